import type { Settings } from "../../../action/inputs.ts";
import type { DiagnosticCode } from "../../../engine/diagnostics/codes.ts";
import type { Failure, Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { ContextReport } from "../../../engine/model/report.ts";
import type { StateSession } from "../../../state/session/session.ts";

/** What a command of the stage `state` works with: the state of one context, read, and locked where it writes. */
export interface StateWork {
  readonly session: StateSession;
  readonly context: string;
  readonly settings: Settings;
  /** Tells the user something. */
  notice(code: DiagnosticCode, message: string): void;
}

/**
 * The code of a command of the stage `state`.
 * @returns what the report says of the context, or why the command failed
 */
export type CommandWork = (
  work: StateWork,
) => Promise<Result<Partial<Pick<ContextReport, "tasks" | "order" | "counts">>, Failure>>;
