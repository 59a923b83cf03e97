import { httpAnswerMs } from "../../engine/model/timing.ts";
import { HttpFailure } from "../../engine/ports/http.ts";

/** No connection came about, so nothing was sent. */
export class NotConnected extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = "NotConnected";
  }
}

/** Errors of a connection that did not come about, also with a proxy. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** What a request came to that got no answer, with whether anything of it was sent. Failures of ours stay as they are. */
export function asFailure(host: string, error: unknown): HttpFailure {
  const thrown = error as Error & { readonly code?: string };
  const thrownWithin = thrown instanceof NotConnected ? (thrown.cause as Error & { readonly code?: string }) : thrown;
  if (thrownWithin instanceof HttpFailure) return thrownWithin;
  const { code = "" } = thrownWithin;
  const [, byProxy] = /^Proxy response \((\d+)\)/.exec(thrownWithin.message) ?? [];
  if (byProxy !== undefined) return refusedByProxy(host, byProxy);
  // Behind a proxy a certificate is refused when the tunnel stands already.
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
  const sent = thrown instanceof NotConnected || untrusted || unsent.has(code) ? "nothing" : "unclear";
  return new HttpFailure(`${host} gave no answer: ${thrownWithin.message || code}`, sent, {
    ...(untrusted || /^ERR_TLS|^ERR_SSL/.test(code)
      ? { hint: "Its certificate is not taken. `NODE_EXTRA_CA_CERTS` names a file with further ones." }
      : {}),
  });
}

/** The proxy opens no way to the host. It may do so later, unless it forbids it or wants other credentials. */
function refusedByProxy(host: string, status: string): HttpFailure {
  return new HttpFailure(`${host} was not reached: the proxy answered ${status}`, "nothing", {
    ...(status.startsWith("4")
      ? { hint: "Look at the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, and at its user and password." }
      : {}),
  });
}

/** The answer began, and does not go on. */
export function cutOff({ host }: URL, error: unknown): HttpFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "UND_ERR_BODY_TIMEOUT")
    return new HttpFailure(`${host} sent nothing for ${Math.round(httpAnswerMs / 1_000)} s`, "unclear");
  return new HttpFailure(`the answer of ${host} was cut off: ${message || code}`, "unclear");
}
