import { createHash } from "node:crypto";
import type { Location } from "../../src/engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { Observation } from "../../src/engine/model/observation.ts";
import type { Facts, Outcome, Output } from "../../src/engine/model/outcome.ts";
import type { Made, TaskState } from "../../src/engine/model/state-body.ts";
import type { LocateOptions, Task } from "../../src/engine/model/task.ts";
import { decide } from "../../src/engine/plan/decide/decide.ts";
import type { Situation } from "../../src/engine/plan/decide/decision.ts";
import type { Desired, Recorded } from "../../src/engine/plan/desired.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { RecordedResult } from "../../src/engine/ports/journal.ts";
import type { Processors, TaskProcessor } from "../../src/engine/ports/processor.ts";
import type { Recorder } from "../../src/engine/ports/recorder.ts";
import { TaskFailure } from "../../src/engine/ports/task-failure.ts";
import type { Io } from "../../src/engine/ports/task-io.ts";
import { ScopeMatcher } from "../../src/engine/prepare/scope.ts";
import { resolve } from "../../src/engine/references/resolve.ts";
import { withMembers } from "../doubles/kinds.ts";

/** A place that tells what was asked for. */
export function place(pointer: string, { offset = 0, key = false }: LocateOptions = {}): Location {
  return { file: `${pointer}${key ? " (key)" : ""}`, line: 1, column: offset + 1 };
}

export function task(name: string, more: Partial<Task> = {}): Task {
  return {
    name,
    apiVersion: "test/v1",
    kind: "Thing",
    formerNames: [],
    dependencies: [],
    autoRollback: true,
    lifecycle: {},
    retries: { limit: 0, delayMs: 0 },
    spec: {},
    location: place(name),
    locate: (pointer, options) => place(`${name}${pointer}`, options),
    ...more,
  };
}

export function entry(more: Partial<TaskState> = {}): TaskState {
  return {
    apiVersion: "test/v1",
    kind: "Thing",
    status: "applied",
    spec: {},
    outputs: {},
    dependencies: [],
    scope: [],
    lifecycle: {},
    order: 0,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...more,
  };
}

export function scope(command = "apply", context = "test", inherited?: string): ScopeMatcher {
  return new ScopeMatcher({ command, context, inherited });
}

/** A spec without anything to resolve. */
export function desired(spec: JsonObject): Desired {
  return resolve(spec, () => ({ type: "missing", code: "value-missing", message: "there is nothing" }));
}

export function recorded(spec: JsonObject, more: Partial<TaskState> = {}): Recorded {
  return { entry: entry({ spec, ...more }), value: spec, secretPointers: new Set() };
}

export function present(facts: Facts): Observation {
  return { state: "present", facts };
}

export const absent: Observation = { state: "absent" };
export const unobservable: Observation = { state: "unobservable", why: "can't look" };
export const failedLook: Observation = { state: "failed", error: { message: "401" } };

/** Decides with a plain processor, unless told otherwise. */
export function decideOn(situation: Partial<Situation>): ReturnType<typeof decide> {
  const processor = situation.processor ?? plain();
  return decide({
    recorded: undefined,
    desired: undefined,
    observation: absent,
    lifecycle: {},
    processor,
    recordedProcessor: processor,
    ...situation,
  });
}

/** Does nothing, and compares what the spec declares. */
export function plain(more: Partial<TaskProcessor> = {}): TaskProcessor {
  return {
    apiVersion: "test/v1",
    kind: "Thing",
    parse: (spec) => ({ ok: true, value: spec }),
    observe: async () => absent,
    create: async () => ({ outputs: [] }),
    update: async () => ({ outputs: [] }),
    delete: async () => {},
    ...more,
  };
}

export function processors(...all: readonly TaskProcessor[]): Processors {
  return {
    get: (apiVersion, kind) => all.find((one) => one.apiVersion === apiVersion && one.kind === kind),
    list: () => all.map(({ apiVersion, kind }) => ({ apiVersion, kind })),
  };
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Time that passes only when it is told to, or by itself whenever everything waits. */
export class FakeClock implements Clock {
  #now = 0;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  /** Every pause that was asked for, in milliseconds. */
  readonly slept: number[] = [];

  now(): number {
    return this.#now;
  }

  timestamp(): string {
    return new Date(this.#now).toISOString();
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((wake, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const sleeper = { at: this.#now + ms, wake };
      this.#sleepers.push(sleeper);
      signal.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Lets so much time pass, in which nobody else has a turn. */
  pass(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass to the next sleeper's end, again and again until a promise is settled. */
  async passUntil<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const watched = promise.finally(() => {
      settled = true;
    });
    watched.catch(() => {});
    for (let turn = 0; !settled && turn < 1_000; turn++) {
      for (let tick = 0; tick < 20 && !settled; tick++) await new Promise((next) => setImmediate(next));
      const [first] = this.#sleepers.sort((left, right) => left.at - right.at);
      if (settled || !first) continue;
      this.#now = Math.max(this.#now, first.at);
      this.#sleepers.shift();
      first.wake();
    }
    if (!settled) throw new Error("nothing happens any more");
    return watched;
  }
}

/** A world of named things, and a kind that makes them. Everything that is done is logged. */
export class World {
  readonly things = new Map<string, JsonObject>();
  readonly log: string[] = [];
  /** Operations that fail, as `create a`: once for each time that they are listed. */
  readonly failing: string[] = [];
  /** Operations that have an effect before they fail. */
  readonly halfway = new Set<string>();
  running = 0;
  mostRunning = 0;
  /** Called in the middle of every operation. */
  during: (operation: string, signal: AbortSignal) => void | Promise<void> = () => {};

  processor(more: Partial<TaskProcessor> = {}): TaskProcessor {
    const outputs = (spec: JsonObject): Output[] => [{ name: "ID", value: `id-of-${spec.content}` }];
    const act = async (operation: string, { signal }: Io, effect: () => void): Promise<void> => {
      this.log.push(operation);
      this.running++;
      this.mostRunning = Math.max(this.mostRunning, this.running);
      try {
        await new Promise((next) => setImmediate(next));
        await this.during(operation, signal);
        const fails = this.failing.indexOf(operation);
        if (fails === -1 || this.halfway.has(operation)) effect();
        if (fails === -1) return;
        this.failing.splice(fails, 1);
        throw new TaskFailure(`${operation} failed`);
      } finally {
        this.running--;
      }
    };
    const change = async (operation: string, spec: JsonObject, io: Io): Promise<Outcome> => {
      await act(operation, io, () => this.things.set(String(spec.path), spec));
      return { outputs: outputs(spec) };
    };
    const kind = plain({
      known: { identity: (spec) => String(spec.path) },
      observe: async (spec) => {
        const thing = this.things.get(String(spec.path));
        return thing ? present(thing) : absent;
      },
      create: (spec, io) => change(`create ${spec.path}=${spec.content}`, spec, io),
      update: (_, spec, io) => change(`update ${spec.path}=${spec.content}`, spec, io),
      delete: (spec, io) => act(`delete ${spec.path}`, io, () => this.things.delete(String(spec.path))),
      compare: { replaceOn: (before, after) => (before.path === after.path ? [] : ["/path"]) },
    });
    return withMembers(kind, more);
  }
}

/** State in memory, and what it was asked to do. */
export class MemoryRecorder implements Recorder {
  readonly tasks: Map<string, TaskState>;
  readonly pending = new Map<string, string>();
  readonly began = new Set<string>();
  readonly results: RecordedResult[] = [];
  /** What was made, as it came. */
  readonly journal: { readonly task: string; readonly made: Made }[] = [];
  /** Fails the call with this name and task (`begin`, `started a`, `record a`), and everything after it. */
  failAt: string | undefined;
  #failed = false;

  constructor(entries: Iterable<readonly [string, TaskState]> = []) {
    this.tasks = new Map(entries);
  }

  async begin(intents: Parameters<Recorder["begin"]>[0]) {
    for (const intent of intents) this.pending.set(intent.task, intent.change);
    return this.#answer("begin");
  }

  started(name: string) {
    this.began.add(name);
    return this.#answer(`started ${name}`);
  }

  made(name: string, made: Made) {
    this.journal.push({ task: name, made });
    return this.#answer(`made ${name}`);
  }

  async record(result: RecordedResult) {
    this.results.push(result);
    if (result.formerName !== undefined) this.tasks.delete(result.formerName);
    if (result.entry === null) this.tasks.delete(result.task);
    else this.tasks.set(result.task, result.entry);
    this.pending.delete(result.task);
    return this.#answer(`record ${result.task}`);
  }

  #answer(call: string) {
    if (call === this.failAt) this.#failed = true;
    return this.#failed
      ? ({ ok: false, error: { reason: "state-unavailable", message: "disk full", diagnostics: [] } } as const)
      : ({ ok: true, value: undefined } as const);
  }
}
