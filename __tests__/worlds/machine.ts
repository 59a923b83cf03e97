import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { readSettings } from "../../src/action/inputs.ts";
import { run } from "../../src/app/run-command.ts";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { RunEvent } from "../../src/engine/model/run-events.ts";
import { renderReport } from "../../src/hooks/report.ts";
import { hostIn } from "../doubles/host.ts";
import { compiled } from "../e2e/rig.ts";
import type { Context } from "./world.ts";

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
  const hooks = async () => [{ name: "events", on: (event: RunEvent) => void events.push(event) }];
  const host = hostIn(directory, { hooks });
  const { exitCode, report } = await run(settings.value, host);
  return { exitCode, report: JSON.parse(JSON.stringify(renderReport(report))), events };
};

const bundle = join(import.meta.dirname, "../../dist/index.js");

/** Through the bundle, as somebody in a terminal runs it. */
export const bundled: Runner = async (directory, inputs) => {
  const reports = mkdtempSync(join(tmpdir(), "opus-world-report-"));
  try {
    const path = join(reports, "report.json");
    const { command = "plan", ...flags } = inputs;
    const given = Object.entries(flags).flatMap(([name, value]) =>
      value === "" || value === "false" ? [] : value === "true" ? [`--${name}`] : [`--${name}`, value],
    );
    const child = spawn(process.execPath, [bundle, command, ...given, "--report-path", path], {
      cwd: directory,
      env: { PATH: process.env.PATH, HOME: directory, ...compiled },
      stdio: "ignore",
    });
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? -1));
    });
    return { exitCode, report: JSON.parse(readFileSync(path, "utf8")) };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
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

/** The folders of live resources, which every context has of its own. */
const live = ["out", "live", "ids"];

/** A folder that opus runs in. */
export class Machine {
  readonly directory = mkdtempSync(join(temporary, "opus-world-"));
  readonly #run: Runner;
  #context: Context = "test";

  constructor(run: Runner) {
    this.#run = run;
    this.#furnish();
    this.write("calls.log", "");
    this.write("control", ";\n");
  }

  get context(): Context {
    return this.#context;
  }

  /** From now on the live resources are those of another context. */
  enter(context: Context): void {
    if (context === this.#context) return;
    const away = join(this.directory, "..", `${basename(this.directory)}-${this.#context}`);
    const back = join(this.directory, "..", `${basename(this.directory)}-${context}`);
    mkdirSync(away);
    for (const folder of live) {
      if (existsSync(join(this.directory, folder))) renameSync(join(this.directory, folder), join(away, folder));
      if (existsSync(join(back, folder))) renameSync(join(back, folder), join(this.directory, folder));
    }
    rmSync(back, { recursive: true, force: true });
    this.#context = context;
    this.#furnish();
  }

  #furnish(): void {
    for (const folder of ["live", "ids"]) mkdirSync(join(this.directory, folder), { recursive: true });
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
    return existsSync(full) && statSync(full).isFile() ? readFileSync(full, "utf8") : undefined;
  }

  /** Could there be a file at this path, or is there one? */
  isFree(path: string): boolean {
    const folders = path.split("/").map((_, index, parts) => join(this.directory, ...parts.slice(0, index)));
    const full = join(this.directory, path);
    return (
      folders.every((folder) => !existsSync(folder) || statSync(folder).isDirectory()) &&
      !(existsSync(full) && statSync(full).isDirectory())
    );
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
        found.set(path, {
          mode: Number(mode) & 0o777,
          text: this.read(path) ?? "",
          identity: `${ino} ${mtimeNs} ${ctimeNs}`,
        });
      }
    };
    walk("");
    return found;
  }

  /** Recorded tasks by name. */
  recorded(): { readonly [name: string]: RecordedTask } {
    const text = this.state(this.#context);
    return text === undefined ? {} : JSON.parse(text).body.tasks;
  }

  /** As it is stored. */
  state(context: Context): string | undefined {
    return this.read(`.opus/state/world/${context}/state.json`);
  }

  [Symbol.dispose](): void {
    for (const suffix of ["", "-test", "-prod"]) rmSync(`${this.directory}${suffix}`, { recursive: true, force: true });
  }
}

export interface RecordedTask {
  readonly kind: string;
  readonly status: string;
  readonly spec: JsonObject & { readonly path?: string; readonly env?: { readonly TEXT: string } };
  readonly outputs: JsonObject;
  readonly lifecycle: {
    readonly onRemove?: string;
    readonly preventDestroy?: readonly string[];
    readonly ignoreChanges?: readonly string[];
  };
  readonly scope: readonly { readonly commands?: readonly string[]; readonly contexts?: readonly string[] }[];
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
