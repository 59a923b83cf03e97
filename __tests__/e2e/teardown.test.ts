import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Event, StepResult } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
spec:
  contexts: [{event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}", inherits: dev}]
`;
const values = `---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec:
  values: {size: {type: integer, default: 1}}
  secrets: {unused: {env: UNUSED}}
`;
const file = (name: string, after = ""): string => `---
apiVersion: opus/v1
kind: File
metadata: {name: ${name}${after}}
spec: {path: out/${name}.txt, content: "${name} \${VALUE:size}"}
`;
const shell = (name: string, spec: string, metadata = ""): string => `---
apiVersion: opus/v1
kind: Shell
metadata: {name: ${name}${metadata}}
spec: {create: "touch made/${name}", read: "test -e made/${name} && echo '{}' || true", ${spec}}
`;
const on = (task: string): string => `, dependencies: [{tasks: [${task}]}]`;
const gone = (name: string): string => `delete: "rm made/${name} && echo ${name} >> order.txt"`;

/** A network that a database and a server are in, and a page. */
const tasks =
  shell("net", gone("net")) +
  shell("db", gone("db"), on("net")) +
  shell("web", gone("web"), on("db")) +
  file("page", on("web"));
const sound = project + values + tasks;

const labelled: Event = {
  name: "pull_request",
  ref: "refs/pull/12/merge",
  payload: {
    number: 12,
    repository: { id: 1, default_branch: "main" },
    pull_request: {
      number: 12,
      head: { sha: "a".repeat(40), repo: { id: 1 } },
      base: { ref: "main", repo: { id: 1 } },
      labels: [{ name: "preview" }],
    },
  },
};
/** A sweep, or the run that a closed pull request causes: from the default branch. */
const swept: Event = {
  name: "schedule",
  ref: "refs/heads/main",
  payload: { repository: { id: 1, default_branch: "main" } },
};

let rig: QuickRig;
/** A workspace in which the preview of the sound manifest was made. */
const preview = mkdtempSync(join(tmpdir(), "opus-preview-"));
beforeAll(async () => {
  rig = new QuickRig({ "opus.yaml": sound, "made/.keep": "" });
  await apply();
  cpSync(rig.workspace, preview, { recursive: true });
  rig[Symbol.dispose]();
});
afterAll(() => rmSync(preview, { recursive: true, force: true }));
beforeEach(() => {
  rig = new QuickRig({ "opus.yaml": sound, "made/.keep": "" });
});
afterEach(() => rig[Symbol.dispose]());

/** Makes the preview of pull request 12; of the sound manifest it is there already. */
async function made(manifest?: string): Promise<void> {
  if (manifest === undefined) return cpSync(preview, rig.workspace, { recursive: true });
  rig.write("opus.yaml", manifest);
  await apply();
}

async function apply(): Promise<void> {
  const step = await rig.step(
    { command: "apply", parallelism: "1" },
    { event: labelled, env: { UNUSED: "set-when-it-was-made" } },
  );
  expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
}

function torn(inputs: { readonly [name: string]: string } = {}): Promise<StepResult> {
  return rig.step({ command: "delete", context: "pr-12", parallelism: "1", ...inputs }, { event: swept });
}

const recorded = (): string[] => Object.keys(rig.state("shop", "pr-12").body.tasks).sort();
const order = (): string => (rig.exists("order.txt") ? rig.read("order.txt") : "");

/** Everything is gone, in its order, and each of these was told once, as a warning with its place. */
function allGone(step: StepResult, ...told: readonly string[]): void {
  expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  expect([recorded(), order()]).toEqual([[], "web\ndb\nnet\n"]);
  expect(rig.exists("out/page.txt")).toBe(false);
  expect(step.summary).toContain("`delete` in `pr-12`: 4 of 4 deleted\n");
  const warnings = step.report.diagnostics
    .filter(({ severity }: { severity: string }) => severity !== "notice")
    .map(({ severity, code, file, line }: { [key: string]: string }) => `${severity} ${code} ${file}:${line}`);
  expect(warnings.sort()).toEqual([...told].sort());
}

describe("delete, with a manifest of which something is wrong outside of the Project", () => {
  const lines = (text: string): number => text.split("\n").length;

  it.each<[what: string, manifest: string, told: readonly string[]]>([
    ["nothing", sound, []],
    [
      "an unknown kind",
      `${sound}---\napiVersion: opus/v1\nkind: Bucket\nmetadata: {name: b}\nspec: {}\n`,
      [`warning unknown-kind opus.yaml:${lines(sound) + 2}`],
    ],
    [
      "a YAML error in the document of another task",
      `${sound}---\nkind: File\nspec: {path: [}\n`,
      [`warning yaml-syntax opus.yaml:${lines(sound) + 2}`],
    ],
    [
      "a cycle",
      sound.replace("{name: net}", "{name: net, dependencies: [{tasks: [page]}]}"),
      ["warning dependency-cycle opus.yaml:16"],
    ],
    ["a value without a default", sound.replace("default: 1", "required: true"), []],
    [
      "an unset secret that nothing recorded uses",
      `${sound}${shell("new", 'delete: "true", secretEnv: {X: "${SECRET:unused}"}')}`,
      [],
    ],
    [
      "a dependency on a task that is not there",
      sound.replace("{name: net}", "{name: net, dependencies: [{tasks: [fog]}]}"),
      ["warning unknown-task opus.yaml:16"],
    ],
    [
      "a field of a task that is newer than this opus",
      sound.replace("metadata: {name: db", "metadata: {colour: red, name: db"),
      ["warning unknown-field opus.yaml:21"],
    ],
    ["tasks of one name", `${sound}${file("page")}`, [`warning duplicate-task opus.yaml:${lines(sound) + 3}`]],
    [
      "a field of the Project that is newer than this opus",
      sound.replace("spec:\n  contexts", "spec:\n  notify: {slack: yes}\n  contexts"),
      ["warning unknown-field opus.yaml:5"],
    ],
    [
      "a built-in hook that is newer than this opus",
      sound.replace("spec:\n  contexts", "spec:\n  hooks: [{use: pager, with: {to: me}}]\n  contexts"),
      ["warning unknown-hook opus.yaml:5"],
    ],
    [
      "a folder of the manifest that is gone",
      sound.replace("spec:\n  contexts", "spec:\n  include: [more/*.yaml, ../x.yaml]\n  contexts"),
      ["warning include-matches-nothing opus.yaml:5", "warning path-escape opus.yaml:5"],
    ],
    ["no task at all", project, []],
  ])("%s", async (_, manifest, told) => {
    await made();
    rig.write("opus.yaml", manifest);
    allGone(await torn(), ...told);
  });

  it("files that are gone", async () => {
    await made();
    const step = await torn({ manifest: "opus.yaml, more.yaml", "values-file": "values.yaml" });
    allGone(step, "warning invalid-input null:null", "warning manifest-not-found null:null");
  });
});

/** Nothing was changed, for this reason, and the first error is this one. */
function nothingDone(step: StepResult, reason: string, first: string, place: string | null): void {
  const [error] = step.report.diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
  const at = error?.file ? `${error.file}:${error.line}` : null;
  expect([step.exitCode, step.outputs["failure-reason"], error?.message, at]).toEqual([1, reason, first, place]);
  expect([recorded(), order()]).toEqual([["db", "net", "page", "web"], ""]);
}

/** Of what the Project says nothing counts then, so one of each sort will do. */
const namedByInput = new Set(["the file is gone", "a YAML error in it", "a wrong limit"]);
const unread = new Set(["the file is gone", "the file is empty", "a YAML error in it", "no name"]);
const follows = "so it is not known whose state is meant, and where it is";

describe("delete, with a Project that can't be relied on", () => {
  it.each<[what: string, manifest: string | undefined, place: string | null]>([
    ["the file is gone", undefined, null],
    ["the file is empty", "", null],
    ["a YAML error in it", sound.replace("metadata: {name: shop}", "metadata: {name: shop"), "opus.yaml:3"],
    ["no name", sound.replace("{name: shop}", "{}"), "opus.yaml:3"],
    [
      "a newer field of state",
      sound.replace("spec:\n  contexts", "spec:\n  state: {backend: file, shards: 3}\n  contexts"),
      "opus.yaml:3",
    ],
    [
      "a newer condition of a rule",
      sound.replace("event: pull_request,", "event: pull_request, actor: mona,"),
      "opus.yaml:3",
    ],
    [
      "a wrong limit",
      sound.replace("spec:\n  contexts", "spec:\n  limits: {maxDeletes: many}\n  contexts"),
      "opus.yaml:3",
    ],
    ["a wrong host", sound.replace("spec:\n  contexts", "spec:\n  http: {allow: [3]}\n  contexts"), "opus.yaml:3"],
    [
      "a misspelt field that counts",
      sound.replace("spec:\n  contexts", "spec:\n  stat: {backend: file}\n  contexts"),
      "opus.yaml:3",
    ],
    [
      "a module that would be asleep",
      sound.replace("spec:\n  contexts", "spec:\n  hooks: [{use: ./guard.mjs, on: [delte]}]\n  contexts"),
      "opus.yaml:3",
    ],
    ["a second Project", `${sound}---\n${project}`, "opus.yaml:3"],
  ])("%s: says so, and does it all where the input names the project", async (what, manifest, place) => {
    await made();
    if (manifest === undefined) rig.remove("opus.yaml");
    else rig.write("opus.yaml", manifest);
    const refused = await torn();
    const why = unread.has(what) ? "no Project can be read" : "what the Project says can't be relied on";
    nothingDone(refused, "invalid-manifest", `${why}, ${follows}`, place);
    expect(refused.log).toContain("name the state with the input `project`, and its place");
    if (!namedByInput.has(what)) return;
    const step = await torn({ project: "shop" });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
    expect([recorded(), order()]).toEqual([[], "web\ndb\nnet\n"]);
  });

  it("is no reason to take the state of another one", async () => {
    await made();
    nothingDone(
      await torn({ project: "store" }),
      "invalid-input",
      'the input `project` names "store", and the Project of the manifest is called "shop"',
      "opus.yaml:3",
    );
    rig.write("opus.yaml", sound.replace("spec:\n  contexts", "spec:\n  limits: 3\n  contexts"));
    nothingDone(
      await torn({ project: "store" }),
      "invalid-manifest",
      'the input `project` names "store", and the Project of the manifest is called "shop"',
      "opus.yaml:3",
    );
    rig.remove("opus.yaml");
    for (const inputs of [{ project: "store" }, { project: "shop", context: "pr-13" }]) {
      const name = `${inputs.project}/${"context" in inputs ? inputs.context : "pr-12"}`;
      nothingDone(await torn(inputs), "invalid-input", `nothing is recorded of ${name}`, null);
    }
  });

  it("is what other commands are told first, whatever the input says", async () => {
    await made();
    rig.write("opus.yaml", `${sound}---\napiVersion: opus/v1\nkind: Bucket\nmetadata: {name: b}\nspec: {}\n`);
    for (const command of ["apply", "plan", "drift", "rollback"]) {
      const step = await rig.step({ command, context: "pr-12", project: "shop" }, { event: labelled });
      expect([command, step.outputs["failure-reason"]]).toEqual([command, "invalid-manifest"]);
    }
  });
});

describe("the context of a delete", () => {
  it("needs no rule where something is recorded of it", async () => {
    const scoped = (text: string): string =>
      text
        .replaceAll(/(metadata: \{name: \w+)/g, "$1, processingScope: [{contexts: [dev]}]")
        .replace("shop, processingScope: [{contexts: [dev]}]", "shop")
        .replace("shared, processingScope: [{contexts: [dev]}]", "shared");
    await made(scoped(sound));
    rig.write("opus.yaml", scoped(sound).replace(/contexts: \[\{event.*\n/, "contexts: [{input: [prod]}]\n"));
    const other = await torn({ context: "pr-13" });
    nothingDone(
      other,
      "no-context",
      'no rule of the Project takes the context "pr-13" under the event schedule',
      "opus.yaml:5",
    );
    allGone(await torn());
  });

  it("is named as it is called today", async () => {
    await made();
    const renamed = sound.replace(/contexts: \[\{event.*\n/, "contexts: [{input: [twelve], formerNames: [pr-12]}]\n");
    rig.write("opus.yaml", renamed);
    nothingDone(
      await torn(),
      "no-context",
      '"pr-12" is a former name of the context "twelve", which its state belongs to',
      "opus.yaml:5",
    );
    const step = await torn({ context: "twelve" });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
    expect([order(), Object.keys(rig.state("shop", "twelve").body.tasks)]).toEqual(["web\ndb\nnet\n", []]);
  });

  it.each(["", "{input: true}, "])("says what it inherits, under whatever event, behind %j", async (first) => {
    await made();
    const scoped = sound.replaceAll("{name: web", "{processingScope: [{contexts: [dev]}], name: web");
    rig.write("opus.yaml", scoped.replace("contexts: [{event", `contexts: [${first}{event`));
    allGone(await torn());
  });

  it("may not be one of an untrusted run", async () => {
    await made();
    rig.write("opus.yaml", `${sound}---\nkind: [\n`);
    const fork = structuredClone(labelled.payload) as { pull_request: { head: { repo: { id: number } } } };
    fork.pull_request.head.repo.id = 2;
    for (const [command, more] of [
      ["delete", {}],
      ["forget", { target: "net" }],
      ["unlock", { "lock-id": "x" }],
    ] as const) {
      const step = await rig.step({ command, context: "pr-12", ...more }, { event: { ...labelled, payload: fork } });
      expect([command, step.outputs["failure-reason"], recorded().length]).toEqual([command, "untrusted", 4]);
    }
  });
});

describe("a delete that leaves something", () => {
  const script = `test ! -e blocked && rm made/db && echo db >> order.txt`;
  const db = shell("db", `delete: "${script}"`, on("net"));
  const down = db.replace('read: "', 'read: "test ! -e down || exit 3; ');
  const secret = db.replace("spec: {", 'spec: {secretEnv: {KEY: "${SECRET:key}"}, ');

  it.each<[what: string, db: string, change: () => void, why: string, done: string]>([
    ["a secret that is gone", secret, () => {}, "needs a value at /secretEnv/KEY", "2 deletions."],
    ["a server that is down", down, () => rig.write("down", ""), "read script exited with 3", "2 deletions."],
    [
      "a script that fails",
      db,
      () => rig.write("blocked", ""),
      "delete script exited with 1",
      "2 of 4 deletions done.",
    ],
  ])("%s: does the rest, says how much of it is left, and goes on with that", async (_, one, change, why, done) => {
    const declared = sound.replace("unused: {env: UNUSED}", "key: {env: KEY}");
    rig.write("opus.yaml", declared.replace(shell("db", gone("db"), on("net")), one));
    const env = { KEY: "correct-horse-battery" };
    const apply = await rig.step({ command: "apply" }, { event: labelled, env });
    expect([apply.exitCode, apply.exitCode === 0 ? "" : apply.log]).toEqual([0, ""]);
    change();
    const step = await torn();
    const words = "2 of 4 deleted, 2 are still there: db, net";
    expect([step.exitCode, step.outputs["failure-reason"], recorded()]).toEqual([1, "task-failed", ["db", "net"]]);
    expect(step.log).toContain(`pr-12: ${words}`);
    expect(step.log).toContain(why);
    expect(step.log).toContain("run the same command again: it goes on with these");
    expect(step.summary).toContain(`\`delete\` in \`pr-12\`: ${words}`);
    expect(step.summary).toContain(`**Destructive:** ${done}`);
    expect([rig.exists("out/page.txt"), rig.exists("made/web")]).toEqual([false, false]);
    for (const path of ["down", "blocked"]) rig.remove(path);
    const rest = await rig.step({ command: "delete", context: "pr-12" }, { event: swept, env });
    expect([rest.exitCode, rest.summary.includes("`delete` in `pr-12`: 2 of 2 deleted\n"), recorded()]).toEqual([
      0,
      true,
      [],
    ]);
  });
});

describe("a delete of what is protected in part", () => {
  const kept = (name: string, path: string): string =>
    `the plan would delete "${name}", which \`preventDestroy\` protects in the context "pr-12"${path}`;
  const lift =
    'Take `preventDestroy` out and apply that first; or run `forget` with target "db" to leave the resource as it is; or delete only others, with `target`.';
  // By the context that pr-12 inherits from, and by name.
  const guarded = sound
    .replace("{name: db", "{lifecycle: {preventDestroy: [dev]}, name: db")
    .replace("{name: net", "{lifecycle: {preventDestroy: [pr-12]}, name: net");
  const all = ["db", "net", "page", "web"];

  it("deletes nothing, names all of that, says how to lift it, and plans it so as well", async () => {
    await made(guarded);
    for (const inputs of [{ command: "plan", "plan-command": "delete" }, { command: "delete" }]) {
      const step = await rig.step({ ...inputs, context: "pr-12" }, { event: swept });
      expect([step.exitCode, step.outputs["failure-reason"], recorded()]).toEqual([1, "guarded", all]);
      expect(step.report.diagnostics).toMatchObject([
        { code: "prevent-destroy", message: kept("db", ""), suggestion: lift },
        { code: "prevent-destroy", message: kept("net", "") },
      ]);
      for (const text of [step.log, step.summary])
        for (const name of ["db", "net"]) expect(text).toContain(`"${name}"`);
      expect(step.log).toContain("If this is meant, lift `preventDestroy`. Then run again.");
      expect(`${step.log}${step.summary}`).not.toMatch(/\d deleted|still there|goes on with these/);
    }
    expect([order(), ...["out/page.txt", "made/web", "made/db", "made/net"].map((path) => rig.exists(path))]).toEqual([
      "",
      true,
      true,
      true,
      true,
    ]);
  });

  it("deletes nothing either where something else can't be deleted, or where the protected one can't be looked at", async () => {
    const down = guarded.replace('read: "test -e made/db', 'read: "test ! -e down || exit 3; test -e made/db');
    await made(down);
    rig.write("down", "");
    const step = await torn();
    expect([step.exitCode, step.outputs["failure-reason"], recorded(), order()]).toEqual([1, "guarded", all, ""]);
  });

  it("goes when the guard was lifted, as the texts say", async () => {
    await made(guarded);
    const others = await torn({ target: "web" });
    expect([others.exitCode, order(), recorded()]).toEqual([0, "web\n", ["db", "net"]]);
    const forgotten = await rig.step({ command: "forget", context: "pr-12", target: "db" }, { event: swept });
    expect([forgotten.exitCode, recorded()]).toEqual([0, ["net"]]);
    // The other way: taken out of the manifest, and applied.
    await made(project + values + shell("net", gone("net")));
    const rest = await torn();
    expect([rest.exitCode, recorded(), rig.exists("made/db")]).toEqual([0, [], true]);
  });
});

describe("a delete whose kinds are not all there", () => {
  const module = (top = ""): string => `${top}
import { rmSync, writeFileSync, existsSync } from "node:fs";
const path = (spec) => "made/" + spec.name;
export default {
  apiVersion: "example.com/v1", kind: "Thing",
  observe: async (spec) => (existsSync(path(spec)) ? { state: "present", facts: spec } : { state: "absent" }),
  create: async (spec) => { writeFileSync(path(spec), ""); return {}; },
  update: async () => ({}),
  delete: async (spec) => rmSync(path(spec)),
};`;
  const thing = (name: string, after = ""): string => `---
apiVersion: example.com/v1
kind: Thing
metadata: {name: ${name}${after}}
spec: {name: ${name}}
`;
  const owned =
    sound.replace("spec:\n  contexts", "spec:\n  processors: [kinds/*.mjs]\n  contexts") + thing("cdn", on("net"));

  it.each<[what: string, change: () => void, said: string]>([
    ["gone", () => rig.remove("kinds"), "kinds/*.mjs matches no file"],
    ["broken", () => rig.write("kinds/thing.mjs", module('throw new Error("no such library");')), "no such library"],
    ["never loaded", () => rig.write("kinds/thing.mjs", module("await new Promise(() => {});")), "was never loaded"],
    ["there twice", () => rig.write("kinds/other.mjs", module("// the same")), "is defined twice"],
  ])("does the rest where a module is %s", async (what, change, said) => {
    rig.write("opus.yaml", owned);
    rig.write("kinds/thing.mjs", module());
    const apply = await rig.step({ command: "apply" }, { event: labelled });
    expect([apply.exitCode, apply.exitCode === 0 ? "" : apply.log]).toEqual([0, ""]);
    change();
    // A module that was changed is imported anew, and one that never answers leaves nothing to wait for.
    const fresh = what === "broken" || what === "never loaded";
    const run: typeof rig.step = (inputs, options) =>
      fresh ? rig.stepInProcess(inputs, options) : rig.step(inputs, options);
    const step = await run({ command: "delete", context: "pr-12", parallelism: "1" }, { event: swept });
    expect([what, step.exitCode, step.outputs["failure-reason"], recorded()]).toEqual([
      what,
      1,
      "task-failed",
      ["cdn", "net"],
    ]);
    expect(step.log).toContain("3 of 5 deleted, 2 are still there: cdn, net");
    const [warning] = step.report.diagnostics;
    expect([warning.severity, warning.code, warning.line]).toEqual(["warning", "bad-module", 5]);
    expect(warning.message).toContain(said);
    expect(step.report.contexts[0].tasks.find(({ name }: { name: string }) => name === "cdn").error.hint).toContain(
      "Restore the module kinds/thing.mjs under `processors` of the Project, or run `forget`",
    );
  });

  it("needs a hook that may stop it, and no other", async () => {
    await made();
    const hooked = (hook: string): string =>
      sound.replace("spec:\n  contexts", `spec:\n  hooks: [${hook}]\n  contexts`);
    const unreliable =
      "what the Project says can't be relied on, so it is not known whose state is meant, and where it is";
    // A path that is written wrongly is a module that may stop it, too.
    for (const use of ["guard.mjs", "opus/guard.mjs", "/guard.mjs"]) {
      rig.write("opus.yaml", hooked(`{use: ${use}}`));
      const unsure = await torn();
      nothingDone(unsure, "invalid-manifest", unreliable, "opus.yaml:3");
      expect(unsure.log).toContain(`Project.spec.hooks[0].use "${use}" is neither`);
    }
    rig.write("opus.yaml", hooked("{use: ./guard.mjs}"));
    const message = "./guard.mjs matches no file";
    nothingDone(await torn(), "invalid-manifest", message, "opus.yaml:5");
    for (const [command, more] of [
      ["describe", {}],
      ["forget", { target: "page" }],
    ] as const) {
      const step = await rig.step({ command, context: "pr-12", ...more }, { event: swept });
      expect([command, step.exitCode, step.report.diagnostics[0].severity]).toEqual([command, 0, "warning"]);
    }
    // A preview may not pass without what would stop the deletion.
    const preview = await rig.step({ command: "plan", "plan-command": "delete", context: "pr-12" }, { event: swept });
    expect([preview.exitCode, preview.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    rig.write("opus.yaml", hooked("{use: ./guard.mjs, on: [apply]}"));
    const step = await torn();
    expect([step.exitCode, step.report.diagnostics[0].message, recorded()]).toEqual([0, message, []]);
  });
});

interface Described {
  readonly name: string;
  readonly drift: string;
  readonly description: { readonly inManifest: boolean; readonly recorded: object | null };
}

describe("the other commands that rest on what is recorded", () => {
  const broken = `${sound}---\napiVersion: opus/v1\nkind: Bucket\nmetadata: {name: b}\nspec: {}\n`
    .replace("{name: db", "{colour: red, name: db")
    .replace("default: 1", "required: true");

  it("describe shows what is recorded and what is there, of tasks whose documents are wrong as well", async () => {
    await made();
    rig.write("opus.yaml", broken);
    rig.remove("made/db");
    const step = await rig.step({ command: "describe", context: "pr-12" }, { event: swept });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
    const shown = step.report.contexts[0].tasks.map(({ name, drift, description }: Described) => [
      name,
      drift,
      description.inManifest,
      description.recorded !== null,
    ]);
    expect(shown.sort()).toEqual([
      ["db", "missing", true, true],
      ["net", "in-sync", true, true],
      ["page", "in-sync", true, true],
      ["web", "in-sync", true, true],
    ]);
    const told = step.report.diagnostics.map(
      ({ severity, code }: { severity: string; code: string }) => `${severity} ${code}`,
    );
    expect(told.sort()).toEqual(["warning unknown-field", "warning unknown-kind", "warning value-required"]);
  });

  it("forget drops, and unlock releases", async () => {
    await made();
    rig.write("opus.yaml", broken);
    const dropped = await rig.step({ command: "forget", context: "pr-12", target: "page" }, { event: swept });
    expect([dropped.exitCode, recorded()]).toEqual([0, ["db", "net", "web"]]);
    const unlock = await rig.step({ command: "unlock", context: "pr-12", "lock-id": "none-such" }, { event: swept });
    expect([unlock.outputs["failure-reason"], unlock.log.includes("none-such")]).not.toContain("invalid-manifest");
    rig.remove("opus.yaml");
    const named = await rig.step(
      { command: "forget", context: "pr-12", project: "shop", target: "web" },
      { event: swept },
    );
    expect([named.exitCode, recorded()]).toEqual([0, ["db", "net"]]);
    const shown = await rig.step({ command: "describe", context: "pr-12", project: "shop" }, { event: swept });
    expect([shown.exitCode, shown.report.contexts[0].tasks.length]).toEqual([0, 2]);
  });

  it("contexts lists what is recorded", async () => {
    await made();
    rig.write("opus.yaml", broken);
    const listed = await rig.step({ command: "contexts", recorded: "true" }, { event: swept });
    expect([listed.exitCode, listed.outputs.contexts]).toEqual([0, '["pr-12"]']);
    await torn();
    const none = await rig.step({ command: "contexts", recorded: "true" }, { event: swept });
    expect([none.exitCode, none.outputs.contexts]).toEqual([0, "[]"]);
  });

  it("plan shows what delete would do", async () => {
    await made();
    rig.write("opus.yaml", broken);
    const step = await rig.step({ command: "plan", "plan-command": "delete", context: "pr-12" }, { event: swept });
    expect([step.exitCode, step.outputs["to-delete"]]).toEqual([0, "4"]);
  });
});

describe("a second delete", () => {
  it("says that nothing is recorded, and a rollback brings all of it back", async () => {
    await made();
    allGone(await torn());
    const again = await torn();
    expect([
      again.exitCode,
      /nothing is recorded of shop\/pr-12 in \S+, so there is nothing to delete/.test(again.log),
    ]).toEqual([0, true]);
    expect(rig.state("shop", "pr-12").body.tasks).toEqual({});
    const back = await rig.step({ command: "rollback", context: "pr-12" }, { event: labelled });
    expect([back.exitCode, recorded()]).toEqual([0, ["db", "net", "page", "web"]]);
  });

  it("names what is left out", async () => {
    await made();
    const step = await torn({ target: "page" });
    expect([step.exitCode, recorded()]).toEqual([0, ["db", "net", "web"]]);
    expect(step.log).toContain(
      "3 recorded tasks will stay recorded, no target of this run, or out of its scope: db, net, web",
    );
    expect(step.summary).toContain("`delete` in `pr-12`: 1 of 1 deleted, 3 more stay recorded\n");
  });

  it("says what nothing deletes", async () => {
    await made(project + values + shell("mute", 'env: {A: "1"}') + file("page"));
    const step = await torn();
    expect([step.exitCode, recorded(), rig.exists("made/mute")]).toEqual([0, [], true]);
    expect(step.log).toContain(
      "nothing deletes what these tasks have made, so it stays when they are no longer recorded: mute",
    );
  });
});

describe("a delete of what nothing knows", () => {
  /** Under the event of a pull request, with what happened to it. */
  const ended = (action: string): Event => ({ ...labelled, payload: { ...labelled.payload, action } });
  const anything = sound.replace("contexts: [{event", "contexts: [{input: true}, {event");
  const drop = (context: string, event: Event, inputs = {}): Promise<StepResult> =>
    rig.step({ command: "delete", context, ...inputs }, { event });
  const refused = (step: StepResult, known: string): void => {
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(step.report.diagnostics.at(-1)).toMatchObject({
      severity: "error",
      code: "nothing-recorded",
      message: expect.stringMatching(/^nothing was ever recorded of shop\/pr-13 in .+, so nothing was deleted$/),
      suggestion: `${known} Correct the input \`context\`; or say where the state is with the input \`state-backend\`, the input \`state-branch\` or the input \`state-path\`: the Project of this checkout may be older, and not say it.`,
    });
  };

  it("is an error that says what is recorded there, and so is its plan; in files also when a pull request has ended", async () => {
    await made();
    rig.write("opus.yaml", anything);
    const known = "Recorded there of shop: pr-12.";
    refused(await drop("pr-13", swept), known);
    refused(await drop("pr-13", ended("closed")), known);
    refused(await drop("pr-13", swept, { command: "plan", "plan-command": "delete" }), known);
    expect([recorded().length, rig.exists(".opus/state/shop/pr-13/state.json")]).toEqual([4, false]);
    refused(await drop("pr-13", swept, { "state-path": "elsewhere" }), "Of shop nothing is recorded there.");
  });

  it("leaves nothing behind where state is kept in files", async () => {
    rig.write("opus.yaml", anything);
    refused(await drop("pr-13", swept), "Of shop nothing is recorded there.");
    expect(rig.exists(".opus")).toBe(false);
  });

  it("is none on a branch that knows the project, where a pull request has ended", async () => {
    const server = await GitServer.start();
    try {
      rig.remote = { url: server.url, token: server.token };
      rig.write("opus.yaml", anything);
      // The branch may be another one than that of the state: nothing of the project is there.
      refused(await drop("pr-13", ended("closed")), "Of shop nothing is recorded there.");
      await apply();
      // This pull request is number 12: the context of another one is a wrong name.
      for (const action of ["closed", "unlabeled"])
        refused(await drop("pr-13", ended(action)), "Recorded there of shop: pr-12.");
      const thirteen = (action: string): Event => {
        const { payload, ...event } = ended(action);
        return { ...event, payload: { ...payload, number: 13 } };
      };
      for (const action of ["closed", "unlabeled"]) {
        const step = await drop("pr-13", thirteen(action));
        expect([action, step.exitCode]).toEqual([action, 0]);
        expect(step.log).toMatch(/nothing is recorded of shop\/pr-13 in .+, so there is nothing to delete/);
      }
      const known = "Recorded there of shop: pr-12.";
      refused(await drop("pr-13", ended("synchronize")), known);
      refused(await drop("pr-13", { ...ended("closed"), name: "workflow_dispatch" }), known);
    } finally {
      await server.close();
    }
  });
});

it("hides a secret that only state names", async () => {
  const key = "correct-horse-battery-staple";
  const keyed = shell("vault", 'delete: "echo $KEY; rm made/vault", secretEnv: {KEY: "${SECRET:unused}"}');
  rig.write("opus.yaml", project + values + keyed);
  const apply = await rig.step({ command: "apply" }, { event: labelled, env: { UNUSED: key } });
  expect([apply.exitCode, apply.exitCode === 0 ? "" : apply.log]).toEqual([0, ""]);
  // The document that declares it is wrong in another place.
  rig.write("opus.yaml", `${project}${values.replace("integer", "number of things")}${keyed}`);
  const step = await rig.step({ command: "delete", context: "pr-12" }, { event: swept, env: { UNUSED: key } });
  expect([step.exitCode, rig.exists("made/vault")]).toEqual([0, false]);
  expect(step.log.replaceAll(`::add-mask::${key}`, "")).not.toContain(key);
  expect(step.log).toContain(`::add-mask::${key}`);
});

it("deletes what was made of files that are gone from the checkout", async () => {
  const of = (kind: string, name: string, spec: string, after = ""): string =>
    `---\napiVersion: opus/v1\nkind: ${kind}\nmetadata: {name: ${name}${after}}\nspec: {path: out/${name}, ${spec}}\n`;
  const made = [
    of("Folder", "copied", "source: from"),
    of("Folder", "filled", "template: from"),
    of("File", "page", "template: from/page", on("filled")),
    of("File", "same", "source: from/page"),
  ];
  rig.write("opus.yaml", project + made.join(""));
  rig.write("from/page", "hello");
  const apply = await rig.step({ command: "apply" }, { event: labelled });
  expect([apply.exitCode, apply.exitCode === 0 ? "" : apply.log]).toEqual([0, ""]);
  rmSync(join(rig.workspace, "from"), { recursive: true });
  const there = () => ["copied/page", "filled/page", "page", "same"].filter((name) => rig.exists(`out/${name}`));
  const preview = await rig.step({ command: "plan", "plan-command": "delete", context: "pr-12" }, { event: swept });
  expect(preview.report.contexts[0].counts).toMatchObject({ delete: 4, unknown: 0 });
  const step = await rig.step({ command: "delete", context: "pr-12" }, { event: swept });
  expect([step.exitCode, there()]).toEqual([0, []]);
  expect(step.log).not.toContain("untrusted run");
  expect(rig.state("shop", "pr-12").body.tasks).toEqual({});
});

describe("a delete on the branch", () => {
  it("waits for the run that makes the environment, deletes what that has made, and leaves an empty state", async () => {
    const server = await GitServer.start();
    try {
      rig.remote = { url: server.url, token: server.token };
      const slow = sound.replace(
        'create: "touch made/web"',
        'create: "touch started; until [ -e go ]; do sleep 0.05; done; touch made/web"',
      );
      rig.write("opus.yaml", slow);
      const apply = rig.startStep({ command: "apply" }, { event: labelled });
      await until(() => rig.exists("started"), apply.log);
      const other = rig.startStep({ command: "delete", context: "pr-12", parallelism: "1" }, { event: swept });
      await until(() => other.log().includes("Waiting for the lock of apply"), other.log);
      rig.write("go", "");
      expect([await apply.ended, await other.ended]).toEqual([0, 0]);
      expect([order(), rig.exists("out/page.txt")]).toEqual(["web\ndb\nnet\n", false]);
      const stored = JSON.parse(server.file("opus-state", "shop/pr-12/state.json") ?? "");
      expect(stored.body).toMatchObject({ tasks: {}, pending: [] });
      const subjects = server.log("opus-state").map(({ message }) => message.split("\n")[0]);
      expect(subjects[0]).toBe("shop/pr-12: delete deleted 4 [skip ci]");
      const before = server.tip("opus-state");
      const again = await torn();
      expect(again.log).toMatch(/nothing is recorded of shop\/pr-12 in .+, so there is nothing to delete/);
      expect(server.tip("opus-state")).toBe(before);
    } finally {
      await server.close();
    }
  });
});

/** Waits for what another process does. */
async function until(condition: () => boolean, log: () => string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain: ${log()}`);
    await sleep(20);
  }
}
