import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { depthFirst, reachable, reversed } from "../../../src/engine/graph/graph.ts";
import { buildGraph } from "../../../src/engine/graph/task-graph.ts";
import type { DependencyRule, ScopeRule, Task } from "../../../src/engine/model/task.ts";
import { workedMs } from "../../doubles/cpu-time.ts";
import { scope, task } from "../samples.ts";

const noVerbatim = () => [];

function graphOf(tasks: readonly Task[], matcher = scope()) {
  return buildGraph(tasks, matcher, new Set(tasks.map(({ name }) => name)), noVerbatim);
}

function names(tasks: readonly Task[]): string[] {
  return tasks.map(({ name }) => name);
}

/** Does a rule count in a run? Written anew, for exact names only. */
function counts({ commands, contexts }: ScopeRule, command: string, contextNames: readonly string[]): boolean {
  return (!commands || commands.includes(command)) && (!contexts || contexts.some((one) => contextNames.includes(one)));
}

/** The order as the manual tells it: depth first in manifest order, dependencies first as listed, then references. */
function referenceOrder(tasks: readonly Task[], command: string, contextNames: readonly string[]): string[] {
  const inScope = new Map(
    tasks
      .filter(
        ({ processingScope }) =>
          !processingScope || processingScope.some((rule) => counts(rule, command, contextNames)),
      )
      .map((one) => [one.name, one]),
  );
  const order: string[] = [];
  const visit = (name: string): void => {
    const one = inScope.get(name);
    if (!one || order.includes(name)) return;
    for (const rule of one.dependencies) if (counts(rule, command, contextNames)) rule.tasks.forEach(visit);
    for (const match of JSON.stringify(one.spec).matchAll(/\$\{VAR:([^:]+):/g)) visit(match[1] as string);
    order.push(name);
  };
  for (const name of inScope.keys()) visit(name);
  return order;
}

const commandNames = ["apply", "deploy"];
const contextNames = ["test", "prod", "dev"];
const someRule = fc.record(
  {
    commands: fc.subarray(commandNames, { minLength: 1 }),
    contexts: fc.subarray(contextNames, { minLength: 1 }),
  },
  { requiredKeys: [] },
);

/** Tasks in any order whose rules and references lead only from higher to lower numbers. */
const acyclic = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.tuple(
      fc.tuple(
        ...Array.from({ length: size }, (_, number) => {
          const below = Array.from({ length: number }, (_, other) => `t${other}`);
          return fc.record({
            rules: fc.array(fc.tuple(someRule, fc.subarray(below)), { maxLength: 3 }),
            references: fc.subarray(below, { maxLength: Math.min(2, number) }),
            processingScope: fc.option(fc.array(someRule, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 3 }),
          });
        }),
      ),
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, number) => number),
        { minLength: size },
      ),
    ),
  )
  .map(([shapes, order]) =>
    order.map((number) => {
      const { rules, references, processingScope } = shapes[number] as (typeof shapes)[number];
      const dependencies = rules.map(([rule, tasks]): DependencyRule => ({ ...(rule as ScopeRule), tasks }));
      const spec = { text: references.map((name) => `\${VAR:${name}:ID}`).join(" ") };
      return task(`t${number}`, {
        dependencies,
        spec,
        ...(processingScope ? { processingScope: processingScope as ScopeRule[] } : {}),
      });
    }),
  );

const run = fc.record({
  command: fc.constantFrom(...commandNames),
  context: fc.constantFrom("test", "prod"),
  inherited: fc.constantFrom(undefined, "dev"),
});

describe("the order of tasks", () => {
  it("equals the one that a plain recursive reading of the rules gives", () => {
    fc.assert(
      fc.property(acyclic, run, (tasks, { command, context, inherited }) => {
        const graph = graphOf(tasks, scope(command, context, inherited));
        const seen = inherited === undefined ? [context] : [context, inherited];
        expect(names(graph.tasks)).toEqual(referenceOrder(tasks, command, seen));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every dependency that counts, whatever the manifest's order, and names each one that can't be kept", () => {
    fc.assert(
      fc.property(acyclic, run, (tasks, { command, context, inherited }) => {
        const graph = graphOf(tasks, scope(command, context, inherited));
        const seen = inherited === undefined ? [context] : [context, inherited];
        const missing: string[] = [];
        for (const [at, one] of graph.tasks.entries()) {
          const needed = new Set(
            one.dependencies.filter((rule) => counts(rule, command, seen)).flatMap((rule) => rule.tasks),
          );
          for (const match of String(one.spec.text).matchAll(/VAR:(t\d+)/g)) {
            if (graph.index.has(match[1] as string)) needed.add(match[1] as string);
          }
          for (const name of needed) {
            const before = graph.index.get(name);
            if (before === undefined) missing.push(`${one.name} → ${name}`);
            else expect(before).toBeLessThan(at);
          }
          const edges = graph.edges[at]?.map((to) => graph.tasks[to]?.name);
          expect(new Set(edges)).toEqual(new Set([...needed].filter((name) => graph.index.has(name))));
        }
        const reported = graph.diagnostics.map(({ message }) =>
          message.replace(/^"(.*)" depends on "(.*)", which is out.*$/, "$1 → $2"),
        );
        expect([...new Set(reported)].sort()).toEqual([...new Set(missing)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("ignores rules for other commands and contexts", () => {
    const tasks = [
      task("first", { dependencies: [{ commands: ["apply"], contexts: ["prod"], tasks: ["second"] }] }),
      task("second"),
    ];
    expect(names(graphOf(tasks, scope("apply", "test")).tasks)).toEqual(["first", "second"]);
    expect(names(graphOf(tasks, scope("drift", "prod")).tasks)).toEqual(["first", "second"]);
    expect(names(graphOf(tasks, scope("apply", "prod")).tasks)).toEqual(["second", "first"]);
    expect(names(graphOf(tasks, scope("apply", "pr-1", "prod")).tasks)).toEqual(["second", "first"]);
  });

  it("takes listed dependencies before references, and reads no reference in verbatim fields", () => {
    const tasks = [
      task("a", { dependencies: [{ tasks: ["d", "c"] }], spec: { env: "${VAR:b:ID}", create: "${VAR:e:ID}" } }),
      task("b"),
      task("c"),
      task("d"),
      task("e"),
    ];
    const graph = buildGraph(tasks, scope(), new Set(names(tasks)), () => ["create"]);
    expect(names(graph.tasks)).toEqual(["d", "c", "b", "a", "e"]);
  });

  it("is of tasks in scope alone; a reference to one out of scope orders nothing", () => {
    const tasks = [
      task("a", { spec: { text: "${VAR:away:ID}" } }),
      task("away", { processingScope: [{ contexts: ["prod"] }] }),
    ];
    const graph = graphOf(tasks);
    expect(names(graph.tasks)).toEqual(["a"]);
    expect(graph.outOfScope).toEqual(new Set(["away"]));
    expect(graph.diagnostics).toEqual([]);
  });
});

describe("dependencies that can't be kept", () => {
  it("are located, with a suggestion", () => {
    const tasks = [
      task("a", {
        dependencies: [{ tasks: ["b"] }, { commands: ["apply"], tasks: ["b", "boks"] }, { tasks: ["zzz"] }],
      }),
      task("b", { processingScope: [{ commands: ["drift"] }] }),
      task("books"),
    ];
    const found = graphOf(tasks).diagnostics.map(({ code, message, location, suggestion }) => [
      code,
      message,
      location?.file,
      suggestion,
    ]);
    const outOfScope = '"a" depends on "b", which is out of scope for the command "apply" in the context "test"';
    const widen = 'Limit the dependency with `commands` or `contexts`, or widen the processingScope of "b".';
    expect(found).toEqual([
      ["dependency-out-of-scope", outOfScope, "a/metadata/dependencies/0/tasks/0", widen],
      ["dependency-out-of-scope", outOfScope, "a/metadata/dependencies/1/tasks/0", widen],
      [
        "unknown-task",
        '"a" depends on "boks", which is not in the manifest',
        "a/metadata/dependencies/1/tasks/1",
        'Did you mean "books"?',
      ],
      [
        "unknown-task",
        '"a" depends on "zzz", which is not in the manifest',
        "a/metadata/dependencies/2/tasks/0",
        "Add the task, or remove the dependency.",
      ],
    ]);
  });

  it("are not reported a second time when the task has errors of its own", () => {
    const tasks = [task("a", { dependencies: [{ tasks: ["broken"] }] })];
    expect(buildGraph(tasks, scope(), new Set(["a", "broken"]), noVerbatim).diagnostics).toEqual([]);
  });
});

describe("cycles", () => {
  it("are located at their first edge in manifest order, with the others as related places", () => {
    const tasks = [
      task("z"),
      task("a", { dependencies: [{ tasks: ["z", "b"] }] }),
      task("b", { spec: { deep: ["x ${VAR:c:ID}"] } }),
      task("c", { dependencies: [{ tasks: ["a"] }] }),
      task("y", { dependencies: [{ tasks: ["c"] }] }),
    ];
    expect(graphOf(tasks).diagnostics).toEqual([
      {
        severity: "error",
        code: "dependency-cycle",
        message: "these tasks depend on each other: a → b → c → a",
        location: { file: "a/metadata/dependencies/0/tasks/1", line: 1, column: 1 },
        related: [
          { message: '"b" depends on "c"', location: { file: "b/spec/deep/0", line: 1, column: 3 } },
          {
            message: '"c" depends on "a"',
            location: { file: "c/metadata/dependencies/0/tasks/0", line: 1, column: 1 },
          },
        ],
        suggestion: "Remove one of these dependencies; a `${VAR:…}` counts as one.",
      },
    ]);
  });

  it("begin with the task that comes first in the manifest, wherever they were entered", () => {
    const tasks = [
      task("entry", { dependencies: [{ tasks: ["late"] }] }),
      task("early", { dependencies: [{ tasks: ["late"] }] }),
      task("late", { dependencies: [{ tasks: ["early"] }] }),
    ];
    expect(graphOf(tasks).diagnostics.map(({ message }) => message)).toEqual([
      "these tasks depend on each other: early → late → early",
    ]);
  });

  it("may be of one task that reads its own output", () => {
    const [found, ...more] = graphOf([task("a", { spec: { text: "${VAR:a:ID}" } })]).diagnostics;
    expect(found?.message).toBe("these tasks depend on each other: a → a");
    expect(more).toEqual([]);
  });

  it("are each reported, and a long one is shortened", () => {
    const ring = (prefix: string, size: number) =>
      Array.from({ length: size }, (_, at) =>
        task(`${prefix}${at}`, { dependencies: [{ tasks: [`${prefix}${(at + 1) % size}`] }] }),
      );
    const found = graphOf([...ring("a", 2), ...ring("b", 30)]).diagnostics;
    expect(found.map(({ message }) => message)).toEqual([
      "these tasks depend on each other: a0 → a1 → a0",
      "these tasks depend on each other: b0 → b1 → b2 → b3 → b4 → b5 → … 20 more … → b26 → b27 → b28 → b29 → b0",
    ]);
    expect(found[1]?.related).toHaveLength(20);
  });

  it("are found exactly where a graph has them", () => {
    const edges = fc.integer({ min: 1, max: 9 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(edges, (graph) => {
        const { order, cycles } = depthFirst(graph);
        expect([...order].sort((left, right) => left - right)).toEqual(graph.map((_, node) => node));
        const cyclic = graph.some((before, node) => before.some((other) => reachable(graph, [other]).has(node)));
        expect(cycles.length > 0).toBe(cyclic);
        for (const cycle of cycles) {
          expect(cycle[0]).toBe(Math.min(...cycle));
          cycle.forEach((node, at) => {
            expect(graph[node]).toContain(cycle[(at + 1) % cycle.length]);
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a chain of 100,000 tasks", () => {
  const size = 100_000;
  const link = (number: number) =>
    task(`t${number}`, number === 0 ? {} : { dependencies: [{ tasks: [`t${number - 1}`] }] });
  const forwards = Array.from({ length: size }, (_, number) => link(number));
  /** Deterministic and thorough enough. */
  const shuffled = [...forwards].sort((left, right) => hash(left.name) - hash(right.name));

  function hash(text: string): number {
    let value = 7;
    for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 104_729;
    return value;
  }

  it.each([
    ["forwards", forwards],
    ["backwards", [...forwards].reverse()],
    ["shuffled", shuffled],
  ])("listed %s neither overflows nor takes long", (_, tasks) => {
    const began = workedMs();
    const graph = graphOf(tasks);
    expect(workedMs() - began).toBeLessThan(5_000);
    expect(graph.diagnostics).toEqual([]);
    expect(graph.tasks).toHaveLength(size);
    expect(graph.tasks.every(({ name }, at) => name === `t${at}`)).toBe(true);
  });

  it("that bites its tail is one cycle", () => {
    const ring = [task("t0", { dependencies: [{ tasks: [`t${size - 1}`] }] }), ...forwards.slice(1)];
    const found = graphOf(ring).diagnostics;
    expect(found).toHaveLength(1);
    expect(found[0]?.location?.file).toBe("t0/metadata/dependencies/0/tasks/0");
  });
});

it("reversed turns every edge round", () => {
  expect(reversed([[1, 2], [2], []])).toEqual([[], [0], [0, 1]]);
});
