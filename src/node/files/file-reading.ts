import { closeSync, constants, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { HeldFolder } from "./held-folder.ts";

const pieceBytes = 1 << 20;

/** Opens a file of a held folder for reading: never through a symlink, never waiting for a pipe. Throws system errors. */
export function openForReading(folder: HeldFolder, name: string): number {
  return openSync(folder.at(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

/**
 * Reads an open file to its end.
 * @param limit most bytes
 * @param expected how many bytes it probably has
 * @returns undefined when there is more than `limit`
 */
export function readAll(descriptor: number, limit: number, expected = 0): Uint8Array | undefined {
  let buffer = Buffer.allocUnsafe(Math.min(limit, expected) + 1);
  let length = 0;
  for (;;) {
    const wanted = buffer.length - length;
    const got = readSync(descriptor, buffer, length, wanted, null);
    length += got;
    // A file that is not growing gives less than asked only at its end.
    if (got < wanted && (got === 0 || length >= expected)) return buffer.subarray(0, length);
    if (length > limit) return undefined;
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(limit + 1, Math.max(buffer.length * 2, 64 * 1024)));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}

/**
 * Reads an open file piece by piece, letting other work go on in between. Throws system errors and the signal's reason.
 * @param use gets each piece; it is overwritten afterwards
 * @returns bytes read
 */
export async function streamFile(
  descriptor: number,
  use: (piece: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<number> {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let size = 0;
  for (;;) {
    signal?.throwIfAborted();
    const got = readSync(descriptor, buffer, 0, pieceBytes, null);
    if (got === 0) return size;
    size += got;
    use(buffer.subarray(0, got));
    if (got === pieceBytes) await setImmediate();
  }
}

/** Runs `use` and closes the descriptor whatever happens. */
export function closing<T>(descriptor: number, use: () => T): T {
  try {
    return use();
  } finally {
    closeSync(descriptor);
  }
}
