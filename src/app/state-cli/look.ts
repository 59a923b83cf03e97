import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Intent, Snapshot, TaskState } from "../../engine/model/state-body.ts";
import type { Read } from "../../engine/ports/state-store.ts";
import { concealOutputs, recordedSecrets, shownOutputs } from "../../engine/recorded/outputs.ts";
import { visibleJson } from "../../engine/redaction/invisible.ts";
import { nearest } from "../../engine/references/references.ts";
import { readableTemplate } from "../../engine/references/variables.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { table } from "../../hooks/log/log-tables.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { writtenBy } from "../../state/snapshot/codec.ts";
import type { StateCommandEnv } from "./state-command-env.ts";

type Found = Extract<Read, { readonly state: "found" }>;

/** `opus state list`. */
export async function listState(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const read = await commandEnv.store.read(commandEnv.signal);
  if (read.state === "unavailable") return err(read.failure);
  const found = read.state === "found" ? read : undefined;
  const unsaved = unsavedTasks(commandEnv, found?.snapshot);
  if (commandEnv.request.json) await json(commandEnv, listing(commandEnv, found, unsaved.names));
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

async function printList(commandEnv: StateCommandEnv, found: Found | undefined): Promise<void> {
  const { project, context, store, signal } = commandEnv;
  const holder = await store.lockedBy?.(signal);
  if (found === undefined) commandEnv.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
  else printTasks(commandEnv, found);
  if (holder)
    commandEnv.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}

function printTasks(commandEnv: StateCommandEnv, { snapshot, data }: Found): void {
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
function listing(commandEnv: StateCommandEnv, found: Found | undefined, journal: readonly string[]): JsonObject {
  const body = found?.snapshot.body;
  return {
    ...facts(commandEnv, found),
    tasks: Object.entries(body?.tasks ?? {}).map(([name, entry]) => {
      const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
      return { name, apiVersion, kind, status, createdAt, updatedAt, dependencies };
    }),
    pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
    journal,
  };
}

function facts({ project, context, store }: StateCommandEnv, found: Found | undefined): JsonObject {
  const written = found && writtenBy(found.data);
  return {
    project,
    context,
    backend: store.backend,
    location: store.location,
    lineage: found?.snapshot.lineage ?? null,
    serial: found?.snapshot.serial ?? 0,
    revision: found?.revision ?? null,
    writer: written?.writer ?? null,
    run: written ? { ...written.run } : null,
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

/** `opus state show`. */
export async function showState(commandEnv: StateCommandEnv, name: string | undefined): Promise<Result<void, Failure>> {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  const { body } = found.value.snapshot;
  concealOutputs(recordedSecrets(Object.entries(body.tasks)), commandEnv.redactor, (text) =>
    commandEnv.redactor.add(text),
  );
  if (name === undefined) {
    await json(commandEnv, {
      ...facts(commandEnv, found.value),
      tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry]) => [task, shownEntry(entry)])),
      pending: body.pending.map(shownIntent),
      undo: body.undo.map(({ task, change }) => ({ task, change })),
    });
    return ok(undefined);
  }
  const entry = Object.hasOwn(body.tasks, name) ? body.tasks[name] : undefined;
  const intent = body.pending.find(({ task }) => task === name);
  if (!entry && !intent) return err(unknownName(name, [...Object.keys(body.tasks)], commandEnv.context));
  await json(commandEnv, {
    name,
    ...(entry ? shownEntry(entry) : {}),
    ...(intent ? { pending: shownIntent(intent) } : {}),
  });
  return ok(undefined);
}

/** As people read it: stored strings are templates, and what is sensitive stays away. */
function shownEntry(entry: TaskState): JsonObject {
  const { spec, fingerprints: _, resource: __, ...rest } = entry;
  return { ...rest, spec: readableTemplate(spec), ...shownOutputs(entry) } as unknown as JsonObject;
}

function shownIntent({ spec, fingerprints: _, made, ...rest }: Intent): JsonObject {
  const { resource: __, ...known } = made ?? { outputs: {} };
  const shown = made ? { made: { ...known, ...shownOutputs(made) } } : {};
  return { ...rest, ...shown, spec: readableTemplate(spec) } as unknown as JsonObject;
}

function unknownName(name: string, known: readonly string[], context: string): Failure {
  const near = nearest(name, known);
  const list = known.slice(0, 20).join(", ") || "nothing";
  const message = `"${name}" is not recorded in the context "${context}" (recorded: ${list})`;
  const suggestion = near ? { suggestion: `Did you mean "${near}"?` } : {};
  return failure("invalid-input", message, [{ severity: "error", code: "invalid-input", message, ...suggestion }]);
}

/** `opus state pull`. */
export async function pullState(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  await commandEnv.data(found.value.data);
  return ok(undefined);
}

async function storedState({ store, signal, project, context }: StateCommandEnv): Promise<Result<Found, Failure>> {
  const read = await store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "found") return ok(read);
  return err(failure("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}

/** `opus state history`. */
export async function showHistory(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const { store, signal, request } = commandEnv;
  if (!store.runEnds)
    return err(failure("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse().slice(0, request.limit);
  if (request.json) {
    await json(
      commandEnv,
      newest.map(({ serial, at, what, url }) => ({ serial, at, what, url })),
    );
    return ok(undefined);
  }
  if (newest.length === 0)
    commandEnv.line(`No run has ended in ${commandEnv.project}/${commandEnv.context} yet.`, "heading");
  else {
    const rows = newest.map(({ serial, at, what, url }) => [String(serial), at || "-", what || "-", url || "-"]);
    const lines = table(
      ["Serial", "When", "What", "Run"],
      rows.map((row) => row.map(oneLine)),
    );
    for (const { text, tone } of lines) commandEnv.line(text, tone);
  }
  return ok(undefined);
}

/** Pretty, and safe on a terminal: controls and what reorders text stay escaped. */
async function json(commandEnv: StateCommandEnv, value: Json): Promise<void> {
  const text = JSON.stringify(commandEnv.redactor.value(value), null, 2);
  await commandEnv.data(`${visibleJson(text)}\n`);
}
