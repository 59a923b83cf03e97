import { chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { realPath } from "./real-path.ts";

/** Opens a folder as a place only: needs no permission to list it. Missing from `node:fs`; the same on all Linux CPUs that Node runs on. */
const O_PATH = 0o10000000;

/**
 * A folder that is held while something is done in it, so that nobody can swap it for a symlink in between.
 *
 * On Linux the folder is an open descriptor: paths go through `/proc/self/fd/N/name`, and where it really is was read
 * from the descriptor itself. Elsewhere Node has no such thing: `path` is the real path, and `moved` tells afterwards
 * whether it still is.
 */
export interface HeldFolder {
  /** Real absolute path at the time of opening. */
  readonly path: string;
  /** Path of an entry in the held folder, for one system call that does not follow its last component. */
  at(name: string): string;
  /** Opens (or makes) a folder in this one, not through a symlink. Throws system errors. */
  child(name: string, make: boolean): HeldFolder;
  /** Sets the mode of a file that is no symlink. Throws system errors. */
  chmod(name: string, mode: number): void;
  /** True when the real path leads elsewhere now (never on Linux, where the descriptor holds). */
  moved(): boolean;
  close(): void;
}

/** Opens an existing folder, through symlinks; the caller checks `path`. Throws system errors. */
export type OpenFolder = (path: string) => HeldFolder;

/** The safest way that this machine has. */
export function folderOpener(): OpenFolder {
  return process.platform === "linux" && hasProc() ? openByDescriptor : openByPath;
}

function hasProc(): boolean {
  try {
    const descriptor = openSync("/", O_PATH | constants.O_DIRECTORY);
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === "/";
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** Linux. */
export function openByDescriptor(path: string): HeldFolder {
  return hold(openSync(path, O_PATH | constants.O_DIRECTORY));
}

function hold(descriptor: number): HeldFolder {
  const base = `/proc/self/fd/${descriptor}`;
  let path: string;
  try {
    path = readlinkSync(base);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    path,
    at: (name) => `${base}/${name}`,
    child(name, make) {
      if (make) makeFolder(`${base}/${name}`);
      return hold(openSync(`${base}/${name}`, O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW));
    },
    chmod(name, mode) {
      const file = openSync(`${base}/${name}`, O_PATH | constants.O_NOFOLLOW);
      try {
        if (readlinkSync(`/proc/self/fd/${file}`) !== `${readlinkSync(base)}/${name}`)
          throw systemError("EBUSY", "moved");
        // A held symlink has no mode to set: the system refuses it.
        chmodSync(`/proc/self/fd/${file}`, mode);
      } finally {
        closeSync(file);
      }
    },
    moved: () => false,
    close: () => closeSync(descriptor),
  };
}

/** Anywhere, best effort. */
export function openByPath(path: string): HeldFolder {
  const real = realPath(path);
  if (!statSync(real).isDirectory()) throw systemError("ENOTDIR", "not a folder");
  return {
    path: real,
    at: (name) => join(real, name),
    child(name, make) {
      const below = join(real, name);
      if (make) makeFolder(below);
      if (lstatSync(below).isSymbolicLink()) throw systemError("ELOOP", "a symlink");
      const held = openByPath(below);
      if (held.path !== below) throw systemError("ELOOP", "a symlink");
      return held;
    },
    chmod: (name, mode) => chmodSync(join(real, name), mode),
    moved() {
      try {
        return realPath(real) !== real;
      } catch {
        return true;
      }
    },
    close: () => undefined,
  };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function systemError(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}
