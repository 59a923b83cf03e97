import type { Settings } from "../../action/inputs.ts";
import type { Failure, Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { ReferenceEnvironment } from "../../engine/references/lookup.ts";
import type { GivenValue } from "../../engine/references/values.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Extensions } from "../extensions/extensions.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Reviews } from "../pull-request/reviews.ts";
import type { Elsewhere } from "../state/state-elsewhere.ts";
import type { PostStepRecord } from "../state/with-lock.ts";
import type { EphemeralFiles } from "./plan/ephemeral-files.ts";

/** The store of a context, and what the run leaves on disk for the post step while it writes there. */
export interface OpenedStore {
  readonly store: StateStore;
  readonly postStepRecord: PostStepRecord;
  /** A state that most people would mean instead. */
  readonly elsewhere: Elsewhere | undefined;
}

/** What a run works with, whatever it does. */
export interface RunTools {
  readonly clock: Clock;
  readonly redactor: Host["redactor"];
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Aborted when there is no time left: see `Host.urgent`. */
  readonly urgent: AbortSignal;
  /** Aborted when stores have had time enough after a signal. */
  readonly giveUp: AbortSignal;
  emit(event: RunEvent): void;
  /** Hides a text from now on in all that opus and the runner show; `what` it is, for people. */
  conceal(text: string, what: string): void;
}

/** What the stages before the contexts came to, and what all contexts share. */
export interface ContextServices extends RunTools {
  readonly settings: Settings;
  readonly command: Command;
  readonly loaded: Loaded;
  readonly environment: ReferenceEnvironment["environment"];
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly extensions: Extensions;
  /** See `Capabilities`. */
  readonly http: Capabilities["http"];
  readonly reviews: Reviews;
  readonly run: RunInfo;
  /** Of this program. */
  readonly version: string;
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
}
