import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a server of files behaves that nobody here wrote. */
export interface Mood {
  /** Cuts the line after so many bytes of each answer. */
  cut?: number | undefined;
  /** Sends so many bytes of each answer, and then nothing. */
  stall?: number | undefined;
  /** Looks at no `Range`. */
  whole?: boolean;
  /** Looks at no `If-Range`. */
  careless?: boolean;
  /** Tells neither ETag nor Last-Modified. */
  mute?: boolean;
  /** Says another length than it sends. */
  lie?: number | undefined;
  /** Says no length. */
  chunked?: boolean;
  status?: number | undefined;
  type?: string;
  /** Leads there. */
  location?: string | undefined;
}

/** A server with one file. */
export class FileServer {
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly mood: Mood = {};
  /** Range of each request; `undefined`: the whole. */
  readonly ranges: (string | undefined)[] = [];
  readonly headers: IncomingMessage["headers"][] = [];
  /** Bytes that were sent. */
  sent = 0;
  /** Called with each request. */
  asked: (count: number) => void = () => {};
  content: Buffer;

  constructor(content: Buffer | string = "") {
    this.content = Buffer.from(content);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}/files/tool.bin`;
  }

  get sha256(): string {
    return createHash("sha256").update(this.content).digest("hex");
  }

  get etag(): string {
    return `"${this.sha256.slice(0, 12)}"`;
  }

  [Symbol.dispose](): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { range, "if-range": ifRange, "if-none-match": ifNone } = request.headers;
    this.ranges.push(range);
    this.headers.push(request.headers);
    this.asked(this.ranges.length);
    const { mood, content, etag } = this;
    const versions = mood.mute ? {} : { etag };
    if (mood.location !== undefined) {
      response.writeHead(302, { location: mood.location }).end();
      return;
    }
    if (mood.status !== undefined) {
      response.writeHead(mood.status, { "content-type": "text/plain" }).end("no");
      return;
    }
    if (!mood.mute && ifNone === etag) {
      response.writeHead(304, versions).end();
      return;
    }
    const [, from] = /^bytes=(\d+)-$/.exec(range ?? "") ?? [];
    const partly = from !== undefined && !mood.whole && (ifRange === undefined || ifRange === etag || mood.careless);
    const begin = partly ? Number(from) : 0;
    if (begin > 0 && begin >= content.length) {
      response.writeHead(416, { ...versions, "content-range": `bytes */${content.length}` }).end();
      return;
    }
    const bytes = content.subarray(begin);
    response.writeHead(partly ? 206 : 200, {
      ...versions,
      "content-type": mood.type ?? "application/octet-stream",
      ...(mood.chunked ? {} : { "content-length": String(bytes.length + (mood.lie ?? 0)) }),
      ...(partly ? { "content-range": `bytes ${begin}-${content.length - 1}/${content.length}` } : {}),
    });
    response.flushHeaders();
    this.#send(response, bytes);
  }

  #send(response: ServerResponse, bytes: Buffer): void {
    const { cut, stall, lie = 0 } = this.mood;
    const some = Math.min(cut ?? stall ?? bytes.length, bytes.length);
    this.sent += some;
    const over = (): void => {
      if (stall !== undefined && some < bytes.length) return;
      if ((cut !== undefined && some < bytes.length) || lie !== 0) response.destroy();
      else response.end();
    };
    if (some === 0) over();
    else response.write(bytes.subarray(0, some), () => over());
  }
}
