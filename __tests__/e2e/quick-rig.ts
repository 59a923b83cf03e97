import { join } from "node:path";
import { vi } from "vitest";
import { type AcceptOptions, readSettings, readSureSettings } from "../../src/action/inputs.ts";
import { metadata } from "../../src/action/metadata.generated.ts";
import { readRawInputs } from "../../src/action/raw-inputs.ts";
import { openStep } from "../../src/action/step.ts";
import { Handover } from "../../src/app/post-step/handover-file.ts";
import { stepHooks } from "../../src/app/program/step-hooks.ts";
import { refuse, run } from "../../src/app/run-command.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { ModuleCalls } from "../../src/node/modules/module-calls.ts";
import { localMachine } from "../../src/state/lock/process-identity.ts";
import { residentClient } from "../doubles/resident-client.ts";
import { inBundle } from "../faults/scale.ts";
import { commandLine } from "./quick-terminal.ts";
import { Rig, type StepOptions, type StepResult } from "./rig.ts";

const root = join(import.meta.dirname, "../..");
const bundle = join(root, "dist/index.js");

// Each call of the cache starts a process, which takes longer than the step that makes it.
vi.mock(import("../../src/github/cache/cache-process.ts"), async (original) => {
  const { runCacheProcess } = await original();
  return { runCacheProcess: (call) => runCacheProcess({ ...call, run: residentClient }) };
});

/**
 * A rig whose steps run in this process, from the sources: a start of the bundle takes longer than all that most steps
 * do. For tests of what a step does, not of its process: signals, modules that print, end it, or are imported anew. At
 * full length, and in `npm run test:bundle`, it runs the bundle, as any other rig.
 */
export class QuickRig extends Rig {
  override async step(
    inputs: { readonly [name: string]: string } = {},
    options: StepOptions = {},
  ): Promise<StepResult> {
    // What is traced is of the process.
    if (inBundle || options.env?.RUNNER_DEBUG === "1") return super.step(inputs, options);
    const { env, stateFile, files } = this.prepareStep(inputs, options);
    // Modules of the repository find its files from here.
    process.chdir(this.workspace);
    const printed: string[] = [];
    const exitCode = await runStep(env, (text) => printed.push(text));
    return { exitCode, log: printed.join(""), ...files(), stateFile };
  }

  /**
   * Runs `drift --accept`, which a terminal alone can, as a step in this process that tells all that steps tell.
   * @param inputs the context among them
   */
  async accept(
    inputs: { readonly [name: string]: string },
    options: StepOptions & Partial<AcceptOptions> = {},
  ): Promise<StepResult> {
    const { env, stateFile, files } = this.prepareStep({ command: "drift", ...inputs }, options);
    process.chdir(this.workspace);
    const printed: string[] = [];
    const accept = { dryRun: options.dryRun ?? false, shared: options.shared ?? false };
    const exitCode = await runStep(env, (text) => printed.push(text), accept);
    return { exitCode, log: printed.join(""), ...files(), stateFile };
  }

  override async terminal(
    args: readonly string[],
    env: { readonly [name: string]: string } = {},
  ): Promise<{ readonly exitCode: number; readonly log: string }> {
    // What is traced is of the process.
    if (inBundle || args.includes("--debug")) return super.terminal(args, env);
    process.chdir(this.workspace);
    process.argv[1] = bundle;
    const { status, screen } = await commandLine(args, this.terminalEnvironment(env), this.workspace);
    return { exitCode: status, log: screen };
  }

  /** Runs the bundle, for a command line of which the process counts. */
  terminalInProcess(
    args: readonly string[],
    env: { readonly [name: string]: string } = {},
  ): Promise<{ readonly exitCode: number; readonly log: string }> {
    return super.terminal(args, env);
  }

  /** Runs the bundle, for a step of which the process counts. */
  stepInProcess(inputs: { readonly [name: string]: string } = {}, options: StepOptions = {}): Promise<StepResult> {
    return super.step(inputs, options);
  }

  override [Symbol.dispose](): void {
    process.chdir(root);
    super[Symbol.dispose]();
  }
}

/** What src/app/program/run-step.ts does, but for what a process has once: signals, guards, standard streams. */
async function runStep(
  environment: { readonly [name: string]: string | undefined },
  print: (text: string) => unknown,
  accept?: AcceptOptions,
): Promise<number> {
  // The program starts itself, and is found by how this one was started.
  process.argv[1] = bundle;
  const redactor = createRedactor();
  for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])
    redactor.add(environment[name] ?? "");
  const step = openStep(environment, { write: print });
  const raw = readRawInputs(environment);
  const host = {
    terminal: false,
    version: metadata.version,
    environment,
    directory: environment.GITHUB_WORKSPACE ?? "",
    verbose: step.verbose,
    signal: new AbortController().signal,
    urgent: new AbortController().signal,
    stray: () => undefined,
    modules: new ModuleCalls(),
    handover: Handover.begin(environment.RUNNER_TEMP ?? "", localMachine().self, (path) =>
      step.console.saveState("handover", path),
    ),
    defaultReportPath: step.reportPath,
    redactor,
    mask: (secret: string) => step.console.addMask(secret),
    hooks: (setup: Parameters<typeof stepHooks>[1]) => stepHooks(step, setup),
  };
  const settings = readSettings(raw, { terminal: false });
  const { exitCode } = settings.ok
    ? await run(accept ? { ...settings.value, accept } : settings.value, host)
    : await refuse(readSureSettings(raw), settings.error, host);
  return exitCode;
}
