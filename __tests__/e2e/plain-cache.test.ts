import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/engine/json/canonical-json.ts";
import { CacheService } from "../peers/cache-service.ts";
import { GithubApi } from "../peers/github-api.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

const token = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
const main = "refs/heads/main";

let service: CacheService;
let api: GithubApi;
let rig: Rig;
beforeEach(async () => {
  [service, api] = await Promise.all([CacheService.start(), GithubApi.start(token)]);
  api.caches = () => service.listed();
  rig = new Rig({ "opus.yaml": manifest() });
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await Promise.all([service.stop(), api.stop()]);
});

/** A manifest that runs nothing of its own. */
function manifest(more = "", project = "state: {backend: cache}"): string {
  return `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {${project}}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: hello}
${more}`;
}

const environment = () => ({
  ...service.environment(service.token([{ Scope: main, Permission: 3 }])),
  GITHUB_API_URL: api.url,
  GITHUB_TOKEN: token,
  STEP_CANARY: "canary-of-the-step",
});

const step = (inputs: { readonly [name: string]: string }): Promise<StepResult> =>
  rig.step({ "state-backend": "", context: "test", ...inputs }, { env: environment() });

// biome-ignore lint/suspicious/noExplicitAny: a forger sees JSON
type Body = any;

/** Lets the newest version in the cache be what somebody else has saved under its key. */
function forge(change: (body: Body) => void): void {
  const entry = service.entries.at(-1);
  const tar = gunzipSync(service.blobs.get(entry?.blob ?? "") ?? Buffer.alloc(0));
  const header = tar.lastIndexOf("state.json\0");
  const size = Number.parseInt(tar.toString("latin1", header + 124, header + 135), 8);
  const state = JSON.parse(tar.toString("utf8", header + 512, header + 512 + size));
  change(state.body);
  state.digest = `sha256:${createHash("sha256").update(canonicalJson(state.body)).digest("hex")}`;
  const text = Buffer.from(JSON.stringify(state));
  const head = Buffer.from(tar.subarray(0, header + 512));
  head.write(`${text.length.toString(8).padStart(11, "0")}\0`, header + 124, "latin1");
  head.fill(" ", header + 148, header + 156);
  const sum = head.subarray(header).reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, "0")}\0 `, header + 148, "latin1");
  const archive = gzipSync(Buffer.concat([head, text, Buffer.alloc(1536 - (text.length % 512))]));
  service.replaceContent(entry?.key ?? "", archive);
  if (entry) entry.size = archive.length;
}

const leak = (name: string): string => `env > leaked-by-${name}`;
const scripts = ["create", "update", "read", "delete", "rollback"] as const;

/** What no script of a forger may ever get. */
const spec = {
  ...Object.fromEntries(scripts.map((name) => [name, leak(name)])),
  read: `${leak("read")}; echo '{}'`,
  passEnv: ["*"],
  secretEnv: { X: "${SECRET:s}", Y: "${SECRET:ACTIONS_RUNTIME_TOKEN}", Z: "${SECRET:g}" },
};

const entry = {
  apiVersion: "opus/v1",
  kind: "Shell",
  status: "applied",
  spec,
  secrets: { s: "INPUT_TOKEN", g: "GITHUB_TOKEN" },
  observed: {},
  outputs: {},
  dependencies: [],
  scope: [],
  lifecycle: {},
  order: 5,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};

const ran = (): string[] => scripts.filter((name) => rig.exists(`leaked-by-${name}`));
const open = "plain state in the Actions cache, which every job of the repository can write";
const unseen = `what would run to look at it stands only in ${open}`;
const task = (run: StepResult, name: string) =>
  run.report.contexts[0].tasks.find((one: { name: string }) => one.name === name);
const guards = (run: StepResult): string[] =>
  run.report.diagnostics
    .filter(({ code }: { code: string }) => code === "unreviewed-script")
    .map(({ message }: { message: string }) => message);

async function begin(more = ""): Promise<void> {
  rig.write("opus.yaml", manifest(more));
  const first = await step({ command: "apply", initialize: "true" });
  expect([first.exitCode, first.report.diagnostics]).toEqual([0, []]);
}

const shell = (fields: string, name = "made"): string =>
  `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: ${name}}\nspec:\n${fields.replace(/^/gm, "  ")}\n`;

describe("an entry that somebody else has put into plain state in the cache", () => {
  it("runs nothing, whichever command meets it, and a plan shows what it would have run", async () => {
    await begin();
    forge((body) => {
      body.tasks.evil = entry;
    });
    for (const command of ["validate", "drift", "describe"]) {
      const run = await step({ command });
      expect([command, run.exitCode, ran()]).toEqual([command, 0, []]);
      if (command !== "validate") expect(task(run, "evil").reason).toBe(`left the manifest; not looked at: ${unseen}`);
    }
    for (const inputs of [{ command: "plan" }, { command: "apply" }, { command: "apply", "max-deletes": "9" }]) {
      const run = await step(inputs);
      expect([run.exitCode, run.outputs["failure-reason"], ran()]).toEqual([1, "guarded", []]);
      expect(guards(run)).toEqual([
        `the plan would run what stands only in ${open}, and not in the manifest: "evil" (read, delete, rollback)`,
      ]);
      for (const shown of [run.log, run.summary]) expect(shown).toContain("env > leaked-by-delete");
      expect(run.log).toContain(`run once with \`plan-digest: ${run.outputs["plan-digest"]}\``);
      expect(task(run, "evil")).toMatchObject({ change: "delete" });
    }
  });

  it("gets none of the variables of the runner and of opus, even when somebody has agreed to it", async () => {
    await begin();
    forge((body) => {
      body.tasks.evil = { ...entry, spec: { ...spec, secretEnv: {} }, secrets: {} };
      body.tasks.worse = entry;
    });
    const planned = await step({ command: "plan" });
    const agreed = await step({ command: "apply", "plan-digest": planned.outputs["plan-digest"] ?? "" });
    expect([agreed.exitCode, ran()]).toEqual([1, ["delete"]]);
    const given = rig.read("leaked-by-delete");
    expect(given).toContain("STEP_CANARY=canary-of-the-step");
    expect(given).not.toMatch(/^(?:ACTIONS_|INPUT_|GITHUB_TOKEN|OPUS_ENCRYPTION_KEY)/m);
    expect(given).not.toContain(token);
    // Nobody agreed to hand tokens out.
    expect(task(agreed, "evil").status).toBe("done");
    expect(task(agreed, "worse")).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("is not known any more: the manifest declares no secret") },
    });
  });

  it("gets no secret that the manifest does not declare, whichever plan was agreed to", async () => {
    const declared = `---\napiVersion: opus/v1\nkind: Values\nmetadata: {name: v}\nspec: {secrets: {s: {env: STEP_CANARY}}}\n`;
    await begin(declared);
    const long = `${"true\n".repeat(500)}printf %s "$X" > leaked-by-delete`;
    forge((body) => {
      const swapped = { create: "true", secretEnv: { X: "${SECRET:zz}" }, delete: long };
      body.tasks.evil = { ...entry, secrets: { zz: "STEP_CANARY" }, spec: swapped };
    });
    const planned = await step({ command: "plan" });
    // What is shortened stands in the report.
    expect(planned.log).toMatch(/… \d+ more removed lines/);
    expect(planned.log).toContain("what it shortens stands whole in the report (`report-path`)");
    expect(JSON.stringify(task(planned, "evil"))).toContain("leaked-by-delete");
    const agreed = await step({ command: "apply", "plan-digest": planned.outputs["plan-digest"] ?? "" });
    expect([agreed.exitCode, agreed.outputs["failure-reason"], ran()]).toEqual([1, "task-failed", []]);
    expect(task(agreed, "evil").error.message).toBe(
      'its recorded spec needs a value at /secretEnv/X that is not known any more: the manifest declares no secret "zz", and the state may be anybody\'s; declare it until what uses it is gone',
    );
  });

  it("is not agreed to with the digest of another plan", async () => {
    await begin();
    forge((body) => {
      body.tasks.evil = { ...entry, secrets: {}, spec: { delete: "true", create: "true" } };
    });
    const { outputs } = await step({ command: "plan" });
    forge((body) => {
      body.tasks.evil = { ...entry, secrets: {}, spec: { delete: leak("delete"), create: "true" } };
    });
    const run = await step({ command: "apply", "plan-digest": outputs["plan-digest"] ?? "" });
    expect([run.exitCode, run.outputs["failure-reason"], ran()]).toEqual([1, "guarded", []]);
  });

  it("can be forgotten", async () => {
    await begin();
    forge((body) => {
      body.tasks.evil = entry;
    });
    const run = await step({ command: "forget", target: "evil" });
    expect([run.exitCode, ran()]).toEqual([0, []]);
    expect((await step({ command: "plan" })).outputs.changes).toBe("false");
  });

  it("is not sealed into trusted state by a run that it stops", async () => {
    await begin();
    forge((body) => {
      body.tasks.evil = entry;
    });
    const key = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
    const sealing = { "encryption-key": key, initialize: "true" };
    const before = service.entries.length;
    for (const command of ["plan", "apply"]) {
      const run = await step({ command, ...sealing });
      expect([run.exitCode, run.outputs["failure-reason"], ran()]).toEqual([1, "guarded", []]);
    }
    expect(service.entries).toHaveLength(before);
  });

  it("runs nothing as a pending change, an undone one, or by a former name either", async () => {
    await begin(shell("create: touch there\nread: if [ -e there ]; then echo '{}'; fi\ndelete: rm there"));
    const { scope, lifecycle, dependencies, order } = entry;
    forge((body) => {
      body.pending = [
        {
          task: "made",
          change: "update",
          apiVersion: "opus/v1",
          kind: "Shell",
          spec,
          scope,
          lifecycle,
          dependencies,
          order,
        },
      ];
      body.undo = [
        { task: "back", change: "delete", before: { ...entry, secrets: {}, spec: { ...spec, secretEnv: {} } } },
      ];
    });
    const planned = await step({ command: "plan" });
    expect(planned.report.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "settled",
        message: `an earlier run ended in the middle of "made": not looked at: ${unseen}`,
      }),
    );
    const rolled = await step({ command: "rollback" });
    expect([rolled.exitCode, rolled.outputs["failure-reason"], ran()]).toEqual([1, "guarded", []]);
    expect(guards(rolled)[0]).toContain('"back" (create, update, read, delete, rollback)');
    forge((body) => {
      body.pending = [];
      body.undo = [];
      body.tasks.old = entry;
    });
    rig.write(
      "opus.yaml",
      manifest(shell("create: 'true'").replace("{name: made}", "{name: made, formerNames: [old]}")),
    );
    for (const command of ["plan", "drift", "describe"]) await step({ command });
    expect(ran()).toEqual([]);
  });
});

describe("an entry of a task that the manifest has", () => {
  const fields = `env: {NAME: one}
create: touch "$NAME"
read: if [ -e "$NAME" ]; then echo '{}'; fi
delete: rm "$NAME"`;

  it.each<[string, object, number]>([
    ["another `read`", { read: spec.read }, 0],
    ["another shell", { shell: "bash -c 'env > leaked-by-read; echo {}' {0}" }, 0],
    ["a variable that the manifest does not set", { env: { NAME: "one", BASH_ENV: "evil.sh" } }, 1],
    ["a secret that the manifest does not give", { env: { NAME: "${ENV:STEP_CANARY}" } }, 1],
    ["more variables of the step", { passEnv: ["*"] }, 0],
  ])("is not looked at with %s", async (_, change, status) => {
    rig.write("evil.sh", "env > leaked-by-read");
    await begin(shell(fields));
    forge((body) => {
      Object.assign(body.tasks.made.spec, change);
    });
    for (const command of ["plan", "drift"]) {
      const run = await step({ command });
      // A changed environment replaces it, with the recorded `delete`.
      expect([command, run.exitCode, ran()]).toEqual([command, command === "plan" ? status : 0, []]);
      expect(task(run, "made").reason).toContain(unseen);
    }
  });

  it("is not looked at with another value of a variable by which programs load code", async () => {
    const loading = (value: string) => shell(fields.replace("{NAME: one}", `{NAME: one, BASH_ENV: "${value}"}`));
    await begin(loading(""));
    forge((body) => {
      body.tasks.made.spec.env.BASH_ENV = "$(env > leaked-by-read)";
    });
    for (const command of ["plan", "drift", "describe"]) {
      const run = await step({ command });
      expect([command, task(run, "made").reason, ran()]).toEqual([command, expect.stringContaining(unseen), []]);
    }
  });

  it("is deleted and replaced only with the manifest's scripts", async () => {
    await begin(shell(fields));
    forge((body) => {
      body.tasks.made.spec.delete = leak("delete");
    });
    rig.write("opus.yaml", manifest(shell(fields.replace("one", "two"))));
    for (const inputs of [{ command: "plan" }, { command: "apply" }, { command: "delete" }]) {
      const run = await step(inputs);
      expect([run.exitCode, run.outputs["failure-reason"], ran()]).toEqual([1, "guarded", []]);
      expect(guards(run)[0]).toContain('"made" (delete)');
    }
  });

  it("is put back only with the manifest's scripts when its update fails", async () => {
    const updating = (name: string, update: string): string =>
      shell(`env: {NAME: ${name}}\ncreate: touch there\nupdate: ${update}\nread: if [ -e there ]; then echo '{}'; fi`);
    await begin(updating("one", "'true'"));
    forge((body) => {
      body.tasks.made.spec.update = leak("update");
    });
    rig.write("opus.yaml", manifest(updating("two", "exit 3")));
    const run = await step({ command: "apply" });
    expect([run.exitCode, task(run, "made").status, ran()]).toEqual([1, "tainted", []]);
  });

  it("goes through its whole life where nobody else wrote", async () => {
    await begin(shell(fields));
    rig.remove("one");
    expect(task(await step({ command: "plan" }), "made").change).toBe("create");
    await step({ command: "apply" });
    rig.write("opus.yaml", manifest(shell(fields.replace("one", "two"))));
    const planned = await step({ command: "plan" });
    expect([planned.exitCode, task(planned, "made").change]).toEqual([0, "replace"]);
    expect((await step({ command: "apply" })).exitCode).toBe(0);
    expect([rig.exists("one"), rig.exists("two")]).toEqual([false, true]);
    expect((await step({ command: "rollback" })).exitCode).toBe(0);
    expect([rig.exists("one"), rig.exists("two")]).toEqual([true, false]);
    expect((await step({ command: "delete" })).exitCode).toBe(0);
    expect(rig.exists("one")).toBe(false);
  });

  it("that left it is deleted once somebody has agreed to the plan", async () => {
    await begin(shell(fields));
    rig.write("opus.yaml", manifest());
    const planned = await step({ command: "plan" });
    expect([planned.exitCode, planned.outputs["failure-reason"]]).toEqual([1, "guarded"]);
    const agreed = await step({ command: "apply", "plan-digest": planned.outputs["plan-digest"] ?? "" });
    expect([agreed.exitCode, task(agreed, "made").status, rig.exists("one")]).toEqual([0, "done", false]);
  });
});

describe("plain state that only who can change the manifest can write", () => {
  it("has its scripts run, and never gets what belongs to the runner", async () => {
    const inFiles = (command: string) =>
      rig.step({ command, context: "test" }, { env: { GITHUB_TOKEN: token, STEP_CANARY: "canary" } });
    rig.write("opus.yaml", manifest(shell("create: 'true'\ndelete: env > leaked-by-delete"), ""));
    await inFiles("apply");
    rig.write("opus.yaml", manifest("", ""));
    expect((await inFiles("apply")).exitCode).toBe(0);
    expect(rig.read("leaked-by-delete")).not.toContain(token);
  });
});
