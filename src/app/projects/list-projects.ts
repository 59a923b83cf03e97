import type { Settings } from "../../action/inputs.ts";
import { distinct } from "../../engine/diagnostics/by-context.ts";
import { type Diagnostic, explained, type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { ProjectRow } from "../../engine/model/report.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { outputsLimitBytes } from "../../hooks/outputs.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import type { ProgramCommands } from "../commands.ts";
import { ComparedStores } from "../compare/compared-stores.ts";
import { openComparedStores } from "../compare/list-changed.ts";
import type { RunFrame } from "../run-frame.ts";
import { foundProjects } from "./found-projects.ts";
import { type OpenedProject, openProject } from "./open-project.ts";
import { ProjectRows } from "./project-rows.ts";
import { findSameProjects } from "./same-projects.ts";

/** GitHub makes no more jobs of one matrix. */
const mostJobs = 256;

/**
 * `projects`: finds the manifests of the repository, and lists what a step would be run for: each project in each of its
 * contexts. One that can't be used is listed as well, so that it is not missed, and fails the command at the end.
 */
export async function listProjects(
  settings: Settings,
  commands: ProgramCommands,
  frame: RunFrame,
): Promise<Failure | undefined> {
  const { host, reporter } = frame;
  const refused = wrongSettings(settings);
  if (refused) return refused;
  const found = foundProjects(settings, host);
  if (!found.ok) return found.error;
  const opened: OpenedProject[] = [];
  for (const one of found.value) {
    if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
    opened.push(await openProject(one, settings, commands, frame));
  }
  announce(settings, opened, frame);
  const projects = await findSameProjects(withoutIncluded(opened, frame), host);
  const rows = await rowsOf(projects, { settings, commands, frame });
  if (!rows.ok) return rows.failed;
  if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
  const tooLarge = limitProblem(rows.value.listed);
  if (tooLarge) return tooLarge;
  const { listed, unchanged } = rows.value;
  reporter.lists(listed, settings.changed ? unchanged : undefined);
  if (settings.changed) reporter.previews(settings.planCommand ?? "apply");
  if (listed.length > mostJobs) reporter.diagnose(largeMatrix(listed.length));
  return brokenFailure(projects);
}

interface RowsRequest {
  readonly settings: Settings;
  readonly commands: ProgramCommands;
  readonly frame: RunFrame;
}

type Rows =
  | { readonly ok: true; readonly value: Pick<ProjectRows, "listed" | "unchanged"> }
  | { readonly ok: false; readonly failed: Failure };

async function rowsOf(projects: readonly OpenedProject[], request: RowsRequest): Promise<Rows> {
  const { settings, frame } = request;
  const [first] = projects.flatMap(({ begun }) => begun ?? []);
  const stores = settings.changed && first ? await openComparedStores(settings, first.capabilities, frame) : undefined;
  if (stores && !stores.ok) return { ok: false, failed: stores.error };
  const compared = stores?.value;
  try {
    const rows = new ProjectRows({ ...request, stores: compared instanceof ComparedStores ? compared : undefined });
    for (const project of projects) await rows.add(project);
    return { ok: true, value: rows };
  } finally {
    await compared?.dispose();
  }
}

/** What is for other commands. */
function wrongSettings({ recorded, planCommand, changed }: Settings): Failure | undefined {
  if (recorded) return failure("invalid-input", '"recorded" is for the command contexts, not for projects');
  if (planCommand !== undefined && !changed)
    return failure("invalid-input", '"plan-command" is for projects only with "changed"');
  return undefined;
}

function announce(
  { command }: Settings,
  opened: readonly OpenedProject[],
  { host, reporter }: Pick<RunFrame, "host" | "reporter">,
): void {
  const trust = opened.flatMap(({ begun }) => begun?.loaded.trust ?? [])[0];
  const { version } = host;
  const { trusted = true, why = "nothing of the repository could be loaded" } = trust ?? {};
  reporter.emit({ type: "run-started", command, version, trusted, why });
}

/** A file that another manifest includes, and that names no project itself, is a part of that one. */
function withoutIncluded(opened: readonly OpenedProject[], { reporter }: RunFrame): readonly OpenedProject[] {
  const owners = new Map<string, OpenedProject>();
  for (const one of opened) for (const file of one.includes) if (file !== one.file) owners.set(file, one);
  return opened.filter((one) => {
    const owner = one.named ? undefined : owners.get(one.file);
    if (owner === undefined) return true;
    const message = `${one.file} is part of the project ${owner.name}, which includes it, so it is listed as no project`;
    reporter.diagnose({ severity: "notice", code: "project-not-listed", message });
    return false;
  });
}

function largeMatrix(count: number): Diagnostic {
  const message = `${grouped(count)} jobs are listed, and GitHub makes at most ${mostJobs} of one matrix`;
  const suggestion =
    "List only what differs from what is recorded, with `changed: true`; or part of the manifests in each of several jobs, with `manifest`: `services/[a-m]*/opus.yaml`.";
  return { severity: "warning", code: "large-matrix", message, suggestion };
}

/** An output that GitHub drops would read as if nothing were to do. */
function limitProblem(rows: readonly ProjectRow[]): Failure | undefined {
  if (Buffer.byteLength(JSON.stringify(rows)) <= outputsLimitBytes) return undefined;
  const message = `the list of ${plural(rows.length, "job")} is larger than the 512 KiB that fit into an output`;
  return explained("invalid-input", message, { suggestion: "Name part of the manifests with `manifest`." });
}

/** All that is wrong with projects, told once. */
function brokenFailure(projects: readonly OpenedProject[]): Failure | undefined {
  const broken = projects.filter(({ failed }) => failed !== undefined);
  const [first] = broken;
  if (first?.failed === undefined) return undefined;
  const names = broken.map(({ file }) => file).join(", ");
  const message = `${broken.length} of ${plural(projects.length, "project")} can't be used as ${broken.length === 1 ? "it is" : "they are"}: ${names}`;
  const diagnostics = broken.flatMap(({ failed, file }): readonly Diagnostic[] => {
    if (failed === undefined) return [];
    if (failed.diagnostics.some(({ severity }) => severity === "error")) return failed.diagnostics;
    return [...failed.diagnostics, { severity: "error", code: failed.reason, message: `${file}: ${failed.message}` }];
  });
  return failure(first.failed.reason, message, distinct(diagnostics));
}
