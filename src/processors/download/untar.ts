import { once } from "node:events";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Parser, type ReadEntry } from "tar/parse";
import { type ArchiveData, type ArchiveEntry, type ArchiveSink, piecesOf } from "./archive-data.ts";

const types: { readonly [type: string]: ArchiveEntry["type"] } = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  Directory: "folder",
  SymbolicLink: "symlink",
  Link: "hardlink",
};

/** Reads a tar.gz. @throws Error when it is damaged */
export async function untar(data: ArchiveData, sink: ArchiveSink, signal: AbortSignal): Promise<void> {
  const parser = new Parser({ brotli: false, zstd: false });
  // What is thrown within the parser's events would not reach us in its own way.
  const failed = new AbortController();
  const guarded =
    <A extends readonly unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      if (failed.signal.aborted) return;
      try {
        act(...args);
      } catch (error) {
        failed.abort(error);
      }
    };
  const take = guarded((entry: ReadEntry) => {
    if (sink.entry(describe(entry))) {
      entry.on(
        "data",
        guarded((piece: Uint8Array) => sink.bytes(piece)),
      );
      entry.on(
        "end",
        guarded(() => sink.end()),
      );
    }
  });
  parser.on("entry", (entry: ReadEntry) => {
    take(entry);
    entry.resume();
  });
  // What its type is nobody knows; a long name that is too long is one of these, too.
  parser.on(
    "ignoredEntry",
    guarded((entry: ReadEntry) => {
      if (entry.meta) throw new Error("a name in it is too long");
      sink.entry({ ...describe(entry), type: "other" });
    }),
  );
  parser.on(
    "warn",
    guarded((_code: string, message: string) => {
      throw new Error(message);
    }),
  );
  parser.on("error", (error: Error) => failed.abort(error));

  const unpacked = Readable.from(piecesOf(data, 0, data.size), { objectMode: false }).pipe(createGunzip());
  for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    sink.unpacked(piece.length);
    const goesOn = parser.write(piece);
    failed.signal.throwIfAborted();
    if (!goesOn) await unless(failed.signal, once(parser, "drain", { signal: failed.signal }));
  }
  const over = once(parser, "end", { signal: failed.signal });
  parser.end();
  await unless(failed.signal, over);
  failed.signal.throwIfAborted();
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
