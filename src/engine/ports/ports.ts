import type { Failure, Problem, Result } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import type {
  Change,
  Facts,
  FieldDiff,
  FieldEffect,
  Intent,
  Made,
  Observation,
  Outcome,
  Output,
  RecordedTask,
  RunInfo,
  RunReport,
  Snapshot,
  TaskError,
  TaskState,
  TaskStatus,
  UndoEntry,
} from "../model/model.ts";
import type { RunEvent } from "../model/run-events.ts";

/** Time, as the engine sees it. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Wall clock, ISO 8601 in UTC. */
  timestamp(): string;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** SHA-256 of UTF-8 text, as lower-case hex. */
export type Hash = (text: string) => string;

/** Checksum of a value's canonical JSON, with its method in front: `sha256:…`, or with a key `hmac-sha256:…`. */
export type Digest = (value: Json) => string;

/** What can be done with secrets when state is sealed. */
export interface Sealed {
  /** A keyed checksum of a value, which tells whether it is another one now, and nothing else. */
  fingerprint(value: string): string;
}

/** What a processor may use during one call. */
export interface Io {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  /** Aborts on timeout and on cancellation; whatever a call started must be gone soon after. */
  readonly signal: AbortSignal;
  /** Shows output of the task to the user, made harmless and redacted. Any chunking. */
  output(stream: "stdout" | "stderr", text: string): void;
  /** True when the text holds the value of a secret of this run. */
  containsSecret(text: string): boolean;
  /**
   * What state holds of the resource that the call is about, together with what was made since; undefined: nothing. A
   * create begins with nothing, but for what an earlier try has made. What undoes a failed change sees what that gave.
   */
  readonly recorded: RecordedTask | undefined;
  /**
   * During create and update: says what exists from now on, also when the call fails or opus ends later. It is in the
   * journal when this returns. Called again, later facts replace earlier ones, and outputs are added by name.
   */
  made(observed?: Facts, outputs?: readonly Output[]): void;
  /** Called by the engine when the call is over: shows what is left of an unfinished line. */
  end?(): void;
}

/** Io without what only the engine knows of a call. */
export type BareIo = Omit<Io, "recorded" | "made">;

/** What a recorded spec may have run. */
export const scriptNames = ["create", "update", "read", "delete", "rollback"] as const;
export type RecordedScript = (typeof scriptNames)[number];

/**
 * Knows one `apiVersion` + `kind`. `create`, `update`, `delete` and `rollback` throw when they fail
 * (a `TaskFailure` to add a hint); everything else reports problems as values.
 * Specs arrive resolved. Recorded specs are not validated again.
 */
export interface TaskProcessor<S extends JsonObject = JsonObject> {
  readonly apiVersion: string;
  readonly kind: string;
  /** The module of the repository that it came from; absent for built-in kinds. */
  readonly module?: string;
  /**
   * What a plan of this kind rests on besides specs and facts: the code that will act. A module may say what its files
   * don't show; the checksum of those is put behind it. Never stored, never shown.
   */
  readonly version?: string;
  /** Commands and contexts (globs) that it supports; a run outside them is an error. Absent: all. */
  readonly commands?: readonly string[];
  readonly contexts?: readonly string[];
  /** Top-level fields that are handed to a program as they are: one of our references inside is an error. */
  readonly verbatimFields?: readonly string[];
  /** Top-level fields that `expand` reads: resolved first, without outputs of tasks and secrets. */
  readonly fileFields?: readonly string[];
  /**
   * Reads the files that a spec names (a template, inputs to hash) before references are resolved.
   * `fileFields` are resolved already. Strings of the result are templates: literal text goes through `escapeText`.
   */
  expand?(spec: JsonObject): Promise<Result<Expanded, Problem[]>>;
  /**
   * Two top-level fields: what `expand` finds in the files that `from` (a list of globs) names goes into `into`. Where
   * tasks before may write these files, it is known only when the task is ready.
   */
  readonly reads?: { readonly from: string; readonly into: string };
  /** Paths and globs of the files that it may write while it carries a spec out. Undefined, or absent: any. */
  writes?(spec: S): readonly string[] | undefined;
  /**
   * Top-level fields that what `observe` finds depends on. Present: `differs` compares facts with `observed`, so that a
   * task which was recorded without it has not drifted, and facts are recorded anew when one of these is only recorded.
   */
  readonly factFields?: readonly string[];
  /** Checks a resolved spec (after `expand`) and gives it its type. */
  parse(spec: JsonObject): Result<S, Problem[]>;
  /** Writes what means the same in the same way (resolved or as stored), so that it compares equal. */
  normalize?(spec: JsonObject): JsonObject;
  /**
   * What somebody should know of a spec that `parse` takes.
   * @param run `sealed`: state is, so that values of secrets are compared
   */
  warnings?(spec: S, run: { readonly sealed: boolean }): Problem[];
  /**
   * Kinds whose specs name programs: the scripts of a recorded spec that `declared` does not have, or would run with
   * other programs and variables around them. Both are as state keeps them.
   * @param declared the manifest's spec of the same task; undefined: it has none
   */
  scriptsBeyond?(recorded: JsonObject, declared: JsonObject | undefined): readonly RecordedScript[];
  /** Looks at the resource. Never writes. */
  observe(spec: S, io: Io): Promise<Observation>;
  create(spec: S, io: Io): Promise<Outcome>;
  update(before: S, after: S, io: Io): Promise<Outcome>;
  delete(before: S, io: Io): Promise<void>;
  /** False when `delete` of this spec does nothing, so that what was made stays. Absent: it deletes. */
  deletes?(spec: S): boolean;
  /**
   * Live facts against a spec; `observed` is what was recorded after the last create or update.
   * Default: the fields that the spec declares, compared with the facts of the same name.
   */
  differs?(facts: Facts, spec: S, observed: Facts | undefined): FieldDiff[];
  /** Pointers of the changed fields that can't be changed in place. */
  replaceOn?(before: S, after: S): string[];
  /** True when nothing of this spec can be changed in place, so that mending drift deletes and creates as well. */
  replaces?(after: S): boolean;
  /** Pointers of fields (and all below) whose changes are recorded without running anything. */
  recordOnly?(after: S): string[];
  /**
   * What changed fields mean in a change, where that is not "the resource changes": pointer → effect, for all below it.
   * What it does not name: fields of `recordOnly` are only recorded, all others take effect with the change.
   * @param change what happens to the resource; `noop`: nothing
   */
  effects?(change: Change, before: S, after: S): { readonly [pointer: string]: FieldEffect };
  /**
   * The spec of what was really found, for a resource that is not as opus left it: what is about to be changed is kept
   * like this, so that a rollback gives it back.
   * @param stored the recorded spec as state keeps it: strings are templates, so literal text goes through `escapeText`
   * @returns undefined when what is there can't be put back
   */
  asFound?(facts: Facts, stored: JsonObject): JsonObject | undefined;
  /** Top-level fields that a spec may have, for checks of `ignoreChanges`. Absent: those that it has. */
  readonly specFields?: readonly string[];
  /** Top-level fields that suffice to observe and to delete a resource, when other values are not known any more. Absent: all. */
  readonly addressFields?: readonly string[] | ((recorded: JsonObject) => readonly string[] | undefined);
  /** The files of the workspace that are the resource, and the top-level fields that name them. Absent: it is elsewhere. */
  readonly workspaceFiles?: {
    readonly fields: readonly string[];
    /** Paths and globs from the working directory. */
    of(spec: S): readonly string[];
  };
  /** The names of its outputs, when they are always the same. A reference to any other is an error. */
  readonly outputNames?: readonly string[];
  /** Those of its outputs that are always sensitive. */
  readonly sensitiveOutputs?: readonly string[];
  /** Outputs that are known without acting. */
  predict?(spec: S, io: Pick<Io, "containsSecret">): Output[];
  /** Names the resource among all of this kind: two tasks with the same one are an error. Undefined: nothing names it. */
  identity?(spec: S): string | undefined;
  /**
   * Of a spec as state keeps it, the part that two specs without an identity have in common when they are one resource,
   * which tells a renamed task from a new one. Absent: all of it.
   */
  likeness?(stored: JsonObject): JsonObject;
  /** Identities of this kind that can't exist beside it: of a file, the files where it needs folders. Rests on what `identity` rests on. */
  excludes?(spec: S): readonly string[];
  /** Brings a recorded spec of another apiVersion or an older shape up to date. */
  upgrade?(recorded: JsonObject, from: string): JsonObject;
  /** Has this spec a rollback of its own? Absent: yes, when there is a `rollback`. */
  hasRollback?(spec: S): boolean;
  /** After a failed `update` or `delete`: puts `before` back (undefined: there was nothing). Absent: the engine's own way. */
  rollback?(change: Change, before: S | undefined, attempted: S | undefined, io: Io): Promise<Outcome | undefined>;
}

/** What `expand` gives: the spec with files read into it. */
export interface Expanded {
  readonly spec: JsonObject;
  /** Where the text at a pointer came from, so that problems in it are located there. */
  readonly origins?: { readonly [pointer: string]: { readonly file: string; readonly text: string } };
}

/** Thrown by processors: an expected failure with advice. */
export class TaskFailure extends Error {
  readonly hint: string | undefined;
  readonly detail: string | undefined;
  /** The operation has changed nothing, so there is nothing to roll back, and nothing was made that could be deleted. */
  readonly untouched: boolean;

  constructor(message: string, options: { hint?: string; detail?: string; untouched?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "TaskFailure";
    this.hint = options.hint;
    this.detail = options.detail;
    this.untouched = options.untouched ?? false;
  }
}

/** Finds processors. Two for one apiVersion and kind are rejected when it is built. */
export interface Processors {
  get(apiVersion: string, kind: string): TaskProcessor | undefined;
  /** All `apiVersion` `kind` pairs, sorted. */
  list(): readonly { readonly apiVersion: string; readonly kind: string }[];
}

// --- hooks -----------------------------------------------------------------------------------

/** One task on its way through the hooks. */
export interface TaskStep {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  readonly change: Change;
  readonly reason: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Resolved once the built-in `resolve-variables` has run; holds no secret's value. */
  readonly spec: JsonObject;
}

/** What became of a step. */
export interface StepResult {
  readonly status: Extract<TaskStatus, "done" | "failed" | "rolled-back" | "tainted" | "cancelled">;
  /** What was really done; `noop` where a `may change` turned out the same. */
  readonly change: Change;
  readonly outputs: JsonObject;
  readonly error: TaskError | null;
}

export type Next = (step: TaskStep) => Promise<StepResult>;

/** Wraps tasks, observes events, or does something at the end; called in registration order. */
export interface Hook {
  readonly name: string;
  /** Only for these commands (built-in or custom names); absent: all. */
  readonly commands?: readonly string[];
  /** Wraps each task, inside `update-state` and around `process-task`. Must call `next` once. */
  around?(step: TaskStep, next: Next): Promise<StepResult>;
  on?(event: RunEvent): void;
  finish?(report: RunReport, signal: AbortSignal): Promise<void>;
}

// --- state -----------------------------------------------------------------------------------

/** Names one stored version of a state; opaque. */
export type Revision = string;

export type Read =
  | {
      readonly state: "found";
      readonly snapshot: Snapshot;
      readonly revision: Revision;
      /** Which run stored it; its texts are empty where nobody said. */
      readonly run: RunInfo;
      /** As it is stored, to the byte: for backups, and for what the envelope says besides. */
      readonly data: Uint8Array;
    }
  | { readonly state: "absent" }
  /**
   * Can't be read, opened or trusted. Never the same as absent. `damaged`: it is this state's own, so it can be replaced.
   * `movedTo`: nothing is here any more, as the state was carried over to another name. `missing`: the store has none,
   * and can't tell whether it ever had one.
   */
  | {
      readonly state: "unavailable";
      readonly failure: Failure;
      readonly damaged?: Damaged;
      readonly movedTo?: StateName;
      readonly missing?: true;
    };

/** Which state is meant. */
export interface StateName {
  readonly project: string;
  readonly context: string;
}

/** What is left of a state that can't be used any more. */
export interface Damaged {
  /** What `write` expects, to replace it on purpose; undefined: nothing is there. */
  readonly revision: Revision | undefined;
  /** As far as they can be told. */
  readonly lineage: string | undefined;
  readonly serial: number | undefined;
}

export type Write =
  | { readonly state: "written"; readonly revision: Revision }
  /** What is stored is not what was expected. */
  | { readonly state: "conflict"; readonly failure: Failure }
  | { readonly state: "unavailable"; readonly failure: Failure };

export interface WriteOptions {
  readonly run: RunInfo;
  readonly command: string;
  /**
   * The run ends with this write, so `rollback` may go back to this serial. Nothing is written under this run's lock
   * after it, so a store may release the lock in the same step.
   */
  readonly runEnded: boolean;
  /** How many tasks this run has changed so far, by change: for the store's history. */
  readonly changes: { readonly [change in Change]?: number };
}

/** Who holds (or asks for) a lock, for people and for healing. */
export interface LockHolder {
  readonly id: string;
  readonly command: string;
  readonly project: string;
  readonly context: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly run: RunInfo;
}

export type Lock =
  /**
   * `release` may be called again, and never releases somebody else's lock; with a signal it ends early. Its failure:
   * the lock may still be held.
   */
  | { readonly state: "locked"; release(signal?: AbortSignal): Promise<Result<void, Failure>> }
  | { readonly state: "held"; readonly holder: LockHolder; readonly failure: Failure }
  /** `mayBeHeld`: it may have been granted all the same. */
  | { readonly state: "unavailable"; readonly failure: Failure; readonly mayBeHeld?: true };

export interface LockOptions {
  /** How long to wait for another holder, in milliseconds; 0: not at all. */
  readonly timeoutMs: number;
  /** Called at once and every few seconds while waiting. */
  onWait(holder: LockHolder, waitedMs: number): void;
  /** Called when a dead holder's lock was broken. */
  onBroken(holder: LockHolder, why: string): void;
  /** Called when it can't be told whether the holder's run is over (a missing permission), so that its lock can't heal. */
  onUnsure?(holder: LockHolder, why: string): void;
}

/** Asks the service that ran a holder (never a clock) whether that run is over. */
export type RunLookup = (
  run: RunInfo,
  signal: AbortSignal,
) => Promise<
  | { readonly state: "over"; readonly why: string }
  | { readonly state: "going-on" }
  /** It can't be told from here; `why` says what to change, if that helps. */
  | { readonly state: "unsure"; readonly why: string }
>;

/** A version with which a run ended, as the history of a store lists it. */
export interface RunEnd {
  readonly serial: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command and what it changed, as `apply: 3 created`; empty when the store does not keep it. */
  readonly what: string;
  /** Link to the run, or empty. */
  readonly url: string;
}

/** Where state of one project and context is kept. Compare-and-set, or it isn't a store. */
export interface StateStore {
  /** `file`, `memory`, … as in the report. */
  readonly backend: string;
  /** For messages: a path, a URL. */
  readonly location: string;
  /**
   * Who can write here without being able to change the manifest, for messages: `the Actions cache, which … can write`.
   * Scripts in state that is not sealed may be theirs. Absent: nobody.
   */
  readonly openTo?: string;
  read(signal: AbortSignal): Promise<Read>;
  /** @param expected revision that must be stored now; undefined: nothing may be stored */
  write(next: Snapshot, expected: Revision | undefined, options: WriteOptions, signal: AbortSignal): Promise<Write>;
  /** Why `write` would refuse whatever this run gives it, as far as that is known after `read`. Absent: nothing is known. */
  whyNotWrite?(): Failure | undefined;
  /**
   * Carries a state over from another name: stores it here, where none may be, leaves none there, and keeps its history.
   * Whoever reads there from now on is told where it is. A run that is killed in the middle leaves it in exactly one of
   * the two places, and the next call ends what was begun.
   * @param from of the same place; its lock, if it has one, is held by this run, and goes with this
   * @param next the state, under its new name
   * @param expected revision that must be stored there now
   */
  takeOver?(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write>;
  /** Is there a state? Asked without opening it, and as of this store's last look where that is cheaper. */
  holds?(signal: AbortSignal): Promise<Result<boolean, Failure>>;
  /** The names of all states in the same place, as far as they can be told, sorted. */
  beside?(signal: AbortSignal): Promise<Result<readonly StateName[], Failure>>;
  lock?(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock>;
  /** Releases the lock with this id, whoever holds it. */
  unlock?(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>>;
  /** The snapshot with which a run ended at this serial. */
  history?(serial: number, signal: AbortSignal): Promise<Read>;
  /** What `history` has, by ascending serial. */
  runEnds?(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>>;
  /** Who holds the lock, for those who only read. Undefined: nobody, or it can't be told. */
  lockedBy?(signal: AbortSignal): Promise<LockHolder | undefined>;
  /** Results between two writes, on this machine. */
  readonly journal?: Journal;
  /** Absolute path of a folder on this machine where a run leaves what the next one on it needs; made on use. */
  readonly localFolder?: string;
  /** Ends what the store holds open (temporary folders). Called once, at the end. */
  dispose?(): Promise<void>;
}

/** One line of the journal. */
export type JournalRecord =
  | { readonly type: "started"; readonly task: string }
  /** All that was made so far of a change that is under way. */
  | { readonly type: "made"; readonly task: string; readonly made: Made }
  | ({ readonly type: "result" } & RecordedResult);

/** How one task changed state. */
export interface RecordedResult {
  readonly task: string;
  /** The new entry; null removes it. */
  readonly entry: TaskState | null;
  /** The name under which it was recorded until now, when it was renamed. */
  readonly formerName?: string;
  /** How `rollback` undoes it; null: nothing to undo. */
  readonly undo: UndoEntry | null;
}

/** Append-only, local, and bound to one stored snapshot. All calls are synchronous: a result is on disk when they return. */
export interface Journal {
  /**
   * Records that follow this snapshot; undefined when there is no journal for it (none at all, or one of an older
   * snapshot). A torn last line is dropped.
   */
  read(lineage: string, serial: number): Result<readonly JournalRecord[] | undefined, Failure>;
  /** Begins anew after this snapshot, with these records in it from the first moment. */
  start(lineage: string, serial: number, records?: readonly JournalRecord[]): Result<void, Failure>;
  append(record: JournalRecord): Result<void, Failure>;
  /** Nothing is left to recover. */
  clear(): Result<void, Failure>;
  /**
   * The version that it follows, whatever is stored now, unless its run has ended it. Undefined: there is none, or it
   * can't be read.
   */
  unended?(): { readonly lineage: string; readonly serial: number } | undefined;
}

/** State during a run, as the executor sees it. */
export interface Recorder {
  /** Entries as of now. */
  readonly tasks: ReadonlyMap<string, TaskState>;
  /** Stores all intents of the run in one write, before its first effect. */
  begin(intents: readonly Intent[]): Promise<Result<void, Failure>>;
  /** The task's first effect is about to happen. */
  started(task: string): Result<void, Failure>;
  /** So much exists of the task by now, all in all; on disk when it returns. Says nothing of a task that is through. */
  made(task: string, made: Made): Result<void, Failure>;
  /** The task is through; on disk when it returns, in the store at the next checkpoint. */
  record(result: RecordedResult): Promise<Result<void, Failure>>;
}

/** A secret that a text holds. */
export interface HeldSecret {
  /** For people: `secret "token"`. */
  readonly what: string;
  /** Length of the longest stretch of the text that it takes, in characters. */
  readonly characters: number;
}

/** Takes secrets out of text and values before anything is shown or stored. */
export interface Redactor {
  /**
   * Registers a secret; from now on none of its forms passes.
   * @param open names that everybody knows: neither a secret that is one of them nor a line that is one counts
   */
  add(value: string, open?: ReadonlySet<string>): void;
  text(text: string): string;
  /**
   * Strings and numbers at any depth, keys too; those that become the same are numbered. Returns the same object when
   * nothing was found.
   */
  value<T extends Json>(value: T): T;
  contains(text: string): boolean;
}
