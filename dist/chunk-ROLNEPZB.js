import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/run-info.ts
function runInfo({ environment }) {
  const { GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_SHA: sha = "" } = environment;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}/attempts/${attempt}` : "";
  return { id, attempt: Number(attempt) || 1, sha, url };
}

export {
  runInfo
};
