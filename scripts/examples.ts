/** What the example workflows say of themselves, and whether other texts agree with them and with action.yml. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from "yaml";
import type { ActionFile } from "./action-file.ts";

export type Permissions = string | { readonly [scope: string]: string };

export interface ExampleJob {
  readonly id: string;
  /** As GitHub shows it, and as a ruleset requires it; `${{ … }}` stands for what a matrix fills in. */
  readonly name: string;
  readonly permissions: Permissions | undefined;
}

export interface Example {
  /** `pr-plan.yml` */
  readonly file: string;
  /** The first sentence of the comment at its head. */
  readonly does: string;
  readonly jobs: readonly ExampleJob[];
}

interface Workflow {
  readonly permissions?: Permissions;
  readonly jobs: { readonly [id: string]: { readonly name?: string; readonly permissions?: Permissions } };
}

/** The examples below a folder, by name. */
export function readExamples(root: string): readonly Example[] {
  return globSync("examples/workflows/*.yml", { cwd: root })
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const { permissions, jobs } = parse(text) as Workflow;
      return {
        file: basename(path),
        does: firstSentence(headOf(text)),
        jobs: Object.entries(jobs).map(([id, job]) => ({
          id,
          name: job.name ?? id,
          permissions: job.permissions ?? permissions,
        })),
      };
    });
}

/** The comment at the head of a workflow, without its marks. */
export function headOf(text: string): string {
  const [head = ""] = /^(?:#.*\n)*/.exec(text) ?? [];
  return head.replace(/^# ?/gm, "");
}

function firstSentence(text: string): string {
  const [sentence = ""] = /^[\s\S]*?[.:](?=\s)/.exec(text) ?? [];
  return sentence.replace(/\s+/g, " ").replace(/[.:]$/, "");
}

/** The rows of the table in their README: the file and what it does, its jobs, what each may do. */
export function exampleRows(root: string): readonly (readonly string[])[] {
  return readExamples(root).flatMap(({ file, does, jobs }) =>
    jobs.map(({ name, permissions }, index) => [
      index === 0 ? `[${file}](${file})` : "",
      index === 0 ? does : "",
      name.replace(/\(\$\{\{.*?\}\}\)/g, "(…)"),
      typeof permissions === "object"
        ? Object.entries(permissions)
            .map(([scope, access]) => `\`${scope}: ${access}\``)
            .join(", ")
        : String(permissions),
    ]),
  );
}

/**
 * Where documents disagree with the examples or with action.yml: jobs that a reader is told to require and that no example
 * has, inputs and outputs of the action that do not exist. Each with its place.
 */
export function exampleProblems(root: string, action: ActionFile): string[] {
  const names = readExamples(root).flatMap(({ jobs }) => jobs.map(({ name }) => nameShape(name)));
  const files = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], { cwd: root }).sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...unknownJobs(text, names), ...fenceProblems(text, action)].map(
      ({ line, problem }) => `${file}:${line}: ${problem}`,
    );
  });
}

interface Found {
  readonly line: number;
  readonly problem: string;
}

/** A name as GitHub shows it, with anything in the place of an expression. */
export function nameShape(name: string): RegExp {
  const parts = name.split(/\$\{\{.*?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}

/** Names of jobs stand in code, and begin with "Opus". */
function unknownJobs(text: string, names: readonly RegExp[]): Found[] {
  return [...text.matchAll(/`(Opus [^`]+)`/g)].flatMap(({ 1: name = "", index }) =>
    names.some((shape) => shape.test(name))
      ? []
      : [{ line: lineAt(text, index), problem: `no example has a job with the name "${name}"` }],
  );
}

/** Fences of YAML in which this action is used. */
function fenceProblems(text: string, action: ActionFile): Found[] {
  return [...text.matchAll(/^( *)```ya?ml\n(.*?)^\1```/gms)].flatMap(({ 2: body = "", index }) => {
    if (!body.includes("OWNER/magnum-opus@")) return [];
    const first = lineAt(text, index);
    const lineCounter = new LineCounter();
    const document = parseDocument(body, { lineCounter });
    if (document.errors.length > 0)
      return [{ line: first, problem: `this is no YAML: ${document.errors[0]?.message.split("\n")[0] ?? ""}` }];
    const unknownOutputs = outputsUsed(body, document.toJS(), action);
    return [...stepProblems(document.contents, lineCounter, action), ...unknownOutputs].map(({ line, problem }) => ({
      line: first + line,
      problem,
    }));
  });
}

function stepProblems(node: unknown, lines: LineCounter, action: ActionFile): Found[] {
  if (isSeq(node)) return node.items.flatMap((item) => stepProblems(item, lines, action));
  if (!isMap(node)) return [];
  const given = node.get("with");
  const own = String(node.get("uses")).startsWith("OWNER/magnum-opus@") && isMap(given) ? given.items : [];
  const unknown = own.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : "";
    if (Object.hasOwn(action.inputs, name)) return [];
    const { line } = lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    return [{ line, problem: `the action has no input "${name}"` }];
  });
  return [...unknown, ...node.items.flatMap(({ value }) => stepProblems(value, lines, action))];
}

/** Outputs that are asked for of a step that is known to be this action. */
function outputsUsed(body: string, value: unknown, { outputs }: ActionFile): Found[] {
  const ids = new Set(idsOf(value));
  return [...body.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(({ 1: id = "", 2: name = "", index }) =>
    !ids.has(id) || Object.hasOwn(outputs, name)
      ? []
      : [{ line: lineAt(body, index), problem: `the action has no output "${name}"` }],
  );
}

function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== "object" || value === null) return [];
  const { uses, id } = value as { readonly uses?: unknown; readonly id?: unknown };
  const own = String(uses).startsWith("OWNER/magnum-opus@") && typeof id === "string" ? [id] : [];
  return [...own, ...Object.values(value).flatMap(idsOf)];
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
