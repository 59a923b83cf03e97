import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  pathProblem
} from "./chunk-IN66ROTJ.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  escapeText
} from "./chunk-DGTLEPWR.js";

// src/processors/file/file-spec.ts
import { isUtf8 } from "node:buffer";
var keptBytes = 64 * 1024;
var templateBytes = 1024 * 1024;
var fileSpecFields = ["path", "content", "mode"];
async function expandFile(files, spec) {
  const { template, source, content } = spec;
  if (typeof template === "string" && source === void 0 && content === void 0) {
    return expandTemplate(files, spec, template);
  }
  if (typeof source === "string" && template === void 0 && content === void 0) {
    return expandSource(files, spec, source);
  }
  return ok({ spec });
}
function expandTemplate(files, spec, template) {
  const read = readFile(files, template, "/template", templateBytes);
  if (!read.ok) return read;
  const text = decodeText(read.value);
  if (text === void 0) {
    return problem(
      "not-text",
      `\`${template}\` is not UTF-8 text`,
      "/template",
      "Use `source` to copy a file as it is."
    );
  }
  const { template: _, ...rest } = spec;
  return ok({
    spec: { ...rest, content: text },
    origins: { "/content": { file: files.display(template), text } }
  });
}
async function expandSource(files, spec, source) {
  const { base64: _base64, sha256: _sha256, size: _size, ...rest } = spec;
  const read = files.normalize(source).ok ? files.read(source, keptBytes) : readFile(files, source, "/source", keptBytes);
  if (read.ok) {
    const text = decodeText(read.value);
    if (text === void 0) return ok({ spec: { ...rest, base64: Buffer.from(read.value).toString("base64") } });
    const { source: _source, ...others } = rest;
    return ok({ spec: { ...others, content: escapeText(text) } });
  }
  if ("length" in read.error) return err(read.error);
  if (read.error.code !== "too-big") return err([fileNameProblem(read.error, "/source")]);
  const digest = await files.hash(source);
  if (!digest.ok) return err([fileNameProblem(digest.error, "/source")]);
  return ok({ spec: { ...rest, sha256: digest.value.sha256, size: digest.value.size } });
}
function readFile(files, path, pointer, limit) {
  const normal = files.normalize(path);
  if (!normal.ok) return err([pathProblem(normal.error, pointer)]);
  const read = files.read(path, limit);
  return read.ok ? read : err([fileNameProblem(read.error, pointer)]);
}
function fileNameProblem(error, pointer) {
  if (error.code === "refused") return pathProblem(error.message, pointer);
  if (error.code === "missing") {
    const suggestion2 = "Commit the file, or correct the path; it must be there before anything runs.";
    return { code: "missing-file", message: error.message, pointer, suggestion: suggestion2 };
  }
  const suggestion = error.code === "too-big" ? "Use `source` for large files." : error.hint;
  return {
    code: "unreadable-file",
    message: error.message,
    pointer,
    ...suggestion === void 0 ? {} : { suggestion }
  };
}
function problem(code, message, pointer, suggestion) {
  return err([{ code, message, pointer, suggestion }]);
}
function parseFile(files, validate, spec) {
  const { base64, sha256, size, ...written } = spec;
  const problems = validate("opus/v1", "File", typeof spec.source === "string" ? written : spec) ?? [];
  if (problems.length > 0) return err([...problems]);
  const normal = files.normalize(String(spec.path));
  return normal.ok ? ok(spec) : err([pathProblem(normal.error, "/path")]);
}
function foundFile({ type, content, mode }, stored) {
  if (type !== "file" || typeof content !== "string" || Buffer.byteLength(content) > keptBytes) return void 0;
  const { source: _source, base64: _base64, sha256: _sha256, size: _size, ...rest } = stored;
  const kept = { ...rest, content: escapeText(content) };
  return stored.mode === void 0 || mode === void 0 ? kept : { ...kept, mode };
}
function decodeText(bytes) {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") : void 0;
}

export {
  keptBytes,
  fileSpecFields,
  expandFile,
  parseFile,
  foundFile,
  decodeText
};
