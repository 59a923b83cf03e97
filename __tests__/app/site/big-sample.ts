import { layeredTasks, type SampleBranch, specOf } from "./sample-branch.ts";

export const projects = ["storefront", "warehouse", "blog"];
export const contexts = ["dev", "test", "staging", "prod"];

/** Three projects of four contexts, with 2,000 runs in total that change a task or two of twenty. */
export async function fillBig(branch: SampleBranch, runs = 2_000): Promise<void> {
  const tasks = layeredTasks(20);
  const places = projects.flatMap((project) => contexts.map((context) => [project, context] as const));
  for (let run = 0; run < runs; run++) {
    const [project, context] = places[run % places.length] as (typeof places)[number];
    const round = Math.floor(run / places.length);
    const changed = [tasks[round % 20], tasks[(round * 7 + 3) % 20]].map((task) => task?.name ?? "");
    const next = tasks.map((task) => ({
      ...task,
      spec: specOf(task.name, task.kind === "Shell", changed.includes(task.name) ? round : 0),
    }));
    const changes = [...new Set(changed)].map((task) => ({
      task,
      change: round === 0 ? ("create" as const) : ("update" as const),
    }));
    await branch.run(project, context, { tasks: next, changes });
  }
}
