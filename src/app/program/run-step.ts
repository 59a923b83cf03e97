import { readSureSettings } from "../../action/inputs.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { openStep } from "../../action/step.ts";
import { localMachine } from "../../state/lock/process-identity.ts";
import type { Host } from "../host.ts";
import { Handover } from "../post-step/handover-file.ts";
import { conclude } from "./conclude.ts";
import type { Program } from "./program.ts";
import { stepHooks } from "./step-hooks.ts";
import { unwritableFiles } from "./unwritable-files.ts";

/** The action's step. */
export async function runStep(program: Program): Promise<number> {
  const { environment, redactor, version, modules } = program;
  program.addRunnerTokens();
  const step = openStep(environment, program.stdout);
  const { console, verbose } = step;
  const traceLog = verbose ? program.startTrace((line) => console.line(line, "muted")) : undefined;
  const unwritable = unwritableFiles(environment);
  const handover =
    environment.RUNNER_TEMP && unwritable.length === 0
      ? Handover.begin(environment.RUNNER_TEMP, localMachine().self, (path) => console.saveState("handover", path))
      : Handover.none();
  const raw = readRawInputs(environment);
  const ending = program.cancelled();
  const host: Host = {
    terminal: false,
    version,
    environment,
    directory: environment.GITHUB_WORKSPACE || process.cwd(),
    verbose,
    ...ending,
    modules,
    handover,
    defaultReportPath: step.reportPath,
    redactor,
    mask: (secret) => console.addMask(secret),
    hooks: (setup) => {
      traceLog?.open();
      return stepHooks(step, setup);
    },
  };
  program.guard(ending);
  const { exitCode, report } = await conclude(raw, host, unwritable);
  const reason = report.failureReason;
  const wanted = reason === "internal" || (verbose && reason !== "cancelled");
  if (exitCode !== 0 && wanted && readSureSettings(raw).summary) {
    traceLog?.end();
    const { debugInfo } = await import("../debug-info/debug-info.ts");
    console.appendSummary(`\n${await debugInfo(raw, host)}`);
  }
  return exitCode;
}
