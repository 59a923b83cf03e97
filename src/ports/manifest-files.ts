import type { Result } from "../engine/diagnostics/diagnostic.ts";

/** The files of a working directory. Paths are relative to it, with `/`. Errors are sentences without a full stop. */
export interface ManifestFiles {
  /** Files that match a glob, sorted; for a path without globs the path itself, if it exists. */
  glob(pattern: string): Result<readonly string[], string>;
  /** @returns the bytes, or one sentence, like "opus.yaml does not exist" */
  read(path: string): Result<Uint8Array, string>;
  /** The path as diagnostics show it: relative to the workspace. */
  display(path: string): string;
}
