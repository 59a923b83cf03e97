/** What must hold for every workflow that we show, beyond what linters know. */
import { writes } from "./needs.ts";
import {
  commandsOf,
  eventsOf,
  isOwn,
  own,
  ownName,
  type Source,
  stepsOf,
  type Workflow,
  workflowOf,
} from "./sources.ts";

/** Every line of an action of somebody else: a full commit, and its version as a comment. */
export function pinFindings({ text }: Source): string[] {
  const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  return text.split("\n").flatMap((line) => {
    const [, before = "", uses] = /^\s*(?:- )?(.*?)\buses["']?\s*:\s*(.*)$/.exec(line.replace(/^\s*#.*/, "")) ?? [];
    if (uses === undefined || (before === "" && (uses.startsWith(`${ownName}@`) || uses.startsWith("./")))) return [];
    if (before === "" && pinned.test(uses)) return [];
    return [`not pinned, or without its version: ${before === "" ? uses : line.replace(/^\s*- /, "")}`];
  });
}

function applies(workflow: Workflow): boolean {
  return stepsOf(workflow).some(({ step }) => {
    if (!isOwn(step)) return false;
    const commands = commandsOf(step, workflow);
    return commands.length === 0 || commands.some(writes);
  });
}

export function ruleFindings(source: Source): string[] {
  const workflow = workflowOf(source);
  return [
    ...permissionFindings(workflow),
    ...scriptFindings(workflow),
    ...argumentFindings(workflow),
    ...checkoutFindings(workflow),
    ...cutOffFindings(workflow),
    ...droppedFindings(workflow),
    ...nameFindings(workflow),
  ];
}

function permissionFindings(workflow: Workflow): string[] {
  return Object.entries(workflow.jobs).flatMap(([name, job]) => {
    const permissions = job.permissions ?? workflow.permissions;
    if (permissions === undefined) return [`${name}: no permissions are given, so the repository's default holds`];
    return typeof permissions === "string"
      ? [`${name}: permissions that are not listed one by one: ${permissions}`]
      : [];
  });
}

/** Whatever somebody can write or choose, as text of a script. Expressions don't tell upper from lower case. */
function scriptFindings(workflow: Workflow): string[] {
  const untrusted =
    /\bgithub\s*(\.\s*(event\b|\*)|\[)|\bhead_ref\b|\(\s*github\s*\)|\b(inputs|matrix|needs|steps)\s*[.[]/i;
  return stepsOf(workflow).flatMap(({ job, step: { run = "" } }) =>
    [...run.matchAll(/\$\{\{.*?\}\}/gs)]
      .filter(([expression]) => untrusted.test(expression))
      .map(([expression]) => `${job}: untrusted data in a script: ${expression}`),
  );
}

/** Arguments of a program are seen by every process of the machine; its environment is not. */
function argumentFindings(workflow: Workflow): string[] {
  const secret =
    /\$\{\{[^}]*\b(?:secrets\b|github\s*\.\s*token\b)|--(?:token|encryption-key)\b|\bextraheader=|:\/\/[^\s/]*\$[^\s/]*@/i;
  return stepsOf(workflow).flatMap(({ job, step: { run = "" } }) =>
    run
      .split("\n")
      .filter((line) => secret.test(line))
      .map((line) => `${job}: a secret as an argument: ${line.trim()}`),
  );
}

/** A stranger's commit in a job that has secrets and a token that writes. */
function checkoutFindings(workflow: Workflow): string[] {
  const event = eventsOf(workflow).find((name) => name === "pull_request_target" || name === "workflow_run");
  if (event === undefined) return [];
  return stepsOf(workflow).flatMap(({ job, step: { uses = "", with: given = {} } }) => {
    if (!uses.startsWith("actions/checkout@")) return [];
    const what = given.ref ?? given.repository ?? (given["allow-unsafe-pr-checkout"] && "a stranger's code");
    return what === undefined ? [] : [`${job}: a checkout of ${String(what)} with the rights of ${event}`];
  });
}

function cutOffFindings(workflow: Workflow): string[] {
  return applyingGroups(workflow).some(cutsOff) ? ["a run that applies may be cut off by `cancel-in-progress`"] : [];
}

/** Groups that a job which applies waits in. */
function applyingGroups(workflow: Workflow): unknown[] {
  const applying = Object.entries(workflow.jobs).filter(([name, job]) =>
    applies({ ...workflow, jobs: { [name]: job } }),
  );
  return applying.length === 0 ? [] : [workflow.concurrency, ...applying.map(([, { concurrency }]) => concurrency)];
}

function cutsOff(group: unknown): boolean {
  return (
    typeof group === "object" &&
    group !== null &&
    "cancel-in-progress" in group &&
    group["cancel-in-progress"] !== false
  );
}

/** Groups in which only the newest of those that wait stays. */
function droppedFindings(workflow: Workflow): string[] {
  const groups = applyingGroups(workflow);
  const drops = groups.some(
    (group) =>
      group !== undefined &&
      !cutsOff(group) &&
      !(typeof group === "object" && group !== null && "queue" in group && group.queue === "max"),
  );
  return drops
    ? ["a run that applies would be dropped when a newer one comes to wait: its group has no `queue: max`"]
    : [];
}

/** Inputs and outputs of ours that action.yml does not have. */
function nameFindings(workflow: Workflow): string[] {
  const inputs = stepsOf(workflow).flatMap(({ job, step }) =>
    Object.keys(isOwn(step) ? (step.with ?? {}) : {})
      .filter((name) => !Object.hasOwn(own.inputs, name))
      .map((name) => `${job}: the action has no input "${name}"`),
  );
  const outputs = Object.entries(workflow.jobs).flatMap(([job, definition]) => {
    const ids = new Set(definition.steps?.filter(isOwn).map(({ id }) => id));
    return [...JSON.stringify(definition).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id, name = ""]) => ids.has(id) && !Object.hasOwn(own.outputs, name))
      .map(([, , name]) => `${job}: the action has no output "${name}"`);
  });
  return [...inputs, ...outputs];
}
