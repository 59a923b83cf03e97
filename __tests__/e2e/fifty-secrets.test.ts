import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import {
  environment,
  failing,
  files,
  head,
  mapped,
  modules,
  second,
  secretEnv,
  task,
  tasks,
} from "./fifty-secrets.manifest.ts";
import { secrets } from "./fifty-secrets.samples.ts";
import { filesBelow, forms, type Left, objectsOf, parts, TraceSearch, withoutMasks } from "./fifty-secrets.traces.ts";
import { Rig, type StepResult, statuses } from "./rig.ts";

const key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const stores = ["file", "branch", "file, sealed", "branch, sealed"] as const;
const search = new TraceSearch([...secrets, key, "made-here-and-secret", "made-by-module"]);

/** The runner's side, and all that is left on it. */
class Scene {
  readonly rig: Rig;
  readonly logs: string[] = [];
  readonly #server: GitServer | undefined;
  readonly #sealed: boolean;

  private constructor(rig: Rig, server: GitServer | undefined, sealed: boolean) {
    this.rig = rig;
    this.#server = server;
    this.#sealed = sealed;
    if (server) rig.remote = { url: server.url, token: server.token };
  }

  static async open(store: (typeof stores)[number]): Promise<Scene> {
    const server = store.startsWith("branch") ? await GitServer.start() : undefined;
    return new Scene(new Rig(files), server, store.endsWith("sealed"));
  }

  inputs(command: string, more: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
    return { command, ...(this.#sealed ? { "encryption-key": key } : {}), ...more };
  }

  async step(command: string, more: { readonly [name: string]: string } = {}, env: object = {}): Promise<StepResult> {
    const result = await this.rig.step(this.inputs(command, more), { env: { ...environment, ...env } });
    this.logs.push(result.log);
    return result;
  }

  start(command: string) {
    return this.rig.startStep(this.inputs(command), { env: environment });
  }

  async post(stateFile: string): Promise<string> {
    const { log } = await this.rig.post({ stateFile }, this.inputs("apply"), { env: environment });
    this.logs.push(log);
    return log;
  }

  async terminal(...args: readonly string[]): Promise<string> {
    const sealed = this.#sealed ? ["--encryption-key", key] : [];
    const { log } = await this.rig.terminal([...args, ...sealed], environment);
    this.logs.push(log);
    return log;
  }

  /** After so many commits of state the server refuses what is pushed. */
  refusePushesAfter(count: number): void {
    this.#server?.hook(`[ "$(git rev-list --count --all)" -le ${count} ] || exit 1`);
  }

  /** Leaves a file on the branch. */
  plant(path: string, text: string, message?: string): void {
    this.#server?.write("opus-state", { [path]: text }, message);
  }

  /** Every byte that is left but what the user asked for: the files of the workspace and what his tasks made. */
  left(): Left[] {
    const asked = (path: string): boolean => /^workspace\/(?!\.opus($|\/))/.test(path) || path.endsWith("event.json");
    const kept = filesBelow(this.rig.directory, asked).filter(
      ({ place }) => !place.startsWith("name of workspace/out"),
    );
    const logs = this.logs.map((log, index) => ({ place: `log ${index}`, bytes: Buffer.from(withoutMasks(log)) }));
    const pushed = this.#server ? objectsOf(this.#server.directory, "the branch") : [];
    return [...logs, ...kept, ...pushed];
  }

  traces(): string[] {
    const left = this.left();
    const places = left.map(({ place }) => place).join("\n");
    // A search that looks at nothing finds nothing.
    for (const kind of [/^log 0$/m, /^[^/\n]*-output$/m, /^[^/\n]*-summary$/m]) expect(places).toMatch(kind);
    expect(places).toMatch(this.#server ? /^commit .* of the branch$/m : /^workspace\/\.opus\/state\/.*\.json$/m);
    return left.flatMap((one) => search.in(one));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rig[Symbol.dispose]();
    await this.#server?.close();
  }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

const slow = task(
  "Shell",
  { name: "slow", dependencies: [{ tasks: ["printing", "own"] }] },
  { secretEnv, create: `"${process.execPath}" print.mjs; touch started; sleep 60` },
);

describe.each(stores)("no trace of 50 secrets is left with the store: %s", (store) => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.open(store);
  });
  afterEach(() => scene[Symbol.asyncDispose]());

  it("after a life without failures: plan to delete, and a look from a terminal", async () => {
    const { rig } = scene;
    rig.write("opus.yaml", head(mapped) + tasks(1));
    const debug = { RUNNER_DEBUG: "1" };
    const values = { values: JSON.stringify({ given: secrets[13] }) };
    expect((await scene.step("plan", values, debug)).exitCode).toBe(0);
    rig.write("opus.yaml", head(mapped) + tasks(1) + second);
    const applied = await scene.step("apply", values, debug);
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toContain("in a line: *** and on");
    expect(rig.read("out/8.txt")).toBe(secrets[8]);
    expect((await scene.step("forget", { target: "second" })).exitCode).toBe(0);
    rig.write("opus.yaml", head(mapped) + tasks(1));
    rig.write("out/kept.txt", `by hand, with ${secrets[16]}`);
    expect((await scene.step("drift", values, debug)).outputs.drift).toBe("true");
    await scene.step("describe", values, debug);
    rig.write("opus.yaml", head(mapped) + tasks(2));
    expect((await scene.step("apply", values, debug)).exitCode).toBe(0);
    for (const command of [["list"], ["show"], ["show", "printing"], ["history"], ["pull"]]) {
      if (!store.startsWith("branch")) await scene.terminal("state", ...command, "--context", "test");
    }
    for (const command of ["explain", "graph", "contexts", "describe"])
      if (!store.startsWith("branch")) await scene.terminal(command, "--context", "test");
    expect((await scene.step("rollback", values, debug)).exitCode).toBe(0);
    expect((await scene.step("delete", { ...values, context: "test" }, debug)).exitCode).toBe(0);
    expect(scene.traces()).toEqual([]);
  }, 240_000);

  it("after failures: in messages, last lines, modules, rollbacks, and a manifest that quotes them", async () => {
    scene.rig.write("opus.yaml", head(modules) + failing());
    const failed = await scene.step("apply");
    expect(statuses(failed.report)).toEqual({
      failing: "tainted",
      "rolled-back": "rolled-back",
      blind: "failed",
      "no-json": "failed",
      "bad-output": "rolled-back",
      "own-failing": "tainted",
      "own-blind": "failed",
    });
    const literal = `\${VAR:nobody:X} ${secrets[15]} ${secrets[29]}`;
    scene.rig.write("opus.yaml", head() + task("Shell", { name: "wrong" }, { env: { A: literal }, create: "true" }));
    const wrong = await scene.step("apply");
    expect(wrong.log).toMatch(/> \d+ \| .*\$\{VAR:nobody:X\} \*\*\*/);
    expect(scene.traces()).toEqual([]);
  }, 120_000);

  it("after a crash, in the post step, and in the run that goes on", async () => {
    scene.rig.write("opus.yaml", head(modules) + tasks(1) + slow);
    const run = scene.start("apply");
    await until(() => scene.rig.exists("started"), "the slow task");
    run.child.kill("SIGKILL");
    await run.ended;
    scene.logs.push(run.log());
    expect(scene.left().some(({ place }) => place.endsWith("journal.ndjson"))).toBe(true);
    expect(scene.left().some(({ place }) => /handover-[^/]*\.json$/.test(place))).toBe(true);
    expect(scene.traces()).toEqual([]);
    expect(await scene.post(run.stateFile)).toContain("The step was ended before it was through.");
    scene.rig.write("opus.yaml", head(modules) + tasks(2));
    await scene.step("apply");
    expect(scene.traces()).toEqual([]);
  }, 120_000);

  it.each(["SIGINT", "SIGTERM"] as const)(
    "after %s",
    async (signal) => {
      scene.rig.write("opus.yaml", head(modules) + tasks(1) + slow);
      const run = scene.start("apply");
      await until(() => scene.rig.exists("started"), "the slow task");
      run.child.kill(signal);
      expect(await run.ended).toBe(1);
      expect(run.files().outputs["failure-reason"]).toBe("cancelled");
      scene.logs.push(run.log());
      expect(scene.traces()).toEqual([]);
    },
    120_000,
  );

  it("in the recovery file of a state that can't be stored", async () => {
    const breaking = store.startsWith("branch")
      ? { create: "true" }
      : { create: "rm -rf .opus/state; mkdir -p .opus; echo no-folder > .opus/state" };
    const last = { name: "breaking", dependencies: [{ tasks: ["printing", "own"] }] };
    scene.rig.write("opus.yaml", head(modules) + tasks(1) + task("Shell", last, breaking));
    if (store.startsWith("branch")) scene.refusePushesAfter(2);
    const failed = await scene.step("apply");
    expect(failed.outputs["failure-reason"]).toMatch(/^state-/);
    expect(scene.left().some(({ place }) => /^(temp|name of temp).*opus-recovery/.test(place))).toBe(true);
    if (store.startsWith("branch")) expect(scene.traces()).toEqual([]);
    else expect(scene.left().flatMap((one) => search.in(one))).toEqual([]);
  }, 120_000);

  it("when a module leaves something that fails later", async () => {
    const late = `
export default {
  apiVersion: "example.com/v1", kind: "Late",
  async observe() { return { state: "absent" }; },
  async create(spec) { setTimeout(() => { Promise.reject(new Error(Object.values(process.env).join("\\n"))); }, 0); await new Promise((done) => setTimeout(done, 30_000)); },
  async update() {}, async delete() {},
};`;
    scene.rig.write("opus/late.mjs", late);
    scene.rig.write(
      "opus.yaml",
      head({ processors: ["./opus/late.mjs"] }) + task("Late", { name: "late" }, {}, "example.com/v1"),
    );
    const run = scene.start("apply");
    expect(await run.ended).toBe(1);
    scene.logs.push(run.log());
    expect(run.log()).toMatch(/opus: internal error, please report it: Error: [\s\S]*\*\*\*/);
    await scene.post(run.stateFile);
    expect(scene.traces().filter((trace) => !trace.includes(`secret ${secrets.length} `))).toEqual([]);
  }, 60_000);
});

describe("the search", () => {
  it("finds every form of every secret, wherever it is planted", async () => {
    await using scene = await Scene.open("branch");
    scene.rig.write("opus.yaml", head() + task("File", { name: "a" }, { path: "out/a.txt", content: "a" }));
    expect((await scene.step("apply")).exitCode).toBe(0);
    expect(scene.traces()).toEqual([]);
    const samples = secrets.flatMap((secret, index) =>
      Object.entries(forms).flatMap(([form, write]) =>
        parts(secret)
          .flatMap(write)
          .map((text) => ({ name: `secret ${index} as ${form}`, text })),
      ),
    );
    for (const { name, text } of samples) {
      if (Buffer.byteLength(text) < 4) continue;
      const traces = search.in({ place: "x", bytes: Buffer.from(`before ${text} after`) });
      expect(
        traces.map((trace) => trace.split(" in …")[0]),
        name,
      ).toContain(`x: ${name}`);
    }
    const planted = secrets[30] ?? "";
    const plant: readonly ((text: string) => void)[] = [
      (text) => scene.logs.push(`  │ ${text}`),
      (text) => scene.rig.write("../temp/opus/local/x/journal.ndjson", text),
      (text) => scene.rig.write("../temp/deep/folder/report.json", JSON.stringify({ text })),
      (text) => scene.rig.write("../temp/opus-recovery.json", text),
      (text) => scene.rig.write("../0-output", `a=${text}`),
      (text) => scene.rig.write("../0-summary", `| ${text} |`),
      (text) => scene.rig.write("../0-state", text),
      (text) => scene.rig.write(".opus/state/demo/test/state.json", text),
      (text) => scene.rig.write(`../temp/${text}.txt`, "in a name"),
      (text) => scene.plant("state.json", text),
      (text) => scene.plant("a.txt", "harmless", `a message with ${text}`),
    ];
    for (const [index, one] of plant.entries()) {
      const before = scene.traces().length;
      one(planted);
      expect(scene.traces().length, `sink ${index}`).toBeGreaterThan(before);
    }
  }, 60_000);

  it("has 50 different secrets", () => {
    expect(new Set(secrets).size).toBe(50);
    expect(join(...secrets.filter((secret) => secret.includes("\0")))).toBe(".");
  });
});
