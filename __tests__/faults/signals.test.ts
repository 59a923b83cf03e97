import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { figure, storeDeadline, times } from "./scale.ts";
import { type Backend, backends, manifest, World } from "./world.ts";

const tasks = 12;
/** Made at once, then deaf to everything for a while; one child of each even leaves the process group. */
const deaf = `trap "" TERM INT HUP; mkdir "world/$THING" || echo "$THING" >> twice
setsid sleep 300 & sleep 300 & sleep "0.$((RANDOM % 4))"
[ $((RANDOM % 3)) -gt 0 ] || while true; do sleep 1; done
kill -9 $(jobs -p)`;

/** Names of programs that a run in this workspace has left. */
function leftBy(world: World): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "utf8").includes(`GITHUB_WORKSPACE=${world.rig.workspace}\0`))
        return [];
      return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")}`];
    } catch {
      return [];
    }
  });
}

// At once, as most of their time is waiting.
describe.concurrent.each(backends)(
  "SIGINT and SIGTERM with scripts that ignore them, with state in a %s",
  (backend: Backend) => {
    it(
      "leave no process, no lock, and no result behind",
      async () => {
        await using world = await World.make(backend, manifest(tasks, { create: deaf }));
        const rounds = times(50, 2);
        let slowest = 0;
        for (let round = 0; round < rounds; round++) {
          await world.clear();
          const run = world.rig.startStep({ command: "apply", parallelism: "4" });
          await Promise.race([sleep(Math.random() * 3_000), run.ended]);
          const asked = performance.now();
          const signal = round % 2 === 0 ? "SIGINT" : "SIGTERM";
          run.child.kill(signal);
          // The runner's way: SIGINT, after 7.5 s SIGTERM, after 2.5 s more the end.
          const harder = setTimeout(() => run.child.kill("SIGTERM"), 7_500);
          const end = setTimeout(() => run.child.kill("SIGKILL"), 10_000);
          await run.ended;
          clearTimeout(harder);
          clearTimeout(end);
          slowest = Math.max(slowest, performance.now() - asked);
          const post = await world.rig.post(run);
          expect([post.exitCode, post.exitCode === 0 ? "" : post.log]).toEqual([0, ""]);
          await sleep(1_000);
          expect(leftBy(world)).toEqual([]);
          expect(world.locked()).toBe(false);
          world.expectNothingLost();
          expect(world.twice()).toEqual([]);
        }
        figure(
          `${backend}: ${rounds} signals at random moments: no process, no lock left; slowest end ${Math.round(slowest)} ms`,
        );
      },
      storeDeadline,
    );
  },
);
