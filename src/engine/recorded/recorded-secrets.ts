import { type Json, type JsonObject, pointerPath } from "../json/json.ts";
import { valueAt, withValueAt } from "../json/json-diff.ts";
import type { FieldDiff } from "../model/change.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Sealed } from "../ports/sealed.ts";
import { formatReference } from "../references/references.ts";
import { type SecretUse, secretName } from "../references/resolve.ts";
import { readableTemplate, references } from "../references/templates.ts";

/** Secrets that a spec uses, by the name under which state keeps them. */
export type SecretUses = ReadonlyMap<string, SecretUse>;

/** What state keeps of the secrets of a spec: where they came from and, when it is sealed, which values they had. */
export function keptSecrets(
  secrets: SecretUses,
  sealed: Sealed | undefined,
): Pick<TaskState, "secrets" | "fingerprints"> {
  const variables = [...secrets].flatMap(([name, { env }]) => (env === undefined ? [] : [[name, env] as const]));
  return {
    ...(variables.length > 0 ? { secrets: Object.fromEntries(variables) } : {}),
    ...(sealed && secrets.size > 0 ? { fingerprints: fingerprints(secrets, sealed) } : {}),
  };
}

/** The keyed checksums of the values that secrets have now. */
export function fingerprints(secrets: SecretUses, sealed: Sealed): { readonly [name: string]: string } {
  return Object.fromEntries([...secrets].map(([name, { value }]) => [name, sealed.fingerprint(value)]));
}

/** Secrets whose values are others than when the entry was recorded. Where that can't be told: none. */
export function changedSecrets(
  entry: Pick<TaskState, "fingerprints">,
  secrets: SecretUses,
  sealed: Sealed | undefined,
): ReadonlySet<string> {
  const { fingerprints: recorded } = entry;
  const changed = new Set<string>();
  if (!sealed || !recorded) return changed;
  for (const [name, { value }] of secrets)
    if (Object.hasOwn(recorded, name) && recorded[name] !== sealed.fingerprint(value)) changed.add(name);
  return changed;
}

/** Pointers of the strings of a stored spec that name one of these secrets → the references in it that do. */
export function pointersOf(names: ReadonlySet<string>, stored: JsonObject): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (names.size === 0) return found;
  for (const { reference, pointer } of references(stored)) {
    if (!names.has(secretName(reference))) continue;
    const { source, name } = reference;
    const written = formatReference({ source, name });
    const there = found.get(pointer) ?? [];
    if (!there.includes(written)) found.set(pointer, [...there, written]);
  }
  return found;
}

/** Fields that read as they were recorded, with secrets in them that have other values now. */
export function otherValues(
  entry: TaskState,
  { stored, secrets }: { readonly stored: JsonObject; readonly secrets: SecretUses },
  sealed: Sealed | undefined,
): FieldDiff[] {
  const changed = pointersOf(changedSecrets(entry, secrets, sealed), stored);
  return [...changed].map(([path, otherValues]) => {
    const template = readableTemplate(valueAt(stored, pointerPath(path)) ?? null);
    return { path, before: template, after: template, sensitive: true, otherValues };
  });
}

/** A recorded value as processors compare it: what secrets were is not known, but that they were something else. */
export function withoutToday(value: JsonObject, fields: readonly FieldDiff[]): JsonObject {
  let before: Json = value;
  for (const { path, otherValues } of fields)
    if (otherValues) before = withValueAt(before, pointerPath(path), `(not ${otherValues.join(", ")})`);
  return before as JsonObject;
}
