/** Reads and changes CHANGELOG.md, which follows Keep a Changelog 1.1.0. */

/** One version as the changelog tells it. */
export interface Section {
  /** `1.2.3`, or undefined for what no version has yet. */
  readonly version: string | undefined;
  /** `2026-11-30`, where the heading says so. */
  readonly date: string | undefined;
  /** What stands below the heading, without blank lines around it. */
  readonly text: string;
}

const heading = /^## \[(Unreleased|\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)\](?: - (\d{4}-\d{2}-\d{2}))?$/;

/** @returns the sections in the order of the file */
export function sections(changelog: string): readonly Section[] {
  const found: { version: string | undefined; date: string | undefined; lines: string[] }[] = [];
  for (const line of changelog.split("\n")) {
    const [, name, date] = heading.exec(line) ?? [];
    if (name !== undefined) found.push({ version: name === "Unreleased" ? undefined : name, date, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ version, date, lines }) => ({ version, date, text: lines.join("\n").trim() }));
}

/**
 * Gives what is unreleased to a version, and begins an empty section above it.
 * @param date of the release, `2026-11-30`
 * @throws Error when nothing is unreleased, or the version is there already
 */
export function withRelease(changelog: string, version: string, date: string): string {
  const all = sections(changelog);
  if (all.some((section) => section.version === version))
    throw new Error(`CHANGELOG.md has a section ${version} already`);
  const unreleased = all.find((section) => section.version === undefined);
  if (unreleased === undefined || unreleased.text === "")
    throw new Error("CHANGELOG.md has nothing under [Unreleased], so there is nothing to release");
  return changelog.replace(/^## \[Unreleased\]$/m, `## [Unreleased]\n\n## [${version}] - ${date}`);
}
