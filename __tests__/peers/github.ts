import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { description, GithubAnswers, type GithubRequest, refuse, type TokenOptions } from "./github-answers.ts";
import { GithubChecks } from "./github-checks.ts";
import { type Answer, GithubEmulator, repository } from "./github-emulator.ts";
import type { Fault } from "./github-faults.ts";
import { GithubPulls, type PullOptions } from "./github-pulls.ts";

export interface GithubOptions {
  /** Who else has an account; mona, hubot and fork always have. */
  readonly users?: readonly string[];
  /** Slugs of apps besides github-actions and my-app. */
  readonly apps?: readonly string[];
  /** Each request takes a time between these: a part of it before it is done, the rest afterwards. */
  readonly latencyMs?: readonly [shortest: number, longest: number];
}

/** A comment of a pull request. */
export interface GithubComment {
  readonly id: number;
  readonly login: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An issue, as people see it. */
export interface GithubIssue {
  readonly number: number;
  readonly login: string;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Bodies, oldest first. */
  readonly comments: readonly string[];
}

/** As the API has it. */
interface ApiIssue extends Pick<GithubIssue, "number" | "title" | "body" | "state"> {
  readonly user: { readonly login: string };
  readonly labels: readonly { readonly name: string }[];
  readonly assignees: readonly { readonly login: string }[];
}

/** As the API has it. */
interface ApiComment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/**
 * GitHub's REST API on loopback, as far as issues, checks, and comments on pull requests, need it. The emulator keeps what there is and
 * decides who may do what; here is what it lacks: pull requests with commits, the words of refusals, limits, faults. A
 * request or answer that GitHub's own description does not allow is in `faults`.
 */
export class Github {
  readonly requests: GithubRequest[] = [];
  /** Waited for before a request is taken. */
  before: ((request: GithubRequest) => Promise<void>) | undefined;
  /** What goes wrong with a request; asked before each. */
  fault: ((request: GithubRequest) => Fault | undefined) | undefined;
  readonly #server: Server;
  readonly #emulator: GithubEmulator;
  readonly #pulls: GithubPulls;
  readonly #answers: GithubAnswers;
  /** The check runs. */
  readonly checks = new GithubChecks(description);
  readonly #latency: readonly [number, number];
  readonly #stopped = new AbortController();
  #private = false;
  /** Changes of the emulator that are under way; requests wait for them. */
  #changes: Promise<unknown> = Promise.resolve();
  /** So many issues has the emulator, numbered from 1. Pull requests are issues, too. */
  #issues = 0;

  private constructor(server: Server, emulator: GithubEmulator, { latencyMs = [0, 0] }: GithubOptions) {
    this.#server = server;
    this.#emulator = emulator;
    this.#latency = latencyMs;
    this.#pulls = new GithubPulls(this.url, description);
    this.#answers = new GithubAnswers(emulator, this.#pulls, this.checks);
    server.on("request", (request, response) => void this.#take(request, response));
  }

  static async start(options: GithubOptions = {}): Promise<Github> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const users = ["mona", "hubot", "fork", ...(options.users ?? [])];
    const apps = ["github-actions", "my-app", ...(options.apps ?? [])];
    return new Github(server, await GithubEmulator.start(urlOf(server), users, apps), options);
  }

  /** What GITHUB_API_URL is. */
  get url(): string {
    return urlOf(this.#server);
  }

  /** What GitHub's description does not allow. Empty, or the test is wrong. */
  get faults(): readonly string[] {
    return this.#answers.faults;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#emulator.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Whether only who has a permission for it may read. */
  get private(): boolean {
    return this.#private;
  }

  set private(value: boolean) {
    this.#private = value;
    this.#pulls.private = value;
    this.#changes = this.#changes.then(() => this.#asOwner("PATCH", `/repos/${repository}`, { private: value }));
  }

  /** So many times from now, GitHub does not know yet which pull requests a commit belongs to. */
  set commitLag(times: number) {
    this.#pulls.lag = times;
  }

  /** The GITHUB_TOKEN of a job. */
  actionsToken(options: TokenOptions): string {
    return this.#answers.addApp("github-actions", options);
  }

  /** A token of an app that is installed in the repository. */
  appToken(options: TokenOptions, slug = "my-app"): string {
    return this.#answers.addApp(slug, options);
  }

  /** The token of a person. mona is in the organization, the others are strangers. */
  userToken(login: string, token?: string): string {
    return this.#answers.addUser(login, token);
  }

  /** Makes a pull request or changes one, and tells its number. */
  async pull(options: PullOptions = {}): Promise<number> {
    const number = this.#pulls.put(options);
    if (number > 2000) throw new Error(`the emulator has to count up to ${number}, which takes too long`);
    this.#changes = this.#changes.then(async () => {
      for (; this.#issues < number; this.#issues++)
        await this.#asOwner("POST", `/repos/${repository}/issues`, { title: `Change ${this.#issues + 1}` });
    });
    await this.#changes;
    return number;
  }

  /** All comments of a pull request, from the oldest on. */
  async comments(number: number): Promise<GithubComment[]> {
    const comments: GithubComment[] = [];
    for (let page = 1; ; page++) {
      const path = `/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`;
      const found = (await this.#asOwner("GET", path)) as readonly ApiComment[];
      comments.push(...found.map(asComment));
      if (found.length < 100) return comments;
    }
  }

  /** All issues that a login opened, from the oldest on. */
  async issues(login: string): Promise<GithubIssue[]> {
    const path = `/repos/${repository}/issues?state=all&direction=asc&per_page=100&creator=${encodeURIComponent(login)}`;
    const found = (await this.#asOwner("GET", path)) as readonly ApiIssue[];
    return Promise.all(
      found.map(async ({ number, title, body, state, user, labels, assignees }) => ({
        number,
        login: user.login,
        title,
        body,
        state,
        labels: labels.map(({ name }) => name),
        assignees: assignees.map((one) => one.login),
        comments: (await this.comments(number)).map((one) => one.body),
      })),
    );
  }

  /** The owner changes an issue by hand. */
  async changeIssue(number: number, change: object): Promise<void> {
    await this.#asOwner("PATCH", `/repos/${repository}/issues/${number}`, change);
  }

  /** Somebody opens an issue by hand, or an app does. */
  async openIssue(login: string, issue: { readonly title: string; readonly body: string }): Promise<number> {
    return ((await this.#as(login, "POST", `/repos/${repository}/issues`, issue)) as ApiIssue).number;
  }

  /** Somebody comments: a user, or an app as `my-app[bot]`. */
  async comment(number: number, login: string, body: string): Promise<GithubComment> {
    const path = `/repos/${repository}/issues/${number}/comments`;
    return asComment((await this.#as(login, "POST", path, { body })) as ApiComment);
  }

  async editComment(id: number, body: string): Promise<void> {
    await this.#asOwner("PATCH", `/repos/${repository}/issues/comments/${id}`, { body });
  }

  async deleteComment(id: number): Promise<void> {
    await this.#asOwner("DELETE", `/repos/${repository}/issues/comments/${id}`);
  }

  async #asOwner(method: string, path: string, body?: object): Promise<unknown> {
    return await this.#as("mona", method, path, body);
  }

  async #as(login: string, method: string, path: string, body?: object): Promise<unknown> {
    const answer = await this.#emulator.request(method, path, await this.#emulator.token(login), body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async #take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { method = "", url: path = "", headers } = incoming;
      const body = await bodyOf(incoming);
      const operation = this.#answers.operationOf(method, path);
      const request = { number: this.requests.length + 1, method, path, operation, headers, body };
      this.requests.push(request);
      await this.before?.(request);
      await this.#answer(request, this.fault?.(request) ?? { slow: 0 }, response);
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      this.#answers.faults.push(String(error));
      response.destroy();
    }
  }

  async #answer(request: GithubRequest, fault: Fault, response: ServerResponse): Promise<void> {
    const [shortest, longest] = this.#latency;
    const latency = shortest + Math.random() * (longest - shortest);
    const before = Math.random() * latency;
    await this.#wait(before);
    if ("hang" in fault) return;
    if ("cut" in fault) {
      response.destroy();
      return;
    }
    if ("status" in fault) {
      const { status, message = "", headers, html } = fault;
      send(response, refuse(status, message, headers), html);
      return;
    }
    if ("slow" in fault) await this.#wait(fault.slow);
    await this.#changes;
    const answer = await this.#answers.to(request);
    await this.#wait(latency - before);
    if ("slowAnswer" in fault) await this.#wait(fault.slowAnswer);
    if ("cutAfter" in fault) response.destroy();
    else send(response, answer);
  }

  async #wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await sleep(milliseconds, undefined, { signal: this.#stopped.signal });
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer, html?: string): void {
  const type = html === undefined ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
  response.writeHead(status, { ...headers, ...(body === undefined ? {} : { "content-type": type }) });
  response.end(html ?? (body === undefined ? undefined : JSON.stringify(body)));
}

function asComment({ id, user, body, created_at, updated_at }: ApiComment): GithubComment {
  return { id, login: user.login, body, createdAt: created_at, updatedAt: updated_at };
}
