import type { Settings } from "../../action/inputs.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { type CommandRow, type CommandTable, commandNamed } from "../../engine/model/commands.ts";
import type { Surface } from "../../engine/text/surface.ts";
import type { LoadedManifest } from "../../manifest/load.ts";
import type { ProjectAlone } from "../../manifest/project-alone.ts";

/** What a run goes by of a manifest. */
export interface GoneBy {
  readonly manifest: LoadedManifest;
  /** The command needs of it the Project alone: what is wrong elsewhere is told, and keeps nothing from being done. */
  readonly projectAlone: boolean;
}

/**
 * What a command goes by. One that rests on what is recorded, in a context that is named, needs of the manifest the
 * Project: the other errors are warnings then. Where it is not known what the Project says, the input `project` says
 * whose state it is, and nothing of the Project counts.
 */
export function goByProject(
  manifest: LoadedManifest,
  settings: Pick<Settings, "command" | "planCommand" | "context" | "project" | "recorded" | "surface">,
  commands: CommandTable,
): GoneBy {
  const whole = { manifest, projectAlone: false };
  if (settings.context === undefined && !settings.recorded) return whole;
  const alone = manifest.projectAlone();
  const row = rowOf(settings, alone.project?.commands ?? {}, commands);
  // Which contexts are recorded is no matter of the manifest either.
  const lists = settings.recorded && row?.stage === "contexts";
  if (!row?.projectAlone && !lists) return whole;
  const { project, doubts } = alone;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const unasked = unaskedPolicies(alone, settings, row);
  if (errors.length === 0 && unasked.length === 0) return { manifest, projectAlone: true };
  // Of very many problems a manifest has only the first, and these may not be among them.
  const kept = settings.project === undefined ? (doubts ?? []) : [];
  const places = new Set(kept.map(textOf));
  const others = manifest.diagnostics.filter((one) => !places.has(textOf(one))).map(asWarning);
  const diagnostics = [...unknownProject(alone, settings), ...unasked, ...kept, ...others];
  return { manifest: { ...manifest, project, diagnostics }, projectAlone: true };
}

/** The row of what is called; also where the Project can't be read, so that only the names of the program are known. */
function rowOf(
  { command, planCommand }: Pick<Settings, "command" | "planCommand">,
  names: { readonly [name: string]: string },
  commands: CommandTable,
): CommandRow | undefined {
  const called = commandNamed(command, commands)?.stage === "preview" ? (planCommand ?? "apply") : command;
  return commandNamed(Object.hasOwn(names, called) ? (names[called] ?? called) : called, commands);
}

/** Why it is not known whose state is meant. */
function unknownProject(
  { name, doubts }: ProjectAlone,
  { project, surface }: Pick<Settings, "project" | "surface">,
): readonly Diagnostic[] {
  if (doubts === undefined) return [];
  if (project === undefined) {
    const place = name?.place ?? doubts.find(({ location }) => location)?.location;
    return [
      {
        severity: "error",
        code: "unknown-project",
        message: `${name ? "what the Project says can't be relied on" : "no Project can be read"}, so it is not known whose state is meant, and where it is`,
        ...(place ? { location: place } : {}),
        suggestion: `Mend the manifest. Or name the state with ${surface.setting("project")}, and its place, where the Project names one, with ${surface.setting("state-backend")}, ${surface.setting("state-branch")} or ${surface.setting("state-path")}: then nothing of the Project counts.`,
      },
    ];
  }
  return name === undefined || name.text === project ? [] : [otherProject(name.text, project, name.place, surface)];
}

/**
 * Policies are there to stop things, so nothing is deleted past those that may be there. Where there is no sign of any, it is
 * told that nobody was asked.
 */
function unaskedPolicies(
  { project, name, mayHavePolicies }: ProjectAlone,
  { project: given, surface }: Pick<Settings, "project" | "surface">,
  row: CommandRow | undefined,
): readonly Diagnostic[] {
  if (project !== undefined || given === undefined || !row?.fromState || !row.writes?.includes("resources")) return [];
  const place = name?.place ? { location: name.place } : {};
  const code = "policies-not-asked";
  if (!mayHavePolicies) {
    const message = `there is no Project to go by, so no policy is asked about what is deleted of "${given}"`;
    const suggestion = `Look at the plan first. Where policies count, take a manifest whose Project is right, and leave ${surface.setting("project")} out.`;
    return [{ severity: "warning", code, message, ...place, suggestion }];
  }
  return [
    {
      severity: "error",
      code,
      message: `the manifest names modules as hooks, which may be policies, and its Project can't be relied on: they can't be asked, so nothing of "${given}" is deleted`,
      ...place,
      suggestion: `Mend the Project, and leave ${surface.setting("project")} out; or run from a commit where it is right. If no policy is to count any more, take \`hooks\` out of the manifest.`,
    },
  ];
}

/** The error for an input that names another project than the manifest does. */
export function otherProject(
  name: string,
  given: string,
  location: Diagnostic["location"],
  surface: Surface,
): Diagnostic {
  return {
    severity: "error",
    code: "invalid-input",
    message: `${surface.setting("project")} names "${given}", and the Project of the manifest is called "${name}"`,
    ...(location ? { location } : {}),
    suggestion: `Leave ${surface.setting("project")} out: it is for where no manifest names the project. For another project, run with the manifest of that one.`,
  };
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === "error" ? { ...diagnostic, severity: "warning" } : diagnostic;
}

/** The same problem is found anew where the Project is looked at alone. */
function textOf({ code, message, location }: Diagnostic): string {
  return [code, message, location?.file, location?.line, location?.column].join("\n");
}
