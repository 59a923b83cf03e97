import type { Location } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";
import type { LocateOptions } from "./task.ts";

/** The `Project` document. */
export interface Project {
  readonly name: string;
  /** Names that it had before. */
  readonly formerNames: readonly string[];
  readonly location: Location;
  readonly contexts: readonly ContextRule[];
  /** Custom name → built-in command. */
  readonly commands: { readonly [name: string]: string };
  readonly state: ProjectState;
  readonly limits: Limits;
  readonly hooks: readonly HookUse[];
  readonly processors: readonly KindModules[];
  readonly http?: HttpRules;
  readonly plan?: PlanRules;
  locate(pointer: string, options?: LocateOptions): Location;
}

/** When an event leads to a context. All conditions that are given must hold. */
export interface ContextRule {
  /** `true`: the `context` input names the context; a list: only these names. */
  readonly input?: true | readonly string[];
  readonly event?: readonly string[];
  /** A pull request with this label. */
  readonly label?: string;
  /** Glob. Of the pushed branch, or of a pull request's base. */
  readonly branch?: string;
  /** Glob. */
  readonly tag?: string;
  /** May hold `${GITHUB:…}` and `${ENV:…}`. */
  readonly context?: string;
  readonly contexts?: readonly string[];
  /** Names that `context` had before; templates as it is. */
  readonly formerNames?: readonly string[];
  /** The context whose values and scopes hold where this one has none of its own. */
  readonly inherits?: string;
}

export interface ProjectState {
  readonly backend?: string;
  readonly branch?: string;
  /** Relative to the working directory. */
  readonly path?: string;
}

export interface Limits {
  readonly maxDeletes?: number;
  /** Of recorded tasks, where there are at least 10. */
  readonly maxDeletePercent?: number;
  /** How many issues about drift may be open. */
  readonly maxIssues?: number;
}

/** What requests of tasks may do. */
export interface HttpRules {
  /** Hosts that may be asked although they are not on the internet: `db.corp.example`, `*.corp.example:8443`, `127.0.0.1:8399`. */
  readonly allow: readonly string[];
}

/** How plans are made that are only shown. */
export interface PlanRules {
  /** What a secret leads to that is not set where the plan is made. Default: `fail`. */
  readonly missingSecrets?: "fail" | "unknown";
}

export interface HookUse {
  /** A built-in name, or the path of an ES module (`./…`). */
  readonly use: string;
  readonly with: JsonObject;
  /** Commands for which it is active; absent: all. */
  readonly on?: readonly string[];
}

/** ES modules with the repository's own kinds. */
export interface KindModules {
  /** Path or glob. */
  readonly use: string;
  /** What their kinds get when they are opened; templates, but for outputs of tasks. */
  readonly with: JsonObject;
}

export type ValueType = "string" | "integer" | "number" | "boolean" | "array" | "object";

/** One entry of `Values.spec.values`. */
export interface ValueDeclaration {
  readonly name: string;
  readonly type: ValueType;
  readonly required: boolean;
  readonly default?: Json;
  readonly contexts: { readonly [context: string]: Json };
  /** @param pointer below the declaration: `/default`, `/contexts/prod` */
  locate(pointer: string, options?: LocateOptions): Location;
}

/** One entry of `Values.spec.secrets`: the environment variable that holds it. */
export interface SecretDeclaration {
  readonly name: string;
  readonly env: string;
  /** Other variables for some contexts. */
  readonly contexts: { readonly [context: string]: string };
  locate(pointer: string, options?: LocateOptions): Location;
}

/** Says why no project can have this name, though its letters are allowed; undefined: one can. */
export function reservedProject(name: string): string | undefined {
  // Some file systems take letters of any case for the same.
  if (name.toLowerCase() !== "readme.md") return undefined;
  return `"${name}" can't be the name of a project: on a branch of state its folder would stand where the README.md of the branch is`;
}
