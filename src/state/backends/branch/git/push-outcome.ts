import type { GitEnd } from "../../../../ports/git.ts";
import { answerOf, type Trouble, troubleOf } from "./remote-trouble.ts";

/** What became of a push. */
export type PushOutcome =
  | { readonly state: "landed" }
  /** The branch is not where it was thought to be: look again, and build on what is there now. */
  | { readonly state: "moved"; readonly words: string }
  /** The server will not take it, however often it is asked. */
  | { readonly state: "refused"; readonly trouble: Trouble }
  /** It may have arrived. `unsent`: it can't have, the connection failed before. */
  | { readonly state: "unclear"; readonly trouble: Trouble; readonly unsent: boolean }
  | { readonly state: "aborted" };

/** Texts of a lost race: the first three git's own, the others from servers. */
const movedReasons =
  /stale info|fetch first|non-fast-forward|failed to update ref|failed to lock|cannot lock ref|incorrect old value|reference already exists|\balready exists\b|is at [0-9a-f]{7,} but expected|needs force/i;

/** A branch named like a folder of this one, or the other way round: no later try will differ. */
const nameClash = /'([^']+)' exists; cannot create '[^']+'/;

/** Reads what `git push --porcelain` of one branch wrote. */
export function pushOutcome(end: GitEnd): PushOutcome {
  if (end.state === "aborted") return { state: "aborted" };
  if (end.state !== "exited") return unclear(troubleOf(end));
  const status = /^([ +\-*!=])\t[^\t\n]*\t(.*)$/m.exec(Buffer.from(end.stdout).toString("utf8"));
  const [, flag, reason = ""] = status ?? [];
  if (end.code === 0 && flag !== undefined && flag !== "!") return { state: "landed" };
  const trouble = troubleOf(end, flag === "!" ? reason : "");
  const clash = nameClash.exec(`${end.stderr}\n${reason}`)?.[1];
  if (clash !== undefined) return { state: "refused", trouble: { ...trouble, kind: "name-clash", name: clash } };
  if (final.has(trouble.kind)) return { state: "refused", trouble };
  if (flag === "!" && movedReasons.test(reason)) return { state: "moved", words: answerOf(end.stderr, reason) };
  return unclear(trouble, end.stderr);
}

/** Answers that stay the same until somebody changes a permission, a rule or the token. */
const final: ReadonlySet<Trouble["kind"]> = new Set([
  "unauthorized",
  "forbidden",
  "rule",
  "too-large",
  "not-found",
  "certificate",
  "proxy",
  "ssh",
]);

function unclear(trouble: Trouble, stderr = ""): PushOutcome {
  // Git asks for the branches first, and says so in these words when that fails.
  const unsent = trouble.kind === "no-git" || /^fatal: (?:unable to access |\S+\/info\/refs not valid)/m.test(stderr);
  return { state: "unclear", trouble, unsent };
}
