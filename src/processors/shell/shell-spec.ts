import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Expanded } from "../../engine/ports/processor.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { pathProblem, type Sha256, type ValidateSpec } from "../file/file-access.ts";
import { splitShell } from "./script.ts";
import { environmentProblems } from "./shell-environment.ts";
import { hashGlobs, outputProblem } from "./shell-files.ts";
import { type ShellSpec, shellFields } from "./shell-run.ts";

/** What is recorded for a glob without files, so that the first file is a change. */
const noFiles = "(no file)";

/** Hashes the files that `inputs` names into `inputFiles`. */
export async function expandShell(
  files: FileAccess,
  hash: Sha256,
  spec: JsonObject,
): Promise<Result<Expanded, Problem[]>> {
  const { inputs, inputFiles: _, ...rest } = spec;
  if (!Array.isArray(inputs) || !inputs.every((input) => typeof input === "string")) return ok({ spec });
  const all: (readonly [string, Json])[] = [];
  const problems: Problem[] = [];
  for await (const { glob, index, found } of hashGlobs(files, hash, inputs)) {
    const pointer = `/inputs/${index}`;
    if (typeof found === "string") {
      problems.push(pathProblem(found, pointer));
      continue;
    }
    for (const { code, message } of found.problems)
      problems.push(code === "refused" ? pathProblem(message, pointer) : { code: "unreadable-file", message, pointer });
    if (found.digests.length === 0) all.push([glob, noFiles]);
    else all.push(...found.digests);
  }
  return problems.length > 0 ? err(problems) : ok({ spec: { ...rest, inputs, inputFiles: Object.fromEntries(all) } });
}

/** Checks a spec after `expandShell`. */
export function parseShell(files: FileAccess, validate: ValidateSpec, spec: JsonObject): Result<ShellSpec, Problem[]> {
  const { inputFiles, ...written } = spec;
  // `inputFiles` comes from `inputs` only: written by hand it is an unknown field.
  const problems = [...(validate("opus/v1", "Shell", inputFiles !== undefined && spec.inputs ? written : spec) ?? [])];
  if (problems.length > 0) return err(problems);
  const fields = shellFields(spec as ShellSpec);
  problems.push(...environmentProblems(fields));
  if (splitShell(fields.shell) === undefined) {
    const message = `the shell \`${fields.shell}\` has a quote that is not closed`;
    problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
  }
  if (fields.workingDirectory !== undefined) {
    const normal = files.normalize(fields.workingDirectory, { folder: true });
    if (!normal.ok) problems.push(pathProblem(normal.error, "/workingDirectory"));
  }
  for (const [index, output] of (fields.outputs ?? []).entries()) {
    const problem = outputProblem(files, output);
    if (problem !== undefined) problems.push(pathProblem(problem, `/outputs/${index}`));
  }
  if (fields.outputs?.length && fields.outputs.every((output) => output.startsWith("!"))) {
    const message = "`outputs` only leaves files out, and names none";
    problems.push({ code: "bad-outputs", message, pointer: "/outputs" });
  }
  for (const name of ["create", "update", "read", "delete", "rollback"] as const) {
    if (!fields[name]?.includes("\0")) continue;
    const message = `the ${name} script holds a NUL character`;
    problems.push({ code: "bad-script", message, pointer: `/${name}`, offset: fields[name]?.indexOf("\0") ?? 0 });
  }
  return problems.length > 0 ? err(problems) : ok(spec as ShellSpec);
}

/** What is empty says the same as what is not there. */
export function normalizeShell(spec: JsonObject): JsonObject {
  const empty = (field: string): boolean => {
    const value = spec[field];
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
  };
  const left = ["env", "secretEnv", "passEnv", "inputs", "inputFiles", "outputs", "sensitiveOutputs"].filter(empty);
  if (left.length === 0) return spec;
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !left.includes(field)));
}

/** What a valid spec asks for and does not get: values of secrets are compared only when state is sealed. */
export function shellWarnings(spec: ShellSpec, { sealed }: { readonly sealed: boolean }): Problem[] {
  const { compareSecrets, secretEnv } = shellFields(spec);
  if (sealed || !compareSecrets || !secretEnv || Object.keys(secretEnv).length === 0) return [];
  return [
    {
      code: "values-not-compared",
      message:
        "`compareSecrets` sees which secrets `secretEnv` names, and not when the value of one changes: that takes sealed state",
      pointer: "/compareSecrets",
      suggestion:
        "Seal the state with `encryption-key`; or, to run after a secret was rotated, raise a number of your own in `env`, such as TOKEN_VERSION.",
    },
  ];
}
