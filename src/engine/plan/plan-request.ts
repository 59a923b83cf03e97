import type { Location } from "../diagnostics/diagnostic.ts";
import type { Change } from "../model/change.ts";
import type { Action } from "../model/commands.ts";
import type { PlanPolicy } from "../model/plan-policy.ts";
import type { Task } from "../model/task.ts";
import type { Digest } from "../ports/digest.ts";
import type { References } from "../ports/references.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { PlaceFiles } from "../prepare/handed-files.ts";
import type { Prepared } from "../prepare/prepare.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";
import type { Entries } from "../recorded/entries.ts";
import type { EmptyPattern } from "./guards/plan-limits.ts";
import type { Undo } from "./select-tasks.ts";

/** What the manifest declares, in scope or not. */
export interface Declared {
  /** By name. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** Names of tasks, also of those that could not be read. */
  readonly names: ReadonlySet<string>;
  /** The files of the manifest, for messages. */
  readonly files: readonly string[];
  /** Patterns of the manifest that match no file. */
  readonly emptyPatterns: readonly EmptyPattern[];
  /** Where limits and tasks that left the manifest are reported. */
  readonly projectLocation: Location | undefined;
}

/** What a plan of one context is made from. */
export interface PlanRequest {
  readonly action: Action;
  /** The plan is carried out once it is made. Else it is only shown. */
  readonly executes: boolean;
  readonly project: string;
  readonly scope: ScopeMatcher;
  readonly prepared: Prepared;
  readonly declared: Declared;
  readonly entries: Entries;
  /** For `rollback`: by task, what it was before. */
  readonly undo: ReadonlyMap<string, Undo>;
  readonly references: References;
  /** Where the files lie that tasks hand to each other. */
  readonly placeFiles: PlaceFiles;
  /** Tasks that a run which goes on elsewhere is about to change, or is changing, for a plan that only shows. */
  readonly underWay: ReadonlyMap<string, Change>;
  /** The code of kinds that an untrusted run does not know was changed, as far as can be told. */
  readonly kindsChanged: boolean;
  readonly policy: PlanPolicy;
  /** Makes the digest of the plan. */
  readonly digest: Digest;
  readonly toolbox: Toolbox;
}
