import { type Failure, failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../../engine/model/run-info.ts";
import type { Read } from "../../../engine/ports/state-store.ts";
import { commandLine } from "../../../engine/text/command-line.ts";
import type { CacheTrouble } from "../../../ports/actions-cache.ts";
import type { StateEntry } from "./cache-entries.ts";
import type { CacheScopes, SaveObstacle } from "./cache-scopes.ts";

/** The state and its place, as messages name them. */
export interface CacheNames {
  readonly project: string;
  readonly context: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Words that lead a terminal to a state of this project on a branch. */
  readonly flags?: readonly string[] | undefined;
  /** What the keys of its entries begin with. */
  readonly prefix: string;
}

/** Why there is nothing to read; with what an answer says besides that. */
export type Unread = Failure &
  Pick<Extract<Read, { readonly state: "unavailable" }>, "movedTo" | "missing"> & {
    /** Serial of the version that says where the state went. */
    readonly serial?: number;
  };

/** `opus-state-v1/storefront/prod in the Actions cache of octo/storefront`. */
export function locationOf({ prefix, repository }: CacheNames): string {
  return `${prefix.replace(/\/$/, "")} in the Actions cache of ${repository}`;
}

const branchFlags = ["--state-backend", "branch"];

/** Where one entry is. */
export function entryLocation(key: string, { repository }: CacheNames): string {
  return `${key} in the Actions cache of ${repository}`;
}

/** An entry, as messages lead to it. */
export interface NamedEntry {
  readonly key: string;
  /** Undefined: GitHub does not list it yet. */
  readonly id: number | undefined;
}

/** What to do about an entry that can't be used. */
export function damagedRemedy({ key, id }: NamedEntry, { repository }: CacheNames): string {
  const deletion = commandLine(["gh", "cache", "delete", id === undefined ? key : String(id), "--repo", repository]);
  return `Remove that entry (\`${deletion}\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`;
}

/** The list could not be had, so that nothing is known. */
export function notListed(trouble: CacheTrouble, names: CacheNames): Failure {
  // Where there is no cache, no list of it is waited for.
  if (trouble.kind === "not-available") return notRestored(trouble, names, undefined);
  return because(
    trouble,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble.what}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`,
  );
}

/**
 * An entry could not be had.
 * @param entry that was found and can't be used; undefined: it is not known which
 */
export function notRestored(trouble: CacheTrouble, names: CacheNames, entry: NamedEntry | undefined): Failure {
  const remedy = entry === undefined ? "" : ` The entry is ${entry.key}. ${damagedRemedy(entry, names)}`;
  return because(
    trouble,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble.what}.${remedy}`,
  );
}

/** There is none, and nobody has said that this is right. */
export function neverOrEvicted({ project, context, repository, flags = branchFlags }: CacheNames): Unread {
  const push = commandLine(["opus", "state", "push", "FILE", ...flags]);
  const { reason, message, diagnostics } = unavailable(
    `The Actions cache of ${repository} has no state of ${project}/${context}. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`${push}\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`,
  );
  return { reason, message, diagnostics, missing: true };
}

/** The newest version is there, but not for this run. */
export function notSeen({ serial, entry }: StateEntry, scopes: CacheScopes, names: CacheNames): Failure {
  const run = scopes.own === undefined ? "This run" : `This run on ${scopes.own}`;
  const seen = scopes.seen === undefined ? "" : ` (it sees those of ${scopes.seen.join(", ")})`;
  return unavailable(
    `The state at ${locationOf(names)} can't be read: its newest version (serial ${serial}) was saved by a run on ${entry.ref}. ${run} can't see entries of that ref${seen}. Run it on ${entry.ref}; or give up that state with \`${deletion(entry.id, names)}\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`,
  );
}

/** The newest version is in the list, and nowhere else. */
export function notThere({ serial, entry }: StateEntry, scopes: CacheScopes, names: CacheNames): Failure {
  const unseen = scopes.seen === undefined ? `, or this run can't see entries of ${entry.ref}` : "";
  return unavailable(
    `The state at ${locationOf(names)} can't be read: GitHub lists its newest version (serial ${serial}, saved ${entry.createdAt} on ${entry.ref}), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form${unseen}. Run again. If it stays so: ${damagedRemedy(entry, names)}`,
  );
}

/** More than one state could be continued. */
export function severalStates(candidates: readonly StateEntry[], names: CacheNames): Failure {
  const shown = candidates.map(
    ({ serial, entry }) => `serial ${serial} on ${entry.ref} (id ${entry.id}, saved ${entry.createdAt})`,
  );
  return unavailable(
    `The state at ${locationOf(names)} can't be told: ${shown.join(" and ")} have nothing to do with each other, as runs that could not see each other's entries began or wrote them. Keep one, and delete all entries of the others: \`${listing(names)}\` shows them, \`${deletion(undefined, names)}\` removes one. What only the others recorded then shows as something to adopt.`,
  );
}

/** What was found under a key is not what the key says. */
export function wrongContent(entry: NamedEntry, why: string, names: CacheNames): Failure {
  return unavailable(
    `The state of ${names.project}/${names.context} at ${entryLocation(entry.key, names)} can't be used: ${why}. ${damagedRemedy(entry, names)} Nothing was changed.`,
  );
}

/** Nothing of a state may be saved by this run. */
export function cannotSave(obstacle: SaveObstacle, names: CacheNames): Failure {
  const { what, remedy } = obstacleWords(obstacle);
  return unavailable(`The state at ${locationOf(names)} can't be written by this run: ${what}. ${remedy}`);
}

function obstacleWords(obstacle: SaveObstacle): { readonly what: string; readonly remedy: string } {
  const elsewhere = "or keep state on a branch, with `state-backend: branch`";
  switch (obstacle.kind) {
    case "mode":
      return {
        what: `the cache mode of this job, \`${obstacle.mode}\` (ACTIONS_CACHE_MODE), does not let it save`,
        remedy: `Set \`cache-mode: write\` in the workflow, or use \`plan\` here; ${elsewhere}.`,
      };
    case "read-only":
      return {
        what: `GitHub gave it a token for the cache that may only read${obstacle.ref === undefined ? "" : ` (on ${obstacle.ref})`}`,
        remedy: `Runs that an outsider can start get such tokens, and those whose \`cache-mode\` is \`read\`. Use \`plan\` here, and let a push or a manual run apply; ${elsewhere}.`,
      };
    case "merge-queue":
      return {
        what: `it is of a merge queue (${obstacle.ref}), and what it saves is seen by no run after it`,
        remedy: `Use \`plan\` here, and apply on \`push\` to the branch that the queue merges into; ${elsewhere}.`,
      };
    case "tag":
      return {
        what: `it is of a tag (${obstacle.ref}), and what it saves is seen by runs of that tag only`,
        remedy: `Apply on a branch, for example with \`workflow_dispatch\` on the default branch; ${elsewhere}.`,
      };
    case "no-ref":
      return {
        what: "neither its token for the cache nor GITHUB_REF says to which ref an entry would belong, and so which runs would see it",
        remedy: `Run it in a job of a workflow; ${elsewhere}.`,
      };
  }
}

/** The state is in another ref than the one that this run saves to. */
export function otherRef(ref: string, own: string, names: CacheNames): Failure {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: the state is in the scope of ${ref}, and what this run saves goes to that of ${own}, which runs on ${ref} don't see. Use \`plan\` here, and apply on ${ref}; or keep state on a branch, with \`state-backend: branch\`.`,
  );
}

/** Which ref the state is in is not known, and this run can see several. */
export function refNotKnown(own: string, names: CacheNames): Failure {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: it is too new to be in GitHub's list of the cache, so it can't be told whether it is in the scope of ${own}, where this run saves. Run again in a minute.`,
  );
}

/** A save failed, and nothing of it is there. */
export function notSaved(trouble: CacheTrouble, names: CacheNames): Failure {
  return because(trouble, "Writing", names, `The state at ${locationOf(names)} could not be written: ${trouble.what}.`);
}

/**
 * It was saved, and could not be read back.
 * @param why a sentence
 */
export function notVerified(key: string, why: string, names: CacheNames): Failure {
  return unavailable(
    `The state at ${locationOf(names)} may not be written: ${key} was saved, and could not be read back to verify it. ${why} It may be there all the same. Run again: what is there is read first.`,
  );
}

/** The key is neither free nor there. */
export function reserved(key: string, waitedMs: number, names: CacheNames): Failure {
  return unavailable(
    `The state at ${locationOf(names)} was not written: another run has reserved the key ${key} and, after ${Math.round(waitedMs / 1000)} s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`,
  );
}

/** Who was faster, as a sentence. */
export function writerWords({ url, id }: RunInfo): string {
  const who = url !== "" ? `the run ${url}` : id !== "" ? `the run ${id}` : "another run";
  return `What is there was written by ${who}.`;
}

/** The call was cancelled. */
export function cancelled(what: "Reading" | "Writing", names: CacheNames): Failure {
  return failure("cancelled", `${what} the state at ${locationOf(names)} was cancelled.`);
}

/** Shows the entries of a state. */
export function listing({ prefix, repository }: CacheNames): string {
  return commandLine(["gh", "cache", "list", "--key", prefix, "--repo", repository]);
}

function deletion(id: number | undefined, { repository }: CacheNames): string {
  return commandLine(["gh", "cache", "delete", String(id ?? "ID"), "--repo", repository]);
}

function because({ kind }: CacheTrouble, doing: "Reading" | "Writing", names: CacheNames, message: string): Failure {
  return kind === "cancelled" ? cancelled(doing, names) : unavailable(message);
}

function unavailable(message: string): Failure {
  return failure("state-unavailable", message);
}
