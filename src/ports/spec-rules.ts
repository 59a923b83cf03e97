/** What reading a manifest has to know of the specs of a kind. All names are names of top-level fields. */
export interface SpecRules {
  /** Fields that are handed to a program as they are: no references. */
  readonly verbatim?: readonly string[];
  /** The names of the outputs, when they are always the same. */
  readonly outputNames?: readonly string[];
  /** Fields that are a path, and what is done with the file. */
  readonly paths?: { readonly [field: string]: "read" | "write" };
  /** Fields that are lists of globs of files; `!` in front leaves out. */
  readonly globs?: readonly string[];
  /** Fields that give variables to a program, so that what YAML makes of a text must be the text. */
  readonly variables?: readonly string[];
}

/** Finds the rules of a kind; undefined: nothing is known of its specs. */
export type FindSpecRules = (apiVersion: string, kind: string) => SpecRules | undefined;
