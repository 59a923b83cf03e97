import type { Settings } from "../../../action/inputs.ts";
import { type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../../engine/model/run-events.ts";
import { systemClock } from "../../../node/clock.ts";
import { checkout } from "../../../node/git/checkout.ts";
import type { ProcessGroups } from "../../../node/processes/process-groups.ts";
import type { StateLocation } from "../../../state/backend.ts";
import type { Sealing } from "../../../state/seal/seal.ts";
import type { Capabilities } from "../../authorize/capabilities.ts";
import type { Host } from "../../host.ts";
import type { Loaded } from "../../load/load-project.ts";
import { type ElsewhereContexts, ElsewhereLook } from "../../state/state-elsewhere.ts";
import { stateLocation } from "../../state/state-location.ts";
import { Stores } from "../../state/stores.ts";
import type { OpenedStore } from "../context-services.ts";

/** What the stores of a run are opened with. */
export interface RunStoresOptions {
  readonly settings: Settings;
  readonly host: Host;
  readonly loaded: Loaded;
  readonly capabilities: Pick<Capabilities, "stateFiles">;
  /** Undefined: states are not sealed. */
  readonly sealing: Sealing | undefined;
  readonly groups: ProcessGroups;
  emit(event: RunEvent): void;
}

/** What is opened once a context asks for its store. */
interface Opened {
  readonly location: StateLocation;
  readonly stores: Stores;
  readonly elsewhere: ElsewhereLook;
}

/** The stores of a run. Nothing of them is opened before the first context needs its own. */
export class RunStores {
  readonly #options: RunStoresOptions;
  #opened: Opened | undefined;

  constructor(options: RunStoresOptions) {
    this.#options = options;
  }

  /**
   * @param project whose state it is; absent: that of this run
   * @returns why there is no place for state, if so
   */
  async open(context: string, project?: string): Promise<Result<OpenedStore, Failure>> {
    const { host, loaded, groups } = this.#options;
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const { location, stores, elsewhere: look } = opened.value;
    const said = loaded.manifest.project?.state ?? {};
    const postStepRecord = { groups, handover: host.handover, place: location, said };
    const store = await stores.open(context, project);
    const elsewhere = project === undefined ? await look.find(store, context, host.signal) : undefined;
    return ok({ store, postStepRecord, elsewhere });
  }

  /**
   * Contexts of the project that the backend of workflows has, where nobody has said where state is.
   * @param listed those that are recorded here
   * @param named those that rules name
   */
  async elsewhere(listed: readonly string[], named: readonly string[]): Promise<ElsewhereContexts | undefined> {
    const opened = await this.#open();
    if (!opened.ok) return undefined;
    const { elsewhere, location } = opened.value;
    return elsewhere.others(listed, named, location.backend);
  }

  /** Ends what the stores hold open. */
  async dispose(): Promise<void> {
    this.#opened?.elsewhere.dispose();
    await this.#opened?.stores.dispose();
  }

  async #open(): Promise<Result<Opened, Failure>> {
    if (this.#opened) return ok(this.#opened);
    const { settings, host, loaded, capabilities, sealing, emit } = this.#options;
    const { manifest, project, workingDirectory } = loaded;
    const location = await stateLocation(settings, manifest.project, host, workingDirectory, checkout);
    if (!location.ok) return location;
    const { environment, terminal, version } = host;
    const redact = (text: string): string => host.redactor.text(text);
    const clock = systemClock;
    this.#opened = {
      location: location.value,
      elsewhere: new ElsewhereLook({ settings, host, loaded, project, clock, redact }),
      stores: new Stores({
        place: location.value,
        project,
        environment,
        terminal,
        stateFiles: capabilities.stateFiles,
        version,
        token: settings.token,
        initialize: settings.initialize,
        clock,
        sealing,
        redact,
        onProgress: (text) => emit({ type: "progress", text }),
      }),
    };
    return ok(this.#opened);
  }
}
