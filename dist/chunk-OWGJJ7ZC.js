import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  manifestFiles,
  readManifest
} from "./chunk-UJVBIXX2.js";
import {
  stateInside,
  stateToRead,
  workspaceRoot
} from "./chunk-SYK35MFE.js";
import {
  openWorkspace
} from "./chunk-GVRYNTHU.js";
import {
  defaultProject
} from "./chunk-QK6MTLUX.js";
import {
  loadBuiltIn
} from "./chunk-Q25WG5M4.js";
import {
  ownPaths
} from "./chunk-2LULCZ5L.js";
import {
  whyGitFailed
} from "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import {
  specRules
} from "./chunk-JOSI6L7F.js";
import {
  LineBuffer
} from "./chunk-RXZCXUB4.js";
import {
  taskError
} from "./chunk-KEXNV5DD.js";
import {
  isInstance,
  readThrown
} from "./chunk-MAM7B6KD.js";
import {
  askGit,
  gitAnswer,
  moduleFiles
} from "./chunk-GQFY5NGX.js";
import {
  member,
  readGithubContext
} from "./chunk-3X5OX6NC.js";
import {
  askProgram,
  runProcess,
  signalProcess,
  stuckMs
} from "./chunk-CDGJNW5Y.js";
import {
  noProxy,
  usableProxy
} from "./chunk-GHE6YAKB.js";
import {
  childEnvironment
} from "./chunk-F5MAH5B3.js";
import {
  closing,
  openByPath,
  openForReading,
  readAll
} from "./chunk-H7CNPS2Q.js";
import {
  makePrivateFolder,
  removeTree
} from "./chunk-NTF4PRMK.js";
import {
  markVariable
} from "./chunk-6SHK6BE2.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  scriptFolders
} from "./chunk-6KA4WOHT.js";
import {
  trace
} from "./chunk-IOTVDPD4.js";
import {
  nodeFileSystem
} from "./chunk-PQ6DQE26.js";
import {
  err,
  explained,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  mebibyte,
  programLineLength
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  moduleCheckMs,
  pipeLingerMs,
  processPollMs,
  programLingerMs,
  scriptReadMs,
  stopGraceMs
} from "./chunk-IE326VUJ.js";
import {
  builtInCommands,
  commandNamed
} from "./chunk-DPEJMFBY.js";

// src/node/http/run-http.ts
function runHttp(options) {
  let loading;
  const client = () => {
    loading ??= import("./http-client-37N7ZV5Q.js").then(({ HttpClient }) => {
      const made = new HttpClient(options);
      return (call) => made.bind(call);
    });
    return loading;
  };
  return (call) => ({
    request: async (request) => (await client())(call).request(request),
    fetch: async (request, take) => (await client())(call).fetch(request, take),
    reach: async (host, port, withinMs) => (await client())(call).reach(host, port, withinMs),
    shared: async (key, load2, fresh) => (await client())(call).shared(key, load2, fresh),
    drop: (key) => void loading?.then((bind) => bind(call).drop(key)),
    hide: (secret) => call.hide(secret),
    pause: (ms) => options.clock.sleep(ms, call.signal),
    now: () => options.clock.now()
  });
}

// src/node/processes/kind-process.ts
import { spawn } from "node:child_process";
import { basename } from "node:path";
import { StringDecoder as StringDecoder2 } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";

// src/node/processes/captured-text.ts
import { StringDecoder } from "node:string_decoder";
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
    const cut = this.#bytes > this.#keptBytes;
    const whole = Buffer.concat(this.#kept);
    const text = cut ? new StringDecoder("utf8").write(whole) : whole.toString("utf8");
    return { text, bytes: this.#bytes, cut };
  }
};
var OutputTails = class {
  #both;
  #stderr;
  #lines;
  /** @param cap most characters of each */
  constructor(cap, redaction) {
    const both = new TextTail(cap);
    const stderr = new TextTail(cap);
    const give = (...tails) => new LineBuffer((text) => {
      const shown = redaction.text(text);
      for (const tail of tails) tail.push(shown);
    }, redaction);
    this.#both = both;
    this.#stderr = stderr;
    this.#lines = { stdout: give(both), stderr: give(both, stderr) };
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
    const cut = this.#cut || this.#text.length > this.#cap;
    const end = this.#text.slice(-this.#cap);
    if (!cut) return end;
    const lineEnd = end.search(/[\r\n]/);
    return lineEnd === -1 ? "" : end.slice(lineEnd + 1);
  }
};

// src/node/processes/kind-process.ts
var tailCharacters = 4 * 1024;
async function startKindProcess(request, options) {
  checkRequest(request);
  const call = options.groups.begin(options.owner);
  let child;
  try {
    child = spawn(request.command, request.args ?? [], {
      cwd: request.cwd ?? options.cwd,
      env: { ...options.env, ...request.env, [markVariable]: call.mark },
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true
    });
    await started(child);
  } catch (error) {
    call.over();
    throw error;
  }
  return new RunningKindProcess(child, call, request, options);
}
function checkRequest(request) {
  const given = typeof request === "object" && request !== null ? request : {};
  const { command, args = [], onLine } = given;
  const isText = (value) => typeof value === "string";
  const wrong = (what) => new TaskFailure(`\`start\` was given ${what}`, {
    hint: "It takes {command, args, cwd, env, onLine}; all but `command` and `onLine` may be left out."
  });
  if (!isText(command) || command === "") throw wrong("no text as `command`");
  if (!Array.isArray(args) || !args.every(isText)) throw wrong("something else than a list of texts as `args`");
  if (typeof onLine !== "function") throw wrong("no function as `onLine`");
}
function started(child) {
  if (child.pid !== void 0) return Promise.resolve();
  return new Promise((_, reject) => child.once("error", reject));
}
var RunningKindProcess = class {
  pid;
  ended;
  #child;
  #call;
  #options;
  #request;
  #exited = false;
  #broken = false;
  #stopped;
  constructor(child, call, request, options) {
    this.#child = child;
    this.#call = call;
    this.#options = options;
    this.#request = request;
    this.pid = child.pid;
    call.running(this.pid);
    const called = `kind ${options.owner}: ${basename(request.command)}`;
    trace(() => `${called}: started as process ${this.pid}`);
    const tails = new OutputTails(tailCharacters, options.redaction);
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => void 0);
    child.on("error", () => void 0);
    this.#readLines(child.stdout);
    const errors = new StringDecoder2("utf8");
    child.stderr?.on("data", (chunk) => tails.push("stderr", errors.write(chunk)));
    this.ended = new Promise((done) => {
      child.once("exit", (exitCode, signal) => {
        this.#exited = true;
        trace(() => `${called}: ${exitCode === null ? `killed by ${signal}` : `exit ${exitCode}`}`);
        const end = () => done({ exitCode, signal, stderr: tails.end().stderrTail });
        const linger = setTimeout(end, programLingerMs);
        child.once("close", () => {
          clearTimeout(linger);
          end();
        });
      });
    });
  }
  /** Line breaks alone end a line: JSON may hold all other signs that some readers take for one. */
  #readLines(stream) {
    const decoder = new StringDecoder2("utf8");
    let rest = [];
    let length = 0;
    stream?.on("data", (chunk) => {
      if (this.#broken) return;
      const parts = decoder.write(chunk).split("\n");
      for (const [index, part] of parts.entries()) {
        if (index > 0) {
          this.#take(rest.join(""));
          rest = [];
          length = 0;
        }
        if (this.#broken) return;
        rest.push(part);
        length += part.length;
        if (length <= programLineLength) continue;
        rest = [];
        this.#break(
          new TaskFailure(`its program printed a line of more than ${grouped(programLineLength)} characters`, {
            hint: "Have it print a line break after each answer, and long answers in parts."
          })
        );
      }
    });
  }
  #take(line) {
    try {
      const answer = this.#request.onLine(line);
      if (answer instanceof Promise) answer.catch((error) => this.#threw(error));
    } catch (error) {
      this.#threw(error);
    }
  }
  #threw(thrown) {
    const { message, hint, detail } = taskError(thrown);
    this.#break(
      new TaskFailure(`\`onLine\` threw: ${message}`, {
        ...hint === void 0 ? {} : { hint },
        ...detail === void 0 ? {} : { detail }
      })
    );
  }
  #break(failure) {
    if (this.#broken) return;
    this.#broken = true;
    this.#options.broken(failure);
    void this.stop();
  }
  write(text) {
    if (this.#child.stdin?.writable) this.#child.stdin.write(text);
  }
  stop() {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }
  async #stop() {
    const { groups, graceMs = stopGraceMs } = this.#options;
    this.#call.signalGroup("SIGTERM");
    let killAt = Date.now() + graceMs;
    let lookedAt = Date.now();
    for (let quiet = 0; quiet < 2; ) {
      await sleep(processPollMs);
      const now = Date.now();
      if (groups.hurried) killAt = Math.min(killAt, now - 1);
      const { group, escaped } = this.#call.remains(lookedAt);
      lookedAt = Date.now();
      quiet = this.#exited && !group && escaped.length === 0 ? quiet + 1 : 0;
      if (now > killAt + stuckMs) {
        this.#call.abandon();
        return;
      }
      if (now <= killAt) continue;
      this.#call.signalGroup("SIGKILL");
      for (const pid of escaped) signalProcess(pid, "SIGKILL");
    }
    this.#call.over();
  }
};

// src/node/processes/script-runner.ts
import { closeSync, openSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/node/processes/child-process.ts
import { basename as basename2 } from "node:path";
var tailCharacters2 = 16 * 1024;
async function runChild(request) {
  const output = new ChildOutput(request);
  if (request.signal.aborted) return output.result({ state: "aborted" });
  let call;
  try {
    call = request.groups.begin(request.task);
  } catch (error) {
    return output.result({ state: "not-started", code: errorCode(error) });
  }
  const called = `${request.task === void 0 ? "" : `task "${request.task}": `}${basename2(request.command)}`;
  let after = { stuck: false, left: false };
  const end = await runProcess({
    called,
    command: request.command,
    args: request.args,
    cwd: request.cwd,
    env: { ...request.env, [markVariable]: call.mark },
    signal: request.signal,
    ...request.timeoutMs === void 0 ? {} : { timeoutMs: request.timeoutMs },
    lingerMs: request.lingerMs ?? pipeLingerMs,
    mayLeaveOthers: true,
    onStart: (pid) => {
      trace(() => `${called}: started as process ${pid}`);
      call.running(pid);
    },
    onOutput: (stream, chunk) => output.take(stream, chunk),
    stop: (running, over) => stopGently(running, call, request, (what) => {
      after = what;
      over();
    })
  });
  if (after.stuck) call.abandon();
  else call.over();
  return output.result(withoutMessage(end, after.left));
}
var ChildOutput = class {
  #request;
  #streams;
  #tails;
  constructor(request) {
    const { captureBytes, redaction } = request;
    this.#request = request;
    this.#streams = { stdout: new TextCapture(captureBytes), stderr: new TextCapture(captureBytes) };
    this.#tails = new OutputTails(tailCharacters2, redaction);
  }
  take(stream, chunk) {
    this.#report(stream, this.#streams[stream].push(chunk));
  }
  result(end) {
    const { stdout, stderr } = this.#streams;
    this.#report("stdout", stdout.end());
    this.#report("stderr", stderr.end());
    return { end, stdout: stdout.captured, stderr: stderr.captured, ...this.#tails.end() };
  }
  #report(stream, text) {
    if (text === "") return;
    this.#tails.push(stream, text);
    this.#request.onOutput(stream, text);
  }
};
function stopGently(running, call, { groups, graceMs = stopGraceMs }, over) {
  call.signalGroup("SIGTERM");
  let killAt = Date.now() + graceMs;
  let lookedAt = Date.now();
  let quiet = 0;
  const told = /* @__PURE__ */ new Set();
  const look = () => {
    const now = Date.now();
    if (groups.hurried) killAt = Math.min(killAt, now - 1);
    const { group, escaped } = call.remains(lookedAt);
    lookedAt = Date.now();
    quiet = running.exited && !group && escaped.length === 0 ? quiet + 1 : 0;
    const gone = quiet > 1 && (running.closed || now > killAt);
    if (gone || now > killAt + stuckMs) {
      over({ stuck: !gone, left: !gone || !running.closed });
      return;
    }
    if (now > killAt) call.signalGroup("SIGKILL");
    for (const pid of escaped) {
      if (now > killAt) signalProcess(pid, "SIGKILL");
      else if (!told.has(pid)) signalProcess(pid, "SIGTERM");
      told.add(pid);
    }
    setTimeout(look, processPollMs);
  };
  setTimeout(look, 1);
}
function withoutMessage(end, left) {
  if (end.state === "not-started") return { state: end.state, code: end.code };
  return left && end.state !== "exited" ? { ...end, left } : end;
}
function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

// src/node/processes/windows-shells.ts
import { existsSync } from "node:fs";
import { win32 } from "node:path";
function findBash(environment, exists = existsSync) {
  const folders = pathFolders(environment);
  const besideGit = folders.filter((folder) => exists(win32.join(folder, "git.exe"))).flatMap((folder) => ["..", "..\\.."].map((up) => win32.join(folder, up, "bin")));
  const own = /\\(?:system32|sysnative|windowsapps)\\?$/i;
  const placed = ["ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"].map((name) => variable(environment, name));
  const local = variable(environment, "LocalAppData");
  const installed = [...placed, local && win32.join(local, "Programs")].flatMap(
    (folder) => folder ? [win32.join(folder, "Git\\bin")] : []
  );
  return first([...besideGit, ...folders.filter((folder) => !own.test(folder)), ...installed], "bash.exe", exists);
}
function findPwsh(environment, exists = existsSync) {
  const installed = variable(environment, "ProgramFiles");
  const places = installed ? [win32.join(installed, "PowerShell\\7")] : [];
  return first([...pathFolders(environment), ...places], "pwsh.exe", exists);
}
function first(folders, program, exists) {
  return folders.map((folder) => win32.join(folder, program)).find(exists);
}
function pathFolders(environment) {
  const path = variable(environment, "Path") ?? "";
  return path.split(";").flatMap((folder) => {
    const plain = folder.trim().replace(/^"(.*)"$/, "$1");
    return win32.isAbsolute(plain) ? [plain] : [];
  });
}
function variable(environment, name) {
  const key = Object.keys(environment).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === void 0 ? void 0 : environment[key] || void 0;
}
function windowsShell(wanted, otherwise, environment, exists) {
  const [program = "", ...args] = wanted.shell;
  if (!/^bash(?:\.exe)?$/i.test(program)) return wanted;
  const bash = findBash(environment, exists);
  if (bash !== void 0) return { ...wanted, shell: [bash, ...args] };
  if (otherwise === void 0) return "ENOENT";
  const pwsh = findPwsh(environment, exists);
  return pwsh === void 0 ? "ENOSHELL" : { ...otherwise, shell: [pwsh, ...otherwise.shell.slice(1)] };
}
function windowsScript(script, extension) {
  return extension === ".cmd" ? script.replace(/\r?\n/g, "\r\n") : script;
}
function windowsPath(path, [program = ""]) {
  return /(?:^|[\\/])(?:ba|da|z)?sh(?:\.exe)?$/i.test(program) ? path.replaceAll("\\", "/") : path;
}

// src/node/processes/script-runner.ts
function scriptRunner(options) {
  return async (request) => {
    const folder = makePrivateFolder(options.folders ?? [tmpdir()], "script");
    let watching;
    try {
      const chosen = shellOf(request);
      if (typeof chosen === "string") return unstarted(chosen);
      const { shell, extension } = chosen;
      const scriptFile = join(folder, `script${extension}`);
      const outputFile = join(folder, "output");
      writeFileSync(scriptFile, onWindows ? windowsScript(request.script, extension) : request.script, { mode: 384 });
      closeSync(openSync(outputFile, "wx", 384));
      const given = Object.entries(request.files ?? {}).map(([variable2, text], index) => {
        const path = join(folder, `given-${index}.json`);
        writeFileSync(path, text, { mode: 384 });
        return [variable2, path];
      });
      const named = shell.some((part) => part.includes("{0}"));
      const shownFile = onWindows ? windowsPath(scriptFile, shell) : scriptFile;
      const [command = "", ...args] = [...shell, ...named ? [] : ["{0}"]].map(
        (part) => part.replaceAll("{0}", () => shownFile)
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
var onWindows = process.platform === "win32";
function shellOf({ shell, extension, otherwise, env }) {
  return onWindows ? windowsShell({ shell, extension }, otherwise, env) : { shell, extension };
}
function unstarted(code) {
  const nothing = { text: "", bytes: 0, cut: false };
  const end = { state: "not-started", code };
  return { end, stdout: nothing, stderr: nothing, tail: "", stderrTail: "", outputFile: void 0 };
}
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
      timer ??= setTimeout(read, scriptReadMs);
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

// src/app/authorize/import-module.ts
import { readFileSync, realpathSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { pathToFileURL } from "node:url";

// src/node/modules/import-problem.ts
import { sep } from "node:path";
var mostFiles = 50;
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
  const untaken = /^Unknown file extension "\.[cm]?ts" for (.*)$/.exec(message)?.[1];
  if (code === "ERR_UNKNOWN_FILE_EXTENSION" && untaken !== void 0) {
    const { from: from2 } = files();
    return new Error(
      `${withoutFolder(untaken, from2)} is TypeScript, which this Node (${process.versions.node}) does not take. Run opus with Node 22.18, 24 or newer, as the action does, or write it in JavaScript`
    );
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
  const found = /^(?:file:\/\/)?(\/[^\n]*|[A-Za-z]:[^\n]*):(\d+)\r?\n(?:[^\n]*\n){0,3}?([^\n]*\n *\^+)/m.exec(text);
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
  for (const path of paths.filter((one) => /\.(?:[cm]?js|[cm]ts)$/.test(one)).slice(0, mostFiles)) {
    const place = placeIn(await checked(path));
    if (place) return place;
  }
  return void 0;
}
async function checked(path) {
  const { stderr } = await askProgram({
    called: `node --check ${path}`,
    command: process.execPath,
    args: ["--check", path],
    env: {},
    timeoutMs: moduleCheckMs,
    mostBytes: 1024 * 1024
  });
  return stderr;
}
function withoutFolder(text, from) {
  return text.replaceAll(from + sep, "");
}

// src/app/authorize/import-module.ts
var moduleBytes = 16 * 1024 * 1024;
async function importModule(path, workspace, workingDirectory) {
  const inside = workspace.read(path, moduleBytes);
  if (!inside.ok) throw new Error(inside.error.message);
  const url = pathToFileURL(resolvePath(workingDirectory, path)).href;
  const files = () => moduleFiles(path, workspace, workingDirectory).paths.map((one) => resolvePath(workspace.root, one));
  try {
    const { importFile } = await import("./import-file-A32TWV2N.js");
    return await importFile(url, () => files().some(mentionsSdk));
  } catch (error) {
    throw await importProblem(error, () => ({ paths: files(), from: realpathSync.native(workingDirectory) }));
  }
}
function mentionsSdk(path) {
  return readFileSync(path, "utf8").includes("magnum-opus/sdk");
}

// src/app/authorize/capabilities.ts
function openCapabilities(loaded, host, groups, { encryptionKey, planSigningKey }) {
  const { trust, workspace, workingDirectory, stateNamed, manifest } = loaded;
  if (!trust.trusted) return noPowers(workspace, host, `it runs nothing and looks at nothing live: ${trust.why}`);
  return {
    environment: host.environment,
    files: workspace,
    stateFiles: stateNamed ? nodeFileSystem : stateInside(workspace.root),
    runScript: scriptRunner({ groups, redaction: host.redactor, folders: scriptFolders(host) }),
    startProcess: (request, owner, broken) => startKindProcess(request, {
      groups,
      redaction: host.redactor,
      env: childEnvironment(host.environment, {}),
      cwd: workingDirectory,
      owner,
      broken
    }),
    http: runHttp({
      allow: manifest.project?.http?.allow ?? [],
      clock: systemClock,
      proxyFor: (url) => usableProxy(url, host.environment),
      noProxy: noProxy(host.environment)
    }),
    limit: (processor) => processor,
    mayRequest: true,
    encryptionKey,
    planSigningKey,
    importModule: (path) => importModule(path, workspace, workingDirectory)
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
    startProcess: refuse,
    // Without `validate`, `plan` and `open`: they ask programs and servers.
    limit: ({ undo, validate: _validate, plan: _plan, open: _open, ...processor }) => ({
      ...processor,
      observe: async () => observation,
      create: refuse,
      update: refuse,
      delete: refuse,
      ...undo ? { undo: { ...undo, ...undo.rollback ? { rollback: refuse } : {} } } : {}
    }),
    http: void 0,
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
    work: async () => err(problem),
    chmod: () => err(problem),
    remove: () => err(problem),
    folder: () => err(problem)
  };
}

// src/app/load/load-project.ts
import { existsSync as existsSync2, readFileSync as readFileSync2 } from "node:fs";
import { resolve as resolvePath2 } from "node:path";

// src/event/trust.ts
var trustedEvents = /* @__PURE__ */ new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "release",
  "create",
  "delete",
  "merge_group",
  "deployment",
  "registry_package"
]);
var pullRequestEvents = /* @__PURE__ */ new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);
var dependabot = "dependabot[bot]";
async function decideTrust(environment, github, workspace) {
  const name = environment.GITHUB_EVENT_NAME;
  if (!name) {
    return environment.GITHUB_ACTIONS === "true" ? untrusted("the event has no name") : { trusted: true, why: "run in a terminal" };
  }
  const { event } = github;
  if (!event) return untrusted(github.eventProblem ?? "the event's payload is missing");
  const people = [
    environment.GITHUB_ACTOR,
    member(event, "sender", "login"),
    member(event, "pull_request", "user", "login")
  ];
  if (people.includes(dependabot)) return untrusted("it was caused by Dependabot");
  if (pullRequestEvents.has(name)) return pullRequestTrust(event);
  if (trustedEvents.has(name)) return { trusted: true, why: `the event is ${name}` };
  if (name === "workflow_run") {
    const foreign = workflowRunTrust(event);
    if (foreign) return foreign;
  }
  return workspaceTrust(name, environment, event, await workspace());
}
function untrusted(why) {
  return { trusted: false, why };
}
function pullRequestTrust(event) {
  const head = member(event, "pull_request", "head", "repo", "id");
  const base = member(event, "pull_request", "base", "repo", "id") ?? member(event, "repository", "id");
  if (head === void 0 || head === null || base === void 0)
    return untrusted("the repository of the pull request's head is not known");
  if (head !== base)
    return untrusted(
      `the pull request comes from the fork ${String(member(event, "pull_request", "head", "repo", "full_name") ?? head)}`
    );
  return { trusted: true, why: "the pull request comes from this repository" };
}
function workflowRunTrust(event) {
  const branch = member(event, "workflow_run", "head_branch");
  const standard = member(event, "repository", "default_branch");
  const head = member(event, "workflow_run", "head_repository", "id");
  const own = member(event, "repository", "id");
  if (own === void 0 || head !== own) return untrusted("the workflow run was caused by another repository");
  if (standard === void 0 || branch !== standard)
    return untrusted(`the workflow run is of the branch ${String(branch)}, not of the default branch`);
  return void 0;
}
function workspaceTrust(name, environment, event, workspace) {
  const standard = member(event, "repository", "default_branch");
  if (typeof standard !== "string" || environment.GITHUB_REF !== `refs/heads/${standard}`) {
    return untrusted(`under ${name} the run is not on the default branch`);
  }
  if ("untold" in workspace)
    return untrusted(`under ${name} it can't be told which commit is checked out: ${workspace.untold}`);
  if (workspace.sha !== environment.GITHUB_SHA)
    return untrusted(`under ${name} another commit than the default branch's is checked out`);
  if (!workspace.clean)
    return untrusted(`under ${name} the workspace holds files that the default branch's commit does not`);
  return { trusted: true, why: `under ${name} exactly the default branch's commit is checked out` };
}

// src/node/git/workspace-commit.ts
import { lstatSync, readdirSync } from "node:fs";
import { join as join2, resolve } from "node:path";
async function workspaceCommit(root) {
  const sha = await gitAnswer(root, ["rev-parse", "--verify", "HEAD"]);
  if (!sha.ok) return { untold: whyGitFailed(sha, root) };
  const clean = await isClean(root);
  return typeof clean === "boolean" ? { sha: sha.stdout.trim(), clean } : clean;
}
async function isClean(folder) {
  const top = await gitAnswer(folder, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return { untold: whyGitFailed(top, folder) };
  const files = resolve(top.stdout.replace(/\r?\n$/, ""));
  if (files !== folder) return { untold: `${folder} is no checkout of its own: its files are those of ${files}` };
  const unfiltered = await withoutFilters(folder);
  if (!unfiltered) return { untold: "git's settings name a filter that can't be switched off" };
  const tracked = await gitAnswer(folder, ["ls-files", "-v", "--stage", "-z"]);
  if (!tracked.ok) return { untold: whyGitFailed(tracked, folder) };
  const options = ["--porcelain", "--ignored", "--untracked-files=all", "--ignore-submodules=dirty"];
  const status = await gitAnswer(folder, [...unfiltered, "status", ...options]);
  if (!status.ok) return { untold: whyGitFailed(status, folder) };
  if (status.stdout !== "") return false;
  for (const entry of tracked.stdout.split("\0").filter(Boolean)) {
    const [, flag = "", mode, path = ""] = /^(.) (\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
    const at = join2(folder, path);
    if (mode === "160000") {
      const clean = isEmpty(at) || await isClean(at);
      if (clean !== true) return clean;
    }
    if (flag !== flag.toUpperCase() || flag === "S" && isThere(at)) return false;
  }
  return true;
}
async function withoutFilters(folder) {
  const names = await askGit(folder, ["config", "--list", "--name-only", "--null"]);
  const filters = names?.split("\0").flatMap((name) => /^(filter\..*)\.[^.]*$/s.exec(name)?.[1] ?? []);
  if (!filters || filters.some((filter) => filter.includes("="))) return void 0;
  return [...new Set(filters)].flatMap(
    (filter) => ["clean=", "process=", "required=false"].flatMap((setting) => ["-c", `${filter}.${setting}`])
  );
}
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
function isEmpty(folder) {
  return !isThere(folder) || readdirSync(folder).length === 0;
}

// src/node/young-space.ts
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
var known = /^(?:11\.3|12\.4|13\.6)\./;
var enough = 8 * mebibyte;
function thisNode(environment) {
  const flags = [...process.execArgv, environment.NODE_OPTIONS ?? ""].join(" ");
  return { version: process.versions.v8, flags };
}
var mostFills = 8;
function keepYoungSpace({ version, flags }) {
  if (!known.test(version) || /semi[-_]space/.test(flags)) return false;
  for (let fills = 0; fills < mostFills && youngSpace() < enough; fills++) fillYoungSpace();
  setFlagsFromString("--semi-space-growth-factor=1");
  return true;
}
function youngSpace() {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
function fillYoungSpace() {
  Array.from({ length: 4e4 }, (_, number) => ({ number }));
}

// src/app/load/go-by-project.ts
function goByProject(manifest, settings, commands) {
  const whole = { manifest, projectAlone: false };
  if (settings.context === void 0 && !settings.recorded) return whole;
  const alone = manifest.projectAlone();
  const row = rowOf(settings, alone.project?.commands ?? {}, commands);
  const lists = settings.recorded && row?.stage === "contexts";
  if (!row?.projectAlone && !lists) return whole;
  const { project, doubts } = alone;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return { manifest, projectAlone: true };
  const kept = settings.project === void 0 ? doubts ?? [] : [];
  const places = new Set(kept.map(textOf));
  const others = manifest.diagnostics.filter((one) => !places.has(textOf(one))).map(asWarning);
  const diagnostics = [...unknownProject(alone, settings), ...kept, ...others];
  return { manifest: { ...manifest, project, diagnostics }, projectAlone: true };
}
function rowOf({ command, planCommand }, names, commands) {
  const called = commandNamed(command, commands)?.stage === "preview" ? planCommand ?? "apply" : command;
  return commandNamed(Object.hasOwn(names, called) ? names[called] ?? called : called, commands);
}
function unknownProject({ name, doubts }, { project, surface }) {
  if (doubts === void 0) return [];
  if (project === void 0) {
    const place = name?.place ?? doubts.find(({ location }) => location)?.location;
    return [
      {
        severity: "error",
        code: "unknown-project",
        message: `${name ? "what the Project says can't be relied on" : "no Project can be read"}, so it is not known whose state is meant, and where it is`,
        ...place ? { location: place } : {},
        suggestion: `Mend the manifest. Or name the state with ${surface.setting("project")}, and its place, where the Project names one, with ${surface.setting("state-backend")}, ${surface.setting("state-branch")} or ${surface.setting("state-path")}: then nothing of the Project counts.`
      }
    ];
  }
  return name === void 0 || name.text === project ? [] : [otherProject(name.text, project, name.place, surface)];
}
function otherProject(name, given, location, surface) {
  return {
    severity: "error",
    code: "invalid-input",
    message: `${surface.setting("project")} names "${given}", and the Project of the manifest is called "${name}"`,
    ...location ? { location } : {},
    suggestion: `Leave ${surface.setting("project")} out: it is for where no manifest names the project. For another project, run with the manifest of that one.`
  };
}
function asWarning(diagnostic) {
  return diagnostic.severity === "error" ? { ...diagnostic, severity: "warning" } : diagnostic;
}
function textOf({ code, message, location }) {
  return [code, message, location?.file, location?.line, location?.column].join("\n");
}

// src/app/load/input-problem.ts
function inputProblem(message, suggestion) {
  return explained("invalid-input", message, { suggestion });
}

// src/app/load/load-project.ts
async function load(settings, host, commands = builtInCommands) {
  const workingDirectory = resolvePath2(host.directory, settings.workingDirectory);
  if (!existsSync2(workingDirectory)) {
    return err(
      inputProblem(
        `the working directory ${settings.workingDirectory} does not exist`,
        `Check ${settings.surface.setting("working-directory")}${settings.surface.terminal ? "." : ", and that the repository is checked out."}`
      )
    );
  }
  const opened = openWorkspace(workspaceRoot(host, workingDirectory), workingDirectory);
  if (!opened.ok) return err(inputProblem(opened.error));
  const github = readGithubContext(host.environment, readText);
  const trust = await decideTrust(host.environment, github, () => workspaceCommit(opened.value.root));
  trace(() => eventWords(host.environment));
  trace(() => `trust: ${trust.trusted ? "yes" : "no"}, as ${trust.why}`);
  const files = manifestFiles(opened.value, {
    workingDirectory,
    surface: settings.surface,
    onLarge: () => keepYoungSpace(thisNode(host.environment))
  });
  const read = readManifest(settings.manifest, files);
  await loadBuiltIn(read.kinds);
  const { manifest, projectAlone } = goByProject(read.check(specRules(), commands), settings, commands);
  const workspace = openWorkspace(opened.value.root, workingDirectory, {
    refuse: ownPaths(settings, manifest.project, host, workingDirectory)
  });
  if (!workspace.ok) return err(inputProblem(workspace.error));
  const stateNamed = settings.state.path !== void 0;
  const said = manifest.project?.name ?? settings.project;
  const repository = host.environment.GITHUB_REPOSITORY || void 0;
  const unnamed = { root: opened.value.root, workingDirectory, manifest: settings.manifest, repository };
  const { name: project, former: formerDefaults } = said === void 0 ? await defaultProject(unnamed) : { name: said, former: [] };
  return ok({
    workspace: workspace.value,
    workingDirectory,
    github,
    trust,
    manifest,
    project,
    formerDefaults,
    stateNamed,
    projectAlone
  });
}
function eventWords({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha }) {
  return event ? `event: ${event} of ${ref || "no ref"} at ${sha || "no commit"}` : "event: none";
}
function readText(path) {
  try {
    return ok(readFileSync2(path, "utf8"));
  } catch (error) {
    return err(`${path} could not be read: ${error.message}`);
  }
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
    ({ name, env, contexts }) => [.../* @__PURE__ */ new Set([env, ...Object.values(contexts)])].flatMap((variable2) => {
      const value = environment[variable2];
      return value ? [{ name, variable: variable2, value }] : [];
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

export {
  otherProject,
  openCapabilities,
  decideTrust,
  workspaceCommit,
  inputProblem,
  load,
  readText,
  openNames,
  declaredSecrets,
  secretWarnings
};
