import { lstatSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { compileGlobs, escapeGlob, globProblem, isGlob, plainFolders } from "../../engine/text/glob.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { FileProblem } from "../../ports/workspace-files.ts";
import { stagedPattern } from "../files/staged-name.ts";
import type { Boundary } from "./workspace-boundary.ts";
import { walkFiles } from "./workspace-walk.ts";

export interface GlobOptions {
  /** A folder stands for every file below it. */
  readonly folders?: boolean;
  /**
   * Also files whose names no path can have, with a backslash or a control character, and folders that can't be opened as
   * their names are not UTF-8: for those who say so.
   */
  readonly anyName?: boolean;
  /** Only files that can be run. */
  readonly runnable?: boolean;
}

const neverEntered = ["**/.git/**", ".github/workflows/**", `**/${stagedPattern}`];
/** No name has a backslash in it, so that others are folders as on Windows. */
const escaped = /\\[*?[\]{}()!+@|,^-]/g;
const climbs = /(^|[/{,(|])\.\.([/},)|]|$)/;

/** @returns paths from the working directory, sorted; or what is wrong as a sentence */
export function globWorkspace(
  boundary: Boundary,
  patterns: readonly string[],
  options: GlobOptions,
): Result<readonly string[], string> {
  const wanted: string[] = [];
  const links: string[] = [];
  const ignored: string[] = [...neverEntered];
  const excluding = patterns.some((pattern) => pattern.startsWith("!"));
  for (const pattern of patterns) {
    const excludes = pattern.startsWith("!");
    const rooted = fromRoot(boundary, excludes ? pattern.slice(1) : pattern, options, excludes, excluding);
    if (!rooted.ok) return rooted;
    if (typeof rooted.value === "object") (excludes ? ignored : wanted).push(...rooted.value);
    else if (!excludes) links.push(rooted.value);
  }
  const found = search(boundary, wanted, ignored, options);
  return found.ok ? inside(boundary, [...new Set([...found.value, ...links])].sort(), options) : found;
}

const unfit = /\\|\p{Cc}/u;

const asPath = { dot: true, path: true } as const;

/** Files that match, each search from the folder where the plain part of its patterns ends. */
function search(
  boundary: Boundary,
  wanted: readonly string[],
  ignored: readonly string[],
  { anyName = false }: GlobOptions,
): Result<readonly string[], string> {
  const byFolder = new Map<string, string[]>();
  for (const pattern of new Set(wanted)) {
    const folder = plainFolders(pattern).join("/");
    const globs = byFolder.get(folder);
    if (globs) globs.push(pattern);
    else byFolder.set(folder, [pattern]);
  }
  const found: string[] = [];
  const unwanted = compileGlobs(ignored, asPath);
  for (const [folder, globs] of byFolder) {
    if (unwanted.matches(folder)) continue;
    const held = boundary.holdFolder(folder, folder === "" ? [] : folder.split("/"));
    if (!held.ok && held.error.code === "refused") return err(held.error.message);
    if (!held.ok) continue;
    held.value.close();
    const walk = {
      root: boundary.root,
      folder,
      wanted: compileGlobs(globs, asPath),
      ignored: unwanted,
      unopenable: anyName,
    };
    for (const path of walkFiles(walk)) found.push(path);
  }
  return ok(found);
}

/** A pattern from the working directory as patterns from the root; a text: a path that needs no search. */
function fromRoot(
  boundary: Boundary,
  pattern: string,
  options: GlobOptions,
  excludes: boolean,
  excluding: boolean,
): Result<readonly string[] | string, string> {
  const literal = boundary.split(pattern, { folder: true });
  const kind = literal.ok ? kindOf(boundary, pattern, literal.value) : ok("nothing" as const);
  if (!kind.ok) return err(kind.error.message);
  if (literal.ok && kind.value === "file") {
    const path = literal.value.join("/");
    return ok(excluding ? [escapeGlob(path)] : path);
  }
  if (literal.ok && kind.value === "link") return ok(literal.value.join("/"));
  if (literal.ok && kind.value === "folder") {
    return ok(options.folders || excludes ? [[...literal.value.map(escapeGlob), "**"].join("/")] : []);
  }
  const unescaped = pattern.replaceAll(escaped, "");
  if (!isGlob(unescaped) || unescaped.includes("\\")) {
    if (!literal.ok) return err(literal.error.message);
    // An excluded name without a slash counts at any depth, as in .gitignore.
    return ok(excludes && !pattern.includes("/") ? [`**/${pattern}`, `**/${pattern}/**`] : []);
  }
  const problem = globProblem(pattern);
  if (problem !== undefined) return err(`the glob \`${shortened(pattern, 80)}\` ${problem}`);
  const climb = /^(\.{1,2}\/)*/.exec(pattern)?.[0] ?? "";
  const rest = pattern.slice(climb.length);
  if (climbs.test(rest)) return err(`\`${pattern}\`: \`..\` may stand only at the beginning of a glob`);
  if (rest.startsWith("/")) return err(`\`${pattern}\` is absolute; globs are relative to the working directory`);
  const base = boundary.split(climb === "" ? "." : climb, { folder: true });
  if (!base.ok) return err(`\`${pattern}\` leads out of the workspace`);
  const names = rest.split("/").filter((name) => name !== "" && name !== ".");
  return ok([[...base.value.map(escapeGlob), ...names].join("/")]);
}

function kindOf(
  boundary: Boundary,
  pattern: string,
  components: readonly string[],
): Result<"file" | "link" | "folder" | "nothing", FileProblem> {
  const name = components.at(-1);
  if (name === undefined) return ok("folder");
  const folder = boundary.holdFolder(pattern, components.slice(0, -1));
  if (!folder.ok) return folder.error.code === "refused" ? folder : ok("nothing");
  try {
    const stats = lstatSync(folder.value.at(name));
    if (!stats.isSymbolicLink()) return ok(stats.isDirectory() ? "folder" : "file");
  } catch {
    return ok("nothing");
  } finally {
    folder.value.close();
  }
  const target = boundary.holdFolder(pattern, components);
  if (target.ok) {
    target.value.close();
    return ok("folder");
  }
  return target.error.code === "refused" ? target : ok("link");
}

function canBeRun(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && (stats.mode & 0o111) !== 0;
}

/** Drops what is off limits; refuses what lies behind a symlink that leads out. */
function inside(
  boundary: Boundary,
  found: readonly string[],
  { anyName = false, runnable = false }: GlobOptions,
): Result<readonly string[], string> {
  const folders = new Map<string, boolean>();
  const paths: string[] = [];
  for (const path of found) {
    const components = path.split("/");
    const own = boundary.fromRoot(components);
    if (!boundary.split(own).ok) {
      if (anyName && unfit.test(own)) paths.push(own);
      continue;
    }
    const parent = components.slice(0, -1);
    const key = parent.join("/");
    let fine = folders.get(key);
    if (fine === undefined) {
      const held = boundary.holdFolder(own, parent);
      if (!held.ok && held.error.code === "refused") return err(held.error.message);
      if (held.ok) held.value.close();
      fine = held.ok;
      folders.set(key, fine);
    }
    if (fine && (!runnable || canBeRun(join(boundary.root, path)))) paths.push(own);
  }
  return ok(paths);
}
