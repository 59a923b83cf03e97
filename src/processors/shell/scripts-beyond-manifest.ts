import type { Json, JsonObject } from "../../engine/json/json.ts";
import { type RecordedScript, scriptNames } from "../../engine/ports/processor.ts";
import { isLoadingVariable } from "./loading-variables.ts";
import { same } from "./shell-facts.ts";
import type { ShellFields } from "./shell-run.ts";

/**
 * The scripts of a recorded Shell that the manifest's own does not have, or would run in other surroundings. Plain values
 * of `env` are data, as outputs are: they may be older ones, but not of a variable by which programs find code.
 * @param declared undefined: the manifest has no such task
 */
export function scriptsBeyond(recorded: ShellFields, declared: ShellFields | undefined): readonly RecordedScript[] {
  const scripts = scriptNames.filter((name) => recorded[name] !== undefined);
  if (!declared || !runsWithin(recorded, declared)) return scripts;
  return scripts.filter((name) => recorded[name] !== declared[name]);
}

/** Do scripts of `recorded` get nothing but what those of `declared` get? */
function runsWithin(recorded: ShellFields, declared: ShellFields): boolean {
  return (
    recorded.shell === declared.shell &&
    recorded.workingDirectory === declared.workingDirectory &&
    (recorded.passEnv ?? []).every((pattern) => declared.passEnv?.includes(pattern)) &&
    within(recorded.secretEnv, declared.secretEnv, () => false) &&
    within(recorded.env, declared.env, (name, value) => isPlain(value) && !isLoadingVariable(name))
  );
}

/** @param free tells of a variable whether it may have another value */
function within(
  recorded: JsonObject | undefined,
  declared: JsonObject | undefined,
  free: (name: string, value: Json) => boolean,
): boolean {
  return Object.entries(recorded ?? {}).every(
    ([name, value]) =>
      declared !== undefined && Object.hasOwn(declared, name) && (free(name, value) || same(value, declared[name])),
  );
}

/** A reference may stand for a secret. */
function isPlain(value: Json): boolean {
  return typeof value !== "string" || !value.includes("${");
}
