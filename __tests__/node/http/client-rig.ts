import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach } from "vitest";
import type { Http } from "../../../src/engine/ports/http.ts";
import { systemClock } from "../../../src/node/clock.ts";
import type { BindHttp, HttpCall, HttpClientOptions } from "../../../src/node/http/http-call.ts";
import { runHttp } from "../../../src/node/http/run-http.ts";

/** HTTP of a run as tests get it. */
export function testHttp(
  allow: readonly string[],
  more: Partial<HttpClientOptions & HttpCall> = {},
): { readonly http: Http; readonly bind: BindHttp; readonly told: string[]; readonly hidden: string[] } {
  const told: string[] = [];
  const hidden: string[] = [];
  const bind = runHttp({ allow, clock: systemClock, proxyFor: () => undefined, noProxy: "", ...more });
  const call: HttpCall = {
    task: "asking",
    signal: new AbortController().signal,
    patience: { pause: () => () => {} },
    tell: (text) => void told.push(text),
    hide: (secret) => void hidden.push(secret),
    ...more,
  };
  return { http: bind(call), bind, told, hidden };
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Closes a server when the test ends, and all who are connected with it. */
export function closeLater(close: () => void): void {
  closing.push(close);
}

/** Counts what reaches a port of this machine. */
export async function countingPort(): Promise<{
  readonly port: number;
  readonly seen: { connections: number; bytes: number };
}> {
  const seen = { connections: 0, bytes: 0 };
  const sockets = new Set<{ destroy(): void }>();
  const server = createTcpServer((socket) => {
    seen.connections++;
    sockets.add(socket);
    socket.on("data", (data) => {
      seen.bytes += data.length;
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "::", resolve));
  closeLater(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

/** A server on the loopback address. */
export async function testServer(
  answer: (request: IncomingMessage & { readonly text: string }, response: ServerResponse) => void,
): Promise<{ readonly origin: string; readonly host: string; readonly port: number }> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => answer(Object.assign(request, { text: Buffer.concat(pieces).toString() }), response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeLater(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port };
}
