import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StateStore } from "../../../../src/engine/ports/state-store.ts";
import { runGit } from "../../../../src/node/git/git.ts";
import { GitServer } from "../../../peers/git-server.ts";
import { holder, lockOptions, never, snapshot, temporaryFolder, writeOptions } from "../../fixtures.ts";
import { type OpenOptions, openBranch } from "./open-branch.ts";

let server: GitServer;
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  server = await GitServer.start();
  temporary = temporaryFolder();
});
afterEach(async () => {
  await server.close();
  temporary.remove();
});

function open(options: Partial<OpenOptions> = {}): StateStore {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path, ...options });
}

/** The message of a read that did not work, with the port made the same. */
async function whyNotRead(store: StateStore): Promise<string> {
  const read = await store.read(never);
  if (read.state !== "unavailable") throw new Error(`expected unavailable, got ${read.state}`);
  expect(read.failure.reason).toBe("state-unavailable");
  return read.failure.message.replaceAll(server.url, "https://ci.example").replaceAll(/:\d{4,5}\b/g, "");
}

async function whyNotWritten(store: StateStore): Promise<string> {
  const write = await store.write(snapshot(1), undefined, writeOptions(), never);
  if (write.state !== "unavailable") throw new Error(`expected unavailable, got ${write.state}`);
  expect(write.failure.reason).toBe("state-unavailable");
  return write.failure.message.replaceAll(server.url, "https://ci.example").replaceAll(/:\d{4,5}\b/g, "");
}

describe("what can't be read is never absent", () => {
  test("a wrong token", async () => {
    expect(await whyNotRead(open({ token: "wrong" }))).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: the server does not accept the token. Its answer: fatal: could not read Username for 'https://ci.example': terminal prompts disabled. Check the input `token`: it must be valid, not expired, and made for this repository, with `contents: read` (`contents: write` for commands that change something).",
    );
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("a missing repository", async () => {
    const url = `${server.url}/octo/other`;
    expect(await whyNotRead(open({ repository: { url, shown: url } }))).toBe(
      "The state branch opus-state of https://ci.example/octo/other can't be read: the server has no such repository, or does not show it to this user. Its answer: Repository not found. · fatal: repository 'https://ci.example/octo/other/' not found. Check the repository's name, and that the input `token` was made for it, with `permissions: contents: read` (`contents: write` for commands that change something).",
    );
  });

  test("a token without any permission", async () => {
    server.fault = () => ({ kind: "status", code: 403, body: "Resource not accessible by integration\n" });
    expect(await whyNotRead(open())).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: the token may not read this repository. Its answer: Resource not accessible by integration · fatal: unable to access 'https://ci.example/octo/storefront/': The requested URL returned error: 403. Give the job `permissions: contents: read` (`contents: write` for commands that change something). Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.",
    );
    expect(server.requests).toHaveLength(1);
  });

  test("an unreachable server", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://127.0.0.1:${port}/octo/storefront`;
    const message = await whyNotRead(open({ repository: { url, shown: url } }));
    expect(message).toMatch(
      /^The state branch opus-state of http:\/\/127\.0\.0\.1\/octo\/storefront can't be read: the server can't be reached\. Its answer: fatal: unable to access 'http:\/\/127\.0\.0\.1\/octo\/storefront\/': Failed to connect to 127\.0\.0\.1 port \d+ after \d+ ms: Couldn't connect to server\. Check the network of this machine, the server's address, and `https_proxy` and `no_proxy`\.$/,
    );
  });

  test("a page of HTML", async () => {
    server.fault = () => ({ kind: "html" });
    expect(await whyNotRead(open())).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: what answered is no git server. Its answer: fatal: https://ci.example/octo/storefront/info/refs not valid: is this a git repository? Does a proxy or a sign-in page stand in between (`https_proxy`, `no_proxy`)? Is https://ci.example/octo/storefront the right address?",
    );
    expect(server.requests).toHaveLength(1);
  });

  test("an empty answer", async () => {
    server.fault = () => ({ kind: "status", code: 200 });
    expect(await whyNotRead(open())).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: the server shows no branch at all of this repository, so it can't be told whether there is state. Push a first commit to the repository. If it has some, does a proxy stand in between? Try `git ls-remote https://ci.example/octo/storefront`.",
    );
  });

  test("a repository without a HEAD has branches all the same", async () => {
    server.git(["symbolic-ref", "HEAD", "refs/heads/gone"]);
    expect(await open().read(never)).toEqual({ state: "absent" });
    server.git(["update-ref", "-d", "refs/heads/main"]);
    expect(await whyNotRead(open())).toContain("the server shows no branch at all");
  });

  test("a server that hangs, or stays overloaded", async () => {
    server.fault = () => ({ kind: "hang" });
    expect(await whyNotRead(open({ repository: { exchangeMs: 300 } }))).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: the connection broke, or the server is overloaded, several times in a row. Its answer: no answer within 0 s. Run again later; is the server's status page quiet?",
    );
    server.fault = () => ({ kind: "status", code: 503, body: "No server is available to handle this request.\n" });
    expect(await whyNotRead(open())).toContain(
      "Its answer: No server is available to handle this request. · fatal: unable to access",
    );
    expect(await open().lock?.(holder("a"), lockOptions(0), never)).toMatchObject({ state: "unavailable" });
    expect(server.tip("opus-state")).toBeUndefined();
  });

  test("a short trouble is waited out", async () => {
    for (const fault of [{ kind: "cut-before" }, { kind: "status", code: 502 }] as const) {
      const until = server.requests.length + 2;
      server.fault = ({ number }) => (number <= until ? fault : undefined);
      expect(await open().read(never)).toEqual({ state: "absent" });
    }
  });

  test("a helper of git that was killed while it looked is waited out as well", async () => {
    let killed = 0;
    const store = open({
      git: async (call) => {
        if (call.args[0] !== "ls-remote" || killed++ > 0) return runGit(call);
        return { state: "exited", code: 128, stdout: Buffer.alloc(0), stderr: "" };
      },
    });
    expect(await store.read(never)).toEqual({ state: "absent" });
    expect(killed).toBe(2);
  });

  test("a branch that holds something else than state", async () => {
    server.write("docs", { "src/index.ts": "", "package.json": "{}", LICENSE: "", "a.md": "" });
    const store = open({ repository: { branch: "docs" } });
    const message =
      "The branch docs of https://ci.example/octo/storefront holds other files than state (LICENSE, a.md, package.json): choose a branch for state alone with `state-branch`. One of state has state.json and lock.json in folders `<project>/<context>`, and at most a README.md beside those.";
    expect(await whyNotRead(store)).toBe(message);
    expect(await whyNotWritten(store)).toBe(message);
    expect(server.pushes).toBe(0);
  });

  test("a branch with folders that are none of state", async () => {
    const files = {
      "README.md": "",
      "src/index.ts": "",
      ".github/workflows/x.yml": "",
      "storefront/prod/lock.json": "",
    };
    server.write("docs", files);
    const store = open({ repository: { branch: "docs" } });
    expect(await whyNotRead(store)).toMatch(
      /^The branch docs of .* holds other files than state \(\.github\/workflows\/x\.yml, src\/index\.ts\): choose a branch/,
    );
    expect(await store.lock?.(holder("a"), lockOptions(0), never)).toMatchObject({ state: "unavailable" });
    expect(server.pushes).toBe(0);
  });

  test("a branch of state to which somebody has added files", async () => {
    for (const [at, added] of ["notes.txt", "storefront/notes.txt", "docs/prod/state.md"].entries()) {
      const branch = `kept-${at}`;
      server.write(branch, { "README.md": "", [added]: "", "storefront/test/state.json": "{}" });
      const store = open({ repository: { branch } });
      const message = `The branch ${branch} of https://ci.example/octo/storefront holds other files than state (${added}): it holds state as well (storefront/test). If somebody has added them to the branch of your state, take them off it with a commit, and keep the branch: on another one nothing is recorded, and everything would be made once more. If it is a branch of something else, choose a branch for state alone with \`state-branch\`. One of state has state.json and lock.json in folders \`<project>/<context>\`, and at most a README.md beside those.`;
      expect(await whyNotRead(store)).toBe(message);
      expect(await whyNotWritten(store)).toBe(message);
    }
    expect(server.pushes).toBe(0);
  });

  test("the default branch, whatever is on it", async () => {
    const message =
      "The state branch main of https://ci.example/octo/storefront can't be read: it is the default branch of the repository, and state needs a branch for itself alone. Choose another one with `state-branch`.";
    const store = open({ repository: { branch: "main" } });
    expect(await whyNotRead(store)).toBe(message);
    expect(await whyNotWritten(store)).toBe(message);
    expect(server.pushes).toBe(0);
  });

  test("a step without a token", async () => {
    const store = openBranch({ url: server.url, folder: temporary.path });
    expect(await whyNotRead(store)).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: the server wants to know who asks, and the input `token` is empty. Its answer: fatal: could not read Username for 'https://ci.example': terminal prompts disabled. Give the step a `token`: leave the input out, and it is the job's own, which needs `permissions: contents: read` (`contents: write` for commands that change something).",
    );
    server.public = true;
    expect(await store.read(never)).toEqual({ state: "absent" });
    expect(await whyNotWritten(store)).toContain("Give the step a `token`: leave the input out");
  });

  test("a symlink or a folder in place of the state", async () => {
    server.write("opus-state", { "storefront/prod/state.json/x": "" });
    expect(await whyNotRead(open())).toMatch(
      /^The state at storefront\/prod\/state\.json on the branch opus-state of https:\/\/ci\.example\/octo\/storefront can't be read: storefront\/prod\/state\.json is a folder, not a file\. Earlier versions are in the history of the branch: `git fetch origin opus-state && git log FETCH_HEAD -- storefront\/prod\/state\.json` lists them\./,
    );
    const link = server.git(["hash-object", "-w", "--stdin"], "elsewhere").trim();
    const tree = (entry: string) => server.git(["mktree"], `${entry}\n`).trim();
    const root = tree(
      `040000 tree ${tree(`040000 tree ${tree(`120000 blob ${link}\tstate.json`)}\tprod`)}\tstorefront`,
    );
    server.git(["update-ref", "refs/heads/opus-state", server.git(["commit-tree", root, "-m", "link"]).trim()]);
    expect(await whyNotRead(open())).toContain("storefront/prod/state.json is a link, not a file");
    expect(await whyNotWritten(open())).toContain("storefront/prod/state.json is a link, not a file");
  });

  test("a name that git does not allow", async () => {
    const read = await open({ repository: { branch: "a..b" } }).read(never);
    expect(read).toMatchObject({
      failure: { reason: "invalid-input", message: '"a..b" is no name for a branch of git\'s.' },
    });
  });

  test("git that is missing, or too old", async () => {
    const environment = { PATH: join(temporary.path, "nothing") };
    expect(await whyNotRead(open({ repository: { environment } }))).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be read: git is needed for it. git was not found. Install git 2.31 or newer, and put it on the PATH.",
    );
    const old = open({
      git: async () => ({ state: "exited", code: 0, stdout: Buffer.from("git version 2.25.1\n"), stderr: "" }),
    });
    expect(await whyNotRead(old)).toBe(
      "This is git version 2.25.1. Install git 2.31 or newer, and put it on the PATH.",
    );
  });
});

describe("a server that refuses the push is asked once", () => {
  test("a ruleset", async () => {
    server.hook(`cat >&2 <<'END'
error: GH013: Repository rule violations found for refs/heads/opus-state.
Review all repository rules at https://github.com/octo/storefront/rules?ref=refs%2Fheads%2Fopus-state

- Changes must be made through a pull request.

END
exit 1`);
    expect(await whyNotWritten(open())).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be written: a rule of the repository refuses it. Its answer: GH013: Repository rule violations found for refs/heads/opus-state. · Review all repository rules at https://github.com/octo/storefront/rules?ref=refs%2Fheads%2Fopus-state · - Changes must be made through a pull request. · [remote rejected] (pre-receive hook declined). Allow pushes to opus-state: take the branch out of the rulesets and branch protections that apply to it (Settings → Rules), or let the one who pushes bypass them. The branch needs no review: it only holds state.",
    );
    expect(server.pushes).toBe(1);
    expect(server.tip("opus-state")).toBeUndefined();
  });

  test("a token that only reads", async () => {
    server.tokens.set("reader", "read");
    expect(await whyNotWritten(open({ token: "reader" }))).toBe(
      "The state branch opus-state of https://ci.example/octo/storefront can't be written: the token may not write this repository. Its answer: Permission to octo/storefront.git denied to github-actions[bot]. · fatal: unable to access 'https://ci.example/octo/storefront/': The requested URL returned error: 403. Give the job `permissions: contents: write`. Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.",
    );
    expect(await open({ token: "reader" }).read(never)).toEqual({ state: "absent" });
  });

  test("a branch whose name is in the way", async () => {
    server.write("opus-state/old", { "README.md": "" });
    expect(await whyNotWritten(open())).toMatch(
      /can't be written: there is a branch refs\/heads\/opus-state\/old, and git can't have both names\./,
    );
    expect(server.pushes).toBe(1);
  });
});
