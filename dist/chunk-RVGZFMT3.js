import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  prepareKeyValueMessage
} from "./chunk-UGRRGH2L.js";
import {
  harmless
} from "./chunk-TPD4WCRM.js";
import {
  branchName
} from "./chunk-FTEEA57J.js";
import {
  endOrphanProcesses
} from "./chunk-CQ75NESB.js";
import {
  locationFlags
} from "./chunk-2LULCZ5L.js";
import {
  partsOf
} from "./chunk-E464FBX3.js";
import {
  ProcessLedger
} from "./chunk-CDGJNW5Y.js";
import {
  backendNamed,
  builtInBackends
} from "./chunk-7S447Q45.js";
import {
  writeWholeFile
} from "./chunk-Y5B556YC.js";
import {
  closing,
  openByPath,
  openForReading
} from "./chunk-H7CNPS2Q.js";
import {
  abandonedIn,
  makePrivateFolder,
  removeAbandoned
} from "./chunk-NTF4PRMK.js";
import {
  makeFolders,
  systemCode
} from "./chunk-4X7ZPCTY.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  oneLine,
  printableLines,
  visible
} from "./chunk-JSSPZBFU.js";
import {
  handoverPlace,
  isHandoverPlace
} from "./chunk-C2BX5EYD.js";
import {
  leftIn
} from "./chunk-6KA4WOHT.js";
import {
  unlockCommand
} from "./chunk-UYCPWTLL.js";
import {
  isSealed,
  lockOf
} from "./chunk-J4HGFYZ3.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";

// src/action/step.ts
import { randomUUID } from "node:crypto";
import { join } from "node:path";

// src/action/toolkit.ts
import { statSync } from "node:fs";

// src/action/runner-files.ts
import { closeSync, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
function append(path, text) {
  const descriptor = openSync(path, "a");
  const { size } = fstatSync(descriptor);
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    try {
      ftruncateSync(descriptor, size);
    } catch {
    }
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

// src/action/toolkit.ts
var summaryLimitBytes = 1024 * 1024;
var colours = {
  heading: "1",
  create: "32",
  update: "33",
  delete: "31",
  adopt: "36",
  success: "32",
  warning: "33",
  error: "31",
  muted: "90"
};
function createActionConsole({ stdout, env }) {
  const write2 = (line) => stdout.write(`${line}
`);
  return { live: false, ...lines(write2, !env.NO_COLOR), ...commands(write2), ...files(env) };
}
function lines(write2, colourful) {
  let grouped = false;
  const endGroup = () => {
    if (grouped) write2(command("endgroup", ""));
    grouped = false;
  };
  const line = (text, tone) => {
    const colour = colourful && tone !== void 0 ? colours[tone] : void 0;
    for (const shown of harmless(text)) write2(colour && shown !== "" ? `\x1B[${colour}m${shown}\x1B[0m` : shown);
  };
  return {
    line,
    endGroup,
    group: (title) => {
      endGroup();
      grouped = true;
      write2(command("group", harmless(title).join(" ")));
    },
    output: (text) => {
      for (const shown of harmless(text.replace(/(?:\r\n|\n|\r)$/, ""))) write2(`  \u2502 ${shown}`);
    },
    progress: (text) => {
      if (text !== void 0) line(text, "muted");
    }
  };
}
function commands(write2) {
  return {
    addMask: (secret) => {
      for (const part of partsOf(secret)) if (!/[\r\n]/.test(part)) write2(command("add-mask", part));
    },
    annotation: (level, message, { file, line: first, endLine, column, endColumn, title } = {}) => {
      const place = file === void 0 ? {} : { file: visible(file), line: first, endLine, col: column, endColumn };
      const text = printableLines(message).map(visible).join("\n");
      write2(command(level, text, { title: title === void 0 ? void 0 : oneLine(title), ...place }));
    }
  };
}
function files(env) {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputFile, GITHUB_STATE: stateFile } = env;
  const room = () => summary ? Math.max(0, summaryLimitBytes - sizeOf(summary)) : 0;
  return {
    setOutputs: (outputs) => {
      if (outputFile)
        append(outputFile, outputs.map(([name, value]) => `${prepareKeyValueMessage(name, value)}
`).join(""));
    },
    saveState: (name, value) => {
      if (stateFile) append(stateFile, `${prepareKeyValueMessage(name, value)}
`);
    },
    summaryRoom: room,
    appendSummary: (markdown) => {
      if (!summary || Buffer.byteLength(markdown) + 1 > room()) return false;
      append(summary, `${markdown}
`);
      return true;
    }
  };
}
function command(name, message, properties = {}) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "");
  const list = pairs.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/action/step.ts
function openStep(env, stdout) {
  const console = createActionConsole({ stdout, env });
  return {
    console,
    reportPath: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, `opus-${randomUUID().slice(0, 8)}`, "report.json") : void 0,
    verbose: env.RUNNER_DEBUG === "1",
    warn: ({ severity, message }) => console.annotation(severity, message)
  };
}

// src/app/post-step/handover-file.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { fstatSync as fstatSync2, readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";

// src/app/check/check-series.ts
import { randomUUID as randomUUID2 } from "node:crypto";
var keyForm = /^[0-9a-f]{16}$/;
var runForm = /^\d{1,20}$/;
var markForm = /^opus\.([0-9a-f]{16})\.(\d{1,20})\.(\d{1,9})\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function seriesOf(environment, asked) {
  const { GITHUB_WORKFLOW_REF: workflow = "", GITHUB_EVENT_NAME, GITHUB_JOB, GITHUB_ACTION } = environment;
  const { GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt2 } = environment;
  const { command: command2, planCommand, context, project, manifest, workingDirectory, targets } = asked;
  const step = [workflow.split("@")[0], GITHUB_EVENT_NAME, GITHUB_JOB, GITHUB_ACTION];
  const what = [command2, planCommand, context, project, manifest, workingDirectory, targets];
  const key = sha256(JSON.stringify([step, what].map((list) => list.map((one) => one ?? null)))).slice(0, 16);
  return { key, run: runForm.test(run) ? run : "0", attempt: Number(attempt2) || 1 };
}
function newMark({ key, run, attempt: attempt2 }) {
  return `opus.${key}.${run}.${attempt2}.${randomUUID2()}`;
}
function isMark(text) {
  return markForm.test(text);
}
function isOlder(mark, { key, run, attempt: attempt2 }) {
  const [, ofKey, ofRun = "", ofAttempt] = markForm.exec(mark) ?? [];
  if (ofKey !== key) return false;
  const difference = BigInt(ofRun) - BigInt(run);
  return difference < 0n || difference === 0n && Number(ofAttempt) < attempt2;
}
function readSeries(value) {
  const { key, run, attempt: attempt2 } = value;
  if (typeof key !== "string" || typeof run !== "string" || typeof attempt2 !== "number") return void 0;
  return keyForm.test(key) && runForm.test(run) && Number.isSafeInteger(attempt2) ? { key, run, attempt: attempt2 } : void 0;
}

// src/app/post-step/handover-file.ts
var commitId = /^[0-9a-f]{40,64}$/;
var format = "opus-handover";
var version = 2;
var Handover = class _Handover {
  #target;
  #contexts = [];
  #checks = [];
  #older;
  #secretVariables = [];
  constructor(target) {
    this.#target = target;
  }
  /** There is no post step. */
  static none() {
    return new _Handover();
  }
  /**
   * Tells the runner where the handover will be; the file is there only while a context or a check is open.
   * @param folder for temporary files of the job
   * @param process this one
   * @param tell hands the path to the post step
   */
  static begin(folder, process, tell) {
    const path = handoverPlace(folder, randomUUID3());
    tell(path);
    return new _Handover({ path, process });
  }
  /** Tells which variables hold secrets; before any context is opened. */
  keepSecret(variables) {
    this.#secretVariables = variables;
  }
  /** A lock is about to be asked for. Throws system errors. */
  open(entry) {
    this.#contexts = [...this.#others(entry.context), entry];
    this.#write();
  }
  /**
   * The run of a context is through. Throws system errors.
   * @param left what the post step is to try again; undefined: nothing
   */
  close(context, left) {
    const entry = this.#contexts.find((one) => one.context === context);
    if (!entry) return;
    this.#contexts = [...this.#others(context), ...left === void 0 ? [] : [{ ...entry, left }]];
    this.#write();
  }
  /** It is not known yet which checks there will be, or it is: undefined. Throws system errors. */
  awaitChecks(older) {
    this.#older = older;
    this.#write();
  }
  /** Checks are about to be made, so it is known which. Throws system errors. */
  openChecks(checks) {
    const marks = new Set(checks.map(({ mark }) => mark));
    const others = this.#checks.filter(({ mark }) => !marks.has(mark));
    this.#checks = [...others, ...checks.map(({ name, sha, mark }) => ({ name, sha, mark }))];
    this.#older = void 0;
    this.#write();
  }
  /**
   * The run that a check is of is through. Throws system errors.
   * @param told whether the check says so, or can't be there: then nothing is left to do
   */
  closeCheck({ name, sha, mark }, told) {
    const others = this.#checks.filter((one) => one.mark !== mark);
    this.#checks = [...others, ...told ? [] : [{ name, sha, mark, ended: true }]];
    this.#write();
  }
  #others(context) {
    return this.#contexts.filter((one) => one.context !== context);
  }
  /** All at once, so that the post step never finds half of it. */
  #write() {
    const contexts = this.#contexts;
    const checks = this.#checks;
    const older = this.#older;
    if (this.#target === void 0) return;
    const { path, process } = this.#target;
    if (contexts.length === 0 && checks.length === 0 && older === void 0) {
      rmSync(path, { force: true });
      return;
    }
    makeFolders(dirname(path));
    const content = { format, version, process, contexts, checks, older, secretVariables: this.#secretVariables };
    writeWholeFile(path, Buffer.from(JSON.stringify(content)), 384);
  }
};
function readHandover(path, folder, backends = builtInBackends) {
  if (!isHandoverPlace(path, folder)) return err(`${path} is no place of a handover`);
  let text;
  try {
    const descriptor = openForReading(openByPath(dirname(path)), basename(path));
    text = closing(descriptor, () => fstatSync2(descriptor).isFile() ? readFileSync(descriptor, "utf8") : "");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return ok(void 0);
    return err(error instanceof Error ? error.message : String(error));
  }
  try {
    const content = JSON.parse(text);
    if (!isObject(content) || content.format !== format) return err(`${path} is no handover`);
    if (content.version !== version)
      return err(`${path} has version ${JSON.stringify(content.version)}, and this program knows ${version}`);
    const checked = checkedContent(content, backends);
    return checked ? ok(checked) : err(`${path} holds what no step writes`);
  } catch {
    return err(`${path} is not JSON`);
  }
}
function checkedContent({ process, contexts, checks = [], older, secretVariables }, backends) {
  const identity = asProcess(process);
  if (!identity || !Array.isArray(contexts) || !Array.isArray(secretVariables)) return void 0;
  const open = contexts.map((one) => asContext(one, backends));
  if (!open.every((one) => one !== void 0) || !secretVariables.every(isText)) return void 0;
  const left = Array.isArray(checks) ? checks.map(asCheck) : [void 0];
  if (!left.every((one) => one !== void 0)) return void 0;
  const series = older === void 0 ? void 0 : asOlder(older);
  if (older !== void 0 && series === void 0) return void 0;
  return { process: identity, contexts: open, checks: left, older: series, secretVariables };
}
function asProcess(value) {
  if (!isObject(value)) return void 0;
  const { machine, host, bootId, processNamespace, pid, startTime } = value;
  const told = [machine, bootId, processNamespace, startTime].every((one) => one === null || isText(one));
  if (!told || !isText(host) || typeof pid !== "number" || !Number.isInteger(pid) || pid < 2) return void 0;
  return value;
}
function asContext(value, backends) {
  if (!isObject(value)) return void 0;
  const { said, project, context, command: command2, lockId, left } = value;
  if (!isObject(said) || ![project, context, command2, lockId].every(isText)) return void 0;
  if (left !== void 0 && left !== "results" && left !== "lock") return void 0;
  const { backend, branch, path, ...others } = said;
  if (Object.keys(others).length > 0 || path !== void 0 && !isText(path)) return void 0;
  if (backend !== void 0 && !backends.some(({ name }) => name === backend)) return void 0;
  if (branch !== void 0 && !(isText(branch) && branchName.test(branch))) return void 0;
  return value;
}
function asCheck(value) {
  if (!isObject(value)) return void 0;
  const { name, sha, mark, ended } = value;
  if (!isText(name) || !isText(sha) || !isText(mark) || ended !== void 0 && ended !== true) return void 0;
  return commitId.test(sha) && isMark(mark) ? value : void 0;
}
function asOlder(value) {
  if (!isObject(value)) return void 0;
  const series = readSeries(value);
  const { sha } = value;
  return series && isText(sha) && commitId.test(sha) ? { ...series, sha } : void 0;
}
function isText(value) {
  return typeof value === "string" && value !== "" && value.length <= 1e3;
}

// src/app/check/open-checks.ts
async function openChecks(environment, token, version2) {
  const { Checks } = await import("./checks-7YQSJYZN.js");
  const { GITHUB_REPOSITORY: repository = "" } = environment;
  const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`;
  return new Checks({ apiUrl, graphqlUrl, repository, token, userAgent: `magnum-opus/${version2}`, environment });
}

// src/node/processes/planning-ledger.ts
import { rmdirSync } from "node:fs";
function keepPlanningLedger(groups, parent) {
  let folder;
  groups.keepLedgerOnceStarted(() => {
    folder = makePrivateFolder([parent], "plan");
    return new ProcessLedger(folder, "plan");
  });
  return () => {
    attempt(() => groups.dropLedgers());
    removeEmpty(folder);
  };
}
async function endOrphansOfPlans(parent) {
  const all = await Promise.all(
    abandonedIn(parent).map(async (folder) => {
      try {
        return (await endOrphanProcesses(folder)).ended;
      } catch {
        return [];
      } finally {
        removeEmpty(folder);
      }
    })
  );
  return all.flat();
}
function removeEmpty(folder) {
  if (folder !== void 0) attempt(() => rmdirSync(folder));
}
function attempt(action) {
  try {
    action();
  } catch {
  }
}

// src/app/state/local-folders.ts
function removeLeftFolders(host) {
  removeAbandoned(leftIn(host));
}

// src/app/state/recovery-file.ts
import { closeSync as closeSync2, fsyncSync, openSync as openSync2, rmSync as rmSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { basename as basename2, join as join2, resolve as resolvePath } from "node:path";

// src/app/load/shown-path.ts
import { relative } from "node:path";
function shownPath(path, from) {
  const short = relative(from, path);
  return short !== "" && !short.startsWith("..") ? short : path;
}

// src/app/state/recovery-file.ts
var mostNames = 1e3;
function keepRecovery(context, text, failed, around) {
  const { host, settings } = around;
  const { RUNNER_TEMP: temporary } = host.environment;
  const why = { severity: "error", code: failed.reason, message: failed.message };
  const folders = [temporary || resolvePath(host.directory, settings.workingDirectory), tmpdir()];
  const saved = save(folders, context, text);
  const lockId = lockOf(text);
  if (!saved.ok) {
    const lock = lockId === void 0 ? "" : `; should its lock be left, release it: ${unlockCommand(lockId, context, flags(around))}`;
    const message2 = `what was applied could not be kept in a recovery file either (${saved.why}): look at the resources of "${context}" before the next run${lock}`;
    return {
      ...failed,
      message: joined(failed.message, message2),
      diagnostics: [...failed.diagnostics, why, problem(message2)]
    };
  }
  const path = shownPath(saved.path, host.directory);
  const lost = failed.reason === "state-conflict" ? backendOf(around)?.takesNoFile?.afterConflict : void 0;
  const message = `what was applied is kept in ${path}${lost ?? toStore(path, text, around)}`;
  const told = [...failed.diagnostics, why, problem(message)];
  const vanishes = temporary && !host.terminal && lost === void 0;
  if (vanishes) told.push(problem(vanishing));
  const after = vanishes ? `; ${vanishing}` : "";
  return { ...failed, message: joined(failed.message, `${message}${after}`), diagnostics: told };
}
function toStore(path, text, around) {
  const key = isSealed(text) ? withKey : "";
  const { host } = around;
  const backend = backendOf(around);
  const away = !backend?.onThisMachine && !host.terminal && host.environment.RUNNER_TEMP;
  const file = away ? basename2(path) : path;
  const push = (given) => `\`${commandLine(["opus", "state", "push", file, ...given])}\``;
  if (!backend?.takesNoFile)
    return `: once the cause is mended, store it with ${push(pushFlags(around))}${key}${lockOf(text) === void 0 ? "" : lockToo}`;
  const anew = { ...around, settings: { ...around.settings, state: {} } };
  return backend.takesNoFile.otherwise(`${push([...pushFlags(anew), "--force"])}${key}`);
}
var withKey = " and the key that sealed it in `OPUS_ENCRYPTION_KEY`";
var lockToo = ", which also releases the lock of this run, should it be left";
var vanishing = "the runner removes that file when the job ends: let a step after this one upload it (`uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1`, `if: failure()`, `path: ${{ runner.temp }}/opus-recovery*.json`), and push the downloaded one from a checkout";
function problem(message) {
  return { severity: "error", code: "state-not-stored", message };
}
function joined(first, second) {
  if (/[?!]$/.test(first)) return `${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  return `${withoutEnd(first, ".")}; ${second}`;
}
function backendOf({ backend, host }) {
  return backendNamed(backend, host.backends);
}
function flags({ settings, host, project, backend }) {
  return locationFlags(settings, project, host, backend);
}
function pushFlags(around) {
  const { settings, project, projectName } = around;
  const initialize = settings.initialize && settings.encryptionKey !== void 0 ? ["--initialize"] : [];
  const whose = project === void 0 ? ["--project", projectName] : [];
  return [...initialize, ...whose, ...flags(around)];
}
function save(folders, context, text) {
  let why = "";
  for (const folder of folders) {
    for (let number = 0; number < mostNames; number++) {
      const path = join2(folder, fileName(context, number));
      try {
        write(path, text);
        return { ok: true, path };
      } catch (error) {
        const { code, message } = error;
        if (code === void 0) throw error;
        why ||= message;
        if (code !== "EEXIST") break;
      }
    }
  }
  return { ok: false, why };
}
function fileName(context, number) {
  return number === 0 ? "opus-recovery.json" : `opus-recovery-${context}${number === 1 ? "" : `-${number}`}.json`;
}
function write(path, text) {
  const file = openSync2(path, "wx", 384);
  try {
    writeFileSync2(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync2(path, { force: true });
    throw error;
  } finally {
    closeSync2(file);
  }
}

export {
  openStep,
  seriesOf,
  newMark,
  isOlder,
  Handover,
  readHandover,
  openChecks,
  keepPlanningLedger,
  endOrphansOfPlans,
  removeLeftFolders,
  keepRecovery
};
