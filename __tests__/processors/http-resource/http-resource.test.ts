import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordedTask } from "../../../src/engine/execute/calls/made-so-far.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { Observation } from "../../../src/engine/model/observation.ts";
import type { Outcome } from "../../../src/engine/model/outcome.ts";
import type { Io } from "../../../src/engine/ports/task-io.ts";
import { httpResourceProcessor } from "../../../src/processors/http-resource/http-resource.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, testIo } from "../../contracts/task-processor.ts";
import { testHttp } from "../../node/http/client-rig.ts";
import { SpitefulServer } from "../../peers/spiteful-server.ts";

await loadSchemas(["HttpResource"]);
const kind = httpResourceProcessor({ validate: validateSpec });
let server: SpitefulServer;

beforeEach(async () => {
  server = await new SpitefulServer().start();
});
afterEach(() => server[Symbol.dispose]());

const spec = (body: JsonObject, more: JsonObject = {}): JsonObject => ({
  baseUrl: server.origin,
  path: "/things",
  find: { items: "/items", match: ["/name"] },
  settle: "300ms",
  body,
  ...more,
});

/** What a call gets, after what an outcome has recorded. */
function io(
  of?: { readonly spec: JsonObject; readonly outcome: Outcome },
  more: Partial<Io> = {},
  secrets: string[] = [],
) {
  const { http } = testHttp([server.host]);
  if (!of) return testIo(secrets, { http, ...more });
  const { outputs, observed } = of.outcome;
  const known = {
    spec: of.spec,
    outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value])),
    ...(observed ? { observed } : {}),
  };
  return testIo(secrets, { http, recorded: recordedTask(known), ...more });
}

function differences(observation: Observation, of: JsonObject, outcome?: Outcome) {
  if (observation.state !== "present") throw new Error(JSON.stringify(observation));
  return kind.compare?.differs?.(observation.facts, of, outcome?.observed);
}

describe("the contract", () => {
  let contract: SpitefulServer;
  beforeEach(async () => {
    contract = await new SpitefulServer({ show: (thing) => ({ ...thing, more: "x" }) }).start();
  });
  afterEach(() => contract[Symbol.dispose]());
  describeTaskProcessor("HttpResource", () => {
    const of = (size: number): JsonObject => ({
      baseUrl: contract.origin,
      path: "/things",
      find: { items: "/items", match: ["/name"] },
      body: { name: "one", size },
    });
    // The suite makes its own calls: each gets the HTTP of a run of its own, as what it made before is looked at anew.
    const within = (io: Io): Io => {
      const { http } = testHttp([contract.host]);
      return Object.assign(Object.create(io), { http });
    };
    return {
      processor: {
        ...kind,
        observe: (one, call) => kind.observe(one, within(call)),
        create: (one, call) => kind.create(one, within(call)),
        update: (before, after, call) => kind.update(before, after, within(call)),
        delete: (one, call) => kind.delete(one, within(call)),
      },
      spec: of(1),
      changed: of(2),
      fingerprint: () => JSON.stringify([...contract.things]),
    };
  });
});

describe("creating", () => {
  it("takes what the server makes of values, and finds nothing to do afterwards", async () => {
    const wanted = spec({
      name: "one",
      tags: ["a", "b"],
      color: "red",
      ratio: 1.23456,
      due: "2026-02-03",
      size: 12,
      note: "",
      list: [],
    });
    const outcome = await kind.create(wanted, io());
    const again = await kind.observe(wanted, io({ spec: wanted, outcome }));
    expect(differences(again, wanted, outcome)).toEqual([]);
    server.change("1", { color: "green", tags: ["a", "c"] });
    const drifted = await kind.observe(wanted, io({ spec: wanted, outcome }));
    expect(differences(drifted, wanted, outcome)).toEqual([
      { path: "/body/tags/0", before: "c", after: "a" },
      { path: "/body/tags/1", before: "a", after: "b" },
      { path: "/body/color", before: "GREEN", after: "red" },
    ]);
  });

  it("stores and shows nothing of an answer but what is declared", async () => {
    const wanted = spec({ name: "one", config: { url: "u" } }, { outputs: { KEY: "/key" }, sensitiveOutputs: ["KEY"] });
    const call = io();
    const outcome = await kind.create(wanted, call);
    expect(outcome).toEqual({
      outputs: [{ name: "KEY", value: "given-once-1", sensitive: true }],
      observed: { id: "1", body: { name: "one", config: { url: "u" } } },
    });
    expect(JSON.stringify(call.told)).not.toContain("zone");
  });

  it("says what exists before anything else can fail", async () => {
    const call = io();
    await kind.create(spec({ name: "one" }), call);
    expect(call.told).toMatchObject([{ observed: { id: "1" } }]);
  });

  it.each(["cut after", 500] as const)("finds what it has made when the answer is lost (%s)", async (fault) => {
    let times = 0;
    server.fault = (request) => (request.startsWith("POST") && times++ === 0 ? fault : undefined);
    if (fault === 500)
      server.fault = (request) => (request.startsWith("POST") && times++ === 0 ? "cut after" : undefined);
    const outcome = await kind.create(spec({ name: "one" }), io());
    expect(outcome.observed).toMatchObject({ id: "1" });
    expect(server.things.size).toBe(1);
    expect(server.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
  });

  it.each(["cut before", 500] as const)("sends it again when nothing was made (%s)", async (fault) => {
    let times = 0;
    server.fault = (request) => (request.startsWith("POST") && times++ === 0 ? fault : undefined);
    await kind.create(spec({ name: "one" }), io());
    expect(server.things.size).toBe(1);
  });

  it("does not send it again where nothing could tell", async () => {
    server.fault = (request) => (request.startsWith("POST") ? "cut after" : undefined);
    const wanted = spec({ name: "one" }, { find: false });
    await expect(kind.create(wanted, io())).rejects.toMatchObject({ untouched: false });
    expect(server.things.size).toBe(1);
  });

  it("never takes over what has appeared since", async () => {
    const call = io();
    const wanted = spec({ name: "one" });
    expect(await kind.observe(wanted, call)).toEqual({ state: "absent" });
    server.add({ name: "one" });
    call.http?.drop("nothing");
    await expect(kind.create(wanted, io())).rejects.toMatchObject({
      message: "it is there (id 1): it appeared after opus had looked",
      untouched: true,
    });
  });

  it("goes on with what a try before has made", async () => {
    const id = server.add({ name: "one", size: 1 });
    const made = { outputs: [], observed: { id, body: {}, unseen: [] } };
    const wanted = spec({ name: "one", size: 2 });
    await kind.create(wanted, io({ spec: wanted, outcome: made }));
    expect([...server.things.values()]).toMatchObject([{ name: "one", size: 2 }]);
  });

  it("says which field the server keeps as something else", async () => {
    using other = await new SpitefulServer({ show: (thing) => ({ ...thing, size: 9, secret: undefined }) }).start();
    const wanted = { ...spec({ name: "one", size: 1 }), baseUrl: other.origin };
    const { http } = testHttp([other.host]);
    await expect(kind.create(wanted, testIo([], { http }))).rejects.toThrow(
      "the server took it, and keeps something else at /body/size",
    );
  });

  it("tells a refusal by the server's words alone", async () => {
    server.add({ name: "taken", other: true });
    const wanted = spec({ name: "taken", unique: true }, { find: { items: "/items", match: ["/unique"] } });
    await expect(kind.create(wanted, io())).rejects.toMatchObject({
      message: `\`POST ${server.origin}/things\` answered 409: the name is taken`,
      untouched: true,
    });
  });
});

describe("looking", () => {
  it("does not take a 404 for gone when the collection can't be read either", async () => {
    const wanted = spec({ name: "one" });
    const outcome = await kind.create(wanted, io());
    server.blind = true;
    for (const find of [{ items: "/items", match: ["/name"] }, false]) {
      const found = await kind.observe({ ...wanted, find }, io({ spec: wanted, outcome }));
      expect(found).toMatchObject({
        state: "failed",
        error: { message: expect.stringContaining("whether it is gone or may not be seen can't be told") },
      });
    }
    await expect(kind.delete(wanted, io({ spec: wanted, outcome }))).rejects.toThrow("can't be told");
    server.blind = false;
    server.things.clear();
    expect(await kind.observe(wanted, io({ spec: wanted, outcome }))).toEqual({ state: "absent" });
    await kind.delete(wanted, io({ spec: wanted, outcome }));
  });

  it.each([401, 403, 500])(
    "fails with %i",
    async (status) => {
      const wanted = spec({ name: "one" });
      server.fault = () => status;
      expect(await kind.observe(wanted, io())).toMatchObject({ state: "failed" });
    },
    20_000,
  );

  it("does not take another one for its own when that is gone", async () => {
    const wanted = spec({ name: "one" });
    const outcome = await kind.create(wanted, io());
    server.things.clear();
    server.add({ name: "one" });
    expect(await kind.observe(wanted, io({ spec: wanted, outcome }))).toMatchObject({
      state: "failed",
      error: { message: expect.stringMatching(/\(id 1\) is gone, and another one .* is there \(id 2\)/) },
    });
  });

  it("fails where several have its values", async () => {
    server.add({ name: "one" });
    server.add({ name: "one" });
    expect(await kind.observe(spec({ name: "one" }), io())).toMatchObject({
      state: "failed",
      error: { message: "2 things have its /name: 1, 2" },
    });
  });

  it("finds what an id names that is to be adopted", async () => {
    server.add({ name: "one" });
    const id = server.add({ name: "one" });
    expect(await kind.observe(spec({ name: "one" }), io(undefined, { adoptId: id }))).toMatchObject({
      state: "present",
      facts: { id: "2" },
    });
  });

  it("takes what is marked as deleted, and what a status is said to mean, for gone", async () => {
    const wanted = spec({ name: "one" }, { absent: { status: [403], at: "/state", in: ["deleted"] } });
    const outcome = await kind.create(wanted, io());
    server.change("1", { state: "deleted" });
    expect(await kind.observe(wanted, io({ spec: wanted, outcome }))).toEqual({ state: "absent" });
    server.fault = (request) => (request.includes("/things/") ? 403 : undefined);
    expect(await kind.observe(wanted, io({ spec: wanted, outcome }))).toEqual({ state: "absent" });
  });

  it("reads the thing itself where the list does not show all of it", async () => {
    using other = await new SpitefulServer({ hidden: ["size"] }).start();
    other.add({ name: "one", size: 7 });
    const { http } = testHttp([other.host]);
    const found = await kind.observe(
      { ...spec({ name: "one", size: 7 }), baseUrl: other.origin },
      testIo([], { http }),
    );
    expect(found).toMatchObject({ state: "present", facts: { body: { size: "7" } } });
  });

  it.each(["link", "number", "offset", "cursor"] as const)(
    "takes 500 of one collection with a page each hundred (%s)",
    async (how) => {
      using many = await new SpitefulServer({ page: { kind: how, size: 100 } }).start();
      for (let index = 0; index < 500; index++) many.add({ name: `n${index}` });
      const page =
        how === "link"
          ? "link"
          : { [how]: how, size: ["limit", 100], ...(how === "cursor" ? { next: "/next" } : { more: "/more" }) };
      const { http } = testHttp([many.host]);
      const found = await Promise.all(
        Array.from({ length: 500 }, (_, index) => {
          const wanted = spec({ name: `n${index}` }, { find: { items: "/items", match: ["/name"], page } });
          const recorded = recordedTask({
            spec: wanted,
            outputs: {},
            observed: { id: String(index + 1), body: { name: `n${index}` }, unseen: [] },
          });
          return kind.observe({ ...wanted, baseUrl: many.origin }, testIo([], { http, recorded }));
        }),
      );
      expect(found.every(({ state }) => state === "present")).toBe(true);
      expect(many.requests.length).toBeLessThanOrEqual(7);
    },
  );
});

describe("changing", () => {
  it("sends only what differs, and waits until reads see it", async () => {
    using slow = await new SpitefulServer({ lag: 1 }).start();
    const wanted = { ...spec({ name: "one", size: 1, color: "red" }), baseUrl: slow.origin };
    const next = { ...wanted, body: { name: "one", size: 2, color: "red" } };
    const outcome = await kind.create(wanted, testIo([], { http: testHttp([slow.host]).http }));
    const recorded = recordedTask({
      spec: wanted,
      outputs: {},
      ...(outcome.observed ? { observed: outcome.observed } : {}),
    });
    await kind.update(wanted, { ...next, settle: "5s" }, testIo([], { http: testHttp([slow.host]).http, recorded }));
    // The color is as the server made it, which is not what is declared: it is sent as well.
    expect(slow.bodies.at(-1)).toEqual({ size: 2, color: "red" });
  });

  it("keeps what a PUT does not declare, and puts ours over it", async () => {
    const id = server.add({ name: "one", size: 1, theirs: { keep: true }, ours: { a: 1, b: 2 } });
    const wanted = spec({ name: "one", size: 2, ours: { a: 3 } }, { update: { method: "PUT" } });
    await kind.update(
      wanted,
      wanted,
      io({ spec: wanted, outcome: { outputs: [], observed: { id, body: {}, unseen: [] } } }),
    );
    expect(server.things.get(id)).toMatchObject({ size: 2, theirs: { keep: true }, ours: { a: 3, b: 2 } });
  });

  it("sends what is write-only with every write, and what is sent once not again", async () => {
    const wanted = spec({ name: "one", size: 1, secret: "s3cret-word", once: "o" }, { createOnly: ["/once"] });
    const outcome = await kind.create(wanted, io(undefined, {}, ["s3cret-word"]));
    expect(outcome.observed).toMatchObject({ body: { name: "one" }, unseen: ["/once", "/secret"] });
    expect(JSON.stringify(outcome)).not.toContain("s3cret");
    const next = { ...wanted, body: { ...(wanted.body as JsonObject), size: 2 } };
    await kind.update(wanted, next, io({ spec: wanted, outcome }, {}, ["s3cret-word"]));
    expect(server.bodies.at(-1)).toEqual({ size: 2, secret: "s3cret-word" });
  });

  it("goes on when what was sent is outdated and nothing of ours has changed", async () => {
    const wanted = spec({ name: "one", size: 1 }, { revision: { from: "ETag", to: "If-Match" } });
    const outcome = await kind.create(wanted, io());
    let times = 0;
    server.fault = (request) => {
      if (request.startsWith("PATCH") && times++ === 0) server.change("1", { theirs: 1 });
      return undefined;
    };
    const next = { ...wanted, body: { name: "one", size: 2 } };
    await kind.update(wanted, next, io({ spec: wanted, outcome }));
    expect(server.things.get("1")).toMatchObject({ size: 2, theirs: 1 });
  });

  it("refuses when somebody else has changed the same meanwhile", async () => {
    const wanted = spec({ name: "one", size: 1 }, { revision: { from: "ETag", to: "If-Match" } });
    const outcome = await kind.create(wanted, io());
    server.fault = (request) => {
      if (request.startsWith("PATCH")) server.change("1", { size: 5 });
      return undefined;
    };
    const next = { ...wanted, body: { name: "one", size: 2 } };
    await expect(kind.update(wanted, next, io({ spec: wanted, outcome }))).rejects.toThrow(
      "somebody else has changed /body/size meanwhile",
    );
  });

  it.each(["cut before", 500] as const)(
    "refuses the same when no answer came to its own change (%s)",
    async (fault) => {
      const wanted = spec({ name: "one", size: 1 }, { revision: { from: "ETag", to: "If-Match" } });
      const outcome = await kind.create(wanted, io());
      server.fault = (request) => {
        if (!request.startsWith("PATCH")) return undefined;
        server.change("1", { size: 5 });
        return fault;
      };
      const next = { ...wanted, body: { name: "one", size: 2 } };
      await expect(kind.update(wanted, next, io({ spec: wanted, outcome }))).rejects.toThrow(
        "somebody else has changed /body/size meanwhile",
      );
      expect(server.things.get("1")).toMatchObject({ size: 5 });
    },
  );

  it("is not taken for somebody else when its own change was sent twice", async () => {
    const wanted = spec(
      { name: "one", size: 1 },
      { revision: { from: "ETag", to: "If-Match" }, update: { method: "PUT" } },
    );
    const outcome = await kind.create(wanted, io());
    let lost = 0;
    server.fault = (request) => (/^(PUT|DELETE)/.test(request) && lost++ % 2 === 0 ? "cut after" : undefined);
    const next = { ...wanted, body: { name: "one", size: 2 } };
    const updated = await kind.update(wanted, next, io({ spec: wanted, outcome }));
    expect(server.things.get("1")).toMatchObject({ size: 2 });
    lost = 0;
    await kind.delete(next, io({ spec: next, outcome: updated }));
    expect([lost, server.things.size]).toEqual([2, 0]);
  });

  it("leaves what has left the body, and says so", async () => {
    const wanted = spec({ name: "one", size: 1, color: "red" });
    const outcome = await kind.create(wanted, io());
    const next = spec({ name: "one", size: 2 });
    const updated = await kind.update(wanted, next, io({ spec: wanted, outcome }));
    expect(updated.warnings).toEqual(["warning: /body/color left the body and is left as it is; null clears a field"]);
    expect(server.things.get("1")).toMatchObject({ color: "red" });
  });

  it("writes nothing where nothing differs", async () => {
    const wanted = spec({ name: "one" });
    const outcome = await kind.create(wanted, io());
    server.requests.length = 0;
    await kind.update(wanted, wanted, io({ spec: wanted, outcome }));
    expect(server.requests.filter((request) => !request.startsWith("GET"))).toEqual([]);
  });
});

describe("credentials", () => {
  it("of oauth2 are got once a run, hidden, and got again when they are refused", async () => {
    let tokens = 0;
    server.token = "t1";
    const tokenServer = createServer((_request, response) => {
      tokens++;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ access_token: `t${tokens}`, expires_in: 3600 }));
    });
    await new Promise<void>((resolve) => tokenServer.listen(0, "127.0.0.1", resolve));
    const { port } = tokenServer.address() as { port: number };
    const more = testHttp([server.host, `127.0.0.1:${port}`]);
    const oauth2 = { tokenUrl: `http://127.0.0.1:${port}/`, clientId: "c", clientSecret: "word" };
    const wanted = spec({ name: "one" }, { auth: { oauth2 } });
    expect(await kind.observe(wanted, testIo([], { http: more.http }))).toEqual({ state: "absent" });
    await kind.create(wanted, testIo([], { http: more.http }));
    expect(tokens).toBe(1);
    server.token = "t2";
    await kind.delete(wanted, testIo([], { http: more.http }));
    expect([tokens, more.hidden]).toEqual([2, ["Yzp3b3Jk", "t1", "Yzp3b3Jk", "t2"]]);
    tokenServer.close();
  });

  it("are wrong: it says so", async () => {
    server.token = "right";
    expect(await kind.observe(spec({ name: "one" }, { auth: { bearer: "wrong" } }), io())).toEqual({
      state: "failed",
      error: {
        message: `\`GET ${server.origin}/things\` answered 401: who are you?`,
        hint: "Its credentials are not, or no longer, taken: look at `auth`.",
      },
    });
  });

  it("are nobody's in a run that makes no requests", async () => {
    await expect(kind.observe(spec({ name: "one" }), testIo())).rejects.toThrow("this run makes no requests");
  });
});

describe("a spec", () => {
  const problems = (more: JsonObject, body: JsonObject = { name: "one" }) => {
    const parsed = kind.parse({ baseUrl: "https://api.example", path: "/things", find: false, body, ...more });
    return parsed.ok ? [] : parsed.error.map(({ pointer, message }) => `${pointer}: ${message}`);
  };

  it.each<[JsonObject, string]>([
    [{ baseUrl: "https://u:p@api.example" }, "/baseUrl"],
    [{ baseUrl: "ftp://api.example" }, "/baseUrl"],
    [{ baseUrl: "https://api.example?x=1" }, "/baseUrl"],
    [{ path: "things" }, "/path"],
    [
      { auth: { bearer: "a", basic: { username: "u", password: "p" } } },
      "/auth: auth has bearer and basic, and one way must do",
    ],
    [{ find: true }, "/find: find can't be true"],
    [{ id: { body: "/uid" } }, "/id/body: there is no id at /uid of the body"],
    [{ writeOnly: ["/nmae"] }, "/writeOnly/0: there is no /nmae in the body"],
    [{ find: { match: ["/title"] } }, "/find/match/0: there is no /title in the body"],
    [{ find: { match: ["/name"], page: { offset: "o", number: "n" } } }, "/find/page: find.page has number and offset"],
    [{ find: { match: ["/name"], page: { cursor: "c" } } }, "/find/page: find.page has a cursor and no `next`"],
    [{ item: "/things/{/uid}" }, "/item: there is no /uid in the body"],
    [{ updaet: {} }, ': "updaet" is not a field of HttpResource.spec'],
    [{ normalize: { "/name": "upper" } }, "/normalize/~1name"],
    [{ settle: "soon" }, "/settle"],
  ])("%j is refused where it stands", (more, expected) => {
    expect(problems(more).join("\n")).toContain(expected);
  });

  it("without a way to find what a lost answer has made is refused", () => {
    const parsed = kind.parse({ baseUrl: "https://api.example", path: "/things", body: { name: "one" } });
    expect(parsed.ok || parsed.error[0]?.message).toContain("there is no `find`");
    expect(problems({})).toEqual([]);
  });

  it("names its resource by what it is found by, or by the id that we choose", () => {
    const of = (more: JsonObject) =>
      kind.known?.identity?.({ baseUrl: "https://api.example/", path: "/things", body: { name: "one" }, ...more });
    expect(of({ find: { match: ["/name"] } })).toBe('https://api.example/things /name="one"');
    expect(of({ id: { body: "/name" } })).toBe('https://api.example/things /name="one"');
    expect(of({ find: false })).toBeUndefined();
  });

  it("says what can't be changed in place", () => {
    const of = (body: JsonObject, more: JsonObject = {}) => ({
      baseUrl: "https://a.example",
      path: "/t",
      body,
      ...more,
    });
    const more = { replaceOn: ["/type", "/disks/*/kind"], id: { body: "/uid" } };
    expect(
      kind.compare?.replaceOn?.(
        of({ uid: "a", type: 1, disks: [{ kind: "x", size: 1 }] }, more),
        of({ uid: "b", type: 2, disks: [{ kind: "y", size: 2 }] }, { ...more, path: "/u" }),
      ),
    ).toEqual(["/path", "/body/type", "/body/disks/0/kind", "/body/uid"]);
  });
});
