import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type RequestOptions, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a server answers. */
export interface Answered {
  readonly status: number;
  /** JSON, or the text where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers as a client does
  readonly value: any;
}

/** Asks a server as one more client of it would. @throws Error where it refuses to be written to */
export async function askServer(
  target: RequestOptions,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const answered = await ask(target, method, path, body);
  if (method === "GET" || answered.status < 400) return answered;
  throw new Error(`${method} ${path} answered ${answered.status}: ${JSON.stringify(answered.value)}`);
}

function ask(target: RequestOptions, method: string, path: string, body: unknown): Promise<Answered> {
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...target.headers };
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", ...target, method, path, headers, agent: false });
    asking.on("error", reject);
    asking.on("response", async (given) => {
      let said = "";
      for await (const piece of given.setEncoding("utf8")) said += piece;
      resolve({ status: given.statusCode ?? 0, value: /^[[{]|^null$/.test(said.trim()) ? JSON.parse(said) : said });
    });
    asking.end(text);
  });
}

/** A server of a package of Debian, on this machine alone, with a folder of its own. */
export class ServerProgram implements Disposable {
  readonly folder: string;
  readonly #child: ChildProcess;

  private constructor(folder: string, child: ChildProcess) {
    this.folder = folder;
    this.#child = child;
  }

  /**
   * Starts it, and waits until it answers.
   * @param prepare makes what it needs in its folder, and says how it is run and whether it answers yet
   * @throws Error with its last words when it does not
   */
  static async start(
    name: string,
    prepare: (folder: string) => Promise<{
      readonly command: readonly [string, ...string[]];
      readonly environment?: { readonly [name: string]: string };
      readonly answers: () => Promise<boolean>;
      /** How often it is looked whether it answers, each 25 ms. Default: 200. */
      readonly mostLooks?: number;
    }>,
  ): Promise<ServerProgram> {
    const folder = mkdtempSync(join(tmpdir(), `opus-${name}-`));
    const { command, environment, answers, mostLooks = 200 } = await prepare(folder);
    const [program, ...args] = command;
    const env = { PATH: process.env.PATH, HOME: folder, ...environment };
    const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const listen = (piece: Buffer): void => {
      said = `${said}${piece}`.slice(-2_000);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (error) => listen(Buffer.from(String(error))));
    const made = new ServerProgram(folder, child);
    for (let looks = 0; looks < mostLooks && child.exitCode === null; looks++) {
      if (await answers().catch(() => false)) return made;
      await sleep(25);
    }
    made[Symbol.dispose]();
    throw new Error(`${name} did not start: ${said}`);
  }

  [Symbol.dispose](): void {
    this.#child.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Are all files of a server's packages here?
 * Says on the terminal what is not tried, if not: a skipped test alone is easily overlooked.
 */
export function hasServer(name: string, packages: string, files: readonly string[]): boolean {
  const missing = files.filter((path) => !existsSync(path));
  if (missing.length === 0) return true;
  process.stderr.write(
    `\nSKIPPED: the tests with ${name}, since ${missing[0]} is missing: apt-get install ${packages}\n`,
  );
  return false;
}
