/** Example workflows, as they are, under act: a runner for workflows that needs no GitHub. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stringify } from "yaml";
import { type Permissions, readExamples } from "../../scripts/examples.ts";
import { examples, ownName, root, stepsOf, workflowOf } from "../examples/sources.ts";
import { GitServer } from "../peers/git-server.ts";
import { Github } from "../peers/github.ts";

/** Where .ci/run installs it, else what is on the PATH; undefined: it is not here. */
export const act =
  programIn([join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "magnum-opus/act-0.2.89")], "act") ??
  onPath("act");

/** Where a program is that the PATH leads to. */
export function onPath(name: string): string | undefined {
  return programIn((process.env.PATH ?? "").split(delimiter), name);
}

function programIn(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Actions of others have a stand-in here, with the inputs that the examples give. */
const standIns: { readonly [action: string]: readonly string[] } = {
  "actions/checkout": ["repository", "ref", "token", "path", "fetch-depth", "persist-credentials"],
  "actions/upload-artifact": ["name", "path", "retention-days", "overwrite"],
  "actions/download-artifact": ["name", "path", "pattern", "run-id", "github-token"],
  "actions/upload-pages-artifact": ["path", "name"],
  "actions/deploy-pages": [],
};

export interface ActEvent {
  readonly name: string;
  readonly payload: object;
  /** The commit and the ref that the run is of. */
  readonly sha: string;
  readonly ref: string;
}

interface More {
  readonly secrets?: { readonly [name: string]: string };
  readonly env?: { readonly [name: string]: string };
  /** In place of that of the file. */
  readonly text?: string;
  /** A workflow that calls the example. */
  readonly caller?: string;
}

export interface ActRun {
  readonly id: number;
  readonly exitCode: number;
  readonly log: string;
  /** Results of the steps of a job, in order: `Opus plan: success success`. */
  readonly jobs: { readonly [name: string]: string };
}

/** A repository on a server, its GitHub, and runs of its workflows. */
export class ActWorld {
  readonly git: GitServer;
  readonly github: Github;
  readonly #folder = mkdtempSync(join(tmpdir(), "opus-act-"));
  #runs = 1000;

  private constructor(git: GitServer, github: Github) {
    this.git = git;
    this.github = github;
    mkdirSync(join(this.#folder, "artifacts"));
    mkdirSync(join(this.#folder, "bin"));
    for (const [action, inputs] of Object.entries(standIns)) this.#standIn(action, inputs);
    this.#ownAction();
  }

  static async open(): Promise<ActWorld> {
    const git = await GitServer.start();
    return new ActWorld(git, await Github.start());
  }

  /** Path of a file that was published with GitHub Pages. */
  published(path: string): string {
    return join(this.#folder, "artifacts/published", path);
  }

  /** A program that scripts of workflows call. */
  program(name: string, text: string): void {
    writeFileSync(join(this.#folder, "bin", name), text, { mode: 0o755 });
  }

  /** Runs an example for an event, unmodified. A job has a workspace and a temporary folder of its own. */
  async run(example: string, event: ActEvent, more: More = {}): Promise<ActRun> {
    const text = withoutNewer(more.text ?? examples.find(({ name }) => name === example)?.text ?? "");
    const number = ++this.#runs;
    const at = join(this.#folder, `run-${number}`);
    mkdirSync(at);
    checkOut(at, this.git.directory, event);
    mkdirSync(join(at, ".github/workflows"), { recursive: true });
    writeFileSync(join(at, ".github/workflows", example), text);
    const started = more.caller === undefined ? example : "caller.yml";
    if (more.caller !== undefined) writeFileSync(join(at, ".github/workflows", started), more.caller);
    writeFileSync(join(at, "event.json"), JSON.stringify(event.payload));
    const token = this.github.actionsToken({ permissions: granted(example) });
    this.git.tokens.set(token, "write");
    const secrets = { ...more.secrets, GITHUB_TOKEN: token };
    const env = {
      GITHUB_SERVER_URL: this.git.url,
      GITHUB_API_URL: this.github.url,
      GITHUB_GRAPHQL_URL: `${this.github.url}/graphql`,
      GITHUB_REPOSITORY: "octo/storefront",
      GITHUB_REF: event.ref,
      GITHUB_REF_NAME: event.ref.replace(/^refs\/(heads|tags)\//, ""),
      GITHUB_SHA: event.sha,
      GITHUB_RUN_ID: String(number),
      GIT_SERVER: this.git.url,
      ACTIONS: this.#folder,
      ARTIFACTS: join(this.#folder, "artifacts"),
      ...more.env,
    };
    const args = [
      event.name,
      ...["-W", join(at, ".github/workflows", started), "-e", join(at, "event.json"), "-C", at],
      ...["-P", "ubuntu-latest=-self-hosted", "--no-skip-checkout", "--action-offline-mode", "--actor", "mona"],
      ...[
        "--cache-server-addr",
        "127.0.0.1",
        "--action-cache-path",
        join(this.#folder, "cache"),
        "--cache-server-path",
        join(this.#folder, "cached"),
      ],
      ...[
        "--env-file",
        "/dev/null",
        "--secret-file",
        "/dev/null",
        "--var-file",
        "/dev/null",
        "--input-file",
        "/dev/null",
      ],
      ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      ...Object.keys(secrets).flatMap((name) => ["-s", name]),
      ...this.#localActions(text),
      "--json",
    ];
    return { id: number, ...(await this.#spawn(args, at, secrets)) };
  }

  async close(): Promise<void> {
    await this.git.close();
    await this.github.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #spawn(
    args: readonly string[],
    at: string,
    secrets: { readonly [name: string]: string },
  ): Promise<Omit<ActRun, "id">> {
    const path = [join(this.#folder, "bin"), join(root, "node_modules/node/bin"), process.env.PATH].join(delimiter);
    const { NODE_COMPILE_CACHE = "" } = process.env;
    const child = spawn(act ?? "act", args, {
      cwd: at,
      env: { PATH: path, HOME: this.#folder, ACT_DISABLE_VERSION_CHECK: "1", NODE_COMPILE_CACHE, ...secrets },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? 128));
    });
    return { exitCode, ...read(Buffer.concat(chunks).toString("utf8")) };
  }

  #standIn(action: string, inputs: readonly string[]): void {
    const folder = join(this.#folder, action);
    mkdirSync(folder, { recursive: true });
    const name = action.replace("actions/", "");
    copyFileSync(join(import.meta.dirname, "actions", `${name}.mjs`), join(folder, "index.mjs"));
    const defaults: { readonly [input: string]: string } = { token: "${{ github.token }}" };
    const described = Object.fromEntries(
      inputs.map((input) => [input, { description: input, default: defaults[input] ?? "" }]),
    );
    writeFileSync(
      join(folder, "action.yml"),
      stringify({ name, description: name, inputs: described, runs: { using: "node24", main: "index.mjs" } }),
    );
  }

  /** Our own, as the checkout of the repository that offers it would be. */
  #ownAction(): void {
    const folder = join(this.#folder, ownName);
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(root, "action.yml"), join(folder, "action.yml"));
    symlinkSync(join(root, "dist"), join(folder, "dist"));
  }

  #localActions(text: string): readonly string[] {
    const uses = stepsOf(workflowOf({ name: "", text })).flatMap(({ step }) => step.uses ?? []);
    return [...new Set(uses)].flatMap((use) => [
      "--local-repository",
      `${use}=${join(this.#folder, use.split("@")[0] ?? "")}`,
    ]);
  }
}

/** act refuses `queue`, which it does not know yet; groups have no effect there anyway. All else stays as it is. */
function withoutNewer(text: string): string {
  return text.replace(/, queue: max \}/g, " }").replace(/^ +queue: max$/gm, "");
}

/** What the jobs of an example may do, all together: act has one token for all of them. */
function granted(example: string): { readonly [scope: string]: "read" | "write" } {
  const all = readExamples(root).find(({ file }) => file === example)?.jobs ?? [];
  const scopes = all.flatMap(({ permissions }: { readonly permissions: Permissions | undefined }) =>
    typeof permissions === "object" ? Object.entries(permissions) : [],
  );
  const granted: { [scope: string]: "read" | "write" } = {};
  for (const [scope, access] of scopes) if (granted[scope] !== "write") granted[scope] = access as "read" | "write";
  return granted;
}

/** act takes the commit and the ref from the checkout around a workflow. */
function checkOut(at: string, directory: string, { sha, ref }: ActEvent): void {
  const run = (...args: string[]) => {
    const ran = spawnSync("git", args, { cwd: at, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`git ${args.join(" ")}: ${ran.stderr}`);
  };
  run("init", "--quiet", "-b", "none");
  run("fetch", "--quiet", directory, sha);
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch === undefined) run("update-ref", ref, sha);
  run("checkout", "--quiet", ...(branch === undefined ? ["--detach"] : ["-B", branch]), sha);
  run("remote", "add", "origin", "https://github.com/octo/storefront.git");
}

interface Line {
  readonly job?: string;
  readonly msg?: string;
  readonly stepResult?: string;
  readonly stage?: string;
}

function read(output: string): Pick<ActRun, "log" | "jobs"> {
  const lines = output.split("\n").flatMap((text): Line[] => {
    try {
      return [JSON.parse(text) as Line];
    } catch {
      return text === "" ? [] : [{ msg: text }];
    }
  });
  const jobs: { [name: string]: string } = {};
  for (const { job = "", stepResult, stage } of lines) {
    if (stepResult === undefined || stage !== "Main") continue;
    const name = job.replace(/^[^/]*\//, "").trim();
    jobs[name] = [...(jobs[name]?.split(" ") ?? []), stepResult].join(" ");
  }
  return { log: lines.map(({ msg = "" }) => msg).join("\n"), jobs };
}
