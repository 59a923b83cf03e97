// Every kind, hook and policy of the pages is loaded by the program as it is pasted, and run.
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { allFences } from "../samples/fences.ts";
import { treatedAs } from "../samples/treatments.ts";
import { QuickRig } from "./quick-rig.ts";
import { statuses } from "./rig.ts";

const modules = treatedAs("module");
const file = {
  apiVersion: "opus/v1",
  kind: "File",
  metadata: { name: "one" },
  spec: { path: "out/one", content: "1" },
};

it("there are some", () => {
  expect(modules.length).toBeGreaterThan(3);
});

it.each(modules.map((one) => [one.fence.place, one] as const))(
  "the module in %s works",
  async (place, { fence, treatment }) => {
    const [, apiVersion] = /\bapiVersion: "(.*?)"/.exec(fence.text) ?? [];
    const [, kind] = /\bkind: "(.*?)"/.exec(fence.text) ?? [];
    const use = `./${treatment.name}`;
    // What the page says of it, else what a manifest of the page hands to it.
    const settings = parse(fence.says.with ?? settingsOnPage(fence.page, use) ?? "null");
    const isKind = apiVersion !== undefined && kind !== undefined;
    const advice = `${place}: say with which spec to try it: <!-- with: { … } -->, before other comments`;
    if (isKind) expect(settings, advice).not.toBeNull();
    const project = {
      ...{ apiVersion: "opus/v1", kind: "Project", metadata: { name: "sample" } },
      spec: isKind ? { processors: [use] } : { hooks: [{ use, ...(settings && { with: settings }) }] },
    };
    const task = isKind ? { apiVersion, kind, metadata: { name: "one" }, spec: settings } : file;
    using rig = new QuickRig({
      "opus.yaml": [project, task].map((one) => stringify(one)).join("---\n"),
      [treatment.name]: fence.text,
    });
    const applied = await rig.step({ command: "apply", context: "prod" });
    expect(applied.log).not.toMatch(/^::(error|warning)/m);
    expect([applied.exitCode, statuses(applied.report)], applied.log).toEqual([0, { one: "done" }]);
    if (fence.text.includes("review(")) {
      const refused = await rig.step({ command: "delete", context: "prod" });
      expect(refused.outputs["failure-reason"], refused.log).toBe("policy");
      return;
    }
    const deleted = await rig.step({ command: "delete", context: "prod" });
    expect([deleted.exitCode, deleted.log.match(/^::(error|warning).*/m)], deleted.log).toEqual([0, null]);
  },
);

/** The `with` of the entry that uses a module, in a manifest of the same page. */
function settingsOnPage(page: string, use: string): string | undefined {
  const texts = allFences().filter((fence) => fence.page === page && fence.language === "yaml");
  for (const { text } of texts)
    for (const line of text.split("\n")) {
      const [, settings] = /with: (\{.*?\})/.exec(line) ?? [];
      if (settings !== undefined && line.includes(use)) return settings;
    }
  return undefined;
}

// What a list of members leaves out: the rest of a kind, its client of a service, and a program that it asks.
const aroundMembers = (members: string): string => `import { fileURLToPath } from "node:url";
const api = {
  asked: [],
  async ask(method, path) { this.asked.push(method + " " + path); return { id: "id-of-the-sample" }; },
  post(path) { return this.ask("post", path); },
  put(path) { return this.ask("put", path); },
  delete(path) { return this.ask("delete", path); },
};
const members = {
${members}};
export default {
  apiVersion: "example.com/v1",
  kind: "Sample",
  parse: (value) => ({ ok: true, value }),
  observe: (spec, io) => (io.recorded ? { state: "present", facts: spec } : { state: "absent" }),
  create() {},
  update() {},
  delete() {},
  ...members,
};
`;
const program = `import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const { id, wanted } = JSON.parse(line);
  console.log(JSON.stringify({ id, result: { change: wanted ? "create" : "delete" } }));
}
`;

it.each(treatedAs("members").map(({ fence }) => [fence.place, fence] as const))(
  "the members of a kind in %s work in a kind",
  async (_, fence) => {
    const kind = { apiVersion: "example.com/v1", kind: "Sample", metadata: { name: "one" }, spec: { name: "one" } };
    const processors = [{ use: "./opus/sample.mjs", with: { token: "of-the-sample" } }];
    const project = { apiVersion: "opus/v1", kind: "Project", metadata: { name: "sample" }, spec: { processors } };
    using rig = new QuickRig({
      "opus.yaml": [project, kind].map((one) => stringify(one)).join("---\n"),
      "opus/sample.mjs": aroundMembers(fence.text),
    });
    for (const [, name] of fence.text.matchAll(/new URL\("(\S+)", import\.meta\.url\)/g))
      rig.write(`opus/${name}`, program);
    for (const command of ["apply", "delete"]) {
      const { exitCode, log, report } = await rig.step({ command, context: "prod" });
      expect(log).not.toMatch(/^::(error|warning)/m);
      expect([exitCode, statuses(report)], log).toEqual([0, { one: "done" }]);
    }
  },
);
