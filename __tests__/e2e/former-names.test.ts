import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { firstIdentity } from "../state/seal/keys.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, type StepResult } from "./rig.ts";

const shell = (name: string, rest = ""): string => `---
apiVersion: opus/v1
kind: Shell
metadata: {name: ${name}${rest}}
spec: {create: "echo ${name} >> made.txt", delete: "echo ${name} >> deleted.txt"}
`;

/** A manifest with a project and the rules of its contexts, in YAML's flow style. */
const manifest = (metadata: string, rules: string, ...tasks: string[]): string => `apiVersion: opus/v1
kind: Project
metadata: {${metadata}}
spec: {contexts: [${rules}]}
${tasks.join("")}`;

const prod = "{input: [prod]}";
const made = (rig: Rig): string => (rig.exists("made.txt") ? rig.read("made.txt") : "");

function succeeded(step: StepResult): StepResult {
  expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  return step;
}

for (const backend of ["branch", "file"] as const)
  describe(`state under a former name, in the ${backend} backend`, () => {
    let server: GitServer;
    let rig: Rig;
    beforeEach(async () => {
      server = await GitServer.start();
      rig = new Rig();
      if (backend === "branch") rig.remote = { url: server.url, token: server.token };
    });
    afterEach(async () => {
      rig[Symbol.dispose]();
      server.fsck();
      await server.close();
    });

    const step = (text: string, inputs: { readonly [name: string]: string }) => {
      rig.write("opus.yaml", text);
      // One after the other, as their order shows in what they write.
      return rig.step({ context: "prod", parallelism: "1", ...inputs });
    };
    /** Envelope of what is stored; undefined: nothing. */
    const stored = (name: string) => {
      if (backend === "branch") {
        const text = server.tip("opus-state") && server.file("opus-state", `${name}/state.json`);
        return text ? JSON.parse(text) : undefined;
      }
      return rig.exists(`.opus/state/${name}/state.json`)
        ? JSON.parse(rig.read(`.opus/state/${name}/state.json`))
        : undefined;
    };

    it("goes with a project that was renamed, together with changes of tasks", async () => {
      succeeded(await step(manifest("name: old", prod, shell("a"), shell("b")), { command: "apply" }));
      const before = stored("old/prod");
      const renamed = manifest("name: new, formerNames: [old]", prod, shell("a"), shell("c"));

      const plan = succeeded(await step(renamed, { command: "plan" }));
      expect(plan.log).toContain(
        "the state is still kept as old/prod: the next run that writes carries it over to new/prod",
      );
      expect(changes(plan.report)).toEqual({ a: "noop", c: "create", b: "delete" });
      for (const command of ["drift", "describe"]) {
        const read = succeeded(await step(renamed, { command }));
        expect([command, read.report.contexts[0].tasks.length, read.outputs.drift]).toEqual([command, 3, "false"]);
      }
      expect([stored("new/prod"), stored("old/prod")]).toEqual([undefined, before]);

      const apply = succeeded(await step(renamed, { command: "apply" }));
      expect(apply.log).toContain("carried the state of old/prod over to new/prod (2 tasks, serial 2)");
      expect([made(rig), rig.read("deleted.txt")]).toEqual(["a\nb\nc\n", "b\n"]);
      expect(stored("old/prod")).toBeUndefined();
      const after = stored("new/prod");
      expect([after.project, after.context, after.lineage]).toEqual(["new", "prod", before.lineage]);
      expect(Object.keys(after.body.tasks)).toEqual(["a", "c"]);
      expect(after.serial).toBeGreaterThan(before.serial);
      expect(apply.outputs["plan-digest"]).toBe(plan.outputs["plan-digest"]);

      const again = succeeded(await step(renamed, { command: "apply" }));
      expect([again.outputs.changes, again.log.includes("carried")]).toEqual(["false", false]);
      // What was recorded under the former name is part of the history.
      succeeded(await step(renamed, { command: "rollback", to: "2" }));
      expect(made(rig)).toBe("a\nb\nc\nb\n");
      expect(rig.read("deleted.txt")).toBe("b\nc\n");
    });

    it("goes with a context that was renamed, and what is recorded for it alone still counts for it", async () => {
      const scoped = shell("b", ", processingScope: [{contexts: [prod]}]");
      succeeded(await step(manifest("name: shop", prod, shell("a"), scoped), { command: "apply" }));
      const renamed = manifest(
        "name: shop",
        "{input: [live]}, {branch: main, context: live, formerNames: [prod]}",
        shell("a"),
      );
      const plan = succeeded(await step(renamed, { command: "plan", context: "live" }));
      expect(changes(plan.report)).toEqual({ a: "noop", b: "delete" });
      const apply = succeeded(await step(renamed, { command: "apply", context: "live" }));
      expect(apply.log).toContain("carried the state of shop/prod over to shop/live (2 tasks, serial 3)");
      expect([made(rig), rig.read("deleted.txt")]).toEqual(["a\nb\n", "b\n"]);
      expect([stored("shop/prod"), Object.keys(stored("shop/live").body.tasks)]).toEqual([undefined, ["a"]]);
    });

    it("refuses a run of an older commit, which would make everything again", async () => {
      const old = manifest("name: old", prod, shell("a"));
      succeeded(await step(old, { command: "apply" }));
      succeeded(await step(manifest("name: new, formerNames: [old]", prod, shell("a")), { command: "apply" }));
      for (const command of ["apply", "plan"]) {
        const late = await step(old, { command });
        expect([late.exitCode, late.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
        expect(late.log).toContain("The state of old/prod was carried over to new/prod");
        expect(late.log).toContain("Run a newer commit; or, if it was renamed back, add `formerNames: [new]`");
      }
      expect(made(rig)).toBe("a\n");
      // Renamed back: as the message says. And forth again.
      for (const [now, then] of [
        ["old", "new"],
        ["new", "old"],
      ]) {
        const back = succeeded(
          await step(manifest(`name: ${now}, formerNames: [${then}]`, prod, shell("a")), { command: "apply" }),
        );
        expect(back.log).toContain(`carried the state of ${then}/prod over to ${now}/prod`);
        expect([back.outputs.changes, stored(`${then}/prod`)]).toEqual(["false", undefined]);
      }
      expect(made(rig)).toBe("a\n");
    });

    it("changes nothing where both places, or two former ones, have a state", async () => {
      for (const name of ["old", "older", "new"])
        succeeded(await step(manifest(`name: ${name}`, prod, shell("a")), { command: "apply" }));
      const before = ["old", "older", "new"].map((name) => stored(`${name}/prod`));
      const both = await step(manifest("name: new, formerNames: [old]", prod, shell("a")), { command: "apply" });
      expect([both.exitCode, both.outputs["failure-reason"]]).toEqual([1, "state-conflict"]);
      expect(both.log).toContain(
        "new/prod has a state (serial 2), and its former name old/prod has one, too (serial 2)",
      );
      expect(both.report.diagnostics[0]).toMatchObject({ code: "former-name-has-state", file: "opus.yaml", line: 3 });
      const two = await step(manifest("name: newest, formerNames: [old, older]", prod, shell("a")), {
        command: "apply",
      });
      expect([two.exitCode, two.outputs["failure-reason"]]).toEqual([1, "state-conflict"]);
      expect(two.log).toContain("two former names of newest/prod have a state: old/prod (serial 2) and older/prod");
      expect(["old", "older", "new"].map((name) => stored(`${name}/prod`))).toEqual(before);
      expect(made(rig)).toBe("a\na\na\n");
    });

    it("that can't be read is never an empty one", async () => {
      succeeded(await step(manifest("name: old", prod, shell("a")), { command: "apply" }));
      if (backend === "file") rig.write(".opus/state/old/prod/state.json", "{");
      else server.write("opus-state", { "old/prod/state.json": "{" });
      const broken = await step(manifest("name: new, formerNames: [old]", prod, shell("a")), { command: "apply" });
      expect([broken.exitCode, broken.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
      expect(broken.log).toContain("The state of old/prod at");
      expect([made(rig), stored("new/prod")]).toEqual(["a\n", undefined]);
    });

    it("without `formerNames` the first run under a new name says what lies beside it", async () => {
      succeeded(await step(manifest("name: old", prod, shell("a"), shell("b")), { command: "apply" }));
      const plan = succeeded(await step(manifest("name: new", prod, shell("a"), shell("c")), { command: "plan" }));
      expect(plan.log).toContain(
        "nothing is recorded of new/prod, so everything in the manifest counts as new; beside it lies the state of old/prod (old/prod has 1 of its tasks recorded)",
      );
      expect(plan.log).toContain("`formerNames: [old]` under `metadata` of the Project carries its state over");
      expect(plan.log).toMatch(/^::warning.*state-beside/m);
      // Of a context only when no rule leads to it any more.
      const live = manifest("name: old", "{input: [live]}", shell("a"));
      const gone = succeeded(await step(live, { command: "plan", context: "live" }));
      expect(gone.log).toContain("beside it lies the state of old/prod (old/prod has 1 of its tasks recorded)");
      expect(gone.log).toContain("`formerNames: [prod]` in a rule with `context: live` or `input: [live]`");
      const other = manifest("name: old", "{input: [prod, live]}", shell("a"));
      expect(succeeded(await step(other, { command: "plan", context: "live" })).log).not.toContain("state-beside");
    });

    it("stays sealed", async () => {
      const key = { "encryption-key": firstIdentity };
      succeeded(await step(manifest("name: old", prod, shell("a")), { command: "apply", ...key }));
      const renamed = manifest("name: new, formerNames: [old]", prod, shell("a"));
      const without = await step(renamed, { command: "apply" });
      expect([without.exitCode, without.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
      expect([stored("new/prod"), stored("old/prod").body]).toEqual([undefined, null]);
      const apply = succeeded(await step(renamed, { command: "apply", ...key }));
      expect([apply.outputs.changes, stored("new/prod").body, stored("old/prod")]).toEqual(["false", null, undefined]);
      expect(succeeded(await step(renamed, { command: "plan", ...key })).outputs.changes).toBe("false");
      expect(made(rig)).toBe("a\n");
    });
  });

describe("on the branch", () => {
  it("one commit moves the files, whoever else writes there at the same time", async () => {
    const server = await GitServer.start();
    const rigs = ["test", "prod"].map((context) => ({ context, rig: new Rig() }));
    try {
      const both = "{input: [test, prod]}";
      const all = async (text: string) =>
        Promise.all(
          rigs.map(({ rig, context }) => {
            rig.remote = { url: server.url, token: server.token };
            rig.write("opus.yaml", text);
            return rig.step({ command: "apply", context });
          }),
        );
      for (const done of await all(manifest("name: old", both, shell("a")))) succeeded(done);
      for (const done of await all(manifest("name: new, formerNames: [old]", both, shell("a")))) {
        succeeded(done);
        expect(done.outputs.changes).toBe("false");
      }
      expect(server.files("opus-state")).toEqual(["README.md", "new/prod/state.json", "new/test/state.json"]);
      for (const { rig, context } of rigs) {
        expect(made(rig)).toBe("a\n");
        const moved = server.log("opus-state").filter(({ message }) => message.startsWith(`new/${context}: carried`));
        expect(moved.map(({ message }) => message.split("\n")[0])).toEqual([
          `new/${context}: carried over from old/${context} [skip ci]`,
        ]);
        const sha = moved[0]?.sha ?? "";
        const before = server.git(["show", "-s", "--format=%P", sha]).trim().split(" ").at(-1);
        const files = server
          // What was there before it is its last parent: the first one is the last that the history has of its own.
          .git(["diff", "--name-status", "--no-renames", `${before}`, sha])
          .toString()
          .trim()
          .split("\n")
          .sort();
        expect(files).toEqual([
          `A\tnew/${context}/state.json`,
          `D\told/${context}/lock.json`,
          `D\told/${context}/state.json`,
        ]);
      }
    } finally {
      for (const { rig } of rigs) rig[Symbol.dispose]();
      server.fsck();
      await server.close();
    }
  });

  it("waits for a run under the former name, and `unlock` releases its lock", async () => {
    const server = await GitServer.start();
    const rig = new Rig();
    try {
      rig.remote = { url: server.url, token: server.token };
      rig.write("opus.yaml", manifest("name: old", prod, shell("a")));
      succeeded(await rig.step({ command: "apply", context: "prod" }));
      server.write("opus-state", {
        "old/prod/lock.json": JSON.stringify({
          format: "opus-lock",
          version: 1,
          id: "other-run",
          command: "apply",
          project: "old",
          context: "prod",
          since: "2026-01-02T03:04:05.000Z",
          run: { id: "", attempt: 1, sha: "", url: "https://ci.example/1" },
          process: { machine: "m", host: "h", bootId: null, processNamespace: null, pid: 1, startTime: null },
        }),
      });
      rig.write("opus.yaml", manifest("name: new, formerNames: [old]", prod, shell("a")));
      const locked = await rig.step({ command: "apply", context: "prod", "lock-timeout": "0s" });
      expect([locked.exitCode, locked.outputs["failure-reason"]]).toEqual([1, "state-locked"]);
      expect(locked.log).toContain("opus unlock --context prod --lock-id other-run");
      expect(server.files("opus-state")).toEqual(["README.md", "old/prod/lock.json", "old/prod/state.json"]);
      succeeded(await rig.step({ command: "unlock", context: "prod", "lock-id": "other-run" }));
      succeeded(await rig.step({ command: "apply", context: "prod", "lock-timeout": "0s" }));
      expect([made(rig), server.files("opus-state")]).toEqual(["a\n", ["README.md", "new/prod/state.json"]]);
    } finally {
      rig[Symbol.dispose]();
      server.fsck();
      await server.close();
    }
  });
});

describe("a manifest without a Project", () => {
  const file = (name: string): string => `apiVersion: opus/v1
kind: File
metadata: {name: ${name}}
spec: {path: ${name}.txt, content: ${name}}
`;

  it("has a state for its folder, so that two folders of a repository leave each other alone", async () => {
    const server = await GitServer.start();
    const rig = new Rig({ "a/opus.yaml": file("x"), "b/opus.yaml": file("y"), "opus.yaml": file("z") });
    try {
      rig.remote = { url: server.url, token: server.token };
      const at = (folder: string) => rig.step({ command: "apply", context: "prod", "working-directory": folder });
      for (const folder of ["a", "b", ".", "a", "b"]) succeeded(await at(folder));
      expect(["a/x.txt", "b/y.txt", "z.txt"].map((path) => rig.exists(path))).toEqual([true, true, true]);
      expect(server.files("opus-state")).toEqual([
        "README.md",
        "storefront--a/prod/state.json",
        "storefront--b/prod/state.json",
        "storefront/prod/state.json",
      ]);
      // The same folder, named by `manifest`.
      const named = await rig.step({ command: "plan", context: "prod", manifest: "a/opus.yaml" });
      expect(named.report.project).toBe("storefront--a");
    } finally {
      rig[Symbol.dispose]();
      server.fsck();
      await server.close();
    }
  });

  it("takes along what is recorded under the plain name, where that is its own", async () => {
    const rig = new Rig({ "a/opus.yaml": file("x"), "b/opus.yaml": file("y") });
    const path = join(rig.workspace, "state");
    const at = (folder: string, command = "apply") =>
      rig.step({ command, context: "prod", "working-directory": folder, "state-path": path });
    const move = (from: string, to: string): void => {
      const state = readFileSync(join(path, from, "prod/state.json"), "utf8").replace(`"${from}"`, `"${to}"`);
      rig.remove(`state/${from}`);
      rig.write(`state/${to}/prod/state.json`, state);
    };
    try {
      succeeded(await at("a"));
      // As an earlier version has left it.
      move("storefront--a", "storefront");
      const other = succeeded(await at("b", "plan"));
      expect(changes(other.report)).toEqual({ y: "create" });
      expect(other.log).toContain("beside it lies the state of storefront/prod");
      expect(other.log).toContain(
        "`opus state mv --from-project storefront --to-project storefront--b --context prod --working-directory b --state-backend file ",
      );
      const own = succeeded(await at("a"));
      expect(own.log).toContain("carried the state of storefront/prod over to storefront--a/prod (1 task, serial 2)");
      expect(own.outputs.changes).toBe("false");
    } finally {
      rig[Symbol.dispose]();
    }
  });
});

describe("opus state", () => {
  const rules = "{input: [prod, live]}";

  async function applied(): Promise<Rig> {
    const rig = new Rig({ "opus.yaml": manifest("name: old", rules, shell("a"), shell("b")) });
    expect((await rig.terminal(["apply", "--context", "prod", "--parallelism", "1"])).exitCode).toBe(0);
    return rig;
  }

  const said = async (rig: Rig, ...args: string[]) => {
    const { exitCode, log } = await rig.terminal(["state", ...args]);
    return [exitCode, log];
  };

  it("mv carries a whole state over, and refuses where one is", async () => {
    using rig = await applied();
    rig.write("opus.yaml", manifest("name: new", rules, shell("a"), shell("b")));
    expect(await said(rig, "mv", "--from-project", "older", "--context", "prod")).toEqual([
      1,
      `opus: nothing is stored of older/prod in ${rig.workspace}/.opus/state/older/prod/state.json (stored: old/prod)\n`,
    ]);
    expect(await said(rig, "mv", "--from-project", "old", "--context", "prod")).toEqual([
      0,
      "The state of old/prod is that of new/prod now (2 tasks, serial 2); nothing else was touched.\nThe manifest must lead to new/prod: a run that leads to old/prod is refused.\n",
    ]);
    const plan = await rig.terminal(["plan", "--context", "prod", "--expect-no-changes"]);
    expect(plan.exitCode).toBe(0);
    expect(await said(rig, "mv", "--from-context", "prod", "--to-context", "live")).toEqual([
      0,
      expect.stringContaining("The state of new/prod is that of new/live now (2 tasks, serial 2)"),
    ]);
    rig.write("opus.yaml", manifest("name: other", rules, shell("a")));
    expect((await rig.terminal(["apply", "--context", "live"])).exitCode).toBe(0);
    const before = rig.state("new", "live");
    expect(await said(rig, "mv", "--from-project", "other", "--to-project", "new", "--context", "live")).toEqual([
      1,
      "opus: new/live has a state already (serial 2), and nothing was changed\n  If that one is not needed, carry it out of the way first: `opus state mv --from-project new --to-project new-unused --context live`.\n",
    ]);
    expect(rig.state("new", "live")).toEqual(before);
    expect(await said(rig, "mv", "--from-project", "other", "--context", "live")).toEqual([
      1,
      "opus: the state of other/live is to be carried over, and its new name is the same\n",
    ]);
    // As the refusal says.
    const away = ["--from-project", "new", "--to-project", "new-unused", "--context", "live"];
    expect((await said(rig, "mv", ...away))[0]).toBe(0);
    expect((await said(rig, "mv", "--from-project", "other", "--to-project", "new", "--context", "live"))[0]).toBe(0);
  });

  it("shows what is still kept under a former name, and carries it over before it changes it", async () => {
    using rig = await applied();
    rig.write("opus.yaml", manifest("name: new, formerNames: [old]", rules, shell("a"), shell("c")));
    const still = "opus: this is still kept as old/prod: the next run that writes carries it over to new/prod.\n";
    const stored = rig.read(".opus/state/old/prod/state.json");
    for (const command of ["list", "show", "pull", "history"]) {
      const [exitCode, log] = await said(rig, command, "--context", "prod");
      expect([command, exitCode, String(log).includes(still)]).toEqual([command, 0, true]);
    }
    expect(rig.read(".opus/state/old/prod/state.json")).toBe(stored);
    expect(await said(rig, "mv", "b", "c", "--context", "prod")).toEqual([
      0,
      expect.stringMatching(/^Carried the state of old\/prod over to new\/prod\.\n"b" is recorded as "c" now/),
    ]);
    expect(Object.keys(rig.state("new", "prod").body.tasks).sort()).toEqual(["a", "c"]);
    expect(rig.exists(".opus/state/old/prod/state.json")).toBe(false);
    expect(made(rig)).toBe("a\nb\n");
  });
});
