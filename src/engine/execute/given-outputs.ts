import type { Json } from "../json/json.ts";
import type { Output } from "../model/outcome.ts";
import type { TaskReport } from "../model/report.ts";
import type { Task } from "../model/task.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import { findGiven, outputKey, shownOutputs } from "../recorded/outputs.ts";
import type { Found } from "../references/found.ts";
import type { ExecuteRequest } from "./execute-request.ts";
import type { ChangeResult } from "./perform/change-result.ts";

type Given = Pick<ChangeResult, "outputs" | "kept">;

type GivenRequest = Pick<ExecuteRequest, "scope" | "recorder" | "references" | "toolbox">;

/** What tasks gave in this run. */
export class GivenOutputs {
  readonly #request: GivenRequest;
  /** By name of the task. */
  readonly #outputs = new Map<string, Given>();
  /** Of which lost outputs was told. */
  readonly #told = new Set<string>();

  constructor(request: GivenRequest) {
    this.#request = request;
  }

  /** Takes note of what a task gave. */
  note(task: string, given: Given): void {
    this.#outputs.set(task, given);
  }

  /** `${VAR:name:key}` while the run is under way. */
  output(name: string, key: string, user: Task | undefined): Found {
    const { scope, recorder, references } = this.#request;
    const given = this.#outputs.get(name);
    const output = given && findGiven(given.outputs, key, scope.run);
    if (output?.sensitive) {
      if (references.output(name, key, recorder.tasks).type === "missing") this.#warnOfLost(user, name, key);
      const fresh = given?.kept?.has(outputKey(output)) ? {} : { fresh: true };
      return { type: "sensitive", value: output.value, ...fresh };
    }
    if (output) return { type: "value", value: output.value };
    // Sensitive ones that it did not give again, and that state does not hold, are told by their entry.
    return references.output(name, key, recorder.tasks);
  }

  /** Which outputs hold a secret may show only when they are given: then this run goes on, and says what the next one will say. */
  #warnOfLost(user: Task | undefined, name: string, key: string): void {
    const told = `${user?.name} ${name}:${key}`;
    if (!user || this.#told.has(told)) return;
    this.#told.add(told);
    this.#request.toolbox.emit({
      type: "diagnostic",
      diagnostic: {
        severity: "warning",
        code: "sensitive-output",
        message: `task "${user.name}" uses output ${key} of task "${name}", which turned out to be sensitive: unsealed state does not keep it, so the next plan can't fill it in`,
        location: user.locate("/spec"),
        suggestion: "Seal the state with `encryption-key`, or use the secret itself that the value comes from.",
      },
    });
  }

  /** Outputs for the report: what this run gave, else what is recorded; of what is sensitive only the names. */
  shownOf({ name }: PlannedTask): Pick<TaskReport, "outputs" | "sensitiveOutputs"> {
    const given = this.#outputs.get(name);
    const entry = this.#request.recorder.tasks.get(name);
    if (!given) return shownOutputs(entry);
    const shown = this.shown(given.outputs);
    if (given.outputs.length === 0 || !entry?.sensitiveOutputs) return shown;
    const sensitiveOutputs = new Set([...(shown.sensitiveOutputs ?? []), ...entry.sensitiveOutputs]);
    return { ...shown, sensitiveOutputs: [...sensitiveOutputs] };
  }

  /** Outputs for people: of what is sensitive only the names. */
  shown(outputs: readonly Output[]): Pick<TaskReport, "outputs" | "sensitiveOutputs"> {
    const { redactor } = this.#request.toolbox;
    const shown: { [key: string]: Json } = {};
    const sensitiveOutputs: string[] = [];
    for (const output of outputs) {
      const hidden = output.sensitive || redactor.contains(JSON.stringify(output.value));
      if (hidden) sensitiveOutputs.push(outputKey(output));
      else shown[outputKey(output)] = output.value;
    }
    return { outputs: shown, ...(sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {}) };
  }
}
