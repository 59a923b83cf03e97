import type { Json } from "./json.ts";

/** What a value takes written out: parts that it shares count as often as they stand in it. */
export interface Measure {
  readonly values: number;
  readonly characters: number;
  /** Lists and objects inside each other. */
  readonly height: number;
}

const known = new WeakMap<object, Measure>();
const one: Measure = { values: 1, characters: 0, height: 0 };

/** Looks at each list and object once, however often it is shared, and overflows no stack. */
export function measure(value: Json): Measure {
  const open: Json[] = [value];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (typeof top !== "object" || top === null || known.has(top)) {
      open.pop();
      continue;
    }
    const members = Object.values(top) as Json[];
    const waiting = members.filter((member) => typeof member === "object" && member !== null && !known.has(member));
    if (waiting.length > 0) {
      open.push(...waiting);
      continue;
    }
    open.pop();
    let [values, height] = [1, 0];
    let characters = Array.isArray(top) ? 0 : Object.keys(top).reduce((sum, key) => sum + key.length, 0);
    for (const member of members) {
      const part = measured(member);
      values += part.values;
      characters += part.characters;
      height = Math.max(height, part.height);
    }
    known.set(top, { values, characters, height: height + 1 });
  }
  return measured(value);
}

function measured(value: Json): Measure {
  if (typeof value === "string") return { values: 1, characters: value.length, height: 0 };
  return typeof value === "object" && value !== null ? (known.get(value) ?? one) : one;
}
