import { expect } from "vitest";
import { type Backend, branch, cache, folder } from "./fifty-secrets.backends.ts";
import { environment, files } from "./fifty-secrets.manifest.ts";
import { secrets } from "./fifty-secrets.samples.ts";
import { filesBelow, type Left, TraceSearch, withoutMasks } from "./fifty-secrets.traces.ts";
import { Rig, type StepResult } from "./rig.ts";

const key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
export const stores = ["file", "branch", "cache", "file, sealed", "branch, sealed", "cache, sealed"] as const;
type Store = (typeof stores)[number];

/** Looks for the secrets, the key, and what tasks of the manifest made that is sensitive. */
export const search = new TraceSearch([...secrets, key, "made-here-and-secret", "made-by-module"]);

/** The runner's side with all that is left on it, and the place where state is. */
export class Scene {
  readonly rig = new Rig(files);
  readonly backend: Backend;
  readonly logs: string[] = [];
  readonly #sealed: boolean;

  private constructor(backend: Backend, sealed: boolean) {
    this.backend = backend;
    this.#sealed = sealed;
    this.rig.remote = backend.remote;
  }

  static async open(store: Store): Promise<Scene> {
    const [backend] = store.split(",");
    const made = backend === "branch" ? await branch() : backend === "cache" ? await cache() : folder();
    return new Scene(made, store.endsWith("sealed"));
  }

  async step(command: string, more: { readonly [name: string]: string } = {}, env: object = {}): Promise<StepResult> {
    const result = await this.rig.step(this.#inputs(command, more), { env: { ...this.#environment, ...env } });
    this.logs.push(result.log);
    return result;
  }

  start(command: string) {
    return this.rig.startStep(this.#inputs(command), { env: this.#environment });
  }

  async post(stateFile: string): Promise<string> {
    const { log } = await this.rig.post({ stateFile }, this.#inputs("apply"), { env: this.#environment });
    this.logs.push(log);
    return log;
  }

  async terminal(...args: readonly string[]): Promise<string> {
    const sealed = this.#sealed ? ["--encryption-key", key] : [];
    const { log } = await this.rig.terminal([...args, ...sealed], environment);
    this.logs.push(log);
    return log;
  }

  /** Every byte that is left but what the user asked for: the files of the workspace and what his tasks made. */
  left(): Left[] {
    const asked = (path: string): boolean => /^workspace\/(?!\.opus($|\/))/.test(path) || path.endsWith("event.json");
    const kept = filesBelow(this.rig.directory, asked).filter(
      ({ place }) => !place.startsWith("name of workspace/out"),
    );
    const logs = this.logs.map((log, index) => ({ place: `log ${index}`, bytes: Buffer.from(withoutMasks(log)) }));
    return [...logs, ...kept, ...this.backend.left()];
  }

  /** What is found of secrets, in words. */
  traces(): string[] {
    const left = this.left();
    const places = left.map(({ place }) => place).join("\n");
    // A search that looks at nothing finds nothing.
    for (const kind of [/^log 0$/m, /^[^/\n]*-output$/m, /^[^/\n]*-summary$/m, this.backend.trail])
      expect(places).toMatch(kind);
    return left.flatMap((one) => search.in(one));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rig[Symbol.dispose]();
    await this.backend.close();
  }

  #inputs(command: string, more: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
    return { command, ...this.backend.inputs, ...(this.#sealed ? { "encryption-key": key } : {}), ...more };
  }

  get #environment(): { readonly [name: string]: string } {
    return { ...environment, ...this.backend.environment };
  }
}
