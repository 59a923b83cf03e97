import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  decideTrust,
  inputProblem,
  readText,
  workspaceCommit,
  workspaceRoot
} from "./chunk-C3VMYVSV.js";
import "./chunk-QZJNKFNO.js";
import {
  Workspace
} from "./chunk-QRZW4G5D.js";
import "./chunk-G65K36BT.js";
import {
  readGithubContext
} from "./chunk-RTSY3FFE.js";
import "./chunk-7AN7EH64.js";
import "./chunk-2ZGYQVIF.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-XT5GRKLC.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-UIXIVFMH.js";
import "./chunk-FGOILAFU.js";
import "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/app/report/join/open-reports.ts
import { existsSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
var ownWorkflow = /* @__PURE__ */ new Set(["workflow_run", "pull_request_target", "issue_comment"]);
async function openReports(settings, host) {
  const { environment } = host;
  const workingDirectory = resolvePath(host.directory, settings.workingDirectory);
  if (!existsSync(workingDirectory)) {
    const message = `the working directory ${settings.workingDirectory} does not exist`;
    return err(inputProblem(message, "Check the input `working-directory`."));
  }
  const opened = Workspace.open(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const workspace = opened.value;
  const github = readGithubContext(environment, readText);
  const trust = await decideTrust(environment, github, () => workspaceCommit(workspace.root));
  const granted = trust.trusted || ownWorkflow.has(environment.GITHUB_EVENT_NAME ?? "");
  return ok({ workspace, github, trust, requests: { granted, why: trust.why } });
}
export {
  openReports
};
