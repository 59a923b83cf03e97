import { expect, it, vi } from "vitest";
import { inBundle } from "../faults/scale.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { QuickRig } from "./quick-rig.ts";

/** Where steps run from the sources, their clock goes so much faster. */
const faster = 20;

vi.mock("../../src/node/clock.ts", async (load) => {
  const { systemClock } = await load<typeof import("../../src/node/clock.ts")>();
  const clock: typeof systemClock = {
    ...systemClock,
    now: () => systemClock.now() * faster,
    sleep: (ms, signal) => systemClock.sleep(ms / faster, signal),
  };
  return { systemClock: clock };
});

const count = 500;
const pageSize = 100;

function manifest(server: SpitefulServer): string {
  const project = {
    apiVersion: "opus/v1",
    kind: "Project",
    metadata: { name: "demo" },
    spec: { contexts: [{ branch: "main", context: "test" }], http: { allow: [server.host] } },
  };
  const tasks = Array.from({ length: count }, (_, index) => ({
    apiVersion: "opus/v1",
    kind: "HttpResource",
    metadata: { name: `thing-${index}` },
    spec: {
      baseUrl: server.origin,
      path: "/things",
      find: { items: "/items", match: ["/name"], page: "link" },
      limits: { perSecond: 10 },
      body: { name: `n${index}`, color: "red", size: index },
    },
  }));
  return [project, ...tasks].map((one) => JSON.stringify(one)).join("\n---\n");
}

it("makes 500 things at 10 a second, says how long that takes, and reads them with a page each hundred", async () => {
  using server = await new SpitefulServer({ page: { kind: "link", size: pageSize } }).start();
  using rig = new QuickRig({ "opus.yaml": manifest(server) });
  const times: number[] = [];
  server.fault = () => void times.push(performance.now());
  const applied = await rig.step({ command: "apply" });
  expect(applied.exitCode, applied.log).toBe(0);
  expect(server.things.size).toBe(count);
  expect(server.requests.filter((request) => request.startsWith("POST"))).toHaveLength(count);
  const seconds = (((times.at(-1) ?? 0) - (times[0] ?? 0)) * (inBundle ? 1 : faster)) / 1_000;
  // The first one may arrive late.
  expect(seconds).toBeGreaterThan((count / 10) * 0.7);
  const told = applied.log.match(/^.*Requests wait for their turn: .*$/gm) ?? [];
  expect(told).toHaveLength(1);
  const about = Number(/10 requests a second to 127\.0\.0\.1:\d+: about (\d+) s/.exec(told[0] ?? "")?.[1]);
  expect(about).toBeGreaterThan(45);
  expect(about).toBeLessThanOrEqual(55);
  expect(applied.log).toMatch(/\[\d+\/500\] \d+ done, .* · 10 requests a second to 127\.0\.0\.1:\d+: about \d+ s/);

  server.requests.length = 0;
  const planned = await rig.step({ command: "plan" });
  expect([planned.exitCode, planned.outputs.changes], planned.log).toEqual([0, "false"]);
  expect(server.requests.length).toBeLessThanOrEqual(Math.ceil(count / pageSize) + 2);
}, 240_000);
