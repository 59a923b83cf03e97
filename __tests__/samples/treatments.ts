/** What becomes of each fence: exactly one thing, by its language and its shape, or by the comment before it. */
import { allFences, type Fence } from "./fences.ts";
import { manifestOf } from "./manifest-frames.ts";
import { notRun } from "./not-run.ts";
import { workflowOf } from "./workflow-frames.ts";

export type Treatment =
  /** Validated. `text` is a whole manifest, whatever the fence is a part of. */
  | { readonly as: "manifest"; readonly text: string }
  /** Linted, and held against our rules. */
  | { readonly as: "workflow"; readonly text: string }
  /** Loaded by the program as a kind, a hook or a policy, and run; or a test of one. */
  | { readonly as: "module"; readonly name: string }
  /** A program that the commands of its page run. */
  | { readonly as: "script"; readonly name: string }
  /** Members of a kind: put into one, and run. */
  | { readonly as: "members" }
  /** Only a browser can say how GitHub draws it; it is read as far as that goes without one. */
  | { readonly as: "drawing" }
  /** Run line by line. */
  | { readonly as: "commands" }
  /** Compared with what the program makes, by its name in made.ts. `part`: it leaves fields out. */
  | { readonly as: "output"; readonly scene: string; readonly part: boolean }
  /** Every name in it is there, and nothing else. */
  | { readonly as: "tree"; readonly scene: string }
  /** Tried by a test of its own, or by nobody; not-run.ts says why. */
  | { readonly as: "named"; readonly why: string };

const howTo: { readonly [language: string]: string } = {
  yaml: "it is no manifest, no part of a Project and no part of a workflow: say `<!-- sample: in File.spec -->` (any kind) in the line before it, or mend it",
  js: "it is no module with a default export, no list of methods, and no script whose first line names its file: write one of them",
  json: "nobody knows what it shows: give it its `format`, or say `<!-- sample: made by NAME -->` in the line before it, with a name of __tests__/samples/made.ts",
  text: "it is an output: say `<!-- sample: made by NAME -->` in the line before it, with a name of __tests__/samples/made.ts",
};

/** Says what becomes of a fence, or, for whoever wrote the page, that nothing does and what to do about it. */
export function treatmentOrProblem(fence: Fence): Treatment | string {
  const why = notRun.find(({ page, begins }) => page === fence.page && fence.text.trimStart().startsWith(begins))?.why;
  if (why !== undefined) return { as: "named", why };
  const [, form, scene = ""] = /^(made by|part of|tree of) (\S+)$/.exec(fence.says.sample ?? "") ?? [];
  if (form === "made by" || form === "part of") return { as: "output", scene, part: form === "part of" };
  if (form === "tree of") return { as: "tree", scene };
  const found = byLanguage[fence.language]?.(fence);
  if (found) return found;
  const advice =
    howTo[fence.language === "yml" ? "yaml" : fence.language] ??
    (fence.language === ""
      ? "say behind the backticks what it is: yaml, js, json, sh, text"
      : `nobody knows how to try ${fence.language}: add it to __tests__/samples/treatments.ts`);
  return `${fence.place}: this sample is tried by nobody: ${advice}. What can't be tried takes a line in __tests__/samples/not-run.ts, with the reason.`;
}

const byLanguage: { readonly [language: string]: (fence: Fence) => Treatment | undefined } = {
  yaml: ofYaml,
  yml: ofYaml,
  js: ofCode,
  ts: ofCode,
  sh: () => ({ as: "commands" }),
  console: () => ({ as: "commands" }),
  json: ofJson,
  mermaid: () => ({ as: "drawing" }),
};

function ofYaml(fence: Fence): Treatment | undefined {
  const workflow = workflowOf(fence.text);
  if (workflow !== undefined) return { as: "workflow", text: workflow };
  const manifest = manifestOf(fence.text, fence.says.sample);
  return manifest === undefined ? undefined : { as: "manifest", text: manifest };
}

function ofCode(fence: Fence): Treatment | undefined {
  const name = moduleName(fence);
  if (name !== undefined) return { as: "module", name };
  const script = firstLineName(fence.text);
  if (script !== undefined) return { as: "script", name: script };
  return /^(async )?\w+(\(.*\) \{|: )/.test(fence.text) ? { as: "members" } : undefined;
}

/** How the file of a module is called: by the comment before it, or by its own first line. Undefined: it is none. */
export function moduleName({ language, text, says }: Fence): string | undefined {
  const isModule = /^export default |^import .* from "magnum-opus\/sdk\/testing"/m.test(text);
  if (!isModule || (language !== "js" && language !== "ts")) return undefined;
  return says.example ?? firstLineName(text) ?? `sample.m${language}`;
}

function firstLineName(text: string): string | undefined {
  return /^\/\/ ([\w./-]+\.m?[jt]s)\b/.exec(text)?.[1];
}

function ofJson({ text }: Fence): Treatment | undefined {
  const [, format] = /"format": "opus-(\w+)"/.exec(text) ?? [];
  return format === undefined ? undefined : { as: "output", scene: format, part: false };
}

/** All fences of this repository that are treated so. Those without a treatment are told of by register.test.ts alone. */
export function treatedAs<As extends Treatment["as"]>(
  as: As,
): readonly { readonly fence: Fence; readonly treatment: Extract<Treatment, { readonly as: As }> }[] {
  return allFences().flatMap((fence) => {
    const treatment = treatmentOrProblem(fence);
    return typeof treatment !== "string" && isTreatedAs(treatment, as) ? [{ fence, treatment }] : [];
  });
}

function isTreatedAs<As extends Treatment["as"]>(
  treatment: Treatment,
  as: As,
): treatment is Extract<Treatment, { readonly as: As }> {
  return treatment.as === as;
}
