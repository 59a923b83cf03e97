import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  endOrphansOfPlans,
  isOlder,
  keepRecovery,
  openChecks,
  openStep,
  readHandover,
  removeLeftFolders
} from "./chunk-RVGZFMT3.js";
import "./chunk-UGRRGH2L.js";
import "./chunk-TPD4WCRM.js";
import {
  howToEnd,
  isForbidden,
  isRefused,
  leftSummary,
  takeBackOlder,
  takenBackOutput
} from "./chunk-3ZIJ7N6M.js";
import "./chunk-4ZHNPXYS.js";
import "./chunk-SO5R35XC.js";
import "./chunk-BPJMQUAW.js";
import "./chunk-DVX73DJF.js";
import {
  passwordsInAddresses
} from "./chunk-4M3YFS4D.js";
import "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import {
  readRawInputs,
  readSettings
} from "./chunk-FTEEA57J.js";
import {
  fenced
} from "./chunk-DTGBYTTG.js";
import "./chunk-DBO4XEOM.js";
import {
  stateInside,
  workspaceRoot
} from "./chunk-SYK35MFE.js";
import "./chunk-GVRYNTHU.js";
import {
  StateSession,
  aliveWords,
  endOrphanProcesses,
  orphanProcessWords
} from "./chunk-CQ75NESB.js";
import "./chunk-4T6MR7X2.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import {
  Stores,
  openSealing,
  secretSettings,
  sessionSeal
} from "./chunk-B32DNQLH.js";
import {
  stateLocation
} from "./chunk-2LULCZ5L.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import "./chunk-BCV6KWAY.js";
import "./chunk-53MMSWRA.js";
import "./chunk-E464FBX3.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-DVS7MNYR.js";
import {
  plural
} from "./chunk-33HS6KZX.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-C5KIVHJI.js";
import {
  readLedger
} from "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import {
  hasVariables
} from "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-C2BX5EYD.js";
import {
  planningFolder
} from "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import {
  localMachine,
  whyGone
} from "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-DTF5GTS3.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  nodeFileSystem
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  checkMoreMs,
  leftChecksMs,
  mainStepKillMs,
  orphanProofMs,
  untouchedStoreMs
} from "./chunk-IE326VUJ.js";
import "./chunk-3CUOGUAX.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/post-step/post-step.ts
import { realpathSync, rmSync } from "node:fs";
import { resolve as resolvePath } from "node:path";

// src/app/check/end-left-checks.ts
async function endLeftChecks({ checks, older }, options) {
  const bound = AbortSignal.timeout(leftChecksMs + checks.length * checkMoreMs);
  const within = { ...options, signal: AbortSignal.any([options.signal, bound]) };
  const told = older === void 0 ? [] : await takeBack(older, within);
  for (const check of checks) {
    const words = await endOne(check, within);
    if (words) told.push(words);
  }
  return told;
}
async function takeBack({ sha, ...series }, { runs, runUrl, signal }) {
  const { names, troubles } = await takeBackOlder({
    runs,
    sha,
    isOlder: (mark) => isOlder(mark, series),
    conclusion: "failure",
    output: takenBackOutput(runUrl),
    signal
  });
  const told = names.map((name) => {
    const text2 = `The check "${name}" of an older run counts no more: the step was killed before it came to its own.`;
    return { level: "notice", text: text2 };
  });
  const [trouble] = troubles.filter((one) => !isForbidden(one));
  if (trouble === void 0) return told;
  const text = `Checks of older runs on this commit could not be taken back: ${trouble.said}. Run the job again.`;
  return [...told, { level: "warning", text }];
}
async function endOne(check, options) {
  const { runs, runUrl, repository, signal } = options;
  const name = `The check "${check.name}"`;
  const found = await runs.find(check, signal);
  if (!found.ok) return notEnded(name, found.error.said);
  if (found.value?.completed) return void 0;
  const [conclusion, output] = check.ended ? untold(runUrl) : killed(runUrl);
  if (found.value === void 0) return makeEnded(check, conclusion, output, options);
  const written = await changeOrLess(runs, found.value.id, { conclusion, output }, signal);
  if (!written.ok && isRefused(written.error))
    return {
      level: "error",
      text: `${name} stays in progress, as it could not be ended: ${written.error.said}. ${howToEnd([found.value.id], repository)}`
    };
  if (!written.ok) return notEnded(name, written.error.said);
  const text = check.ended ? `${name} could not be told how the run ended, and says so now.` : `${name} was left in progress by a step that was killed, and has failed now.`;
  return { level: "notice", text };
}
async function makeEnded({ name, sha, mark }, conclusion, output, { runs, runUrl, timestamp, signal }) {
  const check = { name, sha, mark, conclusion, output, startedAt: timestamp, detailsUrl: runUrl };
  const made = await runs.create(check, signal);
  if (made.ok) return void 0;
  if (isRefused(made.error)) return void 0;
  const text = `The check "${name}" could not be written: ${made.error.said}. Run the job again.`;
  return { level: "warning", text };
}
async function changeOrLess(runs, id, change, signal) {
  const written = await runs.change(id, change, signal);
  if (written.ok || written.error.kind !== "refused" || change.conclusion === void 0) return written;
  return runs.change(id, { conclusion: change.conclusion }, signal);
}
function notEnded(name, said) {
  return { level: "warning", text: `${name} stays in progress, as it could not be ended: ${said}. Run the job again.` };
}
function killed(runUrl) {
  const summary = leftSummary("The step was killed before it could say how it ended.", runUrl);
  return ["failure", { title: "did not end: the step was killed", summary }];
}
function untold(runUrl) {
  const summary = leftSummary("The run has ended, and GitHub did not take its result when it did.", runUrl);
  return ["action_required", { title: "ended, and could not say how: see the run", summary }];
}

// src/app/post-step/recover-context.ts
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
async function endProcess(main, machine, isOfJob) {
  const { host, bootId, processNamespace } = machine.self;
  if (main.host !== host || main.bootId !== bootId || main.processNamespace !== processNamespace) return "gone";
  let proven = false;
  const began = Date.now();
  for (; whyGone(main, machine) === void 0; await sleep(20)) {
    const elapsed = Date.now() - began;
    if (elapsed > mainStepKillMs) return "alive";
    proven ||= isOfJob(main.pid);
    if (!proven && elapsed > orphanProofMs) return "stranger";
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
    outcome: await recoverResults(store, entry, { begun, ledgerOfOther: !own && owner !== void 0 }, services)
  };
}
async function recoverResults(store, entry, { begun, ledgerOfOther }, services) {
  const signal = begun ? services.signal : AbortSignal.any([services.signal, AbortSignal.timeout(untouchedStoreMs)]);
  const { project, context, command } = entry;
  const { clock, run } = services;
  const holder = { id: randomUUID(), command, project, context, since: clock.timestamp(), run };
  const options = { timeoutMs: 0, onWait: () => {
  }, onBroken: () => {
  } };
  if (!store.lock && !begun) return { state: "nothing-left", failure: void 0 };
  if (!store.lock) return storeResults(store, entry, services);
  const looked = begun ? void 0 : await store.lockWithWrite?.(holder, options, signal);
  if (looked?.state === "free") return { state: "nothing-left", failure: void 0 };
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
  if (entry.left === "results" && !session.stored.journalled)
    return { state: "not-stored", failure: movedOn(entry, session, inRecoveryFile(entry)) };
  const overtaken = overtakenResults(store, session);
  if (overtaken.length > 0)
    return { state: "not-stored", failure: movedOn(entry, session, inJournalAlone(overtaken, store)) };
  const results = journalled(store, session);
  const closed = await session.close({ clearPendingNeverStarted: true });
  if (!closed.ok && session.unsaved)
    return { state: "not-stored", failure: await keep(session, store, entry, services, closed.error) };
  const underWay = session.contents.pending.map(({ intent }) => intent.task);
  return {
    state: "stored",
    results,
    serial: session.stored.serial,
    underWay,
    problem: closed.ok ? void 0 : closed.error
  };
}
async function keepResults(store, entry, services, failed) {
  const opened = await openSession(store, entry, services);
  if (!opened.ok) return { state: "not-stored", failure: inJournal(failed, store) };
  return { state: "not-stored", failure: await keep(opened.value, store, entry, services, failed) };
}
async function keep(session, store, entry, services, failed) {
  return session.unsaved ? services.keepRecovery(entry, await session.recovery(), failed) : inJournal(failed, store);
}
function movedOn({ project, context }, { stored: { serial } }, where) {
  const message = `The state of ${project}/${context} has moved on since (it has serial ${serial}), so the results of this step are in no state. ${where}`;
  return failure("state-conflict", message);
}
function inRecoveryFile({ context, place }) {
  const pull = commandLine(["opus", "state", "pull", "--context", context, ...place.flags]);
  const compare = place.backend.insteadInTerminal !== void 0 ? "what `describe` shows" : `\`${pull}\``;
  return `They are in the recovery file that the step names: compare it with ${compare}, and apply again.`;
}
function overtakenResults(store, session) {
  const left = store.lock || session.stored.journalled ? void 0 : store.journal?.unended?.();
  if (left === void 0) return [];
  const records = store.journal?.read(left.lineage, left.serial);
  const results = (records?.ok ? records.value ?? [] : []).filter(({ type }) => type === "result");
  return [...new Set(results.map(({ task }) => task))];
}
function inJournalAlone(tasks, { localFolder = "" }) {
  const shown = andMore(tasks, 10);
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
function journalled(store, { stored: { lineage, serial } }) {
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
  const killed2 = ended.length === 0 ? [] : [`ended ${orphanProcessWords(ended)}`];
  const still = alive.length === 0 ? "" : ` ${aliveWords(alive, entry)}`;
  const sentences = (parts, rest) => `${begin} ${capital(parts.join(", "))}.${rest}${still}`;
  switch (outcome.state) {
    case "stored": {
      const { results, serial, underWay, problem } = outcome;
      const stored = results === 0 ? `nothing of ${command} in ${where} was left to store (serial ${serial})` : `stored ${plural(results, "result")} of ${command} in ${where} (serial ${serial})`;
      const open = underWay.length === 0 ? [] : [underWayWords(underWay)];
      const next = underWay.length === 0 ? "" : ` The next run settles ${underWay.length === 1 ? "it" : "them"}.`;
      const but = problem ? ` ${sentence(problem.message)}` : "";
      const text = sentences([...killed2, stored, ...open], `${next}${but}`);
      return { level: problem || alive.length > 0 ? "error" : "notice", text };
    }
    case "taken-over": {
      const { holder } = outcome;
      const url = holder.run.url === "" ? "" : `, ${holder.run.url}`;
      const by = `\`${holder.command}\` since ${holder.since}${url}`;
      const rest = " What the step had left on this machine went to that run.";
      const text = sentences([...killed2, `the state of ${where} is locked by another run (${by})`], rest);
      return { level: "warning", text };
    }
    case "nothing-left": {
      const { failure: failure2 } = outcome;
      const what = entry.left === "lock" ? `everything of ${command} in ${where} is stored` : `it had changed nothing in ${where}`;
      if (!failure2) return { level: alive.length > 0 ? "error" : "notice", text: sentences([...killed2, what], "") };
      const rest = ` Should its lock ${entry.lockId} still be held, release it with \`unlock\`, or let the next run break it once this one is over. ${sentence(failure2.message)}`;
      return { level: "warning", text: sentences([...killed2, what], rest) };
    }
    case "not-stored": {
      const what = `the last results of ${command} in ${where} are not stored`;
      return { level: "error", text: sentences([...killed2, what], ` ${sentence(outcome.failure.message)}`) };
    }
  }
}
function underWayWords(tasks) {
  const shown = andMore(tasks, 10);
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
  const host = { environment: options.environment, terminal: false };
  await endOrphansOfPlans(planningFolder(host));
  removeLeftFolders(host);
  return status;
}
async function finish(options) {
  const { STATE_handover: path, RUNNER_TEMP: temporary } = options.environment;
  if (!path || !temporary) return 0;
  const refuse = (message) => {
    options.console.annotation("error", options.redactor.text(message));
    return 1;
  };
  const handover = readHandover(path, temporary, options.backends);
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
  const status = contexts.length === 0 ? 0 : await recoverAll(contexts, options);
  await endChecks(handover.value, options);
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
async function endChecks({ checks, older }, options) {
  const { environment, settings, version, signal, redactor, console } = options;
  if (checks.length === 0 && older === void 0 || !settings.token) return;
  const runs = await openChecks(environment, settings.token, version);
  const runUrl = runInfo({ environment }).url || void 0;
  const { GITHUB_REPOSITORY: repository = "" } = environment;
  const ending = { runs, repository, runUrl, timestamp: systemClock.timestamp(), signal };
  for (const { level, text } of await endLeftChecks({ checks, older }, ending))
    console.annotation(level, redactor.text(text));
  await runs.dispose();
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
  const host = { terminal: false, environment, directory, backends: options.backends };
  if (settings.context !== void 0 && settings.context !== open.context)
    return err(failure("invalid-input", `the input \`context\` names ${settings.context}.`));
  const place = await stateLocation(settings, { state: open.said }, host, workingDirectory, checkout);
  if (!place.ok) return place;
  const files = place.value.backend.onThisMachine ? stateFiles(options, workingDirectory) : ok(nodeFileSystem);
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
function recoverServices({ environment, version, signal, directory, settings, backends }, sealing) {
  return {
    clock: systemClock,
    sealing,
    run: runInfo({ environment }),
    version,
    signal,
    keepRecovery: ({ context, project: projectName, place }, text, failed) => {
      const host = {
        terminal: false,
        directory,
        environment: { ...environment, RUNNER_TEMP: void 0 },
        backends
      };
      const backend = place.backend.name;
      return keepRecovery(context, text, failed, { settings, host, project: void 0, projectName, backend });
    }
  };
}

// src/app/post-step/run-after-step.ts
async function runAfterStep(program) {
  const { environment, redactor, version } = program;
  program.addRunnerTokens();
  const { console, verbose } = openStep(environment, program.stdout);
  if (verbose) program.startTrace((line) => console.line(line, "muted"));
  const settings = readSettings(readRawInputs(environment), { terminal: false });
  if (!settings.ok) return 0;
  const { urgent: signal } = program.cancelled();
  const directory = environment.GITHUB_WORKSPACE || process.cwd();
  return runPostStep({ console, redactor, environment, settings: settings.value, directory, version, signal });
}
export {
  runAfterStep
};
