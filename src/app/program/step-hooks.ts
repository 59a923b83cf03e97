import type { Step } from "../../action/step.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutSecrets } from "../../hooks/log/console.ts";
import { createLog } from "../../hooks/log/log.ts";
import { systemClock } from "../../node/clock.ts";
import type { HookSetup } from "../host.ts";

/** The hooks that show a run in a step of a workflow, in order: log, annotations, summary, outputs, comment, issue, check. */
export async function stepHooks({ console, verbose }: Step, setup: HookSetup): Promise<readonly Hook[]> {
  const { createAnnotations } = await import("../../hooks/annotations.ts");
  const { createOutputs } = await import("../../hooks/outputs.ts");
  const { redact } = setup;
  const hooks: Hook[] = [
    createLog({
      console: withoutSecrets(console, redact),
      frame: (diagnostic) => renderDiagnostic(diagnostic, setup.sources, { redact }),
      verbose,
      checksums: verbose,
      now: systemClock.now,
    }),
    createAnnotations((level, message, place) => {
      const file = place.file === undefined ? {} : { file: redact(place.file) };
      console.annotation(level, redact(message), { ...place, ...file });
    }),
  ];
  if (setup.summary) {
    const { createSummary } = await import("../../hooks/summary/summary.ts");
    const { summaryRoom: room, appendSummary: append } = console;
    const warn = (message: string): void => setup.warn({ severity: "warning", code: "summary-not-written", message });
    hooks.push(createSummary({ room, append, warn, redact }));
  }
  hooks.push(createOutputs({ ...setup, set: console.setOutputs, mapped: setup.mappedOutputs }));
  // Last: they wait for GitHub, and the others must not wait for them.
  if (setup.comment) {
    const { createComment } = await import("../../hooks/comment/comment.ts");
    hooks.push(createComment(setup.comment));
  }
  if (setup.issue) {
    const { createIssue } = await import("../../hooks/issue/issue.ts");
    hooks.push(createIssue(setup.issue));
  }
  if (setup.check) {
    const { createCheck } = await import("../../hooks/check/check.ts");
    hooks.push(createCheck(setup.check));
  }
  return hooks;
}
