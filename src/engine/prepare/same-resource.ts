import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Task } from "../model/task.ts";
import type { Desired } from "../plan/desired.ts";
import { excludedBy, heldBy, knownIdentity, likenessOf, maybeHeld } from "../plan/owners/identity.ts";
import type { Processors, TaskProcessor } from "../ports/processor.ts";

/** A task of the manifest with what is known of its resource. */
interface Known {
  readonly task: Task;
  readonly desired: Desired;
  readonly processor: TaskProcessor;
  readonly identity: string | undefined;
}

/** Pairs of tasks of the manifest that are the same resource, or of which one stands in the way of the other, as far as that is known. */
export function manifestClashes(
  tasks: readonly Task[],
  desired: ReadonlyMap<string, Desired>,
  processors: Processors,
): Diagnostic[] {
  const all = tasks.flatMap((task): Known[] => {
    const processor = processors.get(task.apiVersion, task.kind);
    const wanted = desired.get(task.name);
    // Several may look at one thing, each in its place.
    if (!processor || processor.gate || !wanted) return [];
    return [{ task, desired: wanted, processor, identity: knownIdentity(processor, wanted) }];
  });
  const owners = new Map<string, Task>();
  const clashes: Diagnostic[] = [];
  for (const known of all) {
    const name = resourceName(known);
    if (!name) continue;
    const owner = owners.get(name.key);
    if (owner) clashes.push(pair(known, owner, foldedNames(known, desired.get(owner.name)) ?? name.shown));
    else owners.set(name.key, known.task);
  }
  return [...clashes, ...inTheWay(all, owners), ...overlaps(all)];
}

/** Pairs of which one may come to have what the other one is: what an archive holds is not known before it is unpacked. */
function overlaps(all: readonly Known[]): Diagnostic[] {
  const takers = all.filter(({ processor }) => processor.known?.mayHold);
  if (takers.length === 0) return [];
  const places = all.map((known) => ({ known, own: identitiesOf(known) }));
  return takers.flatMap((taker) =>
    places.flatMap(({ known, own }): Diagnostic[] => {
      const [place] = known === taker ? [] : maybeHeld(taker.processor, taker.desired.value, own);
      if (place === undefined) return [];
      const { task } = known;
      const { name, kind } = taker.task;
      return [
        {
          severity: "error",
          code: "in-the-way",
          message: `tasks "${name}" and "${task.name}" may both have ${place}: it lies where the ${kind} "${name}" puts its files`,
          location: task.locate("/spec"),
          related: [{ message: `"${name}" is here`, location: taker.task.locate("/spec") }],
          suggestion: `Give one of them another place. Or have "${name}" leave it out: with \`!\` in \`include\` of \`extract\`, or in \`outputs\`.`,
        },
      ];
    }),
  );
}

function identitiesOf({ processor, desired, identity }: Known): readonly string[] {
  if (identity === undefined) return [];
  return [identity, ...heldBy(processor, desired.value)];
}

/** Pairs of which one can't be where the other is, or a part of it. */
function inTheWay(all: readonly Known[], owners: ReadonlyMap<string, Task>): Diagnostic[] {
  const holders = holdersOf(all);
  const pairs = new Set<string>();
  return all.flatMap(({ task, desired, processor, identity }): Diagnostic[] => {
    // Where it is said who it is, it is known what can't be beside it.
    if (identity === undefined) return [];
    const excluded = excludedBy(processor, desired.value);
    const held = (other: string): Task | undefined => holders.get(other)?.find((holder) => holder !== task);
    const place = excluded.find((other) => owners.has(other)) ?? excluded.find((other) => held(other) !== undefined);
    const owner = place === undefined ? undefined : (owners.get(place) ?? held(place));
    if (place === undefined || owner === undefined) return [];
    const names = JSON.stringify([owner.name, task.name].sort());
    if (pairs.has(names)) return [];
    pairs.add(names);
    const both = !owners.has(place) && heldBy(processor, desired.value).includes(place);
    const why = both ? `both would have ${place}` : `${place} stands in the way of ${identity}`;
    return [
      {
        severity: "error",
        code: "in-the-way",
        message: `tasks "${owner.name}" and "${task.name}" can't both exist: ${why}`,
        location: task.locate("/spec"),
        related: [{ message: `"${owner.name}" is here`, location: owner.locate("/spec") }],
        suggestion: "Give one of them another place.",
      },
    ];
  });
}

/** The tasks of which something is a part. */
function holdersOf(all: readonly Known[]): ReadonlyMap<string, readonly Task[]> {
  const holders = new Map<string, Task[]>();
  for (const { task, desired, processor, identity } of all) {
    if (identity === undefined) continue;
    for (const part of heldBy(processor, desired.value)) {
      const there = holders.get(part);
      if (there) there.push(task);
      else holders.set(part, [task]);
    }
  }
  return holders;
}

/** Pairs of tasks that take over the resource of one kind with one id, whatever else is known of them. */
export function adoptionClashes(tasks: readonly Task[]): Diagnostic[] {
  const owners = new Map<string, Task>();
  return tasks.flatMap((task): Diagnostic[] => {
    const { adopt } = task.lifecycle;
    if (typeof adopt !== "object") return [];
    const key = JSON.stringify([task.apiVersion, task.kind, adopt.id]);
    const owner = owners.get(key);
    if (!owner) {
      owners.set(key, task);
      return [];
    }
    return [
      {
        severity: "error",
        code: "same-resource",
        message: `tasks "${owner.name}" and "${task.name}" take over the same resource: ${task.kind} with the id ${JSON.stringify(adopt.id)}`,
        location: task.locate(adoptedId),
        related: [{ message: `"${owner.name}" takes it over here`, location: owner.locate(adoptedId) }],
        suggestion:
          "Mend one of the ids, remove one of the tasks, or limit both with `processingScope` so that no run has both; a task that has its resource needs `adopt` no more.",
      },
    ];
  });
}

const adoptedId = "/metadata/lifecycle/adopt/id";

function resourceName({ identity, processor, desired }: Known): { key: string; shown: string } | undefined {
  if (identity !== undefined) return { key: identity, shown: identity };
  if (desired.unknowns.size > 0 || processor.known?.identity?.(desired.value) !== undefined) return undefined;
  return likenessOf(processor, desired.stored, true);
}

/**
 * Says of two addresses that differ by the case of letters, or the form of accents, why they are one.
 * @returns undefined: they differ in another way, or not at all
 */
function foldedNames({ desired, processor }: Known, owner: Desired | undefined): string | undefined {
  const { kind, known } = processor;
  const address = known?.addressFields;
  for (const field of (typeof address === "function" ? address(desired.value) : address) ?? []) {
    const [one, other] = [owner?.value[field], desired.value[field]];
    if (typeof one !== "string" || typeof other !== "string" || one === other) continue;
    if (folded(one) !== folded(other)) continue;
    const what = one.normalize() === other.normalize() ? "two forms of one letter" : "upper and lower case";
    return `${kind} ${one} and ${other} are one here, as the file system does not tell ${what} apart`;
  }
  return undefined;
}

function folded(text: string): string {
  return text.normalize().toLowerCase();
}

function pair({ task, identity, processor }: Known, owner: Task, shown: string): Diagnostic {
  const apart =
    identity !== undefined
      ? ""
      : processor.known?.likeness
        ? "; if they are two resources, give each an `identity` of its own"
        : "; if they are two resources, let the kind tell them apart by `identity`";
  return {
    severity: "error",
    code: "same-resource",
    message: `tasks "${owner.name}" and "${task.name}" are the same resource: ${shown}`,
    location: task.locate("/spec"),
    related: [{ message: `"${owner.name}" is here`, location: owner.locate("/spec") }],
    suggestion: `Remove one of them, or limit both with \`processingScope\` so that no run has both; after a rename use \`formerNames\`${apart}.`,
  };
}
