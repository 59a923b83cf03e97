import { shownArgument } from "../../engine/text/shown-url.ts";

/** Options before the name of a command; `true`: their value is the next word. */
const options = new Map([
  ["-c", true],
  ["-C", true],
  ["--no-replace-objects", false],
  ["--no-optional-locks", false],
]);

/**
 * A call of git's as it is shown in a trace: without the settings and the folder that stand in every call, without
 * credentials and queries in addresses.
 * @param args all words after `git`
 */
export function gitWords(args: readonly string[]): string {
  let first = 0;
  for (let option = options.get(args[0] ?? ""); option !== undefined; option = options.get(args[first] ?? ""))
    first += option ? 2 : 1;
  // Word by word: of a line nobody can tell where an address with blanks ends.
  return ["git", ...args.slice(first).map(shownArgument)].join(" ");
}
