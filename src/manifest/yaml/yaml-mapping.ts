import { type Diagnostic, err, type Location, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, pointerSegment } from "../../engine/json/json.ts";
import { ManifestDocument, Reporter } from "./document.ts";
import { fileLexemeLimit } from "./parse-yaml.ts";
import { plainPartsLimit, readDocuments } from "./read-documents.ts";
import { Source } from "./source.ts";

/** One entry of a mapping, and where it stands. */
export interface MappingEntry {
  readonly value: Json;
  readonly location: Location;
  /** How a number or boolean is written, where its value does not say that. */
  readonly spelling?: string;
}

/**
 * Reads YAML that must be one mapping, such as a file of values.
 * @param shown how messages name the text
 * @returns its entries by name (none for empty text), or every problem
 */
export function readMapping(
  text: string,
  shown: string,
): Result<ReadonlyMap<string, MappingEntry>, readonly Diagnostic[]> {
  const source = new Source(shown, text);
  const report = new Reporter();
  const documents: ManifestDocument[] = [];
  const problems = readDocuments(text, { lexemes: fileLexemeLimit, plainParts: plainPartsLimit }, (read) => {
    for (const problem of read.problems) report.span(source, problem);
    if (!read.isEmpty) documents.push(new ManifestDocument(source, read));
  });
  for (const problem of problems) report.span(source, problem);
  for (const document of documents) report.zeroes(document);
  if (report.errors > 0) return err(report.diagnostics);
  const [document, second] = documents;
  if (!document) return ok(new Map());
  if (second || !isObject(document.value)) {
    const message = second
      ? `${shown} must hold one document, not several`
      : `${shown} must be a mapping of names to values`;
    const location = (second ?? document).location;
    return err([
      { severity: "error", code: "bad-values", message, location, suggestion: "Write `name: value`, one a line." },
    ]);
  }
  return ok(
    new Map(
      Object.entries(document.value).map(([name, value]) => {
        const pointer = `/${pointerSegment(name)}`;
        const spelling = document.spelling(pointer);
        return [name, { value, location: document.locate(pointer), ...(spelling === undefined ? {} : { spelling }) }];
      }),
    ),
  );
}
