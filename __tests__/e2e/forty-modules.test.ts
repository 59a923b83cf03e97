import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { type StepResult, statuses } from "./rig.ts";

interface Bad {
  /** What its module does, and what is said of its task. */
  readonly does: string;
  readonly says: string | RegExp;
  /** In place of those that do nothing. */
  readonly functions?: { readonly [name: string]: string };
  /** Lines before the kind. */
  readonly above?: string;
  readonly metadata?: string;
}

const create = (code: string, rest: Omit<Bad, "functions" | "does" | "says"> = {}) => ({
  functions: { create: code },
  ...rest,
});
const observe = (code: string) => ({ functions: { observe: code } });
const shared = "was replaced, which all code of this process shares";

/** Each in a module of its own, with a task of its own, side by side with all others in one run. */
const bad: readonly Bad[] = [
  { does: "throws", says: "boom", ...create("() => { throw new Error('boom'); }") },
  { does: "rejects", says: "boom", ...create("() => Promise.reject(new Error('boom'))") },
  { does: "throws nothing", says: "undefined was thrown", ...create("() => { throw undefined; }") },
  {
    does: "throws a trap",
    says: "an object without a message was thrown",
    ...create("() => { throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } }); }"),
  },
  {
    does: "throws a circle of causes",
    says: "round",
    ...create("() => { const e = new Error('round'); e.cause = new Error('and round', { cause: e }); throw e; }"),
  },
  {
    does: "overflows the stack",
    says: "Maximum call stack size exceeded",
    ...create("() => { const deeper = () => deeper() + 1; return deeper(); }"),
  },
  { does: "ends the process", says: "process.exit(0) was called by", ...create("() => process.exit(0)") },
  {
    does: "ends it later in its call",
    says: "process.exit(1) was called by",
    ...create("async () => { await null; process.exit(1); }"),
  },
  {
    does: "ends it past `exit`",
    says: "process.reallyExit(0) was called by",
    ...create("() => process.reallyExit(0)"),
  },
  { does: "aborts", says: "process.abort() was called by", ...create("() => process.abort()") },
  {
    does: "kills itself",
    says: 'process.kill(process.pid, "SIGKILL") was called by',
    ...create("() => process.kill(process.pid, 'SIGKILL')"),
  },
  {
    does: "terminates itself",
    says: 'process.kill(process.pid, "SIGTERM") was called by',
    ...create("() => process.kill(process.pid)"),
  },
  {
    does: "hangs while something is alive",
    says: /timeout|took longer/,
    ...create("() => new Promise(() => { setInterval(() => {}, 50).unref(); setTimeout(() => {}, 2500); })", {
      metadata: ", timeout: 1s",
    }),
  },
  { does: "gives a number", says: "`create` gave no outcome", ...create("() => 7") },
  {
    does: "gives a list of what are no outputs",
    says: "`create` gave no outcome",
    ...create("() => ({ outputs: [1] })"),
  },
  { does: "gives an unknown member", says: 'an unknown member "ouputs"', ...create("() => ({ ouputs: [] })") },
  {
    does: "gives a forbidden name",
    says: "`create` gave no outcome",
    ...create("() => ({ outputs: [{ name: 'a b', value: 1 }] })"),
  },
  {
    does: "gives a circle",
    says: "refers back to what it stands in",
    ...create("() => { const a = {}; a.a = a; return { outputs: [{ name: 'A', value: a }] }; }"),
  },
  { does: "gives a bigint", says: "bigint", ...create("() => ({ outputs: [{ name: 'A', value: 1n }] })") },
  { does: "gives a function", says: "function", ...create("() => ({ outputs: [{ name: 'A', value: () => {} }] })") },
  {
    does: "gives a promise",
    says: /Promise|promise/,
    ...create("() => ({ outputs: [{ name: 'A', value: Promise.resolve(1) }] })"),
  },
  {
    does: "gives what is too deep",
    says: /deep|levels/,
    ...create(
      "() => { let a = 1; for (let i = 0; i < 5000; i++) a = [a]; return { outputs: [{ name: 'A', value: a }] }; }",
    ),
  },
  {
    does: "gives half of a pair",
    says: "surrogate",
    ...create("() => ({ outputs: [{ name: 'A', value: '\\ud800' }] })"),
  },
  { does: "gives a trap", says: "gotcha", ...create("() => ({ get outputs() { throw new Error('gotcha'); } })") },
  {
    does: "gives a trap within",
    says: "gotcha",
    ...create("() => ({ outputs: [{ name: 'A', get value() { throw new Error('gotcha'); } }] })"),
  },
  {
    does: "gives a thenable that throws",
    says: "thenable",
    ...create("() => ({ then() { throw new Error('thenable'); } })"),
  },
  {
    does: "gives a binding that is none",
    says: "with a wrong binding",
    ...create("() => ({ outputs: [{ name: 'A', value: 1, context: 7 }] })"),
  },
  {
    does: "says what can't be kept",
    says: "boom",
    ...create("(_, io) => { try { io.made({ a: 1n }); } catch {} throw new Error('boom'); }"),
  },
  { does: "sees nothing", says: "`observe` gave no observation", ...observe("() => {}") },
  {
    does: "sees something unheard of",
    says: "`observe` gave no observation",
    ...observe("() => ({ state: 'maybe' })"),
  },
  {
    does: "sees facts that are none",
    says: "`observe` gave no observation",
    ...observe("() => ({ state: 'present', facts: 5 })"),
  },
  { does: "sees NaN", says: "NaN", ...observe("() => ({ state: 'present', facts: { a: NaN } })") },
  { does: "sees a Map", says: "Map", ...observe("() => ({ state: 'present', facts: { a: new Map() } })") },
  { does: "throws while it looks", says: "blind", ...observe("() => { throw new Error('blind'); }") },
  {
    does: "never comes to see",
    says: "it took longer than its timeout of 1s",
    functions: { observe: "() => new Promise(() => { setTimeout(() => {}, 2500); })" },
    metadata: ", timeout: 1s",
  },
  {
    does: "compares what it can't",
    says: "`compare.differs` threw: no idea",
    functions: {
      observe: "() => ({ state: 'present', facts: {} })",
      compare: "{ differs() { throw new Error('no idea'); } }",
    },
  },
  {
    does: "pollutes all objects",
    says: `\`Object.prototype.polluted\` ${shared}`,
    ...create("() => { Object.prototype.polluted = 'yes'; }"),
  },
  {
    does: "replaces JSON.stringify",
    says: `\`JSON.stringify\` ${shared}`,
    ...create("() => { JSON.stringify = () => '{}'; }"),
  },
  {
    does: "replaces lists' map",
    says: `\`Array.prototype.map\` ${shared}`,
    ...create("() => { Array.prototype.map = () => []; }"),
  },
  {
    does: "replaces texts' replace",
    says: `\`String.prototype.replaceAll\` ${shared}`,
    ...create("() => { String.prototype.replaceAll = () => ''; }"),
  },
  { does: "replaces promises", says: `\`Promise\` ${shared}`, ...create("() => { globalThis.Promise = class {}; }") },
  {
    does: "replaces timers",
    says: `\`setTimeout\` ${shared}`,
    ...create("() => { globalThis.setTimeout = (f) => f(); }"),
  },
  {
    does: "replaces Map's get",
    says: `\`Map.prototype.get\` ${shared}`,
    ...create("() => { Map.prototype.get = () => undefined; }"),
  },
];

/** What is no failure, but must not touch anybody else either. */
const harmless: readonly (readonly [does: string, code: string])[] = [
  ["changes its spec", "(spec) => { spec.name = 'other'; spec.path = '/etc/passwd'; }"],
  [
    "prints a megabyte",
    "(_, io) => { io.output('stdout', 'x'.repeat(1024 * 1024)); console.log('y'.repeat(1024 * 1024)); }",
  ],
  ["closes stdout", "() => { process.stdout.end(); process.stderr.end('bye'); }"],
  ["destroys stdout", "() => { process.stdout.destroy(); }"],
  ["silences the console", "() => { console.log = console.error = () => { throw new Error('silent'); }; }"],
  ["forgets listeners", "() => { process.removeAllListeners('SIGTERM'); process.removeAllListeners('beforeExit'); }"],
  ["sets the exit status", "() => { process.exitCode = 3; }"],
  [
    "changes the environment",
    "() => { process.env.PATH = ''; process.env.GITHUB_OUTPUT = '/nowhere'; process.argv.length = 1; }",
  ],
  ["adds to what it is given", "(_, io) => { try { io.task = 'other'; io.signal.throwIfAborted = null; } catch {} }"],
  ["answers twice", "() => ({ then(done) { done({}); done({ outputs: [7] }); } })"],
  ["hears what is not for it", "() => { process.on('SIGTERM', () => {}); process.on('warning', () => {}); }"],
];

const kindOf = (name: string, functions: { readonly [name: string]: string }, above = ""): string => {
  const all = {
    observe: 'async () => ({ state: "absent" })',
    create: "async () => ({})",
    update: "async () => ({})",
    delete: "async () => {}",
    ...functions,
  };
  const lines = Object.entries(all).map(([method, code]) => `  ${method}: ${code},`);
  return `${above}\nexport default { apiVersion: "example.com/v1", kind: "${name}",\n${lines.join("\n")}\n};\n`;
};

const taskOf = (name: string, kind: string, metadata = ""): string =>
  `---\napiVersion: example.com/v1\nkind: ${kind}\nmetadata: { name: ${name}${metadata} }\nspec: { name: ${name} }\n`;

const goods = ["good-1", "good-2", "good-3"];

function world(
  kinds: readonly {
    readonly name: string;
    readonly functions: Bad["functions"];
    readonly above?: string;
    readonly metadata?: string;
  }[],
): QuickRig {
  const project = `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ input: true }, { branch: main, context: test }]
  processors: [./kinds/*.mjs]
`;
  const files: { [path: string]: string } = { "kinds/Good.mjs": kindOf("Good", {}) };
  for (const { name, functions = {}, above } of kinds) files[`kinds/${name}.mjs`] = kindOf(name, functions, above);
  const tasks = [
    ...kinds.map(({ name, metadata }) => taskOf(name.toLowerCase(), name, metadata)),
    ...goods.map((name) => taskOf(name, "Good")),
  ];
  const file =
    '---\napiVersion: opus/v1\nkind: File\nmetadata: { name: file }\nspec: { path: out/file.txt, content: "${VAR:good:NAME}" }\n';
  return new QuickRig({ "opus.yaml": project + tasks.join("") + file.replace("${VAR:good:NAME}", "whole"), ...files });
}

function errors(run: StepResult): { readonly [name: string]: string } {
  const tasks: readonly { name: string; error: { message: string; causes?: { message: string }[] } | null }[] =
    run.report.contexts[0].tasks;
  return Object.fromEntries(
    tasks.flatMap(({ name, error }) =>
      error ? [[name, [error, ...(error.causes ?? [])].map(({ message }) => message).join("\n")]] : [],
    ),
  );
}

describe("forty modules that misbehave", () => {
  it("each fail their task, and nothing else of the run", async () => {
    using rig = world(bad.map((one, index) => ({ functions: {}, ...one, name: `Bad${index}` })));
    const run = await rig.stepInProcess({ command: "apply", parallelism: "8" });
    const told = errors(run);
    const status = statuses(run.report);
    const seen = bad.map(({ does, says }, index) => {
      const message = told[`bad${index}`] ?? `nothing (${status[`bad${index}`]})`;
      const fits = typeof says === "string" ? message.includes(says) : says.test(message);
      return fits ? "" : `${does}: ${message}`;
    });
    expect(seen.filter((one) => one !== "")).toEqual([]);
    expect(bad.length).toBeGreaterThanOrEqual(40);
    for (const name of [...goods, "file"]) expect([name, status[name]]).toEqual([name, "done"]);
    expect([run.exitCode, run.outputs["failure-reason"], rig.read("out/file.txt")]).toEqual([
      1,
      "task-failed",
      "whole",
    ]);
    expect(run.log).not.toMatch(/unsettled top-level await|node:internal|internal error/);
    expect(rig.state("storefront", "test").body.pending ?? []).toEqual([]);
    expect(Object.keys(rig.state("storefront", "test").body.tasks)).toEqual(expect.arrayContaining([...goods, "file"]));
    // What is wrong is mended, and the next run does the rest.
    for (let index = 0; index < bad.length; index++) rig.write(`kinds/Bad${index}.mjs`, kindOf(`Bad${index}`, {}));
    const next = await rig.stepInProcess({ command: "apply", "lock-timeout": "0" });
    expect([next.exitCode, next.outputs["failure-reason"]]).toEqual([0, ""]);
  });

  it("and what is no failure touches nobody else", async () => {
    using rig = world(harmless.map(([, code], index) => ({ name: `Odd${index}`, functions: { create: code } })));
    const run = await rig.stepInProcess({ command: "apply", parallelism: "4" });
    expect(errors(run)).toEqual({});
    expect([run.exitCode, run.outputs["failure-reason"], run.outputs.context]).toEqual([0, "", "test"]);
    expect(run.log).toContain("apply succeeded");
    expect(Object.keys(rig.state("storefront", "test").body.tasks)).toHaveLength(harmless.length + goods.length + 1);
  });
});
