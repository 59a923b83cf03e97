import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";
import { answerBytes, archiveBytes } from "../../engine/model/size-limits.ts";
import { cacheGuardMs } from "../../engine/model/timing.ts";
import { type NoAnswer, noAnswer, refusedByProxy } from "../api/no-answer.ts";
import type { Refused } from "./cache-request.ts";

/**
 * Watches every answer that this process gets over HTTP, whichever library asked. An answer that is too large ends the
 * call, as does one of a server that has no such service, and a certificate that is not taken or a proxy that forbids it, which
 * the client would try again for half a minute; a redirect that would take the token of the job to another server is not
 * followed.
 * @param refuse is told why the call can't go on
 */
export function guardAnswers(refuse: (why: Refused) => void): void {
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { readonly request: ClientRequest };
    const { protocol, host, method, path } = request;
    const refuseLasting = (why: NoAnswer | undefined, address: string): void => {
      if (why?.lasting) refuse({ refused: "no-answer", address, why });
    };
    request.once("error", (error) => refuseLasting(noAnswer(error), `${protocol}//${host}`));
    // A question to a proxy: it leads through with 200.
    if (method === "CONNECT")
      request.once("connect", ({ statusCode = 0 }) => {
        if (statusCode !== 200) refuseLasting(refusedByProxy(statusCode), `https://${path.replace(/:443$/, "")}`);
      });
  });
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as { readonly request: ClientRequest; readonly response: IncomingMessage };
    const withToken = request.hasHeader("authorization");
    const elsewhere = withToken ? redirectElsewhere(request, response) : undefined;
    if (elsewhere !== undefined) {
      // Without it, the client takes the answer for an error.
      delete response.headers.location;
      refuse({ refused: "redirect", to: elsewhere });
    }
    const { statusCode: status = 0, headers } = response;
    if (withToken && isNoService(response)) refuse({ refused: "no-service", status });
    else if (withToken && isForeign(response))
      refuse({ refused: "foreign", status, type: String(headers["content-type"] ?? "nothing") });
    // Only the storage, which gets no token, has archives.
    watchSize(response, withToken ? answerBytes : archiveBytes, (bytes) =>
      refuse({ refused: "size", of: withToken ? "answer" : "archive", ...(bytes === undefined ? {} : { bytes }) }),
    );
  });
}

/** GitHub's service says in JSON why it refuses something. Who says in another way that there is no such page, is none. */
function isNoService({ statusCode = 0, headers }: IncomingMessage): boolean {
  return noSuchPage.has(statusCode) && !/\bjson\b/i.test(headers["content-type"] ?? "");
}

/**
 * GitHub's service answers in JSON alone. The client would send the request again until it has waited for 28 s, and then
 * tell what its parser thinks of a page. What fails in between may pass, and is worth another try.
 */
function isForeign({ statusCode = 0, headers }: IncomingMessage): boolean {
  const passing = statusCode >= 500 || statusCode === 408 || statusCode === 429;
  const redirected = statusCode >= 300 && statusCode < 400;
  return !passing && !redirected && statusCode !== 401 && !/\bjson\b/i.test(headers["content-type"] ?? "");
}

const noSuchPage: ReadonlySet<number> = new Set([404, 405, 501]);

/** The server that an answer leads to, when it is another one. */
function redirectElsewhere(request: ClientRequest, { statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode < 300 || statusCode > 399 || headers.location === undefined) return undefined;
  const asked = URL.parse(`${request.protocol}//${request.getHeader("host")}`);
  const next = URL.parse(headers.location, asked?.href);
  if (asked === null || next === null) return "an address that can't be read";
  return next.origin === asked.origin ? undefined : next.origin;
}

/** @param refuse gets the bytes that the answer has, where it says so */
function watchSize(response: IncomingMessage, most: number, refuse: (bytes: number | undefined) => void): void {
  const said = Number(response.headers["content-length"] ?? Number.NaN);
  if (said > most) {
    response.destroy();
    refuse(said);
    return;
  }
  const { socket } = response;
  const before = socket.bytesRead;
  const timer = setInterval(() => {
    if (socket.bytesRead - before <= most) return;
    response.destroy();
    refuse(undefined);
  }, cacheGuardMs).unref();
  response.once("close", () => clearInterval(timer));
}
