import { ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import type { Asked, IssueComment, PullRequest } from "../ports/pull-requests.ts";
import { GitHubRepository, type RepositoryOptions } from "./repository.ts";

/** Pull requests of one repository and the comments on them. */
export class PullRequests {
  readonly #repository: GitHubRepository;

  constructor(options: RepositoryOptions) {
    this.#repository = new GitHubRepository(options);
  }

  /** See `GitHubRepository`. */
  login(signal: AbortSignal): Asked<string> {
    return this.#repository.login(signal);
  }

  /** All comments of a pull request, on all pages, oldest first. */
  async comments(number: number, signal: AbortSignal): Asked<readonly IssueComment[]> {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const comments = await this.#repository.pages(route, { issue_number: number }, readComment, signal);
    return comments.ok ? ok([...comments.value].sort((a, b) => a.id - b.id)) : comments;
  }

  /** @returns undefined when it is gone */
  async comment(id: number, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id }, { signal });
    if (answer.ok) return ok(readComment(answer.value.data));
    return answer.error.kind === "missing" ? ok(undefined) : answer;
  }

  async addComment(number: number, body: string, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const answer = await this.#repository.ask(route, { issue_number: number, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }

  async editComment(id: number, body: string, signal: AbortSignal): Asked<IssueComment | undefined> {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id, body }, { signal, once: true });
    return answer.ok ? ok(readComment(answer.value.data)) : answer;
  }

  async removeComment(id: number, signal: AbortSignal): Asked<void> {
    const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const answer = await this.#repository.ask(route, { comment_id: id }, { signal });
    return answer.ok || answer.error.kind === "missing" ? ok(undefined) : answer;
  }

  /** The pull requests that brought a commit: merged, squashed or rebased. */
  async ofCommit(sha: string, signal: AbortSignal): Asked<readonly PullRequest[]> {
    const { pullOfCommit } = this.#repository.on;
    const route = `GET /repos/{owner}/{repo}/commits/{commit_sha}/${pullOfCommit}`;
    if (pullOfCommit === "pulls") return this.#repository.pages(route, { commit_sha: sha }, readPull, signal);
    const answer = await this.#repository.ask(route, { commit_sha: sha }, { signal });
    // A commit that no pull request brought, too, is "not found" there.
    if (!answer.ok) return answer.error.kind === "missing" ? ok([]) : answer;
    const pull = readPull(answer.value.data);
    return ok(pull === undefined ? [] : [pull]);
  }

  /** The open pull requests from a branch, of a fork or of this repository. */
  async ofBranch(owner: string, branch: string, signal: AbortSignal): Asked<readonly PullRequest[]> {
    const route = "GET /repos/{owner}/{repo}/pulls";
    return this.#repository.pages(route, { state: "open", head: `${owner}:${branch}` }, readPull, signal);
  }

  /** Ends all connections. */
  dispose(): Promise<void> {
    return this.#repository.dispose();
  }
}

function readComment(value: unknown): IssueComment | undefined {
  if (!isObject(value) || typeof value.id !== "number") return undefined;
  const author = isObject(value.user) && typeof value.user.login === "string" ? value.user.login : "";
  const body = typeof value.body === "string" ? value.body : "";
  return { id: value.id, author, body, url: typeof value.html_url === "string" ? value.html_url : "" };
}

function readPull(value: unknown): PullRequest | undefined {
  if (!isObject(value) || typeof value.number !== "number") return undefined;
  const text = (one: unknown): string | null => (typeof one === "string" && one !== "" ? one : null);
  return {
    number: value.number,
    url: text(value.html_url) ?? "",
    base: (isObject(value.base) && text(value.base.ref)) || "",
    headSha: (isObject(value.head) && text(value.head.sha)) || "",
    open: value.state === "open",
    mergedAt: text(value.merged_at),
    mergeCommit: text(value.merge_commit_sha),
  };
}
