import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { shortened } from "../../engine/text/shorten.ts";

/** Code points that some file systems drop from names: `.g\u200cit` is `.git` on HFS+. */
const ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
const windowsReserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?$/i;

export interface PathOptions {
  /** The path names a folder: a trailing slash and `.` are fine. */
  readonly folder?: boolean;
}

/**
 * Splits a path of a manifest into components below the workspace root. Looks at the text only, never at the disk.
 * @param path relative to the working directory
 * @param workingFolder components from the workspace root to the working directory
 * @returns the components (none: the root itself), or what is wrong as a sentence without a full stop
 */
export function splitPath(
  path: string,
  workingFolder: readonly string[],
  options: PathOptions = {},
): Result<readonly string[], string> {
  if (path === "") return err("the path is empty");
  const problem = textProblem(path, options);
  if (problem !== undefined) return err(problem);
  const components = [...workingFolder];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") components.push(part);
    else if (components.pop() === undefined) return err(`\`${shownPath(path)}\` leads out of the workspace`);
  }
  const wrong = placeProblem(path, components, options);
  return wrong === undefined ? ok(components) : err(wrong);
}

function shownPath(path: string): string {
  return shortened(JSON.stringify(path).slice(1, -1), 200);
}

const plainPath = /^[A-Za-z0-9_][\w./ -]*[A-Za-z0-9_]$/;

/** What is wrong with a path by its characters. */
function textProblem(path: string, options: PathOptions): string | undefined {
  // Nearly all paths have nothing in them that could be wrong.
  if (plainPath.test(path)) return undefined;
  const shown = shownPath(path);
  const control = /[\u0000-\u001f\u007f]/.exec(path);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `\`${shown}\` holds a control character (U+${code})`;
  }
  if (!path.isWellFormed()) return `\`${shown}\` is not well-formed Unicode`;
  if (path.includes("\\")) return `\`${shown}\` holds a backslash; separate folders with \`/\``;
  if (path.startsWith("/")) return `\`${shown}\` is absolute; paths are relative to the working directory`;
  if (/^[A-Za-z]:/.test(path)) return `\`${shown}\` names a drive; paths are relative to the working directory`;
  if (path === "~" || path.startsWith("~/"))
    return `\`${shown}\` begins with \`~\`, which is not expanded; paths are relative to the working directory`;
  return !options.folder && /(^|\/)\.{0,2}$/.test(path) ? `\`${shown}\` names a folder, not a file` : undefined;
}

/** What is wrong with the place that a path leads to. */
function placeProblem(path: string, components: readonly string[], options: PathOptions): string | undefined {
  if (!options.folder && components.length === 0) return `\`${shownPath(path)}\` names a folder, not a file`;
  const refused = refusedComponent(components);
  if (refused !== undefined) return `\`${shownPath(path)}\` lies in \`${refused}\`, which opus never touches`;
  if (process.platform !== "win32") return undefined;
  const bad = components.find((part) => /[<>:"|?*]|[. ]$/.test(part) || windowsReserved.test(part));
  return bad === undefined ? undefined : `\`${shownPath(path)}\`: Windows can't have a file named \`${bad}\``;
}

/**
 * The part of the repository that is off limits to manifests, if the components lie in it.
 * @param components from the workspace root
 * @returns `.git`, `.github/workflows`, or undefined
 */
export function refusedComponent(components: readonly string[]): string | undefined {
  if (components.some((part) => part.length < 64 && isGit(part))) return ".git";
  const [first, second] = components;
  if (first === undefined || second === undefined) return undefined;
  return fold(first) === ".github" && fold(second) === "workflows" ? ".github/workflows" : undefined;
}

function isGit(part: string): boolean {
  const first = part.charCodeAt(0);
  // Nearly every name is decided here: `.git`, `git~1`, or something invisible in front.
  if (first !== 0x2e && first !== 0x67 && first !== 0x47 && first < 0x200c) return false;
  const folded = fold(part);
  // `git~1` is the short name of `.git`; `.git:stream` is `.git` as well.
  return folded === ".git" || folded === "git~1" || folded.startsWith(".git:");
}

/** A name as the most forgiving file system takes it: any case, no trailing dots and spaces, nothing invisible. */
function fold(name: string): string {
  return name
    .replace(ignorable, "")
    .toLowerCase()
    .replace(/(?<![. ])[. ]+$/, "");
}
