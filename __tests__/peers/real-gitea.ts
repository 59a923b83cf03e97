import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askServer, freePort, ServerProgram } from "./server-program.ts";

/** `GITEA` names the program, `GITEA_FILES` the folder that has its templates, where they are not built in. */
const { GITEA: program = "", GITEA_FILES: files = "" } = process.env;

/** Is there a Gitea to try things with? Says on the terminal what is not tried, if not. */
export const hasGitea = existsSync(program);
if (!hasGitea)
  process.stderr.write("\nSKIPPED: the tests with a real Gitea, since the variable `GITEA` names no program\n");

const password = "a-word-of-nobody-else";
const repo = "/repos/octo/storefront";

/** Gitea with one repository, `octo/storefront`, and its owner, mona; on this machine alone. */
export class RealGitea implements Disposable {
  readonly server: string;
  readonly token: string;
  readonly #started: ServerProgram;

  private constructor(started: ServerProgram, port: number, token: string) {
    this.#started = started;
    this.server = `http://127.0.0.1:${port}`;
    this.token = token;
  }

  static async start(): Promise<RealGitea> {
    const port = await freePort();
    let token = "";
    const started = await ServerProgram.start("gitea", async (folder) => {
      const settings = join(folder, "app.ini");
      writeFileSync(settings, settingsFor(folder, port));
      const environment = { GITEA_WORK_DIR: folder, GITEA_I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: "true" };
      const ask = (...args: readonly string[]): string =>
        execFileSync(program, ["--config", settings, ...args], {
          env: { PATH: process.env.PATH, HOME: folder, ...environment },
          encoding: "utf8",
          stdio: ["ignore", "pipe", "pipe"],
        });
      ask("migrate");
      const mona = ["--admin", "--username", "mona", "--password", password, "--email", "mona@example.com"];
      ask("admin", "user", "create", ...mona, "--must-change-password=false");
      const made = ask("admin", "user", "generate-access-token", "--username", "mona", "--scopes", "all", "--raw");
      // It may warn before it answers.
      token = /^[0-9a-f]{40}$/m.exec(made)?.[0] ?? "";
      return {
        command: [program, "--config", settings, "web"],
        environment,
        answers: async () => (await askServer({ port }, "GET", "/api/v1/version")).status === 200,
        mostLooks: 4_000,
      };
    });
    const gitea = new RealGitea(started, port, token);
    try {
      await gitea.ask("POST", "/orgs", { username: "octo" });
      await gitea.ask("POST", "/orgs/octo/repos", { name: "storefront", auto_init: true, default_branch: "main" });
    } catch (error) {
      gitea[Symbol.dispose]();
      throw error;
    }
    return gitea;
  }

  /** What its runner says of itself. */
  get environment(): { readonly [name: string]: string } {
    return {
      GITEA_ACTIONS: "true",
      GITHUB_GRAPHQL_URL: "",
      ACTIONS_RUNTIME_URL: `${this.server}/api/actions_pipeline/`,
      ACTIONS_RESULTS_URL: this.server,
      ACTIONS_RUNTIME_TOKEN: "a-token-of-the-runner",
    };
  }

  /** Asks the API as mona. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers as a client does
  async ask(method: string, path: string, body?: object): Promise<any> {
    const target = { port: Number(new URL(this.server).port), headers: { authorization: `token ${this.token}` } };
    return (await askServer(target, method, `/api/v1${path}`, body)).value;
  }

  /** A pull request of a branch that adds a file. */
  async pull(branch: string): Promise<{ readonly number: number; readonly sha: string }> {
    const content = Buffer.from(branch).toString("base64");
    await this.ask("POST", `${repo}/contents/${branch}.txt`, { content, new_branch: branch, message: branch });
    const pull = await this.ask("POST", `${repo}/pulls`, { title: branch, head: branch, base: "main" });
    return { number: pull.number, sha: pull.head.sha };
  }

  /** Merges a pull request. @returns the commit on main */
  async merge(number: number): Promise<string> {
    for (let tries = 1; ; tries++) {
      try {
        await this.ask("POST", `${repo}/pulls/${number}/merge`, { Do: "squash" });
        return (await this.ask("GET", `${repo}/pulls/${number}`)).merge_commit_sha;
      } catch (error) {
        // It looks in the background whether a pull request can be merged.
        if (tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** @param path below the repository */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  of(path: string): Promise<any> {
    return this.ask("GET", `${repo}${path}`);
  }

  [Symbol.dispose](): void {
    this.#started[Symbol.dispose]();
  }
}

function settingsFor(folder: string, port: number): string {
  return `APP_NAME = a Gitea of tests
RUN_MODE = prod
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
DISABLE_SSH = true
OFFLINE_MODE = true
${files === "" ? "" : `STATIC_ROOT_PATH = ${files}\n`}[database]
DB_TYPE = sqlite3
PATH = ${join(folder, "gitea.db")}
[security]
INSTALL_LOCK = true
[service]
DISABLE_REGISTRATION = true
[cron]
ENABLED = false
[log]
LEVEL = Error
[webhook]
ALLOWED_HOST_LIST = loopback
`;
}
