import type { Json, JsonObject } from "../../engine/json/json.ts";
import { teamsMessageBytes } from "../../engine/model/size-limits.ts";
import type { WebhookEvent } from "../../engine/model/webhook.ts";
import { fitted, moreWords, type Room } from "./fit.ts";
import type { Notice, NoticeContext, NoticeTask } from "./model.ts";
import { runAddress, runWords } from "./words.ts";

const rooms: readonly [Room, ...Room[]] = [
  { contexts: 20, tasks: 20 },
  { contexts: 20, tasks: 5 },
  { contexts: 20, tasks: 2 },
  { contexts: 20, tasks: 0 },
  { contexts: 5, tasks: 0 },
];

const styles: { readonly [event in WebhookEvent]: string } = {
  failure: "attention",
  drift: "warning",
  applied: "good",
};

/** A notice as a message for a workflow of Teams: an Adaptive Card. */
export function renderTeams(notice: Notice): JsonObject {
  return fitted(notice, rooms, teamsMessageBytes, message);
}

function message(notice: Notice): JsonObject {
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card(notice) }],
  };
}

function card(notice: Notice): JsonObject {
  const { events, title, contexts, moreContexts, problems, run, at } = notice;
  const address = runAddress(run);
  const more = moreWords(moreContexts, "context");
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: title,
    msteams: { width: "Full" },
    body: [
      {
        type: "Container",
        style: styles[events[0] ?? "failure"],
        bleed: true,
        items: [line([{ text: title, weight: "Bolder", size: "Medium" }])],
      },
      ...contexts.flatMap(contextLines),
      ...(more === undefined ? [] : [line([{ text: more, isSubtle: true }])]),
      ...problems.map((problem) => line([{ text: problem, fontType: "Monospace" }])),
      line([{ text: [...runWords(run), at].join("  "), isSubtle: true, size: "Small" }]),
    ],
    ...(address === undefined ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the run", url: address }] }),
  };
}

function contextLines({ name, summary, tasks, moreTasks }: NoticeContext): JsonObject[] {
  const more = moreWords(moreTasks, "task");
  return [
    { ...line([{ text: name, weight: "Bolder" }, { text: `  ${summary}` }]), separator: true },
    ...tasks.map(taskLine),
    ...(more === undefined ? [] : [line([{ text: more, isSubtle: true }])]),
  ];
}

function taskLine({ name, what, error }: NoticeTask): JsonObject {
  return line([
    { text: name, fontType: "Monospace" },
    { text: `  ${what}` },
    ...(error === null ? [] : [{ text: `: ${error}`, isSubtle: true }]),
  ]);
}

/** Runs of text, unlike a TextBlock, are shown as they are: nothing in them formats or links. */
function line(runs: readonly { readonly text: string; readonly [style: string]: Json }[]): JsonObject {
  return { type: "RichTextBlock", inlines: runs.map((run) => ({ type: "TextRun", ...run })) };
}
