import { existsSync } from "node:fs";
import type { Settings } from "../action/inputs.ts";
import { type Diagnostic, type Failure, failure } from "../engine/diagnostic.ts";
import type { Clock, StateStore } from "../engine/ports.ts";
import { checkout } from "../node/checkout.ts";
import { folderName } from "../state/state-folder.ts";
import type { Host } from "./host.ts";
import type { Loaded } from "./load.ts";
import { branchPlace, defaultBranch, isChosen, withoutCredentials } from "./state-place.ts";
import { branchRepository } from "./stores.ts";

/** A state that a command does not look at, and that is the one which most people mean. */
export interface Elsewhere {
  readonly branch: string;
  /** The repository of the branch, for messages. */
  readonly shown: string;
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

/** How long the server is waited for, in milliseconds: nobody has asked for it to be looked at. */
const patienceMs = 2_000;

/**
 * Finds out whether the branch of `origin` has a state that a terminal looks for in files, because nobody has said where
 * it is. What the clone knows of the branch is asked first, the server once at most. Never fails: what can't be told is
 * "no".
 */
export class ElsewhereLook {
  readonly #options: ElsewhereOptions;
  #asked: Promise<((context: string) => Promise<boolean>) | undefined> | undefined;
  #dispose: () => void = () => {};

  constructor(options: ElsewhereOptions) {
    this.#options = options;
  }

  /** @param store of the context, as the command uses it */
  async find(store: StateStore, context: string, signal: AbortSignal): Promise<Elsewhere | undefined> {
    if (store.backend !== "file" || !this.#wanted) return undefined;
    const recordedHere = await isRecorded(store, signal);
    const tracked = await this.#tracked();
    // Where files have a state, they were meant at least once: then nobody is kept waiting.
    const there = tracked.includes(context) || (!recordedHere && (await this.#onServer(context)));
    if (!there) return undefined;
    const origin = await checkout.origin(this.#options.loaded.workingDirectory);
    const shown = origin.ok ? withoutCredentials(origin.value) : "origin";
    return { branch: defaultBranch, shown, here: store.location, recordedHere };
  }

  /** Contexts of the project that the branch had when the clone last fetched it; none where files were chosen. */
  async contexts(): Promise<readonly string[]> {
    return this.#wanted ? this.#tracked() : [];
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

  async #tracked(): Promise<readonly string[]> {
    const { loaded, project, host } = this.#options;
    const folder = folderName(project);
    const paths = await checkout.tracked(loaded.workingDirectory, defaultBranch, `${folder}/`, host.environment);
    const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
    return [...new Set(names)].map(decoded);
  }

  async #onServer(context: string): Promise<boolean> {
    this.#asked ??= this.#ask().catch(() => undefined);
    const has = await this.#asked;
    return has === undefined ? false : has(context).catch(() => false);
  }

  /** The answer holds for all contexts. */
  async #ask(): Promise<((context: string) => Promise<boolean>) | undefined> {
    const { settings, host, loaded, project, clock, redact } = this.#options;
    const place = await branchPlace(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
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
    return async (context) => {
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

function facts({ branch, shown, here, recordedHere }: Elsewhere, project: string, context: string): string {
  const files = recordedHere ? `${here} has another one` : `nothing is recorded in ${here}`;
  return `the branch ${branch} of ${shown} has a state of ${project}/${context}, and ${files}`;
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
