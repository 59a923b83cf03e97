/** A commit to be made. */
export interface NewCommit {
  /** The commit before it; undefined: it begins a branch. */
  readonly parent: string | undefined;
  /** A commit that came after `parent`, and its tree: it is the second parent, and the files are its. */
  readonly merged?: { readonly commit: string; readonly tree: string };
  /** One more parent, of which nothing but the history counts. */
  readonly history?: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** ISO 8601. */
  readonly at: string;
  /** Path → new content; null removes the file. Paths need no quoting. */
  readonly files: ReadonlyMap<string, Uint8Array | null>;
}

/** The ref of the private repository under which new commits are made. */
export const nextRef = "refs/opus/next";

/** Input of `git fast-import --force` that makes the commit and prints its object name. */
export function fastImport(commit: NewCommit): Buffer {
  const { parent, merged, history, message, author, at, files } = commit;
  const who = `${plain(author.name) || "opus"} <${plain(author.email)}> ${Math.floor(Date.parse(at) / 1_000)} +0000`;
  const text = Buffer.from(message);
  const parts: Uint8Array[] = [];
  const add = (line: string) => parts.push(Buffer.from(line));
  add(`feature done\nreset ${nextRef}\n\ncommit ${nextRef}\nmark :1\nauthor ${who}\ncommitter ${who}\n`);
  add(`data ${text.length}\n`);
  parts.push(text);
  add("\n");
  if (parent !== undefined) add(`from ${parent}\n`);
  if (merged !== undefined) add(`merge ${merged.commit}\n`);
  if (parent !== undefined && history !== undefined) add(`merge ${history}\n`);
  if (merged !== undefined) add(`M 040000 ${merged.tree} \n`);
  for (const [path, data] of files) {
    if (data === null) {
      add(`D ${path}\n`);
      continue;
    }
    add(`M 100644 inline ${path}\ndata ${data.length}\n`);
    parts.push(data);
    add("\n");
  }
  add("\nget-mark :1\ndone\n");
  return Buffer.concat(parts);
}

function plain(text: string): string {
  return text.replaceAll(/[<>\p{Cc}]/gu, "").trim();
}
