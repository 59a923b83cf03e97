import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: { name: shop }
spec:
  contexts: [{ input: [prod] }]
`;

/** A document of a task, as somebody has written it. */
const file = (name: string, spec: string, metadata = "") =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: ${name}${metadata} }\n${spec}`;

let rig: QuickRig;
beforeEach(() => {
  rig = new QuickRig();
});
afterEach(() => rig[Symbol.dispose]());

const context = "prod";
const text = (log: string): string => log.replace(/\u001b\[\d+m/g, "");

async function apply(): Promise<void> {
  const applied = await rig.step({ command: "apply", context });
  expect(applied.exitCode, applied.log).toBe(0);
}

/** Accepts, and tells what was said of what is left. */
async function accept(options: Parameters<QuickRig["accept"]>[1] = {}, inputs: { [name: string]: string } = {}) {
  const done = await rig.accept({ context, ...inputs }, options);
  const left = done.report.diagnostics
    .filter(({ code }: { code: string }) => code === "drift-not-accepted")
    .map(({ message, suggestion }: { message: string; suggestion?: string }) =>
      [message, suggestion ?? ""].join(" → "),
    );
  return { ...done, left };
}

/** Nothing is to be done, and nothing has drifted. */
async function isSettled(): Promise<void> {
  const planned = await rig.step({ command: "plan", context, "expect-no-changes": "true" });
  expect(planned.exitCode, planned.log).toBe(0);
  expect(planned.outputs).toMatchObject({ changes: "false", "to-update": "0", "to-create": "0" });
  const drift = await rig.step({ command: "drift", context, "fail-on-drift": "true" });
  expect(drift.exitCode, drift.log).toBe(0);
}

describe("a file that somebody has changed by hand", () => {
  const manifest = `${project}${file(
    "page",
    `spec:
  path: out/page.txt # where it is
  mode: "0644"       # who may read
  content: |         # what it says
    Hello
    World
`,
  )}# the end`;

  it("is what the manifest wants from then on; comments are kept, and no file is touched", async () => {
    rig.write("opus.yaml", manifest);
    await apply();
    rig.write("out/page.txt", "Hello\nMoon ${HOME}\n");
    chmodSync(join(rig.workspace, "out/page.txt"), 0o600);
    const shown = await accept({ dryRun: true });
    expect(rig.read("opus.yaml")).toBe(manifest);
    expect(text(shown.log)).toContain(
      "Would write what is there of 1 task (page) into opus.yaml. Nothing was written.",
    );
    const accepted = await accept();
    expect(accepted.exitCode, accepted.log).toBe(0);
    expect(accepted.left).toEqual([]);
    const wanted = manifest.replace('"0644"', '"0600"').replace("World", () => "Moon $${HOME}");
    expect(rig.read("opus.yaml")).toBe(wanted);
    for (const line of ['    -  mode: "0644"       # who may read', "    +    Moon $${HOME}", "Next: look at it with"])
      expect(text(accepted.log)).toContain(line);
    await isSettled();
    expect(rig.state("shop", "prod").body.tasks.page.spec.mode).toBe("0644");
    const applied = await rig.step({ command: "apply", context });
    expect(changes(applied.report)).toEqual({ page: "noop" });
    expect(rig.state("shop", "prod").body.tasks.page).toMatchObject({
      spec: { mode: "0600", content: "Hello\nMoon $${HOME}\n" },
      outputs: { SIZE: 19 },
    });
    expect(rig.read("out/page.txt")).toBe("Hello\nMoon ${HOME}\n");
    await isSettled();
    const again = await accept();
    expect(text(again.log)).toContain("Nothing to write into the manifest.");
    expect(rig.read("opus.yaml")).toBe(wanted);
    // Whoever goes back in git has it put back.
    rig.write("opus.yaml", manifest);
    await apply();
    expect(rig.read("out/page.txt")).toBe("Hello\nWorld\n");
  });

  it("hands what it is now to whoever uses its outputs, before and after it is recorded", async () => {
    const user = file("sum", 'spec: { path: out/sum.txt, content: "size ${VAR:page:SIZE}" }\n');
    rig.write("opus.yaml", `${manifest}\n${user}`);
    await apply();
    rig.write("out/page.txt", "Hello\n");
    await accept();
    const planned = await rig.step({ command: "plan", context });
    expect(changes(planned.report)).toEqual({ page: "noop", sum: "update" });
    await apply();
    expect(rig.read("out/sum.txt")).toBe("size 6");
    await isSettled();
  });

  it("is copied over the file that it is a copy of", async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    rig.write(
      "opus.yaml",
      `${project}${file("copy", "spec: { path: out/a.txt, source: a.txt }\n")}${file("blob", "spec: { path: out/b, source: b }\n")}`,
    );
    rig.write("a.txt", "one\n");
    rig.write("b", "two\n");
    chmodSync(join(rig.workspace, "a.txt"), 0o640);
    await apply();
    const before = rig.read("opus.yaml");
    rig.write("out/a.txt", "one\ntwo ${X}\n");
    rig.write("out/b", bytes.toString("latin1"));
    const accepted = await accept();
    expect(accepted.left).toEqual([]);
    expect(rig.read("opus.yaml")).toBe(before);
    expect(rig.read("a.txt")).toBe("one\ntwo ${X}\n");
    expect(rig.read("b")).toBe(rig.read("out/b"));
    expect(text(accepted.log)).toContain("Wrote what is there of 2 tasks (copy, blob) into a.txt and b.");
    await isSettled();
  });

  it("is left where the manifest can't say it, with what to do", async () => {
    rig.write("page.tpl", "Hello ${VALUE:who}\n");
    rig.write("shared.txt", "shared\n");
    const values = `---
apiVersion: opus/v1
kind: Values
metadata: { name: values }
spec:
  values:
    who: { type: string, default: World, contexts: { prod: Prod } }
  secrets: { token: { env: TOKEN } }
`;
    const tasks = [
      file("whole", 'spec: { path: out/whole, content: "${VALUE:who}" }\n'),
      file("part", 'spec: { path: out/part, content: "Hello ${VALUE:who}" }\n'),
      file("template", "spec: { path: out/template, template: page.tpl }\n"),
      file("secret", 'spec: { path: out/secret, content: "a ${SECRET:token}" }\n'),
      file("live", "spec: { path: out/live, content: a }\n"),
      file("gone", "spec: { path: out/gone, content: a }\n"),
      file("link", "spec: { path: out/link, content: a }\n"),
      file("binary", "spec: { path: out/binary, content: a }\n"),
      file("one", "spec: { path: out/one, source: shared.txt }\n"),
      file("two", "spec: { path: out/two, source: ./shared.txt }\n"),
      file("env", 'spec: { path: out/env, content: "${ENV:NAME}" }\n'),
      file("ignored", "spec: { path: out/ignored, content: a }\n", ", lifecycle: { ignoreChanges: [/content] }"),
    ];
    rig.write("opus.yaml", project + values + tasks.join(""));
    const env = { TOKEN: "a-secret-of-some-length", NAME: "me" };
    const applied = await rig.step({ command: "apply", context }, { env });
    expect(applied.exitCode, applied.log).toBe(0);
    const before = rig.read("opus.yaml");
    for (const name of ["whole", "part", "template", "secret", "one", "env", "ignored"]) rig.write(`out/${name}`, "x");
    rig.write("out/live", "now a-secret-of-some-length");
    rig.write("out/binary", "\u0000\u00ff");
    rig.remove("out/gone");
    rig.remove("out/link");
    symlinkSync("whole", join(rig.workspace, "out/link"));
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(rig.workspace, "out/binary"), Buffer.from([0, 255, 128]));
    const done = await accept({ env });
    expect(done.exitCode, done.log).toBe(0);
    expect(rig.read("opus.yaml")).toBe(before);
    expect(rig.read("shared.txt")).toBe("shared\n");
    expect(done.left).toEqual([
      '`content` of "whole" was not accepted: it comes from `${VALUE:who}` → To accept what is there, make the value `who` at opus.yaml:12 "x".',
      '`content` of "part" was not accepted: `${VALUE:who}` is a part of it → Change the value `who` at opus.yaml:12, or what is written here, by hand.',
      '`template` of "template" was not accepted: it is made of the template `page.tpl`, in which values are filled in → Compare `out/template` with it, and change it by hand.',
      '`content` of "secret" was not accepted: a secret is in it → Nothing secret, and nothing made of it, belongs into the repository: change the secret where it is kept, or by hand what is around it; or apply, to have it as it was.',
      '`content` of "live" was not accepted: what is there holds a secret → Nothing secret, and nothing made of it, belongs into the repository: change the secret where it is kept, or by hand what is around it; or apply, to have it as it was.',
      '"gone" was not accepted: the resource is gone → `apply` makes it again. If it is to stay away, take the task out of the manifest.',
      '`content` of "link" was not accepted: a symlink is there, and no file → Move it away, and apply.',
      '`content` of "binary" was not accepted: what is there is no text, or has more than 64 KiB → If nothing secret is in it, copy `out/binary` to a file of its own, and name that as `source`.',
      '`content` of "env" was not accepted: it comes from `${ENV:NAME}` → Change it where it comes from; or apply, to have it as it was.',
      '`source` of "one" was not accepted: "two" would change as well: `shared.txt` is read for it, too → Do it by hand: copy `out/one` to `shared.txt`.',
    ]);
    expect(done.log.replace(/^::add-mask::.*$/gm, "")).not.toContain("a-secret-of-some-length");
    const failing = await accept({ env }, { "fail-on-drift": "true", target: "env" });
    expect(failing.exitCode).toBe(1);
    expect(failing.outputs["failure-reason"]).toBe("drift-detected");
  });

  it("is left where the manifest was changed in the same place, and taken in others", async () => {
    rig.write("opus.yaml", manifest);
    await apply();
    rig.write("opus.yaml", manifest.replace("World", "Mars"));
    rig.write("out/page.txt", "Hello\nMoon\n");
    chmodSync(join(rig.workspace, "out/page.txt"), 0o600);
    const done = await accept();
    expect(done.left).toEqual([
      '`content` of "page" was not accepted: the manifest was changed there, too, and that was not applied → Write there by hand what is to be.',
    ]);
    expect(rig.read("opus.yaml")).toBe(manifest.replace("World", "Mars").replace("0644", "0600"));
    const planned = await rig.step({ command: "plan", context });
    expect(changes(planned.report)).toEqual({ page: "update" });
    // By hand: what is there.
    rig.write("opus.yaml", manifest.replace("World", "Moon").replace("0644", "0600"));
    await isSettled();
  });
});

describe("what other contexts take from the same text", () => {
  const shared = `apiVersion: opus/v1
kind: Project
metadata: { name: shop }
spec:
  contexts:
    - { input: [prod, test] }
    - { event: pull_request, context: "pr-\${GITHUB:event.number}", inherits: test }
`;
  const all = file("all", "spec: { path: out/all, content: a }\n");
  const only = file("only", "spec: { path: out/only, content: a }\n", ", processingScope: [{ contexts: [prod] }]");

  it("is left, and they are named; unless they are all to change", async () => {
    rig.write("opus.yaml", shared + all + only);
    await apply();
    rig.write("out/all", "b");
    rig.write("out/only", "b");
    const done = await accept();
    expect(done.left).toEqual([
      '`content` of "all" was not accepted: "test", "pr-${GITHUB:event.number}" would change as well: the same text stands for all of them → Give each context its own with a value (`${VALUE:…}` and `contexts` in a Values document); or accept it for all of them with `--shared`.',
    ]);
    expect(rig.read("opus.yaml")).toBe(shared + all + only.replace("content: a", "content: b"));
    const whole = await accept({ shared: true });
    expect(whole.left).toEqual([]);
    expect(rig.read("opus.yaml")).toBe((shared + all + only).replaceAll("content: a", "content: b"));
    await isSettled();
  });
});

describe("a manifest that can't be written", () => {
  beforeEach(async () => {
    rig.write(
      "opus.yaml",
      `${project.replace("spec:", "spec:\n  include: [more.yaml]")}${file("one", "spec: { path: out/one, content: a }\n")}`,
    );
    rig.write("more.yaml", file("two", "spec: { path: out/two, content: a }\n"));
    await apply();
    rig.write("out/one", "b");
    rig.write("out/two", "b");
  });

  const refused = async (message: string): Promise<void> => {
    const before = [rig.read("opus.yaml"), rig.read("more.yaml")];
    const done = await accept();
    expect(done.exitCode).toBe(1);
    const told = done.report.diagnostics.filter(({ code }: { code: string }) => code === "manifest-not-written");
    expect(told, done.log).toMatchObject([{ message, suggestion: "Mend that, and run again. Nothing was written." }]);
    expect([rig.read("opus.yaml"), rig.read("more.yaml")]).toEqual(before);
  };

  it("is named, with no other file written: read-only", async () => {
    chmodSync(join(rig.workspace, "more.yaml"), 0o444);
    await refused("more.yaml is read-only");
  });

  it("is named, with no other file written: a link", async () => {
    rig.write("real.yaml", rig.read("more.yaml"));
    rig.remove("more.yaml");
    symlinkSync("real.yaml", join(rig.workspace, "more.yaml"));
    await refused("more.yaml is a symlink, and only a file itself is written");
  });

  it("is named, with no other file written: somebody writes it while resources are looked at", async () => {
    const { writeFileSync } = await import("node:fs");
    rig.write(
      "kinds.mjs",
      `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
export default [{
  apiVersion: "test/v1", kind: "Editor",
  async observe() {
    const text = readFileSync("more.yaml", "utf8");
    writeFileSync("more.yaml", text.replace("out/two, content: a", "out/two, content: c"));
    return { state: "present", facts: { n: 1 } };
  },
  async create() { return {}; }, async update() { return {}; }, async delete() {},
}];
`,
    );
    const editor = "---\napiVersion: test/v1\nkind: Editor\nmetadata: { name: editor }\nspec: { n: 1 }\n";
    const before = rig.read("opus.yaml").replace("spec:", "spec:\n  processors: [./kinds.mjs]") + editor;
    writeFileSync(join(rig.workspace, "opus.yaml"), before);
    const done = await accept();
    expect(done.exitCode).toBe(1);
    expect(text(done.log)).toContain("error manifest-not-written: more.yaml was changed while this run went on");
    expect(rig.read("opus.yaml")).toBe(before);
    expect(rig.read("more.yaml")).toContain("content: c");
  });

  it("is written in all of its files else", async () => {
    const done = await accept();
    expect(done.exitCode, done.log).toBe(0);
    expect(rig.read("opus.yaml") + rig.read("more.yaml")).not.toContain("content: a");
    await isSettled();
  });
});

describe("a task whose kind can't say it, or does", () => {
  it("is left for a Shell, and taken for a kind of the repository by its own rule or by default", async () => {
    rig.write(
      "kinds.mjs",
      `import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
const kind = (name, more) => ({
  apiVersion: "test/v1", kind: name,
  async observe({ path }) {
    return existsSync(path) ? { state: "present", facts: { path, ...JSON.parse(readFileSync(path, "utf8")) } } : { state: "absent" };
  },
  async create(spec) { writeFileSync(spec.path, JSON.stringify(spec)); return {}; },
  async update(before, spec) { writeFileSync(spec.path, JSON.stringify(spec)); return {}; },
  async delete({ path }) { rmSync(path, { force: true }); },
  ...more,
});
const differs = (facts, spec) => ["size", "place"].filter((n) => facts[n] !== spec[n]).map((n) => ({ path: "/" + n, before: facts[n], after: spec[n] }));
export default [
  kind("Plain"),
  kind("Own", { compare: { differs, accept: (facts, spec) => differs(facts, spec).map(({ path, before }) =>
    path === "/size" ? { path, value: before } : { path, why: "nobody moves it", hint: "Call somebody." }) } }),
  kind("Mute", { compare: { differs } }),
  kind("Broken", { compare: { differs, accept: () => [{ path: "", value: {} }] } }),
  kind("Thrower", { compare: { differs, accept: () => { throw new Error("not today"); } } }),
  kind("Liar", { compare: { differs, accept: () => [{ path: "/size", value: 1 }] } }),
];
`,
    );
    const own = (name: string) =>
      `---\napiVersion: test/v1\nkind: ${name}\nmetadata: { name: ${name.toLowerCase()} }\nspec: { path: ${name}.json, size: 2, place: here } # ${name}\n`;
    const shell = `---
apiVersion: opus/v1
kind: Shell
metadata: { name: shell }
spec:
  create: echo 1 > n
  update: echo 1 > n
  read: '[ ! -f n ] || echo "{\\"n\\": $(cat n)}"'
`;
    const kinds = ["Plain", "Own", "Mute", "Liar", "Broken", "Thrower"];
    const manifest = project.replace("spec:", "spec:\n  processors: [./kinds.mjs]") + kinds.map(own).join("") + shell;
    rig.write("opus.yaml", manifest);
    await apply();
    for (const name of kinds)
      rig.write(`${name}.json`, JSON.stringify({ path: `${name}.json`, size: 3, place: "there" }));
    rig.write("n", "2");
    const done = await accept();
    expect(done.exitCode, done.log).toBe(0);
    expect(rig.read("opus.yaml")).toBe(
      manifest
        .replace("Plain.json, size: 2, place: here", "Plain.json, size: 3, place: there")
        .replace("Own.json, size: 2", "Own.json, size: 3"),
    );
    expect(done.left).toEqual([
      '`place` of "own" was not accepted: nobody moves it → Call somebody.',
      '"mute" was not accepted: the kind Mute does not say how what is there would be written → Change the manifest by hand; or apply, to have the resource as it was.',
      '`size` of "liar" was not accepted: even so written it would differ → Change the manifest by hand.',
      '"broken" was not accepted: kinds.mjs: Broken: `compare.accept` gave something else than a list of {path, value} and {path, why, hint} → ',
      '"thrower" was not accepted: kinds.mjs: Thrower: `compare.accept` threw: not today → ',
      '"shell" was not accepted: nothing tells which of its scripts and variables make what `read` has found → Change `env` or the scripts by hand, so that they make it; or apply, to have it as it was.',
    ]);
    const planned = await rig.step({ command: "plan", context });
    expect(changes(planned.report)).toEqual({
      plain: "noop",
      own: "update",
      mute: "update",
      liar: "update",
      broken: "update",
      thrower: "update",
      shell: "update",
    });
    expect(drifts((await rig.step({ command: "drift", context })).report)).toMatchObject({ plain: "in-sync" });
  });
});

describe("who may not accept", () => {
  it.each<[string, { readonly [name: string]: string }, string, string]>([
    ["another command", { command: "plan" }, "invalid-input", "--accept is for the command drift, not for plan"],
    [
      "without a context",
      { context: "" },
      "invalid-input",
      "--accept takes what is there in one context, so it needs --context",
    ],
    ["without a look", { refresh: "none" }, "invalid-input", "--accept takes what is there, so it needs --refresh all"],
  ])("%s", async (_, inputs, reason, message) => {
    rig.write("opus.yaml", `${project}${file("one", "spec: { path: out/one, content: a }\n")}`);
    const done = await accept({}, inputs);
    expect(done.exitCode).toBe(1);
    expect(done.outputs["failure-reason"]).toBe(reason);
    expect(done.report.diagnostics.map((one: { message: string }) => one.message)).toEqual([message]);
  });

  it("a stranger's run", async () => {
    rig.write("opus.yaml", `${project}${file("one", "spec: { path: out/one, content: a }\n")}`);
    const head = { sha: "1".repeat(40), repo: { id: 2, full_name: "mallory/storefront", fork: true } };
    const base = { ref: "main", repo: { id: 1, full_name: "octo/storefront" } };
    const payload = {
      number: 7,
      repository: { id: 1, default_branch: "main" },
      pull_request: { number: 7, head, base, labels: [] },
    };
    const done = await accept({ event: { name: "pull_request", ref: "refs/pull/7/merge", payload } });
    expect(done.exitCode).toBe(1);
    expect(done.outputs["failure-reason"]).toBe("untrusted");
  });
});
