import type { DependencyRule, Lifecycle, ScopeRule } from "../model/task.ts";
import { compileGlob, type Glob, globMatcher } from "../text/glob.ts";

/** What a run is about, as scopes and conditions see it. */
export interface RunScope {
  /** The name that was called (`deploy`); for `plan`, the command that it previews. */
  readonly command: string;
  readonly context: string;
  /** The context that this one inherits from. Scopes match either name. */
  readonly inherited: string | undefined;
  /** Nothing says which context it inherits from: what is recorded of it was in scope there, by one name or the other. */
  readonly unruled?: boolean;
}

/** Tests scopes and conditions for one run. Globs are compiled once. */
export class ScopeMatcher {
  readonly run: RunScope;
  readonly #globs = new Map<string, Glob>();

  constructor(run: RunScope) {
    this.run = run;
  }

  /** No scope, an empty one included, is every command and context. */
  inScope(scope: readonly ScopeRule[] | undefined): boolean {
    return scope === undefined || scope.length === 0 || scope.some((rule) => this.counts(rule));
  }

  /** True when `commands` and `contexts` of a rule (each optional) match the run. */
  counts(rule: ScopeRule | DependencyRule): boolean {
    if (!this.#some(rule.commands, [this.run.command])) return false;
    return this.run.unruled === true || this.matchesContext(rule.contexts);
  }

  /** True when one of the globs (absent: all) matches the context or the one that it inherits from. */
  matchesContext(globs: readonly string[] | undefined): boolean {
    const { context, inherited } = this.run;
    return this.#some(globs, inherited === undefined ? [context] : [context, inherited]);
  }

  /** True when this context allows neither to delete nor to replace the resource. */
  protects(lifecycle: Lifecycle): boolean {
    const { preventDestroy } = lifecycle;
    if (typeof preventDestroy === "object") return preventDestroy.length > 0 && this.matchesContext(preventDestroy);
    return preventDestroy === true;
  }

  #some(globs: readonly string[] | undefined, names: readonly string[]): boolean {
    return globs === undefined || globs.some((glob) => names.some((name) => this.#matches(glob, name)));
  }

  #matches(glob: string, name: string): boolean {
    const compiled = this.#globs.get(glob) ?? compileGlob(glob);
    this.#globs.set(glob, compiled);
    return compiled.matches(name);
  }
}

/** Words with which a processor says that it supports every command or context, beside globs. */
const everything = new Set(["*", "ALL", "ANY"]);

/** True when a processor's declared commands or contexts (absent: all) hold one of the names. */
export function supports(declared: readonly string[] | undefined, names: readonly string[]): boolean {
  return declared === undefined || declared.some((glob) => everything.has(glob) || names.some(globMatcher([glob])));
}
