import type { Settings } from "../../action/inputs.ts";
import type { Failure, Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Digest } from "../../engine/ports/digest.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import type { Processors } from "../../engine/ports/processor.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { PlaceFiles } from "../../engine/prepare/handed-files.ts";
import type { ReferenceEnvironment } from "../../engine/references/lookup.ts";
import type { GivenValue } from "../../engine/references/values.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Previews } from "../pull-request/check-review.ts";
import type { PreviewSignature } from "../pull-request/preview-signature.ts";
import type { Elsewhere } from "../state/state-elsewhere.ts";
import type { PostStepRecord } from "../state/with-lock.ts";
import type { EphemeralFiles } from "./ephemeral-files.ts";

/** The store of a context, and what this run keeps of itself outside of this process while it writes there. */
export interface OpenedStore {
  readonly store: StateStore;
  readonly postStepRecord: PostStepRecord;
  /** A state that most people would mean instead. */
  readonly elsewhere: Elsewhere | undefined;
}

/** All that the runs of several contexts share. */
export interface ContextServices {
  readonly settings: Settings;
  readonly command: Command;
  readonly loaded: Loaded;
  readonly environment: ReferenceEnvironment["environment"];
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly processors: Processors;
  /** Where the files lie that tasks hand to each other. */
  readonly placeFiles: PlaceFiles;
  /** The pull request changes code of kinds, as far as can be told. */
  readonly kindsChanged: boolean;
  readonly hooks: readonly Hook[];
  readonly clock: Clock;
  readonly redactor: Host["redactor"];
  /** Hides a text from now on in all that opus and the runner show; `what` it is, for people. */
  conceal(text: string, what: string): void;
  readonly signal: AbortSignal;
  /** Aborted when there is no time left: see `Host.urgent`. */
  readonly urgent: AbortSignal;
  /** Aborted when stores have had time enough after a signal. */
  readonly giveUp: AbortSignal;
  readonly run: RunInfo;
  readonly version: string;
  /** Makes digests of plans. */
  readonly digest: Digest;
  readonly previewSignature: PreviewSignature;
  readonly previews: Previews;
  /** Number of the pull request that this run is for, as far as the event tells. */
  readonly pullRequest: number | undefined;
  readonly ephemeralFiles: EphemeralFiles;
  /** Undefined: states are not sealed. */
  readonly sealing: Sealing | undefined;
  /**
   * @param project whose state it is; absent: that of this run
   * @returns why there is no place for state, if so
   */
  openStore(context: string, project?: string): Promise<Result<OpenedStore, Failure>>;
  /** Keeps state that could not be written. @returns the failure, with where it is and how to store it */
  keepRecovery(context: string, text: string, failed: Failure, backend: string): Failure;
  emit(event: RunEvent): void;
}
