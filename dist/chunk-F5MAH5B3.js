import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isReservedVariable
} from "./chunk-7AN7EH64.js";
import {
  outputsOfRun
} from "./chunk-H6W3A4JT.js";
import {
  compileGlob,
  escapeGlob
} from "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";

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
  pwsh: ["pwsh", "-NoProfile", "-File"],
  cmd: ["cmd", "/d", "/c"]
};
var shellOnWindows = { shell: usualOptions.pwsh ?? [], extension: ".ps1" };
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
  const names = new Set(missing.map((key) => key.slice(key.lastIndexOf(":") + 1)));
  return [...names].filter((name) => !Object.hasOwn(seen, name) && new RegExp(`\\b${prefix}${name}\\b`).test(script)).map(
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
  const told = recorded && recordedForScript(recorded, script, io);
  for (const warning of told?.warnings ?? []) io.output("stderr", `${warning}
`);
  const env = childEnvironment(shell.environment, spec, {
    OPUS_CONTEXT: io.context,
    OPUS_COMMAND: io.command,
    OPUS_TASK: io.task,
    OPUS_CHANGE: undone ?? name,
    ...undone === void 0 ? {} : { OPUS_ROLLBACK: "true" },
    ...told?.variables
  });
  const result = await shell.run({
    script,
    shell: words,
    extension: scriptExtension(words),
    ...spec.shell === void 0 ? { otherwise: shellOnWindows } : {},
    cwd: folder.value,
    env,
    outputVariable: "OPUS_OUTPUT",
    outputBytes: factBytes,
    ...told ? { files: { OPUS_RECORDED: told.file } } : {},
    ...onOutputs ? { onOutputFile: (data) => onOutputs(outputText(data), false) } : {},
    captureBytes: name === "read" ? factBytes : capturedBytes + overhangBytes,
    signal: io.signal,
    // The facts that `read` prints are data, not something to show.
    onOutput: (stream, text) => name === "read" && stream === "stdout" ? void 0 : io.output(stream, text),
    ...timeoutMs === void 0 ? {} : { timeoutMs }
  });
  if (onOutputs && result.outputFile) onOutputs(outputText(result.outputFile), true);
  return ended(name, spec, words, result);
}
function ended(name, spec, words, result) {
  const failure = scriptFailure(name, spec, words, result);
  if (failure) throw failure;
  return result;
}
function outputText(data) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(data);
}
var exitHints = {
  126: "126 means that a command could not be executed: is the file executable?",
  127: "127 means that a command was not found: is it installed, and on the PATH?",
  137: "137 means that a program was killed, often because memory ran out."
};
function notStarted(what, words, code) {
  const program = `\`${words[0]}\``;
  switch (code) {
    case "ENOENT":
      return {
        message: `${what} did not start: ${program} was not found`,
        hint: "Install it, or name another `shell`."
      };
    case "ENOSHELL":
      return {
        message: `${what} did not start: there is neither Git's bash nor pwsh on this machine`,
        hint: "Install Git for Windows or PowerShell 7, or name a `shell`, such as `cmd`."
      };
    case "EACCES":
      return { message: `${what} did not start: ${program} is not executable`, hint: "Name another `shell`." };
    case "E2BIG":
      return { message: `${what} did not start: its environment is too large`, hint: "Hand large data over in files." };
    case "EMFILE":
    case "ENFILE":
      return {
        message: `${what} did not start: too many files are open (${code})`,
        hint: "Lower `parallelism`, or raise the limit with `ulimit -n`."
      };
    case "EAGAIN":
      return {
        message: `${what} did not start: this user may have no more processes (${code})`,
        hint: "Lower `parallelism`, or raise the limit with `ulimit -u`."
      };
    case "ERR_ACCESS_DENIED":
      return {
        message: `${what} did not start: Node was started with \`--permission\`, which lets it run no programs`,
        hint: "Start Node without `--permission`."
      };
    default:
      return { message: `${what} did not start (${code})` };
  }
}
function scriptFailure(name, spec, words, result) {
  const detail = lastLines(name === "read" ? result.stderrTail : result.tail);
  const failed = (message, hint) => new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, ...detail === void 0 ? {} : { detail } });
  const unstarted = (message, hint) => new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, untouched: true });
  const { end } = result;
  const left = "left" in end ? ", and something that it has started still runs: end it by hand" : "";
  switch (end.state) {
    case "aborted":
      return failed(`${name} script was stopped${left}`);
    case "timed-out":
      return failed(
        `${name} script did not finish within ${spec.timeout}${left}`,
        "Raise `timeout`, or find out what it waits for."
      );
    case "not-started": {
      const { message, hint } = notStarted(`${name} script`, words, end.code);
      return unstarted(message, hint);
    }
    case "exited":
      if (end.exitCode === 0) return void 0;
      if (end.exitCode === null) return failed(`${name} script was ended by ${end.signal}`);
      return failed(`${name} script exited with ${end.exitCode}`, exitHints[end.exitCode]);
  }
}

export {
  shellOnWindows,
  splitShell,
  scriptExtension,
  parseDuration,
  lastLines,
  childEnvironment,
  environmentProblems,
  shellFields,
  capturedBytes,
  factBytes,
  runScript,
  outputText,
  notStarted
};
