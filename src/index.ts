#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import { type RawInputs, readRawInputs, readSettings, readSureSettings, withEnvironment } from "./action/inputs.ts";
import { metadata } from "./action/metadata.generated.ts";
import { openStep } from "./action/step.ts";
import { harmlessText } from "./action/toolkit.ts";
import type { Host } from "./app/host.ts";
import { Handover } from "./app/post-step/handover-file.ts";
import { refuse, run } from "./app/run-command.ts";
import type { RunResult } from "./app/run-frame.ts";
import { stepHooks } from "./app/step-hooks.ts";
import { strayWords } from "./app/stray-errors.ts";
import { renderDiagnostic } from "./engine/diagnostics/code-frame.ts";
import { leftRunningMs } from "./engine/model/timing.ts";
import { visibleJson } from "./engine/redaction/invisible.ts";
import { createRedactor } from "./engine/redaction/redactor.ts";
import { oneLine, printableText } from "./engine/text/printable.ts";
import { withoutSecrets } from "./hooks/log/console.ts";
import { createLog } from "./hooks/log/log.ts";
import { type Cancellation, cancellation, type Stray } from "./node/cancellation.ts";
import { systemClock } from "./node/clock.ts";
import { ModuleCalls } from "./node/modules/module-calls.ts";
import { guardProcess, type ProcessGuard } from "./node/modules/process-guard.ts";
import { guardOutput, guardWarnings } from "./node/output-guard.ts";
import { dataOutput, standardStream } from "./node/standard-stream.ts";
import { localMachine } from "./state/lock/process-identity.ts";
import { trace } from "./trace/trace.ts";
import { openTraceLog, type TraceLog } from "./trace/trace-log.ts";

// A step of a workflow has no arguments but what src/post.ts says; everything else is the terminal program.
const inActions = process.env.GITHUB_ACTIONS === "true";
const isStep = inActions && process.argv.length <= 2;
const isPostStep = inActions && process.argv.length === 3 && process.argv[2] === "post-step";
// The program starts itself that way, with a channel to answer over; src/github/cache/cache-worker.ts.
const isCacheWorker = process.send !== undefined && process.argv[2] === "cache-worker";
// The one redactor of this process: whoever learns of a secret adds it here.
const redactor = createRedactor();
const guard = {
  redaction: redactor,
  shown: isStep || isPostStep ? harmlessText : isCacheWorker ? (text: string) => text : printableText,
  onExit: (flush: () => void): void => void process.on("exit", flush),
};
const ownStdout = guardOutput(process.stdout, guard);
const ownStderr = guardOutput(process.stderr, guard);
guardWarnings(process);
// As many tasks as `parallelism` says listen to one signal: no leak, which Node would warn of.
setMaxListeners(0);
const modules = new ModuleCalls();
// There from the moment on at which modules may be called.
const kept: { guard?: ProcessGuard } = {};
const stdout = standardStream(ownStdout);
const data = dataOutput(ownStdout);
const stderr = standardStream(ownStderr);

const status = await (isCacheWorker
  ? cacheWorker()
  : isPostStep
    ? postStep()
    : isStep
      ? runStep()
      : runTerminal().then(unlessLost)
).catch((error: unknown) => {
  sayStray({ error, by: undefined });
  return 1;
});
process.exitCode = status;
kept.guard?.over(status);
// Everything is said and stored. What a module of the repository left running must not keep the job waiting.
setTimeout(() => endProcess(status), leftRunningMs).unref();

/** Nobody expected it: here, or in what a module of the repository left running. */
function sayStray(stray: Stray): void {
  say(`opus: ${strayWords(stray)}`);
}

/** Lines on standard error, which nothing that they quote may steer. */
function say(text: string): void {
  stderr.write(guard.shown(redactor.text(`${text}\n`)));
}

function endProcess(status: number): void {
  if (kept.guard) kept.guard.end(status);
  else process.exit(status);
}

function cancelled(): Cancellation {
  return cancellation({ exit: endProcess, stray: sayStray, by: () => modules.current });
}

/** The runner's own keys, which what a server answers may hold. */
function addRunnerTokens({ env }: NodeJS.Process): void {
  for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])
    redactor.add(env[name] ?? "");
}

/** Prints from now on what the process does, for bug reports. Lines are held until `open`, or until the process ends. */
function startTrace(print: (line: string) => void): TraceLog {
  const log = openTraceLog({ redact: (text) => redactor.text(text), print, now: systemClock.now });
  process.on("exit", log.open);
  const { version, platform, arch } = process;
  trace(() => `opus ${metadata.version}, Node ${version}, ${platform} ${arch}`);
  return log;
}

async function runStep(): Promise<number> {
  const { env } = process;
  addRunnerTokens(process);
  const step = openStep(env, stdout);
  const traceLog = step.verbose ? startTrace((line) => step.console.line(line, "muted")) : undefined;
  const handover = env.RUNNER_TEMP
    ? Handover.begin(env.RUNNER_TEMP, localMachine().self, (path) => step.console.saveState("handover", path))
    : Handover.none();
  const raw = readRawInputs(env);
  const ending = cancelled();
  const host: Host = {
    terminal: false,
    version: metadata.version,
    environment: env,
    directory: env.GITHUB_WORKSPACE || process.cwd(),
    verbose: step.verbose,
    ...ending,
    modules,
    handover,
    defaultReportPath: step.reportPath,
    redactor,
    mask: (secret) => step.console.addMask(secret),
    hooks: (setup) => {
      traceLog?.open();
      return stepHooks(step, setup);
    },
  };
  const { exitCode, report } = await conclude(raw, host, ending);
  const reason = report.failureReason;
  const wanted = reason === "internal" || (step.verbose && reason !== "cancelled");
  if (exitCode !== 0 && wanted && readSureSettings(raw).summary) {
    traceLog?.end();
    const { debugInfo } = await import("./app/debug-info/debug-info.ts");
    step.console.appendSummary(`\n${await debugInfo(raw, host)}`);
  }
  return exitCode;
}

async function runTerminal(): Promise<number> {
  const { parseArguments } = await import("./cli/terminal.ts");
  const { createTerminalConsole } = await import("./cli/terminal-console.ts");
  const { createContextList } = await import("./cli/print-contexts.ts");
  const parsed = await parseArguments(process.argv.slice(2), metadata);
  if (parsed.type === "text") {
    stdout.write(`${parsed.text}\n`);
    return 0;
  }
  if (parsed.type === "error") {
    say(oneLine(parsed.message));
    return 1;
  }
  const { env } = process;
  const traceLog = parsed.debug ? startTrace(say) : undefined;
  // Two streams on one screen: a line that is rewritten would lie in the other's way.
  const console = createTerminalConsole({ stream: stdout, env, color: parsed.color, live: !parsed.debug });
  const ending = cancelled();
  const host: Host = {
    terminal: true,
    version: metadata.version,
    environment: env,
    directory: process.cwd(),
    verbose: parsed.verbose,
    ...ending,
    modules,
    handover: Handover.none(),
    defaultReportPath: undefined,
    redactor,
    mask: () => {},
    hooks: async (setup) => {
      traceLog?.open();
      return [
        createLog({
          console: withoutSecrets(console, setup.redact),
          frame: (diagnostic) =>
            renderDiagnostic(diagnostic, setup.sources, { color: console.color, redact: setup.redact }),
          verbose: parsed.verbose,
          checksums: parsed.type === "run" && parsed.checksums,
          now: systemClock.now,
        }),
        createContextList((text) => data.write(onTerminal(text))),
      ];
    },
  };
  if (parsed.type === "state") {
    if (traceLog) {
      for (const name of ["token", "encryption-key"]) redactor.add(parsed.raw[name] ?? "");
      traceLog.open();
    }
    const { runState } = await import("./app/state-cli/state-command.ts");
    return runState({ ...parsed, raw: withEnvironment(parsed.raw, env) }, host, {
      console,
      data: (chunk) => data.write(onTerminal(chunk)),
      error: say,
    });
  }
  const raw = withEnvironment(parsed.raw, env);
  if (raw.command === "debug-info") {
    const { debugInfo } = await import("./app/debug-info/debug-info.ts");
    stdout.write(guard.shown(`${await debugInfo(raw, { ...host, terminal: !inActions })}\n`));
    return 0;
  }
  return (await conclude(raw, host, ending)).exitCode;
}

/** Data keeps its bytes where it is piped: it may be a backup. A terminal gets JSON in which everything shows. */
function onTerminal(chunk: string | Uint8Array): string | Uint8Array {
  return ownStdout.isTTY ? visibleJson(Buffer.from(chunk as Uint8Array).toString("utf8")) : chunk;
}

/** What was to be written to a file or a pipe is not there: whoever goes on with it has to know. */
async function unlessLost(status: number): Promise<number> {
  const lost = await data.lost();
  if (lost === undefined) return status;
  say(`opus: standard output could not be written, and is not complete: ${lost.message}`);
  return 1;
}

async function conclude(raw: RawInputs, host: Host, ending: Cancellation): Promise<RunResult> {
  kept.guard = guardProcess(process, {
    calls: modules,
    ended: ending.fail,
    stuck: () => {
      if (ending.stray()) return false;
      ending.fail(new Error("the run waits for something that can't come any more: nothing is left running"));
      return true;
    },
    lost: () => {
      const calls = modules.underWay.map(({ who, doing }) => `${who}, ${doing}`);
      const busy = calls.length === 0 ? "" : ` Under way: ${calls.join("; ")}.`;
      say(
        `opus: the process was ended before the run was through, by a way that can't be kept. What was done is in the journal, and the next run goes on from there.${busy}`,
      );
    },
  });
  const settings = readSettings(raw, { terminal: host.terminal });
  return settings.ok ? run(settings.value, host) : refuse(readSureSettings(raw), settings.error, host);
}

/** A call of GitHub's cache. */
async function cacheWorker(): Promise<number> {
  const { runCacheWorker } = await import("./github/cache/cache-worker.ts");
  const { removeTree } = await import("./node/files/private-folders.ts");
  await runCacheWorker(process.argv[3] ?? "", removeTree);
  return 0;
}

/** What the main step could not finish, because it was killed. */
async function postStep(): Promise<number> {
  const { env } = process;
  addRunnerTokens(process);
  const { runPostStep } = await import("./app/post-step/post-step.ts");
  const { console, verbose } = openStep(env, stdout);
  if (verbose) startTrace((line) => console.line(line, "muted"));
  // With inputs that are wrong the main step has left nothing to do.
  const settings = readSettings(readRawInputs(env), { terminal: false });
  if (!settings.ok) return 0;
  // The first signal is let pass: this is what cleans up, it takes a second or two, and nobody comes after it.
  const { urgent: signal } = cancelled();
  const directory = env.GITHUB_WORKSPACE || process.cwd();
  const { version } = metadata;
  return runPostStep({ console, redactor, environment: env, settings: settings.value, directory, version, signal });
}
