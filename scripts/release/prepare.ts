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

/** Where a release is prepared. */
export interface Place {
  /** The top of the checkout. */
  readonly folder: string;
  /** Runs npm there. @throws Error when it fails */
  npm(...args: readonly string[]): void;
  warn(line: string): void;
}

/**
 * Prepares a release, or leaves the checkout as it was.
 * @param text the version, `1.2.3`
 * @returns the commit: its short id and its subject
 * @throws Error with one sentence: why there is none
 */
export function prepareRelease(text: string, { folder, npm, warn }: Place): string {
  const git = (...args: readonly string[]): string => {
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio }).trim();
  };
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`"${text}" is no version, such as 1.2.3 or 1.2.3-rc.1`);
  // Also where git is set to hide new files: they would be released, or cleaned away.
  if (git("status", "--porcelain", "--untracked-files=all") !== "")
    throw new Error("commit or put away what you have changed first (`git status`)");
  if (git("tag", "--list", `v${text}`) !== "") throw new Error(`the tag v${text} is there already`);
  const changelog = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  const last = sections(changelog).flatMap((section) => parseVersion(section.version ?? "") ?? [])[0];
  if (last !== undefined && compareReleases(version, last) < 0)
    warn(`${text} comes before the newest version of the changelog: right only for a fix of an older line.`);
  const closed = withRelease(changelog, text, new Date().toISOString().slice(0, 10));
  try {
    npm("version", text, "--no-git-tag-version", "--allow-same-version");
    writeFileSync(join(folder, "CHANGELOG.md"), closed);
    for (const page of globSync(["README.md", "docs/**/*.md"], { cwd: folder })) {
      if (withoutVersion.includes(page)) continue;
      writeFileSync(join(folder, page), withVersion(readFileSync(join(folder, page), "utf8"), text));
    }
    npm("run", "build");
    npm("run", "docs");
    const problems = releaseProblems(`v${text}`, folder);
    if (problems.length > 0) throw new Error(problems.join("; "));
    git("add", "--all");
    git("commit", "--quiet", "--message", `Release ${text}`);
  } catch (error) {
    // Nothing was changed before, so all that is changed now is of this.
    git("reset", "--quiet", "--hard");
    git("clean", "--quiet", "--force", "-d");
    throw new Error(`${text} was not prepared, and the checkout is as it was: ${reasonOf(error)}`);
  }
  return git("log", "-1", "--format=%h %s");
}

/** In a line: of a program that failed what it was, as its own words stand above. */
function reasonOf(error: unknown): string {
  const { message, stderr } = error as Error & { readonly stderr?: string | null };
  const own = typeof stderr === "string" ? stderr.trim().split("\n").at(-1) : "";
  const [first = ""] = message.split("\n");
  return own ? `${first}: ${own}` : first;
}

if (import.meta.main) {
  // Ctrl-C and closing the terminal end what runs, and then this, which puts everything back.
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
  const text = process.argv[2] ?? "";
  const npm = (...args: readonly string[]): void =>
    void execFileSync("npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  try {
    const commit = prepareRelease(text, { folder: root, npm, warn: console.warn });
    console.log(`
Committed: ${commit}

Next, when this commit is on main and its checks are green:

  git tag v${text} && git push origin v${text}
`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
