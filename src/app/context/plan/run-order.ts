import { explained, type Failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../../engine/model/run-info.ts";
import { isWithin } from "../../../node/git/commit-order.ts";
import type { StateSession } from "../../../state/session/session.ts";
import type { Command } from "../../authorize/resolve-command.ts";
import type { ContextFrame } from "../context-frame.ts";

/**
 * A run that would undo what a newer one made changes nothing. Of state as the plan is made from it: whatever is stored
 * later is stored over this very version, or not at all. A plan of a pull request is not what will be applied.
 * @returns why nothing may be done; a plan only says so
 */
export async function cameTooLate(
  { services, context, tell }: Pick<ContextFrame, "services" | "context" | "tell">,
  session: StateSession,
): Promise<Failure | undefined> {
  const { command, run, environment, loaded } = services;
  const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref } = environment;
  const tells = command.previews && loaded.trust.trusted && !event?.startsWith("pull_request");
  if (!command.executes && !tells) return undefined;
  const question = {
    context,
    command,
    run,
    event,
    ref,
    last: session.stored.lastRun,
    isWithin: (inner: string, outer: string) => isWithin(loaded.workingDirectory, inner, outer),
  };
  const newer = await newerRun(question);
  if (newer === undefined) return undefined;
  if (command.executes) {
    session.standBack();
    return superseded(question, newer);
  }
  tell("notice", "superseded", wouldBeSuperseded(question, newer));
  return undefined;
}

/** What it takes to tell whether a run comes too late. */
interface OrderQuestion {
  readonly context: string;
  readonly command: Command;
  readonly run: RunInfo;
  /** Name of the event that the run is for. */
  readonly event: string | undefined;
  /** The full name of the ref that the run is for. */
  readonly ref: string | undefined;
  /** The run that changed state last; undefined: none did. */
  readonly last: RunInfo | undefined;
  /** Does the history of a commit (`HEAD`, an id, a ref) hold another? Undefined: it can't be told. */
  isWithin(inner: string, outer: string): Promise<boolean | undefined>;
}

/**
 * The newer run that this one would undo, if it is so. A run is older when its id is smaller: GitHub counts them up,
 * over all workflows of a repository. What somebody does on purpose is never too late: a re-run, a manual run, a
 * terminal.
 */
async function newerRun(question: OrderQuestion): Promise<RunInfo | undefined> {
  const { command, run, event, last } = question;
  if (last === undefined || run.attempt > 1 || event === "workflow_dispatch") return undefined;
  if (!isSameRepository(run, last) || !isOlder(run.id, last.id)) return undefined;
  // What rests on state acts whatever the commit is.
  return !command.row.fromState && (await takesNothingAway(question, last)) ? undefined : last;
}

/** Is it proven that the commit of this run is none which the last one left behind? A clone without history proves nothing. */
async function takesNothingAway({ run, ref, isWithin }: OrderQuestion, last: RunInfo): Promise<boolean> {
  // Checked out may be another commit than the one of the event, and the manifest is of that.
  if (run.sha === last.sha || (await isWithin(last.sha, "HEAD"))) return true;
  if ((await isWithin("HEAD", last.sha)) !== false) return false;
  // A commit that was pushed over by force is left behind as well.
  const branch = /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1];
  return branch === undefined || (await isWithin("HEAD", `refs/remotes/origin/${branch}`)) !== false;
}

/** Ids are whole numbers that may not fit into a number of JavaScript. */
function isOlder(id: string, than: string): boolean {
  return /^\d{1,30}$/.test(id) && /^\d{1,30}$/.test(than) && BigInt(id) < BigInt(than);
}

function isSameRepository(one: RunInfo, other: RunInfo): boolean {
  const repository = ({ url }: RunInfo): string | undefined => /^(.+)\/actions\/runs\/\d+/.exec(url)?.[1];
  return repository(one) !== undefined && repository(one) === repository(other);
}

/** Why a run that comes too late changes nothing. */
function superseded({ context, run }: OrderQuestion, newer: RunInfo): Failure {
  const message = `a newer run has changed the context "${context}" already, and this one would undo what that made: ${shown(newer)} came after this, ${shown(run)}`;
  const suggestion = `Keep what the newer run made, and re-run that one if it is not as it should be. To go back to this commit on purpose, re-run this run, or run the command by \`workflow_dispatch\`.`;
  return explained("superseded", message, { suggestion });
}

/** What a plan says where carrying it out would be refused. */
function wouldBeSuperseded({ context, command, run }: OrderQuestion, newer: RunInfo): string {
  return `a newer run has changed the context "${context}" already, so \`${command.scopeName}\` would be refused here as superseded: ${shown(newer)} came after this, ${shown(run)}`;
}

function shown({ id, sha, url }: RunInfo): string {
  const commit = sha === "" ? "" : ` of the commit ${sha.slice(0, 7)}`;
  return `run ${id}${commit} (${url})`;
}
