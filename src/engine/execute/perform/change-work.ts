import type { Json, JsonObject } from "../../json/json.ts";
import type { Observation } from "../../model/observation.ts";
import type { Output } from "../../model/outcome.ts";
import type { Decision } from "../../plan/decide/decision.ts";
import type { Desired } from "../../plan/desired.ts";
import { look } from "../../plan/look/observe.ts";
import type { PlannedTask, PresentResource } from "../../plan/planned-task.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import type { TaskFailure } from "../../ports/task-failure.ts";
import { concealOutputs, declaresSensitive, outputKey, type SensitiveOutput } from "../../recorded/outputs.ts";
import type { Prompt } from "../calls/at-once.ts";
import { Calls } from "../calls/processor-calls.ts";
import { taskError } from "../calls/retry-call.ts";
import type { ChangeResult, PerformServices } from "./change-result.ts";

/** One change on its way: what was planned, as far as it is known by now, and what carries it out. */
export class ChangeWork {
  readonly planned: PlannedTask;
  readonly processor: TaskProcessor;
  /** Knows the recorded entry; another one when the task changed its kind. */
  readonly recordedProcessor: TaskProcessor;
  readonly services: PerformServices;
  readonly calls: Calls;
  desired: Desired | undefined;
  decision: Decision;
  /** What looking at a resource found that is recorded only now. */
  found: PresentResource | undefined;

  constructor(planned: PlannedTask, desired: Desired | undefined, services: PerformServices) {
    this.planned = planned;
    this.desired = desired;
    this.processor = planned.processor as TaskProcessor;
    this.recordedProcessor = planned.recordedProcessor ?? this.processor;
    this.services = services;
    this.decision = planned.decision;
    this.found = planned.found;
    this.calls = new Calls(planned, services, (outputs) => this.withSensitivity(outputs, this.desired?.stored ?? {}));
  }

  /** What the task came to: what was decided, unless `more` says otherwise. */
  result(status: ChangeResult["status"], more: Partial<ChangeResult> = {}): ChangeResult {
    const { change, reason, fields } = this.decision;
    return { status, change, reason, fields, entry: undefined, outputs: [], error: null, undoable: false, ...more };
  }

  /** Looks at the resource of the new spec. */
  lookAt(spec: JsonObject): Prompt<Observation> {
    const { clock, signal, io } = this.services;
    return look(this.processor, spec, undefined, this.planned, { clock, signal, io });
  }

  /**
   * Sensitive outputs are secrets of this run from now on, and an output that holds a secret is sensitive.
   * @param spec what gave them, as state keeps it
   */
  withSensitivity(outputs: readonly Output[], spec: JsonObject): readonly Output[] {
    const { redactor, conceal } = this.services;
    const { module } = this.processor;
    const secret = (output: Output): SensitiveOutput => {
      const key = outputKey(output);
      const declared = output.sensitive === true && declaresSensitive({ module, spec }, key);
      return { task: this.planned.name, key, value: output.value, declared };
    };
    const given = outputs.filter(({ sensitive }) => sensitive);
    concealOutputs(given.map(secret), redactor, conceal);
    const holding = outputs.filter(({ sensitive, value }) => {
      return !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
    });
    concealOutputs(holding.map(secret), redactor, conceal);
    return outputs.map((output) => (holding.includes(output) ? { ...output, sensitive: true } : output));
  }

  /** The same without secrets. */
  redacted<T extends Json>(value: T): T {
    return this.services.redactor.value(value);
  }

  /** It failed before it changed anything: things are as they were, with nothing to put back. */
  untouched(error: TaskFailure): ChangeResult {
    return this.result("failed", { error: taskError(error), rollback: "needless" });
  }
}
