import type { DiagnosticCode } from "../engine/diagnostics/codes.ts";
import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import { pointerPath, pointerSegment } from "../engine/json/json.ts";
import { nearest } from "../engine/references/references.ts";
import { inWords } from "../engine/text/listed.ts";
import { lowerFirst } from "../engine/text/lower-first.ts";
import { type RawError, type SchemaNotes, specFields, validators } from "./validators.generated.js";

/**
 * An error of a generated validator → a problem that says what to do.
 * @param at the value at the place of the error
 * @param root how messages name the whole value
 */
export function explain(error: RawError, at: unknown, root: string, notes: Record<string, SchemaNotes>): Problem {
  const cut = error.schemaPath.lastIndexOf("/");
  const note = notes[error.schemaPath.slice(0, cut)] ?? {};
  const pointer = error.instancePath;
  const place = describePlace(root, pointer);
  const shown = isConfidential(root, pointer) ? "what is written here" : quote(at);
  const message = note.messages?.[error.keyword];
  const hint = note.hints?.[error.keyword] ?? note.hints?.["*"];
  const problem = (code: DiagnosticCode, text: string, suggestion: string | undefined = hint): Problem => ({
    code,
    message: text,
    pointer,
    ...(suggestion !== undefined && { suggestion }),
  });
  const facts: Facts = { place, pointer, note, hint, problem };
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownField(String(params.additionalProperty), pointer, place, note, root);
    case "required":
      return missingField(String(params.missingProperty), facts);
    case "propertyNames":
      return invalidName(String(params.propertyName), params.pattern, notes[error.schemaPath], facts);
    case "type":
      return wrongType(place, params.type, isConfidential(root, pointer) ? conceal(at) : at, problem, hint);
    case "enum":
      return noneOf((params.allowedValues as unknown[]).map(String), at, facts);
    case "pattern":
      return isConfidential(root, pointer)
        ? problem(...hiddenForm(place, message, hint))
        : problem(...wrongForm(place, shown, message, hint ?? example(at, params.pattern)));
    case "minItems":
      return problem("invalid-value", `${place} is an empty list`, hint ?? "Add an item, or leave the field out.");
    case "minProperties":
      return problem("invalid-value", `${place} is empty`, hint ?? "Add an entry, or leave the field out.");
    case "minimum":
    case "maximum": {
      const [least, side] = error.keyword === "minimum" ? ["at least", "more"] : ["at most", "less"];
      const text = `${place} must be ${least} ${params.limit}, not ${quote(at)}`;
      return problem("invalid-value", text, hint ?? `Write ${params.limit} or ${side}.`);
    }
    default:
      return {
        ...problem("invalid-value", `${place} ${message ?? `is not allowed to be ${shown}`}`),
        atKey: typeof at === "object",
      };
  }
}

/** What is known of the place of an error. */
interface Facts {
  /** For messages: `metadata.name`. */
  readonly place: string;
  readonly pointer: string;
  readonly note: SchemaNotes;
  readonly hint: string | undefined;
  problem(code: string, message: string, suggestion?: string): Problem;
}

type Words = [code: DiagnosticCode, message: string, suggestion: string];

function wrongForm(place: string, shown: string, message: string | undefined, advice: string | undefined): Words {
  const text = `${place} ${shown} ${message ?? "has the wrong form"}`;
  return ["invalid-value", text, advice ?? "Fill it in, or delete the field."];
}

/** Does not show the value: it may be a secret. */
function hiddenForm(place: string, message: string | undefined, advice: string | undefined): Words {
  const text = `what is written in ${place} ${message}`;
  return ["invalid-value", text, advice ?? "Name the variable, not what it holds."];
}

function missingField(field: string, { place, pointer, note }: Facts): Problem {
  const purpose = note.fields?.[field];
  return {
    code: "missing-field",
    message: `${place} has no "${field}"`,
    pointer,
    atKey: true,
    ...(purpose && { suggestion: `Add "${field}": ${lowerFirst(purpose)}.` }),
  };
}

function invalidName(
  key: string,
  pattern: unknown,
  inner: SchemaNotes | undefined,
  { place, pointer }: Facts,
): Problem {
  return {
    code: "invalid-name",
    message: `${quote(key)} in ${place} ${inner?.messages?.propertyNames ?? "is not allowed as a name"}`,
    pointer: below(pointer, key),
    atKey: true,
    suggestion: inner?.hints?.["*"] ?? example(key, pattern) ?? "Choose another name.",
  };
}

function noneOf(allowed: readonly string[], at: unknown, { place, hint, problem }: Facts): Problem {
  const choice = inWords(allowed, "or");
  if (at === null)
    return problem(
      "wrong-type",
      `${place} has no value; it must be ${choice}`,
      hint ?? `Write ${allowed[0]}, for example.`,
    );
  const near = typeof at === "string" ? nearest(at, allowed) : undefined;
  return problem(
    "invalid-value",
    `${place} must be ${choice}, not ${quote(at)}`,
    near === undefined ? (hint ?? "Use one of them, or leave the field out.") : `Did you mean ${quote(near)}?`,
  );
}

function unknownField(field: string, pointer: string, place: string, note: SchemaNotes, root: string): Problem {
  const known = Object.keys(note.fields ?? {});
  const near = nearest(field, known);
  return {
    code: "unknown-field",
    message: `${quote(field)} is not a field of ${place}`,
    pointer: below(pointer, field),
    atKey: true,
    suggestion:
      near === undefined
        ? (elsewhere(field, pointer, root) ?? note.hints?.["*"] ?? `Fields of ${place}: ${known.join(", ")}.`)
        : `Did you mean "${near}"?`,
  };
}

/** Fields of a task that stand on the wrong level: the usual slip of indentation. */
function elsewhere(field: string, pointer: string, root: string): string | undefined {
  const { notes } = validators.task;
  if (root === "Project" || root === "Values") return undefined;
  const inSpec = root.endsWith(".spec");
  if (Object.hasOwn(notes["#/properties/metadata/properties/lifecycle"]?.fields ?? {}, field)) {
    return `"${field}" belongs under metadata.lifecycle.`;
  }
  if (pointer === "" && Object.hasOwn(notes["#/properties/metadata"]?.fields ?? {}, field)) {
    return `"${field}" belongs under metadata.`;
  }
  if (!inSpec && specFields.includes(field)) {
    return `"${field}" belongs under spec.`;
  }
  return undefined;
}

/** The value changed as little as makes it fit, when that is easy. */
function example(value: unknown, pattern: unknown): string | undefined {
  if (typeof value !== "string" || typeof pattern !== "string" || value.length > 100 || value.trim() === "")
    return undefined;
  const form = new RegExp(pattern, "u");
  const dashed = value
    .trim()
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+|(?<!-)-+$/g, "");
  const candidates = [
    value.trim(),
    dashed,
    dashed.toLowerCase(),
    dashed.replace(/[^A-Za-z0-9_]/g, "_"),
    `/${value}`,
    `./${value}`,
  ];
  const found = candidates.find((candidate) => candidate !== value && candidate !== "" && form.test(candidate));
  return found === undefined ? undefined : `Write ${JSON.stringify(found)}, for example.`;
}

/** Keeps the type of a value and nothing else. */
function conceal(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === "object" && value !== null ? {} : new Concealed(typeof value);
}

/** Stands for a scalar that must not be shown. */
class Concealed {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }
}

const typeNames: Record<string, string> = {
  object: "a mapping",
  array: "a list",
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "empty",
};

function wrongType(
  place: string,
  expected: unknown,
  at: unknown,
  problem: (code: DiagnosticCode, text: string, suggestion?: string) => Problem,
  hint: string | undefined,
): Problem {
  const types = (Array.isArray(expected) ? expected : [expected]).map(String);
  const wanted = inWords(
    types.map((type) => typeNames[type] ?? type),
    "or",
  );
  if (at === null || at === undefined) {
    return problem(
      "wrong-type",
      `${place} has no value; it must be ${wanted}`,
      hint ?? "Give it a value, or delete the field.",
    );
  }
  const text = `${place} must be ${wanted}, not ${nameOf(at)}`;
  if (types.includes("array") && typeof at === "string") {
    return problem("wrong-type", text, hint ?? `Write it as a list: [${quote(at)}].`);
  }
  if (place.endsWith(".mode") && typeof at === "number" && /^[0-7]{3,4}$/.test(String(at))) {
    return problem("wrong-type", text, `Write it in quotes: "${String(at).padStart(4, "0")}".`);
  }
  const isScalar = at instanceof Concealed ? at.type !== "string" : typeof at !== "object";
  if (types.length === 1 && types[0] === "string" && isScalar) {
    // Its source may be 1.10 or 0755, so it is not repeated.
    return problem("wrong-type", text, hint ?? "Put it in quotes, as it is written.");
  }
  const unquoted = typeof at === "string" ? at.trim() : "";
  if (types.includes("boolean") && /^(true|false|yes|no|on|off)$/i.test(unquoted)) {
    const meant = /^(true|yes|on)$/i.test(unquoted);
    return problem("wrong-type", text, `Write ${meant}${/^(true|false)$/.test(unquoted) ? " without quotes" : ""}.`);
  }
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(unquoted)) {
    return problem("wrong-type", text, `Write ${unquoted} without quotes.`);
  }
  return problem("wrong-type", text, hint ?? advice[types[0] ?? ""]);
}

const advice: Record<string, string> = {
  object: "Write it as lines of `name: value`, indented below it.",
  array: "Write it as a list: begin each item with a dash, on a line of its own.",
  string: "Write text.",
  number: "Write a number without quotes.",
  integer: "Write a whole number without quotes.",
  boolean: "Write true or false without quotes.",
};

/** A value with its kind: `the number 5`, `a list`. */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (value instanceof Concealed) return value.type === "string" ? "text" : `a ${value.type}`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string"
    ? `the string ${quote(value)}`
    : `${typeof value === "number" ? "the number " : ""}${quote(value)}`;
}

function below(pointer: string, key: string): string {
  return `${pointer}/${pointerSegment(key)}`;
}

/** How messages name a place: `File.metadata.dependencies[0]`. */
function describePlace(root: string, pointer: string): string {
  let text = root;
  for (const segment of pointerPath(pointer)) {
    if (/^\d+$/.test(segment)) text += `[${segment}]`;
    else text += /^[A-Za-z_][A-Za-z0-9_-]*$/.test(segment) ? `.${segment}` : `[${quote(segment)}]`;
  }
  return text;
}

/** A value as messages show it: short, and on one line. */
function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 56)}…${typeof value === "string" ? '"' : ""}` : text;
}

/** Values of these must not be repeated in messages: somebody may have written a secret there. */
function isConfidential(root: string, pointer: string): boolean {
  return /^\/secretEnv\//.test(pointer) || (root === "Values" && /^\/spec\/secrets\//.test(pointer));
}
