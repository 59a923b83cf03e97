import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/state/local-root.ts
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
function localRoot({ environment, terminal }) {
  if (!terminal && environment.RUNNER_TEMP) return join(environment.RUNNER_TEMP, "opus", "local");
  const places = [environment.XDG_STATE_HOME, environment.LOCALAPPDATA];
  const chosen = places.find((place) => place !== void 0 && isAbsolute(place));
  const home = homedir();
  return join(chosen ?? (isAbsolute(home) ? join(home, ".local", "state") : tmpdir()), "opus");
}
function scriptFolders(host) {
  return [join(localRoot(host), "scripts"), tmpdir()];
}
function planningFolder(host) {
  return join(localRoot(host), "plans");
}
function leftIn(host) {
  const { RUNNER_TEMP: temporary } = host.environment;
  return [.../* @__PURE__ */ new Set([...scriptFolders(host), ...temporary ? [temporary] : []])];
}

export {
  localRoot,
  scriptFolders,
  planningFolder,
  leftIn
};
