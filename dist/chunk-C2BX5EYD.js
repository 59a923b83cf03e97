import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/post-step/handover-place.ts
import { basename, dirname, join } from "node:path";
var folderName = "opus";
var fileName = /^handover-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;
function handoverPlace(folder, id) {
  return join(folder, folderName, `handover-${id}.json`);
}
function isHandoverPlace(path, folder) {
  return dirname(path) === join(folder, folderName) && fileName.test(basename(path));
}

export {
  handoverPlace,
  isHandoverPlace
};
