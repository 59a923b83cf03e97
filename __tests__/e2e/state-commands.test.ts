import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{input: [test, prod]}]
`;

function file(name: string, content: string, metadata = ""): string {
  return `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}${metadata}}\nspec: {path: out/${name}.txt, content: ${JSON.stringify(content)}}\n`;
}

function shell(name: string, create: string, metadata = ""): string {
  return `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: ${name}${metadata}}\nspec: {create: ${JSON.stringify(create)}}\n`;
}

const stateFile = ".opus/state/demo/test/state.json";

// biome-ignore lint/suspicious/noExplicitAny: state is looked at as a consumer of its JSON does
type Envelope = any;

/** An envelope with a digest that fits. Names are sorted where it is used. */
function sealed(envelope: Envelope): string {
  const sorted = (value: Envelope): Envelope =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, sorted(value[key])]),
          )
        : value;
  const body = sorted(envelope.body);
  const digest = `sha256:${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
  return `${JSON.stringify({ ...envelope, digest, body }, null, 2)}\n`;
}

async function applied(manifest: string, ...contexts: string[]): Promise<QuickRig> {
  const rig = new QuickRig({ "opus.yaml": manifest });
  for (const context of contexts.length > 0 ? contexts : ["test"])
    expect((await rig.terminal(["apply", "--context", context])).exitCode).toBe(0);
  return rig;
}

async function state(rig: QuickRig, ...args: string[]): Promise<string> {
  const { exitCode, log } = await rig.terminal(["state", ...args]);
  expect([exitCode, log]).toEqual([0, expect.any(String)]);
  return log;
}

/** What a refusal says. Nothing may have changed. */
async function refusal(rig: QuickRig, ...args: string[]): Promise<string> {
  const before = rig.read(stateFile);
  const { exitCode, log } = await rig.terminal(["state", ...args]);
  expect(exitCode).toBe(1);
  expect(rig.read(stateFile)).toBe(before);
  return log;
}

const three = project + file("a", "one $${X}") + shell("run", "echo ran >> ran", ", dependencies: [{tasks: [a]}]");

describe("list, show, pull and history", () => {
  it("tell what is recorded, for people and for scripts", async () => {
    using rig = await applied(three);
    const stored = JSON.parse(rig.read(stateFile));
    const { createdAt, updatedAt } = stored.body.tasks.a;
    const made = stored.body.tasks.run.createdAt;
    expect(await state(rig, "list")).toBe(
      [
        `demo/test  serial 2  lineage ${stored.lineage}`,
        `file  ${join(rig.workspace, stateFile)}`,
        `written by opus ${metadata.version}`,
        "",
        "Task  Kind   Status   Created                   Updated                   Dependencies",
        `a     File   applied  ${createdAt}  ${updatedAt}  0`,
        `run   Shell  applied  ${made}  ${made}  1`,
        "",
        "2 tasks recorded, 0 pending.",
        "",
      ].join("\n"),
    );
    expect(JSON.parse(await state(rig, "list", "--json"))).toEqual({
      project: "demo",
      context: "test",
      backend: "file",
      location: join(rig.workspace, stateFile),
      lineage: stored.lineage,
      serial: 2,
      revision: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      writer: metadata.version,
      run: { id: "", attempt: 1, sha: "", url: "" },
      tasks: [
        { name: "a", apiVersion: "opus/v1", kind: "File", status: "applied", createdAt, updatedAt, dependencies: [] },
        {
          name: "run",
          apiVersion: "opus/v1",
          kind: "Shell",
          status: "applied",
          createdAt: made,
          updatedAt: made,
          dependencies: ["a"],
        },
      ],
      pending: [],
      journal: [],
    });
    // Stored as a template, shown as it is.
    expect(stored.body.tasks.a.spec.content).toBe("one $${X}");
    expect(JSON.parse(await state(rig, "show", "a"))).toMatchObject({ name: "a", spec: { content: "one ${X}" } });
    expect(Object.keys(JSON.parse(await state(rig, "show")).tasks)).toEqual(["a", "run"]);
    expect(await state(rig, "pull")).toBe(rig.read(stateFile));
    expect(await state(rig, "history")).toMatch(
      /^Serial {2}When \(UTC\) {11}What {7}Run\n2 {7}\d{4}-\S+ \S+ {2}created 2 {2}a terminal\n\nA serial counts /,
    );
    const there = ["--context", "test", "--state-path", "kept"];
    expect((await rig.terminal(["apply", ...there, "--lock-timeout", "0"])).exitCode).toBe(0);
    // The line that it prints leads to the state that it has shown.
    const [, back = ""] = /`(opus rollback .*?)`/.exec(await state(rig, "history", ...there)) ?? [];
    const words = back.replace("SERIAL", "2").split(" ").slice(1);
    const { exitCode, log } = await rig.terminal(words);
    expect([exitCode, log]).toEqual([0, expect.stringContaining(join(rig.workspace, "kept/demo/test"))]);
    expect(await refusal(rig, "show", "rum")).toBe(
      'opus: "rum" is not recorded in the context "test" (recorded: a, run)\n  Did you mean "run"?\n',
    );
  });

  it("show nothing sensitive, and no control characters", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("a", "x") });
    await rig.terminal(["apply", "--context", "test"]);
    const stored = JSON.parse(rig.read(stateFile));
    stored.body.tasks.a.outputs = { PASSWORD: "hunter2", NOTE: "\u009b31m\u202e" };
    stored.body.tasks.a.sensitiveOutputs = ["PASSWORD"];
    rig.write(stateFile, sealed(stored));
    for (const name of [["a"], []]) {
      const shown = await state(rig, "show", ...name);
      expect(shown).not.toContain("hunter2");
      expect(shown).toContain('"NOTE": "\\u009b31m\\u202e"');
      expect(shown).toContain('"sensitiveOutputs": [\n');
    }
  });

  it("go to the context that can only be meant, and ask when there are several", async () => {
    using rig = new QuickRig({ "opus.yaml": three });
    expect((await rig.terminal(["state", "list"])).log).toBe(
      "opus: it is not clear which context is meant: prod, test\n  Give `--context NAME`.\n",
    );
    await rig.terminal(["apply", "--context", "test"]);
    expect(await state(rig, "list")).toContain("demo/test  serial 2");
    expect(await state(rig, "list", "--context", "nobody-knows")).toContain("demo/nobody-knows: nothing is stored in ");
    expect((await rig.terminal(["apply", "--context", "prod"])).exitCode).toBe(0);
    expect((await rig.terminal(["state", "list"])).log).toContain("which context is meant: prod, test\n");
    expect((await rig.terminal(["state", "pull", "--context", "other"])).log).toMatch(
      /^opus: nothing is stored of demo\/other in /,
    );
  });

  it("work when the manifest has errors; without a readable Project they ask for its name", async () => {
    using rig = await applied(three);
    const pulled = rig.read(stateFile);
    rig.write("opus.yaml", `${three}---\napiVersion: opus/v1\nkind: Nonsense\nmetadata: {name: b}\nspec: {}\n`);
    expect((await rig.terminal(["plan", "--context", "test"])).exitCode).toBe(1);
    expect(await state(rig, "pull")).toBe(pulled);
    rig.write("opus.yaml", three.replace("contexts:", "contetxs:"));
    expect(await refusal(rig, "pull")).toMatch(
      /^opus: the Project document can't be read, so it is not known whose state is meant, and where it is\n {2}Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`\.\nopus\.yaml:5:3: error unknown-field: .*\n/,
    );
    rig.remove("opus.yaml");
    expect(await refusal(rig, "pull")).toContain("the Project document can't be read");
    expect(await state(rig, "pull", "--project", "demo")).toBe(pulled);
  });
});

describe("rm", () => {
  it("drops tasks as forget does; rollback takes them back", async () => {
    using rig = await applied(three);
    expect(await refusal(rig, "rm", "a", "nobody*")).toBe(
      'opus: target "nobody*" matches nothing that is recorded in the context "test" (recorded: a, run)\n',
    );
    expect(await state(rig, "rm", "r*")).toBe(
      'dropped "run" from state; its resource was left as it is\n`opus rollback --context test` takes it back into state, as long as nothing else was changed.\n',
    );
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a"]);
    expect((await rig.terminal(["rollback", "--context", "test"])).exitCode).toBe(0);
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a", "run"]);
    expect(rig.read("ran")).toBe("ran\n");
  });
});

describe("mv", () => {
  const chain = (name: string) =>
    three.replace("name: run,", `name: ${name},`) + file("last", "z", `, dependencies: [{tasks: [${name}]}]`);

  it("renames an entry, and where others depend on it", async () => {
    using rig = await applied(chain("run"));
    expect(await state(rig, "mv", "run", "walk")).toBe(
      '"run" is recorded as "walk" now; its resource was left as it is\nalso in the dependencies of last\nThe manifest must call it "walk" too (or have that among its `formerNames`): under its old name it would be made again, and what is recorded deleted.\n',
    );
    expect(rig.state("demo", "test").body.tasks.last.dependencies).toEqual(["walk"]);
    rig.write("opus.yaml", chain("walk"));
    const plan = await rig.terminal(["plan", "--context", "test", "--expect-no-changes"]);
    expect(plan.exitCode).toBe(0);
    expect(rig.read("ran")).toBe("ran\n");
  });

  it("is undone by rollback, for kinds with and without an identity", async () => {
    for (const [from, to] of [
      ["run", "walk"],
      ["a", "b"],
    ] as const) {
      using rig = await applied(chain("run"));
      const before = rig.state("demo", "test").body.tasks;
      await state(rig, "mv", from, to);
      expect(Object.keys(rig.state("demo", "test").body.tasks)).toContain(to);
      const back = await rig.terminal(["rollback", "--context", "test"]);
      expect(back.exitCode).toBe(0);
      const { tasks } = rig.state("demo", "test").body;
      expect(Object.keys(tasks)).toEqual(Object.keys(before));
      for (const name of Object.keys(tasks)) expect(tasks[name].spec).toEqual(before[name].spec);
      expect(rig.read("ran")).toBe("ran\n");
      const plan = await rig.terminal(["plan", "--context", "test", "--expect-no-changes"]);
      expect(plan.exitCode).toBe(0);
    }
  });

  it("refuses what would lose something or be no name", async () => {
    using rig = await applied(chain("run"));
    expect(await refusal(rig, "mv", "runn", "x")).toBe(
      'opus: "runn" is not recorded in the context "test" (recorded: a, last, run)\n  Did you mean "run"?\n',
    );
    expect(await refusal(rig, "mv", "run", "a")).toBe(
      'opus: "a" is recorded already\n  To drop that one: `opus state rm a --context test`.\n',
    );
    expect(await refusal(rig, "mv", "run", "no name")).toBe(
      'opus: "no name" is not a name of a task: letters, digits, ".", "_" and "-", beginning with a letter or digit\n',
    );
    const stored = JSON.parse(rig.read(stateFile));
    const { apiVersion, kind, spec, dependencies, scope, lifecycle, order } = stored.body.tasks.run;
    stored.body.pending = [
      { task: "run", change: "update", apiVersion, kind, spec, dependencies, scope, lifecycle, order },
    ];
    rig.write(stateFile, sealed(stored));
    expect(await refusal(rig, "mv", "run", "x")).toBe(
      'opus: "run" is pending: a run ended in the middle of it, or is going on\n  Let `opus apply --context test` settle it first.\n',
    );
    expect(await state(rig, "list")).toMatch(
      /\nrun {3}Shell {2}applied, pending update {2}.*\n\n3 tasks recorded, 1 pending\. The next command that writes finds out what became of what is pending\.\n$/,
    );
  });
});

describe("push", () => {
  const one = project + file("a", "one");

  async function pulled(rig: QuickRig, change: (envelope: Envelope) => void): Promise<string> {
    const envelope = JSON.parse(rig.read(stateFile));
    change(envelope);
    rig.write("given.json", sealed(envelope));
    return "given.json";
  }

  it("refuses each thing that does not fit with its own message, bytes untouched", async () => {
    using rig = await applied(one);
    const { lineage } = rig.state("demo", "test");
    const push = async (change: (envelope: Envelope) => void): Promise<string> =>
      refusal(rig, "push", await pulled(rig, change));
    const useless = "Give a recovery file of opus, or a file that `opus state pull` wrote. Nothing was changed.\n";

    expect(await push((one) => Object.assign(one, { version: 2, writer: "9.0.0" }))).toBe(
      `opus: The state of demo/test at given.json can't be used: it has version 2, and this version of opus reads version 1 only; update opus to the version that wrote it ("9.0.0"). ${useless}`,
    );
    expect(await push((one) => Object.assign(one, { project: "other" }))).toBe(
      `opus: The state of demo/test at given.json can't be used: it belongs to the project "other", and the project "demo" was asked for. ${useless}`,
    );
    await pulled(rig, () => {});
    expect(await refusal(rig, "push", "given.json", "--context", "prod")).toBe(
      `opus: The state of demo/prod at given.json can't be used: it belongs to the context "test", and the context "prod" was asked for. ${useless}`,
    );
    expect(await push((one) => Object.assign(one, { lineage: "another", serial: 9 }))).toBe(
      `opus: given.json was not stored: its lineage is "another", and that of the stored state (serial 2) is "${lineage}": the two have nothing to do with each other. The stored state is untouched.\n  To replace the stored state all the same: use \`--force\`; \`opus state pull --context test\` makes a backup of what is stored.\n`,
    );
    expect(await push((one) => Object.assign(one, { serial: 1 }))).toBe(
      `opus: given.json was not stored: its serial is 1, and serial 2 by opus ${metadata.version} in a terminal is stored already: it is an older state. The stored state is untouched.\n  To go back to it, resources and all, use \`opus rollback --to 1 --context test\`. To replace the record alone: use \`--force\`; \`opus state pull --context test\` makes a backup of what is stored.\n`,
    );
    expect(
      await push((one) => {
        one.body.tasks = {};
      }),
    ).toMatch(
      /^opus: given\.json was not stored: serial 2 is stored with another body \(digest sha256:[0-9a-f]{64}, by opus \d+\.\d+\.\d+ in a terminal\) than this file has \(digest sha256:[0-9a-f]{64}\)\. The stored state is untouched\.\n {2}Compare it with `opus state pull --context test`\. /,
    );
    expect(
      await push((one) => {
        one.serial = 3;
        one.follows = [{ serial: 1, digest: `sha256:${"0".repeat(64)}` }];
        one.body.tasks = {};
      }),
    ).toBe(
      `opus: given.json was not stored: the state has moved on since: serial 2 by opus ${metadata.version} in a terminal is stored, and this file may be stored over serial 1 only. The stored state is untouched.\n  Compare it with \`opus state pull --context test\`, then apply again.\n`,
    );
    rig.write("given.json", rig.read(stateFile).replace("one", "two"));
    expect(await refusal(rig, "push", "given.json")).toContain("its digest says ");
    rig.write("given.json", rig.read(stateFile).slice(0, 200));
    expect(await refusal(rig, "push", "given.json")).toContain("it is cut off");
    expect(await refusal(rig, "push", "no-such-file")).toBe(
      "opus: the file could not be read: `no-such-file` does not exist\n",
    );
    // Forced or not.
    await pulled(rig, (one) => Object.assign(one, { context: "prod" }));
    expect(await refusal(rig, "push", "given.json", "--force", "--context", "test")).toContain(
      'it belongs to the context "prod"',
    );
  });

  it("of what is stored already changes nothing", async () => {
    using rig = await applied(one);
    const before = rig.read(stateFile);
    rig.write("given.json", before);
    expect(await state(rig, "push", "given.json")).toBe(
      "demo/test: already there, as serial 2. Nothing was changed.\n",
    );
    expect(rig.read(stateFile)).toBe(before);
  });

  it("forced replaces a later state, and another lineage; the serial rises, the lineage stays", async () => {
    using rig = await applied(one);
    const { lineage } = rig.state("demo", "test");
    rig.write("old.json", rig.read(stateFile));
    rig.write("opus.yaml", one + file("b", "two"));
    await rig.terminal(["apply", "--context", "test"]);
    expect(rig.state("demo", "test").serial).toBe(4);
    expect(await state(rig, "push", "old.json", "--force")).toBe(
      `Stored old.json as serial 5 of demo/test, over serial 4.\n  removed  b\nForced, although its serial is 2, and serial 4 by opus ${metadata.version} in a terminal is stored already: it is an older state.\n`,
    );
    await pulled(rig, (envelope) =>
      Object.assign(envelope, { lineage: "another", serial: 90, body: { ...envelope.body, tasks: {} } }),
    );
    expect(await state(rig, "push", "given.json", "--force")).toContain("Stored given.json as serial 6 of demo/test");
    expect(rig.state("demo", "test")).toMatchObject({ serial: 6, lineage, body: { tasks: {} } });
    expect(await state(rig, "history", "--limit", "2", "--json")).toMatch(
      /^\[\n {2}\{\n {4}"serial": 6,[\s\S]*"serial": 5,/,
    );
  });

  it("brings a backup to where nothing is stored", async () => {
    using rig = await applied(one);
    const backup = rig.read(stateFile);
    rig.write("backup.json", backup);
    rig.remove(".opus");
    expect(await state(rig, "push", "backup.json")).toBe(
      "Stored backup.json as serial 2 of demo/test, where nothing was.\n  added    a\n",
    );
    expect(rig.state("demo", "test").body).toEqual(JSON.parse(backup).body);
    expect((await rig.terminal(["plan", "--context", "test", "--expect-no-changes"])).exitCode).toBe(0);
  });

  it("takes the lock", async () => {
    const slow = shell("slow", "touch started");
    using rig = await applied(project + slow);
    rig.write("given.json", rig.read(stateFile));
    rig.write("opus.yaml", project + slow + shell("slower", "touch again; while [ ! -e go ]; do sleep 0.05; done"));
    const running = rig.terminalInProcess(["apply", "--context", "test"]);
    for (let tries = 0; tries < 200 && !rig.exists("again"); tries++) await new Promise((go) => setTimeout(go, 25));
    for (const args of [
      ["push", "given.json"],
      ["rm", "slow"],
      ["mv", "slow", "x"],
    ]) {
      const { exitCode, log } = await rig.terminal(["state", ...args, "--lock-timeout", "0"]);
      expect(exitCode).toBe(1);
      expect(log).toMatch(/^opus: The state of demo\/test is locked by `apply` /);
    }
    rig.write("go", "");
    expect((await running).exitCode).toBe(0);
  });
});

describe("a store that can't be written", () => {
  const wrecking = "mv .opus/state/demo/test .opus/moved; touch .opus/state/demo/test";
  const manifest =
    project +
    file("first", "1") +
    shell("wrecking", wrecking, ", dependencies: [{tasks: [first]}]") +
    shell("after", "echo after >> ran", ", dependencies: [{tasks: [wrecking]}]");

  function mend(rig: QuickRig): void {
    rmSync(join(rig.workspace, ".opus/state/demo/test"));
    renameSync(join(rig.workspace, ".opus/moved"), join(rig.workspace, ".opus/state/demo/test"));
  }

  it("in a terminal leaves a recovery file; what is said to run stores it, and the next apply has nothing to do", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest });
    const failed = await rig.terminal(["apply", "--context", "test"]);
    expect(failed.exitCode).toBe(1);
    expect(failed.log).toContain(
      "what was applied is kept in opus-recovery.json: once the cause is mended, store it with `opus state push opus-recovery.json`",
    );
    expect(failed.log).not.toContain("upload-artifact");
    expect(statSync(join(rig.workspace, "opus-recovery.json")).mode & 0o777).toBe(0o600);
    mend(rig);
    const pending = rig.state("demo", "test").body.pending.map(({ task }: { task: string }) => task);
    expect(pending).toEqual(["first", "wrecking", "after"]);
    expect(await state(rig, "list")).toContain("Results that are in the journal on this machine and not in these: ");
    // Its lock could not be released any more.
    expect(await state(rig, "push", "opus-recovery.json")).toMatch(
      /^Released the lock [0-9a-f-]{36}, which the run that wrote this file had left \(`apply` since .*\)\.\nStored opus-recovery\.json as serial 3 of demo\/test, over serial 1\.\n {2}added {4}after, first, wrecking\n$/,
    );
    expect(readdirSync(join(rig.workspace, ".opus/state/demo/test"))).not.toContain("journal.ndjson");
    const before = rig.read(stateFile);
    const next = await rig.terminal(["apply", "--context", "test", "--expect-no-changes"]);
    expect(next.exitCode).toBe(0);
    expect(rig.read(stateFile)).toBe(before);
    expect(rig.read("ran")).toBe("after\n");
    expect(await state(rig, "push", "opus-recovery.json")).toBe(
      "demo/test: already there, as serial 3. Nothing was changed.\n",
    );
  });

  it("in a step is told in log and summary, with the way to keep the file", async () => {
    const inputs = { command: "apply", context: "test", "state-backend": "file" };
    using rig = new QuickRig({ "opus.yaml": manifest });
    const failed = await rig.step(inputs);
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs["failure-reason"]).toBe("state-unavailable");
    const path = join(rig.temporary, "opus-recovery.json");
    const told = `what was applied is kept in ${path}: once the cause is mended, store it with \`opus state push ${path} --state-backend file\``;
    const vanishes =
      "the runner removes that file when the job ends: let a step after this one upload it (`uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1`, `if: failure()`, `path: ${{ runner.temp }}/opus-recovery*.json`), and push the downloaded one from a checkout";
    for (const text of [failed.log, failed.summary]) {
      expect(text).toContain(told);
      expect(text).toContain(vanishes);
      expect(text).toContain("store the recovery file as said above");
    }
    expect(statSync(path).mode & 0o777).toBe(0o600);
    mend(rig);
    const pushed = await rig.terminal(["state", "push", path, "--state-backend", "file"]);
    expect(pushed.exitCode).toBe(0);
    const next = await rig.step({ ...inputs, command: "plan" });
    expect(changes(next.report)).toEqual({ first: "noop", wrecking: "noop", after: "noop" });
  });

  it("keeps an older recovery file", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest, "opus-recovery.json": "older" });
    const failed = await rig.terminal(["apply", "--context", "test"]);
    expect(failed.log).toContain("`opus state push opus-recovery-test.json`");
    expect(rig.read("opus-recovery.json")).toBe("older");
    expect(JSON.parse(readFileSync(join(rig.workspace, "opus-recovery-test.json"), "utf8")).format).toBe("opus-state");
  });

  it("a recovery file does not silence results that are in this machine's journal alone", async () => {
    using rig = new QuickRig({ "opus.yaml": manifest });
    await rig.terminal(["apply", "--context", "test"]);
    mend(rig);
    const envelope = JSON.parse(rig.read("opus-recovery.json"));
    delete envelope.body.tasks.first;
    rig.write("opus-recovery.json", sealed(envelope));
    expect(await refusal(rig, "push", "opus-recovery.json")).toContain(
      "opus: opus-recovery.json was not stored: a run left 1 result on this machine that neither the file nor the stored state holds (first). The stored state is untouched.\n  Store them first: any command that writes does, as `opus apply --context test`. To drop them and store the file: use `--force`.\n",
    );
  });
});
