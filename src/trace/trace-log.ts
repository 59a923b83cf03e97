import { oneLine } from "../engine/text/printable.ts";
import { shortened } from "../engine/text/shorten.ts";
import { listen } from "./trace.ts";

export interface TraceLogOptions {
  /** Takes secrets out of a text. */
  redact(text: string): string;
  /** Prints a line. Secrets are taken out of it, and nothing in it is a line break or a control character. */
  print(line: string): void;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** What is traced, on its way to where it is read. */
export interface TraceLog {
  /** All secrets are known: prints what was held until now, and from now on everything at once. May be called again. */
  open(): void;
  /** Nothing is printed from now on. */
  end(): void;
}

/** Longest line, in characters: names of tasks and branches may be long, a command line is not. */
const longestLine = 1_000;
/** What is held until secrets are known, in lines. */
const mostHeld = 10_000;

/**
 * Prints what is traced from now on, with the time since now in milliseconds: `[   12 ms] git push … : exit 1 in 230 ms`.
 * Until `open` is called lines are held, as a secret in them may not be known yet.
 */
export function openTraceLog({ redact, print, now }: TraceLogOptions): TraceLog {
  const began = now();
  let held: string[] | undefined = [];
  const show = (line: string): void => {
    const [time = ""] = /^\[[^\]]*\] /.exec(line) ?? [];
    print(time + shortened(oneLine(redact(line.slice(time.length))), longestLine));
  };
  const end = listen((text) => {
    const line = `[${String(Math.round(now() - began)).padStart(5)} ms] ${bare(text)}`;
    if (held === undefined) show(line);
    else if (held.length < mostHeld) held.push(line);
  });
  return {
    end,
    open: () => {
      const before = held ?? [];
      held = undefined;
      for (const line of before) show(line);
    },
  };
}

/**
 * Without credentials in addresses, wherever they stand in what others say. Whoever traces an address itself takes them
 * out first: of a line nobody can tell where a password with blanks ends.
 */
function bare(text: string): string {
  return text.replace(/:\/\/[^\s/?#]*@/g, "://");
}
