import { type CST, Parser } from "yaml";

/** A line of the text that is made. */
interface Line {
  readonly sort: "content" | "comment" | "blank" | "verbatim";
  text: string;
  /** Where it began. */
  readonly column: number;
  /** Where it begins now; of a comment between two lines undefined until these are known. */
  indent: number | undefined;
  /** The mappings and lists that it stands in, and that it begins. */
  blocks: readonly Block[];
}

/** Where the entries of a mapping or a list began, and where they begin now. */
interface Block {
  readonly column: number;
  readonly indent: number;
}

/**
 * Spaces a text of YAML anew, token by token, so that none gets another place among the others, and no comment another
 * line: two blanks for each level, one between tokens, at most one blank line.
 * @param text sound YAML with plain line ends
 * @returns undefined for a text that can't be taken apart
 */
export function respaced(text: string): string | undefined {
  const spacing = new Spacing();
  for (const token of new Parser().parse(text)) spacing.token(token, 0);
  if (spacing.taken !== text) return undefined;
  const lines = spacing.end();
  settleComments(lines);
  const made = lines.map(({ sort, text: line, indent = 0 }) =>
    sort === "verbatim" || line === "" ? line : " ".repeat(indent) + line,
  );
  return made.length === 0 ? "" : `${made.join("\n")}\n`;
}

/** A comment between two lines stands as deep as the one that it was as deep as: else, as the one below. */
function settleComments(lines: readonly Line[]): void {
  let below: Line | undefined;
  const above: (readonly Block[])[] = [];
  let blocks: readonly Block[] = [];
  for (const line of lines) {
    above.push(blocks);
    if (line.sort === "content") blocks = line.blocks;
  }
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as Line;
    if (line.sort === "content") below = line;
    if (line.indent !== undefined) continue;
    const least = below?.column ?? 0;
    const as = above[at]?.findLast(({ column }) => column <= line.column && column >= least);
    line.indent = (line.column > least ? as?.indent : undefined) ?? below?.indent ?? as?.indent ?? 0;
  }
}

class Spacing {
  /** What was taken so far, as it was. */
  taken = "";
  readonly #lines: Line[] = [];
  #blocks: readonly Block[] = [];
  #line: Line | undefined;
  #last = "";
  #isSpaced = false;

  /** @param indent of the lines that begin with a part of it */
  token(token: CST.Token, indent: number): void {
    switch (token.type) {
      case "block-map":
      case "block-seq":
        this.#block(token as CST.BlockMap, indent);
        break;
      case "flow-collection":
        this.#flow(token, indent);
        break;
      case "block-scalar":
        for (const prop of token.props) this.token(prop, indent);
        this.#blockText(token, indent);
        break;
      case "document":
        for (const part of token.start) this.#leaf(part, indent);
        if (token.value) this.token(token.value, indent);
        break;
      default:
        this.#leaf(token as CST.SourceToken, indent);
    }
    if (token.type !== "flow-collection" && "end" in token)
      for (const part of token.end ?? []) this.#leaf(part, indent);
  }

  /** @returns all lines */
  end(): readonly Line[] {
    this.#flush();
    while (this.#lines.at(-1)?.text === "" && this.#lines.at(-1)?.sort === "blank") this.#lines.pop();
    return this.#lines;
  }

  #block({ items, ...token }: CST.BlockMap, indent: number): void {
    const around = this.#blocks;
    this.#blocks = [...around, { column: token.indent, indent }];
    for (const { start, key, sep, value } of items) {
      for (const part of start) this.#leaf(part, indent);
      if (key) this.token(key, start.some(({ type }) => type === "explicit-key-ind") ? indent + 2 : indent);
      for (const part of sep ?? []) this.#leaf(part, part.type === "map-value-ind" ? indent : indent + 2);
      if (value) this.token(value, indent + 2);
    }
    this.#blocks = around;
  }

  #flow({ start, items, end }: CST.FlowCollection, indent: number): void {
    this.#leaf(start as CST.SourceToken, indent);
    const close = Math.max(this.#line?.indent ?? indent, indent);
    const parts = [...(items[0]?.start ?? []), ...end].filter(({ type }) => type !== "space");
    const inside = parts[0]?.type === "newline" || parts[0]?.type === "comment" ? close + 2 : close;
    for (const { start: before, key, sep, value } of items) {
      for (const part of before) this.#leaf(part, inside, true);
      if (key) this.token(key, inside);
      for (const part of sep ?? []) this.#leaf(part, inside, true);
      if (value) this.token(value, inside);
    }
    const closes = end.findIndex(({ type }) => type.endsWith("-end"));
    for (const [at, part] of end.entries()) {
      if (at === closes) this.#leaf(part, close);
      else this.#leaf(part, at < closes ? inside : indent, at < closes);
    }
  }

  #leaf({ type, source }: CST.SourceToken, indent: number, isWithin = false): void {
    const column = this.taken.length - this.taken.lastIndexOf("\n") - 1;
    this.taken += source;
    if (type === "space") this.#isSpaced = true;
    else if (type === "newline") this.#newline();
    else if (type === "comment" && this.#line === undefined)
      this.#begin("comment", source, column, isWithin ? indent : undefined);
    else this.#content(type, source, column, indent);
  }

  #content(type: string, source: string, column: number, indent: number): void {
    const [first = "", ...others] = source.split("\n");
    if (this.#line === undefined) this.#begin("content", first, column, indent);
    else this.#line.text += this.#gapBefore(type) + first;
    for (const other of others) {
      this.#flush();
      const line = other.trimStart();
      // A blank line of a text is a part of it.
      if (line === "") this.#begin("verbatim", "", 0, 0);
      else this.#begin("content", line, other.length - line.length, indent);
    }
    this.#last = type;
    this.#isSpaced = false;
    if (this.#line) this.#line.blocks = this.#blocks;
  }

  /** What stands below `|` or `>`: its lines keep their distances. */
  #blockText({ source, props }: CST.BlockScalar, indent: number): void {
    this.taken += source;
    const lines = source.split("\n");
    const outer = this.#blocks.at(-1);
    const header = props.find(({ type }) => type === "block-scalar-header");
    const counted = /[1-9]/.exec((header as CST.SourceToken | undefined)?.source ?? "")?.[0];
    const first = lines.find((line) => /[^ ]/.test(line)) ?? "";
    const before = counted === undefined ? first.search(/[^ ]|$/) : (outer?.column ?? 0) + Number(counted);
    const after = counted === undefined ? indent : (outer?.indent ?? 0) + Number(counted);
    const moved = outer === undefined ? 0 : after - before;
    const isWhole = lines.at(-1) === "";
    for (const line of isWhole ? lines.slice(0, -1) : lines) {
      const blanks = /^ */.exec(line)?.[0].length ?? 0;
      const text = line.slice(blanks);
      const kept = text === "" && blanks <= before ? "" : " ".repeat(Math.max(0, blanks + moved)) + text;
      this.#begin("verbatim", kept, 0, 0);
      this.#flush();
    }
  }

  #begin(sort: Line["sort"], text: string, column: number, indent: number | undefined): void {
    this.#line = { sort, text, column, indent, blocks: this.#blocks };
    this.#last = "";
    this.#isSpaced = false;
  }

  #newline(): void {
    const last = this.#lines.at(-1);
    if (this.#line === undefined && last !== undefined && last.sort !== "blank")
      this.#lines.push({ sort: "blank", text: "", column: 0, indent: 0, blocks: [] });
    this.#flush();
  }

  #flush(): void {
    if (this.#line !== undefined) this.#lines.push(this.#line);
    this.#line = undefined;
    this.#isSpaced = false;
  }

  #gapBefore(type: string): "" | " " {
    const last = this.#last;
    if (type === "comment") return " ";
    if (type === "comma" || type === "flow-seq-end" || last === "flow-seq-start") return "";
    if (last === "flow-map-start") return type === "flow-map-end" ? "" : " ";
    // An alias and an anchor would take the colon for a part of their name.
    if (type === "map-value-ind") return this.#isSpaced && !/scalar|flow/.test(last) ? " " : "";
    if (type === "flow-map-end" || last === "comma" || last === "map-value-ind") return " ";
    return this.#isSpaced ? " " : "";
  }
}
