import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, type StepResult, statuses } from "./rig.ts";

const project = (more = "") => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{branch: main, context: test}]${more}}
`;

function file(name: string, path: string, content: string, metadata = ""): string {
  return `---
apiVersion: opus/v1
kind: File
metadata: {name: ${name}${metadata}}
spec: {path: ${path}, content: ${JSON.stringify(content)}}
`;
}

function shell(name: string, scripts: { readonly [field: string]: string }, metadata = ""): string {
  return `---
apiVersion: opus/v1
kind: Shell
metadata: {name: ${name}${metadata}}
spec: ${JSON.stringify(scripts)}
`;
}

/** Applies documents. */
async function apply(
  rig: Rig,
  documents: string,
  inputs: { readonly [name: string]: string } = {},
): Promise<StepResult> {
  rig.write("opus.yaml", project() + documents);
  return rig.step({ command: "apply", ...inputs });
}

async function plan(
  rig: Rig,
  documents: string,
  inputs: { readonly [name: string]: string } = {},
): Promise<StepResult> {
  rig.write("opus.yaml", project() + documents);
  return rig.step({ command: "plan", ...inputs });
}

/** Nothing was done, and the problem stands in the log. */
function refused({ exitCode, outputs, log }: StepResult, ...texts: readonly string[]): void {
  expect([exitCode, outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
  for (const text of texts) expect(log).toContain(text);
  expect(log).not.toContain("was not made by opus");
}

const scripts = { create: "mkdir -p out; echo made > out/res", delete: "rm -f out/res" };

describe("a renamed task of a kind without identity", () => {
  it.each([
    ["without `read`", scripts],
    ["with `read`", { ...scripts, read: "test -f out/res && echo {} || true" }],
  ])("keeps its resource, %s", async (_, spec) => {
    using rig = new Rig();
    expect((await apply(rig, shell("norad", spec))).exitCode).toBe(0);
    const advice =
      'If "norad" was renamed, write `formerNames: [norad]` into the metadata of "renamed"; else run `forget` with target "norad", which drops it from state and leaves the resource as it is.';
    const problem = 'task "renamed" is the resource that state holds as "norad": Shell with the same `create`';
    refused(await plan(rig, shell("renamed", spec)), problem, advice);
    refused(await apply(rig, shell("renamed", spec)), problem);
    refused(await apply(rig, shell("renamed", spec, ", lifecycle: {adopt: true}")), problem);
    expect(rig.read("out/res")).toBe("made\n");

    const renamed = await apply(rig, shell("renamed", spec, ", formerNames: [norad]"));
    expect(renamed.exitCode).toBe(0);
    expect(rig.read("out/res")).toBe("made\n");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["renamed"]);
  });

  it("is another one with an `identity` of its own, and the same one with the same", async () => {
    using rig = new Rig();
    await apply(rig, shell("a", { create: "touch $OPUS_TASK", delete: "rm -f a", identity: "one" }));
    refused(
      await apply(rig, shell("b", { create: "echo other", delete: "rm -f a", identity: "one" })),
      'task "b" is the resource that state holds as "a": Shell with the same `identity`',
    );
    const other = await apply(rig, shell("b", { create: "touch b", delete: "rm -f b", identity: "two" }), {
      "max-deletes": "1",
    });
    expect(changes(other.report)).toEqual({ a: "delete", b: "create" });
  });
});

describe("a resource that is recorded", () => {
  it("is not taken over by a target, and deleted by the next", async () => {
    using rig = new Rig();
    await apply(rig, file("a", "x.txt", "hi"));
    refused(
      await apply(rig, file("b", "x.txt", "hi"), { target: "b" }),
      'task "b" is the resource that state holds as "a": File x.txt',
    );
    expect(rig.read("x.txt")).toBe("hi");
  });

  it("is the same through a linked folder", async () => {
    using rig = new Rig();
    mkdirSync(join(rig.workspace, "real"));
    symlinkSync("real", join(rig.workspace, "link"));
    refused(
      await apply(rig, file("a", "link/f", "A") + file("b", "real/f", "A")),
      'tasks "a" and "b" are the same resource: File real/f',
    );
    await apply(rig, file("a", "link/f", "A"));
    refused(
      await apply(rig, file("b", "real/f", "A")),
      'task "b" is the resource that state holds as "a": File real/f',
    );
    // Of one task it is a change of its spec, and none of its file.
    const moved = await apply(rig, file("a", "real/f", "A"));
    expect([moved.exitCode, changes(moved.report)]).toEqual([0, { a: "update" }]);
    expect(rig.read("real/f")).toBe("A");
  });
});

describe("places that change hands", () => {
  it("are swapped in two steps, as the message says", async () => {
    using rig = new Rig();
    await apply(rig, file("a", "x.txt", "A") + file("b", "y.txt", "B"));
    const swapped = file("a", "y.txt", "A") + file("b", "x.txt", "B");
    const advice =
      'Give "a" a temporary place (a File: another `path`) and apply; then give it the one it is to have, and apply again.';
    refused(await apply(rig, swapped), '"a" → "b" → "a"', advice);
    expect([rig.read("x.txt"), rig.read("y.txt")]).toEqual(["A", "B"]);

    const first = await apply(rig, file("a", "tmp.txt", "A") + file("b", "x.txt", "B"));
    expect([first.exitCode, statuses(first.report)]).toEqual([0, { a: "done", b: "done" }]);
    expect((await apply(rig, swapped)).exitCode).toBe(0);
    expect([rig.read("x.txt"), rig.read("y.txt"), rig.exists("tmp.txt")]).toEqual(["B", "A", false]);
  });

  it("are left before they are taken", async () => {
    using rig = new Rig();
    await apply(rig, file("a", "x.txt", "A") + file("b", "y.txt", "B"));
    const row = file("c", "x.txt", "C") + file("a", "y.txt", "A") + file("b", "z.txt", "B");
    expect((await plan(rig, row)).log).toContain('(spec changed, once "b" left its place)');
    const done = await apply(rig, row, { parallelism: "1" });
    expect([done.exitCode, changes(done.report)]).toEqual([0, { a: "replace", b: "replace", c: "create" }]);
    expect(["x.txt", "y.txt", "z.txt"].map((path) => rig.read(path))).toEqual(["C", "A", "B"]);
  });

  it.each([
    ["the same task", "a"],
    ["another task", "b"],
  ])("may go from a file to a folder of its name: %s", async (_, name) => {
    using rig = new Rig();
    await apply(rig, file("a", "dir", "A"));
    const inside = file(name, "dir/a", "A");
    const planned = await plan(rig, inside, { "max-deletes": "1" });
    const done = await apply(rig, inside, { "max-deletes": "1" });
    expect([planned.exitCode, done.exitCode]).toEqual([0, 0]);
    expect(changes(done.report)).toEqual(changes(planned.report));
    expect(rig.read("dir/a")).toBe("A");
  });

  it("are never planned where something of somebody else's is in the way", async () => {
    using rig = new Rig({ dir: "somebody's" });
    const planned = await plan(rig, file("a", "dir/a", "A"));
    expect(planned.exitCode).toBe(1);
    expect(planned.log).toContain("`dir/a` can't be made: a part of its path is there and is not a folder");
    expect(rig.read("dir")).toBe("somebody's");
  });

  it("of a base that is replaced are left by what depended on it before", async () => {
    using rig = new Rig();
    const user = shell("user", { create: "true", delete: "ls base-* > seen" }, ", dependencies: [{tasks: [base]}]");
    await apply(rig, file("base", "base-1", "x") + user);
    const done = await apply(rig, file("base", "base-2", "x"));
    expect(done.exitCode).toBe(0);
    expect(rig.read("seen")).toBe("base-1\n");
    expect(readdirSync(rig.workspace).filter((name) => name.startsWith("base"))).toEqual(["base-2"]);
  });
});

describe("a plan that takes away what nobody meant", () => {
  const include = ', include: ["tasks/*.yaml"]';

  it("is guarded when a folder was renamed, and says which pattern matches nothing", async () => {
    using rig = new Rig({ "opus.yaml": project(include), "tasks/a.yaml": file("a", "a.txt", "A") });
    await rig.step({ command: "apply" });
    rig.remove("tasks");
    const guards = [
      'opus.yaml:4:61: error pattern-matches-nothing: no file matches "tasks/*.yaml", and the plan would delete 1 resource (a) that left the manifest',
      "Correct the pattern, or bring its files back; if the deletions are meant, run once with `max-deletes: 1`.",
      "error no-recorded-task-left: none of the recorded tasks is in the manifest (opus.yaml) any more, and the plan would delete 1 resource (a)",
    ];
    for (const command of ["plan", "apply"]) {
      const step = await rig.step({ command });
      expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "guarded"]);
      for (const text of guards) expect(step.log).toContain(text);
      expect(step.log).toContain("Next: If this is meant, say so with the input `max-deletes`. Then run again.");
    }
    expect(rig.exists("a.txt")).toBe(true);
    expect((await rig.step({ command: "apply", "max-deletes": "1" })).exitCode).toBe(0);
    expect(rig.exists("a.txt")).toBe(false);
  });

  it("is not guarded by an empty pattern when nothing is deleted", async () => {
    using rig = new Rig({ "opus.yaml": project(include) + file("a", "a.txt", "A") });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
  });

  it("is guarded when more than half of at least ten recorded tasks would go, unless somebody says how many", async () => {
    using rig = new Rig();
    const files = (count: number) =>
      Array.from({ length: count }, (_, index) => file(`f${index}`, `f${index}.txt`, "x")).join("");
    await apply(rig, files(12));
    const fewer = await plan(rig, files(5));
    expect(fewer.outputs["failure-reason"]).toBe("guarded");
    expect(fewer.log).toContain(
      "error most-deleted: the plan would delete or replace 7 of 12 recorded resources (58 %: f11, f10, f9, f8, f7, f6, f5), and more than 50 % is taken for a mistake",
    );
    expect((await plan(rig, files(6))).exitCode).toBe(0);
    rig.write("opus.yaml", project(", limits: {maxDeletePercent: 100}") + files(5));
    expect((await rig.step({ command: "plan" })).exitCode).toBe(0);
    rig.write("opus.yaml", project() + files(5));
    expect((await rig.step({ command: "apply", "max-deletes": "6" })).outputs["failure-reason"]).toBe("guarded");
    expect((await rig.step({ command: "apply", "max-deletes": "7" })).exitCode).toBe(0);
    expect(rig.exists("f4.txt") && !rig.exists("f5.txt")).toBe(true);
  });
});

describe("what one task may come to have, which is another one's", () => {
  const head = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{branch: main, context: test}]}
`;
  const task = (kind: string, name: string, spec: string): string =>
    `---\napiVersion: opus/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`;
  const tool = (more = ""): string =>
    task("Download", "tool", `{url: "https://example.com/t.tgz", unpinned: true, extract: {to: lib/tool${more}}}`);
  const script = (outputs: string): string => task("Shell", "build", `{create: "true", outputs: ${outputs}}`);
  const file = task("File", "conf", "{path: lib/tool/conf/a.yml, content: a}");
  const folder = task("Folder", "conf", "{path: lib/tool/conf, source: in}");
  const check = async (...tasks: string[]) => {
    using rig = new Rig({ "opus.yaml": head + tasks.join(""), "in/a.yml": "a" });
    const { exitCode, report } = await rig.step({ command: "validate" });
    return { exitCode, found: report.diagnostics.filter(({ severity }: { severity: string }) => severity === "error") };
  };

  it.each([
    ["a file in an unpacked archive", tool(), file, "Download", "tool"],
    ["a folder in one", tool(), folder, "Download", "tool"],
    [
      "another archive in one",
      tool(),
      task("Download", "conf", '{url: "https://example.com/c.zip", unpinned: true, extract: {to: lib/tool/conf}}'),
      "Download",
      "tool",
    ],
    ["a file that a script makes", script('["lib/**"]'), file, "Shell", "build"],
    ["a file in a folder that a script makes", script("[lib/tool]"), file, "Shell", "build"],
  ])("is refused, with both places: %s", async (_, taker, other, kind, name) => {
    const { exitCode, found } = await check(taker, other);
    expect(exitCode).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "in-the-way", related: [{ message: `"${name}" is here` }] });
    expect(found[0].message).toMatch(
      new RegExp(
        `^tasks "${name}" and "conf" may both have File lib/tool/conf.*: it lies where the ${kind} "${name}" puts its files$`,
      ),
    );
  });

  it.each([
    ["left out of the archive", tool(', include: ["!conf/**"]'), file],
    ["not taken from it", tool(", include: [bin/*]"), folder],
    ["beside it", tool(), task("File", "conf", "{path: lib/tools, content: a}")],
    ["left out of the outputs", script('["lib/**", "!lib/tool/conf/*"]'), file],
    ["beside what a script makes", script("[lib/tool/conf/a.y]"), file],
  ])("is fine where it is %s", async (_, taker, other) => {
    expect(await check(taker, other)).toEqual({ exitCode: 0, found: [] });
  });
});

describe("a file that is recorded of two tasks, as a folder became a link to that of the other", () => {
  const folder = "---\napiVersion: opus/v1\nkind: Folder\nmetadata: {name: all}\nspec: {path: out/all, source: from}\n";
  const linked = file("one", "out/own/a.txt", "a");

  it.each([
    ["the File leaves the manifest", folder, "all", "one"],
    ["the Folder leaves the manifest", linked, "one", "all"],
  ])("is taken from neither where %s", async (_, left, keeps, goes) => {
    using rig = new Rig({ "from/a.txt": "a" });
    expect((await apply(rig, folder + linked)).exitCode).toBe(0);
    rig.remove("out/own");
    symlinkSync("all", join(rig.workspace, "out/own"));
    refused(
      await apply(rig, left),
      `task "${keeps}" is the resource that state holds as "${goes}": File out/all/a.txt`,
    );
    expect(rig.exists("out/all/a.txt")).toBe(true);
    rig.write("opus.yaml", project() + left);
    expect((await rig.step({ command: "forget", target: goes })).exitCode).toBe(0);
    expect((await apply(rig, left)).exitCode).toBe(0);
    expect(rig.read("out/all/a.txt")).toBe("a");
  });
});
