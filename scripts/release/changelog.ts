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
  for (const line of changelog.split(/\r?\n/)) {
    const [, name, date] = heading.exec(line) ?? [];
    if (name !== undefined) found.push({ version: name === "Unreleased" ? undefined : name, date, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ version, date, lines }) => ({ version, date, text: lines.join("\n").trim() }));
}

/**
 * Gives what is unreleased to a version, and begins an empty section above it. A version gets what its previews have told as
 * well, as who takes it may have seen none of them; their sections stay.
 * @param date of the release, `2026-11-30`
 * @throws Error when there is nothing to release, or the version is there already
 */
export function withRelease(changelog: string, version: string, date: string): string {
  const all = sections(changelog);
  if (all.some((section) => section.version === version))
    throw new Error(`CHANGELOG.md has a section ${version} already`);
  const unreleased = all.find((section) => section.version === undefined);
  if (unreleased === undefined) throw new Error("CHANGELOG.md has no heading `## [Unreleased]`");
  const previews = all.filter((section) => section.version?.startsWith(`${version}-`));
  const text =
    previews.length === 0 ? unreleased.text : merged([unreleased, ...previews].map((section) => section.text));
  if (text === "") throw new Error("CHANGELOG.md has nothing under [Unreleased], so there is nothing to release");
  const end = changelog.includes("\r\n") ? "\r\n" : "\n";
  const lines = changelog.split(/\r?\n/);
  const at = lines.indexOf("## [Unreleased]");
  const below = lines.findIndex((line, index) => index > at && heading.test(line));
  const older = below === -1 ? [] : lines.slice(below);
  const made = [`## [Unreleased]`, "", `## [${version}] - ${date}`, "", ...text.split("\n"), ""];
  return [...lines.slice(0, at), ...made, ...older].join(end);
}

/** Texts of sections in one: what stands below the same heading comes together, each entry once. */
function merged(texts: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const text of texts) {
    let heading = "";
    for (const part of text.split(/\n(?=### |- )|\n\n/)) {
      if (part.startsWith("### ")) heading = part.trim();
      const entries = groups.get(heading) ?? [];
      groups.set(heading, entries);
      if (!part.startsWith("### ") && part.trim() !== "" && !entries.includes(part.trimEnd()))
        entries.push(part.trimEnd());
    }
  }
  const told = [...groups].filter(([, entries]) => entries.length > 0);
  return told
    .map(([heading, entries]) => `${heading === "" ? "" : `${heading}\n\n`}${entries.join("\n")}`)
    .join("\n\n");
}
