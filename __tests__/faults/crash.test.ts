import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { figure, storeDeadline, times } from "./scale.ts";
import { type Backend, backends, manifest, World } from "./world.ts";

const tasks = times(40, 12);

/** Every process that is part of a run in this workspace: its scripts. */
function scriptsOf(world: World): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, "utf8").includes(`GITHUB_WORKSPACE=${world.rig.workspace}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Kills an apply at a random moment.
 * @param lostMachine everything that ran there is gone, and so are its files: only the store is left
 */
async function killedApply(world: World, afterMs: number, lostMachine: boolean): Promise<boolean> {
  const run = world.rig.startStep({ command: "apply", parallelism: "6" }, { env: world.env });
  await Promise.race([sleep(afterMs), run.ended]);
  const killed = run.child.exitCode === null && run.child.kill("SIGKILL");
  await run.ended;
  if (lostMachine) {
    for (const pid of scriptsOf(world)) killIfThere(pid);
    world.rig.removeTemporary("opus");
  }
  return killed;
}

describe.each(backends)("kill -9 in the middle of an apply, with state in a %s", (backend: Backend) => {
  it(
    "loses nothing, breaks nothing, and makes nothing twice",
    async () => {
      await using world = await World.make(backend, manifest(tasks));
      const began = performance.now();
      expect(await world.rig.startStep({ command: "apply", parallelism: "6" }).ended).toBe(0);
      const whole = performance.now() - began;
      world.expectWhole(tasks);
      const kills = times(200, 3);
      let killed = 0;
      let between = 0;
      for (let round = 0; killed < kills; round++) {
        await world.clear();
        // A lost machine takes the file backend's state with it, so that is for the branch alone.
        const lost = backend === "branch" && round % 4 === 3;
        // Now and then the next run is killed as well, while it settles what the first one left.
        for (let left = round % 5 === 4 ? 2 : 1; left > 0; left--) {
          if (await killedApply(world, Math.random() * whole, lost)) killed++;
          world.expectNothingLost();
        }
        const made = world.things().length;
        if (made > 0 && made < tasks) between++;
        // Its lock is broken since its process is gone; on another machine, since GitHub says that its attempt is over.
        const next = await world.rig.step({ command: "apply", parallelism: "6" }, { env: world.env });
        expect([next.exitCode, next.outputs["failure-reason"], next.exitCode === 0 ? "" : next.log]).toEqual([
          0,
          "",
          "",
        ]);
        world.expectWhole(tasks);
        expect((await world.rig.step({ command: "plan" })).outputs.changes).toBe("false");
      }
      world.server?.fsck();
      figure(
        `${backend}: ${killed} kills at random moments of an apply of ${tasks} tasks (${between} times with some of the tasks made): nothing lost, corrupt or made twice`,
      );
    },
    storeDeadline,
  );
});
