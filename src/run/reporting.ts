import type { Diagnostic, Failure } from "../engine/diagnostic.ts";
import type { RunEvent } from "../engine/events.ts";
import type { ContextReport, RunReport } from "../engine/model.ts";
import type { Clock, Hook, Redactor } from "../engine/ports.ts";
import { redactEvent, redactFailure, redactReport } from "../engine/redact-report.ts";
import { renderReport } from "../hooks/report.ts";
import { type ReportFile, writeReport } from "./report-file.ts";

/** How long hooks may take at the end, all together, in milliseconds. */
const finishMs = 60_000;

/** What the reports of several runs come to. */
export type JoinedReports = Pick<RunReport, "command" | "previews" | "result" | "failureReason" | "diagnostics">;

/** The way from what happens to the hooks that show it, and the report at the end. Everything is redacted on the way. */
export class Reporting {
  readonly #command: string;
  readonly #clock: Clock;
  readonly #redactor: Redactor;
  readonly #began: number;
  readonly #diagnostics: Diagnostic[] = [];
  #previews: string | undefined;
  #joined: JoinedReports | undefined;
  #hooks: readonly Hook[] | undefined;
  /** Events from before the hooks were there. */
  #early: RunEvent[] = [];

  constructor(command: string, clock: Clock, redactor: Redactor) {
    this.#command = command;
    this.#clock = clock;
    this.#redactor = redactor;
    this.#began = clock.now();
  }

  /** Are the hooks there already? */
  get started(): boolean {
    return this.#hooks !== undefined;
  }

  /** Hands the hooks what has happened so far, and from now on everything at once. */
  start(hooks: readonly Hook[]): void {
    this.#hooks = hooks.filter((hook) => !hook.commands || hook.commands.includes(this.#command));
    const early = this.#early;
    this.#early = [];
    for (const event of early) this.#show(event);
  }

  readonly emit = (event: RunEvent): void => {
    if (event.type === "diagnostic") this.#diagnostics.push(event.diagnostic);
    if (this.#hooks) this.#show(event);
    else this.#early.push(event);
  };

  /** The command that this plan previews. */
  previews(command: string): void {
    this.#previews = command;
  }

  /** The report tells of other runs, and of this one only what went wrong with it. */
  joins(joined: JoinedReports): void {
    this.#joined = joined;
    for (const diagnostic of joined.diagnostics) this.#diagnostics.push(diagnostic);
  }

  diagnose(diagnostic: Diagnostic): void {
    this.emit({ type: "diagnostic", diagnostic });
  }

  /** The last event, what hooks do at the end, and the report, which holds what went wrong with them too. */
  async end(
    project: string,
    contexts: readonly ContextReport[],
    failed: Failure | undefined,
    file: ReportFile | undefined,
  ): Promise<RunReport> {
    const shown = failed ? redactFailure(failed, this.#redactor) : null;
    for (const diagnostic of shown ? toldOf(shown) : []) this.diagnose(diagnostic);
    const report = (): RunReport => this.#report(project, contexts, failed);
    this.emit({
      type: "run-finished",
      report: report(),
      failure: shown,
      elapsedMs: this.#clock.now() - this.#began,
    });
    const signal = AbortSignal.timeout(finishMs);
    // Annotations last: what other hooks warn of at their end is to be among them.
    const isLast = (hook: Hook): boolean => hook.name === "annotations";
    const hooks = this.#hooks ?? [];
    for (const hook of [...hooks.filter((one) => !isLast(one)), ...hooks.filter(isLast)]) {
      try {
        await hook.finish?.(report(), signal);
      } catch (error) {
        this.diagnose(hookFailed(`the hook "${hook.name}" failed at the end`, error));
      }
    }
    const final = report();
    if (file !== undefined) await this.#write(final, file);
    return final;
  }

  #show(event: RunEvent): void {
    const shown = redactEvent(event, this.#redactor);
    for (const hook of this.#hooks ?? []) {
      // A failing reporter never changes what the run does.
      const failed = (error: unknown): void => {
        if (!this.#hooks?.includes(hook)) return;
        this.#hooks = this.#hooks.filter((other) => other !== hook);
        this.diagnose(hookFailed(`the hook "${hook.name}" failed and is not called again`, error));
      };
      try {
        // Modules may write it as an async function, whatever its type says: nobody waits, and it must not go unhandled.
        const answer: unknown = hook.on?.(shown);
        if (answer instanceof Promise) answer.catch(failed);
      } catch (error) {
        failed(error);
      }
    }
  }

  #report(project: string, contexts: readonly ContextReport[], failed: Failure | undefined): RunReport {
    const own = failed === undefined ? "success" : failed.reason === "cancelled" ? "cancelled" : "failure";
    const joined = failed === undefined ? this.#joined : undefined;
    const previews = this.#joined?.previews ?? this.#previews;
    const report: RunReport = {
      format: "opus-report",
      version: 1,
      command: this.#joined?.command ?? this.#command,
      ...(previews === undefined ? {} : { previews }),
      project,
      result: joined?.result ?? own,
      failureReason: failed?.reason ?? joined?.failureReason ?? null,
      diagnostics: [...this.#diagnostics],
      contexts,
    };
    return redactReport(report, this.#redactor);
  }

  async #write(report: RunReport, file: ReportFile): Promise<void> {
    const written = await writeReport(file, `${JSON.stringify(renderReport(report), null, 2)}\n`);
    if (written.ok) return;
    const message = `the report could not be written to ${file.path}: ${written.error}`;
    this.diagnose({ severity: "warning", code: "report-not-written", message });
  }
}

/**
 * What diagnostics say of a failure: its own, and its message where none of them is an error. Of failed tasks their own
 * errors tell.
 */
export function toldOf({ reason, message, diagnostics }: Failure): readonly Diagnostic[] {
  const told = reason === "task-failed" || diagnostics.some(({ severity }) => severity === "error");
  return told ? diagnostics : [...diagnostics, { severity: "error", code: reason, message }];
}

function hookFailed(what: string, error: unknown): Diagnostic {
  const why = error instanceof Error ? error.message : String(error);
  return { severity: "warning", code: "hook-failed", message: `${what}: ${why}` };
}
