import type { StateName } from "../../../engine/ports/state-store.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { folderName, nameOfFolder } from "../file/state-folder.ts";

/** What the key of an entry says: which version is in it, and what that follows. */
export interface CacheKeyParts {
  readonly serial: number;
  /** Name of the lineage that it continues, as keys write it; undefined: the first version of a lineage. */
  readonly follows: string | undefined;
}

const begins = "begin";
const followsPrefix = "follows-";
/** The service takes 512 characters; three names of this length and the rest stay well below. */
const longestName = 120;
const serialDigits = 10;

/** What the keys of all entries of all states begin with. */
export const allStates = "opus-state-v1/";

/** A name as `keyName` writes it: nothing that a shell or a reader could take for something else. */
const written = "[\\w.%~-]+";
const anyKey = new RegExp(`^${allStates}(${written})/(${written})/\\d{10,16}/(?:begin|follows-${written})$`);
const version = new RegExp(`^(\\d{10,16})/(?:begin|follows-(${written}))$`);

/** The project and context of a key, as far as they can be told: names with capital letters are cut in keys. */
export function nameInKey(key: string): StateName | undefined {
  const [, project, context] = anyKey.exec(key) ?? [];
  return project === undefined || context === undefined
    ? undefined
    : { project: nameOfFolder(project), context: nameOfFolder(context) };
}

/** What the keys of all entries of one project and context begin with: `opus-state-v1/<project>/<context>/`. */
export function cacheKeyPrefix(project: string, context: string): string {
  return `${allStates}${keyName(project)}/${keyName(context)}/`;
}

/**
 * The key of a version. It has only what all runs share that could write it, so that of two which follow the same
 * version the service takes one: `opus-state-v1/storefront/prod/0000000042/follows-0d6f…`.
 * @param lineage of the version that it follows; undefined: it is the first
 */
export function cacheKey(prefix: string, serial: number, lineage: string | undefined): string {
  const after = lineage === undefined ? begins : `${followsPrefix}${keyName(lineage)}`;
  return `${prefix}${String(serial).padStart(serialDigits, "0")}/${after}`;
}

/** Reads what `cacheKey` made with this prefix; undefined: it is no such key. */
export function parseCacheKey(prefix: string, key: string): CacheKeyParts | undefined {
  if (!key.startsWith(prefix)) return undefined;
  const match = version.exec(key.slice(prefix.length));
  const serial = Number(match?.[1] ?? 0);
  if (match === null || !Number.isSafeInteger(serial) || serial < 1) return undefined;
  // Digits in front would be another key of the same serial.
  if ((match[1] ?? "").length > serialDigits && match[1]?.startsWith("0")) return undefined;
  return { serial, follows: match[2] };
}

/**
 * Half a sentence about how a state differs from its key; undefined: the two fit.
 * @param state what was found in the entry
 */
export function keyMismatch(
  { serial, follows }: CacheKeyParts,
  state: { readonly lineage: string; readonly serial: number },
): string | undefined {
  if (state.serial !== serial) return `it has serial ${state.serial}, and its key says ${serial}`;
  if (follows === undefined || keyName(state.lineage) === follows) return undefined;
  return `its lineage is "${state.lineage}", and its key says "${follows}"`;
}

/**
 * A name as one part of a key. The service may not tell capital letters from small ones, so names that have some, like
 * those that are cut, are told apart by a checksum behind `~`, which no other name has.
 */
function keyName(name: string): string {
  const encoded = folderName(name);
  if (encoded.length <= longestName && name === name.toLowerCase()) return encoded;
  return `${encoded.slice(0, longestName - 20)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}
