import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a receiver does with a message. */
export type Reaction =
  /** The connection breaks before there is an answer. */
  | "cut"
  /** There is never an answer. */
  | "hang"
  | { readonly status: number; readonly headers?: { readonly [name: string]: string }; readonly body?: string };

/** A message as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that takes messages of webhooks, or does not. */
export class WebhookReceiver implements Disposable {
  readonly origin: string;
  /** As the Project allows it. */
  readonly host: string;
  /** In the order in which they came, also those that were refused. */
  readonly received: Received[] = [];
  /** @param tries how many came before */
  react: (tries: number, message: Received) => Reaction = () => ({ status: 200, body: "ok" });
  /** Called once a message is there. */
  heard: () => void = () => {};
  readonly #close: () => void;

  private constructor(port: number, close: () => void) {
    this.host = `127.0.0.1:${port}`;
    this.origin = `http://${this.host}`;
    this.#close = close;
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const receiver = new WebhookReceiver((server.address() as AddressInfo).port, () => {
      server.close();
      server.closeAllConnections();
    });
    server.on("request", (asking, answering) => void receiver.#take(asking, answering));
    return receiver;
  }

  /** The bodies, as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at messages as who gets their JSON does
  get messages(): readonly any[] {
    return this.received.map(({ body }) => JSON.parse(body));
  }

  async #take(asking: IncomingMessage, answering: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of asking) pieces.push(piece as Buffer);
    const { method = "", url: path = "", headers } = asking;
    const message = { method, path, headers, body: Buffer.concat(pieces).toString("utf8") };
    const reaction = this.react(this.received.length, message);
    this.received.push(message);
    this.heard();
    if (reaction === "hang") return;
    if (reaction === "cut") {
      asking.socket.destroy();
      return;
    }
    answering.writeHead(reaction.status, reaction.headers).end(reaction.body ?? "");
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
