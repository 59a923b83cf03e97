import { relative } from "node:path";

/** For messages: a path from here where that is shorter. */
export function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  return short !== "" && !short.startsWith("..") ? short : path;
}
