import { withEnvironment, withJobToken } from "../../action/raw-inputs.ts";
import type { Arguments } from "../../cli/terminal.ts";
import { createTerminalConsole, type TerminalConsole } from "../../cli/terminal-console.ts";
import { visibleJson } from "../../engine/redaction/invisible.ts";
import { changesPending, isDrifted } from "../../hooks/rendering/labels.ts";
import type { Cancellation } from "../../node/cancellation.ts";
import type { TraceLog } from "../../trace/trace-log.ts";
import type { Host } from "../host.ts";
import { Handover } from "../post-step/handover-file.ts";
import { conclude } from "./conclude.ts";
import type { Program } from "./program.ts";
import { questions } from "./questions.ts";
import { terminalHooks } from "./terminal-hooks.ts";

type Asked<Type> = Extract<Arguments, { readonly type: Type }>;

/** Does what the command line asks for. */
export async function runTerminal(parsed: Asked<"run" | "state" | "site">, program: Program): Promise<number> {
  const terminal = openTerminal(parsed, program);
  return parsed.type === "run" ? runCommand(parsed, terminal, program) : runOnState(parsed, terminal, program);
}

/** What a command has of the terminal. */
interface Terminal {
  readonly console: TerminalConsole;
  readonly traceLog: TraceLog | undefined;
}

/** Each line of the log is said on standard error. */
function linesTo(say: Program["say"]): { write(text: string): void } {
  return { write: (text) => say(text.replace(/\n$/, "")) };
}

function openTerminal(parsed: Asked<"run" | "state" | "site">, program: Program): Terminal {
  const traceLog = parsed.debug ? program.startTrace(program.say) : undefined;
  const { stdout, environment: env, say } = program;
  const stream = parsed.type === "run" && parsed.json ? linesTo(say) : stdout;
  // Two streams on one screen: a line that is rewritten would lie in the other's way.
  const console = createTerminalConsole({ stream, env, color: parsed.color, live: !parsed.debug });
  return { console, traceLog };
}

async function runOnState(parsed: Asked<"state" | "site">, terminal: Terminal, program: Program): Promise<number> {
  const { redactor, environment, say } = program;
  const { console, traceLog } = terminal;
  const { host } = openHost(parsed, terminal, program);
  const raw = withJobToken(withEnvironment(parsed.raw, environment), environment);
  if (traceLog) {
    for (const secret of [raw.token, raw["encryption-key"]]) redactor.add(secret ?? "");
    traceLog.open();
  }
  const output = { console, data: (chunk: string | Uint8Array) => print(chunk, program), error: say };
  if (parsed.type === "site") {
    const { runSite } = await import("../site/site-command.ts");
    return runSite({ ...parsed, raw }, host, output);
  }
  const { runState } = await import("../state-cli/state-command.ts");
  return runState({ ...parsed, raw }, host, output);
}

async function runCommand(parsed: Asked<"run">, terminal: Terminal, program: Program): Promise<number> {
  const { host, ending } = openHost(parsed, terminal, program);
  const raw = withJobToken(withEnvironment(parsed.raw, program.environment), program.environment);
  if (raw.command === "debug-info") {
    const { debugInfo } = await import("../debug-info/debug-info.ts");
    const terminal = program.environment.GITHUB_ACTIONS !== "true";
    program.stdout.write(program.shown(`${await debugInfo(raw, { ...host, terminal })}\n`));
    return 0;
  }
  program.guard(ending);
  const more = {
    ...(parsed.accept ? { accept: parsed.accept } : {}),
    ...(parsed.yes ? { yes: true as const } : { ask: questions(program) }),
  };
  const { exitCode, report } = await conclude(raw, host, [], more);
  const differs = changesPending(report.contexts) || report.contexts.some(({ tasks }) => tasks.some(isDrifted));
  return exitCode === 0 && parsed.detailedExitcode && differs ? 2 : exitCode;
}

function openHost(
  parsed: Asked<"run" | "state" | "site">,
  { console, traceLog }: Terminal,
  program: Program,
): { readonly host: Host; readonly ending: Cancellation } {
  const { version, environment, modules, redactor } = program;
  const { verbose } = parsed;
  const ending = program.cancelled();
  const data = (text: string): Promise<void> => print(text, program);
  const checksums = parsed.type === "run" && parsed.checksums;
  const json = parsed.type === "run" && parsed.json;
  const quiet = parsed.type === "run" && parsed.quiet;
  const host: Host = {
    terminal: true,
    version,
    environment,
    directory: program.process.cwd(),
    verbose,
    ...ending,
    modules,
    handover: Handover.none(),
    defaultReportPath: undefined,
    redactor,
    mask: () => {},
    hooks: async (setup) => {
      traceLog?.open();
      return terminalHooks({ console, verbose, quiet, checksums, json, data }, setup);
    },
  };
  return { host, ending };
}

/** Data keeps its bytes where it is piped: it may be a backup. A terminal gets JSON in which everything shows. */
function print(chunk: string | Uint8Array, { data, stdout }: Program): Promise<void> {
  return data.write(stdout.isTTY ? visibleJson(Buffer.from(chunk as Uint8Array).toString("utf8")) : chunk);
}
