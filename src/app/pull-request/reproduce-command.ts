import type { Settings } from "../../action/inputs.ts";
import type { Project } from "../../engine/model/project.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { serverOf } from "../../github/servers.ts";
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

type Surroundings = Pick<Host, "environment" | "terminal" | "directory" | "backends">;
type Flag = readonly [name: string, value: string | undefined];

/** Lines for a terminal in which somebody sees the same plan; none where no terminal gets at its state. */
export function reproduceCommand(
  { context, command, pullRequest }: ShownPlan,
  settings: Settings,
  host: Surroundings,
  project: Project | undefined,
): readonly string[] {
  const flags: readonly Flag[] = [
    ["context", context],
    ["plan-command", command === "apply" ? undefined : command],
    ...settings.targets.map((target): Flag => ["target", target]),
    ["values-file", settings.valuesFile],
    ["refresh", settings.refresh === "all" ? undefined : settings.refresh],
  ];
  const lines = inTerminal("plan", flags, settings, host, project);
  return lines.length === 0 || pullRequest === undefined
    ? lines
    : [...serverOf(host.environment).checkout(pullRequest), ...lines];
}

/** Lines for a terminal that put back what drifted in a context; none where no terminal gets at its state. */
export function mendCommand(
  context: string,
  settings: Settings,
  host: Surroundings,
  project: Project | undefined,
): readonly string[] {
  const [named] = Object.entries(project?.commands ?? {}).find(([, action]) => action === "apply") ?? ["apply"];
  const flags: readonly Flag[] = [
    ["context", context],
    ["values-file", settings.valuesFile],
  ];
  return inTerminal(named, flags, settings, host, project);
}

function inTerminal(
  command: string,
  flags: readonly Flag[],
  settings: Settings,
  host: Surroundings,
  project: Project | undefined,
): readonly string[] {
  const backend = chosenBackend(settings, project, host);
  if (backend.ok && backend.value.insteadInTerminal !== undefined) return [];
  const words = [
    "opus",
    command,
    ...flags.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
  ];
  const { name } = backend.ok ? backend.value : standardBackend("workflow", host);
  words.push(...locationFlags(settings, project, host, name));
  const lines: string[] = [];
  // What was given as text may hold what is nobody's business.
  if (settings.values !== undefined) lines.push("# and with the input `values` of the workflow, as --values");
  if (settings.encryptionKey !== undefined) lines.push("# with the key of the state in OPUS_ENCRYPTION_KEY");
  return [...lines, commandLine(words)];
}
