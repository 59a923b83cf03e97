/** Puts parts of a workflow into what they are a part of. */
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import { jobNeeds } from "../examples/needs.ts";
import { ownName, type Workflow } from "../examples/sources.ts";
import { shapeOf } from "./shape.ts";

const events =
  "on:\n  push: { branches: [main] }\n  pull_request: {}\n  schedule: [{ cron: '17 3 * * *' }]\n  workflow_dispatch: {}\n";
const ownStep = (id: string, command: string): string =>
  `- { uses: ${ownName}@v1, id: ${id}, with: { command: ${command} } }\n`;
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));

const ofJobs = ["permissions", "steps", "env", "environment", "concurrency", "strategy", "needs", "outputs", "if"];
const ofSteps = ["uses", "run", "with", "env", "if", "id", "name", "parallel", "shell", "timeout-minutes"];

/**
 * The whole workflow that a fence is, or is a part of. What a part does not say, the frame does as it is right.
 * @returns undefined when it is no part of a workflow
 */
export function workflowOf(text: string): string | undefined {
  const shape = shapeOf(text);
  if (shape === undefined) return undefined;
  const { list, keys } = shape;
  if (list) {
    const isSteps = keys.some((key) => key === "uses" || key === "run") && keys.every((key) => ofSteps.includes(key));
    return isSteps
      ? completed(`${events}permissions: {}\njobs:\n  sample:\n    steps:\n${indented(text, 6)}`)
      : undefined;
  }
  if (keys.includes("jobs")) {
    const permissions = keys.includes("permissions") ? "" : "permissions: {}\n";
    return keys.includes("on") ? text : completed(`${events}${permissions}${text}`);
  }
  if (keys.length === 1 && keys[0] === "with")
    return completed(
      `${events}permissions: {}\njobs:\n  sample:\n    steps:\n      - uses: ${ownName}@v1\n${indented(text, 8)}`,
    );
  return keys.length > 0 && keys.every((key) => ofJobs.includes(key))
    ? completed(`${events}permissions: {}\njobs:\n  sample:\n${indented(text, 4)}`)
    : undefined;
}

/** Fills in what each job must have. */
function completed(text: string): string {
  const document = parseDocument(text);
  const jobs = document.get("jobs") as YAMLMap<{ readonly value: string }, YAMLMap>;
  for (const { key, value: job } of jobs.items) {
    if (!job) continue;
    if (!job.has("uses") && !job.has("runs-on")) job.set("runs-on", "ubuntu-latest");
    if (!job.has("steps"))
      job.set("steps", nodeOf(ownStep("opus", looksOnly(document, key.value, job) ? "plan" : "apply")));
    addSteps(document, job);
    if (!job.has("permissions") && !document.has("permissions")) job.set("permissions", document.createNode({}));
  }
  const workflow = document.toJS() as Workflow;
  for (const { key, value: job } of jobs.items) {
    if (!job) continue;
    const given = job.has("permissions") || Object.keys(workflow.permissions ?? {}).length > 0;
    if (!given) job.set("permissions", document.createNode(jobNeeds(workflow, key.value)));
  }
  return document.toString({ lineWidth: 0 });
}

/** A job of which the sample shows no step: its name, or what it may do, says what it is for. */
function looksOnly(document: Document, name: string, job: YAMLMap): boolean {
  const { contents } =
    (job.toJS(document) as { readonly permissions?: { readonly contents?: string } }).permissions ?? {};
  return name === "plan" || contents === "read";
}

/** Steps whose outputs a sample reads, and that it does not show. */
function addSteps(document: Document, job: YAMLMap): void {
  const text = JSON.stringify(job.toJS(document));
  const steps = job.get("steps");
  if (!isSeq(steps)) return;
  const read = new Set([...text.matchAll(/\bsteps\.([\w-]+)\.outputs\b/g)].map(([, id = ""]) => id));
  for (const id of read)
    if (!text.includes(`"id":"${id}"`))
      steps.items.unshift(...nodeOf(ownStep(id, id === "drift" ? "drift" : "plan")).items);
}

function nodeOf(text: string): { readonly items: unknown[] } {
  return parseDocument(text).contents as unknown as { readonly items: unknown[] };
}

/** The same workflow, with steps that run side by side as steps that run one after the other, for linters that are older than these. */
export function oneAfterTheOther(text: string): string {
  const document = parseDocument(text);
  for (const { value: job } of (document.get("jobs") as YAMLMap<unknown, YAMLMap>).items) {
    const steps = job?.get("steps");
    if (!isSeq(steps)) continue;
    steps.items = steps.items.flatMap((step) => {
      const group = isMap(step) ? step.get("parallel") : undefined;
      return isSeq(group) ? group.items : [step];
    });
  }
  return document.toString({ lineWidth: 0 });
}
