/** The token of the job, and the files that steer it. */
const reserved = new Set([
  "GITHUB_TOKEN",
  "GITHUB_ENV",
  "GITHUB_OUTPUT",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
]);

/**
 * True for variables of the runner and of opus itself. However somebody asks, they reach no manifest and no script: no
 * reference, no secret, no `passEnv`, and no name that state has recorded. Case does not count, as on Windows.
 */
export function isReservedVariable(name: string): boolean {
  return reserved.has(name.toUpperCase()) || /^(?:ACTIONS_|INPUT_|OPUS_)/i.test(name);
}

/** True when a manifest may say that a secret is in this variable. The job's token is there only when a workflow has put it there. */
export function mayHoldSecret(name: string): boolean {
  return !isReservedVariable(name) || name.toUpperCase() === "GITHUB_TOKEN";
}

/** Whose a reserved variable is, for messages. */
export function ownerOf(name: string): "opus" | "the runner" {
  return /^OPUS_/i.test(name) ? "opus" : "the runner";
}
