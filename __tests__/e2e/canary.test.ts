import { lstatSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { full, some } from "../faults/scale.ts";
import { linkedManifests, looking, outsideTraces, writing } from "./canary.manifest.ts";
import {
  checkoutToken,
  commitAll,
  everything,
  Listener,
  ReferenceEnvironment,
  type Shape,
  shapes,
  snapshot,
  twoAtATime,
  type Variables,
} from "./canary.scene.ts";
import type { Rig, StepResult } from "./rig.ts";

/** What was there when a trusted run recorded the state: an untrusted one may show what is recorded. */
const recorded: Variables = {
  CANARY_VARIABLE: "recorded-variable",
  CANARY_SECRET: "recorded-secret-81",
  CANARY_OTHER: "recorded-other-81",
  CANARY_FILE: "page.txt",
};
const canaries: Variables = {
  CANARY_VARIABLE: "canary-variable-6f1e",
  CANARY_SECRET: "canary-secret-93ab",
  CANARY_OTHER: "canary-other-07c5",
  CANARY_FILE: "page.txt",
};
const values = [canaries.CANARY_VARIABLE, canaries.CANARY_SECRET, canaries.CANARY_OTHER];
/** What the runner has put around the step, and actions/checkout into `.git`. */
const tokens = [checkoutToken, "ghs_must-never-be-seen", "runtime-must-never-be-seen"];
const always = { context: "test", "comment-pr": "always" };

let referenceEnvironment: ReferenceEnvironment;
/** A repository with state, recorded by a trusted run. */
let applied: Rig;
let apply: StepResult;
/** What that run tripped. */
let tripped: readonly string[];
let connected: number;

beforeAll(async () => {
  referenceEnvironment = new ReferenceEnvironment(await Listener.open());
  applied = referenceEnvironment.repository();
  const env = referenceEnvironment.environment(recorded, { shims: false, proxy: false });
  apply = await applied.step({ ...always, command: "apply" }, { env });
  tripped = referenceEnvironment.tripped();
  connected = referenceEnvironment.connected();
});

afterAll(() => {
  applied[Symbol.dispose]();
  referenceEnvironment[Symbol.dispose]();
});

const fromRepository = {
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: { number: 7, pull_request: { number: 7, head: { repo: { id: 1 } }, base: { repo: { id: 1 } } } },
};

describe("a trusted run trips all of it", () => {
  it("scripts, modules and hooks run, and make requests", () => {
    expect(apply.exitCode, apply.log).toBe(0);
    for (const what of [
      "worker-create",
      "worker-read",
      "plain-worker-create",
      "noder-create",
      "kinds-import",
      "kinds-expand",
    ])
      expect(tripped).toContain(what);
    for (const what of ["kinds-parse", "kinds-observe", "kinds-create", "hook-import", "hook-make", "hook-around"])
      expect(tripped).toContain(what);
    expect(tripped).toContain("hook-finish");
    expect(tripped).toContain("hook-on-run-started");
    expect(connected).toBeGreaterThan(0);
  });

  it("programs are found on the PATH, variables are read and shown, secrets are masked, GitHub is asked", async () => {
    using rig = referenceEnvironment.repository(applied);
    const env = referenceEnvironment.environment(canaries, { proxy: false });
    const watch = referenceEnvironment.watch();
    const options = { env: { ...env, ...watch.env }, event: fromRepository };
    const planned = await rig.step({ ...always, command: "plan" }, options);
    expect(watch.seen("variable")).toEqual(expect.arrayContaining(Object.keys(canaries)));
    expect(watch.seen("program")).toEqual(expect.arrayContaining(["bash", "node"]));
    expect(watch.seen("socket")).not.toEqual([]);
    expect(referenceEnvironment.tripped()).toEqual(expect.arrayContaining(["started-bash", "started-node"]));
    expect(referenceEnvironment.connected()).toBeGreaterThan(0);
    expect(everything(planned)).toContain(canaries.CANARY_VARIABLE);
    for (const secret of [canaries.CANARY_SECRET, canaries.CANARY_OTHER])
      expect(planned.log).toContain(`::add-mask::${secret}`);
    // What stands in files that are named is shown: had one outside been read, it would be seen.
    expect(everything(planned)).toContain("inside-text");
  });

  it.each(["escapes.yaml", ...some(linkedManifests, 3, 1)])(
    "but no file outside of the workspace is read even there: %s",
    async (manifest) => {
      using rig = referenceEnvironment.repository(applied);
      commitAll(rig);
      const left = await rig.step({ ...always, "comment-pr": "never", command: "plan", manifest });
      expect([left.exitCode, left.report.failureReason]).toEqual([1, "invalid-manifest"]);
      for (const trace of [...outsideTraces, ...tokens]) expect(everything(left)).not.toContain(trace);
    },
  );
});

describe.each(shapes.map((shape, turn) => [shape.name, shape, turn] as const))("%s", (_, shape, turn) => {
  it("runs nothing, asks nobody, reads no variable and nothing outside, and writes nothing", async () => {
    await underEvent(shape, async (rig, step) => {
      const before = snapshot(rig);
      const jobs = [
        ...some(looking, 1, turn).map((command) => async () => {
          const left = await step({ command });
          expect([command, left.exitCode, left.report.failureReason], left.log).toEqual([command, 0, null]);
          expect(left.log).toContain("Untrusted run");
        }),
        ...some(writing, 1, turn).map((command) => async () => {
          const more = command === "forget" ? { target: "plain" } : command === "unlock" ? { "lock-id": "x" } : {};
          const left = await step({ command, ...more });
          expect([command, left.exitCode, left.report.failureReason]).toEqual([command, 1, "untrusted"]);
        }),
        ...some([...linkedManifests, "escapes.yaml"], 1, turn).map((manifest) => async () => {
          const left = await step({ command: "plan", manifest });
          expect([left.exitCode, left.report.failureReason]).toEqual([1, "invalid-manifest"]);
        }),
      ];
      await twoAtATime(jobs);
      expect(snapshot(rig)).toBe(before);
    });
  });
});

describe("what is given from outside of the manifest", () => {
  const [shape] = shapes as readonly [Shape];

  it.each<[string, string]>([
    ["manifest", "../outside/secret.yaml"],
    ["manifest", "links/secret.yaml"],
    ["manifest", "climbing.yaml"],
    ["values-file", "../outside/secret.yaml"],
    ["values-file", "links/secret.yaml"],
    // In short, each stranger above has met one of them.
    ...(full ? linkedManifests : []).map((manifest): [string, string] => ["manifest", manifest]),
  ])("leads to no file outside of the workspace: %s %s", async (input, path) => {
    await underEvent(shape, async (_, step) => {
      const left = await step({ command: "plan", [input]: path });
      expect([left.exitCode, left.report.failureReason]).toEqual([1, expect.stringMatching(/^invalid-/)]);
    });
  });
});

describe("places that lead out of the workspace", () => {
  const [shape] = shapes as readonly [Shape];
  /** In the workspace, and outside of it. */
  const levels = ["", "/state", "/state/demo", "/state/demo/test", "/state/demo/test/state.json"];
  const link = (rig: Rig, level: string): void => {
    rmSync(join(rig.workspace, `.opus${level}`), { recursive: true });
    symlinkSync(join(referenceEnvironment.outside, `opus${level}`), join(rig.workspace, `.opus${level}`));
  };

  it.each(levels)("are no places of state: .opus%s as a symlink", async (level) => {
    await underEvent(shape, async (rig, step) => {
      link(rig, level);
      for (const command of ["plan", "describe"]) {
        const left = await step({ command });
        expect([left.exitCode, left.report.contexts[0].counts.unknown > 0], left.log).toEqual([0, true]);
        expect(left.log).toContain("notice state-hidden: ");
        expect(left.log).toContain("leads out of the workspace through a symlink");
      }
    });
  });

  it("are no places of a journal, nor can the Project name one", async () => {
    await underEvent(shape, async (rig, step) => {
      const named = await step({ command: "plan", manifest: "elsewhere.yaml" });
      expect([named.exitCode, named.report.failureReason], named.log).toEqual([1, "invalid-manifest"]);
      expect(named.log).toContain("the state path of the Project can't be used: ");
      rig.write(".opus/state/demo/test/journal.ndjson", "");
      link(rig, "/state/demo/test/journal.ndjson");
      const left = await step({ command: "plan" });
      expect([left.exitCode, left.log.includes("notice state-hidden: ")], left.log).toEqual([0, true]);
    });
  });

  it("are no places of the report", async () => {
    await underEvent(shape, async (rig, step) => {
      const before = referenceEnvironment.lying();
      const replaced = await step({ command: "plan", "report-path": "links/secret.txt" });
      expect([replaced.exitCode, replaced.report.command]).toEqual([0, "plan"]);
      expect(lstatSync(join(rig.workspace, "links/secret.txt")).isFile()).toBe(true);
      const refused = await step({ command: "plan", "report-path": "links/folder/report.json" });
      expect([refused.exitCode, refused.report]).toEqual([1, undefined]);
      // Before anything of the manifest is known, too.
      const early = await step({
        command: "plan",
        "working-directory": "gone",
        "report-path": "../links/folder/r.json",
      });
      expect(early.exitCode).toBe(1);
      expect(referenceEnvironment.lying()).toBe(before);
    });
  });

  it("are what a trusted run reads where its state was put", async () => {
    using rig = referenceEnvironment.repository(applied);
    const inputs = { "comment-pr": "never", command: "plan", manifest: "elsewhere.yaml" };
    const left = await rig.step({ ...always, ...inputs, "state-path": "links/folder/opus/state" });
    expect([left.exitCode, left.report.failureReason], left.log).toEqual([1, "state-unavailable"]);
    expect(left.log).toContain(outsideTraces[0]);
  });
});

/** Runs steps under an event in a repository that is checked out as it says; after each nothing must have happened. */
async function underEvent(shape: Shape, work: (rig: Rig, step: CheckedStep) => Promise<void>): Promise<void> {
  using rig = referenceEnvironment.repository(applied);
  const commit = commitAll(rig);
  if (shape.checkedOut === "dirty") rig.write("beside.txt", "from the fork");
  const sha = shape.checkedOut === "another" ? "c".repeat(40) : commit;
  const options = {
    event: { ...shape.event, sha },
    env: { ...referenceEnvironment.environment(canaries), ...shape.env },
  };
  await work(rig, async (inputs) => {
    const watch = referenceEnvironment.watch();
    const left = await rig.step({ ...always, ...inputs }, { ...options, env: { ...options.env, ...watch.env } });
    expect(watch.seen("variable").filter((name) => name.startsWith("CANARY_"))).toEqual([]);
    expect(watch.seen("program").filter((name) => name !== "git")).toEqual([]);
    expect([...watch.seen("socket"), ...watch.seen("name")]).toEqual([]);
    const all = everything(left);
    for (const value of [...values, ...tokens, ...outsideTraces]) expect(all).not.toContain(value);
    expect(referenceEnvironment.tripped()).toEqual([]);
    expect(referenceEnvironment.connected()).toBe(0);
    return left;
  });
}

type CheckedStep = (inputs: { readonly [name: string]: string }) => ReturnType<Rig["step"]>;
