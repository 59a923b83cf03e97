import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

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

interface Operation {
  readonly parameters: readonly { readonly $ref: string }[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: object;
}

interface Description {
  readonly paths: { readonly [path: string]: { readonly get?: Operation } };
  readonly components: {
    readonly schemas: { readonly [name: string]: object };
    readonly parameters: { readonly [name: string]: Parameter };
    readonly examples: { readonly [name: string]: { readonly value: object } };
  };
}

const attemptPath = "/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
const cachesPath = "/repos/{owner}/{repo}/actions/caches";

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
  readonly #described = describe();

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
    const attempt = method === "GET" ? this.#described.attempt.parametersOf(url) : undefined;
    const caches = method === "GET" ? this.#described.caches.parametersOf(url) : undefined;
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
    const body = { ...this.#described.example, id, run_attempt, status, conclusion };
    this.#send(response, 200, body, this.#described.isRun);
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
    this.#send(response, 200, body, this.#described.isCacheList);
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
    this.#send(response, status, body, this.#described.isError, headers);
  }

  #send(
    response: ServerResponse,
    status: number,
    body: object,
    valid: ValidateFunction,
    headers: { readonly [name: string]: string } = {},
  ): void {
    if (!valid(body)) this.faults.push(...(valid.errors ?? []).map((one) => `${one.instancePath}: ${one.message}`));
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(JSON.stringify(body));
  }
}

type Parameters = { readonly [name: string]: string };

/** The operations of GitHub's description (scripts/github-openapi.ts takes them out), with what they refer to. */
function describe() {
  const file = join(import.meta.dirname, "github-openapi.generated.json");
  const { paths, components } = JSON.parse(readFileSync(file, "utf8")) as Description;
  // Formats are left out: the schemas' `uri` and `date-time` say nothing that a client here depends on.
  const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false });
  ajv.addSchema({
    $id: "github",
    components: { schemas: components.schemas },
  });
  const schema = (name: string) => ajv.compile({ $ref: `github#/components/schemas/${name}` });
  const operation = (path: string) => {
    const described = paths[path]?.get;
    if (described === undefined) throw new Error(`GitHub's description has no ${path} any more`);
    const parameters = described.parameters.map(({ $ref }) => components.parameters[$ref.split("/").at(-1) ?? ""]);
    const isParameter = new Map(parameters.map((one) => [one?.name, ajv.compile(one?.schema ?? false)]));
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    return {
      /** The parts of a path and its query by name; undefined when no such operation takes them. */
      parametersOf(url: string): Parameters | undefined {
        const { pathname, searchParams } = new URL(url, "http://github.invalid");
        const inPath = pattern.exec(pathname)?.groups;
        if (inPath === undefined) return undefined;
        const found = { ...inPath, ...Object.fromEntries(searchParams) };
        const fits = Object.entries(found).every(([name, text]) => {
          const number = /^\d+$/.test(text) ? Number(text) : undefined;
          return isParameter.get(name)?.(text) || isParameter.get(name)?.(number);
        });
        return fits ? found : undefined;
      },
    };
  };
  return {
    attempt: operation(attemptPath),
    caches: operation(cachesPath),
    example: components.examples["workflow-run"]?.value as object,
    isRun: schema("workflow-run"),
    isCacheList: schema("actions-cache-list"),
    isError: schema("basic-error"),
  };
}
