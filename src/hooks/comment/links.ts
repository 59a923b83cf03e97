import type { TaskReport } from "../../engine/model/report.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import type { Links } from "./footer.ts";
import type { TaskLink } from "./render-part.ts";

/**
 * Addresses on a GitHub server.
 * @param server as `GITHUB_SERVER_URL`
 * @param repository `owner/name`
 */
export function githubLinks(server: string, repository: string): Links {
  const base = `${withoutEnd(server, "/")}/${repository}`;
  const isSound = /^https?:\/\/[^\s"<>]+$/.test(base);
  return {
    run: ({ run, attempt }) => (isSound && run !== "" ? `${base}/actions/runs/${run}/attempts/${attempt}` : undefined),
    commit: (sha) => (isSound && sha !== "" ? `${base}/commit/${sha}` : undefined),
  };
}

/** Addresses of the documents of tasks at a commit; none for a place that is no file below the root of the repository. */
export function taskLinks(server: string, repository: string, commit: string): TaskLink {
  const base = `${withoutEnd(server, "/")}/${repository}/blob/${commit}`;
  return ({ location }: TaskReport) => {
    if (!location || commit === "") return undefined;
    const names = location.file.toWellFormed().split("/");
    // By these an address would lead elsewhere.
    if (names.some((name) => name === "" || name === "." || name === "..")) return undefined;
    return `${base}/${names.map(encodeURIComponent).join("/")}#L${location.line}`;
  };
}
