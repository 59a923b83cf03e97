import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readReport,
  reportLimit
} from "./chunk-FPNSL4LZ.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import "./chunk-IXEJZXA2.js";
import "./chunk-4COZKLNI.js";
import "./chunk-FGOILAFU.js";
import "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
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
