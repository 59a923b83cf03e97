import { createColors } from "picocolors";
import { printableLines } from "../engine/text/printable.ts";
import type { Console, Tone } from "../ports/console.ts";

interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface TerminalConsoleOptions {
  readonly stream: TerminalStream;
  readonly env: { readonly [name: string]: string | undefined };
  /** `--color` or `--no-color`; undefined: as the terminal can. */
  readonly color?: boolean | undefined;
  /** False: no line is rewritten in place. Default: as the terminal can. */
  readonly live?: boolean;
}

/** The log in a terminal. */
export interface TerminalConsole extends Console {
  /** Whether it shows colours, for code frames. */
  readonly color: boolean;
}

/** Lines, indented blocks for groups, and on a TTY one line of progress that is rewritten in place. */
export function createTerminalConsole({
  stream,
  env,
  color,
  live: mayRewrite = true,
}: TerminalConsoleOptions): TerminalConsole {
  const colourful = wantsColor(stream, env, color);
  const live = mayRewrite && stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
  return { live, color: colourful, ...shownLines(stream, colourful, live) };
}

function paints(colors: ReturnType<typeof createColors>): { readonly [tone in Tone]: (text: string) => string } {
  return {
    heading: colors.bold,
    create: colors.green,
    update: colors.yellow,
    delete: colors.red,
    adopt: colors.cyan,
    success: colors.green,
    warning: colors.yellow,
    error: colors.red,
    muted: colors.dim,
  };
}

function shownLines(
  stream: TerminalStream,
  colourful: boolean,
  live: boolean,
): Omit<TerminalConsole, "live" | "color"> {
  const colors = createColors(colourful);
  const tones = paints(colors);
  let indent = "";
  let shown = "";
  const erase = (): void => {
    if (shown !== "") stream.write("\r\u001b[2K");
    shown = "";
  };
  const line = (text: string, tone?: Tone): void => {
    erase();
    const paint = tone === undefined ? (plain: string) => plain : tones[tone];
    for (const printable of printableLines(text)) {
      stream.write(printable === "" ? "\n" : `${indent}${paint(printable)}\n`);
    }
  };
  return {
    line,
    group: (title, tone) => {
      indent = "";
      line(title, tone);
      indent = "  ";
    },
    endGroup: () => {
      indent = "";
    },
    output: (text) => {
      erase();
      for (const printable of printableLines(text.replace(/(?:\r\n|\n|\r)$/, ""), { colours: colourful })) {
        stream.write(`${indent}  ${colors.dim("│")} ${printable}\n`);
      }
    },
    progress: (text) => {
      if (!live) {
        if (text !== undefined) line(text, "muted");
        return;
      }
      const next = text === undefined ? "" : cutToColumns(printableLines(text).join(" "), (stream.columns ?? 80) - 1);
      if (next === shown) return;
      erase();
      if (next !== "") stream.write(colors.dim(next));
      shown = next;
    },
  };
}

/** NO_COLOR and FORCE_COLOR go by https://no-color.org and https://force-color.org; a flag goes before both. */
function wantsColor(
  stream: TerminalStream,
  env: { readonly [name: string]: string | undefined },
  flag?: boolean,
): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Cut to a number of columns; characters of East Asian width and emoji count two. */
function cutToColumns(text: string, columns: number): string {
  let used = 0;
  let result = "";
  for (const character of text) {
    const size =
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
    if (used + size > columns - 1) return `${result}…`;
    used += size;
    result += character;
  }
  return result;
}
