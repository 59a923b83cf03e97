import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { andMore } from "../../engine/text/listed.ts";
import { mayBeNamed } from "../../event/context-rules.ts";
import { folderName } from "../../state/backends/file/state-folder.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import type { Loaded } from "../load/load-project.ts";

export interface FirstRun {
  readonly name: StateName;
  /** Nothing is recorded here. */
  readonly store: StateStore;
  readonly loaded: Pick<Loaded, "manifest">;
  readonly signal: AbortSignal;
  /** What is done rests on what is recorded, so here it is nothing. */
  readonly fromState: boolean;
  /** Words that lead a terminal to the same states. */
  readonly flags: readonly string[];
  open(name: StateName): Promise<StateStore>;
}

/** How many states are looked into. */
const most = 10;

/**
 * What to know where nothing is recorded, and states lie beside it that may be the same under a former name: those of
 * contexts that no rule leads to any more, and of other projects where this one has none.
 * @returns undefined: there is none, or it can't be told
 */
export async function neighbourNote({
  name,
  store,
  loaded,
  signal,
  fromState,
  flags,
  open,
}: FirstRun): Promise<Diagnostic | undefined> {
  const { project, tasks } = loaded.manifest;
  const beside = await store.beside?.(signal);
  if (!beside?.ok) return undefined;
  const isOwn = (one: StateName): boolean => folderName(one.project) === folderName(name.project);
  const own = beside.value.filter(isOwn);
  const contexts = own.filter(({ context }) => context !== name.context && !mayBeNamed(project, context));
  const others = own.length > 0 ? [] : beside.value.filter((one) => !isOwn(one));
  const inContext = others.filter(({ context }) => context === name.context);
  const candidates = [...contexts, ...(inContext.length > 0 ? inContext : others)];
  if (candidates.length === 0) return undefined;
  const names = new Set(tasks.flatMap((task) => [task.name, ...task.formerNames]));
  let shared: { readonly name: StateName; readonly tasks: number } | undefined;
  for (const candidate of candidates.slice(0, most)) {
    const read = await (await open(candidate)).read(signal);
    const recorded = read.state === "found" ? Object.keys(read.snapshot.body.tasks) : [];
    const number = recorded.filter((task) => names.has(task)).length;
    if (number > (shared?.tasks ?? 0)) shared = { name: candidate, tasks: number };
  }
  const list = andMore(candidates.map(shownName), 5);
  const follows = fromState ? "" : ", so everything in the manifest counts as new";
  const alike = shared && ` (${shownName(shared.name)} has ${shared.tasks} of its tasks recorded)`;
  const likely = shared?.name ?? candidates[0];
  return {
    severity: shared ? "warning" : "notice",
    code: "state-beside",
    message: `nothing is recorded of ${shownName(name)}${follows}; beside it lies the state of ${list}${alike ?? ""}`,
    ...(likely && { suggestion: advice(name, likely, project !== undefined, flags) }),
  };
}

function advice(now: StateName, other: StateName, hasProject: boolean, flags: readonly string[]): string {
  const move = (...words: readonly string[]): string => commandLine(["opus", "state", "mv", ...words, ...flags]);
  if (now.project === other.project)
    return hasProject
      ? `If "${other.context}" was renamed: \`formerNames: [${other.context}]\` in a rule with \`context: ${now.context}\` or \`input: [${now.context}]\` carries its state over.`
      : `If "${other.context}" was renamed: \`${move("--from-context", other.context, "--to-context", now.context)}\` carries its state over.`;
  return hasProject
    ? `If "${other.project}" was renamed: \`formerNames: [${other.project}]\` under \`metadata\` of the Project carries its state over.`
    : `If that is the state of this manifest: \`${move("--from-project", other.project, "--to-project", now.project, "--context", other.context)}\` carries it over, and so does a Project with \`metadata: {name: ${now.project}, formerNames: [${other.project}]}\`.`;
}
