/**
 * Makes the files of a release: `node scripts/release/pack.ts <folder>`. A package that npm and npx install without
 * fetching anything else, its bill of materials, checksums, and the notes from the changelog.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../action-file.ts";
import { sections } from "./changelog.ts";

/** What users need of the repository. What is not there is left out. */
const shipped = ["dist", "schema", "sdk", "docs", "examples/workflows", "LICENSE", "README.md", "CHANGELOG.md"];

/**
 * Makes all files of a release.
 * @param folder to write into; made when it is not there
 * @returns the names of the files in it
 * @throws Error when the changelog has nothing for the version
 */
export function packRelease(folder: string): readonly string[] {
  const { version } = packageFile();
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const section = sections(changelog).find((one) => one.version === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section ${version}`);
  const files = [packProgram(folder), "sbom.cdx.json"];
  writeFileSync(join(folder, "sbom.cdx.json"), npm("sbom", "--sbom-format", "cyclonedx", "--omit", "dev"));
  writeFileSync(join(folder, "SHA256SUMS"), files.map((name) => `${sha256(join(folder, name))}  ${name}\n`).join(""));
  writeFileSync(join(folder, "notes.md"), `${section.text}\n`);
  return [...files, "SHA256SUMS", "notes.md"];
}

/**
 * Makes the package. The same checkout gives the same bytes, as npm leaves out times and users.
 * @param folder to write into; made when it is not there
 * @returns the name of the file, `magnum-opus-1.2.3.tgz`
 */
export function packProgram(folder: string): string {
  const manifest = packageFile();
  const stage = mkdtempSync(join(tmpdir(), "magnum-opus-release-"));
  try {
    for (const part of shipped.filter((name) => existsSync(join(root, name))))
      cpSync(join(root, part), join(stage, part), { recursive: true });
    writeFileSync(join(stage, "package.json"), `${JSON.stringify(packaged(manifest), null, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    npm("pack", stage, "--pack-destination", folder, "--silent");
    return `${manifest.name}-${manifest.version}.tgz`;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function packageFile(): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** All that runs is in dist/, so that nothing is to be installed beside it. */
function packaged(manifest: object): object {
  const kept = ["name", "version", "description", "type", "license", "bin", "engines", "exports"];
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => kept.includes(key)));
}

function npm(...args: string[]): string {
  // `npm run --silent` would keep it from saying why it failed.
  const env = { ...process.env, npm_config_loglevel: "error" };
  return execFileSync("npm", args, { cwd: root, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? "release");
  for (const name of packRelease(folder)) console.log(join(folder, name));
}
