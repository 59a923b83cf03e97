/** `npm run test:faults` runs everything at full length; the ordinary suite runs a shorter cut of each. */
export const full = process.env.OPUS_LENGTH === "full";

/** Steps run in the bundle, also where a test takes them from the sources to be quick; see e2e/quick-rig.ts. */
export const inBundle = full || process.env.OPUS_STEPS === "bundle";

/** How often something is tried. */
export function times(atFullLength: number, inShort: number): number {
  return full ? atFullLength : inShort;
}

/**
 * What of a list is tried: all of it at full length, else a few, the next ones at each turn.
 * @param turn counts from 0; after enough turns, every one was tried
 */
export function some<T>(all: readonly T[], few: number, turn: number): readonly T[] {
  if (full || few >= all.length) return all;
  return Array.from({ length: few }, (_, index) => all[(turn * few + index) % all.length] as T);
}

/** A figure for docs/reliability.md. */
export function figure(text: string): void {
  if (full) process.stdout.write(`figure: ${text}\n`);
}

/** Longest time of a test that runs at both lengths, in milliseconds. */
export const storeDeadline = full ? 3_600_000 : 180_000;
