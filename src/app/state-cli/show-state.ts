import { err, explained, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Intent, TaskState } from "../../engine/model/state-body.ts";
import { concealOutputs, recordedSecrets, shownOutputs } from "../../engine/recorded/outputs.ts";
import { nearest } from "../../engine/references/references.ts";
import { readableTemplate } from "../../engine/references/templates.ts";
import type { StateCommandEnv } from "./state-command-env.ts";
import { printJson, stateFacts, storedState } from "./stored-state.ts";

/**
 * `opus state show`: prints the whole state, or one task of it, as JSON.
 * @param name of the task; undefined: all
 */
export async function showState(commandEnv: StateCommandEnv, name: string | undefined): Promise<Result<void, Failure>> {
  const found = await storedState(commandEnv);
  if (!found.ok) return found;
  const { body } = found.value.snapshot;
  concealOutputs(recordedSecrets(Object.entries(body.tasks)), commandEnv.redactor, (text) =>
    commandEnv.redactor.add(text),
  );
  if (name === undefined) {
    await printJson(commandEnv, {
      ...stateFacts(commandEnv, found.value),
      tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry]) => [task, shownEntry(entry)])),
      pending: body.pending.map(shownIntent),
      undo: body.undo.map(({ task, change }) => ({ task, change })),
    });
    return ok(undefined);
  }
  const entry = Object.hasOwn(body.tasks, name) ? body.tasks[name] : undefined;
  const intent = body.pending.find(({ task }) => task === name);
  if (!entry && !intent) return err(unknownName(name, [...Object.keys(body.tasks)], commandEnv.context));
  await printJson(commandEnv, {
    name,
    ...(entry ? shownEntry(entry) : {}),
    ...(intent ? { pending: shownIntent(intent) } : {}),
  });
  return ok(undefined);
}

/** As people read it: stored strings are templates, and what is sensitive stays away. */
function shownEntry(entry: TaskState): JsonObject {
  const { spec, fingerprints: _, resource: __, ...rest } = entry;
  return { ...rest, spec: readableTemplate(spec), ...shownOutputs(entry) } as unknown as JsonObject;
}

function shownIntent({ spec, fingerprints: _, made, ...rest }: Intent): JsonObject {
  const { resource: __, ...known } = made ?? { outputs: {} };
  const shown = made ? { made: { ...known, ...shownOutputs(made) } } : {};
  return { ...rest, ...shown, spec: readableTemplate(spec) } as unknown as JsonObject;
}

function unknownName(name: string, known: readonly string[], context: string): Failure {
  const near = nearest(name, known);
  const list = known.slice(0, 20).join(", ") || "nothing";
  const message = `"${name}" is not recorded in the context "${context}" (recorded: ${list})`;
  return explained("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` });
}
