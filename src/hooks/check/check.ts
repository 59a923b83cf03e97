import type { Diagnostic, Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../engine/model/report.ts";
import { checkAnnotations, checkAnnotationsAtOnce } from "../../engine/model/size-limits.ts";
import { checkMoreMs, checkMs, checkWhenCancelledMs, hookGraceMs } from "../../engine/model/timing.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import type { CheckAnnotation, CheckRuns } from "../../ports/checks.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";
import { conclusionOf } from "./conclusion.ts";
import { type Ending, isForbidden, type KeepOptions, KeptCheck, type LeftChecks } from "./keep.ts";
import { annotationsOf } from "./notes.ts";
import { ContextsOfRun } from "./of-contexts.ts";
import { takeBackOlder } from "./older.ts";
import { bareOutput, endOutput, runningOutput, takenBackOutput } from "./output.ts";
import { Patience } from "./patience.ts";
import { type NamedTrouble, notWritten, takenBack, tooMany, troubleWords } from "./words.ts";

/** What checks are written with. */
export interface CheckOptions extends Pick<KeepOptions, "timestamp" | "sleep"> {
  /** Where checks are written; or why they can't be, half a sentence, and what to do instead. */
  readonly runs: (() => Promise<CheckRuns>) | { readonly why: string; readonly suggestion: string };
  /** What stands before the colon of the name of each. */
  readonly name: string;
  /** Are there to be notes on lines of the manifest? */
  readonly annotations: boolean;
  /** Is the run about some of the tasks alone? Then its checks are others than those of the whole. */
  readonly isPartial: boolean;
  /** The command as it was called. */
  readonly command: string;
  /** The commit that the checks are of. */
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The page of the run; undefined: there is none. */
  readonly runUrl: string | undefined;
  /** Something that no other check has. */
  newMark(): string;
  /** Has an older run of this step written the check with this mark? */
  isOlder(mark: string): boolean;
  /** What a failure tells. */
  messagesOf(failure: Failure): readonly Diagnostic[];
  readonly left: LeftChecks & {
    /** The run is through, and older checks were taken back where it came to none of its own. */
    settled(): void;
  };
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  warn(diagnostic: Diagnostic): void;
  /** Takes secrets out of names. */
  redact(text: string): string;
}

/**
 * Keeps a check for each context: in progress from the moment on at which the context is next, ended with the run. What a
 * run does and how it ends never depends on it.
 */
export function createCheck(options: CheckOptions): Hook {
  const checks = new ChecksOfRun(options);
  return {
    name: "check",
    on: (event) => {
      checks.contexts.take(event);
      if (event.type === "manifest-loaded") checks.open(event.project);
      if (event.type === "manifest-loaded" || event.type === "context-finished") checks.beginNext();
    },
    finish: (report, signal) => checks.finish(report, signal),
    finishMs: () => checkMs + checks.contexts.names.length * checkMoreMs + hookGraceMs,
  };
}

class ChecksOfRun {
  readonly contexts = new ContextsOfRun();
  readonly #options: CheckOptions;
  readonly #kept = new Map<string, KeptCheck>();
  #project = "";
  #under: Promise<void> = Promise.resolve();
  /** Checks that are not begun by now are made when they end. */
  #ending = false;
  /** GitHub does not let this token write checks. */
  #refused: ApiTrouble | undefined;
  /** It was told that nothing is written. */
  #told = false;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  /** It is known of which contexts there are to be checks. Leaves all of them to the post step, should the run be killed. */
  open(project: string): void {
    this.#project = project;
    const { runs, sha, runUrl, left, newMark, timestamp, sleep } = this.#options;
    if (typeof runs !== "function") return;
    const identities = this.contexts.names.map((name) => ({ name: this.#nameOf(name), sha, mark: newMark() }));
    left.opened(identities);
    for (const [at, name] of this.contexts.names.entries()) {
      const identity = identities[at];
      if (identity) this.#kept.set(name, new KeptCheck({ runs, identity, timestamp, detailsUrl: runUrl, left, sleep }));
    }
  }

  /** Nobody waits: a run takes no longer for its checks. What goes wrong with them shows at the end. */
  beginNext(): void {
    const check = this.#kept.get(this.contexts.current ?? "");
    const { command, runUrl, redact } = this.#options;
    if (check === undefined) return;
    const begin = async (): Promise<void> => {
      if (this.#refused || this.#ending) return;
      const trouble = await check.begin(runningOutput(redact(command), runUrl), AbortSignal.timeout(checkMs));
      if (trouble && isForbidden(trouble)) this.#refused = trouble;
    };
    this.#under = this.#under.then(begin).catch(() => {});
  }

  async finish(report: RunReport, signal: AbortSignal): Promise<void> {
    const { runs, cancelled, warn } = this.#options;
    if (typeof runs !== "function") {
      if (!this.#told && this.contexts.names.length > 0)
        warn({ ...notWritten(`no check was written: ${runs.why}`, "notice"), suggestion: runs.suggestion });
      this.#told = true;
      return;
    }
    this.#ending = true;
    const patience = cancelled.aborted
      ? new Patience(checkWhenCancelledMs, 0, signal)
      : new Patience(checkMs, checkMoreMs, signal);
    if (this.contexts.names.length > 0) await this.#endAll(report, patience);
    else await this.#takeBack(report, runs, patience.signal);
    patience.end();
  }

  async #endAll(report: RunReport, patience: Patience): Promise<void> {
    const { warn, cancelled, repository } = this.#options;
    const { signal } = patience;
    await Promise.race([this.#under, aborted(signal)]);
    let room: number = checkAnnotations;
    const troubles: NamedTrouble[] = [];
    for (const name of this.contexts.names) {
      const { annotations, ...ending } = this.#endingOf(name, report);
      const shown = annotations.slice(0, Math.max(checkAnnotationsAtOnce, room));
      room -= shown.length;
      const trouble = await this.#kept.get(name)?.end({ ...ending, annotations: shown }, this.#refused, signal);
      if (trouble === undefined) patience.more();
      else {
        if (trouble.open === undefined && isForbidden(trouble.trouble)) this.#refused = trouble.trouble;
        troubles.push({ ...trouble, name: this.#nameOf(name) });
      }
      if (shown.length < annotations.length) warn(tooMany(this.#nameOf(name), annotations.length - shown.length));
    }
    const said = ({ unclear, said: words }: ApiTrouble): string =>
      !unclear || !signal.aborted ? words : cancelled.aborted ? "the run was cancelled" : "it took too long";
    if (!this.#told) for (const diagnostic of troubleWords(troubles, said, repository)) warn(diagnostic);
    this.#told = this.#refused !== undefined;
  }

  #endingOf(name: string, report: RunReport): Ending {
    const { redact, messagesOf, runUrl, annotations, isPartial } = this.#options;
    const own = withoutNames(this.contexts.reportOf(name, report, messagesOf), redact);
    const notes: readonly CheckAnnotation[] = annotations ? annotationsOf(own, redact) : [];
    const output = endOutput(own, isPartial, runUrl);
    const conclusion = conclusionOf(own, isPartial);
    return { conclusion, output, annotations: notes, bare: bareOutput(output, runUrl) };
  }

  /** The run has failed before anybody knew its contexts: what older runs of it have said does not count any more. */
  async #takeBack(report: RunReport, open: () => Promise<CheckRuns>, signal: AbortSignal): Promise<void> {
    const { sha, isOlder, runUrl, left, redact, warn } = this.#options;
    if (report.failureReason === null) return left.settled();
    const conclusion = report.failureReason === "cancelled" ? "cancelled" : "failure";
    const output = takenBackOutput(runUrl);
    const { names, troubles } = await takeBackOlder({ runs: await open(), sha, isOlder, conclusion, output, signal });
    if (names.length > 0) warn(takenBack(names.map(redact)));
    // What GitHub refuses it refuses the post step as well.
    if (troubles.every(isForbidden)) left.settled();
  }

  #nameOf(context: string): string {
    const { name, redact, isPartial } = this.#options;
    return `${name}: ${redact(this.#project)}/${redact(context)}${isPartial ? " (partial)" : ""}`;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
