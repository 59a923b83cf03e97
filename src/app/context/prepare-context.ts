import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { type Prepared, type PrepareRequest, prepare } from "../../engine/prepare/prepare.ts";
import { volatileReferences } from "../../engine/references/volatile-references.ts";
import { invalidManifest } from "../authorize/invalid-manifest.ts";
import { type ContextFrame, withInherited } from "./context-frame.ts";

/** Resolves and checks what the manifest wants in a context. Touches nothing. */
export async function prepareContext(frame: ContextFrame): Promise<Result<Prepared, Failure>> {
  const { services, values, draft, tell } = frame;
  const { command, loaded, extensions, redactor, sealing, emit } = services;
  const { tasks, declaredNames } = loaded.manifest;
  const request: PrepareRequest = {
    tasks,
    declaredNames,
    scope: frame.scope,
    processors: extensions.processors,
    values,
    referenceEnvironment: frame.referenceEnvironment,
    redactor,
    // An untrusted run has no key, which says nothing of the state.
    sealed: sealing !== undefined || !loaded.trust.trusted,
  };
  const prepared = await loaded.workspace.inOnePass(() => prepare(request));
  // Deleting and going back rest on state: of the manifest only the order has to be right.
  const fromState = command.row.fromState === true;
  const problems = fromState ? prepared.graph.diagnostics : [...values.check(), ...prepared.diagnostics];
  draft.add({ order: prepared.graph.tasks.map((task) => task.name) });
  if (problems.some((problem) => problem.severity === "error"))
    return err(invalidManifest(problems, values.wrongInputs));
  for (const diagnostic of problems) emit({ type: "diagnostic", diagnostic });
  if (!fromState) warnOfVolatile(prepared, frame);
  for (const name of prepared.hidden)
    tell(
      "notice",
      "hidden-kind",
      `task "${name}" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see`,
    );
  return ok(prepared);
}

/** Warns of references for which no reviewed plan would ever be the same again. */
function warnOfVolatile({ graph }: Prepared, { services, choice }: ContextFrame): void {
  const { settings, loaded, emit } = services;
  if (!settings.requireReviewedPlan && settings.planSigningKey === undefined) return;
  for (const diagnostic of volatileReferences(graph.tasks, loaded.manifest.values, withInherited(choice)))
    emit({ type: "diagnostic", diagnostic });
}
