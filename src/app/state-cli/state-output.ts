import type { Console } from "../../ports/console.ts";

/** Where `opus state` prints. */
export interface StateOutput {
  readonly console: Console;
  /** To standard output, as it is; resolves when it is written. */
  data(chunk: string | Uint8Array): Promise<void>;
  /** A line on standard error. */
  error(text: string): void;
}
