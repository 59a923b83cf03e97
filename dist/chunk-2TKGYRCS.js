import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  EphemeralFiles,
  kindConfigurations,
  loadKinds,
  openPreviewSignature,
  placeFiles,
  planDigester,
  resolveCommand,
  runContext,
  storeDeadline
} from "./chunk-YK4KSDHU.js";
import {
  givenValues
} from "./chunk-M2F2LNL7.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import {
  Stores,
  invalidManifest,
  openSealing
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
  emptyReport
} from "./chunk-HG2EX3FI.js";
import {
  hasChanges,
  planWords
} from "./chunk-33HS6KZX.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";

// src/app/compare/only-comparing.ts
var refuse = async () => {
  throw new TaskFailure("specs are only compared here, so nothing is run", { untouched: true });
};
function onlyComparing(capabilities) {
  return {
    ...capabilities,
    runScript: refuse,
    startProcess: refuse,
    limit: (processor) => unasked(capabilities.limit(processor)),
    http: void 0,
    mayRequest: false,
    planSigningKey: void 0
  };
}
function unasked({ validate: _validate, plan: _plan, open: _open, ...processor }) {
  return { ...processor, observe: async () => ({ state: "unobservable", why: "not looked at" }) };
}

// src/app/compare/compare-contexts.ts
async function compareContexts(request) {
  const services = await comparingServices(request);
  if (!services.ok) return services;
  const comparisons = [];
  for (const choice of request.choices) comparisons.push(compared(await runContext(services.value, choice)));
  return ok(comparisons);
}
function compared({ report, failure: failure2, entries, leftToStore }) {
  const { name: context, counts } = report;
  const judged = (verdict, words) => ({ context, verdict, words, report });
  if (hasChanges(counts)) return judged("changed", planWords(counts));
  if (failure2) return judged("unknown", failure2.message);
  if (entries === void 0) return judged("unknown", "its state can't be opened in an untrusted run");
  if (counts.failed + counts.skipped + counts.unknown > 0) return judged("unknown", planWords(counts));
  return leftToStore === void 0 ? judged("unchanged", "unchanged") : judged("changed", leftToStore);
}
async function comparingServices(request) {
  const { loaded, commands, frame, stores } = request;
  const { host, sources } = frame;
  const { manifest } = loaded;
  const settings = { ...request.settings, refresh: "none", expectNoChanges: false, failOnDrift: false };
  const command = resolveCommand("plan", settings.planCommand, manifest.project?.commands ?? {}, commands);
  if (!command.ok) return command;
  const given = givenValues(settings, loaded, sources, frame.reporter.diagnose);
  if (!given.ok) return given;
  const capabilities = onlyComparing(request.capabilities);
  const extensions = await comparingExtensions(loaded, capabilities, host);
  if (!extensions.ok) return extensions;
  const { environment } = capabilities;
  return ok({
    ...runTools(frame),
    settings,
    command: command.value,
    loaded,
    environment,
    given: given.value,
    extensions: extensions.value,
    http: void 0,
    reviews: unreviewed,
    run: runInfo(host),
    version: host.version,
    ephemeralFiles: new EphemeralFiles(environment, loaded),
    sealing: stores.sealing,
    openStore: (context, name) => stores.open(request, context, name),
    keepRecovery: (_context, _text, failed) => failed
  });
}
async function comparingExtensions(loaded, capabilities, { version, modules }) {
  const kinds = await loadKinds({ loaded, capabilities, version, modules });
  if (!kinds.ok) return err(invalidManifest(kinds.error));
  return ok({
    processors: kinds.value,
    configurations: kindConfigurations(loaded),
    startProcess: capabilities.startProcess,
    placeFiles: placeFiles(capabilities.files),
    kindsChanged: false,
    hooks: []
  });
}
function runTools({ host, reporter, secrets }) {
  const { redactor, signal, urgent } = host;
  return {
    clock: systemClock,
    redactor,
    signal,
    urgent,
    giveUp: storeDeadline(signal, urgent),
    emit: (event) => event.type === "progress" ? reporter.emit(event) : void 0,
    conceal: (text, what) => secrets.add(text, what)
  };
}
var unreviewed = {
  digest: planDigester(void 0),
  previewSignature: openPreviewSignature(void 0, "", planDigester),
  previews: {
    find: async () => {
      throw new Error("what is only compared asks for no preview");
    }
  },
  pullRequest: void 0
};

// src/app/compare/compared-stores.ts
var ComparedStores = class {
  #options;
  #stores = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  get sealing() {
    return this.#options.sealing;
  }
  /** @param name of a project whose state is meant; absent: that of the owner */
  async open(owner, context, name) {
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
    return ok({ store, postStepRecord, elsewhere: void 0 });
  }
  async dispose() {
    for (const stores of this.#stores.values()) await stores.dispose();
  }
  #make(place, { settings, loaded, capabilities }) {
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
      onProgress
    });
  }
};
function placeOfState({ settings, loaded }, host) {
  return stateLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
}
function placeKey({ backend, key }) {
  return JSON.stringify([backend.name, key]);
}

// src/app/compare/list-changed.ts
async function listChanged(request, commands, frame) {
  const { settings, loaded, capabilities } = request;
  const { host, known } = frame;
  const stores = await openComparedStores(settings, capabilities, frame);
  if (!stores.ok) return stores.error;
  try {
    const compared2 = await compareContexts({ ...request, commands, stores: stores.value, frame });
    if (!compared2.ok) return compared2.error;
    if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
    for (const one of compared2.value) {
      tellComparison(one, one.context, loaded, frame);
      if (one.verdict === "unchanged") continue;
      const { name, counts, state } = one.report;
      known.outcomes.push({ report: { ...emptyReport(name), counts, state }, failure: null, entries: void 0 });
    }
    return void 0;
  } finally {
    await stores.value.dispose();
  }
}
async function openComparedStores({ initialize }, { encryptionKey }, { host, groups, reporter }) {
  const sealing = await openSealing({ encryptionKey, initialize }, host, reporter.diagnose);
  if (!sealing.ok) return sealing;
  const onProgress = (text) => reporter.emit({ type: "progress", text });
  return ok(new ComparedStores({ host, groups, sealing: sealing.value, onProgress }));
}
function tellComparison({ verdict, words }, name, { trust }, { reporter }) {
  reporter.emit({ type: "compared", name, verdict, words });
  if (verdict !== "unknown") return;
  const message = `${name} is listed, as it can't be told whether it differs from what is recorded: ${words}`;
  reporter.diagnose({ severity: trust.trusted ? "warning" : "notice", code: "not-compared", message });
}

export {
  ComparedStores,
  placeOfState,
  placeKey,
  compareContexts,
  listChanged,
  openComparedStores,
  tellComparison
};
