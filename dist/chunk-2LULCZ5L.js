import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  backendNamed,
  builtInBackends
} from "./chunk-7S447Q45.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";

// src/app/state/state-location.ts
import { isAbsolute, relative } from "node:path";
function backendsOf({ backends = builtInBackends }) {
  return backends;
}
function backendNames(host) {
  return backendsOf(host).map(({ name }) => name).sort();
}
function standardBackend(where, host) {
  const found = backendsOf(host).find(({ standardIn }) => standardIn === where);
  if (found === void 0) throw new Error(`no state backend is the standard in a ${where}`);
  return found;
}
function ownPaths({ state: settings }, project, host, workingDirectory) {
  return backendsOf(host).flatMap((one) => one.ownPaths?.({ settings, project, workingDirectory }) ?? []);
}
async function stateLocation(settings, project, host, workingDirectory, checkout) {
  const backend = chosenBackend(settings, project, host);
  if (!backend.ok) return backend;
  return backend.value.locate(locateRequest(backend.value, settings, project, host, workingDirectory, checkout));
}
function locateRequest(backend, settings, project, host, workingDirectory, checkout) {
  const { terminal, environment } = host;
  const flags = locationFlags(settings, project, host, backend.name);
  return { settings: settings.state, project, terminal, environment, workingDirectory, checkout, flags };
}
function locationFlags({ state, manifest, workingDirectory, project: name }, project, host, backend) {
  const { terminal, directory } = host;
  const folder = terminal || !isAbsolute(workingDirectory) ? workingDirectory : relative(directory, workingDirectory);
  const inTerminal = project?.state.backend ?? (meantBackend(project?.state ?? {}, host) ?? standardBackend("terminal", host)).name;
  const instead = backendNamed(backend, host.backends)?.insteadInTerminal;
  const said = instead ?? state.backend ?? (inTerminal === backend ? void 0 : backend);
  const given = [
    ...manifest.join() === "opus.yaml" ? [] : manifest.map((file) => ["--manifest", file]),
    ["--project", project === void 0 ? name : void 0],
    ["--working-directory", folder === "." || folder === "" ? void 0 : folder],
    ["--state-backend", said],
    ["--state-path", state.path],
    ["--state-branch", state.branch]
  ];
  return given.flatMap(([flag, value]) => value === void 0 ? [] : [flag, value]);
}
function isChosen({ state }, project) {
  const { backend, branch, path } = project?.state ?? {};
  return [state.backend, state.branch, state.path, backend, branch, path].some((one) => one !== void 0);
}
function chosenBackend({ state }, project, host) {
  const said = project?.state ?? {};
  const given = state.backend ?? (state.branch || state.path ? meantBackend(state, host)?.name : void 0);
  if (given === void 0 && state.branch !== void 0 && state.path !== void 0) {
    const message = "both a branch and a path were given for state; say which of them counts with `state-backend`";
    return err(failure("invalid-input", message));
  }
  const name = given ?? said.backend;
  if (name === void 0)
    return ok(meantBackend(said, host) ?? standardBackend(host.terminal ? "terminal" : "workflow", host));
  const found = backendNamed(name, host.backends);
  return found ? ok(found) : err(failure("invalid-input", `there is no state backend "${name}"`));
}
function meantBackend(state, host) {
  const [meant, second] = backendsOf(host).filter(({ chosenBy }) => chosenBy && state[chosenBy] !== void 0);
  return second === void 0 ? meant : void 0;
}

export {
  backendNames,
  standardBackend,
  ownPaths,
  stateLocation,
  locateRequest,
  locationFlags,
  isChosen,
  chosenBackend
};
