import { STATUS_CODES } from "node:http";
import type { Readable } from "node:stream";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { sizeWords, taskAnswerBytes } from "../../engine/model/size-limits.ts";
import { httpAnswerMs } from "../../engine/model/timing.ts";
import { type HttpAnswer, HttpFailure, type HttpHeaders, type HttpRequest } from "../../engine/ports/http.ts";

/** Some servers, GitHub's API among them, answer 403 to who does not say what it is. */
const named = { "user-agent": "magnum-opus" };

/** An answer whose body is still to come. */
export interface OpenAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly url: string;
  readonly body: Readable;
  /** To be called whatever was read. */
  close(): void;
}

/** What is sent over one connection, to one address. */
export type OneRequest = Pick<HttpRequest, "method" | "headers" | "body">;

/** Sends one request and reads its answer to the end. @throws what the connection came to, `HttpFailure` for what is not taken */
export async function send(
  url: URL,
  { method, headers = {}, body }: OneRequest,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const answer = await dispatcher.request({
    ...target(url),
    method: method as Dispatcher.HttpMethod,
    headers: { ...named, "accept-encoding": "gzip, deflate, br", ...lowerCase(headers) },
    body: body ?? null,
    signal,
    headersTimeout: httpAnswerMs,
    bodyTimeout: httpAnswerMs,
  });
  const bytes = await readBody(answer.body, url);
  const said = joined({ ...answer.headers, ...answer.trailers });
  const plain = await unpacked(bytes, said["content-encoding"], url);
  const name = STATUS_CODES[answer.statusCode];
  return {
    status: answer.statusCode,
    ...(name === undefined ? {} : { statusName: name }),
    headers: said,
    text: plain.toString("utf8"),
    url: url.href,
  };
}

/**
 * Sends a GET, and gives its answer as soon as it begins.
 * @param over called once nothing more of it can come
 * @throws what the connection came to
 */
export async function open(
  url: URL,
  headers: HttpHeaders,
  dispatcher: Dispatcher,
  signal: AbortSignal,
  over: () => void,
): Promise<OpenAnswer> {
  const answer = await dispatcher.request({
    ...target(url),
    method: "GET",
    headers: { ...named, ...lowerCase(headers), "accept-encoding": "identity" },
    signal,
    headersTimeout: httpAnswerMs,
    bodyTimeout: httpAnswerMs,
  });
  // Who gives it up is told by an error, which is no news.
  answer.body.on("error", () => {});
  answer.body.once("close", over);
  return {
    status: answer.statusCode,
    headers: joined(answer.headers),
    url: url.href,
    body: answer.body,
    close: () => void answer.body.destroy(),
  };
}

function lowerCase(headers: HttpHeaders): HttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Credentials and the fragment of an address are not sent. */
function target({ origin, pathname, search }: URL): { readonly origin: string; readonly path: string } {
  return { origin, path: `${pathname}${search}` };
}

async function readBody(body: AsyncIterable<Uint8Array>, url: URL): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > taskAnswerBytes) throw tooLarge(url);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

type Unpack = (
  bytes: Buffer,
  options: { readonly maxOutputLength: number },
  callback: (error: Error | null, plain: Buffer) => void,
) => void;

const unpackers: { readonly [encoding: string]: Unpack } = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

async function unpacked(bytes: Buffer, encoding: string | undefined, url: URL): Promise<Buffer> {
  const name = (encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "" || bytes.length === 0) return bytes;
  const unpack = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
  if (!unpack) throw notTaken(url, `is packed in a way that was not asked for (${name})`);
  return new Promise((resolve, reject) => {
    unpack(bytes, { maxOutputLength: taskAnswerBytes }, (error, plain) => {
      if (!error) resolve(plain);
      else
        reject(
          (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
            ? tooLarge(url)
            : notTaken(url, "can't be unpacked"),
        );
    });
  });
}

function tooLarge(url: URL): HttpFailure {
  return notTaken(url, `has more than ${sizeWords(taskAnswerBytes)}, and no more is taken`);
}

function notTaken({ host }: URL, why: string): HttpFailure {
  return new HttpFailure(`the answer of ${host} ${why}`, "unclear");
}

function joined(headers: { readonly [name: string]: string | readonly string[] | undefined }): HttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")]],
    ),
  );
}
