import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { metadata } from "../../action/metadata.generated.ts";
import { fileProblem } from "../../node/files/file-problem.ts";
import { writeWholeFile } from "../../node/files/file-writing.ts";
import { checkout } from "../../node/git/checkout.ts";
import { defaultProject } from "../load/default-project.ts";
import { withSchema } from "./editor-settings.ts";
import { manifestText, type TemplateName, templateNames, templates } from "./templates.ts";
import { actionRef, workflowText } from "./workflow.ts";

export interface InitRequest {
  /** Absolute: where opus.yaml goes. */
  readonly folder: string;
  readonly template: string | undefined;
  /** Folder of the program, whose clone says who has the action. */
  readonly program: string;
}

/** Where `init` tells what it does. */
export interface InitOutput {
  /** A line on standard output. */
  say(line: string): void;
  /** Says on standard error why it could not be done. @returns the exit status */
  refuse(message: string): number;
}

/** A file that was looked at, and what became of it. */
interface Done {
  readonly path: string;
  readonly what: string;
}

/**
 * `opus init`: makes what a project begins with, and nothing anew that is there.
 * @returns the exit status
 */
export async function init(
  { folder, template = "files", program }: InitRequest,
  { say, refuse }: InitOutput,
): Promise<number> {
  if (!isTemplate(template)) return refuse(`there is no template "${template}": there are ${templateNames.join(", ")}`);
  if (!existsSync(folder)) return refuse(`the folder ${folder} does not exist`);
  const place = await placeOf(folder, program);
  const inTop = (path: string): string => join(place.top, path);
  const texts: readonly (readonly [path: string, make: (before: string | undefined) => string | undefined])[] = [
    [join(folder, "opus.yaml"), (before) => before ?? manifestText(template, place)],
    [inTop(".github/workflows/opus.yml"), (before) => before ?? workflowText(template, place)],
    [
      join(folder, ".gitignore"),
      (before) => withLines(before, [...templates[template].ignored, "opus-recovery*.json"]),
    ],
    [inTop(".vscode/settings.json"), (before) => withSchema(before, schemaOf(place.actionOwner))],
  ];
  const done: Done[] = [];
  for (const [path, make] of texts) {
    const result = placed(path, make);
    if (!result.ok) {
      sayDone(done, say);
      return refuse(`${shown(path, folder)} could not be written: ${result.error}`);
    }
    done.push({ path: shown(path, folder), what: result.what });
  }
  sayDone(done, say);
  for (const line of nextLines(template, place, done)) say(line);
  return 0;
}

function sayDone(done: readonly Done[], say: InitOutput["say"]): void {
  const width = Math.max(0, ...done.map(({ path }) => path.length));
  for (const { path, what } of done) say(`${path.padEnd(width)}  ${what}`);
}

function isTemplate(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name);
}

type Placed = { readonly ok: true; readonly what: string } | { readonly ok: false; readonly error: string };

function placed(path: string, make: (before: string | undefined) => string | undefined): Placed {
  try {
    const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    const after = make(before);
    if (after === undefined) return { ok: true, what: "left as it is: it could not be added to safely" };
    if (after === before) return { ok: true, what: "is there" };
    writeWholeFile(path, new TextEncoder().encode(after));
    return { ok: true, what: before === undefined ? "made" : "added to" };
  } catch (error) {
    return { ok: false, error: fileProblem(path, error).message };
  }
}

/** A text with these lines at its end, as far as it has not got them. */
function withLines(text: string | undefined, lines: readonly string[]): string {
  const there = (text ?? "").split(/\r?\n/).map((line) => line.trim());
  const missing = lines.filter((line) => !there.includes(line) && !there.includes(line.replace(/^\/|\/$/g, "")));
  if (missing.length === 0) return text ?? "";
  const begin = text === undefined || text === "" || text.endsWith("\n") ? (text ?? "") : `${text}\n`;
  return `${begin}${missing.join("\n")}\n`;
}

function shown(path: string, folder: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** Of every document of a file, unlike the first line of a file that names a schema. */
function schemaOf(owner: string): string {
  return `https://raw.githubusercontent.com/${owner}/magnum-opus/${actionRef}/schema/opus.json`;
}

interface FoundPlace {
  readonly project: string;
  readonly branch: string;
  readonly repository: string | undefined;
  readonly actionOwner: string;
  /** Absolute: the top of the repository, or the folder itself. */
  readonly top: string;
  /** From there, with `/`. */
  readonly folder: string;
}

/** All that can be seen, so that nobody has to be asked. */
async function placeOf(folder: string, program: string): Promise<FoundPlace> {
  const facts = await checkout.facts(folder);
  const own = await checkout.facts(program);
  const { name } = await defaultProject({
    root: facts.top ?? folder,
    workingDirectory: folder,
    manifest: ["opus.yaml"],
    repository: facts.repository,
  });
  const ownOwner = own.repository?.endsWith("/magnum-opus") ? own.repository.split("/")[0] : undefined;
  return {
    // A repository may be called `.github`, which is no name of a project.
    project: name.replace(/^[^A-Za-z0-9]+/, "") || "project",
    branch: facts.defaultBranch ?? "main",
    repository: facts.repository,
    actionOwner: ownOwner ?? facts.repository?.split("/")[0] ?? "OWNER",
    top: facts.top ?? folder,
    folder: facts.top === undefined ? "" : relative(facts.top, folder).split(sep).join("/"),
  };
}

function nextLines(template: TemplateName, place: FoundPlace, done: readonly Done[]): string[] {
  const made = done.some(({ what }) => what === "made" || what === "added to");
  if (!made) return ["", "Everything is there already; nothing was changed."];
  const [manifest, workflow] = done;
  // It may be that of another project, and then nobody would apply this one.
  const unknown = manifest?.what === "made" && workflow?.what === "is there";
  const steps = [
    ...templates[template].notes,
    "`opus plan` shows what would be made, `opus apply` makes it.",
    ...(unknown
      ? [`${workflow.path} was there before: see that ${stepsOf(place)} of its own, or nothing plans and applies it.`]
      : []),
    `Then commit it and push it to ${place.branch}: the workflow applies it, and shows plans on pull requests.`,
    ...(place.actionOwner === "OWNER"
      ? ["Replace OWNER in the workflow and the settings: whose repository has magnum-opus."]
      : []),
  ];
  return [
    "",
    "Next:",
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    "",
    `opus ${metadata.version}; \`opus explain File\` tells of a kind, \`opus --help\` of the commands.`,
  ];
}

/** What a workflow needs for a folder. */
function stepsOf({ folder }: FoundPlace): string {
  return folder === "" ? "this project has steps" : `\`working-directory: ${folder}\` has steps`;
}
