import type { Redactor } from "../engine/ports.ts";
import { createRedactor } from "../engine/redactor.ts";

/** All that a run must not show, with what each of it is. */
export class KnownSecrets {
  readonly #redactor: Redactor;
  readonly #mask: (secret: string) => void;
  readonly #origins = new Map<string, Set<string>>();

  /**
   * @param redactor takes them out of all that opus shows
   * @param mask hides one in all that the runner shows
   */
  constructor(redactor: Redactor, mask: (secret: string) => void) {
    this.#redactor = redactor;
    this.#mask = mask;
  }

  /** @param what it is, for people: `secret "token"` */
  add(value: string, what: string): void {
    const known = this.#origins.get(value);
    if (known) {
      known.add(what);
      return;
    }
    this.#origins.set(value, new Set([what]));
    this.#redactor.add(value);
    this.#mask(value);
  }

  /** What of it a text holds, in any form. */
  within(text: string): readonly string[] {
    const found = [...this.#origins].filter(([value]) => holds(text, value));
    return [...new Set(found.flatMap(([, origins]) => [...origins]))];
  }
}

function holds(text: string, secret: string): boolean {
  const redactor = createRedactor();
  redactor.add(secret);
  return redactor.contains(text);
}
