import { StringDecoder } from "node:string_decoder";
import { LineBuffer, type Redaction } from "../../engine/text/line-buffer.ts";

/** The beginning of what a program wrote. */
export interface CapturedText {
  /** At most the cap in bytes (and a character); bytes that are not UTF-8 are U+FFFD. */
  readonly text: string;
  /** How many bytes the program wrote in all. */
  readonly bytes: number;
  /** There was more than the cap. */
  readonly cut: boolean;
}

/** Decodes UTF-8 across chunks, and keeps the first `cap` bytes. */
export class TextCapture {
  readonly #decoder = new StringDecoder("utf8");
  readonly #cap: number;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #bytes = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** @returns the text that this chunk completes */
  push(chunk: Buffer): string {
    this.#bytes += chunk.length;
    const room = this.#cap - this.#keptBytes;
    if (room > 0) {
      // A copy of a short piece, so that it does not hold the whole chunk in memory.
      const piece = chunk.length <= room ? chunk : Buffer.from(chunk.subarray(0, room));
      this.#kept.push(piece);
      this.#keptBytes += piece.length;
    }
    return this.#decoder.write(chunk);
  }

  /** @returns what is left of an incomplete character */
  end(): string {
    return this.#decoder.end();
  }

  get captured(): CapturedText {
    const cut = this.#bytes > this.#keptBytes;
    const whole = Buffer.concat(this.#kept);
    // A character that the cap cut in two is left out.
    const text = cut ? new StringDecoder("utf8").write(whole) : whole.toString("utf8");
    return { text, bytes: this.#bytes, cut };
  }
}

/** The ends of what a program wrote, without secrets: they are taken out before anything is cut. */
export class OutputTails {
  readonly #both: TextTail;
  readonly #stderr: TextTail;
  readonly #lines: { readonly stdout: LineBuffer; readonly stderr: LineBuffer };

  /** @param cap most characters of each */
  constructor(cap: number, redaction: Redaction) {
    const both = new TextTail(cap);
    const stderr = new TextTail(cap);
    const give = (...tails: readonly TextTail[]): LineBuffer =>
      new LineBuffer((text) => {
        const shown = redaction.text(text);
        for (const tail of tails) tail.push(shown);
      }, redaction);
    this.#both = both;
    this.#stderr = stderr;
    this.#lines = { stdout: give(both), stderr: give(both, stderr) };
  }

  push(stream: "stdout" | "stderr", piece: string): void {
    this.#lines[stream].add(piece);
  }

  /** Nothing more comes. */
  end(): { readonly tail: string; readonly stderrTail: string } {
    this.#lines.stdout.end();
    this.#lines.stderr.end();
    return { tail: this.#both.text, stderrTail: this.#stderr.text };
  }
}

/** Keeps the end of a text that comes in pieces. */
class TextTail {
  readonly #cap: number;
  #text = "";
  #cut = false;

  /** @param cap most characters */
  constructor(cap: number) {
    this.#cap = cap;
  }

  push(piece: string): void {
    this.#text += piece;
    if (this.#text.length <= this.#cap * 2) return;
    this.#text = this.#text.slice(-this.#cap);
    this.#cut = true;
  }

  /** Begins with a whole line when the beginning was cut. Empty when there is only one endless line. */
  get text(): string {
    const cut = this.#cut || this.#text.length > this.#cap;
    const end = this.#text.slice(-this.#cap);
    if (!cut) return end;
    const lineEnd = end.search(/[\r\n]/);
    return lineEnd === -1 ? "" : end.slice(lineEnd + 1);
  }
}
