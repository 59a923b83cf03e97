import type { JsonObject } from "../../engine/json/json.ts";
import type { WebhookEvent } from "../../engine/model/webhook.ts";
import { wholeUpTo } from "../../engine/text/shorten.ts";
import { moreWords, within } from "./fit.ts";
import type { Notice, NoticeContext, NoticeTask } from "./model.ts";
import { cutLines, runAddress, runWords } from "./words.ts";

// What Slack takes: a message with more is refused as a whole.
const most = { header: 150, section: 3_000, context: 2_000, contexts: 40, tasks: 20 };

const marks: { readonly [event in WebhookEvent]: string } = { failure: "❌", drift: "⚠️", applied: "✅" };

/** A notice as a message for an incoming webhook of Slack, in its Block Kit. Nothing in it mentions or links anybody. */
export function renderSlack(whole: Notice): JsonObject {
  const notice = within(whole, { contexts: most.contexts, tasks: most.tasks });
  const title = `${marks[notice.events[0] ?? "failure"]} ${notice.title}`;
  const problems = notice.problems.map((problem) => `• ${code(problem)}`);
  const more = moreWords(notice.moreContexts, "context");
  return {
    text: escaped(cut(`${title} (${notice.summary})`, most.section / 8)),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(title, most.header), emoji: false } },
      ...notice.contexts.map((context) => section(contextLines(context))),
      ...(more === undefined ? [] : [section([more])]),
      ...(problems.length === 0 ? [] : [section(problems)]),
      footer(notice),
    ],
  };
}

function contextLines({ name, summary, tasks, moreTasks }: NoticeContext): readonly string[] {
  const more = moreWords(moreTasks, "task");
  return [`*${code(name)}* ${escaped(summary)}`, ...tasks.map(taskLine), ...(more === undefined ? [] : [more])];
}

function taskLine({ name, what, error }: NoticeTask): string {
  return `• ${code(name)} ${code(what)}${error === null ? "" : `: ${code(error)}`}`;
}

function footer({ run, at }: Notice): JsonObject {
  const address = runAddress(run);
  const parts = [
    ...(address === undefined ? [] : [`<${escaped(address)}|The run>`]),
    ...[...runWords(run), at].map(code),
  ];
  return { type: "context", elements: [mrkdwn(parts.join("  "), most.context)] };
}

function section(lines: readonly string[]): JsonObject {
  return { type: "section", text: mrkdwn(cutLines(lines, most.section).join("\n"), most.section) };
}

/** @param verbatim of Slack: of plain words it makes neither links nor mentions */
function mrkdwn(text: string, longest: number): JsonObject {
  return { type: "mrkdwn", text: cut(text, longest), verbatim: true };
}

/** Text of others: its signs mean nothing. */
function code(text: string): string {
  return `\`${escaped(text.replaceAll("`", "'"))}\``;
}

/** As Slack asks for it: these three begin and end what means something. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, wholeUpTo(text, longest - 1))}…`;
}
