import type { Diagnostic, Location } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { webhookMs, webhookWhenCancelledMs } from "../../engine/model/timing.ts";
import type { WebhookEvent } from "../../engine/model/webhook.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import type { Lookup } from "../../engine/references/found.ts";
import { inWords } from "../../engine/text/listed.ts";
import type { NoticeRun } from "./model.ts";
import { eventsOf, failedAsAWhole, noticeOf } from "./notice.ts";
import { type Body, type Form, renderBody } from "./render.ts";

/** Where messages of a context go. */
export interface Destination {
  readonly url: string;
  /** For people: nothing of an address but this is ever told. */
  readonly host: string;
  readonly headers: { readonly [name: string]: string };
  /** Finds what a template refers to. */
  readonly lookup: Lookup;
}

/** One entry of the project. */
export interface Webhook extends Form {
  readonly events: readonly WebhookEvent[];
  /** Where it stands. */
  readonly location: Location;
  /**
   * Where messages of a context go; or why that can't be told, half a sentence.
   * @param context empty: the run came to none
   */
  destination(context: string): Destination | string;
}

/** What messages are sent with. */
export interface WebhookOptions {
  readonly webhooks: readonly Webhook[];
  /** What a command does, by its built-in name, and whether it changes anything. */
  does(command: string): { readonly does: string | undefined; readonly writes: boolean };
  readonly run: NoticeRun;
  now(): string;
  /** Sends a message. @returns why it did not arrive; undefined: it did */
  send(to: Destination, body: Body, within: Within): Promise<NotSent | undefined>;
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  warn(diagnostic: Diagnostic): void;
  /** Takes secrets out of names. */
  redact(text: string): string;
}

/** Why a message did not arrive, for people: it names no more than the host. */
export interface NotSent {
  readonly why: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** How long sending may take. */
export interface Within {
  readonly ms: number;
  /** It is tried one time. */
  readonly once: boolean;
  readonly signal: AbortSignal;
}

/** Tells others what a run came to. What a run does and how it ends never depends on it. */
export function createWebhooks(options: WebhookOptions): Hook {
  return {
    name: "webhook",
    finish: async (whole, signal) => {
      const report = withoutNames(whole, options.redact);
      const cancelled = report.result === "cancelled" || options.cancelled.aborted;
      const within = { ms: cancelled ? webhookWhenCancelledMs : webhookMs, once: cancelled, signal };
      await Promise.all(options.webhooks.map((webhook) => tell(webhook, report, whole, within, options)));
    },
  };
}

/** The contexts that share a destination. */
interface Group {
  readonly to: Destination;
  readonly contexts: ContextReport[];
}

async function tell(
  webhook: Webhook,
  report: RunReport,
  { contexts: named }: RunReport,
  within: Within,
  options: WebhookOptions,
): Promise<void> {
  const { warn } = options;
  const command = options.does(report.command);
  const groups = new Map<string, Group>();
  const wrong = new Map<string, string[]>();
  const wanted = report.contexts.map((context) => isWanted(webhook, eventsOf(context, command)));
  const asAWhole = failedAsAWhole(report) && webhook.events.includes("failure");
  // What is declared says where a context's messages go; a run that came to none has one place.
  for (const [index, name] of (named.length === 0 ? [""] : named.map((one) => one.name)).entries()) {
    const to = webhook.destination(name);
    const context = report.contexts[index];
    if (typeof to === "string") {
      wrong.set(to, [...(wrong.get(to) ?? []), context?.name ?? ""]);
      continue;
    }
    const key = JSON.stringify([to.url, to.headers]);
    const group = groups.get(key) ?? { to, contexts: [] };
    groups.set(key, group);
    if (context && (wanted[index] || asAWhole)) group.contexts.push(context);
  }
  for (const [why, contexts] of wrong) warn(notSent(webhook, whereWords(contexts), { why }));
  const sending = [...groups.values()].filter(
    ({ contexts }) => contexts.length > 0 || (asAWhole && named.length === 0),
  );
  await Promise.all(sending.map((group) => sendTo(webhook, group, report, command, within, options)));
}

function isWanted({ events }: Webhook, found: readonly WebhookEvent[]): boolean {
  return found.some((event) => events.includes(event));
}

async function sendTo(
  webhook: Webhook,
  { to, contexts }: Group,
  report: RunReport,
  command: ReturnType<WebhookOptions["does"]>,
  within: Within,
  options: WebhookOptions,
): Promise<void> {
  const notice = noticeOf(report, contexts, { ...command, run: options.run, at: options.now() });
  const body = renderBody(notice, webhook, to.lookup);
  const failed = typeof body === "string" ? { why: body } : await options.send(to, body, within);
  if (failed) options.warn(notSent(webhook, ` to ${to.host}`, failed));
}

function whereWords(contexts: readonly string[]): string {
  const names = contexts.filter((name) => name !== "").map((name) => `"${name}"`);
  return names.length === 0 ? "" : ` for ${inWords(names)}`;
}

function notSent({ location }: Webhook, where: string, { why, hint }: NotSent): Diagnostic {
  const message = `no message was sent by this webhook${where}: ${why}`;
  const suggestion =
    hint ?? "What the run did, and how it ended, is not changed by that: the job summary has all of it.";
  return { severity: "warning", code: "webhook-not-sent", message, location, suggestion };
}
