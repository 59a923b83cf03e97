import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");
const bundle = join(root, "dist/index.js");
const postBundle = join(root, "dist/post.js");

interface ActionFile {
  readonly inputs: { readonly [name: string]: { readonly default?: unknown } };
}

const { inputs: declared } = parse(readFileSync(join(root, "action.yml"), "utf8")) as ActionFile;

if (!process.version.startsWith("v24")) {
  throw new Error(`the bundle is tested on Node 24, and this is ${process.version}: run the tests with npm test`);
}

/** Lets runs of the bundle share what Node has compiled of it. */
export const compiled: { readonly [name: string]: string } = process.env.NODE_COMPILE_CACHE
  ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
  : {};

export interface Event {
  readonly name: string;
  readonly ref?: string;
  readonly payload?: object;
  readonly actor?: string;
  readonly sha?: string;
}

/** A push to main by a person of the repository. */
export const pushToMain: Event = {
  name: "push",
  ref: "refs/heads/main",
  payload: { repository: { id: 1, default_branch: "main" } },
};

export interface StepOptions {
  readonly event?: Event;
  readonly env?: { readonly [name: string]: string };
}

/** What the runner sees of a step. */
export interface StepResult {
  readonly exitCode: number;
  /** Everything that was printed, commands of the workflow included. */
  readonly log: string;
  readonly outputs: { readonly [name: string]: string };
  readonly summary: string;
  readonly report: Report;
  /** What the step left to its post step, as a file. */
  readonly stateFile: string;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at the report as a consumer of its JSON does
type Report = any;

/** A checked-out repository, and the runner's side of a step. */
export class Rig {
  readonly directory = mkdtempSync(join(tmpdir(), "opus-e2e-"));
  readonly workspace = join(this.directory, "workspace");
  readonly temporary = join(this.directory, "temp");
  /** Where the repository is. Set: state is kept there, as the action does by default; not set: in a folder. */
  remote: { readonly url: string; readonly token: string } | undefined;
  /** GitHub's API. Set: plans are shown on pull requests, as the action does by default; not set: nothing is asked. */
  api: { readonly url: string } | undefined;

  constructor(files: { readonly [path: string]: string } = {}) {
    mkdirSync(this.workspace);
    mkdirSync(this.temporary);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const full = join(this.workspace, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  read(path: string): string {
    return readFileSync(join(this.workspace, path), "utf8");
  }

  exists(path: string): boolean {
    return existsSync(join(this.workspace, path));
  }

  remove(path: string): void {
    rmSync(join(this.workspace, path), { recursive: true, force: true });
  }

  /** Removes something of the runner's temporary folder. */
  removeTemporary(name: string): void {
    rmSync(join(this.temporary, name), { recursive: true, force: true });
  }

  /** State as the file backend keeps it. */
  state(project: string, context: string): Report {
    return JSON.parse(this.read(`.opus/state/${project}/${context}/state.json`));
  }

  /** Runs the bundle as the runner does: every input with its default, files for outputs and summary, the event's payload. */
  async step(inputs: { readonly [name: string]: string } = {}, options: StepOptions = {}): Promise<StepResult> {
    const run = this.startStep(inputs, options);
    const exitCode = await run.ended;
    return { exitCode, log: run.log(), ...run.files(), stateFile: run.stateFile };
  }

  /** Runs the post step of a step, as the runner does when the job ends. */
  async post(
    step: { readonly stateFile: string },
    inputs: { readonly [name: string]: string } = {},
    options: StepOptions = {},
  ): Promise<{ readonly exitCode: number; readonly log: string; readonly summary: string }> {
    const run = this.startPost(step, inputs, options);
    const exitCode = await run.ended;
    return { exitCode, log: run.log(), summary: run.files().summary };
  }

  startPost(
    { stateFile }: { readonly stateFile: string },
    inputs: { readonly [name: string]: string } = {},
    { event, env }: StepOptions = {},
  ) {
    const left = Object.entries(parseOutputs(readFileSync(stateFile, "utf8")));
    const state = Object.fromEntries(left.map(([name, value]) => [`STATE_${name}`, value]));
    return this.startStep(inputs, { ...(event ? { event } : {}), env: { ...env, ...state } }, postBundle);
  }

  /** Makes what the runner makes for a step, and tells its environment. */
  protected prepareStep(inputs: { readonly [name: string]: string }, { event = pushToMain, env = {} }: StepOptions) {
    for (const name of Object.keys(inputs)) if (!(name in declared)) throw new Error(`action.yml has no input ${name}`);
    const id = randomUUID();
    const file = (name: string, text = ""): string => {
      const path = join(this.directory, `${id}-${name}`);
      writeFileSync(path, text);
      return path;
    };
    const given = Object.entries(declared).map(([name, { default: fallback }]) => {
      const standard =
        name === "state-backend" && !this.remote
          ? "file"
          : name === "comment-pr" && !this.api
            ? "never"
            : String(fallback ?? "");
      const token = this.remote?.token ?? "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
      const value = inputs[name] ?? (standard.includes("${{") ? token : standard);
      return [`INPUT_${name.toUpperCase()}`, value];
    });
    const outputs = file("output");
    const stateFile = file("state");
    const summary = file("summary");
    const refName = (event.ref ?? "").replace(/^refs\/(heads|tags)\//, "");
    return {
      env: {
        PATH: process.env.PATH,
        HOME: this.directory,
        LANG: "C.UTF-8",
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: this.workspace,
        GITHUB_REPOSITORY: "octo/storefront",
        GITHUB_SERVER_URL: this.remote?.url ?? "https://github.com",
        // Nobody listens on the port of `discard`.
        GITHUB_API_URL: this.api?.url ?? "http://127.0.0.1:9",
        GITHUB_RUN_ID: "4711",
        GITHUB_RUN_ATTEMPT: "1",
        GITHUB_SHA: event.sha ?? "0123456789012345678901234567890123456789",
        GITHUB_ACTOR: event.actor ?? "mona",
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event.payload ?? {})),
        ...(event.ref === undefined ? {} : { GITHUB_REF: event.ref, GITHUB_REF_NAME: refName }),
        GITHUB_OUTPUT: outputs,
        GITHUB_STATE: stateFile,
        GITHUB_ENV: file("env"),
        GITHUB_PATH: file("path"),
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_TOKEN: "ghs_must-never-be-seen-by-children",
        ACTIONS_RUNTIME_TOKEN: "runtime-must-never-be-seen-by-children",
        RUNNER_TEMP: this.temporary,
        RUNNER_OS: "Linux",
        RUNNER_ARCH: "X64",
        ...compiled,
        ...Object.fromEntries(given),
        ...env,
      },
      stateFile,
      files: () => {
        const parsed = parseOutputs(readFileSync(outputs, "utf8"));
        const path = parsed["report-path"];
        return {
          outputs: parsed,
          summary: readFileSync(summary, "utf8"),
          report: path && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined,
        };
      },
    };
  }

  startStep(inputs: { readonly [name: string]: string }, options: StepOptions = {}, program = bundle) {
    const { env, ...prepared } = this.prepareStep(inputs, options);
    const child = spawn(process.execPath, [program], {
      cwd: this.workspace,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { ...collect(child), ...prepared };
  }

  /** Runs the terminal program. */
  async terminal(
    args: readonly string[],
    env: { readonly [name: string]: string } = {},
  ): Promise<{ readonly exitCode: number; readonly log: string }> {
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd: this.workspace,
      env: this.terminalEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const run = collect(child);
    const exitCode = await run.ended;
    return { exitCode, log: run.log() };
  }

  /** What somebody has who types. */
  protected terminalEnvironment(more: { readonly [name: string]: string }) {
    return { PATH: process.env.PATH, HOME: this.directory, LANG: "C.UTF-8", ...compiled, ...more };
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function collect(child: ChildProcess) {
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === null ? -1 : 128)));
  });
  return { child, ended, log: () => Buffer.concat(chunks).toString("utf8") };
}

/** The format of GITHUB_OUTPUT: `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): { [name: string]: string } {
  const outputs: { [name: string]: string } = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const match = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? "");
    if (!match) continue;
    const [, name = "", delimiter] = match;
    const end = lines.indexOf(delimiter ?? "", at + 1);
    outputs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return outputs;
}

/** Change of each task of a report, by name. */
export function changes(report: Report, context = 0): { [name: string]: string } {
  return Object.fromEntries(report.contexts[context].tasks.map((task: Report) => [task.name, task.change]));
}

/** Status of each task of a report, by name. */
export function statuses(report: Report, context = 0): { [name: string]: string } {
  return Object.fromEntries(report.contexts[context].tasks.map((task: Report) => [task.name, task.status]));
}

/** Drift of each task of a report, by name. */
export function drifts(report: Report, context = 0): { [name: string]: string } {
  return Object.fromEntries(report.contexts[context].tasks.map((task: Report) => [task.name, task.drift]));
}
