import { explained, type Failure } from "../../engine/diagnostics/diagnostic.ts";

/** Something that was given from outside can't be used. */
export function inputProblem(message: string, suggestion?: string): Failure {
  return explained("invalid-input", message, { suggestion });
}
