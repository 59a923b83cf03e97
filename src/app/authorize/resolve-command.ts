import { err, explained, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { type CommandRow, type CommandTable, commandNamed, executes, writes } from "../../engine/model/commands.ts";
import { nearest } from "../../engine/references/references.ts";
import { inWords } from "../../engine/text/listed.ts";
import { type ProgramCommands, programCommands } from "../commands.ts";
import type { CommandWork } from "../context/commands/command-work.ts";

/** What a called command means. */
export interface Command {
  /** As it was called: `plan`, `deploy`. */
  readonly called: string;
  /** What scopes and conditions test: for `plan` the command that it previews. */
  readonly scopeName: string;
  /** The built-in name: for `plan` that of the command that it previews. */
  readonly does: string;
  /** The row of what it does. */
  readonly row: CommandRow;
  /** Shows the plan of what it does. */
  readonly previews: boolean;
  /** Changes resources or state, so an untrusted run may not. */
  readonly writes: boolean;
  /** Carries out its plan. */
  readonly executes: boolean;
  /** What it does with state that was read; undefined: it makes a plan, or ends before. */
  readonly work: CommandWork | undefined;
}

/**
 * The command that a name stands for.
 * @param mapped `Project.spec.commands`: a mapped action loses its own name (`apply` also those of its halves)
 */
export function resolveCommand(
  called: string,
  planCommand: string | undefined,
  mapped: { readonly [name: string]: string },
  commands: ProgramCommands = programCommands,
): Result<Command, Failure> {
  const custom = new Map(Object.entries(mapped));
  if (commandNamed(called, commands.table)?.stage !== "preview") {
    if (planCommand !== undefined)
      return err(failure("invalid-input", `"plan-command" is only for the command plan, not for ${called}`));
    return resolveName(called, custom, commands);
  }
  const previewed = planCommand ?? [...custom].find(([, action]) => action === "apply")?.[0] ?? "apply";
  const resolved = resolveName(previewed, custom, commands);
  if (!resolved.ok) return resolved;
  if (!resolved.value.executes) {
    const can = [...custom.keys(), ...Object.keys(commands.table)].filter((name) => {
      const found = resolveName(name, custom, commands);
      return found.ok && found.value.executes;
    });
    const message = `plan can't preview "${previewed}": it changes nothing`;
    return err(wrongName(message, `It can preview ${inWords(can, "or")}.`));
  }
  return ok({ ...resolved.value, called, previews: true, writes: false, executes: false });
}

function resolveName(
  name: string,
  custom: ReadonlyMap<string, string>,
  { table, work }: ProgramCommands,
): Result<Command, Failure> {
  const taken = custom.has(name) ? undefined : otherName(name, custom, table);
  if (taken !== undefined) {
    const message = `the command "${name}" is not available: this project calls it "${taken}"`;
    return err(wrongName(message, `Run "${taken}".`));
  }
  const does = custom.get(name) ?? name;
  const row = commandNamed(does, table);
  if (row !== undefined && row.stage !== "preview") {
    const can = { writes: writes(row), executes: executes(row) };
    return ok({ called: name, scopeName: name, does, row, previews: false, ...can, work: work[does] });
  }
  const names = [...custom.keys(), ...Object.keys(table)];
  const meant = elsewhere[name.toLowerCase()];
  const near = nearest(name, names) ?? (meant !== undefined && names.includes(meant) ? meant : undefined);
  const ofState = ofStateNames.includes(name) ? `Did you mean \`opus state ${name}\`?` : undefined;
  const takenOver = importNames.includes(name) ? importWords : undefined;
  const suggestion = ofState ?? takenOver ?? (near ? `Did you mean "${near}"?` : `There are ${names.join(", ")}.`);
  return err(wrongName(`there is no command "${name}"`, suggestion));
}

/** What commands are called in other programs that people come from. */
const elsewhere: { readonly [name: string]: string } = {
  check: "validate",
  deploy: "apply",
  destroy: "delete",
  diff: "plan",
  down: "delete",
  "force-unlock": "unlock",
  lint: "validate",
  preview: "plan",
  refresh: "drift",
  remove: "delete",
  run: "apply",
  show: "describe",
  status: "describe",
  sync: "apply",
  undo: "rollback",
  up: "apply",
};

/** Commands of `opus state` that no other command is called like. */
const ofStateNames = ["list", "pull", "push", "rm", "mv", "history", "keygen"];

/** What taking over is called elsewhere. */
const importNames = ["import", "adopt"];
const importWords =
  "None is needed: write a task for what is there, and `plan` says `adopt` where it is as the task says.";

/** What the project calls a command whose own name is gone, since it mapped the command or the one that this is a part of. */
function otherName(name: string, custom: ReadonlyMap<string, string>, table: CommandTable): string | undefined {
  const whole = commandNamed(name, table)?.partOf;
  return [...custom].find(([, action]) => action === name || action === whole)?.[0];
}

function wrongName(message: string, suggestion: string): Failure {
  return explained("invalid-input", message, { suggestion });
}
