import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readMarker
} from "./chunk-PR5UCGEM.js";
import "./chunk-7XIGAEOE.js";
import {
  pullRequestOfEvent
} from "./chunk-5Q7T6XRE.js";
import {
  member
} from "./chunk-RTSY3FFE.js";
import "./chunk-O5XBFK7F.js";
import "./chunk-3NSOBNUE.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-FGOILAFU.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/app/pull-request/find-pull-request.ts
var lagMs = [2e3, 4e3];
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
   * The merged pull request that brought the commit of this run to its branch.
   * @param pauses before each further question, while GitHub knows of none
   */
  async #ofCommit(signal, pauses) {
    if (this.#merged) return ok(this.#merged);
    const { pulls, environment, sleep } = this.#question;
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
        const merged = await this.#ofCommit(signal, lagMs);
        if (!merged.ok) return unknown("its pull request could not be looked up", merged.error);
        const { GITHUB_SHA: sha = "", GITHUB_REF_NAME: branch = "" } = this.#question.environment;
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
      const part = marker?.project === project ? marker.parts.find((one) => one.context === context) : void 0;
      if (!part) continue;
      const { digest, seal, changes } = part;
      if (digest === null)
        return ok(
          `a preview of the context "${context}" that does not count: it failed, or was made by a run without trust`
        );
      return ok({ url, digest, seal, changes: changes ? new Map(Object.entries(changes)) : void 0 });
    }
    return ok(`no preview of the context "${context}" by ${login.value}`);
  }
};
export {
  PullRequestFinder
};
