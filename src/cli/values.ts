import type { Result } from "../engine/diagnostics/diagnostic.ts";
import { err, ok } from "../engine/diagnostics/diagnostic.ts";

const pair = /^([A-Za-z_][A-Za-z0-9._-]*)=([\s\S]*)$/;
// What YAML reads as something else than text, and may: numbers, booleans, null, lists, mappings, quoted text.
const typed =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|true|false|null|\[[^\n]*\]|\{[^\n]*\}|"[^"\n\\]*"|'[^'\n]*')$/;

/**
 * The `--values` of a command line as one YAML mapping. Each is `name=value` or YAML; for a name that is given twice,
 * the last value counts.
 */
export function valuesText(given: readonly string[]): Result<string, string> {
  const pairs = new Map<string, string>();
  const blocks: string[] = [];
  for (const text of given) {
    const [, name, value] = pair.exec(text) ?? [];
    if (name === undefined || value === undefined) blocks.push(text);
    else pairs.set(name, typed.test(value) ? value : JSON.stringify(value));
  }
  if (blocks.some((block) => block.trimStart().startsWith("{")) && blocks.length + pairs.size > 1) {
    return err("--values {…} can't be combined with further --values; write name=value for each");
  }
  const lines = [...pairs].map(([name, value]) => `${name}: ${value}`);
  return ok([...blocks.map((block) => block.trimEnd()), ...lines].join("\n"));
}
