/** The name of an object, as SHA-1. */
export const objectName = /^[0-9a-f]{40}$/;

/** One entry of a tree. */
export interface TreeEntry {
  readonly kind: "file" | "folder" | "link" | "repository";
  readonly name: string;
}

/** An object as `git cat-file --batch` prints it; undefined: there is none of that name. */
export type GitObject = { readonly name: string; readonly type: string; readonly data: Buffer } | undefined;

/**
 * Parts the output of `git cat-file --batch`, in the order of the names that it was asked for.
 * Throws when it is not such output: git does not print anything else.
 */
export function batchObjects(output: Uint8Array, count: number): GitObject[] {
  const buffer = Buffer.from(output);
  const objects: GitObject[] = [];
  for (let at = 0; objects.length < count; ) {
    const lineEnd = buffer.indexOf(10, at);
    if (lineEnd === -1) throw new Error(`git cat-file answered ${objects.length} of ${count} questions`);
    const header = buffer.toString("utf8", at, lineEnd);
    const [, name = "", type = "", size = ""] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
    at = lineEnd + 1;
    if (size === "") {
      objects.push(undefined);
      continue;
    }
    objects.push({ name, type, data: buffer.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return objects;
}

/** Reads the raw bytes of a tree: `<mode> <name>\0<hash>` for each entry. */
export function treeEntries(tree: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < tree.length; ) {
    const nameEnd = tree.indexOf(0, at);
    const [, mode = "", name = ""] = /^(\d+) ([\s\S]*)$/.exec(tree.toString("utf8", at, nameEnd)) ?? [];
    entries.push({ kind: kindOfMode(mode), name });
    // SHA-1; repositories with SHA-256 are refused before.
    at = nameEnd + 1 + 20;
  }
  return entries;
}

/** What an entry of a tree is, by its mode. */
export function kindOfMode(mode: string): TreeEntry["kind"] {
  switch (mode) {
    case "40000":
    case "040000":
      return "folder";
    case "120000":
      return "link";
    case "160000":
      return "repository";
    default:
      return "file";
  }
}
