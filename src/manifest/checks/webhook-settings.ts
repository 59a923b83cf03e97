import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { templateTypes, webhookEvents, webhookFormats } from "../../engine/model/webhook.ts";
import { formatReference, nearest } from "../../engine/references/references.ts";
import { references } from "../../engine/references/templates.ts";
import { nameOf } from "../../schema/explain.ts";
import { childPointer } from "../yaml/convert.ts";
import { type Place, type SettingCheck, wrongType } from "./hook-settings.ts";

/** What the client says itself. */
const ownHeaders = ["host", "connection", "content-length", "content-type", "transfer-encoding", "expect", "upgrade"];
const mostHeaders = 20;
const form = "Write `{use: webhook, with: {url: ${SECRET:slackUrl}, format: slack}}`.";

/** The settings of a webhook, and what is wrong with one. */
export const webhookSettings: { readonly [setting: string]: SettingCheck } = {
  url: urlProblems,
  headers: headerProblems,
  events: eventProblems,
  format: (value, at) => oneOf(webhookFormats, value, at),
  template: templateProblems,
  contentType: (value, at) => oneOf(templateTypes, value, at),
  terminal: (value, at) => (typeof value === "boolean" ? [] : [wrongType("true or false", value, at, form)]),
};

/**
 * What the settings of a webhook lack, or have too much of.
 * @param at of `with`
 */
export function webhookProblems(settings: JsonObject, at: Place): Problem[] {
  const { url, format, template, contentType = templateTypes[0] } = settings;
  const problem = (field: string, message: string, suggestion: string): Problem => {
    const pointer = settings[field] === undefined ? at.pointer : childPointer(at.pointer, field);
    return { code: "invalid-value", message: `${at.place}${message}`, pointer, suggestion };
  };
  if (url === undefined)
    return [
      { code: "missing-field", message: `${at.place} needs the field "url"`, pointer: at.pointer, suggestion: form },
    ];
  if (format === "template" && template === undefined)
    return [problem("format", ' has the format template, and no "template"', "Add `template: {text: ${OPUS:title}}`.")];
  if (format !== "template") {
    const odd = ["template", "contentType"].filter((field) => settings[field] !== undefined);
    return odd.map((field) =>
      problem(field, `.${field} is only for the format template`, "Add `format: template`, or delete it."),
    );
  }
  if (contentType === "text/plain")
    return typeof template === "string"
      ? []
      : [
          problem(
            "template",
            ".template must be a text to be sent as text/plain",
            "Write a text, or leave `contentType` out.",
          ),
        ];
  if (typeof template !== "string" || isJson(template)) return [];
  const advice = "Write a mapping, put references in quotes, or add `contentType: text/plain` to send it as it is.";
  return [problem("template", ".template is no JSON", advice)];
}

function urlProblems(value: Json, at: Place): Problem[] {
  if (typeof value !== "string") return [wrongType("a string", value, at, form)];
  const referring = foreignReferences(value, at);
  if (value.includes("${")) return referring;
  const url = URL.parse(value);
  const why =
    url === null || !/^https?:$/.test(url.protocol)
      ? "is no address that begins with https://"
      : url.username !== "" || url.password !== ""
        ? "has a user or a password in it"
        : undefined;
  return why === undefined
    ? []
    : [{ code: "invalid-value", message: `${at.place} ${why}`, pointer: at.pointer, suggestion: form }];
}

function headerProblems(value: Json, at: Place): Problem[] {
  const advice = 'Write `headers: {Authorization: "Bearer ${SECRET:token}"}`.';
  if (!isObject(value)) return [wrongType("a mapping", value, at, advice)];
  const entries = Object.entries(value) as [string, Json][];
  const wrong = (name: string, why: string): Problem => ({
    code: "invalid-value",
    message: `${at.place} ${why}`,
    pointer: childPointer(at.pointer, name),
    atKey: true,
    suggestion: advice,
  });
  if (entries.length > mostHeaders)
    return [wrong(entries[mostHeaders]?.[0] ?? "", `has more than ${mostHeaders} entries`)];
  return entries.flatMap(([name, text]) => {
    const below = { place: `${at.place}.${name}`, pointer: childPointer(at.pointer, name) };
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name))
      return [wrong(name, `names no header: ${JSON.stringify(name.slice(0, 100))}`)];
    if (ownHeaders.includes(name.toLowerCase()))
      return [wrong(name, `can't set ${name}: it follows from what is sent`)];
    return typeof text === "string" ? foreignReferences(text, below) : [wrongType("a string", text, below, advice)];
  });
}

function eventProblems(value: Json, at: Place): Problem[] {
  const advice = "Write `events: [drift, failure, applied]`, or some of them.";
  if (!Array.isArray(value)) return [wrongType("a list", value, at, advice)];
  if (value.length === 0)
    return [
      {
        code: "invalid-value",
        message: `${at.place} is empty, so nothing would ever be sent`,
        pointer: at.pointer,
        suggestion: advice,
      },
    ];
  return value.flatMap((one: Json, index) =>
    oneOf(webhookEvents, one, { place: `${at.place}[${index}]`, pointer: childPointer(at.pointer, index) }),
  );
}

function templateProblems(value: Json, at: Place): Problem[] {
  if (typeof value !== "string" && (typeof value !== "object" || value === null))
    return [wrongType("a mapping, a list or a text", value, at, "Write `template: {text: ${OPUS:title}}`.")];
  return foreignReferences(value, at);
}

/** References to what a webhook does not have: it is of a run, not of a task. */
function foreignReferences(value: Json, at: Place): Problem[] {
  const problems: Problem[] = [];
  for (const { reference, pointer } of references(value)) {
    const { source, name, start } = reference;
    if (source !== "VAR" && !(source === "OPUS" && name === "task")) continue;
    problems.push({
      code: "bad-reference",
      message: `\`${formatReference(reference)}\` can't stand in ${at.place}: a message is of a run, not of a task`,
      pointer: `${at.pointer}${pointer}`,
      offset: start,
      suggestion: "Use `${VALUE:…}`, `${SECRET:…}`, `${ENV:…}`, `${GITHUB:…}` or `${OPUS:…}`.",
    });
  }
  return problems;
}

function oneOf(known: readonly string[], value: Json, at: Place): Problem[] {
  if (typeof value === "string" && known.includes(value)) return [];
  const words = known.join(", ");
  if (typeof value !== "string") return [wrongType(`one of ${words}`, value, at, form)];
  const near = nearest(value, known);
  const message = `${at.place} must be one of ${words}, not ${nameOf(value)}`;
  return [
    {
      code: "invalid-value",
      message,
      pointer: at.pointer,
      suggestion: near ? `Did you mean "${near}"?` : `Choose one of ${words}.`,
    },
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
