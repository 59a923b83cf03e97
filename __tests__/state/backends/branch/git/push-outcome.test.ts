import { describe, expect, test } from "vitest";
import type { GitEnd } from "../../../../../src/ports/git.ts";
import { pushOutcome } from "../../../../../src/state/backends/branch/git/push-outcome.ts";

const url = "https://github.com/octo/storefront";

/** What `git push --porcelain` prints: the status line of the branch, and stderr. */
function ended(status: string, stderr = "", code = status.startsWith("!") ? 1 : 0): GitEnd {
  const [flag = "", reason = ""] = status.split(/ (.*)/);
  const stdout = status === "" ? "" : `To ${url}\n${flag}\tabc:refs/heads/opus-state\t${reason}\nDone\n`;
  return { state: "exited", code, stdout: Buffer.from(stdout), stderr };
}

function remote(...lines: string[]): string {
  return [...lines.map((line) => `remote: ${line}        `), `error: failed to push some refs to '${url}'`, ""].join(
    "\n",
  );
}

describe("a push that landed", () => {
  test.each([["* [new branch]"], ["  0123456..89abcde"], ["= [up to date]"], ["+ 0123456...89abcde (forced update)"]])(
    "%s",
    (status) => {
      const flag = status.slice(0, 1);
      const stdout = Buffer.from(`To ${url}\n${flag}\tabc:refs/heads/opus-state\t${status.slice(2)}\nDone\n`);
      expect(pushOutcome({ state: "exited", code: 0, stdout, stderr: "" })).toEqual({ state: "landed" });
    },
  );

  test("an exit code of 0 without a word on the branch proves nothing", () => {
    expect(pushOutcome({ state: "exited", code: 0, stdout: Buffer.from(""), stderr: "" })).toMatchObject({
      state: "unclear",
      unsent: false,
    });
  });
});

describe("a lost race", () => {
  test.each([
    ["! [rejected] (stale info)", ""],
    ["! [rejected] (fetch first)", ""],
    ["! [rejected] (non-fast-forward)", ""],
    [
      "! [remote rejected] (failed to update ref)",
      remote("error: cannot lock ref 'refs/heads/opus-state': is at 1111111111 but expected 2222222222"),
    ],
    ["! [remote rejected] (incorrect old value provided)", ""],
    [
      "! [remote rejected] (cannot lock ref 'refs/heads/opus-state': is at 98bf7e54a615d7e23cbcf8688d22c4099a1d2240 but expected 00da1b358846ae9a8ffa71b34eb1e330e3a37e3d)",
      "",
    ],
    ["! [remote rejected] (cannot lock ref 'refs/heads/opus-state': reference already exists)", ""],
    ["! [remote rejected] (reference already exists)", ""],
    ["! [remote rejected] (failed to lock)", ""],
  ])("%s", (status, stderr) => {
    expect(pushOutcome(ended(status, stderr))).toMatchObject({ state: "moved" });
  });
});

describe("a refusal that no later try changes", () => {
  test.each([
    [
      "rule",
      "! [remote rejected] (push declined due to repository rule violations)",
      remote(
        "error: GH013: Repository rule violations found for refs/heads/opus-state.",
        "Review all repository rules at https://github.com/octo/storefront/rules",
        "",
        "- Changes must be made through a pull request.",
      ),
      "GH013: Repository rule violations found for refs/heads/opus-state. · Review all repository rules at https://github.com/octo/storefront/rules · - Changes must be made through a pull request. · [remote rejected] (push declined due to repository rule violations)",
    ],
    [
      "rule",
      "! [remote rejected] (protected branch hook declined)",
      remote(
        "error: GH006: Protected branch update failed for refs/heads/opus-state.",
        "error: Changes must be made through a pull request.",
      ),
      "GH006: Protected branch update failed for refs/heads/opus-state. · Changes must be made through a pull request. · [remote rejected] (protected branch hook declined)",
    ],
    [
      "rule",
      "! [remote rejected] (pre-receive hook declined)",
      remote("no"),
      "no · [remote rejected] (pre-receive hook declined)",
    ],
    ["rule", "! [remote rejected] (hook declined)", "", "[remote rejected] (hook declined)"],
    [
      "rule",
      "! [remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/a.yml` without `workflows` permission)",
      "",
      "[remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/a.yml` without `workflows` permission)",
    ],
    [
      "forbidden",
      "",
      `remote: Permission to octo/storefront.git denied to github-actions[bot].\nfatal: unable to access '${url}/': The requested URL returned error: 403\n`,
      `Permission to octo/storefront.git denied to github-actions[bot]. · fatal: unable to access '${url}/': The requested URL returned error: 403`,
    ],
    [
      "forbidden",
      "",
      `remote: Write access to repository not granted.\nfatal: unable to access '${url}/': The requested URL returned error: 403\n`,
      `Write access to repository not granted. · fatal: unable to access '${url}/': The requested URL returned error: 403`,
    ],
    [
      "unauthorized",
      "",
      "fatal: could not read Username for 'https://github.com': terminal prompts disabled\n",
      "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    ],
    [
      "too-large",
      "! [remote rejected] (pre-receive hook declined)",
      remote(
        "error: GH001: Large files detected. You may want to try Git Large File Storage - https://git-lfs.github.com.",
      ),
      "GH001: Large files detected. You may want to try Git Large File Storage - https://git-lfs.github.com. · [remote rejected] (pre-receive hook declined)",
    ],
    [
      "name-clash",
      "! [remote rejected] (failed to update ref)",
      remote(
        "error: cannot lock ref 'refs/heads/opus-state': 'refs/heads/opus-state/old' exists; cannot create 'refs/heads/opus-state'",
      ),
      "cannot lock ref 'refs/heads/opus-state': 'refs/heads/opus-state/old' exists; cannot create 'refs/heads/opus-state' · [remote rejected] (failed to update ref)",
    ],
  ])("%s: %s", (kind, status, stderr, words) => {
    const outcome = pushOutcome(status === "" ? ended("", stderr, 128) : ended(status, stderr));
    expect(outcome).toMatchObject({ state: "refused", trouble: { kind, words } });
  });
});

describe("an unclear end", () => {
  test.each([
    [
      "error: RPC failed; curl 52 Empty reply from server\nsend-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly\n",
    ],
    ["error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\n"],
    ["error: RPC failed; curl 18 transfer closed with outstanding read data remaining\nfatal: early EOF\n"],
    ["fatal: protocol error: bad line length character: <!DO\nfatal: the remote end hung up unexpectedly\n"],
    ["something that nobody has seen before\n"],
  ])("%s", (stderr) => {
    expect(pushOutcome(ended("", stderr, 1))).toMatchObject({ state: "unclear", unsent: false });
  });

  test.each([
    ["! [remote rejected] (Internal Server Error)"],
    ["! [remote failure] (remote failed to report status)"],
    ["! [remote rejected] (unpacker error)"],
  ])("%s", (status) => {
    expect(pushOutcome(ended(status))).toMatchObject({ state: "unclear", unsent: false });
  });

  test("git that was killed, or gave no answer", () => {
    expect(pushOutcome({ state: "killed", signal: "SIGKILL", stderr: "" })).toMatchObject({
      state: "unclear",
      trouble: { kind: "transient", words: "git was killed by SIGKILL" },
    });
    expect(pushOutcome({ state: "timed-out", timeoutMs: 60_000, stderr: "" })).toMatchObject({
      state: "unclear",
      trouble: { words: "no answer within 60 s" },
    });
  });

  test("a connection that failed before anything was sent", () => {
    const stderr = `fatal: unable to access '${url}/': Failed to connect to github.com port 443 after 3 ms: Couldn't connect to server\n`;
    expect(pushOutcome(ended("", stderr, 128))).toMatchObject({
      state: "unclear",
      unsent: true,
      trouble: { kind: "unreachable" },
    });
  });
});
