import type { Problem } from "../diagnostics/diagnostic.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { isObject, type Json, type JsonObject, mapMembers, pointerSegment } from "../json/json.ts";
import { Expansion, type ExpansionBudget } from "./expansion-budget.ts";
import { filtered } from "./filters.ts";
import type { Found, Lookup, MissingSecrets, ValueType } from "./found.ts";
import { escapeText, formatReference, parseTemplate, type Reference, type TemplatePart } from "./references.ts";
import { escapeAll, mayRefer } from "./templates.ts";
import { unseen } from "./unseen.ts";

/** A secret, or another value that holds one, as a spec uses it. */
export interface SecretUse {
  /** What tells it from another value: the secret itself, or the canonical JSON of what holds one. */
  readonly value: string;
  /** The environment variable that held a secret. */
  readonly env?: string;
}

/** Under which name state keeps what it knows of a secret: its own; of what else holds one, that of the reference. */
export function secretName({ source, name }: Pick<Reference, "source" | "name">): string {
  return source === "SECRET" ? name : `${source}:${name}`;
}

/** A value with its references resolved. */
export interface Resolved<T extends Json = Json> {
  /** What processors get. Only whole when `unknowns` is empty: an unknown string holds a note instead. */
  readonly value: T;
  /** What state keeps: `${SECRET:x}` and unknown references in place, literal `${` escaped. */
  readonly stored: T;
  /** JSON pointer of a string → what it waits for. */
  readonly unknowns: ReadonlyMap<string, readonly string[]>;
  /** Of `unknowns`, what they will be, where that is known. */
  readonly unknownTypes: ReadonlyMap<string, ValueType>;
  /** Pointers of strings that hold a secret. */
  readonly secretPointers: ReadonlySet<string>;
  /** Of `secrets`, the names of those that were given just now. */
  readonly fresh: ReadonlySet<string>;
  /** What `stored` leaves in place because it is a secret or holds one, by `secretName`. */
  readonly secrets: ReadonlyMap<string, SecretUse>;
  /** Pointers of strings that hold a note in place of a secret → the names of these secrets. */
  readonly missing: ReadonlyMap<string, MissingSecrets>;
  readonly problems: readonly Problem[];
}

/**
 * Replaces every reference in every string at any depth.
 * A string that is one reference keeps the value's type; inside longer text only strings, numbers and booleans can stand.
 * Parts without references are shared with the input, not copied.
 * @param verbatim top-level fields that are not templates
 * @param budget what references of this and other templates may still add
 */
export function resolve<T extends Json>(
  template: T,
  lookup: Lookup,
  verbatim: readonly string[] = [],
  budget?: ExpansionBudget,
): Resolved<T> {
  if (!mayRefer(template)) return { ...nothingReferred, value: template, stored: template };
  const resolver = new Resolver(lookup, new Expansion(budget));
  const whole =
    isObject(template) && verbatim.length > 0
      ? resolver.fields(template, new Set(verbatim))
      : resolver.any(template, "");
  return {
    value: whole.value as T,
    stored: whole.stored as T,
    unknowns: resolver.unknowns,
    unknownTypes: resolver.unknownTypes,
    secretPointers: resolver.secretPointers,
    fresh: resolver.fresh,
    secrets: resolver.secrets,
    missing: resolver.missing,
    problems: resolver.problems,
  };
}

/** Of a template without references: nobody changes these. */
const nothingReferred: Omit<Resolved, "value" | "stored"> = {
  unknowns: new Map(),
  unknownTypes: new Map(),
  secretPointers: new Set(),
  fresh: new Set(),
  secrets: new Map(),
  missing: new Map(),
  problems: [],
};

type Known = Exclude<Found, { readonly type: "missing" }>;

interface Both {
  readonly value: Json;
  readonly stored: Json;
}

/** After so many problems in one value or spec there is nothing new to say. */
const mostProblems = 50;

class Resolver {
  readonly unknowns = new Map<string, string[]>();
  readonly unknownTypes = new Map<string, ValueType>();
  readonly secretPointers = new Set<string>();
  readonly fresh = new Set<string>();
  readonly secrets = new Map<string, SecretUse>();
  readonly missing = new Map<string, MissingSecrets>();
  readonly problems: Problem[] = [];
  readonly #lookup: Lookup;
  readonly #expansion: Expansion;
  /** Nothing more is filled in. */
  #stopped = false;

  constructor(lookup: Lookup, expansion: Expansion) {
    this.#lookup = lookup;
    this.#expansion = expansion;
  }

  any(template: Json, pointer: string): Both {
    if (typeof template === "string") return this.#string(template, pointer);
    if (typeof template === "object" && template !== null) return this.fields(template, undefined, pointer);
    return { value: template, stored: template };
  }

  fields(template: readonly Json[] | JsonObject, verbatim: ReadonlySet<string> | undefined, pointer = ""): Both {
    const both = new Map<string, Both>();
    for (const [key, member] of Object.entries(template) as [string, Json][]) {
      if (verbatim?.has(key)) both.set(key, { value: member, stored: escapeAll(member) });
      else if (mayRefer(member)) both.set(key, this.any(member, `${pointer}/${pointerSegment(key)}`));
      else both.set(key, { value: member, stored: member });
    }
    return {
      value: mapMembers(template, (_, key) => (both.get(key) as Both).value),
      stored: mapMembers(template, (_, key) => (both.get(key) as Both).stored),
    };
  }

  #string(text: string, pointer: string): Both {
    if (this.#stopped || !text.includes("${")) return { value: text, stored: text };
    const { parts, problems } = parseTemplate(text);
    for (const problem of problems) this.#report({ ...problem, pointer });
    if (problems.length > 0) return { value: text, stored: text };
    const [first] = parts;
    if (parts.length === 1 && typeof first === "object") return this.#whole(first, pointer);
    return this.#mixed(parts, pointer);
  }

  #whole(reference: Reference, pointer: string): Both {
    const found = this.#find(reference, pointer);
    switch (found?.type) {
      case undefined:
        return { value: null, stored: null };
      case "value":
        return { value: found.value, stored: escapeAll(found.value) };
      case "secret":
        this.secretPointers.add(pointer);
        return { value: found.value, stored: formatReference(withoutFallback(reference)) };
      case "sensitive":
        this.secretPointers.add(pointer);
        return { value: found.value, stored: formatReference(reference) };
      case "partial":
        for (const [part, type] of found.unknowns) this.#wait(`${pointer}${part}`, found.label, type);
        return { value: found.value, stored: formatReference(reference) };
      case "unknown":
        this.#wait(pointer, found.label, found.of);
        return { value: `(known after apply: ${found.label})`, stored: formatReference(reference) };
    }
  }

  #mixed(parts: readonly TemplatePart[], pointer: string): Both {
    let value = "";
    let stored = "";
    let literal = "";
    const keep = (reference: Pick<Reference, "source" | "name" | "filters" | "fallback">): void => {
      // A literal `$` right before a reference would read as its escape.
      const escaped = escapeText(literal);
      let end = escaped.length;
      while (escaped[end - 1] === "$") end--;
      stored += escaped.slice(0, end) + "${OPUS:dollar}".repeat(escaped.length - end) + formatReference(reference);
      literal = "";
    };
    for (const part of parts) {
      if (typeof part === "string") {
        value += part;
        literal += part;
        continue;
      }
      const found = this.#find(part, pointer);
      if (found === undefined) continue;
      if (found.type === "secret") {
        this.secretPointers.add(pointer);
        value += found.value;
        keep(withoutFallback(part));
      } else if (found.type === "unknown" || found.type === "partial") {
        this.#wait(pointer, found.label, "string");
        value += `(known after apply: ${found.label})`;
        keep(part);
      } else if (typeof found.value === "object") {
        const what = found.value === null ? "null" : Array.isArray(found.value) ? "a list" : "an object";
        this.#report({
          code: "not-text",
          message: `\`${formatReference(part)}\` is ${what}, which can't stand inside longer text`,
          pointer,
          offset: part.start,
          suggestion: `Use the reference as the whole string; then it keeps its type. Or make a text of it: \`${formatReference({ source: part.source, name: part.name, filters: [{ name: "json" }] })}\`.`,
        });
      } else {
        value += String(found.value);
        if (found.type === "sensitive") {
          this.secretPointers.add(pointer);
          keep(part);
        } else literal += String(found.value);
      }
    }
    return { value, stored: stored + escapeText(literal) };
  }

  #find(reference: Reference, pointer: string): Known | undefined {
    if (this.#stopped) return undefined;
    const found = this.#look(reference, pointer);
    if (found === undefined) return undefined;
    const depth = pointer === "" ? 0 : pointer.split("/").length - 1;
    const overflow = this.#expansion.add(found.type === "unknown" ? found.label : found.value, depth);
    if (overflow === undefined) return found;
    const { code, what, suggestion } = overflow;
    const message = `with \`${formatReference(reference)}\` filled in, ${what}`;
    this.#report({ code, message, pointer, offset: reference.start, suggestion });
    this.#stopped = true;
    return undefined;
  }

  #look(reference: Reference, pointer: string): Known | undefined {
    const found = this.#lookup(reference);
    if ((found.type === "secret" || found.type === "sensitive") && found.missing) {
      if (reference.fallback !== undefined && found.type === "secret")
        return { type: "value", value: reference.fallback };
      this.missing.set(pointer, [...new Set([...(this.missing.get(pointer) ?? []), ...found.missing])]);
      return found;
    }
    if (found.type === "secret") this.secrets.set(secretName(reference), { value: found.value, env: found.env });
    if (found.type === "sensitive") {
      this.secrets.set(secretName(reference), { value: canonicalJson(found.value) });
      if (found.fresh) this.fresh.add(secretName(reference));
    }
    // As in the shell: in Actions, a variable that nobody defined is empty.
    const empty = reference.source === "ENV" && found.type === "value" && found.value === "";
    if (empty && reference.fallback !== undefined) return { type: "value", value: reference.fallback };
    if (found.type !== "missing")
      return reference.filters === undefined ? found : this.#filtered(found, reference, pointer);
    if (reference.fallback !== undefined && !found.final) return { type: "value", value: reference.fallback };
    const { code, message, suggestion } = found;
    const advice = suggestion === undefined ? {} : { suggestion };
    this.#report({ code, message, pointer, offset: reference.start, ...advice });
    return undefined;
  }

  #filtered(found: Known, reference: Reference, pointer: string): Known | undefined {
    const { type } = found;
    if (type === "unknown" || type === "partial") return { type: "unknown", label: found.label, of: "string" };
    if (type !== "value" && found.value === unseen) return found;
    const value = filtered(found.value, reference);
    if (typeof value === "string") {
      this.#lookup.filtered?.(found, reference);
      return { ...found, value };
    }
    const { code, what, suggestion } = value;
    const message = `\`${formatReference(reference)}\` ${what}`;
    this.#report({ code, message, pointer, offset: reference.start, suggestion });
    return undefined;
  }

  #report(problem: Problem): void {
    this.problems.push(problem);
    this.#stopped ||= this.problems.length >= mostProblems;
  }

  #wait(pointer: string, label: string, type?: ValueType): void {
    if (type !== undefined) this.unknownTypes.set(pointer, type);
    const labels = this.unknowns.get(pointer);
    if (labels === undefined) this.unknowns.set(pointer, [label]);
    else labels.push(label);
  }
}

/** A secret that is left in place: whether it is set decides no fallback any more. */
function withoutFallback({ source, name, filters }: Reference): Pick<Reference, "source" | "name" | "filters"> {
  return filters === undefined ? { source, name } : { source, name, filters };
}

/** The names of all secrets that a value lacks, each once. */
export function missingOf(resolved: Pick<Resolved, "missing"> | undefined): readonly string[] {
  return resolved === undefined || resolved.missing.size === 0
    ? []
    : [...new Set([...resolved.missing.values()].flat())];
}
