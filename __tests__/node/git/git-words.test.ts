import { expect, it } from "vitest";
import { gitWords } from "../../../src/node/git/git-words.ts";

it("shows a call of git's without settings, folder, credentials and queries", () => {
  const settings = ["-c", "http.extraheader=secret", "-C", "/there", "--no-optional-locks"];
  expect(gitWords([...settings, "fetch", "--depth=1", "https://user:p'ass WORD@host/x.git?sig=abc", "main"])).toBe(
    "git fetch --depth=1 https://host/x.git main",
  );
  expect(gitWords(["ls-remote", "u:pw@host:x.git", "HEAD"])).toBe("git ls-remote host:x.git HEAD");
});
