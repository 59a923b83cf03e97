import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { GitHubClient } from "../../../src/github/api/client.ts";
import { listen } from "../../../src/trace/trace.ts";

it("a request that is sent again shows in the trace as a retry, with the attempt and the reason", async () => {
  const answers = [500, 0, 200];
  const server = createServer((request, response) => {
    const status = answers.shift() ?? 404;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json" }).end("[]");
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new GitHubClient({
    apiUrl,
    token: "t",
    userAgent: "opus",
    proxy: undefined,
    noProxy: "*",
    attemptMs: 5_000,
  });
  const lines: string[] = [];
  const end = listen((line) => lines.push(line.replace(/ in \d+ ms/, "").replace(apiUrl, "")));
  const { signal } = new AbortController();
  const called = await client.call("GET /repos/{owner}/{repo}/pulls", { owner: "o", repo: "r" }, { signal });
  const other = await client.call("GET /user", {}, { signal });
  end();
  await client.dispose();
  server.close();
  expect([called.ok, other.ok]).toEqual([true, false]);
  expect(lines).toEqual([
    "GET /repos/o/r/pulls: 500",
    "retry 1 after 500: GET /repos/{owner}/{repo}/pulls",
    "GET /repos/o/r/pulls: no answer (other side closed)",
    "retry 2 after no answer: GET /repos/{owner}/{repo}/pulls",
    "GET /repos/o/r/pulls: 200",
    "GET /user: 404",
  ]);
}, 20_000);
