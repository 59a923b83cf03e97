import { canonicalJson } from "../../json/canonical-json.ts";
import { type Json, type JsonObject, pointerPath } from "../../json/json.ts";
import { equalJson, withValueAt } from "../../json/json-diff.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { inWords } from "../../text/listed.ts";
import type { Desired, Recorded } from "../desired.ts";

/** `File out/tool`, with the kind or what several kinds name alike, when the processor can tell one. */
export function identityOf(processor: TaskProcessor | undefined, spec: JsonObject | undefined): string | undefined {
  const identity = spec && processor?.known?.identity?.(spec);
  return identity === undefined || processor === undefined ? undefined : named(processor, identity);
}

function named({ kind, known }: TaskProcessor, identity: string): string {
  return `${known?.thing ?? kind} ${identity}`;
}

/** The identity of what a task should be; undefined while it waits for values of other tasks. */
export function knownIdentity(processor: TaskProcessor | undefined, desired: Desired | undefined): string | undefined {
  if (!desired || desired.unknowns.size === 0) return identityOf(processor, desired?.value);
  try {
    const identity = identityOf(processor, desired.value);
    // Does what is not known matter?
    return identityOf(processor, otherwise(desired)) === identity ? identity : undefined;
  } catch {
    // It expects whole specs.
    return undefined;
  }
}

/** The spec with something else in the place of all that is not known yet. */
function otherwise({ value, unknowns }: Desired): JsonObject {
  return [...unknowns.keys()].reduce<Json>(
    (spec, pointer) => withValueAt(spec, pointerPath(pointer), "(something else)"),
    value,
  ) as JsonObject;
}

/** What tells resources of a kind without an identity apart: two specs with the same one are taken for one resource. */
export interface Likeness {
  /** The same for both. */
  readonly key: string;
  /** For people: `Shell with the same create and env`. */
  readonly shown: string;
}

/**
 * @param stored a spec as state keeps it
 * @param whole compare all of the spec, whatever the kind says
 */
export function likenessOf(processor: TaskProcessor, stored: JsonObject, whole = false): Likeness {
  const { kind } = processor;
  const parts = whole ? stored : (processor.known?.likeness?.(stored) ?? stored);
  const key = `${kind} ${canonicalJson(parts)}`;
  if (parts === stored) return { key, shown: `${kind} with the same spec` };
  const fields = Object.keys(parts).map((field) => `\`${field}\``);
  const listed = inWords(fields);
  return { key, shown: `${kind} with the same ${listed}` };
}

/** Is what the new spec describes another resource than the recorded one, so that both have to be looked at? */
export function movesElsewhere(
  recorded: Recorded | undefined,
  recordedProcessor: TaskProcessor,
  desired: Desired | undefined,
  processor: TaskProcessor,
): desired is Desired {
  if (!recorded || !desired || desired.unknowns.size > 0) return false;
  if (processor === recordedProcessor && equalJson(recorded.value, desired.value)) return false;
  const from = identityOf(recordedProcessor, recorded.value);
  if (from === undefined) return processor !== recordedProcessor;
  if (from === identityOf(processor, desired.value)) return false;
  // Where the old one stands in the way, nothing else can be there.
  return !excludedBy(processor, desired.value).includes(from);
}

/** Identities that are parts of it. */
export function heldBy(processor: TaskProcessor | undefined, spec: JsonObject): readonly string[] {
  return processor?.known?.holds?.(spec).map((identity) => named(processor, identity)) ?? [];
}

/** Identities beside which a resource can't exist. */
export function excludedBy(processor: TaskProcessor | undefined, spec: JsonObject): readonly string[] {
  return processor?.known?.excludes?.(spec).map((identity) => named(processor, identity)) ?? [];
}

/** Of these identities, those that a resource may come to hold as parts of it. */
export function maybeHeld(
  { kind, known }: TaskProcessor,
  spec: JsonObject,
  identities: readonly string[],
): readonly string[] {
  if (!known?.mayHold) return [];
  const before = `${known.thing ?? kind} `;
  return identities.filter((one) => one.startsWith(before) && known.mayHold?.(spec, one.slice(before.length)));
}
