/** `npm run test:faults` runs everything at full length; the ordinary suite runs a shorter cut of each. */
export const full = process.env.MODE === "full";

/** How often something is tried. */
export function times(atFullLength: number, inShort: number): number {
  return full ? atFullLength : inShort;
}

/** A figure for docs/reliability.md. */
export function figure(text: string): void {
  if (full) process.stdout.write(`figure: ${text}\n`);
}

/** Longest time of a test that runs at both lengths, in milliseconds. */
export const storeDeadline = full ? 3_600_000 : 180_000;
