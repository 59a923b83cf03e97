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

/** Prints what the command `projects` found as a JSON array on one line. Broken ones are among them. */
export function createProjectList(write: (text: string) => unknown): Hook {
  return {
    name: "projects",
    commands: ["projects"],
    finish: async ({ projects }) => {
      if (projects !== undefined) await write(`${JSON.stringify(projects)}\n`);
    },
  };
}
