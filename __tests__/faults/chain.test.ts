import { describe, expect, it } from "vitest";
import { figure, full, storeDeadline } from "./scale.ts";
import { World } from "./world.ts";

/** A chain of tasks, each of which writes a small file. */
function chain(tasks: number): string {
  const documents = Array.from({ length: tasks }, (_, index) => {
    const dependencies = index === 0 ? [] : [{ tasks: [`t${index - 1}`] }];
    const metadata = { name: `t${index}`, dependencies };
    return JSON.stringify({
      apiVersion: "opus/v1",
      kind: "File",
      metadata,
      spec: { path: `out/${index}`, content: "x" },
    });
  });
  const project = {
    apiVersion: "opus/v1",
    kind: "Project",
    metadata: { name: "demo" },
    spec: { contexts: [{ branch: "main", context: "test" }] },
  };
  return [JSON.stringify(project), ...documents].join("\n---\n");
}

describe("a chain of tasks with state on a branch", () => {
  it(
    "is stored with a few pushes, however long it is",
    async () => {
      const seconds: string[] = [];
      for (const tasks of full ? [250, 500, 1000, 2000, 4000] : [50, 1000]) {
        await using world = await World.make("branch", chain(tasks));
        const began = performance.now();
        const run = await world.rig.step({ command: "apply" });
        const took = performance.now() - began;
        expect([run.exitCode, run.outputs["to-create"]]).toEqual([0, String(tasks)]);
        // The lock, the intents, the end; and a checkpoint for every ten seconds that it takes.
        expect(world.server?.pushes).toBeLessThanOrEqual(3 + Math.floor(took / 10_000));
        expect(Object.keys(world.stored().body.tasks)).toHaveLength(tasks);
        seconds.push(`${tasks}: ${(took / 1000).toFixed(1)} s, ${world.server?.pushes} pushes`);
      }
      figure(`branch: a chain of tasks, from start to end: ${seconds.join("; ")}`);
    },
    storeDeadline,
  );
});
