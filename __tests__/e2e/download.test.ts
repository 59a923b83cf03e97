import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { tarGz, zip } from "../peers/archives.ts";
import { FileServer } from "../peers/file-server.ts";
import { fromFork } from "./from-fork.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const root = join(import.meta.dirname, "../..");
const bytes = Buffer.from(Uint32Array.from({ length: 400_000 }, (_, index) => Math.imul(index, 2_654_435_761)).buffer);

let server: FileServer;
let rig: QuickRig;
beforeEach(async () => {
  server = await new FileServer(bytes).start();
  rig = new QuickRig();
});
afterEach(() => {
  rig[Symbol.dispose]();
  server[Symbol.dispose]();
});

const project = (host: string): JsonObject => ({
  apiVersion: "opus/v1",
  kind: "Project",
  metadata: { name: "demo" },
  spec: {
    contexts: [
      { branch: "main", context: "test" },
      { event: "pull_request", context: "test" },
    ],
    http: { allow: [host] },
  },
});
function write(spec: JsonObject, ...more: readonly JsonObject[]): void {
  const tool = { apiVersion: "opus/v1", kind: "Download", metadata: { name: "tool" }, spec };
  rig.write("opus.yaml", [project(server.host), tool, ...more].map((one) => JSON.stringify(one)).join("\n---\n"));
}
const pinned = (more: JsonObject = {}): JsonObject => ({
  url: server.url,
  path: "bin/tool",
  sha256: server.sha256,
  ...more,
});
const apply = async () => {
  const step = await rig.step({ command: "apply" });
  expect(step.exitCode, step.log).toBe(0);
  return step;
};
const planned = async () => changes((await rig.step({ command: "plan" })).report).tool;
const tool = () => readFileSync(join(rig.workspace, "bin/tool"));
const inBin = () => readdirSync(join(rig.workspace, "bin"));

describe("one path of a Download and a File", () => {
  const file = (name: string, metadata: JsonObject = {}): JsonObject => ({
    apiVersion: "opus/v1",
    kind: "File",
    metadata: { name, ...metadata },
    spec: { path: "bin/tool", content: "by hand" },
  });
  const only = (...documents: readonly JsonObject[]) =>
    rig.write("opus.yaml", [project(server.host), ...documents].map((one) => JSON.stringify(one)).join("\n---\n"));

  it("has one task at a time, also where one leaves in the run in which the other comes", async () => {
    write(pinned(), file("written"));
    const both = await rig.step({ command: "apply" });
    expect(both.log).toContain('tasks "tool" and "written" are the same resource: File bin/tool');
    write(pinned());
    await apply();
    // What was taken over would be deleted in the same run.
    only(file("written"));
    const renamed = await rig.step({ command: "apply" });
    expect(renamed.log).toContain('task "written" is the resource that state holds as "tool": File bin/tool');
    expect(tool().equals(bytes)).toBe(true);
    only(file("written", { formerNames: ["tool"] }));
    await apply();
    expect(tool().toString()).toBe("by hand");
  });

  it("goes from kind to kind with its task, and back where that fails", async () => {
    write(pinned());
    await apply();
    only(file("tool"));
    expect(changes((await apply()).report)).toEqual({ tool: "replace" });
    expect(tool().toString()).toBe("by hand");
    write(pinned({ sha256: "0".repeat(64) }));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(1);
    expect(tool().toString()).toBe("by hand");
    write(pinned());
    expect(changes((await apply()).report)).toEqual({ tool: "replace" });
    expect(tool().equals(bytes)).toBe(true);
    expect(changes((await apply()).report)).toEqual({ tool: "noop" });
  });
});

describe("the life of a download", () => {
  it("is made, is there, drifts, is mended, changes with its digest, moves and goes", async () => {
    write(pinned({ mode: "0755" }));
    expect(await planned()).toBe("create");
    expect(server.ranges).toEqual([]);
    const made = await apply();
    expect(JSON.parse(made.outputs.outputs ?? "")).toEqual({
      tool: { FILE_PATH: "bin/tool", SIZE: bytes.length, SHA256_CHECKSUM: server.sha256 },
    });
    expect(await planned()).toBe("noop");
    expect(server.ranges).toHaveLength(1);

    rig.write("bin/tool", "something else");
    const drift = await rig.step({ command: "drift" });
    expect(drift.report.contexts[0].tasks[0], drift.log).toMatchObject({ drift: "resource-changed" });
    expect(drift.log).toContain(`sha256:${server.sha256}`);
    await apply();
    expect(tool().equals(bytes)).toBe(true);

    server.content = Buffer.from("the next version");
    write(pinned({ mode: "0755" }));
    expect(await planned()).toBe("update");
    await apply();
    expect(tool().toString()).toBe("the next version");

    write(pinned({ path: "bin/other", mode: "0755" }));
    expect(await planned()).toBe("replace");
    await apply();
    expect(inBin()).toEqual(["other"]);

    const count = server.ranges.length;
    write(pinned({ path: "bin/other", mode: "0755", url: `${server.url}?mirror=2` }));
    expect(await planned()).toBe("noop");
    await apply();
    expect(server.ranges).toHaveLength(count);

    rig.write("opus.yaml", JSON.stringify(project(server.host)));
    const gone = await rig.step({ command: "apply", "max-deletes": "1" });
    expect([gone.exitCode, inBin()], gone.log).toEqual([0, []]);
  });

  it("comes back by a rollback, from where it was", async () => {
    write(pinned());
    await apply();
    const first = server.content;
    server.content = Buffer.from("the next version");
    write(pinned());
    await apply();
    server.content = first;
    const back = await rig.step({ command: "rollback" });
    expect(back.exitCode, back.log).toBe(0);
    expect(tool().equals(first)).toBe(true);
  });

  it("of a file that is there as it should be is taken over without fetching it", async () => {
    mkdirSync(join(rig.workspace, "bin"));
    writeFileSync(join(rig.workspace, "bin/tool"), bytes);
    write(pinned());
    expect(await planned()).toBe("adopt");
    await apply();
    expect([await planned(), server.ranges]).toEqual(["noop", []]);
  });

  it("with other bytes than are wanted fails, changes nothing, and what needs it does not run", async () => {
    write(pinned({ sha256: "0".repeat(64) }), {
      apiVersion: "opus/v1",
      kind: "File",
      metadata: { name: "note" },
      spec: { path: "note.txt", content: "${VAR:tool:SIZE}" },
    });
    const step = await rig.step({ command: "apply" });
    expect([step.exitCode, statuses(step.report)]).toEqual([1, { tool: "failed", note: "skipped" }]);
    expect(step.log).toContain("has other bytes than are wanted");
    expect([inBin(), rig.exists("note.txt")]).toEqual([[], false]);
    write(pinned());
    await apply();
  });

  it("that is not pinned changes with its server, and says so before", async () => {
    write({ url: server.url, path: "bin/tool", unpinned: true });
    await apply();
    expect(await planned()).toBe("noop");
    server.content = Buffer.from("the next version");
    const plan = await rig.step({ command: "plan" });
    expect(plan.report.contexts[0].tasks[0]).toMatchObject({
      change: "update",
      fields: [{ path: "/content", after: `sha256:${server.sha256} (16 bytes)` }],
    });
    await apply();
    expect(tool().toString()).toBe("the next version");
    expect(await planned()).toBe("noop");
    server.mood.status = 500;
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, inBin()], deleted.log).toEqual([0, []]);
  });
});

describe("the life of an archive", () => {
  const archive = (more: JsonObject = {}): JsonObject => ({
    url: server.url,
    sha256: server.sha256,
    extract: { to: "tools", strip: 1, ...more },
  });
  const below = () => (readdirSync(join(rig.workspace, "tools"), { recursive: true }) as string[]).sort();

  it("is unpacked, is there, drifts, is mended, changes with its digest, and goes", async () => {
    server.content = tarGz({ name: "t/bin/run", data: "run", mode: 0o755 }, { name: "t/old", data: "old" });
    write(archive());
    expect(await planned()).toBe("create");
    const made = await apply();
    expect(JSON.parse(made.outputs.outputs ?? "").tool).toMatchObject({ FOLDER_PATH: "tools" });
    expect([below(), await planned(), server.ranges.length]).toEqual([["bin", "bin/run", "old"], "noop", 1]);

    rig.write("tools/stranger", "mine");
    rig.write("tools/old", "changed");
    const plan = await rig.step({ command: "plan" });
    expect(plan.report.contexts[0].tasks[0]).toMatchObject({
      change: "update",
      reason: "drifted",
      fields: [{ path: "/content/old", after: expect.stringMatching(/^sha256:/) }],
    });
    await apply();
    expect([rig.read("tools/old"), await planned()]).toEqual(["old", "noop"]);

    server.content = zip({ name: "t/bin/run", data: "run 2", mode: 0o100755 }, { name: "t/new", data: "new" });
    write(archive());
    expect(await planned()).toBe("update");
    await apply();
    expect([below(), await planned()]).toEqual([["bin", "bin/run", "new", "stranger"], "noop"]);

    write(archive({ include: ["bin/**"] }));
    expect(await planned()).toBe("update");
    await apply();
    expect(below()).toEqual(["bin", "bin/run", "stranger"]);

    const gone = await rig.step({ command: "delete", context: "test" });
    expect([gone.exitCode, below()], gone.log).toEqual([0, ["stranger"]]);
    expect(await planned()).toBe("create");
  });

  it("that is hostile fails, changes nothing, and is told to be", async () => {
    server.content = tarGz({ name: "t/ok", data: "ok" }, { name: "t/../../x", data: "x" });
    write(archive());
    const step = await rig.step({ command: "apply" });
    expect([step.exitCode, statuses(step.report)]).toEqual([1, { tool: "failed" }]);
    expect(step.log).toContain("the archive is refused: `t/../../x` leads out of the folder");
    expect([rig.exists("tools"), rig.exists("../x")]).toEqual([false, false]);
  });

  it("moves with its folder, and becomes a single file", async () => {
    server.content = tarGz({ name: "t/bin/run", data: "run" });
    write(archive());
    await apply();
    write(archive({ to: "other" }));
    expect(await planned()).toBe("replace");
    await apply();
    expect([rig.exists("tools"), rig.read("other/bin/run")]).toEqual([false, "run"]);
    write(pinned());
    expect(await planned()).toBe("replace");
    await apply();
    expect([rig.exists("other"), tool().equals(server.content)]).toEqual([false, true]);
  });
});

describe("a download is nothing", () => {
  it("that a run without trust fetches, nor `validate`", async () => {
    write({ url: server.url, path: "bin/tool", unpinned: true });
    const untrusted = await rig.step({ command: "plan" }, { event: fromFork });
    expect([untrusted.exitCode, changes(untrusted.report)], untrusted.log).toEqual([0, { tool: "create" }]);
    expect((await rig.step({ command: "validate" })).exitCode).toBe(0);
    expect(server.ranges).toEqual([]);
  });

  it("that shows its credentials", async () => {
    const secret = "a-token-that-nobody-may-see";
    const values = {
      apiVersion: "opus/v1",
      kind: "Values",
      metadata: { name: "v" },
      spec: { secrets: { t: { env: "T" } } },
    };
    write(
      pinned({ headers: { "X-Key": "${SECRET:t}" }, auth: { basic: { username: "u", password: "${SECRET:t}" } } }),
      values,
    );
    const step = await rig.step({ command: "apply" }, { env: { T: secret } });
    expect(step.exitCode, step.log).toBe(0);
    expect(server.headers[0]?.["x-key"]).toBe(secret);
    const encoded = Buffer.from(`u:${secret}`).toString("base64");
    const shown = step.log.replace(/^::add-mask::.*$/gm, "");
    const kept = readdirSync(rig.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
    for (const text of [shown, ...kept]) for (const word of [secret, encoded]) expect(text).not.toContain(word);
  });
});

describe("two runs at once", () => {
  it("make the file once", async () => {
    write(pinned());
    const both = await Promise.all([rig.step({ command: "apply" }), rig.step({ command: "apply" })]);
    expect(
      both.map(({ exitCode }) => exitCode),
      both.map(({ log }) => log).join("\n"),
    ).toEqual([0, 0]);
    expect([inBin(), server.ranges.length]).toEqual([["tool"], 1]);
  });
});

describe("a run that is killed in the middle", () => {
  it("is gone on with by the next one", async () => {
    write(pinned());
    server.mood.stall = 1_000_000;
    const run = rig.startStep({ command: "apply" });
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const [work = ""] = rig.exists("bin") ? inBin() : [];
        const size = rig.exists(`bin/${work}/data`) ? readFileSync(join(rig.workspace, "bin", work, "data")).length : 0;
        if (size === 1_000_000) resolve();
        else setTimeout(look, 20);
      };
      look();
    });
    run.child.kill("SIGKILL");
    await run.ended;
    server.mood.stall = undefined;
    await apply();
    expect(server.ranges).toEqual([undefined, "bytes=1000000-"]);
    expect([inBin(), tool().equals(bytes)]).toEqual([["tool"], true]);
    expect(await planned()).toBe("noop");
  });
});

describe("what is written of it", () => {
  let archives: FileServer;
  beforeEach(async () => {
    const top = "runtime-v24.1.0";
    const names = ["bin/gh", "lib/a.js", "lib/a.js.map", "README"];
    archives = await new FileServer(tarGz(...names.map((name) => ({ name: `${top}/${name}`, data: name })))).start();
  });
  afterEach(() => archives[Symbol.dispose]());

  /** A document with its addresses led to the servers here, and its digests to those that they have. */
  const led = (text: string): string => {
    const one = text.includes("extract:") ? archives : server;
    return text.replace(/https:\/\/[\w./-]+/g, one.url).replace(/\b[0-9a-f]{64}\b/g, one.sha256);
  };
  const both = (): JsonObject => {
    const one = project(server.host);
    return { ...one, spec: { ...(one.spec as JsonObject), http: { allow: [server.host, archives.host] } } };
  };

  it("in the docs works as it is written", async () => {
    const page = readFileSync(join(root, "docs/kinds/download.md"), "utf8");
    const samples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = ""]) => led(text));
    expect(samples.length).toBeGreaterThan(2);
    rig.write("opus.yaml", [JSON.stringify(both()), ...samples].join("\n---\n"));
    const step = await apply();
    expect(new Set(Object.values(statuses(step.report)))).toEqual(new Set(["done"]));
    expect(new Set(Object.values(changes((await rig.step({ command: "plan" })).report)))).toEqual(new Set(["noop"]));
    expect(readdirSync(join(rig.workspace, "tools/runtime"), { recursive: true })).toHaveLength(4);
  });

  it("in the example works", async () => {
    cpSync(join(root, "examples/fetch-tool"), rig.workspace, {
      recursive: true,
      filter: (path) => !/\/(out|\.opus)(\/|$)/.test(path),
    });
    const documents = rig.read("opus.yaml").split("---\n").map(led).join("---\n");
    const allow = `spec:\n  http: { allow: ["${server.host}", "${archives.host}"] }\n`;
    rig.write("opus.yaml", documents.replace("spec:\n", allow));
    await apply();
    expect(readdirSync(join(rig.workspace, "out/gh"), { recursive: true })).toEqual(["bin", "bin/gh"]);
    expect(rig.read("out/README.md")).toBe(
      `jq has ${bytes.length} bytes, and the list of suffixes is ${server.sha256}.\n`,
    );
  });
});
