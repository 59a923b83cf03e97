import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readReport,
  reportLimit
} from "./chunk-KM2OAIUX.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/app/report/join/find-plan.ts
function findPlan(workspace, patterns, digest) {
  const files = workspace.glob(patterns);
  if (!files.ok) return void 0;
  for (const path of files.value) {
    const read = workspace.read(path, reportLimit);
    const report = read.ok ? readReport(new TextDecoder().decode(read.value)) : read;
    if (!report.ok) continue;
    const { command, previews = command, contexts } = report.value;
    const found = contexts.find(({ planDigest, reviewable }) => planDigest === digest && reviewable !== void 0);
    if (found?.reviewable)
      return { context: found.name, command: previews, changes: new Map(Object.entries(found.reviewable.changes)) };
  }
  return void 0;
}
export {
  findPlan
};
