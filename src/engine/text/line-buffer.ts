import { visibleText } from "../redaction/invisible.ts";
import type { Span } from "../redaction/pattern-matcher.ts";

/** Longest text that is held back while its line goes on, in characters. */
const longestLine = 65_536;

/** What takes secrets out of text. */
export interface Redaction {
  /** The longest form of a secret that it knows, in characters. */
  readonly longest: number;
  text(text: string): string;
  /** Where secrets stand in a text, ascending; those that overlap are one. */
  spans(text: string): readonly Span[];
  /** Where something begins that may turn out to be a secret when the text goes on; its length when there is nothing. */
  open(text: string): number;
}

/** Collects chunks into whole lines, so that no secret is cut in two before somebody could recognise it. */
export class LineBuffer {
  #rest = "";
  readonly #give: (text: string) => void;
  readonly #redaction: Redaction;

  /**
   * @param give gets one or more whole lines, line ends included
   * @param redaction says which lines have to wait for the next ones, and is applied before an endless line is cut: no
   *   whole secret is left then
   */
  constructor(give: (text: string) => void, redaction: Redaction) {
    this.#give = give;
    this.#redaction = redaction;
  }

  add(chunk: string): void {
    this.#rest += chunk;
    const end = lineEnd(this.#rest, this.#rest.length - 1);
    if (end > 0) this.#cut(this.#whole(end));
    if (this.#rest.length > longestLine + this.#redaction.longest) {
      this.#rest = this.#redaction.text(this.#rest);
      const open = this.#redaction.open(this.#rest);
      if (open >= this.#held) this.#cut(open);
      else {
        // So much that does not show in what may be a secret: without it, since a cut would keep the halves apart.
        this.#rest = visibleText(this.#rest);
        this.#cut(Math.max(0, this.#held, this.#redaction.open(this.#rest)));
      }
    }
  }

  /** From here on a form of a secret may have begun in which everything shows. */
  get #held(): number {
    return this.#rest.length - this.#redaction.longest;
  }

  /** Gives what is left of an unfinished line. */
  end(): void {
    this.#cut(this.#rest.length);
  }

  /** Where the last line ends before `end` that holds neither half of a secret nor what may turn out to be one. */
  #whole(end: number): number {
    const text = this.#rest.slice(0, end);
    const open = this.#redaction.open(text);
    if (open === end) return end;
    let whole = lineEnd(this.#rest, open - 1);
    for (const span of [...this.#redaction.spans(text)].reverse())
      if (span.start < whole && whole < span.end) whole = lineEnd(this.#rest, span.start - 1);
    return whole;
  }

  #cut(end: number): void {
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    if (text !== "") this.#give(text);
  }
}

/** Where the last line ends whose end is at `last` or before; a `\r` at the end of the text may be half of one. */
function lineEnd(text: string, last: number): number {
  const before = (end: string, at: number): number => (at < 0 ? -1 : text.lastIndexOf(end, at));
  return Math.max(before("\n", last), before("\r", Math.min(last, text.length - 2))) + 1;
}
