import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { GitHubRepository } from "../../src/github/repository.ts";

it("a question of GraphQL that gets no answer names the address that was asked", async () => {
  const server = createServer((_, response) => {
    response.writeHead(403, { "content-type": "application/json" }).end('{"message": "Resource not accessible"}');
  });
  const closed = createServer();
  for (const one of [server, closed]) await new Promise<void>((done) => one.listen(0, "127.0.0.1", done));
  const portOf = (one: typeof server): number => (one.address() as AddressInfo).port;
  const graphqlUrl = `http://127.0.0.1:${portOf(closed)}/graphql`;
  await new Promise((done) => closed.close(done));
  const apiUrl = `http://127.0.0.1:${portOf(server)}`;
  const options = {
    apiUrl,
    graphqlUrl,
    repository: "octo/storefront",
    token: "ghs_0123456789",
    userAgent: "opus",
    environment: {},
  };
  const repository = new GitHubRepository(options);
  const login = await repository.login(new AbortController().signal);
  await repository.dispose();
  server.close();
  expect(login.ok || login.error).toMatchObject({
    kind: "unreachable",
    said: expect.stringMatching(new RegExp(`^${graphqlUrl} can't be reached \\(connect ECONNREFUSED .*\\)$`)),
  });
});
