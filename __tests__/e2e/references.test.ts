import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {branch: main, context: test}
  - {input: true}
`;

function document(kind: string, name: string, spec: string, metadata = ""): string {
  return `---
apiVersion: opus/v1
kind: ${kind}
metadata: {name: ${name}${metadata}}
spec:
${spec
  .trim()
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
`;
}

// biome-ignore lint/suspicious/noExplicitAny: a report as a consumer of its JSON sees it
type Any = any;
const tasksOf = (report: Any): { [name: string]: Any } =>
  Object.fromEntries(report.contexts[0].tasks.map((task: Any) => [task.name, task]));
const fieldOf = (report: Any, task: string, path: string): Any =>
  tasksOf(report)[task].fields.find((field: Any) => field.path === path);

const database = document(
  "Shell",
  "db",
  `create: 'echo "PORT=$BASE" >> "$OPUS_OUTPUT"; echo "URL=db.example" >> "$OPUS_OUTPUT"'
update: 'echo "PORT=$BASE" >> "$OPUS_OUTPUT"; echo "URL=db.example" >> "$OPUS_OUTPUT"'
env: {BASE: "5432"}`,
);

describe("outputs of scripts", () => {
  const user = document("File", "config", 'path: config.txt\ncontent: "port ${VAR:db:PORT} at ${VAR:db:URL}"');

  it("are known after apply, and used in the same run, whatever the order in the file", async () => {
    using rig = new Rig({ "opus.yaml": project + user + database });
    const plan = await rig.step();
    expect(plan.exitCode).toBe(0);
    expect(plan.report.contexts[0].order).toEqual(["db", "config"]);
    expect(fieldOf(plan.report, "config", "/content").after).toBe("(known after apply: db:PORT, db:URL)");
    expect(plan.log).toContain("(known after apply: db:PORT, db:URL)");
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report)).toEqual({ db: "done", config: "done" });
    expect(rig.read("config.txt")).toBe("port 5432 at db.example");
    expect(JSON.parse(applied.outputs.outputs ?? "").db).toEqual({ PORT: "5432", URL: "db.example" });
    expect(rig.state("demo", "test").body.tasks.config).toMatchObject({
      dependencies: ["db"],
      spec: { content: "port 5432 at db.example" },
    });
    expect(changes((await rig.step()).report)).toEqual({ db: "noop", config: "noop" });
  });

  it("that may change are decided again: the same value changes nothing, another one does", async () => {
    using rig = new Rig({ "opus.yaml": project + user + database });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + user + database.replace('env: {BASE: "5432"}', 'env: {BASE: "5432", MORE: x}'));
    const same = await rig.step();
    expect(tasksOf(same.report).config).toMatchObject({ change: "update", reason: "may change" });
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ db: "update", config: "noop" });
    rig.write("opus.yaml", project + user + database.replace("5432", "6543"));
    const other = await rig.step({ command: "apply" });
    expect(changes(other.report)).toEqual({ db: "update", config: "update" });
    expect(rig.read("config.txt")).toBe("port 6543 at db.example");
  });

  it("of a task that fails keep what waits for them from running", async () => {
    using rig = new Rig({ "opus.yaml": project + user + document("Shell", "db", "create: exit 3") });
    const step = await rig.step({ command: "apply" });
    expect(statuses(step.report)).toEqual({ db: "tainted", config: "skipped" });
    expect(rig.exists("config.txt")).toBe(false);
  });

  it("that are never given fail the task that needs them, with what there is", async () => {
    using rig = new Rig({ "opus.yaml": project + user.replace("PORT", "PORTS") + database });
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(step.report)).toEqual({ db: "done", config: "failed" });
    expect(tasksOf(step.report).config.error).toMatchObject({
      message: 'task "config": task "db" has no output PORTS',
      hint: "Did you mean PORT?",
    });
    // Once it is recorded, a plan knows it as well.
    const plan = await rig.step();
    expect(plan.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(plan.log).toContain('task "db" has no output PORTS');
    expect(plan.log).toMatch(/::error [^\n]*file=opus\.yaml,line=14/);
  });
});

describe("outputs that can be predicted", () => {
  it("of a File are known in the plan", async () => {
    const source = document("File", "source", "path: source.txt\ncontent: Hello World!");
    const user = document(
      "File",
      "user",
      'path: user.txt\ncontent: "${VAR:source:FILE_PATH} ${VAR:source:SIZE} ${VAR:source:SHA256_CHECKSUM}"',
    );
    using rig = new Rig({ "opus.yaml": project + user + source });
    const expected = "source.txt 12 7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069";
    const plan = await rig.step();
    expect(fieldOf(plan.report, "user", "/content").after).toBe(expected);
    await rig.step({ command: "apply" });
    expect(rig.read("user.txt")).toBe(expected);
    expect(changes((await rig.step()).report)).toEqual({ source: "noop", user: "noop" });
  });

  it("of a File that do not exist are an error before anything runs", async () => {
    const source = document("File", "source", "path: source.txt\ncontent: Hello");
    const user = document("File", "user", 'path: user.txt\ncontent: "${VAR:source:CHECKSUM}"');
    using rig = new Rig({ "opus.yaml": project + user + source });
    const step = await rig.step({ command: "apply" });
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.log).toContain('task "source" has no output CHECKSUM');
    expect(rig.exists("source.txt")).toBe(false);
  });
});

describe("values", () => {
  const declared = document(
    "Values",
    "values",
    `values:
  name: {type: string, default: storefront, contexts: {test: "\${VALUE:base}-test"}}
  base: {type: string, default: shop}
  count: {type: integer, default: 3}
  flag: {type: boolean, default: true}
  list: {type: array, default: ["a.txt", "\${VALUE:base}.txt"]}`,
  );

  it("keep their types where the reference is the whole text, and are text inside of others", async () => {
    const script = document(
      "Shell",
      "show",
      `create: 'printf "%s|%s|%s" "$NAME" "$COUNT" "$FLAG" > shown.txt'
inputs: "\${VALUE:list}"
env: {NAME: "\${VALUE:name}", COUNT: "n=\${VALUE:count}", FLAG: "is \${VALUE:flag}"}`,
    );
    using rig = new Rig({ "opus.yaml": project + declared + script, "a.txt": "1", "shop.txt": "2" });
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(0);
    expect(rig.read("shown.txt")).toBe("shop-test|n=3|is true");
    expect(rig.state("demo", "test").body.tasks.show.spec.inputs).toEqual(["a.txt", "shop.txt"]);
  });

  it("come from the input first, then the file, then the context", async () => {
    const file = document("File", "out", 'path: out.txt\ncontent: "${VALUE:name} ${VALUE:base} ${VALUE:count}"');
    using rig = new Rig({ "opus.yaml": project + declared + file, "more.yaml": "base: from-file\ncount: 5\n" });
    await rig.step({ command: "apply", values: "count: 7", "values-file": "more.yaml" });
    expect(rig.read("out.txt")).toBe("from-file-test from-file 7");
    const wrong = await rig.step({ command: "apply", values: 'count: "7"\nbas: x' });
    expect(wrong.outputs["failure-reason"]).toBe("invalid-input");
    expect(wrong.log).toContain('value "count" must be an integer, not the string "7" (from input "values", line 1)');
    expect(wrong.log).toContain('sets "bas", which no Values document declares');
  });

  it("are data when they are given: no reference in them is resolved", async () => {
    const file = document("File", "out", 'path: out.txt\ncontent: "${VALUE:base}"');
    using rig = new Rig({ "opus.yaml": project + declared + file });
    await rig.step({ command: "apply", values: "base: ${ENV:HOME} ${SECRET:x}" });
    expect(rig.read("out.txt")).toBe("${ENV:HOME} ${SECRET:x}");
    expect(changes((await rig.step({ values: "base: ${ENV:HOME} ${SECRET:x}" })).report)).toEqual({ out: "noop" });
  });

  it("that are lists can't stand inside longer text", async () => {
    const file = document("File", "out", 'path: out.txt\ncontent: "all: ${VALUE:list}"');
    using rig = new Rig({ "opus.yaml": project + declared + file });
    const step = await rig.step();
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.log).toContain("`${VALUE:list}` is a list, which can't stand inside longer text");
  });
});

describe("secrets", () => {
  const secret = "s3cr3t-$-value";
  const declared = document("Values", "values", "secrets: {token: {env: TOKEN}, unset: {env: NOT_SET}}");
  const script = document(
    "Shell",
    "use",
    `create: 'echo "token is $TOKEN"; printf "%s" "$TOKEN" | sha256sum | cut -c1-8 >> used.txt; echo "HEADER=Bearer $TOKEN" >> "$OPUS_OUTPUT"'
secretEnv: {TOKEN: "\${SECRET:token}"}`,
  );

  it("reach scripts through secretEnv, and appear nowhere", async () => {
    using rig = new Rig({ "opus.yaml": project + declared + script });
    const step = await rig.step({ command: "apply" }, { env: { TOKEN: secret } });
    expect(step.exitCode).toBe(0);
    expect(rig.read("used.txt")).toMatch(/^[0-9a-f]{8}\n$/);
    expect(step.log).toContain("token is ***");
    // The runner takes these lines out.
    expect(step.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(secret);
    expect(step.summary + JSON.stringify([step.outputs, step.report])).not.toContain(secret);
    const state = rig.read(".opus/state/demo/test/state.json");
    expect(state).not.toContain(secret);
    expect(rig.state("demo", "test").body.tasks.use).toMatchObject({
      spec: { secretEnv: { TOKEN: "${SECRET:token}" } },
      secrets: { token: "TOKEN" },
      sensitiveOutputs: ["HEADER"],
    });
    const again = await rig.step({ command: "apply" }, { env: { TOKEN: "another-secret" } });
    expect(changes(again.report)).toEqual({ use: "noop" });
  });

  it("that hold dollars before a reference stay what they are, also when the task is updated from state", async () => {
    const file = document(
      "File",
      "out",
      'path: out.txt\ncontent: "$$${x} ${OPUS:dollar}${SECRET:token} ${OPUS:dollar}${OPUS:dollar}${SECRET:token}"',
    );
    using rig = new Rig({ "opus.yaml": project + declared + file });
    await rig.step({ command: "apply" }, { env: { TOKEN: secret } });
    expect(rig.read("out.txt")).toBe(`$\${x} $${secret} $$${secret}`);
    const plan = await rig.step({}, { env: { TOKEN: secret } });
    expect(changes(plan.report)).toEqual({ out: "noop" });
    rig.write("opus.yaml", project + declared + file.replace("path: out.txt", "path: out.txt\n  mode: '0600'"));
    await rig.step({ command: "apply" }, { env: { TOKEN: secret } });
    await rig.step({ command: "rollback" }, { env: { TOKEN: secret } });
    expect(rig.read("out.txt")).toBe(`$\${x} $${secret} $$${secret}`);
  });

  it("that are used and unset, or empty, are an error before anything runs", async () => {
    using rig = new Rig({ "opus.yaml": project + declared + script });
    const unset = await rig.step({ command: "apply" });
    expect(unset.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(unset.log).toContain(
      'task "use": the secret "token" is used, but the environment variable TOKEN is not set',
    );
    expect(unset.log).toContain("Hand it to the step: `env: {TOKEN: ${{ secrets.TOKEN }}}`.");
    const empty = await rig.step({ command: "apply" }, { env: { TOKEN: "" } });
    expect(empty.log).toContain("the environment variable TOKEN is empty");
    expect(rig.exists("used.txt") || rig.exists(".opus")).toBe(false);
  });
});

describe("outputs of tasks that do not run", () => {
  const declared = document("Values", "values", "secrets: {token: {env: TOKEN}}");
  const away = (metadata: string) =>
    document("Shell", "db", 'create: \'echo "URL=db.example" >> "$OPUS_OUTPUT"\'', metadata);
  const user = document(
    "File",
    "user",
    'path: user.txt\ncontent: "at ${VAR:db:URL}"',
    ", processingScope: [{contexts: [test]}]",
  );

  it("out of scope are read from state, and order nothing", async () => {
    using rig = new Rig({ "opus.yaml": project + away("") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + user + away(", processingScope: [{contexts: [prod]}]"));
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(0);
    expect(step.report.contexts[0].order).toEqual(["user"]);
    expect(changes(step.report)).toEqual({ user: "create" });
    expect(rig.read("user.txt")).toBe("at db.example");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["db", "user"]);
  });

  it("that were never applied are an error, or a fallback", async () => {
    using rig = new Rig({ "opus.yaml": project + user + away(", processingScope: [{contexts: [prod]}]") });
    const step = await rig.step({ command: "apply" });
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.log).toContain('task "db" has not been applied in the context "test", so it has no output URL');
    rig.write(
      "opus.yaml",
      project + user.replace("db:URL", "db:URL:-nowhere") + away(", processingScope: [{contexts: [prod]}]"),
    );
    await rig.step({ command: "apply" });
    expect(rig.read("user.txt")).toBe("at nowhere");
  });

  it("that turn out to be sensitive are not in state", async () => {
    const sensitive = document(
      "Shell",
      "db",
      'secretEnv: {TOKEN: "${SECRET:token}"}\ncreate: \'echo "URL=hidden-$TOKEN" >> "$OPUS_OUTPUT"\'',
    );
    using rig = new Rig({ "opus.yaml": project + declared + user + sensitive });
    const first = await rig.step({ command: "apply" }, { env: { TOKEN: "url-of-db" } });
    expect(first.exitCode).toBe(0);
    expect(rig.read("user.txt")).toBe("at hidden-url-of-db");
    expect(rig.read(".opus/state/demo/test/state.json")).not.toContain("url-of-db");
    expect(JSON.stringify(first.report) + first.summary + first.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(
      "url-of-db",
    );
    const second = await rig.step({ command: "apply" }, { env: { TOKEN: "url-of-db" } });
    expect(second.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(second.log).toContain(
      'output URL of task "db" is sensitive and not kept in unsealed state, and "db" does not run this time',
    );
  });
});

describe("bound outputs", () => {
  const module = `export default {
  apiVersion: "example.com/v1", kind: "Endpoint",
  observe: async (spec, io) => io.recorded ? { state: "present", facts: spec } : { state: "absent" },
  create: async () => ({ outputs: [
    { name: "URL", value: "plain" },
    { name: "URL", value: "for prod", context: "prod" },
    { name: "URL", value: "for apply in test", command: "apply", context: "test" },
    { name: "PORT", value: 8080 },
  ] }),
  update: async () => ({ outputs: [] }),
  delete: async () => {},
};
`;
  const own = "---\napiVersion: example.com/v1\nkind: Endpoint\nmetadata: {name: endpoint}\nspec: {}\n";
  const files = {
    "opus.yaml": `${project}  processors: [./opus/*.mjs]\n${own}${document("File", "out", 'path: "${OPUS:context}.txt"\ncontent: "${VAR:endpoint:URL} ${VAR:endpoint:PORT}"')}`,
    "opus/endpoint.mjs": module,
  };

  it("give the most specific that fits, in the run that makes them and from state", async () => {
    using rig = new Rig(files);
    await rig.step({ command: "apply" });
    expect(rig.read("test.txt")).toBe("for apply in test 8080");
    expect(changes((await rig.step()).report)).toEqual({ endpoint: "noop", out: "noop" });
    const tag = { name: "workflow_dispatch", ref: "refs/heads/x", payload: {} };
    await rig.step({ command: "apply", context: "prod" }, { event: tag });
    expect(rig.read("prod.txt")).toBe("for prod 8080");
    await rig.step({ command: "apply", context: "lab" }, { event: tag });
    expect(rig.read("lab.txt")).toBe("plain 8080");
    expect(rig.state("demo", "lab").body.tasks.endpoint.outputs).toEqual({
      URL: "plain",
      ":prod:URL": "for prod",
      "apply:test:URL": "for apply in test",
      PORT: 8080,
    });
  });
});

describe("other references", () => {
  it("reach the environment, the event and the run; an escape reaches nothing", async () => {
    const file = document(
      "File",
      "out",
      'path: out.txt\ncontent: "${ENV:STAGE} ${GITHUB:event.head_commit.id} ${GITHUB:repository} ${OPUS:task} ${OPUS:project} ${OPUS:command} ${OPUS:inherited-context} $${ENV:STAGE} ${ENV:NONE:-x}${VALUE:none:-y}"',
    );
    using rig = new Rig({ "opus.yaml": project + file });
    const event = { name: "push", ref: "refs/heads/main", payload: { head_commit: { id: "abc" } } };
    const plan = await rig.step({}, { event, env: { STAGE: "blue" } });
    expect(fieldOf(plan.report, "out", "/content").after).toContain("blue abc octo/storefront out demo apply test");
    await rig.step({ command: "apply" }, { event, env: { STAGE: "blue" } });
    expect(rig.read("out.txt")).toBe("blue abc octo/storefront out demo apply test ${ENV:STAGE} xy");
  });

  it.each([
    [
      "${ENV:NOT_SET}",
      'task "out": the environment variable NOT_SET is not set',
      "Set it in the step's `env`, or give a default: `${ENV:NOT_SET:-…}`.",
    ],
    [
      "${ENV:GITHUB_TOKEN}",
      'task "out": the environment variable GITHUB_TOKEN belongs to the runner and is not handed to manifests',
      "Set a variable of your own in the step's `env`",
    ],
    ["${GITHUB:token}", 'task "out": the github context of this run has no "token"', "give a default"],
    ["${VALUE:nme}", 'the value "nme" is not declared', "Did you mean `${VALUE:name}`?"],
    ["${SECRET:tokn}", 'the secret "tokn" is not declared', "Did you mean `${SECRET:token}`?"],
    ["${VAR:outt:X}", 'there is no task "outt" whose output could be read', "Did you mean `${VAR:out:X}`?"],
    ["${OPUS:contxt}", "`${OPUS:contxt}` is not known", "Did you mean `${OPUS:context}`?"],
    ["${HOME}", "`${HOME}` is not a reference", "`$${` is a literal `${`"],
    ["${VAR:out:SIZE}", "these tasks depend on each other: out → out", "a `${VAR:…}` counts as one"],
  ])("%s is an error at its place", async (reference, message, suggestion) => {
    const declared = document(
      "Values",
      "values",
      "values: {name: {type: string, default: x}}\nsecrets: {token: {env: TOKEN}}",
    );
    const file = document("File", "out", `path: out.txt\ncontent: "text ${reference}"`);
    using rig = new Rig({ "opus.yaml": project + declared + file });
    const step = await rig.step({ command: "apply" });
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.log).toContain(message);
    expect(step.log).toContain(suggestion);
    expect(step.report.diagnostics[0]).toMatchObject({ file: "opus.yaml", line: 21, column: 18 });
    expect(rig.exists("out.txt") || rig.exists(".opus")).toBe(false);
  });
});
