import { readingsOf } from "./invisible.ts";

/** Lines and encodings shorter than this, in characters, say nothing; hiding them would make output unreadable. */
const shortestPart = 4;

/**
 * What of a secret is as secret as all of it: the value, without the blanks around it, and each of its lines that is not
 * too short; also as they are read without what is invisible in them. A secret of blanks alone is none.
 * @param open names that everybody knows: none of them is part of a secret
 */
export function partsOf(secret: string, open: ReadonlySet<string> = nothing): ReadonlySet<string> {
  const value = secret.trim();
  if (value === "" || open.has(value)) return nothing;
  const lines = secret.split(/\r\n|\n|\r/).map((line) => line.trim());
  const whole = [secret, value, ...lines.filter((line) => line.length >= shortestPart)];
  const read = whole.flatMap((part) => readingsOf(part).map(({ text }) => text.trim()));
  const parts = [...whole, ...read.filter((part) => part.length >= shortestPart)];
  return new Set(parts.filter((part) => !open.has(part)));
}

const nothing: ReadonlySet<string> = new Set();

/**
 * All that a secret may look like: its parts, with accents in letters and beside them, and each of these as programs write
 * it into other texts.
 */
export function encodingsOf(secret: string, open?: ReadonlySet<string>): ReadonlySet<string> {
  const parts = [...partsOf(secret, open)].flatMap((part) => [part, part.normalize("NFC"), part.normalize("NFD")]);
  return new Set([...new Set(parts)].flatMap((part) => [part, ...encodings(part)]));
}

/** What nobody quotes or encodes. */
const plain = /^[A-Za-z0-9_.-]*$/;

function encodings(part: string): string[] {
  const written = plain.test(part) ? [] : [...quotings, ...markups, ...addresses].map((write) => write(part));
  const encoded = [part, json(part)].flatMap((text) => base64Forms(text));
  return [...written, ...encoded].filter((form) => form.length >= shortestPart);
}

type Write = (text: string) => string;

const json: Write = (text) => JSON.stringify(text).slice(1, -1);
const escaped = (character: string, upper = false): string => {
  const digits = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `\\u${upper ? digits.toUpperCase() : digits}`;
};
const slashes: Write = (text) => text.replaceAll("/", "\\/");
const ascii: Write = (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character));
const before =
  (characters: RegExp): Write =>
  (text) =>
    text.replace(characters, "\\$&");
/** Backslashes and controls as most languages write them, quotes as they are. */
const controls: Write = (text) => json(text).replaceAll('\\"', '"');

/** How programs quote a text: as JSON in its dialects, in shells, in languages. */
const quotings: readonly Write[] = [
  json,
  (text) => json(json(text)),
  (text) => json(ascii(text)),
  ascii, // Python
  (text) => slashes(json(text)),
  (text) => slashes(ascii(text)), // PHP
  (text) => json(text).replace(/[<>&\u2028\u2029]/g, (character) => escaped(character)), // Go
  (text) => json(text).replace(/[<>&='\u2028\u2029]/g, (character) => escaped(character)), // Gson
  (text) => json(text).replace(/[\u007f-\uffff]/g, (character) => escaped(character, true)),
  // .NET
  (text) =>
    json(text)
      .replaceAll('\\"', '"')
      .replace(/["'<>&+`\u007f-\uffff]/g, (character) => escaped(character, true)),
  controls,
  (text) => controls(text).replaceAll("'", "\\'"), // $'…' of bash, repr of Python
  before(/["\\$`]/g), // "…" of shells
  before(/[^\w@%+=:./\u0080-\uffff-]/g), // printf %q
  (text) => text.replaceAll("'", "'\\''"),
  (text) => text.replaceAll("'", "'\"'\"'"),
  (text) => text.replaceAll("'", "''"), // YAML, SQL
  (text) => text.replaceAll('"', '""'), // CSV
];

const ampersands: Write = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const entities =
  (double: string, single: string): Write =>
  (text) =>
    ampersands(text).replaceAll('"', double).replaceAll("'", single);

/** In XML and HTML. */
const markups: readonly Write[] = [
  ampersands,
  entities("&quot;", "'"),
  entities("&quot;", "&apos;"),
  entities("&quot;", "&#39;"),
  entities("&quot;", "&#x27;"),
  entities("&#34;", "&#39;"),
];

const component: Write = (text) => encodeURIComponent(wellFormed(text));
const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
/** As RFC 3986 has it. */
const strict: Write = (text) => component(text).replace(/[!'()*]/g, hex);
const plus: Write = (text) => text.replaceAll("%20", "+");
/** Encodes what is no ASCII, and of ASCII what is named. */
const partly =
  (characters: RegExp): Write =>
  (text) =>
    text.replace(/[^\0-\u007f]+/g, component).replace(characters, hex);

/** Whole values as parts of a URL or a form; programs don't agree about what has to be encoded. */
const spacedCodes: readonly Write[] = [
  component,
  strict,
  (text) => strict(text).replaceAll("%2F", "/"),
  (text) => strict(text).replaceAll("%2A", "*").replaceAll("~", "%7E"),
];
const valueCodes: readonly Write[] = [
  ...spacedCodes,
  (text) => plus(component(text)),
  (text) => plus(strict(text)),
  (text) => plus(strict(text)).replaceAll("%2A", "*").replaceAll("~", "%7E"),
];

/** With digits of either case. */
const eitherCase = (write: Write): readonly Write[] => [
  write,
  (text) => write(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
];

/** One URL in another: each of these, encoded once more. By then there is no blank left that could become a plus. */
const nestedCodes = valueCodes.flatMap(eitherCase).flatMap((inner) =>
  spacedCodes.map(
    (outer): Write =>
      (text) =>
        outer(inner(text)),
  ),
);

const percentCodes: readonly Write[] = [
  ...valueCodes,
  ...nestedCodes,
  (text) => encodeURI(wellFormed(text)),
  partly(/[\0- "#<>'\u007f]/g), // the query of a URL object
  partly(/[\0- "#<>?`{}^\u007f]/g), // its path
  partly(/[\0- "#<>?`{}/:;=@[\\\]^|\u007f]/g), // and its user
];
const addresses = percentCodes.flatMap(eitherCase);

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** Base64 of the text as it looks wherever it begins in a longer encoded text: three alignments, without the uncertain ends. */
function base64Forms(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  // Short pieces of a short secret would be found everywhere.
  if (bytes.length < shortestPart) return [];
  return [0, 1, 2].flatMap((shift) => {
    const begin = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    return alphabets(shifted(bytes, shift).slice(begin, end));
  });
}

/** Characters of a piece of base64, and how far the next one begins after it. */
const piece = 12;
const quantum = 4;

/** What lines of base64 that were cut anywhere between two quanta have in common with that of a secret: pieces of it, overlapping. */
export function base64Pieces(secret: string): ReadonlySet<string> {
  return new Set([secret, json(secret)].flatMap((text) => [0, 1, 2].flatMap((shift) => piecesOf(text, shift))));
}

function piecesOf(text: string, shift: number): string[] {
  const bytes = new TextEncoder().encode(text);
  const encoded = shifted(bytes, shift);
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  const pieces: string[] = [];
  for (let at = shift === 0 ? 0 : quantum; at + piece <= end; at += quantum)
    pieces.push(...alphabets(encoded.slice(at, at + piece)));
  return pieces;
}

/** Base64 of the bytes after `shift` zeros. */
function shifted(bytes: Uint8Array, shift: number): string {
  const padded = new Uint8Array(shift + bytes.length);
  padded.set(bytes, shift);
  let text = "";
  for (const byte of padded) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The usual one, and the one for URLs. */
function alphabets(encoded: string): string[] {
  return [encoded, encoded.replaceAll("+", "-").replaceAll("/", "_")];
}
