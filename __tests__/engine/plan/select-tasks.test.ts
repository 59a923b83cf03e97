import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph, type TaskGraph } from "../../../src/engine/graph/task-graph.ts";
import type { TaskState } from "../../../src/engine/model/state-body.ts";
import type { DependencyRule, Task } from "../../../src/engine/model/task.ts";
import {
  applyCandidates,
  deleteCandidates,
  type PlanCandidates,
  rollbackCandidates,
  type Undo,
  unmatchedTargets,
} from "../../../src/engine/plan/select-tasks.ts";
import { recordedOrder, renamedEntries } from "../../../src/engine/recorded/entries.ts";
import { entry, scope, task } from "../samples.ts";

function graphOf(tasks: readonly Task[], matcher = scope()): TaskGraph {
  return buildGraph(tasks, matcher, new Set(tasks.map(({ name }) => name)), () => []);
}

/** State after every task in scope was applied. */
function applied(graph: TaskGraph): Map<string, TaskState> {
  return new Map(
    graph.tasks.map((one, order) => {
      const dependencies = (graph.edges[order] ?? []).map((to) => (graph.tasks[to] as Task).name);
      return [one.name, entry({ dependencies, order, scope: one.processingScope ?? [] })];
    }),
  );
}

function byName(tasks: readonly Task[]): Map<string, Task> {
  return new Map(tasks.map((one) => [one.name, one]));
}

function names({ candidates }: PlanCandidates): string[] {
  return candidates.map(({ name }) => name);
}

/** Who waits for whom, by name. */
function waits({ candidates, edges }: PlanCandidates): { [name: string]: string[] } {
  return Object.fromEntries(
    candidates.map(({ name }, at) => [
      name,
      (edges[at] ?? []).map((to) => (candidates[to] as (typeof candidates)[number]).name),
    ]),
  );
}

const chain = [
  task("app", { dependencies: [{ tasks: ["db"] }] }),
  task("db", { dependencies: [{ tasks: ["net"] }] }),
  task("net"),
  task("apart"),
];

/** Tasks in any order; each depends, in some contexts, on tasks with lower numbers. */
const acyclic = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.tuple(
      fc.tuple(
        ...Array.from({ length: size }, (_, number) =>
          fc.array(
            fc.tuple(
              fc.subarray(["test", "prod"]),
              fc.subarray(Array.from({ length: number }, (_, other) => `t${other}`)),
            ),
            { maxLength: 3 },
          ),
        ),
      ),
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, number) => number),
        { minLength: size },
      ),
    ),
  )
  .map(([rules, order]) =>
    order.map((number) => {
      const dependencies =
        rules[number]?.map(
          ([contexts, tasks]): DependencyRule => ({ ...(contexts.length > 0 ? { contexts } : {}), tasks }),
        ) ?? [];
      return task(`t${number}`, { dependencies });
    }),
  );

describe("delete", () => {
  it("is the exact reverse of apply, dependants first", () => {
    fc.assert(
      fc.property(acyclic, (tasks) => {
        const graph = graphOf(tasks);
        const forwards = applyCandidates(graph, new Set(byName(tasks).keys()), new Map(), scope(), []);
        const there = graphOf(tasks, scope("delete"));
        const backwards = deleteCandidates(there, byName(tasks), applied(graph), scope("delete"), []);
        expect(names(backwards)).toEqual([...names(forwards)].reverse());
        expect(backwards.order).toEqual([...forwards.order].reverse());
        const opposite = Object.entries(waits(forwards)).flatMap(([name, before]) =>
          before.map((other) => `${other} after ${name}`),
        );
        const found = Object.entries(waits(backwards)).flatMap(([name, before]) =>
          before.map((other) => `${name} after ${other}`),
        );
        expect(found.sort()).toEqual(opposite.sort());
      }),
      { numRuns: 300 },
    );
  });

  it("goes by what was recorded where the manifest has changed", () => {
    const entries = applied(graphOf(chain));
    const now = [task("app"), task("db"), task("net")];
    const candidates = deleteCandidates(graphOf(now), byName(now), entries, scope("delete"), []);
    const order = names(candidates);
    expect(order).toHaveLength(4);
    expect(order.indexOf("app")).toBeLessThan(order.indexOf("db"));
    expect(order.indexOf("db")).toBeLessThan(order.indexOf("net"));
    expect(waits(candidates)).toMatchObject({ db: ["app"], net: ["db"] });
    expect(
      candidates.candidates.every(({ wanted, reason }) => wanted === "gone" && reason === "deleted on command"),
    ).toBe(true);
  });

  it("leaves alone what was never recorded, and what is out of scope today or was then", () => {
    const tasks = [task("here"), task("new"), task("away", { processingScope: [{ contexts: ["prod"] }] })];
    const entries = new Map([
      ["here", entry()],
      ["away", entry()],
      ["left", entry()],
      ["left-elsewhere", entry({ scope: [{ commands: ["apply"] }] })],
    ]);
    expect(
      names(deleteCandidates(graphOf(tasks, scope("delete")), byName(tasks), entries, scope("delete"), [])).sort(),
    ).toEqual(["here", "left"]);
  });

  it("of a target takes what depends on it", () => {
    const graph = graphOf(chain);
    const candidates = (targets: string[]) =>
      names(deleteCandidates(graph, byName(chain), applied(graph), scope("delete"), targets));
    expect(candidates(["db"])).toEqual(["app", "db"]);
    expect(candidates(["app"])).toEqual(["app"]);
    expect(candidates(["n*"])).toEqual(["app", "db", "net"]);
    expect(candidates(["apart", "app"])).toEqual(["apart", "app"]);
  });

  it("survives recorded cycles", () => {
    const entries = new Map([
      ["a", entry({ dependencies: ["b"] })],
      ["b", entry({ dependencies: ["a"], order: 1 })],
    ]);
    const candidates = deleteCandidates(graphOf([]), new Map(), entries, scope("delete"), []);
    expect(names(candidates).sort()).toEqual(["a", "b"]);
    for (const [at, before] of candidates.edges.entries()) for (const other of before) expect(other).toBeLessThan(at);
  });
});

describe("apply", () => {
  const candidates = (
    tasks: readonly Task[],
    entries: Map<string, TaskState>,
    targets: string[] = [],
    matcher = scope(),
  ) => applyCandidates(graphOf(tasks, matcher), new Set(tasks.map(({ name }) => name)), entries, matcher, targets);

  it("takes what left the manifest last, in reverse recorded order", () => {
    const entries = applied(graphOf(chain));
    const found = candidates([task("fresh"), task("apart")], entries);
    expect(names(found)).toEqual(["fresh", "apart", "app", "db", "net"]);
    expect(found.order).toEqual(["fresh", "apart", "app", "db", "net"]);
    expect(found.orphansFrom).toBe(2);
    expect(waits(found)).toEqual({ fresh: [], apart: [], app: [], db: ["app"], net: ["db"] });
    expect(found.candidates.map(({ wanted }) => wanted)).toEqual(["manifest", "manifest", "gone", "gone", "gone"]);
  });

  it("takes no task that is only out of scope, nor one whose recorded scope is", () => {
    const tasks = [task("away", { processingScope: [{ contexts: ["prod"] }] })];
    const entries = new Map([
      ["away", entry()],
      ["left", entry({ scope: [{ contexts: ["prod"] }] })],
    ]);
    expect(names(candidates(tasks, entries))).toEqual([]);
    expect(names(candidates(tasks, entries, [], scope("apply", "prod")))).toEqual(["away", "left"]);
  });

  it("of a target pulls in what it depends on, and leaves orphans alone unless named", () => {
    const entries = new Map([
      ["gone", entry()],
      ["gone-too", entry()],
    ]);
    expect(names(candidates(chain, entries, ["db"]))).toEqual(["net", "db"]);
    expect(names(candidates(chain, entries, ["a*"]))).toEqual(["net", "db", "app", "apart"]);
    expect(names(candidates(chain, entries, ["*"]))).toEqual(["net", "db", "app", "apart"]);
    expect(names(candidates(chain, entries, ["apart", "gone"]))).toEqual(["apart", "gone"]);
    expect(waits(candidates(chain, entries, ["db"]))).toEqual({ net: [], db: ["net"] });
  });

  it("keeps the report's order of all in scope, whatever the targets", () => {
    expect(candidates(chain, new Map(), ["net"]).order).toEqual(["net", "db", "app", "apart"]);
  });
});

describe("rollback", () => {
  const entries = new Map([
    ["net", entry({ order: 0 })],
    ["db", entry({ order: 1, dependencies: ["net"], spec: { version: 2 } })],
    ["app", entry({ order: 2, dependencies: ["db"] })],
    ["extra", entry({ order: 3, dependencies: ["app"] })],
  ]);
  const older = entry({ order: 1, dependencies: ["net"], spec: { version: 1 } });
  const undo = new Map<string, Undo>([
    ["db", { change: "update", before: older }],
    ["app", { change: "create", before: null }],
    ["extra", { change: "create", before: null }],
    ["web", { change: "delete", before: entry({ order: 4, dependencies: ["db"] }) }],
  ]);
  const candidates = (targets: string[] = [], all: ReadonlyMap<string, Undo> = undo) =>
    rollbackCandidates(new Map(), entries, all, scope("rollback"), targets);

  it("brings back first, dependencies before dependants, then lets go, dependants first; the rest is untouched", () => {
    const found = candidates();
    expect(
      found.candidates.map(({ name, wanted, reason }) => [
        name,
        typeof wanted === "object" ? wanted.spec : wanted,
        reason,
      ]),
    ).toEqual([
      ["net", "untouched", "not part of what is rolled back"],
      ["db", { version: 1 }, "undo update"],
      ["web", {}, "undo delete"],
      ["extra", "gone", "undo create"],
      ["app", "gone", "undo create"],
    ]);
    expect(found.orphansFrom).toBe(3);
    expect(waits(found)).toEqual({ net: [], db: ["net"], web: ["db"], extra: [], app: ["extra"] });
  });

  it("of a target takes what depends on it, and nothing else", () => {
    expect(names(candidates(["app"]))).toEqual(["extra", "app"]);
    expect(names(candidates(["web"]))).toEqual(["web"]);
    expect(names(candidates(["db"]))).toEqual(["db", "web", "extra", "app"]);
  });

  it("forgets again what was adopted", () => {
    const [found] = candidates(["extra"], new Map([["extra", { change: "adopt", before: null }]])).candidates;
    expect(found).toMatchObject({ name: "extra", wanted: "gone", forget: true });
  });

  it("has nothing to do for what is gone already", () => {
    const [found] = rollbackCandidates(
      new Map(),
      new Map(),
      new Map([["x", { change: "create", before: null }]]),
      scope("rollback"),
      [],
    ).candidates;
    expect(found === undefined || found.wanted === "untouched").toBe(true);
  });

  it("leaves alone what is out of scope", () => {
    const away = new Map([["away", entry({ scope: [{ commands: ["apply"] }] })]]);
    expect(
      rollbackCandidates(
        new Map(),
        away,
        new Map([["away", { change: "create", before: null }]]),
        scope("rollback"),
        [],
      ).candidates,
    ).toEqual([]);
  });
});

describe("targets that name nothing", () => {
  const found = (target: string) =>
    unmatchedTargets([target], new Set(["greeting", "folder"]), new Set(["deploy"]), scope()).map(
      ({ code, message, suggestion }) => [code, message, suggestion],
    );

  it("are errors with a suggestion", () => {
    expect(found("greting")).toEqual([
      ["unknown-target", 'target "greting" matches no task', 'Did you mean "greeting"?'],
    ]);
    expect(found("x-*")).toEqual([
      [
        "unknown-target",
        'target "x-*" matches no task',
        "Name tasks of the manifest, or recorded ones, or use a glob.",
      ],
    ]);
    expect(found("deploy")).toMatchObject([
      [
        "unknown-target",
        'target "deploy" is out of scope for the command "apply" in the context "test"',
        expect.any(String),
      ],
    ]);
    expect(found("g*")).toEqual([]);
    expect(found("{greeting,none}")).toEqual([]);
  });
});

describe("recorded entries", () => {
  it("are ordered by dependencies, then as they were recorded, then by name", () => {
    const entries = new Map([
      ["c", entry({ order: 2 })],
      ["b", entry({ order: 1, dependencies: ["c"] })],
      ["a", entry({ order: 1 })],
      ["z", entry({ order: 0, dependencies: ["gone"] })],
    ]);
    expect(recordedOrder(entries).names).toEqual(["z", "a", "c", "b"]);
  });

  it("get their new names, in dependencies too", () => {
    const entries = new Map([
      ["old", entry({ order: 1 })],
      ["user", entry({ dependencies: ["old", "x"] })],
      ["x", entry()],
    ]);
    const renamed = renamedEntries(entries, new Map([["new", "old"]]));
    expect([...renamed.keys()]).toEqual(["new", "user", "x"]);
    expect(renamed.get("user")?.dependencies).toEqual(["new", "x"]);
    expect(renamed.get("x")).toBe(entries.get("x"));
  });
});
