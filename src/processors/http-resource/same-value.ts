import { isObject, type Json } from "../../engine/json/json.ts";
import { equalJson } from "../../engine/json/json-diff.ts";
import type { Normalization } from "./resource-spec.ts";

/** Nothing, in one of the ways in which servers say it. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/** A value without what a rule says that does not count. */
export function normalized(value: Json | undefined, rule: Normalization | undefined): Json | undefined {
  if (rule === undefined || value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((member: Json) => normalized(member, rule) as Json);
  switch (rule) {
    case "lowercase":
      return typeof value === "string" ? value.toLowerCase() : value;
    case "trim":
      return typeof value === "string" ? value.trim() : value;
    case "no-trailing-dot":
      return typeof value === "string" ? value.replace(/\.$/, "") : value;
    case "number":
      return typeof value === "string" && isNumber(value) ? Number(value) : value;
    case "time":
      return timeOf(value) ?? value;
    case "json":
      return typeof value === "string" ? parsed(value) : value;
  }
}

/** Are two scalars the same, once both are normalized? */
export function sameScalar(wanted: Json | undefined, found: Json | undefined): boolean {
  return equalJson(wanted, found) || (isEmpty(wanted) && isEmpty(found));
}

/**
 * Is a scalar what a server may make of another: in other letters, a number as text or rounded, another form of a time, with
 * or without a dot at the end?
 */
export function likeScalar(wanted: Json | undefined, found: Json | undefined): boolean {
  if (sameScalar(wanted, found)) return true;
  if (isEmpty(wanted) || isEmpty(found) || typeof wanted === "object" || typeof found === "object") return false;
  const [left, right] = [plain(wanted), plain(found)];
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return isRounded(Number(left), right);
  const [time, other] = [timeOf(wanted ?? null), timeOf(found ?? null)];
  return time !== undefined && time === other;
}

function plain(value: Json | undefined): string {
  return String(value).trim().toLowerCase().replace(/\.$/, "");
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim());
}

/** Is it the number as a server keeps it that has so many digits? Not where nothing of the number is left. */
function isRounded(wanted: number, found: string): boolean {
  const kept = Number(found);
  if (wanted === kept) return true;
  const digits = (/\.(\d+)/.exec(found)?.[1] ?? "").length;
  const half = 0.5 * 10 ** -digits * (1 + 1e-9);
  return Math.abs(wanted - kept) <= half && Math.abs(wanted - kept) <= Math.abs(wanted) / 10;
}

/** Milliseconds of a time as JSON has them, in any of its forms; undefined: it is none. */
function timeOf(value: Json): number | undefined {
  if (typeof value !== "string") return undefined;
  const [, date, clock = "T00:00:00", zone = "Z"] =
    /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [];
  if (date === undefined) return undefined;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(`${date}${clock.replace(" ", "T").toUpperCase()}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
