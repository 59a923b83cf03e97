import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { scriptRunner } from "../../../src/node/processes/script-runner.ts";
import { sha256 } from "../../../src/node/sha256.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { shellProcessor } from "../../../src/processors/shell/shell.ts";
import { validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, testIo } from "../../contracts/task-processor.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
let root: string;
let shell: TaskProcessor;
let groups: ProcessGroups;

beforeEach(() => {
  root = folder();
  groups = new ProcessGroups();
  shell = shellProcessor({
    run: scriptRunner({ groups, redaction: createRedactor(), folders: [folder()], graceMs: 200, lingerMs: 200 }),
    files: new Workspace(root, "."),
    hash: sha256,
    validate: validateSpec,
    environment: { ...process.env, GITHUB_TOKEN: "token", PASSED: "passed", GITHUB_OUTPUT: "/nowhere" },
  }) as unknown as TaskProcessor;
});

async function failure(operation: Promise<unknown>): Promise<JsonObject> {
  const error = await operation.then(
    () => undefined,
    (reason: TaskFailure) => reason,
  );
  if (error === undefined) throw new Error("it did not fail");
  const { name, message, hint, detail } = error;
  return { name, message, ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }) };
}

const text = (path: string) => readFileSync(join(root, path), "utf8");
const listing = () =>
  readdirSync(root)
    .sort()
    .map((name) => [name, text(name)]);

const resource = {
  create: 'echo "$VALUE" > resource',
  update: 'echo "$VALUE" > resource',
  read: 'if [ -f resource ]; then printf \'{"value": "%s"}\' "$(cat resource)"; fi',
  delete: "rm resource",
};

describeTaskProcessor("Shell", () => ({
  processor: shell,
  spec: { ...resource, env: { VALUE: "one" } },
  changed: { ...resource, env: { VALUE: "two" } },
  fingerprint: listing,
}));

describe("Shell: the spec", () => {
  it("hashes its inputs", async () => {
    mkdirSync(join(root, "src"));
    for (const name of ["src/b", "src/a", "c", "__proto__"]) writeFileSync(join(root, name), name);
    const expand = async (inputs: readonly string[]) => {
      const expanded = await shell.fields?.expand?.({ create: "true", inputs });
      return expanded?.ok ? expanded.value.spec.inputFiles : expanded?.error;
    };
    expect(await expand(["src/*", "c", "none/**"])).toEqual({
      "src/a": sha256("src/a"),
      "src/b": sha256("src/b"),
      c: sha256("c"),
      "none/**": "(no file)",
    });
    expect(await expand(["src", "!**/a"])).toEqual({ "src/b": sha256("src/b") });
    expect(Object.keys((await expand(["__proto__"])) as object)).toEqual(["__proto__"]);
    expect(await expand(["c", "../x/*"])).toEqual([
      {
        code: "bad-path",
        message: "`../x/*` leads out of the workspace",
        pointer: "/inputs/1",
        suggestion: "Write a path inside the workspace, relative to the working directory.",
      },
    ]);
    symlinkSync("/etc/hostname", join(root, "src/out"));
    expect(Object.keys((await expand(["src/*"])) as object)).toEqual(["src/a", "src/b"]);
    expect(await expand(["src/out"])).toMatchObject([
      { code: "bad-path", message: "`src/out` leads out of the workspace through a symlink", pointer: "/inputs/0" },
    ]);
  });

  it("records one digest for more than 500 files", async () => {
    mkdirSync(join(root, "many"));
    for (let index = 0; index < 501; index++) writeFileSync(join(root, `many/${index}`), "");
    const digest = async () => {
      const expanded = await shell.fields?.expand?.({ create: "true", inputs: ["many/*"] });
      return expanded?.ok && (expanded.value.spec.inputFiles as JsonObject)["many/*"];
    };
    const before = await digest();
    expect(before).toMatch(/^501 files, [0-9a-f]{64}$/);
    writeFileSync(join(root, "many/7"), "changed");
    expect(await digest()).not.toBe(before);
    rmSync(join(root, "many/7"));
    const expanded = await shell.fields?.expand?.({ create: "true", inputs: ["many/*"] });
    expect(expanded?.ok && Object.keys(expanded.value.spec.inputFiles as JsonObject)).toHaveLength(500);
  });

  it.each([
    [{}, 'has no "create"'],
    [{ create: "true", inputFiles: {} }, "inputFiles"],
    [{ create: "true", env: { GITHUB_ENV: "x" } }, "`env` may not set GITHUB_ENV"],
    [{ create: "true", env: { A: ["x"] } }, "A"],
    [{ create: "true", shell: "bash -c 'x" }, "the shell `bash -c 'x` has a quote that is not closed"],
    [{ create: "true", workingDirectory: "../x" }, "`../x` leads out of the workspace"],
    [{ create: "a\0b" }, "the create script holds a NUL character"],
    [{ create: "true", timeout: "5 minutes" }, "timeout"],
  ])("refuses %j", (spec, message) => {
    const parsed = shell.parse(spec as unknown as JsonObject);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? "" : parsed.error.map((problem) => problem.message).join()).toContain(message);
  });

  it("replaces without an update script, and records everything else without running", () => {
    const before = { create: "a", env: { A: "1" }, inputFiles: { f: "1" }, read: "r", secretEnv: { S: "1" } };
    const replaceOn = (after: JsonObject) => shell.compare?.replaceOn?.(before, { ...before, ...after });
    expect(replaceOn({ env: { A: "2" }, create: "b", inputFiles: {} })).toEqual(["/env", "/inputFiles", "/create"]);
    expect(replaceOn({ env: { A: "2" }, update: "u" })).toEqual([]);
    expect(replaceOn({ read: "other", secretEnv: { S: "2" } })).toEqual([]);
    expect(replaceOn({ secretEnv: { S: "2" }, compareSecrets: true })).toEqual(["/secretEnv"]);
    const recorded = shell.compare?.recordOnly?.(before) ?? [];
    for (const field of [
      "update",
      "read",
      "delete",
      "rollback",
      "shell",
      "timeout",
      "inputs",
      "passEnv",
      "secretEnv",
    ]) {
      expect(recorded).toContain(`/${field}`);
    }
    for (const field of ["env", "inputFiles", "create"]) expect(recorded).not.toContain(`/${field}`);
    expect(shell.compare?.recordOnly?.({ ...before, compareSecrets: true })).not.toContain("/secretEnv");
    expect(
      Object.keys(validateProperties())
        .map((field) => `/${field}`)
        .sort(),
    ).toEqual([...recorded, "/env", "/create"].sort());
  });

  it("takes what is empty for what is not there", () => {
    const spec = { create: "true", capture: false, env: { A: "" }, inputs: ["a"], inputFiles: { a: "1" } };
    for (const normalize of [shell.fields?.normalize, shell.upgrade]) {
      expect(normalize?.(spec, "opus/v1")).toBe(spec);
      expect(
        normalize?.(
          { create: "true", env: {}, secretEnv: {}, passEnv: [], inputs: [], inputFiles: {}, sensitiveOutputs: [] },
          "opus/v1",
        ),
      ).toEqual({ create: "true" });
      expect(normalize?.({ create: "", update: "" }, "opus/v1")).toEqual({ create: "", update: "" });
    }
  });

  it("warns that values of secrets are not compared, unless state is sealed", () => {
    const spec = { create: "true", compareSecrets: true, secretEnv: { T: "x" } };
    const unsealed = { sealed: false };
    expect(shell.fields?.warnings?.(spec, unsealed)).toEqual([
      {
        code: "values-not-compared",
        message:
          "`compareSecrets` sees which secrets `secretEnv` names, and not when the value of one changes: that takes sealed state",
        pointer: "/compareSecrets",
        suggestion:
          "Seal the state with `encryption-key`; or, to run after a secret was rotated, raise a number of your own in `env`, such as TOKEN_VERSION.",
      },
    ]);
    expect(shell.fields?.warnings?.({ ...spec, compareSecrets: false }, unsealed)).toEqual([]);
    expect(shell.fields?.warnings?.({ ...spec, secretEnv: {} }, unsealed)).toEqual([]);
    expect(shell.fields?.warnings?.(spec, { sealed: true })).toEqual([]);
  });

  function validateProperties(): object {
    return JSON.parse(readFileSync(new URL("../../../schema/shell.json", import.meta.url), "utf8")).properties;
  }
});

describe("Shell: running", () => {
  it("tells scripts what they need, and nothing else", async () => {
    const outcome = await shell.create(
      {
        create:
          'env | sort | grep -v -E "^(_|PWD|SHLVL|OLDPWD)=" | cut -d= -f1 | tr "\\n" " " >> "$OPUS_OUTPUT.x"; echo "NAMES=$(cat "$OPUS_OUTPUT.x")" >> "$OPUS_OUTPUT"; echo "WHAT=$OPUS_CONTEXT $OPUS_COMMAND $OPUS_TASK $OPUS_CHANGE" >> "$OPUS_OUTPUT"; echo "PASSED=$PASSED $NUMBER $TOKEN" >> "$OPUS_OUTPUT"',
        env: { NUMBER: 3 },
        secretEnv: { TOKEN: "t0ken" },
        passEnv: ["PASS*"],
      },
      testIo(["t0ken"]),
    );
    const output = (name: string) => outcome.outputs.find((one) => one.name === name);
    const names = String(output("NAMES")?.value).trim().split(" ");
    expect(names).toEqual(expect.arrayContaining(["PATH", "NUMBER", "TOKEN", "PASSED", "OPUS_OUTPUT", "OPUS_CHANGE"]));
    expect(names.filter((name) => /^(GITHUB_TOKEN|GITHUB_OUTPUT|INPUT_|ACTIONS_|VITEST|NODE_)/.test(name))).toEqual([]);
    expect(output("WHAT")).toEqual({ name: "WHAT", value: "test apply task create" });
    expect(output("PASSED")).toEqual({ name: "PASSED", value: "passed 3 t0ken", sensitive: true });
  });

  it("shows what scripts print, except the facts", async () => {
    const io = testIo();
    await shell.create(
      { create: "echo made; echo careful >&2; echo there > x", read: "echo looking >&2; echo '{}'" },
      io,
    );
    const shown = (stream: string) =>
      io.shown
        .filter((one) => one.stream === stream)
        .map((one) => one.text)
        .join("");
    expect(shown("stdout")).toBe("made\n");
    expect(shown("stderr")).toBe("careful\nlooking\n");
  });

  it("captures, with a note at the cut", async () => {
    const spec = {
      create: "echo out; head -c 100000 /dev/zero | tr '\\0' x >&2",
      capture: true,
      sensitiveOutputs: ["STDOUT"],
    };
    expect((await shell.create(spec, testIo())).outputs).toEqual([
      { name: "EXIT_CODE", value: 0 },
      { name: "STDOUT", value: "out\n", sensitive: true },
      { name: "STDERR", value: `${"x".repeat(65_536)}\n[cut here: the first 65536 of 100000 bytes]\n` },
    ]);
  });

  it("recognises a secret that the cut would halve", async () => {
    const spec = { create: "head -c 65530 /dev/zero | tr '\\0' x; echo topsecret", capture: true };
    const { outputs } = await shell.create(spec, testIo(["topsecret"]));
    expect(outputs.find((output) => output.name === "STDOUT")).toMatchObject({ sensitive: true });
  });

  it("uses other shells", async () => {
    const io = testIo();
    await shell.create({ create: "print('python')", shell: "python3" }, io);
    await shell.create({ create: "echo $0", shell: "sh -c 'echo shown' {0}" }, io);
    expect(io.shown.map((one) => one.text).join("")).toBe("python\nshown\n");
    expect(await failure(shell.create({ create: "false; echo on", shell: "sh" }, testIo()))).toMatchObject({
      message: "create script exited with 1",
    });
  });

  it("runs in its working directory, which stays inside", async () => {
    mkdirSync(join(root, "sub"));
    symlinkSync("/tmp", join(root, "out"));
    await shell.create({ create: "touch here", workingDirectory: "sub" }, testIo());
    expect(existsSync(join(root, "sub/here"))).toBe(true);
    expect(await failure(shell.create({ create: "true", workingDirectory: "out" }, testIo()))).toEqual({
      name: "TaskFailure",
      message: "the create script has no folder to run in: `out` leads out of the workspace through a symlink",
    });
    expect(await shell.observe({ create: "", read: "true", workingDirectory: "later" }, testIo())).toEqual({
      state: "unobservable",
      why: "its working directory does not exist",
    });
  });

  it.each([
    [{ create: "echo one; echo two >&2; exit 3" }, { message: "create script exited with 3", detail: "one\ntwo" }],
    [
      { create: "no-such-command" },
      {
        message: "create script exited with 127",
        hint: "127 means that a command was not found: is it installed, and on the PATH?",
        detail: expect.stringContaining("no-such-command: command not found"),
      },
    ],
    [
      { create: "/etc/passwd" },
      {
        message: "create script exited with 126",
        hint: "126 means that a command could not be executed: is the file executable?",
        detail: expect.stringContaining("/etc/passwd"),
      },
    ],
    [
      { create: "true", shell: "no-such-shell" },
      {
        message: "create script did not start: `no-such-shell` was not found",
        hint: "Install it, or name another `shell`.",
      },
    ],
    [{ create: "kill -KILL $$" }, { message: "create script was ended by SIGKILL" }],
    [
      { create: "echo begun; sleep 60", timeout: "200ms" },
      {
        message: "create script did not finish within 200ms",
        hint: "Raise `timeout`, or find out what it waits for.",
        detail: "begun",
      },
    ],
    [
      { create: "echo A=1 >> $OPUS_OUTPUT; echo wrong >> $OPUS_OUTPUT" },
      {
        message: "create script wrote line 2 of $OPUS_OUTPUT wrongly: it is neither `KEY=value` nor `KEY<<DELIMITER`",
        hint: 'Write `echo "KEY=value" >> "$OPUS_OUTPUT"`; for several lines KEY<<EOF, the lines, and EOF.',
      },
    ],
    [
      { create: "rm $OPUS_OUTPUT" },
      {
        message: "what create script left at $OPUS_OUTPUT is not a file of at most 1048576 bytes",
        hint: "Append lines of the form KEY=value to it; keep large data in files.",
      },
    ],
    [
      { create: "true", read: "true" },
      {
        message: "create script exited with 0, but then read script found nothing",
        hint: "Let create wait until the resource is there, or let read look in the right place.",
      },
    ],
    [
      { create: "true", read: "echo why >&2; exit 2" },
      { message: "create script exited with 0, but then read script exited with 2", detail: "why" },
    ],
  ])("explains the failure of %j", async (spec, expected) => {
    expect(await failure(shell.create(spec, testIo()))).toEqual({ name: "TaskFailure", ...expected });
    expect(groups.size).toBe(0);
  });

  const untouched = (operation: Promise<unknown>) =>
    operation.then(
      () => "done",
      (error: TaskFailure) => [error.message, error.untouched],
    );

  it("says when nothing was touched, because a script never started", async () => {
    writeFileSync(join(root, "plain"), "not a program");
    const created = (spec: JsonObject) => untouched(shell.create({ create: "true", ...spec }, testIo()));
    expect(await created({ shell: "no-such-shell" })).toEqual([
      "create script did not start: `no-such-shell` was not found",
      true,
    ]);
    expect(await created({ shell: "./plain" })).toEqual([
      "create script did not start: `./plain` is not executable",
      true,
    ]);
    expect(await created({ env: { A: "x".repeat(3_000_000) } })).toEqual([
      "create script did not start: its environment is too large",
      true,
    ]);
    expect(await created({ workingDirectory: "nodir" })).toEqual([
      "the create script has no folder to run in: `nodir` does not exist",
      true,
    ]);
    expect(await created({ create: "exit 1" })).toEqual(["create script exited with 1", false]);
    // The first script may have done anything, such as to the second one's folder.
    expect(
      await created({ create: "rmdir ../gone", read: "true", workingDirectory: "gone" }).then(async () => {
        mkdirSync(join(root, "gone"));
        return created({ create: "rmdir ../gone", read: "true", workingDirectory: "gone" });
      }),
    ).toEqual([expect.stringContaining("create script exited with 0, but then the read script has no folder"), false]);
  });

  it("does not say so when a delete script went before", async () => {
    const before = { create: "true", delete: "touch deleted" };
    const after = { create: "true", shell: "no-such-shell" };
    expect(await untouched(shell.update(before, after, testIo()))).toEqual([
      "create script did not start: `no-such-shell` was not found",
      false,
    ]);
    expect(existsSync(join(root, "deleted"))).toBe(true);
    expect(await untouched(shell.update({ ...before, shell: "no-such-shell" }, after, testIo()))).toEqual([
      "delete script did not start: `no-such-shell` was not found",
      true,
    ]);
    expect(await untouched(shell.update({ create: "true" }, after, testIo()))).toEqual([
      "create script did not start: `no-such-shell` was not found",
      true,
    ]);
  });

  it("shows the last 20 lines only", async () => {
    const { detail } = await failure(shell.create({ create: "seq 100; exit 1" }, testIo()));
    expect(String(detail).split("\n")).toEqual(Array.from({ length: 20 }, (_, index) => String(81 + index)));
  });

  it("stops when it is aborted", async () => {
    const abort = new AbortController();
    const running = failure(shell.create({ create: "sleep 60" }, testIo([], { signal: abort.signal })));
    await new Promise((done) => setTimeout(done, 100));
    abort.abort();
    expect(await running).toEqual({ name: "TaskFailure", message: "create script was stopped" });
  });

  it("creates anew when there is no update script", async () => {
    const spec = { create: "echo create >> log", delete: "echo delete >> log" };
    expect(await shell.update(spec, spec, testIo())).toEqual({ outputs: [] });
    expect(text("log")).toBe("delete\ncreate\n");
    const { delete: _, ...bare } = spec;
    expect(await shell.update(bare, bare, testIo())).toEqual({
      outputs: [],
      warnings: ["it has neither an `update` nor a `delete` script, so `create` ran over what was there"],
    });
  });

  it("deletes with the recorded script, or forgets with a warning", async () => {
    const io = testIo();
    await shell.delete({ create: "true", delete: 'echo "$OPUS_CHANGE $A" > log', env: { A: "old" } }, io);
    expect(text("log")).toBe("delete old\n");
    await shell.delete({ create: "true" }, io);
    expect(io.shown).toEqual([
      {
        stream: "stderr",
        text: "warning: there is no `delete` script, so what `create` made stays; opus only forgets it\n",
      },
    ]);
  });
});

describe("Shell: looking", () => {
  const observe = (read: string | undefined, secrets: readonly string[] = []) =>
    shell.observe({ create: "true", ...(read === undefined ? {} : { read }) }, testIo(secrets));

  it("can't look without a read script", async () => {
    expect(await observe(undefined)).toEqual({ state: "unobservable", why: "has no `read` script" });
  });

  it("takes a JSON object as facts, and white space as absent", async () => {
    expect(await observe('echo \'{"a": [1, {"b": null}]}\'')).toEqual({
      state: "present",
      facts: { a: [1, { b: null }] },
    });
    expect(await observe("echo; echo ' '")).toEqual({ state: "absent" });
  });

  const hint =
    "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.";
  it.each([
    ["echo nothing; echo why >&2", { message: "read script printed something that is not JSON", hint, detail: "why" }],
    ["echo '[1]'", { message: "read script printed a list instead of a JSON object", hint }],
    ["echo null", { message: "read script printed null instead of a JSON object", hint }],
    ["head -c 1048577 /dev/zero | tr '\\0' 1", { message: "read script printed more than 1048576 bytes", hint }],
    ["echo '{}'; echo 401 >&2; exit 22", { message: "read script exited with 22", detail: "401" }],
  ])("fails when %j", async (read, error) => {
    expect(await observe(read)).toEqual({ state: "failed", error });
  });

  it("keeps secrets out of facts", async () => {
    expect(await observe('echo \'{"a": "x t0ken", "t0ken": {"b": [1234]}}\'', ["t0ken", "1234"])).toEqual({
      state: "present",
      facts: { a: "(sensitive)", "(sensitive)": { b: ["(sensitive)"] } },
    });
  });

  it("compares facts with what was recorded, whatever the order of keys", () => {
    const differs = (facts: JsonObject, observed: JsonObject | undefined) =>
      shell.compare?.differs?.(facts, { create: "" }, observed);
    expect(differs({ a: 1, b: { c: [1, { d: 2, e: 3 }] } }, { b: { c: [1, { e: 3, d: 2 }] }, a: 1 })).toEqual([]);
    expect(differs({ a: 2, b: { "c/d": 1 }, x: null }, { a: 1, b: { "c/d": 2 }, y: [1] })).toEqual([
      { path: "/observed/a", before: 2, after: 1 },
      { path: "/observed/b/c~1d", before: 1, after: 2 },
      { path: "/observed/y", after: [1] },
      { path: "/observed/x", before: null },
    ]);
    expect(differs({ a: 1 }, undefined)).toEqual([{ path: "/observed", before: { a: 1 } }]);
    // What held a secret when it was recorded may be anything now.
    expect(differs({ a: "x", b: 1, c: null }, { a: "(sensitive)", b: "(sensitive)", c: "(sensitive)" })).toEqual([
      { path: "/observed/c", before: null, after: "(sensitive)" },
    ]);
    const fits = (live: string): boolean => differs({ a: live }, { a: "db://***@host/***!" })?.length === 0;
    expect(["db://p@host/q!", "db://@host/!", "db://@host/@host/!!"].map(fits)).toEqual([true, true, true]);
    expect(["db://p@other/q!", "x db://p@host/q!", "db://p@host/q", "db://p@host!"].map(fits)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("Shell: rolling back", () => {
  it("has a way of its own only with a script", () => {
    expect(shell.undo?.has?.({ create: "true" })).toBe(false);
    expect(shell.undo?.has?.({ create: "true", rollback: "true" })).toBe(true);
  });

  it("runs the script of what was attempted, in its environment, and looks again", async () => {
    const before = { ...resource, env: { VALUE: "one" } };
    const attempted = {
      ...before,
      env: { VALUE: "two" },
      rollback: 'echo "$OPUS_CHANGE from $VALUE, $OPUS_ROLLBACK" > resource; echo A=1 >> $OPUS_OUTPUT',
    };
    expect(await shell.undo?.rollback?.("update", before, attempted, testIo())).toEqual({
      outputs: [{ name: "A", value: "1" }],
      observed: { value: "update from two, true" },
    });
  });

  it("does not take it for done when a read says otherwise", async () => {
    writeFileSync(join(root, "resource"), "half");
    const attempted = { ...resource, env: { VALUE: "x" }, rollback: "true" };
    expect(await failure(shell.undo?.rollback?.("create", undefined, attempted, testIo()) as Promise<unknown>)).toEqual(
      {
        name: "TaskFailure",
        message: "rollback script exited with 0, but then read script still found the resource",
      },
    );
    expect(
      await shell.undo?.rollback?.("create", undefined, { ...attempted, rollback: "rm resource" }, testIo()),
    ).toBeUndefined();
  });
});
