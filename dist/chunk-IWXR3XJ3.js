import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/github/remove-tree.ts
import { chmodSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
function removeTree(path) {
  if (removed(path)) return;
  openUp(path);
  removed(path);
}
function removed(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}
function openUp(path) {
  const folders = [path];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop())
    try {
      if (!lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 448);
      for (const name of readdirSync(folder)) folders.push(join(folder, name));
    } catch {
    }
}

export {
  removeTree
};
