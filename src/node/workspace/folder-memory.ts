import type { Result } from "../../engine/diagnostics/diagnostic.ts";
import type { HeldFolder } from "../files/held-folder.ts";

/** How many folders are held open at once. */
const mostHeld = 128;

/** What came of the attempt to hold a folder: the folder, or the system's error. */
export type HoldAttempt =
  | { readonly folder: HeldFolder /** Nothing may be done in it. */; readonly isRefused: boolean }
  | { readonly error: unknown };

/**
 * What was found out of folders while many files are looked at in one pass, so that it is asked once for all files of a
 * folder. It is kept for one turn of the event loop, and only between `begin` and `end`: who changes files in a pass
 * calls `forget`.
 */
export class FolderMemory {
  readonly #paths = new Map<string, Result<string, string>>();
  readonly #real = new Map<string, readonly string[]>();
  readonly #held = new Map<string, HoldAttempt>();
  #passes = 0;
  #expires = false;

  get #isOn(): boolean {
    if (this.#passes === 0) return false;
    if (!this.#expires) {
      this.#expires = true;
      setImmediate(() => this.forget());
    }
    return true;
  }

  begin(): void {
    this.#passes++;
  }

  end(): void {
    this.#passes--;
    if (this.#passes === 0) this.forget();
  }

  forget(): void {
    this.#expires = false;
    this.#paths.clear();
    this.#real.clear();
    this.#release();
  }

  #release(): void {
    for (const attempt of this.#held.values()) if ("folder" in attempt) attempt.folder.close();
    this.#held.clear();
  }

  /** The real path of a path as it is written. */
  path(path: string, find: () => Result<string, string>): Result<string, string> {
    return this.#isOn ? remembered(this.#paths, path, find) : find();
  }

  /** Components of the real folder of what is named so from the root. */
  real(folder: string, find: () => readonly string[]): readonly string[] {
    return this.#isOn ? remembered(this.#real, folder, find) : find();
  }

  /**
   * Holds a folder for others too; who gets it must not close it.
   * @returns undefined outside of a pass
   */
  hold(folder: string, open: () => HoldAttempt): HoldAttempt | undefined {
    if (!this.#isOn) return undefined;
    const known = this.#held.get(folder);
    if (known) return known;
    if (this.#held.size >= mostHeld) this.#release();
    const made = open();
    this.#held.set(folder, made);
    return made;
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
