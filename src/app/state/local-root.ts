import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Host } from "../host.ts";

type ReferenceEnvironment = Pick<Host, "environment" | "terminal">;

/** A folder that outlives the run: until the end of the job in a step, for good in a terminal. */
export function localRoot({ environment, terminal }: ReferenceEnvironment): string {
  if (!terminal && environment.RUNNER_TEMP) return join(environment.RUNNER_TEMP, "opus", "local");
  // Where programs keep state that is no configuration, if it is absolute: https://specifications.freedesktop.org/basedir-spec
  const places = [environment.XDG_STATE_HOME, environment.LOCALAPPDATA];
  const chosen = places.find((place) => place !== undefined && isAbsolute(place));
  const home = homedir();
  return join(chosen ?? (isAbsolute(home) ? join(home, ".local", "state") : tmpdir()), "opus");
}

/** Where the private folders of scripts are made, by choice: not where they stay when this process is killed and nobody comes. */
export function scriptFolders(host: ReferenceEnvironment): readonly string[] {
  return [join(localRoot(host), "scripts"), tmpdir()];
}

/** Where runs that hold no lock keep what they have started. */
export function planningFolder(host: ReferenceEnvironment): string {
  return join(localRoot(host), "plans");
}

/** Where killed runs may have left folders of scripts and repositories. */
export function leftIn(host: ReferenceEnvironment): readonly string[] {
  const { RUNNER_TEMP: temporary } = host.environment;
  return [...new Set([...scriptFolders(host), ...(temporary ? [temporary] : [])])];
}
