import { describe, expect, it } from "vitest";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { Opened } from "../../../src/engine/ports/task-io.ts";
import { ModuleCalls } from "../../../src/node/modules/module-calls.ts";
import { ModuleFailure } from "../../../src/processors/module/module-failure.ts";
import { checkModule } from "../../../src/processors/module/modules.ts";
import { testIo } from "../../contracts/task-processor.ts";

const seven = {
  apiVersion: "example.com/v1",
  kind: "Thing",
  parse: (spec: object) => ({ ok: true, value: spec }),
  observe: async () => ({ state: "absent" }),
  create: async () => ({}),
  update: async () => ({}),
  delete: async () => {},
};

function kind(own: object): TaskProcessor {
  const found = checkModule("x.mjs", { default: own }, new ModuleCalls());
  if (!found.ok) throw new Error(found.error.join("\n"));
  return found.value[0] as TaskProcessor;
}

function problems(own: object): readonly string[] {
  const found = checkModule("x.mjs", { default: own }, new ModuleCalls());
  return found.ok ? [] : found.error.map((message) => message.replace("x.mjs: default export: ", ""));
}

/** A kind as modules were written before there were groups, with all that it could have. */
class Former {
  readonly apiVersion = "example.com/v1";
  readonly kind = "Thing";
  readonly version = "v";
  readonly commands = ["apply"];
  readonly contexts = ["prod"];
  readonly verbatimFields = ["script"];
  readonly fileFields = ["file"];
  readonly factFields = ["read"];
  readonly outputNames = ["ID"];
  readonly sensitiveOutputs = ["KEY"];
  readonly specFields = ["a", "b"];
  readonly addressFields = ["a"];
  /** Only for itself. */
  readonly helper = "own ";
  warnings(): string {
    return "not a member then, so nobody calls it";
  }
  parse(spec: object) {
    return { ok: true, value: { ...spec, parsed: this.helper } };
  }
  async expand(spec: object) {
    return { ok: true, value: { spec: { ...spec, expanded: this.helper } } };
  }
  async observe() {
    return { state: "absent" };
  }
  async create() {
    return { outputs: [{ name: "ID", value: this.helper }] };
  }
  async update() {}
  async delete() {}
  writes() {
    return [`${this.helper}file`];
  }
  differs() {
    return [{ path: `/${this.helper}` }];
  }
  replaceOn() {
    return [`/${this.helper}`];
  }
  replaces() {
    return true;
  }
  recordOnly() {
    return ["/note"];
  }
  effects() {
    return { "/a": { effect: "later" } };
  }
  asFound() {
    return { found: this.helper };
  }
  predict() {
    return [{ name: "ID", value: this.helper }];
  }
  identity() {
    return `${this.helper}id`;
  }
  likeness() {
    return { like: this.helper };
  }
  excludes() {
    return ["other"];
  }
  upgrade() {
    return { upgraded: this.helper };
  }
  hasRollback() {
    return false;
  }
  async rollback() {
    return { outputs: [{ name: "BACK", value: this.helper }] };
  }
}

describe("a kind with all members side by side, as they were written before there were groups", () => {
  it("keeps working, each member in its group", async () => {
    const former = kind(new Former());
    const io = testIo();
    expect(former).toMatchObject({
      version: "v",
      module: "x.mjs",
      supports: { commands: ["apply"], contexts: ["prod"] },
      fields: { names: ["a", "b"], verbatim: ["script"], files: ["file"] },
      compare: { factFields: ["read"] },
      known: { outputNames: ["ID"], sensitiveOutputs: ["KEY"], addressFields: ["a"] },
    });
    expect(former.fields).not.toHaveProperty("warnings");
    expect(former.parse({})).toEqual({ ok: true, value: { parsed: "own " } });
    expect(await former.fields?.expand?.({})).toEqual({ ok: true, value: { spec: { expanded: "own " } } });
    expect(await former.create({}, io)).toEqual({ outputs: [{ name: "ID", value: "own " }] });
    expect(former.workspace?.writes?.({})).toEqual(["own file"]);
    expect(former.compare?.differs?.({}, {}, undefined)).toEqual([{ path: "/own " }]);
    expect(former.compare?.replaceOn?.({}, {})).toEqual(["/own "]);
    expect(former.compare?.replaces?.({})).toBe(true);
    expect(former.compare?.recordOnly?.({})).toEqual(["/note"]);
    expect(former.compare?.effects?.("update", {}, {})).toEqual({ "/a": { effect: "later" } });
    expect(former.undo?.asFound?.({}, {})).toEqual({ found: "own " });
    expect(former.known?.predict?.({}, io)).toEqual([{ name: "ID", value: "own " }]);
    expect(former.known?.identity?.({})).toBe("own id");
    expect(former.known?.likeness?.({})).toEqual({ like: "own " });
    expect(former.known?.excludes?.({})).toEqual(["other"]);
    expect(former.upgrade?.({}, "v0")).toEqual({ upgraded: "own " });
    expect(former.undo?.has?.({})).toBe(false);
    expect(await former.undo?.rollback?.("update", {}, {}, io)).toEqual({ outputs: [{ name: "BACK", value: "own " }] });
  });

  it("may do without `parse`, as before", () => {
    const { parse: _, ...six } = seven;
    expect(kind(six).parse({ a: 1 })).toEqual({ ok: true, value: { a: 1 } });
    expect(Object.keys(kind(six)).sort()).toEqual(
      ["apiVersion", "create", "delete", "kind", "module", "observe", "parse", "update"].sort(),
    );
  });
});

describe("a kind with neither groups nor what was there before", () => {
  it.each([
    ["normalize", "write `fields: {normalize}`", () => ({})],
    ["deletes", "write `compare: {deletes}`", () => false],
    ["normalise", "write `fields: {normalize}`", () => ({})],
    ["indentity", "write `known: {identity}`", () => ""],
    ["verbatim", "write `fields: {verbatim}`", ["script"]],
    ["resource", "write `known: {resource}`", true],
  ])("is told that nothing would call its `%s`", (name, advice, value) => {
    expect(problems({ ...seven, [name]: value })).toEqual([`nothing calls \`${name}\` there; ${advice}`]);
  });

  it("may have helpers, and data by such a name", () => {
    expect(
      problems({ ...seven, hash: () => "", read: () => "", resource: "bucket", files: "all", helper() {} }),
    ).toEqual([]);
    class Own {
      normalize() {}
    }
    expect(problems(Object.assign(new Own(), seven))).toEqual([]);
  });

  it("leaves kinds alone that were written before there were groups", () => {
    expect(problems({ ...seven, identity: () => "", normalize: () => ({}) })).toEqual([]);
  });
});

describe("a kind with groups", () => {
  it("is called on what holds each member", () => {
    const known = {
      prefix: "thing ",
      identity(spec: { readonly id: string }) {
        return this.prefix + spec.id;
      },
    };
    class Known {
      readonly prefix = "thing ";
      identity(spec: { readonly id: string }) {
        return this.prefix + spec.id;
      }
    }
    expect(kind({ ...seven, known: new Known() }).known?.identity?.({ id: "7" })).toBe("thing 7");
    expect(problems({ ...seven, known })).toEqual([
      "`known` has no member `prefix`; known are identity, likeness, excludes, addressFields, outputNames, sensitiveOutputs, predict, resource",
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      "members beside its groups",
      { compare: {}, differs: () => [], specFields: ["a"], hasRollback: () => true },
      [
        "`specFields` belongs to a group: write `fields: {names}`",
        "`differs` belongs to a group: write `compare: {differs}`",
        "`hasRollback` belongs to a group: write `undo: {has}`",
      ],
    ],
    [
      "members of before beside what came with the groups",
      { plan: async () => ({ change: "noop" }), predict: () => [] },
      ["`predict` belongs to a group: write `known: {predict}`"],
    ],
    [
      "a member of a group by its new name",
      { undo: {}, owns: {} },
      ["`owns` belongs to a group: write `workspace: {owns}`"],
    ],
    [
      "a member in another group",
      { known: { differs: () => [], verbatimFields: [] } },
      [
        "`known` has no member `differs`; write `compare: {differs}`",
        "`known` has no member `verbatimFields`; write `fields: {verbatim}`",
      ],
    ],
    [
      "a slip of the pen in a group",
      { compare: { difers: () => [] } },
      ["`compare` has no member `difers`; did you mean `differs`?"],
    ],
    [
      "a slip of the pen beside them",
      { compare: {}, valdate: () => [] },
      ["nothing knows the member `valdate`; did you mean `validate`?"],
    ],
    [
      "no object as a group",
      { supports: ["apply"].join() },
      ["`supports` is a group: write `supports: {commands, contexts}`"],
    ],
    [
      "members of a wrong form",
      {
        fields: { names: "a", warnings: 1 },
        workspace: { reads: { from: "a" }, owns: { fields: ["a"] } },
        known: { addressFields: 1 },
        open: {},
      },
      [
        "`open` is not a function",
        "`fields.names` is not a list of names",
        "`fields.warnings` is not a function",
        "`known.addressFields` is not a list of names",
        "`workspace.reads` is not {from, into}, the names of two fields",
        "`workspace.owns` is not {fields, of}, a list of names and a function",
      ],
    ],
  ])("is refused with %s", (_, more, told) => {
    expect(problems({ ...seven, ...more })).toEqual(told);
  });

  it("may be of a class that has more for itself", () => {
    class Own {
      readonly undo = { has: () => false };
      readonly cache = new Map();
      has(): boolean {
        return true;
      }
    }
    expect(problems(Object.assign(new Own(), seven))).toEqual([]);
  });

  it("tells what a member of a group gives wrongly by the name that it has there", () => {
    const odd = kind({ ...seven, compare: { replaceOn: () => 1, deletes: () => 0 }, fields: { warnings: () => "w" } });
    expect(() => odd.compare?.replaceOn?.({}, {})).toThrow(
      "x.mjs: Thing: `compare.replaceOn` gave something else than a list of texts",
    );
    expect(odd.compare?.deletes?.({})).toBe(false);
    expect(() => odd.fields?.warnings?.({}, { sealed: false })).toThrow(
      "x.mjs: Thing: `fields.warnings` gave something else than a list of problems",
    );
    const removing = kind({ ...seven, compare: { removes: () => ({ count: 1 }) } });
    expect(() => removing.compare?.removes?.({}, {})).toThrow("`compare.removes` gave something else than {count, of}");
    const owning = kind({
      ...seven,
      workspace: { owns: { fields: ["a"], of: () => [1] }, reads: { from: "a", into: "b" } },
    });
    expect(owning.workspace?.reads).toEqual({ from: "a", into: "b" });
    expect(() => owning.workspace?.owns?.of({})).toThrow(
      "`workspace.owns.of` gave something else than a list of texts",
    );
  });
});

it("takes methods of a class for no groups", () => {
  class Own extends Former {
    compare(): boolean {
      return true;
    }
    fields(): void {}
    undo(): void {}
    known(): void {}
  }
  expect(problems(new Own())).toEqual([]);
  expect(kind(new Own()).known?.outputNames).toEqual(["ID"]);
  class Grouped {
    compare(): void {}
  }
  expect(problems(Object.assign(new Grouped(), seven, { known: { outputNames: ["ID"] } }))).toEqual([]);
  const plain = { ...seven, known: {}, compare: () => true };
  expect(problems(plain)[0]).toContain("`compare` is a group: write `compare: {");
});

describe("rules that live elsewhere", () => {
  const wanted = { before: undefined, after: {}, unknowns: {}, observation: { state: "absent" as const } };

  it("`validate` gives problems, or nothing", async () => {
    const told = kind({ ...seven, validate: async () => ["too small", { message: "m", pointer: "/a" }] });
    expect(await told.validate?.({}, testIo())).toEqual([
      { code: "bad-spec", message: "too small", pointer: "" },
      { code: "bad-spec", message: "m", pointer: "/a" },
    ]);
    expect(await kind({ ...seven, validate: async () => undefined }).validate?.({}, testIo())).toEqual([]);
    await expect(kind({ ...seven, validate: async () => true }).validate?.({}, testIo())).rejects.toThrow(
      "x.mjs: Thing: `validate` gave something else than a list of problems",
    );
  });

  it("`plan` gives a plan, of which all but the change may be left out", async () => {
    const plan = (given: unknown) => kind({ ...seven, plan: async () => given }).plan?.(wanted, testIo());
    const bare = { change: "noop", fields: [], replaceOn: [], outputs: [], unknowns: {}, warnings: [] };
    expect(await plan({ change: "noop" })).toEqual(bare);
    const whole = { ...bare, change: "replace", replaceOn: ["/a"], outputs: [{ name: "ID", value: 1 }] };
    expect(await plan(whole)).toEqual(whole);
    for (const [given, why] of [
      [undefined, "no plan; its `change` is one of create, update, replace, delete, noop"],
      [{ change: "adopt" }, "no plan; its `change` is one of create, update, replace, delete, noop"],
      [{ change: "noop", fields: [1] }, "as `fields` something else than a list of {path, before, after}"],
      [{ change: "noop", replaceOn: "/a" }, "as `replaceOn` something else than a list of texts"],
      [{ change: "noop", unknowns: Number.NaN }, "as `unknowns` what can't be kept: it is NaN"],
      [{ change: "noop", warnings: 1 }, "as `warnings` something else than a list of problems"],
      [
        { change: "noop", warnings: [{ mesage: "m" }] },
        "as `warnings` something else than a list of problems: each is a text, or has a `message`",
      ],
      [
        { change: "noop", warnings: [{ message: "m", pointer: "a" }] },
        'as `warnings` /0/pointer: "a" that is no pointer',
      ],
      [
        { change: "noop", warnings: ["x\ud800"] },
        "as `warnings` what can't be kept: /0 holds half of a surrogate pair, which is no character",
      ],
      [{ change: "noop", outptus: [] }, 'an unknown member "outptus"'],
      [{ change: "noop", replaceon: [] }, 'an unknown member "replaceon"'],
      [{ change: "noop", replaceOn: ["a"] }, 'as `replaceOn` /0: "a" that is no pointer'],
      [{ change: "noop", replaceOn: ["/~2"] }, 'as `replaceOn` /0: "/~2" that is no pointer'],
      [{ change: "noop", replaceOn: [1] }, "as `replaceOn` /0: something that is no pointer"],
      [
        { change: "noop", replaceOn: ["/x".repeat(20_000)] },
        `as \`replaceOn\` /0: "${"/x".repeat(30)}…" that is no pointer`,
      ],
      [
        { change: "noop", unknowns: { "/x": { type: "banana" } } },
        'as `unknowns` for "/x" a `type` that is none of string, number, boolean, list, object',
      ],
      [{ change: "noop", unknowns: { "/x": { typ: "list" } } }, 'in `unknowns` at /x an unknown member "typ"'],
      [{ change: "noop", unknowns: { "/x": 1 } }, 'as `unknowns` for "/x" something else than an object'],
      [{ change: "noop", unknowns: { x: {} } }, 'as `unknowns` "x" that is no pointer'],
      [{ change: "noop", unknowns: [] }, "as `unknowns` something else than an object"],
      [{ change: "noop", fields: [{ path: "a" }] }, 'as `fields` /0/path: "a" that is no pointer'],
      [{ change: "noop", fields: [{ path: "/a", befor: 1 }] }, 'in `fields` at /0 an unknown member "befor"'],
      [
        { change: "noop", fields: [{ path: "/a", sensitive: 1 }] },
        "as `fields` /0/sensitive, which is neither true nor false",
      ],
      [
        { change: "noop", fields: [{ path: "/a", before: Number.NaN }] },
        "as `fields` what can't be kept: /0/before is NaN, which JSON does not know",
      ],
      [{ change: "noop", fields: Array(5_001).fill({ path: "/a" }) }, "as `fields` 5,001 entries; 5,000 are the most"],
      [{ change: "noop", outputs: {} }, "as `outputs` something else than a list of {name, value}"],
      [
        new Proxy(
          { change: "noop" },
          {
            ownKeys: () => {
              throw new Error("no");
            },
          },
        ),
        "a plan that can't be read: no",
      ],
    ] as const)
      await expect(plan(given)).rejects.toThrow(`x.mjs: Thing: \`plan\` gave ${why}`);
    await expect(plan({ change: "noop", outputs: [{ name: "__proto__", value: 1 }] })).rejects.toThrow(
      "`plan` gave an output",
    );
  });

  it("`plan` gives only outputs that can be kept", async () => {
    const circle: { self?: object } = {};
    circle.self = circle;
    let deep: unknown[] = [];
    for (let level = 0; level < 20_000; level++) deep = [deep];
    for (const [value, what] of [
      [undefined, "/0/value is undefined"],
      [() => 1, "/0/value is a function"],
      [10n, "/0/value is a bigint"],
      [circle, "/0/value/self refers back to what it stands in"],
      [{ a: Number.NaN }, "/0/value/a is NaN, which JSON does not know"],
      [deep, `/0/value${"/0".repeat(26)}… is nested more than 100 levels deep`],
      ["x\ud800", "/0/value holds half of a surrogate pair, which is no character"],
    ] as const) {
      const odd = kind({ ...seven, plan: async () => ({ change: "create", outputs: [{ name: "ID", value }] }) });
      await expect(odd.plan?.(wanted, testIo())).rejects.toThrow(
        new ModuleFailure(`x.mjs: Thing: \`plan\` gave as \`outputs\` what can't be kept: ${what}`),
      );
    }
  });

  it("`validate` may not take a code by which opus says how a run ended", async () => {
    const codes = ["internal", "cancelled", "hook-failed", "bad-module", "too-small"];
    const told = kind({ ...seven, validate: async () => codes.map((code) => ({ code, message: "m" })) });
    const given = await told.validate?.({}, testIo());
    expect(given?.map(({ code }) => code)).toEqual(["bad-spec", "bad-spec", "bad-spec", "bad-spec", "too-small"]);
  });

  it("`open` gives what the calls get, and what closes it", async () => {
    const log: unknown[] = [];
    const session = {
      port: 7,
      close() {
        log.push(`closed ${this.port}`);
      },
    };
    const own = kind({
      ...seven,
      open: async () => session,
      observe: async (_: unknown, io: { readonly opened?: unknown }) => {
        log.push(io.opened);
        return { state: "absent" };
      },
    });
    const opened = (await own.open?.({} as never)) as Opened;
    await own.observe({}, { ...testIo(), opened });
    await opened.close();
    expect(log).toEqual([session, "closed 7"]);
    expect(log[0]).toBe(session);
    await expect(kind({ ...seven, open: async () => ({}) }).open?.({} as never)).rejects.toMatchObject({
      message: "x.mjs: Thing: `open` gave nothing with a `close`",
      hint: "It returns an object with a function `close`, which ends what was started.",
    });
  });

  it("a resource is text that can be kept to the byte", async () => {
    const made: unknown[] = [];
    const io = { ...testIo(), made: (...given: unknown[]) => void made.push(given) };
    const own = (resource: unknown) =>
      kind({
        ...seven,
        observe: async () => ({ state: "present", facts: {}, resource }),
        create: async (_: unknown, { made }: typeof io) => {
          made(undefined, undefined, "half");
          return { resource };
        },
      });
    expect(await own("1.0 \u0000").observe({}, io)).toEqual({ state: "present", facts: {}, resource: "1.0 \u0000" });
    expect(await own("1.0").create({}, io)).toEqual({ outputs: [], resource: "1.0" });
    expect(made).toEqual([[undefined, [], "half"]]);
    await expect(own(1).create({}, io)).rejects.toThrow("`create` gave no outcome");
    await expect(own("\ud800").observe({}, io)).rejects.toThrow("`observe` gave no observation");
  });
});

describe("a gate of a module", () => {
  it("is one, and says why it does not hold", async () => {
    const own = kind({ ...seven, gate: true, observe: async () => ({ state: "absent", why: "503" }) });
    expect(own.gate).toBe(true);
    expect(await own.observe({}, testIo())).toEqual({ state: "absent", why: "503" });
  });

  it("is refused as anything but true, and so is a reason that is no text", async () => {
    expect(problems({ ...seven, gate: "yes" })).toEqual(["`gate` is not `true`"]);
    const own = kind({ ...seven, gate: true, observe: async () => ({ state: "absent", why: 503 }) });
    await expect(own.observe({}, testIo())).rejects.toThrow("gave no observation");
  });

  it("tells how far it is", async () => {
    const told: string[] = [];
    const own = kind({
      ...seven,
      gate: true,
      create: async (_spec: object, io: { tell(text: string): void }) => {
        io.tell("waiting");
      },
    });
    await own.create({}, testIo([], { tell: (text) => told.push(text) }));
    expect(told).toEqual(["waiting"]);
  });
});
