/**
 * Writes what the table of commands says into action.yml (the description of the input `command`) and schema/project.json
 * (the commands that a project may give names of its own).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInCommands, mappableNames } from "../src/engine/model/commands.ts";
import { root } from "./action-file.ts";

/**
 * Text with one part replaced.
 * @throws Error when the pattern matches nothing
 */
function replaced(path: string, pattern: RegExp, part: string): void {
  const text = readFileSync(join(root, path), "utf8");
  if (!pattern.test(text)) throw new Error(`${path}: the place of the commands was not found`);
  const next = text.replace(pattern, (_, before: string, after: string) => `${before}${part}${after}`);
  if (next !== text) writeFileSync(join(root, path), next);
}

/** Lines of at most 118 characters, each with the indentation of a folded text of action.yml. */
function folded(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= 118) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`      ${word}`);
  }
  return lines.join("\n");
}

const names = Object.keys(builtInCommands).join(", ");
const description = `What to do: ${names}, or a name of your own from Project.spec.commands.`;
replaced(
  "action.yml",
  /(\n {2}command:\n {4}description: >-\n)(?: {6}.*\n)+( {4}default: plan\n)/,
  `${folded(description)}\n`,
);
const list = mappableNames()
  .map((name) => JSON.stringify(name))
  .join(", ");
replaced("schema/project.json", /("commands": \{(?:(?!"enum")[\s\S])*"enum": \[)[^\]]*(\])/, list);
