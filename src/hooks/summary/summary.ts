import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import { renderSummary } from "./summary-render.ts";

export interface SummaryTarget {
  /** Bytes that still fit into the job summary; 0 when there is none. */
  room(): number;
  /** @returns whether there was room for it. Throws system errors. */
  append(markdown: string): boolean;
  warn(message: string): void;
  /** Takes secrets out of names. */
  redact(text: string): string;
}

/** However much room there is, this leaves some for steps' own lines. */
const budgetBytes = 1_000_000;

/** Writes the job summary at the end of the run. */
export function createSummary(target: SummaryTarget): Hook {
  return {
    name: "summary",
    finish: async (report) => {
      const room = target.room();
      if (room <= 0) return;
      const markdown = renderSummary(withoutNames(report, target.redact), {
        budgetBytes: Math.min(budgetBytes, room - 1),
      });
      try {
        if (markdown !== "" && target.append(markdown)) return;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        target.warn(`The job summary of this step could not be written: ${why}. The report has everything.`);
        return;
      }
      target.warn(
        "The job summary of this step is full already, so nothing was added to it. The report has everything.",
      );
    },
  };
}
