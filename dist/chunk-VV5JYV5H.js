import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  stepSurface
} from "./chunk-NZX5AGU2.js";
import {
  member
} from "./chunk-3X5OX6NC.js";
import {
  resolve
} from "./chunk-N35UVQ2N.js";
import {
  fits,
  literalContexts,
  literalParts,
  nameOf,
  namesIn,
  onlyInput,
  onlyPossible
} from "./chunk-756ZVGAZ.js";
import {
  compileGlob
} from "./chunk-PN4IT2FT.js";
import {
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/event/recorded-context.ts
function ruleNaming(project, given) {
  let best;
  for (const rule of project.contexts) {
    for (const template of namesIn(rule)) {
      const literal = literalParts(template).join("").length;
      if (literal > (best?.literal ?? 0) && nameOf(template).matches(given)) best = { rule, literal };
    }
  }
  return best?.rule;
}
function formerNameOf(project, given) {
  for (const [index, rule] of project.contexts.entries()) {
    const at = (rule.formerNames ?? []).findIndex((former) => nameOf(former).matches(given));
    if (at === -1) continue;
    const today = rule.context ?? onlyInput(rule) ?? "";
    return explained(
      "no-context",
      `"${given}" is a former name of the context "${today}", which its state belongs to`,
      {
        location: project.locate(`/spec/contexts/${index}/formerNames/${at}`),
        suggestion: today.includes("${") ? "Name the context as it is called today." : `Give \`context: ${today}\`.`
      }
    );
  }
  return void 0;
}

// src/event/context-rules.ts
var contextName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
function decideContexts(question) {
  const decided = firstMatch(question);
  if (!decided.ok || !question.project?.contexts.some(({ formerNames = [] }) => formerNames.length > 0)) return decided;
  const choices = [];
  for (const choice of decided.value.choices) {
    const formerNames = formerNamesOf(choice.name, question);
    if (!formerNames.ok) return formerNames;
    choices.push({ ...choice, formerNames: formerNames.value });
  }
  return ok({ choices, by: decided.value.by });
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
function placeOfContext(project, name) {
  const all = (project?.contexts ?? []).flatMap(namesIn);
  const exact = all.indexOf(name);
  const place = exact >= 0 ? exact : all.findIndex((template) => template.includes("${") && fits(template, name));
  return place < 0 ? void 0 : place;
}
function firstMatch(question) {
  const { project, given, surface = stepSurface } = question;
  if (given !== void 0 && !contextName.test(given)) {
    return err(
      failure(
        "no-context",
        `"${given}" is not a name of a context: letters, digits, ".", "_" and "-", beginning with a letter or digit`
      )
    );
  }
  if (!project || project.contexts.length === 0) {
    if (given !== void 0)
      return ok({
        choices: [{ name: given, inherits: void 0 }],
        by: () => `${surface.setting("context")}, as there are no rules`
      });
    const why = project ? `the Project "${project.name}" has no rules under \`contexts\`` : "the manifest has no Project document";
    return err(failure("no-context", `no context: ${why}, so ${surface.setting("context")} must name one`));
  }
  const facts = eventFacts(question);
  for (const [index, rule] of project.contexts.entries()) {
    if (!matches(rule, facts, given)) continue;
    const choices = named(rule, index, question);
    if (!choices.ok && question.recorded && given !== void 0) continue;
    if (!choices.ok) return choices;
    const by = () => ruleWords(project, index);
    if (given === void 0) return ok({ choices: choices.value, by });
    const taken = choices.value.find((choice) => choice.name === given);
    if (taken && question.recorded && rule.input === true) return recordedContext(project, taken, by);
    if (taken) return ok({ choices: [taken], by });
  }
  if (given !== void 0 && question.recorded) {
    const unruled = noMatch(project, facts, question, false);
    const by = () => `${surface.setting("context")}, as the command rests on what is recorded`;
    return recordedContext(project, { name: given, inherits: void 0, unruled }, by);
  }
  if (given === void 0 && facts.name === void 0) {
    const only = onlyPossible(project, question.looks === true);
    const decided = only === void 0 ? void 0 : firstMatch({ ...question, given: only });
    if (decided?.ok) return ok({ choices: decided.value.choices, by: () => "the rules, which name no other" });
  }
  const meant = given === void 0 || facts.name !== void 0 ? void 0 : namedBy(project, given);
  if (meant && question.looks)
    return ok({ choices: [meant], by: () => "a rule for another event, as the command only looks" });
  return err(noMatch(project, facts, question, meant !== void 0));
}
function recordedContext(project, choice, by) {
  const rule = ruleNaming(project, choice.name);
  if (rule) {
    const inherits = choice.inherits ?? rule.inherits;
    const words = () => `${ruleWords(project, project.contexts.indexOf(rule))}, whatever event that is for`;
    return ok({ choices: [{ name: choice.name, inherits }], by: words });
  }
  const former = formerNameOf(project, choice.name);
  return former ? err(former) : ok({ choices: [choice], by });
}
function ruleWords(project, index) {
  const { file, line } = project.locate(`/spec/contexts/${index}`);
  return `rule ${index + 1} of the Project (${file}:${line})`;
}
function eventFacts({ environment, event }) {
  const name = environment.GITHUB_EVENT_NAME || void 0;
  const ref = environment.GITHUB_REF ?? "";
  const base = member(event, "pull_request", "base", "ref") ?? queuedFor(event);
  const labels = member(event, "pull_request", "labels");
  return {
    name,
    branch: typeof base === "string" ? base : ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : void 0,
    tag: ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : void 0,
    labels: Array.isArray(labels) ? labels.flatMap((label) => labelName(label)) : []
  };
}
function queuedFor(event) {
  const base = member(event, "merge_group", "base_ref");
  return typeof base === "string" ? base.replace(/^refs\/heads\//, "") : void 0;
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
    const at = () => {
      const location = project?.locate(`/spec/contexts/${index}${pointer}`);
      return location ? { location } : {};
    };
    for (const problem of resolved.problems) {
      const suggestion = problem.suggestion === void 0 ? {} : { suggestion: problem.suggestion };
      diagnostics.push({ severity: "error", code: problem.code, message: problem.message, ...at(), ...suggestion });
    }
    if (resolved.problems.length === 0 && (resolved.unknowns.size > 0 || !contextName.test(name))) {
      diagnostics.push({
        severity: "error",
        code: "bad-context-name",
        message: `this rule leads to the context "${name}", which is not a name: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
        ...at(),
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
function noMatch(project, facts, { given, surface = stepSurface }, named2) {
  const location = project.locate("/spec/contexts");
  if (given !== void 0) {
    const known = project.contexts.flatMap(namesIn);
    const literal = known.filter((name) => !name.includes("${"));
    const near = nearest(given, literal);
    const where = facts.name !== void 0 ? `under the event ${facts.name}` : surface.terminal ? "here" : "outside of an event";
    const message2 = `no rule of the Project takes the context "${given}" ${where}`;
    const suggestion2 = named2 || literal.includes(given) ? `The rule that leads to "${given}" is for other events; add \`{input: [${given}]}\` to take it from ${surface.setting("context")}.` : near ? `Did you mean "${near}"?` : `${literal.length === 0 ? "" : `The rules name ${inWords([...new Set(literal)])}. `}To take it, add a rule such as \`{input: [${given}]}\`.`;
    return explained("no-context", message2, { location, suggestion: suggestion2 });
  }
  if (facts.name === void 0) {
    const names = literalContexts(project);
    const [first = "NAME"] = names;
    const message2 = names.length === 0 ? "no context was named, and no rule names one" : `no context was named, and the rules name ${inWords(names)}`;
    const suggestion2 = `Give ${surface.settingWith("context", first)}${names.length > 1 ? ", for example" : ""}. \`opus contexts\` tells what leads to each.`;
    return explained("no-context", message2, { location, suggestion: suggestion2 });
  }
  const about = [
    `event ${facts.name}`,
    ...facts.branch === void 0 ? [] : [`branch ${facts.branch}`],
    ...facts.tag === void 0 ? [] : [`tag ${facts.tag}`],
    ...facts.labels.length > 0 ? [`labels ${facts.labels.join(", ")}`] : []
  ].join(", ");
  const message = `no rule under \`contexts\` matches this run: ${about}`;
  const suggestion = `Add a rule for it, or set ${surface.setting("context")}.`;
  return explained("no-context", message, { location, suggestion });
}

export {
  decideContexts,
  formerNamesOf,
  mayBeNamed,
  placeOfContext
};
