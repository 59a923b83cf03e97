import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../engine/model/state-body.ts";
import type { Revision } from "../../engine/ports/state-store.ts";
import { bodyDigest, mostSerial } from "./codec.ts";

/** What a store knows about the version that it holds, or that is to follow it. */
export interface Version {
  readonly lineage: string;
  readonly serial: number;
  /** Digest of the body, computed when it is needed. */
  digest(): string;
}

/** The version that a snapshot is. */
export function versionOf(snapshot: Snapshot): Version {
  return { lineage: snapshot.lineage, serial: snapshot.serial, digest: () => bodyDigest(snapshot.body) };
}

/**
 * May `next` follow what is stored? The rule of every store, checked where nobody else can write in between.
 * @param stored what the store holds now; undefined: nothing
 * @param expected the revision that the writer read; undefined: it found nothing
 * @param location of the state, for the message
 * @returns why not (`state-conflict`), or undefined
 */
export function conflict(
  next: Version,
  stored: (Version & { readonly revision: Revision }) | undefined,
  expected: Revision | undefined,
  location: string,
): Failure | undefined {
  const because = reason(next, stored, expected);
  if (because === undefined) return undefined;
  return failure(
    "state-conflict",
    `The state at ${location} was not written: ${because}. The stored state is untouched; run again to plan from it.`,
  );
}

function reason(
  next: Version,
  stored: (Version & { readonly revision: Revision }) | undefined,
  expected: Revision | undefined,
): string | undefined {
  if (next.serial > mostSerial) return `no state gets to serial ${next.serial} (at most ${mostSerial})`;
  if (stored === undefined) {
    if (expected === undefined) return undefined;
    return `revision ${expected} was expected, and no state is stored there any more`;
  }
  if (expected === undefined)
    return `no state was expected there, and serial ${stored.serial} (revision ${stored.revision}) is stored`;
  if (expected !== stored.revision)
    return `another run has written it meanwhile; revision ${expected} was expected, and serial ${stored.serial} (revision ${stored.revision}) is stored`;
  if (next.lineage !== stored.lineage)
    return `its lineage is "${stored.lineage}", and the new version's is "${next.lineage}"`;
  if (next.serial < stored.serial)
    return `serial ${stored.serial} is stored, and the new version's serial is only ${next.serial}`;
  // The same version again is fine: a run that ends right after a checkpoint marks it as its end.
  if (next.serial === stored.serial && next.digest() !== stored.digest())
    return `serial ${stored.serial} is stored with another body (digest ${stored.digest()}) than the new version of that serial (digest ${next.digest()})`;
  return undefined;
}
