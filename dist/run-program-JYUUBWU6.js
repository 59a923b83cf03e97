import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  ModuleCalls,
  ProcessEnded,
  strayWords
} from "./chunk-NEAFNL4U.js";
import {
  harmlessText
} from "./chunk-TPD4WCRM.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import {
  LineBuffer
} from "./chunk-RXZCXUB4.js";
import {
  createRedactor
} from "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import {
  isInstance
} from "./chunk-MAM7B6KD.js";
import {
  oneLine,
  printableText
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-VFHQJX4Z.js";
import {
  listen,
  trace
} from "./chunk-IOTVDPD4.js";
import "./chunk-P4WMOHAY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import {
  leftRunningMs,
  strayErrorMs
} from "./chunk-IE326VUJ.js";
import {
  metadata
} from "./chunk-3CUOGUAX.js";
import {
  plainArguments
} from "./chunk-7JAIB773.js";
import {
  renderHelp,
  terminalFlags
} from "./chunk-XUZ6IPK2.js";
import {
  commandNamed
} from "./chunk-DPEJMFBY.js";
import {
  addFlags,
  addInputs,
  flagName,
  givenInputs,
  optionOf
} from "./chunk-5HGUDYUH.js";
import "./chunk-QHW5LFAW.js";

// src/cli/asked-for.ts
function askedFor(options) {
  const on = (name) => options[name] === true;
  return {
    checksums: on("checksums"),
    json: on("json"),
    verbose: on("verbose"),
    quiet: on("quiet"),
    yes: on("yes"),
    detailedExitcode: on("detailedExitcode"),
    debug: on("debug"),
    color: typeof options.color === "boolean" ? options.color : void 0
  };
}
function misfit(command, { quiet, verbose, yes, detailedExitcode }) {
  if (quiet && verbose) return "--quiet and --verbose are opposites: leave one out";
  if (detailedExitcode && command !== "plan" && command !== "drift")
    return `--detailed-exitcode is for plan and drift, not for ${command}`;
  return yes && command !== "delete" ? `--yes is for delete: ${command} asks nothing` : void 0;
}

// src/cli/values.ts
var pair = /^([A-Za-z_][A-Za-z0-9._-]*)=([\s\S]*)$/;
var typed = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|true|false|null|\[[^\n]*\]|\{[^\n]*\}|"[^"\n\\]*"|'[^'\n]*')$/;
function valuesText(given) {
  const pairs = /* @__PURE__ */ new Map();
  const blocks = [];
  for (const text of given) {
    const [, name, value] = pair.exec(text) ?? [];
    if (name === void 0 || value === void 0) blocks.push(text);
    else pairs.set(name, typed.test(value) ? value : JSON.stringify(value));
  }
  if (blocks.some((block) => block.trimStart().startsWith("{")) && blocks.length + pairs.size > 1) {
    return err("--values {\u2026} can't be combined with further --values; write name=value for each");
  }
  const lines = [...pairs].map(([name, value]) => `${name}: ${value}`);
  return ok([...blocks.map((block) => block.trimEnd()), ...lines].join("\n"));
}

// src/cli/terminal.ts
async function parseArguments(argv, metadata2) {
  if (argv[0] === "state") {
    const { parseStateArguments } = await import("./state-arguments-OVGV4O4O.js");
    return parseStateArguments(argv.slice(1), metadata2);
  }
  if (isTool(argv[0])) {
    const { parseToolArguments } = await import("./tool-arguments-XZT5J2FD.js");
    return parseToolArguments(argv[0], argv.slice(1));
  }
  if (argv[0] === "site") {
    const { parseSiteArguments } = await import("./site-arguments-UT3TMSXR.js");
    return parseSiteArguments(argv.slice(1), metadata2);
  }
  if (argv.length === 1 && ["-V", "--version"].includes(String(argv[0]))) return versionText(metadata2);
  if (argv.length === 1 && ["-h", "--help"].includes(String(argv[0]))) return helpText(metadata2);
  if (argv[0] === "help" || argv.some((argument) => argument === "-h" || argument === "--help"))
    return commandHelpText(argv, metadata2);
  const plain = plainArguments(argv, { inputs: metadata2.inputs, negatable: true, others: terminalFlags });
  if (plain !== void 0 && plain.operands.length <= 1) return asked(plain, metadata2);
  const { Command, CommanderError } = await import("./esm-DYHAIXEO.js");
  const program = new Command("opus");
  program.exitOverride().configureOutput({ writeOut: () => void 0, writeErr: () => void 0 }).argument("[command]").helpOption("-h, --help").version(metadata2.version, "-V, --version");
  addFlags(program, terminalFlags);
  const possible = metadata2.inputs.filter(({ name }) => argv.some((argument) => argument.includes(name)));
  addInputs(program, possible, true);
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return versionText(metadata2);
    if (error.code.startsWith("commander.help")) return helpText(metadata2);
    if (isProgram(program.args[0])) return programFirst(program.args[0]);
    const { explain } = await import("./explain-arguments-FT7WAX4D.js");
    return { type: "error", message: explain(error.code, error.message, program.args, metadata2) };
  }
  return asked({ operands: program.args, options: program.opts() }, metadata2);
}
async function asked({ operands: [command], options }, metadata2) {
  const lacking = metadata2.inputs.find(({ name }) => isFlag(optionOf(options, name), metadata2));
  if (lacking) return { type: "error", message: `--${lacking.name} needs a value` };
  if (isProgram(command)) return programFirst(command);
  if (command === "help") return helpText(metadata2);
  return collect(command, options, metadata2);
}
function isFlag(value, { inputs }) {
  if (typeof value !== "string" || !value.startsWith("--")) return false;
  return [...inputs.map(({ name }) => name), ...terminalFlags.map(flagName)].includes(value.slice(2));
}
function versionText({ version }) {
  return { type: "text", text: `opus ${version}` };
}
function helpText(metadata2) {
  return { type: "text", text: renderHelp(metadata2) };
}
async function commandHelpText(argv, metadata2) {
  const [name, ...others] = argv.filter((argument) => !argument.startsWith("-") && argument !== "help");
  if (name === void 0) return helpText(metadata2);
  if (isProgram(name)) return parseArguments([name, "--help"], metadata2);
  const row = commandNamed(name);
  if (row === void 0 && (others.length > 0 || argv[0]?.startsWith("-"))) return helpText(metadata2);
  if (row === void 0) {
    const { explainUnknown } = await import("./explain-arguments-FT7WAX4D.js");
    return { type: "error", message: explainUnknown(name) };
  }
  const { renderCommandHelp } = await import("./command-help-ASZUHYP6.js");
  return { type: "text", text: renderCommandHelp(name, row, metadata2) };
}
var programs = {
  state: "opus state list --context prod",
  site: "opus site --out site",
  init: "opus init",
  explain: "opus explain File",
  graph: "opus graph",
  fmt: "opus fmt --check",
  completion: "opus completion bash",
  docs: "opus docs"
};
var toolNames = {
  init: true,
  explain: true,
  graph: true,
  fmt: true,
  completion: true,
  docs: true
};
function isTool(name) {
  return name !== void 0 && Object.hasOwn(toolNames, name);
}
function isProgram(name) {
  return name !== void 0 && Object.hasOwn(programs, name);
}
function programFirst(name) {
  return { type: "error", message: `\`${name}\` comes first: \`${programs[name]}\`; see opus ${name} --help` };
}
async function collect(command, options, metadata2) {
  const raw = givenInputs(options, metadata2.inputs);
  if (Array.isArray(options.values)) {
    const values = valuesText(options.values);
    if (!values.ok) return { type: "error", message: values.error };
    raw.values = values.value;
  }
  if (command !== void 0) {
    if (raw.command !== void 0 && raw.command !== command) {
      return { type: "error", message: `two commands were given, "${command}" and --command "${raw.command}"` };
    }
    raw.command = command;
  }
  const accept = await accepting(options, raw);
  if (typeof accept === "string") return { type: "error", message: accept };
  const asked2 = askedFor(options);
  const wrong = misfit(raw.command ?? "plan", asked2);
  if (wrong !== void 0) return { type: "error", message: wrong };
  const { "report-path": path, ...others } = raw;
  return path === "-" ? { type: "run", accept, ...asked2, raw: others, json: true } : { type: "run", accept, ...asked2, raw };
}
async function accepting({ accept, dryRun, shared }, raw) {
  if (accept === true) return { dryRun: dryRun === true, shared: shared === true };
  if (dryRun === true) return (await import("./explain-arguments-FT7WAX4D.js")).dryRunInstead(raw);
  return shared === true ? "--shared is for `opus drift --accept`" : void 0;
}

// src/app/program/program.ts
import { setMaxListeners } from "node:events";

// src/node/cancellation.ts
import { constants } from "node:os";
function cancellation(process2, { exit, stray: tell, by }) {
  const first = new AbortController();
  const second = new AbortController();
  let stray;
  const cancel = (reason) => {
    const next = [first, second].find(({ signal }) => !signal.aborted);
    next?.abort(reason);
    return next !== void 0;
  };
  const fail = (error) => {
    if (isInstance(error, ProcessEnded) && (!error.alone || first.signal.aborted)) return;
    const one = { error, by: by() };
    tell(one);
    stray ??= one;
    if (!first.signal.aborted) cancel("stray error");
    setTimeout(() => exit(1), strayErrorMs).unref();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"])
    process2.on(name, () => {
      if (!cancel(name)) exit(128 + (constants.signals[name] ?? 21));
    });
  process2.on("uncaughtException", fail);
  process2.on("unhandledRejection", fail);
  return { signal: first.signal, urgent: second.signal, stray: () => stray, fail };
}

// src/node/modules/process-guard.ts
import { syncBuiltinESMExports } from "node:module";
function guardProcess(process2, options) {
  const { calls, ended, stuck, lost } = options;
  const { exit } = process2;
  const reallyExit = process2.reallyExit.bind(process2);
  let settled;
  const end = (status) => {
    settled ??= status;
    Object.assign(process2, { reallyExit: () => reallyExit(settled) });
    process2.exitCode = settled;
    exit.call(process2, settled);
  };
  const refuse = (what) => {
    if (settled !== void 0) {
      end(settled);
      return;
    }
    const error = calls.endedBy(what);
    if (error.alone) ended(error);
    throw error;
  };
  refuseEnds(process2, refuse);
  process2.on("beforeExit", () => {
    if (settled !== void 0 || !(calls.giveUp() || stuck())) return;
    setImmediate(() => {
    });
  });
  process2.on("exit", () => {
    if (settled !== void 0) return;
    settled = 1;
    lost();
    process2.exitCode = 1;
  });
  return {
    end,
    over: (status) => {
      settled = status;
      process2.exitCode = status;
      process2.on("exit", () => {
        process2.exitCode = status;
      });
    }
  };
}
function refuseEnds(process2, refuse) {
  const { kill } = process2;
  const called = (name, code) => refuse(`process.${name}(${shown(code)})`);
  Object.assign(process2, {
    exit: (code) => called("exit", code),
    reallyExit: (code) => called("reallyExit", code),
    abort: () => called("abort"),
    kill: (pid, signal) => {
      const own = pid === process2.pid || pid === 0 || pid === -process2.pid;
      if (own && signal !== 0) refuse(`process.kill(process.pid, ${JSON.stringify(signal ?? "SIGTERM")})`);
      return kill.call(process2, pid, signal);
    }
  });
  syncBuiltinESMExports();
}
function shown(code) {
  return code === void 0 ? "" : String(code);
}

// src/node/output-guard.ts
import { StringDecoder } from "node:string_decoder";
function guardOutput(stream, { redaction, shown: shown2, onExit }) {
  const own = new OwnLines(stream.write.bind(stream));
  const write = own.now;
  const decoder = new StringDecoder("utf8");
  const lines = new LineBuffer((text) => write(shown2(redaction.text(text))), redaction);
  stream.write = (chunk, ...rest) => {
    lines.add(textOf(chunk, rest[0], decoder));
    const done = rest.find((one) => typeof one === "function");
    if (done) process.nextTick(done);
    return !stream.writableNeedDrain;
  };
  stream.end = (chunk, ...rest) => {
    if (typeof chunk === "function") process.nextTick(chunk);
    else stream.write(chunk ?? "", ...rest);
    return stream;
  };
  onExit(() => {
    lines.add(decoder.end());
    lines.end();
    own.end();
  });
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    write: own.write,
    on: (event, listener) => stream.on(event, listener)
  };
}
var mostWaiting = 64 * 1024;
var waiting = /* @__PURE__ */ new Set();
var OwnLines = class {
  #write;
  #text = "";
  #isEnding = false;
  #failed;
  constructor(write) {
    this.#write = write;
  }
  /** @throws what the stream throws, also for text that was to be written before */
  write = (chunk, done) => {
    if (typeof chunk !== "string" || done || this.#isEnding) return this.now(chunk, done);
    if (this.#failed) throw this.#failed.error;
    if (this.#text === "") {
      flushOthers(this);
      waiting.add(this);
      queueMicrotask(() => this.flush());
    }
    this.#text += chunk;
    if (this.#text.length >= mostWaiting) this.flush();
    return true;
  };
  /** After all that waits. */
  now = (chunk, done) => {
    flushOthers(this);
    this.flush();
    return done ? this.#write(chunk, done) : this.#write(chunk);
  };
  /** The process is about to end: nothing that is printed from now on waits for anything. */
  end() {
    this.flush();
    this.#isEnding = true;
  }
  flush() {
    const text = this.#text;
    this.#text = "";
    waiting.delete(this);
    if (text === "") return;
    try {
      this.#write(text);
    } catch (error) {
      this.#failed = { error };
    }
  }
};
function flushOthers(own) {
  for (const lines of waiting) if (lines !== own) lines.flush();
}
function textOf(chunk, encoding, decoder) {
  if (typeof chunk !== "string") return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  const isText = typeof encoding !== "string" || /^utf-?8$/i.test(encoding);
  return isText ? chunk : decoder.write(Buffer.from(chunk, encoding));
}
function guardWarnings(process2) {
  if (process2.listenerCount("warning") === 0) return;
  process2.removeAllListeners("warning");
  process2.on("warning", ({ name, message }) => process2.stderr.write(`(node:${process2.pid}) ${name}: ${message}
`));
}

// src/node/standard-stream.ts
function standardStream(stream) {
  let open = true;
  stream.on("error", () => {
    open = false;
  });
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    write: (text) => {
      if (!open) return;
      try {
        stream.write(text);
      } catch {
        open = false;
      }
    }
  };
}
function dataOutput(stream) {
  let lost;
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") lost ??= error;
  });
  const write = (chunk) => new Promise(
    (resolve) => stream.write(chunk, (error) => {
      if (error) lost ??= error;
      resolve();
    })
  );
  return {
    write,
    lost: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return lost;
    }
  };
}

// src/trace/trace-log.ts
var longestLine = 1e3;
var mostHeld = 1e4;
function openTraceLog({ redact, print, now }) {
  const began = now();
  let held = [];
  const show = (line) => {
    const [time = ""] = /^\[[^\]]*\] /.exec(line) ?? [];
    print(time + shortened(oneLine(redact(line.slice(time.length))), longestLine));
  };
  const end = listen((text) => {
    const line = `[${String(Math.round(now() - began)).padStart(5)} ms] ${bare(text)}`;
    if (held === void 0) show(line);
    else if (held.length < mostHeld) held.push(line);
  });
  return {
    end,
    open: () => {
      const before = held ?? [];
      held = void 0;
      for (const line of before) show(line);
    }
  };
}
function bare(text) {
  return text.replace(/:\/\/[^\s/?#]*@/g, "://");
}

// src/app/program/program.ts
var Program = class {
  environment;
  process;
  /** The one redactor of this process: whoever learns of a secret adds it here. */
  redactor = createRedactor();
  modules = new ModuleCalls();
  stdout;
  /** Standard output, for what others are to read. */
  data;
  /** Makes a text harmless that has no secret any more. */
  shown;
  #start;
  #stderr;
  /** There from the moment on at which modules may be called. */
  #guard;
  constructor(start, part) {
    const { process: process2 } = start;
    this.#start = start;
    this.environment = start.environment;
    this.process = process2;
    this.shown = shownIn(part);
    const guard = {
      redaction: this.redactor,
      shown: this.shown,
      onExit: (flush) => void process2.on("exit", flush)
    };
    const ownStdout = guardOutput(process2.stdout, guard);
    const ownStderr = guardOutput(process2.stderr, guard);
    guardWarnings(process2);
    setMaxListeners(0);
    this.stdout = standardStream(ownStdout);
    this.data = dataOutput(ownStdout);
    this.#stderr = standardStream(ownStderr);
  }
  get version() {
    return metadata.version;
  }
  /** Lines on standard error, which nothing that they quote may steer. */
  say = (text) => {
    this.#stderr.write(this.shown(this.redactor.text(`${text}
`)));
  };
  /** Nobody expected it: here, or in what a module of the repository left running. */
  sayStray = (stray) => {
    this.say(`opus: ${strayWords(stray)}`);
  };
  /** What ends a run before its time, from now on. */
  cancelled() {
    return cancellation(this.#start.process, {
      exit: this.#exit,
      stray: this.sayStray,
      by: () => this.modules.current
    });
  }
  /** The runner's own keys, which what a server answers may hold. */
  addRunnerTokens() {
    for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])
      this.redactor.add(this.environment[name] ?? "");
  }
  /** Prints from now on what the process does, for bug reports. Lines are held until `open`, or until the process ends. */
  startTrace(print) {
    const { process: process2 } = this.#start;
    const log = openTraceLog({ redact: (text) => this.redactor.text(text), print, now: systemClock.now });
    process2.on("exit", log.open);
    const { version, platform, arch } = process2;
    trace(() => `opus ${metadata.version}, Node ${version}, ${platform} ${arch}`);
    return log;
  }
  /** From now on no module ends the process, and none keeps it waiting for ever. */
  guard(ending) {
    const { modules } = this;
    this.#guard = guardProcess(this.#start.process, {
      calls: modules,
      ended: ending.fail,
      stuck: () => {
        if (ending.stray()) return false;
        ending.fail(new Error("the run waits for something that can't come any more: nothing is left running"));
        return true;
      },
      lost: () => {
        const calls = modules.underWay.map(({ who, doing }) => `${who}, ${doing}`);
        const busy = calls.length === 0 ? "" : ` Under way: ${calls.join("; ")}.`;
        this.say(
          `opus: the process was ended before the run was through, by a way that can't be kept. What was done is in the journal, and the next run goes on from there.${busy}`
        );
      }
    });
  }
  /** Everything is said and stored: the process ends with this status as soon as it can. */
  end(status) {
    this.#start.process.exitCode = status;
    this.#guard?.over(status);
    setTimeout(() => this.#exit(status), leftRunningMs).unref();
  }
  #exit = (status) => {
    if (this.#guard) this.#guard.end(status);
    else this.#start.exit(status);
  };
};
function shownIn(part) {
  if (part === "step" || part === "post-step") return harmlessText;
  return part === "cache-worker" ? (text) => text : printableText;
}

// src/app/program/run-program.ts
async function runProgram(start) {
  const part = partOf(start);
  const program = new Program(start, part);
  const status = await run(part, program).catch((error) => {
    program.sayStray({ error, by: void 0 });
    return 1;
  });
  program.end(status);
}
function partOf({ process: process2, environment }) {
  const [, , first, second] = process2.argv;
  if (process2.send !== void 0 && first === "cache-worker") return "cache-worker";
  if (environment.GITHUB_ACTIONS !== "true") return "terminal";
  if (first === void 0) return "step";
  return first === "post-step" && second === void 0 ? "post-step" : "terminal";
}
async function run(part, program) {
  switch (part) {
    case "cache-worker":
      return runCacheCall(program);
    case "post-step": {
      const { nothingLeft } = await import("./nothing-left-ZBHD7F2P.js");
      return nothingLeft(program.environment) ? 0 : (await wholeRun()).runAfterStep(program);
    }
    case "step":
      return (await wholeRun()).runStep(program);
    case "terminal":
      return unlessLost(await runArguments(program), program);
  }
}
async function wholeRun() {
  const { wholeRun: wholeRun2 } = await import("./whole-run-3EX75TPC.js");
  return wholeRun2;
}
async function runArguments(program) {
  const parsed = await parseArguments(program.process.argv.slice(2), metadata);
  switch (parsed.type) {
    case "text":
      program.stdout.write(`${parsed.text}
`);
      return 0;
    case "error":
      program.say(oneLine(parsed.message));
      return 1;
    case "tool": {
      const { stdout, process: process2, say } = program;
      return (await wholeRun()).runTool(parsed, {
        directory: process2.cwd(),
        print: (text) => stdout.write(program.shown(text)),
        say
      });
    }
    default:
      return (await wholeRun()).runTerminal(parsed, program);
  }
}
async function unlessLost(status, { data, say }) {
  const lost = await data.lost();
  if (lost === void 0) return status;
  say(`opus: standard output could not be written, and is not complete: ${lost.message}`);
  return 1;
}
async function runCacheCall(program) {
  const { runCacheWorker } = await import("./cache-worker-E6GHQ4X3.js");
  const { removeTree } = await import("./private-folders-IYZN5JKZ.js");
  await runCacheWorker(program.process.argv[3] ?? "", removeTree);
  return 0;
}
export {
  runProgram
};
