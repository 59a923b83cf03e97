import type { Json } from "../../engine/json/json.ts";
import { type Cursor, char, type Filled, flowKey, flowText, plainValue, quotedText } from "./plain-scalars.ts";

/**
 * Reads a list or mapping in brackets, which may go over several lines.
 * @param indent of what it belongs to; its further lines stand deeper
 * @param room how many levels may follow
 * @returns undefined when something in it is unusual
 */
export function readFlow(cursor: Cursor, indent: number, room: number): Json | undefined {
  if (room === 0) return undefined;
  cursor.parts++;
  const isList = cursor.code() === char.openList;
  cursor.at++;
  return isList ? flowList(cursor, indent, room) : flowMapping(cursor, indent, room);
}

function flowList(cursor: Cursor, indent: number, room: number): Json[] | undefined {
  const list: Json[] = [];
  if (!skipGap(cursor, indent)) return undefined;
  while (cursor.code() !== char.closeList) {
    const value = flowValue(cursor, indent, room);
    if (value === undefined || !skipGap(cursor, indent)) return undefined;
    list.push(value);
    if (!separated(cursor, indent, char.closeList)) return undefined;
  }
  cursor.at++;
  return list;
}

function flowMapping(cursor: Cursor, indent: number, room: number): Filled | undefined {
  const mapping: Filled = {};
  if (!skipGap(cursor, indent)) return undefined;
  while (cursor.code() !== char.closeMapping) {
    const key = flowKey(cursor);
    if (key === undefined || Object.hasOwn(mapping, key) || !skipGap(cursor, indent)) return undefined;
    const value = flowValue(cursor, indent, room);
    if (value === undefined || !skipGap(cursor, indent)) return undefined;
    mapping[key] = value;
    if (!separated(cursor, indent, char.closeMapping)) return undefined;
  }
  cursor.at++;
  return mapping;
}

/** After an item comes a comma, or the end. */
function separated(cursor: Cursor, indent: number, closing: number): boolean {
  const code = cursor.code();
  if (code === closing) return true;
  if (code !== char.comma) return false;
  cursor.at++;
  return skipGap(cursor, indent);
}

function flowValue(cursor: Cursor, indent: number, room: number): Json | undefined {
  cursor.parts += 2;
  const code = cursor.code();
  if (code === char.openList || code === char.openMapping) return readFlow(cursor, indent, room - 1);
  if (code === char.doubleQuote || code === char.singleQuote) return quotedText(cursor);
  const text = flowText(cursor);
  return text === undefined ? undefined : plainValue(text);
}

/**
 * Passes blanks and line breaks.
 * @returns false for a tab, a comment, the end of the text or, by the mark `...`, of the document, and a line that is
 * not indented enough
 */
function skipGap(cursor: Cursor, indent: number): boolean {
  cursor.skipBlanks();
  while (cursor.code() === char.newline) {
    const start = ++cursor.at;
    cursor.parts++;
    cursor.skipBlanks();
    if (cursor.at - start <= indent && cursor.code() !== char.newline) return false;
    if (cursor.at === start && cursor.text.startsWith("...", start)) return false;
  }
  const code = cursor.code();
  return code !== char.tab && code !== char.hash && !Number.isNaN(code);
}
