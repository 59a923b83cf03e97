import { createHash } from "node:crypto";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { type Markdown, md, ours } from "../rendering/markdown.ts";
import type { PartTexts } from "./model.ts";

/** The texts of a part, in the order in which their digest takes them. */
const textNames = ["callouts", "result", "changes", "terminal"] as const;

/** The line after the last text of a part. */
export const end = md`<!-- opus:end -->`;
const boundary = /^<!-- opus:(?:(callouts|result|changes|terminal) (\d{1,4})|end) -->$/;

/** The line before a text of the part at a place. */
export function beginningOf(name: keyof PartTexts, index: number): Markdown {
  return md`<!-- opus:${name} ${index} -->`;
}

/** What stands between the lines of a comment, by part. It may be by anybody, until its digest has been compared. */
export function readTexts(body: string): (index: number) => PartTexts {
  const found = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of body.split(/\r?\n/).slice(1)) {
    const [whole, name, index] = boundary.exec(line) ?? [];
    if (whole === undefined) open?.push(line);
    else {
      open = name === undefined ? undefined : [];
      if (open) found.set(`${name} ${index}`, open);
    }
  }
  const read = (name: string, index: number): Markdown => ours((found.get(`${name} ${index}`) ?? []).join("\n").trim());
  return (index) => ({
    callouts: read("callouts", index),
    result: read("result", index),
    changes: read("changes", index),
    terminal: read("terminal", index),
  });
}

/** A digest of what is shown of a part. Blanks at the end of lines don't count: they show as nothing. */
export function digestOf(texts: PartTexts): string {
  const lines = textNames.map((name) =>
    texts[name]
      .trim()
      .split("\n")
      .map((line) => withoutEnd(line, " \t"))
      .join("\n"),
  );
  return createHash("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32);
}
