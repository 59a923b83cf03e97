import { chmodSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, expect, test } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";

const rigs: Rig[] = [];
afterAll(() => {
  for (const rig of rigs) rig[Symbol.dispose]();
});

interface Written {
  readonly kind: string;
  readonly spec: object;
  readonly metadata?: object;
}

/** A project with some tasks; JSON is YAML. */
function manifest(tasks: { readonly [name: string]: Written }): string {
  const project = {
    apiVersion: "opus/v1",
    kind: "Project",
    metadata: { name: "shop" },
    spec: { contexts: [{ input: true }] },
  };
  const documents = Object.entries(tasks).map(([name, { kind, spec, metadata }]) => ({
    apiVersion: "opus/v1",
    kind,
    metadata: { name, ...metadata },
    spec,
  }));
  return [project, ...documents].map((document) => JSON.stringify(document, null, 1)).join("\n---\n");
}

function rigWith(tasks: Parameters<typeof manifest>[0]): Rig {
  const rig = new Rig({ "opus.yaml": manifest(tasks) });
  rigs.push(rig);
  return rig;
}

async function run(rig: Rig, command: string, exitCode = 0) {
  const step = await rig.step({ command, context: "prod" });
  expect(step.exitCode, step.log).toBe(exitCode);
  const tasks = step.report.contexts[0]?.tasks ?? [];
  const fieldsOf = (name: string) => tasks.find((task: { name: string }) => task.name === name).fields;
  return { ...step, log: stripVTControlCharacters(step.log), tasks, fieldsOf };
}

const file = (path: string, content: string, more: object = {}): Written => ({
  kind: "File",
  spec: { path, content, ...more },
});

test("what somebody changed by hand is in the plan, whatever becomes of it, and a rollback gives it back", async () => {
  const left = { updated: file("out/u", "a=1\nb=2\n"), moved: file("out/m", "m=1\n"), gone: file("out/g", "g=1\n") };
  const rig = rigWith(left);
  await run(rig, "apply");
  rig.write("out/u", "a=1\nb=2\nhotfix=yes\n");
  rig.write("out/m", "m=1\nhand=made\n");
  rig.write("out/g", "g=1\nhand=made ${HOME}\n");
  rig.write("opus.yaml", manifest({ updated: file("out/u", "a=1\nb=3\n"), moved: file("out/m2", "m=1\n") }));

  const plan = await run(rig, "plan");
  expect(plan.fieldsOf("updated")).toEqual([
    {
      path: "/content",
      before: "a=1\nb=2\nhotfix=yes\n",
      after: "a=1\nb=3\n",
      drifted: true,
      left: "a=1\nb=2\n",
    },
  ]);
  expect(plan.fieldsOf("gone")).toEqual([
    { path: "/content", before: "g=1\nhand=made ${HOME}\n", drifted: true, left: "g=1\n" },
    { path: "/path", before: "out/g" },
  ]);
  expect(plan.log).toContain(
    [
      "~ updated  update  File  (spec changed)",
      "    - live now   + after apply",
      "    ~ content:  # changed outside opus",
      "        a=1",
      "    -   b=2",
      "    -   hotfix=yes",
      "    +   b=3",
      "± moved  replace  File  (spec changed)",
      '    - path: "out/m"',
      '    + path: "out/m2"  # forces replacement',
      "    ~ content:  # changed outside opus",
      "        m=1",
      "    -   hand=made",
      "- gone  delete  File  (left the manifest)",
      '    - content:  # changed outside opus; opus left "g=1\\n"',
      "    -   g=1",
      "    -   hand=made ${HOME}",
      '    - path: "out/g"',
    ].join("\n"),
  );
  expect(plan.summary).toContain(
    "```diff\n--- live now\n+++ after apply\n! content:  # changed outside opus\n    a=1\n-   b=2\n-   hotfix=yes\n+   b=3\n```",
  );

  await run(rig, "apply");
  expect([rig.read("out/u"), rig.exists("out/m"), rig.exists("out/g")]).toEqual(["a=1\nb=3\n", false, false]);
  await run(rig, "rollback");
  expect(rig.read("out/u")).toBe("a=1\nb=2\nhotfix=yes\n");
  expect(rig.read("out/m")).toBe("m=1\nhand=made\n");
  expect(rig.read("out/g")).toBe("g=1\nhand=made ${HOME}\n");
  // The manifest was not rolled back: it wants its own again.
  expect((await run(rig, "plan")).fieldsOf("updated")).toMatchObject([{ before: "a=1\nb=2\nhotfix=yes\n" }]);
});

test("what was there is not kept where it holds a secret, or is too large: a rollback brings back what opus left", async () => {
  const rig = rigWith({});
  const secrets = {
    apiVersion: "opus/v1",
    kind: "Values",
    metadata: { name: "v" },
    spec: { secrets: { key: { env: "KEY" } } },
  };
  const written = (n: number) =>
    `${manifest({ open: file("out/open", `n=${n}\n`), large: file("out/large", `n=${n}\n`) })}\n---\n${JSON.stringify(secrets)}`;
  const step = async (command: string) => {
    const done = await rig.step({ command, context: "prod" }, { env: { KEY: "s3cr3t-k3y" } });
    expect(done.exitCode, done.log).toBe(0);
    return done;
  };
  rig.write("opus.yaml", written(1));
  await step("apply");
  rig.write("out/open", "key=s3cr3t-k3y\n");
  rig.write("out/large", "x".repeat(64 * 1024 + 1));
  rig.write("opus.yaml", written(2));
  await step("apply");
  expect(JSON.stringify(rig.state("shop", "prod"))).not.toContain("s3cr3t-k3y");
  await step("rollback");
  expect([rig.read("out/open"), rig.read("out/large")]).toEqual(["n=1\n", "n=1\n"]);
});

test("a change far inside of a long text shows in log and summary, and scripts stand as lines", async () => {
  const long = (n: number) => ({
    f: file("out/f", `${"x".repeat(580)}end${n}`),
    s: {
      kind: "Shell",
      spec: { create: "true", update: `echo one\necho ${n}\n`, env: { A: JSON.stringify({ k: "y".repeat(4900), n }) } },
    },
  });
  const rig = rigWith(long(1));
  await run(rig, "apply");
  rig.write("opus.yaml", manifest(long(2)));
  const { log, summary } = await run(rig, "plan");
  for (const text of [log, summary]) {
    for (const n of [1, 2]) {
      expect(text).toMatch(new RegExp(`[-+] content: \\(\\+\\d+ characters\\) …x+end${n}"`));
      expect(text).toMatch(new RegExp(`[-+] env\\.A: \\(\\+\\d+ characters\\) …y+","n":${n}\\}'`));
      expect(text).toMatch(new RegExp(`[-+]   echo ${n}\n`));
    }
    expect(text).not.toContain("\\n");
  }
});

test("drift reads from what is wanted to what is there", async () => {
  const rig = rigWith({ f: file("out/f", "a=1\n"), g: file("out/g", "g=1\n") });
  await run(rig, "apply");
  rig.write("out/f", "a=1\nhotfix=yes\n");
  rig.write("opus.yaml", manifest({ f: file("out/f", "a=1\n"), g: file("out/g", "g=2\n") }));
  const { log, summary } = await run(rig, "drift");
  expect(log).toContain(
    [
      "f  resource-changed",
      "    - wanted (recorded)   + live now",
      "    ~ content:  # changed outside opus",
      "        a=1",
      "    +   hotfix=yes",
      "",
      "g  spec-changed",
      "    - wanted (manifest)   + live now",
      '    - content: "g=2\\n"',
      '    + content: "g=1\\n"',
    ].join("\n"),
  );
  expect(summary).toContain(
    "--- wanted (recorded)\n+++ live now\n! content:  # changed outside opus\n    a=1\n+   hotfix=yes",
  );
});

test("a changed script is in the plan beside the number that makes it run, and says when it runs", async () => {
  const api = (spec: object, metadata: object = {}): Written => ({
    kind: "Shell",
    spec: { create: "echo create >> ran", ...spec },
    metadata,
  });
  const rig = rigWith({ api: api({ update: "echo safe >> ran", env: { N: 1 } }) });
  await run(rig, "apply");
  rig.write(
    "opus.yaml",
    manifest({ api: api({ update: "echo other >> ran", delete: "rm -f ran", env: { N: 6 }, timeout: "1m" }) }),
  );
  const plan = await run(rig, "plan");
  expect(plan.fieldsOf("api")).toEqual([
    { path: "/update", before: "echo safe >> ran", after: "echo other >> ran", effect: "now", runs: "update" },
    { path: "/delete", after: "rm -f ran", effect: "later", runs: "delete" },
    { path: "/env/N", before: 1, after: 6 },
    { path: "/timeout", after: "1m", effect: "now" },
  ]);
  for (const text of [plan.log, plan.summary]) {
    expect(text).toContain('+ update: "echo other >> ran"  # runs now');
    expect(text).toContain('+ delete: "rm -f ran"  # runs at the next delete');
    expect(text).toContain('+ timeout: "1m"  # takes effect now');
  }
  await run(rig, "apply");
  expect(rig.read("ran")).toBe("create\nother\n");

  // Nothing else: nothing runs, and that is said.
  const metadata = { formerNames: ["api"], lifecycle: { onRemove: "forget" } };
  const next = { create: "echo create >> ran", update: "echo third >> ran", env: { N: 6 }, timeout: "1m" };
  rig.write("opus.yaml", manifest({ site: { kind: "Shell", spec: next, metadata } }));
  const { log, summary, fieldsOf, tasks, outputs } = await run(rig, "apply");
  expect(outputs.changes).toBe("false");
  expect(fieldsOf("site")).toMatchObject([
    { path: "/update", effect: "later", runs: "update" },
    { path: "/delete", before: "rm -f ran", effect: "later", runs: "delete" },
  ]);
  expect(tasks[0].metadata).toEqual([
    { path: "/name", before: "api", after: "site", effect: undefined },
    { path: "/lifecycle/onRemove", after: "forget" },
  ]);
  expect(log).toContain("Recorded only: site (update, delete, metadata.name, metadata.lifecycle.onRemove)");
  expect(log).toContain('- delete: "rm -f ran"  # will not run at the next delete');
  expect(summary).toContain(
    "**Recorded only**, nothing of it runs now: `site` (update, delete, metadata.name, metadata.lifecycle.onRemove)",
  );
  expect(rig.read("ran")).toBe("create\nother\n");
  expect(rig.state("shop", "prod").body.tasks.site.lifecycle).toEqual({ onRemove: "forget" });
});

test("a replacement deletes with the recorded script, and says so of the new one", async () => {
  const api = (n: number): Written => ({
    kind: "Shell",
    spec: { create: `echo create${n} >> ran`, delete: `echo delete${n} >> ran` },
  });
  const rig = rigWith({ api: api(1) });
  await run(rig, "apply");
  rig.write("opus.yaml", manifest({ api: api(2) }));
  const plan = await run(rig, "plan");
  expect(plan.log).toContain('+ create: "echo create2 >> ran"  # forces replacement, runs now');
  expect(plan.log).toContain('+ delete: "echo delete2 >> ran"  # runs at the next delete');
  await run(rig, "apply");
  expect(rig.read("ran")).toBe("create1\ndelete1\ncreate2\n");
});

test("`ignoreChanges` that names nothing is an error with its place, and taking over honours what it names", async () => {
  const withIgnoredFields = (pointers: readonly string[], more: object = {}): Written => ({
    ...file("out/f", "ours\n", { mode: "0644" }),
    metadata: { lifecycle: { ignoreChanges: pointers, ...more } },
  });
  const rig = rigWith({ f: withIgnoredFields(["/mode", "/contnt"]) });
  const { log, report } = await run(rig, "plan", 1);
  expect(report.diagnostics).toMatchObject([
    {
      code: "unknown-ignored-field",
      message: 'task "f": `ignoreChanges` names `/contnt`, and File compares no field "contnt"',
      suggestion: "Did you mean `/content`?",
      file: "opus.yaml",
    },
  ]);
  expect(log).toMatch(/^opus\.yaml:\d+:\d+: error unknown-ignored-field/m);

  rig.write("out/f", "theirs\n");
  chmodSync(join(rig.workspace, "out/f"), 0o644);
  rig.write("opus.yaml", manifest({ f: withIgnoredFields(["/content"]) }));
  expect((await run(rig, "plan")).tasks[0]).toMatchObject({ change: "adopt", fields: [] });

  chmodSync(join(rig.workspace, "out/f"), 0o600);
  rig.write("opus.yaml", manifest({ f: withIgnoredFields(["/content"], { adopt: true }) }));
  expect((await run(rig, "apply")).fieldsOf("f")).toEqual([{ path: "/mode", before: "0600", after: "0644" }]);
  expect(rig.read("out/f")).toBe("theirs\n");
  expect((await run(rig, "plan")).log).toContain("Plan: nothing to do, 1 unchanged.");
});

test("pointers of `ignoreChanges`: one into the document, one of a kind of its own, one that is nearly a member", async () => {
  const rig = rigWith({});
  rig.write(
    "things.mjs",
    `export default {apiVersion: "example.com/v1", kind: "Thing", specFields: ["size", "colour"],
      observe: async () => ({state: "absent"}), create: async () => ({}), update: async () => ({}), delete: async () => {}};`,
  );
  const project = `{apiVersion: opus/v1, kind: Project, metadata: {name: shop}, spec: {contexts: [{input: true}], processors: [./things.mjs]}}`;
  // Equal specs of one kind are one resource: each has its own size.
  const thing = (name: string, pointer: string, size: number) =>
    `{apiVersion: example.com/v1, kind: Thing, metadata: {name: ${name}, lifecycle: {ignoreChanges: [${pointer}]}}, spec: {size: ${size}, env: {REPLICAS: 2}}}`;
  const things = { a: "/spec/size", b: "/colour", c: "/weight", d: "/env/REPLICS", e: "/observed/x" };
  rig.write(
    "opus.yaml",
    [project, ...Object.entries(things).map(([name, at], index) => thing(name, at, index))].join("\n---\n"),
  );
  const { report } = await run(rig, "validate", 1);
  const told = report.diagnostics.map(({ severity, message, suggestion }: { [key: string]: string }) => [
    severity,
    message,
    suggestion,
  ]);
  expect(told).toEqual([
    [
      "error",
      'task "a": `ignoreChanges` names `/spec/size`, and Thing compares no field "spec"',
      "Did you mean `/size`? Pointers begin inside of `spec`.",
    ],
    [
      "error",
      'task "c": `ignoreChanges` names `/weight`, and Thing compares no field "weight"',
      "Thing compares /size, /colour; things.mjs can name more in `fields.names`.",
    ],
    [
      "warning",
      'task "d": `ignoreChanges` names `/env/REPLICS`, which is not in the spec',
      "Did you mean `/env/REPLICAS`?",
    ],
  ]);
});
