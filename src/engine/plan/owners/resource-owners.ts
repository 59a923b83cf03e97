import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { JsonObject } from "../../json/json.ts";
import { equalJson } from "../../json/json-diff.ts";
import type { Action } from "../../model/commands.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { Task } from "../../model/task.ts";
import type { Processors, TaskProcessor } from "../../ports/processor.ts";
import type { Prepared } from "../../prepare/prepare.ts";
import type { Entries } from "../../recorded/entries.ts";
import { recordedProcessorOf } from "../../recorded/recorded.ts";
import type { Desired } from "../desired.ts";
import type { PlanCandidate } from "../select-tasks.ts";
import { excludedBy, heldBy, identityOf, knownIdentity, likenessOf } from "./identity.ts";

/** May a task have the resource that it wants? */
export type Claim =
  | { readonly state: "free" }
  /** Once these tasks have left the place that they have now. */
  | { readonly state: "after"; readonly owners: readonly string[] }
  /** State records it under another name, which keeps it or is deleted in this run. `owner`: that name. */
  | { readonly state: "taken"; readonly owner: string; readonly diagnostic: Diagnostic };

/** What becomes of the resource of a recorded task in this run. */
type Fate =
  /** It is deleted because its task left the manifest, so this may be a task with a new name. */
  | "leaves"
  /** It is deleted because that is what the command is about. */
  | "goes"
  /** The task will have another one. */
  | "moves"
  /** Where the task will be is not known before others have run. */
  | "unclear"
  | "stays";

export interface OwnersRequest {
  readonly action: Action;
  readonly entries: Entries;
  readonly candidates: readonly PlanCandidate[];
  readonly declaredNames: ReadonlySet<string>;
  readonly prepared: Pick<Prepared, "desired" | "resolve">;
  readonly processors: Processors;
  /** A recorded spec with what was left in place in it filled in, as far as it can be. */
  fill(task: string, entry: TaskState, spec: JsonObject): JsonObject;
}

/** A task that wants a resource. */
export interface Claimant {
  readonly name: string;
  readonly task: Task | undefined;
  readonly entry: TaskState | undefined;
  readonly processor: TaskProcessor;
  readonly desired: Desired;
}

const nobody: readonly string[] = [];

type Placed = Pick<Claimant, "name" | "task">;

/** Which resources state records, whatever targets and scopes say, and whether others may have them. */
export class Owners {
  readonly #request: OwnersRequest;
  readonly #candidates: ReadonlyMap<string, PlanCandidate>;
  readonly #byIdentity = new Map<string, string[]>();
  /** Of which resource something is a part: of which folder a file. */
  readonly #byPart = new Map<string, string[]>();
  /** Of tasks that left the manifest. */
  readonly #byLikeness = new Map<string, string[]>();
  readonly #identities = new Map<string, string>();
  /** The parts that recorded resources will have. */
  readonly #kept = new Map<string, ReadonlySet<string>>();

  constructor(request: OwnersRequest) {
    this.#request = request;
    this.#candidates = new Map(request.candidates.map((candidate) => [candidate.name, candidate]));
    for (const [name, entry] of request.entries) this.#add(name, entry);
  }

  #add(name: string, entry: TaskState): void {
    const { processors, declaredNames, fill } = this.#request;
    const processor = recordedProcessorOf(entry, processors);
    if (!processor) return;
    try {
      const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
      const filled = processor.known?.identity && fill(name, entry, spec);
      const identity = identityOf(processor, filled);
      if (filled !== undefined && identity !== undefined) {
        this.#identities.set(name, identity);
        push(this.#byIdentity, identity, name);
        for (const part of heldBy(processor, filled)) push(this.#byPart, part, name);
      } else if (!declaredNames.has(name)) push(this.#byLikeness, likenessOf(processor, spec).key, name);
    } catch {
      // What its processor can't read any more is reported where it is planned.
    }
  }

  /** @param claimant resolved as far as it is known: what is not known yet claims nothing */
  of(claimant: Claimant): Claim {
    const { processor, desired, name } = claimant;
    const identity = knownIdentity(processor, desired);
    if (identity === undefined) return this.#likeness(claimant);
    const after: string[] = [];
    for (const owner of others(this.#byIdentity, identity, name)) {
      const fate = this.#fate(owner);
      if (fate === "moves" || fate === "goes") after.push(owner);
      else return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, identity, fate) };
    }
    const excluded = excludedBy(processor, desired.value);
    for (const other of excluded) {
      for (const owner of others(this.#byIdentity, other, name)) {
        const fate = this.#fate(owner);
        if (this.#has(name, other))
          return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, other, fate) };
        if (fate !== "stays" && fate !== "unclear") after.push(owner);
        else return { state: "taken", owner, diagnostic: this.#inTheWay(claimant, owner, other) };
      }
    }
    for (const part of this.#byPart.size === 0 ? nobody : [identity, ...excluded]) {
      for (const owner of others(this.#byPart, part, name)) {
        if (this.#has(name, part))
          return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, part, this.#fate(owner)) };
        if (this.#givesUp(owner, part)) after.push(owner);
        else return { state: "taken", owner, diagnostic: this.#inTheWay(claimant, owner, part) };
      }
    }
    return after.length > 0 ? { state: "after", owners: [...new Set(after)] } : { state: "free" };
  }

  /** What a task of the manifest is to be, as far as that is known. */
  #wanted(task: Task): { readonly processor: TaskProcessor | undefined; readonly desired: Desired } {
    const { processors, prepared } = this.#request;
    const awaits = () =>
      prepared.resolve(task, (other, key) => ({ type: "unknown", label: `${other}:${key}` })).desired;
    const desired = prepared.desired.get(task.name) ?? awaits();
    return { processor: processors.get(task.apiVersion, task.kind), desired };
  }

  /** Does a task have it already? Then another one that leaves it would take it away, and nobody would make it again. */
  #has(name: string, identity: string): boolean {
    return this.#identities.get(name) === identity || (this.#byPart.get(identity)?.includes(name) ?? false);
  }

  /** Is this part of a recorded resource none any more after this run? */
  #givesUp(owner: string, part: string): boolean {
    const fate = this.#fate(owner);
    if (fate !== "stays") return fate !== "unclear";
    const candidate = this.#candidates.get(owner);
    if (!candidate || candidate.wanted === "untouched" || candidate.wanted === "gone") return false;
    const kept = this.#kept.get(owner) ?? new Set(this.#parts(owner, candidate));
    this.#kept.set(owner, kept);
    return !kept.has(part);
  }

  /** What will be a part of the resource of a task that stays where it is. */
  #parts(owner: string, { wanted, task }: PlanCandidate): readonly string[] {
    const { processors, fill } = this.#request;
    if (typeof wanted === "object")
      return heldBy(recordedProcessorOf(wanted, processors), fill(owner, wanted, wanted.spec));
    const { processor, desired } = this.#wanted(task as Task);
    return heldBy(processor, desired.value);
  }

  /** A kind without identities: a task that left the manifest, and one that came as it was, are one resource with another name. */
  #likeness(claimant: Claimant): Claim {
    const { processor, desired, name, entry } = claimant;
    if (desired.unknowns.size > 0 || processor.known?.identity?.(desired.value) !== undefined) return { state: "free" };
    const likeness = likenessOf(processor, desired.stored);
    // Two that were recorded side by side, and differ in something else, are two resources.
    const wasSo = entry?.kind === processor.kind && likenessOf(processor, entry.spec).key === likeness.key;
    const isSame = (other: string): boolean => {
      const spec = this.#request.entries.get(other)?.spec;
      return spec !== undefined && (!wasSo || equalJson(spec, entry.spec));
    };
    const owner = this.#byLikeness.get(likeness.key)?.find((other) => other !== name && isSame(other));
    if (owner === undefined) return { state: "free" };
    const fate = this.#fate(owner);
    if (fate === "goes") return { state: "after", owners: [owner] };
    return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, likeness.shown, fate) };
  }

  #fate(owner: string): Fate {
    const { action, processors } = this.#request;
    const candidate = this.#candidates.get(owner);
    if (!candidate || candidate.wanted === "untouched") return "stays";
    if (candidate.wanted === "gone") {
      if (candidate.forget) return "stays";
      return action === "rollback" ? "goes" : "leaves";
    }
    const recorded = this.#identities.get(owner);
    if (typeof candidate.wanted === "object") {
      const { wanted } = candidate;
      const processor = recordedProcessorOf(wanted, processors);
      return identityOf(processor, this.#request.fill(owner, wanted, wanted.spec)) === recorded ? "stays" : "moves";
    }
    const { processor, desired } = this.#wanted(candidate.task as Task);
    const identity = knownIdentity(processor, desired);
    if (identity === undefined) return "unclear";
    return identity === recorded ? "stays" : "moves";
  }

  #sameResource(claimant: Claimant, owner: string, shown: string, fate: Fate): Diagnostic {
    return {
      severity: "error",
      code: "same-resource",
      message: `task "${claimant.name}" is the resource that state holds as "${owner}": ${shown}`,
      ...placeOf(claimant),
      suggestion: this.#advice(claimant, owner, fate),
    };
  }

  #advice({ name, entry }: Claimant, owner: string, fate: Fate): string {
    const { action, declaredNames } = this.#request;
    const forget = `run \`forget\` with target "${owner}", which drops it from state and leaves the resource as it is`;
    if (action === "rollback")
      return this.#candidates.has(owner)
        ? `Go back with \`target: ${owner}\` first.`
        : `Put "${owner}" elsewhere first, or ${forget}.`;
    if (!declaredNames.has(owner)) {
      if (entry)
        return `If both are one resource, ${forget}; else give "${name}" another place until "${owner}" is deleted.`;
      return `If "${owner}" was renamed, write \`formerNames: [${owner}]\` into the metadata of "${name}"; else ${forget}.`;
    }
    if (fate === "unclear")
      return `Apply "${owner}" alone first (\`target: ${owner}\`): then it is known whether it moves away.`;
    if (!this.#candidates.has(owner))
      return `If "${owner}" moves away, let this run have it as well (\`target\`, \`processingScope\`); else give "${name}" another place, or ${forget}.`;
    return `Give "${name}" another place, or ${forget}.`;
  }

  #inTheWay(claimant: Claimant, owner: string, identity: string): Diagnostic {
    const { name, processor, desired } = claimant;
    const leaves = !this.#request.declaredNames.has(owner);
    const isOwner = this.#identities.get(owner) === identity;
    return {
      severity: "error",
      code: "in-the-way",
      message: `task "${name}" can't be made: ${identity}, which state holds as ${isOwner ? "" : "a part of "}"${owner}", stands in the way of ${identityOf(processor, desired.value)}`,
      ...placeOf(claimant),
      suggestion: leaves
        ? `Let this run delete "${owner}" first (add it to \`target\`), or give "${name}" another place.`
        : `Move "${owner}" away in the same run, or give "${name}" another place.`,
    };
  }

  /**
   * A task was to move away for another one, and does not.
   * @param reason what is planned for it instead
   */
  stillThere(claimant: Placed, owner: string, reason: string): Diagnostic {
    return {
      severity: "error",
      code: "same-resource",
      message: `task "${claimant.name}" needs the place of "${owner}", which does not leave it in this run: ${reason}`,
      ...placeOf(claimant),
      suggestion: `Run \`apply\` with both, or with \`target: ${owner}\` first.`,
    };
  }

  /**
   * Tasks that wait for each other's places.
   * @param tasks each waits for the next; the first for its place
   */
  circle(tasks: readonly Placed[]): Diagnostic {
    const [first] = tasks as readonly [Placed];
    const names = [...tasks, first].map(({ name }) => `"${name}"`).join(" → ");
    const rollback = this.#request.action === "rollback";
    return {
      severity: "error",
      code: "same-resource",
      message: `these tasks wait for each other's places, so none can be the first: ${names}`,
      ...placeOf(first),
      suggestion: rollback
        ? "Go back by an `apply` of the older manifest, with a temporary place for one of them."
        : `Give "${first.name}" a temporary place (a File: another \`path\`) and apply; then give it the one it is to have, and apply again.`,
    };
  }
}

/** Nearly always it is nobody's, or this one's own. */
function others(owners: ReadonlyMap<string, readonly string[]>, key: string, name: string): readonly string[] {
  const all = owners.get(key);
  if (all === undefined || (all.length === 1 && all[0] === name)) return nobody;
  return all.filter((owner) => owner !== name);
}

function placeOf({ task }: Placed): Pick<Diagnostic, "location"> {
  return task ? { location: task.locate("/spec") } : {};
}

function push(map: Map<string, string[]>, key: string, name: string): void {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}
