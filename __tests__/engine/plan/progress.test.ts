import { expect, it } from "vitest";
import { Stage, thing } from "../stage.ts";

it("tells at most every 250 ms how many resources were looked at, and always at the end", async () => {
  const stage = new Stage();
  const tasks = ["a", "b", "c", "d"].map((name) => thing(name, "new"));
  const told: object[] = [];
  const slow = stage.world.processor({
    observe: async () => {
      await stage.clock.sleep(100, stage.controller.signal);
      return { state: "absent" };
    },
  });
  const emit = (event: object): void => void told.push(event);
  await stage.clock.passUntil(stage.plan(tasks, { kinds: [slow], parallelism: 1, emit }));
  expect(told).toEqual([
    { type: "observing", done: 3, total: 4, elapsedMs: 300 },
    { type: "observing", done: 4, total: 4, elapsedMs: 400 },
  ]);
});

it("lets signals and timers have their turn while it looks at resources that answer at once", async () => {
  const stage = new Stage();
  const tasks = Array.from({ length: 100 }, (_, number) => thing(`task-${number}`, "new"));
  let looked = 0;
  const busy = stage.world.processor({
    observe: async () => {
      looked++;
      stage.clock.pass(10);
      return { state: "absent" };
    },
  });
  const cancelled = stage.clock.sleep(200, new AbortController().signal).then(() => stage.controller.abort("enough"));
  const planned = stage.plan(tasks, { kinds: [busy], parallelism: 1 });
  await expect(stage.clock.passUntil(planned)).rejects.toThrow("cancelled");
  await cancelled;
  expect(looked).toBeLessThan(50);
});
