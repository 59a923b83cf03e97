import { type Json, pointerPath } from "../../engine/json/json.ts";
import { equalJson, valueAt, withValueAt } from "../../engine/json/json-diff.ts";
import { decode } from "../yaml/decode.ts";
import { totalLexemeLimit } from "../yaml/parse-yaml.ts";
import { plainPartsLimit, type ReadDocument, readDocuments } from "../yaml/read-documents.ts";
import { nodeAt, parseOne } from "./parsed-text.ts";
import { type Splice, waysToChange } from "./splices.ts";

/** What a document is to say at a place. */
export interface ManifestEdit {
  /** Pointer into the document. */
  readonly pointer: string;
  readonly value: Json;
}

/** Edits of one document of a file. */
export interface DocumentEdits {
  /** Is it this one? */
  is(document: Json): boolean;
  readonly edits: readonly ManifestEdit[];
}

export interface EditedManifest {
  readonly bytes: Uint8Array;
  /** For people. */
  readonly before: string;
  readonly after: string;
  /** What could not be written without changing anything else: by document, pointers. */
  readonly refused: ReadonlyMap<DocumentEdits, readonly string[]>;
}

const mark = "\ufeff";

/**
 * Changes values in a manifest file. All bytes that say something else stay as they are: comments, quotes, indentation, line
 * ends, order. What was written is read again: it says what it is to say, and everything else says what it did.
 * @returns undefined when the file, or a document of it, is not as it was read before
 */
export function editManifest(bytes: Uint8Array, wanted: readonly DocumentEdits[]): EditedManifest | undefined {
  const { text, problems } = decode(bytes, "");
  const read = problems.length > 0 ? undefined : readAll(text);
  if (!read) return undefined;
  const refused = new Map<DocumentEdits, readonly string[]>();
  const values = read.map(({ value }) => value);
  const parts: { readonly range: ReadDocument["range"]; readonly text: string }[] = [];
  for (const one of wanted) {
    const places = read.flatMap((document, at) => (one.is(document.value) ? [at] : []));
    const [place] = places;
    const document = place === undefined ? undefined : read[place];
    if (!document || place === undefined || places.length !== 1) return undefined;
    const { start, end } = document.range;
    const edited = editDocument(text.slice(start, end), document.value, one.edits);
    if (edited.refused.length > 0) refused.set(one, edited.refused);
    values[place] = edited.value;
    parts.push({ range: document.range, text: edited.text });
  }
  const after = spliced(
    text,
    parts.map((part) => ({ ...part.range, text: part.text })),
  );
  const again = readAll(after);
  if (decode(Buffer.from(after), "").problems.length > 0 || !again || !equalJson(valuesOf(again), values)) {
    const none = wanted.map((one) => [one, one.edits.map(({ pointer }) => pointer)] as const);
    return { bytes, before: text, after: text, refused: new Map(none) };
  }
  const marked = Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from(mark)) ? mark : "";
  return { bytes: Buffer.from(marked + after, "utf8"), before: text, after, refused };
}

/** Every document that says something; undefined: something is wrong. */
function readAll(text: string): ReadDocument[] | undefined {
  const documents: ReadDocument[] = [];
  const budget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };
  const problems = readDocuments(text, budget, (document) => documents.push(document));
  const isSound = problems.length === 0 && documents.every((document) => document.problems.length === 0);
  return isSound ? documents.filter(({ isEmpty }) => !isEmpty) : undefined;
}

function valuesOf(documents: readonly ReadDocument[]): Json {
  return documents.map(({ value }) => value);
}

interface Edited {
  readonly text: string;
  readonly value: Json;
  readonly refused: readonly string[];
}

/** One document, edit by edit: each leaves behind what the next one begins with. */
function editDocument(text: string, value: Json, edits: readonly ManifestEdit[]): Edited {
  let so: Omit<Edited, "refused"> = { text, value };
  const refused: string[] = [];
  for (const edit of edits) {
    const next = editOnce(so.text, so.value, edit);
    if (next) so = next;
    else refused.push(edit.pointer);
  }
  return { ...so, refused };
}

function editOnce(text: string, value: Json, edit: ManifestEdit): Omit<Edited, "refused"> | undefined {
  const path = pointerPath(edit.pointer);
  const before = valueAt(value, path);
  const document = parseOne(text);
  const held = document && nodeAt(document, path);
  if (!held || before === undefined) return undefined;
  const wanted = withValueAt(value, path, edit.value);
  for (const way of waysToChange(text, held, before, edit.value)) {
    const written = spliced(text, withLineEnds(text, way));
    const read = readAll(written);
    if (read?.length === 1 && equalJson(read[0]?.value, wanted)) return { text: written, value: wanted };
  }
  return undefined;
}

/** New lines end as those of the text do. */
function withLineEnds(text: string, splices: readonly Splice[]): readonly Splice[] {
  if (!text.includes("\r\n")) return splices;
  return splices.map((splice) => ({ ...splice, text: splice.text.replaceAll("\n", "\r\n") }));
}

function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, at) => ({ ...splice, at }));
  ordered.sort((left, right) => left.start - right.start || left.end - right.end || left.at - right.at);
  let [written, from] = ["", 0];
  for (const { start, end, text: part } of ordered) {
    written += text.slice(from, start) + part;
    from = end;
  }
  return written + text.slice(from);
}
