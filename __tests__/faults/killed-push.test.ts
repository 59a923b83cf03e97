import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/engine/model/state-body.ts";
import { context, entry, never, snapshot, writeOptions } from "../state/fixtures.ts";
import { figure, storeDeadline, times } from "./scale.ts";
import { openPeer } from "./stores.ts";

/** Processes of git that push to a remote, this one's children and theirs. */
function pushes(remote: string): number[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return line.includes(remote) && /push|remote-http/.test(line) ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

describe("kill -9 for the git that pushes", () => {
  it(
    "loses no version and stores none twice",
    async () => {
      await using peer = await openPeer("branch");
      const { server } = peer;
      if (!server) throw new Error("no server");
      // So that there is something to hit before and after it has arrived.
      server.fault = ({ pushNumber }) =>
        pushNumber === undefined ? undefined : { kind: Math.random() < 0.5 ? "slow" : "slow-answer", ms: 30 };
      const store = await peer.open(context);
      const rounds = times(100, 5);
      let killed = 0;
      let revision: string | undefined;
      for (let serial = 1; serial <= rounds; serial++) {
        const tasks = { a: entry("a", { order: serial }) };
        const next: Snapshot = snapshot(serial, { body: { tasks, undo: [], pending: [] } });
        const writing = store.write(next, revision, writeOptions(), never);
        let over = false;
        void writing.finally(() => {
          over = true;
        });
        for (let found = 0; !over && found === 0; await sleep(1)) found = pushes(server.remote).length;
        await sleep(Math.random() * 80);
        const targets = over ? [] : pushes(server.remote);
        for (const pid of targets) {
          try {
            process.kill(pid, "SIGKILL");
          } catch {
            // It has ended meanwhile.
          }
        }
        if (targets.length > 0) killed++;
        const written = await writing;
        if (written.state !== "written") throw new Error(written.failure.message);
        revision = written.revision;
        const read = await (await peer.open(context)).read(never);
        expect(read.state === "found" && [read.snapshot.serial, read.revision]).toEqual([serial, revision]);
      }
      const serials = server.log("opus-state").map(({ message }) => /^Opus-Serial: (\d+)/m.exec(message)?.[1]);
      expect(serials.reverse()).toEqual(Array.from({ length: rounds }, (_, index) => String(index + 1)));
      server.fsck();
      expect(killed).toBeGreaterThan(rounds / 4);
      figure(`branch: ${rounds} pushes, ${killed} of them hit by kill -9: ${rounds} versions, one commit each`);
    },
    storeDeadline,
  );
});
