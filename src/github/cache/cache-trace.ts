import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";

interface Answered {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
}

/**
 * Traces what the client of the cache asks servers, as Node's own HTTP client tells it. Queries are left out: they hold
 * signatures.
 * @param say gets a line for each answer, and for each request that got none
 */
export function traceRequests(say: (line: string) => void): void {
  const begun = new WeakMap<ClientRequest, number>();
  const passed = (request: ClientRequest): string =>
    `${Math.round(performance.now() - (begun.get(request) ?? performance.now()))} ms`;
  subscribe("http.client.request.start", (message) => {
    const { request } = message as Answered;
    begun.set(request, performance.now());
    request.once("error", (error) =>
      say(`${requestWords(request)}: no answer (${error.message}) in ${passed(request)}`),
    );
  });
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as Answered;
    say(`${requestWords(request)}: ${response.statusCode} in ${passed(request)}`);
  });
}

function requestWords({ method, protocol, host, path }: ClientRequest): string {
  return `${method} ${protocol}//${host}${path.split("?")[0]}`;
}
