// Texts that may be YAML: of odd lines, of values written in odd ways, and of real documents that are damaged.
import fc from "fast-check";

// biome-ignore format: a line for each sort
const scalars = [
  "a", "a b", "b: c", "c:", ":d", "- e", "-f", "--", "a ", "a  # c", "a # b", "a #b", "a#b", "#c", "# c", "a, b", "a,b", "(x)", "a\\b", "=", "<", "?", "? a", "@a", "`a`", "%a",
  "1", "-1", "+1", "-0", "01", "-012", "1.0", "1.5", "3.10", "1e3", "1e21", "1e+21", "1e-7", "0.1", ".5", "5.", "0x1f", "0o7", "0b1", "1_000", "1:2", "12:30:45", "2001-01-01",
  "9007199254740991", "9007199254740992", "9007199254740993", "123456789012345678", "1e999", ".inf", "-.INF", ".nan", "null", "~", "Null", "true", "True", "FALSE", "yes", "",
  "'q'", "'it''s'", "'", '"', '"x"', '"\\n"', '"\\u00e9"', '"\\ud83d"', '"\\ud83d\\ude00"', '"\\x41"', '"\\"', '"\\/"', '"\\ "', '"a\tb"', "'a # b'", "\"x\"b", "'x' 'y'", "'a': b", '"a": b', '"a" : b', '"a":b',
  "[a, b]", "[a,b]", "[a, {b: c}]", "[,]", "[a,]", "[]", "[ a , b ]", "[a: b]", '["a":b]', "[http://x/y]", "[a", "a]", "[a]b", "[a] b", "[a]: b", "[a #b]", "[a # b]", "[-1, -a, - b]", "[${x}]", "[[a], [b]]", "[[", "]", "],", "b, c]", "x: [",
  "{a: b}", "{a: b, c}", "{a: 'b', \"c\":d}", "{a: }", "{}", "{a: 1,}", "{ a : b }", '{"a":1}', "{a:b}", "{a", "a}", "}", "{a: [", "{-1: a}", "{1: a}", "{'1': a, '0': b}", '{a: "x"b}', "{a: b}: c", "{a: 1, a: 2}",
  "|", ">", "|-", "|+", ">-", ">+", "|2", "| # c", "a: |", "&a b", "*a", "!t a", "<<", "__proto__", "${X}", "${VALUE:x}", "http://x:80/",
  "é", "日本", "😀", "a\u00a0b", "\u2028", "\u0085", "\ufeff", "a\tb", "--- a", "---", "...", "a: 'b", "- - a", "- -", "-", "- a: b", "- a:", "-  a: b",
];
// biome-ignore format: many
const keys = [
  "a", "b", "c", "key", "a b", "x-y", "a.b", "/a", "$x", "é", "a#b", "a'b", "constructor", "0", "10", "2", "'q'", '"d"',
  "1", "true", "null", "<<", "__proto__", "-x", "a #b", "? a", "[a]", "{a: b}", ".5", "~", "*a", "&a b", "!x y", "",
];
const indents = ["", "", "", " ", "  ", "  ", "  ", "   ", "    ", "    ", "      ", "\t", "  \t"];

const scalar = fc.constantFrom(...scalars);
const key = fc.constantFrom(...keys);
const indent = fc.constantFrom(...indents);
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(""));
const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const entry = joined(
  indent,
  key,
  oneOf(": ", ": ", ": ", ":  ", ":", ":\t"),
  scalar,
  oneOf("", "", "", " ", " # c", "# c", "  "),
);
const line = fc.oneof(
  { weight: 5, arbitrary: entry },
  joined(indent, scalar),
  joined(indent, oneOf("# c")),
  indent,
  joined(indent, oneOf("- "), scalar),
  joined(indent, oneOf("- "), key, oneOf(": "), scalar),
  joined(indent, oneOf("-"), oneOf("", " ", "  ", "   "), oneOf("", "a", "a: b", "- b")),
  oneOf("---", "--- ", "--- # c", "...", "--- a", "%YAML 1.2"),
  joined(indent, key, oneOf(":")),
  joined(indent, key, oneOf(": "), oneOf("|", ">", "|-", "|+", ">-")),
  joined(indent, oneOf("text "), scalar),
);

/** Lines that have nothing to do with each other. */
export const oddLines: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 8 }), oneOf("", "\n", "\n", "\n\n"), oneOf("\n", "\n", "\n", "\r\n"))
  .map(([lines, end, newline]) => lines.join(newline) + end);

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

// biome-ignore format: many
const texts = [
  "a", "multi\nline\n", "x\n\ny", " lead", "trail ", "", "a: b", "# no", "é", "1", "true", "null", "- a", "end\n\n",
  "it's", 'say "hi"', "a\\b", "${VAR:a:b}", "long text with words", "\ttab", "line\n  deeper\nback\n",
];
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Value>(...texts, 1, 1.5, -3, true, null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(oneOf("a", "b", "c", "some key", "x-y", "1", "true", "é", "a:b", "k"), tie("value"), { maxKeys: 5 }),
  ),
}));

/** Writes a value as YAML, or nearly: `pick` decides at each place in which of many ways. */
class Writer {
  readonly #pick: (most: number) => number;

  constructor(pick: (most: number) => number) {
    this.#pick = pick;
  }

  #of<T>(...choices: readonly T[]): T {
    return choices[this.#pick(choices.length - 1)] as T;
  }

  document(value: Value): string {
    return this.#node(value, 0).replace(/^[^\n]*\n/, "");
  }

  /** What follows a colon or a dash, with its end of line. */
  #node(value: Value, indent: number): string {
    if (typeof value === "string" && value.includes("\n") && this.#pick(3) > 0) return this.#block(value, indent);
    if (typeof value !== "object" || value === null) return ` ${this.#scalar(value)}${this.#end(indent)}`;
    if (this.#pick(3) === 0 || Object.keys(value).length === 0)
      return ` ${this.#flow(value, indent)}${this.#end(indent)}`;
    const step = this.#of(2, 2, 2, 4, 1, 3);
    const pad = " ".repeat(indent);
    if (Array.isArray(value)) {
      const items = value.map((item: Value) => {
        const written = this.#node(item, indent + (this.#pick(2) > 0 ? 2 : step));
        const isCompact = typeof item === "object" && item !== null && this.#pick(1) === 0;
        return `${pad}- ${isCompact ? written.replace(/^\s*\n\s*/, "") : written.replace(/^ /, "")}`;
      });
      return this.#end(indent) + items.join("");
    }
    const entries = Object.entries(value).map(([name, inner]) => {
      const below = Array.isArray(inner) && this.#pick(1) === 0 ? indent : indent + step;
      return `${pad}${this.#of(name, name, name, JSON.stringify(name))}:${this.#node(inner, below)}`;
    });
    return this.#end(indent) + entries.join("");
  }

  #end(indent: number): string {
    const note = this.#of("", "", "", "", "", "", "", "", " # note", "  ");
    const lines = ["\n", `${" ".repeat(indent)}# note\n`, "   # odd\n", "# c\n", "  \n"];
    return `${note}\n${this.#pick(2) > 0 ? "" : this.#of("", "", ...lines)}`;
  }

  #scalar(value: Value): string {
    if (typeof value !== "string") return String(value);
    return this.#of(JSON.stringify(value), JSON.stringify(value), `'${value.replaceAll("'", "''")}'`, value);
  }

  #block(value: string, indent: number): string {
    const pad = " ".repeat(Math.max(1, indent + this.#of(0, 0, 0, 1, 2)));
    const chomp = value.endsWith("\n\n") ? "+" : value.endsWith("\n") ? "" : "-";
    const lines = value.replace(/\n+$/, "").split("\n");
    const written = lines.map((text) => (text === "" ? this.#of("", "", " ", "      ") : pad + text));
    const head = `${this.#of("|", "|", ">")}${this.#of(chomp, chomp, "", "+", "-")}`;
    return ` ${head}\n${written.join("\n")}${"\n".repeat(1 + this.#pick(2))}`;
  }

  #flow(value: Value, indent: number): string {
    const pad = " ".repeat(indent + 1);
    const gap = () => this.#of("", " ", " ", " ", "  ", `\n${pad}`, "\n", `\n  ${pad}`);
    if (Array.isArray(value)) {
      const items = value.map((item: Value) => this.#flow(item, indent));
      return `[${this.#of("", "", " ")}${items.join(`,${gap()}`)}${this.#of("", "", " ", ",", `\n${pad}`)}]`;
    }
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([name, inner]) => {
        const colon = this.#of(":", ":", " :") + this.#of("", " ", " ", " ", gap());
        return `${this.#of(name, JSON.stringify(name))}${colon}${this.#flow(inner, indent)}`;
      });
      return `{${this.#of("", "", " ")}${entries.join(`,${gap()}`)}${this.#of("", "", " ")}}`;
    }
    return this.#scalar(typeof value === "string" ? value.replaceAll("\n", " ") : value);
  }
}

/** Values, written in many ways: most are valid. */
export const writtenValues: fc.Arbitrary<string> = fc
  .tuple(fc.array(anyValue, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat(1_000_000)))
  .map(([values, stream]) => {
    const writer = new Writer((most) => (stream.next().value as number) % (most + 1));
    return values.map((value) => writer.document(value)).join("---\n");
  });

const pieces = [
  ..."{}[]:,-?!&*#|>'\"%@`\\\n\t ",
  ...["---\n", "...\n", "- ", "? ", "  ", ": ", " #", "\n\n", "\n ", "null", "1e999", "é", "\r\n"],
];

/** One to three changes of a text. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    how: fc.nat(4),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    piece: fc.constantFrom(...pieces),
    indent,
  });
  return fc.tuple(text, fc.array(change, { minLength: 1, maxLength: 3 })).map(([whole, changes]) =>
    changes.reduce((before, { how, at, to, piece, indent: blanks }) => {
      const place = Math.floor(at * before.length);
      if (how === 0) return before.slice(0, place) + before.slice(place + 1 + Math.floor(to * 3));
      if (how === 1) return before.slice(0, place) + piece + before.slice(place);
      if (how === 2) return before.slice(0, place) + piece + before.slice(place + 1);
      const lines = before.split("\n");
      const [one, other] = [Math.floor(at * (lines.length - 1)), Math.floor(to * (lines.length - 1))];
      if (how === 3) [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
      else lines[one] = blanks + (lines[one] ?? "").trimStart();
      return lines.join("\n");
    }, whole),
  );
}
