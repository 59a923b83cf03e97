import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const program = "/usr/sbin/pdns_server";
const schema = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

/** Is PowerDNS here? `apt-get install pdns-server pdns-backend-sqlite3` */
export const hasPowerDns = existsSync(program) && existsSync(schema);

/** PowerDNS with its API, on this machine alone. */
export class PowerDns {
  readonly host: string;
  readonly origin: string;
  readonly key = "the-key-of-powerdns";
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, child: ChildProcess, port: number) {
    this.#folder = folder;
    this.#process = child;
    this.host = `127.0.0.1:${port}`;
    this.origin = `http://${this.host}/api/v1/servers/localhost`;
  }

  static async start(): Promise<PowerDns> {
    const folder = mkdtempSync(join(tmpdir(), "opus-pdns-"));
    const database = join(folder, "p.db");
    execFileSync("python3", [
      "-c",
      "import sqlite3,sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2]).read())",
      database,
      schema,
    ]);
    const [dns, web] = [await freePort(), await freePort()];
    const settings = {
      "config-dir": folder,
      launch: "gsqlite3",
      "gsqlite3-database": database,
      "local-address": "127.0.0.1",
      "local-port": dns,
      "socket-dir": folder,
      webserver: "yes",
      "webserver-address": "127.0.0.1",
      "webserver-port": web,
      api: "yes",
      "api-key": "the-key-of-powerdns",
      daemon: "no",
      guardian: "no",
      loglevel: 0,
    };
    const child = spawn(
      program,
      Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
      { stdio: "ignore" },
    );
    const made = new PowerDns(folder, child, web);
    for (let looks = 0; looks < 100; looks++) {
      if (
        await made.ask("GET", "").then(
          ({ status }) => status === 200,
          () => false,
        )
      )
        return made;
      await sleep(50);
    }
    made[Symbol.dispose]();
    throw new Error("PowerDNS did not start");
  }

  /** Asks as another client would. */
  async ask(method: string, path: string, body?: object) {
    const answer = await fetch(this.origin + path, {
      method,
      headers: { "x-api-key": this.key, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, value: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text };
  }

  [Symbol.dispose](): void {
    this.#process.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
