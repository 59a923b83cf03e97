import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Read } from "../../engine/ports/state-store.ts";
import { visibleJson } from "../../engine/redaction/invisible.ts";
import { writtenBy } from "../../state/snapshot/codec.ts";
import type { StateCommandEnv } from "./state-command-env.ts";

/** A state that is there, with the bytes that hold it. */
export type FoundState = Extract<Read, { readonly state: "found" }>;

/** @returns the state; or why it can't be read, or that nothing is stored */
export async function storedState({
  store,
  signal,
  project,
  context,
}: StateCommandEnv): Promise<Result<FoundState, Failure>> {
  const read = await store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "found") return ok(read);
  return err(failure("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}

/** What is known of a state as a whole, as `list --json` and `show` print it. */
export function stateFacts({ project, context, store }: StateCommandEnv, found: FoundState | undefined): JsonObject {
  const written = found && writtenBy(found.data);
  return {
    project,
    context,
    backend: store.backend,
    location: store.location,
    lineage: found?.snapshot.lineage ?? null,
    serial: found?.snapshot.serial ?? 0,
    revision: found?.revision ?? null,
    writer: written?.writer ?? null,
    run: written ? { ...written.run } : null,
  };
}

/** Prints a value: pretty, and safe on a terminal: controls and what reorders text stay escaped. */
export async function printJson(commandEnv: StateCommandEnv, value: Json): Promise<void> {
  const text = JSON.stringify(commandEnv.redactor.value(value), null, 2);
  await commandEnv.data(`${visibleJson(text)}\n`);
}
