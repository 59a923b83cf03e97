import type { JsonObject } from "../json/json.ts";
import type { Entries } from "../recorded/entries.ts";
import { type Found, lookupWith } from "./found.ts";
import { findSecret, type ReferenceEnvironment, readSecret, seen } from "./lookup.ts";
import type { Reference, ReferenceSource } from "./references.ts";
import { type Resolved, resolve } from "./resolve.ts";

/** Where the references that state was left with find what they stand for. */
export interface StoredSources {
  readonly referenceEnvironment: ReferenceEnvironment;
  readonly entries: Entries;
  /** Finds a recorded output; see `References.output`. */
  recorded(task: string, key: string): Found;
  /** Finds `${VALUE:…}`, `${ENV:…}` and the like, which stay in place when they held a secret. */
  findOutside(reference: { readonly source: ReferenceSource; readonly name: string }): Found;
}

/**
 * A spec out of state, with what was left in place in it filled in.
 * @param secrets the environment variable that held each secret then
 * @param partly what can't be filled in any more is unknown, with the reason as its label, instead of a problem
 */
export function fillStored(
  spec: JsonObject,
  secrets: { readonly [name: string]: string },
  task: string,
  sources: StoredSources,
  partly = false,
): Resolved<JsonObject> {
  const { referenceEnvironment, entries, recorded, findOutside } = sources;
  const find = ({ source, name }: Reference): Found => {
    switch (source) {
      case "SECRET":
        return storedSecret(referenceEnvironment, name, secrets[name]);
      case "VAR": {
        const colon = name.indexOf(":");
        const [from, key] = [name.slice(0, colon), name.slice(colon + 1)];
        const found = seen(recorded(from, key), referenceEnvironment);
        // It was left in place because it had a value, which no fallback was.
        return found.type === "missing" && !entries.has(from) ? { ...found, final: true } : found;
      }
      case "OPUS":
        return name === "task" ? { type: "value", value: task } : findOutside({ source, name });
      default: {
        // It was left in place because it held a secret.
        const found = findOutside({ source, name });
        return found.type === "value" ? { type: "sensitive", value: found.value } : found;
      }
    }
  };
  const lookup = lookupWith(referenceEnvironment.filtered, (reference) => {
    const found = find(reference);
    return partly && found.type === "missing" ? { type: "unknown", label: found.message } : found;
  });
  return resolve(spec, lookup);
}

/**
 * A secret where it was when it was recorded, else where the manifest says that it is now. Where state may be anybody's,
 * the manifest alone says it: no plan shows the variable, so nobody can have agreed to the recorded one.
 */
function storedSecret(referenceEnvironment: ReferenceEnvironment, name: string, env: string | undefined): Found {
  const declared = referenceEnvironment.secrets.has(name);
  if (referenceEnvironment.doubted) return declared ? findSecret(referenceEnvironment, name) : undeclared(name);
  if (env === undefined)
    return declared ? findSecret(referenceEnvironment, name) : readSecret(referenceEnvironment, name, name);
  const recorded = readSecret(referenceEnvironment, name, env);
  const isSet = recorded.type !== "missing" && !(recorded.type === "secret" && recorded.missing);
  if (isSet || !declared) return recorded;
  const moved = findSecret(referenceEnvironment, name);
  return moved.type === "missing" ? recorded : moved;
}

function undeclared(name: string): Found {
  return {
    type: "missing",
    code: "undeclared-secret",
    message: `the manifest declares no secret "${name}", and the state may be anybody's; declare it until what uses it is gone`,
    suggestion: "Declare it under `spec.secrets` of a Values document.",
    final: true,
  };
}
