import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  visibleText
} from "./chunk-OZE7IRRJ.js";

// src/engine/text/line-buffer.ts
var longestLine = 65536;
var LineBuffer = class {
  #rest = "";
  #give;
  #redaction;
  /**
   * @param give gets one or more whole lines, line ends included
   * @param redaction says which lines have to wait for the next ones, and is applied before an endless line is cut: no
   *   whole secret is left then
   */
  constructor(give, redaction) {
    this.#give = give;
    this.#redaction = redaction;
  }
  add(chunk) {
    this.#rest += chunk;
    const end = lineEnd(this.#rest, this.#rest.length - 1);
    if (end > 0) this.#cut(this.#whole(end));
    if (this.#rest.length > longestLine + this.#redaction.longest) {
      this.#rest = this.#redaction.text(this.#rest);
      const open = this.#redaction.open(this.#rest);
      if (open >= this.#held) this.#cut(open);
      else {
        this.#rest = visibleText(this.#rest);
        this.#cut(Math.max(0, this.#held, this.#redaction.open(this.#rest)));
      }
    }
  }
  /** From here on a form of a secret may have begun in which everything shows. */
  get #held() {
    return this.#rest.length - this.#redaction.longest;
  }
  /** Gives what is left of an unfinished line. */
  end() {
    this.#cut(this.#rest.length);
  }
  /** Where the last line ends before `end` that holds neither half of a secret nor what may turn out to be one. */
  #whole(end) {
    const text = this.#rest.slice(0, end);
    const open = this.#redaction.open(text);
    if (open === end) return end;
    let whole = lineEnd(this.#rest, open - 1);
    for (const span of [...this.#redaction.spans(text)].reverse())
      if (span.start < whole && whole < span.end) whole = lineEnd(this.#rest, span.start - 1);
    return whole;
  }
  #cut(end) {
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    if (text !== "") this.#give(text);
  }
};
function lineEnd(text, last) {
  const before = (end, at) => at < 0 ? -1 : text.lastIndexOf(end, at);
  return Math.max(before("\n", last), before("\r", Math.min(last, text.length - 2))) + 1;
}

export {
  LineBuffer
};
