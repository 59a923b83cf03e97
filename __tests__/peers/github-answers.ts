import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { GithubChecks } from "./github-checks.ts";
import { GithubDescription, type Operation, type Parameters } from "./github-description.ts";
import { type Answer, type GithubEmulator, type Permissions, repository } from "./github-emulator.ts";
import type { GithubPulls } from "./github-pulls.ts";

/** A request, before and after it was answered. */
export interface GithubRequest {
  /** From 1, in the order in which they came. */
  readonly number: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** `GET /repos/{owner}/{repo}/pulls`; undefined when GitHub has no such operation. */
  readonly operation: string | undefined;
  readonly headers: IncomingMessage["headers"];
  /** What its JSON says, or its text if it is none; undefined when there is none. */
  readonly body: unknown;
}

export interface TokenOptions {
  readonly permissions: Permissions;
  /** What the token is; by default another one each time. */
  readonly token?: string;
  /** How the question who it is gets refused; by default it is answered. */
  readonly viewer?: 401 | 403;
}

/** Who a token stands for. */
interface Identity {
  readonly login: string;
  /** An app's installation, as the token of a job is: no user. */
  readonly integration: boolean;
  readonly viewer?: 401 | 403 | undefined;
  readonly inside: () => Promise<string>;
}

export const description = new GithubDescription();

const graphql = "POST /graphql";
const notAccessible = "Resource not accessible by integration";
const longestBody = 65_536;

/** What GitHub answers when nothing goes wrong with the connection. */
export class GithubAnswers {
  /** What GitHub's description does not allow. */
  readonly faults: string[] = [];
  readonly #emulator: GithubEmulator;
  readonly #pulls: GithubPulls;
  readonly #checks: GithubChecks;
  readonly #identities = new Map<string, Identity>();
  /** Paths of issues that were closed as duplicates. */
  readonly #duplicates = new Set<string>();

  constructor(emulator: GithubEmulator, pulls: GithubPulls, checks: GithubChecks) {
    this.#emulator = emulator;
    this.#pulls = pulls;
    this.#checks = checks;
  }

  addApp(slug: string, { permissions, token = newToken("ghs"), viewer }: TokenOptions): string {
    const inside = (): Promise<string> => this.#emulator.appToken(slug, permissions);
    this.#identities.set(token, { login: `${slug}[bot]`, integration: true, viewer, inside });
    return token;
  }

  addUser(login: string, token = newToken("ghp")): string {
    const inside = (): Promise<string> => this.#emulator.token(login);
    this.#identities.set(token, { login, integration: false, inside });
    return token;
  }

  /** What GitHub calls what is asked for. */
  operationOf(method: string, path: string): string | undefined {
    return `${method} ${path}` === graphql ? graphql : description.find(method, path)?.operation.name;
  }

  async to(request: GithubRequest): Promise<Answer> {
    const { method, path, headers, body } = request;
    const found = description.find(method, path);
    if (found !== undefined) this.#note(request, found.operation.wrongIn(found.parameters));
    if (found !== undefined) this.#note(request, found.operation.wrongInBody(body));
    if (!headers["user-agent"]) return refuse(403, "Request forbidden by administrative rules.");
    const [, token] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? "") ?? [];
    const identity = token === undefined ? undefined : this.#identities.get(token);
    if (headers.authorization !== undefined && identity === undefined) return refuse(401, "Bad credentials");
    if (request.operation === graphql) return this.#viewer(request, identity);
    if (found === undefined) {
      this.#note(request, ["GitHub's description has no such operation"]);
      return refuse(404, "Not Found");
    }
    const answer = await this.#do(request, found.operation, found.parameters, identity);
    this.#note(request, found.operation.wrongInAnswer(answer.status, answer.body));
    return answer;
  }

  async #do(
    request: GithubRequest,
    operation: Operation,
    parameters: Parameters,
    identity: Identity | undefined,
  ): Promise<Answer> {
    switch (operation.name) {
      case "GET /user":
        return identity?.integration ? refuse(403, notAccessible) : await this.#ask(request, identity);
      case "GET /repos/{owner}/{repo}/pulls":
        return await this.#ifReadable(request, identity, () => this.#pulls.list(parameters, request.path));
      case "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls":
        return await this.#ifReadable(request, identity, () => this.#pulls.ofCommit(parameters, request.path));
      case "GET /repos/{owner}/{repo}/pulls/{pull_number}":
        return await this.#ifReadable(request, identity, () => this.#pulls.get(parameters));
      case "GET /repos/{owner}/{repo}/pulls/{pull_number}/files":
        return await this.#ifReadable(request, identity, () => this.#pulls.files(parameters, request.path));
      case "GET /repos/{owner}/{repo}/commits/{ref}/check-runs":
        return await this.#ifChecks("GET", identity, () => this.#checks.list(parameters));
      case "POST /repos/{owner}/{repo}/check-runs":
        return await this.#ifChecks("POST", identity, (app) => this.#checks.create(request.body ?? {}, app));
      case "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}":
        return await this.#ifChecks("PATCH", identity, (app) =>
          this.#checks.change(Number(parameters.check_run_id), request.body ?? {}, app),
        );
      default:
        if (operation.name.includes("/comments")) return await this.#ask(request, identity, refusedComment);
        if (operation.name.includes("/issues")) return await this.#askIssue(request, operation, identity);
        this.#note(request, ["this is not answered here"]);
        return refuse(404, "Not Found");
    }
  }

  /** Lets the emulator decide whether checks may be read or written, of which GitHub takes none from a person. */
  async #ifChecks(
    method: "GET" | "POST" | "PATCH",
    identity: Identity | undefined,
    answer: (app: string) => object | string | undefined,
  ): Promise<Answer> {
    const suites = `/repos/${repository}/check-suites`;
    const token = await identity?.inside();
    const verdict =
      method === "GET"
        ? await this.#emulator.request("GET", `${suites}/1`, token)
        : await this.#emulator.request("PATCH", `${suites}/preferences`, token, {});
    const { message = "" } = (verdict.body ?? {}) as { readonly message?: string };
    const isRefused = verdict.status === 401 || message === "Forbidden";
    if (isRefused) return asGithubSays(verdict, method, identity);
    if (method !== "GET" && !identity?.integration) return refuse(403, "You must authenticate via a GitHub App.");
    const given = answer(identity?.login.replace("[bot]", "") ?? "");
    if (given === undefined) return refuse(404, "Not Found");
    if (typeof given === "string") return refuse(422, given);
    return { status: method === "POST" ? 201 : 200, headers: {}, body: given };
  }

  /** Lets the emulator decide whether pull requests may be read: with the permission for them, as on GitHub. */
  async #ifReadable(
    { path }: GithubRequest,
    identity: Identity | undefined,
    read: () => Omit<Answer, "status"> | undefined,
  ): Promise<Answer> {
    const list = path.replace(/^(\/repos\/[^/]+\/[^/]+)\/.*$/, "$1/pulls?per_page=1");
    const answer = await this.#emulator.request("GET", list, await identity?.inside());
    if (answer.status !== 200) return asGithubSays(answer, "GET", identity);
    const found = read();
    return found === undefined ? refuse(404, "Not Found") : { status: 200, ...found };
  }

  /** The emulator knows no issue that is closed as a duplicate, and has words of its own for who can't be assigned. */
  async #askIssue(request: GithubRequest, operation: Operation, identity: Identity | undefined): Promise<Answer> {
    const sent = (request.body ?? {}) as { readonly state_reason?: string; readonly assignees?: readonly string[] };
    const isDuplicate = sent.state_reason === "duplicate";
    const asked = isDuplicate ? { ...request, body: { ...sent, state_reason: "not_planned" } } : request;
    const answer = await this.#ask(asked, identity, refusedIssue);
    const changes = operation.name.startsWith("POST") || operation.name.startsWith("PATCH");
    if (changes && answer.status === 404 && (sent.assignees ?? []).length > 0) return refuse(422, "Validation Failed");
    if (answer.status >= 300) return answer;
    if (isDuplicate) this.#duplicates.add(request.path);
    const [, number] = /^(.+\/issues\/\d+)(?:\?|$)/.exec(request.path) ?? [];
    const shown = number !== undefined && this.#duplicates.has(number);
    return shown ? { ...answer, body: { ...(answer.body as object), state_reason: "duplicate" } } : answer;
  }

  async #ask(
    { method, path, body }: GithubRequest,
    identity: Identity | undefined,
    wrongIn: (content: unknown, method: string) => Answer | undefined = () => undefined,
  ): Promise<Answer> {
    const refused = method === "POST" || method === "PATCH" ? wrongIn(body, method) : undefined;
    // Without a body, the emulator says what GitHub checks first: who may do it, and whether there is such a thing.
    const sent = refused === undefined ? body : {};
    const answer = await this.#emulator.request(method, path, await identity?.inside(), sent);
    return answer.status === 422 && refused !== undefined ? refused : asGithubSays(answer, method, identity);
  }

  #viewer(request: GithubRequest, identity: Identity | undefined): Answer {
    const { query = "" } = (request.body ?? {}) as { readonly query?: string };
    if (query.replace(/\s+/g, " ").trim() !== "query { viewer { login } }")
      this.#note(request, [`this query is not answered here: ${query}`]);
    if (identity === undefined) return refuse(401, "This endpoint requires you to be authenticated.");
    if (identity.viewer === 401) return refuse(401, "Bad credentials");
    if (identity.viewer === 403) return refuse(403, notAccessible);
    return { status: 200, headers: {}, body: { data: { viewer: { login: identity.login } } } };
  }

  #note({ method, path }: GithubRequest, wrong: readonly string[]): void {
    this.faults.push(...wrong.map((what) => `${method} ${path}: ${what}`));
  }
}

/** An error as GitHub sends it. */
export function refuse(
  status: number,
  message: string,
  headers: { readonly [name: string]: string } = {},
  more: object = {},
): Answer {
  const documentation_url = "https://docs.github.com/rest";
  return { status, headers, body: { message, ...more, documentation_url, status: String(status) } };
}

/** The emulator's refusals in GitHub's words. Who may not see a repository is told that there is none. */
function asGithubSays(answer: Answer, method: string, identity: Identity | undefined): Answer {
  const { status, headers, body } = answer;
  if (status < 400) return answer;
  const { message } = body as { readonly message: string };
  if (message === "Forbidden") return identity?.integration ? refuse(403, notAccessible) : refuse(404, "Not Found");
  if (status === 401 && method === "GET" && !identity) return refuse(404, "Not Found");
  return refuse(status, message, headers);
}

/** What GitHub has against a comment. Characters are code points here. */
function refusedComment(content: unknown): Answer | undefined {
  const { body } = (content ?? {}) as { readonly body?: unknown };
  const because = (message: string): Answer => {
    const error = { resource: "IssueComment", code: "unprocessable", field: "data", message };
    return refuse(422, "Validation Failed", {}, { errors: [error] });
  };
  if (typeof body !== "string") return refuse(422, 'Invalid request.\n\n"body" wasn\'t supplied.');
  if (body.trim() === "") return because("Body cannot be blank");
  if ([...body].length > longestBody) return because(`Body is too long (maximum is ${longestBody} characters)`);
  return undefined;
}

/** What GitHub has against an issue. */
function refusedIssue(content: unknown, method: string): Answer | undefined {
  const { title, body } = (content ?? {}) as { readonly title?: unknown; readonly body?: unknown };
  const because = (field: string, message: string): Answer => {
    const error = { resource: "Issue", code: "custom", field, message };
    return refuse(422, "Validation Failed", {}, { errors: [error] });
  };
  if (method === "POST" && typeof title !== "string")
    return refuse(422, 'Invalid request.\n\n"title" wasn\'t supplied.');
  if (typeof title === "string" && [...title].length > 256)
    return because("title", "title is too long (maximum is 256 characters)");
  if (typeof body === "string" && [...body].length > longestBody)
    return because("body", `body is too long (maximum is ${longestBody} characters)`);
  return undefined;
}

function newToken(kind: string): string {
  return `${kind}_${randomBytes(18).toString("hex")}`;
}
