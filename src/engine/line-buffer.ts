/** Longest text that is held back while its line goes on, in characters. */
const longestLine = 65_536;

/** Collects chunks into whole lines, so that nothing that is looked for in the text is cut in two. */
export class LineBuffer {
  #rest = "";
  readonly #give: (text: string) => void;
  readonly #overlap: () => number;

  /**
   * @param give gets one or more whole lines, line ends included
   * @param overlap characters to hold back when an endless line has to be cut
   */
  constructor(give: (text: string) => void, overlap: () => number) {
    this.#give = give;
    this.#overlap = overlap;
  }

  add(chunk: string): void {
    this.#rest += chunk;
    const end = Math.max(this.#rest.lastIndexOf("\n"), this.#rest.lastIndexOf("\r", this.#rest.length - 2)) + 1;
    if (end > 0) this.#cut(end);
    else if (this.#rest.length > longestLine + this.#overlap()) this.#cut(this.#rest.length - this.#overlap());
  }

  /** Gives what is left of an unfinished line. */
  end(): void {
    if (this.#rest !== "") this.#cut(this.#rest.length);
  }

  #cut(end: number): void {
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    this.#give(text);
  }
}
