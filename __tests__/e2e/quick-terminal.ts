import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram } from "../../src/app/program/run-program.ts";

/** What a person sees of a command. */
export interface Seen {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as on one screen. */
  readonly screen: string;
}

export interface CallOptions {
  readonly env?: { readonly [name: string]: string };
  /** Relative to the folder of the terminal. */
  readonly cwd?: string;
  /** Somebody sits there, and types this. Default: there is no terminal. */
  readonly typed?: string;
  /** What goes or comes from elsewhere, although somebody sits there. */
  readonly piped?: readonly ("stdin" | "stdout" | "stderr")[];
}

/**
 * Runs whole command lines in this process, from the arguments to the status, in a folder of its own. For what people
 * read; what is of a process (signals, modules that end it) takes the bundle.
 */
export class QuickTerminal {
  /** Real path. */
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "opus-terminal-")));

  constructor(files: { readonly [path: string]: string } = {}) {
    this.write(files);
  }

  write(files: { readonly [path: string]: string }): void {
    for (const [path, text] of Object.entries(files)) {
      const at = join(this.folder, path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  run(argv: readonly string[], { env = {}, cwd = ".", ...people }: CallOptions = {}): Promise<Seen> {
    const environment = { PATH: process.env.PATH, HOME: this.folder, TERM: "dumb", NO_COLOR: "1", ...env };
    return commandLine(argv, environment, join(this.folder, cwd), people);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command line in this process, as src/index.ts does it in one of its own: what it listens to, replaces and prints
 * is that of a process that is made up.
 * @param directory where it runs
 */
export async function commandLine(
  argv: readonly string[],
  environment: { readonly [name: string]: string | undefined },
  directory: string,
  { typed, piped = [] }: Pick<CallOptions, "typed" | "piped"> = {},
): Promise<Seen> {
  const screen: string[] = [];
  const printed = (name: "stdout" | "stderr") => new Printed(typed !== undefined && !piped.includes(name), screen);
  const [stdout, stderr] = [printed("stdout"), printed("stderr")];
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: typed !== undefined && !piped.includes("stdin"),
    setEncoding: () => stdin,
    resume: () => queueMicrotask(() => stdin.emit("data", typed ?? "")),
    pause: () => stdin,
    unref: () => stdin,
  });
  const fake = Object.assign(new EventEmitter(), {
    argv: [process.execPath, "opus", ...argv],
    env: {},
    cwd: () => directory,
    stdout,
    stderr,
    stdin,
    pid: process.pid,
    version: process.version,
    versions: process.versions,
    platform: process.platform,
    arch: process.arch,
    exitCode: undefined as number | undefined,
    exit: () => {},
    reallyExit: () => {},
    abort: () => {},
    kill: process.kill.bind(process),
  });
  await runProgram({ process: fake as unknown as NodeJS.Process, environment, exit: () => {} });
  const status = fake.exitCode ?? 0;
  fake.emit("exit", status);
  return { status, stdout: stdout.text, stderr: stderr.text, screen: screen.join("") };
}

/** A standard stream that keeps what is written. */
class Printed extends EventEmitter {
  text = "";
  readonly isTTY: boolean;
  readonly columns = 80;
  readonly writableNeedDrain = false;
  readonly #screen: string[];

  constructor(isTTY: boolean, screen: string[]) {
    super();
    this.isTTY = isTTY;
    this.#screen = screen;
  }

  write(chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean {
    const text = typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
    this.text += text;
    this.#screen.push(text);
    const done = rest.find((one): one is () => void => typeof one === "function");
    if (done) process.nextTick(done);
    return true;
  }

  end(): void {}
}
