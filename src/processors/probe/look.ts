/** What one try came to. */
export type Look =
  | { readonly state: "holds" }
  | { readonly state: "open"; readonly why: string; readonly detail?: string; readonly hint?: string }
  /** Further tries come to the same. */
  | { readonly state: "hopeless"; readonly why: string; readonly hint?: string };

/** One thing that is probed. */
export interface Probed {
  /** What it is, for people: an address, a port, a command. */
  readonly what: string;
  /**
   * Looks once.
   * @param ms how long it may take
   * @throws the reason of the task's signal
   */
  look(ms: number): Promise<Look>;
}

export const holds: Look = { state: "holds" };

/** It is not as expected yet. */
export function open(why: string): Look {
  return { state: "open", why };
}
