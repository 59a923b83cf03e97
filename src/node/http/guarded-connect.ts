import { connect as connectSocket, type LookupFunction, type Socket } from "node:net";
import type { buildConnector } from "undici";
import makeConnector from "undici/lib/core/connect.js";
import { httpConnectMs } from "../../engine/model/timing.ts";
import type { HttpFailure } from "../../engine/ports/http.ts";
import { type AllowedHosts, notInternet, refusedByName, withoutBrackets } from "./address-guard.ts";
import { NotConnected } from "./failed-exchange.ts";
import type { Resolve } from "./http-call.ts";
import { refusal } from "./refusal.ts";

/**
 * Connects only to addresses of the internet and to hosts that are allowed. The name is checked, then what it stands for,
 * and then the address that the socket is really connected with, before a byte is written: of TLS too.
 */
export function guardedConnector(allowed: AllowedHosts, resolve: Resolve): buildConnector.connector {
  const connectTls = makeConnector({ timeout: httpConnectMs });
  return (options, callback) => {
    const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
    const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
    openSocket({ url, host: options.hostname, port }, allowed, resolve, (error, socket) => {
      if (error) void callback(error, null);
      else if (options.protocol === "https:") {
        connectTls({ ...options, httpSocket: socket }, (failed, secure) =>
          failed === null ? callback(null, secure) : void callback(new NotConnected(failed), null),
        );
      } else callback(null, socket);
    });
  };
}

/** Where a socket is to lead: the host as a URL names it, and as it is connected with. */
interface Destination {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
}

type Opened = (...opened: [NotConnected, undefined] | [null, Socket]) => void;

/**
 * Opens a socket, where the guard has nothing against it.
 * @returns the socket on its way; undefined: there is none
 */
function openSocket(
  { url, host, port }: Destination,
  allowed: AllowedHosts,
  resolve: Resolve,
  done: Opened,
): Socket | undefined {
  const free = allowed.has(url);
  const fail = (error: Error): void => done(new NotConnected(error), undefined);
  const byName = free ? undefined : refusedByName(url.hostname);
  if (byName !== undefined) {
    fail(refusal(url, withoutBrackets(url.hostname), byName));
    return undefined;
  }
  const socket = connectSocket({
    host: withoutBrackets(host),
    port,
    noDelay: true,
    keepAlive: true,
    autoSelectFamily: true,
    ...(free ? {} : { lookup: publicOnly(url, resolve) }),
  });
  const giveUp = setTimeout(() => socket.destroy(new Error("no connection came about in time")), httpConnectMs);
  const connected = (): void => clearTimeout(giveUp);
  // Also of one that was stopped on its way.
  socket.once("close", connected);
  socket.once("error", fail);
  socket.once("connect", () => {
    connected();
    socket.off("close", connected);
    socket.off("error", fail);
    const refused = free ? undefined : refusedSocket(url, socket);
    if (refused) {
      // Whatever it says of its end, it is told already.
      socket.on("error", () => {});
      socket.destroy();
      fail(refused);
    } else done(null, socket);
  });
  return socket;
}

/** Opens a connection, and closes it as soon as it has come about. @throws what it came to, or the signal's reason */
export function reach(
  url: URL,
  port: number,
  allowed: AllowedHosts,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const stop = (): void => {
      socket?.destroy();
      fail(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
    const socket = openSocket({ url, host: url.hostname, port }, allowed, resolve, (error, opened) => {
      signal.removeEventListener("abort", stop);
      opened?.destroy();
      if (error) fail(error);
      else done();
    });
  });
}

/** What speaks against the address that a socket is connected with. */
export function refusedSocket(url: URL, { remoteAddress }: Pick<Socket, "remoteAddress">): HttpFailure | undefined {
  const address = remoteAddress ?? "";
  const what = notInternet(withoutMapping(address));
  return what === undefined ? undefined : refusal(url, address, what);
}

/** Finds the addresses of a name that are of the internet; that there are others too is no reason to refuse. */
function publicOnly(url: URL, resolve: Resolve): LookupFunction {
  return (name, { all, hints }, callback) => {
    resolve(name, { all: true, hints }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const fine = addresses.filter(({ address }) => notInternet(withoutMapping(address)) === undefined);
      const [first] = fine;
      const [other] = addresses;
      if (first) {
        if (all) callback(null, fine);
        else callback(null, first.address, first.family);
      } else callback(refusal(url, other?.address ?? name, notInternet(other?.address ?? "") ?? "no address"), []);
    });
  };
}

/** A socket of both families shows an IPv4 address as `::ffff:192.0.2.1`. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
