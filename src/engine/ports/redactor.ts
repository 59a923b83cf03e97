import type { Json } from "../json/json.ts";

/** A secret that was found in a text. */
export interface HeldSecret {
  /** For people: `secret "token"`. */
  readonly what: string;
  /** Length of the longest stretch of the text that it takes, in characters. */
  readonly characters: number;
}

/** Takes secrets out of text and values before anything is shown or stored. */
export interface Redactor {
  /**
   * Registers a secret; from now on none of its forms passes.
   * @param open names that everybody knows: neither a secret that is one of them nor a line that is one counts
   */
  add(value: string, open?: ReadonlySet<string>): void;
  text(text: string): string;
  /**
   * Strings and numbers at any depth, keys too; those that become the same are numbered. Returns the same object when
   * nothing was found.
   */
  value<T extends Json>(value: T): T;
  contains(text: string): boolean;
  /** The stretches of a text that hold secrets. */
  held(text: string): readonly string[];
}
