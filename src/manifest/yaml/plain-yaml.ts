import type { Json } from "../../engine/json/json.ts";
import { readTextBlock } from "./plain-block-text.ts";
import { readFlow } from "./plain-flow.ts";
import { blockKey, Cursor, char, type Filled, isGap, plainText, plainValue, quotedText } from "./plain-scalars.ts";

/** Levels of nesting that are read here; it recurses. */
const levels = 50;

/** Values, keys and lines of one document that is read here. */
const documentParts = 100_000;

/** What neither manifests nor YAML allow, and carriage returns. */
const oddCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/** A document with nothing unusual in it. */
export interface PlainDocument {
  /** undefined: it holds nothing but comments */
  readonly value: Json | undefined;
  /** Where the value begins. */
  readonly start: number;
  /** Where the next document begins with its `---`, or the text ends. */
  readonly end: number;
}

/**
 * Reads the part of YAML that manifests are written in: mappings and lists, by indentation or in brackets, text on one
 * line, and text blocks. It takes only what it reads as the library `yaml` does, without an error or a warning;
 * everything else is unusual.
 */
export class PlainReader {
  readonly #cursor: Cursor;
  readonly #length: number;
  /** Of the line that the cursor is in; -1 at the end of the document. */
  #indent = 0;

  private constructor(text: string) {
    this.#length = text.length;
    this.#cursor = new Cursor(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** @returns undefined when characters of the text, or its directives, are unusual */
  static of(text: string): PlainReader | undefined {
    return oddCharacter.test(text) || /^%/m.test(text) || !text.isWellFormed() ? undefined : new PlainReader(text);
  }

  /** Values, keys and lines of all documents. */
  get parts(): number {
    return this.#cursor.parts;
  }

  /**
   * @param from the beginning of the text, or of a `---`
   * @returns undefined when something in the document is unusual
   */
  document(from: number): PlainDocument | undefined {
    const cursor = this.#cursor;
    const before = cursor.parts;
    cursor.at = from;
    if (this.#atMark("---")) {
      cursor.at += 3;
      if (!this.#nextLine()) return undefined;
    } else if (!this.#toContent()) return undefined;
    const start = cursor.at;
    let value: Json | undefined;
    if (this.#indent !== -1) {
      if (this.#indent > 0) return undefined;
      value = this.#node(0, -1, levels);
      if (value === undefined || this.#indent !== -1) return undefined;
    }
    if (cursor.parts - before > documentParts) return undefined;
    return { value, start, end: Math.min(cursor.at, this.#length) };
  }

  /** A list or mapping that begins here. @param column where it stands, @param indent of what it belongs to */
  #node(column: number, indent: number, room: number): Json | undefined {
    if (room === 0) return undefined;
    const code = this.#cursor.code();
    if (code === char.dash && isGap(this.#cursor.code(1))) return this.#list(column, room);
    if (code !== char.openList && code !== char.openMapping) return this.#mapping(column, room);
    const value = readFlow(this.#cursor, indent, room);
    return value !== undefined && this.#nextLine() && this.#indent <= indent ? value : undefined;
  }

  #mapping(column: number, room: number): Filled | undefined {
    const mapping: Filled = {};
    do {
      this.#cursor.parts += 2;
      const key = blockKey(this.#cursor);
      if (key === undefined || Object.hasOwn(mapping, key)) return undefined;
      const value = this.#value(column, room);
      if (value === undefined) return undefined;
      mapping[key] = value;
    } while (this.#indent === column);
    return this.#indent < column ? mapping : undefined;
  }

  /** What follows the colon of a key. */
  #value(indent: number, room: number): Json | undefined {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (!this.#atLineEnd()) return this.#inLine(indent, room);
    if (!this.#nextLine()) return undefined;
    if (this.#indent > indent) return this.#node(this.#indent, indent, room - 1);
    const isList = this.#indent === indent && cursor.code() === char.dash && isGap(cursor.code(1));
    return isList ? this.#list(indent, room - 1) : null;
  }

  #list(column: number, room: number): Json[] | undefined {
    if (room === 0) return undefined;
    const cursor = this.#cursor;
    const list: Json[] = [];
    do {
      if (cursor.code() !== char.dash || !isGap(cursor.code(1))) break;
      cursor.parts += 2;
      const dash = cursor.at;
      cursor.at++;
      const value = this.#item(dash, column, room);
      if (value === undefined) return undefined;
      list.push(value);
    } while (this.#indent === column);
    return this.#indent <= column ? list : undefined;
  }

  /** What follows the dash of an item. */
  #item(dash: number, indent: number, room: number): Json | undefined {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (this.#atLineEnd()) {
      if (!this.#nextLine()) return undefined;
      return this.#indent > indent ? this.#node(this.#indent, indent, room - 1) : null;
    }
    const column = indent + cursor.at - dash;
    const code = cursor.code();
    if (code === char.dash && isGap(cursor.code(1))) return this.#list(column, room - 1);
    const start = cursor.at;
    const isMapping = code !== char.openList && code !== char.openMapping && blockKey(cursor) !== undefined;
    cursor.at = start;
    return isMapping ? this.#node(column, indent, room - 1) : this.#inLine(indent, room);
  }

  /** A value that begins in the line of its key or dash. */
  #inLine(indent: number, room: number): Json | undefined {
    const cursor = this.#cursor;
    const code = cursor.code();
    let value: Json | undefined;
    if (code === char.bar || code === char.greater) {
      value = readTextBlock(cursor, indent);
      return value !== undefined && this.#toContent() && this.#indent <= indent ? value : undefined;
    }
    if (code === char.openList || code === char.openMapping) value = readFlow(cursor, indent, room - 1);
    else if (code === char.doubleQuote || code === char.singleQuote) value = quotedText(cursor);
    else {
      const text = plainText(cursor);
      if (text !== undefined) value = plainValue(text);
    }
    return value !== undefined && this.#nextLine() && this.#indent <= indent ? value : undefined;
  }

  #atLineEnd(): boolean {
    const code = this.#cursor.code();
    return code === char.newline || (code === char.hash && this.#cursor.code(-1) === char.blank);
  }

  /** Passes the end of the line, which may hold a comment, and goes to the next content. */
  #nextLine(): boolean {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (!this.#atLineEnd()) return false;
    cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
    cursor.parts++;
    return this.#toContent();
  }

  /** Goes from the beginning of a line to the next content. @returns false for a tab and the mark `...` */
  #toContent(): boolean {
    const cursor = this.#cursor;
    while (cursor.at < this.#length) {
      const start = cursor.at;
      cursor.skipBlanks();
      const code = cursor.code();
      if (code === char.newline || code === char.hash) {
        cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
        cursor.parts++;
        continue;
      }
      this.#indent = cursor.at - start;
      if (this.#indent === 0 && this.#atMark("---")) this.#indent = -1;
      return code !== char.tab && !this.#atMark("...");
    }
    this.#indent = -1;
    return true;
  }

  #atMark(mark: string): boolean {
    const { text, at } = this.#cursor;
    return text.startsWith(mark, at) && isGap(text.charCodeAt(at + 3));
  }
}
