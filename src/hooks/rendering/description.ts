import type { JsonObject } from "../../engine/json/json.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { clip } from "./cut.ts";

/** Characters of one value, and of all of one kind together; the report has everything. */
const valueWidth = 80;
const lineWidth = 600;

/**
 * What `describe` found of one task, a line each: what is recorded, its outputs, and what is really there.
 * @returns nothing for a task of which nothing is recorded or found
 */
export function describedLines({ description, drift }: TaskReport): string[] {
  if (!description) return [];
  const { recorded, facts } = description;
  const lines: string[] = [];
  if (recorded) {
    lines.push(`recorded  ${recorded.status}; ${members(recorded.spec)}`);
    const outputs = Object.keys(recorded.outputs).length > 0 ? [members(recorded.outputs)] : [];
    for (const name of recorded.sensitiveOutputs) outputs.push(`${oneLine(name)}: (sensitive)`);
    if (outputs.length > 0) lines.push(`outputs   ${outputs.join(", ")}`);
  }
  if (facts) lines.push(`live      ${members(facts)}`);
  else if (drift === "missing") lines.push("live      absent");
  else if (recorded && drift === "unobservable") lines.push("live      can't be looked at");
  return lines;
}

/** `path: "out/hello.txt", size: 5` */
function members(value: JsonObject): string {
  const parts = Object.entries(value).map(([name, member]) => {
    const shown = member === "(sensitive)" ? member : JSON.stringify(member);
    return `${oneLine(name)}: ${clip(oneLine(shown), valueWidth)}`;
  });
  return parts.length === 0 ? "(empty)" : clip(parts.join(", "), lineWidth);
}
