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

/** What the peer answers: a run attempt, an error of GitHub's, or something that no API should answer. */
export type Reply =
  | { readonly attempt: { readonly status: string | null; readonly conclusion: string | null; readonly id?: number } }
  | { readonly error: number; readonly message: string; readonly headers?: { readonly [name: string]: string } }
  | { readonly raw: string; readonly type: string; readonly status?: number }
  | { readonly hang: true }
  | { readonly cut: true };

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

const operationPath = "/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";

/**
 * The part of GitHub's REST API that tells about a run attempt, on loopback. Requests and answers are held against
 * GitHub's own description, so that it takes nothing that GitHub would refuse; what does not fit is in `faults`.
 */
export class GithubApi {
  readonly requests: SeenRequest[] = [];
  /** What GitHub's description does not allow. Empty, or the test is wrong. */
  readonly faults: string[] = [];
  /** A request without this token gets 401, as from GitHub. */
  readonly token: string;
  reply: Reply = { attempt: { status: "in_progress", conclusion: null } };
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
    const parameters = method === "GET" ? this.#described.parametersOf(url) : undefined;
    if (parameters === undefined) this.#error(response, 404, "Not Found");
    else if (!headers["user-agent"]) this.#error(response, 403, "Request forbidden by administrative rules.");
    else if (![`token ${this.token}`, `Bearer ${this.token}`].includes(headers.authorization ?? ""))
      this.#error(response, 401, "Bad credentials");
    else this.#give(this.reply, parameters, response);
  }

  #give(reply: Reply, parameters: { readonly [name: string]: string }, response: ServerResponse): void {
    if ("hang" in reply) return;
    if ("error" in reply) {
      this.#error(response, reply.error, reply.message, reply.headers);
    } else if ("raw" in reply) {
      response.writeHead(reply.status ?? 200, { "content-type": reply.type }).end(reply.raw);
    } else if ("cut" in reply) {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    } else {
      const { id = Number(parameters.run_id), status, conclusion } = reply.attempt;
      const run_attempt = Number(parameters.attempt_number);
      const body = { ...this.#described.example, id, run_attempt, status, conclusion };
      this.#send(response, 200, body, this.#described.isRun);
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

/** The one operation of GitHub's description (scripts/github-openapi.ts takes it out), with what it refers to. */
function describe() {
  const file = join(import.meta.dirname, "github-openapi.generated.json");
  const { paths, components } = JSON.parse(readFileSync(file, "utf8")) as Description;
  const operation = paths[operationPath]?.get;
  if (operation === undefined) throw new Error(`GitHub's description has no ${operationPath} any more`);
  const parameters = operation.parameters
    .map(({ $ref }) => components.parameters[$ref.split("/").at(-1) ?? ""])
    .filter((one) => one?.in === "path") as Parameter[];

  // Formats are left out: the schemas' `uri` and `date-time` say nothing that a client here depends on.
  const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false });
  ajv.addSchema({
    $id: "github",
    components: { schemas: components.schemas },
  });
  const schema = (name: string) => ajv.compile({ $ref: `github#/components/schemas/${name}` });
  const isParameter = new Map(parameters.map((one) => [one.name, ajv.compile(one.schema)]));

  const pattern = new RegExp(`^${operationPath.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
  return {
    example: components.examples["workflow-run"]?.value as object,
    isRun: schema("workflow-run"),
    isError: schema("basic-error"),
    /** The parts of a path by name; undefined when no such operation takes them. */
    parametersOf(path: string): { readonly [name: string]: string } | undefined {
      const found = pattern.exec(path)?.groups;
      if (found === undefined) return undefined;
      const fits = Object.entries(found).every(([name, text]) => {
        const number = /^\d+$/.test(text) ? Number(text) : undefined;
        return isParameter.get(name)?.(text) || isParameter.get(name)?.(number);
      });
      return fits ? found : undefined;
    },
  };
}
