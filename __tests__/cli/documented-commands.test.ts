import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { parseArguments } from "../../src/cli/terminal.ts";

// Commands of opus in the docs, in examples and in the help: flags and sub-commands that there are.

const root = join(import.meta.dirname, "../..");

function pages(): string[] {
  const found = ["docs", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name))
      // It shows a command that there is not.
      .filter((path) => path !== join("docs/codes/invalid-input.md")),
  );
  return ["README.md", "src/cli/help.ts", "src/cli/state-help.ts", "src/cli/site-arguments.ts", ...found].sort();
}

/** Whole lines of code blocks and of tables of help, and what stands between backquotes. */
function commands(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block).join("\n");
  const lines = blocks.match(/^opus [^#\n]*/gm) ?? [];
  const help = [...text.matchAll(/^ {2}\["(opus [^"]*)"/gm)].map(([, line = ""]) => line);
  const inline = [...text.matchAll(/`(opus [^`\n]+)`/g)].map(([, line = ""]) => line);
  const program = [...blocks.matchAll(/^node (?:\.\.\/)*dist\/index\.js( [^#\n]*)/gm)].map(
    ([, rest = ""]) => `opus${rest}`,
  );
  return [...lines.map((line) => line.trim()), ...help, ...inline, ...program];
}

/** As a shell would, for what the docs have: quotes, and no more than the first program of a line. */
function words(line: string): string[] {
  const first = line.split(/ [|>] | && /)[0] ?? "";
  return [...first.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "").slice(1);
}

test.each(pages())("%s", async (page) => {
  const wrong: string[] = [];
  for (const line of commands(readFileSync(join(root, page), "utf8"))) {
    // Not commands, but how they are spoken of.
    if (line.includes("…") || /^opus (?:state(?: \w+)?|site)$/.test(line)) continue;
    // Nor these: the name of a check, and what a notification begins with.
    if (/^opus (?:\/|\w+:) /.test(line)) continue;
    const parsed = await parseArguments(words(line), metadata);
    if (parsed.type === "error") wrong.push(`${line}: ${parsed.message}`);
  }
  expect(wrong).toEqual([]);
});

test("there are some", () => {
  const all = pages().flatMap((page) => commands(readFileSync(join(root, page), "utf8")));
  expect(all.length).toBeGreaterThan(50);
});
