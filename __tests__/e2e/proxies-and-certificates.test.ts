// A proxy that refuses, and a certificate that nobody knows: what people are told, and that nobody waits in vain.
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { selfSigned } from "../peers/self-signed.ts";
import { QuickRig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
spec: {contexts: [{context: prod}]}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: hello.txt, content: hello}
`;
const password = "a-proxy-word-of-nobody";

/** A proxy that answers everything with one status; or a server with a certificate of its own. */
class Refusing implements AsyncDisposable {
  /** How often it was asked. */
  asked = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async proxy(status: number): Promise<Refusing> {
    const proxy: Refusing = new Refusing(
      createServer((_, response) => {
        proxy.asked++;
        response.writeHead(status, { "content-type": "text/html" }).end("<html>Blocked</html>");
      }),
    );
    proxy.#server.on("connect", (_, socket) => {
      proxy.asked++;
      socket.on("error", () => {});
      socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
    });
    return proxy.#listening();
  }

  /** GitHub's API, as far as it lists the entries of the cache: there are none. */
  static lists(): Promise<Refusing> {
    const api: Refusing = new Refusing(
      createServer((_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ total_count: 0, actions_caches: [] }));
      }),
    );
    return api.#listening();
  }

  static tls(): Promise<Refusing> {
    const server: Refusing = new Refusing(createTlsServer(selfSigned, (_, response) => response.writeHead(404).end()));
    server.#server.on("connection", () => server.asked++);
    return server.#listening();
  }

  async #listening(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** What people read of an end: its messages, without ports. */
function said({ report }: StepResult): readonly string[] {
  const texts = [report.failure?.message, ...report.diagnostics.map(({ message }: { message: string }) => message)];
  return texts.filter(Boolean).map((text) => text.replaceAll(/localhost:\d+/g, "localhost"));
}

const where = (url: string): string => `The state branch opus-state of ${url}/octo/storefront can't be read:`;
const check =
  "Check `https_proxy` and `no_proxy`, and the user and password in them; or have this server allowed at the proxy.";

it.each([
  [
    407,
    1,
    `the proxy does not let this machine through. Its answer: fatal: unable to access 'https://git.example/octo/storefront/': CONNECT tunnel failed, response 407. ${check}`,
  ],
  [
    403,
    1,
    `the proxy does not let this machine through. Its answer: fatal: unable to access 'https://git.example/octo/storefront/': CONNECT tunnel failed, response 403. ${check}`,
  ],
  [
    502,
    4,
    "the proxy did not get through to the server, several times in a row. Its answer: fatal: unable to access 'https://git.example/octo/storefront/': CONNECT tunnel failed, response 502. Is the proxy that `https_proxy` names the right one, and does it reach the server? Else run again later.",
  ],
] as const)("state on a branch behind a proxy that answers CONNECT with %i", async (status, asked, text) => {
  await using proxy = await Refusing.proxy(status);
  using rig = new QuickRig({ "opus.yaml": manifest });
  rig.remote = { url: "https://git.example", token: "ghs_0123456789abcdefghijklmnopqrstuvwxyz" };
  const env = { https_proxy: `http://me:${password}@127.0.0.1:${proxy.port}` };
  const step = await rig.step({ command: "apply" }, { env });
  expect(step).toMatchObject({ exitCode: 1, outputs: { "failure-reason": "state-unavailable" } });
  // Older versions of curl say it in other words.
  const words = said(step).map((one) =>
    one.replace(/Received HTTP code (\d+) from proxy after CONNECT/, "CONNECT tunnel failed, response $1"),
  );
  expect(words).toEqual([`${where("https://git.example")} ${text}`]);
  expect([rig.exists("hello.txt"), proxy.asked]).toEqual([false, asked]);
  expect(step.log.replace(`::add-mask::${password}\n`, "")).not.toContain(password);
});

it("an answer 403 to a request that is not encrypted may be the proxy's", async () => {
  await using proxy = await Refusing.proxy(403);
  using rig = new QuickRig({ "opus.yaml": manifest });
  rig.remote = { url: "http://git.example", token: "ghs_0123456789abcdefghijklmnopqrstuvwxyz" };
  const step = await rig.step({ command: "apply" }, { env: { http_proxy: `http://127.0.0.1:${proxy.port}` } });
  expect(said(step)).toEqual([
    `${where("http://git.example")} the token may not read this repository, or the proxy that \`http_proxy\` names forbids it. Its answer: fatal: unable to access 'http://git.example/octo/storefront/': The requested URL returned error: 403. Was it the proxy? Then have the server allowed there, or name it in \`no_proxy\`. Was it the server? Give the job \`permissions: contents: read\` (\`contents: write\` for commands that change something). Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.`,
  ]);
  expect([step.exitCode, rig.exists("hello.txt"), proxy.asked]).toEqual([1, false, 1]);
});

const notPosted =
  "what became of apply was not posted as a comment, as its pull request could not be found: https://api.git.example can't be reached: the proxy that `https_proxy` names";
const pushWithComment = { command: "apply", "comment-pr": "always" };

it.each([
  [407, `${notPosted} wants another user and password (407). Write them as \`http://user:password@host:port\``],
  [
    403,
    `${notPosted} does not let this machine through to it (403). Have the host allowed there, or name it in \`NO_PROXY\``,
  ],
])("GitHub's API behind a proxy that answers CONNECT with %i", async (status, text) => {
  await using proxy = await Refusing.proxy(status);
  using rig = new QuickRig({ "opus.yaml": manifest });
  rig.api = { url: "https://api.git.example" };
  const env = { https_proxy: `http://me:${password}@127.0.0.1:${proxy.port}` };
  const step = await rig.step(pushWithComment, { env });
  expect(said(step)).toEqual([text]);
  // Two questions, and neither is asked again.
  expect([step.exitCode, rig.read("hello.txt"), proxy.asked]).toEqual([0, "hello", 2]);
  expect(step.log.replace(`::add-mask::${password}\n`, "")).not.toContain(password);
});

it("a certificate of the network's own: each of the two variables is named, and nothing is asked twice", async () => {
  await using server = await Refusing.tls();
  using rig = new QuickRig({ "opus.yaml": manifest });
  const url = `https://localhost:${server.port}`;
  rig.api = { url };
  const commented = await rig.step(pushWithComment);
  expect(said(commented)).toEqual([
    "what became of apply was not posted as a comment, as its pull request could not be found: https://localhost can't be reached: its certificate can't be verified (self-signed certificate). Name the file of the certificates that this network uses in the variable `NODE_EXTRA_CA_CERTS`, and in `GIT_SSL_CAINFO` for git",
  ]);
  expect([commented.exitCode, rig.read("hello.txt"), server.asked]).toEqual([0, "hello", 2]);
  rig.remove("hello.txt");
  rig.remote = { url, token: "ghs_0123456789abcdefghijklmnopqrstuvwxyz" };
  const step = await rig.step({ command: "apply", "comment-pr": "never" });
  expect(said(step)).toEqual([
    expect.stringMatching(
      /^The state branch opus-state of https:\/\/localhost\/octo\/storefront can't be read: its certificate can't be verified\. Its answer: .* Name the file of the certificates that this network uses in the variable `GIT_SSL_CAINFO`, and in `NODE_EXTRA_CA_CERTS` for what opus asks without git\.$/,
    ),
  ]);
  expect([step.exitCode, rig.exists("hello.txt"), server.asked]).toEqual([1, false, 3]);
});

it("the cache's list behind a proxy, and with a certificate of the network's own", async () => {
  await using proxy = await Refusing.proxy(407);
  await using server = await Refusing.tls();
  using rig = new QuickRig({ "opus.yaml": manifest });
  const cache = { ACTIONS_RESULTS_URL: "https://results.git.example/", ACTIONS_CACHE_SERVICE_V2: "true" };
  const inputs = { command: "apply", "state-backend": "cache", initialize: "true", "comment-pr": "never" };
  const ends =
    "Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.";
  const state = "The state at opus-state-v1/shop/prod in the Actions cache of octo/storefront can't be read:";
  rig.api = { url: "https://api.git.example" };
  const behind = await rig.step(inputs, { env: { ...cache, https_proxy: `http://127.0.0.1:${proxy.port}` } });
  expect(said(behind)).toEqual([
    `${state} https://api.git.example can't be reached: the proxy that \`https_proxy\` names wants another user and password (407). Write them as \`http://user:password@host:port\`. ${ends}`,
  ]);
  rig.api = { url: `https://localhost:${server.port}` };
  const own = await rig.step(inputs, { env: cache });
  expect(said(own)).toEqual([
    `${state} https://localhost can't be reached: its certificate can't be verified (self-signed certificate). Name the file of the certificates that this network uses in the variable \`NODE_EXTRA_CA_CERTS\`, and in \`GIT_SSL_CAINFO\` for git. ${ends}`,
  ]);
  expect([behind.exitCode, own.exitCode, rig.exists("hello.txt")]).toEqual([1, 1, false]);
});

it("the service of the cache behind a proxy that forbids it, or with a certificate of the network's own: asked once a call", async () => {
  await using api = await Refusing.lists();
  using rig = new QuickRig({ "opus.yaml": manifest });
  rig.api = { url: `http://127.0.0.1:${api.port}` };
  const inputs = { command: "apply", "state-backend": "cache", initialize: "true", "comment-pr": "never" };
  const cache = { ACTIONS_CACHE_SERVICE_V2: "true" };
  await using server = await Refusing.tls();
  const url = `https://localhost:${server.port}/`;
  const own = await rig.step(inputs, { env: { ...cache, ACTIONS_RESULTS_URL: url } });
  const state = "The state at opus-state-v1/shop/prod in the Actions cache of octo/storefront can't be read:";
  expect(said(own)).toEqual([
    `${state} the cache service at https://localhost can't be reached: its certificate can't be verified (self-signed certificate). Name the file of the certificates that this network uses in the variable \`NODE_EXTRA_CA_CERTS\`, and in \`GIT_SSL_CAINFO\` for git.`,
  ]);
  expect([own.exitCode, server.asked, rig.exists("hello.txt")]).toEqual([1, 1, false]);
  await using proxy = await Refusing.proxy(403);
  const env = {
    ...cache,
    ACTIONS_RESULTS_URL: "https://results.git.example/",
    https_proxy: `http://127.0.0.1:${proxy.port}`,
  };
  const behind = await rig.step(inputs, { env: { ...env, no_proxy: "127.0.0.1" } });
  expect(said(behind)).toEqual([
    `${state} the cache service at https://results.git.example can't be reached: the proxy does not let this machine through to it (403). Have the host allowed there, or name it in \`NO_PROXY\`.`,
  ]);
  expect([behind.exitCode, proxy.asked, rig.exists("hello.txt")]).toEqual([1, 1, false]);
});
