import { archiveEntries, archivePathLength } from "../../engine/model/size-limits.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Glob } from "../../engine/text/glob.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { ArchiveEntry } from "./archive-data.ts";
import { type ExtractRule, includedIn } from "./download-spec.ts";

/** A file in a work folder that becomes another one. */
export interface FileMember {
  readonly kind: "file";
  readonly number: number;
  readonly executable: boolean;
  /** The number of the one whose content it has. */
  readonly copyOf?: number;
}

/** What of an archive becomes a file. */
export type TreeMember = FileMember | { readonly kind: "symlink"; readonly target: string };

/** Links that lead to links, in a row. */
const mostHops = 40;

/**
 * Decides what of an archive is unpacked, and where. What somebody could do harm with is refused: with it all of the archive.
 * All methods throw a TaskFailure to refuse it.
 */
export class TreeRules {
  /** By the path below the folder. */
  readonly members = new Map<string, TreeMember>();
  /** Folders of the archive, and all that members take. */
  readonly folders = new Set<string>();
  readonly #strip: number;
  readonly #wanted: Glob | undefined;
  readonly #unwanted: Glob | undefined;
  readonly #refusedPlace: (path: string) => string | undefined;
  /** Spelling of each path and folder, by what is the same where case does not count. */
  readonly #spellings = new Map<string, string>();
  #entries = 0;
  #numbers = 0;

  /** @param refusedPlace what speaks against a path below the folder */
  constructor({ strip = 0, include }: ExtractRule, refusedPlace: (path: string) => string | undefined) {
    this.#strip = strip;
    const { wanted, unwanted } = includedIn(include ? { include } : {});
    this.#wanted = wanted;
    this.#unwanted = unwanted;
    this.#refusedPlace = refusedPlace;
  }

  /** @returns what it becomes, and where; undefined: nothing, or a folder */
  take(entry: ArchiveEntry): { readonly path: string; readonly member: TreeMember } | undefined {
    this.#entries++;
    if (this.#entries > archiveEntries) throw refused(`it has more than ${grouped(archiveEntries)} entries`);
    const path = this.#pathOf(entry.name);
    if (path === undefined) return undefined;
    if (entry.type === "folder") {
      // Empty ones count where all is unpacked; others are made for what is in them.
      if (!this.#wanted && !this.#unwanted?.matches(path)) this.#addFolder(path, path);
      return undefined;
    }
    if ((this.#wanted && !this.#wanted.matches(path)) || this.#unwanted?.matches(path)) return undefined;
    const member = this.#memberOf(entry, path);
    this.#add(path, member);
    return { path, member };
  }

  #memberOf(entry: ArchiveEntry, path: string): TreeMember {
    const { type, executable, target = "" } = entry;
    if (type === "other") throw refused(`\`${shown(entry.name)}\` is neither a file, a folder nor a link`);
    if (type === "symlink") {
      if (!target.startsWith("/") && target !== "" && !wrongName(target)) return { kind: "symlink", target };
      throw refused(`the link \`${shown(path)}\` leads out of the folder, to \`${shown(target)}\``);
    }
    if (type !== "hardlink") return { kind: "file", number: this.#numbers++, executable };
    const original = this.members.get(this.#pathOf(target) ?? "");
    if (original?.kind !== "file")
      throw refused(`\`${shown(path)}\` is another name of \`${shown(target)}\`, which is not unpacked before it`);
    return { kind: "file", number: this.#numbers++, executable: original.executable, copyOf: original.number };
  }

  /** The path of an entry below the folder; undefined: it is stripped away as a whole. */
  #pathOf(name: string): string | undefined {
    const wrong = wrongName(name);
    if (wrong !== undefined) throw refused(`\`${shown(name)}\` ${wrong}`);
    if (name.startsWith("/")) throw refused(`\`${shown(name)}\` is absolute`);
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    if (parts.includes("..")) throw refused(`\`${shown(name)}\` leads out of the folder`);
    const path = parts.slice(this.#strip).join("/");
    if (path === "") return undefined;
    if (path.length > archivePathLength)
      throw refused(`\`${shown(name)}\` has more than ${grouped(archivePathLength)} characters`);
    const place = this.#refusedPlace(path);
    if (place !== undefined) throw refused(place);
    return path;
  }

  #add(path: string, member: TreeMember): void {
    if (this.members.has(path)) throw refused(`it has \`${shown(path)}\` twice`);
    if (this.folders.has(path)) throw refused(`it has \`${shown(path)}\` as a file and as a folder`);
    this.#spell(path);
    const at = path.lastIndexOf("/");
    if (at !== -1) this.#addFolder(path.slice(0, at), path);
    this.members.set(path, member);
  }

  /** @param within for what: to be named */
  #addFolder(folder: string, within: string): void {
    for (let at = folder; !this.folders.has(at); at = at.slice(0, at.lastIndexOf("/"))) {
      const member = this.members.get(at);
      if (member)
        throw refused(
          member.kind === "symlink"
            ? `\`${shown(within)}\` lies behind the link \`${shown(at)}\``
            : `it has \`${shown(at)}\` as a file and as a folder`,
        );
      this.#spell(at);
      this.folders.add(at);
      if (!at.includes("/")) return;
    }
  }

  #spell(path: string): void {
    const key = path.normalize("NFC").toLowerCase();
    const other = this.#spellings.get(key);
    if (other !== undefined && other !== path)
      throw refused(`\`${shown(other)}\` and \`${shown(path)}\` are one file where case does not count`);
    this.#spellings.set(key, path);
  }

  /** Once all of it is known: whether links lead to what is unpacked, and whether there is anything. */
  finish(): void {
    if (this.members.size === 0)
      throw refused("nothing of it is to be unpacked", "Look at `strip` and `include`: which paths does it have?");
    for (const [path, { kind }] of this.members) if (kind === "symlink") this.#follow(path);
  }

  #follow(link: string): void {
    const at: string[] = [];
    const ahead = link.split("/");
    for (let hops = 0; ahead.length > 0; ) {
      const part = ahead.shift() as string;
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (at.pop() === undefined) throw this.#leadsOut(link);
        continue;
      }
      at.push(part);
      const member = this.members.get(at.join("/"));
      if (member?.kind !== "symlink") continue;
      if (++hops > mostHops) throw refused(`the link \`${shown(link)}\` leads in a circle`);
      at.pop();
      ahead.unshift(...member.target.split("/"));
    }
    const end = at.join("/");
    if (end !== "" && !this.members.has(end) && !this.folders.has(end))
      throw refused(
        `the link \`${shown(link)}\` leads to \`${shown(end)}\`, which is not unpacked`,
        'Unpack that too, or leave the link out: `include: ["**", "!the/link"]`.',
      );
  }

  #leadsOut(link: string): TaskFailure {
    const member = this.members.get(link);
    const target = member?.kind === "symlink" ? member.target : "";
    return refused(`the link \`${shown(link)}\` leads out of the folder, to \`${shown(target)}\``);
  }
}

/** What is wrong with a name by its characters. */
function wrongName(name: string): string | undefined {
  if (/[\u0000-\u001f\u007f]/.test(name)) return "holds a control character";
  if (name.includes("\\")) return "holds a backslash";
  if (/^[A-Za-z]:/.test(name)) return "names a drive";
  return name.isWellFormed() ? undefined : "is not well-formed Unicode";
}

/** An archive is not unpacked. */
export function refused(why: string, hint?: string): TaskFailure {
  return new TaskFailure(`the archive is refused: ${why}`, {
    untouched: true,
    ...(hint === undefined ? {} : { hint }),
  });
}

function shown(path: string): string {
  return shortened(JSON.stringify(path).slice(1, -1), 200);
}
