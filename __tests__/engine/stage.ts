import { type Execution, executePlan } from "../../src/engine/execute/execute.ts";
import { RecordedReferences, type RecordedSources } from "../../src/engine/execute/recorded-references.ts";
import { checksum } from "../../src/engine/json/canonical-json.ts";
import type { Action } from "../../src/engine/model/commands.ts";
import type { PlanPolicy } from "../../src/engine/model/plan-policy.ts";
import type { RunEvent } from "../../src/engine/model/run-events.ts";
import type { TaskState } from "../../src/engine/model/state-body.ts";
import type { Task } from "../../src/engine/model/task.ts";
import { Vouching } from "../../src/engine/plan/guards/vouching.ts";
import { buildPlan, type Planned } from "../../src/engine/plan/plan.ts";
import type { Plan } from "../../src/engine/plan/plan-model.ts";
import type { PlanRequest } from "../../src/engine/plan/plan-request.ts";
import type { Hook } from "../../src/engine/ports/hook.ts";
import type { TaskProcessor } from "../../src/engine/ports/processor.ts";
import type { Sealed } from "../../src/engine/ports/sealed.ts";
import type { IoFactory, Toolbox } from "../../src/engine/ports/toolbox.ts";
import { filePattern } from "../../src/engine/prepare/handed-files.ts";
import { prepare } from "../../src/engine/prepare/prepare.ts";
import { createRedactor } from "../../src/engine/redaction/redactor.ts";
import { environmentLookup, type ReferenceEnvironment } from "../../src/engine/references/lookup.ts";
import { Values } from "../../src/engine/references/values.ts";
import { FakeClock, MemoryRecorder, place, processors, scope, sha256, task, World } from "./samples.ts";

export interface StageOptions {
  readonly action?: Action;
  readonly context?: string;
  readonly executes?: boolean;
  readonly underWay?: PlanRequest["underWay"];
  readonly targets?: readonly string[];
  readonly refresh?: PlanPolicy["refresh"];
  readonly limits?: PlanPolicy["limits"];
  readonly parallelism?: number;
  readonly failFast?: boolean;
  readonly hooks?: readonly Hook[];
  readonly undo?: PlanRequest["undo"];
  readonly environment?: ReferenceEnvironment["environment"];
  readonly trusted?: boolean;
  readonly kindsChanged?: boolean;
  /** Who may have written state besides who can change the manifest. */
  readonly doubt?: string;
  /** Of the secret `token`; default: TOKEN. */
  readonly variable?: string;
  readonly kinds?: readonly TaskProcessor[];
  /** Gets the events of planning; those of what is done are in `Stage.events`. */
  emit?(event: RunEvent): void;
  /** Changes a plan before it is carried out, or what is around it. */
  between?(plan: Plan): void;
}

/** A file-like thing in the world: `path` is its identity. */
export function thing(name: string, content: string, more: Partial<Task> = {}): Task {
  return task(name, { spec: { path: name, content }, ...more });
}

/** Plans and carries out tasks in a world, with state in memory and a clock that nobody has to wait for. */
export class Stage {
  readonly world = new World();
  readonly clock = new FakeClock();
  readonly controller = new AbortController();
  readonly events: RunEvent[] = [];
  readonly redactor = createRedactor();
  recorder = new MemoryRecorder();
  /** Set: state is sealed. */
  sealed: Sealed | undefined;
  /** What turned out to be secret, as it is called. */
  readonly concealed: string[] = [];

  readonly io: IoFactory = (name, { signal }) => ({
    task: name,
    context: "test",
    command: "apply",
    signal,
    output: (stream, text) => this.world.log.push(`${stream} of ${name}: ${text.trim()}`),
    containsSecret: (text) => this.redactor.contains(text),
  });

  async plan(
    tasks: readonly Task[],
    options: StageOptions = {},
  ): Promise<Planned & { readonly prepared: Awaited<ReturnType<typeof prepare>> }> {
    const { action = "apply", context = "test" } = options;
    const matcher = scope(action, context);
    const referenceEnvironment = this.referenceEnvironment(options);
    const kinds = processors(...(options.kinds ?? [this.world.processor()]));
    const declaredNames = new Set(tasks.map(({ name }) => name));
    const values = new Values([], new Map(), [context], () => ({
      type: "missing",
      code: "value-missing",
      message: "none",
    }));
    const { redactor } = this;
    const prepared = await prepare({
      tasks,
      declaredNames,
      scope: matcher,
      processors: kinds,
      values,
      referenceEnvironment,
      redactor,
      sealed: this.sealed !== undefined,
    });
    const planned = await buildPlan({
      action,
      project: "demo",
      scope: matcher,
      prepared,
      declared: {
        tasks: new Map(tasks.map((one) => [one.name, one])),
        names: declaredNames,
        files: ["opus.yaml"],
        emptyPatterns: [],
        projectLocation: place("project"),
      },
      entries: this.recorder.tasks,
      undo: options.undo ?? new Map(),
      references: this.references(options, tasks, {
        vouching: new Vouching(options.doubt, new Map(tasks.map((one) => [one.name, one])), prepared),
      }),
      placeFiles: (pattern) => filePattern(pattern),
      executes: options.executes ?? true,
      underWay: options.underWay ?? new Map(),
      kindsChanged: options.kindsChanged ?? false,
      policy: this.policy(options),
      digest: (value) => checksum(sha256, value),
      toolbox: {
        ...this.toolbox(options),
        sealed: options.trusted === false ? undefined : this.sealed,
        emit: (event) => options.emit?.(event),
      },
    });
    return { ...planned, prepared, diagnostics: [...prepared.diagnostics, ...planned.diagnostics] };
  }

  async run(tasks: readonly Task[], options: StageOptions = {}): Promise<Execution & { readonly plan: Plan }> {
    const { plan, prepared, diagnostics } = await this.plan(tasks, options);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    this.world.log.length = 0;
    options.between?.(plan);
    const execution = await this.clock.passUntil(
      executePlan({
        plan,
        prepared,
        scope: scope(plan.command, plan.context),
        recorder: this.recorder,
        references: this.references(options, tasks),
        hooks: options.hooks ?? [],
        policy: this.policy(options),
        toolbox: this.toolbox(options),
      }),
    );
    return { ...execution, plan };
  }

  toolbox(options: Pick<StageOptions, "kinds"> = {}): Toolbox {
    return {
      clock: this.clock,
      signal: this.controller.signal,
      redactor: this.redactor,
      sealed: this.sealed,
      processors: processors(...(options.kinds ?? [this.world.processor()])),
      io: this.io,
      emit: (event) => this.events.push(event),
      conceal: (text, what) => {
        this.concealed.push(what);
        this.redactor.add(text);
      },
    };
  }

  policy(options: StageOptions): PlanPolicy {
    return {
      targets: options.targets ?? [],
      refresh: options.refresh ?? "all",
      limits: options.limits ?? {},
      parallelism: options.parallelism ?? 4,
      failFast: options.failFast ?? false,
    };
  }

  /** @param more instead of what the options say */
  references(
    options: StageOptions = {},
    tasks: readonly Task[] = [],
    more: Partial<RecordedSources> = {},
  ): RecordedReferences {
    const environment = this.referenceEnvironment(options);
    const { action = "apply", context = "test" } = options;
    return new RecordedReferences({
      environment,
      vouching: new Vouching(undefined),
      run: scope(action, context).run,
      findOutside: ({ source, name }) => environmentLookup(environment)({ source, name, start: 0, end: 0 }),
      manifest: new Map(tasks.map((one) => [one.name, one])),
      toolbox: this.toolbox(options),
      ...more,
    });
  }

  referenceEnvironment({
    context = "test",
    environment = {},
    trusted = true,
    variable = "TOKEN",
    doubt,
  }: StageOptions = {}): ReferenceEnvironment {
    const secrets = new Map([
      ["token", { name: "token", env: variable, contexts: {}, locate: place }],
      ["other", { name: "other", env: "OTHER", contexts: {}, locate: place }],
    ]);
    return {
      environment,
      github: {},
      project: "demo",
      command: "apply",
      context,
      inherited: undefined,
      secrets,
      trusted,
      doubted: doubt !== undefined,
    };
  }

  /** As if a run had done this. */
  recordedAs(name: string, more: Partial<TaskState> = {}): void {
    this.recorder.tasks.set(name, {
      apiVersion: "test/v1",
      kind: "Thing",
      status: "applied",
      spec: { path: name, content: "old" },
      outputs: { ID: "id-of-old" },
      dependencies: [],
      scope: [],
      lifecycle: {},
      order: this.recorder.tasks.size,
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "2026-01-01T00:00:00.000Z",
      ...more,
    });
    const { path } = this.recorder.tasks.get(name)?.spec ?? {};
    this.world.things.set(String(path), this.recorder.tasks.get(name)?.spec ?? {});
  }

  /** Status of each task, by name. */
  static statuses({ reports }: Execution): { [name: string]: string } {
    return Object.fromEntries(reports.map(({ name, status }) => [name, status]));
  }
}
