import type { Json } from "../json/json.ts";
import type { Change } from "../model/change.ts";
import type { Action } from "../model/commands.ts";
import type { Digest } from "../ports/digest.ts";
import type { Sealed } from "../ports/sealed.ts";
import { shownOutputs } from "../recorded/outputs.ts";
import { changedSecrets, fingerprints } from "../recorded/recorded-secrets.ts";
import type { Desired } from "./desired.ts";
import type { PlannedTask } from "./planned-task.ts";

/** What a planned change rests on, as digests: who approves the change approves just these. */
export interface PlanItem {
  readonly name: string;
  readonly change: Change;
  /** Of the spec as it will be applied, and of what will apply it; null when nothing is wanted any more. */
  readonly wanted: string | null;
  /** Of what state holds; null when it holds nothing. */
  readonly recorded: string | null;
  /** Of what is really there; null when nothing is, or nobody looked. */
  readonly live: string | null;
  /** Outputs (`task:KEY`) that `wanted` has as references, because they are known only later. */
  readonly awaits: readonly string[];
  /** Of all this. */
  readonly digest: string;
}

/** What digests of a plan are made with. */
export interface DigestTools {
  readonly digest: Digest;
  readonly redact: <T extends Json>(value: T) => T;
  /** Present when state is sealed and this run sees secrets. */
  readonly sealed?: Sealed | undefined;
  /**
   * Plans of this project are shown where secrets are not set, so no digest may depend on whether they are: what takes a
   * secret counts as it is recorded, until somebody who has the secret sees that it is something else.
   */
  readonly mayMissSecrets?: boolean | undefined;
}

/** Which plan it is that a digest stands for. */
export interface PlanIdentity {
  readonly project: string;
  readonly context: string;
  readonly action: Action;
}

/**
 * The changes of a plan, by name. The same changes have the same digests in every run: text, times, commits, runs and
 * serials are no part of them. What is made again in silence is none of the changes.
 */
export function planItems(tasks: readonly PlannedTask[], tools: DigestTools): ReadonlyMap<string, PlanItem> {
  const items = tasks.filter(isChange).map((planned) => planItem(planned, tools));
  return new Map(items.sort((one, other) => (one.name < other.name ? -1 : 1)).map((item) => [item.name, item]));
}

function isChange({ decision, status }: PlannedTask): boolean {
  return status !== "planned" || (!decision.silent && decision.change !== "noop" && decision.change !== "none");
}

function planItem(planned: PlannedTask, tools: DigestTools): PlanItem {
  const { name, apiVersion, kind, decision, status, desired, entry, facts, formerName, processor } = planned;
  const { digest, redact } = tools;
  const wanted = wantedDigest(planned, desired, tools);
  const recorded =
    entry === undefined
      ? null
      : digest({
          spec: entry.spec,
          status: entry.status,
          outputs: shownOutputs(entry).outputs,
          // Which variables they come from.
          ...(entry.secrets ? { secrets: entry.secrets } : {}),
        });
  const doubtful = tools.mayMissSecrets === true && takesSecrets(planned);
  const live = facts === undefined || (doubtful && isAsRecorded(planned)) ? null : digest(redact(facts));
  const awaits = desired ? [...new Set([...desired.unknowns.values()].flat())].sort() : [];
  const { change } = decision;
  // With the values of secrets that it was planned with. Without recorded ones the key may be new in every run.
  const secrets = tools.sealed && desired && entry?.fingerprints ? fingerprints(desired.secrets, tools.sealed) : {};
  const known = doubtful && entry && desired ? changedSecrets(entry, desired.secrets, tools.sealed) : undefined;
  const told = known ? Object.fromEntries(Object.entries(secrets).filter(([one]) => known.has(one))) : secrets;
  const whole = {
    name,
    apiVersion,
    kind,
    change,
    status,
    formerName: formerName ?? null,
    wanted,
    recorded,
    live,
    secrets: told,
    // Of a deletion nothing is wanted, and code acts all the same.
    version: processor?.version ?? null,
  };
  return { name, change, wanted, recorded, live, awaits, digest: digest(whole) };
}

function takesSecrets({ desired, recorded }: PlannedTask): boolean {
  return [desired, recorded].some((one) => (one?.secrets?.size ?? 0) > 0 || (one?.missing?.size ?? 0) > 0);
}

/** Is the resource, as far as anybody has seen it, as state has it? */
function isAsRecorded({ entry, decision }: PlannedTask): boolean {
  return entry !== undefined && !["resource-changed", "both", "missing"].includes(decision.drift);
}

/** Digest of a spec, with the processor that will apply it; null when there is none. */
export function wantedDigest(
  { apiVersion, kind, processor }: Pick<PlannedTask, "apiVersion" | "kind" | "processor">,
  desired: Desired | undefined,
  { digest }: Pick<DigestTools, "digest">,
): string | null {
  return desired ? digest({ apiVersion, kind, version: processor?.version ?? null, spec: desired.stored }) : null;
}

/** The digest of a plan, from those of its changes. */
export function planDigest(
  { project, context, action }: PlanIdentity,
  items: Iterable<readonly [name: string, digest: string]>,
  digest: Digest,
): string {
  const changes = Array.from(items, ([name, changed]) => [name, changed] as [string, string]);
  changes.sort((one, other) => (one[0] < other[0] ? -1 : 1));
  return digest({ project, context, action, changes });
}
