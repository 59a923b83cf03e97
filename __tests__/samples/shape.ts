import { isMap, isSeq, parseAllDocuments } from "yaml";

export interface Shape {
  readonly list: boolean;
  /** Of the mapping, or of all entries of the list. */
  readonly keys: readonly string[];
}

/** What the first document of a sample is. Undefined: no YAML, or a single value. */
export function shapeOf(text: string): Shape | undefined {
  const [document] = parseAllDocuments(text);
  if (!document || !("contents" in document) || document.errors.length > 0) return undefined;
  const { contents } = document;
  if (!isMap(contents) && !isSeq(contents)) return undefined;
  const maps = isMap(contents) ? [contents] : contents.items.filter((item) => isMap(item));
  return { list: isSeq(contents), keys: maps.flatMap((map) => map.items.map(({ key }) => String(key))) };
}
