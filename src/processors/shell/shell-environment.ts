import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { type JsonObject, pointerSegment } from "../../engine/json/json.ts";
import { isReservedVariable } from "../../engine/references/reserved-variables.ts";
import { compileGlob, escapeGlob, type Glob } from "../../engine/text/glob.ts";

/** What children get of this process' environment without asking. Names in upper case. */
const allowed = new Set(
  [
    "PATH HOME USER LOGNAME SHELL LANG TZ TMPDIR TEMP TMP TERM CI",
    // By the last one the runner finds, at the end of a job, what is still running.
    "RUNNER_OS RUNNER_ARCH RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_TRACKING_ID",
    "GITHUB_ACTIONS GITHUB_REPOSITORY GITHUB_SHA GITHUB_REF GITHUB_REF_NAME GITHUB_REF_TYPE GITHUB_HEAD_REF",
    "GITHUB_BASE_REF GITHUB_RUN_ID GITHUB_RUN_ATTEMPT GITHUB_RUN_NUMBER GITHUB_SERVER_URL GITHUB_API_URL GITHUB_ACTOR",
    "GITHUB_EVENT_NAME GITHUB_WORKFLOW GITHUB_JOB GITHUB_WORKSPACE",
    // Windows: nothing starts without them.
    "SYSTEMROOT SYSTEMDRIVE WINDIR PATHEXT COMSPEC USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES",
  ].flatMap((line) => line.split(" ")),
);

type Variables = { readonly [name: string]: string | undefined };

/** The fields of a Shell that make up the environment of its scripts. */
export interface EnvironmentSpec {
  readonly env?: JsonObject;
  readonly secretEnv?: JsonObject;
  readonly passEnv?: readonly string[];
}

/**
 * The whole environment of a script.
 * @param parent environment of this process
 * @param extra what opus itself tells the script; wins over everything
 */
export function childEnvironment(
  parent: Variables,
  spec: EnvironmentSpec,
  extra: { readonly [name: string]: string } = {},
): { [name: string]: string } {
  const passed = (spec.passEnv ?? []).map(variablePattern);
  const environment: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value === undefined || isReservedVariable(name)) continue;
    const upper = name.toUpperCase();
    if (allowed.has(upper) || upper.startsWith("LC_") || passed.some((pattern) => pattern.matches(name))) {
      environment[name] = value;
    }
  }
  for (const variables of [spec.env, spec.secretEnv]) {
    // Recorded specs are not checked again.
    for (const [name, value] of Object.entries(variables ?? {}))
      if (!isReservedVariable(name)) environment[name] = String(value);
  }
  return { ...environment, ...extra };
}

function variablePattern(pattern: string): Glob {
  // Of globs, names of variables know these two alone.
  const plain = pattern.replaceAll(/[^*?]+/g, escapeGlob);
  return compileGlob(plain, { dot: true, path: true, nocase: process.platform === "win32" });
}

/** Names that may not be set or asked for, and values that no environment can hold. */
export function environmentProblems(spec: EnvironmentSpec): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["env", "secretEnv"] as const) {
    for (const [name, value] of Object.entries(spec[field] ?? {})) {
      const pointer = `/${field}/${pointerSegment(name)}`;
      if (isReservedVariable(name)) {
        problems.push({
          code: "reserved-variable",
          message: `\`${field}\` may not set ${name}`,
          pointer,
          atKey: true,
          suggestion: advice(name),
        });
      } else if (typeof value === "string" && value.includes("\0")) {
        const message = `the value of ${name} holds a NUL character, which no environment variable can`;
        problems.push({ code: "bad-variable", message, pointer });
      }
    }
  }
  (spec.passEnv ?? []).forEach((name, index) => {
    if (/[*?]/.test(name) || !isReservedVariable(name)) return;
    problems.push({
      code: "reserved-variable",
      message: `\`passEnv\` may not hand ${name} through: scripts never get it`,
      pointer: `/passEnv/${index}`,
      suggestion: advice(name),
    });
  });
  return problems;
}

function advice(name: string): string {
  const upper = name.toUpperCase();
  if (upper === "GITHUB_TOKEN")
    return "Declare the token as a secret, and give it to the script as GH_TOKEN in `secretEnv`.";
  if (upper === "GITHUB_OUTPUT") return "Write outputs to the file that $OPUS_OUTPUT names.";
  if (upper.startsWith("OPUS_"))
    return "Choose another name: those that begin with OPUS_ are for what opus tells scripts.";
  return "Choose another name: this one belongs to the runner.";
}
