// Rules in CEL (https://cel.dev) instead of code: `npm install @marcbachmann/cel-js` in a step before this one.
import { Environment } from "@marcbachmann/cel-js";

const cel = new Environment().registerVariable("plan", "map").registerVariable("task", "map");

export default ({ rules }) => {
  // A rule with a mistake in it fails here, with the place of the hook, before any plan is made.
  const parsed = rules.map(({ deny, message }) => ({ denies: cel.parse(deny), message }));
  return {
    name: "cel",
    // A rule that can't be told of a task throws, and so forbids the plan.
    review: (plan) =>
      plan.tasks.flatMap((task) =>
        parsed
          .filter(({ denies }) => denies({ plan, task }) !== false)
          .map(({ message }) => ({ task: task.name, message })),
      ),
  };
};
