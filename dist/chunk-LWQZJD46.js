import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure,
  isInstance,
  moduleFiles,
  readThrown,
  scriptNames,
  sha256
} from "./chunk-FLMCZA43.js";
import {
  compileGlob,
  escapeGlob,
  fileOutputs,
  shellScripts
} from "./chunk-G65K36BT.js";
import {
  mayBeRounded,
  oddNumber
} from "./chunk-RTSY3FFE.js";
import {
  isReservedVariable
} from "./chunk-7AN7EH64.js";
import {
  validateSpec
} from "./chunk-2ZGYQVIF.js";
import {
  outputKey,
  outputsOfRun
} from "./chunk-Z2GRVYXD.js";
import {
  escapeText,
  nearest
} from "./chunk-XT5GRKLC.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  depthLimit,
  outputNameLength
} from "./chunk-CFBAOGDQ.js";
import {
  isObject,
  pointerSegment
} from "./chunk-OYQK6QYK.js";

// src/app/extensions/load-extensions.ts
import { relative } from "node:path";

// src/engine/execute/attempt.ts
var Cancelled = class extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
};
var graceMs = 4e3;
var longestDelayMs = 5 * 6e4;
async function attempt(operation, options) {
  const { clock, signal, retries } = options;
  const attempts = retries.limit + 1;
  for (let number = 1; ; number++) {
    if (signal.aborted) throw new Cancelled();
    try {
      return await once(operation, options);
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      if (number >= attempts) throw error;
      const delayMs = Math.min(retries.delayMs * 2 ** (number - 1), longestDelayMs);
      options.onRetry(number, attempts, delayMs, taskError(error));
      await clock.sleep(delayMs, signal).catch(() => {
        throw new Cancelled();
      });
    }
  }
}
async function once(operation, options) {
  const { clock, signal, timeoutMs } = options;
  const bound = new AbortController();
  const stop = () => bound.abort(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  const ended = new AbortController();
  let timedOut = false;
  const abandon = new Promise((_, reject) => {
    const giveUp = () => {
      clock.sleep(graceMs, ended.signal).then(
        () => reject(
          new TaskFailure("it was aborted and did not stop", {
            hint: "Its processor ignores the signal that it is given."
          })
        ),
        () => {
        }
      );
    };
    if (timeoutMs !== void 0) {
      clock.sleep(timeoutMs, ended.signal).then(
        () => {
          timedOut = true;
          bound.abort(new Error("timeout"));
        },
        () => {
        }
      );
    }
    bound.signal.addEventListener("abort", giveUp, { once: true });
  });
  try {
    return await Promise.race([operation(bound.signal), abandon]);
  } catch (error) {
    if (timedOut && timeoutMs !== void 0 && !signal.aborted) {
      throw new TaskFailure(`it took longer than its timeout of ${duration(timeoutMs)}`, {
        hint: "Raise `metadata.timeout`, or find out what it waits for.",
        ...error instanceof TaskFailure && error.detail !== void 0 ? { detail: error.detail } : {}
      });
    }
    throw error;
  } finally {
    ended.abort("ended");
    signal.removeEventListener("abort", stop);
  }
}
function duration(ms) {
  if (ms % 36e5 === 0) return `${ms / 36e5}h`;
  if (ms % 6e4 === 0) return `${ms / 6e4}m`;
  return ms % 1e3 === 0 ? `${ms / 1e3}s` : `${ms}ms`;
}
function taskError(thrown) {
  return errorOf(thrown, /* @__PURE__ */ new Set());
}
function errorOf(thrown, above) {
  const { message, stack, hint, detail, cause } = readThrown(thrown);
  const within2 = /* @__PURE__ */ new Set([...above, thrown]);
  const causes = cause === void 0 || within2.has(cause) ? {} : { causes: [errorOf(cause, within2)] };
  const system = isInstance(thrown, Error) && "code" in thrown && "syscall" in thrown;
  const shown = system || detail !== void 0 || isInstance(thrown, TaskFailure) ? detail : stack;
  return {
    message,
    ...hint === void 0 ? {} : { hint },
    ...shown === void 0 ? {} : { detail: shown },
    ...causes
  };
}

// src/processors/file/file-access.ts
function fileFailure(problem3, hint = problem3.hint) {
  return new TaskFailure(problem3.message, hint === void 0 ? {} : { hint });
}
function fileError(problem3) {
  return { message: problem3.message, ...problem3.hint === void 0 ? {} : { hint: problem3.hint } };
}
function pathProblem(message, pointer) {
  return {
    code: "bad-path",
    message,
    pointer,
    suggestion: "Write a path inside the workspace, relative to the working directory."
  };
}

// src/processors/file/file-spec.ts
import { isUtf8 } from "node:buffer";
var keptBytes = 64 * 1024;
var templateBytes = 1024 * 1024;
var fileSpecFields = ["path", "content", "mode"];
async function expandFile(files, spec) {
  const { template, source, content } = spec;
  if (typeof template === "string" && source === void 0 && content === void 0) {
    return expandTemplate(files, spec, template);
  }
  if (typeof source === "string" && template === void 0 && content === void 0) {
    return expandSource(files, spec, source);
  }
  return ok({ spec });
}
function expandTemplate(files, spec, template) {
  const read = readFile(files, template, "/template", templateBytes);
  if (!read.ok) return read;
  const text = decodeText(read.value);
  if (text === void 0) {
    return problem(
      "not-text",
      `\`${template}\` is not UTF-8 text`,
      "/template",
      "Use `source` to copy a file as it is."
    );
  }
  const { template: _, ...rest } = spec;
  return ok({
    spec: { ...rest, content: text },
    origins: { "/content": { file: files.display(template), text } }
  });
}
async function expandSource(files, spec, source) {
  const { base64: _base64, sha256: _sha256, size: _size, ...rest } = spec;
  const read = files.normalize(source).ok ? files.read(source, keptBytes) : readFile(files, source, "/source", keptBytes);
  if (read.ok) {
    const text = decodeText(read.value);
    if (text === void 0) return ok({ spec: { ...rest, base64: Buffer.from(read.value).toString("base64") } });
    const { source: _source, ...others } = rest;
    return ok({ spec: { ...others, content: escapeText(text) } });
  }
  if ("length" in read.error) return err(read.error);
  if (read.error.code !== "too-big") return err([fileNameProblem(read.error, "/source")]);
  const digest = await files.hash(source);
  if (!digest.ok) return err([fileNameProblem(digest.error, "/source")]);
  return ok({ spec: { ...rest, sha256: digest.value.sha256, size: digest.value.size } });
}
function readFile(files, path, pointer, limit) {
  const normal = files.normalize(path);
  if (!normal.ok) return err([pathProblem(normal.error, pointer)]);
  const read = files.read(path, limit);
  return read.ok ? read : err([fileNameProblem(read.error, pointer)]);
}
function fileNameProblem(error, pointer) {
  if (error.code === "refused") return pathProblem(error.message, pointer);
  if (error.code === "missing") {
    const suggestion2 = "Commit the file, or correct the path; it must be there before anything runs.";
    return { code: "missing-file", message: error.message, pointer, suggestion: suggestion2 };
  }
  const suggestion = error.code === "too-big" ? "Use `source` for large files." : error.hint;
  return {
    code: "unreadable-file",
    message: error.message,
    pointer,
    ...suggestion === void 0 ? {} : { suggestion }
  };
}
function problem(code, message, pointer, suggestion) {
  return err([{ code, message, pointer, suggestion }]);
}
function parseFile(files, validate, spec) {
  const { base64, sha256: sha2562, size, ...written } = spec;
  const problems = validate("opus/v1", "File", typeof spec.source === "string" ? written : spec) ?? [];
  if (problems.length > 0) return err([...problems]);
  const normal = files.normalize(String(spec.path));
  return normal.ok ? ok(spec) : err([pathProblem(normal.error, "/path")]);
}
function foundFile({ type, content, mode }, stored) {
  if (type !== "file" || typeof content !== "string" || Buffer.byteLength(content) > keptBytes) return void 0;
  const { source: _source, base64: _base64, sha256: _sha256, size: _size, ...rest } = stored;
  const kept = { ...rest, content: escapeText(content) };
  return stored.mode === void 0 || mode === void 0 ? kept : { ...kept, mode };
}
function decodeText(bytes) {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") : void 0;
}

// src/processors/file/file.ts
var readBytes = 1024 * 1024;
function fileProcessor({ files, hash, validate }) {
  const look = (spec) => files.look(spec.path, Math.max(readBytes, byteLength(spec.content)));
  const digestOf = (spec) => {
    if (spec.content !== void 0) return { sha256: hash(spec.content), size: byteLength(spec.content) };
    if (spec.base64 !== void 0) {
      const bytes = Buffer.from(spec.base64, "base64");
      return { sha256: hash(bytes), size: bytes.length };
    }
    return { sha256: spec.sha256 ?? "", size: spec.size ?? 0 };
  };
  const outputs = (spec, io) => {
    const { sha256: sha2562, size } = digestOf(spec);
    const sensitive = spec.content !== void 0 && io.containsSecret(spec.content);
    const checksum = { name: "SHA256_CHECKSUM", value: sha2562 };
    const mode = declaredMode(spec) ?? presentMode(files, spec);
    return [
      { name: "FILE_PATH", value: spec.path },
      { name: "SIZE", value: size },
      sensitive ? { ...checksum, sensitive } : checksum,
      // Where nobody may look it is not known before the file is written.
      ...mode === void 0 ? [] : [{ name: "EXECUTABLE", value: (mode & 73) !== 0 }]
    ];
  };
  const differs = (facts, spec) => {
    const wanted = digestOf(spec);
    const after = `sha256:${wanted.sha256} (${wanted.size} bytes)`;
    if (facts.type !== "file") return [{ path: "/content", before: `(${facts.type})`, after }];
    const fields = [];
    const found = typeof facts.sha256 === "string" ? facts.sha256 : hash(String(facts.content));
    if (found !== wanted.sha256) {
      const { content } = spec;
      const asText = typeof facts.content === "string" && content !== void 0 && byteLength(content) <= keptBytes;
      fields.push(
        asText ? { path: "/content", before: facts.content, after: content } : { path: "/content", before: `sha256:${found} (${facts.size} bytes)`, after }
      );
    }
    const mode = declaredMode(spec);
    if (mode !== void 0 && facts.mode !== showMode(mode)) {
      fields.push({ path: "/mode", before: facts.mode ?? null, after: showMode(mode) });
    }
    return fields;
  };
  const observe = async (spec, io) => {
    const found = look(spec);
    if (found.state === "absent")
      return found.blocked && !io.recorded ? { state: "failed", error: blockedError(spec) } : { state: "absent" };
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { type, mode, size, bytes } = found;
    if (type === "directory") return { state: "failed", error: folderError(spec, io) };
    const facts = { path: spec.path, type, mode: showMode(mode), size };
    if (type !== "file") return { state: "present", facts };
    if (bytes === void 0) {
      const digest = await files.hash(spec.path, io.signal, false);
      if (digest.ok) return { state: "present", facts: { ...facts, ...digest.value } };
      if (digest.error.code === "missing") return { state: "absent" };
      return { state: "failed", error: fileError(digest.error) };
    }
    const text = decodeText(bytes);
    if (text !== void 0 && io.containsSecret(text)) return { state: "present", facts: { ...facts, content: text } };
    const sha2562 = hash(bytes);
    if (text === void 0 || bytes.length > keptBytes) return { state: "present", facts: { ...facts, sha256: sha2562 } };
    return { state: "present", facts: { ...facts, sha256: sha2562, content: text } };
  };
  const write = async (spec, io, how) => {
    const written = await files[how](spec.path, contentOf(spec), declaredMode(spec), io.signal);
    if (!written.ok) throw writeFailure(spec, written.error);
  };
  const settle = async (spec, io) => {
    const observation = await observe(spec, io);
    if (observation.state === "failed") throw failureOf(observation.error);
    const fields = observation.state === "present" ? differs(observation.facts, spec) : void 0;
    const modeOnly = fields?.length === 1 && fields[0]?.path === "/mode";
    if (modeOnly && isSingle(look(spec))) {
      const changed = files.chmod(spec.path, declaredMode(spec) ?? 0);
      if (!changed.ok) throw writeFailure(spec, changed.error);
    } else if (fields === void 0 || fields.length > 0) {
      await write(spec, io, "replace");
    }
    return { outputs: outputs(spec, io) };
  };
  const remove = (spec) => {
    const removed = files.remove(spec.path);
    if (removed.ok) return;
    if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
    throw fileFailure(
      removed.error,
      "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files."
    );
  };
  return {
    apiVersion: "opus/v1",
    kind: "File",
    fileFields: ["template", "source"],
    expand: (spec) => expandFile(files, spec),
    parse: (spec) => parseFile(files, validate, spec),
    writes: ({ path }) => [path],
    observe: (spec, io) => observe(spec, io),
    differs,
    replaceOn: (before, after) => isSamePath(files, before.path, after.path) ? [] : ["/path"],
    // Beside it stand the bytes: where they came from does not matter.
    recordOnly: () => ["/source"],
    asFound: foundFile,
    specFields: [...fileSpecFields],
    addressFields: ["path"],
    workspaceFiles: { fields: ["path"], of: ({ path }) => [path] },
    outputNames: fileOutputs,
    predict: outputs,
    identity: (spec) => realPath(files, spec.path),
    excludes(spec) {
      const folders = realPath(files, spec.path)?.split("/").slice(0, -1) ?? [];
      return folders.map((_, index) => folders.slice(0, index + 1).join("/"));
    },
    async create(spec, io) {
      await write(spec, io, "create");
      return { outputs: outputs(spec, io) };
    },
    async update(_before, after, io) {
      return settle(after, io);
    },
    async delete(before) {
      remove(before);
    }
  };
}
function realPath(files, path) {
  const real = files.realPath(path);
  return real.ok ? real.value : void 0;
}
function isSamePath(files, before, after) {
  return before === after || (realPath(files, before) ?? before) === (realPath(files, after) ?? after);
}
function contentOf(spec) {
  if (spec.content !== void 0) return Buffer.from(spec.content, "utf8");
  if (spec.base64 !== void 0) return Buffer.from(spec.base64, "base64");
  return { source: spec.source ?? "", sha256: spec.sha256 ?? "" };
}
function writeFailure(spec, problem3) {
  const { message, hint } = explainWrite(spec, problem3);
  return new TaskFailure(message, hint === void 0 ? { untouched: true } : { hint, untouched: true });
}
function explainWrite(spec, problem3) {
  const { code, message } = problem3;
  switch (code) {
    case "exists":
      return {
        message: `\`${spec.path}\` exists: it appeared after opus had looked`,
        hint: "opus never overwrites what it did not make. Run again to see what it would do now."
      };
    case "wrong-type":
      return { message, hint: "Move it away and run again: opus replaces only files and symlinks." };
    case "changed":
    case "missing":
      if (spec.source === void 0 || spec.content !== void 0 || spec.base64 !== void 0) return problem3;
      return {
        message: `\`${spec.path}\` can't be written: \`${spec.source}\` no longer has the bytes that are wanted (sha256:${spec.sha256}), and the old bytes were not kept`,
        hint: `Files of more than ${keptBytes / 1024} KiB are not kept in state. Bring \`${spec.source}\` back from git, and run again.`
      };
    default:
      return problem3;
  }
}
function failureOf({ message, hint }) {
  return new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, untouched: true });
}
function folderError({ path }, { recorded }) {
  return {
    message: `there is a folder at \`${path}\`, where a file should be`,
    hint: recorded ? "Move the folder away, or run `forget` with this task as `target`: opus replaces and deletes only files and symlinks." : "Move the folder away, or choose another `path`: opus replaces only files and symlinks."
  };
}
function blockedError({ path }) {
  return {
    message: `\`${path}\` can't be made: a part of its path is there and is not a folder`,
    hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks."
  };
}
function isSingle(found) {
  return found.state === "present" && found.type === "file" && found.links === 1;
}
function declaredMode(spec) {
  return spec.mode === void 0 ? void 0 : Number.parseInt(spec.mode, 8);
}
function presentMode(files, spec) {
  const found = files.look(spec.path, -1);
  if (found.state === "failed") return void 0;
  return found.state === "present" && found.type === "file" ? found.mode : 0;
}
function showMode(mode) {
  return mode.toString(8).padStart(4, "0");
}
function byteLength(text) {
  return text === void 0 ? 0 : Buffer.byteLength(text, "utf8");
}

// src/engine/json/storable.ts
var plainData = "Give plain data: texts, numbers, true, false, null, lists and objects.";
function storable(value) {
  const found = copy(value, "", /* @__PURE__ */ new Set());
  return found instanceof Found ? err(found.flaw) : ok(found);
}
var Found = class {
  flaw;
  constructor(pointer, what, hint = plainData) {
    this.flaw = { pointer, what, hint };
  }
};
function copy(value, pointer, above) {
  switch (typeof value) {
    case "string":
      return value.isWellFormed() ? value : new Found(pointer, halfPair, "Cut texts between characters.");
    case "number":
      return checkNumber(value, pointer);
    case "boolean":
      return value;
    case "object":
      return value === null ? null : container(value, pointer, above);
    case "undefined":
      return new Found(pointer, "is undefined", `${plainData} Leave out what is not there.`);
    default:
      return new Found(pointer, `is a ${typeof value}`);
  }
}
var halfPair = "holds half of a surrogate pair, which is no character";
function checkNumber(value, pointer) {
  if (!Number.isFinite(value)) return new Found(pointer, `is ${value}, which JSON does not know`);
  if (!mayBeRounded(value)) return value;
  const what = `is the whole number ${value}, which may be a rounded one: numbers are exact only up to ${Number.MAX_SAFE_INTEGER}`;
  return new Found(pointer, what, "Give it as a text.");
}
function container(value, pointer, above) {
  if (above.has(value)) return new Found(pointer, "refers back to what it stands in");
  if (above.size >= depthLimit) return new Found(pointer, `is nested more than ${depthLimit} levels deep`);
  above.add(value);
  try {
    if ("toJSON" in value && typeof value.toJSON === "function") return copy(value.toJSON(), pointer, above);
    return Array.isArray(value) ? list(value, pointer, above) : members(value, pointer, above);
  } catch (error) {
    return new Found(pointer, `can't be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    above.delete(value);
  }
}
function list(value, pointer, above) {
  const copied = [];
  for (let index = 0; index < value.length; index++) {
    const member = copy(value[index], `${pointer}/${index}`, above);
    if (member instanceof Found) return member;
    copied.push(member);
  }
  return copied;
}
var closed = /^\[object (?:Map|Set|Weak\w+|Promise|RegExp|Error|Date|String|Number|Boolean|\w*ArrayBuffer|DataView)\]$/;
function members(value, pointer, above) {
  const tag = Object.prototype.toString.call(value);
  if (closed.test(tag) || ArrayBuffer.isView(value)) {
    const name = tag.slice("[object ".length, -1);
    return new Found(pointer, `is a ${name}`, name === "Promise" ? "Is an `await` missing?" : plainData);
  }
  const copied = [];
  for (const [key, given] of Object.entries(value)) {
    const at = `${pointer}/${pointerSegment(key)}`;
    if (!key.isWellFormed()) return new Found(at, `has a name that ${halfPair}`, "Cut texts between characters.");
    if (given === void 0) continue;
    const member = copy(given, at, above);
    if (member instanceof Found) return member;
    copied.push([key, member]);
  }
  return Object.fromEntries(copied);
}
function object(value) {
  const kept = storable(value);
  if (!kept.ok) return kept;
  return isObject(kept.value) ? ok(kept.value) : err({ pointer: "", what: "is no object", hint: plainData });
}
function storableObservation(observation) {
  if (observation.state !== "present") return observation;
  const facts = object(observation.facts);
  const given = observation.outputs && storableOutputs(observation.outputs);
  const flaws = [...facts.ok ? [] : [{ ...facts.error, of: "facts" }], ...given?.flaws ?? []];
  if (facts.ok && flaws.length === 0)
    return { ...observation, facts: facts.value, ...given ? { outputs: given.outputs } : {} };
  return { state: "failed", error: told("what it saw can't be kept", flaws) };
}
function storableOutcome(given) {
  const { outputs, flaws } = storableOutputs(given.outputs);
  const { observed, ...others } = given;
  const seen = observed === void 0 ? void 0 : object(observed);
  if (seen && !seen.ok) flaws.push({ ...seen.error, of: "observed" });
  const outcome = { ...others, outputs, ...seen?.ok ? { observed: seen.value } : {} };
  const error = flaws.length === 0 ? void 0 : told("it took effect, but what it gave can't be kept", flaws);
  return { outcome, error };
}
function storableOutputs(given) {
  const flaws = [];
  const outputs = given.flatMap((output) => {
    const value = storable(output.value);
    if (value.ok) return [{ ...output, value: value.value }];
    flaws.push({ ...value.error, of: `output ${output.name}` });
    return [];
  });
  return { outputs, flaws };
}
function told(message, flaws) {
  const list2 = flaws.map(({ of, pointer, what }) => `${pointer === "" ? of : `${of} at ${pointer}`} ${what}`);
  return { message: `${message}: ${list2.join("; ")}`, hint: flaws[0]?.hint ?? plainData };
}

// src/processors/shell/output-file.ts
var refusedName = "__proto__";
var tooLongName = `is longer than ${outputNameLength.toLocaleString("en-US")} characters`;
var plainName = /^[A-Za-z_][A-Za-z0-9_-]*$/;
var boundName = /^([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z_][A-Za-z0-9_-]*)$/;
function parseOutputFile(text, windows = false) {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  const read = (index) => {
    const line = lines[index];
    return windows && line?.endsWith("\r") ? line.slice(0, -1) : line;
  };
  const found = /* @__PURE__ */ new Map();
  for (let index = 0; index < lines.length; index++) {
    const line = read(index);
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    const isHeredoc = heredoc !== -1 && (equals === -1 || heredoc < equals);
    if (!isHeredoc && equals === -1) {
      return err({ line: index + 1, message: "it is neither `KEY=value` nor `KEY<<DELIMITER`" });
    }
    const key = line.slice(0, isHeredoc ? heredoc : equals);
    if (key.slice(key.lastIndexOf(":") + 1) === refusedName) {
      return err({ line: index + 1, message: `no output can have the name \`${refusedName}\`` });
    }
    const name = parseName(key);
    if (name === void 0) {
      const message = "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`";
      return err({ line: index + 1, message });
    }
    if (name.name.length > outputNameLength)
      return err({ line: index + 1, message: `the name of the output ${tooLongName}` });
    if (!isHeredoc) {
      found.set(key, { ...name, value: line.slice(equals + 1) });
      continue;
    }
    const delimiter = line.slice(heredoc + 2);
    if (delimiter === "") return err({ line: index + 1, message: "`<<` has no delimiter after it" });
    const start = index + 1;
    let end = start;
    while (end < lines.length && read(end) !== delimiter) end++;
    if (end >= lines.length) {
      return err({ line: index + 1, message: "the delimiter after its `<<` never comes on a line of its own" });
    }
    const value = lines.slice(start, end).map((_, offset) => read(start + offset));
    found.set(key, { ...name, value: value.join("\n") });
    index = end;
  }
  return ok([...found.values()]);
}
function parseName(key) {
  if (plainName.test(key)) return { name: key };
  const match = boundName.exec(key);
  if (!match) return void 0;
  const [, command, context, name = ""] = match;
  return {
    name,
    ...command === void 0 ? {} : { command },
    ...context === void 0 ? {} : { context }
  };
}

// src/processors/module/module-answers.ts
var answerChecks = {
  differs: (given) => data(given, "a list of {path, before, after}", isFields),
  replaceOn: (given) => optional(given, texts),
  recordOnly: (given) => optional(given, texts),
  excludes: (given) => optional(given, texts),
  writes: (given) => optional(given, texts),
  identity: (given) => optional(given, identity),
  likeness: (given) => optional(given, object2),
  effects: (given) => optional(given, object2),
  upgrade: object2,
  // What can't be kept can't be put back.
  asFound: (given) => ok(checked(object2, given)),
  replaces: (given) => ok(Boolean(given)),
  hasRollback: (given) => ok(Boolean(given))
};
function checked(check2, given) {
  const found = check2(given);
  return found.ok ? found.value : void 0;
}
function optional(given, check2) {
  return given === void 0 || given === null ? ok(void 0) : check2(given);
}
function data(given, form2, is) {
  const kept = storable(given);
  if (!kept.ok) {
    const { pointer, what } = kept.error;
    const place = pointer.length > 60 ? `${pointer.slice(0, 60)}\u2026` : pointer;
    return err(`what can't be kept: ${place === "" ? "it" : place} ${what}`);
  }
  return is(kept.value) ? ok(kept.value) : err(`something else than ${form2}`);
}
function object2(given) {
  return data(given, "an object", isObject);
}
function texts(given) {
  const isTexts = (value) => Array.isArray(value) && value.every((member) => typeof member === "string");
  return data(given, "a list of texts", isTexts);
}
function identity(given) {
  const isName = (value) => typeof value === "string" || typeof value === "number";
  const name = data(given, "a text", isName);
  return name.ok ? ok(String(name.value)) : name;
}
function isFields(value) {
  return Array.isArray(value) && value.every((field) => isObject(field) && typeof field.path === "string");
}
function checkExpanded(given) {
  const wrong = (message) => err([{ code: "bad-processor", message: `\`expand\` gave ${message}`, pointer: "" }]);
  const answer = loose(given);
  if (answer?.ok === false && Array.isArray(answer.error)) return err(problemsOf(answer.error));
  const value = answer?.ok === true ? loose(answer.value) : void 0;
  if (!value) return wrong("neither {ok: true, value: {spec}} nor {ok: false, error: [problems]}");
  const spec = object2(value.spec);
  if (!spec.ok) return wrong(`as \`spec\` ${spec.error}`);
  const origins = Object.entries(loose(value.origins) ?? {}).flatMap(([pointer, origin]) => {
    const { file, text } = loose(origin) ?? {};
    return typeof file === "string" && typeof text === "string" ? [[pointer, { file, text }]] : [];
  });
  return ok({ spec: spec.value, ...origins.length > 0 ? { origins: Object.fromEntries(origins) } : {} });
}
function problemsOf(given) {
  return given.map((one) => {
    const problem3 = loose(one);
    if (!problem3) return { code: "bad-spec", message: textOf(one), pointer: "" };
    const { code, message, pointer, offset, suggestion, atKey } = problem3;
    return {
      code: typeof code === "string" && /^[a-z]+(?:-[a-z]+)*$/.test(code) ? code : "bad-spec",
      message: textOf(message),
      pointer: typeof pointer === "string" ? pointer : "",
      ...typeof offset === "number" && Number.isSafeInteger(offset) && offset >= 0 ? { offset } : {},
      ...suggestion === void 0 ? {} : { suggestion: textOf(suggestion) },
      ...atKey === true ? { atKey } : {}
    };
  });
}
function cleanObservation(observation) {
  if (observation.state === "unobservable") return { state: "unobservable", why: textOf(observation.why) };
  if (observation.state !== "failed") return observation;
  const { message, hint, detail } = observation.error;
  const error = {
    message: textOf(message),
    ...typeof hint === "string" ? { hint: textOf(hint) } : {},
    ...typeof detail === "string" ? { detail: textOf(detail) } : {}
  };
  return { state: "failed", error };
}
function textOf(given) {
  if (given === void 0) return "(nothing was said)";
  if (typeof given === "string") return given.toWellFormed();
  const text = typeof given === "object" && given !== null ? readThrown(given).message : void 0;
  return (text ?? (typeof given === "function" ? "(a function)" : String(given))).toWellFormed();
}
function loose(value) {
  return typeof value === "object" && value !== null ? value : void 0;
}

// src/processors/module/modules.ts
var required = ["observe", "create", "update", "delete"];
var optional2 = [
  "expand",
  "parse",
  "writes",
  "differs",
  "replaceOn",
  "replaces",
  "recordOnly",
  "effects",
  "asFound",
  "predict",
  "identity",
  "likeness",
  "excludes",
  "upgrade",
  "hasRollback",
  "rollback"
];
var lists = [
  "commands",
  "contexts",
  "verbatimFields",
  "fileFields",
  "factFields",
  "outputNames",
  "sensitiveOutputs",
  "addressFields",
  "specFields"
];
var ModuleFailure = class extends TaskFailure {
  get diagnostic() {
    const { message, detail, hint } = this;
    return {
      severity: "error",
      code: "bad-module",
      message: detail === void 0 ? message : `${message}
${detail}`,
      ...hint === void 0 ? {} : { suggestion: hint }
    };
  }
};
var observationMembers = {
  present: ["state", "facts", "outputs"],
  absent: ["state"],
  unobservable: ["state", "why"],
  failed: ["state", "error"]
};
async function loadProcessors(path, importModule, caller) {
  let module;
  try {
    module = await importModule(path);
  } catch (error) {
    const { message, detail } = taskError(error);
    return err([`${path}: can't be imported: ${message}${detail === void 0 ? "" : `
${detail}`}`]);
  }
  return checkModule(path, module, caller);
}
function checkModule(path, module, caller) {
  const exported = module.default;
  if (exported === void 0) {
    return err([`${path}: there is no default export; export a processor, or a list of processors, as default`]);
  }
  const within2 = isThing(exported) && "processors" in exported ? exported.processors : exported;
  const one = !Array.isArray(within2) && within2 === exported;
  const candidates = Array.isArray(within2) ? within2 : [within2];
  if (candidates.length === 0) return err([`${path}: default export is an empty list`]);
  const problems = [];
  const processors = [];
  candidates.forEach((candidate, index) => {
    const where = `${path}: ${one ? "default export" : `processor ${index + 1} of default export`}`;
    const found = check(where, candidate);
    if (found.length > 0) problems.push(...found);
    else processors.push(guard(path, candidate, caller));
  });
  return problems.length > 0 ? err(problems) : ok(processors);
}
function isThing(value) {
  return typeof value === "object" && value !== null;
}
function check(where, candidate) {
  if (typeof candidate === "function") return [`${where} is a function; export the processor itself`];
  if (!isThing(candidate))
    return [`${where} is ${candidate === null ? "null" : `a ${typeof candidate}`}, not a processor`];
  const problems = [];
  if (typeof candidate.apiVersion !== "string" || candidate.apiVersion === "") {
    problems.push(`${where} has no \`apiVersion\`; give it one of your own, like "example.com/v1"`);
  }
  if (typeof candidate.kind !== "string" || !/^[A-Z][A-Za-z0-9]*$/.test(candidate.kind)) {
    problems.push(`${where} has no \`kind\` that begins with a capital letter, like "Bucket"`);
  }
  if (candidate.version !== void 0 && typeof candidate.version !== "string") {
    problems.push(`${where}: \`version\` is not a text`);
  }
  for (const name of required) {
    if (candidate[name] === void 0) problems.push(`${where} has no \`${name}\``);
    else if (typeof candidate[name] !== "function") problems.push(`${where}: \`${name}\` is not a function`);
  }
  for (const name of optional2) {
    if (candidate[name] !== void 0 && typeof candidate[name] !== "function") {
      problems.push(`${where}: \`${name}\` is not a function`);
    }
  }
  for (const name of lists) {
    const list2 = candidate[name];
    if (list2 !== void 0 && !(Array.isArray(list2) && list2.every((entry) => typeof entry === "string"))) {
      problems.push(`${where}: \`${name}\` is not a list of names`);
    }
  }
  return problems;
}
function guard(module, own2, caller) {
  const name = `${module}: ${own2.kind}`;
  const call = (method) => ({ who: `the kind ${own2.kind} of module ${module}`, doing: `its \`${method}\`` });
  const later = (method, work) => caller.later(call(method), work);
  const broken = (method, thrown) => {
    const { message, hint, detail } = taskError(thrown);
    return new ModuleFailure(`${name}: \`${method}\` threw: ${message}`, {
      ...hint === void 0 ? {} : { hint },
      ...detail === void 0 ? {} : { detail }
    });
  };
  const now = (method, work) => {
    try {
      return caller.now(call(method), work);
    } catch (error) {
      throw broken(method, error);
    }
  };
  const answered = (method, work) => {
    const given = now(method, () => {
      if (method !== "asFound") return work();
      try {
        return work();
      } catch {
        return void 0;
      }
    });
    const checked2 = answerChecks[method]?.(given) ?? ok(given);
    if (checked2.ok) return checked2.value;
    throw new ModuleFailure(`${name}: \`${method}\` gave ${checked2.error}`);
  };
  const guarded = { apiVersion: own2.apiVersion, kind: own2.kind, module };
  if (own2.version !== void 0) guarded.version = own2.version;
  for (const list2 of lists) if (own2[list2] !== void 0) guarded[list2] = own2[list2];
  for (const method of optional2) {
    const ofModule = own2[method];
    if (ofModule === void 0) continue;
    guarded[method] = (...args) => answered(method, () => ofModule.apply(own2, args));
  }
  const making = async (method, io, operation) => {
    const told2 = /* @__PURE__ */ new Map();
    const given = await later(method, () => operation(checkedIo(name, io, told2)));
    const outcome = checkOutcome(name, method, given);
    for (const output of outcome.outputs) told2.set(outputKey(output), output);
    return { ...outcome, outputs: [...told2.values()] };
  };
  const { expand, predict } = own2;
  if (predict)
    guarded.predict = (...given) => keepable(now("predict", () => predict.apply(own2, given)));
  const processor = {
    ...guarded,
    ...expand ? {
      expand: (spec) => later("expand", async () => checkExpanded(await expand.call(own2, spec))).catch((error) => {
        throw broken("expand", error);
      })
    } : {},
    parse: (spec) => own2.parse ? checkParsed(name, spec, () => caller.now(call("parse"), () => own2.parse(spec))) : ok(spec),
    observe: async (spec, io) => checkObservation(name, await later("observe", () => own2.observe(spec, io))),
    create: (spec, io) => making("create", io, async (checked2) => own2.create(spec, checked2)),
    update: (before, after, io) => making("update", io, async (checked2) => own2.update(before, after, checked2)),
    delete: async (before, io) => void await later("delete", () => own2.delete(before, io))
  };
  if (!own2.rollback) return processor;
  return {
    ...processor,
    rollback: async (change, before, attempted, io) => {
      const outcome = await later("rollback", () => own2.rollback?.(change, before, attempted, io));
      return outcome === void 0 || outcome === null ? void 0 : checkOutcome(name, "rollback", outcome);
    }
  };
}
function checkedIo(name, io, told2) {
  return {
    ...io,
    // Copied, it would stay what it was before anything was made.
    get recorded() {
      return io.recorded;
    },
    made(observed, outputs) {
      const { outputs: given, observed: facts } = checkOutcome(name, "io.made", { observed, outputs: outputs ?? [] });
      for (const output of given) told2.set(outputKey(output), output);
      io.made(facts, given);
    }
  };
}
function keepable(outputs) {
  return areOutputs(outputs) ? storableOutcome({ outputs }).outcome.outputs : [];
}
function checkParsed(name, spec, parse) {
  const wrong = (message) => err([{ code: "bad-processor", message: `${name}: ${message}`, pointer: "" }]);
  let parsed;
  try {
    parsed = parse();
  } catch (error) {
    const { message, detail } = taskError(error);
    return wrong(`\`parse\` threw: ${message}${detail === void 0 ? "" : `
${detail}`}`);
  }
  if (isThing(parsed) && parsed.ok === true) return ok(isObject(parsed.value) ? parsed.value : spec);
  if (!isThing(parsed) || parsed.ok !== false || !Array.isArray(parsed.error)) {
    return wrong("`parse` gave neither {ok: true, value: spec} nor {ok: false, error: [problems]}");
  }
  return err(problemsOf(parsed.error));
}
function checkObservation(name, observation) {
  const found = isThing(observation) ? observation : {};
  if (found.state === "present") refuseNames(name, "observe", found.outputs);
  const whole = found.state === "absent" || found.state === "present" && isObject(found.facts) && areOutputs(found.outputs ?? []) || found.state === "unobservable" && typeof found.why === "string" || found.state === "failed" && isThing(found.error) && typeof found.error.message === "string";
  if (whole) {
    refuseUnknown(name, "observe", found, observationMembers[String(found.state)] ?? []);
    refuseUnknownOutputs(name, "observe", found.outputs);
    return cleanObservation(observation);
  }
  throw new TaskFailure(`${name}: \`observe\` gave no observation`, {
    hint: 'It returns {state: "present", facts: {\u2026}, outputs: [\u2026]} (`outputs` may be left out), {state: "absent"}, {state: "unobservable", why: "\u2026"} or {state: "failed", error: {message: "\u2026"}}.'
  });
}
function checkOutcome(name, method, outcome) {
  if (outcome === void 0 || outcome === null) return { outputs: [] };
  if (isThing(outcome)) {
    const { outputs = [], observed, warnings } = outcome;
    refuseNames(name, method, outputs);
    const whole = areOutputs(outputs) && (observed === void 0 || isObject(observed)) && (warnings === void 0 || Array.isArray(warnings) && warnings.every((warning) => typeof warning === "string"));
    if (whole) {
      refuseUnknown(name, method, outcome, ["outputs", "observed", "warnings"]);
      refuseUnknownOutputs(name, method, outputs);
      return { ...outcome, outputs };
    }
  }
  throw new TaskFailure(`${name}: \`${method}\` gave no outcome`, {
    hint: 'It returns {outputs: [{name: "KEY", value: \u2026}], observed: {\u2026}}, either may be left out.'
  });
}
function refuseNames(name, method, outputs) {
  const names2 = Array.isArray(outputs) ? outputs.map((output) => isThing(output) ? output.name : void 0) : [];
  if (names2.includes(refusedName)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output with the name "${refusedName}"`, {
      hint: "Choose another name: no output can have this one."
    });
  }
  if (names2.some((one) => typeof one === "string" && one.length > outputNameLength)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output whose name ${tooLongName}`, {
      hint: "Choose a shorter name, and put what it says into the value."
    });
  }
}
function areOutputs(outputs) {
  return Array.isArray(outputs) && outputs.every((output) => isThing(output) && isOutputName(output.name));
}
function refuseUnknown(name, method, given, known) {
  const unknown = Object.keys(given).find((member) => given[member] !== void 0 && !known.includes(member));
  if (unknown === void 0) return;
  const near = nearest(unknown, known);
  throw new TaskFailure(`${name}: \`${method}\` gave an unknown member "${unknown}"`, {
    hint: near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`
  });
}
function refuseUnknownOutputs(name, method, outputs) {
  for (const output of outputs ?? []) {
    refuseUnknown(name, method, output, ["name", "value", "sensitive", "command", "context"]);
    const { sensitive, command, context } = output;
    const wrong = sensitive !== void 0 && typeof sensitive !== "boolean" || [command, context].some(
      (binding) => binding !== void 0 && !(typeof binding === "string" && binding.isWellFormed())
    );
    if (!wrong) continue;
    throw new TaskFailure(`${name}: \`${method}\` gave the output ${String(output.name)} with a wrong binding`, {
      hint: "`sensitive` is true or false; `command` and `context` are names."
    });
  }
}
function isOutputName(name) {
  return typeof name === "string" && name.length <= outputNameLength && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}

// src/processors/registry.ts
function buildRegistry(processors) {
  const known = /* @__PURE__ */ new Map();
  const clashes = [];
  for (const processor of processors) {
    const key = keyOf(processor.apiVersion, processor.kind);
    const other = known.get(key);
    if (!other) known.set(key, processor);
    else {
      clashes.push(
        `the kind ${processor.kind} of apiVersion ${processor.apiVersion} is defined twice: ${originOf(other)} and ${originOf(processor)}`
      );
    }
  }
  if (clashes.length > 0) return err(clashes);
  const list2 = [...known.values()].map(({ apiVersion, kind }) => ({ apiVersion, kind })).sort((left, right) => compare(keyOf(left.apiVersion, left.kind), keyOf(right.apiVersion, right.kind)));
  return ok({ get: (apiVersion, kind) => known.get(keyOf(apiVersion, kind)), list: () => list2 });
}
function keyOf(apiVersion, kind) {
  return `${apiVersion} ${kind}`;
}
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
function originOf(processor) {
  return processor.module === void 0 ? "built in" : `in ${processor.module}`;
}

// src/processors/shell/loading-variables.ts
var names = new Set(
  [
    // Shells.
    "PATH PATHEXT SHELL COMSPEC BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND IFS CDPATH FPATH ZDOTDIR PSMODULEPATH",
    "PS0 PS1 PS2 PS3 PS4",
    // Where configuration and temporary files lie.
    "HOME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA TMPDIR TMP TEMP INPUTRC TERMINFO TERMINFO_DIRS TERMCAP",
    "NETRC WGETRC CURL_HOME DOCKER_CONFIG KUBECONFIG AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE TF_CLI_CONFIG_FILE",
    "OPENSSL_CONF OPENSSL_ENGINES OPENSSL_MODULES",
    // Programs that others start.
    "EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE RSYNC_RSH CVS_RSH CC CXX TAR_OPTIONS",
    // Options and code of interpreters and build tools.
    "NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE PERLLIB CLASSPATH JAVA_HOME JAVA_OPTS JAVA_TOOL_OPTIONS",
    "_JAVA_OPTIONS JDK_JAVA_OPTIONS MAKEFLAGS GNUMAKEFLAGS MFLAGS MAKEFILES GOFLAGS GOENV GOPATH GOROOT GOPROXY",
    "RUSTFLAGS RUSTC RUSTC_WRAPPER PHPRC PHP_INI_SCAN_DIR DOTNET_STARTUP_HOOKS GCONV_PATH CLOUDSDK_PYTHON",
    "CLOUDSDK_CONFIG"
  ].flatMap((line) => line.split(" "))
);
var beginnings = /^(?:LD_|DYLD_|BASH_FUNC_|XDG_|GIT_|SSH_|PYTHON|PIP_|UV_|PERL5|RUBY|GEM_|BUNDLE_|NPM_CONFIG_|YARN_|MAVEN_|GRADLE_|CARGO_|LUA_|HELM_|ANSIBLE_|TF_CLI_ARGS|CORECLR_|COR_)/;
var ends = /_(?:COMMAND|ASKPASS|EDITOR|PAGER)$/;
function isLoadingVariable(name) {
  const upper = name.toUpperCase();
  return names.has(upper) || beginnings.test(upper) || ends.test(upper);
}

// src/processors/shell/script.ts
var extensions = {
  pwsh: ".ps1",
  powershell: ".ps1",
  cmd: ".cmd",
  python: ".py",
  python3: ".py",
  node: ".mjs"
};
var usualOptions = {
  bash: ["bash", "-e", "-o", "pipefail"],
  sh: ["sh", "-e"],
  pwsh: ["pwsh", "-NoProfile", "-File"]
};
function splitShell(shell = "bash") {
  const words = [];
  const pattern = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y;
  const text = shell.trimEnd();
  while (pattern.lastIndex < text.length) {
    const word = pattern.exec(text)?.[1];
    if (word === void 0) return void 0;
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ""));
  }
  const [first] = words;
  if (!first) return void 0;
  return words.length === 1 && Object.hasOwn(usualOptions, first) ? usualOptions[first] : words;
}
function scriptExtension(words) {
  const program = (words[0] ?? "").replace(/^.*[\\/]/, "").replace(/\.exe$/i, "");
  return Object.hasOwn(extensions, program) ? extensions[program] ?? ".sh" : ".sh";
}
function parseDuration(text) {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  if (!match) return void 0;
  const factor = { ms: 1, s: 1e3, m: 6e4, h: 36e5 }[match[2]];
  return Number(match[1]) * factor;
}
function lastLines(text, count = 20) {
  const lines = text.trimEnd().split("\n");
  const last = lines.slice(-count).join("\n");
  return last.trim() === "" ? void 0 : last;
}

// src/processors/shell/shell-environment.ts
var allowed = new Set(
  [
    "PATH HOME USER LOGNAME SHELL LANG TZ TMPDIR TEMP TMP TERM CI",
    // By the last one the runner finds, at the end of a job, what is still running.
    "RUNNER_OS RUNNER_ARCH RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_TRACKING_ID",
    "GITHUB_ACTIONS GITHUB_REPOSITORY GITHUB_SHA GITHUB_REF GITHUB_REF_NAME GITHUB_REF_TYPE GITHUB_HEAD_REF",
    "GITHUB_BASE_REF GITHUB_RUN_ID GITHUB_RUN_ATTEMPT GITHUB_RUN_NUMBER GITHUB_SERVER_URL GITHUB_API_URL GITHUB_ACTOR",
    "GITHUB_EVENT_NAME GITHUB_WORKFLOW GITHUB_JOB GITHUB_WORKSPACE",
    // Windows: nothing starts without them.
    "SYSTEMROOT SYSTEMDRIVE WINDIR PATHEXT COMSPEC USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES"
  ].flatMap((line) => line.split(" "))
);
function childEnvironment(parent, spec, extra = {}) {
  const passed = (spec.passEnv ?? []).map(variablePattern);
  const environment = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value === void 0 || isReservedVariable(name)) continue;
    const upper = name.toUpperCase();
    if (allowed.has(upper) || upper.startsWith("LC_") || passed.some((pattern) => pattern.matches(name))) {
      environment[name] = value;
    }
  }
  for (const variables of [spec.env, spec.secretEnv]) {
    for (const [name, value] of Object.entries(variables ?? {}))
      if (!isReservedVariable(name)) environment[name] = String(value);
  }
  return { ...environment, ...extra };
}
function variablePattern(pattern) {
  const plain = pattern.replaceAll(/[^*?]+/g, escapeGlob);
  return compileGlob(plain, { dot: true, path: true, nocase: process.platform === "win32" });
}
function environmentProblems(spec) {
  const problems = [];
  for (const field of ["env", "secretEnv"]) {
    for (const [name, value] of Object.entries(spec[field] ?? {})) {
      const pointer = `/${field}/${pointerSegment(name)}`;
      if (isReservedVariable(name)) {
        problems.push({
          code: "reserved-variable",
          message: `\`${field}\` may not set ${name}`,
          pointer,
          atKey: true,
          suggestion: advice(name)
        });
      } else if (typeof value === "string" && value.includes("\0")) {
        const message = `the value of ${name} holds a NUL character, which no environment variable can`;
        problems.push({ code: "bad-variable", message, pointer });
      }
    }
  }
  (spec.passEnv ?? []).forEach((name, index) => {
    if (/[*?]/.test(name) || !isReservedVariable(name)) return;
    problems.push({
      code: "reserved-variable",
      message: `\`passEnv\` may not hand ${name} through: scripts never get it`,
      pointer: `/passEnv/${index}`,
      suggestion: advice(name)
    });
  });
  return problems;
}
function advice(name) {
  const upper = name.toUpperCase();
  if (upper === "GITHUB_TOKEN")
    return "Declare the token as a secret, and give it to the script as GH_TOKEN in `secretEnv`.";
  if (upper === "GITHUB_OUTPUT") return "Write outputs to the file that $OPUS_OUTPUT names.";
  if (upper.startsWith("OPUS_"))
    return "Choose another name: those that begin with OPUS_ are for what opus tells scripts.";
  return "Choose another name: this one belongs to the runner.";
}

// src/processors/shell/shell-recorded.ts
var prefix = "OPUS_RECORDED_";
var longestValue = 8 * 1024;
var longestValues = 64 * 1024;
function recordedForScript(recorded, script, run) {
  const { spec, outputs, observed, missing } = recorded;
  const file = `${JSON.stringify({ spec, outputs, observed: observed ?? null, missing })}
`;
  const seen = outputsOfRun(outputs, run);
  return { variables: variablesOf(seen), file, warnings: absences(missing, seen, script) };
}
function variablesOf(outputs) {
  const variables = {};
  let size = 0;
  for (const [name, value] of Object.entries(outputs)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const bytes = Buffer.byteLength(text);
    if (name.includes("-") || text.includes("\0") || bytes > longestValue || size + bytes > longestValues) continue;
    size += bytes;
    variables[prefix + name] = text;
  }
  return variables;
}
function absences(missing, seen, script) {
  const names2 = new Set(missing.map((key) => key.slice(key.lastIndexOf(":") + 1)));
  return [...names2].filter((name) => !Object.hasOwn(seen, name) && new RegExp(`\\b${prefix}${name}\\b`).test(script)).map(
    (name) => `warning: ${prefix}${name} is not set: the output ${name} is sensitive, and only sealed state (\`encryption-key\`) keeps it`
  );
}

// src/processors/shell/shell-run.ts
function shellFields(spec) {
  return spec;
}
var capturedBytes = 64 * 1024;
var overhangBytes = 16 * 1024;
var factBytes = 1024 * 1024;
async function runScript(shell, name, spec, io, call = {}) {
  const { undone, onOutputs } = call;
  const script = spec[name] ?? "";
  const words = splitShell(spec.shell);
  if (words === void 0)
    throw new TaskFailure(`the shell \`${spec.shell}\` can't be understood`, { untouched: true });
  const folder = shell.files.folder(spec.workingDirectory ?? ".");
  if (!folder.ok) {
    const message = `the ${name} script has no folder to run in: ${folder.error.message}`;
    throw new TaskFailure(message, { untouched: true });
  }
  const timeoutMs = spec.timeout === void 0 ? void 0 : parseDuration(spec.timeout);
  const recorded = "recorded" in call ? call.recorded : io.recorded;
  const told2 = recorded && recordedForScript(recorded, script, io);
  for (const warning of told2?.warnings ?? []) io.output("stderr", `${warning}
`);
  const env = childEnvironment(shell.environment, spec, {
    OPUS_CONTEXT: io.context,
    OPUS_COMMAND: io.command,
    OPUS_TASK: io.task,
    OPUS_CHANGE: undone ?? name,
    ...undone === void 0 ? {} : { OPUS_ROLLBACK: "true" },
    ...told2?.variables
  });
  const result = await shell.run({
    script,
    shell: words,
    extension: scriptExtension(words),
    cwd: folder.value,
    env,
    outputVariable: "OPUS_OUTPUT",
    outputBytes: factBytes,
    ...told2 ? { files: { OPUS_RECORDED: told2.file } } : {},
    ...onOutputs ? { onOutputFile: (data2) => onOutputs(outputText(data2), false) } : {},
    captureBytes: name === "read" ? factBytes : capturedBytes + overhangBytes,
    signal: io.signal,
    // The facts that `read` prints are data, not something to show.
    onOutput: (stream, text) => name === "read" && stream === "stdout" ? void 0 : io.output(stream, text),
    ...timeoutMs === void 0 ? {} : { timeoutMs }
  });
  if (onOutputs && result.outputFile) onOutputs(outputText(result.outputFile), true);
  const failure = scriptFailure(name, spec, words, result);
  if (failure) throw failure;
  return result;
}
function outputText(data2) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(data2);
}
var exitHints = {
  126: "126 means that a command could not be executed: is the file executable?",
  127: "127 means that a command was not found: is it installed, and on the PATH?",
  137: "137 means that a program was killed, often because memory ran out."
};
function scriptFailure(name, spec, words, result) {
  const detail = lastLines(name === "read" ? result.stderrTail : result.tail);
  const failed = (message, hint) => new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, ...detail === void 0 ? {} : { detail } });
  const unstarted = (message, hint) => new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, untouched: true });
  const { end } = result;
  switch (end.state) {
    case "aborted":
      return failed(`${name} script was stopped`);
    case "timed-out":
      return failed(
        `${name} script did not finish within ${spec.timeout}`,
        "Raise `timeout`, or find out what it waits for."
      );
    case "not-started": {
      const program = `\`${words[0]}\``;
      if (end.code === "ENOENT") {
        const message = `${name} script did not start: ${program} was not found`;
        return unstarted(message, "Install it, or name another `shell`.");
      }
      if (end.code === "EACCES") {
        return unstarted(`${name} script did not start: ${program} is not executable`, "Name another `shell`.");
      }
      if (end.code === "E2BIG") {
        const message = `${name} script did not start: its environment is too large`;
        return unstarted(message, "Hand large data over in files.");
      }
      return unstarted(`${name} script did not start (${end.code})`);
    }
    case "exited":
      if (end.exitCode === 0) return void 0;
      if (end.exitCode === null) return failed(`${name} script was ended by ${end.signal}`);
      return failed(`${name} script exited with ${end.exitCode}`, exitHints[end.exitCode]);
  }
}

// src/processors/shell/shell-facts.ts
var hidden = "(sensitive)";
var mask = "***";
var form = "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.";
function readFacts(result, io) {
  const failed = (message, hint = form) => {
    const detail = lastLines(result.stderrTail);
    return new TaskFailure(message, {
      hint,
      ...detail === void 0 ? {} : { detail }
    });
  };
  if (result.stdout.cut) throw failed(`read script printed more than ${factBytes} bytes`);
  const text = result.stdout.text.trim();
  if (text === "") return void 0;
  let facts;
  try {
    facts = JSON.parse(text);
  } catch {
    throw failed("read script printed something that is not JSON");
  }
  if (!isObject(facts)) throw failed(`read script printed ${describe(facts)} instead of a JSON object`);
  const odd = oddNumber(text);
  if (odd) {
    const shown = odd.text.length > 40 ? `a number of ${odd.text.length} characters` : `the number ${odd.text}`;
    const message = `read script printed ${shown} at ${odd.pointer}, which JavaScript can't hold exactly`;
    throw failed(message, 'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.');
  }
  const kept = storable(facts);
  if (!kept.ok) throw failed(`what read script printed can't be kept: ${kept.error.pointer} ${kept.error.what}`);
  return hideSecrets(facts, io);
}
function describe(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
function hideSecrets(value, io) {
  if (typeof value === "string") return io.containsSecret(value) ? hidden : value;
  if (typeof value === "number") return io.containsSecret(String(value)) ? hidden : value;
  if (Array.isArray(value)) return value.map((member) => hideSecrets(member, io));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [io.containsSecret(key) ? hidden : key, hideSecrets(member, io)])
  );
}
function factDifferences(facts, observed) {
  if (observed === void 0) return [{ path: "/observed", before: facts }];
  const fields = [];
  compare2(facts, observed, "/observed", fields);
  return fields;
}
function compare2(live, recorded, path, fields) {
  if (isObject(live) && isObject(recorded)) {
    for (const key of /* @__PURE__ */ new Set([...Object.keys(recorded), ...Object.keys(live)])) {
      compare2(own(live, key), own(recorded, key), `${path}/${pointerSegment(key)}`, fields);
    }
    return;
  }
  if (same(live, recorded) || mayBe(live, recorded)) return;
  fields.push({
    path,
    ...live === void 0 ? {} : { before: live },
    ...recorded === void 0 ? {} : { after: recorded }
  });
}
function mayBe(live, recorded) {
  if (typeof recorded !== "string" || typeof live !== "string" && typeof live !== "number") return false;
  if (recorded === hidden) return true;
  const [first = "", ...others] = recorded.split(mask);
  const last = others.pop();
  const text = String(live);
  if (last === void 0 || !text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
function own(value, key) {
  return Object.hasOwn(value, key) ? value[key] : void 0;
}
function same(left, right) {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((member, index) => same(member, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], own(right, key)));
}
function scriptOutputs(name, spec, result, io) {
  const outputs = /* @__PURE__ */ new Map();
  const add = (output, text) => outputs.set(outputKey(output), marked(output, text, spec, io));
  if (spec.capture) {
    const { end, stdout, stderr } = result;
    add({ name: "EXIT_CODE", value: end.state === "exited" ? end.exitCode ?? -1 : -1 }, "");
    add({ name: "STDOUT", value: shorten(stdout) }, stdout.text);
    add({ name: "STDERR", value: shorten(stderr) }, stderr.text);
  }
  for (const output of readOutputFile(name, result)) add(output, output.value);
  return [...outputs.values()];
}
function outputsSoFar(text, ended, spec, io) {
  const lines = ended ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  return parseWhole(lines).map((output) => marked(output, output.value, spec, io));
}
function marked(output, text, spec, io) {
  const sensitive = spec.sensitiveOutputs?.includes(output.name) || io.containsSecret(text);
  return sensitive ? { ...output, sensitive } : output;
}
function parseWhole(text) {
  const parsed = parseOutputFile(text, process.platform === "win32");
  if (parsed.ok) return parsed.value;
  const before = text.split("\n").slice(0, parsed.error.line - 1).join("\n");
  const whole = parseOutputFile(before, process.platform === "win32");
  return whole.ok ? whole.value : [];
}
function readOutputFile(name, { outputFile }) {
  if (outputFile === void 0) {
    throw new TaskFailure(`what ${name} script left at $OPUS_OUTPUT is not a file of at most ${factBytes} bytes`, {
      hint: "Append lines of the form KEY=value to it; keep large data in files."
    });
  }
  const parsed = parseOutputFile(outputText(outputFile), process.platform === "win32");
  if (parsed.ok) return parsed.value;
  throw new TaskFailure(
    `${name} script wrote line ${parsed.error.line} of $OPUS_OUTPUT wrongly: ${parsed.error.message}`,
    {
      hint: 'Write `echo "KEY=value" >> "$OPUS_OUTPUT"`; for several lines KEY<<EOF, the lines, and EOF.'
    }
  );
}
function shorten({ text, bytes }) {
  if (bytes <= capturedBytes) return text;
  const whole = Buffer.from(text, "utf8");
  let end = Math.min(capturedBytes, whole.length);
  while (end > 0 && end < whole.length && (whole[end] & 192) === 128) end--;
  return `${whole.toString("utf8", 0, end)}
[cut here: the first ${end} of ${bytes} bytes]
`;
}

// src/processors/shell/shell-beyond.ts
function scriptsBeyond(recorded, declared) {
  const scripts2 = scriptNames.filter((name) => recorded[name] !== void 0);
  if (!declared || !runsWithin(recorded, declared)) return scripts2;
  return scripts2.filter((name) => recorded[name] !== declared[name]);
}
function runsWithin(recorded, declared) {
  return recorded.shell === declared.shell && recorded.workingDirectory === declared.workingDirectory && (recorded.passEnv ?? []).every((pattern) => declared.passEnv?.includes(pattern)) && within(recorded.secretEnv, declared.secretEnv, () => false) && within(recorded.env, declared.env, (name, value) => isPlain(value) && !isLoadingVariable(name));
}
function within(recorded, declared, free) {
  return Object.entries(recorded ?? {}).every(
    ([name, value]) => declared !== void 0 && Object.hasOwn(declared, name) && (free(name, value) || same(value, declared[name]))
  );
}
function isPlain(value) {
  return typeof value !== "string" || !value.includes("${");
}

// src/processors/shell/shell-effects.ts
var scripts = ["create", "update", "read", "delete", "rollback"];
var settings = [
  "shell",
  "workingDirectory",
  "passEnv",
  "secretEnv",
  "capture",
  "sensitiveOutputs",
  "timeout"
];
function shellEffects(change, after) {
  const running2 = scriptsOf(change, after);
  const effects = {};
  for (const name of scripts) {
    const runs = name === "read" ? "look" : name;
    effects[`/${name}`] = { effect: running2.includes(name) ? "now" : "later", runs };
  }
  for (const name of settings) {
    if (name === "secretEnv" && after.compareSecrets) continue;
    effects[`/${name}`] = { effect: running2.length > 0 ? "now" : "later" };
  }
  return effects;
}
function scriptsOf(change, { update }) {
  switch (change) {
    case "update":
      return update === void 0 ? ["create", "read"] : ["update", "read"];
    case "create":
    case "replace":
      return ["create", "read"];
    default:
      return [];
  }
}

// src/processors/shell/shell-files.ts
var listedFiles = 500;
var fact = "outputFiles";
async function* hashGlobs(files, hash, globs, signal) {
  const excluded = globs.filter((glob) => glob.startsWith("!"));
  for (const [index, glob] of globs.entries()) {
    if (glob.startsWith("!")) continue;
    const paths = files.glob([glob, ...excluded], { folders: true });
    if (!paths.ok) {
      yield { glob, index, found: paths.error };
      continue;
    }
    const digests = [];
    const problems = [];
    for (const path of paths.value) {
      const digest = await files.hash(path, signal);
      if (digest.ok) digests.push([path, digest.value.sha256]);
      else problems.push(digest.error);
    }
    if (digests.length <= listedFiles) yield { glob, index, found: { digests, problems } };
    else {
      const lines = digests.map(([path, digest]) => `${digest}  ${path}
`);
      const one = [glob, `${digests.length} files, ${hash(lines.join(""))}`];
      yield { glob, index, found: { digests: [one], problems } };
    }
  }
}
async function hashOutputs(files, hash, outputs, signal) {
  const digests = [];
  const missing = [];
  for await (const { glob, found } of hashGlobs(files, hash, outputs, signal)) {
    if (typeof found === "string") throw new TaskFailure(found);
    const [problem3] = found.problems.filter(({ code }) => code !== "missing");
    if (problem3) throw new TaskFailure(problem3.message, problem3.hint === void 0 ? {} : { hint: problem3.hint });
    if (found.digests.length === 0) missing.push(glob);
    digests.push(...found.digests);
  }
  return { digests: Object.fromEntries(digests), missing };
}
function withOutputFiles(facts, { digests }) {
  if (facts !== void 0 && Object.hasOwn(facts, fact)) {
    throw new TaskFailure(`read script printed the fact \`${fact}\`, under which the digests of \`outputs\` stand`, {
      hint: "Give the fact another name."
    });
  }
  return { ...facts, [fact]: digests };
}
function recordedOutputFiles(observed) {
  const recorded = observed?.[fact];
  return isObject(recorded) ? recorded : void 0;
}
function noOutputFile(script, { missing }) {
  const patterns = missing.map((glob) => `\`${glob}\``).join(", ");
  const matches = missing.length > 1 ? "patterns" : "pattern";
  return new TaskFailure(
    `${script} script exited with 0, but \`outputs\` ${matches} ${patterns} ${missing.length > 1 ? "match" : "matches"} no file`,
    { hint: `Let ${script} write it, or correct \`outputs\`: paths begin at the working directory of the run.` }
  );
}
function outputProblem(files, output) {
  const glob = output.startsWith("!") ? output.slice(1) : output;
  const names2 = glob.split("/");
  const first = names2.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
  const literal = first === -1 ? glob : names2.slice(0, first).join("/") || (glob.startsWith("/") ? "/" : ".");
  const normal = files.normalize(literal, { folder: true });
  if (!normal.ok) return normal.error;
  if (first !== -1 && names2.slice(first).some((name) => /(^|[{,(|])\.\.([},)|]|$)/.test(name)))
    return `\`${glob}\`: \`..\` may stand only at the beginning of a glob`;
  return void 0;
}

// src/processors/shell/shell-spec.ts
var noFiles = "(no file)";
async function expandShell(files, hash, spec) {
  const { inputs, inputFiles: _, ...rest } = spec;
  if (!Array.isArray(inputs) || !inputs.every((input) => typeof input === "string")) return ok({ spec });
  const all = [];
  const problems = [];
  for await (const { glob, index, found } of hashGlobs(files, hash, inputs)) {
    const pointer = `/inputs/${index}`;
    if (typeof found === "string") {
      problems.push(pathProblem(found, pointer));
      continue;
    }
    for (const { code, message } of found.problems)
      problems.push(code === "refused" ? pathProblem(message, pointer) : { code: "unreadable-file", message, pointer });
    if (found.digests.length === 0) all.push([glob, noFiles]);
    else all.push(...found.digests);
  }
  return problems.length > 0 ? err(problems) : ok({ spec: { ...rest, inputs, inputFiles: Object.fromEntries(all) } });
}
function parseShell(files, validate, spec) {
  const { inputFiles, ...written } = spec;
  const problems = [...validate("opus/v1", "Shell", inputFiles !== void 0 && spec.inputs ? written : spec) ?? []];
  if (problems.length > 0) return err(problems);
  const fields = shellFields(spec);
  problems.push(...environmentProblems(fields));
  if (splitShell(fields.shell) === void 0) {
    const message = `the shell \`${fields.shell}\` has a quote that is not closed`;
    problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
  }
  if (fields.workingDirectory !== void 0) {
    const normal = files.normalize(fields.workingDirectory, { folder: true });
    if (!normal.ok) problems.push(pathProblem(normal.error, "/workingDirectory"));
  }
  for (const [index, output] of (fields.outputs ?? []).entries()) {
    const problem3 = outputProblem(files, output);
    if (problem3 !== void 0) problems.push(pathProblem(problem3, `/outputs/${index}`));
  }
  if (fields.outputs?.length && fields.outputs.every((output) => output.startsWith("!"))) {
    const message = "`outputs` only leaves files out, and names none";
    problems.push({ code: "bad-outputs", message, pointer: "/outputs" });
  }
  for (const name of ["create", "update", "read", "delete", "rollback"]) {
    if (!fields[name]?.includes("\0")) continue;
    const message = `the ${name} script holds a NUL character`;
    problems.push({ code: "bad-script", message, pointer: `/${name}`, offset: fields[name]?.indexOf("\0") ?? 0 });
  }
  return problems.length > 0 ? err(problems) : ok(spec);
}
function normalizeShell(spec) {
  const empty = (field) => {
    const value = spec[field];
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
  };
  const left = ["env", "secretEnv", "passEnv", "inputs", "inputFiles", "outputs", "sensitiveOutputs"].filter(empty);
  if (left.length === 0) return spec;
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !left.includes(field)));
}
function shellWarnings(spec, { sealed }) {
  const { compareSecrets, secretEnv } = shellFields(spec);
  if (sealed || !compareSecrets || !secretEnv || Object.keys(secretEnv).length === 0) return [];
  return [
    {
      code: "values-not-compared",
      message: "`compareSecrets` sees which secrets `secretEnv` names, and not when the value of one changes: that takes sealed state",
      pointer: "/compareSecrets",
      suggestion: "Seal the state with `encryption-key`; or, to run after a secret was rotated, raise a number of your own in `env`, such as TOKEN_VERSION."
    }
  ];
}

// src/processors/shell/shell.ts
var running = ["env", "inputFiles", "create"];
var recordedOnly = [
  "update",
  "read",
  "delete",
  "rollback",
  "shell",
  "workingDirectory",
  "passEnv",
  "inputs",
  "outputs",
  "capture",
  "sensitiveOutputs",
  "compareSecrets",
  "timeout",
  "identity"
].map((field) => `/${field}`);
function producedFiles(spec) {
  return shellFields(spec).outputs ?? [];
}
function shellProcessor(dependencies) {
  const { files, hash, validate } = dependencies;
  const read = async (spec, io) => {
    const result = await runScript(dependencies, "read", spec, io);
    const facts = readFacts(result, io);
    if (facts === void 0) return void 0;
    return { facts, outputs: scriptOutputs("read", { ...spec, capture: false }, result, io) };
  };
  const readBack = async (after, spec, io, outputs) => {
    if (spec.read === void 0) return { outputs };
    let found;
    try {
      found = await read(spec, io);
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      throw new TaskFailure(`${after} script exited with 0, but then ${error.message}`, {
        ...error.hint === void 0 ? {} : { hint: error.hint },
        ...error.detail === void 0 ? {} : { detail: error.detail }
      });
    }
    if (found !== void 0) {
      const given = new Set(outputs.map(outputKey));
      const more = found.outputs.filter((output) => !given.has(outputKey(output)));
      return { outputs: [...outputs, ...more], observed: found.facts };
    }
    throw new TaskFailure(`${after} script exited with 0, but then read script found nothing`, {
      hint: `Let ${after} wait until the resource is there, or let read look in the right place.`
    });
  };
  const act = async (name, spec, io, about = {}) => {
    let known = "";
    const tell = (outputs2) => {
      const now = JSON.stringify(outputs2);
      if (outputs2.length > 0 && now !== known) io.made(void 0, outputs2);
      known = now;
    };
    const onOutputs = (text, ended) => tell(outputsSoFar(text, ended, spec, io));
    const result = await runScript(dependencies, name, spec, io, { ...about, onOutputs });
    const outputs = scriptOutputs(name, spec, result, io);
    tell(outputs);
    return seenAfter(name, spec, io, outputs);
  };
  const seenAfter = async (after, spec, io, outputs) => {
    const outcome = await readBack(after, spec, io, outputs);
    if (!spec.outputs?.length) return outcome;
    const made = await hashOutputs(files, hash, spec.outputs, io.signal);
    if (made.missing.length > 0) throw noOutputFile(after, made);
    return { ...outcome, observed: withOutputFiles(outcome.observed, made) };
  };
  const observeOutputs = async ({ outputs = [], update }, found, { recorded, signal }) => {
    const before = recordedOutputFiles(recorded?.observed);
    const others = recorded !== void 0 && !same(recorded.spec.outputs, [...outputs]);
    if (!found && !before && !others) return { state: "unobservable", why: "its `outputs` count once it has run" };
    try {
      const made = await hashOutputs(files, hash, outputs, signal);
      const mended = others || !before || found !== void 0 && update !== void 0;
      if (made.missing.length > 0 && !mended) return { state: "absent", partly: true };
      return {
        state: "present",
        facts: withOutputFiles(found?.facts, made),
        ...found && found.outputs.length > 0 ? { outputs: found.outputs } : {}
      };
    } catch (error) {
      return failedLook(error);
    }
  };
  return {
    apiVersion: "opus/v1",
    kind: "Shell",
    verbatimFields: shellScripts,
    fileFields: ["inputs"],
    workspaceFiles: { fields: ["outputs"], of: producedFiles },
    reads: { from: "inputs", into: "inputFiles" },
    writes: (spec) => shellFields(spec).outputs?.filter((output) => !output.startsWith("!")),
    // Where no script looks or deletes, nothing is needed for it.
    addressFields: (recorded) => recorded.read === void 0 && recorded.delete === void 0 ? [] : void 0,
    specFields: [...running, "inputs", "secretEnv", ...recordedOnly.map((pointer) => pointer.slice(1))],
    factFields: ["read", "outputs", "shell", "workingDirectory", "env", "secretEnv", "passEnv"],
    expand: (spec) => expandShell(files, hash, spec),
    parse: (spec) => parseShell(files, validate, spec),
    normalize: normalizeShell,
    upgrade: normalizeShell,
    warnings: shellWarnings,
    scriptsBeyond: (recorded, declared) => scriptsBeyond(shellFields(recorded), declared && shellFields(declared)),
    async observe(spec, io) {
      const fields = shellFields(spec);
      const produces = (fields.outputs?.length ?? 0) > 0;
      if (fields.read === void 0)
        return produces ? observeOutputs(fields, void 0, io) : { state: "unobservable", why: "has no `read` script" };
      const folder = files.folder(fields.workingDirectory ?? ".");
      if (!folder.ok && folder.error.code === "missing") {
        return { state: "unobservable", why: "its working directory does not exist" };
      }
      try {
        const found = await read(fields, io);
        if (found === void 0) return { state: "absent" };
        if (produces) return await observeOutputs(fields, found, io);
        return {
          state: "present",
          facts: found.facts,
          ...found.outputs.length > 0 ? { outputs: found.outputs } : {}
        };
      } catch (error) {
        return failedLook(error);
      }
    },
    create: (spec, io) => act("create", shellFields(spec), io),
    async update(before, after, io) {
      const next = shellFields(after);
      if (next.update !== void 0) return act("update", next, io);
      const old = shellFields(before);
      if (old.delete !== void 0) {
        await runScript(dependencies, "delete", old, io);
        return await act("create", next, io, { recorded: void 0 }).catch(touched);
      }
      const outcome = await act("create", next, io);
      const warning = "it has neither an `update` nor a `delete` script, so `create` ran over what was there";
      return { ...outcome, warnings: [warning] };
    },
    async delete(before, io) {
      const fields = shellFields(before);
      if (fields.delete !== void 0) await runScript(dependencies, "delete", fields, io);
      else
        io.output(
          "stderr",
          "warning: there is no `delete` script, so what `create` made stays; opus only forgets it\n"
        );
    },
    deletes: (spec) => shellFields(spec).delete !== void 0,
    differs: (facts, _spec, observed) => factDifferences(facts, observed),
    replaceOn(before, after) {
      const [old, next] = [shellFields(before), shellFields(after)];
      if (next.update !== void 0) return [];
      const fields = next.compareSecrets ? [...running, "secretEnv"] : running;
      return fields.filter((field) => !same(old[field], next[field])).map((field) => `/${field}`);
    },
    // A name that only serves to tell resources apart says nothing of where one is.
    likeness({ identity: identity2, create, env, workingDirectory }) {
      if (identity2 !== void 0) return { identity: identity2 };
      return {
        ...create === void 0 ? {} : { create },
        ...env === void 0 ? {} : { env },
        ...workingDirectory === void 0 ? {} : { workingDirectory }
      };
    },
    replaces: (after) => shellFields(after).update === void 0,
    effects: (change, _before, after) => shellEffects(change, shellFields(after)),
    recordOnly: (after) => shellFields(after).compareSecrets ? recordedOnly : [...recordedOnly, "/secretEnv"],
    hasRollback: (spec) => shellFields(spec).rollback !== void 0,
    async rollback(change, before, attempted, io) {
      const spec = rollbackSpec(before, attempted);
      if (spec === void 0) return void 0;
      const result = await runScript(dependencies, "rollback", spec, io, { undone: change });
      const outputs = scriptOutputs("rollback", { ...spec, capture: false }, result, io);
      if (before !== void 0) return seenAfter("rollback", shellFields(before), io, outputs);
      if (spec.read !== void 0 && await read(spec, io) !== void 0) {
        throw new TaskFailure("rollback script exited with 0, but then read script still found the resource");
      }
      return void 0;
    }
  };
}
function failedLook(error) {
  if (!(error instanceof TaskFailure)) throw error;
  const { message, hint, detail } = error;
  return {
    state: "failed",
    error: { message, ...hint === void 0 ? {} : { hint }, ...detail === void 0 ? {} : { detail } }
  };
}
function touched(error) {
  if (!(error instanceof TaskFailure) || !error.untouched) throw error;
  throw new TaskFailure(error.message, error.hint === void 0 ? {} : { hint: error.hint });
}
function rollbackSpec(before, attempted) {
  const spec = attempted ?? before;
  return spec !== void 0 && shellFields(spec).rollback !== void 0 ? shellFields(spec) : void 0;
}

// src/app/extensions/load-extensions.ts
async function loadKinds(request) {
  const { loaded, capabilities, version: program, modules } = request;
  const { workspace, workingDirectory, manifest, trust } = loaded;
  const { files, environment, runScript: run } = capabilities;
  const validate = (apiVersion, kind, spec) => validateSpec(apiVersion, kind, spec);
  const builtIn = [
    fileProcessor({ files, hash: sha256, validate }),
    shellProcessor({ files, hash: sha256, validate, environment, run })
  ];
  const diagnostics = [];
  const own2 = [];
  const { project } = manifest;
  for (const [index, pattern] of (project?.processors ?? []).entries()) {
    if (!trust.trusted || !project) break;
    const pointer = `/spec/processors/${index}`;
    const paths = modulePaths(pattern, workspace);
    if (!paths.ok) {
      diagnostics.push(problem2(project, pointer, paths.error));
      continue;
    }
    for (const path of paths.value) {
      const importModule = () => imported(path, capabilities, modules);
      const kinds = await loadProcessors(path, importModule, modules);
      const { checksum } = moduleFiles(path, workspace, workingDirectory);
      const version = (said) => said === void 0 ? checksum : `${said} ${checksum}`;
      if (kinds.ok) own2.push(...kinds.value.map((kind) => ({ ...kind, version: version(kind.version) })));
      else diagnostics.push(...kinds.error.map((message) => problem2(project, pointer, message)));
    }
  }
  const all = [...builtIn.map((kind) => ({ ...kind, version: program })), ...own2];
  const registry = buildRegistry(all.map((kind) => capabilities.limit(kind)));
  if (!registry.ok && project)
    diagnostics.push(...registry.error.map((message) => problem2(project, "/spec/processors", message)));
  return registry.ok && diagnostics.length === 0 ? ok(registry.value) : err(diagnostics);
}
async function loadHooks(loaded, capabilities, modules) {
  const { project } = loaded.manifest;
  const hooks = [];
  const diagnostics = [];
  for (const [index, use] of (project?.hooks ?? []).entries()) {
    if (!project || !isModule(use) || !loaded.trust.trusted) continue;
    const made = await loadHook(use, loaded, capabilities, modules);
    if (made.ok) hooks.push(made.value);
    else diagnostics.push(problem2(project, `/spec/hooks/${index}/use`, made.error));
  }
  return diagnostics.length === 0 ? ok(hooks) : err(diagnostics);
}
function isModule({ use }) {
  return use.startsWith("./") || use.startsWith("../");
}
async function imported(path, capabilities, modules) {
  const who = `the module ${path}`;
  const never = `${who} was never loaded: its top-level code awaits a promise that nothing settles`;
  return modules.later({ who, doing: "its top-level code", never }, () => capabilities.importModule(path));
}
async function loadHook(use, loaded, capabilities, modules) {
  const paths = modulePaths(use.use, loaded.workspace);
  if (!paths.ok) return paths;
  let exported;
  try {
    const module = await imported(paths.value[0] ?? use.use, capabilities, modules);
    exported = module.default;
    const make = exported;
    if (typeof make === "function") {
      const call2 = { who: `the hook of module ${use.use}`, doing: "the function that makes it" };
      exported = await modules.later(call2, () => make(use.with));
    }
  } catch (error) {
    const { message, detail } = taskError(error);
    return err(`${use.use}: can't be loaded: ${message}${detail === void 0 ? "" : `
${detail}`}`);
  }
  if (typeof exported !== "object" || exported === null) {
    return err(`${use.use}: the default export must be a hook, or a function that makes one from its options`);
  }
  const hook = exported;
  const odd = ["around", "on", "finish"].filter(
    (name2) => hook[name2] !== void 0 && typeof hook[name2] !== "function"
  );
  if (odd.length > 0) return err(`${use.use}: \`${odd.join("`, `")}\` must be a function`);
  if (!hook.around && !hook.on && !hook.finish)
    return err(`${use.use}: the hook has none of \`around\`, \`on\` and \`finish\``);
  const name = typeof hook.name === "string" ? hook.name : use.use;
  const who = name === use.use ? `the hook ${name}` : `the hook "${name}" of module ${use.use}`;
  const call = (method) => ({ who, doing: `its \`${method}\`` });
  const { around, on, finish } = hook;
  return ok({
    name,
    ...use.on ? { commands: use.on } : {},
    ...around ? {
      around: (step, next) => modules.later(call("around"), () => around.call(hook, step, (given) => modules.ours(() => next(given))))
    } : {},
    ...on ? { on: (event) => modules.now(call("on"), () => on.call(hook, event)) } : {},
    ...finish ? { finish: async (report, signal) => modules.later(call("finish"), () => finish.call(hook, report, signal)) } : {}
  });
}
function modulePaths(pattern, files) {
  const found = files.glob(pattern.replace(/^\.\//, ""));
  if (!found.ok) return err(`${pattern}: ${found.error}`);
  return found.value.length > 0 ? found : err(`${pattern} matches no file`);
}
function problem2(project, pointer, message) {
  return { severity: "error", code: "bad-module", message, location: project.locate(pointer) };
}
function shownPath(path, from) {
  const short = relative(from, path);
  return short !== "" && !short.startsWith("../..") ? short : path;
}

export {
  Cancelled,
  attempt,
  taskError,
  storableObservation,
  storableOutcome,
  ModuleFailure,
  loadKinds,
  loadHooks,
  isModule,
  modulePaths,
  shownPath
};
