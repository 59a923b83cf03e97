import type { Asked } from "./pull-requests.ts";

/** An issue of a repository. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Login of its author; empty: it is gone. */
  readonly author: string;
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
}

export interface NewIssue extends Pick<Issue, "title" | "body" | "labels"> {
  /** Logins. */
  readonly assignees: readonly string[];
}

/** What is to become of an issue; absent: stays as it is. */
export interface IssueChange extends Partial<Pick<Issue, "title" | "body" | "state" | "labels">> {
  readonly stateReason?: "completed" | "not_planned" | "duplicate" | "reopened";
}

/** The issues of one repository. */
export interface IssueTracker {
  /** The login as which this run writes. */
  login(signal: AbortSignal): Asked<string>;
  /** All open ones of an author, oldest first. */
  open(author: string, signal: AbortSignal): Asked<readonly Issue[]>;
  /**
   * The closed ones of an author, of those that changed last.
   * @param among so many are looked through, about
   */
  closed(author: string, among: number, signal: AbortSignal): Asked<readonly Issue[]>;
  /** @returns undefined when it is gone */
  read(number: number, signal: AbortSignal): Asked<Issue | undefined>;
  /** Sent once: what became of it may be unclear. */
  create(issue: NewIssue, signal: AbortSignal): Asked<Issue>;
  change(number: number, change: IssueChange, signal: AbortSignal): Asked<Issue>;
  /** Sent once, too. */
  comment(number: number, body: string, signal: AbortSignal): Asked<void>;
}
