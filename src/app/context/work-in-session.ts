import { type Diagnostic, type Failure, failure, ok } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { TaskState, UndoEntry } from "../../engine/model/state-body.ts";
import { unreviewedScript, vouchedFor } from "../../engine/plan/guards/vouching.ts";
import { isRecordedOtherwise } from "../../engine/plan/look/refresh.ts";
import type { Plan } from "../../engine/plan/plan-model.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import { concealOutputs, recordedSecrets } from "../../engine/recorded/outputs.ts";
import { readSecret } from "../../engine/references/lookup.ts";
import { references } from "../../engine/references/templates.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import type { CommandWork } from "./commands/command-work.ts";
import type { ContextFrame } from "./context-frame.ts";
import type { ContextWork } from "./context-work.ts";
import { isUnfinished } from "./open/open-session.ts";
import { agreeOnPlan, guardsOf } from "./plan/agree-on-plan.ts";
import { askFirst } from "./plan/ask-first.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { undoFor } from "./plan/rollback-target.ts";
import { cameTooLate } from "./plan/run-order.ts";
import { announcePlan, hasChanges, lookAtPlan } from "./plan/show-plan.ts";
import { settleEarlierRun } from "./settle-pending.ts";
import { quotedNames } from "./task-names.ts";

/** How the work in a session ended. */
export interface WorkEnd {
  readonly failure: Failure | undefined;
  /** Nothing is to be stored: what was found to be so is found again. */
  readonly leaveUnstored?: true;
}

/** What a command does once state is open: settle, plan, and carry out or show. */
export async function workInSession(work: ContextWork): Promise<WorkEnd> {
  const { frame, session } = work;
  const { command, settings, ephemeralFiles } = frame.services;
  concealRecorded(recordedBefore(session.contents.undo), work);
  concealRecorded(session.tasks, work);
  if (command.work) return { failure: await perform(command.work, work) };
  const late = await cameTooLate(frame, session);
  if (late) return { failure: late };
  const entries = await settleEarlierRun(work);
  concealRecorded(entries, work);
  const undo = await undoOf(work, entries);
  if (!undo.ok) return { failure: undo.error };
  concealRecorded(recordedBefore([...undo.value].map(([task, { before }]) => ({ task, before }))), work);
  const made = await makePlan(work, entries, undo.value);
  if (!made.ok) return { failure: made.error };
  const plan = made.value;
  if (settings.changed) frame.draft.leftToStore ??= leftToStore(plan, work);
  announcePlan(plan, frame);
  if (command.does === "delete") {
    const { noteWhatStays } = await import("./plan/what-stays.ts");
    noteWhatStays(plan, work);
  }
  if (!command.row.fromState && command.does !== "describe") await ephemeralFiles.look(plan);
  // A command that only looks at what is there has nothing that could be guarded.
  const guards = await guardsOf(plan, work);
  const forbidden = command.executes || command.previews ? await forbiddenBy(plan, frame) : [];
  const [guard] = [...forbidden, ...guards];
  if (guard && (command.executes || command.previews)) {
    const guarded = failure(forbidden.length > 0 ? "policy" : "guarded", guard.message, [...forbidden, ...guards]);
    // Sealed, what stands there would be taken at its word from now on.
    return guards.some(({ code }) => code === unreviewedScript)
      ? { failure: guarded, leaveUnstored: true }
      : { failure: guarded };
  }
  if (!command.executes) {
    const looked = await lookAtPlan(plan, entries, frame);
    if (!settings.accept) return { failure: looked };
    const { acceptDrift } = await import("../accept/accept-drift.ts");
    return { failure: await acceptDrift(plan, work, settings.accept, looked) };
  }
  if (settings.expectNoChanges && hasChanges(plan)) return { failure: changesPending };
  const refused = (await agreeOnPlan(plan, work)) ?? (await askFirst(plan, work));
  if (refused) return { failure: refused };
  const { executeContextPlan } = await import("./plan/execute-plan.ts");
  // Whatever guarded it was agreed to.
  return { failure: await executeContextPlan(plan.guards.length > 0 ? vouchedFor(plan) : plan, work) };
}

/** What is to be brought back, by task; see `undoFor`, which only who goes back needs. */
async function undoOf(work: ContextWork, entries: Entries): ReturnType<typeof undoFor> {
  const { command, settings } = work.frame.services;
  if (command.does !== "rollback" && settings.to === undefined) return ok(new Map());
  const { undoFor } = await import("./plan/rollback-target.ts");
  return undoFor(work, entries);
}

/** What policies of the repository have against a plan. */
async function forbiddenBy(plan: Plan, frame: ContextFrame): Promise<readonly Diagnostic[]> {
  if (!frame.services.extensions.hooks.some(({ review }) => review)) return [];
  const { askPolicies } = await import("./plan/ask-policies.ts");
  return askPolicies(plan, frame);
}

/** What a run that writes would store although its plan may have no change. */
function leftToStore(plan: Plan, { session }: ContextWork): string | undefined {
  const pending = session.contents.pending.map(({ intent }) => intent.task);
  if (pending.length > 0) return `an earlier run is not through with ${quotedNames(pending)}`;
  if (isUnfinished(session)) return "an earlier run has left results that are not stored";
  const anew = plan.tasks.filter(isRecordedOtherwise);
  return anew.length > 0 ? `${plural(anew.length, "task")} recorded anew` : undefined;
}

/** Runs the code of a command that needs no plan. */
async function perform(command: CommandWork, { frame, session }: ContextWork): Promise<Failure | undefined> {
  const { services, context, draft, tell } = frame;
  const { settings } = services;
  const done = await command({ session, context, settings, notice: (code, text) => tell("notice", code, text) });
  if (!done.ok) return done.error;
  draft.add(done.value);
  return undefined;
}

const changesPending = failure(
  "changes-pending",
  "there are changes to apply, and `expect-no-changes` is set, so nothing was applied",
);

/** Hides sensitive values that state holds, and those that are made again: they are secrets like all others. */
function concealRecorded(entries: Iterable<readonly [string, TaskState]>, work: ContextWork): void {
  const { references: recorded, toolbox } = work;
  const { redactor, conceal } = toolbox;
  const known = [...entries];
  const all = new Map(known);
  const { environment } = recorded;
  // Those that the manifest declares are hidden already; it may not say any more, or not be readable.
  for (const [, { secrets = {} }] of environment.trusted && !environment.doubted ? known : []) {
    for (const [name, env] of Object.entries(secrets)) {
      const found = readSecret(environment, name, env);
      if (found.type === "secret") conceal(String(found.value), `secret "${name}"`);
    }
  }
  // What filters make of secrets in recorded specs is hidden as these are filled in.
  if (environment.trusted && !environment.secretsUnread)
    for (const [task, { spec, secrets = {} }] of known)
      if (usesFilters(spec)) recorded.fill({ task, spec, secrets }, all, true);
  concealOutputs(recordedSecrets(known), redactor, conceal);
  concealOutputs(recorded.secrets(all), redactor, conceal);
}

function usesFilters(spec: JsonObject): boolean {
  for (const { reference } of references(spec)) if (reference.filters) return true;
  return false;
}

/** The entries that a rollback would bring back. */
function recordedBefore(undo: readonly Pick<UndoEntry, "task" | "before">[]): (readonly [string, TaskState])[] {
  return undo.flatMap(({ task, before }) => (before ? [[task, before] as const] : []));
}
