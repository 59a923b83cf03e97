import { type Diagnostic, err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/calls/retry-call.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { HookUse } from "../../engine/model/project.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { nearest } from "../../engine/references/references.ts";
import type { ModuleCalls } from "../../node/modules/module-calls.ts";
import { importModule, isModule, type ModuleRequest, modulePaths, moduleProblem } from "./module-paths.ts";
import { checkProblems } from "./policy-answer.ts";

/**
 * The repository's own hooks, in the order of the project. In an untrusted run there are none.
 * @param warn takes over what is wrong with a hook that this run does without. Absent: it does without none
 * @returns the hooks, or what is wrong with those that it can't do without
 */
export async function loadHooks(
  request: ModuleRequest,
  warn: (use: HookUse, problem: Diagnostic) => boolean = () => false,
): Promise<Result<readonly Hook[], readonly Diagnostic[]>> {
  const { manifest, trust } = request.loaded;
  const { project } = manifest;
  const hooks: Hook[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, use] of (project?.hooks ?? []).entries()) {
    if (!project || !isModule(use) || !trust.trusted) continue;
    const made = await loadHook(use, request);
    const pointer = `/spec/hooks/${index}/use`;
    if (made.ok) {
      hooks.push({ ...made.value, location: project.locate(pointer) });
      continue;
    }
    const problem = moduleProblem(project, pointer, made.error);
    if (!warn(use, problem)) diagnostics.push(problem);
  }
  return diagnostics.length === 0 ? ok(hooks) : err(diagnostics);
}

async function loadHook(use: HookUse, request: ModuleRequest): Promise<Result<Hook, string>> {
  const paths = modulePaths(use.use, request.loaded.workspace);
  if (!paths.ok) return paths;
  let exported: unknown;
  let beside: readonly string[];
  try {
    const module = await importModule(paths.value[0] ?? use.use, request.capabilities, request.modules);
    beside = calledNames(module as object);
    exported = await exportOf(module as object, use, request);
  } catch (error) {
    const { message, detail } = taskError(error);
    return err(`${use.use}: can't be loaded: ${message}${detail === undefined ? "" : `\n${detail}`}`);
  }
  if (typeof exported !== "object" || exported === null)
    return err(
      `${use.use}: the default export must be a hook, or a function that makes one from its options${besideWords(beside)}`,
    );
  const hook = exported as Partial<Hook>;
  const odd = members.filter((name) => hook[name] !== undefined && typeof hook[name] !== "function");
  if (odd.length > 0) return err(`${use.use}: \`${odd.join("`, `")}\` must be a function`);
  if (!hook.around && !hook.on && !hook.finish && !hook.review)
    return err(`${use.use}: the hook has none of \`around\`, \`on\`, \`finish\` and \`review\`${besideWords(beside)}`);
  const stray = beside.filter((name) => (hook as { readonly [name: string]: unknown })[name] === undefined);
  if (stray.length > 0) return err(`${use.use}: its default export is a hook${besideWords(stray)}`);
  const misspelt = hook.review ? undefined : almostReview(hook);
  if (misspelt !== undefined)
    return err(`${use.use}: the hook has \`${misspelt}\`, which nothing calls; did you mean \`review\`?`);
  return ok(guardedHook(hook, use, request.modules));
}

const members = ["around", "on", "finish", "review"] as const;

/** Functions that a module exports by the names of a hook's own, or nearly that of a policy: only the default export's are called. */
function calledNames(module: object): readonly string[] {
  return Object.keys(module).filter(
    (name) =>
      typeof (module as { readonly [name: string]: unknown })[name] === "function" &&
      (members.some((member) => member === name) || isAlmostReview(name)),
  );
}

function besideWords(names: readonly string[]): string {
  if (names.length === 0) return "";
  const listed = names.map((name) => `\`${name}\``).join(", ");
  return `, and ${listed} ${names.length === 1 ? "is" : "are"} exported beside it, where nothing calls ${names.length === 1 ? "it" : "them"}: make one object of it all, as \`export default { review(plan) { … } }\``;
}

/** A function that was meant to be asked about plans, and never would be. */
function almostReview(hook: object): string | undefined {
  for (let one: object = hook; one && one !== Object.prototype; one = Object.getPrototypeOf(one) as object)
    for (const name of Object.getOwnPropertyNames(one)) if (isAlmostReview(name)) return name;
  return undefined;
}

/** A hook may well have a `preview` for itself. */
function isAlmostReview(name: string): boolean {
  return name !== "preview" && name !== "review" && nearest(name, ["review"], 1) !== undefined;
}

/** The default export of a module, or what it makes of the options that the Project gives. */
async function exportOf(
  module: { readonly default?: unknown },
  use: HookUse,
  { modules }: ModuleRequest,
): Promise<unknown> {
  const make = module.default;
  if (typeof make !== "function") return make;
  const call = { who: `the hook of module ${use.use}`, doing: "the function that makes it" };
  return modules.later(call, () => (make as (options: JsonObject) => unknown)(use.with));
}

/** The hook, with each call of it noted as one of the module. */
function guardedHook(hook: Partial<Hook>, use: HookUse, modules: ModuleCalls): Hook {
  const name = typeof hook.name === "string" ? hook.name : use.use;
  const who = name === use.use ? `the hook ${name}` : `the hook "${name}" of module ${use.use}`;
  const call = (method: string) => ({ who, doing: `its \`${method}\`` });
  // Called on the object itself, so that classes work as well.
  const { around, on, finish, review } = hook;
  return {
    name,
    ...(use.on ? { commands: use.on } : {}),
    ...(around
      ? {
          around: (step, next) =>
            modules.later(call("around"), () => around.call(hook, step, (given) => modules.ours(() => next(given)))),
        }
      : {}),
    ...(review
      ? {
          review: async (plan, signal) =>
            checkProblems(
              who,
              await modules.later<unknown>(call("review"), () => review.call(hook, structuredClone(plan), signal)),
            ),
        }
      : {}),
    // What it does to what it is shown must not change what the run does and tells: it gets its own.
    ...(on ? { on: (event) => modules.now(call("on"), () => on.call(hook, structuredClone(event))) } : {}),
    ...(finish
      ? {
          finish: async (report, signal) =>
            modules.later(call("finish"), () => finish.call(hook, structuredClone(report), signal)),
        }
      : {}),
  };
}
