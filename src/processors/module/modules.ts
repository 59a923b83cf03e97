import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { taskError } from "../../engine/execute/calls/retry-call.ts";
import type { TaskProcessor } from "../../engine/ports/processor.ts";
import { isThing, type Loose } from "./module-answers.ts";
import type { ModuleCaller } from "./module-caller.ts";
import { guard } from "./module-guard.ts";
import { shapeProblems } from "./module-shape.ts";

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
    const found = shapeProblems(where, candidate);
    if (found.length > 0) problems.push(...found);
    else processors.push(guard(path, candidate as TaskProcessor, caller));
  });
  return problems.length > 0 ? err(problems) : ok(processors);
}
