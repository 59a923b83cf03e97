import type { Settings } from "../../action/inputs.ts";
import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import type { ProcessGroups } from "../../node/processes/process-groups.ts";
import type { StateLocation } from "../../state/backend.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { OpenedStore } from "../context/context-services.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { stateLocation } from "../state/state-location.ts";
import { Stores } from "../state/stores.ts";

export interface ComparedStoresOptions {
  readonly host: Host;
  readonly groups: ProcessGroups;
  /** Undefined: sealed states can't be opened. */
  readonly sealing: Sealing | undefined;
  onProgress(text: string): void;
}

/** Whose state is read, and what says where it is. */
export interface StateOwner {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Pick<Capabilities, "stateFiles">;
}

/** The stores of all projects that are compared. Those that are in one place share it, and its server is asked once. */
export class ComparedStores {
  readonly #options: ComparedStoresOptions;
  readonly #stores = new Map<string, Stores>();

  constructor(options: ComparedStoresOptions) {
    this.#options = options;
  }

  get sealing(): Sealing | undefined {
    return this.#options.sealing;
  }

  /** @param name of a project whose state is meant; absent: that of the owner */
  async open(owner: StateOwner, context: string, name?: string): Promise<Result<OpenedStore, Failure>> {
    const { host, groups } = this.#options;
    const { manifest, project } = owner.loaded;
    const place = await placeOfState(owner, host);
    if (!place.ok) return place;
    const key = placeKey(place.value);
    const stores = this.#stores.get(key) ?? this.#make(place.value, owner);
    this.#stores.set(key, stores);
    const store = await stores.open(context, name ?? project);
    const said = manifest.project?.state ?? {};
    const postStepRecord = { groups, handover: host.handover, place: place.value, said };
    return ok({ store, postStepRecord, elsewhere: undefined });
  }

  async dispose(): Promise<void> {
    for (const stores of this.#stores.values()) await stores.dispose();
  }

  #make(place: StateLocation, { settings, loaded, capabilities }: StateOwner): Stores {
    const { host, sealing, onProgress } = this.#options;
    const { environment, terminal, version } = host;
    return new Stores({
      place,
      project: loaded.project,
      environment,
      terminal,
      stateFiles: capabilities.stateFiles,
      version,
      token: settings.token,
      oneLook: true,
      initialize: settings.initialize,
      clock: systemClock,
      sealing,
      redact: (text) => host.redactor.text(text),
      onProgress,
    });
  }
}

/** Where the states of a project are, or why there is no place for them. Asks no server. */
export function placeOfState(
  { settings, loaded }: Pick<StateOwner, "settings" | "loaded">,
  host: Host,
): Promise<Result<StateLocation, Failure>> {
  return stateLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
}

/** A text that is the same for the same place. */
export function placeKey({ backend, key }: StateLocation): string {
  return JSON.stringify([backend.name, key]);
}
