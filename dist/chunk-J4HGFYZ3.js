import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isSchemaLoaded,
  loadSchemas,
  validateSpec
} from "./chunk-6A663GUQ.js";
import {
  canonicalJson,
  sortedJson
} from "./chunk-Q4RDUBL5.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  attempt,
  errorCode,
  ioFailure,
  sha256,
  syncFolder,
  writeAll
} from "./chunk-PQ6DQE26.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  mostSealedKeys,
  sizeWords,
  stateBytes,
  stateDepth
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/state/journal/file-journal.ts
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";

// src/schema/shape.ts
var names = {
  string: "a string",
  boolean: "true or false",
  number: "a number",
  object: "an object",
  array: "a list",
  null: "null"
};
function shapeProblem(shapes, given, value, path) {
  return fits(shapes, given, value) ? void 0 : problemOf(shapes, given, value, path);
}
function fits(shapes, given, value) {
  const shape = resolved(shapes, given);
  if (shape.anyOf) {
    const choice = fittingChoice(shapes, shape.anyOf, value);
    return choice !== void 0 && fits(shapes, choice, value);
  }
  if (shape.enum && !shape.enum.some((one) => one === value)) return false;
  if (shape.type && !isOf(value, shape.type)) return false;
  if (Array.isArray(value)) {
    const { items } = shape;
    return items === void 0 || value.every((item) => fits(shapes, items, item));
  }
  return !isObject(value) || fieldsFit(shapes, shape, value);
}
function fieldsFit(shapes, { required, properties, additionalProperties }, value) {
  for (const name of required ?? [])
    if (value[name] === void 0 && !fits(shapes, properties?.[name] ?? {}, void 0)) return false;
  for (const name in properties) {
    const field = value[name];
    if (field !== void 0 && !fits(shapes, properties[name], field)) return false;
  }
  if (additionalProperties === void 0) return true;
  for (const name of Object.keys(value))
    if (!(properties && Object.hasOwn(properties, name)) && !fits(shapes, additionalProperties, value[name]))
      return false;
  return true;
}
function problemOf(shapes, given, value, path) {
  const shape = resolved(shapes, given);
  if (shape.anyOf) return choiceProblem(shapes, shape.anyOf, value, path);
  if (shape.enum && !shape.enum.some((one) => one === value))
    return misfit(path, value, `one of ${shape.enum.join(", ")}`);
  if (shape.type && !isOf(value, shape.type)) return misfit(path, value, names[shape.type]);
  if (Array.isArray(value)) return listProblem(shapes, shape.items, value, path);
  return isObject(value) ? fieldsProblem(shapes, shape, value, path) : void 0;
}
function misfit(path, value, expected) {
  const field = path === "" ? "it" : `the field "${path}"`;
  return value === void 0 ? `${field} is missing; expected ${expected}` : `${field} is ${shown(value)}; expected ${expected}`;
}
function shown(value) {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? shortened(written, 78) : written;
}
function resolved(shapes, shape) {
  if (shape.$ref === void 0) return shape;
  const found = shapes[shape.$ref];
  if (found === void 0) throw new Error(`there is no shape ${shape.$ref}`);
  return found;
}
function fittingChoice(shapes, choices, value) {
  for (const choice of choices) {
    const shape = resolved(shapes, choice);
    if (shape.type !== void 0 && isOf(value, shape.type)) return shape;
  }
  return void 0;
}
function choiceProblem(shapes, choices, value, path) {
  const fitting = fittingChoice(shapes, choices, value);
  if (fitting) return problemOf(shapes, fitting, value, path);
  const known = choices.map((one) => resolved(shapes, one));
  const expected = known.flatMap(({ type }) => type === void 0 || type === "null" ? [] : [names[type]]);
  return misfit(path, value, expected.join(", or "));
}
function listProblem(shapes, items, list, path) {
  if (items === void 0) return void 0;
  for (let index = 0; index < list.length; index++) {
    const problem = problemOf(shapes, items, list[index], `${path}/${index}`);
    if (problem) return problem;
  }
  return void 0;
}
function fieldsProblem(shapes, { required = [], properties = {}, additionalProperties }, value, path) {
  const named2 = [...required, ...Object.keys(properties).filter((name) => !required.includes(name))];
  for (const name of named2) {
    const field = value[name];
    const shape = properties[name] ?? {};
    if (field === void 0 && !required.includes(name)) continue;
    const problem = problemOf(shapes, shape, field, `${path}/${name}`);
    if (problem) return problem;
  }
  if (additionalProperties === void 0) return void 0;
  for (const [name, field] of Object.entries(value)) {
    if (Object.hasOwn(properties, name)) continue;
    const problem = problemOf(shapes, additionalProperties, field, `${path}/${name}`);
    if (problem) return problem;
  }
  return void 0;
}
function isOf(value, type) {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  return type === "object" ? isObject(value) : typeof value === type;
}

// src/state/seal/refusals.ts
var noKey = {
  why: "it is sealed, and no key was given to open it",
  remedy: "Give the key that sealed it as `encryption-key` (in a terminal as `OPUS_ENCRYPTION_KEY`)"
};
var wrongKey = {
  why: "it is sealed, and none of the keys in `encryption-key` opens it",
  remedy: "Give the key that sealed it (in a terminal as `OPUS_ENCRYPTION_KEY`), as a further line if the first one is to seal from now on"
};
var notSealed = {
  why: "it is not sealed, and `encryption-key` was given: what is not sealed may be forged",
  remedy: "If you trust it, give `initialize: true` (in a terminal `--initialize`) once, and the next write seals it"
};
var formerNotSealed = {
  why: notSealed.why,
  remedy: "If it was stored before the state was sealed, and you trust it, give `initialize: true` (in a terminal `--initialize`) to this command"
};
function lacksKey({ message }) {
  return message.includes(noKey.why);
}

// src/schema/state.generated.ts
var stateShapes = {
  taskState: { "type": "object", "required": ["apiVersion", "kind", "spec", "dependencies", "scope", "lifecycle", "order", "status", "outputs", "createdAt", "updatedAt"], "properties": { "apiVersion": { "type": "string" }, "kind": { "type": "string" }, "spec": { "type": "object" }, "dependencies": { "$ref": "texts" }, "scope": { "$ref": "scope" }, "lifecycle": { "$ref": "lifecycle" }, "order": { "type": "number" }, "status": { "enum": ["applied", "tainted", "interrupted"] }, "outputs": { "type": "object" }, "createdAt": { "type": "string" }, "updatedAt": { "type": "string" }, "secrets": { "$ref": "textByName" }, "fingerprints": { "$ref": "textByName" }, "observed": { "type": "object" }, "resource": { "type": "string" }, "sensitiveOutputs": { "$ref": "texts" }, "module": { "type": "string" }, "interrupted": { "$ref": "change" } } },
  texts: { "type": "array", "items": { "type": "string" } },
  scope: { "type": "array", "items": { "type": "object", "properties": { "commands": { "$ref": "texts" }, "contexts": { "$ref": "texts" } } } },
  lifecycle: { "type": "object", "properties": { "adopt": { "anyOf": [{ "type": "boolean" }, { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } }] }, "recreate": { "type": "boolean" }, "onRemove": { "enum": ["delete", "forget"] }, "preventDestroy": { "anyOf": [{ "type": "boolean" }, { "$ref": "texts" }] }, "ignoreChanges": { "$ref": "texts" }, "ephemeral": { "type": "boolean" }, "onInterrupted": { "enum": ["stop", "rerun"] }, "mutex": { "$ref": "texts" } } },
  textByName: { "type": "object", "additionalProperties": { "type": "string" } },
  change: { "enum": ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"] },
  intent: { "type": "object", "required": ["apiVersion", "kind", "spec", "dependencies", "scope", "lifecycle", "order", "task", "change"], "properties": { "apiVersion": { "type": "string" }, "kind": { "type": "string" }, "spec": { "type": "object" }, "dependencies": { "$ref": "texts" }, "scope": { "$ref": "scope" }, "lifecycle": { "$ref": "lifecycle" }, "order": { "type": "number" }, "task": { "type": "string" }, "change": { "$ref": "change" }, "secrets": { "$ref": "textByName" }, "fingerprints": { "$ref": "textByName" }, "resource": { "type": "string" }, "made": { "$ref": "made" } } },
  made: { "type": "object", "required": ["outputs"], "properties": { "outputs": { "type": "object" }, "observed": { "type": "object" }, "sensitiveOutputs": { "$ref": "texts" }, "resource": { "type": "string" } } },
  undoEntry: { "type": "object", "required": ["task", "change", "before"], "properties": { "task": { "type": "string" }, "change": { "$ref": "change" }, "before": { "anyOf": [{ "type": "null" }, { "$ref": "taskState" }] } } },
  review: { "type": "object", "required": ["digest", "items"], "properties": { "digest": { "type": "string" }, "items": { "type": "object", "additionalProperties": { "type": "object", "required": ["change", "digest", "wanted"], "properties": { "change": { "$ref": "change" }, "digest": { "type": "string" }, "wanted": { "anyOf": [{ "type": "null" }, { "type": "string" }] }, "awaits": { "$ref": "texts" } } } } } }
};

// src/state/snapshot/recorded-spec.ts
function recordedSpecProblem(entry) {
  if (!isObject(entry)) return void 0;
  const { apiVersion, kind, spec } = entry;
  if (apiVersion === "opus/v1" && !isSchemaLoaded(String(kind)))
    return `it is of the kind ${kind}, and state has nothing of that kind`;
  const problems = validateSpec(String(apiVersion), String(kind), spec, { references: true }) ?? [];
  const problem = problems.find(({ code }) => code === "wrong-type" || code === "missing-field");
  return problem && `its recorded spec is damaged: ${problem.message}`;
}

// src/state/snapshot/body-shape.ts
async function loadShapesOf({ tasks, undo, pending }) {
  const list = (value) => Array.isArray(value) ? value : [];
  const before = list(undo).map((step) => isObject(step) ? step.before : void 0);
  const entries = [...isObject(tasks) ? Object.values(tasks) : [], ...before, ...list(pending)];
  const kinds = entries.flatMap((entry) => isObject(entry) && typeof entry.kind === "string" ? [entry.kind] : []);
  await loadSchemas(new Set(kinds));
}
function bodyProblem(body) {
  if (!isObject(body)) return misfit("body", body, "an object");
  if (body.fingerprintKey !== void 0 && typeof body.fingerprintKey !== "string")
    return misfit("body/fingerprintKey", void 0, "a string");
  if (!isObject(body.tasks)) return misfit("body/tasks", body.tasks, "an object");
  for (const [name, entry] of Object.entries(body.tasks)) {
    const problem = name === "" ? "its name is empty" : taskStateProblem(entry);
    if (problem) return `task ${JSON.stringify(name)}: ${problem}`;
  }
  const reviewProblem = body.review === void 0 ? void 0 : problemOf2("review", body.review, "body/review");
  if (reviewProblem) return reviewProblem;
  return listProblem2("undo", body.undo, undoEntryProblem) ?? listProblem2("pending", body.pending, intentProblem);
}
function taskStateProblem(value) {
  return problemOf2("taskState", value) ?? recordedSpecProblem(value);
}
function madeProblem(value) {
  return problemOf2("made", value);
}
function undoEntryProblem(value) {
  const problem = problemOf2("undoEntry", value);
  if (problem || !isObject(value) || value.before === null) return problem;
  return recordedSpecProblem(value.before);
}
function intentProblem(value) {
  return problemOf2("intent", value) ?? recordedSpecProblem(value);
}
function problemOf2(name, value, path = "") {
  return shapeProblem(stateShapes, stateShapes[name], value, path);
}
function listProblem2(field, list, check) {
  if (!Array.isArray(list)) return misfit(`body/${field}`, list, "a list");
  for (const [index, entry] of list.entries()) {
    const problem = check(entry);
    if (!problem) continue;
    const task = isObject(entry) && typeof entry.task === "string" ? ` (task ${JSON.stringify(entry.task)})` : "";
    return `entry ${index + 1} of "${field}"${task}: ${problem}`;
  }
  return void 0;
}

// src/engine/json/json-size.ts
var [quote, comma, backslash] = [34, 44, 92];
function jsonSize(text) {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
    } else if (code === 91 || code === 123) {
      depth++;
      values++;
      if (depth > deepest) deepest = depth;
    } else if (code === 93 || code === 125) depth--;
    else if (code === comma) values++;
  }
  return { depth: deepest, values };
}
function stringEnd(text, start) {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = end;
    while (text.charCodeAt(escapes - 1) === backslash) escapes--;
    if ((end - escapes) % 2 === 0) return end;
  }
  return text.length;
}

// src/state/snapshot/json-error.ts
var token = /[ \t\n\r]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;
function jsonErrorOffset(text) {
  const open2 = [];
  let wanted = "value";
  let offset = 0;
  let complete = false;
  while (offset < text.length) {
    const end = text[offset] === '"' ? stringEnd2(text, offset) : tokenEnd(text, offset);
    if (end === void 0) return offset;
    if (end > text.length) return text.length;
    const first = text[offset];
    if (!" 	\n\r".includes(first)) {
      const next = complete ? void 0 : after(first, wanted, open2);
      if (next === void 0) return offset;
      wanted = next;
      complete = open2.length === 0;
    }
    offset = end;
  }
  return offset;
}
function tokenEnd(text, start) {
  token.lastIndex = start;
  if (token.test(text)) return token.lastIndex;
  return cutOff(text.slice(start, start + 10)) ? text.length + 1 : void 0;
}
function stringEnd2(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return void 0;
    if (code !== 92) continue;
    const escaped = text.slice(at + 1, at + 6);
    if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) at++;
    else
      return at + 1 + escaped.length >= text.length && /^(?:u[0-9a-fA-F]*)?$/.test(escaped) ? text.length + 1 : void 0;
  }
  return text.length + 1;
}
function after(found, wanted, open2) {
  const isValue = wanted === "value" || wanted === "value-or-end";
  switch (found) {
    case "{":
    case "[":
      open2.push(found);
      return isValue ? found === "{" ? "key-or-end" : "value-or-end" : void 0;
    case "}":
    case "]":
      if (!wanted.endsWith("-or-end") || open2.pop() !== (found === "}" ? "{" : "[")) return void 0;
      return "comma-or-end";
    case ",":
      return wanted === "comma-or-end" ? open2.at(-1) === "{" ? "key" : "value" : void 0;
    case ":":
      return wanted === "colon" ? "value" : void 0;
    default:
      if (found === '"' && (wanted === "key" || wanted === "key-or-end")) return "colon";
      return isValue ? "comma-or-end" : void 0;
  }
}
function cutOff(rest) {
  return /^(?:-|\.|[eE][+-]?)$/.test(rest) || ["true", "false", "null"].some((word) => word.startsWith(rest));
}

// src/state/snapshot/json-text.ts
function sizeProblem(data) {
  if (data.length <= stateBytes) return void 0;
  return `it has ${sizeWords(data.length)}, and opus reads at most ${sizeWords(stateBytes)}`;
}
function shapeProblem2(text, mostValues = Number.POSITIVE_INFINITY) {
  const { depth, values } = jsonSize(text);
  if (depth > stateDepth) return `it is nested ${grouped(depth)} levels deep, and opus reads at most ${stateDepth}`;
  if (values <= mostValues) return void 0;
  return `it has ${grouped(values)} values, and opus reads at most ${grouped(mostValues)}`;
}
function parseStored(text, mostValues) {
  const problem = sizeProblem(text) ?? shapeProblem2(text, mostValues);
  if (problem !== void 0) return err(problem);
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(jsonProblem(text));
  }
}
function jsonProblem(text) {
  const offset = jsonErrorOffset(text);
  if (offset >= text.length) return `it is cut off after ${place(text, text.length)} (${text.length} characters)`;
  return `it is not JSON (${place(text, offset)})`;
}
function place(text, offset) {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}

// src/state/journal/journal-format.ts
var journalFormat = "opus-journal";
var journalVersion = 2;
var oldestVersion = 1;
function recordLine(previous, record, seal) {
  return chained(previous, seal === void 0 ? record : seal.seal(JSON.stringify(record), previous));
}
function endedLine(previous) {
  return chained(previous, { type: "ended" });
}
function journalText({ lineage, serial }, records, key) {
  const sealed = key === void 0 ? {} : { sealed: key.header };
  let { line: text, sum } = chained("", { format: journalFormat, version: journalVersion, lineage, serial, ...sealed });
  for (const record of records) {
    const next = recordLine(sum, record, key?.lines);
    text += next.line;
    sum = next.sum;
  }
  return { line: text, sum };
}
function chained(previous, value) {
  const text = JSON.stringify(value);
  const sum = checksum(previous, text);
  return { line: `{"sum":"${sum}","line":${text}}
`, sum };
}
function checksum(previous, text) {
  return sha256(`${previous}
${text}`).slice("sha256:".length, "sha256:".length + 16);
}
function parseJournal(text, location) {
  const lines = text.split("\n");
  lines.pop();
  const records = [];
  let header;
  let ended = false;
  let sum = "";
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const link = unchained(sum, line);
    if (link === void 0) {
      if (index > 0 && index === lines.length - 1) break;
      return err(broken(location, index + 1, "its checksum does not fit"));
    }
    const { content } = link;
    if (!content.ok) return err(broken(location, index + 1, content.error));
    const value = content.value;
    if (header === void 0) {
      const problem = headerProblem(value);
      if (problem) return err(broken(location, 1, problem));
      header = value;
    } else if (isObject(value) && value.type === "ended") ended = true;
    else records.push({ line: index + 1, previous: sum, value });
    sum = link.sum;
    length += Buffer.byteLength(line) + 1;
  }
  if (header === void 0) return err(broken(location, 1, "it is cut off"));
  const { lineage, serial, sealed } = header;
  return ok({
    header: { lineage: String(lineage), serial: Number(serial) },
    sealed: sealed === void 0 ? void 0 : String(sealed),
    records,
    ended,
    end: { sum, length }
  });
}
function unchained(previous, line) {
  const match = /^\{"sum":"([0-9a-f]{16})","line":(.*)\}$/.exec(line);
  const sum = match?.[1];
  const text = match?.[2];
  if (sum === void 0 || text === void 0 || checksum(previous, text) !== sum) return void 0;
  return { content: parseStored(text), sum };
}
function headerProblem(header) {
  if (!isObject(header)) return `it is ${shown(header)}, not an object`;
  if (header.format !== journalFormat) return `its format is ${shown(header.format)}, not "${journalFormat}"`;
  const { version } = header;
  if (typeof version !== "number" || version < oldestVersion || version > journalVersion)
    return `it has version ${shown(version)}, and this version of opus reads versions ${oldestVersion} to ${journalVersion}; update opus`;
  if (typeof header.lineage !== "string" || !Number.isSafeInteger(header.serial))
    return "it does not say which state it follows";
  if (header.sealed !== void 0 && typeof header.sealed !== "string")
    return `its field "sealed" is ${shown(header.sealed)}, not text`;
  return void 0;
}
function recordProblem(record) {
  if (!isObject(record)) return `it is ${shown(record)}, not an object`;
  if (typeof record.task !== "string") return `its task is ${shown(record.task)}`;
  if (record.type === "started") return void 0;
  if (record.type === "made") return named(record.task, madeProblem(record.made));
  if (record.type !== "result") return `its type is ${shown(record.type)}; expected "started", "made" or "result"`;
  if (record.formerName !== void 0 && typeof record.formerName !== "string")
    return `its formerName is ${shown(record.formerName)}`;
  const problem = (record.entry === null ? void 0 : taskStateProblem(record.entry)) ?? (record.undo === null ? void 0 : undoEntryProblem(record.undo));
  return named(record.task, problem);
}
function named(task, problem) {
  return problem === void 0 ? void 0 : `task ${JSON.stringify(task)}: ${problem}`;
}
function journalFor(content, wanted, location, sealing) {
  const { header, ended } = content;
  if (ended) return ok(void 0);
  const foreign = header.lineage !== wanted.lineage;
  if (!foreign && header.serial === wanted.serial) return openRecords(content, location, sealing);
  if (!foreign && header.serial < wanted.serial) return ok(void 0);
  const stored2 = wanted.serial === 0 ? "no state is stored" : `the stored state has serial ${wanted.serial} of "${wanted.lineage}"`;
  return err(
    failure(
      "state-unavailable",
      `The journal ${location} continues serial ${header.serial} of the lineage "${header.lineage}", but ${stored2}. It may hold results that no state has. If an older state was restored on purpose, delete the journal; else restore the state that it continues.`
    )
  );
}
function openRecords({ sealed, records }, location, sealing) {
  if (sealed === void 0 && sealing !== void 0 && !sealing.takesPlain) return err(refused(location, notSealed));
  if (sealed !== void 0 && sealing === void 0) return err(refused(location, noKey));
  const opened = sealed === void 0 ? void 0 : sealing?.seal.journal.open(sealed);
  if (opened && !opened.ok)
    return err(opened.error === "key" ? refused(location, wrongKey) : broken(location, 1, "its seal is none of opus"));
  const plain = [];
  for (const { line, previous, value } of records) {
    const record = opened === void 0 ? value : unsealed(opened.value, value, previous);
    if (record === void 0)
      return err(broken(location, line, "what is sealed in it was changed, or belongs elsewhere"));
    const problem = recordProblem(record);
    if (problem) return err(broken(location, line, problem));
    plain.push(record);
  }
  return ok(plain);
}
function unsealed(seal, value, previous) {
  const text = typeof value === "string" ? seal.open(value, previous) : void 0;
  const parsed = text === void 0 ? void 0 : parseStored(text);
  return parsed?.ok ? parsed.value : void 0;
}
function refused(location, { why, remedy }) {
  return failure(
    "state-unavailable",
    `The journal ${location} can't be used: ${why}. It holds results of a run that did not end. ${remedy}; or move the journal away: opus then looks at each task that was pending to find out what became of it.`
  );
}
function broken(location, line, problem) {
  const what = `The journal ${location} is broken in line ${line}: ${problem}. It holds results of a run that did not end.`;
  return failure(
    "state-unavailable",
    `${what} Restore it, or move it away: opus then looks at each task that was pending to find out what became of it.`
  );
}

// src/state/journal/file-journal.ts
var FileJournal = class {
  path;
  #files;
  #sealing;
  /** Of the journal that was started. */
  #lines;
  #descriptor;
  #length = 0;
  #sum = "";
  /** @param sealing undefined: nothing is sealed, and what is sealed can't be read */
  constructor(path, files, sealing) {
    this.path = path;
    this.#files = files;
    this.#sealing = sealing;
  }
  read(lineage, serial) {
    let data;
    try {
      data = this.#files.readFile(this.path);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return ok(void 0);
      return { ok: false, error: ioFailure("read the journal", this.path, error) };
    }
    const content = parseJournal(Buffer.from(data).toString("utf8"), this.path);
    return content.ok ? journalFor(content.value, { lineage, serial }, this.path, this.#sealing) : content;
  }
  start(lineage, serial, records = []) {
    this.#close();
    const folder = dirname(this.path);
    const temporary = join(folder, `.write-${randomUUID()}.tmp`);
    const key = this.#sealing?.seal.journal.begin();
    const { line: text, sum } = journalText({ lineage, serial }, records, key);
    const data = Buffer.from(text);
    try {
      this.#files.mkdir(folder);
      this.#descriptor = this.#files.open(temporary, "ax");
      writeAll(this.#files, this.#descriptor, data);
      this.#files.fdatasync(this.#descriptor);
      this.#files.rename(temporary, this.path);
    } catch (error) {
      this.#close();
      attempt(() => this.#files.unlink(temporary));
      return { ok: false, error: ioFailure("write the journal", this.path, error) };
    }
    syncFolder(this.#files, folder);
    this.#length = data.length;
    this.#sum = sum;
    this.#lines = key?.lines;
    return ok(void 0);
  }
  append(record) {
    const descriptor = this.#descriptor;
    if (descriptor === void 0) throw new Error("the journal was not started");
    const { line, sum } = recordLine(this.#sum, record, this.#lines);
    const data = Buffer.from(line);
    try {
      writeAll(this.#files, descriptor, data);
    } catch (error) {
      attempt(() => this.#files.truncate(descriptor, this.#length));
      return { ok: false, error: ioFailure("write the journal", this.path, error) };
    }
    this.#length += data.length;
    this.#sum = sum;
    return ok(void 0);
  }
  /**
   * Takes hold of the journal that a killed run has left, so that `end` finds that very file later on. For who has the
   * lock. Nothing is changed yet; what can't be held stays as it is.
   */
  hold() {
    if (this.#descriptor !== void 0) return;
    attempt(() => {
      const content = this.#content();
      if (content === void 0 || content.ended) return;
      this.#descriptor = this.#files.open(this.path, "a");
      this.#sum = content.end.sum;
      this.#length = content.end.length;
    });
  }
  /**
   * Says in the journal itself that nothing is left to recover, for who has no lock any more. Its name may lead to the
   * journal of the next run by then, so nothing is removed by name: the line goes into the file that was opened under
   * the lock, and every run begins a file of its own. A run that is killed before this line, or can't write it, leaves
   * a journal of an older version: whoever puts that version back by hand is asked about it, which is the safe side.
   */
  end() {
    const descriptor = this.#descriptor;
    if (descriptor === void 0) return;
    attempt(() => {
      this.#files.truncate(descriptor, this.#length);
      writeAll(this.#files, descriptor, Buffer.from(endedLine(this.#sum).line));
    });
    this.#close();
  }
  /** What the journal followed whose run has stored everything; undefined: there is none such. */
  ended() {
    return this.#header(true);
  }
  unended() {
    return this.#header(false);
  }
  #header(ended) {
    let header;
    attempt(() => {
      const content = this.#content();
      header = content?.ended === ended ? content.header : void 0;
    });
    return header;
  }
  clear() {
    this.#close();
    try {
      this.#files.unlink(this.path);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") return { ok: false, error: ioFailure("remove the journal", this.path, error) };
    }
    return ok(void 0);
  }
  #content() {
    const content = parseJournal(Buffer.from(this.#files.readFile(this.path)).toString("utf8"), this.path);
    return content.ok ? content.value : void 0;
  }
  #close() {
    const descriptor = this.#descriptor;
    this.#descriptor = void 0;
    if (descriptor !== void 0) attempt(() => this.#files.close(descriptor));
  }
};

// src/state/snapshot/stored-body.ts
async function bodyIn(envelope, sealing, former) {
  if (envelope.sealed === null) return plainBody(envelope, sealing, former);
  return sealedBody(envelope, sealing);
}
function holdsSealed(data) {
  const text = typeof data === "string" ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return text.includes("BEGIN AGE ENCRYPTED FILE") || text.includes("END AGE ENCRYPTED FILE");
}
async function plainBody({ digest, body, ...around }, sealing, former) {
  if (!isObject(body)) return broken2(`its body is ${shown(body)}, not an object`);
  const computed = digestOf(body, digest);
  if (computed === void 0) return broken2("its body is nested too deeply to be checked");
  if (digest !== computed)
    return broken2(
      `its digest says ${shown(digest)}, and its body has ${shown(computed)}; it was changed by something else than opus, or damaged`
    );
  await loadShapesOf(body);
  const problem = bodyProblem(body);
  if (problem !== void 0) return broken2(problem);
  if (sealing !== void 0 && !sealing.takesPlain)
    return former ? refused2(formerNotSealed) : refused2(notSealed, "Else put the sealed one back.");
  return { ok: true, body, notes: around };
}
async function sealedBody(envelope, sealing) {
  const { sealed, digest, body } = envelope;
  if (typeof sealed !== "string") return broken2(`its field "sealed" is ${shown(sealed)}, neither null nor text`);
  if (sealing === void 0) return refused2(noKey);
  if (body !== null) return broken2(`it is sealed, and its body is ${shown(body)}, not null`);
  const computed = sha256(sealed);
  if (digest !== computed)
    return broken2(
      `its digest says ${shown(digest)}, and its sealed part has ${shown(computed)}; it was changed by something else than opus, or damaged`
    );
  const opened = await sealing.seal.open(sealed);
  if (opened.ok) return claimedBody(opened.value, envelope);
  if (typeof opened.error === "object") {
    const [keys, most] = [opened.error.keys, mostSealedKeys].map(grouped);
    return { ok: false, why: `it is sealed for ${keys} keys, and at most ${most} are tried`, damaged: false };
  }
  return opened.error === "key" ? refused2(wrongKey) : broken2("its sealed part is damaged: it is not what was sealed");
}
async function claimedBody(text, envelope) {
  const parsed = parseStored(text);
  const content = parsed.ok ? parsed.value : void 0;
  if (!parsed.ok && shapeProblem2(text) !== void 0) return broken2(`its sealed part can't be read: ${parsed.error}`);
  if (!isObject(content) || !isObject(content.claims) || !isObject(content.body))
    return broken2("its sealed part opens, and is not a state");
  const { claims, body } = content;
  for (const field of ["project", "context", "lineage", "serial", "writer", "run", "lockId"]) {
    const [outside, inside] = [redactedLikeState(envelope[field]), redactedLikeState(claims[field])];
    if (outside !== inside)
      return broken2(
        `it says that its ${field} is ${shortened(outside, 80)}, and what is sealed in it says ${shortened(inside, 80)}; it was swapped with another state, or changed`
      );
  }
  await loadShapesOf(body);
  const problem = bodyProblem(body);
  return problem === void 0 ? { ok: true, body, notes: claims } : broken2(problem);
}
function redactedLikeState(value) {
  if (value === void 0) return "nothing";
  try {
    return canonicalJson(value);
  } catch {
    return "nested too deeply";
  }
}
function broken2(why) {
  return { ok: false, why, damaged: true };
}
function refused2({ why, remedy }, ...further) {
  return { ok: false, why, remedy: [`${remedy}.`, ...further].join(" "), damaged: false };
}
function digestOf(body, claimed) {
  try {
    const plain = sha256(JSON.stringify(body));
    return plain === claimed ? plain : sha256(canonicalJson(body));
  } catch {
    return void 0;
  }
}

// src/state/snapshot/codec.ts
var stateFormat = "opus-state";
var stateVersion = 1;
var mostSerial = 999999999999999;
async function encode(snapshot, run, writer, { recovery, seal } = {}) {
  const { value: body, text: canonical } = sortedJson(snapshot.body);
  const { lineage, serial, project, context } = snapshot;
  const { id, attempt: attempt2, sha, url } = run;
  const claims = { lineage, serial, project, context, writer, run: { id, attempt: attempt2, sha, url } };
  const notes = recovery === void 0 ? {} : noteFields(recovery);
  const head = { format: stateFormat, version: stateVersion, ...claims };
  if (seal === void 0) {
    return stored({ ...head, digest: sha256(canonical), body, sealed: null, ...notes });
  }
  const inside = canonicalJson({ ...claims, ...notes });
  const sealed = await seal.seal(`{"body":${canonical},"claims":${inside}}`);
  const { lockId } = recovery ?? {};
  const open2 = recovery === void 0 ? {} : { follows: [], ...lockId === void 0 ? {} : { lockId } };
  return stored({ ...head, digest: sha256(sealed), body: null, sealed, ...open2 });
}
function stored(envelope) {
  return `${JSON.stringify(envelope, null, 2)}
`;
}
function noteFields({ follows, lockId }) {
  return {
    follows: follows.map(({ serial, digest }) => ({ serial, digest })),
    ...lockId === void 0 ? {} : { lockId }
  };
}
function bodyDigest(body) {
  return sha256(canonicalJson(body));
}
var headBytes = 64 * 1024;
function serialIn(data) {
  const serial = /"serial": ?([1-9]\d{0,14})\b/.exec(Buffer.from(data.subarray(0, headBytes)).toString("latin1"))?.[1];
  return serial === void 0 ? void 0 : Number(serial);
}
async function decode(data, expected) {
  const opened = await open(data, expected);
  return opened.ok ? { ok: true, value: opened.snapshot, run: opened.run } : opened;
}
async function open(data, expected) {
  const opened = await openEnvelope(data, expected);
  if (opened.ok || opened.damaged === void 0 || expected.sealing !== void 0 || !holdsSealed(data)) return opened;
  const told = await openEnvelope(data, { ...expected, remedy: `It is sealed. ${noKey.remedy}, and run again.` });
  return told.ok ? told : { ok: false, error: told.error };
}
async function openEnvelope(data, expected) {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) {
    const remains2 = { lineage: void 0, serial: serialIn(typeof data === "string" ? Buffer.from(data) : data) };
    return { ok: false, error: refusal(expected, parsed.error), damaged: remains2 };
  }
  const envelope = parsed.value;
  const remains = remainsOf(envelope);
  const format = formatProblem(envelope);
  const foreign = foreignProblem(envelope, expected);
  if (foreign !== void 0) return { ok: false, error: refusal(expected, format ?? foreign, expected.foreignRemedy) };
  const wrong = format ?? claimsProblem(envelope, expected);
  if (wrong !== void 0) return { ok: false, error: refusal(expected, wrong), damaged: remains };
  const bare = await bodyIn(envelope, expected.sealing, expected.former ?? false);
  if (!bare.ok)
    return {
      ok: false,
      error: refusal(expected, bare.why, bare.remedy),
      ...bare.damaged ? { damaged: remains } : {}
    };
  const { lineage, serial, project, context } = envelope;
  const snapshot = { lineage, serial, project, context, body: bare.body };
  return { ok: true, snapshot, run: runOf(envelope), notes: bare.notes };
}
function remainsOf({ lineage, serial }) {
  return {
    lineage: typeof lineage === "string" && lineage !== "" ? lineage : void 0,
    serial: typeof serial === "number" && Number.isSafeInteger(serial) && serial > 0 ? serial : void 0
  };
}
async function decodeFile(data, expected) {
  const opened = await open(data, { ...expected, former: true });
  if (!opened.ok) return err(opened.error);
  const { snapshot, notes } = opened;
  const { follows, lockId } = notes;
  if (follows === void 0) return ok({ snapshot, follows, lockId: void 0 });
  if (!isFollowedList(follows)) return err(refusal(expected, `its field "follows" is ${shown(follows)}`));
  if (lockId !== void 0 && typeof lockId !== "string")
    return err(refusal(expected, `its field "lockId" is ${shown(lockId)}`));
  return ok({ snapshot, follows, lockId });
}
function isSealed(data) {
  return sealedPart(data) !== void 0;
}
function sealedPart(data) {
  const parsed = parseEnvelope(data);
  return parsed.ok && typeof parsed.value.sealed === "string" ? parsed.value.sealed : void 0;
}
function lockOf(text) {
  const parsed = parseEnvelope(text);
  const lockId = parsed.ok ? parsed.value.lockId : void 0;
  return typeof lockId === "string" ? lockId : void 0;
}
function belongsTo(data) {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) return void 0;
  const { format, project, context } = parsed.value;
  if (format !== stateFormat || typeof project !== "string" || typeof context !== "string") return void 0;
  return { project, context };
}
function headOf(data) {
  const parsed = parseEnvelope(data);
  return parsed.ok ? remainsOf(parsed.value) : { lineage: void 0, serial: void 0 };
}
function writtenBy(data) {
  const parsed = parseEnvelope(data);
  const envelope = parsed.ok ? parsed.value : {};
  return { run: runOf(envelope), writer: textOf(envelope.writer) };
}
function runOf({ run }) {
  const { id, attempt: attempt2, sha, url } = isObject(run) ? run : {};
  return { id: textOf(id), attempt: typeof attempt2 === "number" ? attempt2 : 1, sha: textOf(sha), url: textOf(url) };
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function isFollowedList(value) {
  if (!Array.isArray(value)) return false;
  return value.every(
    (one) => isObject(one) && Number.isSafeInteger(one.serial) && (one.digest === null || typeof one.digest === "string")
  );
}
function refusal(expected, problem, remedy = expected.remedy ?? "Restore an earlier version of it.") {
  return failure(
    "state-unavailable",
    `The state of ${expected.project}/${expected.context} at ${expected.location} can't be used: ${problem}. ${remedy} Nothing was changed.`
  );
}
function parseEnvelope(data) {
  if (data.length === 0) return err("it is empty (0 bytes), which a state never is");
  const tooLarge = sizeProblem(data);
  if (tooLarge !== void 0) return err(tooLarge);
  let text;
  try {
    text = typeof data === "string" ? data : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return err("it is not UTF-8 text, so it was damaged or is another kind of file");
  }
  const parsed = parseStored(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return isObject(value) ? ok(value) : err(`it is ${shown(value)}, not a JSON object`);
}
function formatProblem({ format, version }) {
  if (format !== stateFormat) return `its format is ${shown(format)}, not "${stateFormat}"`;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1)
    return `its version is ${shown(version)}, not a positive whole number`;
  return void 0;
}
function claimsProblem({ lineage, serial }, expected) {
  if (typeof lineage !== "string" || lineage === "") return `its lineage is ${shown(lineage)}, not a name`;
  if (expected.lineage !== void 0 && lineage !== expected.lineage)
    return `its lineage is ${shown(lineage)}, and ${shown(expected.lineage)} was expected; the two have nothing to do with each other`;
  if (typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 1)
    return `its serial is ${shown(serial)}, not a positive whole number`;
  if (serial > mostSerial) return `its serial is ${serial}, which no state gets to (at most ${mostSerial})`;
  return void 0;
}
function foreignProblem(envelope, expected) {
  const { version } = envelope;
  if (typeof version === "number" && version > stateVersion)
    return `it has version ${version}, and this version of opus reads version ${stateVersion} only; update opus to the version that wrote it (${shown(envelope.writer)})`;
  for (const field of ["project", "context"])
    if (envelope[field] !== expected[field])
      return `it belongs to the ${field} ${shown(envelope[field])}, and the ${field} ${shown(expected[field])} was asked for`;
  return void 0;
}

// src/state/snapshot/succession.ts
function versionOf(snapshot) {
  return { lineage: snapshot.lineage, serial: snapshot.serial, digest: () => bodyDigest(snapshot.body) };
}
function conflict(next, stored2, expected, location) {
  const because = reason(next, stored2, expected);
  if (because === void 0) return void 0;
  return failure(
    "state-conflict",
    `The state at ${location} was not written: ${because}. The stored state is untouched; run again to plan from it.`
  );
}
function reason(next, stored2, expected) {
  if (next.serial > mostSerial) return `no state gets to serial ${next.serial} (at most ${mostSerial})`;
  if (stored2 === void 0) {
    if (expected === void 0) return void 0;
    return `revision ${expected} was expected, and no state is stored there any more`;
  }
  if (expected === void 0)
    return `no state was expected there, and serial ${stored2.serial} (revision ${stored2.revision}) is stored`;
  if (expected !== stored2.revision)
    return `another run has written it meanwhile; revision ${expected} was expected, and serial ${stored2.serial} (revision ${stored2.revision}) is stored`;
  if (next.lineage !== stored2.lineage)
    return `its lineage is "${stored2.lineage}", and the new version's is "${next.lineage}"`;
  if (next.serial < stored2.serial)
    return `serial ${stored2.serial} is stored, and the new version's serial is only ${next.serial}`;
  if (next.serial === stored2.serial && next.digest() !== stored2.digest())
    return `serial ${stored2.serial} is stored with another body (digest ${stored2.digest()}) than the new version of that serial (digest ${next.digest()})`;
  return void 0;
}

export {
  lacksKey,
  jsonSize,
  parseStored,
  FileJournal,
  encode,
  bodyDigest,
  decode,
  decodeFile,
  isSealed,
  sealedPart,
  lockOf,
  belongsTo,
  headOf,
  writtenBy,
  versionOf,
  conflict
};
