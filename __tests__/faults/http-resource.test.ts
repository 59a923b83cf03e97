// Things behind a line that drops and delays requests, cuts answers, and says 429 and 500 as it likes, before and after the
// server has acted; and runs that are killed around a creation: what is wanted is there in the end, once.
import { expect, it, vi } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { QuickRig } from "../e2e/quick-rig.ts";
import { changes } from "../e2e/rig.ts";
import { type Fault, type Moment, random, SpitefulServer } from "../peers/spiteful-server.ts";
import { figure, full, times } from "./scale.ts";

// Where steps run from the sources, nobody else needs the time.
vi.mock("../../src/engine/model/timing.ts", async (load) => ({
  ...(await load<typeof import("../../src/engine/model/timing.ts")>()),
  httpRetryMs: 20,
  httpReadAgainMs: 20,
}));

/** How a thing is known again when an answer was lost. */
const ways: { readonly [way: string]: (name: string) => JsonObject } = {
  "with find": () => ({ find: { items: "/items", match: ["/name"] } }),
  "with an id of ours": () => ({ id: { body: "/uid" } }),
  "with a key": () => ({ find: false, idempotencyKey: "Idempotency-Key" }),
};

function bodyOf(way: string, name: string, size: number): JsonObject {
  return { name, size, tags: ["x", name], ...(way === "with an id of ours" ? { uid: name } : {}) };
}

function manifest(
  server: SpitefulServer,
  tasks: readonly { readonly name: string; readonly spec: JsonObject }[],
): string {
  const project = {
    apiVersion: "opus/v1",
    kind: "Project",
    metadata: { name: "demo" },
    spec: {
      contexts: [{ branch: "main", context: "test" }],
      http: { allow: [server.host] },
      limits: { maxDeletePercent: 100 },
    },
  };
  const keep = {
    apiVersion: "opus/v1",
    kind: "File",
    metadata: { name: "keep" },
    spec: { path: "keep.txt", content: "k" },
  };
  const things = tasks.map(({ name, spec }) => ({
    apiVersion: "opus/v1",
    kind: "HttpResource",
    metadata: { name: `thing-${name}` },
    spec: { baseUrl: server.origin, path: "/things", settle: "500ms", ...spec },
  }));
  return [project, keep, ...things].map((one) => JSON.stringify(one)).join("\n---\n");
}

const names: { readonly [name: string]: string } = {
  "a-found": "with find",
  "b-found": "with find",
  "c-found": "with find",
  "d-named": "with an id of ours",
  "e-named": "with an id of ours",
  "f-keyed": "with a key",
  "g-keyed": "with a key",
};

const faults: readonly Fault[] = [
  "cut before",
  "cut after",
  "torn after",
  "slow",
  429,
  500,
  503,
  { after: 500 },
  { after: 503 },
];

const runs = times(200, 10);

it(`converges, makes nothing twice and loses nothing, in ${runs} runs over a bad line`, async () => {
  using server = await new SpitefulServer({ page: { kind: "link", size: 2 }, keyed: "Idempotency-Key" }).start();
  using rig = new QuickRig();
  let failed = 0;
  for (let run = 1; run <= runs; run++) {
    const next = random(run);
    const wanted = new Map(
      Object.keys(names).flatMap((name) => (next() < 0.75 ? [[name, Math.floor(next() * 100)] as const] : [])),
    );
    const tasks = [...wanted].map(([name, size]) => {
      const way = names[name] ?? "";
      return { name, spec: { ...ways[way]?.(name), body: bodyOf(way, name, size) } };
    });
    rig.write("opus.yaml", manifest(server, tasks));
    server.fault = () => (next() < 0.2 ? faults[Math.floor(next() * faults.length)] : undefined);
    const bad = await rig.step({ command: "apply" });
    if (bad.exitCode !== 0) failed++;
    const during = [...server.things.values()].map(({ name }) => name);
    // Whatever it came to, nothing is there twice.
    expect(new Set(during).size, `run ${run}: ${bad.log}`).toBe(during.length);
    server.fault = () => undefined;
    const good = await rig.step({ command: "apply" });
    expect(good.exitCode, `run ${run}: ${bad.log}\n${good.log}`).toBe(0);
    const there = [...server.things.values()].map(({ name, size }) => [name, size] as const);
    expect(new Map(there), `run ${run}: ${bad.log}\n${good.log}`).toEqual(wanted);
    expect(there.length).toBe(wanted.size);
    const planned = await rig.step({ command: "plan" });
    expect(
      Object.values(changes(planned.report)).every((change) => change === "noop"),
      planned.log,
    ).toBe(true);
  }
  figure(`${runs} runs over a bad line, ${failed} of which failed: each next one converged, nothing was there twice`);
}, 3_600_000);

const moments: readonly Moment[] = ["asked", "acted", "answered"];

it.each(Object.keys(ways))(
  "settles what a run has made that was killed around a creation, %s",
  async (way) => {
    for (const moment of full ? [...moments, ...moments, ...moments] : moments) {
      using server = await new SpitefulServer({ keyed: "Idempotency-Key", page: { kind: "link", size: 2 } }).start();
      server.add({ name: "another", size: 1 });
      using rig = new QuickRig();
      const body = bodyOf(way, "one", 1);
      rig.write("opus.yaml", manifest(server, [{ name: "one", spec: { ...ways[way]?.("one"), body } }]));
      const run = rig.startStep({ command: "apply" });
      server.moment = (now, request) => {
        if (now !== moment || !request.startsWith("POST")) return undefined;
        run.child.kill("SIGKILL");
        return "stop";
      };
      await run.ended;
      expect(run.child.signalCode, run.log()).toBe("SIGKILL");
      server.moment = () => undefined;
      const ours = () => [...server.things.values()].filter(({ name }) => name === "one").length;
      expect(ours()).toBe(moment === "asked" ? 0 : 1);
      const next = await rig.step({ command: "apply" });
      expect([next.exitCode, ours()], `${moment}: ${next.log}`).toEqual([0, 1]);
      expect(changes((await rig.step({ command: "plan" })).report)).toMatchObject({ "thing-one": "noop" });
      // What was asked for again came with the same key.
      if (way === "with a key") expect(server.keys.size, moment).toBe(1);
    }
  },
  120_000,
);

it("asks somebody to look when a killed run may have made what nothing finds", async () => {
  using server = await new SpitefulServer().start();
  using rig = new QuickRig();
  rig.write("opus.yaml", manifest(server, [{ name: "one", spec: { find: false, body: { name: "one" } } }]));
  const run = rig.startStep({ command: "apply" });
  server.moment = (now, request) => {
    if (now !== "acted" || !request.startsWith("POST")) return undefined;
    run.child.kill("SIGKILL");
    return "stop";
  };
  await run.ended;
  server.moment = () => undefined;
  const next = await rig.step({ command: "apply" });
  expect([next.exitCode, server.things.size], next.log).toEqual([1, 1]);
  expect(next.log).toContain(
    "an earlier run ended in the middle of its create, and nothing can tell whether it took effect",
  );
});
