import type { Json } from "../json/json.ts";
import { measure } from "../json/measure.ts";
import {
  addedCharactersLimit,
  addedValuesLimit,
  depthLimit,
  sizeWords,
  totalAddedCharactersLimit,
  totalAddedValuesLimit,
} from "../model/size-limits.ts";
import { grouped } from "../text/grouped.ts";

/** What all references together may still add. */
export interface ExpansionBudget {
  values: number;
  characters: number;
}

export function expansionBudget(): ExpansionBudget {
  return { values: totalAddedValuesLimit, characters: totalAddedCharactersLimit };
}

/** What is wrong with filling in a reference: it would become too large, or nested too deeply. */
export interface Overflow {
  readonly code: "value-bomb" | "too-deep";
  /** What goes on with "with … filled in, ". */
  readonly what: string;
  readonly suggestion: string;
}

/** Counts what references add to one value or spec, before anything is put together. */
export class Expansion {
  #values = 0;
  #characters = 0;
  readonly #total: ExpansionBudget;

  /** @param total of this and others */
  constructor(total: ExpansionBudget = expansionBudget()) {
    this.#total = total;
  }

  /**
   * @param depth lists and objects around it
   * @returns why it can't be added; undefined when it can
   */
  add(value: Json, depth: number): Overflow | undefined {
    const { values, characters, height } = measure(value);
    if (depth + height > depthLimit) {
      const what = `this is nested more than ${depthLimit} levels deep`;
      return { code: "too-deep", what, suggestion: "Flatten it; values in values add their levels." };
    }
    this.#values += values;
    this.#characters += characters;
    this.#total.values -= values;
    this.#total.characters -= characters;
    if (this.#values > addedValuesLimit || this.#characters > addedCharactersLimit)
      return bomb("references make this", addedValuesLimit, addedCharactersLimit);
    if (this.#total.values < 0 || this.#total.characters < 0)
      return bomb("all references together make the manifest", totalAddedValuesLimit, totalAddedCharactersLimit);
    return undefined;
  }
}

function bomb(what: string, values: number, characters: number): Overflow {
  return {
    code: "value-bomb",
    what: `${what} larger than is allowed (${grouped(values)} values or ${sizeWords(characters)} of text)`,
    suggestion: "Use fewer references; values of values multiply.",
  };
}
