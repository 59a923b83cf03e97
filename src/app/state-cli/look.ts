import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Intent, Snapshot, TaskState } from "../../engine/model/model.ts";
import type { Read } from "../../engine/ports/ports.ts";
import { concealOutputs, recordedSecrets, shownOutputs } from "../../engine/recorded/outputs.ts";
import { visibleJson } from "../../engine/redaction/invisible.ts";
import { nearest } from "../../engine/references/references.ts";
import { readableTemplate } from "../../engine/references/variables.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { table } from "../../hooks/log/log-tables.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { writtenBy } from "../../state/snapshot/codec.ts";
import type { Desk } from "./state-command-env.ts";

type Found = Extract<Read, { readonly state: "found" }>;

/** `opus state list`. */
export async function listState(desk: Desk): Promise<Result<void, Failure>> {
  const read = await desk.store.read(desk.signal);
  if (read.state === "unavailable") return err(read.failure);
  const found = read.state === "found" ? read : undefined;
  const unsaved = unsavedTasks(desk, found?.snapshot);
  if (desk.request.json) await json(desk, listing(desk, found, unsaved.names));
  else await printList(desk, found);
  if (desk.request.json) return ok(undefined);
  if (unsaved.problem !== undefined) desk.line(unsaved.problem, "warning");
  if (unsaved.names.length > 0)
    desk.line(
      `Results that are in the journal on this machine and not in these: ${unsaved.names.join(", ")}. The next command that writes stores them.`,
      "warning",
    );
  return ok(undefined);
}

async function printList(desk: Desk, found: Found | undefined): Promise<void> {
  const { project, context, store, signal } = desk;
  const holder = await store.lockedBy?.(signal);
  if (found === undefined) desk.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
  else printTasks(desk, found);
  if (holder) desk.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}

function printTasks(desk: Desk, { snapshot, data }: Found): void {
  const { project, context, store } = desk;
  const { lineage, serial, body } = snapshot;
  desk.line(`${project}/${context}  serial ${serial}  lineage ${lineage}`, "heading");
  desk.line(`${store.backend}  ${store.location}`, "muted");
  const { run, writer } = writtenBy(data);
  desk.line(`written by opus ${writer}${run.url === "" ? "" : `, run ${run.url}`}`, "muted");
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
  desk.line("");
  if (rows.length > 0) {
    const lines = table(
      ["Task", "Kind", "Status", "Created", "Updated", "Dependencies"],
      rows.map((row) => row.map(oneLine)),
    );
    for (const [index, { text, tone }] of lines.entries()) {
      const sound = index === 0 || rows[index - 1]?.[2] === "applied";
      desk.line(text, sound ? tone : "warning");
    }
    desk.line("");
  }
  const marked = (["tainted", "interrupted"] as const).flatMap((status) => {
    const number = entries.filter(([, entry]) => entry.status === status).length;
    return number === 0 ? [] : [`${number} ${status}`];
  });
  const parts = [`${plural(entries.length, "task")} recorded`, ...marked, `${pending.size} pending`];
  const settled = pending.size > 0 ? " The next command that writes finds out what became of what is pending." : "";
  desk.line(`${parts.join(", ")}.${settled}`, "heading");
}

/** The shape of `list --json`: documented, and stable. */
function listing(desk: Desk, found: Found | undefined, journal: readonly string[]): JsonObject {
  const body = found?.snapshot.body;
  return {
    ...facts(desk, found),
    tasks: Object.entries(body?.tasks ?? {}).map(([name, entry]) => {
      const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
      return { name, apiVersion, kind, status, createdAt, updatedAt, dependencies };
    }),
    pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
    journal,
  };
}

function facts({ project, context, store }: Desk, found: Found | undefined): JsonObject {
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
  { store }: Desk,
  stored: Snapshot | undefined,
): { readonly names: readonly string[]; readonly problem: string | undefined } {
  const read = store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? ok(undefined);
  if (!read.ok) return { names: [], problem: read.error.message };
  const names = (read.value ?? []).flatMap((record) => (record.type === "result" ? [record.task] : []));
  return { names: [...new Set(names)], problem: undefined };
}

/** `opus state show`. */
export async function showState(desk: Desk, name: string | undefined): Promise<Result<void, Failure>> {
  const found = await storedState(desk);
  if (!found.ok) return found;
  const { body } = found.value.snapshot;
  concealOutputs(recordedSecrets(Object.entries(body.tasks)), desk.redactor, (text) => desk.redactor.add(text));
  if (name === undefined) {
    await json(desk, {
      ...facts(desk, found.value),
      tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry]) => [task, shownEntry(entry)])),
      pending: body.pending.map(shownIntent),
      undo: body.undo.map(({ task, change }) => ({ task, change })),
    });
    return ok(undefined);
  }
  const entry = Object.hasOwn(body.tasks, name) ? body.tasks[name] : undefined;
  const intent = body.pending.find(({ task }) => task === name);
  if (!entry && !intent) return err(unknownName(name, [...Object.keys(body.tasks)], desk.context));
  await json(desk, {
    name,
    ...(entry ? shownEntry(entry) : {}),
    ...(intent ? { pending: shownIntent(intent) } : {}),
  });
  return ok(undefined);
}

/** As people read it: stored strings are templates, and what is sensitive stays away. */
function shownEntry(entry: TaskState): JsonObject {
  const { spec, fingerprints: _, ...rest } = entry;
  return { ...rest, spec: readableTemplate(spec), ...shownOutputs(entry) } as unknown as JsonObject;
}

function shownIntent({ spec, fingerprints: _, ...rest }: Intent): JsonObject {
  return { ...rest, spec: readableTemplate(spec) } as unknown as JsonObject;
}

function unknownName(name: string, known: readonly string[], context: string): Failure {
  const near = nearest(name, known);
  const list = known.slice(0, 20).join(", ") || "nothing";
  const message = `"${name}" is not recorded in the context "${context}" (recorded: ${list})`;
  const suggestion = near ? { suggestion: `Did you mean "${near}"?` } : {};
  return failure("invalid-input", message, [{ severity: "error", code: "invalid-input", message, ...suggestion }]);
}

/** `opus state pull`. */
export async function pullState(desk: Desk): Promise<Result<void, Failure>> {
  const found = await storedState(desk);
  if (!found.ok) return found;
  await desk.data(found.value.data);
  return ok(undefined);
}

async function storedState({ store, signal, project, context }: Desk): Promise<Result<Found, Failure>> {
  const read = await store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "found") return ok(read);
  return err(failure("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}

/** `opus state history`. */
export async function showHistory(desk: Desk): Promise<Result<void, Failure>> {
  const { store, signal, request } = desk;
  if (!store.runEnds)
    return err(failure("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse().slice(0, request.limit);
  if (request.json) {
    await json(
      desk,
      newest.map(({ serial, at, what, url }) => ({ serial, at, what, url })),
    );
    return ok(undefined);
  }
  if (newest.length === 0) desk.line(`No run has ended in ${desk.project}/${desk.context} yet.`, "heading");
  else {
    const rows = newest.map(({ serial, at, what, url }) => [String(serial), at || "-", what || "-", url || "-"]);
    const lines = table(
      ["Serial", "When", "What", "Run"],
      rows.map((row) => row.map(oneLine)),
    );
    for (const { text, tone } of lines) desk.line(text, tone);
  }
  return ok(undefined);
}

/** Pretty, and safe on a terminal: controls and what reorders text stay escaped. */
async function json(desk: Desk, value: Json): Promise<void> {
  const text = JSON.stringify(desk.redactor.value(value), null, 2);
  await desk.data(`${visibleJson(text)}\n`);
}
