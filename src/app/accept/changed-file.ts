import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";

/** A file of the workspace that is to be written anew. */
export interface ChangedFile {
  /** From the working directory. */
  readonly path: string;
  /** For messages. */
  readonly shown: string;
  /** What it held when it was read. */
  readonly found: Uint8Array;
  /** What it is to hold. */
  readonly bytes: Uint8Array;
  /** Both as text, for people. */
  readonly before: string;
  readonly after: string;
}

/** Why a file can't be written, as a sentence without a full stop; undefined: nothing is seen that speaks against it. */
export function whyNotWritten(path: string, files: Pick<FileAccess, "look" | "display">): string | undefined {
  const shown = files.display(path);
  const found = files.look(path, -1);
  if (found.state === "failed") return found.problem.message;
  if (found.state === "absent") return `${shown} is gone`;
  if (found.type !== "file") return `${shown} is a ${found.type}, and only a file itself is written`;
  // Its place could be taken all the same; somebody has said that it is not to be changed.
  return (found.mode & 0o222) === 0 ? `${shown} is read-only` : undefined;
}

/**
 * Writes a file in one step, unless it is another one by now.
 * @returns why it was not written, as a sentence without a full stop
 */
export async function writeChanged(
  { path, shown, found, bytes }: Pick<ChangedFile, "path" | "shown" | "found" | "bytes">,
  files: Pick<FileAccess, "read" | "replace">,
): Promise<Result<void, string>> {
  const now = files.read(path, found.length + 1);
  if (!now.ok || !Buffer.from(now.value).equals(found)) return err(`${shown} was changed while this run went on`);
  const written = await files.replace(path, bytes);
  return written.ok ? ok(undefined) : err(`${shown} could not be written: ${written.error.message}`);
}
