import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { armor, Decrypter } from "age-encryption";
import { describe, expect, it } from "vitest";
import { firstIdentity } from "../state/seal/keys.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, drifts, type StepResult, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{event: pull_request_target, context: test}, {branch: main, context: test}]
`;
const values = `---
apiVersion: opus/v1
kind: Values
metadata: {name: all}
spec:
  secrets: {token: {env: TOKEN}}
`;

const task = (kind: string, metadata: object, spec: object): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata, spec })}\n`;

const file = task("File", { name: "config" }, { path: "config.ini", content: "token=${SECRET:token}\n" });
/** Runs are counted in a file; `read` finds nothing of the secret. */
const shell = (more: object = {}): string =>
  task(
    "Shell",
    { name: "service" },
    {
      secretEnv: { T: "${SECRET:token}" },
      create: "echo create $T >> runs",
      update: "echo update $T >> runs",
      ...more,
    },
  );

const first = "first-value-of-it";
const second = "second-value-of-it";
const password = "pässword-of-db-✓";

class Sealed extends Rig {
  readonly steps: StepResult[] = [];

  async run(
    inputs: { readonly [name: string]: string },
    env: { readonly [name: string]: string } = { TOKEN: first },
  ): Promise<StepResult> {
    const step = await this.step({ "encryption-key": firstIdentity, ...inputs }, { env });
    this.steps.push(step);
    return step;
  }

  /** The body of the state, opened with the key. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at state as a consumer of its JSON does
  async opened(): Promise<any> {
    const decrypter = new Decrypter();
    decrypter.addIdentity(firstIdentity);
    const { sealed } = this.state("demo", "test");
    return JSON.parse(await decrypter.decrypt(armor.decode(sealed), "text")).body;
  }

  runs(): string[] {
    return this.exists("runs") ? this.read("runs").trim().split("\n") : [];
  }

  /** Texts that were printed or kept anywhere but in the resources themselves. */
  everything(): string {
    const kept: string[] = this.steps.map(({ log }) =>
      log
        .split("\n")
        .filter((line) => !line.startsWith("::add-mask::"))
        .join("\n"),
    );
    const walk = (folder: string): void => {
      for (const one of readdirSync(join(this.directory, folder), { withFileTypes: true })) {
        const path = join(folder, one.name);
        if (one.isDirectory()) {
          if (folder !== "workspace" || one.name === ".opus") walk(path);
        } else if (folder !== "workspace") kept.push(readFileSync(join(this.directory, path), "utf8"));
      }
    };
    walk("");
    return kept.join("\n");
  }
}

const only = ({ report }: StepResult, name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: as a consumer of the report's JSON
  report.contexts[0].tasks.find((one: any) => one.name === name);

describe("a rotated secret in sealed state", () => {
  it("is a change of the files that name it, and is applied", async () => {
    using rig = new Sealed({ "opus.yaml": project + values + file });
    expect((await rig.run({ command: "apply" })).exitCode).toBe(0);
    const { tasks, fingerprintKey } = await rig.opened();
    expect(fingerprintKey).toMatch(/^[0-9a-f]{64}$/);
    expect(tasks.config.fingerprints.token).toMatch(/^[0-9a-f]{64}$/);

    const fields = [{ path: "/content", before: "(sensitive)", after: "(another value of ${SECRET:token})" }];
    const planned = await rig.run({ command: "plan" }, { TOKEN: second });
    expect(only(planned, "config")).toMatchObject({
      change: "update",
      reason: "spec changed",
      drift: "spec-changed",
      fields,
    });
    expect(planned.outputs).toMatchObject({ changes: "true", drift: "false", "to-update": "1" });
    expect(planned.log).toContain("~ content: (another value of ${SECRET:token})");
    expect(planned.summary).toContain("! content: (another value of ${SECRET:token})");
    const looked = await rig.run({ command: "drift", "fail-on-drift": "true" }, { TOKEN: second });
    expect(looked.exitCode).toBe(0);
    expect(looked.outputs).toMatchObject({ changes: "true", drift: "false" });
    for (const refresh of ["changed", "none"])
      expect((await rig.run({ command: "plan", refresh }, { TOKEN: second })).outputs["to-update"]).toBe("1");
    const expected = await rig.run({ command: "apply", "expect-no-changes": "true" }, { TOKEN: second });
    expect(expected.outputs["failure-reason"]).toBe("changes-pending");
    expect((await rig.run({ command: "describe" }, { TOKEN: second })).report.contexts[0].tasks[0]).toMatchObject({
      description: { specDrifted: true, resourceDrifted: false, facts: { content: "(sensitive)" } },
    });
    expect(rig.read("config.ini")).toBe(`token=${first}\n`);

    const applied = await rig.run({ command: "apply" }, { TOKEN: second });
    expect(statuses(applied.report)).toEqual({ config: "done" });
    expect(rig.read("config.ini")).toBe(`token=${second}\n`);
    const again = await rig.run({ command: "apply", "expect-no-changes": "true" }, { TOKEN: second });
    expect(again.exitCode).toBe(0);
    expect(changes(again.report)).toEqual({ config: "noop" });

    // What was recorded has no secret of its own: today's is written back.
    const back = await rig.run({ command: "rollback" }, { TOKEN: second });
    expect([back.exitCode, changes(back.report)]).toEqual([0, { config: "noop" }]);
    for (const value of [first, second]) expect(rig.everything()).not.toContain(value);
  });

  it("runs no script, changes no state and shows nothing without `compareSecrets`", async () => {
    using rig = new Sealed({ "opus.yaml": project + values + shell() });
    await rig.run({ command: "apply" });
    const { serial } = rig.state("demo", "test");
    for (const command of ["plan", "drift", "apply", "apply"]) {
      const looked = await rig.run({ command, "expect-no-changes": "true" }, { TOKEN: second });
      expect([command, looked.exitCode, looked.outputs.changes]).toEqual([command, 0, "false"]);
      expect(only(looked, "service")).toMatchObject({ fields: [], drift: "unobservable" });
    }
    expect(rig.state("demo", "test").serial).toBe(serial);
    expect(rig.runs()).toEqual([`create ${first}`]);
    // The script last ran with another value.
    rig.write("opus.yaml", project + values + shell({ compareSecrets: true }));
    const planned = await rig.run({ command: "plan" }, { TOKEN: second });
    expect(only(planned, "service")).toMatchObject({ change: "update", reason: "spec changed" });
  });

  it("runs `update` with `compareSecrets`, and says nothing of a missing key", async () => {
    using rig = new Sealed({ "opus.yaml": project + values + shell({ compareSecrets: true }) });
    const made = await rig.run({ command: "apply" });
    expect(made.report.diagnostics).toEqual([]);
    const planned = await rig.run({ command: "plan" }, { TOKEN: second });
    expect(only(planned, "service")).toMatchObject({
      change: "update",
      drift: "spec-changed",
      fields: [{ path: "/secretEnv/T", before: "(sensitive)", after: "(another value of ${SECRET:token})" }],
    });
    await rig.run({ command: "apply" }, { TOKEN: second });
    await rig.run({ command: "apply" }, { TOKEN: second });
    expect(rig.runs()).toEqual([`create ${first}`, `update ${second}`]);
  });

  it("replaces what has no `update` script", async () => {
    const spec = { update: undefined, delete: "echo delete $T >> runs", compareSecrets: true };
    using rig = new Sealed({ "opus.yaml": project + values + shell(spec) });
    await rig.run({ command: "apply" });
    expect(changes((await rig.run({ command: "plan" }, { TOKEN: second })).report)).toEqual({ service: "replace" });
    await rig.run({ command: "apply" }, { TOKEN: second });
    expect(rig.runs()).toEqual([`create ${first}`, `delete ${second}`, `create ${second}`]);
  });

  it("is not seen by an untrusted run, whatever its step was given", async () => {
    using rig = new Sealed({ "opus.yaml": project + values + file });
    await rig.run({ command: "apply" });
    const event = {
      name: "pull_request_target",
      ref: "refs/heads/main",
      payload: {
        repository: { id: 1, default_branch: "main" },
        pull_request: { head: { repo: { id: 2 } }, base: { ref: "main" } },
      },
    };
    const looked = await rig.step(
      { command: "plan", "encryption-key": firstIdentity },
      { event, env: { TOKEN: second } },
    );
    expect(looked.log).toContain("Untrusted run");
    expect(drifts(looked.report)).toEqual({ config: "unknown" });
    expect(looked.outputs.changes).toBe("false");
  });

  it.each([
    ["sealed", firstIdentity],
    ["plain", ""],
  ])("is not shown where the old value still lives, in %s state", async (_, key) => {
    const write = 'printf %s "$T" > live';
    const read =
      'test -f live || exit 0; p="$(cat live)"; printf \'{"pw": "%s", "list": ["%s"], "size": 1}\' "$p" "$p"';
    using rig = new Sealed({ "opus.yaml": project + values + shell({ create: write, update: write, read }) });
    const run = (command: string, TOKEN: string) => rig.run({ command, "encryption-key": key }, { TOKEN });
    expect((await run("apply", first)).exitCode).toBe(0);
    const described = await run("describe", second);
    expect(only(described, "service").description).toMatchObject({
      facts: { pw: "(sensitive)", list: "(sensitive)", size: 1 },
      checksums: { resource: null },
    });
    expect(described.log).toContain("live      pw: (sensitive), list: (sensitive), size: 1");
    const hidden = [{ path: "/observed/list", before: "(sensitive)", after: "(sensitive)" }];
    for (const command of ["drift", "plan"])
      expect(only(await run(command, second), "service")).toMatchObject({ reason: "drifted", fields: hidden });
    expect(rig.everything()).not.toContain(first);
  });

  it("is plain drift, as ever, in state that is not sealed, with advice for `compareSecrets`", async () => {
    using rig = new Sealed({ "opus.yaml": project + values + file + shell({ compareSecrets: true }) });
    const made = await rig.run({ command: "apply", "encryption-key": "" });
    expect(made.report.diagnostics).toMatchObject([
      { severity: "warning", code: "values-not-compared", suggestion: expect.stringContaining("`encryption-key`") },
    ]);
    const planned = await rig.run({ command: "plan", "encryption-key": "" }, { TOKEN: second });
    expect(drifts(planned.report)).toEqual({ config: "resource-changed", service: "unobservable" });
    // Sealed from now on: the next apply learns the values, and a rotation after it shows.
    const sealed = await rig.run({ command: "apply", initialize: "true" }, { TOKEN: second });
    expect(changes(sealed.report)).toEqual({ config: "update", service: "noop" });
    expect(changes((await rig.run({ command: "plan" }, { TOKEN: "a-third-value" })).report)).toEqual({
      config: "update",
      service: "update",
    });
  });
});

describe("sensitive outputs in sealed state", () => {
  const create = `
password="$(cat password.txt)"
printf '{"port": 5432, "password": "%s"}' "$password" > db.json
printf 'PASSWORD=%s\\nURL=db://%s@host\\nPORT=5432\\nFLAG=true\\n' "$password" "$password" >> "$OPUS_OUTPUT"
echo made
`;
  const db = (version: number): string =>
    task(
      "Shell",
      { name: "db" },
      {
        env: { VERSION: version },
        sensitiveOutputs: ["PASSWORD", "FLAG"],
        capture: true,
        create,
        update: create,
        read: "cat db.json 2>/dev/null || true",
        delete: "rm db.json",
      },
    );
  const user = task(
    "Shell",
    { name: "user" },
    {
      secretEnv: { P: "${VAR:db:PASSWORD}" },
      env: { U: "${VAR:db:URL}" },
      create: 'echo "$U" > used; echo "with $P"',
      update: 'echo "$U" >> used',
    },
  );
  const mapped = project.replace(
    "spec:\n",
    'spec:\n  hooks: [{use: outputs, with: {map: {port: "${VAR:db:PORT}", password: "${VAR:db:PASSWORD}", flag: "${VAR:db:FLAG}"}}}]\n',
  );

  it("are used by a later run in which their task does not run, and are found nowhere", async () => {
    using rig = new Sealed({ "opus.yaml": mapped + db(1), "password.txt": password });
    const made = await rig.run({ command: "apply" });
    expect(made.exitCode).toBe(0);
    const sensitiveOutputs = ["PASSWORD", "URL", "FLAG"];
    expect((await rig.opened()).tasks.db).toMatchObject({
      outputs: { PASSWORD: password, URL: `db://${password}@host`, PORT: "5432", FLAG: "true", EXIT_CODE: 0 },
      sensitiveOutputs,
      observed: { port: 5432, password: "(sensitive)" },
    });
    const shown = { PORT: "5432", EXIT_CODE: 0, STDOUT: "made\n", STDERR: "" };
    expect(only(made, "db")).toMatchObject({ outputs: shown, sensitiveOutputs });
    expect(JSON.parse(made.outputs.outputs ?? "")).toEqual({ db: shown });
    expect(made.outputs).toMatchObject({ port: "5432" });
    expect(made.outputs).not.toHaveProperty("password");
    expect(made.outputs).not.toHaveProperty("flag");
    expect(made.log).toContain('the output "password" is not set: output PASSWORD of task "db" is sensitive');

    rig.write("opus.yaml", mapped + db(1) + user);
    const planned = await rig.run({ command: "plan" });
    expect([planned.exitCode, changes(planned.report)]).toEqual([0, { db: "noop", user: "create" }]);
    const used = await rig.run({ command: "apply" });
    expect(used.exitCode).toBe(0);
    expect(used.log).toContain(`::add-mask::${password}`);
    expect(used.log).toContain("with ***");
    expect(rig.read("used")).toBe(`db://${password}@host\n`);
    expect((await rig.opened()).tasks.user.spec).toMatchObject({
      secretEnv: { P: "${VAR:db:PASSWORD}" },
      env: { U: "${VAR:db:URL}" },
    });
    for (const command of ["describe", "drift", "plan"]) {
      const looked = await rig.run({ command });
      expect(drifts(looked.report)).toEqual({ db: "in-sync", user: "unobservable" });
    }
    // Given again, and the same: nothing that uses it has to run.
    rig.write("opus.yaml", mapped + db(2) + user);
    expect(changes((await rig.run({ command: "apply" })).report)).toEqual({ db: "update", user: "noop" });
    expect((await rig.run({ command: "rollback" })).exitCode).toBe(0);
    expect((await rig.run({ command: "delete", context: "test" })).exitCode).toBe(0);
    expect(rig.exists("db.json")).toBe(false);
    expect(rig.everything()).not.toContain(password);
  });

  it("are named and not shown by `opus state show`, and by `opus state list` not even that", async () => {
    using rig = new Sealed({ "opus.yaml": project + db(1), "password.txt": password });
    await rig.run({ command: "apply" });
    const key = ["--encryption-key", firstIdentity, "--context", "test"];
    const shown = await rig.terminal(["state", "show", "db", ...key]);
    expect(shown.exitCode).toBe(0);
    expect(JSON.parse(shown.log)).toMatchObject({
      outputs: { PORT: "5432" },
      sensitiveOutputs: ["PASSWORD", "URL", "FLAG"],
      observed: { password: "(sensitive)" },
    });
    const listed = await rig.terminal(["state", "list", ...key]);
    expect(listed.log).toContain("db");
    for (const { log } of [shown, listed, await rig.terminal(["state", "show", ...key])]) {
      expect(log).not.toContain(password);
      expect(log).not.toMatch(/fingerprint|FLAG": "true/);
    }
  });

  it("are hidden whole where they hold each other or a secret, in the run that gives them and in the next one", async () => {
    const give = `
printf 'URL=postgres://u:Qq77priv@zulu/db\\nSHORT=prod\\nLONG=prodKkk12345secret\\n' >> "$OPUS_OUTPUT"
printf 'KEY<<EOF\\nbegin of zulu\\nthe-key-itself\\nEOF\\n' >> "$OPUS_OUTPUT"
printf 'made it\\nwith %s\\n' "$T"
`;
    const sensitiveOutputs = ["URL", "SHORT", "LONG", "KEY"];
    const secretEnv = { T: "${SECRET:token}" };
    const giver = task(
      "Shell",
      { name: "giver" },
      { capture: true, sensitiveOutputs, secretEnv, create: "bash give.sh" },
    );
    const use = (name: string): string => {
      const env = { L: "${VAR:giver:LONG}", U: "${VAR:giver:URL}", K: "${VAR:giver:KEY}", O: "${VAR:giver:STDOUT}" };
      return task("Shell", { name }, { identity: name, env, create: "bash use.sh" });
    };
    // Not in the manifest: its text is stored as it is.
    using rig = new Sealed({
      "opus.yaml": project + values + giver + use("now"),
      "give.sh": give,
      "use.sh": 'echo "long $L url $U key $K"; echo "all: $O"; echo " the-key-itself"',
    });
    const lines = ({ log }: StepResult): string[] =>
      log.split("\n").flatMap((line) => (line.startsWith("  │ ") ? [line.slice(4)] : []));
    const made = await rig.run({ command: "apply" }, { TOKEN: "zulu" });
    expect(made.exitCode).toBe(0);
    expect(lines(made)).toEqual([
      "made it",
      "with ***",
      "long *** url *** key ***",
      "all: made it",
      "with ***",
      "",
      " ***",
    ]);
    rig.write("opus.yaml", project + values + giver + use("now") + use("later"));
    const later = await rig.run({ command: "apply" }, { TOKEN: "zulu" });
    expect(changes(later.report)).toEqual({ giver: "noop", now: "noop", later: "create" });
    expect(lines(later)).toEqual(["long *** url *** key ***", "all: made it", "with ***", "", " ***"]);
    for (const { log } of [made, later]) {
      for (const secret of ["postgres://u:Qq77priv@zulu/db", "prod", "prodKkk12345secret", "the-key-itself"])
        expect(log.split("\n")).toContain(`::add-mask::${secret}`);
      expect(log).not.toContain("::add-mask::made it");
    }
    for (const part of ["Qq77priv", "Kkk12345", "the-key-itself"]) expect(rig.everything()).not.toContain(part);
  });

  it("are not kept without sealing: then a later use is an error, which says what helps", async () => {
    using rig = new Sealed({ "opus.yaml": project + db(1), "password.txt": password });
    await rig.run({ command: "apply", "encryption-key": "" });
    rig.write("opus.yaml", project + db(1) + user);
    const refused = await rig.run({ command: "plan", "encryption-key": "" });
    expect(refused.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(refused.log).toContain(
      'output PASSWORD of task "db" is sensitive and not kept in unsealed state, and "db" does not run this time',
    );
    expect(rig.everything()).not.toContain(password);
    // Neither is drift told of what was recorded without it.
    rig.write("opus.yaml", project + db(1));
    expect(drifts((await rig.run({ command: "drift", "encryption-key": "" })).report)).toEqual({ db: "in-sync" });
  });
});

describe("outputs that hold a secret", () => {
  const warnings = ({ report }: StepResult): readonly { readonly code: string }[] =>
    report.diagnostics.filter(({ code }: { readonly code: string }) => code === "output-holds-secret");

  it("have *** in its place but where it is a name, and warnings name them and the secret", async () => {
    const manifest = project.replace(
      "spec:\n",
      'spec:\n  hooks: [{use: outputs, with: {map: {where: "${OPUS:context}-${VAR:config:FILE_PATH}"}}}]\n',
    );
    const plain = task("File", { name: "config" }, { path: "plain.txt", content: "x" });
    using rig = new Sealed({ "opus.yaml": manifest + values + plain });
    const made = await rig.run({ command: "apply" }, { TOKEN: "test" });
    expect(made.exitCode).toBe(0);
    expect(made.outputs).toMatchObject({
      context: "test",
      contexts: '["test"]',
      where: "test-plain.txt",
      command: "apply",
    });
    expect(warnings(made)).toMatchObject([
      {
        severity: "warning",
        code: "output-holds-secret",
        message:
          'outputs of this step read like secrets, so GitHub may drop them as outputs of a job: "context" (secret "token"), "contexts" (secret "token"), "where" (secret "token")',
      },
    ]);
    // Recorded before it was a secret.
    const later = await rig.run({ command: "apply" }, { TOKEN: "plain.txt" });
    expect(JSON.parse(later.outputs.outputs ?? "").config.FILE_PATH).toBe("***");
    expect(warnings(later)).toMatchObject([
      {
        message:
          'outputs of this step hold secrets, and have *** in their place: "where" (secret "token"), config:FILE_PATH in "outputs" (secret "token")',
      },
    ]);
  });
});
