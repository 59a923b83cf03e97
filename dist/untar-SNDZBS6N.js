import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  piecesOf
} from "./chunk-BT27HUPQ.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-QHW5LFAW.js";

// src/processors/download/untar.ts
import { once } from "node:events";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
var types = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  Directory: "folder",
  SymbolicLink: "symlink",
  Link: "hardlink"
};
async function untar(parser, data, sink, signal) {
  const failed = listen(parser, sink);
  const unpacked = Readable.from(piecesOf(data, 0, data.size), { objectMode: false }).pipe(createGunzip());
  for await (const piece of unpacked) {
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
function listen(parser, sink) {
  const failed = new AbortController();
  const on = (emitter, event, act) => {
    emitter.on(event, (...args) => {
      if (failed.signal.aborted) return;
      try {
        act(...args);
      } catch (error) {
        failed.abort(error);
      }
    });
  };
  on(parser, "entry", (entry) => {
    if (sink.entry(describe(entry))) {
      on(entry, "data", (piece) => sink.bytes(piece));
      on(entry, "end", () => sink.end());
    }
  });
  parser.on("entry", (entry) => entry.resume());
  on(parser, "ignoredEntry", (entry) => {
    if (entry.meta) throw new Error("a name in it is too long");
    sink.entry({ ...describe(entry), type: "other" });
  });
  on(parser, "warn", (_code, message) => {
    throw new Error(message);
  });
  parser.on("error", (error) => failed.abort(error));
  return failed.signal;
}
async function unless(failed, waiting) {
  try {
    await waiting;
  } catch (error) {
    failed.throwIfAborted();
    throw error;
  }
}
function describe({ path, type, mode = 0, linkpath }) {
  const known = /(^|\/)GNUSparseFile\.\d+\//.test(path) ? void 0 : types[type];
  return {
    name: path,
    type: known ?? "other",
    executable: (mode & 73) !== 0,
    ...linkpath === void 0 ? {} : { target: linkpath }
  };
}
export {
  untar
};
