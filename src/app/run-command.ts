import { resolve as resolvePath } from "node:path";
import type { Settings, SureSettings } from "../action/inputs.ts";
import { type Diagnostic, type Failure, failure, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../engine/json/json.ts";
import type { ContextReport, RunReport } from "../engine/model/model.ts";
import { emptyCounts } from "../engine/plan/plan-model.ts";
import type { Hook } from "../engine/ports/ports.ts";
import { checkEverywhere } from "../engine/prepare/check-everywhere.ts";
import { surroundingsLookup } from "../engine/references/lookup.ts";
import { Values } from "../engine/references/values.ts";
import type { Occasion } from "../hooks/comment/update-preview.ts";
import { systemClock } from "../node/clock.ts";
import { checkout } from "../node/git/checkout.ts";
import { planDigester } from "../node/plan-digester.ts";
import { ProcessGroups } from "../node/processes/process-groups.ts";
import { placeFiles } from "../processors/file/place-files.ts";
import { ModuleFailure } from "../processors/module/modules.ts";
import type { Sealing } from "../state/seal/seal.ts";
import {
  type Admission,
  admit,
  distinct,
  inputFailure,
  invalidManifest,
  outsideLookup,
} from "./authorize/authorize-run.ts";
import { openPowers, type Powers } from "./authorize/capabilities.ts";
import type { ContextRunner, OpenedStore } from "./context/context-services.ts";
import { FleetingFiles } from "./context/fleeting-files.ts";
import { type ContextOutcome, runContext } from "./context/run-context.ts";
import { patience } from "./context/store-deadline.ts";
import { isModule, loadHooks, loadKinds } from "./extensions/load-extensions.ts";
import type { Host } from "./host.ts";
import { givenValues, type Loaded, load, workspaceRoot } from "./load/load-project.ts";
import { planSeals } from "./pull-request/preview-signature.ts";
import { Conversation } from "./pull-request/pull-request-session.ts";
import type { Joined } from "./report/join/join-reports.ts";
import { checkMappedOutputs, mappedOutputs } from "./report/mapped-outputs.ts";
import type { ReportFile } from "./report/report-file.ts";
import { Reporting, toldOf } from "./report/reporter.ts";
import { runInfo } from "./run-info.ts";
import { passwordsInAddresses } from "./secrets/address-secrets.ts";
import { type DeclaredSecret, declaredSecrets, openNames, secretWarnings } from "./secrets/declared-secrets.ts";
import { KnownSecrets } from "./secrets/secret-registry.ts";
import { removeLeftFolders } from "./state/local-folders.ts";
import { openSealing, secretSettings } from "./state/open-seal.ts";
import { keepRecovery } from "./state/recovery-file.ts";
import { ElsewhereLook } from "./state/state-elsewhere.ts";
import { type StatePlace, statePlace } from "./state/state-location.ts";
import { Stores } from "./state/stores.ts";
import { strayFailure, wholeStackOf } from "./stray-errors.ts";

/** What a run came to. */
export interface RunResult {
  readonly exitCode: 0 | 1;
  readonly report: RunReport;
}

/** Runs one command from its settings to the exit status. The place where all parts are put together. */
export async function run(settings: Settings, host: Host): Promise<RunResult> {
  return new Run(settings, host).run((runner) => runner.start(settings));
}

/** Reports a run that could not begin, because its inputs are wrong. */
export async function refuse(settings: SureSettings, problems: readonly Diagnostic[], host: Host): Promise<RunResult> {
  return new Run(settings, host).run(async () => inputFailure(problems));
}

class Run {
  readonly #settings: SureSettings;
  readonly #host: Host;
  readonly #redactor: Host["redactor"];
  readonly #secrets: KnownSecrets;
  readonly #groups = new ProcessGroups();
  readonly #sources = new Map<string, string>();
  readonly #reporting: Reporting;
  #loaded: Loaded | undefined;
  /** Undefined: nothing of the repository was loaded, so there is nothing that could act. */
  #powers: Powers | undefined;
  #place: StatePlace | undefined;
  #stores: Stores | undefined;
  #elsewhere: ElsewhereLook | undefined;
  #conversation: Conversation | undefined;
  #occasion: Occasion | undefined;
  /** Reports of other runs that this one joins. */
  #joined: Joined | undefined;
  readonly #outcomes: ContextOutcome[] = [];

  constructor(settings: SureSettings, host: Host) {
    this.#settings = settings;
    this.#host = host;
    this.#redactor = host.redactor;
    this.#secrets = new KnownSecrets(this.#redactor, host.mask);
    this.#reporting = new Reporting(settings.command, systemClock, this.#redactor);
  }

  /** Whatever happens in between, the run ends with a report. */
  async run(work: (run: Run) => Promise<Failure | undefined>): Promise<RunResult> {
    const beforehand = [...secretSettings(this.#settings), ...passwordsInAddresses(this.#host.environment)];
    for (const [secret, what] of beforehand) this.#secrets.add(secret, what);
    const { signal, urgent } = this.#host;
    urgent.addEventListener("abort", () => this.#groups.hurry(), { once: true });
    const onAbort = (): void => this.#reporting.emit({ type: "cancelling", signal: String(signal.reason) });
    signal.addEventListener("abort", onAbort, { once: true });
    const ended = await work(this).catch(internalFailure);
    const stray = this.#host.stray();
    const failed = stray === undefined ? ended : strayFailure(stray);
    this.#elsewhere?.dispose();
    await this.#stores?.dispose();
    if (this.#loaded?.trust.trusted) removeLeftFolders(this.#host);
    if (!this.#reporting.started) await this.#startHooks([]);
    const contexts = this.#joined?.contexts ?? this.#outcomes.map(({ report }) => report);
    const project = this.#joined?.project ?? this.#loaded?.project ?? "";
    const report = await this.#reporting.end(project, contexts, failed, this.#reportFile());
    await this.#conversation?.dispose();
    signal.removeEventListener("abort", onAbort);
    return { exitCode: failed === undefined && this.#reporting.ended === undefined ? 0 : 1, report };
  }

  async start(settings: Settings): Promise<Failure | undefined> {
    const host = this.#host;
    if (settings.command === "report") return this.#join(settings);
    const loading = await load(settings, host);
    if (!loading.ok) return loading.error;
    const loaded = loading.value;
    const { manifest, trust, project } = loaded;
    this.#loaded = loaded;
    const powers = openPowers(loaded, host, this.#groups, settings);
    this.#powers = powers;
    for (const [shown, text] of manifest.sources) this.#sources.set(shown, text);
    const admitted = admit(settings, powers, loaded);
    const declared = declaredSecrets(loaded, powers.environment);
    const chosen = admitted.ok ? admitted.value.choices.map(({ name }) => name) : [settings.context ?? []].flat();
    const open = openNames(loaded, chosen);
    this.#maskSecrets(declared, open);
    const { command: called } = settings;
    this.#reporting.emit({
      type: "run-started",
      command: called,
      version: host.version,
      trusted: trust.trusted,
      why: trust.why,
    });

    const requests = { granted: powers.mayRequest, why: trust.why };
    const conversation = new Conversation({ settings, host, github: loaded.github, trusted: trust.trusted, requests });
    this.#conversation = conversation;
    this.#occasion = conversation.occasion(undefined);
    const given = givenValues(settings, loaded.workspace, this.#sources);
    if (!given.ok) return given.error;
    if (!admitted.ok) return admitted.error;
    const { command, choices } = admitted.value;
    this.#occasion = conversation.occasion(command);
    if (command.called === "plan") this.#reporting.previews(command.scopeName);
    const warnings = [...manifest.diagnostics, ...secretWarnings(declared, manifest.sources, open)];
    for (const warning of warnings) this.#reporting.diagnose(warning);
    const contexts = choices.map(({ name }) => name);
    const { files, tasks } = manifest;
    this.#reporting.emit({ type: "manifest-loaded", project, files: files.length, tasks: tasks.length, contexts });
    if (command.does === "contexts") {
      for (const name of contexts)
        this.#outcomes.push({ report: emptyContext(name), failure: null, entries: undefined });
      return undefined;
    }

    // Of interest on pull requests alone.
    let kindsChanged = false;
    if (conversation.pullRequest !== undefined) {
      const { moduleChanges } = await import("./extensions/changed-extensions.ts");
      const { diagnostics, ofKinds } = await moduleChanges(loaded);
      for (const change of diagnostics) this.#reporting.diagnose(change);
      kindsChanged = ofKinds;
    }
    const kinds = await loadKinds({ loaded, powers, version: host.version, modules: host.modules });
    if (!kinds.ok) return invalidManifest(kinds.error);
    const ownHooks = await loadHooks(loaded, powers, host.modules);
    const wrongOutputs = checkMappedOutputs(manifest.project);
    if (!ownHooks.ok || wrongOutputs.length > 0)
      return invalidManifest([...(ownHooks.ok ? [] : ownHooks.error), ...wrongOutputs]);
    await this.#startHooks(ownHooks.value);
    const { encryptionKey, planSigningKey } = powers;
    const { initialize } = settings;
    const sealing = await openSealing({ encryptionKey, initialize }, host, (weak) => this.#reporting.diagnose(weak));
    if (!sealing.ok) return sealing.error;
    return this.#runContexts(admitted.value, {
      settings,
      command,
      loaded,
      environment: powers.environment,
      placeFiles: placeFiles(powers.files),
      given: given.value,
      processors: kinds.value,
      kindsChanged,
      hooks: ownHooks.value.filter((hook) => hook.around),
      clock: systemClock,
      redactor: this.#redactor,
      conceal: (text, what) => this.#secrets.add(text, what),
      signal: host.signal,
      urgent: host.urgent,
      giveUp: patience(host.signal, host.urgent),
      run: runInfo(host),
      version: host.version,
      digest: planDigester(planSigningKey),
      seals: planSeals(planSigningKey, conversation.repository, planDigester),
      fleeting: new FleetingFiles(powers.environment, loaded),
      previews: conversation.previews(project),
      pullRequest: conversation.pullRequest,
      sealing: sealing.value,
      openStore: (context, name) => this.#openStore(settings, loaded, powers, sealing.value, context, name),
      keepRecovery: (context, text, failed, backend) =>
        keepRecovery(context, text, failed, {
          settings,
          host,
          project: manifest.project,
          projectName: project,
          backend,
        }),
      emit: this.#reporting.emit,
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
    const conversation = new Conversation({ settings, host, github, trusted: trust.trusted, requests });
    this.#conversation = conversation;
    const { command, version } = { command: settings.command, version: host.version };
    this.#reporting.emit({ type: "run-started", command, version, trusted: true, why: trust.why });
    const joined = joinReports(settings, workspace);
    if (!joined.ok) return joined.error;
    this.#joined = joined.value;
    this.#reporting.joins(joined.value);
    this.#occasion = conversation.occasionOfReports(joined.value);
    for (const text of joinedLines(joined.value)) this.#reporting.emit({ type: "progress", text });
    await this.#startHooks([]);
    return undefined;
  }

  async #openStore(
    settings: Settings,
    loaded: Loaded,
    { stateFiles }: Powers,
    sealing: Sealing | undefined,
    context: string,
    name?: string,
  ): Promise<Result<OpenedStore, Failure>> {
    const { manifest, project, workingDirectory } = loaded;
    if (!this.#stores || !this.#place) {
      const place = await statePlace(settings, manifest.project, this.#host, workingDirectory, checkout);
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
        onProgress: (text) => this.#reporting.emit({ type: "progress", text }),
      });
    }
    const said = manifest.project?.state ?? {};
    const custody = { groups: this.#groups, handover: this.#host.handover, place: this.#place, said };
    const store = await this.#stores.open(context, name);
    const elsewhere = name === undefined ? await this.#elsewhere?.find(store, context, this.#host.signal) : undefined;
    return ok({ store, custody, elsewhere });
  }

  /** One after the other; one that fails does not stop the next. */
  async #runContexts({ choices }: Admission, runner: ContextRunner): Promise<Failure | undefined> {
    if (choices.length === 0) {
      const message =
        "this run leads to no context, so only what all contexts share was checked; name one to check values, secrets and scopes";
      this.#reporting.diagnose({ severity: "notice", code: "no-context", message });
      return this.#validateEverywhere(runner);
    }
    for (const choice of choices) {
      if (runner.signal.aborted) return failure("cancelled", "the run was cancelled");
      this.#outcomes.push(await runContext(runner, choice));
    }
    const note = runner.fleeting.note();
    if (note) this.#reporting.diagnose(note);
    return joinedFailure(this.#outcomes);
  }

  /** What holds in every context. */
  async #validateEverywhere({ loaded, given, processors, environment }: ContextRunner): Promise<Failure | undefined> {
    const { manifest, project, trust, github } = loaded;
    const surroundings = {
      environment,
      github: github.values,
      project,
      command: "validate",
      context: "",
      inherited: undefined,
      secrets: new Map(manifest.secrets.map((secret) => [secret.name, secret])),
      trusted: trust.trusted,
    };
    const values = new Values(manifest.values, given, [], surroundingsLookup(surroundings));
    const { tasks, declaredNames } = manifest;
    const problems = await checkEverywhere({ tasks, declaredNames, processors, values, surroundings });
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
      reportPath: () => (this.#reporting.lost ? "" : (this.#reportPath() ?? "")),
      sources: this.#sources,
      warn: (diagnostic) => this.#reporting.diagnose(diagnostic),
      mappedOutputs: () => this.#mappedOutputs(),
      comment: this.#conversation?.comment(this.#occasion, this.#loaded?.manifest.project, (one) =>
        this.#reporting.diagnose(one),
      ),
      redact: (text) => this.#redactor.text(text),
      secretsIn: (text) => this.#secrets.within(text),
      heldBack: () => this.#heldBack(),
    });
    const limited = shown.map((hook) => {
      const on = configured.get(hook.name)?.on;
      return on ? { ...hook, commands: on } : hook;
    });
    this.#reporting.start([...limited, ...own]);
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
    const [loaded, powers] = [this.#loaded, this.#powers];
    const [outcome] = this.#outcomes;
    const project = loaded?.manifest.project;
    // With several contexts there is no one output to map.
    if (!loaded || !powers || !project || !outcome || this.#outcomes.length > 1) return {};
    // Of state that was not read nothing can be said.
    if (!outcome.entries) return {};
    const { command } = this.#settings;
    const context = outcome.report.name;
    const around = outsideLookup(powers, loaded, command, context);
    const scope = { command, context, inherited: undefined };
    return mappedOutputs(project, outcome.entries, scope, around, (one) => this.#reporting.diagnose(one));
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
