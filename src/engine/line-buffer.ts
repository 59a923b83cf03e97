/** Longest text that is held back while its line goes on, in characters. */
const longestLine = 65_536;

/** What takes secrets out of text: the longest form of one that it knows, in characters. */
export interface Redaction {
  readonly longest: number;
  text(text: string): string;
}

/** Collects chunks into whole lines, so that no secret is cut in two before somebody could recognise it. */
export class LineBuffer {
  #rest = "";
  readonly #give: (text: string) => void;
  readonly #redaction: Redaction;

  /**
   * @param give gets one or more whole lines, line ends included
   * @param redaction is applied before an endless line is cut: no whole secret is left then, and as much is held back
   *   as the beginning of one could be long
   */
  constructor(give: (text: string) => void, redaction: Redaction) {
    this.#give = give;
    this.#redaction = redaction;
  }

  add(chunk: string): void {
    this.#rest += chunk;
    const end = Math.max(this.#rest.lastIndexOf("\n"), this.#rest.lastIndexOf("\r", this.#rest.length - 2)) + 1;
    if (end > 0) this.#cut(end);
    else if (this.#rest.length > longestLine + this.#redaction.longest) {
      this.#rest = this.#redaction.text(this.#rest);
      this.#cut(Math.max(0, this.#rest.length - this.#redaction.longest));
    }
  }

  /** Gives what is left of an unfinished line. */
  end(): void {
    if (this.#rest !== "") this.#cut(this.#rest.length);
  }

  #cut(end: number): void {
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    if (text !== "") this.#give(text);
  }
}
