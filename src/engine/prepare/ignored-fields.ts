import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject, pointerPath, pointerSegment } from "../json/json.ts";
import type { Task } from "../model/task.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import { nearest } from "../references/references.ts";

/**
 * Pointers of `ignoreChanges` that name nothing: an error for a field that neither the kind nor the spec has, a warning
 * for a member that the spec does not have, where another one is named nearly so.
 * @param spec with the files read into it that it names
 */
export function ignoredProblems(task: Task, spec: JsonObject, processor: TaskProcessor): Diagnostic[] {
  const pointers = task.lifecycle.ignoreChanges ?? [];
  const fields = new Set([...Object.keys(spec), ...(processor.fields?.names ?? []), "observed"]);
  return pointers.flatMap((pointer, index): Diagnostic[] => {
    const [field = "", ...below] = pointerPath(pointer);
    const location = task.locate(`/metadata/lifecycle/ignoreChanges/${index}`);
    if (!fields.has(field)) {
      const message = `task "${task.name}": \`ignoreChanges\` names \`${pointer}\`, and ${task.kind} compares no field "${field}"`;
      const suggestion = adviceOn(field, below, spec, [...fields], processor);
      return [{ severity: "error", code: "unknown-ignored-field", message, location, suggestion }];
    }
    const near = nearMember(spec[field], below, `/${pointerSegment(field)}`);
    if (near === undefined) return [];
    const message = `task "${task.name}": \`ignoreChanges\` names \`${pointer}\`, which is not in the spec`;
    const suggestion = `Did you mean \`${near}\`?`;
    return [{ severity: "warning", code: "unknown-ignored-field", message, location, suggestion }];
  });
}

function adviceOn(
  field: string,
  below: readonly string[],
  spec: JsonObject,
  fields: readonly string[],
  { kind, fields: rules, module }: TaskProcessor,
): string {
  const rest = below.map((segment) => `/${pointerSegment(segment)}`).join("");
  // People write the document's path, not the spec's.
  const inside = field === "spec" ? below[0] : undefined;
  if (inside !== undefined && fields.includes(inside))
    return `Did you mean \`${rest}\`? Pointers begin inside of \`spec\`.`;
  const written = fields.filter((name) => name !== "observed");
  const near = nearest(field, written);
  if (near) return `Did you mean \`/${pointerSegment(near)}${rest}\`?`;
  const known = (rules?.names ?? Object.keys(spec)).map((name) => `/${pointerSegment(name)}`).join(", ");
  const more = module === undefined ? "" : `; ${module} can name more in \`fields.names\``;
  return `${kind} compares ${known}${more}.`;
}

/** The nearest pointer, when an object of the spec does not have the member at the end of a path. */
function nearMember(value: Json | undefined, path: readonly string[], at: string): string | undefined {
  const [head, ...rest] = path;
  if (head === undefined || !isObject(value)) return undefined;
  const pointer = (key: string) => `${at}/${pointerSegment(key)}`;
  if (Object.hasOwn(value, head)) return nearMember(value[head], rest, pointer(head));
  const near = nearest(head, Object.keys(value));
  return near === undefined ? undefined : [pointer(near), ...rest.map(pointerSegment)].join("/");
}
