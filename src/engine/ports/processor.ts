import type { Problem, Result } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import type { Change, FieldDiff, FieldEffect } from "../model/change.ts";
import type { Observation } from "../model/observation.ts";
import type { Facts, Outcome, Output } from "../model/outcome.ts";
import type { RecordedTask } from "../model/state-body.ts";

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
