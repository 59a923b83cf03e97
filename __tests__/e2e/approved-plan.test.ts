import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { type Event, statuses } from "./rig.ts";

const key = "0123456789abcdef0123456789abcdef";
const pushed: Event = { name: "push", ref: "refs/heads/main", sha: "a".repeat(40), payload: {} };

let server: GitServer;
/** The world outside of all workspaces. */
let world: string;
let rigs: Rig[] = [];
beforeEach(async () => {
  server = await GitServer.start();
  world = mkdtempSync(join(tmpdir(), "opus-world-"));
});
afterEach(async () => {
  for (const rig of rigs) rig[Symbol.dispose]();
  rigs = [];
  rmSync(world, { recursive: true, force: true });
  await server.close();
});

const head = `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  contexts: [{ input: true }, { event: schedule, contexts: [prod, test] }, { branch: main, context: prod }]
`;

/** A resource outside of the workspace; making it fails as long as there is a folder of its name in fail/. */
function resource(name: string, value = "1"): string {
  return `---
apiVersion: opus/v1
kind: Shell
metadata: { name: ${name} }
spec:
  env: { WORLD: "${world}", VALUE: "${value}" }
  create: if [ -e "$WORLD/fail-${name}" ]; then exit 3; fi; printf '{"value":"%s"}' "$VALUE" > "$WORLD/${name}"
  update: printf '{"value":"%s"}' "$VALUE" > "$WORLD/${name}"
  read: if [ -e "$WORLD/${name}" ]; then cat "$WORLD/${name}"; fi
  delete: rm -f "$WORLD/${name}"
`;
}

const made = (name: string): string | undefined => {
  try {
    return JSON.parse(readFileSync(join(world, name), "utf8")).value;
  } catch {
    return undefined;
  }
};

let runId = 1000;
/** One step of a job: on a runner that has nothing but the checkout. */
async function job(
  manifest: string,
  inputs: { readonly [name: string]: string },
  { event = pushed, attempt = "1", report = "", id = String(++runId) } = {},
) {
  const rig = new Rig({ "opus.yaml": head + manifest });
  rigs.push(rig);
  rig.remote = { url: server.url, token: server.token };
  if (report !== "") rig.write("opus-reports/plan.json", report);
  return rig.step(inputs, { event, env: { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } });
}

/** What the job that plans hands over. */
async function plan(manifest: string, inputs = {}) {
  const step = await job(manifest, { command: "plan", ...inputs });
  expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
  return {
    digest: step.outputs["plan-digest"] ?? "",
    changes: step.outputs.changes,
    report: JSON.stringify(step.report),
  };
}

const short = (digest: string): string => `${digest.slice(0, digest.indexOf(":") + 13)}…`;
const apply = (digest: string, more = {}) => ({ command: "apply", "plan-digest": digest, ...more });
const stateText = () => server.file("opus-state", "demo/prod/state.json");

/** Refused, with nothing changed. */
function refused(step: Awaited<ReturnType<typeof job>>, told: string): void {
  expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "plan-changed"]);
  expect(step.log).toContain(told);
}

describe("the plan that was approved", () => {
  it("is applied in another job, in a workspace of its own", async () => {
    const both = resource("a") + resource("b");
    const { digest, changes } = await plan(both);
    expect([digest, changes]).toEqual([expect.stringMatching(/^sha256:[0-9a-f]{64}$/), "true"]);
    const applied = await job(both, apply(digest));
    expect([applied.exitCode, statuses(applied.report)]).toEqual([0, { a: "done", b: "done" }]);
    expect(applied.log).toContain(`The plan is the one that was approved (${short(digest)}).`);
    expect([applied.outputs["plan-digest"], made("a"), made("b")]).toEqual([digest, "1", "1"]);
    expect(JSON.parse(stateText() ?? "").body.review).toBeUndefined();
  });

  it("is no other one: the changes of now are named, and nothing is changed", async () => {
    const { digest } = await plan(resource("a"));
    const before = stateText();
    const other = await job(resource("a") + resource("b"), apply(digest));
    refused(
      other,
      `the plan is not the one that was approved (approved ${short(digest)}, now ${short(other.outputs["plan-digest"] ?? "")}): now it is create "a"; create "b"%0ALook at the plan of now above. If it is right, run the job that plans again, and approve that plan. To have the difference told here, hand over the report of the step that planned (its output \`report-path\`) as opus-reports/**/*.json.`,
    );
    expect([made("a"), made("b"), stateText()]).toEqual([undefined, undefined, before]);
    expect(other.summary).toContain("**Next:** Look at the new plan and run again.");
  });

  it("with the report of the plan, what differs is told task by task", async () => {
    await job(resource("a") + resource("b"), { command: "apply" });
    const next = resource("a", "2") + resource("b") + resource("c");
    const { digest, report } = await plan(next);
    // Somebody changes one by hand, and the checkout has something else than what was planned.
    writeFileSync(join(world, "a"), '{"value":"hand"}');
    const other = await job(resource("a", "2") + resource("c") + resource("d"), apply(digest), { report });
    refused(
      other,
      '): "a": update as approved, but the live resource is different; "b": approved no change, now delete; "d": approved no change, now create%0ALook at the plan of now above. If it is right, run the job that plans again, and approve that plan.',
    );
    expect([made("a"), made("b"), made("c"), made("d")]).toEqual(["hand", "1", undefined, undefined]);
    // A report that says nothing, or nonsense, is as good as none.
    for (const useless of ["{", report.replaceAll(digest, `sha256:${"0".repeat(64)}`)])
      refused(
        await job(resource("b") + resource("d"), apply(digest), { report: useless }),
        'now it is delete "a"; create "d"',
      );
    const elsewhere = await plan(resource("e"), { context: "test" });
    refused(
      await job(resource("e"), apply(elsewhere.digest, { "max-deletes": "9" }), { report: elsewhere.report }),
      'that one is of `apply` in the context "test", and this is `apply` in the context "prod"%0APlan just what is to be applied, and approve that.',
    );
  });

  it("goes on where it failed in part, in the same job run again, and takes in nothing else", async () => {
    const all = resource("a") + resource("b") + resource("c");
    mkdirSync(join(world, "fail-b"));
    const { digest } = await plan(all);
    const id = String(++runId);
    expect((await job(all, apply(digest), { id })).outputs["failure-reason"]).toBe("task-failed");
    expect([made("a"), made("b"), made("c")]).toEqual(["1", undefined, "1"]);
    rmSync(join(world, "fail-b"), { recursive: true });
    refused(await job(all + resource("d"), apply(digest), { id, attempt: "2" }), 'now it is create "b"; create "d"');
    const again = await job(all, apply(digest), { id, attempt: "3" });
    expect([again.exitCode, statuses(again.report).b]).toEqual([0, "done"]);
    expect(again.log).toContain(`approved (${short(digest)}); 2 of its changes are done already.`);
    expect(JSON.parse(stateText() ?? "").body.review).toBeUndefined();
  });

  it("must be there as well when nothing is to be done: what was approved is not silently left", async () => {
    const { digest } = await plan(resource("a"));
    expect((await job(resource("a"), apply(digest))).exitCode).toBe(0);
    refused(await job(resource("a"), apply(digest)), "now it is no change");
    const nothing = await plan(resource("a"));
    expect(nothing.changes).toBe("false");
    const before = stateText();
    const applied = await job(resource("a"), apply(nothing.digest));
    expect([applied.exitCode, applied.outputs.changes, stateText()]).toEqual([0, "false", before]);
    refused(await job(resource("a") + resource("b"), apply(nothing.digest)), 'now it is create "b"');
  });

  it("is held against the key that signed it", async () => {
    const signed = { "plan-signing-key": key };
    const { digest } = await plan(resource("a"), signed);
    expect(digest).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    const cannot = "the plan can't be held against `plan-digest`: one of them was made with a `plan-signing-key`";
    refused(await job(resource("a"), apply(digest)), cannot);
    refused(await job(resource("a"), apply((await plan(resource("a"))).digest, signed)), cannot);
    refused(await job(resource("a"), apply(digest, { "plan-signing-key": `${key}x` })), 'now it is create "a"');
    expect(made("a")).toBeUndefined();
    expect((await job(resource("a"), apply(digest, signed))).exitCode).toBe(0);
  });

  it("is also one of create, update, delete and rollback", async () => {
    const run = async (command: string, manifest: string, wrong: string) => {
      const context = { context: "prod" };
      const { digest } = await plan(manifest, { "plan-command": command, ...context });
      refused(
        await job(wrong, { command: command === "delete" ? "apply" : "delete", "plan-digest": digest, ...context }),
        "not the one that was approved",
      );
      const done = await job(manifest, { command, "plan-digest": digest, ...context });
      expect([command, done.exitCode, done.exitCode === 0 ? "" : done.log]).toEqual([command, 0, ""]);
    };
    await job(resource("z"), { command: "apply" });
    await run("create", resource("z") + resource("a"), resource("a"));
    await run("update", resource("z") + resource("a", "2"), resource("a"));
    expect([made("a"), made("z")]).toEqual(["2", "1"]);
    await run("rollback", resource("z") + resource("a", "2"), resource("a"));
    expect(made("a")).toBe("1");
    await run("delete", resource("z") + resource("a"), resource("a"));
    expect([made("a"), made("z")]).toEqual([undefined, undefined]);
  });

  it("gives way to what a newer run has made", async () => {
    const { digest } = await plan(resource("a"));
    expect((await job(resource("a") + resource("b"), { command: "apply" }, { id: "9000" })).exitCode).toBe(0);
    const late = await job(resource("a"), apply(digest), { event: { ...pushed, sha: "b".repeat(40) } });
    expect([late.exitCode, late.outputs["failure-reason"], made("b")]).toEqual([1, "superseded", "1"]);
  });
});

describe("what is no approval", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  it.each([
    [
      "nothing, as a job gives that planned several contexts, or none",
      apply(""),
      'input "plan-digest" is empty, which approves no plan%0AHand over the output `plan-digest` of a step that planned one context; leave it out, or write `none`, to do whatever the plan of now is.',
    ],
    ["blanks", apply("  "), 'input "plan-digest" is empty, which approves no plan'],
    [
      "another text",
      apply("yes"),
      'input "plan-digest" must be a digest as the output `plan-digest` has it, `sha256:` and 64 digits, or `none`, not "yes"',
    ],
    ["a part of one", apply(digest.slice(0, 20)), "must be a digest as the output `plan-digest` has it"],
    [
      "one for a command that carries out nothing",
      { command: "plan", "plan-digest": digest },
      "the input `plan-digest` is for a command that carries out a plan, not for plan%0ALeave it out here, and give it to the step that applies.",
    ],
    [
      "one for several contexts",
      apply(digest),
      "this event leads to several contexts (prod, test), and the command apply acts on one",
      { ...pushed, name: "schedule" },
    ],
  ])("%s", async (_, inputs, told, event = pushed) => {
    const step = await job(resource("a"), inputs, { event });
    expect([step.exitCode, step.outputs["failure-reason"], made("a")]).toEqual([1, "invalid-input", undefined]);
    expect(step.log).toContain(told);
  });

  it("of several contexts in one step there is no digest to approve", async () => {
    const step = await job(resource("a"), { command: "plan" }, { event: { ...pushed, name: "schedule" } });
    expect([step.exitCode, step.outputs["plan-digest"]]).toEqual([0, ""]);
  });

  it("`none` asks for none, and a terminal has the flag", async () => {
    expect((await job(resource("a"), apply("none"))).exitCode).toBe(0);
    const rig = new Rig({ "opus.yaml": head + resource("b") });
    rigs.push(rig);
    const wrong = await rig.terminal(["apply", "--context", "prod", "--plan-digest", digest]);
    expect([wrong.exitCode, made("b")]).toEqual([1, undefined]);
    expect(wrong.log).toContain('now it is create "b"');
    const empty = await rig.terminal(["apply", "--context", "prod", "--plan-digest", ""]);
    expect([empty.exitCode, empty.log]).toEqual([
      1,
      expect.stringContaining("--plan-digest is empty, which approves no plan"),
    ]);
  });
});

it("the example does it as its file says", async () => {
  interface Job {
    readonly outputs?: { readonly [name: string]: string };
    readonly if?: string;
    readonly steps: readonly { readonly uses: string; readonly with?: { readonly [input: string]: string } }[];
  }
  const path = join(import.meta.dirname, "../../examples/workflows/plan-approve-apply.yml");
  const { jobs } = parse(readFileSync(path, "utf8")) as { readonly jobs: { readonly [name: string]: Job } };
  const [planning, applying] = [jobs.plan, jobs.apply];
  const own = (of: Job | undefined) => of?.steps.find(({ uses }) => uses.startsWith("OWNER/"))?.with ?? {};
  const first = await job(resource("a"), own(planning));
  /** What GitHub makes of the expressions of the file. */
  const filled = (text: string): string =>
    text
      .replace(/\$\{\{ needs\.plan\.outputs\.(\w+) \}\}/g, (_, name: string) => filled(planning?.outputs?.[name] ?? ""))
      .replace(/\$\{\{ steps\.opus\.outputs\.([\w-]+) \}\}/g, (_, name: string) => first.outputs[name] ?? "");
  expect(applying?.if).toBe("needs.plan.outputs.changes == 'true'");
  expect(filled("${{ needs.plan.outputs.changes }}")).toBe("true");
  const inputs = Object.fromEntries(Object.entries(own(applying)).map(([name, text]) => [name, filled(text)]));
  expect(inputs).toEqual({
    command: "apply",
    "comment-pr": "never",
    "plan-digest": first.outputs["plan-digest"],
  });
  const report = JSON.stringify(first.report);
  // Something else was merged before the approval.
  refused(await job(resource("a") + resource("b"), inputs, { report }), '"b": approved no change, now create');
  const second = await job(resource("a"), inputs, { report });
  expect([second.exitCode, made("a")]).toEqual([0, "1"]);
});
