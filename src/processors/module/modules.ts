import { type Diagnostic, err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/attempt.ts";
import { isObject, type JsonObject } from "../../engine/json/json.ts";
import { storableOutcome } from "../../engine/json/storable.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import { outputNameLength } from "../../engine/model/size-limits.ts";
import { type Io, TaskFailure, type TaskProcessor } from "../../engine/ports/processor.ts";
import { outputKey } from "../../engine/recorded/outputs.ts";
import { nearest } from "../../engine/references/references.ts";
import { refusedName, tooLongName } from "../shell/output-file.ts";
import { answerChecks, checkExpanded, cleanObservation, problemsOf } from "./module-answers.ts";

const required = ["observe", "create", "update", "delete"] as const;
const optional = [
  "expand",
  "parse",
  "writes",
  "differs",
  "replaceOn",
  "replaces",
  "recordOnly",
  "effects",
  "asFound",
  "predict",
  "identity",
  "likeness",
  "excludes",
  "upgrade",
  "hasRollback",
  "rollback",
] as const;
const lists = [
  "commands",
  "contexts",
  "verbatimFields",
  "fileFields",
  "factFields",
  "outputNames",
  "sensitiveOutputs",
  "addressFields",
  "specFields",
] as const;

type Loose = { readonly [name: string]: unknown };

/** Calls what a module brings along, so that what it does to the process, or never does, is told by its name. */
export interface ModuleCaller {
  /** What may answer later. @throws TaskFailure */
  later<T>(call: ModuleCall, work: () => T | Promise<T>): Promise<T>;
  /** What answers at once. @throws TaskFailure */
  now<T>(call: ModuleCall, work: () => T): T;
}

/** What is called, for messages. */
interface ModuleCall {
  readonly who: string;
  readonly doing: string;
  readonly never?: string;
}

/** A module of the repository that does not do what it is called for. */
export class ModuleFailure extends TaskFailure {
  get diagnostic(): Diagnostic {
    const { message, detail, hint } = this;
    return {
      severity: "error",
      code: "bad-module",
      message: detail === undefined ? message : `${message}\n${detail}`,
      ...(hint === undefined ? {} : { suggestion: hint }),
    };
  }
}

/** The members of an observation, by its state. */
const observationMembers: { readonly [state: string]: readonly string[] } = {
  present: ["state", "facts", "outputs"],
  absent: ["state"],
  unobservable: ["state", "why"],
  failed: ["state", "error"],
};

/**
 * Imports a module with the repository's own kinds. Its default export is one processor, a list of them, or
 * `{processors: […]}`.
 * @param path for messages, and recorded with what the processors make
 * @param importModule the dynamic import; may reject
 * @param caller calls what they bring along
 * @returns processors that report what they get wrong as failed operations, or everything wrong with the module
 */
export async function loadProcessors(
  path: string,
  importModule: (path: string) => Promise<unknown>,
  caller: ModuleCaller,
): Promise<Result<readonly TaskProcessor[], readonly string[]>> {
  let module: Loose;
  try {
    module = (await importModule(path)) as Loose;
  } catch (error) {
    const { message, detail } = taskError(error);
    return err([`${path}: can't be imported: ${message}${detail === undefined ? "" : `\n${detail}`}`]);
  }
  return checkModule(path, module, caller);
}

/** The same for a module that is imported already. */
export function checkModule(
  path: string,
  module: Loose,
  caller: ModuleCaller,
): Result<readonly TaskProcessor[], readonly string[]> {
  const exported = module.default;
  if (exported === undefined) {
    return err([`${path}: there is no default export; export a processor, or a list of processors, as default`]);
  }
  const within = isThing(exported) && "processors" in exported ? exported.processors : exported;
  const one = !Array.isArray(within) && within === exported;
  const candidates: readonly unknown[] = Array.isArray(within) ? within : [within];
  if (candidates.length === 0) return err([`${path}: default export is an empty list`]);
  const problems: string[] = [];
  const processors: TaskProcessor[] = [];
  candidates.forEach((candidate, index) => {
    const where = `${path}: ${one ? "default export" : `processor ${index + 1} of default export`}`;
    const found = check(where, candidate);
    if (found.length > 0) problems.push(...found);
    else processors.push(guard(path, candidate as TaskProcessor, caller));
  });
  return problems.length > 0 ? err(problems) : ok(processors);
}

function isThing(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

function check(where: string, candidate: unknown): string[] {
  if (typeof candidate === "function") return [`${where} is a function; export the processor itself`];
  if (!isThing(candidate))
    return [`${where} is ${candidate === null ? "null" : `a ${typeof candidate}`}, not a processor`];
  const problems: string[] = [];
  if (typeof candidate.apiVersion !== "string" || candidate.apiVersion === "") {
    problems.push(`${where} has no \`apiVersion\`; give it one of your own, like "example.com/v1"`);
  }
  if (typeof candidate.kind !== "string" || !/^[A-Z][A-Za-z0-9]*$/.test(candidate.kind)) {
    problems.push(`${where} has no \`kind\` that begins with a capital letter, like "Bucket"`);
  }
  if (candidate.version !== undefined && typeof candidate.version !== "string") {
    problems.push(`${where}: \`version\` is not a text`);
  }
  for (const name of required) {
    if (candidate[name] === undefined) problems.push(`${where} has no \`${name}\``);
    else if (typeof candidate[name] !== "function") problems.push(`${where}: \`${name}\` is not a function`);
  }
  for (const name of optional) {
    if (candidate[name] !== undefined && typeof candidate[name] !== "function") {
      problems.push(`${where}: \`${name}\` is not a function`);
    }
  }
  for (const name of lists) {
    const list = candidate[name];
    if (list !== undefined && !(Array.isArray(list) && list.every((entry) => typeof entry === "string"))) {
      problems.push(`${where}: \`${name}\` is not a list of names`);
    }
  }
  return problems;
}

/** Keeps the promises of the port where a module might not. */
function guard(module: string, own: TaskProcessor, caller: ModuleCaller): TaskProcessor {
  const name = `${module}: ${own.kind}`;
  const call = (method: string) => ({ who: `the kind ${own.kind} of module ${module}`, doing: `its \`${method}\`` });
  const later = <T>(method: string, work: () => T | Promise<T>): Promise<T> => caller.later(call(method), work);
  const broken = (method: string, thrown: unknown): ModuleFailure => {
    const { message, hint, detail } = taskError(thrown);
    return new ModuleFailure(`${name}: \`${method}\` threw: ${message}`, {
      ...(hint === undefined ? {} : { hint }),
      ...(detail === undefined ? {} : { detail }),
    });
  };
  const now = <T>(method: string, work: () => T): T => {
    try {
      return caller.now(call(method), work);
    } catch (error) {
      throw broken(method, error);
    }
  };
  /** What it gives, as the engine can take it. */
  const answered = (method: string, work: () => unknown): unknown => {
    const given = now(method, () => {
      // What was deleted or changed is recorded all the same.
      if (method !== "asFound") return work();
      try {
        return work();
      } catch {
        return undefined;
      }
    });
    const checked = answerChecks[method]?.(given) ?? ok(given);
    if (checked.ok) return checked.value;
    throw new ModuleFailure(`${name}: \`${method}\` gave ${checked.error}`);
  };
  const guarded: Record<string, unknown> = { apiVersion: own.apiVersion, kind: own.kind, module };
  if (own.version !== undefined) guarded.version = own.version;
  for (const list of lists) if (own[list] !== undefined) guarded[list] = own[list];
  // Called on the object itself, so that classes work as well.
  for (const method of optional) {
    const ofModule = own[method] as ((...args: unknown[]) => unknown) | undefined;
    if (ofModule === undefined) continue;
    guarded[method] = (...args: unknown[]) => answered(method, () => ofModule.apply(own, args));
  }
  /** What it has said of its outputs need not be said again. */
  const making = async (method: string, io: Io, operation: (io: Io) => Promise<unknown>): Promise<Outcome> => {
    const told = new Map<string, Output>();
    const given = await later(method, () => operation(checkedIo(name, io, told)));
    const outcome = checkOutcome(name, method, given);
    for (const output of outcome.outputs) told.set(outputKey(output), output);
    return { ...outcome, outputs: [...told.values()] };
  };
  // What state could not keep is not known before somebody acts; who gives it then is told.
  const { expand, predict } = own;
  if (predict)
    guarded.predict = (...given: Parameters<typeof predict>) =>
      keepable(now("predict", () => predict.apply(own, given)));
  const processor: TaskProcessor = {
    ...(guarded as unknown as TaskProcessor),
    ...(expand
      ? {
          expand: (spec) =>
            later("expand", async () => checkExpanded(await expand.call(own, spec))).catch((error: unknown) => {
              throw broken("expand", error);
            }),
        }
      : {}),
    parse: (spec) =>
      own.parse ? checkParsed(name, spec, () => caller.now(call("parse"), () => own.parse(spec))) : ok(spec),
    observe: async (spec, io) => checkObservation(name, await later("observe", () => own.observe(spec, io))),
    create: (spec, io) => making("create", io, async (checked) => own.create(spec, checked)),
    update: (before, after, io) => making("update", io, async (checked) => own.update(before, after, checked)),
    delete: async (before, io) => void (await later("delete", () => own.delete(before, io))),
  };
  if (!own.rollback) return processor;
  return {
    ...processor,
    rollback: async (change, before, attempted, io) => {
      const outcome: unknown = await later("rollback", () => own.rollback?.(change, before, attempted, io));
      return outcome === undefined || outcome === null ? undefined : checkOutcome(name, "rollback", outcome);
    },
  };
}

/**
 * What a module says of what it has made is recorded, so it is checked like what it returns.
 * @param told takes the outputs
 */
function checkedIo(name: string, io: Io, told: Map<string, Output>): Io {
  return {
    ...io,
    // Copied, it would stay what it was before anything was made.
    get recorded() {
      return io.recorded;
    },
    made(observed, outputs) {
      const { outputs: given, observed: facts } = checkOutcome(name, "io.made", { observed, outputs: outputs ?? [] });
      for (const output of given) told.set(outputKey(output), output);
      io.made(facts, given);
    },
  };
}

function keepable(outputs: unknown): readonly Output[] {
  return areOutputs(outputs) ? storableOutcome({ outputs }).outcome.outputs : [];
}

/** Problems may be texts about the whole spec. */
function checkParsed(name: string, spec: JsonObject, parse: () => unknown): Result<JsonObject, Problem[]> {
  const wrong = (message: string) => err([{ code: "bad-processor", message: `${name}: ${message}`, pointer: "" }]);
  let parsed: unknown;
  try {
    parsed = parse();
  } catch (error) {
    const { message, detail } = taskError(error);
    return wrong(`\`parse\` threw: ${message}${detail === undefined ? "" : `\n${detail}`}`);
  }
  if (isThing(parsed) && parsed.ok === true) return ok(isObject(parsed.value) ? parsed.value : spec);
  if (!isThing(parsed) || parsed.ok !== false || !Array.isArray(parsed.error)) {
    return wrong("`parse` gave neither {ok: true, value: spec} nor {ok: false, error: [problems]}");
  }
  return err(problemsOf(parsed.error));
}

function checkObservation(name: string, observation: unknown): Observation {
  const found = isThing(observation) ? observation : {};
  if (found.state === "present") refuseNames(name, "observe", found.outputs);
  const whole =
    found.state === "absent" ||
    (found.state === "present" && isObject(found.facts) && areOutputs(found.outputs ?? [])) ||
    (found.state === "unobservable" && typeof found.why === "string") ||
    (found.state === "failed" && isThing(found.error) && typeof found.error.message === "string");
  if (whole) {
    refuseUnknown(name, "observe", found, observationMembers[String(found.state)] ?? []);
    refuseUnknownOutputs(name, "observe", found.outputs);
    return cleanObservation(observation as Observation);
  }
  throw new TaskFailure(`${name}: \`observe\` gave no observation`, {
    hint: 'It returns {state: "present", facts: {…}, outputs: […]} (`outputs` may be left out), {state: "absent"}, {state: "unobservable", why: "…"} or {state: "failed", error: {message: "…"}}.',
  });
}

function checkOutcome(name: string, method: string, outcome: unknown): Outcome {
  if (outcome === undefined || outcome === null) return { outputs: [] };
  if (isThing(outcome)) {
    const { outputs = [], observed, warnings } = outcome;
    refuseNames(name, method, outputs);
    const whole =
      areOutputs(outputs) &&
      (observed === undefined || isObject(observed as JsonObject)) &&
      (warnings === undefined || (Array.isArray(warnings) && warnings.every((warning) => typeof warning === "string")));
    if (whole) {
      refuseUnknown(name, method, outcome, ["outputs", "observed", "warnings"]);
      refuseUnknownOutputs(name, method, outputs);
      return { ...outcome, outputs } as unknown as Outcome;
    }
  }
  throw new TaskFailure(`${name}: \`${method}\` gave no outcome`, {
    hint: 'It returns {outputs: [{name: "KEY", value: …}], observed: {…}}, either may be left out.',
  });
}

function refuseNames(name: string, method: string, outputs: unknown): void {
  const names = Array.isArray(outputs) ? outputs.map((output) => (isThing(output) ? output.name : undefined)) : [];
  if (names.includes(refusedName)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output with the name "${refusedName}"`, {
      hint: "Choose another name: no output can have this one.",
    });
  }
  if (names.some((one) => typeof one === "string" && one.length > outputNameLength)) {
    throw new TaskFailure(`${name}: \`${method}\` gave an output whose name ${tooLongName}`, {
      hint: "Choose a shorter name, and put what it says into the value.",
    });
  }
}

function areOutputs(outputs: unknown): outputs is readonly Output[] {
  return Array.isArray(outputs) && outputs.every((output) => isThing(output) && isOutputName(output.name));
}

/** What is not known would be lost in silence. */
function refuseUnknown(name: string, method: string, given: Loose, known: readonly string[]): void {
  const unknown = Object.keys(given).find((member) => given[member] !== undefined && !known.includes(member));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new TaskFailure(`${name}: \`${method}\` gave an unknown member "${unknown}"`, {
    hint: near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`,
  });
}

function refuseUnknownOutputs(name: string, method: string, outputs: unknown): void {
  for (const output of (outputs as readonly Loose[] | undefined) ?? []) {
    refuseUnknown(name, method, output, ["name", "value", "sensitive", "command", "context"]);
    const { sensitive, command, context } = output;
    const wrong =
      (sensitive !== undefined && typeof sensitive !== "boolean") ||
      [command, context].some(
        (binding) => binding !== undefined && !(typeof binding === "string" && binding.isWellFormed()),
      );
    if (!wrong) continue;
    throw new TaskFailure(`${name}: \`${method}\` gave the output ${String(output.name)} with a wrong binding`, {
      hint: "`sensitive` is true or false; `command` and `context` are names.",
    });
  }
}

function isOutputName(name: unknown): boolean {
  return typeof name === "string" && name.length <= outputNameLength && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}
