/** What dist/ is made of. Run as a program, it prints the digest: for bundles that another bundler makes. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./action-file.ts";

/** The file of dist/ that holds the digest of the sources that it was made of. */
export const digestFile = "sources.sha256";

const patterns = [
  "src/**/*.{ts,js,json}",
  "package-lock.json",
  "tsconfig.json",
  "scripts/{ascii,build,bundle,late-modules,sources,strip-comments}.ts",
];

/**
 * Digests every file that decides what the bundle holds: names and contents, line ends aside.
 * @returns 64 hexadecimal digits
 */
export function sourcesDigest(folder = root): string {
  const hash = createHash("sha256");
  for (const path of globSync(patterns, { cwd: folder }).map(slashes).sort())
    hash.update(`${path}\0${readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n")}\0`);
  return hash.digest("hex");
}

/** @returns the digest that stands in a folder of built files; undefined when there is none */
export function builtDigest(dist = join(root, "dist")): string | undefined {
  const path = join(dist, digestFile);
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

if (import.meta.main) console.log(sourcesDigest());
