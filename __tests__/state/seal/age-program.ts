import { execFileSync, spawnSync } from "node:child_process";

/** Is the program `age` (the Debian package) here? In CI it has to be: the tests then fail without it. */
export const hasAge = process.env.CI === "true" || spawnSync("age", ["--version"]).status === 0;

if (!hasAge) console.warn("The program `age` is not installed, so what needs it is not tested (Debian package `age`).");

/** What the program prints. Throws with what it says when it fails, or is missing. */
export function age(args: readonly string[], input: string): string {
  try {
    return execFileSync("age", args, { input, encoding: "utf8", maxBuffer: 2 ** 28, stdio: "pipe" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error("the program `age` is missing: install the Debian package `age`, as .ci/run does");
  }
}
