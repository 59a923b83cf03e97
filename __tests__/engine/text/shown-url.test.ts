import { describe, expect, it } from "vitest";
import { shownAddress, shownArgument, withoutCredentials } from "../../../src/engine/text/shown-url.ts";

describe("an address as it is shown", () => {
  it.each([
    ["https://user:p'assWORD123@host/x.git", "https://host/x.git"],
    ['https://user:p"ass WORD@host/x.git', "https://host/x.git"],
    ["https://user:line\nbreak@host/x.git", "https://host/x.git"],
    ["https://user:p/ass#WORD?1@host/x.git", "https://host/x.git"],
    ["codecommit::https://user:word@host/x", "codecommit::https://host/x"],
    ["u:pw@host:x.git", "host:x.git"],
    ["u:p/w@d@[::1]:x.git", "[::1]:x.git"],
    ["git@host:octo/x.git", "git@host:octo/x.git"],
    ["https://host:8443/a@b", "https://host:8443/a@b"],
    ["https://host:8443?a@b", "https://host:8443?a@b"],
    ["https://[::1]:8443/a@b", "https://[::1]:8443/a@b"],
    ["/srv/a:b@c", "/srv/a:b@c"],
    ["abc:refs/heads/a@b", "abc:refs/heads/a@b"],
  ])("has no credentials: %j", (address, shown) => {
    expect(withoutCredentials(address)).toBe(shown);
  });

  it.each([
    ["https://user:p'w@host/x.git?sig=abc#d", "https://host/x.git"],
    ["u:pw@host:x.git", "host:x.git"],
    ["/srv/what?.git", "/srv/what?.git"],
  ])("has no query: %j", (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it.each([
    ["--upload=https://u:p w@host/x?sig=1", "--upload=https://host/x"],
    ["--url=u:pw@host:x", "--url=host:x"],
    ["https://u:p=https://w@host/x", "https://host/x"],
    ["--format=%(refname)?", "--format=%(refname)?"],
    ["--force-with-lease=refs/heads/a@b:abc", "--force-with-lease=refs/heads/a@b:abc"],
    ["HEAD@{1}:path/x?y", "HEAD@{1}:path/x?y"],
  ])("is found in a word of a command line: %j", (word, shown) => {
    expect(shownArgument(word)).toBe(shown);
  });
});
