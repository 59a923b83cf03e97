import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Json = { readonly [name: string]: unknown };

interface GiteaIssue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  labels: readonly number[];
  readonly login: string;
}

/**
 * As much of the API of Gitea and Forgejo as differs from GitHub's, of one repository. What it does is what Gitea 1.26
 * does; __tests__/e2e/real-gitea.test.ts asks the same of a real one.
 */
export class Gitea {
  /** Each as `POST /repos/octo/storefront/labels`. */
  readonly requests: string[] = [];
  readonly labels = new Map<number, string>();
  readonly issues: GiteaIssue[] = [];
  /** Commit → the pull request that brought it. */
  readonly merged = new Map<string, Json>();
  /** Number → status. */
  readonly runs = new Map<number, string>();
  /** As whom the token writes; undefined: it may not ask. */
  login: string | undefined = "gitea-actions";
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", async (asked: IncomingMessage, answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of asked) pieces.push(piece as Buffer);
      const text = Buffer.concat(pieces).toString();
      const url = new URL(asked.url ?? "", this.url);
      const path = url.pathname.replace("/api/v1", "");
      this.requests.push(`${asked.method} ${path}${url.search}`);
      const [status, body] = this.#answer(`${asked.method} ${path}`, url.searchParams, text ? JSON.parse(text) : {});
      answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  }

  static async start(): Promise<Gitea> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Gitea(server);
  }

  get server(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What GITHUB_API_URL is. */
  get url(): string {
    return `${this.server}/api/v1`;
  }

  /** What its runner says of itself. */
  get environment() {
    return {
      GITEA_ACTIONS: "true",
      GITHUB_SERVER_URL: this.server,
      GITHUB_API_URL: this.url,
      GITHUB_GRAPHQL_URL: "",
      ACTIONS_RUNTIME_URL: `${this.server}/api/actions_pipeline/`,
      ACTIONS_RESULTS_URL: this.server,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(asked: string, query: URLSearchParams, body: Json): [status: number, body: unknown] {
    const [, inside] = / \/repos\/octo\/storefront(\/.*)$/.exec(asked) ?? [];
    const verb = asked.slice(0, asked.indexOf(" "));
    if (asked === "GET /user") return this.login ? [200, { login: this.login }] : [403, { message: "no" }];
    if (inside === undefined) return notFound;
    const [, sha = ""] = /^\/commits\/([^/]+)\/pull$/.exec(inside) ?? [];
    if (sha !== "") return this.merged.has(sha) ? [200, this.merged.get(sha)] : notFound;
    const [, run] = /^\/actions\/runs\/(\d+)$/.exec(inside) ?? [];
    if (run !== undefined) {
      const status = this.runs.get(Number(run));
      return status === undefined ? notFound : [200, { id: Number(run), status }];
    }
    if (inside === "/labels") return this.#labelled(verb, body);
    return this.#ofIssues(verb, inside, query, body);
  }

  #labelled(verb: string, { name }: Json): [number, unknown] {
    if (verb === "POST") this.labels.set(this.labels.size + 1, String(name));
    const all = [...this.labels].map(([id, called]) => ({ id, name: called }));
    return verb === "POST" ? [201, all.at(-1)] : [200, all];
  }

  #ofIssues(verb: string, inside: string, query: URLSearchParams, body: Json): [number, unknown] {
    const { labels = [] } = body;
    const numbers = Array.isArray(labels) && labels.every((one) => typeof one === "number");
    if (!numbers) return [422, { message: "json: cannot unmarshal string into Go struct field of type int64" }];
    if (verb === "GET" && inside === "/issues") {
      // Of `gitea-actions` it has no account.
      if (query.get("created_by") === "gitea-actions") return notFound;
      return [200, this.issues.map((one) => this.#shown(one))];
    }
    if (verb === "POST" && inside === "/issues") {
      const { title = "", body: text = "" } = body as { title?: string; body?: string };
      const login = this.login ?? "gitea-actions";
      this.issues.push({ number: this.issues.length + 1, title, body: text, state: "open", labels, login });
      return [201, this.#shown(this.issues.at(-1) as GiteaIssue)];
    }
    const [, number, part = ""] = /^\/issues\/(\d+)(\/labels)?$/.exec(inside) ?? [];
    const issue = this.issues[Number(number) - 1];
    if (issue === undefined) return notFound;
    // Labels are not changed by what changes the rest.
    const { labels: _, ...change } = body;
    if (verb === "PATCH") Object.assign(issue, change);
    if (verb === "PUT" && part === "/labels") issue.labels = labels;
    return [verb === "PATCH" ? 201 : 200, part === "" ? this.#shown(issue) : this.#shown(issue).labels];
  }

  #shown({ labels, login, ...issue }: GiteaIssue) {
    return {
      ...issue,
      user: { login },
      pull_request: null,
      labels: labels.map((id) => ({ id, name: this.labels.get(id) })),
    };
  }
}

const notFound: [number, unknown] = [404, { message: "The target couldn't be found.", errors: [] }];
