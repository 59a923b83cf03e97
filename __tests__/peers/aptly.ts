import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { askServer, hasServer, ServerProgram } from "./server-program.ts";

const program = "/usr/bin/aptly";

export const aptlyPackages = "aptly";
export const hasAptly = hasServer("aptly", aptlyPackages, [program]);

/** aptly with its API, on this machine alone. It asks nobody for credentials. */
export class Aptly implements Disposable {
  readonly target: { readonly socketPath: string };
  readonly #program: ServerProgram;

  private constructor(started: ServerProgram) {
    this.#program = started;
    this.target = { socketPath: socketIn(started.folder) };
  }

  static async start(): Promise<Aptly> {
    return new Aptly(
      await ServerProgram.start("aptly", async (folder) => {
        const settings = join(folder, "aptly.json");
        writeFileSync(settings, JSON.stringify({ rootDir: join(folder, "root") }));
        const socketPath = socketIn(folder);
        return {
          command: [program, `-config=${settings}`, "api", "serve", `-listen=unix://${socketPath}`],
          environment: { GIN_MODE: "release" },
          answers: async () => (await askServer({ socketPath }, "GET", "/api/repos")).status === 200,
        };
      }),
    );
  }

  /** Asks as another client would. */
  ask(method: string, path: string, body?: object) {
    return askServer(this.target, method, `/api${path}`, body);
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}

function socketIn(folder: string): string {
  return join(folder, "api.socket");
}
