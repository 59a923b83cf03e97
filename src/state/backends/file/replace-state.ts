import type { Write } from "../../../engine/ports/state-store.ts";
import { attempt, errorCode, type FileSystem, ioFailure, syncFolder, writeNew } from "./file-system.ts";
import type { StateFolder } from "./state-folder.ts";

/** A write that was refused, or failed. */
export type NotWritten = Exclude<Write, { readonly state: "written" }>;

/** What takes the place of the stored state. */
interface Replacement {
  readonly data: Uint8Array;
  /** Is the version before to be the backup? */
  readonly keepOld: boolean;
  /** With which a run ends, so that it is one of history; undefined: none does. */
  readonly endedSerial: number | undefined;
}

/**
 * New bytes beside the old ones, then backup, then the switch. Until the switch everything is as before.
 * @param whyNot is asked right before the switch
 * @returns why nothing was written; undefined: it was
 */
export function replaceState(
  files: FileSystem,
  folder: StateFolder,
  { data, keepOld, endedSerial }: Replacement,
  whyNot: () => NotWritten | undefined,
): NotWritten | undefined {
  const temporary = folder.temporary(folder.path);
  const backup = folder.temporary(folder.path);
  const history = folder.temporary(folder.history.folder);
  let refused: NotWritten | undefined;
  try {
    writeNew(files, temporary, data);
    if (endedSerial !== undefined) {
      files.mkdir(folder.history.folder);
      // A copy, not a link: whoever mends state.json in place must not change history with it.
      files.copy(temporary, history);
    }
    if (keepOld) keepBackup(files, folder, backup);
    refused = whyNot();
    if (!refused) files.rename(temporary, folder.state);
  } catch (error) {
    refused = { state: "unavailable", failure: ioFailure("write the state", folder.state, error) };
  }
  if (refused) {
    for (const path of [temporary, backup, history]) attempt(() => files.unlink(path));
    return refused;
  }
  if (endedSerial !== undefined) {
    attempt(() => files.rename(history, folder.history.path(endedSerial)));
    attempt(() => folder.history.prune());
  }
  syncFolder(files, folder.path);
  return undefined;
}

function keepBackup(files: FileSystem, folder: StateFolder, temporary: string): void {
  try {
    files.link(folder.state, temporary);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    files.copy(folder.state, temporary);
  }
  files.rename(temporary, folder.backup);
  // When both were the same file already, the rename did nothing and left the name.
  attempt(() => files.unlink(temporary));
}
