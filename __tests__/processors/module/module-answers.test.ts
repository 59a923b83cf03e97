import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import { storable } from "../../../src/engine/json/storable.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { ModuleCalls } from "../../../src/node/modules/module-calls.ts";
import { checkExpanded, problemsOf } from "../../../src/processors/module/module-answers.ts";
import { ModuleFailure } from "../../../src/processors/module/module-failure.ts";
import { checkModule } from "../../../src/processors/module/modules.ts";
import { formerShape } from "../../doubles/kinds.ts";
import { Stage, thing } from "../../engine/stage.ts";

const circle = (): object => {
  const one: { self?: object } = {};
  one.self = one;
  return one;
};
const deep = (): object => {
  let list: unknown[] = [];
  for (let level = 0; level < 20_000; level++) list = [list];
  return list;
};
/** What no state, no digest and no report can hold, and other things that nobody asked for. */
const odd: { readonly [name: string]: () => unknown } = {
  NaN: () => NaN,
  "half a character": () => "x\ud800",
  undefined: () => undefined,
  "a circle": circle,
  "lists within lists": deep,
  "a function": () => () => 1,
  "a bigint": () => 10n,
  "a map": () => new Map(),
  null: () => null,
  "a number": () => 1,
  "a text": () => "x",
  "a promise": () => Promise.resolve(1),
  "what throws when it is read": () => ({
    get path() {
      throw new Error("no");
    },
  }),
};

type Answer = (given: unknown) => (...given: never[]) => unknown;
const whole: Answer = (given) => () => given;
/** Where in what a function gives. */
const answers: readonly (readonly [method: string, where: string, answer: Answer])[] = [
  ...["differs", "likeness", "predict", "upgrade", "replaceOn", "recordOnly", "effects", "asFound", "replaces"].map(
    (method) => [method, "all of it", whole] as const,
  ),
  ["differs", "a field", (given) => () => [given]],
  ["differs", "a path", (path) => () => [{ path }]],
  ["differs", "a side", (before) => () => [{ path: "/content", before, after: 1 }]],
  ["likeness", "a member", (a) => () => ({ a })],
  ["predict", "an output", (given) => () => [given]],
  ["predict", "a name", (name) => () => [{ name, value: 1 }]],
  ["predict", "a value", (value) => () => [{ name: "ID", value }]],
  ["upgrade", "a member", (a) => (spec: JsonObject) => ({ ...spec, a })],
  ["replaceOn", "a pointer", (given) => () => [given]],
  ["recordOnly", "a pointer", (given) => () => [given]],
  ["effects", "a member", (a) => () => ({ "/content": a })],
  ["asFound", "a member", (a) => (_: unknown, spec: JsonObject) => ({ ...spec, a })],
  ["observe", "why", (why) => async () => ({ state: "unobservable", why })],
  ["observe", "a hint", (hint) => async () => ({ state: "failed", error: { message: "m", hint, detail: hint } })],
  ["update", "a binding", (context) => async () => ({ outputs: [{ name: "ID", value: 1, context }] })],
  ["update", "what it throws", (given) => () => Promise.reject(given)],
];

/** Applies a task whose kind answers oddly in one place, beside one that is sound. */
async function applied(method: string, answer: (...given: never[]) => unknown) {
  const stage = new Stage();
  // An older shape, where one is brought up to date.
  stage.recordedAs("t", method === "upgrade" ? { apiVersion: "test/v0" } : {});
  stage.world.things.set("t", { path: "t", content: "drifted" });
  const { world } = stage;
  const own = { ...formerShape(world.processor()), kind: "Odd", [method]: answer };
  const recorded = stage.recorder.tasks.get("t");
  if (recorded) stage.recorder.tasks.set("t", { ...recorded, kind: "Odd" });
  const loaded = checkModule("odd.mjs", { default: own }, new ModuleCalls());
  if (!loaded.ok) throw new Error(loaded.error.join("\n"));
  const kinds: readonly TaskProcessor[] = [...loaded.value, world.processor()];
  const { reports } = await stage.run([thing("t", "new", { kind: "Odd" }), thing("other", "new")], { kinds });
  return { reports, recorder: stage.recorder };
}

describe("what a function of a module gives", () => {
  for (const [method, where, answer] of answers)
    it.each(Object.keys(odd))(`in \`${method}\`, as ${where}: %s is the affair of its task alone`, async (name) => {
      const { reports, recorder } = await applied(method, answer(odd[name]?.()));
      expect(reports.find((report) => report.name === "other")?.status).toBe("done");
      const results = recorder.results.map((result) => storable(result));
      expect(results.filter((result) => !result.ok)).toEqual([]);
      for (const { name: task, fields, error, reason } of reports)
        expect([task, storable({ fields, error, reason }).ok]).toEqual([task, true]);
    });

  it.each([
    [
      "differs",
      () => [{ path: "/a", before: circle() }],
      "what can't be kept: /0/before/self refers back to what it stands in",
    ],
    ["differs", () => [{ before: 1 }], "something else than a list of {path, before, after}"],
    ["replaceOn", () => ["/a", 1], "something else than a list of texts"],
    ["likeness", () => "x", "something else than an object"],
    ["upgrade", () => undefined, "what can't be kept: it is undefined"],
  ])("in `%s` fails the task by name", async (method, answer, told) => {
    const stage = new Stage();
    const own = { ...formerShape(stage.world.processor()), [method]: answer };
    const loaded = checkModule("odd.mjs", { default: own }, new ModuleCalls());
    const [processor] = (loaded.ok ? loaded.value : []) as TaskProcessor[];
    expect(processor && formerShape(processor)[method]).toThrow(
      new ModuleFailure(`odd.mjs: Thing: \`${method}\` gave ${told}`),
    );
  });

  it("is kept as it was meant: plain data of its own, numbers as names, nothing as nothing", () => {
    const data = { a: [1] };
    const own = {
      ...formerShape(new Stage().world.processor()),
      identity: (spec: JsonObject) => spec.id,
      upgrade: () => data,
      writes: () => undefined,
      replaceOn: () => undefined,
      asFound: () => {
        throw new Error("a bug");
      },
    };
    const loaded = checkModule("odd.mjs", { default: own }, new ModuleCalls());
    const [processor] = (loaded.ok ? loaded.value : []) as TaskProcessor[];
    expect([processor?.known?.identity?.({ id: 7 }), processor?.known?.identity?.({ id: null })]).toEqual([
      "7",
      undefined,
    ]);
    expect(processor?.upgrade?.({}, "")).toEqual(data);
    expect(processor?.upgrade?.({}, "")).not.toBe(data);
    expect([
      processor?.workspace?.writes?.({}),
      processor?.compare?.replaceOn?.({}, {}),
      processor?.undo?.asFound?.({}, {}),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe("what `expand` gives", () => {
  it.each(Object.keys(odd))("%s is a problem of the task", (name) => {
    const given = odd[name]?.();
    for (const answer of [
      given,
      { ok: true, value: given },
      { ok: true, value: { spec: given } },
      { ok: false, error: given },
    ])
      expect(checkExpanded(answer)).toMatchObject({ ok: false });
    const member = checkExpanded({ ok: true, value: { spec: { a: given } } });
    expect(member.ok).toBe(["undefined", "null", "a number", "a text"].includes(name));
    for (const { message, pointer, code } of problemsOf([given, { message: given, pointer: given, code: given }]))
      expect([typeof message, storable(message).ok, typeof pointer, code]).toEqual([
        "string",
        true,
        "string",
        expect.stringMatching(/^[a-z-]+$/),
      ]);
  });

  it("is taken over, with where its texts came from", () => {
    const origins = { "/a": { file: "f", text: "t" }, "/b": 1 };
    expect(checkExpanded({ ok: true, value: { spec: { a: "t" }, origins } })).toEqual({
      ok: true,
      value: { spec: { a: "t" }, origins: { "/a": { file: "f", text: "t" } } },
    });
    expect(
      checkExpanded({ ok: false, error: ["a text", { message: "m", code: "c", pointer: "/a", offset: 1 }] }),
    ).toEqual({
      ok: false,
      error: [
        { code: "bad-spec", message: "a text", pointer: "" },
        { code: "c", message: "m", pointer: "/a", offset: 1 },
      ],
    });
  });
});
