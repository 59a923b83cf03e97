// A separate process that uses a branch store: node worker.ts <mode> <server url> <token> <local folder> [arguments]
import { holder, lockOptions, never, snapshot, writeOptions } from "../../fixtures.ts";
import { openBranch, openRepository } from "./open-branch.ts";

const [mode = "", url = "", token = "", folder = "", ...rest] = process.argv.slice(2);
const repository = openRepository({ url, token, folder });
const store = openBranch({ url, token, folder, ...(rest[1] && { context: rest[1] }), store: { repository } });

async function increment(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; ) {
    const read = await store.read(never);
    if (read.state !== "found") throw new Error(JSON.stringify(read));
    const write = await store.write(snapshot(read.snapshot.serial + 1), read.revision, writeOptions(), never);
    if (write.state === "written") round++;
    else if (write.state === "unavailable") throw new Error(write.failure.message);
  }
}

if (mode === "increment") await increment(Number(rest[0]));
else if (mode === "hold") {
  const lock = await store.lock(holder(rest[0] ?? ""), lockOptions(0), never);
  process.stdout.write(`${lock.state}\n`);
  setInterval(() => {}, 1_000);
} else throw new Error(`unknown mode ${mode}`);
if (mode !== "hold") repository.dispose();
