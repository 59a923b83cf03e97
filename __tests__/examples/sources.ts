/** The example workflows, our own, and what workflows are made of. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

export const root = join(import.meta.dirname, "../..");

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: { readonly [input: string]: unknown };
  /** Steps that run side by side. */
  readonly parallel?: readonly Step[];
}

export type Permissions = string | { readonly [scope: string]: string };

export interface Job {
  readonly name?: string;
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly environment?: unknown;
  /** Of a job that calls a reusable workflow. */
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly name?: string;
  readonly on: unknown;
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly jobs: { readonly [name: string]: Job };
}

export interface Source {
  readonly name: string;
  readonly text: string;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default: string } };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
}

export const own = parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
export const ownName = "OWNER/magnum-opus";

export const examples: readonly Source[] = globSync("examples/workflows/*.{yml,yaml}", { cwd: root })
  .sort()
  .map((path) => ({ name: basename(path), text: readFileSync(join(root, path), "utf8") }));

/** What this repository runs itself. */
export const ownWorkflows: readonly Source[] = globSync(".github/workflows/*.yml", { cwd: root }).map((path) => ({
  name: basename(path),
  text: readFileSync(join(root, path), "utf8"),
}));

export function workflowOf({ text }: Source): Workflow {
  return parse(text) as Workflow;
}

/** Every step of every job, those that run side by side too. */
export function stepsOf({ jobs }: Workflow): readonly { readonly job: string; readonly step: Step }[] {
  return Object.entries(jobs).flatMap(([job, { steps = [] }]) =>
    steps.flatMap((step) => step.parallel ?? [step]).map((step) => ({ job, step })),
  );
}

export function isOwn({ uses = "" }: Step): boolean {
  return uses.split("@")[0] === ownName;
}

/** Names of the events that start a workflow. */
export function eventsOf({ on }: Workflow): readonly string[] {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(on as object);
}

/** What each job may do; its own permissions replace those of the workflow. */
export function permissionsOf(source: Source): { readonly [job: string]: Permissions | undefined } {
  const { permissions, jobs } = workflowOf(source);
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? permissions]));
}

/** The commands that a step of ours may run: what is written there, or what its expression may become. */
export function commandsOf(step: Step, workflow: Workflow): readonly string[] {
  const command = String(step.with?.command ?? "plan");
  if (!command.includes("${{")) return [command];
  const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(command)?.[1];
  const given = input === undefined ? undefined : inputsOf(workflow)[input];
  if (given?.options) return given.options;
  return [...command.matchAll(/'([a-z]+)'(?! *(?:&&|\|\||\)) *'?[a-z]* *==)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !eventNames.has(name));
}

const eventNames = new Set(["push", "pull_request", "schedule", "workflow_dispatch"]);

interface DispatchInput {
  readonly type?: string;
  readonly options?: readonly string[];
}

export function inputsOf({ on }: Workflow): { readonly [name: string]: DispatchInput } {
  const events = typeof on === "object" && on !== null ? (on as { readonly [event: string]: unknown }) : {};
  const of = (event: string) =>
    (events[event] as { readonly inputs?: { readonly [name: string]: DispatchInput } } | null)?.inputs ?? {};
  return { ...of("workflow_call"), ...of("workflow_dispatch") };
}
