/** Runs the lines of `sh` samples: `opus` in this process, everything else in bash, with doubles for what needs a network. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { QuickTerminal } from "../e2e/quick-terminal.ts";
import { root } from "./fences.ts";

const started = process.argv[1] ?? "";

export interface Line {
  readonly command: string;
  /** The comment behind it, without its mark. */
  readonly remark: string;
}

export interface Ran {
  readonly status: number;
  /** Both streams. */
  readonly screen: string;
}

/** Programs that would ask somebody else. Their calls are kept, and held against what there is. */
const doubled = ["gh", "npm", "npx", "sudo", "ssh", "ssh-add", "ssh-keyscan", "curl", "wget"];

/** The commands of a sample, each with the comment behind it. */
export function linesOf(text: string): readonly Line[] {
  return text
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => {
      const [, command = "", remark = ""] = /^(.*?)(?:(?<=^|\s)#\s*(.*))?$/.exec(line) ?? [];
      return { command: command.trim(), remark };
    })
    .filter(({ command }) => command !== "");
}

export class SampleShell {
  readonly terminal = new QuickTerminal();
  /** Calls of programs that have a double. */
  readonly calls: (readonly string[])[] = [];
  #folder = ".";
  readonly #variables: { [name: string]: string };
  readonly #log = join(this.terminal.folder, ".calls");

  /** @param template a folder whose files are there from the beginning */
  constructor(template?: string) {
    const { folder } = this.terminal;
    // The program starts itself, and finds what it hands to modules, by how this process was started.
    process.argv[1] = join(root, "dist/index.js");
    if (template !== undefined) cpSync(template, folder, { recursive: true });
    const bin = join(folder, ".bin");
    mkdirSync(join(folder, ".local/bin"), { recursive: true });
    mkdirSync(bin, { recursive: true });
    for (const name of doubled) {
      writeFileSync(
        join(bin, name),
        `#!/bin/sh\nprintf '%s\\0' ${name} "$@" >> "${this.#log}"; echo >> "${this.#log}"\ncat > /dev/null\n`,
      );
      chmodSync(join(bin, name), 0o755);
    }
    this.#variables = {
      ...{ PATH: `${bin}:${process.env.PATH}`, HOME: folder, NO_COLOR: "1", TERM: "dumb", GIT_CONFIG_NOSYSTEM: "1" },
      ...{ GIT_AUTHOR_NAME: "Mona", GIT_AUTHOR_EMAIL: "mona@example.com" },
      ...{ GIT_COMMITTER_NAME: "Mona", GIT_COMMITTER_EMAIL: "mona@example.com" },
    };
  }

  /** Runs commands that are joined by `&&`, until one fails. */
  async run(command: string): Promise<Ran> {
    let screen = "";
    for (const part of command.split(/\s&&\s/)) {
      const ran = await this.#runOne(part.trim());
      screen += ran.screen;
      if (ran.status !== 0) return { status: ran.status, screen };
    }
    return { status: 0, screen };
  }

  /** @throws what is on the screen when it fails */
  async mustRun(command: string): Promise<void> {
    const { status, screen } = await this.run(command);
    if (status !== 0) throw new Error(`${command}: ${screen}`);
  }

  /** Runs lines of a shell that are no part of a sample. */
  prepare(script: string): void {
    const { status, screen } = this.#bash(`set -e\n${script}`);
    if (status !== 0) throw new Error(screen);
  }

  /** What lines that are no part of a sample print. */
  output(script: string): string {
    const { status, screen } = this.#bash(script);
    if (status !== 0) throw new Error(screen);
    return screen.trim();
  }

  async #runOne(command: string): Promise<Ran> {
    const moved = /^cd (\S+)$/.exec(command)?.[1];
    if (moved !== undefined) {
      this.#folder = join(this.#folder, moved);
      return existsSync(join(this.terminal.folder, this.#folder))
        ? { status: 0, screen: "" }
        : { status: 1, screen: `no folder ${this.#folder}` };
    }
    const [, name, value] = /^export (\w+)=(.*)$/.exec(command) ?? [];
    if (name !== undefined && value !== undefined) {
      const { status, screen } = this.#bash(`printf %s ${value}`);
      this.#variables[name] = screen;
      return { status, screen: "" };
    }
    const program = /^alias opus="node (\S+)"$/.exec(command)?.[1];
    if (program !== undefined) return { status: this.#isBundle(program) ? 0 : 1, screen: "" };
    const words = wordsOf(command);
    const own = words?.[0] === "node" && this.#isBundle(words[1] ?? "") ? 2 : words?.[0] === "opus" ? 1 : 0;
    return words && own > 0 ? this.#opus(words.slice(own)) : this.#bash(command);
  }

  async #opus(words: readonly string[]): Promise<Ran> {
    const at = words.indexOf(">");
    const argv = at === -1 ? words : words.slice(0, at);
    const folder = join(this.terminal.folder, this.#folder);
    process.chdir(folder);
    const seen = await this.terminal.run(argv, { env: this.#variables, cwd: this.#folder });
    if (at === -1) return { status: seen.status, screen: seen.screen };
    writeFileSync(join(folder, words[at + 1] ?? ""), seen.stdout);
    return { status: seen.status, screen: seen.stderr };
  }

  #bash(script: string): Ran {
    const { status, stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", script], {
      cwd: join(this.terminal.folder, this.#folder),
      env: this.#variables,
      encoding: "utf8",
    });
    if (existsSync(this.#log)) {
      const calls = readFileSync(this.#log, "utf8").split("\n").filter(Boolean);
      this.calls.push(...calls.map((call) => call.split("\0").slice(0, -1)));
      writeFileSync(this.#log, "");
    }
    return { status: status ?? 1, screen: stdout + stderr };
  }

  #isBundle(path: string): boolean {
    return relative(".", join(this.#folder, path)) === join("dist", "index.js");
  }

  [Symbol.dispose](): void {
    process.chdir(root);
    process.argv[1] = started;
    this.terminal[Symbol.dispose]();
  }
}

/** The words of a command of one program. Undefined: it takes a shell. */
function wordsOf(command: string): readonly string[] | undefined {
  const words: string[] = [];
  for (const [, word = ""] of command.matchAll(/((?:'[^']*'|"[^"$`]*"|[^\s'"])+)/g)) words.push(word);
  if (words.some((word) => /[|;&<`$]/.test(word.replace(/'[^']*'/g, "")))) return undefined;
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, single = "", double = "") => single + double));
}
