import { expect } from "vitest";
import { type Inputs, Machine, type RecordedTask, type Report, type Runner } from "./machine.ts";
import {
  idOf,
  isPlain,
  type Manifest,
  nameOf,
  pathOf,
  renderControl,
  renderManifest,
  slotOf,
  tellManifest,
  wantedText,
  withEdits,
} from "./manifest.ts";
import { calm, entryOf, isObservable, type Played, play } from "./parity.ts";
import type { Step, World } from "./world.ts";

const changing = ["create", "update", "replace", "delete", "adopt", "forget"];

/** Lives through a world: each step is planned and run, and what must hold afterwards is checked. */
export async function live(world: World, runner: Runner): Promise<void> {
  using machine = new Machine(runner);
  const told: string[] = [];
  let manifest: Manifest = new Map();
  try {
    for (const step of world.steps) {
      manifest = withEdits(manifest, step);
      machine.enter(step.context);
      told.push(tell(step, manifest, machine));
      await liveStep(machine, manifest, step);
    }
    for (const context of ["test", "prod"] as const) {
      machine.enter(context);
      told.push(`delete everything in ${context}`);
      await deleteAll(machine, manifest);
    }
  } catch (error) {
    (error as Error).message = `${(error as Error).message}\n\n${told.join("\n")}\n`;
    throw error;
  }
}

async function liveStep(machine: Machine, manifest: Manifest, step: Step): Promise<void> {
  for (const [path, text] of Object.entries(renderManifest(manifest, step.reverse))) machine.write(path, text);
  useHands(machine, manifest, step);
  machine.write("control", renderControl(step));
  const inputs = inputsOf(step, manifest);
  const played = await play(machine, manifest, inputs, step);
  if (played.ran) idsAreKnown(machine, played);
  if (!played.ran || played.applied.exitCode !== 0) return;

  // A target that was deleted is unknown from now on.
  const recorded = machine.recorded();
  const isThere = (name: string): boolean =>
    name in recorded || manifest.get(slotOf(name))?.named === (name[0] === "t" ? 0 : 1);
  const target = (inputs.target ?? "")
    .split(",")
    .filter((name) => name !== "" && isThere(name))
    .join(",");
  if (inputs.target && target === "") return;
  const again = await machine.run({ ...inputs, command: "plan", "plan-command": step.command, target });
  // What refers to a new task, which `update` leaves alone, stays open until `apply` has made that task.
  const open = (change: string): boolean => step.command === "update" && change.endsWith("(may change)");
  expect(
    changes(again.report).filter((change) => !open(change)),
    "changes in a second plan",
  ).toEqual([]);
  expect(again.exitCode, "a second plan").toBe(0);
  if (step.refresh === "all") nothingIsMissing(machine, played);
  if (step.refresh === "all" && step.command === "apply") everythingIsAsWanted(machine, manifest, played);
  if (step.rollback && changes(played.planned.report).length > 0) await rollBack(machine, manifest, played, step);
}

function inputsOf(step: Step, manifest: Manifest): Inputs {
  const targets = step.targets.map((slot) => nameOf(slot, manifest.get(slot)?.named ?? 0));
  return {
    command: step.command,
    context: step.context,
    refresh: step.refresh,
    parallelism: String(step.parallelism),
    "fail-fast": String(step.failFast),
    ...(targets.length > 0 ? { target: targets.join(",") } : {}),
  };
}

function useHands(machine: Machine, manifest: Manifest, { hands }: Step): void {
  for (const { slot, what } of hands) {
    const task = manifest.get(slot);
    const path = task ? pathOf(slot, task) : `out/${slot}.txt`;
    // There is something of another kind in the way.
    if (!machine.isFree(path)) continue;
    if (what === "edit") machine.write(path, "by hand");
    else if (what === "remove") machine.remove(path);
    else if (what === "mode") machine.toggleMode(path);
    else if (task)
      machine.write(path, task.kind === "File" ? `${wantedText(slot, manifest)}\n` : wantedText(slot, manifest));
  }
}

function changes(report: Report): string[] {
  return report.contexts[0].tasks
    .filter((task: Report) => task.change !== "noop")
    .map((task: Report) => `${task.name} ${task.change} (${task.reason})`);
}

function liveText(
  machine: Machine,
  name: string,
  { kind, spec }: Pick<RecordedTask, "kind" | "spec">,
): string | undefined {
  return machine.read(kind === "File" ? String(spec.path) : `live/${slotOf(name)}`);
}

/** After a run that looked at everything and succeeded, state names nothing that is not there. */
function nothingIsMissing(machine: Machine, { applied }: Played): void {
  const recorded = machine.recorded();
  for (const task of applied.report.contexts[0].tasks) {
    const entry = recorded[task.name];
    // What `create` and `update` left alone for the other one.
    if (!entry || !isObservable(task.name, entry) || task.reason.startsWith("left alone")) continue;
    expect(entry.status, `status of ${task.name}`).toBe("applied");
    expect(liveText(machine, task.name, entry), `${task.name}, which is recorded`).toBeDefined();
  }
}

/** Ids that a create gave out are recorded until the resource is made anew, whatever else changes. */
function idsAreKnown(machine: Machine, { applied, recordedBefore }: Played): void {
  const recorded = machine.recorded();
  for (const { name, change, status } of applied.report.contexts[0].tasks) {
    const [entry, before] = [recorded[name], recordedBefore[name]];
    if (entry?.kind !== "Shell" || entry.status !== "applied" || status !== "done") continue;
    const id = machine.read(idOf(slotOf(name)));
    if (change === "create") expect(entry.outputs.ID, `ID of ${name} after ${change}`).toBe(id);
    if (before?.kind === "Shell" && before.outputs.ID !== undefined)
      expect(entry.outputs.ID, `ID of ${name} after ${change}`).toBe(id);
  }
}

/** The model's own idea of what every resource holds now. */
function everythingIsAsWanted(machine: Machine, manifest: Manifest, { applied }: Played): void {
  for (const { name, change } of applied.report.contexts[0].tasks) {
    const slot = slotOf(name);
    const task = manifest.get(slot);
    if (
      !task ||
      nameOf(slot, task.named) !== name ||
      !isPlain(slot, manifest, machine.context) ||
      change === "delete" ||
      change === "forget"
    )
      continue;
    if (task.kind === "Shell" && slot % 2 === 1) continue;
    const text = wantedText(slot, manifest);
    expect(machine.read(pathOf(slot, task)), `content of ${name}`).toBe(task.kind === "File" ? `${text}\n` : text);
    if (task.kind === "File" && task.mode) {
      expect(machine.disk().get(pathOf(slot, task))?.mode.toString(8), `mode of ${name}`).toBe(task.mode.slice(1));
    }
  }
}

/** Goes back, and finds every resource as it was, where that was known: recorded and not changed by hand. */
async function rollBack(machine: Machine, manifest: Manifest, past: Played, step: Step): Promise<void> {
  machine.write("control", ";\n");
  const played = await play(
    machine,
    manifest,
    { command: "rollback", context: step.context, parallelism: String(step.parallelism) },
    calm,
  );
  // To undo a create is to destroy, and a dependency may be out of scope for this command.
  if (!played.ran) return expect(["guarded", "invalid-manifest"]).toContain(played.applied.report.failureReason);
  if (staysBehind(past, manifest) || isFolderLeft(played)) return;
  expect(
    played.applied.exitCode,
    `exit code of rollback: ${JSON.stringify(played.applied.report.contexts[0].tasks)}`,
  ).toBe(0);
  if (step.refresh !== "all") return;
  for (const task of past.planned.report.contexts[0].tasks) {
    const slot = slotOf(task.name);
    const model = manifest.get(slot);
    const entry = entryOf(task.name, past.recordedBefore, manifest);
    const known =
      task.drift === "in-sync" ||
      task.drift === "spec-changed" ||
      (task.drift === "untracked" && task.change === "create");
    // An ephemeral resource that is gone is in sync.
    if (!changing.includes(task.change) || !known || task.reason === "ephemeral") continue;
    // What edits by hand, or half a script, have made of it is in no state.
    if (entry?.lifecycle.ignoreChanges !== undefined || entry?.status === "tainted") continue;
    const old = entry && (entry.kind === "File" ? String(entry.spec.path) : `live/${slot}`);
    const now = model && nameOf(slot, model.named) === task.name ? pathOf(slot, model) : undefined;
    const paths = new Set([old, now].filter((path) => path !== undefined));
    // What a replacement has taken over was somebody else's, and is not kept.
    if (now !== undefined && now !== old && past.before.has(now)) paths.delete(now);
    for (const path of paths) {
      // Nobody could see what is at the live file of an odd slot.
      if (path.startsWith("live/") && slot % 2 === 1) continue;
      expect(machine.read(path), `${path} after the rollback of ${task.change} ${task.name}`).toBe(
        past.before.get(path)?.text,
      );
    }
  }
}

/** A file became a folder, and opus deletes only files: what comes back finds the folder in its place, and says so. */
function isFolderLeft({ applied }: Played): boolean {
  return applied.report.contexts[0].tasks.some((task: Report) =>
    /there is a folder at|is there and is not a folder/.test(task.error?.message ?? ""),
  );
}

/** Resources that a run has forgotten, or could not delete: making them again finds them in the way. */
function staysBehind({ planned, recordedBefore }: Played, manifest: Manifest): boolean {
  const isMute = (name: string): boolean => {
    const entry = entryOf(name, recordedBefore, manifest);
    return entry?.kind === "Shell" && entry.spec.delete === undefined;
  };
  const makesMute = (name: string): boolean => {
    const model = manifest.get(slotOf(name));
    return model?.kind === "Shell" && !model.delete;
  };
  return planned.report.contexts[0].tasks.some(
    (task: Report) => changing.includes(task.change) && (isMute(task.name) || makesMute(task.name)),
  );
}

async function deleteAll(machine: Machine, manifest: Manifest): Promise<void> {
  machine.write("control", ";\n");
  const played = await play(machine, manifest, { command: "delete", context: machine.context }, calm);
  const reason = played.applied.report.failureReason;
  // Nothing was ever recorded.
  if (reason === "invalid-input") return expect(played.recordedBefore).toEqual({});
  if (!played.ran) return expect(["guarded", "invalid-manifest"]).toContain(reason);
  expect(played.applied.exitCode, "exit code of delete").toBe(0);
  const left = machine.recorded();
  for (const [name, entry] of Object.entries(played.recordedBefore)) {
    const planned = played.planned.report.contexts[0].tasks.find(
      (task: Report) => entryOf(task.name, played.recordedBefore, manifest) === entry,
    );
    expect(name in left, `${name} is recorded`).toBe(planned === undefined);
    const isProtected = entry.lifecycle?.preventDestroy?.includes(machine.context) === true;
    if (planned !== undefined) expect(isProtected, `${name} was deleted, and is protected`).toBe(false);
    if (planned?.change !== "delete" || (entry.kind === "Shell" && entry.spec.delete === undefined)) continue;
    expect(liveText(machine, name, entry), `${name} after delete`).toBeUndefined();
  }
}

/** A step for people. */
function tell(step: Step, manifest: Manifest, machine: Machine): string {
  const { hands, failures, edits: _, targets, reverse: __, ...rest } = step;
  const lines = [
    `--- ${JSON.stringify({ ...rest, ...(targets.length > 0 ? { targets: targets.map((slot) => nameOf(slot, manifest.get(slot)?.named ?? 0)) } : {}) })}`,
  ];
  for (const { slot, what } of hands) lines.push(`by hand: ${what} the resource of slot ${slot}`);
  for (const { slot, script, when } of failures) lines.push(`fails: ${script} of slot ${slot}, ${when} its effect`);
  lines.push(`recorded: ${Object.keys(machine.recorded()).join(", ") || "nothing"}`);
  return [...lines, "manifest:", ...tellManifest(manifest, step.reverse)].join("\n");
}
