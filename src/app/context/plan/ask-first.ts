import type { Answer } from "../../../action/inputs.ts";
import { explained, type Failure, failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import { plural } from "../../../hooks/rendering/labels.ts";
import { nobodySaidYes } from "../../../hooks/rendering/next-step.ts";
import type { ContextWork } from "../context-work.ts";

/**
 * Asks before anything is deleted, where somebody sits at a terminal.
 * @returns why nothing may be deleted
 */
export async function askFirst(
  plan: Pick<Plan, "counts">,
  { frame: { services, context } }: ContextWork,
): Promise<Failure | undefined> {
  const { settings, command, signal } = services;
  const { delete: deleted, forget } = plan.counts;
  if (!settings.ask || command.does !== "delete" || deleted + forget === 0) return undefined;
  const question = `Delete ${plural(deleted + forget, "resource")} of ${context}, as listed above? Type yes to go on.`;
  return refusal(command.called, await settings.ask(question, signal));
}

function refusal(command: string, answer: Answer): Failure | undefined {
  switch (answer) {
    case "yes":
    case "nobody-there":
      return undefined;
    case "no":
      return failure("cancelled", nobodySaidYes);
    case "nobody-sees":
      return unasked(command, "both outputs go elsewhere, so nobody would see the question");
    case "nobody-types":
      return unasked(command, "the input comes from elsewhere, so nobody can type the answer");
  }
}

function unasked(command: string, why: string): Failure {
  return explained("invalid-input", `\`${command}\` asks before it deletes; ${why}. Nothing was deleted`, {
    suggestion: "Leave an output and the input with the terminal; or give `--yes`, which deletes without a question.",
  });
}
