import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Where the storage is, as the cache service names it in its signed addresses. */
export const azureHost = "opusproductionresults.blob.core.windows.net";

/**
 * As much of Azure's blob storage as the official client speaks: Put Blob, Put Block and Put Block List, and reading
 * with and without a range. Addresses are signed: a request without the right `sig` is refused.
 */
export class Blobs {
  readonly #content = new Map<string, Buffer>();
  readonly #blocks = new Map<string, Map<string, Buffer>>();
  readonly #signature = randomUUID();

  /** An address for one blob, below `base`. */
  address(base: string, id: string): string {
    return `${base}/actions-cache/${id}?se=2099-01-01T00%3A00%3A00Z&sig=${this.#signature}&sp=rw&sv=2025-11-05`;
  }

  get(id: string): Buffer | undefined {
    return this.#content.get(id);
  }

  put(id: string, content: Buffer): void {
    this.#content.set(id, content);
  }

  delete(id: string): void {
    this.#content.delete(id);
  }

  answer(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void {
    const id = url.pathname.split("/").at(-1) ?? "";
    const content = this.#content.get(id);
    if (url.searchParams.get("sig") !== this.#signature) refuse(response, 403, "AuthenticationFailed");
    else if (request.method === "PUT") this.#write(request, url.searchParams, id, body, response);
    else if (content === undefined) refuse(response, 404, "BlobNotFound");
    else read(request, content, response);
  }

  #write(request: IncomingMessage, query: URLSearchParams, id: string, body: Buffer, response: ServerResponse): void {
    const wrong = this.#take(query, request.headers["x-ms-blob-type"], id, body);
    if (wrong !== undefined) refuse(response, 400, wrong);
    else response.writeHead(201, { etag: `"${randomUUID()}"`, "content-length": "0", ...version }).end();
  }

  /** Azure's code of what is wrong, if so. */
  #take(query: URLSearchParams, type: unknown, id: string, body: Buffer): string | undefined {
    if (query.get("comp") === "block") {
      const blocks = this.#blocks.get(id) ?? new Map<string, Buffer>();
      this.#blocks.set(id, blocks.set(query.get("blockid") ?? "", body));
    } else if (query.get("comp") === "blocklist") {
      const names = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, name]) => name ?? "");
      const blocks = names.map((name) => this.#blocks.get(id)?.get(name));
      if (blocks.includes(undefined)) return "InvalidBlockList";
      this.#content.set(id, Buffer.concat(blocks as Buffer[]));
    } else {
      if (type !== "BlockBlob") return "MissingRequiredHeader";
      this.#content.set(id, body);
    }
    return undefined;
  }
}

const version = { "x-ms-version": "2025-11-05" };

function read(request: IncomingMessage, content: Buffer, response: ServerResponse): void {
  const range = request.headers["x-ms-range"] ?? request.headers.range;
  const [, first = "0", last = ""] = /^bytes=(\d+)-(\d*)$/.exec(String(range ?? "")) ?? [];
  const from = Number(first);
  const to = last === "" ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if (range !== undefined && from >= content.length) {
    refuse(response, 416, "InvalidRange");
    return;
  }
  const part = range === undefined ? content : content.subarray(from, to + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    "content-type": "application/octet-stream",
    "content-length": part.length,
    "accept-ranges": "bytes",
    etag: '"0x8DC0FFEE"',
    "x-ms-blob-type": "BlockBlob",
    ...version,
    ...(range === undefined ? {} : { "content-range": `bytes ${from}-${to}/${content.length}` }),
  });
  response.end(request.method === "HEAD" ? undefined : part);
}

/** An error as Azure words it. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>The specified request failed: ${code}.</Message></Error>`;
  response.writeHead(status, {
    "content-type": "application/xml",
    "content-length": Buffer.byteLength(body),
    "x-ms-error-code": code,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
