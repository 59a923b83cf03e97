import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { SpanProblem } from "./source.ts";

/** Larger files are refused unread: no manifest that people write comes near. */
const fileSizeLimit = 4 * 1024 * 1024;

export interface Decoded {
  /** The text, without a byte-order mark; undecodable bytes are U+FFFD. Empty when it is another encoding. */
  readonly text: string;
  readonly problems: readonly SpanProblem[];
}

/**
 * Bytes of a file → text, if they are UTF-8 that YAML allows.
 * @param shown how messages name the file
 */
export function decode(bytes: Uint8Array, shown: string): Decoded {
  if (bytes.length > fileSizeLimit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return unreadable(
      "manifest-too-large",
      `${shown} has ${size} MiB; a manifest file may have at most ${fileSizeLimit / 1024 / 1024} MiB`,
      "Split it into several files and list them in Project.spec.include, or keep large contents in files of their own (File.spec.source).",
    );
  }
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) {
    return unreadable(
      "bad-encoding",
      `${shown} is encoded as ${encoding}; manifests are UTF-8`,
      `Save it as UTF-8, or convert it: iconv -f ${encoding} -t UTF-8 ${shown} > converted.yaml`,
    );
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
  // Nothing is bad where no character stands for it.
  const bad = text.includes("\ufffd") ? firstBadByte(bytes) : undefined;
  if (bad !== undefined) {
    // Characters before the bad byte: the same bytes, decoded alone; a byte-order mark is not part of the text.
    const start = new TextDecoder().decode(bytes.subarray(0, bad)).length;
    const hex = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    return {
      text,
      problems: [
        {
          code: "bad-encoding",
          message: `byte 0x${hex} is not valid UTF-8`,
          start,
          end: start + 1,
          suggestion: `Save the file as UTF-8. If it is Latin-1 or Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 ${shown} > converted.yaml`,
        },
      ],
    };
  }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/.exec(
    text,
  );
  if (control === null) return { text, problems: [] };
  return { text, problems: [controlProblem(control[0], control.index)] };
}

function unreadable(code: DiagnosticCode, message: string, suggestion: string): Decoded {
  return { text: "", problems: [{ code, message, start: 0, end: 0, suggestion }] };
}

function controlProblem(character: string, start: number): SpanProblem {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const at = { code: "control-character", start, end: start + 1 } as const;
  if (character === "\r") {
    return {
      ...at,
      message: "a line ends with a carriage return alone, which YAML does not take for the end of a line",
      suggestion: "Save the file with line endings LF or CRLF.",
    };
  }
  if (character === "\ufeff") {
    return {
      ...at,
      message: "an invisible byte-order mark (U+FEFF) stands inside the file; it is allowed only at its beginning",
      suggestion: "Delete it. It is often left behind when files are joined.",
    };
  }
  return {
    ...at,
    message: `the control character ${code} is not allowed in a manifest`,
    suggestion: `Delete it, or write it as an escape in double quotes: "\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}".`,
  };
}

/** UTF-16 or UTF-32, told by its mark or by where its zero bytes are. */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32BE";
  if (bytes.length < 4) return undefined;
  const zeros = [a, b, c, d].map((byte) => (byte === 0 ? "0" : "x")).join("");
  const patterns: Record<string, string> = {
    x000: "UTF-32LE",
    "000x": "UTF-32BE",
    x0x0: "UTF-16LE",
    "0x0x": "UTF-16BE",
  };
  return patterns[zeros];
}

/** Offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are not valid). */
function firstBadByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return at;
    const second = bytes[at + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return at;
    for (let rest = 2; rest < length; rest++) if (((bytes[at + rest] ?? 0) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return undefined;
}
