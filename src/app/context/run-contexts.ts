import { distinct, inContext } from "../../engine/diagnostics/by-context.ts";
import { type Diagnostic, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import { checkEverywhere } from "../../engine/prepare/check-everywhere.ts";
import { environmentLookup } from "../../engine/references/lookup.ts";
import { Values } from "../../engine/references/values.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import { inputFailure, invalidManifest } from "../authorize/invalid-manifest.ts";
import { messagesOf } from "../report/messages-of-failure.ts";
import type { ContextServices } from "./context-services.ts";
import { type ContextOutcome, runContext } from "./run-context.ts";

/**
 * Runs the contexts one after the other; one that fails does not stop the next.
 * @param outcomes gets what became of each, as soon as it is through
 * @param choices empty: only what holds in every context is checked
 */
export async function runContexts(
  services: ContextServices,
  choices: readonly ContextChoice[],
  outcomes: ContextOutcome[],
): Promise<Failure | undefined> {
  const { signal, ephemeralFiles } = services;
  const diagnose = (diagnostic: Diagnostic): void => services.emit({ type: "diagnostic", diagnostic });
  if (choices.length === 0) {
    const message =
      "this run leads to no context, so only what all contexts share was checked; name one to check values, secrets and scopes";
    diagnose({ severity: "notice", code: "no-context", message });
    return validateEverywhere(services);
  }
  for (const choice of choices) {
    if (signal.aborted) return failure("cancelled", "the run was cancelled");
    outcomes.push(await runContext(namingContext(services, choice.name), choice));
  }
  const note = ephemeralFiles.note();
  if (note) diagnose(note);
  return joinedFailure(outcomes);
}

/** All that is said from now on is said in a context. */
function namingContext(services: ContextServices, context: string): ContextServices {
  const emit = (event: RunEvent): void =>
    services.emit(event.type === "diagnostic" ? { ...event, diagnostic: inContext(event.diagnostic, context) } : event);
  return { ...services, emit };
}

/** What holds in every context. */
async function validateEverywhere(services: ContextServices): Promise<Failure | undefined> {
  const { loaded, given, extensions, environment } = services;
  const { manifest, project, trust, github } = loaded;
  const referenceEnvironment = {
    environment,
    github: github.values,
    project,
    command: "validate",
    context: "",
    inherited: undefined,
    secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: trust.trusted,
  };
  const values = new Values(manifest.values, given, [], environmentLookup(referenceEnvironment));
  const { tasks, declaredNames } = manifest;
  const { processors } = extensions;
  const problems = await checkEverywhere({ tasks, declaredNames, processors, values, referenceEnvironment });
  if (problems.length > 0) return invalidManifest(problems);
  const wrong = values.checkGiven();
  return wrong.length > 0 ? inputFailure(wrong) : undefined;
}

/** One failure for all contexts: that of the first which failed, with everybody's details. */
function joinedFailure(outcomes: readonly ContextOutcome[]): Failure | undefined {
  const failed = outcomes.flatMap(({ failure: one, report }) => (one ? [{ one, name: report.name }] : []));
  const [first] = failed;
  if (!first) return undefined;
  if (outcomes.length === 1) {
    const { reason, message } = first.one;
    return failure(reason, message, told(first));
  }
  const message = failed.map(({ one, name }) => `${name}: ${one.message}`).join("; ");
  const messages = failed.flatMap(({ one, name }) =>
    told({ one: { ...one, message: `${name}: ${one.message}` }, name }),
  );
  return failure(first.one.reason, message, distinct(messages));
}

/** What is to be said of the failure of a context, by its name. */
function told({ one, name }: { readonly one: Failure; readonly name: string }): readonly Diagnostic[] {
  return messagesOf(one).map((diagnostic) => inContext(diagnostic, name));
}
