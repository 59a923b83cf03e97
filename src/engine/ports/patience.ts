/** The timeout of one call, which can be held while the call waits for its turn. */
export interface Patience {
  /** Holds it, several times over if need be. @returns lets this hold go */
  pause(): () => void;
}

/** Nothing bounds the call. */
export const endlessPatience: Patience = { pause: () => () => {} };
