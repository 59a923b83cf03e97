import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Http } from "../../../src/engine/ports/http.ts";
import { systemClock } from "../../../src/node/clock.ts";
import { listen } from "../../../src/trace/trace.ts";
import { closeLater, countingPort, testHttp, testServer } from "./client-rig.ts";

describe("an answer", () => {
  it("is given whatever its status, unpacked, with what came behind it", async () => {
    const server = await testServer((_request, response) => {
      response.writeHead(404, { "content-encoding": "gzip", trailer: "etag", "x-one": ["a", "b"] });
      response.addTrailers({ etag: '"1"' });
      response.write(gzipSync("gone"));
      response.addTrailers({ etag: '"1"' });
      response.end();
    });
    const { http } = testHttp([server.host]);
    const answer = await http.request({ method: "GET", url: `${server.origin}/a?b=c` });
    expect(answer).toMatchObject({ status: 404, text: "gone" });
    expect(answer.headers).toMatchObject({ "x-one": "a, b", etag: '"1"' });
  });

  it("is asked for with a name, unless the request has one", async () => {
    const names: unknown[] = [];
    const server = await testServer(({ headers }, response) => {
      names.push(headers["user-agent"]);
      response.end("{}");
    });
    const { http } = testHttp([server.host]);
    await http.request({ method: "GET", url: server.origin });
    await http.request({ method: "POST", url: server.origin, headers: { "User-Agent": "storefront" } });
    expect(names).toEqual(["magnum-opus", "storefront"]);
  });

  it("that is too large is not taken", async () => {
    const server = await testServer((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(20 * 1024 ** 2)));
    });
    const { http } = testHttp([server.host]);
    await expect(http.request({ method: "POST", url: server.origin })).rejects.toThrow("has more than 16 MiB");
  });
});

describe("a request is sent again", () => {
  const failing = (times: number, status: number, headers = {}) => {
    let asked = 0;
    return {
      server: testServer((_request, response) =>
        asked++ < times ? response.writeHead(status, headers).end() : response.end("well"),
      ),
      count: () => asked,
    };
  };

  it.each(["GET", "PUT", "DELETE"])("after 500, as %s", async (method) => {
    const { server, count } = failing(1, 500);
    const { host, origin } = await server;
    expect(await testHttp([host]).http.request({ method, url: origin })).toMatchObject({ text: "well" });
    expect(count()).toBe(2);
  });

  it.each(["POST", "PATCH"])("not after 500, as %s", async (method) => {
    const { server, count } = failing(1, 500);
    const { host, origin } = await server;
    expect((await testHttp([host]).http.request({ method, url: origin })).status).toBe(500);
    expect(count()).toBe(1);
  });

  it.each([429, 503])("after %i with Retry-After, as POST", async (status) => {
    const { server, count } = failing(1, status, { "retry-after": "1" });
    const { host, origin } = await server;
    const began = performance.now();
    expect(await testHttp([host]).http.request({ method: "POST", url: origin })).toMatchObject({ text: "well" });
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(count()).toBe(2);
  });

  it("as POST that may be repeated", async () => {
    const { server, count } = failing(2, 500);
    const { host, origin } = await server;
    const answer = await testHttp([host]).http.request({ method: "POST", url: origin, repeatable: true });
    expect([answer.text, count()]).toEqual(["well", 3]);
  });

  it("after other statuses that it names", async () => {
    const { server, count } = failing(1, 423);
    const { host, origin } = await server;
    await testHttp([host]).http.request({ method: "GET", url: origin, retryOn: [423] });
    expect(count()).toBe(2);
  });

  it("not when the server wants to be left alone for longer than 15 minutes", async () => {
    const { server, count } = failing(1, 429, { "retry-after": "901" });
    const { host, origin } = await server;
    expect((await testHttp([host]).http.request({ method: "GET", url: origin })).status).toBe(429);
    expect(count()).toBe(1);
  });

  it("as POST when nothing was sent, and fails as untouched", async () => {
    const { http } = testHttp(["127.0.0.1:1"]);
    await expect(http.request({ method: "POST", url: "http://127.0.0.1:1/" })).rejects.toMatchObject({
      sent: "nothing",
      untouched: true,
    });
  });

  it("not as POST when the answer was cut off", async () => {
    let asked = 0;
    const server = await testServer((request) => {
      asked++;
      request.socket.destroy();
    });
    await expect(testHttp([server.host]).http.request({ method: "POST", url: server.origin })).rejects.toMatchObject({
      sent: "unclear",
      untouched: false,
    });
    expect(asked).toBe(1);
  });
});

describe("an answer that leads elsewhere", () => {
  it("keeps headers on the same origin, and loses them on another", async () => {
    const seen: (string | undefined)[] = [];
    const other = await testServer((request, response) => {
      seen.push(request.headers.authorization, request.headers["x-key"] as string, request.headers.accept);
      response.end("there");
    });
    const first = await testServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url === "/" ? "/two" : other.origin }).end();
    });
    const { http } = testHttp([first.host, other.host]);
    const headers = { authorization: "Bearer t", "x-key": "k", accept: "application/json" };
    const answer = await http.request({ method: "GET", url: first.origin, headers });
    expect(answer).toMatchObject({ text: "there", url: `${other.origin}/` });
    expect(seen).toEqual(["Bearer t", "Bearer t", undefined, undefined, "application/json"]);
  });

  it.each([
    ["POST", 302],
    ["PUT", 301],
    ["POST", 303],
  ])("is the answer of %s with %i", async (method, status) => {
    const server = await testServer((_request, response) => response.writeHead(status, { location: "/x" }).end());
    expect((await testHttp([server.host]).http.request({ method, url: server.origin })).status).toBe(status);
  });

  it("is followed by a write that goes to the same origin, with its body", async () => {
    const server = await testServer((request, response) =>
      request.url === "/" ? response.writeHead(307, { location: "/x" }).end() : response.end(request.text),
    );
    const { http } = testHttp([server.host]);
    expect((await http.request({ method: "POST", url: server.origin, body: "it" })).text).toBe("it");
  });

  it("is not followed for ever", async () => {
    const server = await testServer((_request, response) => response.writeHead(302, { location: "/" }).end());
    await expect(testHttp([server.host]).http.request({ method: "GET", url: server.origin })).rejects.toThrow(
      "led to another address 6 times in a row",
    );
  });
});

describe("a host", () => {
  it("gets at most 4 requests at once, or what a task says", async () => {
    let now = 0;
    let most = 0;
    const server = await testServer(async (_request, response) => {
      most = Math.max(most, ++now);
      await sleep(10);
      now--;
      response.end();
    });
    const many = async (concurrent?: number) => {
      most = 0;
      const { http } = testHttp([server.host]);
      const limits = concurrent === undefined ? {} : { limits: { concurrent } };
      await Promise.all(
        Array.from({ length: 20 }, () => http.request({ method: "GET", url: server.origin, ...limits })),
      );
      return most;
    };
    expect(await many()).toBe(4);
    expect(await many(2)).toBe(2);
  });
});

describe("what tasks share", () => {
  it("is loaded once, also when they ask at once, and goes on without who came first", async () => {
    let loads = 0;
    const { bind } = testHttp([]);
    const call = (signal: AbortSignal) =>
      bind({ task: "asking", signal, patience: { pause: () => () => {} }, tell() {}, hide() {} });
    const first = new AbortController();
    const load = async () => {
      loads++;
      await sleep(20);
      return { items: [loads] };
    };
    const stopped = call(first.signal).shared("list", load);
    const other = call(new AbortController().signal).shared("list", load);
    first.abort(new Error("stopped"));
    await expect(stopped).rejects.toThrow("stopped");
    expect(await other).toEqual({ items: [1] });
    const third = call(new AbortController().signal);
    expect(await third.shared("list", load)).toBe(await other);
    expect(await third.shared("list", load, true)).toEqual({ items: [2] });
    third.drop("list");
    await sleep(1);
    expect(await third.shared("list", load)).toEqual({ items: [3] });
  });

  it("is given up when nobody waits for it any more", async () => {
    const server = await testServer(() => {});
    const stop = new AbortController();
    const { bind } = testHttp([server.host]);
    const http = bind({
      task: "asking",
      signal: stop.signal,
      patience: { pause: () => () => {} },
      tell() {},
      hide() {},
    });
    let ended = "";
    const loading = http.shared("list", (inner) =>
      inner.request({ method: "GET", url: server.origin }).catch((error: Error) => {
        ended = error.message;
        throw error;
      }),
    );
    setTimeout(() => stop.abort(new Error("cancelled")), 50);
    await expect(loading).rejects.toThrow("cancelled");
    await sleep(20);
    expect(ended).not.toBe("");
  });

  it("holds the patience of all who wait for it while it waits for a turn", async () => {
    const server = await testServer((_request, response) => response.end());
    const holds = [0, 0];
    // Its time stands still until it is let go, so that the second request waits for its turn, however slow the first was.
    let now = 0;
    let letGo = (): void => undefined;
    const goOn = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const sleepUntil = async (ms: number): Promise<void> => {
      await goOn;
      now += ms;
    };
    let heldBoth = (): void => undefined;
    const bothHeld = new Promise<void>((resolve) => {
      heldBoth = resolve;
    });
    const { bind } = testHttp([server.host], { clock: { ...systemClock, now: () => now, sleep: sleepUntil } });
    const call = (index: number) =>
      bind({
        task: "asking",
        signal: new AbortController().signal,
        patience: {
          pause: () => {
            holds[index] = (holds[index] ?? 0) + 1;
            if (holds.every((count) => count === 1)) heldBoth();
            return () => {
              holds[index] = (holds[index] ?? 0) - 1;
            };
          },
        },
        tell() {},
        hide() {},
      });
    const load = async (http: Http) => {
      for (let times = 0; times < 3; times++)
        await http.request({ method: "GET", url: server.origin, limits: { perSecond: 10 } });
    };
    const all = [call(0).shared("list", load), call(1).shared("list", load)];
    await bothHeld;
    expect(holds).toEqual([1, 1]);
    letGo();
    await Promise.all(all);
    expect(holds).toEqual([0, 0]);
  });

  it("that could not be loaded is held for a while, so that a server is not asked by each of them", async () => {
    let loads = 0;
    const { http } = testHttp([]);
    const load = async () => {
      loads++;
      throw new Error("no");
    };
    await expect(http.shared("list", load)).rejects.toThrow("no");
    await expect(http.shared("list", load)).rejects.toThrow("no");
    expect(loads).toBe(1);
  });
});

it.each([
  [407, 1, "Look at the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, and at its user and password."],
  [502, 4, undefined],
])("has sent nothing when a proxy answers %i, also as POST", async (status, tries, hint) => {
  let asked = 0;
  const proxy = createServer().on("connect", (_request, socket) => {
    asked++;
    socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  closeLater(() => proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const { http } = testHttp([], { proxyFor: () => `http://127.0.0.1:${port}`, noProxy: "" });
  await expect(http.request({ method: "POST", url: "http://names.example/x", body: "{}" })).rejects.toMatchObject({
    message: `names.example was not reached: the proxy answered ${status}`,
    sent: "nothing",
    untouched: true,
    hint,
  });
  expect(asked).toBe(tries);
});

it("goes through a proxy on this machine, whose address is the machine's business", async () => {
  const proxied: string[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    proxied.push(request.url ?? "");
    socket.write("HTTP/1.1 200 Connected\r\n\r\n");
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nby proxy"));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  closeLater(() => proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const { http } = testHttp([], { proxyFor: () => `http://127.0.0.1:${port}`, noProxy: "" });
  expect((await http.request({ method: "GET", url: "http://names.example/x" })).text).toBe("by proxy");
  expect(proxied).toEqual(["names.example:80"]);
});

it("is traced without query, headers and bodies", async () => {
  const lines: string[] = [];
  const stop = listen((line) => void lines.push(line));
  const server = await testServer((_request, response) =>
    response.writeHead(201, { "x-ratelimit-remaining": "7" }).end("secret answer"),
  );
  const url = `${server.origin}/pets/1?key=secret`;
  await testHttp([server.host]).http.request({ method: "POST", url, headers: { "x-key": "secret" }, body: "secret" });
  await testHttp([])
    .http.request({ method: "GET", url })
    .catch(() => {});
  stop();
  expect(lines.join("\n").replace(/\d+ ms/, "3 ms")).toBe(
    `http: task "asking": POST ${server.origin}/pets/1: 201 in 3 ms, 7 requests left`,
  );
});

it("stops with the signal", async () => {
  const server = await testServer(() => {});
  const { http } = testHttp([server.host], { signal: AbortSignal.timeout(50) });
  await expect(http.request({ method: "GET", url: server.origin })).rejects.toThrow(/abort|timeout/i);
});

it("counts nothing of what nobody asks for", async () => {
  const { seen } = await countingPort();
  testHttp([]);
  expect(seen.connections).toBe(0);
});

describe("a single try", () => {
  it("is sent once, whatever comes of it", async () => {
    let asked = 0;
    const server = await testServer((request, response) => {
      asked++;
      if (asked === 1) request.socket.destroy();
      else response.writeHead(503, { "retry-after": "900" }).end();
    });
    const { http } = testHttp([server.host]);
    const once = { method: "GET", url: server.origin, once: true } as const;
    await expect(http.request(once)).rejects.toThrow(/gave no answer/);
    expect(await http.request(once)).toMatchObject({ status: 503, statusName: "Service Unavailable" });
    expect(asked).toBe(2);
  });

  it("stays where it is, if that is wanted", async () => {
    const server = await testServer((_request, response) => response.writeHead(302, { location: "/away" }).end());
    const { http } = testHttp([server.host]);
    const answer = await http.request({ method: "GET", url: server.origin, follow: false });
    expect([answer.status, answer.headers.location]).toEqual([302, "/away"]);
  });

  it("ends when its time is over: in an answer, before one, and while it waits for its turn", async () => {
    const server = await testServer((request, response) => {
      if (request.url === "/half") response.writeHead(200, { "content-length": "9" }).write("half");
    });
    const { http } = testHttp([server.host]);
    const within = (path: string) =>
      http.request({ method: "GET", url: `${server.origin}${path}`, withinMs: 50, limits: { concurrent: 1 } });
    const over = { message: `${server.host} gave no answer within 50 ms`, sent: "unclear", refused: false };
    for (const path of ["/half", "/none"]) await expect(within(path)).rejects.toMatchObject(over);
    const both = await Promise.allSettled([within("/none"), within("/none")]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("ends with the call, not with its time", async () => {
    const server = await testServer(() => {});
    const stop = new AbortController();
    const { http } = testHttp([server.host], { signal: stop.signal });
    const reason = new Error("cancelled");
    const asking = http.request({ method: "GET", url: server.origin, withinMs: 3_600_000 });
    setTimeout(() => stop.abort(reason), 20);
    await expect(asking).rejects.toBe(reason);
    await expect(http.reach("127.0.0.1", server.port, 3_600_000)).rejects.toBe(reason);
  });
});

describe("reaching a port", () => {
  it("connects, sends nothing, and hangs up", async () => {
    const { port, seen } = await countingPort();
    await testHttp(["127.0.0.1", "[::1]"]).http.reach("127.0.0.1", port, 10_000);
    await testHttp(["[::1]"]).http.reach("::1", port, 10_000);
    await expect.poll(() => seen).toEqual({ connections: 2, bytes: 0 });
  });

  it("says why there is nobody", async () => {
    const { http } = testHttp(["127.0.0.1:1"]);
    await expect(http.reach("127.0.0.1", 1, 10_000)).rejects.toMatchObject({
      message: expect.stringMatching(/^127\.0\.0\.1:1 gave no answer: connect ECONNREFUSED/),
      refused: false,
    });
  });

  it.each(["db/x", "db?x", "a@127.0.0.1", "db#"])("takes nothing else for a host: %s", async (host) => {
    await expect(testHttp(["127.0.0.1", "db"]).http.reach(host, 80, 10_000)).rejects.toMatchObject({ refused: true });
  });
});
