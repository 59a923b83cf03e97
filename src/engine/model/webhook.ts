// The words of the hook `webhook`, as a project may write them.

/** What a message can be about, the most urgent first. */
export const webhookEvents = ["failure", "drift", "applied"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** In what form a message is sent. */
export const webhookFormats = ["json", "slack", "teams", "template"] as const;
export type WebhookFormat = (typeof webhookFormats)[number];

/** What a template may be sent as. */
export const templateTypes = ["application/json", "text/plain"] as const;
export type TemplateType = (typeof templateTypes)[number];

/** What `${OPUS:…}` stands for in a template, besides what it does everywhere. */
export const noticeNames = [
  "event",
  "result",
  "failure-reason",
  "title",
  "summary",
  "text",
  "run-url",
  "commit",
  "actor",
  "message",
] as const;
export type NoticeName = (typeof noticeNames)[number];
