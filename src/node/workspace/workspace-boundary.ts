import { lstatSync, type Stats } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { FileProblem } from "../../ports/workspace-files.ts";
import { fileProblem, systemCode } from "../files/file-problem.ts";
import { openForReading } from "../files/file-reading.ts";
import { folderOpener, type HeldFolder, type OpenFolder } from "../files/held-folder.ts";
import { realPath } from "../files/real-path.ts";
import { FolderMemory, type HoldAttempt } from "./folder-memory.ts";
import { type SpellingLooks, Spellings } from "./spellings.ts";
import { type PathOptions, refusedComponent, splitPath } from "./workspace-paths.ts";

export interface BoundaryOptions {
  /** Paths (absolute, or relative to the working directory) that are off limits as well, such as the state's folder. */
  readonly refuse?: readonly string[];
  /** How folders are held; for tests. */
  readonly openFolder?: OpenFolder;
  /** How it is seen whether a file system folds names; for tests. */
  readonly spellingLooks?: SpellingLooks;
  /** Which bits of a mode the file system keeps; for tests. Default: as the platform has it. */
  readonly keptMode?: number;
}

/** How many paths are kept split. */
const mostKnown = 20_000;

/** A place for a file: its folder, held, and its name there. */
export interface HeldPlace {
  readonly folder: HeldFolder;
  readonly name: string;
}

/** What is inside a workspace, and the only way to get at it. */
export class Boundary {
  /** Real path of the workspace root. */
  readonly root: string;
  /** What is known of folders while many files are looked at. */
  readonly memory = new FolderMemory();
  readonly #workingFolder: readonly string[];
  readonly #refused: readonly (readonly string[])[];
  readonly #open: OpenFolder;
  readonly #prefix: string;
  /** Files that were split, by their path. */
  readonly #known = new Map<string, Result<readonly string[], FileProblem>>();
  readonly #spellings: Spellings;

  /** Throws when the root does not exist or the working directory lies outside. */
  constructor(root: string, workingDirectory: string, options: BoundaryOptions) {
    this.root = realPath(root);
    this.#prefix = this.root.endsWith(sep) ? this.root : `${this.root}${sep}`;
    this.#spellings = new Spellings(this.root, options.spellingLooks);
    this.#open = options.openFolder ?? folderOpener();
    const working = resolve(root, workingDirectory);
    const lexical = relative(resolve(root), working);
    const inside = isInside(lexical) ? lexical : relative(this.root, resolveExisting(working));
    if (!isInside(inside)) throw new Error(`the working directory \`${workingDirectory}\` lies outside the workspace`);
    this.#workingFolder = inside === "" ? [] : inside.split(sep);
    this.#refused = (options.refuse ?? []).flatMap((path) => {
      const absolute = resolve(working, path);
      const asWritten = this.components(join(this.root, relative(resolve(root), absolute)));
      const real = this.components(resolveExisting(absolute));
      return [asWritten, real].filter((components) => components !== undefined && components.length > 0);
    }) as string[][];
  }

  /** Components of a path from the root, by its text. The same path is asked for again and again. */
  split(path: string, options?: PathOptions): Result<readonly string[], FileProblem> {
    if (options?.folder) return this.#split(path, options);
    const known = this.#known.get(path);
    if (known) return known;
    const split = this.#split(path, options);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(path, split);
    return split;
  }

  #split(path: string, options?: PathOptions): Result<readonly string[], FileProblem> {
    const split = splitPath(path, this.#workingFolder, options);
    if (!split.ok) return err({ code: "refused", message: split.error });
    return this.#offLimits(split.value, options?.folder === true)
      ? err({ code: "refused", message: `\`${path}\` lies where opus keeps its own files` })
      : split;
  }

  /** Components of a real path below the root; undefined: outside. */
  components(real: string): string[] | undefined {
    if (real === this.root) return [];
    return real.startsWith(this.#prefix) ? real.slice(this.#prefix.length).split(sep) : undefined;
  }

  /** Components of a file whose folders are the real ones, as far as they are there and lie inside. */
  realComponents(components: readonly string[]): readonly string[] {
    const last = components.length - 1;
    if (last < 1) return components;
    const folder = components.slice(0, last);
    return [...this.memory.real(folder.join(sep), () => this.#realFolder(folder)), components[last] as string];
  }

  /** One path for all spellings of a real path that are one file here. */
  spelled(components: readonly string[]): string {
    return this.#spellings.one(components);
  }

  #realFolder(components: readonly string[]): readonly string[] {
    try {
      let existing = components.length;
      // Asked without an error: most folders that are not there belong to many files.
      while (existing > 0 && !lstatSync(this.#path(components, existing), { throwIfNoEntry: false })) existing--;
      if (existing === 0) return components;
      const real = this.components(realPath(this.#path(components, existing)));
      return real ? [...real, ...components.slice(existing)] : components;
    } catch {
      // A file among the folders, a link to nowhere, no permission: whoever opens it says so.
      return components;
    }
  }

  #path(components: readonly string[], count: number): string {
    return this.#prefix + components.slice(0, count).join(sep);
  }

  /** A path from the root, as a path from the working directory. */
  fromRoot(components: readonly string[]): string {
    const working = this.#workingFolder;
    let shared = 0;
    while (shared < working.length && working[shared] === components[shared]) shared++;
    return [...working.slice(shared).map(() => ".."), ...components.slice(shared)].join("/") || ".";
  }

  /**
   * Holds the folder of a file.
   * @param make makes folders that are missing
   */
  hold(path: string, make = false): Result<HeldPlace, FileProblem> {
    const split = this.split(path);
    if (!split.ok) return split;
    const name = split.value.at(-1) as string;
    const folder = this.holdFolder(path, split.value.slice(0, -1), make);
    return folder.ok ? ok({ folder: folder.value, name }) : folder;
  }

  /**
   * Does something in the folder of a file; in a pass, the folder is held for other files too.
   * @param path of the file
   */
  at<T>(path: string, act: (folder: HeldFolder, name: string) => Result<T, FileProblem>): Result<T, FileProblem> {
    const split = this.split(path);
    if (!split.ok) return split;
    const name = split.value.at(-1) as string;
    const components = split.value.slice(0, -1);
    const shared = this.memory.hold(components.join(sep), () => this.#tryHold(components));
    const attempt = shared ?? this.#tryHold(components);
    if ("error" in attempt) return err(this.#holdProblem(path, attempt.error, false));
    const { folder } = attempt;
    try {
      const refused = attempt.isRefused ? this.#landed(path, folder) : undefined;
      if (refused) return err(refused);
      const result = act(folder, name);
      if (!folder.moved()) return result;
      this.memory.forget();
      return err(movedProblem(path));
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      if (!shared) folder.close();
    }
  }

  #tryHold(components: readonly string[]): HoldAttempt {
    try {
      const folder = this.#open(this.#prefix + components.join(sep));
      return { folder, isRefused: this.#landed("", folder) !== undefined };
    } catch (error) {
      return { error };
    }
  }

  /**
   * Opens a folder, and only then asks where it is: what is held can't be swapped any more.
   * @param path for messages
   */
  holdFolder(path: string, components: readonly string[], make = false): Result<HeldFolder, FileProblem> {
    let held: HeldFolder | undefined;
    try {
      let existing = components.length;
      while (held === undefined) {
        try {
          held = this.#open(this.#prefix + components.slice(0, existing).join(sep));
        } catch (error) {
          if (!make || existing === 0 || systemCode(error) !== "ENOENT") throw error;
          existing -= 1;
        }
      }
      let problem = this.#landed(path, held);
      for (; problem === undefined && existing < components.length; existing++) {
        const child: HeldFolder = held.child(components[existing] as string, true);
        held.close();
        held = child;
        problem = this.#landed(path, held);
      }
      if (problem === undefined) return ok(held);
      held.close();
      return err(problem);
    } catch (error) {
      held?.close();
      return err(this.#holdProblem(path, error, make));
    }
  }

  #holdProblem(path: string, error: unknown, make: boolean): FileProblem {
    const code = systemCode(error);
    if (code !== "ENOTDIR" && code !== "ELOOP") return fileProblem(path, error);
    if (!make) {
      const message = `\`${path}\` does not exist: a part of it is not a folder`;
      return { code: "missing", message, blocked: true };
    }
    return { code: "wrong-type", message: `\`${path}\` can't be made: a part of it is there and is not a folder` };
  }

  /**
   * Opens a file for reading, by default through symlinks that stay inside.
   * @returns a descriptor to close
   */
  openFile(path: string, follow: boolean): Result<number, FileProblem> {
    let wanted = path;
    // Each round follows one whole chain of symlinks; somebody who swaps them meanwhile gets an error.
    for (let round = 0; round < 3; round++) {
      const held = this.hold(wanted);
      if (!held.ok) return wanted === path ? held : err({ ...held.error, message: leadsTo(path, held.error) });
      const { folder, name } = held.value;
      try {
        const stats = lstatSync(folder.at(name));
        if (stats.isSymbolicLink() && follow) {
          const target = this.components(realPath(folder.at(name)));
          if (target === undefined) return err(outsideProblem(path));
          wanted = this.fromRoot(target);
          continue;
        }
        if (!stats.isFile()) return err({ code: "wrong-type", message: `\`${path}\` is ${describeType(stats)}` });
        return ok(openForReading(folder, name));
      } catch (error) {
        return err(fileProblem(path, error));
      } finally {
        folder.close();
      }
    }
    return err(movedProblem(path));
  }

  #landed(path: string, held: HeldFolder): FileProblem | undefined {
    const components = this.components(held.path);
    if (components === undefined) return outsideProblem(path);
    const refused = refusedComponent(components);
    if (refused !== undefined) {
      return { code: "refused", message: `\`${path}\` leads into \`${refused}\`, which opus never touches` };
    }
    return this.#offLimits(components, true)
      ? { code: "refused", message: `\`${path}\` leads to where opus keeps its own files` }
      : undefined;
  }

  #offLimits(components: readonly string[], folder: boolean): boolean {
    return this.#refused.some(
      // A file in the place of a folder above the state would be in the way of the state.
      (refused) =>
        this.#spellings.within(components, refused) || (!folder && this.#spellings.within(refused, components)),
    );
  }
}

function isInside(path: string): boolean {
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The real path of what exists of a path, and the rest of it as it is. */
function resolveExisting(path: string): string {
  try {
    return realPath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(resolveExisting(above), relative(above, path));
  }
}

function describeType(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  return stats.isSymbolicLink() ? "a symlink" : "neither a file nor a folder";
}

function leadsTo(path: string, problem: FileProblem): string {
  return `\`${path}\` is a symlink, and ${problem.message}`;
}

function outsideProblem(path: string): FileProblem {
  return { code: "refused", message: `\`${path}\` leads out of the workspace through a symlink` };
}

/** Somebody moved a folder while it was in use. */
export function movedProblem(path: string): FileProblem {
  return {
    code: "refused",
    message: `a folder above \`${path}\` was moved while it was in use`,
    hint: "Find out which program changes the workspace while opus runs.",
  };
}
