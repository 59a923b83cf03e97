import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readingsOf
} from "./chunk-OZE7IRRJ.js";

// src/engine/redaction/secret-encodings.ts
var shortestPart = 4;
function partsOf(secret, open = nothing) {
  const value = secret.trim();
  if (value === "" || open.has(value)) return nothing;
  const lines = secret.split(/\r\n|\n|\r/).map((line) => line.trim());
  const whole = [secret, value, ...lines.filter((line) => line.length >= shortestPart)];
  const read = whole.flatMap((part) => readingsOf(part).map(({ text }) => text.trim()));
  const parts = [...whole, ...read.filter((part) => part.length >= shortestPart)];
  return new Set(parts.filter((part) => !open.has(part)));
}
var nothing = /* @__PURE__ */ new Set();
function encodingsOf(secret, open) {
  const parts = [...partsOf(secret, open)].flatMap((part) => [part, part.normalize("NFC"), part.normalize("NFD")]);
  return new Set([...new Set(parts)].flatMap((part) => [part, ...encodings(part)]));
}
var plain = /^[A-Za-z0-9_.-]*$/;
function encodings(part) {
  const written = plain.test(part) ? [] : [...quotings, ...markups, ...addresses].map((write) => write(part));
  const encoded = [part, json(part)].flatMap((text) => base64Forms(text));
  return [...written, ...encoded].filter((form) => form.length >= shortestPart);
}
var json = (text) => JSON.stringify(text).slice(1, -1);
var escaped = (character, upper = false) => {
  const digits = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `\\u${upper ? digits.toUpperCase() : digits}`;
};
var slashes = (text) => text.replaceAll("/", "\\/");
var ascii = (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character));
var before = (characters) => (text) => text.replace(characters, "\\$&");
var controls = (text) => json(text).replaceAll('\\"', '"');
var quotings = [
  json,
  (text) => json(json(text)),
  (text) => json(ascii(text)),
  ascii,
  // Python
  (text) => slashes(json(text)),
  (text) => slashes(ascii(text)),
  // PHP
  (text) => json(text).replace(/[<>&\u2028\u2029]/g, (character) => escaped(character)),
  // Go
  (text) => json(text).replace(/[<>&='\u2028\u2029]/g, (character) => escaped(character)),
  // Gson
  (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character, true)),
  // .NET
  (text) => json(text).replaceAll('\\"', '"').replace(/["'<>&+`\u007f-\uffff]/g, (character) => escaped(character, true)),
  controls,
  (text) => controls(text).replaceAll("'", "\\'"),
  // $'…' of bash, repr of Python
  before(/["\\$`]/g),
  // "…" of shells
  before(/[^\w@%+=:./\u0080-\uffff-]/g),
  // printf %q
  (text) => text.replaceAll("'", "'\\''"),
  (text) => text.replaceAll("'", `'"'"'`),
  (text) => text.replaceAll("'", "''"),
  // YAML, SQL
  (text) => text.replaceAll('"', '""')
  // CSV
];
var ampersands = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
var entities = (double, single) => (text) => ampersands(text).replaceAll('"', double).replaceAll("'", single);
var markups = [
  ampersands,
  entities("&quot;", "'"),
  entities("&quot;", "&apos;"),
  entities("&quot;", "&#39;"),
  entities("&quot;", "&#x27;"),
  entities("&#34;", "&#39;")
];
var component = (text) => encodeURIComponent(wellFormed(text));
var hex = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
var strict = (text) => component(text).replace(/[!'()*]/g, hex);
var plus = (text) => text.replaceAll("%20", "+");
var partly = (characters) => (text) => text.replace(/[^\0-\u007f]+/g, component).replace(characters, hex);
var spacedCodes = [
  component,
  strict,
  (text) => strict(text).replaceAll("%2F", "/"),
  (text) => strict(text).replaceAll("%2A", "*").replaceAll("~", "%7E")
];
var valueCodes = [
  ...spacedCodes,
  (text) => plus(component(text)),
  (text) => plus(strict(text)),
  (text) => plus(strict(text)).replaceAll("%2A", "*").replaceAll("~", "%7E")
];
var nestedCodes = valueCodes.flatMap(
  (inner) => spacedCodes.map(
    (outer) => (text) => outer(inner(text))
  )
);
var percentCodes = [
  ...valueCodes,
  ...nestedCodes,
  (text) => encodeURI(wellFormed(text)),
  partly(/[\0- "#<>'\u007f]/g),
  // the query of a URL object
  partly(/[\0- "#<>?`{}^\u007f]/g),
  // its path
  partly(/[\0- "#<>?`{}/:;=@[\\\]^|\u007f]/g)
  // and its user
];
var addresses = percentCodes.flatMap((write) => [
  write,
  (text) => write(text).replace(/%(?:25)*[0-9A-F]{2}/g, (code) => code.toLowerCase())
]);
function wellFormed(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\uFFFD");
}
function base64Forms(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < shortestPart) return [];
  return [0, 1, 2].flatMap((shift) => {
    const begin = Math.ceil(shift * 8 / 6);
    const end = Math.floor((shift + bytes.length) * 8 / 6);
    return alphabets(shifted(bytes, shift).slice(begin, end));
  });
}
var piece = 12;
var quantum = 4;
function base64Pieces(secret) {
  return new Set([secret, json(secret)].flatMap((text) => [0, 1, 2].flatMap((shift) => piecesOf(text, shift))));
}
function piecesOf(text, shift) {
  const bytes = new TextEncoder().encode(text);
  const encoded = shifted(bytes, shift);
  const end = Math.floor((shift + bytes.length) * 8 / 6);
  const pieces = [];
  for (let at = shift === 0 ? 0 : quantum; at + piece <= end; at += quantum)
    pieces.push(...alphabets(encoded.slice(at, at + piece)));
  return pieces;
}
function shifted(bytes, shift) {
  const padded = new Uint8Array(shift + bytes.length);
  padded.set(bytes, shift);
  let text = "";
  for (const byte of padded) text += String.fromCharCode(byte);
  return btoa(text);
}
function alphabets(encoded) {
  return [encoded, encoded.replaceAll("+", "-").replaceAll("/", "_")];
}

export {
  partsOf,
  encodingsOf,
  base64Pieces
};
