/**
 * Where a run hands over to the code of its command. The parts before it are the same for all commands:
 * - `reports`, `projects`: at once; nothing of the repository is loaded
 * - `contexts`: the manifest is loaded, and the contexts are chosen
 * - `lock`: the store of a context is open, and its lock is not taken
 * - `manifest`: the tasks of the context are checked
 * - `state`: the state of the context is read
 * - `plan`: a plan is made
 * - `preview`: the plan of another command is made, and shown
 */
export type CommandStage = "reports" | "projects" | "contexts" | "lock" | "manifest" | "state" | "plan" | "preview";

/** One command. Help, docs, schemas and the input `command` are made from these rows. */
export interface CommandRow {
  /** What it does, for `--help`: an imperative. */
  readonly help: string;
  /** What it does, for docs/commands.md: Markdown. */
  readonly docs: string;
  /** What it changes, so an untrusted run may not. Absent: nothing. */
  readonly writes?: readonly ("resources" | "state" | "lock")[];
  readonly stage: CommandStage;
  /** State says what is to be done; of the manifest only the order of the tasks counts. */
  readonly fromState?: true;
  /**
   * Where its context is named, it needs of the manifest the Project alone, and of kinds those that are recorded. What is
   * wrong elsewhere is a warning.
   */
  readonly projectAlone?: true;
  /** Needs the name of a context; an event does not choose one. */
  readonly namedContext?: true;
  /** Does a part of what that command does, so a project that renames that one loses both names. */
  readonly partOf?: string;
}

/** Commands by name, in the order of the help. */
export type CommandTable = { readonly [name: string]: CommandRow };

const acts = ["resources", "state"] as const;

/** The commands that there are, whatever a project calls them. */
export const builtInCommands = {
  plan: {
    help: "show what apply (or --plan-command) would do; changes nothing",
    docs: "shows what `plan-command` would do: `apply`, or the name that is mapped to it",
    stage: "preview",
  },
  apply: {
    help: "create what is missing, update what differs, delete what left the manifest",
    docs: "creates what is missing, updates what differs, deletes what left the manifest",
    writes: acts,
    stage: "plan",
  },
  create: {
    help: "of apply only create and adopt, of what is not recorded yet",
    docs: "of `apply` only create and adopt, of what is not recorded yet",
    writes: acts,
    stage: "plan",
    partOf: "apply",
  },
  update: {
    help: "of apply only update, replace and mend, also what is gone",
    docs: "of `apply` only update, replace and the mending of drift, also of what is gone",
    writes: acts,
    stage: "plan",
    partOf: "apply",
  },
  delete: {
    help: "delete every recorded task, dependants first; needs --context",
    docs: "deletes every recorded task in scope, dependants first; needs an explicit `context`",
    writes: acts,
    stage: "plan",
    fromState: true,
    projectAlone: true,
    namedContext: true,
  },
  describe: {
    help: "show what is recorded and what is really there",
    docs: "shows what is recorded and what is really there",
    stage: "plan",
    projectAlone: true,
  },
  drift: {
    help: "compare manifest, recorded state and live resources; changes nothing",
    docs: "compares manifest, recorded state and live resources",
    stage: "plan",
  },
  rollback: {
    help: "undo the last run that changed this context, or go back to --to <serial>",
    docs: "undoes the last run that changed this context, once, or goes back to a serial with `to`",
    writes: acts,
    stage: "plan",
    fromState: true,
  },
  validate: {
    help: "check manifest, values and references",
    docs: "checks manifest, values and references; needs no state",
    stage: "manifest",
  },
  contexts: {
    help: "list the contexts of this event",
    docs: "lists the contexts of this event, in the output `contexts`, for a job matrix",
    stage: "contexts",
  },
  projects: {
    help: "list the projects of this repository, each with its contexts",
    docs: "lists the projects of this repository, each with its contexts, in the output `projects`, for a job matrix",
    stage: "projects",
  },
  forget: {
    help: "drop --target from state without touching the resource",
    docs: "drops `target` from state without touching the resource",
    writes: ["state"],
    stage: "state",
    fromState: true,
    projectAlone: true,
  },
  unlock: {
    help: "release the lock with --lock-id",
    docs: "releases the lock with `lock-id`",
    writes: ["lock"],
    stage: "lock",
    projectAlone: true,
  },
  report: {
    help: "join the reports of several runs (--reports) into one",
    docs: "joins the reports of a matrix, or of many projects, into one summary, comment and outputs",
    stage: "reports",
  },
} as const satisfies CommandTable;

type BuiltIn = typeof builtInCommands;

/** The built-in commands for which a plan is made. */
export type Action = { [Name in keyof BuiltIn]: BuiltIn[Name]["stage"] extends "plan" ? Name : never }[keyof BuiltIn];

/** What a terminal has beside the commands: programs of their own, with arguments of their own. */
export const terminalPrograms = {
  state: { help: "look at what is recorded, back it up, mend it: see opus state --help" },
  site: { help: "make a static page of all that is recorded (--out): see opus site --help" },
  init: { help: "begin a project in this folder: manifest, workflow, editor settings" },
  explain: { help: "tell what a kind, a field or the code of a message means" },
  graph: { help: "draw which task depends on which: mermaid, dot or svg" },
  fmt: { help: "give the files of the manifest one way of spacing; --check" },
  docs: { help: "serve the pages of this version to a browser on this machine" },
  completion: { help: "print what makes bash, zsh or fish complete the command line" },
  "debug-info": { help: "show what a bug report needs, to paste: versions, event, trust, context, state" },
} as const satisfies { readonly [name: string]: { readonly help: string } };

/** Names that later versions need. */
const reservedNames = ["import"] as const;

/** Names that no project can give to an action. */
export function takenNames(commands: CommandTable): readonly string[] {
  return [...Object.keys(commands), ...reservedNames, ...Object.keys(terminalPrograms)];
}

/** Whether a command changes anything. */
export function writes({ writes: what = [] }: CommandRow): boolean {
  return what.length > 0;
}

/** Whether a command carries out a plan. */
export function executes(row: CommandRow): boolean {
  return row.stage === "plan" && writes(row);
}

/** Whether a command makes a plan only to show what is there. */
export function onlyLooks(row: CommandRow | undefined): boolean {
  return row?.stage === "plan" && !writes(row);
}

/**
 * The row of a command that is called by its built-in name.
 * @returns undefined for a project's own name
 */
export function commandNamed(name: string, commands: CommandTable = builtInCommands): CommandRow | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/** The names of the commands that a project may give a name of its own. */
export function mappableNames(commands: CommandTable = builtInCommands): readonly string[] {
  return Object.keys(commands).filter((name) => commands[name]?.stage === "plan");
}
