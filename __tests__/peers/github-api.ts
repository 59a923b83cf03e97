import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { GithubDescription, type Operation, type Parameters } from "./github-description.ts";

/** A request as GitHub would have taken it. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

/** An error of GitHub's, or something that no API should answer. */
export type WrongReply =
  | { readonly error: number; readonly message: string; readonly headers?: { readonly [name: string]: string } }
  | { readonly raw: string; readonly type: string; readonly status?: number }
  | { readonly hang: true }
  | { readonly cut: true };

/** What the peer answers about a run attempt. */
export type Reply =
  | { readonly attempt: { readonly status: string | null; readonly conclusion: string | null; readonly id?: number } }
  | WrongReply;

/** An entry of the cache, as GitHub lists it. */
export interface ListedCache {
  readonly id: number;
  readonly ref: string;
  readonly key: string;
  readonly version: string;
  readonly last_accessed_at: string;
  readonly created_at: string;
  readonly size_in_bytes: number;
}

const description = new GithubDescription();
const attemptOperation = description.operation(
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}",
);
const cachesOperation = description.operation("GET /repos/{owner}/{repo}/actions/caches");

/**
 * The part of GitHub's REST API that tells about a run attempt and lists the cache, on loopback. Requests and answers
 * are held against GitHub's own description, so that it takes nothing that GitHub would refuse; what does not fit is in
 * `faults`.
 */
export class GithubApi {
  readonly requests: SeenRequest[] = [];
  /** What GitHub's description does not allow. Empty, or the test is wrong. */
  readonly faults: string[] = [];
  /** A request without this token gets 401, as from GitHub. */
  readonly token: string;
  reply: Reply = { attempt: { status: "in_progress", conclusion: null } };
  /** What the cache has, in any order. */
  caches: () => readonly ListedCache[] = () => [];
  /** Instead of a list of it; `lagging` is one without the newest entries. */
  cachesReply: WrongReply | { readonly lagging: number } | undefined;
  readonly #server: Server;

  private constructor(token: string) {
    this.token = token;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(token = "ghs_testToken"): Promise<GithubApi> {
    const api = new GithubApi(token);
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = "" } = request;
    this.requests.push({ path: `${method} ${url}`, headers });
    const taken = (operation: Operation): Parameters | undefined => {
      const parameters = method === "GET" ? operation.parametersOf(url) : undefined;
      return parameters && operation.wrongIn(parameters).length === 0 ? parameters : undefined;
    };
    const attempt = taken(attemptOperation);
    const caches = taken(cachesOperation);
    if (attempt === undefined && caches === undefined) this.#error(response, 404, "Not Found");
    else if (!headers["user-agent"]) this.#error(response, 403, "Request forbidden by administrative rules.");
    else if (![`token ${this.token}`, `Bearer ${this.token}`].includes(headers.authorization ?? ""))
      this.#error(response, 401, "Bad credentials");
    else if (attempt !== undefined) this.#giveAttempt(this.reply, attempt, response);
    else if (caches !== undefined) this.#giveCaches(caches, response);
  }

  #giveAttempt(reply: Reply, parameters: Parameters, response: ServerResponse): void {
    if (!("attempt" in reply)) {
      this.#wrong(reply, response);
      return;
    }
    const { id = Number(parameters.run_id), status, conclusion } = reply.attempt;
    const run_attempt = Number(parameters.attempt_number);
    const body = { ...(description.example("workflow-run") as object), id, run_attempt, status, conclusion };
    this.#send(response, 200, body, attemptOperation);
  }

  #giveCaches(parameters: Parameters, response: ServerResponse): void {
    const reply = this.cachesReply ?? { lagging: 0 };
    if (!("lagging" in reply)) {
      this.#wrong(reply, response);
      return;
    }
    const { key = "", page = "1", per_page: perPage = "30", sort, direction } = parameters;
    if (sort !== "created_at" || direction !== "desc") throw new Error("no other order is known here");
    const found = [...this.caches()]
      .sort((left, right) => right.id - left.id)
      .slice(reply.lagging)
      .filter((one) => one.key.startsWith(key));
    const from = (Number(page) - 1) * Number(perPage);
    const body = { total_count: found.length, actions_caches: found.slice(from, from + Number(perPage)) };
    this.#send(response, 200, body, cachesOperation);
  }

  #wrong(reply: WrongReply, response: ServerResponse): void {
    if ("hang" in reply) return;
    if ("error" in reply) {
      this.#error(response, reply.error, reply.message, reply.headers);
    } else if ("raw" in reply) {
      response.writeHead(reply.status ?? 200, { "content-type": reply.type }).end(reply.raw);
    } else {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    }
  }

  #error(response: ServerResponse, status: number, message: string, headers: { readonly [name: string]: string } = {}) {
    const documentation_url = "https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run-attempt";
    const body = { message, documentation_url, status: String(status) };
    this.#send(response, status, body, attemptOperation, headers);
  }

  #send(
    response: ServerResponse,
    status: number,
    body: object,
    operation: Operation,
    headers: { readonly [name: string]: string } = {},
  ): void {
    this.faults.push(...operation.wrongInAnswer(status, body));
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(JSON.stringify(body));
  }
}
