import { sizeWords, stateBytes } from "../../../engine/model/size-limits.ts";
import type { StateName } from "../../../engine/ports/state-store.ts";
import { type LockContent, readLock } from "../../lock/lock-record.ts";
import { nameOfFolder } from "../file/state-folder.ts";
import { mainCommitOf } from "./commit-message.ts";
import { batchObjects, type GitObject, type TreeEntry, treeEntries } from "./git/git-objects.ts";

/** A place on the branch. */
export type Stored =
  | { readonly state: "absent" }
  | { readonly state: "file"; readonly data: Uint8Array }
  /** A folder, a symlink or a submodule stands there. */
  | { readonly state: "other"; readonly what: string };

/** What a commit of the branch holds of one project and context. */
export interface ContextFiles {
  /** Undefined: the branch is not there yet. */
  readonly commit: string | undefined;
  /** Name of the tree of that commit. */
  readonly tree?: string | undefined;
  /** The last commit that is one of the history's own, where this one stands aside; absent: this one. */
  readonly mainCommit?: string | undefined;
  readonly state: Stored;
  readonly lock: Stored;
}

export const stateFile = "state.json";
export const lockFile = "lock.json";
export const readmeFile = "README.md";

/** Who has the lock, by what stands in its place. */
export function lockIn(
  stored: Stored,
): Exclude<LockContent, { readonly state: "released" }> | { readonly state: "free" } {
  if (stored.state === "absent") return { state: "free" };
  const content = stored.state === "file" ? readLock(stored.data) : { state: "unreadable" as const };
  return content.state === "released" ? { state: "free" } : content;
}

/** Files of a branch, by path, that are none of state. */
export function foreignFilesAmong(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path !== readmeFile && !ofState.test(path));
}

/** Folders that hold a state, among the files of a branch. */
export function stateFolders(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => /^([^/]+\/[^/]+)\/state\.json$/.exec(path)?.[1] ?? []);
}

/** What stands in place of a file is told where that file is read. */
const ofState = /^[^/]+\/[^/]+\/(?:state|lock)\.json(?:\/|$)/;

/** What `readContextFiles` asks `git cat-file --batch` for. */
export function questions(commit: string, folder: string): string[] {
  const project = folder.slice(0, folder.indexOf("/"));
  const places = ["", project, folder, `${folder}/${stateFile}`, `${folder}/${lockFile}`];
  return [...places.map((place) => `${commit}:${place}`), commit];
}

/**
 * Reads the answers to `questions`.
 * @param folder `<project>/<context>`, as on the branch
 * @param tooLarge questions that were not asked because of the size of what is there
 * @returns the files; or the names of what does not belong on a branch of state
 */
export function contextFiles(
  commit: string,
  folder: string,
  output: Uint8Array,
  tooLarge: ReadonlyMap<number, number> = new Map(),
): { readonly foreignFiles: readonly string[]; readonly files: ContextFiles } {
  const [root, project, context, state, lock, whole] = batchObjects(output, 6);
  const foreignFiles = entriesOf(root)
    .filter(({ kind, name }) => kind !== "folder" && !(kind === "file" && name === readmeFile))
    .map(({ name }) => name);
  const contextName = folder.slice(folder.indexOf("/") + 1);
  const projectName = folder.slice(0, folder.indexOf("/"));
  const notAFolder = (entries: TreeEntry[], entry: string, shown: string): string | undefined => {
    const found = entries.find(({ kind, name }) => name === entry && kind !== "folder");
    return found && `${shown} is a ${found.kind}, not a folder`;
  };
  const inTheWay =
    notAFolder(entriesOf(root), projectName, projectName) ?? notAFolder(entriesOf(project), contextName, folder);
  const at = (name: string, object: GitObject, size: number | undefined): Stored => {
    if (size !== undefined) {
      const what = `${folder}/${name} has ${sizeWords(size)}, and opus reads at most ${sizeWords(stateBytes)}`;
      return { state: "other", what };
    }
    if (inTheWay !== undefined) return { state: "other", what: inTheWay };
    const entry = entriesOf(context).find((one) => one.name === name);
    if (entry === undefined) return { state: "absent" };
    if (entry.kind !== "file" || object?.type !== "blob")
      return { state: "other", what: `${folder}/${name} is a ${entry.kind}, not a file` };
    return { state: "file", data: object.data };
  };
  return {
    foreignFiles,
    files: {
      commit,
      tree: root?.name,
      mainCommit: whole && mainCommitOf(whole.data.toString("utf8")),
      state: at(stateFile, state, tooLarge.get(3)),
      lock: at(lockFile, lock, tooLarge.get(4)),
    },
  };
}

function entriesOf(object: GitObject): TreeEntry[] {
  return object?.type === "tree" ? treeEntries(object.data) : [];
}

/** Whose state a folder of the branch is. */
export function namesOf(folder: string): StateName {
  const [project = "", context = ""] = folder.split("/");
  return { project: nameOfFolder(project), context: nameOfFolder(context) };
}
