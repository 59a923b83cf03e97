import type { Diagnostic, Location } from "../diagnostics/diagnostic.ts";
import { Cancelled, taskError } from "../execute/attempt.ts";
import { runScheduled } from "../graph/schedule.ts";
import { type JsonObject, pointerWithin } from "../json/json.ts";
import { equalJson } from "../json/json-diff.ts";
import type { Change } from "../model/change.ts";
import { type Action, commandNamed, onlyLooks } from "../model/commands.ts";
import type { Observation } from "../model/observation.ts";
import type { Output, TaskError } from "../model/outcome.ts";
import type { PlanPolicy } from "../model/plan-policy.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Lifecycle, Task } from "../model/task.ts";
import { observingMs } from "../model/timing.ts";
import type { Digest } from "../ports/digest.ts";
import type { KindPlan, TaskProcessor } from "../ports/processor.ts";
import type { RecordedSpec, References } from "../ports/references.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import { HandedFiles, type PlaceFiles } from "../prepare/handed-files.ts";
import type { Prepared } from "../prepare/prepare.ts";
import { manifestClashes } from "../prepare/same-resource.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";
import { located } from "../prepare/spec-problems.ts";
import { type Entries, newNamesOf, renamedEntries, undoWithNewNames } from "../recorded/entries.ts";
import { findGiven, isLost, lostOutput } from "../recorded/outputs.ts";
import {
  goneProcessor,
  lostValue,
  needs,
  recordedProcessorOf,
  renamesBack,
  wantedProcessor,
  withoutRenamed,
} from "../recorded/recorded.ts";
import { changedSecrets, pointersOf } from "../recorded/recorded-secrets.ts";
import { seen } from "../references/lookup.ts";
import { type Found, readableTemplate } from "../references/variables.ts";
import { adoptedId, planByKind } from "./ask-kind.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Desired, Recorded, Unvouched } from "./desired.ts";
import { movesElsewhere } from "./identity.ts";
import { look, redactedLikeState, withIgnoredFields } from "./observe.ts";
import { type Claim, Owners } from "./owners.ts";
import { planDigest, planItems, wantedDigest } from "./plan-digest.ts";
import { type EmptyPattern, guard } from "./plan-limits.ts";
import { countPlan, type Plan } from "./plan-model.ts";
import { newlyFound, type PlannedTask } from "./planned-task.ts";
import { sequence } from "./reorder.ts";
import {
  applyCandidates,
  deleteCandidates,
  type PlanCandidate,
  type PlanCandidates,
  rollbackCandidates,
  type Undo,
  unmatchedTargets,
} from "./select-tasks.ts";
import { manifestProblems } from "./validate-by-kind.ts";
import { unreviewedScripts, type Vouching } from "./vouching.ts";

/** What the manifest declares, in scope or not. */
export interface Declared {
  /** By name. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** Names of tasks, also of those that could not be read. */
  readonly names: ReadonlySet<string>;
  /** The files of the manifest, for messages. */
  readonly files: readonly string[];
  /** Patterns of the manifest that match no file. */
  readonly emptyPatterns: readonly EmptyPattern[];
  /** Where limits and tasks that left the manifest are reported. */
  readonly projectLocation: Location | undefined;
}

export interface PlanRequest {
  readonly action: Action;
  readonly project: string;
  readonly scope: ScopeMatcher;
  readonly prepared: Prepared;
  readonly declared: Declared;
  readonly entries: Entries;
  /** For `rollback`: by task, what it was before. */
  readonly undo: ReadonlyMap<string, Undo>;
  readonly references: References;
  /** Where the files lie that tasks hand to each other. */
  readonly placeFiles: PlaceFiles;
  /** Tasks that a run which goes on elsewhere is about to change, or is changing, for a plan that only shows. */
  readonly underWay: ReadonlyMap<string, Change>;
  /** The code of kinds that an untrusted run does not know was changed, as far as can be told. */
  readonly kindsChanged: boolean;
  readonly policy: PlanPolicy;
  /** Makes the digest of the plan. */
  readonly digest: Digest;
  readonly toolbox: Toolbox;
}

/** A plan, or what makes one impossible. */
export type Planned = { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] };

/**
 * Looks at the resources and decides for every task what is to be done. Runs nothing but `observe`.
 * @throws Cancelled
 */
export async function buildPlan(request: PlanRequest): Promise<Planned> {
  const renames = findRenames(request);
  const entries = renamedEntries(request.entries, renames);
  const candidates = collectSeeds(request, entries, newNamesOf(renames));
  const diagnostics = unmatchedTargets(
    request.policy.targets,
    new Set([...candidates.order, ...candidates.candidates.map((candidate) => candidate.name)]),
    request.prepared.graph.outOfScope,
    request.scope,
  );
  const planner = new Planner(request, entries, candidates, renames);
  if (diagnostics.length === 0) await planner.run();
  const { action, project, scope, declared, policy, references } = request;
  const { redactor, sealed } = request.toolbox;
  const { command, context } = scope.run;
  const { tasks, edges, orphansFrom, circles } = inOrder(planner.tasks, candidates, planner);
  diagnostics.push(...planner.diagnostics, ...latePairs(tasks, request), ...circles);
  const items = planItems(tasks, { digest: request.digest, redact: (value) => redactor.value(value), sealed });
  const digests = [...items].map(([name, item]) => [name, item.digest] as const);
  const digest = planDigest({ project, context, action }, digests, request.digest);
  const plan: Plan = {
    action,
    command,
    context,
    tasks,
    edges,
    orphansFrom,
    order: candidates.order,
    counts: countPlan(tasks),
    digest,
    items,
    desiredDigest: (task, awaited) => planner.desiredDigest(task, awaited),
    claim: (planned, desired) => planner.claim(planned, desired),
    guards: [
      ...guard({
        ...declared,
        declaredNames: declared.names,
        action,
        scope,
        limits: policy.limits,
        tasks,
        recorded: [...entries.keys()],
      }),
      ...unreviewedScripts({ tasks, digest }, references.vouching, declared.projectLocation),
    ],
    renames,
  };
  return { plan, diagnostics };
}

/** Tasks that are the same resource, where that shows only now that outputs of other tasks are known. */
function latePairs(tasks: readonly PlannedTask[], { prepared, toolbox }: PlanRequest): Diagnostic[] {
  if (tasks.every(({ name }) => prepared.desired.has(name))) return [];
  const known = tasks.filter(({ task, desired }) => task && desired);
  const specs = new Map(known.map(({ name, desired }) => [name, desired as Desired]));
  return manifestClashes(
    known.map(({ task }) => task as Task),
    specs,
    toolbox.processors,
  );
}

/** What has to leave a place before another task can have it, or before what it depends on is replaced, goes first. */
function inOrder(planned: readonly PlannedTask[], candidates: PlanCandidates, planner: Planner) {
  // Not all were planned: a target is unknown.
  if (planned.length < candidates.candidates.length)
    return { tasks: planned, edges: candidates.edges, orphansFrom: candidates.orphansFrom, circles: [] };
  const place = new Map(planned.map(({ name }, node) => [name, node]));
  const placesOf = (names: readonly string[]): number[] => names.flatMap((name) => place.get(name) ?? []);
  const first = planned.flatMap((task, before) => placesOf(task.awaitsPlaceOf).map((node) => ({ node, before })));
  planned.slice(candidates.orphansFrom).forEach(({ decision, entry }, index) => {
    if (decision.change !== "delete") return;
    for (const before of placesOf(entry?.dependencies ?? [])) {
      if (planned[before]?.decision.change === "replace") first.push({ node: candidates.orphansFrom + index, before });
    }
  });
  const dependants = new Map<string, number[]>();
  if (first.length > 0) {
    planned.slice(0, candidates.orphansFrom).forEach(({ entry }, node) => {
      for (const name of entry?.dependencies ?? []) dependants.set(name, [...(dependants.get(name) ?? []), node]);
    });
  }
  const { order, edges, orphansFrom, circles } = sequence({
    edges: candidates.edges,
    orphansFrom: candidates.orphansFrom,
    first,
    gladly: (orphan) => dependants.get(planned[orphan]?.name ?? "") ?? [],
  });
  return {
    tasks: order.map((node) => planned[node] as PlannedTask),
    edges,
    orphansFrom,
    circles: circles.map((circle) => planner.circle(circle.map((node) => planned[node] as PlannedTask))),
  };
}

function findRenames(request: PlanRequest): ReadonlyMap<string, string> {
  const { action, declared, entries } = request;
  if (action === "rollback") return renamesBack(request.undo, entries, request.toolbox.processors);
  const { tasks: manifest } = declared;
  const renames = new Map<string, string>();
  for (const task of manifest.values()) {
    if (entries.has(task.name)) continue;
    const former = task.formerNames.find((name) => entries.has(name) && !manifest.has(name));
    if (former !== undefined) renames.set(task.name, former);
  }
  return renames;
}

function collectSeeds(
  { action, prepared, declared, undo, scope, policy: { targets } }: PlanRequest,
  entries: Entries,
  newNames: ReadonlyMap<string, string>,
): PlanCandidates {
  const { tasks: manifest, names: declaredNames } = declared;
  switch (action) {
    case "delete":
      return deleteCandidates(prepared.graph, manifest, entries, scope, targets);
    case "rollback": {
      const renamed = new Map([...undo].map(([name, entry]) => [name, undoWithNewNames(entry, newNames)]));
      return rollbackCandidates(manifest, entries, withoutRenamed(renamed, entries), scope, targets);
    }
    default:
      return applyCandidates(prepared.graph, declaredNames, entries, scope, targets);
  }
}

class Planner {
  readonly diagnostics: Diagnostic[] = [];
  readonly #request: PlanRequest;
  readonly #entries: Entries;
  readonly #candidates: PlanCandidates;
  readonly #renames: ReadonlyMap<string, string>;
  readonly #planned: PlannedTask[];
  readonly #byName = new Map<string, PlannedTask>();
  readonly #owners: Owners;
  readonly #handed: HandedFiles;
  readonly #began: number;
  /** When it was told last how far this is, from the beginning. */
  #shownMs = 0;
  #done = 0;

  constructor(
    request: PlanRequest,
    entries: Entries,
    candidates: PlanCandidates,
    renames: ReadonlyMap<string, string>,
  ) {
    this.#request = request;
    this.#began = request.toolbox.clock.now();
    this.#entries = entries;
    this.#candidates = candidates;
    this.#renames = renames;
    this.#planned = new Array(candidates.candidates.length);
    const { action, declared, prepared, toolbox } = request;
    this.#owners = new Owners({
      action,
      entries,
      candidates: candidates.candidates,
      declaredNames: declared.names,
      prepared,
      processors: toolbox.processors,
      fill: (task, entry, spec) => {
        const filled = this.#fromState({ task, spec, secrets: entry.secrets }, true);
        return "message" in filled ? spec : filled.value;
      },
    });
    this.#handed = new HandedFiles(candidates.edges, request.placeFiles);
  }

  get tasks(): readonly PlannedTask[] {
    return this.#planned.filter((planned) => planned !== undefined);
  }

  async run(): Promise<void> {
    const { candidates, edges } = this.#candidates;
    await runScheduled(edges, this.#request.policy.parallelism, async (node) => {
      const candidate = candidates[node] as PlanCandidate;
      const planned = await this.#plan(candidate, node).catch((error: unknown) => {
        // What a processor makes of recorded or live data is the affair of that task alone.
        if (error instanceof TaskFailure) return this.#failed(this.#draft(candidate, node), taskError(error));
        throw error;
      });
      this.#planned[node] = planned;
      this.#byName.set(planned.name, planned);
      this.#handed.note(node, planned);
      this.#progress(++this.#done, candidates.length);
    });
    for (const planned of this.tasks) this.#checkPlace(planned);
  }

  #progress(done: number, total: number): void {
    const { clock, emit } = this.#request.toolbox;
    const elapsedMs = clock.now() - this.#began;
    if (elapsedMs - this.#shownMs < observingMs && done < total) return;
    this.#shownMs = elapsedMs;
    emit({ type: "observing", done, total, elapsedMs });
  }

  /** See `Plan.claim`. */
  claim({ name, task, entry, processor }: PlannedTask, desired: Desired): Claim {
    if (!processor) return { state: "free" };
    return this.#owners.of({ name, task, entry, processor, desired });
  }

  /** Does everybody leave whose place a task waits for? */
  #checkPlace(planned: PlannedTask): void {
    if (planned.status !== "planned") return;
    for (const name of planned.awaitsPlaceOf) {
      const owner = this.#byName.get(name);
      const change = owner?.decision.change ?? "none";
      // What it recorded is gone already, and it is made elsewhere.
      const leaves = ["replace", "update", "delete", "create"].includes(change);
      // Nothing of this one runs either, then.
      if (owner === undefined || owner.status !== "planned" || leaves) continue;
      this.diagnostics.push(this.#owners.stillThere(planned, name, owner.decision.reason));
    }
  }

  /** Tasks that each wait for the next one. */
  circle(tasks: readonly PlannedTask[]): Diagnostic {
    const waits = (task: PlannedTask, at: number): boolean =>
      task.awaitsPlaceOf.includes((tasks[(at + 1) % tasks.length] as PlannedTask).name);
    const first = tasks.findIndex(waits);
    const from = [...tasks.slice(first), ...tasks.slice(0, first)];
    return this.#owners.circle(from);
  }

  /** See `Plan.wantedAs`. */
  desiredDigest(name: string, awaited: ReadonlySet<string>): string | null | undefined {
    const planned = this.#byName.get(name);
    if (!planned) return undefined;
    const { task, desired, recorded, facts, lifecycle } = planned;
    if (awaited.size === 0 || !task || !desired) return wantedDigest(planned, desired, this.#request);
    const { desired: again } = this.#request.prepared.resolve(
      task,
      (other, key) =>
        awaited.has(`${other}:${key}`) ? { type: "unknown", label: `${other}:${key}` } : this.#output(other, key),
      // Names of tasks stand for the files that these write.
      [...awaited].filter((label) => !label.includes(":")),
    );
    const kept = recorded ? withIgnoredFields(again, recorded, facts, lifecycle.ignoreChanges) : again;
    return wantedDigest(planned, kept, this.#request);
  }

  async #plan(candidate: PlanCandidate, node: number): Promise<PlannedTask> {
    const { prepared, references, toolbox, action } = this.#request;
    const { processors, signal } = toolbox;
    if (signal.aborted) throw new Cancelled();
    const draft = this.#draft(candidate, node);
    const { entry } = candidate;
    const underWay = this.#request.underWay.get(candidate.name);
    if (underWay !== undefined)
      return this.#undecided(draft, "none", `pending: another run is about to ${underWay} it`, "unknown");
    if (candidate.wanted === "untouched") return this.#undecided(draft, "noop", candidate.reason ?? "", "unobservable");
    if (prepared.hidden.has(candidate.name)) return this.#hidden(draft);
    const recordedProcessor = entry && recordedProcessorOf(entry, processors);
    const processor = wantedProcessor(candidate, processors) ?? recordedProcessor;
    const known = { ...draft, processor, recordedProcessor };
    const blocked = draft.dependencies.find((name) =>
      ["failed", "skipped"].includes(this.#byName.get(name)?.status ?? ""),
    );
    const looking = onlyLooks(commandNamed(action));
    if (blocked !== undefined && candidate.wanted === "manifest" && !looking) {
      const ready = prepared.desired.get(candidate.name);
      if (ready && processor) this.#claim({ ...known, processor }, ready);
      return { ...this.#undecided(known, "none", `"${blocked}" failed`, "unknown"), status: "skipped" };
    }
    if (entry && !recordedProcessor) {
      if (!references.environment.trusted) return this.#hidden(draft);
      return this.#failed(known, goneProcessor(entry));
    }
    if (!processor) return this.#failed(known, { message: "no processor knows its kind" });

    // What is wrong with the manifest counts first: it has a place.
    const wanted = this.#desired(candidate, node);
    if (wanted && "message" in wanted) return this.#failed(known, wanted);
    const asks = processor.validate ?? processor.known?.resource;
    const refused = wanted && asks ? await this.#validate({ ...known, processor }, wanted) : undefined;
    if (refused) return this.#failed({ ...known, desired: wanted }, refused);
    const claim = wanted ? this.#claim({ ...known, processor }, wanted) : [];
    if ("message" in claim) return this.#failed({ ...known, desired: wanted }, claim);
    const recorded = entry && recordedProcessor ? this.#recorded(candidate.name, entry, recordedProcessor) : undefined;
    if (recorded && "message" in recorded) return this.#failed(known, recorded);
    const ready = { ...known, recorded, awaitsPlaceOf: claim };

    try {
      return await this.#decide(ready, candidate, processor, recordedProcessor ?? processor, wanted);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      return this.#failed({ ...ready, desired: wanted }, taskError(error));
    }
  }

  /** What rules that live elsewhere refuse: it is reported with its place as well. */
  async #validate(planned: PlannedTask, desired: Desired): Promise<TaskError | undefined> {
    const { references, toolbox } = this.#request;
    if (!references.environment.trusted) return undefined;
    try {
      const found = await manifestProblems(planned, desired, toolbox.sealed !== undefined, toolbox);
      this.diagnostics.push(...found);
      const [first] = found;
      return first && { message: first.message, ...(first.suggestion === undefined ? {} : { hint: first.suggestion }) };
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      return taskError(error);
    }
  }

  /** Whose place it has to wait for; or why it can't have what it wants, which is reported with its place as well. */
  #claim(planned: PlannedTask, desired: Desired): readonly string[] | TaskError {
    const claim = this.claim(planned, desired);
    if (claim.state !== "taken") return claim.state === "after" ? claim.owners : [];
    this.diagnostics.push(claim.diagnostic);
    const { message, suggestion } = claim.diagnostic;
    return { message, ...(suggestion === undefined ? {} : { hint: suggestion }) };
  }

  async #decide(
    draft: PlannedTask,
    candidate: PlanCandidate,
    processor: TaskProcessor,
    recordedProcessor: TaskProcessor,
    wanted: Desired | undefined,
  ): Promise<PlannedTask> {
    const { recorded } = draft;
    // Going back mends what the run to be undone has changed: what that run ignored stays ignored, nothing else.
    const { ignoreChanges = [] } =
      typeof candidate.wanted === "object" ? (recorded?.entry.lifecycle ?? {}) : draft.lifecycle;
    // What an interruption means is said by the manifest of now, also where the rest comes from state.
    const { onInterrupted } = (candidate.task ?? draft).lifecycle;
    const lifecycle: Lifecycle = { ...draft.lifecycle, ignoreChanges, ...(onInterrupted ? { onInterrupted } : {}) };
    const found = await this.#observe(draft, wanted, recorded ? recordedProcessor : processor);
    const observation = redactedLikeState(found, recorded, (value) => this.#request.toolbox.redactor.value(value));
    const facts = observation.state === "present" ? observation.facts : undefined;
    // Another kind has other fields: there is nothing of the old one to keep.
    const settled =
      wanted && processor === recordedProcessor
        ? withIgnoredFields(wanted, recorded, facts, lifecycle.ignoreChanges)
        : wanted;
    const { awaitsPlaceOf } = draft;
    const elsewhere =
      awaitsPlaceOf.length === 0 &&
      movesElsewhere(recorded, recordedProcessor, settled, processor) &&
      this.#looks(draft, settled)
        ? await this.#look(draft, processor, settled, undefined)
        : undefined;
    const desired =
      settled && elsewhere?.state === "present"
        ? withIgnoredFields(settled, undefined, elsewhere.facts, lifecycle.ignoreChanges)
        : settled;
    const ownPlan =
      processor.plan && processor === recordedProcessor
        ? await this.#planByKind(draft, processor, desired, found)
        : undefined;
    const decision = decide({
      recorded,
      desired,
      ownPlan,
      observation,
      lifecycle,
      onCommand: this.#request.action === "delete" || this.#request.action === "rollback",
      processor,
      recordedProcessor,
      sealed: this.#request.toolbox.sealed,
      remade: this.#remade(draft, desired),
      ...(elsewhere ? { elsewhere } : {}),
    });
    const planned = this.#forCommand(candidate, afterOthers(decision, awaitsPlaceOf), recorded);
    const final = withReason(planned, observation, this.#request.references.vouching);
    const taken = newlyFound(recorded ? elsewhere : observation);
    return {
      ...draft,
      desired,
      facts,
      found: taken,
      ownPlan,
      decision: final,
      status: final.error ? "failed" : "planned",
    };
  }

  /** Has a kind plan by its own rules; what it warns of is told at once. */
  async #planByKind(
    planned: PlannedTask,
    processor: TaskProcessor,
    desired: Desired | undefined,
    observation: Observation,
  ): Promise<KindPlan | undefined> {
    const { references, toolbox } = this.#request;
    const { recorded, task } = planned;
    const nothing = !recorded && !desired;
    if (nothing || observation.state === "failed" || recorded?.lost || !references.environment.trusted)
      return undefined;
    const ownPlan = await planByKind(processor, planned, { recorded, desired, observation }, toolbox);
    for (const warning of task && ownPlan ? ownPlan.warnings : [])
      toolbox.emit({
        type: "diagnostic",
        diagnostic: { ...located(task as Task, undefined, warning), severity: "warning" },
      });
    return ownPlan;
  }

  /** What of a decision the called command does. */
  #forCommand(candidate: PlanCandidate, decided: Decision, recorded: Recorded | undefined): Decision {
    const { action } = this.#request;
    const decision: Decision =
      candidate.reason !== undefined &&
      (decided.change === "delete" || (typeof candidate.wanted === "object" && decided.change !== "noop"))
        ? { ...decided, reason: candidate.reason }
        : decided;
    if (candidate.forget && decision.change === "delete") return { ...decision, change: "forget", fields: [] };
    if (candidate.forgotten && (!decision.error || recorded?.entry.status === "interrupted")) {
      // Forgetting touched nothing, so remembering touches nothing: what differs, or is unclear, is so as it was before.
      const { drift, reason } = decision;
      return { change: "adopt", reason: candidate.reason ?? reason, fields: [], drift, remembers: true };
    }
    const leave = (): Decision => {
      const { error: _, ...rest } = decision;
      return {
        ...rest,
        change: "noop",
        leftAlone: true,
        reason: `left alone by ${action}: ${decision.change === "none" ? decision.reason : `would ${decision.change}`}`,
      };
    };
    // What could not be looked at fails under every command: nobody knows what would be done to it.
    if (decision.error && decision.drift === "unknown") return decision;
    switch (action) {
      case "create":
        return (recorded && !decision.goesOn) || !["create", "adopt", "none"].includes(decision.change)
          ? decision.change === "noop"
            ? decision
            : leave()
          : decision;
      case "update":
        if (!recorded || decision.change === "delete" || decision.change === "forget") return leave();
        return decision;
      default: {
        if (!onlyLooks(commandNamed(action))) return decision;
        // Looking finds no fault with what apply would refuse to do.
        const { error: _, ...rest } = decision;
        return rest;
      }
    }
  }

  #hidden(draft: PlannedTask): PlannedTask {
    const { kindsChanged, toolbox } = this.#request;
    // Which module has which kind is not known without its code.
    const changed = kindsChanged && !toolbox.processors.get(draft.apiVersion, draft.kind) ? "; module changed" : "";
    return { ...this.#undecided(draft, "none", `hidden from an untrusted run${changed}`, "unknown"), hidden: true };
  }

  #draft(candidate: PlanCandidate, node: number): PlannedTask {
    const { task, entry, wanted } = candidate;
    const lasting = typeof wanted === "object" ? wanted : entry;
    const fromManifest = wanted === "manifest" ? task : undefined;
    const dependencies = fromManifest
      ? (this.#candidates.edges[node] ?? []).map((to) => (this.#candidates.candidates[to] as PlanCandidate).name)
      : (lasting?.dependencies ?? []);
    const kind = fromManifest ?? lasting ?? task;
    return {
      name: candidate.name,
      apiVersion: kind?.apiVersion ?? "",
      kind: kind?.kind ?? "",
      location: task?.location ?? null,
      task: fromManifest,
      entry,
      recorded: undefined,
      desired: undefined,
      processor: undefined,
      recordedProcessor: undefined,
      decision: { change: "none", reason: "", fields: [], drift: "untracked" },
      status: "planned",
      hidden: false,
      dependencies,
      scope: fromManifest ? (fromManifest.processingScope ?? []) : (lasting?.scope ?? []),
      lifecycle: fromManifest ? fromManifest.lifecycle : (lasting?.lifecycle ?? {}),
      autoRollback: task?.autoRollback ?? true,
      retries: task?.retries ?? { limit: 0, delayMs: 0 },
      timeoutMs: task?.timeoutMs,
      formerName: this.#renames.get(candidate.name),
      awaitsPlaceOf: [],
      facts: undefined,
      found: undefined,
      order: fromManifest ? node : (lasting?.order ?? node),
    };
  }

  #undecided(draft: PlannedTask, change: "noop" | "none", reason: string, drift: Decision["drift"]): PlannedTask {
    return { ...draft, decision: { change, reason, fields: [], drift } };
  }

  #failed(draft: PlannedTask, error: TaskError): PlannedTask {
    const reason = "could not be planned";
    return { ...draft, status: "failed", decision: { change: "none", reason, fields: [], drift: "unknown", error } };
  }

  #recorded(task: string, entry: TaskState, processor: TaskProcessor): Recorded | TaskError {
    const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
    const resolved = this.#fromState({ task, spec, secrets: entry.secrets }, true);
    if ("message" in resolved) return resolved;
    const unknown = new Set(resolved.unknowns.keys());
    const needed = [...unknown].find((pointer) => needs(processor, pointer, spec));
    const lost = needed === undefined ? undefined : lostValue(needed, resolved.unknowns.get(needed) ?? []);
    const unvouched = this.#request.references.vouching.unvouched(task, processor, spec);
    // Who looks at the plan first sees what would run; that it can't is told when it is to.
    if (lost && unvouched.size === 0) return lost;
    return {
      unvouched,
      ...(lost ? { lost } : {}),
      entry: spec === entry.spec ? entry : { ...entry, spec },
      value: resolved.value,
      secretPointers: resolved.secretPointers,
      secrets: resolved.secrets,
      unknown,
      outdated: new Set(pointersOf(changedSecrets(entry, resolved.secrets, this.#request.toolbox.sealed), spec).keys()),
    };
  }

  #desired(candidate: PlanCandidate, node: number): Desired | undefined | TaskError {
    const { wanted, task } = candidate;
    if (typeof wanted === "object") {
      const { spec, secrets } = wanted;
      const filled = this.#fromState({ task: candidate.name, spec, secrets });
      const { references, toolbox } = this.#request;
      const processor = wantedProcessor(candidate, toolbox.processors);
      if ("message" in filled || !processor) return filled;
      return { ...filled, unvouched: references.vouching.unvouched(candidate.name, processor, spec) };
    }
    if (wanted !== "manifest" || !task) return undefined;
    const { prepared } = this.#request;
    const writers = this.#writersFor(task, node);
    const ready = prepared.desired.get(task.name);
    if (ready && writers.length === 0) return ready;
    const { desired, diagnostics } = prepared.resolve(task, (name, key) => this.#output(name, key), writers);
    this.diagnostics.push(...diagnostics);
    return diagnostics.length > 0
      ? { message: diagnostics[0]?.message ?? "its references can't be resolved" }
      : desired;
  }

  /** Of a task that may be made again in silence, and waits for such: what is wanted, if they give what they gave before. */
  #remade({ task, lifecycle, recorded, processor }: PlannedTask, desired: Desired | undefined): Desired | undefined {
    if (!task || !recorded || !lifecycle.ephemeral || !desired || desired.unknowns.size === 0) return undefined;
    const { references, prepared } = this.#request;
    const silent = (name: string): boolean => this.#byName.get(name)?.decision.silent ?? false;
    const into = processor?.workspace?.reads?.into ?? "";
    const writers = desired.unknowns.get(`/${into}`) ?? [];
    if (!writers.every(silent)) return undefined;
    const again = prepared.resolve(task, (name, key) =>
      silent(name)
        ? seen(references.output(name, key, this.#entries), references.environment)
        : this.#output(name, key),
    );
    if (again.diagnostics.length > 0 || again.desired.unknowns.size > 0) return undefined;
    const read = recorded.entry.spec[into];
    if (writers.length === 0 || read === undefined) return again.desired;
    return { ...again.desired, stored: { ...again.desired.stored, [into]: read } };
  }

  /** Tasks before this one that may change the files which it reads. */
  #writersFor(task: Task, node: number): readonly string[] {
    const reads = this.#request.toolbox.processors.get(task.apiVersion, task.kind)?.workspace?.reads;
    const globs = reads && readableTemplate(task.spec[reads.from] ?? null);
    if (!Array.isArray(globs)) return [];
    return this.#handed.writersBefore(
      node,
      globs.filter((glob) => typeof glob === "string"),
    );
  }

  /**
   * A spec out of state, with its secrets filled in.
   * @param partly leave what can't be filled in any more unknown, with the reason as its label
   */
  #fromState(recorded: RecordedSpec, partly = false): Desired | TaskError {
    const resolved = this.#request.references.fill(recorded, this.#entries, partly);
    const [problem] = resolved.problems;
    return problem
      ? { message: problem.message, ...(problem.suggestion ? { hint: problem.suggestion } : {}) }
      : { ...resolved, stored: recorded.spec };
  }

  /** What `${VAR:name:key}` stands for, seen from a task that comes after `name`. */
  #output(name: string, key: string): Found {
    const { scope, references } = this.#request;
    const planned = this.#byName.get(name);
    const entry = this.#entries.get(name);
    const recorded = (): Found => seen(references.output(name, key, this.#entries), references.environment);
    if (!planned)
      return this.#request.prepared.hidden.has(name) ? { type: "unknown", label: `${name}:${key}` } : recorded();
    const { change } = planned.decision;
    if (change === "noop") {
      // Left alone and never applied: whether that matters shows when somebody really needs it.
      return entry ? recorded() : { type: "unknown", label: `${name}:${key}` };
    }
    if (planned.status === "failed" && entry) return recorded();
    if (planned.hidden || planned.status !== "planned") return { type: "unknown", label: `${name}:${key}` };
    const plannedByKind = planned.ownPlan && this.#plannedOutput(planned, planned.ownPlan, key);
    if (plannedByKind) return plannedByKind;
    const predicted = this.#predict(planned);
    if (predicted) {
      const output = findGiven(predicted, key, scope.run);
      // Stored specs don't show whether a sensitive value is another one now: that is decided again when it is given.
      if (output && !output.sensitive) return { type: "value", value: output.value };
    }
    if (references.environment.trusted && !this.#request.toolbox.sealed && isLost(planned, key, predicted))
      return lostOutput(name, key);
    return { type: "unknown", label: `${name}:${key}` };
  }

  /** An output as far as its kind has planned it. */
  #plannedOutput({ name }: PlannedTask, { outputs, unknowns }: KindPlan, key: string): Found | undefined {
    const label = `${name}:${key}`;
    const top = `/outputs/${key}`;
    const parts = Object.entries(unknowns).filter(([pointer]) => pointerWithin(pointer, top));
    const whole = parts.find(([pointer]) => pointer === top);
    if (whole) return { type: "unknown", label, of: whole[1].type };
    const output = findGiven(outputs, key, this.#request.scope.run);
    // What is sensitive is decided again when it is given.
    if (!output || output.sensitive || this.#request.toolbox.redactor.contains(JSON.stringify(output.value)))
      return undefined;
    if (parts.length === 0) return { type: "value", value: output.value };
    const below = parts.map(([pointer, { type }]) => [pointer.slice(top.length), type] as const);
    return { type: "partial", value: output.value, label, unknowns: new Map(below) };
  }

  #predict({ processor, desired, name }: PlannedTask): readonly Output[] | undefined {
    if (!processor?.known?.predict || !desired || desired.unknowns.size > 0) return undefined;
    return processor.known.predict(desired.value, this.#request.toolbox.io(name, this.#request.toolbox.signal));
  }

  #looks(planned: PlannedTask, desired: Desired | undefined): boolean {
    const { policy, references, toolbox } = this.#request;
    const { recorded } = planned;
    const { refresh } = policy;
    if (!references.environment.trusted) return false;
    // Without a look there is nothing to take over.
    if (refresh === "none") return adoptedId(planned) !== undefined;
    if (refresh === "all" || !recorded || !desired || !equalJson(recorded.entry.spec, desired.stored)) return true;
    return changedSecrets(recorded.entry, desired.secrets, toolbox.sealed).size > 0;
  }

  async #observe(draft: PlannedTask, desired: Desired | undefined, processor: TaskProcessor): Promise<Observation> {
    const { recorded } = draft;
    if (!this.#looks(draft, desired)) {
      return {
        state: "unobservable",
        why: this.#request.references.environment.trusted ? "not looked at" : "not looked at in an untrusted run",
      };
    }
    if (recorded) return this.#look(draft, processor, recorded, recorded.entry);
    if (!desired || desired.unknowns.size > 0)
      return { state: "unobservable", why: "values that it needs are not known yet" };
    // What is there now leaves before this one begins; then it is looked at again.
    if (draft.awaitsPlaceOf.length > 0) return { state: "absent" };
    return this.#look(draft, processor, desired, undefined);
  }

  async #look(
    draft: PlannedTask,
    processor: TaskProcessor,
    { value, unvouched }: { readonly value: JsonObject; readonly unvouched?: Unvouched },
    entry: TaskState | undefined,
  ): Promise<Observation> {
    if (unvouched?.has("read")) return this.#request.references.vouching.unseen;
    return look(processor, value, entry, draft, this.#request.toolbox);
  }
}

/** Says why nobody looked, where that is for want of trust in state. */
function withReason(decision: Decision, observation: Observation, { doubt, unseen }: Vouching): Decision {
  if (doubt === undefined || observation.state !== "unobservable" || observation.why !== unseen.why) return decision;
  if (decision.reason.includes(unseen.why)) return decision;
  return { ...decision, reason: `${decision.reason}; not looked at: ${unseen.why}` };
}

/** Says in the plan whom a task waits for. */
function afterOthers(decision: Decision, owners: readonly string[]): Decision {
  if (owners.length === 0) return decision;
  const names = owners.map((name) => `"${name}"`).join(", ");
  return { ...decision, reason: `${decision.reason}, once ${names} left its place` };
}
