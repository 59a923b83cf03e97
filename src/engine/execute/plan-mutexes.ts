import { bothMutexes, Mutexes } from "../graph/mutexes.ts";
import { mutexToldMs } from "../model/timing.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Toolbox } from "../ports/toolbox.ts";

/**
 * The mutexes of a plan. The log says who is waited for, once that takes long.
 * @param taskOf undefined: a node that is no task
 */
export function planMutexes(
  taskOf: (node: number) => PlannedTask | undefined,
  { clock, emit }: Pick<Toolbox, "clock" | "emit">,
): Mutexes {
  const told = new Map<string, AbortController>();
  const namesOf = (node: number): readonly string[] => {
    const task = taskOf(node);
    return task ? bothMutexes(task.lifecycle, task.entry?.lifecycle) : [];
  };
  return new Mutexes(namesOf, {
    waitedFor: (name, holder, waiting) => {
      if (told.has(name)) return;
      const end = new AbortController();
      told.set(name, end);
      const tell = (): void => {
        const others = waiting() === 1 ? "1 task waits" : `${waiting()} tasks wait`;
        emit({ type: "progress", text: `${others} for "${taskOf(holder)?.name}", which has the mutex ${name}` });
      };
      clock.sleep(mutexToldMs, end.signal).then(tell, () => {});
    },
    freed: (name) => {
      told.get(name)?.abort("free");
      told.delete(name);
    },
  });
}
