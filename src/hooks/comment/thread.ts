import type { Result } from "../../engine/diagnostics/diagnostic.ts";

/** Why GitHub did not do or tell something. */
export interface Trouble {
  readonly kind: "forbidden" | "rate-limit" | "missing" | "refused" | "unreachable";
  /** Half a sentence with what it said. */
  readonly said: string;
  /** Nothing is known of whether it was done. */
  readonly unclear: boolean;
  /** After how many milliseconds GitHub wants to be asked again; undefined: it did not say. */
  readonly retryAfterMs?: number;
}

export interface FoundComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

type Asked<T> = Promise<Result<T, Trouble>>;

/** The comments of one pull request. */
export interface CommentThread {
  /** The login as which this run writes. */
  login(signal: AbortSignal): Asked<string>;
  /** All of them, oldest first. */
  list(signal: AbortSignal): Asked<readonly FoundComment[]>;
  /** @returns undefined when it is gone */
  read(id: number, signal: AbortSignal): Asked<FoundComment | undefined>;
  add(body: string, signal: AbortSignal): Asked<FoundComment | undefined>;
  edit(id: number, body: string, signal: AbortSignal): Asked<FoundComment | undefined>;
  remove(id: number, signal: AbortSignal): Asked<void>;
}
