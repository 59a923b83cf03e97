import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  closing,
  openByPath,
  openForReading
} from "./chunk-H7CNPS2Q.js";
import {
  bootId,
  scanProcesses,
  startTimeOf
} from "./chunk-6SHK6BE2.js";
import {
  makeFolders,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import {
  stopwatch,
  trace
} from "./chunk-IOTVDPD4.js";
import {
  killedStuckMs,
  processPollMs,
  programLingerMs,
  treeEndMs,
  treeQuestionMs
} from "./chunk-IE326VUJ.js";

// src/node/processes/process-groups.ts
import { randomUUID } from "node:crypto";

// src/node/processes/process-ledger.ts
import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
var ProcessLedger = class {
  #path;
  #owner;
  #descriptor;
  /**
   * Begins a ledger. Only who holds the lock may do that, after `endLeftovers`.
   * @param folder made when missing
   * @param owner names the run, so that nobody takes another one's ledger for its own: the id of its lock
   */
  constructor(folder, owner) {
    this.#path = ledgerPath(folder);
    this.#owner = owner;
    makeFolders(dirname(this.#path));
    this.#descriptor = openSync(this.#path, appending, 384);
    this.#append({ type: "ledger", version: 1, boot: bootId(), owner });
  }
  /** A program is about to be started. */
  call(mark, task) {
    this.#append({ type: "call", mark, ...task === void 0 ? {} : { task } });
  }
  runs(mark, pid) {
    this.#append({ type: "runs", mark, pid, startTime: startTimeOf(pid), startedAt: Date.now() });
  }
  /** Whatever of it still runs was meant to. */
  over(mark) {
    this.#append({ type: "over", mark });
  }
  /** The run has ended. A ledger without open calls goes; one of another run stays. */
  close() {
    if (this.#descriptor === void 0) return;
    closeSync(this.#descriptor);
    this.#descriptor = void 0;
    const { owner, calls } = readLedger(dirname(this.#path));
    if (owner === this.#owner && calls.length === 0) rmSync(this.#path, { force: true });
  }
  #append(line) {
    if (this.#descriptor === void 0) return;
    const data = Buffer.from(`
${JSON.stringify(line)}`);
    if (writeSync(this.#descriptor, data) < data.length)
      throw Object.assign(new Error(`ENOSPC: ${this.#path} could not be written`), { code: "ENOSPC" });
  }
};
function readLedger(folder) {
  const calls = /* @__PURE__ */ new Map();
  const boot = bootId();
  let owner;
  let counts = true;
  let foreign = 0;
  for (const content of readLines(folder)) {
    const line = asLine(content);
    if (line === void 0) {
      foreign++;
      continue;
    }
    switch (line.type) {
      case "ledger":
        owner = line.owner;
        counts = line.boot === boot;
        if (!counts) calls.clear();
        break;
      case "call":
        if (counts) calls.set(line.mark, { mark: line.mark, task: line.task, leader: void 0 });
        break;
      case "runs": {
        const { type: _, mark, ...leader } = line;
        const call = calls.get(mark);
        if (call) calls.set(mark, { ...call, leader });
        break;
      }
      case "over":
        calls.delete(line.mark);
        break;
    }
  }
  return { owner, calls: [...calls.values()], foreign };
}
function asLine(content) {
  if (!isObject(content)) return void 0;
  const { type, version, owner, boot, mark, task, pid, startTime, startedAt } = content;
  switch (type) {
    case "ledger":
      if (version !== 1 || !isText(owner) || !(boot === null || isText(boot))) return void 0;
      return { type, version, boot, owner };
    case "call":
      if (!isText(mark) || !(task === void 0 || typeof task === "string")) return void 0;
      return { type, mark, ...task === void 0 ? {} : { task } };
    case "runs":
      if (!isText(mark) || !isProgram(pid) || !(startTime === null || isText(startTime))) return void 0;
      return typeof startedAt === "number" ? { type, mark, pid, startTime, startedAt } : void 0;
    case "over":
      return isText(mark) ? { type, mark } : void 0;
    default:
      return void 0;
  }
}
function isObject(content) {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
function isText(content) {
  return typeof content === "string" && content !== "";
}
function isProgram(pid) {
  return typeof pid === "number" && Number.isInteger(pid) && pid > 1 && pid <= 2 ** 31 - 1 && pid !== process.pid;
}
function removeLedger(folder) {
  rmSync(ledgerPath(folder), { force: true });
}
function ledgerPath(folder) {
  return join(folder, ledgerName);
}
var ledgerName = "processes.ndjson";
var appending = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
function readLines(folder) {
  return readText(folder).split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
function readText(folder) {
  try {
    const descriptor = openForReading(openByPath(folder), ledgerName);
    return closing(descriptor, () => {
      if (!fstatSync(descriptor).isFile()) throw notAFile(folder);
      return readFileSync(descriptor, "utf8");
    });
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  }
}
function notAFile(folder) {
  return Object.assign(new Error(`EINVAL: not a file, open '${ledgerPath(folder)}'`), { code: "EINVAL" });
}

// src/node/processes/windows-tree.ts
import { spawn } from "node:child_process";
import { isAbsolute, join as join2 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
var WindowsTrees = class {
  #trees = /* @__PURE__ */ new Map();
  #systemRoot = "C:\\Windows";
  /** Says where Windows is. @param folder as the variable `SystemRoot` has it; undefined: as usual */
  useSystemRoot(folder) {
    if (folder !== void 0 && isAbsolute(folder)) this.#systemRoot = folder;
  }
  /** A process was started: what was known of an earlier one with its number counts no more. */
  begin(leader) {
    if (process.platform === "win32") this.#trees.set(leader, { startedAt: Date.now(), state: "runs" });
  }
  /** It has ended by itself, or is given up. */
  forget(leader) {
    this.#trees.delete(leader);
  }
  /** Is the end of this tree not over, or did it leave something? */
  isLeft(leader) {
    const state = this.#trees.get(leader)?.state;
    return state === "ending" || state === "left";
  }
  /** Ends a process and all that it has started, at once: Windows can't ask them to end. Once for each tree. */
  end(leader) {
    const tree = this.#trees.get(leader) ?? { startedAt: 0, state: "runs" };
    if (tree.state !== "runs") return;
    this.#trees.set(leader, tree);
    tree.state = "ending";
    void killTree(leader, tree.startedAt - clockSlackMs, join2(this.#systemRoot, "System32")).then((all) => {
      trace(() => `the processes of ${leader}: ${all ? "ended" : "some are left"}`);
      tree.state = all ? "ended" : "left";
    });
  }
};
var windowsTrees = new WindowsTrees();
var clockSlackMs = 2e3;
async function killTree(leader, since, system) {
  const asked = await answer(join2(system, "taskkill.exe"), ["/T", "/F", "/PID", String(leader)]);
  const known = /* @__PURE__ */ new Set([leader]);
  const until = Date.now() + treeEndMs;
  for (; ; ) {
    const table = await processTable(system);
    if (table === void 0) {
      kill(leader);
      return asked !== void 0;
    }
    const alive = treeOf(table, known, since);
    if (alive.length === 0) return true;
    if (Date.now() > until) return false;
    for (const pid of alive) {
      known.add(pid);
      kill(pid);
    }
    await sleep(processPollMs);
  }
}
function treeOf(table, known, since) {
  const children = /* @__PURE__ */ new Map();
  const young = table.filter(({ startedAt }) => startedAt === void 0 || startedAt >= since);
  for (const { pid, parent } of young) children.set(parent, [...children.get(parent) ?? [], pid]);
  const found = new Set(young.map(({ pid }) => pid).filter((pid) => known.has(pid)));
  const open = [...known];
  for (let at = open.pop(); at !== void 0; at = open.pop())
    for (const child of children.get(at) ?? [])
      if (!found.has(child) && child !== process.pid) {
        found.add(child);
        open.push(child);
      }
  return [...found];
}
function parseProcessTable(text) {
  return text.replaceAll("\0", "").split(/[\r\n]+/).flatMap((line) => {
    const [, started, parent, pid] = /^\s*(?:(\d{13,14}\S*)\s+)?(\d+)\s+(\d+)\s*$/.exec(line) ?? [];
    if (parent === void 0) return [];
    const startedAt = started === void 0 ? void 0 : timeOf(started);
    return [{ parent: Number(parent), pid: Number(pid), ...startedAt === void 0 ? {} : { startedAt } }];
  });
}
function timeOf(text) {
  if (/^\d{13}$/.test(text)) return Number(text);
  const [, year, month, day, hours, minutes, seconds, offset] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d+([+-]\d+)$/.exec(text) ?? [];
  if (offset === void 0) return void 0;
  const local = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(local) ? void 0 : local - Number(offset) * 6e4;
}
async function processTable(system) {
  for (const [program, ...args] of whoLists) {
    const table = parseProcessTable(await answer(join2(system, program), args) ?? "");
    if (table.length > 0) return table;
  }
  return void 0;
}
var whoLists = [
  ["wbem\\wmic.exe", "process", "get", "CreationDate,ParentProcessId,ProcessId"],
  ["wbem\\wmic.exe", "process", "get", "ParentProcessId,ProcessId"],
  [
    "WindowsPowerShell\\v1.0\\powershell.exe",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    'Get-CimInstance Win32_Process | Where-Object CreationDate | ForEach-Object { "$(([DateTimeOffset]$_.CreationDate).ToUnixTimeMilliseconds()) $($_.ParentProcessId) $($_.ProcessId)" }'
  ]
];
function answer(command, args) {
  return new Promise((done) => {
    try {
      const child = spawn(command, args, {
        stdio: ["ignore", "pipe", "ignore"],
        windowsHide: true,
        timeout: treeQuestionMs
      });
      const pieces = [];
      child.stdout.on("data", (piece) => pieces.push(piece));
      child.on("error", () => done(void 0));
      child.on("close", (code) => done(code === 0 ? Buffer.concat(pieces).toString("latin1") : void 0));
    } catch {
      done(void 0);
    }
  });
}
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
  }
}

// src/node/processes/process-groups.ts
var stuckMs = process.platform === "win32" ? treeEndMs : killedStuckMs;
var ProcessGroups = class {
  #leaders = /* @__PURE__ */ new Set();
  #ledger;
  /** Of the whole run; the other one goes before it, as long as a lock is held. */
  #planningLedger;
  #beginLedger;
  #hurried = false;
  #scan;
  /** How many are alive. */
  get size() {
    return this.#leaders.size;
  }
  /** True when what is stopped gets no time to clean up any more. */
  get hurried() {
    return this.#hurried;
  }
  /**
   * Writes down from now on what is started.
   * @param folder see `ProcessLedger`
   * @param owner names this run: the id of its lock
   * @throws system errors of the ledger
   */
  keepLedger(folder, owner) {
    this.dropLedger();
    this.#ledger = new ProcessLedger(folder, owner);
  }
  /**
   * Keeps a ledger as soon as a program is started, and writes nothing before. For runs as long as they hold no lock.
   * @param begin where it throws, programs are started without a ledger
   */
  keepLedgerOnceStarted(begin2) {
    this.dropLedgers();
    this.#beginLedger = begin2;
  }
  /** Ends the ledger of a lock. It stays on disk only for programs whose end is not known. */
  dropLedger() {
    const ledger = this.#ledger;
    this.#ledger = void 0;
    ledger?.close();
  }
  /** Ends that of the run as well. */
  dropLedgers() {
    const planning = this.#planningLedger;
    this.#planningLedger = void 0;
    this.#beginLedger = void 0;
    this.dropLedger();
    planning?.close();
  }
  /**
   * A program is about to be started.
   * @param task what it is started for
   * @throws system errors of the ledger: then it must not be started
   */
  begin(task) {
    const mark = randomUUID();
    if (this.#ledger === void 0) this.#beginLateLedger();
    const ledger = this.#ledger ?? this.#planningLedger;
    let leader;
    ledger?.call(mark, task);
    const forget = () => {
      if (leader === void 0) return;
      this.#leaders.delete(leader);
      windowsTrees.forget(leader);
    };
    return {
      mark,
      running: (pid) => {
        leader = pid;
        this.#leaders.add(pid);
        windowsTrees.begin(pid);
        attempt(() => ledger?.runs(mark, pid));
      },
      signalGroup: (signal) => {
        if (leader !== void 0) signalGroup(leader, signal);
      },
      remains: (since) => this.#remains(mark, leader, since),
      over: () => {
        forget();
        attempt(() => ledger?.over(mark));
      },
      abandon: forget
    };
  }
  #beginLateLedger() {
    const begin2 = this.#beginLedger;
    this.#beginLedger = void 0;
    if (begin2 === void 0) return;
    attempt(() => {
      this.#planningLedger = begin2();
    });
  }
  /** Kills what runs, and from now on whatever is stopped, at once. */
  hurry() {
    this.#hurried = true;
    this.killAll("SIGKILL");
  }
  /** Signals every process of every group. */
  killAll(signal) {
    for (const leader of this.#leaders) signalGroup(leader, signal);
  }
  /** Many programs may be stopped at the same time: they share their looks at the machine. */
  #remains(mark, leader, since) {
    if (this.#scan === void 0 || this.#scan.begunAt <= since) this.#scan = scanProcesses();
    const scan = this.#scan;
    if (!scan)
      return { group: leader !== void 0 && (signalGroup(leader, 0) || windowsTrees.isLeft(leader)), escaped: [] };
    const group = leader === void 0 ? [] : scan.inGroup(leader);
    const inGroup = new Set(group);
    return { group: group.length > 0, escaped: scan.withMark(mark).filter((pid) => !inGroup.has(pid)) };
  }
};
function signalGroup(leader, signal) {
  try {
    if (process.platform !== "win32") process.kill(-leader, signal);
    else if (signal === 0) process.kill(leader, 0);
    else windowsTrees.end(leader);
    return true;
  } catch {
    return false;
  }
}
function signalProcess(pid, signal) {
  attempt(() => process.kill(pid, signal));
}
function attempt(action) {
  try {
    action();
  } catch {
  }
}

// src/node/processes/run-process.ts
import { spawn as spawn2 } from "node:child_process";
function runProcess(request) {
  if (request.signal?.aborted) return Promise.resolve({ state: "aborted" });
  const took = stopwatch();
  return begin(request).then((end) => {
    trace(() => `${request.called}: ${endWords(end, request)} in ${took()}`);
    return end;
  });
}
function begin(request) {
  let child;
  try {
    child = start(request);
  } catch (error) {
    return Promise.resolve(notStarted(error));
  }
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => void 0);
  const { pid } = child;
  if (pid === void 0) return new Promise((done) => child.once("error", (error) => done(notStarted(error))));
  return new Promise((done) => new RunningProcess(child, pid, request, done));
}
function start({ command, args, cwd, env, input, onMessage }) {
  const child = spawn2(command, args, {
    cwd,
    env,
    stdio: [input === void 0 ? "ignore" : "pipe", "pipe", "pipe", ...onMessage ? ["ipc"] : []],
    detached: process.platform !== "win32",
    windowsHide: true
  });
  child.stdin?.end(input);
  return child;
}
var RunningProcess = class {
  #child;
  #pid;
  #request;
  #done;
  #deadline;
  #linger;
  #exit;
  #closed = false;
  #stopping;
  #settled = false;
  constructor(child, pid, request, done) {
    this.#child = child;
    this.#pid = pid;
    this.#request = request;
    this.#done = done;
    windowsTrees.begin(pid);
    request.onStart?.(pid);
    const { timeoutMs } = request;
    this.#deadline = timeoutMs === void 0 ? void 0 : setTimeout(() => this.#stop("timed-out"), timeoutMs);
    request.signal?.addEventListener("abort", this.#abort, { once: true });
    this.#listen();
  }
  get exited() {
    return this.#exit !== void 0;
  }
  get closed() {
    return this.#closed;
  }
  #listen() {
    const child = this.#child;
    for (const stream of ["stdout", "stderr"])
      child[stream]?.on("data", (chunk) => {
        if (!this.#settled) this.#request.onOutput(stream, chunk);
      });
    child.on("message", (message) => {
      if (this.#request.onMessage?.(message)) this.#kill();
    });
    child.on("error", () => void 0);
    child.once("exit", (exitCode, signal) => {
      this.#exit = { state: "exited", exitCode, signal };
      clearTimeout(this.#deadline);
      if (!this.#stoppedByOthers)
        this.#linger = setTimeout(() => this.#end(), this.#request.lingerMs ?? programLingerMs);
    });
    child.once("close", () => {
      this.#closed = true;
      if (!this.#stoppedByOthers) this.#end();
    });
  }
  #abort = () => this.#stop("aborted");
  #stop(why) {
    if (this.#stopping !== void 0 || this.#settled) return;
    this.#stopping = why;
    clearTimeout(this.#deadline);
    if (this.#request.stop === void 0) {
      this.#kill();
      return;
    }
    clearTimeout(this.#linger);
    this.#request.stop(this, () => this.#settle({ state: why }));
  }
  /** Whoever stops it says when it is over. */
  get #stoppedByOthers() {
    return this.#stopping !== void 0 && this.#request.stop !== void 0;
  }
  #kill() {
    signalGroup(this.#pid, "SIGKILL");
  }
  #end() {
    if (this.#stopping !== void 0) this.#settle({ state: this.#stopping });
    else if (this.#exit !== void 0) this.#settle(this.#exit);
  }
  #settle(end) {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    clearTimeout(this.#linger);
    if (this.#request.stop === void 0) windowsTrees.forget(this.#pid);
    this.#request.signal?.removeEventListener("abort", this.#abort);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!this.#request.mayLeaveOthers) stream?.destroy();
      else stream?.unref();
    }
    this.#done(end);
  }
};
function notStarted(error) {
  if (!(error instanceof Error)) return { state: "not-started", code: "unknown", message: String(error) };
  return { state: "not-started", code: "code" in error ? String(error.code) : "unknown", message: error.message };
}
function endWords(end, { timeoutMs }) {
  switch (end.state) {
    case "exited":
      return end.exitCode === null ? `killed by ${end.signal}` : `exit ${end.exitCode}`;
    case "timed-out":
      return `stopped after its time limit of ${timeoutMs} ms,`;
    case "aborted":
      return "stopped, as the run was cancelled,";
    case "not-started":
      return `not started (${end.code})`;
  }
}
async function askProgram({
  mostBytes,
  ...request
}) {
  const printed = { stdout: [], stderr: [] };
  const tooMuch = new AbortController();
  let bytes = 0;
  const end = await runProcess({
    ...request,
    signal: tooMuch.signal,
    onOutput: (stream, chunk) => {
      bytes += chunk.length;
      if (bytes > mostBytes) tooMuch.abort();
      else printed[stream].push(chunk);
    }
  });
  const code = end.state === "exited" ? String(end.exitCode ?? "") : end.state === "not-started" ? end.code : "";
  const text = (stream) => Buffer.concat(printed[stream]).toString("utf8");
  return { ok: code === "0", code, stdout: text("stdout"), stderr: text("stderr") };
}

export {
  ProcessLedger,
  readLedger,
  removeLedger,
  ledgerPath,
  windowsTrees,
  stuckMs,
  ProcessGroups,
  signalGroup,
  signalProcess,
  runProcess,
  askProgram
};
