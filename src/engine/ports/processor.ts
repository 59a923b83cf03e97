import type { Problem, Result } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import type { Change, FieldDiff, FieldEffect } from "../model/change.ts";
import type { Observation } from "../model/observation.ts";
import type { Facts, Outcome, Output } from "../model/outcome.ts";
import type { KindProcess, KindProcessRequest } from "./kind-process.ts";
import type { Io, Opened } from "./task-io.ts";

/**
 * Knows one `apiVersion` + `kind`. The first seven members make a kind; all others are there for those who need them.
 * `create`, `update`, `delete`, `undo.rollback`, `plan`, `validate` and `open` throw when they fail (a `TaskFailure` to add
 * a hint); everything else reports problems as values. Specs arrive resolved. Recorded specs are not validated again.
 */
export interface TaskProcessor<S extends JsonObject = JsonObject> {
  readonly apiVersion: string;
  readonly kind: string;
  /** Checks the shape of a resolved spec (after `fields.expand`) and gives it its type. Asks nobody: editors call it, too. */
  parse(spec: JsonObject): Result<S, Problem[]>;
  /** Looks at the resource. Never writes. Who answers at once, without a promise, costs the least. */
  observe(spec: S, io: Io): Observation | Promise<Observation>;
  create(spec: S, io: Io): Promise<Outcome>;
  update(before: S, after: S, io: Io): Promise<Outcome>;
  /** Succeeds when the resource is gone already. */
  delete(before: S, io: Io): void | Promise<void>;

  /** What happens to a spec before it is planned. */
  readonly fields?: FieldRules<S>;
  /** What differs, and what has to be done about it: rules that compute and ask nobody. */
  readonly compare?: CompareRules<S>;
  /** What is known of a resource without looking at it. */
  readonly known?: KnownRules<S>;
  /** The files of the workspace that it deals with. */
  readonly workspace?: WorkspaceRules<S>;
  /** A way of its own to undo changes. */
  readonly undo?: UndoRules<S>;
  /**
   * Its tasks make nothing, they hold up what depends on them: `create` waits until what `observe` looks at holds, and
   * throws when it does not in time. `observe` looks once: present holds, absent does not. In each run that carries a plan
   * out they wait, nothing of them is recorded, and they are never a change, so `update` and `delete` are not called.
   */
  readonly gate?: true;
  /** Where it works; a run elsewhere is an error. Absent: everywhere. */
  readonly supports?: Supports;

  /** Brings a recorded spec of another apiVersion or an older shape up to date. */
  upgrade?(recorded: JsonObject, from: string): JsonObject;
  /** Checks a spec that `parse` takes by asking whoever knows the rules: a server, a program. Before anything is planned. */
  validate?(spec: S, io: Io): Promise<readonly Problem[]>;
  /** Plans by asking whoever knows the rules. Takes the place of `compare` and of `known.predict`. */
  plan?(wanted: Wanted<S>, io: Io): Promise<KindPlan>;
  /**
   * Called once a run for each configuration, before the first call that has it as `io.opened`. Starts a program, signs in.
   * @returns what the calls get, which is closed when the run ends, well or not
   */
  open?(access: RunAccess): Promise<Opened>;

  /** The module of the repository that it came from; absent for built-in kinds. */
  readonly module?: string;
  /**
   * Names the code that acts, on which a plan of this kind rests besides specs and facts. A module may name what its
   * files don't show; their checksum is put behind it. Never stored, never shown.
   */
  readonly version?: string;
}

/** What happens to a spec before it is planned. All names are names of top-level fields. */
export interface FieldRules<S extends JsonObject = JsonObject> {
  /** All that a spec may have, for checks of `ignoreChanges`. Absent: those that it has. */
  readonly names?: readonly string[];
  /** Those handed to a program as they are: one of our references inside is an error. */
  readonly verbatim?: readonly string[];
  /** Those that `expand` reads: resolved first, without outputs of tasks and secrets. */
  readonly files?: readonly string[];
  /**
   * Reads the files that a spec names (a template, inputs to hash) before references are resolved. The fields of `files`
   * are resolved already. Strings of the result are templates: literal text goes through `escapeText`.
   */
  expand?(spec: JsonObject): Promise<Result<Expanded, Problem[]>>;
  /** Writes what means the same in the same way (resolved or as stored), so that it compares equal. */
  normalize?(spec: JsonObject): JsonObject;
  /**
   * Warns of what somebody should know of a spec that `parse` takes.
   * @param run `sealed`: state is, so that values of secrets are compared
   */
  warnings?(spec: S, run: { readonly sealed: boolean }): Problem[];
  /**
   * Kinds whose specs name programs: the scripts of a recorded spec that `declared` does not have, or would run with
   * other programs and variables around them. Both are as state keeps them.
   * @param declared the manifest's spec of the same task; undefined: it has none
   */
  scriptsBeyond?(recorded: JsonObject, declared: JsonObject | undefined): readonly RecordedScript[];
}

/** What differs, and what has to be done about it. Pointers lead into the spec. */
export interface CompareRules<S extends JsonObject = JsonObject> {
  /**
   * Live facts against a spec; `observed` is what was recorded after the last create or update.
   * Default: the fields that the spec declares, compared with the facts of the same name.
   */
  differs?(facts: Facts, spec: S, observed: Facts | undefined): FieldDiff[];
  /**
   * Top-level fields that what `observe` finds depends on. Present: `differs` compares facts with `observed`, so that a
   * task which was recorded without it has not drifted, and facts are recorded anew when one of these is only recorded.
   */
  readonly factFields?: readonly string[];
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
   * Pointers of fields that are written and not compared, for people who read a plan.
   * @param secrets pointers of the fields that hold a secret
   */
  writeOnly?(after: S, secrets: ReadonlySet<string>): readonly string[];
  /** False when `delete` of this spec does nothing, so that what was made stays. Absent: it deletes. */
  deletes?(spec: S): boolean;
  /** How many things within the resource an update takes away, of how many; limits of deletions count them. */
  removes?(before: S, after: S): { readonly count: number; readonly of: number };
  /**
   * How a spec has to be written for what is there to be what it wants. Absent: each field that differs by the fact of the
   * same name; a kind with a `differs` of its own can't say it.
   * @param spec as the manifest wants it, resolved
   * @param written the same as the manifest has it: references and names of files are in place
   * @param observed what was recorded after the last create or update
   */
  accept?(facts: Facts, spec: S, written: JsonObject, observed: Facts | undefined): readonly Acceptable[];
}

/** What of a spec would have to be said in another way. `path` is a pointer into the spec. */
export type Acceptable =
  | { readonly path: string; readonly value: Json }
  | { readonly path: string; readonly copy: FileCopy }
  /** Nothing in a spec says it. `why` is a sentence without a full stop, `hint` one with. */
  | { readonly path: string; readonly why: string; readonly hint?: string };

/** A file of the workspace that a spec names is to have the bytes of the resource. Paths are from the working directory. */
export interface FileCopy {
  readonly from: string;
  readonly to: string;
  /** Digest of what is there, and of what `to` held as the spec was read. Lower-case hex. */
  readonly found: string;
  readonly read: string;
}

/** What is known of a resource without looking at it. */
export interface KnownRules<S extends JsonObject = JsonObject> {
  /** Names the resource among all of this kind, or of this `thing`: two tasks with the same one are an error. Undefined: nothing names it. */
  identity?(spec: S): string | undefined;
  /** What the identities name, where several kinds share them: `File`. Absent: the kind. */
  readonly thing?: string;
  /**
   * Of a spec as state keeps it, the part that two specs without an identity have in common when they are one resource,
   * which tells a renamed task from a new one. Absent: all of it.
   */
  likeness?(stored: JsonObject): JsonObject;
  /** Identities of this kind that can't exist beside it: of a file, the files where it needs folders. Rests on what `identity` rests on. */
  excludes?(spec: S): readonly string[];
  /** Identities of this kind that are parts of it, which no other task may have: the files of a folder. Rests on what `identity` rests on. */
  holds?(spec: S): readonly string[];
  /**
   * May it come to hold what this identity of its `thing` names, which only acting tells: a file of an unpacked archive? Then no
   * other task may have that.
   */
  mayHold?(spec: S, identity: string): boolean;
  /**
   * Top-level fields, or pointers to parts of them, that suffice to observe and to delete a resource when other values are
   * not known any more. Absent: all.
   */
  readonly addressFields?: readonly string[] | ((recorded: JsonObject) => readonly string[] | undefined);
  /** The names of its outputs, when they are always the same. A reference to any other is an error. */
  readonly outputNames?: readonly string[];
  /** Those of its outputs that are always sensitive. */
  readonly sensitiveOutputs?: readonly string[];
  /** It gives a `resource`, so that a run whose state is not sealed is refused before anything happens. */
  readonly resource?: true;
  /** Outputs that are known without acting. */
  predict?(spec: S, io: Pick<Io, "containsSecret">): Output[];
}

/** The files of the workspace that a kind deals with. Paths and globs are from the working directory. */
export interface WorkspaceRules<S extends JsonObject = JsonObject> {
  /**
   * Two top-level fields: what `fields.expand` finds in the files that `from` (a list of globs) names goes into `into`.
   * Where tasks before may write these files, it is known only when the task is ready.
   */
  readonly reads?: { readonly from: string; readonly into: string };
  /** Paths and globs of the files that it may write while it carries a spec out. Undefined, or absent: any. */
  writes?(spec: S): readonly string[] | undefined;
  /** The files that are the resource, and the top-level fields that name them. Absent: it is elsewhere. */
  readonly owns?: { readonly fields: readonly string[]; of(spec: S): readonly string[] };
}

/** A way of its own to undo changes. */
export interface UndoRules<S extends JsonObject = JsonObject> {
  /** After a failed `update` or `delete`: puts `before` back (undefined: there was nothing). Absent: the engine's own way. */
  rollback?(change: Change, before: S | undefined, attempted: S | undefined, io: Io): Promise<Outcome | undefined>;
  /** Has this spec a rollback of its own? Absent: yes, when there is a `rollback`. */
  has?(spec: S): boolean;
  /**
   * The spec of what was really found, for a resource that is not as opus left it: what is about to be changed is kept
   * like this, so that a rollback gives it back.
   * @param stored the recorded spec as state keeps it: strings are templates, so literal text goes through `escapeText`
   * @returns undefined when what is there can't be put back
   */
  asFound?(facts: Facts, stored: JsonObject): JsonObject | undefined;
}

/** Names or globs. */
export interface Supports {
  readonly commands?: readonly string[];
  readonly contexts?: readonly string[];
}

/** What a kind is asked to plan. */
export interface Wanted<S extends JsonObject = JsonObject> {
  /** The recorded spec, resolved; undefined: nothing is recorded. What else is recorded is in `io.recorded`. */
  readonly before: S | undefined;
  /** The spec of the manifest; undefined: the resource is to be deleted. Where something is unknown it holds null. */
  readonly after: S | undefined;
  /** Pointers of what is not known yet in `after`, at any depth. A text with an unknown part in it is unknown as a whole. */
  readonly unknowns: { readonly [pointer: string]: UnknownValue };
  /** What `observe` found. */
  readonly observation: Observation;
}

/** A value that is known once other tasks have run. */
export interface UnknownValue {
  /** Absent: nobody knows. */
  readonly type?: "string" | "number" | "boolean" | "list" | "object";
}

/** A plan of a kind's own. */
export interface KindPlan {
  readonly change: Extract<Change, "create" | "update" | "replace" | "delete" | "noop">;
  /** What differs. */
  readonly fields: readonly FieldDiff[];
  /** Pointers of the fields that force a replacement. */
  readonly replaceOn: readonly string[];
  /** Outputs that are known before anything runs. */
  readonly outputs: readonly Output[];
  /**
   * Pointers of what the change itself will decide, at any depth: of the fields above (`/id`), and of outputs
   * (`/outputs/NAME`, `/outputs/NAME/tags`), which hold null there.
   */
  readonly unknowns: { readonly [pointer: string]: UnknownValue };
  readonly warnings: readonly Problem[];
}

/** What `open` may use. */
export interface RunAccess extends Pick<Io, "context" | "command" | "signal" | "output" | "containsSecret"> {
  /** What the Project says of the kind (`processors[].with`), resolved. */
  readonly configuration: JsonObject;
  /**
   * Starts a program. It ends with the run: what is not stopped by then is.
   * @throws Error when it can't be started
   */
  start(request: KindProcessRequest): Promise<KindProcess>;
}

/** What `expand` gives: the spec with files read into it. */
export interface Expanded {
  readonly spec: JsonObject;
  /** Where the text at a pointer came from, so that problems in it are located there. */
  readonly origins?: { readonly [pointer: string]: { readonly file: string; readonly text: string } };
}

/** What a recorded spec may have run. */
export const scriptNames = ["create", "update", "read", "delete", "rollback"] as const;
export type RecordedScript = (typeof scriptNames)[number];

/** Finds processors. Two for one apiVersion and kind are rejected when it is built. */
export interface Processors {
  get(apiVersion: string, kind: string): TaskProcessor | undefined;
  /** All `apiVersion` `kind` pairs, sorted. */
  list(): readonly { readonly apiVersion: string; readonly kind: string }[];
}
