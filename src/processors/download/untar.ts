import { type EventEmitter, once } from "node:events";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Parser, ReadEntry } from "tar/parse";
import { type ArchiveData, type ArchiveEntry, type ArchiveSink, piecesOf } from "./archive-data.ts";

const types: { readonly [type: string]: ArchiveEntry["type"] } = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  Directory: "folder",
  SymbolicLink: "symlink",
  Link: "hardlink",
};

/** Reads a tar.gz by a new parser. @throws Error when it is damaged */
export async function untar(parser: Parser, data: ArchiveData, sink: ArchiveSink, signal: AbortSignal): Promise<void> {
  const failed = listen(parser, sink);
  const unpacked = Readable.from(piecesOf(data, 0, data.size), { objectMode: false }).pipe(createGunzip());
  for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    sink.unpacked(piece.length);
    const goesOn = parser.write(piece);
    failed.throwIfAborted();
    if (!goesOn) await unless(failed, once(parser, "drain", { signal: failed }));
  }
  const over = once(parser, "end", { signal: failed });
  parser.end();
  await unless(failed, over);
  failed.throwIfAborted();
}

/**
 * Gives the sink what a parser tells of.
 * @returns aborts with what was thrown: out of the parser's events it would not reach anybody
 */
function listen(parser: Parser, sink: ArchiveSink): AbortSignal {
  const failed = new AbortController();
  const on = <T>(emitter: EventEmitter, event: string, act: (...args: T[]) => void): void => {
    emitter.on(event, (...args: T[]) => {
      if (failed.signal.aborted) return;
      try {
        act(...args);
      } catch (error) {
        failed.abort(error);
      }
    });
  };
  on(parser, "entry", (entry: ReadEntry) => {
    if (sink.entry(describe(entry))) {
      on(entry, "data", (piece: Uint8Array) => sink.bytes(piece));
      on(entry, "end", () => sink.end());
    }
  });
  parser.on("entry", (entry: ReadEntry) => entry.resume());
  // Of an unknown type; a name that is too long is one of these, too.
  on(parser, "ignoredEntry", (entry: ReadEntry) => {
    if (entry.meta) throw new Error("a name in it is too long");
    sink.entry({ ...describe(entry), type: "other" });
  });
  on(parser, "warn", (_code: string, message: string) => {
    throw new Error(message);
  });
  parser.on("error", (error: Error) => failed.abort(error));
  return failed.signal;
}

/** Waits, and fails with what has failed elsewhere. */
async function unless(failed: AbortSignal, waiting: Promise<unknown>): Promise<void> {
  try {
    await waiting;
  } catch (error) {
    failed.throwIfAborted();
    throw error;
  }
}

function describe({ path, type, mode = 0, linkpath }: ReadEntry): ArchiveEntry {
  // Of a file with holes the rest is told in a way that is not read here.
  const known = /(^|\/)GNUSparseFile\.\d+\//.test(path) ? undefined : types[type];
  return {
    name: path,
    type: known ?? "other",
    executable: (mode & 0o111) !== 0,
    ...(linkpath === undefined ? {} : { target: linkpath }),
  };
}
