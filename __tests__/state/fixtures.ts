import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunInfo } from "../../src/engine/model/run-info.ts";
import type { Intent, Snapshot, TaskState } from "../../src/engine/model/state-body.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { LockHolder } from "../../src/engine/ports/state-lock.ts";
import type { WriteOptions } from "../../src/engine/ports/state-store.ts";

export const project = "storefront";
export const context = "prod";
export const run: RunInfo = { id: "run-1", attempt: 1, sha: "0123abc", url: "https://ci.example/run-1" };
export const never: AbortSignal = new AbortController().signal;

export const clock: Clock = {
  now: () => performance.now(),
  timestamp: () => new Date().toISOString(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

export function entry(name: string, fields: Partial<TaskState> = {}): TaskState {
  return {
    apiVersion: "opus/v1",
    kind: "File",
    status: "applied",
    spec: { path: `out/${name}.txt`, content: `content of ${name}` },
    observed: { sha256: "ab".repeat(32) },
    outputs: { FILE_PATH: `out/${name}.txt`, SIZE: 12 },
    dependencies: [],
    scope: [{ commands: ["apply"], contexts: ["prod"] }],
    lifecycle: { preventDestroy: ["prod"] },
    order: 0,
    createdAt: "2026-01-02T03:04:05.000Z",
    updatedAt: "2026-01-02T03:04:05.000Z",
    ...fields,
  };
}

export function intent(name: string, fields: Partial<Intent> = {}): Intent {
  const { apiVersion, kind, spec, dependencies, scope, lifecycle, order } = entry(name);
  return { task: name, change: "create", apiVersion, kind, spec, dependencies, scope, lifecycle, order, ...fields };
}

export function snapshot(serial: number, fields: Partial<Snapshot> = {}): Snapshot {
  const tasks = { greeting: entry("greeting", { order: serial }) };
  return { lineage: "line-1", serial, project, context, body: { tasks, undo: [], pending: [] }, ...fields };
}

export function writeOptions(runEnded = false): WriteOptions {
  return { run, command: "apply", runEnded, changes: {} };
}

export function holder(id: string): LockHolder {
  return { id, command: "apply", project, context, since: "2026-01-02T03:04:05.000Z", run };
}

export function lockOptions(timeoutMs: number): {
  timeoutMs: number;
  waits: number[];
  broken: string[];
  onWait(holder: LockHolder, waitedMs: number): void;
  onBroken(holder: LockHolder, why: string): void;
} {
  const waits: number[] = [];
  const broken: string[] = [];
  return {
    timeoutMs,
    waits,
    broken,
    onWait: (_, waitedMs) => waits.push(waitedMs),
    onBroken: (dead, why) => broken.push(`${dead.id}: ${why}`),
  };
}

/** A folder of its own below the system's temporary one. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "opus-state-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A Node that runs TypeScript: the one of this run, or the project's own. */
export function nodeForTypeScript(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const own = join(import.meta.dirname, "../../node_modules/.bin/node");
  return major > 22 || (major === 22 && minor >= 18) || !existsSync(own) ? process.execPath : own;
}
