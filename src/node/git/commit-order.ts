import { askGit } from "./safe-git.ts";

/**
 * Does the history of one commit hold another? Asked of the checkout around a folder alone: nothing is fetched.
 * @param inner full id of a commit, or a full name of a ref
 * @param outer the same; a commit is within its own history
 * @returns undefined when it can't be told: no checkout, a commit that is not there, a history that was cut off
 */
export async function isWithin(folder: string, inner: string, outer: string): Promise<boolean | undefined> {
  if (!isName(inner) || !isName(outer)) return undefined;
  const known = await askGit(folder, [
    "rev-parse",
    "--is-shallow-repository",
    `${inner}^{commit}`,
    `${outer}^{commit}`,
  ]);
  const [shallow, commit] = known?.split(/\r?\n/) ?? [];
  const base = known === undefined ? undefined : await askGit(folder, ["merge-base", inner, outer]);
  if (commit === undefined || base === undefined) return undefined;
  if (base.trim() === commit) return true;
  return shallow === "false" ? false : undefined;
}

/** Of nothing that comes from elsewhere git makes an option, or an expression. */
function isName(text: string): boolean {
  return /^(?:HEAD|[0-9a-f]{40}|[0-9a-f]{64}|refs\/[^\s~^:?*[\\]+)$/.test(text) && !text.includes("..");
}
