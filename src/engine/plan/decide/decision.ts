import type { Change, FieldDiff } from "../../model/change.ts";
import type { Observation } from "../../model/observation.ts";
import type { TaskError } from "../../model/outcome.ts";
import type { DriftState, GateState } from "../../model/report.ts";
import type { Lifecycle } from "../../model/task.ts";
import type { KindPlan, TaskProcessor } from "../../ports/processor.ts";
import type { Sealed } from "../../ports/sealed.ts";
import type { Desired, Recorded } from "../desired.ts";

/** All that a decision rests on. */
export interface Situation {
  readonly recorded: Recorded | undefined;
  /** Undefined: the task left the manifest (or is to be deleted). */
  readonly desired: Desired | undefined;
  /** Of the recorded spec if there is one, else of the new. */
  readonly observation: Observation;
  /** Of the new spec, when that is another resource than the recorded one. */
  readonly elsewhere?: Observation;
  readonly lifecycle: Lifecycle;
  /** What is wanted, if all that is made again in silence gives what it gave before. Absent: nothing is awaited of such. */
  readonly remade?: Desired | undefined;
  /** A command says what goes, not the manifest that the task left: `onRemove` does not count. */
  readonly onCommand?: boolean;
  readonly processor: TaskProcessor;
  /** Knows the recorded entry; another one when the task changed its kind. */
  readonly recordedProcessor: TaskProcessor;
  /** What the kind has planned by its own rules. Absent: it compares, or nobody could ask it. */
  readonly ownPlan?: KindPlan | undefined;
  /** Tells whether secrets have other values than the recorded ones. Undefined: nobody can tell. */
  readonly sealed?: Sealed | undefined;
}

export interface Decision {
  readonly change: Change;
  readonly reason: string;
  readonly fields: readonly FieldDiff[];
  readonly drift: DriftState;
  /** What `before` of the fields is, but for those that drifted. Absent: nobody looked, or there are no fields. */
  readonly compared?: "live" | "recorded";
  /** Of a gate: how it stands. */
  readonly gate?: GateState;
  /** Nothing of the task may run. */
  readonly error?: TaskError;
  /** Changed fields of the manifest that are only recorded. */
  readonly recordOnly?: boolean;
  /** Somebody else has made the resource what the manifest wants by now: what is there is recorded, too. */
  readonly foundAsWanted?: boolean;
  /** Made again in silence: outside counts and `changes`. */
  readonly silent?: boolean;
  /** Of a replacement: what it would create is there already, and is taken over. */
  readonly takesOver?: boolean;
  /** Of a creation: nothing can delete what a failed one has left, so it goes on from there. */
  readonly goesOn?: boolean;
  /** Something is to be done, and the command does other things only: state stays as it is, too. */
  readonly leftAlone?: boolean;
  /** Of an adoption: what was forgotten is recorded again as it was. */
  readonly remembers?: boolean;
}
