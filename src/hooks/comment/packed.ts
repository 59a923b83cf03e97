import { type FailureReason, failureReasons } from "../../engine/diagnostics/failure-reasons.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import type { Change } from "../../engine/model/change.ts";
import { type Counts, countNames } from "../../engine/model/report.ts";
import type { ReviewedChange } from "../../engine/model/review.ts";
import { zeroCounts } from "../rendering/labels.ts";
import { mostCounted } from "./contexts-without-room.ts";
import type { Moment, PartFacts, ReviewablePlan } from "./model.ts";

// What the first line of a comment is made of, each with its reader. Whoever may edit comments may have written it: a
// reader gives undefined for what no version of ours writes.

const changes: readonly string[] = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];

export function readPackedCounts(numbers: readonly Json[]): Counts | undefined {
  if (numbers.length > countNames.length || !numbers.every(isCount)) return undefined;
  const named = Object.fromEntries(numbers.map((count, index) => [countNames[index], count]));
  return { ...zeroCounts, ...named };
}

export function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= mostCounted;
}

export function readMoment(value: Json | undefined): Moment | undefined {
  if (!isObject(value)) return undefined;
  const { run, attempt, commit, at } = value;
  const isSound =
    typeof run === "string" &&
    /^\d{0,20}$/.test(run) &&
    typeof attempt === "number" &&
    Number.isSafeInteger(attempt) &&
    typeof commit === "string" &&
    /^[0-9a-f]{0,64}$/.test(commit) &&
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at));
  return isSound ? { run, attempt, commit, at } : undefined;
}

/** @returns undefined for what is neither null nor a reason that this version knows */
export function readFailure(value: Json | undefined): FailureReason | null | undefined {
  return value === null ? null : failureReasons.find((one) => one === value);
}

const algorithms = { s: "sha256", h: "hmac-sha256" } as const;

/** A plan in few characters: `s` or `h` for the algorithm, 43 of base64url, and the same again for a seal. */
export function packedPlan({ digest, seal }: ReviewablePlan): string {
  return packedDigest(digest) + (seal === null ? "" : packedDigest(seal));
}

function packedDigest(digest: string): string {
  const at = digest.indexOf(":");
  const sign = digest.startsWith("hmac") ? "h" : "s";
  return sign + Buffer.from(digest.slice(at + 1), "hex").toString("base64url");
}

export function readPackedPlan(value: Json | undefined): ReviewablePlan | undefined {
  if (typeof value !== "string" || !/^(?:[sh][\w-]{43}){1,2}$/.test(value)) return undefined;
  const [digest = "", seal] = [value.slice(0, 44), value.slice(44)].map(unpackedDigest);
  return { digest, seal: seal || null };
}

function unpackedDigest(packed: string): string {
  if (packed === "") return "";
  const algorithm = algorithms[packed.startsWith("h") ? "h" : "s"];
  return `${algorithm}:${Buffer.from(packed.slice(1), "base64url").toString("hex")}`;
}

export function packedChanges(told: PartFacts["changes"]): Json {
  if (told === null) return null;
  const all = Object.entries(told).map(([task, { change, wanted, recorded, live }]) => {
    return [task, [change, wanted, recorded, live]] as const;
  });
  return Object.fromEntries(all);
}

/** Null when there are none, or something is wrong with them: they only explain. */
export function readChanges(value: Json | undefined): PartFacts["changes"] {
  if (!isObject(value)) return null;
  const found: [string, ReviewedChange][] = [];
  for (const [task, packedChange] of Object.entries(value)) {
    if (!Array.isArray(packedChange)) return null;
    const [change, wanted, recorded, live] = packedChange;
    if (typeof change !== "string" || !changes.includes(change)) return null;
    if (!isTextOrNull(wanted) || !isTextOrNull(recorded) || !isTextOrNull(live)) return null;
    found.push([task, { change: change as Change, wanted, recorded, live }]);
  }
  return Object.fromEntries(found);
}

function isTextOrNull(value: Json | undefined): value is string | null {
  return value === null || typeof value === "string";
}
