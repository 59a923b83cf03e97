// Sentences of the docs that were wrong once, tried as who reads them would.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DriftLook } from "../../src/app/site/model.ts";
import { statusOf } from "../../src/app/site/status.ts";
import { identities } from "../state/seal/keys.ts";
import { QuickRig } from "./quick-rig.ts";
import { QuickTerminal } from "./quick-terminal.ts";
import { drifts } from "./rig.ts";

const root = join(import.meta.dirname, "../..");

function project(rules: string, more = ""): string {
  return `apiVersion: opus/v1\nkind: Project\nmetadata: {name: shop}\nspec:\n  contexts: ${rules}\n${more}`;
}

function file(name: string, content = name): string {
  return `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: out/${name}.txt, content: ${content}}\n`;
}

/** A terminal in whose folder `prod` was applied. */
async function applied(...tasks: readonly string[]): Promise<QuickTerminal> {
  const terminal = new QuickTerminal({ "opus.yaml": project("[{input: [prod]}]") + tasks.join("") });
  await done(terminal, "apply --context prod");
  return terminal;
}

/** What a command that succeeds prints. */
async function done(terminal: QuickTerminal, line: string): Promise<string> {
  const { status, screen } = await terminal.run(line.split(" "));
  expect([line, status], screen).toEqual([line, 0]);
  return screen;
}

describe("terminal.md", () => {
  it("`rollback` of `state rm` and of `forget` leaves a file as somebody has changed it since", async () => {
    for (const drop of ["state rm a --context prod", "forget --target a --context prod"]) {
      using terminal = await applied(file("a"), file("b"));
      await done(terminal, drop);
      terminal.write({ "out/a.txt": "by hand" });
      await done(terminal, "rollback --context prod");
      expect([drop, terminal.read("out/a.txt")]).toEqual([drop, "by hand"]);
      // It is recorded again, as it was: what somebody did is drift.
      expect(await done(terminal, "drift --context prod")).toMatch(/^a +File +resource-changed/m);
    }
  });

  it("a rule without a condition holds in a terminal, with the name of its context and without any", async () => {
    using terminal = new QuickTerminal({
      "opus.yaml": project("[{branch: main, context: test}, {context: prod}]") + file("a"),
    });
    for (const line of ["apply", "apply --context prod"]) expect(await done(terminal, line)).toContain("context prod");
    const other = await terminal.run(["apply", "--context", "test"]);
    expect([other.status, other.screen]).toEqual([1, expect.stringContaining("add `{input: [test]}`")]);
    // Looking is free.
    expect(await done(terminal, "plan --context test")).toContain("context test");
  });

  it("a report is written only where somebody says so, and an empty place says no", async () => {
    using terminal = await applied(file("a"));
    const before = readdirSync(terminal.folder).sort();
    for (const path of ["", "report.json"]) await terminal.run(["plan", "--context", "prod", "--report-path", path]);
    expect(readdirSync(terminal.folder).sort()).toEqual([...before, "report.json"].sort());
  });
});

describe("commands.md", () => {
  it("`create` leaves a resource that is gone to `update`, which makes it, and makes nothing that is new", async () => {
    using terminal = await applied(file("a"));
    terminal.write({ "opus.yaml": project("[{input: [prod]}]") + file("a") + file("b") });
    const there = (name: string): boolean => existsSync(join(terminal.folder, `out/${name}.txt`));
    await done(terminal, "state rm a --context prod");
    await done(terminal, "rollback --context prod");
    rmSync(join(terminal.folder, "out/a.txt"));
    await done(terminal, "create --context prod");
    expect([there("a"), there("b")]).toEqual([false, true]);
    terminal.write({ "opus.yaml": project("[{input: [prod]}]") + file("a") + file("b") + file("c") });
    await done(terminal, "update --context prod");
    expect([there("a"), there("b"), there("c")]).toEqual([true, true, false]);
  });

  it("`rollback` undoes one run, once; with `to` it goes further back", async () => {
    using terminal = await applied(file("a", "one"));
    for (const content of ["two", "three"]) {
      terminal.write({ "opus.yaml": project("[{input: [prod]}]") + file("a", content) });
      await done(terminal, "apply --context prod");
    }
    await done(terminal, "rollback --context prod");
    expect(terminal.read("out/a.txt")).toBe("two");
    const again = await terminal.run(["rollback", "--context", "prod"]);
    expect([again.status, terminal.read("out/a.txt")]).toEqual([1, "two"]);
    const [, first = ""] = /earlier states are (\d+),/.exec(again.screen) ?? [];
    await done(terminal, `rollback --context prod --to ${first}`);
    expect(terminal.read("out/a.txt")).toBe("one");
  });
});

it("manifest.md: without a Project, a terminal calls the project like the repository of `origin`, else like the folder", async () => {
  using terminal = new QuickTerminal({ "opus.yaml": file("a").slice("---\n".length), "infra/opus.yaml": file("b") });
  const git = (...args: string[]) => execFileSync("git", ["-C", terminal.folder, ...args], { stdio: "pipe" });
  const name = (screen: string): string | undefined => /^Project (\S+):/m.exec(screen)?.[1];
  git("init", "-q", "-b", "main");
  const folder = terminal.folder.split("/").at(-1);
  expect(name(await done(terminal, "plan --context prod --state-backend file"))).toBe(folder);
  git("remote", "add", "origin", "https://github.com/octo/storefront.git");
  expect(name(await done(terminal, "plan --context prod --state-backend file"))).toBe("storefront");
  expect(name(await done(terminal, "plan --context prod --state-backend file --working-directory infra"))).toBe(
    "storefront--infra",
  );
});

it("contexts.md: a rule of the event that leads to several contexts takes each job of the matrix", async () => {
  using rig = new QuickRig({ "opus.yaml": project("[{branch: main, contexts: [test, prod]}]") + file("a") });
  const { outputs } = await rig.step({ command: "contexts" });
  expect(outputs.contexts).toBe('["test","prod"]');
  const prod = await rig.step({ command: "apply", context: "prod" });
  expect([prod.exitCode, prod.outputs.context]).toEqual([0, "prod"]);
  expect((await rig.step({ command: "apply", context: "other" })).outputs["failure-reason"]).toBe("no-context");
});

describe("shell.md and trust.md", () => {
  const shell = (spec: string): string => `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: s}\nspec: ${spec}\n`;
  const secret = (variable: string): string =>
    `---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec: {secrets: {t: {env: ${variable}}}}\n`;

  it.each(["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "INPUT_TOKEN", "OPUS_ENCRYPTION_KEY"])(
    "no secret comes from %s",
    async (variable) => {
      using terminal = new QuickTerminal({
        "opus.yaml":
          project("[{input: [prod]}]") + shell(`{create: "true", secretEnv: {T: "\${SECRET:t}"}}`) + secret(variable),
      });
      const { status, screen } = await terminal.run(["plan", "--context", "prod"], {
        env: variable === "OPUS_ENCRYPTION_KEY" ? {} : { [variable]: "a value that nobody may have" },
      });
      expect([status, screen]).toEqual([1, expect.stringContaining("refused-variable")]);
    },
  );

  it("a script gets none of these, whatever asks for them", async () => {
    using rig = new QuickRig({
      "opus.yaml":
        project("[{branch: main, context: prod}]") +
        shell(`{create: env > seen, passEnv: ["*", "ACTIONS_*", "OPUS_*"]}`),
    });
    const env = {
      ACTIONS_RUNTIME_TOKEN: "runtime-token-of-the-job",
      INPUT_SOMETHING: "x",
      OPUS_OTHER: "x",
      MINE: "yes",
    };
    expect((await rig.step({ command: "apply" }, { env })).exitCode).toBe(0);
    const names = rig.read("seen").match(/^\w+(?==)/gm) ?? [];
    expect(names).toContain("MINE");
    const own = ["OPUS_CONTEXT", "OPUS_COMMAND", "OPUS_TASK", "OPUS_CHANGE", "OPUS_OUTPUT", "OPUS_PROCESS"];
    expect(names.filter((name) => /^(ACTIONS_|INPUT_|OPUS_)/.test(name) && !own.includes(name))).toEqual([]);
    const never = ["GITHUB_TOKEN", "GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
    expect(names.filter((name) => never.includes(name))).toEqual([]);
    const page = readFileSync(join(root, "docs/kinds/shell.md"), "utf8");
    for (const name of [...own, ...never]) expect(page).toContain(`\`${name}\``);
  });

  it("trust.md: an untrusted run leaves its keys unused, so sealed state stays closed", async () => {
    using rig = new QuickRig({ "opus.yaml": project("[{event: [push, pull_request], context: prod}]") + file("a") });
    const key = { "encryption-key": identities[0] };
    expect((await rig.step({ command: "apply", "state-backend": "file", ...key })).exitCode).toBe(0);
    const fork = {
      name: "pull_request",
      ref: "refs/pull/7/merge",
      payload: {
        number: 7,
        repository: { id: 1, default_branch: "main" },
        pull_request: { head: { repo: { id: 2 } }, base: { ref: "main" } },
      },
    };
    const seen = await rig.step({ command: "plan", "state-backend": "file", ...key }, { event: fork });
    expect([seen.exitCode, drifts(seen.report)], seen.log).toEqual([0, { a: "unknown" }]);
    expect(seen.report.diagnostics.map(({ code }: { code: string }) => code)).toContain("state-hidden");
  });
});

it("hooks.md: a hook whose `on` threw is called no more, its `finish` neither; its `around` is", async () => {
  const hook = `import { appendFileSync } from "node:fs";
    const told = (what) => appendFileSync(import.meta.dirname + "/told.txt", what + "\\n");
    export default {
      on({ type }) { told(type); if (type === "planned") throw new Error("nobody listens"); },
      around(step, next) { told("around"); return next(step); },
      finish() { told("finish"); },
    };`;
  const rules = "[{input: [prod]}]\n  hooks: [{use: ./hook.mjs}]";
  using terminal = new QuickTerminal({ "opus.yaml": project(rules) + file("a"), "hook.mjs": hook });
  expect(await done(terminal, "apply --context prod")).toContain("failed and is not called again: nobody listens");
  expect(terminal.read("told.txt").trim().split("\n").slice(-2)).toEqual(["planned", "around"]);
});

it("hooks.md: `on` takes a command as the project calls it", async () => {
  const hook = `import { appendFileSync } from "node:fs";
    export default ({ name }) => ({ finish: () => appendFileSync(import.meta.dirname + "/told.txt", name) });`;
  const uses = ["apply", "deploy"].map((name) => `{use: ./hook.mjs, with: {name: ${name}}, on: [${name}]}`);
  const rules = `[{input: [prod]}]\n  commands: {deploy: apply}\n  hooks: [${uses.join(", ")}]`;
  using terminal = new QuickTerminal({ "opus.yaml": project(rules) + file("a"), "hook.mjs": hook });
  await done(terminal, "deploy --context prod");
  expect(terminal.read("told.txt")).toBe("deploy");
});

it("site.md: a run that holds the lock is told of where no look for drift at this serial is", () => {
  const lock = { command: "apply", since: "", holder: "" } as never;
  const recorded = { tasks: [{ status: "applied" }], pending: [] } as never;
  const look = { at: "", outdated: false, failure: null, drifted: [], unknown: [], inSync: 1, leftOut: 0 };
  const facts = { problem: null, sealed: "no", recorded, lock, runs: [], drift: null } as const;
  const drift = look as unknown as DriftLook;
  expect(statusOf(facts).status).toBe("running");
  expect(statusOf({ ...facts, drift: { ...drift, outdated: true } }).status).toBe("running");
  expect(statusOf({ ...facts, drift }).status).toBe("in-sync");
  const tainted = { tasks: [{ status: "tainted" }], pending: [] } as never;
  expect(statusOf({ ...facts, recorded: tainted }).status).toBe("running");
  expect(statusOf({ ...facts, recorded: tainted, lock: null }).status).toBe("unfinished");
});

it("hello-world: its commands do what stands beside them", async () => {
  const readme = readFileSync(join(root, "examples/hello-world/README.md"), "utf8");
  using terminal = new QuickTerminal({
    "opus.yaml": readFileSync(join(root, "examples/hello-world/opus.yaml"), "utf8"),
  });
  const out = (): string | undefined =>
    existsSync(join(terminal.folder, "out/hello.txt")) ? terminal.read("out/hello.txt") : undefined;
  const lines = [...readme.matchAll(/^(?:node \S+ (.*?)|(echo .*?)) *(?:# (.*))?$/gm)];
  const seen: (readonly [said: string, file: string | undefined])[] = [];
  for (const [, command, , said = ""] of lines) {
    if (command === undefined) terminal.write({ "out/hello.txt": "Hello?\n" });
    else await done(terminal, command.trim());
    seen.push([said, out()]);
  }
  expect(seen).toEqual([
    ["what would happen; writes nothing", undefined],
    ["makes out/hello.txt", "Hello World!\n"],
    ["nothing to do", "Hello World!\n"],
    ["", "Hello?\n"],
    ["resource-changed", "Hello?\n"],
    ["puts it back", "Hello World!\n"],
    ["undoes the last run: what was changed by hand is there again", "Hello?\n"],
    ["removes what it made", undefined],
  ]);
});
