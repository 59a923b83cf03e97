import type { FieldDiff } from "../../engine/model/change.ts";

const quoted = /"((?:sha\d+:)?[0-9a-f]{12})[0-9a-f]{28,116}"/g;

/** A line in which values that are digests are cut: people compare no more of them. */
export function withShortDigests(line: string): string {
  return line.replace(quoted, '"$1…"');
}

/** The lines of a field, its digests cut where none that differ become the same. */
export function linesWithShortDigests<Line extends { readonly text: string }>(
  { before, after }: Pick<FieldDiff, "before" | "after">,
  lines: readonly Line[],
): readonly Line[] {
  if (!isDigest(before) && !isDigest(after)) return lines;
  const cut = lines.map((line) => ({ ...line, text: withShortDigests(line.text) }));
  const number = (of: readonly Line[]): number => new Set(of.map(({ text }) => text)).size;
  return number(cut) === number(lines) ? cut : lines;
}

/** True for a value that is a digest: that it differs is all that it says to people. */
export function isDigest(value: unknown): boolean {
  return typeof value === "string" && /^(?:sha\d+:)?[0-9a-f]{40,128}$/.test(value);
}
