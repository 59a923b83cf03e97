import { isObject, type Json, type JsonObject, pointerSegment } from "../../engine/json/json.ts";
import { oddNumber } from "../../engine/json/number-text.ts";
import { storable } from "../../engine/json/storable.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts, Output } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { outputKey } from "../../engine/recorded/outputs.ts";
import type { Captured, ScriptResult } from "../../ports/script-runner.ts";
import { parseOutputFile, type WrittenOutput } from "./output-file.ts";
import { lastLines } from "./script.ts";
import { capturedBytes, factBytes, outputText, type ScriptName, type ShellFields } from "./shell-run.ts";

/** What stands in facts for a value that holds a secret: facts are recorded and compared. */
const hidden = "(sensitive)";
/** What stands in recorded facts for what turned out to be a sensitive output. */
const mask = "***";

const form =
  "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.";

/**
 * The facts that a `read` script printed; undefined: nothing, so the resource is absent.
 * @throws TaskFailure when it printed anything else than a JSON object
 */
export function readFacts(result: ScriptResult, io: Pick<Io, "containsSecret">): Facts | undefined {
  const failed = (message: string, hint = form) => {
    const detail = lastLines(result.stderrTail);
    return new TaskFailure(message, {
      hint,
      ...(detail === undefined ? {} : { detail }),
    });
  };
  if (result.stdout.cut) throw failed(`read script printed more than ${factBytes} bytes`);
  const text = result.stdout.text.trim();
  if (text === "") return undefined;
  let facts: unknown;
  try {
    facts = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw failed("read script printed something that is not JSON");
  }
  if (!isObject(facts)) throw failed(`read script printed ${describe(facts)} instead of a JSON object`);
  const odd = oddNumber(text);
  if (odd) {
    const shown = odd.text.length > 40 ? `a number of ${odd.text.length} characters` : `the number ${odd.text}`;
    const message = `read script printed ${shown} at ${odd.pointer}, which JavaScript can't hold exactly`;
    throw failed(message, 'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.');
  }
  const kept = storable(facts);
  if (!kept.ok) throw failed(`what read script printed can't be kept: ${kept.error.pointer} ${kept.error.what}`);
  return hideSecrets(facts, io) as Facts;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

function hideSecrets(value: Json, io: Pick<Io, "containsSecret">): Json {
  if (typeof value === "string") return io.containsSecret(value) ? hidden : value;
  if (typeof value === "number") return io.containsSecret(String(value)) ? hidden : value;
  if (Array.isArray(value)) return value.map((member) => hideSecrets(member, io));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [io.containsSecret(key) ? hidden : key, hideSecrets(member, io)]),
  );
}

/** Live facts against recorded ones, as deep as both are objects; paths begin with `/observed`. */
export function factDifferences(facts: Facts, observed: Facts | undefined): FieldDiff[] {
  if (observed === undefined) return [{ path: "/observed", before: facts }];
  const fields: FieldDiff[] = [];
  compare(facts, observed, "/observed", fields);
  return fields;
}

function compare(live: Json | undefined, recorded: Json | undefined, path: string, fields: FieldDiff[]): void {
  if (isObject(live) && isObject(recorded)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(live)])) {
      compare(own(live, key), own(recorded, key), `${path}/${pointerSegment(key)}`, fields);
    }
    return;
  }
  if (same(live, recorded) || mayBe(live, recorded)) return;
  fields.push({
    path,
    ...(live === undefined ? {} : { before: live }),
    ...(recorded === undefined ? {} : { after: recorded }),
  });
}

/** May a live value be what was recorded without the secret in it? That can't be told, also because secrets are rotated. */
function mayBe(live: Json | undefined, recorded: Json | undefined): boolean {
  if (typeof recorded !== "string" || (typeof live !== "string" && typeof live !== "number")) return false;
  if (recorded === hidden) return true;
  const [first = "", ...others] = recorded.split(mask);
  const last = others.pop();
  const text = String(live);
  if (last === undefined || !text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** True when two JSON values are equal; the order of keys does not count. */
export function same(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((member, index) => same(member, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], own(right, key)));
}

/**
 * The outputs of a script: what it captured, and what it wrote to $OPUS_OUTPUT, which wins.
 * @throws TaskFailure when that file can't be understood
 */
export function scriptOutputs(
  name: ScriptName,
  spec: ShellFields,
  result: ScriptResult,
  io: Pick<Io, "containsSecret">,
): Output[] {
  const outputs = new Map<string, Output>();
  const add = (output: Output, text: string) => outputs.set(outputKey(output), marked(output, text, spec, io));
  if (spec.capture) {
    const { end, stdout, stderr } = result;
    add({ name: "EXIT_CODE", value: end.state === "exited" ? (end.exitCode ?? -1) : -1 }, "");
    add({ name: "STDOUT", value: shorten(stdout) }, stdout.text);
    add({ name: "STDERR", value: shorten(stderr) }, stderr.text);
  }
  for (const output of readOutputFile(name, result)) add(output, output.value);
  return [...outputs.values()];
}

/**
 * What a script has given so far that has not ended well, or not yet.
 * @param ended nothing more comes: a last line without its end is whole
 */
export function outputsSoFar(
  text: string,
  ended: boolean,
  spec: ShellFields,
  io: Pick<Io, "containsSecret">,
): Output[] {
  const lines = ended ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  return parseWhole(lines).map((output) => marked(output, output.value, spec, io));
}

function marked(output: Output, text: string, spec: ShellFields, io: Pick<Io, "containsSecret">): Output {
  const sensitive = spec.sensitiveOutputs?.includes(output.name) || io.containsSecret(text);
  return sensitive ? { ...output, sensitive } : output;
}

/** The outputs before the first line that can't be understood. */
function parseWhole(text: string): readonly WrittenOutput[] {
  const parsed = parseOutputFile(text, process.platform === "win32");
  if (parsed.ok) return parsed.value;
  const before = text
    .split("\n")
    .slice(0, parsed.error.line - 1)
    .join("\n");
  const whole = parseOutputFile(before, process.platform === "win32");
  return whole.ok ? whole.value : [];
}

function readOutputFile(name: ScriptName, { outputFile }: ScriptResult) {
  if (outputFile === undefined) {
    throw new TaskFailure(`what ${name} script left at $OPUS_OUTPUT is not a file of at most ${factBytes} bytes`, {
      hint: "Append lines of the form KEY=value to it; keep large data in files.",
    });
  }
  const parsed = parseOutputFile(outputText(outputFile), process.platform === "win32");
  if (parsed.ok) return parsed.value;
  throw new TaskFailure(
    `${name} script wrote line ${parsed.error.line} of $OPUS_OUTPUT wrongly: ${parsed.error.message}`,
    {
      hint: 'Write `echo "KEY=value" >> "$OPUS_OUTPUT"`; for several lines KEY<<EOF, the lines, and EOF.',
    },
  );
}

/** At most `capturedBytes` of UTF-8, with a note at the cut. */
function shorten({ text, bytes }: Captured): string {
  if (bytes <= capturedBytes) return text;
  const whole = Buffer.from(text, "utf8");
  let end = Math.min(capturedBytes, whole.length);
  // Not in the middle of a character.
  while (end > 0 && end < whole.length && ((whole[end] as number) & 0xc0) === 0x80) end--;
  return `${whole.toString("utf8", 0, end)}\n[cut here: the first ${end} of ${bytes} bytes]\n`;
}
