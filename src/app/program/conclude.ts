import { readSettings, readSureSettings, type Settings } from "../../action/inputs.ts";
import type { RawInputs } from "../../action/raw-inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Host } from "../host.ts";
import { refuse, run } from "../run-command.ts";
import type { RunResult } from "../run-frame.ts";

/**
 * Runs a command, from its inputs to its report.
 * @param obstacles why the run can't begin, whatever its inputs say
 * @param more what a terminal has that is no input
 */
export async function conclude(
  raw: RawInputs,
  host: Host,
  obstacles: readonly Diagnostic[] = [],
  more: Pick<Settings, "accept" | "ask" | "yes"> = {},
): Promise<RunResult> {
  if (obstacles.length > 0) return refuse(readSureSettings(raw), obstacles, host);
  const settings = readSettings(raw, { terminal: host.terminal });
  if (!settings.ok) return refuse(readSureSettings(raw), settings.error, host);
  return run({ ...settings.value, ...more }, host);
}
