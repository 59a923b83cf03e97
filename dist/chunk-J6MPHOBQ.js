import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  pullRequestOfEvent
} from "./chunk-CHIJUKAS.js";
import {
  runInfo
} from "./chunk-ROLNEPZB.js";
import {
  chosenBackend,
  locationFlags,
  standardBackend
} from "./chunk-2LULCZ5L.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import {
  isObservation
} from "./chunk-33HS6KZX.js";
import {
  member
} from "./chunk-3X5OX6NC.js";
import {
  serverOf
} from "./chunk-GHE6YAKB.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import {
  commandNamed,
  executes
} from "./chunk-DPEJMFBY.js";

// src/app/pull-request/pull-request-session.ts
import { createHash, randomUUID } from "node:crypto";

// src/hooks/comment/links.ts
function githubLinks(server, repository) {
  const base = `${withoutEnd(server, "/")}/${repository}`;
  const isSound = /^https?:\/\/[^\s"<>]+$/.test(base);
  return {
    run: ({ run, attempt }) => isSound && run !== "" ? `${base}/actions/runs/${run}/attempts/${attempt}` : void 0,
    commit: (sha) => isSound && sha !== "" ? `${base}/commit/${sha}` : void 0
  };
}
function taskLinks(server, repository, commit) {
  const base = `${withoutEnd(server, "/")}/${repository}/blob/${commit}`;
  return ({ location }) => {
    if (!location || commit === "") return void 0;
    const names = location.file.toWellFormed().split("/");
    if (names.some((name) => name === "" || name === "." || name === "..")) return void 0;
    return `${base}/${names.map(encodeURIComponent).join("/")}#L${location.line}`;
  };
}

// src/app/pull-request/reproduce-command.ts
function reproduceCommand({ context, command, pullRequest }, settings, host, project) {
  const flags = [
    ["context", context],
    ["plan-command", command === "apply" ? void 0 : command],
    ...settings.targets.map((target) => ["target", target]),
    ["values-file", settings.valuesFile],
    ["refresh", settings.refresh === "all" ? void 0 : settings.refresh]
  ];
  const lines = inTerminal("plan", flags, settings, host, project);
  return lines.length === 0 || pullRequest === void 0 ? lines : [...serverOf(host.environment).checkout(pullRequest), ...lines];
}
function mendCommand(context, settings, host, project) {
  const [named] = Object.entries(project?.commands ?? {}).find(([, action]) => action === "apply") ?? ["apply"];
  const flags = [
    ["context", context],
    ["values-file", settings.valuesFile]
  ];
  return inTerminal(named, flags, settings, host, project);
}
function inTerminal(command, flags, settings, host, project) {
  const backend = chosenBackend(settings, project, host);
  if (backend.ok && backend.value.insteadInTerminal !== void 0) return [];
  const words = [
    "opus",
    command,
    ...flags.flatMap(([name2, value]) => value === void 0 ? [] : [`--${name2}`, value])
  ];
  const { name } = backend.ok ? backend.value : standardBackend("workflow", host);
  words.push(...locationFlags(settings, project, host, name));
  const lines = [];
  if (settings.values !== void 0) lines.push("# and with the input `values` of the workflow, as --values");
  if (settings.encryptionKey !== void 0) lines.push("# with the key of the state in OPUS_ENCRYPTION_KEY");
  return [...lines, commandLine(words)];
}

// src/app/pull-request/pull-request-session.ts
var PullRequestSession = class {
  #options;
  /** Of the event; undefined when it names none. */
  pullRequest;
  #pulls;
  #finder;
  #place;
  constructor(options) {
    const { host, github } = options;
    this.#options = options;
    this.pullRequest = pullRequestOfEvent(host.environment.GITHUB_EVENT_NAME, github.event);
  }
  /** `owner/name`, or empty outside of a workflow. */
  get repository() {
    return this.#options.host.environment.GITHUB_REPOSITORY ?? "";
  }
  /**
   * What a command means to the previews of the pull request; undefined: nothing.
   * @param command undefined: the run ended before it was known what it means
   */
  commentPurpose(command) {
    const { settings, trusted } = this.#options;
    const { context, planCommand, requireReviewedPlan } = settings;
    const base = {
      coversAll: context === void 0,
      inPullRequest: this.pullRequest !== void 0,
      reviewable: trusted,
      underReview: requireReviewedPlan
    };
    if (settings.command === "plan")
      return { ...base, purpose: "plan", command: command?.scopeName ?? planCommand ?? "apply" };
    return command?.executes ? { ...base, purpose: "apply", command: command.called } : void 0;
  }
  /** The same for reports that are joined. */
  purposeOfReports({
    command,
    previews,
    contexts,
    several
  }) {
    if (previews === void 0 && (appliesNothing(command) || isObservation(contexts))) return void 0;
    const { trusted, settings, host } = this.#options;
    const inPullRequest = this.pullRequest !== void 0 || host.environment.GITHUB_EVENT_NAME === "workflow_run";
    const base = {
      coversAll: true,
      inPullRequest,
      reviewable: trusted,
      underReview: settings.requireReviewedPlan,
      writer: writerOf(host),
      // A stranger's words for folders are nobody's to type.
      ...several ? { several: trusted ? several : { ...several, places: /* @__PURE__ */ new Map() } } : {}
    };
    return previews === void 0 ? { ...base, purpose: "apply", command } : { ...base, purpose: "plan", command: previews };
  }
  /** What the comment hook needs; undefined where there is nothing to write to. */
  comment(commentPurpose, project, warn) {
    const { settings, host, github } = this.#options;
    if (host.terminal || settings.commentPr === "never" || !commentPurpose) return void 0;
    if (commentPurpose.purpose === "plan" && !commentPurpose.inPullRequest) return void 0;
    const { GITHUB_SERVER_URL: server = "https://github.com" } = host.environment;
    const info = runInfo(host);
    const head = member(github.event, "pull_request", "head", "sha") ?? member(github.event, "workflow_run", "head_sha");
    const commit = typeof head === "string" ? head : info.sha;
    return {
      mode: settings.commentPr,
      commentPurpose: () => commentPurpose,
      place: (signal) => this.#findPlace(signal),
      moment: () => ({ run: info.id, attempt: info.attempt, commit, at: systemClock.timestamp() }),
      contested: settings.context !== void 0,
      cancelled: host.signal,
      links: githubLinks(server, this.repository),
      taskLink: taskLinks(server, this.repository, commit),
      terminal: (context, command, name) => {
        const shown = { context, command, pullRequest: this.pullRequest };
        if (!commentPurpose.several || name === void 0) return reproduceCommand(shown, settings, host, project);
        const place = commentPurpose.several.places.get(name);
        return place ? reproduceCommand(shown, { ...settings, ...place }, host, project) : [];
      },
      warn,
      redact: (text) => host.redactor.text(text),
      newStamp: randomUUID,
      sleep: systemClock.sleep,
      random: Math.random
    };
  }
  /** Finds reviews. */
  previews(project) {
    const { settings, requests, host } = this.#options;
    const refused = (why, suggestion) => ({
      find: async () => ({ found: false, why, suggestion })
    });
    if (!settings.token) return refused("there is no token to look it up with", "Give the input `token`.");
    if (!requests.granted) return refused(requests.why, "Apply from a push to a branch of this repository.");
    const shown = (text) => host.redactor.text(text);
    return {
      find: async (context, signal) => (await this.#openFinder()).previews(project, this.repository, shown).find(context, signal)
    };
  }
  /** Ends all connections. */
  async dispose() {
    await this.#pulls?.dispose();
  }
  #findPlace(signal) {
    const { settings, requests } = this.#options;
    if (!settings.token || !requests.granted) {
      if (this.pullRequest === void 0) return Promise.resolve({ state: "none" });
      const why = settings.token ? requests.why : "there is no token";
      return Promise.resolve({ state: "refused", why, suggestion: unpostedAdvice });
    }
    this.#place ??= this.#openFinder().then((finder) => finder.place(signal)).then((place) => {
      if (place.state === "unknown") this.#place = void 0;
      return place;
    });
    return this.#place;
  }
  /** Loaded when there is something to ask: most runs have nothing to do with a pull request. */
  #openFinder() {
    this.#finder ??= this.#makeFinder();
    return this.#finder;
  }
  async #makeFinder() {
    const { settings, host, github } = this.#options;
    const { environment, version } = host;
    const { PullRequests } = await import("./pull-requests-2UOMX5UD.js");
    const { PullRequestFinder } = await import("./find-pull-request-LVUXVSZE.js");
    const apiUrl = environment.GITHUB_API_URL || "https://api.github.com";
    const pulls = new PullRequests({
      apiUrl,
      graphqlUrl: environment.GITHUB_GRAPHQL_URL || `${withoutEnd(apiUrl, "/")}/graphql`,
      repository: this.repository,
      token: settings.token ?? "",
      userAgent: `magnum-opus/${version}`,
      environment
    });
    this.#pulls = pulls;
    return new PullRequestFinder({ pulls, environment, event: github.event, sleep: systemClock.sleep });
  }
};
function writerOf({ environment }) {
  const { GITHUB_WORKFLOW_REF: ref = "", GITHUB_WORKFLOW: workflow = "", GITHUB_JOB: job = "" } = environment;
  const [file] = ref.split("@");
  return createHash("sha256").update(JSON.stringify([file || workflow, job])).digest("hex").slice(0, 12);
}
function appliesNothing(command) {
  const row = commandNamed(command);
  return row !== void 0 && row.stage !== "preview" && !executes(row);
}
var unpostedAdvice = "It is in the job summary. Runs of forks and of Dependabot have no `pull-requests: write`; a second workflow can post what they planned: see examples/workflows/pr-plan-fork.yml.";

// src/app/webhook/webhooks-of.ts
function webhooksOf(request, secrets) {
  return async (warn) => {
    const named = request.loaded.manifest.project?.hooks.some(({ use }) => use === "webhook");
    if (!named) return void 0;
    const { openWebhooks } = await import("./webhook-session-AWQZ4WMZ.js");
    return openWebhooks({ ...request, warn, conceal: (text, what) => secrets.add(text, what) });
  };
}

export {
  githubLinks,
  taskLinks,
  mendCommand,
  PullRequestSession,
  webhooksOf
};
