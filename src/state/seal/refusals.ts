import type { Failure } from "../../engine/diagnostics/diagnostic.ts";

/** Why something stored is refused for its seal or the lack of one. */
export interface SealRefusal {
  /** Half a sentence. */
  readonly why: string;
  /** What to do about it, as a sentence without its full stop. */
  readonly remedy: string;
}

export const noKey: SealRefusal = {
  why: "it is sealed, and no key was given to open it",
  remedy: "Give the key that sealed it as `encryption-key` (in a terminal as `OPUS_ENCRYPTION_KEY`)",
};

export const wrongKey: SealRefusal = {
  why: "it is sealed, and none of the keys in `encryption-key` opens it",
  remedy:
    "Give the key that sealed it (in a terminal as `OPUS_ENCRYPTION_KEY`), as a further line if the first one is to seal from now on",
};

export const notSealed: SealRefusal = {
  why: "it is not sealed, and `encryption-key` was given: what is not sealed may be forged",
  remedy: "If you trust it, give `initialize: true` (in a terminal `--initialize`) once, and the next write seals it",
};

/** Of an earlier version, or a file. */
export const formerNotSealed: SealRefusal = {
  why: notSealed.why,
  remedy:
    "If it was stored before the state was sealed, and you trust it, give `initialize: true` (in a terminal `--initialize`) to this command",
};

/** Is a failure to read state for want of a key, and for nothing else? */
export function lacksKey({ message }: Failure): boolean {
  return message.includes(noKey.why);
}
