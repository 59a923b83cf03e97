import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";

/** A module of the repository that does not do what it is called for. */
export class ModuleFailure extends TaskFailure {
  get diagnostic(): Diagnostic {
    const { message, detail, hint } = this;
    return {
      severity: "error",
      code: "bad-module",
      message: detail === undefined ? message : `${message}\n${detail}`,
      ...(hint === undefined ? {} : { suggestion: hint }),
    };
  }
}
