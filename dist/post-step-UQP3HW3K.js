import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  fenced
} from "./chunk-7XIGAEOE.js";
import {
  keepRecovery,
  passwordsInAddresses,
  readHandover
} from "./chunk-DFSGAVIU.js";
import {
  StateSession,
  Stores,
  aliveWords,
  endOrphanProcesses,
  hasVariables,
  localMachine,
  openSealing,
  orphanProcessWords,
  readLedger,
  removeLeftFolders,
  runInfo,
  secretSettings,
  sessionSeal,
  systemClock,
  whyGone
} from "./chunk-CO4BU3TB.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-LWQZJD46.js";
import "./chunk-FLMCZA43.js";
import {
  checkout,
  stateLocation,
  workspaceRoot
} from "./chunk-C3VMYVSV.js";
import "./chunk-QZJNKFNO.js";
import {
  stateInside
} from "./chunk-4OMOQ67W.js";
import "./chunk-QRZW4G5D.js";
import "./chunk-G65K36BT.js";
import "./chunk-RTSY3FFE.js";
import "./chunk-MUKNY2VZ.js";
import "./chunk-7AN7EH64.js";
import {
  plural
} from "./chunk-O5XBFK7F.js";
import {
  commandLine
} from "./chunk-CSETESDP.js";
import "./chunk-H2WNXSF6.js";
import "./chunk-2ZGYQVIF.js";
import {
  nodeFileSystem
} from "./chunk-SNBMTHGJ.js";
import "./chunk-3NSOBNUE.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-2MTA73YI.js";
import "./chunk-IXEJZXA2.js";
import "./chunk-W627D4M3.js";
import "./chunk-Z2GRVYXD.js";
import "./chunk-B64P5Z4L.js";
import "./chunk-CKNN2SAB.js";
import "./chunk-XT5GRKLC.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import "./chunk-FLMLRSQK.js";
import "./chunk-UIXIVFMH.js";
import "./chunk-FGOILAFU.js";
import "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/app/post-step/post-step.ts
import { realpathSync, rmSync } from "node:fs";
import { resolve as resolvePath } from "node:path";

// src/app/post-step/recover-context.ts
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
var untouchedMs = 15e3;
var killMs = 5e3;
var proofMs = 500;
async function endProcess(main, machine, isOfJob) {
  const { host, bootId, processNamespace } = machine.self;
  if (main.host !== host || main.bootId !== bootId || main.processNamespace !== processNamespace) return "gone";
  let proven = false;
  const began = Date.now();
  for (; whyGone(main, machine) === void 0; await sleep(20)) {
    const elapsed = Date.now() - began;
    if (elapsed > killMs) return "alive";
    proven ||= isOfJob(main.pid);
    if (!proven && elapsed > proofMs) return "stranger";
    if (!proven) continue;
    try {
      process.kill(main.pid, "SIGKILL");
    } catch {
    }
  }
  return "gone";
}
async function recoverContext(entry, store, services) {
  const { localFolder: folder } = store;
  const owner = folder === void 0 ? void 0 : readLedger(folder).owner;
  const own = folder !== void 0 && owner === entry.lockId;
  const left = own ? await endOrphanProcesses(folder, { owner: entry.lockId }) : { ended: [], alive: [] };
  const { ended, alive } = left;
  const begun = own || entry.left === "results";
  return {
    entry,
    ended,
    alive,
    outcome: await settle(store, entry, { begun, ledgerOfOther: !own && owner !== void 0 }, services)
  };
}
async function settle(store, entry, { begun, ledgerOfOther }, services) {
  const signal = begun ? services.signal : AbortSignal.any([services.signal, AbortSignal.timeout(untouchedMs)]);
  const { project, context, command } = entry;
  const { clock, run } = services;
  const holder = { id: randomUUID(), command, project, context, since: clock.timestamp(), run };
  const options = { timeoutMs: 0, onWait: () => {
  }, onBroken: () => {
  } };
  if (!store.lock && !begun) return { state: "nothing-left", failure: void 0 };
  if (!store.lock) return storeResults(store, entry, services);
  const lock = await store.lock(holder, options, signal);
  if (lock.state === "locked") {
    try {
      if (store.localFolder !== void 0) await endOrphanProcesses(store.localFolder);
      const outcome = await storeResults(store, { ...entry, lockId: holder.id }, services);
      const released = await lock.release();
      return released.ok || outcome.state !== "stored" ? outcome : { ...outcome, problem: released.error };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }
  if (lock.state === "held" && ledgerOfOther) return { state: "taken-over", holder: lock.holder };
  if (!begun) return { state: "nothing-left", failure: lock.state === "held" ? void 0 : lock.failure };
  return keepResults(store, entry, services, lock.failure);
}
async function storeResults(store, entry, services) {
  const opened = await openSession(store, entry, services);
  if (!opened.ok) return { state: "not-stored", failure: inJournal(opened.error, store) };
  const session = opened.value;
  if (entry.left === "results" && !session.journalled)
    return { state: "not-stored", failure: movedOn(entry, session, inRecoveryFile(store, entry)) };
  const overtaken = overtakenResults(store, session);
  if (overtaken.length > 0)
    return { state: "not-stored", failure: movedOn(entry, session, inJournalAlone(overtaken, store)) };
  const results = journalled(store, session);
  const closed = await session.close({ clearPendingNeverStarted: true });
  if (!closed.ok && session.unsaved)
    return { state: "not-stored", failure: await keep(session, store, entry, services, closed.error) };
  const underWay = session.pending.map(({ intent }) => intent.task);
  return { state: "stored", results, serial: session.serial, underWay, problem: closed.ok ? void 0 : closed.error };
}
async function keepResults(store, entry, services, failed) {
  const opened = await openSession(store, entry, services);
  if (!opened.ok) return { state: "not-stored", failure: inJournal(failed, store) };
  return { state: "not-stored", failure: await keep(opened.value, store, entry, services, failed) };
}
async function keep(session, store, entry, services, failed) {
  return session.unsaved ? services.keepRecovery(entry, await session.recovery(), failed) : inJournal(failed, store);
}
function movedOn({ project, context }, { serial }, where) {
  const message = `The state of ${project}/${context} has moved on since (it has serial ${serial}), so the results of this step are in no state. ${where}`;
  return failure("state-conflict", message);
}
function inRecoveryFile({ backend }, { context, place }) {
  const pull = commandLine(["opus", "state", "pull", "--context", context, ...place.flags]);
  const compare = backend === "cache" ? "what `describe` shows" : `\`${pull}\``;
  return `They are in the recovery file that the step names: compare it with ${compare}, and apply again.`;
}
function overtakenResults(store, session) {
  const left = store.lock || session.journalled ? void 0 : store.journal?.unended?.();
  if (left === void 0) return [];
  const records = store.journal?.read(left.lineage, left.serial);
  const results = (records?.ok ? records.value ?? [] : []).filter(({ type }) => type === "result");
  return [...new Set(results.map(({ task }) => task))];
}
function inJournalAlone(tasks, { localFolder = "" }) {
  const shown = tasks.length > 10 ? `${tasks.slice(0, 10).join(", ")} and ${tasks.length - 10} more` : tasks.join(", ");
  return `Another run has written it at the same time, and looked at what was under way then. What became of ${shown} after that is in the journal in ${localFolder} alone: look at a \`plan\`, and apply again.`;
}
function inJournal(failed, { localFolder }) {
  if (localFolder === void 0) return failed;
  const message = `${failed.message} What the step did last is in the journal in ${localFolder}: the next run on this machine stores it.`;
  return { ...failed, message };
}
function openSession(store, { project, context, command, lockId }, { clock, run, version, signal, sealing }) {
  const known = { project, context, clock, newLineage: randomUUID, run, command, writer: version, lockId };
  const options = { ...known, sealed: sessionSeal(sealing) };
  return StateSession.open(store, options, signal);
}
function journalled(store, { lineage, serial }) {
  const journal = store.journal?.read(lineage ?? "", serial);
  return (journal?.ok ? journal.value ?? [] : []).filter(({ type }) => type === "result").length;
}

// src/app/post-step/recovery-messages.ts
var beginnings = {
  all: "The step was ended before it was through.",
  results: "The step could not store everything.",
  lock: "The step could not release its lock."
};
function recoveryWords({ entry, ended, alive, outcome }) {
  const { project, context, command } = entry;
  const where = `${project}/${context}`;
  const begin = beginnings[entry.left ?? "all"];
  const killed = ended.length === 0 ? [] : [`ended ${orphanProcessWords(ended)}`];
  const still = alive.length === 0 ? "" : ` ${aliveWords(alive, entry)}`;
  const sentences = (parts, rest) => `${begin} ${capital(parts.join(", "))}.${rest}${still}`;
  switch (outcome.state) {
    case "stored": {
      const { results, serial, underWay, problem } = outcome;
      const stored = results === 0 ? `nothing of ${command} in ${where} was left to store (serial ${serial})` : `stored ${plural(results, "result")} of ${command} in ${where} (serial ${serial})`;
      const open = underWay.length === 0 ? [] : [underWayWords(underWay)];
      const next = underWay.length === 0 ? "" : ` The next run settles ${underWay.length === 1 ? "it" : "them"}.`;
      const but = problem ? ` ${sentence(problem.message)}` : "";
      const text = sentences([...killed, stored, ...open], `${next}${but}`);
      return { level: problem || alive.length > 0 ? "error" : "notice", text };
    }
    case "taken-over": {
      const { holder } = outcome;
      const url = holder.run.url === "" ? "" : `, ${holder.run.url}`;
      const by = `\`${holder.command}\` since ${holder.since}${url}`;
      const rest = " What the step had left on this machine went to that run.";
      const text = sentences([...killed, `the state of ${where} is locked by another run (${by})`], rest);
      return { level: "warning", text };
    }
    case "nothing-left": {
      const { failure: failure2 } = outcome;
      const what = entry.left === "lock" ? `everything of ${command} in ${where} is stored` : `it had changed nothing in ${where}`;
      if (!failure2) return { level: alive.length > 0 ? "error" : "notice", text: sentences([...killed, what], "") };
      const rest = ` Should its lock ${entry.lockId} still be held, release it with \`unlock\`, or let the next run break it once this one is over. ${sentence(failure2.message)}`;
      return { level: "warning", text: sentences([...killed, what], rest) };
    }
    case "not-stored": {
      const what = `the last results of ${command} in ${where} are not stored`;
      return { level: "error", text: sentences([...killed, what], ` ${sentence(outcome.failure.message)}`) };
    }
  }
}
function underWayWords(tasks) {
  const shown = tasks.length > 10 ? `${tasks.slice(0, 10).join(", ")} and ${tasks.length - 10} more` : tasks.join(", ");
  return `${plural(tasks.length, "task")} ${tasks.length === 1 ? "was" : "were"} under way: ${shown}`;
}
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function sentence(text) {
  return `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

// src/app/post-step/post-step.ts
async function runPostStep(options) {
  const status = await finish(options);
  removeLeftFolders({ environment: options.environment, terminal: false });
  return status;
}
async function finish(options) {
  const { STATE_handover: path, RUNNER_TEMP: temporary } = options.environment;
  if (!path || !temporary) return 0;
  const refuse = (message) => {
    options.console.annotation("error", options.redactor.text(message));
    return 1;
  };
  const handover = readHandover(path, temporary);
  if (!handover.ok)
    return refuse(
      `What the step left open can't be told: ${handover.error}. The next run ends its processes and settles its tasks.`
    );
  if (handover.value === void 0) return 0;
  const { process: main, contexts, secretVariables } = handover.value;
  const own = ofJob(options.environment);
  const end = await endProcess(main, localMachine(), (pid) => hasVariables(pid, own));
  if (end === "alive")
    return refuse(
      `The process of the step (${main.pid}) still runs and could not be ended, so its state was left alone. End it; the next run settles what it was doing.`
    );
  if (end === "stranger")
    return refuse(
      `${path} says that the step was process ${main.pid}, which is none of this job, so nothing was ended, and the state was left alone. Find out what else writes there. The next run settles what the step was doing.`
    );
  hide(secretVariables, options);
  const status = await recoverAll(contexts, options);
  rmSync(path, { force: true });
  return status;
}
var jobVariables = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_TEMP"];
function ofJob(environment) {
  return jobVariables.flatMap((name) => {
    const value = environment[name];
    return value === void 0 ? [] : [[name, value]];
  });
}
function hide(variables, {
  environment,
  settings,
  redactor,
  console
}) {
  const declared = variables.flatMap((name) => environment[name] || []);
  const beforehand = [...secretSettings(settings), ...passwordsInAddresses(environment)].map(([value]) => value);
  for (const secret of /* @__PURE__ */ new Set([...beforehand, ...declared])) {
    redactor.add(secret);
    console.addMask(secret);
  }
}
async function recoverAll(contexts, options) {
  const { console, settings, redactor } = options;
  const { encryptionKey, initialize } = settings;
  const sealing = await openSealing(
    { encryptionKey, initialize },
    { terminal: false, environment: {} },
    () => void 0
  );
  if (!sealing.ok) {
    const message = `What the step left open was left alone: ${sealing.error.message}. The next run settles it.`;
    console.annotation("error", redactor.text(message));
    return 1;
  }
  const told = [];
  let status = 0;
  for (const open of contexts) {
    const { level, text } = await recoverOne(open, options, sealing.value);
    const shown = redactor.text(text);
    if (level === "error") status = 1;
    console.annotation(level, shown);
    told.push(shown);
  }
  if (settings.summary && told.length > 0) console.appendSummary(`### After the step

${fenced(told, "text")}`);
  return status;
}
async function recoverOne(open, options, sealing) {
  const found = await openStores(open, options, sealing);
  if (!found.ok) {
    const where = `${open.project}/${open.context}`;
    const text = `What the step left open of ${where} was left alone: ${found.error.message} The next run settles it.`;
    return { level: "error", text };
  }
  const { stores, entry } = found.value;
  const recovery = await recoverContext(entry, await stores.open(entry.context), recoverServices(options, sealing));
  await stores.dispose();
  return recoveryWords(recovery);
}
async function openStores(open, options, sealing) {
  const { environment, version, settings, console, directory, redactor } = options;
  const workingDirectory = resolvePath(directory, settings.workingDirectory);
  const host = { terminal: false, environment, directory };
  if (settings.context !== void 0 && settings.context !== open.context)
    return err(failure("invalid-input", `the input \`context\` names ${settings.context}.`));
  const place = await stateLocation(settings, { state: open.said }, host, workingDirectory, checkout);
  if (!place.ok) return place;
  const files = place.value.backend === "file" ? stateFiles(options, workingDirectory) : ok(nodeFileSystem);
  if (!files.ok) return files;
  const stores = new Stores({
    place: place.value,
    project: open.project,
    environment,
    terminal: false,
    stateFiles: files.value,
    version,
    token: settings.token,
    initialize: settings.initialize,
    clock: systemClock,
    sealing,
    redact: (text) => redactor.text(text),
    onProgress: (text) => console.line(redactor.text(text), "muted")
  });
  return ok({ stores, entry: { ...open, place: place.value } });
}
function stateFiles({ settings, environment }, workingDirectory) {
  if (settings.state.path !== void 0) return ok(nodeFileSystem);
  try {
    return ok(stateInside(realpathSync.native(workspaceRoot({ environment }, workingDirectory))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(failure("state-unavailable", `the workspace can't be used (${why}).`));
  }
}
function recoverServices({ environment, version, signal, directory, settings }, sealing) {
  return {
    clock: systemClock,
    sealing,
    run: runInfo({ environment }),
    version,
    signal,
    keepRecovery: ({ context, project: projectName, place: { backend } }, text, failed) => {
      const host = { terminal: false, directory, environment: { ...environment, RUNNER_TEMP: void 0 } };
      return keepRecovery(context, text, failed, { settings, host, project: void 0, projectName, backend });
    }
  };
}
export {
  runPostStep
};
