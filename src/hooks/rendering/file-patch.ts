import { structuredPatch } from "diff";

const contextLines = 3;
/** Lines that differ. The time of a line diff grows with their square: so many take a second. */
const mostEdits = 3000;

/** How a text differs from another one, as `diff -u` shows it, without its head; empty: it does not. */
export function filePatch(before: string, after: string): string {
  const options = { context: contextLines, maxEditLength: mostEdits };
  const patch = structuredPatch("", "", before, after, undefined, undefined, options);
  if (!patch) return "@@ more lines differ than can be shown here: `git diff` has them @@";
  return patch.hunks
    .flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines.map((line) => line.replace(/\r$/, "")),
    ])
    .join("\n");
}
