import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inBundle } from "../faults/scale.ts";
import { commandLine } from "./quick-terminal.ts";
import { compiled } from "./rig.ts";

const bundle = join(import.meta.dirname, "../../dist/index.js");

/** What a line in a shell came to. */
export interface Ended {
  readonly exitCode: number;
  /** Standard output and standard error. */
  readonly log: string;
}

/** Somebody's machine: a fresh clone of a repository, a shell, and `opus` on its PATH, as docs/terminal.md puts it there. */
export class Clone {
  /** Top of the clone. */
  readonly workspace: string;
  readonly #home: string;
  readonly #bin: string;

  private constructor(home: string, workspace: string) {
    this.#home = home;
    this.workspace = workspace;
    this.#bin = join(home, "bin");
    mkdirSync(this.#bin, { recursive: true });
    // The development bundle lacks the bit that the built one has.
    chmodSync(bundle, 0o755);
    symlinkSync(bundle, join(this.#bin, "opus"));
    symlinkSync(process.execPath, join(this.#bin, "node"));
    // GitHub's own program, as far as printed lines use it.
    this.program(
      "gh",
      '[ "$1 $2" = "pr checkout" ] && git fetch -q origin "pull/$3/head" && git checkout -q FETCH_HEAD',
    );
  }

  /**
   * @param home an empty folder
   * @param remote with its credentials
   */
  static async of(home: string, remote: string, name = "clone"): Promise<Clone> {
    mkdirSync(home, { recursive: true });
    const clone = new Clone(home, join(home, name));
    const cloned = await clone.#spawn(home, `git clone -q '${remote}' '${clone.workspace}'`, {});
    if (cloned.exitCode !== 0) throw new Error(cloned.log);
    return clone;
  }

  /** Puts a shell script on the PATH. */
  program(name: string, script: string): void {
    writeFileSync(join(this.#bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  write(path: string, text: string): void {
    const full = join(this.workspace, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  read(path: string): string {
    return readFileSync(join(this.workspace, path), "utf8");
  }

  exists(path: string): boolean {
    return existsSync(join(this.workspace, path));
  }

  /**
   * Runs a line as it was pasted into a shell at the top of the clone. One of words that no shell changes runs from the
   * sources in this process, to be quick, but where the bundle is meant.
   */
  async paste(line: string, env: { readonly [name: string]: string } = {}): Promise<Ended> {
    if (inBundle || !/^opus(?: [\w./:@,=-]+)+$/.test(line)) return this.#spawn(this.workspace, line, env);
    const { status, screen } = await commandLine(line.split(" ").slice(1), this.#environment(env), this.workspace);
    return { exitCode: status, log: screen };
  }

  #environment(more: { readonly [name: string]: string }) {
    return {
      PATH: `${this.#bin}:${process.env.PATH}`,
      HOME: this.#home,
      LANG: "C.UTF-8",
      GIT_TERMINAL_PROMPT: "0",
      ...compiled,
      ...more,
    };
  }

  #spawn(cwd: string, line: string, env: { readonly [name: string]: string }): Promise<Ended> {
    const child: ChildProcess = spawn("sh", ["-c", line], {
      cwd,
      env: this.#environment(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ exitCode: code ?? -1, log: Buffer.concat(chunks).toString("utf8") }));
    });
  }
}
