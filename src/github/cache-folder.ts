import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { shellWord } from "../engine/command-line.ts";
import { err, ok, type Result } from "../engine/diagnostic.ts";
import { cachedFile, folderPrefix } from "./cache-request.ts";
import { type CacheTrouble, trouble } from "./cache-trouble.ts";

/**
 * A private folder for one call of the cache client: `work` has the file, `temporary` the archive, and `bin` is the
 * whole PATH.
 *
 * Only `tar` and `gzip` are on it. Without `zstd` the client always packs with gzip, and so machines with and without
 * zstd find each other's entries: the service compares the way of packing too.
 */
export class CacheFolder {
  readonly path: string;
  readonly work: string;
  readonly temporary: string;
  readonly programs: string;

  private constructor(path: string) {
    this.path = path;
    this.work = join(path, "work");
    this.temporary = join(path, "temporary");
    this.programs = join(path, "bin");
  }

  /**
   * Makes one that only this user can look into.
   * @param parents where it may be; the first one that the client can work in is taken
   * @param searchPath the PATH that has the programs
   */
  static make(parents: readonly string[], searchPath: string): Result<CacheFolder, CacheTrouble> {
    const [tar, gzip] = [findProgram("tar", searchPath), findProgram("gzip", searchPath)];
    const missing = tar === undefined ? "tar" : gzip === undefined ? "gzip" : undefined;
    if (tar === undefined || gzip === undefined)
      return err(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
    // The client writes command lines, and quotes no paths.
    const parent = parents.map(existing).find((path) => path !== undefined && /^[^\s"\\]+$/.test(path));
    if (parent === undefined)
      return err(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
    let folder: CacheFolder | undefined;
    try {
      folder = new CacheFolder(mkdtempSync(join(parent, folderPrefix)));
      folder.#furnish(tar, gzip);
      return ok(folder);
    } catch (error) {
      folder?.remove();
      return err(trouble("tools", `no temporary folder can be made in ${parent} (${(error as Error).message})`));
    }
  }

  #furnish(tar: string, gzip: string): void {
    for (const folder of [this.work, this.temporary, this.programs]) mkdirSync(folder, { mode: 0o700 });
    symlinkSync(gzip, join(this.programs, "gzip"));
    writeFileSync(join(this.programs, "tar"), carefulTar(tar), { mode: 0o700 });
  }

  /** Lays out what is to be saved. Throws when the disk is full. */
  write(data: Uint8Array): void {
    writeFileSync(join(this.work, cachedFile), data, { mode: 0o600 });
  }

  /** What was unpacked; undefined when it is not exactly that one file. */
  read(): Uint8Array | undefined {
    if (readdirSync(this.work).join() !== cachedFile) return undefined;
    const path = join(this.work, cachedFile);
    const status = lstatSync(path);
    return status.isFile() && status.nlink === 1 ? readFileSync(path) : undefined;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * The client unpacks with `-P`, which lets an archive write wherever it likes, and whoever gets hold of a job's token
 * can save archives. So only the one file is taken out of it, into the working directory.
 */
function carefulTar(tar: string): string {
  const program = shellWord(tar);
  return `#!/bin/sh
if [ "$1" = -xf ]; then exec ${program} -xzf "$2" -C "$GITHUB_WORKSPACE" ${cachedFile}; fi
exec ${program} "$@"
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
