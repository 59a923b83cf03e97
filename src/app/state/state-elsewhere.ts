import { existsSync } from "node:fs";
import type { Settings } from "../../action/inputs.ts";
import { type Diagnostic, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import { checkout } from "../../node/git/checkout.ts";
import { folderName } from "../../state/backends/file/state-folder.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { branchLocation, defaultBranch, isChosen } from "./state-location.ts";
import { branchRepository } from "./stores.ts";

/** A state that a command does not look at, and that is the one which most people mean. */
export interface Elsewhere {
  readonly branch: string;
  /** The repository of the branch, for messages. */
  readonly shown: string;
  /** The name under which it is there: that of today, or a former one of the project. */
  readonly project: string;
  /** Where this command looks. */
  readonly here: string;
  /** Is something recorded there, too? */
  readonly recordedHere: boolean;
}

export interface ElsewhereOptions {
  readonly settings: Settings;
  readonly host: Pick<Host, "terminal" | "environment" | "directory" | "signal">;
  readonly loaded: Pick<Loaded, "manifest" | "trust" | "workingDirectory">;
  /** Name of the project. */
  readonly project: string;
  readonly clock: Clock;
  /** Takes secrets out of what git said. */
  redact(text: string): string;
}

/** Has the branch a state, or a lock, of a project and context? */
type Has = (project: string, context: string) => Promise<boolean>;

/** How long the server is waited for, in milliseconds: nobody has asked for it to be looked at. */
const patienceMs = 2_000;

/**
 * Finds out whether the branch of `origin` has a state that a terminal looks for in files, because nobody has said where
 * it is. What the clone knows of the branch is asked first, the server once at most. Never fails: what can't be told is
 * "no".
 */
export class ElsewhereLook {
  readonly #options: ElsewhereOptions;
  #asked: Promise<Has | undefined> | undefined;
  #dispose: () => void = () => {};

  constructor(options: ElsewhereOptions) {
    this.#options = options;
  }

  /** @param store of the context, as the command uses it */
  async find(store: StateStore, context: string, signal: AbortSignal): Promise<Elsewhere | undefined> {
    if (store.backend !== "file" || !this.#wanted) return undefined;
    const recordedHere = await isRecorded(store, signal);
    let project = await this.#first(async (one) => (await this.#tracked(one)).includes(context));
    // Where files have a state, they were meant at least once: then nobody is kept waiting.
    if (project === undefined && !recordedHere) {
      this.#asked ??= this.#ask().catch(() => undefined);
      const has = await this.#asked;
      if (has) project = await this.#first((one) => has(one, context).catch(() => false));
    }
    if (project === undefined) return undefined;
    const origin = await checkout.origin(this.#options.loaded.workingDirectory);
    const shown = origin.ok ? withoutCredentials(origin.value) : "origin";
    return { branch: defaultBranch, shown, project, here: store.location, recordedHere };
  }

  /** Contexts of the project that the branch had when the clone last fetched it; none where files were chosen. */
  async contexts(): Promise<readonly string[]> {
    return this.#wanted ? this.#tracked(this.#options.project) : [];
  }

  /** Removes what was only needed to look. */
  dispose(): void {
    this.#dispose();
  }

  get #wanted(): boolean {
    const { settings, host, loaded } = this.#options;
    if (!host.terminal || host.environment.GITHUB_ACTIONS === "true" || !loaded.trust.trusted) return false;
    return !isChosen(settings, loaded.manifest.project);
  }

  /** The first name of the project that something holds of: that of today, then the former ones. */
  async #first(holds: (project: string) => Promise<boolean>): Promise<string | undefined> {
    const { loaded, project } = this.#options;
    for (const one of [project, ...(loaded.manifest.project?.formerNames ?? [])]) if (await holds(one)) return one;
    return undefined;
  }

  /** Contexts that the branch had when the clone last fetched it. */
  async #tracked(project: string): Promise<readonly string[]> {
    const { loaded, host } = this.#options;
    const folder = folderName(project);
    const paths = await checkout.tracked(loaded.workingDirectory, defaultBranch, `${folder}/`, host.environment);
    const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
    return [...new Set(names)].map(decoded);
  }

  /** Asks the server; the answer holds for all contexts. */
  async #ask(): Promise<Has | undefined> {
    const { settings, host, loaded, clock, redact } = this.#options;
    const place = await branchLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
    if (!place.ok) return undefined;
    const { terminal, signal } = host;
    // Nothing may pop up to ask for a password.
    const environment = { ...host.environment, SSH_ASKPASS_REQUIRE: "never" };
    const { token } = settings;
    const repository = branchRepository(
      place.value,
      { environment, terminal, token, clock, redact },
      { exchangeMs: patienceMs, tries: 1 },
    );
    this.#dispose = () => repository.dispose();
    const tip = await repository.fetch(signal);
    if (!tip.ok || tip.value.commit === undefined) return undefined;
    return async (project, context) => {
      const files = await repository.files(tip.value, `${folderName(project)}/${folderName(context)}`, signal);
      return files.ok && (files.value.state.state !== "absent" || files.value.lock.state !== "absent");
    };
  }
}

/** As a warning before a command goes on. */
export function elsewhereWarning(found: Elsewhere, project: string, context: string): Diagnostic {
  const message = `${facts(found, project, context)}: this command does not see it`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways };
}

/**
 * Why a command is not begun that would go by files which have nothing, where nobody has said that files are meant.
 * @param command as it was called
 */
export function elsewhereFailure(found: Elsewhere, project: string, context: string, command: string): Failure {
  const message = `${facts(found, project, context)}. \`${command}\` would go by the files, as if nothing had been made yet, so it was not begun`;
  return failure("invalid-input", message, [{ severity: "error", code: "state-elsewhere", message, suggestion: ways }]);
}

function facts(found: Elsewhere, project: string, context: string): string {
  const { branch, shown, here, recordedHere } = found;
  const former = found.project === project ? "" : `, under its former name ${found.project}`;
  const files = recordedHere ? `${here} has another one` : `nothing is recorded in ${here}`;
  return `the branch ${branch} of ${shown} has a state of ${project}/${context}${former}, and ${files}`;
}

const ways =
  "To use the state on the branch, add `--state-backend branch`, or say it for good in `spec` of the Project: `state: {backend: branch}`. If files are meant: `--state-backend file`.";

async function isRecorded(store: StateStore, signal: AbortSignal): Promise<boolean> {
  if (existsSync(store.location)) return true;
  // What can't be read is something.
  const read = await store.read(signal);
  return read.state !== "absent" || (await store.lockedBy?.(signal)) !== undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
