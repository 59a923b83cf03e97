import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  __commonJS,
  __toESM
} from "./chunk-QHW5LFAW.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance3 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance3;
    var closest = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance3(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// src/engine/references/references.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);

// src/engine/references/filter-syntax.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var filterNames = ["json", "yaml", "base64", "indent", "lower", "upper", "join"];
var mostFilters = 8;
var mostSpaces = 40;
var mostSlips = 2;
var takes = {
  json: { what: `spaces for each level, 0 to ${mostSpaces}`, type: "number", required: false, example: "json 2" },
  indent: { what: `a number of spaces, 0 to ${mostSpaces}`, type: "number", required: true, example: "indent 4" },
  join: { what: "a text in quotes that stands between", type: "string", required: true, example: 'join ", "' }
};
var elsewhere = {
  b64: "base64",
  b64enc: "base64",
  b64encode: "base64",
  base64encode: "base64",
  downcase: "lower",
  lowercase: "lower",
  tolower: "lower",
  upcase: "upper",
  uppercase: "upper",
  toupper: "upper",
  nindent: "indent",
  quote: "json",
  tojson: "json",
  jsonencode: "json",
  toyaml: "yaml",
  yamlencode: "yaml",
  concat: "join"
};
var word = /[A-Za-z_][A-Za-z0-9_-]*/y;
var blanks = /\s*/y;
var wholeNumber = /[0-9]{1,4}(?![0-9A-Za-z_.])/y;
var quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
function parseFilters(text) {
  const filters = [];
  let position = 0;
  while (text[position] === "|") {
    if (filters.length === mostFilters) return tooManyFilters(position);
    position = end(blanks, text, position + 1);
    const start = position;
    const written = text.slice(start, end(word, text, start));
    const name = filterNames.find((one) => one === written);
    if (name === void 0) return unknownFilter(written, text.slice(start), start);
    position = end(blanks, text, start + written.length);
    const argumentEnd = Math.max(end(wholeNumber, text, position), end(quoted, text, position));
    const argument = argumentOf(text.slice(position, argumentEnd));
    const after = end(blanks, text, argumentEnd);
    const goesOn = after === text.length || text[after] === "|" || text.startsWith(":-", after);
    if (!goesOn || argument === null || !fits(name, argument)) return badArgument(name, text.slice(position), start);
    filters.push(argument === void 0 ? { name } : { name, argument });
    position = after;
  }
  return position === text.length ? { filters } : { filters, fallback: text.slice(position + 2) };
}
function end(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
function argumentOf(written) {
  if (written === "") return void 0;
  if (/^[0-9]/.test(written)) return Number(written);
  const inner = written.slice(1, -1);
  const double = written.startsWith('"') ? inner : inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"');
  try {
    return JSON.parse(`"${double.replaceAll("\n", "\\n").replaceAll("	", "\\t")}"`);
  } catch {
    return null;
  }
}
function fits(name, argument) {
  const taken = takes[name];
  if (argument === void 0) return taken?.required !== true;
  return taken?.type === typeof argument && (typeof argument === "string" || argument <= mostSpaces);
}
function unknownFilter(written, rest, at) {
  const all = `There are ${filterNames.slice(0, -1).join(", ")} and ${filterNames.at(-1)}.`;
  if (written === "") {
    const message2 = "the name of a filter is missing after `|`";
    return { code: "bad-filter", message: message2, at, suggestion: `${all} Write \`$\${\` for a literal \`\${\`.` };
  }
  const message = `there is no filter \`${written}\``;
  if (/^default/i.test(written)) {
    const suggestion2 = "A fallback stands behind the name and its filters: `${VALUE:name:-fallback}`.";
    return { code: "unknown-filter", message, at, suggestion: suggestion2 };
  }
  const bare = written.toLowerCase().replaceAll(/[_-]/g, "");
  const near = Object.hasOwn(elsewhere, bare) ? elsewhere[bare] : filterNames.find((one) => (0, import_fastest_levenshtein.distance)(bare, one) <= mostSlips);
  const suggestion = near === void 0 ? all : `Did you mean \`${shownFilter(near, rest)}\`?`;
  return { code: "unknown-filter", message, at, suggestion };
}
function shownFilter(name, rest) {
  const given = /^[A-Za-z0-9_-]+[\s(:]*([0-9]{1,2})\b/.exec(rest)?.[1];
  const taken = takes[name];
  if (given !== void 0 && taken?.type === "number") return `${name} ${given}`;
  return taken?.required ? taken.example : name;
}
function badArgument(name, rest, at) {
  const taken = takes[name];
  const isOpen = /^["']/.test(rest) && end(quoted, rest, 0) === 0;
  const message = isOpen ? `the text that \`${name}\` takes has no closing quote` : taken === void 0 ? `the filter \`${name}\` takes nothing, and \`${shortened(rest)}\` follows it` : rest.trim() === "" || /^(?:\||:-)/.test(rest) ? `the filter \`${name}\` needs ${taken.what}` : `the filter \`${name}\` takes ${taken.what}, not \`${shortened(rest)}\``;
  const suggestion = isOpen ? "A reference ends at the first `}`: write one as `\\u007d` in a text." : `Write \`| ${taken === void 0 ? name : taken.required ? shownFilter(name, `${name} ${rest}`) : taken.example}\`; filters are put in a row with \`|\`.`;
  return { code: "bad-filter", message, at, suggestion };
}
function shortened(text) {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}\u2026` : line;
}
function tooManyFilters(at) {
  const message = `more than ${mostFilters} filters stand in a row`;
  return { code: "bad-filter", message, at, suggestion: "Leave out those that change nothing." };
}
function formatFilters(filters) {
  return (filters ?? []).map(({ name, argument }) => ` | ${name}${argument === void 0 ? "" : ` ${formatted(argument)}`}`).join("");
}
function formatted(argument) {
  return typeof argument === "number" ? String(argument) : JSON.stringify(argument).replaceAll("}", "\\u007d");
}

// src/engine/references/references.ts
var referenceSources = ["VAR", "VALUE", "SECRET", "ENV", "GITHUB", "OPUS"];
var inside = /^([A-Za-z_]+):([\s\S]+)$/;
var namePatterns = {
  VAR: { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z_][A-Za-z0-9_-]*$/, form: "${VAR:task:KEY}" },
  VALUE: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${VALUE:name}" },
  SECRET: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${SECRET:name}" },
  ENV: { pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, form: "${ENV:NAME}" },
  GITHUB: { pattern: /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/, form: "${GITHUB:path}" },
  OPUS: { pattern: /^[a-z][a-z-]*$/, form: "${OPUS:context}" }
};
function parseTemplate(text) {
  if (!text.includes("${")) return { parts: [text], problems: [] };
  const parts = [];
  const problems = [];
  let literal = "";
  let position = 0;
  while (position < text.length) {
    const start = text.indexOf("${", position);
    if (start === -1) {
      literal += text.slice(position);
      break;
    }
    if (start > position && text[start - 1] === "$") {
      literal += `${text.slice(position, start - 1)}\${`;
      position = start + 2;
      continue;
    }
    literal += text.slice(position, start);
    const close = closing(text, start);
    const parsed = close === -1 ? void 0 : parseReference(text.slice(start + 2, close), start, close + 1);
    if (parsed === void 0 || "message" in parsed) {
      if (problems.length >= mostProblems) {
        literal += text.slice(start);
        break;
      }
      problems.push(
        parsed ?? {
          code: "bad-reference",
          message: "this `${` has no closing `}`",
          offset: start,
          suggestion: "Close the reference, or write `$${` for a literal `${`."
        }
      );
      literal += "${";
      position = start + 2;
      continue;
    }
    if (literal !== "") parts.push(literal);
    literal = "";
    parts.push(parsed);
    position = parsed.end;
  }
  if (literal !== "" || parts.length === 0) parts.push(literal);
  return { parts, problems };
}
var longestReference = 1e4;
var mostProblems = 20;
function closing(text, start) {
  const end2 = text.slice(start, start + longestReference).indexOf("}");
  return end2 === -1 ? -1 : start + end2;
}
function parseReference(body, start, end2) {
  const cut = body.indexOf(":-");
  const pipe = body.indexOf("|");
  const filtered = pipe !== -1 && (cut === -1 || pipe < cut);
  const head = filtered ? body.slice(0, pipe).trimEnd() : cut === -1 ? body : body.slice(0, cut);
  const match = inside.exec(head);
  const source = match?.[1];
  const name = match?.[2];
  if (source === void 0 || name === void 0 || !isSource(source)) {
    return {
      code: "bad-reference",
      message: `\`\${${body}}\` is not a reference`,
      offset: start,
      suggestion: suggestReference(head)
    };
  }
  const { pattern, form } = namePatterns[source];
  if (!pattern.test(name)) {
    return {
      code: "bad-reference",
      message: `\`\${${body}}\` is not a reference of the form \`${form}\``,
      offset: start,
      suggestion: `Write it as \`${form}\`, or \`$\${\` for a literal \`\${\`.`
    };
  }
  if (!filtered)
    return cut === -1 ? { source, name, start, end: end2 } : { source, name, fallback: body.slice(cut + 2), start, end: end2 };
  const parsed = parseFilters(body.slice(pipe));
  if ("filters" in parsed) return { source, name, ...parsed, start, end: end2 };
  const { code, message, suggestion, at } = parsed;
  return { code, message, offset: start + 2 + pipe + at, suggestion };
}
function isSource(text) {
  return referenceSources.includes(text);
}
function suggestReference(head) {
  const [first = "", ...rest] = head.split(":");
  const near = nearest(first.toUpperCase(), referenceSources, 2);
  if (near && rest.join(":") !== "")
    return `Did you mean \`\${${near}:${rest.join(":")}}\`? Write \`$\${\` for a literal \`\${\`.`;
  return "Write `${VAR:task:KEY}`, `${VALUE:name}`, `${SECRET:name}`, `${ENV:NAME}`, `${GITHUB:path}` or `${OPUS:context}`; `$${` is a literal `${`.";
}
function findReferences(text) {
  const found = [];
  for (const { index, 0: beginning } of text.matchAll(/\$\{(?:VAR|VALUE|SECRET|ENV|GITHUB|OPUS):/g)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const close = closing(text, index + beginning.length);
    const parsed = close === -1 ? void 0 : parseReference(text.slice(index + 2, close), index, close + 1);
    if (parsed !== void 0 && !("message" in parsed)) found.push(parsed);
  }
  return found;
}
function escapeText(text) {
  return text.replaceAll("${", () => "$${");
}
function formatReference(reference) {
  const fallback = reference.fallback === void 0 ? "" : `:-${reference.fallback}`;
  return `\${${reference.source}:${reference.name}${formatFilters(reference.filters)}${fallback}}`;
}
function nameBudget() {
  return { left: 3e5 };
}
var namesOfOne = 5e4;
var longestWord = 200;
function nearest(word2, candidates, limit = Math.max(1, Math.floor(word2.length / 3)), budget = { left: namesOfOne }) {
  if (word2.length > longestWord) return void 0;
  let best;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (--budget.left < 0) return void 0;
    if (Math.abs(candidate.length - word2.length) >= bestDistance) continue;
    const edits = slips(word2.toLowerCase(), candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
function slips(word2, other) {
  const edits = (0, import_fastest_levenshtein2.distance)(word2, other);
  if (edits !== 2 || word2.length !== other.length) return edits;
  const at = [...word2].findIndex((letter, index) => letter !== other[index]);
  const swapped = word2[at] === other[at + 1] && word2[at + 1] === other[at];
  return swapped && word2.slice(at + 2) === other.slice(at + 2) ? 1 : edits;
}

export {
  formatFilters,
  parseTemplate,
  findReferences,
  escapeText,
  formatReference,
  nameBudget,
  nearest
};
