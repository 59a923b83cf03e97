import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import { globProblem } from "../../engine/text/glob.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { childPointer } from "../yaml/convert.ts";

/** Where globs stand in a Project; `*` stands for each item of a list. */
const inProject = [
  ["spec", "contexts", "*", "branch"],
  ["spec", "contexts", "*", "tag"],
];
const inTask = [
  ["metadata", "processingScope", "*", "contexts", "*"],
  ["metadata", "dependencies", "*", "contexts", "*"],
  ["metadata", "lifecycle", "preventDestroy", "*"],
];

/** Globs of a Project that can't be matched. */
export function projectGlobProblems(document: Json): Problem[] {
  return inProject.flatMap((place) => problemsAt(document, place));
}

/**
 * Globs of a task that can't be matched.
 * @param fields of its spec that are lists of globs of files
 */
export function taskGlobProblems(document: Json, fields: readonly string[] = []): Problem[] {
  return [
    ...inTask.flatMap((place) => problemsAt(document, place)),
    // Of files, `!` in front leaves out.
    ...fields.flatMap((field) => problemsAt(document, ["spec", field, "*"], (glob) => glob.replace(/^!/, ""))),
  ];
}

function problemsAt(document: Json, place: readonly string[], globIn = (text: string): string => text): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: Json, depth: number, pointer: string): void => {
    const segment = place[depth];
    if (segment === undefined) {
      const problem = typeof value === "string" ? globProblem(globIn(value)) : undefined;
      if (problem !== undefined) problems.push(badGlob(String(value), problem, pointer));
    } else if (segment !== "*") {
      const member = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
      if (member !== undefined) visit(member, depth + 1, childPointer(pointer, segment));
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, depth + 1, childPointer(pointer, index));
    }
  };
  visit(document, 0, "");
  return problems;
}

function badGlob(glob: string, problem: string, pointer: string): Problem {
  return {
    code: "invalid-value",
    message: `the glob ${JSON.stringify(shortened(glob, 80))} ${problem}`,
    pointer,
    suggestion: "Write it in simpler globs, as several items where there is a list.",
  };
}
