import type { Failure, Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunLookup } from "../../../engine/ports/run-lookup.ts";
import type { Machine } from "../../lock/process-identity.ts";
import type { Sealing } from "../../seal/seal.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

export interface BranchStoreOptions {
  /** Shared by the stores of a run that are on the same branch. */
  readonly repository: BranchRepository;
  /** Other branches on which states may be that count as beside this one. Absent: none. */
  readonly others?: (signal: AbortSignal) => Promise<Result<readonly BranchRepository[], Failure>>;
  readonly project: string;
  readonly context: string;
  /** Version of the program, for the envelope. */
  readonly writer: string;
  /** Absolute path of the folder on this machine for the journal and what else a run leaves; made on use. */
  readonly localFolder: string;
  readonly machine?: Machine;
  /** Tells whether the run of a lock's holder is over. */
  readonly runLookup?: RunLookup;
  /** How long a write without a lock waits for those who hold it, in milliseconds. Default: 10,000. */
  readonly writeLockMs?: number;
  readonly sealing?: Sealing | undefined;
  /** Told when a push has to be tried again. */
  readonly onProgress?: (message: string) => void;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags?: readonly string[];
}
