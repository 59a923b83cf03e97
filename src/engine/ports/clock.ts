/** Time, as the engine sees it. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Wall clock, ISO 8601 in UTC. */
  timestamp(): string;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
