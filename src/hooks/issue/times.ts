import { isoTime } from "../../engine/text/iso-time.ts";
import { type Markdown, ours } from "../rendering/markdown.ts";

/** `2026-11-30 03:17 UTC`, of a time as ISO 8601. */
export function shownTime(time: string): Markdown {
  return ours(`${isoTime(time).slice(0, 16).replace("T", " ")} UTC`);
}

/** `2026-11-30`, of UTC. */
export function shownDay(time: string): Markdown {
  return ours(isoTime(time).slice(0, 10));
}
