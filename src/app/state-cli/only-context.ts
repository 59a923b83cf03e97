import { readdirSync } from "node:fs";
import { join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Project } from "../../engine/model/project.ts";
import { nodeFileSystem } from "../../state/backends/file/file-system.ts";
import { folderName, StateFolder } from "../../state/backends/file/state-folder.ts";
import type { StateLocation } from "../state/state-location.ts";

/**
 * The context that is meant when none was given: the only one that is recorded (a folder can be listed), else the only
 * one that a rule names.
 * @param name of the project
 * @param tracked contexts that a branch has, which count where a folder has none
 */
export function onlyContext(
  place: StateLocation,
  name: string,
  project: Pick<Project, "contexts"> | undefined,
  tracked: readonly string[] = [],
): Result<string, Failure> {
  const inFolder = place.backend === "file" ? recordedContexts(place.path, name) : [];
  const recorded = inFolder.length > 0 ? inFolder : tracked;
  const named = namedContexts(project);
  const [first, ...others] = recorded.length > 0 ? recorded : named;
  if (first !== undefined && others.length === 0) return ok(first);
  const known = [...new Set([...recorded, ...named])].sort();
  const message =
    known.length === 0
      ? `it is not clear which context is meant: ${place.backend === "file" ? `none of "${name}" is recorded, and ` : ""}no rule names one`
      : `it is not clear which context is meant: ${known.join(", ")}`;
  return err(
    failure("no-context", message, [
      { severity: "error", code: "no-context", message, suggestion: "Give `--context NAME`." },
    ]),
  );
}

/** Contexts of a project that a folder of states holds; none when it is not there or can't be read. */
function recordedContexts(statePath: string, project: string): string[] {
  const isAway = (context: string): boolean => {
    const moved = new StateFolder(statePath, project, context, nodeFileSystem).movedTo();
    return moved.ok && moved.value !== undefined;
  };
  try {
    return (
      readdirSync(join(statePath, folderName(project)), { withFileTypes: true })
        // What is cut can't be read back.
        .filter((entry) => entry.isDirectory() && !entry.name.includes("~"))
        .map((entry) => decodeURIComponent(entry.name))
        .filter((context) => !isAway(context))
        .sort()
    );
  } catch {
    return [];
  }
}

/** Names in rules that no event can change. */
function namedContexts(project: Pick<Project, "contexts"> | undefined): string[] {
  const names = (project?.contexts ?? []).flatMap((rule) => [
    ...(Array.isArray(rule.input) ? rule.input : []),
    ...(rule.context === undefined ? [] : [rule.context]),
    ...(rule.contexts ?? []),
  ]);
  return [...new Set(names.filter((name) => !name.includes("${")))].sort();
}
