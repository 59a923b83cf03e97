import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  AllowedHosts,
  bareHost,
  notInternet,
  refusedByName,
  withoutBrackets
} from "./chunk-UKVDYERU.js";
import {
  require_agent,
  require_api_connect,
  require_api_request,
  require_connect,
  require_dispatcher,
  require_env_http_proxy_agent
} from "./chunk-3PFRG7RQ.js";
import {
  timeWords
} from "./chunk-UHOAETDL.js";
import {
  HttpFailure
} from "./chunk-YYM6F3HI.js";
import "./chunk-VFHQJX4Z.js";
import {
  stopwatch,
  trace
} from "./chunk-IOTVDPD4.js";
import {
  shownAddress
} from "./chunk-T3NMYTTS.js";
import {
  mostRedirects,
  sizeWords,
  taskAnswerBytes
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  httpAnswerMs,
  httpConnectMs,
  httpFailedLoadMs,
  httpLongestRetryMs,
  httpNoticeMs,
  httpPacedMs,
  httpPatienceMs,
  httpRetryMs
} from "./chunk-IE326VUJ.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/node/http/http-client.ts
var import_api_connect = __toESM(require_api_connect(), 1);
var import_api_request = __toESM(require_api_request(), 1);
var import_agent = __toESM(require_agent(), 1);
var import_dispatcher = __toESM(require_dispatcher(), 1);
var import_env_http_proxy_agent = __toESM(require_env_http_proxy_agent(), 1);
import { lookup as resolveName } from "node:dns";
import { isIPv6 } from "node:net";

// src/node/http/fetch-progress.ts
var FetchProgress = class {
  #what;
  #clock;
  #total;
  #bytes;
  #toldAt;
  constructor(what, { headers }, clock) {
    this.#what = what;
    this.#clock = clock;
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers["content-range"] ?? "") ?? [];
    const length = headers["content-length"];
    this.#bytes = Number(from ?? 0);
    this.#total = total === void 0 && length === void 0 ? void 0 : Number(total ?? length);
    this.#toldAt = clock.now();
  }
  /** @param bytes that have come @returns what there is to tell, if so */
  add(bytes) {
    this.#bytes += bytes;
    const now = this.#clock.now();
    if (now - this.#toldAt < httpNoticeMs) return void 0;
    this.#toldAt = now;
    const of = this.#total === void 0 ? "" : ` of ${megabytes(this.#total)}`;
    return `fetching ${this.#what}: ${megabytes(this.#bytes)}${of} MB`;
  }
};
function megabytes(bytes) {
  const value = bytes / 1e6;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

// src/node/http/guarded-connect.ts
var import_connect = __toESM(require_connect(), 1);
import { connect as connectSocket } from "node:net";

// src/node/http/refusal.ts
function refusal(url, address, what) {
  const host = bareHost(url.hostname);
  const named2 = address === host ? `\`${host}\` is ${what}` : `\`${host}\` leads to ${address}, ${what}`;
  return notAsked(url, named2);
}
function notSecure(url) {
  return notAsked(url, `\`http://${url.host}\` is not https`);
}
function refusedWhereLed(from, error) {
  if (!(error instanceof HttpFailure) || !error.refused) return error;
  return new HttpFailure(`${from.host} leads elsewhere; ${error.message}`, error.sent, {
    refused: true,
    hint: "It is the server that names this address: find out why. Only if that is right, allow its host in the Project, under `spec.http.allow`."
  });
}
function notAsked(url, why) {
  const entry = `${withoutEnd(url.hostname, ".")}${url.port === "" ? "" : `:${url.port}`}`;
  return new HttpFailure(`not asked: ${why}`, "nothing", {
    refused: true,
    hint: `If it is meant, allow it in the Project: \`spec: {http: {allow: ["${entry}"]}}\`.`
  });
}

// src/node/http/guarded-connect.ts
var NotConnected = class extends Error {
  constructor(cause) {
    super(cause.message, { cause });
    this.name = "NotConnected";
  }
};
function guardedConnector(allowed, resolve) {
  const connectTls = (0, import_connect.default)({ timeout: httpConnectMs });
  return (options, callback) => {
    const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
    const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
    openSocket({ url, host: options.hostname, port }, allowed, resolve, (error, socket) => {
      if (error) void callback(error, null);
      else if (options.protocol === "https:") {
        connectTls(
          { ...options, httpSocket: socket },
          (failed, secure) => failed === null ? callback(null, secure) : void callback(new NotConnected(failed), null)
        );
      } else callback(null, socket);
    });
  };
}
function openSocket({ url, host, port }, allowed, resolve, done) {
  const free = allowed.has(url);
  const fail = (error) => done(new NotConnected(error), void 0);
  const byName = free ? void 0 : refusedByName(url.hostname);
  if (byName !== void 0) {
    fail(refusal(url, withoutBrackets(url.hostname), byName));
    return void 0;
  }
  const socket = connectSocket({
    host: withoutBrackets(host),
    port,
    noDelay: true,
    keepAlive: true,
    autoSelectFamily: true,
    ...free ? {} : { lookup: publicOnly(url, resolve) }
  });
  const giveUp = setTimeout(() => socket.destroy(new Error("no connection came about in time")), httpConnectMs);
  const connected = () => clearTimeout(giveUp);
  socket.once("close", connected);
  socket.once("error", fail);
  socket.once("connect", () => {
    connected();
    socket.off("close", connected);
    socket.off("error", fail);
    const refused = free ? void 0 : refusedSocket(url, socket);
    if (refused) {
      socket.on("error", () => {
      });
      socket.destroy();
      fail(refused);
    } else done(null, socket);
  });
  return socket;
}
function reach(url, port, allowed, resolve, signal) {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const stop = () => {
      socket?.destroy();
      fail(signal.reason);
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
function refusedSocket(url, { remoteAddress }) {
  const address = remoteAddress ?? "";
  const what = notInternet(withoutMapping(address));
  return what === void 0 ? void 0 : refusal(url, address, what);
}
function publicOnly(url, resolve) {
  return (name, { all, hints }, callback) => {
    resolve(name, { all: true, hints }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const fine = addresses.filter(({ address }) => notInternet(withoutMapping(address)) === void 0);
      const [first] = fine;
      const [other] = addresses;
      if (first) {
        if (all) callback(null, fine);
        else callback(null, first.address, first.family);
      } else callback(refusal(url, other?.address ?? name, notInternet(other?.address ?? "") ?? "no address"), []);
    });
  };
}
function withoutMapping(address) {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

// src/node/http/host-gate.ts
var usualConcurrent = 4;
var HostGate = class {
  #host;
  #clock;
  #waiting = [];
  #limits = {};
  #active = 0;
  #nextAt = 0;
  #waker;
  #closedUntil = Number.NEGATIVE_INFINITY;
  #toldAt = Number.NEGATIVE_INFINITY;
  #pacedAt = Number.NEGATIVE_INFINITY;
  #passed = 0;
  constructor(host, clock) {
    this.#host = host;
    this.#clock = clock;
  }
  /** Waits for a turn. @returns gives it back @throws the reason of the signal */
  async enter(limits, caller) {
    if (limits) this.#take(limits);
    caller.signal.throwIfAborted();
    if (this.#waiting.length > 0 || !this.#isOpen()) await this.#turn(caller);
    else this.#pass();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#active--;
      this.#next();
    };
  }
  /** Lets nobody pass for some time. */
  close(ms) {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + ms);
    this.#nextAt = Math.max(this.#nextAt, this.#closedUntil);
  }
  #take({ concurrent, perSecond }) {
    const { concurrent: most = concurrent, perSecond: quickest = perSecond } = this.#limits;
    this.#limits = {
      ...concurrent === void 0 || most === void 0 ? most === void 0 ? {} : { concurrent: most } : { concurrent: Math.min(concurrent, most) },
      ...perSecond === void 0 || quickest === void 0 ? quickest === void 0 ? {} : { perSecond: quickest } : { perSecond: Math.min(perSecond, quickest) }
    };
  }
  #isOpen() {
    return this.#active < (this.#limits.concurrent ?? usualConcurrent) && this.#clock.now() >= this.#nextAt;
  }
  #pass() {
    this.#active++;
    this.#passed++;
    const { perSecond } = this.#limits;
    if (perSecond !== void 0) this.#nextAt = Math.max(this.#nextAt, this.#clock.now()) + 1e3 / perSecond;
  }
  async #turn(caller) {
    const goOn = caller.patience.pause();
    try {
      await new Promise((resolve, reject) => {
        const stop = () => {
          this.#waiting.splice(this.#waiting.indexOf(enter), 1);
          if (this.#waiting.length === 0) this.#waker?.abort("nobody waits");
          reject(caller.signal.reason);
        };
        const enter = () => {
          caller.signal.removeEventListener("abort", stop);
          this.#pass();
          resolve();
        };
        this.#waiting.push(enter);
        caller.signal.addEventListener("abort", stop, { once: true });
        this.#tell(caller);
        this.#next();
      });
    } finally {
      goOn();
    }
  }
  #next() {
    while (this.#waiting.length > 0 && this.#isOpen()) this.#waiting.shift()?.();
    const ms = this.#nextAt - this.#clock.now();
    if (this.#waiting.length === 0 || ms <= 0) return;
    this.#waker?.abort("another time");
    const waker = new AbortController();
    this.#waker = waker;
    this.#clock.sleep(ms, waker.signal).then(
      () => this.#next(),
      () => {
      }
    );
  }
  /** Says for what it waits, when that is long. */
  #tell(caller) {
    const now = this.#clock.now();
    const { perSecond } = this.#limits;
    const [host, requests, waiting] = [this.#host, this.#passed, this.#waiting.length];
    if (perSecond !== void 0 && now - this.#pacedAt >= httpPacedMs) {
      this.#pacedAt = now;
      caller.paced?.({ host, perSecond, requests, waiting });
    }
    const closed = this.#closedUntil - now;
    if (closed < httpNoticeMs || now - this.#toldAt < httpNoticeMs) return;
    this.#toldAt = now;
    const count = waiting === 1 ? "1 request waits" : `${waiting} requests wait`;
    caller.tell(`${host}: ${count}; about ${grouped(Math.ceil(closed / 1e3))} s`);
  }
};

// src/node/http/retry-rules.ts
var mostTries = 4;
function isRepeatable({ method, repeatable }) {
  return repeatable ?? !["POST", "PATCH"].includes(method.toUpperCase());
}
function afterAnswer(request2, answer, tries, waitedMs, time) {
  const asked = askedWait(answer, time);
  const passing = isPassing(request2, answer, asked);
  if (!passing) return { what: "take" };
  if (asked !== void 0) {
    const ms = Math.max(asked, httpRetryMs);
    if (request2.repeatable === false && answer.status >= 500)
      return { what: "take", ...ms <= httpPatienceMs ? { leaveAloneMs: ms } : {} };
    return waitedMs + ms > httpPatienceMs ? { what: "take" } : { what: "again", ms, asked: true };
  }
  if (!isRepeatable(request2) || tries >= mostTries) return { what: "take" };
  return { what: "again", ms: backoff(tries), asked: false };
}
function backoff(tries) {
  return Math.min(httpRetryMs * 2 ** (tries - 1), httpLongestRetryMs) * (0.75 + Math.random() / 2);
}
function isPassing({ retryOn = [] }, answer, asked) {
  const { status } = answer;
  if ([408, 425, 429].includes(status) || retryOn.includes(status)) return true;
  if (status === 403) return asked !== void 0;
  return status >= 500 && status !== 501 && status !== 505;
}
function askedWait({ status, headers }, time) {
  const after = headers["retry-after"]?.trim();
  if (after !== void 0 && /^\d{1,9}$/.test(after)) return Number(after) * 1e3;
  const at = after === void 0 ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(at)) return Math.max(0, at - time);
  if (status !== 403 && status !== 429 || headers["x-ratelimit-remaining"] !== "0") return void 0;
  const reset = headers["x-ratelimit-reset"] ?? "";
  if (!/^\d{1,10}$/.test(reset)) return void 0;
  const seconds = Number(reset);
  return seconds > 1e9 ? Math.max(0, seconds * 1e3 - time) : seconds * 1e3;
}

// src/node/http/send.ts
import { STATUS_CODES } from "node:http";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
var named = { "user-agent": "magnum-opus" };
async function send(url, { method, headers = {}, body }, dispatcher, signal) {
  const answer = await dispatcher.request({
    ...target(url),
    method,
    headers: { ...named, "accept-encoding": "gzip, deflate, br", ...lowerCase(headers) },
    body: body ?? null,
    signal,
    headersTimeout: httpAnswerMs,
    bodyTimeout: httpAnswerMs
  });
  const bytes = await readBody(answer.body, url);
  const said = joined({ ...answer.headers, ...answer.trailers });
  const plain = await unpacked(bytes, said["content-encoding"], url);
  const name = STATUS_CODES[answer.statusCode];
  return {
    status: answer.statusCode,
    ...name === void 0 ? {} : { statusName: name },
    headers: said,
    text: plain.toString("utf8"),
    url: url.href
  };
}
async function open(url, headers, dispatcher, signal, over) {
  const answer = await dispatcher.request({
    ...target(url),
    method: "GET",
    headers: { ...named, ...lowerCase(headers), "accept-encoding": "identity" },
    signal,
    headersTimeout: httpAnswerMs,
    bodyTimeout: httpAnswerMs
  });
  answer.body.on("error", () => {
  });
  answer.body.once("close", over);
  return {
    status: answer.statusCode,
    headers: joined(answer.headers),
    url: url.href,
    body: answer.body,
    close: () => void answer.body.destroy()
  };
}
function lowerCase(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
function target({ origin, pathname, search }) {
  return { origin, path: `${pathname}${search}` };
}
async function readBody(body, url) {
  const pieces = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > taskAnswerBytes) throw tooLarge(url);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
var unpackers = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: brotliDecompress
};
async function unpacked(bytes, encoding, url) {
  const name = (encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "" || bytes.length === 0) return bytes;
  const unpack = Object.hasOwn(unpackers, name) ? unpackers[name] : void 0;
  if (!unpack) throw notTaken(url, `is packed in a way that was not asked for (${name})`);
  return new Promise((resolve, reject) => {
    unpack(bytes, { maxOutputLength: taskAnswerBytes }, (error, plain) => {
      if (!error) resolve(plain);
      else
        reject(
          error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge(url) : notTaken(url, "can't be unpacked")
        );
    });
  });
}
function tooLarge(url) {
  return notTaken(url, `has more than ${sizeWords(taskAnswerBytes)}, and no more is taken`);
}
function notTaken({ host }, why) {
  return new HttpFailure(`the answer of ${host} ${why}`, "unclear");
}
function joined(headers) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(
      ([name, value]) => value === void 0 ? [] : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")]]
    )
  );
}

// src/node/http/shared-values.ts
var Flight = class {
  value;
  begunAt;
  /** Until when a failure is held; undefined: it is no failure. */
  heldUntil;
  over = false;
  /** Nobody waits for it any more, so it was stopped. */
  abandoned = false;
  #stop = new AbortController();
  #waiting = /* @__PURE__ */ new Map();
  #holds = 0;
  constructor(begunAt, load) {
    this.begunAt = begunAt;
    this.value = load({ pause: () => this.#pause() }, this.#stop.signal);
  }
  async wait(caller) {
    if (this.over) return this.value;
    this.#waiting.set(caller, this.#holds > 0 ? caller.patience.pause() : void 0);
    let stop = () => {
    };
    try {
      const aborted = new Promise((_, reject) => {
        stop = () => reject(caller.signal.reason);
        caller.signal.addEventListener("abort", stop, { once: true });
        if (caller.signal.aborted) stop();
      });
      return await Promise.race([this.value, aborted]);
    } finally {
      caller.signal.removeEventListener("abort", stop);
      this.#waiting.get(caller)?.();
      this.#waiting.delete(caller);
      if (this.#waiting.size === 0 && !this.over) {
        this.abandoned = true;
        this.#stop.abort(caller.signal.reason);
      }
    }
  }
  #pause() {
    if (this.#holds++ === 0)
      for (const caller of this.#waiting.keys()) this.#waiting.set(caller, caller.patience.pause());
    return () => {
      if (--this.#holds > 0) return;
      for (const [caller, goOn] of this.#waiting) {
        goOn?.();
        this.#waiting.set(caller, void 0);
      }
    };
  }
};
var SharedValues = class {
  #clock;
  #flights = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  /** @param fresh what was asked for before this call does not count */
  get(key, load, caller, fresh) {
    const now = this.#clock.now();
    const known = this.#flights.get(key);
    const stale = known?.heldUntil !== void 0 && known.heldUntil <= now;
    const flight = known && !known.abandoned && !stale && !(fresh && known.begunAt < now) ? known : this.#start(key, load, now);
    return flight.wait(caller);
  }
  drop(key) {
    this.#flights.delete(key);
  }
  #start(key, load, now) {
    const flight = new Flight(now, load);
    this.#flights.set(key, flight);
    flight.value.then(
      () => {
        flight.over = true;
      },
      () => {
        flight.over = true;
        flight.heldUntil = this.#clock.now() + httpFailedLoadMs;
      }
    );
    return flight;
  }
};

// src/node/http/time-box.ts
async function within(ms, what, { clock, signal }, work) {
  if (ms === void 0) return work(signal);
  const bound = new AbortController();
  const stop = () => bound.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const over = new HttpFailure(`${what} gave no answer within ${timeWords(ms)}`, "unclear");
  const ended = new AbortController();
  clock.sleep(ms, ended.signal).then(
    () => bound.abort(over),
    () => {
    }
  );
  try {
    return await work(bound.signal);
  } catch (error) {
    throw bound.signal.reason === over ? over : error;
  } finally {
    ended.abort("ended");
    signal.removeEventListener("abort", stop);
  }
}

// src/node/http/trace-request.ts
function traceAnswer({ task }, method, url, tries, took, answer, error) {
  trace(() => {
    const again = tries > 1 ? `, try ${tries}` : "";
    const outcome = answer ? `${answer.status}` : `no answer (${error})`;
    return `http: task "${task}": ${method} ${shownAddress(url.href)}: ${outcome} in ${took}${again}${answer ? limitWords(answer) : ""}`;
  });
}
function limitWords({ headers }) {
  const left = headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"];
  const after = headers["retry-after"];
  return `${left === void 0 ? "" : `, ${left} requests left`}${after === void 0 ? "" : `, retry after ${after}`}`;
}

// src/node/http/http-client.ts
Object.assign(import_dispatcher.default.prototype, { connect: import_api_connect.default, request: import_api_request.default });
var HttpClient = class {
  #options;
  #allowed;
  #resolve;
  #dispatcher;
  #gates = /* @__PURE__ */ new Map();
  #shared;
  constructor(options) {
    this.#options = options;
    this.#allowed = new AllowedHosts(options.allow);
    this.#shared = new SharedValues(options.clock);
    this.#resolve = options.resolve ?? resolveName;
    const connect2 = guardedConnector(this.#allowed, this.#resolve);
    const [http, https] = [options.proxyFor("http://host/"), options.proxyFor("https://host/")];
    this.#dispatcher = http === void 0 && https === void 0 ? new import_agent.default({ connect: connect2 }) : new import_env_http_proxy_agent.default({
      connect: connect2,
      noProxy: options.noProxy,
      ...http === void 0 ? {} : { httpProxy: http },
      ...https === void 0 ? {} : { httpsProxy: https }
    });
  }
  /** What one call of a task gets. */
  bind(call) {
    const { clock } = this.#options;
    return {
      request: (request2) => within(
        request2.withinMs,
        hostOf(request2.url),
        { clock, signal: call.signal },
        (signal) => this.#request(request2, { ...call, signal })
      ),
      fetch: (request2, take) => this.#fetch(request2, take, call),
      reach: (host, port, withinMs) => within(
        withinMs,
        placeOf(host, port),
        { clock, signal: call.signal },
        (signal) => this.#reach(host, port, signal)
      ),
      shared: (key, load, fresh = false) => this.#shared.get(key, (patience, signal) => load(this.bind({ ...call, signal, patience })), call, fresh),
      drop: (key) => this.#shared.drop(key),
      hide: (secret) => call.hide(secret),
      pause: (ms) => clock.sleep(ms, call.signal),
      now: () => clock.now()
    };
  }
  #request(request2, caller) {
    return this.#follow(request2, caller, async (url, one, leave) => {
      try {
        return await send(url, one, this.#dispatcher, caller.signal);
      } finally {
        leave();
      }
    });
  }
  async #fetch(request2, take, caller) {
    const answer = await this.#follow(
      { ...request2, method: "GET" },
      caller,
      (url, { headers = {} }, leave) => open(url, headers, this.#dispatcher, caller.signal, leave)
    );
    try {
      const { status, headers, url } = answer;
      return await take({ status, headers, url, pieces: this.#pieces(answer, request2, caller) });
    } finally {
      answer.close();
    }
  }
  async *#pieces(answer, { what }, caller) {
    const progress = what === void 0 ? void 0 : new FetchProgress(what, answer, this.#options.clock);
    try {
      for await (const piece of answer.body) {
        const text = progress?.add(piece.length);
        if (text !== void 0) caller.tell(text);
        yield piece;
      }
    } catch (error) {
      caller.signal.throwIfAborted();
      throw cutOff(new URL(answer.url), error);
    }
  }
  /** Asks, follows where answers lead, and asks again where that is safe. */
  async #follow(request2, caller, exchange) {
    let url = this.#address(request2.url, request2.secure);
    let current = request2;
    let from = url;
    for (let redirects = 0; ; redirects++) {
      const answer = await this.#patiently(url, { ...request2, ...current }, caller, exchange).catch((error) => {
        throw redirects === 0 ? error : refusedWhereLed(from, error);
      });
      const { location } = answer.headers;
      const leads = request2.follow !== false && [301, 302, 303, 307, 308].includes(answer.status);
      if (!leads || location === void 0) return answer;
      from = url;
      const next = this.#next(url, current, answer, request2.secure);
      if (next === void 0) return answer;
      answer.close?.();
      if (redirects === mostRedirects)
        throw new HttpFailure(`${url.host} led to another address ${mostRedirects + 1} times in a row`, "unclear");
      [url, current] = next;
    }
  }
  /** Is there somebody at this port? */
  async #reach(host, port, signal) {
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
  #address(text, secure = false) {
    const url = URL.parse(text);
    if (!url) throw new HttpFailure(`\`${text.slice(0, 200)}\` is not an address`, "nothing", { refused: true });
    if (url.protocol !== "http:" && url.protocol !== "https:")
      throw new HttpFailure(`not asked: \`${url.protocol}\` is neither http nor https`, "nothing", { refused: true });
    if (url.username !== "" || url.password !== "")
      throw new HttpFailure(`not asked: the address of ${url.host} has a user or password in it`, "nothing", {
        hint: "Give credentials in `auth`.",
        refused: true
      });
    url.hash = "";
    if (secure && url.protocol === "http:" && !this.#allowed.has(url)) throw notSecure(url);
    const refused = this.#allowed.has(url) ? void 0 : refusedByName(url.hostname);
    if (refused !== void 0) throw refusal(url, bareHost(url.hostname), refused);
    return url;
  }
  /**
   * Where an answer leads, with what. Another origin gets no header of ours; a write is sent only to its own origin, and
   * only where the answer says that it is to be sent as it is.
   * @returns undefined when the answer itself is the answer
   */
  #next(from, current, { status, headers: { location = "" } }, secure) {
    const to = URL.parse(location, from.href);
    if (!to) throw new HttpFailure(`${from.host} leads to an address that can't be read (${status})`, "unclear");
    const reads = ["GET", "HEAD"].includes(current.method.toUpperCase());
    const same = to.origin === from.origin;
    if (!reads && (!same || status < 307)) return void 0;
    if (from.protocol === "https:" && to.protocol === "http:")
      throw new HttpFailure(`${from.host} leads from https to http, which is not followed`, "unclear");
    const url = this.#ledTo(from, to, secure);
    if (same) return [url, current];
    const accept = current.headers?.accept;
    return [url, { method: current.method, headers: accept === void 0 ? {} : { accept } }];
  }
  #ledTo(from, to, secure) {
    try {
      return this.#address(to.href, secure);
    } catch (error) {
      throw refusedWhereLed(from, error);
    }
  }
  async #patiently(url, request2, caller, exchange) {
    const { clock } = this.#options;
    const gate = this.#gate(url);
    let waitedMs = 0;
    for (let tries = 1; ; tries++) {
      const given = await this.#once(url, request2, gate, tries, caller, exchange);
      if (given instanceof HttpFailure) {
        const again = !request2.once && tries < mostTries && !isFinal(given) && (given.sent === "nothing" || isRepeatable(request2));
        if (!again) throw given;
        await clock.sleep(backoff(tries), caller.signal);
        continue;
      }
      if (request2.once) return given;
      const after = afterAnswer(request2, given, tries, waitedMs, Date.now());
      if (after.what === "take") {
        if (after.leaveAloneMs !== void 0) gate.close(after.leaveAloneMs);
        return given;
      }
      given.close?.();
      const { ms, asked } = after;
      if (asked) {
        waitedMs += ms;
        gate.close(ms);
        if (ms >= httpNoticeMs)
          caller.tell(`${url.host} answered ${given.status} and asks to wait ${Math.ceil(ms / 1e3)} s`);
      } else await clock.sleep(ms, caller.signal);
    }
  }
  /** One try, in its turn. */
  async #once(url, request2, gate, tries, caller, exchange) {
    const leave = await gate.enter(request2.limits, caller);
    const took = stopwatch();
    try {
      const answer = await exchange(url, request2, leave);
      traceAnswer(caller, request2.method, url, tries, took(), answer, "");
      return answer;
    } catch (error) {
      leave();
      if (caller.signal.aborted) throw error;
      const failed = asFailure(url.host, error);
      traceAnswer(caller, request2.method, url, tries, took(), void 0, failed.message);
      return failed;
    }
  }
  #gate(url) {
    const known = this.#gates.get(url.host);
    if (known) return known;
    const gate = new HostGate(url.host, this.#options.clock);
    this.#gates.set(url.host, gate);
    return gate;
  }
};
function isFinal({ hint }) {
  return hint !== void 0;
}
function hostOf(address) {
  return URL.parse(address)?.host ?? "the server";
}
function placeOf(host, port) {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
function asFailure(host, error) {
  const thrown = error;
  const thrownWithin = thrown instanceof NotConnected ? thrown.cause : thrown;
  if (thrownWithin instanceof HttpFailure) return thrownWithin;
  const { code = "" } = thrownWithin;
  const [, byProxy] = /^Proxy response \((\d+)\)/.exec(thrownWithin.message) ?? [];
  if (byProxy !== void 0) return refusedByProxy(host, byProxy);
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
  const sent = thrown instanceof NotConnected || untrusted || unsent.has(code) ? "nothing" : "unclear";
  return new HttpFailure(`${host} gave no answer: ${thrownWithin.message || code}`, sent, {
    ...untrusted || /^ERR_TLS|^ERR_SSL/.test(code) ? { hint: "Its certificate is not taken. `NODE_EXTRA_CA_CERTS` names a file with further ones." } : {}
  });
}
function refusedByProxy(host, status) {
  return new HttpFailure(`${host} was not reached: the proxy answered ${status}`, "nothing", {
    ...status.startsWith("4") ? { hint: "Look at the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, and at its user and password." } : {}
  });
}
function cutOff({ host }, error) {
  const { code, message } = error;
  if (code === "UND_ERR_BODY_TIMEOUT")
    return new HttpFailure(`${host} sent nothing for ${Math.round(httpAnswerMs / 1e3)} s`, "unclear");
  return new HttpFailure(`the answer of ${host} was cut off: ${message || code}`, "unclear");
}
var unsent = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT"
]);
export {
  HttpClient
};
