import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  keyOf,
  readMarker
} from "./chunk-XGQZMIKK.js";
import "./chunk-DTGBYTTG.js";
import {
  pullRequestOfEvent
} from "./chunk-CHIJUKAS.js";
import "./chunk-33HS6KZX.js";
import "./chunk-HL4FL66I.js";
import {
  member
} from "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-I2UBFDYA.js";
import {
  mergeLagMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/pull-request/find-pull-request.ts
var PullRequestFinder = class {
  #question;
  #merged;
  constructor(question) {
    this.#question = question;
  }
  /** The pull request that this run is about: by its event, its branch, or the commit that was merged. */
  async place(signal) {
    const { environment, event } = this.#question;
    const number = pullRequestOfEvent(environment.GITHUB_EVENT_NAME, event);
    const found = number !== void 0 ? ok(number) : environment.GITHUB_EVENT_NAME === "workflow_run" ? await this.#ofWorkflowRun(signal) : await this.#numberOfCommit(signal);
    if (!found.ok) return { state: "unknown", trouble: found.error };
    if (found.value === void 0) return { state: "none" };
    return { state: "found", number: found.value, thread: this.thread(found.value) };
  }
  thread(number) {
    const { pulls } = this.#question;
    return {
      login: (signal) => pulls.login(signal),
      list: (signal) => pulls.comments(number, signal),
      read: (id, signal) => pulls.comment(id, signal),
      add: (body, signal) => pulls.addComment(number, body, signal),
      edit: (id, body, signal) => pulls.editComment(id, body, signal),
      remove: (id, signal) => pulls.removeComment(id, signal)
    };
  }
  async #numberOfCommit(signal) {
    const merged = await this.#ofCommit(signal, []);
    return merged.ok ? ok(merged.value?.number) : merged;
  }
  /**
   * The merged pull request that brought the commit of this run to its branch, or the last one of a merge queue's group.
   * @param pauses before each further question, while GitHub knows of none
   */
  async #ofCommit(signal, pauses) {
    if (this.#merged) return ok(this.#merged);
    const { pulls, environment, event, sleep } = this.#question;
    if (environment.GITHUB_EVENT_NAME === "merge_group") return ok(queuedPullRequest(event));
    const { GITHUB_SHA: sha = "", GITHUB_REF: ref = "" } = environment;
    if (sha === "") return ok(void 0);
    const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : void 0;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await sleep(pause, signal);
      const found = await pulls.ofCommit(sha, signal);
      if (!found.ok) return found;
      const merged = found.value.filter(({ mergedAt, base }) => mergedAt !== null && (branch === void 0 || base === branch)).sort((one, other) => (one.mergedAt ?? "") < (other.mergedAt ?? "") ? 1 : -1);
      this.#merged = merged.find(({ mergeCommit }) => mergeCommit === sha) ?? merged[0];
      if (this.#merged) break;
    }
    return ok(this.#merged);
  }
  /** Of a fork's run the event names no pull request, only the branch. */
  async #ofWorkflowRun(signal) {
    const { pulls, event } = this.#question;
    const owner = member(event, "workflow_run", "head_repository", "owner", "login");
    const branch = member(event, "workflow_run", "head_branch");
    const sha = member(event, "workflow_run", "head_sha");
    if (typeof owner !== "string" || typeof branch !== "string" || typeof sha !== "string") return ok(void 0);
    const open = await pulls.ofBranch(owner, branch, signal);
    return open.ok ? ok(open.value.find(({ headSha }) => headSha === sha)?.number) : open;
  }
  /**
   * Previews on the merged pull request of this run's commit.
   * @param shown takes secrets out of names, as the comment has them
   */
  previews(project, repository, shown) {
    return {
      find: async (context, signal) => {
        const unknown = (what, { said, kind }) => ({
          found: false,
          why: `${what}: ${said}`,
          suggestion: kind === "forbidden" || kind === "missing" ? "Give the job `pull-requests: read` (or `write`) under `permissions`." : "Run this job again when GitHub answers."
        });
        const merged = await this.#ofCommit(signal, mergeLagMs);
        if (!merged.ok) return unknown("its pull request could not be looked up", merged.error);
        const { GITHUB_SHA: sha = "", GITHUB_REF_NAME: branch = "" } = this.#question.environment;
        if (!merged.value && this.#question.environment.GITHUB_EVENT_NAME === "merge_group")
          return { found: false, why: "the ref of the merge queue names no pull request", suggestion: queueAdvice };
        if (!merged.value) {
          const why = `no pull request was merged into ${branch || "this branch"} as the commit ${sha.slice(0, 7)}`;
          return { found: false, why, suggestion: "Change this branch by pull requests only, or apply by hand." };
        }
        const pull = merged.value;
        const preview = await this.#preview(pull, shown(project), shown(context), signal);
        if (!preview.ok) return unknown(`the comments of #${pull.number} could not be read`, preview.error);
        const pullRequest = `${repository}#${pull.number}`;
        return typeof preview.value === "string" ? {
          found: false,
          why: `${pullRequest} has ${preview.value}`,
          suggestion: "Let a workflow of this repository plan on pull requests, with `comment-pr: always`."
        } : { found: true, preview: { ...preview.value, pullRequest, number: pull.number } };
      }
    };
  }
  /** The newest preview of a context that this login wrote, or what is there instead. */
  async #preview(pull, project, context, signal) {
    const { pulls } = this.#question;
    const login = await pulls.login(signal);
    if (!login.ok) return login;
    const comments = await pulls.comments(pull.number, signal);
    if (!comments.ok) return err(comments.error);
    for (const { author, body, url } of [...comments.value].reverse()) {
      const marker = author === login.value ? readMarker(body) : void 0;
      const found = marker && previewIn(marker, project, context);
      if (!found) continue;
      if (found.plan === null)
        return ok(
          `a preview of the context "${context}" that does not count: it failed, or was made by a run without trust`
        );
      if (found.plan === void 0)
        return ok(`a comment with no room for the preview of the context "${context}": it has too many contexts`);
      return ok({ url, ...found.plan, changes: found.changes });
    }
    return ok(`no preview of the context "${context}" by ${login.value}`);
  }
};
var queueAdvice = "Plan in a job of its own, and hand its output `plan-digest` to this one.";
function queuedPullRequest(event) {
  const ref = member(event, "merge_group", "head_ref");
  const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[0-9a-f]{40,64}$/.exec(String(ref)) ?? [];
  return number === void 0 ? void 0 : { number: Number(number) };
}
function previewIn({ project: own, parts, left, several }, project, context) {
  const isOf = (one) => several ? one.project === project : own === project;
  const part = parts.find((one) => isOf(one) && one.context === context);
  if (part) {
    const { digest, seal, changes } = part;
    const plan = digest === null ? null : { digest, seal };
    return { plan, changes: changes ? new Map(Object.entries(changes)) : void 0 };
  }
  const key = keyOf(context);
  const unshown = left.named.find((one) => isOf(one) && one.key === key);
  if (!unshown) return void 0;
  return { plan: unshown.plan ?? (unshown.failure === null ? void 0 : null), changes: void 0 };
}
export {
  PullRequestFinder
};
