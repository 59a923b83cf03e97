import fc from "fast-check";
import { expect, it } from "vitest";
import { inProcess } from "./machine.ts";
import { live } from "./story.ts";
import { worlds } from "./world.ts";

const seed = Number(process.env.WORLDS_SEED ?? 20_260_401);
const numRuns = Number(process.env.WORLDS ?? 150);

it(
  "does in random worlds what the plan said, converges, and goes back",
  async () => {
    await fc.assert(
      fc.asyncProperty(worlds(), (world) => live(world, inProcess)),
      { seed, numRuns, interruptAfterTimeLimit: 240_000 },
    );
  },
  300_000,
);
