import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isAskedAbout
} from "./chunk-V6SBVEKM.js";
import {
  redactTask
} from "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import {
  plannedReport
} from "./chunk-O5UACIXT.js";
import {
  renderTasks
} from "./chunk-CNETSTA3.js";
import "./chunk-ECNAE3MH.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import {
  plural
} from "./chunk-33HS6KZX.js";
import {
  Cancelled,
  taskError
} from "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-CHHS7TI7.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  stopwatch,
  trace
} from "./chunk-IOTVDPD4.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import {
  policyMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/context/ask-policies.ts
async function askPolicies(plan, frame) {
  const { command, extensions, signal, emit } = frame.services;
  const policies = extensions.hooks.filter(
    (hook) => hook.review !== void 0 && isAskedAbout(hook.commands, command)
  );
  if (policies.length === 0) return [];
  const shown = planForReview(plan, frame);
  const found = [];
  for (const policy of policies) {
    const took = stopwatch();
    const told = await problemsOf(policy, shown, signal);
    trace(
      () => `policy ${policy.name}: ${plural(told.length, "problem")} with the plan of ${plan.context}, took ${took()}`
    );
    const diagnostics = told.map((problem) => toldOf(problem, policy, plan));
    if (told.length === 0)
      emit({ type: "progress", text: `${named(policy)} has nothing against the plan of ${plan.context}` });
    found.push(...diagnostics.filter(({ severity }) => severity === "error"));
    for (const diagnostic of diagnostics) if (diagnostic.severity !== "error") emit({ type: "diagnostic", diagnostic });
  }
  return found;
}
function planForReview(plan, { services, context }) {
  const { command, loaded, redactor } = services;
  const { action, digest, order, counts, tasks } = plan;
  return {
    command: command.called,
    ...command.previews ? { previews: command.scopeName } : {},
    action,
    project: loaded.project,
    context,
    digest,
    order,
    counts: { ...counts },
    tasks: renderTasks(tasks.map((planned) => redactTask(plannedReport(planned), redactor)))
  };
}
async function problemsOf(policy, plan, signal) {
  const late = AbortSignal.timeout(policyMs);
  try {
    return await inTime(policy.review(plan, AbortSignal.any([signal, late])), signal, late);
  } catch (error) {
    if (signal.aborted) throw new Cancelled();
    const { message, hint, detail } = taskError(error);
    const frames = error instanceof TaskFailure && detail !== void 0 ? `
${detail}` : "";
    return [{ severity: "error", unanswered: `${message}${frames}`, hint }];
  }
}
async function inTime(answer, ...signals) {
  const over = new AbortController();
  const aborted = new Promise((_, reject) => {
    for (const signal of signals) {
      const stop = () => reject(new TaskFailure(`it took longer than ${policyMs / 1e3} seconds`));
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true, signal: over.signal });
    }
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    over.abort();
  }
}
function named({ name }) {
  return `the policy "${name}"`;
}
function toldOf(problem, policy, plan) {
  if ("unanswered" in problem) {
    return {
      severity: "error",
      code: "policy",
      message: `${named(policy)} could not be asked about the plan, so nothing is done: ${problem.unanswered}`,
      ...located(policy.location),
      suggestion: problem.hint ?? "Mend the policy: a plan is carried out only when each policy has answered."
    };
  }
  const { severity, message, task, hint } = problem;
  const does = severity === "error" ? "forbids" : "warns of";
  const what = task === void 0 ? "the plan" : `the plan of "${task}"`;
  return {
    severity,
    code: "policy",
    message: `${named(policy)} ${does} ${what}: ${message}`,
    ...located(placeOf(problem, plan) ?? policy.location),
    ...hint === void 0 ? {} : { suggestion: hint }
  };
}
function placeOf({ task: name, pointer }, { tasks }) {
  const planned = name === void 0 ? void 0 : tasks.find((one) => one.name === name);
  const within = pointer?.startsWith("/") ?? false;
  return (within ? planned?.task?.locate(`/spec${pointer}`) : void 0) ?? planned?.location ?? void 0;
}
function located(location) {
  return location ? { location } : {};
}
export {
  askPolicies
};
