import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { canaryFiles, outsideContent, outsideState, type Traps } from "./canary.manifest.ts";
import { type Event, Rig, type StepResult } from "./rig.ts";

/** What the variables hold that the manifest names. */
export interface Variables {
  readonly CANARY_VARIABLE: string;
  readonly CANARY_SECRET: string;
  readonly CANARY_OTHER: string;
  readonly CANARY_FILE: string;
}

/** Counts who comes. */
export class Listener {
  connections = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", () => this.connections++);
    server.on("connect", (_, socket) => socket.destroy());
  }

  static async open(): Promise<Listener> {
    const server = createServer((_, response) => {
      response.writeHead(401, { "content-type": "application/json", connection: "close" });
      response.end('{"message":"Bad credentials"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Listener(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Programs that a script, or a bug, might start. git is none of them. */
const programs = ["bash", "sh", "dash", "node", "curl", "wget", "python3", "pwsh", "env", "npm"];

/** What all repositories of the test share: the traps, and a folder outside of every workspace. */
export class ReferenceEnvironment {
  readonly #home = new Rig();
  #traces = 0;
  readonly traps: Traps;
  readonly outside = join(this.#home.directory, "outside");
  readonly shims = join(this.#home.directory, "shims");

  readonly listener: Listener;

  constructor(listener: Listener) {
    this.listener = listener;
    this.traps = { canaries: join(this.#home.directory, "canaries"), listener: listener.url };
    for (const folder of [this.traps.canaries, this.outside, this.shims]) mkdirSync(folder);
    for (const ending of ["txt", "yaml", "yml", "bin"])
      writeFileSync(join(this.outside, `secret.${ending}`), outsideContent);
    const state = join(this.outside, "opus/state/demo/test");
    mkdirSync(state, { recursive: true });
    writeFileSync(join(state, "state.json"), outsideState);
    writeFileSync(join(state, "journal.ndjson"), outsideState);
    for (const program of programs) {
      const path = join(this.shims, program);
      writeFileSync(path, `#!/bin/sh\n: > '${this.traps.canaries}/started-${program}'\nexit 1\n`);
      chmodSync(path, 0o755);
    }
  }

  /** What was tripped, and makes a clean slate. */
  tripped(): readonly string[] {
    const found = readdirSync(this.traps.canaries).sort();
    for (const name of found) rmSync(join(this.traps.canaries, name));
    return found;
  }

  /** Every file outside, with what is in it. */
  lying(): string {
    return contentsOf(this.outside);
  }

  connected(): number {
    const { connections } = this.listener;
    this.listener.connections = 0;
    return connections;
  }

  /** A repository with everything in it, as one commit. @param like a repository with what was recorded in it */
  repository(like?: Rig): Rig {
    const rig = new Rig();
    if (like) cpSync(like.workspace, rig.workspace, { recursive: true, verbatimSymlinks: true });
    else {
      for (const [path, text] of Object.entries(canaryFiles(this.traps)))
        rig.write(path, text.replaceAll("{outside}", this.outside));
      mkdirSync(join(rig.workspace, "links"));
      for (const name of ["secret.txt", "secret.yaml"])
        symlinkSync(join(this.outside, name), join(rig.workspace, "links", name));
      symlinkSync(this.outside, join(rig.workspace, "links/folder"));
      symlinkSync("../.git/config", join(rig.workspace, "links/config"));
      rig.write(".gitignore", ".opus/\nout/\n");
    }
    // A level above the workspace, where `..` leads to.
    symlinkSync(this.outside, join(rig.directory, "outside"));
    return rig;
  }

  /** Makes a step write down what it does, and tells it: variables that it read, programs, connections. */
  watch(): { readonly env: { readonly [name: string]: string }; seen(what: string): readonly string[] } {
    const trace = join(this.traps.canaries, "..", `trace-${this.#traces++}`);
    const watcher = join(import.meta.dirname, "canary.watch.cjs");
    return {
      env: { NODE_OPTIONS: `--require=${watcher}`, CANARY_TRACE: trace },
      seen: (what) => {
        const lines = readFileSync(trace, "utf8").split("\n");
        const names = lines.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));
        return [...new Set(names)].sort();
      },
    };
  }

  /** What every step gets that is there to be misused. */
  environment(variables: Variables, { shims = true, proxy = true } = {}): { readonly [name: string]: string } {
    const { url } = this.listener;
    const proxies = !proxy ? [] : ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];
    const services = ["GITHUB_API_URL", "GITHUB_GRAPHQL_URL", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL"];
    return {
      ...variables,
      ...Object.fromEntries([...services, ...proxies].map((name) => [name, url])),
      ACTIONS_CACHE_SERVICE_V2: "True",
      ...(shims ? { PATH: `${this.shims}:${process.env.PATH}` } : {}),
    };
  }

  [Symbol.dispose](): void {
    this.#home[Symbol.dispose]();
    this.listener.close();
  }
}

/** As actions/checkout leaves its token in `.git/config`, in the workspace. */
export const checkoutToken = "canary-checkout-token-5b20";

/** Commits all there is. @returns the commit */
export function commitAll(rig: Rig): string {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Mona", "-c", "user.email=mona@example.com", ...args], {
      cwd: rig.workspace,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: rig.directory },
    });
  if (!existsSync(join(rig.workspace, ".git"))) git("init", "-q", "-b", "main");
  git("add", "--all");
  git("commit", "-q", "--allow-empty", "-m", "all");
  git("config", "http.https://github.com/.extraheader", `AUTHORIZATION: basic ${checkoutToken}`);
  return git("rev-parse", "HEAD").trim();
}

/** All that a step left for people and programs. */
export function everything({ log, outputs, summary, report, stateFile }: StepResult): string {
  return [log, JSON.stringify(outputs), summary, JSON.stringify(report ?? null), readFileSync(stateFile, "utf8")].join(
    "\n",
  );
}

/** Every file of a workspace but git's, with what is in it. */
export function snapshot(rig: Rig): string {
  return contentsOf(rig.workspace);
}

function contentsOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const kept = paths.filter((path) => path !== ".git" && !path.startsWith(".git/")).sort();
  return kept
    .map((path) => {
      const full = join(folder, path);
      const stats = lstatSync(full);
      const content = stats.isSymbolicLink() ? readlinkSync(full) : stats.isFile() ? readFileSync(full, "base64") : "";
      return `${path} ${stats.mode} ${content}`;
    })
    .join("\n");
}

/** Runs jobs two at a time, all to their end. */
export async function twoAtATime(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<unknown> => {
    const failed: unknown[] = [];
    for (let job = waiting.shift(); job; job = waiting.shift()) await job().catch((error) => failed.push(error));
    return failed[0];
  };
  const failed = (await Promise.all([work(), work()])).find((error) => error !== undefined);
  if (failed !== undefined) throw failed;
}

const own = { id: 1, full_name: "octo/storefront", default_branch: "main" };
const fork = { id: 2, full_name: "stranger/storefront" };
const mona = { login: "mona" };
const dependabot = { login: "dependabot[bot]" };

/** An event, and what else makes a run untrusted. */
export interface Shape {
  readonly name: string;
  readonly event: Event;
  /** Instead of what the runner sets. */
  readonly env?: { readonly [name: string]: string };
  /** What is checked out: a commit that is not the event's, or the event's with files beside it, or as it is. */
  readonly checkedOut?: "another" | "dirty";
}

const pull = (head: object | null, more: object = {}): object => ({
  number: 7,
  repository: own,
  sender: mona,
  pull_request: {
    number: 7,
    user: mona,
    head: { ref: "feature", sha: "a".repeat(40), repo: head },
    base: { ref: "main", sha: "b".repeat(40), repo: own },
    ...more,
  },
});
const merge = { ref: "refs/pull/7/merge" };
const main = { ref: "refs/heads/main" };
const runOf = (branch: string, repository: object | null): object => ({
  repository: own,
  sender: mona,
  workflow_run: {
    id: 1,
    head_branch: branch,
    head_sha: "a".repeat(40),
    head_repository: repository,
    pull_requests: [],
  },
});
const comment = { repository: own, sender: mona, issue: { number: 7, pull_request: {} }, comment: { body: "/plan" } };

/** Everything that is not to be trusted, one way or another. */
export const shapes: readonly Shape[] = [
  { name: "a fork's pull request", event: { name: "pull_request", ...merge, payload: pull(fork) } },
  { name: "a pull request whose fork is gone", event: { name: "pull_request", ...merge, payload: pull(null) } },
  {
    name: "Dependabot, as the actor",
    event: { name: "pull_request", ...merge, payload: pull(own), actor: "dependabot[bot]" },
  },
  {
    name: "Dependabot, as the sender of a push",
    event: { name: "push", ...main, payload: { repository: own, sender: dependabot } },
  },
  {
    name: "Dependabot's pull request, run again by a person",
    event: { name: "pull_request", ...merge, payload: pull(own, { user: dependabot }) },
  },
  { name: "a review of a fork's pull request", event: { name: "pull_request_review", ...merge, payload: pull(fork) } },
  {
    name: "pull_request_target with a fork's head checked out",
    event: { name: "pull_request_target", ...main, payload: pull(fork) },
    checkedOut: "another",
  },
  {
    name: "pull_request_target with files beside the commit",
    event: { name: "pull_request_target", ...main, payload: pull(fork) },
    checkedOut: "dirty",
  },
  { name: "workflow_run of a fork", event: { name: "workflow_run", ...main, payload: runOf("main", fork) } },
  { name: "workflow_run of another branch", event: { name: "workflow_run", ...main, payload: runOf("feature", own) } },
  {
    name: "workflow_run of the default branch with another commit checked out",
    event: { name: "workflow_run", ...main, payload: runOf("main", own) },
    checkedOut: "another",
  },
  {
    name: "issue_comment with a pull request's head checked out",
    event: { name: "issue_comment", ...main, payload: comment },
    checkedOut: "another",
  },
  { name: "issue_comment on another branch", event: { name: "issue_comment", ref: "refs/heads/x", payload: comment } },
  { name: "an event without a name", event: { name: "", ...main, payload: { repository: own } } },
  { name: "an event without a payload", event: { name: "push", ...main }, env: { GITHUB_EVENT_PATH: "" } },
  {
    name: "an event whose payload is broken",
    event: { name: "push", ...main },
    env: { GITHUB_EVENT_PATH: import.meta.filename },
  },
  {
    name: "an event that nobody knows",
    event: { name: "brand_new", ...main, payload: { repository: own } },
    checkedOut: "another",
  },
];
