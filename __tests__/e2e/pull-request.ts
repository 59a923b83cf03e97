import { Github } from "../peers/github.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Event, Rig } from "./rig.ts";

export const bot = "github-actions[bot]";
export const head = "a".repeat(40);
export const merged = "b".repeat(40);

/** A pull request of a branch of the repository. */
export function pullRequest(number: number, sha = head): Event {
  const repo = { id: 1, full_name: "octo/storefront" };
  return {
    name: "pull_request",
    ref: `refs/pull/${number}/merge`,
    payload: {
      number,
      pull_request: {
        number,
        user: { login: "mona" },
        labels: [],
        head: { sha, ref: "change", repo },
        base: { ref: "main", repo },
      },
      repository: { id: 1, default_branch: "main", private: true },
      sender: { login: "mona" },
    },
  };
}

/** A push of a commit to main. */
export function push(sha = merged): Event {
  return { name: "push", ref: "refs/heads/main", sha, payload: { repository: { id: 1, default_branch: "main" } } };
}

export const project = `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts:
    - { input: true }
    - { event: pull_request, contexts: [prod, test] }
    - { branch: main, context: prod }
`;

/** A file for each name. */
export function files(contents: { readonly [name: string]: string }): string {
  return Object.entries(contents)
    .map(
      ([name, content]) =>
        `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: ${name} }\nspec: { path: "out/\${OPUS:context}/${name}.txt", content: ${JSON.stringify(content)} }\n`,
    )
    .join("");
}

/** A repository and its GitHub, with pull request 12 open. */
export class PullRequestWorld {
  readonly rig: Rig;
  readonly github: Github;
  readonly token: string;

  private constructor(github: Github, rig: Rig) {
    this.github = github;
    this.rig = rig;
    this.rig.api = github;
    this.token = github.actionsToken({ permissions: { contents: "write", "pull-requests": "write" } });
  }

  /** @param kind `Rig`: its steps run in the bundle, as tests of what modules print need it */
  static async open(
    manifest: string,
    options: Parameters<typeof Github.start>[0] = {},
    kind: typeof Rig = QuickRig,
  ): Promise<PullRequestWorld> {
    const github = await Github.start(options);
    await github.pull({ number: 12, head: { sha: head, ref: "change" } });
    return new PullRequestWorld(github, new kind({ "opus.yaml": manifest }));
  }

  step(
    inputs: { readonly [name: string]: string },
    event: Event = pullRequest(12),
    env: { readonly [name: string]: string } = {},
  ) {
    return this.rig.step({ token: this.token, ...inputs }, { event, env });
  }

  /** Bodies of the comments that a login made, oldest first. */
  async bodies(login = bot): Promise<readonly string[]> {
    return (await this.github.comments(12)).filter((one) => one.login === login).map(({ body }) => body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rig[Symbol.dispose]();
    await this.github.stop();
  }
}
