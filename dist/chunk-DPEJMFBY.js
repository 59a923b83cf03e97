import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/commands.ts
var acts = ["resources", "state"];
var builtInCommands = {
  plan: {
    help: "show what apply (or --plan-command) would do; changes nothing",
    docs: "shows what `plan-command` would do: `apply`, or the name that is mapped to it",
    stage: "preview"
  },
  apply: {
    help: "create what is missing, update what differs, delete what left the manifest",
    docs: "creates what is missing, updates what differs, deletes what left the manifest",
    writes: acts,
    stage: "plan"
  },
  create: {
    help: "of apply only create and adopt",
    docs: "of `apply` only create and adopt",
    writes: acts,
    stage: "plan",
    partOf: "apply"
  },
  update: {
    help: "of apply only update, replace and mend",
    docs: "of `apply` only update, replace and the mending of drift",
    writes: acts,
    stage: "plan",
    partOf: "apply"
  },
  delete: {
    help: "delete every recorded task, dependants first; needs --context",
    docs: "deletes every recorded task in scope, dependants first; needs an explicit `context`",
    writes: acts,
    stage: "plan",
    fromState: true,
    projectAlone: true,
    namedContext: true
  },
  describe: {
    help: "show what is recorded and what is really there",
    docs: "shows what is recorded and what is really there",
    stage: "plan",
    projectAlone: true
  },
  drift: {
    help: "compare manifest, recorded state and live resources; changes nothing",
    docs: "compares manifest, recorded state and live resources",
    stage: "plan"
  },
  rollback: {
    help: "undo the last run that changed this context, or go back to --to <serial>",
    docs: "undoes the last run that changed this context, or goes back to a serial with `to`",
    writes: acts,
    stage: "plan",
    fromState: true
  },
  validate: {
    help: "check manifest, values and references",
    docs: "checks manifest, values and references; needs no state",
    stage: "manifest"
  },
  contexts: {
    help: "list the contexts of this event",
    docs: "lists the contexts of this event, in the output `contexts`, for a job matrix",
    stage: "contexts"
  },
  projects: {
    help: "list the projects of this repository, each with its contexts",
    docs: "lists the projects of this repository, each with its contexts, in the output `projects`, for a job matrix",
    stage: "projects"
  },
  forget: {
    help: "drop --target from state without touching the resource",
    docs: "drops `target` from state without touching the resource",
    writes: ["state"],
    stage: "state",
    fromState: true,
    projectAlone: true
  },
  unlock: {
    help: "release the lock with --lock-id",
    docs: "releases the lock with `lock-id`",
    writes: ["lock"],
    stage: "lock",
    projectAlone: true
  },
  report: {
    help: "join the reports of several runs (--reports) into one",
    docs: "joins the reports of a matrix, or of many projects, into one summary, comment and outputs",
    stage: "reports"
  }
};
var terminalPrograms = {
  state: { help: "look at what is recorded, back it up, mend it: see opus state --help" },
  site: { help: "make a static page of all that is recorded (--out): see opus site --help" },
  init: { help: "begin a project in this folder: manifest, workflow, editor settings" },
  explain: { help: "tell what a kind, a field or the code of a message means" },
  graph: { help: "draw which task depends on which: mermaid, dot or svg" },
  fmt: { help: "give the files of the manifest one way of spacing; --check" },
  completion: { help: "print what makes bash, zsh or fish complete the command line" },
  "debug-info": { help: "show what a bug report needs, to paste: versions, event, trust, context, state" }
};
var reservedNames = ["import"];
function takenNames(commands) {
  return [...Object.keys(commands), ...reservedNames, ...Object.keys(terminalPrograms)];
}
function writes({ writes: what = [] }) {
  return what.length > 0;
}
function executes(row) {
  return row.stage === "plan" && writes(row);
}
function onlyLooks(row) {
  return row?.stage === "plan" && !writes(row);
}
function commandNamed(name, commands = builtInCommands) {
  return Object.hasOwn(commands, name) ? commands[name] : void 0;
}

export {
  builtInCommands,
  terminalPrograms,
  takenNames,
  writes,
  executes,
  onlyLooks,
  commandNamed
};
