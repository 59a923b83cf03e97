import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { holder, lockOptions, never, nodeForTypeScript, context as prod } from "../state/fixtures.ts";
import { figure, storeDeadline, times } from "./scale.ts";
import { openPeer, type Peer } from "./stores.ts";
import { backends } from "./world.ts";

async function write(peer: Peer, context: string, count: number, way: "locked" | "free"): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "opus-writer-"));
  const worker = join(import.meta.dirname, "writer.ts");
  const args = [worker, JSON.stringify(peer.place), peer.token, temporary, context, String(count), way];
  const child = spawn(nodeForTypeScript(), ["--no-warnings", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  const code = await new Promise((resolve) => child.on("close", resolve));
  rmSync(temporary, { recursive: true, force: true });
  if (code !== 0) throw new Error(errors);
}

async function expectSerial(peer: Peer, context: string, serial: number): Promise<void> {
  const read = await (await peer.open(context)).read(never);
  expect(read.state === "found" && [read.snapshot.serial, Object.keys(read.snapshot.body.tasks).length]).toEqual([
    serial,
    serial,
  ]);
}

describe.each(backends)("many writers of state in a %s", (backend) => {
  const writers = times(8, 3);
  const each = times(25, 2);

  it(
    "take turns under the lock, and no version is lost",
    async () => {
      await using peer = await openPeer(backend);
      const began = performance.now();
      await Promise.all(Array.from({ length: writers }, () => write(peer, prod, each, "locked")));
      await expectSerial(peer, prod, writers * each);
      peer.server?.fsck();
      const seconds = Math.round((performance.now() - began) / 1000);
      figure(
        `${backend}: ${writers} writers of one context under the lock: ${writers * each} of ${writers * each} versions, ${seconds} s`,
      );
    },
    storeDeadline,
  );

  it(
    "write different contexts at once, and no version is lost",
    async () => {
      await using peer = await openPeer(backend);
      const began = performance.now();
      const contexts = Array.from({ length: writers }, (_, index) => `pr-${index}`);
      await Promise.all(contexts.map((context) => write(peer, context, each, "free")));
      for (const context of contexts) await expectSerial(peer, context, each);
      peer.server?.fsck();
      if (peer.server) {
        const stored = peer.server.log("opus-state").filter(({ message }) => /^Opus-Serial: /m.test(message));
        expect(stored).toHaveLength(writers * each);
      }
      const seconds = Math.round((performance.now() - began) / 1000);
      figure(
        `${backend}: ${writers} writers of contexts of their own: ${writers * each} of ${writers * each} versions, ${seconds} s`,
      );
    },
    storeDeadline,
  );
});

describe.each(backends)("races for one lock, with state in a %s", (backend) => {
  it(
    "have one winner each",
    async () => {
      await using peer = await openPeer(backend);
      const races = times(1000, 4);
      const runners = await Promise.all(Array.from({ length: 3 }, () => peer.open(prod)));
      for (let race = 0; race < races; race++) {
        const locks = await Promise.all(
          runners.map((store, index) => store.lock?.(holder(`${race}-${index}`), lockOptions(0), never)),
        );
        const won = locks.filter((lock) => lock?.state === "locked");
        const lost = locks.filter((lock) => lock?.state === "held");
        expect([
          won.length,
          lost.length,
          JSON.stringify(locks.filter((lock) => lock?.state === "unavailable")),
        ]).toEqual([1, 2, "[]"]);
        for (const lock of won)
          if (lock?.state === "locked") expect(await lock.release()).toEqual({ ok: true, value: undefined });
      }
      figure(`${backend}: ${races} races of 3 for one lock: one holder each time`);
    },
    storeDeadline,
  );
});
