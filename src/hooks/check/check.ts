import type { Diagnostic, Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../../engine/model/report.ts";
import { checkAnnotations, checkAnnotationsAtOnce } from "../../engine/model/size-limits.ts";
import { checkMs, checkWhenCancelledMs } from "../../engine/model/timing.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import type { CheckAnnotation, CheckRuns } from "../../ports/checks.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";
import { plural } from "../rendering/labels.ts";
import { conclusionOf } from "./conclusion.ts";
import { type CheckTrouble, isRefused, KeptCheck, type LeftChecks } from "./keep.ts";
import { annotationsOf } from "./notes.ts";
import { ContextsOfRun } from "./of-contexts.ts";
import { endOutput, runningOutput } from "./output.ts";

/** What checks are written with. */
export interface CheckOptions {
  /** Where checks are written; or why they can't be, half a sentence, and what to do instead. */
  readonly runs: (() => Promise<CheckRuns>) | { readonly why: string; readonly suggestion: string };
  /** What stands before the colon of the name of each. */
  readonly name: string;
  /** Are there to be notes on lines of the manifest? */
  readonly annotations: boolean;
  /** The command as it was called. */
  readonly command: string;
  /** The commit that the checks are of. */
  readonly sha: string;
  /** The page of the run; undefined: there is none. */
  readonly runUrl: string | undefined;
  /** Now, ISO 8601. */
  timestamp(): string;
  /** Something that no other check has. */
  newMark(): string;
  /** What a failure tells. */
  messagesOf(failure: Failure): readonly Diagnostic[];
  readonly left: LeftChecks;
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
      if (event.type === "manifest-loaded") checks.project = event.project;
      if (event.type === "manifest-loaded" || event.type === "context-finished") checks.beginNext();
    },
    finish: (report, signal) => checks.finish(report, signal),
  };
}

class ChecksOfRun {
  readonly contexts = new ContextsOfRun();
  project = "";
  readonly #options: CheckOptions;
  readonly #kept = new Map<string, KeptCheck>();
  #under: Promise<void> = Promise.resolve();
  /** GitHub does not let this token write checks. */
  #refused: ApiTrouble | undefined;
  /** It was told that nothing is written. */
  #told = false;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  /** Nobody waits: a run takes no longer for its checks. What goes wrong with them shows at the end. */
  beginNext(): void {
    const { current } = this.contexts;
    const { runs, command, runUrl, redact } = this.#options;
    if (current === undefined || typeof runs !== "function") return;
    const begin = async (): Promise<void> => {
      if (this.#refused) return;
      const check = await this.#check(current, runs);
      const trouble = await check.begin(runningOutput(redact(command), runUrl), AbortSignal.timeout(checkMs));
      if (trouble && isForbidden(trouble)) this.#refused = trouble;
    };
    this.#under = this.#under.then(begin).catch(() => {});
  }

  async finish(report: RunReport, signal: AbortSignal): Promise<void> {
    const { names } = this.contexts;
    const { runs, cancelled, warn } = this.#options;
    if (names.length === 0) return;
    if (typeof runs !== "function") {
      if (!this.#told)
        warn({ ...notWritten(`no check was written: ${runs.why}`, "notice"), suggestion: runs.suggestion });
      this.#told = true;
      return;
    }
    const bound = AbortSignal.timeout(cancelled.aborted ? checkWhenCancelledMs : checkMs);
    const until = AbortSignal.any([signal, bound]);
    await Promise.race([this.#under, aborted(until)]);
    let room: number = checkAnnotations;
    const troubles: (CheckTrouble & { readonly name: string })[] = [];
    for (const name of names) {
      const { annotations, ending } = this.#endingOf(name, report);
      const shown = annotations.slice(0, Math.max(checkAnnotationsAtOnce, room));
      room -= shown.length;
      const trouble = await this.#end(name, { ...ending, annotations: shown }, runs, until);
      if (trouble) troubles.push({ ...trouble, name });
      if (shown.length < annotations.length) warn(tooMany(this.#nameOf(name), annotations.length - shown.length));
    }
    this.#tell(troubles, until);
  }

  #endingOf(name: string, report: RunReport) {
    const { redact, messagesOf, runUrl, annotations } = this.#options;
    const own = withoutNames(this.contexts.reportOf(name, report, messagesOf), redact);
    const notes: readonly CheckAnnotation[] = annotations ? annotationsOf(own, redact) : [];
    return { annotations: notes, ending: { conclusion: conclusionOf(own), output: endOutput(own, runUrl) } };
  }

  async #end(
    name: string,
    ending: Parameters<KeptCheck["end"]>[0],
    runs: () => Promise<CheckRuns>,
    signal: AbortSignal,
  ): Promise<CheckTrouble | undefined> {
    if (this.#refused) return { trouble: this.#refused };
    const check = await this.#check(name, runs);
    const trouble = await check.end(ending, signal);
    if (trouble && isForbidden(trouble.trouble)) this.#refused = trouble.trouble;
    return trouble;
  }

  async #check(name: string, open: () => Promise<CheckRuns>): Promise<KeptCheck> {
    const found = this.#kept.get(name);
    if (found) return found;
    const { sha, runUrl, left, newMark, timestamp } = this.#options;
    const identity = { name: this.#nameOf(name), sha, mark: newMark() };
    const runs = await open();
    const made = new KeptCheck({ runs, identity, startedAt: timestamp(), detailsUrl: runUrl, left });
    this.#kept.set(name, made);
    return made;
  }

  #nameOf(context: string): string {
    const { name, redact } = this.#options;
    return `${name}: ${redact(this.project)}/${redact(context)}`;
  }

  /** One warning for each thing that went wrong, whichever checks it went wrong with. */
  #tell(troubles: readonly (CheckTrouble & { readonly name: string })[], until: AbortSignal): void {
    const { warn, cancelled } = this.#options;
    if (this.#told) return;
    const said = ({ unclear, said: words }: ApiTrouble): string =>
      !unclear || !until.aborted ? words : cancelled.aborted ? "the run was cancelled" : "it took too long";
    const groups = new Map<string, { readonly trouble: CheckTrouble; readonly names: string[] }>();
    for (const trouble of troubles) {
      const key = `${trouble.lost === undefined} ${said(trouble.trouble)}`;
      const group = groups.get(key) ?? { trouble, names: [] };
      group.names.push(`"${this.#nameOf(trouble.name)}"`);
      groups.set(key, group);
    }
    for (const { trouble, names } of groups.values()) warn(troubled(trouble, names, said(trouble.trouble)));
    this.#told = this.#refused !== undefined;
  }
}

function troubled({ trouble, lost }: CheckTrouble, names: readonly string[], said: string): Diagnostic {
  const several = names.length > 1;
  const checks = `the ${several ? "checks" : "check"} ${names.join(", ")}`;
  const what = lost === undefined ? "could not be written" : `${several ? "lack" : "lacks"} annotations`;
  const severity = isForbidden(trouble) ? "notice" : "warning";
  return { ...notWritten(`${checks} ${what}: ${said}`, severity), suggestion: adviceOn(trouble, lost !== undefined) };
}

function isForbidden({ kind }: ApiTrouble): boolean {
  return kind === "forbidden" || kind === "missing";
}

function notWritten(message: string, severity: "notice" | "warning"): Diagnostic {
  return { severity, code: "check-not-written", message };
}

function adviceOn(trouble: ApiTrouble, isWhole: boolean): string {
  if (isWhole) return "The check has ended as the run did. The job summary has all of it.";
  if (isForbidden(trouble))
    return "Give the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.";
  if (isRefused(trouble)) return "See what GitHub has against it. The job summary has all of it.";
  return "Run the job again once GitHub answers: a check that is left in progress is none that passed. The job summary has all of it.";
}

function tooMany(name: string, more: number): Diagnostic {
  const message = `the check "${name}" lacks ${plural(more, "annotation")}: a run writes no more than ${checkAnnotations} of them`;
  return { ...notWritten(message, "notice"), suggestion: "The report has all of them." };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
