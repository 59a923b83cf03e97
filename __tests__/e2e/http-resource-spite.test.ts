import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes } from "./rig.ts";

type Thing = { [key: string]: unknown };
type Spite = (thing: Thing) => Thing;

const body: JsonObject = {
  name: "one",
  color: "Red",
  host: "shop.example",
  ratio: 1.23456,
  size: 12,
  due: "2026-02-03",
  at: "2026-02-03T10:00:00Z",
  note: "",
  none: null,
  list: [],
  config: {},
  tags: ["x", "y", "z"],
  on: true,
  "dotted.key": "d",
  "sla/sh~ed": "s",
  nested: { url: "https://a.example", deep: { port: 8080 } },
  rules: [
    { id: "a", type: "allow" },
    { id: "b", type: "deny" },
  ],
};

function manifest(server: SpitefulServer, wanted: JsonObject, more: JsonObject = {}): string {
  const project = {
    apiVersion: "opus/v1",
    kind: "Project",
    metadata: { name: "demo" },
    spec: { contexts: [{ branch: "main", context: "test" }], http: { allow: [server.host] } },
  };
  const task = {
    apiVersion: "opus/v1",
    kind: "HttpResource",
    metadata: { name: "thing" },
    spec: {
      baseUrl: server.origin,
      path: "/things",
      find: { items: "/items", match: ["/name"] },
      settle: "100ms",
      body: wanted,
      ...more,
    },
  };
  return `${JSON.stringify(project)}\n---\n${JSON.stringify(task)}\n`;
}

async function made(show: Spite, more: JsonObject = {}) {
  const server = await new SpitefulServer({ show }).start();
  const rig = new QuickRig({ "opus.yaml": manifest(server, body, more) });
  const step = (command: string) => rig.step({ command });
  return {
    server,
    rig,
    step,
    applied: await step("apply"),
    planned: async () => changes((await step("plan")).report).thing,
    [Symbol.dispose]: () => {
      rig[Symbol.dispose]();
      server[Symbol.dispose]();
    },
  };
}

let turn = 0;

/** Each is what servers do to what they are given, and is taken for the same. */
const harmless: { readonly [what: string]: Spite } = {
  "adds fields, also in what is nested": (thing) => ({
    zone: "eu",
    ...thing,
    nested: { ...(thing.nested as Thing), etag: "1", deep: { port: 8080, tls: false } },
    rules: (thing.rules as Thing[]).map((rule) => ({ ...rule, createdAt: "2026-01-01" })),
  }),
  "adds fields that are others each time": (thing) => ({
    ...thing,
    readAt: `${++turn}`,
    nested: { ...(thing.nested as Thing), turn },
  }),
  "has members in another order": (thing) => Object.fromEntries(Object.entries(thing).reverse()),
  "has lists in another order": (thing) => ({
    ...thing,
    tags: [...(thing.tags as string[])].reverse(),
    rules: [...(thing.rules as Thing[])].reverse(),
  }),
  "has lists in an order that is another one each time": (thing) => {
    const [x, y, z] = thing.tags as string[];
    const tags = turn++ % 2 === 0 ? [z, x, y] : [y, z, x];
    return { ...thing, tags };
  },
  "writes in other letters": (thing) => ({ ...thing, color: "RED", host: "SHOP.example" }),
  "adds a dot": (thing) => ({ ...thing, host: `${thing.host}.` }),
  "rounds numbers": (thing) => ({ ...thing, ratio: 1.23 }),
  "gives numbers as texts": (thing) => ({ ...thing, size: "12", ratio: "1.234560" }),
  "pads times": (thing) => ({ ...thing, due: "2026-02-03T00:00:00.000Z", at: "2026-02-03T10:00:00.000+00:00" }),
  "gives times in another zone": (thing) => ({ ...thing, at: "2026-02-03T12:00:00+02:00" }),
  "says null for what is empty": (thing) => ({ ...thing, note: null, list: null, config: null }),
  "leaves out what is empty": ({ note: _, list: __, config: ___, none: ____, ...thing }) => thing,
  "has something empty for nothing": (thing) => ({ ...thing, none: "", config: [] }),
};

/** Each is another value: told once, with the field, instead of in each plan. */
const harmful: { readonly [what: string]: readonly [Spite, string] } = {
  "cuts a text": [(thing) => ({ ...thing, color: "Re" }), "/body/color"],
  "keeps another number": [(thing) => ({ ...thing, size: 10 }), "/body/size"],
  "does not keep a field": [({ on: _, ...thing }) => thing, "/body/on"],
  "turns a switch": [(thing) => ({ ...thing, on: false }), "/body/on"],
  "adds a member to a list": [(thing) => ({ ...thing, tags: [...(thing.tags as string[]), "theirs"] }), "/body/tags"],
  "keeps a time of another day": [(thing) => ({ ...thing, due: "2026-02-04" }), "/body/due"],
  "changes a member of a list": [
    (thing) => ({
      ...thing,
      rules: [
        { id: "a", type: "allow" },
        { id: "b", type: "log" },
      ],
    }),
    "/body/rules",
  ],
  "changes what is nested": [
    (thing) => ({ ...thing, nested: { url: "https://a.example", deep: { port: 80 } } }),
    "/body/nested/deep/port",
  ],
  "changes a field with a dot": [(thing) => ({ ...thing, "dotted.key": "e" }), "/body/dotted.key"],
  "changes a field with a slash": [(thing) => ({ ...thing, "sla/sh~ed": "t" }), "/body/sla~1sh~0ed"],
};

describe("a server that", () => {
  it.each(Object.entries(harmless))("%s has nothing to do after an apply, nor after a change", async (_, show) => {
    using life = await made(show);
    expect(life.applied.exitCode, life.applied.log).toBe(0);
    expect(await life.planned()).toBe("noop");
    life.rig.write("opus.yaml", manifest(life.server, { ...body, on: false }));
    expect(await life.planned()).toBe("update");
    expect((await life.step("apply")).exitCode).toBe(0);
    const drift = await life.step("drift");
    expect(drift.outputs.drift, drift.log).toBe("false");
  });

  it.each(Object.entries(harmful))("%s is an error that names the field, once", async (_, [show, pointer]) => {
    using life = await made(show);
    expect(life.applied.exitCode).toBe(1);
    const { error, location } = life.applied.report.contexts[0].tasks[0];
    expect(error.message).toBe(`the server took it, and keeps something else at ${pointer}`);
    expect(location).toMatchObject({ file: "opus.yaml", line: 3 });
  });
});
