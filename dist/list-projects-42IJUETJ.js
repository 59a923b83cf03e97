import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  authorizeRun
} from "./chunk-5IXDP7QA.js";
import {
  namedContexts
} from "./chunk-X6G4544I.js";
import "./chunk-MCAJJ234.js";
import {
  hideDeclared
} from "./chunk-3YDZPA7V.js";
import {
  inputProblem,
  load,
  openCapabilities
} from "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import {
  workspaceRoot
} from "./chunk-SYK35MFE.js";
import {
  openWorkspace
} from "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import {
  ComparedStores,
  compareContexts,
  openComparedStores,
  placeKey,
  placeOfState,
  tellComparison
} from "./chunk-2TKGYRCS.js";
import "./chunk-YK4KSDHU.js";
import "./chunk-GO5OM6W4.js";
import "./chunk-CQ75NESB.js";
import "./chunk-M2F2LNL7.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import "./chunk-Q25WG5M4.js";
import "./chunk-ROLNEPZB.js";
import "./chunk-A7FT4HDT.js";
import "./chunk-UZTQIVX4.js";
import "./chunk-B32DNQLH.js";
import "./chunk-2LULCZ5L.js";
import "./chunk-7WGP7UA6.js";
import "./chunk-OWXY5KPK.js";
import "./chunk-QXHLS2HQ.js";
import "./chunk-UWXSLNNU.js";
import "./chunk-VV5JYV5H.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import "./chunk-HG2EX3FI.js";
import "./chunk-4KHVTZ7L.js";
import "./chunk-53MMSWRA.js";
import "./chunk-LFDFPK63.js";
import "./chunk-4U3IF34V.js";
import "./chunk-RYA6JTW6.js";
import "./chunk-ILMNOFIF.js";
import "./chunk-E7KO2NYR.js";
import "./chunk-D3OZT35Y.js";
import "./chunk-E464FBX3.js";
import "./chunk-O5UACIXT.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import {
  outputsLimitBytes
} from "./chunk-KJMXZB5P.js";
import "./chunk-DVS7MNYR.js";
import {
  plural
} from "./chunk-33HS6KZX.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-AAMIZVO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-LXV566ZK.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-756ZVGAZ.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-DTF5GTS3.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/projects/found-projects.ts
import { existsSync } from "node:fs";
import { basename, dirname, join, posix, resolve as resolvePath, sep } from "node:path";
var standardManifest = "opus.yaml";
var everywhere = ["**/opus.yaml", "!**/node_modules/**"];
function foundProjects({ manifest, workingDirectory }, host) {
  const from = resolvePath(host.directory, workingDirectory);
  if (!existsSync(from)) return err(inputProblem(`the working directory ${workingDirectory} does not exist`));
  const workspace = openWorkspace(workspaceRoot(host, from), from);
  if (!workspace.ok) return err(inputProblem(workspace.error));
  const given = manifest.join() !== standardManifest;
  const globs = given ? manifest : everywhere;
  const paths = workspace.value.glob(globs);
  if (!paths.ok) return err(inputProblem(paths.error));
  if (paths.value.length > 0) return ok(paths.value.map((path) => projectAt(workingDirectory, path)));
  const where = workingDirectory === "." ? "" : ` below ${workingDirectory}`;
  const message = `no file${where} matches ${globs.filter((glob) => !glob.startsWith("!")).join(", ")}, so there is no project`;
  return err(
    inputProblem(message, "Check out the repository, or name the manifests with `manifest`: `services/*/opus.yaml`.")
  );
}
function projectAt(workingDirectory, path) {
  const folder = join(workingDirectory, dirname(path)).split(sep).join(posix.sep);
  return { manifest: basename(path), workingDirectory: folder };
}

// src/app/projects/open-project.ts
import { posix as posix2 } from "node:path";
async function openProject(found, given, commands, frame) {
  const { manifest, workingDirectory } = found;
  const file = posix2.join(workingDirectory, manifest);
  const settings = { ...given, command: "contexts", manifest: [manifest], workingDirectory };
  const unread = { found, file, name: "", named: false, includes: [file], choices: [], nowhere: void 0 };
  const loading = await load(settings, frame.host, commands.table);
  if (!loading.ok) return { ...unread, failed: loading.error, begun: void 0 };
  const loaded = loading.value;
  const { manifest: read, project: name, workspace } = loaded;
  for (const [shown, text] of read.sources) frame.sources.set(shown, text);
  const capabilities = openCapabilities(loaded, frame.host, frame.groups, settings);
  const chosen = choose(settings, capabilities, loaded, commands, frame);
  const choices = chosen.ok ? chosen.value : [];
  hideDeclared(
    loaded,
    capabilities,
    choices.map((choice) => choice.name),
    frame
  );
  const failed = chosen.ok || chosen.error.reason === "no-context" ? void 0 : chosen.error;
  return {
    found,
    file,
    name,
    named: read.project !== void 0,
    includes: read.files.map((path) => workspace.display(path)),
    choices,
    failed,
    nowhere: chosen.ok || failed ? void 0 : chosen.error,
    begun: { settings, loaded, capabilities }
  };
}
function choose(settings, capabilities, loaded, commands, { host }) {
  const ask = (context) => authorizeRun(context === void 0 ? settings : { ...settings, context }, capabilities, loaded, commands);
  const authorized = ask();
  if (authorized.ok) return ok(authorized.value.choices);
  const isEventless = host.terminal && settings.context === void 0 && !host.environment.GITHUB_EVENT_NAME;
  if (!isEventless || authorized.error.reason !== "no-context") return authorized;
  const choices = [];
  for (const name of namedContexts(loaded.manifest.project)) {
    const one = ask(name);
    if (!one.ok) return one;
    choices.push(...one.value.choices);
  }
  return choices.length > 0 ? ok(choices) : authorized;
}

// src/app/projects/project-rows.ts
var longestError = 300;
var ProjectRows = class {
  #options;
  #rows = [];
  #unchanged = [];
  constructor(options) {
    this.#options = options;
  }
  get listed() {
    return this.#rows;
  }
  /** What was compared, and is as it is recorded. */
  get unchanged() {
    return this.#unchanged;
  }
  async add(project) {
    const { failed, nowhere, begun } = project;
    if (failed) this.#broken(project, failed);
    else if (nowhere) this.#nowhere(project, nowhere);
    else if (begun && this.#options.stores) await this.#changed(project, begun, this.#options.stores);
    else this.#rows.push(...project.choices.map(({ name }) => rowOf(project, name)));
  }
  /** It is listed, so that the job of its row tells what is wrong where people look. */
  #broken(project, { message }) {
    const changed = this.#options.settings.changed ? { changed: null } : {};
    this.#rows.push({ ...rowOf(project, ""), ...changed, error: shortened(oneLine(message), longestError) });
  }
  #nowhere({ file, name, begun }, { message }) {
    const never = (begun?.loaded.manifest.project?.contexts ?? []).length === 0;
    this.#options.frame.reporter.diagnose({
      severity: never ? "warning" : "notice",
      code: "project-not-listed",
      message: `the project ${name} (${file}) is not listed: ${message}`
    });
  }
  async #changed(project, begun, stores) {
    const { commands, frame } = this.#options;
    const compared = await compareContexts({ ...begun, choices: project.choices, commands, stores, frame });
    if (!compared.ok) {
      const { message: words } = compared.error;
      for (const { name } of project.choices) this.#take(project, begun, { context: name, verdict: "unknown", words });
      return;
    }
    for (const one of compared.value) this.#take(project, begun, one);
  }
  #take(project, { loaded }, one) {
    tellComparison(one, `${project.name}/${one.context}`, loaded, this.#options.frame);
    if (one.verdict === "unchanged") {
      this.#unchanged.push({ project: project.name, context: one.context });
      return;
    }
    this.#rows.push({ ...rowOf(project, one.context), changed: one.verdict === "changed" ? true : null });
  }
};
function rowOf({ found, name }, context) {
  return { project: name, context, manifest: found.manifest, "working-directory": found.workingDirectory };
}

// src/app/projects/same-projects.ts
async function findSameProjects(projects, host) {
  const owners = /* @__PURE__ */ new Map();
  for (const one of projects) {
    const place = one.begun && await placeOfState(one.begun, host);
    if (!place?.ok) continue;
    const key = JSON.stringify([placeKey(place.value), one.name]);
    const known = owners.get(key);
    if (known) known.push(one);
    else owners.set(key, [one]);
  }
  const same = /* @__PURE__ */ new Map();
  for (const [first, ...others] of owners.values()) {
    if (first === void 0 || others.length === 0) continue;
    for (const one of [first, ...others]) same.set(one, sameName(one, one === first ? others[0] : first));
  }
  return projects.map((one) => {
    const diagnostic = same.get(one);
    if (diagnostic === void 0) return one;
    const diagnostics = [...one.failed?.diagnostics ?? [], diagnostic];
    return { ...one, failed: failure("invalid-manifest", diagnostic.message, diagnostics), nowhere: void 0 };
  });
}
function sameName(one, other) {
  const place = other?.begun?.loaded.manifest.project?.locate("/metadata/name");
  const location = one.begun?.loaded.manifest.project?.locate("/metadata/name");
  return {
    severity: "error",
    code: "same-project",
    message: `two projects are called "${one.name}" and keep their states in one place: ${one.file} and ${other?.file}`,
    suggestion: "Give one of them another name: else each takes what the other has recorded for its own, and deletes it. Or keep their states on different branches.",
    ...location ? { location } : {},
    ...place ? { related: [{ message: "the other one", location: place }] } : {}
  };
}

// src/app/projects/list-projects.ts
var mostJobs = 256;
async function listProjects(settings, commands, frame) {
  const { host, reporter } = frame;
  const refused = wrongSettings(settings);
  if (refused) return refused;
  const found = foundProjects(settings, host);
  if (!found.ok) return found.error;
  const opened = [];
  for (const one of found.value) {
    if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
    opened.push(await openProject(one, settings, commands, frame));
  }
  announce(settings, opened, frame);
  const projects = await findSameProjects(withoutIncluded(opened, frame), host);
  const rows = await rowsOf(projects, { settings, commands, frame });
  if (!rows.ok) return rows.failed;
  if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
  const tooLarge = limitProblem(rows.value.listed);
  if (tooLarge) return tooLarge;
  const { listed, unchanged } = rows.value;
  reporter.lists(listed, settings.changed ? unchanged : void 0);
  if (settings.changed) reporter.previews(settings.planCommand ?? "apply");
  if (listed.length > mostJobs) reporter.diagnose(largeMatrix(listed.length));
  return brokenFailure(projects);
}
async function rowsOf(projects, request) {
  const { settings, frame } = request;
  const [first] = projects.flatMap(({ begun }) => begun ?? []);
  const stores = settings.changed && first ? await openComparedStores(settings, first.capabilities, frame) : void 0;
  if (stores && !stores.ok) return { ok: false, failed: stores.error };
  const compared = stores?.value;
  try {
    const rows = new ProjectRows({ ...request, stores: compared instanceof ComparedStores ? compared : void 0 });
    for (const project of projects) await rows.add(project);
    return { ok: true, value: rows };
  } finally {
    await compared?.dispose();
  }
}
function wrongSettings({ recorded, planCommand, changed }) {
  if (recorded) return failure("invalid-input", '"recorded" is for the command contexts, not for projects');
  if (planCommand !== void 0 && !changed)
    return failure("invalid-input", '"plan-command" is for projects only with "changed"');
  return void 0;
}
function announce({ command }, opened, { host, reporter }) {
  const trust = opened.flatMap(({ begun }) => begun?.loaded.trust ?? [])[0];
  const { version } = host;
  const { trusted = true, why = "nothing of the repository could be loaded" } = trust ?? {};
  reporter.emit({ type: "run-started", command, version, trusted, why });
}
function withoutIncluded(opened, { reporter }) {
  const owners = /* @__PURE__ */ new Map();
  for (const one of opened) for (const file of one.includes) if (file !== one.file) owners.set(file, one);
  return opened.filter((one) => {
    const owner = one.named ? void 0 : owners.get(one.file);
    if (owner === void 0) return true;
    const message = `${one.file} is part of the project ${owner.name}, which includes it, so it is listed as no project`;
    reporter.diagnose({ severity: "notice", code: "project-not-listed", message });
    return false;
  });
}
function largeMatrix(count) {
  const message = `${grouped(count)} jobs are listed, and GitHub makes at most ${mostJobs} of one matrix`;
  const suggestion = "List only what differs from what is recorded, with `changed: true`; or part of the manifests in each of several jobs, with `manifest`: `services/[a-m]*/opus.yaml`.";
  return { severity: "warning", code: "large-matrix", message, suggestion };
}
function limitProblem(rows) {
  if (Buffer.byteLength(JSON.stringify(rows)) <= outputsLimitBytes) return void 0;
  const message = `the list of ${plural(rows.length, "job")} is larger than the 512 KiB that fit into an output`;
  return explained("invalid-input", message, { suggestion: "Name part of the manifests with `manifest`." });
}
function brokenFailure(projects) {
  const broken = projects.filter(({ failed }) => failed !== void 0);
  const [first] = broken;
  if (first?.failed === void 0) return void 0;
  const names = broken.map(({ file }) => file).join(", ");
  const message = `${broken.length} of ${plural(projects.length, "project")} can't be used as ${broken.length === 1 ? "it is" : "they are"}: ${names}`;
  const diagnostics = broken.flatMap(({ failed, file }) => {
    if (failed === void 0) return [];
    if (failed.diagnostics.some(({ severity }) => severity === "error")) return failed.diagnostics;
    return [...failed.diagnostics, { severity: "error", code: failed.reason, message: `${file}: ${failed.message}` }];
  });
  return failure(first.failed.reason, message, distinct(diagnostics));
}
export {
  listProjects
};
