// What Slack and Teams say of the messages that they take, as far as it shows in the JSON of one.

type Any = { readonly [key: string]: unknown };

/** What Slack would refuse of a message: docs.slack.dev, "Blocks" and "Formatting with mrkdwn". */
export function slackProblems(message: Any): string[] {
  const problems: string[] = [];
  const text = (value: unknown, type: string, most: number, where: string): void => {
    const { type: is, text: said, ...options } = (value ?? {}) as Any;
    if (is !== type) problems.push(`${where} is ${is}, not ${type}`);
    if (typeof said !== "string" || said.length < 1 || said.length > most)
      problems.push(`${where} has ${typeof said === "string" ? said.length : "no"} characters, not 1 to ${most}`);
    const allowed = type === "mrkdwn" ? ["verbatim"] : ["emoji"];
    for (const name of Object.keys(options)) if (!allowed.includes(name)) problems.push(`${where} has ${name}`);
    if (typeof said === "string" && type === "mrkdwn") {
      for (const [command] of said.matchAll(/<[^>]*>?/g))
        if (!/^<https?:\/\/[^|<>\s]+\|[^<>]+>$/.test(command)) problems.push(`${where} says ${command}`);
    }
  };
  const blocks = message.blocks as readonly Any[];
  if (blocks.length > 50) problems.push(`${blocks.length} blocks`);
  for (const [index, block] of blocks.entries()) {
    if (block.type === "header") text(block.text, "plain_text", 150, `block ${index}`);
    else if (block.type === "section") text(block.text, "mrkdwn", 3_000, `block ${index}`);
    else if (block.type === "context") {
      const elements = block.elements as readonly unknown[];
      if (elements.length < 1 || elements.length > 10) problems.push(`block ${index} has ${elements.length} elements`);
      for (const element of elements) text(element, "mrkdwn", 3_000, `an element of block ${index}`);
    } else problems.push(`block ${index} is ${block.type}`);
    const known = block.type === "context" ? ["type", "elements"] : ["type", "text"];
    for (const name of Object.keys(block)) if (!known.includes(name)) problems.push(`block ${index} has ${name}`);
  }
  if (typeof message.text !== "string" || message.text === "" || message.text.length > 4_000) problems.push("text");
  return problems;
}

const element = ["type", "separator", "spacing"];
/** Of each type of an Adaptive Card 1.4 that we use: its fields, and what a field of few values may be. */
const fields: { readonly [type: string]: { readonly [field: string]: true | readonly string[] } } = {
  AdaptiveCard: {
    type: true,
    $schema: true,
    version: ["1.4"],
    fallbackText: true,
    msteams: true,
    body: true,
    actions: true,
  },
  Container: {
    ...Object.fromEntries(element.map((name) => [name, true as const])),
    items: true,
    style: ["default", "emphasis", "good", "attention", "warning", "accent"],
    bleed: true,
  },
  RichTextBlock: { ...Object.fromEntries(element.map((name) => [name, true as const])), inlines: true },
  TextRun: {
    type: true,
    text: true,
    weight: ["Default", "Lighter", "Bolder"],
    size: ["Default", "Small", "Medium", "Large", "ExtraLarge"],
    fontType: ["Default", "Monospace"],
    isSubtle: true,
  },
  "Action.OpenUrl": { type: true, title: true, url: true },
};

/** What of a message for a workflow of Teams is not as its documentation has it. */
export function teamsProblems(message: Any): string[] {
  const problems: string[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(message));
  if (bytes > 28 * 1024) problems.push(`${bytes} bytes`);
  const check = (value: Any, where: string): void => {
    const known = fields[String(value.type)];
    if (!known) {
      problems.push(`${where} is ${value.type}`);
      return;
    }
    for (const [name, said] of Object.entries(value)) {
      const allowed = known[name];
      if (allowed === undefined) problems.push(`${where} has ${name}`);
      else if (allowed !== true && !allowed.includes(String(said))) problems.push(`${where}.${name} is ${said}`);
    }
    if (value.type === "TextRun" && (typeof value.text !== "string" || value.text === ""))
      problems.push(`${where} is empty`);
    for (const name of ["body", "items", "inlines", "actions"])
      for (const [index, one] of ((value[name] ?? []) as readonly Any[]).entries())
        check(one, `${where}.${name}[${index}]`);
  };
  if (message.type !== "message") problems.push("no message");
  const attachments = message.attachments as readonly Any[];
  if (attachments.length !== 1) problems.push("not one attachment");
  for (const { contentType, contentUrl, content } of attachments) {
    if (contentType !== "application/vnd.microsoft.card.adaptive" || contentUrl !== null)
      problems.push("the attachment");
    check(content as Any, "card");
  }
  return problems;
}
