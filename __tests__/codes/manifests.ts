import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { OfFolder, OfTerminal, Samples } from "./sample.ts";

/** A manifest of one Project and some tasks. */
export const project = (spec = "contexts: [{ input: true }]"): string =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: { name: shop }\nspec:\n  ${spec.replaceAll("\n", "\n  ")}\n`;
export const task = (kind: string, name: string, spec: string, more = ""): string =>
  `apiVersion: opus/v1\nkind: ${kind}\nmetadata: { name: ${name}${more} }\nspec:${spec.startsWith("\n") ? "" : " "}${spec}\n`;
export const file = (name: string, spec = `{ path: ${name}.txt, content: Hello }`, more = ""): string =>
  task("File", name, spec, more);
export const shell = (name: string, spec: string, more = ""): string => task("Shell", name, spec, more);
export const values = (spec: string): string => task("Values", "shared", spec);
export const of = (...documents: readonly string[]): { readonly "opus.yaml": string } => ({
  "opus.yaml": documents.join("---\n"),
});

const validated = (...documents: readonly string[]): OfTerminal => ({
  files: of(...documents),
  commands: ["validate"],
});
const planned = (...documents: readonly string[]): OfTerminal => ({
  files: of(...documents),
  commands: ["plan --context prod"],
});
const broken = (name: string): OfFolder => ({ broken: name });

export const ofFiles = {
  "manifest-not-found": broken("01-manifest-not-found"),
  "manifest-unreadable": {
    files: {},
    before: [(folder) => symlinkSync("opus.yaml", join(folder, "opus.yaml"))],
    commands: ["validate"],
    when: "`opus.yaml` is a link to itself",
  },
  "manifest-too-large": {
    files: of(file("large", `{ path: large.txt, content: "${"x".repeat(4 * 1024 * 1024)}" }`)),
    hidden: ["opus.yaml"],
    commands: ["validate"],
    when: "one task has four MiB of text in its `content`",
  },
  "empty-manifest": broken("03-empty-file"),
  "include-matches-nothing": validated(project("include: [tasks/*.yaml]"), file("hello")),
  "bad-encoding": { broken: "08-latin1", when: "`opus.yaml` is Latin-1, and has an `ü` in it" },
  "control-character": { broken: "10-old-mac-line-ends", when: "`opus.yaml` has line ends of an old Mac" },
  "too-many-problems": {
    files: of(...Array.from({ length: 210 }, (_, at) => file(`f${at}`, "{ path: a, contnt: b }"))),
    hidden: ["opus.yaml"],
    commands: ["validate"],
    when: "210 tasks have a slip in the same field",
  },
} as const satisfies Samples;

export const ofYaml = {
  "yaml-syntax": broken("12-tab-indentation"),
  "yaml-directive": broken("33-yaml-1.1-directive"),
  "duplicate-key": broken("35-duplicate-key"),
  "non-string-key": broken("38-template-of-another-tool"),
  "merge-key": broken("36-merge-key"),
  "refused-key": broken("42-prototype-key"),
  "custom-tag": broken("39-custom-tag"),
  "bad-number": broken("41-number-too-large"),
  "leading-zero": validated(values("{ values: { branch: { type: any, default: 0123 } } }")),
  "unquoted-text": validated(shell("hello", "{ create: ./make, env: { PYTHON: 3.10 } }")),
  "bad-text": broken("47-half-a-surrogate"),
  "unknown-alias": broken("25-glob-taken-for-an-alias"),
  "alias-loop": broken("44-alias-of-itself"),
  "alias-bomb": broken("43-alias-bomb"),
  "too-deep": broken("45-too-deep-brackets"),
} as const satisfies Samples;

export const ofFields = {
  "not-a-mapping": broken("50-document-is-text"),
  "missing-field": broken("59-no-spec"),
  "unknown-field": validated(file("hello", "\n  path: out/hello.txt\n  contnt: Hello")),
  "wrong-type": broken("60-empty-spec"),
  "invalid-value": broken("80-context-rule-input-false"),
  "invalid-name": broken("92-value-for-a-glob"),
  "unknown-kind": broken("54-unknown-kind"),
  "unknown-api-version": broken("57-unknown-api-version"),
  "second-project": broken("58-two-projects"),
  "reserved-name": broken("129-project-called-readme"),
  "command-name-taken": validated(project("commands: { drift: apply }"), file("hello")),
  "unknown-command": broken("72-scope-with-unknown-command"),
  "unknown-ignored-field": planned(project(), file("hello", undefined, ", lifecycle: { ignoreChanges: [/mod] }")),
  "duplicate-task": broken("65-duplicate-task"),
  "duplicate-value": broken("95-value-declared-twice"),
  "duplicate-secret": validated(
    project(),
    task("Values", "one", "{ secrets: { token: { env: TOKEN } } }"),
    task("Values", "two", "{ secrets: { token: { env: SHOP_TOKEN } } }"),
  ),
  "former-name-in-use": broken("73-former-name-in-use"),
  "former-name-twice": broken("74-former-name-twice"),
  "former-name-of-none": validated(project("contexts: [{ input: true, formerNames: [production] }]"), file("hello")),
  "self-dependency": broken("70-self-dependency"),
  "path-escape": validated(project("include: [../tasks/*.yaml]"), file("hello")),
  "path-refused": validated(project(), file("hello", "{ path: .git/hooks/pre-commit, content: Hello }")),
  "bad-values": {
    files: of(project(), values("{ values: { region: { type: string } } }")),
    commands: ["plan --context prod --values [eu]"],
  },
  "unknown-hook": validated(project("hooks: [{ use: sumary }]"), file("hello")),
  "fixed-hook": validated(project("hooks: [{ use: update-state }]"), file("hello")),
  "unknown-target": {
    files: of(project(), file("hello")),
    commands: ["plan --context prod --target helo"],
  },
  "no-context": {
    files: of(project("contexts: [{ branch: main, context: prod }]"), file("hello")),
    commands: ["plan --context prd"],
  },
  "unknown-project": {
    files: of(project("stat: { backend: file }\ncontexts: [{ input: true }]"), file("hello")),
    commands: ["delete --context prod --yes"],
  },
  "bad-context-name": {
    files: of(project('contexts: [{ branch: "feature/*", context: "${GITHUB:ref_name}" }]'), file("hello")),
    steps: [{ inputs: { command: "plan" }, event: { name: "push", ref: "refs/heads/feature/x", payload: {} } }],
  },
  "bad-path": planned(
    project(),
    values("{ values: { name: { type: string, default: ../hello.txt } } }"),
    file("hello", '{ path: "${VALUE:name}", content: Hello }'),
  ),
  "bad-shell": planned(project(), shell("hello", `{ create: ./make, shell: "bash -c 'x" }`)),
  "bad-script": planned(project(), shell("hello", '{ create: "./make\\0" }')),
  "bad-outputs": planned(project(), shell("hello", '{ create: ./make, outputs: ["!out/tmp/**"] }')),
  "bad-variable": planned(project(), shell("hello", '{ create: ./make, env: { NAME: "a\\0" } }')),
  "reserved-variable": planned(project(), shell("hello", "{ create: ./make, env: { GITHUB_TOKEN: x } }")),
} as const satisfies Samples;

export const ofValues = {
  "value-required": broken("119-required-value-missing"),
  "value-type": {
    files: of(project(), values("{ values: { replicas: { type: integer, default: 2 } } }")),
    commands: ["plan --context prod --values replicas=many"],
  },
  "value-cycle": planned(
    project(),
    values('{ values: { a: { type: string, default: "${VALUE:b}" }, b: { type: string, default: "${VALUE:a}" } } }'),
    file("hello", '{ path: hello.txt, content: "${VALUE:a}" }'),
  ),
  "value-missing": planned(
    project(),
    values("{ values: { region: { type: string, required: false } } }"),
    file("hello", '{ path: hello.txt, content: "${VALUE:region}" }'),
  ),
  "value-bomb": planned(
    project(),
    values(
      `{ values: { ${Array.from({ length: 9 }, (_, at) => `v${at}: { type: string, default: "${at === 0 ? "many words" : `\${VALUE:v${at - 1}}`.repeat(10)}" }`).join(",\n    ")} } }`,
    ),
    file("hello", '{ path: hello.txt, content: "${VALUE:v8}" }'),
  ),
} as const satisfies Samples;

export const ofReferences = {
  "bad-reference": validated(project(), file("hello", '{ path: hello.txt, content: "${NAME}" }')),
  "unknown-filter": validated(
    project(),
    values("{ values: { region: { type: string, default: eu } } }"),
    file("hello", '{ path: hello.txt, content: "${VALUE:region | jsn}" }'),
  ),
  "bad-filter": validated(
    project(),
    values("{ values: { region: { type: string, default: eu } } }"),
    file("hello", '{ path: hello.txt, content: "${VALUE:region | indent}" }'),
  ),
  "filter-type": planned(
    project(),
    values("{ values: { settings: { type: object, default: { a: 1 } } } }"),
    file("hello", '{ path: hello.txt, content: "${VALUE:settings | lower}" }'),
  ),
  "reference-in-script": validated(
    project(),
    values("{ values: { region: { type: string, default: eu } } }"),
    shell("hello", '{ create: "./make ${VALUE:region}" }'),
  ),
  "reference-in-hook": {
    files: {
      ...of(project('hooks: [{ use: ./opus/tell.mjs, with: { where: "${ENV:CHANNEL}" } }]'), file("hello")),
      "opus/tell.mjs": "export default { on() {} };\n",
    },
    commands: ["validate"],
  },
  "unknown-value": validated(project(), file("hello", '{ path: hello.txt, content: "${VALUE:region}" }')),
  "unknown-secret": validated(project(), file("hello", '{ path: hello.txt, content: "${SECRET:token}" }')),
  "unknown-task": validated(
    project(),
    file("hello", undefined, ", dependencies: [{ tasks: [foldr] }]"),
    file("folder"),
  ),
  "unknown-output": validated(
    project(),
    file("first"),
    file("second", '{ path: second.txt, content: "${VAR:first:CHECKSUM}" }'),
  ),
  "sensitive-output": {
    files: of(
      project(),
      values("{ secrets: { token: { env: TOKEN } } }"),
      shell(
        "key",
        '{ create: \'echo "::add-mask::$T"; echo "KEY=$T" >> "$OPUS_OUTPUT"\', secretEnv: { T: "${SECRET:token}" } }',
      ),
      file("second", '{ path: second.txt, content: "${VAR:key:KEY}" }'),
    ),
    commands: ["apply --context prod", "plan --context prod"],
    env: { TOKEN: "long-and-random-4711" },
  },
  "unset-secret": planned(
    project(),
    values("{ secrets: { token: { env: SHOP_TOKEN } } }"),
    shell("hello", '{ create: ./make, secretEnv: { TOKEN: "${SECRET:token}" } }'),
  ),
  "short-secret": {
    files: of(
      project(),
      values("{ secrets: { token: { env: SHOP_TOKEN } } }"),
      shell("hello", '{ create: ./make, secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    commands: ["plan --context prod"],
    env: { SHOP_TOKEN: "abc" },
    when: "`SHOP_TOKEN` is `abc`",
  },
  "guessable-secret": {
    files: of(
      project(),
      values("{ secrets: { token: { env: SHOP_TOKEN } } }"),
      shell("storefront", '{ create: ./make, secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    commands: ["plan --context prod"],
    env: { SHOP_TOKEN: "storefront" },
    when: "`SHOP_TOKEN` is the name of the task",
  },
  "secret-in-manifest": {
    files: of(
      project(),
      values("{ secrets: { token: { env: SHOP_TOKEN } } }"),
      shell("hello", '{ create: "./make --token correct-horse-4711", secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    commands: ["plan --context prod"],
    env: { SHOP_TOKEN: "correct-horse-4711" },
    when: "`SHOP_TOKEN` is `correct-horse-4711`",
  },
  "unset-variable": planned(project(), file("hello", '{ path: hello.txt, content: "${ENV:REGION}" }')),
  "refused-variable": planned(project(), file("hello", '{ path: hello.txt, content: "${ENV:GITHUB_TOKEN}" }')),
  "unknown-github": planned(project(), file("hello", '{ path: hello.txt, content: "${GITHUB:ref_nam}" }')),
  "unknown-opus": planned(
    project(),
    values('{ values: { name: { type: string, default: "${OPUS:task}" } } }'),
    shell("hello", '{ create: ./make, env: { NAME: "${VALUE:name}" } }'),
  ),
  "not-text": planned(
    project(),
    values("{ values: { zones: { type: array, default: [a, b] } } }"),
    file("hello", '{ path: hello.txt, content: "zones: ${VALUE:zones}" }'),
  ),
} as const satisfies Samples;
