// biome-ignore-all lint/suspicious/noConfusingVoidType: a function may return nothing
// Types for kinds and hooks of a repository. docs/kinds/own-kinds.md and docs/hooks.md say what each member does.

/** Specs, facts and outputs are made of these alone. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** The part of JSON Schema that a spec is checked with. A mapping with `properties` has no other fields, unless it says so. */
export interface SpecSchema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly SpecSchema[];
  readonly title?: string;
  /** What the field is for, as the beginning of a sentence. Messages say it. */
  readonly description?: string;
  readonly examples?: readonly Json[];
  readonly properties?: { readonly [name: string]: SpecSchema };
  readonly required?: readonly string[];
  /** Absent: false. */
  readonly additionalProperties?: boolean | SpecSchema;
  readonly items?: SpecSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";

/** The type of a value that a schema takes. */
export type FromSchema<S> = S extends { readonly const: infer C }
  ? C
  : S extends { readonly enum: readonly (infer E)[] }
    ? E
    : S extends { readonly anyOf: readonly (infer O)[] }
      ? FromSchema<O>
      : S extends { readonly type: readonly (infer T)[] }
        ? OfType<T, S>
        : S extends { readonly type: infer T }
          ? OfType<T, S>
          : Json;

type OfType<T, S> = T extends "string"
  ? string
  : T extends "number" | "integer"
    ? number
    : T extends "boolean"
      ? boolean
      : T extends "null"
        ? null
        : T extends "array"
          ? S extends { readonly items: infer I }
            ? readonly FromSchema<I>[]
            : readonly Json[]
          : T extends "object"
            ? Fields<S>
            : never;

type Fields<S> = S extends { readonly properties: infer P }
  ? { readonly [K in keyof P as K extends RequiredNames<S> ? K : never]: FromSchema<P[K]> } & {
      readonly [K in keyof P as K extends RequiredNames<S> ? never : K]?: FromSchema<P[K]>;
    }
  : S extends { readonly additionalProperties: infer A }
    ? { readonly [name: string]: A extends SpecSchema ? FromSchema<A> : Json }
    : JsonObject;

type RequiredNames<S> = S extends { readonly required: readonly (infer R)[] } ? R : never;

/** Something that is wrong with a spec. */
export interface Problem {
  readonly message: string;
  /** JSON pointer into the spec: its line is marked. Absent: the spec as a whole. */
  readonly pointer?: string;
  /** Letters, digits and dashes; absent: `bad-spec`. */
  readonly code?: string;
  /** What to do, as a sentence. */
  readonly suggestion?: string;
  /** Marks the key and not the value. */
  readonly atKey?: boolean;
  /** Characters from the start of the text at `pointer`. */
  readonly offset?: number;
}

export type Parsed<Spec> =
  | { readonly ok: true; readonly value: Spec }
  | { readonly ok: false; readonly error: readonly (string | Problem)[] };

export interface Output {
  /** A letter or `_`, then letters, digits, `_` and `-`. */
  readonly name: string;
  readonly value: Json;
  readonly sensitive?: boolean;
  /** It counts for this command alone. */
  readonly command?: string;
  /** It counts in this context alone. */
  readonly context?: string;
}

/** What a create or update leaves behind. */
export interface Outcome {
  readonly outputs?: readonly Output[];
  readonly observed?: JsonObject;
  readonly warnings?: readonly string[];
  readonly resource?: string;
}

export type Observation =
  | {
      readonly state: "present";
      readonly facts: JsonObject;
      readonly outputs?: readonly Output[];
      readonly resource?: string;
    }
  | { readonly state: "absent"; readonly why?: string }
  | { readonly state: "unobservable"; readonly why: string }
  | {
      readonly state: "failed";
      readonly error: { readonly message: string; readonly hint?: string; readonly detail?: string };
    };

export interface FieldDiff {
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly sensitive?: boolean;
}

export type Change = "create" | "update" | "replace" | "delete" | "adopt" | "forget" | "noop" | "none";

/** What is recorded of the resource that a call is about. */
export interface Recorded {
  readonly spec: JsonObject;
  readonly outputs: JsonObject;
  readonly observed?: JsonObject;
  readonly resource?: string;
  readonly missing: readonly string[];
}

/** What a call gets. `Opened` is what `open` gave. */
export interface Io<Opened = unknown> {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  readonly signal: AbortSignal;
  output(stream: "stdout" | "stderr", text: string): void;
  tell?(text: string): void;
  containsSecret(text: string): boolean;
  readonly recorded: Recorded | undefined;
  /** What exists from now on, also when the call fails later. On disk when it returns. */
  made(observed?: JsonObject, outputs?: readonly Output[], resource?: string): void;
  readonly opened?: Opened | undefined;
  readonly adoptId?: string | undefined;
  readonly lineage?: string | undefined;
  readonly http?: Http | undefined;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  readonly repeatable?: boolean;
  readonly retryOn?: readonly number[];
  readonly limits?: { readonly concurrent?: number; readonly perSecond?: number };
  readonly once?: true;
  readonly follow?: false;
  readonly withinMs?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  readonly url: string;
}

export interface HttpFetch extends Pick<HttpRequest, "url" | "headers" | "limits"> {
  readonly what?: string;
  readonly secure?: boolean;
}

export interface HttpStream extends Omit<HttpAnswer, "text"> {
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface Http {
  request(request: HttpRequest): Promise<HttpAnswer>;
  fetch<T>(request: HttpFetch, take: (answer: HttpStream) => Promise<T>): Promise<T>;
  reach(host: string, port: number, withinMs: number): Promise<void>;
  shared<T>(key: string, load: (http: Http) => Promise<T>, fresh?: boolean): Promise<T>;
  drop(key: string): void;
  hide(secret: string): void;
  pause(ms: number): Promise<void>;
  now(): number;
}

/** What `open` gets. */
export interface RunAccess extends Pick<Io, "context" | "command" | "signal" | "output" | "containsSecret"> {
  readonly configuration: JsonObject;
  start(request: {
    readonly command: string;
    readonly args?: readonly string[];
    readonly cwd?: string;
    readonly env?: { readonly [name: string]: string };
    onLine(line: string): void;
  }): Promise<{
    readonly pid: number;
    write(text: string): void;
    readonly ended: Promise<{
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly stderr: string;
    }>;
    stop(): Promise<void>;
  }>;
}

export interface Wanted<Spec> {
  readonly before: Spec | undefined;
  readonly after: Spec | undefined;
  readonly unknowns: { readonly [pointer: string]: { readonly type?: string } };
  readonly observation: Observation;
}

export interface KindPlan {
  readonly change: "create" | "update" | "replace" | "delete" | "noop";
  readonly fields?: readonly FieldDiff[];
  readonly replaceOn?: readonly string[];
  readonly outputs?: readonly Output[];
  readonly unknowns?: {
    readonly [pointer: string]: { readonly type?: "string" | "number" | "boolean" | "list" | "object" };
  };
  readonly warnings?: readonly (string | Problem)[];
}

type Later<T> = T | Promise<T>;

/** The members that each kind has. */
interface Making<Spec, Opened> {
  observe(spec: Spec, io: Io<Opened>): Later<Observation>;
  create(spec: Spec, io: Io<Opened>): Later<Outcome | undefined | void>;
  update(before: Spec, after: Spec, io: Io<Opened>): Later<Outcome | undefined | void>;
  delete(before: Spec, io: Io<Opened>): Later<void>;
}

interface FieldRules<Spec> {
  readonly names?: readonly string[];
  readonly verbatim?: readonly string[];
  readonly files?: readonly string[];
  expand?(spec: JsonObject): Later<
    | {
        readonly ok: true;
        readonly value: {
          readonly spec: JsonObject;
          readonly origins?: { readonly [pointer: string]: { readonly file: string; readonly text: string } };
        };
      }
    | { readonly ok: false; readonly error: readonly (string | Problem)[] }
  >;
  normalize?(spec: JsonObject): JsonObject;
  warnings?(spec: Spec, run: { readonly sealed: boolean }): readonly (string | Problem)[];
}

interface CompareRules<Spec> {
  differs?(facts: JsonObject, spec: Spec, observed: JsonObject | undefined): readonly FieldDiff[];
  readonly factFields?: readonly string[];
  replaceOn?(before: Spec, after: Spec): readonly string[];
  replaces?(after: Spec): boolean;
  recordOnly?(after: Spec): readonly string[];
  effects?(
    change: Change,
    before: Spec,
    after: Spec,
  ): { readonly [pointer: string]: { readonly effect: "now" | "later" | "recorded"; readonly runs?: string } };
  writeOnly?(after: Spec, secrets: ReadonlySet<string>): readonly string[];
  deletes?(spec: Spec): boolean;
  removes?(before: Spec, after: Spec): { readonly count: number; readonly of: number };
  accept?(
    facts: JsonObject,
    spec: Spec,
    written: JsonObject,
    observed: JsonObject | undefined,
  ): readonly (
    | { readonly path: string; readonly value: Json }
    | { readonly path: string; readonly why: string; readonly hint?: string }
  )[];
}

interface KnownRules<Spec> {
  identity?(spec: Spec): string | undefined;
  likeness?(stored: JsonObject): JsonObject;
  excludes?(spec: Spec): readonly string[];
  readonly addressFields?: readonly string[] | ((recorded: JsonObject) => readonly string[] | undefined);
  readonly outputNames?: readonly string[];
  readonly sensitiveOutputs?: readonly string[];
  readonly resource?: true;
  predict?(spec: Spec, io: Pick<Io, "containsSecret">): readonly Output[];
}

interface WorkspaceRules<Spec> {
  readonly reads?: { readonly from: string; readonly into: string };
  writes?(spec: Spec): readonly string[] | undefined;
  readonly owns?: { readonly fields: readonly string[]; of(spec: Spec): readonly string[] };
}

interface Undoing<Spec, Opened> {
  rollback?(
    change: Change,
    before: Spec | undefined,
    attempted: Spec | undefined,
    io: Io<Opened>,
  ): Later<Outcome | undefined | void>;
  asFound?(facts: JsonObject, stored: JsonObject): JsonObject | undefined;
}

interface UndoRules<Spec, Opened> extends Undoing<Spec, Opened> {
  has?(spec: Spec): boolean;
}

/** Names or globs; absent: all. */
interface Supports {
  readonly commands?: readonly string[];
  readonly contexts?: readonly string[];
}

interface Named {
  readonly apiVersion: string;
  readonly kind: string;
}

interface Beside<Spec, Opened> {
  readonly version?: string;
  readonly gate?: true;
  upgrade?(recorded: JsonObject, from: string): JsonObject;
  validate?(spec: Spec, io: Io<Opened>): Promise<readonly (string | Problem)[]>;
  plan?(wanted: Wanted<Spec>, io: Io<Opened>): Promise<KindPlan>;
  open?(access: RunAccess): Promise<Opened & { close(): Later<void> }>;
}

/** A kind, as opus takes it. */
export interface Processor<Spec = JsonObject, Opened = unknown>
  extends Named,
    Making<Spec, Opened>,
    Beside<Spec, Opened> {
  parse(spec: JsonObject): Parsed<Spec>;
  readonly fields?: FieldRules<Spec>;
  readonly compare?: CompareRules<Spec>;
  readonly known?: KnownRules<Spec>;
  readonly workspace?: WorkspaceRules<Spec>;
  readonly undo?: UndoRules<Spec, Opened>;
  readonly supports?: Supports;
}

/** A kind whose specs are checked by a schema. */
export interface ProcessorDefinition<S extends SpecSchema, Opened = unknown>
  extends Omit<Processor<FromSchema<S>, Opened>, "parse"> {
  readonly schema: S;
  /** What the schema can't say. Asks nobody. */
  check?(spec: FromSchema<S>): readonly (string | Problem)[];
}

/** A kind as a class: all members stand beside each other. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: all of it may be left out
export abstract class TaskProcessor<Spec = JsonObject, Opened = unknown> implements Making<Spec, Opened> {
  abstract readonly apiVersion: string;
  abstract readonly kind: string;
  /** Of the spec; or there is a `parse`. */
  readonly schema?: SpecSchema;
  abstract observe(spec: Spec, io: Io<Opened>): Later<Observation>;
  abstract create(spec: Spec, io: Io<Opened>): Later<Outcome | undefined | void>;
  abstract update(before: Spec, after: Spec, io: Io<Opened>): Later<Outcome | undefined | void>;
  abstract delete(before: Spec, io: Io<Opened>): Later<void>;
}
// What else a class may have.
export interface TaskProcessor<Spec = JsonObject, Opened = unknown>
  extends Beside<Spec, Opened>,
    FieldRules<Spec>,
    CompareRules<Spec>,
    KnownRules<Spec>,
    WorkspaceRules<Spec>,
    Undoing<Spec, Opened>,
    Supports {
  check?(spec: Spec): readonly (string | Problem)[];
  parse?(spec: JsonObject): Parsed<Spec>;
  hasRollback?(spec: Spec): boolean;
}

/** A kind whose specs are checked by its schema, and typed by it. @throws Error when the schema says what is not checked */
export function defineProcessor<const S extends SpecSchema, Opened = unknown>(
  definition: ProcessorDefinition<S, Opened>,
): Processor<FromSchema<S>, Opened>;
/** A kind that checks its specs itself. */
export function defineProcessor<Spec extends JsonObject, Opened = unknown>(
  definition: Processor<Spec, Opened> & { readonly schema?: undefined },
): Processor<Spec, Opened>;
/** A kind that is written as a class. */
export function defineProcessor<Spec, Opened = unknown>(
  definition: TaskProcessor<Spec, Opened> | (new () => TaskProcessor<Spec, Opened>),
): Processor<Spec, Opened>;

/** An error that says what to do about it. With `untouched` nothing was changed, so nothing is undone. */
export class TaskFailure extends Error {
  constructor(
    message: string,
    options?: {
      readonly hint?: string;
      readonly detail?: string;
      readonly untouched?: boolean;
      readonly cause?: unknown;
    },
  );
  readonly hint?: string;
  readonly detail?: string;
  readonly untouched?: boolean;
}

/** A task as the report shows it. */
export interface TaskReport {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly change: Change;
  readonly reason: string;
  readonly status: "planned" | "done" | "failed" | "rolled-back" | "tainted" | "skipped" | "cancelled" | "observed";
  readonly drift: string;
  readonly gate?: string;
  readonly fields: readonly ReportedField[];
  readonly outputs: JsonObject;
  readonly error: { readonly message: string; readonly hint?: string; readonly detail?: string } | null;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
  readonly dependencies: readonly string[];
  readonly durationMs: number;
}

export interface ReportedField extends FieldDiff {
  readonly drifted?: boolean;
  readonly unfinished?: boolean;
  readonly forcesReplacement?: boolean;
  readonly writeOnly?: boolean;
  readonly knownAfter?: readonly string[];
}

export type Counts = {
  readonly [name in
    | "create"
    | "update"
    | "replace"
    | "delete"
    | "adopt"
    | "forget"
    | "noop"
    | "failed"
    | "skipped"
    | "unknown"
    | "gate"]: number;
};

export interface RunReport {
  readonly format: "opus-report";
  readonly version: 1;
  readonly command: string;
  readonly previews?: string;
  readonly project: string;
  readonly result: "success" | "failure" | "cancelled";
  readonly failureReason: string | null;
  readonly diagnostics: readonly {
    readonly severity: "error" | "warning" | "notice";
    readonly code: string;
    readonly message: string;
  }[];
  readonly contexts: readonly {
    readonly name: string;
    readonly planDigest: string | null;
    readonly counts: Counts;
    readonly tasks: readonly TaskReport[];
    readonly failureReason: string | null;
  }[];
}

/** What happens in a run. */
export type RunEvent =
  | {
      readonly type: "planned";
      readonly context: string;
      readonly action: string;
      readonly digest: string;
      readonly counts: Counts;
      readonly tasks: readonly TaskReport[];
    }
  | {
      readonly type: "task-started";
      readonly context: string;
      readonly task: string;
      readonly kind: string;
      readonly change: Change;
      readonly reason: string;
    }
  | {
      readonly type: "task-finished";
      readonly context: string;
      readonly report: TaskReport;
      readonly done: number;
      readonly total: number;
      readonly elapsedMs: number;
    }
  | {
      readonly type: "run-finished";
      readonly report: RunReport;
      /** Why the run failed; null: it did not. */
      readonly failure: { readonly reason: string; readonly message: string } | null;
      readonly elapsedMs: number;
    }
  | { readonly type: OtherEvent; readonly [member: string]: unknown };

type OtherEvent =
  | "run-started"
  | "manifest-loaded"
  | "context-started"
  | "context-finished"
  | "context-listed"
  | "compared"
  | "lock-waiting"
  | "lock-unsure"
  | "lock-broken"
  | "observing"
  | "paced"
  | "progress"
  | "task-output"
  | "task-retrying"
  | "task-rolling-back"
  | "state-saved"
  | "accepted"
  | "diagnostic"
  | "cancelling";

/** One task on its way through the hooks. */
export interface TaskStep {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  readonly change: Change;
  readonly reason: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: JsonObject;
}

export interface StepResult {
  readonly status: "done" | "failed" | "rolled-back" | "tainted" | "cancelled";
  readonly change: Change;
  readonly outputs: JsonObject;
  readonly error: { readonly message: string } | null;
}

/** A plan that a policy is asked about. */
export interface PlanForReview {
  readonly command: string;
  readonly previews?: string;
  readonly action: string;
  readonly project: string;
  readonly context: string;
  readonly digest: string;
  readonly order: readonly string[];
  readonly counts: Counts;
  readonly tasks: readonly TaskReport[];
  /**
   * Asked once more, in the middle of an apply: the name of the task that comes next, and of which all is known now. Absent:
   * asked about the plan as a whole, before anything is done.
   */
  readonly nowKnown?: string;
}

/** What a policy has against a plan. */
export interface PolicyProblem {
  readonly message: string;
  readonly severity?: "error" | "warning";
  readonly task?: string;
  readonly pointer?: string;
  readonly hint?: string;
}

export interface Hook {
  readonly name?: string;
  around?(step: TaskStep, next: (step: TaskStep) => Promise<StepResult>): Promise<StepResult>;
  on?(event: RunEvent): void;
  finish?(report: RunReport, signal: AbortSignal): Later<void>;
  review?(plan: PlanForReview, signal: AbortSignal): Later<readonly (string | PolicyProblem)[]>;
}

/** A hook, or a function that makes one of what the Project says (`with`). */
export function defineHook<const H extends Hook>(hook: H): H;
export function defineHook<Options>(make: (options: Options) => Later<Hook>): (options: Options) => Later<Hook>;
