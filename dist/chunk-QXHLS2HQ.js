import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/manifest/decode.ts
var fileSizeLimit = 4 * 1024 * 1024;
function decode(bytes, shown) {
  if (bytes.length > fileSizeLimit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return unreadable(
      "manifest-too-large",
      `${shown} has ${size} MiB; a manifest file may have at most ${fileSizeLimit / 1024 / 1024} MiB`,
      "Split it into several files and list them in Project.spec.include, or keep large contents in files of their own (File.spec.source)."
    );
  }
  const encoding = foreignEncoding(bytes);
  if (encoding !== void 0) {
    return unreadable(
      "bad-encoding",
      `${shown} is encoded as ${encoding}; manifests are UTF-8`,
      `Save it as UTF-8, or convert it: iconv -f ${encoding} -t UTF-8 ${shown} > converted.yaml`
    );
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
  const bad = text.includes("\uFFFD") ? firstBadByte(bytes) : void 0;
  if (bad !== void 0) {
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
          suggestion: `Save the file as UTF-8. If it is Latin-1 or Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 ${shown} > converted.yaml`
        }
      ]
    };
  }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/.exec(
    text
  );
  if (control === null) return { text, problems: [] };
  return { text, problems: [controlProblem(control[0], control.index)] };
}
function unreadable(code, message, suggestion) {
  return { text: "", problems: [{ code, message, start: 0, end: 0, suggestion }] };
}
function controlProblem(character, start) {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const at = { code: "control-character", start, end: start + 1 };
  if (character === "\r") {
    return {
      ...at,
      message: "a line ends with a carriage return alone, which YAML does not take for the end of a line",
      suggestion: "Save the file with line endings LF or CRLF."
    };
  }
  if (character === "\uFEFF") {
    return {
      ...at,
      message: "an invisible byte-order mark (U+FEFF) stands inside the file; it is allowed only at its beginning",
      suggestion: "Delete it. It is often left behind when files are joined."
    };
  }
  return {
    ...at,
    message: `the control character ${code} is not allowed in a manifest`,
    suggestion: `Delete it, or write it as an escape in double quotes: "\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}".`
  };
}
function foreignEncoding(bytes) {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  if (a === 255 && b === 254) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 254 && b === 255) return "UTF-16BE";
  if (a === 0 && b === 0 && c === 254 && d === 255) return "UTF-32BE";
  if (bytes.length < 4) return void 0;
  const zeros = [a, b, c, d].map((byte) => byte === 0 ? "0" : "x").join("");
  const patterns = {
    x000: "UTF-32LE",
    "000x": "UTF-32BE",
    x0x0: "UTF-16LE",
    "0x0x": "UTF-16BE"
  };
  return patterns[zeros];
}
function firstBadByte(bytes) {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 128) {
      at++;
      continue;
    }
    const length = lead >= 194 && lead <= 223 ? 2 : (lead & 240) === 224 ? 3 : lead >= 240 && lead <= 244 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return at;
    const second = bytes[at + 1] ?? 0;
    const low = lead === 224 ? 160 : lead === 240 ? 144 : 128;
    const high = lead === 237 ? 159 : lead === 244 ? 143 : 191;
    if (second < low || second > high) return at;
    for (let rest = 2; rest < length; rest++) if (((bytes[at + rest] ?? 0) & 192) !== 128) return at;
    at += length;
  }
  return void 0;
}

export {
  decode
};
