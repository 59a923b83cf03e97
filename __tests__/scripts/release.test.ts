import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sections, withRelease } from "../../scripts/release/changelog.ts";
import { releaseProblems } from "../../scripts/release/check.ts";
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

  it("of this repository can be released", () => {
    const text = readFileSync(join(import.meta.dirname, "../../CHANGELOG.md"), "utf8");
    const headings = [...text.matchAll(/^## .*$/gm)].map(([line]) => line);
    expect(headings).toHaveLength(sections(text).length);
    expect(sections(text)[0]?.version).toBeUndefined();
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
