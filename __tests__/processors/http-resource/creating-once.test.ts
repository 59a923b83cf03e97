import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordedTask } from "../../../src/engine/execute/calls/made-so-far.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import { HttpFailure } from "../../../src/engine/ports/http.ts";
import { httpResourceProcessor } from "../../../src/processors/http-resource/http-resource.ts";
import { creationKey } from "../../../src/processors/http-resource/idempotency.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { testIo } from "../../contracts/task-processor.ts";
import { closeLater, testHttp } from "../../node/http/client-rig.ts";
import { SpitefulServer } from "../../peers/spiteful-server.ts";

await loadSchemas(["HttpResource"]);
const kind = httpResourceProcessor({ validate: validateSpec });
const lineage = "6b0f3b5e-6d0a-4a53-9d57-0d8a3f1f9c11";
let server: SpitefulServer;

beforeEach(async () => {
  server = await new SpitefulServer({ keyed: "Idempotency-Key" }).start();
});
afterEach(() => server[Symbol.dispose]());

const spec = (more: JsonObject = {}): JsonObject => ({
  baseUrl: server.origin,
  path: "/things",
  settle: "200ms",
  find: false,
  idempotencyKey: "Idempotency-Key",
  body: { name: "one", size: 1 },
  ...more,
});

const io = (task = "one") => testIo([], { task, lineage, http: testHttp([server.host]).http });
const posts = () => server.requests.filter((request) => request.startsWith("POST")).length;

describe("the key of a creation", () => {
  const question = { method: "POST", url: "https://api.example/things", body: { name: "one" } };
  const key = creationKey({ lineage, task: "one" }, question, 0);

  it("is a UUID that is the same when the same is tried again", () => {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(creationKey({ lineage, task: "one" }, { ...question }, 0)).toBe(key);
  });

  it.each([
    ["another state", { lineage: "another", task: "one" }, question, 0],
    ["another task", { lineage, task: "two" }, question, 0],
    ["another body", { lineage, task: "one" }, { ...question, body: { name: "two" } }, 0],
    ["another place", { lineage, task: "one" }, { ...question, url: "https://api.example/pets" }, 0],
    ["a key that is used up", { lineage, task: "one" }, question, 1],
  ])("is another one for %s", (_, of, asked, turn) => {
    expect(creationKey(of, asked, turn)).not.toBe(key);
  });

  it("makes one thing of two creations that know nothing of each other, and one each for two tasks", async () => {
    const first = await kind.create(spec(), io());
    expect(await kind.create(spec(), io())).toEqual(first);
    expect([posts(), server.things.size]).toEqual([2, 1]);
    await kind.create(spec(), io("two"));
    expect(server.things.size).toBe(2);
  });

  it("is left for another one when what it stands for is gone", async () => {
    await kind.create(spec(), io());
    server.things.clear();
    const call = io();
    const again = await kind.create(spec(), call);
    expect(again.observed).toMatchObject({ id: "2" });
    expect([...server.things.keys()]).toEqual(["2"]);
    expect(call.shown).toEqual([
      {
        stream: "stderr",
        text: `warning: \`POST ${server.origin}/things\` gave the id 1, which is not there: the server still knows the key of an earlier creation; asking with another one\n`,
      },
    ]);
    // Killed now, the next run comes to the same.
    expect((await kind.create(spec(), io())).observed).toMatchObject({ id: "2" });
    expect(server.things.size).toBe(1);
  });

  it("has the creation sent again after an answer that was lost", async () => {
    let times = 0;
    server.fault = (request) => (request.startsWith("POST") && times++ === 0 ? "cut after" : undefined);
    await kind.create(spec(), io());
    expect([posts(), server.things.size]).toEqual([2, 1]);
  });
});

describe("a creation without a key", () => {
  it("is looked for on all pages that a list links to, also where the spec does not say how it goes on", async () => {
    using paged = await new SpitefulServer({ page: { kind: "link", size: 2 } }).start();
    for (let index = 0; index < 5; index++) paged.add({ name: `n${index}` });
    let times = 0;
    paged.fault = (request) => (request.startsWith("POST") && times++ === 0 ? "cut after" : undefined);
    const find = { items: "/items", match: ["/name"] };
    const { idempotencyKey: _, ...rest } = spec({ find, baseUrl: paged.origin });
    await kind.create(rest, testIo([], { http: testHttp([paged.host]).http }));
    expect([times, paged.things.size]).toEqual([1, 6]);
  });

  it("is looked for before it is sent again to a server that says when to come back", async () => {
    let times = 0;
    server.fault = (request) => (request.startsWith("POST") && times++ === 0 ? { after: 503 } : undefined);
    const { idempotencyKey: _, ...rest } = spec({ find: { items: "/items", match: ["/name"] } });
    await kind.create(rest, io());
    expect([posts(), server.things.size]).toEqual([1, 1]);
  });

  it("never says that nothing was changed when it can't look for what was made", async () => {
    // It acts while it sees, and shows nothing from then on.
    server.moment = (moment, request) => {
      if (request.startsWith("POST")) server.blind = moment !== "asked";
      return undefined;
    };
    server.fault = (request) => (request.startsWith("POST") ? { after: 500 } : undefined);
    const { idempotencyKey: _, ...rest } = spec({ find: { items: "/items", match: ["/name"] } });
    await expect(kind.create(rest, io())).rejects.toMatchObject({
      message: `\`GET ${server.origin}/things\` answered 404: Not Found`,
      untouched: false,
    });
    expect(server.things.size).toBe(1);
  });

  it("that nothing finds can't be told from one that was never made", async () => {
    const { idempotencyKey: _, ...rest } = spec();
    expect(await kind.observe(rest, io())).toEqual({ state: "unobservable", why: "nothing tells which one it is" });
    expect(await kind.observe(spec(), io())).toEqual({ state: "absent" });
    server.fault = () => "cut after";
    await expect(kind.create(rest, io())).rejects.toBeInstanceOf(HttpFailure);
    server.fault = () => undefined;
    const unknown = "whether it was made is not known, and nothing tells which one it is";
    await expect(kind.update(rest, rest, io())).rejects.toThrow(unknown);
    await expect(kind.delete(rest, io())).rejects.toThrow(unknown);
    expect(server.things.size).toBe(1);
  });
});

describe("what somebody else has made in the moment of a creation without an answer", () => {
  const find = { items: "/items", match: ["/name"] };
  const chosen = { id: { body: "/uid" }, find: false, body: { uid: "u1", name: "one", size: 1 } };
  const cases: [string, JsonObject][] = [
    ["by its values", { find }],
    ["by the id that we choose", chosen],
  ];

  it.each(cases)("is not taken for ours, found %s, and not sent over", async (_, more) => {
    const { idempotencyKey: __, ...rest } = spec(more);
    server.fault = (request) => {
      if (!request.startsWith("POST")) return undefined;
      server.add({ ...(rest.body as JsonObject), size: 2 });
      return 500;
    };
    await expect(kind.create(rest, io())).rejects.toMatchObject({
      message: expect.stringMatching(
        /answered 500: in a bad mood; what is there now \(id \w+\) is not as it was sent, and whether this run has made it can't be told$/,
      ),
      untouched: true,
    });
    expect([posts(), [...server.things.values()]]).toMatchObject([1, [{ size: 2 }]]);
  });

  it.each(cases)("is not deleted as what is left of ours, found %s", async (_, more) => {
    const { idempotencyKey: __, ...rest } = spec(more);
    server.add({ ...(rest.body as JsonObject), size: 2 });
    const call = io();
    await kind.delete(rest, call);
    expect(server.things.size).toBe(1);
    expect(call.shown.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^warning: what is there now \(id \w+\) is not as it was sent, so it is left alone\n$/),
    ]);
    // What is as it was sent is.
    for (const id of server.things.keys()) server.change(id, { size: 1 });
    await kind.delete(rest, io());
    expect(server.things.size).toBe(0);
    await kind.delete(rest, io());
  });
});

it.each(["<html>sign in</html>", "two words", "x".repeat(201)])("never takes %j for an id", async (page) => {
  const answering = createServer((_, response) => response.end(page));
  await new Promise<void>((resolve) => answering.listen(0, "127.0.0.1", resolve));
  closeLater(() => answering.close());
  const host = `127.0.0.1:${(answering.address() as AddressInfo).port}`;
  const call = testIo([], { http: testHttp([host]).http });
  const made = kind.create({ baseUrl: `http://${host}`, path: "/things", find: false, body: { name: "one" } }, call);
  await expect(made).rejects.toThrow("answered 200, and its id is not in /id of the answer");
  expect(call.told).toEqual([]);
});

it("never says of an update that nothing was changed when it can't look at what came of it", async () => {
  const id = server.add({ name: "one", size: 1 });
  const { idempotencyKey: _, ...wanted } = spec({ find: { items: "/items", match: ["/name"] } });
  const recorded = recordedTask({ spec: wanted, outputs: {}, observed: { id, body: { name: "one", size: 1 } } });
  server.moment = (moment, request) => {
    if (request.startsWith("PATCH")) server.blind = moment !== "asked";
    return undefined;
  };
  server.fault = (request) => (request.startsWith("PATCH") ? { after: 500 } : undefined);
  const next = { ...wanted, body: { name: "one", size: 2 } };
  const call = testIo([], { http: testHttp([server.host]).http, recorded });
  await expect(kind.update(wanted, next, call)).rejects.toMatchObject({ untouched: false });
  expect(server.things.get(id)).toMatchObject({ size: 2 });
});

describe("an id that holds a secret, of which state has only a part", () => {
  const kept = (of: JsonObject) =>
    testIo([], {
      http: testHttp([server.host]).http,
      recorded: recordedTask({ spec: of, outputs: {}, observed: { id: "***-one", body: {} } }),
    });

  it("is known where it is ours", async () => {
    const own = spec({ id: { body: "/uid" }, item: "/things/{id}", body: { uid: "1", name: "one" } });
    server.things.set("1", { id: "1", uid: "1", name: "one" });
    expect(await kind.observe(own, kept(own))).toMatchObject({ state: "present", facts: { id: "1" } });
  });

  it("is not taken for gone, so that nothing is made twice", async () => {
    const seen = await kind.observe(spec({ absent: [404] }), kept(spec()));
    expect(seen).toMatchObject({
      state: "failed",
      error: { message: "its id (***-one) holds a secret, so state has only a part of it" },
    });
    expect(server.requests).toEqual([]);
  });
});
