/** Writes the names of the state backends, and what they are, into action.yml and the schemas. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Backend } from "../src/state/backend.ts";
import { builtInBackends } from "../src/state/backends.ts";
import { root } from "./action-file.ts";

/** The description of the input `state-backend`. */
function inputText(backends: readonly Backend[]): string {
  const named = backends.map(({ name, help }) => `\`${name}\` (${help})`);
  const standard = (where: Backend["standardIn"]): string =>
    `\`${backends.find(({ standardIn }) => standardIn === where)?.name}\``;
  const list = `${named.slice(0, -1).join(", ")}, or ${named.at(-1)}`;
  return `Where state is kept. ${list}. Empty means what the project says, else ${standard("workflow")} in a workflow and ${standard("terminal")} in a terminal.`;
}

/** Every file that names the backends, with their names and descriptions of today; by path from the root. */
export function filesOfBackends(backends: readonly Backend[] = builtInBackends): ReadonlyMap<string, string> {
  const sorted = [...backends].sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = sorted.map(({ name }) => JSON.stringify(name)).join(", ");
  const told = sorted.map(({ name, help }) => `${name}: ${help}`).join("; ");
  return new Map([
    replaced("action.yml", /(\n {2}state-backend:\n {4}description: ).*/, inputText(backends)),
    replaced(
      "schema/project.json",
      /("backend": \{\s*"description": ).*?\n(\s*"enum": ).*?\]/,
      `${JSON.stringify(`${told}.`)},\n`,
      `[${names}]`,
    ),
    replaced(
      "schema/report.json",
      /("description": "Empty: the run failed before it was known\.",\s*"enum": ).*?\]/,
      `["", ${names}]`,
    ),
  ]);
}

/** A file with a text put behind each group of a pattern. */
function replaced(path: string, pattern: RegExp, ...texts: readonly string[]): readonly [path: string, text: string] {
  const before = readFileSync(`${root}/${path}`, "utf8");
  if (!pattern.test(before)) throw new Error(`${path} names no state backends where it should`);
  const put = (_: string, ...groups: readonly string[]): string =>
    texts.map((text, index) => `${groups[index]}${text}`).join("");
  return [path, before.replace(pattern, put)];
}

/** Writes them. @returns whether anything has changed */
export function generateBackends(): boolean {
  const changed = [...filesOfBackends()].filter(([path, text]) => readFileSync(`${root}/${path}`, "utf8") !== text);
  for (const [path, text] of changed) writeFileSync(`${root}/${path}`, text);
  return changed.length > 0;
}
