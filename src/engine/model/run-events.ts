import type { Diagnostic, Failure } from "../diagnostics/diagnostic.ts";
import type { LockHolder } from "../ports/state-lock.ts";
import { hiddenMark, missingMark } from "../references/lookup.ts";
import type { Change, FieldDiff } from "./change.ts";
import type { TaskError } from "./outcome.ts";
import type { ContextReport, Counts, RunReport, TaskReport } from "./report.ts";

/** Everything that happens in a run, in order. Hooks observe these; all of it is redacted before they do. */
export type RunEvent =
  /** The settings are read; nothing else is known yet. */
  | {
      readonly type: "run-started";
      readonly command: string;
      readonly version: string;
      readonly trusted: boolean;
      readonly why: string;
    }
  /** The manifest is loaded. */
  | {
      readonly type: "manifest-loaded";
      readonly project: string;
      readonly files: number;
      readonly tasks: number;
      readonly contexts: readonly string[];
    }
  | {
      readonly type: "context-started";
      readonly context: string;
      readonly inherited: string | null;
      /** What the command maps to: `apply` for a custom `deploy`. */
      readonly action: string;
      readonly state: {
        readonly backend: string;
        /** What is to be known of the backend wherever its name is shown. */
        readonly label?: string;
        readonly location: string;
        /** What is stored is encrypted; where nothing is stored yet, it will be. */
        readonly sealed: boolean;
        readonly serial: number;
        readonly recorded: number;
      };
    }
  /** Something that takes long, or is tried again. */
  /** `task`: who says so of itself, until it has ended. */
  | { readonly type: "progress"; readonly text: string; readonly task?: string }
  | { readonly type: "lock-waiting"; readonly holder: LockHolder; readonly waitedMs: number }
  | { readonly type: "lock-unsure"; readonly holder: LockHolder; readonly why: string }
  | { readonly type: "lock-broken"; readonly holder: LockHolder; readonly why: string }
  /** Looking at resources: sent as counts rise, at most a few times a second. */
  | { readonly type: "observing"; readonly done: number; readonly total: number; readonly elapsedMs: number }
  /**
   * Requests wait for their turn, as tasks let a host get no more than `perSecond`; sent at most once a second.
   * `requests`: sent to it so far in this run. `waiting`: how many wait now, of the tasks that run.
   */
  | {
      readonly type: "paced";
      readonly context: string;
      readonly task: string;
      readonly host: string;
      readonly perSecond: number;
      readonly requests: number;
      readonly waiting: number;
    }
  /** The plan of a context, complete; `tasks` in execution order. */
  | {
      readonly type: "planned";
      readonly context: string;
      readonly action: string;
      readonly digest: string;
      readonly counts: Counts;
      readonly tasks: readonly TaskReport[];
    }
  | {
      readonly type: "task-started";
      readonly context: string;
      readonly task: string;
      readonly kind: string;
      readonly change: Change;
      readonly reason: string;
    }
  | {
      readonly type: "task-output";
      readonly context: string;
      readonly task: string;
      readonly stream: "stdout" | "stderr";
      readonly text: string;
    }
  | {
      readonly type: "task-retrying";
      readonly context: string;
      readonly task: string;
      readonly attempt: number;
      readonly attempts: number;
      readonly delayMs: number;
      readonly error: TaskError;
    }
  /** `action`: what is done to put things back. */
  | {
      readonly type: "task-rolling-back";
      readonly context: string;
      readonly task: string;
      readonly action: string;
      readonly error: TaskError;
    }
  | {
      readonly type: "task-finished";
      readonly context: string;
      readonly report: TaskReport;
      readonly done: number;
      readonly total: number;
      readonly elapsedMs: number;
    }
  /** State was stored: before the first effect, at checkpoints, at the end. */
  | {
      readonly type: "state-saved";
      readonly context: string;
      readonly serial: number;
      readonly tasks: number;
      readonly pending: number;
    }
  | {
      readonly type: "context-finished";
      readonly context: string;
      readonly report: ContextReport;
      readonly failure: Failure | null;
      readonly elapsedMs: number;
    }
  /** A context that a rule leads to; `name`: null where any name is taken. `by`: what leads to it. */
  | {
      readonly type: "context-listed";
      readonly name: string | null;
      readonly by: string;
      readonly file: string;
      readonly line: number;
    }
  /** What is recorded of a context was compared with the manifest; `words`: what a run would do, or why nobody can tell. */
  | {
      readonly type: "compared";
      readonly name: string;
      readonly verdict: "changed" | "unchanged" | "unknown";
      readonly words: string;
    }
  /**
   * What was there was written into the manifest, or would be (`dryRun`). `tasks` have something in it; of each file the
   * difference, in the format of `diff -u`.
   */
  | {
      readonly type: "accepted";
      readonly context: string;
      readonly dryRun: boolean;
      readonly tasks: readonly string[];
      readonly files: readonly { readonly file: string; readonly patch: string }[];
    }
  | { readonly type: "diagnostic"; readonly diagnostic: Diagnostic }
  | { readonly type: "cancelling"; readonly signal: string }
  | {
      readonly type: "run-finished";
      readonly report: RunReport;
      readonly failure: Failure | null;
      readonly elapsedMs: number;
    };

/** An event of one type. */
export type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { readonly type: Type }>;

/** A field as a person reads it: what stands where a value may not or can't be shown. */
export function shownSide(field: FieldDiff, side: "before" | "after"): FieldDiff["before"] {
  if (side === "after" && field.knownAfter) return waitingFor(field.knownAfter);
  if (side === "after" && field.otherValues) return anotherValue(field.otherValues);
  if (field.sensitive && field[side] !== undefined) return "(sensitive)";
  return field[side];
}

/** The words for a field that reads as before, though references in it stand for other values now. */
export function anotherValue(references: readonly string[]): string {
  return `(another value of ${references.join(", ")})`;
}

/** The words in place of a value that is not known. `labels` name what it waits for. */
export function waitingFor(labels: readonly string[]): string {
  const hidden = labels.filter((label) => label.startsWith(hiddenMark) || label.startsWith(missingMark));
  return hidden.length > 0 ? `(${hidden.join(", ")})` : `(known after apply: ${labels.join(", ")})`;
}
