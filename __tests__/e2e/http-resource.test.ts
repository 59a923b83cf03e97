import { describe } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { OidcServer } from "../peers/oidc-provider.ts";
import { hasPowerDns, PowerDns } from "../peers/powerdns.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";
import { firstIdentity } from "../state/seal/keys.ts";
import { describeAdoption, describeVerbs, type ThingServer } from "./quick-rig-verbs.ts";

const spiteful = async (): Promise<ThingServer & Disposable> => {
  const server = await new SpitefulServer({ page: { kind: "link", size: 2 } }).start();
  server.token = "the-token-of-things";
  const body: JsonObject = {
    name: "one",
    type: "a",
    tags: ["x", "y"],
    color: "red",
    ratio: 1.23456,
    due: "2026-02-03",
    size: 12,
    note: "",
    list: [],
  };
  return {
    host: server.host,
    secrets: { API_TOKEN: server.token },
    finds: true,
    hides: true,
    changed: { ...body, size: 13 },
    replaced: { ...body, type: "b" },
    spec: ({ body: other = body, spec = {} } = {}) => ({
      baseUrl: server.origin,
      path: "/things",
      auth: { bearer: "${SECRET:api_token}" },
      find: { items: "/items", match: ["/name"], page: "link" },
      replaceOn: ["/type"],
      body: other,
      ...spec,
    }),
    things: async () => new Map([...server.things].map(([id, thing]) => [id, { ...thing } as JsonObject])),
    // As the server shows it, it is to be as declared: what it makes of values counts only after our own writes.
    add: async (thing) =>
      server.add({
        ...thing,
        tags: [...(thing.tags as string[])].reverse(),
        color: "red",
        ratio: 1.23456,
        list: ["z"],
      }),
    change: async (id) => server.change(id, { size: 99 }),
    remove: async (id) => void server.things.delete(id),
    [Symbol.dispose]: () => server[Symbol.dispose](),
  };
};

describe("an HttpResource behind a server in a bad mood", () => {
  describeVerbs(spiteful);
});

const powerDns = async (): Promise<ThingServer & Disposable> => {
  const server = await PowerDns.start();
  const body: JsonObject = { name: "shop.example.", kind: "Native", account: "ops" };
  const zones = async () => (await server.ask("GET", "/zones")).value as (JsonObject & { id: string })[];
  return {
    host: server.host,
    secrets: { PDNS_KEY: server.key },
    finds: true,
    hides: true,
    changed: { ...body, account: "web" },
    replaced: { ...body, name: "store.example." },
    spec: ({ body: other = body, spec = {} } = {}) => ({
      baseUrl: server.origin,
      path: "/zones",
      auth: { header: { name: "X-API-Key", value: "${SECRET:pdns_key}" } },
      find: { match: ["/name"] },
      replaceOn: ["/name"],
      update: { method: "PUT", send: "declared" },
      body: other,
      ...spec,
    }),
    things: async () =>
      new Map((await zones()).map(({ id, name, kind, account }) => [id, { name, kind, account } as JsonObject])),
    add: async (zone) => {
      const { value } = await server.ask("POST", "/zones", zone);
      return value.id;
    },
    change: async (id) => void (await server.ask("PUT", `/zones/${id}`, { account: "somebody", kind: "Native" })),
    remove: async (id) => void (await server.ask("DELETE", `/zones/${id}`)),
    [Symbol.dispose]: () => server[Symbol.dispose](),
  };
};

describe.skipIf(!hasPowerDns)("a zone of PowerDNS (apt-get install pdns-server pdns-backend-sqlite3)", () => {
  describeVerbs(powerDns);
  describeAdoption(powerDns);
});

const oidc = async (): Promise<ThingServer & Disposable> => {
  const server = await OidcServer.start();
  const body: JsonObject = { client_name: "Shop", redirect_uris: ["https://shop.example/cb"] };
  return {
    host: server.host,
    secrets: { REGISTRATION_TOKEN: server.initialToken },
    // Tokens and secrets that the server gives are kept only where state is sealed.
    inputs: { "encryption-key": firstIdentity },
    finds: false,
    hides: false,
    changed: { ...body, client_name: "Store" },
    replaced: { ...body, application_type: "native", redirect_uris: ["com.example.shop:/cb"] },
    spec: ({ body: other = body, spec = {} } = {}) => ({
      baseUrl: server.origin,
      path: "/reg",
      auth: { bearer: "${SECRET:registration_token}", itemBearer: "TOKEN" },
      id: "/client_id",
      // Clients can't be listed.
      find: false,
      absent: [401],
      replaceOn: ["/application_type"],
      update: { method: "PUT", send: "declared", body: { client_id: "{id}" } },
      outputs: { CLIENT_ID: "/client_id", CLIENT_SECRET: "/client_secret", TOKEN: "/registration_access_token" },
      sensitiveOutputs: ["CLIENT_SECRET", "TOKEN"],
      body: other,
      ...spec,
    }),
    things: async () =>
      new Map([...server.clients].map(([id, client]) => [id, { name: client.client_name } as JsonObject])),
    add: async () => "",
    change: async (id) => void server.clients.set(id, { ...server.clients.get(id), client_name: "Somebody" }),
    remove: async (id) => void server.clients.delete(id),
    [Symbol.dispose]: () => server[Symbol.dispose](),
  };
};

describe("a client of oidc-provider, which has a token of its own", () => {
  describeVerbs(oidc);
});
