import { describe, expect, it } from "vitest";
import { passwordsInAddresses } from "../../../src/app/secrets/address-secrets.ts";
import { withoutCredentials } from "../../../src/engine/text/shown-url.ts";

describe("passwords in addresses", () => {
  it("are found as they are written, and as they are sent", () => {
    const environment = {
      HTTPS_PROXY: "http://me:correct%20horse@proxy.example:3128",
      http_proxy: "http://me:p@ss@word@proxy.example",
      GITHUB_API_URL: "https://api.github.com",
      ACTIONS_RESULTS_URL: "https://:%zz-bad@results.example/",
      HTTP_PROXY: "me:no-scheme@proxy.example:3128",
      no_proxy: "a:b@c",
      all_proxy: "socks5://me:abc@proxy.example",
      OTHER: "https://me:not-an-address-of-ours@x.example",
    };
    expect(Object.fromEntries(passwordsInAddresses(environment))).toEqual({
      "correct%20horse": "the password in `HTTPS_PROXY`",
      "correct horse": "the password in `HTTPS_PROXY`",
      "p@ss@word": "the password in `http_proxy`",
      "no-scheme": "the password in `HTTP_PROXY`",
      "%zz-bad": "the password in `ACTIONS_RESULTS_URL`",
    });
  });

  it.each([
    ["https://user:word@host/x", "https://host/x"],
    ["https://user:w@rd@host/x@y", "https://host/x@y"],
    ["https://user@host?a=b@c", "https://host?a=b@c"],
    ["https://host/a@b", "https://host/a@b"],
    ["git@host:owner/name", "git@host:owner/name"],
  ])("are left out where %s is shown", (url, shown) => {
    expect(withoutCredentials(url)).toBe(shown);
  });
});
