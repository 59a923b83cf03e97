import { resolve as resolvePath } from "node:path";
import type { Settings, SureSettings } from "../action/inputs.ts";
import { type Diagnostic, type Failure, failure, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../engine/json/json.ts";
import { commandNamed } from "../engine/model/commands.ts";
import type { ContextReport, RunReport } from "../engine/model/report.ts";
import { emptyCounts } from "../engine/plan/plan-model.ts";
import type { Hook } from "../engine/ports/hook.ts";
import { checkEverywhere } from "../engine/prepare/check-everywhere.ts";
import { environmentLookup } from "../engine/references/lookup.ts";
import { Values } from "../engine/references/values.ts";
import type { CommentPurpose } from "../hooks/comment/update-preview.ts";
import { systemClock } from "../node/clock.ts";
import { checkout } from "../node/git/checkout.ts";
import { planDigester } from "../node/plan-digester.ts";
import { ProcessGroups } from "../node/processes/process-groups.ts";
import { placeFiles } from "../processors/file/place-files.ts";
import { ModuleFailure } from "../processors/module/module-failure.ts";
import type { StateLocation } from "../state/backend.ts";
import type { Sealing } from "../state/seal/seal.ts";
import {
  type AuthorizedRun,
  authorizeRun,
  distinct,
  inputFailure,
  invalidManifest,
  outsideLookup,
} from "./authorize/authorize-run.ts";
import { type Capabilities, openCapabilities } from "./authorize/capabilities.ts";
import { type ProgramCommands, programCommands } from "./commands.ts";
import type { ContextServices, OpenedStore } from "./context/context-services.ts";
import { EphemeralFiles } from "./context/ephemeral-files.ts";
import { type ContextOutcome, runContext } from "./context/run-context.ts";
import { storeDeadline } from "./context/store-deadline.ts";
import { isModule, loadHooks, loadKinds } from "./extensions/load-extensions.ts";
import type { Host } from "./host.ts";
import { givenValues, type Loaded, load, workspaceRoot } from "./load/load-project.ts";
import { openPreviewSignature } from "./pull-request/preview-signature.ts";
import { PullRequestSession } from "./pull-request/pull-request-session.ts";
import type { Joined } from "./report/join/join-reports.ts";
import { checkMappedOutputs, mappedOutputs } from "./report/mapped-outputs.ts";
import type { ReportFile } from "./report/report-file.ts";
import { Reporter, toldOf } from "./report/reporter.ts";
import { runInfo } from "./run-info.ts";
import { passwordsInAddresses } from "./secrets/address-secrets.ts";
import { type DeclaredSecret, declaredSecrets, openNames, secretWarnings } from "./secrets/declared-secrets.ts";
import { SecretRegistry } from "./secrets/secret-registry.ts";
import { removeLeftFolders } from "./state/local-folders.ts";
import { openSealing, secretSettings } from "./state/open-seal.ts";
import { keepRecovery } from "./state/recovery-file.ts";
import { ElsewhereLook } from "./state/state-elsewhere.ts";
import { stateLocation } from "./state/state-location.ts";
import { Stores } from "./state/stores.ts";
import { strayFailure, wholeStackOf } from "./stray-errors.ts";

/** What a run came to. */
export interface RunResult {
  readonly exitCode: 0 | 1;
  readonly report: RunReport;
}

/**
 * Runs one command from its settings to the exit status. The place where all parts are put together.
 * @param commands that there are: the built-in ones, unless somebody adds to them
 */
export async function run(
  settings: Settings,
  host: Host,
  commands: ProgramCommands = programCommands,
): Promise<RunResult> {
  return new Run(settings, host, commands).run((services) => services.start(settings));
}

/** Reports a run that could not begin, because its inputs are wrong. */
export async function refuse(settings: SureSettings, problems: readonly Diagnostic[], host: Host): Promise<RunResult> {
  return new Run(settings, host, programCommands).run(async () => inputFailure(problems));
}

class Run {
  readonly #settings: SureSettings;
  readonly #host: Host;
  readonly #commands: ProgramCommands;
  readonly #redactor: Host["redactor"];
  readonly #secrets: SecretRegistry;
  readonly #groups = new ProcessGroups();
  readonly #sources = new Map<string, string>();
  readonly #reporter: Reporter;
  #loaded: Loaded | undefined;
  /** Undefined: nothing of the repository was loaded, so there is nothing that could act. */
  #capabilities: Capabilities | undefined;
  #place: StateLocation | undefined;
  #stores: Stores | undefined;
  #elsewhere: ElsewhereLook | undefined;
  #pullRequestSession: PullRequestSession | undefined;
  #commentPurpose: CommentPurpose | undefined;
  /** Reports of other runs that this one joins. */
  #joined: Joined | undefined;
  readonly #outcomes: ContextOutcome[] = [];

  constructor(settings: SureSettings, host: Host, commands: ProgramCommands) {
    this.#commands = commands;
    this.#settings = settings;
    this.#host = host;
    this.#redactor = host.redactor;
    this.#secrets = new SecretRegistry(this.#redactor, host.mask);
    this.#reporter = new Reporter(settings.command, systemClock, this.#redactor);
  }

  /** Whatever happens in between, the run ends with a report. */
  async run(work: (run: Run) => Promise<Failure | undefined>): Promise<RunResult> {
    const beforehand = [...secretSettings(this.#settings), ...passwordsInAddresses(this.#host.environment)];
    for (const [secret, what] of beforehand) this.#secrets.add(secret, what);
    const { signal, urgent } = this.#host;
    urgent.addEventListener("abort", () => this.#groups.hurry(), { once: true });
    const onAbort = (): void => this.#reporter.emit({ type: "cancelling", signal: String(signal.reason) });
    signal.addEventListener("abort", onAbort, { once: true });
    const ended = await work(this).catch(internalFailure);
    const stray = this.#host.stray();
    const failed = stray === undefined ? ended : strayFailure(stray);
    this.#elsewhere?.dispose();
    await this.#stores?.dispose();
    if (this.#loaded?.trust.trusted) removeLeftFolders(this.#host);
    if (!this.#reporter.started) await this.#startHooks([]);
    const contexts = this.#joined?.contexts ?? this.#outcomes.map(({ report }) => report);
    const project = this.#joined?.project ?? this.#loaded?.project ?? "";
    const report = await this.#reporter.end(project, contexts, failed, this.#reportFile());
    await this.#pullRequestSession?.dispose();
    signal.removeEventListener("abort", onAbort);
    return { exitCode: failed === undefined && this.#reporter.ended === undefined ? 0 : 1, report };
  }

  async start(settings: Settings): Promise<Failure | undefined> {
    const host = this.#host;
    if (commandNamed(settings.command, this.#commands.table)?.stage === "reports") return this.#join(settings);
    const loading = await load(settings, host, this.#commands.table);
    if (!loading.ok) return loading.error;
    const loaded = loading.value;
    const { manifest, trust, project } = loaded;
    this.#loaded = loaded;
    const capabilities = openCapabilities(loaded, host, this.#groups, settings);
    this.#capabilities = capabilities;
    for (const [shown, text] of manifest.sources) this.#sources.set(shown, text);
    const authorized = authorizeRun(settings, capabilities, loaded, this.#commands);
    const declared = declaredSecrets(loaded, capabilities.environment);
    const chosen = authorized.ok ? authorized.value.choices.map(({ name }) => name) : [settings.context ?? []].flat();
    const open = openNames(loaded, chosen);
    this.#maskSecrets(declared, open);
    const { command: called } = settings;
    this.#reporter.emit({
      type: "run-started",
      command: called,
      version: host.version,
      trusted: trust.trusted,
      why: trust.why,
    });

    const requests = { granted: capabilities.mayRequest, why: trust.why };
    const pullRequestSession = new PullRequestSession({
      settings,
      host,
      github: loaded.github,
      trusted: trust.trusted,
      requests,
    });
    this.#pullRequestSession = pullRequestSession;
    this.#commentPurpose = pullRequestSession.commentPurpose(undefined);
    const given = givenValues(settings, loaded.workspace, this.#sources);
    if (!given.ok) return given.error;
    if (!authorized.ok) return authorized.error;
    const { command, choices } = authorized.value;
    this.#commentPurpose = pullRequestSession.commentPurpose(command);
    if (command.previews) this.#reporter.previews(command.scopeName);
    const warnings = [...manifest.diagnostics, ...secretWarnings(declared, manifest.sources, open)];
    for (const warning of warnings) this.#reporter.diagnose(warning);
    const contexts = choices.map(({ name }) => name);
    const { files, tasks } = manifest;
    this.#reporter.emit({ type: "manifest-loaded", project, files: files.length, tasks: tasks.length, contexts });
    if (command.row.stage === "contexts") {
      for (const name of contexts)
        this.#outcomes.push({ report: emptyContext(name), failure: null, entries: undefined });
      return undefined;
    }

    // Of interest on pull requests alone.
    let kindsChanged = false;
    if (pullRequestSession.pullRequest !== undefined) {
      const { moduleChanges } = await import("./extensions/changed-extensions.ts");
      const { diagnostics, ofKinds } = await moduleChanges(loaded);
      for (const change of diagnostics) this.#reporter.diagnose(change);
      kindsChanged = ofKinds;
    }
    const kinds = await loadKinds({ loaded, capabilities, version: host.version, modules: host.modules });
    if (!kinds.ok) return invalidManifest(kinds.error);
    const ownHooks = await loadHooks(loaded, capabilities, host.modules);
    const wrongOutputs = checkMappedOutputs(manifest.project);
    if (!ownHooks.ok || wrongOutputs.length > 0)
      return invalidManifest([...(ownHooks.ok ? [] : ownHooks.error), ...wrongOutputs]);
    await this.#startHooks(ownHooks.value);
    const { encryptionKey, planSigningKey } = capabilities;
    const { initialize } = settings;
    const sealing = await openSealing({ encryptionKey, initialize }, host, (weak) => this.#reporter.diagnose(weak));
    if (!sealing.ok) return sealing.error;
    return this.#runContexts(authorized.value, {
      settings,
      command,
      loaded,
      environment: capabilities.environment,
      placeFiles: placeFiles(capabilities.files),
      given: given.value,
      processors: kinds.value,
      kindsChanged,
      hooks: ownHooks.value.filter((hook) => hook.around),
      clock: systemClock,
      redactor: this.#redactor,
      conceal: (text, what) => this.#secrets.add(text, what),
      signal: host.signal,
      urgent: host.urgent,
      giveUp: storeDeadline(host.signal, host.urgent),
      run: runInfo(host),
      version: host.version,
      digest: planDigester(planSigningKey),
      previewSignature: openPreviewSignature(planSigningKey, pullRequestSession.repository, planDigester),
      ephemeralFiles: new EphemeralFiles(capabilities.environment, loaded),
      previews: pullRequestSession.previews(project),
      pullRequest: pullRequestSession.pullRequest,
      sealing: sealing.value,
      openStore: (context, name) => this.#openStore(settings, loaded, capabilities, sealing.value, context, name),
      keepRecovery: (context, text, failed, backend) =>
        keepRecovery(context, text, failed, {
          settings,
          host,
          project: manifest.project,
          projectName: project,
          backend,
        }),
      emit: this.#reporter.emit,
    });
  }

  /** Reads what other jobs have left. Needs neither a manifest nor a checkout, and runs nothing. */
  async #join(settings: Settings): Promise<Failure | undefined> {
    const host = this.#host;
    const { openReports } = await import("./report/join/open-reports.ts");
    const { joinedLines, joinReports } = await import("./report/join/join-reports.ts");
    const opened = await openReports(settings, host);
    if (!opened.ok) return opened.error;
    const { workspace, github, trust, requests } = opened.value;
    const pullRequestSession = new PullRequestSession({ settings, host, github, trusted: trust.trusted, requests });
    this.#pullRequestSession = pullRequestSession;
    const { command, version } = { command: settings.command, version: host.version };
    this.#reporter.emit({ type: "run-started", command, version, trusted: true, why: trust.why });
    const joined = joinReports(settings, workspace);
    if (!joined.ok) return joined.error;
    this.#joined = joined.value;
    this.#reporter.joins(joined.value);
    this.#commentPurpose = pullRequestSession.purposeOfReports(joined.value);
    for (const text of joinedLines(joined.value)) this.#reporter.emit({ type: "progress", text });
    await this.#startHooks([]);
    return undefined;
  }

  async #openStore(
    settings: Settings,
    loaded: Loaded,
    { stateFiles }: Capabilities,
    sealing: Sealing | undefined,
    context: string,
    name?: string,
  ): Promise<Result<OpenedStore, Failure>> {
    const { manifest, project, workingDirectory } = loaded;
    if (!this.#stores || !this.#place) {
      const place = await stateLocation(settings, manifest.project, this.#host, workingDirectory, checkout);
      if (!place.ok) return place;
      this.#place = place.value;
      const { environment, terminal, version } = this.#host;
      const redact = (text: string): string => this.#redactor.text(text);
      const look = { settings, host: this.#host, loaded, project, clock: systemClock, redact };
      this.#elsewhere = new ElsewhereLook(look);
      this.#stores = new Stores({
        place: place.value,
        project,
        environment,
        terminal,
        stateFiles,
        version,
        token: settings.token,
        initialize: settings.initialize,
        clock: systemClock,
        sealing,
        redact,
        onProgress: (text) => this.#reporter.emit({ type: "progress", text }),
      });
    }
    const said = manifest.project?.state ?? {};
    const postStepRecord = { groups: this.#groups, handover: this.#host.handover, place: this.#place, said };
    const store = await this.#stores.open(context, name);
    const elsewhere = name === undefined ? await this.#elsewhere?.find(store, context, this.#host.signal) : undefined;
    return ok({ store, postStepRecord, elsewhere });
  }

  /** One after the other; one that fails does not stop the next. */
  async #runContexts({ choices }: AuthorizedRun, services: ContextServices): Promise<Failure | undefined> {
    if (choices.length === 0) {
      const message =
        "this run leads to no context, so only what all contexts share was checked; name one to check values, secrets and scopes";
      this.#reporter.diagnose({ severity: "notice", code: "no-context", message });
      return this.#validateEverywhere(services);
    }
    for (const choice of choices) {
      if (services.signal.aborted) return failure("cancelled", "the run was cancelled");
      this.#outcomes.push(await runContext(services, choice));
    }
    const note = services.ephemeralFiles.note();
    if (note) this.#reporter.diagnose(note);
    return joinedFailure(this.#outcomes);
  }

  /** What holds in every context. */
  async #validateEverywhere({ loaded, given, processors, environment }: ContextServices): Promise<Failure | undefined> {
    const { manifest, project, trust, github } = loaded;
    const referenceEnvironment = {
      environment,
      github: github.values,
      project,
      command: "validate",
      context: "",
      inherited: undefined,
      secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
      trusted: trust.trusted,
    };
    const values = new Values(manifest.values, given, [], environmentLookup(referenceEnvironment));
    const { tasks, declaredNames } = manifest;
    const problems = await checkEverywhere({ tasks, declaredNames, processors, values, referenceEnvironment });
    if (problems.length > 0) return invalidManifest(problems);
    const wrong = values.checkGiven();
    return wrong.length > 0 ? inputFailure(wrong) : undefined;
  }

  /** Every declared secret that is set is masked before anything is printed. */
  #maskSecrets(declared: readonly DeclaredSecret[], open: ReadonlySet<string>): void {
    this.#secrets.spare(open);
    for (const { name, value } of declared) this.#secrets.add(value, `secret "${name}"`);
    const hidden = declared.filter(({ value }) => !open.has(value.trim()));
    this.#host.handover.keepSecret(hidden.map(({ variable }) => variable));
  }

  /** The built-in hooks that show things, then the repository's own, in order. */
  async #startHooks(own: readonly Hook[]): Promise<void> {
    const uses = this.#loaded?.manifest.project?.hooks ?? [];
    const configured = new Map(uses.filter((use) => !isModule(use)).map((use) => [use.use, use]));
    const shown = await this.#host.hooks({
      summary: this.#settings.summary,
      reportPath: () => (this.#reporter.lost ? "" : (this.#reportPath() ?? "")),
      sources: this.#sources,
      warn: (diagnostic) => this.#reporter.diagnose(diagnostic),
      mappedOutputs: () => this.#mappedOutputs(),
      comment: this.#pullRequestSession?.comment(this.#commentPurpose, this.#loaded?.manifest.project, (one) =>
        this.#reporter.diagnose(one),
      ),
      redact: (text) => this.#redactor.text(text),
      secretsIn: (text) => this.#secrets.within(text),
      heldBack: () => this.#heldBack(),
    });
    const limited = shown.map((hook) => {
      const on = configured.get(hook.name)?.on;
      return on ? { ...hook, commands: on } : hook;
    });
    this.#reporter.start([...limited, ...own]);
  }

  #reportFile(): ReportFile | undefined {
    const path = this.#reportPath();
    const { workingDirectory = "." } = this.#settings;
    const workspace = workspaceRoot(this.#host, resolvePath(this.#host.directory, workingDirectory));
    return path === undefined ? undefined : { path, workspace, asked: this.#settings.reportPath !== undefined };
  }

  #reportPath(): string | undefined {
    const { reportPath, workingDirectory } = this.#settings;
    if (reportPath === undefined) return this.#host.defaultReportPath;
    return resolvePath(this.#host.directory, workingDirectory ?? ".", reportPath);
  }

  /** Outputs of tasks that are not shown as they are, because they hold a secret. */
  #heldBack(): readonly { readonly name: string; readonly text: string }[] {
    const [outcome, second] = this.#outcomes;
    if (!outcome || second) return [];
    return outcome.report.tasks.flatMap(({ name: task, outputs }) =>
      Object.entries(outputs).flatMap(([name, value]) => {
        const text = typeof value === "string" ? value : JSON.stringify(value);
        return this.#redactor.value(value) === value ? [] : [{ name: `${task}:${name}`, text }];
      }),
    );
  }

  #mappedOutputs(): JsonObject {
    const [loaded, capabilities] = [this.#loaded, this.#capabilities];
    const [outcome] = this.#outcomes;
    const project = loaded?.manifest.project;
    // With several contexts there is no one output to map.
    if (!loaded || !capabilities || !project || !outcome || this.#outcomes.length > 1) return {};
    // Of state that was not read nothing can be said.
    if (!outcome.entries) return {};
    const { command } = this.#settings;
    const context = outcome.report.name;
    const around = outsideLookup(capabilities, loaded, command, context);
    const scope = { command, context, inherited: undefined };
    return mappedOutputs(project, outcome.entries, scope, around, (one) => this.#reporter.diagnose(one));
  }
}

/** One failure for all contexts: that of the first which failed, with everybody's details. */
function joinedFailure(outcomes: readonly ContextOutcome[]): Failure | undefined {
  const failed = outcomes.flatMap(({ failure: one, report }) => (one ? [{ one, name: report.name }] : []));
  const [first] = failed;
  if (!first) return undefined;
  if (outcomes.length === 1) return first.one;
  const message = failed.map(({ one, name }) => `${name}: ${one.message}`).join("; ");
  const told = failed.flatMap(({ one, name }) => toldOf({ ...one, message: `${name}: ${one.message}` }));
  return failure(first.one.reason, message, distinct(told));
}

function emptyContext(name: string): ContextReport {
  const state = { backend: "", lineage: null, serial: 0, revision: null };
  return { name, order: [], planDigest: null, state, counts: emptyCounts(), tasks: [], failureReason: null };
}

/** A module that does not do what it is called for; or a bug: the message, the stack, and what caused it. */
function internalFailure(thrown: unknown): Failure {
  if (thrown instanceof ModuleFailure) return invalidManifest([thrown.diagnostic]);
  return failure("internal", `internal error, please report it: ${wholeStackOf(thrown)}`);
}
