import { err, explained, type Failure, type Location, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../engine/model/state-body.ts";
import type { Task } from "../../engine/model/task.ts";
import type { Read, StateName, StateStore } from "../../engine/ports/state-store.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import { sameBody } from "../../state/snapshot/same-body.ts";
import type { Loaded } from "../load/load-project.ts";
import { type NamedStore, renamed } from "./carry-over.ts";

/** A name under which the state of a context may still be kept. */
export interface FormerPlace {
  readonly name: StateName;
  /** The entry of `formerNames` that says so. Undefined: nobody says so; it is what an older version would have taken. */
  readonly location: Location | undefined;
}

/** All names that the state of this project and context may have had, those that the manifest lists first. */
export function formerPlaces(
  { manifest, project, formerDefaults }: Pick<Loaded, "manifest" | "project" | "formerDefaults">,
  { name: context, formerNames = [] }: ContextChoice,
): readonly FormerPlace[] {
  const projects = (manifest.project?.formerNames ?? []).map((name, index) => ({
    name,
    location: manifest.project?.locate(`/metadata/formerNames/${index}`),
  }));
  return [
    ...formerNames.map(({ name, location }) => ({ name: { project, context: name }, location })),
    ...projects.map(({ name, location }) => ({ name: { project: name, context }, location })),
    ...projects.flatMap((one) =>
      formerNames.map(({ name }) => ({ name: { project: one.name, context: name }, location: one.location })),
    ),
    ...formerDefaults.map((name) => ({ name: { project: name, context }, location: undefined })),
  ];
}

/** A former place that has the state. */
export interface FormerState extends NamedStore {
  readonly read: Extract<Read, { readonly state: "found" }>;
  readonly place: FormerPlace;
  /** Its state is here already, and the old place does not say so yet: a run was killed in between. */
  readonly unfinished: boolean;
}

export interface Search {
  readonly own: NamedStore;
  readonly places: readonly FormerPlace[];
  /** Of this manifest. */
  readonly tasks: readonly Task[];
  readonly signal: AbortSignal;
  /** Words that lead a terminal to the same states. */
  readonly flags: readonly string[];
  open(name: StateName): Promise<StateStore>;
}

/**
 * Looks whether the state of a context is still kept under a former name.
 * @returns undefined: it is not; or why that can't be told. A place that can't be read is never an empty one.
 */
export async function findFormer(search: Search): Promise<Result<FormerState | undefined, Failure>> {
  const { own, places, signal } = search;
  if (places.length === 0) return ok(undefined);
  const read = await own.store.read(signal);
  if (read.state === "found") return findLeft(search, read.snapshot);
  // What is wrong with it is told by who opens it.
  if (read.state === "unavailable" && !read.movedTo && !read.missing) return ok(undefined);
  const found: FormerState[] = [];
  for (const place of places) {
    const store = await search.open(place.name);
    const there = await store.read(signal);
    if (there.state === "found") {
      if (place.location !== undefined || isOf(there.snapshot, search.tasks))
        found.push({ name: place.name, store, read: there, place, unfinished: false });
    } else if (there.state === "unavailable" && !there.movedTo && !there.missing && place.location !== undefined)
      return err(there.failure);
  }
  const [first, second] = found;
  if (first === undefined || second?.place.location === undefined) return ok(first);
  return err(several(own.name, first, second));
}

/** There is a state here, so there must be none under a name that the manifest lists. */
async function findLeft(search: Search, here: Snapshot): Promise<Result<FormerState | undefined, Failure>> {
  const { own, signal } = search;
  for (const place of search.places) {
    if (place.location === undefined) continue;
    const store = await search.open(place.name);
    const holds = (await store.holds?.(signal)) ?? ok(false);
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    const read = await store.read(signal);
    if (read.state === "unavailable") return err(read.failure);
    if (read.state === "absent") continue;
    const { lineage, body } = renamed(read, place.name, own.name);
    if (lineage !== here.lineage || !sameBody(body, here.body)) return err(both(search, here, place, read.snapshot));
    return ok({ name: place.name, store, read, place, unfinished: true });
  }
  return ok(undefined);
}

/** Is every recorded task one of these? Then the state is of this manifest, and of no other that happens to lie beside it. */
function isOf({ body }: Snapshot, tasks: readonly Task[]): boolean {
  const kinds = new Map(
    tasks.flatMap(({ name, formerNames, apiVersion, kind }) =>
      [name, ...formerNames].map((one) => [one, `${apiVersion} ${kind}`] as const),
    ),
  );
  const recorded = [...Object.entries(body.tasks), ...body.pending.map((intent) => [intent.task, intent] as const)];
  return recorded.length > 0 && recorded.every(([name, one]) => kinds.get(name) === `${one.apiVersion} ${one.kind}`);
}

function both(
  { own: { name: now }, flags }: Pick<Search, "own" | "flags">,
  here: Snapshot,
  { name, location }: FormerPlace,
  there: Snapshot,
): Failure {
  const line = (...words: readonly string[]): string => `\`${commandLine(["opus", "state", ...words, ...flags])}\``;
  const list = line("list", "--project", name.project, "--context", name.context);
  const away = ["--from-project", now.project, "--from-context", now.context, "--to-project", `${now.project}-unused`];
  const message = `${shownName(now)} has a state (serial ${here.serial}), and its former name ${shownName(name)} has one, too (serial ${there.serial}), so it can't be told which of them counts`;
  return located(
    message,
    `Nothing was changed. Compare the two: ${list} shows the former one. If ${shownName(now)} counts, delete this entry of \`formerNames\`; else move the other out of the way with ${line("mv", ...away)}.`,
    location,
  );
}

function several(now: StateName, first: FormerState, second: FormerState): Failure {
  const message = `two former names of ${shownName(now)} have a state: ${shownName(first.name)} (serial ${first.read.snapshot.serial}) and ${shownName(second.name)} (serial ${second.read.snapshot.serial}), so it can't be told which of them counts`;
  return located(
    message,
    "Nothing was changed. Compare the two with `opus state list --project NAME --context NAME`, and delete the other one from `formerNames`.",
    second.place.location,
  );
}

function located(message: string, suggestion: string, location: Location | undefined): Failure {
  return explained("state-conflict", message, { code: "former-name-has-state", suggestion, location });
}
