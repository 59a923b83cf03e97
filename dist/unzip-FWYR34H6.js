import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  piecesOf
} from "./chunk-BT27HUPQ.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-QHW5LFAW.js";

// src/processors/download/unzip.ts
import { Readable } from "node:stream";
import zlib from "node:zlib";
var crc32 = zlib.crc32;
var mostTargetBytes = 4096;
async function unzip({ RandomAccessReader, fromRandomAccessReaderPromise }, data, sink, signal) {
  class DataReader extends RandomAccessReader {
    _readStreamForRange(start, end) {
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
async function take(zip, entry, sink, signal) {
  if (entry.isEncrypted()) throw new Error(`\`${entry.fileName}\` is encrypted`);
  const { type, executable } = kindOf(entry);
  if (type === "symlink") {
    if (entry.uncompressedSize > mostTargetBytes) throw new Error(`the link \`${entry.fileName}\` is too long`);
    const pieces = [];
    await read(zip, entry, (piece) => pieces.push(piece), signal);
    sink.entry({ name: entry.fileName, type, executable, target: Buffer.concat(pieces).toString("utf8") });
  } else if (sink.entry({ name: entry.fileName, type, executable })) {
    const use = (piece) => {
      sink.unpacked(piece.length);
      sink.bytes(piece);
    };
    await read(zip, entry, use, signal);
    sink.end();
  }
}
async function read(zip, entry, use, signal) {
  let sum = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    signal.throwIfAborted();
    sum = crc32?.(piece, sum) ?? sum;
    use(piece);
  }
  if (crc32 && sum !== entry.crc32) throw new Error(`\`${entry.fileName}\` is damaged`);
}
function kindOf({ fileName, versionMadeBy, externalFileAttributes }) {
  const isUnix = [3, 19].includes(versionMadeBy >>> 8);
  const mode = isUnix ? externalFileAttributes >>> 16 : 0;
  const executable = (mode & 73) !== 0;
  if (fileName.endsWith("/")) return { type: "folder", executable };
  switch (mode & 61440) {
    case 0:
    case 32768:
      return { type: "file", executable };
    case 16384:
      return { type: "folder", executable };
    case 40960:
      return { type: "symlink", executable };
    default:
      return { type: "other", executable };
  }
}
export {
  unzip
};
