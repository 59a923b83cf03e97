import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import { isObject } from "../engine/json/json.ts";
import type { CommandTable } from "../engine/model/commands.ts";
import { nearest } from "../engine/references/references.ts";
import type { SpecRules } from "../ports/spec-rules.ts";
import { nameOf } from "../schema/explain.ts";
import { kindsWithSchema, validateProject, validateSpec, validateTask, validateValues } from "../schema/validate.ts";
import { projectGlobProblems, taskGlobProblems } from "./checks/glob-checks.ts";
import { checkProject } from "./read-project.ts";
import { checkSecretVariables, checkValueTypes } from "./read-values.ts";
import type { ManifestDocument, Reporter } from "./yaml/document.ts";

/** What a document is. */
export type DocumentKind =
  | { readonly is: "project" }
  | { readonly is: "values" }
  | { readonly is: "task"; readonly apiVersion: string; readonly kind: string }
  /** Not to be told, or nothing that opus has. */
  | { readonly is: "unknown" };

const ours = "opus/v1";

/** Told by apiVersion and kind alone. */
export function kindOf(document: ManifestDocument): DocumentKind {
  const apiVersion = document.text("apiVersion");
  const kind = document.text("kind");
  if (apiVersion === undefined || kind === undefined) return { is: "unknown" };
  if (apiVersion !== ours) return apiVersion.startsWith("opus/") ? { is: "unknown" } : { is: "task", apiVersion, kind };
  if (kind === "Project") return { is: "project" };
  if (kind === "Values") return { is: "values" };
  return kindsWithSchema(ours).includes(kind) ? { is: "task", apiVersion, kind } : { is: "unknown" };
}

/** A document that was probably meant as a Project or Values, so that what it declares is not known. */
export function mayDeclare(document: ManifestDocument, kind: DocumentKind): boolean {
  if (kind.is !== "unknown") return false;
  const name = document.text("kind");
  return (
    document.text("apiVersion") !== ours || name === undefined || nearest(name, ["Project", "Values"], 2) !== undefined
  );
}

/**
 * Reports everything that is wrong with a document taken alone.
 * @param rules of its kind, where it is a task
 */
export function validateDocument(
  document: ManifestDocument,
  kind: DocumentKind,
  rules: SpecRules | undefined,
  commands: CommandTable,
  report: Reporter,
): void {
  const { value } = document;
  const say = (problems: readonly Problem[], base = "") => {
    for (const problem of problems) report.problem(document, problem, base);
  };
  switch (kind.is) {
    case "project": {
      const problems = validateProject(value);
      say(problems);
      say(checkProject(document, commands));
      say(projectGlobProblems(value));
      return;
    }
    case "values": {
      const problems = validateValues(value);
      say(problems);
      say(checkValueTypes(document));
      say(checkSecretVariables(document));
      return;
    }
    case "task": {
      const general = validateTask(kind.kind, value);
      say(general);
      say(taskGlobProblems(value, rules?.globs));
      if (!isObject(value) || !isObject(value.spec)) return;
      const ofSpec = validateSpec(kind.apiVersion, kind.kind, value.spec, { references: true }) ?? [];
      say(withoutMisplaced(ofSpec, general), "/spec");
      return;
    }
    case "unknown":
      say(explainUnknown(document));
  }
}

/** A field that stands beside the spec is missing in it: one message is enough. */
function withoutMisplaced(ofSpec: readonly Problem[], general: readonly Problem[]): readonly Problem[] {
  const misplaced = general.flatMap(({ code, suggestion = "" }) =>
    code === "unknown-field" ? (/^("[^"]*") belongs under spec\.$/.exec(suggestion)?.[1] ?? []) : [],
  );
  if (misplaced.length === 0) return ofSpec;
  return ofSpec.filter(({ pointer, message }) => pointer !== "" || !misplaced.some((field) => message.includes(field)));
}

function explainUnknown(document: ManifestDocument): Problem[] {
  const { value } = document;
  if (!isObject(value)) {
    return [
      {
        code: "not-a-mapping",
        message: `this document is ${nameOf(value)}; a document of a manifest is a mapping with apiVersion, kind, metadata and spec`,
        pointer: "",
        suggestion: Array.isArray(value)
          ? "Write each item as a document of its own, separated by lines with ---."
          : "Check the indentation and the colons, and that this file is a manifest.",
      },
    ];
  }
  const apiVersion = document.text("apiVersion");
  const kind = document.text("kind");
  if (apiVersion === undefined && kind === undefined && value.apiVersion === undefined && value.kind === undefined) {
    return [
      {
        code: "missing-field",
        message: 'this document has neither "apiVersion" nor "kind"',
        pointer: "",
        suggestion:
          "Add apiVersion: opus/v1 and kind: File (or another kind). If this file is not a manifest, leave it out of the globs.",
      },
    ];
  }
  const name = kind ?? "this document";
  const general = validateTask(name, value).filter(({ pointer, code, message }) => {
    if (pointer === "/apiVersion" || pointer === "/kind") return true;
    return code === "missing-field" && pointer === "" && /"(apiVersion|kind)"$/.test(message);
  });
  if (apiVersion !== undefined && apiVersion !== ours && apiVersion.startsWith("opus/")) {
    general.push({
      code: "unknown-api-version",
      message: `this version of opus does not know the apiVersion "${apiVersion}"`,
      pointer: "/apiVersion",
      suggestion: `Write ${ours}.`,
    });
  } else if (apiVersion === ours && kind !== undefined && general.length === 0) {
    general.push(unknownKind(kind));
  }
  return general;
}

function unknownKind(kind: string): Problem {
  const known = ["Project", "Values", ...kindsWithSchema(ours)];
  const near = nearest(kind, known, 2);
  return {
    code: "unknown-kind",
    message: `${ours} has no kind "${kind}"`,
    pointer: "/kind",
    suggestion: near
      ? `Did you mean "${near}"?`
      : `${ours} has ${known.join(", ")}. Kinds of your own have an apiVersion of their own, like example/v1.`,
  };
}
