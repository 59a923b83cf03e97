/** Outputs made of words, numbers and digests of opus alone: what reads like a secret there stands there by chance. */
export const ownWords = new Set([
  "changes",
  "drift",
  "to-create",
  "to-update",
  "to-replace",
  "to-delete",
  "to-adopt",
  "unchanged",
  "failed",
  "unknown",
  "plan-digest",
  "state-revision",
  "failure-reason",
]);

/** Outputs with names that users chose, by which others find things. The values in `outputs` come without secrets. */
export const userNames = new Set(["command", "context", "contexts", "projects", "outputs", "report-path"]);

/** Why a name can't be that of a mapped output; undefined when it can. */
export function outputNameProblem(name: string): string | undefined {
  if (ownWords.has(name) || userNames.has(name))
    return `the output "${name}" is set by every run and can't be mapped to something else`;
  if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) return undefined;
  return `"${name}" can't be the name of an output: it must consist of letters, digits, _ and -, and not begin with a digit`;
}
