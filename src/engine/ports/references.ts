import type { JsonObject } from "../json/json.ts";
import type { Vouching } from "../plan/guards/vouching.ts";
import type { Entries } from "../recorded/entries.ts";
import type { SensitiveOutput } from "../recorded/outputs.ts";
import type { Found } from "../references/found.ts";
import type { ReferenceEnvironment } from "../references/lookup.ts";
import type { Resolved } from "../references/resolve.ts";

/** A spec as state keeps it: references to secrets, and to what held one, stand in it as they were written. */
export interface RecordedSpec {
  /** Name of its task. */
  readonly task: string;
  readonly spec: JsonObject;
  /** By name of a secret: the environment variable that held it then. */
  readonly secrets?: { readonly [name: string]: string } | undefined;
}

/** What the references of recorded specs stand for in one context, and which of these specs may run. */
export interface References {
  readonly environment: ReferenceEnvironment;
  /** Tells what of recorded specs may run. */
  readonly vouching: Vouching;
  /** What `${VAR:task:key}` stands for when no task gives it in this run. */
  output(task: string, key: string, entries: Entries): Found;
  /** All sensitive outputs that state does not keep and that can be made again, so that they are hidden. */
  secrets(entries: Entries): readonly SensitiveOutput[];
  /**
   * Fills in the references of a recorded spec.
   * @param partly what can't be filled in any more is unknown, with the reason as its label, instead of a problem
   */
  fill(recorded: RecordedSpec, entries: Entries, partly?: boolean): Resolved<JsonObject>;
}
