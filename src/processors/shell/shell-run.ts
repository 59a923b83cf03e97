import type { JsonObject } from "../../engine/json/json.ts";
import type { Change } from "../../engine/model/change.ts";
import type { RecordedTask } from "../../engine/model/state-body.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { RunScript, ScriptResult } from "../../ports/script-runner.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { lastLines, parseDuration, scriptExtension, shellOnWindows, splitShell } from "./script.ts";
import { childEnvironment } from "./shell-environment.ts";
import { recordedForScript } from "./shell-recorded.ts";

/** The spec of a Shell as it is recorded: what the manifest says, and the digests of its `inputs`. */
export interface ShellSpec extends JsonObject {
  readonly create: string;
}

/** The scripts of a Shell. */
interface ShellScripts {
  readonly create: string;
  readonly update?: string;
  readonly read?: string;
  readonly delete?: string;
  readonly rollback?: string;
}

/** What a script runs with. */
interface ShellSurroundings {
  readonly shell?: string;
  readonly workingDirectory?: string;
  readonly env?: JsonObject;
  readonly secretEnv?: JsonObject;
  readonly passEnv?: readonly string[];
  readonly timeout?: string;
}

/** What is made of a script and its output. */
interface ShellResults {
  readonly inputs?: readonly string[];
  readonly inputFiles?: JsonObject;
  readonly outputs?: readonly string[];
  readonly capture?: boolean;
  readonly sensitiveOutputs?: readonly string[];
  readonly compareSecrets?: boolean;
  /** Names the resource. */
  readonly identity?: string;
}

/** The same with the types of its fields, which may all be missing but one. */
export interface ShellFields extends ShellScripts, ShellSurroundings, ShellResults {}

/** The fields of a Shell. */
export function shellFields(spec: ShellSpec): ShellFields {
  return spec as unknown as ShellFields;
}

export type ScriptName = "create" | "update" | "read" | "delete" | "rollback";

/** Bytes of each stream that are recorded with `capture`. */
export const capturedBytes = 64 * 1024;
/** Kept beyond that, so that a secret that the cut would halve is still recognised. */
export const overhangBytes = 16 * 1024;
/** Most bytes of what `read` prints, and of what $OPUS_OUTPUT takes. */
export const factBytes = 1024 * 1024;

export interface ShellRun {
  readonly run: RunScript;
  readonly files: Pick<FileAccess, "folder">;
  /** Environment of this process. */
  readonly environment: { readonly [name: string]: string | undefined };
}

/** What is special about one run of a script. */
export interface ScriptCall {
  /** For `rollback`: the change that it undoes. */
  readonly undone?: Change;
  /** What the script is told of the resource; default: what the call knows. */
  readonly recorded?: RecordedTask | undefined;
  /** Takes what $OPUS_OUTPUT holds, while the script writes to it and when it has ended, well or not. */
  onOutputs?(text: string, ended: boolean): void;
}

/**
 * Runs one script of a spec to its good end.
 * @throws TaskFailure that says which script, how it ended, and its last lines; `untouched` when it never started
 */
export async function runScript(
  shell: ShellRun,
  name: ScriptName,
  spec: ShellFields,
  io: Io,
  call: ScriptCall = {},
): Promise<ScriptResult> {
  const { undone, onOutputs } = call;
  const script = spec[name] ?? "";
  const words = splitShell(spec.shell);
  if (words === undefined)
    throw new TaskFailure(`the shell \`${spec.shell}\` can't be understood`, { untouched: true });
  const folder = shell.files.folder(spec.workingDirectory ?? ".");
  if (!folder.ok) {
    const message = `the ${name} script has no folder to run in: ${folder.error.message}`;
    throw new TaskFailure(message, { untouched: true });
  }
  const timeoutMs = spec.timeout === undefined ? undefined : parseDuration(spec.timeout);
  const recorded = "recorded" in call ? call.recorded : io.recorded;
  const told = recorded && recordedForScript(recorded, script, io);
  for (const warning of told?.warnings ?? []) io.output("stderr", `${warning}\n`);
  const env = childEnvironment(shell.environment, spec, {
    OPUS_CONTEXT: io.context,
    OPUS_COMMAND: io.command,
    OPUS_TASK: io.task,
    OPUS_CHANGE: undone ?? name,
    ...(undone === undefined ? {} : { OPUS_ROLLBACK: "true" }),
    ...told?.variables,
  });
  const result = await shell.run({
    script,
    shell: words,
    extension: scriptExtension(words),
    ...(spec.shell === undefined ? { otherwise: shellOnWindows } : {}),
    cwd: folder.value,
    env,
    outputVariable: "OPUS_OUTPUT",
    outputBytes: factBytes,
    ...(told ? { files: { OPUS_RECORDED: told.file } } : {}),
    ...(onOutputs ? { onOutputFile: (data: Uint8Array) => onOutputs(outputText(data), false) } : {}),
    captureBytes: name === "read" ? factBytes : capturedBytes + overhangBytes,
    signal: io.signal,
    // The facts that `read` prints are data, not something to show.
    onOutput: (stream, text) => (name === "read" && stream === "stdout" ? undefined : io.output(stream, text)),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  if (onOutputs && result.outputFile) onOutputs(outputText(result.outputFile), true);
  return ended(name, spec, words, result);
}

/** @throws TaskFailure where the script did not end well */
function ended(name: ScriptName, spec: ShellFields, words: readonly string[], result: ScriptResult): ScriptResult {
  const failure = scriptFailure(name, spec, words, result);
  if (failure) throw failure;
  return result;
}

/** What $OPUS_OUTPUT holds, as text. */
export function outputText(data: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(data);
}

const exitHints: { readonly [code: number]: string } = {
  126: "126 means that a command could not be executed: is the file executable?",
  127: "127 means that a command was not found: is it installed, and on the PATH?",
  137: "137 means that a program was killed, often because memory ran out.",
};

/**
 * Why a script did not start, for people.
 * @param what which script
 * @param code of the system's error
 */
export function notStarted(
  what: string,
  words: readonly string[],
  code: string,
): { readonly message: string; readonly hint?: string } {
  const program = `\`${words[0]}\``;
  switch (code) {
    case "ENOENT":
      return {
        message: `${what} did not start: ${program} was not found`,
        hint: "Install it, or name another `shell`.",
      };
    case "ENOSHELL":
      return {
        message: `${what} did not start: there is neither Git's bash nor pwsh on this machine`,
        hint: "Install Git for Windows or PowerShell 7, or name a `shell`, such as `cmd`.",
      };
    case "EACCES":
      return { message: `${what} did not start: ${program} is not executable`, hint: "Name another `shell`." };
    case "E2BIG":
      return { message: `${what} did not start: its environment is too large`, hint: "Hand large data over in files." };
    case "EMFILE":
    case "ENFILE":
      return {
        message: `${what} did not start: too many files are open (${code})`,
        hint: "Lower `parallelism`, or raise the limit with `ulimit -n`.",
      };
    case "EAGAIN":
      return {
        message: `${what} did not start: this user may have no more processes (${code})`,
        hint: "Lower `parallelism`, or raise the limit with `ulimit -u`.",
      };
    case "ERR_ACCESS_DENIED":
      return {
        message: `${what} did not start: Node was started with \`--permission\`, which lets it run no programs`,
        hint: "Start Node without `--permission`.",
      };
    default:
      return { message: `${what} did not start (${code})` };
  }
}

function scriptFailure(
  name: ScriptName,
  spec: ShellFields,
  words: readonly string[],
  result: ScriptResult,
): TaskFailure | undefined {
  const detail = lastLines(name === "read" ? result.stderrTail : result.tail);
  const failed = (message: string, hint?: string) =>
    new TaskFailure(message, { ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }) });
  const unstarted = (message: string, hint?: string) =>
    new TaskFailure(message, { ...(hint === undefined ? {} : { hint }), untouched: true });
  const { end } = result;
  const left = "left" in end ? ", and something that it has started still runs: end it by hand" : "";
  switch (end.state) {
    case "aborted":
      return failed(`${name} script was stopped${left}`);
    case "timed-out":
      return failed(
        `${name} script did not finish within ${spec.timeout}${left}`,
        "Raise `timeout`, or find out what it waits for.",
      );
    case "not-started": {
      const { message, hint } = notStarted(`${name} script`, words, end.code);
      return unstarted(message, hint);
    }
    case "exited":
      if (end.exitCode === 0) return undefined;
      if (end.exitCode === null) return failed(`${name} script was ended by ${end.signal}`);
      return failed(`${name} script exited with ${end.exitCode}`, exitHints[end.exitCode]);
  }
}
