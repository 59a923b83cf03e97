import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { recordedTask } from "../../../src/engine/execute/calls/made-so-far.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { FieldDiff } from "../../../src/engine/model/change.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { sha256 } from "../../../src/node/sha256.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { folderProcessor } from "../../../src/processors/folder/folder.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, testIo } from "../../contracts/task-processor.ts";
import { entry } from "../../engine/samples.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
let root: string;
let processor: TaskProcessor;

await loadSchemas(new Set(["Folder"]));

beforeEach(() => {
  root = folder();
  const dependencies = { files: new Workspace(root, "."), hash: sha256, validate: validateSpec };
  processor = folderProcessor(dependencies) as unknown as TaskProcessor;
});

function write(files: { readonly [path: string]: string | Uint8Array }): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Files below a folder, with what is in them. */
function tree(below: string): { readonly [path: string]: string } {
  if (!existsSync(join(root, below))) return {};
  const found = readdirSync(join(root, below), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = found.map((one) => join(one.parentPath, one.name).slice(join(root, below).length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, below, path), "utf8")]));
}

async function prepare(spec: JsonObject = {}): Promise<JsonObject> {
  const expanded = await processor.fields?.expand?.({ path: "out/web", source: "in", ...spec });
  if (!expanded?.ok) throw new Error(JSON.stringify(expanded));
  const parsed = processor.parse(expanded.value.spec);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

async function problems(spec: JsonObject): Promise<unknown> {
  const expanded = await processor.fields?.expand?.({ path: "out/web", source: "in", ...spec });
  return expanded && !expanded.ok ? expanded.error : undefined;
}

/** What differs from a spec that is recorded. */
async function differing(spec: JsonObject): Promise<readonly FieldDiff[]> {
  const found = await processor.observe(spec, knowing(spec));
  if (found.state !== "present") throw new Error(JSON.stringify(found));
  return processor.compare?.differs?.(found.facts, spec, undefined) ?? [];
}

function knowing(spec: JsonObject) {
  return testIo([], { recorded: recordedTask(entry({ kind: "Folder", spec })) });
}

for (const [name, option] of [
  ["Folder with a source", "source"],
  ["Folder with a template", "template"],
] as const) {
  describeTaskProcessor(name, () => {
    write({ "a/x.txt": "1", "a/y/z.txt": "2", "b/x.txt": "other", "b/w.bin": new Uint8Array([0xff, 1]) });
    return {
      processor,
      spec: { path: "out/web", [option]: "a" },
      changed: { path: "out/web", [option]: "b" },
      fingerprint: () => tree("out"),
    };
  });
}

describe("Folder: the files of the source", () => {
  it("are read into the spec: text, bytes, and who can be run; hidden ones too, links and empty folders not", async () => {
    write({ "in/a.txt": "costs ${x}", "in/.hidden": "h", "in/sub/b.bin": new Uint8Array([0xff]), "in/.git/x": "no" });
    chmodSync(join(root, "in/a.txt"), 0o755);
    mkdirSync(join(root, "in/empty"));
    symlinkSync("a.txt", join(root, "in/link"));
    expect(await processor.fields?.expand?.({ path: "out", source: "./in/" })).toEqual({
      ok: true,
      value: {
        spec: {
          path: "out",
          source: "./in/",
          files: { ".hidden": "h", "a.txt": "costs $${x}", "sub/b.bin": { base64: "/w==" } },
          executable: ["a.txt"],
        },
      },
    });
  });

  it("of a template are templates, and problems in them are in these files", async () => {
    write({ "in/a.txt": "is ${VALUE:x}", "in/s/b.png": new Uint8Array([0xff]) });
    expect(await processor.fields?.expand?.({ path: "out", template: "in" })).toEqual({
      ok: true,
      value: {
        spec: { path: "out", source: "in", files: { "a.txt": "is ${VALUE:x}", "s/b.png": { base64: "/w==" } } },
        origins: { "/files/a.txt": { file: "in/a.txt", text: "is ${VALUE:x}" } },
      },
    });
  });

  it("are those that globs take, at any depth where they name no folder", async () => {
    write({ "in/a.yml": "", "in/s/b.yml": "", "in/s/c.txt": "", "in/node_modules/d.yml": "", "in/s/t/e.yml": "" });
    const files = async (spec: JsonObject) => Object.keys((await prepare(spec)).files as JsonObject);
    expect(await files({ include: ["*.yml"] })).toEqual(["a.yml", "node_modules/d.yml", "s/b.yml", "s/t/e.yml"]);
    expect(await files({ include: ["*.yml"], exclude: ["node_modules", "s/t/**"] })).toEqual(["a.yml", "s/b.yml"]);
    expect(await files({ include: ["s"] })).toEqual(["s/b.yml", "s/c.txt", "s/t/e.yml"]);
  });

  it("are not kept in state where they are many", async () => {
    write(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`in/${at}.txt`, `${at}`.padEnd(60_000, "x")])));
    const { files } = await prepare();
    expect(JSON.stringify(files).length).toBeLessThan(2_000);
    await processor.create(await prepare(), testIo());
    expect(tree("out/web")).toEqual(tree("in"));
  });

  it.each<[what: string, spec: JsonObject, problem: JsonObject]>([
    ["is not there", { source: "gone" }, { code: "missing-file", pointer: "/source" }],
    ["leads out", { source: "../x" }, { code: "bad-path", pointer: "/source" }],
    [
      "has nothing that is taken",
      { exclude: ["*"] },
      {
        code: "missing-file",
        message: "none of the 1 files in `in` is taken: `include` and `exclude` leave out all of them",
        pointer: "/source",
        suggestion:
          "To delete all files of the task, take it out of the manifest; that no file is left here may be a mistake.",
      },
    ],
    ["holds the path", { path: "in/out" }, { code: "bad-path", pointer: "/path" }],
    ["is empty", { source: "void" }, { code: "missing-file", message: "the folder `void` has no files" }],
  ])("%s: an error", async (_, spec, problem) => {
    write({ "in/a": "1" });
    mkdirSync(join(root, "void"));
    expect(await problems(spec)).toMatchObject([problem]);
  });

  it.skipIf(process.platform === "win32")(
    "with names that no path can have are errors, unless they are left out",
    async () => {
      write({ "in/a": "1", "in/s/dev\\x2d.swap": "2", "in/two\nlines": "3" });
      expect(await problems({})).toMatchObject([
        { code: "bad-path", pointer: "/source", message: expect.stringMatching(/dev.+swap` holds a backslash/) },
        { code: "bad-path", suggestion: "Rename it, or leave it out with `exclude`." },
      ]);
      const { files } = await prepare({ source: "./in/", exclude: ["*.swap", "two*"] });
      expect(files).toEqual({ a: "1" });
    },
  );

  it("can't be written by hand", async () => {
    write({ "in/a": "1" });
    const expanded = await processor.fields?.expand?.({ path: "out", template: "in", files: { b: "2" } });
    expect(expanded?.ok && processor.parse(expanded.value.spec)).toMatchObject({ error: [{ code: "unknown-field" }] });
  });
});

describe("Folder: files of others", () => {
  it("stay where they are, and keep their folders", async () => {
    write({ "in/a.txt": "1", "in/s/b.txt": "2", "out/web/s/theirs.txt": "t" });
    const spec = await prepare();
    await processor.create(spec, testIo());
    expect(tree("out/web")).toEqual({ "a.txt": "1", "s/b.txt": "2", "s/theirs.txt": "t" });
    await processor.delete(spec, knowing(spec));
    expect(tree("out/web")).toEqual({ "s/theirs.txt": "t" });
    rmSync(join(root, "out/web/s/theirs.txt"));
    await processor.create(spec, testIo());
    await processor.delete(spec, knowing(spec));
    expect(existsSync(join(root, "out/web"))).toBe(false);
    expect(existsSync(join(root, "out"))).toBe(true);
  });

  it("are never written over: nothing is done at all then", async () => {
    write({ "in/a.txt": "1", "in/b.txt": "2", "out/web/b.txt": "theirs" });
    const spec = await prepare();
    const refused = { message: "`out/web/b.txt` exists, and opus has not made it", untouched: true };
    await expect(processor.create(spec, testIo())).rejects.toMatchObject(refused);
    expect(tree("out/web")).toEqual({ "b.txt": "theirs" });
    const before = { ...spec, files: { "a.txt": "1", "c.txt": "3" } };
    write({ "out/web/a.txt": "1", "out/web/c.txt": "3" });
    await expect(processor.update(before, spec, knowing(before))).rejects.toMatchObject(refused);
    expect(tree("out/web")).toEqual({ "a.txt": "1", "b.txt": "theirs", "c.txt": "3" });
  });

  it("keep a folder of them from becoming a file: nothing is done at all then", async () => {
    write({ "in/s/a": "1", "in/c": "3" });
    const before = await prepare();
    await processor.create(before, testIo());
    write({ "out/web/s/t/.theirs": "t" });
    rmSync(join(root, "in"), { recursive: true });
    write({ "in/s": "2" });
    const refused = { message: "`out/web/s/t/.theirs` exists, and opus has not made it", untouched: true };
    await expect(processor.update(before, await prepare(), knowing(before))).rejects.toMatchObject(refused);
    expect(tree("out/web")).toEqual({ c: "3", "s/a": "1", "s/t/.theirs": "t" });
  });

  it("that appear while files are made are left, also where they hold the same", async () => {
    const real = new Workspace(root, ".");
    const racing = new Proxy(real, {
      get(_, name) {
        if (name !== "create") return Reflect.get(real, name).bind(real);
        return (...given: Parameters<Workspace["create"]>) => {
          write({ "out/web/b": "2" });
          return real.create(...given);
        };
      },
    });
    const raced = folderProcessor({ files: racing, hash: sha256, validate: validateSpec }) as unknown as TaskProcessor;
    write({ "in/a": "1", "in/b": "2" });
    // What is `untouched` is not deleted afterwards.
    const failed = { message: expect.stringContaining("it appeared after opus had looked"), untouched: true };
    await expect(raced.create(await prepare(), testIo())).rejects.toMatchObject(failed);
    expect(tree("out/web")).toEqual({ b: "2" });
  });

  it("are taken where they are what is wanted", async () => {
    write({ "in/a.txt": "1", "in/b.txt": "2", "out/web/b.txt": "2" });
    const spec = await prepare();
    const before = { ...spec, files: { "a.txt": "1" } };
    write({ "out/web/a.txt": "1" });
    await processor.update(before, spec, knowing(before));
    expect(tree("out/web")).toEqual({ "a.txt": "1", "b.txt": "2" });
  });

  it("are left when an attempt failed that had not made them", async () => {
    write({ "in/a.txt": "1" });
    const recorded = await prepare();
    await processor.create(recorded, testIo());
    write({ "out/web/b.txt": "theirs" });
    const attempted = { ...recorded, files: { "a.txt": "1", "b.txt": "2" } };
    await processor.update(attempted, recorded, knowing(recorded));
    expect(tree("out/web")).toEqual({ "a.txt": "1", "b.txt": "theirs" });
  });
});

describe("Folder: changes", () => {
  it("add, change and remove files, also where a file becomes a folder and back", async () => {
    write({ "in/a": "1", "in/s/b": "2", "in/c": "3" });
    const first = await prepare();
    await processor.create(first, testIo());
    rmSync(join(root, "in"), { recursive: true });
    write({ "in/a/x": "4", "in/s": "5", "in/d": "6" });
    const second = await prepare();
    await processor.update(first, second, knowing(first));
    expect(tree("out/web")).toEqual({ "a/x": "4", s: "5", d: "6" });
    await processor.update(second, first, knowing(first));
    expect(tree("out/web")).toEqual({ a: "1", "s/b": "2", c: "3" });
  });

  it("by other hands are seen by file: changed, gone, a link, another mode", async () => {
    write({ "in/a": "1", "in/b": "2", "in/c": "3", "in/d": "4" });
    chmodSync(join(root, "in/d"), 0o755);
    const spec = await prepare();
    await processor.create(spec, testIo());
    expect(await differing(spec)).toEqual([]);
    write({ "out/web/a": "x", "out/web/strange": "?" });
    rmSync(join(root, "out/web/b"));
    rmSync(join(root, "out/web/c"));
    symlinkSync("a", join(root, "out/web/c"));
    chmodSync(join(root, "out/web/d"), 0o644);
    const fields = await differing(spec);
    expect(fields).toEqual([
      { path: "/files/a", before: "x", after: "1" },
      { path: "/files/b", after: "2" },
      { path: "/files/c", before: "(symlink)", after: "3" },
      { path: "/executable", before: [], after: ["d"] },
    ]);
    expect(
      processor.compare?.accept?.(
        ((await processor.observe(spec, testIo())) as never as { facts: JsonObject }).facts,
        spec,
        {},
        undefined,
      )?.[0],
    ).toEqual({
      path: "/files/a",
      why: "its files are made of those of another folder",
      hint: "If it is to stay and nothing secret is in it, copy `out/web/a` to the folder that the task takes its files from.",
    });
    await processor.update(spec, spec, knowing(spec));
    expect(await differing(spec)).toEqual([]);
    expect(tree("out/web")).toEqual({ a: "1", b: "2", c: "3", d: "4", strange: "?" });
    expect(statSync(join(root, "out/web/d")).mode & 0o777).toBe(0o755);
  });

  it("of a declared mode keep the files, and count for all of them", async () => {
    write({ "in/a": "1", "in/b": "2" });
    const spec = await prepare({ mode: "600" });
    await processor.create(spec, testIo());
    expect(await differing(spec)).toEqual([]);
    chmodSync(join(root, "out/web/b"), 0o644);
    expect(await differing(spec)).toEqual([{ path: "/mode", before: ["0644 b"], after: "0600" }]);
    const inode = statSync(join(root, "out/web/b")).ino;
    await processor.update(spec, spec, knowing(spec));
    expect(statSync(join(root, "out/web/b"))).toMatchObject({ ino: inode });
    expect(statSync(join(root, "out/web/b")).mode & 0o777).toBe(0o600);
  });

  it("through links that lead out are refused", async () => {
    write({ "in/s/a": "1" });
    mkdirSync(join(root, "out/web"), { recursive: true });
    symlinkSync(folder(), join(root, "out/web/s"));
    await expect(processor.create(await prepare(), testIo())).rejects.toMatchObject({ name: "TaskFailure" });
  });

  it("keep what was there for a rollback, where it was text", async () => {
    write({ "in/a": "1", "in/b": "2" });
    const spec = await prepare();
    await processor.create(spec, testIo());
    write({ "out/web/a": "by hand ${x}" });
    const found = await processor.observe(spec, knowing(spec));
    const facts = found.state === "present" ? found.facts : {};
    expect(processor.undo?.asFound?.(facts, spec)).toMatchObject({ files: { a: "by hand $${x}", b: "2" } });
  });

  it("of 5,000 files take time in proportion, and end where they are cancelled", async () => {
    write(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`in/${at % 50}/${at}.txt`, `file ${at}`])));
    const spec = await prepare();
    await processor.create(spec, testIo());
    expect(await differing(spec)).toEqual([]);
    expect(processor.known?.predict?.(spec, testIo())[1]).toEqual({ name: "FILES", value: 5_000 });
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(processor.update(spec, spec, testIo([], { signal }))).rejects.toThrow("cancelled");
    await processor.delete(spec, testIo());
    expect(existsSync(join(root, "out/web"))).toBe(false);
  });
});

it("a Folder can't be beside a File that is one of its files, or stands where it is", async () => {
  write({ "in/s/a": "1" });
  const spec = await prepare();
  expect(processor.known?.identity?.(spec)).toBe("out/web/");
  expect(processor.known?.excludes?.(spec)).toEqual(["out", "out/web", "out/web/s", "out/web/s/a"]);
  expect(processor.known?.holds?.(spec)).toEqual(["out/web/s/a"]);
});
