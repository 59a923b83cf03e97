import { lstatSync, readdirSync } from "node:fs";
import { ownedName } from "../../node/files/owned-name.ts";
import { leftIn, planningFolder } from "../state/local-root.ts";
import { isHandoverPlace } from "./handover-place.ts";

/**
 * Whether it is plain to see that a step has left nothing to its post step, which is so nearly always. Reads names alone,
 * and needs nothing of what a run is made of.
 * @returns false: there may be something
 */
export function nothingLeft(environment: { readonly [name: string]: string | undefined }): boolean {
  const { STATE_handover: path, RUNNER_TEMP: temporary, RUNNER_DEBUG: debug } = environment;
  // Then it says what it does.
  if (debug === "1") return false;
  if (path && temporary && !(isHandoverPlace(path, temporary) && isGone(path))) return false;
  const host = { environment, terminal: false };
  return ![planningFolder(host), ...leftIn(host)].some(hasOwned);
}

function isGone(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** True when some run, of whichever process, has made a folder in there. */
function hasOwned(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => ownedName.test(name));
  } catch {
    return false;
  }
}
