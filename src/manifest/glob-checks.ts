import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../engine/json/json.ts";
import { globProblem } from "../engine/text/glob.ts";
import { shortened } from "../engine/text/shorten.ts";
import { childPointer } from "./convert.ts";

/** Where globs stand in a Project; `*` stands for each item of a list. */
const inProject = ["/spec/contexts/*/branch", "/spec/contexts/*/tag"];
const inTask = [
  "/metadata/processingScope/*/contexts/*",
  "/metadata/dependencies/*/contexts/*",
  "/metadata/lifecycle/preventDestroy/*",
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
    ...fields.flatMap((field) => problemsAt(document, `/spec/${field}/*`, (glob) => glob.replace(/^!/, ""))),
  ];
}

function problemsAt(document: Json, place: string, globIn = (text: string): string => text): Problem[] {
  let parts: { readonly value: Json; readonly pointer: string }[] = [{ value: document, pointer: "" }];
  for (const segment of place.slice(1).split("/"))
    parts = parts.flatMap(({ value, pointer }) => {
      if (segment === "*") {
        if (!Array.isArray(value)) return [];
        return value.map((item: Json, index) => ({ value: item, pointer: childPointer(pointer, index) }));
      }
      const member = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
      return member === undefined ? [] : [{ value: member, pointer: childPointer(pointer, segment) }];
    });
  return parts.flatMap(({ value, pointer }) => {
    if (typeof value !== "string") return [];
    const problem = globProblem(globIn(value));
    if (problem === undefined) return [];
    const shown = shortened(value, 80);
    return [
      {
        code: "invalid-value",
        message: `the glob ${JSON.stringify(shown)} ${problem}`,
        pointer,
        suggestion: "Write it in simpler globs, as several items where there is a list.",
      },
    ];
  });
}
