/** Anything that was thrown, read once and with care: what modules throw may be no error, and may throw when it is read. */
export interface Thrown {
  /** Never empty. */
  readonly message: string;
  /** As the engine of JavaScript wrote it; undefined where there is none. */
  readonly stack: string | undefined;
  readonly hint: string | undefined;
  readonly detail: string | undefined;
  /** It says that nothing was changed. */
  readonly untouched: boolean;
  /** What caused it; undefined: it says nothing of that. */
  readonly cause: unknown;
}

/** The text of anything that was thrown, for people: its message, or its JSON, or what it is. Never throws, never empty. */
export function thrownText(thrown: unknown): string {
  return readThrown(thrown).message;
}

/** Reads what was thrown. Never throws. */
export function readThrown(thrown: unknown): Thrown {
  const cause = memberOf(thrown, "cause");
  return {
    message: messageOf(thrown).toWellFormed(),
    stack: textOf(thrown, "stack"),
    hint: textOf(thrown, "hint"),
    detail: textOf(thrown, "detail"),
    untouched: memberOf(thrown, "untouched") === true,
    cause: cause ?? undefined,
  };
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === "string") return thrown.trim() === "" ? "an empty text was thrown" : thrown;
  if (typeof thrown !== "object" || thrown === null)
    return typeof thrown === "function" ? "a function was thrown" : `${String(thrown)} was thrown`;
  const several = memberOf(thrown, "errors");
  const others = Array.isArray(several) ? several.map(shortText).join("; ") : "";
  const message = textOf(thrown, "message") ?? "";
  if (message.trim() !== "") return others === "" ? message : `${message}: ${others}`;
  if (others !== "") return others;
  if (isInstance(thrown, Error)) return `${textOf(thrown, "name") ?? "an error"} without a message was thrown`;
  return asJson(thrown) ?? asText(thrown);
}

/** Of one among several: not those that it may hold itself. */
function shortText(thrown: unknown): string {
  const message = textOf(thrown, "message");
  return message !== undefined && message.trim() !== ""
    ? message
    : messageOf(typeof thrown === "object" ? null : thrown);
}

function asJson(thrown: object): string | undefined {
  const above: unknown[] = [];
  try {
    const text = JSON.stringify(thrown, function (this: unknown, _key: string, value: unknown) {
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (typeof value === "bigint") return value.toString();
      if (above.includes(value)) return "(again)";
      if (typeof value === "object" && value !== null) above.push(value);
      return value;
    });
    return text === undefined || text === "{}" ? undefined : text;
  } catch {
    return undefined;
  }
}

function asText(thrown: object): string {
  try {
    const text = String(thrown);
    if (text.trim() !== "" && !/^\[object \w*\]$/.test(text)) return text;
  } catch {
    // It has no text, or one that throws.
  }
  const name = textOf(memberOf(thrown, "constructor"), "name");
  return `an object without a message was thrown${name === undefined || name === "Object" ? "" : ` (${name})`}`;
}

/** `instanceof` for what may be anything, a proxy that throws among it. */
export function isInstance<T>(value: unknown, type: abstract new (...args: never[]) => T): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === "string" && member !== "" ? member.toWellFormed() : undefined;
}

/** A member of anything; one that throws is none. */
function memberOf(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  try {
    return (value as { readonly [name: string]: unknown })[name];
  } catch {
    return undefined;
  }
}
