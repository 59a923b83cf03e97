// Small stand-ins for services that can't be had here, in the shapes that their documentation gives.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Thing = { [member: string]: unknown };
type Answer = readonly [status: number, value?: unknown, headers?: { readonly [name: string]: string }];

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly text: string;
  readonly body: Thing;
}

/** A stand-in: things by their id, and what is answered. */
export interface RecipeServer extends Disposable {
  readonly origin: string;
  readonly things: Map<string, Thing>;
  /** Each request, as `PUT /clients/1`. */
  readonly requests: readonly string[];
}

async function serve(things: Map<string, Thing>, answer: (asked: Asked) => Answer): Promise<RecipeServer> {
  const requests: string[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) text += piece;
    const url = new URL(request.url ?? "/", "http://host");
    const { method = "", headers } = request;
    requests.push(`${method} ${url.pathname}`);
    const body = text.startsWith("{") ? (JSON.parse(text) as Thing) : {};
    const [status, value, more] = answer({
      method,
      path: url.pathname,
      query: url.searchParams,
      authorization: headers.authorization ?? "",
      text,
      body,
    });
    response.writeHead(status, { "content-type": "application/json", ...more });
    response.end(value === undefined ? "" : JSON.stringify(value));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    things,
    requests,
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Grafana's dashboards: made and changed by one POST that holds a version, read in another shape. */
export function grafana(token: string): Promise<RecipeServer> {
  const things = new Map<string, Thing>();
  return serve(things, ({ method, path, authorization, body }) => {
    if (authorization !== `Bearer ${token}`) return [401, { message: "Unauthorized" }];
    if (method === "GET" && path === "/api/search")
      return [
        200,
        [...things].map(([uid, { folderUid, dashboard }]) => ({
          uid,
          folderUid,
          title: (dashboard as Thing).title,
          type: "dash-db",
          uri: "db/shop",
        })),
      ];
    const uid = /^\/api\/dashboards\/uid\/([^/]+)$/.exec(path)?.[1] ?? "";
    const there = things.get(uid);
    if (method === "POST" && path === "/api/dashboards/db") {
      const dashboard = body.dashboard as Thing | undefined;
      if (typeof dashboard?.uid !== "string" || typeof dashboard.title !== "string")
        return [400, { message: "bad request data" }];
      const old = things.get(dashboard.uid)?.dashboard as Thing | undefined;
      if (old && old.version !== dashboard.version)
        return [412, { message: "The dashboard has been changed by someone else", status: "version-mismatch" }];
      const version = Number(old?.version ?? 0) + 1;
      const kept = { schemaVersion: 39, timezone: "browser", ...dashboard, id: 7, version };
      things.set(dashboard.uid, { dashboard: kept, folderUid: body.folderUid ?? "" });
      return [200, { id: 7, uid: dashboard.uid, url: "/d/shop/shop", status: "success", version, slug: "shop" }];
    }
    if (!there) return [404, { message: "Dashboard not found", status: "not-found" }];
    if (method === "DELETE") {
      things.delete(uid);
      return [200, { title: "Shop", message: "Dashboard Shop deleted", id: 7 }];
    }
    const { folderUid, dashboard } = there;
    return [200, { dashboard, meta: { type: "db", slug: "shop", folderUid, folderTitle: "Ops", provisioned: false } }];
  });
}

/** PagerDuty's services: envelopes on both sides, pages by offset. */
export function pagerDuty(token: string): Promise<RecipeServer> {
  const things = new Map<string, Thing>([
    ["P0", { id: "P0", type: "service", name: "Shop of old", escalation_policy: { id: "PABC" } }],
  ]);
  const whole = (id: string, given: Thing): Thing => ({
    id,
    type: "service",
    summary: given.name,
    self: `https://api.pagerduty.com/services/${id}`,
    description: null,
    status: "active",
    teams: [],
    ...given,
    escalation_policy: { ...(given.escalation_policy as Thing), summary: "Default", self: null },
  });
  return serve(things, ({ method, path, query, authorization, body }) => {
    if (authorization !== `Token token=${token}`) return [401, { error: { message: "Unauthorized", code: 2006 } }];
    const id = /^\/services\/([^/]+)$/.exec(path)?.[1];
    const service = body.service as Thing | undefined;
    const invalid = (words: string): Answer => [
      400,
      { error: { message: "Invalid Input Provided", code: 2001, errors: [words] } },
    ];
    if (id === undefined && method === "GET") {
      const all = [...things.values()].filter(({ name }) => String(name).includes(query.get("query") ?? ""));
      const [offset, limit] = [Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 25)];
      if (limit > 100) return invalid("Limit must be at most 100");
      const services = all.slice(offset, offset + limit);
      return [200, { services, limit, offset, total: null, more: offset + limit < all.length }];
    }
    if (id === undefined) {
      if (!service) return invalid("Service is missing");
      if ([...things.values()].some(({ name }) => name === service.name)) return invalid("Name has already been taken");
      const made = `P${things.size}SHOP`;
      things.set(made, whole(made, service));
      return [201, { service: things.get(made) }];
    }
    const there = things.get(id);
    if (!there) return [404, { error: { message: "Not Found", code: 2100 } }];
    if (method === "DELETE") things.delete(id);
    if (method === "DELETE") return [204];
    if (method === "PUT") {
      if (!service) return invalid("Service is missing");
      things.set(id, whole(id, { ...there, ...service }));
    }
    return [200, { service: things.get(id) }];
  });
}

/** Keycloak's clients: a token from its own address, an empty answer with a Location, a PUT that takes the whole. */
export function keycloak(secret: string): Promise<RecipeServer> {
  const things = new Map<string, Thing>();
  const credentials = `Basic ${Buffer.from(`opus:${secret}`).toString("base64")}`;
  const defaults = { enabled: true, protocol: "openid-connect", publicClient: false, attributes: {}, webOrigins: [] };
  const shown = ({ secret: hidden, ...thing }: Thing): Thing => ({
    ...thing,
    redirectUris: [...((thing.redirectUris as string[] | undefined) ?? [])].reverse(),
    ...(hidden === undefined ? {} : { secret: "**********" }),
  });
  return serve(things, ({ method, path, query, authorization, text, body }) => {
    if (path === "/realms/shop/protocol/openid-connect/token") {
      if (authorization !== credentials || new URLSearchParams(text).get("grant_type") !== "client_credentials")
        return [
          401,
          { error: "unauthorized_client", error_description: "Invalid client or Invalid client credentials" },
        ];
      return [200, { access_token: "the-access-token-of-keycloak", expires_in: 300, token_type: "Bearer" }];
    }
    if (authorization !== "Bearer the-access-token-of-keycloak") return [401, { error: "HTTP 401 Unauthorized" }];
    const [, id] = /^\/admin\/realms\/shop\/clients(?:\/([^/]+))?$/.exec(path) ?? [];
    if (id === undefined && method === "GET") {
      const wanted = query.get("clientId");
      return [200, [...things.values()].filter(({ clientId }) => wanted === null || clientId === wanted).map(shown)];
    }
    if (id === undefined) {
      if ([...things.values()].some(({ clientId }) => clientId === body.clientId))
        return [409, { errorMessage: `Client ${body.clientId} already exists` }];
      const made = `0b1c${things.size}d2e-7f3a-4c5b-9d8e-1a2b3c4d5e6f`;
      things.set(made, { ...defaults, ...body, id: made });
      return [201, undefined, { location: `https://sso.example/admin/realms/shop/clients/${made}` }];
    }
    const there = things.get(id);
    if (!there) return [404, { error: "Could not find client" }];
    if (method === "GET") return [200, shown(there)];
    if (method === "DELETE") things.delete(id);
    // What is left out is as if it had never been said.
    else things.set(id, { ...defaults, ...body, id });
    return [204];
  });
}
