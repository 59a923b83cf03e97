export const id = 308;
export const ids = [308];
export const modules = {

/***/ 90308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

;// CONCATENATED MODULE: ./src/engine/diagnostics/codes.ts
const codes = {
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
            means: "a file over 4 MiB, or with more than 800,000 keys, values and marks (2,400,000 in all files together; more where documents hold neither anchors nor tags nor other rare forms)",
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
            fix: "quote the key; `{{ \u2026 }}` of another tool must be quoted as a whole",
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
        "unknown-api-version": { means: "`opus/\u2026` in a version that this program does not know", fix: "write `opus/v1`" },
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
            means: "a pointer of `ignoreChanges` names a field that neither the kind nor the spec has; a warning where it names no member of the spec, and another one has nearly that name",
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
            means: "no rule of `Project.spec.contexts` takes this event or the given `context`; a notice of `validate`, which then checks what holds in every context",
            fix: "add a rule, or give `context`",
        },
        "unknown-project": {
            means: "the Project can't be read, or what it says of state, contexts, commands, requests, limits or modules is wrong, so a command that rests on [what is recorded](deleting.md#what-rests-on-what-is-recorded) does not know whose state is meant",
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
            means: "tasks that depend on each other; a `${VAR:\u2026}` counts as a dependency",
            fix: "remove one of the dependencies that are listed",
        },
        "dependency-out-of-scope": {
            means: "a dependency that counts in this run is out of its scope",
            fix: "limit the dependency, or widen the scope",
        },
        "same-resource": {
            means: "two tasks, or a task and a recorded one, are the same resource or adopt one by the same id; or tasks wait for each other's places",
            fix: "remove one; after a rename use `formerNames`, or `forget`; a temporary place",
        },
        "in-the-way": {
            means: "a resource can't be where another one stands: a file where a folder is needed, in a Folder that has this file, or where an archive is unpacked or a script makes its `outputs`",
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
            means: "an update takes more away within one resource, like files of a Folder, than `maxDeletes` allows, or more than half (`maxDeletePercent`) of at least 10",
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
            means: "a sensitive output that unsealed state does not keep, and no kind makes again; a warning where it shows only when the output is given",
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
        "unset-variable": { means: "`${ENV:\u2026}` of a variable that is not set", fix: "set it, or give a fallback" },
        "refused-variable": {
            means: "a variable that belongs to the runner, or to opus (`ACTIONS_*`, `INPUT_*`, `OPUS_*`, \u2026), in `${ENV:\u2026}` or as that of a secret",
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
            means: "the preview is not on the pull request. A notice where a permission is missing or the run is untrusted, a warning where GitHub did not answer",
            fix: "see the message; the job summary has all of it, see [pull requests](pull-requests.md#the-preview)",
        },
        "issue-not-kept": {
            severities: ["notice", "warning"],
            means: "an issue for drift is not as it should be. A notice where the run is untrusted, a warning where a permission is missing, GitHub did not answer, or too many are open",
            fix: "see the message and [drift](drift.md#what-can-go-wrong); the result of the run stays what it is",
        },
        "webhook-not-sent": {
            severities: ["warning"],
            means: "a message of the hook `webhook` did not arrive, or could not be made: a secret is not set, the server refused it or did not answer in time",
            fix: "see the message and [webhooks](webhooks.md#what-can-go-wrong); the result of the run stays what it is",
        },
        "check-not-written": {
            severities: ["notice", "warning", "error"],
            means: "a check is not as it should be. A notice where a permission is missing or the run is untrusted, a warning where GitHub did not answer, an error where a check stays in progress as GitHub refuses to end it",
            fix: "see the message and [hooks](hooks.md#checks); the result of the run stays what it is",
        },
        "check-taken-back": {
            severities: ["notice"],
            means: "the run ended before it came to its checks, so those of an older run on this commit count no more",
            fix: "see why the run has failed; once it is through it writes checks of its own",
        },
        "bad-module": {
            means: "a module of the repository can't be loaded or is no hook, or no kind; or it threw, or ended the process, where nothing waited for it",
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
            means: "a hook threw, or never answered at the end; what the run does goes on. An error: it tried to end the process",
            fix: "mend the hook, see [hooks](hooks.md#your-own)",
        },
        "runner-file-unwritable": {
            means: 'the file of the runner for outputs of the step (`GITHUB_OUTPUT`) or for its post step (`GITHUB_STATE`) can\'t be written, or could not at the end: later steps would take missing outputs for "no changes". Before the run nothing was changed; at its end what it did stands',
            fix: "let the step run as the user of the runner's files (in a container `options: --user <uid>`); make room on the disk",
        },
        "report-not-written": {
            severities: ["error", "warning"],
            means: "the report could not be written, so there is none: an error where `report-path` names its place, else a warning",
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
            means: "nothing is recorded of this context, so `delete` has nothing to do. An error where [nothing ever was](deleting.md#when-nothing-is-recorded)",
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
            means: "a policy of the repository forbids the plan, or a task once all of it is known, or could not be asked; a warning: it only warns of it",
            fix: "change what the message names, see [policies](hooks.md#policies)",
        },
        "policies-not-asked": {
            severities: ["error", "warning"],
            means: "`delete` goes by the input `project`, as no Project can be relied on, so no policy is known. An error, and nothing is deleted, where the manifest names modules as hooks; a warning where there is no sign of one",
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
            means: "`projects` has found a manifest of which it lists nothing, as no rule leads to a context, or another one includes it",
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
            means: "`opus drift --accept` can't write a file: it is read-only or a link, its folder can't be written, or it was changed meanwhile",
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
            means: "the [ledger of processes](state-repair.md#after-a-crash-or-a-cancellation) held lines that opus has not written; they did not count",
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
            means: "the [ledger of processes](state-repair.md#after-a-crash-or-a-cancellation) could not be removed at the end of the run",
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
            means: "the plan is not the one that was reviewed or approved: for each task what was agreed to, and what would be done now",
            fix: "see [reviewed](reviewed-plans.md#reviewed-plans) and [approved plans](reviewed-plans.md#approved-plans)",
        },
        "plan-not-reviewed": { means: "no merged pull request, no preview, or none that counts", fix: "see the message" },
        "volatile-reference": {
            severities: ["warning"],
            means: "`${GITHUB:sha}` and the like are different when a reviewed plan is applied",
            fix: "use a value, a tag, or a digest of what is deployed",
        },
    },
};
const reasons = {
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
        means: "another run changed the state meanwhile, or released the lock of this one; or a former name of the context has a state, too",
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
        means: "the plan deletes too much, or something that is protected, or runs scripts that [only plain state in the cache](trust.md#state-and-who-can-write-it) has",
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
        means: "a [policy](hooks.md#policies) of the repository forbids the plan, or could not be asked; nothing was done. Or it forbids a task once all of it is known: that task, and what depends on it, was not done",
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

var references = __webpack_require__(5375);
;// CONCATENATED MODULE: ./src/schema/fields.generated.ts
const fieldsOf = {
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
                "about": "The context. May hold ${GITHUB:\u2026} and ${ENV:\u2026}."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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
                "about": "Fields that answers have in another place: pointer in the body \u2192 pointer in the answer."
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
                "about": "What other tasks may use: name \u2192 pointer into the answer."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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
                "about": "true: take over and change a resource that exists, differs and was not made by opus. {id: \u2026}: take over the one that its kind knows by this id, and never make another instead. Default: false."
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

;// CONCATENATED MODULE: ./src/app/tools/page-text.ts
const width = 78;
function pageText(markdown) {
    const blocks = markdown
        .replace(/^# .*\n/, "")
        .replace(/<!-- .* -->\n/g, "")
        .split(/^(```.*\n[\s\S]*?^```)$/m);
    return blocks
        .flatMap((block) => block.startsWith("```")
        ? [codeText(block)]
        : block
            .trim()
            .split(/\n{2,}/)
            .map(plainText))
        .filter((text) => text !== "")
        .join("\n\n");
}
function codeText(block) {
    const lines = block.split("\n").slice(1, -1);
    return lines.map((line) => (line === "" ? "" : `      ${line}`)).join("\n");
}
function plainText(paragraph) {
    const text = paragraph.replace(/\[([^[\]]*)\]\(([^)\s]+)\)/g, linkWords);
    if (text.startsWith("## "))
        return text.slice("## ".length);
    const isList = text.startsWith("- ");
    const lines = isList ? text.split("\n") : [text];
    return lines
        .flatMap((line) => wrapped(line, "  ").map((one, at) => (isList && at > 0 ? `  ${one}` : one)))
        .join("\n");
}
function linkWords(_, words, target) {
    const isOther = target.startsWith("../") && !target.startsWith("../diagnostics.md");
    return isOther ? `${words} (docs/${target.slice("../".length)})` : words;
}
function wrapped(text, indent) {
    const lines = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
        if (line !== "" && indent.length + line.length + 1 + word.length > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return line === "" ? lines : [...lines, indent + line];
}

;// CONCATENATED MODULE: ./src/app/tools/explain.ts




function explain(asked, pageOf = () => undefined) {
    if (asked === undefined)
        return { ok: true, text: overview() };
    const code = codeNamed(asked, pageOf);
    if (code)
        return { ok: true, text: code };
    const [kind = "", ...path] = asked.split(".");
    const found = kindNamed(kind);
    if (found === undefined)
        return { ok: false, error: unknown(asked) };
    const { about, fields } = fieldsOf[found];
    const at = placeOf(path, fields);
    if (at === undefined) {
        const names = fields.map((field) => `${found}.${field.path}`);
        const near = (0,references/* nearest */.pA)(asked, names);
        const hint = near === undefined ? `See \`opus explain ${found}\`.` : `Did you mean ${near}?`;
        return { ok: false, error: `${found} has no field "${path.join(".")}". ${hint}` };
    }
    return { ok: true, text: at === "" ? kindText(found, about, fields) : fieldText(found, at, fields) };
}
function overview() {
    const kinds = Object.entries(fieldsOf).map(([kind, { about }]) => `  ${kind.padEnd(14)}${firstSentence(about)}`);
    return [
        "Kinds:",
        ...kinds,
        "",
        "`opus explain KIND` lists the fields of one, `opus explain KIND.field` tells of a field,",
        "and `opus explain CODE` what the code of a message means.",
    ].join("\n");
}
function kindNamed(name) {
    return Object.keys(fieldsOf).find((kind) => kind.toLowerCase() === name.toLowerCase());
}
function placeOf(path, fields) {
    if (path.length === 0)
        return "";
    const asked = path.join(".").replaceAll("[]", "");
    const plain = (field) => field.path.replaceAll("[]", "");
    return fields.find((field) => [asked, `spec.${asked}`, `metadata.${asked}`].includes(plain(field)))?.path;
}
function kindText(kind, about, fields) {
    const top = fields.filter(({ path }) => path.split(".").length <= 2 && path !== "apiVersion" && path !== "kind");
    return [`${kind}: ${about}`, "", ...top.map(row), "", `\`opus explain ${kind}.FIELD\` tells more of one.`].join("\n");
}
function fieldText(kind, path, fields) {
    const field = fields.find((one) => one.path === path);
    const below = fields.filter((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[].`));
    const facts = [
        `type: ${field.type}${field.required ? ", required" : ""}`,
        ...(field.values === undefined ? [] : [`one of: ${field.values.join(", ")}`]),
        ...(field.default === undefined ? [] : [`default: ${field.default}`]),
    ];
    return [
        `${kind}.${path}`,
        "",
        ...wrapped(field.about === "" ? "(nothing more is known of it)" : field.about, "  "),
        "",
        ...facts.map((fact) => `  ${fact}`),
        ...(below.length === 0 ? [] : ["", "Below it:", ...below.map(row)]),
    ].join("\n");
}
function row({ path, required, about }) {
    const lines = wrapped(firstSentence(about), "");
    const head = `  ${path}${required ? " *" : ""}`;
    return [head, ...lines.filter((line) => line !== "").map((line) => `      ${line}`)].join("\n");
}
function codeNamed(code, pageOf) {
    for (const [heading, rows] of [...Object.entries(codes), ["why a run failed", reasons]]) {
        const found = new Map(Object.entries(rows)).get(code);
        if (!found)
            continue;
        const page = pageOf(code);
        return page === undefined ? explain_codeText(code, heading, found) : `${code} (${heading})\n\n${pageText(page)}`;
    }
    return undefined;
}
function explain_codeText(code, heading, { means, fix }) {
    return [
        `${code} (${heading})`,
        "",
        ...wrapped(`It means: ${means}.`, "  "),
        ...wrapped(`What to do: ${fix}.`, "  "),
    ].join("\n");
}
function unknown(asked) {
    const all = [
        ...Object.keys(fieldsOf),
        ...Object.values(codes).flatMap((rows) => Object.keys(rows)),
        ...Object.keys(reasons),
    ];
    const near = (0,references/* nearest */.pA)(asked, all);
    return `there is no kind and no code "${asked}". ${near === undefined ? "`opus explain` lists the kinds." : `Did you mean ${near}?`}`;
}
function firstSentence(text) {
    return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}


/***/ })

};
