import type { Json } from "../../engine/json/json.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";

/** How a text is written: plain, in quotes, or as a block of lines. */
export type TextStyle = "plain" | "single" | "double" | "block";

/** Where a value is to stand. */
export interface Surroundings {
  /** In brackets or braces. */
  readonly flow: boolean;
  /** Column of the key, or of the dash, that the value belongs to. */
  readonly column: number;
  /** Column of the lines of a block of text. */
  readonly blockColumn: number;
}

/**
 * A text, number, boolean or null as YAML, so that every reader of YAML takes it for just that.
 * @param style of the text that stood there
 * @returns ways to write it, the one that is like what stood there first. Lines end with LF; a block ends with one
 */
export function scalarTexts(value: Json, style: TextStyle, where: Surroundings): readonly string[] {
  if (typeof value !== "string") return [JSON.stringify(value)];
  const quoted = doubleQuoted(value);
  const block = where.flow ? undefined : blockText(value, where);
  switch (style) {
    case "block":
      return block === undefined ? [quoted] : [block, quoted];
    case "single":
      return isPrintable(value) ? [`'${value.replaceAll("'", "''")}'`, quoted] : [quoted];
    case "double":
      return [quoted];
    case "plain":
      if (isPlain(value, where.flow)) return [value, quoted];
      return value.includes("\n") && block !== undefined ? [block, quoted] : [quoted];
  }
}

/** A key of a mapping. */
export function keyText(key: string, flow: boolean): string {
  return isPlain(key, flow) || /^[A-Za-z]$/.test(key) ? key : doubleQuoted(key);
}

/** In double quotes. */
function doubleQuoted(text: string): string {
  return escaped(JSON.stringify(text));
}

/** JSON without characters that YAML does not allow, or that nobody would see. */
export function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One line that stands for itself in quotes. */
function isPrintable(text: string): boolean {
  return doubleQuoted(text).replaceAll("\\\\", "\\").replaceAll('\\"', '"') === `"${text}"`;
}

/** What YAML 1.1 or 1.2 take for something else than text. */
const otherThanText = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
const likeNumber = /^[-+]?\.?(?:\d[\d_.,:eExXoOa-fA-F+-]*|inf|nan)$/i;
/** An address or a version: more dots than a number has. */
const dotted = /^\d+(?:\.\d+){2,}(?:\/\d+)?$/;

function isPlain(text: string, flow: boolean): boolean {
  if (!/^[\p{L}\p{N}_./$(+~@\\-]/u.test(text) || !isPrintable(text) || text.trim() !== text) return false;
  if (/^(?:[-@.~]|---|\.\.\.)$|^-[\s-]|^[@]/.test(text) || /:(?:\s|$)|\s#/.test(text)) return false;
  if (flow && /[,[\]{}:#]/.test(text)) return false;
  return !otherThanText.test(text) && (!likeNumber.test(text) || dotted.test(text)) && !/^\d{4}-\d/.test(text);
}

/** A block of lines (`|`); undefined where that can't hold the text. */
function blockText(text: string, { column, blockColumn }: Surroundings): string | undefined {
  const body = withoutEnd(text, "\n");
  if (body.trim() === "" || !body.split("\n").every((line) => isPrintable(line.replaceAll("\t", " "))))
    return undefined;
  const ends = text.length - body.length;
  const indicator = /^[\n ]*[ \t]/.test(body) || body.startsWith("\n") ? String(blockColumn - column) : "";
  if (indicator !== "" && !/^[1-9]$/.test(indicator)) return undefined;
  const chomp = ends === 0 ? "-" : ends === 1 ? "" : "+";
  const pad = " ".repeat(blockColumn);
  const lines = body.split("\n").map((line) => (line === "" ? "" : pad + line));
  return `|${indicator}${chomp}\n${lines.join("\n")}\n${"\n".repeat(Math.max(0, ends - 1))}`;
}
