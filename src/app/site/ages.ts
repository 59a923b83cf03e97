const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/**
 * How long ago something was, for people: `just now`, `5 min ago`, `2 h ago`, `3 d ago`. page.js has the same rules.
 * @param now in milliseconds since 1970
 * @returns empty where it is no time
 */
export function ageWords(at: string, now: number): string {
  const ms = now - Date.parse(at);
  if (Number.isNaN(ms)) return "";
  if (ms < minute) return "just now";
  if (ms < hour) return `${Math.floor(ms / minute)} min ago`;
  if (ms < 2 * day) return `${Math.floor(ms / hour)} h ago`;
  return `${Math.floor(ms / day)} d ago`;
}

/** `2026-11-30 04:05 UTC`, or the text as it is where it is no time. */
export function shownTime(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
