import type { JsonObject } from "../../engine/json/json.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import type { Processors } from "../../engine/ports/processor.ts";
import type { PlaceFiles } from "../../engine/prepare/handed-files.ts";
import type { Capabilities } from "../authorize/capabilities.ts";

/** What the kinds of a module get when they are opened. */
export interface KindConfiguration {
  /** Templates, but for outputs of tasks. */
  readonly template: JsonObject;
  /** Where it stands in the Project, for messages: `processors[0].with`. */
  readonly place: string;
}

/** What a run has of kinds and hooks: the built-in ones, and those of the repository's modules. */
export interface Extensions {
  readonly processors: Processors;
  /** What the Project says of the kinds of modules, by the path of the module. */
  readonly configurations: ReadonlyMap<string, KindConfiguration>;
  /** See `Capabilities`. */
  readonly startProcess: Capabilities["startProcess"];
  /** Where the files lie that tasks hand to each other. */
  readonly placeFiles: PlaceFiles;
  /** The pull request changes code of kinds, as far as can be told. */
  readonly kindsChanged: boolean;
  /** The repository's own, in the order of the project. */
  readonly hooks: readonly Hook[];
}
