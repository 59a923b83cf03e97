import * as fs from "node:fs";
import { dirname } from "node:path";
import { type Failure, failure } from "../../../engine/diagnostics/diagnostic.ts";
import { insist } from "../../../engine/execute/calls/insist.ts";
import { mebibyte, sizeWords } from "../../../engine/model/size-limits.ts";
import { withoutEnd } from "../../../engine/text/line-ends.ts";

/** What the file store needs of a file system; all calls throw errors with a `code`. Tests put faults in between. */
export interface FileSystem {
  /** `x`: it must not exist; `a`: each write goes to the end; `r+`: it must exist, writes begin at its start. */
  open(path: string, flags: "wx" | "ax" | "a" | "r" | "r+"): number;
  /** @returns how many bytes were written, which may be fewer than there are */
  write(descriptor: number, data: Uint8Array): number;
  fsync(descriptor: number): void;
  fdatasync(descriptor: number): void;
  truncate(descriptor: number, length: number): void;
  close(descriptor: number): void;
  /**
   * Reads a plain file; a pipe or a device is never waited for.
   * @param most bytes; a larger file is an error
   */
  readFile(path: string, most?: number): Uint8Array;
  readdir(path: string): string[];
  /** Replaces what is at `to`. */
  rename(from: string, to: string): void;
  /** Fails with EEXIST when something is at `to`. */
  link(from: string, to: string): void;
  copy(from: string, to: string): void;
  unlink(path: string): void;
  /** With parents; no error when it is there. */
  mkdir(path: string): void;
  /** Without following a link. @returns time of the last change, in milliseconds since 1970 */
  modified(path: string): number;
}

/** The real one. */
export const nodeFileSystem: FileSystem = {
  open: (path, flags) => fs.openSync(path, flags),
  write: (descriptor, data) => fs.writeSync(descriptor, data),
  fsync: (descriptor) => fs.fsyncSync(descriptor),
  fdatasync: (descriptor) => fs.fdatasyncSync(descriptor),
  truncate: (descriptor, length) => fs.ftruncateSync(descriptor, length),
  close: (descriptor) => fs.closeSync(descriptor),
  readFile: readPlainFile,
  readdir: (path) => fs.readdirSync(path),
  rename: (from, to) => insist(process.platform, () => fs.renameSync(from, to)),
  link: (from, to) => fs.linkSync(from, to),
  copy: (from, to) => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE),
  unlink: (path) => insist(process.platform, () => fs.unlinkSync(path)),
  mkdir: makeFolder,
  modified: (path) => fs.lstatSync(path).mtimeMs,
};

/** Makes a folder with those above it. Throws what keeps it from that: Node itself says "no such file" on a read-only disk. */
export function makeFolder(path: string): void {
  try {
    fs.mkdirSync(path, { recursive: true });
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    let missing = path;
    while (!fs.existsSync(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing);
    fs.mkdirSync(missing);
    throw error;
  }
}

/** Most bytes of any file of state, where nothing less is said: what is larger is no text for Node. */
export const fileBytes = 256 * mebibyte;

function readPlainFile(path: string, most = fileBytes): Uint8Array {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const status = fs.fstatSync(descriptor);
    if (!status.isFile() && !status.isDirectory())
      throw systemError("wrong-type", `${path} is a pipe or a device, not a file`);
    if (status.size > most && status.isFile())
      throw systemError("too-big", `${path} has ${sizeWords(status.size)}, and at most ${sizeWords(most)} are read`);
    // Of a folder it says that it is one.
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Writes all of it: one `write` may take a part only. */
export function writeAll(files: FileSystem, descriptor: number, data: Uint8Array): void {
  let rest = data;
  while (rest.length > 0) rest = rest.subarray(files.write(descriptor, rest));
}

/** Creates a file that must not exist yet, with its bytes safely on disk. What can't be finished is removed again. */
export function writeNew(files: FileSystem, path: string, data: Uint8Array): void {
  const descriptor = files.open(path, "wx");
  let closed = false;
  try {
    writeAll(files, descriptor, data);
    files.fsync(descriptor);
    closed = true;
    files.close(descriptor);
  } catch (error) {
    if (!closed) attempt(() => files.close(descriptor));
    attempt(() => files.unlink(path));
    throw error;
  }
}

/** Writes over the beginning of a file that is there. Needs no new space on most disks. */
export function overwrite(files: FileSystem, path: string, data: Uint8Array): void {
  const descriptor = files.open(path, "r+");
  try {
    writeAll(files, descriptor, data);
  } finally {
    files.close(descriptor);
  }
}

/** Makes renames in a folder durable, where the platform can. */
export function syncFolder(files: FileSystem, path: string): void {
  attempt(() => {
    const descriptor = files.open(path, "r");
    try {
      files.fsync(descriptor);
    } finally {
      files.close(descriptor);
    }
  });
}

/** Does what would be nice; a failure of it changes nothing for anybody. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Nice to have only.
  }
}

/** The code of a failed call (`ENOENT`), or undefined for anything else, which is a bug and goes on up. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/**
 * A failed call as a failure: what could not be done, where, the system's code and words, and what to do.
 * @param what "read the state", "write the lock"
 * @param place what the path is of: the state itself, or what a run keeps beside it for itself
 */
export function ioFailure(what: string, path: string, error: unknown, place: "state" | "temporary" = "state"): Failure {
  const code = errorCode(error);
  if (code === undefined) throw error;
  const words = error instanceof Error ? withoutEnd(error.message, ".") : code;
  const remedy = (place === "temporary" ? temporaryRemedies[code] : undefined) ?? remedies[code];
  return failure(
    "state-unavailable",
    `Could not ${what} ${path} (${words}).${remedy === undefined ? "" : ` ${remedy}`}`,
  );
}

const elsewhere =
  "Name a folder that this user can write in the variable `RUNNER_TEMP` in a step, in `TMPDIR` and `XDG_STATE_HOME` in a terminal.";

const temporaryRemedies: { readonly [code: string]: string } = {
  EROFS: `The file system is read-only. ${elsewhere}`,
  ENOENT: elsewhere,
  ENOTDIR: `A file is where a folder should be. ${elsewhere}`,
  EACCES: elsewhere,
  EPERM: elsewhere,
};

const remedies: { readonly [code: string]: string } = {
  EACCES: "Give the user that runs opus access to it.",
  EPERM: "Give the user that runs opus access to it.",
  ENOSPC: "The disk is full: free some space and run again.",
  EDQUOT: "The disk quota is used up: free some space and run again.",
  EROFS: "The file system is read-only: mount it writable, or choose another `state-path`.",
  EEXIST: "A file is where a folder should be: move it away.",
  EISDIR: "A folder is where the file should be: move it away.",
  ENOTDIR: "A file is where a folder should be: move it away, or choose another `state-path`.",
  EIO: "The disk reports an error: check it before you run again.",
  EMFILE: "Too many files are open: raise the limit (`ulimit -n`), or lower `parallelism`.",
  ENFILE: "Too many files are open on this machine: end what has opened them.",
  ERR_ACCESS_DENIED: "Node was started with `--permission`, under which no state can be kept: start it without.",
  ELOOP: "A link is in the way, or leads back to itself: mend it.",
  "wrong-type": "Move it away.",
  "too-big": "Move it away, or restore the file that was there.",
  refused: "Use a folder of the workspace itself; one that lies elsewhere is named with `state-path`.",
};
