import type { SureSettings } from "../action/inputs.ts";
import { explained, type Failure, failure } from "../engine/diagnostics/diagnostic.ts";
import type { RunReport } from "../engine/model/report.ts";
import type { Hook } from "../engine/ports/hook.ts";
import { filterWatch } from "../engine/references/filtered-secrets.ts";
import { systemClock } from "../node/clock.ts";
import { endOrphansOfPlans, keepPlanningLedger } from "../node/processes/planning-ledger.ts";
import { ProcessGroups } from "../node/processes/process-groups.ts";
import { windowsTrees } from "../node/processes/windows-tree.ts";
import { ModuleFailure } from "../processors/module/module-failure.ts";
import { invalidManifest } from "./authorize/invalid-manifest.ts";
import { isModule } from "./extensions/module-paths.ts";
import type { Host } from "./host.ts";
import type { KnownRun } from "./known-run.ts";
import { machineTrouble } from "./machine-trouble.ts";
import { reportFile, reportPath } from "./report/report-path.ts";
import { Reporter } from "./report/reporter.ts";
import { heldBack, outputsOfProject } from "./report/run-outputs.ts";
import { passwordsInAddresses } from "./secrets/address-secrets.ts";
import { SecretRegistry } from "./secrets/secret-registry.ts";
import { removeLeftFolders } from "./state/local-folders.ts";
import { planningFolder } from "./state/local-root.ts";
import { secretSettings } from "./state/open-seal.ts";
import { leftoversEnded } from "./state/with-lock.ts";
import { strayFailure, wholeStackOf } from "./stray-errors.ts";

/** What a run came to. */
export interface RunResult {
  readonly exitCode: 0 | 1;
  readonly report: RunReport;
}

/** What is around the stages of a run: secrets and events from the first moment, hooks, and the report at the end. */
export class RunFrame {
  readonly host: Host;
  readonly secrets: SecretRegistry;
  readonly groups = new ProcessGroups();
  /** Text of each file by shown path, for code frames. */
  readonly sources = new Map<string, string>();
  readonly reporter: Reporter;
  readonly known: KnownRun = { outcomes: [] };
  readonly #settings: SureSettings;
  #endLedger = (): void => {};

  constructor(settings: SureSettings, host: Host) {
    this.#settings = settings;
    this.host = host;
    windowsTrees.useSystemRoot(host.environment.SystemRoot ?? host.environment.SYSTEMROOT);
    this.secrets = new SecretRegistry(host.redactor, host.mask);
    this.reporter = new Reporter(settings.command, systemClock, host.redactor);
  }

  /** Runs the stages. Whatever happens in between, the run ends with a report. */
  async conclude(stages: () => Promise<Failure | undefined>): Promise<RunResult> {
    const beforehand = [...secretSettings(this.#settings), ...passwordsInAddresses(this.host.environment)];
    for (const [secret, what] of beforehand) this.secrets.add(secret, what);
    const { signal, urgent } = this.host;
    urgent.addEventListener("abort", () => this.groups.hurry(), { once: true });
    const onAbort = (): void => this.reporter.emit({ type: "cancelling", signal: String(signal.reason) });
    signal.addEventListener("abort", onAbort, { once: true });
    const ended = await stages().catch(internalFailure);
    this.#endLedger();
    const stray = this.host.stray();
    const failed = stray === undefined ? ended : strayFailure(stray);
    const { stores, loaded, joined, outcomes, pullRequestSession } = this.known;
    await stores?.dispose();
    if (loaded?.trust.trusted) removeLeftFolders(this.host);
    if (!this.reporter.started) await this.startHooks([]);
    const contexts = joined?.contexts ?? outcomes.map(({ report }) => report);
    const project = joined?.project ?? loaded?.project ?? "";
    const report = await this.reporter.end(project, contexts, failed, reportFile(this.#settings, this.host));
    await pullRequestSession?.dispose();
    await this.known.issueSession?.dispose();
    await this.known.checkSession?.dispose();
    signal.removeEventListener("abort", onAbort);
    return { exitCode: failed === undefined && this.reporter.ended === undefined ? 0 : 1, report };
  }

  /**
   * Ends what planning runs have left that were killed, and has what this run starts found in the same way. A run that
   * writes does the like for each context, under its lock.
   */
  async watchProcesses(): Promise<void> {
    const folder = planningFolder(this.host);
    const ended = await endOrphansOfPlans(folder);
    if (ended.length > 0) this.reporter.diagnose(leftoversEnded(ended));
    this.#endLedger = keepPlanningLedger(this.groups, folder);
  }

  /** Starts the built-in hooks that show things, then the repository's own, in order. */
  async startHooks(own: readonly Hook[]): Promise<void> {
    const { host, reporter, secrets, known } = this;
    const project = known.loaded?.manifest.project;
    const configured = new Map((project?.hooks ?? []).filter((use) => !isModule(use)).map((use) => [use.use, use]));
    const warn = reporter.diagnose;
    const filtered = filterWatch(host.redactor, (text, what) => secrets.add(text, what));
    const shown = await host.hooks({
      summary: this.#settings.summary,
      reportPath: () => (reporter.lost ? "" : (reportPath(this.#settings, host) ?? "")),
      sources: this.sources,
      warn,
      mappedOutputs: () => outputsOfProject(known, this.#settings.command, warn, filtered),
      comment: known.pullRequestSession?.comment(known.commentPurpose, project, warn),
      issue: known.issueSession?.options(warn),
      check: known.checkSession?.options(warn),
      redact: (text) => host.redactor.text(text),
      secretsIn: (text) => secrets.within(text),
      heldBack: () => heldBack(known.outcomes, host.redactor),
    });
    const limited = shown.map((hook) => {
      const on = configured.get(hook.name)?.on;
      return on ? { ...hook, commands: on } : hook;
    });
    const webhooks = await known.webhooks?.(warn);
    reporter.start([...limited, ...(webhooks ? [webhooks] : []), ...own]);
  }
}

/** A module that does not do what it is called for; or a bug: the message, the stack, and what caused it. */
function internalFailure(thrown: unknown): Failure {
  if (thrown instanceof ModuleFailure) return invalidManifest([thrown.diagnostic]);
  const trouble = machineTrouble(thrown);
  if (trouble) return explained("internal", trouble.message, { suggestion: trouble.suggestion });
  return failure("internal", `internal error, please report it: ${wholeStackOf(thrown)}`);
}
