import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { githubFaults } from "../peers/github-faults.ts";
import { files, PullRequestWorld, project, push } from "./pull-request.ts";
import { Rig } from "./rig.ts";

const manifest = `${project}${files({ a: "one\n" })}`;
const debug = { RUNNER_DEBUG: "1" };
const docs = readFileSync(join(import.meta.dirname, "../../docs/bug-reports.md"), "utf8");

/** Lines of a trace, without what is another time each time: times, ids, addresses and folders. */
function shapes(text: string): readonly string[] {
  const colours = /\u001b\[\d+m/g;
  const lines = text.replace(colours, "").match(/^\[ *\d+ ms\] .*$/gm) ?? [];
  return lines.map((line) =>
    line
      .replace(/^\[ *\d+ ms\]/, "[N ms]")
      .replace(/\b\d+ ms\b/g, "N ms")
      .replace(/https?:\/\/(?:127\.0\.0\.1:\d+|(?:api\.)?github\.com)/g, "SERVER")
      .replace(/\/\S*\/opus-state-\S*?\//g, "FOLDER/")
      .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, "ID")
      .replace(/\b[0-9a-f]{40}\b/g, "COMMIT")
      .replace(/\d\d:\d\d:\d\dZ/g, "CLOCK")
      .replace(/Node v\S+, \w+ \w+/, "NODE")
      .replace(/^(\[N ms\] opus) [\d.]+/, "$1 VERSION"),
  );
}

/** The trace of the docs in the section with a heading. */
function documented(heading: string): readonly string[] {
  const section = docs.split(/^## /m).find((one) => one.startsWith(heading)) ?? "";
  return shapes(/^```text\n([\s\S]*?)^```/m.exec(section)?.[1] ?? "");
}

it("of a push that is refused is as the docs have it", async () => {
  const server = await GitServer.start();
  using rig = new Rig({ "opus.yaml": manifest });
  try {
    rig.remote = { url: server.url, token: server.token };
    server.hook("echo 'pushes to opus-state need a review' >&2; exit 1");
    const { log, exitCode, summary } = await rig.step({ command: "apply" }, { event: push(), env: debug });
    expect(exitCode).toBe(1);
    expect(summary).toContain("<details><summary>opus debug-info</summary>");
    expect(summary).toContain("| event | `push of refs/heads/main` |");
    expect(shapes(log)).toEqual(documented("A push"));
    expect(shapes(log).length).toBeGreaterThan(8);
    // The one line with it is what hides it.
    expect(log.split(server.token).length).toBe(2);
  } finally {
    await server.close();
  }
});

it("of a comment under a rate limit is as the docs have it", async () => {
  await using world = await PullRequestWorld.open(manifest);
  let refused = 0;
  world.github.fault = ({ method, path }) =>
    method === "POST" && path.includes("/comments") && refused++ === 0 ? githubFaults.secondaryLimit(1) : undefined;
  const { log, exitCode } = await world.step({}, undefined, debug);
  expect(exitCode).toBe(0);
  expect(shapes(log)).toEqual(documented("A comment"));
  expect(shapes(log).length).toBeGreaterThan(8);
  expect(log.split(world.token).length).toBe(2);
});

it("stands beside what GitHub answers the token", async () => {
  await using world = await PullRequestWorld.open(manifest);
  const env = { GITHUB_API_URL: world.github.url, GITHUB_REPOSITORY: "octo/storefront" };
  const { log } = await world.rig.terminal(["debug-info", "--token", world.token], env);
  expect(log).toMatch(/^\| permissions seen \| `.*pull-requests: read \(200\)` \|$/m);
  expect(log).not.toContain(world.token);
});

it("is off by default, and holds neither specs nor outputs of tasks nor secrets", async () => {
  const shell = `---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: s }\nspec: { delete: "true", create: "echo made-$((40 + 2)) \\"$W\\"", secretEnv: { W: "\${SECRET:word}" } }\n`;
  using rig = new Rig({
    "opus.yaml": `${project}---\napiVersion: opus/v1\nkind: Values\nmetadata: { name: v }\nspec: { secrets: { word: { env: WORD } } }\n${shell}`,
  });
  const env = { WORD: "hunter2hunter2" };
  const silent = await rig.terminal(["plan", "--context", "prod"], env);
  expect([silent.exitCode, shapes(silent.log)]).toEqual([0, []]);
  const { log, exitCode } = await rig.terminal(["apply", "--context", "prod", "--debug"], env);
  expect(exitCode).toBe(0);
  const lines = shapes(log);
  expect(lines.slice(0, 2)).toEqual(["[N ms] opus VERSION, NODE", "[N ms] event: none"]);
  expect(lines).toContainEqual(expect.stringMatching(/^\[N ms\] task "s": bash: started as process \d+$/));
  expect(lines).toContain('[N ms] task "s": bash: exit 0 in N ms');
  expect(lines).toContainEqual(
    expect.stringMatching(/^\[N ms\] state \(file\): write of serial 1 over nothing: written, /),
  );
  expect(lines.join("\n")).not.toMatch(/made-|echo|hunter2/);
});

it("has a companion that tells what a bug report needs, also where nothing works", async () => {
  using rig = new Rig({ "opus.yaml": "kind: [\n" });
  const { log, exitCode } = await rig.terminal(["debug-info", "--token", "hunter2hunter2", "--parallelism", "none"]);
  expect(exitCode).toBe(0);
  expect(log).toMatch(/^<details><summary>opus debug-info<\/summary>\n\n\| what \| found \|\n/);
  expect(log).toMatch(/^\| opus \| `[\d.]+` \|$/m);
  expect(log).toMatch(/^\| git \| `git version /m);
  expect(log).toMatch(/^\| trust \| `yes, as run in a terminal` \|$/m);
  expect(log).toMatch(/^\| manifest \| .*errors: [a-z-]+ in opus.yaml:\d/m);
  expect(log).toMatch(/^\| given \| `(?=.*--parallelism)(?=.*--token)[a-z -]*` \|$/m);
  expect(log).toMatch(/^\| inputs \| `wrong: --parallelism` \|$/m);
  expect(log).toMatch(/^\| permissions seen \| `not asked: the environment names no repository` \|$/m);
  expect(log).not.toContain("hunter2");
});

it("names wrong flags without their values, hides secrets beside them, and lists what was given alone", async () => {
  using rig = new Rig({ "opus.yaml": manifest });
  const token = "ghs_0123456789abcdef0123456789abcdef0123";
  const wrong = [
    "--lock-timeout",
    "hunter5",
    "--refresh",
    token,
    "--context",
    token,
    "--plan-signing-key",
    "short-key",
  ];
  const env = { OPUS_ENCRYPTION_KEY: "a passphrase of the environment" };
  const { log, exitCode } = await rig.terminal(["debug-info", "--token", token, ...wrong], env);
  expect(exitCode).toBe(0);
  expect(log).toMatch(/^\| inputs \| `wrong: --lock-timeout --refresh --plan-signing-key` \|$/m);
  expect(log).toMatch(
    /^\| given \| `(?!.*--command)(?!.*--encryption-key)(?=.*--refresh)(?=.*--token).* OPUS_ENCRYPTION_KEY` \|$/m,
  );
  expect(log).toMatch(/^\| state \| `.*; a key was given` \|$/m);
  expect(log).toMatch(/^\| permissions seen \| `not asked: the environment names no repository` \|$/m);
  expect(log).not.toMatch(/hunter5|ghs_|short-key|passphrase/);
  const bare = await rig.terminal(["debug-info"]);
  expect(bare.log).toMatch(/^\| given \| `nothing but defaults` \|$/m);
  for (const args of [
    ["plan", "--refresh", `x${token}`, "--token", token],
    ["state", "list", "--lock-timeout", `x${token}`, "--token", token],
  ]) {
    const refused = await rig.terminal(args);
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toContain("***");
    expect(refused.log).not.toContain("ghs_0123");
  }
});

it("names wrong inputs in the fold of the job summary without their values", async () => {
  using rig = new Rig({ "opus.yaml": manifest });
  const token = "ghs_0123456789abcdef0123456789abcdef0123";
  const inputs = { command: "plan", parallelism: `x${token}`, token, "lock-timeout": "hunter5" };
  const { log, summary, exitCode } = await rig.step(inputs, { event: push(), env: debug });
  expect(exitCode).toBe(1);
  const fold = summary.slice(summary.indexOf("<details><summary>opus debug-info"));
  expect(fold).toMatch(/^\| inputs \| `wrong: --lock-timeout --parallelism` \|$/m);
  expect(fold).not.toContain("hunter5");
  expect(summary).not.toContain("ghs_");
  expect(log.split(token).length).toBe(2);
});

it("shows remote addresses without credentials and queries, whatever a password looks like", async () => {
  const clone = (origin: string): Rig => {
    const rig = new Rig({ "opus.yaml": manifest });
    execFileSync("git", ["init", "--quiet"], { cwd: rig.directory });
    execFileSync("git", ["remote", "add", "origin", origin], { cwd: rig.directory });
    return rig;
  };
  for (const origin of [
    "http://user:p'assWORD123@127.0.0.1:1/x.git",
    'http://user:p"ass WORD123@127.0.0.1:1/x.git?sig=WORD123',
    "http://user:p/assWORD123@127.0.0.1:1/x.git",
    "user:p'assWORD123@127.0.0.1:x.git",
  ]) {
    using rig = clone(origin);
    const flags = ["--context", "prod", "--state-backend", "branch"];
    const planned = await rig.terminal(["plan", ...flags, "--debug"], { GIT_SSH_COMMAND: "false" });
    expect(planned.exitCode).toBe(1);
    expect(planned.log).toMatch(/git ls-remote --symref (?:http:\/\/)?127\.0\.0\.1:\S+ HEAD /);
    const told = await rig.terminal(["debug-info", ...flags]);
    expect(planned.log + told.log).not.toMatch(/WORD123/);
  }
});
