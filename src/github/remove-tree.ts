import { chmodSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes a folder with all that is in it, also what is read-only. Never throws: what can't be removed stays, and that
 * must not hide what came before.
 */
export function removeTree(path: string): void {
  if (removed(path)) return;
  openUp(path);
  removed(path);
}

function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}

/** Lets folders be emptied. */
function openUp(path: string): void {
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    try {
      if (!lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 0o700);
      for (const name of readdirSync(folder)) folders.push(join(folder, name));
    } catch {
      // Another folder may still be emptied.
    }
}
