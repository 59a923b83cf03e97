import type { EventOf } from "../../engine/model/run-events.ts";
import { inWords } from "../../engine/text/listed.ts";
import { oneLine } from "../../engine/text/printable.ts";
import type { Tone } from "../../ports/console.ts";
import { plural } from "../rendering/labels.ts";
import type { LogLine } from "./console.ts";

const tones: { readonly [sign: string]: Tone } = { "+": "create", "-": "delete", "@": "muted", " ": "muted" };

/** What was written into the manifest, and what to do next. */
export function renderAccepted({ context, dryRun, tasks, files }: EventOf<"accepted">): LogLine[] {
  if (files.length === 0) return [{ text: "" }, { text: "Nothing to write into the manifest.", tone: "heading" }];
  const lines: LogLine[] = [];
  for (const { file, patch } of files) {
    lines.push({ text: "" }, { text: oneLine(file), tone: "heading" });
    for (const line of patch.split("\n")) lines.push({ text: `    ${line}`, tone: tones[line[0] ?? " "] ?? "muted" });
  }
  const written = inWords(files.map(({ file }) => oneLine(file)));
  const what = `what is there of ${plural(tasks.length, "task")} (${tasks.map(oneLine).join(", ")})`;
  lines.push({ text: "" });
  if (dryRun) return [...lines, { text: `Would write ${what} into ${written}. Nothing was written.`, tone: "heading" }];
  lines.push({ text: `Wrote ${what} into ${written}.`, tone: "success" });
  const next = `look at it with \`git diff\`, and commit it. \`opus plan --context ${oneLine(context)}\` has nothing to do for it now, and the next \`apply\` records it.`;
  return [...lines, { text: `Next: ${next}` }];
}
