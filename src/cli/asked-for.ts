import { commandNamed } from "../engine/model/commands.ts";
import type { Options } from "./flags.ts";

/** What a terminal alone can be asked for. */
export interface AskedFor {
  readonly checksums: boolean;
  /** Data alone goes to standard output: the report, or the list of `contexts` and `projects`. */
  readonly json: boolean;
  readonly verbose: boolean;
  /** Only results, and what is wrong. */
  readonly quiet: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  /** The status is 2 where there are changes, or something drifted. */
  readonly detailedExitcode: boolean;
  readonly debug: boolean;
  /** Undefined: as the terminal can. */
  readonly color: boolean | undefined;
}

/** The flags of a terminal that are no inputs, but for those of `drift --accept`. */
export function askedFor(options: Options): AskedFor {
  const on = (name: string): boolean => options[name] === true;
  return {
    checksums: on("checksums"),
    json: on("json"),
    verbose: on("verbose"),
    quiet: on("quiet"),
    yes: on("yes"),
    detailedExitcode: on("detailedExitcode"),
    debug: on("debug"),
    color: typeof options.color === "boolean" ? options.color : undefined,
  };
}

/** Why these flags don't fit the command, or each other; undefined: they do. */
export function misfit(command: string, { json, quiet, verbose, yes, detailedExitcode }: AskedFor): string | undefined {
  if (quiet && verbose) return "--quiet and --verbose are opposites: leave one out";
  if (json && command === "debug-info") return "--json is not for debug-info, which prints Markdown for a bug report";
  if (detailedExitcode && command !== "plan" && command !== "drift")
    return `--detailed-exitcode is for plan and drift, not for ${command}`;
  // Another name may be what the project calls its delete.
  return yes && command !== "delete" && commandNamed(command) !== undefined
    ? `--yes is for delete: ${command} asks nothing`
    : undefined;
}
