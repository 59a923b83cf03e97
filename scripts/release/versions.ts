/** Versions after Semantic Versioning 2.0.0, and the tags that stand for them. */

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `rc.1`; empty for a version that everybody gets. */
  readonly preview: string;
}

// A part of digits alone has no zero before it: npm would write `1.2.3-01` as `1.2.3-1`.
const part = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const pattern = new RegExp(`^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-(${part}(?:\\.${part})*))?$`);

/** @returns undefined for a text that is no version, also with a `v` before it */
export function parseVersion(text: string): Version | undefined {
  const [matched, major, minor, patch, preview = ""] = pattern.exec(text) ?? [];
  if (matched === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), preview };
}

/**
 * Tells whether the tag of a major version (`v1`) moves to a release: only forward, and never to a preview, so that a fix
 * of an older line (1.2.4 after 1.3.0) leaves who uses `@v1` where they are.
 * @param tag of the release, `v1.2.4`
 * @param tags of the repository; what is no version among them does not count
 * @returns the tag to move, `v1`; undefined when it stays
 */
export function movingTag(tag: string, tags: readonly string[]): string | undefined {
  const released = finalVersion(tag);
  if (released === undefined) return undefined;
  const line = tags.filter((other) => finalVersion(other)?.major === released.major);
  return isNewest(tag, line) ? `v${released.major}` : undefined;
}

/** @returns whether no tag of a version, previews aside, comes after this one, which is no preview */
export function isNewest(tag: string, tags: readonly string[]): boolean {
  const released = finalVersion(tag);
  if (released === undefined) return false;
  return tags.every((other) => {
    const version = finalVersion(other);
    return version === undefined || compareReleases(version, released) <= 0;
  });
}

/** @returns above zero when the first comes after the second, previews aside */
export function compareReleases(one: Version, other: Version): number {
  return one.major - other.major || one.minor - other.minor || one.patch - other.patch;
}

/** The version of a tag that everybody gets. */
function finalVersion(tag: string): Version | undefined {
  const version = tag.startsWith("v") ? parseVersion(tag.slice(1)) : undefined;
  return version?.preview === "" ? version : undefined;
}
