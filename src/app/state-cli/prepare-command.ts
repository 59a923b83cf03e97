import { readSettings, readSureSettings, type Settings } from "../../action/inputs.ts";
import type { RawInputs } from "../../action/raw-inputs.ts";
import type { StateRequest } from "../../cli/state-arguments.ts";
import { type StateCommandRow, stateCommands } from "../../cli/state-commands.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { ProcessGroups } from "../../node/processes/process-groups.ts";
import { type Capabilities, openCapabilities } from "../authorize/capabilities.ts";
import { inputFailure } from "../authorize/invalid-manifest.ts";
import type { Host } from "../host.ts";
import { type Loaded, load } from "../load/load-project.ts";
import { declaredSecrets, openNames } from "../secrets/declared-secrets.ts";
import { secretSettings } from "../state/open-seal.ts";
import { backendNames } from "../state/state-location.ts";

/** What a command of `opus state` goes by before it is known which state is meant. */
export interface PreparedCommand {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
}

/**
 * Reads settings and manifest, and hides what is secret in them.
 * @param sources gets the texts that were read, by the names shown of their files
 * @returns what was read; or why it can't be read, or may not be acted on
 */
export async function prepareCommand(
  request: StateRequest,
  host: Host,
  sources: Map<string, string>,
): Promise<Result<PreparedCommand, Failure>> {
  const prepared = await prepareLook(request.raw, host, sources);
  if (!prepared.ok || !writes(request) || prepared.value.loaded.trust.trusted) return prepared;
  const { why } = prepared.value.loaded.trust;
  return err(failure("untrusted", `the command state ${request.subcommand} would act, and this run may not: ${why}`));
}

/** The same for a command that only looks. */
export async function prepareLook(
  raw: RawInputs,
  host: Host,
  sources: Map<string, string>,
): Promise<Result<PreparedCommand, Failure>> {
  const { redactor } = host;
  for (const [secret] of secretSettings(readSureSettings(raw))) redactor.add(secret);
  const read = readSettings(raw, { terminal: true, backends: backendNames(host) });
  if (!read.ok) return err(inputFailure(read.error));
  const settings = read.value;
  const loading = await load(settings, host);
  if (!loading.ok) return loading;
  const loaded = loading.value;
  for (const [shown, text] of loaded.manifest.sources) sources.set(shown, text);
  const capabilities = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const open = openNames(loaded, settings.context === undefined ? [] : [settings.context]);
  for (const { value } of declaredSecrets(loaded, capabilities.environment)) redactor.add(value, open);
  return ok({ settings, loaded, capabilities });
}

/** Does the command change anything? */
export function writes({ subcommand }: StateRequest): boolean {
  return (stateCommands[subcommand] as StateCommandRow).writes === true;
}
