import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isHandoverPlace
} from "./chunk-C2BX5EYD.js";
import {
  leftIn,
  planningFolder
} from "./chunk-6KA4WOHT.js";
import {
  ownedName
} from "./chunk-LI4TCKJH.js";
import "./chunk-QHW5LFAW.js";

// src/app/post-step/nothing-left.ts
import { lstatSync, readdirSync } from "node:fs";
function nothingLeft(environment) {
  const { STATE_handover: path, RUNNER_TEMP: temporary, RUNNER_DEBUG: debug } = environment;
  if (debug === "1") return false;
  if (path && temporary && !(isHandoverPlace(path, temporary) && isGone(path))) return false;
  const host = { environment, terminal: false };
  return ![planningFolder(host), ...leftIn(host)].some(hasOwned);
}
function isGone(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === void 0;
  } catch {
    return false;
  }
}
function hasOwned(folder) {
  try {
    return readdirSync(folder).some((name) => ownedName.test(name));
  } catch {
    return false;
  }
}
export {
  nothingLeft
};
