import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { azureHost, Blobs, refuse } from "./blobs.ts";
import type { ListedCache } from "./github-api.ts";
import { runtimeToken, scopesOf, type TokenScope } from "./runtime-token.ts";

/** What a request is for. */
export type Step = "CreateCacheEntry" | "FinalizeCacheEntryUpload" | "GetCacheEntryDownloadURL" | "upload" | "download";

/** What happens instead of an answer. */
export type Fault =
  | { readonly status: number; readonly message?: string; readonly retryAfter?: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Breaks the connection. */
  | { readonly cut: true }
  /** Says `ok: false`, which is no error of HTTP. */
  | { readonly refuse: string }
  /** Something that is not JSON. */
  | { readonly page: string };

/** An entry, or only a reservation of its key. */
export interface StoredEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly createdAt: Date;
  readonly blob: string;
  /** Undefined as long as nobody has completed it. */
  size: number | undefined;
}

const service = "/twirp/github.actions.results.api.v1.CacheService/";
/** The words of the real service. */
const conflict = "cache entry with the same key, version, and scope already exists";

/**
 * GitHub's cache service, version 2, on loopback: JSON over Twirp, with signed addresses of blobs. Keys are immutable;
 * an entry belongs to the scope that the token may write, and is found from those that it may read.
 */
export class CacheService {
  readonly entries: StoredEntry[] = [];
  /** Each request: `CreateCacheEntry opus-1`, `upload 3`, `download 3`. */
  readonly requests: string[] = [];
  /** For each step, what goes wrong until it is removed. */
  readonly faults = new Map<Step, Fault>();
  readonly blobs = new Blobs();
  /** Told of each call of the service, as in `requests`, before it is answered; the answer waits for it. */
  before: ((request: string) => Promise<void> | void) | undefined;
  /** Names addresses of Azure's host, where the client uses Azure's library. It has to be given `proxyEnvironment` then. */
  azure = false;
  readonly #secret = randomUUID();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<CacheService> {
    const cache = new CacheService();
    await new Promise<void>((resolve) => cache.#server.listen(0, "127.0.0.1", resolve));
    return cache;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The token of a job; by default of a push to main. */
  token(scopes: readonly TokenScope[] = [{ Scope: "refs/heads/main", Permission: 3 }], claims: object = {}): string {
    return runtimeToken(scopes, this.#secret, claims);
  }

  /** What the runner sets for a job. */
  environment(token = this.token()): { readonly [name: string]: string } {
    return {
      ACTIONS_RESULTS_URL: `${this.url}/`,
      ACTIONS_CACHE_URL: `${this.url}/v1/`,
      ACTIONS_CACHE_SERVICE_V2: "True",
      ACTIONS_RUNTIME_TOKEN: token,
      GITHUB_SERVER_URL: "https://github.com",
    };
  }

  /** Leads the host of the blobs here, as a proxy does. */
  get proxyEnvironment(): { readonly [name: string]: string } {
    return { HTTP_PROXY: this.url, NO_PROXY: "127.0.0.1" };
  }

  /** What the REST API lists: entries, no reservations. */
  listed(): readonly ListedCache[] {
    return this.entries.flatMap(({ id, ref, key, version, createdAt, size }) => {
      if (size === undefined) return [];
      const time = createdAt.toISOString();
      return { id, ref, key, version, created_at: time, last_accessed_at: time, size_in_bytes: size };
    });
  }

  /** Lets an entry's content be something else. */
  replaceContent(key: string, content: Buffer): void {
    const entry = this.entries.find((one) => one.key === key);
    if (entry === undefined) throw new Error(`there is no entry ${key}`);
    this.blobs.put(entry.blob, content);
  }

  /** Removes entries for good, as GitHub does when it needs room. */
  evict(key: string): void {
    for (let at = this.entries.length - 1; at >= 0; at--) if (this.entries[at]?.key === key) this.entries.splice(at, 1);
  }

  /** Reserves a key and never completes it, as a job does that dies meanwhile. */
  reserve(key: string, version: string, ref = "refs/heads/main"): StoredEntry {
    const id = Math.max(0, ...this.entries.map((one) => one.id)) + 1;
    const entry = { id, key, version, ref, createdAt: new Date(), blob: `blob-${id}`, size: undefined };
    this.entries.push(entry);
    return entry;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A proxy gets the whole address; everything that it is asked for is here.
    const url = new URL(request.url ?? "", this.url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (url.pathname.startsWith("/actions-cache/")) this.#blob(request, url, body, response);
    else if (url.pathname.startsWith(service))
      await this.#call(request, url.pathname.slice(service.length), body, response);
    else send(response, 404, { code: "bad_route", msg: `no handler for path ${url.pathname}` });
  }

  #blob(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void {
    const step = request.method === "PUT" ? "upload" : "download";
    this.requests.push(`${step} ${url.pathname.split("/").at(-1)}`);
    const fault = this.faults.get(step);
    if (fault === undefined) this.blobs.answer(request, url, body, response);
    else if ("status" in fault) refuse(response, fault.status, fault.message ?? "ServerBusy");
    else fail(fault, response);
  }

  async #call(request: IncomingMessage, method: string, body: Buffer, response: ServerResponse): Promise<void> {
    const asked = JSON.parse(body.toString()) as Asked;
    this.requests.push(`${method} ${asked.key}`);
    await this.before?.(`${method} ${asked.key}`);
    const fault = this.faults.get(method as Step);
    if (fault !== undefined) {
      fail(fault, response);
      return;
    }
    const { status, body: answer } = this.#answer(method, asked, request.headers.authorization ?? "");
    send(response, status, answer);
  }

  #answer(method: string, asked: Asked, authorization: string): Answer {
    const scopes = scopesOf(authorization.replace(/^Bearer /, ""), this.#secret);
    if (scopes === undefined) return refused(401, "unauthenticated", "token is expired or its signature is invalid");
    const wrong = whyInvalid(asked);
    if (wrong !== undefined) return refused(400, "invalid_argument", wrong);
    if (method === "CreateCacheEntry") return this.#create(asked, scopes);
    if (method === "FinalizeCacheEntryUpload") return this.#finalize(asked, scopes);
    return this.#look(asked, scopes);
  }

  #create({ key, version }: Asked, scopes: readonly TokenScope[]): Answer {
    const ref = writable(scopes);
    if (ref === undefined) return granted({ ok: false, message: "cache write denied: token has no writable scopes" });
    if (this.#find(key, version, ref) !== undefined) return refused(409, "already_exists", conflict);
    return granted({ ok: true, signed_upload_url: this.#address(this.reserve(key, version, ref)) });
  }

  #finalize({ key, version, size_bytes }: Asked, scopes: readonly TokenScope[]): Answer {
    const entry = this.#find(key, version, writable(scopes) ?? "");
    const size = entry && this.blobs.get(entry.blob)?.length;
    if (entry === undefined || entry.size !== undefined || size !== Number(size_bytes))
      return refused(400, "failed_precondition", "cache entry can't be finalized");
    entry.size = size;
    return granted({ ok: true, entry_id: String(entry.id) });
  }

  #look({ key, version, restore_keys = [] }: Asked, scopes: readonly TokenScope[]): Answer {
    const readable = scopes.filter(({ Permission }) => (Permission & 1) !== 0).map(({ Scope }) => Scope);
    if (readable.length === 0)
      return refused(403, "permission_denied", "cache read denied: token has no readable scopes");
    const found = readable
      .map((ref) => this.entries.filter((one) => one.ref === ref && one.version === version && one.size !== undefined))
      .map((candidates) => firstMatch(candidates, [key, ...restore_keys]))
      .find((entry) => entry !== undefined);
    if (found === undefined) return granted({ ok: false });
    return granted({ ok: true, signed_download_url: this.#address(found), matched_key: found.key });
  }

  #find(key: string, version: string, ref: string): StoredEntry | undefined {
    return this.entries.find((one) => one.key === key && one.version === version && one.ref === ref);
  }

  #address({ blob }: StoredEntry): string {
    return this.blobs.address(this.azure ? `http://${azureHost}` : this.url, blob);
  }
}

interface Asked {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
  readonly size_bytes?: string;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

function granted(body: object): Answer {
  return { status: 200, body };
}

/** An error as Twirp words it. */
function refused(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}

function whyInvalid({ key, version, restore_keys = [] }: Asked): string | undefined {
  if (!key || [key, ...restore_keys].some((one) => one.length > 512 || one.includes(","))) return "invalid key";
  return /^[0-9a-f]{64}$/.test(version) ? undefined : "invalid version";
}

function writable(scopes: readonly TokenScope[]): string | undefined {
  return scopes.find(({ Permission }) => (Permission & 2) !== 0)?.Scope;
}

/** For each key in turn: exactly that one, else the newest that begins with it. */
function firstMatch(candidates: readonly StoredEntry[], keys: readonly string[]): StoredEntry | undefined {
  const newestFirst = [...candidates].sort((left, right) => right.id - left.id);
  for (const key of keys) {
    const found = newestFirst.find((one) => one.key === key) ?? newestFirst.find((one) => one.key.startsWith(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function fail(fault: Fault, response: ServerResponse): void {
  if ("hang" in fault) return;
  if ("cut" in fault) response.destroy();
  else if ("page" in fault) response.writeHead(200, { "content-type": "text/html" }).end(fault.page);
  else if ("refuse" in fault) send(response, 200, { ok: false, ...(fault.refuse ? { message: fault.refuse } : {}) });
  else {
    const { status, message = "", retryAfter } = fault;
    const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    send(response, status, { code: "unknown", msg: message }, headers);
  }
}

function send(response: ServerResponse, status: number, body: object, headers: { [name: string]: string } = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
