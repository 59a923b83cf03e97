import { ok } from "../../../engine/diagnostics/diagnostic.ts";
import type { Backend, StateLocation, StateStores, StoreServices } from "../../backend.ts";
import { branchGlance } from "./branch-glance.ts";
import { type BranchLocation, branchLocation, branchRepository } from "./branch-location.ts";
import { BranchStore } from "./branch-store.ts";

/** State on a branch of the repository. */
export const branchBackend: Backend = {
  name: "branch",
  help: "a branch of this repository",
  noun: "branch",
  chosenBy: "branch",
  standardIn: "workflow",
  readableWithRepository: true,
  async locate(request) {
    const found = await branchLocation(request);
    return found.ok ? ok(onBranch(found.value)) : found;
  },
  glance: branchGlance,
};

/** A branch as a place for state. */
export function onBranch(location: BranchLocation): StateLocation {
  return { backend: branchBackend, flags: location.flags, open: (services) => openBranch(location, services) };
}

function openBranch(location: BranchLocation, services: StoreServices): StateStores {
  const { version, sealing, onProgress } = services;
  const { shown, branch, flags } = location;
  const repository = branchRepository(location, services);
  return {
    async open(name) {
      const runLookup = services.runLookup();
      return new BranchStore({
        repository,
        ...name,
        writer: version,
        localFolder: services.localFolder(`${shown}\n${branch}`, name),
        machine: services.machine(),
        ...(runLookup && { runLookup }),
        sealing,
        onProgress,
        flags,
      });
    },
    dispose: async () => repository.dispose(),
  };
}
