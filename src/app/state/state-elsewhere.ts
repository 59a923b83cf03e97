import { existsSync } from "node:fs";
import type { Settings } from "../../action/inputs.ts";
import { type Diagnostic, explained, type Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { andMore } from "../../engine/text/listed.ts";
import { checkout } from "../../node/git/checkout.ts";
import type { Backend, Glance } from "../../state/backend.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { isChosen, locateRequest, standardBackend } from "./state-location.ts";
import { gitProgram } from "./stores.ts";

/** A state that a command does not look at, and that is the one which most people mean. */
export interface Elsewhere {
  /** The backends that this command goes by, and that has the state. */
  readonly backends: { readonly here: Backend; readonly there: Backend };
  /** Where the state is, for messages: `the branch opus-state of https://…`. */
  readonly where: string;
  /** The name under which it is there: that of today, or a former one of the project. */
  readonly project: string;
  /** Where this command looks. */
  readonly here: string;
  /** Is something recorded there, too? */
  readonly recordedHere: boolean;
}

/** Contexts of a project in a place that a command does not look at. */
export interface ElsewhereContexts extends Pick<Elsewhere, "backends" | "where"> {
  readonly contexts: readonly string[];
}

export interface ElsewhereOptions {
  readonly settings: Settings;
  readonly host: Pick<Host, "terminal" | "environment" | "directory" | "signal" | "backends">;
  readonly loaded: Pick<Loaded, "manifest" | "trust" | "workingDirectory">;
  /** Name of the project. */
  readonly project: string;
  readonly clock: Clock;
  /** Takes secrets out of what git said. */
  redact(text: string): string;
}

/**
 * Finds out whether the backend of workflows has a state that a terminal looks for in its own, because nobody has said
 * where it is. What this machine knows is asked first, the server once at most. Never fails: what can't be told is "no".
 */
export class ElsewhereLook {
  readonly #options: ElsewhereOptions;
  /** Undefined: somebody has said where state is, or it is not for this run to look. */
  readonly #glance: Glance | undefined;
  readonly #there: Backend;
  #asked: ReturnType<Glance["ask"]> | undefined;

  constructor(options: ElsewhereOptions) {
    this.#options = options;
    this.#there = standardBackend("workflow", options.host);
    this.#glance = isWanted(options) ? openGlance(this.#there, options) : undefined;
  }

  /** @param store of the context, as the command uses it */
  async find(store: StateStore, context: string, signal: AbortSignal): Promise<Elsewhere | undefined> {
    const glance = this.#glance;
    if (glance === undefined) return undefined;
    const recordedHere = await isRecorded(store, signal);
    let project = await this.#first(async (one) => (await glance.contexts(one)).includes(context));
    // Where this machine has a state, it was meant at least once: then nobody is kept waiting.
    if (project === undefined && !recordedHere) {
      this.#asked ??= glance.ask(this.#options.host.signal).catch(() => undefined);
      const has = await this.#asked;
      const holds = (name: StateName): Promise<boolean> => has?.(name).catch(() => false) ?? Promise.resolve(false);
      if (has) project = await this.#first((one) => holds({ project: one, context }));
    }
    if (project === undefined) return undefined;
    const backends = { here: standardBackend("terminal", this.#options.host), there: this.#there };
    return { backends, where: await glance.where(), project, here: store.location, recordedHere };
  }

  /** Contexts of the project that this machine knows of without asking; none where somebody has said where state is. */
  async contexts(): Promise<readonly string[]> {
    return (await this.#glance?.contexts(this.#options.project)) ?? [];
  }

  /**
   * Contexts that the other place has and a list of this one lacks.
   * @param listed what is recorded here
   * @param named those to ask the server for, where this machine knows of none and nothing is recorded here
   * @param here the backend of the list
   */
  async others(
    listed: readonly string[],
    named: readonly string[],
    here: Backend,
  ): Promise<ElsewhereContexts | undefined> {
    const { project, host } = this.#options;
    const glance = this.#glance;
    if (glance === undefined) return undefined;
    let contexts = (await this.contexts()).filter((one) => !listed.includes(one));
    if (contexts.length === 0 && listed.length === 0) {
      const has = await glance.ask(host.signal).catch(() => undefined);
      const holds = (context: string): Promise<boolean> =>
        has?.({ project, context }).catch(() => false) ?? Promise.resolve(false);
      const held = await Promise.all(named.map(holds));
      contexts = named.filter((_, at) => held[at]);
    }
    return contexts.length === 0
      ? undefined
      : { backends: { here, there: this.#there }, where: await glance.where(), contexts };
  }

  /** Removes what was only needed to look. */
  dispose(): void {
    this.#glance?.dispose();
  }

  /** The first name of the project that something holds of: that of today, then the former ones. */
  async #first(holds: (project: string) => Promise<boolean>): Promise<string | undefined> {
    const { loaded, project } = this.#options;
    for (const one of [project, ...(loaded.manifest.project?.formerNames ?? [])]) if (await holds(one)) return one;
    return undefined;
  }
}

function isWanted({ settings, host, loaded }: ElsewhereOptions): boolean {
  if (!host.terminal || host.environment.GITHUB_ACTIONS === "true" || !loaded.trust.trusted) return false;
  return !isChosen(settings, loaded.manifest.project);
}

function openGlance(backend: Backend, { settings, host, loaded, clock, redact }: ElsewhereOptions): Glance | undefined {
  const { manifest, workingDirectory } = loaded;
  const request = locateRequest(backend, settings, manifest.project, host, workingDirectory, checkout);
  return backend.glance?.(request, { git: gitProgram, token: settings.token, clock, redact });
}

/** As a warning before a command goes on. */
export function elsewhereWarning(found: Elsewhere, project: string, context: string): Diagnostic {
  const message = `${facts(found, project, context)}: this command does not see it`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways(found) };
}

/** As a warning about a list of what is recorded. */
export function elsewhereListWarning(found: ElsewhereContexts, project: string): Diagnostic {
  const names = andMore(found.contexts, 20);
  const message = `${found.where} has states of ${project} that are not in this list, which goes by the ${found.backends.here.noun} of states here: ${names}`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways(found) };
}

/**
 * Why a command is not begun that would go by files which have nothing, where nobody has said that files are meant.
 * @param command as it was called
 */
export function elsewhereFailure(found: Elsewhere, project: string, context: string, command: string): Failure {
  const message = `${facts(found, project, context)}. \`${command}\` would go by the files, as if nothing had been made yet, so it was not begun`;
  return explained("invalid-input", message, { code: "state-elsewhere", suggestion: ways(found) });
}

function facts(found: Elsewhere, project: string, context: string): string {
  const { where, here, recordedHere } = found;
  const former = found.project === project ? "" : `, under its former name ${found.project}`;
  const files = recordedHere ? `${here} has another one` : `nothing is recorded in ${here}`;
  return `${where} has a state of ${project}/${context}${former}, and ${files}`;
}

function ways({ backends: { here, there } }: Pick<Elsewhere, "backends">): string {
  return `To use the state on the ${there.noun}, add \`--state-backend ${there.name}\`, or say it for good in \`spec\` of the Project: \`state: {backend: ${there.name}}\`. If files are meant: \`--state-backend ${here.name}\`.`;
}

async function isRecorded(store: StateStore, signal: AbortSignal): Promise<boolean> {
  if (existsSync(store.location)) return true;
  // What can't be read is something.
  const read = await store.read(signal);
  return read.state !== "absent" || (await store.lockedBy?.(signal)) !== undefined;
}
