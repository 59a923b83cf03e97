import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, expectTypeOf, it } from "vitest";
import type { FromSchema, Hook, Io, Json, Processor, RunEvent } from "../../sdk/index.js";
import { defineHook, defineProcessor } from "../../sdk/index.js";
import type { RunEvent as EngineEvent } from "../../src/engine/model/run-events.ts";
import type { Hook as EngineHook } from "../../src/engine/ports/hook.ts";
import type { TaskProcessor } from "../../src/engine/ports/processor.ts";
import type { Io as EngineIo } from "../../src/engine/ports/task-io.ts";
import { temporaryFolders } from "../node/temporary.ts";
import { treatedAs } from "../samples/treatments.ts";

const folder = temporaryFolders();
const root = join(import.meta.dirname, "../..");

const schema = {
  type: "object",
  properties: {
    name: { type: "string" },
    size: { type: "integer" },
    class: { enum: ["hot", "cold"] },
    rules: { type: "array", items: { type: "object", properties: { path: { type: "string" } }, required: ["path"] } },
    limit: { type: ["number", "null"] },
    labels: { type: "object", additionalProperties: { type: "string" } },
    free: {},
  },
  required: ["name", "rules"],
} as const;

it("a spec has the type that its schema says", () => {
  type Spec = FromSchema<typeof schema>;
  expectTypeOf<Spec["name"]>().toEqualTypeOf<string>();
  expectTypeOf<Spec["size"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Spec["class"]>().toEqualTypeOf<"hot" | "cold" | undefined>();
  expectTypeOf<Spec["rules"][number]["path"]>().toEqualTypeOf<string>();
  expectTypeOf<Spec["limit"]>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<NonNullable<Spec["labels"]>[string]>().toEqualTypeOf<string>();
  expectTypeOf<Spec["free"]>().toEqualTypeOf<Json | undefined>();
});

it("what is wrong with a kind is an error of types", () => {
  const kind = defineProcessor({
    apiVersion: "example.com/v1",
    kind: "Thing",
    schema,
    // @ts-expect-error: there is no such field
    observe: ({ nmae }) => (nmae ? { state: "absent" } : { state: "absent" }),
    create: ({ name }, io) => ({ outputs: [{ name: "NAME", value: name, context: io.context, command: "apply" }] }),
    update: (before, after) => void [before.size === after.size, after.rules.map(({ path }) => path)],
    delete() {},
    known: { identity: ({ name }) => name },
  });
  expectTypeOf(kind).toExtend<Processor<FromSchema<typeof schema>>>();
  // @ts-expect-error: an output needs a value
  const outcome: ReturnType<(typeof kind)["create"]> = { outputs: [{ name: "NAME" }] };
  expect(outcome).toBeDefined();
  // @ts-expect-error: a severity is one of two words
  defineHook({ review: () => [{ message: "no", severity: "info" }] });
});

it("kinds and hooks of these types are those that the engine takes", () => {
  // What a module gives is checked, and may leave things out; what it gets has all that its type says.
  expectTypeOf<EngineIo>().toExtend<Io>();
  expectTypeOf<Parameters<NonNullable<EngineHook["around"]>>[0]>().toExtend<
    Parameters<NonNullable<Hook["around"]>>[0]
  >();
  expectTypeOf<keyof Processor>().toEqualTypeOf<Exclude<keyof TaskProcessor, "module">>();
  type Groups = "compare" | "known" | "workspace" | "undo" | "supports";
  expectTypeOf<{ [G in Groups]: keyof NonNullable<Processor[G]> }>().toEqualTypeOf<{
    [G in Groups]: Exclude<keyof NonNullable<TaskProcessor[G]>, "thing" | "holds" | "mayHold">;
  }>();
  expectTypeOf<keyof NonNullable<Processor["fields"]>>().toEqualTypeOf<
    Exclude<keyof NonNullable<TaskProcessor["fields"]>, "scriptsBeyond">
  >();
});

it("hooks hear of every event by its type, and of those with types of their own all that they say", () => {
  type Told = Extract<RunEvent, { type: "planned" | "task-started" | "task-finished" | "run-finished" }>;
  type Sent<Type extends string> = Extract<EngineEvent, { readonly type: Type }>;
  expectTypeOf<RunEvent["type"]>().toEqualTypeOf<EngineEvent["type"]>();
  expectTypeOf<Sent<Told["type"]>>().toExtend<RunEvent>();
  expectTypeOf<{ [Type in Told["type"]]: keyof Extract<Told, { type: Type }> }>().toEqualTypeOf<{
    [Type in Told["type"]]: keyof Sent<Type>;
  }>();
  defineHook({
    on(event) {
      if (event.type === "task-finished") expectTypeOf(event.context).toEqualTypeOf<string>();
    },
  });
});

it("the examples and the typed modules of the pages are free of errors of types, in JavaScript", () => {
  const at = folder();
  mkdirSync(join(at, "node_modules"));
  symlinkSync(root, join(at, "node_modules/magnum-opus"));
  const typed = treatedAs("module").filter(({ fence }) => fence.text.startsWith("// @ts-check"));
  expect(typed.length).toBeGreaterThan(0);
  const samples = typed.map(({ fence }, index) => {
    const path = join(at, `sample-${index}.mjs`);
    writeFileSync(path, fence.text);
    return path;
  });
  const examples = ["examples/custom-kind/opus/flag.mjs", "examples/custom-hook/opus/record.mjs"];
  const program = ts.createProgram([...examples.map((path) => join(root, path)), ...samples], {
    ...{ allowJs: true, checkJs: true, noEmit: true, strict: true, exactOptionalPropertyTypes: true },
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  });
  const told = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(told).toEqual([]);
  // They are found by their name, and not as `any`.
  expect(program.getSourceFile(join(root, "sdk/index.d.ts"))).toBeDefined();
});
