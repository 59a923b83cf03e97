import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { commandNamed, onlyLooks } from "../../engine/model/commands.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { printableLines } from "../../engine/text/printable.ts";
import type { Surface } from "../../engine/text/surface.ts";
import type { Console } from "../../ports/console.ts";
import { planWords } from "../rendering/labels.ts";
import type { LogLine } from "./console.ts";
import { renderEnd, renderListed, renderOutcome } from "./log-render.ts";
import { renderDrift } from "./log-tables.ts";

export interface QuietLogOptions {
  readonly console: Console;
  /** A diagnostic as text with a code frame. */
  readonly frame: (diagnostic: Diagnostic) => string;
  readonly surface: Surface;
}

/** The log of a run of which only results are wanted, and what is wrong: a line for each context. */
export function createQuietLog(options: QuietLogOptions): Hook {
  const log = new QuietLog(options);
  return { name: "log", on: (event) => log.on(event) };
}

class QuietLog {
  readonly #options: QuietLogOptions;
  #action = "";
  #executed = false;

  constructor(options: QuietLogOptions) {
    this.#options = options;
  }

  on(event: RunEvent): void {
    switch (event.type) {
      case "context-started":
        this.#action = event.action;
        this.#executed = false;
        break;
      case "planned":
        if (!onlyLooks(commandNamed(event.action)))
          this.#print([{ text: `${event.context}: ${planWords(event.counts)}.`, tone: "heading" }]);
        break;
      case "task-started":
        this.#executed = true;
        break;
      case "context-finished": {
        const drift = this.#action === "drift" ? renderDrift(event.report).slice(-1) : [];
        const outcome = renderOutcome(event.report, this.#executed, event.elapsedMs);
        this.#print([...drift, ...outcome].filter(({ text }) => text !== ""));
        break;
      }
      case "context-listed":
        this.#print(renderListed(event));
        break;
      case "diagnostic":
        if (event.diagnostic.severity !== "notice")
          this.#print(printableLines(this.#options.frame(event.diagnostic)).map((text) => ({ text })));
        break;
      case "run-finished":
        if (event.report.result !== "success") this.#print(renderEnd(event, this.#options.surface));
        break;
    }
  }

  #print(lines: readonly LogLine[]): void {
    for (const { text, tone } of lines) this.#options.console.line(text, tone);
  }
}
