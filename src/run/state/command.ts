import { resolve as resolvePath } from "node:path";
import { readSettings, type Settings } from "../../action/inputs.ts";
import type { StateRequest } from "../../cli/state-arguments.ts";
import { renderDiagnostic } from "../../engine/code-frame.ts";
import { commandLine } from "../../engine/command-line.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostic.ts";
import type { RunEvent } from "../../engine/events.ts";
import type { StateStore } from "../../engine/ports.ts";
import { printableLines } from "../../engine/printable.ts";
import { redactEvent, redactFailure } from "../../engine/redact-report.ts";
import type { Console } from "../../hooks/console.ts";
import { checkout } from "../../node/checkout.ts";
import { systemClock } from "../../node/clock.ts";
import { ProcessGroups } from "../../node/process-groups.ts";
import { inputFailure } from "../admission.ts";
import { declaredSecrets, openNames } from "../declared-secrets.ts";
import { ElsewhereLook, elsewhereFailure, elsewhereWarning } from "../elsewhere.ts";
import type { Host } from "../host.ts";
import { type Loaded, load } from "../load.ts";
import { openPowers } from "../powers.ts";
import { runInfo } from "../run-info.ts";
import { openSealing, secretSettings } from "../sealing.ts";
import { forgetTasks } from "../state-commands.ts";
import { type StatePlace, statePlace } from "../state-place.ts";
import { Stores } from "../stores.ts";
import { onlyContext } from "./context.ts";
import { changeState, type Desk } from "./desk.ts";
import { newKey } from "./keygen.ts";
import { listState, pullState, showHistory, showState } from "./look.ts";
import { moveTask } from "./move.ts";
import { type FileToPush, pushState, readFileToPush } from "./push.ts";

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
  const done = await perform(request, host, output, redactor, sources);
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
  redactor: Host["redactor"],
  sources: Map<string, string>,
): Promise<Result<void, Failure>> {
  const read = readSettings(request.raw, { terminal: true });
  if (!read.ok) return err(inputFailure(read.error));
  const settings = read.value;
  for (const [secret] of secretSettings(settings)) redactor.add(secret);
  const loading = await load(settings, host);
  if (!loading.ok) return loading;
  const loaded = loading.value;
  for (const [shown, text] of loaded.manifest.sources) sources.set(shown, text);
  const powers = openPowers(loaded, host, new ProcessGroups());
  const open = openNames(loaded, settings.context === undefined ? [] : [settings.context]);
  for (const { value } of declaredSecrets(loaded, powers.environment)) redactor.add(value, open);
  if (writes(request) && !loaded.trust.trusted)
    return err(
      failure(
        "untrusted",
        `the command state ${request.subcommand} would act, and this run may not: ${loaded.trust.why}`,
      ),
    );

  const project = projectName(request, loaded);
  if (!project.ok) return project;
  const place = await statePlace(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
  if (!place.ok) return place;
  const file = fileToPush(request, host);
  if (!file.ok) return file;
  const redact = (text: string): string => redactor.text(text);
  const look = new ElsewhereLook({ settings, host, loaded, project: project.value, clock: systemClock, redact });
  const tracked = await look.contexts();
  const context = contextName(settings, file.value, place.value, project.value, loaded, tracked);
  if (!context.ok) return context;

  const sealing = await openSealing(settings, host, ({ message, suggestion }) => {
    output.error(`opus: ${printableLines(`${message}. ${suggestion ?? ""}`).join(" ")}`);
  });
  if (!sealing.ok) return sealing;
  const line: Desk["line"] = (text, tone) => output.console.line(redactor.text(text), tone);
  const emit = await eventsTo(host, sources, redactor);
  const { environment, terminal, version, signal } = host;
  const stores = new Stores({
    place: place.value,
    project: project.value,
    environment,
    terminal,
    stateFiles: powers.stateFiles,
    version,
    token: settings.token,
    initialize: settings.initialize,
    clock: systemClock,
    sealing: sealing.value,
    redact,
    onProgress: (text) => emit({ type: "progress", text }),
  });
  const desk = (store: StateStore): Desk => ({
    request,
    settings,
    project: project.value,
    context: context.value,
    store,
    clock: systemClock,
    run: runInfo(host),
    version,
    redactor,
    signal,
    sealing: sealing.value,
    line,
    command: (...words) => commandLine(["opus", ...words, "--context", context.value, ...place.value.flags]),
    data: output.data,
    emit,
  });
  try {
    const store = await stores.open(context.value);
    const elsewhere = await look.find(store, context.value, signal);
    if (elsewhere && !elsewhere.recordedHere)
      return err(elsewhereFailure(elsewhere, project.value, context.value, `state ${request.subcommand}`));
    if (elsewhere) {
      const { message, suggestion = "" } = elsewhereWarning(elsewhere, project.value, context.value);
      output.error(`opus: ${redact(printableLines(`warning: ${message}. ${suggestion}`).join(" "))}`);
    }
    return await act(desk(store), file.value);
  } finally {
    look.dispose();
    await stores.dispose();
  }
}

function act(desk: Desk, file: FileToPush | undefined): Promise<Result<void, Failure>> {
  const [first = "", second = ""] = desk.request.operands;
  switch (desk.request.subcommand) {
    case "list":
      return listState(desk);
    case "show":
      return showState(desk, desk.request.operands[0]);
    case "pull":
      return pullState(desk);
    case "push":
      return pushState(desk, file as FileToPush);
    case "rm":
      return removeTasks(desk);
    case "mv":
      return move(desk, first, second);
    case "history":
      return showHistory(desk);
    case "keygen":
      throw new Error("a new key is made without any state");
  }
}

async function removeTasks(desk: Desk): Promise<Result<void, Failure>> {
  const { context, request } = desk;
  const dropped = await changeState(desk, (session) => forgetTasks(session, request.operands, context));
  if (!dropped.ok) return dropped;
  for (const { name } of dropped.value)
    desk.line(`dropped "${name}" from state; its resource was left as it is`, "success");
  desk.line(`\`${desk.command("rollback")}\` takes it back into state, as long as nothing else was changed.`, "muted");
  return ok(undefined);
}

async function move(desk: Desk, from: string, to: string): Promise<Result<void, Failure>> {
  const moved = await changeState(desk, (session) => moveTask(session, from, to, desk));
  if (!moved.ok) return moved;
  desk.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
  if (moved.value.length > 0) desk.line(`also in the dependencies of ${moved.value.join(", ")}`);
  desk.line(
    `The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`,
    "warning",
  );
  return ok(undefined);
}

function writes({ subcommand }: StateRequest): boolean {
  return subcommand === "push" || subcommand === "rm" || subcommand === "mv";
}

/** A Project document with errors may say another name, and another place: nothing is assumed then. */
function projectName(request: StateRequest, { manifest, project }: Loaded): Result<string, Failure> {
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
  { context }: Settings,
  file: FileToPush | undefined,
  place: StatePlace,
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
    reportPath: "",
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
