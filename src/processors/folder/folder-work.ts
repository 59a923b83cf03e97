import { isUtf8 } from "node:buffer";
import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { escapeGlob } from "../../engine/text/glob.ts";
import { andMore } from "../../engine/text/listed.ts";
import type { FileAccess, FileContent, FileLook, FileProblem } from "../../ports/workspace-files.ts";
import { fileError, type Sha256 } from "../file/file-access.ts";
import { modeAs } from "../file/file-mode.ts";
import { keptBytes } from "../file/file-spec.ts";
import { type FoundFile, octal } from "./folder-facts.ts";
import {
  declaredMode,
  digestOf,
  filesOf,
  type KeptFile,
  type PartialFolderSpec,
  placeOf,
  unslashed,
  wantsExecutable,
} from "./folder-spec.ts";

/** Larger files only pass through the hash. */
const readBytes = 1024 * 1024;

/** What a Folder does: looks at its files, and makes them what a spec says. Of other files in it nothing is touched. */
export class FolderWork {
  readonly #files: FileAccess;
  readonly #hash: Sha256;

  constructor(files: FileAccess, hash: Sha256) {
    this.#files = files;
    this.#hash = hash;
  }

  outputs(spec: PartialFolderSpec, io: Pick<Io, "containsSecret">): Output[] {
    const files = filesOf(spec);
    const listed = files.map(([path, file]) => `${digestOf(file, this.#hash)}  ${path}\n`);
    // A fingerprint without a key can be guessed from: it is as secret as what it is of.
    const sensitive = files.some(([, file]) => typeof file === "string" && io.containsSecret(file));
    const checksum = { name: "SHA256_CHECKSUM", value: this.#hash(listed.join("")) };
    return [
      { name: "FOLDER_PATH", value: spec.path },
      { name: "FILES", value: files.length },
      sensitive ? { ...checksum, sensitive } : checksum,
    ];
  }

  async observe(spec: PartialFolderSpec, io: Pick<Io, "containsSecret" | "signal" | "recorded">): Promise<Observation> {
    const found: [path: string, file: FoundFile][] = [];
    const executable: string[] = [];
    const modes: [path: string, mode: string][] = [];
    for (const [path, file] of filesOf(spec)) {
      io.signal.throwIfAborted();
      const look = this.#files.look(placeOf(spec, path), readBytes);
      if (look.state === "failed") return { state: "failed", error: fileError(look.problem) };
      // Of what is recorded it only matters that it is gone.
      if (look.state === "absent" && look.blocked && !io.recorded)
        return { state: "failed", error: blockedError(spec, path) };
      if (look.state === "absent") continue;
      if (look.type !== "file") {
        found.push([path, { type: look.type }]);
        continue;
      }
      const content = await this.#contentOf(spec, path, file, look, io);
      if (content === undefined) continue;
      if ("code" in Object(content)) return { state: "failed", error: fileError(content as FileProblem) };
      found.push([path, content as FoundFile]);
      if ((look.mode & 0o111) !== 0) executable.push(path);
      const mode = modeAs(look, declaredMode(spec)).toString(8).padStart(4, "0");
      if (spec.mode !== undefined && mode !== octal(spec.mode)) modes.push([path, mode]);
    }
    if (found.length === 0) return { state: "absent" };
    const files = Object.fromEntries(found) as never;
    return { state: "present", facts: { path: spec.path, files, executable, modes: Object.fromEntries(modes) } };
  }

  /** @returns undefined: it is gone by now */
  async #contentOf(
    spec: PartialFolderSpec,
    path: string,
    file: KeptFile,
    { bytes }: Extract<FileLook, { readonly state: "present" }>,
    io: Pick<Io, "containsSecret" | "signal">,
  ): Promise<FoundFile | FileProblem | undefined> {
    if (bytes === undefined) {
      const digest = await this.#files.hash(placeOf(spec, path), io.signal, false);
      if (digest.ok) return { sha256: digest.value.sha256 };
      return digest.error.code === "missing" ? undefined : digest.error;
    }
    const text = isUtf8(bytes)
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
      : undefined;
    if (text !== undefined && io.containsSecret(text)) return text;
    const sha256 = this.#hash(bytes);
    const shown = text !== undefined && bytes.length <= keptBytes && sha256 !== digestOf(file, this.#hash);
    return shown ? text : { sha256 };
  }

  /** Makes all files where none of them is; or none. */
  async create(spec: PartialFolderSpec, io: Io): Promise<Outcome> {
    this.#refuseStrangers(spec, filesOf(spec));
    const made: string[] = [];
    try {
      for (const [path, file] of filesOf(spec)) {
        io.signal.throwIfAborted();
        await this.#write(spec, path, file, "create", io);
        made.push(path);
      }
    } catch (error) {
      // What appeared meanwhile was made by others: only its own are taken back.
      this.#remove(spec, made);
      // What else is at these places by now must not be taken for what was made.
      if (error instanceof TaskFailure) throw asUntouched(error);
      throw error;
    }
    return { outputs: this.outputs(spec, io) };
  }

  /** Removes what is wanted no more, then writes what differs. */
  async update(before: PartialFolderSpec, after: PartialFolderSpec, io: Io): Promise<Outcome> {
    const recorded = (io.recorded?.spec.files ?? {}) as object;
    const own = (path: string): boolean => Object.hasOwn(before.files ?? {}, path) || Object.hasOwn(recorded, path);
    const wanted = filesOf(after);
    // A folder of its own files makes room for one of them.
    const folders = foldersOf(filesOf(before).map(([path]) => path));
    const fresh = wanted.filter(([path]) => !own(path));
    this.#refuseStrangers(
      after,
      fresh.filter(([path]) => !folders.has(path)),
    );
    this.#refuseStrangersIn(
      before,
      fresh.map(([path]) => path).filter((path) => folders.has(path)),
    );
    const gone = filesOf(before).filter(([path]) => !Object.hasOwn(after.files ?? {}, path));
    // An attempt that failed may not have made them: then somebody else's stands there.
    const ours = gone.filter(([path, file]) => Object.hasOwn(recorded, path) || this.#isSame(before, path, file));
    this.#remove(
      before,
      ours.map(([path]) => path),
    );
    for (const [path, file] of wanted) {
      io.signal.throwIfAborted();
      await this.#makeEqual(after, path, file, own(path), io);
    }
    return { outputs: this.outputs(after, io) };
  }

  remove(spec: PartialFolderSpec): void {
    this.#remove(
      spec,
      filesOf(spec).map(([path]) => path),
    );
  }

  async #makeEqual(spec: PartialFolderSpec, path: string, file: KeptFile, own: boolean, io: Io): Promise<void> {
    const place = placeOf(spec, path);
    const look = this.#files.look(place, -1);
    if (look.state !== "present" || look.type !== "file" || !(await this.#holds(place, file, io))) {
      await this.#write(spec, path, file, own ? "replace" : "create", io);
      return;
    }
    const mode = modeOf(spec, path, look.mode);
    if (mode === undefined || modeAs(look, mode) === mode) return;
    // Another name of the same file may lie outside the workspace: a new file leaves it alone.
    if (look.links > 1) await this.#write(spec, path, file, "replace", io);
    else settled(this.#files.chmod(place, mode), spec);
  }

  async #holds(place: string, file: KeptFile, io: Io): Promise<boolean> {
    const digest = await this.#files.hash(place, io.signal, false);
    return digest.ok && digest.value.sha256 === digestOf(file, this.#hash);
  }

  #isSame(spec: PartialFolderSpec, path: string, file: KeptFile): boolean {
    const look = this.#files.look(placeOf(spec, path), Number.MAX_SAFE_INTEGER);
    return (
      look.state === "present" && look.bytes !== undefined && this.#hash(look.bytes) === digestOf(file, this.#hash)
    );
  }

  async #write(
    spec: PartialFolderSpec,
    path: string,
    file: KeptFile,
    how: "create" | "replace",
    io: Io,
  ): Promise<void> {
    const place = placeOf(spec, path);
    const present = how === "replace" ? this.#files.look(place, -1) : undefined;
    const mode = modeOf(spec, path, present?.state === "present" && present.type === "file" ? present.mode : undefined);
    settled(await this.#files[how](place, contentOf(spec, path, file), mode, io.signal), spec);
  }

  /** Looked at before anything is touched. */
  #refuseStrangers(spec: PartialFolderSpec, files: readonly (readonly [path: string, file: KeptFile])[]): void {
    const strangers = files.filter(([path, file]) => {
      const look = this.#files.look(placeOf(spec, path), -1);
      return look.state === "present" && !(look.type === "file" && this.#isSame(spec, path, file));
    });
    refuse(strangers.map(([path]) => placeOf(spec, path)));
  }

  /** Folders that make room for files: what others have in them stays, and so would they. */
  #refuseStrangersIn(spec: PartialFolderSpec, folders: readonly string[]): void {
    if (folders.length === 0) return;
    const normal = (path: string): string => {
      const found = this.#files.normalize(path);
      return found.ok ? found.value : path;
    };
    const own = new Set(filesOf(spec).map(([path]) => normal(placeOf(spec, path))));
    const found = this.#files.glob(folders.map((path) => `${escapeGlob(normal(placeOf(spec, path)))}/**`));
    if (found.ok) refuse(found.value.filter((path) => !own.has(normal(path))));
  }

  /** Files, then the folders that are empty without them. What is gone already is fine. */
  #remove(spec: PartialFolderSpec, paths: readonly string[]): void {
    for (const path of paths) {
      const removed = this.#files.remove(placeOf(spec, path));
      // A folder of others has taken its place.
      if (!removed.ok && removed.error.code !== "wrong-type") throw failureOf(removed.error);
    }
    const deepest = [...foldersOf(paths)].sort((one, other) => other.split("/").length - one.split("/").length);
    // One that others have files in stays.
    for (const folder of deepest) this.#files.remove(placeOf(spec, folder), { folder: true });
    if (paths.length > 0) this.#files.remove(unslashed(spec.path), { folder: true });
  }
}

/** Throws where files of others are in the way. */
function refuse(strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const named = andMore(
    strangers.map((path) => `\`${path}\``),
    3,
    "more files",
  );
  throw new TaskFailure(
    `${named} ${strangers.length === 1 ? "exists" : "exist"}, and opus has not made ${strangers.length === 1 ? "it" : "them"}`,
    {
      hint: "Move away what is there, leave these files out with `exclude`, or choose another `path`: opus never overwrites what it did not make.",
      untouched: true,
    },
  );
}

/** The same failure, once all that was made is taken back. */
function asUntouched({ message, hint, detail, cause }: TaskFailure): TaskFailure {
  return new TaskFailure(message, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { detail }),
    cause,
    untouched: true,
  });
}

/** The folders in which these files are, at any depth. */
export function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1)) folders.add(path.slice(0, at));
  return folders;
}

function contentOf(spec: PartialFolderSpec, path: string, file: KeptFile): FileContent {
  if (typeof file === "string") return Buffer.from(file, "utf8");
  if ("base64" in file) return Buffer.from(file.base64, "base64");
  return { source: placeOf({ path: spec.source ?? "" }, path), sha256: file.sha256 };
}

/** @param found permissions of the file that is there @returns undefined: as it is, or what is left of 0666 */
function modeOf(spec: PartialFolderSpec, path: string, found: number | undefined): number | undefined {
  const declared = declaredMode(spec);
  const executable = wantsExecutable(spec, path);
  if (declared !== undefined || executable === undefined) return declared;
  if (found === undefined) return executable ? 0o755 : undefined;
  // Who may read it may run it.
  return executable ? found | ((found & 0o444) >> 2) : found & ~0o111;
}

function settled(result: { readonly ok: boolean; readonly error?: FileProblem }, spec: PartialFolderSpec): void {
  if (!result.ok) throw failureOf(result.error as FileProblem, spec);
}

function failureOf(problem: FileProblem, spec?: PartialFolderSpec): TaskFailure {
  const { code, message, hint } = problem;
  if (code === "exists")
    return new TaskFailure(`${message}: it appeared after opus had looked`, {
      hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
    });
  if (spec && (code === "changed" || code === "missing"))
    return new TaskFailure(`${message}, and the old bytes were not kept`, {
      hint: `State keeps the files of folders of at most 1 MiB, each of at most ${keptBytes / 1024} KiB. Bring the file back from git, and run again.`,
    });
  return new TaskFailure(message, hint === undefined ? {} : { hint });
}

function blockedError(spec: PartialFolderSpec, path: string): { readonly message: string; readonly hint: string } {
  return {
    message: `\`${placeOf(spec, path)}\` can't be made: a part of its path is there and is not a folder`,
    hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks.",
  };
}
