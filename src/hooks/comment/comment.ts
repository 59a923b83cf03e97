import { type Diagnostic, err } from "../../engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../engine/model/report.ts";
import { commentMs, commentWhenCancelledMs } from "../../engine/model/timing.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import type { ApiTrouble, CommentThread } from "../../ports/pull-requests.ts";
import { changesPending } from "../rendering/labels.ts";
import type { Moment, Preview } from "./model.ts";
import { meantFor } from "./of-several.ts";
import type { CommentPurpose, Writing } from "./purpose.ts";
import { withApplying, withPlan, withResult } from "./update-preview.ts";
import { type WriteOptions, writePreview } from "./write.ts";

/** The pull request to write to. */
export type Place =
  | { readonly state: "found"; readonly number: number; readonly thread: CommentThread }
  /** There is nothing to write to. */
  | { readonly state: "none" }
  /** It is not to be written to: why, for people, and what to do instead. */
  | { readonly state: "refused"; readonly why: string; readonly suggestion: string }
  /** Which it is can't be told. */
  | { readonly state: "unknown"; readonly trouble: ApiTrouble };

export interface CommentOptions extends Omit<Writing, "stamp" | "moment"> {
  readonly mode: "always" | "on-changes" | "never";
  /** Undefined: a command that has nothing to do with previews. */
  commentPurpose(): CommentPurpose | undefined;
  /** Asked once something is to be written. */
  place(signal: AbortSignal): Promise<Place>;
  /** Of this run, now. */
  moment(): Moment;
  /** Others may write parts of the same comment at this moment. */
  readonly contested: boolean;
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  warn(diagnostic: Diagnostic): void;
  /** Takes secrets out of names. */
  redact(text: string): string;
  /** Something that no other write has. */
  newStamp(): string;
  readonly sleep: WriteOptions["sleep"];
  readonly random: WriteOptions["random"];
}

/**
 * Shows plans on the pull request, in one comment that is edited in place, and what became of them. What a run does and
 * how it ends never depends on it.
 */
export function createComment(options: CommentOptions): Hook {
  const { mode, commentPurpose: ask, redact } = options;
  const begun = new Set<string>();
  let project = "";
  let applying: Promise<void> | undefined;
  return {
    name: "comment",
    on: (event) => {
      if (event.type === "manifest-loaded") project = redact(event.project);
      if (event.type !== "task-started" || mode === "never" || begun.has(event.context)) return;
      const commentPurpose = ask();
      if (commentPurpose?.purpose !== "apply") return;
      begun.add(event.context);
      // Nobody waits: an apply takes no longer for its comment. What goes wrong with it shows at the end.
      const contexts = new Set([...begun].map(redact));
      const before = applying ?? Promise.resolve();
      applying = before.then(() => tellApplying(options, project, contexts, commentPurpose)).catch(() => {});
    },
    finish: async (report, signal) => {
      const commentPurpose = ask();
      if (mode === "never" || commentPurpose === undefined) return;
      const until = AbortSignal.any([signal, storeDeadline(options.cancelled)]);
      await Promise.race([applying, aborted(until)]);
      await tellReport(options, withoutNames(report, redact), purposeWithoutNames(commentPurpose, redact), until);
    },
  };
}

/** A cancelled run tells of itself, and of what it was about to tell nothing more. */
function storeDeadline(cancelled: AbortSignal): AbortSignal {
  if (cancelled.aborted) return AbortSignal.timeout(commentWhenCancelledMs);
  return AbortSignal.any([cancelled, AbortSignal.timeout(commentMs)]);
}

async function tellApplying(
  options: CommentOptions,
  project: string,
  contexts: ReadonlySet<string>,
  commentPurpose: CommentPurpose,
): Promise<void> {
  const signal = AbortSignal.timeout(commentMs);
  const place = await options.place(signal);
  if (place.state !== "found") return;
  const stamp = options.newStamp();
  const moment = options.moment();
  const change = (current: Preview | undefined) =>
    withApplying(current, contexts, commentPurpose, { moment, stamp }, project);
  const written = [...contexts].map((name) => ({ name, project }));
  const edit = { project, begins: false, stamps: [stamp], change, isMeant: meantFor(written, project, commentPurpose) };
  await writePreview(place.thread, edit, { ...options, contested: false, signal });
}

async function tellReport(
  options: CommentOptions,
  report: RunReport,
  commentPurpose: CommentPurpose,
  signal: AbortSignal,
): Promise<void> {
  const { mode, warn } = options;
  const what = commentPurpose.purpose === "plan" ? "the preview" : `what became of ${commentPurpose.command}`;
  const place = await options.place(signal);
  if (place.state === "none") return;
  if (place.state === "refused") {
    const message = `${what} was not posted as a comment: ${place.why}`;
    warn({ severity: "notice", code: "comment-not-posted", message, suggestion: place.suggestion });
    return;
  }
  if (place.state === "unknown") {
    warn(notPosted(`${what} was not posted as a comment, as its pull request could not be found`, place.trouble));
    return;
  }
  const writing: Writing = { ...options, moment: options.moment(), stamp: options.newStamp() };
  const isNews = mode === "always" || report.failureReason !== null || changesPending(report.contexts);
  const begins = commentPurpose.purpose === "plan";
  const change = (current: Preview | undefined): Preview | undefined => {
    if (!begins) return withResult(current, report, commentPurpose, writing);
    return current || isNews ? withPlan(current, report, commentPurpose, writing) : undefined;
  };
  const { project, contexts } = report;
  const several = commentPurpose.several !== undefined;
  const isMeant = meantFor(contexts, project, commentPurpose);
  const edit = { project, begins, several, stamps: [writing.stamp], change, isMeant };
  const written = await writePreview(place.thread, edit, { ...options, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return err<ApiTrouble>({ kind: "unreachable", said: "it took too long", unclear: true });
  });
  if (written.ok) return;
  const cancelled = { ...written.error, said: "the run was cancelled" };
  const trouble = options.cancelled.aborted && written.error.unclear ? cancelled : written.error;
  warn(notPosted(`${what} was not posted as a comment on #${place.number}`, trouble));
}

/** Names of projects as a comment has them. */
function purposeWithoutNames(commentPurpose: CommentPurpose, redact: (text: string) => string): CommentPurpose {
  const { several } = commentPurpose;
  if (!several) return commentPurpose;
  const projects = new Set([...several.projects].map(redact));
  const early = several.early.map((one) => ({ ...one, project: redact(one.project) }));
  return { ...commentPurpose, several: { ...several, projects, early } };
}

function notPosted(message: string, { kind, said }: ApiTrouble): Diagnostic {
  const told = `${message}: ${said}`;
  // A token that may only read is nobody's mistake.
  const severity = kind === "forbidden" || kind === "missing" ? "notice" : "warning";
  return { severity, code: "comment-not-posted", message: told, suggestion: adviceOn(kind, said) };
}

function adviceOn(kind: ApiTrouble["kind"], said: string): string {
  if (/locked/i.test(said)) return "Unlock the conversation. The job summary has all of it.";
  switch (kind) {
    case "forbidden":
    case "missing":
      return "Give the job `pull-requests: write` under `permissions`, or set `comment-pr: never`. The job summary has all of it.";
    case "rate-limit":
      return "Run again later, or give a token with a limit of its own. The job summary has all of it.";
    default:
      return "Run again when GitHub answers. The job summary has all of it.";
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
