import type { RunInfo } from "../engine/model/run-info.ts";
import type { Host } from "./host.ts";

/** The run of a workflow that this process belongs to; empty texts outside of one. */
export function runInfo({ environment }: Pick<Host, "environment">): RunInfo {
  const { GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_SHA: sha = "" } = environment;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}/attempts/${attempt}` : "";
  return { id, attempt: Number(attempt) || 1, sha, url };
}
