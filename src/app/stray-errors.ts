import { type Diagnostic, type Failure, failure } from "../engine/diagnostics/diagnostic.ts";
import { isInstance, readThrown } from "../engine/text/thrown-error.ts";
import type { Stray } from "../node/cancellation.ts";
import { ProcessEnded } from "../node/modules/module-calls.ts";
import { errorName, moduleFrames } from "../node/modules/module-stack.ts";
import { machineTrouble } from "./machine-trouble.ts";

/** Why a run ends because of what nobody waited for; it was stopped, and state was stored all the same, as after a signal. */
export function strayFailure(stray: Stray): Failure {
  const { message, suggestion } = explained(stray);
  const diagnostic: Diagnostic = { severity: "error", code: "bad-module", message, suggestion };
  return failure("internal", `${message}. ${suggestion}`, isOfModule(stray) ? [diagnostic] : []);
}

/** What nobody waited for, for people: a module's own doing by its name, and only else as a bug of ours. */
export function strayWords(stray: Stray): string {
  const { message, suggestion } = explained(stray);
  return `${message}\n${suggestion}`;
}

function explained(stray: Stray): { readonly message: string; readonly suggestion: string } {
  const { error, by } = stray;
  if (isInstance(error, ProcessEnded)) {
    const message = [`${error.message}, and the run was stopped`, ...moduleFrames(error.stack)].join("\n");
    return { message, suggestion: error.hint };
  }
  const trouble = by ? undefined : machineTrouble(error);
  if (trouble) return { message: `${trouble.message}, and the run was stopped`, suggestion: trouble.suggestion };
  const what = "an error was thrown that nothing waited for, and the run was stopped";
  if (by) {
    const suggestion = `It comes from ${by.who}, from ${by.doing}: let it await all that it starts.`;
    return { message: `${what}: ${stackOf(error)}`, suggestion };
  }
  const suggestion =
    "If it comes from a module of this repository, let its functions await all that they start; else please report it.";
  return { message: `${what}: ${wholeStackOf(error)}`, suggestion };
}

function isOfModule({ error, by }: Stray): boolean {
  return by !== undefined || isInstance(error, ProcessEnded);
}

/**
 * An error, its frames, and what caused it.
 * @param frames those of its stack that are shown; none: all of them
 */
export function stackOf(
  thrown: unknown,
  frames: (stack: string | undefined) => readonly string[] = moduleFrames,
): string {
  return withCauses(thrown, frames, new Set());
}

/** All frames: for what may be a bug of ours. */
export function wholeStackOf(thrown: unknown): string {
  return stackOf(thrown, () => []);
}

function withCauses(
  thrown: unknown,
  frames: (stack: string | undefined) => readonly string[],
  above: ReadonlySet<unknown>,
): string {
  const { message, stack, cause } = readThrown(thrown);
  const own = frames(stack);
  const name = errorName(stack);
  const shown =
    own.length === 0 ? (stack ?? message) : [name === undefined ? message : `${name}: ${message}`, ...own].join("\n");
  const within = new Set([...above, thrown]);
  return cause === undefined || within.has(cause) ? shown : `${shown}\ncaused by: ${withCauses(cause, frames, within)}`;
}
