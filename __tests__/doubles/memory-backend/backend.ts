import { ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { Backend, StateLocation } from "../../../src/state/backend.ts";
import { type MemoryBacking, MemoryStore, memoryBacking } from "../memory-store.ts";

/** A backend as somebody would add one: this folder, and one line in the list. State lives as long as the value. */
export function memoryBackend(): Backend {
  const backings = new Map<string, MemoryBacking>();
  const backend: Backend = {
    name: "memory",
    help: "memory of the process, for tests",
    noun: "memory",
    label: "gone in a moment",
    insteadInTerminal: "branch",
    takesNoFile: { afterConflict: ": run again", otherwise: (push) => `: or store it with ${push}` },
    locate: async ({ flags }) => ok(inMemory(flags)),
    advise: ({ project, context }) => [`The memory forgets ${project}/${context}.`],
  };
  const inMemory = (flags: readonly string[]): StateLocation => ({
    backend,
    flags,
    key: "memory",
    contexts: (project) =>
      [...backings.keys()].filter((key) => key.startsWith(`${project}/`)).map((key) => key.slice(project.length + 1)),
    open: ({ clock, version, sealing }) => ({
      async open({ project, context }) {
        const key = `${project}/${context}`;
        const backing = backings.get(key) ?? memoryBacking();
        backings.set(key, backing);
        return new MemoryStore({ backing, project, context, clock, writer: version, sealing });
      },
      dispose: async () => {},
    }),
  });
  return backend;
}
