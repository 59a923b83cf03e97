import type { Settings } from "../../action/inputs.ts";
import { explained, type Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Command } from "../authorize/resolve-command.ts";
import type { Loaded } from "../load/load-project.ts";

/** Why a run may not write into the manifest what it finds; undefined: it may, or is not asked to. */
export function refuseAccept(
  { accept, context, refresh }: Pick<Settings, "accept" | "context" | "refresh">,
  command: Command,
  { trust }: Pick<Loaded, "trust">,
): Failure | undefined {
  if (!accept) return undefined;
  if (command.does !== "drift" || command.previews)
    return refused(`--accept is for the command drift, not for ${command.called}`, "Leave it out, or run `drift`.");
  if (!trust.trusted) {
    const message = `--accept writes what is really there, and this run may not look: ${trust.why}`;
    return explained("untrusted", message, { suggestion: "Run it from a branch of this repository." });
  }
  if (context === undefined)
    return refused("--accept takes what is there in one context, so it needs --context", "Name the context.");
  if (refresh !== "all")
    return refused("--accept takes what is there, so it needs --refresh all", "Leave --refresh out.");
  return undefined;
}

function refused(message: string, suggestion: string): Failure {
  return explained("invalid-input", message, { suggestion });
}
