// Written by scripts/generate-fields.ts from schema/opus.json. Do not edit.

/** One field of a kind, as `opus explain` tells it. */
export interface FieldRow {
  /** `spec.path`; `[]` stands for the entries of a list. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
  readonly default?: string;
  readonly values?: readonly string[];
}

export const fieldsOf: { readonly [kind: string]: { readonly about: string; readonly fields: readonly FieldRow[] } } = {
  "Project": {
    "about": "Settings of the whole project. A manifest has at most one.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "\"opus/v1\"",
        "required": true,
        "about": "opus/v1"
      },
      {
        "path": "kind",
        "type": "\"Project\"",
        "required": true,
        "about": "Project"
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "The name of the project, and those that it had before."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the project; state is kept under it."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the project had before. State that is kept under one of them is carried over by the next run that writes."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the project is for."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": false,
        "about": "Contexts, commands, state, limits, hooks and processors."
      },
      {
        "path": "spec.include",
        "type": "list of string",
        "required": false,
        "about": "Globs of further manifest files, relative to the working directory."
      },
      {
        "path": "spec.contexts",
        "type": "list of mapping",
        "required": false,
        "about": "Which event leads to which context. The first matching rule wins; no match is an error."
      },
      {
        "path": "spec.contexts[].input",
        "type": "boolean or list of string",
        "required": false,
        "about": "true: the context input names the context; a list: only these names."
      },
      {
        "path": "spec.contexts[].event",
        "type": "string or list of string",
        "required": false,
        "about": "The event that started the workflow, or a list of events."
      },
      {
        "path": "spec.contexts[].label",
        "type": "string",
        "required": false,
        "about": "A label that the pull request must have."
      },
      {
        "path": "spec.contexts[].branch",
        "type": "string",
        "required": false,
        "about": "Name or glob of the pushed branch; of a pull request: the branch it goes into."
      },
      {
        "path": "spec.contexts[].tag",
        "type": "string",
        "required": false,
        "about": "Name or glob of the pushed tag."
      },
      {
        "path": "spec.contexts[].context",
        "type": "string",
        "required": false,
        "about": "The context. May hold ${GITHUB:…} and ${ENV:…}."
      },
      {
        "path": "spec.contexts[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts for commands that only read, one after the other."
      },
      {
        "path": "spec.contexts[].formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the context had before. State that is kept under one of them is carried over by the next run that writes."
      },
      {
        "path": "spec.contexts[].inherits",
        "type": "string",
        "required": false,
        "about": "The context whose values and scopes hold where this one has none of its own."
      },
      {
        "path": "spec.commands",
        "type": "mapping",
        "required": false,
        "about": "Custom names of commands, like {deploy: apply}. The built-in name is then no longer available."
      },
      {
        "path": "spec.state",
        "type": "mapping",
        "required": false,
        "about": "Where state is kept. Inputs override it."
      },
      {
        "path": "spec.state.backend",
        "type": "string",
        "required": false,
        "about": "branch: a branch of this repository; cache: the Actions cache, best effort; file: a local folder.",
        "values": [
          "branch",
          "cache",
          "file"
        ]
      },
      {
        "path": "spec.state.branch",
        "type": "string",
        "required": false,
        "about": "Name of the branch; with ${OPUS:context} or ${OPUS:project} in it, one for each. Default: opus-state."
      },
      {
        "path": "spec.state.path",
        "type": "string",
        "required": false,
        "about": "Folder for the file backend, relative to the working directory. Default: .opus/state."
      },
      {
        "path": "spec.limits",
        "type": "mapping",
        "required": false,
        "about": "A plan that goes over one of them is stopped before it changes anything."
      },
      {
        "path": "spec.limits.maxDeletes",
        "type": "integer",
        "required": false,
        "about": "How many resources a run may delete or replace."
      },
      {
        "path": "spec.limits.maxDeletePercent",
        "type": "number",
        "required": false,
        "about": "Which part of the recorded tasks a run may delete or replace, once there are 10. Default: 50; 100 is no limit."
      },
      {
        "path": "spec.limits.maxIssues",
        "type": "integer",
        "required": false,
        "about": "How many issues about drift of this project may be open at once, of those that opus opens. Default: 10."
      },
      {
        "path": "spec.http",
        "type": "mapping",
        "required": false,
        "about": "Which hosts tasks may ask that are not on the internet."
      },
      {
        "path": "spec.http.allow",
        "type": "list of string",
        "required": false,
        "about": "Hosts that may be asked although their address is a loopback, private or otherwise reserved one. A host or \"*.\" before one, with a port or for all of them."
      },
      {
        "path": "spec.plan",
        "type": "mapping",
        "required": false,
        "about": "How plans are made that are only shown."
      },
      {
        "path": "spec.plan.missingSecrets",
        "type": "string",
        "required": false,
        "about": "What a declared secret leads to that is not set where the plan is made. fail: the plan fails, as apply does; unknown: what takes it is shown as unknown. Default: fail.",
        "values": [
          "fail",
          "unknown"
        ]
      },
      {
        "path": "spec.hooks",
        "type": "list of mapping",
        "required": false,
        "about": "Built-in hooks to configure and the repository's own, in order."
      },
      {
        "path": "spec.hooks[].use",
        "type": "string",
        "required": true,
        "about": "Name of a built-in hook, or path of an ES module that begins with ./"
      },
      {
        "path": "spec.hooks[].with",
        "type": "mapping",
        "required": false,
        "about": "Settings of the hook."
      },
      {
        "path": "spec.hooks[].on",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the hook is active. Default: all."
      },
      {
        "path": "spec.processors",
        "type": "list of string or mapping",
        "required": false,
        "about": "ES modules with the repository's own kinds: a path or glob each, or {use: path, with: settings}."
      },
      {
        "path": "spec.processors[].use",
        "type": "string",
        "required": true,
        "about": "Path or glob of the modules."
      },
      {
        "path": "spec.processors[].with",
        "type": "mapping",
        "required": false,
        "about": "What their kinds get when they are opened: an address, a token as ${SECRET:name}."
      }
    ]
  },
  "Values": {
    "about": "Values and secrets that tasks refer to as ${VALUE:name} and ${SECRET:name}.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "\"opus/v1\"",
        "required": true,
        "about": "opus/v1"
      },
      {
        "path": "kind",
        "type": "\"Values\"",
        "required": true,
        "about": "Values"
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": false,
        "about": "A name for people."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": false,
        "about": "A name for people."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the values are for."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "The declarations, by name."
      },
      {
        "path": "spec.values",
        "type": "mapping",
        "required": false,
        "about": "Typed values, by name."
      },
      {
        "path": "spec.values.NAME.type",
        "type": "string",
        "required": true,
        "about": "string, integer, number, boolean, array or object.",
        "values": [
          "string",
          "integer",
          "number",
          "boolean",
          "array",
          "object"
        ]
      },
      {
        "path": "spec.values.NAME.required",
        "type": "boolean",
        "required": false,
        "about": "Without a value for the context the run stops. Default: false."
      },
      {
        "path": "spec.values.NAME.default",
        "type": "any value",
        "required": false,
        "about": "The value where nothing else gives one."
      },
      {
        "path": "spec.values.NAME.contexts",
        "type": "mapping",
        "required": false,
        "about": "The value in each context."
      },
      {
        "path": "spec.values.NAME.description",
        "type": "string",
        "required": false,
        "about": "What the value is for."
      },
      {
        "path": "spec.secrets",
        "type": "mapping",
        "required": false,
        "about": "Secrets, by name: which environment variable holds each. Never the secret itself."
      },
      {
        "path": "spec.secrets.NAME.env",
        "type": "string",
        "required": false,
        "about": "The environment variable that holds the secret."
      },
      {
        "path": "spec.secrets.NAME.contexts",
        "type": "mapping",
        "required": false,
        "about": "Another variable in some contexts."
      },
      {
        "path": "spec.secrets.NAME.contexts.NAME.env",
        "type": "string",
        "required": true,
        "about": "The environment variable that holds the secret in this context."
      },
      {
        "path": "spec.secrets.NAME.description",
        "type": "string",
        "required": false,
        "about": "What the secret is for."
      }
    ]
  },
  "File": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "A file in the workspace."
      },
      {
        "path": "spec.path",
        "type": "string",
        "required": true,
        "about": "Where the file is, relative to the working directory."
      },
      {
        "path": "spec.content",
        "type": "string",
        "required": false,
        "about": "The text of the file."
      },
      {
        "path": "spec.template",
        "type": "string",
        "required": false,
        "about": "Path of a file whose references are filled in."
      },
      {
        "path": "spec.source",
        "type": "string",
        "required": false,
        "about": "Path of a file that is copied as it is."
      },
      {
        "path": "spec.mode",
        "type": "string",
        "required": false,
        "about": "Permissions in quoted octal digits, like \"0644\"."
      }
    ]
  },
  "Shell": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "A resource that scripts make, change, read and delete. Data reaches the scripts through the environment."
      },
      {
        "path": "spec.create",
        "type": "string",
        "required": true,
        "about": "Script that makes the resource."
      },
      {
        "path": "spec.update",
        "type": "string",
        "required": false,
        "about": "Script that changes it. Without one a change deletes and creates. Like read, delete and rollback it gets each recorded output as OPUS_RECORDED_<NAME>."
      },
      {
        "path": "spec.read",
        "type": "string",
        "required": false,
        "about": "Script that prints the resource's facts as a JSON object, or nothing when it is absent. What it writes to $OPUS_OUTPUT are the outputs of a resource that is adopted."
      },
      {
        "path": "spec.delete",
        "type": "string",
        "required": false,
        "about": "Script that deletes it. Without one, what a failed create has left stays recorded."
      },
      {
        "path": "spec.rollback",
        "type": "string",
        "required": false,
        "about": "Script that undoes a failed change."
      },
      {
        "path": "spec.shell",
        "type": "string",
        "required": false,
        "about": "The shell and its options. Default: bash -e -o pipefail."
      },
      {
        "path": "spec.workingDirectory",
        "type": "string",
        "required": false,
        "about": "Where scripts run. Default: the working directory of the run."
      },
      {
        "path": "spec.identity",
        "type": "string",
        "required": false,
        "about": "Names the resource, so that a renamed task is not taken for a new one, nor another one for the same. Default: create, env and workingDirectory tell it. Its changes are only recorded."
      },
      {
        "path": "spec.env",
        "type": "mapping or string",
        "required": false,
        "about": "Environment variables for the scripts."
      },
      {
        "path": "spec.secretEnv",
        "type": "mapping or string",
        "required": false,
        "about": "Environment variables that hold secrets; neither shown nor stored."
      },
      {
        "path": "spec.passEnv",
        "type": "list of string or string",
        "required": false,
        "about": "Names or globs of environment variables that are handed through; neither recorded nor compared."
      },
      {
        "path": "spec.inputs",
        "type": "list of string or string",
        "required": false,
        "about": "Globs of files whose change makes the task run again."
      },
      {
        "path": "spec.outputs",
        "type": "list of string or string",
        "required": false,
        "about": "Paths and globs of the files that the task produces; \"!\" in front leaves out. Their digests are recorded; when one names no file any more, the task is missing and runs again."
      },
      {
        "path": "spec.capture",
        "type": "boolean or string",
        "required": false,
        "about": "Record EXIT_CODE, STDOUT and STDERR as outputs. Default: false."
      },
      {
        "path": "spec.sensitiveOutputs",
        "type": "list of string or string",
        "required": false,
        "about": "Names of outputs that are never shown."
      },
      {
        "path": "spec.compareSecrets",
        "type": "boolean or string",
        "required": false,
        "about": "Another secret in secretEnv counts as a change; when state is sealed, so does another value of the same one. Default: false."
      },
      {
        "path": "spec.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on each script, like 30s or 5m."
      }
    ]
  },
  "HttpResource": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "A thing behind an HTTP API that speaks JSON."
      },
      {
        "path": "spec.baseUrl",
        "type": "string",
        "required": true,
        "about": "Where the API is, like https://api.example/v1. No user, password or query."
      },
      {
        "path": "spec.path",
        "type": "string",
        "required": true,
        "about": "The collection that the thing is in, below baseUrl, like /services. A POST there makes one."
      },
      {
        "path": "spec.auth",
        "type": "mapping or string",
        "required": false,
        "about": "How requests are authorized: one of bearer, basic, header and oauth2."
      },
      {
        "path": "spec.auth.bearer",
        "type": "string",
        "required": false,
        "about": "A token, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.basic",
        "type": "mapping or string",
        "required": false,
        "about": "User and password."
      },
      {
        "path": "spec.auth.basic.username",
        "type": "string",
        "required": true,
        "about": "The user."
      },
      {
        "path": "spec.auth.basic.password",
        "type": "string",
        "required": true,
        "about": "The password, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.header",
        "type": "mapping or string",
        "required": false,
        "about": "A header of the API's own."
      },
      {
        "path": "spec.auth.header.name",
        "type": "string",
        "required": true,
        "about": "Name of the header."
      },
      {
        "path": "spec.auth.header.value",
        "type": "string",
        "required": true,
        "about": "Its value, with ${SECRET:name} in it."
      },
      {
        "path": "spec.auth.oauth2",
        "type": "mapping or string",
        "required": false,
        "about": "A token is got with the client's credentials, once a run."
      },
      {
        "path": "spec.auth.oauth2.tokenUrl",
        "type": "string",
        "required": true,
        "about": "Where tokens are given."
      },
      {
        "path": "spec.auth.oauth2.clientId",
        "type": "string",
        "required": true,
        "about": "The client."
      },
      {
        "path": "spec.auth.oauth2.clientSecret",
        "type": "string",
        "required": true,
        "about": "Its secret, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.oauth2.scope",
        "type": "string",
        "required": false,
        "about": "What the token is to be good for, with blanks between."
      },
      {
        "path": "spec.auth.oauth2.audience",
        "type": "string",
        "required": false,
        "about": "Whom the token is for."
      },
      {
        "path": "spec.auth.itemBearer",
        "type": "string",
        "required": false,
        "about": "An output of the task: once it is recorded, its value is the token for requests about the thing itself."
      },
      {
        "path": "spec.headers",
        "type": "mapping or string",
        "required": false,
        "about": "Headers of every request. They are never compared."
      },
      {
        "path": "spec.query",
        "type": "mapping or string",
        "required": false,
        "about": "Parameters of every request. They are never compared."
      },
      {
        "path": "spec.encoding",
        "type": "string",
        "required": false,
        "about": "How bodies are sent. Default: json.",
        "values": [
          "json",
          "form"
        ]
      },
      {
        "path": "spec.id",
        "type": "string or mapping",
        "required": false,
        "about": "Where the id is: a pointer into the answer (default /id), {header: Location}, or {body: /uid} for one that we choose."
      },
      {
        "path": "spec.id.header",
        "type": "string",
        "required": false,
        "about": "A header of the answer; the last part of its path is the id."
      },
      {
        "path": "spec.id.body",
        "type": "string",
        "required": false,
        "about": "Where in the body the id is that we choose."
      },
      {
        "path": "spec.item",
        "type": "string",
        "required": false,
        "about": "Path of the thing itself. Default: {path}/{id}. May hold {/pointer} for a value of the body."
      },
      {
        "path": "spec.find",
        "type": "mapping or boolean or string",
        "required": false,
        "about": "How to find the thing without its id: in which list, and by which values. false: there is no way."
      },
      {
        "path": "spec.find.path",
        "type": "string",
        "required": false,
        "about": "Path of the list. Default: path."
      },
      {
        "path": "spec.find.query",
        "type": "mapping or string",
        "required": false,
        "about": "Parameters of the list."
      },
      {
        "path": "spec.find.items",
        "type": "string",
        "required": false,
        "about": "Where in the answer the list is, or a mapping by id. Default: the whole answer."
      },
      {
        "path": "spec.find.match",
        "type": "list of string or string",
        "required": true,
        "about": "The values of the body that must be the same, as pointers."
      },
      {
        "path": "spec.find.page",
        "type": "string or mapping",
        "required": false,
        "about": "How the list goes on: link (default), or one of {number, offset, cursor} with the name of its parameter."
      },
      {
        "path": "spec.find.page.number",
        "type": "string",
        "required": false,
        "about": "Parameter with the number of the page, from 1 on."
      },
      {
        "path": "spec.find.page.offset",
        "type": "string",
        "required": false,
        "about": "Parameter with the number of entries before the page."
      },
      {
        "path": "spec.find.page.cursor",
        "type": "string",
        "required": false,
        "about": "Parameter with what the page before gave as next."
      },
      {
        "path": "spec.find.page.size",
        "type": "list of string or integer or string",
        "required": false,
        "about": "Parameter with the size of a page, and the size: [limit, 100]."
      },
      {
        "path": "spec.find.page.next",
        "type": "string",
        "required": false,
        "about": "Where in the answer the cursor of the next page is."
      },
      {
        "path": "spec.find.page.more",
        "type": "string",
        "required": false,
        "about": "Where in the answer it says whether there is more."
      },
      {
        "path": "spec.find.page.total",
        "type": "string",
        "required": false,
        "about": "Where in the answer the number of pages is."
      },
      {
        "path": "spec.request",
        "type": "mapping or string",
        "required": false,
        "about": "What bodies are wrapped in."
      },
      {
        "path": "spec.request.at",
        "type": "string",
        "required": true,
        "about": "Where in what is sent the body stands."
      },
      {
        "path": "spec.response",
        "type": "mapping or string",
        "required": false,
        "about": "What answers are wrapped in."
      },
      {
        "path": "spec.response.at",
        "type": "string",
        "required": true,
        "about": "Where in an answer the thing stands."
      },
      {
        "path": "spec.aliases",
        "type": "mapping or string",
        "required": false,
        "about": "Fields that answers have in another place: pointer in the body → pointer in the answer."
      },
      {
        "path": "spec.body",
        "type": "mapping or string",
        "required": true,
        "about": "What the thing is to be. Only this is compared."
      },
      {
        "path": "spec.writeOnly",
        "type": "list of string or string",
        "required": false,
        "about": "Fields of the body that are sent with every write and not compared. Those that hold a secret are by themselves."
      },
      {
        "path": "spec.createOnly",
        "type": "list of string or string",
        "required": false,
        "about": "Fields of the body that are sent once, when the thing is made."
      },
      {
        "path": "spec.replaceOn",
        "type": "list of string or string",
        "required": false,
        "about": "Fields of the body whose change deletes the thing and makes a new one."
      },
      {
        "path": "spec.lists",
        "type": "mapping or string",
        "required": false,
        "about": "Lists whose order does not count, by pointer: set, or {key: /id} for members that have one."
      },
      {
        "path": "spec.lists.NAME.key",
        "type": "string",
        "required": true,
        "about": "Where in a member its key is."
      },
      {
        "path": "spec.normalize",
        "type": "mapping or string",
        "required": false,
        "about": "What does not count in values, by pointer."
      },
      {
        "path": "spec.create",
        "type": "mapping or string",
        "required": false,
        "about": "How it is made. Default: {method: POST}."
      },
      {
        "path": "spec.create.method",
        "type": "string",
        "required": false,
        "about": "GET, POST, PUT, PATCH or DELETE.",
        "values": [
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE"
        ]
      },
      {
        "path": "spec.create.path",
        "type": "string",
        "required": false,
        "about": "Another path; may hold {id}."
      },
      {
        "path": "spec.create.body",
        "type": "mapping or string",
        "required": false,
        "about": "Fields that are sent besides."
      },
      {
        "path": "spec.create.status",
        "type": "list of integer or string",
        "required": false,
        "about": "Statuses that mean success. Default: all from 200 to 299."
      },
      {
        "path": "spec.read",
        "type": "mapping or string",
        "required": false,
        "about": "How it is looked at. Default: {method: GET}."
      },
      {
        "path": "spec.read.method",
        "type": "string",
        "required": false,
        "about": "GET, POST, PUT, PATCH or DELETE.",
        "values": [
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE"
        ]
      },
      {
        "path": "spec.read.path",
        "type": "string",
        "required": false,
        "about": "Another path; may hold {id}."
      },
      {
        "path": "spec.read.body",
        "type": "mapping or string",
        "required": false,
        "about": "Fields that are sent besides."
      },
      {
        "path": "spec.read.status",
        "type": "list of integer or string",
        "required": false,
        "about": "Statuses that mean success. Default: all from 200 to 299."
      },
      {
        "path": "spec.update",
        "type": "mapping or string",
        "required": false,
        "about": "How it is changed. Default: {method: PATCH, send: changed}."
      },
      {
        "path": "spec.update.method",
        "type": "string",
        "required": false,
        "about": "GET, POST, PUT, PATCH or DELETE.",
        "values": [
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE"
        ]
      },
      {
        "path": "spec.update.path",
        "type": "string",
        "required": false,
        "about": "Another path; may hold {id}."
      },
      {
        "path": "spec.update.body",
        "type": "mapping or string",
        "required": false,
        "about": "Fields that are sent besides."
      },
      {
        "path": "spec.update.status",
        "type": "list of integer or string",
        "required": false,
        "about": "Statuses that mean success. Default: all from 200 to 299."
      },
      {
        "path": "spec.update.send",
        "type": "string",
        "required": false,
        "about": "changed: the fields that differ; merged: all that the server has, with ours over it; declared: all of the body. Default: changed for PATCH, merged for PUT, else declared.",
        "values": [
          "changed",
          "merged",
          "declared"
        ]
      },
      {
        "path": "spec.delete",
        "type": "mapping or boolean or string",
        "required": false,
        "about": "How it is deleted. Default: {method: DELETE}. false: it is only forgotten."
      },
      {
        "path": "spec.delete.method",
        "type": "string",
        "required": false,
        "about": "GET, POST, PUT, PATCH or DELETE.",
        "values": [
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE"
        ]
      },
      {
        "path": "spec.delete.path",
        "type": "string",
        "required": false,
        "about": "Another path; may hold {id}."
      },
      {
        "path": "spec.delete.body",
        "type": "mapping or string",
        "required": false,
        "about": "What is sent. Default: nothing."
      },
      {
        "path": "spec.delete.status",
        "type": "list of integer or string",
        "required": false,
        "about": "Statuses that mean success. Default: all from 200 to 299."
      },
      {
        "path": "spec.revision",
        "type": "mapping or string",
        "required": false,
        "about": "What keeps us from overwriting a change that we have not seen: read from one place, sent in another."
      },
      {
        "path": "spec.revision.from",
        "type": "string",
        "required": true,
        "about": "ETag, another header of the answer, or a pointer into it."
      },
      {
        "path": "spec.revision.to",
        "type": "string",
        "required": true,
        "about": "If-Match, another header, or a pointer into the body."
      },
      {
        "path": "spec.absent",
        "type": "list of integer or mapping or string",
        "required": false,
        "about": "What else means that it is not there, besides 404 and 410: statuses, or {status, at, in} for things that are only marked as deleted."
      },
      {
        "path": "spec.absent.status",
        "type": "list of integer or string",
        "required": false,
        "about": "Statuses."
      },
      {
        "path": "spec.absent.at",
        "type": "string",
        "required": false,
        "about": "Where in the answer it says so."
      },
      {
        "path": "spec.absent.in",
        "type": "list of string or number or boolean or string",
        "required": false,
        "about": "The values there that mean deleted."
      },
      {
        "path": "spec.poll",
        "type": "mapping or string",
        "required": false,
        "about": "How to wait for work that the server goes on with after its answer."
      },
      {
        "path": "spec.poll.url",
        "type": "string",
        "required": true,
        "about": "Where to look: a header like Location, a pointer into the answer, or item."
      },
      {
        "path": "spec.poll.done",
        "type": "mapping or string",
        "required": true,
        "about": "What means that it is done."
      },
      {
        "path": "spec.poll.done.at",
        "type": "string",
        "required": true,
        "about": "Where in the answer."
      },
      {
        "path": "spec.poll.done.in",
        "type": "list of string or number or boolean or string",
        "required": true,
        "about": "The values that mean it."
      },
      {
        "path": "spec.poll.failed",
        "type": "mapping or string",
        "required": false,
        "about": "What means that it has failed."
      },
      {
        "path": "spec.poll.failed.at",
        "type": "string",
        "required": true,
        "about": "Where in the answer."
      },
      {
        "path": "spec.poll.failed.in",
        "type": "list of string or number or boolean or string",
        "required": true,
        "about": "The values that mean it."
      },
      {
        "path": "spec.poll.interval",
        "type": "string",
        "required": false,
        "about": "Time between two looks. Default: 2s."
      },
      {
        "path": "spec.settle",
        "type": "string",
        "required": false,
        "about": "How long reads may lag behind writes. Default: 30s."
      },
      {
        "path": "spec.idempotencyKey",
        "type": "string",
        "required": false,
        "about": "Name of the header by which the server recognises a request that it has got already."
      },
      {
        "path": "spec.retryOn",
        "type": "list of integer or string",
        "required": false,
        "about": "Further statuses after which a request is sent again."
      },
      {
        "path": "spec.outputs",
        "type": "mapping or string",
        "required": false,
        "about": "What other tasks may use: name → pointer into the answer."
      },
      {
        "path": "spec.sensitiveOutputs",
        "type": "list of string or string",
        "required": false,
        "about": "Names of outputs that are secret."
      },
      {
        "path": "spec.limits",
        "type": "mapping or string",
        "required": false,
        "about": "For all requests of a run to the host."
      },
      {
        "path": "spec.limits.concurrent",
        "type": "integer or string",
        "required": false,
        "about": "How many at once. Default: 4."
      },
      {
        "path": "spec.limits.perSecond",
        "type": "number or string",
        "required": false,
        "about": "How many a second."
      },
      {
        "path": "spec.rotate",
        "type": "string",
        "required": false,
        "about": "Any text: when it changes, all that is write-only is sent again."
      }
    ]
  },
  "Download": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "A file in the workspace that comes from a server."
      },
      {
        "path": "spec.url",
        "type": "string",
        "required": true,
        "about": "Where the file is, like https://example.com/tool-1.2.0. http is taken only to hosts that the Project allows."
      },
      {
        "path": "spec.path",
        "type": "string",
        "required": false,
        "about": "Where the file is to be, relative to the working directory."
      },
      {
        "path": "spec.extract",
        "type": "mapping or string",
        "required": false,
        "about": "Unpacks a tar.gz or a zip, in place of path."
      },
      {
        "path": "spec.extract.to",
        "type": "string",
        "required": true,
        "about": "The folder that it is unpacked into, relative to the working directory."
      },
      {
        "path": "spec.extract.strip",
        "type": "integer or string",
        "required": false,
        "about": "How many folders at the beginning of each path are left out. Default: 0."
      },
      {
        "path": "spec.extract.include",
        "type": "list of string or string",
        "required": false,
        "about": "Globs of what is unpacked, below \"to\"; those that begin with ! leave out. Default: all."
      },
      {
        "path": "spec.sha256",
        "type": "string",
        "required": false,
        "about": "The digest that the file must have, as 64 hexadecimal digits."
      },
      {
        "path": "spec.unpinned",
        "type": "boolean or string",
        "required": false,
        "about": "true: takes whatever the server has, and changes with it. In place of sha256."
      },
      {
        "path": "spec.mode",
        "type": "string",
        "required": false,
        "about": "Permissions in quoted octal digits, like \"0755\"."
      },
      {
        "path": "spec.headers",
        "type": "mapping or string",
        "required": false,
        "about": "Headers of every request. They are never compared."
      },
      {
        "path": "spec.auth",
        "type": "mapping or string",
        "required": false,
        "about": "How requests are authorized: one of bearer, basic, header and oauth2."
      },
      {
        "path": "spec.auth.bearer",
        "type": "string",
        "required": false,
        "about": "A token, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.basic",
        "type": "mapping or string",
        "required": false,
        "about": "User and password."
      },
      {
        "path": "spec.auth.basic.username",
        "type": "string",
        "required": true,
        "about": "The user."
      },
      {
        "path": "spec.auth.basic.password",
        "type": "string",
        "required": true,
        "about": "The password, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.header",
        "type": "mapping or string",
        "required": false,
        "about": "A header of the API's own."
      },
      {
        "path": "spec.auth.header.name",
        "type": "string",
        "required": true,
        "about": "Name of the header."
      },
      {
        "path": "spec.auth.header.value",
        "type": "string",
        "required": true,
        "about": "Its value, with ${SECRET:name} in it."
      },
      {
        "path": "spec.auth.oauth2",
        "type": "mapping or string",
        "required": false,
        "about": "A token is got with the client's credentials, once a run."
      },
      {
        "path": "spec.auth.oauth2.tokenUrl",
        "type": "string",
        "required": true,
        "about": "Where tokens are given."
      },
      {
        "path": "spec.auth.oauth2.clientId",
        "type": "string",
        "required": true,
        "about": "The client."
      },
      {
        "path": "spec.auth.oauth2.clientSecret",
        "type": "string",
        "required": true,
        "about": "Its secret, as ${SECRET:name}."
      },
      {
        "path": "spec.auth.oauth2.scope",
        "type": "string",
        "required": false,
        "about": "What the token is to be good for, with blanks between."
      },
      {
        "path": "spec.auth.oauth2.audience",
        "type": "string",
        "required": false,
        "about": "Whom the token is for."
      },
      {
        "path": "spec.limits",
        "type": "mapping or string",
        "required": false,
        "about": "For all requests of a run to the host."
      },
      {
        "path": "spec.limits.concurrent",
        "type": "integer or string",
        "required": false,
        "about": "How many at once. Default: 4."
      },
      {
        "path": "spec.limits.perSecond",
        "type": "number or string",
        "required": false,
        "about": "How many a second."
      }
    ]
  },
  "Probe": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "Waits until a server answers as expected, a port takes connections or a command ends well. What depends on it runs after that."
      },
      {
        "path": "spec.http",
        "type": "mapping or string",
        "required": false,
        "about": "Asks a server. One of http, tcp and command is required."
      },
      {
        "path": "spec.http.url",
        "type": "string",
        "required": true,
        "about": "What is asked for. Hosts that are not on the internet are allowed in the Project."
      },
      {
        "path": "spec.http.method",
        "type": "string",
        "required": false,
        "about": "GET, or HEAD for the head of an answer alone. Default: GET.",
        "values": [
          "GET",
          "HEAD"
        ]
      },
      {
        "path": "spec.http.headers",
        "type": "mapping or string",
        "required": false,
        "about": "Sent with each request; secrets as ${SECRET:name}."
      },
      {
        "path": "spec.tcp",
        "type": "mapping or string",
        "required": false,
        "about": "Connects with a port, and hangs up. Nothing is sent, and no proxy is used."
      },
      {
        "path": "spec.tcp.host",
        "type": "string",
        "required": true,
        "about": "Name or address. Those that are not on the internet are allowed in the Project."
      },
      {
        "path": "spec.tcp.port",
        "type": "integer or string",
        "required": true,
        "about": "From 1 to 65535."
      },
      {
        "path": "spec.command",
        "type": "string",
        "required": false,
        "about": "A script that ends well when all is as expected. It must not change anything."
      },
      {
        "path": "spec.shell",
        "type": "string",
        "required": false,
        "about": "Of a command: program and options, where {0} stands for the script file. Default: bash -e -o pipefail."
      },
      {
        "path": "spec.workingDirectory",
        "type": "string",
        "required": false,
        "about": "Of a command: where it runs. Default: the working directory of the run."
      },
      {
        "path": "spec.env",
        "type": "mapping or string",
        "required": false,
        "about": "Of a command: environment variables, which may hold secrets."
      },
      {
        "path": "spec.passEnv",
        "type": "list of string or string",
        "required": false,
        "about": "Of a command: names or globs of environment variables that are handed through."
      },
      {
        "path": "spec.expect",
        "type": "mapping or string",
        "required": false,
        "about": "What counts as well. Default: a status from 200 to 299, an exit code of 0, a connection."
      },
      {
        "path": "spec.expect.status",
        "type": "integer or string or list of integer or string",
        "required": false,
        "about": "Of http: a status, a class of them like 2xx, or a list of both. With one of 3xx, answers that lead elsewhere are not followed. Default: 2xx."
      },
      {
        "path": "spec.expect.contains",
        "type": "string",
        "required": false,
        "about": "Text that the answer's body, or what the command prints on stdout, must hold."
      },
      {
        "path": "spec.expect.json",
        "type": "mapping or string",
        "required": false,
        "about": "Of http: values that the answer must have, by JSON pointer."
      },
      {
        "path": "spec.expect.exitCode",
        "type": "integer or string",
        "required": false,
        "about": "Of a command: how it must end. Default: 0."
      },
      {
        "path": "spec.interval",
        "type": "string",
        "required": false,
        "about": "Pause between two tries. Default: 2s."
      },
      {
        "path": "spec.timeout",
        "type": "string",
        "required": false,
        "about": "How long it is waited for altogether; then the task fails. Default: 2m."
      },
      {
        "path": "spec.tryTimeout",
        "type": "string",
        "required": false,
        "about": "How long one try may take. Default: 10s; for a command, what is left of timeout."
      }
    ]
  },
  "Folder": {
    "about": "A resource of the manifest. What its spec may hold depends on apiVersion and kind.",
    "fields": [
      {
        "path": "apiVersion",
        "type": "string",
        "required": true,
        "about": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own."
      },
      {
        "path": "kind",
        "type": "string",
        "required": true,
        "about": "The kind of resource, like File or Shell."
      },
      {
        "path": "metadata",
        "type": "mapping",
        "required": true,
        "about": "Name, order, scope and lifecycle of the task."
      },
      {
        "path": "metadata.name",
        "type": "string",
        "required": true,
        "about": "The name of the task, unique in the project."
      },
      {
        "path": "metadata.description",
        "type": "string",
        "required": false,
        "about": "What the task is for."
      },
      {
        "path": "metadata.formerNames",
        "type": "list of string",
        "required": false,
        "about": "Names that the task had before. State recorded under them is renamed; the resource is not touched."
      },
      {
        "path": "metadata.dependencies",
        "type": "list of mapping",
        "required": false,
        "about": "Tasks that come first. A rule counts when its commands and contexts match the run."
      },
      {
        "path": "metadata.dependencies[].tasks",
        "type": "list of string",
        "required": true,
        "about": "Names of tasks that come first."
      },
      {
        "path": "metadata.dependencies[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule counts. Default: all."
      },
      {
        "path": "metadata.dependencies[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule counts. Default: all."
      },
      {
        "path": "metadata.processingScope",
        "type": "list of mapping",
        "required": false,
        "about": "When the task is processed: one of the rules must match. Default: for every command and context."
      },
      {
        "path": "metadata.processingScope[].commands",
        "type": "list of string",
        "required": false,
        "about": "Commands for which the rule matches. Default: all."
      },
      {
        "path": "metadata.processingScope[].contexts",
        "type": "list of string",
        "required": false,
        "about": "Contexts, or globs of contexts, in which the rule matches. Default: all."
      },
      {
        "path": "metadata.autoRollback",
        "type": "boolean",
        "required": false,
        "about": "Undo what a failed change left behind. Default: true."
      },
      {
        "path": "metadata.lifecycle",
        "type": "mapping",
        "required": false,
        "about": "What may happen to the resource, and when."
      },
      {
        "path": "metadata.lifecycle.adopt",
        "type": "boolean or mapping",
        "required": false,
        "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: …}: take over the one that its kind knows by this id, and never make another instead. Default: false."
      },
      {
        "path": "metadata.lifecycle.adopt.id",
        "type": "string",
        "required": true,
        "about": "How the kind names the resource on its own side, like i-0abc or 4711."
      },
      {
        "path": "metadata.lifecycle.recreate",
        "type": "boolean",
        "required": false,
        "about": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first. Default: true."
      },
      {
        "path": "metadata.lifecycle.onRemove",
        "type": "string",
        "required": false,
        "about": "What happens to the resource when the task leaves the manifest. Default: delete.",
        "values": [
          "delete",
          "forget"
        ]
      },
      {
        "path": "metadata.lifecycle.preventDestroy",
        "type": "boolean or list of string",
        "required": false,
        "about": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced. Default: false."
      },
      {
        "path": "metadata.lifecycle.ignoreChanges",
        "type": "list of string",
        "required": false,
        "about": "JSON pointers into the spec, like /mode, whose differences don't count."
      },
      {
        "path": "metadata.lifecycle.ephemeral",
        "type": "boolean",
        "required": false,
        "about": "Gone is normal, as with files on a hosted runner: made again in silence. Default: false."
      },
      {
        "path": "metadata.lifecycle.onInterrupted",
        "type": "string",
        "required": false,
        "about": "What to do when a crash left it unclear whether the task ran. Default: stop.",
        "values": [
          "stop",
          "rerun"
        ]
      },
      {
        "path": "metadata.mutex",
        "type": "string or list of string",
        "required": false,
        "about": "Names of what the task shares with others, like a database in one file. Tasks that share a name are never looked at, made, changed or deleted side by side."
      },
      {
        "path": "metadata.timeout",
        "type": "string",
        "required": false,
        "about": "Bound on one attempt of one operation, like 30s or 5m."
      },
      {
        "path": "metadata.retries",
        "type": "mapping",
        "required": false,
        "about": "Further attempts after a failed one."
      },
      {
        "path": "metadata.retries.limit",
        "type": "integer",
        "required": true,
        "about": "Attempts after the first, at most 100."
      },
      {
        "path": "metadata.retries.delay",
        "type": "string",
        "required": false,
        "about": "Pause before the first further attempt, like 2s; doubles each time. Default: 1s."
      },
      {
        "path": "spec",
        "type": "mapping",
        "required": true,
        "about": "Files in a folder of the workspace, made of those in another folder."
      },
      {
        "path": "spec.path",
        "type": "string",
        "required": true,
        "about": "Where the folder is, relative to the working directory. What others keep in it stays."
      },
      {
        "path": "spec.source",
        "type": "string",
        "required": false,
        "about": "Path of a folder whose files are copied as they are."
      },
      {
        "path": "spec.template",
        "type": "string",
        "required": false,
        "about": "Path of a folder whose files are copied with their references filled in."
      },
      {
        "path": "spec.include",
        "type": "list of string or string",
        "required": false,
        "about": "Globs of the files that are taken, from the folder that they are in; without a slash at any depth. Default: all."
      },
      {
        "path": "spec.exclude",
        "type": "list of string or string",
        "required": false,
        "about": "Globs of the files that are left out."
      },
      {
        "path": "spec.mode",
        "type": "string",
        "required": false,
        "about": "Permissions of all the files in quoted octal digits, like \"0644\". Without it files can be run where those of the source can."
      }
    ]
  }
};
