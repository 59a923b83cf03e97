import { createHash, randomUUID } from "node:crypto";
import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { commandNamed, executes } from "../../engine/model/commands.ts";
import type { Project } from "../../engine/model/project.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { type GithubContext, member } from "../../event/github-context.ts";
import type { PullRequests } from "../../github/pull-requests.ts";
import type { CommentOptions, Place } from "../../hooks/comment/comment.ts";
import { githubLinks, taskLinks } from "../../hooks/comment/links.ts";
import type { CommentPurpose } from "../../hooks/comment/purpose.ts";
import { isObservation } from "../../hooks/rendering/labels.ts";
import { systemClock } from "../../node/clock.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Host } from "../host.ts";
import type { Joined } from "../report/join/join-reports.ts";
import { runInfo } from "../run-info.ts";
import type { Previews } from "./check-review.ts";
import { pullRequestOfEvent } from "./event-pull-request.ts";
import type { PullRequestFinder } from "./find-pull-request.ts";
import { reproduceCommand } from "./reproduce-command.ts";

/** May a run make requests to GitHub's API? */
export interface RequestPower {
  readonly granted: boolean;
  /** Half a sentence: why not. */
  readonly why: string;
}

export interface PullRequestSessionOptions {
  readonly settings: Settings;
  readonly host: Pick<Host, "environment" | "version" | "terminal" | "directory" | "redactor" | "backends" | "signal">;
  readonly github: GithubContext;
  /** What it plans may be taken for a reviewed plan later. */
  readonly trusted: boolean;
  readonly requests: RequestPower;
}

/** What a run has to do with a pull request: where it reads reviews, and what it writes there. */
export class PullRequestSession {
  readonly #options: PullRequestSessionOptions;
  /** Of the event; undefined when it names none. */
  readonly pullRequest: number | undefined;
  #pulls: PullRequests | undefined;
  #finder: Promise<PullRequestFinder> | undefined;
  #place: Promise<Place> | undefined;

  constructor(options: PullRequestSessionOptions) {
    const { host, github } = options;
    this.#options = options;
    this.pullRequest = pullRequestOfEvent(host.environment.GITHUB_EVENT_NAME, github.event);
  }

  /** `owner/name`, or empty outside of a workflow. */
  get repository(): string {
    return this.#options.host.environment.GITHUB_REPOSITORY ?? "";
  }

  /**
   * What a command means to the previews of the pull request; undefined: nothing.
   * @param command undefined: the run ended before it was known what it means
   */
  commentPurpose(command: Command | undefined): CommentPurpose | undefined {
    const { settings, trusted } = this.#options;
    const { context, planCommand, requireReviewedPlan } = settings;
    const base = {
      coversAll: context === undefined,
      inPullRequest: this.pullRequest !== undefined,
      reviewable: trusted,
      underReview: requireReviewedPlan,
    };
    if (settings.command === "plan")
      return { ...base, purpose: "plan", command: command?.scopeName ?? planCommand ?? "apply" };
    return command?.executes ? { ...base, purpose: "apply", command: command.called } : undefined;
  }

  /** The same for reports that are joined. */
  purposeOfReports({
    command,
    previews,
    contexts,
    several,
  }: Pick<Joined, "command" | "previews" | "contexts" | "several">): CommentPurpose | undefined {
    if (previews === undefined && (appliesNothing(command) || isObservation(contexts))) return undefined;
    const { trusted, settings, host } = this.#options;
    const inPullRequest = this.pullRequest !== undefined || host.environment.GITHUB_EVENT_NAME === "workflow_run";
    // Where a stranger may have written them, nobody is to apply by what they say.
    const base = {
      coversAll: true,
      inPullRequest,
      reviewable: trusted,
      underReview: settings.requireReviewedPlan,
      writer: writerOf(host),
      // A stranger's words for folders are nobody's to type.
      ...(several ? { several: trusted ? several : { ...several, places: new Map() } } : {}),
    };
    return previews === undefined
      ? { ...base, purpose: "apply", command }
      : { ...base, purpose: "plan", command: previews };
  }

  /** What the comment hook needs; undefined where there is nothing to write to. */
  comment(
    commentPurpose: CommentPurpose | undefined,
    project: Project | undefined,
    warn: (diagnostic: Diagnostic) => void,
  ): CommentOptions | undefined {
    const { settings, host, github } = this.#options;
    if (host.terminal || settings.commentPr === "never" || !commentPurpose) return undefined;
    if (commentPurpose.purpose === "plan" && !commentPurpose.inPullRequest) return undefined;
    const { GITHUB_SERVER_URL: server = "https://github.com" } = host.environment;
    const info = runInfo(host);
    const head =
      member(github.event, "pull_request", "head", "sha") ?? member(github.event, "workflow_run", "head_sha");
    const commit = typeof head === "string" ? head : info.sha;
    return {
      mode: settings.commentPr,
      commentPurpose: () => commentPurpose,
      place: (signal) => this.#findPlace(signal),
      moment: () => ({ run: info.id, attempt: info.attempt, commit, at: systemClock.timestamp() }),
      contested: settings.context !== undefined,
      cancelled: host.signal,
      links: githubLinks(server, this.repository),
      taskLink: taskLinks(server, this.repository, commit),
      terminal: (context, command, name) => {
        const shown = { context, command, pullRequest: this.pullRequest };
        if (!commentPurpose.several || name === undefined) return reproduceCommand(shown, settings, host, project);
        const place = commentPurpose.several.places.get(name);
        return place ? reproduceCommand(shown, { ...settings, ...place }, host, project) : [];
      },
      warn,
      redact: (text) => host.redactor.text(text),
      newStamp: randomUUID,
      sleep: systemClock.sleep,
      random: Math.random,
    };
  }

  /** Finds reviews. */
  previews(project: string): Previews {
    const { settings, requests, host } = this.#options;
    const refused = (why: string, suggestion: string): Previews => ({
      find: async () => ({ found: false, why, suggestion }),
    });
    if (!settings.token) return refused("there is no token to look it up with", "Give the input `token`.");
    if (!requests.granted) return refused(requests.why, "Apply from a push to a branch of this repository.");
    const shown = (text: string): string => host.redactor.text(text);
    return {
      find: async (context, signal) =>
        (await this.#openFinder()).previews(project, this.repository, shown).find(context, signal),
    };
  }

  /** Ends all connections. */
  async dispose(): Promise<void> {
    await this.#pulls?.dispose();
  }

  #findPlace(signal: AbortSignal): Promise<Place> {
    const { settings, requests } = this.#options;
    if (!settings.token || !requests.granted) {
      if (this.pullRequest === undefined) return Promise.resolve({ state: "none" });
      const why = settings.token ? requests.why : "there is no token";
      return Promise.resolve({ state: "refused", why, suggestion: unpostedAdvice });
    }
    // A later question may be answered where an earlier one was not.
    this.#place ??= this.#openFinder()
      .then((finder) => finder.place(signal))
      .then((place) => {
        if (place.state === "unknown") this.#place = undefined;
        return place;
      });
    return this.#place;
  }

  /** Loaded when there is something to ask: most runs have nothing to do with a pull request. */
  #openFinder(): Promise<PullRequestFinder> {
    this.#finder ??= this.#makeFinder();
    return this.#finder;
  }

  async #makeFinder(): Promise<PullRequestFinder> {
    const { settings, host, github } = this.#options;
    const { environment, version } = host;
    const { PullRequests } = await import("../../github/pull-requests.ts");
    const { PullRequestFinder } = await import("./find-pull-request.ts");
    const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
    const pulls = new PullRequests({
      apiUrl,
      graphqlUrl: environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`,
      repository: this.repository,
      token: settings.token ?? "",
      userAgent: `magnum-opus/${version}`,
      environment,
    });
    this.#pulls = pulls;
    return new PullRequestFinder({ pulls, environment, event: github.event, sleep: systemClock.sleep });
  }
}

/** Names a job of a workflow, whichever of its runs it is in. */
function writerOf({ environment }: Pick<Host, "environment">): string {
  const { GITHUB_WORKFLOW_REF: ref = "", GITHUB_WORKFLOW: workflow = "", GITHUB_JOB: job = "" } = environment;
  const [file] = ref.split("@");
  return createHash("sha256")
    .update(JSON.stringify([file || workflow, job]))
    .digest("hex")
    .slice(0, 12);
}

/** True for a built-in command that neither previews nor applies. What a name of a project's own does is not known. */
function appliesNothing(command: string): boolean {
  const row = commandNamed(command);
  return row !== undefined && row.stage !== "preview" && !executes(row);
}

const unpostedAdvice =
  "It is in the job summary. Runs of forks and of Dependabot have no `pull-requests: write`; a second workflow can post what they planned: see examples/workflows/pr-plan-fork.yml.";
