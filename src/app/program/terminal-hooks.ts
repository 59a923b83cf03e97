import { createContextList, createProjectList } from "../../cli/print-contexts.ts";
import type { TerminalConsole } from "../../cli/terminal-console.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { terminalSurface } from "../../engine/text/surface.ts";
import { withoutSecrets } from "../../hooks/log/console.ts";
import { createLog } from "../../hooks/log/log.ts";
import { systemClock } from "../../node/clock.ts";
import type { HookSetup } from "../host.ts";

export interface TerminalHooksOptions {
  readonly console: TerminalConsole;
  readonly verbose: boolean;
  readonly checksums: boolean;
  /** What other programs read is asked for. */
  readonly json: boolean;
  /** Prints what other programs read. */
  data(text: string): unknown;
}

/** The hooks that show a run in a terminal, in order: log, the list of contexts. */
export function terminalHooks(
  { console, verbose, checksums, json, data }: TerminalHooksOptions,
  { sources, redact }: HookSetup,
): readonly Hook[] {
  return [
    createLog({
      console: withoutSecrets(console, redact),
      frame: (diagnostic) => renderDiagnostic(diagnostic, sources, { color: console.color, redact }),
      verbose,
      checksums,
      surface: terminalSurface,
      now: systemClock.now,
    }),
    createContextList(data),
    ...(json ? [createProjectList(data)] : []),
  ];
}
