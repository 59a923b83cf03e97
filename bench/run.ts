/**
 * Measures cold start, and time and memory of plan and apply, against an empty script on the same machine.
 * `npm run bench [-- --runs 5 --sizes 1000,5000 --secrets 0,50 --profile folder]`; the bundle has to be built before.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const bundle = join(root, "dist/index.js");
const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    sizes: { type: "string", default: "1000,5000" },
    /** How many secrets are declared; every tenth is a key of 20 lines. */
    secrets: { type: "string", default: "0" },
    /** Where CPU profiles go, one of each kind of run. */
    profile: { type: "string" },
  },
});
const runs = Number(options.runs);

interface Measured {
  /** Milliseconds from start to end, as the parent sees it. */
  readonly ms: number;
  /** Peak of resident memory, in MiB. */
  readonly mib: number;
}

/** Tells the peak of the program that it runs in the same process; `ru_maxrss` is in KiB. */
const wrapper = `
process.on("exit", () => require("node:fs").writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
`;

class Bench {
  readonly directory = mkdtempSync(join(tmpdir(), "opus-bench-"));
  readonly #wrapper = join(this.directory, "memory.cjs");
  readonly #memory = join(this.directory, "memory.txt");

  constructor() {
    writeFileSync(this.#wrapper, wrapper);
    writeFileSync(join(this.directory, "empty.mjs"), "");
  }

  /** One run of a script in a folder. Memory is measured in a run of its own, so that the wrapper costs no time. */
  run(script: string, folder: string, env: NodeJS.ProcessEnv, flags: readonly string[] = []): number {
    // Every step of a job has its own.
    for (const path of [env.GITHUB_OUTPUT, env.GITHUB_STEP_SUMMARY]) if (path !== undefined) writeFileSync(path, "");
    const began = process.hrtime.bigint();
    const child = spawnSync(process.execPath, [...flags, script], {
      cwd: folder,
      env,
      maxBuffer: 1024 ** 3,
      encoding: "utf8",
    });
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    if (child.status !== 0) throw new Error(`it failed:\n${child.stdout.slice(-3_000)}\n${child.stderr}`);
    return ms;
  }

  memory(script: string, folder: string, env: NodeJS.ProcessEnv): number {
    this.run(script, folder, { ...env, BENCH_MEMORY: this.#memory }, ["--require", this.#wrapper]);
    return Number(readFileSync(this.#memory, "utf8")) / 1024;
  }

  /** Medians; `prepare` is called before every run. */
  measure(
    name: string,
    script: string,
    folder: string,
    env: NodeJS.ProcessEnv,
    prepare: () => void = () => {},
  ): Measured {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      prepare();
      times.push(this.run(script, folder, env));
    }
    prepare();
    const mib = this.memory(script, folder, env);
    if (options.profile !== undefined) {
      prepare();
      mkdirSync(options.profile, { recursive: true });
      const file = `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.cpuprofile`;
      this.run(script, folder, env, ["--cpu-prof", `--cpu-prof-dir=${options.profile}`, `--cpu-prof-name=${file}`]);
    }
    return { ms: median(times), mib };
  }

  /** The environment of a step, as the runner makes it: every input with its default. */
  environment(folder: string, inputs: { readonly [name: string]: string }): NodeJS.ProcessEnv {
    const { inputs: declared } = parse(readFileSync(join(root, "action.yml"), "utf8"));
    const given = Object.entries(declared as { [name: string]: { default?: unknown } }).map(
      ([name, { default: fallback }]) => {
        const standard = name === "state-backend" ? "file" : String(fallback ?? "");
        return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? (standard.includes("${{") ? "" : standard)];
      },
    );
    const file = (name: string): string => {
      const path = join(this.directory, name);
      writeFileSync(path, name === "event.json" ? "{}" : "");
      return path;
    };
    return {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: "octo/bench",
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/heads/main",
      GITHUB_REF_NAME: "main",
      GITHUB_EVENT_PATH: file("event.json"),
      GITHUB_OUTPUT: file("output"),
      GITHUB_STATE: file("state"),
      GITHUB_STEP_SUMMARY: file("summary"),
      RUNNER_TEMP: this.directory,
      ...Object.fromEntries(given),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function secretValue(number: number): string {
  const noise = (seed: string): string => createHash("sha384").update(`${number} ${seed}`).digest("base64");
  if (number % 10 > 0) return `p@ss "${noise("")}" & more`;
  return [
    "-----BEGIN KEY-----",
    ...Array.from({ length: 20 }, (_, line) => noise(`${line}`)),
    "-----END KEY-----",
  ].join("\n");
}

function manifest(tasks: number, secrets: number): string {
  const documents = [
    "apiVersion: opus/v1\nkind: Project\nmetadata: {name: bench}\nspec:\n  contexts: [{branch: main, context: test}]\n",
  ];
  const declared = Array.from({ length: secrets }, (_, number) => `secret${number}: {env: SECRET_${number}}`);
  if (secrets > 0)
    documents.push(
      `apiVersion: opus/v1\nkind: Values\nmetadata: {name: all}\nspec:\n  secrets: {${declared.join(", ")}}\n`,
    );
  for (let number = 0; number < tasks; number++) {
    const dependencies = number % 10 === 0 ? "" : `\n  dependencies:\n  - {tasks: [file-${number - 1}]}`;
    documents.push(
      `apiVersion: opus/v1\nkind: File\nmetadata:\n  name: file-${number}${dependencies}\nspec:\n  path: out/${number % 100}/${number}.txt\n  content: |\n    This is file ${number}.\n    It has a few lines of text.\n`,
    );
  }
  return documents.join("---\n");
}

const rows: string[][] = [];
let bare: Measured | undefined;

function report(name: string, measured: Measured): void {
  bare ??= measured;
  rows.push([
    name,
    `${measured.ms.toFixed(0)} ms`,
    `× ${(measured.ms / bare.ms).toFixed(1)}`,
    `${measured.mib.toFixed(0)} MiB`,
    `× ${(measured.mib / bare.mib).toFixed(1)}`,
  ]);
  process.stderr.write(`${name}: ${measured.ms.toFixed(0)} ms, ${measured.mib.toFixed(0)} MiB\n`);
}

using bench = new Bench();
const folderOf = (name: string): string => {
  const folder = join(bench.directory, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

const empty = folderOf("empty");
// The first start of all fills the caches of the file system.
bench.run(join(bench.directory, "empty.mjs"), empty, { PATH: process.env.PATH });
report("empty script", bench.measure("empty", join(bench.directory, "empty.mjs"), empty, { PATH: process.env.PATH }));

const hello = folderOf("hello");
writeFileSync(join(hello, "opus.yaml"), readFileSync(join(root, "examples/hello-world/opus.yaml")));
report("plan of hello-world", bench.measure("hello", bundle, hello, bench.environment(hello, { command: "plan" })));

for (const size of options.sizes.split(",").map(Number))
  for (const secrets of options.secrets.split(",").map(Number)) measureSize(size, secrets);

function measureSize(size: number, secrets: number): void {
  const folder = folderOf(`${size}-${secrets}`);
  const fresh = (): void => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, "opus.yaml"), manifest(size, secrets));
  };
  fresh();
  const held = Object.fromEntries(
    Array.from({ length: secrets }, (_, number) => [`SECRET_${number}`, secretValue(number)]),
  );
  const plan = { ...bench.environment(folder, { command: "plan" }), ...held };
  const apply = { ...bench.environment(folder, { command: "apply" }), ...held };
  const also = secrets === 0 ? "" : `, ${secrets} secrets`;
  const key = `${size}-${secrets}`;
  report(`plan of ${size} new files${also}`, bench.measure(`plan-new-${key}`, bundle, folder, plan));
  report(`first apply of ${size} files${also}`, bench.measure(`apply-first-${key}`, bundle, folder, apply, fresh));
  report(`plan of ${size} unchanged files${also}`, bench.measure(`plan-noop-${key}`, bundle, folder, plan));
  report(`apply of ${size} unchanged files${also}`, bench.measure(`apply-noop-${key}`, bundle, folder, apply));
}

const heads = ["run", "time", "to empty", "memory", "to empty"];
const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? "").length)));
for (const row of [heads, widths.map((width) => "-".repeat(width)), ...rows]) {
  console.log(
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`,
  );
}
