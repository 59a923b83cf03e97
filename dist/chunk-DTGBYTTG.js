import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  clip
} from "./chunk-IEAZJNH3.js";
import {
  oneLine,
  visible
} from "./chunk-JSSPZBFU.js";

// src/hooks/rendering/markdown.ts
function md(texts, ...values) {
  return texts.map((text, index) => text + (index < values.length ? String(values[index]) : "")).join("");
}
function ours(text) {
  return text;
}
function joined(parts, separator) {
  return parts.join(separator);
}
function firstLines(text, room) {
  return text.length <= room ? text : text.slice(0, text.lastIndexOf("\n", Math.max(0, room - 1)) + 1);
}
var words = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;
var reference = new RegExp("www|ghsa-|[\\p{L}\\p{N}]-+\\p{N}|(?<![\\p{L}\\p{N}])[0-9a-f]{7,}(?![\\p{L}\\p{N}])", "iu");
function isProse(line) {
  return words.test(line) && !reference.test(line);
}
function inline(text, width = 300) {
  const line = clip(oneLine(text), width);
  return isProse(line) ? line : codeSpan(line);
}
function code(text, width = 300) {
  return codeSpan(clip(oneLine(text), width));
}
function codeSpan(line) {
  if (line.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(line, "`") + 1);
  const pad = fence.length > 1 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
function cell(markdown) {
  return markdown.replaceAll("|", "\u2502").replaceAll("\\", "\u29F5");
}
function html(line) {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("@", "&#64;");
}
function codeHtml(text, width = 300) {
  return `<code>${html(clip(oneLine(text), width))}</code>`;
}
function inlineHtml(text, width = 300) {
  const line = clip(oneLine(text), width);
  return isProse(line) ? html(line) : codeHtml(text, width);
}
function link(shown, url) {
  if (url === void 0 || !/^https?:\/\//.test(url)) return shown;
  const address = url.toWellFormed().replace(/[^\w./:?#@!$&*+,;=%~-]/gu, encodeURIComponent);
  return md`[${shown}](${ours(address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))})`;
}
function fenced(lines, language) {
  const shown = lines.map(visible);
  const longest = shown.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}
function table(heads, rows) {
  const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
function rowBytes(cells) {
  return bytes(cells.map(cell).join(" | ")) + 6;
}
function details(title, body, open = false) {
  return md`<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function bytes(text) {
  return Buffer.byteLength(text);
}
function longestRun(text, character) {
  let longest = 0;
  let run = 0;
  for (const current of text) {
    run = current === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

export {
  md,
  ours,
  joined,
  firstLines,
  inline,
  code,
  codeHtml,
  inlineHtml,
  link,
  fenced,
  table,
  rowBytes,
  details,
  bytes
};
