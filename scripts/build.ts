/** Bundles src/index.ts into dist/. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./action-file.ts";
import { bundle } from "./bundle.ts";

const files = await bundle();
const target = join(root, "dist");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, text] of files) {
  // As a program it is linked onto the PATH.
  writeFileSync(join(target, name), text, { mode: name === "index.js" ? 0o755 : 0o644 });
  console.log(`dist/${name}  ${Math.round(Buffer.byteLength(text) / 1024)} KiB`);
}
