import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  childEnvironment,
  environmentProblems,
  factBytes,
  lastLines,
  notStarted,
  parseDuration,
  scriptExtension,
  shellOnWindows,
  splitShell
} from "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import {
  timeWords
} from "./chunk-UHOAETDL.js";
import {
  pathProblem
} from "./chunk-IN66ROTJ.js";
import {
  equalJson,
  valueAt
} from "./chunk-CHHS7TI7.js";
import {
  HttpFailure
} from "./chunk-YYM6F3HI.js";
import "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  shownAddress
} from "./chunk-T3NMYTTS.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  pointerPath
} from "./chunk-RRD47Q5D.js";
import "./chunk-GNBVHH4E.js";
import {
  probeChangeMs,
  probeIntervalMs,
  probeNoticeMs,
  probeTimeoutMs,
  probeTryMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/probe/look.ts
var holds = { state: "holds" };
function open(why) {
  return { state: "open", why };
}

// src/processors/probe/probe-command.ts
function probedCommand(fields, runner, io) {
  return { what: "its command", look: (ms) => look(fields, runner, io, ms) };
}
async function look(fields, { run, files, environment }, io, ms) {
  const { command = "", shell, workingDirectory = "." } = fields;
  const words = splitShell(shell) ?? [];
  const folder = files.folder(workingDirectory);
  if (!folder.ok) return { state: "hopeless", why: `its command has no folder to run in: ${folder.error.message}` };
  const env = childEnvironment(environment, fields, {
    OPUS_CONTEXT: io.context,
    OPUS_COMMAND: io.command,
    OPUS_TASK: io.task,
    OPUS_CHANGE: "read"
  });
  const result = await run({
    script: command,
    shell: words,
    extension: scriptExtension(words),
    ...shell === void 0 ? { otherwise: shellOnWindows } : {},
    cwd: folder.value,
    env,
    outputVariable: "OPUS_OUTPUT",
    outputBytes: factBytes,
    captureBytes: factBytes,
    timeoutMs: Math.max(1, Math.round(ms)),
    signal: io.signal,
    // Of many tries only the last one is of interest, and that one is told.
    onOutput: () => {
    }
  });
  io.signal.throwIfAborted();
  return judge(result, fields, words, io);
}
function judge(result, { expect = {} }, words, io) {
  const { end, stdout } = result;
  const detail = lastLines(result.tail);
  const unmet = (why) => ({ ...open(why), ...detail === void 0 ? {} : { detail } });
  if (end.state === "not-started") {
    const { message, hint } = notStarted("its command", words, end.code);
    return { state: "hopeless", why: message, ...hint === void 0 ? {} : { hint } };
  }
  if (end.state !== "exited") return unmet("it did not end in time");
  const { exitCode = 0, contains } = expect;
  if (end.exitCode === null) return unmet(`it was ended by ${end.signal}`);
  if (end.exitCode !== exitCode)
    return unmet(`it exited with ${end.exitCode}${exitCode === 0 ? "" : `, not ${exitCode}`}`);
  if (contains === void 0 || stdout.text.includes(contains)) return holds;
  const wanted = io.containsSecret(contains) ? "what it should" : `\`${shortened(contains, 100)}\``;
  return unmet(`it exited with ${end.exitCode} and did not print ${wanted}`);
}

// src/processors/probe/probe-server.ts
function probedServer({ url, method = "GET", headers = {} }, expect, http, { signal, containsSecret }) {
  const statuses = listed(expect.status ?? "2xx");
  const follows = !statuses.some((rule) => String(rule).startsWith("3"));
  return {
    what: shownAddress(url),
    look: async (ms) => {
      try {
        const request = { method, url, headers, once: true, withinMs: ms };
        const answer = await http.request(follows ? request : { ...request, follow: false });
        return judge2(answer, statuses, expect, containsSecret);
      } catch (error) {
        return unanswered(error, URL.parse(url)?.host ?? "", signal);
      }
    }
  };
}
function probedPort({ host, port }, http, { signal }) {
  const place = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  return {
    what: place,
    look: async (ms) => {
      try {
        await http.reach(host, port, ms);
        return holds;
      } catch (error) {
        return unanswered(error, place, signal);
      }
    }
  };
}
function listed(rule) {
  return typeof rule === "object" ? rule : [rule];
}
function unanswered(error, place, signal) {
  if (signal.aborted || !(error instanceof HttpFailure)) throw error;
  const { message, hint, refused } = error;
  const advice = hint === void 0 ? {} : { hint };
  if (refused) return { state: "hopeless", why: message, ...advice };
  const why = message.startsWith(`${place} gave `) ? message.slice(place.length + 6) : message;
  return { state: "open", why, ...advice };
}
function judge2(answer, statuses, { contains, json }, containsSecret) {
  const { status, text } = answer;
  const words = statusWords(answer);
  if (!statuses.some((rule) => typeof rule === "number" ? rule === status : rule[0] === String(status)[0]))
    return open(words);
  if (contains !== void 0 && !text.includes(contains))
    return open(`${words}, and its body does not contain ${quoted(contains, containsSecret)}`);
  if (json === void 0) return holds;
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return open(`${words}, and its body is not JSON`);
  }
  for (const [pointer, wanted] of Object.entries(json)) {
    const found = valueAt(body, pointerPath(pointer));
    if (found === void 0) return open(`there is no ${placeWords(pointer)} in the answer`);
    if (equalJson(found, wanted)) continue;
    const hidden = containsSecret(JSON.stringify(wanted));
    const told = hidden ? "is another" : `is ${value(found)}, not ${value(wanted)}`;
    return open(`${placeWords(pointer)} ${told}`);
  }
  return holds;
}
function placeWords(pointer) {
  return pointer === "" ? "the answer" : pointer;
}
function statusWords({ status, statusName }) {
  return statusName === void 0 ? String(status) : `${status} ${statusName}`;
}
function value(json) {
  return shortened(JSON.stringify(json), 100);
}
function quoted(text, containsSecret) {
  return containsSecret(text) ? "what it should" : `\`${shortened(text, 100)}\``;
}

// src/processors/probe/probe-spec.ts
function probeFields(spec) {
  return spec;
}
var targets = ["http", "tcp", "command"];
var ofCommand = ["shell", "workingDirectory", "env", "passEnv"];
var expectations = {
  http: ["status", "contains", "json"],
  tcp: [],
  command: ["exitCode", "contains"]
};
function parseProbe(files, validate, spec) {
  const shape = validate("opus/v1", "Probe", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = probeFields(spec);
  const given = targets.filter((target2) => fields[target2] !== void 0);
  const [target] = given;
  if (target === void 0 || given.length > 1) return err([targetProblem(given)]);
  const problems = [
    ...misplaced(target, fields),
    ...headProblems(fields),
    ...timeProblems(fields),
    ...target === "command" ? commandProblems(files, fields) : []
  ];
  return problems.length > 0 ? err(problems) : ok(spec);
}
function wrong(pointer, message, suggestion, atKey = false) {
  return { code: "invalid-value", message, pointer, suggestion, ...atKey ? { atKey } : {} };
}
function targetProblem(given) {
  const [first, second = ""] = given;
  return first === void 0 ? wrong("", "it says nothing that is probed", "Add one of `http`, `tcp` and `command`.") : wrong(`/${second}`, `it has ${given.join(" and ")}, and probes one thing`, "Make a Probe of each.", true);
}
function misplaced(target, { expect = {}, ...fields }) {
  const foreign = target === "command" ? [] : ofCommand.filter((name) => fields[name] !== void 0);
  const expected = Object.keys(expect);
  const known = expectations[target];
  const list = known.map((name) => `\`${name}\``).join(", ");
  const hint = known.length === 0 ? "Delete it: a connection is all that is expected of a port." : `Use ${list}.`;
  return [
    ...foreign.map((name) => wrong(`/${name}`, `\`${name}\` is for \`command\` alone`, "Delete it.", true)),
    ...expected.filter((name) => !known.includes(name)).map((name) => wrong(`/expect/${name}`, `\`${name}\` can't be expected of \`${target}\``, hint, true))
  ];
}
function headProblems({ http, expect = {} }) {
  if (http?.method !== "HEAD") return [];
  return ["contains", "json"].filter((name) => expect[name] !== void 0).map((name) => wrong(`/expect/${name}`, "an answer to HEAD has no body", "Use `method: GET`.", true));
}
function probeTimes({ interval, timeout, tryTimeout }) {
  const ms = (text) => text === void 0 ? void 0 : parseDuration(text);
  return {
    intervalMs: ms(interval) ?? probeIntervalMs,
    timeoutMs: ms(timeout) ?? probeTimeoutMs,
    tryMs: ms(tryTimeout)
  };
}
function timeProblems(fields) {
  const { intervalMs, timeoutMs, tryMs = 0 } = probeTimes(fields);
  const problems = [];
  if (fields.interval !== void 0 && intervalMs >= timeoutMs) {
    const message = "`interval` is as long as `timeout`, or longer, so it would be tried only once";
    problems.push(wrong("/interval", message, "Lower it, or raise `timeout`."));
  }
  if (tryMs > timeoutMs)
    problems.push(wrong("/tryTimeout", "`tryTimeout` is longer than `timeout`", "Lower it, or raise `timeout`."));
  return problems;
}
function commandProblems(files, fields) {
  const { command = "", shell, workingDirectory } = fields;
  const problems = environmentProblems(fields);
  if (splitShell(shell) === void 0) {
    const message = `the shell \`${shell}\` has a quote that is not closed`;
    problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
  }
  if (workingDirectory !== void 0) {
    const normal = files.normalize(workingDirectory, { folder: true });
    if (!normal.ok) problems.push(pathProblem(normal.error, "/workingDirectory"));
  }
  if (command.includes("\0")) {
    const message = "the command holds a NUL character";
    problems.push({ code: "bad-script", message, pointer: "/command", offset: command.indexOf("\0") });
  }
  return problems;
}

// src/processors/probe/wait.ts
async function waitUntilHolds(probed, waiting) {
  const { intervalMs, timeoutMs, tryMs } = waiting;
  const began = waiting.now();
  const told = new Told(probed.what, waiting);
  let last;
  for (let tries = 1; ; tries++) {
    const left = began + timeoutMs - waiting.now();
    if (last && left <= 0) throw tooLate(probed, last, timeoutMs, tries - 1);
    const look2 = await probed.look(Math.min(tryMs, left));
    const ms = waiting.now() - began;
    if (look2.state === "holds") return { tries, ms };
    if (look2.state === "hopeless")
      throw new TaskFailure(look2.why, { untouched: true, ...look2.hint === void 0 ? {} : { hint: look2.hint } });
    if (!last || left >= tryMs || ms < timeoutMs) last = look2;
    if (ms + intervalMs >= timeoutMs) throw tooLate(probed, last, timeoutMs, tries);
    told.say(tries, look2.why, ms);
    await waiting.pause(intervalMs);
  }
}
function tooLate({ what }, {
  why,
  detail,
  hint = "Look at what it probes; or raise `timeout`, if that only takes longer."
}, timeoutMs, tries) {
  const words = `${what} was not as expected within ${timeWords(timeoutMs)}: ${why} (${tries === 1 ? "1 try" : `${tries} tries`})`;
  return new TaskFailure(words, {
    hint,
    untouched: true,
    ...detail === void 0 ? {} : { detail }
  });
}
var Told = class {
  #what;
  #waiting;
  #why = "";
  #atMs = Number.NEGATIVE_INFINITY;
  constructor(what, waiting) {
    this.#what = what;
    this.#waiting = waiting;
  }
  say(tries, why, ms) {
    if (ms - this.#atMs < (why === this.#why ? probeNoticeMs : probeChangeMs)) return;
    this.#why = why;
    this.#atMs = ms;
    const { timeoutMs } = this.#waiting;
    this.#waiting.tell(`waiting for ${this.#what} (try ${tries}, ${why}), ${timeWords(ms)} of ${timeWords(timeoutMs)}`);
  }
};

// src/processors/probe/probe.ts
function ready(dependencies, spec, io) {
  const { http } = io;
  if (!http) throw new TaskFailure("nothing is probed in an untrusted run", { untouched: true });
  const fields = probeFields(spec);
  const { intervalMs, timeoutMs, tryMs } = probeTimes(fields);
  const times = { http, intervalMs, timeoutMs };
  const bounded = { ...times, tryMs: Math.min(tryMs ?? probeTryMs, timeoutMs) };
  if (fields.command !== void 0) {
    return { probed: probedCommand(fields, dependencies, io), ...times, tryMs: tryMs ?? timeoutMs };
  }
  if (fields.tcp) return { probed: probedPort(fields.tcp, http, io), ...bounded };
  if (fields.http) return { probed: probedServer(fields.http, fields.expect ?? {}, http, io), ...bounded };
  throw new Error("a spec that was not parsed");
}
async function observe(dependencies, spec, io) {
  const { probed, tryMs } = ready(dependencies, spec, io);
  const look2 = await probed.look(tryMs);
  switch (look2.state) {
    case "holds":
      return { state: "present", facts: {} };
    case "open":
      return { state: "absent", why: look2.why };
    case "hopeless":
      return { state: "failed", error: { message: look2.why, ...look2.hint === void 0 ? {} : { hint: look2.hint } } };
  }
}
async function wait(dependencies, spec, io) {
  const { probed, http, ...times } = ready(dependencies, spec, io);
  const { tries, ms } = await waitUntilHolds(probed, {
    ...times,
    now: () => http.now(),
    pause: (pauseMs) => http.pause(pauseMs),
    tell: (text) => io.tell?.(`${io.task}: ${text}`)
  });
  if (tries > 1) io.output("stdout", `${probed.what} was as expected after ${tries} tries, ${timeWords(ms)}
`);
  return { outputs: [] };
}
function probeProcessor(dependencies) {
  const { files, validate } = dependencies;
  return {
    apiVersion: "opus/v1",
    kind: "Probe",
    gate: true,
    parse: (spec) => parseProbe(files, validate, spec),
    observe: (spec, io) => observe(dependencies, spec, io),
    create: (spec, io) => wait(dependencies, spec, io),
    update: (_before, after, io) => wait(dependencies, after, io),
    // There is nothing that it has made.
    delete: async () => {
    },
    fields: {
      names: [
        ...["http", "tcp", "command", "shell", "workingDirectory", "env", "passEnv"],
        ...["expect", "interval", "timeout", "tryTimeout"]
      ],
      verbatim: ["command", "shell"]
    },
    known: { outputNames: [] },
    workspace: { writes: () => [] }
  };
}
export {
  probeProcessor
};
