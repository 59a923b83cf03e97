import { distinct } from "../../engine/diagnostics/by-context.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Task } from "../../engine/model/task.ts";
import { type Prepared, prepare } from "../../engine/prepare/prepare.ts";
import { volatileReferences } from "../../engine/references/volatile-references.ts";
import { invalidManifest } from "../authorize/invalid-manifest.ts";
import { type ContextFrame, withInherited } from "./context-frame.ts";

/** Resolves and checks what the manifest wants in a context. Touches nothing. */
export async function prepareContext(frame: ContextFrame): Promise<Result<Prepared, Failure>> {
  const { services, values, draft } = frame;
  const { command, loaded, emit } = services;
  const whole = await prepareTasks(loaded.manifest.tasks, frame);
  // Deleting and going back rest on state: of the manifest only the order has to be right.
  const fromState = command.row.fromState === true;
  const problems = fromState ? whole.graph.diagnostics : [...values.check(), ...whole.diagnostics];
  const isWrong = problems.some(isError);
  if (isWrong && !loaded.projectAlone) return err(invalidManifest(problems, values.wrongInputs));
  const prepared = isWrong && !fromState ? await prepareSoundTasks(whole, frame) : whole;
  draft.add({ order: prepared.graph.tasks.map((task) => task.name) });
  for (const diagnostic of distinct(problems))
    emit({ type: "diagnostic", diagnostic: isError(diagnostic) ? { ...diagnostic, severity: "warning" } : diagnostic });
  if (!fromState) warnOfVolatile(prepared, frame);
  for (const name of prepared.hidden)
    frame.tell(
      "notice",
      "hidden-kind",
      `task "${name}" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see`,
    );
  return ok(prepared);
}

function prepareTasks(tasks: readonly Task[], frame: ContextFrame): Promise<Prepared> {
  const { services, scope, values, referenceEnvironment } = frame;
  const { loaded, extensions, redactor, sealing } = services;
  const { declaredNames } = loaded.manifest;
  const { processors } = extensions;
  // An untrusted run has no key, which says nothing of the state.
  const sealed = sealing !== undefined || !loaded.trust.trusted;
  const request = { tasks, declaredNames, scope, processors, values, referenceEnvironment, redactor, sealed };
  return loaded.workspace.inOnePass(() => prepare(request));
}

/** The tasks that nothing is wrong with. The others are shown as they are recorded, as if nothing were known of them. */
async function prepareSoundTasks({ faulty }: Prepared, frame: ContextFrame): Promise<Prepared> {
  const sound = frame.services.loaded.manifest.tasks.filter(({ name }) => !faulty.has(name));
  const prepared = await prepareTasks(sound, frame);
  // What is wrong with two of them together is the fault of none.
  return prepared.diagnostics.some(isError) ? prepareTasks([], frame) : prepared;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
/** Warns of references for which no reviewed plan would ever be the same again. */
function warnOfVolatile({ graph }: Prepared, { services, choice }: ContextFrame): void {
  const { settings, loaded, emit } = services;
  if (!settings.requireReviewedPlan && settings.planSigningKey === undefined) return;
  for (const diagnostic of volatileReferences(graph.tasks, loaded.manifest.values, withInherited(choice)))
    emit({ type: "diagnostic", diagnostic });
}
