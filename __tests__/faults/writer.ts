// A process of its own that writes state: node writer.ts <place as JSON> <token> <temporary folder> <context> <times> <locked|free>
import { randomUUID } from "node:crypto";
import type { Snapshot } from "../../src/engine/model/state-body.ts";
import { entry, holder, lockOptions, never, snapshot, writeOptions } from "../state/fixtures.ts";
import { storesAt } from "./stores.ts";

const [place = "", token = "", temporary = "", context = "", times = "", way = ""] = process.argv.slice(2);
const stores = storesAt(JSON.parse(place), token, temporary);
const store = await stores.open(context);

for (let done = 0; done < Number(times); ) {
  const lock =
    way === "locked"
      ? await store.lock?.({ ...holder(randomUUID()), context }, lockOptions(600_000), never)
      : undefined;
  if (lock && lock.state !== "locked") throw new Error(lock.failure.message);
  const read = await store.read(never);
  if (read.state === "unavailable") throw new Error(read.failure.message);
  const found = read.state === "found" ? read : undefined;
  const serial = (found?.snapshot.serial ?? 0) + 1;
  // One task more for each write, so that a lost one is seen.
  const tasks = { ...found?.snapshot.body.tasks, [`t${serial}`]: entry(`t${serial}`, { order: serial }) };
  const next: Snapshot = { ...snapshot(serial), context, body: { tasks, undo: [], pending: [] } };
  const written = await store.write(next, found?.revision, { ...writeOptions(way === "locked") }, never);
  if (written.state === "written") done++;
  else if (written.state === "unavailable" || way === "locked") throw new Error(written.failure.message);
  await (lock?.state === "locked" ? lock.release() : undefined);
}
await stores.dispose();
