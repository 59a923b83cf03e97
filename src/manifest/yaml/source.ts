import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { Location } from "../../engine/diagnostics/diagnostic.ts";

/** The text of one manifest file, with lines to count in. */
export class Source {
  /** As diagnostics show it: relative to the workspace. */
  readonly shown: string;
  readonly text: string;
  readonly #masks: { readonly start: number; readonly end: number }[] = [];
  #lineStarts: readonly number[] | undefined;

  constructor(shown: string, text: string) {
    this.shown = shown;
    this.text = text;
  }

  /**
   * The place between two offsets (in characters) of the text.
   * @param end exclusive; the mark ends at the end of the line when it lies on a later one
   */
  at(start: number, end: number = start): Location {
    const starts = this.#starts();
    const offset = Math.max(0, Math.min(start, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    const place = { file: this.shown, line: low + 1, column: offset - lineStart + 1 };
    const next = starts[low + 1];
    const lineEnd = next === undefined ? this.text.length : next - 1;
    return end > offset && end <= lineEnd ? { ...place, endColumn: end - lineStart + 1 } : place;
  }

  /** Hides what lies between two offsets from code frames. */
  mask(start: number, end: number): void {
    this.#masks.push({ start, end });
  }

  /** The text for code frames; masked characters are `*`. */
  frameText(): string {
    let text = this.text;
    for (const { start, end } of this.#masks) {
      text = text.slice(0, start) + text.slice(start, end).replace(/\S/g, "*") + text.slice(end);
    }
    return text;
  }

  #starts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** Something wrong between two offsets of a text. */
export interface SpanProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string;
  readonly related?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}
