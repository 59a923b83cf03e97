import type { RunInfo } from "../model/run-info.ts";

/** Asks the service that ran a holder (never a clock) whether that run is over. */
export type RunLookup = (
  run: RunInfo,
  signal: AbortSignal,
) => Promise<
  | { readonly state: "over"; readonly why: string }
  | { readonly state: "going-on" }
  /** It can't be told from here; `why` says what to change, if that helps. */
  | { readonly state: "unsure"; readonly why: string }
>;
