import type { Entries } from "./entries.ts";
import type { JsonObject } from "./json.ts";
import { readSecret, type Surroundings } from "./lookup.ts";
import { findRecorded } from "./outputs.ts";
import type { Reference, ReferenceSource } from "./references.ts";
import type { RunScope } from "./scope.ts";
import { type Found, type Resolved, resolve } from "./variables.ts";

/** Where the references that state was left with find what they stand for. */
export interface StoredSources {
  readonly surroundings: Surroundings;
  readonly entries: Entries;
  readonly run: RunScope;
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
  const { surroundings, entries, run, findOutside } = sources;
  const find = ({ source, name }: Reference): Found => {
    switch (source) {
      case "SECRET":
        return readSecret(surroundings, name, secrets[name] ?? surroundings.secrets.get(name)?.env ?? name);
      case "VAR": {
        const colon = name.indexOf(":");
        return findRecorded(name.slice(0, colon), entries.get(name.slice(0, colon)), name.slice(colon + 1), run);
      }
      default:
        return source === "OPUS" && name === "task" ? { type: "value", value: task } : findOutside({ source, name });
    }
  };
  return resolve(spec, (reference) => {
    const found = find(reference);
    return partly && found.type === "missing" ? { type: "unknown", label: found.message } : found;
  });
}
