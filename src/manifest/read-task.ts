import type { Json, JsonObject } from "../engine/json/json.ts";
import { isObject } from "../engine/json/json.ts";
import type { DependencyRule, Lifecycle, Retries, ScopeRule, Task } from "../engine/model/task.ts";
import { retryDelayMs } from "../engine/model/timing.ts";
import type { ManifestDocument } from "./yaml/document.ts";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A document that passed its schema → the task, with defaults filled in. */
export function readTask(document: ManifestDocument): Task {
  const whole = object(document.value);
  const metadata = object(whole.metadata);
  const { description, processingScope, timeout } = metadata;
  return {
    name: String(metadata.name),
    apiVersion: String(whole.apiVersion),
    kind: String(whole.kind),
    ...(typeof description === "string" && { description }),
    formerNames: list<string>(metadata.formerNames) ?? [],
    dependencies: list<DependencyRule>(metadata.dependencies) ?? [],
    ...(Array.isArray(processingScope) && { processingScope: processingScope as unknown as readonly ScopeRule[] }),
    autoRollback: metadata.autoRollback !== false,
    lifecycle: readLifecycle(metadata),
    ...(typeof timeout === "string" && { timeoutMs: parseDuration(timeout) ?? 0 }),
    retries: readRetries(metadata.retries),
    spec: object(whole.spec),
    location: document.location,
    locate: (pointer, options) => document.locate(pointer, options),
  };
}

/**
 * `500ms`, `30s`, `5m`, `1h` → milliseconds.
 * @returns undefined for anything else
 */
function parseDuration(text: string): number | undefined {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  return match ? Number(match[1]) * (units[match[2] ?? ""] ?? 0) : undefined;
}

function readLifecycle({ lifecycle, mutex }: JsonObject): Lifecycle {
  const names = typeof mutex === "string" ? [mutex] : (list<string>(mutex) ?? []);
  return { ...object(lifecycle), ...(names.length > 0 && { mutex: [...new Set(names)].sort() }) } as Lifecycle;
}

function readRetries(value: Json | undefined): Retries {
  const { limit, delay } = object(value);
  return {
    limit: typeof limit === "number" ? limit : 0,
    delayMs: (typeof delay === "string" ? parseDuration(delay) : undefined) ?? retryDelayMs,
  };
}

/** The value, or an empty object when it is none. */
export function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The value when it is a list; the schema has checked its items. */
export function list<T>(value: Json | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? (value as readonly T[]) : undefined;
}

/** The field `metadata` of a document; empty where it is none. */
export function metadataOf(document: ManifestDocument): ReturnType<typeof object> {
  return object(object(document.value).metadata);
}
