/** The programs that are measured, and the folders in which they work. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Program } from "./measure.ts";

export const root = join(import.meta.dirname, "..");
const bundle = join(root, "dist/index.js");
const bare = join(import.meta.dirname, "bare.mjs");

export class Programs {
  readonly #folder: string;
  readonly #asStep: boolean;

  /** @param asStep as a step of a workflow; else as a program in a terminal */
  constructor(folder: string, asStep: boolean) {
    this.#folder = folder;
    this.#asStep = asStep;
  }

  /** A new folder with a manifest: one file, or several by name. */
  place(name: string, manifest: string | { readonly [name: string]: string }): string {
    const place = join(this.#folder, name.replaceAll(/[^a-z0-9]+/gi, "-"));
    mkdirSync(place);
    const files = typeof manifest === "string" ? { "opus.yaml": manifest } : manifest;
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
    return place;
  }

  /** A command of opus in a folder, with state in files. */
  opus(
    command: string,
    cwd: string,
    more: { readonly env?: NodeJS.ProcessEnv; readonly flags?: readonly string[] } = {},
  ): Program {
    const { env = {}, flags = [] } = more;
    if (this.#asStep) return this.#step(command, cwd, env, flags);
    const args = [...flags, bundle, command, "--context", "test", "--state-backend", "file", "--no-color"];
    return { file: process.execPath, args, cwd, env: { PATH: process.env.PATH, HOME: this.#folder, ...env } };
  }

  /** The environment of a step, as the runner makes it: every input with its default. */
  #step(command: string, cwd: string, more: NodeJS.ProcessEnv, flags: readonly string[]): Program {
    const { inputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
    const given: { readonly [name: string]: string } = { command, context: "test", "state-backend": "file" };
    const declared = Object.entries(inputs as { [name: string]: { default?: unknown } }).map(
      ([name, { default: usual }]) => {
        const standard = String(usual ?? "");
        return [`INPUT_${name.toUpperCase()}`, given[name] ?? (standard.includes("${{") ? "" : standard)];
      },
    );
    const file = (name: string): string => join(this.#folder, name);
    const written = ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH"];
    const env = {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: cwd,
      GITHUB_REPOSITORY: "octo/bench",
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/heads/main",
      GITHUB_REF_NAME: "main",
      RUNNER_TEMP: this.#folder,
      ...Object.fromEntries(written.map((name) => [name, file(name)])),
      ...Object.fromEntries(declared),
      ...more,
    };
    // Every step of a job has its own.
    const prepare = (): void => {
      for (const name of written) writeFileSync(file(name), name === "GITHUB_EVENT_PATH" ? "{}" : "");
    };
    return { file: process.execPath, args: [...flags, bundle], cwd, env, prepare };
  }

  /** The same in plain Node. */
  bare(command: "apply" | "delete", cwd: string): Program {
    const manifests = readdirSync(cwd).filter((name) => name.endsWith(".yaml"));
    return { file: process.execPath, args: [bare, command, ...manifests], cwd, env: { PATH: process.env.PATH } };
  }

  empty(cwd: string): Program {
    return { file: process.execPath, args: ["-e", "0"], cwd, env: { PATH: process.env.PATH } };
  }

  /** Nothing is there but the manifest. */
  fresh(cwd: string): void {
    for (const name of ["out", ".opus"]) rmSync(join(cwd, name), { recursive: true, force: true });
  }
}
