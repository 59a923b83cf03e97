import { vi } from "vitest";

/**
 * For steps that run from the sources: how long opus waits for others is tried where the waiting is what is tested, and
 * with the bundle. Here nobody else needs the time.
 */
vi.mock("../../src/engine/model/timing.ts", async (load) => ({
  ...(await load<typeof import("../../src/engine/model/timing.ts")>()),
  pacedWritesMs: 0,
  notifyingWritesMs: 0,
  betweenWritesMs: 100,
  mergeLagMs: [50, 100],
  webhookMs: 6_000,
}));
