import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/engine/json/canonical-json.ts";
import type { Json } from "../../src/engine/json/json.ts";
import { files, repository, schedule, secret } from "./changed.manifest.ts";
import { QuickRig as Rig } from "./quick-rig.ts";

async function applied(given: { readonly [path: string]: string } = files): Promise<Rig> {
  const rig = new Rig(given);
  for (const context of ["test", "prod"]) {
    const step = await rig.step({ command: "apply", context }, { env: secret });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  }
  return rig;
}

/** What `contexts` with `changed` lists, without any secret. */
async function changed(rig: Rig, event = schedule) {
  const step = await rig.step({ command: "contexts", changed: "true" }, { event });
  expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  return { ...step, contexts: JSON.parse(step.outputs.contexts ?? "") as string[] };
}

describe("contexts with changed", () => {
  it("is told from other commands", async () => {
    using rig = new Rig(files);
    const step = await rig.step({ command: "plan", changed: "true" }, { event: schedule });
    expect(step.outputs["failure-reason"]).toBe("invalid-input");
    expect(step.log).toContain("the input `changed` is for the commands contexts and projects, not for plan");
  });

  it("lists none when the manifest says what is recorded, whatever is there", async () => {
    using rig = await applied();
    rig.write("opus.yaml", `# a comment\n${files["opus.yaml"]}`);
    rig.remove("stage-test.txt");
    const step = await changed(rig);
    expect(step.outputs).toMatchObject({ contexts: "[]", context: "", changes: "false" });
    expect(step.log).toContain("= test  unchanged");
    expect(step.log).toContain("= prod  unchanged");
    expect(step.report).toMatchObject({ command: "contexts", result: "success", contexts: [], diagnostics: [] });
  });

  it("lists what was never applied", async () => {
    using rig = new Rig(files);
    const step = await changed(rig);
    expect(step.contexts).toEqual(["test", "prod"]);
    expect(step.outputs).toMatchObject({ changes: "true", "to-create": "6" });
    expect(step.log).toContain("~ test  3 to create");
    expect(rig.exists(".opus")).toBe(false);
  });

  it.each<[string, (rig: Rig) => void, readonly string[]]>([
    ["a value of one context", edit('prod: "of prod"', 'prod: "of prod, changed"'), ["prod"]],
    ["a source file", (rig) => rig.write("source.txt", "changed"), ["test", "prod"]],
    ["a file among the inputs of a script", (rig) => rig.write("inputs/two.txt", "two"), ["test", "prod"]],
    ["a script", edit("echo made", "echo changed"), ["test", "prod"]],
    ["another variable for a secret", edit("env: DEMO_TOKEN", "env: OTHER_TOKEN"), ["test", "prod"]],
    ["a lifecycle", edit("{name: stage}", "{name: stage, lifecycle: {onRemove: forget}}"), ["test", "prod"]],
    ["a dependency", edit("dependencies: [{tasks: [stage]}]", "dependencies: []"), ["test", "prod"]],
    ["a scope", edit("{name: stage}", "{name: stage, processingScope: [{contexts: [test, prod]}]}"), ["test", "prod"]],
    ["a new name", edit("{name: script}", "{name: program, formerNames: [script]}"), ["test", "prod"]],
    [
      "a task that is gone",
      (rig) => rig.write("opus.yaml", files["opus.yaml"].split("---\napiVersion: opus/v1\nkind: Shell")[0] ?? ""),
      ["test", "prod"],
    ],
    ["a new name of the project", edit("{name: demo}", "{name: shop, formerNames: [demo]}"), ["test", "prod"]],
  ])("lists after %s", async (_, change, expected) => {
    using rig = await applied();
    change(rig);
    expect((await changed(rig)).contexts).toEqual(expected);
  });

  it("lists what is tainted", async () => {
    using rig = await applied();
    const state = rig.state("demo", "prod");
    state.body.tasks.stage.status = "tainted";
    putState(rig, "prod", state);
    expect((await changed(rig)).contexts).toEqual(["prod"]);
  });

  it("opens what is sealed with its key, and lists it without", async () => {
    using rig = new Rig(files);
    const key = "a passphrase that nobody will guess so soon, 4711";
    for (const context of ["test", "prod"])
      await rig.step({ command: "apply", context, "encryption-key": key }, { env: secret });
    const open = await rig.step({ command: "contexts", changed: "true", "encryption-key": key }, { event: schedule });
    expect([open.exitCode, open.outputs.contexts]).toEqual([0, "[]"]);
    const shut = await changed(rig);
    expect(shut.contexts).toEqual(["test", "prod"]);
    expect(shut.report.diagnostics.map(({ code }: { code: string }) => code)).toEqual(["not-compared", "not-compared"]);
  });

  it("asks no more than an untrusted run may", async () => {
    using rig = await applied();
    const fork = { id: 2, full_name: "mallory/storefront" };
    const pull_request = { number: 7, head: { repo: fork }, base: { ref: "main", repo: repository }, labels: [] };
    rig.write("opus.yaml", rig.read("opus.yaml").replace("event: schedule", "event: pull_request"));
    const event = { name: "pull_request", ref: "refs/pull/7/merge", payload: { number: 7, repository, pull_request } };
    expect((await changed(rig, event)).contexts).toEqual([]);
    edit('prod: "of prod"', 'prod: "of a fork"')(rig);
    expect((await changed(rig, event)).contexts).toEqual(["prod"]);
  });

  it("lists what it can't read, and says why", async () => {
    using rig = await applied();
    rig.write(".opus/state/demo/prod/state.json", "{}");
    const step = await changed(rig);
    expect(step.contexts).toEqual(["prod"]);
    expect(step.log).toMatch(
      /::warning [^\n]*prod is listed, as it can't be told whether it differs from what is recorded: /,
    );
    expect(step.report.diagnostics).toMatchObject([{ severity: "warning", code: "not-compared" }]);
  });
});

/** Puts a state in the place of the stored one, with a digest that fits. */
function putState(rig: Rig, context: string, state: { readonly body: Json }): void {
  const digest = `sha256:${createHash("sha256").update(canonicalJson(state.body)).digest("hex")}`;
  rig.write(`.opus/state/demo/${context}/state.json`, JSON.stringify({ ...state, digest }));
}

function edit(from: string, to: string): (rig: Rig) => void {
  return (rig) => {
    const text = rig.read("opus.yaml");
    expect(text).toContain(from);
    rig.write("opus.yaml", text.replace(from, to));
  };
}
