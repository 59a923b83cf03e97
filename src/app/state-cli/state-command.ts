import type { StateRequest } from "../../cli/state-arguments.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { redactFailure } from "../../engine/redaction/redact-report.ts";
import { printableLines } from "../../engine/text/printable.ts";
import { formerNamesOf } from "../../event/context-rules.ts";
import { systemClock } from "../../node/clock.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import { projectLookup } from "../authorize/project-lookup.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import type { NamedStore } from "../state/carry-over.ts";
import { findFormer, formerPlaces } from "../state/former-state.ts";
import { elsewhereFailure, elsewhereWarning } from "../state/state-elsewhere.ts";
import { removeTasks, renameTask } from "./change-tasks.ts";
import { type ChosenState, chooseState } from "./choose-state.ts";
import { newKey } from "./keygen.ts";
import { listState } from "./list-state.ts";
import { carry, moveState } from "./move-state.ts";
import { type OpenedDesk, openDesk } from "./open-desk.ts";
import { type PreparedCommand, prepareCommand, writes } from "./prepare-command.ts";
import { pullState } from "./pull-state.ts";
import { type FileToPush, pushState } from "./push.ts";
import { showHistory } from "./show-history.ts";
import { showState } from "./show-state.ts";
import { type StateCommandEnv, underLock } from "./state-command-env.ts";
import type { StateOutput } from "./state-output.ts";

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
      return renameTask(commandEnv, first, second);
    case "history":
      return showHistory(commandEnv);
    case "keygen":
      throw new Error("a new key is made without any state");
  }
}
