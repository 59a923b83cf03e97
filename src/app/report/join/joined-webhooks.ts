import type { Settings } from "../../../action/inputs.ts";
import { type Capabilities, openCapabilities } from "../../authorize/capabilities.ts";
import type { Loaded } from "../../load/load-project.ts";
import { load } from "../../load/load-project.ts";
import type { RunFrame } from "../../run-frame.ts";
import { hideDeclared } from "../../secrets/hide-declared.ts";
import { webhooksOf } from "../../webhook/webhooks-of.ts";
import type { OpenedReports } from "./open-reports.ts";

/**
 * Has those told of the joined report whom the manifest names for it. Where there is no manifest, as the job has checked
 * out nothing, it is nobody.
 */
export async function tellOfJoined(
  settings: Settings,
  { workspace, trust }: Pick<OpenedReports, "workspace" | "trust">,
  frame: RunFrame,
): Promise<void> {
  const files = workspace.glob(settings.manifest);
  if (!trust.trusted || !files.ok || files.value.length === 0) return;
  const loading = await load(settings, frame.host);
  if (!loading.ok || !namesSomebody(loading.value, settings.command)) return;
  const loaded = loading.value;
  const capabilities: Capabilities = openCapabilities(loaded, frame.host, frame.groups, settings);
  hideDeclared(loaded, capabilities, [], frame);
  frame.known.webhooks = webhooksOf({ settings, loaded, capabilities, host: frame.host, choices: [] }, frame.secrets);
}

function namesSomebody({ manifest }: Loaded, command: string): boolean {
  return manifest.project?.hooks.some(({ use, on }) => use === "webhook" && on?.includes(command)) ?? false;
}
