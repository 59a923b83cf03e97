import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error It brings no types.
import Provider from "oidc-provider";

/** What it stores of a client. */
type AdapterPayload = { readonly [member: string]: unknown };

/** oidc-provider, where clients register and manage themselves (RFC 7591 and 7592), on this machine alone. */
export class OidcServer {
  readonly initialToken = "the-initial-access-token";
  readonly host: string;
  readonly origin: string;
  /** Clients as it stores them. */
  readonly clients: Map<string, AdapterPayload>;
  readonly #close: () => void;

  private constructor(port: number, clients: Map<string, AdapterPayload>, close: () => void) {
    this.host = `127.0.0.1:${port}`;
    this.origin = `http://${this.host}`;
    this.clients = clients;
    this.#close = close;
  }

  static async start(): Promise<OidcServer> {
    const stored = new Map<string, Map<string, AdapterPayload>>();
    const of = (model: string): Map<string, AdapterPayload> => {
      const all = stored.get(model) ?? new Map<string, AdapterPayload>();
      stored.set(model, all);
      return all;
    };
    const adapter = (model: string) => ({
      upsert: async (id: string, payload: AdapterPayload) => void of(model).set(id, payload),
      find: async (id: string) => of(model).get(id),
      findByUserCode: async () => undefined,
      findByUid: async () => undefined,
      consume: async () => undefined,
      destroy: async (id: string) => void of(model).delete(id),
      revokeByGrantId: async () => undefined,
    });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const provider = new Provider(`http://127.0.0.1:${port}`, {
      adapter,
      cookies: { keys: ["k"] },
      features: {
        devInteractions: { enabled: false },
        registration: { enabled: true, initialAccessToken: "the-initial-access-token" },
        registrationManagement: { enabled: true },
      },
    });
    provider.on("server_error", () => {});
    server.on("request", provider.callback());
    return new OidcServer(port, of("Client"), () => {
      server.close();
      server.closeAllConnections();
    });
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
