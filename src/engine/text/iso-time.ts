/** A time as ISO 8601, whatever others wrote: what is no time is said to be unknown. */
export function isoTime(time: string | number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString();
}
