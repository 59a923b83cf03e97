/** The version of this project where pages and samples name it. */

/** Each has what stands before the version, and the version. */
const places = [
  /(\bopus )(\d+\.\d+\.\d+)(?=, Node v)/g, // the head of a trace
  /("writer": ")(\d+\.\d+\.\d+)/g, // samples of state
  /(\/releases\/download\/v)(\d+\.\d+\.\d+)/g,
  /(\bmagnum-opus-)(\d+\.\d+\.\d+)(?=\.tgz)/g,
];

/** Pages whose version stands for any. */
export const withoutVersion: readonly string[] = ["docs/upgrading.md"];

/** @returns the versions that a page names as this project's */
export function namedVersions(text: string): readonly string[] {
  return places.flatMap((place) => [...text.matchAll(place)].map(([, , version = ""]) => version));
}

/** @returns the page with another version in each of these places */
export function withVersion(text: string, version: string): string {
  return places.reduce((page, place) => page.replace(place, (_, before: string) => `${before}${version}`), text);
}
