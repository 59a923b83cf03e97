import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

type Thing = { [key: string]: unknown };
type Answer = [number, unknown, { [name: string]: string }];

/** What a server, or what is before it, does to a request before or after it has acted. */
export type Fault =
  | "cut before"
  | "cut after"
  | "torn after"
  | "slow"
  | number
  | { readonly after: number }
  | undefined;

/** How far a request has come. */
export type Moment = "asked" | "acted" | "answered";

export interface SpitefulOptions {
  /** How a list goes on. Default: all on one page. */
  readonly page?: { readonly kind: "link" | "number" | "offset" | "cursor"; readonly size: number };
  /** What is shown of a thing that was stored. Default: `spite`. */
  readonly show?: (thing: Thing) => Thing;
  /** Members that a list does not show. */
  readonly hidden?: readonly string[];
  /** Reads of a thing see a write only after so many of them. */
  readonly lag?: number;
  /** The header by which it knows a creation again, and gives the same answer. */
  readonly keyed?: string;
}

/** The same numbers for the same seed, from 0 to 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Makes of a stored thing what servers make of things: more fields, another order, other letters, other forms. */
export function spite(thing: Thing): Thing {
  const shown: Thing = {
    zone: "eu",
    createdAt: "2026-01-01T00:00:00Z",
    ...thing,
    links: { self: `/things/${thing.id}` },
  };
  if (Array.isArray(thing.tags)) shown.tags = [...thing.tags].reverse();
  if (typeof thing.color === "string") shown.color = thing.color.toUpperCase();
  if (typeof thing.ratio === "number") shown.ratio = Math.round(thing.ratio * 100) / 100;
  if (typeof thing.due === "string") shown.due = thing.due.replace(/^(\d{4}-\d\d-\d\d)$/, "$1T00:00:00.000Z");
  if (typeof thing.size === "number") shown.size = String(thing.size);
  for (const [key, value] of Object.entries(shown))
    if (value === "" || (Array.isArray(value) && value.length === 0)) shown[key] = null;
  delete shown.secret;
  return shown;
}

/** An API for things that somebody in a bad mood has written. */
export class SpitefulServer {
  readonly things = new Map<string, Thing>();
  /** Each request, as `GET /things?page=2`. */
  readonly requests: string[] = [];
  readonly bodies: Thing[] = [];
  /** The credentials that count; undefined: anybody's. */
  token: string | undefined;
  /** Everything is hidden from the credentials. */
  blind = false;
  /** Decides what goes wrong, request by request. */
  fault: (request: string, body: Thing) => Fault = () => undefined;
  /** What happens at a moment of a request; `stop`: it goes no further, and nobody hears of it. */
  moment: (moment: Moment, request: string) => "stop" | undefined = () => undefined;
  /** Keys that it has got, with what it answered. */
  readonly keys = new Map<string, { readonly body: string; readonly answer: Answer }>();
  origin = "";
  host = "";
  /** Where it listens. */
  target: { readonly port?: number } = {};
  #next = 1;
  #lagging = new Map<string, { thing: Thing | undefined; left: number }>();
  readonly #options: SpitefulOptions;
  readonly #server = createServer((request, response) => void this.#take(request, response));

  constructor(options: SpitefulOptions = {}) {
    this.#options = options;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.target = { port: (this.#server.address() as AddressInfo).port };
    this.host = `127.0.0.1:${this.target.port}`;
    this.origin = `http://${this.host}`;
    return this;
  }

  [Symbol.dispose](): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Makes a thing as another client would. One with a `uid` is known by that. */
  add(thing: Thing): string {
    const own = typeof thing.uid === "string" ? thing.uid : undefined;
    const id = own ?? String(this.#next++);
    this.things.set(id, { ...thing, ...(own === undefined ? { id: Number(id) } : {}), version: 1 });
    return id;
  }

  /** Changes a thing as another client would. */
  change(id: string, members: Thing): void {
    const thing = this.things.get(id) as Thing;
    this.things.set(id, { ...thing, ...members, version: Number(thing.version) + 1 });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const piece of request) text += piece;
    const asked = `${request.method} ${request.url}`;
    this.requests.push(asked);
    const body = (text.startsWith("{") ? JSON.parse(text) : {}) as Thing;
    if (text !== "") this.bodies.push(body);
    const fault = this.fault(asked, body);
    if (this.moment("asked", asked) === "stop") return;
    if (fault === "cut before") {
      request.socket.destroy();
      return;
    }
    if (fault === "slow") await sleep(10);
    if (typeof fault === "number") {
      refuse(response, fault);
      return;
    }
    const [status, answer, headers] = this.#once(request, body, text);
    if (this.moment("acted", asked) === "stop") return;
    if (fault === "slow") await sleep(10);
    if (fault === "cut after") {
      request.socket.destroy();
      return;
    }
    if (typeof fault === "object") {
      refuse(response, fault.after);
      return;
    }
    const said = answer === undefined ? "" : JSON.stringify(answer);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    if (fault === "torn after") {
      response.write(said.slice(0, said.length / 2), () => request.socket.destroy());
      return;
    }
    response.end(said, () => this.moment("answered", asked));
  }

  /** Acts, unless it has done so for the same key. */
  #once(request: IncomingMessage, body: Thing, text: string): Answer {
    const key = request.headers[this.#options.keyed?.toLowerCase() ?? ""];
    if (request.method !== "POST" || typeof key !== "string") return this.#act(request, body);
    const known = this.keys.get(key);
    if (known && known.body !== text) return [422, { message: "the key came with something else" }, {}];
    const answer = known?.answer ?? this.#act(request, body);
    this.keys.set(key, { body: text, answer });
    return answer;
  }

  #act(request: IncomingMessage, body: Thing): Answer {
    const url = new URL(request.url ?? "/", this.origin);
    if (this.token !== undefined && request.headers.authorization !== `Bearer ${this.token}`)
      return [401, { message: "who are you?" }, {}];
    const [, collection, id] = url.pathname.split("/");
    if (this.blind || collection !== "things") return [404, { message: "Not Found" }, {}];
    if (id === undefined) return request.method === "POST" ? this.#create(body) : this.#list(url);
    const thing = this.things.get(id);
    if (!thing) return [404, { message: "Not Found" }, {}];
    const match = request.headers["if-match"];
    if (match !== undefined && match !== `"${thing.version}"`) return [412, { message: "it has changed" }, {}];
    switch (request.method) {
      case "GET":
        return [200, this.#shown(this.#seen(id) ?? thing), { etag: `"${thing.version}"` }];
      case "PATCH":
      case "PUT": {
        const { id: same, version } = thing;
        const kept = request.method === "PATCH" ? thing : {};
        const next = { ...kept, ...body, id: same, version: Number(version) + 1 };
        this.#lag(id, thing);
        this.things.set(id, next);
        return [200, this.#shown(this.#options.lag ? thing : next), {}];
      }
      case "DELETE":
        this.things.delete(id);
        return [204, undefined, {}];
      default:
        return [405, undefined, {}];
    }
  }

  #create(body: Thing): Answer {
    const taken = [...this.things.values()].some(
      (thing) =>
        (body.unique === true && thing.name === body.name) || (body.uid !== undefined && thing.uid === body.uid),
    );
    if (taken) return [409, { message: "the name is taken" }, {}];
    const id = this.add(body);
    return [
      201,
      { ...this.#shown(this.things.get(id) as Thing), key: `given-once-${id}` },
      { location: `/things/${id}` },
    ];
  }

  #list(url: URL): Answer {
    const { page, hidden = [] } = this.#options;
    const all = [...this.things.values()].map((thing) =>
      Object.fromEntries(Object.entries(this.#shown(thing)).filter(([key]) => !hidden.includes(key))),
    );
    if (!page) return [200, { items: all }, {}];
    const { size, kind } = page;
    const mark = Number(
      url.searchParams.get(kind === "link" ? "page" : kind) ?? (kind === "offset" || kind === "cursor" ? 0 : 1),
    );
    const begin = kind === "offset" || kind === "cursor" ? mark : (mark - 1) * size;
    const items = all.slice(begin, begin + size);
    const more = begin + size < all.length;
    const next = kind === "cursor" && more ? String(begin + size) : undefined;
    const link = kind === "link" && more ? { link: `<${this.origin}/things?page=${mark + 1}>; rel="next"` } : {};
    return [200, { items, more, next, pages: Math.ceil(all.length / size) }, link];
  }

  #shown(thing: Thing): Thing {
    return (this.#options.show ?? spite)(thing);
  }

  #lag(id: string, thing: Thing): void {
    const { lag = 0 } = this.#options;
    if (lag > 0) this.#lagging.set(id, { thing, left: lag });
  }

  #seen(id: string): Thing | undefined {
    const behind = this.#lagging.get(id);
    if (!behind || behind.left-- <= 0) return undefined;
    return behind.thing;
  }
}

/** A busy server says when to come again, and a proxy may do so in its place. */
function refuse(response: ServerResponse, status: number): void {
  const headers = status === 429 || status === 503 ? { "retry-after": "0" } : {};
  response.writeHead(status, headers).end('{"message": "in a bad mood"}');
}
