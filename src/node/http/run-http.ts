import type { BindHttp, HttpClientOptions } from "./http-call.ts";

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
    fetch: async (request, take) => (await client())(call).fetch(request, take),
    reach: async (host, port, withinMs) => (await client())(call).reach(host, port, withinMs),
    shared: async (key, load, fresh) => (await client())(call).shared(key, load, fresh),
    drop: (key) => void loading?.then((bind) => bind(call).drop(key)),
    hide: (secret) => call.hide(secret),
    pause: (ms) => options.clock.sleep(ms, call.signal),
    now: () => options.clock.now(),
  });
}
