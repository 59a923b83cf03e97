import { createServer as createTcpServer } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import type { Resolve } from "../../../src/node/http/http-call.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { scriptRunner } from "../../../src/node/processes/script-runner.ts";
import { sha256 } from "../../../src/node/sha256.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import type { ScriptResult } from "../../../src/ports/script-runner.ts";
import type { KindDependencies } from "../../../src/processors/kind.ts";
import { probeProcessor } from "../../../src/processors/probe/probe.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { describeGate, testIo } from "../../contracts/task-processor.ts";
import { closeLater, countingPort, testHttp, testServer } from "../../node/http/client-rig.ts";
import { temporaryFolders } from "../../node/temporary.ts";

await loadSchemas(["Probe"]);
const folder = temporaryFolders();
let root: string;
let probe: TaskProcessor;

beforeEach(() => {
  root = folder();
  probe = probeProcessor(dependencies());
});

function dependencies(): KindDependencies {
  return {
    run: scriptRunner({
      groups: new ProcessGroups(),
      redaction: createRedactor(),
      folders: [folder()],
      graceMs: 200,
      lingerMs: 200,
    }),
    files: new Workspace(root, "."),
    hash: sha256,
    validate: validateSpec,
    environment: { ...process.env, GITHUB_TOKEN: "token", PASSED: "passed" },
  };
}

/** What a call gets. @param allow hosts that may be asked */
function io(allow: readonly string[] = ["127.0.0.1"], signal = new AbortController().signal, secrets: string[] = []) {
  const told: string[] = [];
  return {
    ...testIo(secrets, { signal, http: testHttp(allow, { signal }).http, tell: (text) => told.push(text) }),
    said: told,
  };
}

function parsed(spec: JsonObject): JsonObject {
  const result = probe.parse(spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const look = (spec: JsonObject, call = io()) => probe.observe(parsed(spec), call);
const wait = (spec: JsonObject, call = io()) => probe.create(parsed(spec), call);

async function failure(waiting: Promise<unknown>): Promise<TaskFailure> {
  return waiting.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: TaskFailure) => error,
  );
}

/** A server that answers one after the other, and the last again and again. */
async function answering(...answers: readonly { status?: number; text?: string; location?: string }[]) {
  const asked: { readonly method: string; readonly url: string; readonly headers: object }[] = [];
  const server = await testServer((request, response) => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, headers });
    const { status = 200, text = "", location } = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    if (location !== undefined) response.setHeader("location", location);
    response.statusCode = status;
    response.end(text);
  });
  return { ...server, asked };
}

describeGate("Probe", () => {
  let open = false;
  return {
    processor: probe,
    spec: async () => {
      open = false;
      const { origin } = await testServer((_request, response) => {
        response.statusCode = open ? 200 : 503;
        response.end();
      });
      return { http: { url: `${origin}/health` }, interval: "10ms", timeout: "20s" };
    },
    open: () => {
      open = true;
    },
    why: "503 Service Unavailable",
    io: () => ({ http: testHttp(["127.0.0.1"]).http }),
  };
});

describe("what is expected of an answer", () => {
  it.each([
    [undefined, 204, undefined],
    [undefined, 500, "500 Internal Server Error"],
    [404, 404, undefined],
    [404, 200, "200 OK"],
    ["5xx", 503, undefined],
    [["2xx", 401], 401, undefined],
    [["2xx", 401], 403, "403 Forbidden"],
    [["2xx", 401], 599, "599"],
  ] as const)("a status of %j: %d", async (status, given, why) => {
    const { origin } = await answering({ status: given });
    const expected = status === undefined ? {} : { expect: { status: status as number } };
    expect(await look({ http: { url: origin }, ...expected })).toEqual(
      why === undefined ? { state: "present", facts: {} } : { state: "absent", why },
    );
  });

  it.each([
    [{ contains: "ready" }, "all ready", undefined],
    [{ contains: "ready" }, "ready soon? no: read", undefined],
    [{ contains: "ready" }, "no", "200 OK, and its body does not contain `ready`"],
    [{ json: { "/a/0/b": 1, "": { a: [{ b: 1 }] } } }, '{"a":[{"b":1}]}', undefined],
    [{ json: { "/status": "up" } }, '{"status":"starting"}', '/status is "starting", not "up"'],
    [{ json: { "/status": "up" } }, '{"status":null}', '/status is null, not "up"'],
    [{ json: { "/status": "up" } }, "{}", "there is no /status in the answer"],
    [{ json: { "/status": "up" } }, "<html>", "200 OK, and its body is not JSON"],
    [{ json: { "/a~1b": { c: 1 } } }, '{"a/b":{"c":1,"d":2}}', '/a~1b is {"c":1,"d":2}, not {"c":1}'],
  ])("%j of %s", async (expected, text, why) => {
    const { origin } = await answering({ text });
    expect(await look({ http: { url: origin }, expect: expected as JsonObject })).toEqual(
      why === undefined ? { state: "present", facts: {} } : { state: "absent", why },
    );
  });

  it("is not told where it is a secret, and neither is what stands in its place", async () => {
    const { origin } = await answering({ text: '{"token":"the-token-of-last-year"}' });
    const call = io(["127.0.0.1"], undefined, ["the-token-of-now"]);
    expect(await look({ http: { url: origin }, expect: { json: { "/token": "the-token-of-now" } } }, call)).toEqual({
      state: "absent",
      why: "/token is another",
    });
    expect(await look({ http: { url: origin }, expect: { contains: "the-token-of-now" } }, call)).toEqual({
      state: "absent",
      why: "200 OK, and its body does not contain what it should",
    });
  });

  it("follows where an answer leads, unless that is what is expected", async () => {
    const { origin, asked } = await answering({ status: 302, location: "/login" }, { status: 200 });
    expect(await look({ http: { url: `${origin}/a` } })).toMatchObject({ state: "present" });
    expect(asked.map(({ url }) => url)).toEqual(["/a", "/login"]);
    const moved = await answering({ status: 301, location: "/b" });
    expect(await look({ http: { url: moved.origin }, expect: { status: [200, "3xx"] } })).toMatchObject({
      state: "present",
    });
    expect(moved.asked).toHaveLength(1);
  });

  it("asks with its method and headers, once", async () => {
    const { origin, asked } = await answering({ status: 503 });
    await look({ http: { url: origin, method: "HEAD", headers: { "x-key": "k" } } });
    expect(asked).toMatchObject([{ method: "HEAD", url: "/", headers: { "x-key": "k" } }]);
  });
});

describe("waiting", () => {
  const quick = { interval: "10ms", timeout: "20s" };

  it("gets by errors of a server, cut connections and a server that hangs", async () => {
    let asked = 0;
    const { origin } = await testServer((request, response) => {
      asked++;
      if (asked === 1) response.writeHead(500).end();
      else if (asked === 2) request.socket.destroy();
      else if (asked === 3) response.writeHead(200, { "content-length": "10" }).write("half");
      else if (asked > 4) response.end("up");
    });
    const call = io();
    const spec = { http: { url: `${origin}/health?key=query-is-not-told` }, ...quick, tryTimeout: "200ms" };
    expect(await wait(spec, call)).toEqual({ outputs: [] });
    expect(asked).toBe(5);
    expect(call.said[0]).toMatch(
      new RegExp(String.raw`^task: waiting for ${origin}/health \(try 1, 500 Internal Server Error\), .* of 20 s$`),
    );
    expect(call.shown.map(({ text }) => text).join("")).toMatch(
      new RegExp(String.raw`^${origin}/health was as expected after 5 tries, .*\n$`),
    );
    expect(call.said.join()).not.toContain("query-is-not-told");
  });

  it("gets by a port on which nobody listens yet", async () => {
    const reserved = await countingPort();
    const late = createTcpServer((socket) => socket.end());
    const { port } = await freePort();
    setTimeout(() => late.listen(port, "127.0.0.1"), 50);
    closeLater(() => late.close());
    expect(await wait({ tcp: { host: "127.0.0.1", port }, ...quick })).toEqual({ outputs: [] });
    expect(await wait({ tcp: { host: "127.0.0.1", port: reserved.port }, ...quick })).toEqual({ outputs: [] });
    expect(reserved.seen.bytes).toBe(0);
  });

  it("fails in time on one that never listens, with what came last", async () => {
    const { port } = await freePort();
    const error = await failure(wait({ tcp: { host: "127.0.0.1", port }, interval: "10ms", timeout: "100ms" }));
    expect(error.message).toMatch(
      new RegExp(String.raw`^127\.0\.0\.1:${port} was not as expected within 100 ms: no answer.* \(\d+ tr`),
    );
    expect(error.untouched).toBe(true);
  });

  it("fails in time on one that never answers", async () => {
    const { origin } = await testServer(() => {});
    const error = await failure(
      wait({ http: { url: origin }, interval: "10ms", timeout: "100ms", tryTimeout: "40ms" }),
    );
    expect(error.message).toMatch(/ was not as expected within 100 ms: no answer within \d+ ms \(\d+ tr(?:y|ies)\)$/);
  });

  it("ends at once when the run is cancelled, in a try and between two", async () => {
    const { origin } = await testServer(() => {});
    const cancelled = new Error("cancelled");
    for (const spec of [
      { http: { url: origin }, timeout: "1h", tryTimeout: "1h" },
      { http: { url: origin, method: "HEAD" }, timeout: "1h", tryTimeout: "1ms", interval: "30m" },
      { command: "sleep 3600", timeout: "1h" },
      { command: "false", timeout: "1h", interval: "30m" },
    ]) {
      const stop = new AbortController();
      const call = io(undefined, stop.signal);
      const waiting = failure(wait(spec, call));
      setTimeout(() => stop.abort(cancelled), 100);
      expect(await waiting).toBe(cancelled);
    }
  });
});

describe("addresses", () => {
  const hostile = [
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "2130706433",
    "017700000001",
    "localhost",
    "LOCALHOST.",
    "a.localhost",
    "0.0.0.0",
    "10.0.0.1",
    "169.254.169.254",
    "192.168.1.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1",
    "fd00::1",
  ];

  it.each(hostile)("that the Project does not allow get no byte, and fail at once: %s", async (host) => {
    const { port, seen } = await countingPort();
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
    for (const spec of [{ tcp: { host, port } }, { http: { url } }]) {
      const call = io([]);
      const error = await failure(wait({ ...spec, timeout: "1h" }, call));
      expect(error.message).toMatch(/^not asked: /);
      expect(error.hint).toContain("allow it in the Project");
      expect(await look(spec, call)).toMatchObject({ state: "failed", error: { message: error.message } });
    }
    expect(seen).toEqual({ connections: 0, bytes: 0 });
  });

  it("that a name leads to are refused as well", async () => {
    const { port, seen } = await countingPort();
    const resolve: Resolve = (_name, _options, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]);
    const call = testIo([], { http: testHttp([], { resolve }).http });
    const error = await failure(probe.create({ tcp: { host: "db.example", port }, timeout: "1h" }, call));
    expect(error.message).toBe("not asked: `db.example` leads to 127.0.0.1, a loopback address");
    expect(seen).toEqual({ connections: 0, bytes: 0 });
  });

  it.each(["db/x", "a@db", "db:5432", "http://db", "", "-db", "db ", "db\n", "fe80::1%lo", "[::1]"])(
    "that are none are told where they stand: %j",
    (host) => {
      expect(probe.parse({ tcp: { host, port: 5432 } })).toMatchObject({
        ok: false,
        error: [{ pointer: "/tcp/host" }],
      });
    },
  );
});

describe("a command", () => {
  it("runs in its folder, with its environment and nothing of the job's", async () => {
    const spec = {
      command: 'printf "%s|%s|%s|%s" "$A" "$PASSED" "${GITHUB_TOKEN-none}" "$OPUS_TASK"',
      env: { A: 1 },
      passEnv: ["PASS*"],
      expect: { contains: "1|passed|none|task" },
    };
    expect(await look(spec)).toEqual({ state: "present", facts: {} });
  });

  it.each([
    [
      { command: "exit 3", expect: { exitCode: 3 } },
      { state: "present", facts: {} },
    ],
    [{ command: "exit 3" }, { state: "absent", why: "it exited with 3" }],
    [
      { command: "true", expect: { exitCode: 3 } },
      { state: "absent", why: "it exited with 0, not 3" },
    ],
    [{ command: "false | true" }, { state: "absent", why: "it exited with 1" }],
    [{ command: "kill -9 $$" }, { state: "absent", why: "it was ended by SIGKILL" }],
    [
      { command: "echo no; echo yes >&2", expect: { contains: "yes" } },
      { state: "absent", why: "it exited with 0 and did not print `yes`" },
    ],
    [
      { command: "sleep 60", tryTimeout: "50ms" },
      { state: "absent", why: "it did not end in time" },
    ],
    [
      { command: "true", shell: "no-such-shell" },
      {
        state: "failed",
        error: {
          message: "its command did not start: `no-such-shell` was not found",
          hint: "Install it, or name another `shell`.",
        },
      },
    ],
    [
      { command: "true", workingDirectory: "none" },
      { state: "failed", error: { message: expect.stringContaining("its command has no folder to run in: ") } },
    ],
  ] as const)("%j", async (spec, found) => {
    expect(await look(spec as unknown as JsonObject)).toEqual(found);
  });

  it("that does not come to it in time shows what it printed last", async () => {
    const call = io();
    const nothing = { text: "", bytes: 0, cut: false };
    const ended: ScriptResult = {
      end: { state: "exited", exitCode: 1, signal: null },
      stdout: nothing,
      stderr: nothing,
      tail: "still missing\n",
      stderrTail: "",
      outputFile: undefined,
    };
    probe = probeProcessor({ ...dependencies(), run: async () => ended });
    const error = await failure(wait({ command: "check", interval: "10ms", timeout: "50ms" }, call));
    expect(error).toMatchObject({
      message: expect.stringMatching(/^its command was not as expected within 50 ms: it exited with 1 \(\d+ tr/),
      detail: "still missing",
    });
    expect(call.shown.map(({ text }) => text)).toEqual([]);
  });
});

describe("a spec", () => {
  it.each([
    [{}, "", "it says nothing that is probed"],
    [{ command: "true", tcp: { host: "a", port: 1 } }, "/command", "it has tcp and command, and probes one thing"],
    [{ tcp: { host: "a", port: 1 }, expect: { status: 200 } }, "/expect/status", "`status` can't be expected of `tcp`"],
    [{ command: "true", expect: { json: { "/a": 1 } } }, "/expect/json", "`json` can't be expected of `command`"],
    [
      { http: { url: "https://a" }, expect: { exitCode: 1 } },
      "/expect/exitCode",
      "`exitCode` can't be expected of `http`",
    ],
    [{ http: { url: "https://a" }, env: { A: 1 } }, "/env", "`env` is for `command` alone"],
    [
      { http: { url: "https://a", method: "HEAD" }, expect: { contains: "a" } },
      "/expect/contains",
      "an answer to HEAD has no body",
    ],
    [
      { command: "true", interval: "5s", timeout: "2s" },
      "/interval",
      "`interval` is as long as `timeout`, or longer, so it would be tried only once",
    ],
    [{ command: "true", tryTimeout: "5m" }, "/tryTimeout", "`tryTimeout` is longer than `timeout`"],
    [{ command: "true", shell: "bash '" }, "/shell", "the shell `bash '` has a quote that is not closed"],
    [{ command: "true", env: { OPUS_X: "a" } }, "/env/OPUS_X", "`env` may not set OPUS_X"],
    [{ http: { url: "https://u:p@a/" } }, "/http/url", expect.stringContaining("is not an address")],
    [
      { http: { url: "https://a" }, expect: { status: "200" } },
      "/expect/status",
      expect.stringContaining("is neither a status"),
    ],
    [{ http: { url: "https://a" }, expect: { status: ["2xx", 99] } }, "/expect/status/1", expect.any(String)],
    [{ http: { url: "https://a", headers: { "a b": "c" } } }, "/http/headers/a b", expect.any(String)],
    [{ http: { url: "https://a", headers: { a: "b\r\nc: d" } } }, "/http/headers/a", expect.any(String)],
  ] as const)("%j is refused", (spec, pointer, message) => {
    expect(probe.parse(spec as unknown as JsonObject)).toMatchObject({ ok: false, error: [{ pointer, message }] });
  });

  it("tells what a status looks like", () => {
    const refused = (status: unknown) =>
      probe.parse({ http: { url: "https://a" }, expect: { status } } as unknown as JsonObject);
    const words = 'Write a status like 200, a class like "2xx", or a list of both.';
    expect(refused("6xx")).toMatchObject({ error: [{ suggestion: words }] });
    expect(refused(["6xx"])).toMatchObject({
      error: [{ suggestion: 'Write a status like 200, or a class like "2xx".' }],
    });
  });

  it("may use a short interval with the usual timeout, and a short timeout with the usual interval", () => {
    expect(probe.parse({ command: "true", timeout: "1s" }).ok).toBe(true);
    expect(probe.parse({ command: "true", interval: "100ms" }).ok).toBe(true);
  });
});

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<{ readonly port: number }> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return { port };
}
