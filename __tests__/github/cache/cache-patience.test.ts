import { describe, expect, it } from "vitest";
import { err, ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import { Patience } from "../../../src/github/cache/cache-patience.ts";
import { trouble } from "../../../src/github/cache/cache-trouble.ts";
import type { CacheTrouble } from "../../../src/ports/actions-cache.ts";

/** Calls that each take their time, by a clock of their own. */
class Calls {
  readonly given: number[] = [];
  #now = 0;
  readonly patience = new Patience({ altogetherMs: 35_000, nextMs: 4_000 }, () => this.#now);

  async call(wantedMs: number, tookMs: number | "all", error?: CacheTrouble["kind"]): Promise<unknown> {
    return this.patience.spend(wantedMs, async (timeoutMs) => {
      this.given.push(timeoutMs);
      this.#now += tookMs === "all" ? timeoutMs : tookMs;
      return error === undefined ? ok("fine") : err(trouble(error, "it failed"));
    });
  }
}

describe("patience", () => {
  it("gives every call its time while all is well", async () => {
    const calls = new Calls();
    for (let count = 0; count < 20; count++) await calls.call(30_000, 5_000);
    expect(new Set(calls.given)).toEqual(new Set([30_000]));
  });

  it.each(["slow", "server", "unreachable"] as const)("waits for a broken service (%s) once", async (kind) => {
    const calls = new Calls();
    await calls.call(30_000, "all", kind);
    await calls.call(30_000, "all", kind);
    const last = await calls.call(30_000, "all", kind);
    expect(calls.given).toEqual([30_000, 4_000]);
    expect(last).toEqual({ ok: false, error: { kind, what: "it failed" } });
  });

  it("asks several times when each ends soon, for 35 s altogether", async () => {
    const calls = new Calls();
    for (let count = 0; count < 30; count++) await calls.call(15_000, "all", "slow");
    expect(calls.given).toEqual([15_000, 4_000, 4_000, 4_000, 4_000, 4_000]);
    expect(calls.given.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(35_000);
  });

  it("has its time again when the service answers, but not what it has waited already", async () => {
    const calls = new Calls();
    await calls.call(30_000, 20_000, "server");
    await calls.call(30_000, 1_000);
    await calls.call(30_000, 1_000);
    expect(calls.given).toEqual([30_000, 4_000, 15_000]);
  });

  it("is measured in whole milliseconds, as timers want it", async () => {
    const calls = new Calls();
    await calls.call(30_000, 20_000.25, "server");
    await calls.call(30_000, 1_000);
    await calls.call(30_000, 1_000);
    expect(calls.given.at(-1)).toBe(14_999);
  });

  it("takes a refusal for an answer", async () => {
    const calls = new Calls();
    for (const kind of ["limited", "unauthorized", "corrupt"] as const) await calls.call(30_000, 1_000, kind);
    expect(calls.given).toEqual([30_000, 30_000, 30_000]);
  });
});
