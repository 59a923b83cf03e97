import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSettings } from "../../src/action/inputs.ts";
import type { RunEvent } from "../../src/engine/events.ts";
import type { JsonObject } from "../../src/engine/json.ts";
import { renderReport } from "../../src/hooks/report.ts";
import { run } from "../../src/run.ts";
import type { Host } from "../../src/run/host.ts";

export type Inputs = { readonly [name: string]: string };

// biome-ignore lint/suspicious/noExplicitAny: the report as a consumer of its JSON sees it
export type Report = any;

/** What a run came to, as its report says. `started` and `finished`: names in the order of the events, if there were any. */
export interface Ran {
  readonly exitCode: number;
  readonly report: Report;
  readonly events?: readonly RunEvent[];
}

/** Runs a command in a folder. */
export type Runner = (directory: string, inputs: Inputs) => Promise<Ran>;

/** Through the composition root, in this process: fast. */
export const inProcess: Runner = async (directory, inputs) => {
  const settings = readSettings(inputs, { terminal: true });
  if (!settings.ok) throw new Error(JSON.stringify(settings.error));
  const events: RunEvent[] = [];
  const host: Host = {
    terminal: true,
    version: "0.0.0",
    environment: { PATH: process.env.PATH, HOME: directory },
    directory,
    verbose: false,
    signal: new AbortController().signal,
    defaultReportPath: undefined,
    mask: () => {},
    hooks: async () => [{ name: "events", on: (event) => void events.push(event) }],
  };
  const { exitCode, report } = await run(settings.value, host);
  return { exitCode, report: JSON.parse(JSON.stringify(renderReport(report))), events };
};

export interface FileFacts {
  readonly mode: number;
  readonly text: string;
  /** Whatever writing would change. */
  readonly identity: string;
}

/** Every file below a folder, by path. */
export type Disk = ReadonlyMap<string, FileFacts>;

/** State is forced to disk often; in memory, where that can be had, a world takes a third of the time. */
const temporary = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder that opus runs in. */
export class Machine {
  readonly directory = mkdtempSync(join(temporary, "opus-world-"));
  readonly #run: Runner;

  constructor(run: Runner) {
    this.#run = run;
    mkdirSync(join(this.directory, "live"));
    this.write("calls.log", "");
    this.write("control", ";\n");
  }

  run(inputs: Inputs): Promise<Ran> {
    return this.#run(this.directory, inputs);
  }

  write(path: string, text: string): void {
    const full = join(this.directory, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  read(path: string): string | undefined {
    const full = join(this.directory, path);
    return existsSync(full) ? readFileSync(full, "utf8") : undefined;
  }

  remove(path: string): void {
    rmSync(join(this.directory, path), { force: true });
  }

  toggleMode(path: string): void {
    const full = join(this.directory, path);
    if (existsSync(full)) chmodSync(full, (statSync(full).mode & 0o777) === 0o600 ? 0o644 : 0o600);
  }

  /** What of the scripts ran since the last call: `slot script`. */
  takeCalls(): string[] {
    const calls = (this.read("calls.log") ?? "").split("\n").filter((line) => line !== "");
    this.write("calls.log", "");
    return calls;
  }

  disk(): Disk {
    const found = new Map<string, FileFacts>();
    const walk = (folder: string): void => {
      for (const entry of readdirSync(join(this.directory, folder), { withFileTypes: true })) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          walk(path);
          continue;
        }
        const { ino, mtimeNs, ctimeNs, mode } = lstatSync(join(this.directory, path), { bigint: true });
        found.set(path, { mode: Number(mode) & 0o777, text: this.read(path) ?? "", identity: `${ino} ${mtimeNs} ${ctimeNs}` });
      }
    };
    walk("");
    return found;
  }

  /** Recorded tasks by name. */
  recorded(): { readonly [name: string]: RecordedTask } {
    const text = this.read(".opus/state/world/test/state.json");
    return text === undefined ? {} : JSON.parse(text).body.tasks;
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

export interface RecordedTask {
  readonly kind: string;
  readonly status: string;
  readonly spec: JsonObject & { readonly path?: string; readonly env?: { readonly TEXT: string } };
  readonly outputs: JsonObject;
  readonly lifecycle: { readonly onRemove?: string; readonly preventDestroy?: readonly string[] };
  readonly scope: readonly { readonly commands?: readonly string[]; readonly contexts?: readonly string[] }[];
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
