import type { Io } from "../../engine/ports/task-io.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { RunScript, ScriptResult } from "../../ports/script-runner.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { lastLines, scriptExtension, shellOnWindows, splitShell } from "../shell/script.ts";
import { childEnvironment } from "../shell/shell-environment.ts";
import { factBytes, notStarted } from "../shell/shell-run.ts";
import { holds, type Look, open, type Probed } from "./look.ts";
import type { ProbeFields } from "./probe-spec.ts";

/** What runs commands. */
export interface CommandRunner {
  readonly run: RunScript;
  readonly files: Pick<FileAccess, "folder">;
  /** Environment of this process. */
  readonly environment: { readonly [name: string]: string | undefined };
}

/** A command that is run. */
export function probedCommand(fields: ProbeFields, runner: CommandRunner, io: Io): Probed {
  return { what: "its command", look: (ms) => look(fields, runner, io, ms) };
}

async function look(
  fields: ProbeFields,
  { run, files, environment }: CommandRunner,
  io: Io,
  ms: number,
): Promise<Look> {
  const { command = "", shell, workingDirectory = "." } = fields;
  // Checked by `parse`.
  const words = splitShell(shell) ?? [];
  const folder = files.folder(workingDirectory);
  if (!folder.ok) return { state: "hopeless", why: `its command has no folder to run in: ${folder.error.message}` };
  const env = childEnvironment(environment, fields, {
    OPUS_CONTEXT: io.context,
    OPUS_COMMAND: io.command,
    OPUS_TASK: io.task,
    OPUS_CHANGE: "read",
  });
  const result = await run({
    script: command,
    shell: words,
    extension: scriptExtension(words),
    ...(shell === undefined ? { otherwise: shellOnWindows } : {}),
    cwd: folder.value,
    env,
    outputVariable: "OPUS_OUTPUT",
    outputBytes: factBytes,
    captureBytes: factBytes,
    timeoutMs: Math.max(1, Math.round(ms)),
    signal: io.signal,
    // Of many tries only the last one is of interest, and that one is told.
    onOutput: () => {},
  });
  io.signal.throwIfAborted();
  return judge(result, fields, words, io);
}

function judge(result: ScriptResult, { expect = {} }: ProbeFields, words: readonly string[], io: Io): Look {
  const { end, stdout } = result;
  const detail = lastLines(result.tail);
  const unmet = (why: string): Look => ({ ...open(why), ...(detail === undefined ? {} : { detail }) }) as Look;
  if (end.state === "not-started") {
    const { message, hint } = notStarted("its command", words, end.code);
    return { state: "hopeless", why: message, ...(hint === undefined ? {} : { hint }) };
  }
  if (end.state !== "exited") return unmet("it did not end in time");
  const { exitCode = 0, contains } = expect;
  if (end.exitCode === null) return unmet(`it was ended by ${end.signal}`);
  if (end.exitCode !== exitCode)
    return unmet(`it exited with ${end.exitCode}${exitCode === 0 ? "" : `, not ${exitCode}`}`);
  if (contains === undefined || stdout.text.includes(contains)) return holds;
  const wanted = io.containsSecret(contains) ? "what it should" : `\`${shortened(contains, 100)}\``;
  return unmet(`it exited with ${end.exitCode} and did not print ${wanted}`);
}
