import { existsSync } from "node:fs";
import { dirname, resolve as resolvePath } from "node:path";
import type { Host } from "../host.ts";

/** The workspace: the runner's, else the repository around the working directory, else that directory. */
export function workspaceRoot(host: Pick<Host, "environment">, workingDirectory: string): string {
  const given = host.environment.GITHUB_WORKSPACE;
  if (given && host.environment.GITHUB_ACTIONS === "true") return given;
  for (let at = workingDirectory; ; at = dirname(at)) {
    if (existsSync(resolvePath(at, ".git"))) return at;
    if (dirname(at) === at) return workingDirectory;
  }
}
