import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { askServer, freePort, hasServer, ServerProgram } from "./server-program.ts";

const program = "/usr/sbin/pdns_server";
const schema = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

export const powerDnsPackages = "pdns-server pdns-backend-sqlite3";
export const hasPowerDns = hasServer("PowerDNS", powerDnsPackages, [program, schema]);

const key = "the-key-of-powerdns";

/** PowerDNS with its API, on this machine alone. */
export class PowerDns implements Disposable {
  readonly key = key;
  /** Where its API listens. */
  readonly target: { readonly port: number };
  readonly #program: ServerProgram;

  private constructor(started: ServerProgram, port: number) {
    this.#program = started;
    this.target = { port };
  }

  static async start(): Promise<PowerDns> {
    // It takes no port 0, and somebody else may have been faster.
    for (let tries = 1; ; tries++) {
      const [dns, web] = [await freePort(), await freePort()];
      try {
        return new PowerDns(await start(dns, web), web);
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  }

  /** Asks as another client would. */
  ask(method: string, path: string, body?: object) {
    return ask(this.target.port, method, path, body);
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}

function ask(port: number, method: string, path: string, body?: object) {
  return askServer({ port, headers: { "x-api-key": key } }, method, `/api/v1/servers/localhost${path}`, body);
}

function start(dns: number, web: number): Promise<ServerProgram> {
  return ServerProgram.start("powerdns", async (folder) => {
    const database = join(folder, "p.db");
    execFileSync("python3", [
      "-c",
      "import sqlite3,sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2]).read())",
      database,
      schema,
    ]);
    const settings = {
      "config-dir": folder,
      launch: "gsqlite3",
      "gsqlite3-database": database,
      "gsqlite3-dnssec": "yes",
      "local-address": "127.0.0.1",
      "local-port": dns,
      "socket-dir": folder,
      webserver: "yes",
      "webserver-address": "127.0.0.1",
      "webserver-port": web,
      api: "yes",
      "api-key": key,
      daemon: "no",
      guardian: "no",
      loglevel: 0,
    };
    return {
      command: [program, ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
      answers: async () => (await ask(web, "GET", "")).status === 200,
    };
  });
}
