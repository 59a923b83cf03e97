import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { declaredDifferences } from "../../../src/engine/json/json-diff.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { ModuleCalls } from "../../../src/node/modules/module-calls.ts";
import { checkModule, loadProcessors } from "../../../src/processors/module/modules.ts";
import { buildRegistry } from "../../../src/processors/registry.ts";
import { describeTaskProcessor, testIo } from "../../contracts/task-processor.ts";
import { withMembers } from "../../doubles/kinds.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
const path = "opus/processors/x.mjs";
const nothing = () => undefined;
const whole = {
  apiVersion: "example.com/v1",
  kind: "Thing",
  observe: nothing,
  create: nothing,
  update: nothing,
  delete: nothing,
};

describe("the example of docs/kinds/own-kinds.md", () => {
  let root: string;
  let processor: TaskProcessor;
  beforeEach(async () => {
    root = folder();
    const page = readFileSync(new URL("../../../docs/kinds/own-kinds.md", import.meta.url), "utf8");
    const example = /<!-- example: folder\.mjs -->\n```js\n([\s\S]*?)```/.exec(page)?.[1];
    writeFileSync(join(root, "folder.mjs"), example ?? "");
    const loaded = await loadProcessors(
      "folder.mjs",
      (name) => import(pathToFileURL(join(root, name)).href),
      new ModuleCalls(),
    );
    if (!loaded.ok) throw new Error(loaded.error.join("\n"));
    const own = loaded.value[0] as TaskProcessor;
    processor = withMembers(own, { compare: { differs: (facts, spec) => declaredDifferences(facts, spec) } });
  });

  describeTaskProcessor("Folder", () => ({
    processor,
    spec: { path: join(root, "made"), owner: "me" },
    changed: { path: join(root, "made"), owner: "you" },
    fingerprint: () =>
      existsSync(join(root, "made")) && [
        statSync(join(root, "made")).mtimeMs,
        readFileSync(join(root, "made/OWNER"), "utf8"),
      ],
  }));

  it("fails with advice", async () => {
    const spec = { path: join(root, "made"), owner: "me" };
    await processor.create(spec, testIo());
    mkdirSync(join(root, "made/full"));
    const error = await Promise.resolve(processor.delete(spec, testIo())).catch((reason) => reason);
    expect(error).toBeInstanceOf(TaskFailure);
    expect(error).toMatchObject({ message: `${spec.path} can't be removed`, hint: "Empty the folder first." });
    expect(processor.parse({})).toEqual({
      ok: false,
      error: [
        { code: "bad-spec", message: "path is missing", pointer: "/path" },
        { code: "bad-spec", message: "owner is not a text", pointer: "/owner" },
      ],
    });
    expect(processor.module).toBe("folder.mjs");
  });
});

describe("checkModule", () => {
  it("takes one processor, a list, or `processors`", () => {
    const kinds = (value: unknown) => {
      const found = checkModule(path, { default: value }, new ModuleCalls());
      return found.ok ? found.value.map((processor) => processor.kind) : found.error;
    };
    expect(kinds(whole)).toEqual(["Thing"]);
    expect(kinds([whole, { ...whole, kind: "Other" }])).toEqual(["Thing", "Other"]);
    expect(kinds({ processors: [whole] })).toEqual(["Thing"]);
  });

  it.each([
    [
      undefined,
      ["opus/processors/x.mjs: there is no default export; export a processor, or a list of processors, as default"],
    ],
    [null, ["opus/processors/x.mjs: default export is null, not a processor"]],
    ["text", ["opus/processors/x.mjs: default export is a string, not a processor"]],
    [nothing, ["opus/processors/x.mjs: default export is a function; export the processor itself"]],
    [[], ["opus/processors/x.mjs: default export is an empty list"]],
    [{ processors: [3] }, ["opus/processors/x.mjs: processor 1 of default export is a number, not a processor"]],
    [{ ...whole, observe: undefined }, ["opus/processors/x.mjs: default export has no `observe`"]],
    [
      { ...whole, create: 3, differs: "x" },
      [
        "opus/processors/x.mjs: default export: `create` is not a function",
        "opus/processors/x.mjs: default export: `differs` is not a function",
      ],
    ],
    [
      [whole, { ...whole, apiVersion: "", kind: "a thing", commands: "apply" }],
      [
        'opus/processors/x.mjs: processor 2 of default export has no `apiVersion`; give it one of your own, like "example.com/v1"',
        'opus/processors/x.mjs: processor 2 of default export has no `kind` of letters, digits and "_" with a letter first, like "Bucket"',
        "opus/processors/x.mjs: processor 2 of default export: `commands` is not a list of names",
      ],
    ],
  ])("refuses %j", (value, error) => {
    expect(checkModule(path, { default: value }, new ModuleCalls())).toEqual({ ok: false, error });
  });

  it("says why a module can't be imported", async () => {
    expect(
      await loadProcessors(path, () => Promise.reject(new TaskFailure("Unexpected token")), new ModuleCalls()),
    ).toEqual({
      ok: false,
      error: ["opus/processors/x.mjs: can't be imported: Unexpected token"],
    });
  });

  it("calls methods on the object itself, so that classes work", async () => {
    class Counter {
      readonly apiVersion = "example.com/v1";
      readonly kind = "Counter";
      #count = 0;
      observe() {
        return { state: "present", facts: { count: this.#count } };
      }
      create() {
        this.#count++;
      }
      update() {}
      delete() {}
      identity() {
        return `count ${this.#count}`;
      }
    }
    const found = checkModule(path, { default: new Counter() }, new ModuleCalls());
    const counter = found.ok ? found.value[0] : undefined;
    expect(await counter?.create({}, testIo())).toEqual({ outputs: [] });
    expect(await counter?.observe({}, testIo())).toEqual({ state: "present", facts: { count: 1 } });
    expect(counter?.known?.identity?.({})).toBe("count 1");
  });

  it("reports what a module gives back wrongly as a failed operation", async () => {
    const found = checkModule(
      path,
      {
        default: {
          ...whole,
          observe: () => ({ facts: {} }),
          create: () => ({ outputs: { A: 1 } }),
          update: () => ({ outputs: [{ name: "__proto__", value: 1 }] }),
          parse: () => {
            throw Object.assign(new Error("oh"), { hint: "Look." });
          },
        },
      },
      new ModuleCalls(),
    );
    const thing = (found.ok ? found.value[0] : undefined) as TaskProcessor;
    await expect(thing.observe({}, testIo())).rejects.toThrow(
      "opus/processors/x.mjs: Thing: `observe` gave no observation",
    );
    await expect(thing.create({}, testIo())).rejects.toThrow("opus/processors/x.mjs: Thing: `create` gave no outcome");
    await expect(thing.update({}, {}, testIo())).rejects.toMatchObject({
      message: 'opus/processors/x.mjs: Thing: `update` gave an output with the name "__proto__"',
      hint: "Choose another name: no output can have this one.",
    });
    const own = { outputs: [{ name: "n".repeat(1_001), value: 1 }] };
    const long = { ...whole, observe: () => ({ state: "present", facts: {}, ...own }), create: () => own };
    const longer = checkModule(path, { default: long }, new ModuleCalls());
    const other = (longer.ok ? longer.value[0] : undefined) as TaskProcessor;
    for (const [method, call] of [
      ["observe", () => other.observe({}, testIo())],
      ["create", () => other.create({}, testIo())],
    ] as const) {
      await expect(call()).rejects.toMatchObject({
        message: `opus/processors/x.mjs: Thing: \`${method}\` gave an output whose name is longer than 1,000 characters`,
        hint: "Choose a shorter name, and put what it says into the value.",
      });
    }
    expect(thing.parse({})).toEqual({
      ok: false,
      error: [{ code: "bad-processor", message: "opus/processors/x.mjs: Thing: `parse` threw: oh", pointer: "" }],
    });
  });
});

describe("buildRegistry", () => {
  const processor = (kind: string, module?: string) =>
    ({ ...whole, kind, ...(module === undefined ? {} : { module }) }) as unknown as TaskProcessor;

  it("finds processors, and lists them sorted", () => {
    const built = buildRegistry([processor("B"), processor("A")]);
    expect(built.ok && built.value.list().map(({ kind }) => kind)).toEqual(["A", "B"]);
    expect(built.ok && built.value.get("example.com/v1", "B")?.kind).toBe("B");
    expect(built.ok && built.value.get("opus/v1", "B")).toBeUndefined();
  });

  it("lists a kind that is not loaded yet, finds it later, and takes no other for it", () => {
    let loaded: TaskProcessor | undefined;
    const late = { apiVersion: "opus/v1", kind: "Late", processor: () => loaded };
    const built = buildRegistry([late, processor("A")]);
    expect(built.ok && built.value.list().map(({ kind }) => kind)).toEqual(["A", "Late"]);
    expect(built.ok && built.value.get("opus/v1", "Late")).toBeUndefined();
    loaded = { ...processor("Late"), apiVersion: "opus/v1" };
    expect(built.ok && built.value.get("opus/v1", "Late")).toBe(loaded);
    const other = { ...processor("Late", "x.mjs"), apiVersion: "opus/v1" };
    expect(buildRegistry([late, other])).toEqual({
      ok: false,
      error: ["the kind Late of apiVersion opus/v1 is defined twice: built in and in x.mjs"],
    });
  });

  it("refuses two for one kind", () => {
    expect(buildRegistry([processor("A"), processor("A", "x.mjs"), processor("A", "y.mjs")])).toEqual({
      ok: false,
      error: [
        "the kind A of apiVersion example.com/v1 is defined twice: built in and in x.mjs",
        "the kind A of apiVersion example.com/v1 is defined twice: built in and in y.mjs",
      ],
    });
  });
});

it("predicts only what state could keep", () => {
  const predict = (spec: { readonly list: unknown }) => spec.list;
  const module = {
    default: {
      apiVersion: "x/v1",
      kind: "K",
      observe: () => ({ state: "absent" }),
      create: () => undefined,
      update: () => undefined,
      delete: () => undefined,
      predict,
    },
  };
  const checked = checkModule("k.mjs", module, new ModuleCalls());
  const predicted = (list: unknown) => checked.ok && checked.value[0]?.known?.predict?.({ list } as never, {} as never);
  expect(
    predicted([
      { name: "A", value: Number.NaN },
      { name: "B", value: 1 },
    ]),
  ).toEqual([{ name: "B", value: 1 }]);
  expect(predicted(undefined)).toEqual([]);
});
