/** The same files by CFEngine, where it is installed: https://cfengine.com, in Debian as `cfengine3`. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Program } from "./measure.ts";
import type { BenchFile } from "./works.ts";

export class Cfengine {
  readonly #bin: string;
  readonly #work: string;

  private constructor(bin: string, work: string) {
    this.#bin = bin;
    this.#work = work;
  }

  /**
   * @param folder for its keys and its database
   * @returns undefined: it is not on the PATH
   */
  static find(folder: string): Cfengine | undefined {
    const bin = (process.env.PATH ?? "").split(delimiter).find((path) => existsSync(join(path, "cf-agent")));
    if (bin === undefined) return undefined;
    const found = new Cfengine(bin, join(folder, "cfengine"));
    return found.#isReady() ? found : undefined;
  }

  #isReady(): boolean {
    for (const name of ["bin", "inputs", "ppkeys", "state"])
      mkdirSync(join(this.#work, name), { recursive: true, mode: 0o700 });
    symlinkSync(join(this.#bin, "cf-promises"), join(this.#work, "bin/cf-promises"));
    return spawnSync(join(this.#bin, "cf-key"), { env: this.#env }).status === 0;
  }

  get #env(): NodeJS.ProcessEnv {
    return { ...process.env, CFENGINE_TEST_OVERRIDE_WORKDIR: this.#work };
  }

  /** Makes or deletes files below a folder. */
  program(files: readonly BenchFile[], folder: string, what: "apply" | "delete", prepare?: () => void): Program {
    const policy = join(this.#work, `inputs/${what}.cf`);
    const ready = (): void => {
      prepare?.();
      writeFileSync(policy, policyOf(files, folder, what));
      chmodSync(policy, 0o600);
    };
    const args = ["--no-lock", "--file", policy];
    return { file: join(this.#bin, "cf-agent"), args, cwd: folder, env: this.#env, prepare: ready };
  }
}

function policyOf(files: readonly BenchFile[], folder: string, what: "apply" | "delete"): string {
  const promises = files.map(({ name, path, content, after = [] }) => {
    const place = `  "${join(folder, path)}" handle => "${name.replaceAll("-", "_")}"`;
    if (what === "delete") return `${place}, delete => gone;`;
    const waits = after.map((other) => `"${other.replaceAll("-", "_")}"`).join(", ");
    return `${place}, create => "true", content => "${content}"${waits === "" ? "" : `, depends_on => { ${waits} }`};`;
  });
  return `bundle agent main
{
files:
${promises.join("\n")}
}
body delete gone { dirlinks => "delete"; rmdirs => "true"; }
`;
}
