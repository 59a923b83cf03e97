import { nearest } from "../engine/references/references.ts";

/**
 * Whether a manifest seems to name modules as hooks. It goes by the text, as that may not be readable in another way; what
 * is not plain is taken for a module.
 */
export function mayHavePolicies(text: string): boolean {
  for (const { 0: key, 1: name = "", index } of text.matchAll(keys)) {
    if (name.toLowerCase() !== "hooks" && nearest(name, ["hooks"], 2) === undefined) continue;
    if (signs.some((sign) => sign.test(hooksFrom(text, index, key)))) return true;
  }
  return false;
}

const keys = /(?<![\w-])["']?([A-Za-z]{3,7})["']?[ \t]*:/g;

const comments = /(?<=^|\s)#[^\n]*/g;

const signs = [
  // The name of a module.
  /\.[cm]?[jt]s\b/,
  // `use`, or nearly that, with more than the name of a built-in hook.
  /\bus[a-z]{0,2}["']?[ \t]*:(?![ \t]*["']?[A-Za-z][\w-]*["']?[ \t]*(?:[,}\]#\r\n]|$))/,
  // What stands somewhere else.
  /[:[,-][ \t]*\*\w/,
];

/** What may belong to hooks: up to the next field of the Project, as far as its place is right, or the next document. */
function hooksFrom(text: string, index: number, key: string): string {
  const after = text.slice(index + key.length);
  const indent = index - (text.lastIndexOf("\n", index) + 1);
  const end = new RegExp(`\\n(?:---|[ \\t]{0,${Math.min(indent, 100)}}["']?(?:${fields.join("|")})["']?[ \\t]*:)`).exec(
    after,
  );
  return (end ? after.slice(0, end.index) : after).replace(comments, "");
}

const fields = "apiVersion kind metadata spec include description contexts commands state limits http processors".split(
  " ",
);
