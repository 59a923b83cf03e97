import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { branchName, readSettings, readSureSettings } from "../../src/action/inputs.ts";
import { metadata } from "../../src/action/metadata.generated.ts";
import { type RawInputs, readRawInputs, withEnvironment } from "../../src/action/raw-inputs.ts";
import { stepSurface, terminalSurface } from "../../src/engine/text/surface.ts";

function problems(raw: RawInputs, terminal = false): string[] {
  const read = readSettings(raw, { terminal });
  if (read.ok) return [];
  for (const { code, severity } of read.error) expect([code, severity]).toEqual(["invalid-input", "error"]);
  return read.error.map(({ message, suggestion }) =>
    suggestion === undefined ? message : `${message}. ${suggestion}`,
  );
}

test("the defaults are those of action.yml", () => {
  const expected = {
    command: "plan",
    manifest: ["opus.yaml"],
    targets: [],
    workingDirectory: ".",
    state: {},
    lockTimeoutMs: 300_000,
    refresh: "all",
    parallelism: 10,
    failFast: false,
    expectNoChanges: false,
    failOnDrift: false,
    requireReviewedPlan: false,
    commentPr: "always",
    driftIssue: false,
    summary: true,
    reports: ["opus-reports/**/*.json"],
    recorded: false,
    changed: false,
    initialize: false,
  };
  expect(readSettings({}, { terminal: true })).toEqual({ ok: true, value: { ...expected, surface: terminalSurface } });
  const empty = Object.fromEntries(metadata.inputs.map(({ name }) => [name, ""])) as RawInputs;
  // Of this one empty means something: that the step which was to plan has planned nothing.
  const given = { ...empty, "plan-digest": "none" };
  expect(readSettings(given, { terminal: false })).toEqual({ ok: true, value: { ...expected, surface: stepSurface } });
  expect(problems(empty)).toEqual([
    'input "plan-digest" is empty, which approves no plan. Hand over the output `plan-digest` of a step that planned one context; leave it out, or write `none`, to do whatever the plan of now is.',
  ]);
});

test("everything that can be set", () => {
  const read = readSettings(
    {
      command: "rollback",
      "plan-command": "update",
      manifest: "a.yaml, b/{c,d}.yaml\n*.json",
      context: "pr-123",
      target: "web-*,\n db ",
      values: "a: 1",
      "values-file": "v.yaml",
      "working-directory": "sub",
      token: "ghs_x",
      "state-backend": "file",
      "state-path": "/state",
      "lock-timeout": "90s",
      "lock-id": "abc",
      refresh: "none",
      parallelism: "256",
      "fail-fast": "TRUE",
      "max-deletes": "0",
      "expect-no-changes": "True",
      "fail-on-drift": "true",
      "require-reviewed-plan": "true",
      "plan-digest": ` hmac-sha256:${"0".repeat(64)} `,
      "plan-signing-key": "0123456789abcdef",
      "comment-pr": "on-changes",
      reports: "a/*.json",
      summary: "False",
      "report-path": "r.json",
      to: "41",
    },
    { terminal: false },
  );
  expect(read.ok && read.value).toEqual({
    surface: stepSurface,
    changed: false,
    command: "rollback",
    planCommand: "update",
    manifest: ["a.yaml", "b/{c,d}.yaml", "*.json"],
    context: "pr-123",
    targets: ["web-*", "db"],
    values: { text: "a: 1", origin: 'input "values"' },
    valuesFile: "v.yaml",
    workingDirectory: "sub",
    token: "ghs_x",
    state: { backend: "file", path: "/state" },
    lockTimeoutMs: 90_000,
    lockId: "abc",
    refresh: "none",
    parallelism: 256,
    failFast: true,
    maxDeletes: 0,
    expectNoChanges: true,
    failOnDrift: true,
    requireReviewedPlan: true,
    planDigest: `hmac-sha256:${"0".repeat(64)}`,
    planSigningKey: "0123456789abcdef",
    commentPr: "on-changes",
    driftIssue: false,
    summary: false,
    reportPath: "r.json",
    reports: ["a/*.json"],
    to: 41,
    recorded: false,
    initialize: false,
  });
});

test("all problems are told at once, in the words of their place", () => {
  const raw: RawInputs = {
    context: "../x",
    "lock-timeout": "5 minutes",
    refresh: "chnged",
    parallelism: "ten",
    "fail-fast": "yes",
    "max-deletes": "-1",
    to: "1.5",
    "comment-pr": "nevr",
  };
  expect(problems(raw)).toEqual([
    'input "context" must be a name of letters, digits, `.`, `_` and `-` that begins with a letter or digit, not "../x"',
    'input "lock-timeout" must be 0 or a duration such as 90s, 5m or 1h, of at most 24 days, not "5 minutes"',
    'input "refresh" must be `all`, `changed` or `none`, not "chnged". Did you mean `changed`?',
    'input "parallelism" must be a whole number from 1 to 256, not "ten"',
    'input "fail-fast" must be `true` or `false`, not "yes"',
    'input "max-deletes" must be a whole number, 0 or more, not "-1"',
    'input "comment-pr" must be `always`, `on-changes` or `never`, not "nevr". Did you mean `never`?',
    'input "to" must be a whole number, 0 or more, not "1.5"',
  ]);
  expect(problems({ parallelism: "0" }, true)).toEqual(['--parallelism must be a whole number from 1 to 256, not "0"']);
  expect(problems({ parallelism: `${"9".repeat(100)}\n::error::` })[0]).toBe(
    `input "parallelism" must be a whole number from 1 to 256, not "${"9".repeat(60)}…"`,
  );
});

test("what is for workflows says so in a terminal, and no secret is repeated", () => {
  const raw: RawInputs = { "plan-signing-key": "hunter2", "require-reviewed-plan": "true", "drift-issue": "true" };
  const signing =
    "has fewer than 16 characters, and may be found by trying. Make one with `openssl rand -hex 32`, and keep it as a secret of the repository.";
  expect(problems(raw)).toEqual([`input "plan-signing-key" ${signing}`]);
  expect(problems(raw, true)).toEqual([
    "--require-reviewed-plan is for workflows. Apply from a workflow, or leave it out.",
    `--plan-signing-key ${signing}`,
    "--drift-issue is for workflows. Look for drift in a workflow, or leave it out.",
  ]);
});

test("names of branches are those that git takes, here and in the manifest's schema", () => {
  const good = ["opus-state", "state/prod", "a", "ünïcode", "a.b", "v1@x", "-".padStart(2, "x")];
  const bad = [
    "",
    " ",
    "refs/heads/x",
    "-x",
    "/x",
    "x/",
    "x..y",
    "a b",
    "x~1",
    "x^",
    "a:b",
    "x.lock",
    "x.lock/y",
    "a/.b",
  ];
  bad.push("HEAD", "head", "Head", "@", "a@{1}", "x.", "a//b", "a\\b", "a*", "a\u0000b", "a\nb", ".x");
  for (const name of good) expect([name, problems({ "state-branch": name })]).toEqual([name, []]);
  for (const name of bad) expect([name, branchName.test(name)]).toEqual([name, false]);
  expect(problems({ "state-branch": "a..b" })).toEqual([
    'input "state-branch" must be the name of a branch, such as `opus-state`; of references only ${OPUS:context} and ${OPUS:project} may stand in it, not "a..b"',
  ]);
  const schema = readFileSync(join(import.meta.dirname, "../../schema/project.json"), "utf8");
  expect(schema).toContain(`"pattern": ${JSON.stringify(branchName.source.replaceAll("\\/", "/"))},`);
});

test("inputs of a step are read by their names, trimmed, but for the indentation of YAML", () => {
  const env = {
    INPUT_COMMAND: " apply ",
    "INPUT_PLAN-COMMAND": "",
    INPUT_VALUES: "\n  a: 1\n  b: 2\n",
    INPUT_OTHER: "x",
  };
  expect(readRawInputs(env)).toEqual({ command: "apply", "plan-command": "", values: "  a: 1\n  b: 2" });
});

test("what says where to report, and what must be masked, is read whatever else is wrong", () => {
  const raw = { parallelism: "0", command: "apply", "report-path": "r.json", "working-directory": "sub", token: "t" };
  expect(readSettings(raw, { terminal: false }).ok).toBe(false);
  expect(readSureSettings({ ...raw, summary: "false", "encryption-key": "k", "plan-signing-key": "s" })).toEqual({
    command: "apply",
    summary: false,
    workingDirectory: "sub",
    reportPath: "r.json",
    token: "t",
    encryptionKey: "k",
    planSigningKey: "s",
  });
  expect(readSureSettings({ summary: "maybe" })).toEqual({ command: "plan", summary: true, workingDirectory: "." });
});

test("a terminal takes the key from its environment, unless there is a flag", () => {
  const env = { OPUS_ENCRYPTION_KEY: "of the environment", OPUS_TOKEN: "none of ours" };
  expect(withEnvironment({ command: "plan" }, env)).toEqual({
    command: "plan",
    "encryption-key": env.OPUS_ENCRYPTION_KEY,
  });
  expect(withEnvironment({ "encryption-key": "of a flag" }, env)).toEqual({ "encryption-key": "of a flag" });
  expect(withEnvironment({ "encryption-key": "" }, env)).toEqual({ "encryption-key": "" });
  expect(withEnvironment({ command: "plan" }, {})).toEqual({ command: "plan" });
});
