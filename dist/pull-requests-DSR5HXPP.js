import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import {
  noProxy,
  proxyFor
} from "./chunk-H2WNXSF6.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  isRateLimit,
  saidOf,
  whyUnreachable,
  withoutToken
} from "./chunk-FLMLRSQK.js";
import "./chunk-UIXIVFMH.js";
import "./chunk-FGOILAFU.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/github/pull-requests.ts
var PullRequests = class {
  #options;
  #apiUrl;
  #repository;
  #api;
  #login;
  constructor(options) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.#options = options;
    this.#apiUrl = withoutEnd(options.apiUrl, "/");
    this.#repository = { owner, repo };
  }
  /**
   * The login under which this token writes comments. Tokens of installations may not ask who they are, but GraphQL
   * tells them; the token of a job writes as `github-actions[bot]`.
   */
  async login(signal) {
    if (this.#login !== void 0) return ok(this.#login);
    const user = await this.#ask("GET /user", {}, { signal });
    const query = "query { viewer { login } }";
    const refused = (trouble) => !["unreachable", "rate-limit"].includes(trouble.kind);
    if (!user.ok && !refused(user.error)) return user;
    const viewer = user.ok ? user : await this.#ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
    if (!viewer.ok && !refused(viewer.error)) return viewer;
    this.#login = (viewer.ok ? loginIn(viewer.value.data) : void 0) ?? "github-actions[bot]";
    return ok(this.#login);
  }
  /** All comments of a pull request, on all pages, oldest first. */
  async comments(number, signal) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const comments = await this.#pages(route, { issue_number: number }, readComment, signal);
    return comments.ok ? ok([...comments.value].sort((a, b) => a.id - b.id)) : comments;
  }
  /** @returns undefined when it is gone */
  async comment(id, signal) {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id }, { signal });
    if (answer.ok) return ok(readComment(answer.value.data));
    return answer.error.kind === "missing" ? ok(void 0) : answer;
  }
  async addComment(number, body, signal) {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const answer = await this.#ask(route, { issue_number: number, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }
  async editComment(id, body, signal) {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }
  async removeComment(id, signal) {
    const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#ask(route, { comment_id: id }, { signal });
    return answer.ok || answer.error.kind === "missing" ? ok(void 0) : answer;
  }
  /** The pull requests that brought a commit: merged, squashed or rebased. */
  async ofCommit(sha, signal) {
    const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
    return this.#pages(route, { commit_sha: sha }, readPull, signal);
  }
  /** The open pull requests from a branch, of a fork or of this repository. */
  async ofBranch(owner, branch, signal) {
    const route = "GET /repos/{owner}/{repo}/pulls";
    return this.#pages(route, { state: "open", head: `${owner}:${branch}` }, readPull, signal);
  }
  /** Ends all connections. */
  async dispose() {
    await (await this.#api)?.dispose();
  }
  async #pages(route, parameters, take, signal) {
    const called = await (await this.#open()).pages(route, { ...this.#repository, ...parameters }, take, signal);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }
  async #ask(route, parameters, options) {
    const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
    const called = await (await this.#open()).call(route, named, options);
    return called.ok ? ok(called.value) : err(this.#trouble(called));
  }
  #open() {
    const { token, userAgent, environment, attemptMs = 1e4, patienceMs = 2e4 } = this.#options;
    const proxy = proxyFor(this.#apiUrl, environment)?.url;
    const options = {
      apiUrl: this.#apiUrl,
      alsoServers: [this.#options.graphqlUrl],
      token,
      userAgent,
      proxy,
      noProxy: noProxy(environment)
    };
    this.#api ??= import("./api-OTSZIYLV.js").then(({ Api }) => new Api({ ...options, attemptMs, patienceMs }));
    return this.#api;
  }
  #trouble(failed) {
    const { token, environment } = this.#options;
    if ("error" in failed) {
      const why = whyUnreachable(failed.error, this.#apiUrl, proxyFor(this.#apiUrl, environment));
      return { kind: "unreachable", said: withoutToken(why, token), unclear: true };
    }
    const { answer } = failed;
    const said = `GitHub answered ${saidOf(answer, token)}`;
    const { status } = answer;
    if (isRateLimit(answer)) return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
    if (status === 401 || status === 403) return { kind: "forbidden", said, unclear: false };
    if (status === 404 || status === 410) return { kind: "missing", said, unclear: false };
    return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
  }
};
function limitOf({ headers }, said) {
  const seconds = Number(headers["retry-after"]);
  if (Number.isFinite(seconds))
    return { said: `${said} (to be tried again after ${seconds} s)`, retryAfterMs: seconds * 1e3 };
  const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
  if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0)) return { said };
  const retryAfterMs = Math.max(0, reset - Date.now());
  return { said: `${said} (until ${isoTime(reset)})`, retryAfterMs };
}
function loginIn(data) {
  if (!isObject(data)) return void 0;
  const viewer = isObject(data.data) ? data.data.viewer : data;
  return isObject(viewer) && typeof viewer.login === "string" ? viewer.login : void 0;
}
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
