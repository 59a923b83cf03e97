import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  placeOfContext
} from "./chunk-VV5JYV5H.js";
import {
  LineBuffer
} from "./chunk-RXZCXUB4.js";
import {
  ReportDraft
} from "./chunk-HG2EX3FI.js";
import {
  ScopeMatcher
} from "./chunk-RYA6JTW6.js";
import {
  environmentLookup
} from "./chunk-ZHKSUILZ.js";
import {
  endlessPatience
} from "./chunk-NOJM2UO2.js";
import {
  applied,
  expansionBudget,
  lookupWith,
  references,
  resolve
} from "./chunk-N35UVQ2N.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  formatReference,
  nameBudget,
  nearest
} from "./chunk-DGTLEPWR.js";

// src/engine/references/values.ts
var Values = class {
  #declarations;
  #given;
  #contexts;
  #lookup;
  #inner;
  #found = /* @__PURE__ */ new Map();
  /** Names that are being resolved, each because the one before it refers to it. */
  #open = /* @__PURE__ */ new Set();
  #expansion = expansionBudget();
  #diagnostics = [];
  #wrongInputs = /* @__PURE__ */ new Set();
  #budget = nameBudget();
  /**
   * @param given by name; the first of several sources must have won already
   * @param contexts the context, then the one that it inherits from
   * @param lookup resolves `${ENV:…}`, `${GITHUB:…}` and `${OPUS:…}` inside declared values
   */
  constructor(declarations, given, contexts, lookup) {
    this.#declarations = new Map(declarations.map((declaration) => [declaration.name, declaration]));
    this.#given = given;
    this.#contexts = contexts;
    this.#lookup = lookup;
    this.#inner = lookupWith(lookup.filtered, (reference) => this.#around(reference));
  }
  /** Of what `check` found: what is wrong with values that were given, and not with the manifest. */
  get wrongInputs() {
    return this.#wrongInputs;
  }
  /** True when some context has a value of this name. */
  declares(name) {
    return this.#declarations.has(name);
  }
  /** Looks at every declared and given value: what is required, mistyped or unknown. */
  check() {
    this.checkGiven();
    for (const name of this.#declarations.keys()) this.get(name);
    return this.#diagnostics;
  }
  /** Looks at the names that were given: those that nobody declares are wrong in every context. */
  checkGiven() {
    const unknown = [...this.#given].filter(([name]) => !this.#declarations.has(name));
    for (const [name, { origin, location }] of unknown.slice(0, unknownLimit)) {
      const near = nearest(name, this.#declarations.keys(), void 0, this.#budget);
      this.#wrongInput({
        severity: "error",
        code: "unknown-value",
        message: `${origin} sets "${name}", which no Values document declares`,
        ...location ? { location } : {},
        suggestion: near ? `Did you mean "${near}"?` : "Declare it under `spec.values` of a Values document, or remove it."
      });
    }
    if (unknown.length > unknownLimit) {
      const message = `${unknown.length - unknownLimit} further names are set that no Values document declares`;
      this.#wrongInput({ severity: "error", code: "unknown-value", message });
    }
    return [...this.#wrongInputs];
  }
  #wrongInput(diagnostic) {
    this.#diagnostics.push(diagnostic);
    this.#wrongInputs.add(diagnostic);
  }
  /** What `${VALUE:name}` stands for. */
  get(name) {
    const ways = [this.#way(name)];
    for (let way = ways.at(-1); way !== void 0; way = ways.at(-1)) {
      const next = way.before.pop();
      if (next === void 0) {
        ways.pop();
        if (!this.#found.has(way.name)) this.#found.set(way.name, this.#find(way.name));
        this.#open.delete(way.name);
      } else if (!this.#found.has(next) && !this.#open.has(next)) ways.push(this.#way(next));
    }
    return this.#found.get(name);
  }
  /** A name, and those that its value refers to, the first one last. */
  #way(name) {
    this.#open.add(name);
    const before = [];
    const declaration = this.#found.has(name) || this.#given.has(name) ? void 0 : this.#declarations.get(name);
    const template = declaration && this.#template(declaration).template;
    if (template !== void 0) {
      for (const { reference } of references(template)) if (reference.source === "VALUE") before.push(reference.name);
    }
    return { name, before: before.reverse() };
  }
  #template({ contexts, default: standard }) {
    const context = this.#contexts.find((candidate) => Object.hasOwn(contexts, candidate));
    return context === void 0 ? { template: standard, pointer: "/default" } : { template: contexts[context], pointer: `/contexts/${context}` };
  }
  #find(name) {
    const declaration = this.#declarations.get(name);
    if (!declaration) {
      const near = nearest(name, this.#declarations.keys(), void 0, this.#budget);
      return {
        type: "missing",
        code: "unknown-value",
        message: `no value "${name}" is declared`,
        suggestion: near ? `Did you mean "${near}"?` : "Declare it under `spec.values` of a Values document."
      };
    }
    const given = this.#given.get(name);
    if (given) return this.#typed(declaration, given.value, given.origin, () => given.location, given.spelling);
    const { template, pointer } = this.#template(declaration);
    if (template === void 0) return this.#absent(declaration);
    return this.#declared(declaration, template, pointer);
  }
  #absent(declaration) {
    const [context] = this.#contexts;
    const message = `value "${declaration.name}" has no value in the context "${context}"`;
    const suggestion = `Give it one under \`contexts: {${context}: \u2026}\`, a \`default\`, or set it with \`values\`.`;
    if (declaration.required) {
      this.#diagnostics.push({
        severity: "error",
        code: "value-required",
        message,
        location: declaration.locate(""),
        suggestion
      });
      return reported(declaration.name);
    }
    return { type: "missing", code: "value-missing", message, suggestion };
  }
  #declared(declaration, template, pointer) {
    const { name } = declaration;
    const resolved = resolve(template, this.#inner, [], this.#expansion);
    for (const problem of resolved.problems) {
      this.#diagnostics.push({
        severity: "error",
        code: problem.code,
        message: problem.message,
        location: declaration.locate(
          pointer + problem.pointer,
          problem.offset === void 0 ? {} : { offset: problem.offset }
        ),
        ...problem.suggestion === void 0 ? {} : { suggestion: problem.suggestion }
      });
    }
    if (resolved.problems.length > 0) return reported(name);
    const [unknown] = resolved.unknowns.values();
    if (unknown) return { type: "unknown", label: labelOf(unknown) };
    return this.#typed(declaration, resolved.value, void 0, () => declaration.locate(pointer));
  }
  #cycle(name) {
    const way = [...this.#open, name];
    const shown2 = way.length > longestWay ? [...way.slice(0, longestWay / 2), "\u2026", ...way.slice(-longestWay / 2)] : way;
    return { type: "missing", code: "value-cycle", message: `value "${name}" refers to itself: ${shown2.join(" \u2192 ")}` };
  }
  #around(reference) {
    if (reference.source === "VALUE") return this.#found.get(reference.name) ?? this.#cycle(reference.name);
    if (reference.source === "VAR" || reference.source === "SECRET") {
      return {
        type: "missing",
        code: "bad-reference",
        message: `a value can't refer to \`\${${reference.source}:\u2026}\``,
        suggestion: "Use it in the spec of the task itself."
      };
    }
    return this.#lookup(reference);
  }
  #typed(declaration, value, origin, locate, spelling) {
    if (!hasType(value, declaration.type)) {
      const location = locate();
      const diagnostic = {
        severity: "error",
        code: "value-type",
        message: `value "${declaration.name}" must be ${article(declaration.type)}, not ${shown(value, spelling)}${origin ? ` (from ${origin})` : ""}`,
        ...location ? { location } : {},
        ...origin === void 0 ? {} : quoting(declaration, value, spelling)
      };
      if (origin === void 0) this.#diagnostics.push(diagnostic);
      else this.#wrongInput(diagnostic);
      return reported(declaration.name);
    }
    return { type: "value", value };
  }
};
var longestWay = 10;
var longestLabel = 300;
function labelOf(labels) {
  const label = [...new Set(labels)].join(", ");
  return shortened(label, longestLabel);
}
var unknownLimit = 50;
function reported(name) {
  return { type: "unknown", label: `value "${name}"` };
}
function hasType(value, type) {
  switch (type) {
    case "string":
    case "boolean":
    case "number":
      return typeof value === type;
    case "integer":
      return Number.isSafeInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
  }
}
function article(type) {
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
function quoting({ name, type }, value, spelling = String(value)) {
  if (type !== "string" || typeof value !== "number" && typeof value !== "boolean") return {};
  return { suggestion: `Put it in quotes: \`${name}: "${spelling}"\`.` };
}
function shown(value, spelling = String(value)) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? `the string ${JSON.stringify(shortened(value, 41))}` : `the ${typeof value} ${spelling}`;
}

// src/engine/references/filtered-secrets.ts
function filterWatch(redactor, conceal) {
  return (found, reference) => {
    const pieces = found.type === "secret" ? [String(found.value)] : textsOf(found.value).flatMap((text) => redactor.held(text));
    if (pieces.length === 0) return;
    const { source, name, filters = [] } = reference;
    const what = source === "SECRET" ? `secret "${name}"` : `what \`${formatReference({ source, name })}\` stands for`;
    for (const form of filteredForms(found.value, pieces, filters)) conceal(form, what);
  };
}
function filteredForms(value, secret, filters) {
  const forms = /* @__PURE__ */ new Set();
  let whole = value;
  let pieces = [...new Set(secret)];
  for (const filter of filters) {
    const made = applied(filter, whole);
    if (typeof made !== "string") break;
    whole = made;
    pieces = filter.name === "base64" ? [made] : pieces.flatMap((piece) => formsOf(filter, piece));
    for (const piece of pieces) forms.add(piece);
  }
  for (const piece of secret) forms.delete(piece);
  return forms;
}
function formsOf(filter, piece) {
  switch (filter.name) {
    case "json":
      return [JSON.stringify(piece).slice(1, -1)];
    case "yaml":
      return yamlForms(piece);
    case "lower":
    case "upper": {
      const each = filter.name === "lower" ? (sign) => sign.toLowerCase() : (sign) => sign.toUpperCase();
      return [.../* @__PURE__ */ new Set([each(piece), [...piece].map(each).join("")])];
    }
    case "indent": {
      const made = applied(filter, piece);
      return typeof made === "string" ? [made] : [];
    }
    default:
      return [piece];
  }
}
function yamlForms(piece) {
  const written = applied({ name: "yaml" }, piece);
  const quoted = applied({ name: "yaml" }, `: ${piece}`);
  const inner = typeof quoted === "string" && /^["']/.test(quoted) ? [quoted.slice(3, -1)] : [];
  return [.../* @__PURE__ */ new Set([piece, ...typeof written === "string" ? [written] : [], ...inner])];
}
function textsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsOf(member)]);
}

// src/app/context/task-io.ts
function taskIo({ context, command, redactor, http, emit, conceal }) {
  const tell = (text) => emit({ type: "progress", text });
  return (task, bounds) => {
    let buffers;
    const bufferOf = (stream) => {
      const known = buffers?.get(stream);
      if (known) return known;
      const give = (text) => emit({ type: "task-output", context, task, stream, text });
      const made = new LineBuffer(give, redactor);
      buffers ??= /* @__PURE__ */ new Map();
      buffers.set(stream, made);
      return made;
    };
    return {
      task,
      context,
      command,
      get signal() {
        return bounds.signal;
      },
      output: (stream, text) => bufferOf(stream).add(text),
      tell: (text) => emit({ type: "progress", text, task }),
      containsSecret: (text) => redactor.contains(text),
      get http() {
        const { signal, patience = endlessPatience } = bounds;
        return http?.({
          task,
          signal,
          patience,
          tell,
          paced: (pace) => emit({ type: "paced", context, task, ...pace }),
          hide: (text) => conceal(text, `a token of task "${task}"`)
        });
      },
      end: () => {
        for (const buffer of buffers?.values() ?? []) buffer.end();
      }
    };
  };
}

// src/app/context/context-frame.ts
function contextFrame(services, choice) {
  const { command, loaded, redactor, http, emit, conceal } = services;
  const { name: context, inherits: inherited } = choice;
  const referenceEnvironment = {
    environment: services.environment,
    github: loaded.github.values,
    project: loaded.project,
    command: command.scopeName,
    context,
    inherited,
    secrets: new Map(loaded.manifest.secrets.map((secret) => [secret.name, secret])),
    trusted: loaded.trust.trusted,
    surface: services.settings.surface,
    secretsUnread: services.settings.changed,
    filtered: filterWatch(redactor, conceal),
    mayMissSecrets: command.previews && loaded.manifest.project?.plan?.missingSecrets === "unknown"
  };
  const lookup = environmentLookup(referenceEnvironment);
  return {
    services,
    choice,
    context,
    scope: new ScopeMatcher({ command: command.scopeName, context, inherited, unruled: choice.unruled !== void 0 }),
    referenceEnvironment,
    values: new Values(loaded.manifest.values, services.given, withInherited(choice), lookup),
    io: taskIo({ context, command: command.scopeName, redactor, http, emit, conceal }),
    draft: new ReportDraft(context, placeOfContext(loaded.manifest.project, context)),
    tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } })
  };
}
function withInherited({ name, inherits }) {
  return inherits === void 0 ? [name] : [name, inherits];
}

export {
  Values,
  filterWatch,
  contextFrame,
  withInherited
};
