import { resolve as resolvePath } from "node:path";
import { readSettings, type Settings } from "../../action/inputs.ts";
import type { StateRequest } from "../../cli/state-arguments.ts";
import { type StateCommandRow, stateCommands } from "../../cli/state-commands.ts";
import { formerNamesOf } from "../../context/rules.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { reservedProject } from "../../engine/model/project.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { redactEvent, redactFailure } from "../../engine/redaction/redact-report.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { printableLines } from "../../engine/text/printable.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import { ProcessGroups } from "../../node/processes/process-groups.ts";
import type { Console } from "../../ports/console.ts";
import type { StateLocation } from "../../state/backend.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import { type Capabilities, openCapabilities } from "../authorize/capabilities.ts";
import { inputFailure } from "../authorize/invalid-manifest.ts";
import { projectLookup } from "../authorize/project-lookup.ts";
import { forgetTasks } from "../context/forget.ts";
import type { Host } from "../host.ts";
import { type Loaded, load } from "../load/load-project.ts";
import { runInfo } from "../run-info.ts";
import { declaredSecrets, openNames } from "../secrets/declared-secrets.ts";
import type { NamedStore } from "../state/carry-over.ts";
import { findFormer, formerPlaces } from "../state/former-state.ts";
import { openSealing, secretSettings } from "../state/open-seal.ts";
import { ElsewhereLook, elsewhereFailure, elsewhereWarning } from "../state/state-elsewhere.ts";
import { backendNames, stateLocation } from "../state/state-location.ts";
import { Stores } from "../state/stores.ts";
import { newKey } from "./keygen.ts";
import { listState } from "./list-state.ts";
import { carry, moveState, wholeNames } from "./move-state.ts";
import { moveTask } from "./move-task.ts";
import { onlyContext } from "./only-context.ts";
import { pullState } from "./pull-state.ts";
import { type FileToPush, pushState, readFileToPush } from "./push.ts";
import { showHistory } from "./show-history.ts";
import { showState } from "./show-state.ts";
import { changeState, type StateCommandEnv, underLock } from "./state-command-env.ts";

/** Where `opus state` prints. */
export interface StateOutput {
  readonly console: Console;
  /** To standard output, as it is; resolves when it is written. */
  data(chunk: string | Uint8Array): Promise<void>;
  /** A line on standard error. */
  error(text: string): void;
}

/**
 * Runs a command of `opus state`. Of the manifest only the Project's name and place of state are needed, so that
 * errors elsewhere in it don't keep anybody from mending state.
 * @returns the exit status
 */
export async function runState(request: StateRequest, host: Host, output: StateOutput): Promise<0 | 1> {
  if (request.subcommand === "keygen") return makeKey(output);
  const { redactor } = host;
  const sources = new Map<string, string>();
  const done = await perform(request, host, output, sources);
  if (done.ok) return 0;
  const { message, diagnostics } = redactFailure(done.error, redactor);
  output.error(`opus: ${printableLines(message).join(" ")}`);
  for (const diagnostic of diagnostics) {
    const again = diagnostic.message === message && !diagnostic.location;
    if (!again) output.error(renderDiagnostic(diagnostic, sources, { redact: (text) => redactor.text(text) }));
    else if (diagnostic.suggestion !== undefined) output.error(`  ${printableLines(diagnostic.suggestion).join(" ")}`);
  }
  return 1;
}

/** No state is asked for, and none has to be there. */
async function makeKey({ data, error }: StateOutput): Promise<0> {
  const { text, advice } = await newKey(systemClock.timestamp());
  await data(text);
  error(advice);
  return 0;
}

async function perform(
  request: StateRequest,
  host: Host,
  output: StateOutput,
  sources: Map<string, string>,
): Promise<Result<void, Failure>> {
  const prepared = await prepareCommand(request, host, sources);
  if (!prepared.ok) return prepared;
  const chosen = await chooseState(request, host, prepared.value);
  if (!chosen.ok) return chosen;
  const opened = await openDesk(request, host, output, sources, prepared.value, chosen.value);
  if (!opened.ok) return opened;
  try {
    return await carryOut(request, host, output, prepared.value, chosen.value, opened.value);
  } finally {
    chosen.value.look.dispose();
    await opened.value.stores.dispose();
  }
}

/** What a command goes by before it is known which state is meant. */
interface PreparedCommand {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
}

/** Reads settings and manifest, and hides what is secret in them. */
async function prepareCommand(
  request: StateRequest,
  host: Host,
  sources: Map<string, string>,
): Promise<Result<PreparedCommand, Failure>> {
  const { redactor } = host;
  const read = readSettings(request.raw, { terminal: true, backends: backendNames(host) });
  if (!read.ok) return err(inputFailure(read.error));
  const settings = read.value;
  for (const [secret] of secretSettings(settings)) redactor.add(secret);
  const loading = await load(settings, host);
  if (!loading.ok) return loading;
  const loaded = loading.value;
  for (const [shown, text] of loaded.manifest.sources) sources.set(shown, text);
  const capabilities = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const open = openNames(loaded, settings.context === undefined ? [] : [settings.context]);
  for (const { value } of declaredSecrets(loaded, capabilities.environment)) redactor.add(value, open);
  if (!writes(request) || loaded.trust.trusted) return ok({ settings, loaded, capabilities });
  const message = `the command state ${request.subcommand} would act, and this run may not: ${loaded.trust.why}`;
  return err(failure("untrusted", message));
}

/** Which state is meant, and where it is. */
interface ChosenState {
  readonly place: StateLocation;
  readonly own: StateName;
  /** Of `opus state mv` with whole states. */
  readonly moved: { readonly from: StateName; readonly to: StateName } | undefined;
  /** Of `opus state push`. */
  readonly file: FileToPush | undefined;
  readonly look: ElsewhereLook;
}

async function chooseState(
  request: StateRequest,
  host: Host,
  { settings, loaded }: PreparedCommand,
): Promise<Result<ChosenState, Failure>> {
  const project = projectName(request, loaded);
  if (!project.ok) return project;
  const place = await stateLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
  if (!place.ok) return place;
  const file = fileToPush(request, host);
  if (!file.ok) return file;
  const redact = (text: string): string => host.redactor.text(text);
  const look = new ElsewhereLook({ settings, host, loaded, project: project.value, clock: systemClock, redact });
  const tracked = await look.contexts();
  const { whole } = request;
  const given = settings.context ?? whole?.fromContext ?? whole?.toContext;
  const name = whole?.fromProject ?? project.value;
  const context = contextName(given, file.value, place.value, name, loaded, tracked);
  if (!context.ok) return context;
  const own = { project: project.value, context: context.value };
  const moved = whole === undefined ? undefined : wholeNames(whole, own);
  if (moved?.ok === false) return moved;
  return ok({ place: place.value, own, moved: moved?.value, file: file.value, look });
}

/** The stores of a command, and what a command gets with one of them. */
interface OpenedDesk {
  readonly stores: Stores;
  storeOf(name: StateName): Promise<StateStore>;
  envOf(name: StateName, store: StateStore): StateCommandEnv;
}

async function openDesk(
  request: StateRequest,
  host: Host,
  output: StateOutput,
  sources: ReadonlyMap<string, string>,
  { settings, capabilities }: PreparedCommand,
  { place, own, moved }: ChosenState,
): Promise<Result<OpenedDesk, Failure>> {
  const { environment, terminal, version, signal, redactor } = host;
  const { encryptionKey, stateFiles } = capabilities;
  const { initialize, token } = settings;
  const sealing = await openSealing({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
    output.error(`opus: ${printableLines(`${message}. ${suggestion ?? ""}`).join(" ")}`);
  });
  if (!sealing.ok) return sealing;
  const emit = await eventsTo(host, sources, redactor);
  const common = { version, clock: systemClock, sealing: sealing.value };
  const stores = new Stores({
    ...common,
    place,
    project: own.project,
    environment,
    terminal,
    stateFiles,
    token,
    initialize,
    redact: (text) => redactor.text(text),
    onProgress: (text) => emit({ type: "progress", text }),
  });
  // What is printed is run under the name that the manifest leads to.
  const { context } = moved?.to ?? own;
  const envOf = (name: StateName, store: StateStore): StateCommandEnv => ({
    ...common,
    ...name,
    request,
    settings,
    store,
    run: runInfo(host),
    redactor,
    signal,
    line: (text, tone) => output.console.line(redactor.text(text), tone),
    command: (...words) => commandLine(["opus", ...words, "--context", context, ...place.flags]),
    data: output.data,
    emit,
  });
  return ok({ stores, storeOf: (name) => stores.open(name.context, name.project), envOf });
}

async function carryOut(
  request: StateRequest,
  { redactor, signal }: Host,
  output: StateOutput,
  { loaded, capabilities }: PreparedCommand,
  { place, own, moved, file, look }: ChosenState,
  { storeOf, envOf }: OpenedDesk,
): Promise<Result<void, Failure>> {
  if (moved) {
    const { from, to } = moved;
    return moveState(envOf(to, await storeOf(to)), { name: from, store: await storeOf(from) });
  }
  const { project, context } = own;
  const commandEnv = envOf(own, await storeOf(own));
  const elsewhere = await look.find(commandEnv.store, context, signal);
  if (elsewhere && !elsewhere.recordedHere)
    return err(elsewhereFailure(elsewhere, project, context, `state ${request.subcommand}`));
  if (elsewhere) {
    const { message, suggestion = "" } = elsewhereWarning(elsewhere, project, context);
    output.error(`opus: ${redactor.text(printableLines(`warning: ${message}. ${suggestion}`).join(" "))}`);
  }
  const former = await formerState(commandEnv, loaded, capabilities, place.flags, storeOf);
  if (!former.ok) return former;
  const { value: kept } = former;
  if (kept === undefined) return act(commandEnv, file);
  const [was, now] = [shownName(kept.name), shownName(own)];
  if (!writes(request)) {
    output.error(`opus: this is still kept as ${was}: the next run that writes carries it over to ${now}.`);
    return act(envOf(kept.name, kept.store), file);
  }
  const carried = await underLock(commandEnv, () => carry(commandEnv, kept));
  if (!carried.ok) return carried;
  commandEnv.line(`Carried the state of ${was} over to ${now}.`);
  return act(commandEnv, file);
}

/** Where the state is that is not under its name yet; undefined: it is, or there is none. */
async function formerState(
  { store, project, context, signal }: StateCommandEnv,
  loaded: Loaded,
  capabilities: Capabilities,
  flags: readonly string[],
  open: (name: StateName) => Promise<StateStore>,
): Promise<Result<NamedStore | undefined, Failure>> {
  // Given by hand, it is another one than the manifest's.
  if (project !== loaded.project) return ok(undefined);
  const lookup = projectLookup(capabilities, loaded, "state", context);
  const formerNames = formerNamesOf(context, { project: loaded.manifest.project, lookup });
  const choice = { name: context, inherits: undefined, formerNames: formerNames.ok ? formerNames.value : [] };
  const places = formerPlaces(loaded, choice);
  if (places.length === 0) return ok(undefined);
  const read = await store.read(signal);
  // What is here can be looked at and mended, whatever lies elsewhere.
  if (read.state === "found") return ok(undefined);
  const own = { name: { project, context }, store };
  return findFormer({ own, places, tasks: loaded.manifest.tasks, signal, flags, open });
}

function act(commandEnv: StateCommandEnv, file: FileToPush | undefined): Promise<Result<void, Failure>> {
  const [first = "", second = ""] = commandEnv.request.operands;
  switch (commandEnv.request.subcommand) {
    case "list":
      return listState(commandEnv);
    case "show":
      return showState(commandEnv, commandEnv.request.operands[0]);
    case "pull":
      return pullState(commandEnv);
    case "push":
      return pushState(commandEnv, file as FileToPush);
    case "rm":
      return removeTasks(commandEnv);
    case "mv":
      return move(commandEnv, first, second);
    case "history":
      return showHistory(commandEnv);
    case "keygen":
      throw new Error("a new key is made without any state");
  }
}

async function removeTasks(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const { context, request } = commandEnv;
  const dropped = await changeState(commandEnv, (session) => forgetTasks(session, request.operands, context));
  if (!dropped.ok) return dropped;
  for (const { name } of dropped.value)
    commandEnv.line(`dropped "${name}" from state; its resource was left as it is`, "success");
  commandEnv.line(
    `\`${commandEnv.command("rollback")}\` takes it back into state, as long as nothing else was changed.`,
    "muted",
  );
  return ok(undefined);
}

async function move(commandEnv: StateCommandEnv, from: string, to: string): Promise<Result<void, Failure>> {
  const moved = await changeState(commandEnv, (session) => moveTask(session, from, to, commandEnv));
  if (!moved.ok) return moved;
  commandEnv.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
  if (moved.value.length > 0) commandEnv.line(`also in the dependencies of ${moved.value.join(", ")}`);
  commandEnv.line(
    `The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`,
    "warning",
  );
  return ok(undefined);
}

function writes({ subcommand }: StateRequest): boolean {
  return (stateCommands[subcommand] as StateCommandRow).writes === true;
}

/** A Project document with errors may say another name, and another place: nothing is assumed then. */
function projectName(request: StateRequest, { manifest, project }: Loaded): Result<string, Failure> {
  for (const name of [request.project, request.whole?.toProject]) {
    const reserved = name === undefined ? undefined : reservedProject(name);
    if (reserved !== undefined) return err(failure("invalid-input", reserved));
  }
  if (request.project !== undefined) return ok(request.project);
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  if (manifest.project || errors.length === 0) return ok(project);
  const message = "the Project document can't be read, so it is not known whose state is meant, and where it is";
  const suggestion =
    "Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`.";
  return err(
    failure("invalid-manifest", message, [
      { severity: "error", code: "invalid-manifest", message, suggestion },
      ...errors,
    ]),
  );
}

/** Read first: it says which context it is of. */
function fileToPush({ subcommand, operands }: StateRequest, host: Host): Result<FileToPush | undefined, Failure> {
  const [path = ""] = operands;
  if (subcommand !== "push") return ok(undefined);
  return readFileToPush(resolvePath(host.directory, path), path);
}

function contextName(
  context: string | undefined,
  file: FileToPush | undefined,
  place: StateLocation,
  name: string,
  { manifest }: Loaded,
  tracked: readonly string[],
): Result<string, Failure> {
  if (context !== undefined) return ok(context);
  if (file) return ok(file.context ?? "?");
  return onlyContext(place, name, manifest.project, tracked);
}

/** Waiting for a lock and warnings look as they do in other commands. */
async function eventsTo(
  host: Host,
  sources: ReadonlyMap<string, string>,
  redactor: Host["redactor"],
): Promise<(event: RunEvent) => void> {
  const hooks = await host.hooks({
    summary: false,
    reportPath: () => "",
    sources,
    warn: () => undefined,
    mappedOutputs: () => ({}),
    redact: (text) => redactor.text(text),
    secretsIn: () => [],
    heldBack: () => [],
    comment: undefined,
  });
  return (event) => {
    for (const hook of hooks) hook.on?.(redactEvent(event, redactor));
  };
}
