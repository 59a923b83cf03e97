import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { escaped, keyText, type Surroundings, scalarTexts } from "./scalar-text.ts";

const step = 2;

/**
 * A value in the block style, as it stands behind a dash, or on a line of its own. Lines end with LF, the last one has no end
 * unless it is one of a block of text.
 * @param column where its first character is to stand
 */
export function blockValue(value: Json, column: number): string {
  const pad = `\n${" ".repeat(column)}`;
  if (Array.isArray(value) && value.length > 0)
    return joined(
      value.map((member: Json) => `- ${blockValue(member, column + step)}`),
      pad,
    );
  if (isObject(value) && Object.keys(value).length > 0)
    return joined(
      Object.entries(value).map(([key, member]) => blockPair(key, member, column)),
      pad,
    );
  return plainValue(value, { flow: false, column: column - step, blockColumn: column });
}

/** A key with its value, without the blanks before the key. */
export function blockPair(key: string, value: Json, column: number): string {
  const name = keyText(key, false);
  const isEmpty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  if (isEmpty) return `${name}: ${plainValue(value, { flow: false, column, blockColumn: column + step })}`;
  return `${name}:\n${" ".repeat(column + step)}${blockValue(value, column + step)}`;
}

/** A block of text ends its line by itself. */
function joined(parts: readonly string[], pad: string): string {
  return parts.reduce((whole, part) => whole + (whole.endsWith("\n") ? pad.slice(1) : pad) + part);
}

/** A value in the flow style: `[1, 2]`, `{ a: b }`. */
export function flowValue(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flowValue).join(", ")}]`;
  if (!isObject(value)) return plainValue(value, { flow: true, column: 0, blockColumn: step });
  return Object.keys(value).length === 0 ? "{}" : `{ ${flowPairs(value).join(", ")} }`;
}

/** A value as JSON has it. */
export function jsonValue(value: Json): string {
  return escaped(JSON.stringify(value));
}

function flowPairs(value: JsonObject): readonly string[] {
  return Object.entries(value).map(([key, member]) => `${keyText(key, true)}: ${flowValue(member)}`);
}

function plainValue(value: Json, where: Surroundings): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return scalarTexts(value, "plain", where)[0] as string;
}
