/** Runs programs in turn, and says what they cost. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** GNU time: it alone tells the CPU time and memory of any program. */
const time = "/usr/bin/time";

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Called before each run. */
  readonly prepare?: (() => void) | undefined;
}

export interface Cost {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** Peak of resident memory, in MiB. */
  readonly mib: number;
}

/** Costs of programs that ran in turn: medians, and those of the ratios of the first to each other one in each round. */
export interface Compared {
  readonly costs: readonly Cost[];
  readonly ratios: readonly Cost[];
}

export class Measuring {
  readonly #file: string;
  readonly #runs: number;

  /** @param folder for what GNU time writes */
  constructor(folder: string, runs: number) {
    if (!existsSync(time)) throw new Error(`the bench needs GNU time at ${time}: apt-get install time`);
    this.#file = join(folder, "cost.txt");
    this.#runs = runs;
  }

  /** @throws Error when the program fails */
  once({ file, args, cwd, env, prepare }: Program): Cost {
    prepare?.();
    const began = process.hrtime.bigint();
    const child = spawnSync(time, ["-q", "-f", "%U %S %M", "-o", this.#file, file, ...args], {
      cwd,
      env,
      maxBuffer: 1024 ** 3,
      encoding: "utf8",
    });
    const wall = Number(process.hrtime.bigint() - began) / 1e6;
    if (child.status !== 0)
      throw new Error(`${file} ${args.join(" ")} failed:\n${child.stdout.slice(-3_000)}\n${child.stderr}`);
    const [user = 0, system = 0, kib = 0] = readFileSync(this.#file, "utf8").trim().split(" ").map(Number);
    return { wall, cpu: (user + system) * 1000, mib: kib / 1024 };
  }

  /** Runs them in turn, as often as was asked for. */
  inTurn(programs: readonly Program[], runs = this.#runs): Compared {
    const rounds = Array.from({ length: runs }, () => programs.map((program) => this.once(program)));
    const costs = programs.map((_, index) => medians(rounds.map((round) => round[index] as Cost)));
    const ratios = programs.map((_, index) =>
      medians(rounds.map((round) => divided(round[0] as Cost, round[index] as Cost))),
    );
    return { costs, ratios };
  }
}

function divided(one: Cost, other: Cost): Cost {
  return { wall: one.wall / other.wall, cpu: one.cpu / other.cpu, mib: one.mib / other.mib };
}

function medians(costs: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number): number =>
    costs.map(of).sort((left, right) => left - right)[Math.floor(costs.length / 2)] ?? Number.NaN;
  return { wall: median(({ wall }) => wall), cpu: median(({ cpu }) => cpu), mib: median(({ mib }) => mib) };
}
