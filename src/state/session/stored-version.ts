import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Snapshot, StateBody } from "../../engine/model/state-body.ts";
import type { Read, Revision } from "../../engine/ports/state-store.ts";
import { bodyDigest, type Followed } from "../snapshot/codec.ts";
import type { FoundSeal } from "../snapshot/found-seal.ts";

/** What is known of the version in the store. */
export interface StoredFacts {
  /** Undefined: nothing was ever stored. */
  readonly lineage: string | undefined;
  /** 0: nothing was ever stored. */
  readonly serial: number;
  readonly revision: Revision | undefined;
  /** The run that stored what this one began with; undefined: nothing was ever stored. */
  readonly lastRun: RunInfo | undefined;
  /** Was the state sealed that this run began with? */
  readonly foundSealed: boolean;
  /** Is what is stored sealed? True also where nothing is stored yet, and will be sealed. */
  readonly sealed: boolean;
  /** The key of all fingerprints of secrets; undefined when state is not sealed. Stored with the first write. */
  readonly fingerprintKey: string | undefined;
  /** Was there a journal on this machine that continues the version that this run began with? */
  readonly journalled: boolean;
}

/** What a version is made of besides its body. */
interface VersionOptions {
  readonly project: string;
  readonly context: string;
  readonly newLineage: () => string;
  readonly sealed?: { readonly newFingerprintKey: () => string } | undefined;
}

/** The version that the store holds, as far as the session knows, and what follows it. */
export class StoredVersion implements StoredFacts {
  readonly lastRun: RunInfo | undefined;
  readonly foundSealed: boolean;
  readonly fingerprintKey: string | undefined;
  readonly journalled: boolean;
  readonly #options: VersionOptions;
  #lineage: string | undefined;
  #serial: number;
  #revision: Revision | undefined;
  #body: StateBody;
  /** How the stored version is sealed, as long as the first write has still to seal it with the key for all to come. */
  #sealsOver: Exclude<FoundSeal, "current"> | undefined;

  /** @param found how it is sealed that was read; undefined: nothing was read, or nothing is to be sealed */
  constructor(read: Read, found: FoundSeal | undefined, journalled: boolean, options: VersionOptions) {
    const snapshot = read.state === "found" ? read.snapshot : undefined;
    this.#options = options;
    this.journalled = journalled;
    this.lastRun = read.state === "found" ? read.run : undefined;
    this.#lineage = snapshot?.lineage;
    this.#serial = snapshot?.serial ?? 0;
    this.#revision = read.state === "found" ? read.revision : undefined;
    this.#body = snapshot?.body ?? { tasks: {}, undo: [], pending: [] };
    this.foundSealed = found === "current" || found === "former";
    this.#sealsOver = found === "current" ? undefined : found;
    const { sealed } = options;
    // A key that stood open somewhere is none any more, and state that is not sealed has none.
    const kept = this.foundSealed ? this.#body.fingerprintKey : undefined;
    this.fingerprintKey = sealed && (kept ?? sealed.newFingerprintKey());
  }

  get lineage(): string | undefined {
    return this.#lineage;
  }

  get serial(): number {
    return this.#serial;
  }

  get revision(): Revision | undefined {
    return this.#revision;
  }

  get body(): StateBody {
    return this.#body;
  }

  get sealed(): boolean {
    return this.#options.sealed !== undefined && this.#sealsOver !== "plain";
  }

  /** How the stored version is sealed that the next write seals with the key for all to come; undefined: with that. */
  get sealsOver(): Exclude<FoundSeal, "current"> | undefined {
    return this.#sealsOver;
  }

  /** The store has sealed with the key for all to come. */
  sealedAnew(): void {
    this.#sealsOver = undefined;
  }

  /** What the store holds from now on. */
  moveTo(serial: number, revision: Revision, body: StateBody): void {
    this.#serial = serial;
    this.#revision = revision;
    this.#body = body;
  }

  /** Adds the key to a body that is to be stored, if there is one. */
  withKey(body: StateBody): StateBody {
    const { fingerprintKey } = this;
    const isEmpty = Object.keys(body.tasks).length === 0 && body.undo.length === 0 && body.pending.length === 0;
    // Of a state that never was there is nothing to store yet.
    return fingerprintKey === undefined || (this.#serial === 0 && isEmpty) ? body : { ...body, fingerprintKey };
  }

  /** The version that follows this one. */
  next(body: StateBody): Snapshot {
    this.#lineage ??= this.#options.newLineage();
    const { project, context } = this.#options;
    return { lineage: this.#lineage, serial: this.#serial + 1, project, context, body };
  }

  /** This version, as a recovery file may follow it. */
  followed(): Followed {
    return { serial: this.#serial, digest: this.#serial === 0 ? null : bodyDigest(this.#body) };
  }
}
