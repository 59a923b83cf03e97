const extensions: { readonly [program: string]: string } = {
  pwsh: ".ps1",
  powershell: ".ps1",
  cmd: ".cmd",
  python: ".py",
  python3: ".py",
  node: ".mjs",
};

/** Shells that are named alone get the options that GitHub gives them, so that a failing command fails the script. */
const usualOptions: { readonly [shell: string]: readonly string[] } = {
  bash: ["bash", "-e", "-o", "pipefail"],
  sh: ["sh", "-e"],
  pwsh: ["pwsh", "-NoProfile", "-File"],
  cmd: ["cmd", "/d", "/c"],
};

/** What scripts that name no shell are run with on Windows, where Git's bash is not installed. */
export const shellOnWindows = { shell: usualOptions.pwsh ?? [], extension: ".ps1" };

/** The words of a `shell`; quotes keep white space together. Undefined: a quote is not closed, or there is no word. */
export function splitShell(shell = "bash"): readonly string[] | undefined {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y;
  const text = shell.trimEnd();
  while (pattern.lastIndex < text.length) {
    const word = pattern.exec(text)?.[1];
    if (word === undefined) return undefined;
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ""));
  }
  const [first] = words;
  if (!first) return undefined;
  return words.length === 1 && Object.hasOwn(usualOptions, first) ? usualOptions[first] : words;
}

/** The ending that a shell wants its files to have. */
export function scriptExtension(words: readonly string[]): string {
  const program = (words[0] ?? "").replace(/^.*[\\/]/, "").replace(/\.exe$/i, "");
  return Object.hasOwn(extensions, program) ? (extensions[program] ?? ".sh") : ".sh";
}

/** Milliseconds of a duration like `500ms`, `30s`, `5m`, `1h`; undefined: it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  if (!match) return undefined;
  const factor = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match[2] as "ms" | "s" | "m" | "h"];
  return Number(match[1]) * factor;
}

/** The last lines of a program's output; undefined when there are none. */
export function lastLines(text: string, count = 20): string | undefined {
  const lines = text.trimEnd().split("\n");
  const last = lines.slice(-count).join("\n");
  return last.trim() === "" ? undefined : last;
}
