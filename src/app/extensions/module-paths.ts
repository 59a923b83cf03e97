import { type Diagnostic, err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { HookUse, Project } from "../../engine/model/project.ts";
import { isGlob } from "../../engine/text/glob.ts";
import { andMore } from "../../engine/text/listed.ts";
import type { ModuleCalls } from "../../node/modules/module-calls.ts";
import type { Workspace } from "../../node/workspace/workspace.ts";
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

/** Is it a module of the repository, not a built-in hook? */
export function isModule({ use }: HookUse): boolean {
  return use.startsWith("./") || use.startsWith("../");
}

/** A module's exports. What keeps it from being imported is told with its place. */
export async function importModule(path: string, capabilities: Capabilities, modules: ModuleCalls): Promise<unknown> {
  const who = `the module ${path}`;
  const never = `${who} was never loaded: its top-level code awaits a promise that nothing settles`;
  return modules.later({ who, doing: "its top-level code", never, loads: true }, () => capabilities.importModule(path));
}

/** Tests and declarations of types stand beside modules, and are none. */
const besideModules = /\.(?:test|spec|d)\.[cm]?[jt]s$/;

/**
 * The files that a path or a glob of the Project stands for, from the working directory.
 * @returns of a glob no tests and no declarations: who means one of them names it
 */
export function modulePaths(pattern: string, files: Workspace): Result<readonly string[], string> {
  const found = files.glob(pattern.replace(/^\.\//, ""));
  if (!found.ok) return err(`${pattern}: ${found.error}`);
  if (found.value.length === 0) return err(`${pattern} matches no file`);
  if (!isGlob(pattern)) return found;
  const modules = found.value.filter((path) => !besideModules.test(path));
  return modules.length > 0
    ? ok(modules)
    : err(`${pattern} matches only tests and declarations: ${andMore(found.value, 5, "more files")}`);
}

export function moduleProblem(project: Project, pointer: string, message: string): Diagnostic {
  return { severity: "error", code: "bad-module", message, location: project.locate(pointer) };
}
