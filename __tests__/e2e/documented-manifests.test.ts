// Every manifest of the pages, and every part of one, is validated as it is pasted.
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { allFences, type Fence } from "../samples/fences.ts";
import { moduleName, treatedAs } from "../samples/treatments.ts";
import { QuickRig } from "./quick-rig.ts";
import { type Event, pushToMain } from "./rig.ts";

const fences = allFences();
const samples = treatedAs("manifest").map(({ fence, treatment }) => ({ fence, manifest: treatment.text }));

it("there are some, whole ones and parts", () => {
  expect(samples.length).toBeGreaterThan(30);
  expect(samples.filter(({ fence, manifest }) => fence.text !== manifest).length).toBeGreaterThan(10);
});

it.each(samples.map((sample) => [sample.fence.place, sample] as const))(
  "the manifest in %s is valid as pasted",
  async (_, { fence, manifest }) => {
    using rig = new QuickRig({ "opus.yaml": manifest });
    // Folders that a sample makes files of.
    for (const [, source = ""] of manifest.matchAll(/^ {2}(?:source|template): (\S+\/)$/gm))
      rig.write(`${source}one.conf`, "one");
    for (const [path, code] of modulesFor(fence, manifest)) rig.write(path, code);
    const variables = [...manifest.matchAll(/env: ([A-Z][A-Z0-9_]+)\b|\$\{ENV:(\w+)/g)].map(
      ([, one, two]) => one ?? two,
    );
    const env = Object.fromEntries(variables.map((name) => [name ?? "", "a-secret-of-this-test"]));
    const { exitCode, log } = await rig.step(
      { command: "validate", ...contextFor(manifest) },
      { env, event: eventFor(manifest) },
    );
    expect(log).not.toMatch(/^(::(error|warning)|.*\d+:\d+: (error|warning))/m);
    expect(exitCode, log).toBe(0);
  },
);

const someKind = `export default {
  apiVersion: "example.com/v1", kind: "Sample", parse: (value) => ({ ok: true, value }), observe: () => ({ state: "absent" }),
  create: () => {}, update: () => {}, delete: () => {},
};
`;
const someHook = `export default () => ({ name: "sample", on() {} });\n`;

/** Modules that a sample names: those of its page, else one that does nothing. */
function modulesFor(fence: Fence, manifest: string): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const [, path = ""] of manifest.matchAll(/\.\/([\w./*-]+\.m[jt]s)/g)) {
    const wanted = path.split("/").at(-1) ?? "";
    for (const other of fences.filter(({ page }) => page === fence.page)) {
      const name = moduleName(other)?.split("/").at(-1) ?? "";
      if (name === wanted || (wanted === "*.mjs" && name !== "" && !name.includes(".test.")))
        modules.set(path.replace("*.mjs", name), other.text);
    }
    const isKind = projectOf(manifest).processors?.some((one) => JSON.stringify(one).includes(path));
    if (!modules.has(path) && wanted !== "*.mjs") modules.set(path, isKind ? someKind : someHook);
  }
  return modules;
}

interface Rule {
  readonly event?: string | readonly string[];
  readonly input?: boolean | readonly string[];
  readonly label?: string;
  readonly tag?: string;
  readonly branch?: string;
}

interface ProjectSpec {
  readonly contexts?: readonly Rule[];
  readonly processors?: readonly unknown[];
}

function projectOf(manifest: string): ProjectSpec {
  const documents = parseAllDocuments(manifest).map((document) => document.toJS() as { kind?: string; spec?: object });
  return documents.find(({ kind }) => kind === "Project")?.spec ?? {};
}

/** Where rules choose the context, that of a push to main, or of the first event that they name; else one is to be named. */
function contextFor(manifest: string): { readonly context?: string } {
  const { contexts: rules = [] } = projectOf(manifest);
  return rules.length === 0 || rules[0]?.input !== undefined ? { context: "prod" } : { context: "" };
}

function eventFor(manifest: string): Event {
  const [rule] = projectOf(manifest).contexts ?? [];
  if (rule?.event === undefined) return pushToMain;
  const number = 12;
  const labels = rule.label === undefined ? [] : [{ name: rule.label }];
  const repo = { full_name: "octo/storefront", id: 1, default_branch: "main" };
  const pull = {
    number,
    labels,
    base: { ref: "main", sha: "a".repeat(40), repo },
    head: { ref: "x", sha: "b".repeat(40), repo },
  };
  return {
    name: "pull_request",
    ref: `refs/pull/${number}/merge`,
    payload: { action: "opened", number, pull_request: pull, repository: repo },
  };
}
