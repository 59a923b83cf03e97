import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { closedIssues } from "../../engine/model/size-limits.ts";
import { betweenWritesMs } from "../../engine/model/timing.ts";
import type { Issue, IssueChange, IssueTracker } from "../../ports/issues.ts";
import type { ApiTrouble, Asked } from "../../ports/pull-requests.ts";
import type { Markdown } from "../rendering/markdown.ts";
import { type BodyOptions, renderBody, renderClosed } from "./body.ts";
import { changedComment, cleanComment, duplicateComment, goneComment, reopenedComment } from "./comments.ts";
import { type Decision, decide, type KnownIssue } from "./decide.ts";
import type { Findings } from "./findings.ts";
import { labelsAfter, labelsOf, titleAfter, titleOf } from "./headline.ts";
import { readMarker } from "./marker.ts";
import type { IssueFacts, IssueLabels } from "./model.ts";

/** How issues are kept. */
export interface KeepOptions extends BodyOptions {
  readonly project: string;
  readonly tracker: IssueTracker;
  readonly labels: IssueLabels;
  /** Logins. */
  readonly assignees: readonly string[];
  /** As many issues of the project may be open at most. */
  readonly maxIssues: number;
  readonly signal: AbortSignal;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What became of the issue of a context that is to be told in the log; undefined: nothing. */
export type Kept = Result<undefined | "too-many" | { readonly unassigned: number }, KeepTrouble>;

/** What went wrong, and with which issue. */
export interface KeepTrouble {
  readonly trouble: ApiTrouble;
  readonly number: number | undefined;
  /** The issue is as it should be, and its comment is missing. */
  readonly onlyComment?: true;
}

/** A closed issue is looked for among so many where it may be opened again, and among fewer where nothing is to be told. */
const closedToReopen = closedIssues;
const closedLately = 100;
/** How often an issue that is gone when it is to be written is looked for anew. */
const mostTries = 3;
/** Looks for an older issue that another run may have opened at the same time: GitHub's list may lag a little. */
const looksForOlder = 2;

/** The issues of one project, as a run keeps them. */
export class IssueKeeper {
  readonly #options: KeepOptions;
  readonly #author: string;
  #open: readonly KnownIssue[];
  /** The closed ones that were asked for, and among how many. */
  #closed: { readonly known: readonly KnownIssue[]; readonly among: number } = { known: [], among: 0 };

  private constructor(options: KeepOptions, author: string, open: readonly KnownIssue[]) {
    this.#options = options;
    this.#author = author;
    this.#open = open;
  }

  /** Looks which issues of the project are open. */
  static async begin(options: KeepOptions): Asked<IssueKeeper> {
    const author = await options.tracker.login(options.signal);
    if (!author.ok) return author;
    const open = await openOnes(options, author.value);
    return open.ok ? ok(new IssueKeeper(options, author.value, open.value)) : open;
  }

  /** Contexts of which an issue is open. */
  get contexts(): ReadonlySet<string> {
    return new Set(this.#open.map(({ facts }) => facts.context));
  }

  /** Brings the issue of a context up to date: opens, changes, closes it, or leaves it as it is. */
  async keep(findings: Findings): Promise<Kept> {
    for (let tries = 1; ; tries++) {
      const found = await this.#find(findings);
      if (!found.ok) return failed(found.error, undefined);
      const known = found.value;
      const decision = decide(known, findings, this.#options.project, this.#options.moment.at);
      if (decision.to === "leave") return ok(undefined);
      if (known === undefined) return this.#begin(decision.facts, findings);
      const written = await this.#write(known, decision, findings);
      const isGone = !written.ok && written.error.trouble.kind === "missing" && !written.error.onlyComment;
      if (!isGone || tries === mostTries) return written;
      const again = await this.#lookAgain();
      if (!again.ok) return failed(again.error, known.issue.number);
      // It was deleted or moved since the list was made; where GitHub still lists it, it can't be written at all.
      if (this.#open.some(({ issue }) => issue.number === known.issue.number)) return written;
    }
  }

  /** Closes the issue of a context that is gone. */
  async closeGone(context: string, why: "no-rule" | "deleted"): Promise<Kept> {
    const listed = this.#open.find(({ facts }) => facts.context === context);
    if (listed === undefined) return ok(undefined);
    const fresh = await this.#fresh(listed);
    if (!fresh.ok) return failed(fresh.error, listed.issue.number);
    const known = fresh.value;
    // Another job of a matrix has seen the same.
    if (known?.issue.state !== "open") return ok(undefined);
    const { project, moment } = this.#options;
    const facts = { ...known.facts, open: false, since: moment.at };
    const words = goneComment(context, project, why, this.#options);
    return this.#close(known, facts, words, why === "deleted" ? "completed" : "not_planned");
  }

  /** The issue of a context as it is now: an open one, else the one that was closed. */
  async #find({ context, drifting, failure }: Findings): Asked<KnownIssue | undefined> {
    const [listed, ...younger] = this.#open.filter(({ facts }) => facts.context === context);
    for (const one of younger) await this.#closeDuplicate(one, listed?.issue.number ?? 0);
    if (listed) return this.#fresh(listed);
    const tells = drifting.size > 0 || failure !== null;
    const closed = await this.#closedOnes(tells ? closedToReopen : closedLately);
    if (!closed.ok) return closed;
    const own = closed.value.filter(({ facts }) => facts.context === context);
    // The one that somebody has closed by hand, else the oldest: others were duplicates of it.
    const oldest = own.toSorted((a, b) => a.issue.number - b.issue.number);
    const last = oldest.find(({ facts }) => facts.open) ?? oldest[0];
    return last ? this.#fresh(last) : ok(undefined);
  }

  /** @returns undefined when it is gone, or none of ours any more */
  async #fresh({ issue }: KnownIssue): Asked<KnownIssue | undefined> {
    const { tracker, signal, project } = this.#options;
    const read = await tracker.read(issue.number, signal);
    if (!read.ok) return read;
    // GitHub leads on to where an issue was moved, which is none of this repository then.
    const isHere = read.value?.number === issue.number;
    const [known] = ours(read.value && isHere ? [read.value] : [], this.#author, project);
    return ok(known);
  }

  async #closedOnes(among: number): Asked<readonly KnownIssue[]> {
    if (this.#closed.among >= among) return ok(this.#closed.known);
    const { tracker, signal, project } = this.#options;
    const listed = await tracker.closed(this.#author, among, signal);
    if (!listed.ok) return listed;
    this.#closed = { known: ours(listed.value, this.#author, project), among };
    return ok(this.#closed.known);
  }

  async #lookAgain(): Asked<void> {
    const open = await openOnes(this.#options, this.#author);
    if (!open.ok) return open;
    this.#open = open.value;
    this.#closed = { known: [], among: 0 };
    return ok(undefined);
  }

  async #begin(facts: IssueFacts, findings: Findings): Promise<Kept> {
    const { tracker, labels, assignees, signal } = this.#options;
    if (this.#isFull()) return ok("too-many");
    const issue = {
      title: titleOf(facts),
      body: renderBody(facts, findings, this.#options),
      labels: labelsOf(facts, labels),
      assignees,
    };
    let created = await tracker.create(issue, signal);
    // GitHub refuses the whole issue for an assignee whom it does not take.
    const unassigned = !created.ok && created.error.kind === "refused" && assignees.length > 0;
    if (unassigned) created = await tracker.create({ ...issue, assignees: [] }, signal);
    const mine = created.ok ? created.value.number : await this.#arrived(facts, created.error);
    if (typeof mine !== "number") return failed(mine, undefined);
    const settled = await this.#giveWayToOlder(facts, mine);
    if (!settled.ok) return settled;
    return ok(unassigned ? { unassigned: mine } : undefined);
  }

  /** Whether an issue is there of which nobody said that it was opened. */
  async #arrived({ context }: IssueFacts, trouble: ApiTrouble): Promise<number | ApiTrouble> {
    if (!trouble.unclear || this.#options.signal.aborted) return trouble;
    await this.#pause();
    const looked = await this.#lookAgain();
    const found = looked.ok ? this.#open.find(({ facts }) => facts.context === context) : undefined;
    return found?.issue.number ?? trouble;
  }

  /** Two runs may have opened an issue at the same time: the younger one is closed. */
  async #giveWayToOlder({ context }: IssueFacts, mine: number): Promise<Kept> {
    for (let looks = 0; looks < looksForOlder; looks++) {
      await this.#pause();
      const looked = await this.#lookAgain();
      if (!looked.ok) return failed(looked.error, mine);
      const all = this.#open.filter(({ facts }) => facts.context === context);
      const own = all.find(({ issue }) => issue.number === mine);
      const [oldest] = all;
      if (own && oldest && oldest.issue.number < mine) return this.#closeDuplicate(own, oldest.issue.number);
    }
    return ok(undefined);
  }

  async #write(known: KnownIssue, decision: Exclude<Decision, { to: "leave" }>, findings: Findings): Promise<Kept> {
    const { issue, facts: before } = known;
    const { facts } = decision;
    if (decision.to === "close") {
      const words = cleanComment(before, this.#options);
      return this.#close(known, facts, words, "completed");
    }
    const reopens = issue.state === "closed";
    if (reopens && this.#isFull()) return ok("too-many");
    const title = titleAfter(issue, facts);
    const labels = labelsAfter(issue, before, facts, this.#options.labels);
    const change: IssueChange = {
      body: renderBody(facts, findings, this.#options),
      ...(title === undefined ? {} : { title }),
      ...(labels === undefined ? {} : { labels }),
      ...(reopens ? { state: "open", stateReason: "reopened" } : {}),
    };
    const { news } = decision;
    const opened = reopens ? reopenedComment(before, facts, news, this.#options) : undefined;
    const comment = opened ?? (news && changedComment(facts, news, this.#options));
    return this.#change(known, change, comment);
  }

  /** Closes an issue, with a comment; of one that is closed already only the description changes. */
  #close(
    known: KnownIssue,
    facts: IssueFacts,
    words: Markdown,
    stateReason: "completed" | "not_planned",
  ): Promise<Kept> {
    const body = renderClosed(facts, words);
    const closes = known.issue.state === "open";
    return this.#change(known, closes ? { body, state: "closed", stateReason } : { body }, closes ? words : undefined);
  }

  async #closeDuplicate(known: KnownIssue, kept: number): Promise<Kept> {
    const words = duplicateComment(kept);
    const change = { body: renderClosed({ ...known.facts, open: false }, words), state: "closed" } as const;
    const closed = await this.#change(known, { ...change, stateReason: "duplicate" }, words);
    const isRefused = !closed.ok && closed.error.trouble.kind === "refused" && !closed.error.onlyComment;
    // Older servers know no such reason.
    return isRefused ? this.#change(known, { ...change, stateReason: "not_planned" }, words) : closed;
  }

  async #change({ issue }: KnownIssue, change: IssueChange, comment: Markdown | undefined): Promise<Kept> {
    const { tracker, signal, project } = this.#options;
    const { number } = issue;
    const changed = await tracker.change(number, change, signal);
    if (!changed.ok) return failed(changed.error, number);
    const others = this.#open.filter((one) => one.issue.number !== number);
    const now = ours([changed.value], this.#author, project).filter((one) => one.issue.state === "open");
    this.#open = [...others, ...now].sort((a, b) => a.issue.number - b.issue.number);
    if (comment === undefined) return ok(undefined);
    const said = await tracker.comment(number, comment, signal);
    return said.ok ? ok(undefined) : err({ trouble: said.error, number, onlyComment: true });
  }

  #isFull(): boolean {
    return this.#open.length >= this.#options.maxIssues;
  }

  async #pause(): Promise<void> {
    const { sleep, signal } = this.#options;
    await sleep(betweenWritesMs, signal);
  }
}

async function openOnes({ tracker, project, signal }: KeepOptions, author: string): Asked<readonly KnownIssue[]> {
  const listed = await tracker.open(author, signal);
  return listed.ok ? ok(ours(listed.value, author, project)) : listed;
}

/** Those of the project that this login wrote, oldest first: anybody can copy a marker. */
function ours(issues: readonly Issue[], author: string, project: string): readonly KnownIssue[] {
  return issues
    .flatMap((issue) => {
      const facts = issue.author === author ? readMarker(issue.body) : undefined;
      return facts?.project === project ? [{ issue, facts }] : [];
    })
    .sort((a, b) => a.issue.number - b.issue.number);
}

function failed(trouble: ApiTrouble, number: number | undefined): Kept {
  return err({ trouble, number });
}
