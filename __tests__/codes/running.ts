import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromFork } from "../e2e/from-fork.ts";
import { pushToMain } from "../e2e/rig.ts";
import { file, of, project, shell, task, values } from "./manifests.ts";
import { withKind } from "./resources.ts";
import type { OfTerminal, Samples } from "./sample.ts";

const contexts = "contexts: [{ input: true }, { branch: main, context: prod }, { event: pull_request, context: prod }]";
const identity = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
const secret = values("{ secrets: { token: { env: SHOP_TOKEN } } }");
const withHook = (text: string, use = "{ use: ./opus/hook.mjs }") => ({
  ...of(project(`contexts: [{ input: true }]\nhooks: [${use}]`), file("hello")),
  "opus/hook.mjs": text,
});

export const ofHooks = {
  "bad-output-name": {
    files: of(project('hooks: [{ use: outputs, with: { map: { "my url": "x" } } }]'), file("hello")),
    commands: ["validate"],
  },
  "output-not-set": {
    files: of(
      project(
        'contexts: [{ input: true }]\nhooks: [{ use: outputs, with: { map: { sum: "${VAR:hello:SHA256_CHECKSUM}" } } }]',
      ),
      file("hello"),
    ),
    steps: [{ inputs: { command: "plan", context: "prod" } }],
  },
  "outputs-too-large": {
    files: of(project(), shell("large", `{ create: 'printf "TEXT=%0600000d\\n" 1 >> "$OPUS_OUTPUT"' }`)),
    steps: [{ inputs: { command: "apply", context: "prod" } }],
  },
  "output-holds-secret": {
    files: of(
      project('contexts: [{ input: true }]\nhooks: [{ use: outputs, with: { map: { where: "${ENV:WHERE}" } } }]'),
      secret,
      shell("hello", '{ create: "true", secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    steps: [
      {
        inputs: { command: "apply", context: "prod" },
        env: { SHOP_TOKEN: "correct-horse-4711", WHERE: "at correct-horse-4711" },
      },
    ],
    when: "`WHERE` holds what `SHOP_TOKEN` holds",
  },
  "comment-not-posted": {
    files: of(project(contexts), file("hello")),
    steps: [{ inputs: { command: "plan", "comment-pr": "always" }, event: fromFork }],
    when: "the pull request comes from a fork",
  },
  "issue-not-kept": {
    files: of(project(contexts), file("hello")),
    steps: [{ inputs: { command: "drift", "drift-issue": "true" }, event: fromFork }],
    when: "the pull request comes from a fork",
  },
  "webhook-not-sent": {
    files: of(
      project(
        'contexts: [{ input: true }]\nhooks: [{ use: webhook, with: { url: "${SECRET:token}", events: [applied] } }]',
      ),
      secret,
      file("hello"),
    ),
    steps: [{ inputs: { command: "apply", context: "prod" } }],
    when: "`SHOP_TOKEN` is not set",
  },
  "check-not-written": {
    files: of(project(`${contexts}\nhooks: [{ use: check }]`), file("hello")),
    steps: [{ inputs: { command: "plan" }, event: fromFork }],
    when: "the pull request comes from a fork",
  },
  "check-taken-back": {
    test: "hooks/check/check.test.ts",
    when: "a run is run again on its commit, and fails before it has planned",
    said: '‹notice› check-taken-back: this run ended before it came to its checks, so "opus: demo/prod" of an older run on this commit, which had passed, counts no more',
  },
  "bad-module": {
    files: of(project("contexts: [{ input: true }]\nprocessors: [./opus/note.mjs]"), file("hello")),
    commands: ["plan --context prod"],
  },
  "kind-not-closed": {
    files: withKind(
      '  open: async () => ({ value: {}, close: async () => { throw new Error("the session is gone"); } }),\n',
    ),
    commands: ["apply --context prod"],
  },
  "resource-needs-seal": {
    files: withKind("  known: { resource: true },\n"),
    commands: ["apply --context prod"],
  },
  "module-changed": {
    test: "app/extensions/changed-extensions.test.ts",
    when: "a pull request changes a module, or what it imports",
    said: "‹opus.yaml:5:16:› warning module-changed: module changed: this pull request changes opus/kinds/new.mjs, opus/lib/client.mjs, ‹whose code acts with everything that the step has›",
  },
  "module-unsure": {
    files: {
      ...of(project(`${contexts}\nprocessors: [./opus/note.mjs]`), file("hello")),
      "opus/note.mjs": "export default [];\n",
    },
    steps: [{ inputs: { command: "plan" }, event: fromFork }],
    when: "the checkout has one commit only",
  },
  "hidden-kind": {
    files: {
      ...withKind(""),
      ...of(
        project(`${contexts}\nprocessors: [./opus/note.mjs]`),
        task("Note", "hello", "{ text: Hello }").replace("opus/v1", "example.com/v1"),
      ),
    },
    steps: [{ inputs: { command: "plan" }, event: fromFork }],
    when: "the pull request comes from a fork",
    hidden: ["opus/note.mjs"],
  },
  "secret-not-set-here": {
    files: of(
      project("contexts: [{ input: true }]\nplan: { missingSecrets: unknown }"),
      secret,
      shell("hello", '{ create: ./make, secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    commands: ["plan --context prod"],
    when: "`SHOP_TOKEN` is not set",
  },
  "hook-failed": {
    files: withHook('export default {\n  name: "tell",\n  on() {\n    throw new Error("nobody listens");\n  },\n};\n'),
    commands: ["plan --context prod"],
  },
  "runner-file-unwritable": {
    files: of(project(), file("hello")),
    steps: [{ inputs: { command: "apply", context: "prod" }, env: { GITHUB_OUTPUT: "/no-folder/output" } }],
    when: "the file that `GITHUB_OUTPUT` names can't be made",
  },
  "report-not-written": {
    files: { ...of(project(), file("hello")), reports: "a file\n" },
    commands: ["plan --context prod --report-path reports/plan.json"],
    when: "`reports` is a file",
    hidden: ["reports"],
  },
  "summary-not-written": {
    files: of(project(), file("hello")),
    before: [(folder: string) => writeFileSync(join(folder, "summary"), "x".repeat(1024 * 1024 - 20))],
    steps: [{ inputs: { command: "plan", context: "prod" }, env: { GITHUB_STEP_SUMMARY: "FOLDER/summary" } }],
    when: "the step has written a mebibyte into its summary before",
  },
} as const satisfies Samples;

const lockId = "84c654ec-a5bc-4624-9986-1f647cad82d4";

/** A task whose script keeps what state looks like in the middle of the run. */
function inTheMiddle(name: string, rest: string): string {
  return shell(name, `{ create: cp -r .opus/state/shop/prod middle; ${rest}, delete: "true", read: "true" }`);
}

/** Makes the state what it was in the middle of the run, with its lock: of a run that goes on, or was killed. */
function ended(folder: string): void {
  copyFileSync(join(folder, "middle/state.json"), join(folder, ".opus/state/shop/prod/state.json"));
}

function killed(folder: string): void {
  ended(folder);
  const state = join(folder, ".opus/state/shop/prod");
  const lock = readFileSync(join(folder, "middle/lock-1.json"), "utf8");
  writeFileSync(join(state, "lock-2.json"), lock.replace(/"id": "[^"]+"/, `"id": "${lockId}"`));
}

const renamed = (spec: string, name = "store"): string =>
  project(spec).replace("{ name: shop }", `{ name: ${name}, formerNames: [shop] }`);
const plain = project();
const apply = "apply --context prod";
const plan = "plan --context prod";

export const ofState = {
  "former-name-has-state": {
    files: of(plain, file("hello")),
    before: [
      undefined,
      of(project().replace("shop", "store"), file("hello")),
      of(renamed("contexts: [{ input: true }]"), file("hello")),
    ],
    commands: [apply, apply, plan],
    when: "both `shop` and `store` were applied",
  },
  "state-beside": {
    files: of(plain, file("hello")),
    before: [undefined, of(project().replace("shop", "store"), file("hello"))],
    commands: [apply, plan],
    when: "the project was called `shop` as it was applied",
  },
  "nothing-recorded": {
    files: of(plain, file("hello")),
    commands: [apply, "delete --context test --yes"],
  },
  "stays-behind": {
    files: of(plain, shell("hello", '{ create: "true" }')),
    commands: [apply, "delete --context prod --yes"],
  },
  "still-recorded": {
    files: of(plain, file("first"), file("second")),
    commands: [apply, "delete --context prod --target first --yes"],
  },
  "former-name": {
    files: of(plain, file("hello")),
    before: [undefined, of(renamed("contexts: [{ input: true }]"), file("hello"))],
    commands: [apply, plan],
  },
  "carried-over": {
    files: of(plain, file("hello")),
    before: [undefined, of(renamed("contexts: [{ input: true }]"), file("hello"))],
    commands: [apply, apply],
  },
  "gone-with-runner": {
    files: of(plain, file("hello")),
    steps: [{ inputs: { command: "apply", context: "prod" }, env: { RUNNER_ENVIRONMENT: "github-hosted" } }],
    when: "the runner is one that GitHub hosts",
  },
  policy: {
    files: withHook(
      'export default {\n  name: "house rules",\n  review: ({ tasks }) => tasks.map(({ name }) => ({ task: name, message: "nobody makes files on a Monday" })),\n};\n',
    ),
    commands: [plan],
  },
  "policies-not-asked": {
    files: {
      "opus.yaml":
        "apiVersion: opus/v1\nkind: Project\nmetadata: { name: shop }\nspec:\n  contextz: [{ input: true }]\n  hooks: [{ use: ./opus/policy.mjs }]\n",
    },
    commands: ["delete --context prod --project shop --yes"],
  },
  superseded: {
    test: "e2e/order-of-runs.test.ts",
    when: "two pushes start two runs, and the older one comes last",
    said: '‹error superseded: ›a newer run has changed the context "prod" already, and this one would undo what that made: run 1002 of the commit bbbbbbb (‹https://github.com/octo/storefront/actions/runs/1002/attempts/1›) came after this, run 1001 of the commit aaaaaaa',
  },
  "state-hidden": {
    files: of(project(contexts), file("hello")),
    steps: [
      { inputs: { command: "apply", "encryption-key": identity } },
      { inputs: { command: "plan" }, event: fromFork },
    ],
    when: "the state is sealed, and the pull request comes from a fork",
  },
  "not-reported": {
    files: of(project(contexts), file("hello")),
    steps: [
      { inputs: { command: "projects", "report-path": "reports/projects.json" } },
      { inputs: { command: "report", reports: "reports/*.json" } },
    ],
    when: "no other report is in `reports`",
  },
  "same-project": {
    files: {
      "a/opus.yaml": of(project(contexts), file("hello"))["opus.yaml"],
      "b/opus.yaml": of(project(contexts), file("other"))["opus.yaml"],
    },
    steps: [{ inputs: { command: "projects", manifest: "*/opus.yaml", "state-backend": "branch" } }],
    hidden: ["b/opus.yaml"],
    when: "`b/opus.yaml` begins in the same way",
  },
  "project-not-listed": {
    files: {
      ...of(project(`${contexts}\ninclude: [b/opus.yaml]`), file("hello")),
      "b/opus.yaml": file("other"),
    },
    steps: [{ inputs: { command: "projects", manifest: "**/opus.yaml" } }],
  },
  "large-matrix": {
    files: of(
      project(
        `contexts: [{ event: push, contexts: [${Array.from({ length: 257 }, (_, at) => `c${at}`).join(", ")}] }]`,
      ),
      file("hello"),
    ),
    steps: [{ inputs: { command: "projects" }, event: pushToMain }],
    hidden: ["opus.yaml"],
    when: "one rule leads to 257 contexts",
  },
  "not-compared": {
    files: { ...of(project(contexts), file("hello")), ".opus/state/shop/prod/state.json": "{}" },
    steps: [{ inputs: { command: "projects", changed: "true" } }],
    hidden: [".opus/state/shop/prod/state.json"],
    when: "the state can't be read",
  },
  "weak-passphrase": {
    files: of(plain, file("hello")),
    commands: [plan],
    env: { OPUS_ENCRYPTION_KEY: "short words" },
  },
  "drift-not-accepted": {
    files: of(
      plain,
      values("{ values: { who: { type: string, default: World } } }"),
      file("hello", '{ path: hello.txt, content: "Hello ${VALUE:who}" }'),
    ),
    before: [undefined, { "hello.txt": "Hello moon" }],
    commands: [apply, "drift --context prod --accept"],
    when: "somebody has written `Hello moon` into `hello.txt`",
  },
  "manifest-not-written": {
    test: "e2e/accept-drift.test.ts",
    when: "somebody writes a file of the manifest while `opus drift --accept` goes on",
    said: "error manifest-not-written: more.yaml was changed while this run went on",
  },
  "state-elsewhere": {
    test: "e2e/state-elsewhere.test.ts",
    when: "workflows keep the state on a branch, and somebody applies in a clone",
    said: "error state-elsewhere: ‹the branch opus-state of https://github.com/octo/storefront has a state of demo/test›. `‹apply›` would go by the files, as if nothing had been made yet, so it was not begun",
  },
  "state-public": {
    test: "e2e/sealed.test.ts",
    when: "the repository is public, and state is kept on a branch",
    said: '‹warning state-public: ›the state of "test" is not sealed, and everybody can read the branch that it is on, as the repository is public',
  },
  "state-sealed": {
    files: of(project(contexts), file("hello")),
    steps: [
      { inputs: { command: "apply" } },
      { inputs: { command: "apply", "encryption-key": identity, initialize: "true" } },
    ],
    when: "the state was not sealed before",
  },
  "initialize-left-on": {
    files: of(project(contexts), file("hello")),
    steps: [
      { inputs: { command: "apply", "encryption-key": identity } },
      { inputs: { command: "apply", "encryption-key": identity, initialize: "true" } },
    ],
  },
  "ledger-damaged": {
    files: of(plain, file("hello")),
    before: [
      (folder: string) => {
        const state = join(folder, ".opus/state/shop/prod");
        mkdirSync(state, { recursive: true });
        writeFileSync(join(state, "processes.ndjson"), `{"type":"note","text":"of somebody else"}\n`, { mode: 0o600 });
      },
    ],
    commands: [apply],
    when: "something has written into the folder of the state",
  },
  settled: {
    files: of(plain, inTheMiddle("hello", "true")),
    before: [undefined, ended],
    commands: [apply, plan],
    when: "the first run was killed while `hello` was made",
  },
  "run-going-on": {
    test: "e2e/interrupted.test.ts",
    when: "`apply` runs in another place meanwhile",
    said: 'notice run-going-on: `apply` has been going on since ‹2026-11-30T10:00:00Z› (lock-id ‹5b0c7a4e-30b9-4d0e-9a55-0f7e5d1c2b3a, https://github.com/octo/storefront/actions/runs/4711›) and is not through with ‹task› "slow", shown as pending here.',
  },
  forgotten: {
    files: of(plain, file("hello")),
    commands: [apply, "forget --context prod --target hello"],
  },
  unlocked: {
    files: of(plain, inTheMiddle("hello", "true")),
    before: [undefined, killed],
    commands: [apply, `unlock --context prod --lock-id ${lockId}`],
    when: "a run was killed, and its lock is still there",
  },
  "state-not-stored": {
    files: of(plain, shell("hello", "{ create: rm -r .opus/state/shop/prod && touch .opus/state/shop/prod }")),
    commands: [apply],
    when: "the folder of the state is gone in the middle of the run",
  },
  "leftovers-ended": {
    test: "e2e/post.test.ts",
    when: "a run was killed, and processes of its tasks went on",
    said: '‹notice leftovers-ended: ›an earlier run was killed; ended what it had left: ‹3› processes of "deaf", "plain", "runaway"',
  },
  "journal-dropped": {
    test: "app/state-cli/state-push.test.ts",
    when: "`opus state push FILE --force` stores a file, and a run had left results here that are not in it",
    said: "‹warning journal-dropped: ›results of another run that were on this machine alone are dropped: b",
  },
  "ledger-not-ended": {
    files: of(
      plain,
      shell(
        "hello",
        "{ create: rm .opus/state/shop/prod/processes.ndjson && mkdir -p .opus/state/shop/prod/processes.ndjson/x }",
      ),
    ),
    commands: [apply],
    when: "something else stands in the place of the file",
  },
  "handover-not-written": {
    files: of(plain, file("hello")),
    steps: [{ inputs: { command: "apply", context: "prod" }, env: { RUNNER_TEMP: "/dev/null" } }],
    when: "the folder that `RUNNER_TEMP` names can't be written",
  },
} as const satisfies Samples;

export const ofReviews = {
  "plan-changed": {
    files: of(plain, file("hello")),
    commands: [`${apply} --plan-digest sha256:${"0".repeat(64)}`],
  },
  "plan-not-reviewed": {
    test: "e2e/merge-queue.test.ts",
    when: "the pull request was merged without a preview of this context",
    said: '‹error plan-not-reviewed: this plan was not reviewed: ›octo/storefront#12 has no preview of the context‹ "prod"›',
  },
  "volatile-reference": {
    files: of(project(contexts), file("hello", '{ path: hello.txt, content: "${GITHUB:sha}" }')),
    steps: [{ inputs: { command: "plan", "require-reviewed-plan": "true" } }],
  },
} as const satisfies Samples;

const failing: OfTerminal = {
  files: of(plain, shell("hello", '{ create: "echo no room >&2; exit 3", delete: "true" }')),
  commands: [apply],
};

export const ofReasons = {
  "invalid-input": { files: of(plain, file("hello")), commands: ["aply --context prod"] },
  "invalid-manifest": { files: of(plain, file("hello", "{ path: hello.txt, contnt: Hello }")), commands: [plan] },
  untrusted: {
    files: of(project(contexts), file("hello")),
    steps: [{ inputs: { command: "apply" }, event: fromFork }],
    when: "the pull request comes from a fork",
  },
  "state-unavailable": {
    files: { ...of(plain, file("hello")), ".opus/state/shop/prod/state.json": "{" },
    commands: [plan],
    hidden: [".opus/state/shop/prod/state.json"],
    when: "the file of the state is damaged",
  },
  "state-locked": {
    files: of(plain, inTheMiddle("hello", "true")),
    before: [undefined, killed],
    commands: [apply, `${apply} --lock-timeout 0s`],
    when: "another `apply` goes on",
  },
  "state-conflict": ofState["former-name-has-state"],
  guarded: {
    files: of(plain, file("hello", undefined, ", lifecycle: { preventDestroy: true }")),
    commands: [apply, "delete --context prod --yes"],
  },
  "task-failed": failing,
  "drift-detected": {
    files: of(plain, file("hello")),
    before: [undefined, { "hello.txt": "something else\n" }],
    commands: [apply, "drift --context prod --fail-on-drift"],
    when: "somebody has written into `hello.txt`",
  },
  "changes-pending": { files: of(plain, file("hello")), commands: ["plan --context prod --expect-no-changes"] },
  cancelled: {
    test: "e2e/interrupted.test.ts",
    when: "somebody presses Ctrl-C, or cancels the workflow",
    said: "‹error› cancelled‹: ›the run was cancelled",
  },
  internal: {
    test: "e2e/misbehaving-modules.test.ts",
    when: "a hook of the repository ends the process",
    said: '‹error hook-failed: ›the hook "notify" ‹failed at the end›: process.exit(0) was called by the hook "notify" of module ./hook.mjs, in its `‹finish›`',
  },
} as const satisfies Samples;
