import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { full } from "../faults/scale.ts";
import { reference, task } from "./fifty-secrets.manifest.ts";
import { secrets } from "./fifty-secrets.samples.ts";
import { forms } from "./fifty-secrets.traces.ts";

/** Those that a header takes. */
const [token = 0, password = 0, key = 0, client = 0] = secrets.flatMap((secret, index) =>
  /^[!-~]{20,60}$/.test(secret) && !secret.includes("//") ? [index] : [],
);
/** One that is the id of a thing, and so part of an address. */
const id = secrets.findIndex((secret) => secret.startsWith("pässwörd"));

const everything = secrets.map((_, index) => `${reference(index)}`);

/** Everything that a server may say, in every form. */
const allForms = secrets.flatMap((secret) => [secret, ...Object.values(forms).flatMap((write) => write(secret))]);
let turn = 0;
/** In short a third of it, each time another one. */
function someForms(): readonly string[] {
  turn++;
  return full ? allForms : allForms.filter((_, index) => (index + turn) % 3 === 0);
}

const basic = (user: string): string => Buffer.from(`${user}:${secrets[password]}`).toString("base64");

/** A server that says again whatever it is told, and more, in answers, refusals, headers and redirects. */
export class TellingServer {
  /** What came, but for what was read. */
  readonly seen: { readonly authorization: string; readonly body: string; readonly url: string }[] = [];
  origin = "";
  host = "";
  refuses = false;
  /** What it was told as a proxy. */
  proxied = "";
  readonly #things = new Map<string, object>();
  readonly #server = createServer((request, response) => void this.#take(request, response));

  static async start(): Promise<TellingServer> {
    const server = new TellingServer();
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    server.host = `127.0.0.1:${(server.#server.address() as AddressInfo).port}`;
    server.origin = `http://${server.host}`;
    // As a proxy it refuses, and says what it was told.
    server.#server.on("connect", (request: IncomingMessage, socket: Duplex) => {
      server.proxied = request.headers["proxy-authorization"] ?? "";
      const words = server.proxied.replace(/^Basic /, "");
      socket.end(`HTTP/1.1 407 ${words}\r\nx-told: ${words}\r\ncontent-length: ${words.length}\r\n\r\n${words}`);
    });
    return server;
  }

  [Symbol.dispose](): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const piece of request) body += piece;
    const { url = "/", method, headers } = request;
    const { authorization = "" } = headers;
    this.seen.push({ authorization, body, url });
    const said = someForms();
    const [, first = "", name = ""] = new URL(url, this.origin).pathname.split("/");
    const answer = (status: number, value: unknown, more: { readonly [name: string]: string } = {}): void => {
      const told = { "x-told": `${secrets[token]} ${secrets[key]} ${authorization}`, etag: `"${secrets[client]}"` };
      response.writeHead(status, { "content-type": "application/json", ...told, ...more });
      response.end(typeof value === "string" ? value : JSON.stringify(value));
    };
    if (first === "token") return answer(200, { access_token: "made-here-and-secret", expires_in: 3_600, said });
    if (first === "away")
      return answer(302, said, { location: `http://10.0.0.1/${encodeURIComponent(secrets[4] ?? "")}` });
    if (first === "told")
      return answer(302, said, { location: `http://user:${encodeURIComponent(secrets[16] ?? "")}@${this.host}/x` });
    if (first === "mute") return void request.socket.destroy();
    if (first === "page") return answer(502, `<html>${said.join(" ")}</html>`);
    if (first === "garbage") return answer(200, said.join("\n"));
    if (first === "refusing" || (this.refuses && method !== "GET"))
      return answer(422, {
        title: said.slice(0, 40).join(" "),
        message: said.join("\n"),
        detail: `refused: ${body}`,
        errors: secrets.map((secret) => ({ field: secret, message: `${authorization} ${secret}` })),
      });
    if (method === "GET" && name === "") return answer(200, { items: [...this.#things.values()], said });
    const known = this.#things.get(decodeURIComponent(name));
    if (method === "DELETE") {
      this.#things.delete(decodeURIComponent(name));
      return answer(known ? 204 : 404, "");
    }
    if (method === "GET") return known ? answer(200, known) : answer(404, { message: `no ${name}`, said });
    const given = JSON.parse(body) as { uid?: string };
    const made = known ? decodeURIComponent(name) : (given.uid ?? String(this.#things.size + 1));
    const thing = { ...known, ...given, id: made, key: "made-by-module", told: secrets[9], said };
    this.#things.set(made, thing);
    answer(200, thing);
  }
}

/** Tasks whose secrets go into bodies, headers, tokens and addresses. */
export function requesting(server: TellingServer, version: number): string {
  const { origin } = server;
  const find = { items: "/items", match: ["/name"] };
  const of = (name: string, more: object, body: object = {}): string =>
    task(
      "HttpResource",
      { name },
      { baseUrl: origin, path: "/things", find, ...more, body: { name, version, ...body } },
    );
  const outputs = { KEY: "/key", TOLD: "/told", ALL: "/said" };
  const all = { all: everything, nested: { [`about ${3}`]: reference(3), list: [{ deep: reference(24) }] } };
  return [
    of("body", { auth: { bearer: reference(token) }, outputs, sensitiveOutputs: ["KEY"] }, all),
    of("basic", { auth: { basic: { username: "user", password: reference(password) } } }),
    of("header", {
      auth: { header: { name: "X-Key", value: reference(key) } },
      headers: { "x-more": reference(token) },
    }),
    of("oauth", {
      auth: { oauth2: { tokenUrl: `${origin}/token`, clientId: "opus", clientSecret: reference(client) } },
    }),
    of(
      "address",
      { query: { key: reference(16), other: reference(20) }, id: { body: "/uid" } },
      { uid: reference(id) },
    ),
    // What is there is not said: it could be anything.
    of("public", {}, { note: `a ${reference(33)} b` }),
  ].join("");
}

/** The same against what refuses, leads away, or gives nothing that can be read. */
export function refused(server: TellingServer): string {
  const all = { all: everything };
  const elsewhere = { baseUrl: "http://things.example", path: "/things", find: false, body: { name: "proxied" } };
  const behindProxy = task("HttpResource", { name: "proxied", timeout: "20s" }, elsewhere);
  return (
    behindProxy +
    ["refusing", "away", "told", "mute", "page", "garbage"]
      .map((path) =>
        task(
          "HttpResource",
          { name: path, timeout: "20s" },
          {
            baseUrl: server.origin,
            path: `/${path}`,
            auth: { basic: { username: "user", password: reference(password) } },
            query: { key: reference(16) },
            find: false,
            absent: [404],
            settle: "1ms",
            body: { name: path, ...all },
          },
        ),
      )
      .join("")
  );
}

/** The server as a proxy, with a password. */
export function proxyEnvironment({ host }: TellingServer): { readonly [name: string]: string } {
  return { HTTP_PROXY: `http://user:${encodeURIComponent(secrets[password] ?? "")}@${host}`, NO_PROXY: "127.0.0.1" };
}

/** Did the proxy get the password? */
export function proxyCame({ proxied }: TellingServer): boolean {
  return proxied === `Basic ${basic("user")}`;
}

/** What came to a server that is secret, by what it is. */
export function came({ seen }: TellingServer): { readonly [what: string]: boolean } {
  const everywhere = (where: (one: (typeof seen)[number]) => boolean): boolean => seen.some(where);
  return {
    bearer: everywhere(({ authorization }) => authorization === `Bearer ${secrets[token]}`),
    basic: everywhere(({ authorization }) => authorization === `Basic ${basic("user")}`),
    token: everywhere(({ authorization }) => authorization === "Bearer made-here-and-secret"),
    body: everywhere(({ body }) => body.includes(JSON.stringify(secrets[8]).slice(1, -1))),
    query: everywhere(({ url }) => new URL(url, "http://host").searchParams.get("key") === secrets[16]),
    path: everywhere(({ url }) => url.includes(encodeURIComponent(secrets[id] ?? ""))),
  };
}
