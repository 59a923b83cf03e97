import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { egressCertificate } from "./egress-certificate.ts";

/**
 * The one way out of a network, as firewalls leave it: a proxy that reads along. It remembers each host that it is asked
 * for, and leads those that it knows to servers of the test.
 */
export class Egress implements AsyncDisposable {
  /** In the order in which they were first asked for. */
  readonly hosts = new Set<string>();
  /** Host → address of a server on this machine. */
  readonly #servers = new Map<string, string>();
  readonly #proxy: Server;
  readonly #tls: Server;
  readonly #open = new Set<Socket>();

  private constructor() {
    const take = (asking: IncomingMessage, answering: ServerResponse) => this.#pass(asking, answering);
    this.#tls = createTlsServer(egressCertificate, take);
    this.#proxy = createServer(take);
    this.#proxy.on("connect", ({ url = "" }: IncomingMessage, socket: Socket) => {
      this.hosts.add(url.replace(/:(?:443|80)$/, ""));
      this.#open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => this.#open.delete(socket));
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      (url.endsWith(":443") ? this.#tls : this.#proxy).emit("connection", socket);
    });
  }

  static async open(servers: { readonly [host: string]: string }): Promise<Egress> {
    const egress = new Egress();
    for (const [host, address] of Object.entries(servers)) egress.#servers.set(host, address);
    await new Promise<void>((resolve) => egress.#proxy.listen(0, "127.0.0.1", resolve));
    return egress;
  }

  /** What a runner in this network has set. */
  environment(folder: string): { readonly [name: string]: string } {
    const file = join(folder, "network.pem");
    writeFileSync(file, egressCertificate.cert);
    const proxy = `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
    return {
      HTTPS_PROXY: proxy,
      HTTP_PROXY: proxy,
      http_proxy: proxy,
      NODE_EXTRA_CA_CERTS: file,
      GIT_SSL_CAINFO: file,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#proxy.closeAllConnections();
    await new Promise((resolve) => this.#proxy.close(resolve));
  }

  #pass(asking: IncomingMessage, answering: ServerResponse): void {
    // Without a tunnel, the whole address stands in the request.
    const { hostname: host, pathname, search } = new URL(asking.url ?? "", `http://${asking.headers.host}`);
    this.hosts.add(host);
    const server = this.#servers.get(host);
    if (server === undefined) {
      answering.writeHead(502).end(`nobody knows ${host}`);
      return;
    }
    const { port } = new URL(server);
    const { method, headers } = asking;
    const passed = request({ host: "127.0.0.1", port, method, path: `${pathname}${search}`, headers });
    passed.on("error", () => answering.destroy());
    passed.on("response", (given) => {
      answering.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answering);
    });
    asking.pipe(passed);
  }
}
