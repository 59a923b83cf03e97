import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  table
} from "./chunk-3IP34RX6.js";
import "./chunk-JRNEFKO7.js";
import {
  prepareCommand,
  writes
} from "./chunk-SAFJDSIT.js";
import {
  renderDiagnostic
} from "./chunk-NHLEHMNN.js";
import "./chunk-FTEEA57J.js";
import "./chunk-DBO4XEOM.js";
import {
  onlyContext
} from "./chunk-X6G4544I.js";
import {
  projectLookup
} from "./chunk-MCAJJ234.js";
import "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import "./chunk-SYK35MFE.js";
import "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import {
  reservedProject
} from "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import {
  carryOver,
  findFormer,
  forgetTasks,
  formerPlaces,
  isUnfinished
} from "./chunk-GO5OM6W4.js";
import {
  StateSession,
  isLeftBehind
} from "./chunk-CQ75NESB.js";
import "./chunk-Q25WG5M4.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import "./chunk-A7FT4HDT.js";
import {
  ElsewhereLook,
  elsewhereFailure,
  elsewhereWarning
} from "./chunk-UZTQIVX4.js";
import {
  Stores,
  newIdentity,
  openSealing,
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
import "./chunk-QXHLS2HQ.js";
import {
  formerNamesOf
} from "./chunk-VV5JYV5H.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import {
  overtaken,
  withNewNames
} from "./chunk-53MMSWRA.js";
import {
  redactEvent,
  redactFailure
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-O5UACIXT.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-DVS7MNYR.js";
import {
  plural
} from "./chunk-33HS6KZX.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import {
  readableTemplate
} from "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import {
  concealOutputs,
  recordedSecrets,
  shownOutputs
} from "./chunk-H6W3A4JT.js";
import "./chunk-756ZVGAZ.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import {
  fileProblem
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
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import {
  sameBody,
  sameStored
} from "./chunk-DTF5GTS3.js";
import {
  belongsTo,
  bodyDigest,
  decodeFile,
  writtenBy
} from "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import {
  andOthers
} from "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import {
  fileBytes,
  shownName
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  sizeWords
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-3CUOGUAX.js";
import "./chunk-I5UHGJZE.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/state-cli/move-task.ts
var taskName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
async function moveTask(session, from, to, { context, command }) {
  const refusal = whyNot(session, from, to, { context, command });
  if (refusal) return err(refusal);
  const entry = session.tasks.get(from);
  const newNames = /* @__PURE__ */ new Map([[from, to]]);
  const dependants = [...session.tasks].filter(
    ([name2, before]) => name2 !== from && withNewNames(before, newNames) !== before
  );
  const steps = [
    { task: from, entry, undo: { task: from, change: "forget", before: entry } },
    { task: to, formerName: from, entry, undo: { task: to, change: "adopt", before: null } },
    ...dependants.map(([task, before]) => {
      return { task, entry: withNewNames(before, newNames), undo: { task, change: "update", before } };
    })
  ];
  for (const step of steps) {
    const recorded = await session.record(step);
    if (!recorded.ok) return recorded;
  }
  return ok(dependants.map(([name2]) => name2));
}
function whyNot({ contents: { tasks, pending } }, from, to, { context, command }) {
  const isPending = (name2) => pending.some(({ intent }) => intent.task === name2);
  if (isPending(from) || isPending(to)) {
    const name2 = isPending(from) ? from : to;
    return wrong(
      `"${name2}" is pending: a run ended in the middle of it, or is going on`,
      `Let \`${command("apply")}\` settle it first.`
    );
  }
  if (!tasks.has(from)) {
    const near = nearest(from, [...tasks.keys()]);
    const known = [...tasks.keys()].slice(0, 20).join(", ") || "nothing";
    return wrong(
      `"${from}" is not recorded in the context "${context}" (recorded: ${known})`,
      near ? `Did you mean "${near}"?` : void 0
    );
  }
  if (!taskName.test(to))
    return wrong(
      `"${to}" is not a name of a task: letters, digits, ".", "_" and "-", beginning with a letter or digit`
    );
  if (tasks.has(to))
    return wrong(`"${to}" is recorded already`, `To drop that one: \`${command("state", "rm", to)}\`.`);
  return void 0;
}
function wrong(message, suggestion) {
  return explained("invalid-input", message, { suggestion });
}

// src/app/state-cli/state-command-env.ts
import { randomUUID } from "node:crypto";
async function underLock(commandEnv, work) {
  const { store, signal } = commandEnv;
  if (!store.lock) return work();
  const { holder, options } = asking(commandEnv);
  const lock = await store.lock(holder, options, signal);
  if (lock.state !== "locked") return { ok: false, error: lock.failure };
  try {
    return await work();
  } finally {
    const released = await lock.release();
    if (!released.ok) warn(commandEnv, "lock-not-released", released.error.message);
  }
}
function asking(commandEnv) {
  const { settings, project, context, clock, run, emit } = commandEnv;
  return {
    holder: { id: randomUUID(), command: called(commandEnv), project, context, since: clock.timestamp(), run },
    options: {
      timeoutMs: settings.lockTimeoutMs,
      onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
      onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why })
    }
  };
}
async function takeOverLock({ store, signal, line }, id) {
  const released = await store.unlock?.(id, signal);
  if (!released?.ok) return;
  const { command, since, run } = released.value;
  const whose = run.url === "" ? `\`${command}\` since ${since}` : `\`${command}\` since ${since}, run ${run.url}`;
  line(`Released the lock ${id}, which the run that wrote this file had left (${whose}).`);
}
async function changeState(commandEnv, work) {
  return await changeAtOnce(commandEnv, work) ?? underLock(commandEnv, async () => {
    const opened = await StateSession.open(commandEnv.store, sessionOptions(commandEnv), commandEnv.signal);
    return opened.ok ? workIn(opened.value, work) : opened;
  });
}
async function workIn(session, work) {
  const done = await work(session);
  if (!done.ok && !session.failed) return done;
  const closed = await session.close({ clearPendingNeverStarted: true });
  if (!done.ok) return done;
  return closed.ok ? ok(done.value) : closed;
}
async function changeAtOnce(commandEnv, work) {
  const { store, signal } = commandEnv;
  const { holder, options } = asking(commandEnv);
  const lock = await store.lockWithWrite?.(holder, options, signal);
  if (lock === void 0 || lock.state === "left-behind" || lock.state === "free" && isLeftBehind(store))
    return void 0;
  if (lock.state !== "free") return err(lock.failure);
  try {
    const session = { ...sessionOptions(commandEnv), whenLocked: async () => ok(void 0) };
    const opened = await StateSession.open(store, session, signal);
    if (!opened.ok) return opened;
    if (isUnfinished(opened.value)) return void 0;
    const done = await workIn(opened.value, work);
    return opened.value.failed === overtaken ? void 0 : done;
  } finally {
    const released = await lock.release();
    if (!released.ok) warn(commandEnv, "lock-not-released", released.error.message);
  }
}
function called({ request }) {
  return `state ${request.subcommand}`;
}
function warn(commandEnv, code, message) {
  commandEnv.emit({ type: "diagnostic", diagnostic: { severity: "warning", code, message } });
}
function sessionOptions(commandEnv) {
  const { project, context, clock, run, version, sealing, emit } = commandEnv;
  return {
    project,
    context,
    clock,
    newLineage: randomUUID,
    run,
    command: called(commandEnv),
    writer: version,
    sealed: sessionSeal(sealing),
    onSaved: ({ serial, tasks, pending }) => emit({ type: "state-saved", context, serial, tasks, pending })
  };
}

// src/app/state-cli/change-tasks.ts
async function removeTasks(commandEnv) {
  const { context, request } = commandEnv;
  const dropped = await changeState(commandEnv, (session) => forgetTasks(session, request.operands, context));
  if (!dropped.ok) return dropped;
  for (const { name: name2 } of dropped.value)
    commandEnv.line(`dropped "${name2}" from state; its resource was left as it is`, "success");
  commandEnv.line(
    `\`${commandEnv.command("rollback")}\` takes it back into state, as long as nothing else was changed.`,
    "muted"
  );
  return ok(void 0);
}
async function renameTask(commandEnv, from, to) {
  const moved = await changeState(commandEnv, (session) => moveTask(session, from, to, commandEnv));
  if (!moved.ok) return moved;
  commandEnv.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
  if (moved.value.length > 0) commandEnv.line(`also in the dependencies of ${moved.value.join(", ")}`);
  commandEnv.line(
    `The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`,
    "warning"
  );
  return ok(void 0);
}

// src/app/state-cli/choose-state.ts
import { resolve as resolvePath } from "node:path";

// src/app/state-cli/move-state.ts
var name = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
function wholeNames({ fromProject, fromContext, toProject, toContext }, { project, context }) {
  const from = { project: fromProject ?? project, context: fromContext ?? context };
  const to = { project: toProject ?? project, context: toContext ?? context };
  if (shownName(from) === shownName(to))
    return err(wrong2(`the state of ${shownName(from)} is to be carried over, and its new name is the same`));
  for (const [what, one] of [
    ["project", to.project],
    ["context", to.context]
  ])
    if (!name.test(one))
      return err(
        wrong2(
          `"${one}" is not a name of a ${what}: letters, digits, ".", "_" and "-", beginning with a letter or digit`
        )
      );
  return ok({ from, to });
}
async function moveState(commandEnv, from) {
  const to = { project: commandEnv.project, context: commandEnv.context };
  const carried = await underLock(commandEnv, async () => {
    const [there, here] = [await from.store.read(commandEnv.signal), await commandEnv.store.read(commandEnv.signal)];
    if (there.state === "unavailable" && !there.missing) return err(there.failure);
    if (there.state !== "found") return err(await nothing(from, commandEnv.signal));
    if (here.state === "found") return err(taken(commandEnv, to, here.snapshot.serial));
    if (here.state === "unavailable" && !here.movedTo && !here.missing) return err(here.failure);
    return carry(commandEnv, from);
  });
  if (!carried.ok) return carried;
  const { tasks, serial } = carried.value;
  const [was, now] = [shownName(from.name), shownName(to)];
  commandEnv.line(
    `The state of ${was} is that of ${now} now (${plural(tasks, "task")}, serial ${serial}); nothing else was touched.`,
    "success"
  );
  commandEnv.line(`The manifest must lead to ${now}: a run that leads to ${was} is refused.`, "warning");
  return ok(void 0);
}
function carry(commandEnv, from) {
  const { store, project, context, run, settings, sealing, signal, emit } = commandEnv;
  return carryOver({
    from,
    to: { name: { project, context }, store },
    command: called(commandEnv),
    run,
    lock: {
      timeoutMs: settings.lockTimeoutMs,
      onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
      onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why })
    },
    session: sessionOptions(commandEnv),
    sealing,
    signal,
    giveUp: new AbortController().signal,
    tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } })
  });
}
async function nothing({ name: from, store }, signal) {
  const beside = await store.beside?.(signal);
  const names = beside?.ok ? beside.value.map(shownName) : [];
  const known = names.length === 0 ? "" : ` (stored: ${andOthers(names, 20)})`;
  return wrong2(`nothing is stored of ${shownName(from)} in ${store.location}${known}`);
}
function taken({ command }, to, serial) {
  const message = `${shownName(to)} has a state already (serial ${serial}), and nothing was changed`;
  const suggestion = `If that one is not needed, carry it out of the way first: \`${command("state", "mv", "--from-project", to.project, "--to-project", `${to.project}-unused`)}\`.`;
  return explained("state-conflict", message, { suggestion });
}
function wrong2(message) {
  return explained("invalid-input", message, {});
}

// src/app/state-cli/push.ts
import { readFileSync, statSync } from "node:fs";

// src/app/state-cli/push-rules.ts
function decidePush({ snapshot: file, follows }, stored, force, command) {
  if (stored === void 0) {
    const earlier = follows?.every(({ serial: serial2 }) => serial2 > 0) ? follows.map(({ serial: serial2 }) => serial2) : void 0;
    if (earlier === void 0) return { does: "write", next: file, replaces: void 0 };
    const why = `it may be stored over serial ${earlier.join(" or ")} only, and nothing is stored`;
    if (force) return { does: "write", next: file, replaces: void 0 };
    return {
      does: "refuse",
      why,
      remedy: `Look whether the context and the place of state are right, or bring that state back. To begin with this file all the same: ${forced(command)}.`
    };
  }
  const { snapshot: now } = stored;
  const kin = file.lineage === now.lineage;
  if (kin && (force || file.serial >= now.serial) && sameBody(file.body, now.body)) return { does: "nothing" };
  const obstacle = kin ? notNext({ snapshot: file, follows }, stored, command) : foreign(file, now, command);
  if (obstacle !== void 0 && !force) return { does: "refuse", ...obstacle };
  const serial = Math.max(kin ? file.serial : 0, now.serial + 1);
  return { does: "write", next: { ...file, lineage: now.lineage, serial }, replaces: obstacle?.why };
}
function overDamaged(file, { lineage, serial = 0 }, ends) {
  const highest = Math.max(serial, ...ends.map((end) => end.serial));
  return { ...file, lineage: lineage ?? file.lineage, serial: Math.max(file.serial, highest + 1) };
}
function forced(command) {
  return `use \`--force\`; \`${command("state", "pull")}\` makes a backup of what is stored`;
}
function foreign(file, now, command) {
  return {
    why: `its lineage is "${file.lineage}", and that of the stored state (serial ${now.serial}) is "${now.lineage}": the two have nothing to do with each other`,
    remedy: `To replace the stored state all the same: ${forced(command)}.`
  };
}
function notNext({ snapshot: file, follows }, { snapshot: now, by }, command) {
  const compare = `Compare it with \`${command("state", "pull")}\``;
  if (follows !== void 0) {
    const digest = bodyDigest(now.body);
    if (follows.some((one) => one.serial === now.serial && one.digest === digest)) return void 0;
    return {
      why: `the state has moved on since: serial ${now.serial} by ${by} is stored, and this file may be stored over serial ${follows.map(({ serial }) => serial).join(" or ")} only`,
      remedy: `${compare}, then apply again.`
    };
  }
  if (file.serial < now.serial)
    return {
      why: `its serial is ${file.serial}, and serial ${now.serial} by ${by} is stored already: it is an older state`,
      remedy: `To go back to it, resources and all, use \`${command("rollback", "--to", String(file.serial))}\`. To replace the record alone: ${forced(command)}.`
    };
  if (file.serial > now.serial) return void 0;
  return {
    why: `serial ${now.serial} is stored with another body (digest ${bodyDigest(now.body)}, by ${by}) than this file has (digest ${bodyDigest(file.body)})`,
    remedy: `${compare}. To replace the stored state: ${forced(command)}.`
  };
}
function resourcePointers({ tasks, undo, pending }) {
  const found = (made, pointer) => made?.resource === void 0 ? [] : [`${pointer}/resource`];
  return [
    ...Object.entries(tasks).flatMap(([name2, entry]) => found(entry, `/body/tasks/${pointerSegment(name2)}`)),
    ...undo.flatMap(({ before }, index) => found(before, `/body/undo/${index}/before`)),
    ...pending.flatMap(({ made }, index) => found(made, `/body/pending/${index}/made`))
  ];
}
function lostResults(journal, { body }) {
  const results = /* @__PURE__ */ new Map();
  for (const record of journal) {
    if (record.type !== "result") continue;
    if (record.formerName !== void 0) {
      const newNames = /* @__PURE__ */ new Map([[record.formerName, record.task]]);
      for (const [name2, entry] of results) results.set(name2, entry && withNewNames(entry, newNames));
      results.set(record.formerName, null);
    }
    results.set(record.task, record.entry);
  }
  return [...results].filter(([name2, entry]) => !sameStored(entryOf(body, name2), entry)).map(([name2]) => name2);
}
function bodyChanges(before, after) {
  const old = before ?? { tasks: {}, undo: [], pending: [] };
  const names = Object.keys(after.tasks);
  return {
    added: names.filter((name2) => !entryOf(old, name2)),
    changed: names.filter((name2) => {
      const entry = entryOf(old, name2);
      return entry !== null && !sameStored(entry, entryOf(after, name2));
    }),
    removed: Object.keys(old.tasks).filter((name2) => !entryOf(after, name2))
  };
}
function entryOf({ tasks }, name2) {
  return (Object.hasOwn(tasks, name2) ? tasks[name2] : void 0) ?? null;
}

// src/app/state-cli/push.ts
function readFileToPush(path, shown) {
  try {
    const wrong3 = whyNotRead(statSync(path));
    if (wrong3) return err(failure("invalid-input", `the file could not be read: \`${shown}\` ${wrong3}`));
    const data = readFileSync(path);
    return ok({ shown, data, context: belongsTo(data)?.context });
  } catch (error) {
    return err(failure("invalid-input", `the file could not be read: ${fileProblem(shown, error).message}`));
  }
}
function whyNotRead(status) {
  if (status.isCharacterDevice() || status.isBlockDevice()) return "is a device, not a file";
  if (status.size <= fileBytes) return void 0;
  return `has ${sizeWords(status.size)}, and at most ${sizeWords(fileBytes)} are read`;
}
async function pushState(commandEnv, file) {
  const { project, context, request, sealing } = commandEnv;
  const decoded = await decodeFile(file.data, {
    project,
    context,
    location: file.shown,
    remedy: "Give a recovery file of opus, or a file that `opus state pull` wrote.",
    sealing
  });
  if (!decoded.ok) return decoded;
  const pointers = sealing === void 0 ? resourcePointers(decoded.value.snapshot.body) : [];
  if (pointers.length > 0) return err(heldSealedOnly(file.shown, pointers));
  const { lockId } = decoded.value;
  if (lockId !== void 0) await takeOverLock(commandEnv, lockId);
  return underLock(commandEnv, () => pushLocked(commandEnv, file, decoded.value, request.force));
}
async function pushLocked(commandEnv, { shown, data }, file, force) {
  const { store, signal, project, context } = commandEnv;
  const read = await store.read(signal);
  if (read.state === "unavailable") {
    const { damaged, failure: unreadable } = read;
    if (damaged === void 0 || !force) return err(unreadable);
    return pushOverDamaged(commandEnv, { shown, data }, file.snapshot, damaged, unreadable);
  }
  const found = read.state === "found" ? read : void 0;
  const stored = found && { snapshot: found.snapshot, by: writer(writtenBy(found.data)) };
  const decision = decidePush(file, stored, force, commandEnv.command);
  if (decision.does === "refuse") return err(refused("state-conflict", shown, decision.why, decision.remedy));
  if (decision.does === "nothing") {
    commandEnv.line(
      `${project}/${context}: already there, as serial ${stored?.snapshot.serial}. Nothing was changed.`,
      "success"
    );
    return ok(void 0);
  }
  const journal = checkJournal(commandEnv, shown, file.snapshot, stored?.snapshot, force);
  if (!journal.ok) return journal;
  const changes = bodyChanges(stored?.snapshot.body, decision.next.body);
  const written = await write(commandEnv, decision.next, found?.revision, writtenBy(data).run, changes);
  if (!written.ok) return written;
  tell(commandEnv, shown, decision.next, stored?.snapshot, changes);
  if (decision.replaces !== void 0) commandEnv.line(`Forced, although ${decision.replaces}.`, "warning");
  return ok(void 0);
}
async function pushOverDamaged(commandEnv, { shown, data }, file, damaged, unreadable) {
  const { store, signal, project, context } = commandEnv;
  const ends = await store.runEnds?.(signal) ?? ok([]);
  if (!ends.ok) return ends;
  const next = overDamaged(file, damaged, ends.value);
  const { lineage = "", serial = 0 } = damaged;
  const journal = checkJournal(commandEnv, shown, file, { lineage, serial }, true);
  if (!journal.ok) return journal;
  const changes = bodyChanges(void 0, next.body);
  const written = await write(commandEnv, next, damaged.revision, writtenBy(data).run, changes);
  if (!written.ok) return written;
  commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}.`, "success");
  commandEnv.line(`Forced, over this: ${unreadable.message}`, "warning");
  tellPending(commandEnv, next);
  return ok(void 0);
}
function checkJournal(commandEnv, shown, file, stored, force) {
  const read = commandEnv.store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? ok(void 0);
  if (!read.ok) {
    if (!force) return read;
    warn(commandEnv, "journal-dropped", `what a run left on this machine is dropped: ${read.error.message}`);
    return ok(void 0);
  }
  const lost = lostResults(read.value ?? [], file);
  if (lost.length === 0) return read;
  const names = andOthers(lost, 10);
  if (force) {
    warn(commandEnv, "journal-dropped", `results of another run that were on this machine alone are dropped: ${names}`);
    return read;
  }
  const why = `a run left ${plural(lost.length, "result")} on this machine that neither the file nor the stored state holds (${names})`;
  const remedy = `Store them first: any command that writes does, as \`${commandEnv.command("apply")}\`. To drop them and store the file: use \`--force\`.`;
  return err(refused("state-conflict", shown, why, remedy));
}
async function write(commandEnv, next, expected, run, { added, changed, removed }) {
  const { store } = commandEnv;
  const changes = { create: added.length, update: changed.length, forget: removed.length };
  const options = { run, command: called(commandEnv), runEnded: true, changes };
  const written = await store.write(next, expected, options, new AbortController().signal);
  if (written.state !== "written") return err(written.failure);
  return store.journal?.clear() ?? ok(void 0);
}
function tell(commandEnv, shown, next, before, changes) {
  const { project, context } = commandEnv;
  const over = before === void 0 ? "where nothing was" : `over serial ${before.serial}`;
  commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}, ${over}.`, "success");
  for (const line of changeLines(changes)) commandEnv.line(line);
  tellPending(commandEnv, next);
}
function tellPending(commandEnv, { body: { pending } }) {
  if (pending.length === 0) return;
  const names = pending.map(({ task }) => task).join(", ");
  commandEnv.line(`  pending  ${names}: the next apply looks at each, to find out what became of it`, "warning");
}
function changeLines({ added, changed, removed }) {
  const lines = Object.entries({ added, changed, removed }).map(
    ([what, names]) => names.length === 0 ? "" : `  ${what.padEnd(7)}  ${names.join(", ")}`
  );
  const some = lines.filter((line) => line !== "");
  return some.length > 0 ? some : ["  no task is recorded otherwise than before"];
}
function heldSealedOnly(shown, pointers) {
  const why = `it holds text of a kind's own, which only sealed state may hold (${andOthers(pointers, 10)})`;
  const remedy = "Give `encryption-key` (in a terminal `OPUS_ENCRYPTION_KEY`), so that it is stored sealed. Keep the file from others: that text stands open in it.";
  return refused("invalid-input", shown, why, remedy);
}
function writer({ run, writer: version }) {
  if (run.url !== "") return `run ${run.url}`;
  return run.id === "" ? `opus ${version} in a terminal` : `run ${run.id}`;
}
function refused(reason, shown, why, suggestion) {
  const message = `${shown} was not stored: ${why}. The stored state is untouched.`;
  return explained(reason, message, { suggestion });
}

// src/app/state-cli/choose-state.ts
async function chooseState(request, host, { settings, loaded }) {
  const project = projectName(request, loaded);
  if (!project.ok) return project;
  const place = await stateLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
  if (!place.ok) return place;
  const file = fileToPush(request, host);
  if (!file.ok) return file;
  const redact = (text) => host.redactor.text(text);
  const look = new ElsewhereLook({ settings, host, loaded, project: project.value, clock: systemClock, redact });
  const tracked = await look.contexts();
  const { whole } = request;
  const given = settings.context ?? whole?.fromContext ?? whole?.toContext;
  const name2 = whole?.fromProject ?? project.value;
  const context = contextName(given, file.value, place.value, name2, loaded, tracked);
  if (!context.ok) return context;
  const own = { project: project.value, context: context.value };
  const moved = whole === void 0 ? void 0 : wholeNames(whole, own);
  if (moved?.ok === false) return moved;
  return ok({ place: place.value, own, moved: moved?.value, file: file.value, look });
}
function projectName(request, { manifest, project }) {
  for (const name2 of [request.project, request.whole?.toProject]) {
    const reserved = name2 === void 0 ? void 0 : reservedProject(name2);
    if (reserved !== void 0) return err(failure("invalid-input", reserved));
  }
  if (request.project !== void 0) return ok(request.project);
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  if (manifest.project || errors.length === 0) return ok(project);
  const message = "the Project document can't be read, so it is not known whose state is meant, and where it is";
  const suggestion = "Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`.";
  return err(
    failure("invalid-manifest", message, [
      { severity: "error", code: "invalid-manifest", message, suggestion },
      ...errors
    ])
  );
}
function fileToPush({ subcommand, operands }, host) {
  const [path = ""] = operands;
  if (subcommand !== "push") return ok(void 0);
  return readFileToPush(resolvePath(host.directory, path), path);
}
function contextName(context, file, place, name2, { manifest }, tracked) {
  if (context !== void 0) return ok(context);
  if (file) return ok(file.context ?? "?");
  return onlyContext(place, name2, manifest.project, tracked);
}

// src/app/state-cli/keygen.ts
async function newKey(now) {
  const { identity, recipient } = await newIdentity();
  const created = now.replace(/\.\d+Z$/, "Z");
  return { text: `# created: ${created}
# public key: ${recipient}
${identity}
`, advice };
}
var advice = "Keep it where nobody else reads it: without it, nobody opens what it seals. `gh secret set OPUS_ENCRYPTION_KEY < FILE` makes it a secret of the repository, for the input `encryption-key`.";

// src/app/state-cli/stored-state.ts
async function storedState({
  store,
  signal,
  project,
  context
}) {
  const read = await store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "found") return ok(read);
  return err(failure("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}
function stateFacts({ project, context, store }, found) {
  const written = found && writtenBy(found.data);
  return {
    project,
    context,
    backend: store.backend,
    location: store.location,
    lineage: found?.snapshot.lineage ?? null,
    serial: found?.snapshot.serial ?? 0,
    revision: found?.revision ?? null,
    writer: written?.writer ?? null,
    run: written ? { ...written.run } : null
  };
}
async function printJson(commandEnv, value) {
  const text = JSON.stringify(commandEnv.redactor.value(value), null, 2);
  await commandEnv.data(`${visibleJson(text)}
`);
}

// src/app/state-cli/list-state.ts
async function listState(commandEnv) {
  const read = await commandEnv.store.read(commandEnv.signal);
  if (read.state === "unavailable") return err(read.failure);
  const found = read.state === "found" ? read : void 0;
  const unsaved = unsavedTasks(commandEnv, found?.snapshot);
  if (commandEnv.request.json) await printJson(commandEnv, listing(commandEnv, found, unsaved.names));
  else await printList(commandEnv, found);
  if (commandEnv.request.json) return ok(void 0);
  if (unsaved.problem !== void 0) commandEnv.line(unsaved.problem, "warning");
  if (unsaved.names.length > 0)
    commandEnv.line(
      `Results that are in the journal on this machine and not in these: ${unsaved.names.join(", ")}. The next command that writes stores them.`,
      "warning"
    );
  return ok(void 0);
}
async function printList(commandEnv, found) {
  const { project, context, store, signal } = commandEnv;
  const holder = await store.lockedBy?.(signal);
  if (found === void 0) commandEnv.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
  else printTasks(commandEnv, found);
  if (holder)
    commandEnv.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}
function printTasks(commandEnv, { snapshot, data }) {
  const { project, context, store } = commandEnv;
  const { lineage, serial, body } = snapshot;
  commandEnv.line(`${project}/${context}  serial ${serial}  lineage ${lineage}`, "heading");
  commandEnv.line(`${store.backend}  ${store.location}`, "muted");
  const { run, writer: writer2 } = writtenBy(data);
  commandEnv.line(`written by opus ${writer2}${run.url === "" ? "" : `, run ${run.url}`}`, "muted");
  const entries = Object.entries(body.tasks);
  const pending = new Map(body.pending.map((intent) => [intent.task, intent]));
  const rows = entries.map(([name2, entry]) => [
    name2,
    entry.kind,
    [entry.status, ...pending.has(name2) ? [`pending ${pending.get(name2)?.change}`] : []].join(", "),
    entry.createdAt,
    entry.updatedAt,
    String(entry.dependencies.length)
  ]);
  for (const intent of pending.values()) {
    if (Object.hasOwn(body.tasks, intent.task)) continue;
    const { task, kind, change, dependencies } = intent;
    rows.push([task, kind, `pending ${change}`, "-", "-", String(dependencies.length)]);
  }
  commandEnv.line("");
  if (rows.length > 0) {
    const lines = table(
      ["Task", "Kind", "Status", "Created", "Updated", "Dependencies"],
      rows.map((row) => row.map(oneLine))
    );
    for (const [index, { text, tone }] of lines.entries()) {
      const sound = index === 0 || rows[index - 1]?.[2] === "applied";
      commandEnv.line(text, sound ? tone : "warning");
    }
    commandEnv.line("");
  }
  const marked = ["tainted", "interrupted"].flatMap((status) => {
    const number = entries.filter(([, entry]) => entry.status === status).length;
    return number === 0 ? [] : [`${number} ${status}`];
  });
  const parts = [`${plural(entries.length, "task")} recorded`, ...marked, `${pending.size} pending`];
  const settled = pending.size > 0 ? " The next command that writes finds out what became of what is pending." : "";
  commandEnv.line(`${parts.join(", ")}.${settled}`, "heading");
}
function listing(commandEnv, found, journal) {
  const body = found?.snapshot.body;
  return {
    ...stateFacts(commandEnv, found),
    tasks: Object.entries(body?.tasks ?? {}).map(([name2, entry]) => {
      const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
      return { name: name2, apiVersion, kind, status, createdAt, updatedAt, dependencies };
    }),
    pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
    journal
  };
}
function unsavedTasks({ store }, stored) {
  const read = store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? ok(void 0);
  if (!read.ok) return { names: [], problem: read.error.message };
  const names = (read.value ?? []).flatMap((record) => record.type === "result" ? [record.task] : []);
  return { names: [...new Set(names)], problem: void 0 };
}

// src/app/state-cli/open-desk.ts
async function openDesk(request, host, output, sources, { settings, capabilities }, { place, own, moved }) {
  const { environment, terminal, version, signal, redactor } = host;
  const { encryptionKey, stateFiles } = capabilities;
  const { initialize, token } = settings;
  const sealing = await openSealing({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
    output.error(`opus: ${printableLines(`${message}. ${suggestion ?? ""}`).join(" ")}`);
  });
  if (!sealing.ok) return sealing;
  const emit = await eventsTo(host, sources, redactor);
  const common = { version, clock: systemClock, sealing: sealing.value };
  const stores = new Stores({
    ...common,
    place,
    project: own.project,
    environment,
    terminal,
    stateFiles,
    token,
    initialize,
    redact: (text) => redactor.text(text),
    onProgress: (text) => emit({ type: "progress", text })
  });
  const { context } = moved?.to ?? own;
  const envOf = (name2, store) => ({
    ...common,
    ...name2,
    request,
    settings,
    store,
    run: runInfo(host),
    redactor,
    signal,
    line: (text, tone) => output.console.line(redactor.text(text), tone),
    command: (...words) => commandLine(["opus", ...words, "--context", context, ...place.flags]),
    data: output.data,
    emit
  });
  return ok({ stores, storeOf: (name2) => stores.open(name2.context, name2.project), envOf });
}
async function eventsTo(host, sources, redactor) {
  const hooks = await host.hooks({
    summary: false,
    reportPath: () => "",
    sources,
    warn: () => void 0,
    mappedOutputs: () => ({}),
    redact: (text) => redactor.text(text),
    secretsIn: () => [],
    heldBack: () => [],
    comment: void 0,
    issue: void 0,
    check: void 0
  });
  return (event) => {
    for (const hook of hooks) hook.on?.(redactEvent(event, redactor));
  };
}

// src/app/state-cli/pull-state.ts
async function pullState(commandEnv) {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  await commandEnv.data(found.value.data);
  return ok(void 0);
}

// src/app/state-cli/show-history.ts
async function showHistory(commandEnv) {
  const { store, signal, request } = commandEnv;
  if (!store.runEnds)
    return err(failure("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse().slice(0, request.limit);
  if (request.json) {
    await printJson(
      commandEnv,
      newest.map(({ serial, at, what, url }) => ({ serial, at, what, url }))
    );
    return ok(void 0);
  }
  if (newest.length === 0)
    commandEnv.line(`No run has ended in ${commandEnv.project}/${commandEnv.context} yet.`, "heading");
  else {
    const rows = newest.map(({ serial: serial2, at, what, url }) => [
      String(serial2),
      at === "" ? "-" : at.replace("T", " ").replace(/(?:\.\d+)?Z$/, ""),
      what || "-",
      url || "a terminal"
    ]);
    const lines = table(
      ["Serial", "When (UTC)", "What", "Run"],
      rows.map((row) => row.map(oneLine))
    );
    for (const { text, tone } of lines) commandEnv.line(text, tone);
    commandEnv.line("");
    const { serial } = newest[0];
    const back = `opus rollback --to SERIAL --context ${commandEnv.context}`;
    commandEnv.line(`A serial counts what was stored; these are the ends of runs, and ${serial} is the last.`, "muted");
    commandEnv.line(`\`${back}\` goes back to one of them.`, "muted");
  }
  return ok(void 0);
}

// src/app/state-cli/show-state.ts
async function showState(commandEnv, name2) {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  const { body } = found.value.snapshot;
  concealOutputs(
    recordedSecrets(Object.entries(body.tasks)),
    commandEnv.redactor,
    (text) => commandEnv.redactor.add(text)
  );
  if (name2 === void 0) {
    await printJson(commandEnv, {
      ...stateFacts(commandEnv, found.value),
      tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry2]) => [task, shownEntry(entry2)])),
      pending: body.pending.map(shownIntent),
      undo: body.undo.map(({ task, change }) => ({ task, change }))
    });
    return ok(void 0);
  }
  const entry = Object.hasOwn(body.tasks, name2) ? body.tasks[name2] : void 0;
  const intent = body.pending.find(({ task }) => task === name2);
  if (!entry && !intent) return err(unknownName(name2, [...Object.keys(body.tasks)], commandEnv.context));
  await printJson(commandEnv, {
    name: name2,
    ...entry ? shownEntry(entry) : {},
    ...intent ? { pending: shownIntent(intent) } : {}
  });
  return ok(void 0);
}
function shownEntry(entry) {
  const { spec, fingerprints: _, resource: __, ...rest } = entry;
  return { ...rest, spec: readableTemplate(spec), ...shownOutputs(entry) };
}
function shownIntent({ spec, fingerprints: _, made, ...rest }) {
  const { resource: __, ...known } = made ?? { outputs: {} };
  const shown = made ? { made: { ...known, ...shownOutputs(made) } } : {};
  return { ...rest, ...shown, spec: readableTemplate(spec) };
}
function unknownName(name2, known, context) {
  const near = nearest(name2, known);
  const list = known.slice(0, 20).join(", ") || "nothing";
  const message = `"${name2}" is not recorded in the context "${context}" (recorded: ${list})`;
  return explained("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` });
}

// src/app/state-cli/state-command.ts
async function runState(request, host, output) {
  if (request.subcommand === "keygen") return makeKey(output);
  const { redactor } = host;
  const sources = /* @__PURE__ */ new Map();
  const done = await perform(request, host, output, sources);
  if (done.ok) return 0;
  const { message, diagnostics } = redactFailure(done.error, redactor);
  output.error(`opus: ${printableLines(message).join(" ")}`);
  for (const diagnostic of diagnostics) {
    const again = diagnostic.message === message && !diagnostic.location;
    if (!again) output.error(renderDiagnostic(diagnostic, sources, { redact: (text) => redactor.text(text) }));
    else if (diagnostic.suggestion !== void 0) output.error(`  ${printableLines(diagnostic.suggestion).join(" ")}`);
  }
  return 1;
}
async function makeKey({ data, error }) {
  const { text, advice: advice2 } = await newKey(systemClock.timestamp());
  await data(text);
  error(advice2);
  return 0;
}
async function perform(request, host, output, sources) {
  const prepared = await prepareCommand(request, host, sources);
  if (!prepared.ok) return prepared;
  const chosen = await chooseState(request, host, prepared.value);
  if (!chosen.ok) return chosen;
  const opened = await openDesk(request, host, output, sources, prepared.value, chosen.value);
  if (!opened.ok) return opened;
  try {
    return await carryOut(request, host, output, prepared.value, chosen.value, opened.value);
  } finally {
    chosen.value.look.dispose();
    await opened.value.stores.dispose();
  }
}
async function carryOut(request, { redactor, signal }, output, { loaded, capabilities }, { place, own, moved, file, look }, { storeOf, envOf }) {
  if (moved) {
    const { from, to } = moved;
    return moveState(envOf(to, await storeOf(to)), { name: from, store: await storeOf(from) });
  }
  const { project, context } = own;
  const commandEnv = envOf(own, await storeOf(own));
  const elsewhere = await look.find(commandEnv.store, context, signal);
  if (elsewhere && !elsewhere.recordedHere)
    return err(elsewhereFailure(elsewhere, project, context, `state ${request.subcommand}`));
  if (elsewhere) {
    const { message, suggestion = "" } = elsewhereWarning(elsewhere, project, context);
    output.error(`opus: ${redactor.text(printableLines(`warning: ${message}. ${suggestion}`).join(" "))}`);
  }
  const former = await formerState(commandEnv, loaded, capabilities, place.flags, storeOf);
  if (!former.ok) return former;
  const { value: kept } = former;
  if (kept === void 0) return act(commandEnv, file);
  const [was, now] = [shownName(kept.name), shownName(own)];
  if (!writes(request)) {
    output.error(`opus: this is still kept as ${was}: the next run that writes carries it over to ${now}.`);
    return act(envOf(kept.name, kept.store), file);
  }
  const carried = await underLock(commandEnv, () => carry(commandEnv, kept));
  if (!carried.ok) return carried;
  commandEnv.line(`Carried the state of ${was} over to ${now}.`);
  return act(commandEnv, file);
}
async function formerState({ store, project, context, signal }, loaded, capabilities, flags, open) {
  if (project !== loaded.project) return ok(void 0);
  const lookup = projectLookup(capabilities, loaded, "state", context);
  const formerNames = formerNamesOf(context, { project: loaded.manifest.project, lookup });
  const choice = { name: context, inherits: void 0, formerNames: formerNames.ok ? formerNames.value : [] };
  const places = formerPlaces(loaded, choice);
  if (places.length === 0) return ok(void 0);
  const read = await store.read(signal);
  if (read.state === "found") return ok(void 0);
  const own = { name: { project, context }, store };
  return findFormer({ own, places, tasks: loaded.manifest.tasks, signal, flags, open });
}
function act(commandEnv, file) {
  const [first = "", second = ""] = commandEnv.request.operands;
  switch (commandEnv.request.subcommand) {
    case "list":
      return listState(commandEnv);
    case "show":
      return showState(commandEnv, commandEnv.request.operands[0]);
    case "pull":
      return pullState(commandEnv);
    case "push":
      return pushState(commandEnv, file);
    case "rm":
      return removeTasks(commandEnv);
    case "mv":
      return renameTask(commandEnv, first, second);
    case "history":
      return showHistory(commandEnv);
    case "keygen":
      throw new Error("a new key is made without any state");
  }
}
export {
  runState
};
