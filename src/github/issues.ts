import { err, ok } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import type { Issue, IssueChange, IssueTracker, NewIssue } from "../ports/issues.ts";
import type { ApiTrouble, Asked } from "../ports/pull-requests.ts";
import type { Answer } from "./api/answer.ts";
import type { Parameters } from "./api/client.ts";
import { labelNumbers } from "./numbered-labels.ts";
import { GitHubRepository, type RepositoryOptions } from "./repository.ts";

const list = "GET /repos/{owner}/{repo}/issues";
const one = "/repos/{owner}/{repo}/issues/{issue_number}";

/** Issues of one repository. Pull requests, which GitHub lists with them, are none. */
export class Issues implements IssueTracker {
  readonly #repository: GitHubRepository;

  constructor(options: RepositoryOptions) {
    this.#repository = new GitHubRepository(options);
  }

  login(signal: AbortSignal): Asked<string> {
    return this.#repository.login(signal);
  }

  open(author: string, signal: AbortSignal): Asked<readonly Issue[]> {
    const order = { state: "open", sort: "created", direction: "asc" };
    return this.#listed(author, order, signal);
  }

  closed(author: string, among: number, signal: AbortSignal): Asked<readonly Issue[]> {
    const order = { state: "closed", sort: "updated", direction: "desc" };
    return this.#listed(author, order, signal, among);
  }

  async read(number: number, signal: AbortSignal): Asked<Issue | undefined> {
    const answer = await this.#repository.ask(`GET ${one}`, { issue_number: number }, { signal });
    if (answer.ok) return ok(readIssue(answer.value.data));
    return answer.error.kind === "missing" ? ok(undefined) : answer;
  }

  async create({ title, body, labels, assignees }: NewIssue, signal: AbortSignal): Asked<Issue> {
    const named = await this.#named(labels, signal);
    if (!named.ok) return named;
    const sent = { title, body, labels: named.value, ...(assignees.length === 0 ? {} : { assignees }) };
    return this.#write("POST /repos/{owner}/{repo}/issues", sent, signal);
  }

  async change(number: number, { stateReason, labels, ...change }: IssueChange, signal: AbortSignal): Asked<Issue> {
    const atOnce = labels !== undefined && !this.#repository.on.numbersLabels ? { labels } : {};
    const sent = { issue_number: number, ...change, ...atOnce, ...(stateReason && { state_reason: stateReason }) };
    const changed = await this.#write(`PATCH ${one}`, sent, signal);
    if (!changed.ok || labels === undefined || "labels" in atOnce) return changed;
    const named = await this.#named(labels, signal);
    if (!named.ok) return named;
    const put = { issue_number: number, labels: named.value };
    const answer = await this.#repository.ask(`PUT ${one}/labels`, put, { signal });
    return answer.ok ? ok({ ...changed.value, labels }) : answer;
  }

  async comment(number: number, body: string, signal: AbortSignal): Asked<void> {
    const answer = await this.#repository.ask(
      `POST ${one}/comments`,
      { issue_number: number, body },
      { signal, once: true },
    );
    return answer.ok ? ok(undefined) : answer;
  }

  /** Ends all connections. */
  dispose(): Promise<void> {
    return this.#repository.dispose();
  }

  #listed(author: string, order: Parameters, signal: AbortSignal, among?: number): Asked<readonly Issue[]> {
    // Not every server lists those of one author alone.
    const own = (value: unknown): Issue | undefined => {
      const issue = readIssue(value);
      return issue?.author === author ? issue : undefined;
    };
    const parameters = { ...this.#repository.on.issuesOf(author), ...order };
    return this.#repository.pages(list, parameters, own, signal, among);
  }

  /** Labels as the server wants them in an issue. */
  async #named(labels: readonly string[], signal: AbortSignal): Asked<readonly (string | number)[]> {
    return this.#repository.on.numbersLabels ? labelNumbers(this.#repository, labels, signal) : ok(labels);
  }

  async #write(route: string, parameters: Parameters, signal: AbortSignal): Asked<Issue> {
    const answer = await this.#repository.ask(route, parameters, { signal, once: true });
    return answer.ok ? issueIn(answer.value) : answer;
  }
}

function issueIn({ data }: Answer): { readonly ok: true; readonly value: Issue } | ReturnType<typeof err<ApiTrouble>> {
  const issue = readIssue(data);
  if (issue) return ok(issue);
  return err<ApiTrouble>({
    kind: "unreachable",
    said: "GitHub answered with something that is no issue",
    unclear: true,
  });
}

/** Undefined for what is no issue: a pull request, or nothing that is known. */
function readIssue(value: unknown): Issue | undefined {
  if (!isObject(value) || typeof value.number !== "number" || isObject(value.pull_request)) return undefined;
  const text = (one: unknown): string => (typeof one === "string" ? one : "");
  const labels = Array.isArray(value.labels) ? value.labels : [];
  return {
    number: value.number,
    title: text(value.title),
    body: text(value.body),
    author: isObject(value.user) ? text(value.user.login) : "",
    state: value.state === "open" ? "open" : "closed",
    labels: labels.flatMap((label) => (isObject(label) ? text(label.name) : text(label))).filter((name) => name !== ""),
  };
}
