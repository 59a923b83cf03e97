import { isObject, type JsonObject } from "../../engine/json/json.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { FileAccess, FileProblem } from "../../ports/workspace-files.ts";
import type { Sha256 } from "../file/file-access.ts";
import type { ScriptName } from "./shell-run.ts";

/** More files than this under one glob are recorded as one digest. */
const listedFiles = 500;
/** The fact under which digests of `outputs` stand. */
const fact = "outputFiles";

/** Digests of the files that one glob stands for. */
export interface Digests {
  /** By path; of many files one digest, by the glob. Empty: there is no file. */
  readonly digests: readonly (readonly [string, string])[];
  readonly problems: readonly FileProblem[];
}

/** Hashes what each glob stands for; those with `!` in front are left out. A text instead: the glob is no good. */
export async function* hashGlobs(
  files: Pick<FileAccess, "glob" | "hash">,
  hash: Sha256,
  globs: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<{ readonly glob: string; readonly index: number; readonly found: Digests | string }> {
  const excluded = globs.filter((glob) => glob.startsWith("!"));
  for (const [index, glob] of globs.entries()) {
    if (glob.startsWith("!")) continue;
    const paths = files.glob([glob, ...excluded], { folders: true });
    if (!paths.ok) {
      yield { glob, index, found: paths.error };
      continue;
    }
    const digests: [string, string][] = [];
    const problems: FileProblem[] = [];
    for (const path of paths.value) {
      const digest = await files.hash(path, signal);
      if (digest.ok) digests.push([path, digest.value.sha256]);
      else problems.push(digest.error);
    }
    if (digests.length <= listedFiles) yield { glob, index, found: { digests, problems } };
    else {
      const lines = digests.map(([path, digest]) => `${digest}  ${path}\n`);
      const one = [glob, `${digests.length} files, ${hash(lines.join(""))}`] as const;
      yield { glob, index, found: { digests: [one], problems } };
    }
  }
}

/** What became of the files that a task says it produces. */
export interface OutputFiles {
  readonly digests: JsonObject;
  /** Globs that no file matches. */
  readonly missing: readonly string[];
}

/**
 * Hashes the files that `outputs` names.
 * @throws TaskFailure when one can't be read
 */
export async function hashOutputs(
  files: Pick<FileAccess, "glob" | "hash">,
  hash: Sha256,
  outputs: readonly string[],
  signal: AbortSignal,
): Promise<OutputFiles> {
  const digests: (readonly [string, string])[] = [];
  const missing: string[] = [];
  for await (const { glob, found } of hashGlobs(files, hash, outputs, signal)) {
    if (typeof found === "string") throw new TaskFailure(found);
    // What has gone since it was listed is not there.
    const [problem] = found.problems.filter(({ code }) => code !== "missing");
    if (problem) throw new TaskFailure(problem.message, problem.hint === undefined ? {} : { hint: problem.hint });
    if (found.digests.length === 0) missing.push(glob);
    digests.push(...found.digests);
  }
  return { digests: Object.fromEntries(digests), missing };
}

/**
 * Facts with the digests of produced files.
 * @throws TaskFailure when `read` has found a fact of that name
 */
export function withOutputFiles(facts: Facts | undefined, { digests }: OutputFiles): Facts {
  if (facts !== undefined && Object.hasOwn(facts, fact)) {
    throw new TaskFailure(`read script printed the fact \`${fact}\`, under which the digests of \`outputs\` stand`, {
      hint: "Give the fact another name.",
    });
  }
  return { ...facts, [fact]: digests };
}

/** Digests of produced files among recorded facts; undefined: there are none. */
export function recordedOutputFiles(observed: Facts | undefined): JsonObject | undefined {
  const recorded = observed?.[fact];
  return isObject(recorded) ? recorded : undefined;
}

/** A script ended well, and a file that it should have left is not there. */
export function noOutputFile(script: ScriptName, { missing }: OutputFiles): TaskFailure {
  const patterns = missing.map((glob) => `\`${glob}\``).join(", ");
  const matches = missing.length > 1 ? "patterns" : "pattern";
  return new TaskFailure(
    `${script} script exited with 0, but \`outputs\` ${matches} ${patterns} ${missing.length > 1 ? "match" : "matches"} no file`,
    { hint: `Let ${script} write it, or correct \`outputs\`: paths begin at the working directory of the run.` },
  );
}

/** What is wrong with a glob of `outputs` by its text, as a sentence; undefined: nothing. */
export function outputProblem(files: Pick<FileAccess, "normalize">, output: string): string | undefined {
  const glob = output.startsWith("!") ? output.slice(1) : output;
  const names = glob.split("/");
  const first = names.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
  const literal = first === -1 ? glob : names.slice(0, first).join("/") || (glob.startsWith("/") ? "/" : ".");
  const normal = files.normalize(literal, { folder: true });
  if (!normal.ok) return normal.error;
  if (first !== -1 && names.slice(first).some((name) => /(^|[{,(|])\.\.([},)|]|$)/.test(name)))
    return `\`${glob}\`: \`..\` may stand only at the beginning of a glob`;
  return undefined;
}
