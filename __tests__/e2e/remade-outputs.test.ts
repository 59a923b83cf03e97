import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, drifts, statuses } from "./rig.ts";

const key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  processors: [kinds.mjs]
  contexts: [{branch: main, context: test}, {input: true}]
---
apiVersion: opus/v1
kind: Values
metadata: {name: v}
spec: {secrets: {token: {env: TOKEN}}}
`;
const task = (kind: string, name: string, spec: object, apiVersion = "opus/v1"): string =>
  `---\n${JSON.stringify({ apiVersion, kind, metadata: { name }, spec })}\n`;
const conf = task("File", "conf", { path: "out/conf", content: "t=${SECRET:token}" });
const restart = task("Shell", "restart", {
  env: { SUM: "${VAR:conf:SHA256_CHECKSUM}" },
  create: 'echo "create $SUM" >> log',
  update: 'echo "update $SUM" >> log',
  delete: 'echo "delete $SUM" >> log',
});

/** A kind that makes tokens: `Token` can't tell them again, `Derived` can. */
const kinds = `
const kind = (name, more) => ({
  apiVersion: "example.com/v1", kind: name,
  observe: async (spec, io) => io.recorded ? { state: "present", facts: spec } : { state: "absent" },
  create: async (spec) => ({ outputs: [{ name: "TOKEN", value: "token-of-" + spec.seed, sensitive: true }] }),
  update: async (_, spec) => ({ outputs: [{ name: "TOKEN", value: "token-of-" + spec.seed, sensitive: true }] }),
  delete: async () => {},
  ...more,
});
export default [
  kind("Token", {}),
  kind("Named", { sensitiveOutputs: ["TOKEN"] }),
  kind("Derived", { predict: (spec) => [{ name: "TOKEN", value: "token-of-" + spec.seed, sensitive: true }] }),
];
`;
const useToken = task("Shell", "use", {
  secretEnv: { TOKEN: "${VAR:giver:TOKEN}" },
  create: 'echo "create ${#TOKEN}" >> log',
  delete: 'echo "delete ${#TOKEN}" >> log',
});

const first = { env: { TOKEN: "first-secret" } };
const second = { env: { TOKEN: "second-secret" } };

describe("a sensitive output that unsealed state does not keep", () => {
  it("is made again from the manifest for every command, and follows a rotated secret", async () => {
    using rig = new Rig({ "opus.yaml": project + conf + restart, "kinds.mjs": kinds });
    const { createHash } = await import("node:crypto");
    const sum = (secret: string): string => createHash("sha256").update(`t=${secret}`).digest("hex");
    expect((await rig.step({ command: "apply" }, first)).exitCode).toBe(0);
    for (const command of ["plan", "apply"]) {
      const same = await rig.step({ command, "expect-no-changes": "true" }, first);
      expect([same.exitCode, changes(same.report)]).toEqual([0, { conf: "noop", restart: "noop" }]);
      expect(JSON.stringify(same.report) + same.summary).not.toContain(sum("first-secret"));
    }
    const drift = await rig.step({ command: "drift", "fail-on-drift": "true" }, first);
    expect([drift.exitCode, drifts(drift.report)]).toEqual([0, { conf: "in-sync", restart: "unobservable" }]);
    expect((await rig.step({ command: "describe" }, first)).exitCode).toBe(0);

    const planned = await rig.step({ command: "plan" }, second);
    expect(planned.report.contexts[0].tasks).toMatchObject([
      { name: "conf", change: "update", reason: "drifted", drift: "resource-changed" },
      { name: "restart", change: "update", reason: "may change" },
    ]);
    const rotated = await rig.step({ command: "apply" }, second);
    expect(statuses(rotated.report)).toEqual({ conf: "done", restart: "done" });
    expect(rotated.outputs["plan-digest"]).toBe(planned.outputs["plan-digest"]);
    expect(changes((await rig.step({ command: "plan" }, second)).report)).toEqual({ conf: "noop", restart: "noop" });

    const deleted = await rig.step({ command: "delete", context: "test" }, second);
    expect(statuses(deleted.report)).toEqual({ restart: "done", conf: "done" });
    expect(rig.exists("out/conf")).toBe(false);
    expect(rig.read("log")).toBe(
      `create ${sum("first-secret")}\nupdate ${sum("second-secret")}\ndelete ${sum("second-secret")}\n`,
    );
    expect(rig.state("demo", "test").body.tasks).toEqual({});
  });

  it("is made again through a chain of tasks, and for one that is out of scope", async () => {
    const chained = task("File", "chained", { path: "out/chained", content: "sum ${VAR:conf:SHA256_CHECKSUM}" });
    const last = task("File", "last", { path: "out/last", content: "last ${VAR:chained:SHA256_CHECKSUM}" });
    using rig = new Rig({ "opus.yaml": project + conf + chained + last, "kinds.mjs": kinds });
    expect((await rig.step({ command: "apply" }, first)).exitCode).toBe(0);
    const before = rig.read("out/last");
    expect(changes((await rig.step({ command: "plan" }, first)).report)).toEqual({
      conf: "noop",
      chained: "noop",
      last: "noop",
    });
    rig.remove("out/last");
    const again = await rig.step({ command: "apply" }, first);
    expect(changes(again.report)).toEqual({ conf: "noop", chained: "noop", last: "create" });
    expect(rig.read("out/last")).toBe(before);
    const away = (text: string): string =>
      text.replace('"metadata":{', '"metadata":{"processingScope":[{"contexts":["prod"]}],');
    rig.write("opus.yaml", project + away(conf) + away(chained) + last);
    expect(changes((await rig.step({ command: "plan" }, first)).report)).toEqual({ last: "noop" });
  });

  it("keeps nothing from being deleted that needs no value for it, when the secret is gone", async () => {
    const quiet = task("Shell", "quiet", { env: { SUM: "${VAR:conf:SHA256_CHECKSUM}" }, create: "touch made" });
    using rig = new Rig({ "opus.yaml": project + conf + restart + quiet, "kinds.mjs": kinds });
    expect((await rig.step({ command: "apply" }, first)).exitCode).toBe(0);
    const failed = await rig.step({ command: "delete", context: "test" });
    expect(statuses(failed.report)).toEqual({ quiet: "done", restart: "failed", conf: "skipped" });
    expect(failed.log).toContain(
      'its recorded spec needs a value at /env/SUM that is not known any more: output SHA256_CHECKSUM of task "conf" is sensitive and not kept in unsealed state, and it can\'t be made again: the secret "token" is used, but the environment variable TOKEN is not set',
    );
    const deleted = await rig.step({ command: "delete", context: "test" }, first);
    expect(statuses(deleted.report)).toEqual({ restart: "done", conf: "done" });
  });

  it("of a kind of one's own is made again when it predicts", async () => {
    const giver = task("Derived", "giver", { seed: "s" }, "example.com/v1");
    using rig = new Rig({ "opus.yaml": project + giver + useToken, "kinds.mjs": kinds });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const plan = await rig.step({ command: "plan" });
    expect([plan.exitCode, changes(plan.report)]).toEqual([0, { giver: "noop", use: "noop" }]);
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect(statuses(deleted.report)).toEqual({ use: "done", giver: "done" });
    expect(rig.read("log")).toBe("create 10\ndelete 10\n");
    expect(deleted.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain("token-of-s");
  });

  it.each([
    [
      "Shell",
      task("Shell", "giver", { create: 'echo "TOKEN=t0ken-1" >> "$OPUS_OUTPUT"', sensitiveOutputs: ["TOKEN"] }),
    ],
    ["a kind that names it", task("Named", "giver", { seed: "s" }, "example.com/v1")],
  ])("of %s is refused by the first plan when nothing can tell it again", async (_kind, giver) => {
    using rig = new Rig({ "opus.yaml": project + giver + useToken, "kinds.mjs": kinds });
    for (const command of ["plan", "apply"]) {
      const step = await rig.step({ command });
      expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
      expect(step.report.diagnostics).toMatchObject([
        {
          code: "sensitive-output",
          file: "opus.yaml",
          message:
            'task "use": output TOKEN of task "giver" is sensitive, and unsealed state does not keep it: what "giver" gives in this run could not be filled in by the next plan, nor when this task is deleted',
          suggestion:
            "Seal the state with `encryption-key`: then it is kept. Or use the secret itself that the value comes from, as `${SECRET:name}`.",
        },
      ]);
    }
    expect([rig.exists("log"), rig.exists(".opus/state/demo/test/state.json")]).toEqual([false, false]);
    // With a fallback it would be another value the next time.
    rig.write("opus.yaml", project + giver + useToken.replace("giver:TOKEN", "giver:TOKEN:-none"));
    expect((await rig.step({ command: "plan" })).outputs["failure-reason"]).toBe("invalid-manifest");
    // As advised.
    rig.write("opus.yaml", project + giver + useToken);
    const sealed = { "encryption-key": key };
    expect((await rig.step({ command: "apply", ...sealed })).exitCode).toBe(0);
    expect(changes((await rig.step({ command: "plan", ...sealed })).report)).toEqual({ giver: "noop", use: "noop" });
    const deleted = await rig.step({ command: "delete", context: "test", ...sealed });
    expect(statuses(deleted.report)).toEqual({ use: "done", giver: "done" });
  });

  it("of a kind that says so only when it gives it, is told of by the run that uses it", async () => {
    const giver = task("Token", "giver", { seed: "s" }, "example.com/v1");
    using rig = new Rig({ "opus.yaml": project + giver + useToken, "kinds.mjs": kinds });
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(0);
    expect(step.report.diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "sensitive-output",
        message:
          'task "use" uses output TOKEN of task "giver", which turned out to be sensitive: unsealed state does not keep it, so the next plan can\'t fill it in',
      },
    ]);
    expect((await rig.step({ command: "plan" })).outputs["failure-reason"]).toBe("invalid-manifest");
  });

  it("is refused in no untrusted run, which sees none of it", async () => {
    using rig = new Rig({ "opus.yaml": project + conf + restart, "kinds.mjs": kinds });
    expect((await rig.step({ command: "apply" }, first)).exitCode).toBe(0);
    const event = {
      name: "pull_request",
      ref: "refs/pull/1/merge",
      payload: {
        number: 1,
        repository: { id: 1, default_branch: "main" },
        pull_request: { number: 1, head: { repo: { id: 2 } }, base: { ref: "main", repo: { id: 1 } } },
      },
    };
    const step = await rig.step({ command: "plan", context: "test" }, { event });
    expect([step.exitCode, changes(step.report)]).toEqual([0, { conf: "noop", restart: "noop" }]);
  });
});
