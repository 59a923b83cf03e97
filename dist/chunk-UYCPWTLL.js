import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  parseProcStat
} from "./chunk-T4BGI7IW.js";
import {
  failure
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";

// src/state/lock/process-identity.ts
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
function localMachine(nameFile) {
  return {
    self: {
      machine: nameFile === void 0 ? null : machineName(nameFile),
      host: hostname(),
      bootId: tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
      processNamespace: tryRead(() => readlinkSync("/proc/self/ns/pid")),
      pid: process.pid,
      startTime: statOf(process.pid)?.startTime ?? null
    },
    process: inspect
  };
}
function whyGone(holder, machine) {
  const { self } = machine;
  if (holder.machine !== self.machine) return void 0;
  if (holder.host !== self.host) return void 0;
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId)
    return `${holder.host} was restarted since then`;
  if (holder.processNamespace !== self.processNamespace) return void 0;
  const found = machine.process(holder.pid);
  if (!found.alive) return `process ${holder.pid} no longer runs on ${holder.host}`;
  if (holder.startTime !== null && found.startTime !== null && holder.startTime !== found.startTime)
    return `process ${holder.pid} on ${holder.host} is another one now`;
  return void 0;
}
function machineName(file) {
  const read = () => tryRead(() => readFileSync(file, "utf8").trim() || null);
  const known = read();
  if (known !== null) return known;
  const name = randomUUID();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${name}
`, { flag: "wx" });
    return name;
  } catch {
    return read() ?? name;
  }
}
function inspect(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return { alive: false, startTime: null };
  }
  const stat = statOf(pid);
  return { alive: stat?.state !== "Z" && stat?.state !== "X", startTime: stat?.startTime ?? null };
}
function statOf(pid) {
  const text2 = tryRead(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return text2 === null ? void 0 : parseProcStat(text2);
}
function tryRead(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

// src/state/lock/lock-record.ts
var lockBytes = 64 * 1024;
var lockFormat = "opus-lock";
var lockVersion = 1;
var longest = 2e3;
function heldLock(holder, process2) {
  return written({ ...holder, process: process2 });
}
function releasedLock() {
  return written({ released: true });
}
function written(fields) {
  return Buffer.from(`${JSON.stringify({ format: lockFormat, version: lockVersion, ...fields }, null, 2)}
`);
}
function readLock(data) {
  if (data.length > lockBytes) return { state: "unreadable" };
  let value;
  try {
    value = JSON.parse(Buffer.from(data).toString("utf8"));
  } catch {
    return { state: "unreadable" };
  }
  if (!isObject(value) || value.format !== lockFormat || value.version !== lockVersion) return { state: "unreadable" };
  if (value.released === true) return { state: "released" };
  const { id, command, project, context, since, run, process: process2 = value } = value;
  if (![id, command, project, context, since].every(isLockText) || !isObject(run) || !isObject(process2))
    return { state: "unreadable" };
  const whose = { id: text(run.id), attempt: number(run.attempt), sha: text(run.sha), url: text(run.url) };
  const holder = { id, command, project, context, since, run: whose };
  return { state: "held", holder, process: identity(process2) };
}
function identity({ machine, host, bootId, processNamespace, pid, startTime }) {
  return {
    machine: textOrNull(machine),
    host: text(host),
    bootId: textOrNull(bootId),
    processNamespace: textOrNull(processNamespace),
    // A negative one would be a group of processes.
    pid: Math.max(0, number(pid)),
    startTime: textOrNull(startTime)
  };
}
function isLockText(value) {
  return typeof value === "string" && value.length <= longest && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value);
}
function text(value) {
  return isLockText(value) ? value : "";
}
function textOrNull(value) {
  return isLockText(value) ? value : null;
}
function number(value) {
  return Number.isSafeInteger(value) ? value : 0;
}

// src/state/lock/lock-messages.ts
function heldFailure(holder, where, waitedMs, flags = []) {
  const run = holder.run.url === "" ? "" : `, run ${holder.run.url}`;
  const waited = waitedMs < 1e3 ? "" : ` It was still locked after ${Math.round(waitedMs / 1e3)} s.`;
  return failure(
    "state-locked",
    `The state of ${holder.project}/${holder.context} is locked by \`${holder.command}\`${where} since ${holder.since}${run}.${waited} Wait for that run to end. If it is gone for good, release its lock: ${unlockCommand(holder.id, holder.context, flags)}.`
  );
}
function unreadableFailure(id, location, project, context, flags = []) {
  return failure(
    "state-locked",
    `The lock on the state of ${project}/${context} can't be read (${location}), so nobody can tell whose it is. Find out whether a run is going on there. If none is, release the lock: ${unlockCommand(id, context, flags)}.`
  );
}
function notReleasedFailure(id, why, project, context, flags = []) {
  const message = `The lock on the state of ${project}/${context} could not be released: ${why.message} Later runs break it where they can tell that this one is over (a step's post step tries first). Where they can't, release it: ${unlockCommand(id, context, flags)}.`;
  return { ...why, message };
}
function notHeldFailure(id, current, project, context, flags = []) {
  if (current === void 0)
    return failure(
      "invalid-input",
      `Nobody holds a lock on the state of ${project}/${context}, so "${id}" can't be released.`
    );
  return failure(
    "state-locked",
    `The state of ${project}/${context} is locked with the id "${current.id}" (\`${current.command}\` since ${current.since}), not "${id}". To release that one: ${unlockCommand(current.id, context, flags)}.`
  );
}
function unlockCommand(id, context, flags = []) {
  return `\`${commandLine(["opus", "unlock", "--context", context, "--lock-id", id, ...flags])}\`, or in a workflow the inputs \`command: unlock\`, \`context: ${context}\`, \`lock-id: ${id}\``;
}

export {
  localMachine,
  whyGone,
  lockBytes,
  heldLock,
  releasedLock,
  readLock,
  heldFailure,
  unreadableFailure,
  notReleasedFailure,
  notHeldFailure,
  unlockCommand
};
