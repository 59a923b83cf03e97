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

/** What this process is run by. */
export function thisNode(environment: { readonly [name: string]: string | undefined }): YoungSpaceOptions {
  const flags = [...process.execArgv, environment.NODE_OPTIONS ?? ""].join(" ");
  return { version: process.versions.v8, flags };
}

/** So often it is filled at most, to make it grow. */
const mostFills = 8;

/**
 * Keeps the space for new objects at the size that a run of some thousand tasks is quick with; to be called before one, as it
 * takes some milliseconds. By itself the space grows to 128 MiB in such a run, all of which the process touches over and
 * over again, while hardly any of its objects live on.
 * @returns was anything done? Not with another version of V8, and where somebody has said how large the space is to be
 */
export function keepYoungSpace({ version, flags }: YoungSpaceOptions): boolean {
  if (!known.test(version) || /semi[-_]space/.test(flags)) return false;
  for (let fills = 0; fills < mostFills && youngSpace() < enough; fills++) fillYoungSpace();
  setFlagsFromString("--semi-space-growth-factor=1");
  return true;
}

/** In bytes. */
function youngSpace(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}

/** It grows when much of what is in it lives on while it is cleaned up. */
function fillYoungSpace(): void {
  Array.from({ length: 40_000 }, (_, number) => ({ number }));
}
