import { wholeUpTo } from "../../engine/text/shorten.ts";

/** A stretch of a task's story: what it printed, or what happened to it. */
export type Segment =
  | { readonly type: "output"; readonly text: string }
  | { readonly type: "note"; readonly text: string };

const headLimit = 400_000;
const tailLimit = 400_000;

/**
 * What a task printed, kept until it can be shown in one piece. Very long output keeps its beginning and its end.
 * `stdout` and `stderr` are kept in the order in which they came.
 */
export class TaskBuffer {
  readonly startedAt: number;
  /** What it says that it does now. */
  doing: string | undefined;
  readonly #head: Segment[] = [];
  #headSize = 0;
  #tail: string[] = [];
  #tailSize = 0;
  #dropped = 0;

  /** @param startedAt milliseconds, of the clock that the log uses */
  constructor(startedAt: number) {
    this.startedAt = startedAt;
  }

  output(text: string): void {
    if (this.#headSize + text.length <= headLimit && this.#tail.length === 0) {
      this.#headSize += text.length;
      this.#push(text);
      return;
    }
    this.#tail.push(text);
    this.#tailSize += text.length;
    while (this.#tailSize > tailLimit && this.#tail.length > 1) {
      const first = this.#tail.shift() ?? "";
      this.#tailSize -= first.length;
      this.#dropped += first.length;
    }
    const only = this.#tail[0];
    if (only !== undefined && this.#tailSize > tailLimit) {
      const from = wholeUpTo(only, only.length - tailLimit);
      this.#dropped += from;
      this.#tail = [only.slice(from)];
      this.#tailSize = only.length - from;
    }
  }

  /** Something that happened, on a line of its own. */
  note(text: string): void {
    this.#head.push({ type: "note", text });
  }

  /** Takes everything out, in order; what was left out is counted. */
  drain(): Segment[] {
    const segments = [...this.#head];
    if (this.#dropped > 0) segments.push({ type: "note", text: `… ${this.#dropped} characters of output left out` });
    if (this.#tail.length > 0) segments.push({ type: "output", text: this.#tail.join("") });
    this.#head.length = 0;
    this.#headSize = 0;
    this.#tail = [];
    this.#tailSize = 0;
    this.#dropped = 0;
    return segments;
  }

  #push(text: string): void {
    const last = this.#head.at(-1);
    if (last?.type === "output") this.#head[this.#head.length - 1] = { type: "output", text: last.text + text };
    else this.#head.push({ type: "output", text });
  }
}
