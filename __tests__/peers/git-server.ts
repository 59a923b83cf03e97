// A git host for tests: a real bare repository behind `git http-backend`. Also a program of its own:
//   node __tests__/peers/git-server.ts [repository] [token]   prints {"url", "directory", "token"} and runs until SIGTERM
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface GitServerOptions {
  /** `owner/name`. Default: octo/storefront. */
  readonly repository?: string;
  /** A token that may write. Default: a made-up one, see `token`. */
  readonly token?: string;
  /** Where the repository is made. Default: the system's temporary folder. */
  readonly folder?: string;
}

export interface GitRequest {
  readonly service: "git-upload-pack" | "git-receive-pack" | undefined;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Counts all requests, from 1. */
  readonly number: number;
  /** Counts pushes from 1; undefined for a request that is none (looking at refs, a probe before a large push). */
  readonly pushNumber: number | undefined;
}

export type GitFault =
  | { readonly kind: "status"; readonly code: number; readonly body?: string; readonly contentType?: string }
  /** A page of some proxy, with status 200. */
  | { readonly kind: "html" }
  /** Never answers. */
  | { readonly kind: "hang" }
  /** Ends the connection, nothing was done. */
  | { readonly kind: "cut-before" }
  /** Does what was asked, and ends the connection instead of answering. */
  | { readonly kind: "cut-after" }
  /** Waits, then goes on. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Does what was asked, then waits before it answers. */
  | { readonly kind: "slow-answer"; readonly ms: number };

export interface GitCommit {
  readonly sha: string;
  readonly author: string;
  /** With the subject, without a line end behind it. */
  readonly message: string;
}

/** Of the repository. Nothing is collected in the background, where it would outlive a test. */
const settings = `[http]
\treceivepack = true
[uploadpack]
\tallowFilter = true
[receive]
\tfsckObjects = true
\tautogc = false
[gc]
\tauto = 0
`;

/** The repository as it begins. */
let seed: string | undefined;

let execPath: string | undefined;
function programs(): string {
  execPath ??= spawnSync("git", ["--exec-path"], { encoding: "utf8" }).stdout.trim();
  return execPath;
}

export class GitServer {
  /** As GITHUB_SERVER_URL: `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Of the bare repository. */
  readonly directory: string;
  /** The first token that may write. */
  readonly token: string;
  /** What tokens may do. An unknown one is refused. */
  readonly tokens = new Map<string, "write" | "read">();
  /** May somebody without a token read, as in a public repository? */
  public = false;
  /** Asked before each request of somebody who may do it. */
  fault: (request: GitRequest) => GitFault | undefined = () => undefined;
  /** Each request, in order of arrival. */
  readonly requests: GitRequest[] = [];
  #pushes = 0;
  readonly #folder: string;
  readonly #server: Server;
  readonly #backends = new Set<ChildProcess>();
  readonly #environment: { readonly [name: string]: string };
  /** The folder of git's own programs. */
  readonly #programs = programs();

  private constructor(server: Server, folder: string, repository: string, token: string) {
    this.#server = server;
    this.#folder = folder;
    this.repository = repository;
    this.token = token;
    this.tokens.set(token, "write");
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.directory = join(folder, "repository.git");
    this.#environment = {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      LC_ALL: "C",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Somebody Else",
      GIT_AUTHOR_EMAIL: "else@example.com",
      GIT_COMMITTER_NAME: "Somebody Else",
      GIT_COMMITTER_EMAIL: "else@example.com",
    };
  }

  /** Starts a server with a repository whose branch `main` has one commit. */
  static async start(options: GitServerOptions = {}): Promise<GitServer> {
    const { repository = "octo/storefront", token = "ghs_TestToken0123456789abcdefABCDEF0123456", folder } = options;
    const parent = folder ?? tmpdir();
    mkdirSync(parent, { recursive: true });
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const git = new GitServer(server, realpathSync(mkdtempSync(join(parent, "opus-git-server-"))), repository, token);
    server.on("request", (request, response) => git.#answer(request, response));
    git.#seed();
    return git;
  }

  /** Address of the repository, as a remote. */
  get remote(): string {
    return `${this.url}/${this.repository}`;
  }

  /** How many pushes arrived, whatever became of them. */
  get pushes(): number {
    return this.#pushes;
  }

  /** Runs git in the bare repository. Throws when it fails. */
  git(args: readonly string[], input = ""): string {
    const { status, stdout, stderr } = this.#git(args, input);
    if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /** Installs a shell script as the pre-receive hook; its stderr is shown to who pushes, behind `remote: `. */
  hook(script: string | undefined): void {
    const path = join(this.directory, "hooks", "pre-receive");
    rmSync(path, { force: true });
    if (script !== undefined) writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** Object name of the branch's last commit; undefined: there is no such branch. */
  tip(branch: string): string | undefined {
    // A program takes a hundred times as long to read this file.
    const loose = join(this.directory, "refs/heads", branch);
    if (existsSync(loose)) return readFileSync(loose, "utf8").trim();
    const { status, stdout } = this.#git(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]);
    return status === 0 ? stdout.trim() : undefined;
  }

  /** The commits of a branch, newest first; empty when there is no such branch. */
  log(branch: string): GitCommit[] {
    if (this.tip(branch) === undefined) return [];
    const text = this.git(["log", "-z", "--topo-order", "--format=%H%n%an <%ae>%n%B", `refs/heads/${branch}`]);
    return text
      .split("\0")
      .filter((commit) => commit !== "")
      .map((commit) => {
        const [sha = "", author = "", ...message] = commit.split("\n");
        return { sha, author, message: message.join("\n").trimEnd() };
      });
  }

  /** Paths of all files of a branch, sorted. */
  files(branch: string): string[] {
    const listed = this.git(["ls-tree", "-r", "-z", "--name-only", `refs/heads/${branch}`]);
    return listed.split("\0").filter((path) => path !== "");
  }

  /** Text of a file of a branch (or any commit); undefined: it is not there. */
  file(branch: string, path: string): string | undefined {
    const { status, stdout } = this.#git(["cat-file", "blob", `${branch}:${path}`]);
    return status === 0 ? stdout : undefined;
  }

  /**
   * A commit by somebody else, made in the repository itself; a new branch when there is none of that name.
   * @param changes path → text; null removes the file
   * @returns the commit's object name
   */
  write(branch: string, changes: { readonly [path: string]: string | null }, message = "Change by hand"): string {
    for (let tries = 0; ; tries++) {
      const tip = this.tip(branch);
      const lines = [`commit refs/heads/${branch}\n`, "committer Somebody Else <else@example.com> 1700000000 +0000\n"];
      lines.push(`data ${Buffer.byteLength(message)}\n${message}\n`);
      if (tip !== undefined) lines.push(`from ${tip}\n`);
      for (const [path, text] of Object.entries(changes)) {
        if (text === null) lines.push(`D ${path}\n`);
        else lines.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
      }
      const { status, stderr } = this.#git(["fast-import", "--quiet"], lines.join(""));
      if (status === 0) return this.tip(branch) ?? "";
      // A push may have come in between.
      if (tries >= 20) throw new Error(`commit on ${branch} failed: ${stderr}`);
    }
  }

  /** Throws when `git fsck` finds anything but unreachable objects. */
  fsck(): void {
    const { status, stdout, stderr } = this.#git(["fsck", "--full", "--strict", "--no-dangling", "--no-progress"]);
    if (status !== 0 || stdout.trim() !== "") throw new Error(`git fsck ended with ${status}: ${stdout}${stderr}`);
  }

  async close(): Promise<void> {
    for (const backend of this.#backends) backend.kill("SIGKILL");
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A process makes the repository once, and copies it from then on. */
  #seed(): void {
    if (seed !== undefined) {
      cpSync(seed, this.directory, { recursive: true });
      return;
    }
    const { status, stderr } = spawnSync(
      "git",
      ["init", "--quiet", "--bare", "--template=", "-b", "main", this.directory],
      { env: this.#environment, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`git init: ${stderr}`);
    mkdirSync(join(this.directory, "hooks"));
    appendFileSync(join(this.directory, "config"), settings);
    this.write("main", { "README.md": "# Storefront\n" }, "Begin");
    const copy = mkdtempSync(join(tmpdir(), "opus-git-seed-"));
    process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
    cpSync(this.directory, copy, { recursive: true });
    seed = copy;
  }

  #git(args: readonly string[], input = ""): { status: number | null; stdout: string; stderr: string } {
    const env = this.#environment;
    const maxBuffer = 512 * 1024 * 1024;
    return spawnSync("git", ["-C", this.directory, ...args], { env, input, encoding: "utf8", maxBuffer });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.on("error", () => undefined);
    response.on("error", () => undefined);
    const { pathname, searchParams, search } = new URL(request.url ?? "/", this.url);
    const inside = this.#inside(pathname);
    const access = this.#access(request.headers.authorization);
    const service = /git-(?:upload|receive)-pack/.exec(
      inside === "/info/refs" ? (searchParams.get("service") ?? "") : (inside ?? ""),
    )?.[0] as GitRequest["service"];
    // Before a large push git asks with an empty one whether it may.
    const isPush =
      inside === "/git-receive-pack" && request.method === "POST" && request.headers["content-length"] !== "4";
    const seen: GitRequest = {
      service,
      method: request.method ?? "",
      path: `${pathname}${search}`,
      number: this.requests.length + 1,
      pushNumber: isPush ? ++this.#pushes : undefined,
    };
    this.requests.push(seen);
    const proceed = (end: "answer" | "cut" | number) =>
      this.#backend(request, response, inside ?? "", search.slice(1), end);
    const mayAsk = access !== "none" || (this.public && service !== "git-receive-pack");
    if (access === "unknown" || !mayAsk)
      refuse(response, 401, "Invalid username or token. Password authentication is not supported for Git operations.");
    else if (inside === undefined) refuse(response, 404, "Repository not found.");
    else if (service === "git-receive-pack" && access !== "write")
      refuse(response, 403, `Permission to ${this.repository}.git denied to github-actions[bot].`);
    else misbehave(this.fault(seen), request, response, proceed);
  }

  /** The path inside the repository; undefined: another repository. */
  #inside(path: string): string | undefined {
    for (const prefix of [`/${this.repository}.git/`, `/${this.repository}/`])
      if (path.startsWith(prefix)) return path.slice(prefix.length - 1);
    return undefined;
  }

  #access(header: string | undefined): "write" | "read" | "none" | "unknown" {
    if (header === undefined) return "none";
    const [scheme = "", value = ""] = header.split(" ");
    if (scheme.toLowerCase() !== "basic") return "unknown";
    const text = Buffer.from(value, "base64").toString("utf8");
    return this.tokens.get(text.slice(text.indexOf(":") + 1)) ?? "unknown";
  }

  /** Lets `git http-backend` (a CGI program) do it. */
  #backend(
    request: IncomingMessage,
    response: ServerResponse,
    inside: string,
    query: string,
    end: "answer" | "cut" | number,
  ): void {
    const header = (name: string): string => String(request.headers[name] ?? "");
    // Not through `git`, which would start it as a child of its own, out of reach of a kill.
    const backend = spawn(join(this.#programs, "git-http-backend"), [], {
      env: {
        ...this.#environment,
        GIT_PROJECT_ROOT: this.directory,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: inside,
        QUERY_STRING: query,
        REQUEST_METHOD: request.method ?? "",
        REMOTE_USER: "github-actions[bot]",
        REMOTE_ADDR: "127.0.0.1",
        CONTENT_TYPE: header("content-type"),
        ...(request.headers["content-length"] === undefined ? {} : { CONTENT_LENGTH: header("content-length") }),
        HTTP_CONTENT_ENCODING: header("content-encoding"),
        GIT_PROTOCOL: header("git-protocol"),
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#backends.add(backend);
    const chunks: Buffer[] = [];
    backend.stdin.on("error", () => undefined);
    backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    backend.on("error", (error) => refuse(response, 500, String(error)));
    // When a client is killed in the middle of a push, the backend would wait for the rest, or look for it in a loop.
    request.on("close", () => {
      if (!request.complete) backend.kill("SIGKILL");
    });
    request.pipe(backend.stdin);
    backend.on("close", () => {
      this.#backends.delete(backend);
      if (end === "cut") request.socket.destroy();
      else if (end === "answer") passOn(Buffer.concat(chunks), response);
      else setTimeout(() => passOn(Buffer.concat(chunks), response), end);
    });
  }
}

function misbehave(
  fault: GitFault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  proceed: (end: "answer" | "cut" | number) => void,
): void {
  switch (fault?.kind) {
    case undefined:
      proceed("answer");
      break;
    case "status":
      request.resume();
      response.writeHead(fault.code, { "content-type": fault.contentType ?? "text/plain; charset=utf-8" });
      response.end(fault.body ?? "");
      break;
    case "html":
      request.resume();
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end("<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n");
      break;
    case "hang":
      request.resume();
      break;
    case "cut-before":
      request.socket.destroy();
      break;
    case "cut-after":
      proceed("cut");
      break;
    case "slow":
      setTimeout(() => proceed("answer"), fault.ms);
      break;
    case "slow-answer":
      proceed(fault.ms);
      break;
  }
}

function refuse(response: ServerResponse, code: number, text: string): void {
  const realm = code === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  response.writeHead(code, { "content-type": "text/plain; charset=utf-8", ...realm });
  response.end(`${text}\n`);
}

/** Turns the answer of a CGI program into one of HTTP. */
function passOn(answer: Buffer, response: ServerResponse): void {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) {
    refuse(response, 500, "git http-backend gave no answer.");
    return;
  }
  let status = 200;
  for (const line of answer.subarray(0, end).toString("latin1").split("\r\n")) {
    const [name = "", value = ""] = line.split(/: (.*)/);
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
  response.end(answer.subarray(end + 4));
}

if (import.meta.main) {
  const [repository, token] = process.argv.slice(2);
  const server = await GitServer.start({ ...(repository && { repository }), ...(token && { token }) });
  const { url, directory } = server;
  process.stdout.write(`${JSON.stringify({ url, directory, token: server.token })}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
}
