import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Snapshot } from "../../engine/model/state-body.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { table } from "../../hooks/log/log-tables.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { writtenBy } from "../../state/snapshot/codec.ts";
import type { StateCommandEnv } from "./state-command-env.ts";
import { type FoundState, printJson, stateFacts } from "./stored-state.ts";

/** `opus state list`: prints what is recorded, pending, and left in the journal of this machine. */
export async function listState(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const read = await commandEnv.store.read(commandEnv.signal);
  if (read.state === "unavailable") return err(read.failure);
  const found = read.state === "found" ? read : undefined;
  const unsaved = unsavedTasks(commandEnv, found?.snapshot);
  if (commandEnv.request.json) await printJson(commandEnv, listing(commandEnv, found, unsaved.names));
  else await printList(commandEnv, found);
  if (commandEnv.request.json) return ok(undefined);
  if (unsaved.problem !== undefined) commandEnv.line(unsaved.problem, "warning");
  if (unsaved.names.length > 0)
    commandEnv.line(
      `Results that are in the journal on this machine and not in these: ${unsaved.names.join(", ")}. The next command that writes stores them.`,
      "warning",
    );
  return ok(undefined);
}

async function printList(commandEnv: StateCommandEnv, found: FoundState | undefined): Promise<void> {
  const { project, context, store, signal } = commandEnv;
  const holder = await store.lockedBy?.(signal);
  if (found === undefined) commandEnv.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
  else printTasks(commandEnv, found);
  if (holder)
    commandEnv.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}

function printTasks(commandEnv: StateCommandEnv, { snapshot, data }: FoundState): void {
  const { project, context, store } = commandEnv;
  const { lineage, serial, body } = snapshot;
  commandEnv.line(`${project}/${context}  serial ${serial}  lineage ${lineage}`, "heading");
  commandEnv.line(`${store.backend}  ${store.location}`, "muted");
  const { run, writer } = writtenBy(data);
  commandEnv.line(`written by opus ${writer}${run.url === "" ? "" : `, run ${run.url}`}`, "muted");
  const entries = Object.entries(body.tasks);
  const pending = new Map(body.pending.map((intent) => [intent.task, intent]));
  const rows = entries.map(([name, entry]) => [
    name,
    entry.kind,
    [entry.status, ...(pending.has(name) ? [`pending ${pending.get(name)?.change}`] : [])].join(", "),
    entry.createdAt,
    entry.updatedAt,
    String(entry.dependencies.length),
  ]);
  for (const intent of pending.values()) {
    if (Object.hasOwn(body.tasks, intent.task)) continue;
    const { task, kind, change, dependencies } = intent;
    rows.push([task, kind, `pending ${change}`, "-", "-", String(dependencies.length)]);
  }
  commandEnv.line("");
  if (rows.length > 0) {
    const lines = table(
      ["Task", "Kind", "Status", "Created", "Updated", "Dependencies"],
      rows.map((row) => row.map(oneLine)),
    );
    for (const [index, { text, tone }] of lines.entries()) {
      const sound = index === 0 || rows[index - 1]?.[2] === "applied";
      commandEnv.line(text, sound ? tone : "warning");
    }
    commandEnv.line("");
  }
  const marked = (["tainted", "interrupted"] as const).flatMap((status) => {
    const number = entries.filter(([, entry]) => entry.status === status).length;
    return number === 0 ? [] : [`${number} ${status}`];
  });
  const parts = [`${plural(entries.length, "task")} recorded`, ...marked, `${pending.size} pending`];
  const settled = pending.size > 0 ? " The next command that writes finds out what became of what is pending." : "";
  commandEnv.line(`${parts.join(", ")}.${settled}`, "heading");
}

/** The shape of `list --json`: documented, and stable. */
function listing(commandEnv: StateCommandEnv, found: FoundState | undefined, journal: readonly string[]): JsonObject {
  const body = found?.snapshot.body;
  return {
    ...stateFacts(commandEnv, found),
    tasks: Object.entries(body?.tasks ?? {}).map(([name, entry]) => {
      const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
      return { name, apiVersion, kind, status, createdAt, updatedAt, dependencies };
    }),
    pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
    journal,
  };
}

/** Tasks with results that a run left in the journal, and that the stored version does not have. */
function unsavedTasks(
  { store }: StateCommandEnv,
  stored: Snapshot | undefined,
): { readonly names: readonly string[]; readonly problem: string | undefined } {
  const read = store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? ok(undefined);
  if (!read.ok) return { names: [], problem: read.error.message };
  const names = (read.value ?? []).flatMap((record) => (record.type === "result" ? [record.task] : []));
  return { names: [...new Set(names)], problem: undefined };
}
