import type { Result } from "../engine/diagnostics/diagnostic.ts";
import type { Surface } from "../engine/text/surface.ts";

/** The files of a working directory. Paths are relative to it, with `/`. Errors are sentences without a full stop. */
export interface ManifestFiles {
  /** How messages speak of where a manifest is. */
  readonly surface: Surface;
  /** Files that match a glob, sorted; for a path without globs the path itself, if it exists. */
  glob(pattern: string): Result<readonly string[], string>;
  /** @returns the bytes, or one sentence, like "opus.yaml does not exist" */
  read(path: string): Result<Uint8Array, string>;
  /** The nearest folder above the working directory that has such a file: `..`, `../..`. Undefined: none has. */
  above(path: string): string | undefined;
  /** The path as diagnostics show it: relative to the workspace. */
  display(path: string): string;
}
