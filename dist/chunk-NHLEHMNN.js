import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  wholeUpTo
} from "./chunk-FGOILAFU.js";

// src/engine/diagnostics/code-frame.ts
var width = 100;
var tab = "  ";
function codeFrame(diagnostic, sources, options = {}) {
  const { location } = diagnostic;
  const text = location && sources.get(location.file);
  if (location === void 0 || text === void 0 || text === "") return "";
  const { redact = (line) => line } = options;
  const lines = linesAround(text, location.line).map((line) => ({ ...line, text: redact(line.text) }));
  const marked = lines.find((line) => line.number === location.line);
  if (marked === void 0) return "";
  const paint = painter(options.color === true);
  const digits = String(lines.at(-1)?.number ?? 0).length;
  const column = Math.min(location.column, marked.text.length + 1);
  const end = Math.max(column + 1, Math.min(location.endColumn ?? column + 1, marked.text.length + 1));
  const wanted = marked.text.length <= width || end <= width ? 0 : Math.max(0, column - 1 - width / 2);
  const from = wholeUpTo(marked.text, wanted);
  const output = [];
  for (const line of lines) {
    const gutter = `${String(line.number).padStart(digits)} |`;
    const isMarked = line === marked;
    const shown = cut(line.text, isMarked ? from : 0);
    output.push(`${isMarked ? paint("red", ">") : " "} ${paint("dim", gutter)}${shown === "" ? "" : ` ${shown}`}`);
    if (!isMarked) continue;
    const before = visible(marked.text.slice(from, column - 1)).length + (from > 0 ? 1 : 0);
    const length = visible(marked.text.slice(column - 1, Math.min(end - 1, from + width))).length;
    const carets = paint("red", "^".repeat(Math.max(1, length)));
    output.push(`  ${" ".repeat(digits)} ${paint("dim", "|")} ${" ".repeat(before)}${carets}`);
  }
  return output.join("\n");
}
function renderDiagnostic(diagnostic, sources, options = {}) {
  const paint = painter(options.color === true);
  const place = diagnostic.location === void 0 ? "" : `${formatLocation(diagnostic.location)}: `;
  const severity = paint(diagnostic.severity === "error" ? "red" : "yellow", diagnostic.severity);
  const [said = "", ...code] = diagnostic.message.split(/\r?\n(?= {4})/).map(visibleText);
  const output = [`${place}${severity} ${diagnostic.code}: ${said}`, ...code.map((line) => line.trimEnd())];
  const frame = codeFrame(diagnostic, sources, options);
  if (frame !== "") output.push(indent(frame));
  if (diagnostic.suggestion !== void 0) output.push(`  ${visibleText(diagnostic.suggestion)}`);
  for (const related of diagnostic.related ?? []) {
    output.push(`  ${formatLocation(related.location)}: ${visibleText(related.message)}`);
  }
  return output.join("\n");
}
function formatLocation(location) {
  return `${location.file}:${location.line}:${location.column}`;
}
function linesAround(text, line) {
  const found = [];
  let start = 0;
  for (let number = 1; number <= line + 1 && start <= text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const isRest = start === text.length && number > line;
    if (number >= line - 1 && !isRest) found.push({ number, text: text.slice(start, end).replace(/\r$/, "") });
    if (newline === -1) break;
    start = newline + 1;
  }
  return found;
}
function cut(line, from) {
  const head = from > 0 && line.length > 0 ? "\u2026" : "";
  const tail = line.length > from + width ? "\u2026" : "";
  return `${head}${visible(line.slice(from, wholeUpTo(line, from + width)))}${tail}`.trimEnd();
}
function visible(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    if (character === "	") return tab;
    return `\\x{${character.charCodeAt(0).toString(16).padStart(2, "0")}}`;
  });
}
function visibleText(text) {
  return visible(text.replaceAll("\r", "").replaceAll("\n", " "));
}
function indent(text) {
  return text.split("\n").map((line) => `  ${line}`.trimEnd()).join("\n");
}
var colors = { red: 31, yellow: 33, dim: 2 };
function painter(color) {
  return (name, text) => color ? `\x1B[${colors[name]}m${text}\x1B[${name === "dim" ? 22 : 39}m` : text;
}

export {
  renderDiagnostic
};
