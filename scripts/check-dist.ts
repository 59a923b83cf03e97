/** Fails when dist/ is not what the sources make. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./action-file.ts";
import { bundle } from "./bundle.ts";

const target = join(root, "dist");
const files = await bundle();
const present = existsSync(target) ? readdirSync(target).sort() : [];
const problems = [
  ...[...files.keys()].filter((name) => !present.includes(name)).map((name) => `dist/${name} is missing`),
  ...present.filter((name) => !files.has(name)).map((name) => `dist/${name} is not part of the bundle`),
  ...present.flatMap((name) => difference(name, files.get(name), readFileSync(join(target, name), "utf8"))),
];
if (problems.length > 0) {
  console.error(`dist/ is not what the sources make:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  console.error(
    "Run `npm run build` and commit dist/. The bundle depends on the installed packages: run `npm ci` first.",
  );
  process.exit(1);
}
console.log(`dist/ is up to date (${files.size} files).`);

function difference(name: string, made: string | undefined, stored: string): string[] {
  if (made === undefined || made === stored) return [];
  const lines = stored.split("\n");
  const line = made.split("\n").findIndex((text, index) => text !== lines[index]) + 1;
  return [`dist/${name} differs, first at line ${line}`];
}
