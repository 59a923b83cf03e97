import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/state/backends/file/file-store.ts";
import { nodeFileSystem } from "../../src/state/backends/file/file-system.ts";
import { StateSession } from "../../src/state/session/session.ts";
import { decodeFile } from "../../src/state/snapshot/codec.ts";
import { clock, context, entry, intent, never, project, run, writeOptions } from "../state/fixtures.ts";
import { figure } from "./scale.ts";

const names = Array.from({ length: 12 }, (_, index) => `t${index}`);

/** A store whose writes fail from the k-th one on, or only that one. */
function failing(statePath: string, k: number, once: boolean): { readonly store: FileStore; writes(): number } {
  let writes = 0;
  const rename = (from: string, to: string): void => {
    if (to.endsWith("/state.json")) {
      writes++;
      if (once ? writes === k : writes >= k)
        throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    }
    nodeFileSystem.rename(from, to);
  };
  const files = { ...nodeFileSystem, rename };
  return { store: new FileStore({ statePath, project, context, writer: "0.0.0", clock, files }), writes: () => writes };
}

/** A run that stores after each result, as far as it gets. @returns the names of what it applied */
async function runOver(store: FileStore): Promise<{ readonly applied: string[]; readonly session: StateSession }> {
  const options = { project, context, clock, newLineage: () => "line-1", run, command: "apply", writer: "0.0.0" };
  const opened = await StateSession.open(store, { ...options, checkpointMs: 0 }, never);
  if (!opened.ok) throw new Error(opened.error.message);
  const session = opened.value;
  const applied: string[] = [];
  if (!(await session.begin(names.map((name) => intent(name)))).ok) return { applied, session };
  for (const name of names) {
    if (!session.started(name).ok) break;
    applied.push(name);
    const undo = { task: name, change: "create", before: null } as const;
    if (!(await session.record({ task: name, entry: entry(name), undo })).ok) break;
  }
  return { applied, session };
}

describe.each([true, false])("the k-th write of state in a file fails (once: %s)", (once) => {
  it("is noticed at once, and nothing that was applied is missing from state and recovery file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "opus-writes-"));
    try {
      const whole = failing(join(folder, "whole"), Number.POSITIVE_INFINITY, once);
      const done = await runOver(whole.store);
      expect((await done.session.close({ clearPendingNeverStarted: true })).ok).toBe(true);
      const all = whole.writes();
      expect(all).toBeGreaterThan(names.length);
      let recovered = 0;
      for (let k = 1; k <= all; k++) {
        const statePath = join(folder, `${once}-${k}`);
        const { store } = failing(statePath, k, once);
        const { applied, session } = await runOver(store);
        const closed = await session.close({ clearPendingNeverStarted: true });
        expect([k, closed.ok]).toEqual([k, false]);
        expect(closed.ok ? "" : closed.error.message).toContain("ENOSPC");
        // At most the task whose result could not be stored is applied after the failure.
        expect(applied.length).toBe(Math.max(0, Math.min(names.length, k - 1)));
        const sound = new FileStore({ statePath, project, context, writer: "0.0.0", clock });
        if (session.unsaved) {
          const file = await decodeFile(Buffer.from(await session.recovery()), {
            project,
            context,
            location: "recovery",
          });
          if (!file.ok) throw new Error(file.error.message);
          expect(Object.keys(file.value.snapshot.body.tasks).sort()).toEqual([...applied].sort());
          const read = await sound.read(never);
          const stored = read.state === "found" ? read.snapshot.serial : 0;
          expect(file.value.follows?.map(({ serial }) => serial)).toContain(stored);
          const revision = read.state === "found" ? read.revision : undefined;
          expect(await sound.write(file.value.snapshot, revision, writeOptions(true), never)).toMatchObject({
            state: "written",
          });
          recovered++;
        }
        const read = await sound.read(never);
        const tasks = read.state === "found" ? Object.keys(read.snapshot.body.tasks) : [];
        expect(tasks.sort()).toEqual([...applied].sort());
      }
      expect(recovered > 0).toBe(!once);
      figure(
        `file: each of the ${all} writes of a run fails in turn (once: ${once}): noticed at once, ${recovered} recovery files, state complete`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
