// Things behind a server that drops requests before and after it has acted, and answers 429 and 500 as it likes: what is
// wanted is there in the end, once.
import { expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { QuickRig } from "../e2e/quick-rig.ts";
import { changes } from "../e2e/rig.ts";
import { type Fault, SpitefulServer } from "../peers/spiteful-server.ts";
import { times } from "./scale.ts";

const names = ["a", "b", "c", "d"];

function manifest(server: SpitefulServer, wanted: ReadonlyMap<string, number>): string {
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
  const nothing = { apiVersion: "opus/v1", kind: "Values", metadata: { name: "v" }, spec: {} };
  const keep = {
    apiVersion: "opus/v1",
    kind: "File",
    metadata: { name: "keep" },
    spec: { path: "keep.txt", content: "k" },
  };
  const tasks = [...wanted].map(([name, size]) => ({
    apiVersion: "opus/v1",
    kind: "HttpResource",
    metadata: { name: `thing-${name}` },
    spec: {
      baseUrl: server.origin,
      path: "/things",
      find: { items: "/items", match: ["/name"] },
      body: { name, size, tags: ["x", name] },
    } as JsonObject,
  }));
  return [project, nothing, keep, ...tasks].map((one) => JSON.stringify(one)).join("\n---\n");
}

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const faults: readonly Fault[] = ["cut before", "cut after", 429, 500];

it(`converges, makes nothing twice and loses nothing, in ${times(200, 6)} runs over a bad line`, async () => {
  using server = await new SpitefulServer({ page: { kind: "link", size: 2 } }).start();
  server.fault = () => undefined;
  using rig = new QuickRig();
  for (let run = 1; run <= times(200, 6); run++) {
    const next = random(run);
    const wanted = new Map(names.flatMap((name) => (next() < 0.75 ? [[name, Math.floor(next() * 100)] as const] : [])));
    rig.write("opus.yaml", manifest(server, wanted));
    server.fault = () => (next() < 0.2 ? faults[Math.floor(next() * faults.length)] : undefined);
    const bad = await rig.step({ command: "apply" });
    const during = [...server.things.values()].map(({ name }) => name);
    // Whatever it came to, nothing is there twice.
    expect(new Set(during).size, `run ${run}: ${bad.log}`).toBe(during.length);
    server.fault = () => undefined;
    const good = await rig.step({ command: "apply" });
    expect(good.exitCode, `run ${run}: ${bad.log}\n${good.log}`).toBe(0);
    const there = new Map([...server.things.values()].map(({ name, size }) => [name, size]));
    expect(there, `run ${run}`).toEqual(wanted);
    const planned = await rig.step({ command: "plan" });
    expect(
      Object.values(changes(planned.report)).every((change) => change === "noop"),
      planned.log,
    ).toBe(true);
  }
}, 3_600_000);
