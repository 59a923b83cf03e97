/** A program that a kind starts in `open`: its rules may sit in a process of their own. */
export interface KindProcessRequest {
  readonly command: string;
  readonly args?: readonly string[];
  /** Default: the working directory. */
  readonly cwd?: string;
  /** Variables besides those that every program gets (`PATH`, `HOME`, the language and the like). */
  readonly env?: { readonly [name: string]: string };
  /**
   * Takes each line of its stdout, without the line break. When it throws, the program is ended, and the calls of the kind
   * fail with what it threw; a line of more than 16 MiB does the same.
   */
  onLine(line: string): void;
}

/**
 * Runs until it ends, or until what was opened is closed. It stands in the run's ledger of processes, so that the next run
 * ends it when this one is killed.
 */
export interface KindProcess {
  readonly pid: number;
  /** Writes to its stdin. What comes after its end is lost. */
  write(text: string): void;
  /** Resolves when it has ended, by itself or not. Never rejects. */
  readonly ended: Promise<KindProcessEnd>;
  /** Ends it and all that it has started: SIGTERM, and after a grace SIGKILL. */
  stop(): Promise<void>;
}

export interface KindProcessEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of its stderr, without secrets. */
  readonly stderr: string;
}
