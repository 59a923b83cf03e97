import { Github, type GithubIssue } from "../peers/github.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Event, Rig, StepResult } from "./rig.ts";

export const bot = "github-actions[bot]";

/** A night: GitHub runs the workflow of the default branch, and its payload names no repository. */
export const night: Event = { name: "schedule", ref: "refs/heads/main", payload: { schedule: "17 3 * * *" } };

export interface ProjectOptions {
  readonly contexts?: readonly string[];
  /** Names of the tasks, each a file. */
  readonly tasks?: readonly string[];
  /** Further fields of the Project's spec, as YAML in braces without them. */
  readonly more?: string;
}

/** A project whose tasks are files, some in each context. */
export function manifestOf({ contexts = ["prod"], tasks = ["one", "two"], more = "" }: ProjectOptions = {}): string {
  const files = tasks.map(
    (name) =>
      `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: ${name} }\nspec: { path: "out/\${OPUS:context}/${name}.txt", content: "as ${name} is wanted" }\n`,
  );
  return `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts:
    - { input: [${contexts.join(", ")}] }
    - { event: schedule, contexts: [${contexts.join(", ")}] }
${more}${files.join("")}`;
}

/** A repository whose environments are looked at each night. */
export class DriftWorld {
  readonly rig: Rig;
  readonly github: Github;
  token: string;
  /** Of each step. */
  env: { readonly [name: string]: string } = {};
  #run = 100;

  private constructor(github: Github, rig: Rig) {
    this.github = github;
    this.rig = rig;
    this.rig.api = github;
    this.token = github.actionsToken({ permissions: { contents: "read", issues: "write" } });
  }

  static async open(options: ProjectOptions = {}, kind: typeof Rig = QuickRig): Promise<DriftWorld> {
    const github = await Github.start();
    return new DriftWorld(github, new kind({ "opus.yaml": manifestOf(options) }));
  }

  /** Makes what the manifest wants, in each context. */
  async apply(...contexts: readonly string[]): Promise<void> {
    for (const context of contexts) {
      const step = await this.step({ command: "apply", context, "drift-issue": "false" });
      if (step.exitCode !== 0) throw new Error(step.log);
    }
  }

  /** Looks for drift, in the contexts of the schedule. */
  look(inputs: { readonly [name: string]: string } = {}, event: Event = night): Promise<StepResult> {
    return this.step({ command: "drift", ...inputs }, event);
  }

  /** Looks in a job of its own, beside others. @param job names its report */
  other(job: string): Promise<StepResult> {
    return this.look({ "report-path": `${job}.json` });
  }

  step(inputs: { readonly [name: string]: string }, event: Event = night): Promise<StepResult> {
    const env = { ...this.env, GITHUB_RUN_ID: String(this.#run++) };
    return this.rig.step(
      { token: this.token, "comment-pr": "never", "drift-issue": "true", ...inputs },
      { event, env },
    );
  }

  issues(): Promise<readonly GithubIssue[]> {
    return this.github.issues(bot);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rig[Symbol.dispose]();
    await this.github.stop();
  }
}
