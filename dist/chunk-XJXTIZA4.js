import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  StateSession,
  aliveWords,
  branchRepository,
  endOrphanProcesses,
  foundSeal,
  makePrivateFolder,
  markVariable,
  orphanProcessWords,
  removeTree,
  scriptFolders,
  signalProcess
} from "./chunk-CO4BU3TB.js";
import {
  TaskFailure,
  isInstance,
  moduleFiles,
  readThrown
} from "./chunk-FLMCZA43.js";
import {
  branchLocation,
  checkout,
  defaultBranch,
  isChosen
} from "./chunk-C3VMYVSV.js";
import {
  stateInside,
  stateToRead
} from "./chunk-4OMOQ67W.js";
import {
  closing,
  openByPath,
  openForReading,
  readAll
} from "./chunk-QRZW4G5D.js";
import {
  globMatcher
} from "./chunk-G65K36BT.js";
import {
  commandLine,
  folderName,
  isSealed,
  sameBody,
  shownName
} from "./chunk-CSETESDP.js";
import {
  nodeFileSystem
} from "./chunk-SNBMTHGJ.js";
import {
  visibleText
} from "./chunk-3NSOBNUE.js";
import {
  references
} from "./chunk-B64P5Z4L.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import {
  withoutCredentials
} from "./chunk-UIXIVFMH.js";
import {
  wholeUpTo
} from "./chunk-FGOILAFU.js";

// src/app/authorize/capabilities.ts
import { realpathSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { pathToFileURL } from "node:url";

// src/node/modules/import-problem.ts
import { execFile } from "node:child_process";
import { sep } from "node:path";
var mostFiles = 50;
var checkMs = 1e4;
async function importProblem(thrown, files) {
  const { message, stack } = readThrown(thrown);
  const code = isInstance(thrown, Error) && "code" in thrown ? thrown.code : void 0;
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") {
    const { from: from2 } = files();
    const said = message.split(/\nRequire stack:/)[0] ?? message;
    const stacked = /\nRequire stack:\n- (.*)/.exec(message)?.[1];
    const by = stacked === void 0 || said.includes(" imported from ") ? "" : ` required from ${stacked}`;
    const isPackage = /^Cannot find package |^Cannot find module '[^./\\]/.test(said) && !said.includes(`'${from2}`);
    const advice = isPackage ? ". Install it in a step before this one" : "";
    return new Error(`${withoutFolder(said + by, from2)}${advice}`);
  }
  if (!isInstance(thrown, SyntaxError)) return thrown;
  const { paths, from } = files();
  const placed = placeIn(stack ?? "") ?? await findPlace(paths);
  if (!placed) return thrown;
  return new Error(
    `${withoutFolder(placed.file, from)}:${placed.line}: ${message}
${placed.marked.replace(/^/gm, "    ")}`
  );
}
function placeIn(text) {
  const found = /^(?:file:\/\/)?(\/[^\n]*|[A-Za-z]:[^\n]*):(\d+)\r?\n([^\n]*\n *\^+)/m.exec(text);
  if (!found) return void 0;
  const [, file = "", line = "", marked = ""] = found;
  return { file: decoded(file), line, marked };
}
function decoded(file) {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
async function findPlace(paths) {
  for (const path of paths.filter((one) => /\.[cm]?[jt]s$/.test(one)).slice(0, mostFiles)) {
    const place = placeIn(await checked(path));
    if (place) return place;
  }
  return void 0;
}
function checked(path) {
  return new Promise((resolve) => {
    const options = { timeout: checkMs, env: {}, windowsHide: true };
    execFile(process.execPath, ["--check", path], options, (_error, _stdout, stderr) => resolve(stderr));
  });
}
function withoutFolder(text, from) {
  return text.replaceAll(from + sep, "");
}

// src/node/processes/script-runner.ts
import { closeSync, openSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/node/processes/child-process.ts
import { spawn } from "node:child_process";

// src/node/processes/captured-text.ts
import { StringDecoder } from "node:string_decoder";

// src/engine/text/line-buffer.ts
var longestLine = 65536;
var LineBuffer = class {
  #rest = "";
  #give;
  #redaction;
  /**
   * @param give gets one or more whole lines, line ends included
   * @param redaction says which lines have to wait for the next ones, and is applied before an endless line is cut: no
   *   whole secret is left then
   */
  constructor(give, redaction) {
    this.#give = give;
    this.#redaction = redaction;
  }
  add(chunk) {
    this.#rest += chunk;
    const end = lineEnd(this.#rest, this.#rest.length - 1);
    if (end > 0) this.#cut(this.#whole(end));
    if (this.#rest.length > longestLine + this.#redaction.longest) {
      this.#rest = visibleText(this.#redaction.text(this.#rest));
      const held = this.#rest.length - this.#redaction.longest;
      this.#cut(Math.max(0, held, this.#redaction.open(this.#rest)));
    }
  }
  /** Gives what is left of an unfinished line. */
  end() {
    this.#cut(this.#rest.length);
  }
  /** Where the last line ends before `end` that holds neither half of a secret nor what may turn out to be one. */
  #whole(end) {
    const text = this.#rest.slice(0, end);
    const open = this.#redaction.open(text);
    if (open === end) return end;
    let whole = lineEnd(this.#rest, open - 1);
    for (const span of [...this.#redaction.spans(text)].reverse())
      if (span.start < whole && whole < span.end) whole = lineEnd(this.#rest, span.start - 1);
    return whole;
  }
  #cut(end) {
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    if (text !== "") this.#give(text);
  }
};
function lineEnd(text, last) {
  const before = (end, at) => at < 0 ? -1 : text.lastIndexOf(end, at);
  return Math.max(before("\n", last), before("\r", Math.min(last, text.length - 2))) + 1;
}

// src/node/processes/captured-text.ts
var TextCapture = class {
  #decoder = new StringDecoder("utf8");
  #cap;
  #kept = [];
  #keptBytes = 0;
  #bytes = 0;
  constructor(cap) {
    this.#cap = cap;
  }
  /** @returns the text that this chunk completes */
  push(chunk) {
    this.#bytes += chunk.length;
    const room = this.#cap - this.#keptBytes;
    if (room > 0) {
      const piece = chunk.length <= room ? chunk : Buffer.from(chunk.subarray(0, room));
      this.#kept.push(piece);
      this.#keptBytes += piece.length;
    }
    return this.#decoder.write(chunk);
  }
  /** @returns what is left of an incomplete character */
  end() {
    return this.#decoder.end();
  }
  get captured() {
    const cut2 = this.#bytes > this.#keptBytes;
    const whole = Buffer.concat(this.#kept);
    const text = cut2 ? new StringDecoder("utf8").write(whole) : whole.toString("utf8");
    return { text, bytes: this.#bytes, cut: cut2 };
  }
};
var OutputTails = class {
  #both;
  #stderr;
  #lines;
  /** @param cap most characters of each */
  constructor(cap, redaction) {
    const both2 = new TextTail(cap);
    const stderr = new TextTail(cap);
    const give = (...tails) => new LineBuffer((text) => {
      const shown = redaction.text(text);
      for (const tail of tails) tail.push(shown);
    }, redaction);
    this.#both = both2;
    this.#stderr = stderr;
    this.#lines = { stdout: give(both2), stderr: give(both2, stderr) };
  }
  push(stream, piece) {
    this.#lines[stream].add(piece);
  }
  /** Nothing more comes. */
  end() {
    this.#lines.stdout.end();
    this.#lines.stderr.end();
    return { tail: this.#both.text, stderrTail: this.#stderr.text };
  }
};
var TextTail = class {
  #cap;
  #text = "";
  #cut = false;
  /** @param cap most characters */
  constructor(cap) {
    this.#cap = cap;
  }
  push(piece) {
    this.#text += piece;
    if (this.#text.length <= this.#cap * 2) return;
    this.#text = this.#text.slice(-this.#cap);
    this.#cut = true;
  }
  /** Begins with a whole line when the beginning was cut. Empty when there is only one endless line. */
  get text() {
    const cut2 = this.#cut || this.#text.length > this.#cap;
    const end = this.#text.slice(-this.#cap);
    if (!cut2) return end;
    const lineEnd2 = end.search(/[\r\n]/);
    return lineEnd2 === -1 ? "" : end.slice(lineEnd2 + 1);
  }
};

// src/node/processes/child-process.ts
var tailCharacters = 16 * 1024;
var pollMs = 20;
var stuckMs = 1500;
function runChild(request) {
  const streams = { stdout: new TextCapture(request.captureBytes), stderr: new TextCapture(request.captureBytes) };
  const tails = new OutputTails(tailCharacters, request.redaction);
  const report = (stream, text) => {
    if (text === "") return;
    tails.push(stream, text);
    request.onOutput(stream, text);
  };
  const result = (end) => {
    for (const stream of ["stdout", "stderr"]) report(stream, streams[stream].end());
    return { end, stdout: streams.stdout.captured, stderr: streams.stderr.captured, ...tails.end() };
  };
  if (request.signal.aborted) return Promise.resolve(result({ state: "aborted" }));
  let call;
  try {
    call = request.groups.begin(request.task);
  } catch (error) {
    return Promise.resolve(result({ state: "not-started", code: errorCode(error) }));
  }
  let child;
  try {
    child = spawn(request.command, request.args, {
      cwd: request.cwd,
      env: { ...request.env, [markVariable]: call.mark },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true
    });
  } catch (error) {
    call.over();
    return Promise.resolve(result({ state: "not-started", code: errorCode(error) }));
  }
  const leader = child.pid;
  if (leader === void 0) {
    call.over();
    return new Promise((done) => {
      child.once("error", (error) => done(result({ state: "not-started", code: errorCode(error) })));
    });
  }
  call.running(leader);
  let over = false;
  for (const stream of ["stdout", "stderr"]) {
    child[stream]?.on("data", (chunk) => {
      if (!over) report(stream, streams[stream].push(chunk));
    });
    child[stream]?.on("error", () => void 0);
  }
  child.on("error", () => void 0);
  return new Promise((done) => {
    let exit;
    let closed = false;
    let stopping;
    let timer;
    const settle = (end, stuck = false) => {
      if (over) return;
      const settled = result(end);
      over = true;
      clearTimeout(timer);
      request.signal.removeEventListener("abort", abort);
      if (stuck) call.abandon();
      else call.over();
      for (const stream of [child.stdout, child.stderr]) stream?.unref();
      done(settled);
    };
    const stop = (why) => {
      if (stopping !== void 0 || over) return;
      stopping = why;
      clearTimeout(timer);
      call.signalGroup("SIGTERM");
      let killAt = Date.now() + (request.graceMs ?? 2e3);
      let lookedAt = Date.now();
      let quiet = 0;
      const told = /* @__PURE__ */ new Set();
      const look = () => {
        const now = Date.now();
        if (request.groups.hurried) killAt = Math.min(killAt, now - 1);
        const { group, escaped } = call.remains(lookedAt);
        lookedAt = Date.now();
        quiet = exit !== void 0 && !group && escaped.length === 0 ? quiet + 1 : 0;
        if (quiet > 1 && (closed || now > killAt)) return settle({ state: why });
        if (now > killAt + stuckMs) return settle({ state: why }, true);
        if (now > killAt) call.signalGroup("SIGKILL");
        for (const pid of escaped) {
          if (now > killAt) signalProcess(pid, "SIGKILL");
          else if (!told.has(pid)) signalProcess(pid, "SIGTERM");
          told.add(pid);
        }
        timer = setTimeout(look, pollMs);
      };
      timer = setTimeout(look, 1);
    };
    const abort = () => stop("aborted");
    if (request.timeoutMs !== void 0) timer = setTimeout(() => stop("timed-out"), request.timeoutMs);
    request.signal.addEventListener("abort", abort, { once: true });
    child.once("exit", (exitCode, signal) => {
      exit = { state: "exited", exitCode, signal };
      if (stopping !== void 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => exit && settle(exit), request.lingerMs ?? 1e3);
    });
    child.once("close", () => {
      closed = true;
      if (stopping === void 0 && exit !== void 0) settle(exit);
    });
  });
}
function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

// src/node/processes/script-runner.ts
function scriptRunner(options) {
  return async (request) => {
    const folder = makePrivateFolder(options.folders ?? [tmpdir()], "script");
    let watching;
    try {
      const scriptFile = join(folder, `script${request.extension}`);
      const outputFile = join(folder, "output");
      writeFileSync(scriptFile, request.script, { mode: 384 });
      closeSync(openSync(outputFile, "wx", 384));
      const given = Object.entries(request.files ?? {}).map(([variable, text], index) => {
        const path = join(folder, `given-${index}.json`);
        writeFileSync(path, text, { mode: 384 });
        return [variable, path];
      });
      const named = request.shell.some((part) => part.includes("{0}"));
      const [command = "", ...args] = [...request.shell, ...named ? [] : ["{0}"]].map(
        (part) => part.replaceAll("{0}", () => scriptFile)
      );
      watching = request.onOutputFile && watchOutput(folder, request.outputBytes, request.onOutputFile);
      const result = await runChild({
        command,
        args,
        cwd: request.cwd,
        env: { ...request.env, ...Object.fromEntries(given), [request.outputVariable]: outputFile },
        signal: request.signal,
        captureBytes: request.captureBytes,
        onOutput: (stream, text) => request.onOutput(stream, text),
        groups: options.groups,
        redaction: options.redaction,
        ...request.env.OPUS_TASK === void 0 ? {} : { task: request.env.OPUS_TASK },
        ...request.timeoutMs === void 0 ? {} : { timeoutMs: request.timeoutMs },
        ...options.graceMs === void 0 ? {} : { graceMs: options.graceMs },
        ...options.lingerMs === void 0 ? {} : { lingerMs: options.lingerMs }
      });
      return { ...result, outputFile: readOutput(folder, request.outputBytes) };
    } finally {
      watching?.();
      removeTree(folder);
    }
  };
}
var readEveryMs = 100;
function watchOutput(folder, limit, take) {
  let timer;
  let size = 0;
  const read = () => {
    timer = void 0;
    const data = readOutput(folder, limit);
    if (data === void 0 || data.length === size) return;
    size = data.length;
    take(data);
  };
  try {
    const watcher = watch(join(folder, "output"), () => {
      timer ??= setTimeout(read, readEveryMs);
    });
    watcher.on("error", () => watcher.close());
    return () => {
      clearTimeout(timer);
      watcher.close();
    };
  } catch {
    return () => {
    };
  }
}
function readOutput(folder, limit) {
  try {
    const descriptor = openForReading(openByPath(folder), "output");
    return closing(descriptor, () => readAll(descriptor, limit));
  } catch {
    return void 0;
  }
}

// src/app/authorize/capabilities.ts
function openCapabilities(loaded, host, groups, { encryptionKey, planSigningKey }) {
  const { trust, workspace, workingDirectory, stateNamed } = loaded;
  if (!trust.trusted) return noPowers(workspace, host, `it runs nothing and looks at nothing live: ${trust.why}`);
  return {
    environment: host.environment,
    files: workspace,
    stateFiles: stateNamed ? nodeFileSystem : stateInside(workspace.root),
    runScript: scriptRunner({ groups, redaction: host.redactor, folders: scriptFolders(host) }),
    limit: (processor) => processor,
    mayRequest: true,
    encryptionKey,
    planSigningKey,
    importModule: async (path) => {
      const inside = workspace.read(path, 16 * 1024 * 1024);
      if (!inside.ok) throw new Error(inside.error.message);
      const url = pathToFileURL(resolvePath(workingDirectory, path)).href;
      try {
        return await import(
          /* webpackIgnore: true */
          url
        );
      } catch (error) {
        throw await importProblem(error, () => {
          const { paths } = moduleFiles(path, workspace, workingDirectory);
          const real = paths.map((one) => resolvePath(workspace.root, one));
          return { paths: real, from: realpathSync.native(workingDirectory) };
        });
      }
    }
  };
}
var eventVariables = ["GITHUB_EVENT_NAME", "GITHUB_REF"];
function noPowers(workspace, { environment }, why) {
  const message = `refused in an untrusted run: ${why}`;
  const refuse = async () => {
    throw new TaskFailure(message, { untouched: true });
  };
  const observation = { state: "unobservable", why: "not looked at in an untrusted run" };
  return {
    environment: Object.fromEntries(eventVariables.map((name) => [name, environment[name]])),
    files: onlyReading(workspace, { code: "refused", message }),
    stateFiles: stateToRead(workspace.root),
    importModule: refuse,
    runScript: refuse,
    limit: ({ rollback, ...processor }) => ({
      ...processor,
      observe: async () => observation,
      create: refuse,
      update: refuse,
      delete: refuse,
      ...rollback ? { rollback: refuse } : {}
    }),
    mayRequest: false,
    encryptionKey: void 0,
    planSigningKey: void 0
  };
}
function onlyReading(files, problem) {
  return {
    normalize: (path, options) => files.normalize(path, options),
    realPath: (path) => files.realPath(path),
    display: (path) => files.display(path),
    read: (path, limit) => files.read(path, limit),
    hash: (path, signal, follow) => files.hash(path, signal, follow),
    glob: (patterns, options) => files.glob(patterns, options),
    look: () => ({ state: "failed", problem }),
    create: async () => err(problem),
    replace: async () => err(problem),
    chmod: () => err(problem),
    remove: () => err(problem),
    folder: () => err(problem)
  };
}

// src/app/state/carry-over.ts
import { randomUUID } from "node:crypto";

// src/engine/recorded/new-context.ts
function withNewContext(body, from, to) {
  if (from === to) return body;
  const rename = (name) => name === from ? to : name;
  const tasks = each(Object.entries(body.tasks), (one) => {
    const entry = entryIn(one[1], rename);
    return entry === one[1] ? one : [one[0], entry];
  });
  const undo = each(body.undo, (one) => {
    const before = one.before && entryIn(one.before, rename);
    return before === one.before ? one : { ...one, before };
  });
  const pending = each(body.pending, (intent) => scopesIn(intent, rename));
  const recorded = tasks.some(([name, entry]) => entry !== body.tasks[name]);
  const same = !recorded && undo === body.undo && pending === body.pending;
  return same ? body : { ...body, tasks: Object.fromEntries(tasks), undo, pending };
}
function entryIn(entry, rename) {
  const scoped = scopesIn(entry, rename);
  const { outputs, sensitiveOutputs: sensitive = [] } = entry;
  const bound = (key) => outputIn(key, rename) !== key;
  if (![...Object.keys(outputs), ...sensitive].some(bound)) return scoped;
  const renamed2 = Object.entries(outputs).map(([key, value]) => [outputIn(key, rename), value]);
  const names = sensitive.map((key) => outputIn(key, rename));
  return {
    ...scoped,
    outputs: Object.fromEntries(renamed2),
    ...entry.sensitiveOutputs ? { sensitiveOutputs: names } : {}
  };
}
function outputIn(key, rename) {
  const [command, context, ...name] = key.split(":");
  return context === void 0 || name.length === 0 ? key : [command, rename(context), ...name].join(":");
}
function scopesIn(entry, rename) {
  const scope = each(entry.scope, (rule) => {
    const contexts = rule.contexts && each(rule.contexts, rename);
    return contexts === rule.contexts ? rule : { ...rule, ...contexts && { contexts } };
  });
  const { preventDestroy } = entry.lifecycle;
  const protects = typeof preventDestroy === "object" ? each(preventDestroy, rename) : preventDestroy;
  if (scope === entry.scope && protects === preventDestroy) return entry;
  const lifecycle = protects === preventDestroy ? entry.lifecycle : { ...entry.lifecycle, preventDestroy: protects };
  return { ...entry, scope, lifecycle };
}
function each(list, change) {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}

// src/app/state/carry-over.ts
async function carryOver(work) {
  const { from, command, run, lock: options, session, signal, giveUp, tell } = work;
  const holder = { id: randomUUID(), command, ...from.name, since: session.clock.timestamp(), run };
  const lock = await from.store.lock?.(holder, options, signal);
  if (lock !== void 0 && lock.state !== "locked") return err(lock.failure);
  try {
    return await carryLocked(work);
  } finally {
    const released = await lock?.release(giveUp);
    if (released?.ok === false) tell("warning", "lock-not-released", released.error.message);
  }
}
async function carryLocked(work) {
  const { from, to, command, run, sealing, signal, giveUp, tell } = work;
  const { localFolder } = from.store;
  if (localFolder !== void 0) {
    const { ended, alive } = await endOrphanProcesses(localFolder);
    if (alive.length > 0) return err(failure("state-locked", aliveWords(alive, from.name)));
    if (ended.length > 0)
      tell(
        "notice",
        "leftovers-ended",
        `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`
      );
  }
  const opened = await StateSession.open(from.store, { ...work.session, ...from.name, command, run }, signal);
  if (!opened.ok) return opened;
  const saved = await opened.value.saveNow();
  if (!saved.ok) return saved;
  const read = await from.store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "absent" || !to.store.takeOver) return err(gone(from.name));
  const next = renamed(read, from.name, to.name);
  const options = { run, command, runEnded: false, changes: {} };
  const written = await to.store.takeOver(from.store, next, read.revision, options, giveUp);
  if (written.state !== "written") return err(written.failure);
  const cleared = from.store.journal?.clear() ?? ok(void 0);
  if (!cleared.ok) tell("warning", "journal-not-cleared", cleared.error.message);
  const found = sealing && await foundSeal(read, sealing.seal);
  return ok({ serial: next.serial, tasks: Object.keys(next.body.tasks).length, found });
}
function renamed({ snapshot, data }, from, to) {
  const { fingerprintKey, ...open } = withNewContext(snapshot.body, from.context, to.context);
  const keeps = fingerprintKey !== void 0 && isSealed(data);
  const body = keeps ? { ...open, fingerprintKey } : open;
  const serial = sameBody(body, snapshot.body) ? snapshot.serial : snapshot.serial + 1;
  return { ...snapshot, ...to, serial, body };
}
function readUnder({ store, name }, to) {
  const { backend, location, openTo, journal } = store;
  return {
    backend,
    location,
    ...openTo === void 0 ? {} : { openTo },
    read: async (signal) => {
      const read = await store.read(signal);
      if (read.state !== "found") return read;
      return { ...read, snapshot: { ...renamed(read, name, to), serial: read.snapshot.serial } };
    },
    write: () => Promise.reject(new Error(`nothing is written under the former name ${shownName(name)}`)),
    lockedBy: async (signal) => store.lockedBy?.(signal),
    ...journal ? { journal } : {}
  };
}
function gone(name) {
  const message = `The state of ${shownName(name)} was to be carried over, and another run has taken it away meanwhile. Nothing was changed; run again.`;
  return failure("state-conflict", message);
}

// src/app/state/former-state.ts
function formerPlaces({ manifest, project, formerDefaults }, { name: context, formerNames = [] }) {
  const projects = (manifest.project?.formerNames ?? []).map((name, index) => ({
    name,
    location: manifest.project?.locate(`/metadata/formerNames/${index}`)
  }));
  return [
    ...formerNames.map(({ name, location }) => ({ name: { project, context: name }, location })),
    ...projects.map(({ name, location }) => ({ name: { project: name, context }, location })),
    ...projects.flatMap(
      (one) => formerNames.map(({ name }) => ({ name: { project: one.name, context: name }, location: one.location }))
    ),
    ...formerDefaults.map((name) => ({ name: { project: name, context }, location: void 0 }))
  ];
}
async function findFormer(search) {
  const { own, places, signal } = search;
  if (places.length === 0) return ok(void 0);
  const read = await own.store.read(signal);
  if (read.state === "found") return findLeft(search, read.snapshot);
  if (read.state === "unavailable" && !read.movedTo && !read.missing) return ok(void 0);
  const found = [];
  for (const place of places) {
    const store = await search.open(place.name);
    const there = await store.read(signal);
    if (there.state === "found") {
      if (place.location !== void 0 || isOf(there.snapshot, search.tasks))
        found.push({ name: place.name, store, read: there, place, unfinished: false });
    } else if (there.state === "unavailable" && !there.movedTo && !there.missing && place.location !== void 0)
      return err(there.failure);
  }
  const [first, second] = found;
  if (first === void 0 || second?.place.location === void 0) return ok(first);
  return err(several(own.name, first, second));
}
async function findLeft(search, here) {
  const { own, signal } = search;
  for (const place of search.places) {
    if (place.location === void 0) continue;
    const store = await search.open(place.name);
    const holds = await store.holds?.(signal) ?? ok(false);
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    const read = await store.read(signal);
    if (read.state === "unavailable") return err(read.failure);
    if (read.state === "absent") continue;
    const { lineage, body } = renamed(read, place.name, own.name);
    if (lineage !== here.lineage || !sameBody(body, here.body)) return err(both(search, here, place, read.snapshot));
    return ok({ name: place.name, store, read, place, unfinished: true });
  }
  return ok(void 0);
}
function isOf({ body }, tasks) {
  const kinds = new Map(
    tasks.flatMap(
      ({ name, formerNames, apiVersion, kind }) => [name, ...formerNames].map((one) => [one, `${apiVersion} ${kind}`])
    )
  );
  const recorded = [...Object.entries(body.tasks), ...body.pending.map((intent) => [intent.task, intent])];
  return recorded.length > 0 && recorded.every(([name, one]) => kinds.get(name) === `${one.apiVersion} ${one.kind}`);
}
function both({ own: { name: now }, flags }, here, { name, location }, there) {
  const line = (...words) => `\`${commandLine(["opus", "state", ...words, ...flags])}\``;
  const list = line("list", "--project", name.project, "--context", name.context);
  const away = ["--from-project", now.project, "--from-context", now.context, "--to-project", `${now.project}-unused`];
  const message = `${shownName(now)} has a state (serial ${here.serial}), and its former name ${shownName(name)} has one, too (serial ${there.serial}), so it can't be told which of them counts`;
  return located(
    message,
    `Nothing was changed. Compare the two: ${list} shows the former one. If ${shownName(now)} counts, delete this entry of \`formerNames\`; else move the other out of the way with ${line("mv", ...away)}.`,
    location
  );
}
function several(now, first, second) {
  const message = `two former names of ${shownName(now)} have a state: ${shownName(first.name)} (serial ${first.read.snapshot.serial}) and ${shownName(second.name)} (serial ${second.read.snapshot.serial}), so it can't be told which of them counts`;
  return located(
    message,
    "Nothing was changed. Compare the two with `opus state list --project NAME --context NAME`, and delete the other one from `formerNames`.",
    second.place.location
  );
}
function located(message, suggestion, location) {
  const diagnostic = {
    severity: "error",
    code: "former-name-has-state",
    message,
    suggestion,
    ...location && { location }
  };
  return failure("state-conflict", message, [diagnostic]);
}

// src/app/state/state-elsewhere.ts
import { existsSync } from "node:fs";
var patienceMs = 2e3;
var ElsewhereLook = class {
  #options;
  #asked;
  #dispose = () => {
  };
  constructor(options) {
    this.#options = options;
  }
  /** @param store of the context, as the command uses it */
  async find(store, context, signal) {
    if (store.backend !== "file" || !this.#wanted) return void 0;
    const recordedHere = await isRecorded(store, signal);
    let project = await this.#first(async (one) => (await this.#tracked(one)).includes(context));
    if (project === void 0 && !recordedHere) {
      this.#asked ??= this.#ask().catch(() => void 0);
      const has = await this.#asked;
      if (has) project = await this.#first((one) => has(one, context).catch(() => false));
    }
    if (project === void 0) return void 0;
    const origin = await checkout.origin(this.#options.loaded.workingDirectory);
    const shown = origin.ok ? withoutCredentials(origin.value) : "origin";
    return { branch: defaultBranch, shown, project, here: store.location, recordedHere };
  }
  /** Contexts of the project that the branch had when the clone last fetched it; none where files were chosen. */
  async contexts() {
    return this.#wanted ? this.#tracked(this.#options.project) : [];
  }
  /** Removes what was only needed to look. */
  dispose() {
    this.#dispose();
  }
  get #wanted() {
    const { settings, host, loaded } = this.#options;
    if (!host.terminal || host.environment.GITHUB_ACTIONS === "true" || !loaded.trust.trusted) return false;
    return !isChosen(settings, loaded.manifest.project);
  }
  /** The first name of the project that something holds of: that of today, then the former ones. */
  async #first(holds) {
    const { loaded, project } = this.#options;
    for (const one of [project, ...loaded.manifest.project?.formerNames ?? []]) if (await holds(one)) return one;
    return void 0;
  }
  /** Contexts that the branch had when the clone last fetched it. */
  async #tracked(project) {
    const { loaded, host } = this.#options;
    const folder = folderName(project);
    const paths = await checkout.tracked(loaded.workingDirectory, defaultBranch, `${folder}/`, host.environment);
    const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
    return [...new Set(names)].map(decoded2);
  }
  /** Asks the server; the answer holds for all contexts. */
  async #ask() {
    const { settings, host, loaded, clock, redact } = this.#options;
    const place = await branchLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
    if (!place.ok) return void 0;
    const { terminal, signal } = host;
    const environment = { ...host.environment, SSH_ASKPASS_REQUIRE: "never" };
    const { token } = settings;
    const repository = branchRepository(
      place.value,
      { environment, terminal, token, clock, redact },
      { exchangeMs: patienceMs, tries: 1 }
    );
    this.#dispose = () => repository.dispose();
    const tip = await repository.fetch(signal);
    if (!tip.ok || tip.value.commit === void 0) return void 0;
    return async (project, context) => {
      const files = await repository.files(tip.value, `${folderName(project)}/${folderName(context)}`, signal);
      return files.ok && (files.value.state.state !== "absent" || files.value.lock.state !== "absent");
    };
  }
};
function elsewhereWarning(found, project, context) {
  const message = `${facts(found, project, context)}: this command does not see it`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways };
}
function elsewhereFailure(found, project, context, command) {
  const message = `${facts(found, project, context)}. \`${command}\` would go by the files, as if nothing had been made yet, so it was not begun`;
  return failure("invalid-input", message, [{ severity: "error", code: "state-elsewhere", message, suggestion: ways }]);
}
function facts(found, project, context) {
  const { branch, shown, here, recordedHere } = found;
  const former = found.project === project ? "" : `, under its former name ${found.project}`;
  const files = recordedHere ? `${here} has another one` : `nothing is recorded in ${here}`;
  return `the branch ${branch} of ${shown} has a state of ${project}/${context}${former}, and ${files}`;
}
var ways = "To use the state on the branch, add `--state-backend branch`, or say it for good in `spec` of the Project: `state: {backend: branch}`. If files are meant: `--state-backend file`.";
async function isRecorded(store, signal) {
  if (existsSync(store.location)) return true;
  const read = await store.read(signal);
  return read.state !== "absent" || await store.lockedBy?.(signal) !== void 0;
}
function decoded2(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// src/app/context/forget-and-unlock.ts
async function forgetTasks(session, targets, context) {
  if (targets.length === 0) {
    const message = 'the command forget needs the input "target": the recorded tasks to drop from state';
    return err(failure("invalid-input", message));
  }
  const found = /* @__PURE__ */ new Map();
  for (const target of targets) {
    const matches = globMatcher([target]);
    const matched = [...session.tasks].filter(([name]) => matches(name));
    if (matched.length === 0) {
      const known = [...session.tasks.keys()].slice(0, 20).join(", ") || "nothing";
      const message = `target "${target}" matches nothing that is recorded in the context "${context}" (recorded: ${known})`;
      return err(failure("invalid-input", message));
    }
    for (const [name, entry] of matched) found.set(name, entry);
  }
  for (const [name, entry] of found) {
    const undo = { task: name, change: "forget", before: entry };
    const recorded = await session.record({ task: name, entry: null, undo });
    if (!recorded.ok) return recorded;
  }
  return ok([...found].map(([name, entry]) => forgotten(name, entry)));
}
function strandedBy(dropped, tasks) {
  const gone2 = new Set(dropped);
  const uses = (entry) => {
    for (const { reference } of references(entry.spec))
      if (reference.source === "VAR" && gone2.has(reference.name.split(":")[0] ?? "")) return true;
    return false;
  };
  const names = [...tasks].filter(([, entry]) => uses(entry)).map(([name]) => `"${name}"`);
  if (names.length === 0) return void 0;
  return `recorded with a sensitive output of what was dropped: ${names.join(", ")}; without it they may not be deleted or rolled back. \`rollback\` takes it into state again`;
}
function forgotten(name, { apiVersion, kind, outputs: _ }) {
  return {
    name,
    apiVersion,
    kind,
    change: "forget",
    reason: "forgotten on command",
    status: "done",
    drift: "untracked",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    location: null,
    dependencies: []
  };
}
async function unlockState(store, lockId, signal) {
  if (lockId === void 0) {
    const message = 'the command unlock needs the input "lock-id"; a run that waits for the lock shows it';
    return err(failure("invalid-input", message));
  }
  if (!store.unlock) return err(failure("invalid-input", `the ${store.backend} backend has no lock`));
  return store.unlock(lockId, signal);
}

// src/app/secrets/declared-secrets.ts
function openNames({ manifest, project }, chosen) {
  const { tasks, declaredNames, values, secrets } = manifest;
  const { contexts: rules = [], commands = {} } = manifest.project ?? {};
  const ruled = rules.flatMap(({ input, context, contexts, inherits }) => [
    ...Array.isArray(input) ? input : [],
    ...[context ?? [], contexts ?? [], inherits ?? []].flat()
  ]);
  return /* @__PURE__ */ new Set([
    project,
    ...declaredNames,
    ...tasks.flatMap(({ kind, formerNames }) => [kind, ...formerNames]),
    ...ruled,
    ...[...values, ...secrets].flatMap(({ contexts }) => Object.keys(contexts)),
    ...Object.keys(commands),
    ...chosen
  ]);
}
var shortest = 4;
var shortestLiteral = 8;
function declaredSecrets({ manifest, trust }, environment) {
  if (!trust.trusted) return [];
  return manifest.secrets.flatMap(
    ({ name, env, contexts }) => [.../* @__PURE__ */ new Set([env, ...Object.values(contexts)])].flatMap((variable) => {
      const value = environment[variable];
      return value ? [{ name, variable, value }] : [];
    })
  );
}
function secretWarnings(declared, sources, open = /* @__PURE__ */ new Set()) {
  const warnings = declared.flatMap(({ name, value }) => {
    if (open.has(value.trim())) return [guessable(name)];
    if (value.trim().length < shortest) return [tooShort(name)];
    const location = value.trim().length < shortestLiteral ? void 0 : placeOf(value.trim(), sources);
    return location ? [inManifest(name, location)] : [];
  });
  return [...new Map(warnings.map((one) => [one.message, one])).values()];
}
function guessable(name) {
  return {
    severity: "warning",
    code: "guessable-secret",
    message: `what the secret "${name}" holds is also a name that stands openly in the manifest or the workflow (of a task, a kind, a context, a command or the project): it can be guessed, and is not hidden`,
    suggestion: "Choose a long random one, or make it a value if it is none."
  };
}
function tooShort(name) {
  return {
    severity: "warning",
    code: "short-secret",
    message: `the secret "${name}" has fewer than ${shortest} characters, so all that reads like it is hidden, and its encoded forms are not`,
    suggestion: "Choose a longer one, or make it a value if it is none."
  };
}
function inManifest(name, location) {
  return {
    severity: "warning",
    code: "secret-in-manifest",
    message: `what the secret "${name}" holds stands here for all who can read the repository; texts and names of a manifest are stored as they are`,
    location,
    suggestion: `Write \${SECRET:${name}} and change the secret, or make it a value if it is none.`
  };
}
function placeOf(value, sources) {
  for (const [file, text] of sources) {
    const at = text.indexOf(value);
    if (at === -1) continue;
    const before = text.slice(0, at).split("\n");
    return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  }
  return void 0;
}

// src/engine/diagnostics/code-frame.ts
var width = 100;
var tab = "  ";
function codeFrame(diagnostic, sources, options = {}) {
  const { location } = diagnostic;
  const text = location && sources.get(location.file);
  if (location === void 0 || text === void 0 || text === "") return "";
  const { redact = (line) => line } = options;
  const lines = linesAround(text, location.line).map((line) => ({ ...line, text: redact(line.text) }));
  const marked = lines.find((line) => line.number === location.line);
  if (marked === void 0) return "";
  const paint = painter(options.color === true);
  const digits = String(lines.at(-1)?.number ?? 0).length;
  const column = Math.min(location.column, marked.text.length + 1);
  const end = Math.max(column + 1, Math.min(location.endColumn ?? column + 1, marked.text.length + 1));
  const wanted = marked.text.length <= width || end <= width ? 0 : Math.max(0, column - 1 - width / 2);
  const from = wholeUpTo(marked.text, wanted);
  const output = [];
  for (const line of lines) {
    const gutter = `${String(line.number).padStart(digits)} |`;
    const isMarked = line === marked;
    const shown = cut(line.text, isMarked ? from : 0);
    output.push(`${isMarked ? paint("red", ">") : " "} ${paint("dim", gutter)}${shown === "" ? "" : ` ${shown}`}`);
    if (!isMarked) continue;
    const before = visible(marked.text.slice(from, column - 1)).length + (from > 0 ? 1 : 0);
    const length = visible(marked.text.slice(column - 1, Math.min(end - 1, from + width))).length;
    const carets = paint("red", "^".repeat(Math.max(1, length)));
    output.push(`  ${" ".repeat(digits)} ${paint("dim", "|")} ${" ".repeat(before)}${carets}`);
  }
  return output.join("\n");
}
function renderDiagnostic(diagnostic, sources, options = {}) {
  const paint = painter(options.color === true);
  const place = diagnostic.location === void 0 ? "" : `${formatLocation(diagnostic.location)}: `;
  const severity = paint(diagnostic.severity === "error" ? "red" : "yellow", diagnostic.severity);
  const [said = "", ...code] = diagnostic.message.split(/\r?\n(?= {4})/).map(visibleText2);
  const output = [`${place}${severity} ${diagnostic.code}: ${said}`, ...code.map((line) => line.trimEnd())];
  const frame = codeFrame(diagnostic, sources, options);
  if (frame !== "") output.push(indent(frame));
  if (diagnostic.suggestion !== void 0) output.push(`  ${visibleText2(diagnostic.suggestion)}`);
  for (const related of diagnostic.related ?? []) {
    output.push(`  ${formatLocation(related.location)}: ${visibleText2(related.message)}`);
  }
  return output.join("\n");
}
function formatLocation(location) {
  return `${location.file}:${location.line}:${location.column}`;
}
function linesAround(text, line) {
  const found = [];
  let start = 0;
  for (let number = 1; number <= line + 1 && start <= text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const isRest = start === text.length && number > line;
    if (number >= line - 1 && !isRest) found.push({ number, text: text.slice(start, end).replace(/\r$/, "") });
    if (newline === -1) break;
    start = newline + 1;
  }
  return found;
}
function cut(line, from) {
  const head = from > 0 && line.length > 0 ? "\u2026" : "";
  const tail = line.length > from + width ? "\u2026" : "";
  return `${head}${visible(line.slice(from, wholeUpTo(line, from + width)))}${tail}`.trimEnd();
}
function visible(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    if (character === "	") return tab;
    return `\\x{${character.charCodeAt(0).toString(16).padStart(2, "0")}}`;
  });
}
function visibleText2(text) {
  return visible(text.replaceAll("\r", "").replaceAll("\n", " "));
}
function indent(text) {
  return text.split("\n").map((line) => `  ${line}`.trimEnd()).join("\n");
}
var colors = { red: 31, yellow: 33, dim: 2 };
function painter(color) {
  return (name, text) => color ? `\x1B[${colors[name]}m${text}\x1B[${name === "dim" ? 22 : 39}m` : text;
}

export {
  LineBuffer,
  openCapabilities,
  carryOver,
  readUnder,
  formerPlaces,
  findFormer,
  ElsewhereLook,
  elsewhereWarning,
  elsewhereFailure,
  forgetTasks,
  strandedBy,
  unlockState,
  openNames,
  declaredSecrets,
  secretWarnings,
  renderDiagnostic
};
