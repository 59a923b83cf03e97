import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { Clone } from "./clone.ts";
import { PullRequestWorld, pullRequest } from "./pull-request.ts";
import { QuickRig as Rig } from "./quick-rig.ts";

/** Rules that no terminal is named in. */
const events = "[{branch: main, context: prod}, {event: pull_request, contexts: [prod, test]}]";

const manifest = (content = "hello", { rules = events, create = "true" } = {}): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: ${rules}
---
apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  # Out of scope for a command that means no task, and needed by one that is in its scope.
  processingScope: [{commands: [apply, delete, drift, describe, rollback]}]
spec: {path: out/hello.txt, content: ${content}}
---
apiVersion: opus/v1
kind: Shell
metadata:
  name: slow
  dependencies: [{tasks: [greeting]}]
spec: {create: "${create}", delete: "true"}
`;

/** Where it lies, in a folder and a file that a shell must not take apart. */
const folder = "in $HOME";
const file = "it's.yaml";
const path = `${folder}/${file}`;
const inputs = { "working-directory": folder, manifest: file, "state-branch": "states" } as const;
/** The same as flags, as they are printed. */
const flags = "--manifest 'it'\\''s.yaml' --working-directory 'in $HOME'";

let home: string;
let server: GitServer;
/** The workflow's side. */
let rig: Rig;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "opus-printed-"));
  server = await GitServer.start({ folder: home });
  server.write("main", { [path]: manifest(), ".gitignore": "out\n" });
  rig = new Rig({ [path]: manifest() });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/** A fresh clone, on somebody's machine. */
function clone(): Promise<Clone> {
  return Clone.of(join(home, "home"), server.remote.replace("http://", `http://mona:${server.token}@`));
}

/** The command lines in a text, as they stand between backquotes. */
function printed(text: string, program = "opus"): string[] {
  const lines = text.match(/`(?:opus|git|gh) [^`]*`/g) ?? [];
  return [...new Set(lines.map((line) => line.slice(1, -1)).filter((line) => line.startsWith(`${program} `)))];
}

/** The one command line of its kind. */
function only(text: string, begin: string): string {
  const [line, ...others] = printed(text, begin.split(" ")[0]).filter((one) => one.startsWith(begin));
  expect([line === undefined, others], text).toEqual([false, []]);
  return line ?? "";
}

async function pasted(machine: Clone, line: string): Promise<string> {
  const { exitCode, log } = await machine.paste(line);
  expect([exitCode, line], log).toEqual([0, line]);
  return log;
}

function stored(): { readonly serial: number; readonly body: { readonly tasks: object } } {
  return JSON.parse(server.file("states", "demo/prod/state.json") ?? "null");
}

describe("what a message prints works when it is pasted in a fresh clone:", () => {
  it("the lock of a run that is gone, in a context that no rule takes in a terminal", async () => {
    rig.write(path, manifest("hello", { create: "touch started; sleep 60" }));
    const run = rig.startStep({ ...inputs, command: "apply" });
    try {
      for (let waited = 0; !rig.exists(`${folder}/started`); waited++) {
        expect(waited, run.log()).toBeLessThan(1_000);
        await sleep(20);
      }
      const waiting = await rig.step({ ...inputs, command: "apply", "lock-timeout": "0" });
      expect(waiting.report.failureReason).toBe("state-locked");
      const line = only(waiting.report.diagnostics[0]?.message ?? waiting.log, "opus unlock");
      expect(line).toMatch(/^opus unlock --context prod --lock-id [0-9a-f-]{36} /);
      expect(line.endsWith(`${flags} --state-backend branch --state-branch states`)).toBe(true);
      const machine = await clone();
      const wrong = await machine.paste(line.replace(/--lock-id \S+/, "--lock-id other"));
      expect(wrong.exitCode).toBe(1);
      // The answer has the line again.
      expect(only(wrong.log, "opus unlock")).toBe(line);
      expect(server.files("states")).toContain("demo/prod/lock.json");
      expect(await pasted(machine, line)).toContain("released the lock");
      expect(server.files("states")).not.toContain("demo/prod/lock.json");
    } finally {
      run.child.kill("SIGKILL");
      await run.ended;
    }
  });

  it("results that could not be stored", async () => {
    server.fault = ({ pushNumber = 0 }) => (pushNumber > 1 ? { kind: "status", code: 403 } : undefined);
    const failed = await rig.step({ ...inputs, command: "apply" });
    expect(failed.report.failureReason, failed.log).toBe("state-unavailable");
    server.fault = () => undefined;
    const line = only(
      failed.report.diagnostics.map(({ message }: { message: string }) => message).join("\n"),
      "opus state push",
    );
    expect(line).toBe(`opus state push opus-recovery.json ${flags} --state-backend branch --state-branch states`);
    const machine = await clone();
    copyFileSync(join(rig.temporary, "opus-recovery.json"), join(machine.workspace, "opus-recovery.json"));
    expect(stored().body.tasks).toEqual({});
    expect(await pasted(machine, line)).toContain("Stored opus-recovery.json");
    expect(Object.keys(stored().body.tasks)).toEqual(["greeting", "slow"]);
    expect(server.files("states")).not.toContain("demo/prod/lock.json");
    expect((await rig.step({ ...inputs, command: "plan", context: "prod" })).outputs.changes).toBe("false");
  });

  it("a state that is gone, and one that is damaged", async () => {
    expect((await rig.step({ ...inputs, command: "apply" })).exitCode).toBe(0);
    const before = stored().body;
    server.write("states", { "demo/prod/state.json": null });
    const gone = await rig.step({ ...inputs, command: "plan" });
    expect(gone.report.failureReason).toBe("state-unavailable");
    const machine = await clone();
    await pasted(machine, only(gone.log, "git fetch"));
    await pasted(machine, only(gone.log, "opus state push"));
    expect(stored().body).toEqual(before);

    server.write("states", { "demo/prod/state.json": "{" });
    const damaged = await rig.step({ ...inputs, command: "plan" });
    expect(damaged.report.failureReason).toBe("state-unavailable");
    const commits = (await pasted(machine, only(damaged.log, "git fetch"))).match(/^commit \S+/gm) ?? [];
    const good = commits[1]?.slice("commit ".length) ?? "";
    await pasted(machine, only(damaged.log, "git show").replace("COMMIT", good));
    await pasted(machine, only(damaged.log, "opus state push"));
    expect(stored().body).toEqual(before);

    // Over somebody else's nothing may be pushed, so nothing of the kind is advised.
    const foreign = server.file("states", "demo/prod/state.json")?.replace('"project": "demo"', '"project": "other"');
    server.write("states", { "demo/prod/state.json": foreign ?? "" });
    const refused = await rig.step({ ...inputs, command: "plan" });
    expect(refused.log).toContain('it belongs to the project "other"');
    expect(refused.log).toContain("Put the right one back in a commit on that branch, with git");
    expect(printed(refused.log).filter((line) => line !== "opus state push")).toEqual([]);
    await pasted(machine, only(refused.log, "git fetch"));
  });

  it("what `opus state` advises, and the rule that is missing where a terminal may not write", async () => {
    expect((await rig.step({ ...inputs, command: "apply" })).exitCode).toBe(0);
    const { serial } = stored();
    const machine = await clone();
    const place = `--context prod ${flags} --state-backend branch --state-branch states`;
    await pasted(machine, `opus state pull ${place} > old.json`);
    rig.write(path, manifest("bye"));
    expect((await rig.step({ ...inputs, command: "apply" })).exitCode).toBe(0);

    const refused = await machine.paste(`opus state push old.json ${place}`);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(await pasted(machine, only(refused.log, "opus state pull"))).serial).toBe(stored().serial);
    const back = only(refused.log, "opus rollback");
    expect(back).toContain(`opus rollback --to ${serial} `);
    const missing = await machine.paste(back);
    expect([missing.exitCode, missing.log]).toEqual([1, expect.stringContaining("add `{input: [prod]}`")]);
    machine.write(path, manifest("bye", { rules: "[{input: [prod]}, {branch: main, context: prod}]" }));
    machine.write(`${folder}/out/hello.txt`, "bye");
    await pasted(machine, back);
    expect(machine.read(`${folder}/out/hello.txt`)).toBe("hello");

    const there = await machine.paste(`opus state mv greeting slow ${place}`);
    const removed = await pasted(machine, only(there.log, "opus state rm"));
    expect(Object.keys(stored().body.tasks)).toEqual(["greeting"]);
    await pasted(machine, only(removed, "opus rollback"));
    expect(Object.keys(stored().body.tasks)).toEqual(["greeting", "slow"]);
  });

  it("where the state is, when a terminal looks beside it", async () => {
    const plain = { "working-directory": folder, manifest: file };
    expect((await rig.step({ ...plain, command: "apply" })).exitCode).toBe(0);
    const machine = await clone();
    const line = `opus plan --context prod ${flags}`;
    const beside = await pasted(machine, line);
    const [way = ""] = /add `(--state-backend \w+)`/.exec(beside)?.slice(1) ?? [];
    expect(await pasted(machine, `${line} ${way}`)).toContain("on the branch opus-state");
  });
});

describe("the same plan in a terminal,", () => {
  it("as the comment has it, of a context that only an event leads to", async () => {
    await using world = await PullRequestWorld.open("");
    server.tokens.set(world.token, "write");
    world.rig.remote = { url: server.url, token: world.token };
    const write = (text: string): void => world.rig.write(path, text);
    write(manifest());
    for (const context of ["prod", "test"]) {
      const rules = `[{branch: main, context: ${context}}]`;
      write(manifest("hello", { rules }));
      const applied = await world.step(
        { ...inputs, command: "apply" },
        { name: "push", ref: "refs/heads/main", payload: {} },
      );
      expect(applied.exitCode, applied.log).toBe(0);
    }
    write(manifest("bye"));
    const head = server.write("change", { [path]: manifest("bye"), ".gitignore": "out\n" });
    server.git(["update-ref", "refs/pull/12/head", head]);
    const planned = await world.step({ ...inputs, command: "plan", target: "greet*" }, pullRequest(12));
    expect([planned.exitCode, planned.outputs.changes], planned.log).toEqual([0, "true"]);

    const [body = ""] = await world.bodies();
    const blocks = [...body.matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, lines = ""]) => lines);
    expect(blocks).toEqual(
      ["prod", "test"].map(
        (context) =>
          `gh pr checkout 12\nopus plan --context ${context} --target 'greet*' ${flags} --state-backend branch --state-branch states`,
      ),
    );
    const machine = await clone();
    // What the workflow finds made, and nothing else lies beside a clone.
    machine.write(`${folder}/out/hello.txt`, "hello");
    for (const [index, block] of blocks.entries()) {
      const log = await pasted(machine, `${block} --report-path ../report.json`);
      expect(log).toContain("greeting");
      const { contexts } = JSON.parse(machine.read("report.json"));
      const { name, planDigest, tasks } = planned.report.contexts[index];
      expect(contexts.map((one: { name: string }) => one.name)).toEqual([name]);
      expect(
        contexts[0].tasks.map(({ name: task, change }: { name: string; change: string }) => [task, change]),
      ).toEqual(tasks.map(({ name: task, change }: { name: string; change: string }) => [task, change]));
      expect(contexts[0].planDigest).toBe(planDigest);
    }
  });

  it("where state is in files, or the rule inherits; never where it is in the cache", async () => {
    await using world = await PullRequestWorld.open("");
    world.rig.write(
      "opus.yaml",
      manifest("hello", { rules: '[{event: pull_request, context: "pr-${GITHUB:event.number}"}]' }),
    );
    await world.step({ command: "plan" }, pullRequest(12));
    const [body = ""] = await world.bodies();
    const [, block = ""] = /```sh\n([\s\S]*?)\n```/.exec(body) ?? [];
    expect(block).toBe("gh pr checkout 12\nopus plan --context pr-12 --state-backend file");
    server.write("main", { "opus.yaml": world.rig.read("opus.yaml") });
    server.git(["update-ref", "refs/pull/12/head", "refs/heads/main"]);
    const machine = await clone();
    expect(await pasted(machine, block)).toContain("Context pr-12");
    // `gh` signs in to GitHub alone.
    await world.step({ command: "plan" }, pullRequest(12), { GITEA_ACTIONS: "true" });
    const [, elsewhere = ""] = /```sh\n([\s\S]*?)\n```/.exec((await world.bodies()).at(-1) ?? "") ?? [];
    expect(elsewhere).toBe(
      block.replace("gh pr checkout 12", "git fetch origin pull/12/head\ngit checkout FETCH_HEAD"),
    );
    expect(await pasted(machine, elsewhere)).toContain("Context pr-12");
  });
});
