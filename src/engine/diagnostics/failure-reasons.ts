/** Why a run failed; the output `failure-reason`. */
export const failureReasons = [
  "invalid-input",
  "invalid-manifest",
  "no-context",
  "untrusted",
  "state-unavailable",
  "state-locked",
  "state-conflict",
  "plan-changed",
  "plan-not-reviewed",
  "guarded",
  "task-failed",
  "drift-detected",
  "changes-pending",
  "superseded",
  "policy",
  "not-reported",
  "cancelled",
  "internal",
] as const;
export type FailureReason = (typeof failureReasons)[number];
