import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  Boundary,
  Workspace
} from "./chunk-QRZW4G5D.js";
import {
  compileGlob,
  escapeGlob,
  globMatcher,
  verbatimFields
} from "./chunk-G65K36BT.js";
import {
  member
} from "./chunk-RTSY3FFE.js";
import {
  environmentLookup
} from "./chunk-MUKNY2VZ.js";
import {
  fileBytes,
  nodeFileSystem
} from "./chunk-SNBMTHGJ.js";
import {
  countNames
} from "./chunk-2MTA73YI.js";
import {
  equalJson,
  references,
  resolve
} from "./chunk-B64P5Z4L.js";
import {
  nameBudget,
  nearest
} from "./chunk-XT5GRKLC.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import {
  pointerSegment
} from "./chunk-OYQK6QYK.js";

// src/context/rules.ts
var contextName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
function chooseContexts(question) {
  const chosen = firstMatch(question);
  if (!chosen.ok || !question.project?.contexts.some(({ formerNames = [] }) => formerNames.length > 0)) return chosen;
  const choices = [];
  for (const choice of chosen.value) {
    const formerNames = formerNamesOf(choice.name, question);
    if (!formerNames.ok) return formerNames;
    choices.push({ ...choice, formerNames: formerNames.value });
  }
  return ok(choices);
}
function formerNamesOf(context, { project, lookup }) {
  const found = /* @__PURE__ */ new Map();
  const diagnostics = [];
  for (const [index, rule] of (project?.contexts ?? []).entries()) {
    const { formerNames = [] } = rule;
    const template = rule.context ?? onlyInput(rule);
    if (template === void 0 || formerNames.length === 0) continue;
    if (template !== context && textOf(template, lookup) !== context) continue;
    for (const [at, former] of formerNames.entries()) {
      const name = textOf(former, lookup);
      const location = project?.locate(`/spec/contexts/${index}/formerNames/${at}`);
      if (location === void 0 || name === context) continue;
      if (name !== void 0 && contextName.test(name)) found.set(name, found.get(name) ?? location);
      else
        diagnostics.push({
          severity: "error",
          code: "bad-context-name",
          message: `this former name of the context "${context}" can't be told here: ${former}`,
          location,
          suggestion: "Build it from what the rule's `context` is built from."
        });
    }
  }
  if (diagnostics.length > 0) return err(failure("invalid-manifest", "a former name can't be told", diagnostics));
  return ok([...found].map(([name, location]) => ({ name, location })));
}
function onlyInput({ input }) {
  return Array.isArray(input) && input.length === 1 ? input[0] : void 0;
}
function textOf(template, lookup) {
  if (!template.includes("${")) return template;
  const { value, problems, unknowns } = resolve(template, lookup);
  if (problems.length > 0 || unknowns.size > 0 || typeof value === "object") return void 0;
  return String(value);
}
function mayBeNamed(project, name) {
  const rules = project?.contexts ?? [];
  return rules.length === 0 || rules.some((rule) => rule.input === true || namesIn(rule).some((one) => fits(one, name)));
}
function namesIn({ input, context, contexts = [] }) {
  return [...Array.isArray(input) ? input : [], ...context === void 0 ? [] : [context], ...contexts];
}
function fits(template, name) {
  const parts = literalParts(template);
  return compileGlob(parts.map(escapeGlob).join("*"), { dot: true, path: true }).matches(name);
}
function firstMatch(question) {
  const { project, given } = question;
  if (given !== void 0 && !contextName.test(given)) {
    return err(
      failure(
        "no-context",
        `"${given}" is not a name of a context: letters, digits, ".", "_" and "-", beginning with a letter or digit`
      )
    );
  }
  if (!project || project.contexts.length === 0) {
    if (given !== void 0) return ok([{ name: given, inherits: void 0 }]);
    const why = project ? `the Project "${project.name}" has no rules under \`contexts\`` : "the manifest has no Project document";
    return err(failure("no-context", `no context: ${why}, so the input "context" must name one`));
  }
  const facts = eventFacts(question);
  for (const [index, rule] of project.contexts.entries()) {
    if (!matches(rule, facts, given)) continue;
    const choices = named(rule, index, question);
    if (!choices.ok) return choices;
    if (given === void 0) return choices;
    const taken = choices.value.find((choice) => choice.name === given);
    if (taken) return ok([taken]);
  }
  const meant = given === void 0 || facts.name !== void 0 ? void 0 : namedBy(project, given);
  if (meant && question.looks) return ok([meant]);
  return err(noMatch(project, facts, given, meant !== void 0));
}
function eventFacts({ environment, event }) {
  const name = environment.GITHUB_EVENT_NAME || void 0;
  const ref = environment.GITHUB_REF ?? "";
  const base = member(event, "pull_request", "base", "ref");
  const labels = member(event, "pull_request", "labels");
  return {
    name,
    branch: typeof base === "string" ? base : ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : void 0,
    tag: ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : void 0,
    labels: Array.isArray(labels) ? labels.flatMap((label) => labelName(label)) : []
  };
}
function labelName(label) {
  const name = member(label, "name");
  return typeof name === "string" ? [name] : [];
}
function matches(rule, facts, given) {
  if (rule.input !== void 0 && (given === void 0 || rule.input !== true && !rule.input.includes(given)))
    return false;
  if (rule.event && (facts.name === void 0 || !rule.event.includes(facts.name))) return false;
  if (rule.label !== void 0 && !facts.labels.includes(rule.label)) return false;
  const byRef = rule.branch !== void 0 || rule.tag !== void 0;
  if (byRef && !rule.event && facts.name !== "push" && facts.name !== "workflow_dispatch") return false;
  if (rule.branch !== void 0 && !(facts.branch !== void 0 && compileGlob(rule.branch).matches(facts.branch)))
    return false;
  return rule.tag === void 0 || facts.tag !== void 0 && compileGlob(rule.tag).matches(facts.tag);
}
function named(rule, index, { project, given, lookup }) {
  const templates = rule.contexts?.map((name, at) => [`/contexts/${at}`, name]) ?? (rule.context !== void 0 ? [["/context", rule.context]] : given !== void 0 ? [["/input", given]] : []);
  const diagnostics = [];
  const choices = templates.map(([pointer, template]) => {
    const resolved = resolve(template, lookup);
    const name = typeof resolved.value === "object" ? "" : String(resolved.value);
    const location = project?.locate(`/spec/contexts/${index}${pointer}`);
    const at = location ? { location } : {};
    for (const problem of resolved.problems) {
      const suggestion = problem.suggestion === void 0 ? {} : { suggestion: problem.suggestion };
      diagnostics.push({ severity: "error", code: problem.code, message: problem.message, ...at, ...suggestion });
    }
    if (resolved.problems.length === 0 && (resolved.unknowns.size > 0 || !contextName.test(name))) {
      diagnostics.push({
        severity: "error",
        code: "bad-context-name",
        message: `this rule leads to the context "${name}", which is not a name: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
        ...at,
        suggestion: "Build the name from something that has no slashes, such as `pr-${GITHUB:event.number}`."
      });
    }
    return { name, inherits: rule.inherits };
  });
  return diagnostics.length > 0 ? err(failure("invalid-manifest", "the context can't be named", diagnostics)) : ok(choices);
}
function namedBy(project, given) {
  const rule = project.contexts.find(({ context, contexts = [], input }) => {
    const names = [...context === void 0 ? contexts : [context], ...Array.isArray(input) ? input : []];
    return names.some((template) => nameOf(template).matches(given));
  });
  return rule && { name: given, inherits: rule.inherits };
}
function nameOf(template) {
  const parts = literalParts(template).map(escapeGlob);
  return compileGlob(parts.join("+([A-Za-z0-9._-])"), { dot: true, path: true });
}
function noMatch(project, facts, given, named2) {
  const location = project.locate("/spec/contexts");
  if (given !== void 0) {
    const known = project.contexts.flatMap(namesIn);
    const literal = known.filter((name) => !name.includes("${"));
    const near = nearest(given, literal);
    const message2 = `no rule of the Project takes the context "${given}" ${facts.name === void 0 ? "outside of an event" : `under the event ${facts.name}`}`;
    const suggestion2 = named2 || literal.includes(given) ? `The rule that leads to "${given}" is for other events; add \`{input: [${given}]}\` to take it from the input.` : near ? `Did you mean "${near}"?` : "Add a rule such as `{input: true}` or `{input: [test, prod]}`.";
    return failure("no-context", message2, [{ severity: "error", code: "no-context", message: message2, location, suggestion: suggestion2 }]);
  }
  const about = [
    facts.name === void 0 ? "there is no event (a terminal)" : `event ${facts.name}`,
    ...facts.branch === void 0 ? [] : [`branch ${facts.branch}`],
    ...facts.tag === void 0 ? [] : [`tag ${facts.tag}`],
    ...facts.labels.length > 0 ? [`labels ${facts.labels.join(", ")}`] : []
  ].join(", ");
  const message = `no rule under \`contexts\` matches this run: ${about}`;
  const suggestion = facts.name === void 0 ? "Name the context: `--context NAME` (a rule such as `{input: true}` must take it)." : "Add a rule for it, or set the input `context`.";
  return failure("no-context", message, [{ severity: "error", code: "no-context", message, location, suggestion }]);
}
function literalParts(template) {
  const parts = [];
  let at = 0;
  for (let start = template.indexOf("${"); start !== -1; start = template.indexOf("${", at)) {
    const end = template.indexOf("}", start);
    if (end === -1) break;
    parts.push(template.slice(at, start));
    at = end + 1;
  }
  return [...parts, template.slice(at)];
}

// src/app/authorize/read-only-state-files.ts
import { constants, copyFileSync, linkSync, lstatSync, openSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { basename, dirname as dirname2, join } from "node:path";

// src/node/workspace/inside-workspace.ts
import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve as resolve2, sep } from "node:path";
function insideWorkspace(path, root) {
  const named2 = resolve2(path);
  for (const at of fromTheTop(named2)) {
    const entered = entry(at, root);
    if (entered !== void 0)
      return [entered, relative(at, named2)].filter(Boolean).join(sep).split(sep).join("/") || ".";
  }
  return void 0;
}
function fromTheTop(path) {
  const all = [path];
  for (let at = path; dirname(at) !== at; at = dirname(at)) all.unshift(dirname(at));
  return all;
}
function entry(path, root) {
  try {
    const within = relative(root, realpathSync.native(path));
    return within === "../.." || within.startsWith(`..${sep}`) || isAbsolute(within) ? void 0 : within;
  } catch {
    return void 0;
  }
}

// src/app/authorize/read-only-state-files.ts
function stateToRead(root) {
  const workspace = new Workspace(root, root);
  const refuse = () => {
    throw Object.assign(new Error("an untrusted run writes no state"), { code: "refused" });
  };
  const folder = (inside) => sure(workspace.folder(inside));
  return {
    readFile: (path, most = fileBytes) => {
      const inside = insideWorkspace(path, root);
      return inside === void 0 ? nodeFileSystem.readFile(path, most) : sure(workspace.read(inside, most));
    },
    readdir: (path) => {
      const inside = insideWorkspace(path, root);
      return inside === void 0 ? nodeFileSystem.readdir(path) : readdirSync(folder(inside));
    },
    modified: (path) => {
      const inside = insideWorkspace(path, root);
      if (inside === void 0) return nodeFileSystem.modified(path);
      return lstatSync(join(folder(dirname2(inside)), basename(inside))).mtimeMs;
    },
    open: refuse,
    write: refuse,
    fsync: refuse,
    fdatasync: refuse,
    truncate: refuse,
    close: refuse,
    rename: refuse,
    link: refuse,
    copy: refuse,
    unlink: refuse,
    mkdir: refuse
  };
}
var noFollow = constants.O_NOFOLLOW ?? 0;
var openFlags = {
  wx: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  ax: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND,
  a: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
  r: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  "r+": constants.O_RDWR
};
function stateInside(root) {
  const boundary = new Boundary(root, root, {});
  const reading = stateToRead(root);
  const enter = (path) => {
    const inside = insideWorkspace(path, root);
    if (inside !== void 0) return inside;
    throw Object.assign(new Error(`\`${path}\` lies outside the workspace`), { code: "refused" });
  };
  const named2 = (path) => {
    enter(path);
    return path;
  };
  const at = (path, act) => {
    const { folder, name } = sure(boundary.hold(enter(path)));
    try {
      return act(folder.at(name));
    } finally {
      folder.close();
    }
  };
  const both = (from, to, act) => at(from, (realFrom) => at(to, (realTo) => act(realFrom, realTo)));
  return {
    ...nodeFileSystem,
    readFile: (path, most) => reading.readFile(named2(path), most),
    readdir: (path) => reading.readdir(named2(path)),
    modified: (path) => reading.modified(named2(path)),
    open: (path, flags) => at(path, (real) => openSync(real, openFlags[flags] | noFollow)),
    rename: (from, to) => both(from, to, renameSync),
    link: (from, to) => both(from, to, linkSync),
    copy: (from, to) => both(from, to, (realFrom, realTo) => {
      if (lstatSync(realFrom).isSymbolicLink())
        throw Object.assign(new Error(`ELOOP: \`${from}\` is a symlink`), { code: "ELOOP" });
      copyFileSync(realFrom, realTo, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    }),
    unlink: (path) => at(path, unlinkSync),
    mkdir: (path) => {
      const inside = enter(path);
      const components = sure(boundary.split(inside, { folder: true }));
      sure(boundary.holdFolder(inside, components, true)).close();
    }
  };
}
function leadsAway(root, path, workingDirectory) {
  const boundary = new Boundary(root, workingDirectory, {});
  const split = boundary.split(path, { folder: true });
  if (!split.ok) return split.error.message;
  for (let length = split.value.length; length >= 0; length--) {
    const held = boundary.holdFolder(path, split.value.slice(0, length));
    if (held.ok) {
      held.value.close();
      return void 0;
    }
    if (held.error.code === "refused") return held.error.message;
  }
  return void 0;
}
function sure(result) {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw Object.assign(new Error(message), { code: code === "missing" ? "ENOENT" : code });
}

// src/engine/graph/graph.ts
function depthFirst(edges) {
  const order = [];
  const cycles = [];
  const inCycle = /* @__PURE__ */ new Set();
  const state = new Uint8Array(edges.length);
  const path = [];
  const next = [];
  for (let root = 0; root < edges.length; root++) {
    if (state[root] !== 0) continue;
    path.push(root);
    next.push(0);
    state[root] = 1;
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top];
      const dependency = edges[node]?.[next[top]];
      if (dependency === void 0) {
        state[node] = 2;
        order.push(node);
        path.pop();
        next.pop();
        continue;
      }
      next[top] = next[top] + 1;
      if (state[dependency] === 0) {
        state[dependency] = 1;
        path.push(dependency);
        next.push(0);
      } else if (state[dependency] === 1) {
        const cycle = path.slice(path.lastIndexOf(dependency));
        if (!cycle.some((member2) => inCycle.has(member2))) {
          for (const member2 of cycle) inCycle.add(member2);
          cycles.push(lowestFirst(cycle));
        }
      }
    }
  }
  return { order, cycles };
}
function lowestFirst(cycle) {
  const lowest = cycle.reduce((best, node, index) => node < cycle[best] ? index : best, 0);
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
}
function reversed(edges) {
  const result = edges.map(() => []);
  edges.forEach((before, node) => {
    for (const dependency of before) result[dependency]?.push(node);
  });
  return result;
}
function reachable(edges, from) {
  const found = new Set(from);
  const open = [...found];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    for (const dependency of edges[node] ?? []) {
      if (!found.has(dependency)) {
        found.add(dependency);
        open.push(dependency);
      }
    }
  }
  return found;
}

// src/engine/graph/task-graph.ts
function buildGraph(tasks, scope, declaredNames, verbatimFields2) {
  const inScope = tasks.filter((task) => scope.inScope(task.processingScope));
  const places = new Map(inScope.map((task, place2) => [task.name, place2]));
  const outOfScope = new Set(tasks.filter((task) => !places.has(task.name)).map((task) => task.name));
  const diagnostics = [];
  const budget = nameBudget();
  const edges = inScope.map(
    (task) => edgesOf(task, { scope, places, outOfScope, declaredNames, diagnostics, verbatim: verbatimFields2(task), budget })
  );
  const { order, cycles } = depthFirst(edges.map((list) => list.map((edge) => edge.to)));
  for (const cycle of cycles) diagnostics.push(cycleDiagnostic(cycle, inScope, edges));
  const place = new Map(order.map((node, position) => [node, position]));
  const ordered = order.map((node) => inScope[node]);
  return {
    tasks: ordered,
    index: new Map(ordered.map((task, position) => [task.name, position])),
    edges: order.map((node) => (edges[node] ?? []).map((edge) => place.get(edge.to))),
    outOfScope,
    diagnostics
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
  const [first, ...others2] = steps;
  return {
    severity: "error",
    code: "dependency-cycle",
    message: `these tasks depend on each other: ${shownNames.join(" \u2192 ")}`,
    ...first ? { location: first.location } : {},
    related: others2.slice(0, 20),
    suggestion: "Remove one of these dependencies; a `${VAR:\u2026}` counts as one."
  };
}

// src/engine/prepare/scope.ts
var ScopeMatcher = class {
  run;
  #globs = /* @__PURE__ */ new Map();
  constructor(run) {
    this.run = run;
  }
  /** No scope, an empty one included, is every command and context. */
  inScope(scope) {
    return scope === void 0 || scope.length === 0 || scope.some((rule) => this.counts(rule));
  }
  /** True when `commands` and `contexts` of a rule (each optional) match the run. */
  counts(rule) {
    return this.#some(rule.commands, [this.run.command]) && this.matchesContext(rule.contexts);
  }
  /** True when one of the globs (absent: all) matches the context or the one that it inherits from. */
  matchesContext(globs) {
    const { context, inherited } = this.run;
    return this.#some(globs, inherited === void 0 ? [context] : [context, inherited]);
  }
  /** May the resource be neither deleted nor replaced in this context? */
  protects(lifecycle) {
    const { preventDestroy } = lifecycle;
    if (typeof preventDestroy === "object") return preventDestroy.length > 0 && this.matchesContext(preventDestroy);
    return preventDestroy === true;
  }
  #some(globs, names) {
    return globs === void 0 || globs.some((glob) => names.some((name) => this.#matches(glob, name)));
  }
  #matches(glob, name) {
    const compiled = this.#globs.get(glob) ?? compileGlob(glob);
    this.#globs.set(glob, compiled);
    return compiled.matches(name);
  }
};
var everything = /* @__PURE__ */ new Set(["*", "ALL", "ANY"]);
function supports(declared, names) {
  return declared === void 0 || declared.some((glob) => everything.has(glob) || names.some(globMatcher([glob])));
}

// src/engine/recorded/metadata.ts
function recordedAnew(planned) {
  const { entry: entry2, task, decision, status, hidden, name, formerName } = planned;
  const records = decision.change === "noop" || decision.change === "update" || decision.change === "replace";
  if (!entry2 || !task || !records || decision.leftAlone || hidden || status !== "planned") return {};
  const renamed = formerName === void 0 ? [] : [{ path: "/name", before: formerName, after: name }];
  const fields = [...renamed, ...differing(kept(entry2), kept(planned), ""), ...lifecycles(entry2, planned)];
  return fields.length > 0 ? { metadata: fields } : {};
}
function lifecycles(entry2, planned) {
  return differing(entry2.lifecycle, planned.lifecycle, "/lifecycle");
}
function kept({ dependencies, scope }) {
  const listed = (list) => list.length > 0 ? list : void 0;
  const lists = { dependencies: listed(dependencies), processingScope: listed(scope) };
  return lists;
}
function differing(before, after, pointer) {
  return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, next] = [before[key], after[key]];
    if (equalJson(old, next)) return [];
    const path = `${pointer}/${pointerSegment(key)}`;
    return [{ path, ...old === void 0 ? {} : { before: old }, ...next === void 0 ? {} : { after: next } }];
  });
}

// src/engine/plan/plan-model.ts
var actions = ["apply", "create", "update", "delete", "rollback", "drift", "describe"];
function newlyFound(observation) {
  return observation?.state === "present" ? observation : void 0;
}
function countPlan(tasks) {
  const counts = emptyCounts();
  for (const { decision, status, hidden } of tasks) {
    if (status === "failed") counts.failed++;
    else if (status === "skipped") counts.skipped++;
    if (hidden || decision.drift === "unknown") counts.unknown++;
    if (status !== "planned" || hidden) continue;
    if (decision.silent) counts.noop++;
    else if (decision.change !== "none") counts[decision.change]++;
  }
  return counts;
}
function emptyCounts() {
  return Object.fromEntries(countNames.map((name) => [name, 0]));
}
function plannedReport(planned, status = planned.status) {
  const { decision } = planned;
  return {
    name: planned.name,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    change: decision.change,
    reason: decision.reason,
    status,
    drift: driftShown(planned),
    fields: decision.fields,
    ...decision.compared && decision.fields.length > 0 ? { compared: decision.compared } : {},
    ...status === "observed" ? {} : recordedAnew(planned),
    durationMs: 0,
    outputs: {},
    error: decision.error ?? null,
    location: planned.location,
    dependencies: planned.dependencies
  };
}
function driftShown({ hidden, decision }) {
  return hidden ? "unknown" : decision.drift;
}

// src/app/authorize/resolve-command.ts
var others = ["plan", "validate", "contexts", "forget", "unlock", "report"];
var looking = /* @__PURE__ */ new Set(["drift", "describe"]);
function resolveCommand(called, planCommand, mapped) {
  const custom = new Map(Object.entries(mapped));
  if (called !== "plan") {
    if (planCommand !== void 0)
      return err(failure("invalid-input", `"plan-command" is only for the command plan, not for ${called}`));
    return resolveName(called, custom);
  }
  const previewed = planCommand ?? [...custom].find(([, action]) => action === "apply")?.[0] ?? "apply";
  const resolved = resolveName(previewed, custom);
  if (!resolved.ok) return resolved;
  const { does, scopeName } = resolved.value;
  if (!isAction(does) || looking.has(does)) {
    return err(failure("invalid-input", `plan can't preview "${previewed}": it changes nothing`));
  }
  return ok({ called, scopeName, does, writes: false, executes: false });
}
function resolveName(name, custom) {
  const target = custom.get(name) ?? name;
  if (!custom.has(name)) {
    const taken = [...custom].find(
      ([, action]) => action === name || action === "apply" && (name === "create" || name === "update")
    );
    if (taken) {
      const message2 = `the command "${name}" is not available: this project calls it "${taken[0]}"`;
      return err(
        failure("invalid-input", message2, [
          { severity: "error", code: "invalid-input", message: message2, suggestion: `Run "${taken[0]}".` }
        ])
      );
    }
  }
  if (isAction(target)) {
    const executes = !looking.has(target);
    return ok({ called: name, scopeName: name, does: target, writes: executes, executes });
  }
  const other = others.find((candidate) => candidate === target);
  if (other && other !== "plan") {
    return ok({
      called: name,
      scopeName: name,
      does: other,
      writes: other === "forget" || other === "unlock",
      executes: false
    });
  }
  const names = [...custom.keys(), ...actions, ...others];
  const near = nearest(name, names);
  const message = `there is no command "${name}"`;
  const suggestion = near ? `Did you mean "${near}"?` : `There are ${names.join(", ")}.`;
  return err(failure("invalid-input", message, [{ severity: "error", code: "invalid-input", message, suggestion }]));
}
function isAction(name) {
  return actions.includes(name);
}

// src/app/authorize/authorize-run.ts
function authorizeRun(settings, capabilities, loaded) {
  const { manifest } = loaded;
  if (manifest.diagnostics.some((one) => one.severity === "error")) {
    return err(invalidManifest([...manifest.diagnostics, ...graphProblems(settings, capabilities, loaded)]));
  }
  const resolved = resolveCommand(settings.command, settings.planCommand, manifest.project?.commands ?? {});
  if (!resolved.ok) return resolved;
  const command = resolved.value;
  const refused2 = refusal(settings, command, loaded);
  if (refused2) return err(refused2);
  const chosen = choose(settings, capabilities, command, loaded);
  if (chosen.ok) return ok({ command, choices: chosen.value });
  const anywhere = command.does === "validate" && settings.context === void 0 && chosen.error.reason === "no-context";
  return anywhere ? ok({ command, choices: [] }) : chosen;
}
function graphProblems(settings, capabilities, loaded) {
  const { tasks, declaredNames, project } = loaded.manifest;
  const command = resolveCommand(settings.command, settings.planCommand, project?.commands ?? {});
  const chosen = command.ok ? choose(settings, capabilities, command.value, loaded) : command;
  if (!command.ok || !chosen.ok) return [];
  const found = chosen.value.flatMap(({ name, inherits }) => {
    const scope = new ScopeMatcher({ command: command.value.scopeName, context: name, inherited: inherits });
    const verbatim = (task) => verbatimFields(task.apiVersion, task.kind);
    return buildGraph(tasks, scope, declaredNames, verbatim).diagnostics;
  });
  return distinct(found);
}
function refusal(settings, command, loaded) {
  const { trust, manifest } = loaded;
  const { project } = manifest;
  if (command.writes && !trust.trusted) {
    const suggestion = "Use `plan` for such events, and let a push or a manual run apply.";
    return refused(
      "untrusted",
      `the command ${command.called} would act, and this run may not: ${trust.why}`,
      suggestion
    );
  }
  if (command.does === "delete" && command.executes && settings.context === void 0) {
    const message = `the command ${command.called} deletes everything that is recorded, so it needs an explicit "context"`;
    return refused("invalid-input", message, "Set the input `context`.");
  }
  if (settings.planDigest !== void 0 && !command.executes) {
    const message = `"plan-digest" is for a command that carries out a plan, not for ${command.called}`;
    return refused("invalid-input", message, "Leave it out here, and give it to the step that applies.");
  }
  const { path } = project?.state ?? {};
  const away = path === void 0 ? void 0 : leadsOut(path, loaded);
  if (away !== void 0) {
    const message = `the state path of the Project can't be used: ${away}`;
    const suggestion = "Use a folder of the workspace, through no symlink that leads away; or the input `state-path`.";
    return refused("invalid-manifest", message, suggestion, project?.locate("/spec/state/path"));
  }
  return void 0;
}
function leadsOut(path, { workspace, workingDirectory, stateNamed }) {
  const normal = new Workspace(workspace.root, workingDirectory).normalize(path, { folder: true });
  if (!normal.ok) return normal.error;
  return stateNamed ? void 0 : leadsAway(workspace.root, path, workingDirectory);
}
function refused(reason, message, suggestion, location) {
  const code = reason === "invalid-manifest" ? "path-escape" : reason;
  return failure(reason, message, [
    { severity: "error", code, message, suggestion, ...location ? { location } : {} }
  ]);
}
function choose(settings, capabilities, command, loaded) {
  const { manifest, github } = loaded;
  if (command.does === "unlock" && settings.context !== void 0)
    return ok([{ name: settings.context, inherits: void 0 }]);
  const chosen = chooseContexts({
    project: manifest.project,
    given: settings.context,
    environment: capabilities.environment,
    event: github.event,
    looks: !command.writes,
    lookup: outsideLookup(capabilities, loaded, command.scopeName, settings.context ?? "")
  });
  if (!chosen.ok || chosen.value.length < 2 || !command.writes) return chosen;
  const names = chosen.value.map(({ name }) => name).join(", ");
  const message = `this event leads to several contexts (${names}), and the command ${command.called} acts on one`;
  const suggestion = "Set the input `context`, for example from a job matrix made with the command `contexts`.";
  return err(refused("invalid-input", message, suggestion));
}
function outsideLookup({ environment }, loaded, command, context) {
  return environmentLookup({
    environment,
    github: loaded.github.values,
    project: loaded.project,
    command,
    context,
    inherited: void 0,
    secrets: /* @__PURE__ */ new Map(),
    trusted: loaded.trust.trusted
  });
}
function inputFailure(errors) {
  const [first] = errors;
  const message = errors.length === 1 && first ? first.message : `${errors.length} inputs are wrong`;
  return failure("invalid-input", message, errors);
}
function distinct(diagnostics) {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
function invalidManifest(problems, inputs) {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (inputs && errors.every((error) => inputs.has(error))) return inputFailure(errors);
  return failure(
    "invalid-manifest",
    errors.length === 1 ? errors[0]?.message ?? "" : `the manifest has ${errors.length} errors`,
    problems
  );
}

export {
  newlyFound,
  countPlan,
  emptyCounts,
  plannedReport,
  depthFirst,
  reversed,
  reachable,
  buildGraph,
  ScopeMatcher,
  supports,
  formerNamesOf,
  mayBeNamed,
  insideWorkspace,
  stateToRead,
  stateInside,
  authorizeRun,
  outsideLookup,
  inputFailure,
  distinct,
  invalidManifest
};
