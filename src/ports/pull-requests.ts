import type { Result } from "../engine/diagnostics/diagnostic.ts";

/** Why GitHub did not do or tell something. */
export interface ApiTrouble {
  readonly kind: "forbidden" | "rate-limit" | "missing" | "refused" | "unreachable";
  /** Half a sentence with what it said: `GitHub answered 403: Resource not accessible by integration`. */
  readonly said: string;
  /** Nothing is known of whether it was done. */
  readonly unclear: boolean;
  /** After how many milliseconds GitHub wants to be asked again; undefined: it did not say. */
  readonly retryAfterMs?: number;
}

/** What GitHub was asked for, or why it gave no answer. */
export type Asked<T> = Promise<Result<T, ApiTrouble>>;

/** A comment on an issue or a pull request. */
export interface IssueComment {
  readonly id: number;
  /** Login of its author; empty: it is gone. */
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** Name of the branch that it is for. */
  readonly base: string;
  readonly headSha: string;
  readonly open: boolean;
  /** When it was merged, ISO 8601; null: it was not. */
  readonly mergedAt: string | null;
  /** The commit that merging it made. */
  readonly mergeCommit: string | null;
}

/** The comments of one pull request. */
export interface CommentThread {
  /** The login as which this run writes. */
  login(signal: AbortSignal): Asked<string>;
  /** All of them, oldest first. */
  list(signal: AbortSignal): Asked<readonly IssueComment[]>;
  /** @returns undefined when it is gone */
  read(id: number, signal: AbortSignal): Asked<IssueComment | undefined>;
  add(body: string, signal: AbortSignal): Asked<IssueComment | undefined>;
  edit(id: number, body: string, signal: AbortSignal): Asked<IssueComment | undefined>;
  remove(id: number, signal: AbortSignal): Asked<void>;
}
