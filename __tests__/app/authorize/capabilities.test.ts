import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCapabilities } from "../../../src/app/authorize/capabilities.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import type { ScriptRequest } from "../../../src/ports/script-runner.ts";
import { nodeFileSystem } from "../../../src/state/backends/file/file-system.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "opus-powers-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = {
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_REF: "refs/pull/1/merge",
  TOKEN: "canary",
  PATH: "/bin",
};

function capabilities(trusted: boolean, stateNamed = true) {
  const trust = { trusted, why: "the pull request comes from the fork x/y" };
  const workspace = new Workspace(folder, ".");
  const keys = { encryptionKey: "a key", planSigningKey: "another key" };
  const manifest = { project: undefined } as Parameters<typeof openCapabilities>[0]["manifest"];
  const loaded = { trust, workspace, workingDirectory: folder, stateNamed, manifest };
  return openCapabilities(
    loaded,
    { environment, terminal: true, redactor: createRedactor() },
    new ProcessGroups(),
    keys,
  );
}

const processor: TaskProcessor = {
  apiVersion: "example.com/v1",
  kind: "Thing",
  version: "1",
  parse: (spec) => ({ ok: true, value: spec }),
  observe: async () => ({ state: "absent" }),
  create: async () => ({ outputs: [] }),
  update: async () => ({ outputs: [] }),
  delete: async () => undefined,
  undo: { rollback: async () => undefined },
};

const io = {
  task: "t",
  context: "c",
  command: "plan",
  signal: new AbortController().signal,
  output: () => undefined,
  containsSecret: () => false,
  made: () => undefined,
  recorded: undefined,
};

function script(): ScriptRequest {
  const path = join(folder, "ran");
  const rest = { cwd: folder, env: {}, outputVariable: "O", outputBytes: 1, captureBytes: 1, signal: io.signal };
  return { ...rest, script: `> '${path}'`, shell: ["sh"], extension: ".sh", onOutput: () => undefined };
}

const refused = /^refused in an untrusted run: it runs nothing and looks at nothing live: the pull request comes from /;

describe("an untrusted run", () => {
  it("has no variables but those that say what happened, and makes no requests", () => {
    expect(capabilities(false).environment).toEqual({
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REF: "refs/pull/1/merge",
    });
    expect(capabilities(false).mayRequest).toBe(false);
  });

  it("has no key: state stays closed, and nothing is signed", () => {
    const { encryptionKey, planSigningKey } = capabilities(false);
    expect([encryptionKey, planSigningKey]).toEqual([undefined, undefined]);
  });

  it("has nothing to run a script with, and nothing to import a module with", async () => {
    writeFileSync(join(folder, "m.mjs"), 'import { writeFileSync } from "node:fs"; writeFileSync("ran", "");');
    await expect(capabilities(false).runScript(script())).rejects.toThrow(refused);
    await expect(capabilities(false).importModule("m.mjs")).rejects.toThrow(refused);
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });

  it("has processors that check specs, look at nothing and change nothing", async () => {
    const limited = capabilities(false).limit(processor);
    expect(limited).toMatchObject({ apiVersion: "example.com/v1", kind: "Thing", version: "1" });
    expect(limited.parse({ a: 1 })).toEqual({ ok: true, value: { a: 1 } });
    expect(await limited.observe({}, io)).toEqual({ state: "unobservable", why: "not looked at in an untrusted run" });
    await expect(limited.create({}, io)).rejects.toThrow(refused);
    await expect(limited.update({}, {}, io)).rejects.toThrow(refused);
    await expect(limited.delete({}, io)).rejects.toThrow(refused);
    await expect(limited.undo?.rollback?.("update", {}, {}, io)).rejects.toThrow(refused);
    const { undo: _, ...without } = processor;
    expect(capabilities(false).limit(without)).not.toHaveProperty("undo");
  });

  it("has files that can be read, and nothing else", async () => {
    writeFileSync(join(folder, "a.txt"), "text");
    const { files } = capabilities(false);
    expect(files.read("a.txt", 10)).toMatchObject({ ok: true });
    expect(files.glob(["*.txt"])).toEqual({ ok: true, value: ["a.txt"] });
    expect(files.look("a.txt", 10).state).toBe("failed");
    expect(files.remove("a.txt").ok || files.chmod("a.txt", 0).ok || files.folder(".").ok).toBe(false);
    expect(await files.create("b.txt", Buffer.from(""))).toMatchObject({ ok: false });
    expect(await files.replace("a.txt", Buffer.from(""))).toMatchObject({ ok: false });
    expect(existsSync(join(folder, "b.txt"))).toBe(false);
    expect(capabilities(false).stateFiles.readFile(join(folder, "a.txt"))).toEqual(Buffer.from("text"));
    expect(() => capabilities(false).stateFiles.mkdir(join(folder, "state"))).toThrow(
      "an untrusted run writes no state",
    );
  });
});

describe("a trusted run", () => {
  it("has all of it", async () => {
    const all = capabilities(true);
    expect(all.environment).toBe(environment);
    expect(all.stateFiles).toBe(nodeFileSystem);
    expect(() => capabilities(true, false).stateFiles.mkdir("/elsewhere")).toThrow(
      "`/elsewhere` lies outside the workspace",
    );
    expect([all.mayRequest, all.encryptionKey, all.planSigningKey]).toEqual([true, "a key", "another key"]);
    expect(all.limit(processor)).toBe(processor);
    expect((await all.runScript({ ...script(), env: { PATH: process.env.PATH ?? "" } })).end).toMatchObject({
      state: "exited",
      exitCode: 0,
    });
    expect(existsSync(join(folder, "ran"))).toBe(true);
    await expect(all.importModule("../m.mjs")).rejects.toThrow("leads out of the workspace");
  });
});
