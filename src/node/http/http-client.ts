import { lookup as resolveName } from "node:dns";
import { isIPv6 } from "node:net";
import type { Dispatcher } from "undici";
import connect from "undici/lib/api/api-connect.js";
import request from "undici/lib/api/api-request.js";
import Agent from "undici/lib/dispatcher/agent.js";
import Dispatchers from "undici/lib/dispatcher/dispatcher.js";
import EnvHttpProxyAgent from "undici/lib/dispatcher/env-http-proxy-agent.js";
import { mostRedirects } from "../../engine/model/size-limits.ts";
import { httpNoticeMs } from "../../engine/model/timing.ts";
import {
  type Http,
  type HttpAnswer,
  HttpFailure,
  type HttpFetch,
  type HttpRequest,
  type HttpStream,
} from "../../engine/ports/http.ts";
import { stopwatch, trace } from "../../trace/trace.ts";
import { AllowedHosts, bareHost, refusedByName } from "./address-guard.ts";
import { asFailure, cutOff } from "./failed-exchange.ts";
import { FetchProgress } from "./fetch-progress.ts";
import { guardedConnector, reach } from "./guarded-connect.ts";
import { type Caller, HostGate } from "./host-gate.ts";
import type { HttpCall, HttpClientOptions, Resolve } from "./http-call.ts";
import { notSecure, refusal, refusedWhereLed } from "./refusal.ts";
import { type AnswerHead, afterAnswer, backoff, isRepeatable, mostTries } from "./retry-rules.ts";
import { type OneRequest, type OpenAnswer, open, send } from "./send.ts";
import { SharedValues } from "./shared-values.ts";
import { within } from "./time-box.ts";
import { traceAnswer } from "./trace-request.ts";

// Its index gives them to all dispatchers. The one for proxies calls `connect` itself.
Object.assign(Dispatchers.prototype, { connect, request });

/** Sends one request and takes its answer. @param leave gives the turn at the host back, once */
type Exchange<A extends AnswerHead> = (url: URL, request: OneRequest, leave: () => void) => Promise<A>;

/** The HTTP client of one run: what it may ask, how quickly, how often. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #allowed: AllowedHosts;
  readonly #resolve: Resolve;
  readonly #dispatcher: Dispatcher;
  readonly #gates = new Map<string, HostGate>();
  readonly #shared: SharedValues;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#allowed = new AllowedHosts(options.allow);
    this.#shared = new SharedValues(options.clock);
    this.#resolve = options.resolve ?? (resolveName as Resolve);
    const connect = guardedConnector(this.#allowed, this.#resolve);
    const [http, https] = [options.proxyFor("http://host/"), options.proxyFor("https://host/")];
    this.#dispatcher =
      http === undefined && https === undefined
        ? new Agent({ connect })
        : new EnvHttpProxyAgent({
            connect,
            noProxy: options.noProxy,
            ...(http === undefined ? {} : { httpProxy: http }),
            ...(https === undefined ? {} : { httpsProxy: https }),
          });
  }

  /** What one call of a task gets. */
  bind(call: HttpCall): Http {
    const { clock } = this.#options;
    return {
      request: (request) =>
        within(request.withinMs, hostOf(request.url), { clock, signal: call.signal }, (signal) =>
          this.#request(request, { ...call, signal }),
        ),
      fetch: (request, take) => this.#fetch(request, take, call),
      reach: (host, port, withinMs) =>
        within(withinMs, placeOf(host, port), { clock, signal: call.signal }, (signal) =>
          this.#reach(host, port, signal),
        ),
      shared: (key, load, fresh = false) =>
        this.#shared.get(key, (patience, signal) => load(this.bind({ ...call, signal, patience })), call, fresh),
      drop: (key) => this.#shared.drop(key),
      hide: (secret) => call.hide(secret),
      pause: (ms) => clock.sleep(ms, call.signal),
      now: () => clock.now(),
    };
  }

  #request(request: HttpRequest, caller: Caller): Promise<HttpAnswer> {
    return this.#follow(request, caller, async (url, one, leave) => {
      try {
        return await send(url, one, this.#dispatcher, caller.signal);
      } finally {
        leave();
      }
    });
  }

  async #fetch<T>(request: HttpFetch, take: (answer: HttpStream) => Promise<T>, caller: Caller): Promise<T> {
    const answer = await this.#follow({ ...request, method: "GET" }, caller, (url, { headers = {} }, leave) =>
      open(url, headers, this.#dispatcher, caller.signal, leave),
    );
    try {
      const { status, headers, url } = answer;
      return await take({ status, headers, url, pieces: this.#pieces(answer, request, caller) });
    } finally {
      answer.close();
    }
  }

  async *#pieces(answer: OpenAnswer, { what }: HttpFetch, caller: Caller): AsyncGenerator<Uint8Array> {
    const progress = what === undefined ? undefined : new FetchProgress(what, answer, this.#options.clock);
    try {
      for await (const piece of answer.body as AsyncIterable<Uint8Array>) {
        const text = progress?.add(piece.length);
        if (text !== undefined) caller.tell(text);
        yield piece;
      }
    } catch (error) {
      caller.signal.throwIfAborted();
      throw cutOff(new URL(answer.url), error);
    }
  }

  /** Asks, follows where answers lead, and asks again where that is safe. */
  async #follow<A extends AnswerHead>(
    request: HttpRequest & Pick<HttpFetch, "secure">,
    caller: Caller,
    exchange: Exchange<A>,
  ): Promise<A> {
    let url = this.#address(request.url, request.secure);
    let current: OneRequest = request;
    let from = url;
    for (let redirects = 0; ; redirects++) {
      const answer = await this.#patiently(url, { ...request, ...current }, caller, exchange).catch((error) => {
        throw redirects === 0 ? error : refusedWhereLed(from, error);
      });
      const { location } = answer.headers;
      const leads = request.follow !== false && [301, 302, 303, 307, 308].includes(answer.status);
      if (!leads || location === undefined) return answer;
      from = url;
      const next = this.#next(url, current, answer, request.secure);
      if (next === undefined) return answer;
      answer.close?.();
      if (redirects === mostRedirects)
        throw new HttpFailure(`${url.host} led to another address ${mostRedirects + 1} times in a row`, "unclear");
      [url, current] = next;
    }
  }

  /** Is there somebody at this port? */
  async #reach(host: string, port: number, signal: AbortSignal): Promise<void> {
    // As part of an address it could be more than a host.
    if (!/^[\w.-]+$/.test(host) && !isIPv6(host))
      throw new HttpFailure(`\`${host.slice(0, 200)}\` is not a host`, "nothing", { refused: true });
    const place = placeOf(host, port);
    const url = this.#address(`http://${place}`);
    const took = stopwatch();
    try {
      await reach(url, port, this.#allowed, this.#resolve, signal);
      trace(() => `tcp: ${place}: connected in ${took()}`);
    } catch (error) {
      if (signal.aborted) throw error;
      const failed = asFailure(place, error);
      trace(() => `tcp: ${place}: no connection (${failed.message}) in ${took()}`);
      throw failed;
    }
  }

  /** An address that may be asked, as far as it shows. */
  #address(text: string, secure = false): URL {
    const url = URL.parse(text);
    if (!url) throw new HttpFailure(`\`${text.slice(0, 200)}\` is not an address`, "nothing", { refused: true });
    if (url.protocol !== "http:" && url.protocol !== "https:")
      throw new HttpFailure(`not asked: \`${url.protocol}\` is neither http nor https`, "nothing", { refused: true });
    if (url.username !== "" || url.password !== "")
      throw new HttpFailure(`not asked: the address of ${url.host} has a user or password in it`, "nothing", {
        hint: "Give credentials in `auth`.",
        refused: true,
      });
    url.hash = "";
    if (secure && url.protocol === "http:" && !this.#allowed.has(url)) throw notSecure(url);
    const refused = this.#allowed.has(url) ? undefined : refusedByName(url.hostname);
    if (refused !== undefined) throw refusal(url, bareHost(url.hostname), refused);
    return url;
  }

  /**
   * Where an answer leads, with what. Another origin gets no header of ours; a write is sent only to its own origin, and
   * only where the answer says that it is to be sent as it is.
   * @returns undefined when the answer itself is the answer
   */
  #next(
    from: URL,
    current: OneRequest,
    { status, headers: { location = "" } }: AnswerHead,
    secure: boolean | undefined,
  ): readonly [URL, OneRequest] | undefined {
    const to = URL.parse(location, from.href);
    if (!to) throw new HttpFailure(`${from.host} leads to an address that can't be read (${status})`, "unclear");
    const reads = ["GET", "HEAD"].includes(current.method.toUpperCase());
    const same = to.origin === from.origin;
    if (!reads && (!same || status < 307)) return undefined;
    if (from.protocol === "https:" && to.protocol === "http:")
      throw new HttpFailure(`${from.host} leads from https to http, which is not followed`, "unclear");
    const url = this.#ledTo(from, to, secure);
    if (same) return [url, current];
    const accept = current.headers?.accept;
    return [url, { method: current.method, headers: accept === undefined ? {} : { accept } }];
  }

  #ledTo(from: URL, to: URL, secure: boolean | undefined): URL {
    try {
      return this.#address(to.href, secure);
    } catch (error) {
      throw refusedWhereLed(from, error);
    }
  }

  async #patiently<A extends AnswerHead>(
    url: URL,
    request: HttpRequest,
    caller: Caller,
    exchange: Exchange<A>,
  ): Promise<A> {
    const { clock } = this.#options;
    const gate = this.#gate(url);
    let waitedMs = 0;
    for (let tries = 1; ; tries++) {
      const given = await this.#once(url, request, gate, tries, caller, exchange);
      if (given instanceof HttpFailure) {
        const again =
          !request.once && tries < mostTries && !isFinal(given) && (given.sent === "nothing" || isRepeatable(request));
        if (!again) throw given;
        await clock.sleep(backoff(tries), caller.signal);
        continue;
      }
      if (request.once) return given;
      const after = afterAnswer(request, given, tries, waitedMs, Date.now());
      if (after.what === "take") {
        if (after.leaveAloneMs !== undefined) gate.close(after.leaveAloneMs);
        return given;
      }
      given.close?.();
      const { ms, asked } = after;
      if (asked) {
        waitedMs += ms;
        gate.close(ms);
        if (ms >= httpNoticeMs)
          caller.tell(`${url.host} answered ${given.status} and asks to wait ${Math.ceil(ms / 1_000)} s`);
      } else await clock.sleep(ms, caller.signal);
    }
  }

  /** One try, in its turn. */
  async #once<A extends AnswerHead>(
    url: URL,
    request: HttpRequest,
    gate: HostGate,
    tries: number,
    caller: Caller,
    exchange: Exchange<A>,
  ): Promise<A | HttpFailure> {
    const leave = await gate.enter(request.limits, caller);
    const took = stopwatch();
    try {
      const answer = await exchange(url, request, leave);
      traceAnswer(caller, request.method, url, tries, took(), answer, "");
      return answer;
    } catch (error) {
      leave();
      if (caller.signal.aborted) throw error;
      const failed = asFailure(url.host, error);
      traceAnswer(caller, request.method, url, tries, took(), undefined, failed.message);
      return failed;
    }
  }

  #gate(url: URL): HostGate {
    const known = this.#gates.get(url.host);
    if (known) return known;
    const gate = new HostGate(url.host, this.#options.clock);
    this.#gates.set(url.host, gate);
    return gate;
  }
}

/** Would it come to the same again? What has a hint is for people to mend. */
function isFinal({ hint }: HttpFailure): boolean {
  return hint !== undefined;
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "the server";
}

function placeOf(host: string, port: number): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
