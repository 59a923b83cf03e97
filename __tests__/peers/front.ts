import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** What a front answers by itself. */
export interface OwnAnswer {
  readonly status: number;
  readonly body?: object;
}

/** Stands before a server, as proxies do: passes on what it is asked as it is, or answers in the server's place. */
export class Front implements Disposable {
  readonly origin: string;
  /** Each request, as `GET /things`. */
  readonly requests: string[] = [];
  /** Decides who answers, once a request is there as a whole. */
  answer: (asked: string) => Promise<OwnAnswer | undefined> | OwnAnswer | undefined = () => undefined;
  /** What it asks for in `Authorization`, before a server that asks for nothing. */
  authorization: string | undefined;
  readonly #close: () => void;

  private constructor(port: number, close: () => void) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#close = close;
  }

  /** @param target where the server is: `{port}` or `{socketPath}`; `headers` replace those of requests */
  static async before(target: RequestOptions): Promise<Front> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const front = new Front((server.address() as AddressInfo).port, () => {
      server.close();
      server.closeAllConnections();
    });
    server.on("request", (asking, answering) => void front.#take(target, asking, answering));
    return front;
  }

  /** Requests that write, of those since `from`. */
  writes(from = 0): readonly string[] {
    return this.requests.slice(from).filter((asked) => !asked.startsWith("GET "));
  }

  /** What goes wrong in a test is an answer, too: it shows in the log of the run. */
  async #own(asked: string): Promise<OwnAnswer | undefined> {
    try {
      return await this.answer(asked);
    } catch (error) {
      return { status: 400, body: { message: `the test itself failed: ${error}` } };
    }
  }

  async #take(target: RequestOptions, asking: IncomingMessage, answering: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of asking) pieces.push(piece as Buffer);
    const asked = `${asking.method} ${asking.url}`;
    this.requests.push(asked);
    const taken = this.authorization === undefined || asking.headers.authorization === this.authorization;
    const own = taken ? await this.#own(asked) : { status: 401, body: { message: "who are you?" } };
    if (own) {
      answering.writeHead(own.status, { "content-type": "application/json" });
      answering.end(own.body ? JSON.stringify(own.body) : "");
      return;
    }
    const headers = { ...asking.headers, ...(target.headers as OutgoingHttpHeaders | undefined) };
    const passed = request({ host: "127.0.0.1", ...target, method: asking.method, path: asking.url, headers });
    // Whoever asks sees what has become of the connection.
    passed.on("error", () => answering.destroy());
    passed.on("response", (given) => {
      answering.writeHead(given.statusCode ?? 502, given.headers);
      given.on("error", () => answering.destroy());
      given.on("data", (piece: Buffer) => answering.write(piece));
      given.on("end", () => {
        // Those of a server that only knows them in the end: an ETag of Caddy's.
        answering.addTrailers(given.trailers as OutgoingHttpHeaders);
        answering.end();
      });
    });
    passed.end(Buffer.concat(pieces));
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
