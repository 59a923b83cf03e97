import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { mebibyte } from "../engine/model/size-limits.ts";

/** Versions of V8 that take the flag at any time, as the tests show: those of Node 20, 22 and 24. */
const known = /^(?:11\.3|12\.4|13\.6)\./;
/** What a run is quick with: two halves of 4 MiB. */
const enough = 8 * mebibyte;

/** What it may touch of the process. */
export interface YoungSpaceOptions {
  /** Of V8. */
  readonly version: string;
  /** Flags that somebody has given to Node, of the command line and of `NODE_OPTIONS`. */
  readonly flags: string;
}

/**
 * Keeps the space for new objects as large as it is by now. By itself it grows to 128 MiB in a run of some thousand tasks,
 * all of which the process touches over and over again, while hardly any of its objects live on.
 * @returns was anything done? Not where it is still small, with another version of V8, and where somebody has said how large
 *   it is to be
 */
export function keepYoungSpace({ version, flags }: YoungSpaceOptions): boolean {
  if (!known.test(version) || /semi[-_]space/.test(flags)) return false;
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  if (young === undefined || young.space_size < enough) return false;
  setFlagsFromString("--semi-space-growth-factor=1");
  return true;
}
