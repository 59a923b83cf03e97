import type { Backend } from "./backend.ts";
import { branchBackend } from "./backends/branch/backend.ts";
import { cacheBackend } from "./backends/cache/backend.ts";
import { fileBackend } from "./backends/file/backend.ts";

/** The state backends, in the order in which help and docs name them. `npm run generate` writes their names elsewhere. */
export const builtInBackends: readonly Backend[] = [branchBackend, fileBackend, cacheBackend];

/** The backend with this name, as a report or a store has it; undefined: there is none. */
export function backendNamed(name: string, backends: readonly Backend[] = builtInBackends): Backend | undefined {
  return backends.find((one) => one.name === name);
}
