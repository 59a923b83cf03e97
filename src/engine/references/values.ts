import type { Diagnostic, Location } from "../diagnostics/diagnostic.ts";
import { isObject, type Json } from "../json/json.ts";
import type { ValueDeclaration, ValueType } from "../model/project.ts";
import { shortened } from "../text/shorten.ts";
import { expansionBudget } from "./expansion-budget.ts";
import { type Found, type Lookup, lookupWith } from "./found.ts";
import { nameBudget, nearest, type Reference } from "./references.ts";
import { resolve } from "./resolve.ts";
import { references } from "./templates.ts";

/** A value given from outside the manifest. It is data: no reference in it is resolved. */
export interface GivenValue {
  readonly value: Json;
  /** For messages: `the input "values"`, `values/prod.yaml`. */
  readonly origin: string;
  readonly location?: Location;
  /** How a number or boolean is written, where its value does not say that: `1e3`. */
  readonly spelling?: string;
}

/** The declared values as one context sees them. Precedence: given, context, inherited context, default. */
export class Values {
  readonly #declarations: ReadonlyMap<string, ValueDeclaration>;
  readonly #given: ReadonlyMap<string, GivenValue>;
  readonly #contexts: readonly string[];
  readonly #lookup: Lookup;
  readonly #inner: Lookup;
  readonly #found = new Map<string, Found>();
  /** Names that are being resolved, each because the one before it refers to it. */
  readonly #open = new Set<string>();
  readonly #expansion = expansionBudget();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #wrongInputs = new Set<Diagnostic>();
  readonly #budget = nameBudget();

  /**
   * @param given by name; the first of several sources must have won already
   * @param contexts the context, then the one that it inherits from
   * @param lookup resolves `${ENV:…}`, `${GITHUB:…}` and `${OPUS:…}` inside declared values
   */
  constructor(
    declarations: readonly ValueDeclaration[],
    given: ReadonlyMap<string, GivenValue>,
    contexts: readonly string[],
    lookup: Lookup,
  ) {
    this.#declarations = new Map(declarations.map((declaration) => [declaration.name, declaration]));
    this.#given = given;
    this.#contexts = contexts;
    this.#lookup = lookup;
    this.#inner = lookupWith(lookup.filtered, (reference) => this.#around(reference));
  }

  /** Of what `check` found: what is wrong with values that were given, and not with the manifest. */
  get wrongInputs(): ReadonlySet<Diagnostic> {
    return this.#wrongInputs;
  }

  /** True when some context has a value of this name. */
  declares(name: string): boolean {
    return this.#declarations.has(name);
  }

  /** Looks at every declared and given value: what is required, mistyped or unknown. */
  check(): readonly Diagnostic[] {
    this.checkGiven();
    for (const name of this.#declarations.keys()) this.get(name);
    return this.#diagnostics;
  }

  /** Looks at the names that were given: those that nobody declares are wrong in every context. */
  checkGiven(): readonly Diagnostic[] {
    const unknown = [...this.#given].filter(([name]) => !this.#declarations.has(name));
    for (const [name, { origin, location }] of unknown.slice(0, unknownLimit)) {
      const near = nearest(name, this.#declarations.keys(), undefined, this.#budget);
      this.#wrongInput({
        severity: "error",
        code: "unknown-value",
        message: `${origin} sets "${name}", which no Values document declares`,
        ...(location ? { location } : {}),
        suggestion: near
          ? `Did you mean "${near}"?`
          : "Declare it under `spec.values` of a Values document, or remove it.",
      });
    }
    if (unknown.length > unknownLimit) {
      const message = `${unknown.length - unknownLimit} further names are set that no Values document declares`;
      this.#wrongInput({ severity: "error", code: "unknown-value", message });
    }
    return [...this.#wrongInputs];
  }

  #wrongInput(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
    this.#wrongInputs.add(diagnostic);
  }

  /** What `${VALUE:name}` stands for. */
  get(name: string): Found {
    // Those that it refers to come first, without recursion: a chain may be as long as the manifest.
    const ways = [this.#way(name)];
    for (let way = ways.at(-1); way !== undefined; way = ways.at(-1)) {
      const next = way.before.pop();
      if (next === undefined) {
        ways.pop();
        if (!this.#found.has(way.name)) this.#found.set(way.name, this.#find(way.name));
        this.#open.delete(way.name);
      } else if (!this.#found.has(next) && !this.#open.has(next)) ways.push(this.#way(next));
    }
    return this.#found.get(name) as Found;
  }

  /** A name, and those that its value refers to, the first one last. */
  #way(name: string): { readonly name: string; readonly before: string[] } {
    this.#open.add(name);
    const before: string[] = [];
    const declaration = this.#found.has(name) || this.#given.has(name) ? undefined : this.#declarations.get(name);
    const template = declaration && this.#template(declaration).template;
    if (template !== undefined)
      for (const { reference } of references(template)) if (reference.source === "VALUE") before.push(reference.name);
    return { name, before: before.reverse() };
  }

  #template({ contexts, default: standard }: ValueDeclaration): {
    readonly template: Json | undefined;
    readonly pointer: string;
  } {
    const context = this.#contexts.find((candidate) => Object.hasOwn(contexts, candidate));
    return context === undefined
      ? { template: standard, pointer: "/default" }
      : { template: contexts[context], pointer: `/contexts/${context}` };
  }

  #find(name: string): Found {
    const declaration = this.#declarations.get(name);
    if (!declaration) {
      const near = nearest(name, this.#declarations.keys(), undefined, this.#budget);
      return {
        type: "missing",
        code: "unknown-value",
        message: `no value "${name}" is declared`,
        suggestion: near ? `Did you mean "${near}"?` : "Declare it under `spec.values` of a Values document.",
      };
    }
    const given = this.#given.get(name);
    if (given) return this.#typed(declaration, given.value, given.origin, () => given.location, given.spelling);
    const { template, pointer } = this.#template(declaration);
    if (template === undefined) return this.#absent(declaration);
    return this.#declared(declaration, template, pointer);
  }

  #absent(declaration: ValueDeclaration): Found {
    const [context] = this.#contexts;
    const message = `value "${declaration.name}" has no value in the context "${context}"`;
    const suggestion = `Give it one under \`contexts: {${context}: …}\`, a \`default\`, or set it with \`values\`.`;
    if (declaration.required) {
      this.#diagnostics.push({
        severity: "error",
        code: "value-required",
        message,
        location: declaration.locate(""),
        suggestion,
      });
      return reported(declaration.name);
    }
    return { type: "missing", code: "value-missing", message, suggestion };
  }

  #declared(declaration: ValueDeclaration, template: Json, pointer: string): Found {
    const { name } = declaration;
    const resolved = resolve(template, this.#inner, [], this.#expansion);
    for (const problem of resolved.problems) {
      this.#diagnostics.push({
        severity: "error",
        code: problem.code,
        message: problem.message,
        location: declaration.locate(
          pointer + problem.pointer,
          problem.offset === undefined ? {} : { offset: problem.offset },
        ),
        ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
      });
    }
    if (resolved.problems.length > 0) return reported(name);
    const [unknown] = resolved.unknowns.values();
    if (unknown) return { type: "unknown", label: labelOf(unknown) };
    return this.#typed(declaration, resolved.value, undefined, () => declaration.locate(pointer));
  }

  #cycle(name: string): Found {
    const way = [...this.#open, name];
    const shown = way.length > longestWay ? [...way.slice(0, longestWay / 2), "…", ...way.slice(-longestWay / 2)] : way;
    return { type: "missing", code: "value-cycle", message: `value "${name}" refers to itself: ${shown.join(" → ")}` };
  }

  #around(reference: Reference): Found {
    if (reference.source === "VALUE") return this.#found.get(reference.name) ?? this.#cycle(reference.name);
    if (reference.source === "VAR" || reference.source === "SECRET") {
      return {
        type: "missing",
        code: "bad-reference",
        message: `a value can't refer to \`\${${reference.source}:…}\``,
        suggestion: "Use it in the spec of the task itself.",
      };
    }
    return this.#lookup(reference);
  }

  #typed(
    declaration: ValueDeclaration,
    value: Json,
    origin: string | undefined,
    locate: () => Location | undefined,
    spelling?: string,
  ): Found {
    if (!hasType(value, declaration.type)) {
      const location = locate();
      const diagnostic: Diagnostic = {
        severity: "error",
        code: "value-type",
        message: `value "${declaration.name}" must be ${article(declaration.type)}, not ${shown(value, spelling)}${origin ? ` (from ${origin})` : ""}`,
        ...(location ? { location } : {}),
        ...(origin === undefined ? {} : quoting(declaration, value, spelling)),
      };
      if (origin === undefined) this.#diagnostics.push(diagnostic);
      else this.#wrongInput(diagnostic);
      return reported(declaration.name);
    }
    return { type: "value", value };
  }
}

/** Names of a circle that are shown. */
const longestWay = 10;
const longestLabel = 300;

/** Each thing once: values that repeat others would repeat what these wait for. */
function labelOf(labels: readonly string[]): string {
  const label = [...new Set(labels)].join(", ");
  return shortened(label, longestLabel);
}

/** More unknown names than this are only counted. */
const unknownLimit = 50;

/** Its error is told at its declaration, and not again wherever it is used. */
function reported(name: string): Found {
  return { type: "unknown", label: `value "${name}"` };
}

function hasType(value: Json, type: ValueType): boolean {
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

function article(type: ValueType): string {
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** What looks like a number is one in YAML. */
function quoting({ name, type }: ValueDeclaration, value: Json, spelling = String(value)): { suggestion?: string } {
  if (type !== "string" || (typeof value !== "number" && typeof value !== "boolean")) return {};
  return { suggestion: `Put it in quotes: \`${name}: "${spelling}"\`.` };
}

function shown(value: Json, spelling = String(value)): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string"
    ? `the string ${JSON.stringify(shortened(value, 41))}`
    : `the ${typeof value} ${spelling}`;
}
