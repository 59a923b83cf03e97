import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  EndedCall,
  machineTrouble,
  strayFailure,
  wholeStackOf
} from "./chunk-NEAFNL4U.js";
import {
  Handover,
  endOrphansOfPlans,
  isOlder,
  keepPlanningLedger,
  keepRecovery,
  newMark,
  openChecks,
  openStep,
  removeLeftFolders,
  seriesOf
} from "./chunk-RVGZFMT3.js";
import "./chunk-UGRRGH2L.js";
import "./chunk-TPD4WCRM.js";
import {
  passwordsInAddresses
} from "./chunk-4M3YFS4D.js";
import {
  renderComparison,
  renderContext,
  renderDescribe,
  renderDrift,
  renderEnd,
  renderError,
  renderFields,
  renderListed,
  renderLocation,
  renderManifest,
  renderOutcome,
  renderPlan,
  renderProgress,
  renderProjects,
  renderSides,
  renderStart,
  taskTitle
} from "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import {
  renderDiagnostic
} from "./chunk-NHLEHMNN.js";
import {
  readRawInputs,
  readSettings,
  readSureSettings,
  withEnvironment,
  withJobToken
} from "./chunk-FTEEA57J.js";
import "./chunk-DBO4XEOM.js";
import {
  PullRequestSession,
  githubLinks,
  mendCommand,
  taskLinks,
  webhooksOf
} from "./chunk-J6MPHOBQ.js";
import "./chunk-CHIJUKAS.js";
import {
  asksForAll,
  authorizeRun
} from "./chunk-5IXDP7QA.js";
import {
  projectLookup
} from "./chunk-MCAJJ234.js";
import {
  hideDeclared
} from "./chunk-3YDZPA7V.js";
import {
  load,
  openCapabilities,
  secretWarnings
} from "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import {
  insideWorkspace,
  workspaceRoot
} from "./chunk-SYK35MFE.js";
import {
  openWorkspace
} from "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import {
  EphemeralFiles,
  awaitedOutputs,
  expand,
  kindConfigurations,
  loadKinds,
  openPreviewSignature,
  outputName,
  placeFiles,
  planDigester,
  programCommands,
  runContext,
  storeDeadline
} from "./chunk-YK4KSDHU.js";
import "./chunk-GO5OM6W4.js";
import {
  leftoversEnded
} from "./chunk-CQ75NESB.js";
import {
  givenValues
} from "./chunk-M2F2LNL7.js";
import {
  distinct,
  inContext
} from "./chunk-4T6MR7X2.js";
import "./chunk-Q25WG5M4.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import "./chunk-A7FT4HDT.js";
import {
  RunStores
} from "./chunk-HOP53D44.js";
import "./chunk-UZTQIVX4.js";
import {
  inputFailure,
  invalidManifest,
  openSealing,
  secretSettings
} from "./chunk-B32DNQLH.js";
import "./chunk-2LULCZ5L.js";
import "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import "./chunk-BCV6KWAY.js";
import "./chunk-QXHLS2HQ.js";
import {
  Values,
  filterWatch
} from "./chunk-UWXSLNNU.js";
import {
  mayBeNamed
} from "./chunk-VV5JYV5H.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import {
  emptyReport
} from "./chunk-HG2EX3FI.js";
import "./chunk-4KHVTZ7L.js";
import "./chunk-53MMSWRA.js";
import "./chunk-LFDFPK63.js";
import {
  located,
  parseProblems,
  unknownKind
} from "./chunk-4U3IF34V.js";
import "./chunk-RYA6JTW6.js";
import "./chunk-ILMNOFIF.js";
import {
  isAskedAbout
} from "./chunk-V6SBVEKM.js";
import {
  redactEvent,
  redactFailure,
  redactReport
} from "./chunk-E7KO2NYR.js";
import {
  createRedactor
} from "./chunk-D3OZT35Y.js";
import {
  partsOf
} from "./chunk-E464FBX3.js";
import "./chunk-O5UACIXT.js";
import {
  renderReport
} from "./chunk-CNETSTA3.js";
import "./chunk-ECNAE3MH.js";
import {
  environmentLookup,
  findSecret,
  hiddenMark
} from "./chunk-ZHKSUILZ.js";
import {
  terminalSurface
} from "./chunk-NZX5AGU2.js";
import {
  outputNameProblem
} from "./chunk-KJMXZB5P.js";
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  changesPending,
  duration,
  hasFailed,
  isDrifted,
  isNoteworthy,
  plural,
  wholeSeconds
} from "./chunk-33HS6KZX.js";
import {
  ModuleFailure
} from "./chunk-3VAY737V.js";
import "./chunk-7ANHA2T2.js";
import {
  storable
} from "./chunk-ISYZXV75.js";
import {
  taskError
} from "./chunk-KEXNV5DD.js";
import {
  readThrown
} from "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import {
  importModule,
  isModule,
  modulePaths,
  moduleProblem
} from "./chunk-AAMIZVO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import {
  member
} from "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import {
  ProcessGroups,
  windowsTrees
} from "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import {
  serverOf
} from "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import {
  lookupWith,
  readableTemplate,
  resolve
} from "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-LXV566ZK.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import {
  findRecorded
} from "./chunk-H6W3A4JT.js";
import "./chunk-756ZVGAZ.js";
import {
  writeWholeFile
} from "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import {
  fileProblem,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import {
  oneLine,
  printableLines
} from "./chunk-JSSPZBFU.js";
import {
  visibleJson
} from "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-C2BX5EYD.js";
import {
  planningFolder
} from "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import {
  localMachine
} from "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import {
  stopwatch,
  trace
} from "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-DTF5GTS3.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import {
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  shortened,
  wholeUpTo
} from "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  policyMessageLength,
  policyProblems
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  hookFinishMs,
  hookGraceMs,
  httpNoticeMs,
  progressStepMs,
  progressTerminalMs
} from "./chunk-IE326VUJ.js";
import "./chunk-3CUOGUAX.js";
import "./chunk-FOQK4HC4.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  commandNamed,
  onlyLooks
} from "./chunk-DPEJMFBY.js";
import {
  __commonJS,
  __toESM
} from "./chunk-QHW5LFAW.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors2();
    module.exports.createColors = createColors2;
  }
});

// src/app/report/messages-of-failure.ts
function messagesOf({ reason, message, diagnostics }) {
  const said = reason === "task-failed" || diagnostics.some(({ severity }) => severity === "error");
  return said ? diagnostics : [...diagnostics, { severity: "error", code: reason, message }];
}

// src/app/check/head-commit.ts
var ofHead = /* @__PURE__ */ new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);
function headCommit({ GITHUB_EVENT_NAME: name = "", GITHUB_SHA }, event) {
  const head = ofHead.has(name) ? member(event, "pull_request", "head", "sha") : name === "merge_group" ? member(event, "merge_group", "head_sha") : void 0;
  return [head, GITHUB_SHA].find((sha) => typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha));
}

// src/app/check/check-session.ts
var standardName = "opus";
function openCheckSession(command, settings, loaded, capabilities, host) {
  const use = loaded.manifest.project?.hooks.findLast(({ use: use2 }) => use2 === "check");
  const isDrift = command?.does === "drift" && !command.previews;
  const plans = command === void 0 || command.previews || command.executes || isDrift;
  const isAsked = use ? use.on?.includes(settings.command) ?? true : mayBeUsed(command, loaded, host);
  if (host.terminal || !plans || !isAsked) return void 0;
  const { environment, version, handover } = host;
  const { token = "" } = settings;
  const sha = headCommit(environment, loaded.github.event);
  const refused = whyRefused(token, sha, loaded, capabilities, environment);
  const series = seriesOf(environment, settings);
  const left = leftTo(handover);
  if (refused === void 0 && sha !== void 0) left.awaited({ ...series, sha });
  let checks;
  const open = () => checks ??= openChecks(environment, token, version);
  const { name = standardName, annotations = true } = use?.with ?? {};
  return {
    options: (warn) => ({
      runs: refused ?? open,
      name: isDrift ? `${name} drift` : name,
      annotations,
      isPartial: settings.targets.length > 0,
      command: command?.called ?? settings.command,
      sha: sha ?? "",
      repository: environment.GITHUB_REPOSITORY ?? "",
      runUrl: runInfo(host).url || void 0,
      timestamp: () => systemClock.timestamp(),
      sleep: systemClock.sleep,
      newMark: () => newMark(series),
      isOlder: (mark) => isOlder(mark, series),
      messagesOf,
      left,
      cancelled: host.signal,
      warn,
      redact: (text) => host.redactor.text(text)
    }),
    dispose: async () => (await checks)?.dispose()
  };
}
function mayBeUsed(command, { manifest }, host) {
  const isBroken = manifest.project === void 0 && manifest.diagnostics.some(({ severity }) => severity === "error");
  return command === void 0 && isBroken && runInfo(host).attempt > 1;
}
function whyRefused(token, sha, { trust }, { mayRequest }, environment) {
  const { checks: lacking } = serverOf(environment).lacks;
  if (lacking !== void 0)
    return { why: lacking, suggestion: "It is in the job summary. Leave out the hook `check`." };
  if (token === "") return { why: "there is no token", suggestion: "Give the input `token`." };
  if (!mayRequest) return { why: trust.why, suggestion: untrustedAdvice };
  if (sha !== void 0) return void 0;
  return { why: "the event names no commit", suggestion: "Run it for an event that has one, like a push." };
}
var untrustedAdvice = "It is in the job summary. Runs of forks and of Dependabot have no `checks: write`: require the job itself there, not the check.";
function leftTo(handover) {
  const kept = (write) => {
    try {
      write();
    } catch (error) {
      trace(() => `a check could not be left to the post step: ${String(error)}`);
    }
  };
  return {
    awaited: (older) => kept(() => handover.awaitChecks(older)),
    settled: () => kept(() => handover.awaitChecks(void 0)),
    opened: (checks) => kept(() => handover.openChecks(checks)),
    ended: (check, told2) => kept(() => handover.closeCheck(check, told2))
  };
}

// src/engine/prepare/check-everywhere.ts
async function checkEverywhere(request) {
  const { tasks, processors, referenceEnvironment } = request;
  const find = nameLookup(request);
  const diagnostics = [];
  for (const task of tasks) {
    const processor = processors.get(task.apiVersion, task.kind);
    if (!processor) {
      if (referenceEnvironment.trusted) diagnostics.push(unknownKind(task, processors));
      continue;
    }
    const files = await expand(task, processor, find);
    if ("problems" in files) {
      if (!files.unknown) for (const problem of files.problems) diagnostics.push(located(task, void 0, problem));
      continue;
    }
    const resolved = resolve(files.spec, find, processor.fields?.verbatim ?? []);
    const problems = [...resolved.problems];
    if (problems.length === 0)
      problems.push(...parseProblems(processor, resolved.value, [...resolved.unknowns.keys()]));
    for (const problem of problems) diagnostics.push(located(task, files.origins, problem));
  }
  return diagnostics;
}
function nameLookup(request) {
  const { values, referenceEnvironment } = request;
  const outputs = awaitedOutputs(request);
  const around = environmentLookup({ ...referenceEnvironment, trusted: false });
  const exists = (reference) => {
    switch (reference.source) {
      case "VAR":
        return outputs(...outputName(reference));
      case "VALUE":
        return values.declares(reference.name) ? unknown(reference) : values.get(reference.name);
      case "SECRET":
        return referenceEnvironment.secrets.has(reference.name) ? unknown(reference) : findSecret(referenceEnvironment, reference.name);
      case "GITHUB":
        return unknown(reference);
      case "ENV":
        return around(reference);
      case "OPUS":
        return reference.name === "task" ? unknown(reference) : around(reference);
    }
  };
  return (reference) => {
    const found = exists(reference);
    return found.type === "missing" ? found : unknown(reference);
  };
}
function unknown({ source, name }) {
  return { type: "unknown", label: `${source}:${name}` };
}

// src/app/context/run-contexts.ts
async function runContexts(services, choices, outcomes) {
  const { signal, ephemeralFiles } = services;
  const diagnose = (diagnostic) => services.emit({ type: "diagnostic", diagnostic });
  if (choices.length === 0) {
    const message = "this run leads to no context, so only what all contexts share was checked; name one to check values, secrets and scopes";
    diagnose({ severity: "notice", code: "no-context", message });
    return validateEverywhere(services);
  }
  for (const choice of choices) {
    if (signal.aborted) return failure("cancelled", "the run was cancelled");
    outcomes.push(await runContext(namingContext(services, choice.name), choice));
  }
  const note = ephemeralFiles.note();
  if (note) diagnose(note);
  return joinedFailure(outcomes);
}
function namingContext(services, context) {
  const emit = (event) => services.emit(event.type === "diagnostic" ? { ...event, diagnostic: inContext(event.diagnostic, context) } : event);
  return { ...services, emit };
}
async function validateEverywhere(services) {
  const { loaded, given, extensions, environment } = services;
  const { manifest, project, trust, github } = loaded;
  const referenceEnvironment = {
    environment,
    github: github.values,
    project,
    command: "validate",
    context: "",
    inherited: void 0,
    secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: trust.trusted
  };
  const values = new Values(manifest.values, given, [], environmentLookup(referenceEnvironment));
  const { tasks, declaredNames } = manifest;
  const { processors } = extensions;
  const problems = await checkEverywhere({ tasks, declaredNames, processors, values, referenceEnvironment });
  if (problems.length > 0) return invalidManifest(problems);
  const wrong = values.checkGiven();
  return wrong.length > 0 ? inputFailure(wrong) : void 0;
}
function joinedFailure(outcomes) {
  const failed = outcomes.flatMap(({ failure: one, report }) => one ? [{ one, name: report.name }] : []);
  const [first] = failed;
  if (!first) return void 0;
  if (outcomes.length === 1) {
    const { reason, message: message2 } = first.one;
    return failure(reason, message2, told(first));
  }
  const message = failed.map(({ one, name }) => `${name}: ${one.message}`).join("; ");
  const messages = failed.flatMap(
    ({ one, name }) => told({ one: { ...one, message: `${name}: ${one.message}` }, name })
  );
  return failure(first.one.reason, message, distinct(messages));
}
function told({ one, name }) {
  return messagesOf(one).map((diagnostic) => inContext(diagnostic, name));
}

// src/app/report/mapped-outputs.ts
function mappings(project) {
  return project.hooks.flatMap(({ use, with: options }, index) => {
    const map = use === "outputs" && typeof options.map === "object" && options.map !== null ? options.map : {};
    return Object.entries(map).map(([name, template]) => {
      return { name, template, pointer: `/spec/hooks/${index}/with/map/${name}` };
    });
  });
}
function checkMappedOutputs(project) {
  if (!project) return [];
  return mappings(project).flatMap(({ name, pointer }) => {
    const message = outputNameProblem(name);
    const location = project.locate(pointer, { key: true });
    return message ? [{ severity: "error", code: "bad-output-name", message, location }] : [];
  });
}
function mappedOutputs(project, entries, scope, around, warn) {
  const mapped = {};
  const lookup = lookupWith(around.filtered, (reference) => {
    if (reference.source !== "VAR") return around(reference);
    const [task = "", key = ""] = reference.name.split(":");
    const found = findRecorded(task, entries.get(task), key, scope);
    return found.type === "sensitive" ? neverShown(task, key) : found;
  });
  for (const { name, template, pointer } of mappings(project)) {
    const resolved = resolve(template, lookup);
    const why = resolved.problems[0]?.message ?? hidden([...resolved.unknowns.values()].flat());
    if (why === void 0) mapped[name] = resolved.value;
    else {
      const message = `the output "${name}" is not set: ${why}`;
      warn({ severity: "warning", code: "output-not-set", message, location: project.locate(pointer) });
    }
  }
  return mapped;
}
function neverShown(task, key) {
  const message = `output ${key} of task "${task}" is sensitive, and outputs of a step hold nothing that is`;
  return { type: "missing", code: "sensitive-output", message };
}
function hidden(labels) {
  const [label] = labels;
  return label === void 0 ? void 0 : `an untrusted run may not see ${label.replace(hiddenMark, "")}`;
}

// src/app/extensions/policy-answer.ts
var members = ["message", "task", "pointer", "severity", "hint"];
var form = 'It returns a list of problems: [] for none, else texts or {message, task, pointer, severity, hint}, of which only `message` must be there. `severity` is "error" or "warning".';
function checkProblems(who, given) {
  const wrong = (what) => new TaskFailure(`${who}: \`review\` gave ${what}`, { hint: form });
  if (!Array.isArray(given)) throw wrong(given === void 0 ? "nothing" : "something else than a list of problems");
  const told2 = readable(given.length > policyProblems ? given.slice(0, policyProblems) : given, wrong);
  const problems = told2.map((problem) => checkProblem(problem, wrong));
  const more = given.length - problems.length;
  if (more === 0) return problems;
  return [...problems, { severity: "error", message: `there are ${more} more problems` }];
}
function readable(given, wrong) {
  try {
    const kept = storable(given);
    if (!kept.ok) throw wrong(`what can't be read: ${kept.error.pointer} ${kept.error.what}`);
    return kept.value;
  } catch (error) {
    if (error instanceof TaskFailure) throw error;
    throw wrong(`what can't be read: ${readThrown(error).message}`);
  }
}
function checkProblem(given, wrong) {
  const {
    message,
    severity = "error",
    ...rest
  } = typeof given === "string" ? { message: given } : knownMembers(given, wrong);
  if (typeof message !== "string" || message.trim() === "") throw wrong("a problem without a `message`");
  if (severity !== "error" && severity !== "warning")
    throw wrong(`a problem whose \`severity\` is neither "error" nor "warning"`);
  const texts = ["task", "pointer", "hint"].flatMap((name) => {
    const text = rest[name];
    if (text === void 0) return [];
    if (typeof text !== "string") throw wrong(`a problem whose \`${name}\` is no text`);
    return [[name, text]];
  });
  return { message: shortened(message, policyMessageLength), severity, ...Object.fromEntries(texts) };
}
function knownMembers(given, wrong) {
  if (!isObject(given)) throw wrong("a problem that is neither a text nor an object");
  const unknown2 = Object.keys(given).find((name) => !members.includes(name));
  if (unknown2 === void 0) return given;
  const near = nearest(unknown2, members);
  throw wrong(`a problem with an unknown member "${unknown2}"${near ? `; did you mean "${near}"?` : ""}`);
}

// src/app/extensions/load-hooks.ts
async function loadHooks(request, warn = () => false) {
  const { manifest, trust } = request.loaded;
  const { project } = manifest;
  const hooks = [];
  const diagnostics = [];
  for (const [index, use] of (project?.hooks ?? []).entries()) {
    if (!project || !isModule(use) || !trust.trusted) continue;
    const made = await loadHook(use, request);
    const pointer = `/spec/hooks/${index}/use`;
    if (made.ok) {
      hooks.push({ ...made.value, location: project.locate(pointer) });
      continue;
    }
    const problem = moduleProblem(project, pointer, made.error);
    if (!warn(use, problem)) diagnostics.push(problem);
  }
  return diagnostics.length === 0 ? ok(hooks) : err(diagnostics);
}
async function loadHook(use, request) {
  const paths = modulePaths(use.use, request.loaded.workspace);
  if (!paths.ok) return paths;
  let exported;
  try {
    exported = await exportOf(use, paths.value[0] ?? use.use, request);
  } catch (error) {
    const { message, detail } = taskError(error);
    return err(`${use.use}: can't be loaded: ${message}${detail === void 0 ? "" : `
${detail}`}`);
  }
  if (typeof exported !== "object" || exported === null)
    return err(`${use.use}: the default export must be a hook, or a function that makes one from its options`);
  const hook = exported;
  const odd = ["around", "on", "finish", "review"].filter(
    (name) => hook[name] !== void 0 && typeof hook[name] !== "function"
  );
  if (odd.length > 0) return err(`${use.use}: \`${odd.join("`, `")}\` must be a function`);
  if (!hook.around && !hook.on && !hook.finish && !hook.review)
    return err(`${use.use}: the hook has none of \`around\`, \`on\`, \`finish\` and \`review\``);
  const misspelt = hook.review ? void 0 : almostReview(hook);
  if (misspelt !== void 0)
    return err(`${use.use}: the hook has \`${misspelt}\`, which nothing calls; did you mean \`review\`?`);
  return ok(guardedHook(hook, use, request.modules));
}
function almostReview(hook) {
  for (let one = hook; one && one !== Object.prototype; one = Object.getPrototypeOf(one))
    for (const name of Object.getOwnPropertyNames(one))
      if (name !== "preview" && nearest(name, ["review"], 1)) return name;
  return void 0;
}
async function exportOf(use, path, { capabilities, modules }) {
  const module = await importModule(path, capabilities, modules);
  const make = module.default;
  if (typeof make !== "function") return make;
  const call = { who: `the hook of module ${use.use}`, doing: "the function that makes it" };
  return modules.later(call, () => make(use.with));
}
function guardedHook(hook, use, modules) {
  const name = typeof hook.name === "string" ? hook.name : use.use;
  const who = name === use.use ? `the hook ${name}` : `the hook "${name}" of module ${use.use}`;
  const call = (method) => ({ who, doing: `its \`${method}\`` });
  const { around, on, finish, review } = hook;
  return {
    name,
    ...use.on ? { commands: use.on } : {},
    ...around ? {
      around: (step, next) => modules.later(call("around"), () => around.call(hook, step, (given) => modules.ours(() => next(given))))
    } : {},
    ...review ? {
      review: async (plan, signal) => checkProblems(
        who,
        await modules.later(call("review"), () => review.call(hook, structuredClone(plan), signal))
      )
    } : {},
    // What it does to what it is shown must not change what the run does and tells: it gets its own.
    ...on ? { on: (event) => modules.now(call("on"), () => on.call(hook, structuredClone(event))) } : {},
    ...finish ? {
      finish: async (report, signal) => modules.later(call("finish"), () => finish.call(hook, structuredClone(report), signal))
    } : {}
  };
}

// src/app/extensions/extend.ts
async function extend(request, { command, inPullRequest }, diagnose) {
  const { loaded, capabilities } = request;
  const kindsChanged = inPullRequest && await tellChanges(request, diagnose);
  const warn = loaded.projectAlone ? (problem) => diagnose({ ...problem, severity: "warning" }) : void 0;
  const kinds = await loadKinds(request, warn);
  if (!kinds.ok) return err(invalidManifest(kinds.error));
  const hooks = await loadHooks(request, ({ on }, problem) => {
    if (!warn || isAskedAbout(on, command)) return false;
    warn(problem);
    return true;
  });
  const mapped = checkMappedOutputs(loaded.manifest.project);
  const wrongOutputs = warn ? [] : mapped;
  if (warn) for (const problem of mapped) warn(problem);
  if (!hooks.ok || wrongOutputs.length > 0)
    return err(invalidManifest([...hooks.ok ? [] : hooks.error, ...wrongOutputs]));
  const { files, startProcess } = capabilities;
  const configurations = kindConfigurations(loaded);
  return ok({
    processors: kinds.value,
    configurations,
    startProcess,
    placeFiles: placeFiles(files),
    kindsChanged,
    hooks: hooks.value
  });
}
async function tellChanges({ loaded }, diagnose) {
  const { moduleChanges } = await import("./changed-extensions-OBACIZW7.js");
  const { diagnostics, ofKinds } = await moduleChanges(loaded);
  for (const change of diagnostics) diagnose(change);
  return ofKinds;
}

// src/event/default-branch.ts
function isOnDefaultBranch(environment, event) {
  if (environment.GITHUB_EVENT_NAME === "schedule") return true;
  const standard = member(event, "repository", "default_branch");
  return typeof standard === "string" && environment.GITHUB_REF === `refs/heads/${standard}`;
}

// src/app/issue/issue-session.ts
var standardLabels = { drift: ["opus-drift"], failure: ["opus-failure"] };
var standardMaxIssues = 10;
function openIssues(command, settings, loaded, capabilities, host, outcomes) {
  const does = command.previews ? void 0 : command.does === "drift" ? "looks" : command.does === "delete" ? "deletes" : void 0;
  if (!settings.driftIssue || host.terminal || does === void 0) return void 0;
  let issues;
  const { project } = loaded.manifest;
  const { environment } = host;
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository = "" } = environment;
  const info = runInfo(host);
  const refused = whyRefused2(settings, loaded, capabilities);
  const mayTellWhatIsGone = isOnDefaultBranch(environment, loaded.github.event);
  return {
    options: (warn) => ({
      does,
      tracker: refused ?? (async () => issues ??= await openTracker(settings, host, repository)),
      whole: settings.targets.length === 0 && settings.refresh === "all",
      ...hookSettings(project),
      maxIssues: project?.limits.maxIssues ?? standardMaxIssues,
      moment: () => ({ run: info.id, attempt: info.attempt, commit: info.sha, at: systemClock.timestamp() }),
      links: githubLinks(server, repository),
      taskLink: taskLinks(server, repository, info.sha),
      terminal: (context) => mendCommand(context, settings, host, project),
      about: (place) => knowledgeOf(outcomes[place], host.redactor),
      isGone: (context) => mayTellWhatIsGone && !mayBeNamed(project, context),
      cancelled: host.signal,
      warn,
      redact: (text) => host.redactor.text(text),
      sleep: systemClock.sleep
    }),
    dispose: async () => issues?.dispose()
  };
}
function whyRefused2({ token }, { trust }, { mayRequest }) {
  if (!token) return { why: "there is no token", suggestion: "Give the input `token`." };
  if (mayRequest) return void 0;
  return { why: trust.why, suggestion: "Look for drift in a scheduled run of this repository." };
}
async function openTracker({ token = "" }, { environment, version }, repository) {
  const { Issues } = await import("./issues-QMTF5CUA.js");
  const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`;
  return new Issues({ apiUrl, graphqlUrl, repository, token, userAgent: `magnum-opus/${version}`, environment });
}
function hookSettings(project) {
  const said = project?.hooks.findLast(({ use }) => use === "issue")?.with ?? {};
  const labels = said.labels ?? {};
  return { labels: { ...standardLabels, ...labels }, assignees: said.assignees ?? [] };
}
function knowledgeOf(outcome, redactor) {
  const { entries, lastRun, failure: failure2 } = outcome ?? {};
  const redact = (text) => redactor.text(text);
  const changed = [...entries?.values() ?? []].map(({ updatedAt }) => updatedAt);
  return {
    recorded: entries && new Set([...entries.keys()].map(redact)),
    recordedSpec: (task) => {
      const entry = entries?.get(task);
      return entry && redactor.value(readableTemplate(entry.spec));
    },
    lastRun,
    changedAt: changed.reduce(
      (last, at) => last === void 0 || at > last ? at : last,
      void 0
    ),
    failure: failure2 ? redact(failure2.message) : void 0
  };
}

// src/app/report/report-path.ts
import { resolve as resolvePath } from "node:path";
function reportPath({ reportPath: path, workingDirectory }, host) {
  if (path === void 0) return host.defaultReportPath;
  return resolvePath(host.directory, workingDirectory ?? ".", path);
}
function reportFile(settings, host) {
  const path = reportPath(settings, host);
  const { workingDirectory = "." } = settings;
  const workspace = workspaceRoot(host, resolvePath(host.directory, workingDirectory));
  return path === void 0 ? void 0 : { path, workspace, asked: settings.reportPath !== void 0 };
}

// src/app/report/report-file.ts
async function writeReport({ path, workspace }, text) {
  const opened = openWorkspace(workspace, workspace);
  const inside = opened.ok ? insideWorkspace(path, opened.value.root) : void 0;
  if (opened.ok && inside !== void 0) {
    const written = await opened.value.replace(inside, Buffer.from(text));
    return written.ok ? ok(void 0) : err(written.error.message);
  }
  try {
    writeWholeFile(path, Buffer.from(text));
    return ok(void 0);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

// src/app/report/reporter.ts
var standsHint = "Mend the hook; what the run did, and how it ended, is not changed by that.";
var fullHint = "Make room on the disk; what the run did, and how it ended, is not changed by that.";
var outputsHint = "Later steps must not take missing outputs for no changes, so this step fails. What the run did stands: see the report and the state.";
var unwritable = "runner-file-unwritable";
var endedHint = "Let the hook throw, or fail a task in its `around`; it can't end the process of the run, which has failed by that.";
var Reporter = class {
  #command;
  #clock;
  #redactor;
  #began;
  #diagnostics = [];
  #previews;
  #projects = {};
  #joined;
  #hooks;
  #ended;
  #lost = false;
  /** The outputs could not be set. */
  #silent = false;
  /** Events of which the log could not show all, which is told once. */
  #unshown = /* @__PURE__ */ new Set();
  /** Events from before the hooks were there. */
  #early = [];
  constructor(command, clock, redactor) {
    this.#command = command;
    this.#clock = clock;
    this.#redactor = redactor;
    this.#began = clock.now();
  }
  /** Are the hooks there already? */
  get started() {
    return this.#hooks !== void 0;
  }
  /** Hands the hooks what has happened so far, and from now on everything at once. */
  start(hooks) {
    this.#hooks = hooks.filter((hook) => !hook.commands || hook.commands.includes(this.#command));
    const early = this.#early;
    this.#early = [];
    for (const event of early) this.#show(event);
  }
  emit = (event) => {
    if (event.type === "diagnostic") this.#diagnostics.push(event.diagnostic);
    if (this.#hooks) this.#show(event);
    else this.#early.push(event);
  };
  /** The command that this plan previews. */
  previews(command) {
    this.#previews = command;
  }
  /** The report tells of other runs, and of this one only what went wrong with it. */
  joins(joined) {
    this.#joined = joined;
    if (joined.projects) this.lists(joined.projects, joined.unchanged);
    for (const diagnostic of joined.diagnostics) this.#diagnostics.push(diagnostic);
  }
  /** The report lists these projects. @param unchanged of which nothing is to be planned; undefined: nobody asked */
  lists(projects, unchanged) {
    this.#projects = { projects, ...unchanged === void 0 ? {} : { unchanged } };
  }
  diagnose = (diagnostic) => {
    this.emit({ type: "diagnostic", diagnostic });
  };
  /** A hook tried to end the process. That is no way to report, and may be meant to fail the run: so it does. */
  get ended() {
    return this.#ended;
  }
  /** The report could not be written. */
  get lost() {
    return this.#lost;
  }
  /** The last event, what hooks do at the end, and the report, which holds what went wrong with them too. */
  async end(project, contexts, ended, file) {
    const failed = ended ?? this.#ended;
    const shown = failed ? redactFailure(failed, this.#redactor) : null;
    for (const diagnostic of shown && ended ? messagesOf(shown) : []) this.diagnose(diagnostic);
    const report = () => this.#report(project, contexts, failed ?? this.#ended);
    this.emit({
      type: "run-finished",
      report: report(),
      failure: shown,
      elapsedMs: this.#clock.now() - this.#began
    });
    const isLast = (hook) => hook.name === "annotations";
    const hooks = this.#hooks ?? [];
    const others = hooks.filter((one) => !isLast(one) && !isCheck(one));
    await this.#finish([...others, ...hooks.filter(isCheck)], report);
    if (file !== void 0) await this.#write(report(), file);
    await this.#finish(hooks.filter(isLast), report);
    const failedSince = !failed && this.#ended !== void 0;
    if (!this.#silent && (failedSince || this.#lost)) await this.#finish(hooks.filter(isOutputs), report);
    if (failedSince) await this.#finish(hooks.filter(isCheck), report);
    return report();
  }
  async #finish(hooks, report) {
    for (const hook of hooks) {
      if (!hook.finish) continue;
      const bound = finishBound(hook.finishMs?.() ?? hookFinishMs);
      const took = stopwatch();
      try {
        await Promise.race([hook.finish(report(), bound.signal), bound.late]);
      } catch (error) {
        if (isOutputs(hook)) this.#outputsNotSet(error);
        else this.#hookFailed(`the hook "${hook.name}" failed at the end`, error);
      } finally {
        bound.end();
        trace(() => `hook ${hook.name}: its end took ${took()}`);
      }
    }
  }
  #show(event) {
    const shown = redactEvent(event, this.#redactor);
    for (const hook of this.#hooks ?? []) {
      const failed = (error) => {
        if (!this.#hooks?.includes(hook)) return;
        if (this.#mayGoOn(hook, event, error)) {
          if (this.#unshown.has(event.type)) return;
          this.#unshown.add(event.type);
          this.#hookFailed(`the hook "${hook.name}" could not show all of the event "${event.type}"`, error);
          return;
        }
        this.#hooks = this.#hooks.filter((other) => other !== hook);
        this.#hookFailed(`the hook "${hook.name}" failed and is not called again`, error);
      };
      try {
        const answer = hook.on?.(shown);
        if (answer instanceof Promise) answer.catch(failed);
      } catch (error) {
        failed(error);
      }
    }
  }
  /** Without the log nobody would read how the run ended: it goes on, but where it can't be written, or can't even warn. */
  #mayGoOn(hook, event, error) {
    return hook.name === "log" && event.type !== "diagnostic" && systemCode(error) === void 0;
  }
  #hookFailed(what, error) {
    const { message: why, detail } = taskError(error);
    const frames = error instanceof TaskFailure && detail !== void 0 ? `
${detail}` : "";
    const message = `${what}: ${why}${frames}`;
    const ended = error instanceof EndedCall;
    const diagnostic = {
      severity: ended ? "error" : "warning",
      code: "hook-failed",
      message,
      suggestion: ended ? endedHint : systemCode(error) === "ENOSPC" ? fullHint : standsHint
    };
    this.diagnose(diagnostic);
    if (ended) this.#ended ??= failure("internal", message, [diagnostic]);
  }
  #outputsNotSet(error) {
    this.#silent = true;
    if (this.#diagnostics.some(({ code }) => code === unwritable)) return;
    const message = `the outputs of this step could not be set: ${taskError(error).message}`;
    const suggestion = outputsHint;
    const diagnostic = { severity: "error", code: unwritable, message, suggestion };
    this.diagnose(diagnostic);
    this.#ended ??= failure("invalid-input", message, [diagnostic]);
  }
  #report(project, contexts, failed) {
    const own = failed === void 0 ? "success" : failed.reason === "cancelled" ? "cancelled" : "failure";
    const joined = failed === void 0 ? this.#joined : void 0;
    const previews = this.#joined?.previews ?? this.#previews;
    const report = {
      format: "opus-report",
      version: 1,
      command: this.#joined?.command ?? this.#command,
      ...previews === void 0 ? {} : { previews },
      project,
      result: joined?.result ?? own,
      failureReason: failed?.reason ?? joined?.failureReason ?? null,
      diagnostics: [...this.#diagnostics],
      contexts,
      ...this.#projects
    };
    return redactReport(report, this.#redactor);
  }
  async #write(report, file) {
    const written = await writeReport(file, `${JSON.stringify(renderReport(report), null, 2)}
`);
    if (written.ok) return;
    this.#lost = true;
    const message = `the report could not be written to ${file.path}: ${written.error}`;
    const diagnostic = { severity: file.asked ? "error" : "warning", code: "report-not-written", message };
    this.diagnose(diagnostic);
    if (file.asked) this.#ended ??= failure("invalid-input", message, [diagnostic]);
  }
};
function isCheck({ name }) {
  return name === "check";
}
function isOutputs({ name }) {
  return name === "outputs";
}
function finishBound(ms) {
  const bound = new AbortController();
  const seconds = ms / 1e3;
  const timers = [];
  const late = new Promise((_, reject) => {
    const tooLong = new Error(`it took longer than ${seconds} s`);
    const ignored = new Error(`${tooLong.message}, did not stop when its signal told it to, and was given up`);
    timers.push(setTimeout(() => bound.abort(tooLong), ms));
    timers.push(setTimeout(() => reject(ignored), ms + hookGraceMs));
  });
  for (const timer of timers) timer.unref();
  const end = () => {
    for (const timer of timers) clearTimeout(timer);
  };
  return { signal: bound.signal, late, end };
}

// src/app/report/run-outputs.ts
function heldBack([outcome, second], redactor) {
  if (!outcome || second) return [];
  return outcome.report.tasks.flatMap(
    ({ name: task, outputs }) => Object.entries(outputs).flatMap(([name, value]) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return redactor.value(value) === value ? [] : [{ name: `${task}:${name}`, text }];
    })
  );
}
function outputsOfProject({ loaded, capabilities, outcomes }, command, diagnose, filtered) {
  const [outcome] = outcomes;
  const project = loaded?.manifest.project;
  if (!loaded || !capabilities || !project || !outcome || outcomes.length > 1) return {};
  if (!outcome.entries) return {};
  const context = outcome.report.name;
  const around = projectLookup(capabilities, loaded, command, context, filtered);
  const scope = { command, context, inherited: void 0 };
  return mappedOutputs(project, outcome.entries, scope, around, diagnose);
}

// src/app/secrets/secret-registry.ts
var SecretRegistry = class {
  #redactor;
  #mask;
  #origins = /* @__PURE__ */ new Map();
  /** By secret; made when somebody asks what a text holds. */
  #finders = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  /** Is one of them, or a line of it, a name that is shown? */
  #spared = false;
  /**
   * @param redactor takes them out of all that opus shows
   * @param mask hides one in all that the runner shows
   */
  constructor(redactor, mask) {
    this.#redactor = redactor;
    this.#mask = mask;
  }
  /** Names that everybody knows are no secrets, nor lines of one, from now on. */
  spare(open) {
    this.#open = open;
  }
  /** @param what it is, for people: `secret "token"` */
  add(value, what) {
    const known = this.#origins.get(value);
    if (known) {
      known.add(what);
      return;
    }
    this.#origins.set(value, /* @__PURE__ */ new Set([what]));
    this.#redactor.add(value, this.#open);
    const parts = partsOf(value, this.#open);
    const whole = parts.size === partsOf(value).size;
    this.#spared ||= !whole;
    for (const part of whole ? [value] : [...parts].filter((one) => !/[\r\n]/.test(one))) this.#mask(part);
  }
  /** What of it a text holds, in any form; also what is shown because it is a name. */
  within(text) {
    if (!this.#spared && !this.#redactor.contains(text)) return [];
    const held = /* @__PURE__ */ new Map();
    for (const [value, origins] of this.#origins) {
      const spans = this.#finder(value).spans(text);
      const characters = spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
      if (characters === 0) continue;
      for (const what of origins) held.set(what, Math.max(characters, held.get(what) ?? 0));
    }
    return [...held].map(([what, characters]) => ({ what, characters }));
  }
  /** Finds one secret alone. */
  #finder(value) {
    const known = this.#finders.get(value);
    if (known) return known;
    const finder = createRedactor();
    finder.add(value);
    this.#finders.set(value, finder);
    return finder;
  }
};

// src/app/run-frame.ts
var RunFrame = class {
  host;
  secrets;
  groups = new ProcessGroups();
  /** Text of each file by shown path, for code frames. */
  sources = /* @__PURE__ */ new Map();
  reporter;
  known = { outcomes: [] };
  #settings;
  #endLedger = () => {
  };
  constructor(settings, host) {
    this.#settings = settings;
    this.host = host;
    windowsTrees.useSystemRoot(host.environment.SystemRoot ?? host.environment.SYSTEMROOT);
    this.secrets = new SecretRegistry(host.redactor, host.mask);
    this.reporter = new Reporter(settings.command, systemClock, host.redactor);
  }
  /** Runs the stages. Whatever happens in between, the run ends with a report. */
  async conclude(stages) {
    const beforehand = [...secretSettings(this.#settings), ...passwordsInAddresses(this.host.environment)];
    for (const [secret, what] of beforehand) this.secrets.add(secret, what);
    const { signal, urgent } = this.host;
    urgent.addEventListener("abort", () => this.groups.hurry(), { once: true });
    const onAbort = () => this.reporter.emit({ type: "cancelling", signal: String(signal.reason) });
    signal.addEventListener("abort", onAbort, { once: true });
    const ended = await stages().catch(internalFailure);
    this.#endLedger();
    const stray = this.host.stray();
    const failed = stray === void 0 ? ended : strayFailure(stray);
    const { stores, loaded, joined, outcomes, pullRequestSession } = this.known;
    await stores?.dispose();
    if (loaded?.trust.trusted) removeLeftFolders(this.host);
    if (!this.reporter.started) await this.startHooks([]);
    const contexts = joined?.contexts ?? outcomes.map(({ report: report2 }) => report2);
    const project = joined?.project ?? loaded?.project ?? "";
    const report = await this.reporter.end(project, contexts, failed, reportFile(this.#settings, this.host));
    await pullRequestSession?.dispose();
    await this.known.issueSession?.dispose();
    await this.known.checkSession?.dispose();
    signal.removeEventListener("abort", onAbort);
    return { exitCode: failed === void 0 && this.reporter.ended === void 0 ? 0 : 1, report };
  }
  /**
   * Ends what planning runs have left that were killed, and has what this run starts found in the same way. A run that
   * writes does the like for each context, under its lock.
   */
  async watchProcesses() {
    const folder = planningFolder(this.host);
    const ended = await endOrphansOfPlans(folder);
    if (ended.length > 0) this.reporter.diagnose(leftoversEnded(ended));
    this.#endLedger = keepPlanningLedger(this.groups, folder);
  }
  /** Starts the built-in hooks that show things, then the repository's own, in order. */
  async startHooks(own) {
    const { host, reporter, secrets, known } = this;
    const project = known.loaded?.manifest.project;
    const configured = new Map((project?.hooks ?? []).filter((use) => !isModule(use)).map((use) => [use.use, use]));
    const warn = reporter.diagnose;
    const filtered = filterWatch(host.redactor, (text, what) => secrets.add(text, what));
    const shown = await host.hooks({
      summary: this.#settings.summary,
      reportPath: () => reporter.lost ? "" : reportPath(this.#settings, host) ?? "",
      sources: this.sources,
      warn,
      mappedOutputs: () => outputsOfProject(known, this.#settings.command, warn, filtered),
      comment: known.pullRequestSession?.comment(known.commentPurpose, project, warn),
      issue: known.issueSession?.options(warn),
      check: known.checkSession?.options(warn),
      redact: (text) => host.redactor.text(text),
      secretsIn: (text) => secrets.within(text),
      heldBack: () => heldBack(known.outcomes, host.redactor)
    });
    const limited = shown.map((hook) => {
      const on = configured.get(hook.name)?.on;
      return on ? { ...hook, commands: on } : hook;
    });
    const webhooks = await known.webhooks?.(warn);
    reporter.start([...limited, ...webhooks ? [webhooks] : [], ...own]);
  }
};
function internalFailure(thrown) {
  if (thrown instanceof ModuleFailure) return invalidManifest([thrown.diagnostic]);
  const trouble = machineTrouble(thrown);
  if (trouble) return explained("internal", trouble.message, { suggestion: trouble.suggestion });
  return failure("internal", `internal error, please report it: ${wholeStackOf(thrown)}`);
}

// src/app/run-command.ts
async function run(settings, host, commands = programCommands) {
  const frame = new RunFrame(settings, host);
  return frame.conclude(() => runStages(settings, commands, frame));
}
async function refuse(settings, problems, host) {
  return new RunFrame(settings, host).conclude(async () => inputFailure(problems));
}
async function runStages(settings, commands, frame) {
  const { host, reporter, known } = frame;
  if (commandNamed(settings.command, commands.table)?.stage === "reports") {
    const { joinRun } = await import("./join-run-5EGRHZB2.js");
    return joinRun(settings, frame);
  }
  if (commandNamed(settings.command, commands.table)?.stage === "projects") {
    const { listProjects } = await import("./list-projects-42IJUETJ.js");
    return listProjects(settings, commands, frame);
  }
  const loading = await load(settings, host, commands.table);
  if (!loading.ok) return loading.error;
  const loaded = loading.value;
  const begun = begin(settings, loaded, commands, frame);
  const { capabilities, authorized, session } = begun;
  const given = givenValues(settings, loaded, frame.sources, reporter.diagnose);
  if (!given.ok) return given.error;
  if (!authorized.ok) return authorized.error;
  const { command, choices } = authorized.value;
  announce(begun, authorized.value, frame);
  if (command.row.stage === "contexts") {
    const all = asksForAll(settings, command, capabilities);
    return listContexts(begun, { choices, all }, commands, frame);
  }
  if (loaded.trust.trusted) await frame.watchProcesses();
  const request = { loaded, capabilities, version: host.version, modules: host.modules };
  const inPullRequest = session.pullRequest !== void 0;
  const extensions = await extend(request, { command, inPullRequest }, reporter.diagnose);
  if (!extensions.ok) return extensions.error;
  await frame.startHooks(extensions.value.hooks);
  const { encryptionKey } = capabilities;
  const { initialize } = settings;
  const sealing = await openSealing({ encryptionKey, initialize }, host, reporter.diagnose);
  if (!sealing.ok) return sealing.error;
  const ready = { given: given.value, extensions: extensions.value, sealing: sealing.value };
  return runContexts(contextServices(begun, authorized.value, ready, frame), choices, known.outcomes);
}
async function listContexts({ settings, loaded, capabilities }, { choices, all }, commands, frame) {
  if (settings.recorded) {
    const { listRecorded } = await import("./list-recorded-SBWPQLCR.js");
    return listRecorded({ settings, loaded, capabilities }, frame);
  }
  if (settings.changed) {
    const { listChanged } = await import("./list-changed-TGY2HEKB.js");
    return listChanged({ settings, loaded, capabilities, choices }, commands, frame);
  }
  const { project } = loaded.manifest;
  if (project && all) {
    const { possibleContexts } = await import("./possible-contexts-HE5EXTFG.js");
    for (const { name = null, by, location } of possibleContexts(project))
      frame.reporter.emit({ type: "context-listed", name, by, file: location.file, line: location.line });
  }
  for (const { name } of choices)
    frame.known.outcomes.push({ report: emptyReport(name), failure: null, entries: void 0 });
  return void 0;
}
function begin(settings, loaded, commands, frame) {
  const { host, known, secrets, reporter } = frame;
  const { manifest, trust, github } = loaded;
  known.loaded = loaded;
  const capabilities = openCapabilities(loaded, host, frame.groups, settings);
  known.capabilities = capabilities;
  for (const [shown, text] of manifest.sources) frame.sources.set(shown, text);
  const authorized = authorizeRun(settings, capabilities, loaded, commands);
  const chosen = authorized.ok ? authorized.value.choices.map(({ name }) => name) : [settings.context ?? []].flat();
  const { declared, open } = hideDeclared(loaded, capabilities, chosen, frame);
  const { version } = host;
  reporter.emit({ type: "run-started", command: settings.command, version, trusted: trust.trusted, why: trust.why });
  const requests = { granted: capabilities.mayRequest, why: trust.why };
  const session = new PullRequestSession({ settings, host, github, trusted: trust.trusted, requests });
  known.pullRequestSession = session;
  known.commentPurpose = session.commentPurpose(void 0);
  const command = authorized.ok ? authorized.value.command : void 0;
  known.checkSession = openCheckSession(command, settings, loaded, capabilities, host);
  const choices = authorized.ok ? authorized.value.choices : [];
  known.webhooks = webhooksOf({ settings, loaded, capabilities, host, choices }, secrets);
  const warnings = [...manifest.diagnostics, ...secretWarnings(declared, manifest.sources, open)];
  return { settings, loaded, capabilities, authorized, session, warnings };
}
function announce({ settings, loaded, capabilities, session, warnings }, { command, choices }, frame) {
  const { known, reporter } = frame;
  known.commentPurpose = session.commentPurpose(command);
  known.issueSession = openIssues(command, settings, loaded, capabilities, frame.host, known.outcomes);
  if (command.previews) reporter.previews(command.scopeName);
  for (const warning of warnings) reporter.diagnose(warning);
  const contexts = choices.map(({ name }) => name);
  const { files, tasks } = loaded.manifest;
  const { project } = loaded;
  reporter.emit({ type: "manifest-loaded", project, files: files.length, tasks: tasks.length, contexts });
}
function contextServices({ settings, loaded, capabilities, session }, { command }, { given, extensions, sealing }, { host, groups, secrets, reporter, known }) {
  const { project, manifest } = loaded;
  const { environment, http, planSigningKey } = capabilities;
  const { signal, urgent, redactor, version } = host;
  const { emit } = reporter;
  const stores = new RunStores({ settings, host, loaded, capabilities, sealing, groups, emit });
  known.stores = stores;
  const recovery = { settings, host, project: manifest.project, projectName: project };
  return {
    settings,
    command,
    loaded,
    environment,
    given,
    extensions,
    http,
    reviews: {
      digest: planDigester(planSigningKey),
      previewSignature: openPreviewSignature(planSigningKey, session.repository, planDigester),
      previews: session.previews(project),
      pullRequest: session.pullRequest
    },
    run: runInfo(host),
    version,
    ephemeralFiles: new EphemeralFiles(environment, loaded),
    sealing,
    openStore: (context, name) => stores.open(context, name),
    keepRecovery: (context, text, failed, backend) => keepRecovery(context, text, failed, { ...recovery, backend }),
    clock: systemClock,
    redactor,
    signal,
    urgent,
    giveUp: storeDeadline(signal, urgent),
    emit,
    conceal: (text, what) => secrets.add(text, what)
  };
}

// src/app/program/conclude.ts
async function conclude(raw, host, obstacles = [], { accept, ask } = {}) {
  if (obstacles.length > 0) return refuse(readSureSettings(raw), obstacles, host);
  const settings = readSettings(raw, { terminal: host.terminal });
  if (!settings.ok) return refuse(readSureSettings(raw), settings.error, host);
  return run({ ...settings.value, ...accept ? { accept } : {}, ...ask ? { ask } : {} }, host);
}

// src/hooks/log/console.ts
function withoutSecrets(console, redact) {
  return {
    ...console,
    line: (text, tone) => console.line(redact(text), tone),
    group: (title, tone) => console.group(redact(title), tone),
    progress: (text) => console.progress(text === void 0 ? void 0 : redact(text))
  };
}

// src/hooks/log/accept-render.ts
var tones = { "+": "create", "-": "delete", "@": "muted", " ": "muted" };
function renderAccepted({ context, dryRun, tasks, files }) {
  if (files.length === 0) return [{ text: "" }, { text: "Nothing to write into the manifest.", tone: "heading" }];
  const lines = [];
  for (const { file, patch } of files) {
    lines.push({ text: "" }, { text: oneLine(file), tone: "heading" });
    for (const line of patch.split("\n")) lines.push({ text: `    ${line}`, tone: tones[line[0] ?? " "] ?? "muted" });
  }
  const written = inWords(files.map(({ file }) => oneLine(file)));
  const what = `what is there of ${plural(tasks.length, "task")} (${tasks.map(oneLine).join(", ")})`;
  lines.push({ text: "" });
  if (dryRun) return [...lines, { text: `Would write ${what} into ${written}. Nothing was written.`, tone: "heading" }];
  lines.push({ text: `Wrote ${what} into ${written}.`, tone: "success" });
  const next = `look at it with \`git diff\`, and commit it. \`opus plan --context ${oneLine(context)}\` has nothing to do for it now, and the next \`apply\` records it.`;
  return [...lines, { text: `Next: ${next}` }];
}

// src/hooks/log/event-words.ts
function lockWaitingWords({ holder, waitedMs }) {
  const link = holder.run.url === "" ? "" : `, ${oneLine(holder.run.url)}`;
  return `Waiting for the lock of ${oneLine(holder.command)} (lock-id ${oneLine(holder.id)}, since ${oneLine(holder.since)}${link}) \xB7 ${wholeSeconds(waitedMs)}`;
}
function lockBrokenWords({ holder, why }) {
  return `Broke the lock of ${oneLine(holder.command)} (lock-id ${oneLine(holder.id)}): ${oneLine(why)}`;
}
function retryWords({ attempt, attempts, delayMs, error }) {
  return `${oneLine(error.message)}; attempt ${attempt} of ${attempts} failed, the next follows in ${duration(delayMs)}`;
}
function rollbackWords({ error, action }) {
  return `${oneLine(error.message)}; rolling back: ${oneLine(action)}`;
}

// src/hooks/log/pace.ts
var enough = 20;
var Pace = class {
  #paced;
  /** Requests that were sent before this stage of the run. */
  #sentBefore;
  #kindOf = /* @__PURE__ */ new Map();
  #kinds = /* @__PURE__ */ new Map();
  /** While resources are looked at: all tasks. */
  #looking;
  #isTold = false;
  /** Another stage begins: tasks are planned, and what they will do is known. */
  planned(tasks) {
    this.over();
    this.#looking = void 0;
    this.#kindOf = new Map(tasks.map(({ name, kind }) => [name, kind]));
    this.#kinds = /* @__PURE__ */ new Map();
    for (const { kind, change } of tasks) {
      const known = this.#kinds.get(kind) ?? { left: 0, begun: 0 };
      if (change !== "noop" && change !== "none") known.left++;
      this.#kinds.set(kind, known);
    }
  }
  observing(done, total) {
    this.#looking = { left: total - done, begun: done };
    if (done === total) this.over();
  }
  started(task) {
    const known = this.#kinds.get(this.#kindOf.get(task) ?? "");
    if (known) known.begun++;
  }
  finished({ kind, change }) {
    const known = this.#kinds.get(kind);
    if (known && change !== "noop" && change !== "none") known.left--;
  }
  /** @param tell takes a line for the log, the first time that it will take long */
  paced(event, tell) {
    this.#sentBefore ??= event.requests - 1;
    this.#paced = event;
    const words = this.#isTold ? "" : this.#words();
    if (words === "") return;
    this.#isTold = true;
    tell(`Requests wait for their turn: ${words}`);
  }
  /** A line of progress, with how long it will take. */
  with(progress) {
    const words = this.#words();
    return words === "" ? progress : `${progress} \xB7 ${words}`;
  }
  /** `10 requests a second to api.example: about 49 s`; empty where nobody waits for long. */
  #words() {
    if (!this.#paced) return "";
    const { host, perSecond, requests, waiting, task } = this.#paced;
    const ofKind = this.#kinds.get(this.#kindOf.get(task) ?? "");
    const { left, begun } = this.#looking ?? ofKind ?? { left: 0, begun: 0 };
    const sent = requests - (this.#sentBefore ?? 0);
    const each = begun < enough ? 1 : Math.max(1, sent / begun);
    const seconds = Math.max(left * each, waiting) / perSecond;
    if (seconds * 1e3 < httpNoticeMs) return "";
    return `${perSecond} requests a second to ${oneLine(host)}: about ${grouped(Math.ceil(seconds))} s`;
  }
  over() {
    this.#paced = void 0;
    this.#sentBefore = void 0;
    this.#isTold = false;
  }
};

// src/hooks/log/task-buffer.ts
var headLimit = 4e5;
var tailLimit = 4e5;
var TaskBuffer = class {
  startedAt;
  /** What it says that it does now. */
  doing;
  #head = [];
  #headSize = 0;
  #tail = [];
  #tailSize = 0;
  #dropped = 0;
  /** @param startedAt milliseconds, of the clock that the log uses */
  constructor(startedAt) {
    this.startedAt = startedAt;
  }
  output(text) {
    if (this.#headSize + text.length <= headLimit && this.#tail.length === 0) {
      this.#headSize += text.length;
      this.#push(text);
      return;
    }
    this.#tail.push(text);
    this.#tailSize += text.length;
    while (this.#tailSize > tailLimit && this.#tail.length > 1) {
      const first = this.#tail.shift() ?? "";
      this.#tailSize -= first.length;
      this.#dropped += first.length;
    }
    const only = this.#tail[0];
    if (only !== void 0 && this.#tailSize > tailLimit) {
      const from = wholeUpTo(only, only.length - tailLimit);
      this.#dropped += from;
      this.#tail = [only.slice(from)];
      this.#tailSize = only.length - from;
    }
  }
  /** Something that happened, on a line of its own. */
  note(text) {
    this.#head.push({ type: "note", text });
  }
  /** Takes everything out, in order; what was left out is counted. */
  drain() {
    const segments = [...this.#head];
    if (this.#dropped > 0) segments.push({ type: "note", text: `\u2026 ${this.#dropped} characters of output left out` });
    if (this.#tail.length > 0) segments.push({ type: "output", text: this.#tail.join("") });
    this.#head.length = 0;
    this.#headSize = 0;
    this.#tail = [];
    this.#tailSize = 0;
    this.#dropped = 0;
    return segments;
  }
  #push(text) {
    const last = this.#head.at(-1);
    if (last?.type === "output") this.#head[this.#head.length - 1] = { type: "output", text: last.text + text };
    else this.#head.push({ type: "output", text });
  }
};

// src/hooks/log/task-pieces.ts
function taskPieces(report, segments) {
  const untouched = report.change === "noop" || report.status === "skipped" || report.status === "cancelled";
  const fields = untouched ? [] : renderFields(report, "  ");
  const sides = renderSides(report);
  const both = report.fields.some(({ before }) => before !== void 0);
  const pieces = both && fields.length > 0 ? [{ ...sides, text: `  ${sides.text}` }, ...fields] : [...fields];
  append(pieces, segments.map(piece));
  if (report.error && report.status !== "skipped") {
    append(pieces, [...renderError(withoutShown(report.error, segments), "  "), ...renderLocation(report, "  ")]);
  }
  return pieces;
}
function withoutShown(error, segments) {
  const { detail, ...rest } = error;
  if (detail === void 0) return error;
  const shown = segments.map((segment) => segment.type === "output" ? segment.text : "").join("");
  return shown.includes(detail.trim()) ? rest : error;
}
function piece(segment) {
  return segment.type === "output" ? { output: segment.text } : { text: `  ${segment.text}`, tone: "warning" };
}

// src/hooks/log/log.ts
var diagnosticTones = {
  error: "error",
  warning: "warning",
  notice: "muted"
};
function createLog(options) {
  const log = new Log(options);
  return { name: "log", on: (event) => log.on(event) };
}
var Log = class {
  #options;
  #console;
  #pace = new Pace();
  #current;
  #stopTimer;
  #progressAt = Number.NEGATIVE_INFINITY;
  constructor(options) {
    this.#options = options;
    this.#console = options.console;
  }
  on(event) {
    switch (event.type) {
      case "run-started":
        this.#print(renderStart(event, this.#options.verbose));
        break;
      case "manifest-loaded":
        this.#print(renderManifest(event));
        break;
      case "context-started":
        this.#contextStarted(event);
        break;
      case "progress":
        this.#told(event);
        break;
      case "observing":
        this.#observing(event.done, event.total, event.elapsedMs);
        break;
      case "paced":
        this.#pace.paced(event, (text) => this.#console.progress(text));
        break;
      case "planned":
        this.#planned(event);
        break;
      case "state-saved":
        this.#stateSaved(event);
        break;
      case "context-finished":
        this.#contextFinished(event);
        break;
      case "compared":
        this.#compared(event);
        break;
      case "context-listed":
      case "accepted":
        this.#print(event.type === "accepted" ? renderAccepted(event) : renderListed(event));
        break;
      case "diagnostic":
        this.#diagnostic(event.diagnostic);
        break;
      case "cancelling":
        this.#cancelling(event.signal);
        break;
      case "run-finished":
        this.#stop();
        this.#print([...renderProjects(event.report), ...renderEnd(event, this.#options.surface)]);
        break;
      default:
        this.#ofLockOrTask(event);
    }
  }
  #compared(event) {
    this.#console.progress(void 0);
    this.#print(renderComparison(event));
  }
  #told({ task, text }) {
    const buffer = task !== void 0 && this.#console.live ? this.#current?.buffers.get(task) : void 0;
    if (!buffer) {
      this.#console.progress(oneLine(text));
      return;
    }
    buffer.doing = text;
    this.#progress();
  }
  #ofLockOrTask(event) {
    switch (event.type) {
      case "lock-waiting":
        this.#console.progress(lockWaitingWords(event));
        break;
      case "lock-broken":
        this.#console.line(lockBrokenWords(event), "warning");
        break;
      case "lock-unsure":
        this.#console.line(`It can't be told whether that run is over: ${oneLine(event.why)}`, "warning");
        break;
      case "task-started":
        this.#taskStarted(event.task);
        break;
      case "task-output":
        this.#buffer(event.task)?.output(event.text);
        break;
      case "task-retrying":
        this.#buffer(event.task)?.note(retryWords(event));
        break;
      case "task-rolling-back":
        this.#buffer(event.task)?.note(rollbackWords(event));
        break;
      case "task-finished":
        this.#taskFinished(event);
        break;
    }
  }
  #stateSaved({ serial, tasks, pending }) {
    if (!this.#options.verbose) return;
    this.#console.line(`State saved: serial ${serial}, ${tasks} recorded, ${pending} pending`, "muted");
  }
  #contextStarted(event) {
    this.#stop();
    this.#pace.planned([]);
    this.#current = {
      context: event.context,
      action: event.action,
      planned: /* @__PURE__ */ new Map(),
      buffers: /* @__PURE__ */ new Map(),
      executed: false,
      eventful: false,
      total: 0,
      done: 0,
      succeeded: 0,
      failed: 0,
      skipped: 0,
      startedAt: this.#options.now()
    };
    this.#print(renderContext(event));
  }
  #observing(done, total, elapsedMs) {
    this.#pace.observing(done, total);
    if (done >= total) {
      this.#console.progress(void 0);
      return;
    }
    if (!this.#console.live && (elapsedMs < 5e3 || !this.#due(5e3))) return;
    this.#console.progress(this.#pace.with(`Looking at resources: ${done} of ${total} \xB7 ${wholeSeconds(elapsedMs)}`));
  }
  #planned({ tasks, counts, action }) {
    this.#pace.planned(tasks);
    this.#console.progress(void 0);
    const current = this.#current;
    if (current) {
      current.planned.clear();
      for (const task of tasks) current.planned.set(task.name, task);
      current.total = tasks.length;
    }
    if (onlyLooks(commandNamed(action))) return;
    this.#print(renderPlan(tasks, counts, this.#options.verbose, action));
  }
  #taskStarted(task) {
    const current = this.#current;
    if (!current) return;
    current.executed = true;
    this.#pace.started(task);
    current.buffers.set(task, new TaskBuffer(this.#options.now()));
    this.#startTimer();
    if (this.#console.live) this.#progress();
  }
  #taskFinished({ report, done, total }) {
    const current = this.#current;
    if (!current) return;
    current.executed = true;
    current.done = done;
    current.total = total;
    this.#pace.finished(report);
    if (hasFailed(report)) current.failed++;
    else if (report.status === "skipped" || report.status === "cancelled") current.skipped++;
    else current.succeeded++;
    const segments = current.buffers.get(report.name)?.drain() ?? [];
    current.buffers.delete(report.name);
    const planned = current.planned.get(report.name);
    const quiet = segments.length === 0 && !isNoteworthy(report) && !(planned && isNoteworthy(planned));
    if (!quiet || this.#options.verbose) {
      this.#console.progress(void 0);
      if (!current.eventful) this.#console.line("");
      current.eventful = true;
      const told2 = this.#isBrief && planned !== void 0 && isAsPlanned(report, planned);
      this.#group(taskTitle(report), taskPieces(told2 ? { ...report, fields: [] } : report, segments));
    }
    if (!current.eventful) return;
    if (this.#console.live || !this.#isBrief && (done === total || this.#due(1e3))) this.#progress();
  }
  get #isBrief() {
    return this.#options.brief === true && !this.#options.verbose;
  }
  #contextFinished({ report, elapsedMs }) {
    this.#stop();
    const current = this.#current;
    if (current?.action === "drift") this.#print(renderDrift(report));
    if (current?.action === "describe") this.#print(renderDescribe(report, this.#options.checksums));
    this.#flush("was running when the run ended");
    this.#print(renderOutcome(report, current?.executed ?? false, elapsedMs));
    this.#current = void 0;
  }
  #cancelling(signal) {
    this.#console.progress(void 0);
    const text = `Cancelled (${oneLine(signal)}): nothing new starts, what runs is stopped, state is saved. A second signal kills what still runs, a third one ends opus at once.`;
    this.#console.line(text, "warning");
    this.#flush("still running");
  }
  #diagnostic(diagnostic) {
    this.#console.progress(void 0);
    const tone = diagnosticTones[diagnostic.severity];
    for (const line of printableLines(this.#options.frame(diagnostic))) this.#console.line(line, tone);
  }
  /** Shows what running tasks printed so far. */
  #flush(why) {
    for (const [task, buffer] of this.#current?.buffers ?? []) {
      const pieces = buffer.drain().map(piece);
      if (pieces.length === 0) continue;
      this.#group({ text: `\u2026 ${oneLine(task)}  ${why}`, tone: "warning" }, pieces);
    }
  }
  /** A group, or just its title when there is nothing inside. */
  #group({ text, tone }, pieces) {
    if (pieces.length === 0) {
      this.#console.line(text, tone);
      return;
    }
    this.#console.group(text, tone);
    for (const inside of pieces) {
      if ("output" in inside) this.#console.output(inside.output);
      else this.#console.line(inside.text, inside.tone);
    }
    this.#console.endGroup();
  }
  #print(lines) {
    for (const { text, tone } of lines) this.#console.line(text, tone);
  }
  /** The buffer of a task; also for one whose start was not announced. */
  #buffer(task) {
    const buffers = this.#current?.buffers;
    if (!buffers) return void 0;
    let buffer = buffers.get(task);
    if (!buffer) {
      buffer = new TaskBuffer(this.#options.now());
      buffers.set(task, buffer);
    }
    return buffer;
  }
  #progress() {
    const current = this.#current;
    if (!current) return;
    const now = this.#options.now();
    this.#progressAt = now;
    const { done, total, succeeded, failed, skipped } = current;
    const running = [...current.buffers].map(([task, { startedAt, doing }]) => {
      return { task, ms: now - startedAt, ...doing === void 0 ? {} : { doing } };
    });
    const elapsedMs = now - current.startedAt;
    const progress = renderProgress({ done, total, succeeded, failed, skipped, elapsedMs, running });
    this.#console.progress(this.#pace.with(progress));
  }
  /** True at most once in `ms`. */
  #due(ms) {
    const now = this.#options.now();
    if (now - this.#progressAt < ms) return false;
    this.#progressAt = now;
    return true;
  }
  #startTimer() {
    if (this.#stopTimer) return;
    const every = this.#options.every ?? interval;
    this.#stopTimer = every(this.#console.live ? progressTerminalMs : progressStepMs, () => {
      if (this.#console.live || this.#due(9e3)) this.#progress();
    });
  }
  #stop() {
    this.#pace.over();
    this.#stopTimer?.();
    this.#stopTimer = void 0;
    this.#console.progress(void 0);
  }
};
function isAsPlanned(report, planned) {
  return report.change === planned.change && JSON.stringify(report.fields) === JSON.stringify(planned.fields);
}
function interval(ms, call) {
  const timer = setInterval(call, ms);
  timer.unref();
  return () => clearInterval(timer);
}

// src/app/program/step-hooks.ts
async function stepHooks({ console, verbose }, setup) {
  const { createAnnotations } = await import("./annotations-MRBAZF26.js");
  const { createOutputs } = await import("./outputs-MCVVTD2F.js");
  const { redact } = setup;
  const hooks = [
    createLog({
      console: withoutSecrets(console, redact),
      frame: (diagnostic) => renderDiagnostic(diagnostic, setup.sources, { redact }),
      verbose,
      checksums: verbose,
      now: systemClock.now
    }),
    createAnnotations((level, message, place) => {
      const file = place.file === void 0 ? {} : { file: redact(place.file) };
      console.annotation(level, redact(message), { ...place, ...file });
    })
  ];
  if (setup.summary) {
    const { createSummary } = await import("./summary-5O4O7XBZ.js");
    const { summaryRoom: room, appendSummary: append2 } = console;
    const warn = (message) => setup.warn({ severity: "warning", code: "summary-not-written", message });
    hooks.push(createSummary({ room, append: append2, warn, redact }));
  }
  hooks.push(createOutputs({ ...setup, set: console.setOutputs, mapped: setup.mappedOutputs }));
  if (setup.comment) {
    const { createComment } = await import("./comment-S7MVTIEQ.js");
    hooks.push(createComment(setup.comment));
  }
  if (setup.issue) {
    const { createIssue } = await import("./issue-5UHC6GSA.js");
    hooks.push(createIssue(setup.issue));
  }
  if (setup.check) {
    const { createCheck } = await import("./check-B52J5GE5.js");
    hooks.push(createCheck(setup.check));
  }
  return hooks;
}

// src/app/program/unwritable-files.ts
import { closeSync, openSync, statSync } from "node:fs";
var asOwner = "Let this step run as the user to whom the runner's files belong: in a container by `options: --user <uid>`, and in no sandbox that hides the file.";
var filesOfRunner = { GITHUB_OUTPUT: "outputs of this step", GITHUB_STATE: "notes for its post step" };
function unwritableFiles(env) {
  return Object.entries(filesOfRunner).flatMap(([variable, what]) => {
    const path = env[variable];
    if (!path) return [];
    try {
      closeSync(openSync(path, "a"));
      return [];
    } catch (error) {
      const { message, hint } = fileProblem(path, error);
      const byNode = systemCode(error) === "ERR_ACCESS_DENIED";
      const suggestion = byNode && hint !== void 0 ? hint : asOwner;
      return [
        {
          severity: "error",
          code: "runner-file-unwritable",
          message: `the runner's file for ${what} (${variable}) can't be written: ${message}${byNode ? "" : whoseFile(path)}`,
          suggestion
        }
      ];
    }
  });
}
function whoseFile(path) {
  const uid = process.getuid?.();
  const file = statSync(path, { throwIfNoEntry: false });
  if (uid === void 0 || file === void 0) return "";
  return ` (this process runs as user ${uid}; the file belongs to user ${file.uid}, mode ${(file.mode & 511).toString(8)})`;
}

// src/app/program/run-step.ts
async function runStep(program) {
  const { environment, redactor, version, modules } = program;
  program.addRunnerTokens();
  const step = openStep(environment, program.stdout);
  const { console, verbose } = step;
  const traceLog = verbose ? program.startTrace((line) => console.line(line, "muted")) : void 0;
  const unwritable2 = unwritableFiles(environment);
  const handover = environment.RUNNER_TEMP && unwritable2.length === 0 ? Handover.begin(environment.RUNNER_TEMP, localMachine().self, (path) => console.saveState("handover", path)) : Handover.none();
  const raw = readRawInputs(environment);
  const ending = program.cancelled();
  const host = {
    terminal: false,
    version,
    environment,
    directory: environment.GITHUB_WORKSPACE || process.cwd(),
    verbose,
    ...ending,
    modules,
    handover,
    defaultReportPath: step.reportPath,
    redactor,
    mask: (secret) => console.addMask(secret),
    hooks: (setup) => {
      traceLog?.open();
      return stepHooks(step, setup);
    }
  };
  program.guard(ending);
  const { exitCode, report } = await conclude(raw, host, unwritable2);
  const reason = report.failureReason;
  const wanted = reason === "internal" || verbose && reason !== "cancelled";
  if (exitCode !== 0 && wanted && readSureSettings(raw).summary) {
    traceLog?.end();
    const { debugInfo } = await import("./debug-info-RPW7COD6.js");
    console.appendSummary(`
${await debugInfo(raw, host)}`);
  }
  return exitCode;
}

// src/cli/terminal-console.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function createTerminalConsole({
  stream,
  env,
  color,
  live: mayRewrite = true
}) {
  const colourful = wantsColor(stream, env, color);
  const live = mayRewrite && stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
  return { live, color: colourful, ...shownLines(stream, colourful, live) };
}
function paints(colors) {
  return {
    heading: colors.bold,
    create: colors.green,
    update: colors.yellow,
    delete: colors.red,
    adopt: colors.cyan,
    success: colors.green,
    warning: colors.yellow,
    error: colors.red,
    muted: colors.dim
  };
}
function shownLines(stream, colourful, live) {
  const colors = (0, import_picocolors.createColors)(colourful);
  const tones2 = paints(colors);
  let indent = "";
  let shown = "";
  const erase = () => {
    if (shown !== "") stream.write("\r\x1B[2K");
    shown = "";
  };
  const line = (text, tone) => {
    erase();
    const paint = tone === void 0 ? (plain) => plain : tones2[tone];
    for (const printable of printableLines(text)) {
      stream.write(printable === "" ? "\n" : `${indent}${paint(printable)}
`);
    }
  };
  return {
    line,
    group: (title, tone) => {
      indent = "";
      line(title, tone);
      indent = "  ";
    },
    endGroup: () => {
      indent = "";
    },
    output: (text) => {
      erase();
      for (const printable of printableLines(text.replace(/(?:\r\n|\n|\r)$/, ""), { colours: colourful })) {
        stream.write(`${indent}  ${colors.dim("\u2502")} ${printable}
`);
      }
    },
    progress: (text) => {
      if (!live) {
        if (text !== void 0) line(text, "muted");
        return;
      }
      const next = text === void 0 ? "" : cutToColumns(printableLines(text).join(" "), (stream.columns ?? 80) - 1);
      if (next === shown) return;
      erase();
      if (next !== "") stream.write(colors.dim(next));
      shown = next;
    }
  };
}
function wantsColor(stream, env, flag) {
  if (flag !== void 0) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function cutToColumns(text, columns) {
  let used = 0;
  let result = "";
  for (const character of text) {
    const size = new RegExp("[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|\\p{Emoji_Presentation}", "u").test(
      character
    ) ? 2 : 1;
    if (used + size > columns - 1) return `${result}\u2026`;
    used += size;
    result += character;
  }
  return result;
}

// src/cli/print-contexts.ts
function createContextList(write) {
  return {
    name: "contexts",
    commands: ["contexts"],
    finish: async ({ result, contexts }) => {
      if (result === "success") await write(`${JSON.stringify(contexts.map(({ name }) => name))}
`);
    }
  };
}
function createProjectList(write) {
  return {
    name: "projects",
    commands: ["projects"],
    finish: async ({ projects }) => {
      if (projects !== void 0) await write(`${JSON.stringify(projects)}
`);
    }
  };
}

// src/app/program/terminal-hooks.ts
async function terminalHooks({ console, verbose, quiet, checksums, json, data }, { sources, redact }) {
  const shared = {
    console: withoutSecrets(console, redact),
    frame: (diagnostic) => renderDiagnostic(diagnostic, sources, { color: console.color, redact }),
    surface: terminalSurface
  };
  const log = quiet ? (await import("./quiet-log-3QASP5CA.js")).createQuietLog(shared) : createLog({ ...shared, verbose, checksums, brief: true, now: systemClock.now });
  return [log, createContextList(data), ...json ? [createProjectList(data), createReportPrint(data)] : []];
}
function createReportPrint(write) {
  return {
    name: "report-print",
    finish: async (report) => {
      if (report.command === "projects" || report.command === "contexts" && report.result === "success") return;
      const { renderReport: renderReport2 } = await import("./report-O5UICCWE.js");
      await write(`${JSON.stringify(renderReport2(report), null, 2)}
`);
    }
  };
}

// src/app/program/run-terminal.ts
async function runTerminal(parsed, program) {
  const terminal = openTerminal(parsed, program);
  return parsed.type === "run" ? runCommand(parsed, terminal, program) : runOnState(parsed, terminal, program);
}
function linesTo(say) {
  return { write: (text) => say(text.replace(/\n$/, "")) };
}
function openTerminal(parsed, program) {
  const traceLog = parsed.debug ? program.startTrace(program.say) : void 0;
  const { stdout, environment: env, say } = program;
  const stream = parsed.type === "run" && parsed.json ? linesTo(say) : stdout;
  const console = createTerminalConsole({ stream, env, color: parsed.color, live: !parsed.debug });
  return { console, traceLog };
}
async function runOnState(parsed, terminal, program) {
  const { redactor, environment, say } = program;
  const { console, traceLog } = terminal;
  const { host } = openHost(parsed, terminal, program);
  const raw = withJobToken(withEnvironment(parsed.raw, environment), environment);
  if (traceLog) {
    for (const secret of [raw.token, raw["encryption-key"]]) redactor.add(secret ?? "");
    traceLog.open();
  }
  const output = { console, data: (chunk) => print(chunk, program), error: say };
  if (parsed.type === "site") {
    const { runSite } = await import("./site-command-54ELZZOX.js");
    return runSite({ ...parsed, raw }, host, output);
  }
  const { runState } = await import("./state-command-NK7NN4UV.js");
  return runState({ ...parsed, raw }, host, output);
}
async function runCommand(parsed, terminal, program) {
  const { host, ending } = openHost(parsed, terminal, program);
  const raw = withJobToken(withEnvironment(parsed.raw, program.environment), program.environment);
  if (raw.command === "debug-info") {
    const { debugInfo } = await import("./debug-info-RPW7COD6.js");
    const terminal2 = program.environment.GITHUB_ACTIONS !== "true";
    program.stdout.write(program.shown(`${await debugInfo(raw, { ...host, terminal: terminal2 })}
`));
    return 0;
  }
  program.guard(ending);
  const ask = raw.command === "delete" && !parsed.yes ? questions(program) : void 0;
  const more = { ...parsed.accept ? { accept: parsed.accept } : {}, ...ask ? { ask } : {} };
  const { exitCode, report } = await conclude(raw, host, [], more);
  const differs = changesPending(report.contexts) || report.contexts.some(({ tasks }) => tasks.some(isDrifted));
  return exitCode === 0 && parsed.detailedExitcode && differs ? 2 : exitCode;
}
function openHost(parsed, { console, traceLog }, program) {
  const { version, environment, modules, redactor } = program;
  const { verbose } = parsed;
  const ending = program.cancelled();
  const data = (text) => print(text, program);
  const checksums = parsed.type === "run" && parsed.checksums;
  const json = parsed.type === "run" && parsed.json;
  const quiet = parsed.type === "run" && parsed.quiet;
  const host = {
    terminal: true,
    version,
    environment,
    directory: program.process.cwd(),
    verbose,
    ...ending,
    modules,
    handover: Handover.none(),
    defaultReportPath: void 0,
    redactor,
    mask: () => {
    },
    hooks: async (setup) => {
      traceLog?.open();
      return terminalHooks({ console, verbose, quiet, checksums, json, data }, setup);
    }
  };
  return { host, ending };
}
function print(chunk, { data, stdout }) {
  return data.write(stdout.isTTY ? visibleJson(Buffer.from(chunk).toString("utf8")) : chunk);
}
function questions({ process: { stdin, stdout }, say }) {
  if (stdin.isTTY !== true || stdout.isTTY !== true) return void 0;
  return async (question, signal) => {
    say(question);
    const answer = await new Promise((resolve2) => {
      if (signal.aborted) resolve2("");
      signal.addEventListener("abort", () => resolve2(""), { once: true });
      stdin.setEncoding("utf8");
      stdin.once("data", (typed) => resolve2(typed));
      stdin.once("end", () => resolve2(""));
      stdin.resume();
    });
    stdin.pause();
    return /^y(?:es)?$/i.test(answer.trim());
  };
}

// src/app/program/whole-run.ts
async function runAfterStep(program) {
  const { runAfterStep: runAfterStep2 } = await import("./run-after-step-NLF5S2BC.js");
  return runAfterStep2(program);
}
async function runTool(request, env) {
  const { runTool: runTool2 } = await import("./run-tool-G23MDTMK.js");
  return runTool2(request, env);
}
var wholeRun = { runStep, runAfterStep, runTerminal, runTool };
export {
  wholeRun
};
