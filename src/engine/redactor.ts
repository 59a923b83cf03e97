import { isObject, type Json, mapMembers } from "./json.ts";
import type { Redactor } from "./ports.ts";

const mask = "***";

/** Lines and encodings shorter than this say nothing, and hiding them would make output unreadable. The value itself is always hidden. */
const shortestPart = 4;

/**
 * Takes secrets out of everything that is shown or stored: the value, its lines, and their base64, URL-encoded and
 * JSON-escaped forms.
 */
export function createRedactor(): Redactor & { readonly longest: number } {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  let longest = 0;
  const text = (given: string): string => (pattern && given !== "" ? given.replace(pattern, mask) : given);
  const value = <T extends Json>(given: T): T => (pattern ? (redactJson(given, text) as T) : given);
  return {
    get longest() {
      return longest;
    },
    add: (secret) => {
      for (const form of formsOf(secret)) forms.add(form);
      const sorted = [...forms].sort((left, right) => right.length - left.length);
      longest = sorted[0]?.length ?? 0;
      pattern =
        sorted.length > 0
          ? new RegExp(sorted.map((form) => form.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g")
          : undefined;
    },
    text,
    value,
    contains: (given) => {
      if (!pattern) return false;
      pattern.lastIndex = 0;
      return pattern.test(given);
    },
  };
}

function formsOf(secret: string): string[] {
  if (secret === "") return [];
  const parts = [secret, secret.trim(), ...secret.split(/\r?\n|\r/).map((line) => line.trim())].filter(
    (part, index) => part !== "" && (index < 2 || part.length >= shortestPart),
  );
  return parts.flatMap((part) => [
    part,
    ...[JSON.stringify(part).slice(1, -1), encodeURIComponent(wellFormed(part)), ...base64Forms(part)].filter(
      (form) => form.length >= shortestPart,
    ),
  ]);
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** Base64 of the text as it looks wherever it begins in a longer encoded text: three alignments, without the uncertain ends. */
function base64Forms(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const forms: string[] = [];
  for (const shift of [0, 1, 2]) {
    const padded = new Uint8Array(shift + bytes.length);
    padded.set(bytes, shift);
    const encoded = btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join(""));
    const begin = Math.ceil((shift * 8) / 6);
    const end = Math.floor((padded.length * 8) / 6);
    const form = encoded.slice(begin, end);
    forms.push(form, form.replaceAll("+", "-").replaceAll("/", "_"));
  }
  // Short pieces of a short secret would be found everywhere.
  return forms.filter((form) => form.length >= 6);
}

/** Redacts strings, and numbers that read like a secret, at any depth; keys too. Shares what holds nothing. */
function redactJson(value: Json, text: (given: string) => string): Json {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") {
    const shown = text(String(value));
    return shown === String(value) ? value : shown;
  }
  if (typeof value !== "object" || value === null) return value;
  const redacted = mapMembers(value, (member) => redactJson(member, text));
  if (!isObject(redacted) || Object.keys(redacted).every((key) => text(key) === key)) return redacted;
  return Object.fromEntries(Object.entries(redacted).map(([key, member]) => [text(key), member]));
}
