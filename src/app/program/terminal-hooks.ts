import { createContextList, createProjectList } from "../../cli/print-contexts.ts";
import type { TerminalConsole } from "../../cli/terminal-console.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { terminalSurface } from "../../engine/text/surface.ts";
import { withoutSecrets } from "../../hooks/log/console.ts";
import { createLog } from "../../hooks/log/log.ts";
import { systemClock } from "../../node/clock.ts";
import type { HookSetup } from "../host.ts";

export interface TerminalHooksOptions {
  readonly console: TerminalConsole;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly checksums: boolean;
  /** What other programs read is asked for. */
  readonly json: boolean;
  /** Prints what other programs read. */
  data(text: string): unknown;
}

/** The hooks that show a run in a terminal, in order: log, the list of contexts. */
export async function terminalHooks(
  { console, verbose, quiet, checksums, json, data }: TerminalHooksOptions,
  { sources, redact }: HookSetup,
): Promise<readonly Hook[]> {
  const shared = {
    console: withoutSecrets(console, redact),
    frame: (diagnostic: Diagnostic) => renderDiagnostic(diagnostic, sources, { color: console.color, redact }),
    surface: terminalSurface,
  };
  const log = quiet
    ? (await import("../../hooks/log/quiet-log.ts")).createQuietLog(shared)
    : createLog({ ...shared, verbose, checksums, brief: true, now: systemClock.now });
  return [log, createContextList(data), ...(json ? [createProjectList(data), createReportPrint(data)] : [])];
}

/** Prints the report, as it is written to a file, for other programs. The commands that list something print their list. */
function createReportPrint(write: (text: string) => unknown): Hook {
  return {
    name: "report-print",
    finish: async (report) => {
      const { command, result, projects } = report;
      if ((command === "projects" && projects !== undefined) || (command === "contexts" && result === "success"))
        return;
      const { renderReport } = await import("../../hooks/report.ts");
      await write(`${JSON.stringify(renderReport(report), null, 2)}\n`);
    },
  };
}
