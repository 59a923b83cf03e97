import type { Console, Tone } from "../../ports/console.ts";

/** A console that takes secrets out of names too, which events have as they are. Text of programs came without any. */
export function withoutSecrets(console: Console, redact: (text: string) => string): Console {
  return {
    ...console,
    line: (text, tone) => console.line(redact(text), tone),
    group: (title, tone) => console.group(redact(title), tone),
    progress: (text) => console.progress(text === undefined ? undefined : redact(text)),
  };
}

/** One line of the log before it is printed. */
export interface LogLine {
  readonly text: string;
  readonly tone?: Tone;
}
