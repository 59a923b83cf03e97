import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/action/metadata.generated.ts
var metadata = {
  name: "Magnum Opus",
  description: "Makes the world match a manifest kept in your repository. Plan, apply, drift and rollback, without a server.",
  version: "1.0.0",
  inputs: [
    { name: "command", description: "What to do: plan, apply, create, update, delete, describe, drift, rollback, validate, contexts, projects, forget, unlock, report, or a name of your own from Project.spec.commands.", default: "plan" },
    { name: "plan-command", description: "The command that `plan` previews. Empty means `apply`, or the name that is mapped to it.", default: "" },
    { name: "manifest", description: "Files or globs of the manifest, separated by commas or line breaks, relative to working-directory. For `projects` each file is a project; default then, all `**/opus.yaml`.", default: "opus.yaml" },
    { name: "context", description: "The environment to work on, for rules with `input`. Empty lets the workflow's event choose. `delete` needs it.", default: "" },
    { name: "project", description: "Whose state it is, where no manifest says so. For `delete`, `forget`, `unlock` and `describe` of a project whose manifest is gone or can't be read.", default: "" },
    { name: "target", description: "Names or globs of tasks, separated by commas or line breaks, to limit the run to, with what they depend on.", default: "" },
    { name: "values", description: "A YAML mapping of values that go before those of every file and context.", default: "" },
    { name: "values-file", description: "A YAML file with values, relative to working-directory. `values` goes before it.", default: "" },
    { name: "working-directory", description: "The folder that every path is relative to.", default: "." },
    { name: "token", description: "Token for the repository. State on a branch needs `contents` `write` (to plan, `read`), healing of locks and the `cache` backend `actions` `read`, comments `pull-requests` `write`.", default: "${{ github.token }}" },
    { name: "state-backend", description: "Where state is kept. `branch` (a branch of this repository), `file` (a local folder), or `cache` (the Actions cache, best effort). Empty means what the project says, else `branch` in a workflow and `file` in a terminal.", default: "" },
    { name: "state-branch", description: "The branch that holds state, for the `branch` backend; with `${OPUS:context}` or `${OPUS:project}` in it, one for each. Empty means what the project says, else `opus-state`.", default: "" },
    { name: "state-path", description: "The folder of the `file` backend, relative to working-directory. Empty means what the project says, else `.opus/state`.", default: "" },
    { name: "encryption-key", description: "Seals state. age identities (`opus state keygen` makes one) or passphrases, one a line; the first seals, all open.", default: "" },
    { name: "lock-timeout", description: "How long to wait for another run that holds the lock, such as 90s, 5m or 1h; 0 does not wait.", default: "5m" },
    { name: "lock-id", description: "The lock that `unlock` releases.", default: "" },
    { name: "refresh", description: "Which resources to look at before planning. `all`, `changed` (only tasks whose spec changed) or `none` (recorded state alone).", default: "all" },
    { name: "parallelism", description: "How many tasks may run side by side, from 1 to 256. With 1 they run exactly in order.", default: "10" },
    { name: "fail-fast", description: "Start nothing new after the first failure.", default: "false" },
    { name: "max-deletes", description: "Refuse a plan that deletes or replaces more tasks than this. Empty means Project.spec.limits.maxDeletes.", default: "" },
    { name: "expect-no-changes", description: "Fail with `changes-pending` when the plan has changes.", default: "false" },
    { name: "fail-on-drift", description: "Fail with `drift-detected` when a resource is not as it was left.", default: "false" },
    { name: "require-reviewed-plan", description: "Apply only a plan that was previewed on the merged pull request, and has not changed since. Needs `pull-requests` `read`.", default: "false" },
    { name: "plan-digest", description: "Do exactly the plan with this digest, the output `plan-digest` of the step that planned, or fail with `plan-changed`. `none` does whatever the plan of now is; an empty text is refused, as it approves nothing.", default: "none" },
    { name: "plan-signing-key", description: "Signs plans, so that nobody without it can make a preview of one. At least 16 characters; the same for the step that plans and the one that applies.", default: "" },
    { name: "comment-pr", description: "Show plans, and what became of them, in a comment on the pull request. `always`, `on-changes` or `never`. Needs `pull-requests` `write`.", default: "always" },
    { name: "drift-issue", description: "With `drift`, keep an issue for each context open while something drifts; with `delete`, close it. Needs `issues` `write`.", default: "false" },
    { name: "summary", description: "Write the job summary.", default: "true" },
    { name: "report-path", description: "Where to write the report (JSON). Empty means a file under RUNNER_TEMP.", default: "" },
    { name: "reports", description: "Files or globs of the reports that `report` joins, separated by commas or line breaks, relative to working-directory.", default: "opus-reports/**/*.json" },
    { name: "recorded", description: "With `contexts`, list those of which something is recorded, also where no rule leads to them any more.", default: "false" },
    { name: "changed", description: "With `contexts` and `projects`, list only what differs from what is recorded. Looks at nothing, and needs no secret.", default: "false" },
    { name: "to", description: "The serial that `rollback` goes back to, one at which a run ended. Empty undoes the last run.", default: "" },
    { name: "initialize", description: "For one run. Takes state that is not sealed although there is a key, and seals it; lets the `cache` backend begin without state.", default: "false" }
  ],
  outputs: [
    { name: "command", description: "The command that ran." },
    { name: "context", description: "The context, or empty when there were several." },
    { name: "contexts", description: "The names of the contexts, as a JSON array. Made for a job matrix. With several projects each name once." },
    { name: "projects", description: "With `projects`, the projects of the repository, each in each of its contexts, as a JSON array of objects. Made for a job matrix. With `report` over several projects, those that it joins." },
    { name: "changes", description: "`true` when the plan has changes." },
    { name: "drift", description: "`true` when a resource is not as it was left." },
    { name: "to-create", description: "How many tasks the plan creates." },
    { name: "to-update", description: "How many tasks the plan updates." },
    { name: "to-replace", description: "How many tasks the plan replaces." },
    { name: "to-delete", description: "How many tasks the plan deletes." },
    { name: "to-adopt", description: "How many tasks the plan adopts." },
    { name: "unchanged", description: "How many tasks the plan leaves alone." },
    { name: "failed", description: "How many tasks failed, rolled back and tainted ones among them." },
    { name: "unknown", description: "How many tasks could not be told, for example because looking at them failed." },
    { name: "plan-digest", description: "The checksum of the plan, or empty when there were several contexts." },
    { name: "state-revision", description: "The stored version of the state, or empty when there were several contexts." },
    { name: "outputs", description: "Outputs of tasks as JSON: task \u2192 name \u2192 value. Nothing secret. `{}` above 512 KiB and when there were several contexts; the report has each." },
    { name: "report-path", description: "The report (JSON)." },
    { name: "failure-reason", description: "Why the run failed, one of a fixed list of words, or empty." }
  ],
  stateBackends: ["branch", "cache", "file"]
};

export {
  metadata
};
