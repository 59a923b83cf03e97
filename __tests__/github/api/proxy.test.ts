import { expect, test } from "vitest";
import { proxyFor, usableProxy } from "../../../src/github/api/proxy.ts";

test.each([
  ["host:3128", "http://host:3128"],
  ["me:word@host:3128", "http://me:word@host:3128"],
  [" http://host:3128/ ", "http://host:3128/"],
  ["https://host", "https://host"],
  ["[::1]:8080", "http://[::1]:8080"],
])("%s is the proxy %s", (value, url) => {
  expect(proxyFor("https://x.example/", { HTTPS_PROXY: value })).toEqual({ variable: "HTTPS_PROXY", url });
  expect(usableProxy("https://x.example/", { ALL_PROXY: value })).toBe(url);
});

test("what is for one scheme goes before what is for all, and small letters before capitals", () => {
  const environment = { ALL_PROXY: "a:1", all_proxy: "b:1", HTTPS_PROXY: "c:1", https_proxy: "d:1", HTTP_PROXY: "e:1" };
  expect(proxyFor("https://x.example/", environment)?.variable).toBe("https_proxy");
  expect(proxyFor("http://x.example/", environment)?.variable).toBe("HTTP_PROXY");
  expect(proxyFor("https://x.example/", { ALL_PROXY: "a:1", all_proxy: "b:1" })?.variable).toBe("all_proxy");
  expect(proxyFor("https://x.example/", { ALL_PROXY: "socks5://a:1", https_proxy: "" })).toBeUndefined();
});

test.each(["no url, pw=hunter2", "socks5://me:hunter2@host:1080", "http://", "host:port"])(
  "a task is told the variable of %s, and not what it holds",
  (value) => {
    const used = (): unknown => usableProxy("https://x.example/", { HTTPS_PROXY: value });
    expect(used).toThrow(/^the variable `HTTPS_PROXY` holds no address of an HTTP proxy$/);
  },
);
