import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sections, withRelease } from "../../scripts/release/changelog.ts";
import { releaseProblems } from "../../scripts/release/check.ts";
import { prepareRelease } from "../../scripts/release/prepare.ts";
import { compareReleases, isNewest, movingTag, parseVersion } from "../../scripts/release/versions.ts";
import { temporaryFolders } from "../node/temporary.ts";

const folder = temporaryFolders();

function checkout(version: string, changelog: string): string {
  const root = folder();
  const files = {
    "package.json": JSON.stringify({ version }),
    "package-lock.json": JSON.stringify({ version, packages: { "": { version } } }),
    "src/action/metadata.generated.ts": `export const metadata = {\n  version: "${version}",\n};\n`,
    "CHANGELOG.md": changelog,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A.\n\n## [1.0.0] - 2026-11-30\n\n- First.\n";

describe("the changelog", () => {
  it("is told by sections", () => {
    expect(sections(changelog)).toEqual([
      { version: undefined, date: undefined, text: "### Added\n\n- A." },
      { version: "1.0.0", date: "2026-11-30", text: "- First." },
    ]);
  });

  it("gives what is unreleased to a version, once", () => {
    const closed = withRelease(changelog, "1.1.0", "2026-12-24");
    expect(closed).toBe(changelog.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [1.1.0] - 2026-12-24\n"));
    expect(() => withRelease(closed, "1.1.0", "2026-12-24")).toThrow("CHANGELOG.md has a section 1.1.0 already");
    expect(() => withRelease(closed, "1.2.0", "2026-12-24")).toThrow(
      "CHANGELOG.md has nothing under [Unreleased], so there is nothing to release",
    );
  });

  it("gives a version what its previews have told, once, and keeps their sections", () => {
    const preview = withRelease(changelog, "1.1.0-rc.1", "2026-12-01");
    const final = withRelease(preview, "1.1.0", "2026-12-24");
    expect(sections(final).map(({ version, text }) => [version, text])).toEqual([
      [undefined, ""],
      ["1.1.0", "### Added\n\n- A."],
      ["1.1.0-rc.1", "### Added\n\n- A."],
      ["1.0.0", "- First."],
    ]);
    const more = preview.replace(
      "## [Unreleased]\n",
      "## [Unreleased]\n\n### Fixed\n\n- C,\n  in two lines.\n\n### Added\n\n- B.\n- A.\n",
    );
    const text = "### Fixed\n\n- C,\n  in two lines.\n\n### Added\n\n- B.\n- A.";
    expect(sections(withRelease(more, "1.1.0", "2026-12-24"))[1]).toEqual({
      version: "1.1.0",
      date: "2026-12-24",
      text,
    });
    // Another version has nothing of it, nor has the next preview.
    for (const other of ["1.1.1", "1.1.0-rc.2"])
      expect(() => withRelease(preview, other, "2026-12-24")).toThrow("nothing under [Unreleased]");
  });

  it("may have the line ends of Windows, and keeps them", () => {
    const closed = withRelease(changelog, "1.1.0", "2026-12-24");
    const windows = changelog.replaceAll("\n", "\r\n");
    expect(sections(windows)).toEqual(sections(changelog));
    expect(withRelease(windows, "1.1.0", "2026-12-24")).toBe(closed.replaceAll("\n", "\r\n"));
  });

  it("of this repository can be released", () => {
    const text = readFileSync(join(import.meta.dirname, "../../CHANGELOG.md"), "utf8");
    const headings = [...text.matchAll(/^## .*$/gm)].map(([line]) => line);
    expect(headings).toHaveLength(sections(text).length);
    expect(sections(text)[0]?.version).toBeUndefined();
    const before = sections(text);
    expect(
      sections(withRelease(`${text}\n## [0.0.1] - 2020-01-01\n\n- A.\n`, "9.9.9", "2026-12-24")).slice(1, 2),
    ).toEqual([{ version: "9.9.9", date: "2026-12-24", text: before[0]?.text }]);
  });
});

describe("a checkout", () => {
  it("is what its tag says", () => {
    const root = checkout("1.1.0", withRelease(changelog, "1.1.0", "2026-12-24"));
    expect(releaseProblems("v1.1.0", root)).toEqual([]);
  });

  it("or each difference is told with what to do", () => {
    const advice = "run `npm run release:prepare -- 1.1.0`, and tag the commit that it makes";
    expect(releaseProblems("v1.1.0", checkout("1.0.0", changelog))).toEqual([
      `package.json says 1.0.0, the tag says 1.1.0: ${advice}`,
      `package-lock.json says 1.0.0, the tag says 1.1.0: ${advice}`,
      `package-lock.json says 1.0.0, the tag says 1.1.0: ${advice}`,
      `src/action/metadata.generated.ts is of another version: ${advice}`,
      `CHANGELOG.md has no section 1.1.0: ${advice}`,
      "CHANGELOG.md has lines under [Unreleased] that belong to 1.1.0, or to a later commit",
    ]);
    for (const tag of [
      "1.1.0",
      "v1.1",
      "v1.1.0.0",
      "v01.1.0",
      "",
      "v1.1.0-",
      "v1.1.0-01",
      "v1.1.0-rc.01",
      "v1.1.0-rc..1",
    ])
      expect(releaseProblems(tag, "/nowhere")).toEqual([`${tag} is no tag of a version, such as v1.2.3`]);
  });
});

describe("preparing a release", () => {
  /** A repository whose npm sets the version, and then does what is said. */
  function repository(run: (command: string) => void = () => {}) {
    const root = checkout("1.0.0", changelog);
    writeFileSync(join(root, "README.md"), "opus 1.0.0, Node v24\n");
    const git = (...args: string[]) => execFileSync("git", ["-C", root, ...args], { encoding: "utf8" }).trim();
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.com");
    git("add", "--all");
    git("commit", "-qm", "First");
    const npm = (...args: readonly string[]): void => {
      if (args[0] === "version")
        for (const path of ["package.json", "package-lock.json", "src/action/metadata.generated.ts"]) {
          const file = join(root, path);
          writeFileSync(file, readFileSync(file, "utf8").replaceAll("1.0.0", args[1] ?? ""));
        }
      run(args.join(" "));
    };
    return { root, git, place: { folder: root, npm, warn: () => {} } };
  }

  it("makes one commit", () => {
    const { root, git, place } = repository();
    expect(prepareRelease("1.1.0", place)).toBe(`${git("log", "-1", "--format=%h")} Release 1.1.0`);
    expect([git("status", "--porcelain"), releaseProblems("v1.1.0", root)]).toEqual(["", []]);
    expect(readFileSync(join(root, "README.md"), "utf8")).toBe("opus 1.1.0, Node v24\n");
  });

  it("leaves the checkout as it was where something fails, and says it in a sentence", () => {
    const failing = repository((command) => {
      if (command === "run build") throw new Error("Command failed: npm run build\n  at somewhere");
    });
    const { root, git, place } = failing;
    writeFileSync(join(root, ".git/info/exclude"), "kept\n");
    writeFileSync(join(root, "kept"), "");
    const before = git("log", "--format=%H");
    const said = "1.1.0 was not prepared, and the checkout is as it was: Command failed: npm run build";
    expect(() => prepareRelease("1.1.0", place)).toThrow(new Error(said));
    expect([git("status", "--porcelain", "--ignored"), git("log", "--format=%H")]).toEqual(["!! kept", before]);
    expect(releaseProblems("v1.0.0", root)).toEqual([
      "CHANGELOG.md has lines under [Unreleased] that belong to 1.0.0, or to a later commit",
    ]);
  });

  it("does so too where git takes no commit, or the build has left out something", () => {
    const refused = repository();
    writeFileSync(join(refused.root, ".git/hooks/pre-commit"), "#!/bin/sh\necho not today >&2\nexit 1\n", {
      mode: 0o755,
    });
    expect(() => prepareRelease("1.1.0", refused.place)).toThrow(
      "1.1.0 was not prepared, and the checkout is as it was: Command failed: git commit --quiet --message Release 1.1.0: not today",
    );
    expect(refused.git("status", "--porcelain")).toBe("");
    const bare = { ...refused.place, npm: () => writeFileSync(join(refused.root, "new"), "") };
    expect(() => prepareRelease("1.1.0", bare)).toThrow("package.json says 1.0.0, the tag says 1.1.0");
    expect(refused.git("status", "--porcelain")).toBe("");
  });

  it("does so too where Ctrl-C or a terminal that is closed ends it", async () => {
    const sources = join(import.meta.dirname, "../..");
    for (const signal of ["SIGINT", "SIGHUP"] as const) {
      const { root, git } = repository();
      cpSync(join(sources, "scripts"), join(root, "scripts"), { recursive: true });
      symlinkSync(join(sources, "node_modules"), join(root, "node_modules"));
      writeFileSync(join(root, ".git/info/exclude"), "node_modules\n");
      git("add", "--all");
      git("commit", "-qm", "Scripts");
      const programs = folder();
      const builds = `[ "$1" = run ] || exit 0\necho changed > README.md\necho builds >&2\nexec sleep 60\n`;
      writeFileSync(join(programs, "npm"), `#!/bin/sh\n${builds}`, { mode: 0o755 });
      const child = spawn(process.execPath, [join(root, "scripts/release/prepare.ts"), "1.1.0"], {
        cwd: root,
        // A group of its own, as a terminal signals to all of it.
        detached: true,
        env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` },
        stdio: ["ignore", "ignore", "pipe"],
      });
      const ended = once(child, "exit");
      let said = "";
      let isSent = false;
      for await (const chunk of child.stderr) {
        said += chunk;
        if (isSent || !said.includes("builds")) continue;
        isSent = true;
        process.kill(-(child.pid as number), signal);
      }
      expect(await ended).toEqual([1, null]);
      expect(said).toContain("1.1.0 was not prepared, and the checkout is as it was");
      expect(git("status", "--porcelain")).toBe("");
    }
  });

  it("begins nothing where it can't be right", () => {
    const { root, git, place } = repository();
    git("tag", "v1.2.0");
    expect(() => prepareRelease("1.2", place)).toThrow('"1.2" is no version');
    expect(() => prepareRelease("1.2.0", place)).toThrow("the tag v1.2.0 is there already");
    expect(() => prepareRelease("1.0.0", place)).toThrow("CHANGELOG.md has a section 1.0.0 already");
    writeFileSync(join(root, "mine"), "");
    expect(() => prepareRelease("1.1.0", place)).toThrow("commit or put away what you have changed first");
    git("config", "status.showUntrackedFiles", "no");
    expect(() => prepareRelease("1.1.0", place)).toThrow("commit or put away what you have changed first");
    expect(readFileSync(join(root, "mine"), "utf8")).toBe("");
  });
});

describe("the tag of a major version", () => {
  it("moves forward only, and to no preview", () => {
    const tags = ["v1", "v1.0.0", "v1.3.0", "v2.0.0-rc.1", "nightly", ""];
    expect(movingTag("v1.3.1", [...tags, "v1.3.1"])).toBe("v1");
    expect(movingTag("v1.2.4", [...tags, "v1.2.4"])).toBeUndefined();
    expect(movingTag("v1.4.0-rc.1", tags)).toBeUndefined();
    expect(movingTag("v2.0.0", [...tags, "v2.0.0"])).toBe("v2");
    expect(movingTag("v1.3.1", [...tags, "v2.0.0"])).toBe("v1");
    expect(isNewest("v1.3.1", [...tags, "v2.0.0"])).toBe(false);
  });

  it("never goes back, in whatever order the releases come", () => {
    const part = fc.nat(3);
    const release = fc.tuple(part, part, part).map((parts) => `v${parts.join(".")}`);
    fc.assert(
      fc.property(fc.uniqueArray(release, { minLength: 1, maxLength: 12 }), (order) => {
        const at = new Map<string, string>();
        order.forEach((tag, index) => {
          const moved = movingTag(tag, order.slice(0, index + 1));
          if (moved === undefined) return;
          const [was, is] = [at.get(moved), tag].map((name) => parseVersion(name?.slice(1) ?? ""));
          if (was !== undefined && is !== undefined) expect(compareReleases(is, was)).toBeGreaterThan(0);
          at.set(moved, tag);
        });
        // In the end each stands at its newest.
        for (const [major, tag] of at)
          expect(
            isNewest(
              tag,
              order.filter((one) => one.startsWith(`${major}.`)),
            ),
          ).toBe(true);
      }),
    );
  });
});
