import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** A file of tests, and how long it took. */
export interface Timed {
  readonly file: string;
  /** In milliseconds, with its imports. */
  readonly duration: number;
}

/**
 * @param files in any order
 * @returns a line for each of the slowest files, slowest first, and one for all of them
 */
export function slowestFiles(files: readonly Timed[], count = 10): readonly string[] {
  const sorted = [...files].sort((a, b) => b.duration - a.duration);
  const all = files.reduce((sum, { duration }) => sum + duration, 0);
  return [
    `Slowest of ${files.length} files, ${seconds(all)} altogether:`,
    ...sorted.slice(0, count).map(({ file, duration }) => `${seconds(duration).padStart(9)}  ${file}`),
  ];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Prints the slowest files at the end of a run of more than one. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < 2) return;
    const files = modules.map((module) => {
      const { collectDuration, duration, prepareDuration, setupDuration } = module.diagnostic();
      const file = relative(process.cwd(), module.moduleId).replaceAll("\\", "/");
      return { file, duration: collectDuration + duration + prepareDuration + setupDuration };
    });
    process.stdout.write(`\n${slowestFiles(files).join("\n")}\n`);
  }
}
