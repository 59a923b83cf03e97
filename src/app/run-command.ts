import type { Settings, SureSettings } from "../action/inputs.ts";
import type { Diagnostic, Failure, Result } from "../engine/diagnostics/diagnostic.ts";
import { commandNamed } from "../engine/model/commands.ts";
import type { GivenValue } from "../engine/references/values.ts";
import { systemClock } from "../node/clock.ts";
import { planDigester } from "../node/plan-digester.ts";
import type { Sealing } from "../state/seal/seal.ts";
import { type AuthorizedRun, asksForAll, authorizeRun } from "./authorize/authorize-run.ts";
import { type Capabilities, openCapabilities } from "./authorize/capabilities.ts";
import { inputFailure } from "./authorize/invalid-manifest.ts";
import { openCheckSession } from "./check/check-session.ts";
import { type ProgramCommands, programCommands } from "./commands.ts";
import type { ContextServices } from "./context/context-services.ts";
import { RunStores } from "./context/open/run-stores.ts";
import { storeDeadline } from "./context/open/store-deadline.ts";
import { EphemeralFiles } from "./context/plan/ephemeral-files.ts";
import { emptyReport } from "./context/report-draft.ts";
import { runContexts } from "./context/run-contexts.ts";
import { extend } from "./extensions/extend.ts";
import type { Extensions } from "./extensions/extensions.ts";
import type { Host } from "./host.ts";
import { openIssues } from "./issue/issue-session.ts";
import { type Loaded, load } from "./load/load-project.ts";
import { givenValues } from "./load/value-inputs.ts";
import { openPreviewSignature } from "./pull-request/preview-signature.ts";
import { PullRequestSession } from "./pull-request/pull-request-session.ts";
import { RunFrame, type RunResult } from "./run-frame.ts";
import { runInfo } from "./run-info.ts";
import { secretWarnings } from "./secrets/declared-secrets.ts";
import { hideDeclared } from "./secrets/hide-declared.ts";
import { openSealing } from "./state/open-seal.ts";
import { keepRecovery } from "./state/recovery-file.ts";
import { webhooksOf } from "./webhook/webhooks-of.ts";

/**
 * Runs one command from its settings to the exit status: load, authorize, extend, each context, report.
 * @param commands that there are: the built-in ones, unless somebody adds to them
 */
export async function run(
  settings: Settings,
  host: Host,
  commands: ProgramCommands = programCommands,
): Promise<RunResult> {
  const frame = new RunFrame(settings, host);
  return frame.conclude(() => runStages(settings, commands, frame));
}

/** Reports a run that could not begin, because its inputs are wrong. */
export async function refuse(settings: SureSettings, problems: readonly Diagnostic[], host: Host): Promise<RunResult> {
  return new RunFrame(settings, host).conclude(async () => inputFailure(problems));
}

/** A run whose manifest is loaded, and of which it is decided what it may do. */
interface BegunRun {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
  readonly authorized: Result<AuthorizedRun, Failure>;
  readonly session: PullRequestSession;
  /** Of secrets, for later: what stops the run is told first. */
  readonly warnings: readonly Diagnostic[];
}

async function runStages(settings: Settings, commands: ProgramCommands, frame: RunFrame): Promise<Failure | undefined> {
  const { host, reporter, known } = frame;
  if (commandNamed(settings.command, commands.table)?.stage === "reports") {
    const { joinRun } = await import("./report/join/join-run.ts");
    return joinRun(settings, frame);
  }
  if (commandNamed(settings.command, commands.table)?.stage === "projects") {
    const { listProjects } = await import("./projects/list-projects.ts");
    return listProjects(settings, commands, frame);
  }
  const loading = await load(settings, host, commands.table);
  if (!loading.ok) return loading.error;
  const loaded = loading.value;
  const begun = begin(settings, loaded, commands, frame);
  const { capabilities, authorized, session } = begun;
  const given = givenValues(settings, loaded, frame.sources, reporter.diagnose);
  if (!given.ok) return given.error;
  if (!authorized.ok) return authorized.error;
  const { command, choices } = authorized.value;
  announce(begun, authorized.value, frame);
  if (command.row.stage === "contexts") {
    const all = asksForAll(settings, command, capabilities);
    return listContexts(begun, { choices, all }, commands, frame);
  }
  if (loaded.trust.trusted) await frame.watchProcesses();
  const request = { loaded, capabilities, version: host.version, modules: host.modules };
  const inPullRequest = session.pullRequest !== undefined;
  const extensions = await extend(request, { command, inPullRequest }, reporter.diagnose);
  if (!extensions.ok) return extensions.error;
  await frame.startHooks(extensions.value.hooks);
  const { encryptionKey } = capabilities;
  const { initialize } = settings;
  const sealing = await openSealing({ encryptionKey, initialize }, host, reporter.diagnose);
  if (!sealing.ok) return sealing.error;
  const ready = { given: given.value, extensions: extensions.value, sealing: sealing.value };
  return runContexts(contextServices(begun, authorized.value, ready, frame), choices, known.outcomes);
}

/** `contexts`: no context is run, and each that is listed is one of the report. */
async function listContexts(
  { settings, loaded, capabilities }: BegunRun,
  { choices, all }: Pick<AuthorizedRun, "choices"> & { readonly all: boolean },
  commands: ProgramCommands,
  frame: RunFrame,
): Promise<Failure | undefined> {
  if (settings.recorded) {
    const { listRecorded } = await import("./list-recorded.ts");
    return listRecorded({ settings, loaded, capabilities }, frame);
  }
  if (settings.changed) {
    const { listChanged } = await import("./compare/list-changed.ts");
    return listChanged({ settings, loaded, capabilities, choices }, commands, frame);
  }
  const { project } = loaded.manifest;
  if (project && all) {
    const { possibleContexts } = await import("../event/possible-contexts.ts");
    for (const { name = null, by, location } of possibleContexts(project))
      frame.reporter.emit({ type: "context-listed", name, by, file: location.file, line: location.line });
  }
  for (const { name } of choices)
    frame.known.outcomes.push({ report: emptyReport(name), failure: null, entries: undefined });
  return undefined;
}

/** Decides what the run may do, hides its secrets, and says that it has begun. Runs nothing of the repository. */
function begin(settings: Settings, loaded: Loaded, commands: ProgramCommands, frame: RunFrame): BegunRun {
  const { host, known, secrets, reporter } = frame;
  const { manifest, trust, github } = loaded;
  known.loaded = loaded;
  const capabilities = openCapabilities(loaded, host, frame.groups, settings);
  known.capabilities = capabilities;
  for (const [shown, text] of manifest.sources) frame.sources.set(shown, text);
  const authorized = authorizeRun(settings, capabilities, loaded, commands);
  const chosen = authorized.ok ? authorized.value.choices.map(({ name }) => name) : [settings.context ?? []].flat();
  const { declared, open } = hideDeclared(loaded, capabilities, chosen, frame);
  const { version } = host;
  reporter.emit({ type: "run-started", command: settings.command, version, trusted: trust.trusted, why: trust.why });
  const requests = { granted: capabilities.mayRequest, why: trust.why };
  const session = new PullRequestSession({ settings, host, github, trusted: trust.trusted, requests });
  known.pullRequestSession = session;
  known.commentPurpose = session.commentPurpose(undefined);
  const command = authorized.ok ? authorized.value.command : undefined;
  known.checkSession = openCheckSession(command, settings, loaded, capabilities, host);
  const choices = authorized.ok ? authorized.value.choices : [];
  known.webhooks = webhooksOf({ settings, loaded, capabilities, host, choices }, secrets);
  const warnings = [...manifest.diagnostics, ...secretWarnings(declared, manifest.sources, open)];
  return { settings, loaded, capabilities, authorized, session, warnings };
}

/** Says what the run is about to do, and where. */
function announce(
  { settings, loaded, capabilities, session, warnings }: BegunRun,
  { command, choices }: AuthorizedRun,
  frame: RunFrame,
): void {
  const { known, reporter } = frame;
  known.commentPurpose = session.commentPurpose(command);
  known.issueSession = openIssues(command, settings, loaded, capabilities, frame.host, known.outcomes);
  if (command.previews) reporter.previews(command.scopeName);
  for (const warning of warnings) reporter.diagnose(warning);
  const contexts = choices.map(({ name }) => name);
  const { files, tasks } = loaded.manifest;
  const { project } = loaded;
  reporter.emit({ type: "manifest-loaded", project, files: files.length, tasks: tasks.length, contexts });
}

/** What the last stages before the contexts came to. */
interface ReadyRun {
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly extensions: Extensions;
  readonly sealing: Sealing | undefined;
}

function contextServices(
  { settings, loaded, capabilities, session }: BegunRun,
  { command }: AuthorizedRun,
  { given, extensions, sealing }: ReadyRun,
  { host, groups, secrets, reporter, known }: RunFrame,
): ContextServices {
  const { project, manifest } = loaded;
  const { environment, http, planSigningKey } = capabilities;
  const { signal, urgent, redactor, version } = host;
  const { emit } = reporter;
  const stores = new RunStores({ settings, host, loaded, capabilities, sealing, groups, emit });
  known.stores = stores;
  const recovery = { settings, host, project: manifest.project, projectName: project };
  return {
    settings,
    command,
    loaded,
    environment,
    given,
    extensions,
    http,
    reviews: {
      digest: planDigester(planSigningKey),
      previewSignature: openPreviewSignature(planSigningKey, session.repository, planDigester),
      previews: session.previews(project),
      pullRequest: session.pullRequest,
    },
    run: runInfo(host),
    version,
    ephemeralFiles: new EphemeralFiles(environment, loaded),
    sealing,
    openStore: (context, name) => stores.open(context, name),
    keepRecovery: (context, text, failed, backend) => keepRecovery(context, text, failed, { ...recovery, backend }),
    clock: systemClock,
    redactor,
    signal,
    urgent,
    giveUp: storeDeadline(signal, urgent),
    emit,
    conceal: (text, what) => secrets.add(text, what),
  };
}
