import { type Diagnostic, err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { canonicalJson } from "../../engine/json/canonical-json.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Processors, TaskProcessor } from "../../engine/ports/processor.ts";
import { moduleFiles } from "../../node/modules/module-files.ts";
import { sha256 } from "../../node/sha256.ts";
import { builtInKinds, makerOf } from "../../processors/built-in.ts";
import { builtInVersion } from "../../processors/kind.ts";
import { buildRegistry, type LateProcessor } from "../../processors/registry.ts";
import { validateSpec } from "../../schema/validate.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { KindConfiguration } from "./extensions.ts";
import { importModule, type ModuleRequest, modulePaths, moduleProblem } from "./module-paths.ts";

/**
 * The kinds of this run: the built-in ones, and in a trusted run those of the repository's modules.
 * @param warn given: the other kinds can be used all the same, and it hears what is wrong
 */
export async function loadKinds(
  request: ModuleRequest,
  warn?: (diagnostic: Diagnostic) => void,
): Promise<Result<Processors, readonly Diagnostic[]>> {
  const { loaded, capabilities, version: program } = request;
  const { project } = loaded.manifest;
  const { kinds: own, diagnostics } = await kindsOfModules(request);
  const limited = own.map((kind) => capabilities.limit(kind));
  const shipped = shippedKinds(capabilities, program);
  const registry = buildRegistry([...shipped, ...limited]);
  if (!registry.ok && project)
    diagnostics.push(...registry.error.map((message) => moduleProblem(project, "/spec/processors", message)));
  if (registry.ok && diagnostics.length === 0) return registry;
  if (!warn) return err(diagnostics);
  for (const diagnostic of diagnostics) warn(diagnostic);
  const usable = registry.ok ? registry : buildRegistry([...shipped, ...definedOnce(limited, shipped)]);
  return usable.ok ? usable : err(diagnostics);
}

type Named = Pick<TaskProcessor, "apiVersion" | "kind">;

/** The kinds of modules of which there is one only: of two nobody can say which one is meant. */
function definedOnce(own: readonly TaskProcessor[], shipped: readonly Named[]): readonly TaskProcessor[] {
  const same = (one: Named, other: Named): boolean => one.apiVersion === other.apiVersion && one.kind === other.kind;
  return own.filter((one) => [...own, ...shipped].filter((other) => same(one, other)).length === 1);
}

/** What the Project says of the kinds of each module. */
export function kindConfigurations({
  manifest,
  trust,
  workspace,
}: ModuleRequest["loaded"]): ReadonlyMap<string, KindConfiguration> {
  const found = new Map<string, KindConfiguration>();
  if (!trust.trusted) return found;
  for (const [index, { use, with: template }] of (manifest.project?.processors ?? []).entries()) {
    const paths = modulePaths(use, workspace);
    for (const path of paths.ok ? paths.value : []) found.set(path, { template, place: `processors[${index}].with` });
  }
  return found;
}

/** Each is made when it is asked for: what is recorded may name one that is not loaded yet. */
function shippedKinds(capabilities: Capabilities, version: string): readonly LateProcessor[] {
  const { files, environment, runScript: run } = capabilities;
  const validate = (apiVersion: string, kind: string, spec: unknown) => validateSpec(apiVersion, kind, spec);
  const dependencies = { files, hash: sha256, validate, environment, run };
  return builtInKinds.map((one) => {
    let made: TaskProcessor | undefined;
    const processor = (): TaskProcessor | undefined => {
      const make = made === undefined ? makerOf(one) : undefined;
      if (make) made = capabilities.limit({ ...make(dependencies), version });
      return made;
    };
    return { apiVersion: builtInVersion, kind: one.kind, processor };
  });
}

/** The kinds that the Project names modules for, and what is wrong with these modules. */
async function kindsOfModules(
  request: ModuleRequest,
): Promise<{ readonly kinds: readonly TaskProcessor[]; readonly diagnostics: Diagnostic[] }> {
  const { workspace, manifest, trust } = request.loaded;
  const { project } = manifest;
  const diagnostics: Diagnostic[] = [];
  const own: TaskProcessor[] = [];
  for (const [index, { use: pattern, with: settings }] of (project?.processors ?? []).entries()) {
    if (!trust.trusted || !project) break;
    const pointer = `/spec/processors/${index}`;
    const wrong = (message: string): Diagnostic => moduleProblem(project, pointer, message);
    const paths = modulePaths(pattern, workspace);
    if (!paths.ok) diagnostics.push(wrong(paths.error));
    for (const path of paths.ok ? paths.value : []) {
      const kinds = await kindsOf(path, settings, request);
      if (kinds.ok) own.push(...kinds.value);
      else diagnostics.push(...kinds.error.map(wrong));
    }
  }
  return { kinds: own, diagnostics };
}

/** The kinds of one module. Their version changes with its code, and with what the Project says of them. */
async function kindsOf(
  path: string,
  settings: JsonObject,
  request: ModuleRequest,
): Promise<Result<TaskProcessor[], readonly string[]>> {
  const { loaded, capabilities, modules } = request;
  const { workspace, workingDirectory } = loaded;
  const { loadProcessors } = await import("../../processors/module/modules.ts");
  const kinds = await loadProcessors(path, () => importModule(path, capabilities, modules), modules);
  const { checksum: code } = moduleFiles(path, workspace, workingDirectory);
  const isSet = Object.keys(settings).length > 0;
  const checksum = isSet ? `${code} ${sha256(canonicalJson(settings))}` : code;
  const version = (said: string | undefined): string => (said === undefined ? checksum : `${said} ${checksum}`);
  return kinds.ok ? ok(kinds.value.map((kind) => ({ ...kind, version: version(kind.version) }))) : kinds;
}
