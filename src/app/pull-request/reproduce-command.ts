import type { Settings } from "../../action/inputs.ts";
import type { Project } from "../../engine/model/project.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import type { Host } from "../host.ts";
import { chosenBackend, locationFlags, standardBackend } from "../state/state-location.ts";

/** The plan that somebody wants to see again. */
export interface ShownPlan {
  readonly context: string;
  /** What it previews. */
  readonly command: string;
  /** Number of the pull request that it is of; undefined: of none. */
  readonly pullRequest: number | undefined;
}

/** Lines for a terminal in which somebody sees the same plan; none where no terminal gets at its state. */
export function reproduceCommand(
  { context, command, pullRequest }: ShownPlan,
  settings: Settings,
  host: Pick<Host, "environment" | "terminal" | "directory" | "backends">,
  project: Project | undefined,
): readonly string[] {
  const backend = chosenBackend(settings, project, host);
  if (backend.ok && backend.value.insteadInTerminal !== undefined) return [];
  const words = ["opus", "plan"];
  const flag = (name: string, value: string | undefined): void => {
    if (value !== undefined) words.push(`--${name}`, value);
  };
  flag("context", context);
  if (command !== "apply") flag("plan-command", command);
  for (const target of settings.targets) flag("target", target);
  flag("values-file", settings.valuesFile);
  if (settings.refresh !== "all") flag("refresh", settings.refresh);
  const { name } = backend.ok ? backend.value : standardBackend("workflow", host);
  words.push(...locationFlags(settings, project, host, name));
  const lines = pullRequest === undefined ? [] : [`gh pr checkout ${pullRequest}`];
  // What was given as text may hold what is nobody's business.
  if (settings.values !== undefined) lines.push("# and with the input `values` of the workflow, as --values");
  if (settings.encryptionKey !== undefined) lines.push("# with the key of the state in OPUS_ENCRYPTION_KEY");
  return [...lines, commandLine(words)];
}
