import type { Diagnostic, Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";

/** What was told of one context. */
interface Told {
  readonly diagnostics: Diagnostic[];
  failure: Failure | null;
}

/** Sorts what a run tells by the contexts that it is about: they run one after the other. */
export class ContextsOfRun {
  #names: readonly string[] = [];
  /** Before the first context began: of all of them. */
  readonly #ofAll: Diagnostic[] = [];
  readonly #told = new Map<string, Told>();
  #ended = 0;
  #begun = false;

  /** The contexts of the run, in order. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** The one that runs now, or will be the next; undefined: all are through. */
  get current(): string | undefined {
    return this.#names[this.#ended];
  }

  take(event: RunEvent): void {
    if (event.type === "manifest-loaded") this.#names = event.contexts;
    else if (event.type === "context-started") this.#begun = true;
    else if (event.type === "diagnostic") this.#toldNow().push(event.diagnostic);
    else if (event.type === "context-finished") {
      this.#of(event.context).failure = event.failure;
      this.#begun = true;
      this.#ended++;
    }
  }

  /**
   * The report as if the run had been for one context alone, or had ended before it.
   * @param messagesOf says what a failure tells
   */
  reportOf(name: string, report: RunReport, messagesOf: (failure: Failure) => readonly Diagnostic[]): RunReport {
    const contexts = report.contexts.filter((one) => one.name === name).map(withoutStoredValues);
    const failureReason = reasonOf(contexts[0], report);
    const result = failureReason === null ? "success" : failureReason === "cancelled" ? "cancelled" : "failure";
    const alone = { ...report, contexts, result, failureReason } as const;
    const isOfContext = contexts[0] !== undefined && contexts[0].failureReason === failureReason;
    if (this.#names.length <= 1 || !isOfContext) return alone;
    const { diagnostics, failure } = this.#of(name);
    return { ...alone, diagnostics: [...this.#ofAll, ...diagnostics, ...(failure ? messagesOf(failure) : [])] };
  }

  #toldNow(): Diagnostic[] {
    const { current } = this;
    if (!this.#begun) return this.#ofAll;
    // What is told after the last one sums up what was told of each.
    return current === undefined ? [] : this.#of(current).diagnostics;
  }

  #of(context: string): Told {
    const told = this.#told.get(context) ?? { diagnostics: [], failure: null };
    this.#told.set(context, told);
    return told;
  }
}

/**
 * Why a context is not what was asked for: its own reason, else that of the run, unless only the run was cancelled, after
 * the context was through.
 * @param context undefined: the run ended before it
 */
function reasonOf(context: ContextReport | undefined, report: RunReport): FailureReason | null {
  const { failureReason: reason, contexts } = report;
  if (context === undefined) return reason;
  if (context.failureReason !== null) return context.failureReason;
  const isOfContext = reason === "cancelled" || contexts.some(({ failureReason }) => failureReason === reason);
  return isOfContext ? null : reason;
}

/** Of what is stored sealed, whoever may read the repository reads the names of tasks, and neither fields nor values. */
function withoutStoredValues(context: ContextReport): ContextReport {
  if (!context.state.sealed) return context;
  const tasks = context.tasks.map(({ metadata: _, description: __, ...task }) => ({
    ...task,
    fields: [],
    outputs: {},
  }));
  return { ...context, tasks };
}
