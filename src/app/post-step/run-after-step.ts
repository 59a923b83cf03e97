import { readSettings } from "../../action/inputs.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { openStep } from "../../action/step.ts";
import type { Program } from "../program/program.ts";
import { runPostStep } from "./post-step.ts";

/** The post step of the action: what the main step could not finish, because it was killed. */
export async function runAfterStep(program: Program): Promise<number> {
  const { environment, redactor, version } = program;
  program.addRunnerTokens();
  const { console, verbose } = openStep(environment, program.stdout);
  if (verbose) program.startTrace((line) => console.line(line, "muted"));
  // With inputs that are wrong the main step has left nothing to do.
  const settings = readSettings(readRawInputs(environment), { terminal: false });
  if (!settings.ok) return 0;
  // The first signal is let pass: this is what cleans up, it takes a second or two, and nobody comes after it.
  const { urgent: signal } = program.cancelled();
  const directory = environment.GITHUB_WORKSPACE || process.cwd();
  return runPostStep({ console, redactor, environment, settings: settings.value, directory, version, signal });
}
