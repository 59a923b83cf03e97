import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunInfo } from "../../src/engine/model/run-info.ts";
import { createRunLookup, type RunLookupOptions } from "../../src/github/run-lookup.ts";
import { GithubApi, type Reply } from "../peers/github-api.ts";

const attempt = "https://github.com/acme/storefront/actions/runs/8742/attempts/2";
const holder: RunInfo = { id: "8742", attempt: 2, sha: "f".repeat(40), url: attempt };

let github: GithubApi;
beforeAll(async () => {
  github = await GithubApi.start();
});
afterAll(() => github.stop());
beforeEach(() => {
  github.requests.length = 0;
  github.faults.length = 0;
});

function look(
  options: Partial<RunLookupOptions> = {},
  run: Partial<RunInfo> = {},
  signal = new AbortController().signal,
) {
  const lookup = createRunLookup({
    apiUrl: github.url,
    serverUrl: "https://github.com",
    repository: "acme/storefront",
    token: github.token,
    userAgent: "magnum-opus/1.2.3",
    environment: {},
    ...options,
  });
  return lookup({ ...holder, ...run }, signal);
}

async function answerTo(reply: Reply): Promise<unknown> {
  github.reply = reply;
  const state = await look();
  expect(github.faults).toEqual([]);
  expect(github.requests).toHaveLength(1);
  return state;
}

describe("asking GitHub about the attempt of a run", () => {
  it("asks for that attempt, with the token and who asks", async () => {
    github.reply = { attempt: { status: "in_progress", conclusion: null } };
    await look();
    const [request] = github.requests;
    expect(request?.path).toBe("GET /repos/acme/storefront/actions/runs/8742/attempts/2");
    expect(request?.headers).toMatchObject({
      authorization: `token ${github.token}`,
      "user-agent": expect.stringMatching(/^magnum-opus\/1\.2\.3 octokit-core/),
      "x-github-api-version": "2022-11-28",
    });
  });

  it.each(["success", "failure", "cancelled", "timed_out"])(
    "says that an attempt which ended (%s) is over",
    async (conclusion) => {
      expect(await answerTo({ attempt: { status: "completed", conclusion } })).toEqual({
        state: "over",
        why: `run attempt ${attempt} ended: ${conclusion}`,
      });
    },
  );

  it("says so too when GitHub does not say how it ended", async () => {
    expect(await answerTo({ attempt: { status: "completed", conclusion: null } })).toEqual({
      state: "over",
      why: `run attempt ${attempt} ended`,
    });
  });

  it.each(["queued", "in_progress", "waiting", "pending", "requested"])(
    "says that an attempt which is %s goes on",
    async (status) => {
      expect(await answerTo({ attempt: { status, conclusion: null } })).toEqual({ state: "going-on" });
    },
  );

  it("believes no answer about another run, nor one without a status", async () => {
    const told = { state: "unsure", why: `${github.url} answered 200, which tells nothing about that run` };
    expect(await answerTo({ attempt: { status: "completed", conclusion: "success", id: 1 } })).toEqual(told);
    github.requests.length = 0;
    expect(await answerTo({ attempt: { status: null, conclusion: null } })).toEqual(told);
  });

  it("tells which permission is missing", async () => {
    expect(await answerTo({ error: 403, message: "Resource not accessible by integration" })).toEqual({
      state: "unsure",
      why: "the token may not look at runs (403: Resource not accessible by integration): add `actions: read` to the `permissions` of the workflow",
    });
  });

  it("tells that the token was refused, without showing it", async () => {
    expect(await look({ token: "ghs_anotherOne" })).toEqual({
      state: "unsure",
      why: "GitHub refused the token (401: Bad credentials): check the input `token`",
    });
  });

  it("can't tell a deleted run from one that is hidden", async () => {
    expect(await answerTo({ error: 404, message: "Not Found" })).toEqual({
      state: "unsure",
      why: "GitHub has no such run attempt, or the token may not see it (404: Not Found): if that run was deleted, release its lock with `unlock`",
    });
  });

  it.each([
    [{ error: 429, message: "Too many requests" }, "429: Too many requests"],
    [
      { error: 403, message: "You have exceeded a secondary rate limit.", headers: { "retry-after": "60" } },
      "403: You have exceeded a secondary rate limit.",
    ],
    [
      { error: 403, message: "API limit for installation.", headers: { "x-ratelimit-remaining": "0" } },
      "403: API limit for installation.",
    ],
  ])("tells a rate limit from a missing permission (%o)", async (reply, said) => {
    expect(await answerTo(reply)).toEqual({
      state: "unsure",
      why: `GitHub's rate limit for this token is used up (${said})`,
    });
  });

  it.each([500, 502, 503])("tells what a failing server (%i) said", async (status) => {
    expect(await answerTo({ error: status, message: "Server Error" })).toEqual({
      state: "unsure",
      why: `${github.url} answered ${status}: Server Error, which tells nothing about that run`,
    });
  });

  it.each([200, 503])("does not show a page that is no API's (%i)", async (status) => {
    expect(await answerTo({ raw: "<html>Please sign in</html>", type: "text/html", status })).toEqual({
      state: "unsure",
      why: `${github.url} answered ${status} with text/html, which tells nothing about that run`,
    });
  });

  it("never takes half an answer for one", async () => {
    expect(await answerTo({ cut: true })).toEqual({
      state: "unsure",
      why: `${github.url} can't be reached (other side closed)`,
    });
    github.requests.length = 0;
    expect(await answerTo({ raw: '{"status":"completed"', type: "application/json" })).toMatchObject({
      state: "unsure",
    });
  });

  it("never shows the token, should a server send it back", async () => {
    expect(await answerTo({ error: 500, message: `no: ${github.token}` })).toEqual({
      state: "unsure",
      why: `${github.url} answered 500: no: ***, which tells nothing about that run`,
    });
  });

  it("stops waiting for an answer", async () => {
    github.reply = { hang: true };
    expect(await look({ timeoutMs: 50 })).toEqual({
      state: "unsure",
      why: `${github.url} did not answer within 0.05 s`,
    });
  });

  it("ends with its caller", async () => {
    github.reply = { hang: true };
    const controller = new AbortController();
    const asked = look({}, {}, controller.signal);
    await expect.poll(() => github.requests.length).toBe(1);
    controller.abort();
    expect(await asked).toEqual({ state: "unsure", why: "asking GitHub was cancelled" });
  });

  it("tells that nobody is there", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await look({ apiUrl: `http://127.0.0.1:${port}` })).toEqual({
      state: "unsure",
      why: `http://127.0.0.1:${port} can't be reached (connect ECONNREFUSED 127.0.0.1:${port})`,
    });
  });
});

describe("nothing is asked", () => {
  it.each([
    ["about a command in a terminal", {}, { id: "", url: "" }, "it is no run of a workflow, so GitHub can't be asked"],
    [
      "about a run of another repository",
      {},
      { url: "https://github.com/acme/other/actions/runs/8742/attempts/2" },
      "it is not a run of acme/storefront, whose token this run has",
    ],
    [
      "about a run on another server",
      {},
      { url: "https://github.example/acme/storefront/actions/runs/8742/attempts/2" },
      "it is not a run of acme/storefront, whose token this run has",
    ],
    [
      "about an id that is none",
      {},
      { id: "../../secrets" },
      'its lock names a run that can\'t exist (id "../../secrets", attempt 2)',
    ],
    [
      "about an attempt that is none",
      {},
      { attempt: 0 },
      'its lock names a run that can\'t exist (id "8742", attempt 0)',
    ],
    ["without a token", { token: "" }, {}, "there is no token to ask GitHub with: give the input `token`"],
  ] as const)("%s", async (_, options, run, why) => {
    expect(await look(options, run)).toEqual({ state: "unsure", why });
    expect(github.requests).toEqual([]);
  });

  it("unless it is the same repository, written in another way", async () => {
    github.reply = { attempt: { status: "queued", conclusion: null } };
    const options = { serverUrl: "https://GitHub.com/", repository: "Acme/Storefront", apiUrl: `${github.url}/` };
    expect(await look(options)).toEqual({ state: "going-on" });
  });
});

describe("a proxy", () => {
  it("is used when the environment names one, and not for its exceptions", async () => {
    github.reply = { attempt: { status: "queued", conclusion: null } };
    const proxy = await startProxy(Number(new URL(github.url).port));
    try {
      const apiUrl = "http://api.github.invalid";
      expect(await look({ apiUrl, environment: { http_proxy: proxy.url } })).toEqual({ state: "going-on" });
      expect(await look({ environment: { HTTP_PROXY: proxy.url, NO_PROXY: "127.0.0.1" } })).toMatchObject({
        state: "going-on",
      });
      expect(await look({ environment: { https_proxy: proxy.url } })).toEqual({ state: "going-on" });
      // As Git and curl take it: without a scheme, and for all; SOCKS is theirs alone.
      const bare = proxy.url.replace("http://", "");
      expect(await look({ apiUrl, environment: { HTTP_PROXY: bare } })).toEqual({ state: "going-on" });
      expect(await look({ apiUrl, environment: { ALL_PROXY: bare } })).toEqual({ state: "going-on" });
      expect(await look({ environment: { all_proxy: "socks5h://127.0.0.1:9" } })).toEqual({ state: "going-on" });
      expect(proxy.asked).toEqual(Array(3).fill("api.github.invalid:80"));
    } finally {
      proxy.stop();
    }
  });

  it("that is wrong is named by its variable, since its URL may hold a password", async () => {
    const environment = { HTTP_PROXY: "no url, pw=hunter2" };
    expect(await look({ environment })).toEqual({
      state: "unsure",
      why: `${github.url} can't be reached through the proxy that \`HTTP_PROXY\` names (Invalid URL)`,
    });
  });
});

/** A proxy that takes whatever it is asked for to this port. */
async function startProxy(port: number) {
  const asked: (string | undefined)[] = [];
  const server = createHttpServer().on("connect", (request, socket) => {
    asked.push(request.url);
    const target = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      socket.pipe(target).pipe(socket);
    });
    for (const one of [target, socket]) one.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
}
