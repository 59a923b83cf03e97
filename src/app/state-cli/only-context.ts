import { err, explained, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Project } from "../../engine/model/project.ts";
import type { StateLocation } from "../../state/backend.ts";

/**
 * The context that is meant when none was given: the only one that is recorded (where they can be listed), else the only
 * one that a rule names.
 * @param name of the project
 * @param tracked contexts that are known elsewhere, which count where none is listed
 */
export function onlyContext(
  place: StateLocation,
  name: string,
  project: Pick<Project, "contexts"> | undefined,
  tracked: readonly string[] = [],
): Result<string, Failure> {
  const listed = place.contexts?.(name);
  const recorded = listed !== undefined && listed.length > 0 ? listed : tracked;
  const named = namedContexts(project);
  const [first, ...others] = recorded.length > 0 ? recorded : named;
  if (first !== undefined && others.length === 0) return ok(first);
  const known = [...new Set([...recorded, ...named])].sort();
  const message =
    known.length === 0
      ? `it is not clear which context is meant: ${listed ? `none of "${name}" is recorded, and ` : ""}no rule names one`
      : `it is not clear which context is meant: ${known.join(", ")}`;
  return err(explained("no-context", message, { suggestion: "Give `--context NAME`." }));
}

/** Names in rules that no event can change. */
export function namedContexts(project: Pick<Project, "contexts"> | undefined): string[] {
  const names = (project?.contexts ?? []).flatMap((rule) => [
    ...(Array.isArray(rule.input) ? rule.input : []),
    ...(rule.context === undefined ? [] : [rule.context]),
    ...(rule.contexts ?? []),
  ]);
  return [...new Set(names.filter((name) => !name.includes("${")))].sort();
}
