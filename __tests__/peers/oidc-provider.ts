import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error It brings no types.
import Provider from "oidc-provider";
import { askServer } from "./server-program.ts";

/** What it stores of a client. */
type AdapterPayload = { readonly [member: string]: unknown };

/** oidc-provider, where clients register and manage themselves (RFC 7591 and 7592), on this machine alone. */
export class OidcServer {
  readonly initialToken = "the-initial-access-token";
  /** Where it listens. */
  readonly target: { readonly port: number };
  /** Clients as it stores them. */
  readonly clients: Map<string, AdapterPayload>;
  readonly #close: () => void;

  private constructor(port: number, clients: Map<string, AdapterPayload>, close: () => void) {
    this.target = { port };
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

  /** Registers a client as anybody who may. @returns the client with its tokens */
  async register(client: object): Promise<{ readonly [member: string]: string }> {
    const headers = { authorization: `Bearer ${this.initialToken}` };
    return (await askServer({ ...this.target, headers }, "POST", "/reg", client)).value;
  }

  /** Changes a client as who runs the server can. */
  change(id: string, members: AdapterPayload): void {
    this.clients.set(id, { ...this.clients.get(id), ...members });
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
