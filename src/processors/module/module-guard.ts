import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/calls/retry-call.ts";
import { isObject, type JsonObject } from "../../engine/json/json.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import type { KindPlan, RunAccess, TaskProcessor, Wanted } from "../../engine/ports/processor.ts";
import type { Io, Opened } from "../../engine/ports/task-io.ts";
import { outputKey } from "../../engine/recorded/outputs.ts";
import { answerChecks, checkExpanded, isThing, type Loose, problemsOf } from "./module-answers.ts";
import type { ModuleCall, ModuleCaller } from "./module-caller.ts";
import { ModuleFailure } from "./module-failure.ts";
import { checkObservation, checkOutcome, keepable } from "./module-outcomes.ts";
import { checkPlan } from "./module-plan.ts";
import { type GivenMember, givenMembers } from "./module-shape.ts";

type Method = (...given: unknown[]) => unknown;

/**
 * Keeps the promises of the port where a module might not.
 * @param module its path, for messages, and recorded with what it makes
 * @param own a kind whose shape is right
 */
export function guard(module: string, own: TaskProcessor, caller: ModuleCaller): TaskProcessor {
  return new Guard(module, own, caller).processor();
}

class Guard {
  readonly #module: string;
  readonly #own: TaskProcessor;
  readonly #caller: ModuleCaller;
  /** For messages. */
  readonly #name: string;
  /** What the module's `open` gave, by what stands for it outside. */
  static readonly #opened = new WeakMap<Opened, unknown>();
  /** Kinds of a module that share an `open` share what it gives, so it stays one function outside, too. By module. */
  static readonly #opens = new WeakMap<object, Map<string, (access: RunAccess) => Promise<Opened>>>();

  constructor(module: string, own: TaskProcessor, caller: ModuleCaller) {
    this.#module = module;
    this.#own = own;
    this.#caller = caller;
    this.#name = `${module}: ${own.kind}`;
  }

  processor(): TaskProcessor {
    const own = this.#own;
    const members: { [name: string]: unknown } = {};
    const groups: { [group: string]: { [name: string]: unknown } } = {};
    for (const member of givenMembers(own)) {
      if (member.group === undefined) members[member.name] = this.#guarded(member);
      else groups[member.group] = { ...groups[member.group], [member.name]: this.#guarded(member) };
    }
    return {
      parse: (spec) => ok(spec),
      ...groups,
      ...members,
      apiVersion: own.apiVersion,
      kind: own.kind,
      module: this.#module,
      ...(own.version === undefined ? {} : { version: own.version }),
      // Called on the object itself, so that classes work as well.
      observe: async (spec, io) =>
        checkObservation(this.#name, await this.#later("observe", () => own.observe(copied(spec), this.#seen(io)))),
      create: (spec, io) => this.#making("create", io, async (checked) => own.create(copied(spec), checked)),
      update: (before, after, io) =>
        this.#making("update", io, async (checked) => own.update(copied(before), copied(after), checked)),
      delete: async (before, io) =>
        void (await this.#later("delete", () => own.delete(copied(before), this.#seen(io)))),
    };
  }

  /** A member as the engine can take it. */
  #guarded({ name, written, value, holder }: GivenMember): unknown {
    if (typeof value !== "function") return name === "owns" ? this.#owned(written, value as Loose) : value;
    const method: Method = (...given) => value.apply(holder, given);
    switch (name) {
      case "parse":
        return (spec: JsonObject) => this.#parsed(spec, method);
      case "expand":
        return (spec: JsonObject) => this.#expanded(written, spec, method);
      // What state could not keep is not known before somebody acts; who gives it then is told.
      case "predict":
        return (spec: unknown, io: unknown) => keepable(this.#now(written, () => method(copied(spec), io)));
      case "rollback":
        return (change: unknown, before: unknown, attempted: unknown, io: Io) =>
          this.#undone(written, () => method(change, copied(before), copied(attempted), this.#seen(io)));
      case "validate":
        return (spec: unknown, io: Io) => this.#asked(written, name, () => method(copied(spec), this.#seen(io)));
      case "plan":
        return (wanted: Wanted, io: Io) => this.#planned(written, () => method(copied(wanted), this.#seen(io)));
      case "open":
        return this.#sharedOpen(written, value);
      default:
        return (...given: unknown[]) => this.#answered(written, name, () => method(...given.map(copied)));
    }
  }

  #owned(written: string, owns: Loose): Loose {
    const of = owns.of as Method;
    return {
      ...owns,
      of: (...given: unknown[]) =>
        this.#answered(`${written}.of`, "writes", () => of.apply(owns, given.map(copied))) ?? [],
    };
  }

  #later<T>(method: string, work: () => T | Promise<T>): Promise<T> {
    return this.#caller.later(this.#call(method), work);
  }

  #now<T>(method: string, work: () => T): T {
    try {
      return this.#caller.now(this.#call(method), work);
    } catch (error) {
      throw this.#broken(method, error);
    }
  }

  #call(method: string): ModuleCall {
    return { who: `the kind ${this.#own.kind} of module ${this.#module}`, doing: `its \`${method}\`` };
  }

  #broken(method: string, thrown: unknown): ModuleFailure {
    const { message, hint, detail } = taskError(thrown);
    return new ModuleFailure(`${this.#name}: \`${method}\` threw: ${message}`, {
      ...(hint === undefined ? {} : { hint }),
      ...(detail === undefined ? {} : { detail }),
    });
  }

  /** What a function gives that answers at once. */
  #answered(method: string, name: string, work: () => unknown): unknown {
    const given = this.#now(method, () => {
      // What was deleted or changed is recorded all the same.
      if (name !== "asFound") return work();
      try {
        return work();
      } catch {
        return undefined;
      }
    });
    return this.#checked(method, name, given);
  }

  /** What a function gives that asks somebody. */
  async #asked<T>(method: string, name: string, work: () => unknown): Promise<T> {
    return this.#checked(method, name, await this.#later(method, work)) as T;
  }

  #checked(method: string, name: string, given: unknown): unknown {
    const checked = answerChecks[name]?.(given) ?? ok(given);
    if (checked.ok) return checked.value;
    throw new ModuleFailure(`${this.#name}: \`${method}\` gave ${checked.error}`);
  }

  #parsed(spec: JsonObject, parse: Method): Result<JsonObject, Problem[]> {
    return checkParsed(this.#name, spec, () => this.#caller.now(this.#call("parse"), () => parse(copied(spec))));
  }

  #expanded(method: string, spec: JsonObject, expand: Method): ReturnType<typeof checkExpanded> | Promise<unknown> {
    return this.#later(method, async () => checkExpanded(await expand(copied(spec)))).catch((error: unknown) => {
      throw this.#broken(method, error);
    });
  }

  /** What a create or update gives. What it has said of its outputs need not be said again. */
  async #making(method: string, io: Io, operation: (io: Io) => Promise<unknown>): Promise<Outcome> {
    const told = new Map<string, Output>();
    const given = await this.#later(method, () => operation(this.#seen(io, told)));
    const outcome = checkOutcome(this.#name, method, given);
    for (const output of outcome.outputs) told.set(outputKey(output), output);
    return { ...outcome, outputs: [...told.values()] };
  }

  async #undone(method: string, work: () => unknown): Promise<Outcome | undefined> {
    const outcome = await this.#later(method, work);
    return outcome === undefined || outcome === null ? undefined : checkOutcome(this.#name, method, outcome);
  }

  async #planned(method: string, work: () => unknown): Promise<KindPlan> {
    return checkPlan(this.#name, method, await this.#later(method, work));
  }

  #sharedOpen(written: string, open: object): (access: RunAccess) => Promise<Opened> {
    const known = Guard.#opens.get(open) ?? new Map<string, (access: RunAccess) => Promise<Opened>>();
    const opens: (access: RunAccess) => Promise<Opened> =
      known.get(this.#module) ?? ((access) => this.#opening(written, () => (open as Method).call(this.#own, access)));
    Guard.#opens.set(open, known.set(this.#module, opens));
    return opens;
  }

  async #opening(method: string, work: () => unknown): Promise<Opened> {
    const given = await this.#later(method, work);
    const close = isThing(given) ? given.close : undefined;
    if (typeof close !== "function") {
      throw new ModuleFailure(`${this.#name}: \`${method}\` gave nothing with a \`close\``, {
        hint: "It returns an object with a function `close`, which ends what was started.",
      });
    }
    const opened: Opened = { close: async () => void (await this.#later("close", () => close.call(given))) };
    Guard.#opened.set(opened, given);
    return opened;
  }

  /**
   * What a module gets with a call. What it says of what it has made is recorded, so it is checked like what it returns.
   * @param told takes the outputs; undefined: the call makes nothing
   */
  #seen(io: Io, told?: Map<string, Output>): Io {
    const opened = io.opened && (Guard.#opened.get(io.opened) as Opened | undefined);
    return {
      ...io,
      ...(opened === undefined ? {} : { opened }),
      // Copied, it would stay what it was before anything was made.
      get recorded() {
        return copied(io.recorded);
      },
      ...(told ? { made: this.#made(io, told) } : {}),
    };
  }

  #made(io: Io, told: Map<string, Output>): Io["made"] {
    return (observed, outputs, resource) => {
      const made = checkOutcome(this.#name, "io.made", { observed, outputs: outputs ?? [], resource });
      for (const output of made.outputs) told.set(outputKey(output), output);
      io.made(made.observed, made.outputs, made.resource);
    };
  }
}

/** What a module does to what it gets is nobody else's business: the run goes on with what it has itself. */
function copied<T>(given: T): T {
  return isThing(given) ? structuredClone(given) : given;
}

/** Problems may be texts about the whole spec. */
function checkParsed(name: string, spec: JsonObject, parse: () => unknown): Result<JsonObject, Problem[]> {
  const wrong = (message: string): Result<never, Problem[]> =>
    err([{ code: "bad-processor", message: `${name}: ${message}`, pointer: "" }]);
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
