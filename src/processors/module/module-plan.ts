import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { storable } from "../../engine/json/storable.ts";
import type { Output } from "../../engine/model/outcome.ts";
import { depthLimit, plannedEntries } from "../../engine/model/size-limits.ts";
import type { KindPlan } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { readThrown } from "../../engine/text/thrown-error.ts";
import { isThing, type Loose, notKept, problemsOf } from "./module-answers.ts";
import { ModuleFailure } from "./module-failure.ts";
import { checkOutcome, refuseUnknown } from "./module-outcomes.ts";

const plannedChanges = ["create", "update", "replace", "delete", "noop"];
const members = ["change", "fields", "replaceOn", "outputs", "unknowns", "warnings"];
const fieldMembers = ["path", "before", "after", "sensitive"];
const warningMembers = ["code", "message", "pointer", "offset", "suggestion", "atKey"];
const unknownTypes: readonly Json[] = ["string", "number", "boolean", "list", "object"];

/**
 * A plan of a kind's own, checked, and copied as plain data. Only `change` must be there.
 * @param name of the kind, for messages
 * @param method as the module wrote it
 * @throws TaskFailure
 */
export function checkPlan(name: string, method: string, given: unknown): KindPlan {
  try {
    return new PlanCheck(name, method).plan(isThing(given) ? given : {});
  } catch (error) {
    if (error instanceof TaskFailure) throw error;
    // A getter or a proxy.
    throw new ModuleFailure(`${name}: \`${method}\` gave a plan that can't be read: ${readThrown(error).message}`);
  }
}

class PlanCheck {
  readonly #name: string;
  readonly #method: string;

  constructor(name: string, method: string) {
    this.#name = name;
    this.#method = method;
  }

  plan(given: Loose): KindPlan {
    const { change } = given;
    if (typeof change !== "string" || !plannedChanges.includes(change)) {
      throw this.#gave(`no plan; its \`change\` is one of ${plannedChanges.join(", ")}`);
    }
    refuseUnknown(this.#name, this.#method, given, members);
    return {
      change: change as KindPlan["change"],
      fields: this.#fields(given.fields ?? []),
      replaceOn: this.#pointers(given.replaceOn ?? []),
      outputs: this.#outputs(given.outputs ?? []),
      unknowns: this.#unknowns(given.unknowns ?? {}),
      warnings: this.#warnings(given.warnings ?? []),
    };
  }

  #fields(given: unknown): KindPlan["fields"] {
    const form = "a list of {path, before, after}";
    const fields = this.#list("fields", given, form);
    for (const [index, field] of fields.entries()) {
      if (!isObject(field) || typeof field.path !== "string")
        throw this.#gaveAs("fields", `something else than ${form}`);
      this.#known("fields", `/${index}`, field, fieldMembers);
      this.#pointer("fields", `/${index}/path`, field.path);
      if (field.sensitive !== undefined && typeof field.sensitive !== "boolean")
        throw this.#gaveAs("fields", `/${index}/sensitive, which is neither true nor false`);
    }
    return fields as unknown as KindPlan["fields"];
  }

  #pointers(given: unknown): readonly string[] {
    const pointers = this.#list("replaceOn", given, "a list of texts");
    return pointers.map((pointer, index) => this.#pointer("replaceOn", `/${index}`, pointer));
  }

  /** Nobody has acted yet, so what state could not keep fails the task. */
  #outputs(given: unknown): readonly Output[] {
    if (!Array.isArray(given) || !given.every((output) => isThing(output) && typeof output.name === "string"))
      throw this.#gaveAs("outputs", "something else than a list of {name, value}");
    this.#bounded("outputs", given.length);
    const { outputs } = checkOutcome(this.#name, this.#method, { outputs: given });
    return outputs.map((output, index): Output => {
      const value = storable(output.value);
      if (value.ok) return { ...output, value: value.value };
      const { pointer, what } = value.error;
      throw this.#gaveAs("outputs", notKept({ pointer: `/${index}/value${pointer}`, what }));
    });
  }

  #unknowns(given: unknown): KindPlan["unknowns"] {
    const unknowns = this.#data("unknowns", given);
    if (!isObject(unknowns)) throw this.#gaveAs("unknowns", "something else than an object");
    this.#bounded("unknowns", Object.keys(unknowns).length);
    for (const [pointer, unknown] of Object.entries(unknowns)) {
      this.#pointer("unknowns", "", pointer);
      const shown = JSON.stringify(shortened(pointer));
      if (!isObject(unknown)) throw this.#gaveAs("unknowns", `for ${shown} something else than an object`);
      this.#known("unknowns", pointer, unknown, ["type"]);
      if (unknown.type !== undefined && !unknownTypes.includes(unknown.type))
        throw this.#gaveAs("unknowns", `for ${shown} a \`type\` that is none of ${unknownTypes.join(", ")}`);
    }
    return unknowns as KindPlan["unknowns"];
  }

  #warnings(given: unknown): KindPlan["warnings"] {
    const form = "a list of problems";
    const warnings = this.#list("warnings", given, form);
    for (const [index, warning] of warnings.entries()) {
      if (typeof warning === "string") continue;
      if (!isObject(warning) || typeof warning.message !== "string")
        throw this.#gaveAs("warnings", `something else than ${form}: each is a text, or has a \`message\``);
      this.#known("warnings", `/${index}`, warning, warningMembers);
      if (warning.pointer !== undefined) this.#pointer("warnings", `/${index}/pointer`, warning.pointer);
    }
    return problemsOf(warnings);
  }

  #list(member: string, given: unknown, form: string): readonly Json[] {
    if (Array.isArray(given)) this.#bounded(member, given.length);
    const list = this.#data(member, given);
    if (!Array.isArray(list)) throw this.#gaveAs(member, `something else than ${form}`);
    return list;
  }

  #data(member: string, given: unknown): Json {
    const kept = storable(given);
    if (!kept.ok) throw this.#gaveAs(member, notKept(kept.error));
    return kept.value;
  }

  #bounded(member: string, size: number): void {
    if (size <= plannedEntries) return;
    const [is, most] = [size, plannedEntries].map(grouped);
    throw this.#gaveAs(member, `${is} entries; ${most} are the most`);
  }

  #pointer(member: string, place: string, given: Json): string {
    if (typeof given === "string" && isPointer(given)) return given;
    const shown = typeof given === "string" ? JSON.stringify(shortened(given)) : "something";
    const at = place === "" ? "" : `${place}: `;
    throw this.#gaveAs(member, `${at}${shown} that is no pointer`, 'A pointer is like "/owner/name".');
  }

  #known(member: string, pointer: string, given: JsonObject, known: readonly string[]): void {
    refuseUnknown(this.#name, this.#method, given, known, `in \`${member}\` at ${shortened(pointer)} `);
  }

  #gaveAs(member: string, what: string, hint?: string): ModuleFailure {
    return this.#gave(`as \`${member}\` ${what}`, hint);
  }

  #gave(what: string, hint?: string): ModuleFailure {
    const more = hint === undefined ? {} : { hint };
    return new ModuleFailure(`${this.#name}: \`${this.#method}\` gave ${what}`, more);
  }
}

/** Whoever follows a pointer recurses, so it leads no deeper than values go. */
function isPointer(text: string): boolean {
  if (text === "") return true;
  return text.startsWith("/") && !/~(?![01])/.test(text) && text.split("/").length <= depthLimit;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}
