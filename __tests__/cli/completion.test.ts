import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metadata } from "../../src/action/metadata.generated.ts";
import { renderCompletion, shells } from "../../src/cli/completion.ts";
import { tools } from "../../src/cli/tools.ts";
import { temporaryFolders } from "../node/temporary.ts";

// The shells themselves complete command lines here, with what `opus completion` prints.

const folder = temporaryFolders();

const missing = shells.filter((shell) => spawnSync(shell, ["-c", "true"]).status !== 0);
for (const shell of missing) console.warn(`SKIPPED: ${shell} is not installed, so its completion was not run`);

/** Command lines, and what is offered for the last word of each, where it is not many things. */
const lines: { readonly [line: string]: readonly string[] } = {
  "opus pl": ["plan"],
  "opus stat": ["state"],
  "opus plan --cont": ["--context"],
  "opus apply --no-fail-f": ["--no-fail-fast"],
  "opus plan --no-col": ["--no-color"],
  "opus plan --refresh n": ["none"],
  "opus state hi": ["history"],
  "opus site --ou": ["--out"],
  "opus init --templ": ["--template"],
  "opus init --template h": ["http"],
  "opus completion fi": ["fish"],
  "opus help val": ["validate"],
};

/** A home folder in which the shell has been told of the completion as the help says, and an `opus` that prints it. */
function home(shell: (typeof shells)[number]): { readonly HOME: string; readonly PATH: string; readonly TERM: string } {
  const HOME = folder();
  mkdirSync(join(HOME, "bin"));
  writeFileSync(join(HOME, `opus.${shell}`), renderCompletion(shell, metadata));
  writeFileSync(join(HOME, "bin/opus"), '#!/bin/sh\ncat "$HOME/opus.$2"\n');
  chmodSync(join(HOME, "bin/opus"), 0o755);
  const env = { HOME, PATH: `${join(HOME, "bin")}:${process.env.PATH}`, TERM: "dumb" };
  // Fish makes its folders when it is used.
  run(shell, ["-c", "true"], env);
  const [example = ""] = tools.completion.examples.map(([line]) => line).filter((line) => line.includes(`n ${shell}`));
  run("sh", ["-c", example], env);
  return env;
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: "utf8",
    env,
    cwd: env.HOME,
    timeout: 30_000,
  });
  expect([program, status, stderr]).toEqual([program, 0, ""]);
  return stdout;
}

/** What each line becomes when somebody presses Tab and Enter in zsh, at a terminal that zsh makes. */
const inZsh = `
zmodload zsh/zpty
zpty -b shell zsh -i
for line in "$@"; do
  zpty -r shell out '*READY*' || exit 1
  zpty -w -n shell "$line"$'\\t\\n'
  zpty -r shell out '*RAN:*:END*' || exit 1
  out=\${out##*RAN:}
  print -r -- \${out%%:END*}
done
zpty -d shell
`;

/** For the \`.zshrc\`: a prompt to wait for, and a command that prints how it was called. */
const told = "PROMPT='READY '\nunset zle_bracketed_paste\n";
const prints = 'opus() { print -r -- "RAN:opus $*:END" }\n';

function inZshWith(before: string, env: ReturnType<typeof home>): readonly string[] {
  writeFileSync(join(env.HOME, ".zshrc"), `${told}${before}${prints}`);
  return run("zsh", ["-f", "-c", inZsh, "zsh", ...Object.keys(lines)], env)
    .split("\n")
    .slice(0, -1);
}

const completed = Object.entries(lines).map(([line, [word = ""]]) => line.replace(/\S+$/, word));

describe("the completion", () => {
  it.skipIf(missing.includes("bash"))("of bash completes each line", () => {
    const env = home("bash");
    const asked = Object.keys(lines).map((line) => {
      const words = line.split(" ");
      const list = words.map((word) => `'${word}'`).join(" ");
      return `COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _opus; echo "\${COMPREPLY[*]}"`;
    });
    const script = `. ~/.bashrc; complete -p opus > known; ${asked.join("; ")}`;
    expect(run("bash", ["-c", script], env).split("\n").slice(0, -1)).toEqual(Object.values(lines).map(String));
  });

  it.skipIf(missing.includes("zsh"))("of zsh completes each line, read at start or found in a folder", () => {
    const env = home("zsh");
    expect(inZshWith('eval "$(opus completion zsh)"\n', env)).toEqual(completed);
    mkdirSync(join(env.HOME, "functions"));
    writeFileSync(join(env.HOME, "functions/_opus"), renderCompletion("zsh", metadata));
    expect(inZshWith("fpath=(~/functions $fpath)\nautoload -Uz compinit && compinit -u -D\n", env)).toEqual(completed);
  });

  it.skipIf(missing.includes("fish"))("of fish completes each line, from where the help puts it", () => {
    const env = home("fish");
    const script = Object.keys(lines)
      .map((line) => `complete -C '${line}'`)
      .join("; ");
    const offered = run("fish", ["-c", script], env).split("\n").slice(0, -1);
    expect(offered).toEqual(Object.values(lines).flat());
    // What follows a flag that takes a value is that value.
    expect(run("fish", ["-c", "complete -C 'opus plan --context '"], env)).not.toContain("validate");
  });
});
