import type { StateRequest } from "../../cli/state-arguments.ts";
import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { redactEvent } from "../../engine/redaction/redact-report.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { printableLines } from "../../engine/text/printable.ts";
import { systemClock } from "../../node/clock.ts";
import type { Host } from "../host.ts";
import { runInfo } from "../run-info.ts";
import { openSealing } from "../state/open-seal.ts";
import { Stores } from "../state/stores.ts";
import type { ChosenState } from "./choose-state.ts";
import type { PreparedCommand } from "./prepare-command.ts";
import type { StateCommandEnv } from "./state-command-env.ts";
import type { StateOutput } from "./state-output.ts";

/** The stores of a command, and what a command gets with one of them. */
export interface OpenedDesk {
  readonly stores: Stores;
  storeOf(name: StateName): Promise<StateStore>;
  envOf(name: StateName, store: StateStore): StateCommandEnv;
}

/** @returns the desk, whose stores are to be disposed of; or why nothing can be sealed */
export async function openDesk(
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
    issue: undefined,
    check: undefined,
  });
  return (event) => {
    for (const hook of hooks) hook.on?.(redactEvent(event, redactor));
  };
}
