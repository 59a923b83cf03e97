import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskError } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { FileProblem } from "../../ports/workspace-files.ts";

/** SHA-256 of bytes or of UTF-8 text, as lower-case hex. */
export type Sha256 = (data: string | Uint8Array) => string;

/** Checks a spec against the schema of its kind; undefined: there is none. */
export type ValidateSpec = (apiVersion: string, kind: string, spec: unknown) => readonly Problem[] | undefined;

/** A file problem as a failed operation. */
export function fileFailure(problem: FileProblem, hint = problem.hint): TaskFailure {
  return new TaskFailure(problem.message, hint === undefined ? {} : { hint });
}

/** A file problem as a failed observation. */
export function fileError(problem: FileProblem): TaskError {
  return { message: problem.message, ...(problem.hint === undefined ? {} : { hint: problem.hint }) };
}

/** A path that is refused for its text. */
export function pathProblem(message: string, pointer: string): Problem {
  return {
    code: "bad-path",
    message,
    pointer,
    suggestion: "Write a path inside the workspace, relative to the working directory.",
  };
}
