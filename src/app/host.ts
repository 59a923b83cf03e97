import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../engine/json/json.ts";
import type { RunReport } from "../engine/model/report.ts";
import type { Hook } from "../engine/ports/hook.ts";
import type { HeldSecret, Redactor } from "../engine/ports/redactor.ts";
import type { Redaction } from "../engine/text/line-buffer.ts";
import type { CheckOptions } from "../hooks/check/check.ts";
import type { CommentOptions } from "../hooks/comment/comment.ts";
import type { IssueOptions } from "../hooks/issue/issue.ts";
import type { Stray } from "../node/cancellation.ts";
import type { ModuleCalls } from "../node/modules/module-calls.ts";
import type { Backend } from "../state/backend.ts";
import type { Handover } from "./post-step/handover-file.ts";

/** What the surroundings of a run give it: the runner's step, or a terminal. */
export interface Host {
  readonly terminal: boolean;
  /** Default: the built-in ones. */
  readonly backends?: readonly Backend[] | undefined;
  readonly version: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Absolute path that `working-directory` is relative to. */
  readonly directory: string;
  readonly verbose: boolean;
  /** Cancels the run; the reason is the name of the process' signal, or `stray error`. */
  readonly signal: AbortSignal;
  /** Aborted by a second signal: what still runs is killed at once, so that the run can store its state and end. */
  readonly urgent: AbortSignal;
  /** What was thrown where nobody waited for it; it has aborted `signal`. Undefined: nothing was. */
  stray(): Stray | undefined;
  /** What is called of modules of the repository. */
  readonly modules: ModuleCalls;
  /** What the post step finishes, should this process be killed. */
  readonly handover: Handover;
  /** Where the report goes when `report-path` is empty; undefined: it is not written. */
  readonly defaultReportPath: string | undefined;
  /** The one redactor of the process. */
  readonly redactor: Redactor & Redaction;
  /** Hides a value in everything the runner shows. Called before anything is printed. */
  mask(secret: string): void;
  /** The hooks that show things, in order: log, annotations, summary, outputs, comment, issue, check. */
  hooks(setup: HookSetup): Promise<readonly Hook[]>;
}

export interface HookSetup {
  readonly summary: boolean;
  /** Where the report is written; empty: it is not, or could not be. */
  reportPath(): string;
  /** Text of each file by shown path, for code frames; grows while the run reads. */
  readonly sources: ReadonlyMap<string, string>;
  warn(diagnostic: Diagnostic): void;
  /** Further outputs (`map` of the outputs hook), resolved at the end. */
  mappedOutputs(report: RunReport): JsonObject;
  /** For the comment on a pull request; undefined: there is none to write. */
  readonly comment: CommentOptions | undefined;
  /** For issues about drift; undefined: there are none to keep. */
  readonly issue: IssueOptions | undefined;
  /** For checks; undefined: there are none to write. */
  readonly check: CheckOptions | undefined;
  redact(text: string): string;
  /** What of all that is secret a text holds. */
  secretsIn(text: string): readonly HeldSecret[];
  /** Outputs of tasks that the report shows with a secret taken out, as `task:NAME`, and what they really are. */
  heldBack(): readonly { readonly name: string; readonly text: string }[];
}
