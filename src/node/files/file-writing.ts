import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { insist } from "../../engine/execute/calls/insist.ts";
import { systemCode } from "./file-problem.ts";
import { type HeldFolder, openByPath } from "./held-folder.ts";
import { makeFolders } from "./make-folders.ts";
import { newStagedName } from "./staged-name.ts";

/** File systems without hard links say so in one of these ways. */
const noLinks = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL"]);
const create = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** A new file under a temporary name in the folder where it is to stand. All methods throw system errors. */
export interface Staged {
  append(bytes: Uint8Array): void;
  /** All of it is on the disk then: some disks say only now that they are full. */
  sync(): void;
  /** Gives it its name; fails with EEXIST when anything has that name. */
  placeNew(name: string): void;
  /** Gives it its name in one step, whatever file had it. */
  takePlace(name: string): void;
  /** Removes the temporary name, if it is still there, and closes the file. Never throws. */
  discard(): void;
}

/** An open file under a name that it is not to keep. */
export interface Unplaced {
  readonly folder: HeldFolder;
  readonly name: string;
  readonly descriptor: number;
}

/**
 * Gives a file its place in a folder; fails with EEXIST when anything has that name. It keeps the name that it had, too.
 * Throws system errors.
 * @param mode permission bits, set exactly; undefined: as they are
 * @returns false: on Windows, it had to lose the name that it had
 */
export function placeNew(file: Unplaced, folder: HeldFolder, name: string, mode: number | undefined): boolean {
  setMode(file.descriptor, mode, "exactly");
  try {
    linkSync(file.folder.at(file.name), folder.at(name));
  } catch (error) {
    if (!noLinks.has(systemCode(error) ?? "")) throw error;
    copyNew(file.descriptor, folder.at(name), mode);
    return true;
  }
  if (process.platform !== "win32" || mode === undefined) return true;
  // To remove one of its names, Node makes a file writable.
  quietly(() => unlinkSync(file.folder.at(file.name)));
  fchmodSync(file.descriptor, mode);
  return false;
}

/** Gives a file its place in a folder in one step, whatever file had it. Throws system errors. */
export function takePlace(file: Unplaced, folder: HeldFolder, name: string, mode: number | undefined): void {
  setMode(file.descriptor, mode, "exactly");
  renameOver(file.folder.at(file.name), folder.at(name));
}

/** Who asks for a mode gets it, or an error; of files of its own opus takes what there is. */
type Exactness = "exactly" | "as far as possible";

function setMode(descriptor: number, mode: number | undefined, how: Exactness): void {
  if (mode === undefined) return;
  fchmodSync(descriptor, mode);
  if (how === "exactly") checkMode(fstatSync(descriptor), mode);
}

/** Throws a system error where a file did not get the mode that was set: some file systems have none, and say nothing. */
export function checkMode({ mode }: Stats, wanted: number): void {
  if (process.platform === "win32" || (mode & 0o7777) === wanted) return;
  throw Object.assign(new Error("ENOTSUP: the mode is not kept"), { code: "ENOTSUP" });
}

/**
 * Renames a file, whatever file has the other name: on Windows one that is read-only too, and patiently where another
 * program has it open. Throws system errors.
 */
export function renameOver(from: string, to: string): void {
  const readOnly = process.platform === "win32" && isReadOnly(to);
  if (readOnly) chmodSync(to, 0o666);
  try {
    insist(process.platform, () => renameSync(from, to));
  } catch (error) {
    if (readOnly) quietly(() => chmodSync(to, 0o444));
    throw error;
  }
}

function isReadOnly(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && (stats.mode & 0o200) === 0;
}

/** @param mode permission bits; undefined: what the umask leaves of 0666 */
export function stage(folder: HeldFolder, mode: number | undefined, how: Exactness = "as far as possible"): Staged {
  const temporary = newStagedName();
  // Nobody else may open it before it has its final mode.
  const descriptor = openSync(folder.at(temporary), create, mode === undefined ? 0o666 : 0o600);
  const file = { folder, name: temporary, descriptor };
  let named = true;
  return {
    append: (bytes) => writeAll(descriptor, bytes),
    sync: () => fsyncSync(descriptor),
    placeNew(name) {
      named = placeNew(file, folder, name, mode);
    },
    takePlace(name) {
      setMode(descriptor, mode, how);
      renameOver(folder.at(temporary), folder.at(name));
      named = false;
    },
    discard() {
      if (named) quietly(() => unlinkSync(folder.at(temporary)));
      quietly(() => closeSync(descriptor));
    },
  };
}

/**
 * Writes a file as a whole or not at all, with the folders above it. A pipe or a device that is there is written to, and so
 * is a file that can't be replaced: one in a folder that is not writable, or mounted by itself. Throws system errors.
 * @param path absolute
 * @param mode permission bits; default: those of the file that is there, or what the umask leaves of 0666
 */
export function writeWholeFile(path: string, data: Uint8Array, mode?: number): void {
  makeFolders(dirname(path));
  const there: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  // What is below /dev may be a file that somebody else has open: the standard output of a shell.
  if (there && (!there.isFile() || path.startsWith("/dev/"))) {
    writeInPlace(path, data);
    return;
  }
  const target = there ? realpathSync(path) : path;
  try {
    replaceWhole(target, data, mode ?? (there && there.mode & 0o777));
  } catch (error) {
    if (!there || !irreplaceable.has(systemCode(error) ?? "")) throw error;
    writeInPlace(target, data);
  }
}

/** How systems say that a file may be written, but nothing put in its place. */
const irreplaceable = new Set(["EACCES", "EPERM", "EROFS", "EBUSY"]);

function replaceWhole(target: string, data: Uint8Array, mode: number | undefined): void {
  const staged = stage(openByPath(dirname(target)), mode);
  try {
    staged.append(data);
    staged.sync();
    staged.takePlace(basename(target));
  } finally {
    staged.discard();
  }
}

/** Never waits for a reader: a pipe that has none fails with ENXIO. */
function writeInPlace(path: string, data: Uint8Array): void {
  const descriptor = openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const isFile = fstatSync(descriptor).isFile();
    if (isFile) ftruncateSync(descriptor, 0);
    writeAll(descriptor, data);
    if (isFile) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written, null);
}

/** Without hard links: exclusive still, but visible before it is complete. */
function copyNew(from: number, path: string, mode: number | undefined): void {
  const to = openSync(path, create, mode === undefined ? 0o666 : 0o600);
  try {
    const buffer = Buffer.allocUnsafe(1 << 16);
    for (let position = 0; ; ) {
      const got = readSync(from, buffer, 0, buffer.length, position);
      if (got === 0) break;
      writeAll(to, buffer.subarray(0, got));
      position += got;
    }
    if (mode !== undefined) fchmodSync(to, mode);
  } catch (error) {
    quietly(() => unlinkSync(path));
    throw error;
  } finally {
    closeSync(to);
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What matters has failed or succeeded before.
  }
}
