import { structuredPatch } from "diff";

const contextLines = 3;

/** How a text differs from another one, as `diff -u` shows it, without its head; empty: it does not. */
export function filePatch(before: string, after: string): string {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: contextLines });
  return hunks
    .flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines.map((line) => line.replace(/\r$/, "")),
    ])
    .join("\n");
}
