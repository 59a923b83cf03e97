import { withoutEnd } from "../../engine/text/line-ends.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";

/** Why GitHub's cache gave no answer. */
export interface CacheTrouble {
  readonly kind:
    | "unauthorized"
    | "forbidden"
    | "write-denied"
    | "read-denied"
    | "mode"
    | "not-available"
    | "not-found"
    | "limited"
    | "full"
    | "server"
    | "unreachable"
    | "slow"
    | "corrupt"
    | "gone"
    | "tools"
    | "cancelled"
    | "unknown";
  /** The end of a sentence, on one line, without secrets. */
  readonly what: string;
  /** From now, when the server says it. */
  readonly retryAfterSeconds?: number;
  /** Of the entry that was found and can't be used. */
  readonly key?: string;
}

const shownCharacters = 200;

/** A trouble; `what` may still be of several lines. */
export function trouble(kind: CacheTrouble["kind"], what: string, retryAfterSeconds?: number): CacheTrouble {
  return { kind, what: oneLine(what), ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

/** What a program or a server said: one line that fits into a sentence. */
export function quoted(words: string): string {
  return shortened(withoutEnd(oneLine(words), ".:"), shownCharacters + 1);
}

/** True when asking again costs the full time again: the service is broken, or what is on the way to it. */
export function isBroken({ kind }: CacheTrouble): boolean {
  return kind === "server" || kind === "unreachable" || kind === "slow";
}
