import { createHash } from "node:crypto";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type Failure, failure, type Result } from "../engine/diagnostic.ts";
import type { Clock, StateStore } from "../engine/ports.ts";
import { FileStore } from "../state/file-store.ts";
import type { StatePlace } from "./state-place.ts";

/** What the stores of a run share. */
export interface StoresOptions {
  readonly place: StatePlace;
  readonly project: string;
  /** Of the whole process. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly terminal: boolean;
  /** Version of the program. */
  readonly version: string;
  /** For the branch of this repository, in a step. */
  readonly token: string | undefined;
  readonly clock: Clock;
  /** Takes secrets out of what git or GitHub said. */
  redact(text: string): string;
  /** Tells of something that takes long. */
  onProgress(text: string): void;
}

/** Opens the stores of a run's contexts, which share one place. */
export class Stores {
  readonly #options: StoresOptions;

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  open(context: string): StateStore {
    const { place, project, version, clock } = this.#options;
    switch (place.backend) {
      case "file":
        return new FileStore({ statePath: place.path, project, context, writer: version, clock });
      case "branch":
        throw new Error("not there yet");
    }
  }

  /** Removes what is only needed while the run goes on. */
  async dispose(): Promise<void> {}
}
