import { expect } from "vitest";
import type { Disk, Inputs, Machine, Ran, RecordedTask, Report } from "./machine.ts";
import { hasRead, idOf, type Manifest, pathOf, slotOf } from "./manifest.ts";
import type { Step } from "./world.ts";

/** A command that was planned and then run. */
export interface Played {
  readonly planned: Ran;
  readonly applied: Ran;
  readonly before: Disk;
  readonly after: Disk;
  readonly recordedBefore: { readonly [name: string]: RecordedTask };
  /** False: the plan could not be made or may not be applied, and nothing was. */
  readonly ran: boolean;
}

type Recorded = Played["recordedBefore"];
type Circumstances = Pick<Step, "command" | "failures" | "refresh" | "failFast" | "parallelism">;

export const calm: Circumstances = { command: "apply", failures: [], refresh: "all", failFast: false, parallelism: 4 };

const effects = ["create", "update", "replace", "delete", "adopt"];
const blocking = ["failed", "rolled-back", "tainted", "skipped", "cancelled"];

/**
 * Plans a command, runs it with the same inputs, and holds the run to the plan: the same changes in the same order, to
 * the files of planned changes and to nothing else, but for reported failures, and for what waited for values.
 */
export async function play(machine: Machine, manifest: Manifest, inputs: Inputs, step: Circumstances): Promise<Played> {
  const { command = "apply", ...rest } = inputs;
  const before = machine.disk();
  const recordedBefore = machine.recorded();
  const other = machine.context === "test" ? "prod" : "test";
  const otherState = machine.state(other);
  const planned = await machine.run({ ...rest, command: "plan", "plan-command": command });
  expect(changed(before, machine.disk()), "what plan changed on disk").toEqual([]);
  machine.takeCalls();
  const beforeRun = machine.disk();
  const applied = await machine.run(inputs);
  const after = machine.disk();
  const calls = machine.takeCalls();
  expect(machine.state(other), "state of the other context").toBe(otherState);
  const played = { planned, applied, before, after, recordedBefore };
  const touched = changed(beforeRun, after).filter((path) => !path.startsWith(".opus/") && path !== "calls.log");

  const reason = planned.report.failureReason;
  if (reason !== null && reason !== "task-failed") {
    expect(applied.report.failureReason, "the reason of apply").toBe(reason);
    expect(touched, "touched although the plan can't be applied").toEqual([]);
    expect(calls, "ran although the plan can't be applied").toEqual([]);
    expect(machine.recorded(), "state although the plan can't be applied").toEqual(recordedBefore);
    return { ...played, ran: false };
  }
  expect([null, "task-failed"], "the reason of apply").toContain(applied.report.failureReason);
  if (reason !== null) expect(applied.report.failureReason, "the reason of apply").toBe(reason);
  sameChanges(planned.report.contexts[0], applied.report.contexts[0], step);
  if (command !== "rollback") {
    heldUp(applied.report.contexts[0]);
    taintedAreMended(planned.report.contexts[0], recordedBefore, manifest);
  }
  if (applied.events) inOrder(planned.report.contexts[0], applied.events, step);
  stateFollows(applied.report, recordedBefore, machine.recorded(), manifest);
  expect(
    touched.filter((path) => !mayTouch(path, applied.report, recordedBefore, manifest)),
    "touched without a planned change",
  ).toEqual([]);
  scriptsOf(applied.report, recordedBefore, manifest, calls);
  return { ...played, ran: true };
}

function changed(before: Disk, after: Disk): string[] {
  const same = (path: string): boolean => JSON.stringify(before.get(path)) === JSON.stringify(after.get(path));
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => !same(path)).sort();
}

function sameChanges(plan: Report, run: Report, step: Circumstances): void {
  expect(run.planDigest, "digest").toBe(plan.planDigest);
  expect(run.order, "order").toEqual(plan.order);
  expect(
    run.tasks.map((task: Report) => task.name),
    "tasks",
  ).toEqual(plan.tasks.map((task: Report) => task.name));
  const { failed: _, skipped: __, ...counts } = plan.counts;
  expect(run.counts, "counts").toMatchObject(counts);
  const statuses = new Map<string, string>(run.tasks.map((task: Report) => [task.name, task.status]));
  plan.tasks.forEach((planned: Report, index: number) => {
    const done = run.tasks[index];
    const what = `${planned.name}: planned ${planned.change} (${planned.reason}), done ${done.change} ${done.status}`;
    if (planned.status === "failed") {
      expect([done.status, done.error], what).toEqual(["failed", planned.error]);
    } else if (done.status === "skipped") {
      const waited = run.tasks.filter(
        (other: Report) => blocking.includes(statuses.get(other.name) ?? "") && other !== done,
      );
      const related = waited.some(
        (other: Report) =>
          done.dependencies.includes(other.name) ||
          ["delete", "forget"].includes(done.change) ||
          waitsForPlace(planned, other.name) ||
          (other.change === "delete" && other.dependencies.includes(done.name)),
      );
      expect(
        related || planned.status === "skipped" || (step.failFast && waited.length > 0),
        `${what}: nothing held it up`,
      ).toBe(true);
    } else if (done.status === "done") {
      const turned =
        waits(planned) && (done.change === "noop" || (planned.change === "create" && done.change === "adopt"));
      if (!turned) expect(done.change, what).toBe(planned.change);
    } else {
      expect(isExplained(planned, done, step), `${what}: ${done.error?.message} ${done.error?.detail ?? ""}`).toBe(
        true,
      );
    }
  });
}

/** Whatever waits for a task that did not succeed is skipped; what goes waits for what depended on it. */
function heldUp(report: Report): void {
  const bad = new Set<string>(
    report.tasks.filter((task: Report) => blocking.includes(task.status)).map((task: Report) => task.name),
  );
  for (const { name, change, status, dependencies } of report.tasks) {
    if (["delete", "forget"].includes(change) || status === "failed") continue;
    const waitsFor = dependencies.filter((one: string) => bad.has(one));
    if (waitsFor.length > 0) expect(status, `${name}, which depends on ${waitsFor}`).toBe("skipped");
  }
}

function taintedAreMended(plan: Report, recorded: Recorded, manifest: Manifest): void {
  for (const { name, change, reason, status } of plan.tasks) {
    if (status !== "planned" || reason.startsWith("left alone")) continue;
    if (entryOf(name, recorded, manifest)?.status === "tainted")
      expect(change, `change of ${name}, which is tainted`).not.toBe("noop");
  }
}

/** What a run did not do, state does not know. */
function stateFollows(report: Report, before: Recorded, after: Recorded, manifest: Manifest): void {
  for (const { name, status, change, reason } of report.contexts[0].tasks) {
    const old = entryOf(name, before, manifest);
    const isUntouched =
      ["skipped", "cancelled", "rolled-back"].includes(status) ||
      (status === "done" && reason.startsWith("left alone"));
    const entry = after[name] ?? entryOf(name, after, manifest);
    if (isUntouched) expect(entry?.spec, `spec in state of ${name}: ${change} ${status}`).toEqual(old?.spec);
    if (status !== "done") continue;
    const isThere = !["delete", "forget"].includes(change) && (change !== "noop" || old !== undefined);
    expect(after[name] !== undefined, `${name} in state after ${change}`).toBe(isThere);
  }
}

/** Does a task wait until another one has left its place? */
function waitsForPlace(planned: Report, name: string): boolean {
  return planned.reason.includes(", once ") && planned.reason.includes(`"${name}"`);
}

/** A task that a plan did not know everything about. */
function waits(planned: Report): boolean {
  return planned.fields.some((field: Report) => String(field.after).startsWith("(known after apply"));
}

function isExplained(planned: Report, done: Report, { command, failures, refresh }: Circumstances): boolean {
  if (failures.some(({ slot }) => slot === slotOf(done.name))) return true;
  const message = String(done.error?.message);
  if (waits(planned) && /not made by opus|need a replacement/.test(message)) return true;
  if (waits(planned) && /is the resource that state holds as|has not left its place yet/.test(message)) return true;
  // `update` leaves new tasks alone, so that what refers to them has to wait for `apply`.
  if (waits(planned) && command === "update" && /has not been applied/.test(message)) return true;
  // Nobody looked whether there is something in the way.
  return refresh !== "all" && /appeared after opus had looked|is there and is not a folder/.test(message);
}

function inOrder(plan: Report, events: NonNullable<Ran["events"]>, { parallelism }: Circumstances): void {
  const known = new Set<string>(plan.tasks.map((task: Report) => task.name));
  const dependencies = new Map<string, string[]>(plan.tasks.map((task: Report) => [task.name, task.dependencies]));
  const goes = new Set<string>(
    plan.tasks.filter((task: Report) => ["delete", "forget"].includes(task.change)).map((task: Report) => task.name),
  );
  // What `delete` leaves where it is stands among what goes.
  const isLeft = ({ change, status }: Report): boolean =>
    change === "none" && (status === "failed" || status === "skipped");
  const isDeletion = plan.tasks.every((task: Report) => task.change === "delete" || isLeft(task));
  const finished = new Set<string>();
  const started: string[] = [];
  for (const event of events) {
    if (event.type === "task-finished") finished.add(event.report.name);
    if (event.type !== "task-started") continue;
    started.push(event.task);
    for (const name of dependencies.get(event.task) ?? []) {
      // What goes, goes before what it depends on.
      if (!known.has(name) || goes.has(event.task) || goes.has(name)) continue;
      expect(finished.has(name), `${event.task} started before ${name} had ended`).toBe(true);
    }
    if (goes.has(event.task)) {
      // One that left the manifest and could not be looked at comes in its turn among the others.
      const early = plan.tasks
        .filter((task: Report) => !isDeletion && (task.location !== null || task.status !== "failed"))
        .map((task: Report) => task.name)
        .filter((name: string) => !goes.has(name) && !finished.has(name));
      if (!mayGoEarly(event.task, plan.tasks)) expect(early, `still to come when ${event.task} went`).toEqual([]);
    }
    for (const name of goes) {
      if (dependencies.get(name)?.includes(event.task) && goes.has(event.task)) {
        expect(finished.has(name), `${event.task} went before its dependant ${name}`).toBe(true);
      }
    }
  }
  if (parallelism === 1) {
    const expected = plan.tasks.map((task: Report) => task.name).filter((name: string) => started.includes(name));
    expect(started, "order").toEqual(expected);
  }
}

/** Does something that comes later need it gone: what it depends on is replaced, or its place is wanted? */
function mayGoEarly(name: string, tasks: readonly Report[]): boolean {
  const task = tasks.find((one) => one.name === name);
  return tasks.some(
    (other) =>
      waitsForPlace(other, name) ||
      (other.change === "replace" && task.dependencies.includes(other.name)) ||
      // What an early one waits for is early as well.
      (other.change === "delete" && task.dependencies.includes(other.name) && mayGoEarly(other.name, tasks)),
  );
}

/** What state holds of a task, under its name or a former one. */
export function entryOf(
  name: string,
  recorded: Played["recordedBefore"],
  manifest: Manifest,
): RecordedTask | undefined {
  const task = manifest.get(slotOf(name));
  const other = `${name.startsWith("t") ? "n" : "t"}${name.slice(1)}`;
  const renamed = task?.former && (task.named === 0 ? "t" : "n") === name[0];
  return recorded[name] ?? (renamed ? recorded[other] : undefined);
}

/** May a run have touched this path? Only for a task that it has begun to change. */
function mayTouch(path: string, report: Report, recorded: Played["recordedBefore"], manifest: Manifest): boolean {
  return report.contexts[0].tasks.some((task: Report) => {
    if (!effects.includes(task.change) || ["skipped", "cancelled"].includes(task.status)) return false;
    const slot = slotOf(task.name);
    const entry = entryOf(task.name, recorded, manifest);
    const model = manifest.get(slot);
    const paths = [`live/${slot}`, idOf(slot), entry?.spec.path, model && pathOf(slot, model), ...undone(task)];
    return paths.includes(path);
  });
}

/** The path that a rollback brings back. */
function undone(task: Report): string[] {
  return task.fields.filter((field: Report) => field.path === "/path").map((field: Report) => field.after);
}

/** Exactly the scripts of what was done ran, each once. */
function scriptsOf(
  report: Report,
  recorded: Played["recordedBefore"],
  manifest: Manifest,
  calls: readonly string[],
): void {
  const { tasks } = report.contexts[0];
  const known: string[] = [];
  const unclear = new Set<number>();
  for (const task of tasks) {
    const slot = slotOf(task.name);
    if (["failed", "rolled-back", "tainted"].includes(task.status)) {
      unclear.add(slot);
      continue;
    }
    if (
      task.status !== "done" ||
      !effects.includes(task.change) ||
      (task.change === "adopt" && task.fields.length === 0)
    )
      continue;
    const entry = entryOf(task.name, recorded, manifest);
    const old = entry?.kind === "Shell" ? entry.spec : undefined;
    const model = manifest.get(slot);
    // What a rollback brings back is not the manifest's.
    if (report.command !== "apply" && report.command !== "create" && report.command !== "update") unclear.add(slot);
    const next = model?.kind === "Shell" ? model : undefined;
    // A replacement may find what it can take over, and then changes that instead of creating.
    if (task.change === "replace" && next?.adopt) unclear.add(slot);
    const remove = old?.delete !== undefined || (task.change === "adopt" && next?.delete) ? ["delete"] : [];
    const scripts: { [change: string]: readonly string[] } = {
      create: next ? ["create"] : [],
      update: next ? (next.update ? ["update"] : [...remove, "create"]) : [],
      replace: [...remove, ...(next ? ["create"] : [])],
      delete: remove,
    };
    const ran = scripts[task.change === "adopt" ? "update" : task.change] ?? [];
    known.push(...ran.map((name) => `${slot} ${name}`));
  }
  const clear = (call: string): boolean => !unclear.has(Number(call.split(" ")[0]));
  expect(calls.filter(clear).sort(), "scripts that ran").toEqual(known.filter(clear).sort());
}

/** Is there a resource that state can name and nobody can look at? */
export function isObservable(name: string, entry: RecordedTask): boolean {
  return entry.kind === "File" || hasRead(slotOf(name));
}
