import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  validateSpec
} from "./chunk-2ZGYQVIF.js";
import {
  attempt,
  errorCode,
  ioFailure,
  syncFolder,
  writeAll,
  writeNew
} from "./chunk-SNBMTHGJ.js";
import {
  parseStored,
  shapeProblem,
  sizeProblem
} from "./chunk-IXEJZXA2.js";
import {
  canonicalJson
} from "./chunk-CKNN2SAB.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  mostSealedKeys
} from "./chunk-CFBAOGDQ.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";

// src/state/snapshot/moved-state.ts
function movedFailure(from, to, how = "") {
  const [old, now] = [shownName(from), shownName(to)];
  const back = [
    ...from.project === to.project ? [] : [`\`formerNames: [${to.project}]\` under \`metadata\` of the Project`],
    ...from.context === to.context ? [] : [`\`formerNames: [${to.context}]\` in the rule of the context`]
  ];
  return failure(
    "state-unavailable",
    `The state of ${old} was carried over to ${now}${how}, and this manifest does not say so: it is that of an older commit, or was renamed back. Run a newer commit; or, if it was renamed back, add ${back.join(" and ")}. Nothing was changed.`
  );
}
function shownName({ project, context }) {
  return `${project}/${context}`;
}
var format = "opus-state-moved";
var longest = 8192;
function movedNote(to) {
  const { project, context } = to;
  return `${JSON.stringify({ format, version: 1, project, context }, null, 2)}
`;
}
function readMovedNote(data) {
  if (data.length > longest) return void 0;
  let note;
  try {
    note = JSON.parse(Buffer.from(data).toString("utf8"));
  } catch {
    return void 0;
  }
  if (!isObject(note) || note.format !== format) return void 0;
  const { project, context } = note;
  return typeof project === "string" && typeof context === "string" ? { project, context } : void 0;
}

// src/engine/text/command-line.ts
function shellWord(text2) {
  return /^[\w@%+=:,./-]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function commandLine(words) {
  return words.map(shellWord).join(" ");
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

// src/state/snapshot/recorded-spec.ts
function recordedSpecProblem(entry) {
  if (!isObject(entry)) return void 0;
  const { apiVersion, kind, spec } = entry;
  const problems = validateSpec(String(apiVersion), String(kind), spec, { references: true }) ?? [];
  const problem = problems.find(({ code }) => code === "wrong-type" || code === "missing-field");
  return problem && `its recorded spec is damaged: ${problem.message}`;
}

// src/state/snapshot/body-shape.ts
var text = (value, path) => typeof value === "string" ? void 0 : wrong(path, value, "a string");
var flag = (value, path) => typeof value === "boolean" ? void 0 : wrong(path, value, "true or false");
var number = (value, path) => typeof value === "number" ? void 0 : wrong(path, value, "a number");
var anyObject = (value, path) => isObject(value) ? void 0 : wrong(path, value, "an object");
var texts = listOf(text);
var scope = listOf(shape({}, { commands: texts, contexts: texts }));
var lifecycle = shape(
  {},
  {
    adopt: flag,
    onRemove: oneOf("delete", "forget"),
    preventDestroy: (value, path) => typeof value === "boolean" ? void 0 : texts(value, path),
    ignoreChanges: texts,
    ephemeral: flag,
    onInterrupted: oneOf("stop", "rerun")
  }
);
var change = oneOf("create", "update", "replace", "delete", "adopt", "forget", "noop", "none");
var common = { apiVersion: text, kind: text, spec: anyObject, dependencies: texts, scope, lifecycle, order: number };
var taskFields = shape(
  {
    ...common,
    status: oneOf("applied", "tainted", "interrupted"),
    outputs: anyObject,
    createdAt: text,
    updatedAt: text
  },
  {
    secrets: mapOf(text),
    fingerprints: mapOf(text),
    observed: anyObject,
    sensitiveOutputs: texts,
    module: text,
    interrupted: change
  }
);
var taskState = (value, path) => taskFields(value, path) ?? recordedSpecProblem(value);
var undoEntry = shape({
  task: text,
  change,
  before: (value, path) => value === null ? void 0 : taskState(value, path)
});
var made = shape({ outputs: anyObject }, { observed: anyObject, sensitiveOutputs: texts });
var intentFields = shape(
  { ...common, task: text, change },
  { secrets: mapOf(text), fingerprints: mapOf(text), made }
);
var intent = (value, path) => intentFields(value, path) ?? recordedSpecProblem(value);
var digestOrNull = (value, path) => value === null ? void 0 : text(value, path);
var review = shape({
  digest: text,
  items: mapOf(shape({ change, digest: text, wanted: digestOrNull }, { awaits: texts }))
});
function bodyProblem(body) {
  if (!isObject(body)) return wrong("body", body, "an object");
  if (body.fingerprintKey !== void 0 && typeof body.fingerprintKey !== "string")
    return wrong("body/fingerprintKey", void 0, "a string");
  if (!isObject(body.tasks)) return wrong("body/tasks", body.tasks, "an object");
  for (const [name, entry] of Object.entries(body.tasks)) {
    const problem = name === "" ? "its name is empty" : taskState(entry, "");
    if (problem) return `task ${JSON.stringify(name)}: ${problem}`;
  }
  const reviewProblem = body.review === void 0 ? void 0 : review(body.review, "body/review");
  if (reviewProblem) return reviewProblem;
  return listProblem("undo", body.undo, undoEntry) ?? listProblem("pending", body.pending, intent);
}
function taskStateProblem(value) {
  return taskState(value, "");
}
function madeProblem(value) {
  return made(value, "");
}
function undoEntryProblem(value) {
  return undoEntry(value, "");
}
function listProblem(field, list, check) {
  if (!Array.isArray(list)) return wrong(`body/${field}`, list, "a list");
  for (const [index, entry] of list.entries()) {
    const problem = check(entry, "");
    if (!problem) continue;
    const task = isObject(entry) && typeof entry.task === "string" ? ` (task ${JSON.stringify(entry.task)})` : "";
    return `entry ${index + 1} of "${field}"${task}: ${problem}`;
  }
  return void 0;
}
function shape(required, optional = {}) {
  const needed = Object.entries(required);
  const allowed = Object.entries(optional);
  return (value, path) => {
    if (!isObject(value)) return wrong(path, value, "an object");
    for (const [field, check] of needed) {
      const problem = check(value[field], `${path}/${field}`);
      if (problem) return problem;
    }
    for (const [field, check] of allowed) {
      const problem = value[field] === void 0 ? void 0 : check(value[field], `${path}/${field}`);
      if (problem) return problem;
    }
    return void 0;
  };
}
function listOf(check) {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, value, "a list");
    for (let index = 0; index < value.length; index++) {
      const problem = check(value[index], `${path}/${index}`);
      if (problem) return problem;
    }
    return void 0;
  };
}
function mapOf(check) {
  return (value, path) => {
    if (!isObject(value)) return wrong(path, value, "an object");
    for (const [key, member] of Object.entries(value)) {
      const problem = check(member, `${path}/${key}`);
      if (problem) return problem;
    }
    return void 0;
  };
}
function oneOf(...allowed) {
  return (value, path) => typeof value === "string" && allowed.includes(value) ? void 0 : wrong(path, value, `one of ${allowed.join(", ")}`);
}
function wrong(path, value, expected) {
  const field = path === "" ? "it" : `the field "${path}"`;
  return value === void 0 ? `${field} is missing; expected ${expected}` : `${field} is ${shown(value)}; expected ${expected}`;
}
function shown(value) {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? shortened(written, 78) : written;
}

// src/state/snapshot/digest.ts
import { createHash } from "node:crypto";
function sha256(data) {
  return `sha256:${createHash("sha256").update(data).digest("hex")}`;
}

// src/state/snapshot/stored-body.ts
async function bodyIn(envelope, sealing, former) {
  if (envelope.sealed === null) return plainBody(envelope, sealing, former);
  return sealedBody(envelope, sealing);
}
function holdsSealed(data) {
  const text2 = typeof data === "string" ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return text2.includes("BEGIN AGE ENCRYPTED FILE") || text2.includes("END AGE ENCRYPTED FILE");
}
function plainBody({ digest, body, ...around }, sealing, former) {
  if (!isObject(body)) return broken(`its body is ${shown(body)}, not an object`);
  const computed = digestOf(body, digest);
  if (computed === void 0) return broken("its body is nested too deeply to be checked");
  if (digest !== computed)
    return broken(
      `its digest says ${shown(digest)}, and its body has ${shown(computed)}; it was changed by something else than opus, or damaged`
    );
  const problem = bodyProblem(body);
  if (problem !== void 0) return broken(problem);
  if (sealing !== void 0 && !sealing.takesPlain)
    return former ? refused(formerNotSealed) : refused(notSealed, "Else put the sealed one back.");
  return { ok: true, body, notes: around };
}
async function sealedBody(envelope, sealing) {
  const { sealed, digest, body } = envelope;
  if (typeof sealed !== "string") return broken(`its field "sealed" is ${shown(sealed)}, neither null nor text`);
  if (sealing === void 0) return refused(noKey);
  if (body !== null) return broken(`it is sealed, and its body is ${shown(body)}, not null`);
  const computed = sha256(sealed);
  if (digest !== computed)
    return broken(
      `its digest says ${shown(digest)}, and its sealed part has ${shown(computed)}; it was changed by something else than opus, or damaged`
    );
  const opened = await sealing.seal.open(sealed);
  if (opened.ok) return claimedBody(opened.value, envelope);
  if (typeof opened.error === "object") {
    const [keys, most] = [opened.error.keys, mostSealedKeys].map((count) => count.toLocaleString("en-US"));
    return { ok: false, why: `it is sealed for ${keys} keys, and at most ${most} are tried`, damaged: false };
  }
  return opened.error === "key" ? refused(wrongKey) : broken("its sealed part is damaged: it is not what was sealed");
}
function claimedBody(text2, envelope) {
  const parsed = parseStored(text2);
  const content = parsed.ok ? parsed.value : void 0;
  if (!parsed.ok && shapeProblem(text2) !== void 0) return broken(`its sealed part can't be read: ${parsed.error}`);
  if (!isObject(content) || !isObject(content.claims) || !isObject(content.body))
    return broken("its sealed part opens, and is not a state");
  const { claims, body } = content;
  for (const field of ["project", "context", "lineage", "serial", "writer", "run", "lockId"]) {
    const [outside, inside] = [redactedLikeState(envelope[field]), redactedLikeState(claims[field])];
    if (outside !== inside)
      return broken(
        `it says that its ${field} is ${shortened(outside, 80)}, and what is sealed in it says ${shortened(inside, 80)}; it was swapped with another state, or changed`
      );
  }
  const problem = bodyProblem(body);
  return problem === void 0 ? { ok: true, body, notes: claims } : broken(problem);
}
function redactedLikeState(value) {
  if (value === void 0) return "nothing";
  try {
    return canonicalJson(value);
  } catch {
    return "nested too deeply";
  }
}
function broken(why) {
  return { ok: false, why, damaged: true };
}
function refused({ why, remedy }, ...further) {
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
  const canonical = canonicalJson(snapshot.body);
  const { lineage, serial, project, context } = snapshot;
  const { id, attempt: attempt2, sha, url } = run;
  const claims = { lineage, serial, project, context, writer, run: { id, attempt: attempt2, sha, url } };
  const notes = recovery === void 0 ? {} : noteFields(recovery);
  const head = { format: stateFormat, version: stateVersion, ...claims };
  if (seal === void 0) {
    const body = JSON.parse(canonical);
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
  const format2 = formatProblem(envelope);
  const foreign = foreignProblem(envelope, expected);
  if (foreign !== void 0) return { ok: false, error: refusal(expected, format2 ?? foreign, expected.foreignRemedy) };
  const wrong2 = format2 ?? claimsProblem(envelope, expected);
  if (wrong2 !== void 0) return { ok: false, error: refusal(expected, wrong2), damaged: remains };
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
function lockOf(text2) {
  const parsed = parseEnvelope(text2);
  const lockId = parsed.ok ? parsed.value.lockId : void 0;
  return typeof lockId === "string" ? lockId : void 0;
}
function belongsTo(data) {
  const parsed = parseEnvelope(data);
  if (!parsed.ok) return void 0;
  const { format: format2, project, context } = parsed.value;
  if (format2 !== stateFormat || typeof project !== "string" || typeof context !== "string") return void 0;
  return { project, context };
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
  let text2;
  try {
    text2 = typeof data === "string" ? data : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return err("it is not UTF-8 text, so it was damaged or is another kind of file");
  }
  const parsed = parseStored(text2);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return isObject(value) ? ok(value) : err(`it is ${shown(value)}, not a JSON object`);
}
function formatProblem({ format: format2, version }) {
  if (format2 !== stateFormat) return `its format is ${shown(format2)}, not "${stateFormat}"`;
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

// src/state/snapshot/same-body.ts
function sameBody(a, b) {
  const names = Object.keys(a.tasks);
  if (names.length !== Object.keys(b.tasks).length) return false;
  return a.fingerprintKey === b.fingerprintKey && same(a.review, b.review) && names.every((name) => Object.hasOwn(b.tasks, name) && same(a.tasks[name], b.tasks[name])) && sameList(a.undo, b.undo) && sameList(a.pending, b.pending);
}
function sameList(a, b) {
  return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
}
function same(a, b) {
  return a === b || a !== void 0 && b !== void 0 && canonicalJson(a) === canonicalJson(b);
}

// src/state/backends/file/state-folder.ts
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
var stateName = "state.json";
var backupName = "state.backup.json";
var journalName = "journal.ndjson";
var historyName = "history";
var movedName = "moved.json";
var arrivingName = "arriving";
var temporaryPrefix = ".write-";
var historyLimit = 20;
var StateFolder = class _StateFolder {
  path;
  state;
  /** The version before the stored one. */
  backup;
  journal;
  /** Folder of the versions with which runs ended. */
  history;
  #moved;
  #statePath;
  #files;
  constructor(statePath, project, context, files) {
    this.#statePath = statePath;
    this.#files = files;
    this.path = join(statePath, folderName(project), folderName(context));
    this.state = join(this.path, stateName);
    this.backup = join(this.path, backupName);
    this.journal = join(this.path, journalName);
    this.history = join(this.path, historyName);
    this.#moved = join(this.path, movedName);
  }
  /**
   * To which name the state was carried over that was here. A note of it is written first: as long as nothing is there,
   * the state is still here, and from the moment that it is there, what is left here counts no more.
   */
  movedTo() {
    let data;
    try {
      data = this.#files.readFile(this.#moved);
    } catch (error) {
      const missing = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
      return missing ? ok(void 0) : err(ioFailure("read the note", this.#moved, error));
    }
    const to = readMovedNote(data);
    if (to === void 0) {
      const message = `The note ${this.#moved} can't be read: it should say where the state went that was there. Look where that is, and remove the note if it is there still.`;
      return err(failure("state-unavailable", message));
    }
    const there = new _StateFolder(this.#statePath, to.project, to.context, this.#files);
    return ok(!this.#has(this.state) || there.#has(there.state) || there.#has(there.#moved) ? to : void 0);
  }
  #has(path) {
    try {
      this.#files.modified(path);
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
  /** Notes where the state is about to be carried over to. Throws what the file system throws. */
  noteMove(to) {
    const temporary = this.temporary(this.path);
    writeNew(this.#files, temporary, Buffer.from(movedNote(to)));
    this.#files.rename(temporary, this.#moved);
  }
  /** Nothing that is carried over to here is one that went away. Throws what the file system throws. */
  forgetMove() {
    if (!this.#has(this.#moved)) return;
    for (const path of [this.state, this.backup]) attempt(() => this.#files.unlink(path));
    this.#files.unlink(this.#moved);
  }
  /** A state is about to be carried over to here: copies its history first. Throws what the file system throws. */
  expect(from) {
    const serials = from.serials();
    if (serials.length === 0) return;
    const arriving = join(this.path, arrivingName);
    if (!this.#has(arriving)) writeNew(this.#files, arriving, new Uint8Array());
    this.#files.mkdir(this.history);
    for (const serial of serials) {
      const temporary = this.temporary(this.history);
      this.#files.copy(from.historyPath(serial), temporary);
      this.#files.rename(temporary, this.historyPath(serial));
    }
  }
  /** Removes what was carried over from here. What can't be removed counts no more all the same. */
  empty() {
    const history = attemptedSerials(this).map((serial) => this.historyPath(serial));
    for (const path of [this.state, this.backup, ...history]) attempt(() => this.#files.unlink(path));
  }
  /** @returns the stored bytes; undefined when there really are none, and nothing shows that there ever were */
  read() {
    for (let tries = 0; ; tries++) {
      try {
        return ok(this.#files.readFile(this.state));
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state", this.state, error));
      }
      let names;
      try {
        names = this.#files.readdir(this.path);
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state folder", this.path, error));
        return this.#folderAbsent();
      }
      if (names.includes(stateName) && tries < 3) continue;
      if (names.includes(arrivingName)) return ok(void 0);
      const trace = this.#trace(names);
      return trace === void 0 ? ok(void 0) : err(failure("state-unavailable", trace));
    }
  }
  /** Path of the version with which a run ended at this serial. */
  historyPath(serial) {
    return join(this.history, `${serial}.json`);
  }
  /** Serials in the history folder, ascending. Throws what the file system throws, but for a missing folder. */
  serials() {
    let names;
    try {
      names = this.#files.readdir(this.history);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return [];
      throw error;
    }
    const serials = names.map((name) => Number(/^([1-9]\d{0,14})\.json$/.exec(name)?.[1] ?? 0));
    return serials.filter((serial) => serial > 0).sort((a, b) => a - b);
  }
  /** Keeps the last versions only. */
  pruneHistory() {
    for (const serial of this.serials().slice(0, -historyLimit))
      attempt(() => this.#files.unlink(this.historyPath(serial)));
  }
  /** A new name for a file that is being written. */
  temporary(folder) {
    return join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  }
  /** The state that was carried over is here. */
  arrived() {
    attempt(() => this.#files.unlink(join(this.path, arrivingName)));
  }
  /** Removes what killed writers left half written. Only under the lock: nobody else is writing then. */
  removeLeftovers() {
    if (this.#has(this.state)) this.arrived();
    for (const folder of [this.path, this.history])
      attempt(() => {
        for (const name of this.#files.readdir(folder))
          if (name.startsWith(temporaryPrefix)) attempt(() => this.#files.unlink(join(folder, name)));
      });
  }
  /** What shows that there was a state, with what to do; undefined: nothing shows it. */
  #trace(names) {
    if (names.includes(stateName))
      return `The state at ${this.state} is a link to a file that does not exist. Restore that file, or put the state itself there.`;
    const gone = `The state at ${this.state} is missing, and it was there before:`;
    const afresh = `to begin without any state, move the folder ${this.path} away`;
    if (names.includes(backupName))
      return `${gone} ${this.backup} is the version before the last one. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    const newest = names.includes(historyName) ? this.#newestHistory() : void 0;
    if (newest !== void 0)
      return `${gone} ${newest} is the last one kept. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    if (names.includes(journalName))
      return `${gone} ${this.journal} belongs to it. Restore ${stateName} from elsewhere; or, ${afresh}.`;
    return void 0;
  }
  #newestHistory() {
    try {
      const newest = this.serials().at(-1);
      return newest === void 0 ? void 0 : this.historyPath(newest);
    } catch {
      return this.history;
    }
  }
  /** The folder is not there. A link to nothing (a disk that is not mounted) is something else. */
  #folderAbsent() {
    for (const path of [this.path, dirname(this.path), this.#statePath]) {
      try {
        this.#files.modified(path);
      } catch (error) {
        if (errorCode(error) === "ENOENT") continue;
        return err(ioFailure("read the state folder", path, error));
      }
      if (this.#isListable(path)) return ok(void 0);
      const message = `The state folder ${path} is a link to a folder that does not exist. Restore that folder (is its disk mounted?), or choose another \`state-path\`.`;
      return err(failure("state-unavailable", message));
    }
    return ok(void 0);
  }
  #isListable(path) {
    try {
      this.#files.readdir(path);
      return true;
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
      return false;
    }
  }
};
function attemptedSerials(folder) {
  let serials = [];
  attempt(() => {
    serials = folder.serials();
  });
  return serials;
}
function statesIn(statePath, files) {
  const entries = (path) => {
    try {
      return files.readdir(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw error;
    }
  };
  const names = entries(statePath).flatMap(
    (project) => entries(join(statePath, project)).flatMap((context) => {
      if (!entries(join(statePath, project, context)).includes(stateName)) return [];
      const name = { project: nameOfFolder(project), context: nameOfFolder(context) };
      const moved = new StateFolder(statePath, name.project, name.context, files).movedTo();
      return moved.ok && moved.value !== void 0 ? [] : [name];
    })
  );
  return sortedNames(names);
}
var longestName = 240;
function folderName(name) {
  const encoded = encodeURIComponent(name).replaceAll(/[!'()*~]|^\./g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  if (encoded.length <= longestName) return encoded;
  return `${encoded.slice(0, 200)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}
function nameOfFolder(folder) {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
function sortedNames(names) {
  const key = ({ project, context }) => `${folderName(project)}/${folderName(context)}`;
  return [...names].sort((a, b) => key(a) < key(b) ? -1 : 1);
}

// src/state/journal/file-journal.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { dirname as dirname2, join as join2 } from "node:path";

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
  let { line: text2, sum } = chained("", { format: journalFormat, version: journalVersion, lineage, serial, ...sealed });
  for (const record of records) {
    const next = recordLine(sum, record, key?.lines);
    text2 += next.line;
    sum = next.sum;
  }
  return { line: text2, sum };
}
function chained(previous, value) {
  const text2 = JSON.stringify(value);
  const sum = checksum(previous, text2);
  return { line: `{"sum":"${sum}","line":${text2}}
`, sum };
}
function checksum(previous, text2) {
  return sha256(`${previous}
${text2}`).slice("sha256:".length, "sha256:".length + 16);
}
function parseJournal(text2, location) {
  const lines = text2.split("\n");
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
      return err(broken2(location, index + 1, "its checksum does not fit"));
    }
    const { content } = link;
    if (!content.ok) return err(broken2(location, index + 1, content.error));
    const value = content.value;
    if (header === void 0) {
      const problem = headerProblem(value);
      if (problem) return err(broken2(location, 1, problem));
      header = value;
    } else if (isObject(value) && value.type === "ended") ended = true;
    else records.push({ line: index + 1, previous: sum, value });
    sum = link.sum;
    length += Buffer.byteLength(line) + 1;
  }
  if (header === void 0) return err(broken2(location, 1, "it is cut off"));
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
  const text2 = match?.[2];
  if (sum === void 0 || text2 === void 0 || checksum(previous, text2) !== sum) return void 0;
  return { content: parseStored(text2), sum };
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
  if (sealed === void 0 && sealing !== void 0 && !sealing.takesPlain) return err(refused2(location, notSealed));
  if (sealed !== void 0 && sealing === void 0) return err(refused2(location, noKey));
  const opened = sealed === void 0 ? void 0 : sealing?.seal.journal.open(sealed);
  if (opened && !opened.ok)
    return err(opened.error === "key" ? refused2(location, wrongKey) : broken2(location, 1, "its seal is none of opus"));
  const plain = [];
  for (const { line, previous, value } of records) {
    const record = opened === void 0 ? value : unsealed(opened.value, value, previous);
    if (record === void 0)
      return err(broken2(location, line, "what is sealed in it was changed, or belongs elsewhere"));
    const problem = recordProblem(record);
    if (problem) return err(broken2(location, line, problem));
    plain.push(record);
  }
  return ok(plain);
}
function unsealed(seal, value, previous) {
  const text2 = typeof value === "string" ? seal.open(value, previous) : void 0;
  const parsed = text2 === void 0 ? void 0 : parseStored(text2);
  return parsed?.ok ? parsed.value : void 0;
}
function refused2(location, { why, remedy }) {
  return failure(
    "state-unavailable",
    `The journal ${location} can't be used: ${why}. It holds results of a run that did not end. ${remedy}; or move the journal away: opus then looks at each task that was pending to find out what became of it.`
  );
}
function broken2(location, line, problem) {
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
    const folder = dirname2(this.path);
    const temporary = join2(folder, `.write-${randomUUID2()}.tmp`);
    const key = this.#sealing?.seal.journal.begin();
    const { line: text2, sum } = journalText({ lineage, serial }, records, key);
    const data = Buffer.from(text2);
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
  sha256,
  encode,
  bodyDigest,
  decode,
  decodeFile,
  isSealed,
  sealedPart,
  lockOf,
  belongsTo,
  writtenBy,
  sameBody,
  movedFailure,
  shownName,
  movedNote,
  readMovedNote,
  shellWord,
  commandLine,
  StateFolder,
  statesIn,
  folderName,
  nameOfFolder,
  sortedNames,
  FileJournal,
  versionOf,
  conflict
};
