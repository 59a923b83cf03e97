import type { RunEvent } from "../model/run-events.ts";
import type { Clock } from "./clock.ts";
import type { CallBounds } from "./patience.ts";
import type { Processors } from "./processor.ts";
import type { Redactor } from "./redactor.ts";
import type { Sealed } from "./sealed.ts";
import type { BareIo } from "./task-io.ts";

/** Makes the Io of one call, but for what the engine adds. */
export type IoFactory = (task: string, bounds: CallBounds) => BareIo;

/** What every stage of a run works with in one context. */
export interface Toolbox {
  readonly clock: Clock;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  /** Present when state is sealed and this run sees secrets. */
  readonly sealed?: Sealed | undefined;
  readonly processors: Processors;
  readonly io: IoFactory;
  /** See `Io.lineage`. */
  lineage?(): string | undefined;
  emit(event: RunEvent): void;
  /**
   * Hides a text from now on in all that is shown.
   * @param what it is, for people: `output KEY of task "db"`
   */
  conceal(text: string, what: string): void;
}
