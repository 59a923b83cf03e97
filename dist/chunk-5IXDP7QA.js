import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  projectLookup
} from "./chunk-MCAJJ234.js";
import {
  otherProject
} from "./chunk-OWGJJ7ZC.js";
import {
  leadsAway
} from "./chunk-SYK35MFE.js";
import {
  Workspace
} from "./chunk-GVRYNTHU.js";
import {
  buildGraph,
  programCommands,
  resolveCommand
} from "./chunk-YK4KSDHU.js";
import {
  distinct
} from "./chunk-4T6MR7X2.js";
import {
  invalidManifest
} from "./chunk-B32DNQLH.js";
import {
  decideContexts
} from "./chunk-VV5JYV5H.js";
import {
  specRules
} from "./chunk-JOSI6L7F.js";
import {
  ScopeMatcher
} from "./chunk-RYA6JTW6.js";
import {
  literalContexts
} from "./chunk-756ZVGAZ.js";
import {
  trace
} from "./chunk-IOTVDPD4.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";

// src/app/accept/refuse-accept.ts
function refuseAccept({ accept, context, refresh }, command, { trust }) {
  if (!accept) return void 0;
  if (command.does !== "drift" || command.previews)
    return refused(`--accept is for the command drift, not for ${command.called}`, "Leave it out, or run `drift`.");
  if (!trust.trusted) {
    const message = `--accept writes what is really there, and this run may not look: ${trust.why}`;
    return explained("untrusted", message, { suggestion: "Run it from a branch of this repository." });
  }
  if (context === void 0)
    return refused("--accept takes what is there in one context, so it needs --context", "Name the context.");
  if (refresh !== "all")
    return refused("--accept takes what is there, so it needs --refresh all", "Leave --refresh out.");
  return void 0;
}
function refused(message, suggestion) {
  return explained("invalid-input", message, { suggestion });
}

// src/app/authorize/authorize-run.ts
function authorizeRun(settings, capabilities, loaded, commands = programCommands) {
  const { manifest } = loaded;
  if (manifest.diagnostics.some((one) => one.severity === "error")) {
    const unknown = unknownWithoutManifest(settings.command, manifest, commands);
    if (unknown) return err(unknown);
    return err(invalidManifest([...manifest.diagnostics, ...graphProblems(settings, capabilities, loaded, commands)]));
  }
  const planCommand = settings.changed ? void 0 : settings.planCommand;
  const resolved = resolveCommand(settings.command, planCommand, manifest.project?.commands ?? {}, commands);
  if (!resolved.ok) return resolved;
  const command = resolved.value;
  const refused3 = refusal(settings, command, loaded);
  if (refused3) return err(refused3);
  const chosen = choose(settings, capabilities, command, loaded);
  if (chosen.ok) return ok({ command, choices: chosen.value });
  const anywhere = command.row.stage === "manifest" && settings.context === void 0 && chosen.error.reason === "no-context";
  return anywhere ? ok({ command, choices: [] }) : chosen;
}
function unknownWithoutManifest(called, { diagnostics }, commands) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!errors.every(({ code }) => code === "manifest-not-found" || code === "empty-manifest")) return void 0;
  const resolved = resolveCommand(called, void 0, {}, commands);
  return resolved.ok ? void 0 : resolved.error;
}
function graphProblems(settings, capabilities, loaded, commands) {
  const { tasks, declaredNames, complete, project } = loaded.manifest;
  const command = resolveCommand(settings.command, settings.planCommand, project?.commands ?? {}, commands);
  const chosen = command.ok ? choose(settings, capabilities, command.value, loaded) : command;
  if (!command.ok || !chosen.ok) return [];
  const found = chosen.value.flatMap(({ name, inherits }) => {
    const scope = new ScopeMatcher({ command: command.value.scopeName, context: name, inherited: inherits });
    const rules = specRules();
    const verbatim = (task) => rules(task.apiVersion, task.kind)?.verbatim ?? [];
    return buildGraph(tasks, scope, declaredNames, verbatim).diagnostics;
  });
  return distinct(found.filter(({ code }) => complete || code !== "unknown-task"));
}
function refusal(settings, command, loaded) {
  const { trust, manifest } = loaded;
  const { project } = manifest;
  if (command.writes && !trust.trusted) {
    const suggestion = "Use `plan` for such events, and let a push or a manual run apply.";
    return refused2(
      "untrusted",
      `the command ${command.called} would act, and this run may not: ${trust.why}`,
      suggestion
    );
  }
  if (command.row.namedContext && command.executes && settings.context === void 0) {
    const message = `the command ${command.called} deletes everything that is recorded, so it needs ${settings.surface.setting("context")}`;
    const [first = "NAME"] = project ? literalContexts(project) : [];
    return refused2("invalid-input", message, `Give ${settings.surface.settingWith("context", first)}, for example.`);
  }
  if (settings.planDigest !== void 0 && !command.executes) {
    const message = `${settings.surface.setting("plan-digest")} is for a command that carries out a plan, not for ${command.called}`;
    return refused2(
      "invalid-input",
      message,
      settings.surface.terminal ? "Leave it out here." : "Leave it out here, and give it to the step that applies."
    );
  }
  const misused = listingRefusal(settings, command) ?? refuseAccept(settings, command, loaded) ?? refuseProject(settings, loaded);
  if (misused) return misused;
  const { path } = project?.state ?? {};
  const away = path === void 0 ? void 0 : leadsOut(path, loaded);
  if (away !== void 0) {
    const message = `the state path of the Project can't be used: ${away}`;
    const suggestion = `Use a folder of the workspace, through no symlink that leads away; or ${settings.surface.setting("state-path")}.`;
    return refused2("invalid-manifest", message, suggestion, project?.locate("/spec/state/path"));
  }
  return void 0;
}
function refuseProject({ project: given, surface }, { manifest: { project } }) {
  if (given === void 0 || project === void 0 || project.name === given) return void 0;
  const problem = otherProject(project.name, given, project.locate("/metadata/name"), surface);
  return failure("invalid-input", problem.message, [problem]);
}
function listingRefusal(settings, command) {
  if (settings.recorded && command.row.stage !== "contexts") {
    const message = `${settings.surface.setting("recorded")} is for the command contexts, not for ${command.called}`;
    return refused2("invalid-input", message, "Leave it out here.");
  }
  if (settings.recorded && settings.context !== void 0) {
    const message = `${settings.surface.setting("recorded")} lists all contexts, so it goes without ${settings.surface.setting("context")}`;
    return refused2("invalid-input", message, "Leave one of the two out.");
  }
  if (settings.changed && command.row.stage !== "contexts") {
    const message = `${settings.surface.setting("changed")} is for the commands contexts and projects, not for ${command.called}`;
    return refused2(
      "invalid-input",
      message,
      `Leave it out here; ${settings.surface.settingWith("refresh", "changed")} is how a plan looks at less.`
    );
  }
  if (settings.changed && settings.recorded)
    return refused2(
      "invalid-input",
      `${settings.surface.setting("changed")} and ${settings.surface.setting("recorded")} list different things`,
      "Leave one of the two out."
    );
  return void 0;
}
function leadsOut(path, { workspace, workingDirectory, stateNamed }) {
  const normal = new Workspace(workspace.root, workingDirectory).normalize(path, { folder: true });
  if (!normal.ok) return normal.error;
  return stateNamed ? void 0 : leadsAway(workspace.root, path, workingDirectory);
}
function refused2(reason, message, suggestion, location) {
  const code = reason === "invalid-manifest" ? "path-escape" : reason;
  return explained(reason, message, { code, suggestion, location });
}
function choose(settings, capabilities, command, loaded) {
  const { manifest, github } = loaded;
  if (settings.recorded) return ok([]);
  if (asksForAll(settings, command, capabilities) && manifest.project && manifest.project.contexts.length > 0)
    return ok(literalContexts(manifest.project).map((name) => ({ name, inherits: void 0 })));
  if (command.row.stage === "lock" && settings.context !== void 0)
    return ok([{ name: settings.context, inherits: void 0 }]);
  if (loaded.projectAlone && manifest.project === void 0 && settings.project !== void 0)
    return ok([namedByInputs(settings.project, settings)]);
  const decided = decideContexts({
    project: manifest.project,
    given: settings.context,
    environment: capabilities.environment,
    event: github.event,
    looks: !command.writes,
    recorded: loaded.projectAlone && loaded.trust.trusted,
    surface: settings.surface,
    lookup: projectLookup(capabilities, loaded, command.scopeName, settings.context ?? "")
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
  const suggestion = settings.surface.terminal ? `Give ${settings.surface.settingWith("context", "NAME")}.` : `Set ${settings.surface.setting("context")}, for example from a job matrix made with the command \`contexts\`.`;
  return err(refused2("invalid-input", message, suggestion));
}
function asksForAll({ context, recorded, changed }, { row }, { environment }) {
  return row.stage === "contexts" && context === void 0 && !recorded && !changed && !environment.GITHUB_EVENT_NAME;
}
function namedByInputs(project, { context = "", surface: { setting } }) {
  const unruled = explained("invalid-input", `nothing is recorded of ${project}/${context}`, {
    suggestion: `Correct ${setting("project")} and ${setting("context")}. Or say where the state is: what the Project said of \`state\` is not known, so give it as ${setting("state-backend")}, ${setting("state-branch")} or ${setting("state-path")}.`
  });
  return { name: context, inherits: void 0, unruled };
}

export {
  authorizeRun,
  asksForAll
};
