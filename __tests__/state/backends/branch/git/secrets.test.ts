import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gitEnvironment } from "../../../../../src/state/backends/branch/git/git-environment.ts";
import { GitServer } from "../../../../peers/git-server.ts";
import { clock, holder, lockOptions, never, snapshot, temporaryFolder, writeOptions } from "../../../fixtures.ts";
import { type OpenOptions, openBranch } from "../open-branch.ts";

let server: GitServer;
let temporary: ReturnType<typeof temporaryFolder>;
let credentials: string;
beforeEach(async () => {
  server = await GitServer.start();
  temporary = temporaryFolder();
  credentials = Buffer.from(`x-access-token:${server.token}`).toString("base64");
});
afterEach(async () => {
  await server.close();
  temporary.remove();
});

function open(options: Partial<OpenOptions> = {}) {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path, ...options });
}

/** Command lines of all processes of this machine. */
function commandLines(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return "";
      }
    });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe("the token", () => {
  test("stands in no command line and in no file, also while a push is under way", async () => {
    const store = open();
    server.fault = ({ pushNumber }) => (pushNumber === undefined ? undefined : { kind: "slow", ms: 400 });
    const seen: string[] = [];
    let over = false;
    const writing = store.write(snapshot(1), undefined, writeOptions(), never).finally(() => {
      over = true;
    });
    while (!over) {
      seen.push(...commandLines().filter((line) => line.includes(server.url)));
      await clock.sleep(10, never);
    }
    expect(await writing).toMatchObject({ state: "written" });
    expect(seen.some((line) => line.includes("git-remote-http"))).toBe(true);
    expect(seen.filter((line) => line.includes(server.token) || line.includes(credentials))).toEqual([]);
    const files = filesBelow(temporary.path);
    expect(files.some((path) => path.endsWith("state.git/config"))).toBe(true);
    const holding = files.filter((path) => /ghs_|AUTHORIZATION/i.test(readFileSync(path, "latin1")));
    expect(holding).toEqual([]);
  });

  test("is taken out of what a server sends back", async () => {
    const body = `denied for ${server.token} (authorization: basic ${credentials}), and my-secret`;
    server.fault = () => ({ kind: "status", code: 403, body });
    const redact = (text: string) => text.replaceAll("my-secret", "[hidden]");
    const read = await open({ repository: { redact } }).read(never);
    const message = read.state === "unavailable" ? read.failure.message : "";
    expect(message).toContain("Its answer: denied for *** (authorization: basic ***), and [hidden] ·");
  });
});

describe("the user's own git", () => {
  const marks = () => join(temporary.path, "marks");

  /** A home whose configuration leads elsewhere, and leaves a mark when any of its programs runs. */
  function hostileHome(): { readonly [name: string]: string | undefined } {
    const home = join(temporary.path, "home");
    mkdirSync(join(home, "hooks"), { recursive: true });
    mkdirSync(marks());
    const names = ["pre-push", "reference-transaction", "post-update", "pre-receive", "credential", "monitor", "gpg"];
    for (const name of names) {
      const path = join(home, "hooks", name);
      writeFileSync(path, `#!/bin/sh\ntouch ${marks()}/${name}\n[ ${name} != credential ] || echo quit=1\n`);
      chmodSync(path, 0o755);
    }
    writeFileSync(
      join(home, ".gitconfig"),
      `[core]\n\thooksPath = ${home}/hooks\n\tfsmonitor = ${home}/hooks/monitor\n[push]\n\tgpgSign = true\n\tfollowTags = true\n[gpg]\n\tprogram = ${home}/hooks/gpg\n[commit]\n\tgpgSign = true\n[credential]\n\thelper = ${home}/hooks/credential\n[init]\n\ttemplateDir = ${home}\n`,
    );
    return {
      ...process.env,
      HOME: home,
      GIT_DIR: join(home, ".git"),
      GIT_TRACE: `${marks()}/trace`,
      GIT_INDEX_FILE: "/x",
    };
  }

  function redirect(home: string): void {
    const config = join(home, ".gitconfig");
    writeFileSync(config, `${readFileSync(config, "utf8")}[url "http://127.0.0.1:1/"]\n\tinsteadOf = ${server.url}/\n`);
  }

  test("with a token none of it is used", async () => {
    const environment = hostileHome();
    redirect(environment.HOME ?? "");
    const store = open({ repository: { environment } });
    const lock = await store.lock(holder("a"), lockOptions(0), never);
    expect(lock.state).toBe("locked");
    expect(await store.write(snapshot(1), undefined, writeOptions(true), never)).toMatchObject({ state: "written" });
    expect(await store.history(1, never)).toMatchObject({ state: "found" });
    const refused = open({ token: "wrong", repository: { environment } });
    expect(await refused.read(never)).toMatchObject({ state: "unavailable" });
    expect(readdirSync(marks())).toEqual([]);
    expect(existsSync(join(environment.HOME ?? "", ".git"))).toBe(false);
  });

  test("without a token it signs in with it, and runs no hook all the same", async () => {
    const environment = hostileHome();
    server.public = true;
    const store = openBranch({ url: server.url, folder: temporary.path, repository: { environment, ownSettings: [] } });
    expect(await store.read(never)).toEqual({ state: "absent" });
    const write = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(write).toMatchObject({ state: "unavailable" });
    expect(readdirSync(marks())).toEqual(["credential"]);
    const helper = join(environment.HOME ?? "", "hooks/credential");
    writeFileSync(helper, `#!/bin/sh\n[ $1 != get ] || printf 'username=me\\npassword=%s\\n' ${server.token}\n`);
    expect(await store.write(snapshot(1), undefined, writeOptions(), never)).toMatchObject({ state: "written" });
    expect(readdirSync(marks())).toEqual(["credential"]);
  });
});

describe("settings of the checkout", () => {
  const header = () => `AUTHORIZATION: basic ${credentials}`;
  const ownSettings = () => [[`http.${server.url}/.extraheader`, header()]] as const;

  test("sign in without a token, and stand in no command line and in no file", async () => {
    const store = openBranch({ url: server.url, folder: temporary.path, repository: { ownSettings: ownSettings() } });
    server.fault = ({ pushNumber }) => (pushNumber === undefined ? undefined : { kind: "slow", ms: 300 });
    const seen: string[] = [];
    let over = false;
    const writing = store.write(snapshot(1), undefined, writeOptions(), never).finally(() => {
      over = true;
    });
    while (!over) {
      seen.push(...commandLines().filter((line) => line.includes(server.url)));
      await clock.sleep(10, never);
    }
    expect(await writing).toMatchObject({ state: "written" });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((line) => line.includes(credentials))).toEqual([]);
    const files = filesBelow(temporary.path).filter((path) => readFileSync(path, "latin1").includes(credentials));
    expect(files).toEqual([]);
  });

  test("are taken out of what a server sends back", async () => {
    server.fault = () => ({ kind: "status", code: 403, body: `denied for ${credentials} (${header()})` });
    const store = openBranch({ url: server.url, folder: temporary.path, repository: { ownSettings: ownSettings() } });
    const read = await store.read(never);
    expect(read.state === "unavailable" && read.failure.message).toContain("denied for *** (AUTHORIZATION: ***)");
  });
});

test("git's environment has what reaches a server, and nothing of the step or of a repository around it", () => {
  const base = {
    PATH: "/bin",
    HOME: "/home/me",
    https_proxy: "http://proxy:3128",
    NO_PROXY: "localhost",
    SSL_CERT_FILE: "/etc/ssl/all.pem",
    GIT_SSL_CAINFO: "/etc/ssl/own.pem",
    GIT_SSH_COMMAND: "ssh -i key",
    SSH_AUTH_SOCK: "/run/agent",
    UNSET: undefined,
    GIT_DIR: "/checkout/.git",
    GIT_WORK_TREE: "/checkout",
    GIT_INDEX_FILE: "/checkout/.git/index",
    GIT_TRACE_CURL: "1",
    GIT_CURL_VERBOSE: "1",
    GIT_CONFIG_PARAMETERS: "'core.hooksPath'='/x'",
    GIT_CONFIG_COUNT: "99",
    GIT_CONFIG_KEY_98: "core.hooksPath",
    GIT_CONFIG_VALUE_98: "/x",
    GIT_CONFIG_GLOBAL: "/home/me/other",
    GIT_ASKPASS: "/bin/ask",
    SSH_ASKPASS: "/bin/ask",
    GITHUB_TOKEN: "t",
    GH_TOKEN: "t",
    GITHUB_OUTPUT: "/o",
    GITHUB_REPOSITORY: "octo/storefront",
    ACTIONS_RUNTIME_TOKEN: "t",
    INPUT_TOKEN: "t",
    "INPUT_ENCRYPTION-KEY": "k",
    STATE_handover: "x",
  };
  const server = "https://github.com";
  const names = (environment: object) =>
    Object.keys(environment)
      .filter((name) => !/^GIT_CONFIG_(KEY|VALUE)_/.test(name))
      .sort();
  const always = ["GCM_INTERACTIVE", "GIT_CONFIG_COUNT", "GIT_DIR", "GIT_SSH_COMMAND", "GIT_SSL_CAINFO"];
  const kept = [
    "GITHUB_REPOSITORY",
    "HOME",
    "LANGUAGE",
    "LC_ALL",
    "NO_PROXY",
    "PATH",
    "SSH_AUTH_SOCK",
    "SSL_CERT_FILE",
  ];
  const common = [...always, ...kept, "GIT_TERMINAL_PROMPT", "https_proxy"];
  const withToken = gitEnvironment({ base, directory: "/tmp/state.git", token: "secret", server });
  expect(names(withToken)).toEqual([...common, "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"].sort());
  expect(withToken).toMatchObject({ GIT_DIR: "/tmp/state.git", GIT_CONFIG_GLOBAL: "/dev/null", LC_ALL: "C" });
  const values = Object.entries(withToken).filter(([, value]) => value.includes("basic "));
  expect(values.map(([, value]) => value)).toEqual(["AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46c2VjcmV0"]);
  const key = withToken[(values[0]?.[0] ?? "").replace("VALUE", "KEY")];
  expect(key).toBe("http.https://github.com/.extraheader");

  const without = gitEnvironment({
    base,
    directory: "/tmp/state.git",
    server,
    ownSettings: [["http.lowSpeedLimit", "9"]],
  });
  const own = ["GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "SSH_ASKPASS", "GH_TOKEN", "GITHUB_TOKEN"];
  expect(names(without)).toEqual([...common, ...own].sort());
  expect(without.GIT_CONFIG_GLOBAL).toBe("/home/me/other");
  const count = Number(without.GIT_CONFIG_COUNT);
  expect(Object.keys(without).filter((name) => name.startsWith("GIT_CONFIG_KEY_"))).toHaveLength(count);
});
