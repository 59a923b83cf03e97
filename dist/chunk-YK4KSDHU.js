import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  carryOver,
  findFormer,
  forget,
  formerPlaces,
  isUnfinished,
  openSession,
  readUnder
} from "./chunk-GO5OM6W4.js";
import {
  StateSession,
  holdContext,
  holdWithWrite,
  lockFirst
} from "./chunk-CQ75NESB.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import {
  loadBuiltIn
} from "./chunk-Q25WG5M4.js";
import {
  elsewhereFailure,
  elsewhereWarning
} from "./chunk-UZTQIVX4.js";
import {
  invalidManifest,
  sessionSeal
} from "./chunk-B32DNQLH.js";
import {
  contextFrame,
  withInherited
} from "./chunk-UWXSLNNU.js";
import {
  mayBeNamed
} from "./chunk-VV5JYV5H.js";
import {
  builtInKinds,
  builtInVersion,
  makerOf,
  scriptNames
} from "./chunk-JOSI6L7F.js";
import {
  Mutexes,
  bothMutexes,
  decide,
  excludedBy,
  foundOutputs,
  gateHolds,
  hasEffect,
  identityOf,
  isRecordedOtherwise,
  knownIdentity,
  likenessOf,
  manifestProblems,
  movesElsewhere,
  newlyFound,
  notHolding,
  noteWhatStays,
  probedAfter,
  probedLater,
  runScheduled,
  unseen as unseen2,
  withWriteOnly
} from "./chunk-4KHVTZ7L.js";
import {
  depthFirst,
  newNamesOf,
  overtaken,
  reachable,
  recordedOrder,
  renamedEntries,
  reversed,
  undoWithNewNames
} from "./chunk-53MMSWRA.js";
import {
  adoptedId,
  look,
  planByKind,
  redactedLikeState,
  withIgnoredFields
} from "./chunk-LFDFPK63.js";
import {
  located,
  parseProblems,
  quotedNames,
  tasksFailed,
  unknownKind,
  unsupportedRun
} from "./chunk-4U3IF34V.js";
import {
  redactOutputs
} from "./chunk-E7KO2NYR.js";
import {
  countPlan,
  emptyCounts,
  isGate,
  plannedReport
} from "./chunk-O5UACIXT.js";
import {
  environmentLookup,
  findSecret,
  missingMark,
  missingSecret,
  missingWords,
  readSecret,
  seen
} from "./chunk-ZHKSUILZ.js";
import {
  stepSurface
} from "./chunk-NZX5AGU2.js";
import {
  isDrifted,
  plural
} from "./chunk-33HS6KZX.js";
import {
  Cancelled,
  taskError
} from "./chunk-KEXNV5DD.js";
import {
  importModule,
  modulePaths,
  moduleProblem
} from "./chunk-AAMIZVO2.js";
import {
  askGit,
  moduleFiles
} from "./chunk-GQFY5NGX.js";
import {
  planDigest,
  planItems,
  reviewedChange,
  wantedDigest
} from "./chunk-NIF5MOUS.js";
import {
  changedSecrets,
  pointersOf
} from "./chunk-BUJDWKXV.js";
import {
  escapeAll,
  expansionBudget,
  lookupWith,
  missingOf,
  readableTemplate,
  references,
  resolve,
  unseen
} from "./chunk-N35UVQ2N.js";
import {
  wasMasked
} from "./chunk-LXV566ZK.js";
import {
  concealOutputs,
  declaresSensitive,
  findGiven,
  findRecorded,
  isLost,
  lostOutput,
  outputKey,
  recordedSecrets,
  shownOutputs,
  unknownOutput
} from "./chunk-H6W3A4JT.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  equalJson,
  withValueAt
} from "./chunk-CHHS7TI7.js";
import {
  compileGlob,
  globMatcher,
  globProblem
} from "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  sameStored
} from "./chunk-DTF5GTS3.js";
import {
  lacksKey
} from "./chunk-J4HGFYZ3.js";
import {
  validateSpec
} from "./chunk-6A663GUQ.js";
import {
  canonicalJson,
  checksum
} from "./chunk-Q4RDUBL5.js";
import {
  andMore,
  firstOf,
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  folderName,
  shownName
} from "./chunk-PQ6DQE26.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  mapMembers,
  pointerPath,
  pointerSegment,
  pointerWithin
} from "./chunk-RRD47Q5D.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  kindCloseMs,
  kindOpenMs,
  lookingMs,
  observingMs,
  storeAfterFirstSignalMs,
  storeAfterSecondSignalMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import {
  nameBudget,
  nearest
} from "./chunk-DGTLEPWR.js";
import {
  builtInCommands,
  commandNamed,
  executes,
  onlyLooks,
  writes
} from "./chunk-DPEJMFBY.js";

// src/node/plan-digester.ts
import { createHmac } from "node:crypto";
function planDigester(key) {
  if (key === void 0) return (value) => checksum(sha256, value);
  return (value) => `hmac-sha256:${createHmac("sha256", key).update(canonicalJson(value)).digest("hex")}`;
}

// src/app/commands.ts
var programCommands = { table: builtInCommands, work: { forget } };

// src/app/authorize/resolve-command.ts
function resolveCommand(called2, planCommand, mapped, commands = programCommands) {
  const custom = new Map(Object.entries(mapped));
  if (commandNamed(called2, commands.table)?.stage !== "preview") {
    if (planCommand !== void 0)
      return err(failure("invalid-input", `"plan-command" is only for the command plan, not for ${called2}`));
    return resolveName(called2, custom, commands);
  }
  const previewed = planCommand ?? [...custom].find(([, action]) => action === "apply")?.[0] ?? "apply";
  const resolved = resolveName(previewed, custom, commands);
  if (!resolved.ok) return resolved;
  if (!resolved.value.executes) {
    const can = [...custom.keys(), ...Object.keys(commands.table)].filter((name) => {
      const found = resolveName(name, custom, commands);
      return found.ok && found.value.executes;
    });
    const message = `plan can't preview "${previewed}": it changes nothing`;
    return err(wrongName(message, `It can preview ${inWords(can, "or")}.`));
  }
  return ok({ ...resolved.value, called: called2, previews: true, writes: false, executes: false });
}
function resolveName(name, custom, { table, work }) {
  const taken = custom.has(name) ? void 0 : otherName(name, custom, table);
  if (taken !== void 0) {
    const message = `the command "${name}" is not available: this project calls it "${taken}"`;
    return err(wrongName(message, `Run "${taken}".`));
  }
  const does = custom.get(name) ?? name;
  const row = commandNamed(does, table);
  if (row !== void 0 && row.stage !== "preview") {
    const can = { writes: writes(row), executes: executes(row) };
    return ok({ called: name, scopeName: name, does, row, previews: false, ...can, work: work[does] });
  }
  const names = [...custom.keys(), ...Object.keys(table)];
  const meant = elsewhere[name.toLowerCase()];
  const near = nearest(name, names) ?? (meant !== void 0 && names.includes(meant) ? meant : void 0);
  const ofState = ofStateNames.includes(name) ? `Did you mean \`opus state ${name}\`?` : void 0;
  const suggestion = ofState ?? (near ? `Did you mean "${near}"?` : `There are ${names.join(", ")}.`);
  return err(wrongName(`there is no command "${name}"`, suggestion));
}
var elsewhere = {
  check: "validate",
  deploy: "apply",
  destroy: "delete",
  diff: "plan",
  down: "delete",
  lint: "validate",
  preview: "plan",
  refresh: "drift",
  remove: "delete",
  run: "apply",
  show: "describe",
  status: "describe",
  sync: "apply",
  undo: "rollback",
  up: "apply"
};
var ofStateNames = ["list", "pull", "push", "rm", "mv", "history", "keygen"];
function otherName(name, custom, table) {
  const whole = commandNamed(name, table)?.partOf;
  return [...custom].find(([, action]) => action === name || action === whole)?.[0];
}
function wrongName(message, suggestion) {
  return explained("invalid-input", message, { suggestion });
}

// src/node/git/committed-files.ts
import { existsSync, realpathSync } from "node:fs";
import { join, resolve as resolve2 } from "node:path";
async function committedFiles(folder, root) {
  const top = await askGit(folder, ["rev-parse", "--show-toplevel"]);
  if (top === void 0) {
    const unsure = existsSync(join(folder, ".git")) || existsSync(join(root, ".git"));
    return unsure ? void 0 : { has: () => false, matches: async () => false };
  }
  const checkout = top.replace(/\r?\n$/, "");
  const listed2 = await askGit(checkout, ["ls-files", "-z"]);
  if (listed2 === void 0) return void 0;
  const tracked = new Set(listed2.split("\0").map((path) => resolve2(checkout, path)));
  const real = realpathSync.native(folder);
  return {
    has: (path) => tracked.has(resolve2(real, path)),
    matches: async (pattern) => Boolean(await askGit(real, ["ls-files", "-z", "--", `:(glob)${pattern}`]))
  };
}

// src/app/context/ephemeral-files.ts
var mostNames = 5;
var EphemeralFiles = class {
  #hosted;
  #loaded;
  /** By name: a task may be planned in several contexts. */
  #tasks = /* @__PURE__ */ new Map();
  constructor(environment, loaded) {
    this.#hosted = environment.GITHUB_ACTIONS === "true" && environment.RUNNER_ENVIRONMENT === "github-hosted";
    this.#loaded = loaded;
  }
  /** Looks through the tasks of a plan. */
  async look({ tasks }) {
    if (!this.#hosted) return;
    const found = tasks.flatMap((planned) => {
      const files = workspaceFiles(planned);
      return files.length > 0 ? [{ planned, files }] : [];
    });
    if (found.length === 0) return;
    const { workspace, workingDirectory } = this.#loaded;
    const committed = await committedFiles(workingDirectory, workspace.root);
    if (!committed) return;
    for (const { planned, files } of found) {
      for (const file of files) {
        if (committed.has(file) || isGlob(file) && await committed.matches(file)) continue;
        this.#tasks.set(planned.name, planned);
        break;
      }
    }
  }
  /** What to tell, once for all contexts; undefined: nothing. */
  note() {
    const [first, ...others] = this.#tasks.values();
    if (!first) return void 0;
    const names = [first, ...others].map(({ name }) => `"${name}"`);
    const shown2 = firstOf(names, mostNames, (more) => `${more} more tasks`);
    const [make, them] = names.length > 1 ? ["make", "them"] : ["makes", "it"];
    const place = first.location;
    return {
      severity: "notice",
      code: "gone-with-runner",
      message: `${inWords(shown2)} ${make} files in the workspace of a runner that GitHub hosts: they are gone when this job ends, so that every run makes them again, and every plan and drift check finds them missing`,
      suggestion: `If that is how it should be, give ${them} \`lifecycle: {ephemeral: true}\`. Else commit the files, or let them be where they last: behind an API, or on a runner of your own that keeps its workspace.`,
      ...place ? { location: place } : {}
    };
  }
};
function workspaceFiles({ task, desired, processor, decision, lifecycle, hidden }) {
  if (!task || !desired || hidden || lifecycle.ephemeral || !processor?.workspace?.owns) return [];
  if (decision.change === "delete" || decision.change === "forget") return [];
  const { fields, of } = processor.workspace.owns;
  if ([...desired.unknowns.keys()].some((pointer) => fields.some((field) => pointer.startsWith(`/${field}`))))
    return [];
  return of(desired.value).filter((pattern) => !pattern.startsWith("!"));
}
function isGlob(path) {
  return /[*?[\]{}]/.test(path);
}

// src/app/context/run-context.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// src/engine/graph/task-graph.ts
function buildGraph(tasks, scope, declaredNames, verbatimFields) {
  const inScope = tasks.filter((task) => scope.inScope(task.processingScope));
  const places = new Map(inScope.map((task, place2) => [task.name, place2]));
  const outOfScope = new Set(tasks.filter((task) => !places.has(task.name)).map((task) => task.name));
  const diagnostics = [];
  const faulty = /* @__PURE__ */ new Set();
  const budget = nameBudget();
  const edges = inScope.map((task) => {
    const before = diagnostics.length;
    const verbatim = verbatimFields(task);
    const found = edgesOf(task, { scope, places, outOfScope, declaredNames, diagnostics, verbatim, budget });
    if (diagnostics.length > before) faulty.add(task.name);
    return found;
  });
  const { order, cycles } = depthFirst(edges.map((list) => list.map((edge) => edge.to)));
  for (const cycle of cycles) {
    diagnostics.push(cycleDiagnostic(cycle, inScope, edges));
    for (const node of cycle) faulty.add(inScope[node].name);
  }
  const place = new Map(order.map((node, position) => [node, position]));
  const ordered = order.map((node) => inScope[node]);
  return {
    tasks: ordered,
    index: new Map(ordered.map((task, position) => [task.name, position])),
    edges: order.map((node) => (edges[node] ?? []).map((edge) => place.get(edge.to))),
    outOfScope,
    diagnostics,
    faulty
  };
}
function edgesOf(task, context) {
  const { scope, places, outOfScope, declaredNames, diagnostics, verbatim, budget } = context;
  const found = /* @__PURE__ */ new Map();
  const add = (edge) => {
    if (!found.has(edge.to)) found.set(edge.to, edge);
  };
  task.dependencies.forEach((rule, ruleIndex) => {
    if (!scope.counts(rule)) return;
    rule.tasks.forEach((name, index) => {
      const pointer = `/metadata/dependencies/${ruleIndex}/tasks/${index}`;
      const to = places.get(name);
      if (to !== void 0) {
        add({ to, pointer });
        return;
      }
      if (outOfScope.has(name)) {
        diagnostics.push({
          severity: "error",
          code: "dependency-out-of-scope",
          message: `"${task.name}" depends on "${name}", which is out of scope for ${runName(scope)}`,
          location: task.locate(pointer),
          suggestion: `Limit the dependency with \`commands\` or \`contexts\`, or widen the processingScope of "${name}".`
        });
      } else if (!declaredNames.has(name)) {
        const near = nearest(name, declaredNames, void 0, budget);
        diagnostics.push({
          severity: "error",
          code: "unknown-task",
          message: `"${task.name}" depends on "${name}", which is not in the manifest`,
          location: task.locate(pointer),
          suggestion: near ? `Did you mean "${near}"?` : "Add the task, or remove the dependency."
        });
      }
    });
  });
  for (const { reference, pointer } of references(task.spec, verbatim)) {
    if (reference.source !== "VAR") continue;
    const to = places.get(reference.name.slice(0, reference.name.indexOf(":")));
    if (to !== void 0) add({ to, pointer: `/spec${pointer}`, offset: reference.start });
  }
  return [...found.values()];
}
function runName(scope) {
  return `the command "${scope.run.command}" in the context "${scope.run.context}"`;
}
function cycleDiagnostic(cycle, tasks, edges) {
  const steps = cycle.map((from, at) => {
    const to = cycle[(at + 1) % cycle.length];
    const task = tasks[from];
    const edge = edges[from]?.find((candidate) => candidate.to === to);
    const location = task.locate(edge.pointer, edge.offset === void 0 ? {} : { offset: edge.offset });
    return { location, message: `"${task.name}" depends on "${tasks[to].name}"` };
  });
  const names = [...cycle, cycle[0]].map((node) => tasks[node].name);
  const shownNames = names.length > 12 ? [...names.slice(0, 6), `\u2026 ${names.length - 11} more \u2026`, ...names.slice(-5)] : names;
  const [first, ...others] = steps;
  return {
    severity: "error",
    code: "dependency-cycle",
    message: `these tasks depend on each other: ${shownNames.join(" \u2192 ")}`,
    ...first ? { location: first.location } : {},
    related: others.slice(0, 20),
    suggestion: "Remove one of these dependencies; a `${VAR:\u2026}` counts as one."
  };
}

// src/engine/prepare/expand-files.ts
async function expand(task, processor, lookup) {
  const fields = processor.fields?.files?.filter((field) => Object.hasOwn(task.spec, field)) ?? [];
  if (!processor.fields?.expand || fields.length === 0) return { spec: task.spec };
  let spec = task.spec;
  for (const field of fields) {
    const resolved = resolve(spec[field] ?? null, lookup);
    const problems = resolved.problems.map((problem) => ({ ...problem, pointer: `/${field}${problem.pointer}` }));
    for (const pointer of [...resolved.unknowns.keys(), ...resolved.secretPointers]) {
      problems.push({
        code: "file-name-unknown",
        message: `\`${field}\` names files, which must be known before anything runs`,
        pointer: `/${field}${pointer}`,
        suggestion: "Use ${VALUE:\u2026}, ${OPUS:\u2026} or plain text here, no output of a task and no secret."
      });
    }
    if (problems.length > 0) return resolved.unknowns.size > 0 ? { problems, unknown: true } : { problems };
    spec = { ...spec, [field]: resolved.value };
  }
  const result = await processor.fields.expand(spec);
  if (!result.ok) return { problems: result.error };
  const literal = { ...result.value.spec };
  for (const field of fields) if (Object.hasOwn(literal, field)) literal[field] = escapeAll(literal[field] ?? null);
  return { ...result.value, spec: literal };
}

// src/engine/prepare/ignored-fields.ts
function ignoredProblems(task, spec, processor) {
  const pointers = task.lifecycle.ignoreChanges ?? [];
  const fields = /* @__PURE__ */ new Set([...Object.keys(spec), ...processor.fields?.names ?? [], "observed"]);
  return pointers.flatMap((pointer, index) => {
    const [field = "", ...below] = pointerPath(pointer);
    const location = task.locate(`/metadata/lifecycle/ignoreChanges/${index}`);
    if (!fields.has(field)) {
      const message2 = `task "${task.name}": \`ignoreChanges\` names \`${pointer}\`, and ${task.kind} compares no field "${field}"`;
      const suggestion2 = adviceOn(field, below, spec, [...fields], processor);
      return [{ severity: "error", code: "unknown-ignored-field", message: message2, location, suggestion: suggestion2 }];
    }
    const near = nearMember(spec[field], below, `/${pointerSegment(field)}`);
    if (near === void 0) return [];
    const message = `task "${task.name}": \`ignoreChanges\` names \`${pointer}\`, which is not in the spec`;
    const suggestion = `Did you mean \`${near}\`?`;
    return [{ severity: "warning", code: "unknown-ignored-field", message, location, suggestion }];
  });
}
function adviceOn(field, below, spec, fields, { kind, fields: rules, module }) {
  const rest = below.map((segment) => `/${pointerSegment(segment)}`).join("");
  const inside = field === "spec" ? below[0] : void 0;
  if (inside !== void 0 && fields.includes(inside))
    return `Did you mean \`${rest}\`? Pointers begin inside of \`spec\`.`;
  const written2 = fields.filter((name) => name !== "observed");
  const near = nearest(field, written2);
  if (near) return `Did you mean \`/${pointerSegment(near)}${rest}\`?`;
  const known = (rules?.names ?? Object.keys(spec)).map((name) => `/${pointerSegment(name)}`).join(", ");
  const more = module === void 0 ? "" : `; ${module} can name more in \`fields.names\``;
  return `${kind} compares ${known}${more}.`;
}
function nearMember(value, path, at) {
  const [head, ...rest] = path;
  if (head === void 0 || !isObject(value)) return void 0;
  const pointer = (key) => `${at}/${pointerSegment(key)}`;
  if (Object.hasOwn(value, head)) return nearMember(value[head], rest, pointer(head));
  const near = nearest(head, Object.keys(value));
  return near === void 0 ? void 0 : [pointer(near), ...rest.map(pointerSegment)].join("/");
}

// src/engine/prepare/same-resource.ts
function manifestClashes(tasks, desired, processors) {
  const all = tasks.flatMap((task) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const wanted = desired.get(task.name);
    if (!processor || processor.gate || !wanted) return [];
    return [{ task, desired: wanted, processor, identity: knownIdentity(processor, wanted) }];
  });
  const owners = /* @__PURE__ */ new Map();
  const clashes = [];
  for (const known of all) {
    const name = resourceName(known);
    if (!name) continue;
    const owner = owners.get(name.key);
    if (owner) clashes.push(pair(known, owner, foldedNames(known, desired.get(owner.name)) ?? name.shown));
    else owners.set(name.key, known.task);
  }
  for (const { task, desired: wanted, processor, identity } of all) {
    if (identity === void 0) continue;
    const inTheWay = excludedBy(processor, wanted.value).find((other) => owners.has(other));
    const owner = inTheWay === void 0 ? void 0 : owners.get(inTheWay);
    if (!owner) continue;
    clashes.push({
      severity: "error",
      code: "in-the-way",
      message: `tasks "${owner.name}" and "${task.name}" can't both exist: ${inTheWay} stands in the way of ${identity}`,
      location: task.locate("/spec"),
      related: [{ message: `"${owner.name}" is here`, location: owner.locate("/spec") }],
      suggestion: "Give one of them another place."
    });
  }
  return clashes;
}
function adoptionClashes(tasks) {
  const owners = /* @__PURE__ */ new Map();
  return tasks.flatMap((task) => {
    const { adopt } = task.lifecycle;
    if (typeof adopt !== "object") return [];
    const key = JSON.stringify([task.apiVersion, task.kind, adopt.id]);
    const owner = owners.get(key);
    if (!owner) {
      owners.set(key, task);
      return [];
    }
    return [
      {
        severity: "error",
        code: "same-resource",
        message: `tasks "${owner.name}" and "${task.name}" take over the same resource: ${task.kind} with the id ${JSON.stringify(adopt.id)}`,
        location: task.locate(adoptedId2),
        related: [{ message: `"${owner.name}" takes it over here`, location: owner.locate(adoptedId2) }],
        suggestion: "Mend one of the ids, remove one of the tasks, or limit both with `processingScope` so that no run has both; a task that has its resource needs `adopt` no more."
      }
    ];
  });
}
var adoptedId2 = "/metadata/lifecycle/adopt/id";
function resourceName({ identity, processor, desired }) {
  if (identity !== void 0) return { key: identity, shown: identity };
  if (desired.unknowns.size > 0 || processor.known?.identity?.(desired.value) !== void 0) return void 0;
  return likenessOf(processor, desired.stored, true);
}
function foldedNames({ desired, processor }, owner) {
  const { kind, known } = processor;
  const address = known?.addressFields;
  for (const field of (typeof address === "function" ? address(desired.value) : address) ?? []) {
    const [one, other] = [owner?.value[field], desired.value[field]];
    if (typeof one !== "string" || typeof other !== "string" || one === other) continue;
    if (folded(one) !== folded(other)) continue;
    const what = one.normalize() === other.normalize() ? "two forms of one letter" : "upper and lower case";
    return `${kind} ${one} and ${other} are one here, as the file system does not tell ${what} apart`;
  }
  return void 0;
}
function folded(text) {
  return text.normalize().toLowerCase();
}
function pair({ task, identity, processor }, owner, shown2) {
  const apart = identity !== void 0 ? "" : processor.known?.likeness ? "; if they are two resources, give each an `identity` of its own" : "; if they are two resources, let the kind tell them apart by `identity`";
  return {
    severity: "error",
    code: "same-resource",
    message: `tasks "${owner.name}" and "${task.name}" are the same resource: ${shown2}`,
    location: task.locate("/spec"),
    related: [{ message: `"${owner.name}" is here`, location: owner.locate("/spec") }],
    suggestion: `Remove one of them, or limit both with \`processingScope\` so that no run has both; after a rename use \`formerNames\`${apart}.`
  };
}

// src/engine/prepare/prepare.ts
async function prepare(request) {
  const { scope, processors, declaredNames } = request;
  const lookup = taskLookup(request);
  const read = await readFiles(request, lookup);
  const { tasks, origins, hidden, diagnostics } = read;
  const verbatim = (task) => processors.get(task.apiVersion, task.kind)?.fields?.verbatim ?? [];
  const graph = buildGraph(tasks, scope, declaredNames, verbatim);
  const resolveTask = specResolver(request, lookup, origins, verbatim);
  const known = resolveFirst(request, graph, resolveTask, { origins, hidden });
  const asWritten = new Map(request.tasks.map((task) => [task.name, task]));
  const readAgain = async (task) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const written2 = asWritten.get(task.name);
    if (!processor || !written2) return { task, diagnostics: [] };
    const files = await expand(written2, processor, lookup(written2, void 0));
    if ("problems" in files)
      return { task, diagnostics: files.problems.map((problem) => located(task, void 0, problem)) };
    return { task: withSpec(written2, files.spec), diagnostics: [] };
  };
  return {
    graph,
    desired: known.desired,
    hidden,
    diagnostics: [...diagnostics, ...graph.diagnostics, ...known.diagnostics],
    faulty: /* @__PURE__ */ new Set([...read.faulty, ...graph.faulty, ...known.faulty]),
    resolve: resolveTask,
    readAgain
  };
}
async function readFiles(request, lookup) {
  const { scope, processors, referenceEnvironment } = request;
  const diagnostics = [];
  const origins = /* @__PURE__ */ new Map();
  const hidden = /* @__PURE__ */ new Set();
  const readInto = async (task) => {
    if (!scope.inScope(task.processingScope)) return task;
    const processor = processors.get(task.apiVersion, task.kind);
    if (!processor) {
      if (referenceEnvironment.trusted) diagnostics.push(unknownKind(task, processors));
      else hidden.add(task.name);
      return task;
    }
    const unsupported = unsupportedRun(task, processor, scope);
    if (unsupported) diagnostics.push(unsupported);
    const files = await expand(task, processor, lookup(task, void 0));
    if ("problems" in files) {
      if (!("unknown" in files) || referenceEnvironment.trusted)
        for (const problem of files.problems) diagnostics.push(located(task, void 0, problem));
      hidden.add(task.name);
      return task;
    }
    if (files.origins) origins.set(task.name, files.origins);
    diagnostics.push(...ignoredProblems(task, files.spec, processor));
    return files.spec === task.spec ? task : withSpec(task, files.spec);
  };
  const tasks = [];
  const faulty = /* @__PURE__ */ new Set();
  for (const task of request.tasks) {
    const before = diagnostics.length;
    tasks.push(await readInto(task));
    if (diagnostics.length > before) faulty.add(task.name);
  }
  return { tasks, origins, hidden, diagnostics, faulty };
}
function specResolver({ processors }, lookup, origins, verbatim) {
  const budget = expansionBudget();
  return (task, findOutput, writers = []) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const shared = findOutput === void 0 ? budget : void 0;
    const whole = resolve(task.spec, lookup(task, findOutput), verbatim(task), shared);
    const resolved = writers.length > 0 && processor?.workspace?.reads ? unread(whole, processor.workspace.reads.into, writers) : whole;
    const problems = [...resolved.problems];
    if (processor && problems.length === 0)
      problems.push(
        ...parseProblems(processor, resolved.value, [...resolved.unknowns.keys(), ...resolved.missing.keys()])
      );
    return {
      desired: problems.length === 0 && processor?.fields?.normalize ? normalized(resolved, processor.fields.normalize) : resolved,
      diagnostics: problems.map((problem) => located(task, origins.get(task.name), problem))
    };
  };
}
function resolveFirst({ processors, sealed }, graph, resolveTask, { origins, hidden }) {
  const diagnostics = [];
  const faulty = /* @__PURE__ */ new Set();
  const resolved = /* @__PURE__ */ new Map();
  const desired = /* @__PURE__ */ new Map();
  for (const task of graph.tasks) {
    if (hidden.has(task.name)) continue;
    const result = resolveTask(task, void 0);
    diagnostics.push(...result.diagnostics);
    if (result.diagnostics.length > 0) {
      faulty.add(task.name);
      continue;
    }
    const warnings = processors.get(task.apiVersion, task.kind)?.fields?.warnings?.(result.desired.value, { sealed }) ?? [];
    for (const warning2 of warnings)
      diagnostics.push({ ...located(task, origins.get(task.name), warning2), severity: "warning" });
    resolved.set(task.name, result.desired);
    if (result.desired.unknowns.size === 0) desired.set(task.name, result.desired);
  }
  diagnostics.push(...manifestClashes(graph.tasks, resolved, processors), ...adoptionClashes(graph.tasks));
  return { desired, diagnostics, faulty };
}
function unread(resolved, into, writers) {
  const later = { [into]: "(known after apply)" };
  return {
    ...resolved,
    value: { ...resolved.value, ...later },
    stored: { ...resolved.stored, ...later },
    unknowns: new Map([...resolved.unknowns, [`/${into}`, writers]])
  };
}
function taskLookup(request) {
  const { values, referenceEnvironment, redactor } = request;
  const around = environmentLookup(referenceEnvironment);
  const awaited = awaitedOutputs(request);
  const find = (task, findOutput, reference) => {
    switch (reference.source) {
      case "VALUE":
        return values.get(reference.name);
      case "SECRET":
        return findSecret(referenceEnvironment, reference.name);
      case "VAR": {
        const [name, key] = outputName(reference);
        return findOutput ? findOutput(name, key) : awaited(name, key);
      }
      case "OPUS":
        return reference.name === "task" ? { type: "value", value: task.name } : around(reference);
      default:
        return around(reference);
    }
  };
  return (task, findOutput) => lookupWith(referenceEnvironment.filtered, (reference) => {
    const found = find(task, findOutput, reference);
    return found.type === "value" && reference.source !== "OPUS" && redactor.value(found.value) !== found.value ? { type: "sensitive", value: found.value } : found;
  });
}
function awaitedOutputs({
  tasks,
  declaredNames,
  processors
}) {
  const kinds = new Map(tasks.map((task) => [task.name, task]));
  const budget = nameBudget();
  return (name, key) => {
    const task = kinds.get(name);
    if (!task && !declaredNames.has(name)) {
      const near = nearest(name, declaredNames, void 0, budget);
      return {
        type: "missing",
        code: "unknown-task",
        message: `there is no task "${name}" whose output could be read`,
        suggestion: near ? `Did you mean \`\${VAR:${near}:${key}}\`?` : `Add the task, or give a fallback: \`\${VAR:${name}:${key}:-\u2026}\`.`
      };
    }
    const names = task && processors.get(task.apiVersion, task.kind)?.known?.outputNames;
    if (names && !names.includes(key)) return unknownOutput(name, key, names);
    return { type: "unknown", label: `${name}:${key}` };
  };
}
function outputName(reference) {
  const colon = reference.name.indexOf(":");
  return [reference.name.slice(0, colon), reference.name.slice(colon + 1)];
}
function withSpec(task, spec) {
  return { ...task, spec, locate: (pointer, options) => task.locate(pointer, options) };
}
function normalized(desired, normalize) {
  return { ...desired, value: normalize(desired.value), stored: normalize(desired.stored) };
}

// src/engine/references/volatile-references.ts
var lasting = /* @__PURE__ */ new Set([
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "server_url",
  "api_url",
  "graphql_url",
  "retention_days",
  "event.repository.name",
  "event.repository.full_name",
  "event.repository.default_branch"
]);
function volatileReferences(tasks, values, contexts) {
  const found = [];
  const used = /* @__PURE__ */ new Set();
  for (const task of tasks) {
    const told = /* @__PURE__ */ new Set();
    for (const { reference, pointer } of references(task.spec)) {
      if (reference.source === "VALUE") used.add(reference.name);
      if (!isVolatile(reference) || told.has(reference.name)) continue;
      told.add(reference.name);
      const place = task.locate(`/spec${pointer}`, { offset: reference.start });
      found.push(warning(reference, `task "${task.name}"`, place));
    }
  }
  for (const declaration of values) {
    if (!used.has(declaration.name)) continue;
    const { pointer, value } = chosen(declaration, contexts);
    for (const { reference, pointer: below } of references(value ?? null))
      if (isVolatile(reference)) {
        const place = declaration.locate(`${pointer}${below}`, { offset: reference.start });
        found.push(warning(reference, `value "${declaration.name}"`, place));
      }
  }
  return found;
}
function chosen(declaration, contexts) {
  const own = contexts.find((context) => Object.hasOwn(declaration.contexts, context));
  if (own === void 0) {
    const { default: value } = declaration;
    return value === void 0 ? { pointer: "/default" } : { pointer: "/default", value };
  }
  return { pointer: `/contexts/${own}`, value: declaration.contexts[own] };
}
function isVolatile({ source, name }) {
  return source === "GITHUB" && !lasting.has(name);
}
function warning({ name }, what, location) {
  return {
    severity: "warning",
    code: "volatile-reference",
    message: `${what}: \${GITHUB:${name}} is another one when a reviewed plan is applied than it was in its preview, so the plan will not be the reviewed one`,
    location,
    suggestion: "Use something that lasts from the preview to the apply: a value, a tag, a digest of what is deployed."
  };
}

// src/app/context/prepare-context.ts
async function prepareContext(frame) {
  const { services, values, draft } = frame;
  const { command, loaded, emit } = services;
  const whole = await prepareTasks(loaded.manifest.tasks, frame);
  const fromState = command.row.fromState === true;
  const problems = fromState ? whole.graph.diagnostics : [...values.check(), ...whole.diagnostics];
  const isWrong = problems.some(isError);
  if (isWrong && !loaded.projectAlone) return err(invalidManifest(problems, values.wrongInputs));
  const prepared = isWrong && !fromState ? await prepareSoundTasks(whole, frame) : whole;
  draft.add({ order: prepared.graph.tasks.map((task) => task.name) });
  for (const diagnostic of distinct(problems))
    emit({ type: "diagnostic", diagnostic: isError(diagnostic) ? { ...diagnostic, severity: "warning" } : diagnostic });
  if (!fromState) warnOfVolatile(prepared, frame);
  for (const name of prepared.hidden)
    frame.tell(
      "notice",
      "hidden-kind",
      `task "${name}" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see`
    );
  return ok(prepared);
}
function prepareTasks(tasks, frame) {
  const { services, scope, values, referenceEnvironment } = frame;
  const { loaded, extensions, redactor, sealing } = services;
  const { declaredNames } = loaded.manifest;
  const { processors } = extensions;
  const sealed = sealing !== void 0 || !loaded.trust.trusted;
  const request = { tasks, declaredNames, scope, processors, values, referenceEnvironment, redactor, sealed };
  return loaded.workspace.inOnePass(() => prepare(request));
}
async function prepareSoundTasks({ faulty }, frame) {
  const sound = frame.services.loaded.manifest.tasks.filter(({ name }) => !faulty.has(name));
  const prepared = await prepareTasks(sound, frame);
  return prepared.diagnostics.some(isError) ? prepareTasks([], frame) : prepared;
}
function isError({ severity }) {
  return severity === "error";
}
function warnOfVolatile({ graph }, { services, choice }) {
  const { settings, loaded, emit } = services;
  if (!settings.requireReviewedPlan && settings.planSigningKey === void 0) return;
  for (const diagnostic of volatileReferences(graph.tasks, loaded.manifest.values, withInherited(choice)))
    emit({ type: "diagnostic", diagnostic });
}

// src/app/context/run-session.ts
import { randomUUID } from "node:crypto";

// src/app/state/state-advice.ts
function adviseOnState(services, backend, session, context) {
  const { settings, sealing, command, emit } = services;
  if (sealing && settings.initialize && session.stored.foundSealed) emit({ type: "diagnostic", diagnostic: leftOn });
  if (command.writes && session.stored.serial > 0 && isPublic(services, backend))
    emit({
      type: "progress",
      text: `This state is not sealed, and everybody can read the ${backend.noun} that it is on.`
    });
  const told = backend.advise?.({
    project: services.loaded.project,
    context,
    writes: command.writes,
    initialize: settings.initialize,
    serial: session.stored.serial,
    sealed: sealing !== void 0 && session.stored.foundSealed
  });
  for (const one of told ?? [])
    emit(typeof one === "string" ? { type: "progress", text: one } : { type: "diagnostic", diagnostic: one });
}
function warnUnopened({ emit }, { sealedOver }) {
  if (sealedOver === "plain") emit({ type: "diagnostic", diagnostic: sealedNow });
  if (sealedOver === "former")
    emit({
      type: "progress",
      text: "The state is sealed with the new key from now on: the first line of `encryption-key`."
    });
}
function warnOfPublicState({ emit, ...services }, backend, context) {
  if (!isPublic(services, backend)) return;
  const message = `the state of "${context}" is not sealed, and everybody can read the ${backend.noun} that it is on, as the repository is public`;
  const suggestion = "Seal it with `encryption-key`: `opus state keygen` makes one.";
  emit({ type: "diagnostic", diagnostic: { severity: "warning", code: "state-public", message, suggestion } });
}
var sealedNow = {
  severity: "notice",
  code: "state-sealed",
  message: "the state is sealed from now on",
  suggestion: "Take `initialize` out."
};
var leftOn = {
  severity: "notice",
  code: "initialize-left-on",
  message: "the state is sealed, and `initialize` is still on, which lets in state that is not, and may be forged",
  suggestion: "Take `initialize` out."
};
function isPublic({ sealing, loaded }, { readableWithRepository = false }) {
  const repository = loaded.github.event?.repository;
  if (sealing || !readableWithRepository || !isObject(repository)) return false;
  return repository.visibility === "public" || repository.private === false;
}

// src/engine/plan/vouching.ts
var unreviewedScript = "unreviewed-script";
var none = /* @__PURE__ */ new Set();
var Vouching = class {
  /** Who may have written the state, for messages: `plain state in …, which … can write`. Undefined: who may write the manifest. */
  doubt;
  #tasks;
  #prepared;
  constructor(doubt, tasks = /* @__PURE__ */ new Map(), prepared) {
    this.doubt = doubt;
    this.#tasks = tasks;
    this.#prepared = prepared;
  }
  /**
   * Scripts of a recorded spec that the manifest does not have for the same task. Of kinds of a module the code is the
   * repository's: there the manifest vouches for all that it has a task for.
   */
  unvouched(name, processor, recorded) {
    if (this.doubt === void 0) return none;
    const declared = this.#declared(name, processor);
    if (processor.fields?.scriptsBeyond) return new Set(processor.fields.scriptsBeyond(recorded, declared));
    return processor.module === void 0 || declared ? none : new Set(scriptNames);
  }
  /** What is seen of a resource when what would look at it does not run. */
  get unseen() {
    return { state: "unobservable", why: `what would run to look at it stands only in ${this.doubt}` };
  }
  #declared(name, processor) {
    const task = this.#tasks.get(name);
    if (!this.#prepared || !isOf(task, processor)) return void 0;
    const { desired } = this.#prepared;
    const label = (other, key) => ({ type: "unknown", label: `${other}:${key}` });
    return (desired.get(name) ?? this.#prepared.resolve(task, label).desired).stored;
  }
};
function isOf(task, { apiVersion, kind }) {
  return task?.apiVersion === apiVersion && task.kind === kind;
}
function unreviewed({ decision, status, recorded, desired, processor }) {
  if (status !== "planned") return [];
  const old = recorded?.unvouched ?? none;
  const next = desired?.unvouched ?? none;
  const leaving = old.has("delete") ? [...old].filter((name) => name !== "create" && name !== "update") : [];
  switch (decision.change) {
    case "delete":
      return leaving;
    case "replace":
      return [.../* @__PURE__ */ new Set([...leaving, ...next])];
    case "update":
      return [
        .../* @__PURE__ */ new Set([
          ...leaving.length > 0 && desired && processor?.compare?.replaces?.(desired.value) ? leaving : [],
          ...next
        ])
      ];
    case "create":
    case "adopt":
      return [...next];
    default:
      return [];
  }
}
function unreviewedScripts({ tasks, digest: digest2 }, { doubt }, projectLocation) {
  const found = tasks.map((task) => ({ task, scripts: unreviewed(task) })).filter(({ scripts }) => scripts.length > 0);
  if (found.length === 0) return [];
  const named = found.map(({ task, scripts }) => `"${task.name}" (${scripts.join(", ")})`);
  return [
    {
      severity: "error",
      code: unreviewedScript,
      message: `the plan would run what stands only in ${doubt}, and not in the manifest: ${andMore(named, 10, "more tasks")}`,
      ...projectLocation ? { location: projectLocation } : {},
      suggestion: `The plan shows what is recorded; what it shortens stands whole in the report (\`report-path\`), so look there too. If all of it is right, run once with \`plan-digest: ${digest2}\`; if not, run \`forget\` with these tasks as \`target\`. State that is sealed with \`encryption-key\` is taken at its word.`
    }
  ];
}
function vouchedFor(plan) {
  const vouched = (one) => {
    if (!one) return void 0;
    const { unvouched: _, ...rest } = one;
    return rest;
  };
  const tasks = plan.tasks.map((task) => ({
    ...task,
    recorded: vouched(task.recorded),
    desired: vouched(task.desired)
  }));
  return { ...plan, tasks };
}

// src/engine/recorded/recorded.ts
function wantedProcessor({ wanted, task }, processors) {
  if (typeof wanted === "object") return recordedProcessorOf(wanted, processors);
  return wanted === "manifest" && task ? processors.get(task.apiVersion, task.kind) : void 0;
}
function recordedProcessorOf(entry, processors) {
  const exact = processors.get(entry.apiVersion, entry.kind);
  if (exact) return exact;
  for (const { apiVersion, kind } of processors.list()) {
    const candidate = kind === entry.kind ? processors.get(apiVersion, kind) : void 0;
    if (candidate?.upgrade) return candidate;
  }
  return void 0;
}
function goneProcessor(entry) {
  const restore = entry.module ? `Restore the module ${entry.module} under \`processors\` of the Project` : "Restore its processor";
  return {
    message: `it was recorded as ${entry.apiVersion} ${entry.kind}, and no processor knows that kind any more`,
    hint: `${restore}, or run \`forget\` with this task as \`target\` to leave the resource as it is.`
  };
}
function needs({ known }, pointer, recorded) {
  const addressFields = known?.addressFields;
  const fields = typeof addressFields === "function" ? addressFields(recorded) : addressFields;
  return fields === void 0 || fields.includes(pointerPath(pointer)[0] ?? "");
}
function lostValue(pointer, why) {
  return {
    message: `its recorded spec needs a value at ${pointer} that is not known any more: ${why.join(", ")}`,
    hint: "Bring the value back, or run `forget` with this task as `target` and remove the resource yourself."
  };
}
function renamesBack(undo, entries, processors) {
  const leaving = /* @__PURE__ */ new Map();
  for (const [name, { before }] of undo) {
    const entry = before === null ? entries.get(name) : void 0;
    const identity = entry && recordedIdentity(entry, processors);
    if (identity !== void 0) leaving.set(identity, name);
  }
  const renames = /* @__PURE__ */ new Map();
  for (const [name, { before }] of undo) {
    const identity = before && !entries.has(name) ? recordedIdentity(before, processors) : void 0;
    const now = identity === void 0 ? void 0 : leaving.get(identity);
    if (now !== void 0) renames.set(name, now);
  }
  return renames;
}
function withoutRenamed(undo, entries) {
  return new Map([...undo].filter(([name, { before }]) => before !== null || entries.has(name)));
}
function recordedIdentity(entry, processors) {
  const processor = recordedProcessorOf(entry, processors);
  return identityOf(processor, readableTemplate(entry.spec)) ?? (processor && likenessOf(processor, entry.spec).key);
}

// src/engine/references/fill-stored-spec.ts
function fillStored(spec, secrets, task, sources, partly = false) {
  const { referenceEnvironment, entries, recorded, findOutside } = sources;
  const find = ({ source, name }) => {
    switch (source) {
      case "SECRET":
        return storedSecret(referenceEnvironment, name, secrets[name]);
      case "VAR": {
        const colon = name.indexOf(":");
        const [from, key] = [name.slice(0, colon), name.slice(colon + 1)];
        const found = seen(recorded(from, key), referenceEnvironment);
        return found.type === "missing" && !entries.has(from) ? { ...found, final: true } : found;
      }
      case "OPUS":
        return name === "task" ? { type: "value", value: task } : findOutside({ source, name });
      default: {
        const found = findOutside({ source, name });
        return found.type === "value" ? { type: "sensitive", value: found.value } : found;
      }
    }
  };
  const lookup = lookupWith(referenceEnvironment.filtered, (reference) => {
    const found = find(reference);
    return partly && found.type === "missing" ? { type: "unknown", label: found.message } : found;
  });
  return resolve(spec, lookup);
}
function storedSecret(referenceEnvironment, name, env) {
  const declared = referenceEnvironment.secrets.has(name);
  if (referenceEnvironment.doubted) return declared ? findSecret(referenceEnvironment, name) : undeclared(name);
  if (env === void 0)
    return declared ? findSecret(referenceEnvironment, name) : readSecret(referenceEnvironment, name, name);
  const recorded = readSecret(referenceEnvironment, name, env);
  const isSet = recorded.type !== "missing" && !(recorded.type === "secret" && recorded.missing);
  if (isSet || !declared) return recorded;
  const moved = findSecret(referenceEnvironment, name);
  return moved.type === "missing" ? recorded : moved;
}
function undeclared(name) {
  return {
    type: "missing",
    code: "undeclared-secret",
    message: `the manifest declares no secret "${name}", and the state may be anybody's; declare it until what uses it is gone`,
    suggestion: "Declare it under `spec.secrets` of a Values document.",
    final: true
  };
}

// src/engine/execute/recorded-references.ts
var RecordedReferences = class {
  environment;
  vouching;
  #sources;
  /** By entry: a task that was changed has another one. */
  #made = /* @__PURE__ */ new WeakMap();
  #open = /* @__PURE__ */ new Set();
  #primed;
  constructor(sources) {
    this.#sources = sources;
    this.environment = sources.environment;
    this.vouching = sources.vouching;
  }
  fill({ task, spec, secrets = {} }, entries, partly = false) {
    const { environment, findOutside } = this.#sources;
    const recorded = (name, key) => this.output(name, key, entries);
    const sources = { referenceEnvironment: environment, entries, recorded, findOutside };
    return fillStored(spec, secrets, task, sources, partly);
  }
  output(task, key, entries) {
    const { run, environment } = this.#sources;
    const entry = entries.get(task);
    const found = findRecorded(task, entry, key, run);
    if (found.type !== "missing" || found.code !== "sensitive-output" || !entry) return found;
    const processor = this.#predicting(task, entry);
    if (!processor) return { ...found, final: true };
    if (!environment.trusted || environment.secretsUnread) return { type: "sensitive", value: unseen };
    this.#prime(entries);
    const made = this.#make(task, entry, processor, entries);
    if ("missing" in made) return { type: "sensitive", value: missingSecret(`${task}:${key}`), missing: made.missing };
    const output = "outputs" in made ? findGiven(made.outputs, key, run) : void 0;
    if (output) return { type: "sensitive", value: output.value };
    const why = "why" in made ? made.why : `its kind does not give it for what is recorded`;
    const message = `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and it can't be made again: ${why}`;
    return { ...found, message, final: true };
  }
  secrets(entries) {
    const { trusted, secretsUnread } = this.environment;
    if (!trusted || secretsUnread) return [];
    return [...entries].flatMap(
      ([task, entry]) => lost(entry).flatMap((key) => {
        const processor = this.#predicting(task, entry);
        if (!processor) return [];
        this.#prime(entries);
        const made = this.#make(task, entry, processor, entries);
        const output = "outputs" in made ? made.outputs.find((one) => outputKey(one) === key) : void 0;
        return output ? [{ task, key, value: output.value, declared: declaresSensitive(entry, key) }] : [];
      })
    );
  }
  /** Code of a module gets nothing of what only state in doubt tells: secrets would be filled in. */
  #predicting(name, entry) {
    const { toolbox, environment, manifest } = this.#sources;
    const processor = recordedProcessorOf(entry, toolbox.processors);
    if (!processor?.known?.predict) return void 0;
    const vouched = !environment.doubted || processor.module === void 0 || isOf(manifest.get(name), processor);
    return vouched ? processor : void 0;
  }
  /** What others rest on first, so that a long chain of tasks is no deep recursion. */
  #prime(entries) {
    if (this.#primed === entries) return;
    this.#primed = entries;
    if ([...entries.values()].filter((entry) => lost(entry).length > 0).length < 2) return;
    for (const name of recordedOrder(entries).names) {
      const entry = entries.get(name);
      const processor = entry && lost(entry).length > 0 ? this.#predicting(name, entry) : void 0;
      if (entry && processor) this.#make(name, entry, processor, entries);
    }
  }
  #make(task, entry, processor, entries) {
    const known = this.#made.get(entry);
    if (known) return known;
    if (this.#open.has(task)) return { why: "it rests on itself" };
    this.#open.add(task);
    const made = this.#predict(task, entry, processor, entries);
    this.#open.delete(task);
    this.#made.set(entry, made);
    return made;
  }
  #predict(task, entry, processor, entries) {
    const { io, signal } = this.#sources.toolbox;
    try {
      const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
      const filled = this.fill({ task, spec, secrets: entry.secrets }, entries);
      const [problem] = filled.problems;
      if (problem) return { why: problem.message };
      const missing = missingOf(filled);
      if (missing.length > 0) return { missing };
      return { outputs: processor.known?.predict?.(filled.value, io(task, { signal })) ?? [] };
    } catch (error) {
      return { why: taskError(error).message };
    }
  }
};
function lost({ sensitiveOutputs, outputs }) {
  return (sensitiveOutputs ?? []).filter((key) => !Object.hasOwn(outputs, key));
}

// src/node/fingerprint.ts
import { createHmac as createHmac2 } from "node:crypto";
function fingerprinter(key) {
  const bytes = Buffer.from(key, "hex");
  const made = /* @__PURE__ */ new Map();
  return (text) => {
    const known = made.get(text);
    if (known !== void 0) return known;
    const fingerprint = createHmac2("sha256", bytes).update(text).digest("hex");
    made.set(text, fingerprint);
    return fingerprint;
  };
}

// src/app/context/context-work.ts
function contextWork(opened, doubted) {
  const { frame, prepared, session, processors } = opened;
  const { services, scope, io } = frame;
  const { settings, loaded, clock, signal, redactor, emit, conceal } = services;
  const { manifest, trust } = loaded;
  const key = trust.trusted && !settings.changed ? session.stored.fingerprintKey : void 0;
  const sealed = key === void 0 ? void 0 : { fingerprint: fingerprinter(key) };
  const lineage = () => session.stored.lineage;
  const toolbox = { clock, signal, redactor, sealed, processors, io, lineage, emit, conceal };
  const doubt = trust.trusted ? doubted : void 0;
  const environment = { ...frame.referenceEnvironment, doubted: doubt !== void 0 };
  const tasks = new Map(manifest.tasks.map((task) => [task.name, task]));
  const references2 = new RecordedReferences({
    environment,
    vouching: new Vouching(doubt, tasks, prepared),
    run: scope.run,
    findOutside: outsideOf(frame, environment),
    manifest: tasks,
    toolbox
  });
  return { ...opened, tasks, toolbox, references: references2, policy: planPolicy(settings, manifest.project) };
}
function outsideOf({ values }, environment) {
  return ({ source, name }) => {
    if (source === "VALUE") return values.get(name);
    if (source === "SECRET") return readSecret(environment, name, name);
    return environmentLookup(environment)({ source, name, start: 0, end: 0 });
  };
}
function planPolicy(settings, project) {
  const { targets, refresh, parallelism, failFast, maxDeletes, surface } = settings;
  const fromInput = maxDeletes === void 0 ? {} : { fromInput: maxDeletes };
  const limits = { ...project?.limits, surface, ...fromInput, ...limitsLocation(project) };
  const mayMissSecrets = project?.plan?.missingSecrets === "unknown";
  return { targets, refresh, limits, parallelism, failFast, mayMissSecrets };
}
function limitsLocation(project) {
  if (!project || Object.keys(project.limits).length === 0) return {};
  return { location: project.locate("/spec/limits") };
}

// src/app/context/hidden-task.ts
function hiddenTask({ name, apiVersion, kind, location }) {
  return {
    name,
    apiVersion,
    kind,
    location,
    change: "none",
    reason: "state can't be opened",
    status: "observed",
    drift: "unknown",
    fields: [],
    durationMs: 0,
    outputs: {},
    error: null,
    dependencies: []
  };
}

// src/app/extensions/opened-kinds.ts
var OpenedKinds = class {
  #opening;
  #processors = /* @__PURE__ */ new Map();
  /** By module, then by its `open`. */
  #opened = /* @__PURE__ */ new Map();
  constructor(opening) {
    this.#opening = opening;
  }
  get(apiVersion, kind) {
    const processor = this.#opening.processors.get(apiVersion, kind);
    if (!processor?.open) return processor;
    const known = this.#processors.get(processor);
    if (known) return known;
    const missing = this.#opening.missingFor?.(processor.module) ?? [];
    const opens = missing.length > 0 ? neverOpened(processor, missing) : this.#opensFirst(processor);
    this.#processors.set(processor, opens);
    return opens;
  }
  list() {
    return this.#opening.processors.list();
  }
  /** Closes all that was opened, and ends what still runs of it. Never rejects. */
  async close() {
    const all = [...this.#opened.values()].flatMap((ofModule) => [...ofModule.values()]);
    this.#opened.clear();
    await Promise.all(all.map((one) => one.close()));
  }
  #opensFirst(processor) {
    const { validate, plan, undo } = processor;
    const ask = (io, call) => this.#ask(processor, io, call);
    return {
      ...processor,
      observe: (spec, bare) => ask(bare, (io) => processor.observe(spec, io)),
      create: (spec, bare) => ask(bare, (io) => processor.create(spec, io)),
      update: (before, after, bare) => ask(bare, (io) => processor.update(before, after, io)),
      delete: (before, bare) => ask(bare, (io) => processor.delete(before, io)),
      ...validate ? { validate: (spec, bare) => ask(bare, (io) => validate.call(processor, spec, io)) } : {},
      ...plan ? { plan: (wanted, bare) => ask(bare, (io) => plan.call(processor, wanted, io)) } : {},
      ...undo?.rollback ? {
        undo: {
          ...undo,
          rollback: (change, before, attempted, bare) => ask(bare, async (io) => undo.rollback?.(change, before, attempted, io))
        }
      } : {}
    };
  }
  /** Makes a call with what was opened. @throws TaskFailure also when a program of the kind breaks meanwhile, or has */
  async #ask(processor, io, call) {
    const { module, open } = processor;
    const ofModule = this.#opened.get(module) ?? /* @__PURE__ */ new Map();
    this.#opened.set(module, ofModule);
    const kind = ofModule.get(open) ?? new OpenedKind(processor, this.#opening);
    ofModule.set(open, kind);
    const opened = await orAborted(kind.opened(io.task), io.signal);
    kind.refuseBroken();
    const whole = {
      ...io,
      opened,
      // Copied, it would stay what it was before anything was made.
      get recorded() {
        return io.recorded;
      }
    };
    return orAborted(
      called(() => call(whole)),
      kind.broken
    );
  }
};
function neverOpened({ validate: _, plan: __, ...processor }, missing) {
  const why = missingWords(missing);
  return { ...processor, observe: async () => ({ state: "unobservable", why, missing }) };
}
var OpenedKind = class {
  #processor;
  #opening;
  #over = new AbortController();
  #broken = new AbortController();
  #programs = /* @__PURE__ */ new Set();
  /** Aborted when `open` has not come to its end in time: what it gives later is only closed. */
  #givenUp = new AbortController();
  #opened;
  /** Settles once what `open` gave too late is closed. */
  #late;
  #isEnded = false;
  #io;
  constructor(processor, opening) {
    this.#processor = processor;
    this.#opening = opening;
  }
  /** Aborted with a `TaskFailure` once a program of the kind is ended that broke what it was started for. */
  get broken() {
    return this.#broken.signal;
  }
  /** @throws TaskFailure when nobody can be asked any more: nothing was changed by that */
  refuseBroken() {
    if (!this.broken.aborted) return;
    const { message, hint, detail } = this.broken.reason;
    throw new TaskFailure(message, {
      untouched: true,
      ...hint === void 0 ? {} : { hint },
      ...detail === void 0 ? {} : { detail }
    });
  }
  /** Opens it, if that has not been tried yet. @throws TaskFailure each time, when it could not be opened */
  opened(task) {
    this.#opened ??= this.#open(task);
    return this.#opened;
  }
  async #open(task) {
    const { module, open } = this.#processor;
    const configuration = this.#opening.configurationOf(module);
    if (!configuration.ok) throw new TaskFailure(configuration.error, { untouched: true });
    const signal = AbortSignal.any([this.#opening.signal, this.#over.signal, this.#givenUp.signal]);
    const io = this.#opening.io(task, { signal });
    this.#io = io;
    const { context, command } = io;
    const access = {
      context,
      command,
      signal,
      output: (stream, text) => io.output(stream, text),
      containsSecret: (text) => io.containsSecret(text),
      configuration: configuration.value,
      start: (request) => this.#start(request)
    };
    const opening = called(() => open?.call(this.#processor, access));
    try {
      return await orAborted(orAborted(opening, this.broken), this.#limit());
    } catch (error) {
      this.#givenUp.abort(error);
      this.#late = this.#closeLate(opening);
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint, detail } = error;
      throw new TaskFailure(`its kind could not be opened: ${message}`, {
        untouched: true,
        ...hint === void 0 ? {} : { hint },
        ...detail === void 0 ? {} : { detail }
      });
    }
  }
  /** Aborted with a `TaskFailure` when `open` has had its time. */
  #limit() {
    const { openMs = kindOpenMs } = this.#opening;
    const ended = new AbortController();
    AbortSignal.timeout(openMs).addEventListener("abort", () => {
      const hint = "Find out what its `open` waits for, or have it fail earlier with a message of its own.";
      ended.abort(new TaskFailure(`it took longer than ${grouped(openMs / 1e3)} seconds`, { hint }));
    });
    return ended.signal;
  }
  /** Closes what `open` gives although nobody waits for it any more, and ends its programs. Never rejects. */
  async #closeLate(opening) {
    const opened = await opening.catch(() => void 0);
    if (opened !== void 0) await this.#closeInTime(Promise.resolve(opened));
    await this.#stopPrograms();
  }
  async #start(request) {
    if (this.#givenUp.signal.aborted)
      throw new TaskFailure("the kind was given up while it was opened, so nothing is started any more");
    if (this.#over.signal.aborted) throw new TaskFailure("the run is over, so nothing is started any more");
    const { kind, module } = this.#processor;
    const program = await this.#opening.startProcess(request, kind, ({ message, hint, detail }) => {
      const name = module === void 0 ? kind : `${module}: ${kind}`;
      const more = { ...hint === void 0 ? {} : { hint }, ...detail === void 0 ? {} : { detail } };
      this.#broken.abort(new TaskFailure(`${name}: ${message}`, more));
    });
    this.#programs.add(program);
    if (this.#over.signal.aborted || this.#givenUp.signal.aborted) await program.stop();
    return program;
  }
  /** Closes what was opened and ends its programs; what still opens is waited for as long as a `close` may take. */
  async close() {
    if (this.#late) {
      this.#over.abort();
      await orAborted(this.#late, AbortSignal.timeout(kindCloseMs)).catch(() => {
      });
    } else await this.#closeInTime(this.#opened);
    this.#over.abort();
    this.#io?.end?.();
    await this.#stopPrograms();
    this.#isEnded = true;
  }
  /** @param opened what could not be opened has nothing to close */
  async #closeInTime(opened) {
    const closed = opened?.then(
      (given) => given.close(),
      () => {
      }
    );
    const timer = AbortSignal.timeout(kindCloseMs);
    try {
      await orAborted(closed ?? Promise.resolve(), timer);
    } catch (error) {
      const why = timer.aborted ? `it took longer than ${kindCloseMs / 1e3} seconds` : String(error.message);
      if (!this.#isEnded) this.#opening.warn(`the kind ${this.#processor.kind} could not be closed: ${why}`);
    }
  }
  async #stopPrograms() {
    await Promise.all([...this.#programs].map((program) => program.stop()));
  }
};
async function called(call) {
  return call();
}
async function orAborted(promise, signal) {
  let stop = () => {
  };
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

// src/app/context/open-kinds.ts
function openedKinds(frame) {
  const { services, io, tell } = frame;
  const { extensions, signal } = services;
  return new OpenedKinds({
    processors: extensions.processors,
    signal,
    io,
    configurationOf: (module) => configurationOf(module, frame),
    missingFor: (module) => {
      const configuration = extensions.configurations.get(module ?? "");
      return configuration ? missingOf(resolve(configuration.template, lookupIn(frame))) : [];
    },
    startProcess: extensions.startProcess,
    warn: (message) => tell("warning", "kind-not-closed", message)
  });
}
function configurationOf(module, frame) {
  const configuration = frame.services.extensions.configurations.get(module ?? "");
  if (!configuration) return ok({});
  const { value, problems } = resolve(configuration.template, lookupIn(frame));
  const [problem] = problems;
  return problem ? err(`${configuration.place}${problem.pointer} of the Project: ${problem.message}`) : ok(value);
}
function lookupIn({ values, referenceEnvironment }) {
  const around = environmentLookup(referenceEnvironment);
  return lookupWith(around.filtered, (reference) => {
    if (reference.source === "VALUE") return values.get(reference.name);
    if (reference.source === "SECRET") return findSecret(referenceEnvironment, reference.name);
    return around(reference);
  });
}

// src/app/context/save-on-signals.ts
function saveOnSignals(session, { signal, urgent }) {
  const save = () => void session.saveNow().catch(() => void 0);
  const onAbort = () => {
    if (signal.reason === "SIGTERM") save();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  urgent.addEventListener("abort", save, { once: true });
  return () => {
    signal.removeEventListener("abort", onAbort);
    urgent.removeEventListener("abort", save);
  };
}

// src/app/state/neighbours.ts
var most = 10;
async function neighbourNote({
  name,
  store,
  loaded,
  signal,
  fromState,
  flags,
  open
}) {
  const { project, tasks } = loaded.manifest;
  const beside = await store.beside?.(signal);
  if (!beside?.ok) return void 0;
  const isOwn = (one) => folderName(one.project) === folderName(name.project);
  const own = beside.value.filter(isOwn);
  const contexts = own.filter(({ context }) => context !== name.context && !mayBeNamed(project, context));
  const others = own.length > 0 ? [] : beside.value.filter((one) => !isOwn(one));
  const inContext = others.filter(({ context }) => context === name.context);
  const candidates = [...contexts, ...inContext.length > 0 ? inContext : others];
  if (candidates.length === 0) return void 0;
  const names = new Set(tasks.flatMap((task) => [task.name, ...task.formerNames]));
  let shared;
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
    ...likely && { suggestion: advice(name, likely, project !== void 0, flags) }
  };
}
function advice(now, other, hasProject, flags) {
  const move = (...words) => commandLine(["opus", "state", "mv", ...words, ...flags]);
  if (now.project === other.project)
    return hasProject ? `If "${other.context}" was renamed: \`formerNames: [${other.context}]\` in a rule with \`context: ${now.context}\` or \`input: [${now.context}]\` carries its state over.` : `If "${other.context}" was renamed: \`${move("--from-context", other.context, "--to-context", now.context)}\` carries its state over.`;
  return hasProject ? `If "${other.project}" was renamed: \`formerNames: [${other.project}]\` under \`metadata\` of the Project carries its state over.` : `If that is the state of this manifest: \`${move("--from-project", other.project, "--to-project", now.project, "--context", other.context)}\` carries it over, and so does a Project with \`metadata: {name: ${now.project}, formerNames: [${other.project}]}\`.`;
}

// src/app/context/state-of-context.ts
async function openNamed(services, { project, context }) {
  const opened = await services.openStore(context, project);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.store;
}
async function stateOfContext(own, session, frame, flags, isHeld) {
  const { services, choice, tell } = frame;
  const { command, loaded, signal } = services;
  const name = nameOf(frame);
  const found = await findFormer({
    own: { name, store: own },
    places: formerPlaces(loaded, choice),
    tasks: loaded.manifest.tasks,
    signal,
    flags,
    open: (other) => openNamed(services, other)
  });
  if (!found.ok) return found;
  const former = found.value;
  if (former === void 0) return ok({ store: own, carriedPlain: false });
  if (command.writes && !isHeld) return ok({ store: own, carriedPlain: false, lockFirst: true });
  if (command.writes) return carryOverFrom(former, own, session, frame);
  if (former.unfinished) return ok({ store: own, carriedPlain: false });
  const [was, now] = [shownName(former.name), shownName(name)];
  const message = `the state is still kept as ${was}: the next run that writes carries it over to ${now}`;
  tell("notice", "former-name", message);
  return ok({ store: readUnder(former, name), carriedPlain: false });
}
async function carryOverFrom(former, own, session, frame) {
  const { services, tell } = frame;
  const { settings, run, sealing, signal, giveUp } = services;
  const name = nameOf(frame);
  const carried = await carryOver({
    from: former,
    to: { name, store: own },
    command: session.command,
    run,
    lock: lockOptions(services, settings.lockTimeoutMs),
    session,
    sealing,
    signal,
    giveUp,
    tell
  });
  if (!carried.ok) return carried;
  const { serial, tasks, found: seal } = carried.value;
  const way = `${shownName(former.name)} over to ${shownName(name)}`;
  const message = `carried the state of ${way} (${plural(tasks, "task")}, serial ${serial}); nothing else was touched`;
  tell("notice", "carried-over", message);
  if (seal === "plain" || seal === "former") warnUnopened(services, { serial, tasks, pending: 0, sealedOver: seal });
  return ok({ store: own, carriedPlain: seal === "plain" });
}
function lockOptions({ emit }, timeoutMs) {
  return {
    timeoutMs,
    spent: { ms: 0 },
    onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
    onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
    onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why })
  };
}
async function noteNeighbours(store, frame, flags) {
  const { services } = frame;
  const { loaded, signal, emit } = services;
  const open = (name) => openNamed(services, name);
  const fromState = services.command.row.fromState === true;
  const diagnostic = await neighbourNote({ name: nameOf(frame), store, loaded, signal, fromState, flags, open });
  if (diagnostic) emit({ type: "diagnostic", diagnostic });
}
function nameOf({ services, context }) {
  return { project: services.loaded.project, context };
}

// src/app/context/unknown-context.ts
var mostNames2 = 20;
var endsOfPreviews = /* @__PURE__ */ new Set(["closed", "unlabeled"]);
async function whyUnknown(session, store, { backend }, { services, context }) {
  const { command, loaded, environment, signal, settings } = services;
  const isKnown = session.stored.lineage !== void 0 || session.tasks.size > 0 || isUnfinished(session);
  if (command.does !== "delete" || isKnown) return void 0;
  const beside = await store.beside?.(signal);
  const others = beside?.ok ? beside.value : [];
  const isOwn = (project) => folderName(project) === folderName(loaded.project);
  const own = others.filter(({ project }) => isOwn(project)).map((one) => one.context);
  const { GITHUB_EVENT_NAME: event } = environment;
  const hasEnded = event === "pull_request" || event === "pull_request_target";
  if (backend.lasting && own.length > 0 && hasEnded && endsOfPreviews.has(loaded.github.event?.action))
    return void 0;
  const { setting } = settings.surface;
  const known = own.length > 0 ? `Recorded there of ${loaded.project}: ${andMore(own, mostNames2)}.` : `Of ${loaded.project} nothing is recorded there.`;
  const suggestion = `${beside?.ok ? `${known} ` : ""}Correct ${setting("context")}; or say where the state is with ${setting("state-backend")}, ${setting("state-branch")} or ${setting("state-path")}: the Project of this checkout may be older, and not say it.`;
  const message = `nothing was ever recorded of ${loaded.project}/${context} in ${store.location}, so nothing was deleted`;
  return explained("invalid-input", message, { code: "nothing-recorded", suggestion });
}

// src/app/context/agree-on-plan.ts
async function guardsOf(plan, work) {
  const { command, settings } = work.frame.services;
  const others = plan.guards.filter(({ code }) => code !== unreviewedScript);
  if (!command.executes || others.length === plan.guards.length || others.length > 0) return plan.guards;
  if (settings.planDigest === plan.digest) return others;
  if (!settings.requireReviewedPlan || await checkReviewOf(plan, work) !== void 0) return plan.guards;
  return work.session.contents.review?.digest === plan.digest ? others : plan.guards;
}
async function agreeOnPlan(plan, work) {
  const { settings, environment } = work.frame.services;
  const { requireReviewedPlan, planDigest: planDigest2 } = settings;
  const refused = planDigest2 === void 0 ? void 0 : await checkApprovalOf(plan, planDigest2, work);
  if (refused) return refused;
  if (planDigest2 !== void 0 && environment.GITHUB_EVENT_NAME === "merge_group") return void 0;
  return requireReviewedPlan ? checkReviewOf(plan, work) : void 0;
}
async function checkApprovalOf(plan, approved, { frame, session }) {
  const { loaded, settings, reviews, emit } = frame.services;
  const { project, workspace } = loaded;
  const { reports } = settings;
  const { checkApproval } = await import("./check-approval-R3JH4EEN.js");
  const { findPlan } = await import("./find-plan-F3GP2M4T.js");
  const told = () => findPlan(workspace, reports, approved);
  const { digest: digest2 } = reviews;
  const checked = checkApproval({ plan, project, approved, record: session.contents.review, digest: digest2, told, reports });
  if ("reason" in checked) return checked;
  emit({ type: "progress", text: checked.words });
  if (checked.record) session.contents.keepReview(checked.record);
  return void 0;
}
async function checkReviewOf(plan, { frame, session }) {
  if (plan.items.size === 0) return void 0;
  const { loaded, reviews, signal, emit } = frame.services;
  const { previews, previewSignature, digest: digest2 } = reviews;
  const { checkReview } = await import("./check-review-HCMHMSBD.js");
  const record = session.contents.review;
  const checked = await checkReview({
    plan,
    project: loaded.project,
    record,
    previews,
    previewSignature,
    digest: digest2,
    signal
  });
  if ("reason" in checked) return checked;
  emit({ type: "progress", text: checked.words });
  session.contents.keepReview(checked.record);
  return void 0;
}

// src/engine/plan/claims.ts
function claimOf(planning, { name, task, entry, processor }, desired) {
  if (!processor) return { state: "free" };
  return planning.owners.of({ name, task, entry, processor, desired });
}
function claimPlace(planning, planned, desired) {
  const claim = claimOf(planning, planned, desired);
  if (claim.state !== "taken") return claim.state === "after" ? claim.owners : [];
  planning.diagnostics.push(claim.diagnostic);
  const { message, suggestion } = claim.diagnostic;
  return { message, ...suggestion === void 0 ? {} : { hint: suggestion } };
}
function checkPlace(planning, planned) {
  if (planned.status !== "planned") return;
  for (const name of planned.awaitsPlaceOf) {
    const owner = planning.byName.get(name);
    const change = owner?.decision.change ?? "none";
    const leaves = ["replace", "update", "delete", "create"].includes(change);
    if (owner === void 0 || owner.status !== "planned" || leaves) continue;
    planning.diagnostics.push(planning.owners.stillThere(planned, name, owner.decision.reason));
  }
}
function circle(planning, tasks) {
  const waits = (task, at) => task.awaitsPlaceOf.includes(tasks[(at + 1) % tasks.length].name);
  const first = tasks.findIndex(waits);
  const from = [...tasks.slice(first), ...tasks.slice(0, first)];
  return planning.owners.circle(from);
}

// src/engine/plan/select-tasks.ts
function applyCandidates(graph, manifestNames, entries, scope, targets) {
  const selected = targets.length === 0 ? void 0 : reachable(
    graph.edges,
    matching(
      graph.tasks.map((task) => task.name),
      targets
    )
  );
  const chosen2 = graph.tasks.map((_, index) => index).filter((index) => !selected || selected.has(index));
  const place = new Map(chosen2.map((index, position) => [index, position]));
  const candidates = chosen2.map((index) => {
    const task = graph.tasks[index];
    return { name: task.name, task, entry: entries.get(task.name), wanted: "manifest" };
  });
  const edges = chosen2.map((index) => (graph.edges[index] ?? []).map((to) => place.get(to)));
  const recorded = recordedOrder(entries);
  for (const [name, entry] of entries) {
    const isRead = !manifestNames.has(name) || graph.index.has(name) || graph.outOfScope.has(name);
    if (isRead || !scope.inScope(entry.scope) || !isTarget(name, targets)) continue;
    edges[candidates.push({ name, task: void 0, entry, wanted: entry }) - 1] = [];
  }
  const orphansFrom = candidates.length;
  const orphan = (name) => !manifestNames.has(name) && scope.inScope(entries.get(name)?.scope) && (targets.length === 0 || targets.includes(name));
  const leaving = recorded.names.map((_, index) => index).filter((index) => orphan(recorded.names[index])).reverse();
  const leavingPlace = new Map(leaving.map((index, position) => [index, orphansFrom + position]));
  const dependants = reversed(recorded.edges);
  for (const index of leaving) {
    const name = recorded.names[index];
    candidates.push({ name, task: void 0, entry: entries.get(name), wanted: "gone" });
    edges.push((dependants[index] ?? []).flatMap((dependant) => leavingPlace.get(dependant) ?? []));
  }
  const others = candidates.slice(chosen2.length).map(({ name }) => name);
  const order = [...graph.tasks.map((task) => task.name), ...others];
  return { candidates, edges, orphansFrom, order };
}
function deleteCandidates(graph, manifest, entries, scope, targets) {
  const recorded = recordedOrder(entries);
  const inScope = (name) => scope.inScope(manifest.get(name)?.processingScope ?? entries.get(name)?.scope);
  const listed2 = [
    ...graph.tasks.map((task) => task.name).filter((name) => entries.has(name)),
    ...recorded.names.filter((name) => !graph.index.has(name) && inScope(name))
  ];
  const place = new Map(listed2.map((name, index) => [name, index]));
  const before = listed2.map((name) => {
    const counted = (graph.edges[graph.index.get(name) ?? -1] ?? []).map((to) => graph.tasks[to].name);
    return [.../* @__PURE__ */ new Set([...counted, ...entries.get(name)?.dependencies ?? []])].flatMap(
      (dependency) => place.get(dependency) ?? []
    );
  });
  const whole = depthFirst(before);
  const inCircle = whole.cycles.length > 0;
  const recordedWaits = (name) => (entries.get(name)?.dependencies ?? []).flatMap((dependency) => place.get(dependency) ?? []);
  const waits = inCircle ? listed2.map(recordedWaits) : before;
  const order = inCircle ? depthFirst(waits).order : whole.order;
  const position = new Map(order.map((node, index) => [node, order.length - 1 - index]));
  const reverse = [...order].reverse();
  const dependants = reversed(waits);
  const names = reverse.map((node) => listed2[node]);
  const edges = reverse.map(
    (node, index) => (dependants[node] ?? []).map((dependant) => position.get(dependant)).filter((dependant) => dependant < index)
  );
  const candidates = names.map((name) => {
    return { name, task: manifest.get(name), entry: entries.get(name), wanted: "gone", reason: "deleted on command" };
  });
  return select({ candidates, edges, orphansFrom: candidates.length, order: names }, targets);
}
function rollbackCandidates(manifest, entries, undo, scope, targets) {
  const merged = new Map(entries);
  for (const [name, { before }] of undo) if (before) merged.set(name, before);
  const recorded = recordedOrder(merged);
  const inScope = recorded.names.map((_, index) => index).filter((index) => scope.inScope(merged.get(recorded.names[index])?.scope));
  const goes = (index) => undo.get(recorded.names[index])?.before === null;
  const nodes = [...inScope.filter((index) => !goes(index)), ...inScope.filter(goes).reverse()];
  const orphansFrom = inScope.filter((index) => !goes(index)).length;
  const position = new Map(nodes.map((index, at) => [index, at]));
  const dependants = reversed(recorded.edges);
  const edges = nodes.map(
    (index, at) => (goes(index) ? dependants[index] ?? [] : recorded.edges[index] ?? []).flatMap((other) => position.get(other) ?? []).filter((other) => other < at)
  );
  const candidates = nodes.map((index) => {
    const name = recorded.names[index];
    const step = undo.get(name);
    const base = { name, task: manifest.get(name), entry: entries.get(name) };
    if (!step || step.before === null && !base.entry)
      return { ...base, wanted: "untouched", reason: "not part of what is rolled back" };
    if (step.before === null)
      return { ...base, wanted: "gone", reason: `undo ${step.change ?? "create"}`, forget: step.change === "adopt" };
    if (step.change === "adopt") return { ...base, entry: void 0, wanted: step.before, reason: "undo adopt" };
    const forgotten = step.change === "forget" && !base.entry ? { entry: step.before, forgotten: true } : {};
    return { ...base, wanted: step.before, ...step.change ? { reason: `undo ${step.change}` } : {}, ...forgotten };
  });
  const pulls = nodes.map((index) => (dependants[index] ?? []).flatMap((other) => position.get(other) ?? []));
  return select(
    { candidates, edges, orphansFrom, order: candidates.map((candidate) => candidate.name) },
    targets,
    pulls
  );
}
function select(all, targets, pulls = all.edges) {
  if (targets.length === 0) return all;
  const chosen2 = matching(
    all.candidates.map((candidate) => candidate.name),
    targets
  );
  const keep = reachable(pulls, chosen2);
  const kept = all.candidates.map((_, index) => index).filter((index) => keep.has(index));
  const place = new Map(kept.map((index, position) => [index, position]));
  return {
    candidates: kept.map((index) => all.candidates[index]),
    edges: kept.map((index) => (all.edges[index] ?? []).flatMap((to) => place.get(to) ?? [])),
    orphansFrom: kept.filter((index) => index < all.orphansFrom).length,
    order: all.order
  };
}
function isTarget(name, targets) {
  return targets.length === 0 || globMatcher(targets)(name);
}
function matching(names, targets) {
  const test = globMatcher(targets);
  return names.flatMap((name, index) => test(name) ? [index] : []);
}
function unmatchedTargets(targets, names, outOfScope, scope) {
  return targets.flatMap((target) => {
    const test = globMatcher([target]);
    if ([...names].some((name) => test(name))) return [];
    const problem = globProblem(target);
    const near = nearest(target, names);
    const unmatched = [...outOfScope].some((name) => test(name)) ? `target "${target}" is out of scope for the command "${scope.run.command}" in the context "${scope.run.context}"` : `target "${target}" matches no task`;
    return [
      {
        severity: "error",
        code: "unknown-target",
        message: problem === void 0 ? unmatched : `target "${shortened(target, 80)}" ${problem}`,
        suggestion: near ? `Did you mean "${near}"?` : "Name tasks of the manifest, or recorded ones, or use a glob."
      }
    ];
  });
}

// src/engine/plan/collect-candidates.ts
function findRenames(request) {
  const { action, declared, entries } = request;
  if (action === "rollback") return renamesBack(request.undo, entries, request.toolbox.processors);
  const { tasks: manifest } = declared;
  const renames = /* @__PURE__ */ new Map();
  for (const task of manifest.values()) {
    if (entries.has(task.name)) continue;
    const former = task.formerNames.find((name) => entries.has(name) && !manifest.has(name));
    if (former !== void 0) renames.set(task.name, former);
  }
  return renames;
}
function collectCandidates({ action, prepared, declared, undo, scope, policy: { targets } }, entries, newNames) {
  const { tasks: manifest, names: declaredNames } = declared;
  switch (action) {
    case "delete":
      return deleteCandidates(prepared.graph, manifest, entries, scope, targets);
    case "rollback": {
      const renamed = new Map([...undo].map(([name, entry]) => [name, undoWithNewNames(entry, newNames)]));
      return rollbackCandidates(manifest, entries, withoutRenamed(renamed, entries), scope, targets);
    }
    default:
      return applyCandidates(prepared.graph, declaredNames, entries, scope, targets);
  }
}

// src/engine/plan/reorder.ts
function sequence({ edges, orphansFrom, first, gladly }) {
  const all = edges.map((_, node) => node);
  if (first.length === 0) return { order: all, edges, orphansFrom, circles: [] };
  const forced = edges.map((before) => [...before]);
  for (const { node, before } of first) forced[before]?.push(node);
  const early = new Set(
    [
      ...reachable(
        forced,
        first.map(({ node }) => node).filter((node) => node >= orphansFrom)
      )
    ].filter((node) => node >= orphansFrom)
  );
  const late = reachable(reversed(forced), early);
  for (const node of early) forced[node]?.push(...gladly(node).filter((other) => !late.has(other)));
  const isLate = (node) => node >= orphansFrom && !early.has(node);
  const { order: sorted, cycles } = depthFirst(forced);
  const order = [...sorted.filter((node) => !isLate(node)), ...all.filter(isLate)];
  const place = new Map(order.map((node, position) => [node, position]));
  return {
    order,
    edges: order.map((node) => (forced[node] ?? []).map((before) => place.get(before))),
    orphansFrom: order.length - all.filter(isLate).length,
    circles: cycles
  };
}

// src/engine/plan/order-tasks.ts
function inOrder(planned, planning) {
  const { candidates } = planning;
  if (planned.length < candidates.candidates.length)
    return { tasks: planned, edges: candidates.edges, orphansFrom: candidates.orphansFrom, circles: [] };
  const place = new Map(planned.map(({ name }, node) => [name, node]));
  const placesOf = (names) => names.flatMap((name) => place.get(name) ?? []);
  const first = planned.flatMap((task, before) => placesOf(task.awaitsPlaceOf).map((node) => ({ node, before })));
  planned.slice(candidates.orphansFrom).forEach(({ decision, entry }, index) => {
    if (decision.change !== "delete") return;
    for (const before of placesOf(entry?.dependencies ?? [])) {
      if (planned[before]?.decision.change === "replace") first.push({ node: candidates.orphansFrom + index, before });
    }
  });
  const dependants = /* @__PURE__ */ new Map();
  if (first.length > 0) {
    planned.slice(0, candidates.orphansFrom).forEach(({ entry }, node) => {
      for (const name of entry?.dependencies ?? []) dependants.set(name, [...dependants.get(name) ?? [], node]);
    });
  }
  const { order, edges, orphansFrom, circles } = sequence({
    edges: candidates.edges,
    orphansFrom: candidates.orphansFrom,
    first,
    gladly: (orphan) => dependants.get(planned[orphan]?.name ?? "") ?? []
  });
  return {
    tasks: order.map((node) => planned[node]),
    edges,
    orphansFrom,
    circles: circles.map(
      (nodes) => circle(
        planning,
        nodes.map((node) => planned[node])
      )
    )
  };
}

// src/engine/plan/plan-limits.ts
var fewestForPercent = 10;
var defaultPercent = 50;
function guard(request) {
  const { tasks, action } = request;
  const destroyed = tasks.filter(
    ({ decision, status }) => status === "planned" && ["delete", "replace"].includes(decision.change)
  );
  if (action === "delete") return protectedOnes(tasks, request);
  const found = [...protectedOnes(destroyed, request), ...emptied(tasks, request)];
  if (destroyed.length === 0) return found;
  return [...found, ...lostManifest(destroyed, request), ...overLimits(destroyed, request)];
}
function protectedOnes(destroyed, { scope, projectLocation, action, declaredTasks }) {
  return destroyed.flatMap(({ name, formerName = name, decision, lifecycle, task, location }) => {
    const declared = task ?? declaredTasks.get(name);
    const isDeclared = declared !== void 0 && scope.protects(declared.lifecycle);
    if (!scope.protects(lifecycle) && !isDeclared) return [];
    const line = isDeclared ? declared.locate("/metadata/lifecycle/preventDestroy") : void 0;
    const place = line ?? location ?? projectLocation;
    return [
      {
        severity: "error",
        code: "prevent-destroy",
        message: `the plan would ${action === "delete" ? action : decision.change} "${name}", which \`preventDestroy\` protects in the context "${scope.run.context}"`,
        ...place ? { location: place } : {},
        suggestion: advice2(formerName, task !== void 0, action)
      }
    ];
  });
}
function lostManifest(destroyed, request) {
  const { recorded, declaredNames, files, emptyPatterns, action, limits, projectLocation } = request;
  const leaving = destroyed.filter(({ task, decision }) => task === void 0 && decision.change === "delete");
  if (action === "rollback" || leaving.length === 0 || isAllowed(destroyed.length, limits)) return [];
  const what = `${resources(leaving.length)} (${listed(leaving)})`;
  const { surface = stepSurface } = limits;
  const meant = `if the deletions are meant, run once with ${surface.settingWith("max-deletes", destroyed.length)}`;
  const found = emptyPatterns.map(({ pattern, location }) => {
    return {
      severity: "error",
      code: "pattern-matches-nothing",
      message: `no file matches ${JSON.stringify(pattern)}, and the plan would delete ${what} that left the manifest`,
      ...location ? { location } : {},
      suggestion: `Correct the pattern, or bring its files back; ${meant}.`
    };
  });
  if (recorded.some((name) => declaredNames.has(name))) return found;
  const from = andMore(files, 3, "more files");
  found.push({
    severity: "error",
    code: "no-recorded-task-left",
    message: `none of the ${recorded.length === 1 ? "recorded tasks" : `${recorded.length} recorded tasks`} is in the manifest (${from}) any more, and the plan would delete ${what}`,
    ...projectLocation ? { location: projectLocation } : {},
    suggestion: `Look whether a file, a folder or a project was renamed, or whether ${surface.setting("manifest")} or ${surface.setting("working-directory")} is another one now; ${meant}.`
  });
  return found;
}
function emptied(tasks, { limits }) {
  return tasks.flatMap((planned) => {
    const removal = removalOf(planned);
    const wrong = removal && ("error" in removal ? removal.error : overRemoval(removal, planned.name, limits));
    if (!wrong) return [];
    const location = planned.task?.locate("/spec") ?? planned.location;
    return [{ severity: "error", code: "most-removed", ...wrong, ...location ? { location } : {} }];
  });
}
function removalOf(planned) {
  const { name, status, decision, recorded, desired, processor, recordedProcessor } = planned;
  if (status !== "planned" || decision.change !== "update" || !recorded || !desired) return void 0;
  if (processor !== recordedProcessor) return void 0;
  try {
    return processor?.compare?.removes?.(recorded.value, desired.value);
  } catch (error) {
    return {
      error: { message: `how much the update of "${name}" removes can't be told: ${taskError(error).message}` }
    };
  }
}
function overRemoval({ count, of }, name, limits) {
  const { fromInput, maxDeletes, maxDeletePercent } = limits;
  const most2 = fromInput ?? maxDeletes;
  const allowed = maxDeletePercent ?? (isAllowed(count, limits) ? 100 : defaultPercent);
  const percent = 100 * count / Math.max(of, 1);
  const tooMany = most2 !== void 0 && count > most2;
  const tooMuch = of >= fewestForPercent && percent > allowed;
  if (!tooMany && !tooMuch) return void 0;
  const share = maxDeletePercent === void 0 ? `more than ${allowed} % is taken for a mistake` : `\`maxDeletePercent\` allows ${allowed} %`;
  const limit = tooMany ? `at most ${most2} may go` : share;
  const raised = tooMuch && maxDeletePercent !== void 0;
  const meant = raised ? "raise `maxDeletePercent`" : `run once with \`max-deletes: ${count}\``;
  return {
    message: `the plan would remove ${count} of the ${of} things in "${name}" (${percent.toFixed(0)} %), and ${limit}`,
    suggestion: `Look whether its source is all there. If that is meant, ${meant}.`
  };
}
function overLimits(destroyed, { recorded, limits, projectLocation }) {
  const found = [];
  const count = destroyed.length;
  const { surface = stepSurface } = limits;
  const most2 = limits.fromInput ?? limits.maxDeletes;
  const declared = limits.location ?? projectLocation;
  if (most2 !== void 0 && count > most2) {
    const which = limits.fromInput === void 0 ? "`maxDeletes`" : surface.setting("max-deletes");
    found.push({
      severity: "error",
      code: "max-deletes",
      message: `the plan would delete or replace ${resources(count)} (${listed(destroyed)}), and ${which} allows ${most2}`,
      ...declared ? { location: declared } : {},
      suggestion: `If that is meant, run once with ${surface.settingWith("max-deletes", count)}.`
    });
  }
  const all = recorded.length;
  const allowed = limits.maxDeletePercent ?? (isAllowed(count, limits) ? 100 : defaultPercent);
  const percent = 100 * count / Math.max(all, 1);
  if (all < fewestForPercent || percent <= allowed) return found;
  const isDefault = limits.maxDeletePercent === void 0;
  found.push({
    severity: "error",
    code: isDefault ? "most-deleted" : "max-delete-percent",
    message: `the plan would delete or replace ${count} of ${all} recorded resources (${percent.toFixed(0)} %: ${listed(destroyed)}), and ${isDefault ? `more than ${allowed} % is taken for a mistake` : `\`maxDeletePercent\` allows ${allowed} %`}`,
    ...declared ? { location: declared } : {},
    suggestion: isDefault ? `If that is meant, run once with ${surface.settingWith("max-deletes", count)}; \`Project.spec.limits.maxDeletePercent\` sets another limit, and 100 none.` : "If that is meant, raise `maxDeletePercent` for it, or take a few at a time with `target`."
  });
  return found;
}
function isAllowed(count, { fromInput }) {
  return fromInput !== void 0 && count <= fromInput;
}
function resources(count) {
  return count === 1 ? "1 resource" : `${count} resources`;
}
function listed(tasks) {
  return andMore(
    tasks.map(({ name }) => name),
    10
  );
}
function advice2(name, inManifest, action) {
  const forget2 = `run \`forget\` with target "${name}" to leave the resource as it is`;
  if (action === "delete")
    return `Take \`preventDestroy\` out and apply that first; or ${forget2}; or delete only others, with \`target\`.`;
  if (inManifest) return "Change the spec so that the resource stays, or take `preventDestroy` out first.";
  return `Put the task back into the manifest, or ${forget2}.`;
}

// src/engine/plan/draft.ts
function draftOf(planning, candidate, node) {
  const { task, entry, wanted } = candidate;
  const lasting2 = typeof wanted === "object" ? wanted : entry;
  const fromManifest = wanted === "manifest" ? task : void 0;
  const waitsFor = fromManifest ? (planning.candidates.edges[node] ?? []).map((to) => planning.candidates.candidates[to].name) : lasting2?.dependencies ?? [];
  const dependencies = fromManifest ? throughGates(planning, waitsFor) : waitsFor;
  const kind = fromManifest ?? lasting2 ?? task;
  return {
    name: candidate.name,
    apiVersion: kind?.apiVersion ?? "",
    kind: kind?.kind ?? "",
    location: task?.location ?? null,
    task: fromManifest,
    entry,
    recorded: void 0,
    desired: void 0,
    processor: void 0,
    recordedProcessor: void 0,
    decision: { change: "none", reason: "", fields: [], drift: "untracked" },
    status: "planned",
    hidden: false,
    waitsFor,
    dependencies,
    scope: fromManifest ? fromManifest.processingScope ?? [] : lasting2?.scope ?? [],
    lifecycle: fromManifest ? fromManifest.lifecycle : lasting2?.lifecycle ?? {},
    autoRollback: task?.autoRollback ?? true,
    retries: task?.retries ?? { limit: 0, delayMs: 0 },
    timeoutMs: task?.timeoutMs,
    formerName: planning.renames.get(candidate.name),
    awaitsPlaceOf: [],
    facts: void 0,
    found: void 0,
    order: fromManifest ? node : lasting2?.order ?? node
  };
}
function throughGates({ byName }, waitsFor) {
  const all = new Set(waitsFor);
  for (const name of waitsFor) {
    const before = byName.get(name);
    if (before && isGate(before)) for (const further of before.dependencies) all.add(further);
  }
  return all.size === waitsFor.length ? waitsFor : [...all];
}
function hiddenTask2(planning, draft) {
  const { kindsChanged, toolbox } = planning.request;
  const changed = kindsChanged && !toolbox.processors.get(draft.apiVersion, draft.kind) ? "; module changed" : "";
  return { ...undecided(draft, "none", `hidden from an untrusted run${changed}`, "unknown"), hidden: true };
}
function undecided(draft, change, reason, drift) {
  return { ...draft, decision: { change, reason, fields: [], drift } };
}
function failed(draft, error) {
  const reason = "could not be planned";
  return { ...draft, status: "failed", decision: { change: "none", reason, fields: [], drift: "unknown", error } };
}

// src/engine/plan/for-command.ts
function forCommand(action, candidate, decided, recorded) {
  const decision = candidate.reason !== void 0 && (decided.change === "delete" || typeof candidate.wanted === "object" && decided.change !== "noop") ? { ...decided, reason: candidate.reason } : decided;
  if (candidate.forget && decision.change === "delete") return { ...decision, change: "forget", fields: [] };
  if (candidate.forgotten && (!decision.error || recorded?.entry.status === "interrupted")) {
    const { drift, reason } = decision;
    return { change: "adopt", reason: candidate.reason ?? reason, fields: [], drift, remembers: true };
  }
  const leave = () => {
    const { error: _, ...rest } = decision;
    return {
      ...rest,
      change: "noop",
      leftAlone: true,
      reason: `left alone by ${action}: ${decision.change === "none" ? decision.reason : `would ${decision.change}`}`
    };
  };
  if (decision.error && decision.drift === "unknown") return decision;
  switch (action) {
    case "create":
      return recorded && !decision.goesOn || !["create", "adopt", "none"].includes(decision.change) ? decision.change === "noop" ? decision : leave() : decision;
    case "update":
      if (!recorded || decision.change === "delete" || decision.change === "forget") return leave();
      return decision;
    default: {
      if (!onlyLooks(commandNamed(action))) return decision;
      const { error: _, ...rest } = decision;
      return rest;
    }
  }
}
function withReason(decision, observation, { doubt, unseen: unseen3 }) {
  if (doubt === void 0 || observation.state !== "unobservable" || observation.why !== unseen3.why) return decision;
  if (decision.reason.includes(unseen3.why)) return decision;
  return { ...decision, reason: `${decision.reason}; not looked at: ${unseen3.why}` };
}
function afterOthers(decision, owners) {
  if (owners.length === 0) return decision;
  const names = owners.map((name) => `"${name}"`).join(", ");
  return { ...decision, reason: `${decision.reason}, once ${names} left its place` };
}

// src/engine/plan/withheld.ts
function withheldOf(recorded, desired, found) {
  const names = [recorded, desired].flatMap((one) => one?.missing ? missingOf({ missing: one.missing }) : []);
  const asked = found?.state === "unobservable" ? found.missing ?? [] : [];
  const secrets = [.../* @__PURE__ */ new Set([...names, ...asked])].sort();
  return secrets.length === 0 ? void 0 : { secrets, words: missingWords(secrets) };
}
function asWithheld(decision, { words }, desired) {
  if (decision.error) return decision;
  const missing = [...desired?.missing ?? []];
  const fields = decision.fields.map((field) => {
    const names = missing.flatMap(([pointer, secrets]) => pointerWithin(pointer, field.path) ? secrets : []);
    return names.length === 0 ? field : { ...field, knownAfter: [`${missingMark}${missingWords([...new Set(names)])}`] };
  });
  const idle = decision.change === "noop" && decision.recordOnly !== true;
  return {
    ...decision,
    ...idle ? { change: "none" } : {},
    reason: idle ? `${missingMark}${words}` : `${decision.reason}; ${words}, so nobody has looked`,
    drift: "unknown",
    fields
  };
}

// src/engine/plan/look-at-task.ts
function observe(planning, draft, desired, processor) {
  const { recorded } = draft;
  const withheld = withheldOf(recorded, desired);
  if (withheld) return { state: "unobservable", why: withheld.words };
  if (!mayLook(planning, draft, desired)) {
    return {
      state: "unobservable",
      why: planning.request.references.environment.trusted ? "not looked at" : "not looked at in an untrusted run"
    };
  }
  if (recorded) return lookAt(planning, draft, processor, recorded, recorded.entry);
  if (!desired || desired.unknowns.size > 0)
    return { state: "unobservable", why: "values that it needs are not known yet" };
  if (draft.awaitsPlaceOf.length > 0) return { state: "absent" };
  return lookAt(planning, draft, processor, desired, void 0);
}
function mayLook(planning, planned, desired) {
  const { policy, references: references2, toolbox } = planning.request;
  const { recorded } = planned;
  const { refresh } = policy;
  if (!references2.environment.trusted || withheldOf(recorded, desired)) return false;
  if (refresh === "none") return adoptedId(planned) !== void 0;
  if (refresh === "all" || !recorded || !desired || !equalJson(recorded.entry.spec, desired.stored)) return true;
  return changedSecrets(recorded.entry, desired.secrets, toolbox.sealed).size > 0;
}
function lookAt(planning, draft, processor, { value, unvouched }, entry) {
  if (unvouched?.has("read")) return planning.request.references.vouching.unseen;
  return look(processor, value, entry, draft, planning.request.toolbox);
}

// src/engine/plan/planned-outputs.ts
function outputOf(planning, name, key) {
  const { scope, references: references2 } = planning.request;
  const planned = planning.byName.get(name);
  const entry = planning.entries.get(name);
  const recorded = () => seen(references2.output(name, key, planning.entries), references2.environment);
  if (!planned)
    return planning.request.prepared.hidden.has(name) ? { type: "unknown", label: `${name}:${key}` } : recorded();
  const { change } = planned.decision;
  if (change === "noop" || planned.withheld && change === "none" && entry) {
    const found = planned.decision.foundAsWanted && findGiven(foundOutputs(planned, planning.request.toolbox), key, scope.run);
    if (found) return { type: "value", value: found.value };
    return entry ? recorded() : { type: "unknown", label: `${name}:${key}` };
  }
  if (planned.status === "failed" && entry) return recorded();
  if (planned.hidden || planned.status !== "planned") return { type: "unknown", label: `${name}:${key}` };
  const plannedByKind = planned.ownPlan && plannedOutput(planning, planned, planned.ownPlan, key);
  if (plannedByKind) return plannedByKind;
  const predicted = predict(planning, planned);
  if (predicted) {
    const output = findGiven(predicted, key, scope.run);
    if (output && !output.sensitive) return { type: "value", value: output.value };
  }
  if (references2.environment.trusted && !planning.request.toolbox.sealed && isLost(planned, key, predicted))
    return lostOutput(name, key);
  return { type: "unknown", label: `${name}:${key}` };
}
function plannedOutput(planning, { name }, { outputs, unknowns }, key) {
  const label = `${name}:${key}`;
  const top = `/outputs/${key}`;
  const parts = Object.entries(unknowns).filter(([pointer]) => pointerWithin(pointer, top));
  const whole = parts.find(([pointer]) => pointer === top);
  if (whole) return { type: "unknown", label, of: whole[1].type };
  const output = findGiven(outputs, key, planning.request.scope.run);
  if (!output || output.sensitive || planning.request.toolbox.redactor.contains(JSON.stringify(output.value)))
    return void 0;
  if (parts.length === 0) return { type: "value", value: output.value };
  const below = parts.map(([pointer, { type }]) => [pointer.slice(top.length), type]);
  return { type: "partial", value: output.value, label, unknowns: new Map(below) };
}
function predict(planning, { processor, desired, name }) {
  if (!processor?.known?.predict || !desired || desired.unknowns.size > 0) return void 0;
  const io = planning.request.toolbox.io(name, planning.request.toolbox);
  const predicted = processor.known.predict(desired.value, io);
  const missing = missingOf(desired.missing && { missing: desired.missing });
  if (missing.length === 0) return predicted;
  const other = processor.known.predict(withOthers(desired.value, missing), io);
  const same = (one) => {
    const again = other.find(
      ({ name: key, command, context }) => key === one.name && command === one.command && context === one.context
    );
    return again !== void 0 && equalJson(again.value, one.value);
  };
  return predicted.map((one) => same(one) ? one : { ...one, sensitive: true });
}
function withOthers(spec, missing) {
  const text = missing.reduce(
    (all, name) => all.replaceAll(quoted(missingSecret(name)), `(another ${quoted(name)})`),
    JSON.stringify(spec)
  );
  return JSON.parse(text);
}
function quoted(text) {
  return JSON.stringify(text).slice(1, -1);
}

// src/engine/plan/wanted-spec.ts
function wantedOf(planning, candidate, node) {
  const { wanted, task } = candidate;
  if (typeof wanted === "object") {
    const { spec, secrets } = wanted;
    const filled = planning.fromState({ task: candidate.name, spec, secrets });
    const { references: references2, toolbox } = planning.request;
    const processor = wantedProcessor(candidate, toolbox.processors);
    if ("message" in filled || !processor) return filled;
    return { ...filled, unvouched: references2.vouching.unvouched(candidate.name, processor, spec) };
  }
  if (wanted !== "manifest" || !task) return void 0;
  const { prepared } = planning.request;
  const writers = writersFor(planning, task, node);
  const ready = prepared.desired.get(task.name);
  if (ready && writers.length === 0) return ready;
  const { desired, diagnostics } = prepared.resolve(task, (name, key) => outputOf(planning, name, key), writers);
  planning.diagnostics.push(...diagnostics);
  return diagnostics.length > 0 ? { message: diagnostics[0]?.message ?? "its references can't be resolved" } : desired;
}
function remadeOf(planning, { task, lifecycle, recorded, processor }, desired) {
  if (!task || !recorded || !lifecycle.ephemeral || !desired || desired.unknowns.size === 0) return void 0;
  const { references: references2, prepared } = planning.request;
  const silent = (name) => planning.byName.get(name)?.decision.silent ?? false;
  const into = processor?.workspace?.reads?.into ?? "";
  const writers = desired.unknowns.get(`/${into}`) ?? [];
  if (!writers.every(silent)) return void 0;
  const again = prepared.resolve(
    task,
    (name, key) => silent(name) ? seen(references2.output(name, key, planning.entries), references2.environment) : outputOf(planning, name, key)
  );
  if (again.diagnostics.length > 0 || again.desired.unknowns.size > 0) return void 0;
  const read = recorded.entry.spec[into];
  if (writers.length === 0 || read === void 0) return again.desired;
  return { ...again.desired, stored: { ...again.desired.stored, [into]: read } };
}
function writersFor(planning, task, node) {
  const reads = planning.request.toolbox.processors.get(task.apiVersion, task.kind)?.workspace?.reads;
  const globs = reads && readableTemplate(task.spec[reads.from] ?? null);
  if (!Array.isArray(globs)) return [];
  return planning.handed.writersBefore(
    node,
    globs.filter((glob) => typeof glob === "string")
  );
}
function desiredDigest(planning, name, awaited) {
  const planned = planning.byName.get(name);
  if (!planned) return void 0;
  const { task, desired, recorded, facts, lifecycle } = planned;
  if (awaited.size === 0 || !task || !desired) return wantedDigest(planned, desired, planning.request);
  const { desired: again } = planning.request.prepared.resolve(
    task,
    (other, key) => awaited.has(`${other}:${key}`) ? { type: "unknown", label: `${other}:${key}` } : outputOf(planning, other, key),
    // Names of tasks stand for the files that these write.
    [...awaited].filter((label) => !label.includes(":"))
  );
  const kept = recorded ? withIgnoredFields(again, recorded, facts, lifecycle.ignoreChanges) : again;
  return wantedDigest(planned, kept, planning.request);
}

// src/engine/plan/decide-task.ts
async function decideTask(planning, draft, candidate, processor, recordedProcessor, wanted) {
  const { recorded, awaitsPlaceOf } = draft;
  const { action, references: references2, toolbox } = planning.request;
  const situated = { processor, recordedProcessor, lifecycle: lifecycleNow(draft, candidate) };
  const { found, observation, facts, desired, elsewhere: elsewhere2 } = await lookAround(planning, draft, wanted, situated);
  const ownPlan = processor.plan && processor === recordedProcessor ? await ownPlanOf(planning, draft, processor, desired, found) : void 0;
  const decision = decide({
    ...situated,
    recorded,
    desired,
    ownPlan,
    observation,
    onCommand: action === "delete" || action === "rollback",
    sealed: toolbox.sealed,
    remade: remadeOf(planning, draft, desired),
    ...elsewhere2 ? { elsewhere: elsewhere2 } : {}
  });
  const told = withWriteOnly(decision, processor, desired);
  const planned = forCommand(action, candidate, afterOthers(told, awaitsPlaceOf), recorded);
  const reasoned = withReason(planned, observation, references2.vouching);
  const withheld = withheldOf(recorded, desired, found);
  const final = withheld ? asWithheld(reasoned, withheld, desired) : reasoned;
  const taken = newlyFound(recorded && !final.foundAsWanted ? elsewhere2 : observation);
  return {
    ...draft,
    desired,
    facts,
    found: taken,
    ownPlan,
    ...withheld ? { withheld } : {},
    decision: final,
    status: final.error ? "failed" : "planned"
  };
}
function lifecycleNow(draft, candidate) {
  const { ignoreChanges = [] } = typeof candidate.wanted === "object" ? draft.recorded?.entry.lifecycle ?? {} : draft.lifecycle;
  const { onInterrupted } = (candidate.task ?? draft).lifecycle;
  return { ...draft.lifecycle, ignoreChanges, ...onInterrupted ? { onInterrupted } : {} };
}
async function lookAround(planning, draft, wanted, { processor, recordedProcessor, lifecycle }) {
  const { recorded, awaitsPlaceOf } = draft;
  const { redactor } = planning.request.toolbox;
  const looked = observe(planning, draft, wanted, recorded ? recordedProcessor : processor);
  const found = looked instanceof Promise ? await looked : looked;
  const observation = redactedLikeState(found, recorded, (value) => redactor.value(value));
  const facts = observation.state === "present" ? observation.facts : void 0;
  const settled = wanted && processor === recordedProcessor ? withIgnoredFields(wanted, recorded, facts, lifecycle.ignoreChanges) : wanted;
  const elsewhere2 = awaitsPlaceOf.length === 0 && movesElsewhere(recorded, recordedProcessor, settled, processor) && mayLook(planning, draft, settled) ? await lookAt(planning, draft, processor, settled, void 0) : void 0;
  const desired = settled && elsewhere2?.state === "present" ? withIgnoredFields(settled, void 0, elsewhere2.facts, lifecycle.ignoreChanges) : settled;
  return { found, observation, facts, desired, ...elsewhere2 ? { elsewhere: elsewhere2 } : {} };
}
async function ownPlanOf(planning, planned, processor, desired, observation) {
  const { references: references2, toolbox } = planning.request;
  const { recorded, task } = planned;
  const nothing = !recorded && !desired;
  if (withheldOf(recorded, desired)) return void 0;
  if (nothing || observation.state === "failed" || recorded?.lost || !references2.environment.trusted) return void 0;
  const ownPlan = await planByKind(processor, planned, { recorded, desired, observation }, toolbox);
  for (const warning2 of task && ownPlan ? ownPlan.warnings : [])
    toolbox.emit({
      type: "diagnostic",
      diagnostic: { ...located(task, void 0, warning2), severity: "warning" }
    });
  return ownPlan;
}

// src/engine/plan/plan-gate.ts
async function planGate(planning, draft, candidate, node, wanted) {
  const { processor, recordedProcessor } = draft;
  if (draft.recorded && recordedProcessor) {
    const left = await decideTask(planning, draft, candidate, recordedProcessor, recordedProcessor, void 0);
    const { decision } = left;
    const reason = decision.change === "delete" || decision.change === "forget" ? "kind changed" : decision.reason;
    return { ...left, desired: wanted, decision: { ...decision, reason } };
  }
  const found = await lookAtGate(planning, { ...draft, processor }, node, wanted);
  const withheld = withheldOf(void 0, wanted);
  const status = found.decision.error ? "failed" : "planned";
  return { ...draft, desired: wanted, ...found, ...withheld ? { withheld } : {}, status };
}
async function lookAtGate(planning, draft, node, wanted) {
  const { action, executes: executes2 } = planning.request;
  const unsettled = (planning.candidates.edges[node] ?? []).some((before) => planning.unsettled.has(before));
  if (unsettled && carriesOut(action)) return unchanged("after-changes", probedAfter(action), "unobservable");
  if (executes2) return unchanged("in-turn", probedLater, "unobservable");
  const observation = await observe(planning, draft, wanted, draft.processor);
  switch (observation.state) {
    case "present":
      return unchanged("holds", gateHolds, "in-sync", { holds: true });
    case "absent":
      return unchanged("does-not-hold", notHolding(observation.why), "resource-changed", { holds: false });
    case "unobservable":
      return unchanged("unknown", observation.why, "unobservable");
    case "failed":
      return { decision: unseen2(observation.error), facts: void 0 };
  }
}
function carriesOut(action) {
  return !onlyLooks(commandNamed(action));
}
function unchanged(gate, reason, drift, facts) {
  return { decision: { change: "noop", reason, fields: [], drift, gate }, facts };
}

// src/engine/plan/recorded-spec.ts
var none2 = /* @__PURE__ */ new Set();
function recordedOf(planning, task, entry, processor) {
  const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
  const resolved = planning.fromState({ task, spec, secrets: entry.secrets }, true);
  if ("message" in resolved) return resolved;
  const unknown = resolved.unknowns.size === 0 ? none2 : new Set(resolved.unknowns.keys());
  const needed = [...unknown].find((pointer) => needs(processor, pointer, spec));
  const lost2 = needed === void 0 ? void 0 : lostValue(needed, resolved.unknowns.get(needed) ?? []);
  const unvouched = planning.request.references.vouching.unvouched(task, processor, spec);
  if (lost2 && unvouched.size === 0) return lost2;
  const changed = changedSecrets(entry, resolved.secrets, planning.request.toolbox.sealed);
  return {
    unvouched,
    ...lost2 ? { lost: lost2 } : {},
    entry: spec === entry.spec ? entry : { ...entry, spec },
    value: resolved.value,
    secretPointers: resolved.secretPointers,
    secrets: resolved.secrets,
    ...resolved.missing ? { missing: resolved.missing } : {},
    unknown,
    outdated: changed.size === 0 ? none2 : new Set(pointersOf(changed, spec).keys())
  };
}

// src/engine/plan/plan-task.ts
async function planTask(planning, candidate, node) {
  const { prepared, references: references2, toolbox, action } = planning.request;
  const { processors, signal } = toolbox;
  if (signal.aborted) throw new Cancelled();
  const draft = draftOf(planning, candidate, node);
  const { entry } = candidate;
  const underWay = planning.request.underWay.get(candidate.name);
  if (underWay !== void 0)
    return undecided(draft, "none", `pending: another run is about to ${underWay} it`, "unknown");
  if (candidate.wanted === "untouched") return undecided(draft, "noop", candidate.reason ?? "", "unobservable");
  if (prepared.hidden.has(candidate.name)) return hiddenTask2(planning, draft);
  const stays = staysThere(planning, draft, node);
  if (stays) return stays;
  const recordedProcessor = entry && recordedProcessorOf(entry, processors);
  const processor = wantedProcessor(candidate, processors) ?? recordedProcessor;
  const known = { ...draft, processor, recordedProcessor };
  const blocked = draft.dependencies.find(
    (name) => ["failed", "skipped"].includes(planning.byName.get(name)?.status ?? "")
  );
  const looking = onlyLooks(commandNamed(action));
  if (blocked !== void 0 && candidate.wanted === "manifest" && !looking) {
    const ready2 = prepared.desired.get(candidate.name);
    if (ready2 && processor) claimPlace(planning, { ...known, processor }, ready2);
    return { ...undecided(known, "none", `"${blocked}" failed`, "unknown"), status: "skipped" };
  }
  if (entry && !recordedProcessor) {
    if (!references2.environment.trusted) return hiddenTask2(planning, draft);
    return failed(known, goneProcessor(entry));
  }
  if (!processor) return failed(known, { message: "no processor knows its kind" });
  const wanted = wantedOf(planning, candidate, node);
  if (wanted && "message" in wanted) return failed(known, wanted);
  const asks = processor.validate ?? processor.known?.resource;
  const refused = wanted && asks ? await refusedByKind(planning, { ...known, processor }, wanted) : void 0;
  if (refused) return failed({ ...known, desired: wanted }, refused);
  const claim = wanted ? claimPlace(planning, { ...known, processor }, wanted) : [];
  if ("message" in claim) return failed({ ...known, desired: wanted }, claim);
  const recorded = entry && recordedProcessor && recordedOf(planning, candidate.name, entry, recordedProcessor);
  if (recorded && "message" in recorded) return failed(known, recorded);
  const ready = { ...known, processor, recorded, awaitsPlaceOf: claim };
  try {
    if (wanted && isGate(ready)) return await planGate(planning, ready, candidate, node, wanted);
    return await decideTask(planning, ready, candidate, processor, recordedProcessor ?? processor, wanted);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return failed({ ...ready, desired: wanted }, taskError(error));
  }
}
function staysThere({ request, candidates, byName }, draft, node) {
  if (request.action !== "delete") return void 0;
  const dependants = (candidates.edges[node] ?? []).map((other) => candidates.candidates[other]?.name ?? "");
  const kept = dependants.find((name) => ["failed", "skipped"].includes(byName.get(name)?.status ?? ""));
  if (kept === void 0) return void 0;
  return { ...undecided(draft, "none", `"${kept}" depends on it, and stays`, "unobservable"), status: "skipped" };
}
async function refusedByKind(planning, planned, desired) {
  const { references: references2, toolbox } = planning.request;
  if (!references2.environment.trusted || withheldOf(void 0, desired)) return void 0;
  try {
    const found = await manifestProblems(planned, desired, toolbox.sealed !== void 0, toolbox);
    for (const diagnostic of found) planning.diagnostics.push(diagnostic);
    const [first] = found;
    return first && { message: first.message, ...first.suggestion === void 0 ? {} : { hint: first.suggestion } };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return taskError(error);
  }
}

// src/engine/plan/planner.ts
function mutexNames({ task, entry }) {
  return bothMutexes(task?.lifecycle, entry?.lifecycle);
}
var Planner = class {
  #planning;
  #planned;
  #began;
  /** When it was told last how far this is, from the beginning. */
  #shownMs = 0;
  /** When it last let others have their turn: signals, above all. */
  #restedMs = 0;
  #done = 0;
  constructor(planning) {
    this.#planning = planning;
    this.#began = planning.request.toolbox.clock.now();
    this.#planned = new Array(planning.candidates.candidates.length);
  }
  /** What was planned, by place; without what was not reached. */
  get tasks() {
    return this.#planned.filter((planned) => planned !== void 0);
  }
  /** @throws Cancelled */
  async run() {
    const { byName, candidates: all, handed, request, unsettled } = this.#planning;
    const { candidates, edges } = all;
    const mutexes = new Mutexes((node) => mutexNames(candidates[node]));
    await runScheduled(edges, { limit: request.policy.parallelism, mutexes }, async (node) => {
      const candidate = candidates[node];
      const planned = await planTask(this.#planning, candidate, node).catch((error) => {
        if (error instanceof TaskFailure) return failed(draftOf(this.#planning, candidate, node), taskError(error));
        throw error;
      });
      this.#planned[node] = planned;
      byName.set(planned.name, planned);
      if (hasEffect(planned) || (edges[node] ?? []).some((before) => unsettled.has(before))) unsettled.add(node);
      handed.note(node, planned);
      const resting = this.#progress(++this.#done, candidates.length);
      if (resting) await resting;
    });
    for (const planned of this.tasks) checkPlace(this.#planning, planned);
  }
  /** @returns what to wait for; undefined: it may go on at once */
  #progress(done, total) {
    const { clock, emit } = this.#planning.request.toolbox;
    const elapsedMs = clock.now() - this.#began;
    if (elapsedMs - this.#shownMs >= observingMs || done === total) {
      this.#shownMs = elapsedMs;
      emit({ type: "observing", done, total, elapsedMs });
    }
    return elapsedMs - this.#restedMs < lookingMs ? void 0 : this.#rest();
  }
  async #rest() {
    const { clock, signal } = this.#planning.request.toolbox;
    await clock.sleep(0, signal).catch(() => {
    });
    this.#restedMs = clock.now() - this.#began;
  }
};

// src/engine/prepare/handed-files.ts
function filePattern(pattern, from = []) {
  const names = pattern.split("/").filter((name) => name !== "" && name !== ".");
  const first = names.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
  const literal = [...from];
  for (const name of first === -1 ? names : names.slice(0, first)) {
    if (name === "..") literal.pop();
    else literal.push(name);
  }
  return { literal, glob: first === -1 ? [] : names.slice(first) };
}
var HandedFiles = class {
  #edges;
  #place;
  /** By place in the plan: what a task that changes something may write; null: anything. */
  #written = [];
  #placed = /* @__PURE__ */ new Map();
  /** By place: may it, or a task before it, change files? */
  #stirred = [];
  #names = [];
  constructor(edges, place) {
    this.#edges = edges;
    this.#place = place;
  }
  /** Takes note of what was decided of a task; those before it were noted already. */
  note(node, planned) {
    const changes = mayWrite(planned);
    this.#names[node] = planned.name;
    if (changes) this.#written[node] = written(planned) ?? null;
    this.#stirred[node] = changes || (this.#edges[node] ?? []).some((before) => this.#stirred[before]);
  }
  /**
   * The nearest tasks before one that may change what it reads.
   * @param patterns paths and globs; those with `!` in front are left out
   */
  writersBefore(node, patterns) {
    const nearest2 = (this.#edges[node] ?? []).filter((before) => this.#stirred[before]);
    if (nearest2.length === 0) return [];
    const read = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => this.#at(pattern));
    const left = patterns.flatMap((pattern) => pattern.startsWith("!") ? [this.#at(pattern.slice(1))] : []);
    const reads = (pattern) => {
      const file = this.#at(pattern);
      return !left.some((one) => covers(one, file)) && read.some((one) => mayMeet(file, one));
    };
    const seen2 = new Set(nearest2);
    const writers = [];
    for (const at of seen2) {
      const files = this.#written[at];
      if (files === null || files?.some(reads)) writers.push(this.#names[at]);
      else for (const before of this.#edges[at] ?? []) if (this.#stirred[before]) seen2.add(before);
    }
    return writers;
  }
  #at(pattern) {
    const known = this.#placed.get(pattern);
    if (known) return known;
    const placed = this.#place(pattern);
    this.#placed.set(pattern, placed);
    return placed;
  }
};
function mayWrite({ hidden, status, decision }) {
  if (hidden) return true;
  if (status !== "planned") return false;
  if (decision.change === "adopt") return decision.fields.length > 0;
  return decision.change === "create" || decision.change === "update" || decision.change === "replace";
}
function written({ processor, recordedProcessor, desired, recorded }) {
  const wanted = desired && processor?.workspace?.writes ? writesOf(processor, desired) : void 0;
  if (!wanted) return void 0;
  if (!recorded) return wanted;
  const before = recordedProcessor?.workspace?.writes?.(recorded.value);
  return before && [...wanted, ...before];
}
function writesOf(processor, desired) {
  const { value, unknowns } = desired;
  if (unknowns.size === 0) return processor.workspace?.writes?.(value);
  const otherwise = [...unknowns.keys()].reduce(
    (spec, pointer) => withValueAt(spec, pointerPath(pointer), "(something else)"),
    value
  );
  try {
    const files = processor.workspace?.writes?.(value);
    return files && equalJson([...files], [...processor.workspace?.writes?.(otherwise) ?? []]) ? files : void 0;
  } catch {
    return void 0;
  }
}
function mayMeet(one, other) {
  const length = Math.min(one.literal.length + one.glob.length, other.literal.length + other.glob.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [nameAt(one, index), nameAt(other, index)];
    if (left.glob?.includes("**") || right.glob?.includes("**")) return true;
    if (/[{(]/.test(left.glob ?? "") || /[{(]/.test(right.glob ?? "")) return true;
    if (left.glob !== void 0 && right.glob !== void 0) continue;
    if (left.name !== void 0 && right.name !== void 0) {
      if (folded2(left.name) !== folded2(right.name)) return false;
    } else if (!matches(left.name ?? right.name ?? "", left.glob ?? right.glob ?? "")) return false;
  }
  return true;
}
function covers({ literal, glob }, other) {
  if (!literal.every((name, index) => other.literal[index] === name)) return false;
  if (glob.length === 0) return true;
  if (other.glob.length > 0) return false;
  const rest = other.literal.slice(literal.length).join("/");
  const pattern = glob.join("/");
  return globMatcher([pattern, `${pattern}/**`], { dot: true, path: true })(rest);
}
function nameAt({ literal, glob }, index) {
  const name = literal[index];
  return name === void 0 ? { glob: glob[index - literal.length] } : { name };
}
function matches(name, glob) {
  return compileGlob(glob, { dot: true, nocase: true, path: true }).matches(name);
}
function folded2(name) {
  return name.normalize("NFC").toLowerCase();
}

// src/engine/plan/resource-owners.ts
var nobody = [];
var Owners = class {
  #request;
  #candidates;
  #byIdentity = /* @__PURE__ */ new Map();
  /** Of tasks that left the manifest. */
  #byLikeness = /* @__PURE__ */ new Map();
  #identities = /* @__PURE__ */ new Map();
  constructor(request) {
    this.#request = request;
    this.#candidates = new Map(request.candidates.map((candidate) => [candidate.name, candidate]));
    for (const [name, entry] of request.entries) this.#add(name, entry);
  }
  #add(name, entry) {
    const { processors, declaredNames, fill } = this.#request;
    const processor = recordedProcessorOf(entry, processors);
    if (!processor) return;
    try {
      const spec = processor.upgrade?.(entry.spec, entry.apiVersion) ?? entry.spec;
      const identity = processor.known?.identity && identityOf(processor, fill(name, entry, spec));
      if (identity !== void 0) {
        this.#identities.set(name, identity);
        push(this.#byIdentity, identity, name);
      } else if (!declaredNames.has(name)) push(this.#byLikeness, likenessOf(processor, spec).key, name);
    } catch {
    }
  }
  /** @param claimant resolved as far as it is known: what is not known yet claims nothing */
  of(claimant) {
    const { processor, desired, name } = claimant;
    const identity = knownIdentity(processor, desired);
    if (identity === void 0) return this.#likeness(claimant);
    const after = [];
    for (const owner of this.#others(identity, name)) {
      const fate = this.#fate(owner);
      if (fate === "moves" || fate === "goes") after.push(owner);
      else return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, identity, fate) };
    }
    for (const other of excludedBy(processor, desired.value)) {
      for (const owner of this.#others(other, name)) {
        const fate = this.#fate(owner);
        if (fate !== "stays" && fate !== "unclear") after.push(owner);
        else return { state: "taken", owner, diagnostic: this.#inTheWay(claimant, owner, other) };
      }
    }
    return after.length > 0 ? { state: "after", owners: [...new Set(after)] } : { state: "free" };
  }
  #others(identity, name) {
    const owners = this.#byIdentity.get(identity);
    if (owners === void 0 || owners.length === 1 && owners[0] === name) return nobody;
    return owners.filter((owner) => owner !== name);
  }
  /** A kind without identities: a task that left the manifest, and one that came as it was, are one resource with another name. */
  #likeness(claimant) {
    const { processor, desired, name, entry } = claimant;
    if (desired.unknowns.size > 0 || processor.known?.identity?.(desired.value) !== void 0) return { state: "free" };
    const likeness = likenessOf(processor, desired.stored);
    const wasSo = entry?.kind === processor.kind && likenessOf(processor, entry.spec).key === likeness.key;
    const isSame = (other) => {
      const spec = this.#request.entries.get(other)?.spec;
      return spec !== void 0 && (!wasSo || equalJson(spec, entry.spec));
    };
    const owner = this.#byLikeness.get(likeness.key)?.find((other) => other !== name && isSame(other));
    if (owner === void 0) return { state: "free" };
    const fate = this.#fate(owner);
    if (fate === "goes") return { state: "after", owners: [owner] };
    return { state: "taken", owner, diagnostic: this.#sameResource(claimant, owner, likeness.shown, fate) };
  }
  #fate(owner) {
    const { action, processors, prepared } = this.#request;
    const candidate = this.#candidates.get(owner);
    if (!candidate || candidate.wanted === "untouched") return "stays";
    if (candidate.wanted === "gone") {
      if (candidate.forget) return "stays";
      return action === "rollback" ? "goes" : "leaves";
    }
    const recorded = this.#identities.get(owner);
    if (typeof candidate.wanted === "object") {
      const { wanted } = candidate;
      const processor2 = recordedProcessorOf(wanted, processors);
      return identityOf(processor2, this.#request.fill(owner, wanted, wanted.spec)) === recorded ? "stays" : "moves";
    }
    const task = candidate.task;
    const processor = processors.get(task.apiVersion, task.kind);
    const awaits = () => prepared.resolve(task, (other, key) => ({ type: "unknown", label: `${other}:${key}` })).desired;
    const identity = knownIdentity(processor, prepared.desired.get(owner) ?? awaits());
    if (identity === void 0) return "unclear";
    return identity === recorded ? "stays" : "moves";
  }
  #sameResource(claimant, owner, shown2, fate) {
    return {
      severity: "error",
      code: "same-resource",
      message: `task "${claimant.name}" is the resource that state holds as "${owner}": ${shown2}`,
      ...placeOf(claimant),
      suggestion: this.#advice(claimant, owner, fate)
    };
  }
  #advice({ name, entry }, owner, fate) {
    const { action, declaredNames } = this.#request;
    const forget2 = `run \`forget\` with target "${owner}", which drops it from state and leaves the resource as it is`;
    if (action === "rollback")
      return this.#candidates.has(owner) ? `Go back with \`target: ${owner}\` first.` : `Put "${owner}" elsewhere first, or ${forget2}.`;
    if (!declaredNames.has(owner)) {
      if (entry)
        return `If both are one resource, ${forget2}; else give "${name}" another place until "${owner}" is deleted.`;
      return `If "${owner}" was renamed, write \`formerNames: [${owner}]\` into the metadata of "${name}"; else ${forget2}.`;
    }
    if (fate === "unclear")
      return `Apply "${owner}" alone first (\`target: ${owner}\`): then it is known whether it moves away.`;
    if (!this.#candidates.has(owner))
      return `If "${owner}" moves away, let this run have it as well (\`target\`, \`processingScope\`); else give "${name}" another place, or ${forget2}.`;
    return `Give "${name}" another place, or ${forget2}.`;
  }
  #inTheWay(claimant, owner, identity) {
    const { name, processor, desired } = claimant;
    const leaves = !this.#request.declaredNames.has(owner);
    return {
      severity: "error",
      code: "in-the-way",
      message: `task "${name}" can't be made: ${identity}, which state holds as "${owner}", stands in the way of ${identityOf(processor, desired.value)}`,
      ...placeOf(claimant),
      suggestion: leaves ? `Let this run delete "${owner}" first (add it to \`target\`), or give "${name}" another place.` : `Move "${owner}" away in the same run, or give "${name}" another place.`
    };
  }
  /**
   * A task was to move away for another one, and does not.
   * @param reason what is planned for it instead
   */
  stillThere(claimant, owner, reason) {
    return {
      severity: "error",
      code: "same-resource",
      message: `task "${claimant.name}" needs the place of "${owner}", which does not leave it in this run: ${reason}`,
      ...placeOf(claimant),
      suggestion: `Run \`apply\` with both, or with \`target: ${owner}\` first.`
    };
  }
  /**
   * Tasks that wait for each other's places.
   * @param tasks each waits for the next; the first for its place
   */
  circle(tasks) {
    const [first] = tasks;
    const names = [...tasks, first].map(({ name }) => `"${name}"`).join(" \u2192 ");
    const rollback = this.#request.action === "rollback";
    return {
      severity: "error",
      code: "same-resource",
      message: `these tasks wait for each other's places, so none can be the first: ${names}`,
      ...placeOf(first),
      suggestion: rollback ? "Go back by an `apply` of the older manifest, with a temporary place for one of them." : `Give "${first.name}" a temporary place (a File: another \`path\`) and apply; then give it the one it is to have, and apply again.`
    };
  }
};
function placeOf({ task }) {
  return task ? { location: task.locate("/spec") } : {};
}
function push(map, key, name) {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}

// src/engine/plan/planning.ts
var Planning = class {
  request;
  /** Of state, under the names of now. */
  entries;
  candidates;
  renames;
  /** What was planned already. */
  byName = /* @__PURE__ */ new Map();
  /** Places of tasks that will not be as they are now, or wait for such. */
  unsettled = /* @__PURE__ */ new Set();
  owners;
  handed;
  diagnostics = [];
  constructor(request, entries, candidates, renames) {
    this.request = request;
    this.entries = entries;
    this.candidates = candidates;
    this.renames = renames;
    const { action, declared, prepared, toolbox } = request;
    this.owners = new Owners({
      action,
      entries,
      candidates: candidates.candidates,
      declaredNames: declared.names,
      prepared,
      processors: toolbox.processors,
      fill: (task, entry, spec) => {
        const filled = this.fromState({ task, spec, secrets: entry.secrets }, true);
        return "message" in filled ? spec : filled.value;
      }
    });
    this.handed = new HandedFiles(candidates.edges, request.placeFiles);
  }
  /**
   * A spec out of state, with its secrets filled in.
   * @param partly leave what can't be filled in any more unknown, with the reason as its label
   */
  fromState(recorded, partly = false) {
    const resolved = this.request.references.fill(recorded, this.entries, partly);
    const [problem] = resolved.problems;
    return problem ? { message: problem.message, ...problem.suggestion ? { hint: problem.suggestion } : {} } : { ...resolved, stored: recorded.spec };
  }
};

// src/engine/plan/plan.ts
async function buildPlan(request) {
  const renames = findRenames(request);
  const entries = renamedEntries(request.entries, renames);
  const candidates = collectCandidates(request, entries, newNamesOf(renames));
  const diagnostics = unmatchedTargets(
    request.policy.targets,
    /* @__PURE__ */ new Set([...candidates.order, ...candidates.candidates.map((candidate) => candidate.name)]),
    request.prepared.graph.outOfScope,
    request.scope
  );
  const planning = new Planning(request, entries, candidates, renames);
  const planner = new Planner(planning);
  if (diagnostics.length === 0) await planner.run();
  const { action, project, scope, declared, policy, references: references2 } = request;
  const { command, context } = scope.run;
  const { tasks, edges, orphansFrom, circles } = inOrder(planner.tasks, planning);
  diagnostics.push(...planning.diagnostics, ...latePairs(tasks, request), ...circles);
  const items = planItems(tasks, digestTools(request));
  const digests = [...items].map(([name, item]) => [name, item.digest]);
  const digest2 = planDigest({ project, context, action }, digests, request.digest);
  const plan = {
    action,
    command,
    context,
    tasks,
    edges,
    orphansFrom,
    order: candidates.order,
    counts: countPlan(tasks),
    digest: digest2,
    items,
    desiredDigest: (task, awaited) => desiredDigest(planning, task, awaited),
    claim: (planned, desired) => claimOf(planning, planned, desired),
    guards: [
      ...guard({
        ...declared,
        declaredNames: declared.names,
        declaredTasks: declared.tasks,
        action,
        scope,
        limits: policy.limits,
        tasks,
        recorded: [...entries.keys()]
      }),
      ...unreviewedScripts({ tasks, digest: digest2 }, references2.vouching, declared.projectLocation)
    ],
    renames
  };
  return { plan, diagnostics };
}
function digestTools({ digest: digest2, policy, toolbox }) {
  const { redactor, sealed } = toolbox;
  return { digest: digest2, redact: (value) => redactor.value(value), sealed, mayMissSecrets: policy.mayMissSecrets };
}
function latePairs(tasks, { prepared, toolbox }) {
  if (tasks.every(({ name }) => prepared.desired.has(name))) return [];
  const known = tasks.filter(({ task, desired }) => task && desired);
  const specs = new Map(known.map(({ name, desired }) => [name, desired]));
  return manifestClashes(
    known.map(({ task }) => task),
    specs,
    toolbox.processors
  );
}

// src/app/context/make-plan.ts
async function makePlan(work, entries, undo) {
  const { frame, prepared, session, tasks, references: references2, toolbox, policy, writer } = work;
  const { command, loaded, extensions, reviews } = frame.services;
  const { manifest, project } = loaded;
  const { files, emptyPatterns, declaredNames } = manifest;
  const request = {
    action: command.does,
    executes: command.executes,
    project,
    scope: frame.scope,
    prepared,
    declared: { tasks, names: declaredNames, files, emptyPatterns, projectLocation: manifest.project?.location },
    entries,
    undo,
    references: references2,
    placeFiles: extensions.placeFiles,
    underWay: new Map(writer ? session.contents.pending.map(({ intent }) => [intent.task, intent.change]) : []),
    kindsChanged: extensions.kindsChanged,
    policy,
    digest: reviews.digest,
    toolbox
  };
  const { plan, diagnostics } = await loaded.workspace.inOnePass(() => buildPlan(request));
  if (!diagnostics.some((one) => one.severity === "error")) return ok(plan);
  const wrong = invalidManifest(diagnostics);
  return err(diagnostics.some((one) => one.code === "unknown-target") ? { ...wrong, reason: "invalid-input" } : wrong);
}

// src/app/context/rollback-target.ts
async function undoFor({ frame, store, session }, entries) {
  const { command, settings, signal } = frame.services;
  const { to, surface } = settings;
  if (command.does === "rollback")
    return to === void 0 ? undoOfLastRun(store, session, surface, signal) : undoTo({ to, surface }, store, session, entries, signal);
  return to === void 0 ? ok(/* @__PURE__ */ new Map()) : err(failure("invalid-input", `${surface.setting("to")} is only for the command rollback`));
}
async function undoOfLastRun(store, session, surface, signal) {
  if (session.contents.undo.length > 0)
    return ok(new Map(session.contents.undo.map(({ task, change, before }) => [task, { change, before }])));
  if (session.stored.serial === 0)
    return err(failure("invalid-input", "there is no run to undo: nothing is recorded yet"));
  const earlier = (await serials(store, signal)).filter((serial) => serial < session.stored.serial);
  const which = earlier.length > 0 ? `; earlier states are ${earlier.join(", ")}` : "";
  return err(
    failure(
      "invalid-input",
      `there is no run to undo: nothing was changed since the last rollback. Give ${surface.setting("to")} the serial of an earlier state${which}`
    )
  );
}
async function undoTo({ to, surface }, store, session, entries, signal) {
  if (!store.history)
    return err(
      failure(
        "invalid-input",
        `the ${store.backend} backend keeps no earlier states, so ${surface.setting("to")} can't be used`
      )
    );
  const read = await store.history(to, signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "absent") {
    const kept = await serials(store, signal);
    const known = kept.length > 0 ? `known are ${kept.join(", ")}` : "none is known";
    return err(failure("invalid-input", `no state with serial ${to} at which a run ended is kept; ${known}`));
  }
  if (session.stored.lineage !== void 0 && read.snapshot.lineage !== session.stored.lineage) {
    const message = `the state with serial ${to} has the lineage ${read.snapshot.lineage}, and the current one ${session.stored.lineage}`;
    return err(failure("state-unavailable", message));
  }
  const undo = /* @__PURE__ */ new Map();
  const then = read.snapshot.body.tasks;
  for (const [name, before] of Object.entries(then)) {
    const now = entries.get(name);
    if (!now || !sameResource(now, before)) undo.set(name, { change: void 0, before });
  }
  for (const name of entries.keys())
    if (!Object.hasOwn(then, name)) undo.set(name, { change: void 0, before: null });
  return ok(undo);
}
function sameResource(left, right) {
  const essence = ({ apiVersion, kind, spec, status }) => ({ apiVersion, kind, spec, status });
  return sameStored(essence(left), essence(right));
}
async function serials(store, signal) {
  const ends = await store.runEnds?.(signal);
  return ends?.ok ? ends.value.map(({ serial }) => serial) : [];
}

// src/node/git/commit-order.ts
async function isWithin(folder, inner, outer) {
  if (!isName(inner) || !isName(outer)) return void 0;
  const known = await askGit(folder, [
    "rev-parse",
    "--is-shallow-repository",
    `${inner}^{commit}`,
    `${outer}^{commit}`
  ]);
  const [shallow, commit] = known?.split(/\r?\n/) ?? [];
  const base = known === void 0 ? void 0 : await askGit(folder, ["merge-base", inner, outer]);
  if (commit === void 0 || base === void 0) return void 0;
  if (base.trim() === commit) return true;
  return shallow === "false" ? false : void 0;
}
function isName(text) {
  return /^(?:HEAD|[0-9a-f]{40}|[0-9a-f]{64}|refs\/[^\s~^:?*[\\]+)$/.test(text) && !text.includes("..");
}

// src/app/context/run-order.ts
async function cameTooLate({ services, context, tell }, session) {
  const { command, run, environment, loaded } = services;
  const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref } = environment;
  const tells = command.previews && loaded.trust.trusted && !event?.startsWith("pull_request");
  if (!command.executes && !tells) return void 0;
  const question = {
    context,
    command,
    run,
    event,
    ref,
    last: session.stored.lastRun,
    isWithin: (inner, outer) => isWithin(loaded.workingDirectory, inner, outer)
  };
  const newer = await newerRun(question);
  if (newer === void 0) return void 0;
  if (command.executes) {
    session.standBack();
    return superseded(question, newer);
  }
  tell("notice", "superseded", wouldBeSuperseded(question, newer));
  return void 0;
}
async function newerRun(question) {
  const { command, run, event, last } = question;
  if (last === void 0 || run.attempt > 1 || event === "workflow_dispatch") return void 0;
  if (!isSameRepository(run, last) || !isOlder(run.id, last.id)) return void 0;
  return !command.row.fromState && await takesNothingAway(question, last) ? void 0 : last;
}
async function takesNothingAway({ run, ref, isWithin: isWithin2 }, last) {
  if (run.sha === last.sha || await isWithin2(last.sha, "HEAD")) return true;
  if (await isWithin2("HEAD", last.sha) !== false) return false;
  const branch = /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1];
  return branch === void 0 || await isWithin2("HEAD", `refs/remotes/origin/${branch}`) !== false;
}
function isOlder(id, than) {
  return /^\d{1,30}$/.test(id) && /^\d{1,30}$/.test(than) && BigInt(id) < BigInt(than);
}
function isSameRepository(one, other) {
  const repository = ({ url }) => /^(.+)\/actions\/runs\/\d+/.exec(url)?.[1];
  return repository(one) !== void 0 && repository(one) === repository(other);
}
function superseded({ context, run }, newer) {
  const message = `a newer run has changed the context "${context}" already, and this one would undo what that made: ${shown(newer)} came after this, ${shown(run)}`;
  const suggestion = `Keep what the newer run made, and re-run that one if it is not as it should be. To go back to this commit on purpose, re-run this run, or run the command by \`workflow_dispatch\`.`;
  return explained("superseded", message, { suggestion });
}
function wouldBeSuperseded({ context, command, run }, newer) {
  return `a newer run has changed the context "${context}" already, so \`${command.scopeName}\` would be refused here as superseded: ${shown(newer)} came after this, ${shown(run)}`;
}
function shown({ id, sha, url }) {
  const commit = sha === "" ? "" : ` of the commit ${sha.slice(0, 7)}`;
  return `run ${id}${commit} (${url})`;
}

// src/app/context/settle-pending.ts
async function settleEarlierRun(work) {
  const { frame, session, references: references2, toolbox, writer } = work;
  const { services, tell } = frame;
  const { pending, tasks } = session.contents;
  if (pending.length === 0) return tasks;
  if (writer) {
    tell("notice", "run-going-on", goingOn(writer, pending));
    return tasks;
  }
  const { writes: writes2 } = services.command;
  const { settlePending } = await import("./settle-YQLHC24G.js");
  const settlements = await settlePending({
    pending: pending.map(({ intent }) => intent),
    entries: tasks,
    references: references2,
    toolbox
  });
  const entries = new Map(session.tasks);
  for (const { task, resolution, note } of settlements) {
    tell("notice", "settled", `an earlier run ended in the middle of "${task}": ${note}`);
    if (resolution === "keep") continue;
    if (writes2) session.resolvePending(task, resolution);
    if (resolution === "drop") continue;
    if (resolution.entry === null) entries.delete(task);
    else entries.set(task, resolution.entry);
  }
  return writes2 ? session.tasks : entries;
}
function goingOn({ command, since, run, id }, pending) {
  const link = run.url === "" ? "" : `, ${run.url}`;
  const tasks = quotedNames(pending.map(({ intent }) => intent.task));
  return `\`${command}\` has been going on since ${since} (lock-id ${id}${link}) and is not through with ${tasks}, shown as pending here. Should that run be gone for good, the next command that writes finds out what became of them.`;
}

// src/app/context/describe-tasks.ts
function describeTasks(plan, reports, entries, declared, redactor) {
  return plan.tasks.map((planned, place) => {
    const report = reports[place];
    const shown2 = shownOutputs(entries.get(planned.formerName ?? planned.name));
    return { ...report, ...shown2, description: describe(planned, declared.has(planned.name), redactor) };
  });
}
function describe(planned, isDeclared, redactor) {
  const { task, entry, desired, facts, decision, hidden } = planned;
  const { drift } = decision;
  const unsure = hidden || drift === "unknown";
  const isUnread = isDeclared && task === void 0;
  const shown2 = facts && shownFacts(facts, planned);
  return {
    inManifest: task !== void 0 || isUnread,
    created: entry !== void 0,
    createdAt: entry?.createdAt ?? null,
    specDrifted: entry === void 0 || unsure || isUnread ? null : drift === "spec-changed" || drift === "both" || task === void 0,
    resourceDrifted: entry === void 0 || unsure || drift === "unobservable" || drift === "untracked" ? null : drift === "resource-changed" || drift === "both" || drift === "missing",
    checksums: {
      manifestSpec: task ? checksum(sha256, task.spec) : null,
      resolvedSpec: desired && desired.unknowns.size === 0 ? checksum(sha256, desired.stored) : null,
      appliedSpec: entry ? checksum(sha256, entry.spec) : null,
      // A checksum of something that holds a secret would be a fingerprint of it.
      resource: facts === void 0 || usesSecrets(planned) || redactor.contains(JSON.stringify(facts)) ? null : checksum(sha256, facts)
    },
    recorded: entry ? describeEntry(entry, redactor) : null,
    facts: shown2 === void 0 ? null : redactor.value(shown2)
  };
}
function describeEntry(entry, redactor) {
  const { apiVersion, kind, status, spec, dependencies, createdAt, updatedAt } = entry;
  const { outputs, sensitiveOutputs } = shownOutputs(entry);
  return {
    apiVersion,
    kind,
    status,
    spec: redactor.value(readableTemplate(spec)),
    outputs: redactOutputs(outputs, redactor),
    sensitiveOutputs: sensitiveOutputs ?? [],
    dependencies,
    createdAt,
    updatedAt
  };
}
var sensitive = "(sensitive)";
var digest = /^(?:sha\d+[:-])?[0-9a-f]{32,}$/i;
function usesSecrets(planned) {
  const { secrets = {}, fingerprints = {}, sensitiveOutputs = [], observed } = planned.entry ?? {};
  const named = [...Object.keys(secrets), ...Object.keys(fingerprints), ...sensitiveOutputs];
  return secretPointers(planned).size > 0 || named.length > 0 || wasMasked(observed);
}
function secretPointers({ recorded, desired }) {
  return /* @__PURE__ */ new Set([...recorded?.secretPointers ?? [], ...desired?.secretPointers ?? []]);
}
function shownFacts(facts, planned) {
  if (!usesSecrets(planned)) return facts;
  const { entry, processor, recordedProcessor } = planned;
  const spoken = withoutPointed(facts, secretPointers(planned));
  if (entry?.observed !== void 0) {
    const known = withoutMasked(spoken, entry.observed);
    return isObject(known) ? known : {};
  }
  const kind = recordedProcessor ?? processor;
  const ofAnyShape = kind?.compare?.factFields !== void 0 || kind?.module !== void 0;
  return ofAnyShape ? mapMembers(facts, () => sensitive) : spoken;
}
function withoutPointed(facts, pointers) {
  const hide = (value, pointer) => {
    if (pointers.has(pointer)) return sensitive;
    if (typeof value === "string") return digest.test(value) ? sensitive : value;
    if (typeof value !== "object" || value === null) return value;
    return mapMembers(value, (member, key) => hide(member, `${pointer}/${pointerSegment(key)}`));
  };
  const hidden = hide(facts, "");
  return isObject(hidden) ? hidden : {};
}
function withoutMasked(live, recorded) {
  if (recorded === void 0) return sensitive;
  if (!isObject(live) || !isObject(recorded)) return wasMasked(recorded) ? sensitive : live;
  if (Object.keys(recorded).some(wasMasked)) return sensitive;
  return mapMembers(
    live,
    (member, key) => withoutMasked(member, Object.hasOwn(recorded, key) ? recorded[key] : void 0)
  );
}

// src/app/context/show-plan.ts
function announcePlan(plan, frame) {
  const { services, draft } = frame;
  const { command, emit } = services;
  const tasks = plan.tasks.map((planned) => plannedReport(planned));
  const { context, action, digest: digest2, counts, order } = plan;
  draft.add({ order, planDigest: digest2, counts, tasks });
  if (!command.executes && !command.previews) return;
  draft.add(reviewable(plan, frame));
  tellWithheld(plan, frame);
  emit({ type: "planned", context, action, digest: digest2, counts, tasks });
}
function withheldSecrets({ tasks }) {
  return [...new Set(tasks.flatMap(({ withheld }) => withheld?.secrets ?? []))].sort();
}
function tellWithheld(plan, { tell, context }) {
  const secrets = withheldSecrets(plan);
  if (secrets.length === 0) return;
  const names = plan.tasks.flatMap(({ name, withheld }) => withheld ? [`"${name}"`] : []);
  const what = `${names.length === 1 ? "task" : "tasks"} ${andMore(names, 5)}`;
  const message = `${missingWords(secrets)}, so nobody has looked at ${what} in the context "${context}"`;
  tell("notice", "secret-not-set-here", message);
}
function reviewable(plan, { services }) {
  const { loaded, reviews } = services;
  const { trust, project } = loaded;
  const { previewSignature, pullRequest } = reviews;
  if (!trust.trusted || plan.tasks.some(({ status, hidden }) => status !== "planned" || hidden)) return {};
  const { context, action, digest: digest2 } = plan;
  const seal = pullRequest === void 0 ? void 0 : previewSignature.make({ project, context, action, digest: digest2 }, pullRequest);
  const changes = [...plan.items].map(([name, item]) => [name, reviewedChange(item)]);
  return { reviewable: { seal: seal ?? null, changes: Object.fromEntries(changes) } };
}
function lookAtPlan(plan, entries, { services, draft }) {
  const { command, settings, redactor, loaded } = services;
  const { declaredNames } = loaded.manifest;
  const statuses = plan.tasks.map(
    (planned) => plannedReport(planned, planned.status === "planned" && !command.previews ? "observed" : planned.status)
  );
  const looked = statuses.map((task, place) => sinceWhen(task, recordedName(plan, place), entries));
  const tasks = command.does === "describe" ? describeTasks(plan, looked, entries, declaredNames, redactor) : looked;
  draft.add({ tasks });
  const failed2 = tasks.filter((task) => task.status === "failed");
  if (failed2.length > 0) return tasksFailed(failed2, "could not be planned");
  if (settings.failOnDrift && tasks.some(isDrifted))
    return failure("drift-detected", `${driftWords(tasks)}, and \`fail-on-drift\` is set`);
  if (!settings.expectNoChanges) return void 0;
  if (hasChanges(plan)) return failure("changes-pending", "there are changes to apply, and `expect-no-changes` is set");
  const withheld = withheldSecrets(plan);
  if (withheld.length === 0) return void 0;
  const message = `it can't be told that there are no changes, and \`expect-no-changes\` is set: ${missingWords(withheld)}`;
  return failure("changes-pending", message);
}
function recordedName({ tasks }, place) {
  const planned = tasks[place];
  return planned?.formerName ?? planned?.name ?? "";
}
function sinceWhen(task, recordedAs, entries) {
  const recorded = task.status === "observed" && isDrifted(task) ? entries.get(recordedAs) : void 0;
  return recorded ? { ...task, recordedAt: recorded.updatedAt } : task;
}
function driftWords(tasks) {
  const names = (gates) => tasks.filter((task) => isDrifted(task) && task.gate !== void 0 === gates).map(({ name }) => name);
  const [drifted, closed] = [names(false), names(true)];
  return [
    ...drifted.length > 0 ? [`${quotedNames(drifted)} drifted`] : [],
    ...closed.length > 0 ? [`${quotedNames(closed)} ${closed.length === 1 ? "does" : "do"} not hold`] : []
  ].join(", ");
}
function hasChanges({ counts, tasks }) {
  const { create, update, replace, adopt, forget: forget2 } = counts;
  return create + update + replace + counts.delete + adopt + forget2 > 0 || tasks.some((task) => task.decision.error !== void 0);
}

// src/app/context/work-in-session.ts
async function workInSession(work) {
  const { frame, session } = work;
  const { command, settings, ephemeralFiles } = frame.services;
  concealRecorded(recordedBefore(session.contents.undo), work);
  concealRecorded(session.tasks, work);
  if (command.work) return { failure: await perform(command.work, work) };
  const late = await cameTooLate(frame, session);
  if (late) return { failure: late };
  const entries = await settleEarlierRun(work);
  concealRecorded(entries, work);
  const undo = await undoFor(work, entries);
  if (!undo.ok) return { failure: undo.error };
  concealRecorded(recordedBefore([...undo.value].map(([task, { before }]) => ({ task, before }))), work);
  const made = await makePlan(work, entries, undo.value);
  if (!made.ok) return { failure: made.error };
  const plan = made.value;
  if (settings.changed) frame.draft.leftToStore ??= leftToStore(plan, work);
  announcePlan(plan, frame);
  if (command.does === "delete") noteWhatStays(plan, work);
  if (!command.row.fromState && command.does !== "describe") await ephemeralFiles.look(plan);
  const guards = await guardsOf(plan, work);
  const forbidden = command.executes || command.previews ? await forbiddenBy(plan, frame) : [];
  const [guard2] = [...forbidden, ...guards];
  if (guard2 && (command.executes || command.previews)) {
    const guarded = failure(forbidden.length > 0 ? "policy" : "guarded", guard2.message, [...forbidden, ...guards]);
    return guards.some(({ code }) => code === unreviewedScript) ? { failure: guarded, leaveUnstored: true } : { failure: guarded };
  }
  if (!command.executes) {
    const looked = lookAtPlan(plan, entries, frame);
    if (!settings.accept) return { failure: looked };
    const { acceptDrift } = await import("./accept-drift-GAF5B33U.js");
    return { failure: await acceptDrift(plan, work, settings.accept, looked) };
  }
  if (settings.expectNoChanges && hasChanges(plan)) return { failure: changesPending };
  const refused = await agreeOnPlan(plan, work) ?? await askFirst(plan, work);
  if (refused) return { failure: refused };
  const { executeContextPlan } = await import("./execute-plan-M7PKYT7R.js");
  return { failure: await executeContextPlan(plan.guards.length > 0 ? vouchedFor(plan) : plan, work) };
}
async function forbiddenBy(plan, frame) {
  if (!frame.services.extensions.hooks.some(({ review }) => review)) return [];
  const { askPolicies } = await import("./ask-policies-YMY6CUDP.js");
  return askPolicies(plan, frame);
}
async function askFirst(plan, { frame: { services, context } }) {
  const { settings, command, signal } = services;
  const { delete: deleted, forget: forget2 } = plan.counts;
  if (!settings.ask || command.does !== "delete" || deleted + forget2 === 0) return void 0;
  const question = `Delete ${plural(deleted + forget2, "resource")} of ${context}, as listed above? Type yes to go on.`;
  return await settings.ask(question, signal) ? void 0 : failure("cancelled", "nobody said yes, so nothing was deleted");
}
function leftToStore(plan, { session }) {
  const pending = session.contents.pending.map(({ intent }) => intent.task);
  if (pending.length > 0) return `an earlier run is not through with ${quotedNames(pending)}`;
  if (isUnfinished(session)) return "an earlier run has left results that are not stored";
  const anew = plan.tasks.filter(isRecordedOtherwise);
  return anew.length > 0 ? `${plural(anew.length, "task")} recorded anew` : void 0;
}
async function perform(command, { frame, session }) {
  const { services, context, draft, tell } = frame;
  const { settings } = services;
  const done = await command({ session, context, settings, notice: (code, text) => tell("notice", code, text) });
  if (!done.ok) return done.error;
  draft.add(done.value);
  return void 0;
}
var changesPending = failure(
  "changes-pending",
  "there are changes to apply, and `expect-no-changes` is set, so nothing was applied"
);
function concealRecorded(entries, work) {
  const { references: recorded, toolbox } = work;
  const { redactor, conceal } = toolbox;
  const known = [...entries];
  const all = new Map(known);
  const { environment } = recorded;
  for (const [, { secrets = {} }] of environment.trusted && !environment.doubted ? known : []) {
    for (const [name, env] of Object.entries(secrets)) {
      const found = readSecret(environment, name, env);
      if (found.type === "secret") conceal(String(found.value), `secret "${name}"`);
    }
  }
  if (environment.trusted && !environment.secretsUnread) {
    for (const [task, { spec, secrets = {} }] of known)
      if (usesFilters(spec)) recorded.fill({ task, spec, secrets }, all, true);
  }
  concealOutputs(recordedSecrets(known), redactor, conceal);
  concealOutputs(recorded.secrets(all), redactor, conceal);
}
function usesFilters(spec) {
  for (const { reference } of references(spec)) if (reference.filters) return true;
  return false;
}
function recordedBefore(undo) {
  return undo.flatMap(({ task, before }) => before ? [[task, before]] : []);
}

// src/app/context/run-session.ts
var SessionRun = class {
  #frame;
  #own;
  #prepared;
  #location;
  #before;
  /** The context is held: something may have been changed. */
  #locked = false;
  #unstored = false;
  #planned;
  #again;
  /** @param before the one that was overtaken, which this one does again */
  constructor({ store, postStepRecord }, prepared, frame, before) {
    this.#frame = frame;
    this.#own = store;
    this.#prepared = prepared;
    this.#location = postStepRecord.place;
    this.#before = before;
  }
  /** What was applied could not be stored. */
  get unstored() {
    return this.#unstored;
  }
  /**
   * Why it came to nothing, and has to be done again with a session of its own: `lock-first`, as something is to be
   * cleaned up that needs the lock; `overtaken`, as another run has written since this one began.
   */
  get again() {
    return this.#again;
  }
  /** @param holding undefined: nothing is written */
  async run(holding) {
    const { settings, command, signal } = this.#frame.services;
    const options = this.#options(holding);
    const isHeld = holding?.way !== "to-come";
    this.#locked = isHeld;
    const named = await stateOfContext(this.#own, options, this.#frame, this.#location.flags, isHeld);
    if (!named.ok) return this.#unreadable(named.error);
    const { store, carriedPlain, lockFirst: lockFirst2 } = named.value;
    if (lockFirst2) return this.#lockFirst();
    if (settings.changed && store !== this.#own)
      this.#frame.draft.leftToStore = "its state is still kept under a former name";
    const open = () => StateSession.open(store, options, signal);
    const opened = await openSession(store, open, command.writes, signal);
    if (!opened.ok) return this.#unreadable(opened.error);
    const whyNotWrite = command.writes ? store.whyNotWrite?.() : void 0;
    if (whyNotWrite) return whyNotWrite;
    const { session, writer } = opened.value;
    const { unruled } = this.#frame.choice;
    if (unruled && session.stored.lineage === void 0) return unruled;
    const unknown = await whyUnknown(session, store, this.#location, this.#frame);
    if (unknown && !isHeld && await store.lockedBy?.(signal)) return this.#lockFirst();
    const wentBack = this.#before?.whyNotAfter(session.stored, this.#frame.context);
    if (wentBack) return wentBack;
    await loadBuiltIn(recordedKinds(session));
    if (!isHeld && isUnfinished(session)) return this.#lockFirst();
    const { lineage, serial } = session.stored;
    this.#planned = { lineage, serial };
    this.#note(session);
    await this.#announce(session, store);
    if (unknown) return unknown;
    const { openTo } = this.#own;
    const isPlain = carriedPlain || !session.stored.foundSealed;
    const doubt = openTo !== void 0 && isPlain ? `plain state in ${openTo}` : void 0;
    const kinds = openedKinds(this.#frame);
    const whole = { frame: this.#frame, prepared: this.#prepared, store, session, writer, processors: kinds };
    return this.#work(contextWork(whole, doubt)).finally(() => kinds.close());
  }
  #whenLocked(holding) {
    this.#locked = true;
    return holding.whenLocked();
  }
  /** What others have written follows what this one has planned from; else they have put older state in its place. */
  whyNotAfter({ lineage, serial }, context) {
    const planned = this.#planned;
    if (planned?.lineage === void 0 || planned.lineage === lineage && planned.serial <= serial) return void 0;
    const other = planned.lineage === lineage ? "" : " of another lineage";
    const now = lineage === void 0 ? "nothing is" : `serial ${serial}${other} is`;
    const message = `the state of ${context} was put back or replaced while this run planned: serial ${planned.serial} was stored, and now ${now}. Nothing was changed. Find out who did that, and run again if it is as it should be`;
    return failure("state-conflict", message);
  }
  #lockFirst() {
    this.#again = "lock-first";
    return void 0;
  }
  #options(holding) {
    const { services, context } = this.#frame;
    const { command, loaded, clock, run, version, redactor, sealing, giveUp, emit } = services;
    return {
      project: loaded.project,
      context,
      clock,
      newLineage: randomUUID,
      run,
      command: redactor.text(command.called),
      writer: version,
      lockId: holding?.lockId,
      ...holding?.way === "to-come" && { whenLocked: () => this.#whenLocked(holding) },
      sealed: sessionSeal(sealing),
      giveUp,
      onSaved: (saved) => {
        const { serial, tasks, pending } = saved;
        emit({ type: "state-saved", context, serial, tasks, pending });
        warnUnopened(services, saved);
        if (saved.serial === 1) warnOfPublicState(services, this.#location.backend, context);
      }
    };
  }
  /** Says what state the run begins with, and what to know of it. */
  async #announce(session, store) {
    const { services, context, choice } = this.#frame;
    const { backend, location } = store;
    const { sealed, serial } = session.stored;
    const { label } = this.#location.backend;
    services.emit({
      type: "context-started",
      context,
      inherited: choice.inherits ?? null,
      action: services.command.does,
      state: { backend, ...label && { label }, location, sealed, serial, recorded: session.tasks.size }
    });
    if (session.stored.lineage === void 0) await noteNeighbours(store, this.#frame, this.#location.flags);
    adviseOnState(services, this.#location.backend, session, context);
  }
  async #work(work) {
    const { services } = this.#frame;
    const { session } = work;
    const { writes: writes2 } = services.command;
    const unwatch = writes2 ? saveOnSignals(session, services) : () => {
    };
    const ended = await workInSession(work).catch(async (error) => {
      const unsaved2 = writes2 ? await this.#close(session) : void 0;
      if (unsaved2 === void 0 || unsaved2 === overtaken) throw error;
      if (error instanceof Cancelled) return { failure: unsaved2, leaveUnstored: true };
      throw new Error(unsaved2.message, { cause: error });
    }).finally(unwatch);
    const unsaved = writes2 && !ended.leaveUnstored ? await this.#close(session) : void 0;
    if (session.failed === overtaken) {
      this.#again = "overtaken";
      return void 0;
    }
    this.#note(session);
    return unsaved ?? ended.failure;
  }
  /** Keeps for the report what state holds. */
  #note(session) {
    const { draft } = this.#frame;
    const { lineage, serial, revision, sealed, lastRun } = session.stored;
    draft.addState({ sealed, lineage: lineage ?? null, serial, revision: revision ?? null });
    draft.entries = session.tasks;
    draft.lastRun = lastRun;
  }
  /** State that can't be opened fails the run; an untrusted preview goes on without it. */
  #unreadable(problem) {
    const { services, context, draft, tell } = this.#frame;
    if (services.loaded.trust.trusted) return problem;
    const shown2 = `so every task of "${context}" is shown as unknown`;
    const message = lacksKey(problem) ? `state can't be opened, ${shown2}: it is sealed, and an untrusted run gets no key, as it should be` : `state can't be read, ${shown2}; a run that may act would fail here: ${problem.message}`;
    tell("notice", "state-hidden", message);
    const tasks = this.#prepared.graph.tasks.map(hiddenTask);
    const counts = { ...emptyCounts(), unknown: tasks.length };
    draft.add({ tasks, counts });
    services.emit({ type: "planned", context, action: services.command.does, digest: "", counts, tasks });
    return void 0;
  }
  /** Ends the session; state that can't be stored is kept in a recovery file. */
  async #close(session) {
    const { services, context, draft } = this.#frame;
    this.#unstored = true;
    const closed = await session.close({ clearPendingNeverStarted: true });
    this.#unstored = !closed.ok && session.unsaved && this.#locked;
    if (closed.ok) return void 0;
    if (!this.#unstored) return closed.error;
    const { backend } = draft.report.state;
    return services.keepRecovery(context, await session.recovery(), closed.error, backend);
  }
};
function recordedKinds({ tasks, contents }) {
  const intents = contents.pending.map(({ intent }) => intent);
  const before = contents.undo.flatMap((step) => step.before ?? []);
  return [...tasks.values(), ...intents, ...before].map(({ kind }) => kind);
}

// src/app/context/unlock.ts
async function unlockContext(store, frame) {
  const { services, choice, tell } = frame;
  const { settings, signal } = services;
  let released = await unlockState(store, settings, signal);
  for (const { name } of released.ok ? [] : formerPlaces(services.loaded, choice)) {
    const former = await unlockState(await openNamed(services, name), settings, signal);
    if (former.ok) released = former;
  }
  if (!released.ok) return released.error;
  const { id, command, since } = released.value;
  tell("notice", "unlocked", `released the lock ${id}, held by ${command} since ${since}`);
  return void 0;
}
async function unlockState(store, { lockId, surface }, signal) {
  if (lockId === void 0) {
    const message = `the command unlock needs ${surface.setting("lock-id")}; a run that waits for the lock shows it`;
    return err(failure("invalid-input", message));
  }
  if (!store.unlock) return err(failure("invalid-input", `the ${store.backend} backend has no lock`));
  return store.unlock(lockId, signal);
}

// src/app/context/run-context.ts
async function runContext(services, choice) {
  const { clock, emit } = services;
  const began = clock.now();
  const frame = contextFrame(services, choice);
  const failed2 = await runStages(frame).catch((error) => {
    if (error instanceof Cancelled) return failure("cancelled", "the run was cancelled");
    throw error;
  });
  const { report: known, entries, lastRun, leftToStore: leftToStore2 } = frame.draft;
  const report = { ...known, failureReason: failed2?.reason ?? null };
  const outcome = { report, failure: failed2 ?? null };
  emit({ type: "context-finished", context: choice.name, ...outcome, elapsedMs: clock.now() - began });
  for (const event of frame.draft.later) emit(event);
  return { ...outcome, entries, lastRun, leftToStore: leftToStore2 };
}
async function runStages(frame) {
  const { command } = frame.services;
  if (command.row.stage === "lock") {
    const opened2 = await openStore(frame);
    return opened2.ok ? unlockContext(opened2.value.store, frame) : opened2.error;
  }
  const prepared = await prepareContext(frame);
  if (!prepared.ok) return prepared.error;
  if (command.row.stage === "manifest") return void 0;
  const opened = await openStore(frame);
  return opened.ok ? runOnState(opened.value, prepared.value, frame) : opened.error;
}
async function openStore({ services, context, draft }) {
  const { command, loaded, sealing, emit } = services;
  const opened = await services.openStore(context);
  if (!opened.ok) return opened;
  const { store, postStepRecord, elsewhere: elsewhere2 } = opened.value;
  const { label } = postStepRecord.place.backend;
  draft.addState({ backend: store.backend, ...label && { label }, sealed: sealing !== void 0 });
  if (elsewhere2 && command.writes && !elsewhere2.recordedHere)
    return err(elsewhereFailure(elsewhere2, loaded.project, context, command.called));
  if (elsewhere2) emit({ type: "diagnostic", diagnostic: elsewhereWarning(elsewhere2, loaded.project, context) });
  return ok(opened.value);
}
var mostPlansWithoutLock = 2;
async function runOnState(opened, prepared, frame) {
  const { services, context, draft } = frame;
  const { command, emit } = services;
  const { store } = opened;
  if (!command.writes) return new SessionRun(opened, prepared, frame).run();
  const lock = lockOptions(services, services.settings.lockTimeoutMs);
  if (!locksWithWrite(store)) return runHeld(opened, prepared, frame, lock);
  let before;
  for (let plans = 1; plans <= mostPlansWithoutLock; plans++) {
    const session = new SessionRun(opened, prepared, frame, before);
    const hold = { ...holdOf(opened, session, frame, lock), store };
    const lockId = hold.holder.id;
    const ended = await holdWithWrite(hold, (whenLocked) => session.run({ way: "to-come", lockId, whenLocked }));
    if (ended === lockFirst || session.again === "lock-first") break;
    if (session.again === void 0) return ended;
    emit({ type: "progress", text: `Another run has changed the state of ${context} meanwhile; planning again.` });
    draft.beginAgain();
    before = session;
  }
  return runHeld(opened, prepared, frame, lock, before);
}
function locksWithWrite(store) {
  return store.lockWithWrite !== void 0;
}
function runHeld(opened, prepared, frame, lock, before) {
  const session = new SessionRun(opened, prepared, frame, before);
  const hold = holdOf(opened, session, frame, lock);
  const lockId = opened.store.lock && hold.holder.id;
  return holdContext(hold, () => session.run({ way: "held", lockId }));
}
function holdOf({ store, postStepRecord }, session, frame, options) {
  const { services, tell } = frame;
  const { signal, giveUp } = services;
  return {
    store,
    holder: lockHolder(frame),
    options,
    signal,
    giveUp,
    postStepRecord,
    isStored: () => !session.unstored,
    tell
  };
}
function lockHolder({ services, context }) {
  const { command, loaded, run, clock, redactor } = services;
  return {
    id: randomUUID2(),
    command: redactor.text(command.called),
    project: loaded.project,
    context,
    since: clock.timestamp(),
    run
  };
}

// src/app/context/store-deadline.ts
function storeDeadline(signal, urgent) {
  const over = new AbortController();
  const begin = (from, ms) => {
    const start = () => void setTimeout(() => over.abort(from.reason), ms).unref();
    if (from.aborted) start();
    else from.addEventListener("abort", start, { once: true });
  };
  begin(signal, storeAfterFirstSignalMs);
  begin(urgent, storeAfterSecondSignalMs);
  return over.signal;
}

// src/processors/file/place-files.ts
function placeFiles(files) {
  const folders = /* @__PURE__ */ new Map();
  const real = (folder) => {
    if (!folders.has(folder)) {
      const found = files.folder(folder);
      folders.set(folder, found.ok ? found.value.split(/[\\/]/).filter(Boolean) : void 0);
    }
    return folders.get(folder);
  };
  return (pattern) => {
    const names = pattern.split("/").filter((name) => name !== "" && name !== ".");
    const first = names.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
    for (let end = first === -1 ? names.length : first; end >= 0; end--) {
      const folder = real(names.slice(0, end).join("/") || ".");
      if (folder) return filePattern(names.slice(end).join("/"), folder);
    }
    return filePattern(pattern);
  };
}

// src/processors/registry.ts
function buildRegistry(processors) {
  const known = /* @__PURE__ */ new Map();
  const clashes = [];
  for (const processor of processors) {
    const key = keyOf(processor.apiVersion, processor.kind);
    const other = known.get(key);
    if (!other) known.set(key, processor);
    else {
      clashes.push(
        `the kind ${processor.kind} of apiVersion ${processor.apiVersion} is defined twice: ${originOf(other)} and ${originOf(processor)}`
      );
    }
  }
  if (clashes.length > 0) return err(clashes);
  const list = [...known.values()].map(({ apiVersion, kind }) => ({ apiVersion, kind })).sort((left, right) => compare(keyOf(left.apiVersion, left.kind), keyOf(right.apiVersion, right.kind)));
  const get = (apiVersion, kind) => {
    const one = known.get(keyOf(apiVersion, kind));
    return one && "processor" in one ? one.processor() : one;
  };
  return ok({ get, list: () => list });
}
function keyOf(apiVersion, kind) {
  return `${apiVersion} ${kind}`;
}
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
function originOf(processor) {
  return "processor" in processor || processor.module === void 0 ? "built in" : `in ${processor.module}`;
}

// src/app/extensions/load-kinds.ts
async function loadKinds(request, warn) {
  const { loaded, capabilities, version: program } = request;
  const { project } = loaded.manifest;
  const { kinds: own, diagnostics } = await kindsOfModules(request);
  const limited = own.map((kind) => capabilities.limit(kind));
  const shipped = shippedKinds(capabilities, program);
  const registry = buildRegistry([...shipped, ...limited]);
  if (!registry.ok && project)
    diagnostics.push(...registry.error.map((message) => moduleProblem(project, "/spec/processors", message)));
  if (registry.ok && diagnostics.length === 0) return registry;
  if (!warn) return err(diagnostics);
  for (const diagnostic of diagnostics) warn(diagnostic);
  const usable = registry.ok ? registry : buildRegistry([...shipped, ...definedOnce(limited, shipped)]);
  return usable.ok ? usable : err(diagnostics);
}
function definedOnce(own, shipped) {
  const same = (one, other) => one.apiVersion === other.apiVersion && one.kind === other.kind;
  return own.filter((one) => [...own, ...shipped].filter((other) => same(one, other)).length === 1);
}
function kindConfigurations({
  manifest,
  trust,
  workspace
}) {
  const found = /* @__PURE__ */ new Map();
  if (!trust.trusted) return found;
  for (const [index, { use, with: template }] of (manifest.project?.processors ?? []).entries()) {
    const paths = modulePaths(use, workspace);
    for (const path of paths.ok ? paths.value : []) found.set(path, { template, place: `processors[${index}].with` });
  }
  return found;
}
function shippedKinds(capabilities, version) {
  const { files, environment, runScript: run } = capabilities;
  const validate = (apiVersion, kind, spec) => validateSpec(apiVersion, kind, spec);
  const dependencies = { files, hash: sha256, validate, environment, run };
  return builtInKinds.map((one) => {
    let made;
    const processor = () => {
      const make = made === void 0 ? makerOf(one) : void 0;
      if (make) made = capabilities.limit({ ...make(dependencies), version });
      return made;
    };
    return { apiVersion: builtInVersion, kind: one.kind, processor };
  });
}
async function kindsOfModules(request) {
  const { workspace, manifest, trust } = request.loaded;
  const { project } = manifest;
  const diagnostics = [];
  const own = [];
  for (const [index, { use: pattern, with: settings }] of (project?.processors ?? []).entries()) {
    if (!trust.trusted || !project) break;
    const pointer = `/spec/processors/${index}`;
    const wrong = (message) => moduleProblem(project, pointer, message);
    const paths = modulePaths(pattern, workspace);
    if (!paths.ok) diagnostics.push(wrong(paths.error));
    for (const path of paths.ok ? paths.value : []) {
      const kinds = await kindsOf(path, settings, request);
      if (kinds.ok) own.push(...kinds.value);
      else diagnostics.push(...kinds.error.map(wrong));
    }
  }
  return { kinds: own, diagnostics };
}
async function kindsOf(path, settings, request) {
  const { loaded, capabilities, modules } = request;
  const { workspace, workingDirectory } = loaded;
  const { loadProcessors } = await import("./modules-CJVNE5V4.js");
  const kinds = await loadProcessors(path, () => importModule(path, capabilities, modules), modules);
  const { checksum: code } = moduleFiles(path, workspace, workingDirectory);
  const isSet = Object.keys(settings).length > 0;
  const checksum2 = isSet ? `${code} ${sha256(canonicalJson(settings))}` : code;
  const version = (said) => said === void 0 ? checksum2 : `${said} ${checksum2}`;
  return kinds.ok ? ok(kinds.value.map((kind) => ({ ...kind, version: version(kind.version) }))) : kinds;
}

// src/app/pull-request/preview-signature.ts
function openPreviewSignature(key, repository, digester) {
  const digest2 = key === void 0 ? void 0 : digester(key);
  return {
    make: ({ project, context, action, digest: plan }, pullRequest) => digest2?.({ sealed: "preview", repository, pullRequest, project, context, action, digest: plan })
  };
}

export {
  planDigester,
  buildGraph,
  programCommands,
  resolveCommand,
  EphemeralFiles,
  expand,
  awaitedOutputs,
  outputName,
  runContext,
  storeDeadline,
  placeFiles,
  loadKinds,
  kindConfigurations,
  openPreviewSignature
};
