import { StringDecoder } from "node:string_decoder";
import { LineBuffer, type Redaction } from "../engine/text/line-buffer.ts";

type Done = (error?: Error | null) => void;

/** A standard stream of this process, as far as it is guarded. */
export interface GuardedStream {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  readonly writableNeedDrain: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of Node's own method
  write: (...args: any[]) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the same
  end: (...args: any[]) => unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** The way past the guard, for what is redacted already, or must stay as it is to the byte. */
export interface OwnOutput {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  write(chunk: string | Uint8Array, done?: Done): boolean;
  on(event: "error", listener: (error: Error) => void): unknown;
}

export interface GuardOptions {
  readonly redaction: Redaction;
  /** Makes harmless what has no secret any more: whole lines, but for one without an end. */
  shown(text: string): string;
  onExit(flush: () => void): void;
}

/**
 * From now on takes secrets out of all that others in this process write to a standard stream, and makes it harmless:
 * `console.log` in modules of the repository. It goes on in whole lines, and at the end of the process the rest.
 */
export function guardOutput(stream: GuardedStream, { redaction, shown, onExit }: GuardOptions): OwnOutput {
  const own = new OwnLines(stream.write.bind(stream));
  const write = own.now;
  const decoder = new StringDecoder("utf8");
  const lines = new LineBuffer((text) => write(shown(redaction.text(text))), redaction);
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    lines.add(textOf(chunk, rest[0], decoder));
    const done = rest.find((one): one is Done => typeof one === "function");
    if (done) process.nextTick(done);
    return !stream.writableNeedDrain;
  };
  // It would write past this, and then nobody could write any more.
  stream.end = (chunk?: unknown, ...rest: readonly unknown[]): GuardedStream => {
    if (typeof chunk === "function") process.nextTick(chunk);
    else stream.write(chunk ?? "", ...rest);
    return stream;
  };
  onExit(() => {
    lines.add(decoder.end());
    lines.end();
    own.end();
  });
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    write: own.write,
    on: (event, listener) => stream.on(event, listener),
  };
}

/** Text is written at once from here on, in characters. */
const mostWaiting = 64 * 1024;

/** Lines of ours that wait to be written, of both standard streams: what goes to one comes after what was for the other. */
const waiting = new Set<OwnLines>();

/**
 * Writes together what is printed together: a plan of thousands of lines takes one call of the system. Nothing waits
 * longer than for the code to come to an end that prints it.
 */
class OwnLines {
  readonly #write: GuardedStream["write"];
  #text = "";
  #isEnding = false;
  #failed: { readonly error: unknown } | undefined;

  constructor(write: GuardedStream["write"]) {
    this.#write = write;
  }

  /** @throws what the stream throws, also for text that was to be written before */
  readonly write = (chunk: string | Uint8Array, done?: Done): boolean => {
    if (typeof chunk !== "string" || done || this.#isEnding) return this.now(chunk, done);
    if (this.#failed) throw this.#failed.error;
    if (this.#text === "") {
      flushOthers(this);
      waiting.add(this);
      queueMicrotask(() => this.flush());
    }
    this.#text += chunk;
    if (this.#text.length >= mostWaiting) this.flush();
    return true;
  };

  /** After all that waits. */
  readonly now = (chunk: string | Uint8Array, done?: Done): boolean => {
    flushOthers(this);
    this.flush();
    return done ? this.#write(chunk, done) : this.#write(chunk);
  };

  /** The process is about to end: nothing that is printed from now on waits for anything. */
  end(): void {
    this.flush();
    this.#isEnding = true;
  }

  flush(): void {
    const text = this.#text;
    this.#text = "";
    waiting.delete(this);
    if (text === "") return;
    try {
      this.#write(text);
    } catch (error) {
      this.#failed = { error };
    }
  }
}

function flushOthers(own: OwnLines): void {
  for (const lines of waiting) if (lines !== own) lines.flush();
}

function textOf(chunk: string | Uint8Array, encoding: unknown, decoder: StringDecoder): string {
  if (typeof chunk !== "string") return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  const isText = typeof encoding !== "string" || /^utf-?8$/i.test(encoding);
  return isText ? chunk : decoder.write(Buffer.from(chunk, encoding as BufferEncoding));
}

/** Warnings of Node would go past it: they get the way of all that is printed. */
export function guardWarnings(process: NodeJS.Process): void {
  // Nobody listens when they are switched off.
  if (process.listenerCount("warning") === 0) return;
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => process.stderr.write(`(node:${process.pid}) ${name}: ${message}\n`));
}
