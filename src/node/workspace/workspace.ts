import { createHash } from "node:crypto";
import { lstatSync, rmdirSync, unlinkSync } from "node:fs";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { insist } from "../../engine/execute/calls/insist.ts";
import type { FileContent, FileDigest, FileLook, FileProblem, WorkFolder } from "../../ports/workspace-files.ts";
import { fileProblem, systemCode } from "../files/file-problem.ts";
import { closing, readAll, streamFile } from "../files/file-reading.ts";
import { checkMode, type Staged, stage } from "../files/file-writing.ts";
import type { HeldFolder } from "../files/held-folder.ts";
import { removeLeftStaged } from "../files/staged-name.ts";
import { keptMode, lookAt, modeOf } from "./look-at.ts";
import { Boundary, type BoundaryOptions, movedProblem } from "./workspace-boundary.ts";
import { type GlobOptions, globWorkspace } from "./workspace-glob.ts";
import type { PathOptions } from "./workspace-paths.ts";

/**
 * Files below a workspace root, for paths that a manifest names. Nothing outside is read or written, neither through
 * `..` nor through symlinks, also when somebody swaps a folder for a symlink meanwhile (see `HeldFolder`; elsewhere
 * than on Linux that last point is best effort). `.git`, `.github/workflows` and `refuse` are off limits.
 *
 * Paths are relative to the working directory. System errors come back as `FileProblem`.
 */
export class Workspace {
  readonly #boundary: Boundary;
  readonly #keptMode: number | undefined;
  /** Folders in which nothing is left that killed processes had not finished. */
  readonly #swept = new Set<string>();

  /**
   * @param root the workspace; must exist
   * @param workingDirectory absolute, or relative to the root; must lie in the root
   * @throws Error when either is not so; use `openWorkspace` for paths that a user gave
   */
  constructor(root: string, workingDirectory: string, options: BoundaryOptions = {}) {
    this.#boundary = new Boundary(root, workingDirectory, options);
    this.#keptMode = options.keptMode ?? keptMode;
  }

  /** Real path of the workspace root. */
  get root(): string {
    return this.#boundary.root;
  }

  /**
   * While this work goes on, folders are asked once for all files in them that are looked at. What changes in the
   * meantime by other hands may be seen late, by one turn of the event loop.
   */
  async inOnePass<T>(work: () => Promise<T>): Promise<T> {
    this.#boundary.memory.begin();
    try {
      return await work();
    } finally {
      this.#boundary.memory.end();
    }
  }

  /** The path from the workspace root, without `.` and `..`; or what is wrong with it. Looks at the text only. */
  normalize(path: string, options?: PathOptions): Result<string, string> {
    const split = this.#boundary.split(path, options);
    return split.ok ? ok(split.value.join("/") || ".") : err(split.error.message);
  }

  /**
   * The same, with links among its folders followed as far as they are there and stay inside. The last part
   * is as it is, but for its spelling: where a file system folds that, all spellings of a file have one path.
   */
  realPath(path: string): Result<string, string> {
    return this.#boundary.memory.path(path, () => {
      const split = this.#boundary.split(path);
      return split.ok
        ? ok(this.#boundary.spelled(this.#boundary.realComponents(split.value)))
        : err(split.error.message);
    });
  }

  /** The path for messages: from the workspace root where possible. */
  display(path: string): string {
    const normal = this.normalize(path, { folder: true });
    return normal.ok ? normal.value : path;
  }

  /**
   * Looks at what is there, symlinks not followed.
   * @param limit bytes up to which the content of a file is read
   */
  look(path: string, limit: number): FileLook {
    const found = this.#boundary.at(path, (folder, name) => ok(lookAt(folder, name, limit, this.#keptMode)));
    if (found.ok) return found.value;
    if (found.error.code !== "missing") return { state: "failed", problem: found.error };
    return found.error.blocked ? { state: "absent", blocked: true } : { state: "absent" };
  }

  /**
   * Reads a file, through a symlink too as long as it stays in the workspace.
   * @param limit most bytes; a bigger file is a problem
   */
  read(path: string, limit: number): Result<Uint8Array, FileProblem> {
    const opened = this.#boundary.openFile(path, true);
    if (!opened.ok) return opened;
    return closing(opened.value, () => {
      try {
        const bytes = readAll(opened.value, limit);
        return bytes ? ok(bytes) : err({ code: "too-big", message: `\`${path}\` is larger than ${limit} bytes` });
      } catch (error) {
        return err(fileProblem(path, error));
      }
    });
  }

  /** SHA-256 of a file of any size, in pieces. Symlinks inside the workspace are followed unless `follow` is false. */
  async hash(path: string, signal?: AbortSignal, follow = true): Promise<Result<FileDigest, FileProblem>> {
    const hash = createHash("sha256");
    const size = await this.#stream(path, (piece) => hash.update(piece), signal, follow);
    return size.ok ? ok({ sha256: hash.digest("hex"), size: size.value }) : size;
  }

  /**
   * Files that match a glob (or a list of globs, `!` excludes): from the working directory, sorted, dot files
   * included, `.git` and what is off limits never. A glob matches no symlinks and enters none below its fixed part.
   * A path that exists is taken literally.
   */
  glob(patterns: string | readonly string[], options: GlobOptions = {}): Result<readonly string[], string> {
    return globWorkspace(this.#boundary, typeof patterns === "string" ? [patterns] : patterns, options);
  }

  /**
   * Makes a file, and the folders above it. Fails when anything is there, and then touches nothing.
   * @param mode permission bits, set exactly; undefined: what the umask leaves of 0666
   */
  create(path: string, content: FileContent, mode?: number, signal?: AbortSignal): Promise<Result<void, FileProblem>> {
    return this.#write(path, content, () => mode, "placeNew", signal);
  }

  /**
   * Puts a file in the place of whatever file or symlink is there (or of nothing) in one step.
   * @param mode permission bits, set exactly; undefined: those of the file that was there
   */
  replace(path: string, content: FileContent, mode?: number, signal?: AbortSignal): Promise<Result<void, FileProblem>> {
    return this.#write(path, content, (folder, name) => mode ?? modeOf(folder, name), "takePlace", signal);
  }

  /** Sets the permission bits of a file, not through a symlink. */
  chmod(path: string, mode: number): Result<void, FileProblem> {
    return this.#boundary.at(path, (folder, name) => {
      if (!lstatSync(folder.at(name)).isFile())
        return err({ code: "wrong-type", message: `\`${path}\` is not a file` });
      folder.chmod(name, mode);
      checkMode(lstatSync(folder.at(name)), mode);
      return ok(undefined);
    });
  }

  /**
   * A folder beside a file that is to be made, for what is not finished. What an ended process has left there for the same
   * file is taken over.
   */
  async work(path: string): Promise<Result<WorkFolder, FileProblem>> {
    // Few runs have anything that takes long to be finished.
    const { openWork } = await import("./work-folder.ts");
    this.#boundary.memory.forget();
    const held = this.#boundary.hold(path, true);
    if (!held.ok) return held;
    try {
      return ok(openWork(held.value, path, (other) => this.#boundary.hold(other, true)));
    } catch (error) {
      held.value.folder.close();
      return err(fileProblem(path, error));
    }
  }

  /** Removes a file or a symlink, or an empty folder. @returns false when nothing was there */
  remove(path: string, options: { readonly folder?: boolean } = {}): Result<boolean, FileProblem> {
    this.#boundary.memory.forget();
    const removed = this.#boundary.at<boolean>(path, (folder, name) => {
      if (options.folder) {
        this.#removeFolder(folder, name);
        return ok(true);
      }
      const place = folder.at(name);
      const isFolder = () => lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
      // Linux never removes a folder this way; others may.
      let refused = process.platform !== "linux" && isFolder();
      try {
        if (!refused) insist(process.platform, () => unlinkSync(place));
      } catch (error) {
        refused = isFolder();
        if (!refused) throw error;
      }
      return refused ? err({ code: "wrong-type", message: `\`${path}\` is a folder` }) : ok(true);
    });
    return !removed.ok && removed.error.code === "missing" ? ok(false) : removed;
  }

  /** Throws system errors. */
  #removeFolder(parent: HeldFolder, name: string): void {
    try {
      rmdirSync(parent.at(name));
    } catch (error) {
      if (systemCode(error) !== "ENOTEMPTY") throw error;
      const folder = parent.child(name, false);
      try {
        this.#sweep(folder);
      } finally {
        folder.close();
      }
      rmdirSync(parent.at(name));
    }
  }

  #sweep(folder: HeldFolder): void {
    if (this.#swept.has(folder.path)) return;
    this.#swept.add(folder.path);
    removeLeftStaged(folder);
  }

  /** The real absolute path of a folder of the workspace that exists. */
  folder(path: string): Result<string, FileProblem> {
    const split = this.#boundary.split(path, { folder: true });
    if (!split.ok) return split;
    const held = this.#boundary.holdFolder(path, split.value);
    if (!held.ok) return held;
    held.value.close();
    return ok(held.value.path);
  }

  async #stream(
    path: string,
    use: (piece: Uint8Array) => void,
    signal: AbortSignal | undefined,
    follow: boolean,
  ): Promise<Result<number, FileProblem>> {
    const opened = this.#boundary.openFile(path, follow);
    if (!opened.ok) return opened;
    try {
      return ok(await streamFile(opened.value, use, signal));
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      closing(opened.value, () => undefined);
    }
  }

  async #write(
    path: string,
    content: FileContent,
    mode: (folder: HeldFolder, name: string) => number | undefined,
    place: "placeNew" | "takePlace",
    signal: AbortSignal | undefined,
  ): Promise<Result<void, FileProblem>> {
    this.#boundary.memory.forget();
    const held = this.#boundary.hold(path, true);
    if (!held.ok) return held;
    const { folder, name } = held.value;
    let staged: Staged | undefined;
    try {
      this.#sweep(folder);
      staged = stage(folder, mode(folder, name), "exactly");
      if (content instanceof Uint8Array) staged.append(content);
      else {
        const copied = await this.#copy(content.source, content.sha256, staged, signal);
        if (!copied.ok) return copied;
      }
      if (folder.moved()) return err(movedProblem(path));
      staged[place](name);
      return folder.moved() ? err(movedProblem(path)) : ok(undefined);
    } catch (error) {
      return err(fileProblem(path, error));
    } finally {
      staged?.discard();
      folder.close();
    }
  }

  async #copy(
    source: string,
    sha256: string,
    staged: Staged,
    signal: AbortSignal | undefined,
  ): Promise<Result<void, FileProblem>> {
    const hash = createHash("sha256");
    const use = (piece: Uint8Array) => {
      hash.update(piece);
      staged.append(piece);
    };
    const copied = await this.#stream(source, use, signal, true);
    if (!copied.ok) return copied;
    if (hash.digest("hex") === sha256) return ok(undefined);
    return err({ code: "changed", message: `\`${source}\` no longer has the bytes with sha256 ${sha256}` });
  }
}

/** A workspace, or what is wrong with its folders as a sentence. */
export function openWorkspace(
  root: string,
  workingDirectory: string,
  options: BoundaryOptions = {},
): Result<Workspace, string> {
  try {
    const workspace = new Workspace(root, workingDirectory, options);
    const folder = workspace.folder(".");
    if (folder.ok) return ok(workspace);
    return err(`the working directory \`${workingDirectory}\` can't be used: ${folder.error.message}`);
  } catch (error) {
    const isSystem = systemCode(error) !== undefined;
    return err(
      isSystem ? `the workspace can't be used: ${fileProblem(root, error).message}` : (error as Error).message,
    );
  }
}
