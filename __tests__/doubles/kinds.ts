import type { TaskProcessor } from "../../src/engine/ports/processor.ts";

const groups = ["fields", "compare", "known", "workspace", "undo", "supports"] as const;

/** A kind with other members; those of a group take the place of its own alone. */
export function withMembers(kind: TaskProcessor, more: Partial<TaskProcessor>): TaskProcessor {
  const merged = groups.flatMap((group) =>
    kind[group] && more[group] ? [[group, { ...kind[group], ...more[group] }] as const] : [],
  );
  return { ...kind, ...more, ...Object.fromEntries(merged) };
}

/** What members were called, if otherwise, before there were groups. */
const formerNames: { readonly [name: string]: string } = {
  "fields.names": "specFields",
  "fields.verbatim": "verbatimFields",
  "fields.files": "fileFields",
  "undo.has": "hasRollback",
};

/** The same kind as a module wrote it before there were groups: all members side by side. */
export function formerShape(kind: TaskProcessor): { readonly [name: string]: unknown } {
  const { fields, compare, known, workspace, undo, supports, ...rest } = kind;
  const flat = Object.entries({ fields, compare, known, workspace, undo, supports }).flatMap(([group, members]) =>
    Object.entries(members ?? {}).map(([name, member]) => [formerNames[`${group}.${name}`] ?? name, member] as const),
  );
  return { ...rest, ...Object.fromEntries(flat) };
}
