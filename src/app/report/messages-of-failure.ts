import type { Diagnostic, Failure } from "../../engine/diagnostics/diagnostic.ts";

/**
 * What diagnostics say of a failure: its own, and its message where none of them is an error. Of failed tasks their own
 * errors tell.
 */
export function messagesOf({ reason, message, diagnostics }: Failure): readonly Diagnostic[] {
  const said = reason === "task-failed" || diagnostics.some(({ severity }) => severity === "error");
  return said ? diagnostics : [...diagnostics, { severity: "error", code: reason, message }];
}
