import { isUtf8 } from "node:buffer";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import type { Expanded } from "../../engine/ports/processor.ts";
import { escapeText } from "../../engine/references/references.ts";
import type { FileAccess, FileProblem } from "../../ports/workspace-files.ts";
import { pathProblem, type ValidateSpec } from "./file-access.ts";

/** Text and bytes up to this size are kept in state, so that differences can be shown and changes undone. */
export const keptBytes = 64 * 1024;
/** Most bytes of a template. */
const templateBytes = 1024 * 1024;

/**
 * The spec of a File as it is recorded. One of: `content` (also of a template, or of a text `source`), `base64` (of a
 * small binary `source`), `sha256` and `size` (of a large `source`, which is not kept).
 */
export interface FileSpec extends JsonObject {
  readonly path: string;
  readonly mode: string;
  readonly content: string;
  readonly source: string;
  readonly base64: string;
  readonly sha256: string;
  readonly size: number;
}

/** Fields of a File that are compared: a `template`, and a `source` of text, are read into `content`. */
export const fileSpecFields = ["path", "content", "mode"] as const;

/** Any part may be missing, whatever the index signature of JSON objects says. */
export type PartialFileSpec = Partial<FileSpec> & { readonly path: string };

/** Reads the file that `template` or `source` names into the spec. */
export async function expandFile(files: FileAccess, spec: JsonObject): Promise<Result<Expanded, Problem[]>> {
  const { template, source, content } = spec;
  // Two of them at once, or none, is for `parse` to report.
  if (typeof template === "string" && source === undefined && content === undefined) {
    return expandTemplate(files, spec, template);
  }
  if (typeof source === "string" && template === undefined && content === undefined) {
    return expandSource(files, spec, source);
  }
  return ok({ spec });
}

function expandTemplate(files: FileAccess, spec: JsonObject, template: string): Result<Expanded, Problem[]> {
  const read = readFile(files, template, "/template", templateBytes);
  if (!read.ok) return read;
  const text = decodeText(read.value);
  if (text === undefined) {
    return problem(
      "not-text",
      `\`${template}\` is not UTF-8 text`,
      "/template",
      "Use `source` to copy a file as it is.",
    );
  }
  const { template: _, ...rest } = spec;
  return ok({
    spec: { ...rest, content: text },
    origins: { "/content": { file: files.display(template), text } },
  });
}

async function expandSource(files: FileAccess, spec: JsonObject, source: string): Promise<Result<Expanded, Problem[]>> {
  const { base64: _base64, sha256: _sha256, size: _size, ...rest } = spec;
  const read = files.normalize(source).ok
    ? files.read(source, keptBytes)
    : readFile(files, source, "/source", keptBytes);
  if (read.ok) {
    const text = decodeText(read.value);
    if (text === undefined) return ok({ spec: { ...rest, base64: Buffer.from(read.value).toString("base64") } });
    const { source: _source, ...others } = rest;
    return ok({ spec: { ...others, content: escapeText(text) } });
  }
  if ("length" in read.error) return err(read.error);
  if (read.error.code !== "too-big") return err([fileNameProblem(read.error, "/source")]);
  const digest = await files.hash(source);
  if (!digest.ok) return err([fileNameProblem(digest.error, "/source")]);
  return ok({ spec: { ...rest, sha256: digest.value.sha256, size: digest.value.size } });
}

function readFile(files: FileAccess, path: string, pointer: string, limit: number): Result<Uint8Array, Problem[]> {
  const normal = files.normalize(path);
  if (!normal.ok) return err([pathProblem(normal.error, pointer)]);
  const read = files.read(path, limit);
  return read.ok ? read : err([fileNameProblem(read.error, pointer)]);
}

function fileNameProblem(error: FileProblem, pointer: string): Problem {
  if (error.code === "refused") return pathProblem(error.message, pointer);
  if (error.code === "missing") {
    const suggestion = "Commit the file, or correct the path; it must be there before anything runs.";
    return { code: "missing-file", message: error.message, pointer, suggestion };
  }
  const suggestion = error.code === "too-big" ? "Use `source` for large files." : error.hint;
  return {
    code: "unreadable-file",
    message: error.message,
    pointer,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function problem(code: DiagnosticCode, message: string, pointer: string, suggestion: string): Result<never, Problem[]> {
  return err([{ code, message, pointer, suggestion }]);
}

/** Checks a spec after `expandFile`. */
export function parseFile(files: FileAccess, validate: ValidateSpec, spec: JsonObject): Result<FileSpec, Problem[]> {
  const { base64, sha256, size, ...written } = spec;
  // What `expand` adds stands beside `source` only: written by hand it is an unknown field.
  const problems = validate("opus/v1", "File", typeof spec.source === "string" ? written : spec) ?? [];
  if (problems.length > 0) return err([...problems]);
  const normal = files.normalize(String(spec.path));
  return normal.ok ? ok(spec as FileSpec) : err([pathProblem(normal.error, "/path")]);
}

/**
 * A recorded spec with the text that was found, to put it back one day.
 * @param stored as state keeps it
 * @returns undefined when what is there is no file, or was not kept: it is binary, or larger than `keptBytes`
 */
export function foundFile({ type, content, mode }: Facts, stored: JsonObject): JsonObject | undefined {
  if (type !== "file" || typeof content !== "string" || Buffer.byteLength(content) > keptBytes) return undefined;
  const { source: _source, base64: _base64, sha256: _sha256, size: _size, ...rest } = stored;
  const kept = { ...rest, content: escapeText(content) };
  return stored.mode === undefined || mode === undefined ? kept : { ...kept, mode };
}

/** Text, if the bytes are UTF-8; a byte order mark is kept. */
export function decodeText(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") : undefined;
}
