import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { Facts, Outcome } from "../../../src/engine/model/outcome.ts";
import type { RecordedTask } from "../../../src/engine/model/state-body.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { Io } from "../../../src/engine/ports/task-io.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { downloadProcessor } from "../../../src/processors/download/download.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, type TestIo, testIo } from "../../contracts/task-processor.ts";
import { testHttp } from "../../node/http/client-rig.ts";
import { temporaryFolders } from "../../node/temporary.ts";
import { type Entry, tar, tarGz, zip } from "../../peers/archives.ts";
import { FileServer } from "../../peers/file-server.ts";

vi.mock("../../../src/engine/model/size-limits.ts", async (load) => ({
  ...(await load<typeof import("../../../src/engine/model/size-limits.ts")>()),
  unpackedBytes: 40 * 1024 * 1024,
  unpackedFreely: 1024 * 1024,
  archiveEntries: 50,
}));

await loadSchemas(["Download"]);

const folder = temporaryFolders();
let root: string;
let server: FileServer;
beforeEach(async () => {
  // What leads out of it would be seen.
  root = join(folder(), "workspace");
  mkdirSync(root);
  server = await new FileServer().start();
});
afterEach(() => server[Symbol.dispose]());

const kind = (place = root) => downloadProcessor({ files: new Workspace(place, "."), validate: validateSpec });
const call = (more: Partial<Io> = {}): TestIo => testIo([], { http: testHttp([server.host]).http, ...more });
const spec = (extract: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  url: server.url,
  sha256: server.sha256,
  extract: { to: "tools", ...extract },
  ...more,
});
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const recordedOf = (of: JsonObject, { outputs, observed }: Outcome): RecordedTask => ({
  spec: of,
  outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value])),
  ...(observed ? { observed } : {}),
  missing: [],
});
const recorded = (of: JsonObject, outcome: Outcome): Partial<Io> => ({ recorded: recordedOf(of, outcome) });

/** Everything below a folder: texts, links, and who may be run. */
function tree(place = root): { [path: string]: string } {
  const below = (name: string): boolean =>
    name.split("/").some((_, at, parts) => at > 0 && lstatSync(join(place, ...parts.slice(0, at))).isSymbolicLink());
  const names = (readdirSync(place, { recursive: true }) as string[]).filter((name) => !below(name));
  const found = names.sort().map((name) => {
    const stats = lstatSync(join(place, name));
    if (stats.isDirectory()) return [name, "folder"];
    if (stats.isSymbolicLink()) return [name, `-> ${readlinkSync(join(place, name))}`];
    return [name, `${stats.mode & 0o111 ? "x " : ""}${readFileSync(join(place, name), "utf8")}`];
  });
  return Object.fromEntries(found);
}
function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
async function failure(operation: Promise<unknown>) {
  const error = await operation.then(
    () => undefined,
    (reason: Error & { hint?: string; untouched?: boolean }) => reason,
  );
  if (error === undefined) throw new Error("it did not fail");
  return error;
}

const release: readonly Entry[] = [
  { name: "tool-1.0/", type: "5", mode: 0o755 },
  { name: "tool-1.0/bin/tool", data: "run", mode: 0o4755 },
  { name: "tool-1.0/lib/a.txt", data: "a" },
  { name: "tool-1.0/empty/", type: "5" },
];
const unpacked = {
  tools: "folder",
  "tools/bin": "folder",
  "tools/bin/tool": "x run",
  "tools/empty": "folder",
  "tools/lib": "folder",
  "tools/lib/a.txt": "a",
};
const asZip = (entries: readonly Entry[]) =>
  zip(
    ...entries.map(({ type = "0", mode = 0o644, ...entry }) => ({
      ...entry,
      mode: (type === "5" ? 0o040000 : 0o100000) + mode,
    })),
  );

describe("the contract", () => {
  let second: FileServer;
  beforeEach(async () => {
    server.content = tarGz(...release);
    second = await new FileServer(tarGz({ name: "x/bin/tool", data: "two", mode: 0o755 })).start();
  });
  afterEach(() => second[Symbol.dispose]());

  /** As opus calls it: with what was recorded. */
  function withMemory(processor: TaskProcessor): TaskProcessor {
    let known: RecordedTask | undefined;
    const knowing = (io: Io): Io => ({ ...io, recorded: io.recorded ?? known });
    const keep = async (of: JsonObject, making: Promise<Outcome>): Promise<Outcome> => {
      const outcome = await making;
      known = recordedOf(of, outcome);
      return outcome;
    };
    return {
      ...processor,
      observe: (of, io) => processor.observe(of, knowing(io)),
      create: (of, io) => keep(of, processor.create(of, io)),
      update: (before, after, io) => keep(after, processor.update(before, after, knowing(io))),
      delete: async (before, io) => {
        await processor.delete(before, knowing(io));
        known = undefined;
      },
    };
  }
  describeTaskProcessor("Download that unpacks", () => ({
    processor: withMemory(kind()),
    spec: spec({ strip: 1 }),
    changed: { url: second.url, sha256: second.sha256, extract: { to: "tools", strip: 1 } },
    fingerprint: () => tree(),
    io: { http: testHttp([server.host, second.host]).http },
  }));
});

describe.each([
  ["tar.gz", (entries: readonly Entry[]) => tarGz(...entries)],
  ["zip", asZip],
] as const)("a %s", (_, pack) => {
  beforeEach(() => {
    server.content = pack(release);
  });

  it("is unpacked, with who may be run, and nothing else stays", async () => {
    const outcome = await kind().create(spec({ strip: 1 }), call());
    expect(tree()).toEqual(unpacked);
    expect(lstatSync(join(root, "tools/bin/tool")).mode & 0o7000).toBe(0);
    expect(outcome.outputs).toEqual([
      { name: "FOLDER_PATH", value: "tools" },
      { name: "SIZE", value: server.content.length },
      { name: "SHA256_CHECKSUM", value: server.sha256 },
    ]);
    expect(outcome.observed).toMatchObject({
      files: { "bin/tool": `sha256:${sha("run")}, executable`, "lib/a.txt": `sha256:${sha("a")}` },
      folders: ["", "bin", "empty", "lib"],
    });
  });

  it("is unpacked in part", async () => {
    await kind().create(spec({ strip: 1, include: ["**", "!lib/**"] }), call());
    expect(Object.keys(tree())).toEqual(["tools", "tools/bin", "tools/bin/tool"]);
    const error = await failure(kind().create(spec({ to: "other", include: ["nothing/**"] }), call()));
    expect(error.message).toBe("the archive is refused: nothing of it is to be unpacked");
    expect(existsSync(join(root, "other"))).toBe(false);
  });

  it("that is cut off in itself changes nothing", async () => {
    server.content = server.content.subarray(0, server.content.length - 30);
    const error = await failure(kind().create(spec(), call()));
    expect(error.message).toMatch(/ can't be unpacked: /);
    expect([error.untouched, tree()]).toEqual([true, {}]);
  });
});

describe("drift", () => {
  let outcome: Outcome;
  const wanted = () => spec({ strip: 1 });
  beforeEach(async () => {
    server.content = tarGz(...release);
    outcome = await kind().create(wanted(), call());
  });
  const observe = async () => {
    const observation = await kind().observe(wanted(), call(recorded(wanted(), outcome)));
    if (observation.state !== "present") return observation.state;
    return kind().compare?.differs?.(observation.facts, wanted() as never, outcome.observed);
  };

  it("is what a file holds, whether it may be run, and that it is gone; strangers are none", async () => {
    put("tools/stranger", "mine");
    put("tools/lib/stranger", "mine");
    expect(await observe()).toEqual([]);
    put("tools/lib/a.txt", "b");
    chmodSync(join(root, "tools/bin/tool"), 0o644);
    expect(await observe()).toEqual([
      { path: "/content/bin~1tool", before: `sha256:${sha("run")}`, after: `sha256:${sha("run")}, executable` },
      { path: "/content/lib~1a.txt", before: `sha256:${sha("b")}`, after: `sha256:${sha("a")}` },
    ]);
    rmSync(join(root, "tools/bin"), { recursive: true });
    expect(await observe()).toMatchObject([{ before: "missing" }, {}]);
    await kind().update(wanted(), wanted(), call(recorded(wanted(), outcome)));
    expect(await observe()).toEqual([]);
    expect(tree()).toEqual({ ...unpacked, "tools/stranger": "mine", "tools/lib/stranger": "mine" });
  });

  it("is absence when nothing of it is left", async () => {
    rmSync(join(root, "tools"), { recursive: true });
    expect(await observe()).toBe("absent");
  });

  it("is a link in the place of a file, which is replaced, and nothing behind it is touched", async () => {
    const outside = folder();
    writeFileSync(join(outside, "x"), "outside");
    rmSync(join(root, "tools/bin/tool"));
    symlinkSync(join(outside, "x"), join(root, "tools/bin/tool"));
    expect(await observe()).toMatchObject([{ before: `link to ${join(outside, "x")}` }]);
    await kind().update(wanted(), wanted(), call(recorded(wanted(), outcome)));
    expect([tree(), readFileSync(join(outside, "x"), "utf8")]).toEqual([unpacked, "outside"]);
  });

  it("behind a folder that is a link now is looked at no further", async () => {
    const outside = folder();
    rmSync(join(root, "tools/bin"), { recursive: true });
    symlinkSync(outside, join(root, "tools/bin"));
    expect(await observe()).toBe("failed");
    const error = await failure(kind().update(wanted(), wanted(), call(recorded(wanted(), outcome))));
    expect(error.message).toContain("tools/bin");
    expect(readdirSync(outside)).toEqual([]);
  });

  it("by the next archive takes away what it has no more, and leaves strangers alone", async () => {
    put("tools/empty/stranger", "mine");
    server.content = tarGz({ name: "t/bin/tool", data: "run 2", mode: 0o755 }, { name: "t/lib", data: "a file now" });
    const next = wanted();
    const refused = await failure(kind().update(next, next, call(recorded(next, outcome))));
    expect([refused.message, refused.untouched]).toEqual([
      "`tools/lib` exists (a folder), and opus did not make it",
      true,
    ]);
    expect(tree()).toEqual({ ...unpacked, "tools/empty/stranger": "mine" });

    server.content = tarGz({ name: "t/bin/tool", data: "run 2", mode: 0o755 }, { name: "t/new/b", data: "b" });
    const updated = await kind().update(wanted(), wanted(), call(recorded(wanted(), outcome)));
    expect(tree()).toEqual({
      tools: "folder",
      "tools/bin": "folder",
      "tools/bin/tool": "x run 2",
      "tools/empty": "folder",
      "tools/empty/stranger": "mine",
      "tools/new": "folder",
      "tools/new/b": "b",
    });
    await kind().delete(wanted(), call(recorded(wanted(), updated)));
    expect(tree()).toEqual({ tools: "folder", "tools/empty": "folder", "tools/empty/stranger": "mine" });
  });

  it("lets a file become a folder", async () => {
    server.content = tarGz({ name: "t/lib/a.txt/deep", data: "deep" });
    await kind().update(wanted(), wanted(), call(recorded(wanted(), outcome)));
    expect(tree()).toMatchObject({ "tools/lib/a.txt": "folder", "tools/lib/a.txt/deep": "deep" });
  });

  it("is mended after a run that was killed between two files", async () => {
    server.content = tarGz({ name: "t/bin/tool", data: "run 2", mode: 0o755 }, { name: "t/c", data: "c" });
    const next = wanted();
    const io = call(recorded(next, outcome));
    const stop = new Error("killed");
    const files = new Workspace(root, ".");
    let placed = 0;
    const work = files.work.bind(files);
    files.work = async (path) => {
      const opened = await work(path);
      if (opened.ok) {
        const place = opened.value.members.place.bind(opened.value.members);
        opened.value.members.place = (...args) => {
          if (++placed === 2) throw stop;
          return place(...args);
        };
      }
      return opened;
    };
    const error = await failure(downloadProcessor({ files, validate: validateSpec }).update(next, next, io));
    expect(error).toBe(stop);
    const made = { outputs: [], observed: io.told.at(-1)?.observed as Facts };
    expect(made.observed).toMatchObject({ left: ["lib/a.txt"] });
    const after = await kind().observe(next, call(recorded(next, made)));
    if (after.state !== "present") throw new Error(after.state);
    expect(kind().compare?.differs?.(after.facts, next as never, undefined)).toMatchObject([
      { path: "/content/c", before: "missing" },
      { path: "/content/lib~1a.txt", after: "missing" },
    ]);
    await kind().update(next, next, call(recorded(next, made)));
    expect(tree()).toEqual({ tools: "folder", "tools/bin": "folder", "tools/bin/tool": "x run 2", "tools/c": "c" });
  });
});

describe("what is there already", () => {
  beforeEach(() => {
    server.content = tarGz(...release);
  });

  it("is never overwritten, and then nothing is unpacked; what is the same is taken over", async () => {
    put("tools/bin/tool", "mine");
    const error = await failure(kind().create(spec({ strip: 1 }), call()));
    expect([error.message, error.untouched]).toEqual(["`tools/bin/tool` exists, and opus did not make it", true]);
    expect(tree()).toEqual({ tools: "folder", "tools/bin": "folder", "tools/bin/tool": "mine" });
    put("tools/bin/tool", "run");
    chmodSync(join(root, "tools/bin/tool"), 0o755);
    await kind().create(spec({ strip: 1 }), call());
    expect(tree()).toEqual(unpacked);
  });

  it("and is a link in the place of a folder leads nowhere", async () => {
    const outside = folder();
    mkdirSync(join(root, "tools"));
    mkdirSync(join(root, "inside"));
    for (const target of [outside, join(root, "inside")]) {
      symlinkSync(target, join(root, "tools/bin"));
      const error = await failure(kind().create(spec({ strip: 1 }), call()));
      expect(error.message).toMatch(/tools\/bin/);
      expect([readdirSync(outside), readdirSync(join(root, "inside"))]).toEqual([[], []]);
      rmSync(join(root, "tools/bin"));
    }
    rmSync(join(root, "tools"), { recursive: true });
    symlinkSync(outside, join(root, "tools"));
    expect((await failure(kind().create(spec({ strip: 1 }), call()))).message).toMatch(/tools/);
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe("links in an archive", () => {
  it("are made where they lead to what is unpacked, and other names become files", async () => {
    server.content = tarGz(
      { name: "lib/cli.js", data: "cli", mode: 0o755 },
      { name: "bin/cli", type: "2", link: "../lib/cli.js" },
      { name: "current", type: "2", link: "lib" },
      { name: "again", type: "2", link: "current/../bin/cli" },
      { name: "other", type: "1", link: "lib/cli.js" },
    );
    const outcome = await kind().create(spec(), call());
    expect(tree(join(root, "tools"))).toEqual({
      again: "-> current/../bin/cli",
      bin: "folder",
      "bin/cli": "-> ../lib/cli.js",
      current: "-> lib",
      lib: "folder",
      "lib/cli.js": "x cli",
      other: "x cli",
    });
    expect(lstatSync(join(root, "tools/other")).nlink).toBe(1);
    await kind().delete(spec(), call(recorded(spec(), outcome)));
    expect(tree()).toEqual({});
  });

  it("are read from a zip, too", async () => {
    server.content = zip({ name: "a", data: "a" }, { name: "b", data: "a", mode: 0o120777 });
    await kind().create(spec(), call());
    expect(tree(join(root, "tools"))).toEqual({ a: "a", b: "-> a" });
  });
});

const file = (name: string, more: Partial<Entry> = {}): Entry => ({ name, data: "x", ...more });
const link = (name: string, target: string): Entry => ({ name, type: "2", link: target });

describe("an archive is refused as a whole, and nothing is changed,", () => {
  const hostile: readonly (readonly [string, Buffer, RegExp])[] = [
    ["with ..", tarGz(file("ok"), file("../x")), /`\.\.\/x` leads out of the folder/],
    ["with .. in the middle", tarGz(file("a/../../x")), /leads out of the folder/],
    ["with .. in a long name", tarGz(file(`${"a/".repeat(80)}../../x`)), /leads out of the folder/],
    ["with an absolute path", tarGz(file("/etc/x")), /`\/etc\/x` is absolute/],
    ["with a drive", tarGz(file("C:/x")), /`C:\/x` names a drive/],
    ["with a backslash", tarGz(file("a\\..\\..\\x")), /holds a backslash/],
    ["with a control character", tarGz(file("a\nb")), /holds a control character/],
    ["with .git", tarGz(file("sub/.git/hooks/pre-commit")), /lies in `\.git`/],
    ["with .GIT", tarGz(file(".GIT /config")), /lies in `\.git`/],
    [
      "with a link out",
      tarGz(file("ok"), link("l", "../../x")),
      /the link `l` leads out of the folder, to `\.\.\/\.\.\/x`/,
    ],
    ["with an absolute link", tarGz(link("l", "/etc/passwd")), /the link `l` leads out of the folder/],
    [
      "with a link out by a link",
      tarGz(file("a/b/c"), link("a/d", "b"), link("l", "a/d/../../../x")),
      /leads out of the folder/,
    ],
    ["with a file behind a link", tarGz(file("d/x"), link("l", "d"), file("l/y")), /`l\/y` lies behind the link `l`/],
    ["with a link over a folder", tarGz(file("l/y"), link("l", "d")), /as a file and as a folder/],
    ["with a link to nothing", tarGz(file("ok"), link("l", "nothing")), /leads to `nothing`, which is not unpacked/],
    ["with links in a circle", tarGz(file("ok"), link("a", "b"), link("b", "a")), /leads in a circle/],
    [
      "with another name of what is outside",
      tarGz(file("ok"), { name: "h", type: "1", link: "/etc/passwd" }),
      /is absolute/,
    ],
    [
      "with another name of what comes later",
      tarGz({ name: "h", type: "1", link: "ok" }, file("ok")),
      /not unpacked before it/,
    ],
    ["with a device", tarGz(file("ok"), { name: "d", type: "3" }), /`d` is neither a file, a folder nor a link/],
    ["with a block device", tarGz(file("ok"), { name: "d", type: "4" }), /is neither/],
    ["with a pipe", tarGz(file("ok"), { name: "p", type: "6" }), /is neither/],
    ["with a type that nobody knows", tarGz(file("ok"), { name: "p", type: "S" }), /is neither/],
    ["with a file twice", tarGz(file("a"), file("./a")), /it has `a` twice/],
    ["with a file that is a folder", tarGz(file("a"), file("a/b")), /`a` as a file and as a folder/],
    [
      "with names that differ by case",
      tarGz(file("a/README"), file("A/readme")),
      /are one file where case does not count/,
    ],
    ["with names that differ by their form", tarGz(file("\u00e9"), file("e\u0301")), /are one file/],
    [
      "with too many entries",
      tarGz(...Array.from({ length: 51 }, (_, index) => file(`f${index}`))),
      /has more than 50 entries/,
    ],
    ["with a path that is too long", tarGz(file(`${"a".repeat(200)}/`.repeat(6))), /has more than 1,000 characters/],
    [
      "that is a bomb by its ratio",
      tarGz(file("z", { data: Buffer.alloc(3 * 1024 * 1024) })),
      /more than 200 times its size/,
    ],
    ["with a header that is damaged", gzipSync(tar([file("a")]).fill(7, 0, 20)), /can't be unpacked: checksum failure/],
    ["that is no tar", gzipSync("nothing of the sort".repeat(100)), /can't be unpacked/],
    ["that is neither", Buffer.from("<html>Sign in"), /is neither a tar\.gz nor a zip/],
    ["that is a zip with ..", zip(file("../x")), /can't be unpacked: invalid relative path/],
    ["that is a zip with an absolute path", zip(file("/x")), /can't be unpacked: absolute path/],
    ["that is a zip with a link out", zip({ name: "l", data: "../../x", mode: 0o120777 }), /leads out of the folder/],
    ["that is a zip with a device", zip(file("ok", { mode: 0o100644 }), { name: "d", mode: 0o020666 }), /is neither/],
    [
      "that is a zip with a size that is a lie",
      zip({ name: "a", data: "x".repeat(100), size: 10 }),
      /can't be unpacked/,
    ],
    ["that is a zip with a file twice", zip({ name: "a", data: "1" }, { name: "a", data: "2" }), /it has `a` twice/],
    ["that is a zip bomb", zip({ name: "z", data: Buffer.alloc(3 * 1024 * 1024) }), /more than 200 times its size/],
  ];

  it.each(hostile)("%s", async (_, content, message) => {
    server.content = content;
    put("tools/mine", "mine");
    const error = await failure(kind().create(spec(), call()));
    expect(error.message).toMatch(message);
    expect(error.untouched).toBe(true);
    expect(tree()).toEqual({ tools: "folder", "tools/mine": "mine" });
    expect(readdirSync(dirname(root))).toEqual(["workspace"]);
  });

  it("whose harm is left out by `include` is not, but for names", async () => {
    server.content = tarGz(file("ok"), { name: "dev/null", type: "3" }, link("l", "/etc"));
    await kind().create(spec({ include: ["ok"] }), call());
    expect(tree(join(root, "tools"))).toEqual({ ok: "x" });
    server.content = tarGz(file("ok"), file("../x"));
    expect((await failure(kind().create(spec({ to: "other", include: ["ok"] }), call()))).message).toMatch(/leads out/);
  });
});

describe("a spec", () => {
  const problems = (of: JsonObject) => {
    const parsed = kind().parse(of);
    return parsed.ok ? [] : parsed.error.map(({ pointer }) => pointer);
  };

  it("has a file or an archive, in the workspace", () => {
    expect(problems(spec())).toEqual([]);
    expect(problems(spec({}, { path: "a" }))).toEqual([""]);
    expect(problems(spec({}, { mode: "0755" }))).toEqual(["/mode"]);
    for (const to of ["../x", ".", "/x", ".git", "a/"]) expect(problems(spec({ to })), to).toEqual(["/extract/to"]);
    expect(problems(spec({ strip: -1 }))).toEqual(["/extract/strip"]);
    expect(problems(spec({ include: ["!(a"] }))).toEqual([]);
  });

  it("is one resource with what has the same folder, and lets others be in it", () => {
    const known = kind().known;
    expect(known?.identity?.(spec({ to: "a/b" }) as never)).toBe("a/b/");
    expect(known?.excludes?.(spec({ to: "a/b" }) as never)).toEqual(["a", "a/b"]);
    expect(kind().compare?.replaceOn?.(spec() as never, spec({ to: "other" }) as never)).toEqual(["/extract/to"]);
    const { extract: _, ...bare } = spec();
    expect(kind().compare?.replaceOn?.(spec() as never, { ...bare, path: "a" } as never)).toEqual([
      "/path",
      "/extract",
    ]);
  });
});
