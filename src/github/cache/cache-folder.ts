import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { commandLine, shellWord } from "../../engine/text/command-line.ts";
import type { CacheTrouble } from "../../ports/actions-cache.ts";
import { cachedFile, folderPrefix } from "./cache-request.ts";
import { trouble } from "./cache-trouble.ts";

/**
 * A private folder for one call of the cache client: `work` has the file that is saved, `temporary` what the client
 * puts there, `archive` is what it has restored, and `bin` is the whole PATH.
 *
 * Only `tar` and `gzip` are on it. Without `zstd` the client always packs with gzip, and so machines with and without
 * zstd find each other's entries: the service compares the way of packing too.
 */
export class CacheFolder {
  readonly path: string;
  readonly work: string;
  readonly temporary: string;
  readonly programs: string;
  /** Path of the archive that was restored. */
  readonly archive: string;
  readonly #removeTree: (path: string) => void;

  private constructor(path: string, removeTree: (path: string) => void) {
    this.path = path;
    this.#removeTree = removeTree;
    this.work = join(path, "work");
    this.temporary = join(path, "temporary");
    this.programs = join(path, "bin");
    this.archive = join(path, "archive");
  }

  /**
   * Makes one that only this user can look into.
   * @param parents where it may be; the first one that the client can work in is taken
   * @param searchPath the PATH that has the programs
   * @param removeTree removes a folder with all that is in it; never throws
   */
  static make(
    parents: readonly string[],
    searchPath: string,
    removeTree: (path: string) => void,
  ): Result<CacheFolder, CacheTrouble> {
    const [tar, gzip, mv] = ["tar", "gzip", "mv"].map((name) => findProgram(name, searchPath));
    const missing = tar === undefined ? "tar" : gzip === undefined ? "gzip" : "mv";
    if (tar === undefined || gzip === undefined || mv === undefined)
      return err(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
    // The client writes command lines, and quotes no paths.
    const parent = parents.map(existing).find((path) => path !== undefined && /^[^\s"\\]+$/.test(path));
    if (parent === undefined)
      return err(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
    let folder: CacheFolder | undefined;
    try {
      folder = new CacheFolder(mkdtempSync(join(parent, folderPrefix)), removeTree);
      folder.#furnish(tar, gzip, mv);
      return ok(folder);
    } catch (error) {
      folder?.remove();
      return err(trouble("tools", `no temporary folder can be made in ${parent} (${(error as Error).message})`));
    }
  }

  #furnish(tar: string, gzip: string, mv: string): void {
    for (const folder of [this.work, this.temporary, this.programs]) mkdirSync(folder, { mode: 0o700 });
    symlinkSync(gzip, join(this.programs, "gzip"));
    writeFileSync(join(this.programs, "tar"), carefulTar(tar, mv, this.archive), { mode: 0o700 });
  }

  /** Lays out what is to be saved. Throws when the disk is full. */
  write(data: Uint8Array): void {
    writeFileSync(join(this.work, cachedFile), data, { mode: 0o600 });
  }

  /** Never throws. */
  remove(): void {
    this.#removeTree(this.path);
  }
}

/**
 * The client unpacks with `-P`, which lets an archive write wherever it likes, and as much as it likes. So instead of
 * unpacking, this `tar` keeps the archive, which is read without writing anything of it; see `readArchive`.
 */
function carefulTar(tar: string, mv: string, archive: string): string {
  return `#!/bin/sh
if [ "$1" = -xf ]; then exec ${commandLine([mv, "--"])} "$2" ${shellWord(archive)}; fi
exec ${shellWord(tar)} "$@"
`;
}

function findProgram(name: string, searchPath: string): string | undefined {
  return searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

/** Without links, as a process sees its own working directory. */
function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
