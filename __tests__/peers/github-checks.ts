import type { GithubDescription, Parameters } from "./github-description.ts";
import { repository } from "./github-emulator.ts";

/** A note on a line, as it was sent. */
export interface GithubAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
}

/** A check, as people see it. */
export interface GithubCheck {
  readonly id: number;
  /** Slug of the app that made it. */
  readonly app: string;
  readonly name: string;
  readonly sha: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  readonly mark: string;
  readonly detailsUrl: string | null;
  readonly startedAt: string | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly GithubAnnotation[];
  /** Conclusions that it had before. */
  readonly before: readonly string[];
}

/** What a request says of a check. */
interface Sent {
  readonly name?: string;
  readonly head_sha?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly status?: GithubCheck["status"];
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly output?: {
    readonly title: string;
    readonly summary: string;
    readonly annotations?: readonly GithubAnnotation[];
  };
}

/**
 * Check runs as GitHub keeps them. The emulator has some too, but puts annotations in the place of those that are there,
 * where GitHub adds them, and forgets half of each.
 */
export class GithubChecks {
  /** Commits that GitHub does not have. */
  readonly unknownCommits = new Set<string>();
  readonly #description: GithubDescription;
  readonly #all: GithubCheck[] = [];

  constructor(description: GithubDescription) {
    this.#description = description;
  }

  /** Oldest first. */
  get all(): readonly GithubCheck[] {
    return this.#all;
  }

  /** @returns the check as an answer has it, or what GitHub has against it */
  create(sent: Sent, app: string): object | string {
    const { name = "", head_sha: sha = "", external_id: mark = "", details_url = null, started_at = null } = sent;
    if (this.unknownCommits.has(sha)) return `No commit found for SHA: ${sha}`;
    const empty = { title: "", summary: "", annotations: [], before: [], conclusion: null, status: "queued" } as const;
    const check = {
      ...empty,
      id: 500 + this.#all.length,
      app,
      name,
      sha,
      mark,
      detailsUrl: details_url,
      startedAt: started_at,
    };
    return this.#keep(check, sent);
  }

  change(id: number, sent: Sent, app: string): object | string | undefined {
    const check = this.#all.find((one) => one.id === id && one.app === app);
    return check && this.#keep(check, sent);
  }

  /** Newest first. */
  list({ ref = "", check_name: name, filter = "latest" }: Parameters): object {
    const named = this.#all.filter((one) => one.sha === ref && (name === undefined || one.name === name)).reverse();
    const found =
      filter === "all" ? named : named.filter((one, at) => named.findIndex((other) => other.name === one.name) === at);
    return { total_count: found.length, check_runs: found.map((one) => this.#shown(one)) };
  }

  #keep(check: GithubCheck, { status, conclusion, output }: Sent): object | string {
    const added = output?.annotations ?? [];
    const wrong = added.find(({ path, message }) => path.startsWith("/") || path.startsWith("../") || message === "");
    if (wrong) return `Invalid request.\n\n"${wrong.path}" is not a path of the repository.`;
    if (status === "completed" && conclusion === undefined) return '"conclusion" wasn\'t supplied.';
    const kept: GithubCheck = {
      ...check,
      status: conclusion === undefined ? (status ?? check.status) : "completed",
      conclusion: conclusion ?? check.conclusion,
      title: output?.title ?? check.title,
      summary: output?.summary ?? check.summary,
      annotations: [...check.annotations, ...added],
      before: check.conclusion === null ? check.before : [...check.before, check.conclusion],
    };
    const at = this.#all.findIndex(({ id }) => id === check.id);
    if (at < 0) this.#all.push(kept);
    else this.#all[at] = kept;
    return this.#shown(kept);
  }

  #shown(check: GithubCheck): object {
    const example = this.#description.example("check-run") as { readonly output: object; readonly app: object };
    const { id, app, name, sha, status, conclusion, mark, detailsUrl, startedAt, title, summary, annotations } = check;
    return {
      ...example,
      id,
      name,
      head_sha: sha,
      status,
      conclusion,
      external_id: mark,
      details_url: detailsUrl ?? `https://github.com/${repository}/runs/${id}`,
      html_url: `https://github.com/${repository}/runs/${id}`,
      started_at: startedAt,
      completed_at: status === "completed" ? "2026-01-01T00:00:00Z" : null,
      app: { ...example.app, slug: app },
      output: { ...example.output, title, summary, text: null, annotations_count: annotations.length },
      pull_requests: [],
    };
  }
}
