import type { Hook } from "../../engine/ports/hook.ts";
import type { Processors } from "../../engine/ports/processor.ts";
import type { PlaceFiles } from "../../engine/prepare/handed-files.ts";

/** What a run has of kinds and hooks: the built-in ones, and those of the repository's modules. */
export interface Extensions {
  readonly processors: Processors;
  /** Where the files lie that tasks hand to each other. */
  readonly placeFiles: PlaceFiles;
  /** The pull request changes code of kinds, as far as can be told. */
  readonly kindsChanged: boolean;
  /** The repository's own, in the order of the project. */
  readonly hooks: readonly Hook[];
}
