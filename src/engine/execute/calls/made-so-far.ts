import type { Facts, Output } from "../../model/outcome.ts";
import type { Made, RecordedTask, TaskState } from "../../model/state-body.ts";
import { keptOutputs, outputKey, storedOutputs } from "../../recorded/outputs.ts";
import { readableTemplate } from "../../references/templates.ts";

/** As much of an entry as its processor may see. */
export type KnownTask = Pick<TaskState, "spec" | "outputs" | "sensitiveOutputs" | "observed" | "resource">;

/** An entry as its processor sees it. */
export function recordedTask({ spec, outputs, sensitiveOutputs = [], observed, resource }: KnownTask): RecordedTask {
  return {
    // Most calls never ask for it.
    get spec() {
      return readableTemplate(spec);
    },
    outputs,
    ...(observed === undefined ? {} : { observed }),
    ...(resource === undefined ? {} : { resource }),
    missing: sensitiveOutputs.filter((key) => !Object.hasOwn(outputs, key)),
  };
}

/** What is known of a task, with what was made since. */
export function withMade<T extends KnownTask>(known: T, made: Made | undefined): T {
  if (made === undefined) return known;
  const { outputs: _, sensitiveOutputs: __, ...lasting } = known;
  const observed = made.observed === undefined ? {} : { observed: made.observed };
  const resource = made.resource === undefined ? {} : { resource: made.resource };
  return { ...lasting, ...observed, ...resource, ...keptOutputs(known, made) } as T;
}

/** What one change has made so far. */
export class Making {
  #observed: Facts | undefined;
  #resource: string | undefined;
  readonly #outputs = new Map<string, Output>();
  #begun = false;

  add(observed: Facts | undefined, outputs: readonly Output[], resource?: string): void {
    this.#begun = true;
    this.#resource = resource ?? this.#resource;
    this.#observed = observed ?? this.#observed;
    for (const output of outputs) this.#outputs.set(outputKey(output), output);
  }

  /**
   * All of it; undefined: nothing that anybody told of.
   * @param secrets with the values of sensitive outputs
   */
  made(secrets: boolean): Made | undefined {
    if (!this.#begun) return undefined;
    const observed = this.#observed === undefined ? {} : { observed: this.#observed };
    // It counts as sensitive, too.
    const resource = this.#resource === undefined || !secrets ? {} : { resource: this.#resource };
    return { ...observed, ...resource, ...storedOutputs([...this.#outputs.values()], secrets) };
  }
}
