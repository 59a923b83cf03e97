import { differences } from "./decide.ts";
import type { Entries } from "./entries.ts";
import type { RunEvent } from "./events.ts";
import type { JsonObject } from "./json.ts";
import { readSecret, type Surroundings } from "./lookup.ts";
import type { Intent, Output, TaskState, UndoEntry } from "./model.ts";
import { findRecorded, storedOutputs } from "./outputs.ts";
import { type IoFactory, look } from "./plan.ts";
import type { Clock, Processors, Redactor, TaskProcessor } from "./ports.ts";
import type { ScopeMatcher } from "./scope.ts";
import { type Found, resolve } from "./variables.ts";

/** What became of an intent of a run that did not end. */
export interface Settlement {
  readonly task: string;
  /** `drop`: as recorded before. `keep`: nothing could be found out; it stays pending. */
  readonly resolution: "drop" | "keep" | { readonly entry: TaskState | null; readonly undo: UndoEntry | null };
  /** For the log: what was found. */
  readonly note: string;
}

export interface SettleRequest {
  readonly pending: readonly Intent[];
  readonly entries: Entries;
  readonly processors: Processors;
  readonly surroundings: Surroundings;
  readonly scope: ScopeMatcher;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly io: IoFactory;
  emit(event: RunEvent): void;
}

/** Looks at every resource that an earlier run was about to change when it ended, and says what state should hold. */
export async function settlePending(request: SettleRequest): Promise<readonly Settlement[]> {
  const settlements: Settlement[] = [];
  for (const intent of request.pending) settlements.push(await settle(intent, request));
  return settlements;
}

async function settle(intent: Intent, request: SettleRequest): Promise<Settlement> {
  const { processors, clock, signal, io } = request;
  const { task, change } = intent;
  const entry = request.entries.get(task);
  const keep = (note: string): Settlement => ({ task, resolution: "keep", note });
  if (!request.surroundings.trusted) return keep("not looked at in an untrusted run");
  const processor = processors.get(intent.apiVersion, intent.kind);
  if (!processor) return keep(`no processor knows ${intent.apiVersion} ${intent.kind}`);
  const wanted = fill(intent.spec, intent.secrets ?? {}, request);
  if (wanted === undefined) {
    // It waited for the output of a task that never ended, so it had not begun.
    return { task, resolution: "drop", note: `its ${change} had not begun` };
  }
  const deleting = change === "delete";
  const looked = ((deleting && entry && fill(entry.spec, entry.secrets ?? {}, request)) || wanted).value;
  const observation = await look(
    processor,
    looked,
    deleting ? entry : undefined,
    { name: task, retries: { limit: 0, delayMs: 0 }, timeoutMs: undefined },
    { clock, signal, io },
  );
  if (observation.state === "failed") return keep(`it could not be looked at: ${observation.error.message}`);
  if (observation.state === "unobservable")
    return {
      task,
      resolution: { entry: interrupted(intent, entry, request), undo: null },
      note: `nothing can tell whether its ${change} took effect`,
    };

  const undo = (): UndoEntry => ({ task, change, before: entry ?? null });
  const gone: Settlement["resolution"] = entry ? { entry: null, undo: undo() } : "drop";
  if (observation.state === "absent") {
    return { task, resolution: gone, note: deleting || entry ? "it is gone" : "it was not made" };
  }
  if (deleting) return { task, resolution: "drop", note: "it is still there" };
  const facts = observation.facts;
  if (!entry)
    return {
      task,
      resolution: { entry: applied(intent, undefined, wanted, facts, processor, request), undo: undo() },
      note: "it was made",
    };
  const equal = differences(processor, facts, wanted.value, undefined).length === 0;
  if (equal)
    return {
      task,
      resolution: { entry: applied(intent, entry, wanted, facts, processor, request), undo: undo() },
      note: `its ${change} had taken effect`,
    };
  return {
    task,
    resolution: { entry: { ...entry, status: "tainted" }, undo: undo() },
    note: `its ${change} had not taken effect as a whole; it is tainted`,
  };
}

/** A spec out of an intent, with secrets and recorded outputs filled in; undefined when something is missing. */
function fill(
  spec: JsonObject,
  secrets: { readonly [name: string]: string },
  { surroundings, entries, scope }: SettleRequest,
): Filled | undefined {
  const resolved = resolve(spec, ({ source, name }): Found => {
    if (source === "SECRET") return readSecret(surroundings, name, secrets[name] ?? name);
    if (source === "VAR") {
      const colon = name.indexOf(":");
      return findRecorded(name.slice(0, colon), entries.get(name.slice(0, colon)), name.slice(colon + 1), scope.run);
    }
    if (source === "OPUS" && name === "dollar") return { type: "value", value: "$" };
    return { type: "missing", code: "bad-state", message: "not part of a recorded spec" };
  });
  return resolved.problems.length > 0 ? undefined : resolved;
}

interface Filled {
  readonly value: JsonObject;
  /** As state keeps it. */
  readonly stored: JsonObject;
}

function applied(
  intent: Intent,
  entry: TaskState | undefined,
  wanted: Filled,
  facts: JsonObject,
  processor: TaskProcessor,
  { clock, io, signal, redactor }: SettleRequest,
): TaskState {
  const predicted: readonly Output[] = processor.predict?.(wanted.value, io(intent.task, signal)) ?? [];
  const stored = storedOutputs(predicted);
  const now = clock.timestamp();
  return {
    ...base(intent),
    spec: wanted.stored,
    status: "applied",
    // Kinds that compare with what they saw have to see it; the others ignore it.
    ...(processor.predict ? {} : { observed: redactor.value(facts) }),
    outputs: predicted.length > 0 || !entry ? stored.outputs : entry.outputs,
    ...(stored.sensitive.length > 0 ? { sensitiveOutputs: stored.sensitive } : {}),
    createdAt: entry?.createdAt ?? now,
    updatedAt: now,
  };
}

function interrupted(intent: Intent, entry: TaskState | undefined, { clock }: SettleRequest): TaskState {
  const now = clock.timestamp();
  const known: TaskState = entry ?? {
    ...base(intent),
    status: "interrupted",
    outputs: {},
    createdAt: now,
    updatedAt: now,
  };
  return { ...known, status: "interrupted", interrupted: intent.change, updatedAt: now };
}

function base({
  apiVersion,
  kind,
  spec,
  secrets,
  dependencies,
  scope,
  lifecycle,
  order,
}: Intent): Omit<TaskState, "status" | "outputs" | "createdAt" | "updatedAt"> {
  return { apiVersion, kind, spec, ...(secrets ? { secrets } : {}), dependencies, scope, lifecycle, order };
}
