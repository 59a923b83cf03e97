import { err, type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { surveyedBranches } from "../../../engine/model/size-limits.ts";
import type { Backend, LocateRequest, StateLocation, StateStores, StoreServices } from "../../backend.ts";
import type { SurveyedContext, SurveyOptions } from "../../survey.ts";
import { branchGlance } from "./branch-glance.ts";
import { type BranchLocation, branchLocation, branchRepository } from "./branch-location.ts";
import { BranchStore } from "./branch-store.ts";
import type { BranchStoreOptions } from "./branch-store-options.ts";
import { surveyBranch, tooManyBranches } from "./branch-survey.ts";
import { branchesOf, branchOf, isTemplate } from "./branch-template.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

/** Finds the branch that settings and surroundings lead to. */
async function locateBranch(backend: Backend, request: LocateRequest): Promise<Result<StateLocation, Failure>> {
  const found = await branchLocation(request);
  return found.ok ? ok(onBranch(backend, found.value)) : found;
}

/** All that works with branches, so that the bundle has it in one chunk. */
export const branchState = { locate: locateBranch, glance: branchGlance };

/** A branch as a place for state. */
export function onBranch(backend: Backend, location: BranchLocation): StateLocation {
  return {
    backend,
    flags: location.flags,
    key: JSON.stringify([location.url, location.branch]),
    open: (services, oneLook) => openBranch(location, services, oneLook),
    survey: (services, options, signal) => surveyAll(location, services, options, signal),
  };
}

/** All states of the branch, or of the branches of a template. */
async function surveyAll(
  location: BranchLocation,
  services: StoreServices,
  options: SurveyOptions,
  signal: AbortSignal,
): Promise<Result<readonly SurveyedContext[], Failure>> {
  const { branch: template, flags } = location;
  const places = { sealing: services.sealing, flags };
  // Of a template, any of its branches leads to the names of all.
  const some = branchOf(template, { project: "any", context: "any" });
  const first = branchRepository({ ...location, branch: some }, services);
  const opened = [first];
  try {
    if (!isTemplate(template)) return await surveyBranch(first, places, options, signal);
    const all = await first.branches(signal);
    if (!all.ok) return all;
    const branches = branchesOf(template, all.value);
    if (branches.length > surveyedBranches) return err(tooManyBranches(branches.length, surveyedBranches));
    const found: SurveyedContext[] = [];
    for (const branch of branches) {
      const repository = branchRepository({ ...location, branch }, services);
      opened.push(repository);
      const contexts = await surveyBranch(repository, places, options, signal);
      if (!contexts.ok) return contexts;
      // Other branches may look like one of the template.
      found.push(...contexts.value.filter(({ name }) => branchOf(template, name) === branch));
    }
    return ok(found);
  } finally {
    for (const repository of opened) repository.dispose();
  }
}

function openBranch(location: BranchLocation, services: StoreServices, oneLook = false): StateStores {
  const { version, sealing, onProgress } = services;
  const { shown, branch, flags } = location;
  const repositories = new Map<string, BranchRepository>();
  const repositoryOf = (one: string): BranchRepository => {
    const known = repositories.get(one) ?? branchRepository({ ...location, branch: one }, services, { oneLook });
    repositories.set(one, known);
    return known;
  };
  return {
    async open(name) {
      const runLookup = services.runLookup();
      const own = branchOf(branch, name);
      const repository = repositoryOf(own);
      return new BranchStore({
        repository,
        ...(isTemplate(branch) && { others: otherBranches(branch, repository, repositoryOf) }),
        ...name,
        writer: version,
        localFolder: services.localFolder(`${shown}\n${own}`, name),
        machine: services.machine(),
        ...(runLookup && { runLookup }),
        sealing,
        onProgress,
        flags,
      });
    },
    dispose: async () => {
      for (const repository of repositories.values()) repository.dispose();
    },
  };
}

/** How many branches of a template are looked at, where somebody asks which states there are. */
const mostBranches = 10;

/** Finds the other branches of a template, where nothing is known of them but their names. */
function otherBranches(
  template: string,
  own: BranchRepository,
  repositoryOf: (branch: string) => BranchRepository,
): NonNullable<BranchStoreOptions["others"]> {
  return async (signal) => {
    const all = await own.branches(signal);
    if (!all.ok) return all;
    const others = branchesOf(template, all.value).filter((branch) => branch !== own.names.branch);
    return ok(others.slice(0, mostBranches).map(repositoryOf));
  };
}
