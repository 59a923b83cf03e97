import type { Change, FieldEffect } from "../../engine/model/change.ts";
import type { ScriptName, ShellFields } from "./shell-run.ts";

const scripts: readonly ScriptName[] = ["create", "update", "read", "delete", "rollback"];

/** What every script of a spec is run with. */
const settings = [
  "shell",
  "workingDirectory",
  "passEnv",
  "secretEnv",
  "capture",
  "sensitiveOutputs",
  "timeout",
] as const;

/**
 * What changed fields of a Shell mean: which scripts of the new spec run in this change, and when the others do.
 * A replacement deletes with the recorded scripts, so a new `delete` waits for the next one.
 * @param after the new spec
 */
export function shellEffects(change: Change, after: ShellFields): { readonly [pointer: string]: FieldEffect } {
  const running = scriptsOf(change, after);
  const effects: { [pointer: string]: FieldEffect } = {};
  for (const name of scripts) {
    const runs = name === "read" ? "look" : name;
    effects[`/${name}`] = { effect: running.includes(name) ? "now" : "later", runs };
  }
  for (const name of settings) {
    // Compared, it makes the change.
    if (name === "secretEnv" && after.compareSecrets) continue;
    effects[`/${name}`] = { effect: running.length > 0 ? "now" : "later" };
  }
  return effects;
}

function scriptsOf(change: Change, { update }: ShellFields): readonly ScriptName[] {
  switch (change) {
    case "update":
      return update === undefined ? ["create", "read"] : ["update", "read"];
    case "create":
    case "replace":
      return ["create", "read"];
    default:
      return [];
  }
}
