import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  reservedProject
} from "./chunk-L3IILN6V.js";
import {
  noticeNames,
  templateTypes,
  webhookEvents,
  webhookFormats
} from "./chunk-T52OZLMG.js";
import {
  ManifestDocument,
  Reporter,
  Source,
  diagnosticLimit
} from "./chunk-A7FT4HDT.js";
import {
  decode
} from "./chunk-QXHLS2HQ.js";
import {
  childPointer,
  plainPartsLimit,
  readDocuments,
  totalLexemeLimit
} from "./chunk-7FF22DOR.js";
import {
  stepSurface
} from "./chunk-NZX5AGU2.js";
import {
  references
} from "./chunk-N35UVQ2N.js";
import {
  mayHoldSecret,
  ownerOf
} from "./chunk-7AN7EH64.js";
import {
  globProblem
} from "./chunk-PN4IT2FT.js";
import {
  containsReference,
  kindsWithSchema,
  nameOf,
  validateProject,
  validateSpec,
  validateTask,
  validateValues
} from "./chunk-6A663GUQ.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerPath
} from "./chunk-RRD47Q5D.js";
import {
  retryDelayMs
} from "./chunk-IE326VUJ.js";
import {
  findReferences,
  formatReference,
  nameBudget,
  nearest,
  parseTemplate
} from "./chunk-DGTLEPWR.js";
import {
  builtInCommands,
  takenNames
} from "./chunk-DPEJMFBY.js";

// src/manifest/glob-checks.ts
var inProject = [
  ["spec", "contexts", "*", "branch"],
  ["spec", "contexts", "*", "tag"]
];
var inTask = [
  ["metadata", "processingScope", "*", "contexts", "*"],
  ["metadata", "dependencies", "*", "contexts", "*"],
  ["metadata", "lifecycle", "preventDestroy", "*"]
];
function projectGlobProblems(document2) {
  return inProject.flatMap((place) => problemsAt(document2, place));
}
function taskGlobProblems(document2, fields = []) {
  return [
    ...inTask.flatMap((place) => problemsAt(document2, place)),
    // Of files, `!` in front leaves out.
    ...fields.flatMap((field) => problemsAt(document2, ["spec", field, "*"], (glob) => glob.replace(/^!/, "")))
  ];
}
function problemsAt(document2, place, globIn = (text) => text) {
  const problems = [];
  const visit = (value, depth, pointer) => {
    const segment = place[depth];
    if (segment === void 0) {
      const problem = typeof value === "string" ? globProblem(globIn(value)) : void 0;
      if (problem !== void 0) problems.push(badGlob(String(value), problem, pointer));
    } else if (segment !== "*") {
      const member = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : void 0;
      if (member !== void 0) visit(member, depth + 1, childPointer(pointer, segment));
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, depth + 1, childPointer(pointer, index));
    }
  };
  visit(document2, 0, "");
  return problems;
}
function badGlob(glob, problem, pointer) {
  return {
    code: "invalid-value",
    message: `the glob ${JSON.stringify(shortened(glob, 80))} ${problem}`,
    pointer,
    suggestion: "Write it in simpler globs, as several items where there is a list."
  };
}

// src/manifest/read-task.ts
var units = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
function readTask(document2) {
  const whole = object(document2.value);
  const metadata = object(whole.metadata);
  const { description, processingScope, timeout } = metadata;
  return {
    name: String(metadata.name),
    apiVersion: String(whole.apiVersion),
    kind: String(whole.kind),
    ...typeof description === "string" && { description },
    formerNames: list(metadata.formerNames) ?? [],
    dependencies: list(metadata.dependencies) ?? [],
    ...Array.isArray(processingScope) && { processingScope },
    autoRollback: metadata.autoRollback !== false,
    lifecycle: readLifecycle(metadata),
    ...typeof timeout === "string" && { timeoutMs: parseDuration(timeout) ?? 0 },
    retries: readRetries(metadata.retries),
    spec: object(whole.spec),
    location: document2.location,
    locate: (pointer, options) => document2.locate(pointer, options)
  };
}
function parseDuration(text) {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  return match ? Number(match[1]) * (units[match[2] ?? ""] ?? 0) : void 0;
}
function readLifecycle({ lifecycle, mutex }) {
  const names = typeof mutex === "string" ? [mutex] : list(mutex) ?? [];
  return { ...object(lifecycle), ...names.length > 0 && { mutex: [...new Set(names)].sort() } };
}
function readRetries(value) {
  const { limit, delay } = object(value);
  return {
    limit: typeof limit === "number" ? limit : 0,
    delayMs: (typeof delay === "string" ? parseDuration(delay) : void 0) ?? retryDelayMs
  };
}
function object(value) {
  return isObject(value) ? value : {};
}
function list(value) {
  return Array.isArray(value) ? value : void 0;
}

// src/manifest/former-names.ts
function formerNameProblems(document2) {
  const whole = object(document2.value);
  const { name, formerNames } = object(whole.metadata);
  const own = (list(formerNames) ?? []).flatMap((former, index) => {
    const pointer = childPointer("/metadata/formerNames", index);
    return former === name ? [inUse(pointer, `the former name "${former}" is the name of the project today`)] : [];
  });
  return [...own, ...contextProblems(list(object(whole.spec).contexts) ?? [])];
}
function contextProblems(rules) {
  const today = new Set(rules.flatMap(namesOf));
  const claimed = /* @__PURE__ */ new Map();
  return rules.flatMap((rule, at) => {
    const { formerNames, input } = object(rule);
    const taken = list(input) ?? [];
    const context = object(rule).context ?? (taken.length === 1 ? taken[0] : void 0);
    const pointer = childPointer(childPointer("/spec/contexts", at), "formerNames");
    const names = list(formerNames) ?? [];
    if (names.length > 0 && typeof context !== "string")
      return [
        {
          code: "former-name-of-none",
          message: "it is not clear of which context these are former names: the rule has no `context`",
          pointer,
          suggestion: "Put them into a rule with `context: NAME` or `input: [NAME]`; they hold for that context, whichever rule leads to it."
        }
      ];
    return names.flatMap((former, index) => {
      if (typeof former !== "string") return [];
      const place = childPointer(pointer, index);
      if (today.has(former)) return [inUse(place, `the former name "${former}" is the name of a context today`)];
      const other = claimed.get(former) ?? context;
      claimed.set(former, other);
      if (other === context) return [];
      return [
        {
          code: "former-name-twice",
          message: `the former name "${former}" of "${context}" is claimed by "${other}", too`,
          pointer: place,
          suggestion: "Keep it in one of them: state recorded under the name can go to one context only."
        }
      ];
    });
  });
}
function namesOf(rule) {
  const { input, context, contexts } = object(rule);
  return [...list(input) ?? [], context, ...list(contexts) ?? []];
}
function inUse(pointer, message) {
  const suggestion = "Delete it from formerNames: state that is kept under the name belongs to what has it today.";
  return { code: "former-name-in-use", message, pointer, suggestion };
}

// src/manifest/hook-settings.ts
var told = ["drift", "failure"];
var mostAssignees = 10;
var mostLabels = 20;
var longestCheckName = 50;
function mapProblems(value, at) {
  return isObject(value) ? [] : [wrongType("a mapping", value, at, "Write `map: {output-name: value}`.")];
}
function labelProblems(value, at) {
  const form2 = "Write `labels: {drift: [drift], failure: [ops]}`.";
  if (!isObject(value)) return [wrongType("a mapping", value, at, form2)];
  return Object.entries(value).flatMap(([name, labels]) => {
    const below = { place: `${at.place}.${name}`, pointer: childPointer(at.pointer, name) };
    if (told.includes(name)) return listProblems(labels, below, labelProblem, mostLabels, form2);
    const near = nearest(name, told);
    const message = `${JSON.stringify(name)} is not a field of ${at.place}`;
    const suggestion = near ? `Did you mean "${near}"?` : form2;
    return [{ code: "unknown-field", message, pointer: below.pointer, atKey: true, suggestion }];
  });
}
function assigneeProblems(value, at) {
  return listProblems(value, at, loginProblem, mostAssignees, "Write logins: `assignees: [mona]`.");
}
function checkNameProblems(value, at) {
  const suggestion = "Write what stands before the colon: `name: opus`.";
  if (typeof value !== "string") return [wrongType("a string", value, at, suggestion)];
  const why = value.includes("${") ? "is written as it stands: references are not filled in here" : nameProblem(value);
  return why === void 0 ? [] : [{ code: "invalid-value", message: `${at.place} ${why}`, pointer: at.pointer, suggestion }];
}
function nameProblem(text) {
  if (text.trim() === "" || text !== text.trim()) return "is no name: it is empty or has blanks around it";
  if ([...text].length > longestCheckName) return `is too long for a name: at most ${longestCheckName} characters`;
  return new RegExp("\\p{Cc}", "u").test(text) ? "is no name: it holds a sign that does not show" : void 0;
}
function switchProblems(value, at) {
  return typeof value === "boolean" ? [] : [wrongType("true or false", value, at, "Write `true` or `false`.")];
}
function listProblems(value, at, wrong, most, suggestion) {
  if (!Array.isArray(value)) return [wrongType("a list", value, at, suggestion)];
  if (value.length > most) {
    const message = `${at.place} has ${value.length} entries, and at most ${most} are allowed`;
    return [{ code: "invalid-value", message, pointer: at.pointer, suggestion: "Leave some out." }];
  }
  return value.flatMap((one, index) => {
    const below = { place: `${at.place}[${index}]`, pointer: childPointer(at.pointer, index) };
    if (typeof one !== "string") return [wrongType("a string", one, below, suggestion)];
    const why = wrong(one);
    return why === void 0 ? [] : [{ code: "invalid-value", message: `${below.place} ${why}`, pointer: below.pointer, suggestion }];
  });
}
function labelProblem(text) {
  if (text.includes("${")) return "is written as it stands: references are not filled in here";
  if (text.trim() === "" || text !== text.trim()) return "is no label: it is empty or has blanks around it";
  if ([...text].length > 50) return "is too long for a label: GitHub takes 50 characters";
  return /[\p{Cc},]/u.test(text) ? "is no label: it holds a comma or a sign that does not show" : void 0;
}
function loginProblem(text) {
  if (text.startsWith("@")) return "is a login without the `@`";
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(text) ? void 0 : "is no login of a person: letters, digits, `-` and `_`";
}
function wrongType(wanted, value, { place, pointer }, suggestion) {
  return { code: "wrong-type", message: `${place} must be ${wanted}, not ${nameOf(value)}`, pointer, suggestion };
}

// src/manifest/webhook-settings.ts
var ownHeaders = ["host", "connection", "content-length", "content-type", "transfer-encoding", "expect", "upgrade"];
var mostHeaders = 20;
var form = "Write `{use: webhook, with: {url: ${SECRET:slackUrl}, format: slack}}`.";
var webhookSettings = {
  url: urlProblems,
  headers: headerProblems,
  events: eventProblems,
  format: (value, at) => oneOf(webhookFormats, value, at),
  template: templateProblems,
  contentType: (value, at) => oneOf(templateTypes, value, at),
  terminal: (value, at) => typeof value === "boolean" ? [] : [wrongType("true or false", value, at, form)]
};
function webhookProblems(settings, at) {
  const { url, format, template, contentType = templateTypes[0] } = settings;
  const problem = (field, message, suggestion) => {
    const pointer = settings[field] === void 0 ? at.pointer : childPointer(at.pointer, field);
    return { code: "invalid-value", message: `${at.place}${message}`, pointer, suggestion };
  };
  if (url === void 0)
    return [
      { code: "missing-field", message: `${at.place} needs the field "url"`, pointer: at.pointer, suggestion: form }
    ];
  if (format === "template" && template === void 0)
    return [problem("format", ' has the format template, and no "template"', "Add `template: {text: ${OPUS:title}}`.")];
  if (format !== "template") {
    const odd = ["template", "contentType"].filter((field) => settings[field] !== void 0);
    return odd.map(
      (field) => problem(field, `.${field} is only for the format template`, "Add `format: template`, or delete it.")
    );
  }
  if (contentType === "text/plain")
    return typeof template === "string" ? [] : [
      problem(
        "template",
        ".template must be a text to be sent as text/plain",
        "Write a text, or leave `contentType` out."
      )
    ];
  if (typeof template !== "string" || isJson(template)) return [];
  const advice = "Write a mapping, put references in quotes, or add `contentType: text/plain` to send it as it is.";
  return [problem("template", ".template is no JSON", advice)];
}
function urlProblems(value, at) {
  if (typeof value !== "string") return [wrongType("a string", value, at, form)];
  const referring = foreignReferences(value, at);
  if (value.includes("${")) return referring;
  const url = URL.parse(value);
  const why = url === null || !/^https?:$/.test(url.protocol) ? "is no address that begins with https://" : url.username !== "" || url.password !== "" ? "has a user or a password in it" : void 0;
  return why === void 0 ? [] : [{ code: "invalid-value", message: `${at.place} ${why}`, pointer: at.pointer, suggestion: form }];
}
function headerProblems(value, at) {
  const advice = 'Write `headers: {Authorization: "Bearer ${SECRET:token}"}`.';
  if (!isObject(value)) return [wrongType("a mapping", value, at, advice)];
  const entries = Object.entries(value);
  const wrong = (name, why) => ({
    code: "invalid-value",
    message: `${at.place} ${why}`,
    pointer: childPointer(at.pointer, name),
    atKey: true,
    suggestion: advice
  });
  if (entries.length > mostHeaders)
    return [wrong(entries[mostHeaders]?.[0] ?? "", `has more than ${mostHeaders} entries`)];
  return entries.flatMap(([name, text]) => {
    const below = { place: `${at.place}.${name}`, pointer: childPointer(at.pointer, name) };
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name))
      return [wrong(name, `names no header: ${JSON.stringify(name.slice(0, 100))}`)];
    if (ownHeaders.includes(name.toLowerCase()))
      return [wrong(name, `can't set ${name}: it follows from what is sent`)];
    return typeof text === "string" ? foreignReferences(text, below) : [wrongType("a string", text, below, advice)];
  });
}
function eventProblems(value, at) {
  const advice = "Write `events: [drift, failure, applied]`, or some of them.";
  if (!Array.isArray(value)) return [wrongType("a list", value, at, advice)];
  if (value.length === 0)
    return [
      {
        code: "invalid-value",
        message: `${at.place} is empty, so nothing would ever be sent`,
        pointer: at.pointer,
        suggestion: advice
      }
    ];
  return value.flatMap(
    (one, index) => oneOf(webhookEvents, one, { place: `${at.place}[${index}]`, pointer: childPointer(at.pointer, index) })
  );
}
function templateProblems(value, at) {
  if (typeof value !== "string" && (typeof value !== "object" || value === null))
    return [wrongType("a mapping, a list or a text", value, at, "Write `template: {text: ${OPUS:title}}`.")];
  return foreignReferences(value, at);
}
function foreignReferences(value, at) {
  const problems = [];
  for (const { reference, pointer } of references(value)) {
    const { source, name, start } = reference;
    if (source !== "VAR" && !(source === "OPUS" && name === "task")) continue;
    problems.push({
      code: "bad-reference",
      message: `\`${formatReference(reference)}\` can't stand in ${at.place}: a message is of a run, not of a task`,
      pointer: `${at.pointer}${pointer}`,
      offset: start,
      suggestion: "Use `${VALUE:\u2026}`, `${SECRET:\u2026}`, `${ENV:\u2026}`, `${GITHUB:\u2026}` or `${OPUS:\u2026}`."
    });
  }
  return problems;
}
function oneOf(known, value, at) {
  if (typeof value === "string" && known.includes(value)) return [];
  const words = known.join(", ");
  if (typeof value !== "string") return [wrongType(`one of ${words}`, value, at, form)];
  const near = nearest(value, known);
  const message = `${at.place} must be one of ${words}, not ${nameOf(value)}`;
  return [
    {
      code: "invalid-value",
      message,
      pointer: at.pointer,
      suggestion: near ? `Did you mean "${near}"?` : `Choose one of ${words}.`
    }
  ];
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// src/manifest/hook-checks.ts
var configurable = /* @__PURE__ */ new Map([
  ["log", {}],
  ["annotations", {}],
  ["summary", {}],
  ["outputs", { map: mapProblems }],
  ["comment", {}],
  ["issue", { labels: labelProblems, assignees: assigneeProblems }],
  ["check", { name: checkNameProblems, annotations: switchProblems }],
  ["webhook", webhookSettings]
]);
var fixed = ["resolve-variables", "process-task", "update-state", "report-error"];
function hookProblems(hook, pointer, index) {
  const { use, with: settings } = hook;
  if (typeof use !== "string") return [];
  const at = childPointer(pointer, "with");
  if (use.startsWith("./")) return settings === void 0 ? [] : moduleReferences(settings, at);
  if (!/^[a-z][a-z-]*$/.test(use)) return [];
  const known = configurable.get(use);
  if (known === void 0) return [unusable(use, childPointer(pointer, "use"))];
  const wrong = isObject(settings) ? unknownSettings(use, settings, known, at, index) : [];
  if (use !== "webhook" || wrong.length > 0) return wrong;
  const pointerOfSettings = isObject(settings) ? at : pointer;
  return webhookProblems(object(settings), { place: `Project.spec.hooks[${index}].with`, pointer: pointerOfSettings });
}
function unusable(use, pointer) {
  if (fixed.includes(use)) {
    return {
      code: "fixed-hook",
      message: `the hook "${use}" is part of every run and can't be configured`,
      pointer,
      suggestion: "Delete the entry."
    };
  }
  const near = nearest(use, [...configurable.keys()], 2) ?? nearest(use, fixed, 2);
  return {
    code: "unknown-hook",
    message: `there is no hook "${use}"`,
    pointer,
    suggestion: near ? `Did you mean "${near}"?` : `There are ${[...configurable.keys()].join(", ")}; a module of your own is named by its path: ./opus/hooks/${use}.mjs.`
  };
}
function unknownSettings(use, settings, checks, pointer, index) {
  const known = Object.keys(checks);
  const place = `Project.spec.hooks[${index}].with`;
  const problems = [];
  for (const [field, value] of Object.entries(settings)) {
    if (known.includes(field)) {
      problems.push(
        ...checks[field]?.(value, { place: `${place}.${field}`, pointer: childPointer(pointer, field) }) ?? []
      );
      continue;
    }
    const near = nearest(field, known);
    problems.push({
      code: "unknown-field",
      message: `${JSON.stringify(field)} is not a field of ${place}`,
      pointer: childPointer(pointer, field),
      atKey: true,
      suggestion: near ? `Did you mean "${near}"?` : known.length > 0 ? `The hook ${use} has ${known.length === 1 ? "one setting" : "the settings"}: ${known.join(", ")}.` : `The hook ${use} has no settings: delete it.`
    });
  }
  return problems;
}
function moduleReferences(value, pointer) {
  if (typeof value === "string") {
    const [reference] = findReferences(value.slice(0, 1e4));
    if (!reference) return [];
    return [
      {
        code: "reference-in-hook",
        message: `\`${formatReference(reference)}\` stands in the settings of a module, where references are not filled in`,
        pointer,
        offset: reference.start,
        suggestion: "Let the module read it: it sees the variables of the step, and `step` and the events name the context."
      }
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => moduleReferences(member, childPointer(pointer, key)));
}

// src/manifest/read-project.ts
function readProject(document2) {
  const whole = object(document2.value);
  const spec = object(whole.spec);
  return {
    name: String(object(whole.metadata).name),
    formerNames: list(object(whole.metadata).formerNames) ?? [],
    location: document2.location,
    contexts: (list(spec.contexts) ?? []).map(readRule),
    commands: object(spec.commands),
    state: object(spec.state),
    limits: object(spec.limits),
    hooks: (list(spec.hooks) ?? []).map(readHook),
    processors: (list(spec.processors) ?? []).map(readKinds),
    ...spec.http === void 0 ? {} : { http: { allow: list(object(spec.http).allow) ?? [] } },
    ...spec.plan === void 0 ? {} : { plan: object(spec.plan) },
    locate: (pointer, options) => document2.locate(pointer, options)
  };
}
function includesOf(document2) {
  const include2 = list(object(object(document2.value).spec).include) ?? [];
  return include2.flatMap(
    (glob, index) => typeof glob === "string" && glob.trim() !== "" ? [{ glob, pointer: childPointer("/spec/include", index) }] : []
  );
}
function checkProject(document2, commands) {
  const spec = object(object(document2.value).spec);
  const problems = [...nameProblems(document2)];
  for (const name of Object.keys(object(spec.commands))) {
    if (!takenNames(commands).includes(name) || object(spec.commands)[name] === name) continue;
    problems.push({
      code: "command-name-taken",
      message: `"${name}" is a command of its own and can't become another name for ${object(spec.commands)[name]}`,
      pointer: childPointer("/spec/commands", name),
      atKey: true,
      suggestion: "Choose a name that no built-in command has, like deploy."
    });
  }
  for (const [index, rule] of (list(spec.contexts) ?? []).entries()) {
    const pointer = childPointer("/spec/contexts", index);
    const { context, contexts, formerNames, inherits } = object(rule);
    const each = (field, texts2) => (list(texts2) ?? []).map((text, at) => [childPointer(childPointer(pointer, field), at), text]);
    const texts = [
      [childPointer(pointer, "context"), context],
      [childPointer(pointer, "inherits"), inherits],
      ...each("contexts", contexts),
      ...each("formerNames", formerNames)
    ];
    for (const [place, text] of texts) if (typeof text === "string") problems.push(...contextReferences(place, text));
  }
  problems.push(...formerNameProblems(document2));
  for (const [index, hook] of (list(spec.hooks) ?? []).entries()) {
    problems.push(...hookProblems(object(hook), childPointer("/spec/hooks", index), index));
  }
  return problems;
}
function nameProblems({ value }) {
  const { name } = object(object(value).metadata);
  const message = typeof name === "string" ? reservedProject(name) : void 0;
  if (message === void 0) return [];
  const suggestion = `Write "readme", for example; state that is kept under another spelling is found with \`formerNames\`.`;
  return [{ code: "reserved-name", message, pointer: "/metadata/name", suggestion }];
}
function unknownCommand(name, custom, commands, pointer) {
  const known = [...custom, ...takenNames(commands)];
  if (known.includes(name)) return void 0;
  const near = nearest(name, known);
  return {
    code: "unknown-command",
    message: `there is no command "${name}"`,
    pointer,
    suggestion: near ? `Did you mean "${near}"?` : "Name a built-in command, or declare it under spec.commands of the Project."
  };
}
function contextReferences(pointer, text) {
  if (!text.includes("${")) return [];
  if (text.length > 1e3) {
    return [
      { code: "bad-reference", message: "the name of a context is too long", pointer, suggestion: "Shorten it." }
    ];
  }
  const { parts, problems } = parseTemplate(text);
  const found = problems.map((problem) => ({ ...problem, pointer }));
  for (const part of parts) {
    if (typeof part === "string" || part.source === "GITHUB" || part.source === "ENV") continue;
    found.push({
      code: "bad-reference",
      message: `the name of a context can't come from \`\${${part.source}:${part.name}}\`: it must be known before anything else`,
      pointer,
      offset: part.start,
      suggestion: "Use `${GITHUB:\u2026}` or `${ENV:\u2026}`."
    });
  }
  return found;
}
function readRule(rule) {
  const { event, ...rest } = rule;
  if (event === void 0) return rest;
  return { ...rest, event: typeof event === "string" ? [event] : event };
}
function readKinds(kinds) {
  return typeof kinds === "string" ? { use: kinds, with: {} } : { use: String(object(kinds).use), with: object(object(kinds).with) };
}
function readHook(hook) {
  const on = list(hook.on);
  return { use: String(hook.use), with: object(hook.with), ...on && { on } };
}

// src/manifest/read-values.ts
var typeTexts = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping"
};
function readValues(document2) {
  return Object.entries(object(object(object(document2.value).spec).values)).map(([name, declaration]) => {
    const { type, required, default: standard, contexts } = object(declaration);
    return {
      name,
      type,
      required: required === true,
      ...standard !== void 0 && { default: standard },
      contexts: object(contexts),
      locate: (pointer, options) => document2.locate(`${childPointer("/spec/values", name)}${pointer}`, options)
    };
  });
}
function readSecrets(document2) {
  return Object.entries(object(object(object(document2.value).spec).secrets)).map(([name, declaration]) => {
    const { env, contexts } = object(declaration);
    return {
      name,
      env: typeof env === "string" ? env : "",
      contexts: Object.fromEntries(
        Object.entries(object(contexts)).map(([context, entry]) => [context, String(object(entry).env)])
      ),
      locate: (pointer, options) => document2.locate(`${childPointer("/spec/secrets", name)}${pointer}`, options)
    };
  });
}
function checkSecretVariables(document2) {
  return readSecrets(document2).flatMap(({ name, env, contexts }) => {
    const pointer = childPointer("/spec/secrets", name);
    const places = Object.entries(contexts).map(([context, variable]) => {
      return [variable, `${childPointer(childPointer(pointer, "contexts"), context)}/env`];
    });
    return [[env, `${pointer}/env`], ...places].filter(([variable]) => !mayHoldSecret(variable)).map(([variable, at]) => ({
      code: "refused-variable",
      message: `the secret "${name}" may not come from the environment variable ${variable}, which belongs to ${ownerOf(variable)}`,
      pointer: at,
      suggestion: "Set a variable of your own in the step's `env`, and name that."
    }));
  });
}
function checkValueTypes(document2) {
  const problems = [];
  for (const { name, type, default: standard, contexts } of readValues(document2)) {
    if (!Object.hasOwn(typeTexts, String(type))) continue;
    const pointer = childPointer("/spec/values", name);
    const check2 = (value, place, at) => {
      if (fits(value, type)) return;
      const shown = value === null ? "it has no value" : `not ${nameOf(value)}`;
      problems.push({
        code: "wrong-type",
        message: `the ${place} of "${name}" must be ${typeTexts[type]}, as its type says; ${shown}`.replace(
          "; not",
          ", not"
        ),
        pointer: at,
        ...hint(value, type)
      });
    };
    if (standard !== void 0) check2(standard, "default", childPointer(pointer, "default"));
    for (const [context, value] of Object.entries(contexts)) {
      check2(value, `value for context ${context}`, childPointer(childPointer(pointer, "contexts"), context));
    }
  }
  return problems;
}
function fits(value, type) {
  if (typeof value === "string" && containsReference(value) !== "no") return true;
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}
function hint(value, type) {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return { suggestion: "Put it in quotes, as it is written." };
  }
  if (value === null) return { suggestion: "Give it a value, or delete the field." };
  if (typeof value !== "string") return { suggestion: "Change the value, or the type." };
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value)) {
    return { suggestion: `Write ${value} without quotes.` };
  }
  if (type === "boolean" && /^(true|false)$/.test(value)) return { suggestion: `Write ${value} without quotes.` };
  return { suggestion: "Change the value, or the type." };
}

// src/manifest/classify.ts
var ours = "opus/v1";
function kindOf(document2) {
  const apiVersion = document2.text("apiVersion");
  const kind = document2.text("kind");
  if (apiVersion === void 0 || kind === void 0) return { is: "unknown" };
  if (apiVersion !== ours) return apiVersion.startsWith("opus/") ? { is: "unknown" } : { is: "task", apiVersion, kind };
  if (kind === "Project") return { is: "project" };
  if (kind === "Values") return { is: "values" };
  return kindsWithSchema(ours).includes(kind) ? { is: "task", apiVersion, kind } : { is: "unknown" };
}
function mayDeclare(document2, kind) {
  if (kind.is !== "unknown") return false;
  const name = document2.text("kind");
  return document2.text("apiVersion") !== ours || name === void 0 || nearest(name, ["Project", "Values"], 2) !== void 0;
}
function validateDocument(document2, kind, rules, commands, report) {
  const { value } = document2;
  const say = (problems, base = "") => {
    for (const problem of problems) report.problem(document2, problem, base);
  };
  switch (kind.is) {
    case "project": {
      const problems = validateProject(value);
      say(problems);
      say(checkProject(document2, commands));
      say(projectGlobProblems(value));
      return;
    }
    case "values": {
      const problems = validateValues(value);
      say(problems);
      say(checkValueTypes(document2));
      say(checkSecretVariables(document2));
      return;
    }
    case "task": {
      const general = validateTask(kind.kind, value);
      say(general);
      say(taskGlobProblems(value, rules?.globs));
      if (!isObject(value) || !isObject(value.spec)) return;
      const ofSpec = validateSpec(kind.apiVersion, kind.kind, value.spec, { references: true }) ?? [];
      say(withoutMisplaced(ofSpec, general), "/spec");
      return;
    }
    case "unknown":
      say(explainUnknown(document2));
  }
}
function withoutMisplaced(ofSpec, general) {
  const misplaced = general.flatMap(
    ({ code, suggestion = "" }) => code === "unknown-field" ? /^("[^"]*") belongs under spec\.$/.exec(suggestion)?.[1] ?? [] : []
  );
  if (misplaced.length === 0) return ofSpec;
  return ofSpec.filter(({ pointer, message }) => pointer !== "" || !misplaced.some((field) => message.includes(field)));
}
function explainUnknown(document2) {
  const { value } = document2;
  if (!isObject(value)) {
    return [
      {
        code: "not-a-mapping",
        message: `this document is ${nameOf(value)}; a document of a manifest is a mapping with apiVersion, kind, metadata and spec`,
        pointer: "",
        suggestion: Array.isArray(value) ? "Write each item as a document of its own, separated by lines with ---." : "Check the indentation and the colons, and that this file is a manifest."
      }
    ];
  }
  const apiVersion = document2.text("apiVersion");
  const kind = document2.text("kind");
  if (apiVersion === void 0 && kind === void 0 && value.apiVersion === void 0 && value.kind === void 0) {
    return [
      {
        code: "missing-field",
        message: 'this document has neither "apiVersion" nor "kind"',
        pointer: "",
        suggestion: "Add apiVersion: opus/v1 and kind: File (or another kind). If this file is not a manifest, leave it out of the globs."
      }
    ];
  }
  const name = kind ?? "this document";
  const general = validateTask(name, value).filter(({ pointer, code, message }) => {
    if (pointer === "/apiVersion" || pointer === "/kind") return true;
    return code === "missing-field" && pointer === "" && /"(apiVersion|kind)"$/.test(message);
  });
  if (apiVersion !== void 0 && apiVersion !== ours && apiVersion.startsWith("opus/")) {
    general.push({
      code: "unknown-api-version",
      message: `this version of opus does not know the apiVersion "${apiVersion}"`,
      pointer: "/apiVersion",
      suggestion: `Write ${ours}.`
    });
  } else if (apiVersion === ours && kind !== void 0 && general.length === 0) {
    general.push(unknownKind(kind));
  }
  return general;
}
function unknownKind(kind) {
  const known = ["Project", "Values", ...kindsWithSchema(ours)];
  const near = nearest(kind, known, 2);
  return {
    code: "unknown-kind",
    message: `${ours} has no kind "${kind}"`,
    pointer: "/kind",
    suggestion: near ? `Did you mean "${near}"?` : `${ours} has ${known.join(", ")}. Kinds of your own have an apiVersion of their own, like example/v1.`
  };
}

// src/manifest/check-references.ts
var opusNames = ["context", "inherited-context", "command", "task", "project", "dollar"];
var problemsPerString = 10;
var scanLimit = 1e8;
function mayRefer(value) {
  return typeof value === "string" ? value.includes("${") : typeof value === "object" && value !== null;
}
var ReferenceChecker = class {
  #names;
  #opusNames;
  #budget = nameBudget();
  #seen = /* @__PURE__ */ new Map();
  #scanned = 0;
  /** @param more what `${OPUS:…}` stands for in these strings besides what it does everywhere */
  constructor(names, more = []) {
    this.#names = names;
    this.#opusNames = [...opusNames, ...more];
  }
  /**
   * Every string of a value, at any depth.
   * @param verbatim top-level fields that are handed to a program as they are: references are errors there
   */
  check(value, verbatim, report) {
    const open = [];
    const add = (parent, key, value2, isVerbatim) => {
      if (mayRefer(value2)) open.push({ value: value2, pointer: childPointer(parent, key), verbatim: isVerbatim });
    };
    if (isObject(value)) {
      for (const [key, item] of Object.entries(value).reverse()) add("", key, item, verbatim.includes(key));
    } else open.push({ value, pointer: "", verbatim: false });
    for (let item = open.pop(); item !== void 0; item = open.pop()) {
      const { value: current, pointer } = item;
      if (typeof current === "string") {
        if (!mayRefer(current)) continue;
        const problems = item.verbatim ? this.#script(current) : this.#template(current);
        for (const problem of problems) report({ ...problem, pointer });
      } else if (Array.isArray(current)) {
        for (let index = current.length - 1; index >= 0; index--)
          add(pointer, index, current[index] ?? null, item.verbatim);
      } else if (isObject(current)) {
        for (const [key, inner] of Object.entries(current).reverse()) add(pointer, key, inner, item.verbatim);
      }
    }
  }
  #template(text) {
    const known = this.#seen.get(text);
    if (known) return known;
    const problems = [];
    if (this.#tooCostly(text)) problems.push(tooMany);
    else {
      const { parts, problems: found } = parseTemplate(text);
      for (const problem of found.slice(0, problemsPerString)) {
        problems.push({ ...problem, ...workflowExpression(text, problem.offset), pointer: "" });
      }
      for (const part of parts) {
        if (problems.length >= problemsPerString) break;
        if (typeof part === "string") continue;
        const problem = this.#reference(part);
        if (problem) problems.push(problem);
      }
    }
    problems.sort((left, right) => (left.offset ?? 0) - (right.offset ?? 0));
    this.#seen.set(text, problems);
    return problems;
  }
  #script(text) {
    const key = `script
${text}`;
    const known = this.#seen.get(key);
    if (known) return known;
    const problems = this.#tooCostly(text) ? [tooMany] : findReferences(text).slice(0, problemsPerString).map(inScript);
    this.#seen.set(key, problems);
    return problems;
  }
  #reference(reference) {
    if (reference.fallback !== void 0) return void 0;
    const words = this.#undeclared(reference);
    if (words === void 0) return void 0;
    const [code, message, suggestion] = words;
    return { code, message, pointer: "", offset: reference.start, suggestion };
  }
  #undeclared({ source, name }) {
    if (source === "OPUS") return unknownOpusName(name, this.#opusNames);
    if (!this.#names.complete) return void 0;
    if (source === "VALUE") return this.#undeclaredValue(name);
    if (source === "SECRET") return this.#undeclaredSecret(name);
    return source === "VAR" ? this.#unknownVariable(name) : void 0;
  }
  #undeclaredValue(name) {
    const { values, secrets } = this.#names;
    return values.has(name) ? void 0 : this.#notDeclared("VALUE", "value", name, values, secrets);
  }
  #undeclaredSecret(name) {
    const { values, secrets } = this.#names;
    return secrets.has(name) ? void 0 : this.#notDeclared("SECRET", "secret", name, secrets, values);
  }
  #notDeclared(source, word, name, own, others) {
    const near = this.#nearest(name, own);
    const [other, otherSource] = word === "value" ? ["secret", "SECRET"] : ["value", "VALUE"];
    return [
      word === "value" ? "unknown-value" : "unknown-secret",
      `the ${word} "${name}" is not declared`,
      others.has(name) ? `It is declared as a ${other}: write \`\${${otherSource}:${name}}\`.` : near ? `Did you mean \`\${${source}:${near}}\`?` : `Declare it under spec.${word}s of a Values document, or give a fallback: \`\${${source}:${name}:-\u2026}\`.`
    ];
  }
  #unknownVariable(name) {
    const task = name.slice(0, name.indexOf(":"));
    if (this.#names.tasks.has(task)) return this.#unknownOutput(task, name.slice(task.length + 1));
    const near = this.#nearest(task, this.#names.tasks);
    return [
      "unknown-task",
      `there is no task "${task}" whose output could be read`,
      near ? `Did you mean \`\${VAR:${near}${name.slice(task.length)}}\`?` : `Add the task, or give a fallback: \`\${VAR:${name}:-\u2026}\`.`
    ];
  }
  #unknownOutput(task, key) {
    const outputs = this.#names.outputs.get(task);
    if (!outputs || outputs.includes(key)) return void 0;
    const near = this.#nearest(key, outputs);
    return [
      "unknown-output",
      `task "${task}" has no output ${key}`,
      near ? `Did you mean \`\${VAR:${task}:${near}}\`?` : `It has ${outputs.join(", ")}.`
    ];
  }
  #nearest(name, candidates) {
    return nearest(name, candidates, void 0, this.#budget);
  }
  #tooCostly(text) {
    let close = -1;
    for (let start = text.indexOf("${"); start !== -1; start = text.indexOf("${", start + 2)) {
      if (close < start) {
        close = text.indexOf("}", start);
        if (close === -1) close = text.length;
      }
      this.#scanned += close - start;
      if (this.#scanned > scanLimit) return true;
    }
    return false;
  }
};
function unknownOpusName(name, known) {
  if (known.includes(name)) return void 0;
  const near = nearest(name, known);
  return [
    "bad-reference",
    `\`\${OPUS:${name}}\` is not known`,
    near ? `Did you mean \`\${OPUS:${near}}\`?` : "Known are context, inherited-context, command, task and project."
  ];
}
var tooMany = {
  code: "bad-reference",
  message: "this text holds a great many `${` that nothing closes",
  pointer: "",
  suggestion: "Write `$${` for a literal `${`, or keep the text in a file of its own (File.spec.source)."
};
function workflowExpression(text, offset) {
  const match = /^\$\{\{\s*([A-Za-z0-9_.-]{1,100}).{0,200}?\}\}/.exec(text.slice(offset, offset + 320));
  if (!match) return void 0;
  const [written, path = ""] = match;
  const [context = "", ...rest] = path.split(".");
  const name = rest.join(".");
  const forms = {
    github: `Write \`\${GITHUB:${name}}\`.`,
    env: `Write \`\${ENV:${name}}\`.`,
    vars: `Hand it to the step as an environment variable, and write \`\${ENV:${name}}\`.`,
    secrets: "Hand it to the step as an environment variable, declare a secret with that env, and write `${SECRET:name}`."
  };
  return {
    message: `\`${written}\` is an expression of workflow files, which a manifest does not know`,
    suggestion: (name === "" ? void 0 : forms[context]) ?? "Write one of the manifest's own references, like `${GITHUB:sha}`."
  };
}
function inScript(reference) {
  const variable = reference.name.replace(/^.*:/, "").replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_").toUpperCase();
  const field = reference.source === "SECRET" ? "secretEnv" : "env";
  const written = `\${${reference.source}:${reference.name}}`;
  return {
    code: "reference-in-script",
    message: `\`${written}\` stands inside a script, where references are not filled in`,
    pointer: "",
    offset: reference.start,
    suggestion: `Hand it over through the environment: ${field}: {${variable}: "${written}"}, and use "$${variable}" in the script.`
  };
}

// src/manifest/cross-checks.ts
function checkNames(entries, complete, commands, report) {
  checkSingleProject(entries, report);
  checkDeclarations(entries, report);
  checkTaskNames(entries, report);
  if (complete) checkCommands(entries, commands, report);
}
function checkSingleProject(entries, report) {
  const [first, ...others] = entries.filter(({ kind }) => kind.is === "project");
  for (const other of others) {
    other.isValid = false;
    report.problem(
      other.document,
      {
        code: "second-project",
        message: "a manifest has at most one Project, and this is the second",
        pointer: "/kind",
        suggestion: "Put the settings into one document."
      },
      "",
      first && [{ message: "the first one", location: first.document.locate("/kind") }]
    );
  }
}
function checkDeclarations(entries, report) {
  for (const [field, word, code] of [
    ["values", "value", "duplicate-value"],
    ["secrets", "secret", "duplicate-secret"]
  ]) {
    const seen = /* @__PURE__ */ new Map();
    for (const entry of entries) {
      if (entry.kind.is !== "values") continue;
      for (const name of declared(entry.document, field)) {
        const pointer = childPointer(`/spec/${field}`, name);
        const first = seen.get(name);
        if (first === void 0) {
          seen.set(name, entry.document);
          continue;
        }
        entry.isValid = false;
        report.problem(
          entry.document,
          {
            code,
            message: `the ${word} "${name}" is declared for the second time`,
            pointer,
            atKey: true,
            suggestion: "Keep one of the two, or rename one."
          },
          "",
          [{ message: "the first one", location: first.locate(pointer, { key: true }) }]
        );
      }
    }
  }
}
function checkTaskNames(entries, report) {
  const pointer = "/metadata/name";
  const names = /* @__PURE__ */ new Map();
  const tasks = entries.filter(({ kind }) => kind.is === "task");
  for (const entry of tasks) {
    const name = entry.document.text("metadata", "name");
    if (name === void 0) continue;
    const first = names.get(name);
    if (first === void 0) {
      names.set(name, entry.document);
      continue;
    }
    entry.isValid = false;
    report.problem(
      entry.document,
      {
        code: "duplicate-task",
        message: `there are two tasks with the name "${name}"`,
        pointer,
        suggestion: "Rename one of them; names are unique in the project, whatever the kind."
      },
      "",
      [{ message: "the first one", location: first.locate(pointer) }]
    );
  }
  const former = /* @__PURE__ */ new Map();
  for (const entry of tasks) {
    const before = report.errors;
    checkFormerNames(entry.document, names, former, report);
    checkSelfDependency(entry.document, report);
    if (report.errors > before) entry.isValid = false;
  }
}
function checkFormerNames(document2, names, former, report) {
  for (const [index, name] of (list(metadataOf(document2).formerNames) ?? []).entries()) {
    if (typeof name !== "string") continue;
    const pointer = childPointer("/metadata/formerNames", index);
    const current = names.get(name);
    const first = former.get(name);
    if (current !== void 0) {
      report.problem(
        document2,
        {
          code: "former-name-in-use",
          message: `the former name "${name}" is the name of a task today`,
          pointer,
          suggestion: "Delete it from formerNames, or rename that task: state recorded under the name can go to one of them only."
        },
        "",
        [{ message: "the task of that name", location: current.locate("/metadata/name") }]
      );
    } else if (first !== void 0) {
      report.problem(
        document2,
        {
          code: "former-name-twice",
          message: `the former name "${name}" is claimed for the second time`,
          pointer,
          suggestion: "Keep it where the resource is now."
        },
        "",
        [{ message: "the first one", location: first() }]
      );
    } else former.set(name, () => document2.locate(pointer));
  }
}
function checkSelfDependency(document2, report) {
  const name = document2.text("metadata", "name");
  for (const [index, rule] of (list(metadataOf(document2).dependencies) ?? []).entries()) {
    for (const [at, task] of (list(object(rule).tasks) ?? []).entries()) {
      if (task !== name || name === void 0) continue;
      report.problem(document2, {
        code: "self-dependency",
        message: `"${name}" depends on itself`,
        pointer: `/metadata/dependencies/${index}/tasks/${at}`,
        suggestion: "Delete it from the list."
      });
    }
  }
}
function checkCommands(entries, commands, report) {
  const project = entries.find(({ kind }) => kind.is === "project");
  const custom = Object.keys(object(object(object(project?.document.value).spec).commands));
  const check2 = (entry, value, pointer) => {
    for (const [index, name] of (list(value) ?? []).entries()) {
      if (typeof name !== "string" || !/^[a-z][a-z0-9-]*$/.test(name)) continue;
      const problem = unknownCommand(name, custom, commands, childPointer(pointer, index));
      if (problem === void 0) continue;
      entry.isValid = false;
      report.problem(entry.document, { ...problem, ...eventAdvice(name, pointer) });
    }
  };
  for (const entry of entries) {
    const rules = (value, pointer, field) => {
      for (const [index, rule] of (list(value) ?? []).entries()) {
        check2(entry, object(rule)[field], `${pointer}/${index}/${field}`);
      }
    };
    if (entry.kind.is === "project") rules(object(object(entry.document.value).spec).hooks, "/spec/hooks", "on");
    if (entry.kind.is !== "task") continue;
    const metadata = metadataOf(entry.document);
    rules(metadata.processingScope, "/metadata/processingScope", "commands");
    rules(metadata.dependencies, "/metadata/dependencies", "commands");
  }
}
function eventAdvice(name, pointer) {
  if (!pointer.endsWith("/on") || !webhookEvents.includes(name)) return {};
  return {
    suggestion: "`on` names commands. What a webhook tells of stands in `with: {events: [drift, failure, applied]}`."
  };
}
function checkReferences(entries, complete, kinds, report) {
  const names = declaredNames(entries, complete, kinds);
  if (complete) checkDependencies(entries, names.tasks, report);
  const checker = new ReferenceChecker(names);
  for (const entry of entries) {
    for (const { value, pointer, verbatim, opusNames: opusNames2 } of templatesOf(entry, kinds)) {
      const able = opusNames2 ? new ReferenceChecker(names, opusNames2) : checker;
      able.check(value, verbatim, (problem) => {
        entry.isValid = false;
        report.problem(entry.document, problem, pointer);
      });
    }
  }
  return names;
}
function declaredNames(entries, complete, kinds) {
  const values = entries.filter(({ kind }) => kind.is === "values");
  return {
    values: new Set(values.flatMap(({ document: document2 }) => declared(document2, "values"))),
    secrets: new Set(values.flatMap(({ document: document2 }) => declared(document2, "secrets"))),
    tasks: new Set(
      entries.flatMap(({ document: document2, kind }) => {
        const name = kind.is === "task" || kind.is === "unknown" ? document2.text("metadata", "name") : void 0;
        return name === void 0 ? [] : [name];
      })
    ),
    outputs: fixedOutputs(entries, kinds),
    complete
  };
}
function templatesOf({ document: document2, kind }, kinds) {
  const spec = object(object(document2.value).spec);
  const at = (value, pointer, verbatim = []) => value === void 0 ? [] : [{ value, pointer, verbatim }];
  switch (kind.is) {
    case "task":
      return at(spec, "/spec", kinds(kind.apiVersion, kind.kind)?.verbatim);
    case "values":
      return Object.entries(object(spec.values)).flatMap(([name, declaration]) => {
        const { default: standard, contexts } = object(declaration);
        const pointer = childPointer("/spec/values", name);
        return [...at(standard, `${pointer}/default`), ...at(contexts, `${pointer}/contexts`)];
      });
    case "project":
      return [
        ...(list(spec.hooks) ?? []).flatMap((hook, index) => {
          const { use, with: settings } = object(hook);
          const pointer = `/spec/hooks/${index}/with`;
          return use === "webhook" ? webhookTemplates(settings, pointer) : use === "outputs" ? at(settings, pointer) : [];
        }),
        ...(list(spec.processors) ?? []).flatMap(
          (own, index) => at(object(own).with, `/spec/processors/${index}/with`)
        )
      ];
    case "unknown":
      return [];
  }
}
function webhookTemplates(settings, pointer) {
  const { template = null, ...others } = object(settings);
  return [
    { value: others, pointer, verbatim: [] },
    { value: template, pointer: `${pointer}/template`, verbatim: [], opusNames: noticeNames }
  ];
}
function fixedOutputs(entries, kinds) {
  const found = /* @__PURE__ */ new Map();
  for (const { document: document2, kind } of entries) {
    const name = document2.text("metadata", "name");
    if (name === void 0 || kind.is !== "task" && kind.is !== "unknown") continue;
    const isKnown = kind.is === "task" && !found.has(name);
    found.set(name, isKnown ? kinds(kind.apiVersion, kind.kind)?.outputNames : void 0);
  }
  return new Map([...found].flatMap(([name, outputs]) => outputs ? [[name, outputs]] : []));
}
function checkDependencies(entries, names, report) {
  const budget = nameBudget();
  for (const entry of entries) {
    if (entry.kind.is !== "task") continue;
    for (const [index, rule] of (list(metadataOf(entry.document).dependencies) ?? []).entries()) {
      const { commands, contexts, tasks } = object(rule);
      if (commands !== void 0 || contexts !== void 0) continue;
      for (const [at, name] of (list(tasks) ?? []).entries()) {
        if (typeof name !== "string" || name === "" || names.has(name)) continue;
        entry.isValid = false;
        const near = nearest(name, names, void 0, budget);
        report.problem(entry.document, {
          code: "unknown-task",
          message: `"${entry.document.text("metadata", "name") ?? "this task"}" depends on "${name}", which is not in the manifest`,
          pointer: `/metadata/dependencies/${index}/tasks/${at}`,
          suggestion: near ? `Did you mean "${near}"?` : "Add the task, or remove the dependency."
        });
      }
    }
  }
}
function declared(document2, field) {
  const declarations = object(object(document2.value).spec)[field];
  return isObject(declarations) ? Object.keys(declarations) : [];
}
function metadataOf(document2) {
  return object(object(document2.value).metadata);
}

// src/manifest/files.ts
var FileList = class {
  #files;
  #known = /* @__PURE__ */ new Set();
  constructor(files) {
    this.#files = files;
  }
  /** @returns how many files match, and those among them that no pattern before matched */
  take(pattern) {
    const found = this.#files.glob(pattern);
    if (!found.ok) return found;
    const fresh = [];
    for (const path of found.value) {
      const plain = path.replace(/^(\.\/+)+/, "");
      if (this.#known.has(plain)) continue;
      this.#known.add(plain);
      fresh.push(plain);
    }
    return { ok: true, value: { matched: found.value.length, fresh } };
  }
};
function readSource(path, files, report) {
  const shown = files.display(path);
  const bytes = files.read(path);
  if (!bytes.ok) {
    report.add({
      severity: "error",
      code: "manifest-unreadable",
      message: `${shown} could not be read: ${bytes.error}`,
      suggestion: "Check that it is a file and that this user may read it."
    });
    return void 0;
  }
  const { text, problems } = decode(bytes.value, shown);
  const source = new Source(shown, text);
  for (const problem of problems) report.span(source, problem);
  return source;
}
function reportMissing(pattern, why, files, report) {
  const isGlob = /[*?[\]{}]/.test(pattern);
  const up = why === void 0 && !isGlob ? files.above(pattern) : void 0;
  const near = why === void 0 && up === void 0 ? nearFiles(pattern, files) : [];
  const empty = why === void 0 && up === void 0 && near.length === 0 && ["*", "*/*"].every((glob) => matchesNothing(glob, files));
  const message = why !== void 0 ? `the manifest ${pattern} could not be looked up: ${why}` : isGlob ? `no file matches the manifest pattern ${pattern}` : `the manifest ${files.display(pattern)} does not exist`;
  report.add({
    severity: "error",
    code: "manifest-not-found",
    message,
    suggestion: up !== void 0 ? aboveWords(up, files.surface) : empty ? files.surface.terminal ? `This folder is empty: go to the folder that holds the manifest, name it with ${files.surface.setting("working-directory")}, or begin with \`opus init\`.` : `This folder is empty: let a step with \`actions/checkout\` come before this one; else set ${files.surface.setting("working-directory")} to the folder that holds the manifest.` : `${near.length > 0 ? `Did you mean ${near.join(" or ")}? ` : ""}Set ${files.surface.setting("manifest")} to its path, or ${files.surface.setting("working-directory")} to the folder that holds it.`
  });
}
function aboveWords(up, surface) {
  const folders = up.split("/").length;
  const where = folders === 1 ? "one folder up" : `${folders} folders up`;
  return `It is ${where}: ${surface.terminal ? `\`cd ${up}\` and run it there, or add` : "set"} ${surface.settingWith("working-directory", up)}.`;
}
function matchesNothing(glob, files) {
  const found = files.glob(glob);
  return found.ok && found.value.length === 0;
}
function nearFiles(pattern, files) {
  const name = pattern.replace(/^.*\//, "");
  const stem = name.replace(/\.[^.]*$/, "");
  const look = (glob) => {
    const found = files.glob(glob);
    return found.ok ? found.value : [];
  };
  const beside = look("*.{yaml,yml,json}");
  const elsewhere = /[*?[\]{}]/.test(name) ? [] : look(`*/${stem}.{yaml,yml,json}`);
  const slip = nearest(pattern, beside, 4);
  return [.../* @__PURE__ */ new Set([...slip === void 0 ? [] : [slip], ...elsewhere])].slice(0, 3);
}

// src/manifest/paths.ts
function baseOf(path, shown) {
  const inner = segments(path);
  const outer = segments(shown);
  const rest = outer.slice(0, Math.max(0, outer.length - inner.length));
  return outer.slice(rest.length).join("/") === inner.join("/") ? rest.filter((part) => part !== "..") : [];
}
function checkPath(path, base, place, pointer, options) {
  if (/^([/\\]|[A-Za-z]:[/\\])/.test(path)) {
    return {
      code: "path-escape",
      message: `${place} ${JSON.stringify(path)} is absolute; paths are relative to the working directory and stay in the workspace`,
      pointer,
      suggestion: "Write it relative to the working directory."
    };
  }
  const way = [...base];
  for (const part of segments(path)) {
    if (part !== "..") {
      way.push(part);
    } else if (way.pop() === void 0) {
      return {
        code: "path-escape",
        message: `${place} ${JSON.stringify(path)} leaves the workspace`,
        pointer,
        suggestion: "Keep it inside the repository."
      };
    }
  }
  const lower = way.map((part) => part.toLowerCase());
  if (lower.includes(".git")) {
    return {
      code: "path-refused",
      message: `${place} ${JSON.stringify(path)} lies in .git, which opus does not touch`,
      pointer,
      suggestion: "Choose a path outside of .git."
    };
  }
  if (options.write && lower[0] === ".github" && lower[1] === "workflows") {
    return {
      code: "path-refused",
      message: `${place} ${JSON.stringify(path)} lies in .github/workflows, which opus does not write`,
      pointer,
      suggestion: "Commit workflow files yourself: one that is generated could grant itself rights."
    };
  }
  return void 0;
}
function segments(path) {
  return path.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
}

// src/manifest/project-alone.ts
function projectAlone(entries, complete, commands, errors) {
  const [first, second] = entries.filter(({ kind }) => kind.is === "project").map(({ document: document2 }) => document2);
  const isKnown = complete && entries.length > 0;
  if (first === void 0) return { project: void 0, name: void 0, doubts: isKnown ? void 0 : errors };
  const own = document(first);
  const name = first.text("metadata", "name");
  const known = name === void 0 ? void 0 : named(name, first);
  const unsure = (doubts) => ({ project: void 0, name: known, doubts });
  if (second !== void 0) return unsure(errors.filter(({ code }) => code === "second-project"));
  if (!first.isSound || first.zeroed.length > 0) return unsure(errors.filter(own));
  const found = [
    ...validateProject(first.value),
    ...checkProject(first, commands),
    ...projectGlobProblems(first.value),
    ...moduleHookProblems(first, commands)
  ];
  const report = new Reporter();
  for (const problem of found) if (!isHarmless(problem, first)) report.problem(first, problem);
  if (report.errors > 0) return unsure(report.diagnostics);
  return { project: withoutWrongHooks(readProject(first), found), name: known, doubts: void 0 };
}
function named(text, first) {
  return {
    text,
    get place() {
      return first.locate("/metadata/name");
    }
  };
}
function document({ source }) {
  return ({ location }) => location?.file === source.shown;
}
var needless = ["include", "description"];
var counting = /* @__PURE__ */ new Set([
  "apiVersion",
  "kind",
  "metadata",
  "name",
  "formerNames",
  "spec",
  "contexts",
  "commands",
  "state",
  "limits",
  "http",
  "hooks",
  "processors"
]);
function isHarmless({ code, pointer, suggestion }, document2) {
  const [top = "", field = "", index] = pointerPath(pointer);
  if (code === "unknown-field" && isOfItself(pointer)) {
    const meant = /^Did you mean "(.*)"\?$/.exec(suggestion ?? "")?.[1];
    const last = pointerPath(pointer).at(-1) ?? "";
    return meant === void 0 ? !counting.has(last) : needless.includes(meant);
  }
  if (needless.includes(field)) return true;
  if (top !== "spec" || field !== "hooks" || index === void 0) return false;
  const { use } = object(hooksOf(document2)[Number(index)]);
  return typeof use === "string" && !/[./\\]/.test(use);
}
function isOfItself(pointer) {
  const path = pointerPath(pointer);
  return path.length === 1 || path.length === 2 && (path[0] === "spec" || path[0] === "metadata");
}
function moduleHookProblems(document2, commands) {
  const custom = Object.keys(object(object(object(document2.value).spec).commands));
  return hooksOf(document2).flatMap((hook, index) => {
    const { use, on } = object(hook);
    if (typeof use !== "string" || !isModulePath(use)) return [];
    const pointer = `/spec/hooks/${index}/on`;
    return (list(on) ?? []).flatMap((name, at) => {
      const problem = typeof name === "string" ? unknownCommand(name, custom, commands, childPointer(pointer, at)) : void 0;
      return problem ?? [];
    });
  });
}
function withoutWrongHooks(project, problems) {
  const wrong = new Set(problems.map(({ pointer }) => /^\/spec\/hooks\/(\d+)/.exec(pointer)?.[1]));
  const hooks = project.hooks.map((hook, index) => {
    return wrong.has(String(index)) ? { use: "", with: {} } : hook;
  });
  return { ...project, hooks, locate: (pointer, options) => project.locate(pointer, options) };
}
function hooksOf({ value }) {
  return list(object(object(value).spec).hooks) ?? [];
}
function isModulePath(use) {
  return use.startsWith("./") || use.startsWith("../");
}

// src/manifest/load.ts
function readManifest(patterns, files) {
  const report = new Reporter();
  const gathered = gather(patterns, files, report);
  return {
    kinds: gathered.documents.flatMap((document2) => document2.text("kind") ?? []),
    check: (kinds, commands = builtInCommands) => check(gathered, report, kinds, commands)
  };
}
function check(gathered, report, kinds, commands) {
  const entries = gathered.documents.map((document2) => {
    const before = report.errors;
    const kind = kindOf(document2);
    const rules = kind.is === "task" ? kinds(kind.apiVersion, kind.kind) : void 0;
    validateDocument(document2, kind, rules, commands, report);
    if (kind.is === "task" && rules?.paths) checkPaths(document2, kind.kind, rules.paths, gathered.base, report);
    for (const field of rules?.variables ?? []) checkVariables(document2, field, report);
    report.zeroes(document2);
    return { document: document2, kind, isValid: document2.isSound && report.errors === before };
  });
  const complete = gathered.complete && !entries.some(({ document: document2, kind }) => mayDeclare(document2, kind) || isUnnamed(document2, kind));
  checkNames(entries, complete, commands, report);
  const names = checkReferences(entries, complete, kinds, report);
  const diagnostics = sorted(report);
  return {
    ...assemble(entries, names.tasks, diagnostics, gathered),
    complete,
    projectAlone: () => projectAlone(
      entries,
      complete,
      commands,
      diagnostics.filter(({ severity }) => severity === "error")
    )
  };
}
function isUnnamed(document2, { is }) {
  return is === "task" && document2.text("metadata", "name") === void 0;
}
function gather(patterns, files, report) {
  const list2 = new FileList(files);
  const reader = new DocumentReader(files, report);
  for (const pattern of patterns) {
    const taken = list2.take(pattern);
    if (taken.ok && taken.value.matched > 0) {
      reader.read(taken.value.fresh);
      continue;
    }
    reader.complete = false;
    reportMissing(pattern, taken.ok ? void 0 : taken.error, files, report);
  }
  const emptyPatterns = [];
  for (let index = 0; index < reader.documents.length; index++) {
    const document2 = reader.documents[index];
    if (document2?.text("kind") !== "Project" || kindOf(document2).is !== "project") continue;
    const included = include(document2, list2, reader.base ?? [], report, (paths2) => reader.read(paths2));
    emptyPatterns.push(...included.empty);
    if (!included.complete) reader.complete = false;
  }
  const { documents, sources, paths, complete, base = [] } = reader;
  if (report.errors === 0 && documents.length === 0) {
    report.add({
      severity: "error",
      code: "empty-manifest",
      message: `${paths.length === 1 ? `${files.display(paths[0] ?? "")} holds` : "the manifest files hold"} no document`,
      suggestion: "Add a task. To delete everything that was made, run the command delete."
    });
  }
  return { documents, sources, files: paths, complete, base, emptyPatterns };
}
var DocumentReader = class {
  documents = [];
  sources = [];
  paths = [];
  /** Nothing of what was to be read is missing. */
  complete = true;
  /** The folder of the first file. */
  base;
  #files;
  #report;
  #budget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };
  constructor(files, report) {
    this.#files = files;
    this.#report = report;
  }
  read(paths) {
    for (const path of paths) {
      this.paths.push(path);
      this.base ??= baseOf(path, this.#files.display(path));
      const errors = this.#report.errors;
      const source = readSource(path, this.#files, this.#report);
      if (source !== void 0) this.sources.push(source);
      if (source === void 0 || this.#report.errors > errors) this.complete = false;
      else this.#parse(source);
    }
  }
  #parse(source) {
    const problems = readDocuments(source.text, this.#budget, (read) => {
      for (const problem of read.problems) this.#report.span(source, problem);
      if (read.problems.some(({ code }) => losing.has(code))) this.complete = false;
      if (!read.isEmpty) this.documents.push(new ManifestDocument(source, read));
    });
    for (const problem of problems) this.#report.span(source, problem);
    if (problems.length > 0) this.complete = false;
  }
};
var losing = /* @__PURE__ */ new Set([
  "merge-key",
  "refused-key",
  "non-string-key",
  "unknown-alias",
  "alias-loop",
  "alias-bomb",
  "too-deep"
]);
function checkVariables(document2, field, report) {
  const told2 = /* @__PURE__ */ new Set();
  for (const [name, value] of Object.entries(object(object(object(document2.value).spec)[field]))) {
    const pointer = childPointer(childPointer("/spec", field), name);
    const spelling = document2.spelling(pointer);
    if (spelling === void 0 || /^[-+]?0\d/.test(spelling)) continue;
    const { line, column } = document2.locate(pointer);
    if (told2.size === told2.add(`${line}:${column}`).size) continue;
    report.problem(document2, {
      code: "unquoted-text",
      message: `\`${spelling}\` is ${typeof value === "number" ? "a number" : "a boolean"} in YAML, and the script would get ${value}`,
      pointer,
      suggestion: `Put it in quotes: "${spelling}".`
    });
  }
}
function include(document2, list2, base, report, readAll) {
  let isComplete = true;
  const empty = [];
  for (const { glob, pointer } of includesOf(document2)) {
    const problem = checkPath(glob, base, "the included path", pointer, { write: false });
    if (problem !== void 0) {
      report.problem(document2, problem);
      isComplete = false;
      continue;
    }
    const taken = list2.take(glob);
    if (taken.ok && taken.value.matched > 0) {
      readAll(taken.value.fresh);
      continue;
    }
    if (taken.ok) empty.push({ pattern: glob, location: document2.locate(pointer) });
    else isComplete = false;
    report.add({
      severity: taken.ok ? "warning" : "error",
      code: taken.ok ? "include-matches-nothing" : "manifest-unreadable",
      message: taken.ok ? `no file matches ${JSON.stringify(glob)}` : `${JSON.stringify(glob)} could not be looked up: ${taken.error}`,
      location: document2.locate(pointer),
      suggestion: "Globs are relative to the working directory. Correct it, or delete the line."
    });
  }
  return { complete: isComplete, empty };
}
function checkPaths(document2, kind, paths, base, report) {
  for (const [field, use] of Object.entries(paths)) {
    const path = document2.text("spec", field);
    if (path === void 0 || path === "" || path.includes("${")) continue;
    const problem = checkPath(path, base, `${kind}.spec.${field}`, `/spec/${field}`, { write: use === "write" });
    if (problem) report.problem(document2, problem);
  }
}
function assemble(entries, declaredNames2, diagnostics, gathered) {
  const sound = (is) => entries.filter((entry) => entry.kind.is === is && entry.isValid);
  const project = sound("project")[0]?.document;
  const values = sound("values").map(({ document: document2 }) => document2);
  return {
    project: project && readProject(project),
    values: values.flatMap(readValues),
    secrets: values.flatMap(readSecrets),
    tasks: sound("task").map(({ document: document2 }) => readTask(document2)),
    declaredNames: declaredNames2,
    diagnostics,
    sources: new Map(gathered.sources.map((source) => [source.shown, source.frameText()])),
    files: gathered.files,
    emptyPatterns: gathered.emptyPatterns
  };
}
function sorted(report) {
  const diagnostics = [...report.diagnostics].sort((left2, right) => {
    const [a, b] = [left2.location, right.location];
    if (a === void 0 || b === void 0) return Number(a !== void 0) - Number(b !== void 0);
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column;
  });
  const left = report.errors - diagnostics.filter(({ severity }) => severity === "error").length;
  if (left <= 0) return diagnostics;
  return [
    ...diagnostics,
    {
      severity: "error",
      code: "too-many-problems",
      message: `${left} further problems are not shown`,
      suggestion: `Mend the first ${diagnosticLimit}, and look again.`
    }
  ];
}

// src/node/workspace/manifest-files.ts
import { existsSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";
var manifestLimit = 16 * 1024 * 1024;
var mostFoldersUp = 20;
var large = 256 * 1024;
function manifestFiles(workspace, { workingDirectory, surface = stepSurface, onLarge = () => {
} } = {}) {
  let bytes = 0;
  return {
    surface,
    glob: (pattern) => workspace.glob(pattern),
    read(path) {
      const read = workspace.read(path, manifestLimit);
      if (!read.ok) return err(read.error.message);
      const before = bytes;
      bytes += read.value.length;
      if (before < large && bytes >= large) onLarge();
      return ok(read.value);
    },
    above: (path) => {
      if (workingDirectory === void 0) return void 0;
      for (let up = ".."; up.length <= mostFoldersUp * 3; up += "/..") {
        const folder = resolvePath(workingDirectory, up);
        if (existsSync(join(folder, path))) return up;
        if (dirname(folder) === folder) return void 0;
      }
      return void 0;
    },
    display: (path) => workspace.display(path)
  };
}

export {
  readManifest,
  manifestFiles
};
