import type { Result } from "../../engine/diagnostics/diagnostic.ts";

/** How the states of a run are kept from who may not read them. */
export interface Sealing {
  readonly seal: Seal;
  /** State that is not sealed is taken, and sealed by the next write. Otherwise it is refused, as it may be forged. */
  readonly takesPlain: boolean;
}

/** Encrypts what is stored, with keys that the user has. Everything that it takes is loaded when it is made. */
export interface Seal {
  /** @returns text in the armor of age, which the program `age` opens with the same key */
  seal(text: string): Promise<string>;
  open(armored: string): Promise<Result<string, NotOpened | TooManyKeys>>;
  /** Is it the key that seals which opens this, and not one of the others? Looks at its header alone. */
  isCurrent(armored: string): Promise<boolean>;
  readonly journal: JournalSeal;
}

/** `key`: none of the keys fits. `damaged`: it is not, or not any more, what `seal` made. */
export type NotOpened = "key" | "damaged";

/** It is sealed for so many keys that none is tried. */
export interface TooManyKeys {
  readonly keys: number;
}

/** Encrypts lines of a journal without waiting, since a crash may follow at any moment. */
export interface JournalSeal {
  /** For a new journal. */
  begin(): JournalKey;
  /** @param header of the journal to read */
  open(header: string): Result<LineSeal, NotOpened>;
}

/** Of one journal. */
export interface JournalKey {
  /** What its header has to keep, so that it can be opened. */
  readonly header: string;
  readonly lines: LineSeal;
}

/** Encrypts the lines of one journal. */
export interface LineSeal {
  /** @param bound what the line can't be taken away from: it opens only with the same */
  seal(text: string, bound: string): string;
  /** Undefined: it was changed, or belongs elsewhere. */
  open(sealed: string, bound: string): string | undefined;
}
