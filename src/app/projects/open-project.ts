import { posix } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import { authorizeRun } from "../authorize/authorize-run.ts";
import { type Capabilities, openCapabilities } from "../authorize/capabilities.ts";
import type { ProgramCommands } from "../commands.ts";
import { type Loaded, load } from "../load/load-project.ts";
import type { RunFrame } from "../run-frame.ts";
import { hideDeclared } from "../secrets/hide-declared.ts";
import { namedContexts } from "../state-cli/only-context.ts";
import type { FoundProject } from "./found-projects.ts";

/** A manifest that could be read, whatever is wrong with what it says. */
export interface BegunProject {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
}

/** A manifest of the repository, and what it says of its contexts. */
export interface OpenedProject {
  readonly found: FoundProject;
  /** The manifest as messages show it. */
  readonly file: string;
  readonly name: string;
  /** It has a Project document. */
  readonly named: boolean;
  /** Files that belong to it, as `file`; that one is among them. */
  readonly includes: readonly string[];
  readonly choices: readonly ContextChoice[];
  /** Why it can't be used; undefined: it can. */
  readonly failed: Failure | undefined;
  /** Why it leads to no context, where nothing is wrong with it. */
  readonly nowhere: Failure | undefined;
  readonly begun: BegunProject | undefined;
}

/** Loads one project as the command `contexts` does, and asks its rules. Runs nothing of it. */
export async function openProject(
  found: FoundProject,
  given: Settings,
  commands: ProgramCommands,
  frame: RunFrame,
): Promise<OpenedProject> {
  const { manifest, workingDirectory } = found;
  const file = posix.join(workingDirectory, manifest);
  // What a glob has found is a name, whatever stands in it.
  const settings: Settings = { ...given, command: "contexts", manifest: [manifest], workingDirectory };
  const unread = { found, file, name: "", named: false, includes: [file], choices: [], nowhere: undefined };
  const loading = await load(settings, frame.host, commands.table);
  if (!loading.ok) return { ...unread, failed: loading.error, begun: undefined };
  const loaded = loading.value;
  const { manifest: read, project: name, workspace } = loaded;
  for (const [shown, text] of read.sources) frame.sources.set(shown, text);
  const capabilities = openCapabilities(loaded, frame.host, frame.groups, settings);
  const chosen = choose(settings, capabilities, loaded, commands, frame);
  const choices = chosen.ok ? chosen.value : [];
  hideDeclared(
    loaded,
    capabilities,
    choices.map((choice) => choice.name),
    frame,
  );
  const failed = chosen.ok || chosen.error.reason === "no-context" ? undefined : chosen.error;
  return {
    found,
    file,
    name,
    named: read.project !== undefined,
    includes: read.files.map((path) => workspace.display(path)),
    choices,
    failed,
    nowhere: chosen.ok || failed ? undefined : chosen.error,
    begun: { settings, loaded, capabilities },
  };
}

/** The contexts of this event; in a terminal, where there is none, those that rules name. */
function choose(
  settings: Settings,
  capabilities: Capabilities,
  loaded: Loaded,
  commands: ProgramCommands,
  { host }: Pick<RunFrame, "host">,
): Result<readonly ContextChoice[], Failure> {
  const ask = (context?: string) =>
    authorizeRun(context === undefined ? settings : { ...settings, context }, capabilities, loaded, commands);
  const authorized = ask();
  if (authorized.ok) return ok(authorized.value.choices);
  const isEventless = host.terminal && settings.context === undefined && !host.environment.GITHUB_EVENT_NAME;
  if (!isEventless || authorized.error.reason !== "no-context") return authorized;
  const choices: ContextChoice[] = [];
  for (const name of namedContexts(loaded.manifest.project)) {
    const one = ask(name);
    if (!one.ok) return one;
    choices.push(...one.value.choices);
  }
  return choices.length > 0 ? ok(choices) : authorized;
}
