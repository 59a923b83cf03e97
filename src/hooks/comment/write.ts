import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { betweenWritesMs, commentLimitMs, unknownLimitMs } from "../../engine/model/timing.ts";
import type { ApiTrouble, CommentThread, IssueComment } from "../../ports/pull-requests.ts";
import { type Links, renderComment } from "./body.ts";
import { joinedLeft, withoutContexts } from "./contexts-without-room.ts";
import { isFrozen, type Part, type Preview } from "./model.ts";
import { readComment } from "./read.ts";

/** How a comment is to be changed. */
export interface PreviewEdit {
  readonly project: string;
  /** A new plan: goes into the comment that no apply has touched yet, or begins one. */
  readonly begins: boolean;
  /**
   * What the comment becomes. Called again whenever it has changed meanwhile.
   * @param current undefined: there is none
   * @returns undefined when nothing is to be written
   */
  change(current: Preview | undefined): Preview | undefined;
  /** Stamps of the parts that `change` writes. */
  readonly stamps: readonly string[];
}

export interface WriteOptions {
  readonly links: Links;
  /** Others may be writing their parts at this moment: ask again until nothing has moved for a while. */
  readonly contested: boolean;
  readonly signal: AbortSignal;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The comment, or undefined when nothing was to be written. */
export type Written = Result<IssueComment | undefined, ApiTrouble>;

const mostTries = 12;
/** Writes that GitHub did not take, one after the other. */
const mostFailures = 4;
/** Looks at a contested comment, about a second apart, in which nothing may have moved. */
const quietLooks = 3;
const mostLooks = 25;

/**
 * Writes parts of a comment that others write too. GitHub knows no compare-and-set for comments, so whoever reads before
 * and writes after somebody else takes their part away: it looks again, and writes again what is missing.
 */
export async function writePreview(thread: CommentThread, edit: PreviewEdit, options: WriteOptions): Promise<Written> {
  const { signal, sleep, random, contested, links } = options;
  const login = await thread.login(signal);
  if (!login.ok) return login;
  let trouble: ApiTrouble | undefined;
  let failures = 0;
  for (let tries = 1; tries <= mostTries; tries++) {
    if (tries > 1) await sleep(betweenWritesMs + random() * 400 * tries + limitMs(trouble), signal);
    const listed = await thread.list(signal);
    if (!listed.ok) return listed;
    const { target, doubles } = choose(ours(listed.value, login.value, edit.project), edit.begins);
    let at: IssueComment | undefined = target?.comment;
    const arrived = tries > 1 && target !== undefined && hasAll(target.preview, edit.stamps);
    if (!arrived || doubles.length > 0) {
      const current = joined(target?.preview, doubles);
      const next = arrived ? current : edit.change(current);
      if (next === undefined) return ok(undefined);
      const body = renderComment(next, links);
      const sent = at ? await thread.edit(at.id, body, signal) : await thread.add(body, signal);
      if (!sent.ok) {
        trouble = sent.error;
        if (signal.aborted || !isPassing(sent.error, at) || ++failures >= mostFailures) return sent;
        continue;
      }
      trouble = undefined;
      failures = 0;
      at = sent.value ?? at;
    }
    if (at === undefined) continue;
    const removed = await removeDoubles(thread, doubles, signal);
    if (!removed) continue;
    if (!contested) return ok(at);
    const settled = await confirmWritten(thread, at, target === undefined, edit, options, login.value);
    if (settled === "quiet") return ok(at);
    if (settled !== "moved") return err(settled);
  }
  const said = "others kept writing the same comment";
  return err(trouble ?? { kind: "unreachable", said, unclear: true });
}

interface OwnComment {
  readonly comment: IssueComment;
  readonly preview: Preview;
}

/** Only those that this login wrote: anybody can copy a marker. */
function ours(comments: readonly IssueComment[], login: string, project: string): readonly OwnComment[] {
  return comments.flatMap((comment) => {
    const preview = comment.author === login ? readComment(comment.body) : undefined;
    return preview?.project === project ? [{ comment, preview }] : [];
  });
}

/** The comment to write to, and others that runs began at the same moment. */
function choose(
  all: readonly OwnComment[],
  begins: boolean,
): { readonly target: OwnComment | undefined; readonly doubles: readonly OwnComment[] } {
  const lastFrozen = all.findLast(({ preview }) => isFrozen(preview));
  const open = all.filter(({ comment }) => comment.id > (lastFrozen?.comment.id ?? 0));
  if (open.length > 0 || begins || !lastFrozen) return { target: open[0], doubles: open.slice(1) };
  const run = runOf(lastFrozen);
  const together = run === "" ? [lastFrozen] : all.filter((one) => isFrozen(one.preview) && runOf(one) === run);
  return { target: together[0], doubles: together.slice(1) };
}

/** The run that planned all parts of a comment; empty when there is no such one. */
function runOf({ preview }: OwnComment): string {
  const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
  return other === undefined ? run : "";
}

/** One preview of all: of each context the part that was written last. */
function joined(first: Preview | undefined, doubles: readonly OwnComment[]): Preview | undefined {
  if (first === undefined || doubles.length === 0) return first;
  const parts = new Map<string, Part>();
  for (const part of [first, ...doubles.map(({ preview }) => preview)].flatMap((one) => one.parts)) {
    const known = parts.get(part.facts.context);
    if (!known || lastWrite(known) < lastWrite(part)) parts.set(part.facts.context, part);
  }
  const left = doubles.reduce((all, { preview }) => joinedLeft(all, preview.left), first.left);
  return { ...first, parts: [...parts.values()], left: withoutContexts(left, parts.keys()) };
}

function lastWrite({ facts }: Part): string {
  return (facts.ended ?? facts.planned).at;
}

function hasAll({ parts, left }: Preview, stamps: readonly string[]): boolean {
  const there = new Set([...parts.map(({ facts }) => facts), ...left.named].map(({ stamp }) => stamp));
  return stamps.every((stamp) => there.has(stamp));
}

/** True when another try is worth it. A comment that is gone is begun anew. */
function isPassing(trouble: ApiTrouble, at: IssueComment | undefined): boolean {
  const { kind } = trouble;
  if (kind === "rate-limit") return limitMs(trouble) <= commentLimitMs;
  return kind === "unreachable" || (kind === "missing" && at !== undefined);
}

/** How long to wait before the next write. */
function limitMs(trouble: ApiTrouble | undefined): number {
  return trouble?.kind === "rate-limit" ? (trouble.retryAfterMs ?? unknownLimitMs) : 0;
}

/** @returns false when one has changed since it was read: its parts are not all in the other comment */
async function removeDoubles(
  thread: CommentThread,
  doubles: readonly OwnComment[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const { comment } of doubles) {
    const again = await thread.read(comment.id, signal);
    if (!again.ok || (again.value !== undefined && again.value.body !== comment.body)) return false;
    if (again.value !== undefined) await thread.remove(comment.id, signal);
  }
  return true;
}

/** @returns `moved` when the own parts are not there any more, or another comment was begun before this one */
async function confirmWritten(
  thread: CommentThread,
  at: IssueComment,
  isNew: boolean,
  edit: PreviewEdit,
  { signal, sleep, random }: WriteOptions,
  login: string,
): Promise<"quiet" | "moved" | ApiTrouble> {
  let last = "";
  let quiet = 0;
  for (let looks = 0; looks < mostLooks && quiet < quietLooks; looks++) {
    await sleep(900 + random() * 300, signal);
    // Who began a comment asks for all of them: somebody may have begun another.
    const seen = isNew ? await look(thread, at, login, edit.project, signal) : await thread.read(at.id, signal);
    if (!seen.ok) return seen.error;
    const preview = seen.value && readComment(seen.value.body);
    if (!preview || !hasAll(preview, edit.stamps)) return "moved";
    quiet = seen.value?.body === last ? quiet + 1 : 1;
    last = seen.value?.body ?? "";
  }
  return "quiet";
}

/** The comment, as long as it is the first of those that were begun. */
async function look(
  thread: CommentThread,
  at: IssueComment,
  login: string,
  project: string,
  signal: AbortSignal,
): Promise<Result<IssueComment | undefined, ApiTrouble>> {
  const listed = await thread.list(signal);
  if (!listed.ok) return listed;
  const { target, doubles } = choose(ours(listed.value, login, project), true);
  const isFirst = target === undefined || target.comment.id === at.id;
  return ok(isFirst && doubles.length === 0 ? listed.value.find(({ id }) => id === at.id) : undefined);
}
