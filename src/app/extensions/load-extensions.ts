import { relative } from "node:path";
import { type Diagnostic, err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/attempt.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { HookUse, Project } from "../../engine/model/project.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import type { Processors, TaskProcessor } from "../../engine/ports/processor.ts";
import type { ModuleCalls } from "../../node/modules/module-calls.ts";
import { moduleFiles } from "../../node/modules/module-files.ts";
import { sha256 } from "../../node/sha256.ts";
import type { Workspace } from "../../node/workspace/workspace.ts";
import { fileProcessor } from "../../processors/file/file.ts";
import { loadProcessors } from "../../processors/module/modules.ts";
import { buildRegistry } from "../../processors/registry.ts";
import { shellProcessor } from "../../processors/shell/shell.ts";
import { validateSpec } from "../../schema/validate.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Loaded } from "../load/load-project.ts";

/** Where modules of the repository and built-in kinds get what they need. */
export interface ModuleRequest {
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
  /** Of this program. */
  readonly version: string;
  readonly modules: ModuleCalls;
}

/** The kinds of this run: the built-in ones, and in a trusted run those of the repository's modules. */
export async function loadKinds(request: ModuleRequest): Promise<Result<Processors, readonly Diagnostic[]>> {
  const { loaded, capabilities, version: program, modules } = request;
  const { workspace, workingDirectory, manifest, trust } = loaded;
  const { files, environment, runScript: run } = capabilities;
  const validate = (apiVersion: string, kind: string, spec: unknown) => validateSpec(apiVersion, kind, spec);
  // A registry holds processors of many specs; each gets only its own.
  const builtIn = [
    fileProcessor({ files, hash: sha256, validate }),
    shellProcessor({ files, hash: sha256, validate, environment, run }),
  ] as unknown as TaskProcessor[];
  const diagnostics: Diagnostic[] = [];
  const own: TaskProcessor[] = [];
  const { project } = manifest;
  for (const [index, pattern] of (project?.processors ?? []).entries()) {
    if (!trust.trusted || !project) break;
    const pointer = `/spec/processors/${index}`;
    const paths = modulePaths(pattern, workspace);
    if (!paths.ok) {
      diagnostics.push(problem(project, pointer, paths.error));
      continue;
    }
    for (const path of paths.value) {
      const importModule = (): Promise<unknown> => imported(path, capabilities, modules);
      const kinds = await loadProcessors(path, importModule, modules);
      const { checksum } = moduleFiles(path, workspace, workingDirectory);
      const version = (said: string | undefined): string => (said === undefined ? checksum : `${said} ${checksum}`);
      if (kinds.ok) own.push(...kinds.value.map((kind) => ({ ...kind, version: version(kind.version) })));
      else diagnostics.push(...kinds.error.map((message) => problem(project, pointer, message)));
    }
  }
  const all = [...builtIn.map((kind) => ({ ...kind, version: program })), ...own];
  const registry = buildRegistry(all.map((kind) => capabilities.limit(kind)));
  if (!registry.ok && project)
    diagnostics.push(...registry.error.map((message) => problem(project, "/spec/processors", message)));
  return registry.ok && diagnostics.length === 0 ? ok(registry.value) : err(diagnostics);
}

/** The repository's own hooks, in the order of the project. */
export async function loadHooks(
  loaded: Loaded,
  capabilities: Capabilities,
  modules: ModuleCalls,
): Promise<Result<readonly Hook[], readonly Diagnostic[]>> {
  const { project } = loaded.manifest;
  const hooks: Hook[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, use] of (project?.hooks ?? []).entries()) {
    if (!project || !isModule(use) || !loaded.trust.trusted) continue;
    const made = await loadHook(use, loaded, capabilities, modules);
    if (made.ok) hooks.push(made.value);
    else diagnostics.push(problem(project, `/spec/hooks/${index}/use`, made.error));
  }
  return diagnostics.length === 0 ? ok(hooks) : err(diagnostics);
}

/** Is it a module of the repository, not a built-in hook? */
export function isModule({ use }: HookUse): boolean {
  return use.startsWith("./") || use.startsWith("../");
}

/** A module's exports. What keeps it from being imported is told with its place. */
async function imported(path: string, capabilities: Capabilities, modules: ModuleCalls): Promise<unknown> {
  const who = `the module ${path}`;
  const never = `${who} was never loaded: its top-level code awaits a promise that nothing settles`;
  return modules.later({ who, doing: "its top-level code", never }, () => capabilities.importModule(path));
}

async function loadHook(
  use: HookUse,
  loaded: Loaded,
  capabilities: Capabilities,
  modules: ModuleCalls,
): Promise<Result<Hook, string>> {
  const paths = modulePaths(use.use, loaded.workspace);
  if (!paths.ok) return paths;
  let exported: unknown;
  try {
    const module = (await imported(paths.value[0] ?? use.use, capabilities, modules)) as { readonly default?: unknown };
    exported = module.default;
    const make = exported;
    if (typeof make === "function") {
      const call = { who: `the hook of module ${use.use}`, doing: "the function that makes it" };
      exported = await modules.later(call, () => (make as (options: JsonObject) => unknown)(use.with));
    }
  } catch (error) {
    const { message, detail } = taskError(error);
    return err(`${use.use}: can't be loaded: ${message}${detail === undefined ? "" : `\n${detail}`}`);
  }
  if (typeof exported !== "object" || exported === null) {
    return err(`${use.use}: the default export must be a hook, or a function that makes one from its options`);
  }
  const hook = exported as Partial<Hook>;
  const odd = (["around", "on", "finish"] as const).filter(
    (name) => hook[name] !== undefined && typeof hook[name] !== "function",
  );
  if (odd.length > 0) return err(`${use.use}: \`${odd.join("`, `")}\` must be a function`);
  if (!hook.around && !hook.on && !hook.finish)
    return err(`${use.use}: the hook has none of \`around\`, \`on\` and \`finish\``);
  const name = typeof hook.name === "string" ? hook.name : use.use;
  const who = name === use.use ? `the hook ${name}` : `the hook "${name}" of module ${use.use}`;
  const call = (method: string) => ({ who, doing: `its \`${method}\`` });
  // Called on the object itself, so that classes work as well.
  const { around, on, finish } = hook;
  return ok({
    name,
    ...(use.on ? { commands: use.on } : {}),
    ...(around
      ? {
          around: (step, next) =>
            modules.later(call("around"), () => around.call(hook, step, (given) => modules.ours(() => next(given)))),
        }
      : {}),
    ...(on ? { on: (event) => modules.now(call("on"), () => on.call(hook, event)) } : {}),
    ...(finish
      ? { finish: async (report, signal) => modules.later(call("finish"), () => finish.call(hook, report, signal)) }
      : {}),
  });
}

/** The files that a path or a glob of the Project stands for, from the working directory. */
export function modulePaths(pattern: string, files: Workspace): Result<readonly string[], string> {
  const found = files.glob(pattern.replace(/^\.\//, ""));
  if (!found.ok) return err(`${pattern}: ${found.error}`);
  return found.value.length > 0 ? found : err(`${pattern} matches no file`);
}

function problem(project: Project, pointer: string, message: string): Diagnostic {
  return { severity: "error", code: "bad-module", message, location: project.locate(pointer) };
}

/** For messages: a path from here where that is shorter. */
export function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  return short !== "" && !short.startsWith("..") ? short : path;
}
