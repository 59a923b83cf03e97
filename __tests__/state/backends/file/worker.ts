// A separate process that uses a file store: node worker.ts <mode> <state path> [arguments]
import { readFileSync, writeFileSync } from "node:fs";
import { FileStore } from "../../../../src/state/backends/file/file-store.ts";
import { StateSession } from "../../../../src/state/session/session.ts";
import {
  clock,
  context,
  entry,
  holder,
  intent,
  lockOptions,
  never,
  project,
  run,
  snapshot,
  writeOptions,
} from "../../fixtures.ts";

const [mode = "", statePath = "", ...rest] = process.argv.slice(2);
const store = new FileStore({ statePath, project, context, writer: "0.0.0", clock });

async function increment(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; ) {
    const read = await store.read(never);
    if (read.state !== "found") throw new Error(JSON.stringify(read));
    const next = snapshot(read.snapshot.serial + 1);
    const write = await store.write(next, read.revision, writeOptions(), never);
    if (write.state === "written") round++;
    else if (write.state === "unavailable") throw new Error(write.failure.message);
  }
}

/** Under the lock, adds 1 to a counter in the slowest and least safe way. */
async function count(counter: string, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const lock = await store.lock(holder(`${process.pid}-${round}`), lockOptions(60_000), never);
    if (lock.state !== "locked") throw new Error(JSON.stringify(lock));
    const value = Number(readFileSync(counter, "utf8"));
    await new Promise((resolve) => setTimeout(resolve, 1));
    writeFileSync(counter, String(value + 1));
    await lock.release();
  }
}

/** Runs sessions until it is killed, and says on stdout which results were acknowledged. */
async function runForever(): Promise<void> {
  const options = lockOptions(10_000);
  const lock = await store.lock(holder(`${process.pid}`), options, never);
  if (lock.state !== "locked") throw new Error(JSON.stringify(lock));
  for (;;) {
    const opened = await StateSession.open(
      store,
      { project, context, clock, newLineage: () => "line-1", run, command: "apply", writer: "0.0.0", checkpointMs: 5 },
      never,
    );
    if (!opened.ok) throw new Error(opened.error.message);
    const session = opened.value;
    for (const { intent: left } of session.contents.pending) session.resolvePending(left.task, "drop");
    const names = Array.from({ length: 20 }, (_, index) => `task-${index}`);
    await session.begin(names.map((name) => intent(name)));
    for (const name of names) {
      session.started(name);
      const count = Number(session.tasks.get(name)?.order ?? 0) + 1;
      const recorded = await session.record({ task: name, entry: entry(name, { order: count }), undo: null });
      if (!recorded.ok) throw new Error(recorded.error.message);
      writeFileSync(1, `${name} ${count}\n`);
    }
    const closed = await session.close({ clearPendingNeverStarted: true });
    if (!closed.ok) throw new Error(closed.error.message);
  }
}

if (mode === "increment") await increment(Number(rest[0]));
else if (mode === "count") await count(rest[0] ?? "", Number(rest[1]));
else if (mode === "hold") {
  const lock = await store.lock(holder(rest[0] ?? ""), lockOptions(0), never);
  process.stdout.write(`${lock.state}\n`);
  setInterval(() => {}, 1_000);
} else if (mode === "forever") await runForever();
else throw new Error(`unknown mode ${mode}`);
