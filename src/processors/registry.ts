import { err, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import type { Processors, TaskProcessor } from "../engine/ports/processor.ts";

/**
 * Makes processors findable by `apiVersion` and `kind`.
 * @returns every pair that is there twice, as a sentence each
 */
export function buildRegistry(processors: readonly TaskProcessor[]): Result<Processors, readonly string[]> {
  const known = new Map<string, TaskProcessor>();
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
  return ok({ get: (apiVersion, kind) => known.get(keyOf(apiVersion, kind)), list: () => list });
}

function keyOf(apiVersion: string, kind: string): string {
  return `${apiVersion} ${kind}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function originOf(processor: TaskProcessor): string {
  return processor.module === undefined ? "built in" : `in ${processor.module}`;
}
