/** The timeout of one call, which can be held while the call waits for its turn. */
export interface Patience {
  /** Holds it, several times over if need be. @returns lets this hold go */
  pause(): () => void;
}

/** What bounds one call. Who does not need it does not ask: much of it is made only then. */
export interface CallBounds {
  /** Aborts on timeout and on cancellation. */
  readonly signal: AbortSignal;
  /** Absent: it has all the time in the world. */
  readonly patience?: Patience;
}

/** Nothing bounds the call. */
export const endlessPatience: Patience = { pause: () => () => {} };
