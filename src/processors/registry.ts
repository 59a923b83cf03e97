import { err, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import type { Processors, TaskProcessor } from "../engine/ports/processor.ts";

/** A processor that is made when it is asked for. */
export interface LateProcessor {
  readonly apiVersion: string;
  readonly kind: string;
  /** Always the same; undefined: its code is not loaded. */
  processor(): TaskProcessor | undefined;
}

/**
 * Makes processors findable by `apiVersion` and `kind`.
 * @returns every pair that is there twice, as a sentence each
 */
export function buildRegistry(
  processors: readonly (TaskProcessor | LateProcessor)[],
): Result<Processors, readonly string[]> {
  const known = new Map<string, TaskProcessor | LateProcessor>();
  const clashes: string[] = [];
  for (const processor of processors) {
    const key = keyOf(processor.apiVersion, processor.kind);
    const other = known.get(key);
    if (!other) known.set(key, processor);
    else {
      clashes.push(
        `the kind ${processor.kind} of apiVersion ${processor.apiVersion} is defined twice: ${originOf(other)} and ${originOf(processor)}`,
      );
    }
  }
  if (clashes.length > 0) return err(clashes);
  const list = [...known.values()]
    .map(({ apiVersion, kind }) => ({ apiVersion, kind }))
    .sort((left, right) => compare(keyOf(left.apiVersion, left.kind), keyOf(right.apiVersion, right.kind)));
  const get = (apiVersion: string, kind: string): TaskProcessor | undefined => {
    const one = known.get(keyOf(apiVersion, kind));
    return one && "processor" in one ? one.processor() : one;
  };
  return ok({ get, list: () => list });
}

function keyOf(apiVersion: string, kind: string): string {
  return `${apiVersion} ${kind}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function originOf(processor: TaskProcessor | LateProcessor): string {
  return "processor" in processor || processor.module === undefined ? "built in" : `in ${processor.module}`;
}
