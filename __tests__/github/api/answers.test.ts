import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it, vi } from "vitest";
import { PullRequests } from "../../../src/github/pull-requests.ts";

vi.mock("../../../src/engine/model/timing.ts", async (load) => ({
  ...(await load<typeof import("../../../src/engine/model/timing.ts")>()),
  pacedWritesMs: 0,
  notifyingWritesMs: 0,
}));

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse, url: string) => void;

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => answer(request, response, url));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return url;
}

async function ask<T>(apiUrl: string, call: (github: PullRequests) => Promise<T>): Promise<T> {
  const github = new PullRequests({
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    repository: "octo/storefront",
    token: "ghs_secret",
    userAgent: "magnum-opus/1.2.3",
    environment: {},
  });
  try {
    return await call(github);
  } finally {
    await github.dispose();
  }
}

const never = new AbortController().signal;
const comment = { id: 1, body: "x", user: { login: "mona" }, html_url: "" };

function page(response: ServerResponse, entries: readonly object[], next: string): void {
  response.writeHead(200, { "content-type": "application/json", link: `<${next}>; rel="next"` });
  response.end(JSON.stringify(entries));
}

function unreachable(said: string) {
  return { ok: false, error: { kind: "unreachable", said, unclear: true } };
}

// They wait for further attempts more than they work.
describe.concurrent("GitHub's API", () => {
  it("is read no further than 10,000 entries of a list", async () => {
    let pages = 0;
    const url = await serve((_, response, own) =>
      page(response, Array(100).fill(comment), `${own}/more?page=${++pages}`),
    );
    expect(await ask(url, (github) => github.comments(7, never))).toEqual(
      unreachable(`${url} answered with a list of more than 10,000 entries (at most that many are read)`),
    );
    expect(pages).toBe(101);
  });

  it("gets the token alone: no next page of another server is asked for, and no redirect to one is followed", async () => {
    const thief: (string | undefined)[] = [];
    const other = await serve(({ headers }, response) => {
      thief.push(headers.authorization);
      page(response, [comment], "");
    });
    const linking = await serve((_, response) => page(response, [comment], `${other}/more`));
    const told = (url: string) => unreachable(`${url} led to another server (${other}), which is not given the token`);
    expect(await ask(linking, (github) => github.comments(7, never))).toEqual(told(linking));
    for (const status of [301, 307]) {
      const leading = await serve((_, response) => void response.writeHead(status, { location: other }).end());
      expect(await ask(leading, (github) => github.addComment(7, "hello", never))).toEqual(told(leading));
    }
    expect(thief).toEqual([]);
  }, 60_000);

  it("may lead to another place of its own, with what was sent", async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        seen.push(`${request.method} ${request.url} ${body} ${request.headers.authorization}`);
        if (request.url?.startsWith("/repos")) response.writeHead(307, { location: "/renamed" }).end();
        else response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(comment));
      });
    });
    const added = await ask(url, (github) => github.addComment(7, "hello", never));
    expect(added).toEqual({ ok: true, value: { id: 1, author: "mona", body: "x", url: "" } });
    expect(seen).toEqual([
      'POST /repos/octo/storefront/issues/7/comments {"body":"hello"} token ghs_secret',
      'POST /renamed {"body":"hello"} token ghs_secret',
    ]);
  });

  it("is not followed in circles", async () => {
    const url = await serve(({ url: path }, response) => {
      response.writeHead(302, { location: `${path}x` }).end();
    });
    expect(await ask(url, (github) => github.addComment(7, "hello", never))).toEqual(
      unreachable(`${url} led to another address 6 times in a row`),
    );
  });

  it("may answer with 32 MiB of texts, and no more", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify([{ ...comment, body: "x".repeat(33 * 1024 ** 2) }]));
    });
    expect(await ask(url, (github) => github.comments(7, never))).toEqual(
      unreachable(`${url} answered with more than 32 MiB (at most that is taken)`),
    );
  }, 60_000);
});
