import type { LookupAddress } from "node:dns";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Http } from "../../engine/ports/http.ts";
import type { Caller } from "./host-gate.ts";

/** One call of a task, to which requests belong. */
export interface HttpCall extends Caller {
  /** Hides a text in all that is shown from now on. */
  hide(secret: string): void;
}

/** Makes what one call of a task gets. */
export type BindHttp = (call: HttpCall) => Http;

/** Finds the addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  name: string,
  options: { readonly all: true; readonly hints?: number | undefined },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What a run says of HTTP. */
export interface HttpClientOptions {
  /** Hosts that may be asked whatever their address: see the Project's `http.allow`. */
  readonly allow: readonly string[];
  readonly clock: Clock;
  /** The proxy for a URL. */
  proxyFor(url: string): string | undefined;
  /** Hosts that are reached without a proxy, as `NO_PROXY` has them. */
  readonly noProxy: string;
  /** In place of the machine's, for tests. */
  readonly resolve?: Resolve;
}
