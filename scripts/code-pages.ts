/** A page of the docs for each code of a message and each reason of a failure. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Seen } from "../__tests__/codes/sample.ts";
import { type CodeRow, codes, reasons } from "../src/engine/diagnostics/codes.ts";
import { root } from "./action-file.ts";
import { alike, areas } from "./related-codes.ts";

/** From the root. */
const folder = "docs/codes";

/** What is known of one name: the code of a message, the reason of a failure, or both. */
interface Entry {
  readonly name: string;
  /** The heading in docs/diagnostics.md. */
  readonly family?: string;
  readonly code?: CodeRow;
  readonly reason?: CodeRow;
}

/** Every page by its path from the root. */
export function codePages(): ReadonlyMap<string, string> {
  const seen = JSON.parse(readFileSync(join(root, "__tests__/codes/seen.generated.json"), "utf8")) as {
    readonly [name: string]: Seen;
  };
  return new Map(entries().map((entry) => [`${folder}/${entry.name}.md`, page(entry, seen[entry.name])]));
}

/** Pages that are there, of codes that are not there any more. */
export function leftPages(): readonly string[] {
  const wanted = codePages();
  const there = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return there.map((name) => `${folder}/${name}`).filter((path) => !wanted.has(path));
}

/** The list of a family, as docs/diagnostics.md has it: a line for each code. */
export function codeList(rows: { readonly [code: string]: CodeRow }): string {
  const lines = Object.entries(rows).map(([code, { severities = ["error"], means }]) => {
    const told = severities.includes("error") ? "" : ` (${severities.join(", ")})`;
    return `- <a id="${code}"></a>[\`${code}\`](codes/${code}.md)${told}: ${brief(means)}`;
  });
  return lines.join("\n");
}

function entries(): readonly Entry[] {
  const all = new Map<string, Entry>();
  for (const [family, rows] of Object.entries<{ readonly [code: string]: CodeRow }>(codes))
    for (const [name, code] of Object.entries(rows)) all.set(name, { name, family, code });
  for (const [name, reason] of Object.entries(reasons)) all.set(name, { ...all.get(name), name, reason });
  return [...all.values()];
}

function page(entry: Entry, seen: Seen | undefined): string {
  const { name, code, reason } = entry;
  const row = code ?? reason;
  if (row === undefined) throw new Error(`${name} is neither a code nor a reason`);
  const both = code !== undefined && reason !== undefined;
  const parts = [
    `# \`${name}\``,
    toldAs(entry),
    "## What it means",
    sentence(row.means),
    ...(both ? [`As the reason of a failure: ${sentence(reason.means, false)}`] : []),
    "## What to do",
    sentence(row.fix),
    ...(both && reason.fix !== code.fix ? [`As the reason of a failure: ${sentence(reason.fix, false)}`] : []),
    ...(seen === undefined ? [] : ["## What you see", ...shown(seen)]),
    "## Related",
    related(entry),
    "<!-- made by npm run docs from src/engine/diagnostics/codes.ts and __tests__/codes/ -->",
  ];
  return `${parts.join("\n\n")}\n`;
}

function toldAs({ name, family, code, reason }: Entry): string {
  const ways = (code?.severities ?? ["error"]).map((one) => (one === "error" ? "an error" : `a ${one}`));
  const asCode =
    code &&
    `Told as ${ways.join(", or as ")}; one of the codes of [${family?.toLowerCase()}](../diagnostics.md#${name}).`;
  const asReason =
    reason &&
    `${code ? "It is also a" : "A"} reason for which a run [fails](../failures.md): the output \`failure-reason\`.`;
  return [asCode, asReason].filter((one) => one !== undefined).join(" ");
}

/** What a sample shows, in Markdown. */
function shown({ when, files, commands, step, event, said }: Seen): readonly string[] {
  const given = Object.entries(files).flatMap(([path, text]) => [`\`${path}\`:`, fenced(text, languageOf(path))]);
  const situation = when === undefined ? [] : [`${when[0]?.toUpperCase()}${when.slice(1)}.`];
  return [...situation, ...given, `${runWords(commands, step, event)}:`, fenced(said)];
}

function runWords(commands?: Seen["commands"], step?: Seen["step"], event?: string): string {
  const last = commands?.at(-1);
  if (last !== undefined) {
    const before = commands?.slice(0, -1).map((one) => `\`opus ${one}\``) ?? [];
    return `${before.length === 0 ? "" : `After ${before.join(" and ")}, `}\`opus ${last}\` says`.replace(
      /^./,
      (first) => first.toUpperCase(),
    );
  }
  if (step === undefined) return "Opus says";
  const inputs = Object.entries(step).map(([name, value]) => `\`${name}: ${hidden(name, value)}\``);
  const on = event === undefined ? "" : `, started by \`${event}\``;
  return `A step with ${inputs.join(", ")}${on} says`;
}

function hidden(name: string, value: string): string {
  return name === "encryption-key" ? "${{ secrets.OPUS_KEY }}" : value;
}

function languageOf(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? "";
  return { yaml: "yaml", yml: "yaml", json: "json", mjs: "js" }[ending] ?? "";
}

function fenced(text: string, language = ""): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function related({ name, family }: Entry): string {
  const row =
    family === undefined ? reasons : (codes as { readonly [f: string]: { readonly [code: string]: CodeRow } })[family];
  const names = Object.keys(row ?? {});
  const at = names.indexOf(name);
  const byHand = (alike as { readonly [name: string]: readonly string[] })[name] ?? [];
  const near = [...byHand, ...names.slice(Math.max(0, at - 2), at), ...names.slice(at + 1, at + 3)];
  const rows = new Map(entries().map(({ name: one, code, reason }) => [one, code ?? reason]));
  const lines = [...new Set(near)].map(
    (one) => `- [\`${one}\`](${one}.md): ${fromHere(brief(rows.get(one)?.means ?? ""))}`,
  );
  const area = areas[family ?? "reasons"];
  if (area === undefined) throw new Error(`${family} has no page that explains it (scripts/related-codes.ts)`);
  return [...lines, `- In the docs: [${area.title}](../${area.page})`].join("\n");
}

/** What stands up to the first sign that ends a clause, outside of code and links, without long asides. */
function brief(means: string): string {
  return firstClause(means).replace(/ \([^()\]]{30,}\)/g, "");
}

function firstClause(means: string): string {
  let depth = 0;
  let inCode = false;
  for (let at = 0; at < means.length; at++) {
    const sign = means[at] ?? "";
    if (sign === "`") inCode = !inCode;
    if (inCode) continue;
    if ("([".includes(sign)) depth++;
    else if (")]".includes(sign)) depth--;
    else if (depth === 0 && (sign === ";" || ((sign === ":" || sign === ".") && means[at + 1] === " ")))
      return means.slice(0, at);
  }
  return means;
}

/** A sentence of half of one. Links of it lead on from docs/codes/. */
function sentence(half: string, begins = true): string {
  const text = fromHere(half);
  const first = begins ? text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : text;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function fromHere(markdown: string): string {
  return markdown.replace(/\]\((?!\w+:)([^)]+)\)/g, "](../$1)");
}
