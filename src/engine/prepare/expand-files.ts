import type { Problem } from "../diagnostics/diagnostic.ts";
import type { Task } from "../model/task.ts";
import type { Expanded, TaskProcessor } from "../ports/processor.ts";
import type { Lookup } from "../references/found.ts";
import { resolve } from "../references/resolve.ts";
import { escapeAll } from "../references/templates.ts";

/** A spec with the files read into it that it names, or why that can't be. */
export async function expand(
  task: Task,
  processor: TaskProcessor,
  lookup: Lookup,
): Promise<Expanded | { readonly problems: readonly Problem[]; readonly unknown?: true }> {
  const fields = processor.fields?.files?.filter((field) => Object.hasOwn(task.spec, field)) ?? [];
  if (!processor.fields?.expand || fields.length === 0) return { spec: task.spec };
  let spec = task.spec;
  for (const field of fields) {
    const resolved = resolve(spec[field] ?? null, lookup);
    const problems = resolved.problems.map((problem) => ({ ...problem, pointer: `/${field}${problem.pointer}` }));
    for (const pointer of [...resolved.unknowns.keys(), ...resolved.secretPointers]) {
      problems.push({
        code: "file-name-unknown",
        message: `\`${field}\` names files, which must be known before anything runs`,
        pointer: `/${field}${pointer}`,
        suggestion: "Use ${VALUE:…}, ${OPUS:…} or plain text here, no output of a task and no secret.",
      });
    }
    if (problems.length > 0) return resolved.unknowns.size > 0 ? { problems, unknown: true } : { problems };
    spec = { ...spec, [field]: resolved.value };
  }
  const result = await processor.fields.expand(spec);
  if (!result.ok) return { problems: result.error };
  // What was resolved is literal from now on.
  const literal = { ...result.value.spec };
  for (const field of fields) if (Object.hasOwn(literal, field)) literal[field] = escapeAll(literal[field] ?? null);
  return { ...result.value, spec: literal };
}
