import { type RawInputs, readSettings, readSureSettings } from "../../action/inputs.ts";
import type { Host } from "../host.ts";
import { refuse, run } from "../run-command.ts";
import type { RunResult } from "../run-frame.ts";

/** Runs a command, from its inputs to its report. */
export async function conclude(raw: RawInputs, host: Host): Promise<RunResult> {
  const settings = readSettings(raw, { terminal: host.terminal });
  return settings.ok ? run(settings.value, host) : refuse(readSureSettings(raw), settings.error, host);
}
