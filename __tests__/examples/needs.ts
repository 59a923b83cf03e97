/** What each step of a job needs to be allowed, by what it does. */
import { commandsOf, eventsOf, isOwn, type Step, type Workflow } from "./sources.ts";

export type Needs = { readonly [scope: string]: "read" | "write" };

/** Of actions of others. */
const ofActions: { readonly [action: string]: (given: { readonly [input: string]: unknown }) => Needs } = {
  "actions/checkout": () => ({ contents: "read" }),
  "actions/upload-artifact": () => ({}),
  // Artifacts of the same run need no permission.
  "actions/download-artifact": (given): Needs => (given["run-id"] === undefined ? {} : { actions: "read" }),
  "aws-actions/configure-aws-credentials": () => ({ "id-token": "write" }),
  "actions/configure-pages": () => ({ pages: "read" }),
  "actions/upload-pages-artifact": () => ({}),
  "actions/deploy-pages": () => ({ pages: "write", "id-token": "write" }),
};

/** Of programs that a script calls. */
const ofScripts: readonly (readonly [RegExp, Needs])[] = [
  [/\bgh pr (list|view|status|diff)\b/, { "pull-requests": "read" }],
  [/\bgh pr (create|edit|close|comment|merge)\b/, { "pull-requests": "write" }],
  [/\bgh issue (create|edit|close|comment)\b/, { issues: "write" }],
  [/\bgit push\b/, { contents: "write" }],
  [/\bopus state (contexts|list|show|pull|history)\b/, { contents: "read" }],
];

/** Commands of ours that change resources or state. A name that is not known may stand for `apply`. */
const looking = new Set(["plan", "describe", "drift", "validate", "contexts", "projects", "report"]);

export function writes(command: string): boolean {
  return !looking.has(command);
}

/** What a job has to be allowed, and no more: the union of its steps'. */
export function jobNeeds(workflow: Workflow, job: string): Needs {
  const { steps = [] } = workflow.jobs[job] ?? {};
  const all = steps.flatMap((step) => step.parallel ?? [step]).map((step) => stepNeeds(step, workflow));
  return all.reduce(union, {});
}

function stepNeeds(step: Step, workflow: Workflow): Needs {
  const scripts = ofScripts.filter(([pattern]) => pattern.test(step.run ?? "")).map(([, needs]) => needs);
  if (step.uses === undefined) return scripts.reduce(union, {});
  if (isOwn(step)) {
    return commandsOf(step, workflow)
      .map((command) => ownNeeds(command, step.with ?? {}, eventsOf(workflow)))
      .reduce(union, {});
  }
  const action = step.uses.split("@")[0] ?? "";
  const needs = ofActions[action];
  if (needs === undefined) throw new Error(`nobody has said what ${action} needs`);
  return needs(step.with ?? {});
}

/** Of our features. State is on a branch unless the step says otherwise. */
function ownNeeds(command: string, given: { readonly [input: string]: unknown }, events: readonly string[]): Needs {
  const isOn = (input: string) => String(given[input] ?? "false") === "true";
  const comments = given["comment-pr"] !== "never";
  const onPullRequest = events.some((event) => event === "pull_request" || event === "workflow_call");
  const needs: Needs[] = [];
  if (writes(command)) {
    // To write state and the lock; to see that the run which left a lock behind is over, or what the cache has.
    const onBranch = String(given["state-backend"] ?? "branch") === "branch";
    needs.push({ contents: onBranch ? "write" : "read", actions: "read" });
    if (commentsOn(command) && comments) needs.push({ "pull-requests": "write" });
    if (isOn("require-reviewed-plan")) needs.push({ "pull-requests": "read" });
  } else if (command !== "report") {
    needs.push({ contents: "read" });
    if (command === "plan" && comments && onPullRequest) needs.push({ "pull-requests": "write" });
  } else if (comments) needs.push({ "pull-requests": "write" });
  if (isOn("drift-issue") && (command === "drift" || command === "delete")) needs.push({ issues: "write" });
  return needs.reduce(union, {});
}

/** Commands that put what became of them on the pull request. */
function commentsOn(command: string): boolean {
  return command !== "forget" && command !== "unlock";
}

function union(one: Needs, other: Needs): Needs {
  const scopes = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...scopes].map((scope) => [scope, one[scope] === "write" || other[scope] === "write" ? "write" : "read"]),
  );
}
