/** Which text each picture of docs/pictures/ shows, so that a test can tell that one is older than the program. */
import { createHash } from "node:crypto";
import { comments, summary } from "./storefront.ts";

/** The texts of all pictures, by name: Markdown. */
export function drawn(): { readonly [name: string]: string } {
  return { ...comments(), summary: summary() };
}

/** Their digests, as they stand in docs/pictures/drawn-from.json. */
export function drawnFrom(): { readonly [name: string]: string } {
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
  return Object.fromEntries(Object.entries(drawn()).map(([name, text]) => [name, digest(text)]));
}
