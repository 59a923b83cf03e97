import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { TaskState } from "../../../src/engine/model/state-body.ts";
import {
  concealOutputs,
  findGiven,
  findRecorded,
  outputKey,
  recordedSecrets,
  type SensitiveOutput,
  shownOutputs,
  storedOutputs,
} from "../../../src/engine/recorded/outputs.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import {
  environmentLookup,
  findSecret,
  type ReferenceEnvironment,
  readSecret,
} from "../../../src/engine/references/lookup.ts";
import { parseTemplate, type Reference } from "../../../src/engine/references/references.ts";
import { entry, place } from "../samples.ts";

const referenceEnvironment: ReferenceEnvironment = {
  environment: {
    USER: "mona",
    EMPTY: "",
    TOKEN: "t0ken",
    PROD_TOKEN: "pr0d",
    GITHUB_TOKEN: "ghs_x",
    INPUT_VALUES: "x",
    actions_runtime_token: "y",
    GITHUB_SHA: "abc",
  },
  github: {
    sha: "abc",
    event: { number: 7, pull_request: { labels: [{ name: "preview" }], draft: false, body: null } },
  },
  project: "storefront",
  command: "deploy",
  context: "prod",
  inherited: "test",
  secrets: new Map([
    ["token", { name: "token", env: "TOKEN", contexts: { prod: "PROD_TOKEN" }, locate: place }],
    ["plain", { name: "plain", env: "TOKEN", contexts: {}, locate: place }],
    ["inherited", { name: "inherited", env: "NOWHERE", contexts: { test: "TOKEN" }, locate: place }],
    ["empty", { name: "empty", env: "EMPTY", contexts: {}, locate: place }],
    ["unset", { name: "unset", env: "UNSET_TOKEN", contexts: {}, locate: place }],
  ]),
  trusted: true,
};

function find(text: string, more: Partial<ReferenceEnvironment> = {}) {
  return environmentLookup({ ...referenceEnvironment, ...more })(parseTemplate(text).parts[0] as Reference);
}

describe("${ENV:…}", () => {
  it("is what the variable holds, an empty text too", () => {
    expect(find("${ENV:USER}")).toEqual({ type: "value", value: "mona" });
    expect(find("${ENV:EMPTY}")).toEqual({ type: "value", value: "" });
    expect(find("${ENV:GITHUB_SHA}")).toEqual({ type: "value", value: "abc" });
  });

  it("that is not set is missing", () => {
    expect(find("${ENV:NOBODY}")).toEqual({
      type: "missing",
      code: "unset-variable",
      message: "the environment variable NOBODY is not set",
      suggestion: "Set it in the step's `env`, or give a default: `${ENV:NOBODY:-…}`.",
    });
    expect(find("${ENV:constructor}")).toMatchObject({ type: "missing" });
  });

  it.each([
    "GITHUB_TOKEN",
    "GITHUB_ENV",
    "GITHUB_OUTPUT",
    "GITHUB_PATH",
    "GITHUB_STATE",
    "GITHUB_STEP_SUMMARY",
    "INPUT_VALUES",
    "INPUT_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "actions_runtime_token",
    "github_token",
  ])("%s is refused, set or not, trusted or not", (name) => {
    const refused = {
      type: "missing",
      code: "refused-variable",
      message: `the environment variable ${name} belongs to the runner and is not handed to manifests`,
      suggestion: "Set a variable of your own in the step's `env`, and declare it as a secret when it is one.",
    };
    expect(find(`\${ENV:${name}}`)).toEqual(refused);
    expect(find(`\${ENV:${name}}`, { trusted: false })).toEqual(refused);
  });

  it("of the key that seals state is refused", () => {
    expect(find("${ENV:OPUS_ENCRYPTION_KEY}", { environment: { OPUS_ENCRYPTION_KEY: "k" } })).toMatchObject({
      code: "refused-variable",
      message: "the environment variable OPUS_ENCRYPTION_KEY belongs to opus and is not handed to manifests",
    });
  });

  it.each(["OPUS_ENCRYPTION_KEY", "opus_anything"])("of opus itself (%s) is refused", (name) => {
    expect(find(`\${ENV:${name}}`, { environment: { [name]: "k" } })).toMatchObject({ code: "refused-variable" });
  });

  it("is hidden from an untrusted run, set or not", () => {
    for (const name of ["USER", "NOBODY"]) {
      expect(find(`\${ENV:${name}}`, { trusted: false })).toEqual({
        type: "unknown",
        label: `hidden from an untrusted run: ENV:${name}`,
      });
    }
  });
});

describe("${GITHUB:…}", () => {
  it.each([
    ["sha", "abc"],
    ["event.number", 7],
    ["event.pull_request.draft", false],
    ["event.pull_request.labels.0.name", "preview"],
    ["event.pull_request", { labels: [{ name: "preview" }], draft: false, body: null }],
  ])("%s", (path, value) => {
    expect(find(`\${GITHUB:${path}}`)).toEqual({ type: "value", value });
    expect(find(`\${GITHUB:${path}}`, { trusted: false })).toEqual({ type: "value", value });
  });

  it.each([
    ["event.numbr", "Did you mean `${GITHUB:event.number}`?"],
    ["event.release.name", "Not every event has it; give a default: `${GITHUB:event.release.name:-…}`."],
    ["event.pull_request.body", "Not every event has it; give a default: `${GITHUB:event.pull_request.body:-…}`."],
    ["token", "Not every event has it; give a default: `${GITHUB:token:-…}`."],
    ["constructor", "Not every event has it; give a default: `${GITHUB:constructor:-…}`."],
    [
      "event.pull_request.labels.9.name",
      "Not every event has it; give a default: `${GITHUB:event.pull_request.labels.9.name:-…}`.",
    ],
  ])("%s is missing", (path, suggestion) => {
    expect(find(`\${GITHUB:${path}}`)).toEqual({
      type: "missing",
      code: "unknown-github",
      message: `the github context of this run has no "${path}"`,
      suggestion,
    });
  });
});

describe("${OPUS:…}", () => {
  it.each([
    ["context", "prod"],
    ["inherited-context", "test"],
    ["command", "deploy"],
    ["project", "storefront"],
    ["dollar", "$"],
  ])("%s", (name, value) => {
    expect(find(`\${OPUS:${name}}`)).toEqual({ type: "value", value });
  });

  it("a context that inherits from none is its own", () => {
    expect(find("${OPUS:inherited-context}", { inherited: undefined })).toEqual({ type: "value", value: "prod" });
  });

  it("of another name is missing", () => {
    expect(find("${OPUS:contxt}")).toEqual({
      type: "missing",
      code: "unknown-opus",
      message: "there is no `${OPUS:contxt}`",
      suggestion: "Did you mean `${OPUS:context}`?",
    });
    expect(find("${OPUS:zzzzz}")).toMatchObject({
      suggestion: "There are context, inherited-context, command, task, project and dollar.",
    });
  });
});

it.each(["VAR:a:K", "SECRET:a", "VALUE:a"])("${%s} is the caller's", (name) => {
  expect(find(`\${${name}}`)).toMatchObject({
    type: "missing",
    code: "bad-reference",
    message: `\`\${${name}}\` can't be used here`,
  });
});

describe("${SECRET:…}", () => {
  it("comes from the variable of the context, of the inherited one, or the common one", () => {
    expect(findSecret(referenceEnvironment, "token")).toEqual({ type: "secret", value: "pr0d", env: "PROD_TOKEN" });
    expect(findSecret(referenceEnvironment, "inherited")).toEqual({ type: "secret", value: "t0ken", env: "TOKEN" });
    expect(findSecret(referenceEnvironment, "plain")).toEqual({ type: "secret", value: "t0ken", env: "TOKEN" });
    expect(findSecret({ ...referenceEnvironment, context: "test", inherited: undefined }, "token")).toMatchObject({
      value: "t0ken",
    });
  });

  it("is missing when it is not declared, not set or empty", () => {
    expect(findSecret(referenceEnvironment, "tokn")).toEqual({
      type: "missing",
      code: "unknown-secret",
      message: 'no secret "tokn" is declared',
      suggestion: 'Did you mean "token"?',
    });
    expect(findSecret(referenceEnvironment, "empty")).toMatchObject({
      code: "unset-secret",
      message: 'the secret "empty" is used, but the environment variable EMPTY is empty',
    });
    expect(findSecret(referenceEnvironment, "unset")).toEqual({
      type: "missing",
      code: "unset-secret",
      message: 'the secret "unset" is used, but the environment variable UNSET_TOKEN is not set',
      suggestion: "Hand it to the step: `env: {UNSET_TOKEN: ${{ secrets.UNSET_TOKEN }}}`.",
    });
  });

  it("is never read in an untrusted run, set or not", () => {
    const untrusted = { ...referenceEnvironment, trusted: false };
    expect(findSecret(untrusted, "token")).toEqual({ type: "secret", value: "(hidden)", env: "PROD_TOKEN" });
    expect(findSecret(untrusted, "unset")).toEqual({ type: "secret", value: "(hidden)", env: "UNSET_TOKEN" });
  });
});

describe("outputs", () => {
  const run = { command: "apply", context: "prod", inherited: undefined };
  const outputs = [
    { name: "ID", value: "plain" },
    { name: "ID", value: "for apply", command: "apply" },
    { name: "ID", value: "for prod", context: "prod" },
    { name: "ID", value: "for both", command: "apply", context: "prod" },
  ];

  it.each([
    ["apply", "prod", "for both"],
    ["apply", "test", "for apply"],
    ["drift", "prod", "for prod"],
    ["drift", "test", "plain"],
  ])("bound ones: in %s and %s it is %j", (command, context, expected) => {
    const state = entry(storedOutputs(outputs, false));
    const here = { command, context, inherited: undefined };
    expect(findGiven(outputs, "ID", here)?.value).toBe(expected);
    expect(findRecorded("a", state, "ID", here)).toEqual({ type: "value", value: expected });
  });

  it("bound to something else are not found", () => {
    const state = entry(storedOutputs(outputs.slice(3), false));
    expect(findRecorded("a", state, "ID", { ...run, context: "test" })).toMatchObject({
      type: "missing",
      code: "unknown-output",
    });
  });

  it("are kept by name, or by what they are bound to; sensitive ones by name alone, unless state is sealed", () => {
    expect(outputs.map(outputKey)).toEqual(["ID", "apply::ID", ":prod:ID", "apply:prod:ID"]);
    const given = [
      { name: "A", value: 1 },
      { name: "B", value: "s", sensitive: true, command: "apply" },
    ];
    expect(storedOutputs(given, false)).toEqual({ outputs: { A: 1 }, sensitiveOutputs: ["apply::B"] });
    expect(storedOutputs(given, true)).toEqual({ outputs: { A: 1, "apply::B": "s" }, sensitiveOutputs: ["apply::B"] });
    expect(storedOutputs(given.slice(0, 1), true)).toEqual({ outputs: { A: 1 } });
  });

  it("are shown without the sensitive ones", () => {
    const state = entry({ outputs: { A: 1, "apply::B": "s" }, sensitiveOutputs: ["apply::B"] });
    expect(shownOutputs(state)).toEqual({ outputs: { A: 1 }, sensitiveOutputs: ["apply::B"] });
    expect(shownOutputs(entry({ outputs: { A: 1 } }))).toEqual({ outputs: { A: 1 } });
    expect(shownOutputs(undefined)).toEqual({ outputs: {} });
  });

  describe("that are sensitive", () => {
    /** What becomes secret, in order, when `known` is one already. */
    function concealed(outputs: readonly SensitiveOutput[], ...known: readonly string[]): string[] {
      const redactor = createRedactor();
      for (const secret of known) redactor.add(secret);
      const made: string[] = [];
      concealOutputs(outputs, redactor, (text, what) => {
        redactor.add(text);
        made.push(`${what}: ${text}`);
      });
      return made;
    }
    const shell = (outputs: JsonObject, sensitiveOutputs: readonly string[], named: readonly string[] = []) =>
      entry({ spec: { sensitiveOutputs: named }, outputs, sensitiveOutputs });
    const found = (state: TaskState) => recordedSecrets([["db", state]]);

    it("are found with what they hold and whether they were called so, where state has them", () => {
      const state = shell({ URL: "u", "apply::PIN": 98765, ID: 1 }, ["URL", "apply::PIN", "NOT_KEPT"], ["PIN"]);
      expect(
        recordedSecrets([
          ["db", state],
          ["other", entry({ outputs: { URL: "open" } })],
        ]),
      ).toEqual([
        { task: "db", key: "URL", value: "u", declared: false },
        { task: "db", key: "apply::PIN", value: 98765, declared: true },
      ]);
      expect(found({ ...state, module: "kinds/db.mjs" }).map(({ declared }) => declared)).toEqual([true, true]);
    });

    it("are secret by all their texts, whatever is known of them and however they hold each other", () => {
      const dsn = { user: "admin", password: "admin-Zx81", ports: [5432, 1], on: true };
      const outputs = {
        DSN: dsn,
        NUMBER: 123456,
        URL: "postgres://u:Qq77@test/db",
        SHORT: "prod",
        LONG: "prodKkk12345",
        NO: "abc",
      };
      const names = Object.keys(outputs);
      expect(concealed(found(shell(outputs, names, names)), "test", "1", "prod")).toEqual([
        'output DSN of task "db": admin',
        'output DSN of task "db": admin-Zx81',
        'output DSN of task "db": 5432',
        'output NUMBER of task "db": 123456',
        'output URL of task "db": postgres://u:Qq77@test/db',
        'output SHORT of task "db": prod',
        'output LONG of task "db": prodKkk12345',
      ]);
    });

    it("and merely hold a secret are secret when they are one line, and not in all their lines", () => {
      const outputs = { STDOUT: "made it\nwith Alpha-1\n", URL: "db://Alpha-1@host\n", KEY: "made it\nkey\n" };
      const state = shell(outputs, ["STDOUT", "URL", "KEY"], ["KEY"]);
      expect(concealed(found(state), "Alpha-1")).toEqual([
        'output KEY of task "db": made it\nkey\n',
        'output URL of task "db": db://Alpha-1@host\n',
      ]);
    });

    it("and held a secret that nobody knows any more are secret whole", () => {
      const state = shell({ STDOUT: "made it\nwith Alpha-1\n" }, ["STDOUT"]);
      expect(concealed(found(state), "Beta-2")).toEqual(['output STDOUT of task "db": made it\nwith Alpha-1\n']);
    });
  });

  it("of a task that was never applied are missing", () => {
    expect(findRecorded("db", undefined, "URL", run)).toEqual({
      type: "missing",
      code: "unknown-output",
      message: 'task "db" has not been applied in the context "prod", so it has no output URL',
      suggestion: 'Apply "db" first, or give a default: `${VAR:db:URL:-…}`.',
    });
  });

  it("that a task has not are missing, with what it has", () => {
    const state = entry({ outputs: { URL: "x" }, sensitiveOutputs: ["PASSWORD"] });
    expect(findRecorded("db", state, "URK", run)).toEqual({
      type: "missing",
      code: "unknown-output",
      message: 'task "db" has no output URK',
      suggestion: "Did you mean URL?",
    });
    expect(findRecorded("db", state, "SOMETHING", run)).toMatchObject({ suggestion: "It has URL, PASSWORD." });
    expect(findRecorded("db", entry(), "SOMETHING", run)).toMatchObject({ suggestion: "It has no outputs at all." });
    expect(findRecorded("db", state, "constructor", run)).toMatchObject({ type: "missing" });
  });

  it("that are sensitive are found in sealed state only", () => {
    expect(findRecorded("db", entry({ sensitiveOutputs: ["PASSWORD"] }), "PASSWORD", run)).toEqual({
      type: "missing",
      code: "sensitive-output",
      message:
        'output PASSWORD of task "db" is sensitive and not kept in unsealed state, and "db" does not run this time',
      suggestion:
        'Take the value from a secret; or seal the state with `encryption-key`: then it is kept from the next create or update of "db" on.',
    });
    const sealed = entry({ outputs: { PASSWORD: "p" }, sensitiveOutputs: ["PASSWORD"] });
    expect(findRecorded("db", sealed, "PASSWORD", run)).toEqual({ type: "sensitive", value: "p" });
  });
});

describe("a secret that state says is in a variable", () => {
  const reserved = ["INPUT_VALUES", "actions_runtime_token", "GITHUB_TOKEN", "OPUS_ENCRYPTION_KEY", "GITHUB_ENV"];

  it("is read there", () => {
    expect(readSecret(referenceEnvironment, "gone", "TOKEN")).toEqual({ type: "secret", value: "t0ken", env: "TOKEN" });
  });

  it.each(reserved)("is never one that belongs to the runner or to opus: %s", (env) => {
    const environment = { ...referenceEnvironment.environment, OPUS_ENCRYPTION_KEY: "k", GITHUB_ENV: "/e" };
    for (const trusted of [true, false])
      expect(readSecret({ ...referenceEnvironment, environment, trusted }, "s", env)).toEqual({
        type: "missing",
        code: "refused-variable",
        message: `the secret "s" was recorded in the environment variable ${env}, which belongs to ${env.startsWith("OPUS_") ? "opus" : "the runner"} and is not handed out`,
        suggestion: "Declare the secret in the manifest, with a variable of your own.",
      });
  });

  it("is the job's token where the manifest says so, for this context", () => {
    const token = (contexts: { readonly [name: string]: string }, env = "") =>
      readSecret(
        { ...referenceEnvironment, secrets: new Map([["job", { name: "job", env, contexts, locate: place }]]) },
        "s",
        "GITHUB_TOKEN",
      ).type;
    expect([token({}, "GITHUB_TOKEN"), token({ prod: "GITHUB_TOKEN" })]).toEqual(["secret", "secret"]);
    expect(token({ dev: "GITHUB_TOKEN" })).toBe("missing");
  });
});
