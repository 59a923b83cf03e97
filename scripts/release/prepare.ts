/**
 * Makes the commit of a release: `npm run release:prepare -- 1.2.3`. It sets the version everywhere, closes the changelog,
 * and builds dist/. Nothing is tagged or pushed: that starts the release, and is said at the end.
 */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../action-file.ts";
import { sections, withRelease } from "./changelog.ts";
import { releaseProblems } from "./check.ts";
import { withoutVersion, withVersion } from "./named-versions.ts";
import { compareReleases, parseVersion } from "./versions.ts";

const text = process.argv[2] ?? "";
const version = parseVersion(text);
if (version === undefined) fail(`"${text}" is no version, such as 1.2.3 or 1.2.3-rc.1`);
if (git("status", "--porcelain") !== "") fail("commit or put away what you have changed first (`git status`)");
if (git("tag", "--list", `v${text}`) !== "") fail(`the tag v${text} is there already`);

const changelogPath = join(root, "CHANGELOG.md");
const changelog = readFileSync(changelogPath, "utf8");
const last = sections(changelog).flatMap((section) => parseVersion(section.version ?? "") ?? [])[0];
if (last !== undefined && compareReleases(version, last) < 0)
  console.warn(`${text} comes before the newest version of the changelog: right only for a fix of an older line.`);

let closed: string;
try {
  closed = withRelease(changelog, text, new Date().toISOString().slice(0, 10));
} catch (error) {
  fail((error as Error).message);
}
npm("version", text, "--no-git-tag-version", "--allow-same-version");
writeFileSync(changelogPath, closed);
for (const page of globSync(["README.md", "docs/**/*.md"], { cwd: root }))
  if (!withoutVersion.includes(page))
    writeFileSync(join(root, page), withVersion(readFileSync(join(root, page), "utf8"), text));
npm("run", "build");
npm("run", "docs");
const problems = releaseProblems(`v${text}`);
if (problems.length > 0) fail(problems.join("\n"));
git("add", "--all");
git("commit", "--quiet", "--message", `Release ${text}`);
console.log(`
Committed: ${git("log", "-1", "--format=%h %s")}

Next, when this commit is on main and its checks are green:

  git tag v${text} && git push origin v${text}
`);

function npm(...args: string[]): void {
  execFileSync("npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
