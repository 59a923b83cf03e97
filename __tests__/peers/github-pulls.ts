import type { GithubDescription, Parameters } from "./github-description.ts";
import { repository } from "./github-emulator.ts";

/** A pull request, or what changes of one. */
export interface PullOptions {
  /** By default the next one. */
  readonly number?: number;
  readonly head?: {
    readonly sha: string;
    readonly ref: string;
    /** `fork/storefront`; by default the repository itself. */
    readonly repo?: string;
  };
  readonly base?: string;
  readonly state?: "open" | "closed";
  readonly merged?: boolean;
  readonly mergeCommitSha?: string;
  /** All but the head's. */
  readonly commits?: readonly string[];
  readonly files?: readonly (string | PullFile)[];
  readonly title?: string;
  readonly author?: string;
}

export interface PullFile {
  readonly filename: string;
  readonly status?: "added" | "removed" | "modified" | "renamed";
  readonly previous_filename?: string;
}

type Pull = Required<Omit<PullOptions, "mergeCommitSha">> & { readonly mergeCommitSha: string | undefined };

/** A page of a list, and where the others are. */
export interface Page {
  readonly body: readonly unknown[];
  readonly headers: { readonly [name: string]: string };
}

const created = "2026-01-01T00:00:00Z";

/**
 * Pull requests as GitHub shows them. The emulator could not say of any which commits it has, nor be given a number or
 * the sha of a head: it keeps their comments, and says who may read them.
 */
export class GithubPulls {
  /** So many times, GitHub does not yet know which pull requests a commit belongs to. */
  lag = 0;
  /** Whether the repository is. */
  private = false;
  readonly #url: string;
  readonly #description: GithubDescription;
  readonly #pulls = new Map<number, Pull>();

  constructor(url: string, description: GithubDescription) {
    this.#url = url;
    this.#description = description;
  }

  /** Makes one, or changes one that is there. */
  put(options: PullOptions): number {
    const number = options.number ?? Math.max(0, ...this.#pulls.keys()) + 1;
    const before = this.#pulls.get(number) ?? {
      head: { sha: number.toString(16).padStart(40, "0"), ref: `change-${number}` },
      base: "main",
      state: "open",
      merged: false,
      mergeCommitSha: undefined,
      commits: [],
      files: ["README.md"],
      title: `Change ${number}`,
      author: "mona",
    };
    const state = options.merged ? "closed" : (options.state ?? before.state);
    this.#pulls.set(number, { ...before, ...options, number, state });
    return number;
  }

  /** Undefined when there is no such one. */
  get({ pull_number: number }: Parameters): { readonly body: object; readonly headers: Page["headers"] } | undefined {
    const pull = this.#pulls.get(Number(number));
    if (pull === undefined) return undefined;
    const body = {
      ...this.#common(pull, this.#description.example("pull-request")),
      merged: pull.merged,
      mergeable: pull.state === "open" ? true : null,
      merged_by: pull.merged ? this.#user(pull.author) : null,
      commits: this.#commitsOf(pull).length,
      changed_files: pull.files.length,
    };
    return { body, headers: {} };
  }

  /** Newest first. A head without its owner is no filter, as on GitHub. */
  list(parameters: Parameters, url: string): Page {
    const { state = "open", head = "", base, sort = "created", direction = "desc" } = parameters;
    if (sort !== "created" || direction !== "desc") throw new Error("no other order is known here");
    return this.#page(
      this.#newestFirst()
        .filter((pull) => state === "all" || pull.state === state)
        .filter((pull) => !head.includes(":") || labelOf(pull) === head)
        .filter((pull) => base === undefined || pull.base === base)
        .map((pull) => this.#simple(pull)),
      parameters,
      url,
    );
  }

  ofCommit(parameters: Parameters, url: string): Page {
    const { commit_sha: sha = "" } = parameters;
    if (this.lag > 0) {
      this.lag--;
      return this.#page([], parameters, url);
    }
    const found = this.#newestFirst().filter(
      (pull) => pull.mergeCommitSha === sha || this.#commitsOf(pull).includes(sha),
    );
    return this.#page(
      found.map((pull) => this.#simple(pull)),
      parameters,
      url,
    );
  }

  files(parameters: Parameters, url: string): Page | undefined {
    const pull = this.#pulls.get(Number(parameters.pull_number));
    if (pull === undefined) return undefined;
    const [example] = this.#description.example("diff-entry-items") as readonly object[];
    const files = pull.files
      .map((one) => (typeof one === "string" ? { filename: one } : one))
      .map((one) => ({ ...example, status: "modified", ...one }));
    return this.#page(files, parameters, url);
  }

  #newestFirst(): Pull[] {
    return [...this.#pulls.values()].sort((left, right) => right.number - left.number);
  }

  #commitsOf({ commits, head }: Pull): readonly string[] {
    return [...commits.filter((sha) => sha !== head.sha), head.sha];
  }

  #simple(pull: Pull): object {
    const [example] = this.#description.example("pull-request-simple-items") as readonly unknown[];
    return this.#common(pull, example);
  }

  #common(pull: Pull, example: unknown): object {
    const { number, state, title, head, base, merged, mergeCommitSha, author } = pull;
    const [owner = ""] = repository.split("/");
    const [headOwner = ""] = (head.repo ?? repository).split("/");
    const shown = this.#renamed(example, repository, number) as { readonly head: { readonly repo: object } };
    return {
      ...shown,
      id: 1_000_000 + number,
      number,
      state,
      title,
      user: this.#user(author),
      created_at: created,
      updated_at: created,
      closed_at: state === "closed" ? created : null,
      merged_at: merged ? created : null,
      merge_commit_sha: mergeCommitSha ?? null,
      assignee: null,
      assignees: [],
      requested_reviewers: [],
      requested_teams: [],
      labels: [],
      milestone: null,
      draft: false,
      head: {
        ...shown.head,
        label: labelOf(pull),
        ref: head.ref,
        sha: head.sha,
        user: this.#user(headOwner),
        repo: this.#repo(example, head.repo ?? repository),
      },
      base: {
        ...shown.head,
        label: `${owner}:${base}`,
        ref: base,
        sha: "f".repeat(40),
        user: this.#user(owner),
        repo: this.#repo(example, repository),
      },
    };
  }

  #repo(example: unknown, fullName: string): object {
    const { head } = this.#renamed(example, fullName, 1) as { readonly head: { readonly repo: object } };
    const [owner = "", name] = fullName.split("/");
    const visibility = this.private ? "private" : "public";
    return {
      ...head.repo,
      name,
      full_name: fullName,
      owner: this.#user(owner),
      private: this.private,
      visibility,
      fork: fullName !== repository,
    };
  }

  #user(login: string): object {
    const { user } = this.#description.example("issue-comment") as { readonly user: object };
    const renamed = JSON.stringify(user).replaceAll("https://api.github.com", this.#url).replaceAll("octocat", login);
    return { ...JSON.parse(renamed), type: login.endsWith("[bot]") ? "Bot" : "User" };
  }

  /** The description's examples are of octocat/Hello-World#1347. */
  #renamed(example: unknown, fullName: string, number: number): unknown {
    const text = JSON.stringify(example)
      .replaceAll("https://api.github.com", this.#url)
      .replaceAll("octocat/Hello-World", fullName)
      .replaceAll("/1347", `/${number}`);
    return JSON.parse(text);
  }

  #page(all: readonly unknown[], { page = "1", per_page: perPage = "30" }: Parameters, url: string): Page {
    const size = Math.min(100, Number(perPage));
    const last = Math.max(1, Math.ceil(all.length / size));
    const at = Number(page);
    const link = (to: number, rel: string): string => {
      const address = new URL(url, this.#url);
      address.searchParams.set("page", String(to));
      return `<${address}>; rel="${rel}"`;
    };
    const links = [
      ...(at > 1 ? [link(at - 1, "prev")] : []),
      ...(at < last ? [link(at + 1, "next"), link(last, "last")] : []),
      ...(at > 1 ? [link(1, "first")] : []),
    ];
    const headers = links.length === 0 ? {} : { link: links.join(", ") };
    return { body: all.slice((at - 1) * size, at * size), headers };
  }
}

/** As GitHub names a head. */
function labelOf({ head }: Pull): string {
  return `${(head.repo ?? repository).split("/")[0]}:${head.ref}`;
}
