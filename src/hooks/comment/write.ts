import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { betweenWritesMs, commentLimitMs, unknownLimitMs } from "../../engine/model/timing.ts";
import type { ApiTrouble, CommentThread, IssueComment } from "../../ports/pull-requests.ts";
import { renderComment } from "./body.ts";
import { joinedLeft, withoutContexts } from "./contexts-without-room.ts";
import type { Links } from "./footer.ts";
import { isFrozen, type Part, type Preview, partKey } from "./model.ts";
import { asSeveral } from "./of-several.ts";
import { readComment } from "./read.ts";

/** How a comment is to be changed. */
export interface PreviewEdit {
  readonly project: string;
  /**
   * May it go into this comment, or in place of it? Asked of those of this login. Without it: if it is of the same project
   * alone.
   */
  isMeant?(preview: Preview): boolean;
  /** It is to be the comment of several projects, which takes the place of those of each. */
  readonly several?: boolean;
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
    const { target, doubles } = choose(ours(listed.value, login.value, edit), edit.begins);
    let at: IssueComment | undefined = target?.comment;
    const arrived = tries > 1 && target !== undefined && hasAll(target.preview, edit.stamps);
    if (!arrived || doubles.length > 0) {
      const current = joined(target?.preview, doubles, edit.several);
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
    // Those of many projects write into one, each in a job of its own.
    if (!contested && !edit.several && !target?.preview.several) return ok(at);
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
function ours(comments: readonly IssueComment[], login: string, edit: PreviewEdit): readonly OwnComment[] {
  const isMeant = (preview: Preview): boolean =>
    edit.isMeant?.(preview) ?? (!preview.several && preview.project === edit.project);
  return comments.flatMap((comment) => {
    const preview = comment.author === login ? readComment(comment.body) : undefined;
    return preview && isMeant(preview) ? [{ comment, preview }] : [];
  });
}

/** The comment to write to, and others that runs began at the same moment, or whose place it takes. */
function choose(
  all: readonly OwnComment[],
  begins: boolean,
): { readonly target: OwnComment | undefined; readonly doubles: readonly OwnComment[] } {
  const open = openOnes(all);
  const lastFrozen = all.findLast(({ preview }) => isFrozen(preview));
  if (open.length > 0 || begins || !lastFrozen) return { target: open[0], doubles: open.slice(1) };
  const run = runOf(lastFrozen);
  const together = run === "" ? [lastFrozen] : all.filter((one) => isFrozen(one.preview) && runOf(one) === run);
  return { target: together[0], doubles: together.slice(1) };
}

/** Those that no apply has touched, nor one of the same project or projects after them; the one of several first. */
function openOnes(all: readonly OwnComment[]): readonly OwnComment[] {
  const frozen = new Map<string, number>();
  const kindOf = ({ several, project }: Preview): string => (several ? "several" : `one ${project}`);
  for (const { comment, preview } of all) if (isFrozen(preview)) frozen.set(kindOf(preview), comment.id);
  const open = all.filter(({ comment, preview }) => comment.id > (frozen.get(kindOf(preview)) ?? 0));
  return [...open.filter(({ preview }) => preview.several), ...open.filter(({ preview }) => !preview.several)];
}

/** The run that planned all parts of a comment; empty when there is no such one. */
function runOf({ preview }: OwnComment): string {
  const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
  return other === undefined ? run : "";
}

/** One preview of all: of each context the part that was written last. */
function joined(found: Preview | undefined, doubles: readonly OwnComment[], several = false): Preview | undefined {
  if (found === undefined || doubles.length === 0) return found;
  const form = several || found.several ? asSeveral : (preview: Preview): Preview => preview;
  const [first, ...others] = [form(found), ...doubles.map(({ preview }) => form(preview))] as const;
  const parts = new Map<string, Part>();
  for (const part of [first, ...others].flatMap((one) => one.parts)) {
    const key = partKey(part.facts);
    const known = parts.get(key);
    if (!known || lastWrite(known) < lastWrite(part)) parts.set(key, part);
  }
  const left = others.reduce((all, preview) => joinedLeft(all, preview.left), first.left);
  const shown = [...parts.values()];
  return {
    ...first,
    parts: shown,
    left: withoutContexts(
      left,
      shown.map(({ facts }) => facts),
    ),
  };
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
    const seen = isNew ? await look(thread, at, login, edit, signal) : await thread.read(at.id, signal);
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
  edit: PreviewEdit,
  signal: AbortSignal,
): Promise<Result<IssueComment | undefined, ApiTrouble>> {
  const listed = await thread.list(signal);
  if (!listed.ok) return listed;
  const { target, doubles } = choose(ours(listed.value, login, edit), true);
  const isFirst = target === undefined || target.comment.id === at.id;
  return ok(isFirst && doubles.length === 0 ? listed.value.find(({ id }) => id === at.id) : undefined);
}
