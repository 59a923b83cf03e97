import fc from "fast-check";

/** A task's place in a world. Its names, paths and live files follow from its number, and it refers to lower ones only. */
export type Slot = number;

export const slots = 6;

interface Common {
  /** Which of the slot's two names it has. */
  readonly named: 0 | 1;
  /** Does it list the other one under `formerNames`? Without, a rename leaves an orphan that is the same resource. */
  readonly former: boolean;
  readonly dependencies: readonly Slot[];
  readonly references: readonly { readonly to: Slot; readonly key: number; readonly fallback: boolean }[];
  readonly scope: "none" | "apply" | "test" | "prod" | "update";
  readonly adopt: boolean;
  readonly onRemove: "delete" | "forget" | undefined;
  readonly ephemeral: boolean;
  readonly preventDestroy: boolean;
  readonly ignoreChanges: boolean;
  readonly autoRollback: boolean;
}

export interface FileTask extends Common {
  readonly kind: "File";
  readonly text: number;
  /** Of its own paths; or (2) the one that every slot can take, (3) that of its neighbour, (4) one below that of its neighbour. */
  readonly path: 0 | 1 | 2 | 3 | 4;
  readonly mode: "0600" | "0644" | undefined;
  readonly template: boolean;
}

export interface ShellTask extends Common {
  readonly kind: "Shell";
  readonly text: number;
  readonly update: boolean;
  readonly delete: boolean;
  /** Stands in a script whose changes are only recorded. */
  readonly note: number;
  /** Runs again when the file of this slot is another one. */
  readonly input: Slot | undefined;
}

export type TaskModel = FileTask | ShellTask;

export type Script = "create" | "update" | "delete" | "read";
export type ScriptFailure = "before" | "after";

/** `make`: exactly as the manifest wants it. */
export type Hand = "edit" | "remove" | "mode" | "make";

/** What changes in the manifest: a task comes in the place of what was there (null: it leaves), or only its text changes. */
export type Edit =
  | { readonly slot: Slot; readonly task: TaskModel | null }
  | { readonly slot: Slot; readonly text: number };

/** Each has a state and live resources of its own; a manifest that went on meanwhile waits for whoever comes back. */
export type Context = "test" | "prod";

export interface Step {
  readonly context: Context;
  readonly edits: readonly Edit[];
  /** Turns the manifest's order round, as far as nothing depends on it. */
  readonly reverse: boolean;
  /** What somebody does to live resources by hand. */
  readonly hands: readonly { readonly slot: Slot; readonly what: Hand }[];
  /** Scripts that fail in this step, with or without their effect. */
  readonly failures: readonly {
    readonly slot: Slot;
    readonly script: Script;
    readonly when: ScriptFailure;
  }[];
  readonly command: "apply" | "create" | "update";
  readonly targets: readonly Slot[];
  readonly refresh: "all" | "changed" | "none";
  readonly parallelism: 1 | 4;
  readonly failFast: boolean;
  /** Go back to before this step, if it succeeded. */
  readonly rollback: boolean;
}

export interface World {
  readonly steps: readonly Step[];
}

const slot = fc.nat({ max: slots - 1 });
const rarely = fc.nat({ max: 9 }).map((number) => number === 9);
const often = rarely.map((value) => !value);

function common(at: Slot) {
  const lower = fc.nat({ max: Math.max(at - 1, 0) });
  const most = at === 0 ? 0 : 2;
  return {
    named: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0 as const) },
      { weight: 1, arbitrary: fc.constant(1 as const) },
    ),
    former: often,
    dependencies: fc.uniqueArray(lower, { maxLength: most }),
    references: fc.array(fc.record({ to: lower, key: fc.nat({ max: 1 }), fallback: fc.boolean() }), {
      maxLength: most,
    }),
    scope: fc.oneof(
      { weight: 12, arbitrary: fc.constant("none" as const) },
      { weight: 2, arbitrary: fc.constantFrom("apply" as const, "test" as const) },
      { weight: 1, arbitrary: fc.constantFrom("prod" as const, "update" as const) },
    ),
    adopt: rarely,
    onRemove: fc.constantFrom("delete" as const, undefined, undefined, "forget" as const),
    ephemeral: rarely,
    preventDestroy: fc.nat({ max: 24 }).map((number) => number === 24),
    ignoreChanges: rarely,
    autoRollback: often,
  };
}

function file(at: Slot): fc.Arbitrary<FileTask> {
  return fc.record({
    kind: fc.constant("File" as const),
    text: fc.nat({ max: 3 }),
    path: fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(0 as const, 0 as const, 1 as const) },
      { weight: 1, arbitrary: fc.constant(2 as const) },
      { weight: 2, arbitrary: fc.constant(3 as const) },
      { weight: 1, arbitrary: fc.constant(4 as const) },
    ),
    mode: fc.constantFrom(undefined, undefined, "0600" as const, "0644" as const),
    template: rarely,
    ...common(at),
  });
}

function shell(at: Slot): fc.Arbitrary<ShellTask> {
  return fc.record({
    kind: fc.constant("Shell" as const),
    text: fc.nat({ max: 3 }),
    update: fc.boolean(),
    delete: often,
    note: fc.nat({ max: 1 }),
    input: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.nat({ max: Math.max(at - 1, 0) }) },
    ),
    ...common(at),
  });
}

function edit(at: Slot, shells: boolean, first: boolean): fc.Arbitrary<Edit> {
  const slot = fc.constant(at);
  const task = shells ? fc.oneof({ weight: 3, arbitrary: file(at) }, { weight: 2, arbitrary: shell(at) }) : file(at);
  const comes: fc.Arbitrary<Edit> = fc.record({ slot, task });
  if (first) return comes;
  const leaves: fc.Arbitrary<Edit> = fc.record({ slot, task: fc.constant(null) });
  const changes: fc.Arbitrary<Edit> = fc.record({ slot, text: fc.nat({ max: 3 }) });
  return fc.oneof({ weight: 3, arbitrary: comes }, { weight: 2, arbitrary: leaves }, { weight: 4, arbitrary: changes });
}

function step(edits: fc.Arbitrary<Step["edits"]>, handsMost: number): fc.Arbitrary<Step> {
  return fc.record({
    context: fc.oneof(
      { weight: 4, arbitrary: fc.constant("test" as const) },
      { weight: 1, arbitrary: fc.constant("prod" as const) },
    ),
    edits,
    reverse: fc.boolean(),
    hands: fc.array(fc.record({ slot, what: fc.constantFrom<Hand>("edit", "remove", "mode", "make") }), {
      maxLength: handsMost,
    }),
    failures: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            slot,
            script: fc.constantFrom<Script>("create", "create", "create", "update", "update", "delete", "read"),
            when: fc.constantFrom("before" as const, "after" as const),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      },
    ),
    command: fc.oneof(
      { weight: 12, arbitrary: fc.constant("apply" as const) },
      { weight: 1, arbitrary: fc.constantFrom("create" as const, "update" as const) },
    ),
    targets: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.uniqueArray(slot, { minLength: 1, maxLength: 2 }) },
    ),
    refresh: fc.oneof(
      { weight: 6, arbitrary: fc.constant("all" as const) },
      { weight: 1, arbitrary: fc.constantFrom("changed" as const, "none" as const) },
    ),
    parallelism: fc.constantFrom(1 as const, 4 as const),
    failFast: rarely,
    rollback: fc.nat({ max: 3 }).map((number) => number === 3),
  });
}

/** Worlds that begin with a few tasks, and change in every step. Without `shells` there are only Files. */
export function worlds({ shells = true } = {}): fc.Arbitrary<World> {
  const edits = (first: boolean) => fc.oneof(...Array.from({ length: slots }, (_, at) => edit(at, shells, first)));
  const first = step(fc.uniqueArray(edits(true), { minLength: 1, maxLength: slots, selector: (one) => one.slot }), 1);
  const later = step(fc.uniqueArray(edits(false), { maxLength: 4, selector: (one) => one.slot }), 2);
  return fc
    .tuple(first, fc.array(later, { minLength: 1, maxLength: 4 }))
    .map(([begin, rest]): World => ({ steps: [begin, ...rest] }));
}
