import type { Json, JsonObject } from "../../engine/json/json.ts";
import { webhookMessageBytes } from "../../engine/model/size-limits.ts";
import type { NoticeName, TemplateType, WebhookFormat } from "../../engine/model/webhook.ts";
import { type Lookup, lookupWith } from "../../engine/references/found.ts";
import { resolve } from "../../engine/references/resolve.ts";
import { fitted } from "./fit.ts";
import type { Notice } from "./model.ts";
import { renderSlack } from "./slack.ts";
import { renderTeams } from "./teams.ts";
import { noticeText, runAddress } from "./words.ts";

/** What is sent. */
export interface Body {
  readonly text: string;
  readonly type: string;
}

/** What a project says of the form of a message. */
export interface Form {
  readonly format: WebhookFormat;
  readonly template: Json;
  readonly templateType: TemplateType;
}

/**
 * The body of a message.
 * @param around finds what a template refers to besides what is told of the run
 * @returns why a template can't be filled in, half a sentence
 */
export function renderBody(notice: Notice, { format, template, templateType }: Form, around: Lookup): Body | string {
  switch (format) {
    case "slack":
      return json(renderSlack(notice));
    case "teams":
      return json(renderTeams(notice));
    case "json":
      return json(renderJson(notice));
    case "template":
      return filledIn(notice, template, templateType, around);
  }
}

/** A notice as programs get it: docs/webhooks.md says what each field is. */
export function renderJson(notice: Notice): JsonObject {
  const rooms = [100, 20, 5, 0].map((tasks) => ({ contexts: 50, tasks }));
  return fitted(notice, rooms as never, webhookMessageBytes, (told) => ({
    format: "opus-webhook",
    version: 1,
    ...(told as unknown as JsonObject),
  }));
}

function json(value: Json): Body {
  return { text: JSON.stringify(value), type: "application/json" };
}

/** References are filled in after the JSON was read, so nothing that they stand for can break it. */
function filledIn(notice: Notice, template: Json, type: TemplateType, around: Lookup): Body | string {
  const whole = type === "application/json" && typeof template === "string" ? (JSON.parse(template) as Json) : template;
  const { value, problems } = resolve(whole, told(notice, around));
  const [problem] = problems;
  if (problem) return problem.message;
  return type === "application/json" ? json(value) : { text: String(value), type: "text/plain; charset=utf-8" };
}

function told(notice: Notice, around: Lookup): Lookup {
  const { run, failureReason } = notice;
  const names: { readonly [name in NoticeName | "context"]: () => Json } = {
    context: () => notice.contexts.map(({ name }) => name).join(", "),
    event: () => notice.events[0] ?? "failure",
    result: () => notice.result,
    "failure-reason": () => failureReason ?? "",
    title: () => notice.title,
    summary: () => notice.summary,
    text: () => noticeText(notice),
    "run-url": () => runAddress(run) ?? "",
    commit: () => run.commit,
    actor: () => run.actor,
    message: () => renderJson(notice),
  };
  return lookupWith(around.filtered, (reference) => {
    const { source, name } = reference;
    if (source !== "OPUS" || !Object.hasOwn(names, name)) return around(reference);
    return { type: "value", value: names[name as keyof typeof names]() };
  });
}
