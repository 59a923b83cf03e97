import type { Facts, Output } from "../model/outcome.ts";
import type { RecordedTask } from "../model/state-body.ts";
import type { Http } from "./http.ts";

/** What a processor may use during one call. */
export interface Io {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  /** Aborts on timeout and on cancellation; whatever a call started must be gone soon after. */
  readonly signal: AbortSignal;
  /** Shows output of the task to the user, made harmless and redacted. Any chunking. */
  output(stream: "stdout" | "stderr", text: string): void;
  /** Shows how far it is while it waits for something, in passing and at once: `output` is shown when the task has ended. */
  tell?(text: string): void;
  /** True when the text holds the value of a secret of this run. */
  containsSecret(text: string): boolean;
  /**
   * What state holds of the resource that the call is about, together with what was made since; undefined: nothing. A
   * create begins with nothing, but for what an earlier try has made. What undoes a failed change sees what that gave.
   */
  readonly recorded: RecordedTask | undefined;
  /**
   * During create and update: says what exists from now on, also when the call fails or opus ends later. It is in the
   * journal when this returns. Called again, later facts and a later resource replace earlier ones, and outputs are
   * added by name.
   * @param resource text that the kind gets back to the byte as `recorded.resource`
   */
  made(observed?: Facts, outputs?: readonly Output[], resource?: string): void;
  /** What the kind's `open` gave for the configuration of this task; undefined: it has no `open`. */
  readonly opened?: Opened | undefined;
  /** The id under which the manifest says that the resource exists already, for `observe` and an `update` that adopts. */
  readonly adoptId?: string | undefined;
  /**
   * Names the history of the state that this run goes on with: the same text in the next run when this one is killed, another
   * one for each project and context. Undefined as long as nothing was ever stored, and so never in a call that changes
   * something.
   */
  readonly lineage?: string | undefined;
  /** Asks servers. Undefined in a run that is not trusted. */
  readonly http?: Http | undefined;
  /** Called by the engine when the call is over: shows what is left of an unfinished line. */
  end?(): void;
}

/** What `open` gave: whatever the kind needs to go on, which nobody else looks into. */
export interface Opened {
  /** Ends what was started. Called once: at the end of the run, and when it is cancelled. */
  close(): Promise<void>;
}

/** Io without what only the engine knows of a call. */
export type BareIo = Omit<Io, "recorded" | "made" | "opened" | "adoptId" | "lineage">;
