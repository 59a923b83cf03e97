/** What a line means; the console chooses the colour. */
export type Tone = "heading" | "create" | "update" | "delete" | "adopt" | "success" | "warning" | "error" | "muted";

/** Where the log goes: the step's log or a terminal. Makes every line safe to show by itself. */
export interface Console {
  /** True when `progress` is rewritten in place; otherwise each call is a line of its own. */
  readonly live: boolean;
  line(text: string, tone?: Tone): void;
  /** Lines until `endGroup` belong together. Groups are not nested. */
  group(title: string, tone?: Tone): void;
  endGroup(): void;
  /** Text of a program, marked as such. May hold several lines and colours. */
  output(text: string): void;
  /** What is going on right now; undefined takes it away. */
  progress(text: string | undefined): void;
}
