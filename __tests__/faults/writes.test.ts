import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StepResult } from "../e2e/rig.ts";
import type { GitFault } from "../peers/git-server.ts";
import { figure, full, storeDeadline } from "./scale.ts";
import { manifest, World } from "./world.ts";

const tasks = 5;
// Long enough for checkpoints in between, when there is time for that.
const slow = full ? { create: 'sleep 5; mkdir "world/$THING" || echo "$THING" >> twice' } : {};

const refused: GitFault = {
  kind: "status",
  code: 403,
  body: "Permission to octo/storefront.git denied to github-actions[bot].",
};

/** Makes the workspace a clone of the server's repository, as on somebody's machine. */
function clone(world: World): void {
  const origin = world.server?.remote.replace("://", `://x-access-token:${world.server.token}@`) ?? "";
  for (const args of [
    ["init", "-q"],
    ["remote", "add", "origin", origin],
  ])
    execFileSync("git", ["-C", world.rig.workspace, ...args]);
}

/** Applies while a fault is there from one push on. @returns the step, and how many pushes there were */
async function faultyApply(world: World, from: number, fault: GitFault): Promise<StepResult> {
  const before = world.server?.pushes ?? 0;
  if (world.server) world.server.fault = ({ pushNumber = 0 }) => (pushNumber >= before + from ? fault : undefined);
  return world.rig.step({ command: "apply" });
}

describe("a store that can't be written any more", () => {
  it(
    "fails the step at whichever write it happens, and a recovery file brings state up to date",
    async () => {
      await using world = await World.make("branch", manifest(tasks, slow));
      clone(world);
      const whole = await faultyApply(world, Number.POSITIVE_INFINITY, refused);
      expect(whole.exitCode).toBe(0);
      const pushes = world.server?.pushes ?? 0;
      expect(pushes).toBeGreaterThanOrEqual(2);
      let recovered = 0;
      for (let failing = 1; failing <= pushes; failing++) {
        await world.clear();
        const step = await faultyApply(world, failing, refused);
        expect([failing, step.exitCode, step.outputs["failure-reason"]]).toEqual([failing, 1, "state-unavailable"]);
        expect(step.log).toContain("contents: write");
        // Before the intents are stored nothing is done; so nothing has to be recovered.
        if (failing === 1) {
          expect(world.things()).toEqual([]);
          expect(step.log).not.toContain("opus-recovery");
          continue;
        }
        const [, path = ""] = /(\S*opus-recovery\S*\.json)/.exec(step.log) ?? [];
        expect(step.summary).toContain("opus state push");
        if (world.server) world.server.fault = () => undefined;
        const file = path.startsWith("/") ? path : join(world.rig.workspace, path);
        const pushed = await world.rig.terminal([
          "state",
          "push",
          file,
          "--state-backend",
          "branch",
          "--lock-timeout",
          "0",
        ]);
        expect([pushed.exitCode, pushed.exitCode === 0 ? "" : pushed.log]).toEqual([0, ""]);
        const { body } = world.stored();
        expect(Object.keys(body.tasks).sort()).toEqual(world.things());
        recovered++;
        const next = await world.rig.step({ command: "apply" });
        expect([next.exitCode, next.exitCode === 0 ? "" : next.log]).toEqual([0, ""]);
        world.expectWhole(tasks);
      }
      expect(recovered).toBeGreaterThan(0);
      figure(
        `branch: each of the ${pushes} writes of a run refused in turn: ${recovered} recovery files pushed, state complete`,
      );
    },
    storeDeadline,
  );

  it(
    "and writes whose answer never came are neither lost nor doubled",
    async () => {
      await using world = await World.make("branch", manifest(tasks));
      for (const kind of ["cut-after", "cut-before"] as const)
        for (let cut = 1; cut <= 2; cut++) {
          await world.clear();
          const before = world.server?.pushes ?? 0;
          if (world.server)
            world.server.fault = ({ pushNumber }) => (pushNumber === before + cut ? { kind } : undefined);
          const step = await world.rig.step({ command: "apply" });
          expect([kind, cut, step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([kind, cut, 0, ""]);
          world.expectWhole(tasks);
          // One commit for the lock with the intents, and one for the end: nothing twice.
          expect(world.server?.log("opus-state")).toHaveLength(2);
          world.server?.fsck();
        }
    },
    storeDeadline,
  );
});
