import type { JsonObject } from "../../engine/json/json.ts";
import { badgeText } from "./badge.ts";
import type { DriftLook, SiteContext, SiteModel } from "./model.ts";

/** `status.json` of one context: documented, and stable. */
export function statusFile(context: SiteContext, madeAt: string): JsonObject {
  return { format: "opus-status", version: 1, madeAt, ...factsOf(context, madeAt) };
}

/** `status.json` of all contexts. */
export function allStatusFile({ contexts, madeAt }: SiteModel): JsonObject {
  return { format: "opus-status", version: 1, madeAt, contexts: contexts.map((context) => factsOf(context, madeAt)) };
}

function factsOf(context: SiteContext, madeAt: string): JsonObject {
  const { project, status, since, problem, sealed, recorded, lock, runs, drift } = context;
  const last = runs[0];
  return {
    project,
    context: context.context,
    status,
    text: badgeText(context, Date.parse(madeAt)),
    since,
    problem,
    sealed: sealed !== "no",
    serial: recorded?.serial ?? null,
    lineage: recorded?.lineage ?? null,
    tasks: recorded?.tasks?.length ?? null,
    pending: recorded?.tasks ? recorded.pending.length : null,
    locked: lock !== null,
    lastRun:
      last === undefined
        ? null
        : { at: last.at, what: last.what, serial: last.serial, author: last.author, url: last.url },
    drift: drift === null ? null : driftFacts(drift),
  };
}

function driftFacts({
  at,
  serial,
  outdated,
  failure,
  drifted,
  inSync,
  unknown,
  unobservable,
  leftOut,
}: DriftLook): JsonObject {
  const counts = { drifted: drifted.length, inSync, unknown: unknown.length, unobservable, leftOut };
  return { lookedAt: at, serial, outdated, failure, ...counts };
}
