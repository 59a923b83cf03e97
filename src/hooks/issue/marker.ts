import { failureReasons } from "../../engine/diagnostics/failure-reasons.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import { hiddenLine, readHiddenLine } from "../rendering/hidden-line.ts";
import type { Markdown } from "../rendering/markdown.ts";
import { type Drifting, driftWays, type IssueFacts } from "./model.ts";

const format = "opus-issue";
const version = 1;

/** The hidden first line of an issue. */
export function renderMarker({ tasks, ...facts }: IssueFacts): Markdown {
  const packed = [...tasks].map(([name, { way, fields, since }]) => [name, way, fields, since]);
  return hiddenLine({ format, version, ...facts, tasks: packed });
}

/**
 * Reads the hidden line, also where somebody has written something above it.
 * @returns undefined for an issue that is none of ours, of another version, or whose marker was damaged
 */
export function readMarker(body: string): IssueFacts | undefined {
  for (const line of body.split(/\r?\n/)) {
    const facts = line.startsWith("<!--") ? readFacts(readHiddenLine(line)) : undefined;
    if (facts) return facts;
  }
  return undefined;
}

function readFacts(parsed: JsonObject | undefined): IssueFacts | undefined {
  if (parsed?.format !== format || parsed.version !== version) return undefined;
  const { project, context, open, failure, since, tasks, more, digest } = parsed;
  const reason = failure === null ? null : failureReasons.find((one) => one === failure);
  if (typeof project !== "string" || typeof context !== "string" || typeof open !== "boolean") return undefined;
  if (reason === undefined || !isTime(since) || !Array.isArray(tasks) || typeof digest !== "string") return undefined;
  if (typeof more !== "number" || !Number.isSafeInteger(more) || more < 0) return undefined;
  const read = tasks.map(readDrifting);
  if (!read.every((one) => one !== undefined)) return undefined;
  return { project, context, open, failure: reason, since, tasks: new Map(read), more, digest };
}

function readDrifting(value: Json): readonly [string, Drifting] | undefined {
  const [name, told, fields, since] = Array.isArray(value) ? value : [];
  const way = driftWays.find((one) => one === told);
  if (typeof name !== "string" || way === undefined || typeof fields !== "string" || !isTime(since)) return undefined;
  return [name, { way, fields, since }];
}

function isTime(value: Json | undefined): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
