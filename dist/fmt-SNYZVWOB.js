import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  require_dist
} from "./chunk-Z3T6MPV3.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/app/tools/fmt.ts
var import_yaml = __toESM(require_dist(), 1);
function format(text) {
  const once = written(text);
  if (once === void 0) return { state: "left", why: "it is no sound YAML: `opus validate` tells where" };
  if (once === text) return { state: "same", text };
  const twice = written(once);
  if (twice !== once) return { state: "left", why: "formatting it would not come to an end" };
  if (valuesOf(once) !== valuesOf(text)) return { state: "left", why: "formatting would change what it says" };
  if (commentsOf(once) !== commentsOf(text)) return { state: "left", why: "formatting would lose a comment" };
  return { state: "changed", text: once };
}
var options = { indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: true };
function written(text) {
  const documents = parse(text);
  if (documents === void 0) return void 0;
  const all = documents.map((document) => document.toString(options)).join("");
  const plain = withPlainBrackets(all);
  return plain === "" || plain.endsWith("\n") ? plain : `${plain}
`;
}
var marks = ["", "", ""];
function withPlainBrackets(text) {
  const pieces = [...new import_yaml.Lexer().lex(text)].filter((piece) => !marks.includes(piece));
  const kept = pieces.filter((piece, at) => {
    if (!/^ +$/.test(piece)) return true;
    return pieces[at - 1] !== "[" && (pieces[at + 1] !== "]" || pieces[at - 1] === "\n");
  });
  return kept.join("");
}
function parse(text) {
  const documents = (0, import_yaml.parseAllDocuments)(text, { keepSourceTokens: false, uniqueKeys: false, logLevel: "silent" });
  if (!Array.isArray(documents)) return [];
  return documents.some(({ errors }) => errors.length > 0) ? void 0 : documents;
}
function valuesOf(text) {
  return JSON.stringify((parse(text) ?? []).map((document) => document.toJS({ maxAliasCount: -1 })));
}
function commentsOf(text) {
  return [...text.matchAll(/(?:^|\s)#[^\n]*/g)].map(([comment]) => comment.trim()).join("\n");
}
export {
  format
};
