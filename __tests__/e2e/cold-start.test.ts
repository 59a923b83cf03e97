import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const root = join(import.meta.dirname, "../..");
const bundle = join(root, "dist/index.js");
const folder = temporaryFolders();
const plan = ["plan", "--context", "main"];
/** A bundle for a faster loop has other files. */
const released = process.env.OPUS_ANY_BUNDLE !== "1";

/** A folder with the smallest manifest. */
function hello(): string {
  const work = folder();
  cpSync(join(root, "examples/hello-world/opus.yaml"), join(work, "opus.yaml"));
  return work;
}

function opus(work: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [bundle, ...args], {
    cwd: work,
    env: { PATH: process.env.PATH, ...env },
    encoding: "utf8",
  });
}

/** The files of the bundle that a start loads, with their sizes in KiB. */
function loaded(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  change: (work: string) => void = () => {},
): { readonly [name: string]: number } {
  const [coverage, work] = [folder(), hello()];
  change(work);
  const { status, stderr } = opus(work, args, { NODE_V8_COVERAGE: coverage, ...env });
  expect([status, stderr]).toEqual([0, ""]);
  const scripts = readdirSync(coverage).flatMap(
    (name) => JSON.parse(readFileSync(join(coverage, name), "utf8")).result as { url: string }[],
  );
  const paths = scripts.filter(({ url }) => url.startsWith("file:")).map(({ url }) => fileURLToPath(url));
  return Object.fromEntries(paths.map((path) => [basename(path), Math.round(statSync(path).size / 1024)]));
}

function sum(files: { readonly [name: string]: number }): number {
  return Object.values(files).reduce((total, size) => total + size, 0);
}

// Who has to raise a figure here makes each start slower: is there a chunk that it could be in?
describe("what a start loads", () => {
  it("is hardly anything to tell the version, or what the flags are", () => {
    for (const flag of ["--version", "--help"]) {
      const files = loaded([flag]);
      expect(sum(files), JSON.stringify(files)).toBeLessThan(released ? 200 : 450);
    }
  });

  it("is a few large files to plan a hello", () => {
    const files = loaded(plan);
    expect(sum(files), JSON.stringify(files)).toBeLessThan(released ? 1_600 : 1_960);
    if (released) expect(Object.keys(files).length, JSON.stringify(files)).toBeLessThan(5);
  });

  it("is nothing of what a plan of files, with state in files, does not do", () => {
    const texts = (names: readonly string[]): string =>
      names.map((name) => readFileSync(join(root, "dist", name), "utf8")).join("\n");
    const [some, every] = [texts(Object.keys(loaded(plan))), texts(readdirSync(join(root, "dist")))];
    for (const mark of [
      // Of Probe: its rules, and the checks of its schema.
      "it says nothing that is probed",
      "is neither the name nor the address of a host",
      // Of HttpResource: its rules, the checks of its schema, its work, and the client.
      "auth names no credentials",
      "Write it like https://api.example/v1",
      "where reads lag behind writes for longer",
      "gave no answer: ",
      // And of Download.
      "whatever the server gives one day would be taken",
      "Write it like https://example.com/tool-1.2.0",
      "has other bytes than are wanted",
      "the archive is refused: ",
      ".opus-work-",
      "GNUSparseFile",
      "invalid relative path: ",
      // Messages of webhooks.
      "no message was sent by this webhook",
      "application/vnd.microsoft.card.adaptive",
      // State on a branch, the execution of a plan, what an interrupted run left, and kinds of modules.
      "Run it inside a clone, add the remote, or use `--state-backend file`.",
      "what was done is recorded, and the next run settles what was under way",
      " had not begun",
      "there is no default export; export a processor",
      // What a step has, and a terminal does not.
      "prepareKeyValueMessage(",
      // Hooks of the repository, kinds that have to be opened, keys, and scripts.
      "which nothing calls; did you mean",
      "the kind was given up while it was opened",
      "a passphrase is never one of several recipients",
      "given-$",
      // What only commands other than plan do.
      "there is no run to undo: nothing is recorded yet",
      // The pages of `opus site`, and its arguments.
      "holds other files than a site that opus made",
      "needs `--out <folder>`",
    ]) {
      expect(every.includes(mark), mark).toBe(true);
      expect(some.includes(mark), mark).toBe(false);
    }
  });

  it.runIf(released)("is the YAML library only for a manifest that is written in an unusual way", () => {
    expect(Object.keys(loaded(plan))).not.toContain("yaml.cjs");
    const unusual = (work: string) =>
      appendFileSync(
        join(work, "opus.yaml"),
        "\n# An anchor and an alias.\n---\n&a {apiVersion: opus/v1, kind: File, metadata: {name: other}, spec: {path: out/b, content: b}}\n",
      );
    expect(Object.keys(loaded(plan, {}, unusual))).toContain("yaml.cjs");
  });

  it("is hardly anything after a step that has left nothing", () => {
    const temporary = folder();
    const env = { GITHUB_ACTIONS: "true", RUNNER_TEMP: temporary, TMPDIR: temporary };
    const files = loaded(["post-step"], env);
    expect(sum(files), JSON.stringify(files)).toBeLessThan(released ? 200 : 450);
  });

  it("is the arguments' parser only where it has to explain something", () => {
    const parser = readdirSync(join(root, "dist")).filter(
      (name) =>
        name.endsWith(".js") &&
        readFileSync(join(root, "dist", name), "utf8").includes("commander.executeSubCommandAsync"),
    );
    expect(parser).toHaveLength(1);
    const env = { GITHUB_ACTIONS: "true", INPUT_COMMAND: "validate", "INPUT_STATE-BACKEND": "file" };
    expect(Object.keys(loaded([], env))).not.toContain(parser[0]);
    for (const args of [plan, ["--version"], ["--help"]]) expect(Object.keys(loaded(args))).not.toContain(parser[0]);
    expect(Object.keys(loaded(["-v", "--version"]))).toContain(parser[0]);
  });

  it.runIf(released)("is no character that makes Node hold a file in twice its size", () => {
    for (const name of readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js")))
      expect(/[^\0-\x7f]/.test(readFileSync(join(root, "dist", name), "latin1")), name).toBe(false);
  });
});

describe.skipIf(Number(process.versions.node.split(".")[0]) < 22)("compiled code of a terminal", () => {
  const kept = (home: string): string => {
    const compiled = join(home, ".cache/magnum-opus", released ? "code" : "compiled");
    return join(compiled, readdirSync(compiled)[0] ?? "");
  };

  it("is kept, in a folder of this user alone, and no step keeps any", () => {
    const [work, home] = [hello(), folder()];
    expect(opus(work, plan, { HOME: home }).status).toBe(0);
    expect(readdirSync(kept(home)).length).toBeGreaterThan(1);
    expect(statSync(join(home, ".cache/magnum-opus")).mode & 0o777).toBe(0o700);
    const other = folder();
    const env = { HOME: other, GITHUB_ACTIONS: "true", INPUT_COMMAND: "validate", "INPUT_STATE-BACKEND": "file" };
    expect(opus(work, [], env).status).toBe(0);
    expect(opus(work, plan, { HOME: other, NODE_DISABLE_COMPILE_CACHE: "1" }).status).toBe(0);
    expect(readdirSync(other)).not.toContain(".cache");
  });

  it("that is damaged, half written, or can't be written, changes nothing but the time", () => {
    const [work, home] = [hello(), folder()];
    const told = () => {
      const { stdout, stderr, status } = opus(work, plan, { HOME: home });
      return { text: stdout.replace(/(?<=succeeded · ).*/, "soon"), stderr, status };
    };
    const first = told();
    expect(first).toMatchObject({ status: 0, stderr: "" });
    const files = readdirSync(kept(home)).map((name) => join(kept(home), name));
    const whole = files.map((path) => readFileSync(path));
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 400), Buffer.alloc(64, 0xff), bytes.subarray(464)]),
      () => Buffer.alloc(0),
      () => Buffer.from("no code"),
    ]) {
      for (const [index, path] of files.entries()) writeFileSync(path, damage(whole[index] as Buffer));
      expect(told()).toEqual(first);
    }
    rmSync(join(home, ".cache"), { recursive: true });
    writeFileSync(join(home, ".cache"), "in the way");
    expect(told()).toEqual(first);
    rmSync(join(home, ".cache"));
    mkdirSync(join(home, ".cache/magnum-opus"), { recursive: true, mode: 0o700 });
    writeFileSync(join(home, ".cache/magnum-opus/compiled"), "in the way");
    expect(told()).toEqual(first);
    rmSync(join(home, ".cache/magnum-opus/compiled"));
    writeFileSync(join(home, ".cache/magnum-opus/code"), "in the way");
    expect(told()).toEqual(first);
  });

  it("is made by two starts at once", async () => {
    const [work, home] = [hello(), folder()];
    const starts = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [bundle, ...plan], {
        cwd: work,
        env: { PATH: process.env.PATH, HOME: home },
        stdio: "ignore",
      }),
    );
    expect(await Promise.all(starts.map(async (child) => (await once(child, "exit"))[0]))).toEqual([0, 0, 0]);
    expect(opus(work, plan, { HOME: home }).status).toBe(0);
    expect(readdirSync(kept(home)).filter((name) => !/^(?:\d+\.index-plan-)?[0-9a-f]+$/.test(name))).toEqual([]);
    expect(existsSync(kept(home))).toBe(true);
  });
});
