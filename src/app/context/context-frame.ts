import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";
import { ScopeMatcher } from "../../engine/prepare/scope.ts";
import { filterWatch } from "../../engine/references/filtered-secrets.ts";
import { environmentLookup, type ReferenceEnvironment } from "../../engine/references/lookup.ts";
import { Values } from "../../engine/references/values.ts";
import { type ContextChoice, placeOfContext } from "../../event/context-rules.ts";
import type { ContextServices } from "./context-services.ts";
import { ReportDraft } from "./report-draft.ts";
import { taskIo } from "./task-io.ts";

/** What the run of one context rests on, before anything was looked at. */
export interface ContextFrame {
  readonly services: ContextServices;
  readonly choice: ContextChoice;
  /** Name of the context. */
  readonly context: string;
  readonly scope: ScopeMatcher;
  readonly referenceEnvironment: ReferenceEnvironment;
  readonly values: Values;
  readonly io: IoFactory;
  readonly draft: ReportDraft;
  tell(severity: "notice" | "warning", code: DiagnosticCode, message: string): void;
}

export function contextFrame(services: ContextServices, choice: ContextChoice): ContextFrame {
  const { command, loaded, redactor, http, emit, conceal } = services;
  const { name: context, inherits: inherited } = choice;
  const referenceEnvironment: ReferenceEnvironment = {
    environment: services.environment,
    github: loaded.github.values,
    project: loaded.project,
    command: command.scopeName,
    context,
    inherited,
    secrets: new Map(loaded.manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: loaded.trust.trusted,
    surface: services.settings.surface,
    secretsUnread: services.settings.changed,
    filtered: filterWatch(redactor, conceal),
    mayMissSecrets: command.previews && loaded.manifest.project?.plan?.missingSecrets === "unknown",
  };
  const lookup = environmentLookup(referenceEnvironment);
  return {
    services,
    choice,
    context,
    scope: new ScopeMatcher({ command: command.scopeName, context, inherited, unruled: choice.unruled !== undefined }),
    referenceEnvironment,
    values: new Values(loaded.manifest.values, services.given, withInherited(choice), lookup),
    io: taskIo({ context, command: command.scopeName, redactor, http, emit, conceal }),
    draft: new ReportDraft(context, placeOfContext(loaded.manifest.project, context)),
    tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } }),
  };
}

/** A context, and the one that it inherits from, if any. */
export function withInherited({ name, inherits }: ContextChoice): readonly string[] {
  return inherits === undefined ? [name] : [name, inherits];
}
