import { err, ok, type Result } from "../../../../engine/diagnostics/diagnostic.ts";
import type { GitEnd } from "../../../../ports/git.ts";
import { objectName } from "./git-objects.ts";
import { type Trouble, troubleOf } from "./remote-trouble.ts";

// Reads what `git ls-remote --symref` prints.

/** Before the branch that HEAD stands for. */
const symbolic = "ref: ";

/** Is it the branch that HEAD of the remote stands for? */
export function isDefault(ref: string, listed: GitEnd): boolean {
  if (listed.state !== "exited") return false;
  return Buffer.from(listed.stdout).toString("utf8").split("\n").includes(`${symbolic}${ref}\tHEAD`);
}

/** The refs that the remote has, by their whole names, with their commits. */
export function refsOf(listed: GitEnd): Result<ReadonlyMap<string, string>, Trouble | "aborted"> {
  if (listed.state === "aborted") return err("aborted");
  if (listed.state !== "exited" || listed.code !== 0) return err(troubleOf(listed));
  const refs = new Map<string, string>();
  for (const line of Buffer.from(listed.stdout).toString("utf8").split("\n")) {
    const [name = "", ref] = line.split("\t");
    if (ref === undefined || name.startsWith(symbolic)) continue;
    if (!objectName.test(name)) return err({ kind: "unknown", words: "it does not name its commits with SHA-1" });
    refs.set(ref, name);
  }
  return ok(refs);
}
