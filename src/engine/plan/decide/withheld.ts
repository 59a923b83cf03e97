import { pointerWithin } from "../../json/json.ts";
import type { Observation } from "../../model/observation.ts";
import { missingMark, missingWords } from "../../references/lookup.ts";
import { missingOf } from "../../references/resolve.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Decision } from "./decision.ts";

/** What a plan that is only shown can't tell of a task, since secrets are not set where it is made. */
export interface Withheld {
  /** Names of these secrets. */
  readonly secrets: readonly string[];
  /** `secret a is not set here`. */
  readonly words: string;
}

/**
 * @param found what looking gave, if anybody could be asked to look
 * @returns undefined when nothing is withheld
 */
export function withheldOf(
  recorded: Pick<Recorded, "missing"> | undefined,
  desired: Pick<Desired, "missing"> | undefined,
  found?: Observation,
): Withheld | undefined {
  const names = [recorded, desired].flatMap((one) => (one?.missing ? missingOf({ missing: one.missing }) : []));
  const asked = found?.state === "unobservable" ? (found.missing ?? []) : [];
  const secrets = [...new Set([...names, ...asked])].sort();
  return secrets.length === 0 ? undefined : { secrets, words: missingWords(secrets) };
}

/**
 * What is decided of a task at which nobody could look, since it takes a secret that is not set here: as if it were as it
 * was recorded. It is never told to be in sync, and what it is to do says so. The digest of the plan stands for just this:
 * a run that has the secret and finds anything else has another plan.
 */
export function asWithheld(decision: Decision, { words }: Withheld, desired: Desired | undefined): Decision {
  if (decision.error) return decision;
  const missing = [...(desired?.missing ?? [])];
  const fields = decision.fields.map((field) => {
    const names = missing.flatMap(([pointer, secrets]) => (pointerWithin(pointer, field.path) ? secrets : []));
    return names.length === 0
      ? field
      : { ...field, knownAfter: [`${missingMark}${missingWords([...new Set(names)])}`] };
  });
  const idle = decision.change === "noop" && decision.recordOnly !== true;
  return {
    ...decision,
    ...(idle ? { change: "none" } : {}),
    reason: idle ? `${missingMark}${words}` : `${decision.reason}; ${words}, so nobody has looked`,
    drift: "unknown",
    fields,
  };
}
