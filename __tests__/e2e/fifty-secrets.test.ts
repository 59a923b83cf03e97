import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { full } from "../faults/scale.ts";
import { came, proxyCame, proxyEnvironment, refused, requesting, TellingServer } from "./fifty-secrets.http.ts";
import { failing, head, mapped, modules, second, secretEnv, task, tasks } from "./fifty-secrets.manifest.ts";
import { secrets } from "./fifty-secrets.samples.ts";
import { Scene, search, stores } from "./fifty-secrets.scene.ts";
import { forms, parts } from "./fifty-secrets.traces.ts";
import { statuses } from "./rig.ts";

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

/**
 * What is tried with each store in short: every way to end, and every store with a way to end. At full length
 * everything is tried with every store; what does not depend on how state is kept, with two.
 */
const inShort: { readonly [store in (typeof stores)[number]]: readonly string[] } = {
  file: ["life", "failures", "requests"],
  branch: ["crash", "late"],
  cache: ["SIGINT", "recovery"],
  "file, sealed": ["crash"],
  "branch, sealed": ["recovery"],
  "cache, sealed": ["SIGTERM"],
};

describe.each(stores)("no trace of 50 secrets is left with the store: %s", (store) => {
  const first = store === "file" || store === "branch";
  const tried = (what: string): boolean => full || inShort[store].includes(what);
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.open(store);
  });
  afterEach(() => scene[Symbol.asyncDispose]());

  it.runIf(tried("life"))(
    "after a life without failures: plan to delete, and a look from a terminal",
    async () => {
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
      if (store === "file" || full) await scene.step("describe", values, debug);
      rig.write("opus.yaml", head(mapped) + tasks(2));
      expect((await scene.step("apply", values, debug)).exitCode).toBe(0);
      const told = [["list"], ["show"], ["show", "printing"], ["history"], ["pull"]];
      for (const command of full ? told : [["show"], ["pull"]]) {
        if (store.startsWith("file")) await scene.terminal("state", ...command, "--context", "test");
      }
      // How state is kept makes no difference to these.
      for (const command of full ? ["explain", "graph", "contexts", "describe"] : ["explain", "describe"])
        if (store === "file" || (full && store.startsWith("file"))) await scene.terminal(command, "--context", "test");
      expect((await scene.step("rollback", values, debug)).exitCode).toBe(0);
      expect((await scene.step("delete", { ...values, context: "test" }, debug)).exitCode).toBe(0);
      expect(scene.traces()).toEqual([]);
    },
    240_000,
  );

  it.runIf(first && tried("failures"))(
    "after failures: in messages, last lines, modules, rollbacks, and a manifest that quotes them",
    async () => {
      scene.rig.write("opus.yaml", head(modules) + failing());
      const failed = await scene.step("apply");
      expect(statuses(failed.report)).toEqual({
        failing: "tainted",
        "rolled-back": "rolled-back",
        blind: "failed",
        "no-json": "failed",
        "bad-output": "tainted",
        "own-failing": "tainted",
        "own-blind": "failed",
      });
      const literal = `\${VAR:nobody:X} ${secrets[15]} ${secrets[29]}`;
      scene.rig.write("opus.yaml", head() + task("Shell", { name: "wrong" }, { env: { A: literal }, create: "true" }));
      const wrong = await scene.step("apply");
      expect(wrong.log).toMatch(/> \d+ \| .*\$\{VAR:nobody:X\} \*\*\*/);
      expect(scene.traces()).toEqual([]);
    },
    120_000,
  );

  it.runIf((store === "file" || store === "branch, sealed") && tried("requests"))(
    "after requests: in bodies, headers, tokens, addresses, answers, refusals, redirects, and with a proxy",
    async () => {
      using server = await TellingServer.start();
      const allowed = head({ http: { allow: [server.host] } });
      const debug = { RUNNER_DEBUG: "1" };
      scene.rig.write("opus.yaml", allowed + requesting(server, 1));
      const applied = await scene.step("apply", {}, debug);
      expect(new Set(Object.values(statuses(applied.report))), applied.log).toEqual(new Set(["done"]));
      expect(came(server)).toEqual({ bearer: true, basic: true, token: true, body: true, query: true, path: true });
      expect(applied.log).toMatch(/http: task "basic": POST http:/);
      scene.rig.write("opus.yaml", allowed + requesting(server, 2));
      server.refuses = true;
      const stopped = await scene.step("apply");
      expect(stopped.log).toMatch(/answered 422: .*\*\*\*/);
      server.refuses = false;
      scene.rig.write("opus.yaml", allowed + requesting(server, 3) + refused(server));
      const failed = await scene.step("apply", {}, { ...debug, ...proxyEnvironment(server) });
      expect(failed.exitCode).toBe(1);
      expect(statuses(failed.report)).toMatchObject({ body: "done", refusing: "failed", proxied: "failed" });
      expect(proxyCame(server), failed.log).toBe(true);
      expect(scene.traces()).toEqual([]);
    },
    120_000,
  );

  it.runIf(tried("crash"))(
    "after a crash, in the post step, and in the run that goes on",
    async () => {
      scene.rig.write("opus.yaml", head(modules) + tasks(1) + slow);
      const run = scene.start("apply");
      await until(() => scene.rig.exists("started"), "the slow task");
      run.child.kill("SIGKILL");
      await run.ended;
      scene.logs.push(run.log());
      expect(scene.left().some(({ place }) => place.endsWith("journal.ndjson"))).toBe(true);
      expect(scene.left().some(({ place }) => /handover-[^/]*\.json$/.test(place))).toBe(true);
      // What a script has just written is there as it wrote it, until somebody comes.
      expect(scene.traces().filter((trace) => !trace.startsWith("temp/opus/local/scripts/"))).toEqual([]);
      expect(await scene.post(run.stateFile)).toContain("The step was ended before it was through.");
      expect(scene.traces()).toEqual([]);
      scene.rig.write("opus.yaml", head(modules) + tasks(2));
      await scene.step("apply");
      expect(scene.traces()).toEqual([]);
    },
    120_000,
  );

  it.each((["SIGINT", "SIGTERM"] as const).filter(tried))(
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

  it.runIf(tried("recovery"))(
    "in the recovery file of a state that can't be stored",
    async () => {
      const breaking = store.startsWith("file")
        ? "rm -rf .opus/state; mkdir -p .opus; echo no-folder > .opus/state"
        : "true";
      const last = { name: "breaking", dependencies: [{ tasks: ["printing", "own"] }] };
      scene.rig.write("opus.yaml", head(modules) + tasks(1) + task("Shell", last, { create: breaking }));
      scene.backend.refuseAfterIntents();
      const failed = await scene.step("apply");
      expect(failed.outputs["failure-reason"]).toMatch(/^state-/);
      expect(scene.left().some(({ place }) => /^(temp|name of temp).*opus-recovery/.test(place))).toBe(true);
      expect(scene.left().flatMap((one) => search.in(one))).toEqual([]);
    },
    120_000,
  );

  it.runIf(first && tried("late"))(
    "when a module leaves something that fails later",
    async () => {
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
      expect(run.log()).toMatch(
        /an error was thrown that nothing waited for, and the run was stopped: Error: [\s\S]*\*\*\*/,
      );
      await scene.post(run.stateFile);
      expect(scene.traces()).toEqual([]);
    },
    60_000,
  );
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
      (text) => scene.backend.plant("state.json", text),
      (text) => scene.backend.plant("a.txt", "harmless", `a message with ${text}`),
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
