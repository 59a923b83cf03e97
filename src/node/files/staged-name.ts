import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import type { HeldFolder } from "./held-folder.ts";
import { isGone, ownOwner } from "./private-folders.ts";

/** Names of unfinished files, for those who list folders. */
export const stagedPattern = ".opus-*.tmp";

/** Of which machine, since which start of it, and process. */
const stagedName = /^\.opus-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{16}\.tmp$/;

/** A new name for a file of this process that is not finished. */
export function newStagedName(): string {
  const own = ownOwner();
  return `.opus-${own.place}-${own.boot}-${own.pid}-${own.start}-${randomBytes(8).toString("hex")}.tmp`;
}

/** Removes unfinished files that killed processes of this machine have left in a folder. What can't be removed stays. Never throws. */
export function removeLeftStaged(folder: HeldFolder): void {
  for (const name of namesIn(folder)) {
    const [, place = "", boot = "", pid = "", start = ""] = stagedName.exec(name) ?? [];
    if (place === "") continue;
    if (place !== ownOwner().place) continue;
    try {
      const stats = lstatSync(folder.at(name));
      if (stats.isFile() && isGone({ place, boot, pid: Number(pid), start }, stats.mtimeMs))
        unlinkSync(folder.at(name));
    } catch {
      // Somebody else was faster, or may do more here.
    }
  }
}

function namesIn(folder: HeldFolder): readonly string[] {
  try {
    return readdirSync(folder.at("."));
  } catch {
    // Who may not list a folder may still make files in it.
    return [];
  }
}
