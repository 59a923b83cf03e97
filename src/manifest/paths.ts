import type { Problem } from "../engine/diagnostics/diagnostic.ts";

/** Where the working directory lies in the workspace: `""`, or segments like `["sub"]`. */
export type Base = readonly string[];

/**
 * @param path a file, relative to the working directory
 * @param shown the same file, relative to the workspace
 */
export function baseOf(path: string, shown: string): Base {
  const inner = segments(path);
  const outer = segments(shown);
  const rest = outer.slice(0, Math.max(0, outer.length - inner.length));
  return outer.slice(rest.length).join("/") === inner.join("/") ? rest.filter((part) => part !== "..") : [];
}

/**
 * Refuses a path that leaves the workspace, or lies where nothing may be written.
 * @param options `write`: files of workflows are refused too
 */
export function checkPath(
  path: string,
  base: Base,
  place: string,
  pointer: string,
  options: { readonly write: boolean },
): Problem | undefined {
  if (/^([/\\]|[A-Za-z]:[/\\])/.test(path)) {
    return {
      code: "path-escape",
      message: `${place} ${JSON.stringify(path)} is absolute; paths are relative to the working directory and stay in the workspace`,
      pointer,
      suggestion: "Write it relative to the working directory.",
    };
  }
  const way = [...base];
  for (const part of segments(path)) {
    if (part !== "..") {
      way.push(part);
    } else if (way.pop() === undefined) {
      return {
        code: "path-escape",
        message: `${place} ${JSON.stringify(path)} leaves the workspace`,
        pointer,
        suggestion: "Keep it inside the repository.",
      };
    }
  }
  const lower = way.map((part) => part.toLowerCase());
  if (lower.includes(".git")) {
    return {
      code: "path-refused",
      message: `${place} ${JSON.stringify(path)} lies in .git, which opus does not touch`,
      pointer,
      suggestion: "Choose a path outside of .git.",
    };
  }
  if (options.write && lower[0] === ".github" && lower[1] === "workflows") {
    return {
      code: "path-refused",
      message: `${place} ${JSON.stringify(path)} lies in .github/workflows, which opus does not write`,
      pointer,
      suggestion: "Commit workflow files yourself: one that is generated could grant itself rights.",
    };
  }
  return undefined;
}

function segments(path: string): string[] {
  return path.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
}
