import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readSettings,
  readSureSettings
} from "./chunk-FTEEA57J.js";
import {
  declaredSecrets,
  load,
  openCapabilities,
  openNames
} from "./chunk-OWGJJ7ZC.js";
import {
  inputFailure,
  secretSettings
} from "./chunk-B32DNQLH.js";
import {
  backendNames
} from "./chunk-2LULCZ5L.js";
import {
  ProcessGroups
} from "./chunk-CDGJNW5Y.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  stateCommands
} from "./chunk-I5UHGJZE.js";

// src/app/state-cli/prepare-command.ts
async function prepareCommand(request, host, sources) {
  const prepared = await prepareLook(request.raw, host, sources);
  if (!prepared.ok || !writes(request) || prepared.value.loaded.trust.trusted) return prepared;
  const { why } = prepared.value.loaded.trust;
  return err(failure("untrusted", `the command state ${request.subcommand} would act, and this run may not: ${why}`));
}
async function prepareLook(raw, host, sources) {
  const { redactor } = host;
  for (const [secret] of secretSettings(readSureSettings(raw))) redactor.add(secret);
  const read = readSettings(raw, { terminal: true, backends: backendNames(host) });
  if (!read.ok) return err(inputFailure(read.error));
  const settings = read.value;
  const loading = await load(settings, host);
  if (!loading.ok) return loading;
  const loaded = loading.value;
  for (const [shown, text] of loaded.manifest.sources) sources.set(shown, text);
  const capabilities = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const open = openNames(loaded, settings.context === void 0 ? [] : [settings.context]);
  for (const { value } of declaredSecrets(loaded, capabilities.environment)) redactor.add(value, open);
  return ok({ settings, loaded, capabilities });
}
function writes({ subcommand }) {
  return stateCommands[subcommand].writes === true;
}

export {
  prepareCommand,
  prepareLook,
  writes
};
