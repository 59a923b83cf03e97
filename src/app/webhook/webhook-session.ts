import type { Settings } from "../../action/inputs.ts";
import { commandNamed, writes } from "../../engine/model/commands.ts";
import type { HookUse, Project } from "../../engine/model/project.ts";
import type { TemplateType, WebhookEvent, WebhookFormat } from "../../engine/model/webhook.ts";
import { templateTypes, webhookEvents } from "../../engine/model/webhook.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { filterWatch } from "../../engine/references/filtered-secrets.ts";
import { type Lookup, lookupWith } from "../../engine/references/found.ts";
import { environmentLookup, findSecret, type ReferenceEnvironment } from "../../engine/references/lookup.ts";
import { Values } from "../../engine/references/values.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import type { NoticeRun } from "../../hooks/webhook/model.ts";
import { createWebhooks, type Webhook, type WebhookOptions } from "../../hooks/webhook/webhook.ts";
import { systemClock } from "../../node/clock.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import { withInherited } from "../context/context-frame.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { givenValues } from "../load/value-inputs.ts";
import { runInfo } from "../run-info.ts";
import { destinationOf } from "./destination.ts";
import { sendMessage } from "./send-message.ts";

/** What webhooks of a run rest on. */
export interface WebhookRequest {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
  readonly host: Host;
  /** Contexts of the run, as far as they are known. */
  readonly choices: readonly ContextChoice[];
  warn: WebhookOptions["warn"];
  /** Hides a text in all that is shown from now on. */
  conceal(text: string, what: string): void;
}

/** The hook that sends messages; undefined when nothing is to be sent by this run, whatever it comes to. */
export function openWebhooks(request: WebhookRequest): Hook | undefined {
  const { settings, loaded, capabilities, host, conceal, warn } = request;
  const { project } = loaded.manifest;
  const { http } = capabilities;
  if (!project || !http) return undefined;
  const webhooks = project.hooks.flatMap((use, index) =>
    isActive(use, settings.command, project, host.terminal) ? [webhookOf(use, index, project, request)] : [],
  );
  if (webhooks.length === 0) return undefined;
  return createWebhooks({
    webhooks,
    does: (command) => meaning(command, project),
    run: noticeRun(host),
    now: systemClock.timestamp,
    send: (to, body, within) => sendMessage(to, body, within, { http, host, conceal }),
    cancelled: host.signal,
    warn,
    redact: (text) => host.redactor.text(text),
  });
}

/** Without `on`, what acts and what looks for drift is told of: of the rest those hear who have asked for it. */
function isActive({ use, on, with: said }: HookUse, command: string, project: Project, terminal: boolean): boolean {
  if (use !== "webhook" || (terminal && said.terminal !== true)) return false;
  if (on) return on.includes(command);
  const { does, writes } = meaning(command, project);
  return writes || does === "drift";
}

/** What a command does, whatever the project calls it. */
function meaning(command: string, { commands }: Project): ReturnType<WebhookOptions["does"]> {
  const does = Object.hasOwn(commands, command) ? commands[command] : command;
  const row = commandNamed(does ?? "");
  return { does, writes: row !== undefined && writes(row) };
}

function noticeRun({ environment, redactor, ...host }: Host): NoticeRun {
  const { id, attempt, url, sha: commit } = runInfo({ environment });
  const { GITHUB_REPOSITORY: repository = "", GITHUB_REF: ref = "" } = environment;
  const { GITHUB_ACTOR = "", GITHUB_TRIGGERING_ACTOR: actor = GITHUB_ACTOR } = environment;
  if (host.terminal) return { id: "", attempt: 1, url: "", repository: "", ref: "", commit: "", actor: "" };
  return { ...redactor.value({ id, url, repository, ref, commit, actor }), attempt };
}

/** What the project says of a webhook; src/manifest/checks/webhook-settings.ts has checked it. */
function webhookOf({ with: said }: HookUse, index: number, project: Project, request: WebhookRequest): Webhook {
  const { events = webhookEvents, format = "json", template = null, contentType = templateTypes[0] } = said;
  return {
    events: events as readonly WebhookEvent[],
    format: format as WebhookFormat,
    template,
    templateType: contentType as TemplateType,
    location: project.locate(`/spec/hooks/${index}`),
    destination: (context) => destinationOf(said, lookupIn(context, request), project, request.conceal),
  };
}

/** Finds what references of a webhook stand for in a context. */
function lookupIn(context: string, request: WebhookRequest): Lookup {
  const { settings, loaded, capabilities, choices, host, conceal } = request;
  const { manifest, github, project, trust } = loaded;
  const choice = choices.find(({ name }) => name === context) ?? { name: context, inherits: undefined };
  const environment: ReferenceEnvironment = {
    environment: capabilities.environment,
    github: github.values,
    project,
    command: settings.command,
    context,
    inherited: choice.inherits,
    secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: trust.trusted,
    filtered: filterWatch(host.redactor, conceal),
  };
  const around = environmentLookup(environment);
  // What is wrong with them was told when the run began.
  const given = givenValues(settings, loaded, new Map(), () => {});
  const values = new Values(manifest.values, given.ok ? given.value : new Map(), withInherited(choice), around);
  return lookupWith(around.filtered, (reference) => {
    if (reference.source === "VALUE") return values.get(reference.name);
    if (reference.source === "SECRET") return findSecret(environment, reference.name);
    return around(reference);
  });
}
