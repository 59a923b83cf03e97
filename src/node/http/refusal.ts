import { HttpFailure } from "../../engine/ports/http.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { bareHost } from "./address-guard.ts";

/** Nothing is sent to a host, since its address is not one of the internet. */
export function refusal(url: URL, address: string, what: string): HttpFailure {
  const host = bareHost(url.hostname);
  const named = address === host ? `\`${host}\` is ${what}` : `\`${host}\` leads to ${address}, ${what}`;
  return notAsked(url, named);
}

/** What is sent to a host can be read and changed on its way. */
export function notSecure(url: URL): HttpFailure {
  return notAsked(url, `\`http://${url.host}\` is not https`);
}

/**
 * What an address that an answer led to came to. Nobody has written it down: a refusal says whose answer it was, and gives no
 * entry to copy.
 */
export function refusedWhereLed(from: URL, error: unknown): unknown {
  if (!(error instanceof HttpFailure) || !error.refused) return error;
  return new HttpFailure(`${from.host} leads elsewhere; ${error.message}`, error.sent, {
    refused: true,
    hint: "It is the server that names this address: find out why. Only if that is right, allow its host in the Project, under `spec.http.allow`.",
  });
}

function notAsked(url: URL, why: string): HttpFailure {
  const entry = `${withoutEnd(url.hostname, ".")}${url.port === "" ? "" : `:${url.port}`}`;
  return new HttpFailure(`not asked: ${why}`, "nothing", {
    refused: true,
    hint: `If it is meant, allow it in the Project: \`spec: {http: {allow: ["${entry}"]}}\`.`,
  });
}
