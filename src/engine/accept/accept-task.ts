import type { Location } from "../diagnostics/diagnostic.ts";
import { taskError } from "../execute/calls/retry-call.ts";
import { type Json, type JsonObject, pointerPath } from "../json/json.ts";
import { declaredDifferences, diffJson, touches, valueAt, withoutPointers, withValueAt } from "../json/json-diff.ts";
import { keepsNumber } from "../json/number-text.ts";
import type { Task } from "../model/task.ts";
import { differences } from "../plan/decide/live-fields.ts";
import type { Desired, Recorded } from "../plan/desired.ts";
import { isGate } from "../plan/look/is-gate.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Acceptable, FileCopy, TaskProcessor } from "../ports/processor.ts";
import type { Redactor } from "../ports/redactor.ts";
import { parseProblems } from "../prepare/spec-problems.ts";
import { wasMasked } from "../redaction/masked.ts";
import { findReferences, formatReference, type Reference } from "../references/references.ts";
import { escapeAll, references } from "../references/templates.ts";

/** A part of a spec that the manifest is to say in another way. */
export interface AcceptedValue {
  /** Pointer into the spec. */
  readonly path: string;
  /** As the manifest is to have it. */
  readonly value: Json;
}

/** Something that drifted and that the manifest can't take, or must not. */
export interface LeftDrift {
  readonly task: string;
  /** Pointer into the spec. */
  readonly path: string;
  /** A sentence without a full stop. */
  readonly why: string;
  /** A sentence. */
  readonly hint?: string;
  readonly location: Location | null;
}

/** What of a task that drifted the manifest can take. */
export interface AcceptedTask {
  readonly values: readonly AcceptedValue[];
  readonly copies: readonly { readonly path: string; readonly copy: FileCopy }[];
  readonly left: readonly LeftDrift[];
}

export interface AcceptTools {
  readonly redactor: Pick<Redactor, "contains">;
  /** Other contexts that take the same text from the manifest, as people name them. */
  others(task: Task): readonly string[];
  /** Where the value of a reference stands, where it is one that the manifest declares. */
  placeOf(reference: Reference): Location | undefined;
}

const nothing: AcceptedTask = { values: [], copies: [], left: [] };

/**
 * Finds out how the manifest has to say what is there. Nothing is taken of which it is not sure that the resource is as
 * the spec wants it then.
 * @param written the task as the manifest has it; undefined: it left the manifest
 */
export function acceptTask(planned: PlannedTask, written: Task | undefined, tools: AcceptTools): AcceptedTask {
  const { drift } = planned.decision;
  if (drift !== "missing" && drift !== "resource-changed" && drift !== "both") return nothing;
  const whole = wholeReason(planned, written);
  if (whole !== undefined || written === undefined) {
    const location = written?.location ?? planned.location;
    return { ...nothing, left: [{ task: planned.name, path: "", location, ...(whole ?? leftManifest) }] };
  }
  try {
    return new Acceptance(planned, written, tools).result();
  } catch (error) {
    // Its kind comes from elsewhere, and does not keep what it promises.
    const { message: why, hint } = taskError(error);
    const reason = { why, ...(hint === undefined ? {} : { hint }) };
    return { ...nothing, left: [{ task: planned.name, path: "", location: written.location, ...reason }] };
  }
}

type Reason = Pick<LeftDrift, "why" | "hint">;

const leftManifest: Reason = { why: "it left the manifest", hint: "`apply` deletes it." };

/** Why nothing of a task can be taken. */
function wholeReason(planned: PlannedTask, written: Task | undefined): Reason | undefined {
  const { decision, processor, recordedProcessor, desired, recorded, facts } = planned;
  if (isGate(planned)) return { why: "it does not hold, and it is nothing that could be written in another way" };
  if (written === undefined || !planned.task) return leftManifest;
  if (decision.drift === "missing") {
    const hint = "`apply` makes it again. If it is to stay away, take the task out of the manifest.";
    return { why: "the resource is gone", hint };
  }
  if (!processor || processor !== recordedProcessor) return { why: "the manifest gives it another kind" };
  if (!desired || !recorded || !facts) return { why: "not all of what it is to be is known" };
  return undefined;
}

/** One task, whose resource was looked at and drifted. */
class Acceptance {
  readonly #planned: PlannedTask;
  readonly #written: Task;
  readonly #tools: AcceptTools;
  readonly #processor: TaskProcessor;
  readonly #desired: Desired;
  readonly #recorded: Recorded;
  readonly #facts: JsonObject;
  readonly #values: AcceptedValue[] = [];
  readonly #copies: { path: string; copy: FileCopy }[] = [];
  readonly #left: LeftDrift[] = [];

  constructor(planned: PlannedTask, written: Task, tools: AcceptTools) {
    this.#planned = planned;
    this.#written = written;
    this.#tools = tools;
    this.#processor = planned.processor as TaskProcessor;
    this.#desired = planned.desired as Desired;
    this.#recorded = planned.recorded as Recorded;
    this.#facts = planned.facts as JsonObject;
  }

  result(): AcceptedTask {
    const { ignoreChanges } = this.#planned.lifecycle;
    const changed = new Set(diffJson(this.#recorded.entry.spec, this.#desired.stored).map(({ path }) => path));
    const others = this.#tools.others(this.#written);
    for (const one of withoutPaths(this.#acceptables(), ignoreChanges)) {
      const refused = "why" in one ? this.#withoutSecrets(one) : this.#refusal(one, changed, others);
      if (refused) this.#leave(one.path, refused);
      else if ("copy" in one) this.#copies.push(one);
      else if ("value" in one) this.#take(one);
    }
    return { values: this.#values, copies: this.#copies, left: this.#left };
  }

  #acceptables(): readonly Acceptable[] {
    const { compare, plan } = this.#processor;
    const { observed } = this.#recorded.entry;
    if (compare?.accept) return compare.accept(this.#facts, this.#desired.value, this.#written.spec, observed);
    if (compare?.differs || compare?.factFields || plan) {
      const hint = "Change the manifest by hand; or apply, to have the resource as it was.";
      return [
        { path: "", why: `the kind ${this.#planned.kind} does not say how what is there would be written`, hint },
      ];
    }
    return declaredDifferences(this.#facts, this.#desired.value).map(({ path, before = null }) => ({
      path,
      value: before,
    }));
  }

  /** Why the manifest must not take something that its kind can say. */
  #refusal(
    one: Exclude<Acceptable, { readonly why: string }>,
    changed: ReadonlySet<string>,
    others: readonly string[],
  ): Reason | undefined {
    const { path } = one;
    if (touches(path, this.#desired.secretPointers) || touches(path, this.#recorded.secretPointers))
      return { why: "a secret is in it", hint: secretHint };
    const reference = this.#referenceAt(path);
    if (reference) return this.#fromReference(reference, "value" in one ? one.value : undefined);
    const isChanged = "copy" in one ? [...changed].some((field) => field !== "/mode") : touches(path, changed);
    if (isChanged)
      return {
        why: "the manifest was changed there, too, and that was not applied",
        hint: "Write there by hand what is to be.",
      };
    if ("value" in one && (wasMasked(one.value) || this.#holdsSecret(one.value)))
      return { why: "what is there holds a secret", hint: secretHint };
    if (others.length === 0) return undefined;
    const hint =
      "Give each context its own with a value (`${VALUE:…}` and `contexts` in a Values document); or accept it for all of them with `--shared`.";
    return {
      why: `${others.join(", ")} would change as well: the same text stands for ${others.length > 1 ? "all of them" : "both"}`,
      hint,
    };
  }

  /** What a kind says of what it can't take; nobody is told to copy what may be made of a secret. */
  #withoutSecrets(one: Extract<Acceptable, { readonly why: string }>): Reason {
    const { path, why } = one;
    const pointers = [this.#desired.secretPointers, this.#recorded.secretPointers];
    if (path !== "" && pointers.some((secrets) => touches(path, secrets)))
      return { why: "a secret is in it", hint: secretHint };
    const found = valueAt(this.#facts, pointerPath(path));
    const there = found ?? this.#facts;
    const isThere = (typeof there === "string" && wasMasked(there)) || this.#holdsSecret(there);
    if (found !== undefined && isThere) return { why: "what is there holds a secret", hint: secretHint };
    // A field that names a file stands for all that is read from it.
    const isNamed = path !== "" && valueAt(this.#desired.value, pointerPath(path)) === undefined;
    const secrets = isNamed && pointers.some(({ size }) => size > 0);
    return secrets || isThere ? { why, hint: secretHint } : one;
  }

  /** What of the written spec at, above or below a place is a reference. */
  #referenceAt(path: string): { readonly reference: Reference; readonly whole: boolean } | undefined {
    let at: Json | undefined = this.#written.spec;
    for (const key of pointerPath(path)) {
      if (typeof at === "string") break;
      at = valueAt(at, [key]);
    }
    for (const { reference } of references(at ?? null)) {
      const whole = at === formatReference(reference) && valueAt(this.#written.spec, pointerPath(path)) === at;
      return { reference, whole };
    }
    return undefined;
  }

  #fromReference(
    { reference, whole }: { readonly reference: Reference; readonly whole: boolean },
    value: Json | undefined,
  ): Reason {
    const shown = `\`${formatReference(reference)}\``;
    const why = whole ? `it comes from ${shown}` : `${shown} is a part of it`;
    const place = this.#tools.placeOf(reference);
    const where = place ? ` at ${place.file}:${place.line}` : "";
    if (reference.source !== "VALUE")
      return { why, hint: "Change it where it comes from; or apply, to have it as it was." };
    // With filters the value reads in another way than what is there.
    const isSimple =
      whole &&
      !reference.filters &&
      value !== undefined &&
      typeof value !== "object" &&
      String(value).length <= longestShown;
    const shownValue = isSimple && !this.#holdsSecret(value) && !wasMasked(value) ? JSON.stringify(value) : undefined;
    return {
      why,
      hint: shownValue
        ? `To accept what is there, make the value \`${reference.name}\`${where} ${shownValue}.`
        : `Change the value \`${reference.name}\`${where}, or what is written here, by hand.`,
    };
  }

  #holdsSecret(value: Json): boolean {
    if (typeof value === "string" || typeof value === "number") return this.#tools.redactor.contains(String(value));
    if (typeof value !== "object" || value === null) return false;
    return Object.entries(value).some(
      ([key, member]) => this.#tools.redactor.contains(key) || this.#holdsSecret(member),
    );
  }

  /** Takes a value, of the type that the manifest has where that will do. */
  #take({ path, value }: { readonly path: string; readonly value: Json }): void {
    const wanted = valueAt(this.#desired.value, pointerPath(path));
    if (wanted === undefined || valueAt(this.#written.spec, pointerPath(path)) === undefined) {
      this.#leave(path, { why: "the manifest does not say it in this place" });
      return;
    }
    const taken = [...ofType(wanted, value), value].find((one) => this.#settles(path, one));
    if (taken === undefined) {
      this.#leave(path, { why: "even so written it would differ", hint: "Change the manifest by hand." });
      return;
    }
    const verbatim = this.#processor.fields?.verbatim?.includes(pointerPath(path)[0] ?? "") ?? false;
    if (verbatim && typeof taken === "string" && findReferences(taken).length > 0) {
      this.#leave(path, { why: "what is there reads like one of our references" });
      return;
    }
    this.#values.push({ path, value: verbatim ? taken : escapeAll(taken) });
  }

  /** With this value, is the spec a right one, and does nothing differ there any more? */
  #settles(path: string, value: Json): boolean {
    const { fields } = this.#processor;
    const spec = withValueAt(this.#desired.value, pointerPath(path), value) as JsonObject;
    if (parseProblems(this.#processor, spec, [...this.#desired.unknowns.keys()]).length > 0) return false;
    const normal = fields?.normalize?.(spec) ?? spec;
    const left = differences(this.#processor, this.#facts, normal, this.#recorded.entry.observed);
    return !left.some((field) => touches(field.path, new Set([path])));
  }

  #leave(path: string, { why, hint }: Reason): void {
    const location = this.#written.locate(`/spec${path}`);
    this.#left.push({ task: this.#planned.name, path, why, ...(hint === undefined ? {} : { hint }), location });
  }
}

const longestShown = 80;

const secretHint =
  "Nothing secret, and nothing made of it, belongs into the repository: change the secret where it is kept, or by hand what is around it; or apply, to have it as it was.";

function withoutPaths(all: readonly Acceptable[], ignored: readonly string[] | undefined): readonly Acceptable[] {
  const kept = new Set(withoutPointers(all, ignored).map(({ path }) => path));
  return all.filter(({ path }) => kept.has(path));
}

/** A number or a boolean that is there as text, where the manifest has one. */
function ofType(wanted: Json, value: Json): Json[] {
  if (typeof value !== "string") return [];
  if (typeof wanted === "number" && keepsNumber(value) && String(Number(value)) === value) return [Number(value)];
  return typeof wanted === "boolean" && (value === "true" || value === "false") ? [value === "true"] : [];
}
