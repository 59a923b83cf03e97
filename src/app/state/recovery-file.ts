import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve as resolvePath } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic, Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Project } from "../../engine/model/project.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import type { Backend } from "../../state/backend.ts";
import { backendNamed } from "../../state/backends.ts";
import { unlockCommand } from "../../state/lock/lock-messages.ts";
import { isSealed, lockOf } from "../../state/snapshot/codec.ts";
import type { Host } from "../host.ts";
import { shownPath } from "../load/shown-path.ts";
import { locationFlags } from "./state-location.ts";

export interface RecoverySurroundings {
  readonly settings: Settings;
  readonly host: Pick<Host, "terminal" | "environment" | "directory" | "backends">;
  readonly project: Project | undefined;
  /** As state says it. */
  readonly projectName: string;
  /** Where state should have gone. */
  readonly backend: string;
}

/** A name that is taken holds what an earlier run could not store: it is never written over. */
const mostNames = 1000;

/**
 * Keeps state that could not be stored in a file that nobody else can read, and says how to store it.
 * @param failed why it could not be stored
 * @returns the failure with all of that, for the log and the summary
 */
export function keepRecovery(context: string, text: string, failed: Failure, around: RecoverySurroundings): Failure {
  const { host, settings } = around;
  const { RUNNER_TEMP: temporary } = host.environment;
  const why: Diagnostic = { severity: "error", code: failed.reason, message: failed.message };
  const folders = [temporary || resolvePath(host.directory, settings.workingDirectory), tmpdir()];
  const saved = save(folders, context, text);
  const lockId = lockOf(text);
  if (!saved.ok) {
    const lock =
      lockId === undefined
        ? ""
        : `; should its lock be left, release it: ${unlockCommand(lockId, context, flags(around))}`;
    const message = `what was applied could not be kept in a recovery file either (${saved.why}): look at the resources of "${context}" before the next run${lock}`;
    return {
      ...failed,
      message: joined(failed.message, message),
      diagnostics: [...failed.diagnostics, why, problem(message)],
    };
  }
  const path = shownPath(saved.path, host.directory);
  const lost = failed.reason === "state-conflict" ? backendOf(around)?.takesNoFile?.afterConflict : undefined;
  const message = `what was applied is kept in ${path}${lost ?? toStore(path, text, around)}`;
  const told = [...failed.diagnostics, why, problem(message)];
  const vanishes = temporary && !host.terminal && lost === undefined;
  if (vanishes) told.push(problem(vanishing));
  const after = vanishes ? `; ${vanishing}` : "";
  return { ...failed, message: joined(failed.message, `${message}${after}`), diagnostics: told };
}

/** What to do with the file, as the rest of a sentence. */
function toStore(path: string, text: string, around: RecoverySurroundings): string {
  const key = isSealed(text) ? withKey : "";
  const { host } = around;
  const backend = backendOf(around);
  // State on a server is mended from anywhere else than from a runner, whose path means nothing there.
  const away = !backend?.onThisMachine && !host.terminal && host.environment.RUNNER_TEMP;
  const file = away ? basename(path) : path;
  const push = (given: readonly string[]): string => `\`${commandLine(["opus", "state", "push", file, ...given])}\``;
  if (!backend?.takesNoFile)
    return `: once the cause is mended, store it with ${push(pushFlags(around))}${key}${lockOf(text) === undefined ? "" : lockToo}`;
  const anew = { ...around, settings: { ...around.settings, state: {} } };
  return backend.takesNoFile.otherwise(`${push([...pushFlags(anew), "--force"])}${key}`);
}

const withKey = " and the key that sealed it in `OPUS_ENCRYPTION_KEY`";

const lockToo = ", which also releases the lock of this run, should it be left";

const vanishing =
  "the runner removes that file when the job ends: let a step after this one upload it (`uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1`, `if: failure()`, `path: ${{ runner.temp }}/opus-recovery*.json`), and push the downloaded one from a checkout";

function problem(message: string): Diagnostic {
  return { severity: "error", code: "state-not-stored", message };
}

/** Two sentences as one, unless the first ends with more than a stop. */
function joined(first: string, second: string): string {
  if (/[?!]$/.test(first)) return `${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  return `${withoutEnd(first, ".")}; ${second}`;
}

function backendOf({ backend, host }: RecoverySurroundings): Backend | undefined {
  return backendNamed(backend, host.backends);
}

/** What has to be said in a terminal so that the same state is meant. */
function flags({ settings, host, project, backend }: RecoverySurroundings): string[] {
  return locationFlags(settings, project, host, backend);
}

/** The same for what takes a file: whose state it is, and that what is stored may not be sealed yet, as it was for the run. */
function pushFlags(around: RecoverySurroundings): string[] {
  const { settings, project, projectName } = around;
  const initialize = settings.initialize && settings.encryptionKey !== undefined ? ["--initialize"] : [];
  const whose = project === undefined ? ["--project", projectName] : [];
  return [...initialize, ...whose, ...flags(around)];
}

function save(
  folders: readonly string[],
  context: string,
  text: string,
): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string } {
  let why = "";
  for (const folder of folders) {
    for (let number = 0; number < mostNames; number++) {
      const path = join(folder, fileName(context, number));
      try {
        write(path, text);
        return { ok: true, path };
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        why ||= message;
        if (code !== "EEXIST") break;
      }
    }
  }
  return { ok: false, why };
}

function fileName(context: string, number: number): string {
  return number === 0 ? "opus-recovery.json" : `opus-recovery-${context}${number === 1 ? "" : `-${number}`}.json`;
}

function write(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    // Half of it is worth nothing, and takes room where there is none.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
