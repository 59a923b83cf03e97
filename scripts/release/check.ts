/**
 * Tells whether the checkout is what a tag says: `node scripts/release/check.ts v1.2.3`. The workflow of releases runs it
 * before it publishes anything.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../action-file.ts";
import { sections } from "./changelog.ts";
import { parseVersion } from "./versions.ts";

/**
 * What stands against a release.
 * @param tag `v1.2.3`
 * @param folder of the checkout
 * @returns sentences, each with the file and what to do; none when all fits
 */
export function releaseProblems(tag: string, folder: string = root): readonly string[] {
  const version = tag.startsWith("v") ? tag.slice(1) : "";
  if (parseVersion(version) === undefined) return [`${tag} is no tag of a version, such as v1.2.3`];
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const advice = `run \`npm run release:prepare -- ${version}\`, and tag the commit that it makes`;
  const problems: string[] = [];
  const lock = JSON.parse(read("package-lock.json"));
  for (const [file, found] of [
    ["package.json", JSON.parse(read("package.json")).version],
    ["package-lock.json", lock.version],
    ["package-lock.json", lock.packages[""].version],
  ] as const)
    if (found !== version) problems.push(`${file} says ${found}, the tag says ${version}: ${advice}`);
  if (!read("src/action/metadata.generated.ts").includes(`version: ${JSON.stringify(version)},`))
    problems.push(`src/action/metadata.generated.ts is of another version: ${advice}`);
  const all = sections(read("CHANGELOG.md"));
  const section = all.find((one) => one.version === version);
  if (section === undefined) problems.push(`CHANGELOG.md has no section ${version}: ${advice}`);
  else if (section.date === undefined)
    problems.push(`CHANGELOG.md has no date for ${version}: \`## [${version}] - <date>\``);
  else if (section.text === "") problems.push(`CHANGELOG.md says nothing of ${version}`);
  const left = all.find((one) => one.version === undefined);
  if (left !== undefined && left.text !== "")
    problems.push(`CHANGELOG.md has lines under [Unreleased] that belong to ${version}, or to a later commit`);
  return problems;
}

if (import.meta.main) {
  const problems = releaseProblems(process.argv[2] ?? "");
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  console.log(`The checkout is ${process.argv[2]}.`);
}
