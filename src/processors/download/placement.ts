import type { Result } from "../../engine/diagnostics/diagnostic.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { FileAccess, FileProblem, WorkMembers } from "../../ports/workspace-files.ts";
import { missing, type RecordedTree } from "./tree-facts.ts";
import type { TreeMember, TreeRules } from "./tree-rules.ts";

/** What is put where. */
export interface PlacementOf {
  readonly files: FileAccess;
  readonly members: WorkMembers;
  /** The folder. */
  readonly to: string;
  readonly rules: TreeRules;
  /** What each file is to be. */
  readonly states: ReadonlyMap<string, string>;
  /** What opus made before. */
  readonly recorded: RecordedTree | undefined;
  /** What is at a path below the folder. */
  stateOf(path: string): Promise<string>;
}

/** Puts what was unpacked into its place, file by file, once it is clear that nothing of others stands in the way. */
export class Placement {
  readonly #of: PlacementOf;
  readonly #own: ReadonlySet<string>;
  /** What an earlier archive had, and this one has not. */
  readonly left: readonly string[];
  /** Folders that opus made, or is to make. */
  readonly folders: string[] = [];
  readonly #toMake: string[] = [];
  readonly #toPlace: { readonly path: string; readonly member: TreeMember; readonly how: "create" | "replace" }[] = [];
  #touched = false;

  constructor(of: PlacementOf) {
    this.#of = of;
    const { recorded, rules } = of;
    this.#own = new Set([...(recorded?.files.keys() ?? []), ...(recorded?.left ?? [])]);
    this.left = [...this.#own].filter((path) => !rules.members.has(path));
  }

  /** Those, and what an earlier archive had. */
  get allFolders(): readonly string[] {
    return [...new Set([...(this.#of.recorded?.folders ?? []), ...this.folders])];
  }

  /** Looks at all that it is about to touch. @throws TaskFailure when something of others is in the way */
  async check(): Promise<void> {
    const { rules, states, recorded } = this.#of;
    const made = new Set(recorded?.folders);
    for (const folder of ["", ...[...rules.folders].sort()]) {
      const isThere = this.#isFolder(folder);
      if (!isThere) this.#toMake.push(folder);
      if (!isThere || made.has(folder)) this.folders.push(folder);
    }
    for (const [path, member] of rules.members) {
      const found = await this.#of.stateOf(path);
      if (found === states.get(path)) continue;
      if (found === missing) this.#toPlace.push({ path, member, how: "create" });
      else if (this.#own.has(path) && found !== "a folder") this.#toPlace.push({ path, member, how: "replace" });
      else throw inTheWay(this.#full(path), found);
    }
  }

  /** Is a folder there? A file of an earlier archive gives way. */
  #isFolder(folder: string): boolean {
    const full = this.#full(folder);
    const found = this.#of.files.look(full, -1);
    if (found.state === "failed") throw new TaskFailure(found.problem.message, { untouched: true });
    if (found.state === "absent") return false;
    if (found.type === "directory") return true;
    if (this.left.includes(folder)) return false;
    throw inTheWay(full, found.type === "symlink" ? "a link" : "no folder");
  }

  #full(path: string): string {
    return path === "" ? this.#of.to : `${this.#of.to}/${path}`;
  }

  /** @throws TaskFailure */
  place(): void {
    const { files, members, rules, recorded, to } = this.#of;
    const becomeFolders = new Set(this.#toMake);
    for (const path of this.left.filter((one) => becomeFolders.has(one))) this.#done(files.remove(this.#full(path)));
    for (const folder of this.#toMake) this.#done(members.folder(this.#full(folder)));
    for (const { path, member, how } of this.#toPlace) {
      const full = this.#full(path);
      const isFile = member.kind === "file";
      this.#done(isFile ? members.place(member.number, full, how) : members.link(member.target, full, how));
    }
    for (const path of this.left.filter((one) => !becomeFolders.has(one))) {
      const removed = files.remove(this.#full(path));
      // What somebody has put in its place is not of our making.
      if (removed.ok || removed.error.code !== "wrong-type") this.#done(removed);
    }
    const empty = (recorded?.folders ?? []).filter((folder) => folder !== "" && !rules.folders.has(folder));
    removeFolders(files, to, empty);
  }

  #done(result: Result<unknown, FileProblem>): void {
    if (result.ok) {
      this.#touched = true;
      return;
    }
    const { message, hint } = result.error;
    throw new TaskFailure(message, { untouched: !this.#touched, ...(hint === undefined ? {} : { hint }) });
  }
}

/** Removes folders that are empty, those within others first. */
export function removeFolders(files: FileAccess, to: string, folders: readonly string[]): void {
  for (const folder of [...folders].sort((one, other) => other.length - one.length))
    files.remove(folder === "" ? to : `${to}/${folder}`, { folder: true });
}

function inTheWay(path: string, found: string): TaskFailure {
  const what = ["a folder", "a link", "no folder"].includes(found) ? ` (${found})` : "";
  return new TaskFailure(`\`${path}\` exists${what}, and opus did not make it`, {
    untouched: true,
    hint: "opus never overwrites what it did not make. Move it away, leave it out with `include`, or choose another `to`.",
  });
}
