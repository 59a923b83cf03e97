import fc from "fast-check";
import { expect, it } from "vitest";
import { times } from "../faults/scale.ts";
import { bundled, inProcess, type Runner } from "./machine.ts";
import { live } from "./story.ts";
import { worlds } from "./world.ts";

/** Other worlds: `WORLDS=2000 WORLDS_SEED=1 vitest run __tests__/worlds`. A failure prints the smallest world that shows it. */
const seed = Number(process.env.WORLDS_SEED ?? 20_260_401);
const count = Number(process.env.WORLDS ?? times(240, 12));

async function liveIn(numRuns: number, runner: Runner, from: number): Promise<void> {
  let lived = 0;
  const property = fc.asyncProperty(worlds(), async (world) => {
    await live(world, runner);
    lived++;
  });
  await fc.assert(property, { seed: from, numRuns });
  expect(lived).toBe(numRuns);
}

it(
  "does in random worlds what the plan said, converges, and goes back",
  () => liveIn(count, inProcess, seed),
  1_800_000,
);

it("does so as a bundle", () => liveIn(Math.ceil(count / 24), bundled, seed + 1), 1_800_000);
