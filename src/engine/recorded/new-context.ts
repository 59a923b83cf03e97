import type { StateBody, TaskState } from "../model/state-body.ts";
import type { Lifecycle, ScopeRule } from "../model/task.ts";

/**
 * What is recorded of a context that has another name now: scopes, protections and bound outputs that name it name it as
 * it is called today. Globs stay: they say what they match.
 * @returns the same object when nothing in it names the context
 */
export function withNewContext(body: StateBody, from: string, to: string): StateBody {
  if (from === to) return body;
  const rename = (name: string): string => (name === from ? to : name);
  const tasks = each<readonly [string, TaskState]>(Object.entries(body.tasks), (one) => {
    const entry = entryIn(one[1], rename);
    return entry === one[1] ? one : [one[0], entry];
  });
  const undo = each(body.undo, (one) => {
    const before = one.before && entryIn(one.before, rename);
    return before === one.before ? one : { ...one, before };
  });
  const pending = each(body.pending, (intent) => scopesIn(intent, rename));
  const recorded = tasks.some(([name, entry]) => entry !== body.tasks[name]);
  const same = !recorded && undo === body.undo && pending === body.pending;
  return same ? body : { ...body, tasks: Object.fromEntries(tasks), undo, pending };
}

type Rename = (name: string) => string;

function entryIn(entry: TaskState, rename: Rename): TaskState {
  const scoped = scopesIn(entry, rename);
  const { outputs, sensitiveOutputs: sensitive = [] } = entry;
  const bound = (key: string): boolean => outputIn(key, rename) !== key;
  if (![...Object.keys(outputs), ...sensitive].some(bound)) return scoped;
  const renamed = Object.entries(outputs).map(([key, value]) => [outputIn(key, rename), value]);
  const names = sensitive.map((key) => outputIn(key, rename));
  return {
    ...scoped,
    outputs: Object.fromEntries(renamed),
    ...(entry.sensitiveOutputs ? { sensitiveOutputs: names } : {}),
  };
}

/** `command:context:KEY` */
function outputIn(key: string, rename: Rename): string {
  const [command, context, ...name] = key.split(":");
  return context === undefined || name.length === 0 ? key : [command, rename(context), ...name].join(":");
}

function scopesIn<T extends { readonly scope: readonly ScopeRule[]; readonly lifecycle: Lifecycle }>(
  entry: T,
  rename: Rename,
): T {
  const scope = each(entry.scope, (rule) => {
    const contexts = rule.contexts && each(rule.contexts, rename);
    return contexts === rule.contexts ? rule : { ...rule, ...(contexts && { contexts }) };
  });
  const { preventDestroy } = entry.lifecycle;
  const protects = typeof preventDestroy === "object" ? each(preventDestroy, rename) : preventDestroy;
  if (scope === entry.scope && protects === preventDestroy) return entry;
  const lifecycle = protects === preventDestroy ? entry.lifecycle : { ...entry.lifecycle, preventDestroy: protects };
  return { ...entry, scope, lifecycle } as T;
}

/** The same list when nothing in it changes. */
function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((one, index) => one !== list[index]) ? changed : list;
}
