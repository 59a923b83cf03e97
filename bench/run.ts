/**
 * Measures what a run costs beside the same work in plain Node (bare.mjs) and, where it is installed, by CFEngine.
 * `npm run bench [-- --runs 5 --rows "nothing;create, 5" --step --large --profile FOLDER]`; build the bundle before.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Cfengine } from "./cfengine.ts";
import { Measuring } from "./measure.ts";
import { Programs } from "./programs.ts";
import { type Row, Rows } from "./rows.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    /** Beginnings of the names of rows, separated by semicolons. */
    rows: { type: "string", default: "" },
    /** As a step of a workflow, with its summary and its report, not as a program in a terminal. */
    step: { type: "boolean", default: false },
    /** 100,000 tasks as well: takes minutes. */
    large: { type: "boolean", default: false },
    /** Where a CPU profile of each row goes. */
    profile: { type: "string" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "opus-bench-"));
try {
  const cfengine = Cfengine.find(folder);
  const programs = new Programs(folder, options.step);
  const rows = new Rows({ folder, programs, cfengine, measuring: new Measuring(folder, Number(options.runs)) });
  const wanted = options.rows.split(";");
  const chosen = rows.all(options.large).filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  print(chosen, cfengine !== undefined);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(rows: readonly Row[], hasCfengine: boolean): void {
  const heads = ["work", "wall", "CPU", "memory", "aim", "wall", "CPU", "memory", "CFEngine: wall", "CPU"];
  console.log(
    `| ${heads.join(" | ")} |\n|---|${heads
      .slice(1)
      .map(() => "---:|")
      .join("")}`,
  );
  for (const row of rows) {
    if (options.profile !== undefined) {
      mkdirSync(options.profile, { recursive: true });
      row.profile(options.profile);
    }
    console.log(`| ${row.name} | ${row.measure().join(" | ")} |`);
  }
  console.log("\nThe first three figures are those of opus; the next ones are ratios, medians of runs in turn.");
  if (!hasCfengine) console.log("CFEngine is not installed (`apt-get install cfengine3`), so it was skipped.");
}
