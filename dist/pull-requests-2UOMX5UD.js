import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  GitHubRepository
} from "./chunk-LE5VM7PI.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-FGOILAFU.js";
import {
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/github/pull-requests.ts
var PullRequests = class {
  #repository;
  constructor(options) {
    this.#repository = new GitHubRepository(options);
  }
  /** See `GitHubRepository`. */
  login(signal) {
    return this.#repository.login(signal);
  }
  /** All comments of a pull request, on all pages, oldest first. */
  async comments(number, signal) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const comments = await this.#repository.pages(route, { issue_number: number }, readComment, signal);
    return comments.ok ? ok([...comments.value].sort((a, b) => a.id - b.id)) : comments;
  }
  /** @returns undefined when it is gone */
  async comment(id, signal) {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id }, { signal });
    if (answer.ok) return ok(readComment(answer.value.data));
    return answer.error.kind === "missing" ? ok(void 0) : answer;
  }
  async addComment(number, body, signal) {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const answer = await this.#repository.ask(route, { issue_number: number, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }
  async editComment(id, body, signal) {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }
  async removeComment(id, signal) {
    const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id }, { signal });
    return answer.ok || answer.error.kind === "missing" ? ok(void 0) : answer;
  }
  /** The pull requests that brought a commit: merged, squashed or rebased. */
  async ofCommit(sha, signal) {
    const { pullOfCommit } = this.#repository.on;
    const route = `GET /repos/{owner}/{repo}/commits/{commit_sha}/${pullOfCommit}`;
    if (pullOfCommit === "pulls") return this.#repository.pages(route, { commit_sha: sha }, readPull, signal);
    const answer = await this.#repository.ask(route, { commit_sha: sha }, { signal });
    if (!answer.ok) return answer.error.kind === "missing" ? ok([]) : answer;
    const pull = readPull(answer.value.data);
    return ok(pull === void 0 ? [] : [pull]);
  }
  /** The open pull requests from a branch, of a fork or of this repository. */
  async ofBranch(owner, branch, signal) {
    const route = "GET /repos/{owner}/{repo}/pulls";
    return this.#repository.pages(route, { state: "open", head: `${owner}:${branch}` }, readPull, signal);
  }
  /** Ends all connections. */
  dispose() {
    return this.#repository.dispose();
  }
};
function readComment(value) {
  if (!isObject(value) || typeof value.id !== "number") return void 0;
  const author = isObject(value.user) && typeof value.user.login === "string" ? value.user.login : "";
  const body = typeof value.body === "string" ? value.body : "";
  return { id: value.id, author, body, url: typeof value.html_url === "string" ? value.html_url : "" };
}
function readPull(value) {
  if (!isObject(value) || typeof value.number !== "number") return void 0;
  const text = (one) => typeof one === "string" && one !== "" ? one : null;
  return {
    number: value.number,
    url: text(value.html_url) ?? "",
    base: isObject(value.base) && text(value.base.ref) || "",
    headSha: isObject(value.head) && text(value.head.sha) || "",
    open: value.state === "open",
    mergedAt: text(value.merged_at),
    mergeCommit: text(value.merge_commit_sha)
  };
}
export {
  PullRequests
};
