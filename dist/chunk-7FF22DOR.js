import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  keepsNumber
} from "./chunk-B6KQZQNF.js";
import {
  require_dist
} from "./chunk-Z3T6MPV3.js";
import {
  lowerFirst
} from "./chunk-U3X2RP64.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  addedCharactersLimit,
  addedValuesLimit,
  depthLimit,
  sizeWords
} from "./chunk-35FI2EEV.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/manifest/parse-yaml.ts
var import_yaml = __toESM(require_dist(), 1);

// src/manifest/yaml-errors.ts
function explainSyntaxError(error, text, marks) {
  const [start, end] = error.pos;
  const at = { code: "yaml-syntax", start, end: Math.max(end, start + 1) };
  const line = lineAt(text, start);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return {
        ...at,
        message: "a tab is used for indentation; YAML allows only blanks",
        suggestion: "Replace the tab with blanks, as many as the neighbouring lines have."
      };
    case "BAD_DQ_ESCAPE":
      return {
        ...at,
        end: start + 2,
        message: `\`${text.slice(start, start + 2)}\` is not an escape that double quotes know`,
        suggestion: "Write the backslash twice (\\\\), or put the text in single quotes, where it stands for itself."
      };
    case "BAD_SCALAR_START":
      return {
        ...at,
        end: start + 1,
        message: `a value can't begin with \`${text[start] ?? ""}\` unless it is quoted`,
        suggestion: `Put it in double quotes: ${quoted(restOfValue(text, start))}.`
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return nestedMapping(at, text, line);
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return missingColon(at, text, line);
    case "BLOCK_IN_FLOW":
      return missingComma(at);
    case "BAD_INDENT":
    case "MISSING_CHAR":
    case "UNEXPECTED_TOKEN":
      return misplaced(at, error, text, marks);
    case "ALIAS_PROPS":
    case "BAD_ALIAS":
    case "MULTIPLE_ANCHORS":
    case "MULTIPLE_TAGS":
    case "BAD_PROP_ORDER":
      return invalidProperty(at, error);
    default:
      return { ...at, message: lowerFirst(error.message) };
  }
}
function missingComma(at) {
  return {
    ...at,
    end: at.start + 1,
    message: "a comma is missing between the items of this list or mapping in brackets, or text with a colon is not quoted",
    suggestion: 'Separate items with commas, and quote text that holds ": ".'
  };
}
function invalidProperty(at, error) {
  return {
    ...at,
    message: `this anchor, alias or tag is not valid: ${lowerFirst(error.message)}`,
    suggestion: "If it is meant as text that begins with `*`, `&` or `!`, put it in quotes."
  };
}
function nestedMapping(at, text, line) {
  const value = text.slice(at.start, line.end);
  if (/^\s*-(\s|$)/.test(value)) return listItem({ ...at, start: at.start + value.indexOf("-") });
  if (/:(\s|$)/.test(value)) {
    return {
      ...at,
      end: line.end,
      message: 'this value holds ": ", which begins a mapping where only text can stand',
      suggestion: `Put the value in quotes: ${quoted(value.trimEnd())}.`
    };
  }
  const next = lineAt(text, line.end + 1);
  const indent = /^\s*/.exec(next.text)?.[0].length ?? 0;
  return {
    code: at.code,
    start: next.start + indent,
    end: next.end,
    message: "this line is indented deeper than the one before it, which has a value of its own already",
    suggestion: "Give it the same indentation as the line before, or delete the value there."
  };
}
function listItem(at) {
  return {
    ...at,
    end: at.start + 1,
    message: "an item of a list stands where a mapping goes on",
    suggestion: "Put the list under a key of its own, or indent the item like its neighbours."
  };
}
function missingColon(at, text, line) {
  const content = text.slice(at.start, line.end).trimEnd();
  const end = at.start + Math.max(1, content.length);
  const glued = /^([A-Za-z0-9_.-]+):(\S.*)$/.exec(content);
  if (glued) {
    return {
      ...at,
      end,
      message: `a blank is missing after the colon of "${glued[1]}"`,
      suggestion: `Write \`${clip(`${glued[1]}: ${glued[2]}`)}\`.`
    };
  }
  if (content.startsWith("- ") || content === "-") {
    return listItem(at);
  }
  if (content.length > 1024) {
    return {
      ...at,
      end: at.start + 1,
      message: "a key longer than 1024 characters is not allowed",
      suggestion: "If this is a value, the key and colon before it are missing."
    };
  }
  return {
    ...at,
    end,
    message: `\`${clip(content)}\` is not of the form \`key: value\``,
    suggestion: "Add the colon and a blank. If the line goes on with the text above, indent it deeper or quote the whole."
  };
}
function misplaced(at, error, text, marks) {
  const { message } = error;
  if (message.startsWith("Missing closing")) {
    const quote = message.includes('"') ? '"' : "'";
    const open = marks.unclosedQuotes.get(at.start) ?? at.start;
    return {
      ...at,
      start: open,
      end: open + 1,
      message: `this quoted text is never closed: its second ${quote} is missing`,
      suggestion: `Add ${quote} where the text ends.`
    };
  }
  if (/must be sufficiently indented and end with/.test(message)) {
    const mark = marks.unclosedBrackets.find(({ end }) => end >= at.start);
    const open = mark?.open ?? at.start;
    const closing = message.trimEnd().endsWith("}") ? "}" : "]";
    const broke = mark === void 0 && text[at.start] === closing;
    return {
      ...at,
      start: open,
      end: open + 1,
      message: broke ? `this \`${closing}\` must be indented deeper than the key that it belongs to` : `this \`${text[open] ?? ""}\` is never closed with \`${closing}\`, or what is inside is not indented deeper than its key`,
      suggestion: `Add the missing \`${closing}\`, or indent the lines inside.`
    };
  }
  if (/^Unexpected flow-map-start at node end/.test(message) && text[at.start - 1] === "$") {
    const close = text.indexOf("}", at.start);
    const reference = close === -1 ? "${\u2026}" : text.slice(at.start - 1, close + 1);
    return {
      ...at,
      start: at.start - 1,
      end: close === -1 ? at.end : close + 1,
      message: "inside brackets a reference must be quoted, because `{` begins a mapping there",
      suggestion: `Write "${clip(reference)}" in double quotes.`
    };
  }
  const extra = /flow-(?:seq|map)-end token in YAML stream/.test(message);
  if (extra) {
    return {
      ...at,
      message: `this \`${text[at.start] ?? ""}\` closes nothing`,
      suggestion: "Delete it, or add the bracket that it should close."
    };
  }
  return { ...at, ...reworded(message, at, text) };
}
var otherWords = [
  [
    /same column/,
    {
      message: "this line is indented differently from the other entries that it belongs to",
      suggestion: "Give all entries of one mapping or list the same indentation."
    }
  ],
  [/^Unexpected .* at node end|token in YAML stream/, afterValue],
  [
    /^Unexpected .* token$/,
    {
      message: "something is missing before this: a comma, a colon or a line break",
      suggestion: "Add what separates it from the value before it."
    }
  ],
  [
    /^Unexpected , in/,
    { message: "a comma stands here without an item before it", suggestion: "Delete one of the commas." }
  ],
  [
    /^Comments must be separated/,
    {
      message: "a comment must be separated from what stands before it by a blank",
      suggestion: "Add a blank before the #, or quote the value if the # belongs to it."
    }
  ],
  [
    /^(?=.*directives-end)(?=.*Block collection)/s,
    {
      message: "nothing may follow `---` on its line but a simple value",
      suggestion: "Put the document on the line after `---`."
    }
  ],
  [
    /directives-end/,
    {
      message: "a line that begins with % is a YAML directive, and `---` must follow it",
      suggestion: "Delete the line, or add a line with --- before the document."
    }
  ],
  [/followed by map values/, { message: "this key has no colon after it", suggestion: "Write `key: value`." }],
  [/^Missing , /, { message: "a comma is missing between two items", suggestion: "Add it." }],
  [
    /^Not a YAML token|^Block scalar header/,
    {
      message: "nothing may follow `|` or `>` on its line",
      suggestion: "Begin the text on the next line, indented deeper than its key."
    }
  ],
  [
    /^Block scalar|^Block scalars/,
    {
      message: "this line of a text block is not indented like the first line of the block",
      suggestion: "Indent every line of the block at least as deep as its first line, with blanks."
    }
  ]
];
function reworded(message, at, text) {
  const words = otherWords.find(([pattern]) => pattern.test(message))?.[1];
  if (words !== void 0) return typeof words === "function" ? words(at, text) : words;
  return { message: lowerFirst(message), suggestion: "Check quotes, brackets and indentation around this place." };
}
function afterValue(at, text) {
  const line = lineAt(text, at.start);
  const before = text.slice(line.start, at.start).trimEnd();
  const isQuoted = before.endsWith('"') || before.endsWith("'");
  return {
    message: `\`${clip(text.slice(at.start, Math.max(at.end, at.start + 1)))}\` is not expected here: the value before it is complete`,
    suggestion: isQuoted ? "Quote the whole value. Inside single quotes a quote is written twice ('')." : "If it belongs to the value, quote the whole; if it is a new entry, check its indentation."
  };
}
function lineAt(text, offset) {
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", Math.max(offset, start));
  let end = newline === -1 ? text.length : newline;
  if (text[end - 1] === "\r") end--;
  return { start, end: Math.max(start, end), text: text.slice(start, Math.max(start, end)) };
}
function restOfValue(text, start) {
  return text.slice(start, lineAt(text, start).end).replace(/(?<!\s)\s+#.*$/s, "").replace(/(?<![\s,\]}])[\s,\]}]+$/, "");
}
function quoted(text) {
  return JSON.stringify(clip(text));
}
function clip(text) {
  const line = text.split("\n", 1)[0]?.trimEnd() ?? "";
  return shortened(line, 60);
}

// src/manifest/parse-yaml.ts
var fileLexemeLimit = 8e5;
var totalLexemeLimit = 24e5;
var errorsPerDocument = 3;
function parseYaml(text, budget, onDocument) {
  const before = Error.stackTraceLimit;
  limitStacks(0);
  try {
    return parse(text, budget, onDocument);
  } finally {
    limitStacks(before);
  }
}
function limitStacks(lines) {
  if (Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")?.writable) Error.stackTraceLimit = lines;
}
function parse(text, budget, onDocument) {
  const problems = [];
  const parser = new import_yaml.Parser();
  const composer = new import_yaml.Composer({ schema: "core", uniqueKeys: false, logLevel: "silent" });
  const marks = new Marks();
  const finish = (document) => {
    const found = problemsOf(document, text, marks);
    if (found.length === 0) onDocument(document);
    else problems.push(...found);
  };
  let count = 0;
  for (const lexeme of new import_yaml.Lexer().lex(text)) {
    if (++count > fileLexemeLimit || --budget.lexemes < 0) return [...problems, tooManyParts(marks.offset, count)];
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) finish(document);
    if (parser.stack.length > depthLimit + 2) return [...problems, tooDeep(marks.offset)];
    marks.pass(lexeme);
  }
  marks.end();
  for (const token of parser.end()) for (const document of composer.next(token)) finish(document);
  for (const document of composer.end()) finish(document);
  return problems;
}
var Marks = class {
  unclosedBrackets = [];
  unclosedQuotes = /* @__PURE__ */ new Map();
  #brackets = [];
  offset = 0;
  pass(lexeme) {
    const first = lexeme[0] ?? "";
    if (first === "[" || first === "{") this.#brackets.push(this.offset);
    else if (first === "]" || first === "}") this.#brackets.pop();
    else if (first === "") this.end();
    else if ((first === '"' || first === "'") && (lexeme.length === 1 || !lexeme.endsWith(first))) {
      this.unclosedQuotes.set(this.offset + lexeme.length, this.offset);
    }
    if (first > "" || first === "\n" || first === "\r" || first === "	") this.offset += lexeme.length;
  }
  /** No bracket that is open is closed any more. */
  end() {
    const open = this.#brackets.at(-1);
    if (open !== void 0) this.unclosedBrackets.push({ open, end: this.offset });
    this.#brackets.length = 0;
  }
};
function tooDeep(start) {
  return {
    code: "too-deep",
    message: `here the file is nested more than ${depthLimit} levels deep`,
    start,
    end: start + 1,
    suggestion: "Flatten it. If it is not meant to be this deep, look for brackets or dashes that were repeated by mistake."
  };
}
function tooManyParts(start, count) {
  const shared = count <= fileLexemeLimit;
  return {
    code: "manifest-too-large",
    message: shared ? `the files of this manifest have more than ${totalLexemeLimit} parts (keys, values, marks) together` : `this file has more than ${fileLexemeLimit} parts (keys, values, marks)`,
    start,
    end: start,
    suggestion: shared ? "Split the project into several with a manifest each." : "Split it into several files and list them in Project.spec.include."
  };
}
var local = /* @__PURE__ */ new Set(["BAD_DQ_ESCAPE", "BAD_SCALAR_START", "BLOCK_AS_IMPLICIT_KEY", "TAB_AS_INDENT"]);
function problemsOf(document, text, marks) {
  const problems = [];
  let lastLineEnd = -1;
  for (const error of document.errors) {
    if (problems.length >= errorsPerDocument) break;
    if (error.pos[0] < lastLineEnd) continue;
    const problem = explainSyntaxError(error, text, marks);
    problems.push(problem);
    const newline = text.indexOf("\n", Math.max(error.pos[0], problem.start));
    if (!local.has(error.code)) break;
    lastLineEnd = newline === -1 ? text.length + 1 : newline + 1;
  }
  if (problems.length > 0) return problems;
  for (const warning of document.warnings) {
    if (warning.code === "BAD_DIRECTIVE") return [directive(text, warning.pos)];
  }
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== "1.2") {
    const at = text.lastIndexOf("%YAML", document.contents?.range[0] ?? document.range[0]);
    return [directive(text, [Math.max(at, 0), Math.max(at, 0) + 9])];
  }
  return [];
}
function directive(text, [start, end]) {
  const newline = text.indexOf("\n", start);
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const line = text.slice(lineStart, newline === -1 ? text.length : newline).trim();
  return {
    code: "yaml-directive",
    message: `the directive \`${shortened(line, 60)}\` is not supported: manifests are YAML 1.2`,
    start: lineStart,
    end: Math.max(end, lineStart + line.length),
    suggestion: "Delete the line. In YAML 1.2 only true and false are booleans; yes, no, on and off are text."
  };
}

// src/manifest/convert.ts
var import_yaml2 = __toESM(require_dist(), 1);
var coreTags = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
var noPart = { value: null, nodes: 1, characters: 0, height: 0 };
var problemLimit = 50;
function convert(document) {
  const conversion = new Conversion();
  const value = conversion.run(document.contents);
  const { aliases, problems, spellings, zeroed } = conversion;
  return { value, aliases, problems, spellings, zeroed };
}
var Conversion = class {
  aliases = /* @__PURE__ */ new Map();
  problems = [];
  spellings = /* @__PURE__ */ new Map();
  zeroed = [];
  #anchors = /* @__PURE__ */ new Map();
  #done = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  #aliasNodes = 0;
  #aliasCharacters = 0;
  #stopped = false;
  run(root) {
    const frames = [];
    let part = this.#enter(root, frames);
    for (; ; ) {
      const frame = frames.at(-1);
      if (frame === void 0) return part?.value ?? null;
      if (part !== void 0) this.#put(frame, part);
      part = void 0;
      if (this.#stopped || frame.next >= frame.items.length) {
        frames.pop();
        part = this.#close(frame);
        if (frames.length === 0) return part.value;
        continue;
      }
      const item = frame.items[frame.next++];
      if (frame.list) {
        part = this.#enter(item, frames);
        continue;
      }
      const pair = item;
      const key = this.#key(pair, frame);
      if (key === void 0) continue;
      frame.key = key;
      part = this.#enter(pair.value, frames);
    }
  }
  /** @returns the part, or undefined when a frame was pushed for it */
  #enter(node, frames) {
    if (node === null || node === void 0) return noPart;
    if ((0, import_yaml2.isAlias)(node)) return this.#alias(node, frames.length);
    if ("anchor" in node && typeof node.anchor === "string") this.#anchors.set(node.anchor, node);
    if (node.tag !== void 0 && !coreTags.test(node.tag)) {
      this.#report(node, {
        code: "custom-tag",
        message: `the tag \`${shortened(node.tag.replace("tag:yaml.org,2002:", "!!"), 60)}\` is not supported: a manifest holds plain text, numbers, booleans, lists and mappings`,
        suggestion: "Delete the tag. If the text begins with `!`, put it in quotes."
      });
    }
    if ((0, import_yaml2.isScalar)(node)) {
      const part = this.#scalar(node);
      if (node.anchor !== void 0) this.#done.set(node, part);
      return part;
    }
    if (!(0, import_yaml2.isMap)(node) && !(0, import_yaml2.isSeq)(node)) return noPart;
    if (frames.length >= depthLimit) return this.#tooDeep(node);
    this.#open.add(node);
    frames.push({
      node,
      items: node.items,
      list: (0, import_yaml2.isSeq)(node) ? [] : void 0,
      mapping: (0, import_yaml2.isMap)(node) ? {} : void 0,
      keys: (0, import_yaml2.isMap)(node) ? /* @__PURE__ */ new Map() : void 0,
      next: 0,
      key: "",
      nodes: 1,
      characters: 0,
      height: 0
    });
    return void 0;
  }
  #put(frame, part) {
    if (part.spelling !== void 0) this.#spell(frame, part.spelling);
    if (frame.list) frame.list.push(part.value);
    else if (frame.mapping) frame.mapping[frame.key] = part.value;
    frame.nodes += part.nodes;
    frame.characters += part.characters;
    frame.height = Math.max(frame.height, part.height);
  }
  #spell({ list, mapping, key }, spelling) {
    const holder = list ?? mapping ?? null;
    const known = this.spellings.get(holder) ?? /* @__PURE__ */ new Map();
    this.spellings.set(holder, known.set(list ? String(list.length) : key, spelling));
  }
  #close(frame) {
    this.#open.delete(frame.node);
    const part = {
      value: frame.list ?? frame.mapping ?? null,
      nodes: frame.nodes,
      characters: frame.characters,
      height: frame.height + 1
    };
    if ("anchor" in frame.node && frame.node.anchor !== void 0) this.#done.set(frame.node, part);
    return part;
  }
  #key(pair, frame) {
    const node = pair.key;
    if (!(0, import_yaml2.isScalar)(node) || typeof node.value !== "string") {
      this.#report(node ?? pair.value ?? frame.node, badKey(node));
      return void 0;
    }
    if (node.anchor !== void 0) {
      this.#anchors.set(node.anchor, node);
      this.#done.set(node, { ...noPart, value: node.value, characters: node.value.length });
    }
    const key = node.value;
    if (key === "__proto__") {
      this.#report(node, {
        code: "refused-key",
        message: "`__proto__` is not allowed as a key",
        suggestion: "Choose another name."
      });
      return void 0;
    }
    if (key === "<<" && node.type === "PLAIN") {
      this.#report(node, {
        code: "merge-key",
        message: "merge keys (`<<`) are not part of YAML 1.2 and not supported",
        suggestion: "Write the fields out here; an alias (`key: *anchor`) can stand for a whole value."
      });
      return void 0;
    }
    const first = frame.keys?.get(key);
    if (first !== void 0) {
      this.#report(node, {
        code: "duplicate-key",
        message: `the key ${JSON.stringify(shortened(key, 60))} is here for the second time`,
        suggestion: "Keep one of the two.",
        related: [{ message: "the first one", ...span(first) }]
      });
      return void 0;
    }
    frame.keys?.set(key, node);
    frame.characters += key.length;
    return key;
  }
  #scalar(node) {
    const { value } = node;
    if (typeof value === "string") {
      if (!value.isWellFormed()) {
        this.#report(node, {
          code: "bad-text",
          message: "this text holds half of a surrogate pair, which is no character",
          suggestion: "Write both halves (\\uD83D\\uDE00), or the character itself."
        });
      }
      return { value, nodes: 1, characters: value.length, height: 0 };
    }
    if (typeof value !== "number" && typeof value !== "boolean") return noPart;
    const { source = String(value) } = node;
    const spelling = source === String(value) ? {} : { spelling: source };
    return { ...noPart, value: typeof value === "number" ? this.#number(node, value) : value, ...spelling };
  }
  #number(node, value) {
    const source = shortened(node.source ?? String(value), 60);
    if (!Number.isFinite(value)) {
      this.#report(node, {
        code: "bad-number",
        message: `\`${source}\` is not a number that JSON knows`,
        suggestion: `If it is meant as text, put it in quotes: "${source}".`
      });
      return 0;
    }
    if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?(\d+|0[xo][0-9a-fA-F]+)$/.test(node.source ?? "")) {
      this.#report(node, {
        code: "bad-number",
        message: `${source} is too large: numbers are exact only up to 9007199254740991`,
        suggestion: `If it is an identifier, put it in quotes: "${source}".`
      });
      return 0;
    }
    if (/^[-+]?0\d/.test(node.source ?? "")) this.#zeroes(node, source, value);
    else if (/^[-+.\d]/.test(source) && !/^0[xo]/.test(source) && !keepsNumber(node.source ?? source)) {
      this.#report(node, {
        code: "bad-number",
        message: `${source} can't be kept as a number: it would become ${value}`,
        suggestion: `If it is meant as text, put it in quotes: "${source}"; else write ${value}.`
      });
    }
    return value === 0 ? 0 : value;
  }
  #zeroes(node, source, value) {
    if (this.zeroed.length >= problemLimit) return;
    this.zeroed.push({
      code: "leading-zero",
      message: `\`${source}\` begins with a zero, and YAML reads it as the number ${value}`,
      suggestion: `If it is meant as text (a code, an account, a short sha), put it in quotes: "${source}"; else write ${value}.`,
      ...span(node)
    });
  }
  #alias(node, depth) {
    const target = this.#anchors.get(node.source);
    this.aliases.set(node, target ?? null);
    if (target === void 0) {
      const text = `*${shortened(node.source, 60)}`;
      this.#report(node, {
        code: "unknown-alias",
        message: `\`${text}\` is an alias, and no anchor \`&${shortened(node.source, 60)}\` comes before it`,
        suggestion: `If it is meant as text, for example as a glob, put it in quotes: "${text}".`
      });
      return noPart;
    }
    if (this.#open.has(target)) {
      this.#report(node, {
        code: "alias-loop",
        message: `the alias \`*${shortened(node.source, 60)}\` stands inside of what it refers to`,
        suggestion: "Write the inner part out."
      });
      return noPart;
    }
    const part = this.#done.get(target) ?? noPart;
    if (depth + part.height > depthLimit) return this.#tooDeep(node);
    this.#aliasNodes += part.nodes;
    this.#aliasCharacters += part.characters;
    if (this.#aliasNodes > addedValuesLimit || this.#aliasCharacters > addedCharactersLimit) {
      this.#report(node, {
        code: "alias-bomb",
        message: `with this alias written out, aliases make the document larger than is allowed (${addedValuesLimit} values or ${sizeWords(addedCharactersLimit)} of text)`,
        suggestion: "Use fewer aliases; aliases of aliases multiply."
      });
      this.#stopped = true;
      return noPart;
    }
    return part;
  }
  #tooDeep(node) {
    this.#report(node, {
      code: "too-deep",
      message: `here the document is nested more than ${depthLimit} levels deep`,
      suggestion: "Flatten it."
    });
    return noPart;
  }
  #report(node, problem) {
    if (this.problems.length < problemLimit) this.problems.push({ ...problem, ...span(node) });
  }
};
function badKey(node) {
  const code = "non-string-key";
  if ((0, import_yaml2.isScalar)(node) && node.value !== null) {
    const source = shortened(node.source ?? String(node.value), 60);
    const kind = typeof node.value === "number" ? "a number" : "a boolean";
    return {
      code,
      message: `the key \`${source}\` is ${kind}; keys are text`,
      suggestion: `Put it in quotes: "${source}".`
    };
  }
  if ((0, import_yaml2.isMap)(node) || (0, import_yaml2.isSeq)(node)) {
    return {
      code,
      message: `a ${(0, import_yaml2.isMap)(node) ? "mapping" : "list"} stands here as a key; keys are text`,
      suggestion: "If `{{ \u2026 }}` or `[ \u2026 ]` is meant as text, put it in quotes."
    };
  }
  if ((0, import_yaml2.isAlias)(node))
    return { code, message: "an alias stands here as a key; keys are text", suggestion: "Write the key out." };
  return { code, message: "the key before this colon is empty", suggestion: "Write a key, or delete the colon." };
}
function span(node) {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
function childPointer(pointer, key) {
  return `${pointer}/${pointerSegment(key)}`;
}

// src/manifest/read-documents.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/manifest/plain-scalars.ts
var Cursor = class {
  text;
  at = 0;
  /** Values, keys and lines that were passed. */
  parts = 0;
  constructor(text) {
    this.text = text;
  }
  /** The character code here; NaN at the end. */
  code(ahead = 0) {
    return this.text.charCodeAt(this.at + ahead);
  }
  skipBlanks() {
    while (this.text.charCodeAt(this.at) === char.blank) this.at++;
  }
};
var char = {
  tab: 9,
  newline: 10,
  blank: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  greater: 62,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMapping: 123,
  bar: 124,
  closeMapping: 125
};
var keyLimit = 500;
var begins = new Uint8Array(128);
for (const each of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$/.+~(<=^;\\)")
  begins[each.charCodeAt(0)] = 1;
function beginsPlain(cursor) {
  const code = cursor.code();
  if (code === char.dash) {
    const next = cursor.code(1);
    return next < 128 && begins[next] === 1;
  }
  return code >= 128 || begins[code] === 1;
}
function isGap(code) {
  return code === char.blank || code === char.newline || code === char.tab || Number.isNaN(code);
}
function plainText(cursor) {
  if (!beginsPlain(cursor)) return void 0;
  const { text, at: start } = cursor;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.newline) break;
    if (code === char.blank) {
      if (text.charCodeAt(at + 1) === char.hash) break;
      continue;
    }
    if (code === char.tab || code === char.colon && isGap(text.charCodeAt(at + 1))) return void 0;
    end = at + 1;
  }
  cursor.at = end;
  return text.slice(start, end);
}
function flowText(cursor) {
  if (!beginsPlain(cursor)) return void 0;
  const { text, at: start } = cursor;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.blank) continue;
    if (code === char.newline || code === char.comma || code === char.closeList || code === char.closeMapping) break;
    if (code === char.colon) {
      const next = text.charCodeAt(at + 1);
      if (next === char.blank || next === char.newline) break;
      if (endsFlowText(next)) return void 0;
    } else if (code === char.hash) {
      if (text.charCodeAt(at - 1) === char.blank) return void 0;
    } else if (code === char.tab || code === char.openList || code === char.openMapping) return void 0;
    end = at + 1;
  }
  cursor.at = end;
  return text.slice(start, end);
}
function endsFlowText(code) {
  return code === char.comma || code === char.tab || code === char.openList || code === char.closeList || code === char.openMapping || code === char.closeMapping;
}
function blockKey(cursor) {
  const { text, at: start } = cursor;
  const first = text.charCodeAt(start);
  if (first === char.doubleQuote || first === char.singleQuote) {
    const key = quotedText(cursor);
    if (key === void 0 || cursor.code() !== char.colon || !isGap(cursor.code(1))) return void 0;
    cursor.at++;
    return usualKey(key, cursor.at - start);
  }
  if (!beginsPlain(cursor)) return void 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.colon && isGap(text.charCodeAt(at + 1))) {
      if (text.charCodeAt(at - 1) === char.blank) return void 0;
      cursor.at = at + 1;
      return plainKey(text.slice(start, at));
    }
    if (code === char.newline || code === char.tab) return void 0;
    if (code === char.hash && text.charCodeAt(at - 1) === char.blank) return void 0;
  }
}
function flowKey(cursor) {
  const start = cursor.at;
  const first = cursor.code();
  const isQuoted = first === char.doubleQuote || first === char.singleQuote;
  const key = isQuoted ? quotedText(cursor) : flowText(cursor);
  if (key === void 0 || cursor.code() !== char.colon) return void 0;
  const next = cursor.code(1);
  if (!isQuoted && next !== char.blank && next !== char.newline) return void 0;
  cursor.at++;
  return isQuoted ? usualKey(key, cursor.at - start) : plainKey(key);
}
function plainKey(key) {
  return plainValue(key) === key && key !== "<<" ? usualKey(key, key.length) : void 0;
}
function usualKey(key, written) {
  return written > keyLimit || key === "__proto__" ? void 0 : key;
}
function quotedText(cursor) {
  const { text, at: start } = cursor;
  const quote = text.charCodeAt(start);
  let hasEscapes = false;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.newline || code === char.tab) return void 0;
    if (code === char.backslash && quote === char.doubleQuote) {
      hasEscapes = true;
      if (text.charCodeAt(at + 1) === char.newline) return void 0;
      at++;
    } else if (code === quote) {
      if (quote === char.singleQuote && text.charCodeAt(at + 1) === quote) {
        hasEscapes = true;
        at++;
        continue;
      }
      cursor.at = at + 1;
      const inner = text.slice(start + 1, at);
      if (!hasEscapes) return inner;
      return quote === char.singleQuote ? inner.replaceAll("''", "'") : unescaped(inner);
    }
  }
}
var jsonEscape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;
function unescaped(inner) {
  if (inner.replace(jsonEscape, "").includes("\\")) return void 0;
  const text = JSON.parse(`"${inner}"`);
  return text.isWellFormed() ? text : void 0;
}
var number = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
function plainValue(text) {
  const first = text.charCodeAt(0);
  if (first <= char.nine && first >= char.plus) {
    if (!number.test(text)) return text;
    const value = Number(text);
    const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
    return isExact && String(value) === text ? value : void 0;
  }
  if (text.length > 5) return text;
  switch (text) {
    case "true":
      return true;
    case "false":
      return false;
    case "null":
    case "Null":
    case "NULL":
    case "~":
      return null;
    case "True":
    case "TRUE":
    case "False":
    case "FALSE":
      return void 0;
    default:
      return text;
  }
}

// src/manifest/plain-block-text.ts
function readTextBlock(cursor, indent) {
  const isFolded = cursor.code() === char.greater;
  cursor.at++;
  const chomp = cursor.code();
  if (chomp === char.dash || chomp === char.plus) cursor.at++;
  cursor.skipBlanks();
  if (cursor.code() !== char.newline) return void 0;
  cursor.at++;
  const start = cursor.at;
  cursor.skipBlanks();
  const margin = cursor.at - start;
  cursor.at = start;
  if (margin <= indent) return void 0;
  const block = blockLines(cursor, indent, margin, isFolded);
  if (block === void 0) return void 0;
  if (chomp === char.dash) return block.text;
  if (chomp !== char.plus) return `${block.text}
`;
  return Number.isNaN(cursor.code()) ? void 0 : `${block.text}
${"\n".repeat(block.emptyAfter)}`;
}
function blockLines(cursor, indent, margin, isFolded) {
  let text = "";
  let empty = -1;
  for (; ; ) {
    const start = cursor.at + margin;
    const first = cursor.text.charCodeAt(start);
    if ((isFolded || empty === -1) && (first === char.blank || first === char.tab || first === char.newline))
      return void 0;
    const end = cursor.text.indexOf("\n", start);
    if (isFolded) text += empty === 0 ? " " : "\n".repeat(Math.max(empty, 0));
    else if (empty >= 0) text += empty === 0 ? "\n" : "\n".repeat(empty + 1);
    text += cursor.text.slice(start, end);
    cursor.at = end + 1;
    cursor.parts++;
    empty = skipEmpty(cursor, margin);
    const here = indentUpTo(cursor, margin);
    if (here === margin) {
      if (isOnlyBlanks(cursor, margin)) return void 0;
    } else {
      return here > indent || cursor.code(here) === char.tab ? void 0 : { text, emptyAfter: empty };
    }
  }
}
function skipEmpty(cursor, margin) {
  let count = 0;
  for (; ; ) {
    const blanks = indentUpTo(cursor, margin);
    if (cursor.code(blanks) !== char.newline) return count;
    cursor.at += blanks + 1;
    cursor.parts++;
    count++;
  }
}
function indentUpTo(cursor, most) {
  let blanks = 0;
  while (blanks < most && cursor.code(blanks) === char.blank) blanks++;
  return blanks;
}
function isOnlyBlanks(cursor, from) {
  let at = from;
  while (cursor.code(at) === char.blank) at++;
  return cursor.code(at) === char.newline;
}

// src/manifest/plain-flow.ts
function readFlow(cursor, indent, room) {
  if (room === 0) return void 0;
  cursor.parts++;
  const isList = cursor.code() === char.openList;
  cursor.at++;
  return isList ? flowList(cursor, indent, room) : flowMapping(cursor, indent, room);
}
function flowList(cursor, indent, room) {
  const list = [];
  if (!skipGap(cursor, indent)) return void 0;
  while (cursor.code() !== char.closeList) {
    const value = flowValue(cursor, indent, room);
    if (value === void 0 || !skipGap(cursor, indent)) return void 0;
    list.push(value);
    if (!separated(cursor, indent, char.closeList)) return void 0;
  }
  cursor.at++;
  return list;
}
function flowMapping(cursor, indent, room) {
  const mapping = {};
  if (!skipGap(cursor, indent)) return void 0;
  while (cursor.code() !== char.closeMapping) {
    const key = flowKey(cursor);
    if (key === void 0 || Object.hasOwn(mapping, key) || !skipGap(cursor, indent)) return void 0;
    const value = flowValue(cursor, indent, room);
    if (value === void 0 || !skipGap(cursor, indent)) return void 0;
    mapping[key] = value;
    if (!separated(cursor, indent, char.closeMapping)) return void 0;
  }
  cursor.at++;
  return mapping;
}
function separated(cursor, indent, closing) {
  const code = cursor.code();
  if (code === closing) return true;
  if (code !== char.comma) return false;
  cursor.at++;
  return skipGap(cursor, indent);
}
function flowValue(cursor, indent, room) {
  cursor.parts += 2;
  const code = cursor.code();
  if (code === char.openList || code === char.openMapping) return readFlow(cursor, indent, room - 1);
  if (code === char.doubleQuote || code === char.singleQuote) return quotedText(cursor);
  const text = flowText(cursor);
  return text === void 0 ? void 0 : plainValue(text);
}
function skipGap(cursor, indent) {
  cursor.skipBlanks();
  while (cursor.code() === char.newline) {
    const start = ++cursor.at;
    cursor.parts++;
    cursor.skipBlanks();
    if (cursor.at - start <= indent && cursor.code() !== char.newline) return false;
    if (cursor.at === start && cursor.text.startsWith("...", start)) return false;
  }
  const code = cursor.code();
  return code !== char.tab && code !== char.hash && !Number.isNaN(code);
}

// src/manifest/plain-yaml.ts
var levels = 50;
var documentParts = 1e5;
var oddCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
var PlainReader = class _PlainReader {
  #cursor;
  #length;
  /** Of the line that the cursor is in; -1 at the end of the document. */
  #indent = 0;
  constructor(text) {
    this.#length = text.length;
    this.#cursor = new Cursor(text.endsWith("\n") ? text : `${text}
`);
  }
  /** @returns undefined when characters of the text, or its directives, are unusual */
  static of(text) {
    return oddCharacter.test(text) || /^%/m.test(text) || !text.isWellFormed() ? void 0 : new _PlainReader(text);
  }
  /** Values, keys and lines of all documents. */
  get parts() {
    return this.#cursor.parts;
  }
  /**
   * @param from the beginning of the text, or of a `---`
   * @returns undefined when something in the document is unusual
   */
  document(from) {
    const cursor = this.#cursor;
    const before = cursor.parts;
    cursor.at = from;
    if (this.#atMark("---")) {
      cursor.at += 3;
      if (!this.#nextLine()) return void 0;
    } else if (!this.#toContent()) return void 0;
    const start = cursor.at;
    let value;
    if (this.#indent !== -1) {
      if (this.#indent > 0) return void 0;
      value = this.#node(0, -1, levels);
      if (value === void 0 || this.#indent !== -1) return void 0;
    }
    if (cursor.parts - before > documentParts) return void 0;
    return { value, start, end: Math.min(cursor.at, this.#length) };
  }
  /** A list or mapping that begins here. @param column where it stands, @param indent of what it belongs to */
  #node(column, indent, room) {
    if (room === 0) return void 0;
    const code = this.#cursor.code();
    if (code === char.dash && isGap(this.#cursor.code(1))) return this.#list(column, room);
    if (code !== char.openList && code !== char.openMapping) return this.#mapping(column, room);
    const value = readFlow(this.#cursor, indent, room);
    return value !== void 0 && this.#nextLine() && this.#indent <= indent ? value : void 0;
  }
  #mapping(column, room) {
    const mapping = {};
    do {
      this.#cursor.parts += 2;
      const key = blockKey(this.#cursor);
      if (key === void 0 || Object.hasOwn(mapping, key)) return void 0;
      const value = this.#value(column, room);
      if (value === void 0) return void 0;
      mapping[key] = value;
    } while (this.#indent === column);
    return this.#indent < column ? mapping : void 0;
  }
  /** What follows the colon of a key. */
  #value(indent, room) {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (!this.#atLineEnd()) return this.#inLine(indent, room);
    if (!this.#nextLine()) return void 0;
    if (this.#indent > indent) return this.#node(this.#indent, indent, room - 1);
    const isList = this.#indent === indent && cursor.code() === char.dash && isGap(cursor.code(1));
    return isList ? this.#list(indent, room - 1) : null;
  }
  #list(column, room) {
    if (room === 0) return void 0;
    const cursor = this.#cursor;
    const list = [];
    do {
      if (cursor.code() !== char.dash || !isGap(cursor.code(1))) break;
      cursor.parts += 2;
      const dash = cursor.at;
      cursor.at++;
      const value = this.#item(dash, column, room);
      if (value === void 0) return void 0;
      list.push(value);
    } while (this.#indent === column);
    return this.#indent <= column ? list : void 0;
  }
  /** What follows the dash of an item. */
  #item(dash, indent, room) {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (this.#atLineEnd()) {
      if (!this.#nextLine()) return void 0;
      return this.#indent > indent ? this.#node(this.#indent, indent, room - 1) : null;
    }
    const column = indent + cursor.at - dash;
    const code = cursor.code();
    if (code === char.dash && isGap(cursor.code(1))) return this.#list(column, room - 1);
    const start = cursor.at;
    const isMapping = code !== char.openList && code !== char.openMapping && blockKey(cursor) !== void 0;
    cursor.at = start;
    return isMapping ? this.#node(column, indent, room - 1) : this.#inLine(indent, room);
  }
  /** A value that begins in the line of its key or dash. */
  #inLine(indent, room) {
    const cursor = this.#cursor;
    const code = cursor.code();
    let value;
    if (code === char.bar || code === char.greater) {
      value = readTextBlock(cursor, indent);
      return value !== void 0 && this.#toContent() && this.#indent <= indent ? value : void 0;
    }
    if (code === char.openList || code === char.openMapping) value = readFlow(cursor, indent, room - 1);
    else if (code === char.doubleQuote || code === char.singleQuote) value = quotedText(cursor);
    else {
      const text = plainText(cursor);
      if (text !== void 0) value = plainValue(text);
    }
    return value !== void 0 && this.#nextLine() && this.#indent <= indent ? value : void 0;
  }
  #atLineEnd() {
    const code = this.#cursor.code();
    return code === char.newline || code === char.hash && this.#cursor.code(-1) === char.blank;
  }
  /** Passes the end of the line, which may hold a comment, and goes to the next content. */
  #nextLine() {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (!this.#atLineEnd()) return false;
    cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
    cursor.parts++;
    return this.#toContent();
  }
  /** Goes from the beginning of a line to the next content. @returns false for a tab and the mark `...` */
  #toContent() {
    const cursor = this.#cursor;
    while (cursor.at < this.#length) {
      const start = cursor.at;
      cursor.skipBlanks();
      const code = cursor.code();
      if (code === char.newline || code === char.hash) {
        cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
        cursor.parts++;
        continue;
      }
      this.#indent = cursor.at - start;
      if (this.#indent === 0 && this.#atMark("---")) this.#indent = -1;
      return code !== char.tab && !this.#atMark("...");
    }
    this.#indent = -1;
    return true;
  }
  #atMark(mark) {
    const { text, at } = this.#cursor;
    return text.startsWith(mark, at) && isGap(text.charCodeAt(at + 3));
  }
};

// src/manifest/read-documents.ts
var plainPartsLimit = 8e6;
var filePlainParts = 1e6;
var partsOfDocument = 8;
var documentMark = "---";
function readDocuments(text, budget, onDocument) {
  const quick = readQuickly(text, budget);
  if (quick === void 0) return readFully(text, budget, onDocument);
  for (const document of quick) onDocument(document);
  return [];
}
function readFully(text, budget, onDocument) {
  return parseYaml(text, budget, (node) => onDocument(readNode(node, 0)));
}
function readQuickly(text, budget) {
  const lines = new LineEnds(text);
  const reader = PlainReader.of(lines.text);
  if (reader === void 0) return void 0;
  const documents = [];
  const lexemes = Math.min(budget.lexemes, fileLexemeLimit);
  const rest = { lexemes };
  const most = Math.min(budget.plainParts, filePlainParts);
  let count = 0;
  for (let from = 0, start = 0; start < text.length; ) {
    const plain = reader.document(from);
    const begin = plain && lines.offset(plain.start);
    from = plain?.end ?? endOfDocument(lines.text, from);
    const end = lines.offset(from);
    if (plain === void 0 || begin === void 0) {
      if (start === 0 && end === text.length) return void 0;
      if (!readPart(text, start, end, rest, documents)) return void 0;
    } else if (plain.value !== void 0) {
      documents.push({ ...sound, value: plain.value, start: begin, range: { start, end } });
    }
    start = end;
    if (reader.parts + partsOfDocument * ++count > most) return void 0;
  }
  budget.lexemes -= lexemes - rest.lexemes;
  budget.plainParts -= reader.parts + partsOfDocument * count;
  return documents;
}
var LineEnds = class {
  text;
  #hasReturns;
  #at = 0;
  #returns = 0;
  constructor(text) {
    this.#hasReturns = text.includes("\r") && !/(?:^|[^\r])\n/.test(text);
    this.text = this.#hasReturns ? text.replaceAll("\r\n", "\n") : text;
  }
  /** The same place in the file. @param offset none before one that was asked for */
  offset(offset) {
    if (!this.#hasReturns) return offset;
    for (let at = this.text.indexOf("\n", this.#at); at !== -1 && at < offset; at = this.text.indexOf("\n", at + 1)) {
      this.#returns++;
      this.#at = at + 1;
    }
    return offset + this.#returns;
  }
};
var sound = {
  isEmpty: false,
  problems: [],
  spellings: /* @__PURE__ */ new Map(),
  zeroed: []
};
function readPart(text, start, end, budget, documents) {
  const isLast = end === text.length;
  const found = [];
  const part = text.slice(start, isLast ? end : end + documentMark.length);
  const problems = parseYaml(part, budget, (node) => found.push(readNode(node, start)));
  if (!isLast) found.pop();
  for (const document of found) documents.push(document);
  return problems.length === 0 && found.every((document) => document.problems.length + document.zeroed.length === 0);
}
function endOfDocument(text, from) {
  for (let at = text.indexOf("\n---", from); at !== -1; at = text.indexOf("\n---", at + 1)) {
    const after = text[at + 4];
    if (after === void 0 || after === " " || after === "	" || after === "\n") return at + 1;
  }
  return text.length;
}
function readNode(node, base) {
  const { value, problems, spellings, zeroed } = convert(node);
  const root = node.contents;
  return {
    value,
    isEmpty: root === null || (0, import_yaml3.isScalar)(root) && root.value === null,
    start: base + span(root).start,
    range: { start: base + node.range[0], end: base + node.range[2] },
    problems,
    spellings,
    zeroed
  };
}

export {
  fileLexemeLimit,
  totalLexemeLimit,
  parseYaml,
  convert,
  span,
  childPointer,
  plainPartsLimit,
  readDocuments
};
