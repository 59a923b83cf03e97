import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  gitProgram
} from "./chunk-B32DNQLH.js";
import {
  isChosen,
  locateRequest,
  standardBackend
} from "./chunk-2LULCZ5L.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  explained
} from "./chunk-VKSB6RUN.js";

// src/app/state/state-elsewhere.ts
import { existsSync } from "node:fs";
var ElsewhereLook = class {
  #options;
  /** Undefined: somebody has said where state is, or it is not for this run to look. */
  #glance;
  #there;
  #asked;
  constructor(options) {
    this.#options = options;
    this.#there = standardBackend("workflow", options.host);
    this.#glance = isWanted(options) ? openGlance(this.#there, options) : void 0;
  }
  /** @param store of the context, as the command uses it */
  async find(store, context, signal) {
    const glance = this.#glance;
    if (glance === void 0) return void 0;
    const recordedHere = await isRecorded(store, signal);
    let project = await this.#first(async (one) => (await glance.contexts(one)).includes(context));
    if (project === void 0 && !recordedHere) {
      this.#asked ??= glance.ask(this.#options.host.signal).catch(() => void 0);
      const has = await this.#asked;
      const holds = (name) => has?.(name).catch(() => false) ?? Promise.resolve(false);
      if (has) project = await this.#first((one) => holds({ project: one, context }));
    }
    if (project === void 0) return void 0;
    const backends = { here: standardBackend("terminal", this.#options.host), there: this.#there };
    return { backends, where: await glance.where(), project, here: store.location, recordedHere };
  }
  /** Contexts of the project that this machine knows of without asking; none where somebody has said where state is. */
  async contexts() {
    return await this.#glance?.contexts(this.#options.project) ?? [];
  }
  /**
   * Contexts that the other place has and a list of this one lacks.
   * @param listed what is recorded here
   * @param named those to ask the server for, where this machine knows of none and nothing is recorded here
   * @param here the backend of the list
   */
  async others(listed, named, here) {
    const { project, host } = this.#options;
    const glance = this.#glance;
    if (glance === void 0) return void 0;
    let contexts = (await this.contexts()).filter((one) => !listed.includes(one));
    if (contexts.length === 0 && listed.length === 0) {
      const has = await glance.ask(host.signal).catch(() => void 0);
      const holds = (context) => has?.({ project, context }).catch(() => false) ?? Promise.resolve(false);
      const held = await Promise.all(named.map(holds));
      contexts = named.filter((_, at) => held[at]);
    }
    return contexts.length === 0 ? void 0 : { backends: { here, there: this.#there }, where: await glance.where(), contexts };
  }
  /** Removes what was only needed to look. */
  dispose() {
    this.#glance?.dispose();
  }
  /** The first name of the project that something holds of: that of today, then the former ones. */
  async #first(holds) {
    const { loaded, project } = this.#options;
    for (const one of [project, ...loaded.manifest.project?.formerNames ?? []]) if (await holds(one)) return one;
    return void 0;
  }
};
function isWanted({ settings, host, loaded }) {
  if (!host.terminal || host.environment.GITHUB_ACTIONS === "true" || !loaded.trust.trusted) return false;
  return !isChosen(settings, loaded.manifest.project);
}
function openGlance(backend, { settings, host, loaded, clock, redact }) {
  const { manifest, workingDirectory } = loaded;
  const request = locateRequest(backend, settings, manifest.project, host, workingDirectory, checkout);
  return backend.glance?.(request, { git: gitProgram, token: settings.token, clock, redact });
}
function elsewhereWarning(found, project, context) {
  const message = `${facts(found, project, context)}: this command does not see it`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways(found) };
}
function elsewhereListWarning(found, project) {
  const names = andMore(found.contexts, 20);
  const message = `${found.where} has states of ${project} that are not in this list, which goes by the ${found.backends.here.noun} of states here: ${names}`;
  return { severity: "warning", code: "state-elsewhere", message, suggestion: ways(found) };
}
function elsewhereFailure(found, project, context, command) {
  const message = `${facts(found, project, context)}. \`${command}\` would go by the files, as if nothing had been made yet, so it was not begun`;
  return explained("invalid-input", message, { code: "state-elsewhere", suggestion: ways(found) });
}
function facts(found, project, context) {
  const { where, here, recordedHere } = found;
  const former = found.project === project ? "" : `, under its former name ${found.project}`;
  const files = recordedHere ? `${here} has another one` : `nothing is recorded in ${here}`;
  return `${where} has a state of ${project}/${context}${former}, and ${files}`;
}
function ways({ backends: { here, there } }) {
  return `To use the state on the ${there.noun}, add \`--state-backend ${there.name}\`, or say it for good in \`spec\` of the Project: \`state: {backend: ${there.name}}\`. If files are meant: \`--state-backend ${here.name}\`.`;
}
async function isRecorded(store, signal) {
  if (existsSync(store.location)) return true;
  const read = await store.read(signal);
  return read.state !== "absent" || await store.lockedBy?.(signal) !== void 0;
}

export {
  ElsewhereLook,
  elsewhereWarning,
  elsewhereListWarning,
  elsewhereFailure
};
