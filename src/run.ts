import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";
import type { Settings } from "./action/inputs.ts";
import { chooseContexts } from "./context/rules.ts";
import { buildGraph } from "./engine/dependencies.ts";
import { type Diagnostic, err, type Failure, failure } from "./engine/diagnostic.ts";
import type { RunEvent } from "./engine/events.ts";
import type { Json, JsonObject } from "./engine/json.ts";
import { surroundingsLookup } from "./engine/lookup.ts";
import type { ContextReport, RunInfo, RunReport } from "./engine/model.ts";
import { findRecorded } from "./engine/outputs.ts";
import type { Hook } from "./engine/ports.ts";
import { redactEvent, redactFailure, redactReport } from "./engine/redact-report.ts";
import { createRedactor } from "./engine/redactor.ts";
import { ScopeMatcher } from "./engine/scope.ts";
import { type Found, resolve } from "./engine/variables.ts";
import { outputNameProblem } from "./hooks/outputs.ts";
import { renderReport } from "./hooks/report.ts";
import { systemClock } from "./node/clock.ts";
import { ProcessGroups } from "./node/process-groups.ts";
import { verbatimFields } from "./processors/verbatim.ts";
import { type Command, resolveCommand } from "./run/commands.ts";
import { type ContextOutcome, runContext } from "./run/context-run.ts";
import type { Host } from "./run/host.ts";
import { givenValues, type Loaded, load, statePath } from "./run/load.ts";
import { isModule, loadHooks, loadKinds, shownPath } from "./run/modules.ts";
import { FileStore } from "./state/file-store.ts";

/** What a run came to. */
export interface RunResult {
  readonly exitCode: 0 | 1;
  readonly report: RunReport;
}

/** Runs one command from its settings to the exit status. The place where all parts are put together. */
export async function run(settings: Settings, host: Host): Promise<RunResult> {
  return new Run(settings, host).run();
}

/** Reports a run that could not begin: its inputs are wrong. */
export async function refuse(
  command: string,
  problems: readonly Diagnostic[],
  settings: Pick<Settings, "summary"> & Partial<Settings>,
  host: Host,
): Promise<RunResult> {
  const message = problems.length === 1 ? (problems[0]?.message ?? "") : `${problems.length} inputs are wrong`;
  return new Run({ ...settings, command } as Settings, host).end([], failure("invalid-input", message, problems));
}

class Run {
  readonly #settings: Settings;
  readonly #host: Host;
  readonly #clock = systemClock;
  readonly #redactor = createRedactor();
  readonly #groups = new ProcessGroups();
  readonly #sources = new Map<string, string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #began = systemClock.now();
  #hooks: readonly Hook[] | undefined;
  /** Events from before the hooks were there. */
  #early: RunEvent[] = [];
  #project = "";
  #loaded: Loaded | undefined;
  #outcomes: readonly ContextOutcome[] = [];

  constructor(settings: Settings, host: Host) {
    this.#settings = settings;
    this.#host = host;
  }

  async run(): Promise<RunResult> {
    const { token, encryptionKey, planSigningKey } = this.#settings;
    for (const secret of [token, encryptionKey, planSigningKey]) if (secret) this.#addSecret(secret);
    const { signal } = this.#host;
    signal.addEventListener("abort", () => this.#emit({ type: "cancelling", signal: String(signal.reason) }), {
      once: true,
    });
    let failed: Failure | undefined;
    try {
      failed = await this.#run();
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      failed = failure("internal", `internal error, please report it: ${thrown.message}\n${stackOf(thrown)}`);
    }
    return this.end(
      this.#outcomes.map(({ report }) => report),
      failed,
    );
  }

  async #run(): Promise<Failure | undefined> {
    const settings = this.#settings;
    const host = this.#host;
    const loading = await load(settings, host);
    if (!loading.ok) return loading.error;
    const loaded = loading.value;
    const { manifest, trust, project, workspace } = loaded;
    this.#loaded = loaded;
    this.#project = project;
    for (const [shown, text] of manifest.sources) this.#sources.set(shown, text);
    this.#maskSecrets(loaded);
    this.#emit({
      type: "run-started",
      command: settings.command,
      version: host.version,
      trusted: trust.trusted,
      why: trust.why,
    });

    const given = givenValues(settings, workspace, this.#sources);
    if (!given.ok) return given.error;
    const broken = manifest.diagnostics.some((one) => one.severity === "error");
    for (const diagnostic of manifest.diagnostics) if (!broken) this.#diagnose(diagnostic);
    if (broken) return manifestFailure([...manifest.diagnostics, ...this.#furtherProblems(loaded)]);
    const resolved = resolveCommand(settings.command, settings.planCommand, manifest.project?.commands ?? {});
    if (!resolved.ok) return resolved.error;
    const command = resolved.value;
    const refused = this.#refuse(command, loaded);
    if (refused) return refused;
    const chosen = this.#chooseContexts(command, loaded);
    if (!chosen.ok) {
      if (command.does !== "validate" || settings.context !== undefined || chosen.error.reason !== "no-context")
        return chosen.error;
      const message =
        "this run leads to no context, so only what all contexts share was checked; name one to check values, secrets and scopes";
      this.#diagnose({ severity: "notice", code: "no-context", message });
      return undefined;
    }
    const choices = chosen.value;
    const contexts = choices.map(({ name }) => name);
    this.#emit({
      type: "manifest-loaded",
      project,
      files: manifest.files.length,
      tasks: manifest.tasks.length,
      contexts,
    });
    if (command.does === "contexts") {
      this.#outcomes = choices.map(({ name }) => ({ report: emptyContext(name), failure: null, entries: new Map() }));
      return undefined;
    }
    const kinds = await loadKinds({ loaded, environment: host.environment, groups: this.#groups });
    if (!kinds.ok) return manifestFailure(kinds.error);
    const ownHooks = await loadHooks(loaded);
    if (!ownHooks.ok) return manifestFailure(ownHooks.error);
    const hookProblems = this.#checkHooks(loaded);
    if (hookProblems.length > 0) return manifestFailure(hookProblems);
    await this.#startHooks(ownHooks.value);

    const outcomes: ContextOutcome[] = [];
    for (const choice of choices) {
      if (host.signal.aborted) break;
      outcomes.push(
        await runContext(
          {
            settings,
            command,
            loaded,
            environment: host.environment,
            given: given.value,
            processors: kinds.value,
            hooks: ownHooks.value.filter((hook) => hook.around),
            clock: this.#clock,
            redactor: this.#redactor,
            signal: host.signal,
            run: runInfo(host),
            version: host.version,
            openStore: (context) =>
              new FileStore({
                statePath: statePath(settings, manifest, loaded.workingDirectory),
                project,
                context,
                writer: host.version,
                clock: this.#clock,
              }),
            saveRecovery: (context, text) => this.#saveRecovery(context, text),
            emit: (event) => this.#emit(event),
          },
          choice,
        ),
      );
      this.#outcomes = outcomes;
    }
    if (host.signal.aborted && outcomes.length < choices.length) return failure("cancelled", "the run was cancelled");
    return joinedFailure(outcomes);
  }

  /** What the order of the sound tasks tells, so that a manifest with errors gets all of them at once. */
  #furtherProblems(loaded: Loaded): readonly Diagnostic[] {
    const { tasks, declaredNames, project } = loaded.manifest;
    const command = resolveCommand(this.#settings.command, this.#settings.planCommand, project?.commands ?? {});
    const chosen = command.ok ? this.#chooseContexts(command.value, loaded) : command;
    if (!command.ok || !chosen.ok) return [];
    const found = chosen.value.flatMap(({ name, inherits }) => {
      const scope = new ScopeMatcher({ command: command.value.scopeName, context: name, inherited: inherits });
      return buildGraph(tasks, scope, declaredNames, (task) => verbatimFields(task.apiVersion, task.kind)).diagnostics;
    });
    return distinct(found);
  }

  /** Why this command may not run here at all. */
  #refuse(command: Command, { trust, manifest, workspace }: Loaded): Failure | undefined {
    const { context } = this.#settings;
    if (command.writes && !trust.trusted) {
      const message = `the command ${command.called} would act, and this run may not: ${trust.why}`;
      return failure("untrusted", message, [
        {
          severity: "error",
          code: "untrusted",
          message,
          suggestion: "Use `plan` for such events, and let a push or a manual run apply.",
        },
      ]);
    }
    if (command.does === "delete" && context === undefined) {
      const message = `the command ${command.called} deletes everything that is recorded, so it needs an explicit "context"`;
      return failure("invalid-input", message, [
        { severity: "error", code: "invalid-input", message, suggestion: "Set the input `context`." },
      ]);
    }
    const { backend, path } = manifest.project?.state ?? {};
    const away = path === undefined ? undefined : workspace.normalize(path, { folder: true });
    if (away && !away.ok) {
      const location = manifest.project?.locate("/spec/state/path");
      const message = `the state path of the Project leads out of the workspace: ${away.error}`;
      const suggestion = "Use a path inside, or the input `state-path`.";
      return manifestFailure([
        { severity: "error", code: "path-escape", message, ...(location ? { location } : {}), suggestion },
      ]);
    }
    if (this.#settings.state.backend === undefined && backend !== undefined && backend !== "file") {
      const message = `the state backend "${backend}" is not available yet`;
      const location = manifest.project?.locate("/spec/state/backend");
      return failure("invalid-input", message, [
        {
          severity: "error",
          code: "invalid-input",
          message,
          ...(location ? { location } : {}),
          suggestion: "Use `file`.",
        },
      ]);
    }
    return undefined;
  }

  #chooseContexts(command: Command, { manifest, github, trust, project }: Loaded) {
    const { environment } = this.#host;
    const lookup = surroundingsLookup({
      environment,
      github: github.values,
      project,
      command: command.scopeName,
      context: this.#settings.context ?? "",
      inherited: undefined,
      secrets: new Map(),
      trusted: trust.trusted,
    });
    const chosen = chooseContexts({
      project: manifest.project,
      given: this.#settings.context,
      environment,
      event: github.event,
      lookup,
    });
    if (!chosen.ok || chosen.value.length < 2 || !command.writes) return chosen;
    const names = chosen.value.map(({ name }) => name).join(", ");
    const message = `this event leads to several contexts (${names}), and the command ${command.called} acts on one`;
    const suggestion = "Set the input `context`, for example from a job matrix made with the command `contexts`.";
    return err(failure("invalid-input", message, [{ severity: "error", code: "invalid-input", message, suggestion }]));
  }

  /** Every declared secret that is set is masked before anything is printed. */
  #maskSecrets({ manifest, trust }: Loaded): void {
    if (!trust.trusted) return;
    for (const { env, contexts } of manifest.secrets) {
      for (const name of [env, ...Object.values(contexts)]) {
        const value = this.#host.environment[name];
        if (value) this.#addSecret(value);
      }
    }
  }

  #addSecret(value: string): void {
    this.#redactor.add(value);
    this.#host.mask(value);
  }

  #checkHooks({ manifest }: Loaded): Diagnostic[] {
    const { project } = manifest;
    const found: Diagnostic[] = [];
    for (const [index, use] of (project?.hooks ?? []).entries()) {
      if (!project || use.use !== "outputs") continue;
      const map = use.with.map;
      for (const name of Object.keys(typeof map === "object" && map !== null ? map : {})) {
        const message = outputNameProblem(name);
        if (message)
          found.push({
            severity: "error",
            code: "bad-output-name",
            message,
            location: project.locate(`/spec/hooks/${index}/with/map/${name}`, { key: true }),
          });
      }
    }
    return found;
  }

  /** Built-in hooks that show, unless the project turns them off, then the repository's own, in order. */
  async #startHooks(own: readonly Hook[]): Promise<void> {
    if (this.#hooks) return;
    const configured = new Map(
      (this.#loaded?.manifest.project?.hooks ?? []).filter((use) => !isModule(use)).map((use) => [use.use, use]),
    );
    const shown = await this.#host.hooks({
      summary: this.#settings.summary,
      reportPath: this.#reportPath() ?? "",
      sources: this.#sources,
      warn: (diagnostic) => this.#diagnose(diagnostic),
      mappedOutputs: () => this.#mappedOutputs(),
      redact: (text) => this.#redactor.text(text),
    });
    const limited = shown.map((hook) => {
      const on = configured.get(hook.name)?.on;
      return on ? { ...hook, commands: on } : hook;
    });
    this.#hooks = [...limited, ...own].filter(
      (hook) => !hook.commands || hook.commands.includes(this.#settings.command),
    );
    for (const event of this.#early) this.#emit(event);
    this.#early = [];
  }

  #emit(event: RunEvent): void {
    const shown = redactEvent(event, this.#redactor);
    if (event.type === "diagnostic" && (!this.#hooks || !this.#early.includes(event)))
      this.#diagnostics.push(event.diagnostic);
    if (!this.#hooks) {
      this.#early.push(event);
      return;
    }
    for (const hook of this.#hooks) {
      try {
        hook.on?.(shown);
      } catch (error) {
        // A failing reporter never changes what the run does.
        this.#hooks = this.#hooks.filter((other) => other !== hook);
        this.#diagnose({
          severity: "warning",
          code: "hook-failed",
          message: `the hook "${hook.name}" failed and is not called again: ${(error as Error).message}`,
        });
      }
    }
  }

  #diagnose(diagnostic: Diagnostic): void {
    this.#emit({ type: "diagnostic", diagnostic });
  }

  /** Ends the run: the last event, the report, what hooks do at the end. */
  async end(contexts: readonly ContextReport[], failed: Failure | undefined): Promise<RunResult> {
    await this.#startHooks([]);
    const shownFailure = failed ? redactFailure(failed, this.#redactor) : null;
    if (shownFailure)
      for (const diagnostic of shownFailure.diagnostics)
        if (!this.#diagnostics.includes(diagnostic)) this.#diagnose(diagnostic);
    const report = (): RunReport =>
      redactReport(
        {
          format: "opus-report",
          version: 1,
          command: this.#settings.command,
          project: this.#project,
          result: failed === undefined ? "success" : failed.reason === "cancelled" ? "cancelled" : "failure",
          failureReason: failed?.reason ?? null,
          diagnostics: this.#diagnostics,
          contexts,
        },
        this.#redactor,
      );
    this.#emit({
      type: "run-finished",
      report: report(),
      failure: shownFailure,
      elapsedMs: this.#clock.now() - this.#began,
    });
    const signal = AbortSignal.timeout(60_000);
    for (const hook of this.#hooks ?? []) {
      try {
        await hook.finish?.(report(), signal);
      } catch (error) {
        this.#diagnose({
          severity: "warning",
          code: "hook-failed",
          message: `the hook "${hook.name}" failed at the end: ${(error as Error).message}`,
        });
      }
    }
    const final = report();
    this.#writeReport(final);
    return { exitCode: failed === undefined ? 0 : 1, report: final };
  }

  #reportPath(): string | undefined {
    const { reportPath } = this.#settings;
    if (reportPath !== undefined)
      return resolvePath(this.#host.directory, this.#settings.workingDirectory ?? ".", reportPath);
    return this.#host.defaultReportPath;
  }

  #writeReport(report: RunReport): void {
    const path = this.#reportPath();
    if (path === undefined) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(renderReport(report), null, 2)}\n`);
    } catch (error) {
      this.#diagnose({
        severity: "warning",
        code: "report-not-written",
        message: `the report could not be written to ${path}: ${(error as Error).message}`,
      });
    }
  }

  #saveRecovery(context: string, text: string): string {
    const folder = this.#host.environment.RUNNER_TEMP || this.#loaded?.workingDirectory || ".";
    const single = this.#outcomes.length === 0;
    const path = join(folder, single ? "opus-recovery.json" : `opus-recovery-${context}.json`);
    writeFileSync(path, text, { mode: 0o600 });
    return shownPath(path, this.#host.directory);
  }

  /** `map` of the outputs hook, once the run is over. What can't be found is left out with a warning. */
  #mappedOutputs(): JsonObject {
    const loaded = this.#loaded;
    const project = loaded?.manifest.project;
    const [outcome] = this.#outcomes;
    if (!loaded || !project || !outcome || this.#outcomes.length > 1) return {};
    const mapped: { [name: string]: Json } = {};
    for (const [index, use] of project.hooks.entries()) {
      const map = use.use === "outputs" ? use.with.map : undefined;
      for (const [name, template] of Object.entries(typeof map === "object" && map !== null ? map : {})) {
        const resolved = resolve(template as Json, (reference) => this.#outputReference(loaded, outcome, reference));
        const [problem] = resolved.problems;
        if (!problem) mapped[name] = resolved.value;
        else {
          const location = project.locate(`/spec/hooks/${index}/with/map/${name}`);
          this.#diagnose({
            severity: "warning",
            code: "output-not-set",
            message: `the output "${name}" is not set: ${problem.message}`,
            location,
          });
        }
      }
    }
    return mapped;
  }

  #outputReference(
    loaded: Loaded,
    outcome: ContextOutcome,
    reference: Parameters<ReturnType<typeof surroundingsLookup>>[0],
  ): Found {
    const context = outcome.report.name;
    const command = this.#settings.command;
    if (reference.source === "VAR") {
      const [task = "", key = ""] = reference.name.split(":");
      return findRecorded(task, outcome.entries.get(task), key, { command, context, inherited: undefined });
    }
    const { environment } = this.#host;
    return surroundingsLookup({
      environment,
      github: loaded.github.values,
      project: loaded.project,
      command,
      context,
      inherited: undefined,
      secrets: new Map(),
      trusted: loaded.trust.trusted,
    })(reference);
  }
}

function runInfo({ environment }: Host): RunInfo {
  const {
    GITHUB_RUN_ID: id = "",
    GITHUB_RUN_ATTEMPT: attempt = "1",
    GITHUB_SHA: sha = "",
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
  } = environment;
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}/attempts/${attempt}` : "";
  return { id, attempt: Number(attempt) || 1, sha, url };
}

function manifestFailure(diagnostics: readonly Diagnostic[]): Failure {
  const errors = diagnostics.filter((one) => one.severity === "error");
  return failure(
    "invalid-manifest",
    errors.length === 1 ? (errors[0]?.message ?? "") : `the manifest has ${errors.length} errors`,
    diagnostics,
  );
}

/** Without those that say the same of the same place: several contexts share one manifest. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** One failure for all contexts: that of the first which failed, with everybody's details. */
function joinedFailure(outcomes: readonly ContextOutcome[]): Failure | undefined {
  const failed = outcomes.flatMap(({ failure: one, report }) => (one ? [{ one, name: report.name }] : []));
  const [first] = failed;
  if (!first) return undefined;
  if (outcomes.length === 1) return first.one;
  const message = failed.map(({ one, name }) => `${name}: ${one.message}`).join("; ");
  return failure(first.one.reason, message, distinct(failed.flatMap(({ one }) => one.diagnostics)));
}

function emptyContext(name: string): ContextReport {
  const counts = {
    create: 0,
    update: 0,
    replace: 0,
    delete: 0,
    adopt: 0,
    forget: 0,
    noop: 0,
    failed: 0,
    skipped: 0,
    unknown: 0,
  };
  return {
    name,
    order: [],
    planDigest: null,
    state: { backend: "", lineage: null, serial: 0, revision: null },
    counts,
    tasks: [],
    failureReason: null,
  };
}

/** The stack of an error and of what caused it. */
function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${stackOf(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
