import { httpNoticeMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { AnswerHead } from "./retry-rules.ts";

/** Tells from time to time how far a download is: `fetching tool.tar.gz: 45 of 120 MB`. */
export class FetchProgress {
  readonly #what: string;
  readonly #clock: Clock;
  readonly #total: number | undefined;
  #bytes: number;
  #toldAt: number;

  constructor(what: string, { headers }: AnswerHead, clock: Clock) {
    this.#what = what;
    this.#clock = clock;
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers["content-range"] ?? "") ?? [];
    const length = headers["content-length"];
    this.#bytes = Number(from ?? 0);
    this.#total = total === undefined && length === undefined ? undefined : Number(total ?? length);
    this.#toldAt = clock.now();
  }

  /** @param bytes that have come @returns what there is to tell, if so */
  add(bytes: number): string | undefined {
    this.#bytes += bytes;
    const now = this.#clock.now();
    if (now - this.#toldAt < httpNoticeMs) return undefined;
    this.#toldAt = now;
    const of = this.#total === undefined ? "" : ` of ${megabytes(this.#total)}`;
    return `fetching ${this.#what}: ${megabytes(this.#bytes)}${of} MB`;
  }
}

function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
