import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  ElsewhereLook
} from "./chunk-UZTQIVX4.js";
import {
  Stores
} from "./chunk-B32DNQLH.js";
import {
  stateLocation
} from "./chunk-2LULCZ5L.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import {
  ok
} from "./chunk-VKSB6RUN.js";

// src/app/context/run-stores.ts
var RunStores = class {
  #options;
  #opened;
  constructor(options) {
    this.#options = options;
  }
  /**
   * @param project whose state it is; absent: that of this run
   * @returns why there is no place for state, if so
   */
  async open(context, project) {
    const { host, loaded, groups } = this.#options;
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const { location, stores, elsewhere: look } = opened.value;
    const said = loaded.manifest.project?.state ?? {};
    const postStepRecord = { groups, handover: host.handover, place: location, said };
    const store = await stores.open(context, project);
    const elsewhere = project === void 0 ? await look.find(store, context, host.signal) : void 0;
    return ok({ store, postStepRecord, elsewhere });
  }
  /**
   * Contexts of the project that the backend of workflows has, where nobody has said where state is.
   * @param listed those that are recorded here
   * @param named those that rules name
   */
  async elsewhere(listed, named) {
    const opened = await this.#open();
    if (!opened.ok) return void 0;
    const { elsewhere, location } = opened.value;
    return elsewhere.others(listed, named, location.backend);
  }
  /** Ends what the stores hold open. */
  async dispose() {
    this.#opened?.elsewhere.dispose();
    await this.#opened?.stores.dispose();
  }
  async #open() {
    if (this.#opened) return ok(this.#opened);
    const { settings, host, loaded, capabilities, sealing, emit } = this.#options;
    const { manifest, project, workingDirectory } = loaded;
    const location = await stateLocation(settings, manifest.project, host, workingDirectory, checkout);
    if (!location.ok) return location;
    const { environment, terminal, version } = host;
    const redact = (text) => host.redactor.text(text);
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
        onProgress: (text) => emit({ type: "progress", text })
      })
    };
    return ok(this.#opened);
  }
};

export {
  RunStores
};
