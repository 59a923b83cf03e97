import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Project } from "../../engine/model/project.ts";
import { andMore } from "../../engine/text/listed.ts";
import { member } from "../../event/github-context.ts";
import { type ChangedFiles, pullRequestFiles } from "../../node/git/pull-request-files.ts";
import { moduleFiles } from "../../node/modules/module-files.ts";
import type { Loaded } from "../load/load-project.ts";
import { isModule, modulePaths } from "./module-paths.ts";

/** A place in the Project that names modules. */
interface ModuleUse {
  readonly pattern: string;
  readonly pointer: string;
}

const kindsPointer = "/spec/processors/";

function moduleUses({ processors, hooks }: Project): ModuleUse[] {
  const kinds = processors.map(({ use: pattern }, index) => ({ pattern, pointer: `${kindsPointer}${index}` }));
  const own = hooks.flatMap((hook, index) =>
    isModule(hook) ? [{ pattern: hook.use, pointer: `/spec/hooks/${index}/use` }] : [],
  );
  return [...kinds, ...own];
}

/** What a pull request changes of the code of modules. */
export interface ModuleChanges {
  /** For people: a warning each, or a notice that it can't be told. */
  readonly diagnostics: readonly Diagnostic[];
  /** Some of it is surely code of kinds. */
  readonly ofKinds: boolean;
}

const none: ModuleChanges = { diagnostics: [], ofKinds: false };

/** Compares the code of modules with what the pull request of the event is made against. */
export async function moduleChanges(loaded: Loaded): Promise<ModuleChanges> {
  const { workspace, workingDirectory, github, trust, manifest } = loaded;
  const { project } = manifest;
  const pull = member(github.event, "pull_request");
  const uses = project ? moduleUses(project) : [];
  if (!project || pull === undefined || uses.length === 0) return none;
  // Exactly the default branch's commit: nothing of the pull request is here.
  if (trust.trusted && github.values.event_name === "pull_request_target") return none;
  const commits = { base: member(pull, "base", "sha"), head: member(pull, "head", "sha") };
  const found = await pullRequestFiles(workingDirectory, workspace.root, commits);
  if (!found.ok) return { ...none, diagnostics: [unsure(project, uses[0]?.pointer ?? "", found.error)] };
  let ofKinds = false;
  const diagnostics = uses.flatMap(({ pattern, pointer }) => {
    const entries = modulePaths(pattern, workspace);
    const modules = entries.ok
      ? entries.value.map((path) => ({ path, ...moduleFiles(path, workspace, workingDirectory) }))
      : [];
    const paths = [...new Set(modules.flatMap((module) => module.paths))];
    const changed = paths.filter((path) => isChanged(path, found.value)).sort();
    if (changed.length > 0 && pointer.startsWith(kindsPointer)) ofKinds = true;
    const cut = modules.find(({ whole }) => !whole);
    const outside = paths.find((path) => !isBelow(path, found.value.top));
    return [
      ...(changed.length > 0 ? [change(project, pointer, changed, trust.trusted)] : []),
      ...(cut ? [unsure(project, pointer, `${cut.path} imports more files than are looked at`)] : []),
      ...(outside === undefined ? [] : [unsure(project, pointer, `${outside} lies outside of the checkout`)]),
    ];
  });
  return { diagnostics, ofKinds };
}

/** Where a folder on the way is a submodule or a symlink, it is the folder that was changed. */
function isChanged(path: string, { top, paths }: ChangedFiles): boolean {
  return paths.some((changed) => isBelow(path, top === "" ? changed : `${top}/${changed}`));
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

function change(project: Project, pointer: string, paths: readonly string[], trusted: boolean): Diagnostic {
  const shown = andMore(paths, 5, "more files");
  const power = trusted
    ? "whose code acts with everything that the step has"
    : "whose code would act with everything that the step has; this run did not import it";
  return {
    severity: "warning",
    code: "module-changed",
    message: `module changed: this pull request changes ${shown}, ${power}`,
    location: project.locate(pointer),
    suggestion: "Review its code as you would review a workflow: no plan shows what it will do.",
  };
}

function unsure(project: Project, pointer: string, why: string): Diagnostic {
  return {
    severity: "notice",
    code: "module-unsure",
    message: `it can't be told whether this pull request changes code of modules: ${why}`,
    location: project.locate(pointer),
    suggestion: "Check out the merge of the pull request with `fetch-depth: 2` of actions/checkout.",
  };
}
