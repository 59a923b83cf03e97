import type { RunReport } from "../../../src/engine/model/report.ts";
import { githubLinks, taskLinks } from "../../../src/hooks/comment/links.ts";
import type { CommentPurpose, Writing } from "../../../src/hooks/comment/purpose.ts";
import { context, report, task } from "../samples.ts";

export const server = "https://github.com";
export const repository = "octo/storefront";
export const commit = "0123456789012345678901234567890123456789";
export const links = githubLinks(server, repository);

export const planning: CommentPurpose = {
  purpose: "plan",
  command: "apply",
  coversAll: true,
  inPullRequest: true,
  reviewable: true,
  underReview: false,
};
export const applying: CommentPurpose = { ...planning, purpose: "apply", inPullRequest: false };

export const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

/** @param given `stamp` and the run, to tell writes apart */
export function writing({ stamp = "s", run = "4711", at = "2026-11-27T12:00:00.000Z" } = {}): Writing {
  return {
    moment: { run, attempt: 1, commit, at },
    stamp,
    links,
    taskLink: taskLinks(server, repository, commit),
    terminal: (name) => ["gh pr checkout 12", `opus plan --context ${name}`],
  };
}

/** A context with one update that can be reviewed. */
export function reviewable(name: string, given: Parameters<typeof context>[2] = {}) {
  const changed = task("site", {
    change: "update",
    reason: "spec changed",
    fields: [{ path: "/content", before: "a", after: "b" }],
    location: { file: "opus.yaml", line: 7, column: 1 },
  });
  const changes = { site: { change: "update", wanted: "aaaaaaaa", recorded: "bbbbbbbb", live: null } } as const;
  return context(name, [changed], { planDigest: digest, reviewable: { seal: null, changes }, ...given });
}

export function planOf(...contexts: Parameters<typeof report>[0]): RunReport {
  return report(contexts, { previews: "apply" });
}
