import { expect, it } from "vitest";
import { endlessPatience } from "../../../src/engine/ports/patience.ts";
import { HostGate, type Paced } from "../../../src/node/http/host-gate.ts";

/** A clock that goes on only when somebody waits for it. */
class Driven {
  time = 0;
  readonly #sleeping: { readonly at: number; wake(): void }[] = [];

  now(): number {
    return this.time;
  }

  timestamp(): string {
    return "";
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleeping.push({ at: this.time + ms, wake: resolve });
      signal.addEventListener("abort", () => reject(new Error(String(signal.reason))), { once: true });
    });
  }

  /** Goes on to whoever wakes next. */
  async next(): Promise<boolean> {
    this.#sleeping.sort((one, other) => one.at - other.at);
    const first = this.#sleeping.shift();
    if (!first) return false;
    this.time = Math.max(this.time, first.at);
    first.wake();
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    return true;
  }
}

function caller(more: object = {}) {
  const told: string[] = [];
  const paced: Paced[] = [];
  const stop = new AbortController();
  return {
    task: "asking",
    signal: stop.signal,
    patience: endlessPatience,
    tell: (text: string) => void told.push(text),
    paced: (pace: Paced) => void paced.push(pace),
    told,
    all: paced,
    stop,
    ...more,
  };
}

it("lets no more pass in a second than the slowest task says, and tells each second that others wait", async () => {
  const clock = new Driven();
  const gate = new HostGate("api.example", clock);
  let held = 0;
  const one = caller({
    patience: {
      pause: () => {
        held++;
        return () => void held--;
      },
    },
  });
  const passed: number[] = [];
  const enter = async (perSecond: number): Promise<void> => {
    const leave = await gate.enter({ perSecond }, one);
    passed.push(clock.now());
    leave();
  };
  const all = [enter(50), ...Array.from({ length: 29 }, () => enter(10))];
  await Promise.resolve();
  // Waiting for a turn does not count against a timeout.
  expect(held).toBe(29);
  while (await clock.next());
  await Promise.all(all);
  expect(held).toBe(0);
  expect(passed).toHaveLength(30);
  for (const [index, time] of passed.entries())
    expect(passed.filter((other) => other > time - 1_000 && other <= time).length, `${index}`).toBeLessThanOrEqual(11);
  expect(clock.now()).toBeGreaterThanOrEqual(2_800);
  expect(one.told).toEqual([]);
  expect(one.all[0]).toEqual({ host: "api.example", perSecond: 10, requests: 1, waiting: 1 });
});

it("tells again each second how far it is", async () => {
  const clock = new Driven();
  const gate = new HostGate("api.example", clock);
  const one = caller();
  const ask = async (): Promise<void> => {
    for (let times = 0; times < 20; times++) (await gate.enter({ perSecond: 4 }, one))();
  };
  const done = Promise.all([ask(), ask()]);
  for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  while (await clock.next());
  await done;
  const sent = one.all.map(({ requests }) => requests);
  expect(sent.length).toBeGreaterThan(7);
  expect(sent.length).toBeLessThan(12);
  expect(sent).toEqual([...sent].sort((left, right) => left - right));
});

it("says how long a server wants to be left alone", async () => {
  const gate = new HostGate("api.example", new Driven());
  const one = caller();
  gate.close(61_000);
  const asked = [gate.enter(undefined, one), gate.enter(undefined, one)].map((turn) => turn.catch(() => {}));
  expect(one.told).toEqual(["api.example: 1 request waits; about 61 s"]);
  expect(one.all).toEqual([]);
  one.stop.abort(new Error("enough"));
  await Promise.all(asked);
});

it.each([0.2, 0.25, 0.3, 0.35, 0.4])(
  "lets the next one in also where its turn comes while the gate is looked at, in steps of %d ms",
  async (each) => {
    const clock = new Driven();
    // Each look at the clock takes a while.
    let step = 0;
    Object.assign(clock, { now: () => (clock.time += step) });
    const gate = new HostGate("api.example", clock);
    const limits = { perSecond: 10 };
    const leave = await gate.enter(limits, caller());
    leave();
    clock.time = 99;
    step = each;
    let isIn = false;
    void gate.enter(limits, caller()).then(() => {
      isIn = true;
    });
    for (let turns = 0; turns < 5; turns++) await clock.next();
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    expect(isIn).toBe(true);
  },
);
