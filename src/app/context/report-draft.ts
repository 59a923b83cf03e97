import type { ContextReport } from "../../engine/model/report.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import { emptyCounts } from "../../engine/plan/plan-model.ts";
import type { Entries } from "../../engine/recorded/entries.ts";

/** What is known by now of the run of a context, for its report. */
export class ReportDraft {
  /** What is recorded; undefined as long as state was not read. */
  entries: Entries | undefined;
  /** The run that stored the state that was read. */
  lastRun: RunInfo | undefined;
  /** Why a run that writes would store something although no plan may have changes; undefined: nobody asked, or nothing. */
  leftToStore: string | undefined;
  /** What is told once the context is through. */
  readonly later: RunEvent[] = [];
  #report: ContextReport;

  readonly #place: { readonly place?: number };

  /** @param place of the context among those of the Project */
  constructor(context: string, place?: number) {
    this.#place = place === undefined ? {} : { place };
    this.#report = { ...emptyReport(context), ...this.#place };
  }

  get report(): ContextReport {
    return this.#report;
  }

  add(part: Partial<ContextReport>): void {
    this.#report = { ...this.#report, ...part };
  }

  /** Forgets a plan that was overtaken. */
  beginAgain(): void {
    const { name, state } = this.#report;
    const { backend, label, sealed } = state;
    this.entries = undefined;
    this.lastRun = undefined;
    this.#report = { ...emptyReport(name), ...this.#place };
    this.addState({ backend, ...(label !== undefined && { label }), ...(sealed !== undefined && { sealed }) });
  }

  addState(part: Partial<ContextReport["state"]>): void {
    this.add({ state: { ...this.#report.state, ...part } });
  }
}

/** The report of a context in which nothing was done yet. */
export function emptyReport(name: string): ContextReport {
  const state = { backend: "", lineage: null, serial: 0, revision: null };
  return { name, order: [], planDigest: null, state, counts: emptyCounts(), tasks: [], failureReason: null };
}
