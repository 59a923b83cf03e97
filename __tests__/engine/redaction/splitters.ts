import fc from "fast-check";

/** Every character that does not show, but for blanks and the ends of lines. */
export const invisibleCharacters: readonly string[] = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((one) => /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(one) && !/[\t\n\r]/.test(one));

/** Sequences that terminals obey, and show nothing of. */
export const sequences: readonly string[] = [
  ...["\u001b[K", "\u001b[m", "\u001b[01;31m", "\u001b[2J", "\u001b[?25l", "\u001b[1;2H", "\u001b[ q", "\u009bK"],
  ...["\u001b]8;;https://example.com\u0007", "\u001b]0;title\u001b\\", "\u009d0;title\u009c", "\u001b]\u0007"],
  ...["\u001bPq#0\u0007\u001b\\", "\u0090q\u009c", "\u001b_x\u001b\\", "\u001b^x\u001b\\", "\u001bXx\u001b\\"],
  ...["\u001b7", "\u001bc", "\u001b(B", "\u001b#8", "\u001b\\", "\u001b[\u0000K", "\u001b\u0000[K"],
  // Strings that are cancelled, or end where the next sequence begins.
  ...["\u001b]0;title\u0018", "\u001bPq\u001a", "\u001b]0;title\u001b[K", "\u001b_x\u009bK"],
];

/** One to four of them. */
export const splitter: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...sequences), fc.constantFrom(...invisibleCharacters)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(""));

/** A text with splitters at some places of it. */
export function split(text: string): fc.Arbitrary<string> {
  const characters = [...text];
  return fc
    .array(fc.option(splitter, { nil: "", freq: 3 }), { minLength: characters.length, maxLength: characters.length })
    .map((gaps) => characters.map((one, at) => (at === 0 ? one : `${gaps[at]}${one}`)).join(""));
}

const anywhere = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0017\\u0019\\u001c-\\u001f\\u007f]*";
const text = "[^\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f\\n\\r]*";
const inTerminals = new RegExp(
  [
    `(?:\\u001b${anywhere}\\]|\\u009d)${text}(?:\\u0007|\\u001b${anywhere}\\\\|\\u009c)`,
    `(?:\\u001b${anywhere}[P_^X]|[\\u0090\\u0098\\u009e\\u009f])(?:${text}\\u0007?)*(?:\\u001b${anywhere}\\\\|\\u009c)`,
    `(?:\\u001b${anywhere}\\[|\\u009b)(?:${anywhere}[0-?])*(?:${anywhere}[ -/])*${anywhere}[@-~]?`,
    `\\u001b(?:${anywhere}[ -/])*${anywhere}[0-~]?`,
  ].join("|"),
  "g",
);
const singly = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A text as its readers see it: as it is, as programs strip it, as a terminal shows it. */
export function readings(given: string): string[] {
  const terminal = given.replace(inTerminals, "");
  let struck = terminal;
  for (let before = ""; before !== struck; ) {
    before = struck;
    struck = struck.replace(/[^\n\r\b]\u0008/gu, "");
  }
  return [given, terminal, struck, given].map((one, at) => (at === 0 ? one : one.replace(singly, "")));
}
