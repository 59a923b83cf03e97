import type { JsonObject } from "../../engine/json/json.ts";
import type { RecordedTask } from "../../engine/model/state-body.ts";
import { outputsOfRun } from "../../engine/recorded/outputs.ts";

/** What a script is told of the resource that it is about. */
export interface RecordedForScript {
  /** `OPUS_RECORDED_<NAME>`, by name. */
  readonly variables: { readonly [name: string]: string };
  /** What `OPUS_RECORDED` names. */
  readonly file: string;
  /** Of sensitive outputs that the script uses, and that nobody has any more. */
  readonly warnings: readonly string[];
}

const prefix = "OPUS_RECORDED_";
/** More than this is in the file alone: what an environment can hold is small, and a script that can't start is no use. */
const longestValue = 8 * 1024;
const longestValues = 64 * 1024;

/**
 * Recorded facts in the forms that scripts take.
 * @param run decides which of several bound outputs counts
 */
export function recordedForScript(
  recorded: RecordedTask,
  script: string,
  run: { readonly command: string; readonly context: string },
): RecordedForScript {
  const { spec, outputs, observed, missing } = recorded;
  const file = `${JSON.stringify({ spec, outputs, observed: observed ?? null, missing })}\n`;
  const seen = outputsOfRun(outputs, run);
  return { variables: variablesOf(seen), file, warnings: absences(missing, seen, script) };
}

function variablesOf(outputs: JsonObject): { readonly [name: string]: string } {
  const variables: { [name: string]: string } = {};
  let size = 0;
  for (const [name, value] of Object.entries(outputs)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const bytes = Buffer.byteLength(text);
    if (name.includes("-") || text.includes("\0") || bytes > longestValue || size + bytes > longestValues) continue;
    size += bytes;
    variables[prefix + name] = text;
  }
  return variables;
}

/** An empty variable in the wrong place deletes too much, so that it is empty is told. */
function absences(missing: readonly string[], seen: JsonObject, script: string): string[] {
  const names = new Set(missing.map((key) => key.slice(key.lastIndexOf(":") + 1)));
  return [...names]
    .filter((name) => !Object.hasOwn(seen, name) && new RegExp(`\\b${prefix}${name}\\b`).test(script))
    .map(
      (name) =>
        `warning: ${prefix}${name} is not set: the output ${name} is sensitive, and only sealed state (\`encryption-key\`) keeps it`,
    );
}
