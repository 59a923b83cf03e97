import { type Diagnostic, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";

/** Something that was given from outside can't be used. */
export function inputProblem(message: string, suggestion?: string): Failure {
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "invalid-input",
    message,
    ...(suggestion ? { suggestion } : {}),
  };
  return failure("invalid-input", message, [diagnostic]);
}
