import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { moduleChanges } from "../../../src/app/extensions/changed-extensions.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import { readManifest } from "../../../src/manifest/load.ts";
import { manifestFiles } from "../../../src/node/workspace/manifest-files.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  processors: [./opus/kinds/*.mjs]
  hooks:
    - {use: summary}
    - {use: ./opus/hooks/notify.mjs}
`;
const files = {
  "opus.yaml": manifest,
  "opus/kinds/dns.mjs": 'import "../lib/client.mjs";',
  "opus/kinds/other.mjs": "1",
  "opus/hooks/notify.mjs": 'import "../lib/client.mjs";',
  "opus/lib/client.mjs": "1",
  "readme.md": "1",
};

/** Where everything was made, with the branches `main` and `feature`. */
let origin: string;

beforeEach(() => {
  origin = folder();
  git(origin, "init", "-q", "-b", "main");
  write(origin, files);
  commit(origin);
  git(origin, "checkout", "-q", "-b", "feature");
});

function git(at: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Mona", "-c", "user.email=mona@example.com", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...who, ...args], {
    cwd: at,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function write(at: string, texts: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
}

function commit(at: string): string {
  git(at, "add", "--all");
  git(at, "commit", "-q", "--allow-empty", "-m", "more");
  return git(at, "rev-parse", "HEAD");
}

/** Changes files in the pull request, and others on its base. @returns the commits */
function change(texts: { readonly [path: string]: string }, onBase: { readonly [path: string]: string } = {}) {
  write(origin, texts);
  const head = commit(origin);
  git(origin, "checkout", "-q", "main");
  write(origin, onBase);
  const base = commit(origin);
  git(origin, "checkout", "-q", "-b", "merge");
  git(origin, "merge", "-q", "--no-ff", "-m", "merge", "feature");
  return { base, head };
}

/** As actions/checkout does: one ref, and so many commits of it. */
function checkOut(branch: string, depth: number): string {
  const at = folder();
  git(at, "init", "-q");
  git(at, "fetch", "-q", `--depth=${depth}`, `file://${origin}`, branch);
  git(at, "checkout", "-q", "FETCH_HEAD");
  return at;
}

interface Asked {
  readonly trusted?: boolean;
  readonly event?: string;
  readonly payload?: JsonObject;
}

async function told(at: string, commits: JsonObject, asked: Asked = {}) {
  const { diagnostics } = await changes(at, commits, asked);
  return diagnostics.map(
    ({ severity, code, message, location }) => `${location?.line}: ${severity} ${code}: ${message}`,
  );
}

function changes(at: string, commits: JsonObject, { trusted = true, event = "pull_request", payload }: Asked = {}) {
  const workspace = new Workspace(at, ".");
  const { base = null, head = null } = commits;
  return moduleChanges({
    workspace,
    workingDirectory: at,
    github: {
      values: { event_name: event },
      event: payload ?? { pull_request: { base: { sha: base }, head: { sha: head } } },
      eventProblem: undefined,
    },
    trust: { trusted, why: "" },
    manifest: readManifest(["opus.yaml"], manifestFiles(workspace)).check(() => undefined),
    project: "demo",
    formerDefaults: [],
    stateNamed: false,
    projectAlone: false,
  });
}

const acts = "whose code acts with everything that the step has";
const missing =
  "5: notice module-unsure: it can't be told whether this pull request changes code of modules: the commit that it is compared with is not in the checkout";

describe("modules that a pull request changes", () => {
  it("are told of with what they import, where the Project names them", async () => {
    const commits = change({ "opus/lib/client.mjs": "2", "opus/kinds/new.mjs": "1", "readme.md": "2" });
    expect(await told(checkOut("merge", 2), commits)).toEqual([
      `5: warning module-changed: module changed: this pull request changes opus/kinds/new.mjs, opus/lib/client.mjs, ${acts}`,
      `8: warning module-changed: module changed: this pull request changes opus/lib/client.mjs, ${acts}`,
    ]);
  });

  it("were not imported by an untrusted run, which says so", async () => {
    const commits = change({ "opus/hooks/notify.mjs": "2" });
    expect(await told(checkOut("merge", 2), commits, { trusted: false })).toEqual([
      "8: warning module-changed: module changed: this pull request changes opus/hooks/notify.mjs, whose code would act with everything that the step has; this run did not import it",
    ]);
  });

  it("are not those that the base has changed meanwhile, and not other files", async () => {
    const commits = change({ "readme.md": "2" }, { "opus/kinds/dns.mjs": "2" });
    for (const depth of [2, 9]) expect(await told(checkOut("merge", depth), commits)).toEqual([]);
    git(origin, "checkout", "-q", "feature");
    expect(await told(origin, commits)).toEqual([]);
  });

  it("can be compared with the base's commit, too, where the head is checked out", async () => {
    const commits = change({ "opus/kinds/dns.mjs": "2" });
    git(origin, "checkout", "-q", "feature");
    expect(await told(origin, commits, { event: "pull_request_target", trusted: false })).toEqual([
      expect.stringContaining("changes opus/kinds/dns.mjs, whose code would act"),
    ]);
  });

  it("can't be told in a checkout of one commit", async () => {
    const commits = change({ "opus/kinds/dns.mjs": "2" });
    expect(await told(checkOut("merge", 1), commits)).toEqual([missing]);
    expect(await told(checkOut("feature", 1), commits)).toEqual([missing]);
  });

  it("can't be told where there is no git, and for commits that are no commits", async () => {
    const at = folder();
    write(at, files);
    expect(await told(at, {})).toEqual([expect.stringContaining("git can't be asked about the checkout")]);
    change({ "opus/kinds/dns.mjs": "2" });
    const odd = { base: "--output=written.txt", head: "HEAD" };
    expect(await told(checkOut("merge", 1), odd)).toEqual([missing]);
  });

  it("can't be hidden behind a merge of the pull request's own, whose first parent has them already", async () => {
    write(origin, { "opus/kinds/dns.mjs": "evil" });
    commit(origin);
    git(origin, "checkout", "-q", "main");
    const base = commit(origin);
    git(origin, "checkout", "-q", "feature");
    git(origin, "merge", "-q", "--no-ff", "-m", "merge", "main");
    const head = git(origin, "rev-parse", "HEAD");
    expect(await told(origin, { base, head })).toEqual([
      expect.stringContaining("this pull request changes opus/kinds/dns.mjs,"),
    ]);
    expect(await told(checkOut("feature", 1), { base, head })).toEqual([missing]);
  });

  it("are found behind symlinks that were changed", async () => {
    write(origin, { "spare/notify.mjs": "evil" });
    git(origin, "checkout", "-q", "main");
    write(origin, { "spare/notify.mjs": "evil" });
    commit(origin);
    git(origin, "checkout", "-q", "-B", "feature");
    rmSync(join(origin, "opus/hooks/notify.mjs"));
    symlinkSync("../../spare/notify.mjs", join(origin, "opus/hooks/notify.mjs"));
    const commits = change({});
    expect(await told(checkOut("merge", 2), commits)).toEqual([
      expect.stringContaining("this pull request changes opus/hooks/notify.mjs,"),
    ]);
  });
});

it("what kinds do may be another thing then; what hooks do is none of the tasks' reasons", async () => {
  const hook = change({ "opus/hooks/notify.mjs": "2" });
  expect((await changes(checkOut("merge", 2), hook)).ofKinds).toBe(false);
  git(origin, "checkout", "-q", "feature");
  git(origin, "branch", "-q", "-D", "merge");
  const kind = change({ "opus/lib/client.mjs": "2" });
  expect((await changes(checkOut("merge", 2), kind)).ofKinds).toBe(true);
  expect((await changes(checkOut("merge", 1), kind)).ofKinds).toBe(false);
});

describe("nothing is said", () => {
  it("of a project without modules, of events without a pull request, and of the default branch's own commit", async () => {
    const commits = change({ "opus/kinds/dns.mjs": "2" });
    const at = checkOut("merge", 1);
    expect(await told(at, commits, { event: "push", payload: {} })).toEqual([]);
    expect(await told(at, commits, { event: "pull_request_target" })).toEqual([]);
    write(at, { "opus.yaml": manifest.replace(/processors.*\n/, "").replace(/.*notify.*\n/, "") });
    expect(await told(at, commits)).toEqual([]);
  });
});

it("runs nothing that the repository configures, and fetches nothing", async () => {
  const commits = change({ "opus/kinds/dns.mjs": "2" });
  const at = checkOut("merge", 1);
  const tool = join(at, ".git/tool");
  writeFileSync(tool, `#!/bin/sh\n: > '${at}/ran'\nexit 1\n`);
  chmodSync(tool, 0o755);
  for (const setting of ["core.fsmonitor", "diff.external", "core.sshCommand", "core.pager", "diff.canary.textconv"])
    git(at, "config", setting, tool);
  writeFileSync(join(at, ".git/info/attributes"), "*.mjs diff=canary\n");
  for (const [name, value] of [
    ["remote.origin.url", `ext::${tool}`],
    ["remote.origin.promisor", "true"],
    ["remote.origin.partialclonefilter", "blob:none"],
    ["protocol.ext.allow", "always"],
  ] as const)
    git(at, "config", name, value);
  expect(await told(at, commits)).toEqual([missing]);
  expect(() => execFileSync("ls", [join(at, "ran")], { stdio: "ignore" })).toThrow();
});
