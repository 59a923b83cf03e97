import { closeSync, openSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scriptReadMs } from "../../engine/model/timing.ts";
import type { Redaction } from "../../engine/text/line-buffer.ts";
import type { RunScript, ScriptRequest, ScriptResult } from "../../ports/script-runner.ts";
import { closing, openForReading, readAll } from "../files/file-reading.ts";
import { openByPath } from "../files/held-folder.ts";
import { makePrivateFolder, removeTree } from "../files/private-folders.ts";
import { runChild } from "./child-process.ts";
import type { ProcessGroups } from "./process-groups.ts";
import { windowsPath, windowsScript, windowsShell } from "./windows-shells.ts";

export interface ScriptRunnerOptions {
  readonly groups: ProcessGroups;
  readonly redaction: Redaction;
  /** Where the folder of each script is made, by choice. Default: the system's temporary folder. */
  readonly folders?: readonly string[];
  readonly graceMs?: number;
  readonly lingerMs?: number;
}

/** Runs scripts, each with a fresh folder that only this user can enter, removed afterwards. Throws system errors of that folder. */
export function scriptRunner(options: ScriptRunnerOptions): RunScript {
  return async (request) => {
    const folder = makePrivateFolder(options.folders ?? [tmpdir()], "script");
    let watching: (() => void) | undefined;
    try {
      const chosen = shellOf(request);
      if (typeof chosen === "string") return unstarted(chosen);
      const { shell, extension } = chosen;
      const scriptFile = join(folder, `script${extension}`);
      const outputFile = join(folder, "output");
      writeFileSync(scriptFile, onWindows ? windowsScript(request.script, extension) : request.script, { mode: 0o600 });
      closeSync(openSync(outputFile, "wx", 0o600));
      const given = Object.entries(request.files ?? {}).map(([variable, text], index) => {
        const path = join(folder, `given-${index}.json`);
        writeFileSync(path, text, { mode: 0o600 });
        return [variable, path] as const;
      });
      const named = shell.some((part) => part.includes("{0}"));
      const shownFile = onWindows ? windowsPath(scriptFile, shell) : scriptFile;
      const [command = "", ...args] = [...shell, ...(named ? [] : ["{0}"])].map((part) =>
        part.replaceAll("{0}", () => shownFile),
      );
      watching = request.onOutputFile && watchOutput(folder, request.outputBytes, request.onOutputFile);
      const result = await runChild({
        command,
        args,
        cwd: request.cwd,
        env: { ...request.env, ...Object.fromEntries(given), [request.outputVariable]: outputFile },
        signal: request.signal,
        captureBytes: request.captureBytes,
        onOutput: (stream, text) => request.onOutput(stream, text),
        groups: options.groups,
        redaction: options.redaction,
        ...(request.env.OPUS_TASK === undefined ? {} : { task: request.env.OPUS_TASK }),
        ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
        ...(options.graceMs === undefined ? {} : { graceMs: options.graceMs }),
        ...(options.lingerMs === undefined ? {} : { lingerMs: options.lingerMs }),
      });
      return { ...result, outputFile: readOutput(folder, request.outputBytes) };
    } finally {
      watching?.();
      removeTree(folder);
    }
  };
}

const onWindows = process.platform === "win32";

function shellOf({ shell, extension, otherwise, env }: ScriptRequest) {
  return onWindows ? windowsShell({ shell, extension }, otherwise, env) : { shell, extension };
}

function unstarted(code: string): ScriptResult {
  const nothing = { text: "", bytes: 0, cut: false };
  const end = { state: "not-started", code } as const;
  return { end, stdout: nothing, stderr: nothing, tail: "", stderrTail: "", outputFile: undefined };
}

/**
 * Reads the file for outputs while a script writes to it. Where nothing tells of changes, it is read at the end only.
 * @returns ends it
 */
function watchOutput(folder: string, limit: number, take: (data: Uint8Array) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let size = 0;
  const read = (): void => {
    timer = undefined;
    const data = readOutput(folder, limit);
    if (data === undefined || data.length === size) return;
    size = data.length;
    take(data);
  };
  try {
    const watcher = watch(join(folder, "output"), () => {
      timer ??= setTimeout(read, scriptReadMs);
    });
    watcher.on("error", () => watcher.close());
    return () => {
      clearTimeout(timer);
      watcher.close();
    };
  } catch {
    return () => {};
  }
}

function readOutput(folder: string, limit: number): Uint8Array | undefined {
  try {
    const descriptor = openForReading(openByPath(folder), "output");
    return closing(descriptor, () => readAll(descriptor, limit));
  } catch {
    return undefined;
  }
}
