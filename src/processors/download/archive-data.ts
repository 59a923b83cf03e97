import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { FileProblem, WorkFolder } from "../../ports/workspace-files.ts";

/** An entry of an archive, as it says itself. */
export interface ArchiveEntry {
  /** Whatever it is. */
  readonly name: string;
  /** `other`: a device, a pipe, or what nobody knows. */
  readonly type: "file" | "folder" | "symlink" | "hardlink" | "other";
  readonly executable: boolean;
  /** Of links. */
  readonly target?: string;
}

/** Who takes what an archive holds, in its order. All methods throw a TaskFailure to refuse it. */
export interface ArchiveSink {
  /** So many bytes were unpacked, wanted or not. */
  unpacked(bytes: number): void;
  /** @returns is its content wanted? Then `bytes` and `end` follow */
  entry(entry: ArchiveEntry): boolean;
  bytes(piece: Uint8Array): void;
  end(): void;
}

/** An archive in a work folder. */
export type ArchiveData = Pick<WorkFolder, "read" | "size">;

/** @throws TaskFailure */
export function bytesOf(data: ArchiveData, position: number, length: number): Uint8Array {
  return done(data.read(position, length));
}

/** What was done, or the problem as a failure that has changed nothing. */
export function done<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FileProblem },
): T {
  if (result.ok) return result.value;
  const { message, hint } = result.error;
  throw new TaskFailure(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}

/** Pieces of the data between two positions. */
export function* piecesOf(data: ArchiveData, from: number, to: number): Generator<Uint8Array> {
  for (let at = from; at < to; ) {
    const piece = bytesOf(data, at, Math.min(256 * 1024, to - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}
