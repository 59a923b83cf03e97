import { storableOutcome } from "../json/storable.ts";
import type { Outcome, TaskError } from "../model/outcome.ts";

/** Why a kind that gives a `resource` can do nothing in a run whose state is open. */
export const needsSeal = {
  message: "its kind keeps text of its own in state (`resource`), which only sealed state may hold",
  hint: "Set `encryption-key`, so that state is sealed.",
};

/**
 * What a kind gave, as state keeps it.
 * @param sealed is state? Only then it holds a `resource`
 * @returns what can be kept, and why the rest can't: the kind has acted by then
 */
export function keepableOutcome<T extends Outcome>(
  given: T,
  sealed: boolean,
): { readonly outcome: T; readonly error: TaskError | undefined } {
  const { outcome, error } = storableOutcome(given);
  const { resource, ...rest } = outcome;
  if (resource === undefined) return { outcome, error };
  const flaw = resourceFlaw(resource, sealed);
  return flaw ? { outcome: rest as T, error: error ?? flaw } : { outcome, error };
}

function resourceFlaw(resource: string, sealed: boolean): TaskError | undefined {
  if (!sealed) return { ...needsSeal, message: `it took effect, but ${needsSeal.message}` };
  // Such a text has no bytes.
  if (resource.isWellFormed()) return undefined;
  const message =
    "it took effect, but its `resource` can't be kept: it holds half of a surrogate pair, which is no character";
  return { message, hint: "Cut texts between characters, or give bytes as base64." };
}
