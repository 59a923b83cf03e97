/** The files of a manifest, as editors match them. */
const manifests = ["opus.yaml", "opus.yml"];

/**
 * The settings of an editor with the schema of manifests in `yaml.schemas`, which holds for every document of a file.
 * What is there stays to the byte, comments too.
 * @param text of `.vscode/settings.json`; undefined: there is none
 * @returns the new text; the same where it is set already; undefined where it can't be done safely
 */
export function withSchema(text: string | undefined, schema: string): string | undefined {
  const list = JSON.stringify(manifests).replace(",", ", ");
  const entry = `${JSON.stringify(schema)}: ${list}`;
  if (text === undefined || text.trim() === "") return `{\n  "yaml.schemas": {\n    ${entry}\n  }\n}\n`;
  const before = plainJson(text);
  if (before === undefined) return undefined;
  const known = before["yaml.schemas"];
  if (known !== undefined && (typeof known !== "object" || known === null || Array.isArray(known))) return undefined;
  if (known && Object.values(known).some((files) => [files].flat().includes(manifests[0]))) return text;
  const masked = mask(text);
  const at = known === undefined ? masked.indexOf("{") : bracketOf(masked, text, "yaml.schemas");
  if (at === -1) return undefined;
  const isEmpty = /^\s*\}/.test(masked.slice(at + 1));
  const added =
    known === undefined
      ? `\n  "yaml.schemas": {\n    ${entry}\n  }${isEmpty ? "\n" : ","}`
      : `\n    ${entry}${isEmpty ? "\n  " : ","}`;
  const after = `${text.slice(0, at + 1)}${added}${text.slice(at + 1)}`;
  const wanted = { ...before, "yaml.schemas": { ...(known ?? {}), [schema]: manifests } };
  return sorted(plainJson(after)) === sorted(wanted) ? after : undefined;
}

/** Of JSON with comments: each string and each comment, also one that does not end. */
const stringsAndComments = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g;

/** The text with blanks in place of comments and of what stands in strings: brackets are brackets then. */
function mask(text: string): string {
  return text.replace(stringsAndComments, (part) =>
    part.startsWith('"') ? `"${" ".repeat(part.length - 1)}` : part.replace(/[^\n]/g, " "),
  );
}

/** Where the mapping of a key of the top begins; -1: it can't be found. */
function bracketOf(masked: string, text: string, key: string): number {
  let depth = 0;
  for (let at = 0; at < masked.length; at++) {
    if (masked[at] === "{" || masked[at] === "[") depth++;
    else if (masked[at] === "}" || masked[at] === "]") depth--;
    else if (depth === 1 && text.startsWith(`"${key}"`, at) && masked[at] === '"')
      return masked.indexOf("{", at + key.length + 2);
  }
  return -1;
}

/** What JSON with comments and commas before closing brackets says; undefined: it is not that, or no mapping. */
function plainJson(text: string): { readonly [key: string]: unknown } | undefined {
  const plain = text
    .replace(stringsAndComments, (part) => (part.startsWith('"') ? part : " "))
    .replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g, (part) => (part === "," ? "" : part));
  try {
    const value: unknown = JSON.parse(plain);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { [key: string]: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same text for the same settings, in whatever order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
