import type { FailureReason } from "./failure-reasons.ts";

// What docs/diagnostics.md and docs/failures.md are made from. The program takes nothing of it but the names, as a type.

/** One code. */
export interface CodeRow {
  /** How it may be told. An error stops the run. Absent: as an error. */
  readonly severities?: readonly ("error" | "warning" | "notice")[];
  /** Half a sentence in Markdown. */
  readonly means: string;
  /** What to do about it, in Markdown. */
  readonly fix: string;
}

/** The codes of all that opus tells, by the heading in docs/diagnostics.md. They are stable. */
export const codes = {
  Files: {
    "manifest-not-found": {
      means: "the input `manifest` names a file that does not exist, or a glob that matches nothing",
      fix: "set `manifest` or `working-directory`",
    },
    "manifest-unreadable": {
      means: "the file is there and could not be read",
      fix: "check what it is, and its permissions",
    },
    "manifest-too-large": {
      means:
        "a file over 4 MiB, or with more than 800,000 keys, values and marks (2,400,000 in all files together; more where documents hold neither anchors nor tags nor other rare forms)",
      fix: "split it, list the parts in `Project.spec.include`; keep large contents in files of their own",
    },
    "empty-manifest": {
      means: 'the files hold no document. It is not taken for "delete everything"',
      fix: "add a task; to delete everything run `delete`",
    },
    "include-matches-nothing": {
      severities: ["warning"],
      means: "a glob of `Project.spec.include` matches no file",
      fix: "correct or delete it",
    },
    "bad-encoding": { means: "not UTF-8", fix: "save the file as UTF-8; the message has an `iconv` command" },
    "control-character": {
      means: "a character that YAML does not allow, a lone carriage return, a byte-order mark inside the file",
      fix: "delete it, or write it as an escape in double quotes",
    },
    "too-many-problems": { means: "more than 200 problems: the rest is only counted", fix: "mend the first ones" },
  },
  YAML: {
    "yaml-syntax": {
      means: "indentation, quotes, brackets, commas or colons are not as YAML wants them",
      fix: "as the message says; when in doubt quote the value",
    },
    "yaml-directive": {
      means: "a `%YAML` line for another version than 1.2 (or an unknown directive)",
      fix: "delete the line",
    },
    "duplicate-key": { means: "one mapping has the same key twice", fix: "keep one" },
    "non-string-key": {
      means: "a number, boolean, list or mapping stands as a key",
      fix: "quote the key; `{{ … }}` of another tool must be quoted as a whole",
    },
    "merge-key": { means: "`<<`", fix: "write the fields out" },
    "refused-key": { means: "the key `__proto__`", fix: "choose another name" },
    "custom-tag": { means: "`!something` before a value", fix: "delete it, or quote text that begins with `!`" },
    "bad-number": {
      means: "`.inf`, `.nan`, a whole number beyond 9007199254740991, or more digits than a number keeps",
      fix: "quote it when it is meant as text",
    },
    "leading-zero": {
      means: "a number that begins with a zero (`01234`), which YAML drops",
      fix: 'quote it when it is meant as text (`mode: "0644"`)',
    },
    "unquoted-text": {
      means: "`3.10`, `1e3` or `True` as a variable of a script, which would get `3.1`, `1000`, `true`",
      fix: "quote it",
    },
    "bad-text": { means: "half of a surrogate pair", fix: "write the whole character" },
    "unknown-alias": {
      means: "`*name` without an anchor `&name` before it",
      fix: "quote text that begins with `*`, such as a glob",
    },
    "alias-loop": { means: "an alias inside of what it refers to", fix: "write the inner part out" },
    "alias-bomb": { means: "aliases that would add more than 100,000 values or 16 MiB of text", fix: "use fewer" },
    "too-deep": { means: "more than 100 levels of nesting, also with references filled in", fix: "flatten it" },
  },
  "Documents and fields": {
    "not-a-mapping": {
      means: "a document that is a list or plain text",
      fix: "one document for each task, separated by `---`",
    },
    "missing-field": { means: "a field that must be there is not", fix: "add it" },
    "unknown-field": {
      means: "a field that does not exist there (`processingScopes` too: it is `processingScope`)",
      fix: "see the suggestion",
    },
    "wrong-type": {
      means: "another type than the field, or a declared value, has",
      fix: "see the suggestion; quote text that looks like a number",
    },
    "invalid-value": { means: "the right type and not an allowed value", fix: "see the message for the form" },
    "invalid-name": { means: "a key that is not a name of the right form", fix: "rename it" },
    "unknown-kind": {
      means: "`opus/v1` has no such kind, or no module brings it",
      fix: "correct it; name your module in `Project.spec.processors`",
    },
    "unknown-api-version": { means: "`opus/…` in a version that this program does not know", fix: "write `opus/v1`" },
    "second-project": { means: "more than one Project", fix: "put the settings into one" },
    "reserved-name": {
      means: "the name of a project that would stand where the README.md of a state branch is",
      fix: "choose another name",
    },
    "command-name-taken": {
      means: "`Project.spec.commands` gives an action the name of another built-in command",
      fix: "choose another name",
    },
    "unknown-command": {
      means: "a scope, condition or hook names a command that is neither built in nor declared",
      fix: "correct it, or declare it in `Project.spec.commands`",
    },
    "unknown-ignored-field": {
      severities: ["error", "warning"],
      means:
        "a pointer of `ignoreChanges` names a field that neither the kind nor the spec has; a warning where it names no member of the spec, and another one has nearly that name",
      fix: "see the suggestion; pointers begin inside of `spec`, like `/mode`",
    },
    "duplicate-task": { means: "two tasks of one name", fix: "rename one" },
    "duplicate-value": { means: "a value that is declared twice", fix: "keep one" },
    "duplicate-secret": { means: "a secret that is declared twice", fix: "keep one" },
    "former-name-in-use": {
      means: "a former name that is the name of a task, a context or the project today",
      fix: "delete it from `formerNames`",
    },
    "former-name-twice": {
      means: "two tasks, or two contexts, claim one former name",
      fix: "keep it where the resource, or the state, is now",
    },
    "former-name-of-none": {
      means: "former names in a rule that names no single context",
      fix: "put them into a rule with `context: NAME`",
    },
    "self-dependency": { means: "a task that depends on itself", fix: "delete it" },
    "path-escape": {
      means: "an absolute path, or one that leaves the workspace",
      fix: "write it relative to the working directory",
    },
    "path-refused": {
      means: "a path in `.git`, or one in `.github/workflows` that would be written",
      fix: "choose another place",
    },
    "bad-values": {
      means: "text that should be one mapping of names to values",
      fix: "write `name: value`, one a line",
    },
    "unknown-hook": {
      means: "`Project.spec.hooks` uses a name that no hook has",
      fix: "correct it; a module of your own begins with `./`",
    },
    "fixed-hook": {
      means: "`Project.spec.hooks` configures a hook that is part of every run",
      fix: "delete the entry",
    },
    "unknown-target": { means: "the input `target` names nothing that this run is about", fix: "correct it" },
    "no-context": {
      severities: ["error", "notice"],
      means:
        "no rule of `Project.spec.contexts` takes this event or the given `context`; a notice of `validate`, which then checks what holds in every context",
      fix: "add a rule, or give `context`",
    },
    "unknown-project": {
      means:
        "the Project can't be read, or what it says of state, contexts, commands, requests, limits or modules is wrong, so a command that rests on [what is recorded](deleting.md#what-rests-on-what-is-recorded) does not know whose state is meant",
      fix: "mend the Project, or give the input `project`",
    },
    "bad-context-name": {
      means: "a rule leads to a context, or a former name of one, that can't be a name",
      fix: "build it from something without slashes, such as `pr-${GITHUB:event.number}`",
    },
    "bad-path": {
      means: "a path that can't be one of the workspace",
      fix: "write it relative to the working directory",
    },
    "bad-shell": { means: "a `shell` with a quote that is not closed", fix: "write it like `bash -e {0}`" },
    "bad-script": { means: "a script with a NUL character", fix: "delete the character" },
    "bad-outputs": {
      means: "`outputs` of a Shell only leaves files out, and names none",
      fix: "name the files, or delete the field",
    },
    "bad-variable": { means: "the value of a variable holds a NUL character", fix: "delete the character" },
    "reserved-variable": {
      means: "`env`, `secretEnv` or `passEnv` names a variable that belongs to opus or the runner",
      fix: "use a variable of your own",
    },
  },
  Values: {
    "value-required": {
      means: "a required value has none in this context",
      fix: "add it under `contexts`, or give a `default`",
    },
    "value-type": {
      means: "a value that was given, or resolved, has not its type",
      fix: "correct it where the message says",
    },
    "value-cycle": { means: "values that refer to each other", fix: "break the circle" },
    "value-missing": {
      means: "a value is used that is not required and has none",
      fix: "give it a `default`, or use a fallback",
    },
    "value-bomb": {
      means: "references that would add more than 100,000 values or 16 MiB of text to one value or spec",
      fix: "use fewer; values of values multiply",
    },
  },
  "Dependencies and resources": {
    "dependency-cycle": {
      means: "tasks that depend on each other; a `${VAR:…}` counts as a dependency",
      fix: "remove one of the dependencies that are listed",
    },
    "dependency-out-of-scope": {
      means: "a dependency that counts in this run is out of its scope",
      fix: "limit the dependency, or widen the scope",
    },
    "same-resource": {
      means:
        "two tasks, or a task and a recorded one, are the same resource or adopt one by the same id; or tasks wait for each other's places",
      fix: "remove one; after a rename use `formerNames`, or `forget`; a temporary place",
    },
    "in-the-way": {
      means:
        "a resource can't be where another one stands: a file where a folder is needed, in a Folder that has this file, or where an archive is unpacked or a script makes its `outputs`",
      fix: "another place for one of them; or leave it out of the archive (`extract.include`) or of `outputs`, with `!`",
    },
    "mutex-of-one": {
      severities: ["warning"],
      means: "one task alone has a `mutex` of this name, so nothing is kept apart; mostly it is misspelt",
      fix: "write it as the others do, or take it away",
    },
    "unsupported-by-kind": {
      means: "the kind of a task does not support this command or context",
      fix: "limit the task with `processingScope`",
    },
    "missing-file": { means: "a file that a task names is not there", fix: "commit it, or correct the path" },
    "unreadable-file": { means: "it is there and can't be read", fix: "see the message" },
    "file-name-unknown": {
      means: "the name of a file comes from an output or a secret",
      fix: "use values or plain text",
    },
    "bad-processor": {
      means: "`parse` or `expand` of a kind of your own gave something that can't be used",
      fix: "mend the module: [own kinds](kinds/own-kinds.md)",
    },
    "values-not-compared": {
      severities: ["warning"],
      means: "without `encryption-key`, `compareSecrets` compares only names",
      fix: "seal the state, or raise a number in `env`",
    },
    "prevent-destroy": {
      means: "the plan would take away what `preventDestroy` protects",
      fix: "see [failures](failures.md)",
    },
    "max-deletes": {
      means: "the plan deletes or replaces more than `maxDeletes` allows",
      fix: "for one run: the input `max-deletes`",
    },
    "max-delete-percent": {
      means: "the plan deletes or replaces a larger part than `maxDeletePercent` allows",
      fix: "raise it, or use `target`",
    },
    "most-deleted": {
      means: "the plan deletes or replaces more than half of at least 10 recorded tasks, and nobody set a limit",
      fix: "for one run: the input `max-deletes`; or set `maxDeletePercent`",
    },
    "most-removed": {
      means:
        "an update takes more away within one resource, like files of a Folder, than `maxDeletes` allows, or more than half (`maxDeletePercent`) of at least 10",
      fix: "look whether the source is all there; for one run: the input `max-deletes`",
    },
    "unreviewed-script": {
      means: "the plan would run a script that stands only in plain state in the cache, not in the manifest",
      fix: "look at it: [trust](trust.md#state-and-who-can-write-it); then the digest of the plan as `plan-digest`, or `forget`",
    },
    "undeclared-secret": {
      means: "plain state in the cache uses a secret which the manifest does not declare",
      fix: "declare the secret until what uses it is gone",
    },
    "no-recorded-task-left": {
      means: "none of the recorded tasks is in the manifest any more, and they would be deleted",
      fix: "look for a renamed file or folder; for one run: the input `max-deletes`",
    },
    "pattern-matches-nothing": {
      means: "a pattern of `include` matches no file, and the plan deletes what left the manifest",
      fix: "correct the pattern; for one run: the input `max-deletes`",
    },
    "bad-spec": {
      means: "what `parse` or `expand` of a kind of your own says is wrong with a spec, without a code of its own",
      fix: "see the message",
    },
  },
  References: {
    "bad-reference": {
      means: "a `${` that begins no reference",
      fix: "write one of the forms that the message lists; `$${` is a literal `${`",
    },
    "unknown-filter": { means: "a filter of a reference that there is not", fix: "see the suggestion" },
    "bad-filter": {
      means: "a filter without what it needs, or with something that it does not take",
      fix: "write it as the message says",
    },
    "filter-type": {
      means: "a value that a filter can make nothing of: an object where it takes a text, a text where it takes a list",
      fix: "make a text of it first, with `json` or `yaml`",
    },
    "reference-in-script": {
      means: "a reference inside a script, where nothing is filled in",
      fix: "hand the value over with `env` or `secretEnv`",
    },
    "reference-in-hook": {
      means: "a reference in the `with` of a hook of your own, where nothing is filled in",
      fix: "let the module read it",
    },
    "unknown-value": {
      means: "not declared in any Values document; or the input `values` or the values file sets it",
      fix: "declare it, or give a fallback: `${VALUE:name:-text}`",
    },
    "unknown-secret": {
      means: "not declared in any Values document",
      fix: "declare it, or give a fallback: `${SECRET:name:-text}`",
    },
    "unknown-task": {
      means: "a task that is not in the manifest, in a reference or an unconditional dependency",
      fix: "correct the name, or give a fallback",
    },
    "unknown-output": { means: "an output that the task does not have", fix: "correct the name, or give a fallback" },
    "sensitive-output": {
      severities: ["error", "warning"],
      means:
        "a sensitive output that unsealed state does not keep, and no kind makes again; a warning where it shows only when the output is given",
      fix: "seal the state with `encryption-key`, or use the secret itself",
    },
    "unset-secret": { means: "a secret whose variable is not set, or empty", fix: "hand it to the step in `env`" },
    "short-secret": {
      severities: ["warning"],
      means: "a secret of fewer than four characters",
      fix: "choose a longer one: see [secrets](secrets.md)",
    },
    "guessable-secret": {
      severities: ["warning"],
      means: "a secret equals a name that stands openly in the manifest",
      fix: "choose a long random one: see [secrets](secrets.md#secrets-that-are-names)",
    },
    "secret-in-manifest": {
      severities: ["warning"],
      means: "what a secret holds stands in the manifest as text",
      fix: "refer to the secret, and change it",
    },
    "unset-variable": { means: "`${ENV:…}` of a variable that is not set", fix: "set it, or give a fallback" },
    "refused-variable": {
      means:
        "a variable that belongs to the runner, or to opus (`ACTIONS_*`, `INPUT_*`, `OPUS_*`, …), in `${ENV:…}` or as that of a secret",
      fix: "use a variable of your own: see [trust](trust.md#what-else-is-kept-apart)",
    },
    "unknown-github": { means: "the github context has no such name", fix: "correct it, or give a fallback" },
    "unknown-opus": { means: "opus has no such name", fix: "correct it, or give a fallback" },
    "not-text": {
      means: "a list, an object or nothing inside longer text",
      fix: "let the reference be the whole string, or make a text of it with a filter: `| json`",
    },
  },
  "Outputs and hooks": {
    "bad-output-name": {
      means: "`map` of the hook `outputs` uses a name that can't be that of an output",
      fix: "choose another name",
    },
    "output-not-set": {
      severities: ["warning"],
      means: "a mapped output could not be resolved, or an untrusted run may not see it",
      fix: "see the message",
    },
    "outputs-too-large": {
      severities: ["warning"],
      means: "the output `outputs` would be over 512 KiB",
      fix: "read the report",
    },
    "output-holds-secret": {
      severities: ["warning"],
      means: "outputs of the step hold secrets, or read like some",
      fix: "see [hooks](hooks.md#outputs-and-secrets)",
    },
    "comment-not-posted": {
      severities: ["notice", "warning"],
      means:
        "the preview is not on the pull request. A notice where a permission is missing or the run is untrusted, a warning where GitHub did not answer",
      fix: "see the message; the job summary has all of it, see [pull requests](pull-requests.md#the-preview)",
    },
    "issue-not-kept": {
      severities: ["notice", "warning"],
      means:
        "an issue for drift is not as it should be. A notice where the run is untrusted, a warning where a permission is missing, GitHub did not answer, or too many are open",
      fix: "see the message and [drift](drift.md#what-can-go-wrong); the result of the run stays what it is",
    },
    "webhook-not-sent": {
      severities: ["warning"],
      means:
        "a message of the hook `webhook` did not arrive, or could not be made: a secret is not set, the server refused it or did not answer in time",
      fix: "see the message and [webhooks](webhooks.md#what-can-go-wrong); the result of the run stays what it is",
    },
    "check-not-written": {
      severities: ["notice", "warning", "error"],
      means:
        "a check is not as it should be. A notice where a permission is missing or the run is untrusted, a warning where GitHub did not answer, an error where a check stays in progress as GitHub refuses to end it",
      fix: "see the message and [hooks](hooks.md#checks); the result of the run stays what it is",
    },
    "check-taken-back": {
      severities: ["notice"],
      means: "the run ended before it came to its checks, so those of an older run on this commit count no more",
      fix: "see why the run has failed; once it is through it writes checks of its own",
    },
    "bad-module": {
      means:
        "a module of the repository can't be loaded or is no hook, or no kind; or it threw, or ended the process, where nothing waited for it",
      fix: "see the message, and [what a module may not do](kinds/own-kinds.md#what-a-module-may-not-do)",
    },
    "kind-not-closed": {
      severities: ["warning"],
      means: "a kind of a module could not close what it had opened; what it had started was ended",
      fix: "mend its `close`: [rules that live elsewhere](kinds/own-kinds.md#rules-that-live-elsewhere)",
    },
    "resource-needs-seal": {
      means: "a kind keeps text of its own in state, and state is not sealed",
      fix: "set `encryption-key`",
    },
    "module-changed": {
      severities: ["warning"],
      means: "the pull request changes code of a module, or what it imports",
      fix: "review it like a workflow, see [trust](trust.md#modules-that-a-pull-request-changes)",
    },
    "module-unsure": {
      severities: ["notice"],
      means: "it can't be told whether the pull request does that",
      fix: "`fetch-depth: 2` of actions/checkout",
    },
    "hidden-kind": {
      severities: ["notice"],
      means: "a task is shown as unknown, since an untrusted run may not see what it takes",
      fix: "see [trust](trust.md)",
    },
    "secret-not-set-here": {
      severities: ["notice"],
      means: "tasks of a plan are shown as unknown, as secrets that they take are not set where it is made",
      fix: "nothing, where `plan.missingSecrets: unknown` is meant; see [secrets](secrets.md#plans-without-secrets)",
    },
    "hook-failed": {
      severities: ["warning", "error"],
      means:
        "a hook threw, or never answered at the end; what the run does goes on. An error: it tried to end the process",
      fix: "mend the hook, see [hooks](hooks.md#your-own)",
    },
    "runner-file-unwritable": {
      means:
        'the file of the runner for outputs of the step (`GITHUB_OUTPUT`) or for its post step (`GITHUB_STATE`) can\'t be written, or could not at the end: later steps would take missing outputs for "no changes". Before the run nothing was changed; at its end what it did stands',
      fix: "let the step run as the user of the runner's files (in a container `options: --user <uid>`); make room on the disk",
    },
    "report-not-written": {
      severities: ["error", "warning"],
      means:
        "the report could not be written, so there is none: an error where `report-path` names its place, else a warning",
      fix: "make room, or choose another `report-path`",
    },
    "summary-not-written": {
      severities: ["warning"],
      means: "the job summary could not be written",
      fix: "see the message",
    },
  },
  "State and locks": {
    "former-name-has-state": {
      means: "a context, and one of its [former names](renaming.md), have a state",
      fix: "compare the two; delete the entry, or move one out of the way",
    },
    "state-beside": {
      severities: ["notice", "warning"],
      means: "nothing is recorded under this name, and a state that may be its own lies beside it",
      fix: "list the former name under `formerNames`, if there is one",
    },
    "nothing-recorded": {
      severities: ["notice", "error"],
      means:
        "nothing is recorded of this context, so `delete` has nothing to do. An error where [nothing ever was](deleting.md#when-nothing-is-recorded)",
      fix: "nothing, if the context is the right one, and the place of state; the error lists the contexts that are recorded there",
    },
    "stays-behind": {
      severities: ["notice"],
      means: "`delete` drops tasks whose kind does nothing to delete them, such as a Shell without `delete`",
      fix: "remove what they have made yourself, or give them a `delete` and apply that first",
    },
    "still-recorded": {
      severities: ["notice"],
      means: "`delete` has left recorded tasks alone, as they are out of its scope or no target",
      fix: "run it again without `target`, or by the command that the scopes name",
    },
    "former-name": { severities: ["notice"], means: "state is still kept under a former name", fix: "nothing" },
    "carried-over": {
      severities: ["notice"],
      means: "state was carried over from a former name to this one",
      fix: "nothing",
    },
    "gone-with-runner": {
      severities: ["notice"],
      means: "files of tasks lie in the workspace of a runner that GitHub hosts, and are missing in the next run",
      fix: "`lifecycle: {ephemeral: true}`, commit them, or see [File](kinds/file.md#on-a-runner-that-github-hosts)",
    },
    policy: {
      severities: ["error", "warning"],
      means:
        "a policy of the repository forbids the plan, or a task once all of it is known, or could not be asked; a warning: it only warns of it",
      fix: "change what the message names, see [policies](hooks.md#policies)",
    },
    "policies-not-asked": {
      severities: ["error", "warning"],
      means:
        "`delete` goes by the input `project`, as no Project can be relied on, so no policy is known. An error, and nothing is deleted, where the manifest names modules as hooks; a warning where there is no sign of one",
      fix: "mend the Project, and leave `project` out; see [policies](hooks.md#policies)",
    },
    superseded: {
      severities: ["error", "notice"],
      means: "a newer run has changed the context, so this older one is refused; a notice of `plan`",
      fix: "see [the order of runs](locks.md#the-order-of-runs)",
    },
    "state-hidden": {
      severities: ["notice"],
      means: "an untrusted run can't open the state, so every task is shown as unknown",
      fix: "see [trust](trust.md)",
    },
    "not-reported": {
      means: "`projects` lists this context, and no report tells of it, so nobody knows what is to be done",
      fix: "see the log of the job that was to leave it; let it upload its report also when it failed (`if: always()`)",
    },
    "same-project": {
      means: "two projects of one repository have the same name and keep their states in one place",
      fix: "rename one; while a state of the old name is there, with `formerNames`",
    },
    "project-not-listed": {
      severities: ["warning", "notice"],
      means:
        "`projects` has found a manifest of which it lists nothing, as no rule leads to a context, or another one includes it",
      fix: "add a rule for this event, or give `context`; nothing to do where that is meant",
    },
    "large-matrix": {
      severities: ["warning"],
      means: "`projects` lists more than the 256 jobs that a matrix may have",
      fix: "list `changed: true` ones only, or part of the manifests in each of several jobs, with `manifest`",
    },
    "not-compared": {
      severities: ["warning", "notice"],
      means: "with `changed`, it can't be told whether a context differs from what is recorded, so it is listed",
      fix: "as the message says; the plan of that context tells more. See [contexts](contexts.md#only-what-changed)",
    },
    "weak-passphrase": {
      severities: ["warning"],
      means: "`encryption-key` has a passphrase that may be found by trying",
      fix: "put an age identity before it, see [state](state-encryption.md)",
    },
    "drift-not-accepted": {
      severities: ["warning"],
      means: "`opus drift --accept` leaves something in the manifest as it is, though something else is there",
      fix: "as the message says: change the manifest, or a value, by hand; or `apply`, to have the resource as it was",
    },
    "manifest-not-written": {
      means:
        "`opus drift --accept` can't write a file: it is read-only or a link, its folder can't be written, or it was changed meanwhile",
      fix: "mend what the message names, and run again",
    },
    "state-elsewhere": {
      severities: ["error", "warning"],
      means: "a terminal works with files, and the branch of `origin` has a state of this project and context",
      fix: "[choose](terminal.md#which-state): `--state-backend branch`, or `--state-backend file`",
    },
    "state-public": {
      severities: ["warning"],
      means: "state is stored, not sealed, on a branch that everybody can read",
      fix: "[seal it](state-encryption.md)",
    },
    "state-sealed": {
      severities: ["notice"],
      means: "state that was not sealed is from now on",
      fix: "take `initialize` out",
    },
    "initialize-left-on": {
      severities: ["notice"],
      means: "state is sealed, and `initialize` would let in state that is not",
      fix: "take `initialize` out",
    },
    "ledger-damaged": {
      severities: ["warning"],
      means:
        "the [ledger of processes](state-repair.md#after-a-crash-or-a-cancellation) held lines that opus has not written; they did not count",
      fix: "find out what else writes to that folder",
    },
    settled: {
      severities: ["notice"],
      means: "an earlier run ended in the middle of a task, and this one found out what became of it",
      fix: "see the message, and [what happens after a crash](state-repair.md#after-a-crash-or-a-cancellation)",
    },
    "run-going-on": {
      severities: ["notice"],
      means: "another run is at work, and some of its tasks are shown as pending",
      fix: "wait for it",
    },
    forgotten: {
      severities: ["notice"],
      means: "what `forget` dropped from state",
      fix: "nothing; `rollback` takes it back",
    },
    unlocked: { severities: ["notice"], means: "the lock that `unlock` released", fix: "nothing" },
    "state-not-stored": {
      means: "results could not be stored; they are in a recovery file, or were lost with it",
      fix: "see the message: [when state can't be stored](state-repair.md#when-state-cant-be-stored)",
    },
    "lock-not-released": {
      severities: ["warning"],
      means: "the lock of the state could not be released at the end of the run",
      fix: "`unlock` with its `lock-id`, when the next run does not get it",
    },
    "journal-not-cleared": {
      severities: ["warning"],
      means: "results that are stored by now could not be taken out of the journal on this machine",
      fix: "see the message; they are not stored twice",
    },
    "leftovers-ended": {
      severities: ["notice"],
      means: "processes that a killed run had left were ended",
      fix: "nothing",
    },
    "journal-dropped": {
      severities: ["warning"],
      means: "`opus state push FILE --force` dropped results that a run had left on this machine",
      fix: "nothing, if that was meant",
    },
    "ledger-not-ended": {
      severities: ["warning"],
      means:
        "the [ledger of processes](state-repair.md#after-a-crash-or-a-cancellation) could not be removed at the end of the run",
      fix: "see the message",
    },
    "handover-not-written": {
      severities: ["warning"],
      means: "the post step was not told of this run, and can't clean up after it",
      fix: "make room, or see the message; the next run cleans up",
    },
  },
  "Reviewed plans": {
    "plan-changed": {
      means:
        "the plan is not the one that was reviewed or approved: for each task what was agreed to, and what would be done now",
      fix: "see [reviewed](reviewed-plans.md#reviewed-plans) and [approved plans](reviewed-plans.md#approved-plans)",
    },
    "plan-not-reviewed": { means: "no merged pull request, no preview, or none that counts", fix: "see the message" },
    "volatile-reference": {
      severities: ["warning"],
      means: "`${GITHUB:sha}` and the like are different when a reviewed plan is applied",
      fix: "use a value, a tag, or a digest of what is deployed",
    },
  },
} as const satisfies { readonly [section: string]: { readonly [code: string]: CodeRow } };

type Codes = { [Section in keyof typeof codes]: keyof (typeof codes)[Section] };

/** The code of a diagnostic. Of a run that failed, its reason is one, too. */
export type DiagnosticCode = Codes[keyof Codes] | FailureReason;

/** The reasons of failures, as docs/failures.md has them. */
export const reasons: { readonly [reason in FailureReason]: CodeRow } = {
  "invalid-input": { means: "an input or flag is wrong", fix: "correct it; all that are wrong are listed at once" },
  "invalid-manifest": {
    means: "the manifest, a value or a reference is wrong",
    fix: "correct the places that are listed; see [diagnostics](diagnostics.md)",
  },
  "no-context": {
    means: "no rule matches this event",
    fix: "add a rule, or give `context`; see [contexts](contexts.md)",
  },
  untrusted: {
    means: "the run may not act",
    fix: "run the command from a branch of the repository; see [trust](trust.md)",
  },
  "state-unavailable": {
    means: "state can't be read, opened, trusted or written",
    fix: "mend what keeps it from that, see [state](state-repair.md); it is never taken for empty, and an empty cache not for a new one",
  },
  "state-locked": {
    means: "another run holds the lock",
    fix: "wait, or [release it](locks.md) with `unlock` and its `lock-id`",
  },
  "state-conflict": {
    means:
      "another run changed the state meanwhile, or released the lock of this one; or a former name of the context has a state, too",
    fix: "run again; results that are not stored are in a [recovery file](state-repair.md#when-state-cant-be-stored)",
  },
  "plan-changed": {
    means: "the plan is not the one that was reviewed or approved",
    fix: "look at the difference, and have the plan of now [reviewed](reviewed-plans.md#reviewed-plans) or [approved](reviewed-plans.md#approved-plans)",
  },
  "plan-not-reviewed": {
    means: "there is no review of the plan that counts",
    fix: "have it [reviewed](reviewed-plans.md#reviewed-plans)",
  },
  guarded: {
    means:
      "the plan deletes too much, or something that is protected, or runs scripts that [only plain state in the cache](trust.md#state-and-who-can-write-it) has",
    fix: "if it is meant: raise the limit, lift `preventDestroy`, or agree to just this plan with `plan-digest`",
  },
  "task-failed": { means: "a task failed, or could not be looked at", fix: "correct the cause and run again" },
  "drift-detected": { means: "there is drift, and `fail-on-drift` is set", fix: "`apply`, or change the manifest" },
  "changes-pending": { means: "there are changes, and `expect-no-changes` is set", fix: "`apply`" },
  superseded: {
    means: "a newer run has changed the context, and this older one would undo that",
    fix: "nothing, or re-run the newer one; on purpose: re-run this one, see [the order of runs](locks.md#the-order-of-runs)",
  },
  policy: {
    means:
      "a [policy](hooks.md#policies) of the repository forbids the plan, or could not be asked; nothing was done. Or it forbids a task once all of it is known: that task, and what depends on it, was not done",
    fix: "change what the message names, or mend the policy; no input makes a run go on without it",
  },
  "not-reported": {
    means: "`report` was to join reports of several projects, and one that `projects` lists has left none",
    fix: "see the log of the job that was to leave it, and run it again",
  },
  cancelled: { means: "the run was stopped", fix: "run again: it goes on from what is done" },
  internal: {
    means: "a fault of opus, or code of a module did what no run can go on from: the message says which",
    fix: "[report it](bug-reports.md), or [mend the module](kinds/own-kinds.md#what-a-module-may-not-do)",
  },
};
