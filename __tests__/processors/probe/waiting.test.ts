import { describe, expect, it } from "vitest";
import type { Look } from "../../../src/processors/probe/look.ts";
import { waitUntilHolds } from "../../../src/processors/probe/wait.ts";

/** What is probed answers with these, the last one again and again; each try takes some time. */
function setting(
  looks: readonly Look[],
  more: { timeoutMs?: number; takesMs?: number; intervalMs?: number; lateMs?: number } = {},
) {
  const { timeoutMs = 60_000, takesMs = 0, intervalMs = 2_000, lateMs = 0 } = more;
  let time = 0;
  const [given, told]: [number[], string[]] = [[], []];
  const look = async (ms: number): Promise<Look> => {
    given.push(ms);
    time += Math.min(takesMs, ms);
    return looks[Math.min(given.length, looks.length) - 1] as Look;
  };
  const waited = waitUntilHolds(
    { what: "https://shop.example", look },
    {
      intervalMs,
      timeoutMs,
      tryMs: Math.min(10_000, timeoutMs),
      now: () => time,
      pause: async (ms) => {
        time += ms + lateMs;
      },
      tell: (text) => told.push(text),
    },
  );
  return { waited, given, told, time: () => time };
}

const open = (why: string, detail?: string): Look => ({
  state: "open",
  why,
  ...(detail === undefined ? {} : { detail }),
});
const busy = open("503 Service Unavailable");

describe("waiting", () => {
  it("ends with the first try that is as expected", async () => {
    const { waited, told, time } = setting([{ state: "holds" }]);
    expect(await waited).toEqual({ tries: 1, ms: 0 });
    expect([told, time()]).toEqual([[], 0]);
  });

  it("tells at once what it waits for, then what is seen else, and the same every ten seconds", async () => {
    const looks = [
      ...Array.from({ length: 8 }, () => busy),
      open('/status is "starting"'),
      { state: "holds" },
    ] as const;
    const { waited, told } = setting(looks, { timeoutMs: 120_000 });
    expect(await waited).toEqual({ tries: 10, ms: 18_000 });
    expect(told).toEqual([
      "waiting for https://shop.example (try 1, 503 Service Unavailable), 0 ms of 2 min",
      "waiting for https://shop.example (try 6, 503 Service Unavailable), 10 s of 2 min",
      'waiting for https://shop.example (try 9, /status is "starting"), 16 s of 2 min',
    ]);
  });

  it("fails when it is not in time, with the last answer and what was printed last", async () => {
    const { waited, time } = setting([open("no answer"), open("it exited with 1", "not yet")], { timeoutMs: 10_000 });
    await expect(waited).rejects.toMatchObject({
      message: "https://shop.example was not as expected within 10 s: it exited with 1 (5 tries)",
      hint: "Look at what it probes; or raise `timeout`, if that only takes longer.",
      detail: "not yet",
      untouched: true,
    });
    expect(time()).toBeLessThanOrEqual(10_000);
  });

  it("gives the advice that came with the last answer", async () => {
    const untrusted: Look = { state: "open", why: "no answer: self-signed certificate", hint: "Name its authority." };
    const { waited } = setting([busy, untrusted], { timeoutMs: 5_000 });
    await expect(waited).rejects.toMatchObject({ hint: "Name its authority." });
  });

  it("keeps the last answer when the last try was cut short", async () => {
    const { waited, given } = setting([busy, open("no answer within 4 s")], { timeoutMs: 16_000, takesMs: 10_000 });
    await expect(waited).rejects.toThrow("within 16 s: 503 Service Unavailable (2 tries)");
    expect(given).toEqual([10_000, 4_000]);
  });

  it("ends at once where further tries come to the same", async () => {
    const { waited, given } = setting([{ state: "hopeless", why: "not asked", hint: "Allow it." }]);
    await expect(waited).rejects.toMatchObject({ message: "not asked", hint: "Allow it." });
    expect(given).toHaveLength(1);
  });

  it("begins no try after the end, when a pause took longer than it should", async () => {
    const { waited, given } = setting([busy], { timeoutMs: 10_000, lateMs: 9_000 });
    await expect(waited).rejects.toThrow("within 10 s: 503 Service Unavailable (1 try)");
    expect(given).toHaveLength(1);
  });

  it("tries once where no second try fits", async () => {
    const { waited, told } = setting([busy], { timeoutMs: 1_000 });
    await expect(waited).rejects.toThrow("within 1 s: 503 Service Unavailable (1 try)");
    expect(told).toEqual([]);
  });
});
