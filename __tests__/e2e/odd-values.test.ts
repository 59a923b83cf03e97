// Values that would become others on their way, and answers of processors that state can't keep.
import { describe, expect, it } from "vitest";
import { some } from "../faults/scale.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { Rig as BundleRig, drifts, statuses } from "./rig.ts";

const project = (more = ""): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
${more}`;

const shell = (spec: object, metadata: object = {}): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind: "Shell", metadata: { name: "service", ...metadata }, spec })}\n`;

// biome-ignore lint/suspicious/noExplicitAny: a report as a consumer of its JSON sees it
type Any = any;
const taskOf = (report: Any, name: string): Any =>
  report.contexts[0].tasks.find((task: { name: string }) => task.name === name);

describe("a read script that prints what can't be kept", () => {
  const live = shell({
    create: "cp wanted live",
    update: "cp wanted live",
    read: "test -f live || exit 0; cat live",
    delete: "rm -f live",
  });
  const other =
    '---\napiVersion: opus/v1\nkind: File\nmetadata: {name: other}\nspec: {path: other.txt, content: "x"}\n';

  const unkept: readonly (readonly [name: string, printed: string, message: string, hint: string])[] = [
    [
      "a whole number beyond 2^53",
      '{"a": [{"id": 9007199254740993}]}',
      "read script printed the number 9007199254740993 at /a/0/id, which JavaScript can't hold exactly",
      'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.',
    ],
    [
      "a fraction with too many digits",
      '{"price": 0.1234567890123456789}',
      "read script printed the number 0.1234567890123456789 at /price, which JavaScript can't hold exactly",
      'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.',
    ],
    [
      "a number beyond all numbers",
      '{"a": 1e999}',
      "read script printed the number 1e999 at /a, which JavaScript can't hold exactly",
      'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.',
    ],
    [
      "a name with half a surrogate pair",
      '{"\\udc00": 1}',
      "what read script printed can't be kept: /\udc00 has a name that holds half of a surrogate pair, which is no character",
      "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.",
    ],
    [
      "half a surrogate pair",
      '{"a": "\\ud800"}',
      "what read script printed can't be kept: /a holds half of a surrogate pair, which is no character",
      "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.",
    ],
    [
      "lists within lists",
      `{"a": ${"[".repeat(5000)}${"]".repeat(5000)}}`,
      `what read script printed can't be kept: /a${"/0".repeat(99)} is nested more than 100 levels deep`,
      "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.",
    ],
  ];

  it.each(unkept.map((one, turn) => [...one, turn] as const))(
    "%s: the task fails by name, in every command, and others go on",
    async (_, printed, message, hint, turn) => {
      using rig = new Rig({ "opus.yaml": project() + live + other, wanted: '{"id": 1}' });
      expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
      expect(drifts((await rig.step({ command: "drift" })).report)).toMatchObject({ service: "in-sync" });
      rig.write("live", printed);
      for (const command of some(["plan", "drift", "describe", "apply"], 2, turn)) {
        const { exitCode, report, log, outputs } = await rig.step({ command });
        expect([command, exitCode, outputs["failure-reason"]]).toEqual([command, 1, "task-failed"]);
        const { status, error } = taskOf(report, "service");
        expect([command, status, error]).toEqual([command, "failed", { message, hint }]);
        expect(taskOf(report, "other").status).not.toBe("failed");
        expect(log).not.toContain("internal");
      }
      // Nothing of it is lost from state, and as a text it is kept exactly.
      expect(rig.state("demo", "test").body.tasks.service.observed).toEqual({ id: 1 });
      rig.write("live", '{"id": "9007199254740993"}');
      const { report } = await rig.step({ command: "drift" });
      expect(taskOf(report, "service").fields).toMatchObject([{ path: "/observed/id", before: "9007199254740993" }]);
    },
  );

  it("all that JavaScript holds exactly is kept", async () => {
    const facts =
      '{"max": 9007199254740991, "small": -0.1, "e": 1.5e3, "zero": 1.10, "text": "9007199254740993 \\ud83d\\ude00"}';
    using rig = new Rig({ "opus.yaml": project() + live, wanted: facts });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(rig.state("demo", "test").body.tasks.service.observed).toEqual(JSON.parse(facts));
    expect(drifts((await rig.step({ command: "drift" })).report)).toEqual({ service: "in-sync" });
  });
});

describe("a kind of the repository", () => {
  const kind = `import fs from "node:fs";
const odd = () => (fs.existsSync("odd") ? eval(\`(\${fs.readFileSync("odd", "utf8")})\`) : 1);
const where = () => fs.readFileSync("where", "utf8");
const give = (place) => (where() === place ? odd() : 1);
const made = (call) => {
  fs.appendFileSync("calls", call + " ");
  return {outputs: [{name: "ID", value: "i-1"}, {name: "ODD", value: give("outputs")}], observed: {n: give("observed")}};
};
export default {
  apiVersion: "example/v1",
  kind: "Thing",
  observe: () => fs.existsSync("made") ? {state: "present", facts: {size: 1, n: give("facts")}} : {state: "absent"},
  create(spec, io) {
    fs.writeFileSync("made", "");
    if (where() === "made") io.made({n: odd()}, [{name: "ID", value: "i-1"}]);
    return made("create");
  },
  update: () => made("update"),
  delete() { fs.rmSync("made"); fs.appendFileSync("calls", "delete "); },
};
`;
  const manifest = `${project("  processors: [./kinds/thing.mjs]\n")}---
apiVersion: example/v1
kind: Thing
metadata: {name: thing, retries: {limit: 2, delay: 1ms}}
spec: {size: 1}
---
apiVersion: opus/v1
kind: File
metadata: {name: user, dependencies: [{tasks: [thing]}]}
spec: {path: user.txt, content: "\${VAR:thing:ID}"}
`;
  const things: readonly (readonly [code: string, what: string])[] = [
    ['"x\\ud800"', "holds half of a surrogate pair, which is no character"],
    ["NaN", "is NaN, which JSON does not know"],
    ["Infinity", "is Infinity, which JSON does not know"],
    ["() => 1", "is a function"],
    ["10n", "is a bigint"],
    ["Promise.resolve(1)", "is a Promise"],
    ["new Map()", "is a Map"],
    ["(() => { const a = {}; a.a = a; return a; })()", "at /a refers back to what it stands in"],
    [
      "2 ** 53",
      "is the whole number 9007199254740992, which may be a rounded one: numbers are exact only up to 9007199254740991",
    ],
  ];
  const turns = things.map(([code, what], turn) => [code, what, turn] as const);
  const open = (where: string, code: string): Rig =>
    new Rig({ "opus.yaml": manifest, "kinds/thing.mjs": kind, where, odd: code });

  it.each(turns)(
    "that gives an output that is %s has acted, once: it is recorded as tainted",
    async (code, what, turn) => {
      using rig = open("outputs", code);
      const applied = await rig.step({ command: "apply" });
      expect([applied.exitCode, applied.outputs["failure-reason"]]).toEqual([1, "task-failed"]);
      expect(statuses(applied.report)).toEqual({ thing: "failed", user: "skipped" });
      expect(taskOf(applied.report, "thing").error).toMatchObject({
        message: `it took effect, but what it gave can't be kept: output ODD ${what}`,
        hint: expect.stringMatching(/What was done stands and is recorded as tainted: the next apply updates it\.$/),
      });
      expect([rig.exists("made"), rig.read("calls")]).toEqual([true, "create "]);
      expect(rig.state("demo", "test").body.tasks.thing).toMatchObject({
        status: "tainted",
        outputs: { ID: "i-1" },
        observed: { n: 1 },
      });
      expect(rig.state("demo", "test").body.pending).toEqual([]);

      for (const command of some(["plan", "describe", "drift"], 1, turn))
        expect((await rig.step({ command })).exitCode).toBe(0);
      rig.remove("odd");
      const again = await rig.step({ command: "apply" });
      expect([again.exitCode, rig.read("calls"), rig.read("user.txt")]).toEqual([0, "create update ", "i-1"]);
      expect(rig.state("demo", "test").body.tasks.thing).toMatchObject({ status: "applied", outputs: { ODD: 1 } });
    },
  );

  it.each(things)("that records what is %s: the same", async (code, what) => {
    using rig = open("observed", code);
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report)).toEqual({ thing: "failed", user: "skipped" });
    const at = what.startsWith("at /") ? what.replace("at /", "at /n/") : `at /n ${what}`;
    expect(taskOf(applied.report, "thing").error.message).toBe(
      `it took effect, but what it gave can't be kept: observed ${at}`,
    );
    const { thing } = rig.state("demo", "test").body.tasks;
    expect([thing.status, thing.outputs, thing.observed]).toEqual(["tainted", { ID: "i-1", ODD: 1 }, undefined]);
    // An update that gives the like stays tainted, and is not lost either.
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({ thing: "failed", user: "skipped" });
    expect([rig.exists("made"), rig.read("calls")]).toEqual([true, "create update "]);
    expect(rig.state("demo", "test").body.tasks.thing.status).toBe("tainted");
    rig.remove("odd");
    expect((await rig.step({ command: "delete", context: "test" })).exitCode).toBe(0);
    expect(rig.exists("made")).toBe(false);
  });

  it.each(things)("that says of what it makes that it is %s: the create fails, and is undone", async (code, what) => {
    using rig = open("made", code);
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report)).toEqual({ thing: "rolled-back", user: "skipped" });
    const at = what.startsWith("at /") ? what.replace("at /", "at /n/") : `at /n ${what}`;
    expect(taskOf(applied.report, "thing").error.message).toBe(
      `it took effect, but what it gave can't be kept: observed ${at}`,
    );
    expect([rig.exists("made"), rig.state("demo", "test").body.tasks]).toEqual([false, {}]);
  });

  it.each(turns)("that sees what is %s: a failed observation", async (code, what, turn) => {
    using rig = open("facts", code);
    rig.remove("odd");
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    rig.write("odd", code);
    const at = what.startsWith("at /") ? what.replace("at /", "at /n/") : `at /n ${what}`;
    for (const command of some(["plan", "drift", "describe", "apply", "delete"], 2, turn)) {
      const { exitCode, report, outputs } = await rig.step({
        command,
        ...(command === "delete" && { context: "test" }),
      });
      expect([command, exitCode, outputs["failure-reason"]]).toEqual([command, 1, "task-failed"]);
      expect(taskOf(report, "thing").error.message).toBe(`what it saw can't be kept: facts ${at}`);
    }
    expect([rig.exists("made"), rig.state("demo", "test").body.tasks.thing.status]).toEqual([true, "applied"]);
  });
});

describe("a kind of the repository that is asked something", () => {
  // What it answers is decided when it is imported, so each run needs a process of its own.
  const kind = (odd: string): string => `import fs from "node:fs";
const circle = {};
circle.circle = circle;
const thing = {
  apiVersion: "example/v1",
  kind: "Thing",
  observe: () => fs.existsSync("made") ? {state: "present", facts: {size: Number(fs.readFileSync("made", "utf8"))}} : {state: "absent"},
  create(spec) { fs.writeFileSync("made", String(spec.size)); },
  update(before, after) { fs.writeFileSync("made", String(after.size)); },
  delete() { fs.rmSync("made"); },
};
export default {...thing, ...(fs.existsSync("odd") ? {${odd}} : {})};
`;
  const manifest = (size: number): string => `${project("  processors: [./thing.mjs]\n")}---
apiVersion: example/v1
kind: Thing
metadata: {name: thing}
spec: {size: ${size}}
---
apiVersion: opus/v1
kind: File
metadata: {name: other}
spec: {path: other.txt, content: "${size}"}
`;

  it.each([
    ["differs", '() => [{path: "/size", before: circle, after: 1}]', "failed"],
    ["differs", '() => [{path: "/size", before: 10n, after: 1}]', "failed"],
    ["likeness", "() => circle", "failed"],
    ["replaceOn", "() => circle", "failed"],
    ["asFound", "(facts, stored) => ({...stored, circle})", "done"],
    ["asFound", "(facts, stored) => ({...stored, big: 10n})", "done"],
    ["predict", '() => [{name: "ID", value: circle}]', "done"],
  ])("and answers %s: %s: only that task is concerned, and all that was done is stored", async (name, odd, status) => {
    using rig = new BundleRig({ "opus.yaml": manifest(1), "thing.mjs": kind(`${name}: ${odd}`) });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    // Somebody edits the resource, and the module goes wrong about it.
    rig.write("made", "5");
    rig.write("odd", "");
    rig.write("opus.yaml", manifest(2));
    const run = await rig.step({ command: "apply" });
    expect(statuses(run.report)).toEqual({ thing: status, other: "done" });
    expect([run.outputs["failure-reason"], run.log.includes("internal error")]).toEqual([
      status === "failed" ? "task-failed" : "",
      false,
    ]);
    if (status === "failed") expect(taskOf(run.report, "thing").error.message).toContain(`\`${name}\` gave `);
    const { body } = rig.state("demo", "test");
    expect([body.pending, body.tasks.other.spec.content, body.tasks.thing.spec.size]).toEqual([
      [],
      "2",
      status === "failed" ? 1 : 2,
    ]);
  });

  it("and reads files into what can't be kept, is told at the task, and nothing runs", async () => {
    const odd = 'fileFields: ["size"], expand: () => ({ok: true, value: {spec: {size: NaN}}})';
    using rig = new BundleRig({ "opus.yaml": manifest(1), "thing.mjs": kind(odd), odd: "" });
    const { exitCode, outputs, report } = await rig.step({ command: "apply" });
    expect([exitCode, outputs["failure-reason"], rig.exists("other.txt")]).toEqual([1, "invalid-manifest", false]);
    expect(report.diagnostics).toMatchObject([
      {
        code: "bad-processor",
        message: 'task "thing": `expand` gave as `spec` what can\'t be kept: /size is NaN, which JSON does not know',
        file: "opus.yaml",
      },
    ]);
  });
});

describe("a number that is no text as it is written", () => {
  const values = `---
apiVersion: opus/v1
kind: Values
metadata: {name: v}
spec:
  values:
    sha: {type: string, default: none}
    count: {type: integer, default: 1}
---
apiVersion: opus/v1
kind: File
metadata: {name: version}
spec: {path: version.txt, content: "\${VALUE:sha} \${VALUE:count}"}
`;
  const input = 'input "values"';
  it.each([
    ["sha: 1e3", `value "sha" must be a string, not the number 1e3 (from ${input})`, 'Put it in quotes: `sha: "1e3"`.'],
    [
      "count: 2\nsha: 1e3",
      `value "sha" must be a string, not the number 1e3 (from ${input}, line 2)`,
      'Put it in quotes: `sha: "1e3"`.',
    ],
    [
      "sha: 1234567",
      `value "sha" must be a string, not the number 1234567 (from ${input})`,
      'Put it in quotes: `sha: "1234567"`.',
    ],
    [
      "sha: True",
      `value "sha" must be a string, not the boolean True (from ${input})`,
      'Put it in quotes: `sha: "True"`.',
    ],
    [
      "sha: 0123456",
      `${input}, line 1: \`0123456\` begins with a zero, and YAML reads it as the number 123456`,
      'If it is meant as text (a code, an account, a short sha), put it in quotes: "0123456"; else write 123456.',
    ],
    [
      "count: 007",
      `${input}, line 1: \`007\` begins with a zero, and YAML reads it as the number 7`,
      'If it is meant as text (a code, an account, a short sha), put it in quotes: "007"; else write 7.',
    ],
    [
      "count: 9007199254740993.0",
      `${input}, line 1: 9007199254740993.0 can't be kept as a number: it would become 9007199254740992`,
      'If it is meant as text, put it in quotes: "9007199254740993.0"; else write 9007199254740992.',
    ],
  ])("the input values: %j", async (text, message, suggestion) => {
    using rig = new Rig({ "opus.yaml": project() + values });
    const { exitCode, outputs, report } = await rig.step({ command: "apply", values: text });
    expect([exitCode, outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(report.diagnostics).toMatchObject([{ severity: "error", message, suggestion }]);
    expect(rig.exists("version.txt")).toBe(false);
  });

  it("a file of values says where, and in quotes all is text", async () => {
    using rig = new Rig({ "opus.yaml": project() + values, "values.yaml": "count: 2\nsha: 0123456\n" });
    const { report } = await rig.step({ command: "apply", "values-file": "values.yaml" });
    expect(report.diagnostics).toMatchObject([{ code: "leading-zero", file: "values.yaml", line: 2, column: 6 }]);
    rig.write("values.yaml", 'count: 2\nsha: "0123456"\n');
    expect((await rig.step({ command: "apply", "values-file": "values.yaml" })).exitCode).toBe(0);
    expect(rig.read("version.txt")).toBe("0123456 2");
  });

  it("variables of scripts are what is written, or an error that says to quote it", async () => {
    const script = (env: string): string =>
      `${project()}---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: s}\nspec: {create: 'echo "$A $B $C" > got', env: ${env}}\n`;
    using rig = new Rig({ "opus.yaml": script("{A: 3.10, B: 012345678901, C: 1e3}") });
    const { exitCode, report } = await rig.step({ command: "apply" });
    expect([exitCode, rig.exists("got")]).toEqual([1, false]);
    expect(report.diagnostics).toMatchObject([
      { code: "unquoted-text", file: "opus.yaml", line: 10, column: 50, suggestion: 'Put it in quotes: "3.10".' },
      { code: "leading-zero", file: "opus.yaml", line: 10, column: 59 },
      { code: "unquoted-text", file: "opus.yaml", line: 10, column: 76, suggestion: 'Put it in quotes: "1e3".' },
    ]);
    rig.write("opus.yaml", script('{A: "3.10", B: "012345678901", C: 1000}'));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(rig.read("got")).toBe("3.10 012345678901 1000\n");
  });
});

it.each([
  ["", "eu"],
  [undefined, "eu"],
  ["us", "us"],
])("a fallback stands in for a variable that is %j: %s", async (region, expected) => {
  const file =
    '---\napiVersion: opus/v1\nkind: File\nmetadata: {name: f}\nspec: {path: f.txt, content: "${ENV:REGION:-eu}"}\n';
  using rig = new Rig({ "opus.yaml": project() + file });
  expect((await rig.step({ command: "apply" }, { env: region === undefined ? {} : { REGION: region } })).exitCode).toBe(
    0,
  );
  expect(rig.read("f.txt")).toBe(expected);
});

it("a number of an event that JavaScript can't hold is used as it is written", async () => {
  const file =
    '---\napiVersion: opus/v1\nkind: File\nmetadata: {name: f}\nspec: {path: f.txt, content: "${GITHUB:event.client_payload.id}"}\n';
  using rig = new Rig({ "opus.yaml": project() + file });
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  const payload = { repository: { default_branch: "main" }, client_payload: { id: rawJSON("9007199254740993") } };
  const event = { name: "push", ref: "refs/heads/main", payload };
  expect((await rig.step({ command: "apply" }, { event })).exitCode).toBe(0);
  expect(rig.read("f.txt")).toBe("9007199254740993");
});
