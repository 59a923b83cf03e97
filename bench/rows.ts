/** The rows of the bench. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cfengine } from "./cfengine.ts";
import type { Cost, Measuring, Program } from "./measure.ts";
import { type Programs, root } from "./programs.ts";
import {
  type BenchFile,
  chainOfFiles,
  layeredFiles,
  manifestFiles,
  manifestOf,
  outputTask,
  separateFiles,
} from "./works.ts";

export interface Row {
  readonly name: string;
  /** The cells of the row, but for its name. */
  measure(): readonly string[];
  /** @param folder where the CPU profile goes */
  profile(folder: string): void;
}

interface Tools {
  readonly folder: string;
  readonly programs: Programs;
  readonly measuring: Measuring;
  /** Undefined: it is not installed. */
  readonly cfengine: Cfengine | undefined;
}

type Step = "create" | "nothing to do" | "drift" | "delete";

export class Rows {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  all(large: boolean): Row[] {
    return [
      ...this.#works("5,000", separateFiles(5_000), { create: 2.5, "nothing to do": 2, drift: 2, delete: 2.5 }),
      ...this.#works("chain of 1,000", chainOfFiles(1_000), { create: 3, "nothing to do": 3 }),
      ...this.#works("layered 1,000", layeredFiles(1_000), { create: 3, "nothing to do": 3 }),
      this.#coldStart(),
      ...this.#growth("create", 12),
      ...this.#growth("nothing to do", 12),
      ...(large
        ? this.#works("100,000", separateFiles(100_000), { create: undefined, "nothing to do": undefined })
        : []),
      ...this.#largeState(),
      this.#redaction(),
    ];
  }

  #works(label: string, files: readonly BenchFile[], aims: { readonly [step in Step]?: number | undefined }): Row[] {
    return (Object.keys(aims) as Step[]).map((step) => {
      const name = `${step}, ${label}`;
      const own = this.#place(`${name} opus`, files);
      const other = this.#place(`${name} bare`, files);
      const opus = this.#opus(step, own, files);
      const bare = this.#bare(step, other, files);
      const byCfengine = files.some(({ content }) => content.includes("${"))
        ? undefined
        : this.#byCfengine(step, name, files);
      return this.#row(name, opus, [bare, ...(byCfengine ? [byCfengine] : [])], aims[step]);
    });
  }

  #place(name: string, files: readonly BenchFile[], secrets = 0): string {
    return this.#tools.programs.place(name, manifestFiles(files, secrets));
  }

  #opus(step: Step, place: string, files: readonly BenchFile[]): Program {
    const { programs } = this.#tools;
    const { prepare, ...program } = programs.opus(step === "delete" ? "delete" : "apply", place);
    return { ...program, prepare: this.#before(step, place, files, { ...programs.opus("apply", place) }, prepare) };
  }

  #bare(step: Step, place: string, files: readonly BenchFile[]): Program {
    const { programs } = this.#tools;
    const program = programs.bare(step === "delete" ? "delete" : "apply", place);
    return { ...program, prepare: this.#before(step, place, files, programs.bare("apply", place)) };
  }

  #byCfengine(step: Step, name: string, files: readonly BenchFile[]): Program | undefined {
    const { cfengine } = this.#tools;
    if (!cfengine) return undefined;
    const place = this.#place(`${name} cfengine`, []);
    const { prepare, ...program } = cfengine.program(files, place, step === "delete" ? "delete" : "apply");
    const apply = cfengine.program(files, place, "apply");
    return { ...program, prepare: this.#before(step, place, files, apply, prepare) };
  }

  /** What has to be so before a step: nothing is there, or all, or all but 1 %. */
  #before(step: Step, place: string, files: readonly BenchFile[], apply: Program, more = (): void => {}): () => void {
    const { programs, measuring } = this.#tools;
    let isApplied = false;
    return () => {
      if (step === "create") programs.fresh(place);
      else if (step === "delete" || !isApplied) measuring.once(apply);
      isApplied = true;
      if (step === "drift")
        for (let number = 0; number < files.length; number += 100)
          writeFileSync(join(place, (files[number] as BenchFile).path), "changed by hand\n");
      more();
    };
  }

  #coldStart(): Row {
    const { programs } = this.#tools;
    const hello = programs.place("hello", readFileSync(join(root, "examples/hello-world/opus.yaml"), "utf8"));
    return this.#row("plan of hello-world, to `node -e 0`", programs.opus("plan", hello), [programs.empty(hello)], 1.8);
  }

  /** 10,000 tasks beside 1,000. */
  #growth(step: Step, aim: number): Row[] {
    const [many, few] = [10_000, 1_000].map((count) => {
      const files = separateFiles(count);
      return this.#opus(step, this.#place(`growth ${step} ${count}`, files), files);
    }) as [Program, Program];
    return [this.#row(`${step}, 10,000 to 1,000 tasks`, many, [few], aim)];
  }

  /** State of 20,000 tasks: read and planned; and written, for the sake of one change. */
  #largeState(): Row[] {
    const { programs } = this.#tools;
    const files = separateFiles(20_000);
    const [own, other, third] = ["a", "b", "c"].map((name) => this.#place(`state ${name}`, files)) as [
      string,
      string,
      string,
    ];
    const bare = this.#bare("nothing to do", other, files);
    const plan = {
      ...programs.opus("plan", own),
      prepare: this.#before("nothing to do", own, files, programs.opus("apply", own)),
    };
    const change = this.#before("nothing to do", third, files, programs.opus("apply", third));
    const first = files[0] as BenchFile;
    const write = (): void => {
      change();
      writeFileSync(join(third, first.path), "changed by hand\n");
    };
    return [
      this.#row("state of 20,000, read and planned", plan, [bare], undefined),
      this.#row(
        "state of 20,000, written for one change",
        { ...programs.opus("apply", third), prepare: write },
        [bare],
        undefined,
      ),
    ];
  }

  /** Output of a script under 50 secrets, in which one stands on each hundredth line: twice the output beside once. */
  #redaction(): Row {
    const { programs } = this.#tools;
    const env = Object.fromEntries(
      Array.from({ length: 50 }, (_, number) => [`SECRET_${number}`, secretValue(number)]),
    );
    const [twice, once] = [10, 5].map((mib) => {
      const place = programs.place(`redaction ${mib}`, `${manifestOf([], 50)}---\n${outputTask(mib)}`);
      const program = programs.opus("apply", place, { env });
      return { ...program, prepare: () => programs.fresh(place) };
    }) as [Program, Program];
    return this.#row("50 secrets, 10 MiB of output to 5 MiB", twice, [once], 2);
  }

  #row(name: string, opus: Program, others: readonly Program[], aim: number | undefined): Row {
    const { measuring } = this.#tools;
    return {
      name,
      measure: () => {
        const { costs, ratios } = measuring.inTurn([opus, ...others]);
        const [own] = costs as [Cost];
        const [, other, third] = ratios as [Cost, Cost, Cost?];
        return [
          `${own.wall.toFixed(0)} ms`,
          `${own.cpu.toFixed(0)} ms`,
          `${own.mib.toFixed(0)} MiB`,
          aim === undefined ? "" : `≤ ${aim}`,
          ...[other.wall, other.cpu, other.mib].map((ratio) => `× ${ratio.toFixed(1)}`),
          ...(third ? [third.wall, third.cpu].map((ratio) => `× ${ratio.toFixed(2)}`) : ["", ""]),
        ];
      },
      profile: (folder) => {
        const file = `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.cpuprofile`;
        const flags = ["--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${file}`];
        measuring.once({ ...opus, args: [...flags, ...opus.args] });
      },
    };
  }
}

/** Every tenth is a key of 20 lines. */
function secretValue(number: number): string {
  const noise = (seed: string): string => createHash("sha384").update(`${number} ${seed}`).digest("base64");
  if (number % 10 > 0) return `p@ss "${noise("")}" & more`;
  const lines = Array.from({ length: 20 }, (_, line) => noise(`${line}`));
  return ["-----BEGIN KEY-----", ...lines, "-----END KEY-----"].join("\n");
}
