import { Readable } from "node:stream";
import zlib from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { type ArchiveData, type ArchiveEntry, type ArchiveSink, piecesOf } from "./archive-data.ts";

/** The first releases of Node 20 have none. */
const crc32: typeof zlib.crc32 | undefined = zlib.crc32;

/** A link that leads further than this is none. */
const mostTargetBytes = 4096;

/** Reads a zip, in the order of its table. @throws Error when it is damaged */
export async function unzip(
  { RandomAccessReader, fromRandomAccessReaderPromise }: typeof import("yauzl"),
  data: ArchiveData,
  sink: ArchiveSink,
  signal: AbortSignal,
): Promise<void> {
  class DataReader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(piecesOf(data, start, end), { objectMode: false });
    }
  }
  const options = { autoClose: false, strictFileNames: true };
  const zip = await fromRandomAccessReaderPromise(new DataReader(), data.size, options);
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      await take(zip, entry, sink, signal);
    }
  } finally {
    zip.close();
  }
}

async function take(zip: ZipFile, entry: Entry, sink: ArchiveSink, signal: AbortSignal): Promise<void> {
  if (entry.isEncrypted()) throw new Error(`\`${entry.fileName}\` is encrypted`);
  const { type, executable } = kindOf(entry);
  if (type === "symlink") {
    if (entry.uncompressedSize > mostTargetBytes) throw new Error(`the link \`${entry.fileName}\` is too long`);
    const pieces: Uint8Array[] = [];
    await read(zip, entry, (piece) => pieces.push(piece), signal);
    sink.entry({ name: entry.fileName, type, executable, target: Buffer.concat(pieces).toString("utf8") });
  } else if (sink.entry({ name: entry.fileName, type, executable })) {
    const use = (piece: Uint8Array): void => {
      sink.unpacked(piece.length);
      sink.bytes(piece);
    };
    await read(zip, entry, use, signal);
    sink.end();
  }
}

async function read(zip: ZipFile, entry: Entry, use: (piece: Uint8Array) => void, signal: AbortSignal): Promise<void> {
  let sum = 0;
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    sum = crc32?.(piece, sum) ?? sum;
    use(piece);
  }
  if (crc32 && sum !== entry.crc32) throw new Error(`\`${entry.fileName}\` is damaged`);
}

/** What an entry is, where the system that made the archive says it. */
function kindOf({ fileName, versionMadeBy, externalFileAttributes }: Entry): Pick<ArchiveEntry, "type" | "executable"> {
  const isUnix = [3, 19].includes(versionMadeBy >>> 8);
  const mode = isUnix ? externalFileAttributes >>> 16 : 0;
  const executable = (mode & 0o111) !== 0;
  if (fileName.endsWith("/")) return { type: "folder", executable };
  switch (mode & 0o170000) {
    case 0:
    case 0o100000:
      return { type: "file", executable };
    case 0o040000:
      return { type: "folder", executable };
    case 0o120000:
      return { type: "symlink", executable };
    default:
      return { type: "other", executable };
  }
}
