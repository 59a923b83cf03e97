import type { DiagnosticCode } from "./codes.ts";
import type { FailureReason } from "./failure-reasons.ts";

/** A place in a file of the repository. Lines and columns count from 1; the path is relative to the workspace. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the marked text ends (exclusive), when it is on the same line. */
  readonly endColumn?: number;
}

export type Severity = "error" | "warning" | "notice";

/** Something to tell the user about a place in their files. Codes are stable, kebab-case and documented. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly location?: Location;
  /** What to do about it: one imperative sentence. */
  readonly suggestion?: string;
  readonly related?: readonly { readonly message: string; readonly location: Location }[];
  /** In whose run it was found, where it is of one context. */
  readonly context?: string;
  /** Of which project it tells, where a report joins several. */
  readonly project?: string;
}

/** A problem inside one value, located by JSON pointer (and offset inside a string), before it has a file and a line. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** JSON pointer into the value; "" is the value itself. */
  readonly pointer: string;
  /** Characters from the start of the string at `pointer`. */
  readonly offset?: number;
  readonly suggestion?: string;
  /** Mark the key instead of the value (an unknown field). */
  readonly atKey?: boolean;
}

/** An expected failure of a run: the reason, one sentence, and located details. */
export interface Failure {
  readonly reason: FailureReason;
  readonly message: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Either a value or an expected error. Throwing is for bugs. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** What is known of a failure besides its message. */
export interface FailureDetails {
  /** Of its one diagnostic. Absent: the reason. */
  readonly code?: DiagnosticCode;
  readonly suggestion?: string | undefined;
  readonly location?: Location | undefined;
}

/** A failure that says its message once: one error in its place, with what to do. */
export function explained(reason: FailureReason, message: string, details: FailureDetails): Failure {
  const { code = reason, suggestion, location } = details;
  const more = { ...(suggestion ? { suggestion } : {}), ...(location ? { location } : {}) };
  return failure(reason, message, [{ severity: "error", code, message, ...more }]);
}

/** A failure without located details unless given. */
export function failure(reason: FailureReason, message: string, diagnostics: readonly Diagnostic[] = []): Failure {
  return { reason, message, diagnostics };
}
