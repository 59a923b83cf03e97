import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TaskReport } from "../../src/engine/model/report.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, type Rig, statuses } from "./rig.ts";

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "toy-kind", name), "utf8");
const env = { TOKEN: "open sesame" };
const key = { "encryption-key": "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368" };

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {event: pull_request, context: test}]
  processors: [{use: ./kinds/pets.mjs, with: {world: "\${ENV:WORLD}", token: "\${SECRET:token}"}}]
---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec: {secrets: {token: {env: TOKEN}}}
`;

const pet = (name: string, spec: object, metadata: object = {}): string =>
  `---\n${JSON.stringify({ apiVersion: "toys.example/v1", kind: "random_pet", metadata: { name, ...metadata }, spec })}\n`;
const file = (name: string, spec: object): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind: "File", metadata: { name }, spec })}\n`;

class Toys {
  readonly rig: Rig;

  constructor(tasks: string) {
    this.rig = new QuickRig({
      "opus.yaml": project + tasks,
      "kinds/pets.mjs": fixture("pets.mjs"),
      "kinds/rules.mjs": fixture("rules.mjs"),
    });
  }

  [Symbol.dispose](): void {
    this.rig[Symbol.dispose]();
  }

  get world(): string {
    return join(this.rig.directory, "world.json");
  }

  write(tasks: string): void {
    this.rig.write("opus.yaml", project + tasks);
  }

  step(inputs: { readonly [name: string]: string }, more: object = {}) {
    return this.rig.step({ ...key, ...inputs }, { env: { ...env, WORLD: this.world, ...more } });
  }

  pets(): { readonly [id: string]: { readonly [field: string]: unknown } } {
    return JSON.parse(readFileSync(this.world, "utf8"));
  }

  /** What the rules were asked since the last time. */
  #read = 0;
  log(): readonly string[] {
    const lines = readFileSync(`${this.world}.log`, "utf8").trim().split("\n");
    const found = lines.slice(this.#read);
    this.#read = lines.length;
    return found.filter((line) => !line.startsWith("started") && !line.startsWith("plan"));
  }
}

async function eventually(check: () => boolean): Promise<void> {
  for (let round = 0; round < 1_000 && !check(); round++) await new Promise((done) => setTimeout(done, 20));
  expect(check()).toBe(true);
}

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

const tasksOf = (report: { readonly contexts: readonly { readonly tasks: readonly object[] }[] }) =>
  report.contexts[0]?.tasks;

describe("a kind whose rules sit in a process of their own", () => {
  it("plans by them, and gets its text back to the byte through sealed state", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3 }));
    const planned = await toys.step({ command: "plan" });
    expect(tasksOf(planned.report)).toMatchObject([
      {
        change: "create",
        fields: [
          { path: "/name", after: "rex" },
          { path: "/length", after: 3 },
        ],
      },
    ]);
    expect((await toys.step({ command: "apply" })).report.result).toBe("success");
    expect(toys.log()).toEqual([
      "observe rex undefined",
      "closed",
      "observe rex undefined",
      "create pet-rex",
      "closed",
    ]);
    for (const name of ["max", "moritz"]) {
      toys.write(pet("rex", { name, length: 3 }));
      const applied = await toys.step({ command: "apply" });
      expect([applied.report.result, changes(applied.report)]).toEqual(["success", { rex: "update" }]);
      expect(toys.log()).toContain("update pet-rex to the byte");
    }
    expect(changes((await toys.step({ command: "plan" })).report)).toEqual({ rex: "noop" });
    toys.log();
    toys.write(pet("rex", { name: "rex", length: 9 }));
    const longer = await toys.step({ command: "plan" });
    expect(tasksOf(longer.report)).toMatchObject([{ change: "replace", reason: "spec changed" }]);
    expect(tasksOf(longer.report)).toMatchObject([
      { fields: [{ path: "/name" }, { path: "/length", before: 3, after: 9, forcesReplacement: true }] },
    ]);
    expect(longer.log).toContain("that is long");
    const all = [planned, longer].map(({ log, summary }) => log + summary).join("");
    expect(all).not.toContain("18446744073709551615");
    expect(toys.rig.read(".opus/state/demo/test/state.json")).not.toContain("18446744073709551615");
    toys.write(file("note", { path: "note.txt", content: "x" }));
    const deleted = await toys.step({ command: "apply", "max-deletes": "1" });
    expect(changes(deleted.report)).toEqual({ note: "create", rex: "delete" });
    expect(toys.pets()).toEqual({});
  });

  it("is refused by name where state is open, before anything happens", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3 }));
    const applied = await toys.step({ command: "apply", "encryption-key": "" });
    expect(applied.exitCode).toBe(1);
    expect(applied.report.diagnostics).toMatchObject([
      {
        code: "resource-needs-seal",
        message: 'task "rex": its kind keeps text of its own in state (`resource`), which only sealed state may hold',
        file: "opus.yaml",
        suggestion: "Set `encryption-key`, so that state is sealed.",
      },
    ]);
  });

  it("checks specs by them, and finds the place", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 30 }));
    const applied = await toys.step({ command: "apply" });
    expect(applied.report.diagnostics).toMatchObject([
      { code: "too-long", message: 'task "rex": length is at most 10', file: "opus.yaml" },
    ]);
    expect(toys.log()).not.toContain("create pet-rex");
  });

  it("is told what is not known yet, at any depth and with its type, and never gets a text for it", async () => {
    const pair =
      pet("rex", { name: "rex", length: 3 }) + pet("pup", { name: "pup", length: 2, of: ["${VAR:rex:PET}"] });
    using toys = new Toys(pair + file("note", { path: "note.txt", content: "${VAR:pup:ID}" }));
    const applied = await toys.step({ command: "apply" });
    expect(applied.report.result).toBe("success");
    const asked = readFileSync(`${toys.world}.log`, "utf8").split("\n");
    const plans = asked.filter((line) => line.startsWith("plan")).map((line) => JSON.parse(line.slice(5)));
    expect(plans.find(({ after }) => after.name === "pup")).toEqual({
      unknowns: { "/of/0/tags": { type: "list" } },
      after: { name: "pup", length: 2, of: [{ name: "rex", tags: null }] },
      resource: false,
    });
    expect(toys.pets()["pet-pup"]).toEqual({ name: "pup", length: 2, of: [{ name: "rex", tags: [] }] });
    expect(toys.rig.read("note.txt")).toBe("pet-pup");
  });

  it("takes over by id, and makes nothing where there is none", async () => {
    using toys = new Toys(pet("old", { name: "old", length: 3 }));
    await toys.step({ command: "apply" });
    await toys.step({ command: "forget", target: "old" });
    toys.write(pet("new", { name: "new", length: 3 }, { lifecycle: { adopt: { id: "pet-old" } } }));
    const adopted = await toys.step({ command: "apply" });
    expect([adopted.report.result, changes(adopted.report)]).toEqual(["success", { new: "adopt" }]);
    expect(toys.pets()).toEqual({ "pet-old": { name: "new", length: 3 } });
    expect(toys.log()).toContain("update pet-old to the byte");
    toys.write(pet("other", { name: "other", length: 3 }, { lifecycle: { adopt: { id: "pet-none" } } }));
    const refused = await toys.step({ command: "plan" });
    expect(refused.log).toContain('there is no resource with the id "pet-none"');
    toys.log();
    const twice = { lifecycle: { adopt: { id: "pet-old" } } };
    toys.write(pet("a", { name: "a", length: 1 }, twice) + pet("b", { name: "b", length: 1 }, twice));
    const both = await toys.step({ command: "apply" });
    expect(both.exitCode).toBe(1);
    expect(both.log).toContain('tasks "a" and "b" take over the same resource: random_pet with the id "pet-old"');
    expect(toys.log()).toEqual([]);
  });

  it("is not made again when it is gone and `recreate` is false", async () => {
    const rex = pet("rex", { name: "rex", length: 3 }, { lifecycle: { recreate: false } });
    using toys = new Toys(rex);
    await toys.step({ command: "apply" });
    toys.rig.write("../world.json", "{}");
    const gone = await toys.step({ command: "apply" });
    expect(gone.exitCode).toBe(1);
    expect(gone.log).toContain("the resource is gone, and `lifecycle: {recreate: false}` says not to make it again");
    expect(toys.pets()).toEqual({});
  });

  it("that left half of a resource behind gets it back", async () => {
    const rex = (half: boolean) => pet("rex", { name: "rex", length: 3, half }, { autoRollback: false });
    using toys = new Toys(rex(true));
    const failed = await toys.step({ command: "apply" });
    expect(statuses(failed.report)).toEqual({ rex: "failed" });
    expect(failed.log).toContain("only half of it was made");
    toys.write(rex(false));
    const mended = await toys.step({ command: "apply" });
    expect([mended.report.result, tasksOf(mended.report)]).toMatchObject(["success", [{ reason: "tainted" }]]);
    expect(toys.log()).toContain("update pet-rex to the byte");
  });

  it("may answer late, crash and hang: its task fails by name in time, and everything else is stored", async () => {
    const late = pet("late", { name: "late", length: 3, slow: 300 });
    using toys = new Toys(late + file("note", { path: "note.txt", content: "x" }));
    expect((await toys.step({ command: "apply" })).report.result).toBe("success");
    const hang = pet("hang", { name: "hang", length: 3, hang: true }, { timeout: "300ms" });
    const crash = pet("crash", { name: "crash", length: 3, crash: true, slow: 2_000 });
    toys.write(late + hang + crash + file("other", { path: "other.txt", content: "x" }));
    const failed = await toys.step({ command: "apply" });
    expect(failed.exitCode).toBe(1);
    expect(failed.log).toContain("it took longer than its timeout of 300ms");
    expect(failed.log).toContain("the rules of random_pet ended (70)");
    expect(failed.log).toContain("the rules of pets are broken");
    expect(statuses(failed.report)).toMatchObject({ late: "done", other: "done" });
    const listed = await toys.rig.terminal(["state", "list", "--context", "test"], {
      OPUS_ENCRYPTION_KEY: key["encryption-key"],
    });
    expect(listed.log).toMatch(/late[\s\S]*other/);
  });

  it("is closed when the run is cancelled", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3, hang: true }));
    const run = toys.rig.startStep({ ...key, command: "apply" }, { env: { ...env, WORLD: toys.world } });
    await eventually(() => readOr(`${toys.world}.log`).includes("create pet-rex"));
    run.child.kill("SIGTERM");
    expect(await run.ended).not.toBe(0);
    const pid = startedBy(toys.world);
    expect(isAlive(pid)).toBe(false);
    expect(toys.log()).toContain("closed");
  });

  it("that outlives a killed run is ended by the next one", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3, slow: 600_000 }));
    const run = toys.rig.startStep({ ...key, command: "apply" }, { env: { ...env, WORLD: toys.world } });
    await eventually(() => readOr(`${toys.world}.log`).includes("create pet-rex"));
    const pid = startedBy(toys.world);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(isAlive(pid)).toBe(true);
    toys.write(pet("rex", { name: "rex", length: 3 }));
    const next = await toys.step({ command: "apply" });
    expect(next.log).toContain("an earlier run was killed; ended what it had left: 1 process");
    expect(isAlive(pid)).toBe(false);
    expect([next.report.result, Object.keys(toys.pets())]).toEqual(["success", ["pet-rex"]]);
  });

  it("that outlives a killed plan is ended by the next run, and never by one that runs beside it", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3, ponder: true }));
    const plan = toys.rig.startStep({ ...key, command: "plan" }, { env: { ...env, WORLD: toys.world } });
    await eventually(() => readOr(`${toys.world}.log`).includes("plan"));
    const pid = startedBy(toys.world);
    toys.write(pet("rex", { name: "rex", length: 3 }));
    const beside = await toys.step({ command: "plan" });
    expect([beside.report.result, isAlive(pid)]).toEqual(["success", true]);
    expect(beside.log).not.toContain("was killed");
    plan.child.kill("SIGKILL");
    await plan.ended;
    expect(isAlive(pid)).toBe(true);
    const next = await toys.step({ command: "plan" });
    expect(next.log).toContain("an earlier run was killed; ended what it had left: 1 process");
    expect([next.report.result, isAlive(pid)]).toEqual(["success", false]);
    expect((await toys.step({ command: "plan" })).log).not.toContain("was killed");
  });

  it("says what keeps it from being opened, once for each task, and is not loaded by strangers", async () => {
    using toys = new Toys(pet("rex", { name: "rex", length: 3 }));
    const wrong = await toys.step({ command: "apply" }, { TOKEN: "knock knock knock" });
    expect(wrong.log).toContain("its kind could not be opened: the token is another one");
    const fork = { repo: { id: 2, fork: true, full_name: "eve/storefront" }, sha: "0".repeat(40), ref: "x" };
    const payload = {
      repository: { id: 1, default_branch: "main" },
      pull_request: { number: 1, head: fork, base: { repo: { id: 1 }, ref: "main", sha: "1".repeat(40) } },
    };
    const event = { name: "pull_request", ref: "refs/pull/1/merge", payload };
    const strange = await toys.rig.step(
      { command: "plan" },
      { event, env: { ...env, WORLD: `${toys.world}.strange` } },
    );
    expect(readOr(`${toys.world}.strange.log`)).toBe("");
    expect(strange.log).toContain("hidden");
  });
});

function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function startedBy(world: string): number {
  return Number(/^started (\d+)$/m.exec(readOr(`${world}.log`))?.[1]);
}

it("opens for each module with its own configuration, also where modules share one `open`", async () => {
  const kind = (name: string): string => `import { open } from "./shared.mjs";
const make = async (_, io) => { io.output("stdout", "${name} works for " + io.opened.account + "\\n"); return {}; };
const one = (kind) => ({ apiVersion: "x.example/v1", kind, open, parse: (value) => ({ ok: true, value }),
  observe: async () => ({ state: "unobservable", why: "it is not looked at" }), create: make, update: make, delete: async () => {} });
export default [one("${name}"), one("${name}Too")];
`;
  const shared = `let times = 0;
export async function open(access) {
  return { account: access.configuration.account + "-" + ++times, close() {} };
}
`;
  const tasks = ["A", "AToo", "B", "BToo"].map(
    (name) =>
      `---\n${JSON.stringify({ apiVersion: "x.example/v1", kind: name, metadata: { name: name.toLowerCase() }, spec: {} })}\n`,
  );
  using rig = new QuickRig({
    "opus.yaml": `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
  processors: [{use: ./kinds/a.mjs, with: {account: one}}, {use: ./kinds/b.mjs, with: {account: two}}]
${tasks.join("")}`,
    "kinds/a.mjs": kind("A"),
    "kinds/b.mjs": kind("B"),
    "kinds/shared.mjs": shared,
  });
  const { log, exitCode } = await rig.step({ command: "apply" });
  expect([exitCode, log]).toEqual([0, expect.any(String)]);
  const worked = (log.match(/\b\w works for \w+-\d/g) ?? []).sort();
  // Twice the same: both kinds of a module have what one `open` gave.
  expect(worked.map((line) => line.replace(/-\d/, ""))).toEqual([
    "A works for one",
    "A works for one",
    "B works for two",
    "B works for two",
  ]);
  expect(new Set(worked).size).toBe(2);
});

describe("a kind of a module that answers oddly", () => {
  const oddRig = (members: string): Rig =>
    new QuickRig({
      "opus.yaml": `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{branch: main, context: test}], processors: [./k.mjs]}
---
{"apiVersion": "x/v1", "kind": "P05", "metadata": {"name": "odd"}, "spec": {}}
${file("sound", { path: "sound.txt", content: "x" })}`,
      "k.mjs": `export default {
  apiVersion: "x/v1", kind: "P05", parse: (value) => ({ ok: true, value }),
  async observe() { return { state: "absent" }; }, async create() { return {}; }, async update() {}, async delete() {},
  ${members}
};`,
    });

  it.each([
    [
      "outputs that can't be kept",
      'plan: async () => ({ change: "create", outputs: [{ name: "A", value: NaN }] })',
      "k.mjs: P05: `plan` gave as `outputs` what can't be kept: /0/value is NaN, which JSON does not know",
    ],
    [
      "an `onLine` that throws",
      `async open(access) {
        const onLine = () => { throw Object.assign(new Error("no JSON"), { hint: "h" }); };
        await access.start({ command: "bash", args: ["-c", "read -r line; echo Hello; sleep 60"], onLine }).then((program) => program.write("x\\n"));
        return { close() {} };
      },
      plan: () => new Promise(() => {})`,
      "k.mjs: P05: `onLine` threw: no JSON",
    ],
    [
      "no `onLine`",
      'open: async (access) => access.start({ command: "true" }), plan: async () => ({ change: "create" })',
      "its kind could not be opened: `start` was given no function as `onLine`",
    ],
  ])("fails its tasks alone, by name: %s", async (_, members, message) => {
    using rig = oddRig(members);
    const { report, outputs } = await rig.step({ command: "plan" });
    expect(outputs["failure-reason"]).toBe("task-failed");
    const tasks: readonly TaskReport[] = report.contexts[0]?.tasks ?? [];
    const found = tasks.map(({ name, change, error }) => [name, change, error?.message]);
    expect(found).toEqual([
      ["odd", expect.anything(), message],
      ["sound", "create", undefined],
    ]);
  });
});
