import { withoutEnd } from "../../engine/text/line-ends.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { CacheTrouble } from "../../ports/actions-cache.ts";

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
