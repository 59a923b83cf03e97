import { expect, test } from "vitest";
import { type Mistake, mistakes, shop } from "./mistakes.ts";
import { QuickTerminal } from "./quick-terminal.ts";

// What opus says to who slips in a terminal: one readable file of all answers, to be looked through when it changes.

/** What differs from one run to the next. */
function settled(text: string, folder: string): string {
  return text
    .replaceAll(folder, "/home/me/shop")
    .replace(/^Magnum Opus [^:]+:/gm, "Magnum Opus:")
    .replace(/(· | {2})\d+(?:\.\d+)?m?s(?= ·|$)/gm, "$11ms")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "(id)")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "(time)");
}

async function answer({ argv, files = {}, options, before = [] }: Mistake): Promise<string> {
  using terminal = new QuickTerminal();
  const all = { ...shop, ...files };
  for (const [path, text] of Object.entries(all)) if (text !== null) terminal.write({ [path]: text });
  for (const command of before) await terminal.run(words(command));
  const { status, screen } = await terminal.run(words(argv), options);
  return `$ opus ${argv}\n${settled(screen, terminal.folder).trimEnd()}\nexit ${status}\n`;
}

function words(line: string): string[] {
  return line.split(" ");
}

test("each answer is one that helps", async () => {
  const parts: string[] = [];
  for (const mistake of mistakes) parts.push(`# ${mistake.title}\n${await answer(mistake)}`);
  await expect(parts.join("\n")).toMatchFileSnapshot("snapshots/mistakes.txt");
}, 60_000);

test("no line is wider than a terminal, but for places in files and what the manifest itself says", () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(mistakes.map(({ title }) => title)).size).toBe(mistakes.length);
});
