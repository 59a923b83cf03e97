import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { recordedTask } from "../../../src/engine/execute/calls/made-so-far.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { sha256 } from "../../../src/node/sha256.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { fileProcessor } from "../../../src/processors/file/file.ts";
import { validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, testIo } from "../../contracts/task-processor.ts";
import { entry } from "../../engine/samples.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
let root: string;
let file: TaskProcessor;

beforeEach(() => {
  root = folder();
  file = make(root);
});

function make(place: string): TaskProcessor {
  return fileProcessor({
    files: new Workspace(place, "."),
    hash: sha256,
    validate: validateSpec,
  }) as unknown as TaskProcessor;
}

async function prepare(spec: JsonObject): Promise<JsonObject> {
  const expanded = await file.fields?.expand?.(spec);
  if (!expanded?.ok) throw new Error(JSON.stringify(expanded));
  const parsed = file.parse(expanded.value.spec);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

async function failure(operation: Promise<unknown>): Promise<Partial<TaskFailure>> {
  const error = await operation.then(
    () => undefined,
    (reason: TaskFailure) => reason,
  );
  if (error === undefined) throw new Error("it did not fail");
  return { name: error.name, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
}

const text = (path: string) => readFileSync(join(root, path), "utf8");
const mode = (path: string) => (statSync(join(root, path)).mode & 0o7777).toString(8);

function listing(place: string): unknown {
  return readdirSync(place, { recursive: true })
    .sort()
    .map((name) => {
      const stats = statSync(join(place, String(name)));
      return [name, stats.mode, stats.size, stats.ino, stats.mtimeMs, stats.ctimeMs];
    });
}

for (const [name, spec, changed] of [
  ["File with content", { path: "a/b", content: "one" }, { path: "a/b", content: "two" }],
  ["File with a mode", { path: "a/b", content: "one", mode: "0600" }, { path: "a/b", content: "one", mode: "755" }],
  ["File with a template", { path: "a/b", template: "t1" }, { path: "a/b", template: "t2" }],
  ["File with a binary source", { path: "a/b", source: "b1" }, { path: "a/b", source: "b2", mode: "0444" }],
  ["File with a large source", { path: "a/b", source: "l1" }, { path: "a/b", source: "l2" }],
] as const) {
  describeTaskProcessor(name, () => {
    for (const number of ["1", "2"]) {
      writeFileSync(join(root, `t${number}`), `template ${number}`);
      writeFileSync(join(root, `b${number}`), Buffer.from([0xff, Number(number)]));
      writeFileSync(join(root, `l${number}`), number.repeat(3_000_000));
    }
    return { processor: file, spec, changed, fingerprint: () => listing(root) };
  });
}

describe("File: the spec", () => {
  it("takes the text of a template, with its references, and says where it comes from", async () => {
    writeFileSync(join(root, "t.txt"), "\ufeffHello ${VALUE:name}");
    expect(await file.fields?.expand?.({ path: "x", template: "./t.txt", mode: "0644" })).toEqual({
      ok: true,
      value: {
        spec: { path: "x", mode: "0644", content: "\ufeffHello ${VALUE:name}" },
        origins: { "/content": { file: "t.txt", text: "\ufeffHello ${VALUE:name}" } },
      },
    });
  });

  it("copies a source verbatim: text, bytes, or a digest of what is too large to keep", async () => {
    const large = Buffer.alloc(64 * 1024 + 1, "x");
    writeFileSync(join(root, "text"), "costs ${VALUE:x} $${y}");
    writeFileSync(join(root, "binary"), Buffer.from([0, 0xff]));
    writeFileSync(join(root, "large"), large);
    writeFileSync(join(root, "limit"), large.subarray(1));
    const spec = async (source: string) => {
      const expanded = await file.fields?.expand?.({ path: "x", source });
      return expanded?.ok && expanded.value.spec;
    };
    expect(await spec("text")).toEqual({ path: "x", content: "costs $${VALUE:x} $$${y}" });
    expect(await spec("binary")).toEqual({ path: "x", source: "binary", base64: "AP8=" });
    expect(await spec("limit")).toEqual({ path: "x", content: "x".repeat(64 * 1024) });
    expect(await spec("large")).toEqual({
      path: "x",
      source: "large",
      size: large.length,
      sha256: createHash("sha256").update(large).digest("hex"),
    });
  });

  it.each([
    ["missing", "missing-file", "`missing` does not exist"],
    ["folder", "unreadable-file", "`folder` is a folder"],
    ["../x", "bad-path", "`../x` leads out of the workspace"],
    ["out", "bad-path", "`out` leads out of the workspace through a symlink"],
    [".git/config", "bad-path", "`.git/config` lies in `.git`, which opus never touches"],
  ])("locates what is wrong with the file %s", async (path, code, message) => {
    mkdirSync(join(root, "folder"));
    symlinkSync("/etc/hostname", join(root, "out"));
    for (const field of ["template", "source"]) {
      expect(await file.fields?.expand?.({ path: "x", [field]: path })).toMatchObject({
        ok: false,
        error: [{ code, message, pointer: `/${field}` }],
      });
    }
  });

  it("refuses a template that is not text or too large", async () => {
    writeFileSync(join(root, "binary"), Buffer.from([0xff]));
    writeFileSync(join(root, "large"), Buffer.alloc(1024 * 1024 + 1, "x"));
    expect(await file.fields?.expand?.({ path: "x", template: "binary" })).toEqual({
      ok: false,
      error: [
        {
          code: "not-text",
          message: "`binary` is not UTF-8 text",
          pointer: "/template",
          suggestion: "Use `source` to copy a file as it is.",
        },
      ],
    });
    expect(await file.fields?.expand?.({ path: "x", template: "large" })).toMatchObject({
      error: [{ message: "`large` is larger than 1048576 bytes", suggestion: "Use `source` for large files." }],
    });
  });

  it.each([
    [{ path: "x" }, "exactly one of"],
    [{ path: "x", content: "", template: "t" }, "exactly one of"],
    [{ path: "x", content: "", base64: "" }, "base64"],
    [{ path: "x", sha256: "" }, ""],
    [{ path: "x", content: 3 }, "content"],
    [{ path: "x", content: "", mode: 644 }, "mode"],
  ])("refuses %j", async (spec, message) => {
    const expanded = await file.fields?.expand?.(spec as JsonObject);
    const parsed = expanded?.ok && file.parse(expanded.value.spec);
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed)).toContain(message);
  });

  it("locates a path that leads out", () => {
    expect(file.parse({ path: "../x", content: "" })).toEqual({
      ok: false,
      error: [
        {
          code: "bad-path",
          message: "`../x` leads out of the workspace",
          pointer: "/path",
          suggestion: "Write a path inside the workspace, relative to the working directory.",
        },
      ],
    });
  });

  it("tells one file from another by its path", () => {
    expect(file.known?.identity?.({ path: "./a/../b" })).toBe("b");
    expect(file.compare?.replaceOn?.({ path: "a" }, { path: "b" })).toEqual(["/path"]);
  });
});

describe("File: looking", () => {
  it("shows what is there", async () => {
    writeFileSync(join(root, "x"), "hi");
    chmodSync(join(root, "x"), 0o640);
    expect(await file.observe({ path: "x", content: "" }, testIo())).toEqual({
      state: "present",
      facts: { path: "x", type: "file", mode: "0640", size: 2, sha256: sha256("hi"), content: "hi" },
    });
  });

  it("shows before and after of small texts, digests of others", async () => {
    const diff = async (live: string | Buffer, spec: JsonObject) => {
      writeFileSync(join(root, "x"), live);
      chmodSync(join(root, "x"), 0o644);
      const found = await file.observe({ path: "x", ...spec }, testIo());
      return found.state === "present" && file.compare?.differs?.(found.facts, { path: "x", ...spec }, undefined);
    };
    const large = "l".repeat(65 * 1024);
    expect(await diff("a", { content: "a", mode: "644" })).toEqual([]);
    expect(await diff("a", { content: "b", mode: "0600" })).toEqual([
      { path: "/content", before: "a", after: "b" },
      { path: "/mode", before: "0644", after: "0600" },
    ]);
    expect(await diff(Buffer.from([0xff]), { content: "b" })).toEqual([
      {
        path: "/content",
        before: "sha256:a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89 (1 bytes)",
        after: `sha256:${sha256("b")} (1 bytes)`,
      },
    ]);
    expect(await diff("a", { content: large })).toEqual([
      { path: "/content", before: `sha256:${sha256("a")} (1 bytes)`, after: `sha256:${sha256(large)} (66560 bytes)` },
    ]);
    expect(await diff("l".repeat(3_000_000), { content: large })).toEqual([
      {
        path: "/content",
        before: `sha256:${sha256("l".repeat(3_000_000))} (3000000 bytes)`,
        after: `sha256:${sha256(large)} (66560 bytes)`,
      },
    ]);
  });

  it("counts a symlink as present and different", async () => {
    writeFileSync(join(root, "real"), "same");
    symlinkSync("real", join(root, "link"));
    const spec = { path: "link", content: "same" };
    const found = await file.observe(spec, testIo());
    expect(found).toMatchObject({ state: "present", facts: { type: "symlink" } });
    expect(found.state === "present" && file.compare?.differs?.(found.facts, spec, undefined)).toEqual([
      { path: "/content", before: "(symlink)", after: `sha256:${sha256("same")} (4 bytes)` },
    ]);
  });

  it("says that a folder is in the way", async () => {
    mkdirSync(join(root, "folder"));
    const spec = { path: "folder", content: "x" };
    const message = "there is a folder at `folder`, where a file should be";
    expect(await file.observe(spec, testIo())).toEqual({
      state: "failed",
      error: {
        message,
        hint: "Move the folder away, or choose another `path`: opus replaces only files and symlinks.",
      },
    });
    expect(await file.observe(spec, { ...testIo(), recorded: recordedTask(entry({ spec })) })).toEqual({
      state: "failed",
      error: {
        message,
        hint: "Move the folder away, or run `forget` with this task as `target`: opus replaces and deletes only files and symlinks.",
      },
    });
  });

  it("tells absent from unreadable", async () => {
    const observe = (path: string) => file.observe({ path, content: "" }, testIo());
    symlinkSync("/etc", join(root, "etc"));
    writeFileSync(join(root, "x"), "");
    expect(await observe("no/thing")).toEqual({ state: "absent" });
    expect(await observe("x/y")).toEqual({
      state: "failed",
      error: {
        message: "`x/y` can't be made: a part of its path is there and is not a folder",
        hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks.",
      },
    });
    expect(await observe("etc/hostname")).toEqual({
      state: "failed",
      error: { message: "`etc/hostname` leads out of the workspace through a symlink" },
    });
    expect(await observe("n".repeat(300))).toEqual({
      state: "failed",
      error: { message: `\`${"n".repeat(300)}\`: the name is too long for the file system (ENAMETOOLONG)` },
    });
  });

  it.runIf(process.getuid?.() !== 0)("fails on a file that it may not read", async () => {
    writeFileSync(join(root, "x"), "", { mode: 0 });
    expect(await file.observe({ path: "x", content: "" }, testIo())).toEqual({
      state: "failed",
      error: {
        message: "`x`: permission denied (EACCES)",
        hint: "Check the owner and the mode of the file and of the folders above it.",
      },
    });
  });

  it("gives no fingerprint of a secret", async () => {
    const io = testIo(["s3cret"]);
    const spec = { path: "x", content: "token=s3cret" };
    const outcome = await file.create(spec, io);
    expect(outcome.outputs).toEqual([
      { name: "FILE_PATH", value: "x" },
      { name: "SIZE", value: 12 },
      { name: "SHA256_CHECKSUM", value: sha256("token=s3cret"), sensitive: true },
      { name: "EXECUTABLE", value: false },
    ]);
    const found = await file.observe(spec, io);
    expect(JSON.stringify(found)).not.toContain(sha256("token=s3cret"));
    expect(found.state === "present" && file.compare?.differs?.(found.facts, spec, undefined)).toEqual([]);
    expect(
      found.state === "present" && file.compare?.differs?.(found.facts, { ...spec, content: "x" }, undefined),
    ).toHaveLength(1);
  });

  it("looks at 5,000 files", async () => {
    const specs = Array.from({ length: 5_000 }, (_, index) => ({
      path: `d${index % 50}/f${index}`,
      content: `file ${index}\n`,
    }));
    const io = testIo();
    for (const spec of specs) await file.create(spec, io);
    let differences = 0;
    for (const spec of specs) {
      const found = await file.observe(spec, io);
      differences +=
        found.state === "present" ? (file.compare?.differs?.(found.facts, spec, undefined).length ?? 1) : 1;
    }
    expect(differences).toBe(0);
  });
});

describe("File: writing", () => {
  it("never overwrites what appeared since the plan, and says that it touched nothing", async () => {
    const spec = { path: "a/x", content: "ours" };
    mkdirSync(join(root, "a"));
    writeFileSync(join(root, "a/x"), "theirs");
    await expect(file.create(spec, testIo())).rejects.toMatchObject({
      name: "TaskFailure",
      message: "`a/x` exists: it appeared after opus had looked",
      hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
      untouched: true,
    });
    expect(text("a/x")).toBe("theirs");
  });

  it("keeps the mode that is there when none is declared, and says whether it is executable", async () => {
    await file.create({ path: "x", content: "a" }, testIo());
    chmodSync(join(root, "x"), 0o755);
    const after = { path: "x", content: "b" };
    const predicted = file.known?.predict?.(after, testIo());
    const outcome = await file.update({ path: "x", content: "a" }, after, testIo());
    expect(outcome.outputs).toEqual(predicted);
    expect(outcome.outputs).toContainEqual({ name: "EXECUTABLE", value: true });
    expect([text("x"), mode("x")]).toEqual(["b", "755"]);
  });

  it("only sets the mode when only the mode differs", async () => {
    await file.create({ path: "x", content: "a", mode: "0600" }, testIo());
    const before = statSync(join(root, "x")).ino;
    await file.update({ path: "x" }, { path: "x", content: "a", mode: "4750" }, testIo());
    expect([statSync(join(root, "x")).ino, mode("x")]).toEqual([before, "4750"]);
  });

  it("writes nothing when nothing differs", async () => {
    await file.create({ path: "x", content: "a" }, testIo());
    const before = listing(root);
    await file.update({ path: "x" }, { path: "x", content: "a" }, testIo());
    expect(listing(root)).toEqual(before);
  });

  it("does not touch folders", async () => {
    mkdirSync(join(root, "x"));
    await expect(file.update({ path: "x" }, { path: "x", content: "a" }, testIo())).rejects.toMatchObject({
      name: "TaskFailure",
      message: "there is a folder at `x`, where a file should be",
      hint: "Move the folder away, or choose another `path`: opus replaces only files and symlinks.",
      untouched: true,
    });
    expect(await failure((async () => file.delete({ path: "x", content: "" }, testIo()))())).toEqual({
      name: "TaskFailure",
      message: "`x` is a folder",
      hint: "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files.",
    });
  });

  it("takes a file that is gone already as deleted", async () => {
    await file.delete({ path: "no/x", content: "" }, testIo());
  });

  it("says so when the bytes of a large source were not kept", async () => {
    writeFileSync(join(root, "large"), "1".repeat(100_000));
    const old = await prepare({ path: "x", source: "large" });
    await file.create(old, testIo());
    writeFileSync(join(root, "large"), "2".repeat(100_000));
    const next = await prepare({ path: "x", source: "large" });
    await file.update(old, next, testIo());
    const expected = {
      name: "TaskFailure",
      message: `\`x\` can't be written: \`large\` no longer has the bytes that are wanted (sha256:${old.sha256}), and the old bytes were not kept`,
      hint: "Files of more than 64 KiB are not kept in state. Bring `large` back from git, and run again.",
    };
    expect(await failure(file.update(next, old, testIo()))).toEqual(expected);
    rmSync(join(root, "large"));
    expect(await failure(file.create({ ...old, path: "y" }, testIo()))).toMatchObject({
      message: expected.message.replace("`x`", "`y`"),
    });
    expect(text("x")).toBe("2".repeat(100_000));
    expect(readdirSync(root)).toEqual(["x"]);
  });
});
