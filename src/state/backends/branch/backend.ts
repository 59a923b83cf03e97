import type { Backend, Glance, GlanceServices, LocateRequest } from "../../backend.ts";

/** State on a branch of the repository. What works with it is a chunk: state in files needs none of it. */
export const branchBackend: Backend = {
  name: "branch",
  help: "a branch of this repository",
  noun: "branch",
  chosenBy: "branch",
  standardIn: "workflow",
  readableWithRepository: true,
  lasting: true,
  async locate(request) {
    const { branchState } = await import("./branch-state.ts");
    return branchState.locate(branchBackend, request);
  },
  glance,
};

function glance(request: LocateRequest, services: GlanceServices): Glance | undefined {
  // A program that only says so takes as long as half of a small plan.
  if (!request.checkout.possible(request.workingDirectory, request.environment)) return undefined;
  let opened: Glance | undefined;
  const open = async (): Promise<Glance> => {
    const { branchState } = await import("./branch-state.ts");
    opened ??= branchState.glance(request, services);
    return opened;
  };
  return {
    where: async () => (await open()).where(),
    contexts: async (project) => (await open()).contexts(project),
    ask: async (signal) => (await open()).ask(signal),
    dispose: () => opened?.dispose(),
  };
}
