import type { Settings } from "../../action/inputs.ts";
import { distinct } from "../../engine/diagnostics/by-context.ts";
import {
  type Diagnostic,
  err,
  explained,
  type Failure,
  failure,
  type Location,
  ok,
  type Result,
} from "../../engine/diagnostics/diagnostic.ts";
import { buildGraph } from "../../engine/graph/task-graph.ts";
import { commandNamed } from "../../engine/model/commands.ts";
import { ScopeMatcher } from "../../engine/prepare/scope.ts";
import { type ContextChoice, decideContexts } from "../../event/context-rules.ts";
import { literalContexts } from "../../event/possible-contexts.ts";
import { Workspace } from "../../node/workspace/workspace.ts";
import { specRules } from "../../processors/built-in.ts";
import { trace } from "../../trace/trace.ts";
import { refuseAccept } from "../accept/refuse-accept.ts";
import { type ProgramCommands, programCommands } from "../commands.ts";
import { otherProject } from "../load/go-by-project.ts";
import type { Loaded } from "../load/load-project.ts";
import type { Capabilities } from "./capabilities.ts";
import { invalidManifest } from "./invalid-manifest.ts";
import { projectLookup } from "./project-lookup.ts";
import { leadsAway } from "./read-only-state-files.ts";
import { type Command, resolveCommand } from "./resolve-command.ts";

/** What a run is going to do, and where. */
export interface AuthorizedRun {
  readonly command: Command;
  /** Empty only for `validate` outside of any context. */
  readonly choices: readonly ContextChoice[];
}

/** Decides whether a run may do what it was called for, and in which contexts. Nothing has been touched yet. */
export function authorizeRun(
  settings: Settings,
  capabilities: Capabilities,
  loaded: Loaded,
  commands: ProgramCommands = programCommands,
): Result<AuthorizedRun, Failure> {
  const { manifest } = loaded;
  if (manifest.diagnostics.some((one) => one.severity === "error")) {
    const unknown = unknownCommand(settings, manifest, commands);
    if (unknown) return err(unknown);
    return err(invalidManifest([...manifest.diagnostics, ...graphProblems(settings, capabilities, loaded, commands)]));
  }
  // What is compared with what is recorded is the plan of this command.
  const planCommand = settings.changed ? undefined : settings.planCommand;
  const resolved = resolveCommand(settings.command, planCommand, manifest.project?.commands ?? {}, commands);
  if (!resolved.ok) return resolved;
  const command = resolved.value;
  const refused = refusal(settings, command, loaded);
  if (refused) return err(refused);
  const chosen = choose(settings, capabilities, command, loaded);
  if (chosen.ok) return ok({ command, choices: chosen.value });
  const anywhere =
    command.row.stage === "manifest" && settings.context === undefined && chosen.error.reason === "no-context";
  return anywhere ? ok({ command, choices: [] }) : chosen;
}

/**
 * A command that there is not is told alone, whatever else is wrong: that is the slip of whoever has typed it. Not where
 * the Project, which may name it, is not known.
 */
function unknownCommand(
  { command, planCommand }: Pick<Settings, "command" | "planCommand">,
  manifest: Loaded["manifest"],
  commands: ProgramCommands,
): Failure | undefined {
  const { project, doubts } = manifest.projectAlone();
  const called = commandNamed(command, commands.table)?.stage === "preview" ? (planCommand ?? command) : command;
  const resolved = resolveCommand(called, undefined, project?.commands ?? {}, commands);
  if (resolved.ok || commandNamed(called, commands.table) !== undefined) return undefined;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const missing = errors.every(({ code }) => code === "manifest-not-found" || code === "empty-manifest");
  if (doubts === undefined || missing) return resolved.error;
  const isNamed = [...manifest.sources.values()].some((text) => text.includes(called));
  const isSlip = resolved.error.diagnostics.some(({ suggestion }) => suggestion?.startsWith("Did you mean"));
  return isSlip && !isNamed ? resolved.error : undefined;
}

/** What the order of the sound tasks tells, so that a manifest with errors gets all of them at once. */
function graphProblems(
  settings: Settings,
  capabilities: Capabilities,
  loaded: Loaded,
  commands: ProgramCommands,
): readonly Diagnostic[] {
  const { tasks, declaredNames, complete, project } = loaded.manifest;
  const command = resolveCommand(settings.command, settings.planCommand, project?.commands ?? {}, commands);
  const chosen = command.ok ? choose(settings, capabilities, command.value, loaded) : command;
  if (!command.ok || !chosen.ok) return [];
  const found = chosen.value.flatMap(({ name, inherits }) => {
    const scope = new ScopeMatcher({ command: command.value.scopeName, context: name, inherited: inherits });
    const rules = specRules();
    const verbatim = (task: { apiVersion: string; kind: string }) => rules(task.apiVersion, task.kind)?.verbatim ?? [];
    return buildGraph(tasks, scope, declaredNames, verbatim).diagnostics;
  });
  // Nobody knows what a task is called that could not be read.
  return distinct(found.filter(({ code }) => complete || code !== "unknown-task"));
}

/** Why this command may not run here at all. */
function refusal(settings: Settings, command: Command, loaded: Loaded): Failure | undefined {
  const { trust, manifest } = loaded;
  const { project } = manifest;
  if (settings.yes && command.does !== "delete")
    return refused("invalid-input", `--yes is for delete: ${command.called} asks nothing`, "Leave it out.");
  if (command.writes && !trust.trusted) {
    const suggestion = "Use `plan` for such events, and let a push or a manual run apply.";
    return refused(
      "untrusted",
      `the command ${command.called} would act, and this run may not: ${trust.why}`,
      suggestion,
    );
  }
  if (command.row.namedContext && command.executes && settings.context === undefined) {
    const message = `the command ${command.called} deletes everything that is recorded, so it needs ${settings.surface.setting("context")}`;
    const [first = "NAME"] = project ? literalContexts(project) : [];
    return refused("invalid-input", message, `Give ${settings.surface.settingWith("context", first)}, for example.`);
  }
  if (settings.planDigest !== undefined && !command.executes) {
    const message = `${settings.surface.setting("plan-digest")} is for a command that carries out a plan, not for ${command.called}`;
    return refused(
      "invalid-input",
      message,
      settings.surface.terminal ? "Leave it out here." : "Leave it out here, and give it to the step that applies.",
    );
  }
  const misused =
    listingRefusal(settings, command) ?? refuseAccept(settings, command, loaded) ?? refuseProject(settings, loaded);
  if (misused) return misused;
  const { path } = project?.state ?? {};
  const away = path === undefined ? undefined : leadsOut(path, loaded);
  if (away !== undefined) {
    const message = `the state path of the Project can't be used: ${away}`;
    const suggestion = `Use a folder of the workspace, through no symlink that leads away; or ${settings.surface.setting("state-path")}.`;
    return refused("invalid-manifest", message, suggestion, project?.locate("/spec/state/path"));
  }
  return undefined;
}

/** The input `project` names the state where no manifest does, and never another one than the manifest. */
function refuseProject({ project: given, surface }: Settings, { manifest: { project } }: Loaded): Failure | undefined {
  if (given === undefined || project === undefined || project.name === given) return undefined;
  const problem = otherProject(project.name, given, project.locate("/metadata/name"), surface);
  return failure("invalid-input", problem.message, [problem]);
}

/** Why what says which contexts are listed can't be taken. */
function listingRefusal(settings: Settings, command: Command): Failure | undefined {
  if (settings.recorded && command.row.stage !== "contexts") {
    const message = `${settings.surface.setting("recorded")} is for the command contexts, not for ${command.called}`;
    return refused("invalid-input", message, "Leave it out here.");
  }
  if (settings.recorded && settings.context !== undefined) {
    const message = `${settings.surface.setting("recorded")} lists all contexts, so it goes without ${settings.surface.setting("context")}`;
    return refused("invalid-input", message, "Leave one of the two out.");
  }
  if (settings.changed && command.row.stage !== "contexts") {
    const message = `${settings.surface.setting("changed")} is for the commands contexts and projects, not for ${command.called}`;
    return refused(
      "invalid-input",
      message,
      `Leave it out here; ${settings.surface.settingWith("refresh", "changed")} is how a plan looks at less.`,
    );
  }
  if (settings.changed && settings.recorded)
    return refused(
      "invalid-input",
      `${settings.surface.setting("changed")} and ${settings.surface.setting("recorded")} list different things`,
      "Leave one of the two out.",
    );
  return undefined;
}

/** State has a place of its own: no task may write there, so the workspace of tasks refuses it. */
function leadsOut(path: string, { workspace, workingDirectory, stateNamed }: Loaded): string | undefined {
  const normal = new Workspace(workspace.root, workingDirectory).normalize(path, { folder: true });
  if (!normal.ok) return normal.error;
  return stateNamed ? undefined : leadsAway(workspace.root, path, workingDirectory);
}

function refused(
  reason: "untrusted" | "invalid-input" | "invalid-manifest",
  message: string,
  suggestion: string,
  location?: Location,
): Failure {
  const code = reason === "invalid-manifest" ? "path-escape" : reason;
  return explained(reason, message, { code, suggestion, location });
}

function choose(
  settings: Settings,
  capabilities: Capabilities,
  command: Command,
  loaded: Loaded,
): Result<readonly ContextChoice[], Failure> {
  const { manifest, github } = loaded;
  // What is recorded says which contexts there are.
  if (settings.recorded) return ok([]);
  // No event chooses, and nobody has named one: all are asked for.
  if (asksForAll(settings, command, capabilities) && manifest.project && manifest.project.contexts.length > 0)
    return ok(literalContexts(manifest.project).map((name) => ({ name, inherits: undefined })));
  // A lock is named by its id, and whoever has that need not ask the rules, as with `opus state`.
  if (command.row.stage === "lock" && settings.context !== undefined)
    return ok([{ name: settings.context, inherits: undefined }]);
  if (loaded.projectAlone && manifest.project === undefined && settings.project !== undefined)
    return ok([namedByInputs(settings.project, settings)]);
  const decided = decideContexts({
    project: manifest.project,
    given: settings.context,
    environment: capabilities.environment,
    event: github.event,
    looks: !command.writes,
    recorded: loaded.projectAlone && loaded.trust.trusted,
    surface: settings.surface,
    lookup: projectLookup(capabilities, loaded, command.scopeName, settings.context ?? ""),
  });
  if (!decided.ok) {
    trace(() => `context: none: ${decided.error.message}`);
    return decided;
  }
  const { choices, by } = decided.value;
  const names = choices.map(({ name }) => name).join(", ");
  trace(() => `context: ${names}, by ${by()}`);
  if (choices.length < 2 || !command.writes) return ok(choices);
  const message = `this event leads to several contexts (${names}), and the command ${command.called} acts on one`;
  const suggestion = settings.surface.terminal
    ? `Give ${settings.surface.settingWith("context", "NAME")}.`
    : `Set ${settings.surface.setting("context")}, for example from a job matrix made with the command \`contexts\`.`;
  return err(refused("invalid-input", message, suggestion));
}

/** Whether all contexts are listed, with what leads to each: in a terminal, where there is no event. */
export function asksForAll(
  { context, recorded, changed }: Pick<Settings, "context" | "recorded" | "changed">,
  { row }: Pick<Command, "row">,
  { environment }: Pick<Capabilities, "environment">,
): boolean {
  return row.stage === "contexts" && context === undefined && !recorded && !changed && !environment.GITHUB_EVENT_NAME;
}

/** A context of a project of which no manifest tells: which ones there are only state can say. */
function namedByInputs(
  project: string,
  { context = "", surface: { setting } }: Pick<Settings, "context" | "surface">,
): ContextChoice {
  const unruled = explained("invalid-input", `nothing is recorded of ${project}/${context}`, {
    suggestion: `Correct ${setting("project")} and ${setting("context")}. Or say where the state is: what the Project said of \`state\` is not known, so give it as ${setting("state-backend")}, ${setting("state-branch")} or ${setting("state-path")}.`,
  });
  return { name: context, inherits: undefined, unruled };
}
