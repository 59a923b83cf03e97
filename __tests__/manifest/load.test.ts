import { describe, expect, it } from "vitest";
import { readMapping } from "../../src/manifest/yaml/yaml-mapping.ts";
import { load } from "../doubles/memory-files.ts";

const whole = `apiVersion: opus/v1
kind: Project
metadata: {name: storefront}
spec:
  include: ["opus/**/*.yaml"]
  contexts:
  - {input: true}
  - {input: [test, prod]}
  - {event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}", inherits: dev}
  - {event: [push, schedule], contexts: [test, prod]}
  - {tag: "v*", context: prod}
  commands: {deploy: apply}
  state: {backend: branch, branch: opus-state}
  limits: {maxDeletes: 5, maxDeletePercent: 30}
  hooks:
  - {use: summary, with: {}}
  - {use: ./opus/hooks/notify.mjs, on: [deploy]}
  processors: [./opus/processors/*.mjs]
---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec:
  values:
    apiUrl: {type: string, required: true, contexts: {test: "https://test.example"}}
    retries: {type: integer, default: 1, contexts: {prod: "\${ENV:RETRIES}"}}
  secrets:
    hookToken: {env: HOOK_TOKEN, contexts: {prod: {env: PROD_HOOK_TOKEN}}}
    onlyProd: {contexts: {prod: {env: PROD_ONLY}}}
---
apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  description: what it is for
  formerNames: [hello]
  dependencies:
  - tasks: [two]
  - {commands: [deploy], contexts: [prod], tasks: [health]}
  processingScope:
  - {commands: [deploy, delete, drift], contexts: [test, "pr-*"]}
  autoRollback: false
  lifecycle: {adopt: false, onRemove: delete, preventDestroy: [prod], ignoreChanges: [/mode], ephemeral: false, onInterrupted: stop}
  timeout: 5m
  retries: {limit: 2, delay: 500ms}
spec: {path: out/hello.txt, content: "Hello \${VALUE:apiUrl}"}
`;

const minimal = (name: string) =>
  `apiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: out/${name}, content: x}\n`;

describe("a valid manifest", () => {
  const manifest = load({ "opus.yaml": whole, "opus/b/two.yaml": minimal("two"), "opus/one.yaml": minimal("one") });

  it("has no diagnostics", () => expect(manifest.diagnostics).toEqual([]));

  it("gives the project", () => {
    const { locate, ...project } = manifest.project ?? expect.fail("no project");
    expect(project).toEqual({
      name: "storefront",
      formerNames: [],
      location: { file: "opus.yaml", line: 1, column: 1 },
      contexts: [
        { input: true },
        { input: ["test", "prod"] },
        { event: ["pull_request"], label: "preview", context: "pr-${GITHUB:event.number}", inherits: "dev" },
        { event: ["push", "schedule"], contexts: ["test", "prod"] },
        { tag: "v*", context: "prod" },
      ],
      commands: { deploy: "apply" },
      state: { backend: "branch", branch: "opus-state" },
      limits: { maxDeletes: 5, maxDeletePercent: 30 },
      hooks: [
        { use: "summary", with: {} },
        { use: "./opus/hooks/notify.mjs", with: {}, on: ["deploy"] },
      ],
      processors: [{ use: "./opus/processors/*.mjs", with: {} }],
    });
    expect(locate("/spec/contexts/4")).toEqual({ file: "opus.yaml", line: 11, column: 5, endColumn: 31 });
  });

  it("gives values and secrets", () => {
    expect(manifest.values.map(({ locate: _, ...value }) => value)).toEqual([
      { name: "apiUrl", type: "string", required: true, contexts: { test: "https://test.example" } },
      { name: "retries", type: "integer", required: false, default: 1, contexts: { prod: "${ENV:RETRIES}" } },
    ]);
    expect(manifest.secrets.map(({ locate: _, ...secret }) => secret)).toEqual([
      { name: "hookToken", env: "HOOK_TOKEN", contexts: { prod: "PROD_HOOK_TOKEN" } },
      { name: "onlyProd", env: "", contexts: { prod: "PROD_ONLY" } },
    ]);
    expect(manifest.values[1]?.locate("/default")).toEqual({ file: "opus.yaml", line: 26, column: 39, endColumn: 40 });
    expect(manifest.secrets[0]?.locate("", { key: true })).toMatchObject({ line: 28, column: 5, endColumn: 14 });
  });

  it("gives tasks in order: patterns, then includes", () => {
    expect(manifest.files).toEqual(["opus.yaml", "opus/b/two.yaml", "opus/one.yaml"]);
    expect(manifest.tasks.map(({ name }) => name)).toEqual(["greeting", "two", "one"]);
    expect([...manifest.declaredNames]).toEqual(["greeting", "two", "one"]);
    const { locate: _, ...task } = manifest.tasks[0] ?? expect.fail("no task");
    expect(task).toEqual({
      name: "greeting",
      apiVersion: "opus/v1",
      kind: "File",
      description: "what it is for",
      formerNames: ["hello"],
      dependencies: [{ tasks: ["two"] }, { commands: ["deploy"], contexts: ["prod"], tasks: ["health"] }],
      processingScope: [{ commands: ["deploy", "delete", "drift"], contexts: ["test", "pr-*"] }],
      autoRollback: false,
      lifecycle: {
        adopt: false,
        onRemove: "delete",
        preventDestroy: ["prod"],
        ignoreChanges: ["/mode"],
        ephemeral: false,
        onInterrupted: "stop",
      },
      timeoutMs: 300_000,
      retries: { limit: 2, delayMs: 500 },
      spec: { path: "out/hello.txt", content: "Hello ${VALUE:apiUrl}" },
      location: { file: "opus.yaml", line: 31, column: 1 },
    });
  });

  it("fills in defaults", () => {
    const { locate: _, location: __, ...task } = manifest.tasks[1] ?? expect.fail("no task");
    expect(task).toEqual({
      name: "two",
      apiVersion: "opus/v1",
      kind: "File",
      formerNames: [],
      dependencies: [],
      autoRollback: true,
      lifecycle: {},
      retries: { limit: 0, delayMs: 1000 },
      spec: { path: "out/two", content: "x" },
    });
  });
});

describe("places", () => {
  const text = `# a comment
---

apiVersion: opus/v1
kind: Shell
metadata:
  name: ping
  dependencies:
  - tasks: [a,
            b]
spec:
  create: |
    first line

      second \${HOME} line
  read: >-
    folded \${A}
    text \${A} \${B}
  update: "quoted \\" and \${X}"
  delete: 'it''s \${Y}'
  env:
  secretEnv: {A: b,
    C: d}
---
${minimal("a")}---
${minimal("b")}`;
  it("has an error, so there is no task", () => {
    expect(load(text).diagnostics.map(({ code, location }) => [code, location?.line, location?.column])).toEqual([
      ["wrong-type", 21, 3],
    ]);
    expect(load(text).tasks.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  const sound = load(text.replace("  env:\n", "")).tasks[0];
  const found = (pointer: string, options?: { offset?: number; key?: boolean }) => {
    const { line, column, endColumn } = sound?.locate(pointer, options) ?? expect.fail("no task");
    return `${line}:${column}-${endColumn ?? ""}`;
  };

  it("of keys, values and items", () => {
    expect(found("")).toBe("4:1-");
    expect(found("/kind")).toBe("5:7-12");
    expect(found("/kind", { key: true })).toBe("5:1-5");
    expect(found("/metadata/dependencies/0/tasks/1")).toBe("10:13-14");
    expect(found("/metadata/dependencies/0/tasks/1", { key: true })).toBe("10:13-14");
    expect(found("/spec/secretEnv")).toBe("21:14-");
    expect(found("/spec/secretEnv/C")).toBe("22:8-9");
  });

  it("of what is not there: the nearest that is", () => {
    expect(found("/metadata/dependencies/7/tasks")).toBe("9:3-");
    expect(found("/metadata/name/deeper")).toBe("7:9-13");
    expect(found("/nothing", { key: true })).toBe("4:1-");
  });

  it("inside of text, however it is written", () => {
    const spec = sound?.spec ?? expect.fail("no task");
    const offset = (field: string, word: string, from = 0) => String(spec[field]).indexOf(word, from);
    expect(found("/spec/create", { offset: offset("create", "${HOME}") })).toBe("15:14-21");
    const second = offset("read", "${A}", offset("read", "${A}") + 1);
    expect(found("/spec/read", { offset: offset("read", "${A}") })).toBe("17:12-16");
    expect(found("/spec/read", { offset: second })).toBe("18:10-14");
    expect(found("/spec/read", { offset: offset("read", "${B}") })).toBe("18:15-19");
    expect(found("/spec/update", { offset: offset("update", "${X}") })).toBe("19:26-30");
    expect(found("/spec/delete", { offset: offset("delete", "${Y}") })).toBe("20:18-22");
  });
});

describe("files", () => {
  it("count once, whatever names them", () => {
    const manifest = load({ "opus.yaml": minimal("one") }, { patterns: ["opus.yaml", "./opus.yaml", "*.yaml"] });
    expect(manifest.diagnostics).toEqual([]);
    expect(manifest.tasks.length).toBe(1);
  });

  it("may be included by a project that was included", () => {
    const manifest = load(
      {
        "opus.yaml": minimal("one"),
        "project.yaml": "apiVersion: opus/v1\nkind: Project\nmetadata: {name: a}\nspec: {include: [more.yaml]}\n",
        "more.yaml": minimal("two"),
      },
      { patterns: ["opus.yaml", "project.yaml"] },
    );
    expect(manifest.tasks.map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("that can't be read are named, and nothing is said of names that they may declare", () => {
    const manifest = load(
      { "opus.yaml": minimal("one").replace("content: x", 'content: "${VALUE:a}${VAR:b:C}"'), "bad.yaml": "a: [\n" },
      { patterns: ["*.yaml"] },
    );
    expect(manifest.diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["yaml-syntax", "bad.yaml"],
    ]);
  });

  it("errors of all of them are sorted by file and line", () => {
    const bad = "---\napiVersion: opus/v1\nkind: File\nmetadata: {name: 'a b'}\nspec: {path: 1, content: x}\n";
    const manifest = load({ "b.yaml": bad + bad, "a.yaml": bad }, { patterns: ["b.yaml", "a.yaml"] });
    expect(manifest.diagnostics.map(({ location }) => `${location?.file}:${location?.line}`)).toEqual([
      "a.yaml:4",
      "a.yaml:4",
      "a.yaml:5",
      "b.yaml:4",
      "b.yaml:5",
      "b.yaml:9",
      "b.yaml:9",
      "b.yaml:10",
    ]);
  });

  it("an error of the file system is passed on", () => {
    const [problem] = load({ "opus.yaml": minimal("one") }, { patterns: ["missing/*.yaml"] }).diagnostics;
    expect(problem).toEqual({
      severity: "error",
      code: "manifest-not-found",
      message: "no file matches the manifest pattern missing/*.yaml",
      suggestion: "Set the input `manifest` to its path, or the input `working-directory` to the folder that holds it.",
    });
  });

  it("an empty folder is no checkout", () => {
    const [problem] = load({}, { patterns: ["opus.yaml"] }).diagnostics;
    expect(problem?.suggestion).toBe(
      "This folder is empty: let a step with `actions/checkout` come before this one; else set the input `working-directory` to the folder that holds the manifest.",
    );
  });

  it("a folder with projects deep below is not empty", () => {
    const files = {
      "services/mail/opus.yaml": minimal("mail"),
      "services/shop/opus.yaml": minimal("shop"),
      "node_modules/some/opus.yaml": minimal("some"),
    };
    const [problem] = load(files, { patterns: ["opus.yaml"] }).diagnostics;
    expect(problem?.suggestion).toBe(
      "Did you mean services/mail/opus.yaml or services/shop/opus.yaml? Set the input `manifest` to its path, or the input `working-directory` to the folder that holds it.",
    );
    const [other] = load({ "src/main/java/App.java": "" }, { patterns: ["opus.yaml"] }).diagnostics;
    expect(other?.suggestion).toBe(
      "Set the input `manifest` to its path, or the input `working-directory` to the folder that holds it.",
    );
  });

  it("in a working directory may reach the rest of the workspace", () => {
    const paths = (path: string) =>
      load({ "opus.yaml": minimal("one").replace("out/one", path) }, { workingDirectory: "deploy/shop" }).diagnostics;
    expect(paths("../../out/a.txt")).toEqual([]);
    expect(paths("../../../a.txt").map(({ code }) => code)).toEqual(["path-escape"]);
    expect(paths("../../.GIT/config").map(({ code }) => code)).toEqual(["path-refused"]);
    expect(paths("../../.github/workflows/a.yml").map(({ code }) => code)).toEqual(["path-refused"]);
    expect(paths(".github/workflows/a.yml")).toEqual([]);
    expect(paths("..\\..\\..\\a.txt").map(({ code }) => code)).toEqual(["path-escape"]);
  });
});

describe("references", () => {
  const task = (content: string) =>
    `apiVersion: opus/v1\nkind: File\nmetadata: {name: a}\nspec:\n  path: x\n  content: '${content}'\n`;
  const codes = (content: string) => load(task(content)).diagnostics.map(({ code }) => code);

  it("with a fallback may name what is not declared", () => {
    expect(codes("${VALUE:a:-b} ${SECRET:c:-} ${VAR:d:E:-f} ${OPUS:g:-h}")).toEqual([]);
  });

  it("of the environment, the event and the run need no declaration", () => {
    expect(codes("${ENV:HOME} ${GITHUB:event.number} ${OPUS:context} ${OPUS:inherited-context} ${OPUS:task}")).toEqual(
      [],
    );
  });

  it("are text when escaped", () => expect(codes("$${VALUE:a} $${whatever")).toEqual([]));

  it("stand for values of any type", () => {
    const text = `apiVersion: opus/v1
kind: Values
spec: {values: {a: {type: string, default: x}}}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: b}
spec:
  create: echo
  capture: \${VALUE:a}
  timeout: \${VALUE:a}
  env: \${VALUE:a}
  passEnv: ["\${VALUE:a}_*"]
`;
    expect(load(text).diagnostics).toEqual([]);
  });

  it("inside of longer text are still text", () => {
    const text = task("x")
      .replace("content: 'x'", "content: x")
      .replace("path: x", 'path: x\n  mode: "${VALUE:a:-0}644"');
    expect(load(text).diagnostics).toEqual([]);
    const shell =
      "apiVersion: opus/v1\nkind: Shell\nmetadata: {name: b}\nspec: {create: echo, capture: 'x${VALUE:a:-y}'}\n";
    expect(load(shell).diagnostics.map(({ code }) => code)).toEqual(["wrong-type"]);
  });
});

describe("what holds in every context", () => {
  const found = (text: string) =>
    load(text).diagnostics.map(({ code, message, location, suggestion }) => [
      code,
      `${location?.line}:${location?.column}`,
      message,
      suggestion,
    ]);
  const withRule = (rule: string) =>
    `apiVersion: opus/v1\nkind: File\nmetadata:\n  name: one\n  dependencies:\n  - ${rule}\nspec: {path: x, content: x}\n---\n${minimal("other")}`;

  it("a dependency without conditions names a task", () => {
    expect(found(withRule("tasks: [othr]"))).toEqual([
      ["unknown-task", "6:13", '"one" depends on "othr", which is not in the manifest', 'Did you mean "other"?'],
    ]);
    expect(found(withRule("tasks: [other]"))).toEqual([]);
    expect(found(withRule("{tasks: [nope], contexts: [prod]}"))).toEqual([]);
    expect(found(withRule("{tasks: [nope], commands: [apply]}"))).toEqual([]);
  });

  it("a dependency is checked beside errors of the schema, but not while a file can't be read", () => {
    const text = withRule("tasks: [nope]");
    expect(found(text.replace("content: x", "contnt: x")).map(([code, at]) => `${code} ${at}`)).toEqual([
      "unknown-task 6:13",
      "unknown-field 7:17",
    ]);
    expect(found(`${text}---\na: [\n`).map(([code]) => code)).toEqual(["yaml-syntax"]);
  });

  it("a File has its four outputs", () => {
    const reading = (reference: string) =>
      `${minimal("one")}---\n${minimal("two").replace("content: x", `content: "\${${reference}}"`)}`;
    expect(found(reading("VAR:one:SIZ"))).toEqual([
      ["unknown-output", "9:33", 'task "one" has no output SIZ', "Did you mean `${VAR:one:SIZE}`?"],
    ]);
    expect(found(reading("VAR:one:NOPE"))).toEqual([
      [
        "unknown-output",
        "9:33",
        'task "one" has no output NOPE',
        "It has FILE_PATH, SIZE, SHA256_CHECKSUM, EXECUTABLE.",
      ],
    ]);
    expect(found(reading("VAR:one:SIZE"))).toEqual([]);
    expect(found(reading("VAR:one:NOPE:-none"))).toEqual([]);
    // A Shell may have any.
    const shell = "apiVersion: opus/v1\nkind: Shell\nmetadata: {name: three}\nspec: {create: echo}\n";
    expect(found(`${shell}---\n${reading("VAR:three:NOPE")}`)).toEqual([]);
  });
});

const webhookForm = "Write `{use: webhook, with: {url: ${SECRET:slackUrl}, format: slack}}`.";
const webhookRows: readonly (readonly [string, string, number, string, string])[] = [
  ["{use: webhook}", "missing-field", 5, 'Project.spec.hooks[0].with needs the field "url"', webhookForm],
  [
    "{use: webhook, with: {format: slack}}",
    "missing-field",
    26,
    'Project.spec.hooks[0].with needs the field "url"',
    webhookForm,
  ],
  [
    "{use: webhook, with: {url: hooks.example}}",
    "invalid-value",
    32,
    "Project.spec.hooks[0].with.url is no address that begins with https://",
    webhookForm,
  ],
  [
    '{use: webhook, with: {url: "https://me:word@hooks.example"}}',
    "invalid-value",
    32,
    "Project.spec.hooks[0].with.url has a user or a password in it",
    webhookForm,
  ],
  [
    '{use: webhook, with: {url: "${SECRET:nobody}"}}',
    "unknown-secret",
    33,
    'the secret "nobody" is not declared',
    "Declare it under spec.secrets of a Values document, or give a fallback: `${SECRET:nobody:-…}`.",
  ],
  [
    '{use: webhook, with: {url: "https://hooks.example/${OPUS:title}"}}',
    "bad-reference",
    55,
    "`${OPUS:title}` is not known",
    "Known are context, inherited-context, command, task and project.",
  ],
  [
    '{use: webhook, with: {url: "https://hooks.example/${OPUS:task}"}}',
    "bad-reference",
    55,
    "`${OPUS:task}` can't stand in Project.spec.hooks[0].with.url: a message is of a run, not of a task",
    "Use `${VALUE:…}`, `${SECRET:…}`, `${ENV:…}`, `${GITHUB:…}` or `${OPUS:…}`.",
  ],
  [
    "{use: webhook, with: {url: https://hooks.example, events: [applid]}}",
    "invalid-value",
    64,
    'Project.spec.hooks[0].with.events[0] must be one of failure, drift, applied, not the string "applid"',
    'Did you mean "applied"?',
  ],
  [
    "{use: webhook, with: {url: https://hooks.example, events: []}}",
    "invalid-value",
    63,
    "Project.spec.hooks[0].with.events is empty, so nothing would ever be sent",
    "Write `events: [drift, failure, applied]`, or some of them.",
  ],
  [
    "{use: webhook, on: [failure], with: {url: https://hooks.example}}",
    "unknown-command",
    25,
    'there is no command "failure"',
    "`on` names commands. What a webhook tells of stands in `with: {events: [drift, failure, applied]}`.",
  ],
  [
    "{use: webhook, with: {url: https://hooks.example, headers: {Host: x}}}",
    "invalid-value",
    65,
    "Project.spec.hooks[0].with.headers can't set Host: it follows from what is sent",
    'Write `headers: {Authorization: "Bearer ${SECRET:token}"}`.',
  ],
  [
    "{use: webhook, with: {url: https://hooks.example, format: template}}",
    "invalid-value",
    63,
    'Project.spec.hooks[0].with has the format template, and no "template"',
    "Add `template: {text: ${OPUS:title}}`.",
  ],
  [
    "{use: webhook, with: {url: https://hooks.example, format: slack, template: {a: b}}}",
    "invalid-value",
    80,
    "Project.spec.hooks[0].with.template is only for the format template",
    "Add `format: template`, or delete it.",
  ],
  [
    '{use: webhook, with: {url: https://hooks.example, format: template, template: "{a: ${OPUS:text}}"}}',
    "invalid-value",
    83,
    "Project.spec.hooks[0].with.template is no JSON",
    "Write a mapping, put references in quotes, or add `contentType: text/plain` to send it as it is.",
  ],
];

describe("hooks of the project", () => {
  const found = (hook: string) =>
    load(`apiVersion: opus/v1\nkind: Project\nmetadata: {name: a}\nspec:\n  hooks:\n  - ${hook}\n`).diagnostics.map(
      ({ code, message, location, suggestion }) => [code, location?.column, message, suggestion],
    );

  it.each([
    "{use: log}",
    "{use: annotations, with: {}}",
    "{use: summary, on: [plan]}",
    "{use: outputs, with: {map: {a: b}}}",
    "{use: outputs, with: {}}",
    '{use: webhook, with: {url: "https://ops.example/${OPUS:context}", events: [drift], headers: {X-Key: a}, terminal: true}}',
    '{use: webhook, on: [report], with: {url: "https://ops.example", format: template, template: {text: "${OPUS:title}"}}}',
    '{use: webhook, with: {url: "https://ops.example", format: template, template: "{\\"text\\": \\"${OPUS:text}\\"}"}}',
    '{use: webhook, with: {url: "https://ops.example", format: template, template: "${OPUS:text}", contentType: text/plain}}',
    '{use: ./hooks/notify.mjs, with: {text: "${name} $${HOME}", deep: [1, {a: null}]}}',
  ])("may be %s", (hook) => expect(found(hook)).toEqual([]));

  it.each([
    ["{use: sumary}", "unknown-hook", 11, 'there is no hook "sumary"', 'Did you mean "summary"?'],
    [
      "{use: notify}",
      "unknown-hook",
      11,
      'there is no hook "notify"',
      "There are log, annotations, summary, outputs, comment, issue, check, webhook; a module of your own is named by its path: ./opus/hooks/notify.mjs.",
    ],
    [
      "{use: process-task}",
      "fixed-hook",
      11,
      'the hook "process-task" is part of every run and can\'t be configured',
      "Delete the entry.",
    ],
    [
      "{use: issue, with: {label: [x]}}",
      "unknown-field",
      25,
      '"label" is not a field of Project.spec.hooks[0].with',
      'Did you mean "labels"?',
    ],
    [
      "{use: issue, with: {labels: [x]}}",
      "wrong-type",
      33,
      "Project.spec.hooks[0].with.labels must be a mapping, not a list",
      "Write `labels: {drift: [drift], failure: [ops]}`.",
    ],
    [
      "{use: issue, with: {labels: {drifts: [x]}}}",
      "unknown-field",
      34,
      '"drifts" is not a field of Project.spec.hooks[0].with.labels',
      'Did you mean "drift"?',
    ],
    [
      "{use: issue, with: {labels: {drift: x}}}",
      "wrong-type",
      41,
      'Project.spec.hooks[0].with.labels.drift must be a list, not the string "x"',
      "Write `labels: {drift: [drift], failure: [ops]}`.",
    ],
    [
      '{use: issue, with: {labels: {drift: ["a, b"]}}}',
      "invalid-value",
      42,
      "Project.spec.hooks[0].with.labels.drift[0] is no label: it holds a comma or a sign that does not show",
      "Write `labels: {drift: [drift], failure: [ops]}`.",
    ],
    [
      '{use: issue, with: {labels: {failure: ["${VALUE:x}"]}}}',
      "invalid-value",
      44,
      "Project.spec.hooks[0].with.labels.failure[0] is written as it stands: references are not filled in here",
      "Write `labels: {drift: [drift], failure: [ops]}`.",
    ],
    [
      '{use: issue, with: {assignees: ["@mona"]}}',
      "invalid-value",
      37,
      "Project.spec.hooks[0].with.assignees[0] is a login without the `@`",
      "Write logins: `assignees: [mona]`.",
    ],
    [
      "{use: issue, with: {assignees: [1]}}",
      "wrong-type",
      37,
      "Project.spec.hooks[0].with.assignees[0] must be a string, not the number 1",
      "Write logins: `assignees: [mona]`.",
    ],
    [
      "{use: log, with: {nope: 1}}",
      "unknown-field",
      23,
      '"nope" is not a field of Project.spec.hooks[0].with',
      "The hook log has no settings: delete it.",
    ],
    [
      "{use: outputs, with: {mapp: {a: b}}}",
      "unknown-field",
      27,
      '"mapp" is not a field of Project.spec.hooks[0].with',
      'Did you mean "map"?',
    ],
    [
      "{use: outputs, with: {map: [a]}}",
      "wrong-type",
      32,
      "Project.spec.hooks[0].with.map must be a mapping, not a list",
      "Write `map: {output-name: value}`.",
    ],
    [
      '{use: ./a.mjs, with: {deep: ["to ${SECRET:url}"]}}',
      "reference-in-hook",
      38,
      "`${SECRET:url}` stands in the settings of a module, where references are not filled in",
      "Let the module read it: it sees the variables of the step, and `step` and the events name the context.",
    ],
  ])("%s is wrong", (hook, ...expected) => expect(found(hook)).toEqual([expected]));

  it.each(webhookRows)("%s is wrong", (hook, ...expected) => expect(found(hook)).toEqual([expected]));
});

describe("secrets written into a manifest", () => {
  const secret = "hunter2-hunter2";
  for (const [name, text] of Object.entries({
    "as the declaration": `secrets: {token: ${secret}}`,
    "as the variable": `secrets: {token: {env: ${secret}}}`,
    "as an unknown field": `secrets: {token: {env: TOKEN, value: ${secret}}}`,
    "for a context": `secrets: {token: {contexts: {prod: ${secret}}}}`,
  })) {
    it(`${name} are not repeated`, () => {
      const manifest = load(`apiVersion: opus/v1\nkind: Values\nspec:\n  ${text}\n`);
      expect(manifest.diagnostics.length).toBe(1);
      expect(JSON.stringify([manifest.diagnostics, [...manifest.sources]])).not.toContain(secret);
    });
  }
});

describe("a mapping of values", () => {
  it("is read with places", () => {
    const read = readMapping("a: 1\nb: [x]\n", "values.yaml");
    expect(read.ok && [...read.value]).toEqual([
      ["a", { value: 1, location: { file: "values.yaml", line: 1, column: 4, endColumn: 5 } }],
      ["b", { value: ["x"], location: { file: "values.yaml", line: 2, column: 4, endColumn: 7 } }],
    ]);
  });
});
