import { describe, expect, it } from "vitest";
import { encode } from "../../src/state/snapshot/codec.ts";
import { context, entry, intent, never, project, run, snapshot } from "../state/fixtures.ts";
import { figure, full, storeDeadline } from "./scale.ts";
import { openPeer } from "./stores.ts";

describe("state on a branch, cut off at every byte", () => {
  it(
    "is a located error: never a crash, never empty, never changed",
    async () => {
      await using peer = await openPeer("branch");
      const { server } = peer;
      if (!server) throw new Error("no server");
      const body = { tasks: { a: entry("a") }, undo: [], pending: [intent("b")] };
      const text = await encode(snapshot(7, { body }), run, "0.0.0");
      const path = `${project}/${context}/state.json`;
      server.write("opus-state", { [path]: text });
      expect((await (await peer.open(context)).read(never)).state).toBe("found");
      const store = await peer.open(context);
      let cuts = 0;
      for (let length = 0; length < text.length; length += full ? 1 : 97) {
        server.write("opus-state", { [path]: text.slice(0, length) });
        const read = await store.read(never);
        // Without the line end it is whole.
        if (length === text.length - 1) expect(read.state).toBe("found");
        else {
          expect([length, read.state, read.state === "unavailable" && read.failure.reason]).toEqual([
            length,
            "unavailable",
            "state-unavailable",
          ]);
          expect(read.state === "unavailable" && read.failure.message).toContain(path);
        }
        expect(server.file("opus-state", path)).toBe(text.slice(0, length));
        cuts++;
      }
      figure(`branch: state cut off at ${cuts} places: a located error each time, bytes untouched`);
    },
    storeDeadline,
  );
});
