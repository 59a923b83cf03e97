import type { FilterWatch } from "../../engine/references/filtered-secrets.ts";
import type { Lookup } from "../../engine/references/found.ts";
import { environmentLookup } from "../../engine/references/lookup.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Capabilities } from "./capabilities.ts";

/** Finds `${ENV:…}`, `${GITHUB:…}` and `${OPUS:…}` where no task is at hand. */
export function projectLookup(
  { environment }: Pick<Capabilities, "environment">,
  loaded: Loaded,
  command: string,
  context: string,
  filtered?: FilterWatch,
): Lookup {
  return environmentLookup({
    environment,
    github: loaded.github.values,
    project: loaded.project,
    command,
    context,
    inherited: undefined,
    secrets: new Map(),
    trusted: loaded.trust.trusted,
    ...(filtered ? { filtered } : {}),
  });
}
