import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { askServer, hasServer, ServerProgram } from "./server-program.ts";

const program = "/usr/bin/caddy";

export const caddyPackages = "caddy";
export const hasCaddy = hasServer("Caddy", caddyPackages, [program]);

/** The one host that its API lets itself be called by. */
const headers = { host: "caddy.test" };

/** Caddy with its admin API and no server in it, on this machine alone. */
export class Caddy implements Disposable {
  readonly target: { readonly socketPath: string; readonly headers: { readonly host: string } };
  readonly #program: ServerProgram;

  private constructor(started: ServerProgram) {
    this.#program = started;
    this.target = { socketPath: socketIn(started.folder), headers };
  }

  static async start(): Promise<Caddy> {
    return new Caddy(
      await ServerProgram.start("caddy", async (folder) => {
        const socketPath = socketIn(folder);
        const settings = join(folder, "caddy.json");
        const admin = { listen: `unix/${socketPath}`, origins: [headers.host], config: { persist: false } };
        writeFileSync(settings, JSON.stringify({ admin, apps: { http: { servers: {} } } }));
        return {
          command: [program, "run", "--config", settings],
          environment: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
          answers: async () => (await askServer({ socketPath, headers }, "GET", "/config/")).status === 200,
        };
      }),
    );
  }

  /**
   * Asks as another client would. Each change makes it listen anew, and whoever connects in that moment is dropped: such a
   * request is sent again, so it must come to the same when it is done twice.
   */
  async ask(method: "GET" | "POST" | "DELETE", path: string, body?: unknown) {
    for (let tries = 1; ; tries++) {
      try {
        return await askServer(this.target, method, `/config/apps/http${path}`, body);
      } catch (error) {
        if (tries === 5 || !("code" in (error as Error))) throw error;
      }
    }
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}

function socketIn(folder: string): string {
  return join(folder, "admin.socket");
}
