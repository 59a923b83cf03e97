import { type Diagnostic, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";

/** Something that was given from outside the manifest is wrong. */
export function inputFailure(errors: readonly Diagnostic[]): Failure {
  const [first] = errors;
  const message = errors.length === 1 && first ? first.message : `${errors.length} inputs are wrong`;
  return failure("invalid-input", message, errors);
}

/** Where all that is wrong came from inputs, they are to be corrected, not the manifest. */
export function invalidManifest(problems: readonly Diagnostic[], inputs?: ReadonlySet<Diagnostic>): Failure {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (inputs && errors.every((error) => inputs.has(error))) return inputFailure(errors);
  return failure(
    "invalid-manifest",
    errors.length === 1 ? (errors[0]?.message ?? "") : `the manifest has ${errors.length} errors`,
    problems,
  );
}
