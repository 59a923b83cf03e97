import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import nodeModule from "node:module";
import { basename, dirname, isAbsolute, join } from "node:path";

export interface CompileCacheOptions {
  /** Of the process. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly platform: NodeJS.Platform;
  /** Number of the user; undefined: this platform has none. */
  readonly user: number | undefined;
  /** Most files of one version of Node. Default: enough for a dozen places where opus lies, and large modules of a repository. */
  readonly mostFiles?: number;
}

/** Of Node 22.1 and newer. */
export interface CompileCache {
  enableCompileCache?(folder: string): unknown;
  getCompileCacheDir?(): string | undefined;
}

/** Folders in which versions of Node keep theirs. */
const mostVersions = 4;
/** Files of one version of Node with code of opus: for a dozen commands of two versions of it. Each is about a megabyte. */
const mostChunks = 60;

/**
 * Has Node keep the code that it compiles in a folder of this user, so that the next start need not compile it again.
 * What lies there is run: so it is a folder in which nobody else can write, or none. A step of a workflow, where one user
 * runs what is trusted and what is not, keeps nothing. Whatever goes wrong, the program only starts more slowly.
 * @returns the folder of this version; undefined: nothing is kept, or somebody else has said where
 */
export function keepCompiledCode(options: CompileCacheOptions, node: CompileCache = nodeModule): string | undefined {
  const { enableCompileCache, getCompileCacheDir } = node;
  if (enableCompileCache === undefined || getCompileCacheDir?.() !== undefined) return undefined;
  try {
    const folder = cacheFolder(options);
    if (folder === undefined) return undefined;
    enableCompileCache(folder);
    // The folder of this version, inside.
    const current = getCompileCacheDir?.();
    if (current !== undefined) removeSurplus(folder, current, options.mostFiles ?? 4_000);
    return current;
  } catch {
    return undefined;
  }
}

/**
 * The folder for what opus keeps of its own code, beside that of Node.
 * @param directory that `keepCompiledCode` gave; its name tells the version
 * @returns undefined: there can be none that is this user's alone
 */
export function keptCodeFolder(directory: string, user: number | undefined): string | undefined {
  const folder = join(dirname(dirname(directory)), "code");
  const current = join(folder, basename(directory));
  try {
    for (const path of [folder, current]) if (!isMade(path, user)) return undefined;
    removeSurplus(folder, current, mostChunks);
    return current;
  } catch {
    return undefined;
  }
}

/** A folder that is there, and this user's alone. Throws system errors. */
function cacheFolder({ environment, platform, user }: CompileCacheOptions): string | undefined {
  const { GITHUB_ACTIONS, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = environment;
  if (GITHUB_ACTIONS === "true" || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE) return undefined;
  const place = userCaches(environment, platform);
  if (place === undefined || !isOwn(statSync(place[0]), user, 0o002)) return undefined;
  const caches = join(...place);
  const own = join(caches, "magnum-opus");
  const folder = join(own, "compiled");
  if (lstatSync(caches, { throwIfNoEntry: false }) === undefined) makeFolder(caches);
  // Who may write in a folder can put another one in the place of what lies there.
  if (!isOwn(statSync(caches), user, 0o002)) return undefined;
  // Before anything is made in it: it may be a link to somewhere else.
  for (const path of [own, folder]) if (!isMade(path, user)) return undefined;
  return folder;
}

/** Makes a folder where there is none. @returns whether it is the user's, and nobody else can write in it */
function isMade(path: string, user: number | undefined): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) makeFolder(path);
  return isOwn(lstatSync(path), user, 0o022);
}

/** One that is there by now is as good. */
function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Where programs keep what they can make again: a folder that has to be there, and one in it. */
function userCaches(
  { HOME: home, XDG_CACHE_HOME: caches, LOCALAPPDATA: local }: CompileCacheOptions["environment"],
  platform: NodeJS.Platform,
): readonly [there: string, inside: string] | undefined {
  if (platform === "win32") return local && isAbsolute(local) ? [local, ""] : undefined;
  if (caches && isAbsolute(caches)) return [caches, ""];
  if (!home || !isAbsolute(home)) return undefined;
  return [home, platform === "darwin" ? "Library/Caches" : ".cache"];
}

/** @param closed bits of the mode that must not be set */
function isOwn(
  stats: { readonly uid: number; readonly mode: number; isDirectory(): boolean },
  user: number | undefined,
  closed: number,
): boolean {
  if (!stats.isDirectory()) return false;
  return user === undefined || (stats.uid === user && (stats.mode & closed) === 0);
}

/** Nobody else cleans up: what older versions of Node and of opus have left, and modules that are gone. */
function removeSurplus(folder: string, current: string, mostFiles: number): void {
  if (readdirSync(current).length > mostFiles)
    for (const name of readdirSync(current)) rmSync(join(current, name), { force: true });
  const versions = readdirSync(folder).map((name) => join(folder, name));
  if (versions.length <= mostVersions) return;
  const byAge = versions.filter((path) => path !== current).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of byAge.slice(mostVersions - 1)) rmSync(path, { recursive: true, force: true });
}
