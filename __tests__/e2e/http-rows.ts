import { readFileSync } from "node:fs";
import type { RequestOptions } from "node:http";
import { join } from "node:path";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { Aptly, aptlyPackages, hasAptly } from "../peers/aptly.ts";
import { Caddy, caddyPackages, hasCaddy } from "../peers/caddy.ts";
import { Front } from "../peers/front.ts";
import { OidcServer } from "../peers/oidc-provider.ts";
import { hasPowerDns, PowerDns, powerDnsPackages } from "../peers/powerdns.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { firstIdentity } from "../state/seal/keys.ts";
import type { Peer, Row } from "./quick-rig-verbs.ts";

/** The manifest of an example, as it stands there. */
function example(name: string): string {
  return readFileSync(join(import.meta.dirname, "../../examples/http-resource", name, "opus.yaml"), "utf8");
}

const spitefulManifest = `
{apiVersion: opus/v1, kind: Project, metadata: {name: things}, spec: {contexts: [{input: true}], http: {allow: ["127.0.0.1"]}}}
---
apiVersion: opus/v1
kind: Values
metadata: { name: things }
spec:
  values: { server: { type: string }, type: { type: string, default: "a" }, size: { type: integer, default: 12 } }
  secrets: { token: { env: API_TOKEN } }
---
apiVersion: opus/v1
kind: HttpResource
metadata: { name: thing }
spec:
  baseUrl: \${VALUE:server}
  path: /things
  auth: { bearer: "\${SECRET:token}" }
  find: { items: /items, match: [/name], page: link }
  replaceOn: [/type]
  body:
    name: one
    type: \${VALUE:type}
    tags: [x, y]
    color: red
    ratio: 1.23456
    due: "2026-02-03"
    size: \${VALUE:size}
    note: ""
    list: []
`;

/** A server with a front before it, and both ended together. */
async function behindFront<T extends Disposable & { readonly target: RequestOptions }>(
  starting: Promise<T>,
  peer: (server: T, front: Front) => Omit<Peer, "front" | typeof Symbol.dispose>,
): Promise<Peer> {
  const server = await starting;
  const front = await Front.before(server.target);
  const end = (): void => {
    front[Symbol.dispose]();
    server[Symbol.dispose]();
  };
  return { ...peer(server, front), front, [Symbol.dispose]: end };
}

/** Members of things by their id. */
function byId(things: readonly JsonObject[], id: string, ...members: readonly string[]): Map<string, JsonObject> {
  return new Map(
    things.map((thing) => [String(thing[id]), Object.fromEntries(members.map((name) => [name, thing[name] ?? null]))]),
  );
}

const spiteful = () =>
  behindFront(new SpitefulServer({ page: { kind: "link", size: 2 } }).start(), (server) => {
    server.token = "the-token-of-things";
    return {
      secrets: { API_TOKEN: server.token },
      things: async () => byId([...server.things.values()] as JsonObject[], "id", "type", "size", "color"),
      add: async () => server.add({ name: "one", type: "a", tags: ["y", "x"], due: "2026-02-03", size: 12 }),
      change: async (id) => server.change(id, { size: 99 }),
      remove: async (id) => void server.things.delete(id),
      forbidden: { API_TOKEN: "not-taken-any-more" },
    };
  });

const powerDns = () =>
  behindFront(PowerDns.start(), (server) => ({
    secrets: { PDNS_API_KEY: server.key },
    things: async () => byId((await server.ask("GET", "/zones")).value, "id", "kind", "account"),
    add: async () => {
      const zone = { name: "shop.example.", kind: "Native", account: "ops", soa_edit_api: "INCREASE" };
      return (await server.ask("POST", "/zones", zone)).value.id;
    },
    change: async (id) => void (await server.ask("PUT", `/zones/${id}`, { account: "somebody" })),
    remove: async (id) => void (await server.ask("DELETE", `/zones/${id}`)),
    forbidden: { PDNS_API_KEY: "not-taken-any-more" },
  }));

const keys = "/zones/shop.example./cryptokeys";

export const powerDnsKey = () =>
  behindFront(PowerDns.start(), (server) => ({
    secrets: { PDNS_API_KEY: server.key },
    things: async () => {
      const { status, value } = await server.ask("GET", keys);
      const all = status === 200 ? (value as JsonObject[]) : [];
      const ours = all.filter(({ algorithm }) => algorithm !== "ECDSAP384SHA384");
      return byId(ours, "id", "algorithm", "active", "published");
    },
    add: async () => {
      if ((await server.ask("GET", "/zones/shop.example.")).status === 404)
        await server.ask("POST", "/zones", { name: "shop.example.", kind: "Native" });
      const key = { keytype: "csk", algorithm: "ECDSAP256SHA256", active: true, published: true };
      return String((await server.ask("POST", keys, key)).value.id);
    },
    change: async (id) => void (await server.ask("PUT", `${keys}/${id}`, { active: false, published: true })),
    remove: async (id) => {
      // The number of the newest key is given once more when that is removed, so there is a newer one then.
      await server.ask("POST", keys, { keytype: "csk", algorithm: "ECDSAP384SHA384", active: false });
      await server.ask("DELETE", `${keys}/${id}`);
    },
    forbidden: { PDNS_API_KEY: "not-taken-any-more" },
  }));

const aptly = () =>
  behindFront(Aptly.start(), (server, front) => {
    const password = "the-password-of-the-proxy";
    front.authorization = `Basic ${Buffer.from(`opus:${password}`).toString("base64")}`;
    return {
      secrets: { APTLY_PASSWORD: password },
      things: async () => byId((await server.ask("GET", "/repos")).value, "Name", "Comment", "DefaultDistribution"),
      add: async () => {
        const more = { DefaultDistribution: "stable", DefaultComponent: "main" };
        await server.ask("POST", "/repos", { Name: "shop", Comment: "Packages of the shop", ...more });
        return "shop";
      },
      change: async (id) => void (await server.ask("PUT", `/repos/${id}`, { Comment: "Somebody's" })),
      remove: async (id) => void (await server.ask("DELETE", `/repos/${id}`)),
      forbidden: { APTLY_PASSWORD: "not-taken-any-more" },
    };
  });

export const caddy = () =>
  behindFront(Caddy.start(), (server, front) => {
    const route = (body: string) => ({ match: [{ path: ["/"] }], handle: [{ handler: "static_response", body }] });
    const shop = (greeting: string) => ({ "@id": "shop", listen: ["127.0.0.1:0"], routes: [route(greeting)] });
    return {
      secrets: {},
      things: async () => new Map(Object.entries((await server.ask("GET", "/servers")).value as JsonObject)) as never,
      add: async () => {
        await server.ask("POST", "/servers/shop", shop("Welcome to the shop"));
        return "shop";
      },
      change: async (id) => void (await server.ask("POST", `/servers/${id}`, shop("Somebody was here"))),
      remove: async (id) => void (await server.ask("DELETE", `/servers/${id}`)),
      forbidden: (_, forbidden) => {
        front.answer = () => (forbidden ? { status: 403, body: { error: "not you" } } : undefined);
      },
    };
  });

export const oidc = () => {
  const tokens = new Map<string, string>();
  return behindFront(OidcServer.start(), (server, front) => ({
    secrets: { REGISTRATION_TOKEN: server.initialToken },
    // Tokens and secrets that the server gives are kept only where state is sealed.
    inputs: { "encryption-key": firstIdentity },
    things: async () => byId([...server.clients.values()] as JsonObject[], "client_id", "client_name"),
    add: async () => {
      const client = { client_name: "Shop", application_type: "web", redirect_uris: ["https://shop.example/cb"] };
      const { client_id: id = "", registration_access_token: token = "" } = await server.register(client);
      tokens.set(id, token);
      return id;
    },
    // Who takes over a client that somebody has registered has its token from them.
    adopting: (id) => ({ REGISTRATION_TOKEN: tokens.get(id) ?? "" }),
    change: async (id) => server.change(id, { client_name: "Somebody" }),
    remove: async (id) => void server.clients.delete(id),
    forbidden: (_, forbidden) => {
      const words = {
        error: "invalid_request",
        error_description: "client does not have permission to read its record",
      };
      front.answer = () => (forbidden ? { status: 403, body: words } : undefined);
    },
  }));
};

const listen = "127.0.0.1:0";

/** The servers, and the examples that are tried with them. */
export const rows: readonly Row[] = [
  {
    name: "a thing of a server in a bad mood",
    here: true,
    manifest: spitefulManifest,
    task: "thing",
    start: spiteful,
    changed: { size: 13 },
    replaced: { type: "b" },
    adopts: "in other forms",
    recreated: "refused",
    unique: false,
    says: { adopt: "with `adopt: true`, as the server shows values in other forms than they are declared in" },
  },
  {
    name: `a zone of PowerDNS (${powerDnsPackages})`,
    here: hasPowerDns,
    manifest: example("powerdns"),
    task: "zone",
    start: powerDns,
    changed: { account: "web" },
    replaced: { zone: "store.example." },
    adopts: "as it is",
    recreated: "the same",
    unique: true,
    says: { recreated: "under the same id, as names are ids here: it is ours" },
  },
  {
    name: `a key of PowerDNS, below a zone (${powerDnsPackages})`,
    here: hasPowerDns,
    manifest: example("powerdns-key"),
    task: "signing-key",
    start: powerDnsKey,
    changed: { published: false },
    replaced: { algorithm: "ED25519" },
    adopts: "as it is",
    recreated: "refused",
    unique: false,
    says: { recreated: "with another id" },
  },
  {
    name: `a repository of aptly (${aptlyPackages})`,
    here: hasAptly,
    manifest: example("aptly"),
    task: "repository",
    start: aptly,
    changed: { comment: "Packages of the store" },
    replaced: { repository: "store" },
    adopts: "as it is",
    recreated: "the same",
    unique: true,
    says: {
      recreated: "under the same id, as names are ids here: it is ours",
      "permission lost": "aptly knows none: the proxy before it does not take the password any more",
    },
  },
  {
    name: `a server of Caddy (${caddyPackages})`,
    here: hasCaddy,
    manifest: example("caddy"),
    task: "server",
    start: caddy,
    values: { listen },
    changed: { greeting: "Welcome back" },
    replaced: { name: "store" },
    adopts: "as it is",
    recreated: "the same",
    unique: true,
    says: {
      adopt: "by the id that we choose",
      recreated: "under the same id, as we choose it: it is ours",
      "permission lost": "Caddy knows none: a proxy before it answers 403",
    },
  },
  {
    name: "a client of oidc-provider, which has a token of its own",
    here: true,
    manifest: example("oidc-provider"),
    task: "client",
    start: oidc,
    changed: { name: "Store" },
    replaced: { type: "native", callback: "com.example.shop:/cb" },
    adopts: "named",
    recreated: "not seen",
    unique: false,
    says: {
      adopt: "by its id and with its own token, as clients can't be listed",
      "adoption refused": "where nobody has the id: none is made instead",
      recreated: "with another id, by which nobody can find it: ours is made besides",
      "permission lost":
        "a proxy before it answers the 403 of RFC 7592: by itself it says 401 to all that it does not know",
    },
  },
];
