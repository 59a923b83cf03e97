import type { Http } from "../../engine/ports/http.ts";
import type { HttpClientOptions } from "./http-client.ts";
import type { Caller } from "./host-gate.ts";

/** One call of a task, to which requests belong. */
export interface HttpCall extends Caller {
  /** Hides a text in all that is shown from now on. */
  hide(secret: string): void;
}

/** Makes what one call of a task gets. */
export type BindHttp = (call: HttpCall) => Http;

/** HTTP for all tasks of a run. Nothing is loaded before the first request: the client brings undici with it. */
export function runHttp(options: HttpClientOptions): BindHttp {
  let loading: Promise<BindHttp> | undefined;
  const client = (): Promise<BindHttp> => {
    loading ??= import("./http-client.ts").then(({ HttpClient }) => {
      const made = new HttpClient(options);
      return (call) => made.bind(call);
    });
    return loading;
  };
  return (call) => ({
    request: async (request) => (await client())(call).request(request),
    shared: async (key, load, fresh) => (await client())(call).shared(key, load, fresh),
    drop: (key) => void loading?.then((bind) => bind(call).drop(key)),
    hide: (secret) => call.hide(secret),
    pause: (ms) => options.clock.sleep(ms, call.signal),
    now: () => options.clock.now(),
  });
}
