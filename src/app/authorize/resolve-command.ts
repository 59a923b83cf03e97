import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { type Action, actions } from "../../engine/plan/planned-task.ts";
import { nearest } from "../../engine/references/references.ts";

/** What a called command means. */
export interface Command {
  /** As it was called: `plan`, `deploy`. */
  readonly called: string;
  /** What scopes and conditions test: for `plan` the command that it previews. */
  readonly scopeName: string;
  readonly does: Action | "validate" | "contexts" | "forget" | "unlock" | "report";
  /** Changes resources or state, so an untrusted run may not. */
  readonly writes: boolean;
  /** Carries out its plan. */
  readonly executes: boolean;
}

/** Commands that are there whatever the project maps. */
const others = ["plan", "validate", "contexts", "forget", "unlock", "report"] as const;
const looking: ReadonlySet<string> = new Set(["drift", "describe"]);

/**
 * The command that a name stands for.
 * @param mapped `Project.spec.commands`: a mapped action loses its own name (`apply` also those of its halves)
 */
export function resolveCommand(
  called: string,
  planCommand: string | undefined,
  mapped: { readonly [name: string]: string },
): Result<Command, Failure> {
  const custom = new Map(Object.entries(mapped));
  if (called !== "plan") {
    if (planCommand !== undefined)
      return err(failure("invalid-input", `"plan-command" is only for the command plan, not for ${called}`));
    return resolveName(called, custom);
  }
  const previewed = planCommand ?? [...custom].find(([, action]) => action === "apply")?.[0] ?? "apply";
  const resolved = resolveName(previewed, custom);
  if (!resolved.ok) return resolved;
  const { does, scopeName } = resolved.value;
  if (!isAction(does) || looking.has(does)) {
    return err(failure("invalid-input", `plan can't preview "${previewed}": it changes nothing`));
  }
  return ok({ called, scopeName, does, writes: false, executes: false });
}

function resolveName(name: string, custom: ReadonlyMap<string, string>): Result<Command, Failure> {
  const target = custom.get(name) ?? name;
  if (!custom.has(name)) {
    const taken = [...custom].find(
      ([, action]) => action === name || (action === "apply" && (name === "create" || name === "update")),
    );
    if (taken) {
      const message = `the command "${name}" is not available: this project calls it "${taken[0]}"`;
      return err(
        failure("invalid-input", message, [
          { severity: "error", code: "invalid-input", message, suggestion: `Run "${taken[0]}".` },
        ]),
      );
    }
  }
  if (isAction(target)) {
    const executes = !looking.has(target);
    return ok({ called: name, scopeName: name, does: target, writes: executes, executes });
  }
  const other = others.find((candidate) => candidate === target);
  if (other && other !== "plan") {
    return ok({
      called: name,
      scopeName: name,
      does: other,
      writes: other === "forget" || other === "unlock",
      executes: false,
    });
  }
  const names = [...custom.keys(), ...actions, ...others];
  const near = nearest(name, names);
  const message = `there is no command "${name}"`;
  const suggestion = near ? `Did you mean "${near}"?` : `There are ${names.join(", ")}.`;
  return err(failure("invalid-input", message, [{ severity: "error", code: "invalid-input", message, suggestion }]));
}

function isAction(name: string): name is Action {
  return (actions as readonly string[]).includes(name);
}
