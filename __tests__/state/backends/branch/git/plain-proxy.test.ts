import { expect, test } from "vitest";
import { plainProxy } from "../../../../../src/state/backends/branch/git/plain-proxy.ts";

const proxy = "http://127.0.0.1:3128";

test.each([
  ["http://git.example/o/r", { http_proxy: proxy }, "http_proxy"],
  ["http://git.example/o/r", { ALL_PROXY: proxy }, "ALL_PROXY"],
  // Encrypted, the proxy sees nothing that it could answer.
  ["https://git.example/o/r", { https_proxy: proxy, http_proxy: proxy }, undefined],
  // curl does not take it.
  ["http://git.example/o/r", { HTTP_PROXY: proxy }, undefined],
  ["http://git.example/o/r", { http_proxy: proxy, no_proxy: "other.example, .example" }, undefined],
  ["http://git.example/o/r", { http_proxy: proxy, NO_PROXY: "*" }, undefined],
  ["http://git.example/o/r", { http_proxy: proxy, no_proxy: "t.example" }, "http_proxy"],
  ["git@git.example:o/r", { http_proxy: proxy }, undefined],
])("git asks %s with %o through the proxy of %s", (url, environment, variable) => {
  expect(plainProxy(url, environment)).toBe(variable);
});
