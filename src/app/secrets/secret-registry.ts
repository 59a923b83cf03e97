import type { HeldSecret, Redactor } from "../../engine/ports/redactor.ts";
import { createRedactor } from "../../engine/redaction/redactor.ts";
import { partsOf } from "../../engine/redaction/secret-encodings.ts";
import type { Redaction } from "../../engine/text/line-buffer.ts";

/** All that a run must not show, with what each of it is. */
export class SecretRegistry {
  readonly #redactor: Redactor;
  readonly #mask: (secret: string) => void;
  readonly #origins = new Map<string, Set<string>>();
  /** By secret; made when somebody asks what a text holds. */
  readonly #finders = new Map<string, Redaction>();
  #open: ReadonlySet<string> = new Set();
  /** Is one of them, or a line of it, a name that is shown? */
  #spared = false;

  /**
   * @param redactor takes them out of all that opus shows
   * @param mask hides one in all that the runner shows
   */
  constructor(redactor: Redactor, mask: (secret: string) => void) {
    this.#redactor = redactor;
    this.#mask = mask;
  }

  /** Names that everybody knows are no secrets, nor lines of one, from now on. */
  spare(open: ReadonlySet<string>): void {
    this.#open = open;
  }

  /** @param what it is, for people: `secret "token"` */
  add(value: string, what: string): void {
    const known = this.#origins.get(value);
    if (known) {
      known.add(what);
      return;
    }
    this.#origins.set(value, new Set([what]));
    this.#redactor.add(value, this.#open);
    const parts = partsOf(value, this.#open);
    const whole = parts.size === partsOf(value).size;
    this.#spared ||= !whole;
    // Who masks takes each line of what it gets.
    for (const part of whole ? [value] : [...parts].filter((one) => !/[\r\n]/.test(one))) this.#mask(part);
  }

  /** What of it a text holds, in any form; also what is shown because it is a name. */
  within(text: string): readonly HeldSecret[] {
    if (!this.#spared && !this.#redactor.contains(text)) return [];
    const held = new Map<string, number>();
    for (const [value, origins] of this.#origins) {
      const spans = this.#finder(value).spans(text);
      const characters = spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
      if (characters === 0) continue;
      for (const what of origins) held.set(what, Math.max(characters, held.get(what) ?? 0));
    }
    return [...held].map(([what, characters]) => ({ what, characters }));
  }

  /** Finds one secret alone. */
  #finder(value: string): Redaction {
    const known = this.#finders.get(value);
    if (known) return known;
    const finder = createRedactor();
    finder.add(value);
    this.#finders.set(value, finder);
    return finder;
  }
}
