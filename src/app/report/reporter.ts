import { type Diagnostic, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/calls/retry-call.ts";
import type { ContextReport, NamedContext, ProjectRow, RunReport } from "../../engine/model/report.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import { hookFinishMs, hookGraceMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { redactEvent, redactFailure, redactReport } from "../../engine/redaction/redact-report.ts";
import { systemCode } from "../../node/files/file-problem.ts";
import { EndedCall } from "../../node/modules/module-calls.ts";
import { stopwatch, trace } from "../../trace/trace.ts";
import { messagesOf } from "./messages-of-failure.ts";
import { type ReportFile, writeReport } from "./report-file.ts";

const standsHint = "Mend the hook; what the run did, and how it ended, is not changed by that.";
const fullHint = "Make room on the disk; what the run did, and how it ended, is not changed by that.";
const outputsHint =
  "Later steps must not take missing outputs for no changes, so this step fails. What the run did stands: see the report and the state.";
const unwritable = "runner-file-unwritable";
const endedHint =
  "Let the hook throw, or fail a task in its `around`; it can't end the process of the run, which has failed by that.";

/** What the reports of several runs come to. */
export type JoinedReports = Pick<
  RunReport,
  "command" | "previews" | "result" | "failureReason" | "diagnostics" | "projects" | "unchanged"
>;

/** The way from what happens to the hooks that show it, and the report at the end. Everything is redacted on the way. */
export class Reporter {
  readonly #command: string;
  readonly #clock: Clock;
  readonly #redactor: Redactor;
  readonly #began: number;
  readonly #diagnostics: Diagnostic[] = [];
  #previews: string | undefined;
  #projects: Pick<RunReport, "projects" | "unchanged"> = {};
  #joined: JoinedReports | undefined;
  #hooks: readonly Hook[] | undefined;
  #ended: Failure | undefined;
  #lost = false;
  /** The outputs could not be set. */
  #silent = false;
  /** Events of which the log could not show all, which is told once. */
  readonly #unshown = new Set<RunEvent["type"]>();
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
    if (joined.projects) this.lists(joined.projects, joined.unchanged);
    for (const diagnostic of joined.diagnostics) this.#diagnostics.push(diagnostic);
  }

  /** The report lists these projects. @param unchanged of which nothing is to be planned; undefined: nobody asked */
  lists(projects: readonly ProjectRow[], unchanged?: readonly NamedContext[]): void {
    this.#projects = { projects, ...(unchanged === undefined ? {} : { unchanged }) };
  }

  readonly diagnose = (diagnostic: Diagnostic): void => {
    this.emit({ type: "diagnostic", diagnostic });
  };

  /** A hook tried to end the process. That is no way to report, and may be meant to fail the run: so it does. */
  get ended(): Failure | undefined {
    return this.#ended;
  }

  /** The report could not be written. */
  get lost(): boolean {
    return this.#lost;
  }

  /** The last event, what hooks do at the end, and the report, which holds what went wrong with them too. */
  async end(
    project: string,
    contexts: readonly ContextReport[],
    ended: Failure | undefined,
    file: ReportFile | undefined,
  ): Promise<RunReport> {
    const failed = ended ?? this.#ended;
    const shown = failed ? redactFailure(failed, this.#redactor) : null;
    // What a hook did was told when it did it.
    for (const diagnostic of shown && ended ? messagesOf(shown) : []) this.diagnose(diagnostic);
    const report = (): RunReport => this.#report(project, contexts, failed ?? this.#ended);
    this.emit({
      type: "run-finished",
      report: report(),
      failure: shown,
      elapsedMs: this.#clock.now() - this.#began,
    });
    // Annotations last: what other hooks warn of at their end is to be among them, and that there is no report.
    const isLast = (hook: Hook): boolean => hook.name === "annotations";
    const hooks = this.#hooks ?? [];
    // The check after those of the repository: they may fail the run yet.
    const others = hooks.filter((one) => !isLast(one) && !isCheck(one));
    await this.#finish([...others, ...hooks.filter(isCheck)], report);
    if (file !== undefined) await this.#write(report(), file);
    await this.#finish(hooks.filter(isLast), report);
    // They were set when the run was not a failure yet, and there was to be a report.
    const failedSince = !failed && this.#ended !== undefined;
    if (!this.#silent && (failedSince || this.#lost)) await this.#finish(hooks.filter(isOutputs), report);
    if (failedSince) await this.#finish(hooks.filter(isCheck), report);
    return report();
  }

  async #finish(hooks: readonly Hook[], report: () => RunReport): Promise<void> {
    for (const hook of hooks) {
      if (!hook.finish) continue;
      const bound = finishBound(hook.finishMs?.() ?? hookFinishMs);
      const took = stopwatch();
      try {
        await Promise.race([hook.finish(report(), bound.signal), bound.late]);
      } catch (error) {
        if (isOutputs(hook)) this.#outputsNotSet(error);
        else this.#hookFailed(`the hook "${hook.name}" failed at the end`, error);
      } finally {
        bound.end();
        trace(() => `hook ${hook.name}: its end took ${took()}`);
      }
    }
  }

  #show(event: RunEvent): void {
    const shown = redactEvent(event, this.#redactor);
    for (const hook of this.#hooks ?? []) {
      // A failing reporter never changes what the run does.
      const failed = (error: unknown): void => {
        if (!this.#hooks?.includes(hook)) return;
        if (this.#mayGoOn(hook, event, error)) {
          if (this.#unshown.has(event.type)) return;
          this.#unshown.add(event.type);
          this.#hookFailed(`the hook "${hook.name}" could not show all of the event "${event.type}"`, error);
          return;
        }
        this.#hooks = this.#hooks.filter((other) => other !== hook);
        this.#hookFailed(`the hook "${hook.name}" failed and is not called again`, error);
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

  /** Without the log nobody would read how the run ended: it goes on, but where it can't be written, or can't even warn. */
  #mayGoOn(hook: Hook, event: RunEvent, error: unknown): boolean {
    return hook.name === "log" && event.type !== "diagnostic" && systemCode(error) === undefined;
  }

  #hookFailed(what: string, error: unknown): void {
    const { message: why, detail } = taskError(error);
    // Of an error of ours the stack says nothing to those who read this.
    const frames = error instanceof TaskFailure && detail !== undefined ? `\n${detail}` : "";
    const message = `${what}: ${why}${frames}`;
    const ended = error instanceof EndedCall;
    const diagnostic: Diagnostic = {
      severity: ended ? "error" : "warning",
      code: "hook-failed",
      message,
      suggestion: ended ? endedHint : systemCode(error) === "ENOSPC" ? fullHint : standsHint,
    };
    this.diagnose(diagnostic);
    if (ended) this.#ended ??= failure("internal", message, [diagnostic]);
  }

  #outputsNotSet(error: unknown): void {
    this.#silent = true;
    // Told before the run began, or what it tells follows from that.
    if (this.#diagnostics.some(({ code }) => code === unwritable)) return;
    const message = `the outputs of this step could not be set: ${taskError(error).message}`;
    const suggestion = outputsHint;
    const diagnostic = { severity: "error", code: unwritable, message, suggestion } as const;
    this.diagnose(diagnostic);
    this.#ended ??= failure("invalid-input", message, [diagnostic]);
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
      ...this.#projects,
    };
    return redactReport(report, this.#redactor);
  }

  async #write(report: RunReport, file: ReportFile): Promise<void> {
    const { renderReport } = await import("../../hooks/report.ts");
    const written = await writeReport(file, `${JSON.stringify(renderReport(report), null, 2)}\n`);
    if (written.ok) return;
    this.#lost = true;
    const message = `the report could not be written to ${file.path}: ${written.error}`;
    const diagnostic = { severity: file.asked ? "error" : "warning", code: "report-not-written", message } as const;
    this.diagnose(diagnostic);
    if (file.asked) this.#ended ??= failure("invalid-input", message, [diagnostic]);
  }
}

function isCheck({ name }: Hook): boolean {
  return name === "check";
}

function isOutputs({ name }: Hook): boolean {
  return name === "outputs";
}

/**
 * How long a hook may take at its end. The timers keep no process alive: a hook that nothing can wake up any more is given
 * up at once.
 */
function finishBound(ms: number): { readonly signal: AbortSignal; readonly late: Promise<never>; end(): void } {
  const bound = new AbortController();
  const seconds = ms / 1_000;
  const timers: NodeJS.Timeout[] = [];
  const late = new Promise<never>((_, reject) => {
    const tooLong = new Error(`it took longer than ${seconds} s`);
    const ignored = new Error(`${tooLong.message}, did not stop when its signal told it to, and was given up`);
    timers.push(setTimeout(() => bound.abort(tooLong), ms));
    timers.push(setTimeout(() => reject(ignored), ms + hookGraceMs));
  });
  for (const timer of timers) timer.unref();
  const end = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  return { signal: bound.signal, late, end };
}
