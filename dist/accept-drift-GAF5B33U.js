import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  structuredPatch
} from "./chunk-BCV6KWAY.js";
import {
  decode
} from "./chunk-QXHLS2HQ.js";
import {
  withInherited
} from "./chunk-UWXSLNNU.js";
import "./chunk-VV5JYV5H.js";
import {
  specRules
} from "./chunk-JOSI6L7F.js";
import {
  plainPartsLimit,
  readDocuments,
  totalLexemeLimit
} from "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import "./chunk-HG2EX3FI.js";
import {
  parseProblems,
  quotedNames
} from "./chunk-4U3IF34V.js";
import {
  ScopeMatcher
} from "./chunk-RYA6JTW6.js";
import {
  differences
} from "./chunk-ILMNOFIF.js";
import {
  isGate
} from "./chunk-O5UACIXT.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import {
  taskError
} from "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-3X5OX6NC.js";
import {
  keepsNumber
} from "./chunk-B6KQZQNF.js";
import "./chunk-CFNOMM4R.js";
import {
  escapeAll,
  references
} from "./chunk-N35UVQ2N.js";
import {
  require_dist
} from "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import {
  wasMasked
} from "./chunk-LXV566ZK.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-756ZVGAZ.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import {
  declaredDifferences,
  diffJson,
  equalJson,
  touches,
  valueAt,
  withValueAt,
  withoutPointers
} from "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerPath
} from "./chunk-RRD47Q5D.js";
import {
  fileCopyBytes,
  manifestBytes
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import {
  findReferences,
  formatReference
} from "./chunk-DGTLEPWR.js";
import {
  __toESM
} from "./chunk-QHW5LFAW.js";

// src/engine/accept/accept-task.ts
var nothing = { values: [], copies: [], left: [] };
function acceptTask(planned, written, tools) {
  const { drift } = planned.decision;
  if (drift !== "missing" && drift !== "resource-changed" && drift !== "both") return nothing;
  const whole = wholeReason(planned, written);
  if (whole !== void 0 || written === void 0) {
    const location = written?.location ?? planned.location;
    return { ...nothing, left: [{ task: planned.name, path: "", location, ...whole ?? leftManifest }] };
  }
  try {
    return new Acceptance(planned, written, tools).result();
  } catch (error) {
    const { message: why, hint } = taskError(error);
    const reason = { why, ...hint === void 0 ? {} : { hint } };
    return { ...nothing, left: [{ task: planned.name, path: "", location: written.location, ...reason }] };
  }
}
var leftManifest = { why: "it left the manifest", hint: "`apply` deletes it." };
function wholeReason(planned, written) {
  const { decision, processor, recordedProcessor, desired, recorded, facts } = planned;
  if (isGate(planned)) return { why: "it does not hold, and it is nothing that could be written in another way" };
  if (written === void 0 || !planned.task) return leftManifest;
  if (decision.drift === "missing") {
    const hint = "`apply` makes it again. If it is to stay away, take the task out of the manifest.";
    return { why: "the resource is gone", hint };
  }
  if (!processor || processor !== recordedProcessor) return { why: "the manifest gives it another kind" };
  if (!desired || !recorded || !facts) return { why: "not all of what it is to be is known" };
  return void 0;
}
var Acceptance = class {
  #planned;
  #written;
  #tools;
  #processor;
  #desired;
  #recorded;
  #facts;
  #values = [];
  #copies = [];
  #left = [];
  constructor(planned, written, tools) {
    this.#planned = planned;
    this.#written = written;
    this.#tools = tools;
    this.#processor = planned.processor;
    this.#desired = planned.desired;
    this.#recorded = planned.recorded;
    this.#facts = planned.facts;
  }
  result() {
    const { ignoreChanges } = this.#planned.lifecycle;
    const changed = new Set(diffJson(this.#recorded.entry.spec, this.#desired.stored).map(({ path }) => path));
    const others = this.#tools.others(this.#written);
    for (const one of withoutPaths(this.#acceptables(), ignoreChanges)) {
      const refused = "why" in one ? one : this.#refusal(one, changed, others);
      if (refused) this.#leave(one.path, refused);
      else if ("copy" in one) this.#copies.push(one);
      else if ("value" in one) this.#take(one);
    }
    return { values: this.#values, copies: this.#copies, left: this.#left };
  }
  #acceptables() {
    const { compare, plan } = this.#processor;
    const { observed } = this.#recorded.entry;
    if (compare?.accept) return compare.accept(this.#facts, this.#desired.value, this.#written.spec, observed);
    if (compare?.differs || compare?.factFields || plan) {
      const hint = "Change the manifest by hand; or apply, to have the resource as it was.";
      return [
        { path: "", why: `the kind ${this.#planned.kind} does not say how what is there would be written`, hint }
      ];
    }
    return declaredDifferences(this.#facts, this.#desired.value).map(({ path, before = null }) => ({
      path,
      value: before
    }));
  }
  /** Why the manifest must not take something that its kind can say. */
  #refusal(one, changed, others) {
    const { path } = one;
    if (touches(path, this.#desired.secretPointers) || touches(path, this.#recorded.secretPointers))
      return { why: "a secret is in it", hint: "Change the secret where it is kept; or apply, to have it as it was." };
    const reference = this.#referenceAt(path);
    if (reference) return this.#fromReference(reference, "value" in one ? one.value : void 0);
    const isChanged = "copy" in one ? [...changed].some((field) => field !== "/mode") : touches(path, changed);
    if (isChanged)
      return {
        why: "the manifest was changed there, too, and that was not applied",
        hint: "Write there by hand what is to be."
      };
    if ("value" in one && (wasMasked(one.value) || this.#holdsSecret(one.value)))
      return { why: "what is there holds a secret", hint: "Nothing secret is written into a manifest." };
    if (others.length === 0) return void 0;
    const hint = "Give each context its own with a value (`${VALUE:\u2026}` and `contexts` in a Values document); or accept it for all of them with `--shared`.";
    return {
      why: `${others.join(", ")} would change as well: the same text stands for ${others.length > 1 ? "all of them" : "both"}`,
      hint
    };
  }
  /** What of the written spec at, above or below a place is a reference. */
  #referenceAt(path) {
    let at = this.#written.spec;
    for (const key of pointerPath(path)) {
      if (typeof at === "string") break;
      at = valueAt(at, [key]);
    }
    for (const { reference } of references(at ?? null)) {
      const whole = at === formatReference(reference) && valueAt(this.#written.spec, pointerPath(path)) === at;
      return { reference, whole };
    }
    return void 0;
  }
  #fromReference({ reference, whole }, value) {
    const shown = `\`${formatReference(reference)}\``;
    const why = whole ? `it comes from ${shown}` : `${shown} is a part of it`;
    const place = this.#tools.placeOf(reference);
    const where = place ? ` at ${place.file}:${place.line}` : "";
    if (reference.source !== "VALUE")
      return { why, hint: "Change it where it comes from; or apply, to have it as it was." };
    const isSimple = whole && !reference.filters && value !== void 0 && typeof value !== "object" && String(value).length <= longestShown;
    const shownValue = isSimple && !this.#holdsSecret(value) && !wasMasked(value) ? JSON.stringify(value) : void 0;
    return {
      why,
      hint: shownValue ? `To accept what is there, make the value \`${reference.name}\`${where} ${shownValue}.` : `Change the value \`${reference.name}\`${where}, or what is written here, by hand.`
    };
  }
  #holdsSecret(value) {
    if (typeof value === "string" || typeof value === "number") return this.#tools.redactor.contains(String(value));
    if (typeof value !== "object" || value === null) return false;
    return Object.entries(value).some(
      ([key, member]) => this.#tools.redactor.contains(key) || this.#holdsSecret(member)
    );
  }
  /** Takes a value, of the type that the manifest has where that will do. */
  #take({ path, value }) {
    const wanted = valueAt(this.#desired.value, pointerPath(path));
    if (wanted === void 0 || valueAt(this.#written.spec, pointerPath(path)) === void 0) {
      this.#leave(path, { why: "the manifest does not say it in this place" });
      return;
    }
    const taken = [...ofType(wanted, value), value].find((one) => this.#settles(path, one));
    if (taken === void 0) {
      this.#leave(path, { why: "even so written it would differ", hint: "Change the manifest by hand." });
      return;
    }
    const verbatim = this.#processor.fields?.verbatim?.includes(pointerPath(path)[0] ?? "") ?? false;
    if (verbatim && typeof taken === "string" && findReferences(taken).length > 0) {
      this.#leave(path, { why: "what is there reads like one of our references" });
      return;
    }
    this.#values.push({ path, value: verbatim ? taken : escapeAll(taken) });
  }
  /** With this value, is the spec a right one, and does nothing differ there any more? */
  #settles(path, value) {
    const { fields } = this.#processor;
    const spec = withValueAt(this.#desired.value, pointerPath(path), value);
    if (parseProblems(this.#processor, spec, [...this.#desired.unknowns.keys()]).length > 0) return false;
    const normal = fields?.normalize?.(spec) ?? spec;
    const left = differences(this.#processor, this.#facts, normal, this.#recorded.entry.observed);
    return !left.some((field) => touches(field.path, /* @__PURE__ */ new Set([path])));
  }
  #leave(path, { why, hint }) {
    const location = this.#written.locate(`/spec${path}`);
    this.#left.push({ task: this.#planned.name, path, why, ...hint === void 0 ? {} : { hint }, location });
  }
};
var longestShown = 80;
function withoutPaths(all, ignored) {
  const kept = new Set(withoutPointers(all, ignored).map(({ path }) => path));
  return all.filter(({ path }) => kept.has(path));
}
function ofType(wanted, value) {
  if (typeof value !== "string") return [];
  if (typeof wanted === "number" && keepsNumber(value) && String(Number(value)) === value) return [Number(value)];
  return typeof wanted === "boolean" && (value === "true" || value === "false") ? [value === "true"] : [];
}

// src/hooks/rendering/file-patch.ts
var contextLines = 3;
var mostEdits = 3e3;
function filePatch(before, after) {
  const options = { context: contextLines, maxEditLength: mostEdits };
  const patch = structuredPatch("", "", before, after, void 0, void 0, options);
  if (!patch) return "@@ more lines differ than can be shown here: `git diff` has them @@";
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.map((line) => line.replace(/\r$/, ""))
  ]).join("\n");
}

// src/app/accept/changed-file.ts
function whyNotWritten(path, files) {
  const shown = files.display(path);
  const found = files.look(path, -1);
  if (found.state === "failed") return found.problem.message;
  if (found.state === "absent") return `${shown} is gone`;
  if (found.type !== "file") return `${shown} is a ${found.type}, and only a file itself is written`;
  return (found.mode & 146) === 0 ? `${shown} is read-only` : void 0;
}
async function writeChanged({ path, shown, found, bytes }, files) {
  const now = files.read(path, found.length + 1);
  if (!now.ok || !Buffer.from(now.value).equals(found)) return err(`${shown} was changed while this run went on`);
  const written = await files.replace(path, bytes);
  return written.ok ? ok(void 0) : err(`${shown} could not be written: ${written.error.message}`);
}

// src/app/accept/copied-files.ts
function readCopy(task, copy, tools) {
  const { files, redactor } = tools;
  const shared = tools.tasks.filter((other) => other.name !== task && reads(other, copy.to, tools));
  if (shared.length > 0) {
    const names = shared.map(({ name }) => `"${name}"`).join(", ");
    return err({ why: `${names} would change as well: \`${copy.to}\` is read for it, too`, hint: byHand(copy) });
  }
  const [from, to] = [files.read(copy.from, fileCopyBytes), files.read(copy.to, fileCopyBytes)];
  if (!from.ok) return err({ why: from.error.message, hint: byHand(copy) });
  if (!to.ok) return err({ why: to.error.message, hint: byHand(copy) });
  if (sha256(from.value) !== copy.found || sha256(to.value) !== copy.read)
    return err({ why: `\`${copy.from}\` or \`${copy.to}\` was changed while this run went on`, hint: "Run again." });
  const text = Buffer.from(from.value).toString("utf8");
  if (redactor.contains(text)) return err({ why: "what is there holds a secret" });
  const refused = whyNotWritten(copy.to, files);
  if (refused !== void 0) return err({ why: refused, hint: byHand(copy) });
  return ok({
    path: copy.to,
    shown: files.display(copy.to),
    found: to.value,
    bytes: from.value,
    before: Buffer.from(to.value).toString("utf8"),
    after: text
  });
}
function byHand({ from, to }) {
  return `Do it by hand: copy \`${from}\` to \`${to}\`.`;
}
function reads({ apiVersion, kind, spec }, path, { files, rules }) {
  const paths = Object.entries(rules(apiVersion, kind)?.paths ?? {}).filter(([, use]) => use === "read");
  const same = realName(path, files);
  return paths.some(([field]) => {
    const named = spec[field];
    return typeof named === "string" && !named.includes("${") && realName(named, files) === same;
  });
}
function realName(path, files) {
  const real = files.realPath(path);
  return real.ok ? real.value : path;
}

// src/manifest/edit/parsed-text.ts
var import_yaml = __toESM(require_dist(), 1);
function parseOne(text) {
  const composer = new import_yaml.Composer({ schema: "core", uniqueKeys: false, logLevel: "silent", keepSourceTokens: true });
  const all = [...composer.compose(new import_yaml.Parser().parse(text))];
  const whole = all.filter(({ contents, errors }) => contents !== null || errors.length > 0);
  const [document] = whole;
  return whole.length === 1 && document?.errors.length === 0 ? document : void 0;
}
function nodeAt(document, path) {
  let node = document.contents;
  const around = [];
  for (const key of path) {
    const next = (0, import_yaml.isSeq)(node) ? node.items[Number(key)] : (0, import_yaml.isMap)(node) ? pairOf(node.items, key)?.value : void 0;
    if (!node || !next) return void 0;
    around.push({ node, at: (0, import_yaml.isSeq)(node) ? Number(key) : key });
    node = next;
  }
  return node ? { node, around } : void 0;
}
function pairOf(pairs, key) {
  return pairs.find((pair) => (0, import_yaml.isScalar)(pair.key) && pair.key.value === key);
}
function isFlow(node) {
  return node.flow === true;
}
function dashesOf({ srcToken, items }) {
  if (srcToken?.type !== "block-seq") return void 0;
  const dashes = srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? []);
  return dashes.length === items.length ? dashes : void 0;
}
function columnOf(text, offset) {
  return offset - lineStart(text, offset);
}
function lineStart(text, offset) {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
function endOf(node) {
  if ((0, import_yaml.isMap)(node) && !isFlow(node)) {
    const last = node.items.at(-1);
    if (last) return endOf(last.value ?? last.key);
  }
  if ((0, import_yaml.isSeq)(node) && !isFlow(node)) {
    const last = node.items.at(-1);
    if (last) return endOf(last);
  }
  return node.range?.[1] ?? 0;
}
function lineAfter(text, node) {
  const end = endOf(node);
  if (end > 0 && text[end - 1] === "\n") return end;
  const next = text.indexOf("\n", end);
  return next === -1 ? text.length : next + 1;
}

// src/manifest/edit/splices.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/manifest/edit/align-lists.ts
var mostCompared = 400;
function alignLists(before, after) {
  const steps = [];
  let [was, is] = [0, 0];
  const between = (untilWas, untilIs) => {
    while (was < untilWas || is < untilIs)
      steps.push({ was: was < untilWas ? was++ : void 0, is: is < untilIs ? is++ : void 0 });
  };
  for (const [sameWas, sameIs] of common(before, after)) {
    between(sameWas, sameIs);
    steps.push({ was: was++, is: is++ });
  }
  between(before.length, after.length);
  return steps;
}
function common(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equalJson(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equalJson(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = longest(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, at) => [at, at]),
    ...middle.map(([left, right]) => [left + head, right + head]),
    ...Array.from({ length: tail }, (_, at) => [before.length - tail + at, after.length - tail + at])
  ];
}
function longest(before, after) {
  if (before.length > mostCompared || after.length > mostCompared) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (left, right) => lengths[left]?.[right] ?? 0;
  const same = before.map((one) => after.map((other) => equalJson(one, other)));
  for (let left = before.length - 1; left >= 0; left--)
    for (let right = after.length - 1; right >= 0; right--)
      lengths[left][right] = same[left]?.[right] ? at(left + 1, right + 1) + 1 : Math.max(at(left + 1, right), at(left, right + 1));
  const pairs = [];
  for (let left = 0, right = 0; left < before.length && right < after.length; ) {
    if (same[left]?.[right]) pairs.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left++;
    else right++;
  }
  return pairs;
}

// src/manifest/edit/scalar-text.ts
function scalarTexts(value, style, where) {
  if (typeof value !== "string") return [JSON.stringify(value)];
  const quoted = doubleQuoted(value);
  const block = where.flow ? void 0 : blockText(value, where);
  switch (style) {
    case "block":
      return block === void 0 ? [quoted] : [block, quoted];
    case "single":
      return isPrintable(value) ? [`'${value.replaceAll("'", "''")}'`, quoted] : [quoted];
    case "double":
      return [quoted];
    case "plain":
      if (isPlain(value, where.flow)) return [value, quoted];
      return value.includes("\n") && block !== void 0 ? [block, quoted] : [quoted];
  }
}
function keyText(key, flow) {
  return isPlain(key, flow) || /^[A-Za-z]$/.test(key) ? key : doubleQuoted(key);
}
function doubleQuoted(text) {
  return escaped(JSON.stringify(text));
}
function escaped(json) {
  return json.replace(
    /[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function isPrintable(text) {
  return doubleQuoted(text).replaceAll("\\\\", "\\").replaceAll('\\"', '"') === `"${text}"`;
}
var otherThanText = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
var likeNumber = /^[-+]?\.?(?:\d[\d_.,:eExXoOa-fA-F+-]*|inf|nan)$/i;
var dotted = /^\d+(?:\.\d+){2,}(?:\/\d+)?$/;
function isPlain(text, flow) {
  if (!/^[\p{L}\p{N}_./$(+~@\\-]/u.test(text) || !isPrintable(text) || text.trim() !== text) return false;
  if (/^(?:[-@.~]|---|\.\.\.)$|^-[\s-]|^[@]/.test(text) || /:(?:\s|$)|\s#/.test(text)) return false;
  if (flow && /[,[\]{}:#]/.test(text)) return false;
  return !otherThanText.test(text) && (!likeNumber.test(text) || dotted.test(text)) && !/^\d{4}-\d/.test(text);
}
function blockText(text, { column, blockColumn }) {
  const body = withoutEnd(text, "\n");
  if (body.trim() === "" || !body.split("\n").every((line) => isPrintable(line.replaceAll("	", " "))))
    return void 0;
  const ends = text.length - body.length;
  const indicator = /^[\n ]*[ \t]/.test(body) || body.startsWith("\n") ? String(blockColumn - column) : "";
  if (indicator !== "" && !/^[1-9]$/.test(indicator)) return void 0;
  const chomp = ends === 0 ? "-" : ends === 1 ? "" : "+";
  const pad = " ".repeat(blockColumn);
  const lines = body.split("\n").map((line) => line === "" ? "" : pad + line);
  return `|${indicator}${chomp}
${lines.join("\n")}
${"\n".repeat(Math.max(0, ends - 1))}`;
}

// src/manifest/edit/collection-text.ts
var step = 2;
function blockValue(value, column) {
  const pad = `
${" ".repeat(column)}`;
  if (Array.isArray(value) && value.length > 0)
    return joined(
      value.map((member) => `- ${blockValue(member, column + step)}`),
      pad
    );
  if (isObject(value) && Object.keys(value).length > 0)
    return joined(
      Object.entries(value).map(([key, member]) => blockPair(key, member, column)),
      pad
    );
  return plainValue(value, { flow: false, column: column - step, blockColumn: column });
}
function blockPair(key, value, column) {
  const name = keyText(key, false);
  const isEmpty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  if (isEmpty) return `${name}: ${plainValue(value, { flow: false, column, blockColumn: column + step })}`;
  return `${name}:
${" ".repeat(column + step)}${blockValue(value, column + step)}`;
}
function joined(parts, pad) {
  return parts.reduce((whole, part) => whole + (whole.endsWith("\n") ? pad.slice(1) : pad) + part);
}
function flowValue(value) {
  if (Array.isArray(value)) return `[${value.map(flowValue).join(", ")}]`;
  if (!isObject(value)) return plainValue(value, { flow: true, column: 0, blockColumn: step });
  return Object.keys(value).length === 0 ? "{}" : `{ ${flowPairs(value).join(", ")} }`;
}
function jsonValue(value) {
  return escaped(JSON.stringify(value));
}
function flowPairs(value) {
  return Object.entries(value).map(([key, member]) => `${keyText(key, true)}: ${flowValue(member)}`);
}
function plainValue(value, where) {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return scalarTexts(value, "plain", where)[0];
}

// src/manifest/edit/splices.ts
var styles = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block"
};
function waysToChange(text, held, before, after) {
  const place = { ...held, text };
  const parts = (0, import_yaml2.isAlias)(held.node) ? void 0 : changeParts(place, before, after);
  return [...parts ? [parts] : [], ...changeWhole(place, after).map((splice) => [splice])];
}
function changeParts(place, before, after) {
  if (equalJson(before, after)) return [];
  const { node } = place;
  if ((0, import_yaml2.isMap)(node) && isObject(before) && isObject(after)) return changePairs(place, node, before, after);
  if ((0, import_yaml2.isSeq)(node) && Array.isArray(before) && Array.isArray(after)) return changeItems(place, node, before, after);
  return (0, import_yaml2.isCollection)(node) ? void 0 : changeWhole(place, after).slice(0, 1);
}
function below({ text, node, around }, part, at) {
  return { text, node: part, around: [...around, { node, at }] };
}
function changePairs(place, node, before, after) {
  const { text } = place;
  const pairs = node.items;
  const splices = [];
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  if (kept.length === 0 || isFlow(node) && kept.length + added.length !== Object.keys(before).length)
    return void 0;
  for (const key of Object.keys(before)) {
    const pair = pairOf(pairs, key);
    const part = pair?.value;
    if (!pair || !part) return void 0;
    const changes = Object.hasOwn(after, key) ? changeParts(below(place, part, key), before[key], after[key]) : removal(text, pair.key.range?.[0] ?? 0, part);
    if (!changes) return void 0;
    splices.push(...changes);
  }
  if (added.length === 0) return splices;
  if (isFlow(node)) return void 0;
  const column = columnOf(text, pairs[0]?.key.range?.[0] ?? 0);
  const lines = added.map((key) => " ".repeat(column) + ended(blockPair(key, after[key], column)));
  return [...splices, insertion(text, lineAfter(text, node), lines.join(""))];
}
function changeItems(place, node, before, after) {
  const { text } = place;
  const items = node.items;
  const steps = alignLists(before, after);
  const isSame = steps.every((step2) => step2.was !== void 0 && step2.is !== void 0);
  if (!isSame && isFlow(node)) return flowItems(place, node, steps, before, after);
  const dashes = isSame ? [] : dashesOf(node);
  if (!dashes || steps.every((step2) => step2.was === void 0 || step2.is === void 0)) return void 0;
  const column = dashes.length > 0 ? columnOf(text, dashes[0]) : 0;
  const splices = [];
  let last;
  for (const { was, is } of steps) {
    const item = was === void 0 ? void 0 : items[was];
    if (was !== void 0 && !item) return void 0;
    const value = is === void 0 ? void 0 : after[is];
    let changes;
    if (item && value !== void 0)
      changes = changeParts(below(place, item, was), before[was], value);
    else if (item) changes = removal(text, dashes[was], item);
    else {
      const at = last ? lineAfter(text, last) : lineStart(text, dashes[0]);
      changes = isAlone(text, dashes[0]) || last ? [insertion(text, at, `${" ".repeat(column)}- ${ended(blockValue(value, column + 2))}`)] : void 0;
    }
    if (!changes) return void 0;
    splices.push(...changes);
    if (item) last = item;
  }
  return splices;
}
function flowItems({ text, node }, { items }, steps, before, after) {
  const [start = 0, end = 0] = node.range ?? [];
  if (hasComment(text, start, end)) return void 0;
  const spans = items.map(
    ({ range }) => range ? [range[0], range[1]] : [0, 0]
  );
  const first = spans[0];
  const last = spans.at(-1);
  const second = spans[1];
  if (!first || !last || items.some((item) => "anchor" in item && item.anchor)) return void 0;
  const between = second ? text.slice(first[1], second[0]) : ", ";
  const writes = /^\s*[[{]/.test(text) ? jsonValue : flowValue;
  const written = steps.flatMap(({ was, is }) => {
    if (is === void 0) return [];
    const span = was === void 0 ? void 0 : spans[was];
    const isKept = span && equalJson(before[was], after[is]);
    return [isKept ? text.slice(span[0], span[1]) : writes(after[is])];
  });
  return [{ start: first[0], end: last[1], text: written.join(between).replaceAll("\r\n", "\n") }];
}
function removal(text, begin, node) {
  return isAlone(text, begin) ? [{ start: lineStart(text, begin), end: lineAfter(text, node), text: "" }] : void 0;
}
function isAlone(text, begin) {
  return text.slice(lineStart(text, begin), begin).trim() === "";
}
function insertion(text, at, lines) {
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return { start: at, end: at, text: isOpen ? `
${lines.replace(/\n$/, "")}` : lines };
}
function ended(lines) {
  return lines.endsWith("\n") ? lines : `${lines}
`;
}
function changeWhole(place, after) {
  const { text, node, around } = place;
  const [begin = 0, end = 0] = node.range ?? [];
  if ((0, import_yaml2.isCollection)(node) && hasComment(text, begin, end)) return [];
  const flow = around.some((one) => isFlow(one.node)) || (0, import_yaml2.isCollection)(node) && isFlow(node);
  const column = ownColumn(text, around.at(-1));
  const old = text.slice(begin, end);
  const where = { flow, column, blockColumn: blockColumnOf(old, node, column) };
  const written = wholeValues(place, after, where).filter((value) => fitsBefore(value, old, text.slice(end)));
  const start = begin === end ? emptyPlace(text, around.at(-1), begin) : begin;
  const hadBreak = /\n$/.test(old);
  return written.map((value) => {
    const headed = withHeadComment(value, old);
    const spaced = begin === end && !/\s/.test(text[start - 1] ?? " ") ? ` ${headed}` : headed;
    if (hadBreak && !spaced.endsWith("\n")) return { start, end, text: `${spaced}
` };
    const until = begin === end ? start : end;
    return { start, end: spaced.endsWith("\n") && !hadBreak ? behindBreak(text, until) : until, text: spaced };
  });
}
function wholeValues({ text, node }, after, where) {
  const isJson = /^\s*[[{]/.test(text);
  const style = isJson ? "double" : (0, import_yaml2.isScalar)(node) ? styles[node.type ?? "PLAIN"] ?? "plain" : "plain";
  if (typeof after !== "object" || after === null) return scalarTexts(after, style, where);
  const inPlace = !where.flow && (0, import_yaml2.isCollection)(node);
  const column = columnOf(text, node.range?.[0] ?? 0);
  return [...inPlace ? [blockValue(after, column)] : [], isJson ? jsonValue(after) : flowValue(after)];
}
function fitsBefore(value, old, rest) {
  return !value.endsWith("\n") || old.endsWith("\n") || /^[ \t]*(?:\r?\n|$)/.test(rest);
}
function emptyPlace(text, holder, begin) {
  if (holder && (0, import_yaml2.isMap)(holder.node)) {
    const key = pairOf(holder.node.items, String(holder.at))?.key;
    const colon = text.indexOf(":", key?.range?.[1] ?? begin);
    return colon === -1 ? begin : colon + 1;
  }
  const dash = holder && (0, import_yaml2.isSeq)(holder.node) ? dashesOf(holder.node)?.[Number(holder.at)] : void 0;
  return dash === void 0 ? begin : dash + 1;
}
function behindBreak(text, end) {
  const [rest = ""] = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) ?? [];
  return end + rest.length;
}
function withHeadComment(value, before) {
  const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(before)?.[1];
  return comment !== void 0 && value.startsWith("|") ? value.replace("\n", () => `${comment}
`) : value;
}
function ownColumn(text, holder) {
  if (holder && (0, import_yaml2.isMap)(holder.node)) {
    const key = pairOf(holder.node.items, String(holder.at))?.key;
    return columnOf(text, key?.range?.[0] ?? 0);
  }
  if (holder && (0, import_yaml2.isSeq)(holder.node)) return columnOf(text, dashesOf(holder.node)?.[Number(holder.at)] ?? 0);
  return 0;
}
function blockColumnOf(old, node, column) {
  const isBlock = (0, import_yaml2.isScalar)(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
  const lines = isBlock ? old.split("\n").slice(1).filter((line) => line.trim() !== "") : [];
  const indents = lines.map((line) => line.length - line.trimStart().length);
  const least = indents.length > 0 ? Math.min(...indents) : column + 2;
  return Math.max(least, column + 1);
}
function hasComment(text, start, end) {
  return /(?:^|\s)#/.test(text.slice(start, end));
}

// src/manifest/edit/edit-manifest.ts
var mark = "\uFEFF";
function editManifest(bytes, wanted) {
  const { text, problems } = decode(bytes, "");
  const read = problems.length > 0 ? void 0 : readAll(text);
  if (!read) return void 0;
  const refused = /* @__PURE__ */ new Map();
  const values = read.map(({ value }) => value);
  const parts = [];
  for (const one of wanted) {
    const places = read.flatMap((document2, at) => one.is(document2.value) ? [at] : []);
    const [place] = places;
    const document = place === void 0 ? void 0 : read[place];
    if (!document || place === void 0 || places.length !== 1) return void 0;
    const { start, end } = document.range;
    const edited = editDocument(text.slice(start, end), document.value, one.edits);
    if (edited.refused.length > 0) refused.set(one, edited.refused);
    values[place] = edited.value;
    parts.push({ range: document.range, text: edited.text });
  }
  const after = spliced(
    text,
    parts.map((part) => ({ ...part.range, text: part.text }))
  );
  const again = readAll(after);
  if (decode(Buffer.from(after), "").problems.length > 0 || !again || !equalJson(valuesOf(again), values)) {
    const none = wanted.map((one) => [one, one.edits.map(({ pointer }) => pointer)]);
    return { bytes, before: text, after: text, refused: new Map(none) };
  }
  const marked = Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from(mark)) ? mark : "";
  return { bytes: Buffer.from(marked + after, "utf8"), before: text, after, refused };
}
function readAll(text) {
  const documents = [];
  const budget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };
  const problems = readDocuments(text, budget, (document) => documents.push(document));
  const isSound = problems.length === 0 && documents.every((document) => document.problems.length === 0);
  return isSound ? documents.filter(({ isEmpty }) => !isEmpty) : void 0;
}
function valuesOf(documents) {
  return documents.map(({ value }) => value);
}
function editDocument(text, value, edits) {
  let so = { text, value };
  const refused = [];
  for (const edit of edits) {
    const next = editOnce(so.text, so.value, edit);
    if (next) so = next;
    else refused.push(edit.pointer);
  }
  return { ...so, refused };
}
function editOnce(text, value, edit) {
  const path = pointerPath(edit.pointer);
  const before = valueAt(value, path);
  const document = parseOne(text);
  const held = document && nodeAt(document, path);
  if (!held || before === void 0) return void 0;
  const wanted = withValueAt(value, path, edit.value);
  for (const way of waysToChange(text, held, before, edit.value)) {
    const written = spliced(text, withLineEnds(text, way));
    const read = readAll(written);
    if (read?.length === 1 && equalJson(read[0]?.value, wanted)) return { text: written, value: wanted };
  }
  return void 0;
}
function withLineEnds(text, splices) {
  if (!text.includes("\r\n")) return splices;
  return splices.map((splice) => ({ ...splice, text: splice.text.replaceAll("\n", "\r\n") }));
}
function spliced(text, splices) {
  const ordered = splices.map((splice, at) => ({ ...splice, at }));
  ordered.sort((left, right) => left.start - right.start || left.end - right.end || left.at - right.at);
  let [written, from] = ["", 0];
  for (const { start, end, text: part } of ordered) {
    written += text.slice(from, start) + part;
    from = end;
  }
  return written + text.slice(from);
}

// src/app/accept/edited-manifest.ts
function editFile(path, wanted, files) {
  const refused = whyNotWritten(path, files);
  if (refused !== void 0) return err(refused);
  const read = files.read(path, manifestBytes);
  if (!read.ok) return err(read.error.message);
  const edits = new Map(wanted.map((one) => [one.task.name, documentEdits(one)]));
  const edited = editManifest(read.value, [...edits.values()]);
  if (!edited) return err(`${files.display(path)} was changed while this run went on`);
  const left = [...edits].flatMap(([name, one]) => {
    const pointers = edited.refused.get(one)?.map((pointer) => pointer.slice("/spec".length));
    return pointers ? [[name, pointers]] : [];
  });
  const { before, after, bytes } = edited;
  const changed = { path, shown: files.display(path), found: read.value, bytes, before, after };
  return ok({ changed: before === after ? void 0 : changed, refused: new Map(left) });
}
function documentEdits({ task, values }) {
  return {
    // As it was when the run began: what is written rests on that.
    is: (document) => isTask(document, task) && equalJson(document.spec, task.spec),
    edits: values.map(({ path, value }) => ({ pointer: `/spec${path}`, value }))
  };
}
function isTask(document, { name, apiVersion, kind }) {
  if (!isObject(document) || document.apiVersion !== apiVersion || document.kind !== kind) return false;
  return isObject(document.metadata) && document.metadata.name === name;
}

// src/app/accept/other-contexts.ts
function otherContexts(project, context) {
  const others = (project?.contexts ?? []).flatMap(namedBy).filter(({ name }) => name !== context);
  const scopes = /* @__PURE__ */ new Map();
  for (const { name, inherits } of others) {
    const example = name.replace(/\$\{[^}$]*\}/g, "0");
    scopes.set(name, scopes.get(name) ?? new ScopeMatcher({ command: "", context: example, inherited: inherits }));
  }
  return ({ processingScope = [] }) => [...scopes].filter(
    ([, scope]) => processingScope.length === 0 || processingScope.some(({ contexts }) => scope.matchesContext(contexts))
  ).map(([name]) => `"${name}"`);
}
function namedBy({ input, context, contexts = [], inherits }) {
  const names = [...Array.isArray(input) ? input : [], ...context === void 0 ? [] : [context], ...contexts];
  return names.map((name) => ({ name, inherits }));
}

// src/app/accept/accept-drift.ts
async function acceptDrift(plan, work, options, looked) {
  const { services, draft, context } = work.frame;
  const ready = makeReady(plan, work, options);
  const { left } = ready;
  const written = ready.problem ? err(ready.problem) : options.dryRun ? ok([]) : await writeAll(ready.files, work);
  const { redactor } = services;
  const patches = ready.files.map(({ shown, before, after }) => {
    return { file: shown, patch: filePatch(redactor.text(before), redactor.text(after)) };
  });
  if (written.ok)
    draft.later.push({ type: "accepted", context, dryRun: options.dryRun, tasks: [...ready.tasks], files: patches });
  for (const one of left) draft.later.push({ type: "diagnostic", diagnostic: toldOf(one) });
  if (!written.ok) return written.error;
  if (looked && looked.reason !== "drift-detected") return looked;
  if (!services.settings.failOnDrift || left.length === 0) return void 0;
  const names = quotedNames([...new Set(left.map(({ task }) => task))]);
  return failure(
    "drift-detected",
    `${names} drifted and could not be accepted as a whole, and \`fail-on-drift\` is set`
  );
}
function makeReady(plan, work, options) {
  const { loaded } = work.frame.services;
  const { workspace: files, manifest } = loaded;
  const found = acceptedOf(plan, work, options);
  const left = found.flatMap(({ accepted }) => accepted.left);
  const changed = [];
  const tasks = /* @__PURE__ */ new Set();
  const byFile = /* @__PURE__ */ new Map();
  for (const { task, accepted } of found) {
    if (!task || accepted.values.length === 0) continue;
    const { file } = task.location;
    byFile.set(file, [...byFile.get(file) ?? [], { task, values: accepted.values }]);
  }
  for (const [shown, wanted] of byFile) {
    const path = manifest.files.find((one) => files.display(one) === shown) ?? shown;
    const edited = editFile(path, wanted, files);
    const location = wanted[0]?.task.location;
    if (!edited.ok) return { files: [], left, tasks, problem: notWritten(edited.error, location) };
    if (edited.value.changed) changed.push(edited.value.changed);
    for (const { task, values } of wanted) {
      const refused = edited.value.refused.get(task.name) ?? [];
      left.push(...refused.map((path2) => unwritable(task, path2, values)));
      if (refused.length < values.length) tasks.add(task.name);
    }
  }
  const tools = { files, redactor: work.toolbox.redactor, tasks: manifest.tasks, rules: specRules() };
  for (const { task, accepted } of found) {
    for (const { path, copy } of task ? accepted.copies : []) {
      const name = task?.name ?? "";
      const ready = readCopy(name, copy, tools);
      if (ready.ok) tasks.add(name);
      if (ready.ok) changed.push(ready.value);
      else left.push({ task: name, path, location: task?.locate(`/spec${path}`) ?? null, ...ready.error });
    }
  }
  return { files: changed, left, tasks, problem: void 0 };
}
function acceptedOf(plan, work, { shared }) {
  const { manifest } = work.frame.services.loaded;
  const others = otherContexts(manifest.project, work.frame.context);
  return plan.tasks.map((planned) => {
    const task = work.tasks.get(planned.name);
    const accepted = acceptTask(planned, task, {
      redactor: work.toolbox.redactor,
      others: (one) => shared ? [] : others(one),
      placeOf: (reference) => placeOfValue(reference, work)
    });
    return { task, accepted };
  });
}
function placeOfValue({ source, name }, { frame }) {
  const { loaded, given } = frame.services;
  const declared = source === "VALUE" && !given.has(name) ? loaded.manifest.values.find((one) => one.name === name) : void 0;
  if (!declared) return void 0;
  const own = withInherited(frame.choice).find((context) => Object.hasOwn(declared.contexts, context));
  return declared.locate(own === void 0 ? "/default" : `/contexts/${own}`);
}
function unwritable({ name, locate }, path, values) {
  const value = values.find((one) => one.path === path)?.value;
  const shown = typeof value === "object" && value !== null ? "" : `: ${JSON.stringify(value)}`;
  return {
    task: name,
    path,
    why: "it can't be written without changing something else, as an anchor that others share or a comment in its place",
    hint: `Write by hand what is there${shown.length > 80 ? "" : shown}.`,
    location: locate(`/spec${path}`)
  };
}
function toldOf({ task, path, why, hint, location }) {
  const what = path === "" ? `"${task}"` : `\`${pointerPath(path).join(".")}\` of "${task}"`;
  return {
    severity: "warning",
    code: "drift-not-accepted",
    message: `${what} was not accepted: ${why}`,
    ...location ? { location } : {},
    ...hint === void 0 ? {} : { suggestion: hint }
  };
}
function notWritten(why, location) {
  const suggestion = "Mend that, and run again. Nothing was written.";
  return explained("invalid-manifest", why, { code: "manifest-not-written", suggestion, location });
}
async function writeAll(files, work) {
  const { workspace } = work.frame.services.loaded;
  const done = [];
  for (const file of files) {
    if (work.toolbox.signal.aborted) return err(failure("cancelled", "the run was cancelled"));
    const written = await writeChanged(file, workspace);
    if (!written.ok) {
      const suggestion = done.length > 0 ? `Written before it: ${done.join(", ")}. Run again.` : "Run again. Nothing was written.";
      return err(explained("invalid-manifest", written.error, { code: "manifest-not-written", suggestion }));
    }
    done.push(file.shown);
  }
  return ok(void 0);
}
export {
  acceptDrift
};
