import type { Diagnostic, Location } from "../../../engine/diagnostics/diagnostic.ts";
import { Cancelled, taskError } from "../../../engine/execute/calls/retry-call.ts";
import type { JsonObject } from "../../../engine/json/json.ts";
import type { TaskError } from "../../../engine/model/outcome.ts";
import { policyMs } from "../../../engine/model/timing.ts";
import { type Plan, plannedReport } from "../../../engine/plan/plan-model.ts";
import type { PlannedTask } from "../../../engine/plan/planned-task.ts";
import type { Hook, PlanForReview, PolicyProblem } from "../../../engine/ports/hook.ts";
import { TaskFailure } from "../../../engine/ports/task-failure.ts";
import { redactTask } from "../../../engine/redaction/redact-report.ts";
import { plural } from "../../../hooks/rendering/labels.ts";
import { renderTasks } from "../../../hooks/report.ts";
import { stopwatch, trace } from "../../../trace/trace.ts";
import { isAskedAbout } from "../../extensions/asked-about.ts";
import type { ContextFrame } from "../context-frame.ts";

type Policy = Hook & Required<Pick<Hook, "review">>;

/**
 * Asks the policies of the repository what they have against a plan, before anything of it is carried out. One that throws,
 * or does not answer in time, forbids it. What they only warn of is told.
 * @returns why the plan may not be carried out
 * @throws Cancelled
 */
export async function askPolicies(plan: Plan, frame: ContextFrame): Promise<readonly Diagnostic[]> {
  const policies = policiesOf(frame);
  if (policies.length === 0) return [];
  return problemsOfAll(policies, plan, planForReview(plan, frame), frame);
}

/**
 * Asks the policies once more, in the middle of an apply, about a task of which not all was known when they were asked about
 * the plan. They are shown all of the plan again, with each task as it is known by now.
 */
export class PoliciesAgain {
  readonly #plan: Plan;
  readonly #frame: ContextFrame;
  readonly #policies: readonly Policy[];
  readonly #tasks: JsonObject[];
  readonly #refusals: Diagnostic[] = [];
  /** Tasks that are asked about by themselves, and have not passed: what is said against them stops them, not others. */
  readonly #awaited: Set<string>;
  readonly #warned = new Set<string>();

  constructor(plan: Plan, frame: ContextFrame) {
    this.#plan = plan;
    this.#frame = frame;
    this.#policies = policiesOf(frame);
    this.#tasks = this.#policies.length === 0 ? [] : [...rendered(plan.tasks, frame)];
    const waits = plan.tasks.filter(({ desired }) => (desired?.unknowns.size ?? 0) > 0);
    this.#awaited = new Set(waits.map(({ name }) => name));
  }

  /** What they have forbidden so far. */
  get refusals(): readonly Diagnostic[] {
    return this.#refusals;
  }

  /** See `ExecuteRequest.agreeAgain`. Absent: there are no policies. */
  get ask(): ((now: PlannedTask) => Promise<TaskError | undefined>) | undefined {
    return this.#policies.length === 0 ? undefined : (now) => this.#ask(now);
  }

  async #ask(now: PlannedTask): Promise<TaskError | undefined> {
    const at = this.#plan.tasks.findIndex(({ name }) => name === now.name);
    const [shown] = rendered([now], this.#frame);
    if (shown) this.#tasks[at] = shown;
    const plan = { ...planForReview(this.#plan, this.#frame, this.#tasks), nowKnown: now.name };
    const others = new Set([...this.#awaited].filter((name) => name !== now.name));
    const found = await problemsOfAll(this.#policies, this.#plan, plan, this.#frame, { others, warned: this.#warned });
    const [first] = found;
    if (!first) {
      this.#awaited.delete(now.name);
      return undefined;
    }
    const said = new Set(this.#refusals.map((one) => one.message));
    this.#refusals.push(...found.filter((one) => !said.has(one.message)));
    const message = found.map((one) => one.message).join("; ");
    return { message, ...(first.suggestion === undefined ? {} : { hint: first.suggestion }) };
  }
}

function policiesOf({ services: { extensions, command } }: ContextFrame): readonly Policy[] {
  return extensions.hooks.filter(
    (hook): hook is Policy => hook.review !== undefined && isAskedAbout(hook.commands, command),
  );
}

/** What is known of askings before. */
interface Before {
  /** Tasks of which nothing is told now. */
  readonly others: ReadonlySet<string>;
  /** Warnings that were told. */
  readonly warned: Set<string>;
}

/** @returns errors; what is only a warning is told, once */
async function problemsOfAll(
  policies: readonly Policy[],
  plan: Plan,
  shown: PlanForReview,
  { services: { signal, emit } }: ContextFrame,
  { others, warned }: Before = { others: new Set(), warned: new Set() },
): Promise<readonly Diagnostic[]> {
  const about = shown.nowKnown === undefined ? "" : `"${shown.nowKnown}" in `;
  const found: Diagnostic[] = [];
  for (const policy of policies) {
    const took = stopwatch();
    const all = await problemsOf(policy, shown, signal);
    const told = all.filter((one) => "unanswered" in one || one.task === undefined || !others.has(one.task));
    trace(
      () =>
        `policy ${policy.name}: ${plural(told.length, "problem")} with ${about}the plan of ${plan.context}, took ${took()}`,
    );
    const diagnostics = told.map((problem) => toldOf(problem, policy, plan, shown.nowKnown));
    if (told.length === 0)
      emit({ type: "progress", text: `${named(policy)} has nothing against ${about}the plan of ${plan.context}` });
    found.push(...diagnostics.filter(({ severity }) => severity === "error"));
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity === "error" || warned.has(diagnostic.message)) continue;
      warned.add(diagnostic.message);
      emit({ type: "diagnostic", diagnostic });
    }
  }
  return found;
}

/** What policies are shown: nothing of it is secret. */
function planForReview(plan: Plan, frame: ContextFrame, tasks = rendered(plan.tasks, frame)): PlanForReview {
  const { services, context } = frame;
  const { command, loaded } = services;
  const { action, digest, order, counts } = plan;
  return {
    command: command.called,
    ...(command.previews ? { previews: command.scopeName } : {}),
    action,
    project: loaded.project,
    context,
    digest,
    order,
    counts: { ...counts },
    tasks,
  };
}

function rendered(tasks: readonly PlannedTask[], { services: { redactor } }: ContextFrame): readonly JsonObject[] {
  return renderTasks(tasks.map((planned) => redactTask(plannedReport(planned), redactor)));
}

/** A policy that could not be asked, or has not been shown all. */
interface Unanswered {
  readonly severity: "error";
  readonly unanswered: string;
  readonly hint: string | undefined;
}

async function problemsOf(
  policy: Policy,
  plan: PlanForReview,
  signal: AbortSignal,
): Promise<readonly (PolicyProblem | Unanswered)[]> {
  const late = AbortSignal.timeout(policyMs);
  try {
    return await inTime(policy.review(plan, AbortSignal.any([signal, late])), signal, late);
  } catch (error) {
    if (signal.aborted) throw new Cancelled();
    const { message, hint, detail } = taskError(error);
    // Of an error of ours the stack says nothing to those who read this.
    const frames = error instanceof TaskFailure && detail !== undefined ? `\n${detail}` : "";
    return [{ severity: "error", unanswered: `${message}${frames}`, hint }];
  }
}

/** An answer, unless the run is cancelled or the time is over before. */
async function inTime<T>(answer: Promise<T>, ...signals: readonly AbortSignal[]): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    for (const signal of signals) {
      const stop = (): void => reject(new TaskFailure(`it took longer than ${policyMs / 1_000} seconds`));
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true, signal: over.signal });
    }
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    over.abort();
  }
}

function named({ name }: Policy): string {
  return `the policy "${name}"`;
}

function toldOf(
  problem: PolicyProblem | Unanswered,
  policy: Policy,
  plan: Plan,
  again: string | undefined,
): Diagnostic {
  if ("unanswered" in problem) {
    return {
      severity: "error",
      code: "policy",
      message: `${named(policy)} could not be asked about ${again === undefined ? "the plan, so nothing is done" : `"${again}", so nothing is done to it`}: ${problem.unanswered}`,
      ...located(policy.location),
      suggestion: problem.hint ?? "Mend the policy: a plan is carried out only when each policy has answered.",
    };
  }
  const { severity, message, task, hint } = problem;
  const does = severity === "error" ? "forbids" : "warns of";
  const what = task === undefined ? "the plan" : `the plan of "${task}"`;
  return {
    severity,
    code: "policy",
    message: `${named(policy)} ${does} ${what}: ${message}`,
    ...located(placeOf(problem, plan) ?? policy.location),
    ...(hint === undefined ? {} : { suggestion: hint }),
  };
}

/** Where the manifest has what a problem is about. */
function placeOf({ task: name, pointer }: PolicyProblem, { tasks }: Plan): Location | undefined {
  const planned = name === undefined ? undefined : tasks.find((one) => one.name === name);
  const within = pointer?.startsWith("/") ?? false;
  return (within ? planned?.task?.locate(`/spec${pointer}`) : undefined) ?? planned?.location ?? undefined;
}

function located(location: Location | undefined): { readonly location?: Location } {
  return location ? { location } : {};
}
