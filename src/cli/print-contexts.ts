import type { Hook } from "../engine/ports/hook.ts";

/** Prints what the command `contexts` found as a JSON array on a line of its own, the last one, for other programs. */
export function createContextList(write: (text: string) => unknown): Hook {
  return {
    name: "contexts",
    commands: ["contexts"],
    finish: async ({ result, contexts }) => {
      if (result === "success") await write(`${JSON.stringify(contexts.map(({ name }) => name))}\n`);
    },
  };
}
