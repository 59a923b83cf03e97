import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import { type ActionConsole, createActionConsole } from "./toolkit.ts";

/** What a step of a workflow gives to a run, apart from its hooks. */
export interface Step {
  readonly console: ActionConsole;
  /** Where the report goes by default: a folder of its own, so that steps of one job don't overwrite each other. */
  readonly reportPath: string | undefined;
  readonly verbose: boolean;
  /** Shows a diagnostic that came too late for the annotations. */
  warn(diagnostic: Diagnostic): void;
}

/** The step that this process runs for. */
export function openStep(
  env: { readonly [name: string]: string | undefined },
  stdout: { write(text: string): unknown },
): Step {
  const console = createActionConsole({ stdout, env });
  return {
    console,
    reportPath: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, `opus-${randomUUID().slice(0, 8)}`, "report.json") : undefined,
    verbose: env.RUNNER_DEBUG === "1",
    warn: ({ severity, message }) => console.annotation(severity, message),
  };
}
